//! The facts as a stream of pages.

use std::sync::Arc;

use super::refused::NotKept;
use crate::domain::record::{Position, Recorded};
use crate::store::{EventLog, ReadError};

/// How many facts come at once.
pub(super) const PAGE: usize = 2_000;

/// Facts that follow one another, none left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The facts, at least one unless something was lost.
    pub facts: Vec<Recorded>,
    /// Facts that are lost and named, both ends included; the feed goes on behind them.
    pub lost: Option<(Position, Position)>,
}

/// Follows the log. Make it a stream by unfolding [`Feed::next`].
#[derive(Clone)]
pub struct Feed {
    log: Arc<dyn EventLog>,
    after: Position,
}

impl std::fmt::Debug for Feed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Feed(after {})", self.after.0)
    }
}

impl Feed {
    /// A feed of everything after a position.
    pub(super) fn new(log: Arc<dyn EventLog>, after: Position) -> Self {
        Self { log, after }
    }

    /// The last fact that was told.
    #[must_use]
    pub const fn position(&self) -> Position {
        self.after
    }

    /// The next page; waits until there is one.
    ///
    /// # Errors
    /// The log cannot be read or was closed. Asked again, the feed goes on where it was.
    pub async fn next(&mut self) -> Result<Page, NotKept> {
        loop {
            if let Some(page) = self.there().await? {
                return Ok(page);
            }
            self.log.beyond(self.after).await?;
        }
    }

    /// The next page, where there is one already.
    ///
    /// # Errors
    /// The log cannot be read or was closed.
    pub async fn there(&mut self) -> Result<Option<Page>, NotKept> {
        match self.log.after(self.after, PAGE).await {
            Ok(facts) => Ok(facts.last().map(|it| it.position).map(|last| {
                self.after = last;
                Page { facts, lost: None }
            })),
            Err(ReadError::Lost { first, last }) => {
                self.after = last;
                Ok(Some(Page { facts: Vec::new(), lost: Some((first, last)) }))
            }
            Err(trouble @ (ReadError::Unreadable(_) | ReadError::Broken(_) | ReadError::Stopped)) => {
                Err(trouble.into())
            }
        }
    }
}
