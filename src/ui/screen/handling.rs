//! 部门处理: inbox, case sheet, timeline; approval and escalated cases too (UI.md 5.4, 5.11).
//!
//! What is typed belongs to its case and stays there while others are looked at. Nothing is shown before the log told
//! it. Whatever can be asked for is an [`Ask`]; buttons are drawn from what the domain says about it.

mod ask;
mod beside;
mod draft;
mod form;
mod inbox;
mod modal;
mod sections;
mod sheet;
mod side;
mod strip;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::TimeDelta;
use iced::keyboard::key::Named;
use iced::widget::{Id, button as pressed, column, container, row, stack, text_editor};
use iced::{Center, Length, Task};

pub use self::ask::Ask;
use self::ask::{Case, Gate};
pub use self::draft::Choice;
use self::draft::{Draft, Group, Kind, Section, Slot, Stop, Trouble};
pub use self::form::sign;
use self::form::{QUICK_KEYS, Sheet, submit_key};
use self::inbox::{Item, Tab};
use self::modal::is_modal;
use super::{Action, Place, Said};
use crate::app::{Done, NotKept, Refused, Request};
use crate::domain::complaint::{Command, Complaint};
use crate::domain::id::{ComplaintId, OrderNo, PersonId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::attachments::{self, Files};
use crate::ui::part::form::{FocusRing, Meant, Step, Stop as _, focused, is_meant, reveal};
use crate::ui::part::timeline::Filter;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::ticket::{Ticket, Tickets};
use crate::ui::widget::{
    Empty, Part, across, empty, heading, icon_small, line_across, line_down, pane_head, segment, small,
};

/// Narrower than this the timeline is a tab of the sheet.
const THREE_PANES: f32 = 1280.0;
/// A revealed number hides again after this.
const REVEALED: TimeDelta = TimeDelta::seconds(30);

/// The quiet buttons of the foot.
const FOOT_LEFT: [Ask; 10] = [
    Ask::Convert,
    Ask::GiveBack,
    Ask::Transfer,
    Ask::Pause,
    Ask::Resume,
    Ask::Reassign,
    Ask::Remind,
    Ask::Close,
    Ask::Archive,
    Ask::Reopen,
];
/// The main ones.
const FOOT_RIGHT: [Ask; 4] = [Ask::Accept, Ask::Forward, Ask::Execute, Ask::HandIn];

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    /// Whose it is: somebody else finds nothing that this one typed.
    me: Option<PersonId>,
    tab: Option<Tab>,
    open: Option<Open>,
    drafts: HashMap<ComplaintId, Draft>,
    ring: FocusRing<Stop>,
    tickets: Tickets,
    history: History,
    /// An archived complaint is no longer in the books: it is folded from its facts.
    folded: Option<Box<Complaint>>,
    filter: Filter,
    face: Face,
    files: Files,
    revealed: Option<(ComplaintId, Moment)>,
    /// What would take back what was sent last.
    back: Option<(ComplaintId, Back)>,
}

/// The case that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Open {
    id: ComplaintId,
    order: Option<OrderNo>,
}

/// The facts of the case that is looked at.
#[derive(Debug, Default)]
enum History {
    /// Nothing was asked.
    #[default]
    Away,
    /// Asked for.
    Asked,
    /// Here.
    Here(Arc<Vec<Recorded>>),
    /// The log cannot be read.
    Failed(NotKept),
}

/// How something is taken back.
#[derive(Debug, Clone)]
pub enum Back {
    /// By a command that makes up for it.
    Command(Box<Command>),
    /// What was dispatched is recalled, by the board.
    Recall,
}

/// What the sheet shows where there is no room for three panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// The case.
    #[default]
    Sheet,
    /// 经过
    History,
}

/// A key that depends on which text field has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Tab, Shift+Tab.
    Tab(Step),
    /// Enter without Ctrl.
    Enter,
    /// Ctrl+Enter.
    Submit,
    /// Down, up in the list.
    Arrow(Step),
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another list of the inbox.
    TabChosen(Tab),
    /// Another case.
    Picked(ComplaintId, Option<OrderNo>),
    /// Another work order of the case.
    OrderChosen(OrderNo),
    /// The facts of the case, or why there are none.
    Fetched(Ticket, Result<Arc<Vec<Recorded>>, NotKept>),
    /// The facts shall be read again.
    HistoryAsked,
    /// Typed a line.
    Typed(Slot, String),
    /// Did something in an editor.
    Edited(Slot, text_editor::Action),
    /// Chose something.
    Chose(Choice),
    /// Wants a form.
    Opened(Ask),
    /// Wants it no more.
    Left,
    /// Leaves the field: the list has the keyboard.
    Rested,
    /// Wants it done.
    Asked(Ask),
    /// It was done, or not.
    Acted(ComplaintId, Ask, Result<Done, Refused>),
    /// Takes back what was done.
    TakenBack(ComplaintId, Ask, Box<Command>),
    /// It was taken back, or not.
    WentBack(ComplaintId, Ask, Result<Done, Refused>),
    /// Folded or unfolded a section.
    Turned(Section),
    /// Another version of the plan.
    VersionChosen(u16),
    /// Another filter of the timeline.
    FilterChosen(Filter),
    /// Sheet or timeline, where there is room for one.
    FaceChosen(Face),
    /// The number was copied.
    Copied(String),
    /// A key whose meaning depends on the focus.
    Pressed(Key),
    /// The same, with the text field that has it.
    Landed(Key, Option<Id>),
    /// Left or right in a row of chips.
    Shifted(Group, Step),
    /// A digit in a row of chips.
    Numbered(Group, usize),
    /// 附件
    Files(attachments::Message),
    /// The log took a file in, or not.
    Attached(String, Result<Done, Refused>),
}

