//! All clocks of a complaint, and the fold that makes them.

use serde::{Deserialize, Serialize};

use crate::domain::clock::{Clock, ClockKey, Ended, Kept, Move, Pause};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;

/// The clocks of a complaint, running and ended, in the order of their start. A breach is kept for ever.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clocks(Vec<Clock>);

impl Clocks {
    /// Folds one move that happened at `at`. Holds no rule: a move on a clock that is not there changes nothing, and
    /// what has ended stays ended.
    pub fn apply(&mut self, it: &Move, at: Moment) {
        match it {
            Move::Start { key, due, warn, limit, edition } => {
                let kept = self.make_room(*key, at);
                let (key, due, warn, limit, edition) = (*key, *due, *warn, *limit, *edition);
                let (pauses, extended, ended, exempt) = (Vec::new(), false, None, None);
                let (started, said) = (at, at);
                self.0.push(Clock {
                    key,
                    started,
                    due,
                    warn,
                    said,
                    limit,
                    edition,
                    pauses,
                    extended,
                    ended,
                    exempt,
                    kept,
                });
            }
            Move::Stop { key } => self.change(*key, |clock| clock.ended = Some(Ended::Stopped(at))),
            Move::Cancel { key } => self.change(*key, |clock| clock.ended = Some(Ended::Cancelled(at))),
            Move::Pause { key, reason } => self.change(*key, |clock| {
                if clock.paused().is_none() {
                    clock.pauses.push(Pause { from: at, until: None, reason: *reason });
                }
            }),
            Move::Resume { key, due, warn } => self.change(*key, |clock| {
                if let Some(pause) = clock.pauses.last_mut().filter(|it| it.until.is_none()) {
                    pause.until = Some(at);
                    (clock.due, clock.warn, clock.said) = (*due, *warn, at);
                }
            }),
            Move::Extend { key, due, warn } => self.change(*key, |clock| {
                (clock.due, clock.warn, clock.said, clock.extended) = (*due, *warn, at, true);
            }),
            Move::Exempt { key, reason } => {
                // After a breach, too: the supervisor sees both (X19).
                if let Some(clock) = self.0.iter_mut().rev().find(|it| it.key == *key) {
                    clock.exempt = Some(*reason);
                }
            }
        }
    }

    /// Every clock that has not ended.
    pub fn running(&self) -> impl Iterator<Item = &Clock> {
        self.0.iter().filter(|it| it.is_running())
    }

    /// Every clock, in the order of their start.
    #[must_use]
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Clock> {
        self.0.iter()
    }

    /// The latest clock with a key, running or ended.
    #[must_use]
    pub fn find(&self, key: ClockKey) -> Option<&Clock> {
        self.0.iter().rev().find(|it| it.key == key)
    }

    /// Whether a clock with that key has not ended.
    #[must_use]
    pub fn is_running(&self, key: ClockKey) -> bool {
        self.find(key).is_some_and(Clock::is_running)
    }

    /// The clock that is due first among those that run and pass the filter; those that stand still come after
    /// those that run, exempt ones never.
    #[must_use]
    pub fn most_urgent(&self, filter: impl Fn(&Clock) -> bool) -> Option<&Clock> {
        let open = self.running().filter(|it| it.exempt.is_none() && filter(it));
        open.min_by_key(|it| (it.paused().is_some(), it.due))
    }

    fn change(&mut self, key: ClockKey, change: impl FnOnce(&mut Clock)) {
        if let Some(clock) = self.0.iter_mut().rev().find(|it| it.key == key).filter(|it| it.is_running()) {
            change(clock);
        }
    }

    /// Ends what still runs under a key before it starts anew. A report clock is replaced and only its tally kept;
    /// of the others a late or exempt one stays as it was, one in time did not apply any more.
    fn make_room(&mut self, key: ClockKey, at: Moment) -> Kept {
        let Some(place) = self.0.iter().rposition(|it| it.key == key && it.is_running()) else {
            return self.find(key).map(|it| it.kept).unwrap_or_default();
        };
        if key.name == ClockName::Report {
            let before = self.0.remove(place);
            let on_time = before.reached(at) <= before.due;
            let mut kept = before.kept;
            match before.exempt {
                Some(_) => {}
                None if on_time => kept.on_time = kept.on_time.saturating_add(1),
                None => kept.late = kept.late.saturating_add(1),
            }
            return kept;
        }
        if let Some(clock) = self.0.get_mut(place) {
            let counts = clock.is_broken(at) || clock.exempt.is_some();
            clock.ended = Some(if counts { Ended::Stopped(at) } else { Ended::Cancelled(at) });
        }
        Kept::default()
    }
}
