//! The named clocks and their limits (T01–T16). Every limit has a unit (X14); limits come in editions, and a clock
//! that runs keeps the limit it started with.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::Duration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{CENTURY_DAYS, Calendar, later};
use crate::domain::complaint::terms::Priority;
use crate::domain::moment::Moment;

/// What a limit is counted in (X14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 工作分钟: only working time counts.
    WorkingMinutes,
    /// 自然小时
    NaturalHours,
    /// 工作日: the end of the n-th working day after the day of the start.
    WorkingDays,
    /// 自然日: 24 hours each.
    NaturalDays,
    /// 当天下班前: the end of the working day; the amount is 0.
    EndOfDay,
}

impl Unit {
    /// Every one, in the order of the settings page.
    pub const ALL: &'static [Self] =
        &[Self::WorkingMinutes, Self::NaturalHours, Self::WorkingDays, Self::NaturalDays, Self::EndOfDay];

    /// The least and the most of it that a limit may have.
    #[must_use]
    pub const fn bounds(self) -> (u32, u32) {
        match self {
            Self::WorkingMinutes => (1, 4_800),
            Self::NaturalHours => (1, 720),
            Self::WorkingDays => (1, 60),
            Self::NaturalDays => (1, 180),
            Self::EndOfDay => (0, 0),
        }
    }

    /// Whether only working time counts.
    #[must_use]
    pub const fn is_working(self) -> bool {
        match self {
            Self::WorkingMinutes | Self::WorkingDays | Self::EndOfDay => true,
            Self::NaturalHours | Self::NaturalDays => false,
        }
    }

    /// Time between two instants, as this unit counts it; negative when `to` lies before `from`.
    #[must_use]
    pub fn between(self, cal: &Calendar, from: Moment, to: Moment) -> Duration {
        if self.is_working() { cal.worked(from, to) } else { to - from }
    }

    /// An instant moved on by a length, as this unit counts it.
    #[must_use]
    pub fn later(self, cal: &Calendar, from: Moment, by: Duration) -> Moment {
        if self.is_working() { cal.due(from, by) } else { later(from, by) }
    }
}

/// When a clock turns amber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Warn {
    /// So much before the due instant (剩 8 分).
    Before {
        /// How much.
        amount: u32,
        /// Of what; not the end of a day.
        unit: Unit,
    },
    /// After so many working days: the target of a callback (满 1 工作日, X1).
    AfterWorkingDays {
        /// How many.
        days: u32,
    },
}

/// How long something may take, and when to warn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Limit {
    /// How much, see [`Unit::bounds`].
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// When to warn.
    pub warn: Warn,
}

impl Limit {
    const fn before(amount: u32, unit: Unit, (warn, warn_unit): (u32, Unit)) -> Self {
        Self { amount, unit, warn: Warn::Before { amount: warn, unit: warn_unit } }
    }

    /// When something that starts at `from` is due.
    #[must_use]
    pub fn due(&self, cal: &Calendar, from: Moment) -> Moment {
        let amount = i64::from(self.amount);
        match self.unit {
            Unit::WorkingMinutes => cal.due(from, Duration::minutes(amount)),
            Unit::NaturalHours => later(from, Duration::hours(amount)),
            Unit::WorkingDays => cal.end_of_working_day(from, self.amount),
            Unit::NaturalDays => later(from, Duration::days(amount)),
            Unit::EndOfDay => cal.end_of_working_day(from, 0),
        }
    }

    /// When a clock that starts at `from` turns amber: never after it is due, never before it starts.
    #[must_use]
    pub fn warn_at(&self, cal: &Calendar, from: Moment) -> Moment {
        self.warn_before(cal, from, self.due(cal, from))
    }

    /// The same for a due instant that somebody promised.
    #[must_use]
    pub fn warn_before(&self, cal: &Calendar, from: Moment, due: Moment) -> Moment {
        let warn = match self.warn {
            Warn::AfterWorkingDays { days } => cal.end_of_working_day(from, days),
            Warn::Before { amount, unit: Unit::WorkingMinutes } => {
                cal.due(from, cal.worked(from, due) - Duration::minutes(amount.into()))
            }
            Warn::Before { amount, unit: Unit::WorkingDays } => days_before(cal, (from, due), amount),
            Warn::Before { amount, unit: Unit::NaturalHours } => later(due, -Duration::hours(amount.into())),
            Warn::Before { amount, unit: Unit::NaturalDays } => later(due, -Duration::days(amount.into())),
            Warn::Before { amount: _, unit: Unit::EndOfDay } => due,
        };
        warn.min(due).max(from)
    }

