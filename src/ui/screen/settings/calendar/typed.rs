//! The hours as they are typed, and what is wrong with them or with a list of holidays.

use super::{Draft, Problem, WEEK};
use crate::domain::calendar::{Calendar, CalendarProblem, DayKind, Exception, HoursError, TimeSpan};
use crate::i18n::Texts;
use chrono::{Datelike as _, NaiveDate};

impl Draft {
    pub(super) fn of(calendar: &Calendar) -> Self {
        let shifts = WEEK.map(|it| words(calendar.shifts(it)));
        Self { calendar: calendar.clone(), shifts, quiet: words(calendar.quiet_hours()) }
    }

    /// Usual, off, work, usual.
    pub(super) fn turn(&mut self, day: NaiveDate) {
        let now = self.calendar.exceptions_of(day.year()).find(|(it, _)| *it == day).map(|(_, it)| it.kind);
        let next = match now {
            None => Some(DayKind::Off),
            Some(DayKind::Off) => Some(DayKind::Work),
            Some(DayKind::Work) => None,
        };
        let exception = next.map(|kind| Exception { kind, name: String::new(), hours: Vec::new() });
        self.calendar.set_exception(day, exception);
    }

    /// The calendar with the hours that were typed.
    pub(super) fn read(&self) -> Result<Calendar, HoursError> {
        let mut calendar = self.calendar.clone();
        let mut days = Vec::new();
        for (weekday, text) in WEEK.into_iter().zip(&self.shifts) {
            days.push((weekday, spans(text)?));
        }
        // A week must have working time at every step.
        days.sort_by_key(|(_, shifts)| shifts.is_empty());
        for (weekday, shifts) in days {
            calendar.set_shifts(weekday, shifts)?;
        }
        calendar.set_quiet_hours(spans(&self.quiet)?)?;
        Ok(calendar)
    }
}

pub(super) fn spans(text: &str) -> Result<Vec<TimeSpan>, HoursError> {
    text.split([' ', ',', '，', '、', ';', '；', '　']).filter(|it| !it.is_empty()).map(str::parse).collect()
}

impl Problem {
    pub(super) fn words(&self, texts: &Texts) -> String {
        match self {
            Self::File(error) if error.line == 0 => row_words(texts, &error.problem),
            Self::File(error) => texts.set_file_line(error.line, row_words(texts, &error.problem)),
            Self::Unread(cause) => texts.set_file_unread(cause.clone()),
            Self::NoDialog => texts.set_no_dialog().to_owned(),
            Self::Hours(error) => hours_words(texts, error),
        }
    }
}

pub(super) fn words(spans: &[TimeSpan]) -> String {
    spans.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

pub(super) fn row_words(texts: &Texts, problem: &CalendarProblem) -> String {
    match problem {
        CalendarProblem::NoRows => texts.set_file_no_rows().to_owned(),
        CalendarProblem::TooFewColumns => texts.set_file_columns().to_owned(),
        CalendarProblem::NotADate(text) => texts.set_file_date(text.clone()),
        CalendarProblem::Year(year) => texts.set_file_year(year.to_string()),
        CalendarProblem::UnknownKind(text) => texts.set_file_kind(text.clone()),
        CalendarProblem::Hours(error) => hours_words(texts, error),
        CalendarProblem::Twice { first } => texts.set_file_twice(*first),
    }
}

pub(super) fn hours_words(texts: &Texts, error: &HoursError) -> String {
    match error {
        HoursError::NotHours(text) => texts.set_hours_wrong(text.clone()),
        HoursError::Empty => texts.set_hours_empty().to_owned(),
        HoursError::PastMidnight(span) => texts.set_hours_midnight(span.to_string()),
        HoursError::Overlap(one, two) => texts.set_hours_overlap(one.to_string(), two.to_string()),
        HoursError::NoWorkingTime => texts.set_hours_none().to_owned(),
        HoursError::NeverCallable => texts.set_hours_never().to_owned(),
    }
}
