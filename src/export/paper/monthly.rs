//! F5 投诉信息月汇总报表 on paper (FORMS 4.6).

use crate::export::paper::words::{Yes, body, columns, head};
use crate::export::paper::{Block, Cell, Formula, Orientation, Paper, Row, RowKind, Table};
use crate::i18n::Texts;
use crate::report::figures::{Change, Figures, Measure, Value};
use crate::report::monthly::{
    AccountabilityRow, CategoryRow, DepartmentRow, ImprovementRow, MonthlySummary, Notable, NotableRow, ShareRow,
    UrgentCallRow,
};

/// Where the report stands in its life; it is marked by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filing {
    /// 草稿
    Draft,
    /// 待主管审批
    Waiting,
    /// 已备案
    Filed,
}

/// The month's summary as a printed form. Customers are masked in it, always.
#[must_use]
pub fn month_summary(summary: &MonthlySummary, filing: Filing, texts: &Texts) -> Paper {
    let head = &summary.head;
    let mark = match filing {
        Filing::Draft => Some(texts.report_mark_draft()),
        Filing::Waiting => Some(texts.report_mark_waiting()),
        Filing::Filed => (1 < head.version).then(|| texts.report_mark_corrected()),
    };
    let mut blocks = vec![Block::Heading(texts.report_part_overview().to_owned())];
    blocks.extend(overview(summary, texts));
    blocks.push(Block::Heading(texts.report_part_departments().to_owned()));
    blocks.push(Block::Table(departments(summary, texts)));
    blocks.push(Block::Heading(texts.report_part_categories().to_owned()));
    blocks.push(Block::Table(categories(&summary.categories, texts)));
    blocks.push(Block::Heading(texts.report_part_shares().to_owned()));
    for (name, rows) in [
        (texts.column_channel(), &summary.channels),
        (texts.column_region(), &summary.regions),
        (texts.column_product(), &summary.products),
    ] {
        blocks.push(Block::Table(shares(name, rows, texts)));
    }
    blocks.push(Block::Heading(texts.report_part_details().to_owned()));
    blocks.push(or_none(details(summary, texts), texts));
    blocks.push(Block::Heading(texts.report_part_notable().to_owned()));
    blocks.extend(notable(&summary.notable, texts));
    blocks.push(Block::Heading(texts.report_part_improvements().to_owned()));
    blocks.push(or_none(improvements(&summary.improvements, texts), texts));
    blocks.push(Block::Heading(texts.report_part_exemptions().to_owned()));
    blocks.push(or_none(exemptions(summary, texts), texts));
    if !summary.urgent_calls.is_empty() {
        blocks.push(Block::Heading(texts.report_part_urgent(summary.urgent_calls.len())));
        blocks.push(Block::Table(urgent_calls(&summary.urgent_calls, texts)));
    }
    if let Some(rows) = &summary.accountability {
        blocks.push(Block::Heading(texts.report_part_accountability().to_owned()));
        blocks.push(or_none(accountability(rows, texts), texts));
    }
    blocks.push(Block::Notes {
        title: texts.report_part_definitions().to_owned(),
        lines: definitions(head.repeat_days, texts),
    });
    blocks.push(Block::Signatures(vec![
        texts.sign_filled_plain().to_owned(),
        texts.sign_opinion(head.unit.as_str()),
        texts.sign_signature().to_owned(),
        texts.sign_date().to_owned(),
        texts.sign_archive().to_owned(),
    ]));
    let name = texts.report_name_monthly();
    Paper {
        name: name.to_owned(),
        orientation: Orientation::Landscape,
        form_number: head.form_number.clone(),
        title: texts.report_title(head.company.as_str(), name, texts.paper_period(head.period)),
        meta: [
            texts.report_unit(head.unit.as_str()),
            texts.report_period_line(texts.paper_days(head.period)),
            texts.report_number_line(head.number.as_str()),
        ],
        mark: mark.map(ToOwned::to_owned),
        blocks,
    }
}

/// A table without a body says so.
fn or_none(table: Table, texts: &Texts) -> Block {
    if table.rows.len() > table.heads() { Block::Table(table) } else { Block::Line(texts.report_none().to_owned()) }
}

