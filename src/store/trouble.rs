//! What can go wrong, each for whoever can do something about it. Causes go to the trace.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::disk;
use crate::domain::id::StreamId;
use crate::domain::record::{Position, Version};

/// Why a batch was not written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AppendError {
    /// Somebody wrote to the stream since the author looked. Look again and decide again.
    #[error("the stream is at version {}, the author saw {}", actual.0, expected.0)]
    Overtaken {
        /// What the author saw.
        expected: Version,
        /// What is.
        actual: Version,
    },
    /// Somebody wrote to another stream that the author had looked at. Look again and decide again.
    #[error("{stream:?} beside it is at version {}, the author saw {}", actual.0, expected.0)]
    OvertakenBeside {
        /// Which stream.
        stream: StreamId,
        /// What the author saw.
        expected: Version,
        /// What is.
        actual: Version,
    },
    /// A batch without facts.
    #[error("a batch without facts")]
    Empty,
    /// A batch larger than [`super::LARGEST`], or one fact too many.
    #[error("a batch of {bytes} bytes; {limit} is the most")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The most.
        limit: u64,
    },
    /// The disk is full. Nothing was written; it may be tried again once there is room.
    #[error("the disk is full")]
    Full,
    /// The fact has no shape on disk: a fault of the program.
    #[error("not encodable: {0}")]
    Shapeless(String),
    /// The keeper failed and takes no more. Whether this batch is on disk shows when the office is opened again; the
    /// same press sent then is written once.
    #[error("the log stopped after a failure: {0}")]
    Broken(String),
    /// The log has been closed.
    #[error("the log is closed")]
    Stopped,
}

/// Why facts could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// A fact of a kind or format that this program does not know, or under a seal it cannot open.
    #[error("fact {} is of an unknown kind", .0.0)]
    Unreadable(Position),
    /// Facts that are lost, both ends included. Reading can go on after the last.
    #[error("facts {} to {} are lost", first.0, last.0)]
    Lost {
        /// The first lost one.
        first: Position,
        /// The last lost one.
        last: Position,
    },
    /// The database is damaged or cannot be read. Opening the office again mends it from the journal.
    #[error("the database cannot be read: {0}")]
    Broken(String),
    /// The log has been closed.
    #[error("the log is closed")]
    Stopped,
}

/// What of an office a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `office.redress`.
    Identity,
    /// `journal/`.
    Journal,
    /// `sled/`.
    Database,
}

/// Why an office was not opened. Nothing was deleted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// Another window or program has it open.
    #[error("{} is open elsewhere", folder.display())]
    Locked {
        /// The office.
        folder: PathBuf,
    },
    /// Damaged beyond what can be mended from within.
    #[error("{part:?} at {} is damaged: {cause}", place.display())]
    Damaged {
        /// What is damaged.
        part: Part,
        /// Where it lies.
        place: PathBuf,
        /// What is wrong, for the log file.
        cause: String,
    },
    /// Written by a newer program.
    #[error("{part:?} has format {format}, this program knows up to {known}")]
    Newer {
        /// What is newer.
        part: Part,
        /// Its format.
        format: u16,
        /// The newest that this program reads.
        known: u16,
    },
    /// The disk (or a quota) is full.
    #[error("the disk of {} is full", place.display())]
    DiskFull {
        /// What was being written.
        place: PathBuf,
    },
    /// We may not read or write there.
    #[error("no permission for {}", place.display())]
    NoPermission {
        /// What was refused.
        place: PathBuf,
    },
    /// No office lies there.
    #[error("{} is no office", folder.display())]
    NotAnOffice {
        /// The folder.
        folder: PathBuf,
    },
    /// An office lies there already.
    #[error("{} is an office already", folder.display())]
    Taken {
        /// The folder.
        folder: PathBuf,
    },
    /// Anything else that the system refuses.
    #[error("{}: {cause}", place.display())]
    Io {
        /// What was being read or written.
        place: PathBuf,
        /// The system's words.
        cause: String,
    },
}

impl OpenError {
    /// Sorts what the system said about a place.
    pub(super) fn from_io(place: &Path, cause: &io::Error) -> Self {
        tracing::error!(place = %place.display(), %cause, "the system refuses");
        let place = place.to_owned();
        if disk::is_full(cause) {
            Self::DiskFull { place }
        } else if disk::is_forbidden(cause) {
            Self::NoPermission { place }
        } else {
            Self::Io { place, cause: cause.to_string() }
        }
    }
}
