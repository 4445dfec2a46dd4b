//! Reminders that somebody asked for: of a callback, at the next allowed time (UI.md 5.5; E12).
//!
//! They are a person's own and nobody else's business, so they are no facts: they are kept on this machine, with the
//! number of the complaint and an instant, and nothing else.

use serde::{Deserialize, Serialize};

use crate::books::Books;
use crate::books::alerts::{Alert, Matter, Part};
use crate::books::sights::Subject;
use crate::domain::complaint::{Complaint, Stage};
use crate::domain::id::ComplaintId;
use crate::domain::moment::Moment;
use crate::platform::preferences::Preferences;
use crate::ui::part::keepsakes::{What, Whose};
use crate::ui::screen::Keepsake;

/// The reminders of one person in one office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reminders {
    callbacks: Vec<Reminder>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Reminder {
    complaint: ComplaintId,
    #[serde(with = "crate::domain::moment::exact")]
    at: Moment,
}

impl Reminders {
    /// What this person asked for in this office; what cannot be read is nothing.
    #[must_use]
    pub fn of(preferences: &Preferences, whose: &Whose) -> Self {
        whose.kept(preferences, What::Reminders)
    }

    /// As it is kept.
    #[must_use]
    pub fn keep(&self, whose: &Whose) -> Keepsake {
        whose.keep(What::Reminders, self)
    }

    /// When the person is reminded of a callback.
    #[must_use]
    pub fn at(&self, complaint: ComplaintId) -> Option<Moment> {
        self.callbacks.iter().find(|it| it.complaint == complaint).map(|it| it.at)
    }

    /// With one more, or the same at another time; those that stand no longer are dropped.
    #[must_use]
    pub fn with(mut self, books: &Books, (complaint, at): (ComplaintId, Moment)) -> Self {
        self.callbacks.retain(|it| it.complaint != complaint && stands(books, it).is_some());
        self.callbacks.push(Reminder { complaint, at });
        self
    }

    /// Without one.
    #[must_use]
    pub fn without(mut self, complaint: ComplaintId) -> Self {
        self.callbacks.retain(|it| it.complaint != complaint);
        self
    }

    /// Those whose time has come and whose customer was not called since.
    #[must_use]
    pub fn due(&self, books: &Books, now: Moment) -> Vec<Alert> {
        let come = self.callbacks.iter().filter(|it| it.at <= now && stands(books, it).is_some());
        let alert = |it: &Reminder| Alert {
            about: Subject::Case(it.complaint),
            matter: Matter::Reminded,
            raised: it.at,
            part: Part::Owns,
        };
        come.map(alert).collect()
    }
}

/// The complaint, while it waits for the callback that the reminder is about.
fn stands<'a>(books: &'a Books, reminder: &Reminder) -> Option<&'a Complaint> {
    let complaint = books.complaint(reminder.complaint).filter(|it| it.stage == Stage::ToCallBack)?;
    let done = complaint.attempts().any(|it| {
        let answered = it.record.as_ref().is_some_and(|it| it.what.answers.is_some());
        reminder.at <= it.dialled.at || answered
    });
    (!done).then_some(complaint)
}