/// What can be asked for on a case now, for the palette.
#[must_use]
pub fn asks(env: &Env<'_>, complaint: &Complaint) -> Vec<Ask> {
    let case = Case::of(env, complaint, None);
    Ask::ALL.iter().copied().filter(|it| case.gate(env, *it) == Gate::Open).collect()
}

impl State {
    /// The case that is looked at.
    #[must_use]
    pub fn selected(&self) -> Option<ComplaintId> {
        self.open.map(|it| it.id)
    }

    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::TabChosen(tab) => self.choose_tab(env, tab),
            Message::Picked(id, order) => self.pick(env, Open { id, order }),
            Message::OrderChosen(order) => self.choose_order(order),
            Message::Fetched(ticket, facts) => self.fetched(env, ticket, facts),
            Message::HistoryAsked => self.fetch(env),
            Message::Typed(slot, words) => self.typed(env, slot, words),
            Message::Edited(slot, action) => self.edited(env, slot, action),
            Message::Chose(choice) => self.choose(env, choice),
            Message::Opened(ask) => self.open_form(env, ask),
            Message::Left => self.leave(),
            Message::Rested => Effect::task(self.ring.leave()),
            Message::Asked(ask) => self.act(env, ask),
            Message::Acted(id, ask, outcome) => self.acted(env, (id, ask), outcome),
            Message::TakenBack(id, ask, command) => Self::take_back(env, (id, ask), *command),
            Message::WentBack(id, ask, outcome) => self.went_back(env, (id, ask), outcome),
            Message::Turned(section) => self.turn(section),
            Message::VersionChosen(version) => self.with_draft(|it| it.version = Some(version)),
            Message::FilterChosen(filter) => {
                self.filter = filter;
                Effect::none()
            }
            Message::FaceChosen(face) => {
                self.face = face;
                Effect::none()
            }
            Message::Copied(words) => Effect::action(Action::Copy(words)),
            Message::Pressed(key) => Effect::task(focused().map(move |id| Message::Landed(key, id))),
            Message::Landed(key, id) => self.landed(env, key, id.as_ref()),
            Message::Shifted(group, step) => self.shift(env, group, step),
            Message::Numbered(group, index) => self.number(env, group, index),
            Message::Files(it) => self.file(env, it),
            Message::Attached(name, outcome) => self.attached(env, &name, &outcome),
        }
    }

    /// The screen was opened: its list has the keyboard.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.seat(env);
        let left = self.ring.leave();
        let shown = match self.open {
            Some(_) => self.fetch(env),
            None => self.pick_first(env),
        };
        shown.and_task(left)
    }

    /// A complaint was asked for from another screen.
    pub fn show(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        self.seat(env);
        let tabs = Tab::of(env);
        let holds = |tab: &Tab| inbox::items(env, *tab).iter().any(|it| it.complaint.id == id);
        if let Some(tab) = tabs.into_iter().find(holds) {
            self.tab = Some(tab);
        }
        self.pick(env, Open { id, order: None })
    }

    /// The log told facts; the books have taken them over already.
    pub fn told(&mut self, env: &Env<'_>, facts: &[Recorded]) -> Effect<Message, Action> {
        match self.open {
            None => self.pick_first(env),
            Some(open) if facts.iter().any(|it| it.stream == StreamId::Complaint(open.id)) => self.fetch(env),
            Some(_) => Effect::none(),
        }
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let inbox = container(self.inbox(env)).height(Length::Fill).style(style::surface::pane);
        let ample = THREE_PANES <= env.window.width;
        let mut panes = row![inbox, line_down()];
        match self.case(env) {
            Some(case) if !Self::sees(env, case.complaint) => panes = panes.push(no_permission(env, case)),
            Some(case) => {
                let Some(draft) = self.drafts.get(&case.complaint.id) else { return panes.into() };
                panes = panes.push(self.middle(env, case, draft));
                if ample {
                    let side = container(self.side(env, case, draft)).width(side::WIDTH);
                    panes = panes.push(line_down()).push(side);
                }
                let base: Element<'a, Message> = panes.into();
                return match self.sheet(case, draft).modal(env) {
                    Some(modal) => stack![base, modal].width(Length::Fill).height(Length::Fill).into(),
                    None => base,
                };
            }
            None => panes = panes.push(nothing_open(env, &self.history)),
        }
        panes.into()
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        inbox::summary(env)
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |shortcut: Shortcut| shortcut.matches(press);
        let open = self.draft().and_then(|it| it.open);
        if let Some(step) = Step::of(press) {
            return Some(Message::Pressed(Key::Tab(step)));
        }
        // Esc leaves the field, then the form; a modal is left at once.
        if is(Shortcut::named(Named::Escape)) {
            let rests = self.ring.at().is_some() && !open.is_some_and(is_modal);
            return if rests { Some(Message::Rested) } else { open.map(|_| Message::Left) };
        }
        if is(submit_key()) {
            return Some(Message::Pressed(Key::Submit));
        }
        if is(submit_key().with_shift()) {
            return Some(match open {
                Some(Ask::HandIn) => Message::Asked(Ask::HandIn),
                Some(_) | None => Message::Opened(Ask::HandIn),
            });
        }
        if is(Shortcut::named(Named::Backspace).with_command()) && self.approves(env) {
            return Some(Message::Asked(Ask::SendBack));
        }
        if is(Shortcut::named(Named::Tab).with_command()) && env.window.width < THREE_PANES {
            return Some(Message::FaceChosen(match self.face {
                Face::Sheet => Face::History,
                Face::History => Face::Sheet,
            }));
        }
        if is(beside::ATTACH) && self.complaint(env).is_some_and(|it| Self::attaches(env, it)) {
            return Some(Message::Files(attachments::Message::Asked));
        }
        let quick = QUICK_KEYS.into_iter().position(|it| is(Shortcut::named(it)));
        if let Some(index) = quick {
            return Some(Message::Numbered(Group::Progress, index));
        }
        self.pressed_at_stop(press)
    }

    fn pressed_at_stop(&self, press: &Press) -> Option<Message> {
        let is = |named: Named| Shortcut::named(named).matches(press);
        if is(Named::Enter) {
            return Some(Message::Pressed(Key::Enter));
        }
        match self.ring.at() {
            Some(Stop::Group(group)) if is(Named::ArrowRight) => Some(Message::Shifted(group, Step::Next)),
            Some(Stop::Group(group)) if is(Named::ArrowLeft) => Some(Message::Shifted(group, Step::Previous)),
            Some(Stop::Group(group)) => {
                let digit = press.alone()?.to_digit(10)?;
                Some(Message::Numbered(group, usize::try_from(digit).ok()?.checked_sub(1)?))
            }
            Some(Stop::Submit(ask)) if is(Named::Space) => Some(Message::Asked(ask)),
            Some(Stop::Foot(_)) if is(Named::Space) => Some(Message::Pressed(Key::Enter)),
            None if is(Named::ArrowDown) => Some(Message::Pressed(Key::Arrow(Step::Next))),
            None if is(Named::ArrowUp) => Some(Message::Pressed(Key::Arrow(Step::Previous))),
            None if press.alone() == Some('a') => Some(Message::Asked(Ask::Accept)),
            Some(Stop::Submit(_) | Stop::Foot(_) | Stop::Slot(_)) | None => None,
        }
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        if self.revealed.is_some_and(|(_, until)| env.now < until) {
            return true;
        }
        let Some(order) = self.case(env).and_then(|it| it.order.map(|order| (it.complaint, order.no))) else {
            return false;
        };
        let (complaint, no) = order;
        complaint.clocks.running().any(|it| {
            it.key.order == Some(no) && it.paused().is_none() && (it.due - env.now).abs() < TimeDelta::hours(1)
        })
    }
}

