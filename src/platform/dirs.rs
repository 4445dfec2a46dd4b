//! Where things lie on this machine. Never in a roaming or synchronised folder: those corrupt databases.

use std::{env, path::PathBuf};

/// The program's folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dirs {
    /// Books, backups, preferences.
    pub data: PathBuf,
}

impl Dirs {
    /// The folders of this person on this machine: `%LOCALAPPDATA%\Redress`,
    /// `~/Library/Application Support/Redress`, `$XDG_DATA_HOME/redress`. `REDRESS_HOME` overrides.
    #[must_use]
    pub fn of_system() -> Self {
        let data = match env::var_os("REDRESS_HOME") {
            Some(home) => PathBuf::from(home),
            None => base(),
        };
        Self { data }
    }

    /// Folders below a given one.
    #[must_use]
    pub fn below(data: impl Into<PathBuf>) -> Self {
        Self { data: data.into() }
    }

    /// The embedded book.
    #[must_use]
    pub fn book(&self) -> PathBuf {
        self.data.join("book")
    }

    /// The preferences of this machine.
    #[must_use]
    pub fn preferences(&self) -> PathBuf {
        self.data.join("preferences.json")
    }

    /// Log files.
    #[must_use]
    pub fn logs(&self) -> PathBuf {
        self.data.join("logs")
    }

    /// Reports of crashes.
    #[must_use]
    pub fn crashes(&self) -> PathBuf {
        self.data.join("crashes")
    }

    /// Exists from the start until the first picture is on the screen.
    #[must_use]
    pub fn first_frame_marker(&self) -> PathBuf {
        self.data.join("first-frame-pending")
    }
}

fn home() -> PathBuf {
    env::home_dir().unwrap_or_else(env::temp_dir)
}

#[cfg(target_os = "windows")]
fn base() -> PathBuf {
    env::var_os("LOCALAPPDATA").map_or_else(|| home().join("AppData").join("Local"), PathBuf::from).join("Redress")
}

#[cfg(target_os = "macos")]
fn base() -> PathBuf {
    home().join("Library").join("Application Support").join("Redress")
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn base() -> PathBuf {
    env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|it| it.is_absolute())
        .unwrap_or_else(|| home().join(".local").join("share"))
        .join("redress")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_lies_below_one_folder() {
        let dirs = Dirs::below("/somewhere/redress");
        for path in [dirs.book(), dirs.preferences(), dirs.logs(), dirs.crashes(), dirs.first_frame_marker()] {
            assert!(path.starts_with(&dirs.data), "{}", path.display());
        }
    }
}
