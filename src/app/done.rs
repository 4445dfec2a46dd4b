//! What a carried-out wish left behind.

use super::refused::Refused;
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

/// What became of several wishes, each named by what it is about; the three together are all that was wished.
#[derive(Debug, Clone, PartialEq)]
pub struct Several<K> {
    /// What was done, in order.
    pub done: Vec<(K, Done)>,
    /// What was not, and why.
    pub refused: Vec<(K, Refused)>,
    /// What was not tried any more, because the last one refused met trouble that meets all.
    pub untried: Vec<K>,
}

impl<K> Default for Several<K> {
    fn default() -> Self {
        Self { done: Vec::new(), refused: Vec::new(), untried: Vec::new() }
    }
}

impl<K: Copy> Several<K> {
    /// How many were wished.
    #[must_use]
    pub const fn wished(&self) -> usize {
        self.done.len() + self.refused.len() + self.untried.len()
    }

    /// What was not done, by the reason: one line a reason, in the order in which they were met. What was not tried
    /// shares the reason that ended it.
    #[must_use]
    pub fn by_reason(&self) -> Vec<(Vec<K>, &Refused)> {
        let mut found: Vec<(Vec<K>, &Refused)> = Vec::new();
        for (about, refused) in &self.refused {
            match found.iter_mut().find(|(_, it)| *it == refused) {
                Some((all, _)) => all.push(*about),
                None => found.push((vec![*about], refused)),
            }
        }
        if let Some((_, last)) = self.refused.last()
            && let Some((all, _)) = found.iter_mut().find(|(_, it)| *it == last)
        {
            all.extend(&self.untried);
        }
        found
    }
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
