//! The desk calls back; satisfaction closes, dissatisfaction opens a round or escalates by itself (E01–E20, F01–F07).

use std::collections::BTreeSet;

use super::{Case, plain};
use crate::domain::clock::{ClockKey, Move};
use crate::domain::complaint::event::{Entry, Event};
use crate::domain::complaint::moves::{Stage, Verb};
use crate::domain::complaint::rejection::{Needed, Rejection};
use crate::domain::complaint::terms::{CallOutcome, CloseCode, ContactMethod, MajorReason, Satisfaction, Validity};
use crate::domain::complaint::words::{Answers, Assignment, CallbackRecord, Redispatch};
use crate::domain::id::PersonId;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::NeutralAnswer;
use crate::domain::record::PROGRAM;
use crate::domain::role::Role;
use crate::domain::text::{Line, Prose};

impl Case<'_> {
    /// E12, X13, scenario 7: not while the customer rests, unless it is urgent and the reason is recorded; never by who
    /// handled it.
    pub(super) fn dial(&self, method: ContactMethod, urgent: Option<Line>) -> Result<Vec<Entry>, Rejection> {
        if self.complaint.was_handled_by(self.ctx.actor) {
            return Err(Rejection::CallerHandled);
        }
        if self.complaint.open_call().is_some() {
            return Err(Rejection::CallGoesOn);
        }
        let disturbs = matches!(method, ContactMethod::Phone | ContactMethod::Visit);
        if disturbs
            && urgent.is_none()
            && let Some(until) = self.rests_until()
        {
            return Err(Rejection::QuietHours { until });
        }
        let urgent = urgent.filter(|_| self.rests_until().is_some());
        let attempt = self.complaint.attempts().count() + 1;
        let attempt = u16::try_from(attempt).unwrap_or(u16::MAX);
        Ok(vec![plain(Event::Dialled { method, attempt, urgent })])
    }

    /// When calling is possible again; `None`: it is possible now. The office's quiet hours and the customer's own.
    fn rests_until(&self) -> Option<Moment> {
        self.quiet_until(self.ctx.now)
    }

    fn quiet_until(&self, at: Moment) -> Option<Moment> {
        crate::domain::complaint::quiet_until(self.ctx.office.calendar(), (self.complaint, self.ctx.rests), at)
    }

    /// E03–E08, E14. One batch: the record and what follows from it, so that nobody can forget it.
    pub(super) fn record_callback(&self, record: Box<CallbackRecord>) -> Result<Vec<Entry>, Rejection> {
        let call = self.complaint.open_call().ok_or(Rejection::NotDialled)?;
        if call.dialled.by != self.ctx.actor {
            return Err(Rejection::NotYourCall { caller: call.dialled.by });
        }
        check(&record)?;
        let attempt = call.attempt;
        let answers = record.answers.clone();
        let clocks = if answers.is_some() {
            [ClockName::Callback, ClockName::Acknowledge, ClockName::Promise]
                .into_iter()
                .filter_map(|it| self.stop(it, None))
                .collect()
        } else {
            Vec::new()
        };
        let mut entries = vec![Entry { event: Event::CallbackRecorded { record, attempt }, clocks }];
        if let Some(answers) = answers {
            self.follow(answers, &mut entries)?;
        }
        Ok(entries)
    }

    fn follow(&self, answers: Answers, entries: &mut Vec<Entry>) -> Result<(), Rejection> {
        match (answers.result, answers.redispatch) {
            (Satisfaction::Satisfied, _) if answers.solved => {
                let event = Event::Closed { code: CloseCode::Satisfied, reason: None };
                let clocks = self.drop_rest(entries);
                entries.push(Entry { event, clocks });
            }
            // 满意 but not solved is no end: the departments go on (F03).
            (Satisfaction::Satisfied, again) => self.next_round(again.unwrap_or_default(), entries)?,
            // X9: asks whether to redispatch; else the supervisor decides.
            (Satisfaction::Neutral, Some(again)) => self.next_round(again, entries)?,
            (Satisfaction::Neutral, None) => match self.ctx.office.rules().neutral_answer {
                NeutralAnswer::CallerDecides => {}
                NeutralAnswer::Redispatch => self.next_round(Redispatch::default(), entries)?,
            },
            (Satisfaction::Dissatisfied, again) => {
                let times = self.complaint.dissatisfactions.saturating_add(1);
                if self.ctx.office.rules().escalate_after_unsatisfied <= times {
                    entries.extend(self.escalated(times, None)?);
                } else {
                    self.next_round(again.unwrap_or_default(), entries)?;
                }
            }
        }
        Ok(())
    }

    /// F01: same number, next round, to the same departments unless others were named.
    fn next_round(&self, again: Redispatch, entries: &mut Vec<Entry>) -> Result<(), Rejection> {
        let round = self.complaint.round.next();
        let named = !again.to.is_empty();
        let to = if named { again.to } else { self.those_of_this_round() };
        entries.push(self.round_opened(round));
        if !to.is_empty() {
            let mut dispatched = self.dispatched(round, to, again.note)?;
            // The dispatch clock of the round starts and stops within this batch.
            dispatched.clocks.insert(0, Move::Stop { key: super::desk::dispatch_clock() });
            entries.push(dispatched);
        }
        Ok(())
    }

    /// Those who handed a slip in; retired people and departments are left out, the desk then dispatches by hand.
    fn those_of_this_round(&self) -> Vec<Assignment> {
        self.complaint
            .current_orders()
            .filter(|it| it.slip.is_some())
            .map(crate::domain::complaint::WorkOrder::assignment)
            .filter(|it| self.check_target(it).is_ok())
            .collect()
    }

    /// F02, X6, X20: to the manager whom the category names, by itself; the complaint is major from now on.
    fn escalated(&self, dissatisfactions: u8, reason: Option<Prose>) -> Result<Vec<Entry>, Rejection> {
        let to = self.escalation_target()?;
        let clocks = self
            .drop_all_clocks()
            .into_iter()
            .filter(|it| !stops_callback(it))
            .chain([self.start(ClockName::SecondHop, None)]);
        let mut entries =
            vec![Entry { event: Event::Escalated { to, dissatisfactions, reason }, clocks: clocks.collect() }];
        let second = MajorReason::SecondDissatisfaction;
        if 0 < dissatisfactions && !self.complaint.major.contains(&second) {
            entries.push(plain(Event::MarkedMajor { reason: second }));
        }
        Ok(entries)
    }

    fn escalation_target(&self) -> Result<PersonId, Rejection> {
        self.ctx.office.escalation_target(self.complaint.details.category).ok_or(Rejection::NobodyToEscalateTo)
    }

    /// By hand: a supervisor or manager sees that it will not do.
    pub(super) fn escalate(&self, reason: Prose) -> Result<Vec<Entry>, Rejection> {
        let to = self.escalation_target()?;
        let clocks = self.drop_all_clocks().into_iter().chain([self.start(ClockName::SecondHop, None)]).collect();
        Ok(vec![Entry { event: Event::Escalated { to, dissatisfactions: 0, reason: Some(reason) }, clocks }])
    }

    /// E15: an agreed time; not in the past and not while the customer rests.
    pub(super) fn appoint(&self, at: Moment, words: Option<Line>) -> Result<Vec<Entry>, Rejection> {
        if at < self.ctx.now {
            return Err(Rejection::InThePast);
        }
        if let Some(until) = self.quiet_until(at) {
            return Err(Rejection::QuietHours { until });
        }
        Ok(vec![plain(Event::Appointed { at, words })])
    }

    /// E01, X13: who is to call back, or nobody in particular again. It divides work and locks nothing: whoever may dial
    /// still may.
    pub(super) fn assign_callback(&self, person: Option<PersonId>) -> Result<Vec<Entry>, Rejection> {
        if self.complaint.open_call().is_some() {
            return Err(Rejection::CallGoesOn);
        }
        if self.complaint.calls_back == person {
            return Err(Rejection::DoneAlready);
        }
        if let Some(id) = person {
            let who = self.person(id)?;
            if !who.roles.iter().any(|it| it.may(Verb::Dial)) {
                return Err(Rejection::CannotCall { person: id });
            }
            if self.complaint.was_handled_by(id) {
                return Err(Rejection::HandledIt { person: id });
            }
        }
        Ok(vec![plain(Event::CallbackAssigned { person })])
    }

    /// F05, X15: a satisfied callback closes by itself; every other end is coded, and where the desk alone could hide
    /// something it is a supervisor's or manager's decision.
    pub(super) fn close(&self, code: CloseCode, reason: Option<Prose>) -> Result<Vec<Entry>, Rejection> {
        match code {
            CloseCode::Satisfied => self.satisfied()?,
            CloseCode::Unfounded => self.unfounded()?,
            CloseCode::SolvedAtDesk => return Err(Rejection::NotSatisfied),
            CloseCode::Withdrawn | CloseCode::Unreachable | CloseCode::SupervisorApproved => {
                self.decided(code, reason.as_ref())?;
            }
        }
        let clocks = self.drop_all_clocks();
        Ok(vec![Entry { event: Event::Closed { code, reason }, clocks }])
    }

    /// A satisfied answer was recorded and nothing was opened since.
    fn satisfied(&self) -> Result<(), Rejection> {
        let answered =
            self.complaint.attempts().last().and_then(|it| it.record.as_ref()).and_then(|it| it.what.answers.as_ref());
        let satisfied = answered.is_some_and(|it| it.result == Satisfaction::Satisfied && it.solved);
        if self.complaint.stage == Stage::ToCallBack && satisfied { Ok(()) } else { Err(Rejection::NotSatisfied) }
    }

    fn unfounded(&self) -> Result<(), Rejection> {
        if self.complaint.validity() != Some(Validity::Unfounded) {
            return Err(Rejection::NotSatisfied);
        }
        self.needs_reply()
    }

    fn decided(&self, code: CloseCode, reason: Option<&Prose>) -> Result<(), Rejection> {
        if reason.is_none() {
            return Err(Rejection::ReasonMissing);
        }
        self.endable(code)
    }

    /// Whether the actor may end it without a satisfied customer, and whether there is enough to go by (X5, X15).
    pub(super) fn endable(&self, code: CloseCode) -> Result<(), Rejection> {
        let managers = [Role::EscalationManager, Role::Manager].into_iter().any(|it| self.has_role(it));
        let supervisor = self.has_role(Role::FrontDeskSupervisor);
        // X5: once it is escalated, only a manager ends it without satisfaction.
        let escalated = self.complaint.escalation.is_some();
        let may = if escalated && code == CloseCode::SupervisorApproved { managers } else { managers || supervisor };
        if !may {
            return Err(Rejection::SupervisorNeeded);
        }
        if code == CloseCode::Unreachable { self.tried_enough() } else { Ok(()) }
    }

    /// X15: at least three attempts on at least two days, in this round.
    fn tried_enough(&self) -> Result<(), Rejection> {
        let rules = self.ctx.office.rules();
        let calendar = self.ctx.office.calendar();
        let failed = || {
            self.complaint
                .attempts()
                .filter(|it| it.record.as_ref().is_some_and(|it| it.what.outcome != CallOutcome::Reached))
        };
        let attempts = u16::try_from(failed().count()).unwrap_or(u16::MAX);
        let days: BTreeSet<_> = failed().map(|it| calendar.day_of(it.dialled.at)).collect();
        let days = u16::try_from(days.len()).unwrap_or(u16::MAX);
        if u16::from(rules.unreachable_attempts) <= attempts && u16::from(rules.unreachable_days) <= days {
            return Ok(());
        }
        Err(Rejection::TooFewAttempts {
            attempts,
            days,
            attempts_needed: rules.unreachable_attempts,
            days_needed: rules.unreachable_days,
        })
    }

    /// A closed complaint goes on in a new round; the number stays (X12). What was unfounded or never judged is judged.
    pub(super) fn reopen(&self, reason: Prose) -> Vec<Entry> {
        let waits_for = if self.complaint.is_complaint() { ClockName::Dispatch } else { ClockName::Acknowledge };
        let clocks = vec![self.start(waits_for, None)];
        vec![Entry { event: Event::Reopened { reason, round: self.complaint.round.next() }, clocks }]
    }

    /// F06: by the program some days after closing; by a supervisor at once.
    pub(super) fn archive(&self) -> Result<Vec<Entry>, Rejection> {
        let closed = self.complaint.closing.as_ref().map(|it| it.stamp.at);
        let rest = chrono::Duration::days(i64::from(self.ctx.office.rules().archive_after_days));
        if self.ctx.actor == PROGRAM && closed.is_none_or(|it| self.ctx.now < it + rest) {
            return Err(Rejection::NotNow { verb: Verb::Archive, stage: self.complaint.stage });
        }
        let clocks: Vec<Move> =
            self.complaint.clocks.running().map(|it| it.key).filter_map(|it| self.drop_clock(it)).collect();
        Ok(vec![Entry { event: Event::Archived, clocks }])
    }
}

