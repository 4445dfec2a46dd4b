//! Random people give random commands at random times: whatever is accepted keeps the invariants.

use std::collections::BTreeSet;

use proptest::prelude::*;
use redress::domain::complaint::moves::Verb;
use redress::domain::complaint::state::Ruling;
use redress::domain::complaint::terms::{CallOutcome, CloseCode, Kind, Satisfaction, Validity};
use redress::domain::complaint::{Complaint, Entry, OrderStage, Stage, Stamp, may};
use redress::domain::id::{OrderNo, PersonId};
use redress::domain::limits::ClockName;
use redress::domain::record::PROGRAM;

use crate::commands::sample;
use crate::world::World;

/// One turn: who of those who could do something, what of what they could do, how, and how long after the last one.
#[derive(Debug, Clone, Copy)]
struct Turn {
    choice: prop::sample::Index,
    variety: usize,
    minutes: i64,
}

fn turn() -> impl Strategy<Value = Turn> {
    let minutes = prop_oneof![6 => 0_i64..20, 3 => 20_i64..300, 1 => 300_i64..6_000];
    (any::<prop::sample::Index>(), 0_usize..12, minutes).prop_map(|(choice, variety, minutes)| Turn {
        choice,
        variety,
        minutes,
    })
}

/// Every move that buttons would offer to anybody.
fn offered(world: &World) -> Vec<(PersonId, Verb, OrderNo)> {
    let people = world.office.people().map(|it| it.id).chain([PROGRAM]);
    let orders: Vec<OrderNo> = world.case().orders.iter().map(|it| it.no).chain([OrderNo(1)]).collect();
    let orders: BTreeSet<OrderNo> = orders.into_iter().collect();
    let mut moves = Vec::new();
    for who in people {
        for verb in Verb::ALL {
            for order in &orders {
                if may(&world.ctx(who), world.case(), *verb, Some(*order)).is_ok() && (weighty(*verb) || order.0 == 1) {
                    // What drives a case on is tried more often than what is written beside it.
                    moves.extend(std::iter::repeat_n((who, *verb, *order), if weighty(*verb) { 12 } else { 1 }));
                }
            }
        }
    }
    moves
}

fn weighty(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Judge
            | Verb::Dispatch
            | Verb::Forward
            | Verb::Accept
            | Verb::Contact
            | Verb::Investigate
            | Verb::Propose
            | Verb::RecordAnswer
            | Verb::Submit
            | Verb::Approve
            | Verb::Execute
            | Verb::HandIn
            | Verb::Dial
            | Verb::RecordCallback
    )
}

fn invariants(world: &World, before: &Complaint) {
    let now = world.case();
    let open = |it: &Complaint| it.current_orders().any(|order| order.stage.is_open());

    // No work order is lost, numbers are dense.
    let numbers: Vec<u16> = now.orders.iter().map(|it| it.no.0).collect();
    assert_eq!(numbers, (1..=u16::try_from(now.orders.len()).unwrap()).collect::<Vec<_>>());
    assert!(before.orders.len() <= now.orders.len() && before.round <= now.round);

    // Where it stands agrees with its work orders.
    match now.stage {
        Stage::InHandling => assert!(open(now), "handling, and nobody has it"),
        Stage::ToCallBack => {
            assert!(!open(now));
            assert!(now.current_orders().any(|it| it.slip.is_some()), "a callback without a slip (F07)");
            assert!(now.satisfaction().is_some() || now.clocks.running().any(|it| it.key.name == ClockName::Callback));
        }
        Stage::ToDispatch => {
            assert!(!open(now) && now.is_complaint());
            assert!(
                now.clocks.running().any(|it| it.key.name == ClockName::Dispatch),
                "waits for dispatch without a clock (C02)"
            );
        }
        Stage::ToJudge | Stage::ToReply | Stage::Escalated => assert!(!open(now)),
        Stage::Closed | Stage::Archived => {
            assert!(!now.orders.iter().any(|it| it.stage.is_open()));
            assert!(
                now.clocks.running().all(|it| it.key.name == ClockName::OtherCallback),
                "a closed case with a running clock"
            );
            closed_rightly(now);
        }
        Stage::Merged => {
            assert!(!open(now), "merged, and somebody works on it");
            let still = |it: &redress::domain::clock::Clock| it.paused().is_some();
            assert!(now.clocks.running().all(|it| it.key.name == ClockName::OtherCallback || still(it)));
        }
    }
    assert_eq!(now.closing.is_some(), matches!(now.stage, Stage::Closed | Stage::Archived));
    assert_eq!(now.merged.is_some(), now.stage == Stage::Merged);

    for order in &now.orders {
        let versions: Vec<u16> = order.plans.iter().map(|it| it.version).collect();
        assert_eq!(
            versions,
            (1..=u16::try_from(versions.len()).unwrap()).collect::<Vec<_>>(),
            "plan versions are dense"
        );
        assert!(order.reports_on_time <= order.reports_due);
        assert_eq!(order.slip.is_some(), order.stage == OrderStage::HandedIn);
        for plan in order.plans.iter().filter(|it| it.executed.is_some()) {
            assert!(plan.is_agreed(), "executed without the customer (D11)");
            assert!(order.investigation.is_some() && !order.contacts.is_empty());
            let ruling = plan.ruling.as_ref().map(|it| &it.what);
            assert!(!matches!(ruling, Some(Ruling::SentBack(_))));
        }
        if order.slip.is_some() {
            assert!(order.plans.iter().any(|it| it.executed.is_some()), "a slip without an execution");
        }
    }
    for order in now.orders.iter().filter(|it| it.stage == OrderStage::Executed) {
        let earlier = before.order(order.no).map(|it| it.stage);
        if earlier == Some(OrderStage::Handling) && before.is_major() {
            assert!(order.plan().unwrap().is_approved(), "a major complaint executed before its approval (D10)");
        }
    }

    for call in &now.callbacks {
        // Nobody calls back what he handled by then (X13).
        let handled_before = |it: &redress::domain::complaint::WorkOrder| {
            it.handler == Some(call.dialled.by) && it.accepted.is_some_and(|accepted| accepted.at < call.dialled.at)
        };
        assert!(!now.orders.iter().any(|it| handled_before(it) && it.round <= call.round));
    }
    let dissatisfied = now
        .callbacks
        .iter()
        .filter_map(|it| it.record.as_ref()?.what.answers.as_ref())
        .filter(|it| it.result == Satisfaction::Dissatisfied)
        .count();
    assert_eq!(usize::from(now.dissatisfactions), dissatisfied);
    if dissatisfied >= 2 {
        assert!(now.escalation.is_some() && now.is_major(), "twice dissatisfied and nobody was told (F02)");
    }
}

