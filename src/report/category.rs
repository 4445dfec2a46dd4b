//! 顾客投诉分类统计表 (F4, H05, I02; FORMS 4.5).

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::books::Row;
use crate::domain::complaint::terms::Validity;
use crate::domain::id::{CategoryId, ChannelId, DepartmentId};
use crate::domain::month::Month;
use crate::report::Source;
use crate::report::chart::{Breadth, Matrix, Pareto, Trend};
use crate::report::figures::{Mean, Rate, Votes};
use crate::report::monthly::{self, ImprovementRow};
use crate::report::period::{Period, PeriodKind, Window};
use crate::report::reading;

/// The counts of one subcategory, of one category, or of all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// 投诉次数
    pub count: u64,
    /// 人数: different customers.
    pub people: u64,
    /// 投诉次数 of the period before.
    pub before: u64,
    /// 成立, 部分成立 among them
    pub founded: u64,
    /// 不成立
    pub unfounded: u64,
    /// 已结案
    pub closed: u64,
    /// 满意, 不满意, 一般: the customers' last answers.
    pub votes: Votes,
    /// 平均处理时长
    pub handling: Mean,
    /// 重复投诉
    pub repeats: u64,
    /// 超时
    pub late: u64,
}

impl Counts {
    /// 未结案
    #[must_use]
    pub const fn open(&self) -> u64 {
        self.count - self.closed
    }

    /// 占比 of all in the period.
    #[must_use]
    pub const fn share(&self, whole: u64) -> Rate {
        Rate { part: self.count, whole }
    }
}

/// A subcategory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sub {
    /// Which; the category itself where no lower one was chosen.
    pub category: CategoryId,
    /// Its name; empty where no lower one was chosen.
    pub name: String,
    /// 投诉原因: what was found most often.
    pub cause: String,
    /// Its counts.
    pub counts: Counts,
}

/// A category with its subcategories.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Which.
    pub category: CategoryId,
    /// Its name.
    pub name: String,
    /// Its subcategories, the most first.
    pub subs: Vec<Sub>,
    /// 小计
    pub counts: Counts,
}

/// The statistics of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CategoryStatistics {
    /// The company, as it stands on forms.
    pub company: String,
    /// 编制单位
    pub unit: String,
    /// `ZHB-TS-04`
    pub form_number: String,
    /// Which days.
    pub period: Period,
    /// 按类别, the most first.
    pub groups: Vec<Group>,
    /// 总计
    pub total: Counts,
    /// 部门×类别
    pub departments: Matrix<Option<DepartmentId>>,
    /// 渠道×类别
    pub channels: Matrix<ChannelId>,
    /// 月度趋势
    pub trend: Trend,
    /// For the chart and for 数据分析.
    pub pareto: Pareto,
    /// 改进对策
    pub improvements: Vec<ImprovementRow>,
}

impl CategoryStatistics {
    /// Of the complaints registered in a period, as known at `source.now`.
    #[must_use]
    pub fn of(source: &Source<'_>, period: Period) -> Self {
        let (office, window) = (source.office(), source.window(period));
        let before = source.window(period.before(office.rules()));
        let mut by_category: BTreeMap<CategoryId, BTreeMap<CategoryId, Vec<&Row>>> = BTreeMap::new();
        let mut earlier: BTreeMap<CategoryId, u64> = BTreeMap::new();
        for it in source.complaints() {
            if reading::new_in(it, window) {
                by_category.entry(office.parent(it.category)).or_default().entry(it.category).or_default().push(it);
            }
            if reading::new_in(it, before) {
                *earlier.entry(it.category).or_default() += 1;
                by_category.entry(office.parent(it.category)).or_default().entry(it.category).or_default();
            }
        }
        let count = |rows: &[&Row]| counted(source, rows, window);
        let mut groups = Vec::new();
        let mut everybody: Vec<&Row> = Vec::new();
        for (category, subs) in by_category {
            let rows: Vec<&Row> = subs.values().flatten().copied().collect();
            let mut lines: Vec<Sub> = subs
                .into_iter()
                .map(|(id, rows)| Sub {
                    category: id,
                    name: reading::category(office, id).1,
                    cause: usual_cause(&rows),
                    counts: Counts { before: earlier.get(&id).copied().unwrap_or(0), ..count(&rows) },
                })
                .collect();
            lines.sort_by_key(|it| (std::cmp::Reverse(it.counts.count), it.category));
            let before = lines.iter().map(|it| it.counts.before).sum();
            let counts = Counts { before, ..count(&rows) };
            everybody.extend(rows);
            groups.push(Group { category, name: reading::category(office, category).0, subs: lines, counts });
        }
        groups.sort_by_key(|it| (std::cmp::Reverse(it.counts.count), it.category));
        let total = Counts { before: earlier.values().sum(), ..count(&everybody) };
        let last = match period.kind {
            PeriodKind::Month(month) => month,
            PeriodKind::Quarter { .. } | PeriodKind::Year(_) | PeriodKind::Custom => {
                office.rules().month_of(period.last)
            }
        };
        Self {
            company: office.company().to_owned(),
            unit: source.unit(),
            form_number: office.forms().numbers.category_statistics.to_string(),
            period,
            groups,
            total,
            departments: Matrix::departments(source, period, Breadth::Whole, |_| true),
            channels: Matrix::channels(source, period, Breadth::Whole, |_| true),
            trend: Trend::of(source, last, |_| true),
            pareto: Pareto::of(source, period, |_| true),
            improvements: monthly::improvements_in(source, window),
        }
    }

    /// The last month of the trend.
    #[must_use]
    pub fn month(&self) -> Option<Month> {
        self.trend.months.last().copied()
    }
}

fn counted(source: &Source<'_>, rows: &[&Row], window: Window) -> Counts {
    let mut counts = Counts { count: rows.len() as u64, ..Counts::default() };
    let mut people = BTreeSet::new();
    for it in rows {
        people.insert(it.caller.phone.main());
        match it.validity {
            Some(Validity::Founded | Validity::PartlyFounded) => counts.founded += 1,
            Some(Validity::Unfounded) => counts.unfounded += 1,
            None => {}
        }
        let closed = !reading::open_at(it, window.until);
        counts.closed += u64::from(closed);
        if let Some(said) = reading::satisfaction(it) {
            counts.votes.count(said);
        }
        if let Some(minutes) = reading::handling_minutes(it).filter(|_| closed) {
            counts.handling.count(minutes);
        }
        counts.repeats += u64::from(source.books.is_repeat(it));
        counts.late += u64::from(it.is_late(source.now));
    }
    counts.people = people.len() as u64;
    counts
}

/// What was found most often, the first found of equals.
fn usual_cause(rows: &[&Row]) -> String {
    let mut seen: Vec<(&str, u64)> = Vec::new();
    for cause in rows.iter().filter_map(|it| it.cause.as_deref()) {
        match seen.iter_mut().find(|it| it.0 == cause) {
            Some(it) => it.1 += 1,
            None => seen.push((cause, 1)),
        }
    }
    let most = seen.iter().map(|it| it.1).max().unwrap_or(0);
    seen.iter().find(|it| it.1 == most).map(|it| reading::excerpt(it.0, 20)).unwrap_or_default()
}