/// What is looked at.
impl State {
    fn complaint<'a>(&'a self, env: &Env<'a>) -> Option<&'a Complaint> {
        let id = self.open?.id;
        env.books.complaint(id).or(self.folded.as_deref().filter(|it| it.id == id))
    }

    fn case<'a>(&'a self, env: &Env<'a>) -> Option<Case<'a>> {
        Some(Case::of(env, self.complaint(env)?, self.open?.order))
    }

    fn draft(&self) -> Option<&Draft> {
        self.drafts.get(&self.open?.id)
    }

    fn sheet<'a>(&'a self, case: Case<'a>, draft: &'a Draft) -> Sheet<'a> {
        Sheet { case, draft, ring: &self.ring }
    }

    /// A24: whoever it does not concern sees number and stage only.
    fn sees(env: &Env<'_>, complaint: &Complaint) -> bool {
        env.person().is_some_and(|it| env.books.sees(it, complaint))
    }

    fn approves(&self, env: &Env<'_>) -> bool {
        match (self.case(env), self.draft()) {
            (Some(case), Some(draft)) => self.sheet(case, draft).decides(env),
            (Some(_) | None, _) => false,
        }
    }

    fn tab(&self, env: &Env<'_>) -> Option<Tab> {
        let tabs = Tab::of(env);
        let chosen = self.tab.filter(|it| tabs.contains(it));
        let filled = || tabs.iter().copied().find(|it| !inbox::items(env, *it).is_empty());
        chosen.or_else(filled).or(tabs.first().copied())
    }

    /// Where the keyboard can go, in reading order.
    fn stops(&self, env: &Env<'_>) -> Vec<Stop> {
        let (Some(case), Some(draft)) = (self.case(env), self.draft()) else { return Vec::new() };
        let sheet = self.sheet(case, draft);
        let mut stops = Vec::new();
        if let Some(ask) = draft.open.filter(|it| is_modal(*it)) {
            stops = form::stops(ask);
        } else {
            let decides = sheet.decides(env);
            if !decides && case.gate(env, Ask::Report) == Gate::Open {
                stops.extend(form::stops(Ask::Report));
            }
            if case.gate(env, Ask::Dispatch) == Gate::Open {
                stops.extend(form::stops(Ask::Dispatch));
            }
            for ask in sheet.inline(env) {
                stops.extend(form::stops(ask));
            }
            if let Some(ask) = panel(draft.open) {
                stops.extend(form::stops(ask));
            }
            if decides {
                stops.extend(form::stops(Ask::Approve));
                stops.insert(stops.len() - 1, Stop::Submit(Ask::SendBack));
            } else {
                let foot = FOOT_LEFT.into_iter().chain(FOOT_RIGHT).filter(|it| case.gate(env, *it) == Gate::Open);
                stops.extend(foot.map(Stop::Foot));
            }
            if case.gate(env, Ask::Note) == Gate::Open
                && (THREE_PANES <= env.window.width || self.face == Face::History)
            {
                stops.push(Stop::Slot(Slot::Note));
            }
        }
        stops.retain(|it| match it {
            Stop::Group(group) => !case.options(env, draft, *group).is_empty(),
            Stop::Slot(_) | Stop::Submit(_) | Stop::Foot(_) => true,
        });
        stops.dedup();
        stops
    }

    /// The form that a stop belongs to.
    fn form_at(&self, env: &Env<'_>, stop: Stop) -> Option<Ask> {
        let (case, draft) = (self.case(env)?, self.draft()?);
        let sheet = self.sheet(case, draft);
        let mut open: Vec<Ask> = draft.open.into_iter().collect();
        open.extend(sheet.inline(env));
        open.extend([Ask::Report, Ask::Dispatch, Ask::Approve, Ask::Note]);
        open.into_iter().find(|it| form::stops(*it).contains(&stop))
    }
}

