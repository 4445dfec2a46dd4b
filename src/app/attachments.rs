//! Files beside a complaint: photos, recordings, scans (B22). A file is on the disk, sealed and synced, before the
//! fact that names it is asked for.
//!
//! What is opened with another program is a copy below `opened/`, which is emptied when the office opens again: the
//! sealed original is never handed out.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::refused::NotKept;
use crate::domain::complaint::words::Attachment;
use crate::domain::text::Line;
use crate::store::blob::{BlobError, Blobs};

/// The most bytes of one file: a minute of video, an hour of speech, any scan.
pub const LARGEST: u64 = 50 << 20;

/// Where the files of an office are kept.
#[derive(Debug, Clone)]
pub struct Attachments {
    blobs: Blobs,
    copies: PathBuf,
}

/// Why a file was not attached. Nothing was kept of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAttached {
    /// Nothing lies there (any more).
    #[error("no such file")]
    Absent,
    /// A folder, or something else that is no file.
    #[error("not a file")]
    NotAFile,
    /// Nothing is in it.
    #[error("empty")]
    Empty,
    /// More than [`LARGEST`].
    #[error("{bytes} bytes")]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// It cannot be read.
    #[error("{0}")]
    Unreadable(String),
    /// It cannot be kept.
    #[error("not kept: {0:?}")]
    NotKept(NotKept),
}

impl Attachments {
    pub(super) fn of(blobs: Blobs, copies: PathBuf) -> Self {
        Self { blobs, copies }
    }

    pub(super) fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Keeps a file under the name that it has; it is on the disk when this is done.
    ///
    /// # Errors
    /// [`NotAttached`].
    pub fn keep(&self, path: PathBuf) -> impl Future<Output = Result<Attachment, NotAttached>> + Send + use<> {
        let blobs = self.blobs.clone();
        apart(move || keep(&blobs, &path), |cause| NotAttached::Unreadable(cause.to_string()))
    }

    /// [`Attachments::keep`] on this very thread.
    ///
    /// # Errors
    /// [`NotAttached`].
    pub fn keep_now(&self, path: &Path) -> Result<Attachment, NotAttached> {
        keep(&self.blobs, path)
    }

    /// Whether a file could be kept, as far as a look tells; nothing is kept. On this very thread.
    ///
    /// # Errors
    /// [`NotAttached`].
    pub fn look(&self, path: &Path) -> Result<(), NotAttached> {
        let mut first = Vec::new();
        open(path)?.take(1).read_to_end(&mut first).map_err(|it| unreadable(&it))?;
        if first.is_empty() { Err(NotAttached::Empty) } else { Ok(()) }
    }

    /// Whether the office holds the very file that is named, whole and of that size. On this very thread.
    ///
    /// # Errors
    /// It is missing or damaged, or of another size.
    pub fn find(&self, file: &Attachment) -> Result<(), NotKept> {
        let size = u64::try_from(read(&self.blobs, file)?.len()).unwrap_or(u64::MAX);
        if size == file.bytes { Ok(()) } else { Err(NotKept::FileDamaged) }
    }

    /// What is in a file.
    ///
    /// # Errors
    /// It is missing or damaged.
    pub fn read(&self, file: &Attachment) -> impl Future<Output = Result<Vec<u8>, NotKept>> + Send + use<> {
        let (blobs, file) = (self.blobs.clone(), file.clone());
        apart(move || read(&blobs, &file), |_| NotKept::Failed)
    }

    /// A copy that another program can open, under the name that the file had.
    ///
    /// # Errors
    /// It is missing or damaged, or the copy cannot be written.
    pub fn copy(&self, file: &Attachment) -> impl Future<Output = Result<PathBuf, NotKept>> + Send + use<> {
        let (Self { blobs, copies }, file) = (self.clone(), file.clone());
        apart(move || copy(&blobs, &copies, &file), |_| NotKept::Failed)
    }
}

fn unreadable(cause: &std::io::Error) -> NotAttached {
    match cause.kind() {
        std::io::ErrorKind::NotFound => NotAttached::Absent,
        _ => NotAttached::Unreadable(cause.to_string()),
    }
}

fn not_too_large(bytes: u64) -> Result<(), NotAttached> {
    if LARGEST < bytes { Err(NotAttached::TooLarge { bytes }) } else { Ok(()) }
}

/// Opens what is a file and, so far, not too large.
fn open(path: &Path) -> Result<fs::File, NotAttached> {
    let about = fs::metadata(path).map_err(|it| unreadable(&it))?;
    if !about.is_file() {
        return Err(NotAttached::NotAFile);
    }
    not_too_large(about.len())?;
    fs::File::open(path).map_err(|it| unreadable(&it))
}

