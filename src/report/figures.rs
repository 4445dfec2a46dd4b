//! The figures of a period: every number of the month report's first part, and of the charts' headline.
//!
//! A rate keeps its numerator and denominator; a percentage is only made where it is shown.

use serde::{Deserialize, Serialize};

use crate::books::Row;
use crate::domain::complaint::terms::{Money, Satisfaction, Validity};
use crate::domain::limits::ClockName;
use crate::report::Source;
use crate::report::period::{Period, Window};
use crate::report::reading::{self, Duty, DutyState};

/// Numerator and denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rate {
    /// Of these …
    pub part: u64,
    /// … out of those; 0: there is no rate.
    pub whole: u64,
}

impl Rate {
    /// One case more, kept or not.
    pub fn count(&mut self, kept: bool) {
        self.part += u64::from(kept);
        self.whole += 1;
    }

    /// Between 0 and 1; `None` without a whole.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of complaints lie far below 2^52")]
    pub fn share(self) -> Option<f64> {
        (0 < self.whole).then(|| self.part as f64 / self.whole as f64)
    }

    /// Hundredths of a percent, rounded half up; `None` without a whole.
    #[must_use]
    pub fn basis_points(self) -> Option<i64> {
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        let points = (part * 20_000 + whole).checked_div(whole * 2)?;
        i64::try_from(points).ok()
    }

    /// Whether all of them are kept; a rate without a whole is.
    #[must_use]
    pub const fn is_full(self) -> bool {
        self.part == self.whole
    }
}

/// A sum of minutes over so many cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mean {
    /// All minutes.
    pub minutes: u64,
    /// Over so many; 0: there is no mean.
    pub cases: u64,
}

impl Mean {
    /// One case more.
    pub fn count(&mut self, minutes: u64) {
        self.minutes += minutes;
        self.cases += 1;
    }

    /// Hours, rounded half up to a tenth; `None` over nothing.
    #[must_use]
    pub fn tenths_of_hours(self) -> Option<u64> {
        (0 < self.cases).then(|| (self.minutes * 10 * 2 + self.cases * 60) / (self.cases * 60 * 2))
    }
}

/// What customers said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Votes {
    /// 满意
    pub satisfied: u64,
    /// 一般
    pub neutral: u64,
    /// 不满意
    pub dissatisfied: u64,
}

impl Votes {
    /// One more.
    pub fn count(&mut self, vote: Satisfaction) {
        match vote {
            Satisfaction::Satisfied => self.satisfied += 1,
            Satisfaction::Neutral => self.neutral += 1,
            Satisfaction::Dissatisfied => self.dissatisfied += 1,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn total(self) -> u64 {
        self.satisfied + self.neutral + self.dissatisfied
    }

    /// 满意率 = 满意 ÷ 成功回访.
    #[must_use]
    pub const fn rate(self) -> Rate {
        Rate { part: self.satisfied, whole: self.total() }
    }
}

/// Every figure of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// 期初未结
    pub opening: u64,
    /// 本月新增
    pub new: u64,
    /// of these 成立, 部分成立 among them
    pub founded: u64,
    /// of these 不成立
    pub unfounded: u64,
    /// 本月结案
    pub closed: u64,
    /// 期末未结
    pub closing: u64,
    /// of these with a limit broken at the end of the period
    pub late_open: u64,
    /// 首次解决率
    pub first_resolution: Rate,
    /// What customers said; 满意率
    pub votes: Votes,
    /// 24h响应率
    pub response: Rate,
    /// 10分钟派单率
    pub dispatch: Rate,
    /// 30分钟汇报率
    pub reports: Rate,
    /// 回访率
    pub callback: Rate,
    /// 会员回访率
    pub member_callback: Rate,
    /// 按时回访率
    pub callback_on_time: Rate,
    /// 重新派单数
    pub redispatched: u64,
    /// 升级数
    pub escalated: u64,
    /// 重复投诉数
    pub repeats: u64,
    /// 补偿金额
    pub compensation: Money,
    /// 平均处理时长
    pub handling: Mean,
    /// Working days, for a comparison per day.
    pub working_days: u32,
}

/// A figure by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 期初未结
    Opening,
    /// 本月新增
    New,
    /// 其中:成立
    Founded,
    /// 不成立
    Unfounded,
    /// 本月应处理
    ToHandle,
    /// 本月结案
    Closed,
    /// 期末未结
    Closing,
    /// 其中:超时未结
    LateOpen,
    /// 结案率
    Closure,
    /// 首次解决率
    FirstResolution,
    /// 满意率
    Satisfaction,
    /// 24h响应率
    Response,
    /// 10分钟派单率
    Dispatch,
    /// 30分钟汇报率
    Reports,
    /// 回访率
    Callback,
    /// 会员回访率
    MemberCallback,
    /// 按时回访率
    CallbackOnTime,
    /// 重新派单数
    Redispatched,
    /// 升级数
    Escalated,
    /// 重复投诉数
    Repeats,
    /// 补偿金额(元)
    Compensation,
    /// 平均处理时长(h)
    Handling,
}

