//! Composition only: arguments → window or command line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use redress::app::Opened;
use redress::cli::{self, Asked, Hands, Window};
use redress::i18n::Locale;
use redress::platform::{crash, dirs::Dirs, preferences::Rendering, trace};
use redress::ui::{self, Start};

fn main() -> ExitCode {
    let dirs = Dirs::of_system();
    // A machine without a place for log files can still handle complaints.
    let _guard = trace::start(&dirs.logs()).ok();
    crash::report_to(dirs.crashes());
    match cli::run(std::env::args_os(), &dirs, &Hands { pictures: &pictures }) {
        Asked::Window(window) => show(window, dirs),
        Asked::Done(code) => code,
    }
}

fn show(window: Window, dirs: Dirs) -> ExitCode {
    let office = window.office.unwrap_or_else(|| dirs.book());
    let rendering = window.software_rendering.then_some(Rendering::Software);
    match ui::run(&Start { office, dirs, rendering, locale: window.locale }) {
        Ok(code) => code,
        Err(error) => {
            tracing::error!(%error, "the window ended");
            cli::warn(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Pictures of the screens, drawn without a display.
fn pictures(opened: &Opened, locale: Locale, folder: &Path) -> Result<Vec<PathBuf>, String> {
    ui::album::leave(opened, locale, folder).map_err(|it| it.to_string())
}
