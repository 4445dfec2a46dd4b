//! What clocks promise, one sentence each. 2026-03-12 is a Thursday.

use chrono::NaiveDateTime;
use proptest::prelude::*;

use super::*;
use crate::domain::calendar::Span;
use crate::domain::limits::{Limits, Warn};

const DISPATCH: ClockKey = ClockKey::of(ClockName::Dispatch);
const REPORT: ClockKey = ClockKey::of_order(ClockName::Report, OrderNo(1));
const CALLBACK: ClockKey = ClockKey::of(ClockName::Callback);

#[track_caller]
fn at(local: &str) -> Moment {
    Calendar::mainland().moment(NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap())
}

fn minutes(n: i64) -> Duration {
    Duration::minutes(n)
}

/// An office with its clocks; every row of a test does or asks one thing.
struct Office {
    cal: Calendar,
    limits: Limits,
    clocks: Clocks,
}

impl Office {
    fn new() -> Self {
        Self { cal: Calendar::mainland(), limits: Limits::standard(), clocks: Clocks::default() }
    }

    fn with(csv: &str) -> Self {
        Self { cal: Calendar::mainland().with_exceptions(csv).unwrap(), ..Self::new() }
    }

    #[track_caller]
    fn start(&mut self, key: ClockKey, from: &str) {
        let it = start(&self.cal, &self.limits, key.name, key.order, at(from));
        self.clocks.apply(&it, at(from));
    }

    #[track_caller]
    fn moves(&mut self, it: &Move, when: &str) {
        self.clocks.apply(it, at(when));
    }

    #[track_caller]
    fn resume(&mut self, key: ClockKey, when: &str) {
        let it = resume(&self.cal, self.clocks.find(key).unwrap(), at(when));
        self.clocks.apply(&it, at(when));
    }

    #[track_caller]
    fn clock(&self, key: ClockKey) -> &Clock {
        self.clocks.find(key).unwrap()
    }

    #[track_caller]
    fn says(&self, key: ClockKey, now: &str, then: Standing) {
        assert_eq!(self.clock(key).standing(at(now)), then, "at {now}");
    }

    #[track_caller]
    fn left(&self, key: ClockKey, now: &str, then: i64) {
        assert_eq!(self.clock(key).left(&self.cal, at(now)), minutes(then), "at {now}");
    }

    #[track_caller]
    fn missed(&self, key: ClockKey, now: &str, then: u32) {
        assert_eq!(self.clock(key).missed(&self.cal, at(now)), then, "at {now}");
    }
}

#[test]
fn scenario_1_a_complaint_registered_at_nine_is_to_be_dispatched_by_ten_past_nine() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-03-12 09:00");
    let due = at("2026-03-12 09:10");
    office.says(DISPATCH, "2026-03-12 09:01", Standing::OnTime { due });
    office.says(DISPATCH, "2026-03-12 09:02", Standing::Soon { due });
    office.says(DISPATCH, "2026-03-12 09:11", Standing::Late { since: due });
    office.left(DISPATCH, "2026-03-12 09:11", -1);
    office.moves(&Move::Stop { key: DISPATCH }, "2026-03-12 09:11");
    let ended = at("2026-03-12 09:11");
    office.says(DISPATCH, "2027-03-12 09:11", Standing::Done { on_time: false, ended, due });
    office.left(DISPATCH, "2027-03-12 09:11", -1);
}

#[test]
fn scenario_1_the_tenth_minute_itself_is_in_time() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-03-12 09:00");
    office.moves(&Move::Stop { key: DISPATCH }, "2026-03-12 09:10");
    let due = at("2026-03-12 09:10");
    office.says(DISPATCH, "2026-03-12 09:30", Standing::Done { on_time: true, ended: due, due });
}

#[test]
fn scenario_1_the_evening_before_a_holiday_is_due_after_it_even_on_a_make_up_sunday() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-04-03 17:55");
    assert_eq!(office.clock(DISPATCH).due, at("2026-04-07 09:05"));
    let mut office = Office::new();
    office.start(DISPATCH, "2025-12-31 17:55");
    assert_eq!(office.clock(DISPATCH).due, at("2026-01-04 09:05"));
}

