//! One complaint on a card.

use super::Lane;
use crate::books::Books;
use crate::books::standing::{Reading, View, order_of};
use crate::domain::complaint::{Complaint, Ctx, OrderStage, Stage, Verb, WorkOrder, may};
use crate::domain::id::{ComplaintId, DepartmentId, OrderNo, PersonId, Round};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;

/// A borrowed view of a live complaint: what a card or a row shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Card<'a> {
    /// The complaint.
    pub complaint: &'a Complaint,
    /// Its lane.
    pub lane: Lane,
    /// The most urgent clock of the viewer's responsibility (UI.md 10); `None`: none runs.
    pub clock: Option<Reading<'a>>,
    /// What the eye should catch, in the order of weight.
    pub flags: Vec<Flag>,
    /// Who has it now.
    pub owner: Owner,
    /// The one thing that the viewer can do about it now (UI.md 1.2); `None`: look at it.
    pub due: Option<Due>,
}

/// A flag of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// 重大.
    Major,
    /// 待判断.
    ToJudge,
    /// 待答复.
    ToReply,
    /// 第 n 轮, from the second on.
    Round(Round),
    /// 第 n 次投诉, from the second on (I06).
    Times(u32),
    /// n 次来电, from the second on: calls that were merged into it.
    Calls(u32),
    /// 会员.
    Member,
    /// 漏报 n 次: reports missed in a row.
    Missed(u32),
    /// 两段: through a manager (A05).
    TwoHops,
    /// 暂停.
    Paused,
}

/// Who has a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A person.
    Person(PersonId),
    /// A department in which nobody has taken it yet.
    Department(DepartmentId),
}

/// A verb that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Due {
    /// What.
    pub verb: Verb,
    /// On which work order.
    pub order: Option<OrderNo>,
}

impl Card<'_> {
    /// What cards are sorted by: running clocks by when they are due, late ones first by that; then those that stand
    /// still, then those without a clock.
    #[must_use]
    pub fn urgency(&self) -> (u8, Moment, ComplaintId) {
        let rank = match &self.clock {
            Some(it) if it.clock.paused().is_none() => (0, it.clock.due),
            Some(it) => (1, it.clock.due),
            None => (2, self.complaint.registered.at),
        };
        (rank.0, rank.1, self.complaint.id)
    }
}

impl Books {
    /// The card of an open complaint; `None` where it is closed.
    #[must_use]
    pub fn card<'a>(&'a self, view: View, complaint: &'a Complaint) -> Option<Card<'a>> {
        let lane = Lane::of(complaint)?;
        let clock = self.most_urgent(view, complaint);
        let order = clock.and_then(|it| order_of(complaint, it.clock)).or_else(|| first_open(complaint));
        Some(Card {
            complaint,
            lane,
            clock,
            flags: self.flags(complaint, view.now),
            owner: owner(complaint, order),
            due: self.due(view, complaint, clock.map(|it| it.clock.key.name), order),
        })
    }

    /// What the eye should catch.
    #[must_use]
    pub fn flags(&self, complaint: &Complaint, now: Moment) -> Vec<Flag> {
        let (times, calls) = (self.times(complaint.id), self.calls(complaint.id));
        let missed = self.missed_reports(complaint, now);
        let open = || complaint.current_orders().filter(|it| it.stage.is_open());
        let flags = [
            complaint.is_major().then_some(Flag::Major),
            (complaint.stage == Stage::ToJudge).then_some(Flag::ToJudge),
            (complaint.stage == Stage::ToReply).then_some(Flag::ToReply),
            (Round::FIRST < complaint.round).then_some(Flag::Round(complaint.round)),
            (1 < times).then_some(Flag::Times(times)),
            (1 < calls).then_some(Flag::Calls(calls)),
            complaint.is_member().then_some(Flag::Member),
            (0 < missed).then_some(Flag::Missed(missed)),
            open().any(|it| it.via.is_some()).then_some(Flag::TwoHops),
            open().any(|it| it.paused.is_some() && it.stage != OrderStage::AwaitingApproval).then_some(Flag::Paused),
        ];
        flags.into_iter().flatten().collect()
    }

    /// Reports missed in a row, of the work order that missed most (C06, C08).
    #[must_use]
    pub fn missed_reports(&self, complaint: &Complaint, now: Moment) -> u32 {
        let reports = complaint.clocks.running().filter(|it| it.key.name == ClockName::Report && it.exempt.is_none());
        reports.map(|it| it.missed(self.office.calendar(), now)).max().unwrap_or(0)
    }

