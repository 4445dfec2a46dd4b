//! Pictures of screens without a display: what the window would show, drawn by the processor.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use iced::{
    Color, Event, Pixels, Size,
    advanced::{
        clipboard, mouse,
        renderer::{Headless, Style},
    },
    theme::Base as _,
    window,
};
use iced_runtime::{UserInterface, user_interface};
use image::{ImageFormat, RgbaImage};

use super::theme::{Element, Face, Theme, font};
use crate::i18n::Locale;

/// Why no picture could be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The renderer could not be made.
    #[error("the software renderer cannot be started")]
    NoRenderer,
    /// The size is nothing, or does not fit the pixels.
    #[error("a picture of {0} by {1} pixels cannot be drawn")]
    Size(u32, u32),
    /// The pixels could not be written as PNG.
    #[error("the picture cannot be written: {0}")]
    Png(String),
}

/// How a picture is taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// The size in logical pixels.
    pub size: Size,
    /// Real pixels a logical pixel.
    pub scale: f32,
    /// Light, dark, high contrast.
    pub theme: Theme,
    /// For the shapes of Chinese characters.
    pub locale: Locale,
}

/// Draws an element as the window would.
///
/// # Errors
/// See [`Failure`].
pub fn take<'a, Message: 'a>(camera: Camera, element: impl Into<Element<'a, Message>>) -> Result<RgbaImage, Failure> {
    font::use_faces(camera.locale);
    let size = Size::new(physical(camera.size.width * camera.scale), physical(camera.size.height * camera.scale));
    if size.width == 0 || size.height == 0 {
        return Err(Failure::Size(size.width, size.height));
    }
    let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(Face::Body.size()), Some("tiny-skia"));
    // The software renderer waits for nothing.
    let Poll::Ready(Some(mut renderer)) = pin!(renderer).poll(&mut Context::from_waker(Waker::noop())) else {
        return Err(Failure::NoRenderer);
    };
    let mut ui = UserInterface::build(element.into(), camera.size, user_interface::Cache::default(), &mut renderer);
    let mut messages = Vec::new();
    // Widgets that wait for a frame (sensors, responsive ones) get two.
    for _ in 0..2 {
        let now = std::time::Instant::now();
        let _ = ui.update(
            &[Event::Window(window::Event::RedrawRequested(now))],
            mouse::Cursor::Unavailable,
            &mut renderer,
            &mut clipboard::Null,
            &mut messages,
        );
    }
    let base = camera.theme.base();
    let style = Style { text_color: base.text_color };
    ui.draw(&mut renderer, &camera.theme, &style, mouse::Cursor::Unavailable);
    let pixels = renderer.screenshot(size, camera.scale, base.background_color);
    RgbaImage::from_raw(size.width, size.height, pixels).ok_or(Failure::Size(size.width, size.height))
}

/// A picture as the bytes of a PNG file.
///
/// # Errors
/// [`Failure::Png`].
pub fn png(picture: &RgbaImage) -> Result<Vec<u8>, Failure> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).map_err(|it| Failure::Png(it.to_string()))?;
    Ok(bytes.into_inner())
}

/// The share of pixels that are not `ground`: a picture with something on it.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a share needs no more")]
pub fn ink(picture: &RgbaImage, ground: Color) -> f32 {
    let ground = ground.into_rgba8();
    let inked = picture.pixels().filter(|it| it.0 != ground).count();
    inked as f32 / (picture.width() * picture.height()).max(1) as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "negative becomes 0, which is refused")]
fn physical(px: f32) -> u32 {
    px.round() as u32
}
