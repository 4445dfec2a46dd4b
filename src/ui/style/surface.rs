//! Grounds: panes, cards, notes, overlays, lines.

use iced::{
    Background, Border, Color,
    widget::{container::Style, progress_bar, rule, table},
};

use super::{hairline, round};
use crate::ui::theme::{Radius, Theme, Tone};

fn ground(color: Color) -> Style {
    Style { background: Some(Background::Color(color)), ..Style::default() }
}

/// The window.
#[must_use]
pub fn canvas(theme: &Theme) -> Style {
    Style { text_color: Some(theme.ink), ..ground(theme.canvas) }
}

/// A pane.
#[must_use]
pub fn pane(theme: &Theme) -> Style {
    ground(theme.surface)
}

/// A lane, a well, the ground under paper.
#[must_use]
pub fn sunken(theme: &Theme) -> Style {
    ground(theme.sunken)
}

/// A lane of the board, a well with round corners.
#[must_use]
pub fn well(theme: &Theme) -> Style {
    Style { border: round(Radius::Card), ..ground(theme.sunken) }
}

/// A quiet box on a pane (客户陈述, 应答提示).
#[must_use]
pub fn inset(theme: &Theme) -> Style {
    Style { border: round(Radius::Control), ..ground(theme.canvas) }
}

/// The left rail and the status bar.
#[must_use]
pub fn rail(theme: &Theme) -> Style {
    Style { text_color: Some(theme.ink2), ..ground(theme.rail) }
}

/// Nothing but the colour of a meaning for what stands on it.
pub fn inked(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| Style { text_color: Some(theme.tint(tone).fg), ..Style::default() }
}

/// Nothing but the colour of captions for what stands on it.
#[must_use]
pub fn quiet(theme: &Theme) -> Style {
    Style { text_color: Some(theme.ink3), ..Style::default() }
}

/// A dock at the right edge, over the screen.
#[must_use]
pub fn dock(theme: &Theme) -> Style {
    Style { text_color: Some(theme.ink), border: hairline(theme.line_strong, Radius::Chip), ..ground(theme.raised) }
}

/// A card.
#[must_use]
pub fn card(theme: &Theme) -> Style {
    Style { border: hairline(theme.line, Radius::Card), ..ground(theme.surface) }
}

/// A card where the cursor is.
#[must_use]
pub fn card_cursor(theme: &Theme) -> Style {
    Style { border: Border { color: theme.accent, width: 2.0, radius: Radius::Card.into() }, ..ground(theme.surface) }
}

/// A card that is ticked for a common action.
#[must_use]
pub fn card_checked(theme: &Theme) -> Style {
    Style { border: hairline(theme.accent_line, Radius::Card), ..ground(theme.accent_soft) }
}

/// A ticked card where the cursor is.
#[must_use]
pub fn card_checked_cursor(theme: &Theme) -> Style {
    Style {
        border: Border { color: theme.accent, width: 2.0, radius: Radius::Card.into() },
        ..ground(theme.accent_soft)
    }
}

/// A lane that a dragged card can be let go on.
#[must_use]
pub fn well_hot(theme: &Theme) -> Style {
    Style {
        border: Border { color: theme.accent, width: 2.0, radius: Radius::Card.into() },
        ..ground(theme.accent_soft)
    }
}

/// The place of a card that is being dragged away.
#[must_use]
pub fn card_hole(theme: &Theme) -> Style {
    Style { border: hairline(theme.line_strong, Radius::Card), ..Style::default() }
}

/// A card that is being dragged.
#[must_use]
pub fn card_ghost(theme: &Theme) -> Style {
    Style { border: hairline(theme.accent, Radius::Card), ..ground(theme.raised) }
}

/// Where a dragged card would land.
#[must_use]
pub fn target(theme: &Theme) -> Style {
    Style {
        text_color: Some(theme.accent_ink),
        border: Border { color: theme.accent, width: 2.0, radius: Radius::Card.into() },
        ..ground(theme.accent_soft)
    }
}

/// Dims what lies below (45 % canvas).
#[must_use]
pub fn veil(theme: &Theme) -> Style {
    ground(Color { a: 0.45, ..theme.canvas })
}

/// A note of a meaning, inline.
pub fn note(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tint = theme.tint(tone);
        Style { text_color: Some(tint.fg), border: hairline(tint.border, Radius::Card), ..ground(tint.bg) }
    }
}

/// A bar of a meaning across the screen.
pub fn banner(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tint = theme.tint(tone);
        Style { text_color: Some(tint.fg), ..ground(tint.bg) }
    }
}

