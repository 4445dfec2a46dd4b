//! From facts to state. No rule lives here: what a fact says is taken over as it stands.

use super::event::{Entry, Event, NewOrder};
use super::moves::{OrderStage, Stage};
use super::sights::Sights;
use super::state::{
    Callback, Closing, Complaint, Contact, Escalation, Merger, OrderEnd, Plan, Planned, Report, Ruling, Stamp, Stamped,
    WorkOrder,
};
use super::terms::{CallOutcome, Kind, PauseReason, Satisfaction, Validity};
use super::words::{Assignment, ReplyOutcome};
use crate::domain::clock::Clocks;
use crate::domain::id::{OrderNo, Round};
use crate::domain::record::{Fact, Recorded, Version};
use crate::domain::text::Prose;

impl Complaint {
    /// The state that the facts of one complaint's stream leave behind; `None` where they do not begin with a
    /// registration. Facts of other streams are passed over.
    #[must_use]
    pub fn fold<'a>(facts: impl IntoIterator<Item = &'a Recorded>) -> Option<Self> {
        let mut complaint: Option<Self> = None;
        for recorded in facts {
            if let Fact::Complaint(entry) = &recorded.fact {
                let stamp = Stamp { at: recorded.at, by: recorded.by };
                match &mut complaint {
                    None => complaint = Self::born(entry, stamp),
                    Some(complaint) => complaint.apply(entry, stamp),
                }
            }
        }
        complaint
    }

    /// The complaint that a registration makes; `None` for any other fact.
    #[must_use]
    pub fn born(entry: &Entry, stamp: Stamp) -> Option<Self> {
        let Event::Registered { id, details, major } = &entry.event else { return None };
        let mut complaint = Self {
            id: *id,
            version: Version::NONE.next(),
            details: (**details).clone(),
            registered: stamp,
            stage: if details.kind == Kind::Complaint { Stage::ToJudge } else { Stage::ToReply },
            round: Round::FIRST,
            major: major.clone(),
            judgement: None,
            acknowledgement: None,
            reply: None,
            solution: None,
            dispatched: None,
            orders: Vec::new(),
            callbacks: Vec::new(),
            appointment: None,
            calls_back: None,
            dissatisfactions: 0,
            escalation: None,
            closing: None,
            tracking: stamp.by,
            group: None,
            links: Vec::new(),
            merged: None,
            meetings: Vec::new(),
            communications: Vec::new(),
            notes: Vec::new(),
            reviews: Vec::new(),
            accountability: Vec::new(),
            improvements: Vec::new(),
            follow_ups: Vec::new(),
            attachments: Vec::new(),
            sights: Sights::default(),
            clocks: Clocks::default(),
        };
        complaint.move_clocks(entry, stamp);
        Some(complaint)
    }

    /// Takes one more fact over.
    pub fn apply(&mut self, entry: &Entry, stamp: Stamp) {
        self.version = self.version.next();
        self.take(&entry.event, stamp);
        self.move_clocks(entry, stamp);
    }

    fn move_clocks(&mut self, entry: &Entry, stamp: Stamp) {
        for it in &entry.clocks {
            self.clocks.apply(it, stamp.at);
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm an event, and nothing else")]
    fn take(&mut self, event: &Event, stamp: Stamp) {
        match event {
            Event::Judged(what) => {
                self.stage = match what.validity {
                    Validity::Founded | Validity::PartlyFounded => Stage::ToDispatch,
                    Validity::Unfounded => Stage::ToReply,
                };
                self.judgement = Some(Stamped { stamp, what: what.clone() });
            }
            Event::Replied(what) => {
                self.stage = match (what.outcome, self.is_complaint()) {
                    (ReplyOutcome::Disputed, true) => Stage::ToJudge,
                    (ReplyOutcome::Understood, _) | (ReplyOutcome::Disputed, false) => self.stage,
                };
                self.reply = Some(Stamped { stamp, what: what.clone() });
            }
            Event::Acknowledged(what) => self.acknowledgement = Some(Stamped { stamp, what: what.clone() }),
            Event::Solved { solution, .. } => self.solution = Some(Stamped { stamp, what: solution.clone() }),
            Event::Converted { .. } => {
                self.details.kind = Kind::Complaint;
                self.stage = Stage::ToJudge;
            }
            Event::Amended { details, .. } => self.details = (**details).clone(),
            Event::MarkedMajor { reason } => {
                if !self.major.contains(reason) {
                    self.major.push(*reason);
                }
            }
            Event::Dispatched { round, orders, note } => {
                self.round = *round;
                self.stage = Stage::InHandling;
                self.dispatched.get_or_insert(stamp);
                self.orders.extend(orders.iter().map(|it| opened(it, *round, note.as_ref(), stamp)));
            }
            Event::RoundCompleted { .. } => self.stage = Stage::ToCallBack,
            Event::RoundEmptied { .. } => self.stage = Stage::ToDispatch,
            Event::RoundOpened { round } => {
                self.round = *round;
                self.appointment = None;
                self.calls_back = None;
                self.stage = Stage::ToDispatch;
            }
            Event::Escalated { to, reason, .. } => {
                self.end_open_orders(stamp);
                self.escalation = Some(Escalation { to: *to, stamp, reason: reason.clone() });
                self.appointment = None;
                self.calls_back = None;
                self.stage = Stage::Escalated;
            }
            Event::Dialled { method, attempt, urgent } => self.callbacks.push(Callback {
                round: self.round,
                attempt: *attempt,
                dialled: stamp,
                method: *method,
                urgent: urgent.clone(),
                record: None,
            }),
            Event::CallbackRecorded { record, .. } => {
                let dissatisfied = record.answers.as_ref().is_some_and(|it| it.result == Satisfaction::Dissatisfied);
                self.dissatisfactions = self.dissatisfactions.saturating_add(u8::from(dissatisfied));
                if record.outcome == CallOutcome::Reached {
                    self.appointment = None;
                }
                if let Some(call) = self.callbacks.last_mut() {
                    call.record = Some(Stamped { stamp, what: (**record).clone() });
                }
            }
            Event::Appointed { at, .. } => self.appointment = Some(*at),
            Event::CallbackAssigned { person } => self.calls_back = *person,
            Event::Closed { code, reason } => {
                self.end_open_orders(stamp);
                self.closing = Some(Closing { code: *code, reason: reason.clone(), stamp });
                self.appointment = None;
                self.calls_back = None;
                self.stage = Stage::Closed;
            }
            Event::Reopened { round, .. } => {
                self.round = *round;
                self.closing = None;
                self.stage = match (self.is_complaint(), self.validity()) {
                    (false, _) => Stage::ToReply,
                    (true, Some(Validity::Founded | Validity::PartlyFounded)) => Stage::ToDispatch,
                    (true, Some(Validity::Unfounded) | None) => Stage::ToJudge,
                };
            }
            Event::Archived => self.stage = Stage::Archived,
            // A second registration of one complaint cannot be: the first one made the stream.
            Event::Registered { .. } | Event::Exempted { .. } | Event::Revealed { .. } => {}
            Event::Communicated(what) => self.communications.push(Stamped { stamp, what: what.clone() }),
            Event::Noted { words } => self.notes.push(Stamped { stamp, what: words.clone() }),
            Event::Met(what) => self.meetings.push(what.clone()),
            Event::Linked(link) => self.links.push(link.clone()),
            Event::Unlinked { kind, other } => self.links.retain(|it| (it.kind, it.other) != (*kind, *other)),
            Event::Merged { into } => {
                self.merged = Some(Merger { into: *into, stamp, from: self.stage });
                self.stage = Stage::Merged;
            }
            Event::Unmerged => {
                if let Some(merger) = self.merged.take() {
                    self.stage = merger.from;
                }
            }
            Event::TrackingAssigned { person } => self.tracking = *person,
            Event::GroupFormed(group) => self.group = Some(group.clone()),
            Event::Reviewed { words } => self.reviews.push(Stamped { stamp, what: words.clone() }),
            Event::HeldAccountable(what) => self.accountability.push(Stamped { stamp, what: what.clone() }),
            Event::ImprovementPlanned(what) => {
                self.improvements.push(Planned { stamp, what: what.clone(), finished: None });
            }
            Event::ImprovementFinished { index, words } => finish(&mut self.improvements, *index, words, stamp),
            Event::FollowUpPlanned(what) => self.follow_ups.push(Planned { stamp, what: what.clone(), finished: None }),
            Event::FollowUpFinished { index, words } => finish(&mut self.follow_ups, *index, words, stamp),
            Event::Attached(what) => self.attachments.push(Stamped { stamp, what: what.clone() }),
            Event::SightAsked { reason } => self.sights.ask(stamp, reason.clone()),
            Event::SightAnswered { person, answer } => {
                self.sights.answer(*person, Stamped { stamp, what: answer.clone() });
            }
            Event::Recalled { order, .. }
            | Event::Forwarded { order, .. }
            | Event::Accepted { order, .. }
            | Event::GivenBack { order, .. }
            | Event::Transferred { order, .. }
            | Event::Reassigned { order, .. }
            | Event::AssistantsSet { order, .. }
            | Event::Reported { order, .. }
            | Event::ReportPromised { order, .. }
            | Event::Contacted { order, .. }
            | Event::Investigated { order, .. }
            | Event::Proposed { order, .. }
            | Event::Answered { order, .. }
            | Event::Submitted { order, .. }
            | Event::Approved { order, .. }
            | Event::VerballyApproved { order, .. }
            | Event::PlanSentBack { order, .. }
            | Event::Executed { order, .. }
            | Event::HandedIn { order, .. }
            | Event::Paused { order, .. }
            | Event::Resumed { order }
            | Event::Reminded { order, .. }
            | Event::Supervised { order, .. } => {
                if let Some(order) = self.order_mut(*order) {
                    order.take(event, stamp);
                }
            }
        }
    }

    fn order_mut(&mut self, no: OrderNo) -> Option<&mut WorkOrder> {
        self.orders.iter_mut().find(|it| it.no == no)
    }

    fn end_open_orders(&mut self, stamp: Stamp) {
        for order in self.orders.iter_mut().filter(|it| it.stage.is_open()) {
            order.stage = OrderStage::Ended;
            order.ended = Some(Stamped { stamp, what: OrderEnd::ClosedOver });
        }
    }
}

impl WorkOrder {
    #[expect(clippy::too_many_lines, reason = "one arm an event, and nothing else")]
    fn take(&mut self, event: &Event, stamp: Stamp) {
        match event {
            Event::Recalled { reason, .. } => self.end(OrderEnd::Recalled(reason.clone()), stamp),
            Event::GivenBack { reason, words, .. } => self.end(OrderEnd::GivenBack(*reason, words.clone()), stamp),
            Event::Forwarded { to, .. } => {
                self.hand_to(to);
                self.forwarded = Some(stamp);
                self.stage = OrderStage::ToAccept;
            }
            Event::Transferred { to, .. } => {
                self.hand_to(to);
                self.accepted = None;
                self.paused = None;
                self.stage = OrderStage::ToAccept;
            }
            Event::Accepted { handler, .. } => {
                self.handler = Some(*handler);
                self.accepted = Some(stamp);
                self.stage = OrderStage::Handling;
            }
            Event::Reassigned { handler, .. } => self.handler = Some(*handler),
            Event::AssistantsSet { assistants, .. } => self.assistants.clone_from(assistants),
            Event::Reported { progress, words, due, on_time, .. } => {
                self.reports_due += due;
                self.reports_on_time += on_time;
                self.supervised = 0;
                let on_time = due == on_time;
                self.reports.push(Report { stamp, progress: *progress, words: words.clone(), on_time });
            }
            Event::ReportPromised { missed, .. } => {
                self.reports_due += missed;
                self.supervised = 0;
            }
            Event::Contacted { method, words, .. } => {
                self.contacts.push(Contact { stamp, method: *method, words: words.clone() });
            }
            Event::Investigated { findings, .. } => {
                self.investigation = Some(Stamped { stamp, what: (**findings).clone() });
            }
            Event::Proposed { version, plan, .. } => self.plans.push(Plan {
                version: *version,
                stamp,
                proposal: (**plan).clone(),
                answer: None,
                ruling: None,
                executed: None,
            }),
            Event::Answered { version, answer, .. } => {
                self.on_plan(*version, |it| it.answer = Some(Stamped { stamp, what: answer.clone() }));
            }
            Event::Submitted { .. } => {
                self.stage = OrderStage::AwaitingApproval;
                self.paused = Some(PauseReason::WaitingForApproval);
            }
            Event::Approved { version, method, words, .. } => {
                self.rule(*version, Ruling::Approved { method: *method, words: words.clone() }, stamp);
            }
            Event::VerballyApproved { version, approval, .. } => {
                self.rule(*version, Ruling::Verbal(approval.clone()), stamp);
            }
            Event::PlanSentBack { version, words, .. } => self.rule(*version, Ruling::SentBack(words.clone()), stamp),
            Event::Executed { version, words, .. } => {
                self.on_plan(*version, |it| it.executed = Some(Stamped { stamp, what: words.clone() }));
                self.stage = OrderStage::Executed;
            }
            Event::HandedIn { slip, missed, .. } => {
                self.reports_due += missed;
                self.slip = Some(Stamped { stamp, what: (**slip).clone() });
                self.paused = None;
                self.stage = OrderStage::HandedIn;
            }
            Event::Paused { reason, .. } => self.paused = Some(*reason),
            Event::Resumed { .. } => self.paused = None,
            Event::Reminded { .. } => self.reminders = self.reminders.saturating_add(1),
            Event::Supervised { missed, .. } => self.supervised = (*missed).max(1),
            Event::Registered { .. }
            | Event::Judged(_)
            | Event::Replied(_)
            | Event::Acknowledged(_)
            | Event::Solved { .. }
            | Event::Converted { .. }
            | Event::Amended { .. }
            | Event::MarkedMajor { .. }
            | Event::Dispatched { .. }
            | Event::RoundCompleted { .. }
            | Event::RoundEmptied { .. }
            | Event::Exempted { .. }
            | Event::Dialled { .. }
            | Event::CallbackRecorded { .. }
            | Event::RoundOpened { .. }
            | Event::Escalated { .. }
            | Event::Appointed { .. }
            | Event::CallbackAssigned { .. }
            | Event::Closed { .. }
            | Event::Reopened { .. }
            | Event::Archived
            | Event::Communicated(_)
            | Event::Noted { .. }
            | Event::Met(_)
            | Event::Linked(_)
            | Event::Unlinked { .. }
            | Event::Merged { .. }
            | Event::Unmerged
            | Event::TrackingAssigned { .. }
            | Event::GroupFormed(_)
            | Event::Reviewed { .. }
            | Event::HeldAccountable(_)
            | Event::ImprovementPlanned(_)
            | Event::ImprovementFinished { .. }
            | Event::FollowUpPlanned(_)
            | Event::FollowUpFinished { .. }
            | Event::Attached(_)
            | Event::Revealed { .. }
            | Event::SightAsked { .. }
            | Event::SightAnswered { .. } => {}
        }
    }

    fn hand_to(&mut self, to: &Assignment) {
        self.department = to.department;
        self.handler = to.handler;
        self.assistants.clone_from(&to.assistants);
    }

    fn end(&mut self, how: OrderEnd, stamp: Stamp) {
        self.stage = OrderStage::Ended;
        self.paused = None;
        self.ended = Some(Stamped { stamp, what: how });
    }

    fn rule(&mut self, version: u16, ruling: Ruling, stamp: Stamp) {
        self.on_plan(version, |it| it.ruling = Some(Stamped { stamp, what: ruling }));
        self.stage = OrderStage::Handling;
        if self.paused == Some(PauseReason::WaitingForApproval) {
            self.paused = None;
        }
    }

    fn on_plan(&mut self, version: u16, change: impl FnOnce(&mut Plan)) {
        if let Some(plan) = self.plans.iter_mut().find(|it| it.version == version) {
            change(plan);
        }
    }
}

fn opened(it: &NewOrder, round: Round, note: Option<&Prose>, stamp: Stamp) -> WorkOrder {
    WorkOrder {
        no: it.order,
        round,
        stage: if it.via.is_some() { OrderStage::ToForward } else { OrderStage::ToAccept },
        department: it.to.department,
        handler: it.to.handler,
        via: it.via,
        assistants: it.to.assistants.clone(),
        dispatched: stamp,
        note: note.cloned(),
        forwarded: None,
        accepted: None,
        reports: Vec::new(),
        reports_due: 0,
        reports_on_time: 0,
        contacts: Vec::new(),
        investigation: None,
        plans: Vec::new(),
        slip: None,
        ended: None,
        reminders: 0,
        supervised: 0,
        paused: None,
    }
}

fn finish<T>(planned: &mut [Planned<T>], index: u16, words: &Prose, stamp: Stamp) {
    if let Some(it) = planned.get_mut(usize::from(index)) {
        it.finished = Some(Stamped { stamp, what: words.clone() });
    }
}
