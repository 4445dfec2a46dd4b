//! Parts five to eight: the lists.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::books::Row;
use crate::domain::complaint::Stage;
use crate::domain::complaint::terms::{CloseCode, ExemptionReason, MajorReason, Satisfaction};
use crate::domain::id::{ComplaintId, Round};
use crate::domain::limits::ClockName;
use crate::domain::office::Accountability;
use crate::report::Source;
use crate::report::period::Window;
use crate::report::reading::{self, Customer, DutyState};

/// How long a summary may be, in characters.
const SUMMARY: usize = 40;

/// Where a complaint stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Closed, and how.
    Closed(CloseCode),
    /// Still open.
    Open(Stage),
}

/// One line of part five.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DetailRow {
    /// Which.
    pub id: ComplaintId,
    /// 编号, as people call it.
    pub number: String,
    /// 投诉日期
    pub day: NaiveDate,
    /// 投诉人(脱敏)
    pub customer: Customer,
    /// 大类
    pub category: String,
    /// 小类
    pub subcategory: String,
    /// 内容摘要
    pub summary: String,
    /// 责任部门; empty: the desk.
    pub department: String,
    /// 责任人
    pub liable: String,
    /// 处理结果
    pub result: String,
    /// 回访结果
    pub satisfaction: Option<Satisfaction>,
    /// 轮次
    pub round: Round,
    /// 状态
    pub outcome: Outcome,
    /// 结案日期
    pub closed: Option<NaiveDate>,
    /// 超时: some limit of it was not kept.
    pub late: bool,
    /// 备注
    pub remark: String,
}

/// Why a complaint stands in part six.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notable {
    /// 重大, and why.
    Major(Vec<MajorReason>),
    /// 升级, and to whom.
    Escalated {
        /// The manager's name.
        to: String,
        /// On which day.
        day: NaiveDate,
    },
    /// 重复投诉
    Repeat,
}

/// One line of part six.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotableRow {
    /// Which.
    pub id: ComplaintId,
    /// 编号
    pub number: String,
    /// Who complained.
    pub customer: Customer,
    /// 责任部门
    pub department: String,
    /// Why it stands here.
    pub why: Vec<Notable>,
    /// 内容摘要
    pub summary: String,
    /// Where it stands.
    pub outcome: Outcome,
}

/// A measure against what went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Improvement {
    /// 改进措施
    pub measure: String,
    /// 责任人
    pub owner: String,
    /// 完成期限
    pub due: NaiveDate,
    /// 验证结果; empty: not yet finished.
    pub result: String,
}

/// One line of part seven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImprovementRow {
    /// Of which complaint.
    pub id: ComplaintId,
    /// 编号
    pub number: String,
    /// 问题
    pub problem: String,
    /// 根本原因
    pub cause: String,
    /// 责任部门
    pub department: String,
    /// The measure; `None`: one is wanted and nobody wrote it.
    pub measure: Option<Improvement>,
}

/// One line of part eight (X19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExemptionRow {
    /// Which.
    pub id: ComplaintId,
    /// 编号
    pub number: String,
    /// 时限
    pub clock: ClockName,
    /// 原因 …
    pub reason: ExemptionReason,
    /// … and in words.
    pub words: String,
    /// 批准人; empty: nobody is known.
    pub approver: String,
    /// On which day.
    pub day: NaiveDate,
}

/// A call inside the customer's rest hours, under part eight (E12, scenario 7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UrgentCallRow {
    /// About which complaint.
    pub id: ComplaintId,
    /// 编号
    pub number: String,
    /// When, in the office's time.
    pub at: NaiveDateTime,
    /// Why it could not wait.
    pub words: String,
    /// Who called.
    pub by: String,
}

/// One line of part nine (D20, X18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountabilityRow {
    /// Of which complaint.
    pub id: ComplaintId,
    /// 编号
    pub number: String,
    /// 责任人
    pub person: String,
    /// 处理
    pub measure: String,
    /// 事由
    pub words: String,
    /// Who recorded it.
    pub by: String,
    /// On which day.
    pub day: NaiveDate,
}

/// A member without the callback that was owed (E13, scenario 8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingCallback {
    /// Of which complaint.
    pub id: ComplaintId,
    /// 编号
    pub number: String,
    /// Who.
    pub customer: Customer,
    /// By when.
    pub due: NaiveDate,
}

fn number(source: &Source<'_>, it: &Row) -> String {
    source.office().forms().number(it.id)
}

fn department(source: &Source<'_>, it: &Row) -> String {
    reading::department(source.office(), it.department())
}

fn outcome(it: &Row) -> Outcome {
    it.closing.as_ref().map_or(Outcome::Open(it.stage), |closing| Outcome::Closed(closing.code))
}

pub(super) fn details(source: &Source<'_>, window: Window) -> Vec<DetailRow> {
    source.complaints().filter(|it| reading::to_handle_in(it, window)).map(|it| detail(source, it)).collect()
}

fn detail(source: &Source<'_>, it: &Row) -> DetailRow {
    let (office, calendar) = (source.office(), source.office().calendar());
    let (category, subcategory) = reading::category(office, it.category);
    let remark = it.closing.as_ref().and_then(|it| it.reason.as_deref()).unwrap_or_default();
    DetailRow {
        id: it.id,
        number: number(source, it),
        day: calendar.day_of(it.registered.at),
        customer: Customer::of(&it.caller),
        category,
        subcategory,
        summary: reading::excerpt(&it.content, SUMMARY),
        department: department(source, it),
        liable: it.handler().map(|it| reading::person(office, it)).unwrap_or_default(),
        result: reading::excerpt(reading::result(it), SUMMARY),
        satisfaction: reading::satisfaction(it),
        round: it.round,
        outcome: outcome(it),
        closed: it.closed_at().map(|it| calendar.day_of(it)),
        late: it.is_late(source.now),
        remark: reading::excerpt(remark, SUMMARY),
    }
}

