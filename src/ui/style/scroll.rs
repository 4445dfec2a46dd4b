//! Scroll bars.

use iced::{
    Background, Border, Color, Shadow,
    widget::{
        container,
        scrollable::{AutoScroll, Direction, Rail, Scrollbar, Scroller, Status, Style},
    },
};

use super::hairline;
use crate::ui::theme::{Radius, Theme};

/// A thin vertical bar over the content.
#[must_use]
pub fn vertical() -> Direction {
    Direction::Vertical(Scrollbar::new().width(8.0).scroller_width(4.0).margin(2.0))
}

/// A thin vertical bar beside the content: where there is one, the content is narrower. For lists with something at
/// their right edge.
#[must_use]
pub fn beside() -> Direction {
    Direction::Vertical(Scrollbar::new().width(8.0).scroller_width(4.0).margin(2.0).spacing(0))
}

/// A thin horizontal bar over the content.
#[must_use]
pub fn horizontal() -> Direction {
    Direction::Horizontal(Scrollbar::new().width(8.0).scroller_width(4.0).margin(2.0))
}

/// The look of every scroll bar.
#[must_use]
pub fn thin(theme: &Theme, status: Status) -> Style {
    let active = match status {
        Status::Active { .. } => false,
        Status::Hovered { is_horizontal_scrollbar_hovered, is_vertical_scrollbar_hovered, .. } => {
            is_horizontal_scrollbar_hovered || is_vertical_scrollbar_hovered
        }
        Status::Dragged { .. } => true,
    };
    let rail = Rail {
        background: None,
        border: Border::default(),
        scroller: Scroller {
            background: Background::Color(if active { theme.field } else { theme.line_strong }),
            border: Border { radius: 3.0.into(), ..Border::default() },
        },
    };
    Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: AutoScroll {
            background: Background::Color(theme.raised),
            border: hairline(theme.line_strong, Radius::Pill),
            shadow: Shadow { color: Color::TRANSPARENT, ..Shadow::default() },
            icon: theme.ink2,
        },
    }
}
