//! What the charts of one period show, and which cases stand behind a mark.

use std::collections::BTreeMap;

use chrono::Datelike as _;

use crate::books::Row;
use crate::domain::complaint::terms::Satisfaction;
use crate::domain::id::{CategoryId, ComplaintId, DepartmentId};
use crate::domain::month::Month;
use crate::domain::office::Rules;
use crate::report::chart::{self, Breadth, Kpi, Matrix, Pareto, Said, Trend, Unit};
use crate::report::figures::Figures;
use crate::report::narrow::Chosen;
use crate::report::reading::{self, DutyState};
use crate::report::{Narrow, Period, Source};
use crate::ui::part::period::{self, Length};

/// Something in a chart that can be chosen. It is told apart by what it means, not by its place: it stays chosen when
/// the period changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A category; `None` is the rest.
    Bar(Option<CategoryId>),
    /// A month of the trend.
    Month(Month),
    /// A department and a category (`None`: the rest).
    Cell(Unit, Option<CategoryId>),
    /// What customers of a department said.
    Votes(Unit),
}

/// One of the four charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// 投诉类别
    Pareto,
    /// 近 12 个月
    Trend,
    /// 责任部门×类别
    Heat,
    /// 满意度
    Votes,
}

impl Which {
    /// Every one, in reading order.
    pub const ALL: [Self; 4] = [Self::Pareto, Self::Trend, Self::Heat, Self::Votes];

    /// The next one, or the one before; after the last comes the first.
    #[must_use]
    pub fn beside(self, by: isize) -> Self {
        let place = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        Self::ALL[place.wrapping_add_signed(by + 4) % 4]
    }
}

impl Mark {
    /// The chart it belongs to.
    #[must_use]
    pub const fn chart(self) -> Which {
        match self {
            Self::Bar(_) => Which::Pareto,
            Self::Month(_) => Which::Trend,
            Self::Cell(..) => Which::Heat,
            Self::Votes(_) => Which::Votes,
        }
    }
}

/// Everything that is drawn for one period.
#[derive(Debug)]
pub struct Model {
    /// The days.
    pub period: Period,
    /// The days of the trend.
    pub trend_days: Period,
    /// Which complaints count.
    pub chosen: Chosen,
    /// Whether they are over.
    pub over: bool,
    /// The figures.
    pub figures: Figures,
    /// The strip.
    pub kpis: Vec<Kpi>,
    /// 投诉类别
    pub pareto: Pareto,
    /// 近 12 个月
    pub trend: Trend,
    /// For every month of the trend: the longest holiday that begins in it, if it is long.
    pub holidays: Vec<Option<Holiday>>,
    /// 责任部门×类别
    pub heat: Matrix<Unit>,
    /// 满意度
    pub votes: Vec<Said>,
}

/// A stretch of free days that explains a month with few complaints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// What the calendar calls it.
    pub name: String,
    /// Days without work, weekends included.
    pub days: u32,
}

/// From so many days on a holiday is said.
const LONG: u32 = 5;

/// The cases behind a mark.
#[derive(Debug, Default)]
pub struct Found {
    /// Cases; for votes: answers.
    pub count: u64,
    /// The same in the period before.
    pub before: u64,
    /// What they are made of, the largest first.
    pub parts: Vec<(Part, u64)>,
    /// The cases, the newest first, with what the customer said last.
    pub cases: Vec<ComplaintId>,
}

/// What a part of the cases is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A category.
    Category(CategoryId),
    /// An answer.
    Answer(Satisfaction),
}

/// The days of a report for a choice of the tool bar.
#[must_use]
pub fn days(rules: &Rules, chosen: period::Period) -> Period {
    let first = chosen.first();
    let whole = match chosen.length() {
        Length::Month => None,
        Length::Days => Some(Period::days(first, chosen.last())),
        Length::Quarter => Period::quarter(rules, first.year(), first.month0() / 3 + 1),
        Length::Year => Period::year(rules, first.year()),
    };
    whole.unwrap_or_else(|| Period::month(rules, Month::of(first)))
}

