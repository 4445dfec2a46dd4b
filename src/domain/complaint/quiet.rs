//! When a customer is not to be called (E12).

use super::state::Complaint;
use crate::domain::calendar::Calendar;
use crate::domain::customer::RestHours;
use crate::domain::moment::Moment;

/// When the customer can be called, if not at this instant: the office's quiet hours, the rest hours that were told with
/// the complaint, and those of the customer's file (E12). `None`: the customer can be called.
#[must_use]
pub fn quiet_until(calendar: &Calendar, (complaint, file): (&Complaint, &[RestHours]), at: Moment) -> Option<Moment> {
    let told = complaint.details.complainant.rests;
    let resting = |time| told.iter().chain(file).find(|it| it.contain(time));
    let mut next = at;
    // All kinds of hours may follow one another; a day has few of them, so a handful of steps ends it.
    for _ in 0..8 + file.len() {
        let open = calendar.next_call_time(next);
        let local = calendar.local(open);
        let awake = match resting(local.time()) {
            Some(rests) => {
                let day = if local.time() < rests.until { local.date() } else { local.date() + chrono::Days::new(1) };
                calendar.moment(day.and_time(rests.until))
            }
            None => open,
        };
        if awake == next {
            break;
        }
        next = awake;
    }
    (next != at).then_some(next)
}
