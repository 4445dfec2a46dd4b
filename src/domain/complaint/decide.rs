//! Every rule of the business: a command becomes facts, or is refused.

mod calling;
mod desk;
mod dispatching;
mod handling;
mod notebook;
mod sight;

pub use desk::Weight;

use super::command::Command;
use super::event::{Entry, Event};
use super::moves::{OrderStage, Scope, Verb};
use super::permission::{self, Reach};
use super::rejection::Rejection;
use super::state::{Complaint, WorkOrder};
use super::words::Details;
use crate::domain::clock::{self, ClockKey, Move};
use crate::domain::customer::RestHours;
use crate::domain::id::{ComplaintId, DepartmentId, OrderNo, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::{Office, Person, ReportsUntil};
use crate::domain::record::PROGRAM;
use crate::domain::role::Role;

/// Who asks, when, and in which office.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The office as it is now.
    pub office: &'a Office,
    /// Who asks; [`PROGRAM`] for what time alone brings about.
    pub actor: PersonId,
    /// When.
    pub now: Moment,
    /// When the customer rests, as his or her file says (E12); `may` and `gate` do not ask for it.
    pub rests: &'a [RestHours],
}

/// The facts that follow from a command, in order; they belong into one batch.
///
/// # Errors
/// A [`Rejection`] that says what stands in the way. Nothing has happened then.
pub fn decide(ctx: &Ctx<'_>, complaint: &Complaint, command: Command) -> Result<Vec<Entry>, Rejection> {
    permit(ctx, complaint, &command)?;
    let case = Case { ctx, complaint };
    match command {
        Command::Register { .. } => Err(Rejection::NotNow { verb: Verb::Register, stage: complaint.stage }),
        Command::Judge(what) => Ok(case.judge(what)),
        Command::Reply(what) => Ok(case.reply(what)),
        Command::Acknowledge(what) => case.acknowledge(what),
        Command::Solve { solution, satisfaction } => case.solve(solution, satisfaction),
        Command::Convert { reason } => Ok(case.convert(reason)),
        Command::Amend { details, reason } => case.amend(details, reason),
        Command::MarkMajor { reason } => case.mark_major(reason),
        Command::Dispatch { to, note } => case.dispatch(to, note),
        Command::Recall { order, reason } => case.recall(order, reason),
        Command::Escalate { reason } => case.escalate(reason),
        Command::Forward { order, to } => case.forward(order, to),
        Command::Accept { order } => case.accept(order),
        Command::GiveBack { order, reason, words } => case.give_back(order, reason, words),
        Command::Transfer { order, to, reason } => case.transfer(order, to, reason),
        Command::Reassign { order, handler, reason } => case.reassign(order, handler, reason),
        Command::Assist { order, assistants } => case.assist(order, assistants),
        Command::Report { order, progress, words } => Ok(case.report(order, progress, words)),
        Command::PromiseReport { order, minutes, reason } => case.promise_report(order, minutes, reason),
        Command::Contact { order, method, words } => Ok(case.contact(order, method, words)),
        Command::Investigate { order, findings } => Case::investigate(order, findings),
        Command::Propose { order, plan } => case.propose(order, plan),
        Command::RecordAnswer { order, answer } => case.record_answer(order, answer),
        Command::Submit { order } => case.submit(order),
        Command::Approve { order, method, words } => case.approve(order, method, words),
        Command::RecordVerbalApproval { order, approval } => case.record_verbal_approval(order, approval),
        Command::SendPlanBack { order, words } => case.send_plan_back(order, words),
        Command::Execute { order, words } => case.execute(order, words),
        Command::HandIn { order, slip } => case.hand_in(order, slip),
        Command::Pause { order, reason, words } => case.pause(order, reason, words),
        Command::Resume { order } => case.resume(order),
        Command::Exempt { clock, reason, words } => case.exempt(clock, reason, words),
        Command::Remind { order, words } => Ok(vec![plain(Event::Reminded { order, words })]),
        Command::Supervise { order, words } => case.supervise(order, words),
        Command::Dial { method, urgent } => case.dial(method, urgent),
        Command::RecordCallback(record) => case.record_callback(record),
        Command::Appoint { at, words } => case.appoint(at, words),
        Command::AssignCallback { person } => case.assign_callback(person),
        Command::Close { code, reason } => case.close(code, reason),
        Command::Reopen { reason } => Ok(case.reopen(reason)),
        Command::Archive => case.archive(),
        Command::Communicate(what) => Ok(vec![plain(Event::Communicated(what))]),
        Command::Note { words } => Ok(vec![plain(Event::Noted { words })]),
        Command::Meet(what) => case.meet(what),
        Command::Link(link) => case.link(link),
        Command::Unlink { kind, other } => case.unlink(kind, other),
        Command::Merge { into } => case.merge(into),
        Command::Unmerge => Ok(case.unmerge()),
        Command::AssignTracking { person } => case.assign_tracking(person),
        Command::FormGroup(group) => case.form_group(group),
        Command::Review { words } => Ok(vec![plain(Event::Reviewed { words })]),
        Command::HoldAccountable(what) => Ok(vec![plain(Event::HeldAccountable(what))]),
        Command::PlanImprovement(what) => case.plan_improvement(what),
        Command::FinishImprovement { index, words } => case.finish_improvement(index, words),
        Command::FollowUp(what) => case.follow_up(what),
        Command::FinishFollowUp { index, words } => case.finish_follow_up(index, words),
        Command::Attach(what) => case.attach(what),
        Command::Reveal { purpose, department } => Ok(vec![plain(Event::Revealed { purpose, department })]),
        Command::AskSight { reason } => case.ask_sight(reason),
        Command::AnswerSight { person, ruling } => case.answer_sight(person, ruling),
    }
}

