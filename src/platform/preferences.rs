//! The preferences of this machine: a JSON file that people may edit.
//!
//! Keys that this version does not know are kept as they are; a file that is no JSON is kept aside.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::files;
use crate::i18n::Locale;

/// What somebody chose on this machine. `None`: as the system says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The language.
    pub locale: Option<Locale>,
    /// Light, dark, as the system.
    pub appearance: Appearance,
    /// Stronger secondary text and lines.
    pub contrast: Contrast,
    /// Percent, 80 to 200.
    pub zoom: Zoom,
    /// Whether the rail is wide.
    pub rail: Rail,
    /// Who draws.
    pub rendering: Rendering,
    /// Late clocks on the desktop.
    pub notify: Notify,
    /// The window's size and place when it was last closed.
    pub window: Option<WindowPlace>,
    /// Who sat here last: the number of a person in the office.
    pub person: Option<u32>,
    /// What screens keep on this machine, each under a name of its own: views of the board, of each person in
    /// each office.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub kept: Map<String, Value>,
    /// Keys of other versions.
    #[serde(flatten)]
    pub others: Map<String, Value>,
}

/// Light or dark, as somebody chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// 浅色
    Light,
    /// 深色
    Dark,
    /// 跟随系统
    #[default]
    System,
}

impl Appearance {
    /// Every one, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::System];
}

/// How strong secondary text and lines are (UI.md §13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// As designed.
    #[default]
    Ordinary,
    /// 高对比
    High,
}

/// The rail, where the window is wide enough for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rail {
    /// Icons with names.
    #[default]
    Wide,
    /// Icons.
    Slim,
}

/// Whether a clock that turned late is told on the desktop, outside the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notify {
    /// Not at all; the bell has them anyway.
    Off,
    /// Without a sound.
    #[default]
    Silent,
    /// With the system's soft sound.
    Sound,
}

impl Notify {
    /// Every one, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Off, Self::Silent, Self::Sound];
}

/// Who draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rendering {
    /// The graphics card where there is one.
    #[default]
    Automatic,
    /// The processor.
    Software,
}

/// How large everything is, in percent: 80 to 200 in steps of 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Zoom(u16);

impl Zoom {
    /// In percent.
    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// As a factor.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// One step larger, as far as it goes.
    #[must_use]
    pub fn larger(self) -> Self {
        Self::from(self.0 + 10)
    }

    /// One step smaller, as far as it goes.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self::from(self.0 - 10)
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for Zoom {
    fn from(percent: u16) -> Self {
        Self((percent / 10 * 10).clamp(80, 200))
    }
}

impl From<Zoom> for u16 {
    fn from(zoom: Zoom) -> Self {
        zoom.0
    }
}

/// Where the window was, in logical pixels of the screen at 100 % zoom.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Its left upper corner, where the system tells.
    #[serde(default)]
    pub at: Option<(f32, f32)>,
    /// Whether it filled the screen.
    #[serde(default)]
    pub maximized: bool,
    /// The size of the screen that it was on, where the system tells.
    #[serde(default)]
    pub monitor: Option<(f32, f32)>,
}

impl WindowPlace {
    /// Where the window goes when it was opened on a screen of this size (`None`: on no screen at all) and its
    /// place is out of sight there: another screen is gone. `None`: it can stay.
    #[must_use]
    pub fn refuge(&self, monitor: Option<(f32, f32)>) -> Option<(f32, f32)> {
        let (x, y) = self.at?;
        let Some((width, height)) = monitor else { return Some((EDGE, EDGE)) };
        let same = self.monitor.is_none_or(|it| it == (width, height));
        let in_sight = 0.0 <= x + self.width - GRIP && x + GRIP <= width && 0.0 <= y && y + EDGE <= height;
        let middle = |room: f32, length: f32| ((room - length) / 2.0).max(0.0);
        (!same && !in_sight).then(|| (middle(width, self.width), middle(height, self.height)))
    }
}

/// So much of a window's side must be in sight to take hold of it …
const GRIP: f32 = 120.0;
/// … and so much of its top.
const EDGE: f32 = 40.0;

