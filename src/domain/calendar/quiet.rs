//! When customers may be called (E12): the office's quiet hours, a customer's own, and holidays.

use chrono::Timelike;

use super::{Calendar, DAY_MINUTES, DRY_DAYS, Day, HoursError, TimeSpan};
use crate::domain::moment::Moment;

impl Calendar {
    /// Sets the hours in which customers are not called; they may run past midnight.
    ///
    /// # Errors
    /// Hours that leave no time for calls.
    pub fn set_quiet_hours(&mut self, quiet: Vec<TimeSpan>) -> Result<(), HoursError> {
        if call_hours(&quiet).is_empty() {
            return Err(HoursError::NeverCallable);
        }
        self.quiet = quiet;
        Ok(())
    }

    /// Whether customers are left alone on holidays (法定节假日也不拨打).
    pub fn set_quiet_on_holidays(&mut self, quiet: bool) {
        self.quiet_on_holidays = quiet;
    }

    /// The hours in which customers are not called.
    #[must_use]
    pub fn quiet_hours(&self) -> &[TimeSpan] {
        &self.quiet
    }

    /// Whether customers are left alone on holidays.
    #[must_use]
    pub fn quiet_on_holidays(&self) -> bool {
        self.quiet_on_holidays
    }

    /// The hours in which customers may be called, in order (可拨打时段).
    #[must_use]
    pub fn call_hours(&self) -> Vec<TimeSpan> {
        call_hours(&self.quiet)
    }

    /// Whether customers are left alone at an instant (E12).
    #[must_use]
    pub fn is_quiet(&self, at: Moment) -> bool {
        self.is_quiet_for(&self.quiet, at)
    }

    /// The same for a customer with rest hours of their own, which stand in for the office's.
    #[must_use]
    pub fn is_quiet_for(&self, quiet: &[TimeSpan], at: Moment) -> bool {
        let local = self.local(at);
        let holiday = match self.day(local.date()) {
            Day::Holiday(_) => self.quiet_on_holidays,
            Day::Working | Day::MakeUp(_) | Day::Weekend => false,
        };
        holiday || quiet.iter().any(|it| it.contains(local.num_seconds_from_midnight()))
    }

    /// The earliest instant from `at` on at which customers may be called: `at` itself outside quiet hours.
    #[must_use]
    pub fn next_call_time(&self, at: Moment) -> Moment {
        self.next_call_time_for(&self.quiet, at)
    }

    /// The same for a customer with rest hours of their own. Hours that leave no time for calls give `at`.
    #[must_use]
    pub fn next_call_time_for(&self, quiet: &[TimeSpan], at: Moment) -> Moment {
        if !self.is_quiet_for(quiet, at) {
            return at;
        }
        let mut ends: Vec<u16> = quiet.iter().map(|it| it.until() % DAY_MINUTES).collect();
        ends.push(0);
        ends.sort_unstable();
        let days = self.day_of(at).iter_days().take(DRY_DAYS as usize);
        days.flat_map(|day| ends.iter().map(move |end| self.wall(day, *end)))
            .find(|it| at < *it && !self.is_quiet_for(quiet, *it))
            .unwrap_or(at)
    }
}

/// What quiet hours leave of a day, in order.
fn call_hours(quiet: &[TimeSpan]) -> Vec<TimeSpan> {
    let mut edges: Vec<u16> = quiet.iter().flat_map(|it| [it.from(), it.until()]).chain([0, DAY_MINUTES]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut hours: Vec<TimeSpan> = Vec::new();
    for (from, until) in edges.iter().zip(edges.iter().skip(1)) {
        if quiet.iter().any(|it| it.contains(u32::from(*from) * 60)) {
            continue;
        }
        let from = match hours.last() {
            Some(before) if before.until() == *from => hours.pop().map_or(*from, TimeSpan::from),
            Some(_) | None => *from,
        };
        hours.extend(TimeSpan::new(from, *until));
    }
    hours
}
