//! 派给谁: what can be done about one case from the board, in a dock at its right edge.
//!
//! Which work it is follows from where the case stands: it is judged, answered, dispatched or passed on. What was typed
//! stays until it is done; a refusal takes nothing away.

mod deeds;
mod deeds_view;
mod forms;
mod submit;
mod targets;
mod view;

use iced::{Task, keyboard::key::Named, widget::Id, widget::text_editor};

use self::deeds::Deed;
use self::forms::{Dispatch, Exempt, Judge, Recall, Reply};
use self::targets::{Loads, Past, Pick};
use crate::app::{Done, Refused};
use crate::domain::clock::ClockKey;
use crate::domain::complaint::terms::{ContactMethod, ExemptionReason, ReturnReason, Validity};
use crate::domain::complaint::words::ReplyOutcome;
use crate::domain::complaint::{Command, Complaint, OrderStage, Stage, Verb, may};
use crate::domain::id::{CategoryId, ComplaintId, DepartmentId, OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::record::{Position, Version};
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{FocusRing, Step, Stop};
use crate::ui::part::memo::Memo;

pub use self::deeds::{Change, Kind};
pub(super) use self::deeds_view::sign;

/// The dock on one case.
#[derive(Debug)]
pub(super) struct Dock {
    id: ComplaintId,
    /// Others that are dispatched to the same place in one go.
    also: Vec<ComplaintId>,
    /// The target below a card that is carried.
    hot: Option<usize>,
    work: Work,
    ring: FocusRing<Seat>,
    sending: Sending,
    trouble: Option<Refused>,
    loads: Memo<(Position, Moment), Loads>,
    past: Memo<(Position, CategoryId), Past>,
}

/// For what the dock is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// What is due where the case stands.
    Due,
    /// 撤回 of a work order.
    Recall(OrderNo),
    /// 豁免.
    Exempt,
    /// Something else, on a work order where it is about one.
    Deed(Kind, Option<OrderNo>),
}

/// Whether a card is being carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carried {
    /// The targets wait for it.
    Yes,
    /// None is.
    No,
}

/// Whether this viewer may do it now.
pub(super) fn can(env: &Env<'_>, complaint: &Complaint, (verb, order): (Verb, Option<OrderNo>)) -> bool {
    may(&env.ctx(), complaint, verb, order).is_ok()
}

/// Whether the case can be dispatched or passed on from here.
pub(super) fn can_dispatch(env: &Env<'_>, complaint: &Complaint) -> bool {
    matches!(due(env, complaint), Work::Dispatch(_) | Work::Forward(..))
}

/// Whether nobody has it yet and it can be dispatched.
pub(super) fn can_dispatch_first(env: &Env<'_>, complaint: &Complaint) -> bool {
    matches!(complaint.stage, Stage::ToDispatch | Stage::Escalated) && can(env, complaint, (Verb::Dispatch, None))
}

/// What the dock would be for, with its icon; `None`: only to look.
pub(super) fn due_verb(env: &Env<'_>, complaint: &Complaint) -> Option<(Verb, Icon)> {
    match due(env, complaint) {
        Work::Dispatch(_) => Some((Verb::Dispatch, icon::SEND)),
        Work::Forward(..) => Some((Verb::Forward, icon::ROUTE)),
        Work::Judge(_) => Some((Verb::Judge, icon::SCALE)),
        Work::Reply(_) => Some((Verb::Reply, icon::MESSAGE_SQUARE_TEXT)),
        Work::Exempt(_) | Work::Recall(_) | Work::Deed(_) | Work::Look => None,
    }
}

/// Whether this viewer may say who tracks it.
pub(super) fn trackable(env: &Env<'_>, id: ComplaintId) -> bool {
    env.books.complaint(id).is_some_and(|it| can(env, it, (Verb::AssignTracking, None)))
}

/// Whether a clock runs that this viewer may exempt.
pub(super) fn may_exempt(env: &Env<'_>, complaint: &Complaint) -> bool {
    can(env, complaint, (Verb::Exempt, None)) && !forms::exemptible(complaint).is_empty()
}

