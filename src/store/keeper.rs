//! Whoever keeps facts, as bytes. [`EventLog`](super::EventLog) is this with facts instead of bytes.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::sync::watch;

use super::chain::Link;
use super::envelope::{Bundle, Envelope};
use super::trouble::{AppendError, ReadError};
use super::{Pending, Receipt};
use crate::domain::id::StreamId;
use crate::domain::record::Position;

/// A keeper of encoded facts. Every keeper obeys one suite of laws (`store/laws.rs`).
///
/// - Positions are dense and in the order of commit; so are the versions of a stream.
/// - A batch is written whole or not at all, and is on disk when it is acknowledged.
/// - Nothing is written once somebody else wrote to its stream, or to one that its author looked at beside it.
/// - A press is written once, however often it is sent.
pub trait Keeper: Send + Sync {
    /// Writes batches in order; each has its own fate, and a refused one does not stop those behind it.
    fn put(&self, bundles: Vec<Bundle>) -> Pending<Vec<Result<Receipt, AppendError>>>;

    /// All facts of a stream, in order; none for a stream that does not exist.
    fn of_stream(&self, stream: StreamId) -> Pending<Result<Vec<Envelope>, ReadError>>;

    /// At most `limit` facts after a position, in order, without gaps; fewer only at the end or before something
    /// that cannot be read.
    fn past(&self, position: Position, limit: usize) -> Pending<Result<Vec<Envelope>, ReadError>>;

    /// Waits until the log reaches beyond a position.
    fn grown(&self, position: Position) -> Pending<Result<(), ReadError>>;

    /// The link of the fact at a position; `None` where there is none. The start has one too.
    fn link(&self, position: Position) -> Pending<Result<Option<Link>, ReadError>>;
}

/// An answer that is already there.
pub(super) fn ready<T: Send + 'static>(answer: T) -> Pending<T> {
    Box::pin(std::future::ready(answer))
}

/// Waits for a head beyond a position.
pub(super) fn grown(mut head: watch::Receiver<Position>, position: Position) -> Pending<Result<(), ReadError>> {
    Box::pin(async move {
        match head.wait_for(|it| position < *it).await {
            Ok(_) => Ok(()),
            Err(_) => Err(ReadError::Stopped),
        }
    })
}

/// Waits for an answer where nothing else has to go on meanwhile: the command line, tests, opening.
#[must_use]
pub fn wait<T>(pending: Pending<T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut pending = pin!(pending);
    loop {
        match pending.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(answer) => return answer,
            Poll::Pending => thread::park(),
        }
    }
}
