//! 回访: queue, prompter, record (UI.md 5.5; E01–E20, K01–K14, X9, X13).
//!
//! The call is a fact: 拨打 is written before anybody talks, and the stopwatch runs from that fact. What saving will
//! bring about is asked of the rules and shown before it is saved.

mod form;
mod prompter;
mod queue;
mod quiet;
mod record;
mod sheet;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDateTime};
use iced::{
    Length, Task,
    keyboard::key::Named,
    widget::{Id, column, row, text_editor},
};

use self::form::{Again, Call, Field, Form};
pub use self::form::{Reason, Solved};
use super::{Action, Said};
use crate::app::{Done, Refused, Request};
use crate::books::callbacks::Waiting;
use crate::books::standing::View;
use crate::domain::complaint::terms::{CallOutcome, ContactMethod, Satisfaction};
use crate::domain::complaint::{self, Command, Complaint, Verb};
use crate::domain::id::{ComplaintId, DepartmentId};
use crate::domain::record::Recorded;
use crate::domain::text::{Line, Text};
use crate::ui::effect::Effect;
use crate::ui::env::{Cloak, Env, Room};
use crate::ui::icon;
use crate::ui::keys::{Field as Heard, Press, Shortcut};
use crate::ui::part::form::{FocusRing, Meant, Step, Stop as _, is_meant};
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Empty, empty, line_down};

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    tab: Tab,
    chosen: Option<ComplaintId>,
    form: Form,
    /// What was begun for others.
    parked: BTreeMap<ComplaintId, Form>,
    reading: Reading,
    panel: Panel,
    ring: FocusRing<Stop>,
    pending: Option<Pending>,
    refused: Option<Refused>,
}

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// 待回访
    #[default]
    Waiting,
    /// 已完成, today.
    Done,
}

/// Where in the script the caller is.
#[derive(Debug, Default)]
struct Reading {
    /// The line being read.
    line: usize,
    /// 换一种说法: how often, a line.
    turns: BTreeMap<usize, usize>,
}

/// A small form over the screen's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Panel {
    #[default]
    None,
    /// 改约…
    Appoint { at: String, words: String },
    /// 紧急拨打…
    Urgent { reason: String },
    /// 改派其他部门…
    Departments,
}

/// What was asked of the desk and is not answered yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pending {
    Dial,
    Save,
    Appoint,
}

/// Where the keyboard can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// 接通情况
    Outcome,
    /// 结果满意度
    Result,
    /// 过程满意度
    Process,
    /// 不满意原因
    Reasons,
    /// 意见建议
    Suggestions,
    /// 问题已解决
    Solved,
    /// 新问题
    NewProblem,
    /// 方便时间
    Convenient,
    /// What came of an attempt that reached nobody.
    Remark,
    /// 是否重新派单
    Again,
    /// Why.
    Note,
    /// 保存并下一位
    Save,
    /// The time of an appointment.
    At,
    /// A remark to it.
    Words,
    /// Why it is urgent.
    Urgent,
}

