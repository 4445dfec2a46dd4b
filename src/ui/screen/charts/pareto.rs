//! 投诉类别: bars, the cumulative line, the 80 % rule.

use std::rc::Rc;

use iced::{Point, Rectangle, Size};

use super::model::{Mark, Model};
use crate::i18n::Texts;
use crate::report::chart::Bar;
use crate::ui::theme::Face;
use crate::ui::widget::chart::{Dash, Hold, Look, Pen, Plot, Spot, length, step};

const LEFT: f32 = 34.0;
const RIGHT: f32 = 42.0;
const TOP: f32 = 18.0;
const BOTTOM: f32 = 26.0;

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
    floor: f32,
    slot: f32,
    most: f32,
}

impl Laid {
    fn x(&self, place: usize) -> f32 {
        self.left + self.slot * (length(place as u64) + 0.5)
    }

    fn bar(&self, place: usize, bar: &Bar) -> Rectangle {
        let wide = (self.slot * 0.62).min(56.0);
        let tall = (self.floor - TOP) * length(bar.count) / self.most;
        Rectangle { x: self.x(place) - wide / 2.0, y: self.floor - tall, width: wide, height: tall }
    }

    fn share(&self, (part, whole): (u64, u64)) -> f32 {
        self.floor - (self.floor - TOP) * length(part) / length(whole.max(1))
    }

    fn point(&self, place: usize, bar: &Bar) -> Point {
        Point::new(self.x(place), self.share((bar.cumulative.part, bar.cumulative.whole)))
    }
}

impl Drawn {
    fn laid(&self, size: Size) -> Laid {
        let bars = &self.model.pareto.bars;
        let most = bars.iter().map(|it| it.count).max().unwrap_or(0);
        let (left, right) = (LEFT, size.width - RIGHT);
        Laid {
            left,
            right,
            floor: size.height - BOTTOM,
            slot: (right - left) / length(bars.len().max(1) as u64),
            // Room above the highest bar for its number.
            most: length(most.max(3)) * 1.12,
        }
    }

    fn name<'a>(&'a self, bar: &'a Bar) -> &'a str {
        if bar.category.is_none() { self.texts.report_others() } else { &bar.name }
    }
}

impl Plot for Drawn {
    type Key = Mark;

    fn paint(&self, pen: &mut Pen<'_>, size: Size) {
        let (laid, texts, theme) = (self.laid(size), &self.texts, pen.theme);
        let bars = &self.model.pareto.bars;
        let most = bars.iter().map(|it| it.count).max().unwrap_or(0);
        let (step, faint) = (step(most), pen.faint());
        for value in (0..=most.max(step)).step_by(usize::try_from(step).unwrap_or(1)) {
            let y = laid.floor - (laid.floor - TOP) * length(value) / laid.most;
            pen.level((laid.left, laid.right), y, theme.line);
            pen.words(&number(texts, value), Point::new(laid.left - 8.0, y), Hold::Right, faint);
        }
        let curve = theme.chart[1];
        let rule = laid.share((4, 5));
        pen.line(
            &[Point::new(laid.left, rule), Point::new(laid.right, rule)],
            Dash::Fine,
            (1.0, curve.scale_alpha(0.8)),
        );
        for (share, words) in [(2, texts.charts_share_40()), (5, texts.charts_share_100())] {
            pen.words(words, Point::new(laid.right + 6.0, laid.share((share, 5))), Hold::Left, faint);
        }
        let vital = Look { face: Face::CaptionStrong, colour: theme.soon.fg };
        pen.words(texts.charts_share_80(), Point::new(laid.right + 6.0, rule), Hold::Left, vital);
        for (place, bar) in bars.iter().enumerate() {
            let colour = match (bar.category, bar.vital) {
                (None, _) => theme.chart[7],
                (Some(_), true) => theme.chart[0],
                (Some(_), false) => theme.heat[3],
            };
            pen.block(laid.bar(place, bar), 2.0, colour);
            let look = Look { colour: theme.ink2, ..faint };
            let at = Point::new(laid.x(place), laid.floor + 14.0);
            pen.fitted(self.name(bar), (at, laid.slot - 3.0), Hold::Middle, look);
        }
        let points: Vec<Point> = bars.iter().enumerate().map(|(place, bar)| laid.point(place, bar)).collect();
        pen.line(&points, Dash::Solid, (2.0, curve));
        for point in &points {
            pen.ring(*point, 3.5, curve);
        }
        let (few, share) = self.model.pareto.few();
        let last = few.checked_sub(1).filter(|_| 1 < bars.len());
        for (place, bar) in bars.iter().enumerate() {
            let area = laid.bar(place, bar);
            let above = area.y - 9.0;
            // Above its bar, or inside where the curve or the rule runs.
            let near = |y: f32| (y - above).abs() < 13.0;
            let taken = near(laid.point(place, bar).y) || near(rule);
            let (y, look) = if taken && 30.0 < area.height {
                let lowered = area.y + 12.0;
                let on_ring = (laid.point(place, bar).y - lowered).abs() < 12.0;
                let y = if on_ring { lowered + 14.0 } else { lowered };
                (y, Look { colour: theme.surface, ..pen.strong() })
            } else {
                (above, pen.strong())
            };
            pen.words(&number(texts, bar.count), Point::new(area.center_x(), y), Hold::Middle, look);
        }
        if let Some((place, point)) = last.and_then(|it| points.get(it).map(|point| (it, point))) {
            let words = texts.percent(share.part, share.whole);
            let bar_top = bars.get(place).map_or(laid.floor, |it| laid.bar(place, it).y);
            // Out of the way of a bar that reaches as high.
            if point.y + 4.0 < bar_top {
                pen.words(&words, Point::new(point.x, point.y - 13.0), Hold::Middle, vital);
            }
        }
    }

    fn spots(&self, size: Size) -> Vec<Spot<Mark>> {
        let laid = self.laid(size);
        let spot = |(place, bar): (usize, &Bar)| {
            let area = laid.bar(place, bar);
            // Small bars are as easy to hit as others.
            let tall = area.height.max(24.0);
            Spot {
                area: Rectangle { y: laid.floor - tall, height: tall, ..area },
                key: Mark::Bar(bar.category),
                words: self.texts.charts_tip_bar(
                    number(&self.texts, bar.count),
                    self.name(bar),
                    self.texts.percent(bar.cumulative.part, bar.cumulative.whole),
                ),
            }
        };
        self.model.pareto.bars.iter().enumerate().map(spot).collect()
    }
}

pub(super) fn number(texts: &Texts, count: u64) -> String {
    texts.number(i64::try_from(count).unwrap_or(i64::MAX))
}
