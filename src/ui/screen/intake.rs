//! 投诉登记: the form filled in while the customer speaks (UI.md 5.2; B01–B23).
//!
//! - What is typed stays: screens may be changed, a refusal changes nothing, Esc leaves a field and no more.
//! - Sending is one request, written whole or not at all; the form is cleared when the log has it.
//! - Earlier complaints are linked at most, and only when somebody says so.

mod caller;
mod choices;
mod ending;
mod form;
mod found;
mod promise;
mod sections;
mod sheet;
mod stop;
mod words;

use std::fmt;

use iced::Task;
use iced::keyboard::key::Named;
use iced::widget::{Id, text_editor};

use self::choices::{Choices, Lookups};
use self::form::{Decision, Form, Helper, Pick, Proof, Sending, Tick, Way};
use self::found::{By, Found};
use self::stop::{Section, Stop};
use super::{Action, Said};
use crate::app::{Done, Refused, Request};
use crate::domain::complaint::terms::{
    Complexity, ContactMethod, Kind, LinkKind, Remedy, Salutation, Severity, Urgency, Validity,
};
use crate::domain::complaint::words::ReplyOutcome;
use crate::domain::complaint::{Command, Verb};
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId, OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::{ChannelKind, Route};
use crate::domain::record::Recorded;
use crate::domain::text::Line;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{FocusRing, Meant, Step, Stop as _, focused, is_meant, reveal};
use crate::ui::part::lookup;
use crate::ui::theme::Element;
use crate::ui::ticket::{Ticket, Tickets};

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
    /// Whose complaint the customer was filled in from.
    met: Option<ComplaintId>,
    /// Since when somebody speaks.
    call: Option<Moment>,
    more: More,
    /// Gaps are marked once sending was tried.
    tried: bool,
    tickets: Tickets,
    sent: Option<Sending>,
    trouble: Option<Trouble>,
    /// What 清空 took away, until something is typed anew.
    cleared: Option<Box<Form>>,
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
    /// Tab, Shift+Tab, Enter: on from wherever the keyboard is.
    Stepped(Step),
    /// The same, and the text field that had the focus.
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
    /// Takes product and order number from an earlier complaint.
    HistoryTaken(u8),
    /// 当场解决, and back.
    SolveToggled,
    /// Sends it.
    SendAsked(Sending),
    /// The primary verb.
    PrimaryAsked,
    /// 重试
    RetryAsked,
    /// 清空
    Cleared,
    /// 清空 is taken back.
    Restored,
    /// The log has it, or not.
    Acted(Ticket, Box<(Request, Result<Done, Refused>)>),
    /// 派单 is taken back.
    RecallAsked(ComplaintId, u16),
    /// It is taken back, or not.
    Recalled(ComplaintId, Result<Done, Refused>),
}