/// What was done.
impl State {
    fn with_draft(&mut self, change: impl FnOnce(&mut Draft)) -> Effect<Message, Action> {
        if let Some(open) = self.open {
            change(self.drafts.entry(open.id).or_default());
        }
        Effect::none()
    }

    fn seat(&mut self, env: &Env<'_>) {
        if self.me != Some(env.me) {
            *self = Self { me: Some(env.me), ..Self::default() };
        }
    }

    fn choose_tab(&mut self, env: &Env<'_>, tab: Tab) -> Effect<Message, Action> {
        self.tab = Some(tab);
        let left = self.ring.leave();
        self.pick_first(env).and_task(left)
    }

    fn pick_first(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let first = self.tab(env).and_then(|it| inbox::items(env, it).first().map(Item::key));
        match first {
            // Facts come while another screen has the keyboard: it is not taken away.
            Some((id, order)) => self.turn_to(env, Open { id, order }),
            None => Effect::none(),
        }
    }

    fn pick(&mut self, env: &Env<'_>, open: Open) -> Effect<Message, Action> {
        let left = self.ring.leave();
        self.turn_to(env, open).and_task(left)
    }

    fn turn_to(&mut self, env: &Env<'_>, open: Open) -> Effect<Message, Action> {
        if self.open.map(|it| it.id) != Some(open.id) {
            self.history = History::Away;
            self.folded = None;
            self.revealed = None;
        }
        self.open = Some(open);
        self.drafts.entry(open.id).or_default();
        self.fetch(env)
    }

