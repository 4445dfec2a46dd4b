//! `redress report month`

use std::path::Path;

use serde_json::json;

use super::command::MonthReport;
use super::failure::Failure;
use super::output::Output;
use crate::app::Opened;
use crate::app::filing::{Stands, month_summary, stands};
use crate::domain::month::Month;
use crate::export::paper::{Filing, month_summary as paper};
use crate::export::{csv, json, xlsx};
use crate::i18n::Texts;
use crate::platform::files;
use crate::report::MonthlySummary;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Workbook,
    Table,
    Value,
}

impl Shape {
    /// By the ending of a path.
    pub(super) fn of(path: &Path) -> Result<Self, Failure> {
        let ending = path.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase);
        match ending.as_deref() {
            Some("xlsx") => Ok(Self::Workbook),
            Some("csv") => Ok(Self::Table),
            Some("json") => Ok(Self::Value),
            Some(_) | None => Err(Failure::Ending(path.display().to_string())),
        }
    }
}

pub(super) fn report(words: &MonthReport, opened: &Opened, output: &Output) -> Result<(), Failure> {
    let month: Month = words.month.parse().map_err(|_| Failure::NotAMonth(words.month.clone()))?;
    let shape = Shape::of(&words.out)?;
    let mut summary = month_summary(&opened.books, month, opened.desk.now());
    let filing = filing(opened, &mut summary);
    write((&summary, filing), (&words.out, shape), output)?;
    if output.json {
        return output.value(&json!({
            "month": month,
            "number": summary.head.number,
            "checksum": summary.checksum(),
            "position": summary.head.position,
            "written": words.out.display().to_string(),
        }));
    }
    output.line(output.texts.cli_written(words.out.display().to_string()))
}

/// The mark of the form: by where its numbers stand.
pub(super) fn filing(opened: &Opened, summary: &mut MonthlySummary) -> Filing {
    match stands(opened.books.office(), summary) {
        Stands::Draft => Filing::Draft,
        Stands::Waiting => Filing::Waiting,
        Stands::Filed => Filing::Filed,
    }
}

/// Writes a report; the file is whole or is not there.
pub(super) fn write(
    (summary, filing): (&MonthlySummary, Filing),
    (path, shape): (&Path, Shape),
    output: &Output,
) -> Result<(), Failure> {
    let failed = |cause: String| Failure::Unwritable { path: path.to_owned(), cause };
    let absolute = std::path::absolute(path).map_err(|it| failed(it.to_string()))?;
    let bytes = bytes((summary, filing), shape, &output.texts).map_err(|it| failed(it.to_string()))?;
    files::write_whole(&absolute, &bytes).map_err(|it| failed(it.to_string()))
}

fn bytes(
    (summary, filing): (&MonthlySummary, Filing),
    shape: Shape,
    texts: &Texts,
) -> Result<Vec<u8>, crate::export::ExportError> {
    let paper = paper(summary, filing, texts);
    match shape {
        Shape::Workbook => xlsx::workbook(&[&paper], &[], texts),
        Shape::Table => csv::csv(&paper),
        Shape::Value => json::json(summary),
    }
}
