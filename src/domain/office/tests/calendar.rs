//! A changed calendar is told by what differs.

use chrono::Weekday;

use super::super::calendar_change::{CalendarChange, between};
use super::*;
use crate::domain::calendar::{Shift, TimeSpan};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// The change makes exactly this many single changes, and they make the calendar.
#[track_caller]
fn differs(change: impl FnOnce(&mut Calendar), then: usize) -> Vec<CalendarChange> {
    let old = Calendar::mainland();
    let mut new = old.clone();
    change(&mut new);
    let changes = between(&old, &new).unwrap();
    let mut made = old;
    for change in &changes {
        change.apply(&mut made);
    }
    assert_eq!(made, new);
    assert_eq!(changes.len(), then, "{changes:?}");
    changes
}

#[test]
fn only_what_differs_is_told() {
    let morning = || vec![Shift::new(9 * 60, 12 * 60).unwrap()];
    differs(|_| (), 0);
    differs(|it| it.set_exception(day(10, 1), None), 1);
    differs(|it| it.confirm_year(2027), 1);
    differs(|it| it.set_shifts(Weekday::Sat, morning()).unwrap(), 1);
    differs(|it| it.set_quiet_hours(vec![TimeSpan::new(12 * 60, 13 * 60).unwrap()]).unwrap(), 1);
    differs(|it| it.set_quiet_on_holidays(false), 1);
    differs(|it| it.set_offset(9 * 3600), 1);
    let holiday = Calendar::mainland().exceptions_of(2026).next().map(|(_, it)| it.clone());
    differs(|it| it.set_exception(day(11, 11), holiday), 1);
}

#[test]
fn a_week_that_moves_as_a_whole_has_working_time_at_every_step() {
    let weekend = |it: &mut Calendar| {
        for weekday in [Weekday::Sat, Weekday::Sun] {
            it.set_shifts(weekday, vec![Shift::new(10 * 60, 22 * 60).unwrap()]).unwrap();
        }
        for weekday in [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri] {
            it.set_shifts(weekday, Vec::new()).unwrap();
        }
    };
    differs(weekend, 7);
}

#[test]
fn data_taken_back_are_told_as_a_whole() {
    let mut confirmed = Calendar::mainland();
    confirmed.confirm_year(2031);
    assert_eq!(between(&confirmed, &Calendar::mainland()), None);
    let mut office = house();
    done(&mut office, Command::SetCalendar { calendar: confirmed });
    let facts = wish(&mut office, "管理员", Command::SetCalendar { calendar: Calendar::mainland() });
    assert_eq!(facts, Ok(vec![Event::CalendarSet(Calendar::mainland())]));
}
