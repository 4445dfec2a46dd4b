//! Alerts: when a clock climbs its ladder, and who is told.

use redress::books::View;
use redress::books::alerts::{Matter, Part, Rung, ladder, reached};
use redress::domain::complaint::terms::PauseReason;
use redress::domain::complaint::{Command, Event};
use redress::domain::id::PersonId;
use redress::domain::limits::ClockName;
use redress::domain::office::{self, Presence, Subject};

use super::log::Log;
use crate::world::{FIRST, World, text};

type Given = (&'static str, fn(&mut World), ClockName);

/// When a complaint is registered, what happens, and when the three rungs of a clock are raised.
#[track_caller]
fn check((at, steps, name): Given, then: [&str; 3]) {
    let mut world = World::new();
    world.at(at).register();
    steps(&mut world);
    let clock = world.case().clocks.running().find(|it| it.key.name == name).unwrap().clone();
    let raised = ladder(world.calendar(), &clock).map(|(_, at)| world.wall(at));
    assert_eq!(raised, then.map(str::to_owned), "{at} {name:?}");
}

fn nothing(_: &mut World) {}

fn accepted(it: &mut World) {
    it.founded().dispatched().accepted(FIRST);
}

fn executed(it: &mut World) {
    accepted(it);
    it.planned(FIRST).executed(FIRST);
}

fn stood_still_for_an_hour(it: &mut World) {
    accepted(it);
    let handler = it.handler();
    it.at("09:10");
    it.act(handler, Command::Pause { order: FIRST, reason: PauseReason::WaitingForCustomer, words: text("等寄回") })
        .unwrap();
    it.at("10:10");
    it.act(handler, Command::Resume { order: FIRST }).unwrap();
}

#[test]
fn a_clock_climbs_in_its_own_unit_and_alerts_keep_office_hours() {
    let dispatch = ClockName::Dispatch;
    check(("2026-03-12 09:00", nothing, dispatch), ["2026-03-12 09:08", "2026-03-12 09:10", "2026-03-12 09:20"]);
    // Lunch.
    check(("2026-03-12 11:55", nothing, dispatch), ["2026-03-12 13:33", "2026-03-12 13:35", "2026-03-12 13:45"]);
    // Friday evening, and a night.
    check(("2026-03-13 17:58", nothing, dispatch), ["2026-03-16 09:06", "2026-03-16 09:08", "2026-03-16 09:18"]);
    check(("2026-03-12 20:00", nothing, dispatch), ["2026-03-13 09:08", "2026-03-13 09:10", "2026-03-13 09:20"]);
    // The Monday after is a holiday.
    check(("2026-04-03 17:55", nothing, dispatch), ["2026-04-07 09:03", "2026-04-07 09:05", "2026-04-07 09:15"]);
    // 24 natural hours: at 12:12 everybody is at lunch, and the third rung falls on a Saturday.
    let acknowledge = ClockName::Acknowledge;
    check(("2026-03-12 17:00", nothing, acknowledge), ["2026-03-13 13:30", "2026-03-13 17:00", "2026-03-16 09:00"]);
    // Three working days: 24 of 30 hours.
    check(
        ("2026-03-12 09:00", accepted, ClockName::Contact),
        ["2026-03-17 10:30", "2026-03-17 18:00", "2026-03-20 18:00"],
    );
    // The end of the day, and that of the next one: closing time is still working time.
    check(
        ("2026-03-12 16:00", executed, ClockName::Result),
        ["2026-03-12 17:36", "2026-03-12 18:00", "2026-03-13 18:00"],
    );
}

#[test]
fn time_in_which_a_clock_stood_still_does_not_count() {
    let given = ("2026-03-12 09:00", stood_still_for_an_hour as fn(&mut World), ClockName::Report);
    check(given, ["2026-03-12 10:24", "2026-03-12 10:30", "2026-03-12 11:00"]);
}

#[test]
fn a_clock_that_stands_still_raises_nothing() {
    let mut world = World::new();
    world.at("2026-03-12 09:00").register();
    accepted(&mut world);
    let standing = |world: &World| {
        let clock = world.clock(ClockName::Report, Some(FIRST));
        reached(world.calendar(), clock, world.moment("2026-03-12 11:59")).map(|it| it.0)
    };
    assert_eq!(standing(&world), Some(Rung::Overdue));
    let handler = world.handler();
    let pause = Command::Pause { order: FIRST, reason: PauseReason::WaitingForCustomer, words: text("等寄回") };
    world.act(handler, pause).unwrap();
    assert_eq!(standing(&world), None);
}

/// A case with a handler who reports nothing, in an office at a time of day.
fn silent() -> Log {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let id = log.register(|_| {});
    log.on(id, |it| {
        it.founded().dispatched();
        it.accepted(FIRST);
    });
    log
}

/// What handler, desk, supervisor and manager are told.
type ToldEach = [Option<(Rung, Part)>; 4];

/// What a viewer is told about the report at a time.
fn told(log: &mut Log, viewer: PersonId, at: &str) -> Option<(Rung, Part)> {
    log.at(at);
    let alerts = log.books().alerts(View { viewer, now: log.world.now });
    alerts.into_iter().find_map(|it| match it.matter {
        Matter::Clock(key, rung) if key.name == ClockName::Report => Some((rung, it.part)),
        Matter::Clock(..)
        | Matter::Silent(..)
        | Matter::Ownerless(_)
        | Matter::SightAsked(_)
        | Matter::SightAnswered
        | Matter::Reminded => None,
    })
}

#[test]
fn first_the_handler_then_the_supervisor_then_the_manager_is_told() {
    let mut log = silent();
    let (handler, supervisor, manager) = (log.world.handler(), log.world.supervisor(), log.world.manager());
    let desk = log.world.desk();
    let rows: [(&str, ToldEach); 4] = [
        ("09:23", [None, None, None, None]),
        ("09:24", [Some((Rung::Near, Part::Owns)), None, None, None]),
        (
            "09:30",
            [
                Some((Rung::Due, Part::Owns)),
                Some((Rung::Due, Part::Supervises)),
                Some((Rung::Due, Part::Supervises)),
                None,
            ],
        ),
        (
            "10:00",
            [
                Some((Rung::Overdue, Part::Owns)),
                Some((Rung::Overdue, Part::Supervises)),
                Some((Rung::Overdue, Part::Supervises)),
                Some((Rung::Overdue, Part::Manages)),
            ],
        ),
    ];
    for (at, then) in rows {
        let told = [handler, desk, supervisor, manager].map(|it| told(&mut log, it, at));
        assert_eq!(told, then, "{at}");
    }
}

#[test]
fn whoever_stands_in_is_told_like_the_one_who_is_away() {
    let mut log = silent();
    let (handler, deputy) = (log.world.handler(), log.world.manager());
    let mut person = log.world.office.person(handler).unwrap().clone();
    person.deputy = Some(deputy);
    log.office(office::Event::PersonChanged(person));
    assert_eq!(told(&mut log, deputy, "09:24"), None);
    log.office(office::Event::PresenceSet { person: handler, presence: Presence::Away });
    assert_eq!(told(&mut log, deputy, "09:24"), Some((Rung::Near, Part::Owns)));
}

#[test]
fn the_third_missed_report_takes_the_place_of_its_clock() {
    let mut log = silent();
    let supervisor = log.world.supervisor();
    log.at("10:30");
    let alerts = log.books().alerts(View { viewer: supervisor, now: log.world.now });
    let matters: Vec<Matter> = alerts.iter().map(|it| it.matter).collect();
    assert_eq!(matters, [Matter::Silent(FIRST, 3)]);
    assert!(alerts[0].is_late());
}

#[test]
fn a_case_whose_handler_left_is_a_case_without_an_owner() {
    let mut log = silent();
    let (handler, supervisor) = (log.world.handler(), log.world.supervisor());
    let ownerless = |log: &Log| {
        let alerts = log.books().alerts(View { viewer: supervisor, now: log.world.now });
        alerts.iter().any(|it| it.matter == Matter::Ownerless(FIRST))
    };
    assert!(!ownerless(&log));
    log.office(office::Event::Retired { what: Subject::Person(handler) });
    assert!(ownerless(&log));
}

#[test]
fn what_is_done_is_no_alert_any_more() {
    let mut log = silent();
    let handler = log.world.handler();
    assert_eq!(told(&mut log, handler, "09:31"), Some((Rung::Due, Part::Owns)));
    let id = log.facts.iter().find_map(|it| match it.stream {
        redress::domain::id::StreamId::Complaint(id) => Some(id),
        redress::domain::id::StreamId::Office | redress::domain::id::StreamId::Customer(_) => None,
    });
    log.on(id.unwrap(), |it| {
        let facts = it.reported(FIRST).unwrap();
        assert!(facts.iter().any(|it| matches!(it.event, Event::Reported { .. })));
    });
    assert_eq!(told(&mut log, handler, "09:32"), None);
}
