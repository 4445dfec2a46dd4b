//! Board, workbench, inbox, callbacks, timeline, sweep.

use redress::books::board::{Due, Flag, Lane, Narrow, Owner, Sort};
use redress::books::callbacks::{Division, Group};
use redress::books::inbox::{Compliance, Whose};
use redress::books::timeline::{Kept, Passage};
use redress::books::{Heat, View, timeline};
use redress::domain::clock::ClockKey;
use redress::domain::complaint::terms::{CallOutcome, CloseCode, ContactMethod, Kind, Satisfaction, Validity};
use redress::domain::complaint::words::Assignment;
use redress::domain::complaint::{Command, Stage, Verb};
use redress::domain::customer::{Member, Phone};
use redress::domain::id::{ComplaintId, OrderNo, PersonId, Round, StreamId};
use redress::domain::limits::ClockName;
use redress::domain::office::Route;
use redress::domain::record::{PROGRAM, Recorded};
use redress::domain::role::Role;

use super::log::Log;
use crate::world::{FIRST, World, judged, missed, text};

fn view(log: &Log, viewer: PersonId) -> View {
    View { viewer, now: log.world.now }
}

/// A name, the steps to it, its lane, the verb on its card.
type Case = (&'static str, fn(&mut World), Option<Lane>, Option<Verb>);

/// A complaint in every stage and state of its work order, with the lane where it belongs and the verb that the desk
/// sees on it.
fn cases() -> Vec<Case> {
    fn handled(it: &mut World) -> &mut World {
        it.founded().dispatched().accepted(FIRST)
    }
    fn to_callback(it: &mut World) -> &mut World {
        handled(it).planned(FIRST).executed(FIRST).handed_in(FIRST)
    }
    fn dissatisfied_twice(it: &mut World) {
        to_callback(it).called_back(Satisfaction::Dissatisfied).unwrap();
        let second = OrderNo(2);
        it.accepted(second).planned(second).executed(second).handed_in(second);
        it.called_back(Satisfaction::Dissatisfied).unwrap();
    }
    vec![
        ("to judge", |_| {}, Some(Lane::ToDispatch), Some(Verb::Judge)),
        (
            "to reply",
            |it| {
                it.act(it.desk(), judged(Validity::Unfounded)).unwrap();
            },
            Some(Lane::ToDispatch),
            Some(Verb::Reply),
        ),
        (
            "to dispatch",
            |it| {
                it.founded();
            },
            Some(Lane::ToDispatch),
            Some(Verb::Dispatch),
        ),
        (
            "to accept",
            |it| {
                it.founded().dispatched();
            },
            Some(Lane::ToAccept),
            Some(Verb::Remind),
        ),
        (
            "in handling",
            |it| {
                handled(it);
            },
            Some(Lane::Handling),
            Some(Verb::Remind),
        ),
        (
            "awaiting approval",
            |it| {
                handled(it).planned(FIRST);
                it.act(it.handler(), Command::Submit { order: FIRST }).unwrap();
            },
            Some(Lane::Approval),
            Some(Verb::Remind),
        ),
        (
            "executed",
            |it| {
                handled(it).planned(FIRST).executed(FIRST);
            },
            Some(Lane::Handling),
            Some(Verb::Remind),
        ),
        (
            "to call back",
            |it| {
                to_callback(it);
            },
            Some(Lane::Callback),
            Some(Verb::Dial),
        ),
        ("escalated", dissatisfied_twice, Some(Lane::Escalated), None),
        (
            "closed",
            |it| {
                to_callback(it).called_back(Satisfaction::Satisfied).unwrap();
            },
            None,
            None,
        ),
        (
            "merged",
            |it| {
                let into = redress::domain::id::ComplaintId::new(it.calendar().day_of(it.now), 7);
                it.act(it.desk(), Command::Merge { into }).unwrap();
            },
            None,
            None,
        ),
    ]
}

#[test]
fn every_stage_has_its_lane_and_its_verb() {
    let mut stages = Vec::new();
    for (name, steps, lane, verb) in cases() {
        let mut log = Log::new();
        let id = log.at("2026-03-12 09:00").register(|_| {});
        log.on(id, steps);
        let books = log.books();
        let desk = log.world.desk();
        let complaint = books.complaint(id).unwrap();
        stages.push(complaint.stage);
        assert_eq!(Lane::of(complaint), lane, "{name}");
        let lanes = books.lanes(view(&log, desk), Narrow::default(), Sort::default());
        assert_eq!(lanes.len(), 6);
        let shown: Vec<_> = lanes.iter().flat_map(|(lane, cards)| cards.iter().map(move |it| (*lane, it))).collect();
        assert_eq!(shown.iter().map(|(lane, _)| *lane).collect::<Vec<_>>(), lane.into_iter().collect::<Vec<_>>());
        let due = shown.first().and_then(|(_, card)| card.due).map(|it| it.verb);
        assert_eq!(due, verb, "{name}");
    }
    let missing: Vec<_> = Stage::ALL.iter().filter(|it| !stages.contains(it)).collect();
    assert_eq!(missing, [&Stage::Archived], "an archived complaint is not among the live ones");
}

#[test]
fn the_order_that_is_furthest_behind_decides_the_lane() {
    let mut log = Log::new();
    let id = log.at("2026-03-12 09:00").register(|_| {});
    log.on(id, |it| {
        it.founded();
        let mut to = it.to_department();
        to.push(Assignment { department: it.second_department(), handler: None, assistants: Vec::new() });
        it.act(it.desk(), Command::Dispatch { to, note: None }).unwrap();
        it.accepted(FIRST);
    });
    let books = log.books();
    assert_eq!(Lane::of(books.complaint(id).unwrap()), Some(Lane::ToAccept));
}

#[test]
fn a_card_shows_the_clock_the_owner_and_the_verb_of_its_viewer() {
    let mut log = Log::new();
    let id = log.at("2026-03-12 09:00").register(|_| {});
    log.on(id, |it| {
        it.founded().dispatched().accepted(FIRST);
    });
    log.at("09:25");
    let books = log.books();
    let (desk, handler) = (log.world.desk(), log.world.handler());
    let card = |viewer| books.card(view(&log, viewer), books.complaint(id).unwrap()).unwrap();
    let clock = |viewer| card(viewer).clock.map(|it| (it.clock.key.name, it.heat, it.left.num_minutes()));
    assert_eq!(clock(handler), Some((ClockName::Report, Heat::Soon, 5)));
    assert_eq!(clock(desk), Some((ClockName::Report, Heat::Soon, 5)), "the desk tracks every clock");
    assert_eq!(card(handler).due, Some(Due { verb: Verb::Report, order: Some(FIRST) }));
    assert_eq!(card(desk).due, Some(Due { verb: Verb::Remind, order: Some(FIRST) }));
    assert_eq!(card(desk).owner, Owner::Person(handler));
    let elsewhere = log.world.person(Role::DepartmentHandler, Some(log.world.second_department()));
    assert!(books.cards(view(&log, elsewhere), Narrow::default(), Sort::default()).is_empty(), "A24");
    assert_eq!(clock(elsewhere), None);
}

#[test]
fn flags_say_what_the_eye_should_catch() {
    let mut log = Log::new();
    log.at("2026-03-10 09:00").register(|_| {});
    let routed = log.world.office.categories().find(|it| matches!(it.route, Route::ViaManager(_))).unwrap().id;
    let id = log.at("2026-03-12 09:00").register(|it| {
        it.safety = true;
        it.complainant.member = Some(Member { number: None, tier: None });
    });
    let flags = |log: &Log, id| {
        let books = log.books();
        books.flags(books.complaint(id).unwrap(), log.world.now)
    };
    assert_eq!(flags(&log, id), vec![Flag::Major, Flag::ToJudge, Flag::Times(2), Flag::Member]);
    log.on(id, |it| {
        it.founded().dispatched().accepted(FIRST);
    });
    log.at("10:05");
    assert_eq!(flags(&log, id), vec![Flag::Major, Flag::Times(2), Flag::Member, Flag::Missed(2)]);
    let hop = log.register(|it| {
        it.category = routed;
        it.complainant.phone = Phone::new("13900000000").unwrap();
    });
    log.on(hop, |it| {
        it.founded().dispatched();
    });
    assert_eq!(flags(&log, hop), vec![Flag::TwoHops]);
}

#[test]
fn the_workbench_groups_by_heat_and_counts_the_rest() {
    let mut log = Log::new();
    let late = log.at("2026-03-12 09:00").register(|_| {});
    let soon = log.at("09:08").register(|_| {});
    let today = log.at("09:11").register(|_| {});
    let later = log.at("09:11").register(|it| it.kind = Kind::Inquiry);
    log.at("09:12");
    let books = log.books();
    let viewed = view(&log, log.world.desk());
    let ids = |cards: &[redress::books::board::Card<'_>]| cards.iter().map(|it| it.complaint.id).collect::<Vec<_>>();
    let urgent = books.urgent(viewed, 20);
    assert_eq!((ids(&urgent.late), ids(&urgent.soon), ids(&urgent.today)), (vec![late], vec![soon], vec![today]));
    assert_eq!((urgent.cut, urgent.later), (0, 1));
    let urgent = books.urgent(viewed, 1);
    assert_eq!((ids(&urgent.late), urgent.cut, urgent.later), (vec![late], 2, 1));
    assert!(books.complaint(later).is_some());

    let figures = books.figures(viewed);
    assert_eq!((figures.open, figures.new_today, figures.due_today, figures.late), (4, 4, 2, 1));
    assert_eq!(figures.late_clocks, vec![(ClockName::Dispatch, 1)]);
    assert_eq!((figures.to_call_back, figures.members_to_call_back), (0, 0));
    // A department is told of its own: what it does not see is in none of its figures.
    let handler = view(&log, log.world.handler());
    let figures = books.figures(handler);
    assert_eq!((figures.open, figures.new_today), (0, 0));
    let all = redress::books::tally::Filter::default();
    assert_eq!((books.seen(viewed.viewer, &all), books.seen(handler.viewer, &all)), (4, 0));
}

#[test]
fn an_inbox_follows_the_work_order() {
    let mut log = Log::new();
    let id = log.at("2026-03-12 09:00").register(|_| {});
    let (handler, manager) = (log.world.handler(), log.world.manager());
    let counts = |log: &Log, viewer| {
        let books = log.books();
        let it = books.inbox(view(log, viewer));
        [it.to_approve.len(), it.to_accept.len(), it.in_work.len(), it.handed_in.len()]
    };
    log.on(id, |it| {
        it.founded().dispatched();
    });
    assert_eq!(counts(&log, handler), [0, 1, 0, 0]);
    log.on(id, |it| {
        it.accepted(FIRST).planned(FIRST);
    });
    assert_eq!(counts(&log, handler), [0, 0, 1, 0]);
    log.on(id, |it| {
        it.act(it.handler(), Command::Submit { order: FIRST }).unwrap();
    });
    assert_eq!((counts(&log, handler), counts(&log, manager)), ([0, 0, 1, 0], [1, 0, 0, 0]));
    log.on(id, |it| {
        let approve = Command::Approve {
            order: FIRST,
            method: redress::domain::complaint::terms::ApprovalMethod::System,
            words: None,
        };
        it.act(it.manager(), approve).unwrap();
        it.executed(FIRST).handed_in(FIRST);
    });
    assert_eq!(counts(&log, handler), [0, 0, 0, 1]);
    log.on(id, |it| {
        it.called_back(Satisfaction::Dissatisfied).unwrap();
        let second = OrderNo(2);
        it.accepted(second).planned(second).executed(second).handed_in(second);
        it.called_back(Satisfaction::Dissatisfied).unwrap();
    });
    let books = log.books();
    let target = log.case(id).escalation.as_ref().unwrap().to;
    let escalated: Vec<_> = books.inbox(view(&log, target)).escalated.iter().map(|it| it.id).collect();
    assert_eq!(escalated, vec![id]);
}

#[test]
fn compliance_has_a_numerator_a_denominator_and_what_is_missed_right_now() {
    let mut log = Log::new();
    let id = log.at("2026-03-12 09:00").register(|_| {});
    log.on(id, |it| {
        it.founded().dispatched().accepted(FIRST);
    });
    log.at("09:30").on(id, |it| {
        it.reported(FIRST).unwrap();
    });
    log.at("10:05");
    let (handler, department) = (log.world.handler(), log.world.department());
    let books = log.books();
    let ask = |whose, month: &str| books.compliance(whose, month.parse().unwrap(), log.world.now);
    let kept = Compliance { on_time: 1, due: 2, exempt: 0 };
    assert_eq!(ask(Whose::Person(handler), "2026-03"), kept);
    assert_eq!(ask(Whose::Department(department), "2026-03"), kept);
    assert_eq!(ask(Whose::Department(log.world.second_department()), "2026-03"), Compliance::default());
    assert_eq!(ask(Whose::Everybody, "2026-02"), Compliance::default());
}

fn to_callback(log: &mut Log, member: bool) -> ComplaintId {
    let id = log.register(|it| it.complainant.member = member.then_some(Member { number: None, tier: None }));
    log.on(id, |it| {
        it.founded().dispatched().accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
    });
    id
}

#[test]
fn the_queue_begins_with_appointments_then_members() {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let other = to_callback(&mut log, false);
    let member = to_callback(&mut log, true);
    let appointed = to_callback(&mut log, false);
    let (desk, at) = (log.world.desk(), log.world.moment("15:00"));
    log.act(appointed, desk, Command::Appoint { at, words: None });
    log.at("10:00").act(other, desk, Command::Dial { method: ContactMethod::Phone, urgent: None });
    log.act(other, desk, Command::RecordCallback(Box::new(missed(CallOutcome::NoAnswer))));
    let books = log.books();
    let queue = books.callbacks(view(&log, desk));
    let shown: Vec<_> = queue.iter().map(|it| (it.complaint.id, it.group, it.attempt)).collect();
    assert_eq!(shown, vec![(appointed, Group::Appointed, 1), (member, Group::Member, 1), (other, Group::Other, 2)]);
    assert!(queue.iter().all(|it| !it.handled_by_viewer && it.quiet_until.is_none()));
    let seen_by_handler = books.callbacks(view(&log, log.world.handler()));
    assert!(seen_by_handler.iter().all(|it| it.handled_by_viewer), "X13");
    let today = log.world.calendar().day_of(log.world.now);
    let called: Vec<_> = books.called_on(today).iter().map(|(it, _)| it.id).collect();
    assert_eq!(called, vec![other]);
}

#[test]
fn callbacks_are_divided_evenly_and_never_to_who_handled_them() {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let cases: Vec<ComplaintId> = (0..5).map(|_| to_callback(&mut log, false)).collect();
    let (desk, supervisor, handler) = (log.world.desk(), log.world.supervisor(), log.world.handler());
    // The desk has one already, and somebody is on the phone with the last one.
    log.at("10:00").act(cases[0], desk, Command::AssignCallback { person: Some(desk) });
    log.act(cases[4], desk, Command::Dial { method: ContactMethod::Phone, urgent: None });
    let books = log.books();
    assert!(books.callers().any(|it| it == desk) && books.callers().all(|it| it != handler), "only who may call");
    assert_eq!((books.callbacks_of(desk), books.callbacks_of(supervisor)), (1, 0));
    let now = log.world.now;
    let rows: [(&[ComplaintId], &[PersonId], Division); 4] = [
        // Of equals the first; whoever has less gets more.
        (
            &cases[1..4],
            &[desk, supervisor],
            Division {
                given: vec![(cases[1], supervisor), (cases[2], desk), (cases[3], supervisor)],
                left: Vec::new(),
            },
        ),
        // What is divided anew counts for nobody.
        (
            &cases[..2],
            &[desk, supervisor],
            Division { given: vec![(cases[0], desk), (cases[1], supervisor)], left: Vec::new() },
        ),
        // A call that goes on is nobody's to give; who handled them gets none.
        (&cases[3..], &[desk, handler], Division { given: vec![(cases[3], desk)], left: vec![cases[4]] }),
        (&cases[1..3], &[handler], Division { given: Vec::new(), left: cases[1..3].to_vec() }),
    ];
    for (chosen, callers, then) in rows {
        assert_eq!(books.divide((chosen, now), callers), then, "{chosen:?} among {callers:?}");
    }
}

#[test]
fn a_callback_is_owned_by_whom_it_was_given_to() {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let id = to_callback(&mut log, false);
    let (desk, supervisor) = (log.world.desk(), log.world.supervisor());
    let owners = |log: &Log| {
        let books = log.books();
        let complaint = books.complaint(id).unwrap();
        let clock = complaint.clocks.find(ClockKey::of(ClockName::Callback)).unwrap();
        books.owners(complaint, clock, None)
    };
    assert_eq!(owners(&log), vec![desk], "who tracks it");
    log.at("10:00").act(id, desk, Command::AssignCallback { person: Some(supervisor) });
    assert_eq!(owners(&log), vec![supervisor]);
    assert!(log.books().is_to_call(supervisor, log.books().complaint(id).unwrap()));
}

#[test]
fn scenario_8_a_member_who_was_not_called_back_is_named() {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let called = to_callback(&mut log, true);
    let forgotten = to_callback(&mut log, true);
    to_callback(&mut log, true);
    log.at("10:00").on(called, |it| {
        it.called_back(Satisfaction::Satisfied).unwrap();
    });
    let supervisor = log.world.supervisor();
    let close = Command::Close { code: CloseCode::Withdrawn, reason: Some(text("客户撤诉")) };
    log.act(forgotten, supervisor, close);
    let books = log.books();
    let gauge = books.member_gauge("2026-03".parse().unwrap());
    let missing: Vec<_> = gauge.missing.iter().map(|it| it.id).collect();
    assert_eq!((gauge.reached, gauge.closed, missing), (1, 2, vec![forgotten]));
    assert_eq!(books.member_gauge("2026-04".parse().unwrap()).closed, 0);
}

#[test]
fn the_timeline_says_what_was_in_time_and_where_rounds_begin() {
    let mut log = Log::new();
    let id = log.at("2026-03-12 09:00").register(|_| {});
    log.on(id, |it| {
        it.founded();
    });
    log.at("09:11").on(id, |it| {
        it.dispatched();
    });
    log.at("09:20").on(id, |it| {
        it.accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
    });
    log.at("10:00").on(id, |it| {
        it.called_back(Satisfaction::Dissatisfied).unwrap();
    });
    let facts: Vec<Recorded> = log.facts.iter().filter(|it| it.stream == StreamId::Complaint(id)).cloned().collect();
    let passages = timeline(&facts);
    let rounds: Vec<_> = passages
        .iter()
        .filter_map(|it| match it {
            Passage::Round(round) => Some(*round),
            Passage::Fact(_) => None,
        })
        .collect();
    assert_eq!(rounds, vec![Round(1), Round(2)]);
    let happened: Vec<_> = passages
        .iter()
        .filter_map(|it| match it {
            Passage::Round(_) => None,
            Passage::Fact(it) => Some(it),
        })
        .collect();
    assert_eq!(happened.len(), facts.len());
    let dispatched = &happened[2];
    assert_eq!(dispatched.stopped, vec![(ClockName::Dispatch, Kept::Late(chrono::Duration::minutes(1)))]);
    assert_eq!((dispatched.on_time(), happened[3].on_time(), happened[0].on_time()), (Some(false), Some(true), None));
    assert_eq!(dispatched.by, log.world.desk());
}

#[test]
fn the_sweep_supervises_after_the_third_missed_report_and_once() {
    let mut log = Log::new();
    let id = log.at("2026-03-12 09:00").register(|_| {});
    log.on(id, |it| {
        it.founded().dispatched().accepted(FIRST);
    });
    assert_eq!(log.books().sweep(log.world.moment("10:29")), vec![]);
    let due = log.books().sweep(log.world.moment("10:30"));
    assert_eq!(due, vec![(id, Command::Supervise { order: FIRST, words: None })]);
    log.at("10:30").on(id, |it| {
        for (_, command) in due {
            it.program(command).unwrap();
        }
    });
    assert_eq!(log.books().sweep(log.world.moment("11:30")), vec![]);
}

#[test]
fn the_sweep_archives_what_has_been_closed_for_thirty_days() {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let id = to_callback(&mut log, false);
    log.at("10:00").on(id, |it| {
        it.called_back(Satisfaction::Satisfied).unwrap();
    });
    assert_eq!(log.books().sweep(log.world.moment("2026-04-11 09:59")), vec![]);
    assert_eq!(log.books().sweep(log.world.moment("2026-04-11 10:00")), vec![(id, Command::Archive)]);
    log.at("2026-04-11 10:00").act(id, PROGRAM, Command::Archive);
    assert_eq!(log.books().sweep(log.world.moment("2026-05-11 10:00")), vec![]);
}
