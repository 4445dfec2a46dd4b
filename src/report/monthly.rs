//! 投诉信息月汇总报表 (F5, H06, I01; FORMS 4.6), all eight parts.

mod check;
mod departments;
mod lists;
mod shares;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::domain::month::Month;
use crate::domain::office::{Checksum, month_report};
use crate::domain::record::Position;
use crate::report::Source;
use crate::report::figures::Figures;
use crate::report::period::Period;

pub use check::{Check, checks};
pub use departments::DepartmentRow;
pub use lists::{
    AccountabilityRow, DetailRow, ExemptionRow, Improvement, ImprovementRow, MissingCallback, Notable, NotableRow,
    Outcome, UrgentCallRow,
};
pub use shares::{CategoryRow, ShareRow};

/// The departments of any period, as in part two.
#[must_use]
pub fn departments_of(
    source: &Source<'_>,
    period: Period,
    chosen: impl Fn(&crate::books::Row) -> bool,
) -> Vec<DepartmentRow> {
    departments::rows(source, period, chosen)
}

/// 问题分析与改进措施 of any stretch of time, as in part seven.
#[must_use]
pub fn improvements_in(source: &Source<'_>, window: crate::report::Window) -> Vec<ImprovementRow> {
    lists::improvements(source, window)
}

/// What stands above and below the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The company, as it stands on forms.
    pub company: String,
    /// 编制单位: the department that takes the calls.
    pub unit: String,
    /// `ZHB-TS-05`
    pub form_number: String,
    /// `YB-202602-V1`
    pub number: String,
    /// Which month.
    pub month: Month,
    /// From 1; from 2 on it is a 更正版.
    pub version: u16,
    /// The days.
    pub period: Period,
    /// Up to when facts were known, in the office's time.
    pub until: NaiveDateTime,
    /// 重复投诉: within so many days (I06).
    pub repeat_days: u32,
    /// The position in the log at which the numbers were computed: with it they can be computed again.
    pub position: Position,
}

/// Part one: every figure for this month, the month before and the same month a year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// 本月
    pub this: Figures,
    /// 上月
    pub last: Figures,
    /// 去年同月
    pub year_before: Figures,
}

/// The month's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthlySummary {
    /// Titles and numbers of the form.
    pub head: Head,
    /// 一、总体情况
    pub overview: Overview,
    /// 二、按责任部门, the most cases first; what no department had comes last.
    pub departments: Vec<DepartmentRow>,
    /// 二, 合计
    pub departments_total: DepartmentRow,
    /// 三、按投诉类别
    pub categories: Vec<CategoryRow>,
    /// 四、按投诉渠道
    pub channels: Vec<ShareRow>,
    /// 四、按地区
    pub regions: Vec<ShareRow>,
    /// 四、按产品
    pub products: Vec<ShareRow>,
    /// 五、投诉明细: what was to be handled, in the order of registration.
    pub details: Vec<DetailRow>,
    /// 六、重大/升级/重复投诉
    pub notable: Vec<NotableRow>,
    /// 七、问题分析与改进措施
    pub improvements: Vec<ImprovementRow>,
    /// 八、特殊情况(豁免)
    pub exemptions: Vec<ExemptionRow>,
    /// 八, below: calls inside customers' rest hours (紧急拨打, E12). Months without one are written as they always were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urgent_calls: Vec<UrgentCallRow>,
    /// 九、问责, where the office wants it (X18); `None`: it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accountability: Option<Vec<AccountabilityRow>>,
    /// Members who were owed a callback and got none (scenario 8).
    pub members_missing: Vec<MissingCallback>,
}

impl MonthlySummary {
    /// The report of a month, as known at `source.now`; its version is the one that it would get now.
    #[must_use]
    pub fn of(source: &Source<'_>, month: Month) -> Self {
        let (office, rules) = (source.office(), source.office().rules());
        let period = Period::month(rules, month);
        let version = office.next_version(month);
        let window = source.window(period);
        let head = Head {
            company: office.company().to_owned(),
            unit: source.unit(),
            form_number: office.forms().numbers.monthly_summary.to_string(),
            number: month_report::number(office.forms(), month, version),
            month,
            version,
            period,
            until: office.calendar().local(window.until),
            repeat_days: rules.repeat_days,
            position: source.books.position(),
        };
        let overview = Overview {
            this: Figures::of(source, period),
            last: Figures::of(source, period.before(rules)),
            year_before: Figures::of(source, period.year_before(rules)),
        };
        let departments = departments::rows(source, period, |_| true);
        Self {
            departments_total: departments::total(&departments),
            departments,
            categories: shares::categories(source, period),
            channels: shares::channels(source, period),
            regions: shares::regions(source, period),
            products: shares::products(source, period),
            details: lists::details(source, window),
            notable: lists::notable(source, window),
            improvements: lists::improvements(source, window),
            exemptions: lists::exemptions(source, window),
            urgent_calls: lists::urgent_calls(source, window),
            accountability: lists::accountability(source, window),
            members_missing: lists::members_missing(source, window),
            head,
            overview,
        }
    }

    /// The checksum of its numbers: the same facts give the same one on every machine, and what a customer said or is
    /// called is no part of it, so that anonymising a customer leaves it as it was (scenario 11).
    #[must_use]
    pub fn checksum(&self) -> Checksum {
        let mut numbers = self.clone();
        for it in &mut numbers.details {
            (it.customer, it.summary, it.result, it.remark) = Default::default();
        }
        for it in &mut numbers.notable {
            (it.customer, it.summary) = Default::default();
        }
        for it in &mut numbers.members_missing {
            it.customer = crate::report::reading::Customer::default();
        }
        for it in &mut numbers.urgent_calls {
            it.words.clear();
        }
        // The instant of writing and the version are no numbers: the same numbers filed again have the same sum.
        numbers.head.until = NaiveDateTime::default();
        numbers.head.position = Position::START;
        numbers.head.version = 0;
        numbers.head.number.clear();
        let text = serde_json::to_vec(&numbers).unwrap_or_default();
        let hash = blake3::hash(&text).to_hex();
        // 64 hexadecimal digits are a checksum.
        Checksum::new(&hash).unwrap_or_else(|_| unreachable!("{hash}"))
    }
}
