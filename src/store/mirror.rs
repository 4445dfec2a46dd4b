//! The database: sled 0.34.7, with the rules that measurement taught (DESIGN.md §5).
//!
//! One tree, one atomic write a group of batches. Keys hold ids and numbers only:
//!
//! | key | value |
//! | --- | --- |
//! | `b` position of a page's first fact (8), part (2) | the page's bytes, in parts of at most 3 KiB |
//! | `i` stream (9), version of the batch's first fact (4) | position of its first fact (8), version of its last (4) |
//! | `p` press (16) | position of the batch's first fact (8) |
//! | `m` | format (2), office (16) |
//!
//! Parts stay that small because a leaf of up to 17 of them must stay below sled's 128 KiB: beyond, it becomes a blob
//! file that sled writes without any sync.
//!
//! sled panics on some damage, also in later reads; every call into it stands behind [`guard`].

use std::fs::{self, OpenOptions};
use std::io;
use std::ops::RangeInclusive;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use thiserror::Error;
use uuid::Uuid;

use super::disk;
use super::envelope::{Page, Sheaf, stream_key};
use super::folder::OfficeId;
use super::journal::End;
use crate::domain::id::{PressId, StreamId};
use crate::domain::record::{Position, Version};

/// The format that this program writes; it reads no newer one.
pub(super) const FORMAT: u16 = 1;

const PART: usize = 3 << 10;
const PART_HEAD: usize = 8;
const META: &[u8] = b"m";
const LOCK_PATIENCE: Duration = Duration::from_secs(2);
const CACHE: u64 = 64 << 20;
const LARGE_CACHE: u64 = 256 << 20;
/// About 300,000 complaints.
const LARGE: Position = Position(3_000_000);

/// Why the database cannot be used.
#[derive(Debug, Error)]
pub(super) enum MirrorError {
    /// The system refuses; the database itself may be sound.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Another program holds it.
    #[error("held by another program")]
    Held,
    /// A newer program wrote it.
    #[error("of the newer format {0}")]
    Newer(u16),
    /// Damaged, or not ours.
    #[error("{0}")]
    Damaged(String),
}

impl From<sled::Error> for MirrorError {
    fn from(cause: sled::Error) -> Self {
        match cause {
            sled::Error::Io(cause) if cause.to_string().contains("could not acquire lock") => Self::Held,
            sled::Error::Io(cause) if !is_damage(&cause) => Self::Io(cause),
            other => Self::Damaged(other.to_string()),
        }
    }
}

fn is_damage(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::Other)
}

/// The database of an office.
#[derive(Debug)]
pub(super) struct Mirror {
    db: sled::Db,
    /// Our own handle on sled's file: its `flush` does not reach the disk on Linux.
    #[cfg(target_os = "linux")]
    file: fs::File,
}

impl Mirror {
    /// Opens the database, or makes an empty one.
    pub(super) fn open(path: &Path, office: OfficeId, expected: Position) -> Result<Self, MirrorError> {
        let patience = Instant::now() + LOCK_PATIENCE;
        loop {
            match guard(|| Self::open_once(path, office, expected)) {
                Err(MirrorError::Held) if Instant::now() < patience => thread::sleep(Duration::from_millis(20)),
                opened => return opened,
            }
        }
    }

    fn open_once(path: &Path, office: OfficeId, expected: Position) -> Result<Self, MirrorError> {
        remove_half_snapshots(path)?;
        let db = sled::Config::new()
            .path(path)
            .flush_every_ms(Some(500))
            .cache_capacity(if expected < LARGE { CACHE } else { LARGE_CACHE })
            .use_compression(false)
            .open()?;
        // sled never syncs it, and without it the database is corrupt.
        OpenOptions::new().write(true).open(path.join("conf"))?.sync_all()?;
        disk::sync_folder(path)?;
        #[cfg(target_os = "linux")]
        let file = fs::File::open(path.join("db"))?;
        let mirror = Self {
            db,
            #[cfg(target_os = "linux")]
            file,
        };
        mirror.check_meta(office)?;
        Ok(mirror)
    }

