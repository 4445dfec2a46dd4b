//! 回访记录表 (F3a, H03; FORMS 4.4): one line a call.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::books::Row;
use crate::books::ledger::CallRow;
use crate::domain::complaint::terms::{CallOutcome, ContactMethod, Satisfaction};
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::moment::Moment;
use crate::report::Source;
use crate::report::figures::{Rate, Votes};
use crate::report::period::Period;
use crate::report::reading::{self, Contact, DutyState};

/// 后续处理: what a call led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// 结案
    Closed,
    /// 重新派单
    Redispatched,
    /// 升级
    Escalated,
    /// 再次回访
    Again,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallbackLine {
    /// Of which complaint.
    pub id: ComplaintId,
    /// 回访编号: `HF-20260303-001-2`, the second call of that complaint.
    pub callback_number: String,
    /// 投诉编号
    pub number: String,
    /// 客户姓名, 联系电话
    pub contact: Contact,
    /// 会员
    pub member: bool,
    /// 服务项目/产品
    pub product: String,
    /// 投诉内容摘要
    pub summary: String,
    /// 责任部门
    pub department: String,
    /// 处理结果
    pub result: String,
    /// 应回访时间
    pub due: Option<NaiveDateTime>,
    /// 实际回访时间
    pub at: NaiveDateTime,
    /// 回访方式
    pub method: ContactMethod,
    /// 接通情况; missing while the talk goes on.
    pub outcome: Option<CallOutcome>,
    /// 通话时长, in seconds
    pub seconds: u32,
    /// 对处理结果满意度
    pub with_result: Option<Satisfaction>,
    /// 对服务过程满意度
    pub with_service: Option<Satisfaction>,
    /// 不满意原因
    pub reasons: Vec<String>,
    /// 意见与建议
    pub suggestions: String,
    /// 回访中新问题
    pub new_problem: String,
    /// 后续处理
    pub next: Option<Next>,
    /// 下次预约时间
    pub appointment: Option<NaiveDateTime>,
    /// 回访人
    pub caller: String,
    /// 备注
    pub remark: String,
}

/// The record of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallbackSheet {
    /// The company, as it stands on forms.
    pub company: String,
    /// 编制单位
    pub unit: String,
    /// `ZHB-TS-03`
    pub form_number: String,
    /// Which days of calling.
    pub period: Period,
    /// One line a call, in the order of calling.
    pub lines: Vec<CallbackLine>,
    /// 已成功回访 ÷ 应回访
    pub callback: Rate,
    /// The same of members.
    pub members: Rate,
    /// 接通 ÷ 拨打
    pub success: Rate,
    /// 满意, 一般, 不满意
    pub votes: Votes,
}

impl CallbackSheet {
    /// The calls of a period; of one caller where one is named.
    #[must_use]
    pub fn of(source: &Source<'_>, period: Period, caller: Option<PersonId>) -> Self {
        let (office, window) = (source.office(), source.window(period));
        let mut sheet = Self {
            company: office.company().to_owned(),
            unit: source.unit(),
            form_number: office.forms().numbers.callback_record.to_string(),
            period,
            lines: Vec::new(),
            callback: Rate::default(),
            members: Rate::default(),
            success: Rate::default(),
            votes: Votes::default(),
        };
        let by = |call: &CallRow| caller.is_none_or(|it| it == call.dialled.by);
        let mut calls: Vec<(Moment, CallbackLine)> = Vec::new();
        for row in source.complaints() {
            for (place, call) in row.calls.iter().enumerate() {
                if window.contains(call.dialled.at) && by(call) {
                    sheet.success.count(call.outcome == Some(CallOutcome::Reached));
                    if let Some(said) = call.result {
                        sheet.votes.count(said);
                    }
                    calls.push((call.dialled.at, line(source, row, place)));
                }
            }
            for duty in reading::duties(row, source).into_iter().filter(|it| !it.exempt && it.call.is_none_or(by)) {
                if let Some(state) = duty.state(window) {
                    sheet.callback.count(state == DutyState::Reached);
                    if row.caller.member {
                        sheet.members.count(state == DutyState::Reached);
                    }
                }
            }
        }
        calls.sort_by_key(|(at, line)| (*at, line.id));
        sheet.lines = calls.into_iter().map(|(_, line)| line).collect();
        sheet
    }
}

fn line(source: &Source<'_>, row: &Row, place: usize) -> CallbackLine {
    let office = source.office();
    let call = &row.calls[place];
    let local = |at: Moment| office.calendar().local(at);
    let text = |it: &Option<Box<str>>| it.as_deref().unwrap_or_default().to_owned();
    let last = place + 1 == row.calls.len();
    CallbackLine {
        id: row.id,
        callback_number: office.forms().callback_number(row.id, place + 1),
        number: office.forms().number(row.id),
        contact: Contact::of(&row.caller),
        member: row.caller.member,
        product: row.product.to_string(),
        summary: reading::excerpt(&row.content, 40),
        department: reading::department(office, row.department()),
        result: reading::excerpt(reading::result(row), 40),
        due: call.due.map(local),
        at: local(call.dialled.at),
        method: call.method,
        outcome: call.outcome,
        seconds: call.seconds,
        with_result: call.result,
        with_service: call.process,
        reasons: call.reasons.iter().map(ToString::to_string).collect(),
        suggestions: text(&call.suggestions),
        new_problem: text(&call.new_problem),
        next: next(row, call, last),
        appointment: row.appointment.filter(|_| last).map(local),
        caller: reading::person(office, call.dialled.by),
        remark: text(&call.remark),
    }
}

/// What followed, as the later facts show it.
fn next(row: &Row, call: &CallRow, last: bool) -> Option<Next> {
    let at = call.dialled.at;
    let escalated = row.escalated.is_some_and(|it| at <= it.stamp.at);
    let redispatched = row.orders.iter().any(|it| call.round < it.round && at <= it.dispatched.at);
    match call.outcome? {
        CallOutcome::NoAnswer | CallOutcome::Refused | CallOutcome::BadNumber if !last || row.is_open() => {
            Some(Next::Again)
        }
        CallOutcome::Reached if call.result == Some(Satisfaction::Dissatisfied) && escalated && last => {
            Some(Next::Escalated)
        }
        CallOutcome::Reached if redispatched => Some(Next::Redispatched),
        CallOutcome::Reached if escalated && last => Some(Next::Escalated),
        CallOutcome::Reached | CallOutcome::NoAnswer | CallOutcome::Refused | CallOutcome::BadNumber => {
            (last && !row.is_open()).then_some(Next::Closed)
        }
    }
}
