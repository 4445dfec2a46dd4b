//! What somebody has begun and not yet sent: one sealed file a draft, written whole, taken away once it is sent.
//!
//! A draft is no fact: it has no position, nobody else reads it, and it never reaches the log. A damaged one is set
//! aside and named, never deleted.

use std::fs;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::blob::{BlobError, trouble};
use super::disk;
use super::envelope::Cursor;
use super::seal::Seal;
use crate::domain::id::PressId;

const MAGIC: [u8; 8] = *b"REDRESSD";
const SUFFIX: &str = "draft";

/// The drafts of one person on this machine.
#[derive(Debug, Clone)]
pub struct Drawer {
    folder: PathBuf,
    seal: Seal,
}

/// A draft as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The press that it will be sent by: a draft is sent once.
    pub id: PressId,
    /// What was kept.
    pub bytes: Vec<u8>,
}

/// What lies in a drawer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// The readable ones, in the order in which they were begun.
    pub drafts: Vec<Kept>,
    /// Where those lie now that could not be read.
    pub aside: Vec<PathBuf>,
}

/// Whatever lies in the drawers of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Everything {
    /// What was kept, of whomever.
    pub drafts: Vec<Vec<u8>>,
    /// What cannot be read, or was set aside.
    pub unreadable: Vec<PathBuf>,
}

/// Reads every draft below a folder of drawers; nothing is changed.
///
/// # Errors
/// A folder or a file cannot be read.
pub fn everything(folder: &Path, seal: &Seal) -> Result<Everything, BlobError> {
    let mut found = Everything::default();
    for folder in disk::within(folder).map_err(|it| trouble(&it))? {
        if !folder.is_dir() {
            found.unreadable.push(folder);
            continue;
        }
        let drawer = Drawer::at(&folder, seal.clone());
        for path in disk::within(&folder).map_err(|it| trouble(&it))? {
            let bytes = fs::read(&path).map_err(|it| trouble(&it))?;
            match drawer.read(&bytes).filter(|_| path.extension().is_some_and(|it| it == SUFFIX)) {
                Some(draft) => found.drafts.push(draft),
                None => found.unreadable.push(path),
            }
        }
    }
    Ok(found)
}

impl Drawer {
    /// The drafts in a folder, which is made when the first is kept.
    #[must_use]
    pub fn at(folder: &Path, seal: Seal) -> Self {
        Self { folder: folder.to_owned(), seal }
    }

    /// Keeps a draft in the place of its older self; it is on the disk when this returns. Blocks for a sync.
    ///
    /// # Errors
    /// [`BlobError::Full`] and its kin; the older self is whole then.
    pub fn keep(&self, id: PressId, bytes: &[u8]) -> Result<(), BlobError> {
        let sealed = self.seal.close(bytes);
        let mut to = MAGIC.to_vec();
        to.extend_from_slice(&crc32fast::hash(&sealed).to_le_bytes());
        to.extend_from_slice(&sealed);
        let made = fs::create_dir_all(&self.folder).and_then(|()| disk::sync_parent(&self.folder));
        made.and_then(|()| disk::write_whole(&self.path(id), &to)).map_err(|it| trouble(&it))
    }

    /// Takes a draft away: it was sent, or its author wants it no more. One that is not there is away already.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn remove(&self, id: PressId) -> Result<(), BlobError> {
        match fs::remove_file(self.path(id)) {
            Ok(()) => disk::sync_folder(&self.folder).map_err(|it| trouble(&it)),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(()),
            Err(cause) => Err(trouble(&cause)),
        }
    }

    /// Moves a draft out of the way that its reader cannot make sense of; says where it lies now.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn set_aside(&self, id: PressId) -> Result<PathBuf, BlobError> {
        disk::move_aside(&self.path(id)).map_err(|it| trouble(&it))
    }

    /// Everything that was kept. What is damaged is set aside.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn contents(&self) -> Result<Contents, BlobError> {
        let mut found = Contents::default();
        for path in disk::within(&self.folder).map_err(|it| trouble(&it))? {
            if path.extension().is_none_or(|it| it != SUFFIX) {
                continue;
            }
            let bytes = fs::read(&path).map_err(|it| trouble(&it))?;
            match id_of(&path).zip(self.read(&bytes)) {
                Some((id, bytes)) => found.drafts.push(Kept { id, bytes }),
                None => found.aside.push(disk::move_aside(&path).map_err(|it| trouble(&it))?),
            }
        }
        found.drafts.sort_by_key(|it| it.id.0);
        Ok(found)
    }

    fn read(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut from = Cursor(bytes);
        let magic: [u8; 8] = from.array().ok()?;
        let sum = from.u32().ok()?;
        let sealed = bytes.get(12..)?;
        (magic == MAGIC && crc32fast::hash(sealed) == sum).then(|| self.seal.open(sealed).ok()).flatten()
    }

    fn path(&self, id: PressId) -> PathBuf {
        self.folder.join(format!("{}.{SUFFIX}", id.0.simple()))
    }
}

fn id_of(path: &Path) -> Option<PressId> {
    Uuid::try_parse(path.file_stem()?.to_str()?).ok().map(PressId)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: PressId = PressId(Uuid::from_u128(1));
    const TWO: PressId = PressId(Uuid::from_u128(2));

    fn drawer() -> (tempfile::TempDir, Drawer) {
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::at(&folder.path().join("drafts").join("7"), Seal::Open);
        (folder, drawer)
    }

    #[test]
    fn the_newest_words_of_each_draft_come_back() {
        let (_folder, drawer) = drawer();
        assert_eq!(drawer.contents(), Ok(Contents::default()));
        drawer.keep(TWO, b"two").unwrap();
        drawer.keep(ONE, b"on").unwrap();
        drawer.keep(ONE, b"one").unwrap();
        let found = drawer.contents().unwrap();
        let kept = [Kept { id: ONE, bytes: b"one".to_vec() }, Kept { id: TWO, bytes: b"two".to_vec() }];
        assert_eq!(found, Contents { drafts: kept.to_vec(), aside: Vec::new() });
        drawer.remove(ONE).unwrap();
        drawer.remove(ONE).unwrap();
        assert_eq!(drawer.contents().unwrap().drafts, [kept[1].clone()]);
    }

    #[test]
    fn a_draft_that_was_cut_off_leaves_the_older_one_whole() {
        let (_folder, drawer) = drawer();
        drawer.keep(ONE, b"one").unwrap();
        let beside = drawer.path(ONE).with_extension("draft.tmp");
        fs::write(beside, b"REDRE").unwrap();
        let found = drawer.contents().unwrap();
        assert_eq!(found.drafts, [Kept { id: ONE, bytes: b"one".to_vec() }]);
        assert!(found.aside.is_empty());
    }

    #[test]
    fn every_damaged_byte_is_noticed_and_the_file_is_kept() {
        let (_folder, drawer) = drawer();
        drawer.keep(ONE, "空调不制冷".as_bytes()).unwrap();
        let whole = fs::read(drawer.path(ONE)).unwrap();
        for at in 0..whole.len() {
            let mut bad = whole.clone();
            bad[at] ^= 1;
            fs::write(drawer.path(ONE), &bad).unwrap();
            let found = drawer.contents().unwrap();
            assert!(found.drafts.is_empty(), "byte {at}");
            assert_eq!(fs::read(&found.aside[0]).unwrap(), bad);
        }
        fs::write(drawer.folder.join("x.draft"), b"").unwrap();
        assert_eq!(drawer.contents().unwrap().aside.len(), 1);
    }
}
