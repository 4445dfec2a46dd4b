//! The shadow below what floats: popovers, modals, toasts, a dragged card.
//!
//! iced's own shadows are drawn unclipped by the software renderer (`iced_tiny_skia` 0.14.1), so that every small
//! redraw darkens what lies around; here a shadow is a few translucent quads, the same on every renderer.

use iced::{
    Border, Rectangle, Shadow, Vector,
    advanced::{Renderer as _, renderer},
    border,
};

use super::decorated::{Decoration, decorated};
use crate::ui::{
    style::{Elevation, shadow},
    theme::{Element, Radius, Theme},
};

/// More of them make the edge softer.
const QUADS: u8 = 8;

/// Lets `content`, whose corners are as round as said, float above the screen.
pub fn lift<'a, Message: 'a>(
    elevation: Elevation,
    radius: Radius,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    decorated(Lift { elevation, radius }, content)
}

struct Lift {
    elevation: Elevation,
    radius: Radius,
}

impl Decoration for Lift {
    fn draw_below(&self, renderer: &mut iced::Renderer, theme: &Theme, bounds: Rectangle) {
        let shadow = shadow(theme, self.elevation);
        let color = shadow.color.scale_alpha(0.55 / f32::from(QUADS));
        let corner = border::Radius::from(self.radius).top_left;
        for quad in 0..QUADS {
            let spread = shadow.blur * 0.8 * f32::from(quad) / f32::from(QUADS);
            renderer.fill_quad(
                renderer::Quad {
                    bounds: (bounds + Vector::new(0.0, shadow.offset)).expand(spread),
                    border: Border { radius: (corner + spread).into(), ..Border::default() },
                    shadow: Shadow::default(),
                    snap: false,
                },
                color,
            );
        }
    }
}