const FORM: &str = "intake-form";

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::Typed(stop, typed) => self.typed(env, stop, typed.0),
            Message::Edited(stop, stroke) => self.edited(env, stop, stroke.0),
            Message::Picked(stop, pick) => self.picked(env, stop, pick),
            Message::Category(it) => self.looked_up_category(env, it),
            Message::Department(it) => self.looked_up_department(env, it),
            Message::Handler(it) => self.looked_up_handler(env, it),
            Message::Helpers(it) => self.looked_up_helper(env, it),
            Message::Channels(it) => self.looked_up_channel(env, it),
            Message::Stepped(step) => focused().map(move |id| Message::Focused(Some(step), id)).into(),
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
            Message::HistoryTaken(index) => self.take_history(env, index),
            Message::SolveToggled => self.toggle_solving(env),
            Message::SendAsked(sending) => self.send(env, sending),
            Message::PrimaryAsked => self.send(env, Sending::Whole(self.form.way())),
            Message::RetryAsked => self.retry(env),
            Message::Cleared => self.clear(env),
            Message::Restored => self.restore(env),
            Message::Acted(ticket, outcome) => self.acted(env, ticket, *outcome),
            Message::RecallAsked(id, orders) => Self::recall(env, id, orders),
            Message::Recalled(id, outcome) => Self::recalled(env, id, &outcome),
        }
    }

    /// The screen was opened: the keyboard is where it was, at first in 来电号码.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.look_again(env);
        if !Self::is_open_to(env) {
            return Effect::none();
        }
        let stops = self.stops(env);
        let stop = self.ring.at().filter(|it| stops.contains(it)).unwrap_or(Stop::Phone);
        self.go(env, stop).into()
    }

    /// A complaint was asked for: its customer calls again.
    pub fn show(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        if self.form.is_empty()
            && let Some(known) = found::known(env.books, id)
        {
            self.form.meet(env, &known);
            self.met = Some(id);
            self.look_again(env);
        }
        Effect::none()
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
        if is(enter.with_command().with_shift()) {
            Some(Message::PrimaryAsked)
        } else if is(enter.with_command()) {
            Some(Message::SendAsked(Sending::RegisterOnly))
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

/// Keys at a stop.
impl State {
    fn pressed_at_stop(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let stop = self.ring.at();
        if let Some(message) = stop.and_then(|it| self.pressed_in_lookup(it, press)) {
            return Some(message);
        }
        if let Some(towards) = Step::of(press) {
            return Some(Message::Stepped(towards));
        }
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Escape) {
            return Some(Message::Left);
        }
        let stop = stop?;
        if stop == Stop::Promise && is(Named::ArrowRight) && self.form.line(stop).is_empty() {
            return Some(Message::SuggestionTaken);
        }
        if stop == Stop::Phone && self.offers_callers() {
            if is(Named::ArrowDown) {
                return Some(Message::CallerMarked(Step::Next));
            } else if is(Named::ArrowUp) {
                return Some(Message::CallerMarked(Step::Previous));
            } else if is(Named::Enter) {
                return Some(Message::CallerTaken(self.marked));
            }
        }
        if press.field() == Field::Took {
            return None;
        }
        let options = Self::options(env, stop);
        if let Some(pick) = press
            .alone()
            .and_then(|it| it.to_digit(10))
            .and_then(|it| options.get(usize::try_from(it).ok()?.checked_sub(1)?))
        {
            return Some(Message::Picked(stop, *pick));
        }
        if is(Named::ArrowLeft) || is(Named::ArrowRight) {
            let towards = if is(Named::ArrowRight) { Step::Next } else { Step::Previous };
            return self.neighbour(stop, &options, towards).map(|it| Message::Picked(stop, it));
        }
        let acts = self.act_of(stop);
        if is(Named::Space) {
            return acts;
        }
        if is(Named::Enter) {
            return if stop.is_button() { acts } else { Some(Message::Stepped(Step::Next)) };
        }
        None
    }

    fn pressed_in_lookup(&self, stop: Stop, press: &Press) -> Option<Message> {
        match stop {
            Stop::Category => {
                let it = &self.lookups.category;
                in_lookup(it, &self.choices.categories, press).map(Message::Category)
            }
            Stop::Department => {
                in_lookup(&self.lookups.department, &self.choices.departments, press).map(Message::Department)
            }
            Stop::Handler => in_lookup(&self.lookups.handler, &self.choices.handlers, press).map(Message::Handler),
            Stop::Helpers => in_lookup(&self.lookups.helpers, &self.choices.helpers, press).map(Message::Helpers),
            Stop::MoreChannels => {
                in_lookup(&self.lookups.channels, &self.choices.channels, press).map(Message::Channels)
            }
            _ => None,
        }
    }

    /// What Space does, and Enter on a button.
    fn act_of(&self, stop: Stop) -> Option<Message> {
        let pick = |it| Some(Message::Picked(stop, it));
        match stop {
            Stop::Restated => pick(Pick::Tick(Tick::Restated)),
            Stop::Told => pick(Pick::Tick(Tick::Told)),
            Stop::Safety => pick(Pick::Tick(Tick::Safety)),
            Stop::Media => pick(Pick::Tick(Tick::Media)),
            Stop::Satisfied => pick(Pick::Tick(Tick::Satisfied)),
            Stop::MoreCaller | Stop::MoreMatter => Some(Message::MoreToggled(stop)),
            Stop::Suggestion(it) => pick(Pick::Category(*self.found.suggestions.get(usize::from(it))?)),
            Stop::Caller(it) => Some(Message::CallerTaken(it.into())),
            Stop::Link(it) => Some(Message::Decided(it, Some(Decision::Linked(self.link_kind(it)?)))),
            Stop::Same(it) => Some(Message::Decided(it, Some(Decision::Linked(LinkKind::SameMatterAs)))),
            Stop::Apart(it) => match self.found.decision(&self.form, it) {
                Some(_) => Some(Message::Decided(it, None)),
                None => Some(Message::Decided(it, Some(Decision::Apart))),
            },
            Stop::History(it) => Some(Message::HistoryTaken(it)),
            Stop::Clear => Some(Message::Cleared),
            Stop::Solve => Some(Message::SolveToggled),
            Stop::RegisterOnly => Some(Message::SendAsked(Sending::RegisterOnly)),
            Stop::Primary => Some(Message::PrimaryAsked),
            _ => None,
        }
    }

    /// How a repeat is linked, and an open one.
    fn link_kind(&self, index: u8) -> Option<LinkKind> {
        let (_, likeness) = self.found.candidates.get(usize::from(index))?;
        Some(if likeness.is_repeat() { LinkKind::RepeatOf } else { LinkKind::RelatedTo })
    }

    /// What the digits choose at a stop, in order.
    fn options(env: &Env<'_>, stop: Stop) -> Vec<Pick> {
        fn all<T: Copy>(values: &[T], pick: impl Fn(T) -> Pick) -> Vec<Pick> {
            values.iter().map(|it| pick(*it)).collect()
        }
        match stop {
            Stop::Kind => all(Kind::ALL, Pick::Kind),
            Stop::Salutation => all(Salutation::ALL, Pick::Salutation),
            Stop::Channel => {
                env.office().channels().filter(|it| it.active).map(|it| Pick::Channel(it.id)).take(9).collect()
            }
            Stop::Identity => all(&Proof::ALL, Pick::Proof),
            Stop::Remedies => all(Remedy::ALL, Pick::Remedy),
            Stop::Complexity => all(Complexity::ALL, Pick::Complexity),
            Stop::Validity => all(Validity::ALL, Pick::Validity),
            Stop::Severity => all(Severity::ALL, Pick::Severity),
            Stop::Urgency => all(Urgency::ALL, Pick::Urgency),
            Stop::Method => all(ContactMethod::ALL, Pick::Method),
            Stop::Outcome => all(&[ReplyOutcome::Understood, ReplyOutcome::Disputed], Pick::Outcome),
            _ => Vec::new(),
        }
    }

    /// The choice beside the one that is made.
    fn neighbour(&self, stop: Stop, options: &[Pick], towards: Step) -> Option<Pick> {
        if matches!(stop, Stop::Identity | Stop::Remedies | Stop::Complexity) {
            return None;
        }
        let here = options.iter().position(|it| self.form.holds(*it));
        let to = match (here, towards) {
            (None, Step::Next) => 0,
            (None, Step::Previous) => return None,
            (Some(here), Step::Next) => here + 1,
            (Some(here), Step::Previous) => here.checked_sub(1)?,
        };
        options.get(to).copied()
    }
}

/// A key in a lookup. Tab takes what was looked for and goes on, as Enter does.
fn in_lookup<T: Copy>(it: &lookup::Lookup, choices: &[lookup::Choice<T>], press: &Press) -> Option<lookup::Message<T>> {
    if it.is_open() && Shortcut::named(Named::Tab).matches(press) {
        return Some(it.marked(choices).map_or(lookup::Message::Closed, lookup::Message::Taken));
    }
    it.pressed(choices, press)
}

/// Typing and choosing.
impl State {
    fn typed(&mut self, env: &Env<'_>, stop: Stop, typed: String) -> Effect<Message, Action> {
        if is_meant(env, self.form.line(stop), &typed) == Meant::No {
            return Effect::none();
        }
        if stop == Stop::Phone && self.call.is_none() && !typed.trim().is_empty() {
            self.call = Some(env.desk.now());
        }
        if stop == Stop::Phone {
            self.marked = 0;
        }
        self.cleared = None;
        self.form.set_line(stop, typed);
        self.ring.found(&[stop], Some(&stop.id()));
        self.look_for(env);
        Effect::none()
    }

    fn edited(&mut self, env: &Env<'_>, stop: Stop, action: text_editor::Action) -> Effect<Message, Action> {
        let changes = action.is_edit();
        if let Some(editor) = self.form.editor(stop) {
            editor.perform(action);
        }
        self.ring.found(&[stop], Some(&stop.id()));
        if changes && stop == Stop::Content {
            self.cleared = None;
            self.look_for(env);
        }
        Effect::none()
    }

    fn picked(&mut self, env: &Env<'_>, stop: Stop, pick: Pick) -> Effect<Message, Action> {
        self.cleared = None;
        self.form.pick(env, pick);
        self.write_answer(env);
        self.look_again(env);
        let stops = self.stops(env);
        // A suggestion is gone once it was taken.
        let to = if stops.contains(&stop) { stop } else { Stop::Content };
        self.go(env, to).into()
    }

    fn looked_up_category(&mut self, env: &Env<'_>, it: lookup::Message<CategoryId>) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.category.update(&self.choices.categories, it);
        self.looked_up(env, (Stop::Category, settled), taken.map(Pick::Category))
    }

    fn looked_up_department(&mut self, env: &Env<'_>, it: lookup::Message<DepartmentId>) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.department.update(&self.choices.departments, it);
        self.looked_up(env, (Stop::Department, settled), taken.map(Pick::Department))
    }

    fn looked_up_handler(&mut self, env: &Env<'_>, it: lookup::Message<PersonId>) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.handler.update(&self.choices.handlers, it);
        self.looked_up(env, (Stop::Handler, settled), taken.map(Pick::Handler))
    }

    fn looked_up_helper(&mut self, env: &Env<'_>, it: lookup::Message<Helper>) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.helpers.update(&self.choices.helpers, it);
        self.looked_up(env, (Stop::Helpers, settled), taken.map(Pick::Helper))
    }

    fn looked_up_channel(&mut self, env: &Env<'_>, it: lookup::Message<ChannelId>) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.channels.update(&self.choices.channels, it);
        self.looked_up(env, (Stop::MoreChannels, settled), taken.map(Pick::Channel))
    }

    /// What was taken is kept and the keyboard goes on.
    fn looked_up(
        &mut self,
        env: &Env<'_>,
        (stop, settled): (Stop, Settled),
        taken: Option<Pick>,
    ) -> Effect<Message, Action> {
        match (taken, settled) {
            (Some(pick), _) => {
                self.cleared = None;
                self.form.pick(env, pick);
                self.look_again(env);
                self.ring.found(&[stop], Some(&stop.id()));
                self.step(env, Step::Next).into()
            }
            (None, Settled::Yes) => Effect::none(),
            (None, Settled::No) => {
                if self.ring.at() == Some(stop) {
                    return Effect::none();
                }
                self.go(env, stop).into()
            }
        }
    }

    fn take_suggestion(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if let Some(at) = promise::suggested(env, &self.form) {
            self.form.set_line(Stop::Promise, env.texts.date_time(env.calendar().local(at)));
        }
        self.go(env, Stop::Promise).into()
    }

    fn toggle_more(&mut self, env: &Env<'_>, stop: Stop) -> Effect<Message, Action> {
        if stop == Stop::MoreCaller {
            self.more.caller = !self.more.caller;
        } else {
            self.more.matter = !self.more.matter;
        }
        self.go(env, stop).into()
    }

    fn toggle_solving(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.form.solving = !self.form.solving;
        self.write_answer(env);
        let to = match self.form.way() {
            Way::Solve => Stop::Solution,
            Way::Reply => Stop::Answer,
            Way::Dispatch => Stop::Department,
        };
        self.go(env, to).into()
    }

    /// Puts the office's words into an empty answer.
    fn write_answer(&mut self, env: &Env<'_>) {
        if self.form.way() == Way::Reply
            && self.form.kind == Kind::Complaint
            && self.form.answer.text().trim().is_empty()
        {
            let words = ending::script(env, &self.form);
            self.form.answer = text_editor::Content::with_text(&words);
        }
    }

    fn clear(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if self.form.is_empty() {
            return self.go(env, Stop::Phone).into();
        }
        let form = std::mem::take(&mut self.form);
        self.start_anew(env);
        self.cleared = Some(Box::new(form));
        let undo = Some(Box::new(super::Message::Intake(Message::Restored)));
        let said = Said { words: env.texts.intake_said_cleared().to_owned(), undo };
        Effect::from(self.go(env, Stop::Phone)).and_action(Action::Say(said))
    }

    fn restore(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if let Some(form) = self.cleared.take() {
            self.form = *form;
            self.look_again(env);
        }
        self.go(env, Stop::Phone).into()
    }

    fn start_anew(&mut self, env: &Env<'_>) {
        self.form = Form::default();
        self.lookups = Lookups::default();
        self.marked = 0;
        self.met = None;
        self.call = None;
        self.more = More::default();
        self.tried = false;
        self.trouble = None;
        self.cleared = None;
        self.look_again(env);
    }
}

/// Whether a lookup message leaves the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Settled {
    Yes,
    No,
}

