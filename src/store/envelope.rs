//! Facts as bytes: what a keeper is given, what it writes, what it gives back.
//!
//! A [`Sheaf`] is one batch in its place in the log; its bytes are the same in the journal, in the database and in a
//! backup, so that each can be rebuilt from the others and compared byte for byte.

use chrono::DateTime;
use uuid::Uuid;

use super::chain::{self, Link};
use super::seal::Seal;
use crate::domain::id::{ComplaintId, CustomerId, PersonId, PressId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::record::{Position, Version};

/// One fact, encoded: its kind, the format of that kind, and its body.
#[derive(Clone, PartialEq, Eq)]
pub struct Piece {
    /// The shape's name, at most 255 bytes.
    pub kind: String,
    /// The shape's format number.
    pub format: u16,
    /// The encoded fact.
    pub body: Vec<u8>,
}

/// A batch to be written, encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// What the facts belong to.
    pub stream: StreamId,
    /// The version of the stream that the author saw.
    pub expected: Version,
    /// Other streams that the author looked at, each at the version that was seen. They are compared, not written.
    pub beside: Vec<(StreamId, Version)>,
    /// The press that caused them.
    pub press: PressId,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: PersonId,
    /// The facts, in order.
    pub pieces: Vec<Piece>,
}

/// One fact in its place, encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Place in the log.
    pub position: Position,
    /// What it belongs to.
    pub stream: StreamId,
    /// Place in its stream.
    pub version: Version,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: PersonId,
    /// By which press.
    pub press: PressId,
    /// The fact itself; `None` where its seal cannot be opened.
    pub piece: Option<Piece>,
}

impl std::fmt::Debug for Piece {
    /// Without the body: it may hold a customer's words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Piece({}/{}, {} bytes)", self.kind, self.format, self.body.len())
    }
}

/// One batch in its place in the log, bodies sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheaf {
    /// The link before the first fact.
    pub before: Link,
    /// Place of the first fact.
    pub first: Position,
    pub stream: StreamId,
    /// Version of the first fact.
    pub version: Version,
    pub at: Moment,
    pub by: PersonId,
    pub press: PressId,
    /// At least one, at most 65,535.
    pub pieces: Vec<Piece>,
}

/// One entry of the journal or the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Page {
    /// A batch.
    Sheaf(Sheaf),
    /// Facts that were there and are lost, both ends included.
    Lost { first: Position, last: Position },
}

/// Bytes that are no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum NoPage {
    #[error("the bytes are no page")]
    Garbled,
    #[error("a page of the newer shape {0}")]
    Newer(u8),
}

const SHEAF: u8 = 1;
const LOST: u8 = 2;

impl Sheaf {
    /// Seals a bundle into its place.
    pub(super) fn place(bundle: &Bundle, first: Position, before: Link, seal: &Seal) -> Self {
        let sealed =
            |piece: &Piece| Piece { kind: piece.kind.clone(), format: piece.format, body: seal.close(&piece.body) };
        Self {
            before,
            first,
            stream: bundle.stream,
            version: bundle.expected.next(),
            at: DateTime::from_timestamp_millis(bundle.at.timestamp_millis()).unwrap_or(bundle.at),
            by: bundle.by,
            press: bundle.press,
            pieces: bundle.pieces.iter().map(sealed).collect(),
        }
    }

    pub(super) fn last(&self) -> Position {
        Position(self.first.0 + self.pieces.len() as u64 - 1)
    }

    /// The version of the stream after this batch.
    pub(super) fn head(&self) -> Version {
        Version(self.version.0 + u32::try_from(self.pieces.len()).unwrap_or(u32::MAX) - 1)
    }

    /// The link after the last fact.
    pub(super) fn after(&self) -> Link {
        chain::link(self, self.pieces.len())
    }

    /// The facts, unsealed.
    pub(super) fn envelopes(&self, seal: &Seal) -> impl Iterator<Item = Envelope> {
        self.pieces.iter().zip(0_u32..).map(move |(piece, place)| Envelope {
            position: Position(self.first.0 + u64::from(place)),
            stream: self.stream,
            version: Version(self.version.0 + place),
            at: self.at,
            by: self.by,
            press: self.press,
            piece: match seal.open(&piece.body) {
                Ok(body) => Some(Piece { kind: piece.kind.clone(), format: piece.format, body }),
                Err(cause) => {
                    tracing::error!(position = self.first.0 + u64::from(place), %cause, "a body stays shut");
                    None
                }
            },
        })
    }
}

