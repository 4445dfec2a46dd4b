//! Days that are not as their weekday: holidays and make-up workdays (补班), and the file they come in.
//!
//! A file has one row a day: `date,kind,name` and, where the day has hours of its own, `,9:00-12:00 13:30-17:00`.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::hours::{self, TimeSpan};

/// Which way a day differs from its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// 放假
    Off,
    /// 补班: worked although the weekday is free; also a working day with hours of its own.
    Work,
}

/// A day that is not as its weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Free or worked.
    pub kind: DayKind,
    /// What the notice calls it; may be empty. See [`Festival::named`] for names in other languages.
    #[serde(default)]
    pub name: String,
    /// Hours of this day only; empty: the usual ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<TimeSpan>,
}

/// The festivals that the built-in calendar names, so that every language can say them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Festival {
    /// 元旦
    NewYear,
    /// 春节
    SpringFestival,
    /// 清明节
    TombSweeping,
    /// 劳动节
    Labour,
    /// 端午节
    DragonBoat,
    /// 中秋节
    MidAutumn,
    /// 国庆节
    National,
    /// 抗战胜利 70 周年 (2015)
    VictoryDay,
}

impl Festival {
    /// The festival behind a name of the built-in calendar; `None` for a name that somebody gave.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "New Year's Day" => Self::NewYear,
            "Spring Festival" => Self::SpringFestival,
            "Tomb-sweeping Day" => Self::TombSweeping,
            "Labour Day" => Self::Labour,
            "Dragon Boat Festival" => Self::DragonBoat,
            "Mid-autumn Festival" => Self::MidAutumn,
            "National Day" => Self::National,
            "Anti-Fascist 70th Day" => Self::VictoryDay,
            _ => return None,
        })
    }
}

/// A row of a calendar file that was not taken. Nothing of the file is used then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("line {line}: {problem}")]
pub struct CalendarError {
    /// The line in the file, from 1; 0 when it is the whole file.
    pub line: usize,
    /// What is wrong and what to do.
    pub problem: CalendarProblem,
}

/// What is wrong with a row, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarProblem {
    /// No day in the whole file.
    #[error("the file names no day; write rows like 2027-01-01,off,New Year's Day")]
    NoRows,
    /// Fewer than two columns.
    #[error("a row needs a date and a kind; write it like 2027-01-01,off,New Year's Day")]
    TooFewColumns,
    /// Not a day of the calendar.
    #[error("{0:?} is not a date; write it like 2027-01-01")]
    NotADate(String),
    /// A year no office has.
    #[error("the year {0} lies outside 1990 to 2199; correct the date")]
    Year(i32),
    /// Neither off nor work nor usual.
    #[error("{0:?} is no kind of day; write off (放假), work (补班) or usual (平日)")]
    UnknownKind(String),
    /// Hours that cannot be read.
    #[error("hours: {0}")]
    Hours(hours::HoursError),
    /// The same day twice.
    #[error("the day stands already in line {first}; keep one of the two rows")]
    Twice {
        /// The line of the first row.
        first: usize,
    },
}

/// What a file says about a day; `None`: as the weekday, whatever was known before.
pub(super) type Rows = BTreeMap<NaiveDate, Option<Exception>>;

/// Reads a calendar file: rows as in the module's head, with or without a heading, `#` comments and blank lines.
pub(super) fn read(text: &str) -> Result<Rows, CalendarError> {
    let mut rows = Rows::new();
    let mut lines = BTreeMap::new();
    for (line, row) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let row = row.trim();
        if row.is_empty() || row.starts_with('#') || (lines.is_empty() && is_heading(row)) {
            continue;
        }
        let (day, exception) = read_row(row).map_err(|problem| CalendarError { line, problem })?;
        match lines.entry(day) {
            Entry::Occupied(first) => {
                return Err(CalendarError { line, problem: CalendarProblem::Twice { first: *first.get() } });
            }
            Entry::Vacant(free) => free.insert(line),
        };
        rows.insert(day, exception);
    }
    if rows.is_empty() { Err(CalendarError { line: 0, problem: CalendarProblem::NoRows }) } else { Ok(rows) }
}

fn is_heading(row: &str) -> bool {
    !row.starts_with(|it: char| it.is_ascii_digit() || it == '"')
        && row.split_once(',').is_some_and(|(first, _)| matches!(first.trim(), "date" | "day" | "日期"))
}

fn read_row(row: &str) -> Result<(NaiveDate, Option<Exception>), CalendarProblem> {
    let columns = columns(row);
    let [date, kind, rest @ ..] = columns.as_slice() else { return Err(CalendarProblem::TooFewColumns) };
    let day = read_day(date)?;
    let kind = match kind.to_lowercase().as_str() {
        "off" | "holiday" | "放假" | "休" | "休息" => DayKind::Off,
        "work" | "补班" | "補班" | "班" | "上班" => DayKind::Work,
        "usual" | "平日" => return Ok((day, None)),
        _ => return Err(CalendarProblem::UnknownKind(shorten(kind))),
    };
    let name = rest.first().cloned().unwrap_or_default().chars().take(80).collect();
    let hours =
        rest.get(1).map_or("", String::as_str).split_whitespace().map(str::parse).collect::<Result<Vec<_>, _>>();
    let hours = hours.and_then(hours::in_order).map_err(CalendarProblem::Hours)?;
    Ok((day, Some(Exception { kind, name, hours })))
}