fn settles<T>(it: &lookup::Message<T>) -> Settled {
    match it {
        lookup::Message::Closed => Settled::Yes,
        lookup::Message::Opened | lookup::Message::Typed(_) | lookup::Message::Moved(_) | lookup::Message::Taken(_) => {
            Settled::No
        }
    }
}

/// Looking into the books.
impl State {
    /// The form changed.
    fn look_for(&mut self, env: &Env<'_>) {
        self.found = Found::ask(env, &self.form);
    }

    /// The books or the office changed, too.
    fn look_again(&mut self, env: &Env<'_>) {
        self.look_for(env);
        self.choices = Choices::of(env, self.form.department, sections::channels_shown(env).len());
    }

    /// Whether the number leads to customers who are not filled in yet.
    fn offers_callers(&self) -> bool {
        !self.found.callers.is_empty() && self.form.line(Stop::Name).trim().is_empty()
    }

    fn mark_caller(&mut self, step: Step) -> Effect<Message, Action> {
        let last = self.found.callers.len().saturating_sub(1);
        self.marked = match step {
            Step::Next => (self.marked + 1).min(last),
            Step::Previous => self.marked.saturating_sub(1),
        };
        Effect::none()
    }

    fn take_caller(&mut self, env: &Env<'_>, index: usize) -> Effect<Message, Action> {
        let Some(id) = self.found.callers.get(index).copied() else { return Effect::none() };
        if let Some(known) = found::known(env.books, id) {
            self.form.meet(env, &known);
            self.met = Some(id);
            self.look_again(env);
        }
        let gaps = self.form.gaps(env, Sending::Whole(self.form.way()));
        let next = gaps.into_iter().find(|it| it.section() == Some(Section::Caller));
        self.go(env, next.unwrap_or(Stop::Channel)).into()
    }

