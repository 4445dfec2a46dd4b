//! The office's calendar: shifts, holidays, make-up workdays (补班), and the hours in which customers are called.
//!
//! [`Calendar::due`] and [`Calendar::worked`] walk one iterator of open spans, so they cannot disagree:
//! `worked(s, due(s, b)) == b`. A calendar never asks for the time. A year without data is said
//! ([`Calendar::has_data`]), never guessed: its days count by their weekday.

mod exceptions;
mod hours;
mod quiet;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};

pub use self::exceptions::{CalendarError, CalendarProblem, DayKind, Exception, Festival};
pub use self::hours::{DAY_MINUTES, HoursError, Shift, TimeSpan};
use crate::domain::moment::Moment;

/// So many days are worked out by whole weeks: a case of years costs no more than one of a month. Nothing is worked
/// out beyond a century.
const LONG: std::ops::Range<i64> = 14..36_000;
/// After so many days without any working time the search for some is given up.
const DRY_DAYS: u32 = 750;
/// No clock runs longer than a century.
pub(in crate::domain) const CENTURY_DAYS: usize = 36_525;

/// When the office works, and when customers may be called (E12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The office's offset, in seconds east of Greenwich.
    offset: i32,
    /// The shifts of Monday to Sunday, in order.
    week: [Vec<Shift>; 7],
    /// Hours in which customers are not called.
    quiet: Vec<TimeSpan>,
    /// 法定节假日也不拨打
    quiet_on_holidays: bool,
    exceptions: BTreeMap<NaiveDate, Exception>,
    /// Years whose holidays are known.
    years: BTreeSet<i32>,
}

/// A stretch of time: `from` is inside, `until` is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first instant.
    #[serde(with = "crate::domain::moment::exact")]
    pub from: Moment,
    /// The instant at which it is over.
    #[serde(with = "crate::domain::moment::exact")]
    pub until: Moment,
}

impl Span {
    /// How long it is.
    #[must_use]
    pub fn length(self) -> Duration {
        self.until - self.from
    }
}

