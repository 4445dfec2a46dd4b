//! Clocks that run against a limit.
//!
//! `decide` computes when a clock is due and puts it into a [`Move`]; folding a move only stores it. Lateness is
//! never stored: it is judged at `now` ([`Clock::standing`]). Pauses, promises and exemptions are moves, so what made
//! a due instant can always be shown ([`Clock::explain`]).

mod clocks;
mod explain;
mod moves;
#[cfg(test)]
mod tests;

use chrono::Duration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::clocks::Clocks;
pub use self::explain::{ExplainedDay, Explanation, Gap, Why, explain};
pub use self::moves::{extend, pause, resume, start, start_until, start_with};
use crate::domain::calendar::Calendar;
use crate::domain::complaint::terms::{ExemptionReason, PauseReason};
use crate::domain::id::OrderNo;
use crate::domain::limits::{ClockName, Limit, Unit};
use crate::domain::moment::{Moment, exact};

/// Which clock of a complaint: its name and, where each work order has one, the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ClockKey {
    /// Which limit it runs against.
    pub name: ClockName,
    /// The work order it belongs to; `None`: the complaint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderNo>,
}

impl ClockKey {
    /// A clock of the complaint itself.
    #[must_use]
    pub const fn of(name: ClockName) -> Self {
        Self { name, order: None }
    }

    /// A clock of one work order.
    #[must_use]
    pub const fn of_order(name: ClockName, order: OrderNo) -> Self {
        Self { name, order: Some(order) }
    }
}

/// What happens to a clock. Due instants are computed when it is decided and frozen here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// It begins to run.
    Start {
        /// Which.
        key: ClockKey,
        /// Until when.
        #[serde(with = "exact")]
        due: Moment,
        /// When it turns amber.
        #[serde(with = "exact")]
        warn: Moment,
        /// The limit it runs against, whatever the limits become.
        limit: Limit,
        /// The edition of the limits.
        edition: u32,
    },
    /// What it measured was done.
    Stop {
        /// Which.
        key: ClockKey,
    },
    /// It did not apply any more: it counts neither way.
    Cancel {
        /// Which.
        key: ClockKey,
    },
    /// It stands still.
    Pause {
        /// Which.
        key: ClockKey,
        /// What is waited for.
        reason: PauseReason,
    },
    /// It runs again; the time that it stood still is given back.
    Resume {
        /// Which.
        key: ClockKey,
        /// Until when now.
        #[serde(with = "exact")]
        due: Moment,
        /// When it turns amber now.
        #[serde(with = "exact")]
        warn: Moment,
    },
    /// A later instant was promised (X8).
    Extend {
        /// Which.
        key: ClockKey,
        /// Until when now.
        #[serde(with = "exact")]
        due: Moment,
        /// When it turns amber now.
        #[serde(with = "exact")]
        warn: Moment,
    },
    /// 豁免: it counts as exempt, not as on time (X19).
    Exempt {
        /// Which.
        key: ClockKey,
        /// Why.
        reason: ExemptionReason,
    },
}

impl Move {
    /// The clock that it moves.
    #[must_use]
    pub const fn key(&self) -> ClockKey {
        match self {
            Self::Start { key, .. }
            | Self::Stop { key }
            | Self::Cancel { key }
            | Self::Pause { key, .. }
            | Self::Resume { key, .. }
            | Self::Extend { key, .. }
            | Self::Exempt { key, .. } => *key,
        }
    }
}

/// A time in which a clock stood still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Since when.
    #[serde(with = "exact")]
    pub from: Moment,
    /// Until when; `None`: it still does, or it did when the clock ended.
    #[serde(default, with = "crate::domain::moment::perhaps")]
    pub until: Option<Moment>,
    /// What was waited for.
    pub reason: PauseReason,
}

/// How a clock ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// What it measured was done.
    Stopped(#[serde(with = "exact")] Moment),
    /// It did not apply any more.
    Cancelled(#[serde(with = "exact")] Moment),
}

impl Ended {
    /// When.
    #[must_use]
    pub const fn at(self) -> Moment {
        match self {
            Self::Stopped(at) | Self::Cancelled(at) => at,
        }
    }
}

/// How the progress reports before the running one came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Kept {
    /// In time.
    pub on_time: u32,
    /// Late.
    pub late: u32,
}

/// A clock. Made and changed by [`Clocks::apply`] alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Which.
    pub key: ClockKey,
    /// Since when it runs.
    #[serde(with = "exact")]
    pub started: Moment,
    /// Until when.
    #[serde(with = "exact")]
    pub due: Moment,
    /// When it turns amber.
    #[serde(with = "exact")]
    pub warn: Moment,
    /// When `due` was last said: at the start, by a promise or after a pause.
    #[serde(with = "exact")]
    pub said: Moment,
    /// The limit it started with.
    pub limit: Limit,
    /// The edition of the limits it started with.
    pub edition: u32,
    /// When it stood still, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// Whether `due` is a promise (X8).
    #[serde(default)]
    pub extended: bool,
    /// How it ended; `None` while it runs.
    #[serde(default)]
    pub ended: Option<Ended>,
    /// Why it does not count (X19).
    #[serde(default)]
    pub exempt: Option<ExemptionReason>,
    /// Of a report clock: how the reports before this one came (J10).
    #[serde(default)]
    pub kept: Kept,
}

