//! Charts on a canvas: what draws, what can be pressed, and the frame round what is chosen.
//!
//! A chart knows its geometry once: [`Plot::paint`] and [`Plot::spots`] read the same numbers, so that what is seen
//! is what is pressed. What is painted is kept until the cache is another one or the size changes; only the frame
//! round the chosen mark is drawn anew.

use std::rc::Rc;

use iced::{
    Color, Event, Point, Rectangle, Size,
    advanced::text::{Alignment, LineHeight},
    alignment::Vertical,
    mouse,
    widget::canvas::{self, Action, Cache, Frame, Geometry, LineCap, LineDash, LineJoin, Path, Stroke},
};

use super::fit;
use crate::ui::theme::{Element, Face, Theme};

/// A place of a chart that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot<K> {
    /// Where.
    pub area: Rectangle,
    /// What it is.
    pub key: K,
    /// What it says under the pointer.
    pub words: String,
}

/// A chart: how it is drawn in a size, and what can be chosen in it.
pub trait Plot {
    /// What its marks are told apart by.
    type Key: Copy + PartialEq + 'static;

    /// Draws it.
    fn paint(&self, pen: &mut Pen<'_>, size: Size);

    /// Its marks, in the order of the arrow keys.
    fn spots(&self, size: Size) -> Vec<Spot<Self::Key>>;
}

/// What a canvas of a chart is made of.
pub struct Drawing<P: Plot, Message> {
    /// The chart.
    pub plot: P,
    /// What was painted; a new one for new data, another theme or another language.
    pub cache: Rc<Cache>,
    /// The mark with the frame.
    pub chosen: Option<P::Key>,
    /// A mark was pressed.
    pub on_press: fn(P::Key) -> Message,
    /// The pointer is over other words, or over none.
    pub on_hover: fn(Option<String>) -> Message,
}

/// A chart, as large as said.
pub fn chart<'a, P: Plot + 'a, Message: 'a>(drawing: Drawing<P, Message>, size: Size) -> Element<'a, Message> {
    canvas::Canvas::new(drawing).width(size.width).height(size.height).into()
}

/// The mark under the pointer.
#[derive(Debug)]
pub struct Under<K>(Option<K>);

impl<K> Default for Under<K> {
    fn default() -> Self {
        Self(None)
    }
}

impl<P: Plot, Message> Drawing<P, Message> {
    fn under(&self, bounds: Rectangle, cursor: mouse::Cursor) -> Option<Spot<P::Key>> {
        let at = cursor.position_in(bounds)?;
        self.plot.spots(bounds.size()).into_iter().find(|it| it.area.contains(at))
    }
}

impl<P: Plot, Message> canvas::Program<Message, Theme> for Drawing<P, Message> {
    type State = Under<P::Key>;

    fn update(
        &self,
        under: &mut Under<P::Key>,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<Action<Message>> {
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                let spot = self.under(bounds, cursor)?;
                Some(Action::publish((self.on_press)(spot.key)).and_capture())
            }
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft) => {
                let spot = self.under(bounds, cursor);
                let key = spot.as_ref().map(|it| it.key);
                if key == under.0 {
                    return None;
                }
                under.0 = key;
                Some(Action::publish((self.on_hover)(spot.map(|it| it.words))))
            }
            Event::Mouse(_) | Event::Keyboard(_) | Event::Window(_) | Event::Touch(_) | Event::InputMethod(_) => None,
        }
    }

    fn draw(
        &self,
        _: &Under<P::Key>,
        renderer: &iced::Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _: mouse::Cursor,
    ) -> Vec<Geometry> {
        let size = bounds.size();
        let painted = self.cache.draw(renderer, size, |frame| self.plot.paint(&mut Pen { frame, theme: *theme }, size));
        let chosen = self.chosen.and_then(|key| self.plot.spots(size).into_iter().find(|it| it.key == key));
        let framed = chosen.map(|spot| {
            let mut frame = Frame::new(renderer, size);
            let area = spot.area.intersection(&Rectangle::with_size(size)).unwrap_or(spot.area).shrink(1.0);
            let path = Path::rounded_rectangle(area.position(), area.size(), 3.0.into());
            frame.stroke(&path, Stroke::default().with_color(theme.ink).with_width(2.0));
            frame.into_geometry()
        });
        [painted].into_iter().chain(framed).collect()
    }

    fn mouse_interaction(&self, _: &Under<P::Key>, bounds: Rectangle, cursor: mouse::Cursor) -> mouse::Interaction {
        if self.under(bounds, cursor).is_some() { mouse::Interaction::Pointer } else { mouse::Interaction::None }
    }
}

/// Which side of a text lies at its point; it is always in the middle of its height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Starts there.
    Left,
    /// Half of it.
    Middle,
    /// Ends there.
    Right,
}

