//! What is drawn below or above a control and takes no place of its own.

use iced::{
    Event, Length, Rectangle, Size, Vector,
    advanced::{
        Clipboard, Layout, Shell, Widget,
        layout::{Limits, Node},
        mouse, overlay, renderer,
        widget::{Id, Operation, Tree, tree},
    },
};

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
        if let Some(id) = self.decoration.id() {
            operation.container(Some(id), layout.bounds());
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
        self.decoration.draw_below(renderer, theme, layout.bounds());
        self.content.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
        self.decoration.draw_above(renderer, theme, layout.bounds());
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
