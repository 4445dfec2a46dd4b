//! One sheet: title, meta line, tables, notes, signatures, and how it prints.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, Formula as Written, RowNum, Worksheet, XlsxError, utility};

use crate::export::paper::{Block, Cell, Formula, Number, Orientation, Paper, Row, Table};
use crate::export::xlsx::style;
use crate::i18n::Texts;

/// Excel's column width of one Chinese character at 10.5 pt.
const CHARACTER: f32 = 2.1;
/// The most characters that a cell holds.
const LONGEST: usize = 32_767;

/// Writes a part of a form onto a sheet.
pub(super) fn fill(sheet: &mut Worksheet, paper: &Paper, blocks: &[Block], texts: &Texts) -> Result<(), XlsxError> {
    let last = last_column(blocks);
    let mut pen = Pen { sheet, texts, last, row: 0, frozen: None };
    pen.page(paper);
    pen.widths(blocks)?;
    pen.top(paper)?;
    for block in blocks {
        pen.block(block)?;
    }
    if let Some((from, until)) = pen.frozen {
        pen.sheet.set_freeze_panes(until + 1, 0)?;
        pen.sheet.set_repeat_rows(from, until)?;
    }
    let end = pen.row.saturating_sub(1);
    pen.sheet.set_print_area(0, 0, end, last)?;
    Ok(())
}

/// The last column that any table of the sheet uses; a sheet of lines is six columns wide.
fn last_column(blocks: &[Block]) -> ColNum {
    let widest = blocks.iter().filter_map(|it| match it {
        Block::Table(table) => Some(table.columns.len()),
        Block::Heading(_) | Block::Line(_) | Block::Notes { .. } | Block::Signatures(_) => None,
    });
    ColNum::try_from(widest.max().unwrap_or(6).max(3) - 1).unwrap_or(ColNum::MAX)
}

struct Pen<'a> {
    sheet: &'a mut Worksheet,
    texts: &'a Texts,
    last: ColNum,
    row: RowNum,
    frozen: Option<(RowNum, RowNum)>,
}

