//! What all screens share: words, time, window, who works here, and the open office.

use chrono::{Datelike as _, Duration, FixedOffset, Local, Offset as _, Utc};
use iced::{Size, keyboard::Modifiers, theme::Mode};

use super::DEFAULT_SIZE;
use crate::domain::moment::Moment;
use crate::i18n::{Locale, Texts};
use crate::platform::preferences::Preferences;
use crate::ui::env::{Cloak, Env, Frame};
use crate::ui::house::House;
use crate::ui::icon::{self, Icon};
use crate::ui::opening::Opening;
use crate::ui::screen::Place;
use crate::ui::screen::settings::Page;
use crate::ui::theme::{Theme, Tone, font};

/// So far the machines of an office may be apart.
const SKEW: Duration = Duration::minutes(2);

/// What all screens share. The screens themselves are beside it, so that an [`Frame`] can borrow this one.
#[derive(Debug)]
pub struct World {
    /// The words.
    pub texts: Texts,
    /// What was chosen on this machine.
    pub preferences: Preferences,
    /// What the system shows.
    pub system: Mode,
    /// The moment everything is judged at.
    pub now: Moment,
    /// The office's offset from UTC.
    pub offset: FixedOffset,
    /// The window in logical pixels at 100 % zoom.
    pub window: Size,
    /// Whether personal data is hidden.
    pub cloak: Cloak,
    /// Who works here now.
    pub person: Option<Person>,
    /// What the rail counts.
    pub counts: Vec<(Place, Count)>,
    /// What the status bar tells beside the time.
    pub status: Status,
    /// Unsaved, offline, read-only.
    pub banner: Option<Banner>,
    /// What to bear in mind: the calendar has no data, the machine's clock is behind.
    pub caveat: Option<Banner>,
    /// When the last fact of the log was written, as far as it is known.
    pub last_fact: Option<Moment>,
    /// How much of the window a case takes that stands beside the screen.
    pub beside: Option<f32>,
    /// Reminders that wait in the bell.
    pub reminders: usize,
    /// The modifiers that are held.
    pub modifiers: Modifiers,
    /// The open office; `None` while there is none.
    pub house: Option<House>,
    /// Where opening stands, while there is none.
    pub opening: Opening,
}

/// Who works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// 林晓芸
    pub name: String,
    /// 综合部·前台
    pub role: String,
}

/// How much waits on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// All of it.
    pub all: usize,
    /// What is late.
    pub late: usize,
}

/// What the status bar tells. Empty words are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// Behind the time: 工作时间·距午休 1 小时 18 分.
    pub shift: String,
    /// 2026 年历已核对
    pub calendar: String,
    /// 已保存 10:41:58
    pub saved: String,
    /// 上次可用备份 10:05
    pub backup: String,
    /// 本机账本; empty: no book is open.
    pub book: String,
}

/// A bar under the top bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// What it means.
    pub tone: Tone,
    /// Its icon.
    pub icon: Icon,
    /// What happened.
    pub title: String,
    /// The way out.
    pub words: String,
    /// The page of the settings where it can be mended, with its name.
    pub leads: Option<(String, Page)>,
}

impl World {
    pub(super) fn new(preferences: Preferences) -> Self {
        let texts = Texts::new(preferences.locale.unwrap_or_else(Locale::of_system));
        font::use_faces(texts.locale());
        let window = preferences.window.map_or(DEFAULT_SIZE, |it| Size::new(it.width, it.height));
        Self {
            texts,
            preferences,
            system: Mode::None,
            now: Utc::now(),
            offset: Local::now().offset().fix(),
            window,
            cloak: Cloak::Off,
            person: None,
            counts: Vec::new(),
            status: Status::default(),
            banner: None,
            caveat: None,
            last_fact: None,
            beside: None,
            reminders: 0,
            modifiers: Modifiers::empty(),
            house: None,
            opening: Opening::default(),
        }
    }

    /// The window in logical pixels, zoom taken into account.
    pub(super) fn whole(&self) -> Size {
        let factor = self.preferences.zoom.factor();
        Size::new(self.window.width / factor, self.window.height / factor)
    }

    /// The context for everything that reads.
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        let whole = self.whole();
        Frame {
            texts: &self.texts,
            theme: self.theme(),
            now: self.now,
            offset: self.offset,
            window: Size::new(whole.width - self.beside.unwrap_or_default(), whole.height),
            cloak: self.cloak,
            modifiers: self.modifiers,
            preferences: &self.preferences,
        }
    }

    /// The colours.
    #[must_use]
    pub fn theme(&self) -> Theme {
        Theme::new(self.preferences.appearance, self.system, self.preferences.contrast)
    }

    /// The context of the screens; `None` while no office is open.
    #[must_use]
    pub fn env(&self) -> Option<Env<'_>> {
        self.house.as_ref().map(|it| it.env(self.frame()))
    }

    /// What rail and status bar tell is worked out anew: facts came, time went by, somebody else sits here.
    pub(super) fn refresh(&mut self) {
        let Some(house) = &self.house else { return };
        self.person = house.person(&self.texts);
        self.counts = house.counts(self.now);
        self.status = house.status(&self.texts, self.now);
        let offset = FixedOffset::east_opt(house.books.office().calendar().offset());
        self.offset = offset.unwrap_or(self.offset);
        self.caveat = self.behind().or_else(|| self.calendar_missing());
    }

    /// The machine's clock is behind what has happened already: limits would be reckoned from the wrong time.
    fn behind(&self) -> Option<Banner> {
        let last = self.last_fact.filter(|it| self.now + SKEW < *it)?;
        let at = last.with_timezone(&self.offset).naive_local();
        let words = self.texts.caveat_clock_words(self.texts.date_time(at));
        Some(Banner {
            tone: Tone::Soon,
            icon: icon::CLOCK,
            title: self.texts.caveat_clock().to_owned(),
            words,
            leads: None,
        })
    }

    /// A year without data: limits are reckoned by weekends, and that is said.
    fn calendar_missing(&self) -> Option<Banner> {
        let calendar = self.house.as_ref()?.books.office().calendar();
        let today = calendar.day_of(self.now);
        let year = if calendar.has_data(today.year()) { today.year() + 1 } else { today.year() };
        let soon = year == today.year() || today.month() == 12;
        (soon && !calendar.has_data(year)).then(|| Banner {
            tone: Tone::Soon,
            icon: icon::CALENDAR_OFF,
            title: self.texts.caveat_calendar(year.to_string()),
            words: self.texts.caveat_calendar_words().to_owned(),
            leads: Some((self.texts.set_calendar().to_owned(), Page::Calendar)),
        })
    }

    pub(super) fn count(&self, place: Place) -> Option<Count> {
        self.counts.iter().find(|(it, _)| *it == place).map(|(_, count)| *count)
    }
}
