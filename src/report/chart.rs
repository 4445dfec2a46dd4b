//! Charts as data: which bars, which lines, which cells; no pixels, no colours, no language.
//!
//! At most seven series and one for the rest; the rest is always last (UI.md 12).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::books::Row;
use crate::domain::id::{CategoryId, ChannelId, DepartmentId};
use crate::domain::month::Month;
use crate::report::Source;
use crate::report::figures::{Change, Figures, Measure, Rate, Value, Votes};
use crate::report::monthly;
use crate::report::period::Period;
use crate::report::reading;

/// As many bars, rows or columns are shown by themselves.
pub const MOST: usize = 8;

/// One bar of the Pareto chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Which category; `None`: the rest.
    pub category: Option<CategoryId>,
    /// Its name; empty for the rest.
    pub name: String,
    /// Complaints.
    pub count: u64,
    /// This and all bars before it, of all.
    pub cumulative: Rate,
    /// One of the vital few: those up to 80 % and the one that crosses it.
    pub vital: bool,
}

/// Categories by count, with the cumulative share.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Pareto {
    /// The largest first, the rest last.
    pub bars: Vec<Bar>,
}

/// New and closed complaints of twelve months, and the new ones by category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trend {
    /// The months, the oldest first.
    pub months: Vec<Month>,
    /// New ones, a month each.
    pub new: Vec<u64>,
    /// Closed ones, a month each.
    pub closed: Vec<u64>,
    /// New ones by top category: `None` is the rest; one number a month.
    pub categories: Vec<(Option<CategoryId>, String, Vec<u64>)>,
}

/// Counts in two directions; totals are worked out, not stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matrix<K> {
    /// What goes down, with its name; empty names are for what has none.
    pub rows: Vec<(K, String)>,
    /// What goes across: top categories; `None` is the rest.
    pub columns: Vec<(Option<CategoryId>, String)>,
    /// A list a row, a number a column.
    pub cells: Vec<Vec<u64>>,
}

impl<K> Matrix<K> {
    /// The sum of a row.
    #[must_use]
    pub fn row_total(&self, row: usize) -> u64 {
        self.cells.get(row).map(|it| it.iter().sum()).unwrap_or_default()
    }

    /// The sum of a column.
    #[must_use]
    pub fn column_total(&self, column: usize) -> u64 {
        self.cells.iter().filter_map(|it| it.get(column)).sum()
    }

    /// The sum of everything.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.cells.iter().flatten().sum()
    }
}

/// What a row of a chart by department is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A department.
    Department(DepartmentId),
    /// None: nothing was dispatched.
    Undispatched,
    /// All departments that are not shown by themselves, together.
    Rest,
}

impl From<Option<DepartmentId>> for Unit {
    fn from(department: Option<DepartmentId>) -> Self {
        department.map_or(Self::Undispatched, Self::Department)
    }
}

/// What customers of a department said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Whose.
    pub unit: Unit,
    /// Its name; empty where it is no department.
    pub name: String,
    /// 满意, 一般, 不满意
    pub votes: Votes,
}

/// One cell of the strip over the charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kpi {
    /// Which figure.
    pub measure: Measure,
    /// What it is; a rate with numerator and denominator.
    pub value: Value,
    /// Against the period before.
    pub change: Change,
    /// The same per working day, in hundredths of a percent; only for counts.
    pub per_working_day: Option<i64>,
}

/// The eight cells, in the order of the screen.
pub const KPIS: [Measure; 8] = [
    Measure::New,
    Measure::Closure,
    Measure::Satisfaction,
    Measure::FirstResolution,
    Measure::Dispatch,
    Measure::Reports,
    Measure::Callback,
    Measure::MemberCallback,
];

/// The strip over the charts.
#[must_use]
pub fn kpis(this: &Figures, before: &Figures) -> Vec<Kpi> {
    let kpi = |measure| {
        let (value, then) = (this.value(measure), before.value(measure));
        Kpi {
            measure,
            value,
            change: Change::of(measure, then, value),
            per_working_day: per_day(this, before, measure),
        }
    };
    KPIS.into_iter().map(kpi).collect()
}

/// Per working day, so that February can be compared with January.
fn per_day(this: &Figures, before: &Figures, measure: Measure) -> Option<i64> {
    let (Value::Count(now), Value::Count(then)) = (this.value(measure), before.value(measure)) else { return None };
    let scaled = |count: u64, days: u32| i64::try_from(count * u64::from(days)).unwrap_or(i64::MAX);
    // now/days ÷ then/days' − 1, without a fraction on the way.
    crate::report::figures::in_percent(scaled(then, this.working_days), scaled(now, before.working_days))
}