impl crate::ui::part::form::Stop for Stop {
    fn id(self) -> Id {
        Id::from(format!("callback-{self:?}"))
    }
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a list.
    TabChosen(Tab),
    /// Chose a customer.
    Chosen(ComplaintId),
    /// 拨打
    Dialled(ContactMethod),
    /// 挂断
    HungUp,
    /// Opened or closed 改约….
    AppointToggled,
    /// Opened or closed 紧急拨打….
    UrgentToggled,
    /// Opened or closed 改派其他部门….
    DepartmentsToggled,
    /// Took an offered time.
    TimeOffered(NaiveDateTime),
    /// 约定
    Appointed,
    /// 下一句
    Next,
    /// 上一句
    Previous,
    /// 换一种说法
    Rephrased,
    /// 接通情况
    OutcomeChosen(CallOutcome),
    /// 结果满意度
    ResultChosen(Satisfaction),
    /// 过程满意度
    ProcessChosen(Satisfaction),
    /// 不满意原因
    ReasonToggled(Reason),
    /// 意见建议
    Suggested(text_editor::Action),
    /// 问题已解决
    SolvedChosen(Solved),
    /// A one-line field.
    Typed(Stop, String),
    /// 是否重新派单
    AgainChosen(Again),
    /// One more or less department.
    DepartmentToggled(DepartmentId),
    /// 保存并下一位
    Saved,
    /// The desk answered.
    Acted(ComplaintId, Box<Result<Done, Refused>>),
    /// Tab.
    Stepped(Step),
    /// Esc.
    Left,
    /// Arrows in the queue.
    Moved(Step),
    /// Goes to the case.
    Opened(ComplaintId),
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::TabChosen(tab) => self.tab = tab,
            Message::Chosen(id) => self.choose(Some(id)),
            Message::Dialled(method) => return self.dial(env, method),
            Message::HungUp => self.form.hung_up = Some(env.now),
            Message::AppointToggled => return self.toggle_appoint(env),
            Message::UrgentToggled => return self.toggle_urgent(),
            Message::DepartmentsToggled => {
                self.panel = if self.panel == Panel::Departments { Panel::None } else { Panel::Departments };
            }
            Message::TimeOffered(at) => self.panel = appointment(at),
            Message::Appointed => return self.appoint(env),
            Message::Next => self.read(env, 1),
            Message::Previous => self.reading.line = self.reading.line.saturating_sub(1),
            Message::Rephrased => *self.reading.turns.entry(self.reading.line).or_default() += 1,
            Message::OutcomeChosen(outcome) => self.form.outcome = Some(outcome),
            Message::ResultChosen(result) => self.answer(env, result),
            Message::ProcessChosen(process) => self.form.process = Some(process),
            Message::ReasonToggled(reason) => toggle(&mut self.form.reasons, reason),
            Message::Suggested(action) => self.suggest(action),
            Message::SolvedChosen(solved) => self.form.solved = Some(solved),
            Message::Typed(stop, text) => self.write(env, stop, &text),
            Message::AgainChosen(again) => self.form.again = again,
            Message::DepartmentToggled(department) => toggle(&mut self.form.departments, department),
            Message::Saved => return self.save(env),
            Message::Acted(id, reply) => return self.acted(env, id, *reply),
            Message::Stepped(step) => return self.ring.step(&self.stops(env), step).into(),
            Message::Left => return self.leave(),
            Message::Moved(step) => self.move_cursor(env, step),
            Message::Opened(id) => return Effect::action(Action::Show(super::Place::Handling, id)),
        }
        Effect::none()
    }

    /// The case that is looked at.
    #[must_use]
    pub fn selected(&self) -> Option<ComplaintId> {
        self.chosen
    }

    /// The screen was opened: a call that goes on comes first, then the first who waits.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if let Some(id) = env.books.on_the_phone(view_of(env)) {
            self.choose(Some(id));
        } else if self.case(env).is_none() {
            self.choose(next_of(env, None));
        }
        Effect::none()
    }

    /// A complaint was asked for from another screen.
    pub fn show(&mut self, _env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        self.tab = Tab::Waiting;
        self.choose(Some(id));
        Effect::none()
    }

    /// The log told facts; the books have taken them over already.
    pub fn told(&mut self, env: &Env<'_>, _facts: &[Recorded]) -> Effect<Message, Action> {
        // Somebody else may have finished the chosen one; what was written for it stays parked.
        if self.case(env).is_none() && self.pending.is_none() {
            self.choose(next_of(env, None));
        }
        Effect::none()
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let (left, right) = match env.room() {
            Room::Ample => (284.0, 352.0),
            Room::Tight => (236.0, 312.0),
        };
        let queue = queue::view(self, env, left);
        let Some(waiting) = self.waiting(env) else {
            let nobody = empty(Empty {
                tone: Tone::Success,
                icon: icon::PHONE_CALL,
                title: env.texts.call_empty_title().into(),
                words: env.texts.call_empty_words().into(),
                actions: Vec::new(),
            });
            return row![queue, line_down(), nobody].into();
        };
        let middle_width = env.window.width - left - right - rail(env);
        let middle = column![
            sheet::head(self, env, &waiting, middle_width),
            if waiting.complaint.open_call().is_none() && waiting.handled_by_viewer {
                quiet::handler(env, &waiting)
            } else if waiting.complaint.open_call().is_none() && waiting.quiet_until.is_some() {
                quiet::resting(self, env, &waiting)
            } else {
                prompter::view(self, env, &waiting, middle_width)
            },
        ]
        .width(Length::Fill);
        let side = if is_mine(env, waiting.complaint) {
            record::view(self, env, &waiting, right)
        } else {
            sheet::summary(self, env, &waiting, right)
        };
        row![queue, line_down(), middle, line_down(), side].into()
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        let waiting = env.books.callbacks(view_of(env));
        let today = env.today();
        let due = |it: &&Waiting<'_>| it.clock.is_some_and(|it| env.calendar().day_of(it.clock.due) <= today);
        let members = waiting.iter().filter(|it| it.complaint.is_member()).count();
        env.texts.call_summary(waiting.iter().filter(due).count(), members, waiting.len())
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if let Some(step) = Step::of(press) {
            return Some(Message::Stepped(step));
        }
        let named = |named| Shortcut::named(named).matches(press);
        let calling = self.case(env).is_some_and(|it| is_mine(env, it));
        if Shortcut::named(Named::Enter).with_command().matches(press) {
            return match self.panel {
                Panel::Appoint { .. } => Some(Message::Appointed),
                Panel::Urgent { .. } => Some(Message::Dialled(ContactMethod::Phone)),
                Panel::None | Panel::Departments if calling => Some(Message::Saved),
                Panel::None | Panel::Departments => None,
            };
        }
        if named(Named::Escape) {
            return Some(Message::Left);
        }
        if calling && let Some(answer) = answer_of(press) {
            return Some(Message::ResultChosen(answer));
        }
        if press.field() == Heard::Took {
            return None;
        }
        if named(Named::ArrowDown) {
            return Some(Message::Moved(Step::Next));
        }
        if named(Named::ArrowUp) {
            return Some(Message::Moved(Step::Previous));
        }
        if named(Named::Space) {
            return Some(Message::Next);
        }
        if named(Named::ArrowLeft) {
            return Some(Message::Previous);
        }
        if named(Named::Enter) && self.ring.at() == Some(Stop::Save) {
            return Some(Message::Saved);
        }
        if !calling || press.is_repeated() {
            return None;
        }
        let digit = usize::try_from(press.alone()?.to_digit(10)?).ok()?.checked_sub(1)?;
        self.digit(digit)
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second: a call that goes on.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        self.form.hung_up.is_none() && self.case(env).is_some_and(|it| is_mine(env, it))
    }

    fn digit(&self, index: usize) -> Option<Message> {
        let satisfaction = || Satisfaction::ALL.get(index).copied();
        match self.ring.at() {
            Some(Stop::Outcome) => CallOutcome::ALL.get(index).copied().map(Message::OutcomeChosen),
            Some(Stop::Process) => satisfaction().map(Message::ProcessChosen),
            Some(Stop::Reasons) => Reason::ALL.get(index).copied().map(Message::ReasonToggled),
            Some(Stop::Solved) => [Solved::Yes, Solved::No].get(index).copied().map(Message::SolvedChosen),
            Some(Stop::Again) => [Again::No, Again::Yes].get(index).copied().map(Message::AgainChosen),
            None
            | Some(
                Stop::Result
                | Stop::Suggestions
                | Stop::NewProblem
                | Stop::Convenient
                | Stop::Remark
                | Stop::Note
                | Stop::Save
                | Stop::At
                | Stop::Words
                | Stop::Urgent,
            ) => satisfaction().map(Message::ResultChosen),
        }
    }

    /// The chosen complaint while it waits for its callback.
    fn case<'a>(&self, env: &Env<'a>) -> Option<&'a Complaint> {
        let it = env.books.complaint(self.chosen?)?;
        (it.stage == complaint::Stage::ToCallBack).then_some(it)
    }

    fn waiting<'a>(&self, env: &Env<'a>) -> Option<Waiting<'a>> {
        let chosen = self.chosen?;
        env.books.callbacks(view_of(env)).into_iter().find(|it| it.complaint.id == chosen)
    }

    /// Turns to a complaint; what was written for the one before is kept.
    fn choose(&mut self, id: Option<ComplaintId>) {
        if self.chosen == id {
            return;
        }
        let form = id.and_then(|it| self.parked.remove(&it)).unwrap_or_default();
        let before = std::mem::replace(&mut self.form, form);
        if let Some(id) = self.chosen.filter(|_| !before.is_blank()) {
            self.parked.insert(id, before);
        }
        self.chosen = id;
        self.reading = Reading::default();
        self.panel = Panel::None;
        self.refused = None;
        self.ring = FocusRing::default();
    }

    fn move_cursor(&mut self, env: &Env<'_>, step: Step) {
        let queue = env.books.callbacks(view_of(env));
        let here = queue.iter().position(|it| Some(it.complaint.id) == self.chosen);
        let next = match (here, step) {
            (None, _) => Some(0),
            (Some(here), Step::Next) => Some(here + 1),
            (Some(here), Step::Previous) => here.checked_sub(1),
        };
        if let Some(waiting) = next.and_then(|it| queue.get(it)) {
            self.choose(Some(waiting.complaint.id));
        }
    }

    fn act(&mut self, env: &Env<'_>, pending: Pending, request: Request) -> Effect<Message, Action> {
        let Some(id) = self.chosen.filter(|_| self.pending.is_none()) else { return Effect::none() };
        self.pending = Some(pending);
        self.refused = None;
        Effect::perform(env.desk.act(request), move |reply| Message::Acted(id, Box::new(reply)))
    }

    fn dial(&mut self, env: &Env<'_>, method: ContactMethod) -> Effect<Message, Action> {
        let Some(id) = self.chosen else { return Effect::none() };
        let urgent = match &self.panel {
            Panel::Urgent { reason } => match Line::new(reason) {
                Ok(reason) => Some(reason),
                Err(_) => return self.ring.go(Stop::Urgent).into(),
            },
            Panel::None | Panel::Appoint { .. } | Panel::Departments => None,
        };
        self.act(env, Pending::Dial, Request::complaint(env.me, id, Command::Dial { method, urgent }))
    }

    fn toggle_appoint(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if matches!(self.panel, Panel::Appoint { .. }) {
            self.panel = Panel::None;
            return Effect::none();
        }
        let Some(first) = self.case(env).and_then(|it| quiet::offers(env, it).first().copied()) else {
            return Effect::none();
        };
        self.panel = appointment(first);
        self.refused = None;
        self.ring.go(Stop::At).into()
    }

    fn toggle_urgent(&mut self) -> Effect<Message, Action> {
        if matches!(self.panel, Panel::Urgent { .. }) {
            self.panel = Panel::None;
            return Effect::none();
        }
        self.panel = Panel::Urgent { reason: String::new() };
        self.refused = None;
        self.ring.go(Stop::Urgent).into()
    }

    /// E15. An attempt that reached nobody is recorded with it, in one.
    fn appoint(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let (Some(complaint), Panel::Appoint { at, words }) = (self.case(env), &self.panel) else {
            return Effect::none();
        };
        let Some(at) = time_of(at) else { return self.ring.go(Stop::At).into() };
        let command = Command::Appoint { at: env.calendar().moment(at), words: Text::new(words).ok() };
        let record = self.form.is_unreached().then(|| self.recorded(env, complaint)).flatten();
        let request = match record {
            Some(record) => Request::complaint(env.me, complaint.id, record).then(command),
            None => Request::complaint(env.me, complaint.id, command),
        };
        self.act(env, Pending::Appoint, request)
    }

    fn recorded(&self, env: &Env<'_>, complaint: &Complaint) -> Option<Command> {
        let call = Call::of(complaint, self.form.hung_up.unwrap_or(env.now))?;
        let record = self.form.record(env.texts, env.office(), &call)?;
        Some(Command::RecordCallback(Box::new(record)))
    }

    /// 保存并下一位: one request, or the first gap.
    fn save(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(complaint) = self.case(env).filter(|it| is_mine(env, it)) else { return Effect::none() };
        if let Some(gap) = self.form.gap() {
            return self.ring.go(stop_of(gap)).into();
        }
        match self.recorded(env, complaint) {
            Some(command) => self.act(env, Pending::Save, Request::complaint(env.me, complaint.id, command)),
            None => Effect::none(),
        }
    }

    fn acted(&mut self, env: &Env<'_>, id: ComplaintId, reply: Result<Done, Refused>) -> Effect<Message, Action> {
        let pending = self.pending.take();
        let done = match reply {
            Ok(done) => done,
            Err(refused) => {
                self.refused = Some(refused);
                return Effect::none();
            }
        };
        self.panel = Panel::None;
        let number = id.short();
        let words = match pending {
            None | Some(Pending::Dial) => return Effect::none(),
            Some(Pending::Appoint) => {
                if self.form.is_unreached() {
                    self.form = Form::default();
                }
                env.texts.call_said_appointed(number)
            }
            Some(Pending::Save) => {
                let next = next_of(env, Some(id));
                self.choose(next);
                self.parked.remove(&id);
                if next.is_none() {
                    self.form = Form::default();
                }
                env.texts.call_said_saved(number, env.texts.time_to_the_second(env.local(done.at).time()))
            }
        };
        let leave: Task<Message> = self.ring.leave();
        Effect::action(Action::Say(Said { words, undo: None })).and_task(leave)
    }

    /// The answer chooses the branch of the script, and that somebody answered is known by it.
    fn answer(&mut self, env: &Env<'_>, result: Satisfaction) {
        self.form.result = Some(result);
        self.form.outcome = Some(CallOutcome::Reached);
        if let Some(question) = prompter::question(env)
            && self.reading.line <= question
        {
            self.reading.line = question + 1;
        }
    }

    fn read(&mut self, env: &Env<'_>, lines: usize) {
        let last = prompter::length(env, self.form.result).saturating_sub(1);
        self.reading.line = (self.reading.line + lines).min(last);
    }

    fn suggest(&mut self, action: text_editor::Action) {
        self.ring.found(&[Stop::Suggestions], Some(&Stop::Suggestions.id()));
        self.form.suggestions.perform(action);
        let text = self.form.suggestions.text();
        if LONGEST_PROSE < text.trim_end().chars().count() {
            let kept: String = text.chars().take(LONGEST_PROSE).collect();
            self.form.suggestions = text_editor::Content::with_text(&kept);
        }
    }

    fn write(&mut self, env: &Env<'_>, stop: Stop, text: &str) {
        self.ring.found(&[stop], Some(&stop.id()));
        let field = match (stop, &mut self.panel) {
            (Stop::NewProblem, _) => &mut self.form.new_problem,
            (Stop::Convenient, _) => &mut self.form.convenient,
            (Stop::Remark, _) => &mut self.form.remark,
            (Stop::Note, _) => &mut self.form.note,
            (Stop::At, Panel::Appoint { at, .. }) => at,
            (Stop::Words, Panel::Appoint { words, .. }) => words,
            (Stop::Urgent, Panel::Urgent { reason }) => reason,
            (
                Stop::Outcome
                | Stop::Result
                | Stop::Process
                | Stop::Reasons
                | Stop::Suggestions
                | Stop::Solved
                | Stop::Again
                | Stop::Save
                | Stop::At
                | Stop::Words
                | Stop::Urgent,
                _,
            ) => return,
        };
        if is_meant(env, field, text) == Meant::Yes {
            *field = text.chars().take(LONGEST_LINE).collect();
        }
    }

    fn leave(&mut self) -> Effect<Message, Action> {
        self.panel = Panel::None;
        self.ring.leave().into()
    }

    /// The stops that can be used now, in reading order.
    fn stops(&self, env: &Env<'_>) -> Vec<Stop> {
        let panel: &[Stop] = match self.panel {
            Panel::Appoint { .. } => &[Stop::At, Stop::Words],
            Panel::Urgent { .. } => &[Stop::Urgent],
            Panel::None | Panel::Departments => &[],
        };
        if !self.case(env).is_some_and(|it| is_mine(env, it)) {
            return panel.to_vec();
        }
        let mut stops = vec![Stop::Outcome];
        if self.form.is_unreached() {
            stops.push(Stop::Remark);
        } else {
            stops.extend([Stop::Result, Stop::Process]);
            if self.form.result != Some(Satisfaction::Satisfied) {
                stops.push(Stop::Reasons);
            }
            stops.extend([Stop::Suggestions, Stop::Solved, Stop::NewProblem, Stop::Convenient]);
            if self.form.asks_again() {
                stops.push(Stop::Again);
            }
            if self.form.asks_again() && self.form.again == Again::Yes {
                stops.push(Stop::Note);
            }
        }
        stops.extend(panel);
        stops.push(Stop::Save);
        stops
    }
}