/// F05, X15: a satisfied callback, or a coded exception with what it needs.
fn closed_rightly(now: &Complaint) {
    let closing = now.closing.as_ref().unwrap();
    match closing.code {
        CloseCode::Satisfied => {
            let last = now.callbacks.iter().rev().find_map(|it| it.record.as_ref()).unwrap();
            let answers = last.what.answers.as_ref().unwrap();
            assert!(
                last.what.outcome == CallOutcome::Reached
                    && answers.result == Satisfaction::Satisfied
                    && answers.solved
            );
        }
        CloseCode::Unfounded => assert!(now.validity() == Some(Validity::Unfounded) && now.reply.is_some()),
        CloseCode::SolvedAtDesk => {
            assert!(now.solution.is_some() || (now.details.kind != Kind::Complaint && now.reply.is_some()));
        }
        CloseCode::Withdrawn | CloseCode::SupervisorApproved => assert!(closing.reason.is_some()),
        CloseCode::Unreachable => assert!(now.attempts().count() >= 3 && closing.reason.is_some()),
    }
}

fn survives_the_wire(entries: &[Entry]) {
    for entry in entries {
        let json: Entry = serde_json::from_str(&serde_json::to_string(entry).unwrap()).unwrap();
        let packed: Entry = rmp_serde::from_slice(&rmp_serde::to_vec_named(entry).unwrap()).unwrap();
        assert!(json == *entry && packed == *entry, "{entry:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_the_invariants_hold(turns in prop::collection::vec(turn(), 1..60), inquiry in any::<bool>(), major in any::<bool>()) {
        let mut world = World::new();
        let mut details = world.details();
        if inquiry && !major {
            details.kind = Kind::Inquiry;
        }
        details.safety = major;
        world.register_with(details).unwrap();
        let mut log: Vec<(Entry, Stamp)> = world.entries.iter().map(|it| (it.clone(), world.case().registered)).collect();
        for turn in turns {
            world.now += chrono::Duration::minutes(turn.minutes);
            let moves = offered(&world);
            if moves.is_empty() {
                break;
            }
            let (who, verb, order) = moves[turn.choice.index(moves.len())];
            let before = world.case().clone();
            if let Ok(made) = world.act(who, sample(&world, verb, order, turn.variety)) {
                prop_assert!(!made.is_empty(), "{verb:?} was accepted and nothing happened");
                invariants(&world, &before);
                survives_the_wire(&made);
                let stamp = Stamp { at: world.now, by: who };
                log.extend(made.into_iter().map(|it| (it, stamp)));
            } else {
                prop_assert_eq!(world.case(), &before, "a refusal changes nothing");
            }
        }
        // The state is the fold of the facts, and nothing else.
        let mut again: Option<Complaint> = None;
        for (entry, stamp) in &log {
            match &mut again {
                None => again = Complaint::born(entry, *stamp),
                Some(it) => it.apply(entry, *stamp),
            }
        }
        prop_assert_eq!(again.as_ref(), Some(world.case()));
    }
}