    fn check_meta(&self, office: OfficeId) -> Result<(), MirrorError> {
        let Some(meta) = self.db.get(META)? else {
            if !self.db.is_empty() {
                return Err(MirrorError::Damaged("it does not say whose it is".to_owned()));
            }
            let mut to = FORMAT.to_le_bytes().to_vec();
            to.extend_from_slice(office.0.as_bytes());
            self.db.insert(META, to)?;
            return self.sync();
        };
        let (format, id) = meta.split_first_chunk::<2>().ok_or_else(|| garbled(Position::START))?;
        let format = u16::from_le_bytes(*format);
        if FORMAT < format {
            return Err(MirrorError::Newer(format));
        }
        if Uuid::from_slice(id).ok() == Some(office.0) {
            Ok(())
        } else {
            Err(MirrorError::Damaged("it belongs to another office".to_owned()))
        }
    }

    /// Writes pages in one atomic write, without syncing.
    pub(super) fn write<'a>(&self, pages: impl IntoIterator<Item = (&'a Page, &'a [u8])>) -> Result<(), MirrorError> {
        let mut batch = sled::Batch::default();
        for (page, bytes) in pages {
            put_page(&mut batch, page, bytes);
        }
        guard(|| Ok(self.db.apply_batch(batch)?))
    }

    /// Waits until all that was written is on the disk.
    pub(super) fn sync(&self) -> Result<(), MirrorError> {
        guard(|| {
            self.db.flush()?;
            #[cfg(target_os = "linux")]
            self.file.sync_data()?;
            Ok(())
        })
    }

    /// Closes the database; sled waits for its threads.
    pub(super) fn close(self) -> Result<(), MirrorError> {
        guard(|| {
            drop(self);
            Ok(())
        })
    }

    /// Where the database ends.
    pub(super) fn end(&self) -> Result<End, MirrorError> {
        guard(|| match self.db.get_lt(page_key(Position(u64::MAX), 0))? {
            Some((key, _)) if key.first() == Some(&b'b') => {
                let page = self.page_of(&key)?;
                Ok(End::START.after(&page))
            }
            Some(_) | None => Ok(End::START),
        })
    }

    /// The page that holds a fact; `None` behind the end and before the first.
    pub(super) fn page(&self, position: Position) -> Result<Option<Page>, MirrorError> {
        guard(|| {
            let Some((key, _)) = self.db.get_lt(page_key(position.next(), 0))? else { return Ok(None) };
            if key.first() != Some(&b'b') {
                return Ok(None);
            }
            let page = self.page_of(&key)?;
            Ok((position <= page.last()).then_some(page))
        })
    }

    /// The pages from the one that begins at `first` on, in order.
    pub(super) fn pages(&self, first: Position) -> impl Iterator<Item = Result<Page, MirrorError>> {
        let mut next = Some(first);
        std::iter::from_fn(move || {
            let from = next?;
            let read = guard(|| match self.db.range(page_key(from, 0)..page_key(Position(u64::MAX), 0)).next() {
                Some(entry) => {
                    let (key, _) = entry?;
                    self.page_of(&key).map(Some)
                }
                None => Ok(None),
            });
            next = match &read {
                Ok(Some(page)) => Some(page.last().next()),
                Ok(None) | Err(_) => None,
            };
            read.transpose()
        })
    }

    /// Whatever pages can still be read, in order.
    pub(super) fn salvage(&self, first: Position) -> impl Iterator<Item = Page> {
        let mut next = Some(first);
        std::iter::from_fn(move || {
            loop {
                let from = next?;
                let key = guard(|| {
                    let entry = self.db.range(page_key(from, 0)..page_key(Position(u64::MAX), 0)).next();
                    Ok(entry.transpose()?.map(|(key, _)| first_of(&key)))
                });
                let Ok(Some(found)) = key else { return None };
                let page = guard(|| self.page_of(&page_key(found, 0)));
                next = Some(page.as_ref().map_or(found, Page::last).next());
                match page {
                    Ok(page) => return Some(page),
                    Err(cause) => tracing::error!(position = found.0, %cause, "a page of the database is lost"),
                }
            }
        })
    }

    /// Where the last page begins, readable or not.
    pub(super) fn last_first(&self) -> Result<Position, MirrorError> {
        guard(|| match self.db.get_lt(page_key(Position(u64::MAX), 0))? {
            Some((key, _)) if key.first() == Some(&b'b') => Ok(first_of(&key)),
            Some(_) | None => Ok(Position::START),
        })
    }

    /// The version of a stream; [`Version::NONE`] for one that does not exist.
    pub(super) fn version(&self, stream: StreamId) -> Result<Version, MirrorError> {
        guard(|| match self.db.range(stream_keys(stream)).next_back() {
            None => Ok(Version::NONE),
            Some(entry) => {
                let (_, value) = entry?;
                let (_, head) = split_index(&value)?;
                Ok(head)
            }
        })
    }

    /// The batches of a stream, in order.
    pub(super) fn stream(&self, stream: StreamId) -> Result<Vec<Sheaf>, MirrorError> {
        guard(|| {
            let mut sheaves = Vec::new();
            for entry in self.db.range(stream_keys(stream)) {
                let (_, value) = entry?;
                let (first, _) = split_index(&value)?;
                match self.page_of(&page_key(first, 0))? {
                    Page::Sheaf(sheaf) if sheaf.stream == stream => sheaves.push(sheaf),
                    Page::Sheaf(_) | Page::Lost { .. } => return Err(garbled(first)),
                }
            }
            Ok(sheaves)
        })
    }

    /// What a press has written.
    pub(super) fn press(&self, press: PressId) -> Result<Option<Sheaf>, MirrorError> {
        guard(|| {
            let Some(value) = self.db.get(press_key(press))? else { return Ok(None) };
            let first = value.first_chunk().map(|it| Position(u64::from_be_bytes(*it)));
            let first = first.ok_or_else(|| garbled(Position::START))?;
            match self.page_of(&page_key(first, 0))? {
                Page::Sheaf(sheaf) if sheaf.press == press => Ok(Some(sheaf)),
                Page::Sheaf(_) | Page::Lost { .. } => Err(garbled(first)),
            }
        })
    }

    /// Whether every key that a page needs is there.
    pub(super) fn knows(&self, sheaf: &Sheaf) -> Result<bool, MirrorError> {
        guard(|| {
            let index = self.db.get(index_key(sheaf))?.is_some_and(|it| *it == index_value(sheaf)[..]);
            let press = self.db.get(press_key(sheaf.press))?;
            Ok(index && press.is_some_and(|it| *it == sheaf.first.0.to_be_bytes()))
        })
    }

    fn page_of(&self, key: &[u8]) -> Result<Page, MirrorError> {
        let first = first_of(key);
        let mut parts = self.db.range(page_key(first, 0)..=page_key(first, u16::MAX));
        let (_, head) = parts.next().ok_or_else(|| garbled(first))??;
        let (length, rest) = head.split_first_chunk::<4>().ok_or_else(|| garbled(first))?;
        let (sum, body) = rest.split_first_chunk::<4>().ok_or_else(|| garbled(first))?;
        let mut bytes = body.to_vec();
        for part in parts {
            bytes.extend_from_slice(&part?.1);
        }
        let whole = u32::try_from(bytes.len()).ok() == Some(u32::from_le_bytes(*length))
            && crc32fast::hash(&bytes) == u32::from_le_bytes(*sum);
        match Page::decode(&bytes) {
            Ok(page) if whole && page.first() == first => Ok(page),
            Ok(_) | Err(_) => Err(garbled(first)),
        }
    }
}