#[test]
fn scenario_2_a_report_missed_at_half_past_ten_is_red_then_and_three_misses_call_the_supervisor() {
    let mut office = Office::new();
    office.start(REPORT, "2026-03-12 09:30");
    office.start(REPORT, "2026-03-12 10:00");
    let due = at("2026-03-12 10:30");
    assert_eq!(office.clock(REPORT).kept, Kept { on_time: 1, late: 0 });
    office.says(REPORT, "2026-03-12 10:19", Standing::OnTime { due });
    office.says(REPORT, "2026-03-12 10:20", Standing::Soon { due });
    office.says(REPORT, "2026-03-12 10:30", Standing::Late { since: due });
    office.missed(REPORT, "2026-03-12 10:29", 0);
    office.missed(REPORT, "2026-03-12 10:30", 1);
    office.missed(REPORT, "2026-03-12 11:00", 2);
    office.missed(REPORT, "2026-03-12 11:29", 2);
    office.missed(REPORT, "2026-03-12 11:30", 3);
    // Lunch does not count: the fifth is due at 14:00.
    office.missed(REPORT, "2026-03-12 13:59", 4);
    office.missed(REPORT, "2026-03-12 14:00", 5);
}

#[test]
fn scenario_2_lunch_does_not_count_for_a_report() {
    let mut office = Office::new();
    office.start(REPORT, "2026-03-12 11:45");
    assert_eq!(office.clock(REPORT).due, at("2026-03-12 13:45"));
    office.left(REPORT, "2026-03-12 12:30", 15);
}

#[track_caller]
fn callback(office: &mut Office, (target, limit): (&str, &str)) {
    office.start(CALLBACK, "2026-03-13 16:00");
    let clock = office.clock(CALLBACK);
    assert_eq!((clock.warn, clock.due), (at(target), at(limit)));
}

#[test]
fn scenario_4_a_slip_of_friday_is_called_back_on_monday_at_the_latest_tuesday() {
    callback(&mut Office::new(), ("2026-03-16 18:00", "2026-03-17 18:00"));
}

#[test]
fn scenario_4_with_a_monday_holiday_on_tuesday_or_wednesday() {
    callback(&mut Office::with("2026-03-16,off,"), ("2026-03-17 18:00", "2026-03-18 18:00"));
}

#[test]
fn scenario_4_with_a_make_up_saturday_on_saturday_or_monday() {
    callback(&mut Office::with("2026-03-14,work,"), ("2026-03-14 18:00", "2026-03-16 18:00"));
}

#[test]
fn scenario_4_with_the_extra_limit_on_the_earlier_line_counts() {
    let mut office = Office::new();
    office.limits.callback_extra = Some(Limits::callback_extra_standard());
    callback(&mut office, ("2026-03-15 16:00", "2026-03-16 16:00"));
    assert_eq!(office.clock(CALLBACK).limit.unit, Unit::NaturalDays);
    // On a Monday the two working days are over first.
    office.start(CALLBACK, "2026-03-09 16:00");
    let clock = office.clock(CALLBACK);
    assert_eq!((clock.warn, clock.due), (at("2026-03-10 18:00"), at("2026-03-11 18:00")));
    // The other clocks know nothing of it.
    office.start(ClockKey::of(ClockName::OtherCallback), "2026-03-13 16:00");
    assert_eq!(office.clock(ClockKey::of(ClockName::OtherCallback)).due, at("2026-03-16 16:00"));
}

#[test]
fn a_pause_gives_back_exactly_the_working_time_it_took() {
    let mut office = Office::new();
    office.start(REPORT, "2026-03-12 11:50");
    office.moves(&pause(REPORT, PauseReason::WaitingForParts), "2026-03-12 11:55");
    let paused = Standing::Paused { reason: PauseReason::WaitingForParts };
    office.says(REPORT, "2026-03-12 17:00", paused);
    office.left(REPORT, "2026-03-12 17:00", 25);
    office.resume(REPORT, "2026-03-12 14:00");
    // 11:55–12:00 and 13:30–14:00 went by: 25 minutes are still left.
    assert_eq!(office.clock(REPORT).due, at("2026-03-12 14:25"));
    office.left(REPORT, "2026-03-12 14:00", 25);
    assert_eq!(office.clock(REPORT).warn, at("2026-03-12 14:15"));
}

#[test]
fn a_pause_over_night_takes_no_working_time() {
    let mut office = Office::new();
    office.start(REPORT, "2026-03-12 17:50");
    office.moves(&pause(REPORT, PauseReason::Other), "2026-03-12 18:30");
    office.resume(REPORT, "2026-03-13 08:30");
    assert_eq!(office.clock(REPORT).due, at("2026-03-13 09:20"));
}

