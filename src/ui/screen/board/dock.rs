//! 派给谁: what can be done about one case from the board, in a dock at its right edge.
//!
//! Which work it is follows from where the case stands: it is judged, answered, dispatched or passed on. What was typed
//! stays until it is done; a refusal takes nothing away.

mod deeds;
mod deeds_view;
mod forms;
mod forms_view;
mod keyboard;
mod message;
mod submit;
mod targets;
mod targets_view;
mod view;

use iced::Task;

use self::deeds::Deed;
use self::forms::{Dispatch, Exempt, Judge, Recall, Reply};
use self::keyboard::{Seat, next};
use self::targets::{Loads, Past};
use crate::app::{Done, Refused};
use crate::domain::complaint::{Command, Complaint, OrderStage, Stage, Verb, may};
use crate::domain::id::{CategoryId, ComplaintId, OrderNo};
use crate::domain::moment::Moment;
use crate::domain::record::{Position, Version};
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::part::form::FocusRing;
use crate::ui::part::memo::Memo;

pub use self::deeds::{Change, Kind};
pub(super) use self::deeds_view::sign;
pub use self::message::Message;
pub(super) use self::view::LOW;

/// The dock on one case.
#[derive(Debug)]
pub(super) struct Dock {
    id: ComplaintId,
    /// Others that are dispatched to the same place in one go.
    also: Vec<ComplaintId>,
    /// How many more were ticked to which this cannot be done.
    left_out: usize,
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
    /// 沟通记录 of a call of the customer, who asks how it stands.
    Called,
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

impl Dock {
    pub(super) fn open(env: &Env<'_>, complaint: &Complaint) -> Self {
        let mut dock = Self {
            id: complaint.id,
            also: Vec::new(),
            left_out: 0,
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
            Purpose::Called => dock.ask_called(env),
        };
        match outcome {
            Outcome::Focus(task) => (dock, task),
            Outcome::Nothing | Outcome::Close | Outcome::Go | Outcome::Send(_) => (dock, Task::none()),
        }
    }

    /// So many more were ticked to which it cannot be done.
    pub(super) fn leaves_out(&mut self, count: usize) {
        self.left_out = count;
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

    /// It is on disk.
    pub(super) fn done(&mut self, env: &Env<'_>, done: &Done) -> Then {
        self.trouble = None;
        self.sending = Sending::Told(done.version());
        match &self.work {
            Work::Dispatch(_) | Work::Forward(..) | Work::Deed(_) => Then::Close,
            Work::Judge(_) | Work::Reply(_) | Work::Exempt(_) | Work::Recall(_) | Work::Look => self.follow(env),
        }
    }

    /// Some of several were done; what was typed stays for those that were not.
    pub(super) fn narrow(&mut self, left: &[ComplaintId]) -> Then {
        self.sending = Sending::Idle;
        self.trouble = None;
        let Some((first, also)) = left.split_first() else { return Then::Close };
        (self.id, self.also, self.left_out) = (*first, also.to_vec(), 0);
        Then::Stay
    }

    /// It was refused; everything stays as it was typed.
    pub(super) fn refused(&mut self, refused: Refused) {
        self.sending = Sending::Idle;
        self.trouble = Some(refused);
    }

    /// Whether there is nothing to do here.
    const fn only_looks(&self) -> bool {
        matches!(self.work, Work::Look)
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
                if self.only_looks() { Then::Close } else { Then::Stay }
            }
            Sending::Told(_) | Sending::Waiting | Sending::Idle => Then::Stay,
        }
    }

    /// Whether 暂时派不了… is to be had: a clock runs that this viewer may exempt.
    fn may_wait(&self, env: &Env<'_>) -> bool {
        // Each of several has clocks of its own.
        let Some(complaint) = env.books.complaint(self.id).filter(|_| self.also.is_empty()) else { return false };
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
