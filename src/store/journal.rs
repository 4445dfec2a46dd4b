//! The journal: every batch, framed with its length and checksum, appended to segment files and synced.
//!
//! It is the first to know of a fact and the last to forget it. A segment is never changed once the next one has begun.

pub(super) mod scan;
pub(super) mod segment;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::chain::Link;
use super::disk;
use super::envelope::Page;
use super::folder::OfficeId;
use crate::domain::record::Position;

/// A segment that has grown to this many bytes is followed by another.
pub(super) const SEGMENT: u64 = 8 << 20;

/// So many zeros are written ahead of the frames. A sync of frames that take their place records no new length, which
/// on most file systems is a second write to the disk.
const AHEAD: u64 = 256 << 10;

/// Where the journal ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    /// The last fact.
    pub head: Position,
    /// Its link.
    pub link: Link,
}

impl End {
    pub(super) const START: Self = Self { head: Position::START, link: Link::START };

    /// The end after a further page.
    pub(super) fn after(self, page: &Page) -> Self {
        Self { head: page.last(), link: page.after().unwrap_or(self.link) }
    }
}

/// The journal, open at its end for writing.
#[derive(Debug)]
pub(super) struct Journal {
    folder: PathBuf,
    office: OfficeId,
    path: PathBuf,
    file: File,
    /// Bytes of the open segment that hold whole frames.
    length: u64,
    /// Bytes of the file: behind the frames it is zeros.
    reserved: u64,
    /// How many zeros to write ahead.
    ahead: u64,
    end: End,
}

impl Journal {
    /// Begins an empty journal in an existing folder.
    pub(super) fn begin(folder: &Path, office: OfficeId) -> io::Result<Self> {
        let path = segment::create(folder, office, End::START)?;
        Self::continue_in(folder, office, &path, End::START)
    }

    /// Goes on after the last frame of the last segment, `length` bytes of which are whole; what lies behind is cut.
    pub(super) fn resume(folder: &Path, office: OfficeId, tail: &scan::Tail) -> io::Result<Self> {
        let file = OpenOptions::new().write(true).open(&tail.segment)?;
        if tail.length < file.metadata()?.len() {
            file.set_len(tail.length)?;
            file.sync_all()?;
        }
        drop(file);
        Self::continue_in(folder, office, &tail.segment, tail.end)
    }

    fn continue_in(folder: &Path, office: OfficeId, path: &Path, end: End) -> io::Result<Self> {
        let mut file = OpenOptions::new().write(true).open(path)?;
        let length = file.seek(SeekFrom::End(0))?;
        let (folder, path) = (folder.to_owned(), path.to_owned());
        Ok(Self { folder, office, path, file, length, reserved: length, ahead: AHEAD, end })
    }

    pub(super) const fn end(&self) -> End {
        self.end
    }

    /// Appends frames (see [`segment::frame`]) in one write, without syncing. `end` is where the last of them ends.
    ///
    /// After an error nothing of them is left, or the error says [`Append::Stuck`].
    pub(super) fn append(&mut self, frames: &[u8], end: End) -> Result<(), Append> {
        if SEGMENT <= self.length {
            self.roll().map_err(Append::Refused)?;
        }
        let length = self.length + frames.len() as u64;
        if self.reserved < length
            && 0 < self.ahead
            && let Err(cause) = self.reserve(length + self.ahead)
        {
            // Without zeros ahead it is only slower; perhaps the frames themselves have room.
            tracing::warn!(%cause, "no room ahead of the journal");
            if self.take_back(&cause).is_err() {
                return Err(Append::Stuck(cause));
            }
        }
        if let Err(cause) = self.write_at(self.length, frames) {
            let cut = self.take_back(&cause);
            return Err(if cut.is_ok() { Append::Refused(cause) } else { Append::Stuck(cause) });
        }
        self.length = length;
        self.reserved = self.reserved.max(length);
        self.end = end;
        Ok(())
    }

    /// Writes zeros up to a length.
    fn reserve(&mut self, until: u64) -> io::Result<()> {
        let zeros = vec![0; usize::try_from(until - self.reserved).unwrap_or_default()];
        self.write_at(self.reserved, &zeros)?;
        self.reserved = until;
        Ok(())
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(offset))?;
        self.file.write_all(bytes)
    }

    /// Waits until all that was appended is on the disk. After an error nobody knows what is.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// Takes the zeros behind the last frame away and waits until that is on the disk.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.file.set_len(self.length)?;
        self.reserved = self.length;
        self.file.sync_all()
    }

    fn roll(&mut self) -> io::Result<()> {
        self.finish()?;
        let path = segment::create(&self.folder, self.office, self.end)?;
        let ahead = self.ahead;
        *self = Self { ahead, ..Self::continue_in(&self.folder, self.office, &path, self.end)? };
        Ok(())
    }

    /// Cuts off what a failed write has left.
    fn take_back(&mut self, cause: &io::Error) -> io::Result<()> {
        self.finish().inspect_err(|worse| {
            tracing::error!(segment = %self.path.display(), %cause, %worse, "a torn frame could not be cut off");
        })
    }
}

/// Why frames were not appended.
#[derive(Debug)]
pub(super) enum Append {
    /// Nothing was written; a later try may succeed.
    Refused(io::Error),
    /// The end of the file is unknown; writing must stop.
    Stuck(io::Error),
}

/// Segment files of a journal folder, oldest first.
pub(super) fn segments(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == segment::EXTENSION) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Writes a whole journal into a new folder, synced.
#[derive(Debug)]
pub(super) struct Copy {
    journal: Journal,
    frames: Vec<u8>,
}

impl Copy {
    pub(super) fn begin(folder: &Path, office: OfficeId) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let journal = Journal { ahead: 0, ..Journal::begin(folder, office)? };
        Ok(Self { journal, frames: Vec::new() })
    }

    pub(super) fn add(&mut self, page: &Page) -> io::Result<()> {
        self.frames.clear();
        segment::frame(&page.encode(), page.first(), &mut self.frames);
        let end = self.journal.end().after(page);
        self.journal.append(&self.frames, end).map_err(|it| match it {
            Append::Refused(cause) | Append::Stuck(cause) => cause,
        })
    }

    pub(super) const fn end(&self) -> End {
        self.journal.end()
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.journal.finish()?;
        disk::sync_folder(&self.journal.folder)
    }
}