impl Measure {
    /// Every one, in the order of the form (FORMS 4.6).
    pub const ALL: [Self; 22] = [
        Self::Opening,
        Self::New,
        Self::Founded,
        Self::Unfounded,
        Self::ToHandle,
        Self::Closed,
        Self::Closing,
        Self::LateOpen,
        Self::Closure,
        Self::FirstResolution,
        Self::Satisfaction,
        Self::Response,
        Self::Dispatch,
        Self::Reports,
        Self::Callback,
        Self::MemberCallback,
        Self::CallbackOnTime,
        Self::Redispatched,
        Self::Escalated,
        Self::Repeats,
        Self::Compensation,
        Self::Handling,
    ];

    /// The rate in which a clock counts, kept or broken; `None`: in none of these.
    #[must_use]
    pub const fn of_clock(clock: ClockName) -> Option<Self> {
        match clock {
            ClockName::Dispatch => Some(Self::Dispatch),
            ClockName::Acknowledge => Some(Self::Response),
            ClockName::Report => Some(Self::Reports),
            ClockName::Callback => Some(Self::CallbackOnTime),
            ClockName::SecondHop
            | ClockName::Accept
            | ClockName::Contact
            | ClockName::Result
            | ClockName::Approval
            | ClockName::OtherCallback
            | ClockName::FirstContact
            | ClockName::Promise
            | ClockName::MonthReport => None,
        }
    }

    /// Whether more of it is better (`Some(true)`), worse, or neither.
    #[must_use]
    pub const fn more_is_better(self) -> Option<bool> {
        match self {
            Self::Closure
            | Self::FirstResolution
            | Self::Satisfaction
            | Self::Response
            | Self::Dispatch
            | Self::Reports
            | Self::Callback
            | Self::MemberCallback
            | Self::CallbackOnTime => Some(true),
            Self::LateOpen | Self::Redispatched | Self::Escalated | Self::Repeats | Self::Handling => Some(false),
            Self::Opening
            | Self::New
            | Self::Founded
            | Self::Unfounded
            | Self::ToHandle
            | Self::Closed
            | Self::Closing
            | Self::Compensation => None,
        }
    }

    /// Small numbers are compared by their difference, not in percent.
    #[must_use]
    const fn by_difference(self) -> bool {
        matches!(self, Self::LateOpen | Self::Redispatched | Self::Escalated | Self::Repeats)
    }
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Pieces.
    Count(u64),
    /// A part of a whole.
    Rate(Rate),
    /// Fen.
    Money(Money),
    /// A mean time.
    Mean(Mean),
}

/// How a figure changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// In hundredths of a percent of the value before; `None` where that was nothing.
    Percent(Option<i64>),
    /// By so many pieces.
    Difference(i64),
    /// From one rate to another: shown in points.
    Points {
        /// Before.
        before: Rate,
        /// After.
        after: Rate,
    },
}

