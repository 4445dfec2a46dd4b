//! What the sources leave open (X1–X20) and each office settles for itself.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::complaint::terms::Money;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::office::event::Event;
use crate::domain::record::{Fact, Recorded};

/// Whose plans wait for an approval (X7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalScope {
    /// Those of major complaints.
    Major,
    /// Every plan.
    All,
}

/// Until when a handler reports every half hour (X8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportsUntil {
    /// The return slip is in.
    ReturnSlip,
    /// The complaint is closed.
    Closed,
}

/// What follows the answer 一般 (X9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NeutralAnswer {
    /// The caller is asked; no redispatch unless said so.
    CallerDecides,
    /// Redispatched as after 不满意.
    Redispatch,
}

/// The customer's signature under an accepted plan (X10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// The printed form has the line.
    Optional,
    /// A plan counts as accepted only with a signature.
    Required,
}

/// 问责 in the month's report (X18, D20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Accountability {
    /// Left out.
    Hidden,
    /// A column of its own.
    Shown,
}

/// The settings of an office that are no time limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Rules {
    /// This many dissatisfied answers take a complaint to a manager (F02, X5).
    pub escalate_after_unsatisfied: u8,
    /// Whose plans wait for an approval (X7).
    pub approval_scope: ApprovalScope,
    /// Until when progress is reported (X8).
    pub reports_until: ReportsUntil,
    /// The longest time that a handler may promise for the next report, in working minutes (X8).
    pub longest_promise_minutes: u32,
    /// From this amount on a complaint is major (X20).
    pub major_amount: Money,
    /// From this many customers on a complaint is major, and a systemic issue (X20, I06).
    pub group_size: u32,
    /// Attempts before 联系不上结案 … (X15)
    pub unreachable_attempts: u8,
    /// … on so many different days (X15).
    pub unreachable_days: u8,
    /// The same customer with the same matter within this many days is a repeat complaint (I06).
    pub repeat_days: u32,
    /// Closed complaints go to the archive after this many days (F06).
    pub archive_after_days: u32,
    /// This many missed reports in a row put a card before the supervisor (C06, C08).
    pub missed_reports_to_supervise: u8,
    /// A callback should take no longer, in minutes (E11).
    pub callback_minutes: u8,
    /// The last day of a reporting month, 1 to 28; `None`: the calendar month (T11).
    pub month_cut_off: Option<u8>,
    /// What follows 一般 (X9).
    pub neutral_answer: NeutralAnswer,
    /// The customer's signature (X10).
    pub signature: Signature,
    /// 问责 in the month's report (X18).
    pub accountability: Accountability,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            escalate_after_unsatisfied: 2,
            approval_scope: ApprovalScope::Major,
            reports_until: ReportsUntil::ReturnSlip,
            longest_promise_minutes: 240,
            major_amount: Money::yuan(2_000),
            group_size: 3,
            unreachable_attempts: 3,
            unreachable_days: 2,
            repeat_days: 30,
            archive_after_days: 30,
            missed_reports_to_supervise: 3,
            callback_minutes: 3,
            month_cut_off: None,
            neutral_answer: NeutralAnswer::CallerDecides,
            signature: Signature::Optional,
            accountability: Accountability::Hidden,
        }
    }
}

/// A number of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// [`Rules::escalate_after_unsatisfied`]
    EscalateAfterUnsatisfied,
    /// [`Rules::longest_promise_minutes`]
    LongestPromiseMinutes,
    /// [`Rules::major_amount`], in fen
    MajorAmount,
    /// [`Rules::group_size`]
    GroupSize,
    /// [`Rules::unreachable_attempts`]
    UnreachableAttempts,
    /// [`Rules::unreachable_days`]
    UnreachableDays,
    /// [`Rules::repeat_days`]
    RepeatDays,
    /// [`Rules::archive_after_days`]
    ArchiveAfterDays,
    /// [`Rules::missed_reports_to_supervise`]
    MissedReportsToSupervise,
    /// [`Rules::callback_minutes`]
    CallbackMinutes,
    /// [`Rules::month_cut_off`]
    MonthCutOff,
}

impl Setting {
    /// Every one, in the order of [`Rules`].
    pub const ALL: &'static [Self] = &[
        Self::EscalateAfterUnsatisfied,
        Self::LongestPromiseMinutes,
        Self::MajorAmount,
        Self::GroupSize,
        Self::UnreachableAttempts,
        Self::UnreachableDays,
        Self::RepeatDays,
        Self::ArchiveAfterDays,
        Self::MissedReportsToSupervise,
        Self::CallbackMinutes,
        Self::MonthCutOff,
    ];

    /// The least and the most that make sense.
    #[must_use]
    pub const fn bounds(self) -> (i64, i64) {
        match self {
            Self::EscalateAfterUnsatisfied => (1, 9),
            Self::LongestPromiseMinutes => (30, 2_880),
            Self::MajorAmount => (100, 10_000_000_000),
            Self::GroupSize => (2, 1_000),
            Self::UnreachableAttempts | Self::UnreachableDays | Self::MissedReportsToSupervise => (1, 20),
            Self::RepeatDays | Self::ArchiveAfterDays => (1, 3_650),
            Self::CallbackMinutes => (1, 60),
            Self::MonthCutOff => (1, 28),
        }
    }
}

