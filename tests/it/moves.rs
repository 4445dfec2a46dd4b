//! Stages × verbs × roles, all of them: the table says what `decide` does, and nobody can do what the table forbids.

use redress::domain::complaint::permission::program;
use redress::domain::complaint::terms::{Progress, ReturnReason, Satisfaction, Validity};
use redress::domain::complaint::words::Assignment;
use redress::domain::complaint::{Command, OrderStage, Rejection, Scope, Stage, Verb};
use redress::domain::id::PersonId;
use redress::domain::office::{self, Person};
use redress::domain::record::PROGRAM;
use redress::domain::role::Role;

use crate::commands::sample;
use crate::world::{FIRST, World, judged, text};

/// What each verb is possible in, written down once more by hand: J to judge, R to reply, D to dispatch, H in handling,
/// C to call back, E escalated, X closed, A archived, M merged.
const IN_STAGES: &[(Verb, &str)] = &[
    (Verb::Register, ""),
    (Verb::Judge, "JRD"),
    (Verb::Reply, "R"),
    (Verb::Acknowledge, "JRDHE"),
    (Verb::Solve, "JRD"),
    (Verb::Convert, "R"),
    (Verb::Amend, "JRDHCE"),
    (Verb::MarkMajor, "JRDHCE"),
    (Verb::Dispatch, "DHE"),
    (Verb::Recall, "H"),
    (Verb::Escalate, "DHC"),
    (Verb::Forward, "H"),
    (Verb::Accept, "H"),
    (Verb::GiveBack, "H"),
    (Verb::Transfer, "H"),
    (Verb::Reassign, "H"),
    (Verb::Assist, "H"),
    (Verb::Report, "HC"),
    (Verb::PromiseReport, "H"),
    (Verb::Contact, "H"),
    (Verb::Investigate, "H"),
    (Verb::Propose, "H"),
    (Verb::RecordAnswer, "H"),
    (Verb::Submit, "H"),
    (Verb::Approve, "H"),
    (Verb::RecordVerbalApproval, "H"),
    (Verb::SendPlanBack, "H"),
    (Verb::Execute, "H"),
    (Verb::HandIn, "H"),
    (Verb::Pause, "H"),
    (Verb::Resume, "H"),
    (Verb::Exempt, "JRDHCE"),
    (Verb::Remind, "H"),
    (Verb::Supervise, "H"),
    (Verb::Dial, "C"),
    (Verb::RecordCallback, "C"),
    (Verb::Appoint, "C"),
    (Verb::AssignCallback, "C"),
    (Verb::Close, "JRDHCE"),
    (Verb::Reopen, "X"),
    (Verb::Archive, "X"),
    (Verb::Communicate, "JRDHCEX"),
    (Verb::Note, "JRDHCEXM"),
    (Verb::Meet, "JRDHCEX"),
    (Verb::Link, "JRDHCEXM"),
    (Verb::Unlink, "JRDHCEXM"),
    (Verb::Merge, "JRD"),
    (Verb::Unmerge, "M"),
    (Verb::AssignTracking, "JRDHCE"),
    (Verb::FormGroup, "JRDHCE"),
    (Verb::Review, "JRDHCEX"),
    (Verb::HoldAccountable, "JRDHCEX"),
    (Verb::PlanImprovement, "JRDHCEX"),
    (Verb::FinishImprovement, "JRDHCEXM"),
    (Verb::FollowUp, "JRDHCEX"),
    (Verb::FinishFollowUp, "JRDHCEXM"),
    (Verb::Attach, "JRDHCEXM"),
    (Verb::Reveal, "JRDHCEXAM"),
    (Verb::AskSight, "JRDHCEXAM"),
    (Verb::AnswerSight, "JRDHCEXAM"),
];

