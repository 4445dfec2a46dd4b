//! Log files: one a day, fourteen kept. Personal data masks itself, so it cannot get in here by accident.

use std::path::Path;

use tracing_appender::{
    non_blocking::WorkerGuard,
    rolling::{InitError, RollingFileAppender, Rotation},
};
use tracing_subscriber::EnvFilter;

/// How many days are kept.
const DAYS: usize = 14;

/// Starts writing log files into a folder. Keep the guard until the end, or the last lines are lost.
///
/// `REDRESS_LOG` chooses what is logged (the syntax of `env_logger`); else warnings, and our own information.
///
/// # Errors
/// When the folder cannot be made.
pub fn start(folder: &Path) -> Result<WorkerGuard, InitError> {
    // The appender looks for old files before it makes their folder, and would say on standard error that there is none.
    let _ = std::fs::create_dir_all(folder);
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("redress")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    let filter = EnvFilter::try_from_env("REDRESS_LOG").unwrap_or_else(|_| EnvFilter::new("warn,redress=info"));
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(writer).with_ansi(false).finish();
    // A second start in one process keeps the first log: tests do that.
    let _ = tracing::subscriber::set_global_default(subscriber);
    Ok(guard)
}
