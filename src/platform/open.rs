//! Opening files and folders with the system's own programs.

use std::{io, path::Path, process::Command};

/// Opens a file with the program the system has for it (a PDF to print, a folder to look into).
///
/// # Errors
/// When the system's opener cannot be started, or says at once that it failed.
pub fn open(path: &Path) -> io::Result<()> {
    let mut command = opener();
    command.arg(path);
    run(command)
}

/// Shows a file in its folder.
///
/// # Errors
/// As [`open`].
pub fn reveal(path: &Path) -> io::Result<()> {
    if cfg!(target_os = "windows") {
        let mut argument = std::ffi::OsString::from("/select,");
        argument.push(path);
        let mut command = Command::new("explorer");
        command.arg(argument);
        // Explorer's exit code tells nothing.
        return command.spawn().map(drop);
    }
    if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg("-R").arg(path);
        return run(command);
    }
    open(path.parent().unwrap_or(path))
}

fn opener() -> Command {
    if cfg!(target_os = "windows") {
        Command::new("explorer")
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    }
}

fn run(mut command: Command) -> io::Result<()> {
    if cfg!(target_os = "windows") {
        return command.spawn().map(drop);
    }
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(status.to_string())) }
}