/// Size, weight and colour of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Size and weight.
    pub face: Face,
    /// Colour.
    pub colour: Color,
}

/// How a line is drawn. The second series is dashed (UI.md 12).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dash {
    /// Whole.
    Solid,
    /// 5 on, 3 off.
    Dashed,
    /// 3 on, 3 off: rules.
    Fine,
}

/// Draws.
pub struct Pen<'a> {
    frame: &'a mut Frame,
    /// The colours.
    pub theme: Theme,
}

impl Pen<'_> {
    /// A rectangle with slightly round corners.
    pub fn block(&mut self, area: Rectangle, radius: f32, colour: Color) {
        if 0.0 < area.width && 0.0 < area.height {
            let radius = radius.min(area.width / 2.0).min(area.height / 2.0);
            self.frame.fill(&Path::rounded_rectangle(area.position(), area.size(), radius.into()), colour);
        }
    }

    /// A thin line from left to right, sharp on whole pixels.
    pub fn level(&mut self, (left, right): (f32, f32), y: f32, colour: Color) {
        self.frame.fill_rectangle(Point::new(left, y.round()), Size::new(right - left, 1.0), colour);
    }

    /// Points joined by a line.
    pub fn line(&mut self, points: &[Point], dash: Dash, (width, colour): (f32, Color)) {
        let Some((first, rest)) = points.split_first() else { return };
        let path = Path::new(|it| {
            it.move_to(*first);
            for point in rest {
                it.line_to(*point);
            }
        });
        let segments: &[f32] = match dash {
            Dash::Solid => &[],
            Dash::Dashed => &[5.0, 3.0],
            Dash::Fine => &[3.0, 3.0],
        };
        let cap = match dash {
            Dash::Solid => LineCap::Round,
            Dash::Dashed | Dash::Fine => LineCap::Butt,
        };
        let stroke = Stroke { line_dash: LineDash { segments, offset: 0 }, ..Stroke::default() };
        self.frame.stroke(
            &path,
            stroke.with_color(colour).with_width(width).with_line_cap(cap).with_line_join(LineJoin::Round),
        );
    }

    /// A filled disc.
    pub fn dot(&mut self, at: Point, radius: f32, colour: Color) {
        self.frame.fill(&Path::circle(at, radius), colour);
    }

    /// A disc of the ground with a coloured edge.
    pub fn ring(&mut self, at: Point, radius: f32, colour: Color) {
        self.dot(at, radius, self.theme.surface);
        self.frame.stroke(&Path::circle(at, radius), Stroke::default().with_color(colour).with_width(1.75));
    }

    /// Words in one line.
    pub fn words(&mut self, words: &str, at: Point, hold: Hold, look: Look) {
        let align_x = match hold {
            Hold::Left => Alignment::Left,
            Hold::Middle => Alignment::Center,
            Hold::Right => Alignment::Right,
        };
        self.frame.fill_text(canvas::Text {
            content: words.to_owned(),
            position: at,
            color: look.colour,
            size: look.face.size().into(),
            line_height: LineHeight::Absolute(look.face.line().into()),
            font: look.face.font(),
            align_x,
            align_y: Vertical::Center,
            ..canvas::Text::default()
        });
    }

    /// Words cut to a width.
    pub fn fitted(&mut self, words: &str, at: (Point, f32), hold: Hold, look: Look) {
        self.words(&fit(words, look.face, at.1), at.0, hold, look);
    }

    /// Captions: 11, ink3.
    #[must_use]
    pub fn faint(&self) -> Look {
        Look { face: Face::Caption, colour: self.theme.ink3 }
    }

    /// Names beside a chart: 12, ink2.
    #[must_use]
    pub fn plain(&self) -> Look {
        Look { face: Face::Small, colour: self.theme.ink2 }
    }

    /// Values: 12 bold.
    #[must_use]
    pub fn strong(&self) -> Look {
        Look { face: Face::SmallStrong, colour: self.theme.ink }
    }
}

/// A count as a length.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts and pixels lie far below 2^23")]
pub fn length(count: u64) -> f32 {
    count as f32
}

/// The step between at most four gridlines above zero, a round number.
#[must_use]
pub fn step(most: u64) -> u64 {
    let rough = most.max(4).div_ceil(4);
    let mut unit = 1;
    loop {
        for step in [1, 2, 5] {
            if rough <= step * unit {
                return step * unit;
            }
        }
        unit *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gridlines_are_few_and_round() {
        #[track_caller]
        fn check(most: u64, wanted: u64) {
            assert_eq!(step(most), wanted);
            assert!(most / step(most) <= 4);
        }
        check(0, 1);
        check(4, 1);
        check(5, 2);
        check(31, 10);
        check(161, 50);
        check(1_286, 500);
    }
}
