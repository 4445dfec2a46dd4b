//! F3 回访记录表 and F6 回访总结报告 on paper (FORMS 4.4, 4.7).

use crate::export::Disclosure;
use crate::export::paper::monthly::improvements;
use crate::export::paper::words::{Yes, body, columns, head};
use crate::export::paper::{Block, Cell, Formula, Orientation, Paper, Row, RowKind, Table};
use crate::i18n::Texts;
use crate::report::callback_sheet::{CallbackLine, CallbackSheet, Next};
use crate::report::callback_summary::{CallbackSummary, Voice};
use crate::report::figures::Votes;

/// The record as a printed list. Names and numbers are masked unless disclosed.
#[must_use]
pub fn callback_sheet(sheet: &CallbackSheet, disclosure: Disclosure, texts: &Texts) -> Paper {
    let names = [
        texts.column_no(),
        texts.callback_number(),
        texts.callback_case(),
        texts.callback_name(),
        texts.callback_member(),
        texts.ledger_phone(),
        texts.callback_product(),
        texts.callback_summary(),
        texts.column_department(),
        texts.column_result(),
        texts.callback_due(),
        texts.callback_at(),
        texts.callback_method(),
        texts.callback_outcome(),
        texts.callback_length(),
        texts.callback_result(),
        texts.callback_process(),
        texts.callback_reasons(),
        texts.callback_suggestions(),
        texts.callback_new_problem(),
        texts.callback_next(),
        texts.callback_appointment(),
        texts.callback_caller(),
        texts.column_remark(),
    ];
    let widths: Vec<(f32, char)> = [
        2.6, 8.8, 8.6, 4.0, 2.6, 6.2, 6.0, 10.0, 5.0, 8.0, 7.6, 7.6, 3.4, 3.4, 3.6, 4.0, 4.0, 7.0, 8.0, 6.0, 4.4, 7.6,
        4.0, 6.0,
    ]
    .into_iter()
    .zip("ccccccllclccccccclllcccl".chars())
    .collect();
    let mut rows = vec![head(&names)];
    rows.extend(sheet.lines.iter().enumerate().map(|(place, it)| body(line(it, place + 1, disclosure, texts))));
    let percent = |rate: crate::report::Rate| texts.percent(rate.part, rate.whole);
    let (votes, members) = (sheet.votes, sheet.members);
    let members = format!("{}/{}", members.part, members.whole);
    let first = texts.callback_head_line(
        sheet.success.whole,
        votes.dissatisfied,
        members,
        votes.neutral,
        sheet.success.part,
        votes.satisfied,
    );
    let callback = sheet.callback;
    let totals = texts.callback_totals_line(
        callback.part,
        callback.whole,
        percent(callback),
        percent(votes.rate()),
        percent(sheet.success),
    );
    let name = texts.report_name_callback();
    Paper {
        name: name.to_owned(),
        orientation: Orientation::Landscape,
        form_number: sheet.form_number.clone(),
        title: texts.report_title(sheet.company.as_str(), name, texts.paper_period(sheet.period)),
        meta: [
            texts.report_unit(sheet.unit.as_str()),
            texts.report_callback_line(texts.paper_days(sheet.period)),
            String::new(),
        ],
        mark: None,
        blocks: vec![
            Block::Line(first),
            Block::Table(Table { columns: columns(&widths), rows }),
            Block::Line(format!("{}：{totals}", texts.report_total())),
            Block::Signatures(vec![
                texts.sign_caller().to_owned(),
                texts.sign_reviewed().to_owned(),
                texts.sign_date().to_owned(),
            ]),
        ],
    }
}

fn line(it: &CallbackLine, place: usize, disclosure: Disclosure, texts: &Texts) -> Vec<Cell> {
    let next = it.next.map(|it| match it {
        Next::Closed => texts.callback_next_close(),
        Next::Redispatched => texts.callback_next_redispatch(),
        Next::Escalated => texts.callback_next_escalate(),
        Next::Again => texts.callback_next_again(),
    });
    vec![
        Cell::ordinal(place),
        Cell::text(it.callback_number.as_str()),
        Cell::text(it.number.as_str()),
        Cell::text(texts.paper_name(&it.contact, disclosure)),
        Cell::text(texts.paper_yes(Yes(it.member))),
        Cell::text(texts.paper_phone(&it.contact, disclosure)),
        Cell::text(it.product.as_str()),
        Cell::text(it.summary.as_str()),
        Cell::text(texts.paper_department(&it.department)),
        Cell::text(it.result.as_str()),
        Cell::instant(texts, it.due),
        Cell::instant(texts, Some(it.at)),
        Cell::text(texts.name(it.method)),
        Cell::text(it.outcome.map(|it| texts.name(it)).unwrap_or_default()),
        Cell::count(texts, it.seconds.into()),
        Cell::text(it.with_result.map(|it| texts.name(it)).unwrap_or_default()),
        Cell::text(it.with_service.map(|it| texts.name(it)).unwrap_or_default()),
        Cell::text(texts.list(it.reasons.iter().cloned())),
        Cell::text(it.suggestions.as_str()),
        Cell::text(it.new_problem.as_str()),
        Cell::text(next.unwrap_or_default()),
        Cell::instant(texts, it.appointment),
        Cell::text(it.caller.as_str()),
        Cell::text(it.remark.as_str()),
    ]
}

