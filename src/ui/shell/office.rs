//! The office behind the window: opened, followed, swept, closed.

use std::time::Instant;

use chrono::Utc;
use iced::Task;

use super::{Banner, Layer, Message, Shell, Toast};
use crate::app::{NotKept, NotOpened, Opened};
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::ui::house::{House, Told};
use crate::ui::icon;
use crate::ui::opening::{self, News, Opening};
use crate::ui::part::keepsakes::{Claimed, Whose};
use crate::ui::theme::Tone;

impl Shell {
    /// Opens the office that the window was started for, if any.
    pub(super) fn open_office(&mut self) -> Task<Message> {
        let Some(folder) = self.files.office.clone() else { return Task::none() };
        self.world.opening = Opening::AtWork(Instant::now(), None);
        let texts = &self.world.texts;
        opening::open(folder, (texts.opening_company().to_owned(), texts.locale().tag())).map(Message::OpeningWent)
    }

    pub(super) fn opening_went(&mut self, news: News) -> Task<Message> {
        match news {
            News::Progress(progress) => {
                let since = match self.world.opening {
                    Opening::AtWork(since, _) => since,
                    Opening::NotAsked | Opening::Failed(_) => Instant::now(),
                };
                self.world.opening = Opening::AtWork(since, Some(progress));
                Task::none()
            }
            News::Failed(trouble) => {
                tracing::error!(%trouble, "the office was not opened");
                self.world.opening = Opening::Failed(trouble);
                Task::none()
            }
            News::Opened(parcel) => parcel.unpack().map_or_else(Task::none, |opened| self.move_in(opened)),
        }
    }

    pub(super) fn move_in(&mut self, opened: Opened) -> Task<Message> {
        let last = self.world.preferences.person.map(PersonId);
        let Some(house) = House::new(opened.desk, opened.books, last) else {
            let folder = self.files.office.as_ref().map(|it| it.display().to_string()).unwrap_or_default();
            self.world.opening = Opening::Failed(NotOpened::NotAnOffice { folder });
            return Task::none();
        };
        let entered = self.enter(house.of(opened.house));
        self.world.banner = opening::found_missing(&self.world.texts, &opened.report);
        let mended = !opened.report.is_quiet() && self.world.banner.is_none();
        let told =
            if mended { self.say(Toast::told(self.world.texts.opening_mended().to_owned())) } else { Task::none() };
        Task::batch([entered, told])
    }

    /// An office is open: the screens come to life.
    pub fn enter(&mut self, house: House) -> Task<Message> {
        let last = Task::perform(house.last_fact(), Message::LastFact);
        self.world.now = house.desk.now();
        self.world.house = Some(house);
        let claimed = match self.claim() {
            Claimed::Something => self.write_preferences(),
            Claimed::Nothing => Task::none(),
        };
        self.world.refresh();
        let looked = self.look_at_alerts();
        Task::batch([self.entered(), claimed, looked, last])
    }

    /// What an earlier version kept for who works here becomes theirs in this office.
    fn claim(&mut self) -> Claimed {
        let Some(house) = &self.world.house else { return Claimed::Nothing };
        Whose::of(house).claim(&mut self.world.preferences)
    }

    pub(super) fn seat(&mut self, person: PersonId) -> Task<Message> {
        let Some(house) = &mut self.world.house else { return Task::none() };
        if house.me == person {
            self.layer = Layer::None;
            return Task::none();
        }
        house.me = person;
        // What the one before did is not taken back in another name, and what was shown to him or her is hidden.
        self.toasts = super::Toasts::default();
        self.palette = super::Palette::default();
        self.focus = None;
        let _closed = self.close_aside();
        if let Some(env) = self.world.env() {
            self.screens.seat(&env);
        }
        self.world.preferences.person = Some(person.0);
        self.claim();
        self.layer = Layer::None;
        self.world.refresh();
        let looked = self.look_at_alerts();
        Task::batch([self.entered(), self.write_preferences(), looked])
    }

    pub(super) fn take_over(&mut self, told: Told) -> Task<Message> {
        let facts = match told {
            Told::Facts(facts) => facts,
            Told::Trouble(trouble) => {
                let words = self.world.texts.not_kept(trouble);
                self.world.banner = Some(Banner {
                    tone: Tone::Late,
                    icon: icon::TRIANGLE_ALERT,
                    title: self.world.texts.banner_log_unread().to_owned(),
                    words,
                    leads: None,
                });
                return Task::none();
            }
        };
        let unread = self.world.texts.banner_log_unread();
        if self.world.banner.as_ref().is_some_and(|it| it.title == unread) {
            self.world.banner = None;
        }
        if let Some(house) = &mut self.world.house {
            self.world.now = house.desk.now();
            house.absorb(&facts);
        }
        self.world.last_fact = facts.last().map(|it| it.at).max(self.world.last_fact);
        self.world.refresh();
        let looked = self.look_at_alerts();
        let Some(env) = self.world.env() else { return looked };
        let effects = self.screens.told(&env, &facts);
        let mut tasks: Vec<_> = effects.into_iter().map(|it| self.carry(it)).collect();
        tasks.push(looked);
        tasks.push(self.aside_told(&facts));
        Task::batch(tasks)
    }

    pub(super) fn tick(&mut self) -> Task<Message> {
        self.world.now = self.world.house.as_ref().map_or_else(Utc::now, |it| it.desk.now());
        self.world.refresh();
        let looked = self.look_at_alerts();
        Task::batch([self.sweep(), looked])
    }

    pub(super) fn learn_last_fact(&mut self, at: Option<Moment>) -> Task<Message> {
        self.world.last_fact = at.max(self.world.last_fact);
        self.world.refresh();
        Task::none()
    }

    /// Asks for what time alone brings about, once a minute; ten desks may ask at once.
    pub(super) fn sweep(&mut self) -> Task<Message> {
        let due = self.swept.is_none_or(|it| it + chrono::Duration::minutes(1) <= self.world.now);
        match &self.world.house {
            Some(house) if due => {
                self.swept = Some(self.world.now);
                let wanted = house.folder().is_some_and(|it| it.wants_checkpoint(&house.books));
                let kept = if wanted { self.checkpoint() } else { Task::none() };
                Task::batch([Task::perform(house.desk.sweep(&house.books), Message::Swept), kept])
            }
            Some(_) | None => Task::none(),
        }
    }

    /// Keeps the books beside the log, if anything was told since.
    pub(super) fn checkpoint(&self) -> Task<Message> {
        let folder = self.world.house.as_ref().and_then(|house| Some((house.folder()?, &house.books)));
        folder.map_or_else(Task::none, |(folder, books)| Task::future(folder.keep_checkpoint(books)).discard())
    }
}

/// Nobody is told what the program did by itself; the facts tell.
pub(super) fn swept(outcome: Result<usize, NotKept>) -> Task<Message> {
    match outcome {
        Ok(done) => tracing::debug!(done, "swept"),
        Err(trouble) => tracing::warn!(?trouble, "the sweep did not come through"),
    }
    Task::none()
}
