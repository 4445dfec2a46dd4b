//! The figures, and what else waits: asked of the books once a change or a tick.

use chrono::{Datelike as _, Duration, Months, NaiveDate};

use super::{Line, supervised};
use crate::books::board::Figures;
use crate::books::customers::Who;
use crate::books::sights::Subject;
use crate::books::tally::{Days, Filter};
use crate::books::{Heat, View};
use crate::domain::complaint::terms::LinkKind;
use crate::domain::complaint::{Complaint, Verb};
use crate::domain::customer;
use crate::domain::id::{ComplaintId, DepartmentId, OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::role::Role;
use crate::domain::text::Prose;
use crate::report::chart::{self, Kpi};
use crate::report::{Figures as MonthFigures, Period, Source};
use crate::ui::env::Env;

/// What the figures and the right column tell.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) figures: Figures,
    /// Open when the day began.
    pub(super) open_before: u32,
    /// Registered yesterday.
    pub(super) new_yesterday: u32,
    /// Registered yesterday up to the same time of the day.
    pub(super) new_by_now: usize,
    /// Closed yesterday.
    pub(super) closed_yesterday: u32,
    /// Callbacks that are due today.
    pub(super) callbacks_due: usize,
    /// Members' complaints of the month that were called back, of so many to be called: closed ones and those that wait.
    pub(super) members: (u32, u32),
    /// Members who still have to be called: those of the queue and those closed without.
    pub(super) members_missing: Vec<ComplaintId>,
    /// Customers who wait for the first contact, and how many of them too long (T13): the viewer's, or for who allots
    /// everybody's.
    pub(super) contacts: (usize, usize),
    /// Follow-ups of the viewer: complaint and place.
    pub(super) promises: Vec<(ComplaintId, u16)>,
    /// The month's report that is not filed.
    pub(super) report: Option<Report>,
    /// Whether missed reports have a card of their own.
    pub(super) supervises: bool,
    /// Reports missed in a row, the most first …
    pub(super) missed: Vec<Missed>,
    /// … and so many for which there is no room.
    pub(super) missed_more: usize,
    /// Plans that wait for the viewer.
    pub(super) approvals: Vec<ComplaintId>,
    /// Who asks to see which case or file, for who may allow it (A24).
    pub(super) sights: Vec<(Subject, PersonId)>,
    /// What the viewer asked to see, and was answered.
    pub(super) answered: Vec<Subject>,
    /// Whether a quarter has just ended, and the viewer is to look back on it (T16).
    pub(super) review: Option<NaiveDate>,
    /// The month so far, for the management.
    pub(super) month: Vec<Kpi>,
    /// Perhaps a repeat of an earlier one: (this one, that one).
    pub(super) repeats: Vec<(ComplaintId, ComplaintId)>,
}

/// A month's report that waits for the viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) month: Month,
    pub(super) due: Moment,
    pub(super) step: ReportStep,
}

/// A work order whose reports stay away.
#[derive(Debug, Clone)]
pub(super) struct Missed {
    pub(super) id: ComplaintId,
    pub(super) order: OrderNo,
    pub(super) count: u32,
    pub(super) handler: Option<PersonId>,
    pub(super) department: DepartmentId,
    /// The last words, and when they came.
    pub(super) last: Option<(Prose, Moment)>,
}

/// What the viewer has to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReportStep {
    /// 提交
    Submit,
    /// 审批
    Approve,
}

/// Reminders of one kind at the most.
const MOST: usize = 3;
/// So many days a complaint is fresh enough to ask whether it repeats another.
const FRESH: i64 = 14;

