//! 为什么是这个时间: what counted and what did not, day by day. Data only, no text.

use chrono::{Datelike, Duration, NaiveDate};
use serde::{Serialize, Serializer};

use crate::domain::calendar::{Calendar, Day, Span};
use crate::domain::clock::{Clock, Pause};
use crate::domain::complaint::terms::PauseReason;
use crate::domain::limits::{ClockName, Limit, Unit};
use crate::domain::moment::{Moment, exact};

/// Ten years of days are explained, no more.
const MOST_DAYS: usize = 3_660;

/// What made a due instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// When the clock started.
    #[serde(with = "exact")]
    pub from: Moment,
    /// When it is due.
    #[serde(with = "exact")]
    pub due: Moment,
    /// The limit behind it.
    pub limit: Limit,
    /// Whether a promise, not the limit, says when it is due.
    pub promised: bool,
    /// Every local day from start to due instant, in order.
    pub days: Vec<ExplainedDay>,
    /// All counted time together.
    #[serde(serialize_with = "seconds")]
    pub counted: Duration,
    /// Years whose holidays are not known: their days counted by weekday, and that is said.
    pub years_without_data: Vec<i32>,
}

/// One local day between start and due instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedDay {
    /// The day, in the office's time.
    pub day: NaiveDate,
    /// The name behind a make-up day (补班); `None` on other days.
    pub make_up: Option<String>,
    /// The whole working time of the day, for the band, whether it counted or not.
    pub shifts: Vec<Span>,
    /// What counted.
    pub counted: Vec<Span>,
    /// What did not, between start and due instant.
    pub gaps: Vec<Gap>,
    /// All counted time of the day.
    #[serde(serialize_with = "seconds")]
    pub total: Duration,
    /// For limits in working days: the how-manieth this one is, from 1; the day of the start is none.
    pub number: Option<u32>,
}

/// A time that did not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// When.
    pub span: Span,
    /// Why.
    pub why: Why,
}

/// Why a time did not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Before opening, lunch, after closing.
    OffHours,
    /// A day that is free as its weekday.
    Weekend,
    /// A holiday.
    Holiday {
        /// Its name in the calendar; may be empty.
        name: String,
    },
    /// The clock stood still.
    Paused {
        /// What was waited for.
        reason: PauseReason,
    },
}

impl Clock {
    /// What made its due instant. A pause that has not ended is shown up to the due instant.
    #[must_use]
    pub fn explain(&self, cal: &Calendar) -> Explanation {
        let promised = self.extended || self.key.name == ClockName::Promise;
        Explanation { promised, ..explained(cal, self.limit, (self.started, self.due), &self.pauses) }
    }
}

/// What would make the due instant of a clock that started at `from`, for the settings page.
#[must_use]
pub fn explain(cal: &Calendar, limit: Limit, from: Moment) -> Explanation {
    explained(cal, limit, (from, limit.due(cal, from)), &[])
}

fn explained(cal: &Calendar, limit: Limit, (from, due): (Moment, Moment), pauses: &[Pause]) -> Explanation {
    let due = due.max(from);
    let (first, last) = (cal.day_of(from), cal.day_of(due));
    let mut number = 0;
    let mut days = Vec::new();
    for day in first.iter_days().take(MOST_DAYS).take_while(|it| *it <= last) {
        let whole = cal.whole_day(day);
        let window = Span { from: whole.from.max(from), until: whole.until.min(due) };
        if window.until <= window.from && day != first {
            continue;
        }
        let explained = explained_day(cal, limit.unit, (day, window), pauses);
        let counts = limit.unit == Unit::WorkingDays && first < day && cal.is_working_day(day);
        number += u32::from(counts);
        days.push(ExplainedDay { number: counts.then_some(number), ..explained });
    }
    let counted = days.iter().fold(Duration::zero(), |sum, it| sum + it.total);
    let years = first.year()..=last.year().min(first.year().saturating_add(10));
    let years_without_data = years.filter(|it| limit.unit.is_working() && !cal.has_data(*it)).collect();
    Explanation { from, due, limit, promised: false, days, counted, years_without_data }
}

fn explained_day(cal: &Calendar, unit: Unit, (day, window): (NaiveDate, Span), pauses: &[Pause]) -> ExplainedDay {
    let whole = cal.whole_day(day);
    let shifts: Vec<Span> = cal.spans_from(whole.from).take_while(|it| it.until <= whole.until).collect();
    let pauses = pauses.iter().map(|it| (Span { from: it.from, until: it.until.unwrap_or(window.until) }, it.reason));
    let pauses: Vec<(Span, PauseReason)> = pauses.collect();
    let (make_up, closed) = match cal.day(day) {
        Day::Working => (None, Why::OffHours),
        Day::MakeUp(name) => (Some(name.to_owned()), Why::OffHours),
        Day::Weekend => (None, Why::Weekend),
        Day::Holiday(name) => (None, Why::Holiday { name: name.to_owned() }),
    };

    let edges = shifts.iter().chain(pauses.iter().map(|(span, _)| span)).flat_map(|it| [it.from, it.until]);
    let mut edges: Vec<Moment> = edges.map(|it| it.clamp(window.from, window.until)).collect();
    edges.extend([window.from, window.until]);
    edges.sort_unstable();
    edges.dedup();

    let mut counted: Vec<Span> = Vec::new();
    let mut gaps: Vec<Gap> = Vec::new();
    for (from, until) in edges.iter().zip(edges.iter().skip(1)) {
        let span = Span { from: *from, until: *until };
        let inside = |it: &Span| it.from <= span.from && span.until <= it.until;
        let why = if unit.is_working() && !shifts.iter().any(inside) {
            Some(closed.clone())
        } else {
            pauses.iter().find(|(it, _)| inside(it)).map(|(_, reason)| Why::Paused { reason: *reason })
        };
        match (why, counted.last_mut(), gaps.last_mut()) {
            (None, Some(before), _) if before.until == span.from => before.until = span.until,
            (None, _, _) => counted.push(span),
            (Some(why), _, Some(before)) if before.span.until == span.from && before.why == why => {
                before.span.until = span.until;
            }
            (Some(why), _, _) => gaps.push(Gap { span, why }),
        }
    }
    let total = counted.iter().fold(Duration::zero(), |sum, it| sum + it.length());
    ExplainedDay { day, make_up, shifts, counted, gaps, total, number: None }
}

fn seconds<S: Serializer>(length: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_i64(length.num_seconds())
}
