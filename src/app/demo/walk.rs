//! The main job by real presses at a real desk: from the call to the filed month report.

use chrono::Duration;

use super::phrases::Phrases;
use super::{Broken, births, hours};
use crate::app::desk::Desk;
use crate::app::feed::Feed;
use crate::app::filing::{self, month_summary};
use crate::app::opening::Opened;
use crate::app::refused::Refused;
use crate::app::request::Request;
use crate::domain::calendar::Calendar;
use crate::domain::complaint::terms::{
    AcceptanceMethod, CallOutcome, ContactMethod, Kind, Method, Progress, Salutation, Satisfaction, Severity, Urgency,
    Validity,
};
use crate::domain::complaint::words::{
    Acknowledgement, Agreement, Answer, Answers, Assignment, CallbackRecord, Investigation, Judgement, Proposal, Slip,
};
use crate::domain::complaint::{Command, Details, Verb};
use crate::domain::customer::{Complainant, Phone};
use crate::domain::id::{ComplaintId, OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::office::{Office, Route};
use crate::domain::role::Role;
use crate::domain::text::Text;
use crate::report::MonthlySummary;
use crate::store::wait;

/// Why the walk ended early.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Stopped {
    /// A fault of the practice office.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// The desk refused.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// What the walk came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Walked {
    /// The complaint.
    pub complaint: ComplaintId,
    /// What was done, in order.
    pub steps: Vec<Verb>,
    /// The last month's report, as it was filed.
    pub summary: MonthlySummary,
}

/// So many working minutes before the end the walk begins: two days, so that no quiet hours push it beyond.
const BEGINS: i64 = 880;

/// Walks one complaint through every station of the main way, then submits and files the report of last month. The
/// office has to be a practice office; the steps happen at stated times before `until`. Blocks.
///
/// # Errors
/// See [`Stopped`].
pub fn walk(opened: &mut Opened, until: Moment) -> Result<Walked, Stopped> {
    let office = opened.desk.office();
    let from = hours::ago(office.calendar(), until, BEGINS);
    let mut walker = Walker { desk: opened.desk.clone(), now: from, phrases: Phrases::read()?, steps: Vec::new() };
    let complaint = walker.complaint(&office)?;
    let mut feed = opened.desk.feed(opened.books.position());
    catch_up(opened, &mut feed)?;
    let month = Month::of(office.calendar().day_of(until)).before();
    let summary = walker.report(opened, (month, until))?;
    catch_up(opened, &mut feed)?;
    Ok(Walked { complaint, steps: walker.steps, summary })
}

fn catch_up(opened: &mut Opened, feed: &mut Feed) -> Result<(), Stopped> {
    loop {
        let mut ahead = feed.clone();
        let told = wait(Box::pin(async move { ahead.there().await.map(|page| (page, ahead)) }));
        let (page, ahead) = told.map_err(Refused::from)?;
        *feed = ahead;
        match page {
            Some(page) => opened.books.absorb(&page.facts),
            None => return Ok(()),
        }
    }
}

struct Walker {
    desk: Desk,
    now: Moment,
    phrases: Phrases,
    steps: Vec<Verb>,
}

fn holder(office: &Office, role: Role) -> Result<PersonId, Stopped> {
    office.holders(role).next().map(|it| it.id).ok_or(Broken::Lacks("person").into())
}

fn text<const MAX: usize>(list: &[String]) -> Result<Text<MAX>, Stopped> {
    Ok(Text::new(list.first().map_or("", String::as_str)).map_err(Broken::Phrase)?)
}

impl Walker {
    fn act(&mut self, request: Request) -> Result<ComplaintId, Stopped> {
        let done = wait(Box::pin(self.desk.act(request.at(self.now))))?;
        done.complaint().ok_or(Broken::Lacks("complaint").into())
    }

    fn step(&mut self, minutes: i64, (by, id): (PersonId, ComplaintId), command: Command) -> Result<(), Stopped> {
        self.now = hours::later(self.desk.office().calendar(), self.now, minutes);
        self.steps.push(command.verb());
        self.act(Request::complaint(by, id, command)).map(|_| ())
    }

