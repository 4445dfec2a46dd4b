//! The embedded keeper: the journal, the database beside it, and one thread that writes.
//!
//! Order of a write: the journal takes the batch and is synced; it is acknowledged; the database takes it in one
//! atomic write and is synced; only then comes the next. So whatever was acknowledged is in the synced journal, and the
//! database is never more than one group behind the disk. Who reads waits until the database holds what was
//! acknowledged when he asked.

mod reader;
mod writer;

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock, mpsc};
use std::thread::{self, JoinHandle};

use tokio::sync::{oneshot, watch};

use super::chain::Link;
use super::checkpoint::{self, Checkpoint};
use super::envelope::{Bundle, Envelope};
use super::folder::{Folder, Held, OfficeId};
use super::keeper::{self, Keeper};
use super::mirror::Mirror;
use super::recovery::{self, OnProgress, Ready};
use super::report::{Progress, Report};
use super::seal::Seal;
use super::trouble::{AppendError, OpenError, ReadError};
use super::verify::{self, Verification};
use super::{Pending, Receipt};
use crate::domain::id::StreamId;
use crate::domain::record::Position;

/// The log of an office on this machine. Dropping it closes it in order.
#[derive(Debug)]
pub struct Embedded {
    folder: Folder,
    office: OfficeId,
    seal: Seal,
    head: watch::Receiver<Position>,
    writes: Option<mpsc::Sender<writer::Job>>,
    reads: Option<mpsc::Sender<reader::Job>>,
    threads: Vec<JoinHandle<()>>,
    leave: Arc<AtomicU64>,
    _held: Held,
}

/// So much of the disk is left alone: room for the database to tidy up in, and for the system to breathe.
const LEAVE: u64 = 32 << 20;

/// An office that was opened, and what was found.
#[derive(Debug)]
pub struct Opened {
    /// Its log.
    pub log: Embedded,
    /// What was found and mended.
    pub report: Report,
}

/// The database, shared by the threads.
#[derive(Debug)]
struct Shelf {
    mirror: RwLock<Option<Mirror>>,
    /// Up to where the database holds what the journal does; `None` once nothing more is written.
    holds: Mutex<Option<Position>>,
    grown: Condvar,
    /// Something failed: the next opening must read everything.
    suspect: AtomicBool,
}

impl Shelf {
    fn new(mirror: Mirror, head: Position) -> Self {
        Self {
            mirror: RwLock::new(Some(mirror)),
            holds: Mutex::new(Some(head)),
            grown: Condvar::new(),
            suspect: AtomicBool::new(false),
        }
    }

    /// Tells those who wait how far the database is now.
    fn tell(&self, holds: Option<Position>) {
        *self.holds.lock().unwrap_or_else(PoisonError::into_inner) = holds;
        self.grown.notify_all();
    }

    /// Waits until the database is so far, or never will be.
    fn await_write(&self, head: Position) {
        let holds = self.holds.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.grown.wait_while(holds, |it| it.is_some_and(|it| it < head)));
    }

    /// Does something with the database; a failure makes it suspect.
    fn with<T>(&self, call: impl FnOnce(&Mirror) -> Result<T, ReadError>) -> Result<T, ReadError> {
        let mirror = self.mirror.read().unwrap_or_else(PoisonError::into_inner);
        let answer = mirror.as_ref().map_or(Err(ReadError::Stopped), call);
        if let Err(ReadError::Broken(cause)) = &answer {
            tracing::error!(%cause, "the database cannot be read");
            self.suspect.store(true, Ordering::SeqCst);
        }
        answer
    }
}

impl Embedded {
    /// Makes an office in a folder that holds none. The folder is made too.
    ///
    /// # Errors
    /// [`OpenError`]; `Taken` where an office lies there already.
    pub fn create(root: &Path, seal: Seal) -> Result<Opened, OpenError> {
        Self::start(recovery::create(root)?, seal)
    }

    /// Opens the office in a folder and mends what needs mending; see [`Report`]. Takes long after a crash of a very
    /// large office; `progress` is told.
    ///
    /// # Errors
    /// [`OpenError`]. Nothing is deleted.
    pub fn open(root: &Path, seal: Seal, progress: OnProgress<'_>) -> Result<Opened, OpenError> {
        Self::start(recovery::open(root, progress)?, seal)
    }

    fn start(opened: Ready, seal: Seal) -> Result<Opened, OpenError> {
        let Ready { folder, held, office, journal, mirror, report } = opened;
        tracing::info!(head = report.head.0, repairs = report.repairs.len(), lost = report.lost.len(), "office open");
        let shelf = Arc::new(Shelf::new(mirror, journal.end().head));
        let (told, head) = watch::channel(journal.end().head);
        let failed = |cause| OpenError::from_io(folder.root(), &cause);
        let leave = Arc::new(AtomicU64::new(LEAVE));
        let (to_writer, jobs) = mpsc::channel();
        let writer = writer::Writer {
            folder: folder.clone(),
            office,
            journal,
            shelf: Arc::clone(&shelf),
            seal: seal.clone(),
            head: told,
            broken: None,
            leave: Arc::clone(&leave),
        };
        let writing = thread::Builder::new().name("log writer".to_owned()).spawn(move || writer.run(&jobs));
        let writing = writing.map_err(failed)?;
        let (to_reader, jobs) = mpsc::channel();
        let reading = thread::Builder::new().name("log reader".to_owned()).spawn(move || reader::run(&shelf, &jobs));
        // In the order of closing: what was asked is read before the database is closed.
        let threads = vec![reading.map_err(failed)?, writing];
        let log = Self {
            folder,
            office,
            seal,
            head,
            writes: Some(to_writer),
            reads: Some(to_reader),
            threads,
            leave,
            _held: held,
        };
        Ok(Opened { log, report })
    }