/// The office that a database belongs to; `None` where there is no database.
pub(super) fn owner(path: &Path) -> Result<Option<OfficeId>, MirrorError> {
    if !path.is_dir() {
        return Ok(None);
    }
    guard(|| {
        remove_half_snapshots(path)?;
        let db = sled::Config::new().path(path).cache_capacity(CACHE).open()?;
        let meta = db.get(META)?;
        Ok(meta.and_then(|it| Uuid::from_slice(it.get(2..)?).ok()).map(OfficeId))
    })
}

fn put_page(batch: &mut sled::Batch, page: &Page, bytes: &[u8]) {
    let first = page.first();
    let (front, rest) = bytes.split_at(bytes.len().min(PART - PART_HEAD));
    let mut head = Vec::with_capacity(PART_HEAD + front.len());
    head.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes());
    head.extend_from_slice(&crc32fast::hash(bytes).to_le_bytes());
    head.extend_from_slice(front);
    batch.insert(&page_key(first, 0)[..], head);
    for (part, number) in rest.chunks(PART).zip(1_u16..) {
        batch.insert(&page_key(first, number)[..], part);
    }
    if let Page::Sheaf(sheaf) = page {
        batch.insert(&index_key(sheaf)[..], &index_value(sheaf)[..]);
        batch.insert(&press_key(sheaf.press)[..], &first.0.to_be_bytes()[..]);
    }
}

