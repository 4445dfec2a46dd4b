//! The focus ring: drawn round a control without taking any space.

use iced::{
    Border, Color, Rectangle, Shadow,
    advanced::{Renderer as _, renderer, widget::Id},
    border,
};

use super::decorated::{Decoration, decorated};
use crate::ui::theme::{Element, Radius, Theme};

/// Whether the focus is at a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// Here.
    Here,
    /// Somewhere else.
    #[default]
    Elsewhere,
}

impl From<bool> for Focus {
    fn from(here: bool) -> Self {
        if here { Self::Here } else { Self::Elsewhere }
    }
}

/// 2 px of accent, 2 px away from the control.
const WIDTH: f32 = 2.0;
const OFFSET: f32 = 2.0;

/// Draws the focus ring round `content` while the focus is here.
pub fn ring<'a, Message: 'a>(focus: Focus, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    decorated(Ring { id: None, focus, edge: OFFSET + WIDTH, radius: border::radius(4.0 + OFFSET + WIDTH) }, content)
}

/// The same, with an id: its place can be asked for (scrolling into view, popovers, tests).
pub fn named<'a, Message: 'a>(
    id: impl Into<Id>,
    focus: Focus,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    decorated(
        Ring { id: Some(id.into()), focus, edge: OFFSET + WIDTH, radius: border::radius(4.0 + OFFSET + WIDTH) },
        content,
    )
}

/// The same with the ring inside, for what fills its place: a row of a list that clips.
pub fn named_within<'a, Message: 'a>(
    id: impl Into<Id>,
    focus: Focus,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    decorated(Ring { id: Some(id.into()), focus, edge: -1.0, radius: border::radius(4.0) }, content)
}

/// The same in the place of the frame that a control has, above what it holds: nothing inside breaks it.
pub fn framed<'a, Message: 'a>(
    id: Option<Id>,
    focus: Focus,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    decorated(Ring { id, focus, edge: 0.0, radius: Radius::Control.into() }, content)
}

struct Ring {
    id: Option<Id>,
    focus: Focus,
    /// So far outside the control.
    edge: f32,
    radius: border::Radius,
}

impl Decoration for Ring {
    fn id(&self) -> Option<&Id> {
        self.id.as_ref()
    }

    fn draw_above(&self, renderer: &mut iced::Renderer, theme: &Theme, bounds: Rectangle) {
        if self.focus == Focus::Elsewhere {
            return;
        }
        renderer.fill_quad(
            renderer::Quad {
                bounds: bounds.expand(self.edge),
                border: Border { color: theme.accent, width: WIDTH, radius: self.radius },
                shadow: Shadow::default(),
                snap: true,
            },
            Color::TRANSPARENT,
        );
    }
}