    fn forget_caller(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.form.forget();
        self.met = None;
        self.marked = 0;
        self.look_again(env);
        self.go(env, Stop::Phone).into()
    }

    fn decide(&mut self, env: &Env<'_>, index: u8, decision: Option<Decision>) -> Effect<Message, Action> {
        let Some((id, _)) = self.found.candidates.get(usize::from(index)).copied() else { return Effect::none() };
        match decision {
            Some(it) => self.form.decisions.insert(id, it),
            None => self.form.decisions.remove(&id),
        };
        let next = self.found.undecided(&self.form).first().map(|it| Stop::Link(*it));
        let next = next.or_else(|| self.form.gaps(env, Sending::Whole(self.form.way())).first().copied());
        self.go(env, next.unwrap_or(Stop::Primary)).into()
    }

    fn take_history(&mut self, env: &Env<'_>, index: u8) -> Effect<Message, Action> {
        let row = self.found.history.get(usize::from(index)).and_then(|it| env.books.row(*it));
        let Some(row) = row else { return Effect::none() };
        self.form.set_line(Stop::Product, row.product.to_string());
        if let Some(order) = &row.order_number {
            self.form.set_line(Stop::Order, order.to_string());
        }
        self.look_again(env);
        self.go(env, Stop::Product).into()
    }
}

