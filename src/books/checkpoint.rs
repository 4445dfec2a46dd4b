//! The books as bytes, so that a large office opens quickly. Disposable: what does not read is folded anew from the
//! log, so the format may change with every version of the program.

use std::collections::HashSet;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::customers::Files;
use super::sights::Sights;
use super::{Accounted, Books, Exemption, Ledger, Row};
use crate::domain::complaint::{Complaint, Stage};
use crate::domain::office::Office;
use crate::domain::record::Position;

/// What the bytes begin with: a name and the version of the format.
const HEAD: [u8; 4] = [b'R', b'D', b'B', 7];

/// So many rows stand in one part, so that several threads can read.
const STRETCH: usize = 8_192;

/// Why bytes were not taken. The log has everything that is lost with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Bytes of something else.
    #[error("these bytes are no books")]
    NotBooks,
    /// Bytes of another version of the program.
    #[error("these books are written in another format")]
    OtherFormat,
    /// Cut off, or changed.
    #[error("these books are damaged")]
    Damaged,
}

impl Books {
    /// The books as bytes. The same books always give the same bytes. They hold personal data: seal them.
    ///
    /// # Errors
    /// [`CheckpointError::Damaged`] where something cannot be written; then there is no checkpoint, and no harm.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CheckpointError> {
        let mut live: Vec<&Complaint> = self.live.values().collect();
        live.sort_unstable_by_key(|it| it.id);
        let mut body = Vec::new();
        // Shapes of the domain leave out what is empty, so their fields are written by name. Rows never do: they are
        // written without names, which reads three times as fast.
        section(&mut body, &named(&self.position)?);
        section(&mut body, &named(&self.office)?);
        section(&mut body, &named(&live)?);
        section(&mut body, &named(&self.exemptions)?);
        section(&mut body, &named(&self.files.all())?);
        section(&mut body, &named(&self.files.days())?);
        section(&mut body, &named(&self.accounted)?);
        section(&mut body, &named(self.sights.all())?);
        for rows in self.ledger.rows().chunks(STRETCH) {
            section(&mut body, &postcard::to_stdvec(rows).map_err(|_| CheckpointError::Damaged)?);
        }
        let mut bytes = HEAD.to_vec();
        bytes.extend(crc32fast::hash(&body).to_le_bytes());
        bytes.extend(body);
        Ok(bytes)
    }

    /// The books that bytes hold.
    ///
    /// # Errors
    /// See [`CheckpointError`]: the caller folds the log from its beginning then.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let (head, rest) = bytes.split_first_chunk::<4>().ok_or(CheckpointError::NotBooks)?;
        if head[..3] != HEAD[..3] {
            return Err(CheckpointError::NotBooks);
        }
        if *head != HEAD {
            return Err(CheckpointError::OtherFormat);
        }
        let (checksum, mut body) = rest.split_first_chunk::<4>().ok_or(CheckpointError::Damaged)?;
        if crc32fast::hash(body) != u32::from_le_bytes(*checksum) {
            return Err(CheckpointError::Damaged);
        }
        let position: Position = read(&mut body)?;
        let office: Office = read(&mut body)?;
        let live: Vec<Complaint> = read(&mut body)?;
        let exemptions: Vec<Exemption> = read(&mut body)?;
        let files = Files::of(read(&mut body)?, read(&mut body)?);
        let accounted: Vec<Accounted> = read(&mut body)?;
        let sights = Sights::of(read(&mut body)?);
        let rows = read_rows(body)?;
        if !agree(&live, &rows) {
            return Err(CheckpointError::Damaged);
        }
        let mut books = Self {
            office,
            position,
            live: live.into_iter().map(|it| (it.id, it)).collect(),
            ledger: Ledger::of(rows),
            exemptions,
            files,
            accounted,
            sights,
            ..Self::default()
        };
        books.index();
        Ok(books)
    }
}

/// Every number once, and a live complaint for each row that is not archived.
fn agree(live: &[Complaint], rows: &[Row]) -> bool {
    let numbers: HashSet<_> = rows.iter().map(|it| it.id).collect();
    let current: HashSet<_> = rows.iter().filter(|it| it.stage != Stage::Archived).map(|it| it.id).collect();
    let alive: HashSet<_> = live.iter().map(|it| it.id).collect();
    numbers.len() == rows.len() && alive.len() == live.len() && current == alive
}

fn named<T: Serialize + ?Sized>(it: &T) -> Result<Vec<u8>, CheckpointError> {
    rmp_serde::to_vec_named(it).map_err(|_| CheckpointError::Damaged)
}

/// A part with its length before it.
fn section(body: &mut Vec<u8>, part: &[u8]) {
    body.extend((part.len() as u64).to_le_bytes());
    body.extend(part);
}

/// The parts with rows, read by as many threads as there are parts and processors for.
fn read_rows(mut body: &[u8]) -> Result<Vec<Row>, CheckpointError> {
    let mut parts = Vec::new();
    while !body.is_empty() {
        parts.push(part(&mut body)?);
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = parts.len().div_ceil(threads).max(1);
    let read_part = |part: &&[u8]| postcard::from_bytes::<Vec<Row>>(part).map_err(|_| CheckpointError::Damaged);
    let read_all = |parts: &[&[u8]]| parts.iter().map(read_part).collect::<Result<Vec<_>, _>>();
    let stretches = std::thread::scope(|scope| {
        let readers: Vec<_> = parts.chunks(share).map(|parts| scope.spawn(move || read_all(parts))).collect();
        // A reader that stopped half-way has read nothing.
        readers.into_iter().map(|it| it.join().unwrap_or(Err(CheckpointError::Damaged))).collect::<Result<Vec<_>, _>>()
    })?;
    Ok(stretches.into_iter().flatten().flatten().collect())
}

fn read<T: DeserializeOwned>(body: &mut &[u8]) -> Result<T, CheckpointError> {
    decode(part(body)?)
}

fn decode<T: DeserializeOwned>(part: &[u8]) -> Result<T, CheckpointError> {
    rmp_serde::from_slice(part).map_err(|_| CheckpointError::Damaged)
}

/// The next part; the bytes are left behind it.
fn part<'a>(body: &mut &'a [u8]) -> Result<&'a [u8], CheckpointError> {
    let (length, rest) = body.split_first_chunk::<8>().ok_or(CheckpointError::Damaged)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| CheckpointError::Damaged)?;
    let (part, rest) = rest.split_at_checked(length).ok_or(CheckpointError::Damaged)?;
    *body = rest;
    Ok(part)
}
