//! 客户档案 (UI.md 5.11; A16, B11, L17, L18, T12, T13): the list at the left, the card of one customer at the right.
//!
//! Who has no file is known from complaints alone; the first thing that is done here opens one.

mod allot;
mod card;
mod doing;
mod draft;
mod leave;
mod list;
mod merge;
mod message;
mod sight;
mod tabs;
mod wishes;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use iced::widget::{container, row};
use iced::{Length, Task, keyboard::key::Named};

use self::allot::Allotting;
use self::draft::Draft;
pub use self::draft::Slot;
use self::leave::Leave;
use self::merge::Merging;
pub use self::message::{Did, Message, Tab, Turn, Which};
pub use self::sight::{leads_to, may_open, may_read};
use super::{Action, Place, Said};
use crate::app::{NotKept, Refused};
use crate::books::customers::{Double, Who};
use crate::domain::complaint::terms::ContactMethod;
use crate::domain::customer::Verb;
use crate::domain::id::{ComplaintId, CustomerId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::record::{Position, Recorded};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::keyed::{Event, Keyboard, Keyed, Spot, Stops};
use crate::ui::part::memo::Memo;
use crate::ui::part::seek::{self, Seek};
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::ticket::Tickets;
use crate::ui::widget::{Empty, Window, empty, line_down};

/// So many rows are listed before 显示更多.
const MOST: usize = 200;
/// So long a masked value is shown after it was asked for.
const SHOWN: chrono::Duration = chrono::Duration::seconds(30);

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    /// Whose it is: somebody else finds nothing that this one typed, opened or was shown.
    me: Option<PersonId>,
    /// What others have left unfinished here.
    left: BTreeMap<PersonId, Unfinished>,
    keyboard: Keyboard,
    seek: Seek,
    which: Which,
    query: String,
    more: usize,
    window: Window,
    chosen: Option<Who>,
    /// The pair of 疑似重复 that the keyboard is on.
    pair: Option<usize>,
    tab: Tab,
    draft: Option<Draft>,
    /// What is being noted of the chosen customer, and what was half written of others.
    jotting: Jotting,
    jottings: BTreeMap<Who, Jotting>,
    purpose: Option<String>,
    leave: Leave,
    /// The day of the daily lists; `None`: today.
    day: Option<NaiveDate>,
    revealed: Option<(CustomerId, Moment)>,
    over: Over,
    history: History,
    tickets: Tickets,
    busy: bool,
    refused: Option<Refused>,
    /// What was wished last, to be wished again where it could not be kept.
    wished: Option<Box<Message>>,
    lines: Memo<list::Question, list::Lines>,
    doubles: Memo<Position, Vec<Double>>,
    counts: Memo<(Position, chrono::NaiveDate, PersonId), list::Counts>,
}

/// What somebody left unfinished when somebody else sat down.
#[derive(Debug, Default)]
struct Unfinished {
    chosen: Option<Who>,
    draft: Option<Draft>,
    jotting: Jotting,
    jottings: BTreeMap<Who, Jotting>,
}

/// What is being noted: the words, and how the customer was contacted if that is what is noted.
#[derive(Debug, Clone, Default)]
struct Jotting {
    words: String,
    contacted: Option<ContactMethod>,
}

/// What lies over the screen.
#[derive(Debug, Default)]
enum Over {
    #[default]
    Nothing,
    /// 合并
    Merge(Merging),
    /// 分配
    Allot(Allotting),
}

/// The facts of the chosen file.
#[derive(Debug, Default)]
enum History {
    #[default]
    Nothing,
    Here(CustomerId, Arc<Vec<Recorded>>),
    Failed(NotKept),
}

/// Draws and remembers the stops of the keyboard.
struct Pen<'k, 'a> {
    env: Env<'a>,
    keys: Keyed<'k, Message>,
}

