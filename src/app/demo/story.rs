//! An ordinary complaint from the call to the archive: what happens next depends on where it stands.

use chrono::Duration;
use rand::Rng;
use rand::seq::IndexedRandom;

use super::hours;
use super::life::{Caller, Flow, Life, Stop};
use crate::domain::clock::ClockKey;
use crate::domain::complaint::terms::{
    CallOutcome, CloseCode, Complexity, ContactMethod, ExemptionReason, FollowUpKind, Kind, LinkKind, MajorReason,
    Satisfaction, Validity,
};
use crate::domain::complaint::words::{
    Accountability, Acknowledgement, Answers, Assignment, CallbackRecord, FollowUp, Group, Improvement, Judgement,
    Link, Redispatch, Reply, ReplyOutcome,
};
use crate::domain::complaint::{Command, Stage, WorkOrder, quiet_until};
use crate::domain::id::{OrderNo, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::Route;
use crate::domain::record::PROGRAM;
use crate::domain::text::Text;

/// What a customer says in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// As people are.
    Human,
    /// Never content, twice.
    Bitter,
}

impl Life<'_> {
    /// From the call to the archive, or until the year ends.
    pub(super) fn run(&mut self, callers: &[Caller]) -> Flow {
        let kind = match self.dice.random_range(0..100) {
            0..8 => Kind::Inquiry,
            8..10 => Kind::Suggestion,
            10..12 => Kind::Praise,
            _ => Kind::Complaint,
        };
        if kind == Kind::Complaint {
            self.call(callers)?;
        } else {
            let details = self.chat(kind)?;
            self.register(details)?;
            self.wait(4, 40);
            if kind == Kind::Inquiry && self.chance(16.0) {
                let reason = self.say(&self.phrases.conversions)?;
                self.act(self.clerk, Command::Convert { reason })?;
            }
        }
        self.live(Mood::Human)?;
        self.afterwards()?;
        self.rest()
    }

    /// A complaint is registered, and amended where something was forgotten.
    fn call(&mut self, callers: &[Caller]) -> Flow {
        let before = if self.chance(9.0) { self.earlier(callers) } else { None };
        let details = match &before {
            Some(caller) => {
                self.goods = caller.goods.clone();
                let mut details = self.problem(Some(caller.details.category))?;
                details.complainant = caller.details.complainant.clone();
                details.product = caller.details.product.clone();
                details
            }
            None => self.problem(None)?,
        };
        self.register(details)?;
        if let Some(caller) = before {
            self.pass(1);
            let link = Link { kind: LinkKind::RepeatOf, other: caller.id, words: None };
            self.act(self.clerk, Command::Link(link))?;
        }
        if self.chance(2.0) && self.case()?.details.order_number.is_none() {
            self.pass(1);
            let mut details = self.case()?.details.clone();
            details.order_number = Some(Text::new(&format!("{}", self.dice.random_range(10_000_000..99_999_999)))?);
            let reason = self.say(&self.phrases.amendments)?;
            self.act(self.clerk, Command::Amend { details: Box::new(details), reason })?;
        }
        Ok(())
    }

    /// Somebody who called some weeks before.
    fn earlier(&mut self, callers: &[Caller]) -> Option<Caller> {
        let now = self.now;
        let recent: Vec<&Caller> =
            callers.iter().rev().take(60).filter(|it| it.at < now && now - it.at < Duration::days(45)).collect();
        recent.choose(&mut self.dice).copied().cloned()
    }

    /// Until it is closed.
    pub(super) fn live(&mut self, mood: Mood) -> Flow {
        loop {
            match self.case()?.stage {
                Stage::ToJudge => self.judge()?,
                Stage::ToReply => self.reply()?,
                Stage::ToDispatch => self.dispatch()?,
                Stage::InHandling => self.handle()?,
                Stage::ToCallBack => self.call_back(mood)?,
                Stage::Escalated => self.take_over()?,
                Stage::Closed | Stage::Archived | Stage::Merged => return Ok(()),
            }
        }
    }

    fn judge(&mut self) -> Flow {
        self.wait(1, 4);
        if self.chance(7.0) {
            self.wait(2, 9);
            let solution = self.say(&self.phrases.solutions)?;
            let satisfaction = Satisfaction::Satisfied;
            return self.act(self.clerk, Command::Solve { solution, satisfaction });
        }
        let disputed = self.case()?.reply.is_some();
        let (validity, list) = match self.dice.random_range(0..100) {
            _ if disputed => (Validity::PartlyFounded, &self.phrases.rejudged),
            0..9 => (Validity::Unfounded, &self.phrases.unfounded),
            9..21 => (Validity::PartlyFounded, &self.phrases.partly),
            _ => (Validity::Founded, &self.phrases.founded),
        };
        let reason = self.say(list)?;
        let mut commands = vec![Command::Judge(Judgement { validity, reason })];
        if self.case()?.acknowledgement.is_none() && self.chance(90.0) {
            let promised_by = self.chance(50.0).then(|| self.now + Duration::hours(self.dice.random_range(6..30)));
            let words = Some(self.say(&self.phrases.acknowledgements)?);
            let method = ContactMethod::Phone;
            commands.push(Command::Acknowledge(Acknowledgement { method, promised_by, words }));
        }
        if validity != Validity::Unfounded && self.chance(0.8) && self.case()?.major.is_empty() {
            commands.push(Command::MarkMajor { reason: MajorReason::Manual });
        }
        self.press(self.clerk, commands)
    }

    /// B20: tactfully; most understand, some do not.
    fn reply(&mut self) -> Flow {
        self.wait(6, 90);
        let complaint = self.case()?.is_complaint();
        let disputed = complaint && self.case()?.reply.is_none() && self.chance(18.0);
        let (list, outcome) = match (complaint, disputed) {
            (false, _) => (&self.phrases.answers, ReplyOutcome::Understood),
            (true, false) => (&self.phrases.tactful, ReplyOutcome::Understood),
            (true, true) => (&self.phrases.disputed, ReplyOutcome::Disputed),
        };
        let words = self.say(list)?;
        self.act(self.clerk, Command::Reply(Reply { words, method: ContactMethod::Phone, outcome }))
    }

    /// C01–C04: mostly within ten minutes.
    fn dispatch(&mut self) -> Flow {
        if self.chance(1.6) {
            return self.withdrawn((20, 300));
        }
        let key = ClockKey { name: ClockName::Dispatch, order: None };
        let running = self.case()?.clocks.is_running(key);
        match self.dice.random_range(0..100) {
            0..3 if running => {
                let words = self.say(&self.phrases.exemptions)?;
                self.wait(2, 5);
                let reason = ExemptionReason::MissingInformation;
                self.act(self.clerk, Command::Exempt { clock: key, reason, words })?;
                self.wait(30, 300);
            }
            3..10 => self.wait(8, 26),
            _ => self.wait(1, 4),
        }
        let to = self.targets()?;
        let note = if self.chance(30.0) { Some(self.say(&self.phrases.notes)?) } else { None };
        self.act(self.clerk, Command::Dispatch { to, note })?;
        if 1 < self.case()?.current_orders().count() && self.chance(25.0) {
            let leader = self.supervisor()?;
            let members = self.case()?.current_orders().filter_map(|it| it.handler).collect();
            self.pass(1);
            self.act(leader, Command::FormGroup(Group { leader, members }))?;
        }
        Ok(())
    }

    pub(super) fn targets(&mut self) -> Flow<Vec<Assignment>> {
        let category = self.case()?.details.category;
        let route = self.office.category(category).map_or(Route::Direct, |it| it.route);
        let mut first = self.assignment(category)?;
        // Given back before: to somebody else.
        let gave_back: Vec<_> = self.case()?.orders.iter().map(|it| it.department).collect();
        if self.case()?.round.0 == 1 && gave_back.contains(&first.department) {
            first.department = self.other_department(&gave_back)?;
            first.handler = Some(self.handler_in(first.department)?);
        }
        if matches!(route, Route::ViaManager(_)) {
            first.handler = None;
            return Ok(vec![first]);
        }
        let mut to = vec![first];
        let complex = self.case()?.details.complexity == Some(Complexity::Complex);
        if complex || self.chance(8.0) {
            let taken = to.iter().map(|it| it.department).collect::<Vec<_>>();
            let department = self.other_department(&taken)?;
            let handler = Some(self.handler_in(department)?);
            to.push(Assignment { department, handler, assistants: Vec::new() });
        }
        Ok(to)
    }

    pub(super) fn withdrawn(&mut self, (from, to): (i64, i64)) -> Flow {
        self.wait(from, to);
        let reason = Some(self.say(&self.phrases.withdrawals)?);
        let by = self.supervisor()?;
        self.act(by, Command::Close { code: CloseCode::Withdrawn, reason })
    }

    /// F02, X5: the manager opens the next round.
    fn take_over(&mut self) -> Flow {
        let manager = self.case()?.escalation.as_ref().map(|it| it.to).ok_or(Stop::lacks("escalation"))?;
        self.wait(25, 200);
        if 3 <= self.case()?.round.0 {
            let reason = Some(self.say(&self.phrases.manager_closes)?);
            return self.act(manager, Command::Close { code: CloseCode::SupervisorApproved, reason });
        }
        let to: Vec<Assignment> =
            self.case()?.current_orders().filter(|it| it.slip.is_some()).map(WorkOrder::assignment).collect();
        let to = if to.is_empty() { self.targets()? } else { to };
        let note = Some(self.say(&self.phrases.again)?);
        self.act(manager, Command::Dispatch { to, note })
    }
}

