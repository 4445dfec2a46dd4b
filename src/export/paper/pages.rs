//! Cuts a form into A4 pages, as a printer would.

use crate::export::paper::{Block, Cell, Paper, Row, RowKind, Table};

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// From 1.
    pub number: usize,
    /// What stands on it; only the first page carries title and meta line.
    pub blocks: Vec<Block>,
}

/// Heights in millimetres at 10.5 pt.
pub(super) mod height {
    pub(in crate::export::paper) const TITLE: f32 = 20.0;
    pub(in crate::export::paper) const HEADING: f32 = 8.0;
    pub(in crate::export::paper) const LINE: f32 = 4.9;
    pub(in crate::export::paper) const CELL: f32 = 1.4;
    pub(in crate::export::paper) const GAP: f32 = 2.0;
    pub(in crate::export::paper) const SIGNATURES: f32 = 14.0;
}

/// Width of a Chinese character at 9 pt, in millimetres: tables are set a little smaller than text.
const CHARACTER: f32 = 3.2;

impl Paper {
    /// Its pages. A table that does not fit is cut between two rows, and its head stands on each part; a heading
    /// never stands alone at the foot of a page.
    #[must_use]
    pub fn pages(&self) -> Vec<Page> {
        let (width, whole) = self.orientation.inside();
        let mut cut = Cut { width, whole, left: whole - height::TITLE, done: Vec::new(), page: Vec::new() };
        for (place, block) in self.blocks.iter().enumerate() {
            match block {
                Block::Table(table) => cut.table(table),
                Block::Heading(_) => {
                    let next = match self.blocks.get(place + 1) {
                        Some(Block::Table(table)) => {
                            let first = table.rows.iter().take(table.heads() + 1);
                            first.map(|it| row_height(it, table, width)).sum()
                        }
                        Some(_) | None => height::LINE,
                    };
                    cut.take(block.clone(), height::HEADING, next);
                }
                Block::Line(text) => cut.take(block.clone(), lines(text, width) * height::LINE + height::GAP, 0.0),
                Block::Notes { title, lines: notes } => {
                    let all = notes.iter().map(|it| lines(it, width)).sum::<f32>() + lines(title, width);
                    cut.take(block.clone(), all * height::LINE + height::GAP, 0.0);
                }
                Block::Signatures(_) => cut.take(block.clone(), height::SIGNATURES, 0.0),
            }
        }
        cut.turn();
        let pages = cut.done.into_iter().zip(1..);
        pages.map(|(blocks, number)| Page { number, blocks }).collect()
    }
}

struct Cut {
    width: f32,
    whole: f32,
    left: f32,
    done: Vec<Vec<Block>>,
    page: Vec<Block>,
}

impl Cut {
    fn take(&mut self, block: Block, height: f32, with: f32) {
        if self.left < height + with && !self.page.is_empty() {
            self.turn();
        }
        self.left -= height;
        self.page.push(block);
    }

    fn turn(&mut self) {
        if !self.page.is_empty() {
            self.done.push(std::mem::take(&mut self.page));
        }
        self.left = self.whole;
    }

    fn table(&mut self, table: &Table) {
        let (head, body) = table.rows.split_at(table.heads());
        let high = |rows: &[Row], width: f32| rows.iter().map(|it| row_height(it, table, width)).sum::<f32>();
        let head_height = high(head, self.width);
        let mut part: Vec<Row> = head.to_vec();
        let mut used = head_height;
        for group in groups(body) {
            let wanted = high(group, self.width);
            if self.left < used + wanted && (part.len() > head.len() || !self.page.is_empty()) {
                if part.len() > head.len() {
                    let rows = std::mem::replace(&mut part, head.to_vec());
                    self.page.push(Block::Table(Table { columns: table.columns.clone(), rows }));
                }
                self.turn();
                used = head_height;
            }
            part.extend_from_slice(group);
            used += wanted;
        }
        self.left -= used + height::GAP;
        self.page.push(Block::Table(Table { columns: table.columns.clone(), rows: part }));
    }
}

/// Rows that one cell spans stay together, as far as 12 rows.
fn groups(body: &[Row]) -> Vec<&[Row]> {
    let mut groups = Vec::new();
    let mut from = 0;
    while let Some(row) = body.get(from) {
        let tall = row.cells.iter().map(|it| usize::from(it.rows)).max().unwrap_or(1).clamp(1, 12);
        let until = (from + tall).min(body.len());
        groups.push(&body[from..until]);
        from = until;
    }
    groups
}

/// How high a row is, in millimetres.
pub(super) fn row_height(row: &Row, table: &Table, width: f32) -> f32 {
    let needed = row.cells.iter().enumerate().map(|(place, cell)| cell_lines(cell, place, table, width));
    let needed = needed.fold(f32::from(row.lines), f32::max);
    let line = if row.kind == RowKind::Head { height::LINE * 0.9 } else { height::LINE };
    needed * line + height::CELL
}

fn cell_lines(cell: &Cell, place: usize, table: &Table, width: f32) -> f32 {
    if cell.is_covered() || cell.rows > 1 {
        return 1.0;
    }
    let own: f32 = table.columns.iter().skip(place).take(usize::from(cell.columns)).map(|it| it.width).sum();
    lines(&cell.text, (own / table.width().max(1.0) * width - 2.0).max(CHARACTER))
}

/// How many lines a text needs in so many millimetres.
pub(super) fn lines(text: &str, width: f32) -> f32 {
    text.split('\n').map(|line| (characters(line) * CHARACTER / width).ceil().max(1.0)).sum()
}

/// A text's length in Chinese characters: what is narrow counts a little more than half.
fn characters(text: &str) -> f32 {
    text.chars().map(|it| if it.is_ascii() { 0.56 } else { 1.0 }).sum()
}
