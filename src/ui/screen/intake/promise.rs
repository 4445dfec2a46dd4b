//! 预计答复: the time that is suggested, and the limits that will start.

use chrono::{Duration, DurationRound as _};

use super::form::Form;
use crate::domain::complaint::terms::Priority;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::ui::env::Env;

/// What a customer can be told without a word from the department, in working time.
const fn usual(priority: Priority) -> Duration {
    match priority {
        Priority::P1 => Duration::hours(1),
        Priority::P2 => Duration::hours(3),
        Priority::P3 => Duration::hours(8),
    }
}

/// When an answer may be promised, on a full half hour; `None` until severity and urgency are known.
pub fn suggested(env: &Env<'_>, form: &Form) -> Option<Moment> {
    let due = env.calendar().due(env.now, usual(form.priority(env)?));
    let half = Duration::minutes(30);
    let down = due.duration_trunc(half).ok()?;
    Some(if down < due { down + half } else { down })
}

/// When the first answer is due, were it registered now (T04).
pub fn first_answer(env: &Env<'_>) -> Moment {
    env.office().limits().of(ClockName::Acknowledge).due(env.calendar(), env.now)
}

/// When the department has to accept, and to report for the first time if it accepts at the last moment (T03).
pub fn first_limits(env: &Env<'_>, priority: Option<Priority>) -> (Moment, Moment) {
    let (limits, calendar) = (env.office().limits(), env.calendar());
    let accept = limits.of(ClockName::Accept).due(calendar, env.now);
    let report = limits.report_for(priority.unwrap_or(Priority::P3)).due(calendar, accept);
    (accept, report)
}

/// When the manager has to pass it on, where one stands between (T02).
pub fn second_hop(env: &Env<'_>) -> Moment {
    env.office().limits().of(ClockName::SecondHop).due(env.calendar(), env.now)
}