/// Callbacks.
impl Life<'_> {
    fn call_back(&mut self, mood: Mood) -> Flow {
        if mood == Mood::Human && self.chance(1.0) {
            return self.withdrawn((60, 400));
        }
        if mood == Mood::Human && self.chance(0.7) && self.case()?.escalation.is_none() {
            self.wait(30, 200);
            let by = self.management()?;
            let reason = self.say(&self.phrases.escalations)?;
            return self.act(by, Command::Escalate { reason });
        }
        let due = self.case()?.clocks.find(ClockKey { name: ClockName::Callback, order: None }).map(|it| it.due);
        let soon = mood == Mood::Bitter || self.case()?.is_member();
        match self.dice.random_range(0..100) {
            _ if soon => self.wait(40, 260),
            0..6 => self.wait(930, 1_300),
            _ => self.wait(60, 700),
        }
        // Nobody lets the second working day pass by choice.
        if let Some(due) = due
            && due < self.now
            && self.chance(80.0)
        {
            self.now = due - Duration::minutes(self.dice.random_range(20..200));
        }
        if self.chance(6.0) {
            let at = self.callable(hours::later(self.calendar(), self.now, 300));
            self.appoint(at)?;
        }
        self.now = self.callable(self.now);
        if mood == Mood::Human && self.chance(1.8) {
            return self.unreachable();
        }
        while self.chance(14.0) && mood == Mood::Human {
            self.attempt(CallOutcome::NoAnswer)?;
            self.wait(50, 240);
            self.now = self.callable(self.now);
        }
        self.answered(mood)
    }

    fn appoint(&mut self, at: Moment) -> Flow {
        if self.until < at {
            // A time agreed upon beyond the end of the year is a time agreed upon all the same.
            self.act(self.clerk, Command::Appoint { at, words: None })?;
            return Err(Stop::Later);
        }
        self.act(self.clerk, Command::Appoint { at, words: None })?;
        self.now = at;
        Ok(())
    }

    /// The first instant from here at which the office is open and the customer awake.
    pub(super) fn callable(&self, at: Moment) -> Moment {
        let mut at = at;
        for _ in 0..12 {
            at = hours::opening(self.calendar(), at);
            let quiet = self.case().ok().and_then(|it| quiet_until(self.calendar(), (it, &[]), at));
            match quiet {
                Some(until) => at = until,
                None => break,
            }
        }
        at
    }

    /// Somebody at the desk who did not handle it (X13).
    fn caller_person(&mut self) -> Flow<PersonId> {
        for _ in 0..20 {
            let who = self.clerk()?;
            if !self.case()?.was_handled_by(who) {
                return Ok(who);
            }
        }
        Err(Stop::lacks("caller"))
    }

    fn attempt(&mut self, outcome: CallOutcome) -> Flow {
        let by = self.caller_person()?;
        let method = ContactMethod::Phone;
        self.act(by, Command::Dial { method, urgent: None })?;
        self.now += Duration::seconds(self.dice.random_range(25..70));
        let list = match outcome {
            CallOutcome::BadNumber => &self.phrases.bad_number,
            CallOutcome::Refused => &self.phrases.refused_call,
            CallOutcome::NoAnswer | CallOutcome::Reached => &self.phrases.not_reached,
        };
        let remark = Some(self.say(list)?);
        let record = CallbackRecord { outcome, method, seconds: 0, answers: None, remark };
        self.act(by, Command::RecordCallback(Box::new(record)))
    }

    /// X15: three attempts on two days.
    fn unreachable(&mut self) -> Flow {
        for outcome in [CallOutcome::NoAnswer, CallOutcome::NoAnswer, CallOutcome::Refused, CallOutcome::BadNumber] {
            self.attempt(outcome)?;
            self.wait(230, 460);
            self.now = self.callable(self.now);
        }
        let by = self.supervisor()?;
        let reason = Some(self.say(&self.phrases.unreachable)?);
        self.act(by, Command::Close { code: CloseCode::Unreachable, reason })
    }

    pub(super) fn answered(&mut self, mood: Mood) -> Flow {
        let by = self.caller_person()?;
        let method = if self.chance(90.0) { ContactMethod::Phone } else { ContactMethod::Message };
        self.act(by, Command::Dial { method, urgent: None })?;
        let seconds: u32 = self.dice.random_range(50..290);
        self.now += Duration::seconds(i64::from(seconds));
        let answers = self.answers(mood)?;
        let neutral = answers.result == Satisfaction::Neutral && answers.redispatch.is_none();
        let outcome = CallOutcome::Reached;
        let record = CallbackRecord { outcome, method, seconds, answers: Some(answers), remark: None };
        self.act(by, Command::RecordCallback(Box::new(record)))?;
        if neutral && self.case()?.stage == Stage::ToCallBack {
            // X9: the supervisor decides.
            self.wait(30, 300);
            let escalated = self.case()?.escalation.as_ref().map(|it| it.to);
            let by = match escalated {
                Some(manager) => manager,
                None => self.supervisor()?,
            };
            let reason = Some(self.say(&self.phrases.supervisor_closes)?);
            self.act(by, Command::Close { code: CloseCode::SupervisorApproved, reason })?;
        }
        Ok(())
    }

    fn answers(&mut self, mood: Mood) -> Flow<Answers> {
        let round = self.case()?.round.0;
        let result = match self.dice.random_range(0..100) {
            _ if mood == Mood::Bitter => Satisfaction::Dissatisfied,
            0..9 => Satisfaction::Dissatisfied,
            9..16 if 1 < round => Satisfaction::Dissatisfied,
            9..20 => Satisfaction::Neutral,
            _ => Satisfaction::Satisfied,
        };
        let content = result == Satisfaction::Satisfied;
        let process = if content && self.chance(8.0) { Satisfaction::Neutral } else { result };
        let again = result == Satisfaction::Neutral && self.chance(35.0);
        let redispatch =
            if again { Some(Redispatch { to: Vec::new(), note: Some(self.say(&self.phrases.again)?) }) } else { None };
        Ok(Answers {
            result,
            process,
            solved: content || (result == Satisfaction::Neutral && self.chance(60.0)),
            reasons: if content { Vec::new() } else { vec![self.say(&self.phrases.complaints_again)?] },
            suggestions: match content {
                true if !self.chance(30.0) => None,
                true => Some(self.say(&self.phrases.praise_again)?),
                false => Some(self.say(&self.phrases.suggestions_again)?),
            },
            new_problem: None,
            convenient: None,
            redispatch,
        })
    }
}