fn overview(summary: &MonthlySummary, texts: &Texts) -> Vec<Block> {
    let (first, second) = Measure::ALL.split_at(11);
    let this = &summary.overview.this;
    let [opening, new, closed, closing] =
        [this.opening, this.new, this.closed, this.closing].map(|it| i64::try_from(it).unwrap_or(i64::MAX));
    let check = if this.balances() {
        texts.report_balance_holds(closed, closing, new, opening)
    } else {
        texts.report_balance_broken(closed, closing, new, opening)
    };
    let mut blocks = vec![
        Block::Table(figures(summary, first, texts)),
        Block::Table(figures(summary, second, texts)),
        Block::Line(check),
    ];
    blocks.push(Block::Line(texts.report_fractions(fractions(this, texts))));
    if !summary.members_missing.is_empty() {
        let names =
            summary.members_missing.iter().map(|it| format!("{} {}", texts.paper_customer(&it.customer), it.number));
        blocks.push(Block::Line(texts.report_members_missing(texts.list(names))));
    }
    blocks
}

/// `结案率122/144、…`
fn fractions(figures: &Figures, texts: &Texts) -> String {
    let rates = Measure::ALL.into_iter().filter_map(|measure| match figures.value(measure) {
        Value::Rate(rate) => Some(texts.report_fraction(texts.measure(measure), rate.part, rate.whole)),
        Value::Count(_) | Value::Money(_) | Value::Mean(_) => None,
    });
    texts.list(rates)
}

fn figures(summary: &MonthlySummary, measures: &[Measure], texts: &Texts) -> Table {
    let names: Vec<&str> = [""].into_iter().chain(measures.iter().map(|it| texts.measure(*it))).collect();
    let widths: Vec<_> = [(5.0, 'c')].into_iter().chain(measures.iter().map(|_| (6.5, 'c'))).collect();
    let place = |of: Measure| measures.iter().position(|it| *it == of).and_then(|it| u16::try_from(it + 1).ok());
    let of = |name: &str, figures: &Figures| {
        let cells = measures.iter().map(|measure| {
            let cell = Cell::figure(texts, figures.value(*measure));
            let (all, closed) = (place(Measure::ToHandle), place(Measure::Closed));
            match (*measure, place(Measure::Opening), place(Measure::New)) {
                (Measure::ToHandle, Some(opening), Some(new)) => cell.by(Formula::SumOf(vec![opening, new])),
                (Measure::Closure, Some(_), Some(_)) if cell.number.is_some() => {
                    let ratio = closed.zip(all).map(|(part, all)| Formula::Ratio { part, whole: vec![all] });
                    Cell { formula: ratio, ..cell }
                }
                _ => cell,
            }
        });
        body([Cell::label(name)].into_iter().chain(cells).collect())
    };
    let overview = &summary.overview;
    let changes = measures.iter().map(|measure| {
        let (before, after) = (overview.last.value(*measure), overview.this.value(*measure));
        Cell::figure_change(texts, Change::of(*measure, before, after))
    });
    let changes = [Cell::label(texts.report_change())].into_iter().chain(changes).collect();
    let rows = vec![
        head(&names),
        of(texts.report_this(), &overview.this),
        of(texts.report_last(), &overview.last),
        body(changes),
        of(texts.report_year_before(), &overview.year_before),
    ];
    Table { columns: columns(&widths), rows }
}

fn departments(summary: &MonthlySummary, texts: &Texts) -> Table {
    let names = [
        texts.column_no(),
        texts.column_department(),
        texts.column_opening(),
        texts.column_new(),
        texts.column_to_handle(),
        texts.column_closed(),
        texts.column_closing(),
        texts.column_closure(),
        texts.column_rank(),
        texts.column_on_time(),
        texts.column_satisfied(),
        texts.column_neutral(),
        texts.column_dissatisfied(),
        texts.column_satisfaction(),
        texts.column_redispatched(),
        texts.column_escalated(),
        texts.column_late(),
        texts.column_handling(),
        texts.column_remark(),
    ];
    let mut widths = vec![(2.6, 'c'), (7.0, 'l')];
    widths.extend([3.0, 3.0, 3.4, 3.0, 3.4, 4.6, 2.8, 4.8, 3.0, 3.0, 3.6, 4.6, 3.4, 3.0, 3.0, 4.6].map(|it| (it, 'c')));
    widths.push((6.0, 'l'));
    let mut rows = vec![head(&names)];
    rows.extend(summary.departments.iter().enumerate().map(|(place, it)| body(department(it, Some(place + 1), texts))));
    rows.push(Row::new(RowKind::Total, department(&summary.departments_total, None, texts)));
    Table { columns: columns(&widths), rows }
}

