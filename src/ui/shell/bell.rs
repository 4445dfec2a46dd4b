//! The bell: the alerts that stand for who works here, which of them were read, and which are new.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use iced::{
    Center, Length, Padding, Top,
    keyboard::key::Named,
    widget::{button, column, container, mouse_area, row, space, text::Wrapping},
};

use super::{Layer, Message};
use crate::books::alerts::{Alert, Matter, Part, Rung, ladder};
use crate::books::board::Owner;
use crate::books::customers::Who;
use crate::books::sights::Subject;
use crate::books::{Books, View};
use crate::domain::clock::ClockKey;
use crate::domain::complaint::{Complaint, Stage};
use crate::domain::id::PersonId;
use crate::domain::limits::ClockName;
use crate::domain::record::Position;
use crate::i18n::Texts;
use crate::platform::notify::{Notice, Pace, Sound};
use crate::platform::preferences::Notify;
use crate::ui::env::{Env, Frame};
use crate::ui::icon::{self, Icon};
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::case_words;
use crate::ui::part::keepsakes::Whose;
use crate::ui::part::reminders::Reminders;
use crate::ui::screen::{Action, Place};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Height, Tone};
use crate::ui::widget::{
    self, Empty, empty, fitted, heading, hint, icon as glyph, line_across, measure, popover, scroll, small,
};

const WIDTH: f32 = 420.0;
/// Higher than this the list scrolls.
const HEIGHT: f32 = 480.0;
/// As often as this the clocks are looked at when nothing happens.
const LOOK: i64 = 15;
/// Where a look took longer than this, facts alone are no reason for another one before the next is due.
const DEAR: Duration = Duration::from_millis(8);
/// Lines at the most; the others are counted.
const MOST: usize = 40;

/// What the bell knows.
#[derive(Debug, Default)]
pub struct Bell {
    alerts: Vec<Alert>,
    read: HashSet<Id>,
    /// Those that were there before; `None`: nobody has looked yet.
    known: Option<HashSet<Id>>,
    looked: Option<(Position, PersonId, i64)>,
    /// How long the last look took.
    cost: Duration,
    marked: usize,
    pace: Pace,
}

/// An alert, whatever the time: read once is read, until it climbs.
type Id = (Subject, Matter);

const fn id(it: &Alert) -> Id {
    (it.about, it.matter)
}

impl Bell {
    /// Looks at the clocks, and at what the person asked to be reminded of. Answers those that are new since the last
    /// look of the same person and ask for attention.
    pub fn look(&mut self, books: &Books, view: View, asked: &Reminders) -> Vec<Alert> {
        let key = (books.position(), view.viewer, view.now.timestamp().div_euclid(LOOK));
        let soon = self.looked.is_some_and(|it| (it.1, it.2) == (key.1, key.2));
        if self.looked == Some(key) || soon && DEAR < self.cost {
            return Vec::new();
        }
        if self.looked.is_some_and(|(_, viewer, _)| viewer != view.viewer) {
            (self.known, self.marked) = (None, 0);
            self.read.clear();
        }
        self.looked = Some(key);
        let start = Instant::now();
        self.alerts = asked.due(books, view.now);
        self.alerts.extend(books.alerts(view));
        self.cost = start.elapsed();
        let now: HashSet<Id> = self.alerts.iter().map(id).collect();
        self.read.retain(|it| now.contains(it));
        let known = self.known.replace(now);
        let is_news = |it: &&Alert| match &known {
            Some(known) => it.rings() && !known.contains(&id(it)),
            // What was late when the window opened is no news; what somebody asked for was not told yet.
            None => it.matter == Matter::Reminded,
        };
        self.alerts.iter().filter(is_news).copied().collect()
    }

