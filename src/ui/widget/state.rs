//! Empty and loading (UI.md §8).

use std::borrow::Cow;

use iced::{
    Center, Length,
    widget::{center, column, container, row, space},
};

use super::{body, heading, icon_large, line_across};
use crate::ui::{
    icon::Icon,
    style,
    theme::{Element, Tone},
};

/// What an empty place says.
pub struct Empty<'a, Message> {
    /// `Success` for good emptiness, `Paused` for neutral, `Soon` where something is off.
    pub tone: Tone,
    /// Its icon.
    pub icon: Icon,
    /// What is not here.
    pub title: Cow<'a, str>,
    /// What will appear here, and how.
    pub words: Cow<'a, str>,
    /// One or two buttons.
    pub actions: Vec<Element<'a, Message>>,
}

/// Icon, one sentence, one button, in the middle of the room.
pub fn empty<'a, Message: 'a>(it: Empty<'a, Message>) -> Element<'a, Message> {
    let actions = (!it.actions.is_empty())
        .then(|| container(row(it.actions).spacing(8)).padding(iced::Padding { top: 8.0, ..iced::Padding::ZERO }));
    center(
        column![
            container(icon_large(it.icon, 21.0)).center(44).style(style::surface::disc(it.tone)),
            space().height(4),
            heading(it.title),
            container(body(it.words).style(style::text::ink2).align_x(Center)).max_width(300),
        ]
        .push(actions)
        .spacing(8)
        .align_x(Center),
    )
    .padding([20, 28])
    .into()
}

/// Grey rows where a list will be. Show it from 150 ms on.
#[must_use]
pub fn skeleton<'a, Message: 'a>(rows: usize) -> Element<'a, Message> {
    let bone = |width: f32| -> Element<'a, Message> {
        container(space().width(width).height(10)).style(style::surface::bone).into()
    };
    let mut drawn = column![].width(Length::Fill);
    for index in 0..rows {
        let third = [150.0, 190.0, 120.0, 170.0][index % 4];
        drawn = drawn
            .push(
                container(row![bone(84.0), bone(58.0), bone(third)].spacing(12))
                    .height(43)
                    .padding([0, 14])
                    .align_y(Center),
            )
            .push(line_across());
    }
    drawn.into()
}
