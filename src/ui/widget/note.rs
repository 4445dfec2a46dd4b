//! Notes in place and banners across the screen.

use std::borrow::Cow;

use iced::{
    Center, Length, Top,
    widget::{column, container, row},
};

use super::{icon as glyph, line_across, small, small_strong, strong};
use crate::ui::{
    icon::Icon,
    style,
    theme::{Element, Height, Tone},
};

/// What a note or banner says.
pub struct Note<'a, Message> {
    /// What it means.
    pub tone: Tone,
    /// Its icon.
    pub icon: Icon,
    /// What happened.
    pub title: Cow<'a, str>,
    /// The way out, or more of it. May be empty.
    pub words: Cow<'a, str>,
    /// Buttons.
    pub actions: Vec<Element<'a, Message>>,
}

/// A note in place.
#[must_use]
pub fn note<'a, Message: 'a>(it: Note<'a, Message>) -> Element<'a, Message> {
    let below = (!it.words.is_empty()).then(|| small(it.words));
    container(
        row![
            container(glyph(it.icon)).padding([2, 0]),
            column![strong(it.title)].push(below).spacing(2).width(Length::Fill),
        ]
        .extend(it.actions)
        .spacing(9)
        .align_y(Top),
    )
    .padding([9, 12])
    .width(Length::Fill)
    .style(style::surface::note(it.tone))
    .into()
}

/// A bar under the top bar: unsaved, offline, read-only.
#[must_use]
pub fn banner<'a, Message: 'a>(it: Note<'a, Message>) -> Element<'a, Message> {
    let tone = it.tone;
    let bar = container(
        row![glyph(it.icon), small_strong(it.title), small(it.words).width(Length::Fill)]
            .extend(it.actions)
            .spacing(8)
            .align_y(Center),
    )
    .padding([0, 16])
    .height(Height::PANE_HEAD - 1.0)
    .width(Length::Fill)
    .align_y(Center)
    .style(style::surface::banner(tone));
    column![bar, line_across().style(style::surface::line_toned(tone))].into()
}