/// The birth of a complaint: its first facts (B06, B07).
///
/// # Errors
/// The actor may not register; a category, channel or instant of the form is wrong.
pub fn register(ctx: &Ctx<'_>, id: ComplaintId, details: Box<Details>) -> Result<Vec<Entry>, Rejection> {
    let person = acting(ctx)?;
    if !person.roles.iter().any(|it| it.may(Verb::Register)) {
        return Err(Rejection::NotAllowed { verb: Verb::Register });
    }
    desk::registration(ctx, id, details)
}

/// Whether the actor could do something here and now, as far as roles and stages tell. Buttons are drawn from it.
///
/// # Errors
/// The same [`Rejection`] that [`decide`] would give before it looks at the contents.
pub fn may(ctx: &Ctx<'_>, complaint: &Complaint, verb: Verb, order: Option<OrderNo>) -> Result<(), Rejection> {
    if ctx.actor == PROGRAM {
        if !permission::program(verb) {
            return Err(Rejection::NotAllowed { verb });
        }
    } else {
        let person = acting(ctx)?;
        if !person.roles.iter().any(|it| it.may(verb)) {
            return Err(Rejection::NotAllowed { verb });
        }
    }
    if !complaint.stage.allows(verb) {
        return Err(Rejection::NotNow { verb, stage: complaint.stage });
    }
    kind_fits(complaint, verb)?;
    let order = match (verb.scope(), order) {
        (Scope::Order, Some(no)) => {
            let order = complaint.order(no).ok_or(Rejection::NoSuchOrder { order: no })?;
            if !order.stage.allows(verb) || reports_are_over(ctx, verb, order) {
                return Err(Rejection::OrderNotNow { verb, order: no, stage: order.stage });
            }
            Some(order)
        }
        (Scope::Order | Scope::Complaint, _) => None,
    };
    concerns(ctx, complaint, verb, order)
}

/// What stands before the execution of a work order's plan besides role and stage: the gate on the sheet (D10–D12).
///
/// # Errors
/// What is missing: contact, plan, approval, the customer's agreement.
pub fn gate(ctx: &Ctx<'_>, complaint: &Complaint, order: OrderNo) -> Result<(), Rejection> {
    Case { ctx, complaint }.ready_to_execute(order).map(|_| ())
}

/// Whether plans of this complaint wait for an approval (D10, X7).
#[must_use]
pub fn needs_approval(ctx: &Ctx<'_>, complaint: &Complaint) -> bool {
    Case { ctx, complaint }.needs_approval()
}

/// Whether the actor may approve the newest plan of a work order, as far as department, authorship and amount tell.
///
/// # Errors
/// Not the approver of that department, the own plan, more than may be granted, or no plan.
pub fn approvable(ctx: &Ctx<'_>, complaint: &Complaint, order: OrderNo) -> Result<(), Rejection> {
    Case { ctx, complaint }.approvable(order)
}

/// Whether the actor may close without a satisfied customer, by 撤诉, 联系不上 or 主管批准 (X5, X15).
///
/// # Errors
/// A supervisor or manager is needed, or the customer was tried too seldom.
pub fn endable(ctx: &Ctx<'_>, complaint: &Complaint, code: super::terms::CloseCode) -> Result<(), Rejection> {
    Case { ctx, complaint }.endable(code)
}

/// Whether an earlier complaint takes a further call: it is open. A rule between two complaints: whoever merges asks
/// for it with the other one at hand, besides [`decide`].
///
/// # Errors
/// There is none of that number; it is closed, archived, or merged itself.
pub fn takes_call(id: ComplaintId, other: Option<&Complaint>) -> Result<(), Rejection> {
    let other = other.ok_or(Rejection::NoSuchComplaint)?;
    if other.stage.is_open() { Ok(()) } else { Err(Rejection::TakesNoCall { other: id, stage: other.stage }) }
}

/// B14: an inquiry, a suggestion or praise is answered at the desk, unless it is turned into a complaint.
fn kind_fits(complaint: &Complaint, verb: Verb) -> Result<(), Rejection> {
    match (verb, complaint.is_complaint()) {
        (Verb::Judge | Verb::MarkMajor, false) => Err(Rejection::NotAComplaint),
        (Verb::Convert, true) => Err(Rejection::DoneAlready),
        _ => Ok(()),
    }
}

