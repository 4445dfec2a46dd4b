//! The one shared, read-only context of every `update` and `view`.
//!
//! The frame round the screens needs no office; a screen is never shown without one.

use std::ops::Deref;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use iced::{Size, keyboard::Modifiers};

use super::theme::Theme;
use crate::app::{self, Desk, Request};
use crate::books::Books;
use crate::domain::calendar::Calendar;
use crate::domain::complaint::Verb;
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::office::{Office, Person};
use crate::domain::role::Role;
use crate::platform::preferences::{Preferences, Rail};
use crate::{domain::moment::Moment, i18n::Texts};

/// What everything drawn may look at and nothing may change.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// The colours, for what is drawn by hand; widgets get them anyway.
    pub theme: Theme,
    /// The moment everything is judged at. Only a tick changes it.
    pub now: Moment,
    /// The office's offset from UTC.
    pub offset: FixedOffset,
    /// The window in logical pixels, zoom taken into account.
    pub window: Size,
    /// Whether customers' names are hidden (F9).
    pub cloak: Cloak,
    /// The modifiers that are held.
    pub modifiers: Modifiers,
    /// What was chosen on this machine.
    pub preferences: &'a Preferences,
}

/// A frame in an open office, with somebody at work: what every screen gets.
#[derive(Debug, Clone, Copy)]
pub struct Env<'a> {
    /// Words, colours, time, window.
    pub frame: Frame<'a>,
    /// Carries wishes out and reads histories.
    pub desk: &'a Desk,
    /// What was told so far.
    pub books: &'a Books,
    /// Who works here now (A23).
    pub me: PersonId,
    /// The office's folder, while it lies on this machine: drafts and attachments.
    pub folder: Option<&'a app::House>,
}

impl<'a> Deref for Env<'a> {
    type Target = Frame<'a>;

    fn deref(&self) -> &Frame<'a> {
        &self.frame
    }
}

impl<'a> Env<'a> {
    /// A request about a complaint, decided on what is in sight here: what somebody else did meanwhile is told, not
    /// overwritten.
    #[must_use]
    pub fn decided(&self, id: ComplaintId, request: Request) -> Request {
        match self.books.complaint(id) {
            Some(complaint) => request.seen(complaint.version),
            None => request,
        }
    }

    /// The office as the books know it.
    #[must_use]
    pub fn office(&self) -> &'a Office {
        self.books.office()
    }

    /// Working time.
    #[must_use]
    pub fn calendar(&self) -> &'a Calendar {
        self.office().calendar()
    }

    /// The entry of who works here; `None` once it was retired.
    #[must_use]
    pub fn person(&self) -> Option<&'a Person> {
        self.office().person(self.me).filter(|it| it.active)
    }

    /// Whether who works here holds a role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.person().is_some_and(|it| it.roles.has(role))
    }

    /// Whether any role of who works here may do it, where a complaint allows it.
    #[must_use]
    pub fn may(&self, verb: Verb) -> bool {
        self.person().is_some_and(|it| it.roles.iter().any(|role| role.may(verb)))
    }

    /// Who asks, for `domain::complaint::may`: buttons are drawn from it.
    #[must_use]
    pub fn ctx(&self) -> crate::domain::complaint::Ctx<'a> {
        crate::domain::complaint::Ctx { office: self.office(), actor: self.me, now: self.now, rests: &[] }
    }
}

/// Whether personal data is hidden on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cloak {
    /// Shown as the role allows.
    #[default]
    Off,
    /// Hidden: number, department, clock only.
    On,
}

/// How much room a screen has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// 1240 and wider.
    Ample,
    /// Narrower: the rail is slim, panes move closer.
    Tight,
}

/// Below this width the rail is slim.
pub const AMPLE: f32 = 1240.0;

impl Rail {
    /// How much of the window it takes, in logical pixels.
    #[must_use]
    pub const fn width(self) -> f32 {
        match self {
            Self::Wide => 204.0,
            Self::Slim => 56.0,
        }
    }
}

impl Frame<'_> {
    /// A moment by the office's wall clock.
    #[must_use]
    pub fn local(&self, moment: Moment) -> NaiveDateTime {
        moment.with_timezone(&self.offset).naive_local()
    }

    /// Now by the office's wall clock.
    #[must_use]
    pub fn local_now(&self) -> NaiveDateTime {
        self.local(self.now)
    }

    /// Today in the office.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.local_now().date()
    }

    /// How much room there is.
    #[must_use]
    pub fn room(&self) -> Room {
        if self.window.width < AMPLE { Room::Tight } else { Room::Ample }
    }

    /// How the rail is drawn: as was chosen (Ctrl+B), and slim for want of room.
    #[must_use]
    pub fn rail(&self) -> Rail {
        match self.room() {
            Room::Tight => Rail::Slim,
            Room::Ample => self.preferences.rail,
        }
    }

    /// How wide a screen is: what the rail leaves of the window.
    #[must_use]
    pub fn beside_rail(&self) -> f32 {
        self.window.width - self.rail().width()
    }
}
