//! 设置 (UI.md 5.8): the office's own rules, and how this machine looks.
//!
//! Every change is a command of the administrator; others read, and are told why they only read.

mod appearance;
pub mod calendar;
pub mod categories;
pub mod departments;
pub mod limits;
pub mod office;
mod parts;
pub mod people;

use iced::{
    Length,
    widget::{column, container, mouse_area, row},
};

use self::parts::Hand;
use super::{Action, Preference, Said};
use crate::app::{Done, Refused, Request, Wish};
use crate::domain::id::ComplaintId;
use crate::domain::office::Command;
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::{Press, Shortcut};
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Note, body, icon as glyph, line_down, note, small_strong, strong};

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
    busy: bool,
    refused: Option<Refused>,
}

/// A page of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// 人员与权限
    #[default]
    People,
    /// 部门与路由
    Departments,
    /// 投诉类别
    Categories,
    /// 时限
    Limits,
    /// 工作日历
    Calendar,
    /// 表单与编号
    Office,
    /// 外观
    Appearance,
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
    /// On the page of categories.
    Categories(categories::Message),
    /// On the page of limits.
    Limits(limits::Message),
    /// On the page of the calendar.
    Calendar(calendar::Message),
    /// On the page of forms.
    Office(office::Message),
    /// Another preference of this machine.
    Preferred(Preference),
    /// 保存
    Saved,
    /// The desk answered.
    Acted(Page, Box<Result<Done, Refused>>),
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::PageChosen(page) => {
                self.page = page;
                self.refused = None;
            }
            Message::People(message) => return self.wish(env, Page::People, |it| it.people.update(env, message)),
            Message::Departments(message) => {
                return self.wish(env, Page::Departments, |it| it.departments.update(env, message));
            }
            Message::Categories(message) => {
                return self.wish(env, Page::Categories, |it| it.categories.update(env, message));
            }
            Message::Limits(message) => return self.wish(env, Page::Limits, |it| it.limits.update(env, message)),
            Message::Calendar(calendar::Message::Import) => {
                return calendar::import(env).map(Message::Calendar, |it: Action| it);
            }
            Message::Calendar(message) => {
                return self.wish(env, Page::Calendar, |it| it.calendar.update(env, message));
            }
            Message::Office(message) => return self.wish(env, Page::Office, |it| it.office.update(env, message)),
            Message::Preferred(preference) => return Effect::action(Action::Prefer(preference)),
            Message::Saved => return self.save(env),
            Message::Acted(page, reply) => return self.acted(env, page, *reply),
        }
        Effect::none()
    }

    /// The screen was opened: its first stop gets the focus.
    pub fn entered(&mut self, _env: &Env<'_>) -> Effect<Message, Action> {
        Effect::none()
    }

    /// A complaint was asked for from another screen.
    pub fn show(&mut self, _env: &Env<'_>, _id: ComplaintId) -> Effect<Message, Action> {
        Effect::none()
    }

    /// The log told facts; the books have taken them over already.
    pub fn told(&mut self, _env: &Env<'_>, _facts: &[Recorded]) -> Effect<Message, Action> {
        Effect::none()
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let page = match self.page {
            Page::People => self.people.view(env),
            Page::Departments => self.departments.view(env),
            Page::Categories => self.categories.view(env),
            Page::Limits => self.limits.view(env),
            Page::Calendar => self.calendar.view(env),
            Page::Office => self.office.view(env),
            Page::Appearance => appearance::view(env),
        };
        let refused = self
            .refused
            .as_ref()
            .map(|it| warned(Tone::Late, env.texts.set_refused(), env.texts.refused(it, env.office())));
        let reads = (Hand::of(env) == Hand::Reads && self.page != Page::Appearance)
            .then(|| warned(Tone::Info, env.texts.set_reads(), env.texts.set_reads_words().to_owned()));
        let content = column![].push(reads).push(refused).push(page).width(Length::Fill).height(Length::Fill);
        row![self.pages(env), line_down(), container(content).style(style::surface::pane)].into()
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        env.texts.set_summary().to_owned()
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, _env: &Env<'_>, press: &Press) -> Option<Message> {
        Shortcut::command('s').matches(press).then_some(Message::Saved)
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, _env: &Env<'_>) -> bool {
        false
    }

    fn save(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let save = match self.page {
            Page::People => Message::People(people::Message::Saved),
            Page::Departments => Message::Departments(departments::Message::Saved),
            Page::Categories => Message::Categories(categories::Message::Saved),
            Page::Limits => Message::Limits(limits::Message::Saved),
            Page::Calendar => Message::Calendar(calendar::Message::Saved),
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
        if commands.is_empty() || self.busy {
            return Effect::none();
        }
        self.busy = true;
        self.refused = None;
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
            Page::People => self.people = people::State::default(),
            Page::Departments => self.departments = departments::State::default(),
            Page::Categories => self.categories = categories::State::default(),
            Page::Limits => self.limits.done(),
            Page::Calendar => self.calendar.done(),
            Page::Office => self.office = office::State::default(),
            Page::Appearance => {}
        }
        let words = env.texts.set_said_saved(name(env, page));
        Effect::action(Action::Say(Said { words, undo: None }))
    }

    fn pages<'a>(&self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let group = |name: &'a str| {
            container(small_strong(name).style(style::text::ink3)).padding(iced::Padding {
                top: 14.0,
                right: 10.0,
                bottom: 4.0,
                left: 10.0,
            })
        };
        let entry = |page: Page| {
            let chosen = self.page == page;
            let words = if chosen { strong(name(env, page)) } else { body(name(env, page)) };
            let drawn = container(row![glyph(sign(page)), words].spacing(9).align_y(iced::Center))
                .height(32)
                .width(Length::Fill)
                .padding([0, 10])
                .align_y(iced::Center)
                .style(style::row::row(if chosen { Standing::Cursor } else { Standing::Rest }));
            mouse_area(drawn).interaction(iced::mouse::Interaction::Pointer).on_press(Message::PageChosen(page))
        };
        let list = column![
            group(texts.set_group_people()),
            entry(Page::People),
            entry(Page::Departments),
            group(texts.set_group_business()),
            entry(Page::Categories),
            entry(Page::Limits),
            entry(Page::Calendar),
            entry(Page::Office),
            group(texts.set_group_machine()),
            entry(Page::Appearance),
        ];
        container(list).width(parts::PAGES).height(Length::Fill).padding(8).style(style::surface::canvas).into()
    }
}

fn warned(tone: Tone, title: &str, words: String) -> Element<'_, Message> {
    let icon = if tone == Tone::Late { icon::CIRCLE_ALERT } else { icon::LOCK };
    let drawn = note(Note { tone, icon, title: title.into(), words: words.into(), actions: Vec::new() });
    container(drawn).padding([8, 20]).into()
}

fn name<'a>(env: &Env<'a>, page: Page) -> &'a str {
    match page {
        Page::People => env.texts.set_people(),
        Page::Departments => env.texts.set_departments(),
        Page::Categories => env.texts.set_categories(),
        Page::Limits => env.texts.set_limits(),
        Page::Calendar => env.texts.set_calendar(),
        Page::Office => env.texts.set_office(),
        Page::Appearance => env.texts.set_appearance(),
    }
}

const fn sign(page: Page) -> Icon {
    match page {
        Page::People => icon::USERS,
        Page::Departments => icon::BUILDING_2,
        Page::Categories => icon::TAGS,
        Page::Limits => icon::TIMER,
        Page::Calendar => icon::CALENDAR_DAYS,
        Page::Office => icon::HASH,
        Page::Appearance => icon::MONITOR,
    }
}