/// The same for work orders: F to forward, T to accept, H handling, A awaiting approval, X executed, I handed in,
/// E ended.
const IN_ORDER_STAGES: &[(Verb, &str)] = &[
    (Verb::Recall, "FT"),
    (Verb::Forward, "F"),
    (Verb::Accept, "T"),
    (Verb::GiveBack, "FTH"),
    (Verb::Transfer, "FTH"),
    (Verb::Reassign, "FTHAX"),
    (Verb::Assist, "THAX"),
    (Verb::Report, "HAXI"),
    (Verb::PromiseReport, "HX"),
    (Verb::Contact, "HAX"),
    (Verb::Investigate, "HA"),
    (Verb::Propose, "H"),
    (Verb::RecordAnswer, "HA"),
    (Verb::Submit, "H"),
    (Verb::Approve, "A"),
    (Verb::RecordVerbalApproval, "HA"),
    (Verb::SendPlanBack, "A"),
    (Verb::Execute, "H"),
    (Verb::HandIn, "X"),
    (Verb::Pause, "HX"),
    (Verb::Resume, "HX"),
    (Verb::Remind, "FTHAX"),
    (Verb::Supervise, "FTHAX"),
];

const fn letter(stage: Stage) -> char {
    match stage {
        Stage::ToJudge => 'J',
        Stage::ToReply => 'R',
        Stage::ToDispatch => 'D',
        Stage::InHandling => 'H',
        Stage::ToCallBack => 'C',
        Stage::Escalated => 'E',
        Stage::Closed => 'X',
        Stage::Archived => 'A',
        Stage::Merged => 'M',
    }
}

const fn order_letter(stage: OrderStage) -> char {
    match stage {
        OrderStage::ToForward => 'F',
        OrderStage::ToAccept => 'T',
        OrderStage::Handling => 'H',
        OrderStage::AwaitingApproval => 'A',
        OrderStage::Executed => 'X',
        OrderStage::HandedIn => 'I',
        OrderStage::Ended => 'E',
    }
}

#[test]
fn the_table_of_moves_is_the_one_written_by_hand() {
    assert_eq!(IN_STAGES.len(), Verb::ALL.len());
    for (verb, letters) in IN_STAGES {
        for stage in Stage::ALL {
            assert_eq!(stage.allows(*verb), letters.contains(letter(*stage)), "{verb:?} in {stage:?}");
        }
    }
    for verb in Verb::ALL {
        let letters = IN_ORDER_STAGES.iter().find(|it| it.0 == *verb).map_or("", |it| it.1);
        assert_eq!(verb.scope() == Scope::Order, !letters.is_empty(), "{verb:?}");
        for stage in OrderStage::ALL {
            assert_eq!(stage.allows(*verb), letters.contains(order_letter(*stage)), "{verb:?} in {stage:?}");
        }
    }
}

/// A world in which the complaint, and its first work order where it has one, stands at a place.
fn standing_at(stage: Stage, order: Option<OrderStage>) -> World {
    let mut world = World::new();
    match (stage, order) {
        (Stage::ToJudge, _) => {
            world.register();
        }
        (Stage::ToReply, _) => {
            world.register();
            world.act(world.desk(), judged(Validity::Unfounded)).unwrap();
        }
        (Stage::ToDispatch, Some(OrderStage::Ended)) => {
            world.register();
            world.founded().dispatched();
            let words = text("不属于我部");
            world
                .act(world.handler(), Command::GiveBack { order: FIRST, reason: ReturnReason::NotOurs, words })
                .unwrap();
        }
        (Stage::ToDispatch, _) => {
            world.register();
            world.founded();
        }
        (Stage::InHandling, Some(at)) => in_handling(&mut world, at),
        (Stage::ToCallBack, _) => {
            world.come_to_callback();
        }
        (Stage::Escalated, _) => {
            world.come_to_callback();
            let reason = text("反复维修无效");
            world.act(world.supervisor(), Command::Escalate { reason }).unwrap();
        }
        (Stage::Closed, _) => {
            world.come_to_callback();
            world.called_back(Satisfaction::Satisfied).unwrap();
        }
        (Stage::Archived, _) => {
            world.come_to_callback();
            world.called_back(Satisfaction::Satisfied).unwrap();
            world.act(world.supervisor(), Command::Archive).unwrap();
        }
        (Stage::Merged, _) => {
            world.register();
            let into = redress::domain::id::ComplaintId::new(world.calendar().day_of(world.now), 7);
            world.act(world.desk(), Command::Merge { into }).unwrap();
        }
        (Stage::InHandling, None) => unreachable!("handling has work orders"),
    }
    world.stage(stage);
    if let Some(order) = order {
        assert_eq!(world.case().orders[0].stage, order);
    }
    world
}

