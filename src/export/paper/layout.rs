//! Where everything stands on a page, in millimetres: what a screen draws and a printer prints is one value.

use crate::export::paper::pages::{Page, height, lines, row_height};
use crate::export::paper::{Align, Block, Paper, Row, RowKind, Table};
use crate::i18n::Texts;

/// A rectangle on the sheet, in millimetres from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// From the left edge.
    pub x: f32,
    /// From the upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// How strong a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Body.
    Regular,
    /// Heads, totals, titles.
    Bold,
}

/// Something on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Where.
    pub area: Area,
    /// What is read.
    pub text: String,
    /// Height of a letter, in points.
    pub points: f32,
    /// How strong.
    pub weight: Weight,
    /// Where the text stands in its area.
    pub align: Align,
    /// A cell has a border …
    pub bordered: bool,
    /// … and a head is grey.
    pub grey: bool,
}

/// Margins: 2 cm above and below, 1.5 cm at the sides (FORMS 4.1).
const MARGIN: (f32, f32) = (15.0, 20.0);

impl Paper {
    /// Everything on one of its pages; the page's number stands at the foot.
    #[must_use]
    pub fn layout(&self, page: &Page, of: usize, texts: &Texts) -> Vec<Placed> {
        let (width, _) = self.orientation.inside();
        let (_, sheet) = self.orientation.sheet();
        let mut pen = Pen { x: MARGIN.0, y: MARGIN.1, width, placed: Vec::new() };
        if page.number == 1 {
            self.head(&mut pen);
        }
        for block in &page.blocks {
            match block {
                Block::Heading(text) => pen.line((text, 10.5, Weight::Bold), Align::Left, height::HEADING),
                Block::Table(table) => pen.table(table),
                Block::Line(text) => {
                    let high = lines(text, width) * height::LINE + height::GAP;
                    pen.line((text, 9.0, Weight::Regular), Align::Left, high);
                }
                Block::Notes { title, lines: notes } => {
                    pen.line((title, 9.0, Weight::Bold), Align::Left, height::LINE);
                    for note in notes {
                        pen.line((note, 8.0, Weight::Regular), Align::Left, lines(note, width) * height::LINE);
                    }
                    pen.y += height::GAP;
                }
                Block::Signatures(names) => pen.signatures(names),
            }
        }
        let mut foot = Pen { x: MARGIN.0, y: sheet - 15.0, width, placed: pen.placed };
        let number = texts.report_page_of(page.number.to_string(), of.to_string());
        let y = foot.y;
        foot.line((&number, 8.0, Weight::Regular), Align::Centre, height::LINE);
        if let Some(mark) = &self.mark {
            foot.y = y;
            foot.line((mark, 8.0, Weight::Regular), Align::Right, height::LINE);
        }
        foot.placed
    }

    fn head(&self, pen: &mut Pen) {
        let y = pen.y;
        pen.line((&self.form_number, 8.0, Weight::Regular), Align::Right, height::LINE);
        pen.y = y;
        pen.line((&self.title, 18.0, Weight::Bold), Align::Centre, 12.0);
        let y = pen.y;
        for (text, align) in self.meta.iter().zip([Align::Left, Align::Centre, Align::Right]) {
            pen.y = y;
            pen.line((text, 9.0, Weight::Regular), align, 6.0);
        }
        pen.y = MARGIN.1 + height::TITLE;
    }
}

struct Pen {
    x: f32,
    y: f32,
    width: f32,
    placed: Vec<Placed>,
}

impl Pen {
    fn line(&mut self, (text, points, weight): (&str, f32, Weight), align: Align, high: f32) {
        let area = Area { x: self.x, y: self.y, width: self.width, height: high };
        self.placed.push(Placed { area, text: text.to_owned(), points, weight, align, bordered: false, grey: false });
        self.y += high;
    }

    fn signatures(&mut self, names: &[String]) {
        let each = self.width / f32::from(u16::try_from(names.len().max(1)).unwrap_or(1));
        let mut x = self.x;
        for name in names {
            let area = Area { x, y: self.y + height::GAP, width: each, height: height::LINE };
            self.placed.push(Placed {
                area,
                text: name.clone(),
                points: 9.0,
                weight: Weight::Regular,
                align: Align::Left,
                bordered: false,
                grey: false,
            });
            x += each;
        }
        self.y += height::SIGNATURES;
    }

    fn table(&mut self, table: &Table) {
        let unit = self.width / table.width().max(1.0);
        let heights: Vec<f32> = table.rows.iter().map(|it| row_height(it, table, self.width)).collect();
        for (index, row) in table.rows.iter().enumerate() {
            let mut x = self.x;
            for (place, cell) in row.cells.iter().enumerate() {
                let own = table.columns.get(place).map_or(0.0, |it| it.width) * unit;
                if !cell.is_covered() {
                    let spanned = table.columns.iter().skip(place).take(usize::from(cell.columns));
                    let width: f32 = spanned.map(|it| it.width * unit).sum();
                    let height: f32 = heights.iter().skip(index).take(usize::from(cell.rows)).sum();
                    let area = Area { x, y: self.y, width, height };
                    self.placed.push(placed(row, table.columns.get(place).map(|it| it.align), area, cell));
                }
                x += own;
            }
            self.y += heights.get(index).copied().unwrap_or_default();
        }
        self.y += height::GAP;
    }
}

fn placed(row: &Row, align: Option<Align>, area: Area, cell: &super::Cell) -> Placed {
    let head = matches!(row.kind, RowKind::Head | RowKind::Band) || cell.label;
    let strong = head || matches!(row.kind, RowKind::Subtotal | RowKind::Total);
    Placed {
        area,
        text: cell.text.clone(),
        points: 8.0,
        weight: if strong { Weight::Bold } else { Weight::Regular },
        align: if head { Align::Centre } else { align.unwrap_or(Align::Left) },
        bordered: true,
        grey: head,
    }
}
