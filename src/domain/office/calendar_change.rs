//! What differs between two calendars. A calendar holds twenty years of holidays; a fact holds only what was changed.

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{Calendar, Exception, Shift, TimeSpan};

/// Years that a calendar may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// Monday to Sunday.
const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// One change of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarChange {
    /// A day became a holiday, a make-up workday, or as its weekday again.
    Day {
        /// Which day.
        day: NaiveDate,
        /// What it is; `None`: as its weekday.
        #[serde(default)]
        exception: Option<Exception>,
    },
    /// Somebody compared a year with the notice.
    YearConfirmed {
        /// Which year.
        year: i32,
    },
    /// A weekday got other shifts.
    Shifts {
        /// Which.
        weekday: Weekday,
        /// All of them; none: free.
        shifts: Vec<Shift>,
    },
    /// Hours in which customers are not called (E12).
    QuietHours {
        /// All of them.
        spans: Vec<TimeSpan>,
    },
    /// Whether customers are called on holidays (E12).
    QuietOnHolidays {
        /// Not called.
        quiet: bool,
    },
    /// The office's offset.
    Offset {
        /// Seconds east of Greenwich.
        seconds: i32,
    },
}

impl CalendarChange {
    /// Carries the change out. What a calendar can't take leaves it as it is; [`between`] gives no such change.
    pub fn apply(&self, calendar: &mut Calendar) {
        match self {
            Self::Day { day, exception } => calendar.set_exception(*day, exception.clone()),
            Self::YearConfirmed { year } => calendar.confirm_year(*year),
            Self::Shifts { weekday, shifts } => keep(calendar.set_shifts(*weekday, shifts.clone())),
            Self::QuietHours { spans } => keep(calendar.set_quiet_hours(spans.clone())),
            Self::QuietOnHolidays { quiet } => calendar.set_quiet_on_holidays(*quiet),
            Self::Offset { seconds } => calendar.set_offset(*seconds),
        }
    }
}

/// A calendar that refuses a change is left as it was.
fn keep<E>(changed: Result<(), E>) {
    drop(changed);
}

/// The changes that make `old` into `new`; `None` where single changes can't (a year's data were taken back).
#[must_use]
pub fn between(old: &Calendar, new: &Calendar) -> Option<Vec<CalendarChange>> {
    let mut changes = Vec::new();
    if old.offset() != new.offset() {
        changes.push(CalendarChange::Offset { seconds: new.offset() });
    }
    // Longer hours first: a week must have working time at every step.
    let mut days: Vec<_> = WEEK.into_iter().filter(|it| old.shifts(*it) != new.shifts(*it)).collect();
    days.sort_by_key(|it| new.shifts(*it).is_empty());
    let shifts = |weekday| CalendarChange::Shifts { weekday, shifts: new.shifts(weekday).to_vec() };
    changes.extend(days.into_iter().map(shifts));
    if old.quiet_hours() != new.quiet_hours() {
        changes.push(CalendarChange::QuietHours { spans: new.quiet_hours().to_vec() });
    }
    if old.quiet_on_holidays() != new.quiet_on_holidays() {
        changes.push(CalendarChange::QuietOnHolidays { quiet: new.quiet_on_holidays() });
    }
    for year in YEARS {
        let gone = old.exceptions_of(year).filter(|(day, _)| new.exceptions_of(year).all(|(other, _)| other != *day));
        changes.extend(gone.map(|(day, _)| CalendarChange::Day { day, exception: None }));
        let set = new.exceptions_of(year).filter(|it| !old.exceptions_of(year).any(|other| other == *it));
        changes.extend(set.map(|(day, it)| CalendarChange::Day { day, exception: Some(it.clone()) }));
        if new.has_data(year) && !old.has_data(year) {
            changes.push(CalendarChange::YearConfirmed { year });
        }
    }
    let mut made = old.clone();
    for change in &changes {
        change.apply(&mut made);
    }
    (made == *new).then_some(changes)
}
