//! The front desk: registration, judgement, first answer, solving at the desk (B01–B23).

use super::{Case, Ctx, plain};
use crate::domain::clock::{self, ClockKey, Move};
use crate::domain::complaint::event::{Entry, Event};
use crate::domain::complaint::rejection::{Needed, Rejection};
use crate::domain::complaint::terms::{CloseCode, Kind, MajorReason, Money, Satisfaction, Severity, Validity};
use crate::domain::complaint::words::{Acknowledgement, Details, Judgement, Reply, ReplyOutcome};
use crate::domain::id::ComplaintId;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::Rules;
use crate::domain::text::{Line, Prose};

/// The first facts of a complaint: the dispatch clock (T01) and the clock of the first answer (T04) start.
pub(super) fn registration(ctx: &Ctx<'_>, id: ComplaintId, details: Box<Details>) -> Result<Vec<Entry>, Rejection> {
    check(ctx, &details)?;
    let major = major_reasons(ctx, &details);
    let mut clocks = vec![super::start(ctx, ClockName::Acknowledge, None)];
    if details.kind == Kind::Complaint {
        clocks.insert(0, super::start(ctx, ClockName::Dispatch, None));
    }
    Ok(vec![Entry { event: Event::Registered { id, details, major }, clocks }])
}

/// B08: what the form names has to exist; what happened cannot lie in the future.
fn check(ctx: &Ctx<'_>, details: &Details) -> Result<(), Rejection> {
    let office = ctx.office;
    if !office.category(details.category).is_some_and(|it| it.active) {
        return Err(Rejection::UnknownCategory { category: details.category });
    }
    if !office.channel(details.channel).is_some_and(|it| it.active) {
        return Err(Rejection::UnknownChannel { channel: details.channel });
    }
    if details.occurred.is_some_and(|it| ctx.now < it) {
        return Err(Rejection::InTheFuture);
    }
    Ok(())
}

/// What may make a complaint major (X20), also while the form is still being filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weight {
    /// Safety or injury is involved.
    pub safety: bool,
    /// Media or a regulator is involved.
    pub media: bool,
    /// Amount in dispute.
    pub amount: Option<Money>,
    /// How many customers are affected.
    pub customers: u32,
    /// The desk's own judgement; `None`: not yet.
    pub severity: Option<Severity>,
}

impl Weight {
    /// Why it counts as major from the start; empty: it does not (X20).
    #[must_use]
    pub fn reasons(self, rules: &Rules) -> Vec<MajorReason> {
        let holds = |reason: MajorReason| match reason {
            MajorReason::Safety => self.safety,
            MajorReason::MediaOrRegulator => self.media,
            MajorReason::Amount => self.amount.is_some_and(|it| rules.major_amount <= it),
            MajorReason::Group => rules.group_size <= self.customers,
            MajorReason::SecondDissatisfaction => false,
            MajorReason::Manual => self.severity == Some(Severity::Major),
        };
        MajorReason::ALL.iter().copied().filter(|it| holds(*it)).collect()
    }
}

/// X20: what makes a complaint major from the start.
fn major_reasons(ctx: &Ctx<'_>, details: &Details) -> Vec<MajorReason> {
    if details.kind != Kind::Complaint {
        return Vec::new();
    }
    let weight = Weight {
        safety: details.safety,
        media: details.media,
        amount: details.amount,
        customers: details.customers,
        severity: Some(details.severity),
    };
    weight.reasons(ctx.office.rules())
}