/// A menu, a list over the screen.
#[must_use]
pub fn popover(theme: &Theme) -> Style {
    Style { text_color: Some(theme.ink), border: hairline(theme.line_strong, Radius::Card), ..ground(theme.raised) }
}

/// A modal.
#[must_use]
pub fn modal(theme: &Theme) -> Style {
    Style { text_color: Some(theme.ink), border: hairline(theme.line, Radius::Modal), ..ground(theme.raised) }
}

/// The foot of a modal, inside its frame.
#[must_use]
pub fn modal_foot(theme: &Theme) -> Style {
    let round = iced::border::Radius { top_left: 0.0, top_right: 0.0, ..Radius::Modal.into() };
    Style { border: Border { radius: round, ..Border::default() }, ..ground(theme.canvas) }
}

/// Behind a modal.
#[must_use]
pub fn scrim(theme: &Theme) -> Style {
    ground(Color { a: if theme.is_dark() { 0.55 } else { 0.38 }, ..theme.scrim })
}

/// A toast: dark on light, light on dark.
#[must_use]
pub fn toast(theme: &Theme) -> Style {
    Style { text_color: Some(theme.surface), border: round(Radius::Card), ..ground(theme.ink) }
}

/// A cell of a printed table.
#[must_use]
pub fn paper_cell(theme: &Theme) -> Style {
    Style {
        text_color: Some(theme.paper_ink),
        border: Border { color: theme.paper_line, width: 1.0, ..Border::default() },
        ..Style::default()
    }
}

/// A head cell of a printed table.
#[must_use]
pub fn paper_head(theme: &Theme) -> Style {
    Style { background: Some(Background::Color(theme.paper_head)), ..paper_cell(theme) }
}

/// A tooltip.
#[must_use]
pub fn tip(theme: &Theme) -> Style {
    Style { text_color: Some(theme.ink), border: hairline(theme.line_strong, Radius::Control), ..ground(theme.raised) }
}

/// Paper: black on white in both themes.
#[must_use]
pub fn paper(theme: &Theme) -> Style {
    Style { text_color: Some(theme.paper_ink), ..ground(theme.paper) }
}

/// The disc behind the icon of an empty state.
pub fn disc(tone: Tone) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tint = theme.tint(tone);
        Style { text_color: Some(tint.fg), border: round(Radius::Pill), ..ground(tint.bg) }
    }
}

/// The number of a section of a form.
#[must_use]
pub fn disc_numbered(theme: &Theme) -> Style {
    Style { text_color: Some(theme.on_accent), border: round(Radius::Pill), ..ground(theme.accent) }
}

/// A grey bar where text will be.
#[must_use]
pub fn bone(theme: &Theme) -> Style {
    Style { border: iced::border::rounded(3.0), ..ground(theme.sunken) }
}

/// A filled variable, a hit.
#[must_use]
pub fn mark(theme: &Theme) -> Style {
    Style { text_color: Some(theme.ink), border: iced::border::rounded(3.0), ..ground(theme.mark) }
}

/// A hairline.
#[must_use]
pub fn line(theme: &Theme) -> rule::Style {
    rule::Style { color: theme.line, radius: 0.0.into(), fill_mode: rule::FillMode::Full, snap: true }
}

/// A stronger hairline.
#[must_use]
pub fn line_strong(theme: &Theme) -> rule::Style {
    rule::Style { color: theme.line_strong, ..line(theme) }
}

/// The border of a banner or note used as a rule.
pub fn line_toned(tone: Tone) -> impl Fn(&Theme) -> rule::Style {
    move |theme| rule::Style { color: theme.tint(tone).border, ..line(theme) }
}

/// A meter filled in the colour of a meaning.
#[must_use]
pub fn meter(theme: &Theme, tone: Tone) -> progress_bar::Style {
    progress_bar::Style {
        background: Background::Color(theme.sunken),
        bar: Background::Color(theme.tint(tone).solid),
        border: iced::border::rounded(3.0),
    }
}

/// iced's own table.
#[must_use]
pub fn grid(theme: &Theme) -> table::Style {
    table::Style { separator_x: Background::Color(theme.line), separator_y: Background::Color(theme.line) }
}

/// An empty box to tick.
#[must_use]
pub fn tick_box(theme: &Theme) -> Style {
    Style {
        background: Some(Background::Color(theme.surface)),
        border: Border { color: theme.field, width: 1.5, radius: 4.0.into() },
        ..Style::default()
    }
}
