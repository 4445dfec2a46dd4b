//! Printed forms as values: A4 pages of titles, tables and notes in one language.
//!
//! The screen draws them black on white, the workbook and the table file are written from them; so all three say the
//! same. Texts on forms have no space between digits and Chinese (UI.md 14).

mod briefing;
mod callback;
mod category;
mod cell;
pub mod layout;
mod ledger;
mod monthly;
mod pages;
mod series;
mod slip;
mod words;

pub use briefing::briefing;
pub use callback::{callback_sheet, callback_summary};
pub use category::category_statistics;
pub use cell::{Cell, Formula, Number};
pub use ledger::ledger;
pub use monthly::{Filing, definitions, month_summary};
pub use pages::Page;
pub use series::{Above, series};
pub use slip::{dispatch_slip, dispatch_words};
pub use words::Yes;

/// How a sheet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// 210 × 297 mm: one complaint.
    Portrait,
    /// 297 × 210 mm: lists.
    Landscape,
}

impl Orientation {
    /// Width and height of the part within the margins (2 cm above and below, 1.5 cm at the sides), in millimetres.
    #[must_use]
    pub const fn inside(self) -> (f32, f32) {
        match self {
            Self::Portrait => (180.0, 257.0),
            Self::Landscape => (267.0, 170.0),
        }
    }

    /// Width and height of the sheet, in millimetres.
    #[must_use]
    pub const fn sheet(self) -> (f32, f32) {
        match self {
            Self::Portrait => (210.0, 297.0),
            Self::Landscape => (297.0, 210.0),
        }
    }
}

/// Where text stands in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left: texts.
    Left,
    /// In the middle: short words, numbers of a form.
    Centre,
    /// At the right: amounts.
    Right,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its width, in Chinese characters of the body.
    pub width: f32,
    /// How its cells stand.
    pub align: Align,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Grey and bold; repeated on every page.
    Head,
    /// A body row.
    Body,
    /// 小计: bold.
    Subtotal,
    /// 合计, 总计: bold, light grey.
    Total,
    /// A band over the whole width, grey (F1).
    Band,
}

/// A row; as many cells as the table has columns, covered ones among them.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// At least so many lines high.
    pub lines: u16,
}

impl Row {
    /// A row one line high or as high as its texts need.
    #[must_use]
    pub const fn new(kind: RowKind, cells: Vec<Cell>) -> Self {
        Self { kind, cells, lines: 1 }
    }
}

/// A table with thin borders around every cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, heads first.
    pub rows: Vec<Row>,
}

impl Table {
    /// How many rows stand at its head.
    #[must_use]
    pub fn heads(&self) -> usize {
        self.rows.iter().take_while(|it| it.kind == RowKind::Head).count()
    }

    /// The sum of its columns, in characters.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.columns.iter().map(|it| it.width).sum()
    }
}

/// A part of a form.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// 一、总体情况
    Heading(String),
    /// A table.
    Table(Table),
    /// A line of text, such as a check line.
    Line(String),
    /// Small print, one note a line: 指标口径.
    Notes {
        /// What they are.
        title: String,
        /// One each.
        lines: Vec<String>,
    },
    /// 制表人：____ and so on; always last.
    Signatures(Vec<String>),
}

/// A whole form.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// A short name, for the tab of a sheet and the name of a file.
    pub name: String,
    /// How it lies.
    pub orientation: Orientation,
    /// `ZHB-TS-05`, at the top right.
    pub form_number: String,
    /// 18 pt bold, in the middle.
    pub title: String,
    /// Left, middle and right of the line under it.
    pub meta: [String; 3],
    /// 草稿，未经审批; 更正版. `None`: filed.
    pub mark: Option<String>,
    /// What it consists of.
    pub blocks: Vec<Block>,
}

impl Paper {
    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|it| match it {
            Block::Table(table) => Some(table),
            Block::Heading(_) | Block::Line(_) | Block::Notes { .. } | Block::Signatures(_) => None,
        })
    }
}