    /// How many nobody has looked at.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.alerts.iter().filter(|it| !self.read.contains(&id(it))).count()
    }

    /// The alerts that stand.
    #[must_use]
    pub fn alerts(&self) -> &[Alert] {
        &self.alerts
    }

    /// One was read.
    pub fn read(&mut self, alert: &Alert) {
        self.read.insert(id(alert));
    }

    /// All were read.
    pub fn read_all(&mut self) {
        self.read.extend(self.alerts.iter().map(id));
    }

    /// Another line is marked.
    pub fn mark(&mut self, line: usize) {
        self.marked = line;
    }

    /// The notice on the desktop for new alerts; `None`: not wanted, or too soon after the last one.
    pub fn notice(&mut self, env: &Env<'_>, fresh: &[Alert]) -> Option<Notice> {
        let sound = match env.preferences.notify {
            Notify::Off => return None,
            Notify::Silent => Sound::Off,
            Notify::Sound => Sound::Soft,
        };
        let first = fresh.first()?;
        if !self.pace.allows(Instant::now()) {
            return None;
        }
        // No name, no telephone number: it may lie on a locked screen.
        let (title, words) = match fresh.len() {
            more if 1 < more && first.is_late() => {
                (env.texts.bell_notice_more(more), env.texts.bell_notice_words(first.about.number()))
            }
            _ => (said(env, first).title, env.texts.bell_notice_look().to_owned()),
        };
        Some(Notice { title, words, sound })
    }

    /// What a key means while it is open.
    #[must_use]
    pub fn pressed(&self, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        let last = self.alerts.len().min(MOST).saturating_sub(1);
        if is(Named::ArrowDown) {
            Some(Message::BellMarked((self.marked + 1).min(last)))
        } else if is(Named::ArrowUp) {
            Some(Message::BellMarked(self.marked.saturating_sub(1)))
        } else if is(Named::Enter) {
            self.alerts.get(self.marked.min(last)).copied().map(Message::BellOpened)
        } else {
            None
        }
    }

    /// Draws what it holds.
    pub(super) fn view<'a>(&'a self, frame: &Frame<'a>, env: Option<&Env<'a>>) -> Element<'a, Message> {
        let texts = frame.texts;
        let content: Element<'a, Message> = match env {
            Some(env) if !self.alerts.is_empty() => {
                let lines = self.alerts.iter().take(MOST).enumerate().map(|(index, it)| self.line(env, index, it));
                let more = (MOST < self.alerts.len()).then(|| {
                    let words = texts.bell_more(self.alerts.len() - MOST);
                    container(hint(words)).padding([8, 14])
                });
                let list = scroll(column(lines).push(more)).height(Length::Shrink);
                let all = widget::button(texts.bell_read_all())
                    .link()
                    .compact()
                    .on_press_maybe((0 < self.unread()).then_some(Message::BellRead));
                let head = row![
                    heading(texts.bell()),
                    hint(texts.bell_counts(self.alerts.len(), self.unread())).wrapping(Wrapping::None),
                    space().width(Length::Fill),
                    Element::from(all)
                ]
                .spacing(8)
                .align_y(Center)
                .height(36);
                column![
                    container(head).padding([0, 10]),
                    line_across(),
                    container(list).max_height((frame.window.height - 160.0).clamp(120.0, HEIGHT))
                ]
                .into()
            }
            Some(_) | None => container(empty(Empty {
                tone: Tone::Success,
                icon: icon::BELL,
                title: texts.bell_empty_title().into(),
                words: texts.bell_empty_words().into(),
                actions: Vec::new(),
            }))
            .height(220)
            .into(),
        };
        let placed = container(popover(WIDTH, content))
            .width(Length::Fill)
            .height(Length::Fill)
            .align_x(iced::Right)
            .padding(Padding { top: Height::TOP_BAR - 4.0, right: 16.0, bottom: 0.0, left: 0.0 });
        mouse_area(placed).on_press(Message::LayerClosed).into()
    }

    fn line<'a>(&self, env: &Env<'a>, index: usize, it: &Alert) -> Element<'a, Message> {
        let said = said(env, it);
        let at = env.texts.moment(env.calendar().local(it.raised), env.today());
        let px = WIDTH - 10.0 - 20.0 - 24.0 - measure(&at, Face::Caption) - 26.0;
        let title: Element<'a, Message> = if self.read.contains(&id(it)) {
            container(fitted(&said.title, Face::Body, px)).style(style::surface::quiet).into()
        } else {
            fitted(&said.title, Face::Strong, px)
        };
        let content = row![
            container(glyph(said.icon).style(style::text::toned(said.tone))).padding([2, 0]),
            column![title, container(fitted(&said.who, Face::Small, px)).style(style::surface::quiet),]
                .push(said.next.map(|it| container(fitted(&it, Face::Caption, px + 40.0)).style(style::surface::quiet)))
                .spacing(1)
                .width(Length::Fill),
            small(at).style(style::text::ink3).wrapping(Wrapping::None),
        ]
        .spacing(8)
        .align_y(Top);
        let look = if index == self.marked { style::button::option_marked } else { style::button::option };
        button(content).width(Length::Fill).padding([7, 10]).style(look).on_press(Message::BellOpened(*it)).into()
    }
}