/// The work order that can be recalled, if one can.
pub(super) fn recallable(env: &Env<'_>, complaint: &Complaint) -> Option<OrderNo> {
    complaint.current_orders().map(|it| it.no).find(|it| can(env, complaint, (Verb::Recall, Some(*it))))
}

/// What is being done.
#[derive(Debug)]
enum Work {
    /// 派单, 重新派单.
    Dispatch(Dispatch),
    /// 二段派单 of a work order.
    Forward(OrderNo, Dispatch),
    /// 判断.
    Judge(Judge),
    /// 答复.
    Reply(Reply),
    /// 豁免: it cannot be dispatched yet.
    Exempt(Exempt),
    /// 撤回.
    Recall(Recall),
    /// Something else, with its small form.
    Deed(Box<Deed>),
    /// Nothing that this viewer can do now.
    Look,
}

/// Whether an answer is awaited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sending {
    /// Nothing was sent.
    Idle,
    /// Sent; the button is busy.
    Waiting,
    /// Done; the books have yet to tell it.
    Told(Version),
}

/// What happens to the dock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// It stays.
    Stay,
    /// It is done with.
    Close,
}

/// What a message leads to.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Nothing more.
    Nothing,
    /// The keyboard moves.
    Focus(Task<Message>),
    /// The dock closes.
    Close,
    /// To the case.
    Go,
    /// To the desk.
    Send(Wish),
}

/// What is asked of the desk.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) commands: Vec<Command>,
    pub(super) said: String,
}

impl Wish {
    pub(super) fn dispatches(&self) -> bool {
        self.commands.iter().any(|it| it.verb() == Verb::Dispatch)
    }

    /// Whether a complaint is not as wished already.
    pub(super) fn changes(&self, env: &Env<'_>, id: ComplaintId) -> bool {
        let tracking = env.books.complaint(id).map(|it| it.tracking);
        let so_already = |it: &Command| matches!(it, Command::AssignTracking { person } if tracking == Some(*person));
        !self.commands.iter().any(so_already)
    }
}

/// Where the keyboard can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    Search,
    Target(usize),
    Handler,
    Several,
    Note,
    Validity,
    Words,
    Method,
    Result,
    Clock,
    Reason,
    Line,
    Department,
    People,
    Visibility,
    When,
    Duty(usize),
    Due(usize),
    Later,
    Back,
    Submit,
}

impl Stop for Seat {
    fn id(self) -> Id {
        Id::from(format!("board-dock-{self:?}"))
    }
}

/// What somebody did in the dock.
#[derive(Debug, Clone)]
pub enum Message {
    /// Closed it.
    Closed,
    /// Went to the case.
    CaseAsked,
    /// Typed into the search.
    QueryTyped(String),
    /// Began to type a name.
    LetterTyped(char),
    /// Took a target.
    TargetTaken(DepartmentId, Option<PersonId>),
    /// Took the target with this number, from 0.
    TargetNumbered(usize),
    /// A card is carried over the target with this number.
    TargetEntered(usize),
    /// It was carried away from there.
    TargetLeft(usize),
    /// It was let go there.
    TargetDropped(usize),
    /// Took the next or previous target.
    TargetStepped(Step),
    /// Chose who of a department handles it.
    HandlerChosen(DepartmentId, Option<PersonId>),
    /// Wants several departments, or one again.
    SeveralToggled,
    /// Typed a note.
    NoteTyped(String),
    /// Judged.
    ValidityChosen(Validity),
    /// Edited the reason or the reply.
    Edited(text_editor::Action),
    /// Chose how the customer was answered.
    MethodChosen(ContactMethod),
    /// Chose how the customer took it.
    OutcomeChosen(ReplyOutcome),
    /// Chose the clock that is exempted.
    ClockChosen(ClockKey),
    /// Chose why.
    ReasonChosen(ExemptionReason),
    /// Typed why.
    LineTyped(String),
    /// Chose or typed something for a deed.
    DeedChanged(Change),
    /// 暂时派不了….
    ExemptAsked,
    /// 撤回….
    RecallAsked(OrderNo),
    /// Back to the work that is due.
    Returned,
    /// Do it.
    Submitted,
    /// Tab, and which field has the focus.
    Stepped(Step, Option<Id>),
    /// Left a field.
    FieldLeft,
}

