//! Who asks to see a complaint that does not concern him or her, and what the supervisor says (A24).

use chrono::Duration;

use super::{Case, plain};
use crate::domain::complaint::event::{Entry, Event};
use crate::domain::complaint::rejection::Rejection;
use crate::domain::complaint::words::{MOST_SIGHT_HOURS, SightAnswer, SightRuling};
use crate::domain::id::PersonId;
use crate::domain::text::Line;

impl Case<'_> {
    /// One request at a time; after a refusal, or once the time is over, one may ask again.
    pub(super) fn ask_sight(&self, reason: Line) -> Result<Vec<Entry>, Rejection> {
        let actor = self.ctx.actor;
        if self.complaint.sights_asked().any(|it| it.asked.stamp.by == actor) {
            return Err(Rejection::AskedAlready);
        }
        if self.complaint.shown_until(actor, self.ctx.now).is_some() {
            return Err(Rejection::SeesAlready);
        }
        Ok(vec![plain(Event::SightAsked { reason })])
    }

    /// Leave is given for a stated time, and ends by itself.
    pub(super) fn answer_sight(&self, person: PersonId, ruling: SightRuling) -> Result<Vec<Entry>, Rejection> {
        if !self.complaint.sights_asked().any(|it| it.asked.stamp.by == person) {
            return Err(Rejection::NotAsked { person });
        }
        let answer = match ruling {
            SightRuling::Grant { hours, words } => {
                if !(1..=MOST_SIGHT_HOURS).contains(&hours) {
                    return Err(Rejection::SightHours { most: MOST_SIGHT_HOURS });
                }
                SightAnswer::Granted { until: self.ctx.now + Duration::hours(hours.into()), words }
            }
            SightRuling::Decline { reason } => SightAnswer::Declined { reason },
        };
        Ok(vec![plain(Event::SightAnswered { person, answer })])
    }
}