fn first_of(key: &[u8]) -> Position {
    Position(key.get(1..9).and_then(|it| it.first_chunk()).map_or(0, |it| u64::from_be_bytes(*it)))
}

fn page_key(first: Position, part: u16) -> [u8; 11] {
    let mut key = [b'b'; 11];
    key[1..9].copy_from_slice(&first.0.to_be_bytes());
    key[9..].copy_from_slice(&part.to_be_bytes());
    key
}

fn press_key(press: PressId) -> [u8; 17] {
    let mut key = [b'p'; 17];
    key[1..].copy_from_slice(press.0.as_bytes());
    key
}

fn index_key(sheaf: &Sheaf) -> [u8; 14] {
    stream_version_key(sheaf.stream, sheaf.version)
}

fn stream_version_key(stream: StreamId, version: Version) -> [u8; 14] {
    let mut key = [b'i'; 14];
    key[1..10].copy_from_slice(&stream_key(stream));
    key[10..].copy_from_slice(&version.0.to_be_bytes());
    key
}

fn stream_keys(stream: StreamId) -> RangeInclusive<[u8; 14]> {
    stream_version_key(stream, Version::NONE)..=stream_version_key(stream, Version(u32::MAX))
}

fn index_value(sheaf: &Sheaf) -> [u8; 12] {
    let mut value = [0; 12];
    value[..8].copy_from_slice(&sheaf.first.0.to_be_bytes());
    value[8..].copy_from_slice(&sheaf.head().0.to_be_bytes());
    value
}

fn split_index(value: &[u8]) -> Result<(Position, Version), MirrorError> {
    let (first, head) = value.split_first_chunk::<8>().ok_or_else(|| garbled(Position::START))?;
    let head = head.first_chunk::<4>().ok_or_else(|| garbled(Position::START))?;
    Ok((Position(u64::from_be_bytes(*first)), Version(u32::from_be_bytes(*head))))
}

fn garbled(first: Position) -> MirrorError {
    MirrorError::Damaged(format!("the page at fact {} is garbled", first.0))
}

/// A kill during `open` can leave one, and sled would call the whole database corrupt for ever.
fn remove_half_snapshots(path: &Path) -> io::Result<()> {
    for path in disk::within(path)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            tracing::info!(file = %name, "removing half a snapshot");
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// Runs something of sled's; a panic of it is damage.
fn guard<T>(call: impl FnOnce() -> Result<T, MirrorError>) -> Result<T, MirrorError> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        let words = words.or_else(|| panic.downcast_ref::<&str>().map(|it| (*it).to_owned()));
        Err(MirrorError::Damaged(format!("sled panicked: {}", words.unwrap_or_default())))
    })
}
