//! Badges, keycaps, avatars, counts.

use iced::{
    Background, Color,
    widget::container::{self, Style},
};

use super::{hairline, round};
use crate::ui::theme::{Radius, Theme, Tone};

/// A badge of a meaning.
pub fn toned(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tint = theme.tint(tone);
        Style {
            background: Some(Background::Color(tint.bg)),
            text_color: Some(tint.fg),
            border: hairline(tint.border, Radius::Chip),
            ..Style::default()
        }
    }
}

/// P1 and nothing else.
#[must_use]
pub fn solid(theme: &Theme) -> Style {
    Style {
        background: Some(Background::Color(theme.late.solid)),
        text_color: Some(theme.on_late),
        border: round(Radius::Chip),
        ..Style::default()
    }
}

/// A number in a red disc.
#[must_use]
pub fn pip(theme: &Theme) -> Style {
    Style { border: round(Radius::Pill), ..solid(theme) }
}

/// A key of the keyboard.
#[must_use]
pub fn keycap(theme: &Theme) -> Style {
    Style {
        background: Some(Background::Color(theme.surface)),
        text_color: Some(theme.ink3),
        border: hairline(theme.line_strong, Radius::Chip),
        ..Style::default()
    }
}

/// A key shown on a solid button.
#[must_use]
pub fn keycap_on_accent(theme: &Theme) -> Style {
    Style {
        text_color: Some(theme.on_accent),
        border: hairline(Color { a: 0.45, ..theme.on_accent }, Radius::Chip),
        ..Style::default()
    }
}

/// A person.
#[must_use]
pub fn avatar(theme: &Theme) -> Style {
    Style {
        background: Some(Background::Color(theme.accent_soft)),
        text_color: Some(theme.accent_ink),
        border: round(Radius::Pill),
        ..Style::default()
    }
}

/// Nobody yet.
#[must_use]
pub fn avatar_nobody(theme: &Theme) -> Style {
    Style {
        background: Some(Background::Color(theme.sunken)),
        text_color: Some(theme.ink2),
        border: round(Radius::Pill),
        ..Style::default()
    }
}

/// A bar, dot or block in the solid colour of a meaning.
pub fn block(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| Style {
        background: Some(Background::Color(theme.tint(tone).solid)),
        border: iced::border::rounded(2.0),
        ..container::Style::default()
    }
}