#[test]
fn a_pause_of_a_natural_limit_takes_natural_time() {
    let mut office = Office::new();
    let key = ClockKey::of(ClockName::Acknowledge);
    office.start(key, "2026-03-13 17:00");
    office.moves(&pause(key, PauseReason::WaitingForCustomer), "2026-03-13 18:00");
    office.resume(key, "2026-03-16 09:00");
    assert_eq!(office.clock(key).due, at("2026-03-17 08:00"));
}

#[test]
fn a_second_pause_and_a_resume_without_one_change_nothing() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-03-12 09:00");
    office.resume(DISPATCH, "2026-03-12 09:03");
    assert_eq!(office.clock(DISPATCH).due, at("2026-03-12 09:10"));
    office.moves(&pause(DISPATCH, PauseReason::WaitingForApproval), "2026-03-12 09:04");
    office.moves(&pause(DISPATCH, PauseReason::Other), "2026-03-12 09:06");
    assert_eq!(office.clock(DISPATCH).pauses.len(), 1);
    office.resume(DISPATCH, "2026-03-12 09:08");
    assert_eq!(office.clock(DISPATCH).due, at("2026-03-12 09:14"));
}

#[test]
fn a_breach_survives_a_pause() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-03-12 09:00");
    office.moves(&pause(DISPATCH, PauseReason::Other), "2026-03-12 09:12");
    assert!(office.clock(DISPATCH).is_broken(at("2026-03-12 09:30")), "it was late before it stood still");
    office.resume(DISPATCH, "2026-03-12 10:00");
    office.left(DISPATCH, "2026-03-12 10:00", -2);
    assert!(office.clock(DISPATCH).is_broken(at("2026-03-12 10:00")));
}

#[test]
fn what_is_done_while_the_clock_stands_still_is_in_time() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-03-12 09:00");
    office.moves(&pause(DISPATCH, PauseReason::WaitingForCustomer), "2026-03-12 09:05");
    office.moves(&Move::Stop { key: DISPATCH }, "2026-03-12 11:00");
    let (ended, due) = (at("2026-03-12 11:00"), at("2026-03-12 09:10"));
    office.says(DISPATCH, "2026-03-12 11:00", Standing::Done { on_time: true, ended, due });
}

#[test]
fn a_promise_replaces_the_due_instant_and_is_marked() {
    let mut office = Office::new();
    office.start(REPORT, "2026-03-12 10:00");
    let promise = extend(&office.cal, office.clock(REPORT), at("2026-03-12 10:05"), at("2026-03-12 14:00"));
    office.moves(&promise, "2026-03-12 10:05");
    let due = at("2026-03-12 14:00");
    assert!(office.clock(REPORT).extended);
    office.says(REPORT, "2026-03-12 13:49", Standing::OnTime { due });
    office.says(REPORT, "2026-03-12 13:50", Standing::Soon { due });
    // A pause that began before the promise gives back only what it took after it.
    office.moves(&pause(REPORT, PauseReason::Other), "2026-03-12 10:10");
    let promise = extend(&office.cal, office.clock(REPORT), at("2026-03-12 11:00"), at("2026-03-12 15:00"));
    office.moves(&promise, "2026-03-12 11:00");
    office.resume(REPORT, "2026-03-12 11:20");
    assert_eq!(office.clock(REPORT).due, at("2026-03-12 15:20"));
}

#[test]
fn a_promised_clock_is_due_when_it_was_promised() {
    let mut office = Office::new();
    let key = ClockKey::of(ClockName::Promise);
    let (from, due) = (at("2026-03-12 10:00"), at("2026-03-13 14:30"));
    let it = start_until(&office.cal, &office.limits, key, (from, due));
    office.moves(&it, "2026-03-12 10:00");
    assert_eq!((office.clock(key).warn, office.clock(key).due), (at("2026-03-13 10:30"), due));
    let past = start_until(&office.cal, &office.limits, key, (from, at("2026-03-01 00:00")));
    let Move::Start { due, warn, .. } = past else { panic!("a start") };
    assert_eq!((warn, due), (from, from));
}

#[test]
fn an_exemption_counts_as_exempt_and_not_as_on_time() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-03-12 09:00");
    let exempt = Move::Exempt { key: DISPATCH, reason: ExemptionReason::SystemFailure };
    office.moves(&exempt, "2026-03-12 09:30");
    let standing = Standing::Exempt { reason: ExemptionReason::SystemFailure };
    office.says(DISPATCH, "2026-03-12 09:30", standing);
    assert!(office.clocks.most_urgent(|_| true).is_none());
    office.moves(&Move::Stop { key: DISPATCH }, "2026-03-12 09:40");
    office.says(DISPATCH, "2026-03-12 09:40", standing);
    assert!(!office.clock(DISPATCH).is_broken(at("2026-03-12 09:40")));
}

