//! Styles by meaning. A screen says what a thing is; what that looks like stands here.

pub mod badge;
pub mod button;
pub mod check;
pub mod chip;
pub mod field;
pub mod row;
pub mod scroll;
pub mod surface;
pub mod text;

use iced::{Border, Color};

use super::theme::{Radius, Theme};

/// A border of one pixel.
fn hairline(color: Color, radius: Radius) -> Border {
    Border { color, width: 1.0, radius: radius.into() }
}

/// No border, round corners.
fn round(radius: Radius) -> Border {
    Border { radius: radius.into(), ..Border::default() }
}

/// How far something floats above the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elevation {
    /// A menu, a popover.
    Popover,
    /// A card that is dragged.
    Drag,
    /// A modal.
    Modal,
}

/// What [`crate::ui::widget::lift`] draws. Styles have no shadows of their own: see there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shadow {
    /// Its colour at the darkest.
    pub color: Color,
    /// How far down it falls.
    pub offset: f32,
    /// How soft its edge is.
    pub blur: f32,
}

/// The shadow of an elevation.
#[must_use]
pub fn shadow(theme: &Theme, elevation: Elevation) -> Shadow {
    let (offset, blur, light, dark) = match elevation {
        Elevation::Popover => (6.0, 20.0, 0.14, 0.55),
        Elevation::Drag => (8.0, 24.0, 0.22, 0.60),
        Elevation::Modal => (16.0, 48.0, 0.24, 0.65),
    };
    let alpha = if theme.is_dark() { dark } else { light };
    Shadow { color: theme.shadow.scale_alpha(alpha), offset, blur }
}
