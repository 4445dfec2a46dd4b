//! Tables to read: on a surface, and on paper.

use std::borrow::Cow;

use iced::{
    Center, Length, Right, alignment,
    widget::{column, container, row, text::LineHeight},
};

use super::{body, line_across, table_head, words};
use crate::ui::{
    style,
    theme::{Element, Face, Height},
};

/// Where a cell's words stand. Numbers stand at the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
    /// Short marks.
    Center,
}

impl From<Align> for alignment::Horizontal {
    fn from(align: Align) -> Self {
        match align {
            Align::Left => Self::Left,
            Align::Right => Right,
            Align::Center => Self::Center,
        }
    }
}

/// A column.
#[derive(Debug, Clone)]
pub struct Column<'a> {
    /// Its head.
    pub name: Cow<'a, str>,
    /// Its width.
    pub width: Length,
    /// Where its words stand.
    pub align: Align,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub fn new(name: impl Into<Cow<'a, str>>, width: impl Into<Length>) -> Self {
        Self { name: name.into(), width: width.into(), align: Align::Left }
    }

    /// A column of numbers.
    #[must_use]
    pub fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }

    /// A column of short marks.
    #[must_use]
    pub fn center(self) -> Self {
        Self { align: Align::Center, ..self }
    }
}

/// What stands in a cell.
pub enum Cell<'a, Message> {
    /// Words.
    Words(Cow<'a, str>),
    /// Anything.
    Drawn(Element<'a, Message>),
}

/// A table to read: at most 200 rows, the head is its own row so that the caller can keep it in sight.
pub fn table<'a, Message: 'a>(
    columns: &[Column<'a>],
    rows: impl IntoIterator<Item = Vec<Cell<'a, Message>>>,
) -> (Element<'a, Message>, Element<'a, Message>) {
    let head = table_head(columns.iter().map(|it| (it.name.clone(), it.width)), 14.0);
    let mut all = column![].width(Length::Fill);
    for cells in rows {
        let cells = cells.into_iter().zip(columns).map(|(cell, column)| {
            let content: Element<'a, Message> = match cell {
                Cell::Words(words) => body(words).into(),
                Cell::Drawn(element) => element,
            };
            container(content).width(column.width).align_x(alignment::Horizontal::from(column.align)).clip(true).into()
        });
        all = all
            .push(
                container(row(cells).spacing(14).align_y(Center))
                    .height(Height::ROW - 1.0)
                    .padding([0, 14])
                    .align_y(Center),
            )
            .push(line_across());
    }
    (head, all.into())
}

/// A printed table in miniature: black lines, grey heads. `scale` is the size of the page on the screen: 1 is 96 dpi.
pub fn paper_table<'a, Message: 'a>(
    columns: &[Column<'a>],
    rows: impl IntoIterator<Item = Vec<Cow<'a, str>>>,
    scale: f32,
) -> Element<'a, Message> {
    let cell = |words_: Cow<'a, str>, column: &Column<'a>, head: Head| {
        let (face, align) = match head {
            Head::Yes => (Face::Strong, alignment::Horizontal::Center),
            Head::No => (Face::Body, column.align.into()),
        };
        let words = words(face, words_)
            .size(13.0 * scale)
            .line_height(LineHeight::Absolute((18.0 * scale).into()))
            .width(Length::Fill)
            .align_x(align)
            .style(style::text::paper);
        let width = match column.width {
            Length::Fixed(px) => Length::Fixed(px * scale),
            Length::Fill | Length::FillPortion(_) | Length::Shrink => column.width,
        };
        let cell =
            container(words).width(width).height(Length::Fill).padding([4.0 * scale, 5.0 * scale]).align_y(Center);
        match head {
            Head::Yes => cell.style(style::surface::paper_head).into(),
            Head::No => cell.style(style::surface::paper_cell).into(),
        }
    };
    let line = |cells: Vec<Element<'a, Message>>| row(cells).spacing(-1.0).height(28.0 * scale).into();
    let mut all: Vec<Element<'a, Message>> =
        vec![line(columns.iter().map(|it| cell(it.name.clone(), it, Head::Yes)).collect())];
    for words in rows {
        all.push(line(words.into_iter().zip(columns).map(|(it, column)| cell(it, column, Head::No)).collect()));
    }
    column(all).spacing(-1.0).width(Length::Fill).into()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Yes,
    No,
}
