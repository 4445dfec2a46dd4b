//! The focus ring: drawn round a control without taking any space.

use iced::{
    Border, Color, Event, Length, Rectangle, Shadow, Size, Vector,
    advanced::{
        Clipboard, Layout, Renderer as _, Shell, Widget,
        layout::{Limits, Node},
        mouse, overlay, renderer,
        widget::{Id, Operation, Tree, tree},
    },
};

use crate::ui::theme::{Element, Theme};

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
    Element::new(Ring { id: None, focus, edge: OFFSET + WIDTH, content: content.into() })
}

/// The same, with an id: its place can be asked for (scrolling into view, popovers, tests).
pub fn named<'a, Message: 'a>(
    id: impl Into<Id>,
    focus: Focus,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Ring { id: Some(id.into()), focus, edge: OFFSET + WIDTH, content: content.into() })
}

/// The same with the ring inside, for what fills its place: a row of a list that clips.
pub fn named_within<'a, Message: 'a>(
    id: impl Into<Id>,
    focus: Focus,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Ring { id: Some(id.into()), focus, edge: -1.0, content: content.into() })
}

struct Ring<'a, Message> {
    id: Option<Id>,
    focus: Focus,
    /// So far outside the control.
    edge: f32,
    content: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Ring<'_, Message> {
    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn tag(&self) -> tree::Tag {
        self.content.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.content.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.content.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.content.as_widget().diff(tree);
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &iced::Renderer, limits: &Limits) -> Node {
        self.content.as_widget_mut().layout(tree, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        if self.id.is_some() {
            operation.container(self.id.as_ref(), layout.bounds());
        }
        self.content.as_widget_mut().operate(tree, layout, renderer, operation);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        self.content.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        self.content.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.content.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
        if self.focus == Focus::Here {
            renderer.fill_quad(
                renderer::Quad {
                    bounds: layout.bounds().expand(self.edge),
                    border: Border { color: theme.accent, width: WIDTH, radius: (4.0 + self.edge).max(4.0).into() },
                    shadow: Shadow::default(),
                    snap: true,
                },
                Color::TRANSPARENT,
            );
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, iced::Renderer>> {
        self.content.as_widget_mut().overlay(tree, layout, renderer, viewport, translation)
    }
}
