//! 回访: queue, prompter, record (UI.md 5.5; E01–E20, K01–K14, X9, X13).
//!
//! The call is a fact: 拨打 is written before anybody talks, and the stopwatch runs from that fact. What saving will
//! bring about is asked of the rules and shown before it is saved.

mod doing;
mod done;
mod form;
mod keys;
mod meanwhile;
mod phrasing;
mod prompter;
mod queue;
mod quiet;
mod record;
mod share;
mod sheet;
mod view;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDateTime};
use iced::widget::text_editor;

use self::form::{Again, Consequence, Field, Form};
pub use self::form::{Reason, Solved};
pub use self::keys::Stop;
use self::queue::next_of;
pub use self::share::Batch;
use super::Action;
use crate::app::{Done, Refused, Several};
use crate::books::callbacks::Waiting;
use crate::books::standing::View;
use crate::domain::complaint::terms::{CallOutcome, ContactMethod, Satisfaction};
use crate::domain::complaint::{self, Complaint, Verb};
use crate::domain::id::{ComplaintId, DepartmentId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::record::{Recorded, Version};
use crate::ui::effect::Effect;
use crate::ui::env::{Cloak, Env};
use crate::ui::part::conflict::Side;
use crate::ui::part::form::{FocusRing, Step, toggled};
use crate::ui::part::phrases::{self, Phrases};
use crate::ui::part::phrasing::Phrasing as _;

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
    /// What the record that is being saved brings about, as the rules said when it was sent.
    brings: Option<Consequence>,
    refused: Option<Refused>,
    /// By which means it was dialled last.
    last_dialled: Option<ContactMethod>,
    /// A wish that came too late, and the version that it has to wait for.
    overtaken: Option<(Pending, Version)>,
    /// What others did to what is being written.
    conflict: Option<meanwhile::Conflict>,
    /// 全部, 我的, 未分配
    whose: Whose,
    /// 批量分配, while it is open.
    sharing: Option<share::Sharing>,
    /// 常用语
    phrases: Phrases<Stop>,
    /// 礼仪六不
    manners: Manners,
    /// The call of today that is looked at again.
    looked: Option<(ComplaintId, u16)>,
}

/// Whether the six don'ts are in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Manners {
    /// They are.
    Shown,
    /// They are not.
    #[default]
    Folded,
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

/// Whose callbacks are listed, where they were given to anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Whose {
    /// 全部
    #[default]
    All,
    /// 我的, those of whom the viewer stands in for among them.
    Mine,
    /// 未分配
    Nobodys,
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
    Share,
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
    /// 14:00 提醒我
    RemindAsked(ComplaintId, Moment),
    /// Not any more.
    RemindDropped(ComplaintId),
    /// 全部, 我的, 未分配
    WhoseChosen(Whose),
    /// Opened or closed 批量分配.
    ShareToggled,
    /// A callback is given out with the others, or not.
    Ticked(ComplaintId),
    /// All of them, or none.
    AllTicked,
    /// Somebody gets some, or not.
    CallerTurned(PersonId),
    /// 分配 n 件
    Shared,
    /// 收回
    Withdrawn,
    /// The desk answered for each.
    SharedAll(Batch, Box<Several<ComplaintId>>),
    /// 撤销: who had each before.
    ShareTakenBack(Vec<(ComplaintId, Option<PersonId>)>),
    /// 查看差别
    DifferenceTurned,
    /// 用我的, 用新的
    Resolved(Side),
    /// 存为内部备注
    KeptAsNote,
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
    /// Goes to the customer's file.
    CustomerOpened(ComplaintId),
    /// 礼仪六不
    MannersTurned,
    /// 常用语
    Phrases(phrases::Message),
    /// Looks at a call of today again: of which complaint, and which of its calls, from 0.
    Looked(ComplaintId, u16),
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::TabChosen(tab) => self.tab = tab,
            Message::RemindAsked(id, at) => return Self::remind(env, id, Some(at)),
            Message::RemindDropped(id) => return Self::remind(env, id, None),
            Message::WhoseChosen(whose) => self.whose = whose,
            Message::ShareToggled => return self.toggle_sharing(env),
            Message::Ticked(id) => return self.tick(env, id),
            Message::AllTicked => return self.tick_all(env),
            Message::CallerTurned(person) => return self.turn_caller(env, person),
            Message::Shared => return self.share(env),
            Message::Withdrawn => return self.withdraw(env),
            Message::SharedAll(batch, several) => return self.shared(env, batch, &several),
            Message::ShareTakenBack(before) => return self.unshare(env, before),
            Message::DifferenceTurned => self.conflict.iter_mut().for_each(meanwhile::Conflict::turn),
            Message::Resolved(side) => return self.resolve(env, side),
            Message::KeptAsNote => return self.keep_as_note(env),
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
            Message::ReasonToggled(reason) => toggled(&mut self.form.reasons, reason),
            Message::Suggested(action) => self.suggest(action),
            Message::SolvedChosen(solved) => self.form.solved = Some(solved),
            Message::Typed(stop, text) => self.write(env, stop, &text),
            Message::AgainChosen(again) => self.form.again = again,
            Message::DepartmentToggled(department) => toggled(&mut self.form.departments, department),
            Message::Saved => return self.save(env),
            Message::Acted(id, reply) => return self.acted(env, id, *reply),
            Message::Stepped(step) => return self.ring.step(&self.stops(env), step).into(),
            Message::Left => return self.leave(),
            Message::Moved(step) => self.move_cursor(env, step),
            Message::Phrases(it) => return self.phrase(env, it),
            Message::MannersTurned => {
                self.manners = match self.manners {
                    Manners::Shown => Manners::Folded,
                    Manners::Folded => Manners::Shown,
                };
            }
            Message::Looked(id, call) => self.looked = Some((id, call)),
            Message::CustomerOpened(id) => return Effect::action(Action::Show(super::Place::Customers, id)),
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
    pub fn told(&mut self, env: &Env<'_>, facts: &[Recorded]) -> Effect<Message, Action> {
        self.heed(env, facts);
        // Somebody else may have finished the chosen one; what was written for it stays parked.
        if self.case(env).is_none() && self.pending.is_none() && self.conflict.is_none() {
            self.choose(next_of(env, None));
        }
        self.settle(env)
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

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second: a call that goes on.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        self.form.hung_up.is_none() && self.case(env).is_some_and(|it| is_mine(env, it))
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

    /// The call that is looked at again, and which of the complaint's it is.
    fn looked_at<'a>(&self, env: &Env<'a>) -> Option<(&'a Complaint, usize)> {
        let (id, place) = self.looked?;
        let complaint = env.books.complaint(id)?;
        let place = usize::from(place);
        complaint.callbacks.get(place).map(|_| (complaint, place))
    }

    fn leave(&mut self) -> Effect<Message, Action> {
        self.panel = Panel::None;
        self.ring.leave().into()
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

fn view_of(env: &Env<'_>) -> View {
    View { viewer: env.me, now: env.now }
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

/// Some times to offer: as soon as the customer may be called, and the next two days.
fn days_ahead(env: &Env<'_>, days: u64) -> Option<NaiveDateTime> {
    env.today().checked_add_days(Days::new(days))?.and_hms_opt(10, 0, 0)
}
