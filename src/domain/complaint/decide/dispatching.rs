//! Dispatch and what happens to a work order before and beside its handling (C01–C15, A05, X4).

use std::collections::BTreeSet;

use super::desk::dispatch_clock;
use super::{Case, plain};
use crate::domain::clock::{ClockKey, Move};
use crate::domain::complaint::event::{Entry, Event, NewOrder};
use crate::domain::complaint::moves::Stage;
use crate::domain::complaint::rejection::Rejection;
use crate::domain::complaint::state::WorkOrder;
use crate::domain::complaint::terms::{ExemptionReason, PauseReason, ReturnReason, Validity};
use crate::domain::complaint::words::Assignment;
use crate::domain::id::{OrderNo, PersonId, Round};
use crate::domain::limits::ClockName;
use crate::domain::office::Route;
use crate::domain::record::PROGRAM;
use crate::domain::text::{Line, Prose};

impl Case<'_> {
    /// One work order a department (C04). The dispatch clock stops at the first hop (X4).
    pub(super) fn dispatch(&self, to: Vec<Assignment>, note: Option<Prose>) -> Result<Vec<Entry>, Rejection> {
        match self.complaint.validity() {
            Some(Validity::Founded | Validity::PartlyFounded) => {}
            Some(Validity::Unfounded) | None => return Err(Rejection::NotFounded),
        }
        // A manager who takes an escalated complaint over opens the next round (F02, X5).
        let round = match self.complaint.stage {
            Stage::Escalated => self.complaint.round.next(),
            Stage::ToJudge
            | Stage::ToReply
            | Stage::ToDispatch
            | Stage::InHandling
            | Stage::ToCallBack
            | Stage::Closed
            | Stage::Archived
            | Stage::Merged => self.complaint.round,
        };
        Ok(vec![self.dispatched(round, to, note)?])
    }

    /// The work orders of a round. Routes apply to the first round; later ones go straight to the departments.
    pub(super) fn dispatched(
        &self,
        round: Round,
        to: Vec<Assignment>,
        note: Option<Prose>,
    ) -> Result<Entry, Rejection> {
        self.check_targets(round, &to)?;
        let via = self.via(round);
        let first = self.complaint.orders.iter().map(|it| it.no.0).max().unwrap_or(0) + 1;
        let orders: Vec<NewOrder> = (first..)
            .zip(to)
            .map(|(no, to)| NewOrder { order: OrderNo(no), via: via.filter(|it| to.handler != Some(*it)), to })
            .collect();
        let mut clocks: Vec<Move> = self.stop(ClockName::Dispatch, None).into_iter().collect();
        clocks.extend(self.stop(ClockName::SecondHop, None));
        clocks.extend(orders.iter().map(|it| {
            let name = if it.via.is_some() { ClockName::SecondHop } else { ClockName::Accept };
            self.start(name, Some(it.order))
        }));
        Ok(Entry { event: Event::Dispatched { round, orders, note }, clocks })
    }

    fn via(&self, round: Round) -> Option<PersonId> {
        if round != Round::FIRST {
            return None;
        }
        match self.ctx.office.category(self.complaint.details.category)?.route {
            Route::Direct => None,
            Route::ViaManager(manager) => (manager != self.ctx.actor).then_some(manager),
        }
    }

    fn check_targets(&self, round: Round, to: &[Assignment]) -> Result<(), Rejection> {
        if to.is_empty() {
            return Err(Rejection::NobodyNamed);
        }
        let open = self.complaint.orders.iter().filter(|it| it.round == round && it.stage.is_open());
        let mut taken: BTreeSet<_> = open.map(|it| it.department).collect();
        for it in to {
            self.check_target(it)?;
            if !taken.insert(it.department) {
                return Err(Rejection::AlreadyThere { department: it.department });
            }
        }
        Ok(())
    }

    /// The department exists, the handler works there, assistants exist (A04).
    pub(super) fn check_target(&self, to: &Assignment) -> Result<(), Rejection> {
        self.department(to.department)?;
        if let Some(handler) = to.handler
            && self.person(handler)?.department != to.department
        {
            return Err(Rejection::HandlerElsewhere { person: handler, department: to.department });
        }
        to.assistants.iter().try_for_each(|it| self.person(*it).map(|_| ()))
    }

    /// Until it is accepted a dispatch can be taken back.
    pub(super) fn recall(&self, no: OrderNo, reason: Line) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        let entry = Entry { event: Event::Recalled { order: no, reason }, clocks: self.drop_order_clocks(no) };
        Ok(self.without(order, entry))
    }

    /// C15: giving back needs a reason and is counted.
    pub(super) fn give_back(&self, no: OrderNo, reason: ReturnReason, words: Prose) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        let event = Event::GivenBack { order: no, reason, words };
        Ok(self.without(order, Entry { event, clocks: self.drop_order_clocks(no) }))
    }

    /// What follows when a work order ends without a slip: nothing while others are open; the callback where the
    /// others came back; a new dispatch where none is left (C05: no complaint without an owner).
    fn without(&self, order: &WorkOrder, ended: Entry) -> Vec<Entry> {
        let mut others = self.complaint.current_orders().filter(|it| it.no != order.no).peekable();
        let (mut open, mut handed_in) = (false, false);
        for it in &mut others {
            open |= it.stage.is_open();
            handed_in |= it.slip.is_some();
        }
        let round = self.complaint.round;
        if open {
            vec![ended]
        } else if handed_in {
            vec![ended, self.round_completed(round)]
        } else {
            let clocks = vec![self.start(ClockName::Dispatch, None)];
            vec![ended, Entry { event: Event::RoundEmptied { round }, clocks }]
        }
    }

    /// E01: every work order came back, the callback is due (T07); by X1 the earlier of two limits counts where the
    /// office wants both.
    pub(super) fn round_completed(&self, round: Round) -> Entry {
        let start = self.start(ClockName::Callback, None);
        Entry { event: Event::RoundCompleted { round }, clocks: vec![start] }
    }

    /// A05: the manager passes the work order on to the regional head; that hop has its own clock (T02).
    pub(super) fn forward(&self, no: OrderNo, to: Assignment) -> Result<Vec<Entry>, Rejection> {
        self.check_target(&to)?;
        let mut clocks: Vec<Move> = self.stop(ClockName::SecondHop, Some(no)).into_iter().collect();
        clocks.push(self.start(ClockName::Accept, Some(no)));
        Ok(vec![Entry { event: Event::Forwarded { order: no, to }, clocks }])
    }

    /// 转办 (C12): the clocks of the department that gives it away end, the next one has to accept.
    pub(super) fn transfer(&self, no: OrderNo, to: Assignment, reason: Prose) -> Result<Vec<Entry>, Rejection> {
        self.check_target(&to)?;
        let elsewhere = self
            .complaint
            .current_orders()
            .any(|it| it.no != no && it.stage.is_open() && it.department == to.department);
        if elsewhere || self.order(no)?.department == to.department {
            return Err(Rejection::AlreadyThere { department: to.department });
        }
        let mut clocks = self.drop_order_clocks(no);
        clocks.push(self.start(ClockName::Accept, Some(no)));
        Ok(vec![Entry { event: Event::Transferred { order: no, to, reason }, clocks }])
    }

    /// 换处理人, within the department.
    pub(super) fn reassign(&self, no: OrderNo, handler: PersonId, reason: Line) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        if self.person(handler)?.department != order.department {
            return Err(Rejection::HandlerElsewhere { person: handler, department: order.department });
        }
        if order.handler == Some(handler) {
            return Err(Rejection::DoneAlready);
        }
        Ok(vec![plain(Event::Reassigned { order: no, handler, reason })])
    }

    /// 协办 (A04): the list as it shall be.
    pub(super) fn assist(&self, no: OrderNo, assistants: Vec<PersonId>) -> Result<Vec<Entry>, Rejection> {
        assistants.iter().try_for_each(|it| self.person(*it).map(|_| ()))?;
        if self.order(no)?.assistants == assistants {
            return Err(Rejection::DoneAlready);
        }
        Ok(vec![plain(Event::AssistantsSet { order: no, assistants })])
    }

    /// 暂停计时: the report clock and the day clocks of the work order stand still, with a reason.
    pub(super) fn pause(&self, no: OrderNo, reason: PauseReason, words: Line) -> Result<Vec<Entry>, Rejection> {
        if self.order(no)?.paused.is_some() {
            return Err(Rejection::DoneAlready);
        }
        let clocks = self.running_of(no).map(|key| Move::Pause { key, reason }).collect();
        Ok(vec![Entry { event: Event::Paused { order: no, reason, words }, clocks }])
    }

    /// 恢复计时: what was paused is added, nothing is lost.
    pub(super) fn resume(&self, no: OrderNo) -> Result<Vec<Entry>, Rejection> {
        if self.order(no)?.paused.is_none() {
            return Err(Rejection::DoneAlready);
        }
        Ok(vec![Entry { event: Event::Resumed { order: no }, clocks: self.resumed(no) }])
    }

    fn running_of(&self, no: OrderNo) -> impl Iterator<Item = ClockKey> {
        self.complaint
            .clocks
            .running()
            .filter(move |it| super::is_order_clock(it.key, no) && it.paused().is_none())
            .map(|it| it.key)
    }

    /// The moves that set the paused clocks of a work order going again.
    pub(super) fn resumed(&self, no: OrderNo) -> Vec<Move> {
        let calendar = self.ctx.office.calendar();
        self.complaint
            .clocks
            .running()
            .filter(|it| super::is_order_clock(it.key, no) && it.paused().is_some())
            .map(|it| crate::domain::clock::resume(calendar, it, self.ctx.now))
            .collect()
    }

    /// X19: counted as exempted, not as on time.
    pub(super) fn exempt(
        &self,
        clock: ClockKey,
        reason: ExemptionReason,
        words: Line,
    ) -> Result<Vec<Entry>, Rejection> {
        let running = self.complaint.clocks.find(clock).filter(|_| self.complaint.clocks.is_running(clock));
        match running {
            None => Err(Rejection::ClockNotRunning),
            Some(it) if it.exempt.is_some() => Err(Rejection::DoneAlready),
            Some(_) => {
                let clocks = vec![Move::Exempt { key: clock, reason }];
                Ok(vec![Entry { event: Event::Exempted { clock, reason, words }, clocks }])
            }
        }
    }

    /// 督办 (C08, D24). By the program once a run of missed reports, from the third on (scenario 2).
    pub(super) fn supervise(&self, no: OrderNo, words: Option<Line>) -> Result<Vec<Entry>, Rejection> {
        let order = self.order(no)?;
        let missed = self.missed_reports(no);
        if self.ctx.actor == PROGRAM {
            let enough = u32::from(self.ctx.office.rules().missed_reports_to_supervise);
            if missed < enough || 0 < order.supervised {
                return Err(Rejection::DoneAlready);
            }
        }
        Ok(vec![plain(Event::Supervised { order: no, missed, words })])
    }

    /// Reports of a work order that should have come since the last one.
    pub(super) fn missed_reports(&self, no: OrderNo) -> u32 {
        let key = ClockKey { name: ClockName::Report, order: Some(no) };
        let running =
            self.complaint.clocks.find(key).filter(|it| self.complaint.clocks.is_running(key) && it.exempt.is_none());
        running.map_or(0, |it| it.missed(self.ctx.office.calendar(), self.ctx.now))
    }

    /// Takes the dispatch clock of a new round up.
    pub(super) fn round_opened(&self, round: Round) -> Entry {
        let clocks = if self.complaint.clocks.is_running(dispatch_clock()) {
            Vec::new()
        } else {
            vec![self.start(ClockName::Dispatch, None)]
        };
        Entry { event: Event::RoundOpened { round }, clocks }
    }
}