#[test]
fn an_exemption_stays_when_the_clock_starts_again() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-03-12 09:00");
    office.moves(&Move::Exempt { key: DISPATCH, reason: ExemptionReason::Other }, "2026-03-12 09:01");
    office.start(DISPATCH, "2026-03-12 09:05");
    let first = office.clocks.all().next().unwrap().standing(at("2026-03-12 09:05"));
    assert_eq!(first, Standing::Exempt { reason: ExemptionReason::Other });
    office.says(DISPATCH, "2026-03-12 09:05", Standing::OnTime { due: at("2026-03-12 09:15") });
}

#[test]
fn a_breach_stays_when_the_clock_starts_again() {
    let mut office = Office::new();
    office.start(DISPATCH, "2026-03-12 09:00");
    office.moves(&Move::Stop { key: DISPATCH }, "2026-03-12 09:20");
    office.start(DISPATCH, "2026-03-13 09:00");
    office.start(DISPATCH, "2026-03-13 09:05");
    let told: Vec<Standing> = office.clocks.all().map(|it| it.standing(at("2026-03-13 09:05"))).collect();
    let done = Standing::Done { on_time: false, ended: at("2026-03-12 09:20"), due: at("2026-03-12 09:10") };
    assert_eq!(told, [done, Standing::Cancelled, Standing::OnTime { due: at("2026-03-13 09:15") }]);
    assert_eq!(office.clocks.running().count(), 1);
}

#[test]
fn a_report_clock_is_replaced_and_its_tally_kept() {
    let mut office = Office::new();
    for report in ["09:00", "09:30", "10:15", "10:20"] {
        office.start(REPORT, &format!("2026-03-12 {report}"));
    }
    assert_eq!(office.clocks.all().count(), 1);
    assert_eq!(office.clock(REPORT).kept, Kept { on_time: 2, late: 1 });
    office.moves(&Move::Stop { key: REPORT }, "2026-03-12 10:30");
    office.start(REPORT, "2026-03-12 11:00");
    assert_eq!(office.clocks.all().count(), 2);
    assert_eq!(office.clock(REPORT).kept, Kept { on_time: 2, late: 1 });
}

#[test]
fn reports_of_one_order_do_not_touch_those_of_another() {
    let mut office = Office::new();
    let other = ClockKey::of_order(ClockName::Report, OrderNo(2));
    office.start(REPORT, "2026-03-12 09:00");
    office.start(other, "2026-03-12 09:10");
    office.moves(&Move::Stop { key: REPORT }, "2026-03-12 09:20");
    assert!(!office.clocks.is_running(REPORT) && office.clocks.is_running(other));
    assert!(office.clocks.find(DISPATCH).is_none());
    office.moves(&Move::Stop { key: DISPATCH }, "2026-03-12 09:20");
    assert_eq!(office.clocks.all().count(), 2, "a clock that is not there cannot stop");
}

#[test]
fn the_most_urgent_clock_runs_and_is_due_first() {
    let mut office = Office::new();
    office.start(CALLBACK, "2026-03-12 09:00");
    office.start(DISPATCH, "2026-03-12 09:00");
    office.start(REPORT, "2026-03-12 09:00");
    let first = |office: &Office| office.clocks.most_urgent(|_| true).unwrap().key;
    assert_eq!(first(&office), DISPATCH);
    office.moves(&pause(DISPATCH, PauseReason::Other), "2026-03-12 09:01");
    assert_eq!(first(&office), REPORT);
    let not_report = office.clocks.most_urgent(|it| it.key != REPORT).unwrap().key;
    assert_eq!(not_report, CALLBACK);
}

#[test]
fn the_ring_empties_with_the_time_that_counts() {
    let mut office = Office::new();
    office.start(REPORT, "2026-03-12 11:45");
    let share = |office: &Office, now: &str| (office.clock(REPORT).share_left(&office.cal, at(now)) * 100.0).round();
    let told = ["11:45", "12:00", "13:00", "13:45", "15:00"].map(|it| share(&office, &format!("2026-03-12 {it}")));
    assert_eq!(told.map(|it| it.to_string()), ["100", "50", "50", "0", "0"]);
    office.moves(&pause(REPORT, PauseReason::Other), "2026-03-12 12:00");
    office.resume(REPORT, "2026-03-12 15:00");
    assert_eq!(share(&office, "2026-03-12 15:00").to_string(), "50");
}

