//! Buttons.

use iced::{
    Background, Color,
    widget::button::{Status, Style},
};

use super::{hairline, round};
use crate::ui::theme::{Radius, Theme, Tone};

fn filled(background: Color, text: Color) -> Style {
    Style {
        background: Some(Background::Color(background)),
        text_color: text,
        border: hairline(background, Radius::Control),
        ..Style::default()
    }
}

/// Nothing can be done here now.
fn off(theme: &Theme) -> Style {
    let ground = if theme.is_dark() { theme.surface } else { theme.canvas };
    Style { border: hairline(theme.line, Radius::Control), ..filled(ground, theme.ink_off) }
}

/// The one solid button of a region.
#[must_use]
pub fn primary(theme: &Theme, status: Status) -> Style {
    match status {
        Status::Active => filled(theme.accent, theme.on_accent),
        Status::Hovered | Status::Pressed => filled(theme.accent_hover, theme.on_accent),
        Status::Disabled => off(theme),
    }
}

/// An ordinary button: outlined.
#[must_use]
pub fn plain(theme: &Theme, status: Status) -> Style {
    let rest = if theme.is_dark() { theme.raised } else { theme.surface };
    let ground = match status {
        Status::Active => rest,
        Status::Hovered if theme.is_dark() => theme.pressed,
        Status::Hovered => theme.hover,
        Status::Pressed => theme.pressed,
        Status::Disabled => return off(theme),
    };
    Style { border: hairline(theme.line_strong, Radius::Control), ..filled(ground, theme.ink) }
}

/// A button without a frame.
#[must_use]
pub fn quiet(theme: &Theme, status: Status) -> Style {
    let ground = match status {
        Status::Active | Status::Disabled => None,
        Status::Hovered => Some(Background::Color(theme.hover)),
        Status::Pressed => Some(Background::Color(theme.pressed)),
    };
    let text_color = if status == Status::Disabled { theme.ink_off } else { theme.ink2 };
    Style { background: ground, text_color, border: round(Radius::Control), ..Style::default() }
}

/// Words that lead somewhere.
#[must_use]
pub fn link(theme: &Theme, status: Status) -> Style {
    Style { text_color: theme.accent_ink, ..quiet(theme, status) }
}

/// Destroys something. Only for what cannot be undone.
#[must_use]
pub fn danger(theme: &Theme, status: Status) -> Style {
    match status {
        Status::Active => filled(theme.late.solid, theme.on_late),
        Status::Hovered | Status::Pressed => filled(theme.late.fg, theme.surface),
        Status::Disabled => off(theme),
    }
}

/// Outlined in the colour of lateness: 挂断, 退单.
#[must_use]
pub fn danger_plain(theme: &Theme, status: Status) -> Style {
    match status {
        Status::Disabled => off(theme),
        Status::Active | Status::Hovered | Status::Pressed => Style {
            text_color: theme.late.fg,
            border: hairline(theme.late.border, Radius::Control),
            ..plain(theme, status)
        },
    }
}

/// 登记投诉 in the rail: outlined in accent.
#[must_use]
pub fn register(theme: &Theme, status: Status) -> Style {
    match status {
        Status::Disabled => off(theme),
        Status::Active | Status::Hovered | Status::Pressed => Style {
            text_color: theme.accent_ink,
            border: hairline(theme.accent_line, Radius::Control),
            ..plain(theme, status)
        },
    }
}

/// A page in the rail that is not open.
#[must_use]
pub fn page(theme: &Theme, status: Status) -> Style {
    let ground = match status {
        Status::Active | Status::Disabled => None,
        Status::Hovered => Some(Background::Color(theme.pressed)),
        Status::Pressed => Some(Background::Color(theme.line)),
    };
    Style { background: ground, text_color: theme.ink2, border: round(Radius::Control), ..Style::default() }
}

/// The open page in the rail.
#[must_use]
pub fn page_open(theme: &Theme, _status: Status) -> Style {
    let ground = if theme.is_dark() { theme.raised } else { theme.surface };
    Style {
        background: Some(Background::Color(ground)),
        text_color: theme.ink,
        border: round(Radius::Control),
        ..Style::default()
    }
}

/// One entry of the status bar, a row that is pressed as a whole: no frame, hover only.
#[must_use]
pub fn bare(theme: &Theme, status: Status) -> Style {
    Style { text_color: theme.ink3, border: round(Radius::Chip), ..quiet(theme, status) }
}

/// A line of a menu or lookup; `marked` lines stand where the arrows are.
#[must_use]
pub fn option(theme: &Theme, status: Status) -> Style {
    Style { text_color: theme.ink, ..quiet(theme, status) }
}

/// The line of a menu or lookup where the arrows are.
#[must_use]
pub fn option_marked(theme: &Theme, _status: Status) -> Style {
    Style {
        background: Some(Background::Color(theme.selected)),
        text_color: theme.ink,
        border: round(Radius::Control),
        ..Style::default()
    }
}

/// 撤销 on a toast.
#[must_use]
pub fn on_toast(theme: &Theme, status: Status) -> Style {
    let text_color = match status {
        Status::Hovered | Status::Pressed => theme.surface,
        Status::Active | Status::Disabled => theme.toast_link,
    };
    Style { text_color, ..Style::default() }
}

/// A part of a segment that is not chosen.
#[must_use]
pub fn part(theme: &Theme, status: Status) -> Style {
    Style { border: iced::Border::default(), ..quiet(theme, status) }
}

/// The chosen part of a segment.
pub fn part_chosen(tone: Tone) -> impl Fn(&Theme, Status) -> Style {
    move |theme, _status| {
        let tint = theme.tint(tone);
        Style { background: Some(Background::Color(tint.bg)), text_color: tint.fg, ..Style::default() }
    }
}