    /// The folder of the office.
    #[must_use]
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Which office it is.
    #[must_use]
    pub const fn office(&self) -> OfficeId {
        self.office
    }

    /// Leaves so many bytes of the disk alone instead of the usual 32 MiB: what would need them is refused as
    /// [`AppendError::Full`] before anything of it is written, and may be sent again once there is room.
    pub fn leave(&self, bytes: u64) {
        self.leave.store(bytes, Ordering::Relaxed);
    }

    /// The last fact that is on disk.
    #[must_use]
    pub fn head(&self) -> Position {
        *self.head.borrow()
    }

    /// Closes the database and opens it again, once after an import: sled replays what was written, and would
    /// otherwise do so when somebody waits for the office to open.
    #[must_use]
    pub fn settle(&self) -> Pending<Result<(), ReadError>> {
        let (answer, answered) = oneshot::channel();
        self.send(writer::Job::Settle(answer));
        Box::pin(async move { answered.await.unwrap_or(Err(ReadError::Stopped)) })
    }

    /// Reads journal and database and checks every frame, link, position and count. Writing goes on meanwhile; what
    /// is written meanwhile is not looked at.
    pub fn verify(&self, progress: impl FnMut(Progress) + Send + 'static) -> Pending<Result<Verification, ReadError>> {
        let (folder, office, until) = (self.folder.clone(), self.office, self.head());
        let mut progress = progress;
        self.read(move |mirror, _| {
            verify::verify(&verify::Copies { journal: &folder.journal(), office, mirror }, until, &mut progress)
        })
    }

    /// Keeps a checkpoint of the books: bytes that say what the facts up to `position` come to. `None` where there is
    /// no such fact.
    #[must_use]
    pub fn keep_checkpoint(&self, checkpoint: Checkpoint) -> Pending<Result<(), checkpoint::Refused>> {
        let (folder, seal) = (self.folder.checkpoints(), self.seal.clone());
        let link = self.link(checkpoint.position);
        Box::pin(async move {
            let link = link.await.ok().flatten().ok_or(checkpoint::Refused::OtherLog)?;
            checkpoint::save(&folder, &checkpoint, link, &seal)
        })
    }

    /// The checkpoint of that name and format, where it belongs to this very log.
    #[must_use]
    pub fn checkpoint(&self, name: &'static str, format: u16) -> Pending<Result<Checkpoint, checkpoint::Refused>> {
        let loaded = checkpoint::load(&self.folder.checkpoints(), name, format, &self.seal);
        let (checkpoint, kept) = match loaded {
            Ok(loaded) => loaded,
            Err(refused) => return keeper::ready(Err(refused)),
        };
        let link = self.link(checkpoint.position);
        Box::pin(async move {
            match link.await {
                Ok(Some(link)) if link == kept => Ok(checkpoint),
                Ok(_) | Err(_) => Err(checkpoint::Refused::OtherLog),
            }
        })
    }

    fn send(&self, job: writer::Job) {
        if let Some(writes) = &self.writes {
            // Where the writer is gone the answer's sender drops with the job, and that is the answer.
            let _ = writes.send(job);
        }
    }

    fn read<T: Send + 'static>(
        &self,
        call: impl FnOnce(&Mirror, Position) -> Result<T, ReadError> + Send + 'static,
    ) -> Pending<Result<T, ReadError>> {
        let (answer, answered) = oneshot::channel();
        let head = self.head();
        let job: reader::Job = Box::new(move |shelf| {
            shelf.await_write(head);
            // Nobody may wait for it any more.
            let _ = answer.send(shelf.with(|mirror| call(mirror, head)));
        });
        if let Some(reads) = &self.reads {
            let _ = reads.send(job);
        }
        Box::pin(async move { answered.await.unwrap_or(Err(ReadError::Stopped)) })
    }
}

impl Keeper for Embedded {
    fn put(&self, bundles: Vec<Bundle>) -> Pending<Vec<Result<Receipt, AppendError>>> {
        let count = bundles.len();
        let (answer, answered) = oneshot::channel();
        self.send(writer::Job::Put(bundles, answer));
        Box::pin(async move { answered.await.unwrap_or_else(|_| vec![Err(AppendError::Stopped); count]) })
    }

    fn of_stream(&self, stream: StreamId) -> Pending<Result<Vec<Envelope>, ReadError>> {
        let seal = self.seal.clone();
        self.read(move |mirror, _| reader::of_stream(mirror, stream, &seal))
    }

    fn past(&self, position: Position, limit: usize) -> Pending<Result<Vec<Envelope>, ReadError>> {
        let seal = self.seal.clone();
        self.read(move |mirror, head| reader::past(mirror, position..head, limit, &seal))
    }

    fn grown(&self, position: Position) -> Pending<Result<(), ReadError>> {
        keeper::grown(self.head.clone(), position)
    }

    fn link(&self, position: Position) -> Pending<Result<Option<Link>, ReadError>> {
        self.read(move |mirror, _| reader::link(mirror, position))
    }
}

impl Drop for Embedded {
    /// Closes in order: what was asked is answered, both copies are synced, and the clean mark is set.
    fn drop(&mut self) {
        self.reads = None;
        for (place, thread) in self.threads.drain(..).enumerate() {
            if place == 1 {
                self.writes = None;
            }
            if thread.join().is_err() {
                tracing::error!("a thread of the log had panicked");
            }
        }
    }
}