    /// Whether amount and warning make sense.
    ///
    /// # Errors
    /// An amount outside its unit's bounds; a warning that is longer than the limit or has no length.
    pub fn check(&self) -> Result<(), LimitError> {
        let (least, most) = self.unit.bounds();
        if self.amount < least || most < self.amount {
            return Err(LimitError::OutOfBounds { least, most });
        }
        let too_long = match self.warn {
            Warn::Before { amount: _, unit: Unit::EndOfDay } => return Err(LimitError::WarnUnit),
            Warn::Before { amount, unit } => amount == 0 || self.longest() <= natural(amount, unit),
            Warn::AfterWorkingDays { days } => {
                days == 0
                    || match self.unit {
                        Unit::WorkingDays => self.amount < days,
                        Unit::NaturalDays | Unit::NaturalHours => self.longest() <= Duration::days(days.into()),
                        Unit::WorkingMinutes | Unit::EndOfDay => true,
                    }
            }
        };
        if too_long { Err(LimitError::Warn) } else { Ok(()) }
    }

    /// A rough length, to compare a warning with.
    fn longest(&self) -> Duration {
        match self.unit {
            Unit::EndOfDay => Duration::days(1),
            Unit::WorkingMinutes | Unit::NaturalHours | Unit::WorkingDays | Unit::NaturalDays => {
                natural(self.amount, self.unit)
            }
        }
    }
}

fn natural(amount: u32, unit: Unit) -> Duration {
    let amount = i64::from(amount);
    match unit {
        Unit::WorkingMinutes => Duration::minutes(amount),
        Unit::NaturalHours => Duration::hours(amount),
        Unit::WorkingDays | Unit::NaturalDays | Unit::EndOfDay => Duration::days(amount),
    }
}

/// The end of the working day that lies `days` working days before the day of `due`; `from` where there is none.
fn days_before(cal: &Calendar, (from, due): (Moment, Moment), days: u32) -> Moment {
    let last = cal.day_of(due);
    let ends = || {
        let days = cal.day_of(from).iter_days().take(CENTURY_DAYS).take_while(|it| *it < last);
        days.filter_map(|it| cal.closing(it))
    };
    let place = ends().count().checked_sub(days as usize);
    place.and_then(|it| ends().nth(it)).unwrap_or(from)
}

/// Why a limit was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitError {
    /// The amount is too small or too large for its unit.
    #[error("the limit must lie between {least} and {most}")]
    OutOfBounds {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A warning before the start, or none at all.
    #[error("the warning must lie between the start and the due time")]
    Warn,
    /// A warning counted in ends of days.
    #[error("a warning is counted in minutes, hours or days")]
    WarnUnit,
}

