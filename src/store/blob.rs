//! Attachments and filed reports: files named by their content, never changed. One is taken away only where somebody
//! asks for it and nobody names it (`app::tidy`).

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::SystemTime;

use thiserror::Error;

use super::disk;
use super::seal::Seal;

/// Names a file by what it holds (sealed, as it lies on disk).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId([u8; 32]);

/// Why a file was not kept or not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BlobError {
    /// There is none of that name.
    #[error("no such file")]
    Absent,
    /// What is there is not what was kept.
    #[error("damaged")]
    Damaged,
    /// The disk (or a quota) is full.
    #[error("the disk is full")]
    Full,
    /// We may not.
    #[error("no permission")]
    NoPermission,
    /// Anything else that the system refuses.
    #[error("{0}")]
    Io(String),
}

/// The files of an office.
#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
    seal: Seal,
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlobId({self})")
    }
}

/// A text that names no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not the name of a kept file")]
pub struct NotABlob;

impl FromStr for BlobId {
    type Err = NotABlob;

    fn from_str(text: &str) -> Result<Self, NotABlob> {
        if text.len() != 64 || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
            return Err(NotABlob);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| NotABlob)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NotABlob)?;
        }
        Ok(Self(bytes))
    }
}

/// How many characters a name has.
const NAME: usize = 64;

/// Every name of a kept file that stands anywhere in some bytes, whatever they are: rather one too many than one too
/// few.
#[must_use]
pub fn named_in(bytes: &[u8]) -> Vec<BlobId> {
    let names = bytes.windows(NAME).filter(|it| it.iter().all(u8::is_ascii_hexdigit));
    names.filter_map(|it| std::str::from_utf8(it).ok()?.parse().ok()).collect()
}

impl Blobs {
    /// The files in a folder, which is made when the first is kept.
    #[must_use]
    pub fn at(folder: &Path, seal: Seal) -> Self {
        Self { folder: folder.to_owned(), seal }
    }

    /// Keeps a file; it is on the disk when this returns. Blocks for a sync.
    ///
    /// # Errors
    /// [`BlobError::Full`] and its kin.
    pub fn keep(&self, bytes: &[u8]) -> Result<BlobId, BlobError> {
        let sealed = self.seal.close(bytes);
        let id = BlobId(*blake3::hash(&sealed).as_bytes());
        let path = self.path(id);
        if disk::read_if_there(&path).map_err(|it| trouble(&it))?.is_some_and(|it| it == sealed) {
            // It is as young as the last who wants it.
            let touched = fs::File::options().write(true).open(&path);
            if let Err(cause) = touched.and_then(|it| it.set_modified(SystemTime::now())) {
                tracing::warn!(%cause, "a file that was kept before looks older than it is");
            }
            return Ok(id);
        }
        let folder = path.parent().unwrap_or(&self.folder);
        let made = fs::create_dir_all(folder)
            .and_then(|()| disk::sync_folder(&self.folder))
            .and_then(|()| disk::sync_parent(&self.folder))
            .and_then(|()| disk::write_whole(&path, &sealed));
        made.map_err(|it| trouble(&it))?;
        Ok(id)
    }

    /// Reads a file and checks that it is what was kept.
    ///
    /// # Errors
    /// [`BlobError::Absent`], [`BlobError::Damaged`] and what the system refuses.
    pub fn read(&self, id: BlobId) -> Result<Vec<u8>, BlobError> {
        let sealed = disk::read_if_there(&self.path(id)).map_err(|it| trouble(&it))?.ok_or(BlobError::Absent)?;
        if blake3::hash(&sealed).as_bytes() != &id.0 {
            return Err(BlobError::Damaged);
        }
        self.seal.open(&sealed).map_err(|_| BlobError::Damaged)
    }