/// Where the keyboard is.
impl State {
    /// Every stop that can be reached now, in reading order; the primary verb last.
    fn stops(&self, env: &Env<'_>) -> Vec<Stop> {
        let relayed = self.form.channel.and_then(|it| env.office().channel(it));
        let relayed = relayed.is_some_and(|it| it.kind == ChannelKind::Relayed);
        let mut stops = vec![Stop::Kind, Stop::Phone, Stop::Name, Stop::Salutation, Stop::Channel];
        stops.extend((!self.choices.channels.is_empty()).then_some(Stop::MoreChannels));
        stops.extend(relayed.then_some(Stop::SourceParty));
        stops.extend([Stop::Identity, Stop::MoreCaller]);
        if self.more.caller {
            stops.extend([Stop::Organisation, Stop::Region, Stop::Address, Stop::Card, Stop::Preference, Stop::Rests]);
        }
        stops.extend([Stop::Product, Stop::Order, Stop::Category, Stop::Occurred]);
        stops.extend((0..).zip(&self.found.suggestions).map(|(index, _)| Stop::Suggestion(index)));
        stops.extend([Stop::Content, Stop::Remedies, Stop::RemedyWords, Stop::Restated, Stop::MoreMatter]);
        if self.more.matter {
            stops.extend([Stop::Place, Stop::Amount, Stop::WantedBy, Stop::Customers, Stop::Complexity]);
        }
        if self.form.kind == Kind::Complaint {
            stops.extend([Stop::Validity, Stop::Reason, Stop::Severity, Stop::Urgency]);
            stops.extend(if self.form.way() == Way::Dispatch { vec![Stop::Promise, Stop::Told] } else { Vec::new() });
            stops.extend([Stop::Safety, Stop::Media]);
        }
        match self.form.way() {
            Way::Dispatch => stops.extend([Stop::Department, Stop::Handler, Stop::Helpers]),
            Way::Reply => stops.extend([Stop::Answer, Stop::Method, Stop::Outcome]),
            Way::Solve => stops.extend([Stop::Solution, Stop::Satisfied]),
        }
        stops.extend(self.stops_beside());
        stops.extend([Stop::Clear, Stop::Solve, Stop::RegisterOnly, Stop::Primary]);
        stops
    }

