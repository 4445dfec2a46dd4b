//! What was opened: the folder of an office, its files, its proof.

use std::path::Path;
use std::sync::Arc;

use super::desk::Desk;
use super::now::Now;
use super::refused::NotKept;
use crate::books::Books;
use crate::domain::record::Position;
use crate::store::blob::Blobs;
use crate::store::report::Progress;
use crate::store::verify::Verification;
use crate::store::{Embedded, EventLog, Pending, Seal};

/// An open office on this machine. The last clone that is dropped closes it in order.
#[derive(Clone)]
pub struct House {
    pub(super) log: Arc<Embedded>,
}

impl std::fmt::Debug for House {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "House({})", self.folder().display())
    }
}

impl House {
    pub(super) fn new(log: Embedded) -> Self {
        Self { log: Arc::new(log) }
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.log.folder().root()
    }

    /// The last fact that is on disk.
    #[must_use]
    pub fn head(&self) -> Position {
        self.log.head()
    }

    /// A desk that knows the office as these books do.
    pub(super) fn desk(&self, now: Arc<dyn Now>, books: &Books) -> Desk {
        let log: Arc<dyn EventLog> = Arc::<Embedded>::clone(&self.log);
        Desk::knowing(log, now, (books.office().clone(), books.position()))
    }

    /// Checks every fact of both copies on the disk (`redress verify`).
    ///
    /// # Errors
    /// The log cannot be read at all.
    pub fn verify(&self, progress: impl FnMut(Progress) + Send + 'static) -> Pending<Result<Verification, NotKept>> {
        let answer = self.log.verify(progress);
        Box::pin(async move { answer.await.map_err(NotKept::from) })
    }

    /// Filed reports and attachments.
    #[must_use]
    pub fn files(&self) -> Blobs {
        Blobs::at(&self.log.folder().files(), Seal::Open)
    }
}
