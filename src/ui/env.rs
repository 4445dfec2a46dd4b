//! The one shared, read-only context of every `update` and `view`.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use iced::{Size, keyboard::Modifiers};

use super::theme::Theme;
use crate::{domain::moment::Moment, i18n::Texts};

/// What every screen may look at and none may change.
#[derive(Debug, Clone, Copy)]
pub struct Env<'a> {
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

impl Env<'_> {
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
}
