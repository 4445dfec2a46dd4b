//! The numbers behind a chart, as a table: what the picture shows, to go on working with.

use crate::export::chart::Chart;
use crate::export::paper::words::{body, columns, head};
use crate::export::paper::{Block, Cell, Formula, Orientation, Paper, Row, RowKind, Table};
use crate::i18n::Texts;
use crate::report::chart::{Matrix, Pareto, Said, Trend, Unit};
use crate::report::{Period, Rate};

/// What stands above the numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Above {
    /// The company, as it stands on forms.
    pub company: String,
    /// The days.
    pub period: Period,
    /// What the complaints were narrowed to, in words; empty: all of them.
    pub narrow: String,
}

/// The series of a chart.
#[must_use]
pub fn series(chart: Chart<'_>, above: &Above, texts: &Texts) -> Paper {
    let (name, table) = match chart {
        Chart::Pareto(it) => (texts.chart_pareto(), pareto(it, texts)),
        Chart::Trend(it) => (texts.chart_trend(), trend(it, texts)),
        Chart::Heatmap(it) => (texts.chart_heatmap(), matrix(it, texts)),
        Chart::Satisfaction(it) => (texts.chart_satisfaction(), votes(it, texts)),
    };
    Paper {
        name: name.to_owned(),
        orientation: Orientation::Landscape,
        form_number: String::new(),
        title: format!("{}{name}", above.company),
        meta: [texts.paper_days(above.period), above.narrow.clone(), texts.chart_unit().to_owned()],
        mark: None,
        blocks: vec![Block::Table(table)],
    }
}

fn pareto(it: &Pareto, texts: &Texts) -> Table {
    let whole = it.bars.iter().map(|it| it.count).sum();
    let mut rows =
        vec![head(&[texts.column_parent(), texts.column_count(), texts.column_share(), texts.chart_cumulative()])];
    for bar in &it.bars {
        let name = if bar.category.is_none() { texts.report_others() } else { &bar.name };
        rows.push(body(vec![
            Cell::text(name),
            Cell::count(texts, bar.count),
            Cell::rate(texts, Rate { part: bar.count, whole }),
            Cell::rate(texts, bar.cumulative),
        ]));
    }
    let total = [Cell::total(texts, whole).by(Formula::SumOfBody), Cell::rate(texts, Rate { part: whole, whole })];
    let cells = std::iter::once(Cell::text(texts.report_total())).chain(total).chain([Cell::blank()]);
    rows.push(Row::new(RowKind::Total, cells.collect()));
    Table { columns: columns(&[(12.0, 'l'), (8.0, 'c'), (8.0, 'c'), (8.0, 'c')]), rows }
}

fn trend(it: &Trend, texts: &Texts) -> Table {
    let mut names = vec![texts.column_month(), texts.column_new(), texts.column_closed()];
    names.extend(it.categories.iter().map(|(id, name, _)| if id.is_none() { texts.report_others() } else { name }));
    let mut rows = vec![head(&names)];
    let of_categories: Vec<&Vec<u64>> = it.categories.iter().map(|(_, _, counts)| counts).collect();
    let all = || [&it.new, &it.closed].into_iter().chain(of_categories.iter().copied());
    for (place, month) in it.months.iter().enumerate() {
        let counts = all().map(|it| Cell::count(texts, it.get(place).copied().unwrap_or(0)));
        rows.push(body(std::iter::once(Cell::text(month.to_string())).chain(counts).collect()));
    }
    let sums = all().map(|it| Cell::total(texts, it.iter().sum()).by(Formula::SumOfBody));
    rows.push(Row::new(RowKind::Total, std::iter::once(Cell::text(texts.report_total())).chain(sums).collect()));
    let widths = [(8.0, 'c')].into_iter().chain(all().map(|_| (6.5, 'c')));
    Table { columns: columns(&widths.collect::<Vec<_>>()), rows }
}

fn matrix(it: &Matrix<Unit>, texts: &Texts) -> Table {
    let mut names = vec![texts.column_department()];
    names.extend(it.columns.iter().map(|(id, name)| if id.is_none() { texts.report_others() } else { name.as_str() }));
    names.push(texts.report_total());
    let across: Vec<u16> = (1..).take(it.columns.len()).collect();
    let mut rows = vec![head(&names)];
    for (place, ((unit, name), line)) in it.rows.iter().zip(&it.cells).enumerate() {
        let counts = line.iter().map(|it| Cell::count(texts, *it));
        let total = Cell::total(texts, it.row_total(place)).by(Formula::SumOf(across.clone()));
        rows.push(body([Cell::text(texts.unit(*unit, name))].into_iter().chain(counts).chain([total]).collect()));
    }
    let sums = (0..it.columns.len()).map(|place| it.column_total(place)).chain([it.total()]);
    let sums = sums.map(|it| Cell::total(texts, it).by(Formula::SumOfBody));
    rows.push(Row::new(RowKind::Total, std::iter::once(Cell::text(texts.report_total())).chain(sums).collect()));
    let widths = [(9.0, 'l')].into_iter().chain(it.columns.iter().map(|_| (6.0, 'c'))).chain([(5.0, 'c')]);
    Table { columns: columns(&widths.collect::<Vec<_>>()), rows }
}

fn votes(all: &[Said], texts: &Texts) -> Table {
    use crate::domain::complaint::terms::Satisfaction::{Dissatisfied, Neutral, Satisfied};
    let names = [
        texts.column_department(),
        texts.name(Satisfied),
        texts.name(Neutral),
        texts.name(Dissatisfied),
        texts.report_total(),
        texts.column_satisfaction(),
    ];
    let mut rows = vec![head(&names)];
    for it in all {
        let counts = [it.votes.satisfied, it.votes.neutral, it.votes.dissatisfied].map(|it| Cell::count(texts, it));
        let total = Cell::total(texts, it.votes.total()).by(Formula::SumOf(vec![1, 2, 3]));
        let name = Cell::text(texts.unit(it.unit, &it.name));
        rows.push(body([name].into_iter().chain(counts).chain([total, Cell::rate(texts, it.votes.rate())]).collect()));
    }
    let whole = crate::report::chart::all_votes(all);
    let sums = [whole.satisfied, whole.neutral, whole.dissatisfied, whole.total()];
    let sums = sums.map(|it| Cell::total(texts, it).by(Formula::SumOfBody));
    let last = [Cell::rate(texts, whole.rate())];
    rows.push(Row::new(
        RowKind::Total,
        std::iter::once(Cell::text(texts.report_total())).chain(sums).chain(last).collect(),
    ));
    Table { columns: columns(&[(9.0, 'l'), (6.0, 'c'), (6.0, 'c'), (6.0, 'c'), (6.0, 'c'), (7.0, 'c')]), rows }
}
