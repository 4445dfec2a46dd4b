//! 设置 (UI.md 5.8): the office's own rules, and how this machine looks.
//!
//! Every change is a command of the administrator; others read, and are told why they only read.

mod appearance;
pub mod calendar;
pub mod categories;
pub mod channels;
pub mod departments;
pub mod entries;
pub mod limits;
pub mod office;
mod pages;
mod parts;
pub mod people;
pub mod phrases;
pub mod rules;
pub mod scripts;
pub mod teams;

use iced::{
    Length, Task,
    keyboard::key::Named,
    widget::{column, container, row},
};

use self::pages::PAGE;
pub use self::pages::Page;
use self::parts::{Hand, NAME, Pen, ROWS};
use super::{Action, Preference, Said};
use crate::app::{Done, Refused, Request, Wish};
use crate::domain::id::{ComplaintId, StreamId};
use crate::domain::office::{Command, last_changed};
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::form::{Stop as _, reveal};
use crate::ui::part::keyed::{Event, Keyboard, Spot, Stops};
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Note, line_down, note};

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    page: Page,
    people: people::State,
    departments: departments::State,
    categories: categories::State,
    limits: limits::State,
    calendar: calendar::State,
    office: office::State,
    teams: teams::State,
    channels: channels::State,
    scripts: scripts::State,
    phrases: phrases::State,
    rules: rules::State,
    keyboard: Keyboard,
    busy: bool,
    refused: Option<Refused>,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opened a page.
    PageChosen(Page),
    /// On the page of people.
    People(people::Message),
    /// On the page of departments.
    Departments(departments::Message),
    /// On the page of teams.
    Teams(teams::Message),
    /// On the page of categories.
    Categories(categories::Message),
    /// On the page of channels.
    Channels(channels::Message),
    /// On the page of limits.
    Limits(limits::Message),
    /// On the page of the calendar.
    Calendar(calendar::Message),
    /// On the page of scripts.
    Scripts(scripts::Message),
    /// On the page of phrases.
    Phrases(phrases::Message),
    /// On the page of rules.
    Rules(rules::Message),
    /// On the page of forms.
    Office(office::Message),
    /// Another preference of this machine.
    Preferred(Preference),
    /// Something happened to the keyboard or a list.
    Keys(Event),
    /// 保存
    Saved,
    /// Esc where no field has the keyboard.
    Escaped,
    /// The desk answered.
    Acted(Page, Box<Result<Done, Refused>>),
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        let goes_to = goes_to(&message);
        let moves = matches!(message, Message::Phrases(phrases::Message::Moved(_)));
        let adds = matches!(message, Message::Phrases(phrases::Message::Added));
        let done = self.carry_out(env, message);
        // A long list shows the one that was added or moved.
        let shown = if moves || adds { reveal(parts::TABLE, ROWS.id()) } else { Task::none() };
        let done = done.and_task(shown);
        match goes_to.or_else(|| self.phrases.turn(env).filter(|_| moves)) {
            Some(spot) => done.and_task(self.keyboard.go(spot)),
            None => done,
        }
    }

    fn carry_out(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::PageChosen(page) => {
                self.page = page;
                self.refused = None;
                self.scripts.open(env);
                self.phrases.open(env);
                rules_told(env, page)
            }
            Message::People(message) => self.wish(env, Page::People, |it| it.people.update(env, message)),
            Message::Departments(message) => {
                self.wish(env, Page::Departments, |it| it.departments.update(env, message))
            }
            Message::Teams(message) => self.wish(env, Page::Teams, |it| it.teams.update(env, message)),
            Message::Categories(message) => self.wish(env, Page::Categories, |it| it.categories.update(env, message)),
            Message::Channels(message) => self.wish(env, Page::Channels, |it| it.channels.update(env, message)),
            Message::Limits(message) => self.wish(env, Page::Limits, |it| it.limits.update(env, message)),
            Message::Calendar(calendar::Message::Import) => {
                calendar::import(env).map(Message::Calendar, |it: Action| it)
            }
            Message::Calendar(message) => self.wish(env, Page::Calendar, |it| it.calendar.update(env, message)),
            Message::Scripts(message) => self.wish(env, Page::Scripts, |it| it.scripts.update(env, message)),
            Message::Phrases(message) => self.wish(env, Page::Phrases, |it| it.phrases.update(env, message)),
            Message::Rules(message) => self.wish(env, Page::Rules, |it| it.rules.update(env, message)),
            Message::Office(message) => self.wish(env, Page::Office, |it| it.office.update(env, message)),
            Message::Preferred(preference) => Effect::action(Action::Prefer(preference)),
            Message::Keys(event) => self.keyed(env, event),
            Message::Saved => self.save(env),
            Message::Escaped => self.escape(env),
            Message::Acted(page, reply) => self.acted(env, page, *reply),
        }
    }

    /// The screen was opened: its first stop gets the focus.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.scripts.open(env);
        self.phrases.open(env);
        rules_told(env, self.page).and_task(self.keyboard.go(PAGE))
    }

    /// A complaint was asked for from another screen.
    pub fn show(&mut self, _env: &Env<'_>, _id: ComplaintId) -> Effect<Message, Action> {
        Effect::none()
    }

    /// The log told facts; the books have taken them over already.
    pub fn told(&mut self, env: &Env<'_>, facts: &[Recorded]) -> Effect<Message, Action> {
        if facts.iter().any(|it| it.stream == StreamId::Office) {
            self.scripts.open(env);
            self.phrases.open(env);
            return rules_told(env, self.page);
        }
        Effect::none()
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        self.draw(&mut Pen::new(env, &self.keyboard))
    }

    fn draw<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let env = pen.env;
        let pages = self.pages(pen);
        let page = match self.page {
            Page::People => self.people.view(pen),
            Page::Departments => departments::view(&self.departments, pen),
            Page::Teams => teams::view(&self.teams, pen),
            Page::Categories => categories::view(&self.categories, pen),
            Page::Channels => channels::view(&self.channels, pen),
            Page::Limits => self.limits.view(pen),
            Page::Calendar => self.calendar.view(pen),
            Page::Scripts => self.scripts.view(pen),
            Page::Phrases => self.phrases.view(pen),
            Page::Rules => self.rules.view(pen),
            Page::Office => self.office.view(pen),
            Page::Appearance => appearance::view(pen),
        };
        let refused = self
            .refused
            .as_ref()
            .map(|it| warned(Tone::Late, env.texts.set_refused(), env.texts.refused(it, env.office())));
        let reads = (pen.hand == Hand::Reads && self.page != Page::Appearance)
            .then(|| warned(Tone::Info, env.texts.set_reads(), env.texts.set_reads_words().to_owned()));
        // The notes have a place of their own, so that the page and what has its focus stay where they are.
        let content = column![column![].push(reads).push(refused), page].width(Length::Fill).height(Length::Fill);
        row![pages, line_down(), container(content).style(style::surface::pane)].into()
    }

    /// The stops of what is in sight.
    fn stops(&self, env: &Env<'_>) -> Stops<Message> {
        let mut pen = Pen::new(env, &self.keyboard);
        let _drawn = self.draw(&mut pen);
        pen.stops()
    }

    fn keyed(&mut self, env: &Env<'_>, event: Event) -> Effect<Message, Action> {
        let stops = self.stops(env);
        self.keyboard.update(&stops, event).carry(|it| self.update(env, it))
    }

    /// What was opened and not touched closes; what was typed stays (UI.md §9.2).
    fn escape(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let drop_ = match self.page {
            Page::People if self.people.untouched(env) => {
                Message::People(people::Message::Entry(entries::Message::Dropped))
            }
            Page::Departments if self.departments.untouched(env) => Message::Departments(departments::Message::Dropped),
            Page::Teams if self.teams.untouched(env) => Message::Teams(teams::Message::Dropped),
            Page::Categories if self.categories.untouched(env) => Message::Categories(categories::Message::Dropped),
            Page::Channels if self.channels.untouched(env) => Message::Channels(channels::Message::Dropped),
            Page::Phrases if self.phrases.untouched() => Message::Phrases(phrases::Message::Dropped),
            Page::People
            | Page::Departments
            | Page::Teams
            | Page::Categories
            | Page::Channels
            | Page::Limits
            | Page::Calendar
            | Page::Scripts
            | Page::Phrases
            | Page::Rules
            | Page::Office
            | Page::Appearance => return Effect::none(),
        };
        self.update(env, drop_)
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        env.texts.set_summary().to_owned()
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, _env: &Env<'_>, press: &Press) -> Option<Message> {
        let save = [Shortcut::command('s'), Shortcut::named(Named::Enter).with_command()];
        if save.into_iter().any(|it| it.matches(press)) {
            return Some(Message::Saved);
        }
        let keyed = self.keyboard.pressed(press).map(Message::Keys);
        keyed.or_else(|| Shortcut::named(Named::Escape).matches(press).then_some(Message::Escaped))
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, _env: &Env<'_>) -> bool {
        false
    }

    fn save(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let save = match self.page {
            Page::People => Message::People(people::Message::Entry(entries::Message::Saved)),
            Page::Departments => Message::Departments(departments::Message::Saved),
            Page::Teams => Message::Teams(teams::Message::Saved),
            Page::Categories => Message::Categories(categories::Message::Saved),
            Page::Channels => Message::Channels(channels::Message::Saved),
            Page::Limits => Message::Limits(limits::Message::Saved),
            Page::Calendar => Message::Calendar(calendar::Message::Saved),
            Page::Scripts => Message::Scripts(scripts::Message::Saved),
            Page::Phrases => Message::Phrases(phrases::Message::Saved),
            Page::Rules => Message::Rules(rules::Message::Saved),
            Page::Office => Message::Office(office::Message::Saved),
            Page::Appearance => return Effect::none(),
        };
        self.update(env, save)
    }

    /// Lets a page do what it does, and carries out what it wants of the office.
    fn wish(
        &mut self,
        env: &Env<'_>,
        page: Page,
        update: impl FnOnce(&mut Self) -> Vec<Command>,
    ) -> Effect<Message, Action> {
        if Hand::of(env) == Hand::Reads && page != Page::Limits {
            // Who only reads may still choose what to look at.
            let _wanted = update(self);
            return Effect::none();
        }
        let commands = update(self);
        // What was refused is being put right, or sent again.
        self.refused = None;
        if commands.is_empty() || self.busy {
            return Effect::none();
        }
        self.busy = true;
        let request = Request::new(env.me, Wish::Office { commands });
        Effect::perform(env.desk.act(request), move |reply| Message::Acted(page, Box::new(reply)))
    }

    fn acted(&mut self, env: &Env<'_>, page: Page, reply: Result<Done, Refused>) -> Effect<Message, Action> {
        self.busy = false;
        if let Err(refused) = reply {
            self.refused = Some(refused);
            return Effect::none();
        }
        self.refused = None;
        match page {
            Page::People => self.people.done(),
            Page::Departments => self.departments.done(),
            Page::Teams => self.teams.done(),
            Page::Categories => self.categories.done(),
            Page::Channels => self.channels.done(),
            Page::Limits => self.limits.done(),
            Page::Calendar => self.calendar.done(),
            Page::Scripts => self.scripts.done(),
            Page::Phrases => self.phrases.done(),
            Page::Rules => self.rules.done(),
            Page::Office => self.office.done(),
            Page::Appearance => {}
        }
        let words = env.texts.set_said_saved(page.name(env.texts));
        let said = Effect::action(Action::Say(Said { words, undo: None }));
        // What was edited is closed: the list has the keyboard again.
        if page.is_list() && page == self.page { said.and_task(self.keyboard.go(ROWS)) } else { said }
    }
}