    /// Every file that is kept and how many bytes it takes; what has no name of a kept file is passed over.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn all(&self) -> Result<BTreeMap<BlobId, u64>, BlobError> {
        let mut found = BTreeMap::new();
        for folder in disk::within(&self.folder).map_err(|it| trouble(&it))? {
            if !folder.is_dir() {
                continue;
            }
            for path in disk::within(&folder).map_err(|it| trouble(&it))? {
                let id: Option<BlobId> = path.file_name().and_then(|it| it.to_str()?.parse().ok());
                if let Some(id) = id {
                    found.insert(id, fs::metadata(&path).map_err(|it| trouble(&it))?.len());
                }
            }
        }
        Ok(found)
    }

    /// When a file was kept last, as the disk has it.
    ///
    /// # Errors
    /// [`BlobError::Absent`], or the disk does not tell.
    pub fn kept_at(&self, id: BlobId) -> Result<SystemTime, BlobError> {
        match fs::metadata(self.path(id)).and_then(|it| it.modified()) {
            Ok(at) => Ok(at),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Err(BlobError::Absent),
            Err(cause) => Err(trouble(&cause)),
        }
    }

    /// Takes a file away for good. Whoever asks knows that nobody names it.
    ///
    /// # Errors
    /// What the system refuses; the file is there then.
    pub fn remove(&self, id: BlobId) -> Result<(), BlobError> {
        let path = self.path(id);
        fs::remove_file(&path).and_then(|()| disk::sync_parent(&path)).map_err(|it| trouble(&it))
    }

    fn path(&self, id: BlobId) -> PathBuf {
        let name = id.to_string();
        self.folder.join(&name[..2]).join(name)
    }
}

pub(super) fn trouble(cause: &std::io::Error) -> BlobError {
    tracing::error!(%cause, "a file of the office");
    if disk::is_full(cause) {
        BlobError::Full
    } else if disk::is_forbidden(cause) {
        BlobError::NoPermission
    } else {
        BlobError::Io(cause.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_back_and_is_kept_once() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(&folder.path().join("files"), Seal::Open);
        let id = blobs.keep("照片".as_bytes()).unwrap();
        assert_eq!(blobs.keep("照片".as_bytes()), Ok(id));
        assert_eq!(blobs.read(id), Ok("照片".as_bytes().to_vec()));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(blobs.all().unwrap().into_keys().collect::<Vec<_>>(), [id]);
    }

    #[test]
    fn a_name_is_found_wherever_it_stands() {
        let (one, other) = (BlobId([0xab; 32]), BlobId([7; 32]));
        let check = |bytes: &[u8], found: &[BlobId]| assert_eq!(named_in(bytes), found, "{bytes:?}");
        check(b"", &[]);
        check(format!("{one}").as_bytes(), &[one]);
        check(format!("\0\u{d9}@{one}\u{a4}hash{}x", other.to_string().to_uppercase()).as_bytes(), &[one, other]);
        check(&one.to_string().as_bytes()[1..], &[]);
        // A digit beside it makes two readings: both are held to be named.
        assert!(named_in(format!("5{one}").as_bytes()).contains(&one));
    }

    #[test]
    fn what_is_kept_again_is_young_again_and_what_is_taken_away_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(&folder.path().join("files"), Seal::Open);
        let id = blobs.keep(b"photo").unwrap();
        let long_ago = SystemTime::UNIX_EPOCH;
        fs::File::options().write(true).open(blobs.path(id)).unwrap().set_modified(long_ago).unwrap();
        assert_eq!(blobs.kept_at(id), Ok(long_ago));
        blobs.keep(b"photo").unwrap();
        assert!(long_ago < blobs.kept_at(id).unwrap());
        assert_eq!(blobs.remove(id), Ok(()));
        assert_eq!((blobs.read(id), blobs.kept_at(id)), (Err(BlobError::Absent), Err(BlobError::Absent)));
    }

    #[test]
    fn a_changed_file_is_damaged_and_kept_again_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(folder.path(), Seal::Open);
        let id = blobs.keep(b"contract").unwrap();
        fs::write(blobs.path(id), b"\0contrast").unwrap();
        assert_eq!(blobs.read(id), Err(BlobError::Damaged));
        assert_eq!(blobs.keep(b"contract"), Ok(id));
        assert_eq!(blobs.read(id), Ok(b"contract".to_vec()));
    }

    #[test]
    fn a_file_that_was_never_kept_is_absent() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = Blobs::at(&folder.path().join("files"), Seal::Open);
        assert_eq!(nowhere.all(), Ok(BTreeMap::new()));
        assert_eq!(Blobs::at(folder.path(), Seal::Open).read(BlobId([3; 32])), Err(BlobError::Absent));
        assert_eq!("xyz".parse::<BlobId>(), Err(NotABlob));
    }
}
