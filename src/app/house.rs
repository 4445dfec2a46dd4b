//! What was opened: the folder of an office, its files, its proof.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::attachments::{Attachments, forget_copies};
use super::desk::Desk;
use super::drafts::Drafts;
use super::now::Now;
use super::refused::NotKept;
use crate::books::Books;
use crate::domain::id::PersonId;
use crate::domain::record::Position;
use crate::store::blob::Blobs;
use crate::store::checkpoint::Checkpoint;
use crate::store::drafts::Drawer;
use crate::store::report::Progress;
use crate::store::verify::Verification;
use crate::store::{Embedded, EventLog, Pending, Seal, wait};

/// The name and the format of the checkpoint of the books; the books know their own format besides.
const BOOKS: (&str, u16) = ("books", 1);

/// So many facts after the last checkpoint the next one is worth its while.
const WORTH: u64 = 5_000;

/// An open office on this machine. The last clone that is dropped closes it in order.
#[derive(Clone)]
pub struct House {
    pub(super) log: Arc<Embedded>,
    kept: Arc<AtomicU64>,
}

impl std::fmt::Debug for House {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "House({})", self.folder().display())
    }
}

impl House {
    pub(super) fn new(log: Embedded) -> Self {
        forget_copies(&log.folder().opened());
        Self { log: Arc::new(log), kept: Arc::new(AtomicU64::new(0)) }
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.log.folder().root()
    }

    /// A name of its own, wherever it lies and however its company is called.
    #[must_use]
    pub fn id(&self) -> String {
        self.log.office().0.to_string()
    }

    /// The last fact that is on disk.
    #[must_use]
    pub fn head(&self) -> Position {
        self.log.head()
    }

    /// A desk that knows the office as these books do.
    pub(super) fn desk(&self, now: Arc<dyn Now>, books: &Books) -> Desk {
        let log: Arc<dyn EventLog> = Arc::<Embedded>::clone(&self.log);
        Desk::knowing(log, now, (books.office().clone(), books.customers().numbers().clone(), books.position()))
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

    /// Files beside complaints.
    #[must_use]
    pub fn attachments(&self) -> Attachments {
        Attachments::of(self.files(), self.log.folder().opened())
    }

    /// What a person has begun on this machine and not yet sent.
    #[must_use]
    pub fn drafts(&self, person: PersonId) -> Drafts {
        let folder = self.log.folder().drafts().join(person.to_string());
        Drafts::of(Drawer::at(&folder, Seal::Open))
    }

    /// The books as the last checkpoint has them; empty ones where there is none that fits this very log.
    pub(super) fn books(&self) -> Books {
        let kept = wait(self.log.checkpoint(BOOKS.0, BOOKS.1)).ok();
        let books = kept.and_then(|kept| {
            let books = Books::from_bytes(&kept.bytes).ok()?;
            (books.position() == kept.position).then_some(books)
        });
        let books = books.unwrap_or_default();
        self.kept.fetch_max(books.position().0, Ordering::Relaxed);
        books
    }

    /// Whether so much was written since the last checkpoint that the next one is worth its while.
    #[must_use]
    pub fn wants_checkpoint(&self, books: &Books) -> bool {
        self.kept.load(Ordering::Relaxed) + WORTH <= books.position().0
    }

    /// Keeps a checkpoint of the books, so that the office opens quickly; it is disposable, so a failure is only
    /// traced. Call it now and then, where [`House::wants_checkpoint`], and on closing. The future writes a file.
    pub fn keep_checkpoint(&self, books: &Books) -> impl Future<Output = ()> + Send + use<> {
        let position = books.position();
        let (name, format) = BOOKS;
        let written =
            books.to_bytes().map(|bytes| self.log.keep_checkpoint(Checkpoint { name, format, position, bytes }));
        let kept = Arc::clone(&self.kept);
        async move {
            match written {
                Ok(written) => match written.await {
                    Ok(()) => {
                        kept.fetch_max(position.0, Ordering::Relaxed);
                    }
                    Err(refused) => tracing::warn!(%refused, "no checkpoint"),
                },
                Err(error) => tracing::warn!(%error, "no checkpoint"),
            }
        }
    }
}