/// The summary as a printed report.
#[must_use]
pub fn callback_summary(it: &CallbackSummary, texts: &Texts) -> Paper {
    let heading = |text: &str| Block::Heading(text.to_owned());
    let mut blocks = vec![heading(texts.callback_part_general()), Block::Table(general(it, texts))];
    blocks.extend([heading(texts.callback_part_satisfaction()), Block::Table(satisfaction(it, texts))]);
    blocks.extend([heading(texts.callback_part_reasons()), Block::Table(reasons(it, texts))]);
    blocks.push(heading(texts.callback_part_suggestions()));
    blocks.extend(voices(&it.suggestions, texts));
    blocks.push(heading(texts.callback_part_cases()));
    blocks.extend(voices(&it.cases, texts));
    blocks.extend([heading(texts.callback_part_people()), Block::Table(people(it, texts))]);
    blocks.extend([heading(texts.callback_part_measures()), Block::Table(improvements(&it.improvements, texts))]);
    blocks.push(Block::Signatures(vec![
        texts.sign_author().to_owned(),
        texts.sign_reviewed().to_owned(),
        texts.sign_date().to_owned(),
    ]));
    let name = texts.report_name_callback_summary();
    Paper {
        name: name.to_owned(),
        orientation: Orientation::Landscape,
        form_number: it.form_number.clone(),
        title: texts.report_title(it.company.as_str(), name, texts.paper_period(it.period)),
        meta: [
            texts.report_unit(it.unit.as_str()),
            texts.report_callback_line(texts.paper_days(it.period)),
            String::new(),
        ],
        mark: None,
        blocks,
    }
}

fn general(it: &CallbackSummary, texts: &Texts) -> Table {
    let names = [
        texts.callback_owed(),
        texts.callback_done(),
        texts.callback_calls(),
        texts.callback_reached(),
        texts.callback_no_answer(),
        texts.callback_refused(),
        texts.callback_bad_number(),
        texts.measure_callback_on_time(),
        texts.measure_member_callback(),
    ];
    let made = it.calls;
    let counts = [made.owed, made.done, made.made, made.reached, made.no_answer, made.refused, made.bad_number];
    let mut cells: Vec<Cell> = counts.into_iter().map(|it| Cell::total(texts, it)).collect();
    cells.extend([Cell::rate(texts, it.on_time), Cell::rate(texts, it.member_callback)]);
    Table { columns: columns(&[(9.0, 'c'); 9]), rows: vec![head(&names), body(cells)] }
}

fn satisfaction(it: &CallbackSummary, texts: &Texts) -> Table {
    let names = [
        texts.callback_group(),
        texts.column_satisfied(),
        texts.column_neutral(),
        texts.column_dissatisfied(),
        texts.column_satisfaction(),
    ];
    let others = Votes {
        satisfied: it.all.satisfied.saturating_sub(it.members.satisfied),
        neutral: it.all.neutral.saturating_sub(it.members.neutral),
        dissatisfied: it.all.dissatisfied.saturating_sub(it.members.dissatisfied),
    };
    let row = |name: &str, votes: Votes| {
        let counts = [votes.satisfied, votes.neutral, votes.dissatisfied];
        let counts = counts.into_iter().map(|it| Cell::count(texts, it));
        let rate = Cell::rate(texts, votes.rate());
        let formula = rate.number.is_some().then(|| Formula::Ratio { part: 1, whole: vec![1, 2, 3] });
        body([Cell::text(name)].into_iter().chain(counts).chain([Cell { formula, ..rate }]).collect())
    };
    let mut rows = vec![
        head(&names),
        row(texts.callback_all(), it.all),
        row(texts.callback_members(), it.members),
        row(texts.callback_others(), others),
        row(texts.callback_last_period(), it.before),
    ];
    rows.extend(it.departments.iter().map(|(name, votes)| row(texts.paper_department(name), *votes)));
    rows.extend(it.categories.iter().map(|(name, votes)| row(name, *votes)));
    Table { columns: columns(&[(20.0, 'l'), (9.0, 'c'), (9.0, 'c'), (9.0, 'c'), (10.0, 'c')]), rows }
}

fn reasons(it: &CallbackSummary, texts: &Texts) -> Table {
    let mut rows = vec![head(&[texts.callback_reasons(), texts.callback_times()])];
    rows.extend(
        it.reasons.iter().map(|(name, count)| body(vec![Cell::text(name.as_str()), Cell::count(texts, *count)])),
    );
    let sum = it.reasons.iter().map(|it| it.1).sum();
    let total = vec![Cell::text(texts.report_total()), Cell::total(texts, sum).by(Formula::SumOfBody)];
    rows.push(Row::new(RowKind::Total, total));
    Table { columns: columns(&[(40.0, 'l'), (9.0, 'c')]), rows }
}

fn voices(voices: &[Voice], texts: &Texts) -> Vec<Block> {
    if voices.is_empty() {
        return vec![Block::Line(texts.report_none().to_owned())];
    }
    let line = |it: &Voice| {
        let department = texts.paper_department(&it.department);
        Block::Line(format!("{}（{department}，{}）：{}", it.number, texts.name(it.said), it.words))
    };
    voices.iter().map(line).collect()
}

fn people(it: &CallbackSummary, texts: &Texts) -> Table {
    let names = [
        texts.callback_caller(),
        texts.callback_calls(),
        texts.callback_reached(),
        texts.callback_on_time(),
        texts.callback_complete(),
        texts.callback_seconds(),
    ];
    let mut rows = vec![head(&names)];
    for caller in &it.callers {
        let mean = caller.seconds.checked_div(caller.reached);
        rows.push(body(vec![
            Cell::text(caller.name.as_str()),
            Cell::count(texts, caller.calls),
            Cell::count(texts, caller.reached),
            Cell::rate(texts, caller.on_time),
            Cell::rate(texts, caller.complete),
            mean.map_or_else(|| Cell::text("—"), |it| Cell::total(texts, it)),
        ]));
    }
    Table { columns: columns(&[(12.0, 'l'), (9.0, 'c'), (9.0, 'c'), (9.0, 'c'), (9.0, 'c'), (9.0, 'c')]), rows }
}
