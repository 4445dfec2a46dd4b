//! Badges: short words on a ground of their meaning.

use iced::{
    Center,
    widget::{container, row, text::IntoFragment},
};

use super::{caption, caption_strong, icon_tiny, words};
use crate::ui::{
    icon::Icon,
    style,
    theme::{Element, Face, Height, Tone},
};

/// A badge.
pub fn badge<'a, Message: 'a>(tone: Tone, content: impl IntoFragment<'a>) -> Element<'a, Message> {
    container(caption(content).wrapping(iced::widget::text::Wrapping::None))
        .height(Height::BADGE)
        .padding([0, 6])
        .align_y(Center)
        .style(style::badge::toned(tone))
        .into()
}

/// A badge with an icon before its words.
pub fn badge_icon<'a, Message: 'a>(tone: Tone, icon: Icon, content: impl IntoFragment<'a>) -> Element<'a, Message> {
    container(
        row![icon_tiny(icon), caption(content).wrapping(iced::widget::text::Wrapping::None)].spacing(4).align_y(Center),
    )
    .height(Height::BADGE)
    .padding([0, 6])
    .align_y(Center)
    .style(style::badge::toned(tone))
    .into()
}

/// P1, the only solid badge.
pub fn p1<'a, Message: 'a>(content: impl IntoFragment<'a>) -> Element<'a, Message> {
    container(caption_strong(content))
        .height(Height::BADGE)
        .padding([0, 6])
        .align_y(Center)
        .style(style::badge::solid)
        .into()
}

/// A number in a red disc; `99+` beyond 99.
#[must_use]
pub fn pip<'a, Message: 'a>(count: usize) -> Element<'a, Message> {
    let count = if count > 99 { "99+".to_owned() } else { count.to_string() };
    let narrow = count.len() == 1;
    let disc = container(
        words(Face::CaptionStrong, count).size(10).line_height(iced::widget::text::LineHeight::Absolute(14.into())),
    )
    .height(14)
    .align_x(Center)
    .style(style::badge::pip);
    if narrow { disc.width(14).into() } else { disc.padding([0, 3]).into() }
}

/// A dot in the solid colour of a meaning, 8 wide.
#[must_use]
pub fn dot<'a, Message: 'a>(tone: Tone) -> Element<'a, Message> {
    container(iced::widget::space().width(8).height(8))
        .style(move |theme| container::Style { border: iced::border::rounded(4.0), ..style::badge::block(tone)(theme) })
        .into()
}
