//! Who asked to see a complaint that does not concern him or her, of archived ones too, or a customer's file, and what the
//! answer was (A24).

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::customers::{Customers, Who};
use super::{Books, View};
use crate::domain::complaint::sights::Sight;
use crate::domain::complaint::words::SightAnswer;
use crate::domain::complaint::{Event, Stamp, Stamped};
use crate::domain::customer::Customer;
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

/// What somebody may ask to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A case that does not concern him or her.
    Case(ComplaintId),
    /// A customer's file.
    File(CustomerId),
}

impl Subject {
    /// The case, where it is one.
    #[must_use]
    pub const fn case(self) -> Option<ComplaintId> {
        match self {
            Self::Case(id) => Some(id),
            Self::File(_) => None,
        }
    }

    /// Its number, as lists write it: `0312-004`, `K000018`.
    #[must_use]
    pub fn number(self) -> String {
        match self {
            Self::Case(id) => id.short(),
            Self::File(id) => id.written(),
        }
    }
}

impl Books {
    /// Requests that nobody answered yet, of cases and of files, the longest waiting first.
    #[must_use]
    pub fn sights_asked(&self) -> Vec<(Subject, &Stamped<Line>)> {
        let cases = self.sights.all().iter().filter(|it| it.answer.is_none());
        let cases = cases.map(|it| (Subject::Case(it.complaint), &it.asked));
        let files = self.customers().sights_asked().map(|(id, it)| (Subject::File(id), &it.asked));
        let mut all: Vec<_> = cases.chain(files).collect();
        all.sort_by_key(|(it, asked)| (asked.stamp.at, *it));
        all
    }

    /// What the viewer asked for and was answered lately, the newest answer first: what was allowed as long as it is, a
    /// refusal for some days.
    #[must_use]
    pub fn sights_answered(&self, view: View) -> Vec<(Subject, &Stamped<SightAnswer>)> {
        let own = self.sights.all().iter().filter(|it| it.person() == view.viewer);
        let cases = own.filter_map(|it| Some((Subject::Case(it.complaint), it.answer.as_ref()?)));
        let files = self.customers().asked().filter_map(|it| Some((it.id, it.sights.of(view.viewer)?)));
        let files = files.filter_map(|(id, it)| Some((Subject::File(id), it.answer.as_ref()?)));
        let mut all: Vec<_> = cases.chain(files).filter(|(_, it)| is_news(it, view.now)).collect();
        all.sort_by_key(|(it, answer)| (std::cmp::Reverse(answer.stamp.at), *it));
        all
    }
}

/// Whether who asked is still told of an answer.
fn is_news(answer: &Stamped<SightAnswer>, now: Moment) -> bool {
    match answer.what {
        SightAnswer::Granted { until, .. } => now < until,
        SightAnswer::Declined { .. } => now < answer.stamp.at + TOLD,
    }
}

/// Leave to read about a customer (A24).
#[derive(Debug, Clone, Copy)]
pub struct Leave<'a> {
    /// The file that was asked for.
    pub of: CustomerId,
    /// Until when.
    pub until: Moment,
    /// What was asked and answered.
    pub request: &'a Sight,
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

    /// The leave of somebody who keeps no files to read about a customer, because a supervisor said so of the file or of
    /// one that was merged into it: the one that lasts longest. `None`: there is none at `now`.
    #[must_use]
    pub fn leave(self, who: Who, view: View) -> Option<Leave<'a>> {
        let leave = |of: &'a Customer| {
            let until = of.sights.shown_until(view.viewer, view.now)?;
            Some(Leave { of: of.id, until, request: of.sights.of(view.viewer)? })
        };
        self.files_of(who).filter_map(leave).max_by_key(|it| it.until)
    }

    /// The viewer's newest request about a customer, on the file or on one that was merged into it.
    #[must_use]
    pub fn request(self, who: Who, view: View) -> Option<&'a Sight> {
        self.files_of(who).filter_map(|it| it.sights.of(view.viewer)).max_by_key(|it| it.asked.stamp.at)
    }

    /// Whether a leave reaches a file of a customer: the one it was given for, and the one that speaks for that. What
    /// else was merged into the same customer it does not show (A24).
    #[must_use]
    pub fn reaches(self, file: CustomerId, view: View) -> bool {
        let own = |it: &Customer| it.sights.shown_until(view.viewer, view.now).is_some();
        self.file(file).is_some_and(|it| own(it) || it.into.is_none() && self.files_of(Who::File(file)).any(own))
    }

    fn files_of(self, who: Who) -> impl Iterator<Item = &'a Customer> {
        let group = match who {
            Who::File(id) => self.numbers().group(id),
            Who::Caller(_) => Vec::new(),
        };
        group.into_iter().filter_map(move |it| self.file(it))
    }
}
