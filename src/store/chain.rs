//! The hash chain over facts: every fact names, through its link, everything that was written before it.
//!
//! A link covers the bytes as they lie on disk (bodies sealed), so that it can be checked without any key and gives
//! nothing away about a text that someone could guess.

use std::fmt;

use super::envelope::Sheaf;
use crate::domain::record::Position;

/// The hash of a fact and, through the link before it, of all facts before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Link([u8; Link::BYTES]);

impl Link {
    /// Length on disk.
    pub const BYTES: usize = 32;

    /// Before the first fact.
    pub const START: Self = Self([0; Self::BYTES]);

    /// A link as it was kept.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    /// The bytes to keep.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Link({self})")
    }
}

/// The link of the `count`-th fact of a sheaf (all of them: `sheaf.pieces.len()`).
pub(super) fn link(sheaf: &Sheaf, count: usize) -> Link {
    let mut link = sheaf.before;
    let mut position = sheaf.first;
    let mut version = sheaf.version;
    for piece in sheaf.pieces.iter().take(count) {
        let mut hasher = blake3::Hasher::new();
        hasher.update(link.as_bytes());
        hasher.update(&position.0.to_le_bytes());
        hasher.update(&super::envelope::stream_key(sheaf.stream));
        hasher.update(&version.0.to_le_bytes());
        hasher.update(&sheaf.at.timestamp_millis().to_le_bytes());
        hasher.update(&sheaf.by.0.to_le_bytes());
        hasher.update(sheaf.press.0.as_bytes());
        hasher.update(&(piece.kind.len() as u64).to_le_bytes());
        hasher.update(piece.kind.as_bytes());
        hasher.update(&piece.format.to_le_bytes());
        hasher.update(&piece.body);
        link = Link(*hasher.finalize().as_bytes());
        position = position.next();
        version = version.next();
    }
    link
}

/// The link of the fact at `position`, which lies in the sheaf.
pub(super) fn link_of(sheaf: &Sheaf, position: Position) -> Link {
    let count = position.0.saturating_sub(sheaf.first.0) + 1;
    link(sheaf, usize::try_from(count).unwrap_or(usize::MAX))
}