/// What a day is to the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Day<'a> {
    /// Worked, as its weekday.
    Working,
    /// 补班: worked although the weekday is free, or with hours of its own.
    MakeUp(&'a str),
    /// Free, as its weekday.
    Weekend,
    /// 放假, by name.
    Holiday(&'a str),
}

impl Calendar {
    /// Mainland China: +08:00, Monday to Friday 9:00–12:00 and 13:30–18:00, holidays of 2004 to 2026, no calls
    /// 12:00–14:00, 20:00–9:00 and on holidays.
    #[must_use]
    pub fn mainland() -> Self {
        MAINLAND.clone()
    }

    /// Adds a file of holidays and make-up days; its rows win over what is known (see `exceptions` for the format).
    ///
    /// A year has data once free days in at least three of its months are known: one row of next January is not
    /// yet next year's notice.
    ///
    /// # Errors
    /// The first row that can't be taken, with its line and what to do; nothing of the file is used then.
    pub fn with_exceptions(mut self, csv: &str) -> Result<Self, CalendarError> {
        for (day, exception) in exceptions::read(csv)? {
            self.set_exception(day, exception);
        }
        let mut months: BTreeMap<i32, BTreeSet<u32>> = BTreeMap::new();
        for (day, exception) in &self.exceptions {
            match exception.kind {
                DayKind::Off => months.entry(day.year()).or_default().insert(day.month()),
                DayKind::Work => false,
            };
        }
        self.years.extend(months.into_iter().filter(|(_, months)| months.len() >= 3).map(|(year, _)| year));
        Ok(self)
    }

    /// Makes one day an exception, or with `None` as its weekday again.
    pub fn set_exception(&mut self, day: NaiveDate, exception: Option<Exception>) {
        match exception {
            Some(exception) => self.exceptions.insert(day, exception),
            None => self.exceptions.remove(&day),
        };
    }

    /// Somebody compared a year with the notice: its data are complete.
    pub fn confirm_year(&mut self, year: i32) {
        self.years.insert(year);
    }

    /// Gives a weekday its shifts, any number; none makes it free.
    ///
    /// # Errors
    /// Shifts that overlap or run past midnight; a week without any working time.
    pub fn set_shifts(&mut self, weekday: Weekday, shifts: Vec<Shift>) -> Result<(), HoursError> {
        let shifts = hours::in_order(shifts)?;
        let others_work = WEEK.iter().any(|it| *it != weekday && !self.shifts(*it).is_empty());
        if shifts.is_empty() && !others_work {
            return Err(HoursError::NoWorkingTime);
        }
        self.week[place(weekday)] = shifts;
        Ok(())
    }

    /// The office's offset, in seconds east of Greenwich.
    #[must_use]
    pub fn offset(&self) -> i32 {
        self.offset
    }

    /// Moves the office to another offset (seconds east); at most 14 hours either way are kept.
    pub fn set_offset(&mut self, seconds: i32) {
        self.offset = seconds.clamp(-14 * 3600, 14 * 3600);
    }

    /// The shifts of a weekday, in order.
    #[must_use]
    pub fn shifts(&self, weekday: Weekday) -> &[Shift] {
        &self.week[place(weekday)]
    }

    /// The days of a year that are not as their weekday, in order.
    pub fn exceptions_of(&self, year: i32) -> impl Iterator<Item = (NaiveDate, &Exception)> {
        let from = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX);
        self.exceptions.range(from..).take_while(move |(day, _)| day.year() == year).map(|(day, it)| (*day, it))
    }

    /// Whether a year's holidays are known. Without data its days count by their weekday, and that is said.
    #[must_use]
    pub fn has_data(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// An instant on the office's wall clock.
    #[must_use]
    pub fn local(&self, at: Moment) -> NaiveDateTime {
        let end = if self.offset < 0 { NaiveDateTime::MIN } else { NaiveDateTime::MAX };
        at.naive_utc().checked_add_signed(Duration::seconds(self.offset.into())).unwrap_or(end)
    }

    /// The office's day of an instant.
    #[must_use]
    pub fn day_of(&self, at: Moment) -> NaiveDate {
        self.local(at).date()
    }

    /// The instant of a time on the office's wall clock.
    #[must_use]
    pub fn moment(&self, local: NaiveDateTime) -> Moment {
        let end = if self.offset < 0 { DateTime::<Utc>::MAX_UTC } else { DateTime::<Utc>::MIN_UTC };
        local.checked_sub_signed(Duration::seconds(self.offset.into())).map_or(end, |it| it.and_utc())
    }

    /// A day from its midnight to the next.
    #[must_use]
    pub fn whole_day(&self, day: NaiveDate) -> Span {
        self.span(day, (0, DAY_MINUTES))
    }

    /// What a day is to the office.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> Day<'_> {
        match self.exceptions.get(&day) {
            Some(Exception { kind: DayKind::Off, name, .. }) => Day::Holiday(name),
            Some(Exception { kind: DayKind::Work, name, .. }) => Day::MakeUp(name),
            None if self.shifts(day.weekday()).is_empty() => Day::Weekend,
            None => Day::Working,
        }
    }

    /// Whether a day has working time. A make-up day wins over its weekday.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !self.shifts_on(day).is_empty()
    }

    /// The shifts of one day. A make-up day without hours of its own has those of its weekday, or, where that is
    /// free, those of the first worked weekday.
    #[must_use]
    pub fn shifts_on(&self, day: NaiveDate) -> &[Shift] {
        let usual = self.shifts(day.weekday());
        match self.exceptions.get(&day) {
            None => usual,
            Some(Exception { kind: DayKind::Off, .. }) => &[],
            Some(Exception { kind: DayKind::Work, hours, .. }) if !hours.is_empty() => hours,
            Some(Exception { kind: DayKind::Work, .. }) if !usual.is_empty() => usual,
            Some(Exception { kind: DayKind::Work, .. }) => {
                self.week.iter().find(|it| !it.is_empty()).map_or(&[], Vec::as_slice)
            }
        }
    }

    /// The working time from an instant on, in order; the first span is cut at `at`.
    ///
    /// Ends after about two years without any working time, and after a century.
    pub fn spans_from(&self, at: Moment) -> impl Iterator<Item = Span> {
        let mut dry = 0;
        let mut floor = at;
        self.day_of(at)
            .iter_days()
            .take(CENTURY_DAYS)
            .map(|day| (day, self.shifts_on(day)))
            .take_while(move |(_, shifts)| {
                dry = if shifts.is_empty() { dry + 1 } else { 0 };
                dry < DRY_DAYS
            })
            .flat_map(move |(day, shifts)| shifts.iter().map(move |it| self.span(day, (it.from(), it.until()))))
            .filter_map(move |span| {
                let from = span.from.max(floor);
                floor = floor.max(span.until);
                (from < span.until).then_some(Span { from, until: span.until })
            })
    }

    /// The earliest instant at which `budget` of working time has passed since `from`; `from` itself for none.
    ///
    /// For every start and budget: `worked(start, due(start, budget)) == budget`. Where no working time is left in
    /// the calendar, the rest counts naturally.
    #[must_use]
    pub fn due(&self, from: Moment, budget: Duration) -> Moment {
        let mut rest = budget;
        let mut reached = from;
        if rest <= Duration::zero() {
            return from;
        }
        for span in self.spans_from(from) {
            if rest <= span.length() {
                return later(span.from, rest);
            }
            rest -= span.length();
            reached = span.until;
        }
        later(reached, rest)
    }

    /// Working time between two instants; negative when `to` lies before `from`. See [`Calendar::due`] for the law.
    #[must_use]
    pub fn worked(&self, from: Moment, to: Moment) -> Duration {
        if to < from {
            return -self.worked(to, from);
        }
        let (first, last) = (self.day_of(from).checked_add_days(Days::new(1)), self.day_of(to));
        match first {
            Some(first) if LONG.contains(&(last - first).num_days()) => {
                let [begin, end] = [first, last].map(|it| self.whole_day(it).from);
                self.walked(from, begin) + self.worked_on(first, last) + self.walked(end, to)
            }
            Some(_) | None => self.walked(from, to),
        }
    }

    /// Working time between two instants, span by span.
    fn walked(&self, from: Moment, to: Moment) -> Duration {
        self.spans_from(from)
            .take_while(|it| it.from < to)
            .fold(Duration::zero(), |sum, it| sum + (it.until.min(to) - it.from))
    }

    /// Working time of whole days, `until` not among them: whole weeks at once, then what exceptions change.
    fn worked_on(&self, from: NaiveDate, until: NaiveDate) -> Duration {
        let minutes = |shifts: &[Shift]| shifts.iter().map(|it| i64::from(it.until() - it.from())).sum::<i64>();
        let week: i64 = self.week.iter().map(|it| minutes(it)).sum();
        let days = (until - from).num_days();
        let rest = from.iter_days().take(usize::try_from(days % 7).unwrap_or_default());
        let usual = |day: NaiveDate| minutes(self.shifts(day.weekday()));
        let changed = self.exceptions.range(from..until).map(|(day, _)| minutes(self.shifts_on(*day)) - usual(*day));
        Duration::minutes(days / 7 * week + rest.map(usual).sum::<i64>() + changed.sum::<i64>())
    }

    /// Whether the office works at an instant.
    #[must_use]
    pub fn is_open(&self, at: Moment) -> bool {
        self.spans_from(at).next().is_some_and(|it| it.from == at)
    }

    /// The next opening or closing after an instant, for the status bar; `None` where none comes.
    #[must_use]
    pub fn next_change(&self, at: Moment) -> Option<Moment> {
        let mut spans = self.spans_from(at);
        let mut open = spans.next()?;
        if at < open.from {
            return Some(open.from);
        }
        for next in spans {
            if open.until < next.from {
                break;
            }
            open = next;
        }
        Some(open.until)
    }

    /// The end of a working day: with 0 that of the day of `at` (of the next working day when `at` is past closing
    /// or on a free day), with n that of the n-th working day after the day of `at`.
    ///
    /// Where the calendar has no such day, days are counted by the sun.
    #[must_use]
    pub fn end_of_working_day(&self, at: Moment, days_ahead: u32) -> Moment {
        let today = self.day_of(at);
        if days_ahead == 0
            && let Some(closing) = self.closing(today)
            && at < closing
        {
            return closing;
        }
        let mut missing = days_ahead.max(1);
        let mut dry = 0;
        for day in today.iter_days().skip(1).take(CENTURY_DAYS) {
            match self.closing(day) {
                Some(closing) if missing == 1 => return closing,
                Some(_) => (missing, dry) = (missing - 1, 0),
                None => dry += 1,
            }
            if dry == DRY_DAYS {
                break;
            }
        }
        later(self.whole_day(today).until, Duration::days(days_ahead.into()))
    }

    /// When the last shift of a day ends; `None` on a free day.
    #[must_use]
    pub fn closing(&self, day: NaiveDate) -> Option<Moment> {
        self.shifts_on(day).last().map(|it| self.wall(day, it.until()))
    }

    fn span(&self, day: NaiveDate, (from, until): (u16, u16)) -> Span {
        Span { from: self.wall(day, from), until: self.wall(day, until) }
    }

    fn wall(&self, day: NaiveDate, minute: u16) -> Moment {
        let midnight = day.and_time(NaiveTime::MIN);
        self.moment(midnight.checked_add_signed(Duration::minutes(minute.into())).unwrap_or(NaiveDateTime::MAX))
    }
}

/// Read once; the file is part of the program.
static MAINLAND: LazyLock<Calendar> = LazyLock::new(|| {
    let usual = vec![TimeSpan::hm((9, 0), (12, 0)), TimeSpan::hm((13, 30), (18, 0))];
    let day = |weekday: Weekday| if weekday.num_days_from_monday() < 5 { usual.clone() } else { Vec::new() };
    let blank = Calendar {
        offset: 8 * 3600,
        week: WEEK.map(day),
        quiet: vec![TimeSpan::hm((12, 0), (14, 0)), TimeSpan::hm((20, 0), (9, 0))],
        quiet_on_holidays: true,
        exceptions: BTreeMap::new(),
        years: BTreeSet::new(),
    };
    // A test reads the built-in file; were it broken, its years would be said to be missing.
    blank.clone().with_exceptions(include_str!("../../resources/calendars/cn.csv")).unwrap_or(blank)
});

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

fn place(weekday: Weekday) -> usize {
    weekday.num_days_from_monday() as usize
}

/// An instant moved by a length, held inside the range of dates.
pub(in crate::domain) fn later(at: Moment, by: Duration) -> Moment {
    let end = if by < Duration::zero() { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC };
    at.checked_add_signed(by).unwrap_or(end)
}
