//! What a carried-out wish left behind.

use crate::domain::id::{ComplaintId, CustomerId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::record::{Recorded, Version};
use crate::store::Receipt;

/// It is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// Where it was written; `repeated` where the press had been sent before.
    pub receipt: Receipt,
    /// When it happened, as the log keeps it.
    pub at: Moment,
}

/// What became of several wishes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Several {
    /// What was done, in order.
    pub done: Vec<Done>,
    /// Why the others were not.
    pub refused: Vec<super::refused::Refused>,
}

impl Done {
    /// The complaint that it belongs to; `None` for the office and for a customer file.
    #[must_use]
    pub const fn complaint(&self) -> Option<ComplaintId> {
        match self.receipt.stream {
            StreamId::Complaint(id) => Some(id),
            StreamId::Office | StreamId::Customer(_) => None,
        }
    }

    /// The customer file that it belongs to; `None` for the office and for a complaint.
    #[must_use]
    pub const fn customer(&self) -> Option<CustomerId> {
        match self.receipt.stream {
            StreamId::Customer(id) => Some(id),
            StreamId::Office | StreamId::Complaint(_) => None,
        }
    }

    /// The version of its stream after it.
    #[must_use]
    pub const fn version(&self) -> Version {
        self.receipt.version
    }

    /// What a press has written before, from the facts that it left in its stream.
    pub(super) fn before<'a>(facts: impl IntoIterator<Item = &'a Recorded>) -> Option<Self> {
        let mut facts = facts.into_iter();
        let first = facts.next()?;
        let last = facts.last().unwrap_or(first);
        let (first, stream, at) = (first.position, first.stream, first.at);
        let receipt = Receipt { stream, first, last: last.position, version: last.version, repeated: true };
        Some(Self { receipt, at })
    }
}
