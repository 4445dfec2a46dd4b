//! Workbooks: the printed form, a sheet for each of its parts, with real numbers and formulas.
//!
//! Every formula carries its result, so that a reader that does not calculate sees the same numbers. A text is always
//! written as a text: what a customer said never becomes a formula.

mod sheet;
mod style;

use rust_xlsxwriter::{DocProperties, Image, Workbook, Worksheet, XlsxError};

use crate::export::ExportError;
use crate::export::paper::{Block, Orientation, Paper};
use crate::i18n::Texts;

/// A picture on a sheet of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What the sheet is called.
    pub name: String,
    /// PNG files, one under the other.
    pub images: Vec<Vec<u8>>,
}

/// The workbook of one or more forms, then the pictures. The same input gives the same bytes.
///
/// # Errors
/// What the writer refuses, such as more than 1,048,576 rows.
pub fn workbook(papers: &[&Paper], pictures: &[Picture], texts: &Texts) -> Result<Vec<u8>, ExportError> {
    write(papers, pictures, texts).map_err(|it| ExportError::Workbook(it.to_string()))
}

fn write(papers: &[&Paper], pictures: &[Picture], texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Workbooks carry an instant of creation; ours is no property of the numbers.
    let epoch = chrono::NaiveDate::default().and_hms_opt(0, 0, 0).unwrap_or_default();
    book.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let mut names = Names::default();
    for paper in papers {
        for part in parts(paper) {
            let sheet = book.add_worksheet();
            sheet.set_name(names.free(part.name))?;
            sheet::fill(sheet, paper, part.blocks, texts)?;
        }
    }
    for picture in pictures {
        let sheet = book.add_worksheet();
        sheet.set_name(names.free(&picture.name))?;
        show(sheet, picture)?;
    }
    book.save_to_buffer()
}

fn show(sheet: &mut Worksheet, picture: &Picture) -> Result<(), XlsxError> {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
    let mut row = 0;
    for bytes in &picture.images {
        let image = Image::new_from_buffer(bytes)?;
        // A row is 20 pixels high; one is left between two pictures.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a picture is some thousand pixels"
        )]
        let rows = (image.height() / 20.0).ceil() as u32 + 2;
        sheet.insert_image(row, 0, &image)?;
        row += rows;
    }
    Ok(())
}

struct Part<'a> {
    name: &'a str,
    blocks: &'a [Block],
}

/// Each heading of a landscape form begins a sheet; a form without headings is one sheet.
fn parts(paper: &Paper) -> Vec<Part<'_>> {
    let headings: Vec<usize> = match paper.orientation {
        Orientation::Portrait => Vec::new(),
        Orientation::Landscape => {
            let headings = paper.blocks.iter().enumerate().filter(|(_, it)| matches!(it, Block::Heading(_)));
            headings.map(|(place, _)| place).collect()
        }
    };
    let mut parts = Vec::new();
    for (place, from) in headings.iter().enumerate() {
        let until = headings.get(place + 1).copied().unwrap_or(paper.blocks.len());
        let from = if place == 0 { 0 } else { *from };
        let name = match headings.get(place).and_then(|it| paper.blocks.get(*it)) {
            Some(Block::Heading(name)) => name.as_str(),
            Some(Block::Table(_) | Block::Line(_) | Block::Notes { .. } | Block::Signatures(_)) | None => &paper.name,
        };
        parts.push(Part { name, blocks: paper.blocks.get(from..until).unwrap_or_default() });
    }
    if parts.is_empty() {
        parts.push(Part { name: &paper.name, blocks: &paper.blocks });
    }
    parts
}

/// Names of sheets: 31 characters, none of `[]:*?/\`, each once.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn free(&mut self, wanted: &str) -> String {
        let clean: String = wanted
            .chars()
            .map(|it| if matches!(it, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') { ' ' } else { it })
            .collect();
        let clean = clean.trim();
        let mut name: String = clean.chars().take(31).collect();
        let mut more = 2;
        while name.is_empty() || self.0.iter().any(|it| it.to_lowercase() == name.to_lowercase()) {
            name = format!("{} {more}", clean.chars().take(27).collect::<String>());
            more += 1;
        }
        self.0.push(name.clone());
        name
    }
}