impl Pen<'_> {
    fn page(&mut self, paper: &Paper) {
        let sheet = &mut *self.sheet;
        sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
        match paper.orientation {
            Orientation::Portrait => sheet.set_portrait(),
            Orientation::Landscape => sheet.set_landscape(),
        };
        // 1.5 cm at the sides, 2 cm above and below, in inches.
        sheet.set_margins(0.59, 0.59, 0.79, 0.79, 0.31, 0.31);
        sheet.set_header(format!("&R{}", paper.form_number.replace('&', "&&")));
        let mark = paper.mark.as_deref().unwrap_or_default().replace('&', "&&");
        sheet.set_footer(format!("&C{}&R{mark}", self.texts.report_page_of("&P", "&N")));
    }

    fn widths(&mut self, blocks: &[Block]) -> Result<(), XlsxError> {
        let mut widest = vec![0.0_f32; usize::from(self.last) + 1];
        for block in blocks {
            if let Block::Table(table) = block {
                for (width, column) in widest.iter_mut().zip(&table.columns) {
                    *width = width.max(column.width);
                }
            }
        }
        for (place, width) in (0..).zip(widest) {
            let width = if width == 0.0 { 12.0 } else { width };
            self.sheet.set_column_width(place, f64::from((width * CHARACTER).max(4.5)))?;
        }
        Ok(())
    }

    fn top(&mut self, paper: &Paper) -> Result<(), XlsxError> {
        let (title, text) = (style::title(self.texts), style::text(self.texts));
        self.sheet.set_row_height(0, 30)?;
        self.sheet.merge_range(0, 0, 0, self.last, &paper.title, &title)?;
        let [left, middle, right] = &paper.meta;
        let third = (self.last + 1) / 3;
        let aligned = [(0, third - 1, left, FormatAlign::Left)]
            .into_iter()
            .chain([(third, self.last - third, middle, FormatAlign::Center)])
            .chain([(self.last - third + 1, self.last, right, FormatAlign::Right)]);
        for (from, until, words, align) in aligned {
            let format = text.clone().set_align(align);
            self.wide(1, (from, until), words, &format)?;
        }
        self.row = 2;
        Ok(())
    }

    /// A text over some columns of one row.
    fn wide(
        &mut self,
        row: RowNum,
        (from, until): (ColNum, ColNum),
        words: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if from < until {
            self.sheet.merge_range(row, from, row, until, words, format)?;
        } else {
            self.sheet.write_string_with_format(row, from, words, format)?;
        }
        Ok(())
    }

    fn line(&mut self, words: &str, format: &Format, height: Option<f64>) -> Result<(), XlsxError> {
        self.wide(self.row, (0, self.last), cut(words), format)?;
        if let Some(height) = height {
            self.sheet.set_row_height(self.row, height)?;
        }
        self.row += 1;
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        let text = style::text(self.texts);
        let wrapped = text.clone().set_text_wrap();
        match block {
            Block::Heading(words) => self.line(words, &style::heading(self.texts), Some(22.0)),
            Block::Line(words) => self.line(words, &wrapped, Some(self.height(words))),
            Block::Notes { title, lines } => {
                self.row += 1;
                self.line(title, &text.clone().set_bold(), None)?;
                for line in lines {
                    self.line(line, &wrapped, Some(self.height(line)))?;
                }
                Ok(())
            }
            Block::Signatures(parts) => {
                self.row += 1;
                self.line(&parts.join("　"), &text, Some(26.0))
            }
            Block::Table(table) => self.table(table),
        }
    }

    /// Merged cells do not grow by themselves: so many lines of 15 points.
    fn height(&self, words: &str) -> f64 {
        let columns = f64::from(self.last) + 1.0;
        let narrow = words.chars().filter(char::is_ascii).count();
        let wide = words.chars().count() - narrow;
        let length = f64::from(u32::try_from(wide * 2 + narrow).unwrap_or(u32::MAX));
        15.0 * (length / (columns * 8.0)).ceil().clamp(1.0, 20.0)
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let first = self.row;
        let heads = RowNum::try_from(table.heads()).unwrap_or_default();
        if self.frozen.is_none() && 0 < heads {
            self.frozen = Some((first, first + heads - 1));
        }
        for row in &table.rows {
            self.cells(row, table, first + heads)?;
            if 1 < row.lines {
                self.sheet.set_row_height(self.row, f64::from(row.lines) * 16.0)?;
            }
            self.row += 1;
        }
        // A blank row between a table and what follows.
        self.row += 1;
        Ok(())
    }

    fn cells(&mut self, row: &Row, table: &Table, body: RowNum) -> Result<(), XlsxError> {
        for (place, (cell, column)) in (0..).zip(row.cells.iter().zip(&table.columns)) {
            let format = style::cell(self.texts, row.kind, cell, column.align);
            if cell.is_covered() {
                continue;
            }
            if 1 < cell.columns || 1 < cell.rows {
                let (down, right) = (RowNum::from(cell.rows) - 1, cell.columns - 1);
                self.sheet.merge_range(self.row, place, self.row + down, place + right, "", &format)?;
            }
            self.cell(place, cell, &format, body)?;
        }
        Ok(())
    }

    fn cell(&mut self, place: ColNum, cell: &Cell, format: &Format, body: RowNum) -> Result<(), XlsxError> {
        let row = self.row;
        let value = match cell.number {
            None => {
                self.sheet.write_string_with_format(row, place, cut(&cell.text), format)?;
                return Ok(());
            }
            Some(Number::Day(day)) => {
                self.sheet.write_datetime_with_format(row, place, day, format)?;
                return Ok(());
            }
            Some(Number::Instant(at)) => {
                self.sheet.write_datetime_with_format(row, place, at, format)?;
                return Ok(());
            }
            #[expect(clippy::cast_precision_loss, reason = "counts lie far below 2^52")]
            Some(Number::Integer(number) | Number::Change(number)) => number as f64,
            Some(
                Number::Percent(number)
                | Number::ChangePercent(number)
                | Number::Points(number)
                | Number::Yuan(number)
                | Number::Hours(number),
            ) => number,
        };
        match &cell.formula {
            None => self.sheet.write_number_with_format(row, place, value, format)?,
            Some(formula) => {
                let formula = Written::new(formula_at(formula, row, place, body)).set_result(value.to_string());
                self.sheet.write_formula_with_format(row, place, formula, format)?
            }
        };
        Ok(())
    }
}

/// A formula as Excel writes it; `body` is the first row under the heads.
fn formula_at(formula: &Formula, row: RowNum, place: ColNum, body: RowNum) -> String {
    let at = |row: RowNum, place: ColNum| utility::row_col_to_cell(row, place);
    let sum = |places: &[u16]| places.iter().map(|it| at(row, *it)).collect::<Vec<_>>().join("+");
    match formula {
        Formula::SumOfBody if row <= body => "=0".to_owned(),
        Formula::SumOfBody => format!("=SUM({}:{})", at(body, place), at(row - 1, place)),
        Formula::SumOfLast(rows) => {
            format!("=SUM({}:{})", at(row.saturating_sub(*rows), place), at(row.saturating_sub(1), place))
        }
        Formula::SumOf(places) => format!("={}", sum(places)),
        Formula::Ratio { part, whole } => format!("={}/({})", at(row, *part), sum(whole)),
    }
}

fn cut(text: &str) -> &str {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}
