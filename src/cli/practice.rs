//! `redress demo`

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

use super::Hands;
use super::command::{Arguments, Demo};
use super::failure::Failure;
use super::output::Output;
use crate::app::demo::{self, Plan};
use crate::app::{Now, Opened, Wall};
use crate::domain::office::founding;
use crate::i18n::Locale;
use crate::platform::dirs::Dirs;

/// Fills a practice office and opens the window on it, unless there is to be none.
pub(super) fn demo(
    words: &Demo,
    (arguments, dirs): (&Arguments, &Dirs),
    (output, hands): (&Output, &Hands<'_>),
) -> Result<ExitCode, Failure> {
    if let Some(folder) = &words.headless {
        let folder = &std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
        let mut opened = fill(words, &folder.join("office"), output)?;
        super::headless::leave(&mut opened, folder, output)?;
        let pictures = (hands.pictures)(&opened, output.texts.locale(), folder).map_err(Failure::Picture)?;
        for it in pictures.iter().filter(|_| !output.json) {
            output.line(output.texts.cli_written(it.display().to_string()))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    if !has_display() {
        return Err(Failure::NoDisplay);
    }
    let folder = arguments.office.clone().unwrap_or_else(|| free(dirs));
    drop(fill(words, &folder, output)?);
    window(&folder, arguments)
}

/// Opens the window as a program of its own: should it start itself once more to draw in software, no second office
/// is filled.
fn window(folder: &Path, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let failed = |it: std::io::Error| Failure::Input(it.to_string());
    let mut program = Command::new(env::current_exe().map_err(failed)?);
    program.arg("--office").arg(folder);
    if arguments.software_rendering {
        program.arg("--software-rendering");
    }
    if let Some(language) = arguments.lang {
        program.args(["--lang", Locale::from(language).tag()]);
    }
    let status = program.status().map_err(failed)?;
    Ok(status.code().and_then(|it| u8::try_from(it).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

fn fill(words: &Demo, folder: &Path, output: &Output) -> Result<Opened, Failure> {
    let clock = Arc::new(Wall);
    let plan = Plan { complaints: words.complaints, months: words.months, seed: words.seed, until: clock.now() };
    let founding = founding::practice(output.texts.locale().tag());
    demo::fill(folder, clock, (founding, &plan), &mut |_| {}).map_err(|failed| match failed {
        demo::Failed::Broken(broken) => Failure::Practice(broken),
        demo::Failed::NotOpened(trouble) => Failure::NotOpened(trouble),
    })
}

/// A folder for one more practice office; earlier ones stay as they are.
fn free(dirs: &Dirs) -> PathBuf {
    let at = |place: u32| dirs.data.join("practice").join(format!("{place:03}"));
    (1..=u32::MAX).map(at).find(|it| !it.exists()).unwrap_or_else(|| at(0))
}

/// Whether a window could be shown. Elsewhere than on Linux there is always a display.
fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