#[test]
fn working_day_clocks_count_missed_closings() {
    let mut office = Office::new();
    let key = ClockKey::of(ClockName::Result);
    office.start(key, "2026-03-12 10:00");
    office.missed(key, "2026-03-12 17:59", 0);
    office.missed(key, "2026-03-12 18:00", 1);
    office.missed(key, "2026-03-13 17:59", 1);
    office.missed(key, "2026-03-13 18:00", 2);
    office.missed(key, "2026-03-16 17:00", 2);
    office.missed(key, "2026-03-16 18:00", 3);
}

#[test]
fn the_explanation_is_that_of_the_settings_page() {
    let cal = Calendar::mainland();
    let told = explain(&cal, ClockName::Dispatch.standard(), at("2026-04-03 17:55"));
    assert_eq!(told.due, at("2026-04-07 09:05"));
    assert_eq!(told.counted, minutes(10));
    let span = |from: &str, until: &str| Span { from: at(from), until: at(until) };
    let days: Vec<(String, i64)> = told.days.iter().map(|it| (it.day.to_string(), it.total.num_minutes())).collect();
    let days: Vec<(&str, i64)> = days.iter().map(|(day, total)| (day.as_str(), *total)).collect();
    assert_eq!(days, [("2026-04-03", 5), ("2026-04-04", 0), ("2026-04-05", 0), ("2026-04-06", 0), ("2026-04-07", 5)]);
    assert_eq!(told.days[0].counted, [span("2026-04-03 17:55", "2026-04-03 18:00")]);
    assert_eq!(told.days[0].shifts.len(), 2, "the band shows the whole day");
    let evening = Gap { span: span("2026-04-03 18:00", "2026-04-04 00:00"), why: Why::OffHours };
    assert_eq!(told.days[0].gaps, [evening]);
    let name = "Tomb-sweeping Day".to_owned();
    let holiday = Gap { span: span("2026-04-06 00:00", "2026-04-07 00:00"), why: Why::Holiday { name } };
    assert_eq!(told.days[3].gaps, [holiday]);
    assert!(told.years_without_data.is_empty() && !told.promised);
}

#[test]
fn the_explanation_names_make_up_days_weekends_pauses_and_missing_years() {
    let mut office = Office::with("2026-03-14,work,moved");
    office.start(CALLBACK, "2026-03-13 16:00");
    office.moves(&pause(CALLBACK, PauseReason::WaitingForCustomer), "2026-03-14 10:00");
    office.resume(CALLBACK, "2026-03-14 11:00");
    let told = office.clock(CALLBACK).explain(&office.cal);
    let [friday, saturday, sunday, monday, tuesday] = told.days.as_slice() else { panic!("{told:?}") };
    assert_eq!(friday.number, None);
    assert_eq!((saturday.make_up.as_deref(), saturday.number), (Some("moved"), Some(1)));
    let waited = Why::Paused { reason: PauseReason::WaitingForCustomer };
    let gap = Span { from: at("2026-03-14 10:00"), until: at("2026-03-14 11:00") };
    assert!(saturday.gaps.contains(&Gap { span: gap, why: waited }));
    assert_eq!(saturday.total, minutes(390));
    assert_eq!((sunday.gaps.len(), &sunday.gaps[0].why), (1, &Why::Weekend));
    assert_eq!((monday.number, tuesday.number), (Some(2), Some(3)));
    assert_eq!(office.clock(CALLBACK).due, at("2026-03-17 10:00"), "one working hour later than Monday's end");
    assert_eq!(tuesday.total, minutes(60));

    let told = explain(&office.cal, ClockName::Dispatch.standard(), at("2026-12-31 17:55"));
    assert_eq!(told.years_without_data, [2027]);
    let told = explain(&office.cal, ClockName::Acknowledge.standard(), at("2026-12-31 17:55"));
    assert_eq!((told.counted, told.days.len()), (minutes(24 * 60), 2));
}

