//! 部门处理: inbox, case sheet, timeline; approval and escalated cases too (UI.md 5.4, 5.11).
//!
//! What is typed belongs to its case and stays there while others are looked at. Nothing is shown before the log told
//! it. Whatever can be asked for is an [`Ask`]; buttons are drawn from what the domain says about it.

mod ask;
mod banners;
mod beside;
mod conflict;
mod doing;
mod draft;
mod fields;
mod form;
mod inbox;
mod keys;
mod known;
mod modal;
mod oversight;
mod permission;
mod phrasing;
mod plans;
mod pressed;
mod rounds;
mod sections;
mod sheet;
mod side;
mod strip;
mod view;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::TimeDelta;
use iced::Length;
use iced::widget::{Id, container, row, text_editor};

pub use self::ask::Ask;
use self::ask::{Case, Gate};
pub use self::conflict::Side;
use self::draft::{Draft, Section, Stop};
pub use self::fields::Choice;
use self::fields::{Group, Slot};
use self::form::Sheet;
use self::inbox::Tab;
use self::view::nothing_open;
use super::Action;
use crate::app::{Done, NotKept, Refused};
use crate::domain::complaint::terms::LinkKind;
use crate::domain::complaint::{Command, Complaint};
use crate::domain::id::{ComplaintId, OrderNo, PersonId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::attachments::{self, Files};
use crate::ui::part::form::{FocusRing, Step};
use crate::ui::part::phrases::{self, Phrases};
use crate::ui::part::phrasing::Phrasing as _;
use crate::ui::part::seek::Seek;
use crate::ui::part::timeline::Filter;
use crate::ui::style;
use crate::ui::theme::Element;
use crate::ui::ticket::{Ticket, Tickets};
use crate::ui::widget::line_down;

/// Narrower than this the timeline is a tab of the sheet.
const THREE_PANES: f32 = 1280.0;
/// A revealed number hides again after this.
const REVEALED: TimeDelta = TimeDelta::seconds(30);

/// The quiet buttons of the foot.
const FOOT_LEFT: [Ask; 11] = [
    Ask::Convert,
    Ask::Merge,
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
    seek: Seek,
    drafts: HashMap<ComplaintId, Draft>,
    ring: FocusRing<Stop>,
    tickets: Tickets,
    history: History,
    /// An archived complaint is no longer in the books: it is folded from its facts.
    folded: Option<Box<Complaint>>,
    filter: Filter,
    face: Face,
    files: Files,
    /// 常用语
    phrases: Phrases<Stop>,
    revealed: Option<(ComplaintId, Moment)>,
    /// What would take back what was sent last.
    back: Option<(ComplaintId, Back)>,
    /// What the toast says of what was sent, where the verb alone would not do.
    saying: Option<(ComplaintId, String)>,
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
    /// 客户档案
    CustomerOpened(ComplaintId),
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
    /// A key whose meaning depends on the focus, with the text field that has it.
    Pressed(Key, Option<Id>),
    /// Typed a digit of the number to go to.
    Sought(char),
    /// Left or right in a row of chips.
    Shifted(Group, Step),
    /// A digit in a row of chips.
    Numbered(Group, usize),
    /// 解除关联
    UnlinkAsked(LinkKind, ComplaintId),
    /// 拆开 of a further call.
    UnmergeAsked(ComplaintId),
    /// It is one of its own again, or not; into which it was merged.
    Unmerged(ComplaintId, ComplaintId, Result<Done, Refused>),
    /// 拆开 is taken back.
    MergeAsked(ComplaintId, ComplaintId),
    /// It was done, or not.
    Unlinked(ComplaintId, LinkKind, ComplaintId, Result<Done, Refused>),
    /// 解除关联 is taken back.
    LinkAsked(ComplaintId, LinkKind, ComplaintId),
    /// It was done, or not.
    Linked(Result<Done, Refused>),
    /// 附件
    Files(attachments::Message),
    /// The log took a file in, or not.
    Attached(String, Result<Done, Refused>),
    /// 查看差别: what others did meanwhile.
    DifferenceTurned,
    /// 用我的, 用新的
    Resolved(conflict::Side),
    /// 常用语
    Phrases(phrases::Message),
}

/// What can be asked for on a case now, for the palette.
#[must_use]
pub fn asks(env: &Env<'_>, complaint: &Complaint) -> Vec<Ask> {
    let case = Case::of(env, complaint, None);
    Ask::ALL.iter().copied().filter(|it| case.gate(env, *it) == Gate::Open).collect()
}

/// Name and number of the customer of a case, as far as who works here may see them.
#[must_use]
pub fn customer_of(env: &Env<'_>, complaint: &Complaint) -> String {
    sheet::Sight::of(env, complaint).customer(env, complaint)
}

/// A24: whoever a case does not concern sees number and stage only, unless a supervisor allowed more for a time.
#[must_use]
pub fn concerns(env: &Env<'_>, complaint: &Complaint) -> bool {
    let shown = complaint.sights.shown_until(env.me, env.now).is_some();
    shown || env.person().is_some_and(|it| env.books.sees(it, complaint))
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
            Message::Phrases(it) => self.phrase(env, it),
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
            Message::CustomerOpened(id) => Effect::action(Action::Show(super::Place::Customers, id)),
            Message::Pressed(key, id) => self.landed(env, key, id.as_ref()),
            Message::Sought(digit) => self.seek(env, digit),
            Message::Shifted(group, step) => self.shift(env, group, step),
            Message::Numbered(group, index) => self.number(env, group, index),
            Message::UnmergeAsked(id) => Self::unmerge(env, id),
            Message::Unmerged(id, into, outcome) => Self::unmerged(env, (id, into), &outcome),
            Message::MergeAsked(id, into) => Self::merge(env, id, into),
            Message::UnlinkAsked(kind, other) => self.unlink(env, kind, other),
            Message::Unlinked(id, kind, other, outcome) => Self::unlinked(env, (id, kind, other), &outcome),
            Message::LinkAsked(id, kind, other) => Self::link(env, (id, kind, other)),
            Message::Linked(outcome) => Self::linked(env, &outcome),
            Message::Files(it) => self.file(env, it),
            Message::Attached(name, outcome) => self.attached(env, &name, &outcome),
            Message::DifferenceTurned => self.turn_difference(),
            Message::Resolved(side) => self.resolve(env, side),
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
            Some(case) if !concerns(env, case.complaint) => {
                let Some(draft) = self.drafts.get(&case.complaint.id) else { return panes.into() };
                panes = panes.push(self.sheet(case, draft).locked(env));
            }
            Some(case) => {
                let Some(draft) = self.drafts.get(&case.complaint.id) else { return panes.into() };
                panes = panes.push(self.middle(env, case, draft));
                if ample {
                    let side = container(self.side(env, case, draft)).width(side::WIDTH);
                    panes = panes.push(line_down()).push(side);
                }
            }
            None => panes = panes.push(nothing_open(env, &self.history)),
        }
        panes.into()
    }

    /// Draws the modal that lies over the whole window.
    #[must_use]
    pub fn over<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let case = self.case(env).filter(|it| concerns(env, it.complaint))?;
        let draft = self.drafts.get(&case.complaint.id)?;
        self.sheet(case, draft).modal(env)
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        inbox::summary(env)
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
        Sheet { case, draft, ring: &self.ring, phrases: &self.phrases }
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
}
