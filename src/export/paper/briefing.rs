//! 晨会简报 on one sheet: for the morning's meeting, or copied into a chat.

use crate::export::paper::words::{body, columns, head};
use crate::export::paper::{Block, Cell, Orientation, Paper, Row, RowKind, Table};
use crate::i18n::Texts;
use crate::report::briefing::{Briefing, Line};

/// Rows of a group at the most; the others are counted.
const MOST: usize = 7;

/// The morning's briefing on one A4 page. Customers are masked: it goes from hand to hand.
#[must_use]
pub fn briefing(it: &Briefing, texts: &Texts) -> Paper {
    let name = texts.report_name_briefing();
    let figures = &it.figures;
    let figure = |name: &str, count: u32| (name.to_owned(), Cell::total(texts, count.into()));
    let (names, counts): (Vec<String>, Vec<Cell>) = [
        figure(texts.briefing_new(), it.new_yesterday),
        figure(texts.briefing_closed(), it.closed_yesterday),
        figure(texts.briefing_open(), figures.open),
        figure(texts.briefing_late(), figures.late),
        figure(texts.briefing_due(), figures.due_today),
        figure(texts.briefing_callbacks(), figures.to_call_back),
        figure(texts.briefing_members(), u32::try_from(it.members.len()).unwrap_or(u32::MAX)),
    ]
    .into_iter()
    .unzip();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let strip = Table { columns: columns(&[(8.0, 'c'); 7]), rows: vec![head(&names), Row::new(RowKind::Body, counts)] };
    let mut blocks = vec![Block::Table(strip)];
    let groups = [
        (texts.briefing_part_late(), &it.late, texts.briefing_none_late()),
        (texts.briefing_part_due(), &it.due, texts.briefing_none_due()),
        (texts.briefing_part_callbacks(), &it.callbacks, texts.briefing_none_callbacks()),
    ];
    for (name, lines, none) in groups {
        blocks.push(Block::Heading(texts.briefing_part(lines.len(), name)));
        if lines.is_empty() {
            blocks.push(Block::Line(none.to_owned()));
            continue;
        }
        blocks.push(Block::Table(table(lines, texts)));
        if MOST < lines.len() {
            blocks.push(Block::Line(texts.briefing_more(lines.len() - MOST)));
        }
    }
    if !it.members.is_empty() {
        let names =
            it.members.iter().take(MOST).map(|it| format!("{} {}", it.number, texts.paper_customer(&it.customer)));
        blocks.push(Block::Line(texts.briefing_members_missing(it.members.len(), texts.list(names))));
    }
    if let Some(month) = it.unfiled {
        blocks.push(Block::Line(texts.briefing_unfiled(texts.month(month.first_day()))));
    }
    Paper {
        name: name.to_owned(),
        orientation: Orientation::Portrait,
        form_number: String::new(),
        title: format!("{} {name}", it.company).trim().to_owned(),
        meta: [
            texts.report_unit(it.unit.as_str()),
            texts.date_in_words(it.at.date()),
            texts.briefing_made(texts.time(it.at.time())),
        ],
        mark: None,
        blocks,
    }
}

fn table(lines: &[Line], texts: &Texts) -> Table {
    let names = [
        texts.column_number(),
        texts.briefing_clock(),
        texts.column_customer(),
        texts.ledger_content(),
        texts.briefing_owner(),
    ];
    let mut rows = vec![head(&names)];
    rows.extend(lines.iter().take(MOST).map(|it| {
        let clock = it.clock.map(|it| texts.name(it)).unwrap_or_default();
        let due = it.due.map(|it| it.format("%m-%d %H:%M").to_string()).unwrap_or_default();
        body(vec![
            Cell::text(it.number.as_str()),
            Cell::text(format!("{clock} {due}").trim()),
            Cell::text(texts.paper_customer(&it.customer)),
            Cell::text(short(&it.content)),
            Cell::text(it.owner.as_str()),
        ])
    }));
    Table { columns: columns(&[(5.6, 'c'), (11.6, 'c'), (4.8, 'c'), (22.0, 'l'), (12.0, 'l')]), rows }
}

/// One line on paper.
const SHORT: usize = 19;

fn short(content: &str) -> String {
    if content.chars().count() <= SHORT {
        return content.to_owned();
    }
    let kept: String = content.chars().take(SHORT - 1).collect();
    format!("{kept}…")
}
