//! Why somebody's wish was not carried out, for the person who wished it: each has a text in every language that says
//! what to do next.
//!
//! The rules refuse with a [`complaint::Rejection`], a [`customer::Rejection`] or an [`office::Rejection`]; the rest is what can stand between a
//! decided wish and the log.

use serde::Serialize;

use crate::domain::id::PersonId;
use crate::domain::moment::{self, Moment};
use crate::domain::record::{Position, Version};
use crate::domain::{complaint, customer, office};

/// Why a wish was not carried out. Nothing was written, unless it says otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// The rules of a complaint.
    #[error("refused: {0:?}")]
    Complaint(complaint::Rejection),
    /// The rules of customer files.
    #[error("refused: {0:?}")]
    Customer(customer::Rejection),
    /// The rules of the office.
    #[error("refused: {0:?}")]
    Office(office::Rejection),
    /// Somebody changed it since the person looked: look again, then wish again.
    #[error("changed by {by} meanwhile, to version {}", version.0)]
    Overtaken {
        /// Who changed it last.
        by: PersonId,
        /// When.
        #[serde(with = "moment::exact")]
        at: Moment,
        /// The version that it has now.
        version: Version,
    },
    /// A wish without a command.
    #[error("nothing was asked for")]
    Nothing,
    /// An instant was named, and the office is no practice office.
    #[error("only a practice office takes the time from outside")]
    NotPractice,
    /// The named instant lies before what has happened already.
    #[error("before the last fact")]
    BeforeLastFact {
        /// When the last thing happened.
        #[serde(with = "moment::exact")]
        last: Moment,
    },
    /// It could not be kept.
    #[error("not kept: {0:?}")]
    NotKept(NotKept),
}

/// Why the log could not keep or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotKept {
    /// The disk is full. Once there is room it can be wished again.
    DiskFull,
    /// More at once than the log takes.
    TooLarge,
    /// The log failed. Whether it was written shows when the office is opened again; the same press is written once.
    Failed,
    /// The office was closed meanwhile.
    Closed,
    /// A fact was written by a newer program.
    Unreadable {
        /// Which.
        position: Position,
    },
    /// Facts are lost, both ends included.
    Lost {
        /// The first.
        first: Position,
        /// The last.
        last: Position,
    },
    /// A file of the office is missing.
    FileMissing,
    /// A file of the office is damaged.
    FileDamaged,
}

impl NotKept {
    /// Whether whatever is wished next meets the same: the disk or the log, not this one wish.
    #[must_use]
    pub const fn meets_all(self) -> bool {
        match self {
            Self::DiskFull | Self::Failed | Self::Closed => true,
            Self::TooLarge | Self::Unreadable { .. } | Self::Lost { .. } | Self::FileMissing | Self::FileDamaged => {
                false
            }
        }
    }
}

/// Why an office was not opened. Nothing was deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NotOpened {
    /// Another window or program has it open.
    #[error("{folder} is open elsewhere")]
    Locked {
        /// The office.
        folder: String,
    },
    /// Damaged beyond what can be mended from within.
    #[error("{place} is damaged")]
    Damaged {
        /// Where.
        place: String,
    },
    /// Written by a newer program.
    #[error("written by a newer program")]
    Newer,
    /// The disk is full.
    #[error("the disk of {place} is full")]
    DiskFull {
        /// Which.
        place: String,
    },
    /// We may not read or write there.
    #[error("no permission for {place}")]
    NoPermission {
        /// Where.
        place: String,
    },
    /// No office lies there.
    #[error("{folder} is no office")]
    NotAnOffice {
        /// Where.
        folder: String,
    },
    /// An office lies there already.
    #[error("{folder} is an office already")]
    Taken {
        /// Where.
        folder: String,
    },
    /// The system refuses.
    #[error("{place}: {cause}")]
    System {
        /// Where.
        place: String,
        /// The system's words.
        cause: String,
    },
    /// The log opened, but its facts could not be read or the first ones not be written.
    #[error("not kept: {0:?}")]
    NotKept(NotKept),
    /// The office to be founded breaks its own rules.
    #[error("refused: {0:?}")]
    Office(office::Rejection),
}

impl From<complaint::Rejection> for Refused {
    fn from(rejection: complaint::Rejection) -> Self {
        Self::Complaint(rejection)
    }
}

impl From<customer::Rejection> for Refused {
    fn from(rejection: customer::Rejection) -> Self {
        Self::Customer(rejection)
    }
}

impl From<office::Rejection> for Refused {
    fn from(rejection: office::Rejection) -> Self {
        Self::Office(rejection)
    }
}

impl From<NotKept> for Refused {
    fn from(trouble: NotKept) -> Self {
        Self::NotKept(trouble)
    }
}

impl From<NotKept> for NotOpened {
    fn from(trouble: NotKept) -> Self {
        Self::NotKept(trouble)
    }
}
