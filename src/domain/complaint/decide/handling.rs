//! The departments' work: accept, report every 30 minutes, contact, investigate, plan, approval, execution, slip
//! (C06, D01–D24).

use super::{Case, plain};
use crate::domain::clock::{self, ClockKey, Move};
use crate::domain::complaint::event::{Entry, Event};
use crate::domain::complaint::rejection::{Needed, Rejection};
use crate::domain::complaint::state::{Plan, Ruling, WorkOrder};
use crate::domain::complaint::terms::{
    AcceptanceMethod, ApprovalMethod, ContactMethod, FollowUpKind, Money, PauseReason, Progress,
};
use crate::domain::complaint::words::{Agreement, Answer, FollowUp, Investigation, Proposal, Slip, VerbalApproval};
use crate::domain::id::{OrderNo, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::office::{ApprovalScope, Person, ReportsUntil, Signature};
use crate::domain::role::Role;
use crate::domain::text::{Line, Prose};

impl Case<'_> {
    /// 签收: who accepts handles it, unless somebody was named. The report and contact clocks start.
    pub(super) fn accept(&self, no: OrderNo) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        let handler = order.handler.unwrap_or(self.ctx.actor);
        let mut clocks: Vec<Move> = self.stop(ClockName::Accept, Some(no)).into_iter().collect();
        clocks.push(self.report_clock(no));
        clocks.push(self.start(ClockName::Contact, Some(no)));
        Ok(vec![Entry { event: Event::Accepted { order: no, handler }, clocks }])
    }

    fn report_clock(&self, no: OrderNo) -> Move {
        let limits = self.ctx.office.limits();
        let limit = limits.report_for(self.complaint.priority());
        let key = ClockKey { name: ClockName::Report, order: Some(no) };
        clock::start_with(self.ctx.office.calendar(), limit, limits.edition, key, self.ctx.now)
    }

    /// C06, T03: a report is in time if it comes until the due instant; the next one is due an interval later.
    pub(super) fn report(&self, no: OrderNo, progress: Progress, words: Prose) -> Vec<Entry> {
        let key = ClockKey { name: ClockName::Report, order: Some(no) };
        let running = self.complaint.clocks.find(key).filter(|_| self.complaint.clocks.is_running(key));
        let (due, on_time, clocks) = match running {
            Some(it) if it.paused().is_some() => (0, 0, Vec::new()),
            Some(it) if it.exempt.is_some() => (0, 0, vec![self.report_clock(no)]),
            Some(it) => {
                let missed = it.missed(self.ctx.office.calendar(), self.ctx.now);
                (missed.max(1), u32::from(self.ctx.now <= it.due), vec![self.report_clock(no)])
            }
            None => (0, 0, Vec::new()),
        };
        vec![Entry { event: Event::Reported { order: no, progress, words, due, on_time }, clocks }]
    }

    /// X8: the next report may be promised for later, at most four working hours ahead, with a reason.
    pub(super) fn promise_report(&self, no: OrderNo, minutes: u32, reason: Line) -> Result<Vec<Entry>, Rejection> {
        let longest = self.ctx.office.rules().longest_promise_minutes;
        if minutes == 0 || longest < minutes {
            return Err(Rejection::PromiseTooLong { longest });
        }
        let key = ClockKey { name: ClockName::Report, order: Some(no) };
        let Some(running) =
            self.complaint.clocks.find(key).filter(|it| self.complaint.clocks.is_running(key) && it.paused().is_none())
        else {
            return Err(Rejection::ClockNotRunning);
        };
        let calendar = self.ctx.office.calendar();
        let due = calendar.due(self.ctx.now, chrono::Duration::minutes(i64::from(minutes)));
        if due <= running.due {
            return Err(Rejection::DoneAlready);
        }
        let early = chrono::Duration::minutes(i64::from(minutes.saturating_sub(10)));
        let missed = running.missed(calendar, self.ctx.now);
        let clocks = vec![Move::Extend { key, due, warn: calendar.due(self.ctx.now, early) }];
        Ok(vec![Entry { event: Event::ReportPromised { order: no, minutes, reason, missed }, clocks }])
    }

    /// D01: the first contact stops the contact clock (T05).
    pub(super) fn contact(&self, no: OrderNo, method: ContactMethod, words: Prose) -> Vec<Entry> {
        let clocks = self.stop(ClockName::Contact, Some(no)).into_iter().collect();
        vec![Entry { event: Event::Contacted { order: no, method, words }, clocks }]
    }

    /// D02–D07.
    pub(super) fn investigate(no: OrderNo, findings: Box<Investigation>) -> Result<Vec<Entry>, Rejection> {
        if findings.methods.is_empty() {
            return Err(Rejection::Missing { what: Needed::Method });
        }
        Ok(vec![plain(Event::Investigated { order: no, findings })])
    }

    /// D09, D12: versions are dense and only added to.
    pub(super) fn propose(&self, no: OrderNo, plan: Box<Proposal>) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        if order.investigation.is_none() {
            return Err(Rejection::Missing { what: Needed::Investigation });
        }
        let version = order.plan().map_or(0, |it| it.version) + 1;
        Ok(vec![plain(Event::Proposed { order: no, version, plan })])
    }

    fn plan(order: &WorkOrder) -> Result<&Plan, Rejection> {
        order.plan().ok_or(Rejection::Missing { what: Needed::Plan })
    }

    /// D11, D12: an agreement is also an answer to the customer (T14). Where the office wants it in writing, only a
    /// signature counts (D14, X10).
    pub(super) fn record_answer(&self, no: OrderNo, answer: Answer) -> Result<Vec<Entry>, Rejection> {
        let version = Self::plan(self.order(no)?)?.version;
        let signed = answer.method == AcceptanceMethod::Signature;
        if answer.agreement == Agreement::Agreed && self.ctx.office.rules().signature == Signature::Required && !signed
        {
            return Err(Rejection::Missing { what: Needed::Signature });
        }
        let clocks = match answer.agreement {
            Agreement::Agreed => self.stop(ClockName::Promise, None).into_iter().collect(),
            Agreement::Refused => Vec::new(),
        };
        Ok(vec![Entry { event: Event::Answered { order: no, version, answer }, clocks }])
    }

    /// D10: the report clock stands still while the plan lies with the approver; the approver's clock runs.
    pub(super) fn submit(&self, no: OrderNo) -> Result<Vec<Entry>, Rejection> {
        let plan = Self::plan(self.order(no)?)?;
        Self::still_open(no, plan)?;
        let mut clocks = self.pausing(no);
        clocks.push(self.approval_clock(no));
        Ok(vec![Entry { event: Event::Submitted { order: no, version: plan.version }, clocks }])
    }

    /// A major complaint's plan is ruled upon sooner than an ordinary one's.
    fn approval_clock(&self, no: OrderNo) -> Move {
        let limits = self.ctx.office.limits();
        let limit = if self.complaint.is_major() { limits.of(ClockName::Approval) } else { limits.approval_ordinary };
        let key = ClockKey { name: ClockName::Approval, order: Some(no) };
        clock::start_with(self.ctx.office.calendar(), limit, limits.edition, key, self.ctx.now)
    }

    fn pausing(&self, no: OrderNo) -> Vec<Move> {
        let key = ClockKey { name: ClockName::Report, order: Some(no) };
        let runs = self
            .complaint
            .clocks
            .find(key)
            .is_some_and(|it| self.complaint.clocks.is_running(key) && it.paused().is_none());
        if runs { vec![Move::Pause { key, reason: PauseReason::WaitingForApproval }] } else { Vec::new() }
    }

    /// A plan that was ruled upon is not ruled upon again: a new version is.
    fn still_open(no: OrderNo, plan: &Plan) -> Result<(), Rejection> {
        match plan.ruling.as_ref().map(|it| &it.what) {
            None => Ok(()),
            Some(Ruling::SentBack(_)) => Err(Rejection::NewVersionNeeded { order: no }),
            Some(Ruling::Approved { .. } | Ruling::Verbal(_)) => Err(Rejection::ApprovedAlready { order: no }),
        }
    }

    /// A08, A19: by the approver's own hand.
    pub(super) fn approve(
        &self,
        no: OrderNo,
        method: ApprovalMethod,
        words: Option<Prose>,
    ) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        let plan = Self::plan(order)?;
        let approver = self.person(self.ctx.actor)?;
        Self::check_approver(order, plan, approver)?;
        let clocks = self.ruled(no);
        Ok(vec![Entry { event: Event::Approved { order: no, version: plan.version, method, words }, clocks }])
    }

    /// X7: what was said is written down by somebody else; person, time and words are kept.
    pub(super) fn record_verbal_approval(
        &self,
        no: OrderNo,
        approval: VerbalApproval,
    ) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        let plan = Self::plan(order)?;
        Self::still_open(no, plan)?;
        if self.ctx.now < approval.given {
            return Err(Rejection::InTheFuture);
        }
        let approver = self.person(approval.approver)?;
        Self::check_approver(order, plan, approver)?;
        if approval.approver == self.ctx.actor || approval.witness == Some(approval.approver) {
            return Err(Rejection::Missing { what: Needed::Witness });
        }
        if let Some(witness) = approval.witness {
            self.person(witness)?;
        }
        let clocks = self.ruled(no);
        Ok(vec![Entry { event: Event::VerballyApproved { order: no, version: plan.version, approval }, clocks }])
    }

    /// 退回修改: the handler writes a new version.
    pub(super) fn send_plan_back(&self, no: OrderNo, words: Prose) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        let plan = Self::plan(order)?;
        let clocks = self.ruled(no);
        Ok(vec![Entry { event: Event::PlanSentBack { order: no, version: plan.version, words }, clocks }])
    }

    fn ruled(&self, no: OrderNo) -> Vec<Move> {
        let mut clocks: Vec<Move> = self.stop(ClockName::Approval, Some(no)).into_iter().collect();
        if self.order(no).is_ok_and(|it| it.paused == Some(PauseReason::WaitingForApproval)) {
            clocks.extend(self.resumed(no));
        }
        clocks
    }

    /// D10: the department's manager, or one above; within the amount; not the plan's author.
    fn check_approver(order: &WorkOrder, plan: &Plan, approver: &Person) -> Result<(), Rejection> {
        let leads = approver.roles.has(Role::DepartmentManager) && approver.department == order.department;
        let above = approver.roles.has(Role::EscalationManager) || approver.roles.has(Role::Manager);
        if !leads && !above {
            return Err(Rejection::NotTheApprover { person: approver.id });
        }
        if plan.stamp.by == approver.id {
            return Err(Rejection::OwnPlan);
        }
        match approver.approval_limit {
            Some(limit) if limit < plan.amount() => Err(Rejection::OverLimit { limit }),
            Some(_) | None => Ok(()),
        }
    }

    /// Whether the plans of this complaint need an approval (D10, X7).
    pub(super) fn needs_approval(&self) -> bool {
        match self.ctx.office.rules().approval_scope {
            ApprovalScope::All => true,
            ApprovalScope::Major => self.complaint.is_major() || self.ctx.office.rules().major_amount <= self.planned(),
        }
    }

    fn planned(&self) -> Money {
        self.complaint.current_orders().filter_map(WorkOrder::plan).map(Plan::amount).sum()
    }

    /// D10–D12, scenario 3: no execution without contact, agreement and, where it is needed, approval.
    pub(super) fn execute(&self, no: OrderNo, words: Prose) -> Result<Vec<Entry>, Rejection> {
        let version = self.ready_to_execute(no)?.version;
        let clocks = vec![self.start(ClockName::Result, Some(no))];
        Ok(vec![Entry { event: Event::Executed { order: no, version, words }, clocks }])
    }

    /// The plan that can be executed, or what stands in the way (D10–D12).
    pub(super) fn ready_to_execute(&self, no: OrderNo) -> Result<&Plan, Rejection> {
        let order = self.order(no)?;
        let plan = Self::plan(order)?;
        if order.contacts.is_empty() {
            return Err(Rejection::Missing { what: Needed::Contact });
        }
        match plan.ruling.as_ref().map(|it| &it.what) {
            Some(Ruling::SentBack(_)) => return Err(Rejection::NewVersionNeeded { order: no }),
            None if self.needs_approval() => return Err(Rejection::ApprovalMissing { order: no }),
            Some(Ruling::Approved { .. } | Ruling::Verbal(_)) | None => {}
        }
        match plan.answer.as_ref().map(|it| it.what.agreement) {
            Some(Agreement::Agreed) => Ok(plan),
            Some(Agreement::Refused) => Err(Rejection::NewVersionNeeded { order: no }),
            None => Err(Rejection::AgreementMissing { order: no }),
        }
    }

    /// Whether the actor may approve the newest plan: leads the department or stands above it, did not write the
    /// plan, and may grant the amount (A08, A19).
    pub(super) fn approvable(&self, no: OrderNo) -> Result<(), Rejection> {
        let order = self.order(no)?;
        Self::check_approver(order, Self::plan(order)?, self.person(self.ctx.actor)?)
    }

    /// D16–D18, H07: the slip, signed by who leads the department. The last one of a round makes the callback due.
    pub(super) fn hand_in(&self, no: OrderNo, slip: Box<Slip>) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        self.check_signatory(order, slip.signed_by)?;
        let unfinished = slip.unfinished.clone();
        let missed = self.missed_reports(no);
        let mut clocks: Vec<Move> = self.drop_order_clocks(no);
        clocks.retain(|it| !matches!(it, Move::Stop { key } | Move::Cancel { key } if self.goes_on(*key)));
        // The slip itself is what the result clock waited for: in time or not, it stops.
        for it in &mut clocks {
            if let Move::Cancel { key } = it
                && key.name == ClockName::Result
            {
                *it = Move::Stop { key: *key };
            }
        }
        let owner = order.handler.unwrap_or(self.ctx.actor);
        let mut entries = vec![Entry { event: Event::HandedIn { order: no, slip, missed }, clocks }];
        if let Some(words) = unfinished {
            entries.extend(self.promised_rest(words, owner));
        }
        if self.complaint.current_orders().all(|it| it.no == no || !it.stage.is_open()) {
            entries.push(self.round_completed(self.complaint.round));
        }
        Ok(entries)
    }

    /// X8: with the office's option the report clock outlives the slip, until closing.
    fn goes_on(&self, key: ClockKey) -> bool {
        key.name == ClockName::Report && self.ctx.office.rules().reports_until == ReportsUntil::Closed
    }

    /// D23: what is unfinished becomes a promise with a clock.
    fn promised_rest(&self, words: Prose, owner: PersonId) -> Option<Entry> {
        let what = FollowUp { kind: FollowUpKind::Promise, words, owner, due: None };
        self.follow_up(what).ok().and_then(|it| it.into_iter().next())
    }

    fn check_signatory(&self, order: &WorkOrder, signed_by: PersonId) -> Result<(), Rejection> {
        let person = self.person(signed_by)?;
        let leads = person.roles.has(Role::DepartmentManager) && person.department == order.department;
        let above = person.roles.has(Role::EscalationManager) || person.roles.has(Role::Manager);
        let nobody = self.ctx.office.managers_of(order.department).next().is_none();
        if leads || (nobody && above) { Ok(()) } else { Err(Rejection::NotTheSignatory { person: signed_by }) }
    }
}