    fn choose_order(&mut self, order: OrderNo) -> Effect<Message, Action> {
        if let Some(open) = &mut self.open {
            open.order = Some(order);
        }
        self.with_draft(|it| it.version = None)
    }

    /// Reads the facts of the case. What was here stays until they come.
    fn fetch(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(open) = self.open else { return Effect::none() };
        if !matches!(self.history, History::Here(_)) {
            self.history = History::Asked;
        }
        let ticket = self.tickets.draw();
        let history = env.desk.history(open.id);
        Effect::perform(async move { history.await.map(Arc::new) }, move |it| Message::Fetched(ticket, it))
    }

    fn fetched(
        &mut self,
        env: &Env<'_>,
        ticket: Ticket,
        facts: Result<Arc<Vec<Recorded>>, NotKept>,
    ) -> Effect<Message, Action> {
        if self.tickets.is_current(ticket) {
            self.history = match facts {
                Ok(facts) => {
                    self.folded = Complaint::fold(facts.iter()).map(Box::new);
                    History::Here(facts)
                }
                Err(trouble) => History::Failed(trouble),
            };
        }
        self.want_files(env)
    }

    fn typed(&mut self, env: &Env<'_>, slot: Slot, words: String) -> Effect<Message, Action> {
        let before = self.draft().map(|it| it.line(slot).to_owned()).unwrap_or_default();
        if is_meant(env, &before, &words) == Meant::No {
            return Effect::none();
        }
        let stops = self.stops(env);
        self.ring.found(&stops, Some(&Stop::Slot(slot).id()));
        self.with_draft(|it| it.typed(slot, words))
    }

    fn edited(&mut self, env: &Env<'_>, slot: Slot, action: text_editor::Action) -> Effect<Message, Action> {
        let stops = self.stops(env);
        self.ring.found(&stops, Some(&Stop::Slot(slot).id()));
        self.with_draft(|it| it.edited(slot, action))
    }

    fn choose(&mut self, env: &Env<'_>, choice: Choice) -> Effect<Message, Action> {
        let _chosen = self.with_draft(|it| it.choose(choice));
        // The line waits for words after a quick chip; other chips keep the keyboard.
        let stop =
            if choice.group() == Group::Progress { Stop::Slot(Slot::Report) } else { Stop::Group(choice.group()) };
        if self.stops(env).contains(&stop) { Effect::task(self.ring.pressed(stop)) } else { Effect::none() }
    }

    /// Opens a form with what is known already, and goes to its first stop.
    fn open_form(&mut self, env: &Env<'_>, ask: Ask) -> Effect<Message, Action> {
        let Some(case) = self.case(env) else { return Effect::none() };
        if case.gate(env, ask) != Gate::Open {
            return Effect::none();
        }
        let known = known(&case, ask);
        let _opened = self.with_draft(|it| {
            it.open = Some(ask);
            it.trouble = None;
            it.gaps.clear();
            for (slot, words) in known.words {
                it.prefill(slot, &words);
            }
            for choice in known.choices {
                if it.chosen(choice.group()).next().is_none() || choice.group() == Group::Method {
                    it.choose(choice);
                }
            }
        });
        self.face = Face::Sheet;
        match form::stops(ask).first() {
            Some(first) => {
                Effect::task(Task::batch([self.ring.go(*first), reveal(sheet::SCROLL, Stop::Submit(ask).id())]))
            }
            None => Effect::none(),
        }
    }

    fn leave(&mut self) -> Effect<Message, Action> {
        let _left = self.with_draft(|it| {
            it.open = None;
            it.gaps.clear();
            it.trouble = None;
        });
        Effect::task(self.ring.leave())
    }

    fn turn(&mut self, section: Section) -> Effect<Message, Action> {
        self.with_draft(|it| {
            if it.turned.contains(&section) {
                it.turned.retain(|it| *it != section);
            } else {
                it.turned.push(section);
            }
        })
    }

    /// Asks the desk. What the form lacks is marked, and the keyboard goes there.
    fn act(&mut self, env: &Env<'_>, ask: Ask) -> Effect<Message, Action> {
        let (Some(case), Some(draft)) = (self.case(env), self.draft()) else { return Effect::none() };
        if draft.busy.is_some() || case.gate(env, ask) != Gate::Open {
            return Effect::none();
        }
        // 归档 has no words, but states its consequence first.
        if is_modal(ask) && draft.open != Some(ask) {
            return self.open_form(env, ask);
        }
        let id = case.complaint.id;
        match case.command(env, draft, ask) {
            Ok(command) => {
                self.back = ask::way_back(env, &case, &command).map(|it| (id, it));
                let request = Request::complaint(env.me, id, command);
                let _busy = self.with_draft(|it| {
                    it.busy = Some(ask);
                    it.trouble = None;
                    it.gaps.clear();
                });
                Effect::perform(env.desk.act(request), move |it| Message::Acted(id, ask, it))
            }
            Err(gaps) => {
                let first = gaps.first().copied();
                let _marked = self.with_draft(|it| it.gaps = gaps);
                match first {
                    Some(stop) => Effect::task(self.ring.go(stop)),
                    None => Effect::none(),
                }
            }
        }
    }