impl Facts {
    pub(super) fn of(env: &Env<'_>) -> Self {
        let books = env.books;
        let view = View { viewer: env.me, now: env.now };
        let today = env.calendar().day_of(env.now);
        let yesterday = today.pred_opt().unwrap_or(today);
        let on = |day: NaiveDate| Days { first: day, last: day };
        let seen = |filter: Filter<'_>| books.seen(env.me, &filter);
        let gauge = books.member_gauge(env.office().rules().month_of(today));
        let queue = books.callbacks(view);
        let due = |heat: Heat| matches!(heat, Heat::Late | Heat::Soon | Heat::Today);
        let (missed, missed_more) = missed(env);
        let waiting = queue.iter().filter(|it| it.complaint.is_member()).map(|it| it.complaint.id);
        Self {
            figures: books.figures(view),
            open_before: seen(Filter::default().open_when_began(today)),
            new_yesterday: seen(Filter::default().registered(on(yesterday))),
            new_by_now: books
                .chosen(&Filter::default().registered(on(yesterday)))
                .filter(|it| it.registered.at <= env.now - Duration::days(1))
                .filter(|it| env.person().is_some_and(|me| books.sees_row(me, it)))
                .count(),
            closed_yesterday: seen(Filter::default().closed(on(yesterday))),
            callbacks_due: queue
                .iter()
                .filter(|it| it.clock.is_some_and(|it| due(it.heat)))
                .filter(|it| env.person().is_some_and(|me| books.sees(me, it.complaint)))
                .count(),
            // Who waits is to be called this month, too: a rate of 100 % leaves nobody out.
            members: (
                gauge.reached,
                gauge.closed.saturating_add(waiting.clone().count().try_into().unwrap_or(u32::MAX)),
            ),
            members_missing: if calls(env) {
                waiting.chain(gauge.missing.iter().map(|it| it.id)).collect()
            } else {
                Vec::new()
            },
            contacts: contacts(env),
            promises: promises(env),
            report: report(env, today),
            supervises: env.may(Verb::Supervise),
            missed,
            missed_more,
            approvals: approvals(env),
            sights: sights(env),
            answered: answered(env),
            review: review(env, today),
            month: month(env, today),
            repeats: if calls(env) { repeats(env) } else { Vec::new() },
        }
    }

    /// The lines of the right column.
    pub(super) fn lines(&self) -> Vec<Line> {
        let promises = self.promises.iter().map(|(id, index)| Line::Promise(*id, *index));
        let approve = |it: &Report| match it.step {
            ReportStep::Submit => false,
            ReportStep::Approve => true,
        };
        let (waits, own) = (self.report.filter(approve), self.report.filter(|it| !approve(it)));
        let missed = self.missed.iter().map(|it| Line::Missed(it.id, it.order));
        let approvals = self.approvals.iter().map(|it| Line::Approval(*it));
        let waits = waits.map(|_| Line::MonthReport);
        let sights = self.sights.iter().map(|(about, person)| Line::Sight(*about, *person));
        let answered = self.answered.iter().map(|it| Line::Answered(*it));
        let review = self.review.map(|_| Line::Review);
        let report = own.map(|_| Line::MonthReport);
        let members = (!self.members_missing.is_empty()).then_some(Line::Members);
        let contacts = (0 < self.contacts.0).then_some(Line::Contacts);
        let repeats = self.repeats.iter().map(|(id, _)| Line::Repeat(*id));
        // In the order of the cards: who supervises has one of missed reports above all, others are reminded of them.
        let missed: Vec<Line> = missed.collect();
        let (above, below) = if self.supervises { (missed, Vec::new()) } else { (Vec::new(), missed) };
        let first = above.into_iter().chain(approvals).chain(sights).chain(waits);
        first
            .chain(answered)
            .chain(promises)
            .chain(report)
            .chain(below)
            .chain(members)
            .chain(contacts)
            .chain(repeats)
            .chain(review)
            .collect()
    }
}

/// Whether the viewer belongs to those who call customers back.
fn calls(env: &Env<'_>) -> bool {
    env.is(Role::FrontDesk) || env.is(Role::FrontDeskSupervisor)
}

/// T13.
fn contacts(env: &Env<'_>) -> (usize, usize) {
    let customers = env.books.customers();
    let everybody = customer::may(env.office(), env.me, customer::Verb::Assign).is_ok();
    let waiting = customers.uncontacted((!everybody).then_some(env.me));
    let late = |it: Who| customers.first_contact(it).is_some_and(|it| it.is_broken(env.now));
    waiting.fold((0, 0), |(all, missed), it| (all + 1, missed + usize::from(late(it))))
}

fn promises(env: &Env<'_>) -> Vec<(ComplaintId, u16)> {
    let promised = env.books.promised(env.now).into_iter();
    promised.filter(|it| it.follow_up.what.owner == env.me).map(|it| (it.complaint.id, it.index)).collect()
}

/// Last month's report, until it is filed (I01): the desk submits it, the supervisor files it.
fn report(env: &Env<'_>, today: NaiveDate) -> Option<Report> {
    let office = env.office();
    let month = office.rules().month_of(today).before();
    let days = Days::of(office.rules(), month);
    let began = env.books.ledger().rows().first().map(|it| env.calendar().day_of(it.registered.at));
    if office.filed_report(month).is_some() || began.is_none_or(|it| days.last < it) {
        return None;
    }
    let step = match (office.waiting_report(month), calls(env), env.is(Role::FrontDeskSupervisor)) {
        (Some(_), _, true) => ReportStep::Approve,
        (None, true, _) => ReportStep::Submit,
        (Some(_), _, false) | (None, false, _) => return None,
    };
    let ended = days.last.succ_opt().map_or(env.now, |it| env.calendar().whole_day(it).from);
    let due = office.limits().of(crate::domain::limits::ClockName::MonthReport).due(env.calendar(), ended);
    Some(Report { month, due, step })
}

