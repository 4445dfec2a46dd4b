//! Working time of the practice office, forwards and backwards.

use chrono::Duration;

use crate::domain::calendar::{Calendar, Span};
use crate::domain::moment::Moment;

/// So many working minutes later; at the next opening where the office is closed.
pub(super) fn later(calendar: &Calendar, from: Moment, minutes: i64) -> Moment {
    let open = opening(calendar, from);
    calendar.due(open, Duration::minutes(minutes.max(0)))
}

/// This instant, or the next at which the office is open.
pub(super) fn opening(calendar: &Calendar, at: Moment) -> Moment {
    if calendar.is_open(at) { at } else { calendar.next_change(at).unwrap_or(at) }
}

/// So many working minutes earlier.
pub(super) fn ago(calendar: &Calendar, until: Moment, minutes: i64) -> Moment {
    let mut left = Duration::minutes(minutes);
    let mut weeks = 2;
    loop {
        let from = until - Duration::weeks(weeks);
        let spans: Vec<Span> = calendar.spans_from(from).take_while(|it| it.from < until).collect();
        for it in spans.iter().rev() {
            let length = it.until.min(until) - it.from;
            if left <= length {
                return it.until.min(until) - left;
            }
            left -= length;
        }
        if 64 < weeks {
            return from;
        }
        left = Duration::minutes(minutes);
        weeks *= 2;
    }
}
