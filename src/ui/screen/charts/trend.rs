//! 近 12 个月: new and closed, or the new ones by category.

use std::rc::Rc;

use iced::{Color, Point, Rectangle, Size};

use super::model::{Mark, Model};
use super::pareto::number;
use crate::domain::calendar::Festival;
use crate::domain::month::Month;
use crate::i18n::Texts;
use crate::ui::theme::{Face, Palette};
use crate::ui::widget::chart::{Dash, Hold, Look, Pen, Plot, Spot, length, step};
use crate::ui::widget::measure;

const LEFT: f32 = 32.0;
const TOP: f32 = 16.0;
const BOTTOM: f32 = 26.0;
/// Between two labels at the ends of lines.
const LABEL: f32 = 15.0;

/// Which lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lines {
    /// 新增 and 结案
    #[default]
    Totals,
    /// 新增, a line a category.
    Categories,
}

/// The chart.
pub struct Drawn {
    /// What it shows.
    pub model: Rc<Model>,
    /// Which lines.
    pub lines: Lines,
    /// The words.
    pub texts: Texts,
}

struct Series<'a> {
    name: &'a str,
    counts: &'a [u64],
    /// Its place in the order of colours.
    colour: usize,
    dash: Dash,
}

struct Laid {
    right: f32,
    floor: f32,
    slot: f32,
    top: u64,
}

impl Laid {
    fn point(&self, place: usize, count: u64) -> Point {
        let tall = (self.floor - TOP) * length(count) / length(self.top);
        Point::new(LEFT + self.slot * length(place as u64), self.floor - tall)
    }
}

impl Drawn {
    fn series(&self) -> Vec<Series<'_>> {
        let (trend, texts) = (&self.model.trend, &self.texts);
        match self.lines {
            Lines::Totals => vec![
                Series { name: texts.column_new(), counts: &trend.new, colour: 0, dash: Dash::Solid },
                Series { name: texts.column_closed(), counts: &trend.closed, colour: 2, dash: Dash::Dashed },
            ],
            Lines::Categories => {
                let all = trend.categories.iter().enumerate();
                all.map(|(place, (id, name, counts))| Series {
                    name: if id.is_none() { texts.report_others() } else { name },
                    counts,
                    colour: if id.is_none() { 7 } else { place.min(7) },
                    dash: if place == 1 { Dash::Dashed } else { Dash::Solid },
                })
                .collect()
            }
        }
    }

    fn label(&self, series: &Series<'_>) -> String {
        let last = series.counts.last().copied().unwrap_or(0);
        format!("{} {}", crate::ui::widget::fit(series.name, Face::CaptionStrong, 72.0), number(&self.texts, last))
    }

    fn laid(&self, size: Size) -> Laid {
        let series = self.series();
        let wide = series.iter().map(|it| measure(&self.label(it), Face::CaptionStrong)).fold(0.0, f32::max);
        let right = size.width - wide - 10.0;
        let most = series.iter().flat_map(|it| it.counts).copied().max().unwrap_or(0);
        let step = step(most);
        Laid {
            right,
            floor: size.height - BOTTOM,
            slot: (right - LEFT) / length((self.model.trend.months.len().max(2) - 1) as u64),
            top: most.max(1).div_ceil(step) * step,
        }
    }

    fn month(&self, month: Month) -> String {
        self.texts.charts_month(month.number())
    }
}

/// Words in the colour of a line must be legible; pale series lend their colour to the dot only.
fn legible(palette: &Palette, colour: usize) -> Color {
    match colour {
        0 => palette.accent_ink,
        2 => palette.ontime.fg,
        _ => palette.ink2,
    }
}

impl Plot for Drawn {
    type Key = Mark;