impl Case<'_> {
    /// B19–B21. A judgement can be changed until something was dispatched.
    pub(super) fn judge(&self, what: Judgement) -> Vec<Entry> {
        let clocks = match what.validity {
            // What is unfounded is not dispatched: the clock of the dispatch has no purpose any more.
            Validity::Unfounded => self.drop_clock(dispatch_clock()).into_iter().collect(),
            Validity::Founded | Validity::PartlyFounded => self.dispatch_clock_again(),
        };
        vec![Entry { event: Event::Judged(what), clocks }]
    }

    fn dispatch_clock_again(&self) -> Vec<Move> {
        if self.complaint.clocks.is_running(dispatch_clock()) {
            Vec::new()
        } else {
            vec![self.start(ClockName::Dispatch, None)]
        }
    }

    /// B20, K13: an understood answer closes what is unfounded, and what was no complaint; a disputed one is judged anew.
    pub(super) fn reply(&self, what: Reply) -> Vec<Entry> {
        let code = if self.complaint.is_complaint() { CloseCode::Unfounded } else { CloseCode::SolvedAtDesk };
        let outcome = what.outcome;
        let mut clocks: Vec<Move> = self.answered();
        if outcome == ReplyOutcome::Disputed && self.complaint.is_complaint() {
            clocks.extend(self.dispatch_clock_again());
        }
        let mut entries = vec![Entry { event: Event::Replied(what), clocks }];
        if outcome == ReplyOutcome::Understood {
            entries.push(Entry { event: Event::Closed { code, reason: None }, clocks: self.drop_rest(&entries) });
        }
        entries
    }

    /// B15: the first answer; a promised instant starts a clock of its own (T14).
    pub(super) fn acknowledge(&self, what: Acknowledgement) -> Result<Vec<Entry>, Rejection> {
        let mut clocks: Vec<Move> = self.stop(ClockName::Acknowledge, None).into_iter().collect();
        if let Some(promised) = what.promised_by {
            if promised < self.ctx.now {
                return Err(Rejection::InThePast);
            }
            clocks.push(self.promise(promised));
        }
        Ok(vec![Entry { event: Event::Acknowledged(what), clocks }])
    }

    fn promise(&self, until: Moment) -> Move {
        let limits = self.ctx.office.limits();
        clock::start_until(self.ctx.office.calendar(), limits, promise_clock(), (self.ctx.now, until))
    }

    /// B13: solved while the customer is on the telephone. It is recorded, and closed only if the customer says 满意.
    pub(super) fn solve(&self, solution: Prose, satisfaction: Satisfaction) -> Result<Vec<Entry>, Rejection> {
        if satisfaction != Satisfaction::Satisfied {
            return Err(Rejection::NotSatisfied);
        }
        let solved = Entry { event: Event::Solved { solution, satisfaction }, clocks: self.answered() };
        let mut entries = vec![solved];
        let event = Event::Closed { code: CloseCode::SolvedAtDesk, reason: None };
        entries.push(Entry { event, clocks: self.drop_rest(&entries) });
        Ok(entries)
    }

    /// B14: from here on it runs as a complaint, its dispatch clock with it.
    pub(super) fn convert(&self, reason: Line) -> Vec<Entry> {
        let clocks = self.dispatch_clock_again();
        vec![Entry { event: Event::Converted { reason }, clocks }]
    }

    /// What was registered can be put right until it is closed; the kind changes by converting only. What turns major
    /// by the correction is marked in the same batch (X20).
    pub(super) fn amend(&self, details: Box<Details>, reason: Line) -> Result<Vec<Entry>, Rejection> {
        check(self.ctx, &details)?;
        if details.kind != self.complaint.details.kind {
            return Err(Rejection::NotAComplaint);
        }
        if *details == self.complaint.details {
            return Err(Rejection::DoneAlready);
        }
        let more = major_reasons(self.ctx, &details).into_iter().filter(|it| !self.complaint.major.contains(it));
        let marks = more.map(|it| plain(Event::MarkedMajor { reason: it })).collect::<Vec<_>>();
        Ok([plain(Event::Amended { details, reason })].into_iter().chain(marks).collect())
    }

    /// X20.
    pub(super) fn mark_major(&self, reason: MajorReason) -> Result<Vec<Entry>, Rejection> {
        if self.complaint.major.contains(&reason) {
            return Err(Rejection::DoneAlready);
        }
        Ok(vec![plain(Event::MarkedMajor { reason })])
    }

    /// The customer got an answer: the first-answer clock and a promise to the customer are met.
    pub(super) fn answered(&self) -> Vec<Move> {
        [ClockName::Acknowledge, ClockName::Promise].into_iter().filter_map(|it| self.stop(it, None)).collect()
    }

    /// Ends the clocks that the entries so far leave running.
    pub(super) fn drop_rest(&self, entries: &[Entry]) -> Vec<Move> {
        let ended = |it: &Move| match it {
            Move::Stop { key } | Move::Cancel { key } => Some(*key),
            Move::Start { .. }
            | Move::Pause { .. }
            | Move::Resume { .. }
            | Move::Extend { .. }
            | Move::Exempt { .. } => None,
        };
        let done: Vec<ClockKey> = entries.iter().flat_map(|it| &it.clocks).filter_map(ended).collect();
        self.drop_all_clocks().into_iter().filter(|it| ended(it).is_none_or(|key| !done.contains(&key))).collect()
    }

    /// Whether an unfounded complaint got its courteous reply (B20).
    pub(super) fn needs_reply(&self) -> Result<(), Rejection> {
        if self.complaint.reply.is_some() { Ok(()) } else { Err(Rejection::Missing { what: Needed::Reply }) }
    }
}

pub(super) const fn dispatch_clock() -> ClockKey {
    ClockKey { name: ClockName::Dispatch, order: None }
}

const fn promise_clock() -> ClockKey {
    ClockKey { name: ClockName::Promise, order: None }
}
