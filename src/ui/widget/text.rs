//! Words in their roles (UI.md §2.2) and icons.
//!
//! Text takes the colour of what it stands on unless it is given a `style::text`.

use iced::{
    Pixels, alignment,
    widget::text::{IntoFragment, LineHeight, Wrapping},
};

use super::Text;
use crate::ui::{
    icon::Icon,
    style,
    theme::{Face, font},
};

/// Words in a role.
#[must_use]
pub fn words<'a>(face: Face, words: impl IntoFragment<'a>) -> Text<'a> {
    Text::new(words)
        .size(face.size())
        .line_height(LineHeight::Absolute(Pixels(face.line())))
        .font(face.font())
        .wrapping(Wrapping::WordOrGlyph)
}

/// 11/16
#[must_use]
pub fn caption<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Caption, content)
}

/// 11/16 bold
#[must_use]
pub fn caption_strong<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::CaptionStrong, content)
}

/// 12/18
#[must_use]
pub fn small<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Small, content)
}

/// 12/18 bold
#[must_use]
pub fn small_strong<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::SmallStrong, content)
}

/// 13/20
#[must_use]
pub fn body<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Body, content)
}

/// 13/20 bold
#[must_use]
pub fn strong<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Strong, content)
}

/// 14/22
#[must_use]
pub fn lead<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Lead, content)
}

/// 14/22 bold
#[must_use]
pub fn lead_strong<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::LeadStrong, content)
}

/// 15/22 bold
#[must_use]
pub fn heading<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Heading, content)
}

/// 18/26 bold
#[must_use]
pub fn title<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Title, content)
}

/// 22/28 bold
#[must_use]
pub fn figure<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Figure, content)
}

/// 20/34
#[must_use]
pub fn prompter<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    words(Face::Prompter, content)
}

/// A secondary line: small, ink3.
#[must_use]
pub fn hint<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    small(content).style(style::text::ink3)
}

/// The label of a field: small, ink2.
#[must_use]
pub fn label<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    small(content).style(style::text::ink2)
}

/// Words that lead somewhere; put them into a `button(..).link()` to press them.
#[must_use]
pub fn link<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    small(content).style(style::text::link)
}

/// An icon in a line of text: 16.
#[must_use]
pub fn icon<'a>(icon: Icon) -> Text<'a> {
    sized(icon, 16.0)
}

/// An icon in a chip or small button: 14.
#[must_use]
pub fn icon_small<'a>(icon: Icon) -> Text<'a> {
    sized(icon, 14.0)
}

/// An icon in a badge or the status bar: 12.
#[must_use]
pub fn icon_tiny<'a>(icon: Icon) -> Text<'a> {
    sized(icon, 12.0)
}

/// An icon in the slim rail: 18, or larger in an empty state.
#[must_use]
pub fn icon_large<'a>(icon: Icon, size: f32) -> Text<'a> {
    sized(icon, size)
}

fn sized<'a>(icon: Icon, size: f32) -> Text<'a> {
    Text::new(icon.0.to_string())
        .font(font::ICONS)
        .size(size)
        .line_height(LineHeight::Absolute(Pixels(size)))
        .width(size)
        .height(size)
        .align_x(alignment::Horizontal::Center)
        .align_y(alignment::Vertical::Center)
        .wrapping(Wrapping::None)
}