    /// The first of the verbs that fit the stage which the viewer may do.
    fn due(
        &self,
        view: View,
        complaint: &Complaint,
        clock: Option<ClockName>,
        order: Option<&WorkOrder>,
    ) -> Option<Due> {
        let ctx = Ctx { office: &self.office, actor: view.viewer, now: view.now, rests: &[] };
        let on = |verb, order: Option<&WorkOrder>| Due { verb, order: order.map(|it| it.no) };
        let candidates = match complaint.stage {
            Stage::ToJudge => vec![on(Verb::Judge, None)],
            Stage::ToReply if complaint.reply.is_some() => vec![on(Verb::Close, None)],
            Stage::ToReply => vec![on(Verb::Reply, None)],
            // It lies with the manager whom the category names (X6), though others could help out.
            Stage::Escalated if complaint.escalation.as_ref().is_none_or(|it| it.to != view.viewer) => Vec::new(),
            Stage::ToDispatch | Stage::Escalated => vec![on(Verb::Dispatch, None)],
            Stage::InHandling => {
                let verbs = order.map_or(Vec::new(), |it| of_order(it, clock));
                verbs.into_iter().map(|it| on(it, order)).collect()
            }
            Stage::ToCallBack => calling(view.viewer, complaint).into_iter().map(|it| on(it, None)).collect(),
            Stage::Closed | Stage::Archived | Stage::Merged => Vec::new(),
        };
        candidates.into_iter().find(|it| may(&ctx, complaint, it.verb, it.order).is_ok())
    }
}

/// What is due on a work order: for who handles it, for who approves, and at last for who waits for it.
fn of_order(order: &WorkOrder, clock: Option<ClockName>) -> Vec<Verb> {
    let step = match order.stage {
        OrderStage::ToForward => Verb::Forward,
        OrderStage::ToAccept => Verb::Accept,
        OrderStage::Handling => match (clock, order.plan()) {
            (Some(ClockName::Report), _) => Verb::Report,
            (Some(ClockName::Contact), _) => Verb::Contact,
            (_, None) if order.investigation.is_none() => Verb::Investigate,
            (_, None) => Verb::Propose,
            (_, Some(plan)) if plan.is_agreed() => Verb::Execute,
            (_, Some(_)) => Verb::RecordAnswer,
        },
        OrderStage::AwaitingApproval => Verb::Approve,
        OrderStage::Executed => Verb::HandIn,
        OrderStage::HandedIn | OrderStage::Ended => return Vec::new(),
    };
    vec![step, Verb::Remind]
}

/// Who handled it does not call (X13); who is on the telephone writes down what came of it.
fn calling(viewer: PersonId, complaint: &Complaint) -> Vec<Verb> {
    let answered = complaint.attempts().any(|it| it.record.as_ref().is_some_and(|it| it.what.answers.is_some()));
    match complaint.open_call() {
        Some(call) if call.dialled.by == viewer => vec![Verb::RecordCallback],
        Some(_) => Vec::new(),
        // X9: a neutral answer is left to the supervisor.
        None if answered => vec![Verb::Close],
        None if complaint.was_handled_by(viewer) => Vec::new(),
        None => vec![Verb::Dial],
    }
}

fn first_open(complaint: &Complaint) -> Option<&WorkOrder> {
    complaint.current_orders().find(|it| it.stage.is_open())
}

fn owner(complaint: &Complaint, order: Option<&WorkOrder>) -> Owner {
    let tracking = Owner::Person(complaint.tracking);
    match complaint.stage {
        Stage::InHandling => match order {
            Some(it) => order_owner(it),
            None => tracking,
        },
        Stage::Escalated => complaint.escalation.as_ref().map_or(tracking, |it| Owner::Person(it.to)),
        Stage::ToCallBack => complaint.calls_back.map_or(tracking, Owner::Person),
        Stage::ToJudge | Stage::ToReply | Stage::ToDispatch | Stage::Closed | Stage::Archived | Stage::Merged => {
            tracking
        }
    }
}

fn order_owner(order: &WorkOrder) -> Owner {
    let on_the_way = order.via.filter(|_| order.stage == OrderStage::ToForward);
    on_the_way.or(order.handler).map_or(Owner::Department(order.department), Owner::Person)
}
