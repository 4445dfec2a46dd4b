//! Small pictures, and the signs of what has none.

use std::fmt;
use std::io::Cursor;

use crate::ui::icon::{self, Icon};

/// Small pixels.
#[derive(Clone)]
pub struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) rgba: Vec<u8>,
}

impl fmt::Debug for Pixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pixels({} × {})", self.width, self.height)
    }
}

/// The side of a small picture: sharp at twice the size too.
const SHRUNK: u32 = 96;
/// Wider or higher pictures stay signs.
const WIDEST: u32 = 20_000;
/// So much memory one picture may take while it is made small.
const MOST_MEMORY: u64 = 256 << 20;

/// The middle of a picture, small; `None` of what is none, or too large.
pub(super) fn shrink(bytes: &[u8]) -> Option<Pixels> {
    let mut reader = ::image::ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = ::image::Limits::default();
    limits.max_image_width = Some(WIDEST);
    limits.max_image_height = Some(WIDEST);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let whole = reader.decode().ok()?;
    // The middle, square: it fills its place.
    let side = whole.width().min(whole.height());
    let (x, y) = ((whole.width() - side) / 2, (whole.height() - side) / 2);
    let small = whole.crop_imm(x, y, side, side).thumbnail(SHRUNK, SHRUNK).to_rgba8();
    Some(Pixels { width: small.width(), height: small.height(), rgba: small.into_raw() })
}

/// What a file seems to be, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One that can be shown small.
    Picture,
    Speech,
    Other,
}

impl Kind {
    /// Its sign.
    pub(super) const fn icon(self) -> Icon {
        match self {
            Self::Picture => icon::IMAGE,
            Self::Speech => icon::MIC,
            Self::Other => icon::FILE_TEXT,
        }
    }
}

pub(super) fn kind(name: &str) -> Kind {
    let extension = name.rsplit_once('.').map(|(_, it)| it.to_lowercase()).unwrap_or_default();
    match extension.as_str() {
        "png" | "jpg" | "jpeg" => Kind::Picture,
        "mp3" | "m4a" | "wav" | "amr" | "ogg" | "aac" | "opus" => Kind::Speech,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_made_small_and_nonsense_is_none() {
        let mut png = Vec::new();
        let large = ::image::RgbaImage::from_pixel(400, 100, ::image::Rgba([200, 30, 30, 255]));
        large.write_to(&mut Cursor::new(&mut png), ::image::ImageFormat::Png).unwrap();
        let small = shrink(&png).unwrap();
        assert_eq!((small.width, small.height), (SHRUNK, SHRUNK));
        assert_eq!(small.rgba[..4], [200, 30, 30, 255]);
        png.truncate(60);
        assert!(shrink(&png).is_none());
        assert!(shrink("照片".as_bytes()).is_none());
    }

    #[test]
    fn names_tell_what_is_shown_small() {
        assert_eq!(kind("照片.JPG"), Kind::Picture);
        assert_eq!(kind("通话录音.m4a"), Kind::Speech);
        assert_eq!(kind("发票"), Kind::Other);
        assert_eq!(kind("合同.pdf"), Kind::Other);
    }
}