impl Dock {
    pub(super) fn open(env: &Env<'_>, complaint: &Complaint) -> Self {
        let mut dock = Self {
            id: complaint.id,
            also: Vec::new(),
            hot: None,
            work: Work::Look,
            ring: FocusRing::default(),
            sending: Sending::Idle,
            trouble: None,
            loads: Memo::default(),
            past: Memo::default(),
        };
        dock.work = due(env, complaint);
        dock
    }

    /// The dock on the first of several to which the same is done; `None`: there is none.
    pub(super) fn open_on(env: &Env<'_>, all: &[ComplaintId], purpose: Purpose) -> Option<(Self, Task<Message>)> {
        let (first, also) = all.split_first()?;
        let (mut dock, focus) = Self::open_for(env, env.books.complaint(*first)?, purpose);
        dock.also = also.to_vec();
        match &mut dock.work {
            Work::Dispatch(form) => *form = Dispatch::more(env),
            Work::Deed(deed) => deed.also(env, also),
            Work::Forward(..) | Work::Judge(_) | Work::Reply(_) | Work::Exempt(_) | Work::Recall(_) | Work::Look => {}
        }
        Some((dock, focus))
    }

    /// The dock for something else than what is due.
    pub(super) fn open_for(env: &Env<'_>, complaint: &Complaint, purpose: Purpose) -> (Self, Task<Message>) {
        let mut dock = Self::open(env, complaint);
        let outcome = match purpose {
            Purpose::Due => Outcome::Nothing,
            Purpose::Recall(order) => dock.ask_recall(order),
            Purpose::Exempt => dock.ask_exemption(env),
            Purpose::Deed(kind, order) => dock.ask_deed(env, (kind, order)),
        };
        match outcome {
            Outcome::Focus(task) => (dock, task),
            Outcome::Nothing | Outcome::Close | Outcome::Go | Outcome::Send(_) => (dock, Task::none()),
        }
    }

    /// Every complaint that it is about.
    pub(super) fn all(&self) -> impl Iterator<Item = ComplaintId> {
        std::iter::once(self.id).chain(self.also.iter().copied())
    }

    /// Whether a card is carried over one of its targets.
    pub(super) fn is_hot(&self) -> bool {
        self.hot.is_some()
    }

    /// No card is carried any more.
    pub(super) fn cool(&mut self) {
        self.hot = None;
    }

    /// What letting a card go on the target below it means.
    pub(super) fn take_hot(&mut self) -> Option<Message> {
        self.hot.take().map(Message::TargetDropped)
    }

    pub(super) fn id(&self) -> ComplaintId {
        self.id
    }

    /// Whether nothing was typed or chosen by hand.
    pub(super) fn is_pristine(&self) -> bool {
        self.sending == Sending::Idle
            && match &self.work {
                Work::Dispatch(it) | Work::Forward(_, it) => it.is_pristine(),
                Work::Judge(it) => it.is_pristine(),
                Work::Reply(it) => it.is_pristine(),
                Work::Exempt(it) => it.is_pristine(),
                Work::Recall(it) => it.is_pristine(),
                Work::Deed(it) => it.is_pristine(),
                Work::Look => true,
            }
    }

