//! When a customer is not to be called (E12).

use super::state::Complaint;
use crate::domain::calendar::Calendar;
use crate::domain::moment::Moment;

/// When the customer can be called, if not at this instant: the office's quiet hours and the customer's own rest hours
/// (E12). `None`: the customer can be called.
#[must_use]
pub fn quiet_until(calendar: &Calendar, complaint: &Complaint, at: Moment) -> Option<Moment> {
    let mut next = at;
    // Both kinds of hours may follow one another; a day has few of them, so a handful of steps ends it.
    for _ in 0..8 {
        let open = calendar.next_call_time(next);
        let local = calendar.local(open);
        let awake = match complaint.details.complainant.rests {
            Some(rests) if rests.contain(local.time()) => {
                let day = if local.time() < rests.until { local.date() } else { local.date() + chrono::Days::new(1) };
                calendar.moment(day.and_time(rests.until))
            }
            Some(_) | None => open,
        };
        if awake == next {
            break;
        }
        next = awake;
    }
    (next != at).then_some(next)
}
