//! F4 顾客投诉分类统计表 on paper (FORMS 4.5): four sheets, each a part.

use crate::export::paper::monthly::improvements;
use crate::export::paper::words::{body, columns, head};
use crate::export::paper::{Block, Cell, Formula, Orientation, Paper, Row, RowKind, Table};
use crate::i18n::Texts;
use crate::report::category::{CategoryStatistics, Counts, Group};
use crate::report::chart::Matrix;

/// The statistics as a printed form.
#[must_use]
pub fn category_statistics(it: &CategoryStatistics, texts: &Texts) -> Paper {
    let name = texts.report_name_category();
    let mut blocks =
        vec![Block::Heading(texts.category_by_category().to_owned()), Block::Table(by_category(it, texts))];
    blocks.push(Block::Line(format!("{}：{}", texts.category_analysis(), analysis(it, texts))));
    blocks.push(Block::Line(format!("{}：", texts.category_countermeasures())));
    let measures = improvements(&it.improvements, texts);
    if measures.rows.len() > 1 {
        blocks.push(Block::Table(measures));
    } else {
        blocks.push(Block::Line(texts.report_none().to_owned()));
    }
    blocks.push(Block::Heading(texts.category_by_department().to_owned()));
    blocks.push(Block::Table(matrix(&it.departments, (texts.column_department(), texts.report_undispatched()), texts)));
    blocks.push(Block::Heading(texts.category_by_channel().to_owned()));
    blocks.push(Block::Table(matrix(&it.channels, (texts.column_channel(), texts.report_not_said()), texts)));
    blocks.push(Block::Heading(texts.category_trend().to_owned()));
    blocks.push(Block::Table(trend(it, texts)));
    blocks.push(Block::Signatures(vec![
        texts.sign_filled().to_owned(),
        texts.sign_reviewed().to_owned(),
        texts.sign_date().to_owned(),
    ]));
    Paper {
        name: name.to_owned(),
        orientation: Orientation::Landscape,
        form_number: it.form_number.clone(),
        title: texts.report_title(it.company.as_str(), name, texts.paper_period(it.period)),
        meta: [
            texts.report_unit(it.unit.as_str()),
            texts.report_received_line(texts.paper_days(it.period)),
            texts.report_unit_cases().to_owned(),
        ],
        mark: None,
        blocks,
    }
}

/// 数据分析: the vital few, in a sentence.
fn analysis(it: &CategoryStatistics, texts: &Texts) -> String {
    let (few, share) = it.pareto.few();
    let names = it.pareto.bars.iter().take(few).map(|it| it.name.clone());
    texts.category_analysis_line(it.total.count, few, texts.list(names), texts.percent(share.part, share.whole))
}

fn by_category(it: &CategoryStatistics, texts: &Texts) -> Table {
    let names = [
        texts.column_parent(),
        texts.column_sub(),
        texts.column_cause(),
        texts.column_count(),
        texts.column_people(),
        texts.column_share(),
        texts.column_change_count(),
        texts.column_founded(),
        texts.column_unfounded(),
        texts.column_closed(),
        texts.column_open(),
        texts.column_satisfied(),
        texts.column_dissatisfied(),
        texts.column_satisfaction(),
        texts.column_handling(),
        texts.column_repeat(),
        texts.column_late(),
    ];
    let mut widths = vec![(7.0, 'c'), (7.0, 'c'), (10.0, 'l')];
    widths.extend([3.4, 3.4, 4.8, 4.0, 3.2, 3.6, 3.2, 3.6, 3.2, 3.8, 4.8, 5.0, 3.6, 3.2].map(|it| (it, 'c')));
    let mut rows = vec![head(&names)];
    let whole = it.total.count;
    for group in &it.groups {
        rows.extend(lines(group, whole, texts));
    }
    let label = [Cell::text(texts.report_grand_total()).across(3), Cell::covered(), Cell::covered()];
    rows.push(Row::new(
        RowKind::Total,
        label.into_iter().chain(counts(&it.total, whole, RowKind::Total, texts)).collect(),
    ));
    Table { columns: columns(&widths), rows }
}