fn new_ones<'a>(source: &Source<'a>, period: Period, chosen: impl Fn(&Row) -> bool) -> Vec<&'a Row> {
    let window = source.window(period);
    source.complaints().filter(|it| reading::new_in(it, window) && chosen(it)).collect()
}

/// Top categories by count, the largest first.
fn ranked(source: &Source<'_>, rows: &[&Row]) -> Vec<(CategoryId, u64)> {
    let mut counts: BTreeMap<CategoryId, u64> = BTreeMap::new();
    for it in rows {
        *counts.entry(source.office().parent(it.category)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(category, count)| (std::cmp::Reverse(*count), *category));
    counts
}

fn name(source: &Source<'_>, id: CategoryId) -> String {
    reading::category(source.office(), id).0
}

impl Pareto {
    /// Of the complaints registered in a period.
    #[must_use]
    pub fn of(source: &Source<'_>, period: Period, chosen: impl Fn(&Row) -> bool) -> Self {
        let counts = ranked(source, &new_ones(source, period, chosen));
        let whole: u64 = counts.iter().map(|(_, count)| count).sum();
        let (shown, rest) = counts.split_at(counts.len().min(MOST));
        let rest: u64 = rest.iter().map(|(_, count)| count).sum();
        let named = shown.iter().map(|(id, count)| (Some(*id), name(source, *id), *count));
        let mut bars: Vec<Bar> = Vec::new();
        let mut sum = 0;
        for (category, name, count) in named.chain((0 < rest).then_some((None, String::new(), rest))) {
            // Up to here it was less than 80 %: this one is needed to reach it.
            let vital = category.is_some() && sum * 5 < whole * 4;
            sum += count;
            bars.push(Bar { category, name, count, cumulative: Rate { part: sum, whole }, vital });
        }
        Self { bars }
    }

    /// The vital few: how many, and how much of all they are.
    #[must_use]
    pub fn few(&self) -> (usize, Rate) {
        let few: Vec<_> = self.bars.iter().take_while(|it| it.vital).collect();
        (few.len(), few.last().map(|it| it.cumulative).unwrap_or_default())
    }
}

impl Trend {
    /// The twelve months up to and with one.
    #[must_use]
    pub fn of(source: &Source<'_>, last: Month, chosen: impl Fn(&Row) -> bool) -> Self {
        let mut months: Vec<Month> = std::iter::successors(Some(last), |it| Some(it.before())).take(12).collect();
        months.reverse();
        let windows: Vec<_> =
            months.iter().map(|it| source.window(Period::month(source.office().rules(), *it))).collect();
        let rows: Vec<&Row> = source.complaints().filter(|it| chosen(it)).collect();
        let born: Vec<Vec<&Row>> = windows
            .iter()
            .map(|window| rows.iter().copied().filter(|it| reading::new_in(it, *window)).collect())
            .collect();
        let count = |it: &Vec<&Row>| it.len() as u64;
        let all: Vec<&Row> = born.iter().flatten().copied().collect();
        let counts = ranked(source, &all);
        // Seven by themselves, the rest is the eighth.
        let (shown, rest) = counts.split_at(if counts.len() <= MOST { counts.len() } else { MOST - 1 });
        let of = |keep: &dyn Fn(CategoryId) -> bool| {
            let in_month =
                |it: &Vec<&Row>| it.iter().filter(|it| keep(source.office().parent(it.category))).count() as u64;
            born.iter().map(in_month).collect::<Vec<u64>>()
        };
        let mut categories: Vec<_> =
            shown.iter().map(|(id, _)| (Some(*id), name(source, *id), of(&|it| it == *id))).collect();
        if !rest.is_empty() {
            categories.push((None, String::new(), of(&|it| rest.iter().any(|(id, _)| *id == it))));
        }
        Self {
            new: born.iter().map(count).collect(),
            closed: windows
                .iter()
                .map(|window| rows.iter().filter(|it| reading::closed_in(it, *window)).count() as u64)
                .collect(),
            categories,
            months,
        }
    }
}

/// How many categories a matrix shows by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breadth {
    /// The largest, and the rest in one: for a screen.
    Screen,
    /// All of them: for a form.
    Whole,
}

