//! The log of an office: what lies on disk, in which shape, and how it survives a kill and a power cut.
//!
//! - This is the only layer that knows files of the office, shapes on disk and secrets.
//! - It knows no rule of the business: it refuses a batch for its version, never for what it says.
//! - Nothing is acknowledged that is not on disk. Nothing is deleted. What is lost is named.

use std::pin::Pin;

use chain::Link;

use crate::domain::id::{PersonId, PressId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::record::{Fact, Position, Recorded, Version};

pub mod blob;
pub mod chain;
pub mod checkpoint;
mod disk;
pub mod drafts;
pub mod embedded;
pub mod envelope;
pub mod folder;
mod group;
mod journal;
pub mod keeper;
#[cfg(test)]
mod laws;
pub mod memory;
mod mirror;
mod recovery;
pub mod report;
pub mod seal;
pub mod trouble;
pub mod verify;
pub mod wire;

pub use embedded::{Embedded, Opened};
pub use keeper::{Keeper, wait};
pub use memory::Memory;
pub use seal::Seal;
pub use trouble::{AppendError, OpenError, ReadError};

/// An answer that comes later, on whatever executor waits for it.
pub type Pending<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The most bytes in one batch.
pub const LARGEST: u64 = 8 << 20;

/// The facts of one press, written whole or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// What they belong to.
    pub stream: StreamId,
    /// The version of the stream that the author saw.
    pub expected: Version,
    /// Other streams that the author looked at, each at the version that was seen: nothing is written once one of them
    /// went on.
    pub beside: Vec<(StreamId, Version)>,
    /// The press that caused them. It writes once: a use case that writes to two streams needs two.
    pub press: PressId,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: PersonId,
    /// What happened, in order.
    pub facts: Vec<Fact>,
}

/// The log of an office.
///
/// Every [`Keeper`] is one. Its laws stand there and in `store/laws.rs`.
pub trait EventLog: Send + Sync {
    /// Writes a batch: whole or not at all. Acknowledged means on disk.
    fn append(&self, batch: Batch) -> Pending<Result<Receipt, AppendError>>;

    /// Writes many batches, in order, several with one sync; each has its own fate. For imports and practice offices.
    fn append_many(&self, batches: Vec<Batch>) -> Pending<Vec<Result<Receipt, AppendError>>>;

    /// All facts of a stream, in order; none for a stream that does not exist.
    fn history(&self, stream: StreamId) -> Pending<Result<Vec<Recorded>, ReadError>>;

    /// At most `limit` facts after a position, in order. Before a fact that cannot be read there are fewer, and the
    /// next call names it: [`ReadError::Unreadable`] or [`ReadError::Lost`].
    fn after(&self, position: Position, limit: usize) -> Pending<Result<Vec<Recorded>, ReadError>>;

    /// Waits until the log reaches beyond a position; at once where it does already.
    fn beyond(&self, position: Position) -> Pending<Result<(), ReadError>>;

    /// The link of the fact at a position; `None` where there is none. The start has one too.
    fn link_at(&self, position: Position) -> Pending<Result<Option<Link>, ReadError>>;
}

impl<K: Keeper + ?Sized> EventLog for K {
    fn append(&self, batch: Batch) -> Pending<Result<Receipt, AppendError>> {
        let answers = self.append_many(vec![batch]);
        Box::pin(async move { answers.await.pop().unwrap_or(Err(AppendError::Stopped)) })
    }

    fn append_many(&self, batches: Vec<Batch>) -> Pending<Vec<Result<Receipt, AppendError>>> {
        let bundles: Result<Vec<_>, _> = batches.iter().map(wire::bundle).collect();
        match bundles {
            Ok(bundles) => self.put(bundles),
            Err(shapeless) => keeper::ready(vec![Err(shapeless); batches.len()]),
        }
    }

    fn history(&self, stream: StreamId) -> Pending<Result<Vec<Recorded>, ReadError>> {
        let envelopes = self.of_stream(stream);
        Box::pin(async move { envelopes.await?.into_iter().map(wire::recorded).collect() })
    }

    fn after(&self, position: Position, limit: usize) -> Pending<Result<Vec<Recorded>, ReadError>> {
        let envelopes = self.past(position, limit);
        Box::pin(async move {
            let mut facts = Vec::new();
            for envelope in envelopes.await? {
                match wire::recorded(envelope) {
                    Ok(fact) => facts.push(fact),
                    Err(unreadable) if facts.is_empty() => return Err(unreadable),
                    Err(_) => break,
                }
            }
            Ok(facts)
        })
    }

    fn beyond(&self, position: Position) -> Pending<Result<(), ReadError>> {
        self.grown(position)
    }

    fn link_at(&self, position: Position) -> Pending<Result<Option<Link>, ReadError>> {
        self.link(position)
    }
}

/// What was written, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// What it was written to.
    pub stream: StreamId,
    /// The first fact.
    pub first: Position,
    /// The last fact.
    pub last: Position,
    /// The version of the stream after it.
    pub version: Version,
    /// The press had been sent before; this is what it wrote then, whatever it says now.
    pub repeated: bool,
}

impl Receipt {
    fn of(sheaf: &envelope::Sheaf) -> Self {
        Self { stream: sheaf.stream, first: sheaf.first, last: sheaf.last(), version: sheaf.head(), repeated: false }
    }
}
