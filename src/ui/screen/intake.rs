//! 投诉登记: the form filled in while the customer speaks (UI.md 5.2; B01–B23).
//!
//! - What is typed stays: screens may be changed, a refusal changes nothing, Esc leaves a field and no more.
//! - Sending is one request, written whole or not at all; the form is cleared when the log has it.
//! - Earlier complaints are linked at most, and only when somebody says so.

mod added;
mod bars;
mod caller;
mod choices;
mod copying;
mod drafts;
mod earlier;
mod ending;
mod focus;
mod folding;
mod form;
mod found;
mod keeping;
mod keys;
mod layout;
mod lookout;
mod paper;
mod phrasing;
mod promise;
mod sections;
mod sending;
mod sheet;
mod stop;
mod typing;
mod words;

use std::fmt;

use self::choices::{Choices, Lookups};
use self::form::{Decision, Form, Helper, Pick, Sending};
use self::found::Found;
use self::keeping::{Asked, Keeping, Written};
use self::layout::Pane;
use self::paper::Paper;
use self::stop::{Section, Stop};
use crate::app::drafts::Found as Drafts;
use crate::app::{Done, NotKept, Refused, Request};
use crate::books::customers::Who;
use crate::domain::complaint::Verb;
use crate::domain::customer::Phone;
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId, PersonId, PressId};
use crate::domain::moment::Moment;
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::attachments::{self, Files};
use crate::ui::part::form::{FocusRing, Step, focused};
use crate::ui::part::lookup;
use crate::ui::part::phrases::{self, Phrases};
use crate::ui::part::phrasing::Phrasing as _;
use crate::ui::screen::{Action, Place};
use crate::ui::theme::Element;
use crate::ui::ticket::{Ticket, Tickets};
use iced::Task;
use iced::keyboard::key::Named;
use iced::widget::{Id, text_editor};

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    form: Form,
    ring: FocusRing<Stop>,
    lookups: Lookups,
    choices: Choices,
    found: Found,
    /// Which of several customers is marked.
    marked: usize,
    /// Which customer was filled in.
    met: Option<Who>,
    /// Since when somebody speaks.
    call: Option<Moment>,
    more: More,
    /// Where something was written or chosen last.
    edited: Option<Section>,
    /// Gaps are marked once sending was tried.
    tried: bool,
    tickets: Tickets,
    sent: Option<Sending>,
    trouble: Option<Trouble>,
    keeping: Keeping,
    files: Files,
    /// 常用语
    phrases: Phrases<Stop>,
    /// Which earlier complaint is laid open beside the form.
    compared: Option<ComplaintId>,
    /// What 照抄 would copy: the caller's last complaint, or else one's own.
    last: Option<ComplaintId>,
    /// The form before 照抄.
    before_copy: Option<Box<Paper>>,
    /// Which pane is in sight where there is room for one.
    pane: Pane,
    /// Where the keyboard was before it went to the right pane.
    came_from: Option<Stop>,
    /// The arrows chose among customers; Enter takes the marked one.
    marking: Marking,
}

/// Whether somebody is choosing among customers found by a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Marking {
    /// Enter goes on: the name may be a new customer's.
    #[default]
    No,
    /// Enter takes the marked one.
    Yes,
}

/// Which of the rarer fields are shown.
#[derive(Debug, Clone, Copy, Default)]
struct More {
    caller: bool,
    matter: bool,
}

/// Why it is not in the log.
#[derive(Debug)]
struct Trouble {
    refused: Refused,
    /// The very press, to be sent again.
    request: Request,
    sending: Sending,
}

/// Words that somebody types; `Debug` tells their length only.
#[derive(Clone)]
pub struct Typed(String);

impl Message {
    /// A customer calls from this number, or from one that ends so.
    #[must_use]
    pub fn called(phone: &Phone) -> Self {
        Self::Called(phone.clone())
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Typed({} characters)", self.0.chars().count())
    }
}

/// What somebody does in an editor; `Debug` tells nothing.
#[derive(Clone)]
pub struct Stroke(text_editor::Action);

