//! A clock of a case as a chip (UI.md §10): its name, what is left, and under the pointer when it is due.

use super::super::{
    env::Env,
    theme::{Element, Tone},
    widget,
};
use crate::domain::clock::{Clock, Standing};
use crate::domain::complaint::{Complaint, Stage};
use crate::domain::limits::ClockName;

/// A clock as a chip.
#[must_use]
pub fn clock_chip<'a, Message: 'a>(env: &Env<'a>, clock: &Clock) -> Element<'a, Message> {
    widget::clock(of_clock(env, clock))
}

/// The one chip of a case on a card or in a row: its most urgent clock, as `books` chose it. A case with a manager
/// says so while there is time; an appointment with the customer stands for the callback's limit. `None`: no clock.
#[must_use]
pub fn case_chip<'a, Message: 'a>(
    env: &Env<'a>,
    complaint: &Complaint,
    clock: Option<&Clock>,
) -> Option<Element<'a, Message>> {
    of_case(env, complaint, clock).map(widget::clock)
}

/// What the chip of a clock shows.
#[must_use]
pub fn of_clock<'a>(env: &Env<'a>, clock: &Clock) -> widget::Clock<'a> {
    let calendar = env.calendar();
    widget::Clock {
        tone: tone(clock.standing(env.now)),
        share: clock.share_left(calendar, env.now),
        name: env.texts.name(clock.key.name).into(),
        words: env.texts.clock_words(clock, calendar, env.now).into(),
        hint: env.texts.clock_due(clock, calendar, env.now).into(),
    }
}

/// What the one chip of a case shows.
#[must_use]
pub fn of_case<'a>(env: &Env<'a>, complaint: &Complaint, clock: Option<&Clock>) -> Option<widget::Clock<'a>> {
    // Where nothing is left to run, what was exempted says so: no case stands without a named clock while one goes on.
    let exempt = || complaint.clocks.running().find(|it| it.exempt.is_some());
    let chip = clock.or_else(exempt).map(|it| of_clock(env, it));
    let burning = chip.as_ref().is_some_and(|it| matches!(it.tone, Tone::Soon | Tone::Late));
    if complaint.stage == Stage::Escalated && !burning {
        return Some(widget::Clock {
            tone: Tone::Escalated,
            share: 0.0,
            name: env.texts.chip_escalated().into(),
            words: env.texts.chip_with_manager().into(),
            hint: chip.map_or("".into(), |it| it.hint),
        });
    }
    let appointed = complaint.appointment.filter(|_| clock.is_some_and(|it| it.key.name == ClockName::Callback));
    match (chip, appointed) {
        (Some(chip), Some(at)) if !burning => {
            let at = env.texts.moment(env.calendar().local(at), env.today());
            Some(widget::Clock { words: env.texts.appointment_at(at).into(), ..chip })
        }
        (chip, _) => chip,
    }
}

/// The colour of what a clock says.
#[must_use]
pub fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::OnTime { .. } => Tone::Ontime,
        Standing::Soon { .. } => Tone::Soon,
        Standing::Late { .. } | Standing::Done { on_time: false, .. } => Tone::Late,
        Standing::Paused { .. } | Standing::Exempt { .. } | Standing::Cancelled => Tone::Paused,
        Standing::Done { on_time: true, .. } => Tone::Success,
    }
}
