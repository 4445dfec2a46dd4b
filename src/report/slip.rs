//! F7 派单/回单: the slip of one work order (FORMS 4.8, X12).

use std::fmt;

use chrono::NaiveDateTime;

use crate::domain::clock::ClockKey;
use crate::domain::complaint::terms::Priority;
use crate::domain::complaint::words::Agreement;
use crate::domain::complaint::{Complaint, WorkOrder};
use crate::domain::id::{ComplaintId, OrderNo, PersonId, Round};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::report::Source;
use crate::report::reading::{self, Contact};

/// Both parts of the slip. `Debug` tells its number only.
#[derive(Clone, PartialEq, Eq)]
pub struct DispatchSlip {
    /// The company, as it stands on forms.
    pub company: String,
    /// Who takes it back: the department that takes the calls.
    pub unit: String,
    /// `ZHB-TS-07`
    pub form_number: String,
    /// `TS-20260312-009`, with `-R2` from the second round on (X12).
    pub number: String,
    /// 投诉人, 联系电话
    pub contact: Contact,
    /// 投诉大类, 投诉小类
    pub category: (String, String),
    /// 产品/服务
    pub product: String,
    /// 投诉内容
    pub content: String,
    /// 客户诉求
    pub remedy: String,
    /// Severity × urgency.
    pub priority: Priority,
    /// 重大.
    pub major: bool,
    /// 责任部门
    pub department: String,
    /// 处理人; empty: whoever accepts.
    pub handler: String,
    /// The manager on the way (A05); empty: none.
    pub via: String,
    /// 派单: when and by whom.
    pub dispatched: (NaiveDateTime, String),
    /// 签收: when.
    pub accepted: Option<NaiveDateTime>,
    /// 签收 until when.
    pub accept_by: Option<NaiveDateTime>,
    /// 下次汇报时间
    pub report_by: Option<NaiveDateTime>,
    /// 要求完成时间: what the customer was promised, or the limit of the result.
    pub finish_by: Option<NaiveDateTime>,
    /// What the desk wrote with it.
    pub note: String,
    /// The round before, on a slip of 重新派单.
    pub before: Option<Before>,
    /// What came back.
    pub answer: Answer,
}

/// What became of the round before.
#[derive(Clone, PartialEq, Eq)]
pub struct Before {
    /// 上轮编号
    pub number: String,
    /// 上轮措施
    pub measures: String,
    /// 客户不满意原因
    pub reasons: Vec<String>,
}

/// 回单联; empty where nothing came back yet, to be filled by hand.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// 调查结果
    pub cause: String,
    /// 处理方案
    pub plan: String,
    /// 客户意见
    pub agreement: Option<Agreement>,
    /// 完成时间
    pub finished: Option<NaiveDateTime>,
    /// 部门负责人签名
    pub signed_by: String,
    /// 回单时间
    pub handed_in: Option<NaiveDateTime>,
}

impl fmt::Debug for DispatchSlip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DispatchSlip").field("number", &self.number).finish_non_exhaustive()
    }
}

impl DispatchSlip {
    /// The slip of a work order of a complaint that is not archived; `None`: there is no such order.
    #[must_use]
    pub fn of(source: &Source<'_>, id: ComplaintId, order: OrderNo) -> Option<Self> {
        let (complaint, row) = (source.books.complaint(id)?, source.books.row(id)?);
        let order = complaint.order(order)?;
        let office = source.office();
        let local = |at: Moment| office.calendar().local(at);
        let due = |name, order| {
            let clock = complaint.clocks.find(ClockKey { name, order })?;
            clock.is_running().then(|| local(clock.due))
        };
        let of_order = |name| due(name, Some(order.no));
        let person = |id: PersonId| reading::person(office, id);
        Some(Self {
            company: office.company().to_owned(),
            unit: source.unit(),
            form_number: office.forms().numbers.slip.to_string(),
            number: number(source, id, order.round),
            contact: Contact::of(&row.caller),
            category: reading::category(office, complaint.details.category),
            product: complaint.details.product.to_string(),
            content: complaint.details.content.to_string(),
            remedy: complaint.details.requested_remedy.to_string(),
            priority: complaint.priority(),
            major: complaint.is_major(),
            department: reading::department(office, Some(order.department)),
            handler: order.handler.map(person).unwrap_or_default(),
            via: order.via.map(person).unwrap_or_default(),
            dispatched: (local(order.dispatched.at), person(order.dispatched.by)),
            accepted: order.accepted.map(|it| local(it.at)),
            accept_by: of_order(ClockName::Accept).or_else(|| of_order(ClockName::SecondHop)),
            report_by: of_order(ClockName::Report),
            finish_by: due(ClockName::Promise, None).or_else(|| of_order(ClockName::Result)),
            note: order.note.as_ref().map(ToString::to_string).unwrap_or_default(),
            before: before(source, complaint, order.round),
            answer: answer(source, order),
        })
    }
}

/// The number with its round (X12).
fn number(source: &Source<'_>, id: ComplaintId, round: Round) -> String {
    let number = source.office().forms().number(id);
    if Round::FIRST < round { format!("{number}-R{round}") } else { number }
}

fn before(source: &Source<'_>, complaint: &Complaint, round: Round) -> Option<Before> {
    let last = Round(round.0.checked_sub(1).filter(|it| 0 < *it)?);
    let plans = complaint.orders.iter().filter(|it| it.round == last).filter_map(WorkOrder::plan);
    let measures: Vec<String> = plans.map(|it| it.proposal.measures.to_string()).collect();
    let calls = complaint.callbacks.iter().filter(|it| it.round == last);
    let answers = calls.filter_map(|it| it.record.as_ref()?.what.answers.as_ref());
    let reasons = answers.flat_map(|it| it.reasons.iter().map(ToString::to_string)).collect();
    Some(Before { number: number(source, complaint.id, last), measures: measures.join("; "), reasons })
}

fn answer(source: &Source<'_>, order: &WorkOrder) -> Answer {
    let office = source.office();
    let local = |at: Moment| office.calendar().local(at);
    let plan = order.plan();
    Answer {
        cause: order.investigation.as_ref().map(|it| it.what.root_cause.to_string()).unwrap_or_default(),
        plan: plan.map(|it| it.proposal.measures.to_string()).unwrap_or_default(),
        agreement: plan.and_then(|it| it.answer.as_ref()).map(|it| it.what.agreement),
        finished: plan.and_then(|it| it.executed.as_ref()).map(|it| local(it.stamp.at)),
        signed_by: order.slip.as_ref().map(|it| reading::person(office, it.what.signed_by)).unwrap_or_default(),
        handed_in: order.slip.as_ref().map(|it| local(it.stamp.at)),
    }
}
