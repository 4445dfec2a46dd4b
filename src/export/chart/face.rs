//! Text in pictures: the bundled faces, drawn by outline.
//!
//! `plotters` sets text at a wrong size and drops each glyph's left bearing, so that full-width punctuation jumps. Here
//! the style of a text carries the face and draws itself: the size is the em, bearings and kerning-free advances are
//! the face's. An SVG names the faces instead of drawing them.

use std::convert::Infallible;

use ab_glyph::{Font as _, FontRef, Glyph, GlyphId, PxScale, ScaleFont as _, point};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, FontFamily, FontStyle};

use crate::export::chart::palette::Rgb;
use crate::i18n::Locale;
use crate::i18n::faces::{SC_BOLD, SC_REGULAR, TC_BOLD, TC_REGULAR};

/// The faces of a picture.
pub(super) struct Faces {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
    /// As an SVG names them.
    family: &'static str,
}

impl Faces {
    /// Those of a language; `None` where a bundled face is damaged.
    pub(super) fn of(locale: Locale) -> Option<Self> {
        let (regular, bold, family) = match locale {
            Locale::ZhCn | Locale::En => {
                (SC_REGULAR, SC_BOLD, "Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif")
            }
            Locale::ZhTw => (TC_REGULAR, TC_BOLD, "Noto Sans TC, Microsoft JhengHei, PingFang TC, sans-serif"),
        };
        let read = |bytes| FontRef::try_from_slice(bytes).ok();
        Some(Self { regular: read(regular)?, bold: read(bold)?, family })
    }

    const fn face(&self, weight: Weight) -> &FontRef<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// How wide a text is at an em size.
    pub(super) fn width(&self, text: &str, em: f32, weight: Weight) -> f32 {
        let face = self.face(weight).as_scaled(scale(self.face(weight), em));
        text.chars().map(|it| face.h_advance(face.glyph_id(it))).sum()
    }
}

/// Regular or bold; there is nothing between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// `ab_glyph` sizes by line height; this is the line height at which an em is `em` pixels.
fn scale(face: &FontRef<'static>, em: f32) -> PxScale {
    let per_em = face.units_per_em().unwrap_or(1000.0);
    PxScale::from(em * face.height_unscaled() / per_em)
}

/// How one text looks.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) faces: &'a Faces,
    pub(super) em: f32,
    pub(super) weight: Weight,
    pub(super) colour: Rgb,
    pub(super) anchor: (HPos, VPos),
}

impl Word<'_> {
    /// Glyphs with their places; the baseline lies where Chinese characters fill the em.
    fn glyphs(&self, text: &str) -> Vec<Glyph> {
        let font = self.faces.face(self.weight);
        let face = font.as_scaled(scale(font, self.em));
        let mut pen = 0.0;
        let mut glyphs = Vec::new();
        for it in text.chars().filter(|it| !it.is_control()) {
            let id: GlyphId = face.glyph_id(it);
            glyphs.push(id.with_scale_and_position(scale(font, self.em), point(pen, self.em * 0.88)));
            pen += face.h_advance(id);
        }
        glyphs
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "pixels of a picture")]
impl BackendTextStyle for Word<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: self.colour }
    }

    fn size(&self) -> f64 {
        // The SVG back end divides by this.
        f64::from(self.em) * 1.24
    }

    fn style(&self) -> FontStyle {
        match self.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        Pos::new(self.anchor.0, self.anchor.1)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.faces.family)
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let width = self.faces.width(text, self.em, self.weight);
        Ok(((0, 0), (width.ceil() as i32, self.em.ceil() as i32)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        pos: BackendCoord,
        mut draw: F,
    ) -> Result<Result<(), E>, Infallible> {
        let mut outcome = Ok(());
        for glyph in self.glyphs(text) {
            let Some(outline) = self.faces.face(self.weight).outline_glyph(glyph) else { continue };
            let bounds = outline.px_bounds();
            outline.draw(|x, y, coverage| {
                if coverage <= 0.0 || outcome.is_err() {
                    return;
                }
                let colour = BackendColor { alpha: f64::from(coverage.min(1.0)), rgb: self.colour };
                let (x, y) = (bounds.min.x + x as f32, bounds.min.y + y as f32);
                outcome = draw(pos.0 + x as i32, pos.1 + y as i32, colour);
            });
        }
        Ok(outcome)
    }
}
