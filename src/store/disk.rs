//! The few things the store does to files, each done to the end: what a function here has written is on the disk
//! when it returns.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::Utc;

/// Writes a file whole: beside its place, synced, then renamed into place. Readers see the old or the new one.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = with_suffix(path, ".tmp");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    sync_parent(path)
}

/// Makes the names in a folder durable. Windows keeps them with the file.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// [`sync_folder`] of the folder that holds `path`.
pub(super) fn sync_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), sync_folder)
}

/// Moves a file or folder out of the way without deleting anything, and says where it went.
pub(super) fn move_aside(path: &Path) -> io::Result<PathBuf> {
    let stamp = Utc::now().format("%Y%m%dT%H%M%S");
    let mut aside = with_suffix(path, &format!(".aside-{stamp}"));
    let mut next = 2;
    while aside.exists() {
        aside = with_suffix(path, &format!(".aside-{stamp}-{next}"));
        next += 1;
    }
    fs::rename(path, &aside)?;
    sync_parent(path)?;
    tracing::warn!(from = %path.display(), to = %aside.display(), "moved aside");
    Ok(aside)
}

/// The bytes of a file, or `None` where there is none.
pub(super) fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// What lies in a folder; nothing where there is none.
pub(super) fn within(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(files) => files.map(|it| it.map(|it| it.path())).collect(),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(cause) => Err(cause),
    }
}

/// Whether a cause means that the disk (or a quota, or what one file may hold) is full.
pub(super) fn is_full(cause: &io::Error) -> bool {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(cause.kind(), StorageFull | QuotaExceeded | FileTooLarge)
}

/// Bytes that may still be written where a folder lies; `None` where the system does not tell.
pub(super) fn room(folder: &Path) -> Option<u64> {
    fs4::available_space(folder).ok()
}

/// Whether a cause means that we may not.
pub(super) fn is_forbidden(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    path.with_file_name(name)
}