impl<K: Copy + Ord> Matrix<K> {
    fn count(source: &Source<'_>, rows: &[&Row], breadth: Breadth, key: impl Fn(&Row) -> (K, String)) -> Self {
        let counts = ranked(source, rows);
        let shown = match breadth {
            Breadth::Screen => counts.len().min(MOST),
            Breadth::Whole => counts.len(),
        };
        let mut columns: Vec<_> = counts.iter().take(shown).map(|(id, _)| (Some(*id), name(source, *id))).collect();
        if shown < counts.len() {
            columns.push((None, String::new()));
        }
        let mut cells: BTreeMap<K, (String, Vec<u64>)> = BTreeMap::new();
        for it in rows {
            let (key, name) = key(it);
            let line = &mut cells.entry(key).or_insert_with(|| (name, vec![0; columns.len()])).1;
            let top = source.office().parent(it.category);
            let place = columns.iter().position(|(id, _)| *id == Some(top)).unwrap_or(columns.len() - 1);
            if let Some(cell) = line.get_mut(place) {
                *cell += 1;
            }
        }
        let mut lines: Vec<_> = cells.into_iter().collect();
        lines.sort_by_key(|(key, (name, line))| (name.is_empty(), std::cmp::Reverse(line.iter().sum::<u64>()), *key));
        let (rows, cells) = lines.into_iter().map(|(key, (name, line))| ((key, name), line)).unzip();
        Self { rows, columns, cells }
    }
}

impl Matrix<Option<DepartmentId>> {
    /// Departments down, categories across. One complaint counts in one department.
    #[must_use]
    pub fn departments(source: &Source<'_>, period: Period, breadth: Breadth, chosen: impl Fn(&Row) -> bool) -> Self {
        let rows = new_ones(source, period, chosen);
        Self::count(source, &rows, breadth, |it| {
            (it.department(), reading::department(source.office(), it.department()))
        })
    }
}

impl Matrix<Option<DepartmentId>> {
    /// The largest departments by themselves, then what was not dispatched, the rest of the departments last.
    #[must_use]
    pub fn folded(self) -> Matrix<Unit> {
        let Self { rows, columns, cells } = self;
        let mut whole = Matrix { rows: Vec::new(), columns, cells: Vec::new() };
        let mut rest: Vec<u64> = Vec::new();
        let mut shown = 0;
        for ((department, name), line) in rows.into_iter().zip(cells) {
            // Rows come with the largest first, what was not dispatched last.
            if department.is_some() && shown == MOST {
                rest.resize(line.len(), 0);
                rest.iter_mut().zip(&line).for_each(|(sum, it)| *sum += it);
                continue;
            }
            shown += usize::from(department.is_some());
            whole.rows.push((department.into(), name));
            whole.cells.push(line);
        }
        if !rest.is_empty() {
            whole.rows.push((Unit::Rest, String::new()));
            whole.cells.push(rest);
        }
        whole
    }
}

impl Matrix<ChannelId> {
    /// Channels down, categories across.
    #[must_use]
    pub fn channels(source: &Source<'_>, period: Period, breadth: Breadth, chosen: impl Fn(&Row) -> bool) -> Self {
        let rows = new_ones(source, period, chosen);
        Self::count(source, &rows, breadth, |it| (it.channel, reading::channel(source.office(), it)))
    }
}

/// What customers said in a period, by department; the most answers first, the rest of the departments last.
#[must_use]
pub fn satisfaction(source: &Source<'_>, period: Period, chosen: impl Fn(&Row) -> bool) -> Vec<Said> {
    let mut rows: Vec<_> = monthly::departments_of(source, period, chosen)
        .into_iter()
        .filter(|it| 0 < it.votes.total())
        .map(|it| Said { unit: it.department.into(), name: it.name, votes: it.votes })
        .collect();
    rows.sort_by_key(|it| (it.unit == Unit::Undispatched, std::cmp::Reverse(it.votes.total()), it.unit));
    let departments = rows.iter().filter(|it| it.unit != Unit::Undispatched).count();
    if MOST < departments {
        let rest: Vec<Said> = rows.drain(MOST..departments).collect();
        rows.push(Said { unit: Unit::Rest, name: String::new(), votes: all_votes(&rest) });
    }
    rows
}

/// What customers said in all.
#[must_use]
pub fn all_votes(all: &[Said]) -> Votes {
    all.iter().fold(Votes::default(), |sum, it| Votes {
        satisfied: sum.satisfied + it.votes.satisfied,
        neutral: sum.neutral + it.votes.neutral,
        dissatisfied: sum.dissatisfied + it.votes.dissatisfied,
    })
}
