//! Rows of lists.

use iced::{Background, widget::container::Style};

use crate::ui::theme::{Theme, Tone};

/// How a row stands in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// One of many.
    #[default]
    Rest,
    /// Under the pointer.
    Hovered,
    /// Where the arrows are.
    Cursor,
    /// Ticked for a common action.
    Checked,
    /// Cannot be used.
    Off,
}

/// A row.
pub fn row(standing: Standing) -> impl Fn(&Theme) -> Style {
    move |theme| Style {
        background: match standing {
            Standing::Rest | Standing::Off => None,
            Standing::Hovered => Some(Background::Color(theme.hover)),
            Standing::Cursor => Some(Background::Color(theme.selected)),
            Standing::Checked => Some(Background::Color(theme.accent_soft)),
        },
        text_color: Some(if standing == Standing::Off { theme.ink_off } else { theme.ink }),
        ..Style::default()
    }
}

/// The head of a group of rows.
pub fn group(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| Style {
        background: Some(Background::Color(theme.canvas)),
        text_color: Some(theme.tint(tone).fg),
        ..Style::default()
    }
}

/// The head of a table.
#[must_use]
pub fn table_head(theme: &Theme) -> Style {
    Style { background: Some(Background::Color(theme.canvas)), text_color: Some(theme.ink3), ..Style::default() }
}
