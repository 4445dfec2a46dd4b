//! The one thread that writes.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, PoisonError};

use tokio::sync::{oneshot, watch};

use super::super::disk;
use super::super::envelope::{Bundle, Page};
use super::super::folder::{Folder, OfficeId};
use super::super::group::{Group, Known};
use super::super::journal::{Append, Journal, segment};
use super::super::mirror::Mirror;
use super::super::seal::Seal;
use super::super::trouble::{AppendError, ReadError};
use super::{Receipt, Shelf};
use crate::domain::id::{PressId, StreamId};
use crate::domain::record::{Position, Version};

/// Batches with one sync. More, and a power cut has left databases that do not open (DESIGN.md §5).
const BATCHES_A_SYNC: usize = 32;

/// Bytes with one sync; a larger batch goes alone.
const BYTES_A_SYNC: usize = 1 << 20;

type Answers = Vec<Result<Receipt, AppendError>>;

/// Pages with their bytes: what the journal has and the database has not.
type Owed = Vec<(Page, Vec<u8>)>;

/// What the writer is asked.
pub(super) enum Job {
    Put(Vec<Bundle>, oneshot::Sender<Answers>),
    Settle(oneshot::Sender<Result<(), ReadError>>),
}

pub(super) struct Writer {
    pub folder: Folder,
    pub office: OfficeId,
    pub journal: Journal,
    pub shelf: Arc<Shelf>,
    pub seal: Seal,
    pub head: watch::Sender<Position>,
    /// Why nothing more is written.
    pub broken: Option<String>,
    /// So many bytes of the disk are left alone.
    pub leave: Arc<AtomicU64>,
}

/// Some bundles' answers and who waits for them.
struct Waiting {
    count: usize,
    answers: Answers,
    to: oneshot::Sender<Answers>,
}

