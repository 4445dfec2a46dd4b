//! Where the time comes from: the wall, or whoever drives a practice office.

use std::sync::{Mutex, PoisonError};

use chrono::{DurationRound, TimeDelta, Utc};

use crate::domain::moment::Moment;

/// A source of the time. Instants are whole milliseconds: what is decided upon is what is kept.
pub trait Now: Send + Sync {
    /// The instant.
    fn now(&self) -> Moment;
}

/// The clock on the wall.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wall;

impl Now for Wall {
    fn now(&self) -> Moment {
        exact(Utc::now())
    }
}

/// A clock that stands where it was set: practice, tests, pictures.
#[derive(Debug)]
pub struct Given(Mutex<Moment>);

impl Given {
    /// A clock that shows this instant.
    #[must_use]
    pub fn at(at: Moment) -> Self {
        Self(Mutex::new(exact(at)))
    }

    /// Sets the clock.
    pub fn set(&self, at: Moment) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = exact(at);
    }
}

impl Now for Given {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The instant as the log keeps it.
pub(super) fn exact(at: Moment) -> Moment {
    at.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(at)
}
