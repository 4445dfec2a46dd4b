//! A picture on the system's clipboard. Words go there by the window itself, which has a clipboard of its own.

use std::sync::{Mutex, PoisonError};

use arboard::{Clipboard, ImageData};
use image::RgbaImage;

/// The clipboard took no picture; why, in the system's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the clipboard took no picture: {0}")]
pub struct NotTaken(pub String);

/// On X11 and Wayland whoever copied has to hand the picture out when it is pasted: it is held as long as the program
/// runs.
static HELD: Mutex<Option<Clipboard>> = Mutex::new(None);

/// Puts a picture on the clipboard. Waits for the system: not for the thread that draws.
///
/// # Errors
/// [`NotTaken`] where there is no clipboard, another program holds it, or it takes no pictures.
pub fn put(picture: RgbaImage) -> Result<(), NotTaken> {
    let told = |error: arboard::Error| NotTaken(error.to_string());
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let pixels = ImageData { width, height, bytes: picture.into_raw().into() };
    let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    // One that failed is of no use any more: the next try begins anew.
    let mut clipboard = held.take().map_or_else(Clipboard::new, Ok).map_err(told)?;
    clipboard.set_image(pixels).map_err(told)?;
    *held = Some(clipboard);
    Ok(())
}