impl Change {
    /// From one value to another of the same measure.
    #[must_use]
    pub fn of(measure: Measure, before: Value, after: Value) -> Self {
        match (before, after) {
            (Value::Rate(before), Value::Rate(after)) => Self::Points { before, after },
            (Value::Count(before), Value::Count(after)) if measure.by_difference() => {
                Self::Difference(i64::try_from(after).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX))
            }
            _ => Self::Percent(in_percent(amount(before), amount(after))),
        }
    }

    /// Up, down, or neither.
    #[must_use]
    pub fn direction(self) -> std::cmp::Ordering {
        match self {
            Self::Percent(change) => change.unwrap_or(0).cmp(&0),
            Self::Difference(change) => change.cmp(&0),
            Self::Points { before, after } => (u128::from(after.part) * u128::from(before.whole))
                .cmp(&(u128::from(before.part) * u128::from(after.whole))),
        }
    }
}

/// The change in hundredths of a percent, rounded half away from zero; `None` from nothing.
#[must_use]
pub fn in_percent(before: i64, after: i64) -> Option<i64> {
    if before == 0 {
        return None;
    }
    let (before, change) = (i128::from(before), i128::from(after) - i128::from(before));
    let doubled = change * 20_000 / before;
    i64::try_from(i128::midpoint(doubled, doubled.signum())).ok()
}

fn amount(value: Value) -> i64 {
    match value {
        Value::Count(count) => i64::try_from(count).unwrap_or(i64::MAX),
        Value::Money(money) => money.0,
        Value::Mean(mean) => i64::try_from(mean.tenths_of_hours().unwrap_or(0)).unwrap_or(i64::MAX),
        Value::Rate(rate) => i64::try_from(rate.part).unwrap_or(i64::MAX),
    }
}

impl Figures {
    /// 本月应处理 = 期初未结 + 本月新增.
    #[must_use]
    pub const fn to_handle(&self) -> u64 {
        self.opening + self.new
    }

    /// 结案率 = 本月结案 ÷ 本月应处理.
    #[must_use]
    pub const fn closure(&self) -> Rate {
        Rate { part: self.closed, whole: self.to_handle() }
    }

    /// 期初未结 + 本月新增 = 本月结案 + 期末未结.
    #[must_use]
    pub const fn balances(&self) -> bool {
        self.opening + self.new == self.closed + self.closing
    }

    /// A figure by its name.
    #[must_use]
    pub const fn value(&self, measure: Measure) -> Value {
        match measure {
            Measure::Opening => Value::Count(self.opening),
            Measure::New => Value::Count(self.new),
            Measure::Founded => Value::Count(self.founded),
            Measure::Unfounded => Value::Count(self.unfounded),
            Measure::ToHandle => Value::Count(self.to_handle()),
            Measure::Closed => Value::Count(self.closed),
            Measure::Closing => Value::Count(self.closing),
            Measure::LateOpen => Value::Count(self.late_open),
            Measure::Closure => Value::Rate(self.closure()),
            Measure::FirstResolution => Value::Rate(self.first_resolution),
            Measure::Satisfaction => Value::Rate(self.votes.rate()),
            Measure::Response => Value::Rate(self.response),
            Measure::Dispatch => Value::Rate(self.dispatch),
            Measure::Reports => Value::Rate(self.reports),
            Measure::Callback => Value::Rate(self.callback),
            Measure::MemberCallback => Value::Rate(self.member_callback),
            Measure::CallbackOnTime => Value::Rate(self.callback_on_time),
            Measure::Redispatched => Value::Count(self.redispatched),
            Measure::Escalated => Value::Count(self.escalated),
            Measure::Repeats => Value::Count(self.repeats),
            Measure::Compensation => Value::Money(self.compensation),
            Measure::Handling => Value::Mean(self.handling),
        }
    }

