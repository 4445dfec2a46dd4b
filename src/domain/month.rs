//! A month of reporting (T11).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A month of reporting, written `2026-02`. Which days it covers is up to the office's cut-off day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    first: NaiveDate,
}

/// A text that names no month; one looks like `2026-02`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a month: {0:?} (one looks like 2026-02)")]
pub struct NotAMonth(String);

impl Month {
    /// Month 1 to 12 of a year between 1 and 9999; `None` otherwise.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        (1..=9999).contains(&year).then_some(())?;
        Some(Self { first: NaiveDate::from_ymd_opt(year, month, 1)? })
    }

    /// The calendar month in which a day lies.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.first.month()
    }

    /// The first day of the calendar month.
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The last day of the calendar month.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().first.pred_opt().unwrap_or(self.first)
    }

    /// The month after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.first.checked_add_months(Months::new(1)).unwrap_or(self.first) }
    }

    /// The month before this one.
    #[must_use]
    pub fn before(self) -> Self {
        Self { first: self.first.checked_sub_months(Months::new(1)).unwrap_or(self.first) }
    }

    /// The same month of the year before (同比).
    #[must_use]
    pub fn year_before(self) -> Self {
        Self { first: self.first.checked_sub_months(Months::new(12)).unwrap_or(self.first) }
    }

    /// `202602`, as it stands in the number of a report.
    #[must_use]
    pub fn compact(self) -> String {
        format!("{:04}{:02}", self.year(), self.number())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let wrong = || NotAMonth(text.chars().take(20).collect());
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        let digits = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return Err(wrong());
        }
        let year = year.parse().map_err(|_| wrong())?;
        let month = month.parse().map_err(|_| wrong())?;
        Self::new(year, month).ok_or_else(wrong)
    }
}

impl TryFrom<String> for Month {
    type Error = NotAMonth;

    fn try_from(text: String) -> Result<Self, NotAMonth> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl JsonSchema for Month {
    fn schema_name() -> Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, then: Option<(i32, u32)>) {
        assert_eq!(text.parse::<Month>().ok().map(|it| (it.year(), it.number())), then, "{text}");
    }

    #[test]
    fn a_month_is_read_strictly() {
        reads("2026-02", Some((2026, 2)));
        reads("2026-12", Some((2026, 12)));
        reads("2026-13", None);
        reads("2026-00", None);
        reads("2026-2", None);
        reads("26-02", None);
        reads("0000-01", None);
        reads("2026-+2", None);
        reads("", None);
        reads("二月", None);
    }

    #[test]
    fn neighbours_cross_the_year() {
        let january = Month::new(2026, 1).unwrap();
        assert_eq!(january.before().to_string(), "2025-12");
        assert_eq!(january.before().next(), january);
        assert_eq!(january.year_before().compact(), "202501");
        assert_eq!(january.next().last_day().to_string(), "2026-02-28");
    }
}