/// Splits at commas outside quotation marks; a doubled mark inside is one mark.
fn columns(row: &str) -> Vec<String> {
    let mut columns = vec![String::new()];
    let mut quoted = false;
    let mut marks = row.chars().peekable();
    while let Some(mark) = marks.next() {
        match mark {
            '"' if quoted && marks.peek() == Some(&'"') => columns.last_mut().into_iter().for_each(|it| it.push('"')),
            '"' => quoted = !quoted,
            ',' if !quoted => columns.push(String::new()),
            _ => columns.last_mut().into_iter().for_each(|it| it.push(mark)),
        }
    }
    columns.iter().map(|it| it.trim().to_owned()).collect()
}

fn read_day(text: &str) -> Result<NaiveDate, CalendarProblem> {
    let numbers: Option<Vec<u32>> = text.split(['-', '/', '.']).map(|it| it.parse().ok()).collect();
    let wrong = || CalendarProblem::NotADate(shorten(text));
    let Some([year, month, day]) = numbers.as_deref() else { return Err(wrong()) };
    let year = i32::try_from(*year).map_err(|_| wrong())?;
    let date = NaiveDate::from_ymd_opt(year, *month, *day).ok_or_else(wrong)?;
    if (1990..=2199).contains(&date.year()) { Ok(date) } else { Err(CalendarProblem::Year(year)) }
}

fn shorten(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(row: &str, then: Result<(&str, Option<DayKind>, &str), CalendarProblem>) {
        let read = read(&format!("date,kind,name\n{row}\n"));
        let read = read.map(|rows| {
            let (day, exception) = rows.into_iter().next().unwrap();
            (day.to_string(), exception.as_ref().map(|it| it.kind), exception.map(|it| it.name).unwrap_or_default())
        });
        let then = then
            .map(|(day, kind, name)| (day.to_owned(), kind, name.to_owned()))
            .map_err(|problem| CalendarError { line: 2, problem });
        assert_eq!(read, then, "{row}");
    }

    #[test]
    fn rows_are_read_as_people_write_them() {
        check("2027-01-01,off,New Year's Day", Ok(("2027-01-01", Some(DayKind::Off), "New Year's Day")));
        check("2027/1/2, WORK ,元旦", Ok(("2027-01-02", Some(DayKind::Work), "元旦")));
        check("2027-01-03,补班", Ok(("2027-01-03", Some(DayKind::Work), "")));
        check("2027-01-04,usual,", Ok(("2027-01-04", None, "")));
        check(
            "2027-01-05,off,\"Day of A, B and \"\"C\"\"\"",
            Ok(("2027-01-05", Some(DayKind::Off), "Day of A, B and \"C\"")),
        );
    }

    #[test]
    fn bad_rows_are_told_with_their_line() {
        check("2027-02-30,off,", Err(CalendarProblem::NotADate("2027-02-30".into())));
        check("tomorrow,off,", Err(CalendarProblem::NotADate("tomorrow".into())));
        check("2027-01,off,", Err(CalendarProblem::NotADate("2027-01".into())));
        check("99999999999-01-01,off,", Err(CalendarProblem::NotADate("99999999999-01-01".into())));
        check("0227-01-01,off,", Err(CalendarProblem::Year(227)));
        check("2027-01-01,maybe,", Err(CalendarProblem::UnknownKind("maybe".into())));
        check("2027-01-01", Err(CalendarProblem::TooFewColumns));
        check("2027-01-01,work,x,9-12", Err(CalendarProblem::Hours(hours::HoursError::NotHours("9-12".into()))));
    }

    #[test]
    fn a_day_named_twice_is_told_with_both_lines() {
        let told = read("2027-01-01,off,\n\n# moved\n2027-01-01,work,\n").unwrap_err();
        assert_eq!(told, CalendarError { line: 4, problem: CalendarProblem::Twice { first: 1 } });
        assert_eq!(told.to_string(), "line 4: the day stands already in line 1; keep one of the two rows");
    }

    #[test]
    fn a_file_without_days_is_refused() {
        for empty in ["", "\u{feff}date,kind,name\r\n", "# nothing\n\n"] {
            assert_eq!(read(empty).unwrap_err().problem, CalendarProblem::NoRows, "{empty:?}");
        }
    }

    #[test]
    fn a_day_can_have_hours_of_its_own() {
        let rows = read("2027-02-05,work,除夕,9:00-12:00 13:00-14:30").unwrap();
        let exception = rows.into_values().next().flatten().unwrap();
        assert_eq!(exception.hours, [TimeSpan::hm((9, 0), (12, 0)), TimeSpan::hm((13, 0), (14, 30))]);
    }

    #[test]
    fn every_name_of_the_built_in_calendar_is_a_festival() {
        for (day, exception) in read(include_str!("../../../resources/calendars/cn.csv")).unwrap() {
            let name = exception.unwrap().name;
            assert!(Festival::named(&name).is_some(), "{day}: {name}");
        }
    }
}
