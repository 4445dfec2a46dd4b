//! How work orders are handled: each has its list of steps, and a report every half hour beside it (C06, D01–D18).

use std::collections::VecDeque;

use chrono::Duration;
use rand::Rng;

use super::hours;
use super::life::{Flow, Life, Stop};
use crate::domain::clock::ClockKey;
use crate::domain::complaint::terms::{
    AcceptanceMethod, ApprovalMethod, ContactMethod, Method, Money, PauseReason, Progress, Remedy, ReturnReason,
};
use crate::domain::complaint::words::{
    Agreement, Answer, Communication, Compensation, Duty, Investigation, Meeting, Proposal, Quality, Slip,
    VerbalApproval, Visibility,
};
use crate::domain::complaint::{Command, OrderStage, Rejection, Stage, WorkOrder};
use crate::domain::id::{OrderNo, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::record::PROGRAM;

/// One thing that is done to a work order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Forward,
    Accept,
    GiveBack,
    Transfer,
    Assist,
    Contact,
    Communicate,
    Meet,
    Pause,
    Resume,
    Investigate,
    /// With a compensation of so many yuan; 0: none.
    Propose(i64),
    /// The same, and nobody asks for its approval yet.
    ProposeQuietly(i64),
    Refused,
    Agreed,
    Submit,
    Approve,
    ApproveByWord,
    SendBack,
    Execute,
    HandIn,
    /// A report at a stated place, beside those of the half hours.
    Report,
}

/// How reports come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// As people are: mostly in time.
    Human,
    /// In time.
    Punctual,
}

/// A work order with what is still to be done to it.
#[derive(Debug)]
pub(super) struct Errand {
    no: OrderNo,
    next: Moment,
    steps: VecDeque<(i64, Step)>,
    /// The due instant that was looked at, and when the report comes.
    report: Option<(Moment, Moment)>,
    habit: Habit,
}

enum Turn {
    Step(usize),
    Report(usize),
    Supervise(usize),
}

