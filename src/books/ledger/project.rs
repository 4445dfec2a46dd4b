//! From a complaint to its row. A row depends on nothing else: not on the office, not on the time.

use super::row::{
    CallRow, Caller, ClockRow, ClosingRow, EscalationRow, ImprovementRow, Lateness, OrderRow, Row, RunningClock,
};
use crate::domain::clock::{Clock, Standing};
use crate::domain::complaint::state::{Callback, Planned};
use crate::domain::complaint::words::Improvement;
use crate::domain::complaint::{Complaint, WorkOrder};
use crate::domain::customer::Complainant;
use crate::domain::id::OrderNo;
use crate::domain::limits::ClockName;

impl Row {
    /// The row of a complaint as it stands.
    #[must_use]
    pub fn of(complaint: &Complaint) -> Self {
        let details = &complaint.details;
        Self {
            id: complaint.id,
            kind: details.kind,
            stage: complaint.stage,
            round: complaint.round,
            caller: Caller::of(&details.complainant),
            channel: details.channel,
            product: kept(&details.product),
            order_number: details.order_number.as_deref().map(kept),
            category: details.category,
            content: kept(&details.content),
            remedies: details.remedies.as_slice().into(),
            requested_remedy: kept(&details.requested_remedy),
            amount: details.amount,
            customers: details.customers.max(1),
            severity: details.severity,
            urgency: details.urgency,
            priority: complaint.priority(),
            major: complaint.major.as_slice().into(),
            registered: complaint.registered,
            acknowledged: complaint.acknowledgement.as_ref().map(|it| it.stamp),
            validity: complaint.validity(),
            dispatched: complaint.dispatched,
            orders: complaint.orders.iter().map(|it| order_row(complaint, it)).collect(),
            first_contact: complaint.orders.iter().filter_map(|it| it.contacts.first()).map(|it| it.stamp.at).min(),
            cause: last(complaint, |it| it.investigation.as_ref().map(|it| kept(&it.what.root_cause))),
            measures: measures(complaint),
            result: last(complaint, |it| it.slip.as_ref().map(|it| kept(&it.what.result))),
            compensation: complaint.compensation(),
            slip_at: complaint.orders.iter().filter_map(|it| it.slip.as_ref()).map(|it| it.stamp.at).max(),
            calls: complaint.callbacks.iter().map(|it| call_row(complaint, it)).collect(),
            appointment: complaint.appointment,
            dissatisfactions: complaint.dissatisfactions,
            escalated: complaint.escalation.as_ref().map(|it| EscalationRow { to: it.to, stamp: it.stamp }),
            tracking: complaint.tracking,
            closing: complaint.closing.as_ref().map(|it| ClosingRow {
                code: it.code,
                stamp: it.stamp,
                reason: it.reason.as_deref().map(kept),
            }),
            merged: complaint.merged.map(|it| it.into),
            links: complaint.links.iter().map(|it| (it.kind, it.other)).collect(),
            clocks: clock_rows(complaint),
            late: complaint.clocks.all().filter_map(lateness).collect(),
            running: complaint.clocks.running().map(running_clock).collect(),
            improvements: complaint.improvements.iter().map(improvement_row).collect(),
        }
    }
}

impl Caller {
    fn of(it: &Complainant) -> Self {
        Self {
            name: it.name.clone(),
            salutation: it.salutation,
            phone: it.phone.clone(),
            organisation: it.organisation.as_deref().map(kept),
            address: it.address.as_deref().map(kept),
            region: it.region.as_deref().map(kept),
            member: it.member.is_some(),
            card: it.member.as_ref().and_then(|it| it.number.as_deref()).map(kept),
        }
    }
}

fn kept(text: &str) -> Box<str> {
    text.into()
}

/// What the last work order that has it says.
fn last<T>(complaint: &Complaint, get: impl Fn(&WorkOrder) -> Option<T>) -> Option<T> {
    complaint.orders.iter().rev().find_map(get)
}

fn measures(complaint: &Complaint) -> Option<Box<str>> {
    last(complaint, |it| it.plan().map(|it| kept(&it.proposal.measures)))
        .or_else(|| complaint.solution.as_ref().map(|it| kept(&it.what)))
        .or_else(|| complaint.reply.as_ref().map(|it| kept(&it.what.words)))
}

