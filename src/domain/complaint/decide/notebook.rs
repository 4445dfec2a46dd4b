//! What is written down beside the handling: meetings, links, follow-ups, improvements, attachments (C09–C11, D20–D23,
//! F04, I06).

use super::{Case, follow_up_clock, is_follow_up_clock, plain};
use crate::domain::clock::{self, Move};
use crate::domain::complaint::event::{Entry, Event};
use crate::domain::complaint::rejection::{Needed, Rejection};
use crate::domain::complaint::state::Planned;
use crate::domain::complaint::terms::{LinkKind, PauseReason};
use crate::domain::complaint::words::{Attachment, FollowUp, Group, Improvement, Link, Meeting};
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::text::Prose;

impl Case<'_> {
    /// C11: who met, and what each department is to do.
    pub(super) fn meet(&self, what: Meeting) -> Result<Vec<Entry>, Rejection> {
        if what.attendees.is_empty() || what.duties.is_empty() {
            return Err(Rejection::Missing { what: Needed::MeetingContent });
        }
        what.attendees.iter().try_for_each(|it| self.person(*it).map(|_| ()))?;
        what.duties.iter().try_for_each(|it| self.department(it.department))?;
        Ok(vec![plain(Event::Met(what))])
    }

    /// I06: a link moves nothing and can be taken back.
    pub(super) fn link(&self, link: Link) -> Result<Vec<Entry>, Rejection> {
        if link.other == self.complaint.id {
            return Err(Rejection::LinkToItself);
        }
        if self.complaint.links.iter().any(|it| (it.kind, it.other) == (link.kind, link.other)) {
            return Err(Rejection::DoneAlready);
        }
        Ok(vec![plain(Event::Linked(link))])
    }

    pub(super) fn unlink(&self, kind: LinkKind, other: ComplaintId) -> Result<Vec<Entry>, Rejection> {
        if !self.complaint.links.iter().any(|it| (it.kind, it.other) == (kind, other)) {
            return Err(Rejection::NotLinked);
        }
        Ok(vec![plain(Event::Unlinked { kind, other })])
    }

    /// A further call in the matter of an earlier complaint: nothing is dispatched for it, and its clocks stand still.
    pub(super) fn merge(&self, into: ComplaintId) -> Result<Vec<Entry>, Rejection> {
        if into == self.complaint.id {
            return Err(Rejection::LinkToItself);
        }
        let running = self.complaint.clocks.running();
        let running = running.filter(|it| !is_follow_up_clock(it.key) && it.paused().is_none());
        let clocks = running.map(|it| clock::pause(it.key, PauseReason::Merged)).collect();
        Ok(vec![Entry { event: Event::Merged { into }, clocks }])
    }

    /// Taken apart it is where it stood, and nothing of its clocks is lost.
    pub(super) fn unmerge(&self) -> Vec<Entry> {
        let calendar = self.ctx.office.calendar();
        let paused = self.complaint.clocks.running();
        let paused = paused.filter(|it| it.paused().is_some_and(|it| it.reason == PauseReason::Merged));
        let clocks = paused.map(|it| clock::resume(calendar, it, self.ctx.now)).collect();
        vec![Entry { event: Event::Unmerged, clocks }]
    }

    /// A21.
    pub(super) fn assign_tracking(&self, person: PersonId) -> Result<Vec<Entry>, Rejection> {
        self.person(person)?;
        if self.complaint.tracking == person {
            return Err(Rejection::DoneAlready);
        }
        Ok(vec![plain(Event::TrackingAssigned { person })])
    }

    /// A11.
    pub(super) fn form_group(&self, group: Group) -> Result<Vec<Entry>, Rejection> {
        self.person(group.leader)?;
        group.members.iter().try_for_each(|it| self.person(*it).map(|_| ()))?;
        Ok(vec![plain(Event::GroupFormed(group))])
    }

    /// D21, E17.
    pub(super) fn plan_improvement(&self, what: Improvement) -> Result<Vec<Entry>, Rejection> {
        self.person(what.owner)?;
        if what.due < self.ctx.now {
            return Err(Rejection::InThePast);
        }
        Ok(vec![plain(Event::ImprovementPlanned(what))])
    }

    pub(super) fn finish_improvement(&self, index: u16, words: Prose) -> Result<Vec<Entry>, Rejection> {
        unfinished(&self.complaint.improvements, index)?;
        Ok(vec![plain(Event::ImprovementFinished { index, words })])
    }

    /// D23, E09, E10, E19: with its own clock, by the limit for other callbacks (T08) or until the promised instant.
    pub(super) fn follow_up(&self, what: FollowUp) -> Result<Vec<Entry>, Rejection> {
        self.person(what.owner)?;
        let limits = self.ctx.office.limits();
        let limit = limits.of(ClockName::OtherCallback);
        let key = follow_up_clock(self.complaint.follow_ups.len());
        let start = match what.due {
            Some(due) if due < self.ctx.now => return Err(Rejection::InThePast),
            Some(due) => clock::start_until(self.ctx.office.calendar(), limits, key, (self.ctx.now, due)),
            None => clock::start_with(self.ctx.office.calendar(), limit, limits.edition, key, self.ctx.now),
        };
        Ok(vec![Entry { event: Event::FollowUpPlanned(what), clocks: vec![start] }])
    }

    pub(super) fn finish_follow_up(&self, index: u16, words: Prose) -> Result<Vec<Entry>, Rejection> {
        unfinished(&self.complaint.follow_ups, index)?;
        let key = follow_up_clock(usize::from(index));
        let clocks = self.complaint.clocks.is_running(key).then_some(Move::Stop { key }).into_iter().collect();
        Ok(vec![Entry { event: Event::FollowUpFinished { index, words }, clocks }])
    }

    /// A file is named by its content.
    pub(super) fn attach(&self, what: Attachment) -> Result<Vec<Entry>, Rejection> {
        let hex = what.hash.len() == 64 && what.hash.bytes().all(|it| it.is_ascii_hexdigit());
        if !hex {
            return Err(Rejection::Missing { what: Needed::Hash });
        }
        if self.complaint.attachments.iter().any(|it| it.what.hash == what.hash) {
            return Err(Rejection::DoneAlready);
        }
        Ok(vec![plain(Event::Attached(what))])
    }
}

fn unfinished<T>(planned: &[Planned<T>], index: u16) -> Result<(), Rejection> {
    match planned.get(usize::from(index)) {
        None => Err(Rejection::NoSuchEntry { index }),
        Some(it) if it.finished.is_some() => Err(Rejection::DoneAlready),
        Some(_) => Ok(()),
    }
}