fn in_handling(world: &mut World, at: OrderStage) {
    if at == OrderStage::ToForward {
        let routed = world.office.categories().find(|it| matches!(it.route, office::Route::ViaManager(_))).unwrap().id;
        let mut details = world.details();
        details.category = routed;
        world.register_with(details).unwrap();
        world.founded().dispatched();
        return;
    }
    world.register();
    world.founded();
    let mut to = world.to_department();
    to.push(Assignment { department: world.second_department(), handler: None, assistants: Vec::new() });
    world.act(world.desk(), Command::Dispatch { to, note: None }).unwrap();
    match at {
        OrderStage::ToForward | OrderStage::ToAccept => {}
        OrderStage::Handling => {
            world.accepted(FIRST);
        }
        OrderStage::AwaitingApproval => {
            world.accepted(FIRST).planned(FIRST);
            world.act(world.handler(), Command::Submit { order: FIRST }).unwrap();
        }
        OrderStage::Executed => {
            world.accepted(FIRST).planned(FIRST).executed(FIRST);
        }
        OrderStage::HandedIn => {
            world.accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
        }
        OrderStage::Ended => {
            world.act(world.desk(), Command::Recall { order: FIRST, reason: text("派错部门") }).unwrap();
        }
    }
}

const PLACES: &[(Stage, Option<OrderStage>)] = &[
    (Stage::ToJudge, None),
    (Stage::ToReply, None),
    (Stage::ToDispatch, None),
    (Stage::ToDispatch, Some(OrderStage::Ended)),
    (Stage::InHandling, Some(OrderStage::ToForward)),
    (Stage::InHandling, Some(OrderStage::ToAccept)),
    (Stage::InHandling, Some(OrderStage::Handling)),
    (Stage::InHandling, Some(OrderStage::AwaitingApproval)),
    (Stage::InHandling, Some(OrderStage::Executed)),
    (Stage::InHandling, Some(OrderStage::HandedIn)),
    (Stage::InHandling, Some(OrderStage::Ended)),
    (Stage::ToCallBack, Some(OrderStage::HandedIn)),
    (Stage::Escalated, Some(OrderStage::HandedIn)),
    (Stage::Closed, Some(OrderStage::HandedIn)),
    (Stage::Archived, Some(OrderStage::HandedIn)),
    (Stage::Merged, None),
];

/// Somebody with one role only, in the department at hand.
fn newcomer(world: &mut World, role: Role) -> PersonId {
    let id = PersonId(900);
    let sample = world.office.person(world.handler()).unwrap().clone();
    let person = Person { id, name: text("新人"), roles: [role].into_iter().collect(), ..sample };
    office::evolve(&mut world.office, &office::Event::PersonAdded(person));
    id
}

#[test]
fn decide_does_what_role_and_table_say_everywhere() {
    let mut met = 0;
    for (stage, order) in PLACES {
        for role in Role::ALL {
            let mut world = standing_at(*stage, *order);
            let who = newcomer(&mut world, *role);
            for verb in Verb::ALL {
                let command = sample(&world, *verb, FIRST, 0);
                assert_eq!(command.verb(), *verb);
                let made = redress::domain::complaint::decide(&world.ctx(who), world.case(), command.clone());
                let first = world.case().orders.first();
                let here = format!("{role:?} {verb:?} in {stage:?}/{order:?}: {made:?}");
                // By default reports end with the slip (X8).
                let over = *verb == Verb::Report && *order == Some(OrderStage::HandedIn);
                let order_allows =
                    verb.scope() == Scope::Complaint || first.is_some_and(|it| it.stage.allows(*verb) && !over);
                if !role.may(*verb) {
                    assert_eq!(made, Err(Rejection::NotAllowed { verb: *verb }), "{here}");
                } else if !stage.allows(*verb) {
                    assert_eq!(made, Err(Rejection::NotNow { verb: *verb, stage: *stage }), "{here}");
                } else if !order_allows {
                    assert!(
                        matches!(made, Err(Rejection::OrderNotNow { .. } | Rejection::NoSuchOrder { .. })),
                        "{here}"
                    );
                } else {
                    met += 1;
                    assert!(
                        !matches!(
                            made,
                            Err(Rejection::NotAllowed { .. }
                                | Rejection::NotNow { .. }
                                | Rejection::OrderNotNow { .. })
                        ),
                        "{here}"
                    );
                }
                let asked = redress::domain::complaint::may(&world.ctx(who), world.case(), *verb, command.order());
                if made.is_ok() {
                    assert_eq!(asked, Ok(()), "a button would be missing: {here}");
                }
                if let Err(refused) = asked {
                    assert_eq!(made, Err(refused), "a button would promise too much: {here}");
                }
            }
        }
    }
    assert!(met > 500, "only {met} moves were possible at all");
}

