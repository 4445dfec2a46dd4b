//! Cards, panes, their heads and feet, lines and scrolling.

use std::borrow::Cow;

use iced::{
    Center, Length,
    widget::{Column, Container, Id, Row, Rule, Scrollable, column, container, row, rule, scrollable, text::Wrapping},
};

use super::{heading, hint, icon as glyph, small_strong, strong};
use crate::ui::{
    icon::Icon,
    style,
    theme::{Element, Height, Theme, Tone},
};

/// A line from left to right.
#[must_use]
pub fn line_across<'a>() -> Rule<'a, Theme> {
    rule::horizontal(1)
}

/// A line from top to bottom.
#[must_use]
pub fn line_down<'a>() -> Rule<'a, Theme> {
    rule::vertical(1)
}

/// Things side by side, in the middle of their height.
pub fn across<'a, Message: 'a>(
    gap: f32,
    all: impl IntoIterator<Item = Element<'a, Message>>,
) -> Row<'a, Message, Theme> {
    Row::with_children(all).spacing(gap).align_y(Center)
}

/// Things below each other.
pub fn down<'a, Message: 'a>(
    gap: f32,
    all: impl IntoIterator<Item = Element<'a, Message>>,
) -> Column<'a, Message, Theme> {
    Column::with_children(all).spacing(gap)
}

/// A card.
pub fn card<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Container<'a, Message, Theme> {
    // The border is drawn below the content: one pixel keeps it in sight.
    container(content).padding(1).style(style::surface::card)
}

/// The head of a card: icon, name, more words, and what stands at the right.
pub fn card_head<'a, Message: 'a>(
    icon: Option<Icon>,
    name: impl Into<Cow<'a, str>>,
    more: impl Into<Cow<'a, str>>,
    trailing: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    head(icon.map(|icon| glyph(icon).style(style::text::ink2).into()), name.into(), more.into(), trailing)
}

/// The same with an icon that means something.
pub fn card_head_toned<'a, Message: 'a>(
    (icon, tone): (Icon, Tone),
    name: impl Into<Cow<'a, str>>,
    more: impl Into<Cow<'a, str>>,
    trailing: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    head(Some(glyph(icon).style(style::text::toned(tone)).into()), name.into(), more.into(), trailing)
}

fn head<'a, Message: 'a>(
    sign: Option<Element<'a, Message>>,
    name: Cow<'a, str>,
    more: Cow<'a, str>,
    trailing: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let head = container(
        row![]
            .push(sign)
            .push(strong(name))
            // What is said beside the name gives way to what can be pressed.
            .push(container(hint(more).wrapping(Wrapping::None)).width(Length::Fill).clip(true))
            .push(trailing)
            .spacing(8)
            .align_y(Center),
    )
    .height(Height::CARD_HEAD - 1.0)
    .padding([0, 14])
    .align_y(Center);
    column![head, line_across()].into()
}

/// The head of a pane, 46 high, with a line below.
pub fn pane_head<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let head = container(content)
        .height(Height::PANE_HEAD - 1.0)
        .width(Length::Fill)
        .padding([0, 16])
        .align_y(Center)
        .style(style::surface::pane);
    column![head, line_across()].into()
}

/// The foot of a pane, 54 high, with a line above.
pub fn pane_foot<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let foot = container(content)
        .height(Height::FOOTER - 1.0)
        .width(Length::Fill)
        .padding([0, 14])
        .align_y(Center)
        .style(style::surface::pane);
    column![line_across(), foot].into()
}

/// The title of a page or pane with more words beside it.
pub fn page_head<'a, Message: 'a>(
    name: impl Into<Cow<'a, str>>,
    more: impl Into<Cow<'a, str>>,
) -> Element<'a, Message> {
    row![heading(name.into()), hint(more.into())].spacing(12).align_y(Center).into()
}

/// The name of a section in a list or inspector, with a line to the right.
pub fn section_head<'a, Message: 'a>(name: impl Into<Cow<'a, str>>) -> Element<'a, Message> {
    row![small_strong(name.into()).style(style::text::ink3), line_across()].spacing(8).height(28).align_y(Center).into()
}

/// Scrolls from top to bottom with a thin bar.
pub fn scroll<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Scrollable<'a, Message, Theme> {
    scrollable(content).direction(style::scroll::vertical()).width(Length::Fill).height(Length::Fill)
}

/// The same with an id, to scroll things into view.
pub fn scroll_named<'a, Message: 'a>(
    id: impl Into<Id>,
    content: impl Into<Element<'a, Message>>,
) -> Scrollable<'a, Message, Theme> {
    scroll(content).id(id)
}
