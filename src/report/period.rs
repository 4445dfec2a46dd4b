//! The days that a report covers: a month with the office's cut-off, a quarter, a year, any range of days.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::Calendar;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::office::Rules;

/// What kind of period it is; reports name it by this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// A month of reporting (T11).
    Month(Month),
    /// Three of them.
    Quarter {
        /// The year.
        year: i32,
        /// 1 to 4.
        quarter: u32,
    },
    /// Twelve of them.
    Year(i32),
    /// Any range of days.
    Custom,
}

/// The days of a report, both ends included, in the office's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// What it is called.
    pub kind: PeriodKind,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl Period {
    /// A month, up to the office's cut-off day.
    #[must_use]
    pub fn month(rules: &Rules, month: Month) -> Self {
        let (first, last) = rules.days_of(month);
        Self { kind: PeriodKind::Month(month), first, last }
    }

    /// Quarter 1 to 4 of a year; `None` otherwise.
    #[must_use]
    pub fn quarter(rules: &Rules, year: i32, quarter: u32) -> Option<Self> {
        (1..=4).contains(&quarter).then_some(())?;
        let first = Month::new(year, quarter * 3 - 2)?;
        let last = first.next().next();
        let (first, last) = (rules.days_of(first).0, rules.days_of(last).1);
        Some(Self { kind: PeriodKind::Quarter { year, quarter }, first, last })
    }

    /// A year; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn year(rules: &Rules, year: i32) -> Option<Self> {
        let (first, last) = (Month::new(year, 1)?, Month::new(year, 12)?);
        Some(Self { kind: PeriodKind::Year(year), first: rules.days_of(first).0, last: rules.days_of(last).1 })
    }

    /// Any days, the later of the two last.
    #[must_use]
    pub fn days(one: NaiveDate, other: NaiveDate) -> Self {
        Self { kind: PeriodKind::Custom, first: one.min(other), last: one.max(other) }
    }

    /// The one before it (上期, for 环比): as long, and ending the day before it begins.
    #[must_use]
    pub fn before(self, rules: &Rules) -> Self {
        let kept = match self.kind {
            PeriodKind::Month(month) => Some(Self::month(rules, month.before())),
            PeriodKind::Quarter { year, quarter: 1 } => Self::quarter(rules, year - 1, 4),
            PeriodKind::Quarter { year, quarter } => Self::quarter(rules, year, quarter - 1),
            PeriodKind::Year(year) => Self::year(rules, year - 1),
            PeriodKind::Custom => None,
        };
        kept.unwrap_or_else(|| {
            let length = Days::new(self.length().into());
            let back = |day: NaiveDate| day.checked_sub_days(length).unwrap_or(day);
            Self { kind: PeriodKind::Custom, first: back(self.first), last: back(self.last) }
        })
    }

    /// The one after it.
    #[must_use]
    pub fn next(self, rules: &Rules) -> Self {
        let kept = match self.kind {
            PeriodKind::Month(month) => Some(Self::month(rules, month.next())),
            PeriodKind::Quarter { year, quarter: 4 } => Self::quarter(rules, year + 1, 1),
            PeriodKind::Quarter { year, quarter } => Self::quarter(rules, year, quarter + 1),
            PeriodKind::Year(year) => Self::year(rules, year + 1),
            PeriodKind::Custom => None,
        };
        kept.unwrap_or_else(|| {
            let length = Days::new(self.length().into());
            let on = |day: NaiveDate| day.checked_add_days(length).unwrap_or(day);
            Self { kind: PeriodKind::Custom, first: on(self.first), last: on(self.last) }
        })
    }

    /// The same days a year earlier (去年同期, for 同比).
    #[must_use]
    pub fn year_before(self, rules: &Rules) -> Self {
        let kept = match self.kind {
            PeriodKind::Month(month) => Some(Self::month(rules, month.year_before())),
            PeriodKind::Quarter { year, quarter } => Self::quarter(rules, year - 1, quarter),
            PeriodKind::Year(year) => Self::year(rules, year - 1),
            PeriodKind::Custom => None,
        };
        kept.unwrap_or_else(|| {
            let back = |day: NaiveDate| day.checked_sub_months(Months::new(12)).unwrap_or(day);
            Self { kind: PeriodKind::Custom, first: back(self.first), last: back(self.last) }
        })
    }

    /// Number of days.
    #[must_use]
    pub fn length(self) -> u32 {
        u32::try_from((self.last - self.first).num_days() + 1).unwrap_or(0)
    }

    /// Days on which the office works.
    #[must_use]
    pub fn working_days(self, calendar: &Calendar) -> u32 {
        let days = self.first.iter_days().take_while(|it| *it <= self.last);
        u32::try_from(days.filter(|it| calendar.is_working_day(*it)).count()).unwrap_or(u32::MAX)
    }

    /// Years of which the calendar has no data: their working days are only supposed (X14).
    #[must_use]
    pub fn years_without_data(self, calendar: &Calendar) -> Vec<i32> {
        (self.first.year()..=self.last.year()).filter(|it| !calendar.has_data(*it)).collect()
    }

    /// From the first midnight until the one after the last day.
    #[must_use]
    pub fn span(self, calendar: &Calendar) -> Window {
        Window { from: calendar.whole_day(self.first).from, until: calendar.whole_day(self.last).until }
    }

    /// Whether a day lies inside.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// A stretch of time: from an instant, up to but without another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// From this instant on …
    pub from: Moment,
    /// … up to but without this one.
    pub until: Moment,
}

impl Window {
    /// Whether an instant lies inside.
    #[must_use]
    pub fn contains(self, at: Moment) -> bool {
        self.from <= at && at < self.until
    }

    /// The part of it that has passed by `now`.
    #[must_use]
    pub fn up_to(self, now: Moment) -> Self {
        Self { from: self.from, until: self.until.min(now).max(self.from) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn covers(period: Period, first: &str, last: &str) {
        assert_eq!((period.first, period.last), (day(first), day(last)));
    }

    #[test]
    fn quarters_and_years_follow_the_cut_off() {
        let rules = Rules { month_cut_off: Some(25), ..Rules::default() };
        let quarter = Period::quarter(&rules, 2026, 1).unwrap();
        covers(quarter, "2025-12-26", "2026-03-25");
        covers(quarter.before(&rules), "2025-09-26", "2025-12-25");
        covers(quarter.next(&rules), "2026-03-26", "2026-06-25");
        covers(quarter.year_before(&rules), "2024-12-26", "2025-03-25");
        covers(Period::year(&rules, 2026).unwrap(), "2025-12-26", "2026-12-25");
        assert_eq!(Period::quarter(&rules, 2026, 5), None);
    }

    #[test]
    fn any_days_are_compared_with_as_many_days_before() {
        let rules = Rules::default();
        let week = Period::days(day("2026-03-08"), day("2026-03-02"));
        covers(week, "2026-03-02", "2026-03-08");
        covers(week.before(&rules), "2026-02-23", "2026-03-01");
        covers(week.next(&rules), "2026-03-09", "2026-03-15");
        covers(week.year_before(&rules), "2025-03-02", "2025-03-08");
    }

    #[test]
    fn working_days_know_holidays_and_make_up_days() {
        let calendar = Calendar::mainland();
        // 2026-02: 28 days, 20 weekdays; 16, 17, 18, 19, 20, 23 are free for the Spring Festival; 14 and 28 are made up.
        let february = Period::month(&Rules::default(), Month::new(2026, 2).unwrap());
        assert_eq!(february.working_days(&calendar), 16);
        assert_eq!(february.length(), 28);
    }
}