/// A one-line text of the domain.
const LONGEST_LINE: usize = 200;
/// A text of several lines.
const LONGEST_PROSE: usize = 4_000;

fn appointment(at: NaiveDateTime) -> Panel {
    Panel::Appoint { at: at.format("%Y-%m-%d %H:%M").to_string(), words: String::new() }
}

/// `2026-03-13 14:30`, as it is offered and typed.
fn time_of(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim().replace('：', ":").replace('/', "-");
    NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M").ok()
}

/// F2, F3, F4 anywhere.
fn answer_of(press: &Press) -> Option<Satisfaction> {
    let keys = [Named::F2, Named::F3, Named::F4];
    let index = keys.into_iter().position(|it| Shortcut::named(it).matches(press))?;
    Satisfaction::ALL.get(index).copied()
}

fn stop_of(field: Field) -> Stop {
    match field {
        Field::Outcome => Stop::Outcome,
        Field::Result => Stop::Result,
        Field::Process => Stop::Process,
        Field::Reasons => Stop::Reasons,
        Field::Suggestions => Stop::Suggestions,
        Field::Solved => Stop::Solved,
        Field::Note => Stop::Note,
    }
}

fn toggle<T: PartialEq>(all: &mut Vec<T>, one: T) {
    match all.iter().position(|it| *it == one) {
        Some(place) => drop(all.remove(place)),
        None => all.push(one),
    }
}

