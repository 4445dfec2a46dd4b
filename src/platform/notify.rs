//! One soft notice on the desktop. A bonus: whatever it says stands in the bell, and where the system has no notices
//! nothing happens.

use std::time::{Duration, Instant};

/// What a notice says. Masked words only: it may lie on a locked screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// One line.
    pub title: String,
    /// One or two lines.
    pub words: String,
    /// With the system's sound or without.
    pub sound: Sound,
}

/// With the system's sound or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sound {
    /// None.
    Off,
    /// The system's soft one.
    Soft,
}

/// Lets so many through and no more.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pace {
    last: Option<Instant>,
}

impl Pace {
    /// Between two notices.
    pub const GAP: Duration = Duration::from_mins(1);

    /// Whether a notice may be shown at `now`; then the next one has to wait.
    pub fn allows(&mut self, now: Instant) -> bool {
        let allowed = self.last.is_none_or(|it| Self::GAP <= now.saturating_duration_since(it));
        if allowed {
            self.last = Some(now);
        }
        allowed
    }
}

/// Shows a notice. Waits for the system: not for the thread that draws. Failing is only traced.
pub fn show(notice: &Notice) {
    if let Err(cause) = system::show(notice) {
        tracing::debug!(cause, "no notice on the desktop");
    }
}

#[cfg(target_os = "windows")]
mod system {
    use super::{Notice, Sound};

    pub fn show(notice: &Notice) -> Result<(), String> {
        let mut shown = notify_rust::Notification::new();
        shown.appname("Redress").summary(&notice.title).body(&notice.words);
        if notice.sound == Sound::Soft {
            shown.sound_name("Default");
        }
        shown.show().map(drop).map_err(|it| it.to_string())
    }
}

/// The system's own program says it: `osascript` on macOS, `notify-send` elsewhere.
#[cfg(not(target_os = "windows"))]
mod system {
    use std::process::{Command, Stdio};

    use super::{Notice, Sound};

    pub fn show(notice: &Notice) -> Result<(), String> {
        let mut command = said(notice);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let status = command.status().map_err(|it| it.to_string())?;
        if status.success() { Ok(()) } else { Err(status.to_string()) }
    }

    #[cfg(target_os = "macos")]
    fn said(notice: &Notice) -> Command {
        let mut command = Command::new("osascript");
        let sound = match notice.sound {
            Sound::Off => "",
            Sound::Soft => " sound name \"Tink\"",
        };
        // The words are arguments, never part of the script.
        let show = format!("display notification (item 2 of argv) with title (item 1 of argv){sound}");
        command.args(["-e", "on run argv", "-e", &show, "-e", "end run", "--", &notice.title, &notice.words]);
        command
    }

    #[cfg(not(target_os = "macos"))]
    fn said(notice: &Notice) -> Command {
        let mut command = Command::new("notify-send");
        command.args(["--app-name=Redress", "--expire-time=8000"]);
        match notice.sound {
            Sound::Off => {}
            Sound::Soft => {
                command.arg("--hint=string:sound-name:message-new-instant");
            }
        }
        // What follows is words, even where they begin with a dash.
        command.args(["--", &notice.title, &notice.words]);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_notice_a_minute() {
        let mut pace = Pace::default();
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let allowed = [0, 1, 59, 60, 61, 119, 120].map(|it| pace.allows(at(it)));
        assert_eq!(allowed, [true, false, false, true, false, false, true]);
    }
}
