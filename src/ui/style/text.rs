//! Colours of text.

use iced::widget::text::Style;

use crate::ui::theme::{Theme, Tone};

/// Primary text.
#[must_use]
pub fn ink(theme: &Theme) -> Style {
    Style { color: Some(theme.ink) }
}

/// Secondary text.
#[must_use]
pub fn ink2(theme: &Theme) -> Style {
    Style { color: Some(theme.ink2) }
}

/// Captions.
#[must_use]
pub fn ink3(theme: &Theme) -> Style {
    Style { color: Some(theme.ink3) }
}

/// Disabled.
#[must_use]
pub fn off(theme: &Theme) -> Style {
    Style { color: Some(theme.ink_off) }
}

/// Links.
#[must_use]
pub fn link(theme: &Theme) -> Style {
    Style { color: Some(theme.accent_ink) }
}

/// On paper.
#[must_use]
pub fn paper(theme: &Theme) -> Style {
    Style { color: Some(theme.paper_ink) }
}

/// Text of a meaning.
pub fn toned(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| Style { color: Some(theme.tint(tone).fg) }
}

/// In the solid colour of a meaning: icons and rings only, never words.
pub fn solid(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| Style { color: Some(theme.tint(tone).solid) }
}