impl fmt::Debug for Stroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stroke")
    }
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// A customer calls from a number that was typed elsewhere.
    Called(Phone),
    /// Typed into a one-line field.
    Typed(Stop, Typed),
    /// Typed into an editor.
    Edited(Stop, Stroke),
    /// Chose something.
    Picked(Stop, Pick),
    /// 投诉类别
    Category(lookup::Message<CategoryId>),
    /// 责任部门
    Department(lookup::Message<DepartmentId>),
    /// 处理人
    Handler(lookup::Message<PersonId>),
    /// 协办
    Helpers(lookup::Message<Helper>),
    /// 投诉方式 beyond the segment.
    Channels(lookup::Message<ChannelId>),
    /// The text field that has the focus, and where to from there: Tab, Shift+Tab, Enter.
    Focused(Option<Step>, Option<Id>),
    /// The pointer was let go on the form.
    Released,
    /// Esc.
    Left,
    /// F7, Shift+F7.
    SectionStepped(Step),
    /// 修改 of a folded section.
    SectionOpened(Section),
    /// F8: to the next gap.
    GapAsked,
    /// → takes the suggested time.
    SuggestionTaken,
    /// Shows or hides the rarer fields of a section.
    MoreToggled(Stop),
    /// Marked another one of several customers.
    CallerMarked(Step),
    /// Chose one of several customers.
    CallerTaken(usize),
    /// 换一位
    CallerForgotten,
    /// Decided about an earlier complaint.
    Decided(u8, Option<Decision>),
    /// Takes product and order number from an order typed before.
    OrderTaken(u8),
    /// Lays an earlier complaint open beside the form, or closes it.
    Compared(ComplaintId),
    /// Goes to the customer's file; the form stays as it is.
    CustomerAsked(Who),
    /// Goes to an earlier complaint; the form stays as it is.
    CaseAsked(ComplaintId),
    /// 照抄上一件
    CopyAsked,
    /// 照抄 of that one.
    CopyTaken(ComplaintId),
    /// 照抄 is taken back.
    CopyUndone,
    /// To the right pane and back.
    PaneStepped,
    /// 当场解决, and back.
    SolveToggled,
    /// Sends it.
    SendAsked(Sending),
    /// The primary verb.
    PrimaryAsked,
    /// 重试
    RetryAsked,
    /// Time to keep the draft, unless more keys came.
    DraftDue(u64),
    /// Time to keep those that were put away and are not on disk.
    DraftsDue,
    /// 存草稿
    DraftAsked,
    /// It is on disk, or not.
    DraftWritten(Written),
    /// The drafts of somebody were read.
    DraftsFound(PersonId, Box<Result<Drafts<Paper>, NotKept>>),
    /// The list of drafts, shown or not.
    DraftsToggled,
    /// The list of drafts was left.
    DraftsClosed,
    /// Marked another one of the drafts.
    DraftMarked(Step),
    /// Goes on with a draft.
    DraftTaken(PressId),
    /// Discards a draft.
    DraftDiscarded(PressId),
    /// Discarding is taken back.
    DraftRestored,
    /// The names of damaged drafts were read.
    DraftAsideSeen,
    /// 附件
    Files(attachments::Message),
    /// The same, for the draft that was on the form when it was begun.
    FilesOf(PressId, attachments::Message),
    /// 常用语
    Phrases(phrases::Message),
    /// The log has it, or not.
    Acted(Ticket, Box<(Request, Result<Done, Refused>)>),
    /// 派单 is taken back.
    RecallAsked(ComplaintId, u16),
    /// 并入 is taken back: it is a complaint of its own.
    UnmergeAsked(ComplaintId),
    /// It is one, or not.
    Unmerged(ComplaintId, Result<Done, Refused>),
    /// It is taken back, or not.
    Recalled(ComplaintId, Result<Done, Refused>),
}

const FORM: &str = "intake-form";

