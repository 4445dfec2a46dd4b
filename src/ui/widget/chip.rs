//! Chips, ticks, radios and switches.

use std::borrow::Cow;

use iced::{
    Center,
    widget::{
        self, Row, container, row,
        text::{LineHeight, Wrapping},
    },
};

use super::{Focus, icon_tiny, keycaps, ring, words};
use crate::ui::{
    icon,
    keys::Shortcut,
    style,
    theme::{Element, Face, Height, font},
};

/// Whether something is chosen, ticked or on. A `bool` will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Chosen {
    /// Chosen.
    Yes,
    /// Not chosen.
    #[default]
    No,
}

impl From<bool> for Chosen {
    fn from(chosen: bool) -> Self {
        if chosen { Self::Yes } else { Self::No }
    }
}

/// A chip that is chosen or not.
pub fn chip<'a, Message: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    chosen: impl Into<Chosen>,
    on_press: Option<Message>,
) -> Element<'a, Message> {
    drawn(None, label.into(), None, (chosen.into(), on_press))
}

/// A chip with the key that chooses it.
pub fn chip_keyed<'a, Message: Clone + 'a>(
    keys: Shortcut,
    label: impl Into<Cow<'a, str>>,
    chosen: impl Into<Chosen>,
    on_press: Option<Message>,
) -> Element<'a, Message> {
    drawn(Some(keycaps(keys)), label.into(), None, (chosen.into(), on_press))
}

/// An active filter; pressing takes it away.
pub fn chip_removable<'a, Message: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    on_remove: Message,
) -> Element<'a, Message> {
    drawn(None, label.into(), Some(icon_tiny(icon::X).into()), (Chosen::Yes, Some(on_remove)))
}

/// Chips in as many rows as they need.
pub fn chips<'a, Message: 'a>(all: impl IntoIterator<Item = Element<'a, Message>>) -> Element<'a, Message> {
    // As high as a field, so that labels stand beside the first row.
    container(Row::with_children(all).spacing(6).wrap().vertical_spacing(6)).padding([3, 0]).into()
}

fn drawn<'a, Message: Clone + 'a>(
    before: Option<Element<'a, Message>>,
    label: Cow<'a, str>,
    behind: Option<Element<'a, Message>>,
    (chosen, on_press): (Chosen, Option<Message>),
) -> Element<'a, Message> {
    let face = match chosen {
        Chosen::Yes => Face::SmallStrong,
        Chosen::No => Face::Small,
    };
    let content =
        row![].push(before).push(words(face, label).wrapping(Wrapping::None)).push(behind).spacing(5).align_y(Center);
    let button = widget::button(container(content).height(iced::Fill).align_y(Center))
        .height(Height::CHIP)
        .padding([0, 9])
        .on_press_maybe(on_press);
    match chosen {
        Chosen::Yes => button.style(style::chip::chosen).into(),
        Chosen::No => button.style(style::chip::rest).into(),
    }
}

/// A tick with words; `None` where it cannot be changed.
pub fn check<'a, Message: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    chosen: impl Into<Chosen>,
    focus: impl Into<Focus>,
    on_toggle: Option<Message>,
) -> Element<'a, Message> {
    let label: Cow<'a, str> = label.into();
    let mut tick = widget::checkbox(chosen.into() == Chosen::Yes)
        .size(16)
        .text_size(Face::Body.size())
        .text_line_height(LineHeight::Absolute(Face::Body.line().into()))
        .font(font::REGULAR)
        .icon(widget::checkbox::Icon {
            font: font::ICONS,
            code_point: icon::CHECK.0,
            size: Some(12.into()),
            line_height: LineHeight::Absolute(12.into()),
            shaping: widget::text::Shaping::Basic,
        })
        .on_toggle_maybe(on_toggle.map(|message| move |_| message.clone()));
    if !label.is_empty() {
        tick = tick.label(label.into_owned()).spacing(7);
    }
    ring(focus.into(), tick)
}

/// One of several.
pub fn radio<'a, Message: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    chosen: impl Into<Chosen>,
    focus: impl Into<Focus>,
    on_choose: Message,
) -> Element<'a, Message> {
    let label: Cow<'a, str> = label.into();
    let chosen = (chosen.into() == Chosen::Yes).then_some(());
    ring(
        focus.into(),
        widget::radio(label.into_owned(), (), chosen, move |()| on_choose.clone())
            .size(16)
            .spacing(7)
            .text_size(Face::Body.size())
            .text_line_height(LineHeight::Absolute(Face::Body.line().into()))
            .font(font::REGULAR),
    )
}

/// On or off; `None` where it cannot be changed.
pub fn switch<'a, Message: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    on: impl Into<Chosen>,
    focus: impl Into<Focus>,
    on_toggle: Option<Message>,
) -> Element<'a, Message> {
    let label: Cow<'a, str> = label.into();
    let mut switch = widget::toggler(on.into() == Chosen::Yes)
        .size(18)
        .text_size(Face::Body.size())
        .text_line_height(LineHeight::Absolute(Face::Body.line().into()))
        .font(font::REGULAR)
        .on_toggle_maybe(on_toggle.map(|message| move |_| message.clone()));
    if !label.is_empty() {
        switch = switch.label(label.into_owned()).spacing(8);
    }
    ring(focus.into(), switch)
}
