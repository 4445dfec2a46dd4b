//! Pictures of every screen of an open office, drawn without a display.

use std::io;
use std::path::{Path, PathBuf};

use iced::Size;

use super::house::House;
use super::picture::{self, Camera};
use super::screen::Place;
use super::shell::{Files, Message, Shell};
use crate::app::Opened;
use crate::i18n::Locale;
use crate::platform::files;
use crate::platform::preferences::Preferences;

/// Why there are no pictures.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// One could not be drawn.
    #[error(transparent)]
    Picture(#[from] picture::Failure),
    /// One could not be written.
    #[error("{path}: {cause}")]
    Write {
        /// Where to.
        path: String,
        /// The system's words.
        cause: io::Error,
    },
}

/// The usual window.
const SIZE: Size = Size::new(1440.0, 900.0);

/// Leaves one PNG a screen in a folder; answers their paths, in the order of the rail.
///
/// # Errors
/// See [`Failure`].
pub fn leave(opened: &Opened, locale: Locale, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let preferences = Preferences { locale: Some(locale), ..Preferences::default() };
    let (mut shell, _) = Shell::new(preferences, Files::default());
    shell.world.window = SIZE;
    // Tasks would follow the log; a picture shows it as it is.
    let Some(house) = House::new(opened.desk.clone(), opened.books.clone(), None) else { return Ok(Vec::new()) };
    let _following = shell.enter(house);
    let mut left = Vec::new();
    for (number, place) in (1..).zip(Place::ALL) {
        let _loading = shell.update(Message::Went(place));
        let camera = Camera { size: SIZE, scale: 1.0, theme: shell.theme(), locale: shell.world.texts.locale() };
        let bytes = picture::png(&picture::take(camera, shell.view())?)?;
        let path = folder.join(format!("screen-{number}-{}.png", name(place)));
        let written = files::write_whole(&path, &bytes);
        written.map_err(|cause| Failure::Write { path: path.display().to_string(), cause })?;
        left.push(path);
    }
    Ok(left)
}

/// File names are the same in every language.
const fn name(place: Place) -> &'static str {
    match place {
        Place::Today => "today",
        Place::Intake => "intake",
        Place::Board => "board",
        Place::Handling => "handling",
        Place::Callback => "callback",
        Place::Customers => "customers",
        Place::Charts => "charts",
        Place::Reports => "reports",
        Place::Settings => "settings",
    }
}