impl State {
    /// Does what a message says; what changed on the form is kept soon after.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        let before = self.ring.at();
        let effect = self.obey(env, message);
        let noticed = self.notice(env);
        let kept = if before == self.ring.at() { Task::none() } else { self.keep(env, Asked::ByItself) };
        effect.and_task(noticed).and_task(kept)
    }

    fn obey(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::Called(phone) => self.called_from(env, &phone),
            Message::Typed(stop, typed) => self.typed(env, stop, typed.0),
            Message::Edited(stop, stroke) => self.edited(env, stop, stroke.0),
            Message::Picked(stop, pick) => self.picked(env, stop, pick),
            Message::Category(it) => self.looked_up_category(env, it),
            Message::Department(it) => self.looked_up_department(env, it),
            Message::Handler(it) => self.looked_up_handler(env, it),
            Message::Helpers(it) => self.looked_up_helper(env, it),
            Message::Channels(it) => self.looked_up_channel(env, it),
            Message::Focused(step, id) => self.focus_found(env, step, id.as_ref()),
            Message::Released => focused().map(|id| Message::Focused(None, id)).into(),
            Message::Left => self.leave(env),
            Message::SectionStepped(step) => self.step_section(env, step),
            Message::SectionOpened(section) => self.open_section(env, section),
            Message::GapAsked => self.go_to_gap(env, Sending::Whole(self.form.way())),
            Message::SuggestionTaken => self.take_suggestion(env),
            Message::MoreToggled(stop) => self.toggle_more(env, stop),
            Message::CallerMarked(step) => self.mark_caller(step),
            Message::CallerTaken(index) => self.take_caller(env, index),
            Message::CallerForgotten => self.forget_caller(env),
            Message::Decided(index, decision) => self.decide(env, index, decision),
            Message::OrderTaken(index) => self.take_order(env, index),
            Message::Compared(id) => self.compare(env, id),
            Message::CaseAsked(id) => Effect::action(Action::Show(Place::Handling, id)),
            Message::CustomerAsked(who) => Effect::action(Action::Customer(who)),
            Message::CopyAsked => self.copy_last(env),
            Message::CopyTaken(id) => self.copy(env, id),
            Message::CopyUndone => self.undo_copy(env),
            Message::PaneStepped => self.step_pane(env),
            Message::SolveToggled => self.toggle_solving(env),
            Message::SendAsked(sending) => self.send(env, sending),
            Message::PrimaryAsked => self.send(env, Sending::Whole(self.form.way())),
            Message::RetryAsked => self.retry(env),
            Message::DraftDue(change) => self.draft_due(env, change),
            Message::DraftsDue => self.keep_others().into(),
            Message::DraftAsked => self.keep_by_hand(env),
            Message::DraftWritten(it) => self.draft_written(env, &it),
            Message::DraftsFound(owner, found) => self.drafts_found(env, owner, *found),
            Message::DraftsToggled => self.toggle_drafts(env),
            Message::DraftsClosed => self.close_drafts(),
            Message::DraftMarked(step) => self.mark_drafts(step),
            Message::DraftTaken(id) => self.take_draft(env, id),
            Message::DraftDiscarded(id) => self.discard_draft(env, id),
            Message::DraftRestored => self.restore_draft(env),
            Message::DraftAsideSeen => self.forget_aside(),
            Message::Files(it) => {
                let id = self.press();
                self.file(env, id, it)
            }
            Message::FilesOf(id, it) => self.file(env, id, it),
            Message::Phrases(it) => self.phrase(env, it),
            Message::Acted(ticket, outcome) => self.acted(env, ticket, *outcome),
            Message::RecallAsked(id, orders) => Self::recall(env, id, orders),
            Message::UnmergeAsked(id) => Self::unmerge(env, id),
            Message::Unmerged(id, outcome) => Self::unmerged(env, id, &outcome),
            Message::Recalled(id, outcome) => Self::recalled(env, id, &outcome),
        }
    }

    /// The screen was opened: the keyboard is where it was, at first in 来电号码.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let reading = self.meet_owner(env);
        self.look_again(env);
        if !Self::is_open_to(env) {
            return Effect::none();
        }
        let stops = self.stops(env);
        let stop = self.ring.at().filter(|it| stops.contains(it)).unwrap_or(Stop::Phone);
        Effect::from(self.go(env, stop)).and_task(reading)
    }

    /// A complaint was asked for: its customer calls again.
    pub fn show(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let who = env.books.row(id).map(|it| (env.books.customers().of_row(it), it.caller.phone.reveal()));
        if self.form.is_empty()
            && let Some((who, number)) = who
            && let Some(known) = found::known(env.books, who, number)
        {
            self.form.meet(env, &known);
            self.met = Some(who);
            self.look_again(env);
        }
        self.notice(env).into()
    }

    /// The log told facts; the books have taken them over already.
    pub fn told(&mut self, env: &Env<'_>, _facts: &[Recorded]) -> Effect<Message, Action> {
        self.look_again(env);
        Effect::none()
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        sheet::view(self, env)
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        if !Self::is_open_to(env) {
            return String::new();
        }
        env.texts.intake_summary(env.texts.name(self.form.kind), env.texts.person(env.office(), env.me))
    }

    /// Whether the call timer runs.
    #[must_use]
    pub fn counts_seconds(&self, _env: &Env<'_>) -> bool {
        self.call.is_some()
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if !Self::is_open_to(env) {
            return None;
        }
        let is = |shortcut: Shortcut| shortcut.matches(press);
        let enter = Shortcut::named(Named::Enter);
        if let Some(message) = self.pressed_for_phrases(env, press).or_else(|| self.tabbed_for_phrases(env, press)) {
            Some(message)
        } else if is(enter.with_command().with_shift()) {
            Some(Message::PrimaryAsked)
        } else if is(enter.with_command()) {
            Some(Message::SendAsked(Sending::RegisterOnly))
        } else if is(copying::COPY) {
            Some(Message::CopyAsked)
        } else if is(Shortcut::named(Named::Tab).with_command()) {
            Some(Message::PaneStepped)
        } else if is(added::ATTACH) {
            Some(Message::Files(attachments::Message::Asked))
        } else if is(Shortcut::command('s')) {
            Some(Message::DraftAsked)
        } else if is(drafts::DRAFTS) {
            Some(Message::DraftsToggled)
        } else if let Some(message) = self.pressed_in_drafts(press) {
            Some(message)
        } else if is(Shortcut::command('d')) {
            Some(Message::SolveToggled)
        } else if is(Shortcut::named(Named::F8)) {
            Some(Message::GapAsked)
        } else if is(Shortcut::named(Named::F7)) {
            Some(Message::SectionStepped(Step::Next))
        } else if is(Shortcut::named(Named::F7).with_shift()) {
            Some(Message::SectionStepped(Step::Previous))
        } else {
            self.pressed_at_stop(env, press)
        }
    }
}

/// Whether who works here may register at all.
impl State {
    fn is_open_to(env: &Env<'_>) -> bool {
        env.may(Verb::Register)
    }
}
