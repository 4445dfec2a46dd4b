//! A printed page on the screen: black on white in both themes (UI.md 5.7).

use iced::alignment::Vertical;
use iced::mouse::Cursor;
use iced::widget::canvas::{self, Cache, Frame, Geometry, Path, Stroke, Text};
use iced::widget::text::{Alignment, LineHeight, Shaping};
use iced::{Color, Point, Rectangle, Renderer, Size};

use crate::export::paper::layout::{Placed, Weight};
use crate::export::paper::{Align, Orientation};
use crate::ui::theme::{Theme, font};

/// Pixels a millimetre at 100 % of the sheet on the screen (838 px for the 297 mm of A4 landscape, UI.md 5.7).
pub const SCALE: f32 = 838.0 / 297.0;

/// A page of a form.
#[derive(Debug)]
pub struct Sheet {
    placed: Vec<Placed>,
    size: Size,
    cache: Cache,
}

impl Sheet {
    /// A page that lies as the form does.
    #[must_use]
    pub fn new(orientation: Orientation, placed: Vec<Placed>) -> Self {
        let (width, height) = orientation.sheet();
        Self { placed, size: Size::new(width * SCALE, height * SCALE), cache: Cache::new() }
    }

    /// Its size in a pane so wide, in logical pixels: never larger than drawn, smaller where there is less room.
    #[must_use]
    pub fn size_in(&self, width: f32) -> Size {
        let factor = (width / self.size.width).min(1.0);
        Size::new(self.size.width * factor, self.size.height * factor)
    }

    fn paint(&self, frame: &mut Frame, theme: &Theme) {
        frame.fill_rectangle(Point::ORIGIN, self.size, theme.paper);
        for it in &self.placed {
            let at = Point::new(it.area.x * SCALE, it.area.y * SCALE);
            let size = Size::new(it.area.width * SCALE, it.area.height * SCALE);
            if it.grey {
                frame.fill_rectangle(at, size, GREY);
            }
            if it.bordered {
                let border = Stroke::default().with_width(0.6).with_color(theme.paper_ink);
                frame.stroke(&Path::rectangle(at, size), border);
            }
            frame.fill_text(text(it, theme));
        }
    }
}

/// The grey of a printed head row (FORMS 4.1: D9D9D9).
const GREY: Color = Color::from_rgb(217.0 / 255.0, 217.0 / 255.0, 217.0 / 255.0);

/// Millimetres between a border and its text.
const PAD: f32 = 1.0;

fn text(it: &Placed, theme: &Theme) -> Text {
    let pad = if it.bordered { PAD } else { 0.0 };
    let (x, align) = match it.align {
        Align::Left => (it.area.x + pad, Alignment::Left),
        Align::Centre => (it.area.x + it.area.width / 2.0, Alignment::Center),
        Align::Right => (it.area.x + it.area.width - pad, Alignment::Right),
    };
    let size = it.points * 0.3528 * SCALE;
    Text {
        content: it.text.clone(),
        position: Point::new(x * SCALE, (it.area.y + it.area.height / 2.0) * SCALE),
        max_width: (it.area.width - 2.0 * pad) * SCALE,
        color: theme.paper_ink,
        size: size.into(),
        line_height: LineHeight::Relative(1.3),
        font: match it.weight {
            Weight::Regular => font::REGULAR,
            Weight::Bold => font::BOLD,
        },
        align_x: align,
        align_y: Vertical::Center,
        shaping: Shaping::Advanced,
    }
}

impl<Message> canvas::Program<Message, Theme> for Sheet {
    type State = ();

    fn draw(&self, (): &(), renderer: &Renderer, theme: &Theme, bounds: Rectangle, _: Cursor) -> Vec<Geometry> {
        vec![self.cache.draw(renderer, bounds.size(), |frame| {
            frame.scale(bounds.width / self.size.width);
            self.paint(frame, theme);
        })]
    }
}
