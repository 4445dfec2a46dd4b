//! What is drawn below or above a control and takes no place of its own.

use iced::{
    Rectangle,
    advanced::{
        Layout, Widget, mouse, renderer,
        widget::{Id, Operation, Tree},
    },
};

use super::passing::pass_on;
use crate::ui::theme::{Element, Theme};

/// Something drawn round a control.
pub trait Decoration {
    /// What its place is asked for by.
    fn id(&self) -> Option<&Id> {
        None
    }

    /// Draws what lies below the control.
    fn draw_below(&self, _renderer: &mut iced::Renderer, _theme: &Theme, _bounds: Rectangle) {}

    /// Draws what lies above it.
    fn draw_above(&self, _renderer: &mut iced::Renderer, _theme: &Theme, _bounds: Rectangle) {}
}

/// A control with something drawn round it; in all else it is the control.
pub fn decorated<'a, Message: 'a>(
    decoration: impl Decoration + 'a,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Decorated { decoration, content: content.into() })
}

struct Decorated<'a, Message, D> {
    decoration: D,
    content: Element<'a, Message>,
}

impl<Message, D: Decoration> Widget<Message, Theme, iced::Renderer> for Decorated<'_, Message, D> {
    pass_on!(content: size, children, diff, layout, update, mouse_interaction, overlay);

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        if let Some(id) = self.decoration.id() {
            operation.container(Some(id), layout.bounds());
        }
        self.content.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
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
        self.decoration.draw_below(renderer, theme, layout.bounds());
        self.content.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
        self.decoration.draw_above(renderer, theme, layout.bounds());
    }
}
