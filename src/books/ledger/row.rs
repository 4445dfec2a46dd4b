//! The shape of one row.

use std::fmt;

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::Calendar;
use crate::domain::complaint::terms::{
    CallOutcome, CloseCode, ContactMethod, Kind, LinkKind, MajorReason, Money, Priority, Remedy, Salutation,
    Satisfaction, Severity, Urgency, Validity,
};
use crate::domain::complaint::{OrderStage, Stage, Stamp};
use crate::domain::customer::Phone;
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId, OrderNo, PersonId, Round};
use crate::domain::limits::ClockName;
use crate::domain::moment::{self, Moment};
use crate::domain::text::Line;

/// One complaint in one line of the ledger (FORMS 4.2, 33 columns; F3–F5). It names things by id; names are the
/// office's. `Debug` tells no personal data.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number.
    pub id: ComplaintId,
    /// Complaint, inquiry, suggestion or praise (B14).
    pub kind: Kind,
    /// Where it stands.
    pub stage: Stage,
    /// Which round (F01).
    pub round: Round,
    /// Who complains.
    pub caller: Caller,
    /// 投诉方式.
    pub channel: ChannelId,
    /// 产品/服务.
    pub product: Box<str>,
    /// 订单号.
    pub order_number: Option<Box<str>>,
    /// Category or subcategory.
    pub category: CategoryId,
    /// 投诉内容.
    pub content: Box<str>,
    /// 客户诉求, from the list …
    pub remedies: Box<[Remedy]>,
    /// … and in words.
    pub requested_remedy: Box<str>,
    /// Amount in dispute.
    pub amount: Option<Money>,
    /// How many customers are affected, at least 1 (人数, 群诉).
    pub customers: u32,
    /// 严重程度.
    pub severity: Severity,
    /// 紧急程度.
    pub urgency: Urgency,
    /// Severity × urgency; a major complaint is P1.
    pub priority: Priority,
    /// Why it counts as major; empty: it does not.
    pub major: Box<[MajorReason]>,
    /// 登记.
    pub registered: Stamp,
    /// 首次答复 (J03).
    pub acknowledged: Option<Stamp>,
    /// 是否成立.
    pub validity: Option<Validity>,
    /// First dispatch of the first round.
    pub dispatched: Option<Stamp>,
    /// Work orders of all rounds, in the order of their numbers.
    pub orders: Box<[OrderRow]>,
    /// First contact of a department with the customer (D01).
    #[serde(with = "moment::perhaps")]
    pub first_contact: Option<Moment>,
    /// 原因分析, as last written.
    pub cause: Option<Box<str>>,
    /// 处理措施: the last plan, or what solved it at the desk, or the reply.
    pub measures: Option<Box<str>>,
    /// 处理结果 of the last return slip.
    pub result: Option<Box<str>>,
    /// Compensation of executed plans.
    pub compensation: Money,
    /// 回单时间: the last slip.
    #[serde(with = "moment::perhaps")]
    pub slip_at: Option<Moment>,
    /// Calls to the customer, attempts among them (F3).
    pub calls: Box<[CallRow]>,
    /// 约定回访时间, until it was used.
    #[serde(with = "moment::perhaps")]
    pub appointment: Option<Moment>,
    /// How often the customer was dissatisfied.
    pub dissatisfactions: u8,
    /// 升级, the last: to whom, when, by whom.
    pub escalated: Option<EscalationRow>,
    /// 跟踪责任人.
    pub tracking: PersonId,
    /// 结案.
    pub closing: Option<ClosingRow>,
    /// Links to other complaints.
    pub links: Box<[(LinkKind, ComplaintId)]>,
    /// The earlier complaint whose further call it is (并入).
    pub merged: Option<ComplaintId>,
    /// What became of its clocks that ended.
    pub clocks: Box<[ClockRow]>,
    /// When its clocks that ended were past their limits.
    pub late: Box<[Lateness]>,
    /// Its clocks that run.
    pub running: Box<[RunningClock]>,
    /// 改进措施 (D21, F4, F5).
    pub improvements: Box<[ImprovementRow]>,
}

/// The complainant, as far as lists and forms need it. Personal: see UI.md 11 for what may be shown to whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    /// Name.
    pub name: Line,
    /// 先生/女士.
    pub salutation: Salutation,
    /// Number to call back.
    pub phone: Phone,
    /// Company.
    pub organisation: Option<Box<str>>,
    /// Address.
    pub address: Option<Box<str>>,
    /// Region (A04).
    pub region: Option<Box<str>>,
    /// A member must be called back (E13).
    pub member: bool,
    /// Number of the member's card.
    pub card: Option<Box<str>>,
}

