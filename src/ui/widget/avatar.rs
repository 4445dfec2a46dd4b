//! People as discs with their surname.

use iced::{
    Center,
    widget::{container, text::LineHeight},
};

use super::{icon_tiny, words};
use crate::ui::{
    icon::Icon,
    style,
    theme::{Element, Face},
};

/// A person, 22 wide: the first character of the name.
#[must_use]
pub fn avatar<'a, Message: 'a>(name: &str) -> Element<'a, Message> {
    disc(initial(name), 22.0, 11.0)
}

/// A person, 28 wide.
#[must_use]
pub fn avatar_large<'a, Message: 'a>(name: &str) -> Element<'a, Message> {
    disc(initial(name), 28.0, 13.0)
}

/// A person on a card or in a list, 22 wide, without colour.
#[must_use]
pub fn avatar_plain<'a, Message: 'a>(name: &str) -> Element<'a, Message> {
    container(words(Face::CaptionStrong, initial(name)).line_height(LineHeight::Absolute(22.0.into())).align_x(Center))
        .center(22)
        .style(style::badge::avatar_nobody)
        .into()
}

/// Somebody is still to be found, 22 wide.
#[must_use]
pub fn avatar_icon<'a, Message: 'a>(icon: Icon) -> Element<'a, Message> {
    container(icon_tiny(icon)).center(22).style(style::badge::avatar_nobody).into()
}

/// Nobody yet, 22 wide.
#[must_use]
pub fn avatar_nobody<'a, Message: 'a>() -> Element<'a, Message> {
    container(words(Face::CaptionStrong, "–")).center(22).style(style::badge::avatar_nobody).into()
}

fn initial(name: &str) -> String {
    name.chars().next().map(|it| it.to_uppercase().collect()).unwrap_or_default()
}

fn disc<'a, Message: 'a>(initial: String, width: f32, size: f32) -> Element<'a, Message> {
    container(
        words(Face::CaptionStrong, initial).size(size).line_height(LineHeight::Absolute(width.into())).align_x(Center),
    )
    .center(width)
    .style(style::badge::avatar)
    .into()
}
