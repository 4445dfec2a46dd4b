//! 预计答复: the time that is suggested, and the limits that will start.

use chrono::{Duration, DurationRound as _};

use super::form::Form;
use crate::domain::complaint::terms::Priority;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::ui::env::Env;

/// When an answer may be promised, by the office's limits, on a full half hour in working time; `None` until severity
/// and urgency are known.
///
/// What is to be done at once: when the department reports for the first time (T03). Today: when the day's return
/// slips are due (T06). In turn: by the limit for what is promised (T14). None comes before a more urgent one.
pub fn suggested(env: &Env<'_>, form: &Form) -> Option<Moment> {
    let priority = form.priority(env)?;
    let (limits, calendar) = (env.office().limits(), env.calendar());
    let (_, at_once) = first_limits(env, Some(Priority::P1));
    let today = || limits.of(ClockName::Result).due(calendar, at_once).max(at_once);
    let due = match priority {
        Priority::P1 => at_once,
        Priority::P2 => today(),
        Priority::P3 => limits.of(ClockName::Promise).due(calendar, env.now).max(today()),
    };
    // Nobody answers while the office is shut.
    let due = if calendar.is_open(due - Duration::minutes(1)) { due } else { calendar.due(due, HALF_AN_HOUR) };
    let down = due.duration_trunc(HALF_AN_HOUR).ok()?;
    Some(if down < due { down + HALF_AN_HOUR } else { down })
}

const HALF_AN_HOUR: Duration = Duration::minutes(30);

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
