//! What was found and mended when an office was opened. Nothing is mended silently.

use std::path::PathBuf;

use crate::domain::record::Position;

/// What opening has found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How it was closed before.
    pub closed: Closed,
    /// The last fact.
    pub head: Position,
    /// What was mended, in order.
    pub repairs: Vec<Repair>,
    /// Facts that were acknowledged and are gone from the journal and the database alike: each range with both ends.
    /// They may be in a backup or in what was moved aside.
    pub lost: Vec<(Position, Position)>,
    /// Facts whose link does not continue the one before: somebody changed the log.
    pub broken_links: Vec<Position>,
}

impl Report {
    /// Whether there is nothing that anyone should be told.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.lost.is_empty() && self.broken_links.is_empty() && self.repairs.iter().all(Repair::is_routine)
    }
}

/// How an office was closed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Closed {
    /// In order.
    #[default]
    Orderly,
    /// By a crash, a kill or a power cut; so everything was read once.
    Abruptly,
}

/// Something that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// The end of the journal held bytes that are no whole batch; they were cut off.
    TailCut {
        /// The last whole fact.
        after: Position,
        /// How many bytes.
        bytes: u64,
        /// Whether anything acknowledged can have been among them.
        loss: Loss,
    },
    /// The database lacked the last facts, both ends included; they were written from the journal.
    CaughtUp {
        /// The first.
        first: Position,
        /// The last.
        last: Position,
    },
    /// The journal lacked the last facts, both ends included; they were written from the database.
    JournalCompleted {
        /// The first.
        first: Position,
        /// The last.
        last: Position,
    },
    /// The journal was damaged or missing and was written anew from what it and the database still hold.
    JournalRewritten {
        /// Where the old one lies now.
        aside: Option<PathBuf>,
        /// What was wrong, for the log file.
        cause: String,
    },
    /// The database was damaged, missing or another one and was built anew from the journal.
    DatabaseRebuilt {
        /// Where the old one lies now.
        aside: Option<PathBuf>,
        /// What was wrong, for the log file.
        cause: String,
    },
    /// The file that says whose folder it is was damaged or missing.
    IdentityRewritten {
        /// Where the old one lies now.
        aside: Option<PathBuf>,
    },
}

impl Repair {
    /// Whether it is what a crash leaves behind, with nothing damaged.
    #[must_use]
    pub const fn is_routine(&self) -> bool {
        match self {
            Self::TailCut { loss: Loss::None, .. } | Self::CaughtUp { .. } => true,
            Self::TailCut { loss: Loss::Possible, .. }
            | Self::JournalCompleted { .. }
            | Self::JournalRewritten { .. }
            | Self::DatabaseRebuilt { .. }
            | Self::IdentityRewritten { .. } => false,
        }
    }
}

/// Whether something acknowledged can be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// No: the other copy ends at the same place.
    None,
    /// Perhaps: the other copy cannot say.
    Possible,
}

/// How far a long piece of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// Facts behind.
    pub done: Position,
    /// Facts altogether, where known.
    pub total: Option<Position>,
}

/// The long steps of opening and verifying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading the journal.
    CheckingJournal,
    /// Reading the database.
    CheckingDatabase,
    /// Writing the journal anew.
    RewritingJournal,
    /// Writing the database from the journal.
    WritingDatabase,
}
