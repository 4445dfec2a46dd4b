//! Opening an office: compare the journal with the database, and mend each from the other.
//!
//! Nothing is deleted: what is replaced is moved aside first. What cannot be had back is named.

use std::fs;
use std::path::Path;

use uuid::Uuid;

use super::disk;
use super::envelope::Page;
use super::folder::{Folder, Held, Identity, OfficeId};
use super::journal::scan::{self, Depth, Found, Pages, Spot, Tail, Unread};
use super::journal::{Append, Copy, End, Journal, segment, segments};
use super::mirror::{self, Mirror, MirrorError};
use super::report::{Closed, Loss, Progress, Repair, Report, Step};
use super::trouble::{OpenError, Part};
use crate::domain::record::Position;

mod check;
mod mend;

use check::{Checked, check};

/// An office that is open and mended.
#[derive(Debug)]
pub(super) struct Ready {
    pub folder: Folder,
    pub held: Held,
    pub office: OfficeId,
    pub journal: Journal,
    pub mirror: Mirror,
    pub report: Report,
}

/// Told how far opening is.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress);

/// Everything that recovery works on.
struct Bench<'a> {
    folder: &'a Folder,
    office: OfficeId,
    report: Report,
    progress: OnProgress<'a>,
}

/// Makes an office in a folder that holds none.
pub(super) fn create(root: &Path) -> Result<Ready, OpenError> {
    let failed = |cause| OpenError::from_io(root, &cause);
    fs::create_dir_all(root).map_err(failed)?;
    let folder = Folder::at(root);
    let held = folder.hold()?;
    if is_office(&folder).map_err(failed)? {
        return Err(OpenError::Taken { folder: root.to_owned() });
    }
    let office = OfficeId(Uuid::now_v7());
    fs::create_dir_all(folder.journal()).map_err(failed)?;
    let journal = Journal::begin(&folder.journal(), office).map_err(failed)?;
    let mirror = Mirror::open(&folder.sled(), office, Position::START).map_err(|it| refused(&folder, it))?;
    disk::sync_folder(&folder.sled()).map_err(failed)?;
    folder.write_identity(office).map_err(failed)?;
    disk::sync_parent(root).map_err(failed)?;
    Ok(Ready { folder, held, office, journal, mirror, report: Report::default() })
}

/// Opens an office and mends it where needed.
pub(super) fn open(root: &Path, progress: OnProgress<'_>) -> Result<Ready, OpenError> {
    let failed = |cause| OpenError::from_io(root, &cause);
    let folder = Folder::at(root);
    if !root.is_dir() || !is_office(&folder).map_err(failed)? {
        return Err(OpenError::NotAnOffice { folder: root.to_owned() });
    }
    let held = folder.hold()?;
    let mut report = Report::default();
    settle_half_journal(&folder).map_err(failed)?;
    let office = identify(&folder, &mut report)?;
    let clean = folder.clean().map_err(failed)?;
    report.closed = if clean.is_some() { Closed::Orderly } else { Closed::Abruptly };
    let mut bench = Bench { folder: &folder, office, report, progress };
    let (journal, mirror) = bench.open(clean)?;
    let mut report = bench.report;
    report.head = journal.end().head;
    Ok(Ready { folder, held, office, journal, mirror, report })
}

impl Bench<'_> {
    fn open(&mut self, clean: Option<End>) -> Result<(Journal, Mirror), OpenError> {
        if let Some(end) = clean {
            let ends = self.judge_journal(Depth::LastSegment)?;
            self.folder.forget_clean().map_err(|it| self.io(&it))?;
            if let Some(found) = ends
                && found.end() == end
                && found.is_whole()
                && found.breaks.is_empty()
                && found.torn.bytes == 0
                && let Some(mirror) = self.same_ends(end)?
            {
                let journal = Journal::resume(&self.folder.journal(), self.office, &found.tail);
                return Ok((journal.map_err(|it| self.io(&it))?, mirror));
            }
        }
        let found = self.judge_journal(Depth::All)?;
        let mirror = self.judge_mirror(found.as_ref().map_or(Position::START, |it| it.end().head))?;
        if found.is_none() && clean.is_none() && matches!(&mirror, Judged::Unusable(it) if it == ABSENT) {
            let cause = "the journal and the database are both missing".to_owned();
            return Err(OpenError::Damaged { part: Part::Journal, place: self.folder.journal(), cause });
        }
        let journal = self.mend_journal(found, &mirror, clean)?;
        let mirror = self.mend_mirror(&journal, mirror)?;
        Ok((journal, mirror))
    }

    fn judge_journal(&mut self, depth: Depth) -> Result<Option<Found>, OpenError> {
        let place = self.folder.journal();
        if !place.is_dir() {
            return Ok(None);
        }
        let progress = &mut *self.progress;
        let mut counted = Every::new(Step::CheckingJournal, None, progress);
        match scan::judge(&place, self.office, depth, &mut |it| counted.tell(it)) {
            Ok(found) => Ok(Some(found)),
            Err(Unread::Absent) => Ok(None),
            Err(Unread::Newer(format)) => Err(OpenError::Newer { part: Part::Journal, format, known: segment::FORMAT }),
            Err(Unread::Foreign(other)) => {
                let cause = format!("it belongs to the office {}", other.0);
                Err(OpenError::Damaged { part: Part::Journal, place, cause })
            }
            Err(Unread::Io(cause)) => Err(OpenError::from_io(&place, &cause)),
        }
    }

    /// The database, where it opens and ends as the journal does.
    fn same_ends(&mut self, end: End) -> Result<Option<Mirror>, OpenError> {
        let place = self.folder.sled();
        if !place.is_dir() {
            return Ok(None);
        }
        let mirror = match Mirror::open(&place, self.office, end.head) {
            Ok(mirror) => mirror,
            Err(MirrorError::Damaged(_)) => return Ok(None),
            Err(other) => return Err(refused(self.folder, other)),
        };
        let same = check::same_tail(&mirror, &self.folder.journal(), self.office, end);
        Ok(same.unwrap_or(false).then_some(mirror))
    }

    fn judge_mirror(&mut self, expected: Position) -> Result<Judged, OpenError> {
        let place = self.folder.sled();
        if !place.is_dir() {
            return Ok(Judged::Unusable(ABSENT.to_owned()));
        }
        match Mirror::open(&place, self.office, expected) {
            Ok(mirror) => {
                let progress = &mut *self.progress;
                let mut counted = Every::new(Step::CheckingDatabase, Some(expected), progress);
                let checked = check(&mirror, &mut |it| counted.tell(it));
                Ok(Judged::Open(mirror, checked))
            }
            Err(MirrorError::Damaged(cause)) => Ok(Judged::Unusable(cause)),
            Err(other) => Err(refused(self.folder, other)),
        }
    }

    fn io(&self, cause: &std::io::Error) -> OpenError {
        OpenError::from_io(self.folder.root(), cause)
    }
}