    fn acted(
        &mut self,
        env: &Env<'_>,
        (id, ask): (ComplaintId, Ask),
        outcome: Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        let Some(draft) = self.drafts.get_mut(&id) else { return Effect::none() };
        draft.busy = None;
        match outcome {
            Ok(done) => {
                draft.clear(ask.slots(), ask.groups());
                if draft.open == Some(ask) {
                    draft.open = None;
                }
                if ask == Ask::Reveal {
                    self.revealed = Some((id, done.at + REVEALED));
                }
                let words = env.texts.handling_done(id.short(), env.texts.name(ask.verb()));
                let undo = self.back.take().filter(|it| it.0 == id).map(|(_, back)| {
                    Box::new(match back {
                        Back::Command(command) => super::Message::Handling(Message::TakenBack(id, ask, command)),
                        Back::Recall => super::Message::Board(super::board::Message::TakenBack(vec![(id, done.at)])),
                    })
                });
                let said = Effect::action(Action::Say(Said { words, undo }));
                // A report may be followed by the next one; after everything else the list has the keyboard.
                if ask == Ask::Report { said } else { said.and_task(self.ring.leave()) }
            }
            Err(refused) => {
                draft.trouble = Some(Trouble { ask, refused });
                Effect::none()
            }
        }
    }

    fn take_back(env: &Env<'_>, (id, ask): (ComplaintId, Ask), command: Command) -> Effect<Message, Action> {
        let request = Request::complaint(env.me, id, command);
        Effect::perform(env.desk.act(request), move |it| Message::WentBack(id, ask, it))
    }

    fn went_back(
        &mut self,
        env: &Env<'_>,
        (id, ask): (ComplaintId, Ask),
        outcome: Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        match outcome {
            Ok(_) => {
                let words = env.texts.handling_taken_back(id.short(), env.texts.name(ask.verb()));
                Effect::action(Action::Say(Said { words, undo: None }))
            }
            Err(refused) => {
                if let Some(draft) = self.drafts.get_mut(&id) {
                    draft.trouble = Some(Trouble { ask, refused });
                }
                Effect::none()
            }
        }
    }

    fn landed(&mut self, env: &Env<'_>, key: Key, id: Option<&Id>) -> Effect<Message, Action> {
        let stops = self.stops(env);
        self.ring.found(&stops, id);
        match key {
            Key::Tab(step) => {
                let step = self.ring.step(&stops, step);
                let shown = self.ring.at().map_or_else(Task::none, |it| reveal(sheet::SCROLL, it.id()));
                Effect::task(Task::batch([step, shown]))
            }
            Key::Enter => match self.ring.at() {
                Some(Stop::Foot(ask)) if form::stops(ask).len() > 1 => self.open_form(env, ask),
                Some(Stop::Submit(ask) | Stop::Foot(ask)) => self.act(env, ask),
                Some(Stop::Slot(Slot::Note)) => self.act(env, Ask::Note),
                Some(Stop::Slot(slot)) if slot.kind() == Kind::Prose => Effect::none(),
                Some(Stop::Slot(_) | Stop::Group(_)) => Effect::task(self.ring.step(&stops, Step::Next)),
                None => Effect::none(),
            },
            Key::Submit => {
                let open = self.draft().and_then(|it| it.open);
                let here = self.ring.at().and_then(|it| self.form_at(env, it));
                let fallback = if self.approves(env) { Ask::Approve } else { Ask::Report };
                let modal = open.filter(|it| is_modal(*it));
                self.act(env, modal.or(here).or(open).unwrap_or(fallback))
            }
            Key::Arrow(_) if id.is_some() => Effect::none(),
            Key::Arrow(step) => self.step_in_list(env, step),
        }
    }

    fn step_in_list(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let Some(tab) = self.tab(env) else { return Effect::none() };
        let all = inbox::items(env, tab);
        let here = self.open.and_then(|open| all.iter().position(|it| it.complaint.id == open.id));
        let next = match (here, step) {
            (None, _) => 0,
            (Some(here), Step::Next) => (here + 1).min(all.len().saturating_sub(1)),
            (Some(here), Step::Previous) => here.saturating_sub(1),
        };
        match all.get(next).map(Item::key) {
            Some((id, order)) => self.pick(env, Open { id, order }),
            None => Effect::none(),
        }
    }