    /// The figures of a period, as known at `source.now`.
    #[must_use]
    pub fn of(source: &Source<'_>, period: Period) -> Self {
        Self::of_chosen(source, period, |_| true)
    }

    /// The same over some of the complaints: one department, one channel.
    #[must_use]
    pub fn of_chosen(source: &Source<'_>, period: Period, chosen: impl Fn(&Row) -> bool) -> Self {
        let window = source.window(period);
        let mut figures = Self { working_days: period.working_days(source.office().calendar()), ..Self::default() };
        for it in source.complaints().take_while(|it| it.registered.at < window.until).filter(|it| chosen(it)) {
            figures.count_stock(it, window);
            figures.redispatched += reading::redispatches_in(it, window);
            figures.escalated += u64::from(reading::escalated_in(it, window));
            if reading::new_in(it, window) {
                figures.repeats += u64::from(source.books.is_repeat(it));
                figures.count_new(it, source);
            }
            for order in it.orders.iter().filter(|it| window.contains(it.dispatched.at) && !it.reports_exempt) {
                figures.reports.part += u64::from(order.reports_on_time);
                figures.reports.whole += u64::from(order.reports_due);
            }
            for duty in reading::duties(it, source) {
                figures.count_duty(&duty, duty.state(window));
            }
        }
        figures
    }

    /// The stock, what came in and what went out, of one complaint.
    fn count_stock(&mut self, it: &Row, window: Window) {
        self.opening += u64::from(reading::open_at(it, window.from));
        self.new += u64::from(reading::new_in(it, window));
        if reading::closed_in(it, window) {
            self.closed += 1;
            self.first_resolution.count(it.is_solved_first_time());
            self.compensation = [self.compensation, it.compensation].into_iter().sum();
            if let Some(minutes) = reading::handling_minutes(it) {
                self.handling.count(minutes);
            }
        }
        if reading::open_at(it, window.until) {
            self.closing += 1;
            self.late_open += u64::from(reading::late_at(it, window.until));
        }
    }

    fn count_new(&mut self, it: &Row, source: &Source<'_>) {
        match it.validity {
            Some(Validity::Founded | Validity::PartlyFounded) => self.founded += 1,
            Some(Validity::Unfounded) => self.unfounded += 1,
            None => {}
        }
        for (name, rate) in [(ClockName::Acknowledge, &mut self.response), (ClockName::Dispatch, &mut self.dispatch)] {
            let results = it.results(name, source.now);
            rate.part += u64::from(results.on_time);
            rate.whole += u64::from(results.on_time + results.late);
        }
    }

    fn count_duty(&mut self, duty: &Duty<'_>, state: Option<DutyState>) {
        let reached = match state {
            None => return,
            Some(DutyState::Reached) => true,
            Some(DutyState::Missed) => false,
        };
        if reached && let Some(answer) = duty.call.and_then(|it| it.result) {
            self.votes.count(answer);
        }
        if duty.exempt {
            return;
        }
        self.callback.count(reached);
        self.callback_on_time.count(reached && duty.on_time);
        if duty.row.caller.member {
            self.member_callback.count(reached);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_in_percent_is_rounded_half_away_from_zero() {
        assert_eq!(in_percent(154, 126), Some(-1818));
        assert_eq!(in_percent(18, 22), Some(2222));
        assert_eq!(in_percent(7, 7), Some(0));
        assert_eq!(in_percent(0, 7), None);
        assert_eq!(in_percent(800, 801), Some(13));
    }

    #[test]
    fn a_mean_is_told_in_tenths_of_hours() {
        assert_eq!(Mean { minutes: 90, cases: 1 }.tenths_of_hours(), Some(15));
        assert_eq!(Mean { minutes: 93, cases: 1 }.tenths_of_hours(), Some(16));
        assert_eq!(Mean { minutes: 92, cases: 1 }.tenths_of_hours(), Some(15));
        assert_eq!(Mean::default().tenths_of_hours(), None);
    }
}
