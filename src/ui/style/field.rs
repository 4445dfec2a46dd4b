//! Fields to type and choose in.

use iced::{
    Background, Border, Color, Shadow,
    widget::{
        container,
        overlay::menu,
        pick_list, text_editor,
        text_input::{self, Status, Style},
    },
};

use super::hairline;
use crate::ui::theme::{Radius, Theme, Tone};

/// What a field wants to say beyond its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mood {
    /// Nothing.
    #[default]
    Fine,
    /// Something to look at (soon).
    Warning,
    /// Must be put right (late).
    Wrong,
    /// Can be read, not written.
    ReadOnly,
}

/// The ground of fields.
#[must_use]
pub fn ground(theme: &Theme) -> Color {
    if theme.is_dark() { theme.canvas } else { theme.surface }
}

fn frame(theme: &Theme, mood: Mood, focused: bool) -> Border {
    match (mood, focused) {
        (Mood::ReadOnly, _) => hairline(theme.line, Radius::Control),
        (Mood::Fine | Mood::Warning | Mood::Wrong, true) => {
            Border { color: theme.accent, width: 2.0, radius: Radius::Control.into() }
        }
        (Mood::Fine, false) => hairline(theme.field, Radius::Control),
        (Mood::Warning, false) => hairline(theme.soon.solid, Radius::Control),
        (Mood::Wrong, false) => hairline(theme.late.solid, Radius::Control),
    }
}

/// A one-line field.
#[must_use]
pub fn input(theme: &Theme, status: Status) -> Style {
    moody(Mood::Fine)(theme, status)
}

/// A one-line field in a mood.
pub fn moody(mood: Mood) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let focused = matches!(status, Status::Focused { .. });
        let disabled = status == Status::Disabled;
        let flat = disabled || mood == Mood::ReadOnly;
        Style {
            background: Background::Color(if flat { theme.canvas } else { ground(theme) }),
            border: frame(theme, if disabled { Mood::ReadOnly } else { mood }, focused),
            icon: theme.ink3,
            placeholder: theme.ink3,
            value: if disabled && mood != Mood::ReadOnly { theme.ink_off } else { theme.ink },
            selection: theme.accent_line,
        }
    }
}

/// A field inside a frame drawn by somebody else (icons before, hints behind).
#[must_use]
pub fn naked(theme: &Theme, status: Status) -> Style {
    Style { background: Background::Color(Color::TRANSPARENT), border: Border::default(), ..input(theme, status) }
}

/// A field of several lines.
#[must_use]
pub fn editor(theme: &Theme, status: text_editor::Status) -> text_editor::Style {
    editor_moody(Mood::Fine)(theme, status)
}

/// A field of several lines in a mood.
pub fn editor_moody(mood: Mood) -> impl Fn(&Theme, text_editor::Status) -> text_editor::Style {
    move |theme, status| {
        let input = moody(mood)(
            theme,
            match status {
                text_editor::Status::Active => text_input::Status::Active,
                text_editor::Status::Hovered => text_input::Status::Hovered,
                text_editor::Status::Focused { is_hovered } => text_input::Status::Focused { is_hovered },
                text_editor::Status::Disabled => text_input::Status::Disabled,
            },
        );
        text_editor::Style {
            background: input.background,
            border: input.border,
            placeholder: input.placeholder,
            value: input.value,
            selection: input.selection,
        }
    }
}

/// The frame of a field that is not typed in: a segment, a choice.
pub fn boxed(mood: Mood) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style {
        background: Some(Background::Color(if mood == Mood::ReadOnly { theme.canvas } else { ground(theme) })),
        text_color: Some(theme.ink),
        border: frame(theme, mood, false),
        ..container::Style::default()
    }
}

/// A segment outside a form: a calmer frame.
#[must_use]
pub fn boxed_quiet(theme: &Theme) -> container::Style {
    container::Style { border: hairline(theme.line_strong, Radius::Control), ..boxed(Mood::Fine)(theme) }
}

/// The search box of the top bar.
#[must_use]
pub fn search(theme: &Theme) -> container::Style {
    container::Style {
        background: Some(Background::Color(theme.canvas)),
        text_color: Some(theme.ink3),
        border: hairline(theme.line, Radius::Control),
        ..container::Style::default()
    }
}

/// iced's own list; the program's choices use `part::lookup` instead.
#[must_use]
pub fn picked(theme: &Theme, status: pick_list::Status) -> pick_list::Style {
    pick_list::Style {
        text_color: theme.ink,
        placeholder_color: theme.ink3,
        handle_color: theme.ink3,
        background: Background::Color(ground(theme)),
        border: frame(theme, Mood::Fine, matches!(status, pick_list::Status::Opened { .. })),
    }
}

/// The open list of `pick_list`.
#[must_use]
pub fn menu(theme: &Theme) -> menu::Style {
    menu::Style {
        background: Background::Color(theme.raised),
        border: hairline(theme.line_strong, Radius::Card),
        text_color: theme.ink,
        selected_text_color: theme.ink,
        selected_background: Background::Color(theme.selected),
        shadow: Shadow::default(),
    }
}

/// The tone of the line under a field.
#[must_use]
pub const fn tone(mood: Mood) -> Tone {
    match mood {
        Mood::Fine | Mood::ReadOnly => Tone::Plain,
        Mood::Warning => Tone::Soon,
        Mood::Wrong => Tone::Late,
    }
}