/// `place`: `None` for the total.
fn department(it: &DepartmentRow, place: Option<usize>, texts: &Texts) -> Vec<Cell> {
    let total = place.is_none();
    let count = |count: u64| {
        if total { Cell::total(texts, count).by(Formula::SumOfBody) } else { Cell::count(texts, count) }
    };
    let ratio = |cell: Cell, part: u16, whole: Vec<u16>| {
        let formula = cell.number.is_some().then_some(Formula::Ratio { part, whole });
        Cell { formula, ..cell }
    };
    let remark = if it.major == 0 || total { String::new() } else { texts.report_major_remark(it.major) };
    let name = if total { texts.report_total() } else { texts.paper_department(&it.name) };
    let rank = it.rank.map_or_else(|| Cell::text("—"), |it| Cell::ordinal(it as usize));
    vec![
        place.map_or_else(Cell::blank, Cell::ordinal),
        Cell::text(name),
        count(it.opening),
        count(it.new),
        Cell::total(texts, it.to_handle()).by(Formula::SumOf(vec![2, 3])),
        count(it.closed),
        count(it.closing),
        ratio(Cell::rate(texts, it.closure()), 5, vec![4]),
        if total { Cell::text("—") } else { rank },
        Cell::rate(texts, it.on_time),
        count(it.votes.satisfied),
        count(it.votes.neutral),
        count(it.votes.dissatisfied),
        ratio(Cell::rate(texts, it.votes.rate()), 10, vec![10, 11, 12]),
        count(it.redispatched),
        count(it.escalated),
        count(it.late),
        Cell::hours(it.handling),
        Cell::text(remark),
    ]
}

fn categories(rows: &[CategoryRow], texts: &Texts) -> Table {
    let names = [
        texts.column_parent(),
        texts.column_sub(),
        texts.column_count(),
        texts.column_people(),
        texts.column_share(),
        texts.column_change(),
    ];
    let mut lines = vec![head(&names)];
    for (place, it) in rows.iter().enumerate() {
        let first = place == 0 || rows.get(place - 1).is_some_and(|before| before.parent != it.parent);
        let below = rows.iter().skip(place).take_while(|other| other.parent == it.parent).count();
        let parent = if first {
            Cell::text(it.parent_name.as_str()).down(u16::try_from(below).unwrap_or(1))
        } else {
            Cell::covered()
        };
        let sub = if it.name.is_empty() { texts.report_not_said() } else { it.name.as_str() };
        lines.push(body(vec![
            parent,
            Cell::text(sub),
            Cell::count(texts, it.count),
            Cell::count(texts, it.people),
            Cell::rate(texts, it.share),
            Cell::change(texts, difference(it.before, it.count)),
        ]));
    }
    let sum = |of: fn(&CategoryRow) -> u64| rows.iter().map(of).sum::<u64>();
    let (count, before) = (sum(|it| it.count), sum(|it| it.before));
    lines.push(Row::new(
        RowKind::Total,
        vec![
            Cell::text(texts.report_total()).across(2),
            Cell::covered(),
            Cell::total(texts, count).by(Formula::SumOfBody),
            Cell::total(texts, sum(|it| it.people)).by(Formula::SumOfBody),
            Cell::rate(texts, crate::report::Rate { part: count, whole: count }),
            Cell::change(texts, difference(before, count)).by(Formula::SumOfBody),
        ],
    ));
    Table { columns: columns(&[(12.0, 'c'), (12.0, 'c'), (8.0, 'c'), (8.0, 'c'), (9.0, 'c'), (8.0, 'c')]), rows: lines }
}

fn difference(before: u64, after: u64) -> i64 {
    i64::try_from(after).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX)
}