/// Reports that stay away: for who supervises every one, for others those the supervisor was told of (C08).
fn missed(env: &Env<'_>) -> (Vec<Missed>, usize) {
    let enough = if env.may(Verb::Supervise) { 1 } else { u32::from(env.office().rules().missed_reports_to_supervise) };
    let most = if env.may(Verb::Supervise) { supervised::MOST } else { MOST };
    let all = env.books.silences(View { viewer: env.me, now: env.now });
    let mut all: Vec<_> = all.into_iter().filter(|it| enough <= it.missed).collect();
    let more = all.len().saturating_sub(most);
    all.truncate(most);
    let missed = all.into_iter().map(|it| Missed {
        id: it.complaint.id,
        order: it.order.no,
        count: it.missed,
        handler: it.order.handler,
        department: it.order.department,
        last: it.order.reports.last().map(|it| (it.words.clone(), it.stamp.at)),
    });
    (missed.collect(), more)
}

/// Plans that wait for the viewer's word (D10).
fn approvals(env: &Env<'_>) -> Vec<ComplaintId> {
    let inbox = env.books.inbox(View { viewer: env.me, now: env.now });
    inbox.to_approve.iter().take(supervised::MOST).map(|it| it.complaint.id).collect()
}

/// Requests to see a case or a customer's file that the viewer may answer (A24).
fn sights(env: &Env<'_>) -> Vec<(Subject, PersonId)> {
    let files = customer::may(env.office(), env.me, customer::Verb::AnswerSight).is_ok();
    let answers = |it: &Subject| match it {
        Subject::Case(_) => env.may(Verb::AnswerSight),
        Subject::File(_) => files,
    };
    let asked = env.books.sights_asked().into_iter().filter(|(about, _)| answers(about));
    asked.map(|(about, it)| (about, it.stamp.by)).take(supervised::MOST).collect()
}

/// What became of the viewer's own requests, as long as it is news.
fn answered(env: &Env<'_>) -> Vec<Subject> {
    let view = View { viewer: env.me, now: env.now };
    env.books.sights_answered(view).into_iter().map(|(about, _)| about).take(MOST).collect()
}

/// So many days of a new quarter the old one is to be looked back on.
const LOOK_BACK: u32 = 10;

/// In the first days of a quarter: who supervises or manages looks at flow, rules and effect (T16). The first day of
/// the quarter that is over.
fn review(env: &Env<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let looks = env.is(Role::FrontDeskSupervisor) || env.is(Role::Manager);
    let began = env.books.ledger().rows().first().map(|it| env.calendar().day_of(it.registered.at))?;
    let first = today.with_day(1)?;
    let fresh = today.month0().is_multiple_of(3) && today.day() <= LOOK_BACK;
    (looks && fresh && began < first).then(|| first.checked_sub_months(Months::new(3))).flatten()
}

/// The month so far beside the one before.
fn month(env: &Env<'_>, today: NaiveDate) -> Vec<Kpi> {
    if !env.is(Role::Manager) {
        return Vec::new();
    }
    let rules = env.office().rules();
    let source = Source { books: env.books, now: env.now };
    let of = |month| MonthFigures::of(&source, Period::month(rules, month));
    let this = rules.month_of(today);
    chart::kpis(&of(this), &of(this.before()))
}

/// Fresh complaints that repeat an earlier one and are not linked to any (I06).
fn repeats(env: &Env<'_>) -> Vec<(ComplaintId, ComplaintId)> {
    let since = env.now - Duration::days(FRESH);
    let linked = |it: &Complaint| {
        it.links.iter().any(|it| match it.kind {
            LinkKind::RepeatOf | LinkKind::SameMatterAs => true,
            LinkKind::RelatedTo | LinkKind::SystemicIssue => false,
        })
    };
    let fresh = env.books.open().filter(|it| since <= it.registered.at && !linked(it));
    let mut found: Vec<_> = fresh.filter_map(|it| Some((it.id, env.books.repeats(it.id)?.id))).collect();
    found.sort_by_key(|(id, _)| std::cmp::Reverse(*id));
    found.truncate(MOST);
    found
}