impl Page {
    pub(super) const fn first(&self) -> Position {
        match self {
            Self::Sheaf(sheaf) => sheaf.first,
            Self::Lost { first, .. } => *first,
        }
    }

    pub(super) fn last(&self) -> Position {
        match self {
            Self::Sheaf(sheaf) => sheaf.last(),
            Self::Lost { last, .. } => *last,
        }
    }

    /// The link after this page; after lost facts nobody knows it.
    pub(super) fn after(&self) -> Option<Link> {
        match self {
            Self::Sheaf(sheaf) => Some(sheaf.after()),
            Self::Lost { .. } => None,
        }
    }

    /// The page's bytes, the same everywhere.
    pub(super) fn encode(&self) -> Vec<u8> {
        match self {
            Self::Lost { first, last } => {
                let mut to = vec![LOST];
                to.extend_from_slice(&first.0.to_le_bytes());
                to.extend_from_slice(&last.0.to_le_bytes());
                to
            }
            Self::Sheaf(sheaf) => {
                let bodies: usize = sheaf.pieces.iter().map(|it| it.body.len() + it.kind.len() + 7).sum();
                let mut to = Vec::with_capacity(bodies + 96);
                to.push(SHEAF);
                to.extend_from_slice(sheaf.before.as_bytes());
                to.extend_from_slice(&sheaf.first.0.to_le_bytes());
                to.extend_from_slice(&stream_key(sheaf.stream));
                to.extend_from_slice(&sheaf.version.0.to_le_bytes());
                to.extend_from_slice(&sheaf.at.timestamp_millis().to_le_bytes());
                to.extend_from_slice(&sheaf.by.0.to_le_bytes());
                to.extend_from_slice(sheaf.press.0.as_bytes());
                to.extend_from_slice(&u16::try_from(sheaf.pieces.len()).unwrap_or(u16::MAX).to_le_bytes());
                for piece in &sheaf.pieces {
                    to.push(u8::try_from(piece.kind.len()).unwrap_or(u8::MAX));
                    to.extend_from_slice(piece.kind.as_bytes());
                    to.extend_from_slice(&piece.format.to_le_bytes());
                    to.extend_from_slice(&u32::try_from(piece.body.len()).unwrap_or(u32::MAX).to_le_bytes());
                    to.extend_from_slice(&piece.body);
                }
                to
            }
        }
    }

    /// Reads [`Page::encode`]; every byte must belong.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, NoPage> {
        let mut from = Cursor(bytes);
        let page = match from.byte()? {
            SHEAF => Self::Sheaf(decode_sheaf(&mut from)?),
            LOST => {
                let (first, last) = (Position(from.u64()?), Position(from.u64()?));
                if first == Position::START || last < first {
                    return Err(NoPage::Garbled);
                }
                Self::Lost { first, last }
            }
            newer => return Err(NoPage::Newer(newer)),
        };
        if from.0.is_empty() { Ok(page) } else { Err(NoPage::Garbled) }
    }
}

fn decode_sheaf(from: &mut Cursor<'_>) -> Result<Sheaf, NoPage> {
    let before = Link::from_bytes(from.array()?);
    let first = Position(from.u64()?);
    let stream = stream_of(from.array()?).ok_or(NoPage::Garbled)?;
    let version = Version(from.u32()?);
    let at = DateTime::from_timestamp_millis(i64::from_le_bytes(from.array()?)).ok_or(NoPage::Garbled)?;
    let by = PersonId(from.u32()?);
    let press = PressId(Uuid::from_bytes(from.array()?));
    let count = u16::from_le_bytes(from.array()?);
    if count == 0 || first == Position::START || version == Version::NONE {
        return Err(NoPage::Garbled);
    }
    let pieces = (0..count).map(|_| decode_piece(from)).collect::<Result<_, _>>()?;
    Ok(Sheaf { before, first, stream, version, at, by, press, pieces })
}

