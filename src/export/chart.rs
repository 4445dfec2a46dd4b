//! Charts as pictures: PNG and SVG by one drawing, generic over the back end.
//!
//! A picture always has its title, its period and where its numbers come from, in the light colours (UI.md 12).

mod draw;
mod face;
mod ink;
pub mod palette;

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder as _};
use plotters::prelude::{BitMapBackend, DrawingBackend, SVGBackend};

use crate::export::ExportError;
use crate::i18n::Texts;
use crate::report::chart::{Matrix, Pareto, Said, Trend, Unit};

use face::Faces;
use ink::Ink;

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub enum Chart<'a> {
    /// Categories by count, with the cumulative share.
    Pareto(&'a Pareto),
    /// New and closed of twelve months.
    Trend(&'a Trend),
    /// Departments and categories.
    Heatmap(&'a Matrix<Unit>),
    /// What customers said, by department.
    Satisfaction(&'a [Said]),
}

/// What stands under the picture: company and days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// `恒川电器·2026-02-01 至 2026-02-28`
    pub source: String,
}

/// Logical pixels are drawn at this many real ones, for paper and sharp screens.
const SCALE: u16 = 2;

/// Width and height in logical pixels.
#[must_use]
pub fn size(chart: Chart<'_>) -> (u32, u32) {
    draw::size(chart)
}

/// A PNG of twice the logical size.
///
/// # Errors
/// The picture cannot be drawn or encoded: not to be expected in memory.
pub fn png(chart: Chart<'_>, caption: &Caption, texts: &Texts) -> Result<Vec<u8>, ExportError> {
    let (width, height) = draw::size(chart);
    let (width, height) = (width * u32::from(SCALE), height * u32::from(SCALE));
    let mut pixels = vec![255_u8; width as usize * height as usize * 3];
    {
        let mut backend = BitMapBackend::with_buffer(&mut pixels, (width, height));
        paint(&mut backend, chart, caption, (texts, f32::from(SCALE)))?;
    }
    let mut file = Vec::new();
    let written = PngEncoder::new(&mut file).write_image(&pixels, width, height, ExtendedColorType::Rgb8);
    written.map_err(|it| ExportError::Picture(it.to_string()))?;
    Ok(file)
}

/// An SVG that names its faces.
///
/// # Errors
/// The picture cannot be drawn: not to be expected in memory.
pub fn svg(chart: Chart<'_>, caption: &Caption, texts: &Texts) -> Result<String, ExportError> {
    let mut text = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut text, draw::size(chart));
        paint(&mut backend, chart, caption, (texts, 1.0))?;
        backend.present().map_err(|it| ExportError::Picture(it.to_string()))?;
    }
    Ok(text)
}

/// Draws onto any back end; `scale` real pixels a logical one.
///
/// # Errors
/// What the back end says, or a damaged face.
pub fn paint<B: DrawingBackend>(
    backend: &mut B,
    chart: Chart<'_>,
    caption: &Caption,
    (texts, scale): (&Texts, f32),
) -> Result<(), ExportError> {
    let faces =
        Faces::of(texts.locale()).ok_or_else(|| ExportError::Picture("a bundled face is damaged".to_owned()))?;
    let mut ink = Ink { backend, faces: &faces, palette: &palette::LIGHT, scale };
    draw::chart(&mut ink, chart, caption, texts)
}
