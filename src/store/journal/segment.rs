//! One segment file: a header, then frames.
//!
//! Header, 78 bytes, little-endian: magic `REDRESSJ`, format (u16), office (16), place of the last fact before (u64),
//! its link (32), reserved (8 zeros), CRC-32 of all that. Frame: mark (4), length of the payload (u32), CRC-32 of
//! what follows and of the length (u32), place of the first fact that was written with the same sync (u64), payload.
//!
//! Frames that share a sync share that place. After a power cut some of them may be whole behind others that are not:
//! none of them was acknowledged, and the place tells them from damage. Behind the last frame of the segment that is
//! being written lie zeros, so that a sync records no new length; closing and rolling take them away.

use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::super::chain::Link;
use super::super::disk;
use super::super::envelope::Cursor;
use super::super::folder::OfficeId;
use super::End;
use crate::domain::record::Position;

/// How segment files end.
pub(in crate::store) const EXTENSION: &str = "journal";

/// The format that this program writes; it reads no newer one.
pub(in crate::store) const FORMAT: u16 = 1;

/// Length of a header.
pub(in crate::store) const HEADER: usize = 78;

/// What every frame begins with; not valid UTF-8, so that no text looks like it.
pub(in crate::store) const MARK: [u8; 4] = [0xF5, b'R', b'D', 0xFF];

const MAGIC: [u8; 8] = *b"REDRESSJ";
const FRAME_HEAD: usize = 20;

/// What a segment's header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Header {
    /// Ours: the office it belongs to and where the segment before ended.
    Known { office: OfficeId, before: End },
    /// Written by a newer program.
    Newer(u16),
    /// Damaged.
    Garbled,
}

/// Creates the segment that goes on after `before`; its header is on the disk when this returns.
pub(in crate::store) fn create(folder: &Path, office: OfficeId, before: End) -> io::Result<PathBuf> {
    let path = folder.join(format!("{:020}.{EXTENSION}", before.head.0 + 1));
    disk::write_whole(&path, &header(office, before))?;
    Ok(path)
}

fn header(office: OfficeId, before: End) -> Vec<u8> {
    let mut to = Vec::with_capacity(HEADER);
    to.extend_from_slice(&MAGIC);
    to.extend_from_slice(&FORMAT.to_le_bytes());
    to.extend_from_slice(office.0.as_bytes());
    to.extend_from_slice(&before.head.0.to_le_bytes());
    to.extend_from_slice(before.link.as_bytes());
    to.extend_from_slice(&[0; 8]);
    to.extend_from_slice(&crc32fast::hash(&to).to_le_bytes());
    to
}

/// Reads the header at the front of a segment.
pub(in crate::store) fn read_header(bytes: &[u8]) -> Header {
    let mut from = Cursor(bytes);
    let mut read = || -> Option<Header> {
        let magic: [u8; 8] = from.array().ok()?;
        let format = u16::from_le_bytes(from.array().ok()?);
        if magic != MAGIC {
            return None;
        }
        if FORMAT < format {
            return Some(Header::Newer(format));
        }
        let office = OfficeId(Uuid::from_bytes(from.array().ok()?));
        let head = Position(from.u64().ok()?);
        let link = Link::from_bytes(from.array().ok()?);
        let _: [u8; 8] = from.array().ok()?;
        let sum = from.u32().ok()?;
        let whole = crc32fast::hash(bytes.get(..HEADER - 4)?) == sum;
        whole.then_some(Header::Known { office, before: End { head, link } })
    };
    read().unwrap_or(Header::Garbled)
}

/// One whole frame.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Frame<'a> {
    /// The first fact that was written with the same sync.
    pub group: Position,
    pub payload: &'a [u8],
    /// Where the next frame would begin.
    pub next: usize,
}

/// Appends the frame of a payload to a buffer.
pub(in crate::store) fn frame(payload: &[u8], group: Position, to: &mut Vec<u8>) {
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes();
    let group = group.0.to_le_bytes();
    to.extend_from_slice(&MARK);
    to.extend_from_slice(&length);
    to.extend_from_slice(&sum(length, group, payload).to_le_bytes());
    to.extend_from_slice(&group);
    to.extend_from_slice(payload);
}

/// The whole frame that begins at `offset`.
pub(in crate::store) fn frame_at(bytes: &[u8], offset: usize) -> Option<Frame<'_>> {
    let mut from = Cursor(bytes.get(offset..)?);
    let mark: [u8; 4] = from.array().ok()?;
    let length: [u8; 4] = from.array().ok()?;
    let expected = from.u32().ok()?;
    let group: [u8; 8] = from.array().ok()?;
    let payload = from.take(usize::try_from(u32::from_le_bytes(length)).ok()?).ok()?;
    let whole = mark == MARK && sum(length, group, payload) == expected;
    let next = offset + FRAME_HEAD + payload.len();
    whole.then_some(Frame { group: Position(u64::from_le_bytes(group)), payload, next })
}

/// What a frame that is not whole claims to have been synced with.
pub(in crate::store) fn claimed_group(bytes: &[u8], offset: usize) -> Option<Position> {
    let head = bytes.get(offset..)?.first_chunk::<FRAME_HEAD>()?;
    let group = head.last_chunk::<8>()?;
    head.starts_with(&MARK).then(|| Position(u64::from_le_bytes(*group)))
}

/// Where the next whole frame begins, at or after `offset`.
pub(in crate::store) fn next_frame(bytes: &[u8], offset: usize) -> Option<usize> {
    let rest = bytes.get(offset..)?;
    memchr::memmem::find_iter(rest, &MARK).map(|it| it + offset).find(|&it| frame_at(bytes, it).is_some())
}

fn sum(length: [u8; 4], group: [u8; 8], payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&length);
    hasher.update(&group);
    hasher.update(payload);
    hasher.finalize()
}