fn view_of(env: &Env<'_>) -> View {
    View { viewer: env.me, now: env.now }
}

/// The first of the queue who can be called by the viewer, other than the one that was just done.
fn next_of(env: &Env<'_>, but: Option<ComplaintId>) -> Option<ComplaintId> {
    let queue = env.books.callbacks(view_of(env));
    let others = || queue.iter().filter(|it| Some(it.complaint.id) != but);
    let ready = others().find(|it| it.quiet_until.is_none() && !it.handled_by_viewer);
    ready.or_else(|| others().next()).map(|it| it.complaint.id)
}

/// Whether the viewer is on the phone with this customer.
fn is_mine(env: &Env<'_>, complaint: &Complaint) -> bool {
    complaint.open_call().is_some_and(|it| it.dialled.by == env.me)
}

/// How a customer is addressed on this screen.
fn customer(env: &Env<'_>, complaint: &Complaint) -> String {
    match env.cloak {
        Cloak::Off => env.texts.customer(&complaint.details.complainant),
        Cloak::On => env.texts.customer_cloaked().to_owned(),
    }
}

/// Whether the viewer may do it here and now; why not otherwise.
fn why_not(env: &Env<'_>, complaint: &Complaint, verb: Verb) -> Option<String> {
    let rejection = complaint::may(&env.ctx(), complaint, verb, None).err()?;
    Some(env.texts.complaint_refused(&rejection, env.office()))
}

/// How much the rail takes.
fn rail(env: &Env<'_>) -> f32 {
    match env.room() {
        Room::Ample => 204.0,
        Room::Tight => 56.0,
    }
}

/// Some times to offer: as soon as the customer may be called, and the next two days.
fn days_ahead(env: &Env<'_>, days: u64) -> Option<NaiveDateTime> {
    env.today().checked_add_days(Days::new(days))?.and_hms_opt(10, 0, 0)
}
