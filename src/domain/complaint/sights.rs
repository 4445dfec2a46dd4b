//! Requests to be shown what does not concern somebody, a complaint or a customer's file, and what came of them (A24).

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::state::{Stamp, Stamped};
use super::words::{MOST_SIGHT_HOURS, SightAnswer, SightRuling};
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::text::Line;

/// A request of somebody whom something does not concern to see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// Who asked, when, and what for.
    pub asked: Stamped<Line>,
    /// Who answered, when, and what.
    pub answer: Option<Stamped<SightAnswer>>,
}

/// The requests to see one thing, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sights(Vec<Sight>);

/// Why a request or an answer is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLeave {
    /// One's own request waits for its answer.
    AskedAlready,
    /// One may read it as it is.
    SeesAlready,
    /// This person asks for nothing.
    NotAsked {
        /// Who.
        person: PersonId,
    },
    /// No hour, or too many of them.
    Hours {
        /// The most.
        most: u16,
    },
}

impl Sights {
    /// Every request, answered or not.
    #[must_use]
    pub fn all(&self) -> &[Sight] {
        &self.0
    }

    /// Who waits for leave, the longest first.
    pub fn asked(&self) -> impl Iterator<Item = &Sight> {
        self.0.iter().filter(|it| it.answer.is_none())
    }

    /// The last request of somebody.
    #[must_use]
    pub fn of(&self, person: PersonId) -> Option<&Sight> {
        self.0.iter().rev().find(|it| it.asked.stamp.by == person)
    }

    /// Until when somebody whom it does not concern may read it; `None`: not at `now`.
    #[must_use]
    pub fn shown_until(&self, person: PersonId, now: Moment) -> Option<Moment> {
        match self.of(person)?.answer.as_ref()?.what {
            SightAnswer::Granted { until, .. } => Some(until).filter(|it| now < *it),
            SightAnswer::Declined { .. } => None,
        }
    }

    /// One request at a time; after a refusal, or once the time is over, one may ask again.
    ///
    /// # Errors
    /// [`NoLeave::AskedAlready`], [`NoLeave::SeesAlready`].
    pub fn may_ask(&self, person: PersonId, now: Moment) -> Result<(), NoLeave> {
        if self.waits(person) {
            return Err(NoLeave::AskedAlready);
        }
        if self.shown_until(person, now).is_some() {
            return Err(NoLeave::SeesAlready);
        }
        Ok(())
    }

    /// What a ruling answers somebody who waits: leave is given for a stated time, and ends by itself.
    ///
    /// # Errors
    /// [`NoLeave::NotAsked`], [`NoLeave::Hours`].
    pub fn ruled(&self, (person, ruling): (PersonId, SightRuling), now: Moment) -> Result<SightAnswer, NoLeave> {
        if !self.waits(person) {
            return Err(NoLeave::NotAsked { person });
        }
        match ruling {
            SightRuling::Grant { hours, .. } if !(1..=MOST_SIGHT_HOURS).contains(&hours) => {
                Err(NoLeave::Hours { most: MOST_SIGHT_HOURS })
            }
            SightRuling::Grant { hours, words } => {
                Ok(SightAnswer::Granted { until: now + Duration::hours(hours.into()), words })
            }
            SightRuling::Decline { reason } => Ok(SightAnswer::Declined { reason }),
        }
    }

    /// Somebody asked.
    pub(in crate::domain) fn ask(&mut self, stamp: Stamp, reason: Line) {
        self.0.push(Sight { asked: Stamped { stamp, what: reason }, answer: None });
    }

    /// The request that waits was answered.
    pub(in crate::domain) fn answer(&mut self, person: PersonId, answer: Stamped<SightAnswer>) {
        let waiting = |it: &&mut Sight| it.asked.stamp.by == person && it.answer.is_none();
        if let Some(it) = self.0.iter_mut().rev().find(waiting) {
            it.answer = Some(answer);
        }
    }

    fn waits(&self, person: PersonId) -> bool {
        self.asked().any(|it| it.asked.stamp.by == person)
    }
}