/// The preferences as they were found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What to use.
    pub preferences: Preferences,
    /// Where the file lies that could not be read, if one could not.
    pub damaged: Option<PathBuf>,
}

impl Preferences {
    /// Reads the file. No file: the defaults. A damaged file: the defaults, and the file is kept aside.
    #[must_use]
    pub fn read(path: &Path) -> Found {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    tracing::warn!(%error, "preferences cannot be read");
                }
                return Found { preferences: Self::default(), damaged: None };
            }
        };
        match serde_json::from_slice(&bytes) {
            Ok(preferences) => Found { preferences, damaged: None },
            Err(error) => {
                tracing::warn!(%error, "preferences are damaged");
                Found { preferences: Self::default(), damaged: files::set_aside(path).ok() }
            }
        }
    }

    /// Writes the file as a whole.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut json = serde_json::to_vec_pretty(self)?;
        json.push(b'\n');
        files::write_whole(path, &json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_comes_back_and_unknown_keys_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("preferences.json");
        fs::write(&path, r#"{"zoom": 150, "locale": "zh-TW", "sound": {"late": "soft"}}"#).unwrap();
        let found = Preferences::read(&path);
        assert_eq!(found.damaged, None);
        let mut preferences = found.preferences;
        assert_eq!((preferences.zoom.percent(), preferences.locale), (150, Some(Locale::ZhTw)));
        preferences.appearance = Appearance::Dark;
        preferences.write(&path).unwrap();
        assert_eq!(Preferences::read(&path).preferences, preferences);
        let value: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(value["sound"]["late"], "soft");
        assert_eq!(value["appearance"], "dark");
    }

    #[test]
    fn a_window_whose_screen_is_gone_comes_back_into_sight() {
        let place = |at, monitor| WindowPlace { width: 1440.0, height: 900.0, at: Some(at), maximized: false, monitor };
        let (large, small) = (Some((2560.0, 1440.0)), Some((1920.0, 1080.0)));
        let rows = [
            // On the screen where it was, wherever that stands beside others.
            (place((2600.0, 200.0), large), large, None),
            // On another one, but in sight there.
            (place((100.0, 60.0), large), small, None),
            // Beside, below and above the only screen left.
            (place((2600.0, 200.0), large), small, Some((240.0, 90.0))),
            (place((100.0, 1300.0), large), small, Some((240.0, 90.0))),
            (place((100.0, -500.0), large), small, Some((240.0, 90.0))),
            // On none.
            (place((2600.0, 200.0), None), None, Some((40.0, 40.0))),
        ];
        for (place, monitor, then) in rows {
            assert_eq!(place.refuge(monitor), then, "{place:?} {monitor:?}");
        }
        assert_eq!(WindowPlace { at: None, ..place((0.0, 0.0), None) }.refuge(None), None);
    }

    #[test]
    fn a_damaged_file_gives_the_defaults_and_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("preferences.json");
        fs::write(&path, "{ zoom").unwrap();
        let found = Preferences::read(&path);
        assert_eq!(found.preferences, Preferences::default());
        assert_eq!(fs::read_to_string(found.damaged.unwrap()).unwrap(), "{ zoom");
        assert!(!path.exists());
    }

    #[test]
    fn no_file_is_no_damage() {
        let folder = tempfile::tempdir().unwrap();
        let found = Preferences::read(&folder.path().join("preferences.json"));
        assert_eq!(found, Found { preferences: Preferences::default(), damaged: None });
    }

    #[test]
    fn zoom_goes_from_80_to_200_in_tens() {
        assert_eq!(Zoom::from(10).percent(), 80);
        assert_eq!(Zoom::from(137).percent(), 130);
        assert_eq!(Zoom::from(900).percent(), 200);
        assert_eq!(Zoom::from(200).larger().percent(), 200);
        assert_eq!(Zoom::from(80).smaller().percent(), 80);
        assert_eq!(Zoom::default().larger().percent(), 110);
    }
}