fn decode_piece(from: &mut Cursor<'_>) -> Result<Piece, NoPage> {
    let length = usize::from(from.byte()?);
    let kind = std::str::from_utf8(from.take(length)?).map_err(|_| NoPage::Garbled)?.to_owned();
    let format = u16::from_le_bytes(from.array()?);
    let length = usize::try_from(from.u32()?).map_err(|_| NoPage::Garbled)?;
    Ok(Piece { kind, format, body: from.take(length)?.to_vec() })
}

/// A stream in nine bytes, in the order of registration.
pub(super) fn stream_key(stream: StreamId) -> [u8; 9] {
    let (tag, id) = match stream {
        StreamId::Office => (0, 0),
        StreamId::Complaint(complaint) => (1, complaint.packed()),
        StreamId::Customer(customer) => (2, u64::from(customer.0)),
    };
    let mut key = [tag; 9];
    key[1..].copy_from_slice(&id.to_be_bytes());
    key
}

fn stream_of(key: [u8; 9]) -> Option<StreamId> {
    let [tag, id @ ..] = key;
    match (tag, u64::from_be_bytes(id)) {
        (0, 0) => Some(StreamId::Office),
        (1, packed) => ComplaintId::unpacked(packed).map(StreamId::Complaint),
        (2, number) => u32::try_from(number).ok().filter(|it| 0 < *it).map(|it| StreamId::Customer(CustomerId(it))),
        (_, _) => None,
    }
}

/// Reads little-endian fields off the front.
pub(super) struct Cursor<'a>(pub &'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], NoPage> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(NoPage::Garbled)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], NoPage> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(NoPage::Garbled)?;
        self.0 = rest;
        Ok(*taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, NoPage> {
        self.array().map(|[byte]| byte)
    }

    pub(super) fn u32(&mut self) -> Result<u32, NoPage> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Result<u64, NoPage> {
        self.array().map(u64::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheaf() -> Sheaf {
        let bundle = Bundle {
            stream: StreamId::Complaint("20260312-009".parse().unwrap()),
            expected: Version(3),
            beside: Vec::new(),
            press: PressId(Uuid::from_u128(7)),
            at: DateTime::from_timestamp_millis(1_773_273_600_123).unwrap(),
            by: PersonId(4),
            pieces: vec![
                Piece { kind: "complaint.registered".into(), format: 1, body: "空调不冷 🥵".into() },
                Piece { kind: "complaint.judged".into(), format: 2, body: vec![] },
            ],
        };
        Sheaf::place(&bundle, Position(41), Link::from_bytes([5; 32]), &Seal::Open)
    }

    #[test]
    fn a_page_comes_back_as_it_was() {
        let page = Page::Sheaf(sheaf());
        assert_eq!(Page::decode(&page.encode()), Ok(page));
        let lost = Page::Lost { first: Position(3), last: Position(9) };
        assert_eq!(Page::decode(&lost.encode()), Ok(lost));
    }

    #[test]
    fn a_page_that_is_cut_or_longer_is_none() {
        let bytes = Page::Sheaf(sheaf()).encode();
        for end in 0..bytes.len() {
            assert!(Page::decode(&bytes[..end]).is_err(), "cut at {end}");
        }
        let mut longer = bytes;
        longer.push(0);
        assert_eq!(Page::decode(&longer), Err(NoPage::Garbled));
    }

    #[test]
    fn a_link_covers_every_byte_of_a_page() {
        let page = sheaf();
        let bytes = Page::Sheaf(page.clone()).encode();
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            if let Ok(Page::Sheaf(other)) = Page::decode(&changed) {
                assert_ne!(other.after(), page.after(), "byte {place}");
            }
        }
    }

    #[test]
    fn places_and_versions_count_on() {
        let page = sheaf();
        assert_eq!((page.last(), page.head()), (Position(42), Version(5)));
        let facts: Vec<_> = page.envelopes(&Seal::Open).collect();
        assert_eq!(facts[1].position, Position(42));
        assert_eq!(facts[1].version, Version(5));
        assert_eq!(facts[0].piece.as_ref().map(|it| it.body.as_slice()), Some("空调不冷 🥵".as_bytes()));
    }
}
