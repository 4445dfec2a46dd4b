//! What limits promise, one sentence each. 2026-03-12 is a Thursday.

use chrono::NaiveDateTime;
use proptest::prelude::*;

use super::*;

#[track_caller]
fn at(local: &str) -> Moment {
    Calendar::mainland().moment(NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap())
}

/// 2026-03-12 is a Thursday.
#[track_caller]
fn check(clock: ClockName, from: &str, (warn, due): (&str, &str)) {
    let (cal, limit) = (Calendar::mainland(), Limits::standard().of(clock));
    assert_eq!((limit.warn_at(&cal, at(from)), limit.due(&cal, at(from))), (at(warn), at(due)), "{clock:?}");
}

#[test]
fn the_standard_limits_are_those_of_the_requirements() {
    check(ClockName::Dispatch, "2026-03-12 09:00", ("2026-03-12 09:02", "2026-03-12 09:10"));
    check(ClockName::SecondHop, "2026-03-12 17:59", ("2026-03-13 09:01", "2026-03-13 09:09"));
    check(ClockName::Accept, "2026-03-12 09:00", ("2026-03-12 09:07", "2026-03-12 09:15"));
    check(ClockName::Report, "2026-03-12 11:50", ("2026-03-12 13:40", "2026-03-12 13:50"));
    check(ClockName::Acknowledge, "2026-03-13 17:00", ("2026-03-14 13:00", "2026-03-14 17:00"));
    check(ClockName::Contact, "2026-03-12 10:00", ("2026-03-16 18:00", "2026-03-17 18:00"));
    check(ClockName::Result, "2026-03-12 10:00", ("2026-03-12 17:00", "2026-03-12 18:00"));
    check(ClockName::Result, "2026-03-12 17:30", ("2026-03-12 17:30", "2026-03-12 18:00"));
    check(ClockName::Approval, "2026-03-12 10:30", ("2026-03-12 11:30", "2026-03-12 12:00"));
    check(ClockName::Callback, "2026-03-13 16:00", ("2026-03-16 18:00", "2026-03-17 18:00"));
    check(ClockName::OtherCallback, "2026-03-13 16:00", ("2026-03-15 16:00", "2026-03-16 16:00"));
    check(ClockName::FirstContact, "2026-03-13 16:00", ("2026-03-18 16:00", "2026-03-20 16:00"));
    check(ClockName::MonthReport, "2026-03-01 00:00", ("2026-03-08 00:00", "2026-03-11 00:00"));
    assert_eq!(Limits::standard().check(), Ok(()));
}

#[test]
fn a_warning_a_working_day_before_skips_free_days() {
    // Friday → Monday, Tuesday, Wednesday; and from a Saturday the same.
    check(ClockName::Contact, "2026-03-13 10:00", ("2026-03-17 18:00", "2026-03-18 18:00"));
    check(ClockName::Contact, "2026-03-14 10:00", ("2026-03-17 18:00", "2026-03-18 18:00"));
    // Over Qingming (4th to 6th of April).
    check(ClockName::Contact, "2026-04-02 10:00", ("2026-04-07 18:00", "2026-04-08 18:00"));
}

#[test]
fn a_priority_may_have_its_own_report_limit() {
    let mut limits = Limits::standard();
    let quarter = Limit::before(15, Unit::WorkingMinutes, (5, Unit::WorkingMinutes));
    limits.report_by_priority.insert(Priority::P1, quarter);
    assert_eq!(limits.report_for(Priority::P1), quarter);
    assert_eq!(limits.report_for(Priority::P2), ClockName::Report.standard());
}

#[test]
fn limits_without_sense_are_refused() {
    let mut limits = Limits::standard();
    let mut refused = |limit: Limit, why| assert_eq!(limits.set(ClockName::Dispatch, limit), Err(why), "{limit:?}");
    let minutes = Unit::WorkingMinutes;
    refused(Limit::before(0, minutes, (1, minutes)), LimitError::OutOfBounds { least: 1, most: 4_800 });
    refused(Limit::before(4_801, minutes, (1, minutes)), LimitError::OutOfBounds { least: 1, most: 4_800 });
    refused(Limit::before(1, Unit::EndOfDay, (1, minutes)), LimitError::OutOfBounds { least: 0, most: 0 });
    refused(Limit::before(10, minutes, (10, minutes)), LimitError::Warn);
    refused(Limit::before(10, minutes, (0, minutes)), LimitError::Warn);
    refused(Limit::before(10, minutes, (1, Unit::EndOfDay)), LimitError::WarnUnit);
    let after = Warn::AfterWorkingDays { days: 3 };
    refused(Limit { amount: 2, unit: Unit::WorkingDays, warn: after }, LimitError::Warn);
    limits.set(ClockName::Dispatch, Limit::before(15, minutes, (8, minutes))).unwrap();
    assert_eq!(limits.of(ClockName::Dispatch).amount, 15);
}

#[test]
fn a_clock_that_an_old_edition_does_not_know_has_its_standard_limit() {
    let limits: Limits = serde_json::from_str(r#"{"edition":3,"by_clock":{}}"#).unwrap();
    assert_eq!((limits.edition, limits.of(ClockName::Callback)), (3, ClockName::Callback.standard()));
    let packed = rmp_serde::to_vec_named(&Limits::standard()).unwrap();
    assert_eq!(rmp_serde::from_slice::<Limits>(&packed).unwrap(), Limits::standard());
}

fn limits() -> impl Strategy<Value = Limit> {
    let unit = prop::sample::select(Unit::ALL);
    let warn_unit = prop::sample::select(Unit::ALL);
    (unit, 0..50_u32, warn_unit, 0..50_u32, any::<bool>()).prop_map(|(unit, amount, warn_unit, warn, before)| {
        let (least, most) = unit.bounds();
        let warn =
            if before { Warn::Before { amount: warn, unit: warn_unit } } else { Warn::AfterWorkingDays { days: warn } };
        Limit { amount: amount.clamp(least, most), unit, warn }
    })
}

proptest! {
    #[test]
    fn no_warning_lies_before_the_start_or_after_the_end(limit in limits(), minute in 0..90_000_i64) {
        let (cal, from) = (Calendar::mainland(), at("2026-01-01 00:00") + Duration::minutes(minute));
        let (warn, due) = (limit.warn_at(&cal, from), limit.due(&cal, from));
        prop_assert!(from <= warn && warn <= due);
    }
}
