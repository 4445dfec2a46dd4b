//! Something that hangs below a control: a list, a calendar, a menu. It finds its own place and never leaves the
//! window; the screen only says whether it is open.

use iced::{
    Event, Point, Rectangle, Size, Vector,
    advanced::{
        Clipboard, Layout, Shell, Widget,
        layout::{Limits, Node},
        mouse, overlay, renderer,
        widget::{Operation, Tree},
    },
    touch,
};

use super::passing::pass_on;
use crate::ui::theme::{Element, Theme};

/// Between the control and what hangs below it.
const GAP: f32 = 4.0;

/// Hangs `popup` below `control` while there is one: as wide as the control, or as `width` where that is more. A press
/// beside the popup and the control says `on_leave`.
pub fn dropdown<'a, Message: Clone + 'a>(
    control: impl Into<Element<'a, Message>>,
    popup: Option<Element<'a, Message>>,
    width: Option<f32>,
    on_leave: Message,
) -> Element<'a, Message> {
    let open = if popup.is_some() { Open::Yes } else { Open::No };
    let popup = popup.unwrap_or_else(|| iced::widget::space().into());
    Element::new(Dropdown { control: control.into(), popup, open, width, on_leave })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Yes,
    No,
}

struct Dropdown<'a, Message> {
    control: Element<'a, Message>,
    popup: Element<'a, Message>,
    open: Open,
    width: Option<f32>,
    on_leave: Message,
}

impl<Message: Clone> Widget<Message, Theme, iced::Renderer> for Dropdown<'_, Message> {
    pass_on!(control: size, layout, operate, update, mouse_interaction, draw);

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.control), Tree::new(&self.popup)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[&self.control, &self.popup]);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, iced::Renderer>> {
        let (first, second) = tree.children.split_at_mut(1);
        let inner = self.control.as_widget_mut().overlay(&mut first[0], layout, renderer, viewport, translation);
        let popup = (self.open == Open::Yes).then(|| {
            let control = layout.bounds() + translation;
            overlay::Element::new(Box::new(Popup {
                content: &mut self.popup,
                tree: &mut second[0],
                control,
                width: self.width.unwrap_or_default().max(control.width),
                on_leave: &self.on_leave,
            }))
        });
        let all = inner.into_iter().chain(popup).collect::<Vec<_>>();
        (!all.is_empty()).then(|| overlay::Group::with_children(all).overlay())
    }
}

struct Popup<'a, 'b, Message> {
    content: &'b mut Element<'a, Message>,
    tree: &'b mut Tree,
    control: Rectangle,
    width: f32,
    on_leave: &'b Message,
}

impl<Message: Clone> overlay::Overlay<Message, Theme, iced::Renderer> for Popup<'_, '_, Message> {
    fn layout(&mut self, renderer: &iced::Renderer, bounds: Size) -> Node {
        let below = bounds.height - (self.control.y + self.control.height) - 2.0 * GAP;
        let above = self.control.y - 2.0 * GAP;
        let room = below.max(above).max(0.0);
        let limits = Limits::new(Size::ZERO, Size::new(self.width.min(bounds.width), room)).width(self.width);
        let node = self.content.as_widget_mut().layout(self.tree, renderer, &limits);
        let size = node.size();
        let y = if size.height <= below || above <= below {
            self.control.y + self.control.height + GAP
        } else {
            self.control.y - GAP - size.height
        };
        let x = self.control.x.min(bounds.width - size.width - GAP).max(0.0);
        node.move_to(Point::new(x, y))
    }

    fn draw(
        &self,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
    ) {
        self.content.as_widget().draw(self.tree, renderer, theme, style, layout, cursor, &layout.bounds());
    }

    fn operate(&mut self, layout: Layout<'_>, renderer: &iced::Renderer, operation: &mut dyn Operation) {
        self.content.as_widget_mut().operate(self.tree, layout, renderer, operation);
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let pressed = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. })
        );
        if pressed && !cursor.is_over(layout.bounds()) && !cursor.is_over(self.control) {
            shell.publish(self.on_leave.clone());
        }
        let viewport = layout.bounds();
        self.content.as_widget_mut().update(self.tree, event, layout, cursor, renderer, clipboard, shell, &viewport);
        // What lies below must not hear a press or a turn of the wheel that was meant for the popup.
        let meant = matches!(event, Event::Mouse(_) | Event::Touch(_)) && cursor.is_over(layout.bounds());
        if meant {
            shell.capture_event();
        }
    }

    fn mouse_interaction(
        &self,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        self.content.as_widget().mouse_interaction(self.tree, layout, cursor, &layout.bounds(), renderer)
    }

    fn overlay<'c>(
        &'c mut self,
        layout: Layout<'c>,
        renderer: &iced::Renderer,
    ) -> Option<overlay::Element<'c, Message, Theme, iced::Renderer>> {
        self.content.as_widget_mut().overlay(self.tree, layout, renderer, &layout.bounds(), Vector::ZERO)
    }
}