/// Reads who changed the rules, for the page that tells it. Where the log cannot be read nobody is named.
fn rules_told(env: &Env<'_>, page: Page) -> Effect<Message, Action> {
    if page != Page::Rules {
        return Effect::none();
    }
    let history = env.desk.office_history();
    Effect::perform(async move { history.await.ok().map(|it| last_changed(&it)) }, |it| {
        Message::Rules(rules::Message::Told(it))
    })
}

/// Where the keyboard goes with a message: a new entry begins with its name.
fn goes_to(message: &Message) -> Option<Spot> {
    match message {
        Message::People(people::Message::Entry(it)) => it.goes_to(),
        Message::Departments(it) => it.goes_to(),
        Message::Teams(it) => it.goes_to(),
        Message::Categories(it) => it.goes_to(),
        Message::Channels(it) => it.goes_to(),
        Message::Phrases(phrases::Message::Added) => Some(NAME),
        Message::Phrases(phrases::Message::Dropped) | Message::Limits(limits::Message::Dropped) => Some(ROWS),
        Message::People(_)
        | Message::Phrases(_)
        | Message::Limits(_)
        | Message::PageChosen(_)
        | Message::Calendar(_)
        | Message::Scripts(_)
        | Message::Rules(_)
        | Message::Office(_)
        | Message::Preferred(_)
        | Message::Keys(_)
        | Message::Saved
        | Message::Escaped
        | Message::Acted(..) => None,
    }
}

fn warned(tone: Tone, title: &str, words: String) -> Element<'_, Message> {
    let icon = if tone == Tone::Late { icon::CIRCLE_ALERT } else { icon::LOCK };
    let drawn = note(Note { tone, icon, title: title.into(), words: words.into(), actions: Vec::new() });
    container(drawn).padding([8, 20]).into()
}