impl Life<'_> {
    /// Handles the round until every work order came back.
    pub(super) fn handle(&mut self) -> Flow {
        let orders: Vec<OrderNo> =
            self.case()?.current_orders().filter(|it| it.stage.is_open()).map(|it| it.no).collect();
        let mut errands = Vec::new();
        for (place, no) in orders.into_iter().enumerate() {
            let steps = self.steps(no, place)?;
            errands.push(self.errand(no, steps, Habit::Human));
        }
        self.work(&mut errands)
    }

    pub(super) fn errand(&self, no: OrderNo, steps: Vec<(i64, Step)>, habit: Habit) -> Errand {
        let steps: VecDeque<_> = steps.into();
        let gap = steps.front().map_or(0, |it| it.0);
        Errand { no, next: hours::later(self.calendar(), self.now, gap), steps, report: None, habit }
    }

    /// Goes on until nothing is left to do, or the round is over.
    pub(super) fn work(&mut self, errands: &mut [Errand]) -> Flow {
        while self.case()?.stage == Stage::InHandling && errands.iter().any(|it| !it.steps.is_empty()) {
            for it in errands.iter_mut() {
                self.plan_report(it)?;
            }
            let Some((at, turn)) = self.turn(errands)? else { break };
            self.now = self.now.max(at);
            match turn {
                Turn::Step(place) => self.step(&mut errands[place])?,
                Turn::Report(place) => self.report(&mut errands[place])?,
                Turn::Supervise(place) => self.supervise(errands[place].no)?,
            }
        }
        Ok(())
    }

    /// What comes next: a step, a report, or the third missed one.
    fn turn(&self, errands: &[Errand]) -> Flow<Option<(Moment, Turn)>> {
        let mut turns = Vec::new();
        for (place, it) in errands.iter().enumerate() {
            let open = self.case()?.order(it.no).is_some_and(|it| it.stage.is_open());
            if !it.steps.is_empty() && open {
                turns.push((it.next, Turn::Step(place)));
                if let Some((due, at)) = it.report {
                    turns.push((at, Turn::Report(place)));
                    let third = self.calendar().due(due, Duration::minutes(60)) + Duration::minutes(1);
                    let supervised = self.case()?.order(it.no).is_some_and(|it| it.supervised != 0);
                    if third < at && !supervised {
                        turns.push((third, Turn::Supervise(place)));
                    }
                }
            }
        }
        Ok(turns.into_iter().min_by_key(|it| it.0))
    }

    fn plan_report(&mut self, errand: &mut Errand) -> Flow {
        let key = ClockKey { name: ClockName::Report, order: Some(errand.no) };
        let running = {
            let clocks = &self.case()?.clocks;
            clocks.find(key).filter(|it| clocks.is_running(key) && it.paused().is_none()).map(|it| it.due)
        };
        let Some(due) = running else {
            errand.report = None;
            return Ok(());
        };
        if errand.report.is_some_and(|it| it.0 == due) {
            return Ok(());
        }
        let throw = self.dice.random_range(0..1000);
        let early = |minutes: i64| due - Duration::minutes(minutes);
        let at = match errand.habit {
            Habit::Punctual => early(4),
            Habit::Human if throw < 12 => {
                let late = self.dice.random_range(75..130);
                hours::later(self.calendar(), due, late)
            }
            Habit::Human if throw < 75 => {
                let late = self.dice.random_range(1..22);
                hours::later(self.calendar(), due, late)
            }
            Habit::Human => early(self.dice.random_range(1..9)),
        };
        // Just after lunch a due instant less some minutes may lie in the break.
        let at = if self.calendar().is_open(at) { at } else { due };
        errand.report = Some((due, at.max(self.now)));
        Ok(())
    }

    fn report(&mut self, errand: &mut Errand) -> Flow {
        let no = errand.no;
        let by = self.handler(no)?;
        let mut commands = vec![self.progress(no)?];
        let left = self.calendar().worked(self.now, errand.next).num_minutes();
        let often = match errand.habit {
            Habit::Human => 80.0,
            Habit::Punctual => 100.0,
        };
        if 45 < left && self.chance(often) {
            let minutes = u32::try_from((left / 30 * 30).clamp(60, 240)).unwrap_or(60);
            let reason = self.say(&self.phrases.promises)?;
            commands.push(Command::PromiseReport { order: no, minutes, reason });
        }
        errand.report = None;
        self.press(by, commands)
    }

    fn progress(&mut self, no: OrderNo) -> Flow<Command> {
        let order = self.order(no)?;
        let progress = match (order.stage, order.plans.is_empty(), order.contacts.is_empty()) {
            (OrderStage::Executed, _, _) => Progress::Executed,
            (_, false, _) => Progress::PlanDrafted,
            (_, true, false) => Progress::Investigating,
            (_, true, true) => Progress::WaitingForDepartment,
        };
        Ok(Command::Report { order: no, progress, words: self.say(&self.phrases.reports)? })
    }

    /// The third missed report in a row: the program sees it, the supervisor calls.
    pub(super) fn supervise(&mut self, no: OrderNo) -> Flow {
        match self.act(PROGRAM, Command::Supervise { order: no, words: None }) {
            Err(Stop::Broken(super::Broken::Complaint(Rejection::DoneAlready))) => return Ok(()),
            other => other?,
        }
        let by = self.supervisor()?;
        self.now += Duration::seconds(90);
        let words = self.say(&self.phrases.reminders)?;
        self.act(by, Command::Remind { order: no, words })
    }

    pub(super) fn order(&self, no: OrderNo) -> Flow<&WorkOrder> {
        self.case()?.order(no).ok_or(Stop::lacks("work order"))
    }

    pub(super) fn handler(&mut self, no: OrderNo) -> Flow<PersonId> {
        let order = self.order(no)?;
        let (handler, department) = (order.handler, order.department);
        match handler {
            Some(handler) => Ok(handler),
            None => self.handler_in(department),
        }
    }

    /// The steps of an ordinary handling, with the working minutes before each.
    fn steps(&mut self, no: OrderNo, place: usize) -> Flow<Vec<(i64, Step)>> {
        let mut steps = Vec::new();
        let first_round = self.case()?.round.0 == 1;
        if self.order(no)?.stage == OrderStage::ToForward {
            let gap = self.gap(88.0, (2, 9), (11, 24));
            steps.push((gap, Step::Forward));
        }
        let fresh = self.order(no)?.accepted.is_none();
        if first_round && fresh && steps.is_empty() && self.chance(2.5) {
            return Ok(vec![(self.gap(90.0, (4, 14), (17, 40)), Step::GiveBack)]);
        }
        let accept = self.gap(91.0, (2, 14), (16, 45));
        steps.push((accept, Step::Accept));
        if first_round && self.chance(3.0) {
            steps.push((self.gap(100.0, (8, 35), (8, 35)), Step::Transfer));
            steps.push((self.gap(95.0, (3, 14), (16, 30)), Step::Accept));
        }
        steps.push((self.gap(97.5, (8, 240), (1_400, 1_900)), Step::Contact));
        if place == 0 && 1 < self.case()?.current_orders().count() && self.chance(40.0) {
            steps.push((self.gap(100.0, (20, 60), (20, 60)), Step::Meet));
        }
        for (percent, step) in [(14.0, Step::Communicate), (4.0, Step::Assist)] {
            if self.chance(percent) {
                steps.push((self.gap(100.0, (5, 40), (5, 40)), step));
            }
        }
        steps.push((self.gap(100.0, (12, 160), (12, 160)), Step::Investigate));
        if self.chance(7.0) {
            steps.push((self.gap(100.0, (4, 25), (4, 25)), Step::Pause));
            steps.push((self.gap(100.0, (180, 900), (180, 900)), Step::Resume));
        }
        let yuan = self.compensation();
        steps.push((self.gap(100.0, (10, 80), (10, 80)), Step::Propose(yuan)));
        if self.chance(8.0) {
            steps.push((self.gap(100.0, (10, 90), (10, 90)), Step::Refused));
            steps.push((self.gap(100.0, (20, 120), (20, 120)), Step::Propose(yuan + 80)));
        }
        steps.push((self.gap(100.0, (6, 90), (6, 90)), Step::Agreed));
        steps.push((self.gap(93.0, (20, 240), (300, 700)), Step::Execute));
        steps.push((self.gap(96.0, (8, 70), (300, 500)), Step::HandIn));
        Ok(steps)
    }

    /// A gap as it mostly is, or else.
    fn gap(&mut self, percent: f64, usual: (i64, i64), else_: (i64, i64)) -> i64 {
        let (from, to) = if self.chance(percent) { usual } else { else_ };
        self.dice.random_range(from..=to)
    }

    fn compensation(&mut self) -> i64 {
        match self.dice.random_range(0..100) {
            0..62 => 0,
            62..90 => self.dice.random_range(2..=30) * 10,
            90..97 => self.dice.random_range(30..=180) * 10,
            _ => self.dice.random_range(200..=380) * 10,
        }
    }

    fn step(&mut self, errand: &mut Errand) -> Flow {
        let Some((_, step)) = errand.steps.pop_front() else { return Ok(()) };
        let no = errand.no;
        if step == Step::Execute && self.wants_approval(no)? {
            // What another department has planned meanwhile makes the sum one that is approved (D10).
            errand.steps.push_front((5, Step::Execute));
            errand.steps.push_front((12, Step::ApproveByWord));
            errand.next = hours::later(self.calendar(), self.now, 12);
            return Ok(());
        }
        self.take(no, step)?;
        if matches!(step, Step::Propose(_)) && self.wants_approval(no)? {
            for it in self.approval().into_iter().rev() {
                errand.steps.push_front(it);
            }
        }
        if step == Step::SendBack {
            let gap = self.gap(100.0, (15, 60), (15, 60));
            let yuan = self.order(no)?.plan().map_or(0, |it| it.amount().0 / 100);
            errand.steps.push_front((gap, Step::Propose(yuan)));
        }
        if let Some((gap, _)) = errand.steps.front() {
            errand.next = hours::later(self.calendar(), self.now, *gap);
        }
        Ok(())
    }

    fn wants_approval(&self, no: OrderNo) -> Flow<bool> {
        let major = self.office.rules().major_amount;
        let planned: Money = self
            .case()?
            .current_orders()
            .filter_map(WorkOrder::plan)
            .map(crate::domain::complaint::state::Plan::amount)
            .sum();
        let open = self.order(no)?.plan().is_some_and(|it| it.ruling.is_none());
        Ok(open && (self.case()?.is_major() || major <= planned))
    }

    fn approval(&mut self) -> Vec<(i64, Step)> {
        let ruling = self.gap(88.0, (8, 80), (95, 160));
        match self.dice.random_range(0..100) {
            0..34 => vec![(self.gap(100.0, (3, 20), (3, 20)), Step::ApproveByWord)],
            34..44 => vec![(4, Step::Submit), (ruling, Step::SendBack)],
            _ => vec![(4, Step::Submit), (ruling, Step::Approve)],
        }
    }

    pub(super) fn take(&mut self, no: OrderNo, step: Step) -> Flow {
        let (by, command) = self.command(no, step)?;
        self.act(by, command)
    }

    fn command(&mut self, no: OrderNo, step: Step) -> Flow<(PersonId, Command)> {
        let handler = match step {
            Step::Forward => self.order(no)?.via.ok_or(Stop::lacks("manager on the way"))?,
            _ => self.handler(no)?,
        };
        let phrases = self.phrases;
        let department = self.order(no)?.department;
        let command = match step {
            Step::Forward => Command::Forward { order: no, to: self.region()? },
            Step::Accept => Command::Accept { order: no },
            Step::GiveBack => {
                let reason = [ReturnReason::NotOurs, ReturnReason::MissingInformation, ReturnReason::Duplicate];
                let place = self.dice.random_range(0..reason.len());
                let words = crate::domain::text::Text::new(phrases.give_backs.get(place).map_or("", String::as_str))?;
                Command::GiveBack { order: no, reason: reason[place], words }
            }
            Step::Transfer => {
                let taken: Vec<_> = self.case()?.current_orders().map(|it| it.department).collect();
                let to = self.other_department(&taken)?;
                let handler = Some(self.handler_in(to)?);
                let to =
                    crate::domain::complaint::words::Assignment { department: to, handler, assistants: Vec::new() };
                Command::Transfer { order: no, to, reason: self.say(&phrases.transfers)? }
            }
            Step::Assist => {
                let other = self.other_department(&[department])?;
                Command::Assist { order: no, assistants: vec![self.handler_in(other)?] }
            }
            Step::Contact => {
                let method = if self.chance(85.0) { ContactMethod::Phone } else { ContactMethod::Chat };
                Command::Contact { order: no, method, words: self.say(&phrases.contacts)? }
            }
            Step::Communicate => Command::Communicate(Communication {
                with: self.say(&phrases.counterparts)?,
                method: ContactMethod::Phone,
                words: self.say(&phrases.communications)?,
                visibility: Visibility::Internal,
            }),
            Step::Meet => return self.meeting(),
            Step::Pause => Command::Pause {
                order: no,
                reason: if self.chance(70.0) { PauseReason::WaitingForParts } else { PauseReason::WaitingForCustomer },
                words: self.say(&phrases.pauses)?,
            },
            Step::Resume => Command::Resume { order: no },
            Step::Investigate => Command::Investigate { order: no, findings: Box::new(self.findings()?) },
            Step::Propose(yuan) | Step::ProposeQuietly(yuan) => {
                Command::Propose { order: no, plan: Box::new(self.proposal(yuan)?) }
            }
            Step::Refused => self.answer(no, Agreement::Refused)?,
            Step::Agreed => self.answer(no, Agreement::Agreed)?,
            Step::Submit => Command::Submit { order: no },
            Step::Approve | Step::ApproveByWord | Step::SendBack => return self.ruling(no, (step, handler)),
            Step::Execute => Command::Execute { order: no, words: self.say(&phrases.executions)? },
            Step::HandIn => Command::HandIn { order: no, slip: Box::new(self.slip(no)?) },
            Step::Report => self.progress(no)?,
        };
        Ok((handler, command))
    }

    fn answer(&mut self, no: OrderNo, agreement: Agreement) -> Flow<Command> {
        let list = match agreement {
            Agreement::Agreed => &self.phrases.agreements,
            Agreement::Refused => &self.phrases.refusals,
        };
        let method = if self.chance(80.0) { AcceptanceMethod::Phone } else { AcceptanceMethod::InPerson };
        let words = Some(self.say(list)?);
        Ok(Command::RecordAnswer { order: no, answer: Answer { agreement, method, words } })
    }

    fn meeting(&mut self) -> Flow<(PersonId, Command)> {
        let by = self.supervisor()?;
        let due = hours::later(self.calendar(), self.now, 240);
        let orders: Vec<_> = self.case()?.current_orders().map(|it| (it.department, it.handler)).collect();
        let mut duties = Vec::new();
        for (department, _) in &orders {
            duties.push(Duty { department: *department, words: self.say(&self.phrases.meeting_duties)?, due });
        }
        let attendees = orders.iter().filter_map(|it| it.1).chain([by]).collect();
        let words = Some(self.say(&self.phrases.minutes)?);
        Ok((by, Command::Meet(Meeting { held: self.now, attendees, duties, words })))
    }

    fn findings(&mut self) -> Flow<Investigation> {
        let category = self.case()?.details.category;
        let causes = self.phrases.of(category).map_or(&self.phrases.own_statements, |it| &it.causes);
        let methods = match self.dice.random_range(0..4) {
            0 => vec![Method::Files],
            1 => vec![Method::OtherDepartments, Method::Files],
            2 => vec![Method::Background],
            _ => vec![Method::Files, Method::Background],
        };
        let quality = match self.dice.random_range(0..10) {
            0..3 => Some(Quality::SinglePiece),
            3 => Some(Quality::Batch),
            4..6 => Some(Quality::Sound),
            _ => None,
        };
        Ok(Investigation {
            methods,
            customer_statement: self.say(&self.phrases.statements)?,
            department_statement: self.say(&self.phrases.own_statements)?,
            root_cause: self.say(causes)?,
            liable_person: None,
            hoped_result: None,
            quality,
        })
    }

    fn proposal(&mut self, yuan: i64) -> Flow<Proposal> {
        let category = self.case()?.details.category;
        let measures = self.phrases.of(category).map_or(&self.phrases.alternatives, |it| &it.measures);
        let remedy = if 300 < yuan { Remedy::Damages } else { Remedy::Goodwill };
        let compensation = (0 < yuan).then_some(Compensation { remedy, amount: Money::yuan(yuan) });
        let policy = if self.chance(50.0) { Some(self.say(&self.phrases.policies)?) } else { None };
        let alternatives = if self.chance(35.0) { vec![self.say(&self.phrases.alternatives)?] } else { Vec::new() };
        Ok(Proposal { measures: self.say(measures)?, compensation, policy, alternatives })
    }

    fn ruling(&mut self, no: OrderNo, (step, handler): (Step, PersonId)) -> Flow<(PersonId, Command)> {
        let order = self.order(no)?;
        let department = order.department;
        let plan = order.plan().ok_or(Stop::lacks("plan"))?;
        let approver = self.approver(department, plan.stamp.by, plan.amount())?;
        Ok(match step {
            Step::ApproveByWord => {
                let approval = VerbalApproval {
                    approver,
                    given: self.now - Duration::minutes(2),
                    witness: Some(self.clerk),
                    words: self.say(&self.phrases.verbal)?,
                };
                (handler, Command::RecordVerbalApproval { order: no, approval })
            }
            Step::SendBack => {
                (approver, Command::SendPlanBack { order: no, words: self.say(&self.phrases.send_backs)? })
            }
            _ => {
                let words = Some(self.say(&self.phrases.approvals)?);
                (approver, Command::Approve { order: no, method: ApprovalMethod::System, words })
            }
        })
    }

    fn slip(&mut self, no: OrderNo) -> Flow<Slip> {
        let department = self.order(no)?.department;
        Ok(Slip {
            result: self.say(&self.phrases.executions)?,
            effect: self.say(&self.phrases.effects)?,
            customer_feedback: Some(self.say(&self.phrases.feedback)?),
            unfinished: if self.chance(4.0) { Some(self.say(&self.phrases.unfinished)?) } else { None },
            signed_by: self.signatory(department)?,
        })
    }
}
