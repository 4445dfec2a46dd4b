//! Who asks to see a complaint that does not concern him or her, and what the supervisor says (A24).

use super::{Case, plain};
use crate::domain::complaint::event::{Entry, Event};
use crate::domain::complaint::rejection::Rejection;
use crate::domain::complaint::words::SightRuling;
use crate::domain::id::PersonId;
use crate::domain::text::Line;

impl Case<'_> {
    pub(super) fn ask_sight(&self, reason: Line) -> Result<Vec<Entry>, Rejection> {
        self.complaint.sights.may_ask(self.ctx.actor, self.ctx.now)?;
        Ok(vec![plain(Event::SightAsked { reason })])
    }

    pub(super) fn answer_sight(&self, person: PersonId, ruling: SightRuling) -> Result<Vec<Entry>, Rejection> {
        let answer = self.complaint.sights.ruled((person, ruling), self.ctx.now)?;
        Ok(vec![plain(Event::SightAnswered { person, answer })])
    }
}