macro_rules! clocks {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The clocks of the house. Each runs for itself; none touches another.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum ClockName { $($(#[$doc])* $name),+ }

        impl ClockName {
            /// Every one, in the order of the settings page.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

clocks! {
    /// 派单: registered → dispatched (T01, C02).
    Dispatch,
    /// 二段派单: sales manager → regional head (T02, X4).
    SecondHop,
    /// 签收: dispatched → accepted by the department.
    Accept,
    /// 进展汇报: last report → next report (T03, C06, X8).
    Report,
    /// 首次答复: registered → customer knows that it was received (T04, X2).
    Acknowledge,
    /// 部门联系客户: accepted → first contact (T05, D01).
    Contact,
    /// 当日回单: handling finished → return slip (T06, D18).
    Result,
    /// 审批: plan submitted → decided (D10).
    Approval,
    /// 回访: return slip → customer reached (T07, E02, X1).
    Callback,
    /// 其他回访: service, occasions, reminders (T08).
    OtherCallback,
    /// 首次联系: allotted to a keeper → contacted, outside of any complaint (T13).
    FirstContact,
    /// 承诺: what was promised to the customer (T14).
    Promise,
    /// 月报提交: first of the next month → submitted (T11).
    MonthReport,
}

impl ClockName {
    /// Whether it measures what a department does with its work order.
    #[must_use]
    pub const fn lies_with_department(self) -> bool {
        match self {
            Self::Accept | Self::Report | Self::Contact | Self::Result | Self::Approval => true,
            Self::Dispatch
            | Self::SecondHop
            | Self::Acknowledge
            | Self::Callback
            | Self::OtherCallback
            | Self::FirstContact
            | Self::Promise
            | Self::MonthReport => false,
        }
    }

    /// Whether 暂停计时 makes it stand still: it runs while a department handles its order.
    #[must_use]
    pub const fn can_stand_still(self) -> bool {
        match self {
            Self::Report | Self::Contact | Self::Result => true,
            Self::Dispatch
            | Self::SecondHop
            | Self::Accept
            | Self::Acknowledge
            | Self::Approval
            | Self::Callback
            | Self::OtherCallback
            | Self::FirstContact
            | Self::Promise
            | Self::MonthReport => false,
        }
    }

    /// The limit of the requirements, before anybody changes it.
    #[must_use]
    pub const fn standard(self) -> Limit {
        use Unit::{EndOfDay, NaturalDays, NaturalHours, WorkingDays, WorkingMinutes};
        match self {
            Self::Dispatch | Self::SecondHop => Limit::before(10, WorkingMinutes, (8, WorkingMinutes)),
            Self::Accept => Limit::before(15, WorkingMinutes, (8, WorkingMinutes)),
            Self::Report => Limit::before(30, WorkingMinutes, (10, WorkingMinutes)),
            Self::Acknowledge => Limit::before(24, NaturalHours, (4, NaturalHours)),
            Self::Contact => Limit::before(3, WorkingDays, (1, WorkingDays)),
            Self::Result => Limit::before(0, EndOfDay, (1, NaturalHours)),
            Self::Approval => Limit::before(90, WorkingMinutes, (30, WorkingMinutes)),
            Self::Callback => Limit { amount: 2, unit: WorkingDays, warn: Warn::AfterWorkingDays { days: 1 } },
            Self::OtherCallback => Limit::before(3, NaturalDays, (1, NaturalDays)),
            Self::FirstContact => Limit::before(7, NaturalDays, (2, NaturalDays)),
            Self::Promise => Limit::before(1, NaturalDays, (4, NaturalHours)),
            Self::MonthReport => Limit::before(10, NaturalDays, (3, NaturalDays)),
        }
    }
}

/// One edition of the office's limits. A change makes a new edition; clocks that run keep theirs.
///
/// How long reports go on, what may be promised and how many may be missed (X8) are rules of the office, not limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Limits {
    /// 1, 2, 3 …
    pub edition: u32,
    by_clock: BTreeMap<ClockName, Limit>,
    /// Limits of the progress report that a priority has for itself (T03).
    pub report_by_priority: BTreeMap<Priority, Limit>,
    /// A second limit for callbacks after complaints; the earlier one counts (X1). Off by default.
    pub callback_extra: Option<Limit>,
    /// The approval of a plan that is not major (一般件 1 工作日).
    pub approval_ordinary: Limit,
}

impl Limits {
    /// The limits of the requirements.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            edition: 1,
            by_clock: ClockName::ALL.iter().map(|it| (*it, it.standard())).collect(),
            report_by_priority: BTreeMap::new(),
            callback_extra: None,
            approval_ordinary: Limit::before(1, Unit::WorkingDays, (90, Unit::WorkingMinutes)),
        }
    }

    /// The second limit for callbacks of the requirements, for when it is switched on (X1): 3 natural days.
    #[must_use]
    pub const fn callback_extra_standard() -> Limit {
        Limit::before(3, Unit::NaturalDays, (1, Unit::NaturalDays))
    }

    /// The limit of a clock. For [`ClockName::Promise`] the promise itself says when it is due; only the warning is
    /// taken from here.
    #[must_use]
    pub fn of(&self, clock: ClockName) -> Limit {
        self.by_clock.get(&clock).copied().unwrap_or_else(|| clock.standard())
    }

    /// The limit of the progress report for a priority (T03).
    #[must_use]
    pub fn report_for(&self, priority: Priority) -> Limit {
        self.report_by_priority.get(&priority).copied().unwrap_or_else(|| self.of(ClockName::Report))
    }

    /// Sets the limit of a clock. The edition is the caller's to count.
    ///
    /// # Errors
    /// See [`Limit::check`].
    pub fn set(&mut self, clock: ClockName, limit: Limit) -> Result<(), LimitError> {
        limit.check()?;
        self.by_clock.insert(clock, limit);
        Ok(())
    }

    /// Whether every limit makes sense.
    ///
    /// # Errors
    /// The first clock whose limit does not, and why.
    pub fn check(&self) -> Result<(), (ClockName, LimitError)> {
        let own = self.by_clock.iter().map(|(clock, limit)| (*clock, limit));
        let reports = self.report_by_priority.values().map(|it| (ClockName::Report, it));
        let extra = self.callback_extra.iter().map(|it| (ClockName::Callback, it));
        let ordinary = [(ClockName::Approval, &self.approval_ordinary)];
        for (clock, limit) in own.chain(reports).chain(extra).chain(ordinary) {
            limit.check().map_err(|error| (clock, error))?;
        }
        Ok(())
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::standard()
    }
}