    /// The stops of the right pane.
    fn stops_beside(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        for (index, (_, likeness)) in (0..).zip(&self.found.candidates) {
            if self.found.decision(&self.form, index).is_none() {
                stops.push(Stop::Link(index));
                stops.extend(caller::may_be_same(*likeness).then_some(Stop::Same(index)));
            }
            stops.push(Stop::Apart(index));
        }
        if self.found.by == By::Tail || self.found.callers.len() > 1 {
            stops.extend((0..).zip(&self.found.callers).map(|(index, _)| Stop::Caller(index)));
        }
        let history = (0..).zip(&self.found.history).take(caller::MOST_HISTORY);
        stops.extend(history.map(|(index, _)| Stop::History(index)));
        stops
    }

    fn go(&mut self, env: &Env<'_>, stop: Stop) -> Task<Message> {
        self.settle(env, stop);
        self.close_lookups(stop);
        if stop.section().is_some() {
            self.ring.go(stop).chain(reveal(FORM, stop.id()))
        } else {
            self.ring.go(stop).chain(reveal(caller::PANE, stop.id()))
        }
    }

    fn step(&mut self, env: &Env<'_>, step: Step) -> Task<Message> {
        let stops = self.stops(env);
        let mut ring = self.ring;
        let _moved: Task<Message> = ring.step(&stops, step);
        ring.at().map_or_else(Task::none, |it| self.go(env, it))
    }

    /// What was typed as `+2` stands still once the keyboard has left.
    fn settle(&mut self, env: &Env<'_>, next: Stop) {
        if let Some(before) = self.ring.at().filter(|it| *it != next) {
            self.form.settle(env, before);
        }
    }