pub(super) fn notable(source: &Source<'_>, window: Window) -> Vec<NotableRow> {
    let (office, calendar) = (source.office(), source.office().calendar());
    let mut rows = Vec::new();
    for it in source.complaints() {
        if !reading::new_in(it, window) && !reading::escalated_in(it, window) {
            continue;
        }
        let mut why = Vec::new();
        if it.is_major() {
            why.push(Notable::Major(it.major.to_vec()));
        }
        if let Some(escalation) = &it.escalated {
            let (to, at) = (reading::person(office, escalation.to), escalation.stamp.at);
            why.push(Notable::Escalated { to, day: calendar.day_of(at) });
        }
        if source.books.is_repeat(it) {
            why.push(Notable::Repeat);
        }
        if !why.is_empty() {
            rows.push(NotableRow {
                id: it.id,
                number: number(source, it),
                customer: Customer::of(&it.caller),
                department: department(source, it),
                why,
                summary: reading::excerpt(&it.content, SUMMARY),
                outcome: outcome(it),
            });
        }
    }
    rows
}

/// Measures planned within the window, and an empty line for each founded complaint that was major or escalated in it
/// and has none.
pub(super) fn improvements(source: &Source<'_>, window: Window) -> Vec<ImprovementRow> {
    let calendar = source.office().calendar();
    let mut rows = Vec::new();
    for it in source.complaints() {
        let row = |problem: String, measure: Option<Improvement>| ImprovementRow {
            id: it.id,
            number: number(source, it),
            problem,
            cause: reading::excerpt(it.cause.as_deref().unwrap_or_default(), SUMMARY),
            department: department(source, it),
            measure,
        };
        for planned in it.improvements.iter().filter(|it| window.contains(it.stamp.at)) {
            let measure = Improvement {
                measure: planned.measure.to_string(),
                owner: reading::person(source.office(), planned.owner),
                due: calendar.day_of(planned.due),
                result: planned.outcome.as_deref().unwrap_or_default().to_owned(),
            };
            rows.push(row(planned.problem.to_string(), Some(measure)));
        }
        let concerned = reading::new_in(it, window) && it.is_major() || reading::escalated_in(it, window);
        if concerned && reading::is_founded(it) && it.improvements.is_empty() {
            rows.push(row(reading::excerpt(&it.content, SUMMARY), None));
        }
    }
    rows
}

pub(super) fn exemptions(source: &Source<'_>, window: Window) -> Vec<ExemptionRow> {
    let given = source.books.exemptions().iter().filter(|it| window.contains(it.stamp.at));
    let mut rows: Vec<_> = given
        .map(|it| ExemptionRow {
            id: it.complaint,
            number: source.office().forms().number(it.complaint),
            clock: it.clock.name,
            reason: it.reason,
            words: it.words.to_string(),
            approver: reading::person(source.office(), it.stamp.by),
            day: source.office().calendar().day_of(it.stamp.at),
        })
        .collect();
    rows.sort_by_key(|it| (it.id, it.day));
    rows
}

/// Every urgent call of the window, whether anybody answered it or not, in order.
pub(super) fn urgent_calls(source: &Source<'_>, window: Window) -> Vec<UrgentCallRow> {
    let mut rows = Vec::new();
    for it in source.complaints() {
        for call in it.calls.iter().filter(|call| window.contains(call.dialled.at)) {
            let Some(words) = &call.urgent else { continue };
            rows.push(UrgentCallRow {
                id: it.id,
                number: number(source, it),
                at: source.office().calendar().local(call.dialled.at),
                words: words.to_string(),
                by: reading::person(source.office(), call.dialled.by),
            });
        }
    }
    rows.sort_by_key(|it| (it.at, it.id));
    rows
}

pub(super) fn accountability(source: &Source<'_>, window: Window) -> Option<Vec<AccountabilityRow>> {
    let office = source.office();
    match office.rules().accountability {
        Accountability::Hidden => return None,
        Accountability::Shown => {}
    }
    let held = source.books.accounted().iter().filter(|it| window.contains(it.stamp.at));
    let mut rows: Vec<_> = held
        .map(|it| AccountabilityRow {
            id: it.complaint,
            number: office.forms().number(it.complaint),
            person: it.what.person.to_string(),
            measure: it.what.measure.to_string(),
            words: it.what.words.to_string(),
            by: reading::person(office, it.stamp.by),
            day: office.calendar().day_of(it.stamp.at),
        })
        .collect();
    rows.sort_by_key(|it| (it.id, it.day));
    Some(rows)
}

pub(super) fn members_missing(source: &Source<'_>, window: Window) -> Vec<MissingCallback> {
    let mut rows = Vec::new();
    for it in source.complaints().filter(|it| it.caller.member) {
        for duty in reading::duties(it, source) {
            if duty.state(window) == Some(DutyState::Missed) && !duty.exempt {
                rows.push(MissingCallback {
                    id: it.id,
                    number: number(source, it),
                    customer: Customer::of(&it.caller),
                    due: source.office().calendar().day_of(duty.due),
                });
            }
        }
    }
    rows
}
