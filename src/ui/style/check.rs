//! Ticks, radios, switches, sliders.

use iced::{
    Background, Border,
    widget::{checkbox, radio, slider, toggler},
};

use super::hairline;
use crate::ui::theme::{Radius, Theme};

/// A tick.
#[must_use]
pub fn check(theme: &Theme, status: checkbox::Status) -> checkbox::Style {
    let (checked, disabled) = match status {
        checkbox::Status::Active { is_checked } | checkbox::Status::Hovered { is_checked } => (is_checked, false),
        checkbox::Status::Disabled { is_checked } => (is_checked, true),
    };
    let (ground, line) = match (checked, disabled) {
        (true, false) => (theme.accent, theme.accent),
        (false, false) => (theme.surface, theme.field),
        (true, true) => (theme.line_strong, theme.line_strong),
        (false, true) => (theme.canvas, theme.line),
    };
    checkbox::Style {
        background: Background::Color(ground),
        icon_color: theme.on_accent,
        border: hairline(line, Radius::Chip),
        text_color: Some(if disabled { theme.ink_off } else { theme.ink }),
    }
}

/// One of several.
#[must_use]
pub fn choice(theme: &Theme, status: radio::Status) -> radio::Style {
    let chosen = match status {
        radio::Status::Active { is_selected } | radio::Status::Hovered { is_selected } => is_selected,
    };
    radio::Style {
        background: Background::Color(theme.surface),
        dot_color: theme.accent,
        border_width: 1.0,
        border_color: if chosen { theme.accent } else { theme.field },
        text_color: Some(theme.ink),
    }
}

/// On or off.
#[must_use]
pub fn switch(theme: &Theme, status: toggler::Status) -> toggler::Style {
    let on = match status {
        toggler::Status::Active { is_toggled }
        | toggler::Status::Hovered { is_toggled }
        | toggler::Status::Disabled { is_toggled } => is_toggled,
    };
    toggler::Style {
        background: Background::Color(if on { theme.accent } else { theme.field }),
        background_border_width: 0.0,
        background_border_color: theme.line,
        foreground: Background::Color(theme.on_accent),
        foreground_border_width: 0.0,
        foreground_border_color: theme.line,
        text_color: Some(theme.ink),
        border_radius: None,
        padding_ratio: 0.12,
    }
}

/// A value between two ends.
#[must_use]
pub fn slide(theme: &Theme, _status: slider::Status) -> slider::Style {
    slider::Style {
        rail: slider::Rail {
            backgrounds: (Background::Color(theme.accent), Background::Color(theme.line_strong)),
            width: 4.0,
            border: Border { radius: 2.0.into(), ..Border::default() },
        },
        handle: slider::Handle {
            shape: slider::HandleShape::Circle { radius: 8.0 },
            background: Background::Color(theme.accent),
            border_width: 2.0,
            border_color: theme.surface,
        },
    }
}
