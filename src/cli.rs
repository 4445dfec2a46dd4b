//! The same use cases without a window.
//!
//! - What was asked for goes to standard output; with `--json` it is one JSON value, of `act` and `list` one a line.
//! - Errors go to standard error, with a status that is not zero: 1 for what was refused or not found, 2 for a wrong
//!   command line. No panic reaches a user.
//! - Customers are masked unless `--full` says for which purpose; that is recorded.

mod act;
mod asked;
mod command;
mod customers;
mod failure;
mod headless;
mod list;
mod mask;
mod month;
mod new;
mod output;
mod practice;
mod reveal;
mod schema;
mod show;
mod tidy;
mod verify;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use clap::error::ErrorKind;

use crate::app::{self, Opened, Wall};
use crate::domain::id::CustomerId;
use crate::i18n::{Locale, Texts};
use crate::platform::dirs::Dirs;

use command::{Arguments, Command, Report};
use failure::Failure;
use output::Output;
pub use output::warn;

/// What the command line came to.
#[derive(Debug)]
pub enum Asked {
    /// To open the window.
    Window(Window),
    /// To do something that is done.
    Done(ExitCode),
}

/// How the window is to be opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Window {
    /// On which office; `None`: the one of this person on this machine.
    pub office: Option<PathBuf>,
    /// In which language, where it was said.
    pub locale: Option<Locale>,
    /// Drawn by the processor.
    pub software_rendering: bool,
}

/// Draws the screens of an office in a language into a folder: the paths, or why not.
pub type Pictures = dyn Fn(&Opened, Locale, &Path) -> Result<Vec<PathBuf>, String>;

/// What the command line cannot do itself.
#[derive(Clone, Copy)]
pub struct Hands<'a> {
    /// Leaves pictures of the screens.
    pub pictures: &'a Pictures,
}

impl std::fmt::Debug for Hands<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hands")
    }
}

/// Reads the command line and does what it asks, but for the window.
pub fn run(arguments: impl IntoIterator<Item = OsString>, dirs: &Dirs, hands: &Hands<'_>) -> Asked {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return Asked::Done(misunderstood(&error)),
    };
    let locale = arguments.lang.map(Locale::from);
    let texts = Texts::new(locale.unwrap_or_else(Locale::of_system));
    let output = Output::new(arguments.json, texts);
    let Some(command) = &arguments.command else {
        let software_rendering = arguments.software_rendering;
        return Asked::Window(Window { office: arguments.office.clone(), locale, software_rendering });
    };
    match carry_out(command, (&arguments, dirs, hands), &output) {
        Ok(code) => Asked::Done(code),
        Err(Failure::Reader) => Asked::Done(ExitCode::SUCCESS),
        Err(failure) => {
            output.complain(&failure);
            Asked::Done(ExitCode::from(failure.status()))
        }
    }
}

fn misunderstood(error: &clap::Error) -> ExitCode {
    // Where nobody reads, nobody is to be told.
    let _ = error.print();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    }
}

fn carry_out(
    command: &Command,
    (arguments, dirs, hands): (&Arguments, &Dirs, &Hands<'_>),
    output: &Output,
) -> Result<ExitCode, Failure> {
    let folder = arguments.office.clone().unwrap_or_else(|| dirs.book());
    let open = || opened(&folder, output);
    match command {
        Command::New(words) => new::new(words, &folder, output)?,
        Command::Demo(words) => return practice::demo(words, (arguments, dirs), (output, hands)),
        Command::Act => act::act(&open()?, output)?,
        Command::Show(words) => match CustomerId::read(&words.number) {
            Some(id) => customers::show(id, &words.disclosure, &open()?, output)?,
            None => show::show(words, &open()?, output)?,
        },
        Command::List(words) if words.customers => customers::list(words, &open()?, output)?,
        Command::List(words) => list::list(words, &open()?, output)?,
        Command::Report { what: Report::Month(words) } => month::report(words, &open()?, output)?,
        Command::Schema => schema::schema(output)?,
        Command::Verify => verify::verify(&open()?, output)?,
        Command::Tidy(words) => tidy::tidy(words, &open()?, output)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Opens an office; what was mended is said.
fn opened(folder: &Path, output: &Output) -> Result<Opened, Failure> {
    let opened = app::open(folder, Arc::new(Wall), &mut |_| {}).map_err(Failure::NotOpened)?;
    if !opened.report.is_quiet() {
        verify::say_mended(&opened.report, output);
    }
    Ok(opened)
}