fn shares(name: &str, rows: &[ShareRow], texts: &Texts) -> Table {
    let mut lines = vec![head(&[name, texts.column_count(), texts.column_share()])];
    for it in rows {
        let name = if it.name.is_empty() { texts.report_not_said() } else { it.name.as_str() };
        lines.push(body(vec![Cell::text(name), Cell::count(texts, it.count), Cell::rate(texts, it.share)]));
    }
    let count = rows.iter().map(|it| it.count).sum();
    lines.push(Row::new(
        RowKind::Total,
        vec![
            Cell::text(texts.report_total()),
            Cell::total(texts, count).by(Formula::SumOfBody),
            Cell::rate(texts, crate::report::Rate { part: count, whole: count }),
        ],
    ));
    Table { columns: columns(&[(28.0, 'l'), (10.0, 'c'), (10.0, 'c')]), rows: lines }
}

fn details(summary: &MonthlySummary, texts: &Texts) -> Table {
    let names = [
        texts.column_no(),
        texts.column_number(),
        texts.column_day(),
        texts.column_customer(),
        texts.column_category(),
        texts.column_summary(),
        texts.column_department(),
        texts.column_liable(),
        texts.column_result(),
        texts.column_callback_result(),
        texts.column_round(),
        texts.column_status(),
        texts.column_closed_day(),
        texts.column_late(),
        texts.column_remark(),
    ];
    let widths = [
        (2.6, 'c'),
        (8.6, 'c'),
        (5.8, 'c'),
        (4.0, 'c'),
        (7.0, 'c'),
        (13.0, 'l'),
        (5.4, 'c'),
        (4.0, 'c'),
        (10.0, 'l'),
        (3.6, 'c'),
        (2.6, 'c'),
        (4.6, 'c'),
        (5.8, 'c'),
        (2.6, 'c'),
        (6.4, 'l'),
    ];
    let mut rows = vec![head(&names)];
    for (place, it) in summary.details.iter().enumerate() {
        let category =
            if it.subcategory.is_empty() { it.category.clone() } else { format!("{}/{}", it.category, it.subcategory) };
        rows.push(body(vec![
            Cell::ordinal(place + 1),
            Cell::text(it.number.as_str()),
            Cell::day(texts, Some(it.day)),
            Cell::text(texts.paper_customer(&it.customer)),
            Cell::text(category),
            Cell::text(it.summary.as_str()),
            Cell::text(texts.paper_department(&it.department)),
            Cell::text(it.liable.as_str()),
            Cell::text(it.result.as_str()),
            Cell::text(it.satisfaction.map(|it| texts.name(it)).unwrap_or_default()),
            Cell::ordinal(usize::from(it.round.0)),
            Cell::text(texts.paper_outcome(it.outcome)),
            Cell::day(texts, it.closed),
            Cell::text(texts.paper_yes(Yes(it.late))),
            Cell::text(it.remark.as_str()),
        ]));
    }
    Table { columns: columns(&widths), rows }
}

fn notable(rows: &[NotableRow], texts: &Texts) -> Vec<Block> {
    if rows.is_empty() {
        return vec![Block::Line(texts.report_none().to_owned())];
    }
    let line = |it: &NotableRow| {
        let why = it.why.iter().map(|it| match it {
            Notable::Major(reasons) => {
                texts.report_why_major(texts.list(reasons.iter().map(|it| texts.name(*it).to_owned())))
            }
            Notable::Escalated { to, day } => texts.report_why_escalated(texts.date(*day), to.as_str()),
            Notable::Repeat => texts.report_why_repeat().to_owned(),
        });
        texts.report_notable_line(
            texts.paper_customer(&it.customer),
            texts.paper_department(&it.department).to_owned(),
            it.number.as_str(),
            texts.paper_outcome(it.outcome).to_owned(),
            it.summary.as_str(),
            texts.list(why),
        )
    };
    rows.iter().map(|it| Block::Line(line(it))).collect()
}