    fn paint(&self, pen: &mut Pen<'_>, size: Size) {
        let (laid, theme, faint) = (self.laid(size), pen.theme, pen.faint());
        let months = &self.model.trend.months;
        let step = step(laid.top);
        for value in (0..=laid.top).step_by(usize::try_from(step).unwrap_or(1)) {
            let y = laid.point(0, value).y;
            pen.level((LEFT, laid.right), y, theme.line);
            pen.words(&number(&self.texts, value), Point::new(LEFT - 8.0, y), Hold::Right, faint);
        }
        let every = if laid.slot < 28.0 { 2 } else { 1 };
        for (place, month) in months.iter().enumerate() {
            let last = place + 1 == months.len();
            if (months.len() - 1 - place).is_multiple_of(every) {
                let look = if last { Look { face: Face::CaptionStrong, colour: theme.ink } } else { faint };
                let at = Point::new(laid.point(place, 0).x, laid.floor + 14.0);
                pen.words(&self.month(*month), at, Hold::Middle, look);
            }
        }
        let series = self.series();
        let points = |it: &Series<'_>| -> Vec<Point> {
            it.counts.iter().enumerate().map(|(place, count)| laid.point(place, *count)).collect()
        };
        // The first one lies on top.
        for it in series.iter().rev() {
            let width = if it.colour == 0 { 2.25 } else { 2.0 };
            pen.line(&points(it), it.dash, (width, theme.chart[it.colour]));
        }
        let mut labels: Vec<(f32, usize)> = Vec::new();
        for (place, it) in series.iter().enumerate() {
            if let Some(end) = points(it).last() {
                pen.dot(*end, 3.5, theme.chart[it.colour]);
                labels.push((end.y, place));
            }
        }
        for (y, place) in spread(labels, (TOP - 6.0, laid.floor)) {
            if let Some(it) = series.get(place) {
                let look = Look { face: Face::CaptionStrong, colour: legible(&theme, it.colour) };
                pen.words(&self.label(it), Point::new(laid.right + 8.0, y), Hold::Left, look);
            }
        }
        if self.lines == Lines::Totals {
            self.notes(pen, &laid);
        }
    }

    fn spots(&self, size: Size) -> Vec<Spot<Mark>> {
        let laid = self.laid(size);
        let series = self.series();
        let spot = |(place, month): (usize, &Month)| {
            let middle = laid.point(place, 0).x;
            let lines = series.iter().map(|it| {
                let count = number(&self.texts, it.counts.get(place).copied().unwrap_or(0));
                self.texts.charts_tip_line(count, it.name)
            });
            let words: Vec<String> = [self.texts.month(month.first_day())].into_iter().chain(lines).collect();
            Spot {
                area: Rectangle {
                    x: middle - laid.slot / 2.0,
                    y: TOP - 8.0,
                    width: laid.slot,
                    height: laid.floor - TOP + 32.0,
                },
                key: Mark::Month(*month),
                words: words.join("\n"),
            }
        };
        self.model.trend.months.iter().enumerate().map(spot).collect()
    }
}

impl Drawn {
    /// The highest month, and long holidays.
    fn notes(&self, pen: &mut Pen<'_>, laid: &Laid) {
        let trend = &self.model.trend;
        let peak = trend.new.iter().enumerate().max_by_key(|(place, count)| (**count, usize::MAX - place));
        if let Some((place, count)) = peak.filter(|(place, count)| 0 < **count && place + 1 < trend.new.len()) {
            // Above both lines.
            let highest = trend.closed.get(place).copied().unwrap_or(0).max(*count);
            let at = laid.point(place, highest);
            let look = Look { colour: pen.theme.ink2, ..pen.faint() };
            pen.words(&number(&self.texts, *count), Point::new(at.x, at.y - 10.0), Hold::Middle, look);
        }
        // The latest first: it matters most, and takes the room of an earlier one.
        let mut taken = f32::INFINITY;
        for (place, holiday) in self.model.holidays.iter().enumerate().rev() {
            let Some(holiday) = holiday else { continue };
            let name = Festival::named(&holiday.name).map_or(holiday.name.as_str(), |it| self.texts.name(it));
            let words = self.texts.charts_holiday(holiday.days, name);
            let wide = measure(&words, Face::Caption);
            let x = laid.point(place, 0).x;
            let middle = x.clamp(LEFT + wide / 2.0, (laid.right - wide / 2.0).max(LEFT + wide / 2.0));
            let lowest = trend.new.get(place).into_iter().chain(trend.closed.get(place)).min().copied();
            let line = laid.point(place, lowest.unwrap_or(0)).y;
            let y = laid.floor - 12.0;
            // Only where there is room below the lines and beside the one before.
            if taken - 6.0 < middle + wide / 2.0 || y - 16.0 < line {
                continue;
            }
            taken = middle - wide / 2.0;
            let colour = pen.theme.line_strong;
            pen.line(&[Point::new(x, line + 8.0), Point::new(x, y - 9.0)], Dash::Solid, (1.0, colour));
            let faint = pen.faint();
            pen.words(&words, Point::new(middle, y), Hold::Middle, faint);
        }
    }
}

/// Moves labels apart that would lie on one another, and keeps them between two heights.
fn spread(mut labels: Vec<(f32, usize)>, (top, floor): (f32, f32)) -> Vec<(f32, usize)> {
    labels.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut least = top;
    for it in &mut labels {
        it.0 = it.0.max(least);
        least = it.0 + LABEL;
    }
    let mut most = floor;
    for it in labels.iter_mut().rev() {
        it.0 = it.0.min(most);
        most = it.0 - LABEL;
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_order_and_their_distance() {
        let spread = spread(vec![(100.0, 0), (101.0, 1), (199.0, 2), (199.0, 3), (10.0, 4)], (10.0, 200.0));
        let order: Vec<usize> = spread.iter().map(|it| it.1).collect();
        assert_eq!(order, [4, 0, 1, 2, 3]);
        assert!(spread.windows(2).all(|it| LABEL <= it[1].0 - it[0].0));
        assert!(spread.iter().all(|it| (10.0..=200.0).contains(&it.0)));
    }
}