    fn close_lookups(&mut self, stop: Stop) {
        let all = [
            (Stop::Category, &mut self.lookups.category),
            (Stop::Department, &mut self.lookups.department),
            (Stop::Handler, &mut self.lookups.handler),
            (Stop::Helpers, &mut self.lookups.helpers),
            (Stop::MoreChannels, &mut self.lookups.channels),
        ];
        for (it, lookup) in all {
            if it != stop {
                *lookup = lookup::Lookup::Closed;
            }
        }
    }

    fn focus_found(&mut self, env: &Env<'_>, step: Option<Step>, id: Option<&Id>) -> Effect<Message, Action> {
        let stops = self.stops(env);
        if let Some(at) = stops.iter().copied().find(|it| id == Some(&it.id())) {
            self.settle(env, at);
            self.close_lookups(at);
            self.ring.found(&stops, id);
        }
        match step {
            Some(step) => self.step(env, step).into(),
            None => Effect::none(),
        }
    }

    fn leave(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if let Some(at) = self.ring.at() {
            self.form.settle(env, at);
        }
        self.ring.leave().into()
    }

    fn step_section(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let sections = self.sections();
        let here = self.ring.at().and_then(Stop::section);
        let here = here.and_then(|it| sections.iter().position(|section| *section == it));
        let to = match (here, step) {
            (Some(here), Step::Next) => (here + 1) % sections.len(),
            (Some(here), Step::Previous) => (here + sections.len() - 1) % sections.len(),
            (None, Step::Next) => 0,
            (None, Step::Previous) => sections.len() - 1,
        };
        self.open_section(env, sections[to])
    }

    fn open_section(&mut self, env: &Env<'_>, section: Section) -> Effect<Message, Action> {
        let stops = self.stops(env);
        let first = stops.iter().copied().find(|it| it.section() == Some(section) && *it != Stop::Kind);
        match first {
            Some(stop) => self.go(env, stop).into(),
            None => Effect::none(),
        }
    }

    fn sections(&self) -> Vec<Section> {
        let judged = |it: &Section| *it != Section::Judgement || self.form.kind == Kind::Complaint;
        Section::ALL.into_iter().filter(judged).collect()
    }

    /// What stands in the way of sending, undecided repeats after the fields.
    fn gaps(&self, env: &Env<'_>, sending: Sending) -> Vec<Stop> {
        let mut gaps = self.form.gaps(env, sending);
        if sending == Sending::Whole(Way::Dispatch) {
            gaps.extend(self.found.undecided(&self.form).into_iter().map(Stop::Link));
        }
        gaps
    }

    /// To the gap after the place where the keyboard is, round at the end.
    fn go_to_gap(&mut self, env: &Env<'_>, sending: Sending) -> Effect<Message, Action> {
        self.tried = true;
        let gaps = self.gaps(env, sending);
        let after = self.ring.at().and_then(|at| gaps.iter().copied().find(|it| at < *it));
        let next = after.or_else(|| gaps.first().copied()).unwrap_or(Stop::Primary);
        self.show_stop(next);
        self.go(env, next).into()
    }

    /// A gap in a rarer field brings it into sight.
    fn show_stop(&mut self, stop: Stop) {
        let caller = [Stop::Organisation, Stop::Region, Stop::Address, Stop::Card, Stop::Preference, Stop::Rests];
        self.more.caller |= caller.contains(&stop);
        let matter = [Stop::Place, Stop::Amount, Stop::WantedBy, Stop::Customers, Stop::Complexity];
        self.more.matter |= matter.contains(&stop);
    }
}

/// Sending.
impl State {
    fn send(&mut self, env: &Env<'_>, sending: Sending) -> Effect<Message, Action> {
        if self.sent.is_some() {
            return Effect::none();
        }
        if let Some(at) = self.ring.at() {
            self.form.settle(env, at);
        }
        if let Some(gap) = self.gaps(env, sending).first().copied() {
            self.tried = true;
            self.show_stop(gap);
            return self.go(env, gap).into();
        }
        match self.form.request(env, sending) {
            Some(request) => self.carry_out(env, request, sending),
            None => Effect::none(),
        }
    }