fn order_row(complaint: &Complaint, it: &WorkOrder) -> OrderRow {
    let own = || complaint.clocks.all().filter(|clock| is_of(clock, it.no));
    OrderRow {
        no: it.no,
        round: it.round,
        stage: it.stage,
        department: it.department,
        handler: it.handler,
        dispatched: it.dispatched,
        accepted: it.accepted,
        contacted: it.contacts.first().map(|it| it.stamp.at),
        slip: it.slip.as_ref().map(|it| it.stamp),
        ended: it.ended.as_ref().map(|it| it.stamp),
        broken: own().any(was_broken),
        exempt: own().any(|clock| clock.exempt.is_some()),
        reports_due: it.reports_due,
        reports_on_time: it.reports_on_time,
        reports_exempt: own().any(|clock| clock.key.name == ClockName::Report && clock.exempt.is_some()),
    }
}

/// Whether a clock belongs to a work order. Follow-ups carry their own numbers in that place.
fn is_of(clock: &Clock, no: OrderNo) -> bool {
    clock.key.order == Some(no) && clock.key.name != ClockName::OtherCallback
}

/// Ended late. Reports have a rate of their own.
fn was_broken(clock: &Clock) -> bool {
    clock.key.name != ClockName::Report && clock.ended.is_some_and(|it| clock.is_broken(it.at()))
}

fn call_row(complaint: &Complaint, it: &Callback) -> CallRow {
    let record = it.record.as_ref().map(|it| &it.what);
    let answers = record.and_then(|it| it.answers.as_ref());
    let clock = complaint
        .clocks
        .all()
        .rev()
        .find(|clock| clock.key.name == ClockName::Callback && clock.started <= it.dialled.at);
    CallRow {
        round: it.round,
        attempt: it.attempt,
        dialled: it.dialled,
        due: clock.map(|it| it.due),
        method: it.method,
        urgent: it.urgent.as_deref().map(kept),
        outcome: record.map(|it| it.outcome),
        seconds: record.map_or(0, |it| it.seconds),
        result: answers.map(|it| it.result),
        process: answers.map(|it| it.process),
        solved: answers.is_some_and(|it| it.solved),
        reasons: answers.map(|it| it.reasons.iter().map(|it| kept(it)).collect()).unwrap_or_default(),
        suggestions: answers.and_then(|it| it.suggestions.as_deref()).map(kept),
        new_problem: answers.and_then(|it| it.new_problem.as_deref()).map(kept),
        remark: record.and_then(|it| it.remark.as_deref()).map(kept),
    }
}

fn clock_rows(complaint: &Complaint) -> Box<[ClockRow]> {
    let mut rows: Vec<ClockRow> = Vec::new();
    for clock in complaint.clocks.all() {
        let name = clock.key.name;
        let place = rows.iter().position(|it| it.name == name).unwrap_or_else(|| {
            rows.push(ClockRow { name, on_time: 0, late: 0, exempt: 0, cancelled: 0 });
            rows.len() - 1
        });
        let Some(row) = rows.get_mut(place) else { continue };
        row.on_time += clock.kept.on_time;
        row.late += clock.kept.late;
        let Some(ended) = clock.ended else { continue };
        match clock.standing(ended.at()) {
            Standing::Done { on_time: true, .. } => row.on_time += 1,
            Standing::Done { on_time: false, .. } => row.late += 1,
            Standing::Exempt { .. } => row.exempt += 1,
            Standing::Cancelled
            | Standing::OnTime { .. }
            | Standing::Soon { .. }
            | Standing::Late { .. }
            | Standing::Paused { .. } => row.cancelled += 1,
        }
    }
    rows.into()
}

fn lateness(it: &Clock) -> Option<Lateness> {
    let until = it.ended?.at();
    let (name, order, from) = (it.key.name, it.key.order, it.due);
    it.is_broken(until).then_some(Lateness { name, order, from, until })
}

fn running_clock(it: &Clock) -> RunningClock {
    let breaks = match (it.exempt, it.paused()) {
        (Some(_), _) => None,
        (None, Some(pause)) => (it.due < pause.from).then_some(it.due),
        (None, None) => Some(it.due),
    };
    RunningClock { name: it.key.name, order: it.key.order, breaks, exempt: it.exempt.is_some() }
}

fn improvement_row(it: &Planned<Improvement>) -> ImprovementRow {
    ImprovementRow {
        stamp: it.stamp,
        problem: kept(&it.what.problem),
        measure: kept(&it.what.measure),
        owner: it.what.owner,
        due: it.what.due,
        finished: it.finished.as_ref().map(|it| it.stamp),
        outcome: it.finished.as_ref().map(|it| kept(&it.what)),
    }
}