impl Writer {
    /// Writes until nobody can ask any more, then closes in order.
    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        let mut left = None;
        while let Some(job) = left.take().or_else(|| jobs.recv().ok()) {
            match job {
                Job::Settle(to) => {
                    let _ = to.send(self.settle());
                }
                Job::Put(bundles, to) => {
                    let mut queue = VecDeque::from(bundles);
                    let mut waiting = VecDeque::from([Waiting { count: queue.len(), answers: Vec::new(), to }]);
                    while queue.len() < BATCHES_A_SYNC {
                        match jobs.try_recv() {
                            Ok(Job::Put(bundles, to)) => {
                                waiting.push_back(Waiting { count: bundles.len(), answers: Vec::new(), to });
                                queue.extend(bundles);
                            }
                            Ok(Job::Settle(to)) => {
                                left = Some(Job::Settle(to));
                                break;
                            }
                            Err(_) => break,
                        }
                    }
                    self.put(queue, waiting);
                }
            }
        }
        self.close();
    }

    fn put(&mut self, mut queue: VecDeque<Bundle>, mut waiting: VecDeque<Waiting>) {
        loop {
            let group = next_group(&mut queue);
            let mut owed = Owed::new();
            let mut answers =
                VecDeque::from(if group.is_empty() { Answers::new() } else { self.commit(&group, &mut owed) });
            // Acknowledge: the journal is synced.
            while let Some(mut first) = waiting.pop_front() {
                let missing = first.count - first.answers.len();
                first.answers.extend(answers.drain(..missing.min(answers.len())));
                if first.answers.len() < first.count {
                    waiting.push_front(first);
                    break;
                }
                let _ = first.to.send(first.answers);
            }
            self.shelve(&owed);
            if queue.is_empty() {
                return;
            }
        }
    }

    /// Judges bundles and writes those that pass to the journal, synced; the database is `owed` them from then on.
    fn commit(&mut self, bundles: &[Bundle], owed: &mut Owed) -> Answers {
        if let Some(cause) = &self.broken {
            return vec![Err(AppendError::Broken(cause.clone())); bundles.len()];
        }
        if self.is_short_of_room(bundles) {
            return vec![Err(AppendError::Full); bundles.len()];
        }
        let shared = Arc::clone(&self.shelf);
        let mirror = shared.mirror.read().unwrap_or_else(PoisonError::into_inner);
        let Some(mirror) = mirror.as_ref() else { return vec![Err(AppendError::Stopped); bundles.len()] };
        let before = self.journal.end().head;
        let mut group = Group::after(self.journal.end());
        for bundle in bundles {
            group.add(bundle, mirror, &self.seal);
        }
        let failed = group.answers.iter().find_map(|it| match it {
            Err(AppendError::Broken(cause)) => Some(cause.clone()),
            Ok(_) | Err(_) => None,
        });
        if let Some(cause) = failed {
            self.give_up(cause.clone());
            return vec![Err(AppendError::Broken(cause)); bundles.len()];
        }
        match self.write(&group) {
            Ok(pages) => {
                *owed = pages;
                self.head.send_if_modified(|head| std::mem::replace(head, group.end.head) != group.end.head);
                group.answers
            }
            Err(cause) => {
                let written = |it: &Receipt| before < it.first;
                let answer = |it| match it {
                    Ok(receipt) if written(&receipt) => Err(cause.clone()),
                    other => other,
                };
                group.answers.into_iter().map(answer).collect()
            }
        }
    }

    /// Whether the disk is so full that the database might not take what the journal does. sled panics or stops for
    /// good when it cannot write; so a batch is refused while nothing of it is written.
    fn is_short_of_room(&self, bundles: &[Bundle]) -> bool {
        let bytes: usize = bundles.iter().flat_map(|it| &it.pieces).map(|it| it.body.len()).sum();
        // Journal, database and its log: each takes the bytes once.
        let needed = self.leave.load(Ordering::Relaxed).saturating_add(3 * bytes as u64);
        let short = disk::room(self.folder.root()).is_some_and(|it| it < needed);
        if short {
            tracing::warn!(needed, "the disk is almost full");
        }
        short
    }

    fn write(&mut self, group: &Group) -> Result<Owed, AppendError> {
        let Some(first) = group.sheaves.first().map(|it| it.first) else { return Ok(Owed::new()) };
        let mut frames = Vec::new();
        let mut pages = Owed::with_capacity(group.sheaves.len());
        for sheaf in &group.sheaves {
            let page = Page::Sheaf(sheaf.clone());
            let bytes = page.encode();
            segment::frame(&bytes, first, &mut frames);
            pages.push((page, bytes));
        }
        match self.journal.append(&frames, group.end) {
            Ok(()) => (),
            Err(Append::Refused(cause)) if disk::is_full(&cause) => return Err(AppendError::Full),
            Err(Append::Refused(cause) | Append::Stuck(cause)) => return Err(self.give_up(cause.to_string())),
        }
        self.journal.sync().map(|()| pages).map_err(|it| self.give_up(it.to_string()))
    }

    /// Writes to the database what the journal has already, tells those who wait for it, and syncs it.
    fn shelve(&mut self, owed: &Owed) {
        if owed.is_empty() {
            return;
        }
        let pages = || owed.iter().map(|(page, bytes)| (page, bytes.as_slice()));
        let shared = Arc::clone(&self.shelf);
        let shelved = shared.with(|mirror| {
            mirror.write(pages())?;
            shared.tell(Some(self.journal.end().head));
            Ok(mirror.sync()?)
        });
        if let Err(cause) = shelved {
            self.give_up(cause.to_string());
        }
    }

    /// From now on nothing more is written, and the next opening reads everything.
    fn give_up(&mut self, cause: String) -> AppendError {
        tracing::error!(%cause, "the log stops");
        self.shelf.suspect.store(true, Ordering::SeqCst);
        self.shelf.tell(None);
        self.broken = Some(cause.clone());
        AppendError::Broken(cause)
    }

    fn settle(&mut self) -> Result<(), ReadError> {
        let shared = Arc::clone(&self.shelf);
        let mut mirror = shared.mirror.write().unwrap_or_else(PoisonError::into_inner);
        let reopened = mirror.take().map_or(Ok(()), Mirror::close).and_then(|()| {
            Mirror::open(&self.folder.sled(), self.office, self.journal.end().head).map(|it| *mirror = Some(it))
        });
        reopened.map_err(|it| {
            self.give_up(it.to_string());
            ReadError::Broken(it.to_string())
        })
    }

    fn close(mut self) {
        let cut = if self.broken.is_none() { self.journal.finish() } else { Ok(()) };
        let mirror = self.shelf.mirror.write().unwrap_or_else(PoisonError::into_inner).take();
        let closed = mirror.map_or(Ok(()), |it| it.sync().and_then(|()| it.close()));
        let sound = self.broken.is_none() && !self.shelf.suspect.load(Ordering::SeqCst);
        match closed {
            Ok(()) if sound => match cut.and_then(|()| self.folder.write_clean(self.journal.end())) {
                Ok(()) => tracing::info!(head = self.journal.end().head.0, "office closed"),
                Err(cause) => tracing::warn!(%cause, "no clean mark; the next opening reads everything"),
            },
            Ok(()) => tracing::warn!("closed after a failure; the next opening reads everything"),
            Err(cause) => tracing::warn!(%cause, "not closed in order; the next opening reads everything"),
        }
    }
}

/// As many bundles as share a sync.
fn next_group(queue: &mut VecDeque<Bundle>) -> Vec<Bundle> {
    let mut group = Vec::new();
    let mut bytes = 0;
    while let Some(bundle) = queue.pop_front() {
        bytes += bundle.pieces.iter().map(|it| it.body.len()).sum::<usize>();
        if !group.is_empty() && (group.len() == BATCHES_A_SYNC || BYTES_A_SYNC < bytes) {
            queue.push_front(bundle);
            return group;
        }
        group.push(bundle);
    }
    group
}

impl Known for Mirror {
    fn version(&self, stream: StreamId) -> Result<Version, AppendError> {
        Self::version(self, stream).map_err(|it| AppendError::Broken(it.to_string()))
    }

    fn receipt(&self, press: PressId) -> Result<Option<Receipt>, AppendError> {
        let sheaf = self.press(press).map_err(|it| AppendError::Broken(it.to_string()))?;
        Ok(sheaf.as_ref().map(Receipt::of))
    }
}
