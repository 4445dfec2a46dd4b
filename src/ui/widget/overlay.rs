//! What lies over the screen: tips, popovers, modals, toasts.

use std::{borrow::Cow, time::Duration};

use iced::{
    Center, Length, Point,
    widget::{
        self, Pin, button, center, column, container, mouse_area, opaque, pin, row, space, text::Wrapping, tooltip,
    },
};

use super::{
    body, heading, icon as glyph, icon_button, icon_large, lift, line_across, line_down, small, strong, title,
};
use crate::ui::{
    icon::{self, Icon},
    style::{self, Elevation},
    theme::{Element, Height, Radius, Theme, Tone},
};

/// The widths of modals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 420
    Narrow,
    /// 520
    Ordinary,
    /// 720
    Wide,
}

impl Width {
    const fn px(self) -> f32 {
        match self {
            Self::Narrow => 420.0,
            Self::Ordinary => 520.0,
            Self::Wide => 720.0,
        }
    }
}

/// Words under the pointer.
pub fn tip<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    words: impl Into<Cow<'a, str>>,
) -> Element<'a, Message> {
    let words = container(small(words.into())).padding([4, 8]).max_width(360).style(style::surface::tip);
    let words = lift(Elevation::Popover, Radius::Control, words);
    tooltip(content, words, tooltip::Position::Bottom).gap(4).delay(Duration::from_millis(400)).into()
}

/// A menu or list over the screen, `width` wide.
pub fn popover<'a, Message: 'a>(
    width: impl Into<Length>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let drawn = container(content).width(width).padding(5).style(style::surface::popover);
    opaque(lift(Elevation::Popover, Radius::Card, drawn))
}

/// Puts an overlay with its upper left corner at a place of the window.
pub fn place<'a, Message: 'a>(
    at: Point,
    overlay: impl Into<Element<'a, Message>>,
) -> Pin<'a, Message, Theme, iced::Renderer> {
    pin(overlay).position(at)
}

/// Dims the screen below a modal and keeps the pointer away from it. `on_scrim` is what a press beside the modal
/// says: `None` when something was typed.
pub fn scrimmed<'a, Message: Clone + 'a>(
    modal: impl Into<Element<'a, Message>>,
    on_scrim: Option<Message>,
) -> Element<'a, Message> {
    let ground = center(opaque(modal)).style(style::surface::scrim);
    match on_scrim {
        Some(message) => opaque(mouse_area(ground).on_press(message)),
        None => opaque(ground),
    }
}

/// A modal: title, content, foot of buttons (see [`modal_foot`]).
pub fn modal<'a, Message: 'a>(
    (width, tone, icon): (Width, Tone, Icon),
    name: impl Into<Cow<'a, str>>,
    content: impl Into<Element<'a, Message>>,
    foot: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let disc = container(icon_large(icon, 18.0)).center(36).style(style::surface::disc(tone));
    let drawn = container(column![
        container(row![disc, column![title(name.into()), content.into()].spacing(8).width(Length::Fill)].spacing(12))
            .padding(iced::Padding { top: 22.0, right: 24.0, bottom: 18.0, left: 24.0 }),
        line_across(),
        foot.into(),
    ])
    .width(width.px())
    .style(style::surface::modal);
    lift(Elevation::Modal, Radius::Modal, drawn)
}

/// The foot of a modal: the safe button first, the primary last, both at the right.
pub fn modal_foot<'a, Message: 'a>(
    safe: impl Into<Element<'a, Message>>,
    primary: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let buttons = row![space().width(Length::Fill), safe.into(), primary.into()].spacing(8).align_y(Center);
    foot_of_modal(Height::FOOTER, buttons)
}

/// The ground of a modal's foot: that of table heads, inside the frame.
pub fn foot_of_modal<'a, Message: 'a>(height: f32, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let ground = container(content)
        .height(Length::Fill)
        .width(Length::Fill)
        .padding([0, 16])
        .align_y(Center)
        .style(style::surface::modal_foot);
    container(ground).height(height).padding(iced::Padding { top: 0.0, right: 1.0, bottom: 1.0, left: 1.0 }).into()
}

/// The head of a popover or dock with a title and a way to close it.
pub fn overlay_head<'a, Message: Clone + 'a>(
    name: impl Into<Cow<'a, str>>,
    close: (impl Into<Cow<'a, str>>, Message),
) -> Element<'a, Message> {
    container(
        row![heading(name.into()), space().width(Length::Fill), icon_button(icon::X, close.0, Some(close.1), 0)]
            .align_y(Center),
    )
    .height(Height::PANE_HEAD)
    .padding([0, 16])
    .align_y(Center)
    .into()
}

/// What a toast says: verb, object, result; and how to take it back.
pub struct Toast<'a, Message> {
    /// Its icon.
    pub icon: Icon,
    /// One line.
    pub words: Cow<'a, str>,
    /// 撤销 and its message.
    pub undo: Option<(Cow<'a, str>, Message)>,
}

/// A toast, 46 high.
pub fn toast<'a, Message: Clone + 'a>(it: Toast<'a, Message>) -> Element<'a, Message> {
    let undo = it.undo.map(|(label, message)| {
        row![
            container(line_down()).height(18),
            button(strong(label).wrapping(Wrapping::None))
                .padding([6, 8])
                .style(style::button::on_toast)
                .on_press(message)
        ]
        .spacing(4)
        .align_y(Center)
    });
    let drawn = container(
        row![
            glyph(it.icon).style(|theme: &Theme| widget::text::Style { color: Some(theme.toast_good) }),
            body(it.words).wrapping(Wrapping::None)
        ]
        .push(undo)
        .spacing(12)
        .align_y(Center),
    )
    .height(Height::TOAST)
    .padding(iced::Padding { top: 0.0, right: 14.0, bottom: 0.0, left: 14.0 })
    .align_y(Center)
    .style(style::surface::toast);
    opaque(lift(Elevation::Popover, Radius::Card, drawn))
}
