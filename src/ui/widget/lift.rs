//! The shadow below what floats: popovers, modals, toasts, a dragged card.
//!
//! iced's own shadows are drawn unclipped by the software renderer (`iced_tiny_skia` 0.14.1), so that every small
//! redraw darkens what lies around; here a shadow is a few translucent quads, the same on every renderer.

use iced::{
    Border, Event, Length, Rectangle, Shadow, Size, Vector,
    advanced::{
        Clipboard, Layout, Renderer as _, Shell, Widget,
        layout::{Limits, Node},
        mouse, overlay, renderer,
        widget::{Operation, Tree, tree},
    },
    border,
};

use crate::ui::{
    style::{Elevation, shadow},
    theme::{Element, Radius, Theme},
};

/// More of them make the edge softer.
const QUADS: u8 = 8;

/// Lets `content`, whose corners are as round as said, float above the screen.
pub fn lift<'a, Message: 'a>(
    elevation: Elevation,
    radius: Radius,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Lift { elevation, radius, content: content.into() })
}

struct Lift<'a, Message> {
    elevation: Elevation,
    radius: Radius,
    content: Element<'a, Message>,
}

impl<Message> Lift<'_, Message> {
    fn draw_shadow(&self, renderer: &mut iced::Renderer, theme: &Theme, bounds: Rectangle) {
        let shadow = shadow(theme, self.elevation);
        let color = shadow.color.scale_alpha(0.55 / f32::from(QUADS));
        let corner = border::Radius::from(self.radius).top_left;
        for quad in 0..QUADS {
            let spread = shadow.blur * 0.8 * f32::from(quad) / f32::from(QUADS);
            renderer.fill_quad(
                renderer::Quad {
                    bounds: (bounds + Vector::new(0.0, shadow.offset)).expand(spread),
                    border: Border { radius: (corner + spread).into(), ..Border::default() },
                    shadow: Shadow::default(),
                    snap: false,
                },
                color,
            );
        }
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Lift<'_, Message> {
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
        self.draw_shadow(renderer, theme, layout.bounds());
        self.content.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
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
