//! What of a request stays the same however often it is decided, and where its facts go.

use crate::app::done::Done;
use crate::app::refused::Refused;
use crate::app::ruling::Asked;
use crate::domain::id::{PersonId, PressId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::record::{Recorded, Version};

/// How often a wish that claims to have seen nothing is decided anew when others write to the same complaint.
const TRIES: usize = 5;

/// Where facts go, and what the decision was made on.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) stream: StreamId,
    /// The version of the stream that was seen.
    pub(super) expected: Version,
    /// Other streams, each at the version that was seen.
    pub(super) beside: Vec<(StreamId, Version)>,
}

impl Place {
    /// The first facts of a stream.
    pub(super) fn first(stream: StreamId, beside: Vec<(StreamId, Version)>) -> Self {
        Self { stream, expected: Version::NONE, beside }
    }

    /// After what was seen of a stream.
    pub(super) fn after(stream: StreamId, seen: Version) -> Self {
        Self { stream, expected: seen, beside: Vec::new() }
    }
}

/// When a wish happens.
#[derive(Debug, Clone, Copy)]
pub(super) enum Instant {
    /// As somebody says, in practice.
    Given(Moment),
    /// By the clock.
    Now(Moment),
}

/// What of a request stays the same however often it is decided.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) press: PressId,
    pub(super) seen: Option<Version>,
    pub(super) at: Instant,
    pub(super) by: PersonId,
}

impl Letter {
    /// The instant, never before the last fact: a clock that was set back does not turn the order of facts.
    pub(super) fn asked(self, last: Option<Moment>) -> Result<Asked, Refused> {
        let by = self.by;
        match (self.at, last) {
            (Instant::Given(at), Some(last)) if at < last => Err(Refused::BeforeLastFact { last }),
            (Instant::Given(at) | Instant::Now(at), None) | (Instant::Given(at), Some(_)) => Ok(Asked { by, at }),
            (Instant::Now(at), Some(last)) => Ok(Asked { by, at: at.max(last) }),
        }
    }

    pub(super) fn sent_before(self, history: &[Recorded]) -> Option<Done> {
        Done::before(history.iter().filter(|it| it.press == self.press))
    }

    /// Whoever claims to have seen a version is told of a newer one; others are decided anew a few times.
    pub(super) fn unless_overtaken(self, last: &Recorded, tries: usize) -> Result<(), Refused> {
        let missed = self.seen.is_some_and(|it| it != last.version);
        if missed || TRIES <= tries {
            return Err(Refused::Overtaken { by: last.by, at: last.at, version: last.version });
        }
        Ok(())
    }
}