fn keep(blobs: &Blobs, path: &Path) -> Result<Attachment, NotAttached> {
    // It may grow while it is read.
    let mut bytes = Vec::new();
    open(path)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|it| unreadable(&it))?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    not_too_large(size)?;
    if bytes.is_empty() {
        return Err(NotAttached::Empty);
    }
    let id = blobs.keep(&bytes).map_err(|it| NotAttached::NotKept(it.into()))?;
    let name = path.file_name().map(|it| it.to_string_lossy().chars().take(NAME).collect::<String>());
    let line = |it: &str| Line::new(it).map_err(|_| NotAttached::NotAFile);
    Ok(Attachment { name: line(&name.unwrap_or_default())?, hash: line(&id.to_string())?, bytes: size })
}

/// The most characters of a name.
const NAME: usize = 120;

fn read(blobs: &Blobs, file: &Attachment) -> Result<Vec<u8>, NotKept> {
    let id = file.hash.parse().map_err(|_| NotKept::FileMissing)?;
    Ok(blobs.read(id)?)
}

fn copy(blobs: &Blobs, copies: &Path, file: &Attachment) -> Result<PathBuf, NotKept> {
    let bytes = read(blobs, file)?;
    let failed = |cause: std::io::Error| {
        tracing::error!(%cause, "a copy to be opened");
        NotKept::from(BlobError::Io(cause.to_string()))
    };
    // The name comes from elsewhere: only its last part, and nothing that leads out of the folder.
    let name: String = file.name.chars().map(|it| if "/\\:*?\"<>|".contains(it) { '_' } else { it }).collect();
    let name = name.trim_matches(['.', ' ']);
    let folder = copies.join(file.hash.chars().take(16).collect::<String>());
    fs::create_dir_all(&folder).map_err(failed)?;
    let path = folder.join(if name.is_empty() { "file" } else { name });
    if fs::read(&path).is_ok_and(|it| it == bytes) {
        return Ok(path);
    }
    fs::write(&path, bytes).map_err(failed)?;
    Ok(path)
}

/// Copies of an earlier day lie about no longer than until the office opens again.
pub(super) fn forget_copies(copies: &Path) {
    match fs::remove_dir_all(copies) {
        Ok(()) => {}
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {}
        Err(cause) => tracing::warn!(%cause, "copies of attachments"),
    }
}

async fn apart<T: Send + 'static, E: Send + 'static>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
    lost: impl FnOnce(tokio::task::JoinError) -> E,
) -> Result<T, E> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|it| Err(lost(it)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Seal;

    fn kept_in(folder: &Path) -> Blobs {
        Blobs::at(&folder.join("files"), Seal::Open)
    }

    #[test]
    fn a_file_is_kept_under_its_name_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let (blobs, photo) = (kept_in(folder.path()), folder.path().join("机器 照片.png"));
        fs::write(&photo, b"pixels").unwrap();
        let attached = keep(&blobs, &photo).unwrap();
        assert_eq!((attached.name.as_str(), attached.bytes), ("机器 照片.png", 6));
        fs::remove_file(&photo).unwrap();
        assert_eq!(read(&blobs, &attached).unwrap(), b"pixels");
        let opened = copy(&blobs, &folder.path().join("opened"), &attached).unwrap();
        assert_eq!(fs::read(&opened).unwrap(), b"pixels");
        assert_eq!(opened.file_name().unwrap(), "机器 照片.png");
        assert_eq!(copy(&blobs, &folder.path().join("opened"), &attached).unwrap(), opened);
        forget_copies(&folder.path().join("opened"));
        assert!(!opened.exists());
    }

    #[test]
    fn what_is_no_file_or_too_large_is_refused_and_nothing_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = kept_in(folder.path());
        let path = folder.path().join("it");
        assert_eq!(keep(&blobs, &path), Err(NotAttached::Absent));
        assert_eq!(keep(&blobs, folder.path()), Err(NotAttached::NotAFile));
        fs::write(&path, b"").unwrap();
        assert_eq!(keep(&blobs, &path), Err(NotAttached::Empty));
        fs::File::create(&path).unwrap().set_len(LARGEST + 1).unwrap();
        assert_eq!(keep(&blobs, &path), Err(NotAttached::TooLarge { bytes: LARGEST + 1 }));
        assert!(!folder.path().join("files").exists());
    }

    #[test]
    fn a_name_from_elsewhere_leads_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let (blobs, copies) = (kept_in(folder.path()), folder.path().join("opened"));
        let id = blobs.keep(b"x").unwrap();
        for name in ["../../evil", "..\\evil.exe", "...", "a/b"] {
            let hash = Line::new(&id.to_string()).unwrap();
            let file = Attachment { name: Line::new(name).unwrap(), hash, bytes: 1 };
            let opened = copy(&blobs, &copies, &file).unwrap();
            assert_eq!(opened.parent().unwrap().parent().unwrap(), copies, "{}", opened.display());
        }
    }

    #[test]
    fn a_file_that_vanished_from_the_office_is_said_to_be_missing() {
        let folder = tempfile::tempdir().unwrap();
        let file = Attachment { name: Line::new("x").unwrap(), hash: Line::new(&"0".repeat(64)).unwrap(), bytes: 1 };
        assert_eq!(read(&kept_in(folder.path()), &file), Err(NotKept::FileMissing));
    }
}
