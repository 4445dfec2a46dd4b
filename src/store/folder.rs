//! The folder of an office: what lies where, who it is, and who has it open.
//!
//! ```text
//! <office>/office.redress   whose folder it is
//!          lock             held while it is open
//!          clean            there after an orderly close: where the log ended
//!          journal/         every batch
//!          sled/            the same, by key
//!          files/           attachments and filed reports, named by their content
//!          drafts/          what people have begun on this machine and not yet sent
//!          opened/          copies for other programs, until the office opens again
//!          checkpoints/     disposable
//! ```

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use uuid::Uuid;

use super::chain::Link;
use super::disk;
use super::envelope::Cursor;
use super::journal::End;
use super::trouble::OpenError;
use crate::domain::record::Position;

/// Names an office, wherever its folder is copied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OfficeId(pub Uuid);

/// The folder of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    root: PathBuf,
}

/// Keeps every other program out as long as it lives.
#[derive(Debug)]
pub(super) struct Held {
    _lock: File,
}

/// What an identity file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identity {
    Known(OfficeId),
    Newer(u16),
    Garbled,
    Absent,
}

const MAGIC: [u8; 8] = *b"REDRESSO";
const CLEAN_MAGIC: [u8; 8] = *b"REDRESSC";
const FORMAT: u16 = 1;

/// A program that is just closing, or a child that has not yet let go of what it inherited, holds the lock for a moment.
const LOCK_PATIENCE: Duration = Duration::from_millis(500);
const LOCK_PAUSE: Duration = Duration::from_millis(20);

impl Folder {
    /// The folder at a path; nothing is touched.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the journal lies.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.root.join("journal")
    }

    /// Where the database lies.
    #[must_use]
    pub fn sled(&self) -> PathBuf {
        self.root.join("sled")
    }

    /// Where attachments and filed reports lie.
    #[must_use]
    pub fn files(&self) -> PathBuf {
        self.root.join("files")
    }

    /// Where the drafts of people lie, a folder a person.
    #[must_use]
    pub fn drafts(&self) -> PathBuf {
        self.root.join("drafts")
    }

    /// Where copies lie that other programs have open.
    #[must_use]
    pub fn opened(&self) -> PathBuf {
        self.root.join("opened")
    }

    /// Where checkpoints lie.
    #[must_use]
    pub fn checkpoints(&self) -> PathBuf {
        self.root.join("checkpoints")
    }

    /// Whether an office seems to lie here.
    #[must_use]
    pub fn is_office(&self) -> bool {
        self.identity_file().exists() || self.journal().exists() || self.sled().exists()
    }

    fn identity_file(&self) -> PathBuf {
        self.root.join("office.redress")
    }

    fn clean_file(&self) -> PathBuf {
        self.root.join("clean")
    }

    /// A journal that was being written anew.
    pub(super) fn journal_in_making(&self) -> PathBuf {
        self.root.join("journal.new")
    }

    /// A database that was being built anew.
    pub(super) fn sled_in_making(&self) -> PathBuf {
        self.root.join("sled.new")
    }

    /// Takes the folder for this program alone.
    pub(super) fn hold(&self) -> Result<Held, OpenError> {
        let path = self.root.join("lock");
        let open = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let lock = open.map_err(|it| OpenError::from_io(&path, &it))?;
        let patience = Instant::now() + LOCK_PATIENCE;
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(Held { _lock: lock }),
                Err(TryLockError::WouldBlock) if Instant::now() < patience => thread::sleep(LOCK_PAUSE),
                Err(TryLockError::WouldBlock) => return Err(OpenError::Locked { folder: self.root.clone() }),
                Err(TryLockError::Error(cause)) => return Err(OpenError::from_io(&path, &cause)),
            }
        }
    }

    pub(super) fn identity(&self) -> io::Result<Identity> {
        let Some(bytes) = disk::read_if_there(&self.identity_file())? else { return Ok(Identity::Absent) };
        let mut from = Cursor(&bytes);
        let mut read = || {
            let magic: [u8; 8] = from.array().ok()?;
            let format = u16::from_le_bytes(from.array().ok()?);
            if magic != MAGIC {
                return None;
            }
            if FORMAT < format {
                return Some(Identity::Newer(format));
            }
            let office = OfficeId(Uuid::from_bytes(from.array().ok()?));
            (from.u32().ok()? == crc32fast::hash(&bytes[..26])).then_some(Identity::Known(office))
        };
        Ok(read().unwrap_or(Identity::Garbled))
    }

    pub(super) fn move_identity_aside(&self) -> io::Result<PathBuf> {
        disk::move_aside(&self.identity_file())
    }

    pub(super) fn write_identity(&self, office: OfficeId) -> io::Result<()> {
        let mut to = MAGIC.to_vec();
        to.extend_from_slice(&FORMAT.to_le_bytes());
        to.extend_from_slice(office.0.as_bytes());
        to.extend_from_slice(&crc32fast::hash(&to).to_le_bytes());
        disk::write_whole(&self.identity_file(), &to)
    }

    /// Where the log ended when it was closed in order; `None` after a crash.
    pub(super) fn clean(&self) -> io::Result<Option<End>> {
        let Some(bytes) = disk::read_if_there(&self.clean_file())? else { return Ok(None) };
        let mut from = Cursor(&bytes);
        let mut read = || {
            let magic: [u8; 8] = from.array().ok()?;
            let head = Position(from.u64().ok()?);
            let link = Link::from_bytes(from.array().ok()?);
            let whole = magic == CLEAN_MAGIC && from.u32().ok()? == crc32fast::hash(&bytes[..48]);
            whole.then_some(End { head, link })
        };
        Ok(read())
    }

    pub(super) fn write_clean(&self, end: End) -> io::Result<()> {
        let mut to = CLEAN_MAGIC.to_vec();
        to.extend_from_slice(&end.head.0.to_le_bytes());
        to.extend_from_slice(end.link.as_bytes());
        to.extend_from_slice(&crc32fast::hash(&to).to_le_bytes());
        disk::write_whole(&self.clean_file(), &to)
    }

    /// From here on, whatever stops the program stops it out of order.
    pub(super) fn forget_clean(&self) -> io::Result<()> {
        match fs::remove_file(self.clean_file()) {
            Ok(()) => disk::sync_folder(&self.root),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(cause) => Err(cause),
        }
    }
}