#[test]
fn moves_and_clocks_come_back_from_disk_as_they_were() {
    let mut office = Office::new();
    office.start(REPORT, "2026-03-12 09:00");
    office.moves(&pause(REPORT, PauseReason::WaitingForParts), "2026-03-12 09:05");
    office.start(DISPATCH, "2026-03-12 09:00");
    office.moves(&Move::Stop { key: DISPATCH }, "2026-03-12 09:06");
    let packed = rmp_serde::to_vec_named(&office.clocks).unwrap();
    assert_eq!(rmp_serde::from_slice::<Clocks>(&packed).unwrap(), office.clocks);
    let text = serde_json::to_string(&office.clocks).unwrap();
    assert_eq!(serde_json::from_str::<Clocks>(&text).unwrap(), office.clocks);
    let it = start(&office.cal, &office.limits, ClockName::Report, Some(OrderNo(3)), at("2026-03-12 09:00"));
    for it in [it, pause(REPORT, PauseReason::Other), Move::Stop { key: DISPATCH }] {
        let packed = rmp_serde::to_vec_named(&it).unwrap();
        assert_eq!(rmp_serde::from_slice::<Move>(&packed).unwrap(), it);
        let text = serde_json::to_string(&it).unwrap();
        assert_eq!(serde_json::from_str::<Move>(&text).unwrap(), it, "{text}");
    }
}

/// A limit in a unit that pauses count exactly: working minutes or natural hours.
fn limits() -> impl Strategy<Value = Limit> {
    (1..2_000_u32, any::<bool>()).prop_map(|(amount, working)| {
        let (amount, unit) =
            if working { (amount, Unit::WorkingMinutes) } else { (amount / 10 + 1, Unit::NaturalHours) };
        Limit { amount, unit, warn: Warn::Before { amount: 1, unit } }
    })
}

proptest! {
    #[test]
    fn pauses_give_back_what_they_took_and_are_explained(
        limit in limits(), start in 0..40_000_i64, waits in prop::collection::vec(1..3_000_i64, 1..7),
    ) {
        let cal = Calendar::mainland();
        let from = at("2026-03-01 00:00") + minutes(start);
        let budget = limit.unit.between(&cal, from, limit.due(&cal, from));
        let mut clocks = Clocks::default();
        clocks.apply(&start_with(&cal, limit, 1, DISPATCH, from), from);
        let (mut now, mut ran) = (from, Duration::zero());
        for (nth, wait) in waits.iter().enumerate() {
            let then = now + minutes(*wait);
            if nth % 2 == 0 {
                ran += limit.unit.between(&cal, now, then);
                clocks.apply(&pause(DISPATCH, PauseReason::Other), then);
            } else {
                let it = resume(&cal, clocks.find(DISPATCH).unwrap(), then);
                clocks.apply(&it, then);
            }
            now = then;
            let clock = clocks.find(DISPATCH).unwrap();
            prop_assert_eq!(clock.left(&cal, now), budget - ran);
            prop_assert!(clock.warn <= clock.due);
            let share = clock.share_left(&cal, now);
            prop_assert!((0.0..=1.0).contains(&share));
        }
        let clock = clocks.find(DISPATCH).unwrap();
        if clock.paused().is_none() && now < clock.due {
            let told = clock.explain(&cal);
            prop_assert_eq!(told.counted, budget);
            let gaps = told.days.iter().flat_map(|it| &it.gaps).fold(Duration::zero(), |sum, it| sum + it.span.length());
            prop_assert_eq!(told.counted + gaps, clock.due - from, "nothing is left unexplained");
        }
    }

    #[test]
    fn any_moves_in_any_order_keep_one_running_clock_a_key(moves in prop::collection::vec((0..7_u8, 0..300_i64), 0..40)) {
        let (cal, limits) = (Calendar::mainland(), Limits::standard());
        let (mut clocks, mut now) = (Clocks::default(), at("2026-03-12 08:00"));
        for (kind, wait) in moves {
            now += minutes(wait);
            let known = clocks.find(DISPATCH).cloned();
            let it = match (kind, known) {
                (0, _) | (_, None) => start(&cal, &limits, ClockName::Dispatch, None, now),
                (1, _) => Move::Stop { key: DISPATCH },
                (2, _) => Move::Cancel { key: DISPATCH },
                (3, _) => pause(DISPATCH, PauseReason::Other),
                (4, Some(clock)) => resume(&cal, &clock, now),
                (5, Some(clock)) => extend(&cal, &clock, now, now + minutes(60)),
                (_, Some(_)) => Move::Exempt { key: DISPATCH, reason: ExemptionReason::Other },
            };
            clocks.apply(&it, now);
            prop_assert!(clocks.running().count() <= 1);
            for clock in clocks.all() {
                let _ = (clock.standing(now), clock.explain(&cal), clock.missed(&cal, now));
                prop_assert!(clock.warn <= clock.due && clock.started <= clock.due);
            }
        }
    }
}
