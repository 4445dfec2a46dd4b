//! The bundled faces. Nothing relies on a font of the system: on current Macs Chinese would be boxes.
//!
//! The text family is the generic "fantasy", which is pointed at the Simplified or the Traditional face while the
//! program runs; so switching the language switches the shapes of the characters without a restart.

use std::{borrow::Cow, sync::Once};

use iced::{
    Font,
    advanced::graphics::text::font_system,
    font::{Family, Weight},
};

use crate::i18n::Locale;
use crate::i18n::faces::{SC_BOLD, SC_REGULAR, TC_BOLD, TC_REGULAR};

/// Running text.
pub const REGULAR: Font = Font { family: Family::Fantasy, ..Font::DEFAULT };
/// Names, numbers, titles. Only these two weights exist.
pub const BOLD: Font = Font { weight: Weight::Bold, ..REGULAR };
/// The icons of [`crate::ui::icon`].
pub const ICONS: Font = Font::with_name("App Icons");

const ICON_FACE: &[u8] = include_bytes!("../../../resources/fonts/AppIcons.ttf");

/// Hands the bundled faces to the renderer and chooses the one for `locale`. Safe to call often.
pub fn use_faces(locale: Locale) {
    static LOADED: Once = Once::new();
    let family = match locale {
        Locale::ZhCn | Locale::En => "App Sans SC",
        Locale::ZhTw => "App Sans TC",
    };
    let Ok(mut system) = font_system().write() else { return };
    LOADED.call_once(|| {
        for face in [SC_REGULAR, SC_BOLD, TC_REGULAR, TC_BOLD, ICON_FACE] {
            system.load_font(Cow::Borrowed(face));
        }
    });
    system.raw().db_mut().set_fantasy_family(family);
}
