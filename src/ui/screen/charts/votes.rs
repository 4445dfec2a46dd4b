//! 满意度: what customers said, by department; blue, grey, orange, never green and red.

use std::rc::Rc;

use iced::{Point, Rectangle, Size};

use super::heat::names;
use super::model::{Mark, Model};
use super::pareto::number;
use crate::i18n::Texts;
use crate::report::chart::Said;
use crate::ui::theme::Face;
use crate::ui::widget::chart::{Hold, Look, Pen, Plot, Spot, length};
use crate::ui::widget::measure;

const BAR: f32 = 16.0;
const GAP: f32 = 1.5;
/// A row is at least so high.
const ROW: f32 = 24.0;

/// The chart.
pub struct Drawn {
    /// What it shows.
    pub model: Rc<Model>,
    /// The words.
    pub texts: Texts,
}

struct Laid {
    left: f32,
    right: f32,
    share: f32,
    row: f32,
}

/// The least height that all rows need.
#[must_use]
pub fn least(model: &Model) -> f32 {
    ROW * length(model.votes.len() as u64)
}

impl Drawn {
    fn name<'a>(&'a self, said: &'a Said) -> &'a str {
        self.texts.unit(said.unit, &said.name)
    }

    fn fraction(&self, said: &Said) -> String {
        let rate = said.votes.rate();
        self.texts.charts_fraction(number(&self.texts, rate.part), number(&self.texts, rate.whole))
    }

    fn laid(&self, size: Size) -> Laid {
        let votes = &self.model.votes;
        let names = names(votes.iter().map(|it| self.name(it)), size.width * 0.28);
        let counts = votes.iter().map(|it| measure(&self.fraction(it), Face::Caption)).fold(0.0, f32::max);
        let share = measure("100.00%", Face::Small) + 10.0;
        Laid {
            left: names,
            right: size.width - share - counts - 6.0,
            share: share - 4.0,
            row: (size.height / length(votes.len().max(1) as u64)).min(38.0),
        }
    }
}

impl Plot for Drawn {
    type Key = Mark;

    fn paint(&self, pen: &mut Pen<'_>, size: Size) {
        let (laid, theme) = (self.laid(size), pen.theme);
        let (plain, faint) = (pen.plain(), pen.faint());
        for (place, said) in self.model.votes.iter().enumerate() {
            let middle = laid.row * (length(place as u64) + 0.5);
            let at = Point::new(laid.left - 8.0, middle);
            pen.fitted(self.name(said), (at, laid.left - 9.0), Hold::Right, plain);
            let votes = [said.votes.satisfied, said.votes.neutral, said.votes.dissatisfied];
            let shown = votes.iter().filter(|it| 0 < **it).count().max(1);
            let room = laid.right - laid.left - GAP * length(shown as u64 - 1);
            let mut x = laid.left;
            for (count, colour) in votes.into_iter().zip(theme.satisfaction).filter(|(count, _)| 0 < *count) {
                let width = room * length(count) / length(said.votes.total().max(1));
                pen.block(Rectangle { x, y: middle - BAR / 2.0, width, height: BAR }, 2.0, colour);
                x += width + GAP;
            }
            let rate = said.votes.rate();
            let look = Look { colour: theme.ink, ..plain };
            let words = self.texts.percent(rate.part, rate.whole);
            pen.words(&words, Point::new(laid.right + laid.share, middle), Hold::Right, look);
            pen.words(&self.fraction(said), Point::new(size.width, middle), Hold::Right, faint);
        }
    }

    fn spots(&self, size: Size) -> Vec<Spot<Mark>> {
        let laid = self.laid(size);
        let spot = |(place, said): (usize, &Said)| {
            let rate = said.votes.rate();
            let number = |count| number(&self.texts, count);
            Spot {
                area: Rectangle {
                    x: 0.0,
                    y: laid.row * length(place as u64) + 2.0,
                    width: size.width,
                    height: laid.row - 4.0,
                },
                key: Mark::Votes(said.unit),
                words: self.texts.charts_tip_votes(
                    self.name(said),
                    number(said.votes.dissatisfied),
                    number(said.votes.neutral),
                    self.texts.percent(rate.part, rate.whole),
                    number(said.votes.satisfied),
                ),
            }
        };
        self.model.votes.iter().enumerate().map(spot).collect()
    }
}