    fn shift(&mut self, env: &Env<'_>, group: Group, step: Step) -> Effect<Message, Action> {
        let (Some(case), Some(draft)) = (self.case(env), self.draft()) else { return Effect::none() };
        let options = case.options(env, draft, group);
        let here = case.chosen(env, draft, group).and_then(|it| options.iter().position(|(option, _)| *option == it));
        let next = match (here, step) {
            (None, _) => 0,
            (Some(here), Step::Next) => (here + 1).min(options.len().saturating_sub(1)),
            (Some(here), Step::Previous) => here.saturating_sub(1),
        };
        self.number(env, group, next)
    }

    fn number(&mut self, env: &Env<'_>, group: Group, index: usize) -> Effect<Message, Action> {
        let (Some(case), Some(draft)) = (self.case(env), self.draft()) else { return Effect::none() };
        if group == Group::Progress && case.gate(env, Ask::Report) != Gate::Open {
            return Effect::none();
        }
        match case.options(env, draft, group).get(index) {
            // Going on to the same one with the arrows is no second press.
            Some((choice, _)) if draft.chosen(group).last() == Some(*choice) && group != Group::Method => {
                Effect::none()
            }
            Some((choice, _)) => self.choose(env, *choice),
            None => Effect::none(),
        }
    }
}

/// Drawing.
impl State {
    fn middle<'a>(&'a self, env: &Env<'a>, case: Case<'a>, draft: &'a Draft) -> Element<'a, Message> {
        let sheet = self.sheet(case, draft);
        let ample = THREE_PANES <= env.window.width;
        let rail = if env.window.width < crate::ui::env::AMPLE { 56.0 } else { 204.0 };
        let side = if ample { side::WIDTH } else { 0.0 };
        let width = (env.window.width - rail - inbox::WIDTH - side - 2.0).max(320.0);
        let mut all = column![sheet.head(env, self.sight(env, case.complaint), width)].width(Length::Fill);
        if !ample {
            let parts = [
                Part::new(Face::Sheet, env.texts.handling_face_sheet()),
                Part::new(Face::History, env.texts.handling_history()),
            ];
            let faces = segment(parts, Some(self.face)).quiet().compact().on_choose(Message::FaceChosen);
            all = all.push(container(faces).padding(iced::Padding { left: 16.0, bottom: 8.0, ..iced::Padding::ZERO }));
        }
        if !ample && self.face == Face::History {
            return container(all.push(line_across()).push(self.side(env, case, draft)))
                .height(Length::Fill)
                .style(style::surface::pane)
                .into();
        }
        all = match sheet.strip(env) {
            Some(strip) => all.push(strip),
            None => all.push(line_across()),
        };
        all = all.push(sheet.orders(env));
        all = all.push(self.attachments(env, case.complaint));
        all = all.push(container(sheet.sections(env, width)).height(Length::Fill));
        if let Some(ask) = panel(draft.open).filter(|it| case.gate(env, *it) == Gate::Open) {
            let title =
                row![icon_small(icon::CHEVRON_RIGHT), heading(env.texts.name(ask.verb()))].spacing(6).align_y(Center);
            let form = column![title, sheet.form(env, ask)].spacing(8);
            all = all
                .push(line_across())
                .push(container(form).padding([12, 16]).width(Length::Fill).style(style::surface::canvas));
        } else if sheet.decides(env) {
            all = all.push(line_across()).push(decision(env, &sheet));
        }
        all = all.push(sheet.foot_bar(env));
        container(all).width(Length::Fill).height(Length::Fill).style(style::surface::pane).into()
    }
}

/// 批准方式, 批示, 退回修改, 批准第 n 版.
fn decision<'a>(env: &Env<'a>, sheet: &Sheet<'a>) -> Element<'a, Message> {
    let kept = across(
        4.0,
        [
            icon_small(icon::SHIELD_CHECK).style(style::text::ink3).into(),
            small(env.texts.handling_instruction_kept()).style(style::text::ink3).into(),
        ],
    );
    let over = match sheet.case.gate(env, Ask::Approve) {
        Gate::Locked(why) => Some(small(why).style(style::text::toned(Tone::Late))),
        Gate::Open | Gate::Absent => None,
    };
    let buttons = row![sheet.submit(env, Ask::SendBack)]
        .push(container(over_or(over)).width(Length::Fill))
        .push(sheet.submit(env, Ask::Approve))
        .spacing(8)
        .align_y(Center);
    let content = column![sheet.rows(env, Ask::Approve), kept, buttons]
        .push(sheet.trouble(env, Ask::Approve))
        .push(sheet.trouble(env, Ask::SendBack))
        .spacing(8);
    container(content).padding([12, 16]).width(Length::Fill).style(style::surface::canvas).into()
}

