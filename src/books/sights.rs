//! Who asked to see a complaint that does not concern him or her, of archived ones too, or a customer's file, and what the
//! answer was (A24).

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::customers::{Customers, Who};
use super::{Books, View};
use crate::domain::complaint::sights::Sight;
use crate::domain::complaint::words::SightAnswer;
use crate::domain::complaint::{Event, Stamp, Stamped};
use crate::domain::id::{ComplaintId, CustomerId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::text::Line;

/// The last request of one person to see one complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Which complaint.
    pub complaint: ComplaintId,
    /// Who asks, since when, and what for.
    pub asked: Stamped<Line>,
    /// Who answered, when, and what.
    pub answer: Option<Stamped<SightAnswer>>,
}

impl Request {
    /// Who asks.
    #[must_use]
    pub const fn person(&self) -> PersonId {
        self.asked.stamp.by
    }
}

/// Every last request, in the order in which they were made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sights(Vec<Request>);

impl Sights {
    /// Requests that were put together before.
    pub(super) const fn of(all: Vec<Request>) -> Self {
        Self(all)
    }

    pub(super) fn all(&self) -> &[Request] {
        &self.0
    }

    pub(super) fn take(&mut self, complaint: ComplaintId, event: &Event, stamp: Stamp) {
        if let Event::SightAsked { reason } = event {
            self.0.retain(|it| (it.complaint, it.person()) != (complaint, stamp.by));
            self.0.push(Request { complaint, asked: Stamped { stamp, what: reason.clone() }, answer: None });
        }
        if let Event::SightAnswered { person, answer } = event
            && let Some(it) = self.0.iter_mut().find(|it| (it.complaint, it.person()) == (complaint, *person))
        {
            it.answer = Some(Stamped { stamp, what: answer.clone() });
        }
    }
}

/// So long somebody is told that the request was answered.
const TOLD: Duration = Duration::days(3);

impl Books {
    /// Requests that nobody answered yet, the longest waiting first.
    pub fn sights_asked(&self) -> impl Iterator<Item = &Request> {
        self.sights.all().iter().filter(|it| it.answer.is_none())
    }

    /// What the viewer asked for and was answered lately: what was allowed as long as it is, a refusal for some days.
    pub fn sights_answered(&self, view: View) -> impl Iterator<Item = (&Request, &Stamped<SightAnswer>)> {
        let own = self.sights.all().iter().filter(move |it| it.person() == view.viewer);
        own.filter_map(|it| Some((it, it.answer.as_ref()?))).filter(move |(_, answer)| is_news(answer, view.now))
    }
}

/// Whether who asked is still told of an answer.
fn is_news(answer: &Stamped<SightAnswer>, now: Moment) -> bool {
    match answer.what {
        SightAnswer::Granted { until, .. } => now < until,
        SightAnswer::Declined { .. } => now < answer.stamp.at + TOLD,
    }
}

/// Requests to see files.
impl<'a> Customers<'a> {
    /// Requests that nobody answered yet, in the order of the files.
    pub fn sights_asked(self) -> impl Iterator<Item = (CustomerId, &'a Sight)> {
        self.asked().flat_map(|it| it.sights.asked().map(|sight| (it.id, sight)))
    }

    /// The viewer's own last requests that are not over: those that wait, and those that were answered lately.
    pub fn sights_of(self, view: View) -> impl Iterator<Item = (CustomerId, &'a Sight)> {
        let own = self.asked().filter_map(move |it| Some((it.id, it.sights.of(view.viewer)?)));
        own.filter(move |(_, it)| it.answer.as_ref().is_none_or(|it| is_news(it, view.now)))
    }

    /// Until when somebody who keeps no files may read about a customer, because a supervisor said so of the file or of
    /// one that was merged into it; `None`: not at `now`.
    #[must_use]
    pub fn shown_until(self, who: Who, view: View) -> Option<Moment> {
        let Who::File(id) = who else { return None };
        let group = self.numbers().group(id).into_iter().filter_map(|it| self.file(it));
        group.filter_map(|it| it.sights.shown_until(view.viewer, view.now)).max()
    }
}