/// X8: after the slip reports are taken only where the office wants them until closing.
fn reports_are_over(ctx: &Ctx<'_>, verb: Verb, order: &WorkOrder) -> bool {
    verb == Verb::Report
        && order.stage == OrderStage::HandedIn
        && ctx.office.rules().reports_until == ReportsUntil::ReturnSlip
}

fn permit(ctx: &Ctx<'_>, complaint: &Complaint, command: &Command) -> Result<(), Rejection> {
    may(ctx, complaint, command.verb(), command.order())
}

fn acting<'a>(ctx: &Ctx<'a>) -> Result<&'a Person, Rejection> {
    ctx.office.person(ctx.actor).filter(|it| it.active).ok_or(Rejection::NotAMember { person: ctx.actor })
}

/// A24: a department sees and touches its own cases only.
fn concerns(ctx: &Ctx<'_>, complaint: &Complaint, verb: Verb, order: Option<&WorkOrder>) -> Result<(), Rejection> {
    if ctx.actor == PROGRAM {
        return Ok(());
    }
    let person = acting(ctx)?;
    if verb == Verb::AskSight {
        // Only whom it does not concern has to ask.
        let concerned = permission::concerns(person, complaint);
        return if concerned { Err(Rejection::SeesAlready) } else { Ok(()) };
    }
    if person.roles.iter().any(|it| it.may(verb) && it.reach() == Reach::Everywhere) {
        return Ok(());
    }
    let own = |it: &WorkOrder| it.department == person.department || it.involves(person.id);
    match order {
        Some(it) if own(it) => Ok(()),
        Some(it) => Err(Rejection::NotYours { order: it.no }),
        None if complaint.orders.iter().any(own) => Ok(()),
        None => Err(Rejection::NotConcerned),
    }
}

/// A complaint under decision.
struct Case<'a> {
    ctx: &'a Ctx<'a>,
    complaint: &'a Complaint,
}

fn plain(event: Event) -> Entry {
    Entry { event, clocks: Vec::new() }
}

impl Case<'_> {
    fn order(&self, no: OrderNo) -> Result<&WorkOrder, Rejection> {
        self.complaint.order(no).ok_or(Rejection::NoSuchOrder { order: no })
    }

    fn start(&self, name: ClockName, order: Option<OrderNo>) -> Move {
        start(self.ctx, name, order)
    }

    /// Stops a clock if it runs.
    fn stop(&self, name: ClockName, order: Option<OrderNo>) -> Option<Move> {
        let key = ClockKey { name, order };
        self.complaint.clocks.is_running(key).then_some(Move::Stop { key })
    }

    /// Ends a clock whose purpose is gone: a breach that has happened stays one, else it counts neither way.
    fn drop_clock(&self, key: ClockKey) -> Option<Move> {
        let clock = self.complaint.clocks.find(key).filter(|_| self.complaint.clocks.is_running(key))?;
        Some(if clock.due < self.ctx.now { Move::Stop { key } } else { Move::Cancel { key } })
    }

    /// Ends every clock of one work order.
    fn drop_order_clocks(&self, order: OrderNo) -> Vec<Move> {
        let keys: Vec<ClockKey> =
            self.complaint.clocks.running().map(|it| it.key).filter(|it| is_order_clock(*it, order)).collect();
        keys.into_iter().filter_map(|it| self.drop_clock(it)).collect()
    }

    /// Ends every clock of the complaint but promises to the customer that outlive it.
    fn drop_all_clocks(&self) -> Vec<Move> {
        let keys: Vec<ClockKey> =
            self.complaint.clocks.running().map(|it| it.key).filter(|it| !is_follow_up_clock(*it)).collect();
        keys.into_iter().filter_map(|it| self.drop_clock(it)).collect()
    }

    fn has_role(&self, role: Role) -> bool {
        self.ctx.office.person(self.ctx.actor).is_some_and(|it| it.roles.has(role))
    }

    fn person(&self, id: PersonId) -> Result<&Person, Rejection> {
        self.ctx.office.person(id).filter(|it| it.active).ok_or(Rejection::UnknownPerson { person: id })
    }

    fn department(&self, id: DepartmentId) -> Result<(), Rejection> {
        self.ctx
            .office
            .department(id)
            .filter(|it| it.active)
            .map(|_| ())
            .ok_or(Rejection::UnknownDepartment { department: id })
    }
}

fn start(ctx: &Ctx<'_>, name: ClockName, order: Option<OrderNo>) -> Move {
    clock::start(ctx.office.calendar(), ctx.office.limits(), name, order, ctx.now)
}

/// Follow-ups carry their place in the list, from 1, where other clocks carry a work order.
fn follow_up_clock(index: usize) -> ClockKey {
    let place = u16::try_from(index + 1).unwrap_or(u16::MAX);
    ClockKey { name: ClockName::OtherCallback, order: Some(OrderNo(place)) }
}

fn is_follow_up_clock(key: ClockKey) -> bool {
    key.name == ClockName::OtherCallback
}

fn is_order_clock(key: ClockKey, order: OrderNo) -> bool {
    key.order == Some(order) && !is_follow_up_clock(key)
}
