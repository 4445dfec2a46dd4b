//! Who draws the window: the graphics card, or the processor where the card fails.
//!
//! iced reads its choice from the environment when the process starts, and a process cannot change its own
//! environment safely; so software rendering runs the program once more with the variable set.

use std::{
    env, fs, io,
    path::Path,
    process::{Command, ExitCode},
};

use super::{
    files,
    preferences::{Preferences, Rendering},
};

const BACKEND: &str = "ICED_BACKEND";

/// Runs the program again with software rendering, unless it already does or nothing else was built in. `Some` is
/// what the second run ended with.
///
/// # Errors
/// When the program cannot be started again.
pub fn again_in_software() -> io::Result<Option<ExitCode>> {
    if !cfg!(feature = "gpu") || env::var_os(BACKEND).is_some() {
        return Ok(None);
    }
    let mut command = Command::new(env::current_exe()?);
    command.args(env::args_os().skip(1)).env(BACKEND, "tiny-skia");
    let status = command.status()?;
    Ok(Some(status.code().and_then(|it| u8::try_from(it).ok()).map_or(ExitCode::FAILURE, ExitCode::from)))
}

/// Whether the last start ended before its first picture.
#[must_use]
pub fn fell_before_first_frame(marker: &Path) -> bool {
    marker.exists()
}

/// Says that a start is under way; [`first_frame_drawn`] takes it back.
///
/// # Errors
/// Those of the file system.
pub fn mark_start(marker: &Path) -> io::Result<()> {
    files::write_whole(marker, b"")
}

/// The first picture is on the screen.
pub fn first_frame_drawn(marker: &Path) {
    if let Err(error) = fs::remove_file(marker)
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "the marker of the first frame stays");
    }
}

/// The preferences for a start after one that fell before its first picture: drawn by the processor.
#[must_use]
pub fn after_a_fall(preferences: Preferences) -> Preferences {
    Preferences { rendering: Rendering::Software, ..preferences }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_without_a_picture_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let marker = folder.path().join("pending");
        assert!(!fell_before_first_frame(&marker));
        mark_start(&marker).unwrap();
        assert!(fell_before_first_frame(&marker));
        first_frame_drawn(&marker);
        assert!(!fell_before_first_frame(&marker));
        first_frame_drawn(&marker);
        assert_eq!(after_a_fall(Preferences::default()).rendering, Rendering::Software);
    }
}