    fn complaint(&mut self, office: &Office) -> Result<ComplaintId, Stopped> {
        let desk = holder(office, Role::FrontDesk)?;
        // A subcategory that goes straight to a department with a handler.
        let direct = office
            .categories()
            .find(|it| it.parent.is_some() && it.route == Route::Direct && office.responsible(it.id).handler.is_some());
        let category = direct.ok_or(Broken::Lacks("category"))?.id;
        let responsible = office.responsible(category);
        let department = responsible.department.ok_or(Broken::Lacks("department"))?;
        let handler = responsible.handler.ok_or(Broken::Lacks("handler"))?;
        let signed_by = office.managers_of(department).next().map(|it| it.id).ok_or(Broken::Lacks("signatory"))?;
        let details = self.details(office, category)?;
        let (order, phone) = (OrderNo(1), ContactMethod::Phone);
        let promised_by = Some(self.now + Duration::days(4));
        let judge = Command::Judge(Judgement { validity: Validity::Founded, reason: text(&self.phrases.founded)? });
        let words = Some(text(&self.phrases.acknowledgements)?);
        let acknowledge = Command::Acknowledge(Acknowledgement { method: phone, promised_by, words });
        let to = vec![Assignment { department, handler: Some(handler), assistants: Vec::new() }];
        let dispatch = Command::Dispatch { to, note: Some(text(&self.phrases.notes)?) };
        // 登记并派单: one press.
        self.steps.extend([Verb::Register, Verb::Judge, Verb::Acknowledge, Verb::Dispatch]);
        let id = self.act(Request::register(desk, details).then(judge).then(acknowledge).then(dispatch))?;

        let findings = Investigation {
            methods: vec![Method::Files, Method::Background],
            customer_statement: text(&self.phrases.statements)?,
            department_statement: text(&self.phrases.own_statements)?,
            root_cause: text(self.phrases.of(category).map_or(&self.phrases.own_statements, |it| &it.causes))?,
            liable_person: None,
            hoped_result: None,
            quality: None,
        };
        let measures = text(self.phrases.of(category).map_or(&self.phrases.alternatives, |it| &it.measures))?;
        let plan = Proposal { measures, compensation: None, policy: None, alternatives: Vec::new() };
        let words = Some(text(&self.phrases.agreements)?);
        let answer = Answer { agreement: Agreement::Agreed, method: AcceptanceMethod::Phone, words };
        let slip = Slip {
            result: text(&self.phrases.executions)?,
            effect: text(&self.phrases.effects)?,
            customer_feedback: Some(text(&self.phrases.feedback)?),
            unfinished: None,
            signed_by,
        };
        let report = |progress, words| Command::Report { order, progress, words };
        let words = || text(&self.phrases.reports);
        let steps = [
            (7, Command::Accept { order }),
            (12, Command::Contact { order, method: phone, words: text(&self.phrases.contacts)? }),
            (14, report(Progress::Contacted, words()?)),
            (20, Command::Investigate { order, findings: Box::new(findings) }),
            (6, report(Progress::Investigating, words()?)),
            (15, Command::Propose { order, plan: Box::new(plan) }),
            (8, Command::RecordAnswer { order, answer }),
            (3, report(Progress::PlanDrafted, words()?)),
            (22, Command::Execute { order, words: text(&self.phrases.executions)? }),
            (6, Command::HandIn { order, slip: Box::new(slip) }),
        ];
        for (minutes, command) in steps {
            self.step(minutes, (handler, id), command)?;
        }
        self.call_back(office, (desk, id))?;
        Ok(id)
    }

    fn call_back(&mut self, office: &Office, (desk, id): (PersonId, ComplaintId)) -> Result<(), Stopped> {
        self.now = callable(office.calendar(), hours::later(office.calendar(), self.now, 60));
        self.step(0, (desk, id), Command::Dial { method: ContactMethod::Phone, urgent: None })?;
        let answers = Answers {
            result: Satisfaction::Satisfied,
            process: Satisfaction::Satisfied,
            solved: true,
            reasons: Vec::new(),
            suggestions: Some(text(&self.phrases.praise_again)?),
            new_problem: None,
            convenient: None,
            redispatch: None,
        };
        let (outcome, method) = (CallOutcome::Reached, ContactMethod::Phone);
        let record = CallbackRecord { outcome, method, seconds: 150, answers: Some(answers), remark: None };
        self.now += Duration::seconds(150);
        self.steps.push(Verb::RecordCallback);
        self.act(Request::complaint(desk, id, Command::RecordCallback(Box::new(record)))).map(|_| ())
    }

    fn details(&mut self, office: &Office, category: crate::domain::id::CategoryId) -> Result<Details, Stopped> {
        let matter = self.phrases.of(category).ok_or(Broken::Lacks("matter"))?;
        let mut dice = births::dice(1, 0);
        let (goods, content) = matter.problem(&self.phrases.goods, |_| 1, &mut dice);
        let requested_remedy = text(&matter.wants)?;
        let remedies = matter.remedies.clone();
        let surname: String = self.phrases.surnames.chars().take(1).collect();
        let given = self.phrases.women.first().map_or("", String::as_str);
        let name = Text::new(&format!("{surname}{given}")).map_err(Broken::Phrase)?;
        let phone = Phone::new("13806172206").map_err(|_| Broken::Lacks("telephone number"))?;
        let channel = office.channels().next().ok_or(Broken::Lacks("channel"))?.id;
        Ok(Details {
            kind: Kind::Complaint,
            complainant: Complainant {
                name,
                salutation: Salutation::Madam,
                phone,
                organisation: None,
                address: Some(text(&self.phrases.places)?),
                region: None,
                member: None,
                preference: None,
                rests: None,
            },
            channel,
            source_party: None,
            identity_checked: Some(text(&self.phrases.checks)?),
            product: Text::new(&goods.name).map_err(Broken::Phrase)?,
            order_number: None,
            occurred: None,
            place: None,
            amount: None,
            category,
            content: Text::new(&content).map_err(Broken::Phrase)?,
            remedies,
            requested_remedy,
            wanted_by: None,
            restated: true,
            severity: Severity::Serious,
            urgency: Urgency::Normal,
            complexity: None,
            safety: false,
            media: false,
            customers: 1,
        })
    }

    /// Submitted by the desk, filed by the supervisor.
    fn report(&mut self, opened: &Opened, (month, until): (Month, Moment)) -> Result<MonthlySummary, Stopped> {
        let office = self.desk.office();
        let (desk, supervisor) = (holder(&office, Role::FrontDesk)?, holder(&office, Role::FrontDeskSupervisor)?);
        let summary = month_summary(&opened.books, month, until);
        let last = until.max(self.now);
        for request in
            [filing::submission(desk, &summary, None), filing::filing(supervisor, (month, summary.checksum()), None)]
        {
            wait(Box::pin(self.desk.act(request.at(last))))?;
        }
        Ok(summary)
    }
}

/// The first instant from here at which the office is open and nobody rests.
fn callable(calendar: &Calendar, at: Moment) -> Moment {
    let mut at = at;
    for _ in 0..12 {
        at = hours::opening(calendar, at);
        let next = calendar.next_call_time(at);
        if next == at {
            break;
        }
        at = next;
    }
    at
}