    pub(super) fn update(&mut self, env: &Env<'_>, message: Message) -> Outcome {
        match message {
            Message::Closed => return Outcome::Close,
            Message::CaseAsked => return Outcome::Go,
            Message::QueryTyped(query) => self.search(env, query),
            Message::LetterTyped(letter) => return self.begin_search(letter),
            Message::TargetTaken(department, handler) => self.take(env, Pick { department, handler }),
            Message::TargetNumbered(index) => self.take_numbered(env, index),
            Message::TargetEntered(index) => self.hot = Some(index),
            Message::TargetLeft(index) => self.hot = self.hot.filter(|it| *it != index),
            Message::TargetDropped(index) => return self.drop_on(env, index),
            Message::TargetStepped(step) => self.step_target(env, step),
            Message::HandlerChosen(department, handler) => self.choose_handler(Pick { department, handler }),
            Message::SeveralToggled => self.toggle_several(),
            Message::NoteTyped(note) => self.note(env, note),
            Message::ValidityChosen(validity) => self.judge(validity),
            Message::Edited(action) => self.edit(action),
            Message::MethodChosen(method) => self.choose_method(method),
            Message::OutcomeChosen(outcome) => self.choose_outcome(outcome),
            Message::ClockChosen(clock) => self.choose_clock(clock),
            Message::ReasonChosen(reason) => self.choose_reason(reason),
            Message::LineTyped(line) => self.type_line(env, line),
            Message::DeedChanged(change) => self.change_deed(env, change),
            Message::ExemptAsked => return self.ask_exemption(env),
            Message::RecallAsked(order) => return self.ask_recall(order),
            Message::Returned => self.return_to_due(env),
            Message::Submitted => return self.submit(env),
            Message::Stepped(step, id) => return self.step(env, step, id.as_ref()),
            Message::FieldLeft => return Outcome::Focus(self.ring.leave()),
        }
        Outcome::Nothing
    }

    /// It is on disk.
    pub(super) fn done(&mut self, env: &Env<'_>, done: &Done) -> Then {
        self.trouble = None;
        self.sending = Sending::Told(done.version());
        match &self.work {
            Work::Dispatch(_) | Work::Forward(..) | Work::Deed(_) => Then::Close,
            Work::Judge(_) | Work::Reply(_) | Work::Exempt(_) | Work::Recall(_) | Work::Look => self.follow(env),
        }
    }

    /// It was refused; everything stays as it was typed.
    pub(super) fn refused(&mut self, refused: Refused) {
        self.sending = Sending::Idle;
        self.trouble = Some(refused);
    }

    /// Goes on with what is due once the books know what was done; closes when nothing is.
    pub(super) fn follow(&mut self, env: &Env<'_>) -> Then {
        let Some(complaint) = env.books.complaint(self.id) else { return Then::Close };
        if !complaint.stage.is_open() {
            return Then::Close;
        }
        match self.sending {
            Sending::Told(version) if version <= complaint.version => {
                self.sending = Sending::Idle;
                self.return_to_due(env);
                match self.work {
                    Work::Look => Then::Close,
                    Work::Dispatch(_)
                    | Work::Forward(..)
                    | Work::Judge(_)
                    | Work::Reply(_)
                    | Work::Exempt(_)
                    | Work::Recall(_)
                    | Work::Deed(_) => Then::Stay,
                }
            }
            Sending::Told(_) | Sending::Waiting | Sending::Idle => Then::Stay,
        }
    }