impl Model {
    /// Of a period, over the complaints that were picked.
    #[must_use]
    pub fn of(source: &Source<'_>, shown: period::Period, narrow: &Narrow) -> Self {
        let (office, calendar) = (source.office(), source.office().calendar());
        let period = days(office.rules(), shown);
        let chosen = narrow.chosen(source.books);
        let counts = |it: &Row| chosen.has(it);
        let today = calendar.day_of(source.now);
        let figures = Figures::of_chosen(source, period, counts);
        let before = Figures::of_chosen(source, period.before(office.rules()), counts);
        // Months that are still to come are no part of a trend.
        let last = match shown.length() {
            Length::Month | Length::Quarter | Length::Year => Month::of(shown.last()),
            Length::Days => office.rules().month_of(shown.last()),
        };
        let trend = Trend::of(source, last.min(office.rules().month_of(today)), counts);
        let month_days = |month: &Month| Period::month(office.rules(), *month);
        let ends = trend.months.first().zip(trend.months.last());
        let trend_days =
            ends.map_or(period, |(first, last)| Period::days(month_days(first).first, month_days(last).last));
        let holidays = trend.months.iter().map(|it| holiday(source, *it)).collect();
        Self {
            period,
            over: period.last < today,
            kpis: chart::kpis(&figures, &before),
            figures,
            pareto: Pareto::of(source, period, counts),
            trend,
            holidays,
            heat: Matrix::departments(source, period, Breadth::Screen, counts).folded(),
            votes: chart::satisfaction(source, period, counts),
            trend_days,
            chosen,
        }
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pareto.bars.is_empty() && self.votes.is_empty()
    }

    /// Whether a mark is there in this period.
    #[must_use]
    pub fn has(&self, mark: Mark) -> bool {
        match mark {
            Mark::Bar(category) => self.pareto.bars.iter().any(|it| it.category == category),
            Mark::Month(month) => self.trend.months.contains(&month),
            Mark::Cell(unit, category) => {
                self.heat.rows.iter().any(|it| it.0 == unit) && self.heat.columns.iter().any(|it| it.0 == category)
            }
            Mark::Votes(unit) => self.votes.iter().any(|it| it.unit == unit),
        }
    }

    /// Where the arrow keys go from a mark, `(right, down)` being `(1, 0)`, `(0, 1)` or the other way. They stop at
    /// the edge of a chart.
    #[must_use]
    pub fn moved(&self, from: Mark, (right, down): (isize, isize)) -> Mark {
        fn beside<T: Copy>(all: &[T], here: impl Fn(&T) -> bool, by: isize) -> Option<T> {
            let place = all.iter().position(here)?;
            all.get(place.saturating_add_signed(by).min(all.len() - 1)).copied()
        }
        let by = right + down;
        let moved = match from {
            Mark::Bar(category) => {
                let all: Vec<_> = self.pareto.bars.iter().map(|it| it.category).collect();
                beside(&all, |it| *it == category, by).map(Mark::Bar)
            }
            Mark::Month(month) => beside(&self.trend.months, |it| *it == month, by).map(Mark::Month),
            Mark::Cell(unit, category) => {
                let rows: Vec<_> = self.heat.rows.iter().map(|it| it.0).collect();
                let columns: Vec<_> = self.heat.columns.iter().map(|it| it.0).collect();
                let row = beside(&rows, |it| *it == unit, down);
                let column = beside(&columns, |it| *it == category, right);
                row.zip(column).map(|(row, column)| Mark::Cell(row, column))
            }
            Mark::Votes(unit) => {
                let all: Vec<_> = self.votes.iter().map(|it| it.unit).collect();
                beside(&all, |it| *it == unit, by).map(Mark::Votes)
            }
        };
        moved.unwrap_or(from)
    }

    /// The first mark of a chart; the last month of the trend.
    #[must_use]
    pub fn first(&self, chart: Which) -> Option<Mark> {
        match chart {
            Which::Pareto => self.pareto.bars.first().map(|it| Mark::Bar(it.category)),
            Which::Trend => self.trend.months.last().map(|it| Mark::Month(*it)),
            Which::Heat => Some(Mark::Cell(self.heat.rows.first()?.0, self.heat.columns.first()?.0)),
            Which::Votes => self.votes.first().map(|it| Mark::Votes(it.unit)),
        }
    }

