//! The figures, and what else waits: asked of the books once a change or a tick.

use chrono::{Duration, NaiveDate};

use super::Line;
use crate::books::board::Figures;
use crate::books::tally::{Days, Filter};
use crate::books::{Heat, View};
use crate::domain::complaint::Complaint;
use crate::domain::complaint::terms::LinkKind;
use crate::domain::id::ComplaintId;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::role::Role;
use crate::ui::env::Env;

/// What the figures and the right column tell.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) figures: Figures,
    /// Open when the day began.
    pub(super) open_before: u32,
    /// Registered yesterday.
    pub(super) new_yesterday: u32,
    /// Closed yesterday.
    pub(super) closed_yesterday: u32,
    /// Callbacks that are due today.
    pub(super) callbacks_due: usize,
    /// Members' complaints of the month that were called back, of so many closed.
    pub(super) members: (u32, u32),
    /// Members who still have to be called: those of the queue and those closed without.
    pub(super) members_missing: Vec<ComplaintId>,
    /// Follow-ups of the viewer: complaint and place.
    pub(super) promises: Vec<(ComplaintId, u16)>,
    /// The month's report that is not filed.
    pub(super) report: Option<Report>,
    /// Reports missed in a row, the most first.
    pub(super) missed: Vec<(ComplaintId, u32)>,
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
        let total = |filter: Filter<'_>| books.total(&filter).complaints;
        let gauge = books.member_gauge(env.office().rules().month_of(today));
        let queue = books.callbacks(view);
        let due = |heat: Heat| matches!(heat, Heat::Late | Heat::Soon | Heat::Today);
        let waiting = queue.iter().filter(|it| it.complaint.is_member()).map(|it| it.complaint.id);
        Self {
            figures: books.figures(view),
            open_before: total(Filter::default().open_when_began(today)),
            new_yesterday: total(Filter::default().registered(on(yesterday))),
            closed_yesterday: total(Filter::default().closed(on(yesterday))),
            callbacks_due: queue.iter().filter(|it| it.clock.is_some_and(|it| due(it.heat))).count(),
            members: (gauge.reached, gauge.closed),
            members_missing: if calls(env) {
                waiting.chain(gauge.missing.iter().map(|it| it.id)).collect()
            } else {
                Vec::new()
            },
            promises: promises(env),
            report: report(env, today),
            missed: missed(env),
            repeats: if calls(env) { repeats(env) } else { Vec::new() },
        }
    }

    /// The lines of the right column.
    pub(super) fn lines(&self) -> Vec<Line> {
        let promises = self.promises.iter().map(|(id, index)| Line::Promise(*id, *index));
        let report = self.report.map(|_| Line::MonthReport);
        let missed = self.missed.iter().map(|(id, _)| Line::Missed(*id));
        let members = (!self.members_missing.is_empty()).then_some(Line::Members);
        let repeats = self.repeats.iter().map(|(id, _)| Line::Repeat(*id));
        promises.chain(report).chain(missed).chain(members).chain(repeats).collect()
    }
}

/// Whether the viewer belongs to those who call customers back.
fn calls(env: &Env<'_>) -> bool {
    env.is(Role::FrontDesk) || env.is(Role::FrontDeskSupervisor)
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

/// Reports missed so often that the supervisor is told (C08).
fn missed(env: &Env<'_>) -> Vec<(ComplaintId, u32)> {
    let Some(viewer) = env.person() else { return Vec::new() };
    let enough = u32::from(env.office().rules().missed_reports_to_supervise);
    let count = |it: &Complaint| (it.id, env.books.missed_reports(it, env.now));
    let seen = env.books.open().filter(|it| env.books.sees(viewer, it));
    let mut missed: Vec<(ComplaintId, u32)> = seen.map(count).filter(|(_, missed)| enough <= *missed).collect();
    missed.sort_by_key(|(id, missed)| (std::cmp::Reverse(*missed), *id));
    missed.truncate(MOST);
    missed
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