/// What a clock says at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Green.
    OnTime {
        /// Until when.
        due: Moment,
    },
    /// Amber.
    Soon {
        /// Until when.
        due: Moment,
    },
    /// Red: from the due instant on.
    Late {
        /// The due instant.
        since: Moment,
    },
    /// It stands still.
    Paused {
        /// What is waited for.
        reason: PauseReason,
    },
    /// It does not count, whether it runs or not.
    Exempt {
        /// Why.
        reason: ExemptionReason,
    },
    /// What it measured was done. Kept for ever.
    Done {
        /// Done by the due instant, that instant included.
        on_time: bool,
        /// When.
        ended: Moment,
        /// Until when it was due.
        due: Moment,
    },
    /// It did not apply any more.
    Cancelled,
}

impl Clock {
    /// What it says at `now`.
    #[must_use]
    pub fn standing(&self, now: Moment) -> Standing {
        let due = self.due;
        match (self.ended, self.exempt, self.paused()) {
            (Some(Ended::Cancelled(_)), _, _) => Standing::Cancelled,
            (Some(Ended::Stopped(_)) | None, Some(reason), _) => Standing::Exempt { reason },
            (Some(Ended::Stopped(ended)), None, _) => {
                Standing::Done { on_time: self.reached(ended) <= due, ended, due }
            }
            (None, None, Some(pause)) => Standing::Paused { reason: pause.reason },
            (None, None, None) if due <= now => Standing::Late { since: due },
            (None, None, None) if self.warn <= now => Standing::Soon { due },
            (None, None, None) => Standing::OnTime { due },
        }
    }

    /// Whether the limit was broken by `now`: late, or done late. An exempt or cancelled clock breaks none.
    #[must_use]
    pub fn is_broken(&self, now: Moment) -> bool {
        match self.standing(now) {
            Standing::Late { .. } | Standing::Done { on_time: false, .. } => true,
            Standing::Paused { .. } => self.due < self.reached(now),
            Standing::OnTime { .. }
            | Standing::Soon { .. }
            | Standing::Exempt { .. }
            | Standing::Done { on_time: true, .. }
            | Standing::Cancelled => false,
        }
    }

    /// Time left: working time for working units, natural time otherwise; negative when late.
    ///
    /// A clock that stands still keeps what it had, one that ended what it had then.
    #[must_use]
    pub fn left(&self, cal: &Calendar, now: Moment) -> Duration {
        self.limit.unit.between(cal, self.reached(now), self.due)
    }

    /// How many times in a row it was missed: 0 before it is due, 1 from then on, and one more for each further
    /// limit that has passed (T03: after the third missed report the supervisor gets a card).
    #[must_use]
    pub fn missed(&self, cal: &Calendar, now: Moment) -> u32 {
        let now = self.reached(now);
        if now < self.due {
            return 0;
        }
        let amount = i64::from(self.limit.amount.max(1));
        let late = self.limit.unit.between(cal, self.due, now);
        let more = match self.limit.unit {
            Unit::WorkingMinutes => late.num_minutes() / amount,
            Unit::NaturalHours => late.num_hours() / amount,
            Unit::NaturalDays => late.num_days() / amount,
            Unit::WorkingDays | Unit::EndOfDay => closings(cal, self.due, now) / amount,
        };
        u32::try_from(more).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The part that is left, from 1 down to 0, for the ring.
    #[must_use]
    pub fn share_left(&self, cal: &Calendar, now: Moment) -> f32 {
        let gone = self.limit.unit.between(cal, self.started, self.reached(now)) - self.stood_still(cal);
        let left = self.left(cal, now).num_milliseconds().max(0);
        let whole = left.saturating_add(gone.num_milliseconds().max(0));
        let thousandths = left.saturating_mul(1000).checked_div(whole).unwrap_or(0);
        f32::from(u16::try_from(thousandths).unwrap_or(1000)) / 1000.0
    }

    /// The pause that has not ended.
    #[must_use]
    pub fn paused(&self) -> Option<&Pause> {
        self.pauses.last().filter(|it| it.until.is_none())
    }

    /// Whether it has not ended; it may stand still or be exempt.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.ended.is_none()
    }

    /// The instant up to which it ran: `now`, the end, or the beginning of a pause that has not ended.
    #[must_use]
    pub fn reached(&self, now: Moment) -> Moment {
        let now = self.ended.map_or(now, Ended::at);
        self.paused().map_or(now, |it| it.from.min(now))
    }

    /// When it would have been due under another limit, its pauses taken into account; a promise is none of the limit.
    #[must_use]
    pub fn due_under(&self, cal: &Calendar, limit: Limit, now: Moment) -> Moment {
        let pauses =
            self.pauses.iter().map(|it| (it.from, it.until.unwrap_or_else(|| self.ended.map_or(now, Ended::at))));
        pauses.fold(limit.due(cal, self.started), |due, (from, until)| {
            // A pause that began after the limit had run out gives nothing back.
            if due <= from { due } else { limit.unit.later(cal, due, limit.unit.between(cal, from, until)) }
        })
    }

    /// How long its finished pauses took, as its unit counts.
    fn stood_still(&self, cal: &Calendar) -> Duration {
        let finished = self.pauses.iter().filter_map(|it| Some((it.from, it.until?)));
        finished.fold(Duration::zero(), |sum, (from, until)| sum + self.limit.unit.between(cal, from, until))
    }
}

/// How many ends of working days lie after `from` and not after `to`.
fn closings(cal: &Calendar, from: Moment, to: Moment) -> i64 {
    let days = cal.day_of(from).iter_days().take(crate::domain::calendar::CENTURY_DAYS);
    let ends = days.map(|day| (cal.whole_day(day).from, cal.closing(day))).take_while(|(midnight, _)| *midnight <= to);
    let ends = ends.filter_map(|(_, end)| end).filter(|end| from < *end && *end <= to);
    i64::try_from(ends.count()).unwrap_or(i64::MAX)
}
