//! Part two: by responsible department.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::books::Row;
use crate::books::ledger::{OrderRow, RunningClock};
use crate::domain::id::DepartmentId;
use crate::domain::limits::ClockName;
use crate::report::Source;
use crate::report::figures::{Mean, Rate, Votes};
use crate::report::period::{Period, Window};
use crate::report::reading::{self, DutyState};

/// One department; one complaint counts in one of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DepartmentRow {
    /// Which; `None`: nothing was dispatched, the desk dealt with it alone. Also `None` in the total.
    pub department: Option<DepartmentId>,
    /// Its name then.
    pub name: String,
    /// 期初
    pub opening: u64,
    /// 新增
    pub new: u64,
    /// 结案
    pub closed: u64,
    /// 期末未结
    pub closing: u64,
    /// 排名 by closure rate, from 1; equal rates share a rank. `None` without a rate.
    pub rank: Option<u32>,
    /// 按时办结率 = 在时限内回单 ÷ 应回单
    pub on_time: Rate,
    /// 满意, 一般, 不满意
    pub votes: Votes,
    /// 重新派单
    pub redispatched: u64,
    /// 升级
    pub escalated: u64,
    /// 超时: complaints with a limit of the department that passed unkept within the month.
    pub late: u64,
    /// 平均处理时长
    pub handling: Mean,
    /// 备注: so many of the new ones are major.
    pub major: u64,
}

impl DepartmentRow {
    /// 应处理 = 期初 + 新增.
    #[must_use]
    pub const fn to_handle(&self) -> u64 {
        self.opening + self.new
    }

    /// 结案率 = 结案 ÷ 应处理.
    #[must_use]
    pub const fn closure(&self) -> Rate {
        Rate { part: self.closed, whole: self.to_handle() }
    }

    fn is_empty(&self) -> bool {
        let Self { opening, new, votes, redispatched, escalated, late, on_time, .. } = self;
        opening + new + votes.total() + redispatched + escalated + late + on_time.whole == 0
    }

    fn count(&mut self, it: &Row, window: Window) {
        self.opening += u64::from(reading::open_at(it, window.from));
        self.closing += u64::from(reading::open_at(it, window.until));
        if reading::new_in(it, window) {
            self.new += 1;
            self.major += u64::from(it.is_major());
        }
        if reading::closed_in(it, window) {
            self.closed += 1;
            if let Some(minutes) = reading::handling_minutes(it) {
                self.handling.count(minutes);
            }
        }
        self.redispatched += reading::redispatches_in(it, window);
        self.escalated += u64::from(reading::escalated_in(it, window));
        self.late += u64::from(reading::department_late_in(it, window));
    }

    /// A slip that came within the window counts for or against it, one that failed to come against it.
    fn count_slip(&mut self, row: &Row, order: &OrderRow, window: Window) {
        let missing = || {
            let of_order = |it: &&RunningClock| it.order == Some(order.no) && it.name == ClockName::Result;
            row.running.iter().filter(of_order).any(|it| it.breaks.is_some_and(|at| window.contains(at)))
        };
        if order.exempt {
            return;
        }
        match order.slip {
            Some(slip) if window.contains(slip.at) => self.on_time.count(!order.broken),
            None if missing() => self.on_time.count(false),
            Some(_) | None => {}
        }
    }
}

/// Every department that had something, the most to handle first; what no department had comes last.
pub(super) fn rows(source: &Source<'_>, period: Period, chosen: impl Fn(&Row) -> bool) -> Vec<DepartmentRow> {
    let window = source.window(period);
    let mut rows: BTreeMap<Option<DepartmentId>, DepartmentRow> = BTreeMap::new();
    for it in source.complaints().take_while(|it| it.registered.at < window.until).filter(|it| chosen(it)) {
        rows.entry(it.department()).or_default().count(it, window);
        for duty in reading::duties(it, source) {
            if duty.state(window) == Some(DutyState::Reached)
                && let Some(answer) = duty.call.and_then(|it| it.result)
            {
                rows.entry(duty.department).or_default().votes.count(answer);
            }
        }
        for order in &it.orders {
            rows.entry(Some(order.department)).or_default().count_slip(it, order, window);
        }
    }
    let mut rows: Vec<_> = rows.into_iter().map(|(department, row)| named(source, department, row)).collect();
    rows.retain(|it| !it.is_empty());
    rows.sort_by_key(|it| (it.department.is_none(), std::cmp::Reverse(it.to_handle()), it.department));
    rank(&mut rows);
    rows
}

fn named(source: &Source<'_>, department: Option<DepartmentId>, mut row: DepartmentRow) -> DepartmentRow {
    row.name = reading::department(source.office(), department);
    row.department = department;
    row
}

/// The higher the closure rate the better; equal ones share a place. What no department had is not ranked.
fn rank(rows: &mut [DepartmentRow]) {
    let better = |one: Rate, other: Rate| {
        u128::from(other.part) * u128::from(one.whole) < u128::from(one.part) * u128::from(other.whole)
    };
    let ranked = |it: &DepartmentRow| it.department.is_some() && 0 < it.closure().whole;
    let rates: Vec<Rate> = rows.iter().filter(|it| ranked(it)).map(DepartmentRow::closure).collect();
    for row in rows.iter_mut().filter(|it| ranked(it)) {
        let before = rates.iter().filter(|it| better(**it, row.closure())).count();
        row.rank = u32::try_from(before + 1).ok();
    }
}

/// 合计.
pub(super) fn total(rows: &[DepartmentRow]) -> DepartmentRow {
    let mut sum = DepartmentRow::default();
    for it in rows {
        sum.opening += it.opening;
        sum.new += it.new;
        sum.closed += it.closed;
        sum.closing += it.closing;
        sum.on_time.part += it.on_time.part;
        sum.on_time.whole += it.on_time.whole;
        sum.votes.satisfied += it.votes.satisfied;
        sum.votes.neutral += it.votes.neutral;
        sum.votes.dissatisfied += it.votes.dissatisfied;
        sum.redispatched += it.redispatched;
        sum.escalated += it.escalated;
        sum.late += it.late;
        sum.handling.minutes += it.handling.minutes;
        sum.handling.cases += it.handling.cases;
        sum.major += it.major;
    }
    sum
}