/// A work order (C04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRow {
    /// Its number in the complaint.
    pub no: OrderNo,
    /// Its round.
    pub round: Round,
    /// Where it stands.
    pub stage: OrderStage,
    /// 责任部门.
    pub department: DepartmentId,
    /// 责任人.
    pub handler: Option<PersonId>,
    /// 派单.
    pub dispatched: Stamp,
    /// 签收.
    pub accepted: Option<Stamp>,
    /// First contact with the customer.
    #[serde(with = "moment::perhaps")]
    pub contacted: Option<Moment>,
    /// 回单.
    pub slip: Option<Stamp>,
    /// Ended without a slip, by whatever.
    pub ended: Option<Stamp>,
    /// Whether one of its clocks was broken (按时办结率): the slip came in time, and so did what led to it.
    pub broken: bool,
    /// Whether one of its clocks was exempted (X19): then it counts neither way.
    pub exempt: bool,
    /// Reports that were due (J10).
    pub reports_due: u32,
    /// Reports in time (J10).
    pub reports_on_time: u32,
    /// Whether its report clock was exempted: its reports count neither way.
    pub reports_exempt: bool,
}

/// A call to the customer (F3).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallRow {
    /// Of which round.
    pub round: Round,
    /// Which attempt of the round, from 1.
    pub attempt: u16,
    /// 实际回访时间 and 回访人.
    pub dialled: Stamp,
    /// 应回访时间: when the round's callback was due.
    #[serde(with = "moment::perhaps")]
    pub due: Option<Moment>,
    /// 回访方式.
    pub method: ContactMethod,
    /// Why inside quiet hours (scenario 7).
    pub urgent: Option<Box<str>>,
    /// 接通情况; missing while the talk goes on.
    pub outcome: Option<CallOutcome>,
    /// 通话时长, in seconds.
    pub seconds: u32,
    /// 对处理结果满意度.
    pub result: Option<Satisfaction>,
    /// 对服务过程满意度.
    pub process: Option<Satisfaction>,
    /// 问题已解决.
    pub solved: bool,
    /// 不满意原因.
    pub reasons: Box<[Box<str>]>,
    /// 意见与建议.
    pub suggestions: Option<Box<str>>,
    /// 回访中新问题.
    pub new_problem: Option<Box<str>>,
    /// 备注.
    pub remark: Option<Box<str>>,
}

/// 升级.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EscalationRow {
    /// To whom.
    pub to: PersonId,
    /// When and by whom.
    pub stamp: Stamp,
}

/// 结案.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingRow {
    /// 结案方式.
    pub code: CloseCode,
    /// When and by whom.
    pub stamp: Stamp,
    /// Why.
    pub reason: Option<Box<str>>,
}

/// What became of the clocks with one name that ended (J03, J09–J11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockRow {
    /// Which limit.
    pub name: ClockName,
    /// Done in time.
    pub on_time: u32,
    /// Done late.
    pub late: u32,
    /// 豁免: counts neither way (X19).
    pub exempt: u32,
    /// Did not apply any more.
    pub cancelled: u32,
}

/// A clock that ended late: from its limit until its end, so that a report of an earlier month knows what was late then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lateness {
    /// Which limit.
    pub name: ClockName,
    /// Of which work order.
    pub order: Option<OrderNo>,
    /// When it was due.
    #[serde(with = "moment::exact")]
    pub from: Moment,
    /// When it ended.
    #[serde(with = "moment::exact")]
    pub until: Moment,
}

/// A clock that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningClock {
    /// Which limit.
    pub name: ClockName,
    /// Of which work order.
    pub order: Option<OrderNo>,
    /// From when on it is broken; `None`: it is exempt, or it stands still in time.
    #[serde(with = "moment::perhaps")]
    pub breaks: Option<Moment>,
    /// Whether it is exempt.
    pub exempt: bool,
}

/// 改进措施 (D21).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImprovementRow {
    /// When and by whom it was planned.
    pub stamp: Stamp,
    /// 问题.
    pub problem: Box<str>,
    /// 改进措施.
    pub measure: Box<str>,
    /// 责任人.
    pub owner: PersonId,
    /// 完成期限.
    #[serde(with = "moment::exact")]
    pub due: Moment,
    /// 完成.
    pub finished: Option<Stamp>,
    /// 验证结果.
    pub outcome: Option<Box<str>>,
}

/// Counts of one clock's results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Results {
    /// Done in time.
    pub on_time: u32,
    /// Late: done late, or running past its limit.
    pub late: u32,
    /// 豁免 (X19).
    pub exempt: u32,
    /// Running, and in time so far.
    pub pending: u32,
}

impl std::ops::AddAssign for Results {
    fn add_assign(&mut self, other: Self) {
        self.on_time += other.on_time;
        self.late += other.late;
        self.exempt += other.exempt;
        self.pending += other.pending;
    }
}

impl Row {
    /// 责任部门 of the last round: the first of its work orders.
    #[must_use]
    pub fn main_order(&self) -> Option<&OrderRow> {
        let last = self.orders.iter().map(|it| it.round).max()?;
        let of_last = || self.orders.iter().filter(|it| it.round == last);
        // One that was given back is not responsible, unless all were.
        of_last().find(|it| it.stage != OrderStage::Ended).or_else(|| of_last().next())
    }