fn lines(group: &Group, whole: u64, texts: &Texts) -> Vec<Row> {
    let mut rows = Vec::new();
    let tall = u16::try_from(group.subs.len() + 1).unwrap_or(u16::MAX);
    for (place, sub) in group.subs.iter().enumerate() {
        let parent = if place == 0 { Cell::text(group.name.as_str()).down(tall) } else { Cell::covered() };
        let name = if sub.name.is_empty() { texts.report_not_said() } else { sub.name.as_str() };
        let label = [parent, Cell::text(name), Cell::text(sub.cause.as_str())];
        rows.push(body(label.into_iter().chain(counts(&sub.counts, whole, RowKind::Body, texts)).collect()));
    }
    let label = [Cell::covered(), Cell::text(texts.report_subtotal()).across(2), Cell::covered()];
    let cells = label.into_iter().chain(counts(&group.counts, whole, RowKind::Subtotal, texts)).collect();
    rows.push(Row::new(RowKind::Subtotal, cells));
    rows
}

fn counts(it: &Counts, whole: u64, kind: RowKind, texts: &Texts) -> Vec<Cell> {
    let count = |count| if kind == RowKind::Body { Cell::count(texts, count) } else { Cell::total(texts, count) };
    let change = i64::try_from(it.count).unwrap_or(i64::MAX) - i64::try_from(it.before).unwrap_or(i64::MAX);
    vec![
        count(it.count),
        count(it.people),
        Cell::rate(texts, it.share(whole)),
        Cell::change(texts, change),
        count(it.founded),
        count(it.unfounded),
        count(it.closed),
        count(it.open()),
        count(it.votes.satisfied),
        count(it.votes.dissatisfied),
        Cell::rate(texts, it.votes.rate()),
        Cell::hours(it.handling),
        count(it.repeats),
        count(it.late),
    ]
}

/// A matrix with totals both ways.
fn matrix<K>(it: &Matrix<K>, (first, nothing): (&str, &str), texts: &Texts) -> Table {
    let mut names = vec![first];
    names.extend(it.columns.iter().map(|(id, name)| if id.is_none() { texts.report_others() } else { name.as_str() }));
    names.push(texts.report_total());
    let across: Vec<u16> = (1..).take(it.columns.len()).collect();
    let mut rows = vec![head(&names)];
    for (place, ((_, name), line)) in it.rows.iter().zip(&it.cells).enumerate() {
        let name = if name.is_empty() { nothing } else { name };
        let mut cells = vec![Cell::text(name)];
        cells.extend(line.iter().map(|it| Cell::count(texts, *it)));
        cells.push(Cell::total(texts, it.row_total(place)).by(Formula::SumOf(across.clone())));
        rows.push(body(cells));
    }
    let mut total = vec![Cell::text(texts.report_total())];
    total.extend((0..it.columns.len()).map(|place| Cell::total(texts, it.column_total(place)).by(Formula::SumOfBody)));
    total.push(Cell::total(texts, it.total()).by(Formula::SumOfBody));
    rows.push(Row::new(RowKind::Total, total));
    let mut widths = vec![(8.0, 'l')];
    widths.extend(it.columns.iter().map(|_| (6.0, 'c')).chain([(5.0, 'c')]));
    Table { columns: columns(&widths), rows }
}

fn trend(it: &CategoryStatistics, texts: &Texts) -> Table {
    let trend = &it.trend;
    let mut names = vec![texts.column_month()];
    names.extend(trend.categories.iter().map(|(id, name, _)| if id.is_none() { texts.report_others() } else { name }));
    names.push(texts.report_total());
    let across: Vec<u16> = (1..).take(trend.categories.len()).collect();
    let mut rows = vec![head(&names)];
    for (place, month) in trend.months.iter().enumerate() {
        let mut cells = vec![Cell::text(month.to_string())];
        let at = |of: &Vec<u64>| of.get(place).copied().unwrap_or(0);
        cells.extend(trend.categories.iter().map(|(_, _, counts)| Cell::count(texts, at(counts))));
        cells.push(Cell::total(texts, at(&trend.new)).by(Formula::SumOf(across.clone())));
        rows.push(body(cells));
    }
    let sum = |counts: &Vec<u64>| Cell::total(texts, counts.iter().sum()).by(Formula::SumOfBody);
    let mut total = vec![Cell::text(texts.report_total())];
    total.extend(trend.categories.iter().map(|(_, _, counts)| sum(counts)));
    total.push(sum(&trend.new));
    rows.push(Row::new(RowKind::Total, total));
    let mut widths = vec![(8.0, 'c')];
    widths.extend(trend.categories.iter().map(|_| (6.0, 'c')).chain([(5.0, 'c')]));
    Table { columns: columns(&widths), rows }
}
