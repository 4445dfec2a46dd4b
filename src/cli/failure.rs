//! Why something could not be done, for standard error.

use std::path::PathBuf;

use crate::app::{NotKept, NotOpened, Refused, demo};
use crate::domain::office::Office;
use crate::i18n::Texts;

/// Why something could not be done.
#[derive(Debug)]
pub(super) enum Failure {
    NotOpened(NotOpened),
    NotKept(NotKept),
    Refused(Box<(Refused, std::sync::Arc<Office>)>),
    /// No complaint of that number.
    NoComplaint(String),
    /// A text that is no number of a complaint.
    NotANumber(String),
    /// A text that is no instant.
    NotATime(String),
    /// A text that is no month.
    NotAMonth(String),
    /// A path whose ending says no shape that we can write.
    Ending(String),
    /// Nobody, no department, no category is called so.
    NobodyCalled(String),
    NoDepartment(String),
    NoCategory(String),
    /// An empty or endless text where words are needed.
    BadText(String),
    /// Some lines were not carried out.
    Lines {
        failed: usize,
        of: usize,
    },
    /// Drafts that cannot be read may name any file.
    Drafts(Vec<PathBuf>),
    /// The log is damaged.
    Unsound,
    NoDisplay,
    Practice(demo::Broken),
    /// A picture could not be drawn.
    Picture(String),
    /// A file could not be written.
    Unwritable {
        path: PathBuf,
        cause: String,
    },
    /// Standard input could not be read.
    Input(String),
    /// Who read our output has gone away: nothing to complain about.
    Reader,
}

impl Failure {
    pub(super) const fn status(&self) -> u8 {
        match self {
            Self::NotANumber(_)
            | Self::NotATime(_)
            | Self::NotAMonth(_)
            | Self::Ending(_)
            | Self::NobodyCalled(_)
            | Self::NoDepartment(_)
            | Self::NoCategory(_)
            | Self::BadText(_) => 2,
            Self::NotOpened(_)
            | Self::NotKept(_)
            | Self::Refused(_)
            | Self::NoComplaint(_)
            | Self::Lines { .. }
            | Self::Drafts(_)
            | Self::Unsound
            | Self::NoDisplay
            | Self::Practice(_)
            | Self::Picture(_)
            | Self::Unwritable { .. }
            | Self::Input(_)
            | Self::Reader => 1,
        }
    }

    pub(super) fn words(&self, texts: &Texts) -> String {
        match self {
            Self::NotOpened(trouble) => texts.not_opened(trouble),
            Self::NotKept(trouble) => texts.not_kept(*trouble),
            Self::Refused(refused) => texts.refused(&refused.0, &refused.1),
            Self::NoComplaint(number) => texts.cli_no_complaint(number),
            Self::NotANumber(text) => texts.cli_not_a_number(text),
            Self::NotATime(text) => texts.cli_not_a_time(text),
            Self::NotAMonth(text) => texts.cli_not_a_month(text),
            Self::Ending(path) => texts.cli_ending(path),
            Self::Picture(cause) => texts.cli_picture(cause),
            Self::NobodyCalled(name) => texts.cli_nobody_called(name),
            Self::NoDepartment(name) => texts.cli_no_department(name),
            Self::NoCategory(name) => texts.cli_no_category(name),
            Self::BadText(option) => texts.cli_bad_text(option),
            Self::Lines { failed, of } => texts.cli_lines_failed(failed.to_string(), of.to_string()),
            Self::Drafts(paths) => {
                let paths: Vec<String> = paths.iter().map(|it| it.display().to_string()).collect();
                texts.cli_tidy_drafts(paths.join("\n"))
            }
            Self::Unsound => texts.cli_unsound().to_owned(),
            Self::NoDisplay => texts.cli_no_display().to_owned(),
            Self::Practice(broken) => texts.cli_practice_broken(broken.to_string()),
            Self::Unwritable { path, cause } => texts.write_failed(path.display().to_string(), cause),
            Self::Input(cause) => texts.cli_input(cause),
            Self::Reader => String::new(),
        }
    }
}

impl From<NotKept> for Failure {
    fn from(trouble: NotKept) -> Self {
        Self::NotKept(trouble)
    }
}
