//! 责任部门×类别: six steps, the number in every cell, totals both ways.

use std::rc::Rc;

use iced::{Point, Rectangle, Size};

use super::model::{Mark, Model};
use super::pareto::number;
use crate::export::chart::palette::heat_step;
use crate::i18n::Texts;
use crate::report::chart::Unit;
use crate::ui::theme::Face;
use crate::ui::widget::chart::{Hold, Look, Pen, Plot, Spot, length};
use crate::ui::widget::measure;

const HEAD: f32 = 24.0;
const TOTAL: f32 = 44.0;
/// A row is at least so high.
pub const ROW: f32 = 24.0;

/// The chart.
pub struct Drawn {
    /// What it shows.
    pub model: Rc<Model>,
    /// The words.
    pub texts: Texts,
}

struct Laid {
    left: f32,
    cell: Size,
}

impl Laid {
    fn cell(&self, row: usize, column: usize) -> Rectangle {
        Rectangle {
            x: self.left + self.cell.width * length(column as u64) + 1.0,
            y: HEAD + self.cell.height * length(row as u64) + 1.0,
            width: self.cell.width - 2.0,
            height: self.cell.height - 2.0,
        }
    }
}

/// The least height that all rows need.
#[must_use]
pub fn least(model: &Model) -> f32 {
    HEAD * 2.0 + ROW * length(model.heat.rows.len() as u64)
}

/// How wide the names at the left may be.
pub(super) fn names<'a>(names: impl Iterator<Item = &'a str>, most: f32) -> f32 {
    names.map(|it| measure(it, Face::Small)).fold(0.0, f32::max).min(most) + 10.0
}

impl Drawn {
    fn row_name<'a>(&'a self, (unit, name): &'a (Unit, String)) -> &'a str {
        self.texts.unit(*unit, name)
    }

    fn laid(&self, size: Size) -> Laid {
        let heat = &self.model.heat;
        let total = [self.texts.report_total()];
        let names = names(heat.rows.iter().map(|it| self.row_name(it)).chain(total), size.width * 0.2);
        let across = size.width - names - TOTAL;
        let down = size.height - HEAD * 2.0;
        Laid {
            left: names,
            cell: Size::new(
                across / length(heat.columns.len().max(1) as u64),
                (down / length(heat.rows.len().max(1) as u64)).min(38.0),
            ),
        }
    }

    fn column_name(&self, place: usize) -> &str {
        match self.model.heat.columns.get(place) {
            Some((Some(_), name)) => name,
            Some((None, _)) | None => self.texts.report_others(),
        }
    }
}

impl Plot for Drawn {
    type Key = Mark;

    fn paint(&self, pen: &mut Pen<'_>, size: Size) {
        let (laid, heat, theme) = (self.laid(size), &self.model.heat, pen.theme);
        let small = Look { face: Face::Caption, colour: theme.ink2 };
        let (plain, strong) = (pen.plain(), pen.strong());
        let last = size.width - TOTAL / 2.0;
        for place in 0..heat.columns.len() {
            let at = Point::new(laid.cell(0, place).center_x(), HEAD / 2.0 - 1.0);
            pen.fitted(self.column_name(place), (at, laid.cell.width - 3.0), Hold::Middle, small);
        }
        pen.words(self.texts.report_total(), Point::new(last, HEAD / 2.0 - 1.0), Hold::Middle, small);
        for (row, (unit, counts)) in heat.rows.iter().zip(&heat.cells).enumerate() {
            let middle = laid.cell(row, 0).center_y();
            let at = Point::new(laid.left - 8.0, middle);
            pen.fitted(self.row_name(unit), (at, laid.left - 9.0), Hold::Right, plain);
            for (column, count) in counts.iter().enumerate() {
                let area = laid.cell(row, column);
                let step = heat_step(*count);
                pen.block(area, 3.0, theme.heat[step.min(5)]);
                let colour = match step {
                    0 => theme.ink3,
                    1..=3 => theme.ink,
                    4 => theme.on_accent,
                    _ => theme.heat_top_ink,
                };
                let words = if *count == 0 { "-".to_owned() } else { number(&self.texts, *count) };
                pen.words(&words, area.center(), Hold::Middle, Look { face: Face::Small, colour });
            }
            pen.words(&number(&self.texts, heat.row_total(row)), Point::new(last, middle), Hold::Middle, strong);
        }
        let foot = laid.cell(heat.rows.len(), 0).y + HEAD / 2.0 - 1.0;
        pen.words(self.texts.report_total(), Point::new(laid.left - 8.0, foot), Hold::Right, plain);
        for column in 0..heat.columns.len() {
            let at = Point::new(laid.cell(0, column).center_x(), foot);
            pen.words(&number(&self.texts, heat.column_total(column)), at, Hold::Middle, strong);
        }
        pen.words(&number(&self.texts, heat.total()), Point::new(last, foot), Hold::Middle, strong);
    }

    fn spots(&self, size: Size) -> Vec<Spot<Mark>> {
        let (laid, heat) = (self.laid(size), &self.model.heat);
        let mut spots = Vec::with_capacity(heat.rows.len() * heat.columns.len());
        for (row, (unit, counts)) in heat.rows.iter().zip(&heat.cells).enumerate() {
            for (column, count) in counts.iter().enumerate() {
                let Some((category, _)) = heat.columns.get(column) else { continue };
                spots.push(Spot {
                    area: laid.cell(row, column),
                    key: Mark::Cell(unit.0, *category),
                    words: self.texts.charts_tip_cell(
                        self.column_name(column),
                        number(&self.texts, *count),
                        self.row_name(unit),
                    ),
                });
            }
        }
        spots
    }
}
