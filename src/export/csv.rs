//! Tables as CSV that Excel opens: UTF-8 with BOM, CRLF, every formula defused (FORMS 4.1).

use crate::export::ExportError;
use crate::export::paper::{Block, Cell, Number, Paper, Row, Table};

/// The tables of a form, one under the other; headings and lines stand in lines of their own.
///
/// # Errors
/// None is to be expected: it is written into memory.
pub fn csv(paper: &Paper) -> Result<Vec<u8>, ExportError> {
    let bom = "\u{feff}".as_bytes().to_vec();
    let mut builder = ::csv::WriterBuilder::new();
    let mut out = builder.flexible(true).terminator(::csv::Terminator::CRLF).from_writer(bom);
    let failed = |it: &dyn std::fmt::Display| ExportError::Table(it.to_string());
    let lone = paper.blocks.iter().all(|it| !matches!(it, Block::Heading(_)));
    let mut first = true;
    for block in &paper.blocks {
        match block {
            Block::Table(table) => {
                for row in &table.rows {
                    out.write_record(fields(row, table)).map_err(|it| failed(&it))?;
                }
            }
            Block::Heading(text) => {
                if !first {
                    out.write_record([""]).map_err(|it| failed(&it))?;
                }
                out.write_record([defused(text)]).map_err(|it| failed(&it))?;
            }
            Block::Line(text) if !lone => out.write_record([defused(text)]).map_err(|it| failed(&it))?,
            // A plain list is for other programs: no prose under it.
            Block::Line(_) | Block::Notes { .. } | Block::Signatures(_) => {}
        }
        first = false;
    }
    out.into_inner().map_err(|it| failed(&it))
}

fn fields<'a>(row: &'a Row, table: &'a Table) -> impl Iterator<Item = String> + 'a {
    row.cells.iter().take(table.columns.len()).map(field)
}

/// A number as a program reads it, without separators; everything else as it is read.
fn field(cell: &Cell) -> String {
    match cell.number {
        Some(Number::Integer(number) | Number::Change(number)) => number.to_string(),
        Some(Number::Yuan(number) | Number::Points(number)) => format!("{number:.2}"),
        Some(Number::Hours(number)) => format!("{number:.1}"),
        Some(Number::Day(day)) => day.format("%Y-%m-%d").to_string(),
        Some(Number::Instant(at)) => at.format("%Y-%m-%d %H:%M").to_string(),
        Some(Number::Percent(share) | Number::ChangePercent(share)) => format!("{:.2}%", share * 100.0),
        None => defused(&cell.text),
    }
}

/// A text that a spreadsheet would take for a formula gets a quote before it.
#[must_use]
pub fn defused(text: &str) -> String {
    let dangerous =
        text.trim_start_matches([' ', '\t', '\r', '\n']).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if dangerous || text.starts_with(['\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}
