//! Chips to choose, and clock chips.

use iced::{
    Background, Color,
    widget::{
        button,
        container::{self, Style},
    },
};

use super::{hairline, round};
use crate::ui::theme::{Radius, Theme, Tone};

/// A chip that can be chosen.
#[must_use]
pub fn rest(theme: &Theme, status: button::Status) -> button::Style {
    let ground = match status {
        button::Status::Hovered => theme.hover,
        button::Status::Pressed => theme.pressed,
        button::Status::Active | button::Status::Disabled if theme.is_dark() => Color::TRANSPARENT,
        button::Status::Active | button::Status::Disabled => theme.surface,
    };
    let disabled = status == button::Status::Disabled;
    button::Style {
        background: Some(Background::Color(ground)),
        text_color: if disabled { theme.ink_off } else { theme.ink2 },
        border: hairline(if disabled { theme.line } else { theme.line_strong }, Radius::Pill),
        ..button::Style::default()
    }
}

/// A chip that is chosen.
#[must_use]
pub fn chosen(theme: &Theme, _status: button::Status) -> button::Style {
    button::Style {
        background: Some(Background::Color(theme.accent_soft)),
        text_color: theme.accent_ink,
        border: hairline(theme.accent_line, Radius::Pill),
        ..button::Style::default()
    }
}

/// A clock chip's ground: on time and done have none (calm until it burns).
pub fn clock(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tint = theme.tint(tone);
        let (background, text) = match tone {
            Tone::Plain | Tone::Ontime | Tone::Accent | Tone::Info => (None, theme.ink2),
            Tone::Success => (None, tint.fg),
            Tone::Soon | Tone::Late | Tone::Paused | Tone::Escalated => (Some(Background::Color(tint.bg)), tint.fg),
        };
        Style { background, text_color: Some(text), border: round(Radius::Chip), ..container::Style::default() }
    }
}
