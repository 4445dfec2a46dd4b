//! Clock chips and the large ring (UI.md §10). They are told what to show; they know no clock.

use std::{borrow::Cow, f32::consts::TAU};

use iced::{
    Center, Point, Radians, Rectangle, Renderer,
    advanced::mouse,
    widget::{
        Canvas, canvas,
        canvas::{Frame, Geometry, Path, Stroke, path::Arc},
        column, container, row, stack,
        text::Wrapping,
    },
};

use super::{caption, icon_small, small, small_strong, tip, words};
use crate::ui::{
    icon, style,
    theme::{Element, Face, Height, Theme, Tone},
};

/// What a clock chip shows. The words must be complete without the ring.
#[derive(Debug, Clone, PartialEq)]
pub struct Clock<'a> {
    /// `Ontime`, `Soon`, `Late`, `Paused`, `Escalated`; `Success` for one that was met, for ever.
    pub tone: Tone,
    /// The share of the limit that is left, 0 to 1.
    pub share: f32,
    /// Which limit: 派单, 汇报, …
    pub name: Cow<'a, str>,
    /// 剩 13 分, 超 7 分, …
    pub words: Cow<'a, str>,
    /// What appears under the pointer: the due time by the wall clock. May be empty.
    pub hint: Cow<'a, str>,
}

/// A clock chip.
#[must_use]
pub fn clock<'a, Message: 'a>(it: Clock<'a>) -> Element<'a, Message> {
    let sign: Element<'a, Message> = match it.tone {
        Tone::Plain | Tone::Accent | Tone::Info | Tone::Ontime => ring(14.0, 2.5, it.share, Tone::Ontime),
        Tone::Soon => ring(14.0, 2.5, it.share, Tone::Soon),
        Tone::Late => icon_small(icon::ALARM_CLOCK).into(),
        Tone::Paused => icon_small(icon::CIRCLE_PAUSE).into(),
        Tone::Escalated => icon_small(icon::CHEVRONS_UP).into(),
        Tone::Success => icon_small(icon::CIRCLE_CHECK).into(),
    };
    let burning = matches!(it.tone, Tone::Soon | Tone::Late);
    let told = if burning { small_strong(it.words) } else { small(it.words) };
    let name = (!it.name.is_empty()).then(|| small(it.name).wrapping(Wrapping::None));
    let padding = match it.tone {
        Tone::Plain | Tone::Accent | Tone::Info | Tone::Ontime => [0, 0],
        Tone::Success | Tone::Soon | Tone::Late | Tone::Paused | Tone::Escalated => [0, 6],
    };
    let chip = container(
        row![sign].push(row![].push(name).push(told.wrapping(Wrapping::None)).spacing(5)).spacing(5).align_y(Center),
    )
    .height(Height::CLOCK)
    .padding(padding)
    .align_y(Center)
    .style(style::chip::clock(it.tone));
    if it.hint.is_empty() { chip.into() } else { tip(chip, it.hint) }
}

/// The large ring: 72 wide, a number and its unit in the middle.
pub fn ring72<'a, Message: 'a>(
    tone: Tone,
    share: f32,
    number: impl Into<Cow<'a, str>>,
    unit: impl Into<Cow<'a, str>>,
) -> Element<'a, Message> {
    let number = words(Face::Title, number.into()).line_height(iced::widget::text::LineHeight::Absolute(20.into()));
    let unit =
        caption(unit.into()).style(style::text::ink3).line_height(iced::widget::text::LineHeight::Absolute(13.into()));
    let number = match tone {
        Tone::Late => number.style(style::text::toned(Tone::Late)),
        Tone::Plain
        | Tone::Accent
        | Tone::Ontime
        | Tone::Soon
        | Tone::Paused
        | Tone::Success
        | Tone::Info
        | Tone::Escalated => number,
    };
    stack![ring(72.0, 6.0, share, tone), container(column![number, unit].align_x(Center)).center(72)].into()
}

fn ring<'a, Message: 'a>(size: f32, width: f32, share: f32, tone: Tone) -> Element<'a, Message> {
    Canvas::new(Ring { size, width, share: share.clamp(0.0, 1.0), tone }).width(size).height(size).into()
}

struct Ring {
    size: f32,
    width: f32,
    share: f32,
    tone: Tone,
}

impl<Message> canvas::Program<Message, Theme> for Ring {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let tint = theme.tint(self.tone);
        let mut frame = Frame::new(renderer, bounds.size());
        let center = Point::new(self.size / 2.0, self.size / 2.0);
        let radius = (self.size - self.width) / 2.0;
        let stroke = |color| Stroke::default().with_width(self.width).with_color(color);
        frame.stroke(&Path::circle(center, radius), stroke(tint.border));
        if self.share > 0.0 {
            let top = -TAU / 4.0;
            let arc = Path::new(|path| {
                path.arc(Arc { center, radius, start_angle: Radians(top), end_angle: Radians(top + TAU * self.share) });
            });
            frame.stroke(&arc, stroke(tint.solid));
        }
        vec![frame.into_geometry()]
    }
}