    pub(super) fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if let Some(step) = Step::of(press) {
            return Some(Message::Stepped(step, press.focus().cloned()));
        }
        if Shortcut::named(Named::Enter).with_command().matches(press) {
            return Some(Message::Submitted);
        }
        if press.field() == Field::Took {
            return is(Named::Escape).then_some(Message::FieldLeft);
        }
        if is(Named::Escape) {
            return Some(match self.work {
                Work::Exempt(_) | Work::Recall(_) => Message::Returned,
                Work::Deed(_)
                | Work::Dispatch(_)
                | Work::Forward(..)
                | Work::Judge(_)
                | Work::Reply(_)
                | Work::Look => Message::Closed,
            });
        }
        if is(Named::Enter) {
            return Some(self.activated(env).unwrap_or(match self.work {
                Work::Look => Message::CaseAsked,
                Work::Dispatch(_)
                | Work::Forward(..)
                | Work::Judge(_)
                | Work::Reply(_)
                | Work::Exempt(_)
                | Work::Recall(_)
                | Work::Deed(_) => Message::Submitted,
            }));
        }
        if is(Named::Space) {
            return self.activated(env);
        }
        self.chosen_by_arrow(press).or_else(|| self.chosen_by_sign(env, press.alone()?))
    }

    /// What Enter or Space does where the keyboard is.
    fn activated(&self, env: &Env<'_>) -> Option<Message> {
        match self.ring.at()? {
            Seat::Target(index) => {
                let target = self.targets(env).all.into_iter().nth(index)?;
                Some(Message::TargetTaken(target.pick.department, target.pick.handler))
            }
            Seat::Several => Some(Message::SeveralToggled),
            Seat::Later => Some(Message::ExemptAsked),
            Seat::Back => Some(Message::Returned),
            Seat::Submit => Some(Message::Submitted),
            Seat::Search
            | Seat::Handler
            | Seat::Note
            | Seat::Validity
            | Seat::Words
            | Seat::Method
            | Seat::Result
            | Seat::Clock
            | Seat::Reason
            | Seat::Line
            | Seat::Department
            | Seat::People
            | Seat::Visibility
            | Seat::When
            | Seat::Duty(_)
            | Seat::Due(_) => None,
        }
    }

    fn chosen_by_arrow(&self, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        let step = match (is(Named::ArrowRight) || is(Named::ArrowDown), is(Named::ArrowLeft) || is(Named::ArrowUp)) {
            (true, _) => Step::Next,
            (_, true) => Step::Previous,
            (false, false) => return None,
        };
        match (&self.work, self.ring.at()) {
            (Work::Dispatch(it) | Work::Forward(_, it), Some(Seat::Handler)) => it.next_handler(step),
            (Work::Dispatch(_) | Work::Forward(..), _) if is(Named::ArrowDown) || is(Named::ArrowUp) => {
                Some(Message::TargetStepped(step))
            }
            (Work::Judge(it), _) => next(Validity::ALL, it.validity, step).map(Message::ValidityChosen),
            (Work::Reply(it), Some(Seat::Result)) => {
                next(forms::OUTCOMES, it.outcome, step).map(Message::OutcomeChosen)
            }
            (Work::Reply(it), _) => next(forms::METHODS, Some(it.method), step).map(Message::MethodChosen),
            (Work::Exempt(it), Some(Seat::Clock)) => next(&it.clocks, it.clock, step).map(Message::ClockChosen),
            (Work::Exempt(it), _) => next(ExemptionReason::ALL, it.reason, step).map(Message::ReasonChosen),
            (Work::Deed(it), Some(Seat::Method)) => {
                next(forms::METHODS, Some(it.method), step).map(Message::MethodChosen)
            }
            (Work::Deed(it), Some(Seat::Reason)) => {
                next(ReturnReason::ALL, it.reason, step).map(|it| Message::DeedChanged(Change::Reason(it)))
            }
            (Work::Deed(it), Some(Seat::Visibility)) => next(&deeds::VISIBILITIES, Some(it.visibility), step)
                .map(|it| Message::DeedChanged(Change::Visibility(it))),
            (Work::Dispatch(_) | Work::Forward(..) | Work::Recall(_) | Work::Look | Work::Deed(_), _) => None,
        }
    }

    fn chosen_by_sign(&self, env: &Env<'_>, sign: char) -> Option<Message> {
        let place = sign.to_digit(10).and_then(|it| usize::try_from(it).ok()?.checked_sub(1));
        match (&self.work, place) {
            (Work::Dispatch(_) | Work::Forward(..), Some(place)) => Some(Message::TargetNumbered(place)),
            (Work::Dispatch(_) | Work::Forward(..), None) => sign.is_alphabetic().then_some(Message::LetterTyped(sign)),
            (Work::Judge(_), Some(place)) => Validity::ALL.get(place).copied().map(Message::ValidityChosen),
            (Work::Reply(_), Some(place)) => forms::OUTCOMES.get(place).copied().map(Message::OutcomeChosen),
            (Work::Exempt(_), Some(place)) => ExemptionReason::ALL.get(place).copied().map(Message::ReasonChosen),
            (Work::Deed(_), Some(place)) => self.numbered_in_deed(env, place),
            (Work::Recall(_) | Work::Look, _)
            | (Work::Judge(_) | Work::Reply(_) | Work::Exempt(_) | Work::Deed(_), None) => None,
        }
    }

    fn step(&mut self, env: &Env<'_>, step: Step, id: Option<&Id>) -> Outcome {
        let seats = self.seats(env);
        if id.is_some() {
            self.ring.found(&seats, id);
        }
        Outcome::Focus(self.ring.step(&seats, step))
    }

    /// The stops in reading order.
    fn seats(&self, env: &Env<'_>) -> Vec<Seat> {
        let later = self.may_wait(env).then_some(Seat::Later);
        let seats = match &self.work {
            Work::Dispatch(_) => {
                let targets = (0..self.targets(env).all.len()).map(Seat::Target);
                let rest = [Seat::Handler, Seat::Several, Seat::Note];
                std::iter::once(Seat::Search).chain(targets).chain(rest).chain(later).collect()
            }
            Work::Forward(..) => {
                let targets = (0..self.targets(env).all.len()).map(Seat::Target);
                std::iter::once(Seat::Search).chain(targets).chain([Seat::Handler]).chain(later).collect()
            }
            Work::Judge(_) => [Seat::Validity, Seat::Words].into_iter().chain(later).collect(),
            Work::Reply(_) => vec![Seat::Words, Seat::Method, Seat::Result],
            Work::Exempt(_) => vec![Seat::Clock, Seat::Reason, Seat::Line, Seat::Back],
            Work::Recall(_) => vec![Seat::Line, Seat::Back],
            Work::Deed(it) => it.seats(),
            Work::Look => Vec::new(),
        };
        seats.into_iter().chain([Seat::Submit]).collect()
    }

    /// Whether 暂时派不了… is to be had: a clock runs that this viewer may exempt.
    fn may_wait(&self, env: &Env<'_>) -> bool {
        let Some(complaint) = env.books.complaint(self.id) else { return false };
        may_exempt(env, complaint)
    }

    fn return_to_due(&mut self, env: &Env<'_>) {
        self.trouble = None;
        self.work = env.books.complaint(self.id).map_or(Work::Look, |it| due(env, it));
    }

    fn ask_exemption(&mut self, env: &Env<'_>) -> Outcome {
        let Some(complaint) = env.books.complaint(self.id) else { return Outcome::Nothing };
        self.trouble = None;
        self.work = Work::Exempt(Exempt::of(complaint));
        Outcome::Focus(self.ring.go(Seat::Line))
    }

    fn ask_recall(&mut self, order: OrderNo) -> Outcome {
        self.trouble = None;
        self.work = Work::Recall(Recall { order, line: String::new() });
        Outcome::Focus(self.ring.go(Seat::Line))
    }
}

