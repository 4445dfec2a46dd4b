//! A thin layer over a drawing back end: logical pixels, rectangles, lines, texts.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendStyle, DrawingBackend};

use crate::export::ExportError;
use crate::export::chart::face::{Faces, Weight, Word};
use crate::export::chart::palette::{Palette, Rgb};

/// Draws in logical pixels, whatever the back end's are.
pub(super) struct Ink<'a, B: DrawingBackend> {
    pub(super) backend: &'a mut B,
    pub(super) faces: &'a Faces,
    pub(super) palette: &'a Palette,
    pub(super) scale: f32,
}

/// A colour with a width.
struct Pen {
    colour: Rgb,
    width: u32,
}

impl BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: self.colour }
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// A text's look: size, weight, colour.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) colour: Rgb,
}

/// Where a text is held.
#[derive(Clone, Copy)]
pub(super) enum Hold {
    Left,
    Middle,
    Right,
}

type Done = Result<(), ExportError>;

impl<B: DrawingBackend> Ink<'_, B> {
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a picture")]
    fn at(&self, (x, y): (f32, f32)) -> (i32, i32) {
        ((x * self.scale).round() as i32, (y * self.scale).round() as i32)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths are small and positive")]
    fn pen(&self, colour: Rgb, width: f32) -> Pen {
        Pen { colour, width: (width * self.scale).round().max(1.0) as u32 }
    }

    /// A filled rectangle from its upper left corner.
    pub(super) fn rect(&mut self, from: (f32, f32), (width, height): (f32, f32), colour: Rgb) -> Done {
        let (one, other) = (self.at(from), self.at((from.0 + width, from.1 + height)));
        if other.0 <= one.0 || other.1 <= one.1 {
            return Ok(());
        }
        let pen = self.pen(colour, 1.0);
        // The far edge belongs to the neighbour.
        failed(self.backend.draw_rect(one, (other.0 - 1, other.1 - 1), &pen, true))
    }

    /// A line through points.
    pub(super) fn path(&mut self, points: &[(f32, f32)], width: f32, colour: Rgb) -> Done {
        let pen = self.pen(colour, width);
        let points: Vec<_> = points.iter().map(|it| self.at(*it)).collect();
        failed(self.backend.draw_path(points, &pen))
    }

    /// A line of dashes through points.
    pub(super) fn dashed(&mut self, points: &[(f32, f32)], width: f32, colour: Rgb) -> Done {
        for pair in points.windows(2) {
            let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
            let length = (x2 - x1).hypot(y2 - y1);
            let mut from = 0.0;
            while from < length {
                let until = (from + 4.0).min(length);
                let on = |it: f32| (x1 + (x2 - x1) * it / length, y1 + (y2 - y1) * it / length);
                self.path(&[on(from), on(until)], width, colour)?;
                from += 7.0;
            }
        }
        Ok(())
    }

    /// A ring with a white heart.
    pub(super) fn ring(&mut self, at: (f32, f32), radius: f32, colour: Rgb) -> Done {
        let centre = self.at(at);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few pixels")]
        let size = |it: f32| (it * self.scale).round().max(1.0) as u32;
        let (outer, inner) = (size(radius), size(radius - 1.5));
        let (outside, inside) = (self.pen(colour, 1.0), self.pen(self.palette.ground, 1.0));
        failed(self.backend.draw_circle(centre, outer, &outside, true))?;
        failed(self.backend.draw_circle(centre, inner, &inside, true))
    }

    /// A text, vertically in the middle of its point.
    pub(super) fn text(&mut self, text: &str, at: (f32, f32), look: Look, hold: Hold) -> Done {
        let hold = match hold {
            Hold::Left => HPos::Left,
            Hold::Middle => HPos::Center,
            Hold::Right => HPos::Right,
        };
        let (em, weight, colour) = (look.size * self.scale, look.weight, look.colour);
        let word = Word { faces: self.faces, em, weight, colour, anchor: (hold, VPos::Center) };
        failed(self.backend.draw_text(text, &word, self.at(at)))
    }

    /// A name as wide as fits, with `…` where something is missing.
    pub(super) fn fit(&self, text: &str, width: f32, look: Look) -> String {
        let wide = |text: &str| self.faces.width(text, look.size, look.weight);
        if wide(text) <= width {
            return text.to_owned();
        }
        let mut kept: String = text.to_owned();
        while kept.pop().is_some() {
            let cut = format!("{kept}…");
            if wide(&cut) <= width {
                return cut;
            }
        }
        String::new()
    }

    pub(super) fn width(&self, text: &str, look: Look) -> f32 {
        self.faces.width(text, look.size, look.weight)
    }

    pub(super) const fn plain(&self, size: f32) -> Look {
        Look { size, weight: Weight::Regular, colour: self.palette.faint }
    }

    pub(super) const fn bold(&self, size: f32) -> Look {
        Look { size, weight: Weight::Bold, colour: self.palette.ink }
    }
}

fn failed<E: std::error::Error + Send + Sync>(done: Result<(), plotters_backend::DrawingErrorKind<E>>) -> Done {
    done.map_err(|it| ExportError::Picture(it.to_string()))
}
