//! What the store says, for a person. The cause goes to the trace.

use std::path::Path;

use super::refused::{NotKept, NotOpened};
use crate::store::blob::BlobError;
use crate::store::{AppendError, OpenError, ReadError};

impl From<ReadError> for NotKept {
    fn from(trouble: ReadError) -> Self {
        tracing::error!(%trouble, "reading the log");
        match trouble {
            ReadError::Unreadable(position) => Self::Unreadable { position },
            ReadError::Lost { first, last } => Self::Lost { first, last },
            ReadError::Broken(_) => Self::Failed,
            ReadError::Stopped => Self::Closed,
        }
    }
}

impl From<AppendError> for NotKept {
    fn from(trouble: AppendError) -> Self {
        tracing::error!(%trouble, "writing the log");
        match trouble {
            AppendError::Full => Self::DiskFull,
            AppendError::TooLarge { .. } => Self::TooLarge,
            AppendError::Stopped => Self::Closed,
            // The desk answers the first three itself; here they are faults of the program, like the fourth.
            AppendError::Overtaken { .. }
            | AppendError::OvertakenBeside { .. }
            | AppendError::Empty
            | AppendError::Shapeless(_)
            | AppendError::Broken(_) => Self::Failed,
        }
    }
}

impl From<BlobError> for NotKept {
    fn from(trouble: BlobError) -> Self {
        tracing::error!(%trouble, "a file of the office");
        match trouble {
            BlobError::Absent => Self::FileMissing,
            BlobError::Damaged => Self::FileDamaged,
            BlobError::Full => Self::DiskFull,
            BlobError::NoPermission | BlobError::Io(_) => Self::Failed,
        }
    }
}

impl From<OpenError> for NotOpened {
    fn from(trouble: OpenError) -> Self {
        tracing::error!(%trouble, "opening the office");
        let shown = |place: &Path| place.display().to_string();
        match trouble {
            OpenError::Locked { folder } => Self::Locked { folder: shown(&folder) },
            OpenError::Damaged { place, .. } => Self::Damaged { place: shown(&place) },
            OpenError::Newer { .. } => Self::Newer,
            OpenError::DiskFull { place } => Self::DiskFull { place: shown(&place) },
            OpenError::NoPermission { place } => Self::NoPermission { place: shown(&place) },
            OpenError::NotAnOffice { folder } => Self::NotAnOffice { folder: shown(&folder) },
            OpenError::Taken { folder } => Self::Taken { folder: shown(&folder) },
            OpenError::Io { place, cause } => Self::System { place: shown(&place), cause },
        }
    }
}