    /// 责任部门.
    #[must_use]
    pub fn department(&self) -> Option<DepartmentId> {
        self.main_order().map(|it| it.department)
    }

    /// Every department that had it, each once, in the order of dispatch.
    #[must_use]
    pub fn departments(&self) -> Vec<DepartmentId> {
        let mut seen = Vec::new();
        for it in &self.orders {
            if !seen.contains(&it.department) {
                seen.push(it.department);
            }
        }
        seen
    }

    /// 责任人.
    #[must_use]
    pub fn handler(&self) -> Option<PersonId> {
        self.main_order().and_then(|it| it.handler)
    }

    /// A complaint, and not an inquiry, a suggestion or praise, nor a further call in another one's matter.
    #[must_use]
    pub fn is_complaint(&self) -> bool {
        self.kind == Kind::Complaint && self.merged.is_none()
    }

    /// Not closed.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.stage.is_open()
    }

    /// Major (X20).
    #[must_use]
    pub fn is_major(&self) -> bool {
        !self.major.is_empty()
    }

    /// When it was closed.
    #[must_use]
    pub fn closed_at(&self) -> Option<Moment> {
        self.closing.as_ref().map(|it| it.stamp.at)
    }

    /// 派单用时, in working minutes (T01); `None`: not dispatched.
    #[must_use]
    pub fn dispatch_minutes(&self, calendar: &Calendar) -> Option<i64> {
        self.dispatched.map(|it| calendar.worked(self.registered.at, it.at).num_minutes())
    }

    /// 处理时长: natural time from registration to the last slip, or, where there was none, to the closing.
    #[must_use]
    pub fn handling_time(&self) -> Option<Duration> {
        self.slip_at.or_else(|| self.closed_at()).map(|it| it - self.registered.at)
    }

    /// The last call that reached the customer.
    #[must_use]
    pub fn answered_call(&self) -> Option<&CallRow> {
        self.calls.iter().rev().find(|it| it.outcome == Some(CallOutcome::Reached))
    }

    /// 回访结果: the last answer of the customer.
    #[must_use]
    pub fn satisfaction(&self) -> Option<Satisfaction> {
        self.answered_call().and_then(|it| it.result)
    }

    /// The last answer about the handling (ISO 10004).
    #[must_use]
    pub fn process_satisfaction(&self) -> Option<Satisfaction> {
        self.answered_call().and_then(|it| it.process)
    }

    /// 首次解决: satisfied in the first round, at the desk too (J01).
    #[must_use]
    pub fn is_solved_first_time(&self) -> bool {
        self.round == Round::FIRST
            && self.closing.as_ref().is_some_and(|it| matches!(it.code, CloseCode::Satisfied | CloseCode::SolvedAtDesk))
    }

    /// How the clocks with one name went, by `now` (J03, J09–J11). Cancelled ones count nowhere.
    #[must_use]
    pub fn results(&self, name: ClockName, now: Moment) -> Results {
        let mut results = Results::default();
        for it in self.clocks.iter().filter(|it| it.name == name) {
            results.on_time += it.on_time;
            results.late += it.late;
            results.exempt += it.exempt;
        }
        for it in self.running.iter().filter(|it| it.name == name) {
            match it.breaks {
                _ if it.exempt => results.exempt += 1,
                Some(at) if at <= now => results.late += 1,
                Some(_) | None => results.pending += 1,
            }
        }
        results
    }

    /// 是否超时: whether any of its clocks was broken by `now`.
    #[must_use]
    pub fn is_late(&self, now: Moment) -> bool {
        self.clocks.iter().any(|it| 0 < it.late) || self.is_overdue(now)
    }

    /// Whether one of its clocks that run is past its limit.
    #[must_use]
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.running.iter().any(|it| it.breaks.is_some_and(|at| at <= now))
    }

    /// Reports that were due and those in time, over all work orders; exempted ones left out (J10).
    #[must_use]
    pub fn reports(&self) -> (u32, u32) {
        let counted = self.orders.iter().filter(|it| !it.reports_exempt);
        counted.fold((0, 0), |(due, on_time), it| (due + it.reports_due, on_time + it.reports_on_time))
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row")
            .field("id", &self.id)
            .field("stage", &self.stage)
            .field("round", &self.round)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller").field("phone", &self.phone).field("member", &self.member).finish_non_exhaustive()
    }
}

impl fmt::Debug for CallRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallRow")
            .field("round", &self.round)
            .field("attempt", &self.attempt)
            .field("outcome", &self.outcome)
            .field("result", &self.result)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ClosingRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClosingRow").field("code", &self.code).field("stamp", &self.stamp).finish_non_exhaustive()
    }
}

impl fmt::Debug for ImprovementRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImprovementRow").field("owner", &self.owner).field("due", &self.due).finish_non_exhaustive()
    }
}
