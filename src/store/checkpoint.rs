//! Checkpoints: what the books made of the facts up to a place, kept so that a large office opens quickly.
//!
//! Disposable: one that is missing, damaged, of another format or of another log is refused, and the books are made
//! anew from the facts.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::chain::Link;
use super::disk;
use super::envelope::Cursor;
use super::seal::Seal;
use crate::domain::record::Position;

/// Bytes that say what the facts up to a place come to.
#[derive(Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Whose they are; also the file's name: letters and digits.
    pub name: &'static str,
    /// The format of the bytes.
    pub format: u16,
    /// The last fact in them.
    pub position: Position,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Checkpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Checkpoint({}/{} at {}, {} bytes)", self.name, self.format, self.position.0, self.bytes.len())
    }
}

/// Why there is no checkpoint to use.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refused {
    /// None was kept.
    #[error("none was kept")]
    Absent,
    /// It is damaged.
    #[error("damaged")]
    Damaged,
    /// It has another format, older or newer.
    #[error("of the other format {0}")]
    OtherFormat(u16),
    /// The facts up to its place are not those of this log.
    #[error("of another log")]
    OtherLog,
    /// The system refuses.
    #[error("{0}")]
    Io(String),
}

const MAGIC: [u8; 8] = *b"REDRESSB";
const HEAD: usize = 8 + 2 + 8 + Link::BYTES + 8;

/// Keeps a checkpoint, replacing the one of that name.
pub(super) fn save(folder: &Path, checkpoint: &Checkpoint, link: Link, seal: &Seal) -> Result<(), Refused> {
    let sealed = seal.close(&checkpoint.bytes);
    let mut to = Vec::with_capacity(HEAD + sealed.len() + 4);
    to.extend_from_slice(&MAGIC);
    to.extend_from_slice(&checkpoint.format.to_le_bytes());
    to.extend_from_slice(&checkpoint.position.0.to_le_bytes());
    to.extend_from_slice(link.as_bytes());
    to.extend_from_slice(&(sealed.len() as u64).to_le_bytes());
    to.extend_from_slice(&sealed);
    to.extend_from_slice(&crc32fast::hash(&to).to_le_bytes());
    let written = fs::create_dir_all(folder).and_then(|()| disk::write_whole(&path(folder, checkpoint.name), &to));
    written.map_err(|it| io_trouble(&it))
}

/// Loads a checkpoint and the link that it expects at its place.
pub(super) fn load(folder: &Path, name: &'static str, format: u16, seal: &Seal) -> Result<(Checkpoint, Link), Refused> {
    let bytes = disk::read_if_there(&path(folder, name)).map_err(|it| io_trouble(&it))?.ok_or(Refused::Absent)?;
    let (body, sum) = bytes.split_last_chunk::<4>().ok_or(Refused::Damaged)?;
    if crc32fast::hash(body) != u32::from_le_bytes(*sum) {
        return Err(Refused::Damaged);
    }
    let mut from = Cursor(body);
    let mut read = || {
        let magic: [u8; 8] = from.array().ok()?;
        let format = u16::from_le_bytes(from.array().ok()?);
        let position = Position(from.u64().ok()?);
        let link = Link::from_bytes(from.array().ok()?);
        let length = usize::try_from(from.u64().ok()?).ok()?;
        (magic == MAGIC && length == from.0.len()).then_some((format, position, link, from.0))
    };
    let (found, position, link, sealed) = read().ok_or(Refused::Damaged)?;
    if found != format {
        return Err(Refused::OtherFormat(found));
    }
    let bytes = seal.open(sealed).map_err(|_| Refused::Damaged)?;
    Ok((Checkpoint { name, format, position, bytes }, link))
}

fn path(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.checkpoint"))
}

fn io_trouble(cause: &io::Error) -> Refused {
    tracing::warn!(%cause, "checkpoint");
    Refused::Io(cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Checkpoint {
        Checkpoint { name: "books", format: 3, position: Position(9), bytes: vec![7; 500] }
    }

    #[test]
    fn a_checkpoint_comes_back_with_its_link() {
        let folder = tempfile::tempdir().unwrap();
        let link = Link::from_bytes([8; 32]);
        assert_eq!(load(folder.path(), "books", 3, &Seal::Open), Err(Refused::Absent));
        save(folder.path(), &kept(), link, &Seal::Open).unwrap();
        assert_eq!(load(folder.path(), "books", 3, &Seal::Open), Ok((kept(), link)));
        assert_eq!(load(folder.path(), "books", 4, &Seal::Open), Err(Refused::OtherFormat(3)));
    }

    #[test]
    fn a_changed_byte_anywhere_is_damage() {
        let folder = tempfile::tempdir().unwrap();
        save(folder.path(), &kept(), Link::START, &Seal::Open).unwrap();
        let place = path(folder.path(), "books");
        let whole = fs::read(&place).unwrap();
        for byte in 0..whole.len() {
            let mut changed = whole.clone();
            changed[byte] ^= 0x40;
            fs::write(&place, &changed).unwrap();
            assert_eq!(load(folder.path(), "books", 3, &Seal::Open), Err(Refused::Damaged), "byte {byte}");
        }
        fs::write(&place, &whole[..whole.len() - 1]).unwrap();
        assert_eq!(load(folder.path(), "books", 3, &Seal::Open), Err(Refused::Damaged));
    }
}
