//! The bar on top: where one is, search, cloak, bell.

use iced::{
    Border, Center, Color, Length,
    widget::{button, column, container, row, space},
};

use super::{Layer, Message, Shell};
use crate::ui::{
    env::{Cloak, Frame, Room},
    icon,
    keys::Shortcut,
    style,
    theme::{Element, Face, Height, Theme},
    widget::{fitted, heading, hint, icon_button, icon_small, keycaps, line_across},
};

pub(super) fn view<'a>(env: &Frame<'a>, shell: &'a Shell) -> Element<'a, Message> {
    let cloak = match env.cloak {
        Cloak::Off => icon_button(icon::EYE, hinted(env.texts.cloak_on()), Some(Message::CloakToggled), 0),
        Cloak::On => icon_button(icon::EYE_OFF, hinted(env.texts.cloak_off()), Some(Message::CloakToggled), 0),
    };
    let bell = icon_button(
        icon::BELL,
        env.texts.bell(),
        Some(Message::LayerToggled(Layer::Bell)),
        shell.world.reminders.min(99),
    );
    let bar = container(
        row![
            heading(shell.place().name(env.texts)),
            hint(shell.summary()),
            space().width(Length::Fill),
            search(env),
            cloak,
            bell
        ]
        .spacing(12)
        .align_y(Center),
    )
    .height(Height::TOP_BAR - 1.0)
    .width(Length::Fill)
    .padding([0, 16])
    .align_y(Center)
    .style(style::surface::pane);
    column![bar, line_across()].into()
}

fn hinted(words: &str) -> String {
    format!("{words}  F9")
}

/// The search box. It opens the palette, where one types.
fn search<'a>(env: &Frame<'a>) -> Element<'a, Message> {
    let (width, said) = match env.room() {
        Room::Ample => (280.0, env.texts.search_hint()),
        Room::Tight => (220.0, env.texts.search_hint_short()),
    };
    let words = fitted(said, Face::Small, width - 96.0);
    let content = row![
        icon_small(icon::SEARCH),
        container(words).width(Length::Fill).clip(true),
        keycaps(Shortcut::command('k'))
    ]
    .spacing(8)
    .height(Length::Fill)
    .align_y(Center);
    button(content)
        .width(width)
        .height(Height::CONTROL)
        .padding([0, 8])
        .style(|theme, status| {
            let frame = style::field::search(theme);
            let hovered = matches!(status, button::Status::Hovered | button::Status::Pressed);
            button::Style {
                background: frame.background,
                text_color: theme.ink3,
                border: Border { color: if hovered { theme.line_strong } else { theme.line }, ..frame.border },
                ..button::Style::default()
            }
        })
        .on_press(Message::SearchAsked)
        .into()
}

/// The frame round the window while customers' data are hidden.
pub(super) fn cloak_frame<'a>() -> Element<'a, Message> {
    container(space())
        .width(Length::Fill)
        .height(Length::Fill)
        .style(|theme: &Theme| container::Style {
            background: Some(Color::TRANSPARENT.into()),
            border: Border { color: theme.accent, width: 2.0, ..Border::default() },
            ..container::Style::default()
        })
        .into()
}