/// The table of F4 and F5: what is wrong, why, and who does what about it.
pub(super) fn improvements(rows: &[ImprovementRow], texts: &Texts) -> Table {
    let names = [
        texts.column_no(),
        texts.column_number(),
        texts.column_problem(),
        texts.column_root_cause(),
        texts.column_measure(),
        texts.column_department(),
        texts.column_liable(),
        texts.column_due_day(),
        texts.column_verified(),
    ];
    let widths = [
        (2.6, 'c'),
        (8.6, 'c'),
        (16.0, 'l'),
        (12.0, 'l'),
        (16.0, 'l'),
        (6.0, 'c'),
        (4.6, 'c'),
        (5.8, 'c'),
        (10.0, 'l'),
    ];
    let mut lines = vec![head(&names)];
    for (place, it) in rows.iter().enumerate() {
        let measure = it.measure.as_ref();
        let part =
            |of: fn(&crate::report::monthly::Improvement) -> &str| Cell::text(measure.map(of).unwrap_or_default());
        lines.push(body(vec![
            Cell::ordinal(place + 1),
            Cell::text(it.number.as_str()),
            Cell::text(it.problem.as_str()),
            Cell::text(it.cause.as_str()),
            part(|it| &it.measure),
            Cell::text(texts.paper_department(&it.department)),
            part(|it| &it.owner),
            Cell::day(texts, measure.map(|it| it.due)),
            part(|it| &it.result),
        ]));
    }
    Table { columns: columns(&widths), rows: lines }
}

fn exemptions(summary: &MonthlySummary, texts: &Texts) -> Table {
    let names = [
        texts.column_number(),
        texts.column_clock(),
        texts.column_reason(),
        texts.column_remark(),
        texts.column_approver(),
        texts.column_date(),
    ];
    let mut rows = vec![head(&names)];
    for it in &summary.exemptions {
        rows.push(body(vec![
            Cell::text(it.number.as_str()),
            Cell::text(texts.name(it.clock)),
            Cell::text(texts.name(it.reason)),
            Cell::text(it.words.as_str()),
            Cell::text(it.approver.as_str()),
            Cell::day(texts, Some(it.day)),
        ]));
    }
    let widths = [(10.0, 'c'), (8.0, 'c'), (10.0, 'c'), (34.0, 'l'), (7.0, 'c'), (7.0, 'c')];
    Table { columns: columns(&widths), rows }
}

fn urgent_calls(all: &[UrgentCallRow], texts: &Texts) -> Table {
    let names = [texts.column_number(), texts.callback_at(), texts.column_reason(), texts.callback_caller()];
    let mut rows = vec![head(&names)];
    for it in all {
        rows.push(body(vec![
            Cell::text(it.number.as_str()),
            Cell::instant(texts, Some(it.at)),
            Cell::text(it.words.as_str()),
            Cell::text(it.by.as_str()),
        ]));
    }
    let widths = [(10.0, 'c'), (12.0, 'c'), (46.0, 'l'), (8.0, 'c')];
    Table { columns: columns(&widths), rows }
}

fn accountability(all: &[AccountabilityRow], texts: &Texts) -> Table {
    let names = [
        texts.column_number(),
        texts.column_liable(),
        texts.column_held(),
        texts.column_reason(),
        texts.column_recorded_by(),
        texts.column_date(),
    ];
    let mut rows = vec![head(&names)];
    for it in all {
        rows.push(body(vec![
            Cell::text(it.number.as_str()),
            Cell::text(it.person.as_str()),
            Cell::text(it.measure.as_str()),
            Cell::text(it.words.as_str()),
            Cell::text(it.by.as_str()),
            Cell::day(texts, Some(it.day)),
        ]));
    }
    let widths = [(10.0, 'c'), (8.0, 'c'), (14.0, 'l'), (30.0, 'l'), (7.0, 'c'), (7.0, 'c')];
    Table { columns: columns(&widths), rows }
}

/// 指标口径, one definition a line.
#[must_use]
pub fn definitions(repeat_days: u32, texts: &Texts) -> Vec<String> {
    let fixed = [
        texts.definition_closure(),
        texts.definition_first_resolution(),
        texts.definition_satisfaction(),
        texts.definition_callback(),
        texts.definition_callback_on_time(),
        texts.definition_response(),
        texts.definition_reports(),
        texts.definition_on_time(),
        texts.definition_handling(),
        texts.definition_compensation(),
        texts.definition_department(),
        texts.definition_exempt(),
    ];
    fixed.into_iter().map(ToOwned::to_owned).chain([texts.definition_repeat(repeat_days)]).collect()
}