#[test]
fn where_the_office_wants_reports_until_closing_they_are_taken_after_the_slip() {
    let mut world = standing_at(Stage::ToCallBack, Some(OrderStage::HandedIn));
    let report = sample(&world, Verb::Report, FIRST, 0);
    let stage = OrderStage::HandedIn;
    let over = Rejection::OrderNotNow { verb: Verb::Report, order: FIRST, stage };
    assert_eq!(world.act(world.handler(), report.clone()), Err(over));
    let mut rules = world.office.rules().clone();
    rules.reports_until = office::ReportsUntil::Closed;
    office::evolve(&mut world.office, &office::Event::RulesSet(rules));
    world.act(world.handler(), report).unwrap();
}

#[test]
fn every_verb_is_possible_somewhere_for_somebody() {
    for verb in Verb::ALL.iter().filter(|it| **it != Verb::Register) {
        let possible = PLACES.iter().any(|(stage, order)| {
            // Converting is for what is no complaint yet: `an_inquiry_that_does_not_satisfy_becomes_a_complaint`.
            *verb == Verb::Convert
                || Role::ALL.iter().any(|role| {
                    let mut world = standing_at(*stage, *order);
                    let who = newcomer(&mut world, *role);
                    redress::domain::complaint::may(&world.ctx(who), world.case(), *verb, Some(FIRST)).is_ok()
                })
        });
        assert!(possible, "{verb:?}");
    }
}

#[test]
fn a_department_touches_its_own_cases_only() {
    let mut world = standing_at(Stage::InHandling, Some(OrderStage::Handling));
    let elsewhere = world.person(Role::DepartmentManager, Some(world.second_department()));
    let words = || text("看一下");
    let report = Command::Report { order: FIRST, progress: Progress::Other, words: words() };
    assert_eq!(world.act(elsewhere, report), Err(Rejection::NotYours { order: FIRST }));
    let third = world
        .office
        .people()
        .find(|it| {
            it.active
                && it.roles.has(Role::DepartmentHandler)
                && it.department != world.department()
                && it.department != world.second_department()
        })
        .unwrap()
        .id;
    assert_eq!(world.act(third, Command::Note { words: words() }), Err(Rejection::NotConcerned));
}

#[test]
fn the_program_does_only_what_time_brings_about() {
    let mut world = standing_at(Stage::InHandling, Some(OrderStage::Handling));
    for verb in Verb::ALL {
        let command = sample(&world, *verb, FIRST, 0);
        let made = world.act(PROGRAM, command);
        if !program(*verb) {
            assert_eq!(made, Err(Rejection::NotAllowed { verb: *verb }));
        }
    }
}

#[test]
fn strangers_and_retired_people_do_nothing() {
    let mut world = standing_at(Stage::ToJudge, None);
    let stranger = PersonId(4711);
    assert_eq!(world.act(stranger, judged(Validity::Founded)), Err(Rejection::NotAMember { person: stranger }));
    let desk = world.desk();
    let mut person = world.office.person(desk).unwrap().clone();
    person.active = false;
    office::evolve(&mut world.office, &office::Event::PersonChanged(person));
    assert_eq!(world.act(desk, judged(Validity::Founded)), Err(Rejection::NotAMember { person: desk }));
}