/// The rows of the list.
const ROWS: Spot = Spot("cust-rows", 0);
/// The field that searches.
const SEARCH: Spot = Spot("cust-search", 0);
/// The first field of the form.
const NAME: Spot = Spot("cust-name", 0);
/// The list, to scroll it.
const LIST: &str = "cust-list";
/// The card, to scroll it.
const CARD: &str = "cust-card";

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        if message.wishes() {
            self.wished = Some(Box::new(message.clone()));
        }
        match message {
            Message::Keys(event) => self.keyed(env, event),
            Message::SearchAsked => Effect::task(self.keyboard.go(SEARCH)),
            Message::Searched(query) => self.listed(|it| it.query = query),
            Message::Filtered(which) => self.listed(|it| it.which = which),
            Message::More => {
                self.more += MOST;
                Effect::none()
            }
            Message::Scrolled(window) => {
                self.window = window;
                Effect::none()
            }
            Message::Sought(sign) => self.seek(env, sign),
            Message::Picked(who) => self.pick(env, who),
            Message::PairChosen(place) => self.pick_pair(env, place),
            Message::TabChosen(tab) => {
                self.tab = tab;
                self.fetch(env)
            }
            Message::ComplaintOpened(id) => Effect::action(Action::Show(Place::Handling, id)),
            Message::New => self.edit(Draft::blank()),
            Message::Edited => match self.who(env).and_then(|it| Draft::of(env, it)) {
                Some(draft) => self.edit(draft),
                None => Effect::none(),
            },
            Message::Typed(slot, words) => self.with_draft(|it| it.type_in(slot, words)),
            Message::SalutationChosen(it) => self.with_draft(|draft| draft.salutation = it),
            Message::KindChosen(it) => self.with_draft(|draft| draft.kind = it),
            Message::PreferredChosen(it) => self.with_draft(|draft| draft.contact_by = it),
            Message::MemberToggled => self.with_draft(|draft| draft.member = !draft.member),
            Message::Saved => self.save(env),
            Message::Dropped => self.drop_draft(),
            Message::Jotted(words) => {
                self.jotting.words = words;
                Effect::none()
            }
            Message::Contacted(method) => {
                self.jotting.contacted = method;
                Effect::none()
            }
            Message::JottingSaved => self.jot(env),
            Message::OwnerChosen(owner) => self.assign(env, owner),
            Message::RevealAsked => {
                self.purpose = Some(String::new());
                Effect::task(self.keyboard.go(Spot("cust-purpose", 0)))
            }
            Message::PurposeTyped(words) => {
                self.purpose = Some(words);
                Effect::none()
            }
            Message::Revealed => self.reveal(env),
            Message::DayTurned(turn) => self.turn(env, turn),
            Message::LeaveAsked => self.ask_leave(),
            Message::LeaveTyped(words) => self.leave.typed(words),
            Message::LeaveSent => self.send_leave(env),
            Message::RulingChosen(hours) => self.leave.choose(hours),
            Message::RulingTyped(words) => self.leave.minds(words),
            Message::Ruled(person) => self.rule(env, person),
            Message::MergeAsked(first, second) => self.ask_merge(first, second),
            Message::MergeSearched(query) => self.with_merging(|it| it.query = query),
            Message::MergeWith(other) => self.with_merging(|it| it.second = Some(other)),
            Message::MergeTurned => self.with_merging(Merging::turn),
            Message::Merge => self.merge(env),
            Message::ToldApart => self.tell_apart(env),
            Message::Unmerge(id) => self.unmerge(env, id),
            Message::AllotAsked => self.ask_allot(env),
            Message::ShareChosen(person, share) => self.share(env, person, share),
            Message::Allot => self.allot(env),
            Message::Closed => self.close(),
            Message::Reassign(before) => Self::reassign(env, before),
            Message::Acted(by, did, reply) if by == env.me => self.acted(env, &did, *reply),
            Message::ActedMany(by, did, reply) if by == env.me => self.acted_many(env, &did, *reply),
            // Somebody else works here by now: nothing of it is shown, and nothing can be taken back.
            Message::Acted(by, did, reply) => self.forget(by, &did, reply.is_ok()),
            Message::ActedMany(..) => Effect::none(),
            Message::Fetched(ticket, id, facts) => self.fetched(ticket, id, facts),
        }
    }

    /// Somebody else works here: what was typed waits for its author, and what was shown is hidden.
    pub fn seat(&mut self, env: &Env<'_>) {
        if self.me == Some(env.me) {
            return;
        }
        let before = std::mem::take(self);
        let (chosen, draft) = (before.chosen, before.draft);
        let unfinished = Unfinished { chosen, draft, jotting: before.jotting, jottings: before.jottings };
        self.left = before.left;
        self.left.extend(before.me.map(|it| (it, unfinished)));
        let own = self.left.remove(&env.me).unwrap_or_default();
        (self.me, self.chosen, self.draft) = (Some(env.me), own.chosen, own.draft);
        (self.jotting, self.jottings) = (own.jotting, own.jottings);
    }

    /// What somebody had sent was answered when somebody else was here: what is done is no longer unfinished.
    fn forget(&mut self, by: PersonId, did: &Did, done: bool) -> Effect<Message, Action> {
        let left = self.left.get_mut(&by).filter(|_| done);
        match (left, did) {
            (Some(left), Did::Plain(Verb::Open | Verb::Change)) => left.draft = None,
            (Some(left), Did::Plain(Verb::Note | Verb::Contact)) => left.jotting = Jotting::default(),
            (_, Did::Plain(_) | Did::Assigned(_) | Did::Merged | Did::Allotted | Did::Reassigned) => {}
        }
        Effect::none()
    }

    /// The screen was opened: the list has the keyboard, and its first row is chosen.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.seat(env);
        if !sight::may_read(env) {
            return self.entered_by_leave(env);
        }
        let first = self.lines(env).rows.first().map(list::Line::who);
        let task = self.keyboard.go(if first.is_some() { ROWS } else { SEARCH });
        if self.chosen.is_none() {
            self.chosen = first;
        }
        self.fetch(env).and_task(task)
    }

    /// The customer of a complaint was asked for.
    pub fn show(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        match env.books.row(id) {
            Some(row) => self.show_who(env, env.books.customers().of_row(row)),
            None => Effect::none(),
        }
    }

    /// A customer was asked for.
    pub fn show_who(&mut self, env: &Env<'_>, who: Who) -> Effect<Message, Action> {
        self.seat(env);
        if self.draft.as_ref().is_none_or(|it| it.untouched(env)) {
            self.draft = None;
        }
        self.which = Which::All;
        self.query.clear();
        self.over = Over::Nothing;
        let picked = self.pick(env, who);
        let waiting = || Self::waiting(env, who).is_some() && sight::may_do(env, Verb::AnswerSight);
        let task = match (may_read(env), waiting()) {
            (true, true) => self.keyboard.go(leave::RULING),
            (true, false) => Task::none(),
            (false, _) => self.keyboard.go(leave::ASK),
        };
        picked.and_task(task)
    }

    /// The log told facts; the books have taken them over already.
    pub fn told(&mut self, env: &Env<'_>, facts: &[Recorded]) -> Effect<Message, Action> {
        let shown = match self.history {
            History::Here(id, _) => Some(id),
            History::Nothing | History::Failed(_) => None,
        };
        let stream = |id| crate::domain::id::StreamId::Customer(id);
        match shown {
            Some(id) if facts.iter().any(|it| it.stream == stream(id)) => self.fetch(env),
            Some(_) | None => Effect::none(),
        }
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let pen = &mut self.pen(env);
        if sight::may_read(env) { self.panes(pen) } else { self.leave_view(pen) }
    }

    /// Draws the modal that lies over the whole window.
    #[must_use]
    pub fn over<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        self.modal(&mut self.pen(env))
    }

    fn modal<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Option<Element<'a, Message>> {
        if !sight::may_read(&pen.env) {
            return None;
        }
        match &self.over {
            Over::Nothing => None,
            Over::Merge(merging) => Some(self.merge_view(pen, merging)),
            Over::Allot(allotting) => Some(self.allot_view(pen, allotting)),
        }
    }

    fn pen<'k, 'a>(&'k self, env: &Env<'a>) -> Pen<'k, 'a> {
        Pen { env: *env, keys: Keyed::new(&self.keyboard, Message::Keys) }
    }

    fn panes<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let list = self.list_view(pen);
        let card = match (&self.draft, self.who(&pen.env)) {
            (Some(draft), _) => self.draft_view(pen, draft),
            (None, Some(who)) => self.card_view(pen, who),
            (None, None) => Self::nobody(&pen.env),
        };
        row![list, line_down(), container(card).width(Length::Fill).height(Length::Fill).style(style::surface::canvas)]
            .into()
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        if sight::may_read(env) { env.texts.cust_summary(env.books.customers().count()) } else { String::new() }
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if !sight::may_read(env) {
            return self.pressed_by_leave(press);
        }
        let does = Shortcut::named(Named::Enter).with_command();
        let escape = Shortcut::named(Named::Escape);
        match &self.over {
            Over::Nothing => {}
            Over::Merge(it) if does.matches(press) => return it.second.map(|_| Message::Merge),
            Over::Allot(_) if does.matches(press) => return Some(Message::Allot),
            Over::Merge(_) | Over::Allot(_) => {
                let closes = || escape.matches(press).then_some(Message::Closed);
                return closes().or_else(|| self.keyboard.pressed(press).map(Message::Keys));
            }
        }
        if self.draft.is_none() && self.leave.reason().is_some() && does.matches(press) {
            return Some(Message::LeaveSent);
        }
        if Shortcut::command('f').matches(press) {
            return Some(Message::SearchAsked);
        }
        if self.draft.is_some() && [does, Shortcut::command('s')].into_iter().any(|it| it.matches(press)) {
            return Some(Message::Saved);
        }
        if self.keyboard.at() == Some(ROWS)
            && let Some(sign) = seek::sign(press)
        {
            return Some(Message::Sought(sign));
        }
        let untouched = self.draft.as_ref().is_some_and(|it| it.untouched(env));
        let keyed = self.keyboard.pressed(press).map(Message::Keys);
        keyed.or_else(|| (untouched && escape.matches(press)).then_some(Message::Dropped))
    }

    /// Whether a countdown under an hour is in sight: what was revealed hides again after half a minute.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        self.revealed.is_some_and(|(_, until)| env.now < until)
    }

    /// The stops of what is in sight.
    fn stops(&self, env: &Env<'_>) -> Stops<Message> {
        let mut pen = self.pen(env);
        // What lies below a modal is no stop of the keyboard.
        if self.modal(&mut pen).is_none() {
            let _drawn = if sight::may_read(env) { self.panes(&mut pen) } else { self.leave_view(&mut pen) };
        }
        pen.keys.stops()
    }

    fn keyed(&mut self, env: &Env<'_>, event: Event) -> Effect<Message, Action> {
        let stops = self.stops(env);
        self.keyboard.update(&stops, event).carry(|it| self.update(env, it))
    }

    fn nobody<'a>(env: &Env<'a>) -> Element<'a, Message> {
        if env.books.customers().count() == 0 {
            // The list says it.
            return iced::widget::space().into();
        }
        empty(Empty {
            tone: Tone::Paused,
            icon: icon::USERS,
            title: env.texts.cust_nobody().into(),
            words: env.texts.cust_nobody_words().into(),
            actions: Vec::new(),
        })
    }
}

fn said(words: String, undo: Option<Message>) -> Action {
    Action::Say(Said { words, undo: undo.map(|it| Box::new(super::Message::Customers(it))) })
}