    /// The cases behind a mark.
    #[must_use]
    pub fn found(&self, source: &Source<'_>, mark: Mark) -> Found {
        let rules = source.office().rules();
        let period = match mark {
            Mark::Bar(_) | Mark::Cell(..) | Mark::Votes(_) => self.period,
            Mark::Month(month) => Period::month(rules, month),
        };
        let (rows, parts) = self.behind(source, mark, period);
        let (_, before) = self.behind(source, mark, period.before(rules));
        let mut counts: BTreeMap<Part, u64> = BTreeMap::new();
        for it in &parts {
            *counts.entry(*it).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(part, count)| match part {
            // Answers keep their order: 满意, 一般, 不满意.
            Part::Answer(_) => (std::cmp::Reverse(0), *part),
            Part::Category(_) => (std::cmp::Reverse(*count), *part),
        });
        Found {
            count: parts.len() as u64,
            before: before.len() as u64,
            parts: counts,
            cases: rows.iter().rev().map(|it| it.id).collect(),
        }
    }

    /// The rows behind a mark in a period, and what each counts as.
    fn behind<'a>(&self, source: &Source<'a>, mark: Mark, period: Period) -> (Vec<&'a Row>, Vec<Part>) {
        let office = source.office();
        let window = source.window(period);
        let new = || source.complaints().filter(|it| reading::new_in(it, window) && self.chosen.has(it));
        let top = |it: &Row| office.parent(it.category);
        let in_bar = |it: &Row, category: Option<CategoryId>| match category {
            Some(id) => top(it) == id,
            None => self.pareto.bars.iter().all(|bar| bar.category != Some(top(it))),
        };
        // One category falls apart into its subcategories, the rest into categories.
        let parts = |rows: &[&Row], category: Option<CategoryId>| {
            rows.iter().map(|it| Part::Category(category.map_or_else(|| top(it), |_| it.category))).collect()
        };
        match mark {
            Mark::Bar(category) => {
                let rows: Vec<&Row> = new().filter(|it| in_bar(it, category)).collect();
                let parts = parts(&rows, category);
                (rows, parts)
            }
            Mark::Cell(unit, category) => {
                let shown = self.heat.rows.iter().map(|it| it.0);
                let of_unit = in_unit(unit, shown.collect());
                let rows: Vec<&Row> = new().filter(|it| of_unit(it.department()) && in_bar(it, category)).collect();
                let parts = parts(&rows, category);
                (rows, parts)
            }
            Mark::Month(_) => {
                let rows: Vec<&Row> = new().collect();
                let parts = parts(&rows, None);
                (rows, parts)
            }
            Mark::Votes(unit) => {
                let of_unit = in_unit(unit, self.votes.iter().map(|it| it.unit).collect());
                let (mut rows, mut parts) = (Vec::new(), Vec::new());
                let known = source.complaints().take_while(|it| it.registered.at < window.until);
                for it in known.filter(|it| self.chosen.has(it)) {
                    let answers = reading::duties(it, source)
                        .into_iter()
                        .filter(|duty| of_unit(duty.department) && duty.state(window) == Some(DutyState::Reached));
                    let before = parts.len();
                    parts.extend(answers.filter_map(|duty| duty.call?.result).map(Part::Answer));
                    if before < parts.len() {
                        rows.push(it);
                    }
                }
                (rows, parts)
            }
        }
    }
}

/// Whether a department belongs to a row, where these have rows of their own.
fn in_unit(unit: Unit, shown: Vec<Unit>) -> impl Fn(Option<DepartmentId>) -> bool {
    move |department| match unit {
        Unit::Department(_) | Unit::Undispatched => Unit::from(department) == unit,
        Unit::Rest => department.is_some() && !shown.contains(&Unit::from(department)),
    }
}

/// The longest run of free days that begins in a month and holds a named holiday.
fn holiday(source: &Source<'_>, month: Month) -> Option<Holiday> {
    use crate::domain::calendar::Day;
    let calendar = source.office().calendar();
    let (first, last) = source.office().rules().days_of(month);
    let mut longest: Option<Holiday> = None;
    for day in first.iter_days().take_while(|it| *it <= last) {
        if calendar.is_working_day(day) || day.pred_opt().is_some_and(|it| !calendar.is_working_day(it)) {
            continue;
        }
        let run: Vec<_> = day.iter_days().take_while(|it| !calendar.is_working_day(*it)).take(31).collect();
        let name = run.iter().find_map(|it| match calendar.day(*it) {
            Day::Holiday(name) if !name.is_empty() => Some(name.to_owned()),
            Day::Holiday(_) | Day::MakeUp(_) | Day::Weekend | Day::Working => None,
        });
        let days = u32::try_from(run.len()).unwrap_or(0);
        if let Some(name) = name.filter(|_| LONG <= days && longest.as_ref().is_none_or(|it| it.days < days)) {
            longest = Some(Holiday { name, days });
        }
    }
    longest
}
