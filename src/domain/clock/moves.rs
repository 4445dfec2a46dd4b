//! Moves with their due instants: the only place that computes them.

use crate::domain::calendar::Calendar;
use crate::domain::clock::{Clock, ClockKey, Move};
use crate::domain::complaint::terms::PauseReason;
use crate::domain::id::OrderNo;
use crate::domain::limits::{ClockName, Limit, Limits};
use crate::domain::moment::Moment;

/// Starts a clock against the office's limit. A callback has two limits where X1's extra one is on: the earlier due
/// instant and the earlier warning count.
#[must_use]
pub fn start(cal: &Calendar, limits: &Limits, name: ClockName, order: Option<OrderNo>, from: Moment) -> Move {
    let (key, edition, usual) = (ClockKey { name, order }, limits.edition, limits.of(name));
    let Some(extra) = limits.callback_extra.filter(|_| name == ClockName::Callback) else {
        return start_with(cal, usual, edition, key, from);
    };
    let limit = if extra.due(cal, from) < usual.due(cal, from) { extra } else { usual };
    let due = limit.due(cal, from);
    let warn = extra.warn_at(cal, from).min(usual.warn_at(cal, from)).min(due);
    Move::Start { key, due, warn, limit, edition }
}

/// Starts a clock against a limit of its own (the report limit of a priority, an ordinary approval).
#[must_use]
pub fn start_with(cal: &Calendar, limit: Limit, edition: u32, key: ClockKey, from: Moment) -> Move {
    Move::Start { key, due: limit.due(cal, from), warn: limit.warn_at(cal, from), limit, edition }
}

/// Starts a clock whose due instant somebody promised or agreed (T14); never due before it starts.
#[must_use]
pub fn start_until(cal: &Calendar, limits: &Limits, key: ClockKey, (from, due): (Moment, Moment)) -> Move {
    let limit = limits.of(key.name);
    let due = due.max(from);
    Move::Start { key, due, warn: limit.warn_before(cal, from, due), limit, edition: limits.edition }
}

/// Lets a clock stand still.
#[must_use]
pub const fn pause(key: ClockKey, reason: PauseReason) -> Move {
    Move::Pause { key, reason }
}

/// Lets a clock run again: it is due later by exactly the time that it stood still, working time for working units,
/// natural time otherwise. Time before a promise that was given during the pause is in that promise already.
#[must_use]
pub fn resume(cal: &Calendar, clock: &Clock, now: Moment) -> Move {
    let unit = clock.limit.unit;
    let since = clock.paused().map_or(now, |it| it.from.max(clock.said));
    let stood_still = unit.between(cal, since.min(now), now);
    let due = unit.later(cal, clock.due, stood_still);
    let warn = unit.later(cal, clock.warn, stood_still).min(due);
    Move::Resume { key: clock.key, due, warn }
}

/// Promises another due instant for a clock that runs (X8); never before `now`. Whether it may be promised is for
/// `decide` to say.
#[must_use]
pub fn extend(cal: &Calendar, clock: &Clock, now: Moment, due: Moment) -> Move {
    let due = due.max(now);
    Move::Extend { key: clock.key, due, warn: clock.limit.warn_before(cal, now, due) }
}