/// What comes after.
impl Life<'_> {
    /// Improvements, reviews, service calls; rarely a reopening.
    fn afterwards(&mut self) -> Flow {
        if !self.case()?.is_complaint() {
            return Ok(());
        }
        if self.chance(1.2) {
            self.wait(500, 3_000);
            let by = self.supervisor()?;
            let reason = self.say(&self.phrases.reopenings)?;
            self.act(by, Command::Reopen { reason })?;
            self.live(Mood::Human)?;
        }
        if self.chance(4.0) {
            self.wait(60, 600);
            let by = self.supervisor()?;
            let words = self.say(&self.phrases.reviews)?;
            self.act(by, Command::Review { words })?;
        }
        if self.chance(1.5) {
            self.wait(30, 300);
            let by = self.supervisor()?;
            let handler = self.case()?.orders.last().and_then(|it| it.handler);
            if let Some(name) = handler.and_then(|it| self.office.person(it)).map(|it| it.name.clone()) {
                let (measure, words) =
                    (self.say(&self.phrases.accountability)?, self.say(&self.phrases.accountability_words)?);
                self.act(by, Command::HoldAccountable(Accountability { person: name, measure, words }))?;
            }
        }
        if self.chance(1.0) {
            self.wait(10, 100);
            let purpose = self.say(&self.phrases.purposes)?;
            self.act(self.clerk, Command::Reveal { purpose, department: None })?;
        }
        if self.chance(1.0) {
            self.wait(10, 100);
            let words = self.say(&self.phrases.inner_notes)?;
            self.act(self.clerk, Command::Note { words })?;
        }
        self.improve()?;
        self.follow_up_later()
    }

    fn improve(&mut self) -> Flow {
        if self.case()?.orders.is_empty() || !self.chance(5.0) {
            return Ok(());
        }
        self.wait(60, 900);
        let by = self.supervisor()?;
        let department = self.case()?.orders.last().map(|it| it.department).ok_or(Stop::lacks("work order"))?;
        let place = self.dice.random_range(0..self.phrases.problems.len());
        let said = |list: &[String]| Ok::<_, Stop>(Text::new(list.get(place).map_or("", String::as_str))?);
        let what = Improvement {
            problem: said(&self.phrases.problems)?,
            measure: said(&self.phrases.improvements)?,
            owner: self.handler_in(department)?,
            due: self.now + Duration::days(self.dice.random_range(10..40)),
        };
        self.act(by, Command::PlanImprovement(what))?;
        if self.chance(75.0) {
            self.wait(1_500, 6_000);
            let index = u16::try_from(self.case()?.improvements.len() - 1).unwrap_or_default();
            let words = self.say(&self.phrases.improved)?;
            self.act(by, Command::FinishImprovement { index, words })?;
        }
        Ok(())
    }

    /// Promises are kept, some customers are called again later (D23, E09).
    fn follow_up_later(&mut self) -> Flow {
        if self.chance(3.0) {
            self.wait(30, 300);
            let words = self.say(&self.phrases.follow_ups)?;
            let due = Some(self.now + Duration::days(14));
            let what = FollowUp { kind: FollowUpKind::Service, words, owner: self.clerk, due };
            self.act(self.clerk, Command::FollowUp(what))?;
        }
        let open: Vec<u16> = (0..)
            .zip(&self.case()?.follow_ups)
            .filter(|(_, it)| it.finished.is_none())
            .map(|(index, _)| index)
            .collect();
        for index in open {
            self.wait(400, 3_000);
            let words = self.say(&self.phrases.finished)?;
            self.act(self.clerk, Command::FinishFollowUp { index, words })?;
        }
        Ok(())
    }

    /// F06: the archive takes it some weeks later.
    fn rest(&mut self) -> Flow {
        let closed = self.case()?.closing.as_ref().map(|it| it.stamp.at).ok_or(Stop::lacks("closing"))?;
        let days = i64::from(self.office.rules().archive_after_days);
        self.now = self.now.max(closed + Duration::days(days) + Duration::hours(9));
        self.act(PROGRAM, Command::Archive)
    }
}

/// Used where a scene wants one work order.
pub(super) const FIRST: OrderNo = OrderNo(1);