/// An alert in words.
struct Spoken {
    icon: Icon,
    tone: Tone,
    title: String,
    who: String,
    /// Who is told next, and when.
    next: Option<String>,
}

fn said(env: &Env<'_>, it: &Alert) -> Spoken {
    let texts = env.texts;
    let number = it.about.number();
    let complaint = it.about.case().and_then(|it| env.books.complaint(it));
    let order = match it.matter {
        Matter::Clock(key, _) => key.order,
        Matter::Silent(order, _) | Matter::Ownerless(order) => Some(order),
        Matter::SightAsked(_) | Matter::SightAnswered | Matter::Reminded => None,
    };
    let whose = complaint.map(|complaint| match order.and_then(|it| complaint.order(it)) {
        Some(order) => {
            let person = order.via.filter(|_| order.accepted.is_none() && order.handler.is_none()).or(order.handler);
            case_words::owner(env, person.map_or(Owner::Department(order.department), Owner::Person))
        }
        None => case_words::person(env, complaint.tracking),
    });
    let customer = complaint.map(|it| case_words::customer(env, it));
    // Who asked to see it and does not sees no more than its number.
    let concerned = complaint.is_some_and(|it| env.person().is_some_and(|person| env.books.sees(person, it)));
    let who = [customer.filter(|_| concerned), whose.filter(|_| concerned)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("·");
    let (icon, tone, title) = match it.matter {
        Matter::Clock(key, rung) => {
            let (icon, tone) = match rung {
                Rung::Near => (icon::TIMER, Tone::Soon),
                Rung::Due => (icon::ALARM_CLOCK, Tone::Late),
                Rung::Overdue => (icon::CHEVRONS_UP, Tone::Late),
            };
            let words = complaint
                .and_then(|it| it.clocks.find(key))
                .map(|clock| format!("{} {}", texts.name(key.name), texts.clock_words(clock, env.calendar(), env.now)));
            (icon, tone, format!("{number} {}", words.unwrap_or_default()))
        }
        Matter::Silent(_, missed) => (icon::CIRCLE_ALERT, Tone::Late, texts.today_missed(missed, number)),
        Matter::Ownerless(_) => (icon::USER_X, Tone::Soon, texts.bell_ownerless(number)),
        Matter::SightAsked(person) => {
            (icon::EYE, Tone::Info, texts.bell_sight_asked(number, case_words::person(env, person)))
        }
        Matter::SightAnswered => (icon::EYE, Tone::Info, texts.bell_sight_answered(number)),
        Matter::Reminded => (icon::BELL_RING, Tone::Accent, texts.bell_asked(number)),
    };
    let next = match it.matter {
        Matter::Clock(key, rung) => complaint.and_then(|complaint| next(env, complaint, (key, rung), it.part)),
        Matter::Silent(..)
        | Matter::Ownerless(_)
        | Matter::SightAsked(_)
        | Matter::SightAnswered
        | Matter::Reminded => None,
    };
    Spoken { icon, tone, title, who, next }
}

/// `11:00 起同时提醒部门经理`.
fn next(env: &Env<'_>, complaint: &Complaint, (key, rung): (ClockKey, Rung), part: Part) -> Option<String> {
    let clock = complaint.clocks.find(key)?;
    let above = match (rung, part) {
        (Rung::Near, Part::Owns | Part::Supervises | Part::Manages) => Rung::Due,
        (Rung::Due, Part::Owns | Part::Supervises | Part::Manages) => Rung::Overdue,
        (Rung::Overdue, _) => return None,
    };
    let (_, at) = ladder(env.calendar(), clock).into_iter().find(|(it, _)| *it == above)?;
    let at = env.texts.moment(env.calendar().local(at), env.today());
    Some(climbs(env.texts, above, at))
}

fn climbs(texts: &Texts, rung: Rung, at: String) -> String {
    match rung {
        Rung::Near | Rung::Due => texts.bell_next_supervisor(at),
        Rung::Overdue => texts.bell_next_manager(at),
    }
}

/// Where an alert leads.
pub(super) fn leads(env: &Env<'_>, it: &Alert) -> Place {
    let stage = it.about.case().and_then(|it| env.books.complaint(it)).map(|it| it.stage);
    match (it.matter, stage) {
        (Matter::Clock(key, _), Some(Stage::ToCallBack)) if key.name == ClockName::Callback => Place::Callback,
        (Matter::Clock(key, _), Some(Stage::ToDispatch | Stage::ToJudge | Stage::ToReply))
            if key.name == ClockName::Dispatch =>
        {
            Place::Board
        }
        (Matter::Reminded, _) => Place::Callback,
        (
            Matter::Clock(..)
            | Matter::Silent(..)
            | Matter::Ownerless(_)
            | Matter::SightAsked(_)
            | Matter::SightAnswered,
            _,
        ) => Place::Handling,
    }
}

/// What the bell does to the window.
impl super::Shell {
    /// Looks at the clocks; what is newly late asks for attention.
    pub(super) fn look_at_alerts(&mut self) -> iced::Task<Message> {
        let Some(house) = &self.world.house else { return iced::Task::none() };
        let view = View { viewer: house.me, now: self.world.now };
        let asked = Reminders::of(&self.world.preferences, &Whose::of(house));
        let fresh = self.bell.look(&house.books, view, &asked);
        self.world.reminders = self.bell.unread();
        let Some(env) = self.world.env().filter(|_| !fresh.is_empty()) else { return iced::Task::none() };
        let notice = self.bell.notice(&env, &fresh);
        let told = notice.map_or_else(iced::Task::none, |notice| {
            let shown = async move {
                // Nobody waits for the desktop.
                let _told = tokio::task::spawn_blocking(move || crate::platform::notify::show(&notice)).await;
            };
            iced::Task::future(shown).discard()
        });
        let asked = self.window.map_or_else(iced::Task::none, |id| {
            iced::window::request_user_attention(id, Some(iced::window::UserAttention::Informational))
        });
        iced::Task::batch([told, asked])
    }

    pub(super) fn open_alert(&mut self, alert: &Alert) -> iced::Task<Message> {
        self.bell.read(alert);
        self.world.reminders = self.bell.unread();
        let Some(env) = self.world.env() else { return iced::Task::none() };
        let place = leads(&env, alert);
        let id = match alert.about {
            Subject::Case(id) => id,
            Subject::File(id) => return self.show_customer(Who::File(id)),
        };
        // A reminder that was followed has done its duty.
        let kept = match alert.matter {
            Matter::Reminded => {
                let owner = Whose::here(&env);
                let asked = Reminders::of(env.preferences, &owner).without(id).keep(&owner);
                self.obey(Action::Keep(asked))
            }
            Matter::Clock(..)
            | Matter::Silent(..)
            | Matter::Ownerless(_)
            | Matter::SightAsked(_)
            | Matter::SightAnswered => iced::Task::none(),
        };
        self.layer = Layer::None;
        iced::Task::batch([kept, self.show(place, id)])
    }

    pub(super) fn read_alerts(&mut self) -> iced::Task<Message> {
        self.bell.read_all();
        self.world.reminders = 0;
        iced::Task::none()
    }

    pub(super) fn mark_alert(&mut self, line: usize) -> iced::Task<Message> {
        self.bell.mark(line);
        iced::Task::none()
    }

    /// The bell.
    #[must_use]
    pub fn bell(&self) -> &Bell {
        &self.bell
    }
}
