//! 投诉台账 on paper: 33 columns (FORMS 4.2).

use crate::export::Disclosure;
use crate::export::paper::words::{Yes, body, columns, head};
use crate::export::paper::{Block, Cell, Formula, Orientation, Paper, Row, RowKind, Table};
use crate::i18n::Texts;
use crate::report::ledger::{LedgerReport, LedgerRow};

/// The ledger as a printed list. Names and numbers are masked unless disclosed.
#[must_use]
pub fn ledger(report: &LedgerReport, disclosure: Disclosure, texts: &Texts) -> Paper {
    let names = [
        texts.column_no(),
        texts.column_number(),
        texts.ledger_received(),
        texts.ledger_channel(),
        texts.column_customer(),
        texts.ledger_phone(),
        texts.column_region(),
        texts.ledger_product(),
        texts.ledger_parent(),
        texts.ledger_sub(),
        texts.ledger_severity(),
        texts.ledger_content(),
        texts.ledger_remedy(),
        texts.ledger_validity(),
        texts.column_department(),
        texts.column_liable(),
        texts.ledger_dispatched(),
        texts.ledger_dispatch_minutes(),
        texts.ledger_contact(),
        texts.ledger_cause(),
        texts.ledger_measures(),
        texts.ledger_compensation(),
        texts.ledger_slip(),
        texts.ledger_handling(),
        texts.ledger_called(),
        texts.column_callback_result(),
        texts.column_round(),
        texts.ledger_escalated(),
        texts.column_status(),
        texts.ledger_close_code(),
        texts.ledger_closed(),
        texts.ledger_late(),
        texts.column_remark(),
    ];
    let widths: Vec<(f32, char)> = [
        2.6, 8.6, 7.6, 4.0, 4.0, 6.2, 4.0, 7.0, 5.0, 5.0, 3.0, 16.0, 6.0, 3.6, 5.4, 4.0, 7.6, 3.4, 7.6, 10.0, 10.0,
        5.0, 7.6, 4.0, 7.6, 3.6, 2.6, 2.8, 4.0, 5.0, 7.6, 2.8, 8.0,
    ]
    .into_iter()
    .zip("ccccccclcccllccccccllrccccccccccl".chars())
    .collect();
    let mut rows = vec![head(&names)];
    rows.extend(report.rows.iter().enumerate().map(|(place, it)| body(line(it, place + 1, disclosure, texts))));
    rows.push(Row::new(RowKind::Total, total(report, names.len(), texts)));
    let name = texts.report_name_ledger();
    Paper {
        name: name.to_owned(),
        orientation: Orientation::Landscape,
        form_number: String::new(),
        title: texts.report_title(report.company.as_str(), name, texts.paper_period(report.period)),
        meta: [
            texts.report_unit(report.unit.as_str()),
            texts.report_received_line(texts.paper_days(report.period)),
            texts.report_unit_cases().to_owned(),
        ],
        mark: None,
        blocks: vec![Block::Table(Table { columns: columns(&widths), rows })],
    }
}

fn line(it: &LedgerRow, place: usize, disclosure: Disclosure, texts: &Texts) -> Vec<Cell> {
    let minutes = |minutes: Option<u64>| minutes.map_or_else(Cell::blank, |it| Cell::total(texts, it));
    let hours = |minutes: u64| Cell::tenths((minutes + 3) / 6);
    vec![
        Cell::ordinal(place),
        Cell::text(it.number.as_str()),
        Cell::instant(texts, Some(it.received)),
        Cell::text(it.channel.as_str()),
        Cell::text(texts.paper_name(&it.contact, disclosure)),
        Cell::text(texts.paper_phone(&it.contact, disclosure)),
        Cell::text(it.region.as_str()),
        Cell::text(it.product.as_str()),
        Cell::text(it.category.0.as_str()),
        Cell::text(it.category.1.as_str()),
        Cell::text(texts.name(it.severity)),
        Cell::text(it.content.as_str()),
        Cell::text(it.remedy.as_str()),
        Cell::text(it.validity.map(|it| texts.name(it)).unwrap_or_default()),
        Cell::text(texts.paper_department(&it.department)),
        Cell::text(it.liable.as_str()),
        Cell::instant(texts, it.dispatched),
        minutes(it.dispatch_minutes),
        Cell::instant(texts, it.contacted),
        Cell::text(it.cause.as_str()),
        Cell::text(it.measures.as_str()),
        Cell::money(texts, it.compensation),
        Cell::instant(texts, it.slip),
        it.handling_minutes.map_or_else(Cell::blank, hours),
        Cell::instant(texts, it.called),
        Cell::text(it.satisfaction.map(|it| texts.name(it)).unwrap_or_default()),
        Cell::ordinal(usize::from(it.round.0)),
        Cell::text(texts.paper_yes(Yes(it.escalated))),
        Cell::text(texts.name(it.stage)),
        Cell::text(it.code.map(|it| texts.name(it)).unwrap_or_default()),
        Cell::instant(texts, it.closed),
        Cell::text(texts.paper_yes(Yes(it.late))),
        Cell::text(it.remark.as_str()),
    ]
}

/// 合计: counts, Σ 补偿金额, 平均时长.
fn total(report: &LedgerReport, width: usize, texts: &Texts) -> Vec<Cell> {
    let counted =
        |keep: fn(&LedgerRow) -> bool| Cell::total(texts, report.rows.iter().filter(|it| keep(it)).count() as u64);
    let mut cells: Vec<Cell> = (0..width).map(|_| Cell::blank()).collect();
    let mut put = |place: usize, cell: Cell| {
        if let Some(it) = cells.get_mut(place) {
            *it = cell;
        }
    };
    put(0, Cell::text(texts.report_total()));
    put(1, counted(|_| true));
    put(21, Cell::money(texts, report.compensation).by(Formula::SumOfBody));
    put(23, Cell::hours(report.handling));
    put(27, counted(|it| it.escalated));
    put(30, counted(|it| it.closed.is_some()));
    put(31, counted(|it| it.late));
    cells
}