/// The work that is due where the case stands, as far as this viewer may do it.
fn due(env: &Env<'_>, complaint: &Complaint) -> Work {
    let can = |verb, order| may(&env.ctx(), complaint, verb, order).is_ok();
    let waiting = complaint.current_orders().find(|it| it.stage == OrderStage::ToForward);
    match complaint.stage {
        Stage::ToJudge if can(Verb::Judge, None) => Work::Judge(Judge::default()),
        Stage::ToReply if can(Verb::Reply, None) => Work::Reply(Reply::of(env, complaint)),
        Stage::InHandling => match waiting {
            Some(order) if can(Verb::Forward, Some(order.no)) && order.via == Some(env.me) => {
                Work::Forward(order.no, Dispatch::forwarding(env, order))
            }
            Some(_) | None if can(Verb::Dispatch, None) => Work::Dispatch(Dispatch::more(env)),
            Some(_) | None => Work::Look,
        },
        Stage::ToDispatch | Stage::Escalated if can(Verb::Dispatch, None) => {
            Work::Dispatch(Dispatch::of(env, complaint))
        }
        Stage::ToJudge
        | Stage::ToReply
        | Stage::ToDispatch
        | Stage::Escalated
        | Stage::ToCallBack
        | Stage::Closed
        | Stage::Archived
        | Stage::Merged => Work::Look,
    }
}

/// The one after or before, not round at the ends; the first where none is chosen.
fn next<T: Copy + PartialEq>(all: &[T], chosen: Option<T>, step: Step) -> Option<T> {
    let here = chosen.and_then(|it| all.iter().position(|other| *other == it));
    let place = match (here, step) {
        (None, _) => 0,
        (Some(here), Step::Next) => here + 1,
        (Some(here), Step::Previous) => here.checked_sub(1)?,
    };
    all.get(place).copied()
}