impl Rules {
    /// What a setting stands at; `None` where it is switched off.
    #[must_use]
    pub fn value(&self, setting: Setting) -> Option<i64> {
        match setting {
            Setting::EscalateAfterUnsatisfied => Some(self.escalate_after_unsatisfied.into()),
            Setting::LongestPromiseMinutes => Some(self.longest_promise_minutes.into()),
            Setting::MajorAmount => Some(self.major_amount.0),
            Setting::GroupSize => Some(self.group_size.into()),
            Setting::UnreachableAttempts => Some(self.unreachable_attempts.into()),
            Setting::UnreachableDays => Some(self.unreachable_days.into()),
            Setting::RepeatDays => Some(self.repeat_days.into()),
            Setting::ArchiveAfterDays => Some(self.archive_after_days.into()),
            Setting::MissedReportsToSupervise => Some(self.missed_reports_to_supervise.into()),
            Setting::CallbackMinutes => Some(self.callback_minutes.into()),
            Setting::MonthCutOff => self.month_cut_off.map(Into::into),
        }
    }

    /// The first and the last day that a month's report covers (T11).
    ///
    /// With a cut-off at the 25th, February runs from 26 January to 25 February.
    #[must_use]
    pub fn days_of(&self, month: Month) -> (NaiveDate, NaiveDate) {
        let cut = |month: Month| {
            let day = self.month_cut_off.and_then(|it| month.first_day().with_day(it.into()));
            day.unwrap_or_else(|| month.last_day())
        };
        let first = cut(month.before()).succ_opt().unwrap_or_else(|| month.first_day());
        (first, cut(month))
    }

    /// The month whose report covers a day (T11).
    #[must_use]
    pub fn month_of(&self, day: NaiveDate) -> Month {
        let month = Month::of(day);
        if day <= self.days_of(month).1 { month } else { month.next() }
    }
}

/// One of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A number.
    Number(Setting),
    /// [`Rules::approval_scope`]
    ApprovalScope,
    /// [`Rules::reports_until`]
    ReportsUntil,
    /// [`Rules::neutral_answer`]
    NeutralAnswer,
    /// [`Rules::signature`]
    Signature,
    /// [`Rules::accountability`]
    Accountability,
}

impl Rule {
    /// Every one.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let choices =
            [Self::ApprovalScope, Self::ReportsUntil, Self::NeutralAnswer, Self::Signature, Self::Accountability];
        Setting::ALL.iter().map(|it| Self::Number(*it)).chain(choices).collect()
    }

    /// Whether it stands the same in both.
    #[must_use]
    pub fn same(self, one: &Rules, other: &Rules) -> bool {
        match self {
            Self::Number(setting) => one.value(setting) == other.value(setting),
            Self::ApprovalScope => one.approval_scope == other.approval_scope,
            Self::ReportsUntil => one.reports_until == other.reports_until,
            Self::NeutralAnswer => one.neutral_answer == other.neutral_answer,
            Self::Signature => one.signature == other.signature,
            Self::Accountability => one.accountability == other.accountability,
        }
    }
}

/// Who last changed each rule, and when; a rule that stands as the office was founded with is missing.
#[must_use]
pub fn last_changed(facts: &[Recorded]) -> BTreeMap<Rule, (PersonId, Moment)> {
    let mut before: Option<&Rules> = None;
    let mut changed = BTreeMap::new();
    for it in facts {
        let Fact::Office(Event::RulesSet(rules)) = &it.fact else { continue };
        if let Some(before) = before {
            let others = Rule::all().into_iter().filter(|rule| !rule.same(before, rules));
            changed.extend(others.map(|rule| (rule, (it.by, it.at))));
        }
        before = Some(rules);
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn covers(cut_off: Option<u8>, month: &str, then: (&str, &str)) {
        let rules = Rules { month_cut_off: cut_off, ..Rules::default() };
        let month: Month = month.parse().unwrap();
        let (first, last) = rules.days_of(month);
        assert_eq!((first.to_string().as_str(), last.to_string().as_str()), then);
        assert_eq!(rules.month_of(first), month);
        assert_eq!(rules.month_of(last), month);
        assert_eq!(rules.month_of(first.pred_opt().unwrap()), month.before());
        assert_eq!(rules.month_of(last.succ_opt().unwrap()), month.next());
    }

    #[test]
    fn a_month_ends_at_its_last_day_or_at_the_cut_off() {
        covers(None, "2026-02", ("2026-02-01", "2026-02-28"));
        covers(None, "2028-02", ("2028-02-01", "2028-02-29"));
        covers(Some(25), "2026-02", ("2026-01-26", "2026-02-25"));
        covers(Some(28), "2026-03", ("2026-03-01", "2026-03-28"));
        covers(Some(1), "2026-01", ("2025-12-02", "2026-01-01"));
    }

    #[test]
    fn the_defaults_lie_within_the_bounds() {
        let rules = Rules::default();
        for setting in Setting::ALL {
            let (least, most) = setting.bounds();
            assert!(rules.value(*setting).is_none_or(|it| (least..=most).contains(&it)), "{setting:?}");
        }
    }

    #[test]
    fn settings_unknown_to_an_older_fact_stand_at_their_default() {
        let rules: Rules = serde_json::from_str(r#"{"escalate_after_unsatisfied":3}"#).unwrap();
        assert_eq!(rules, Rules { escalate_after_unsatisfied: 3, ..Rules::default() });
    }
}
