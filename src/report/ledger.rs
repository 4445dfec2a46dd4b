//! 投诉台账: one line a complaint, 33 columns (FORMS 4.2).

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::books::Row;
use crate::domain::complaint::Stage;
use crate::domain::complaint::terms::{CloseCode, Money, Satisfaction, Severity, Validity};
use crate::domain::id::{ComplaintId, Round};
use crate::domain::moment::Moment;
use crate::report::Source;
use crate::report::figures::Mean;
use crate::report::period::Period;
use crate::report::reading::{self, Contact};

/// One line; the running number is its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedgerRow {
    /// Which.
    pub id: ComplaintId,
    /// 编号
    pub number: String,
    /// 投诉时间
    pub received: NaiveDateTime,
    /// 投诉方式
    pub channel: String,
    /// 投诉人, 联系电话
    pub contact: Contact,
    /// 地区
    pub region: String,
    /// 产品/服务
    pub product: String,
    /// 投诉大类, 投诉小类
    pub category: (String, String),
    /// 严重程度
    pub severity: Severity,
    /// 投诉内容
    pub content: String,
    /// 客户诉求
    pub remedy: String,
    /// 是否成立
    pub validity: Option<Validity>,
    /// 责任部门
    pub department: String,
    /// 责任人
    pub liable: String,
    /// 派单时间
    pub dispatched: Option<NaiveDateTime>,
    /// 派单用时(分), working minutes
    pub dispatch_minutes: Option<u64>,
    /// 首次联系时间
    pub contacted: Option<NaiveDateTime>,
    /// 原因分析
    pub cause: String,
    /// 处理措施
    pub measures: String,
    /// 补偿金额
    pub compensation: Money,
    /// 回单时间
    pub slip: Option<NaiveDateTime>,
    /// 处理时长, natural minutes
    pub handling_minutes: Option<u64>,
    /// 回访时间
    pub called: Option<NaiveDateTime>,
    /// 回访结果
    pub satisfaction: Option<Satisfaction>,
    /// 轮次
    pub round: Round,
    /// 是否升级
    pub escalated: bool,
    /// 状态
    pub stage: Stage,
    /// 结案方式
    pub code: Option<CloseCode>,
    /// 结案时间
    pub closed: Option<NaiveDateTime>,
    /// 是否超时
    pub late: bool,
    /// 备注
    pub remark: String,
}

/// The ledger of a period, with its last line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedgerReport {
    /// The company, as it stands on forms.
    pub company: String,
    /// 编制单位
    pub unit: String,
    /// Which days of registration.
    pub period: Period,
    /// One line each, in the order of registration.
    pub rows: Vec<LedgerRow>,
    /// Σ 补偿金额
    pub compensation: Money,
    /// 平均处理时长
    pub handling: Mean,
}

impl LedgerReport {
    /// The complaints that were registered in a period and pass a filter.
    #[must_use]
    pub fn of(source: &Source<'_>, period: Period, chosen: impl Fn(&Row) -> bool) -> Self {
        let window = source.window(period);
        let chosen = source.complaints().filter(|it| reading::new_in(it, window) && chosen(it));
        Self::made(source, period, chosen.map(|it| line(source, it)).collect())
    }

    /// Certain complaints, in their order, whatever was registered besides them on those days.
    #[must_use]
    pub fn of_those(source: &Source<'_>, period: Period, those: &[ComplaintId]) -> Self {
        let rows = those.iter().filter_map(|it| source.books.row(*it));
        Self::made(source, period, rows.map(|it| line(source, it)).collect())
    }

    fn made(source: &Source<'_>, period: Period, rows: Vec<LedgerRow>) -> Self {
        let mut handling = Mean::default();
        rows.iter().filter_map(|it| it.handling_minutes).for_each(|it| handling.count(it));
        Self {
            company: source.office().company().to_owned(),
            unit: source.unit(),
            period,
            compensation: rows.iter().map(|it| it.compensation).sum(),
            handling,
            rows,
        }
    }
}

fn line(source: &Source<'_>, it: &Row) -> LedgerRow {
    let office = source.office();
    let local = |at: Moment| office.calendar().local(at);
    let text = |it: &Option<Box<str>>| it.as_deref().unwrap_or_default().to_owned();
    LedgerRow {
        id: it.id,
        number: office.forms().number(it.id),
        received: local(it.registered.at),
        channel: reading::channel(office, it),
        contact: Contact::of(&it.caller),
        region: text(&it.caller.region),
        product: it.product.to_string(),
        category: reading::category(office, it.category),
        severity: it.severity,
        content: it.content.to_string(),
        remedy: it.requested_remedy.to_string(),
        validity: it.validity,
        department: reading::department(office, it.department()),
        liable: it.handler().map(|it| reading::person(office, it)).unwrap_or_default(),
        dispatched: it.dispatched.map(|it| local(it.at)),
        dispatch_minutes: it.dispatch_minutes(office.calendar()).and_then(|it| u64::try_from(it).ok()),
        contacted: it.first_contact.map(local),
        cause: text(&it.cause),
        measures: text(&it.measures),
        compensation: it.compensation,
        slip: it.slip_at.map(local),
        handling_minutes: reading::handling_minutes(it),
        called: it.answered_call().map(|it| local(it.dialled.at)),
        satisfaction: reading::satisfaction(it),
        round: it.round,
        escalated: it.escalated.is_some(),
        stage: it.stage,
        code: it.closing.as_ref().map(|it| it.code),
        closed: it.closed_at().map(local),
        late: it.is_late(source.now),
        remark: it.closing.as_ref().map(|it| text(&it.reason)).unwrap_or_default(),
    }
}