    fn carry_out(&mut self, env: &Env<'_>, request: Request, sending: Sending) -> Effect<Message, Action> {
        let ticket = self.tickets.draw();
        self.sent = Some(sending);
        self.trouble = None;
        let kept = request.clone();
        Effect::perform(env.desk.act(request), move |outcome| Message::Acted(ticket, Box::new((kept, outcome))))
    }

    /// The very same press: were it written after all, it is not written twice.
    fn retry(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        match self.trouble.take() {
            Some(trouble) => self.carry_out(env, trouble.request, trouble.sending),
            None => Effect::none(),
        }
    }

    fn acted(
        &mut self,
        env: &Env<'_>,
        ticket: Ticket,
        (request, outcome): (Request, Result<Done, Refused>),
    ) -> Effect<Message, Action> {
        let Some(sending) = self.sent.take_if(|_| self.tickets.is_current(ticket)) else { return Effect::none() };
        match outcome {
            Ok(done) => {
                let said = done.complaint().map(|id| self.said(env, id, sending));
                self.start_anew(env);
                let focus = self.go(env, Stop::Phone);
                match said {
                    Some(said) => Effect::task(focus).and_action(Action::Say(said)),
                    None => Effect::task(focus),
                }
            }
            Err(refused) => {
                self.trouble = Some(Trouble { refused, request, sending });
                Effect::none()
            }
        }
    }

    /// Verb, object, result; a dispatch can be taken back until it is accepted.
    fn said(&self, env: &Env<'_>, id: ComplaintId, sending: Sending) -> Said {
        let (texts, number) = (env.texts, id.short());
        match sending {
            Sending::RegisterOnly => Said { words: texts.intake_said_registered(number), undo: None },
            Sending::Whole(Way::Reply) => Said { words: texts.intake_said_replied(number), undo: None },
            Sending::Whole(Way::Solve) => Said { words: texts.intake_said_solved(number), undo: None },
            Sending::Whole(Way::Dispatch) => {
                let orders = self.form.helpers.iter().filter(|it| matches!(it, Helper::Department(_))).count();
                let orders = u16::try_from(orders).unwrap_or_default() + 1;
                let undo = Message::RecallAsked(id, orders);
                Said {
                    words: texts.intake_said_dispatched(number, self.recipient(env)),
                    undo: Some(Box::new(super::Message::Intake(undo))),
                }
            }
        }
    }

    /// 苏禾（质检部）; where a manager passes it on, that manager.
    fn recipient(&self, env: &Env<'_>) -> String {
        let office = env.office();
        let department = self.form.department.and_then(|it| office.department(it)).map(|it| it.name.as_str());
        let department = department.unwrap_or_default();
        let via = self.form.category.map(|it| office.responsible(it).route);
        let person = match via {
            Some(Route::ViaManager(it)) if it != env.me && self.form.handler != Some(it) => Some(it),
            Some(Route::ViaManager(_) | Route::Direct) | None => self.form.handler,
        };
        match person {
            Some(person) => env.texts.intake_recipient(department, env.texts.person(office, person)),
            None => department.to_owned(),
        }
    }

    fn recall(env: &Env<'_>, id: ComplaintId, orders: u16) -> Effect<Message, Action> {
        let Ok(reason) = Line::new(env.texts.intake_recall_reason()) else { return Effect::none() };
        let command = |no| Command::Recall { order: OrderNo(no), reason: reason.clone() };
        let request =
            (2..=orders).fold(Request::complaint(env.me, id, command(1)), |request, no| request.then(command(no)));
        Effect::perform(env.desk.act(request), move |outcome| Message::Recalled(id, outcome))
    }

    fn recalled(env: &Env<'_>, id: ComplaintId, outcome: &Result<Done, Refused>) -> Effect<Message, Action> {
        let words = match outcome {
            Ok(_) => env.texts.intake_said_recalled(id.short()),
            Err(refused) => env.texts.intake_not_recalled(id.short(), env.texts.refused(refused, env.office())),
        };
        Effect::action(Action::Say(Said { words, undo: None }))
    }
}