/// E14: the record is complete, or it is not taken.
fn check(record: &CallbackRecord) -> Result<(), Rejection> {
    let answers = match (record.outcome, &record.answers) {
        (CallOutcome::Reached, Some(answers)) => answers,
        (CallOutcome::Reached, None) => return Err(Rejection::Missing { what: Needed::Answers }),
        (CallOutcome::NoAnswer | CallOutcome::Refused | CallOutcome::BadNumber, Some(_)) => {
            return Err(Rejection::Missing { what: Needed::NoAnswers });
        }
        (CallOutcome::NoAnswer | CallOutcome::Refused | CallOutcome::BadNumber, None) => return Ok(()),
    };
    match answers.result {
        Satisfaction::Satisfied => Ok(()),
        Satisfaction::Neutral | Satisfaction::Dissatisfied => {
            if answers.reasons.is_empty() {
                return Err(Rejection::Missing { what: Needed::DissatisfactionReason });
            }
            if answers.suggestions.is_none() {
                return Err(Rejection::Missing { what: Needed::Suggestions });
            }
            let neutral = answers.result == Satisfaction::Neutral;
            if neutral && answers.redispatch.as_ref().is_some_and(|it| it.note.is_none()) {
                return Err(Rejection::Missing { what: Needed::RedispatchNote });
            }
            Ok(())
        }
    }
}

fn stops_callback(it: &Move) -> bool {
    let ended: Option<ClockKey> = match it {
        Move::Stop { key } | Move::Cancel { key } => Some(*key),
        Move::Start { .. } | Move::Pause { .. } | Move::Resume { .. } | Move::Extend { .. } | Move::Exempt { .. } => {
            None
        }
    };
    ended.is_some_and(|key| matches!(key.name, ClockName::Callback | ClockName::Acknowledge | ClockName::Promise))
}