fn over_or(words: Option<crate::ui::widget::Text<'_>>) -> Element<'_, Message> {
    words.map_or_else(|| iced::widget::space().into(), Into::into)
}

/// A link that opens a form.
fn form_link<'a>(ask: Ask, sign: icon::Icon, label: String) -> Element<'a, Message> {
    let link = row![icon_small(sign), small(label)].spacing(4).align_y(Center);
    pressed(link).padding([2, 6]).style(style::button::link).on_press(Message::Opened(ask)).into()
}

/// The forms that stand above the foot.
fn panel(open: Option<Ask>) -> Option<Ask> {
    open.filter(|it| match it {
        Ask::Promise
        | Ask::GiveBack
        | Ask::Transfer
        | Ask::Pause
        | Ask::Reassign
        | Ask::Remind
        | Ask::Convert
        | Ask::Forward
        | Ask::Reveal => true,
        Ask::Accept
        | Ask::Report
        | Ask::Contact
        | Ask::Investigate
        | Ask::Propose
        | Ask::RecordAnswer
        | Ask::Submit
        | Ask::Verbal
        | Ask::Approve
        | Ask::SendBack
        | Ask::Execute
        | Ask::HandIn
        | Ask::Resume
        | Ask::Dispatch
        | Ask::Close
        | Ask::Reopen
        | Ask::Archive
        | Ask::Note => false,
    })
}

/// What a form shows when it is opened: what was written before.
#[derive(Default)]
struct Known {
    words: Vec<(Slot, String)>,
    choices: Vec<Choice>,
}

fn known(case: &Case<'_>, ask: Ask) -> Known {
    let Some(order) = case.order else { return Known::default() };
    match ask {
        Ask::Investigate => {
            let Some(found) = order.investigation.as_ref().map(|it| &it.what) else { return Known::default() };
            let mut words = vec![
                (Slot::CustomerSaid, found.customer_statement.to_string()),
                (Slot::DepartmentSaid, found.department_statement.to_string()),
                (Slot::RootCause, found.root_cause.to_string()),
            ];
            words.extend(found.liable_person.as_ref().map(|it| (Slot::Liable, it.to_string())));
            words.extend(found.hoped_result.as_ref().map(|it| (Slot::Hoped, it.to_string())));
            let mut choices: Vec<Choice> = found.methods.iter().map(|it| Choice::Method(*it)).collect();
            choices.extend(found.quality.map(Choice::Quality));
            Known { words, choices }
        }
        Ask::Propose => {
            let Some(plan) = order.plan().map(|it| &it.proposal) else { return Known::default() };
            let mut words = vec![(Slot::Measures, plan.measures.to_string())];
            words.extend(plan.policy.as_ref().map(|it| (Slot::Policy, it.to_string())));
            let paid = plan.compensation;
            words.extend(paid.filter(|it| it.amount.0 > 0).map(|it| (Slot::Amount, plain(it.amount.0))));
            Known { words, choices: paid.map(|it| Choice::Remedy(it.remedy)).into_iter().collect() }
        }
        Ask::Accept
        | Ask::Report
        | Ask::Promise
        | Ask::Contact
        | Ask::RecordAnswer
        | Ask::Submit
        | Ask::Verbal
        | Ask::Approve
        | Ask::SendBack
        | Ask::Execute
        | Ask::HandIn
        | Ask::GiveBack
        | Ask::Transfer
        | Ask::Pause
        | Ask::Resume
        | Ask::Reassign
        | Ask::Remind
        | Ask::Convert
        | Ask::Forward
        | Ask::Dispatch
        | Ask::Close
        | Ask::Reopen
        | Ask::Archive
        | Ask::Note
        | Ask::Reveal => Known::default(),
    }
}

/// Fen as somebody would type yuan.
fn plain(fen: i64) -> String {
    if fen % 100 == 0 { (fen / 100).to_string() } else { format!("{}.{:02}", fen / 100, fen % 100) }
}

/// Number and stage only (A24).
fn no_permission<'a>(env: &Env<'a>, case: Case<'a>) -> Element<'a, Message> {
    let complaint = case.complaint;
    let title = env.texts.joined([format!("TS-{}", complaint.id), env.texts.name(complaint.stage).to_owned()]);
    empty(Empty {
        tone: Tone::Paused,
        icon: icon::LOCK,
        title: title.into(),
        words: env.texts.handling_not_concerned().into(),
        actions: Vec::new(),
    })
}

fn nothing_open<'a>(env: &Env<'a>, history: &History) -> Element<'a, Message> {
    if matches!(history, History::Asked) {
        return column![pane_head(heading("")), crate::ui::widget::skeleton(6)].into();
    }
    empty(Empty {
        tone: Tone::Paused,
        icon: Place::Handling.icon(),
        title: env.texts.handling_choose_case().into(),
        words: env.texts.handling_choose_case_words().into(),
        actions: Vec::new(),
    })
}
