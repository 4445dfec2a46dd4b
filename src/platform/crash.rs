//! When the program falls: a report on disk that can be sent, without personal data.

use std::{
    backtrace::Backtrace,
    fmt::Write as _,
    fs,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
};

use chrono::Utc;

use super::files;

/// From now on a panic leaves a report in `folder`, then goes on as before.
pub fn report_to(folder: PathBuf) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let name = format!("crash-{}.txt", Utc::now().format("%Y%m%d-%H%M%S"));
        let report = report(info);
        tracing::error!(report, "crashed");
        // Nobody is left to hear of a second failure.
        let _ = files::write_whole(&folder.join(name), report.as_bytes());
        before(info);
    }));
}

/// The newest report, if there is one.
#[must_use]
pub fn newest(folder: &Path) -> Option<PathBuf> {
    let mut reports = fs::read_dir(folder)
        .ok()?
        .filter_map(Result::ok)
        .map(|it| it.path())
        .filter(|it| it.extension().is_some_and(|it| it == "txt"))
        .collect::<Vec<_>>();
    reports.sort();
    reports.pop()
}

/// The place and the backtrace, but not the message: it may quote what somebody typed.
fn report(info: &PanicHookInfo<'_>) -> String {
    let mut report = format!(
        "redress {} on {} {}\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        Utc::now().to_rfc3339(),
    );
    if let Some(place) = info.location() {
        // Writing into a string cannot fail.
        let _ = writeln!(report, "at {}:{}:{}", place.file(), place.line(), place.column());
    }
    let _ = writeln!(report, "\n{}", Backtrace::force_capture());
    report
}