const ABSENT: &str = "missing";

/// The database as opening found it.
enum Judged {
    /// It opens; what reading it showed.
    Open(Mirror, Checked),
    /// It does not; why.
    Unusable(String),
}

/// Tells progress every few thousand facts.
struct Every<'a> {
    step: Step,
    total: Option<Position>,
    next: u64,
    progress: OnProgress<'a>,
}

impl<'a> Every<'a> {
    fn new(step: Step, total: Option<Position>, progress: OnProgress<'a>) -> Self {
        Self { step, total, next: 0, progress }
    }

    fn tell(&mut self, done: Position) {
        if self.next <= done.0 {
            self.next = done.0 + 4096;
            (self.progress)(Progress { step: self.step, done, total: self.total });
        }
    }
}

fn is_office(folder: &Folder) -> std::io::Result<bool> {
    Ok(folder.is_office() && {
        let journal = folder.journal().is_dir() && !segments(&folder.journal())?.is_empty();
        journal || folder.sled().is_dir() || folder.identity()? != Identity::Absent
    })
}

/// A journal that was written anew and not yet put in place.
fn settle_half_journal(folder: &Folder) -> std::io::Result<()> {
    let made = folder.journal_in_making();
    if !made.exists() {
        return Ok(());
    }
    if folder.journal().exists() {
        disk::move_aside(&made)?;
        return Ok(());
    }
    // The old one is moved aside only once the new one is whole and synced.
    fs::rename(&made, folder.journal())?;
    disk::sync_folder(folder.root())
}

fn identify(folder: &Folder, report: &mut Report) -> Result<OfficeId, OpenError> {
    let failed = |cause| OpenError::from_io(folder.root(), &cause);
    let garbled = match folder.identity().map_err(failed)? {
        Identity::Known(office) => return Ok(office),
        Identity::Newer(format) => return Err(OpenError::Newer { part: Part::Identity, format, known: 1 }),
        Identity::Garbled => true,
        Identity::Absent => false,
    };
    let from_journal =
        if folder.journal().is_dir() { scan::office_of(&folder.journal()).map_err(failed)? } else { None };
    let office = match from_journal {
        Some(office) => office,
        None => match mirror::owner(&folder.sled()) {
            Ok(Some(office)) => office,
            Ok(None) | Err(MirrorError::Damaged(_)) => {
                let cause = "neither the journal nor the database says whose folder it is".to_owned();
                return Err(OpenError::Damaged { part: Part::Identity, place: folder.root().to_owned(), cause });
            }
            Err(other) => return Err(refused(folder, other)),
        },
    };
    let aside = if garbled { Some(folder.move_identity_aside().map_err(failed)?) } else { None };
    folder.write_identity(office).map_err(failed)?;
    report.repairs.push(Repair::IdentityRewritten { aside });
    Ok(office)
}

fn refused(folder: &Folder, cause: MirrorError) -> OpenError {
    let place = folder.sled();
    match cause {
        MirrorError::Io(cause) => OpenError::from_io(&place, &cause),
        MirrorError::Held => OpenError::Locked { folder: folder.root().to_owned() },
        MirrorError::Newer(format) => OpenError::Newer { part: Part::Database, format, known: mirror::FORMAT },
        MirrorError::Damaged(cause) => OpenError::Damaged { part: Part::Database, place, cause },
    }
}
