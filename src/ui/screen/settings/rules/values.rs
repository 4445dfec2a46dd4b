//! What is typed and chosen, as the rules count it.

use super::Choosing;
use crate::domain::complaint::terms::Money;
use crate::domain::office::{Rule, Rules, Setting};

impl Choosing {
    /// The rule that it settles.
    pub(super) const fn rule(self) -> Rule {
        match self {
            Self::Scope(_) => Rule::ApprovalScope,
            Self::Until(_) => Rule::ReportsUntil,
            Self::Neutral(_) => Rule::NeutralAnswer,
            Self::Signed(_) => Rule::Signature,
            Self::Accounted(_) => Rule::Accountability,
        }
    }

    /// The rules with it.
    pub(super) fn on(self, rules: &Rules) -> Rules {
        let mut rules = rules.clone();
        match self {
            Self::Scope(it) => rules.approval_scope = it,
            Self::Until(it) => rules.reports_until = it,
            Self::Neutral(it) => rules.neutral_answer = it,
            Self::Signed(it) => rules.signature = it,
            Self::Accounted(it) => rules.accountability = it,
        }
        rules
    }
}

/// A number as it is typed: amounts in yuan; empty where it is switched off.
pub(super) fn written(rules: &Rules, setting: Setting) -> String {
    let value = rules.value(setting);
    let value = if setting == Setting::MajorAmount { value.map(|it| it / 100) } else { value };
    value.map(|it| it.to_string()).unwrap_or_default()
}

/// A number that was typed, as the rules count it; `Ok(None)`: switched off.
pub(super) fn read(setting: Setting, text: &str) -> Result<Option<i64>, std::num::ParseIntError> {
    let text: String = text.chars().filter(|it| !matches!(it, ',' | '，' | '¥' | '￥' | ' ')).collect();
    if text.is_empty() && setting == Setting::MonthCutOff {
        return Ok(None);
    }
    let value: i64 = text.parse()?;
    Ok(Some(if setting == Setting::MajorAmount { value.saturating_mul(100) } else { value }))
}

/// Takes a number over; `None` where it lies outside its bounds.
pub(super) fn put(rules: &mut Rules, setting: Setting, value: Option<i64>) -> Option<()> {
    let Some(value) = value else {
        rules.month_cut_off = None;
        return (setting == Setting::MonthCutOff).then_some(());
    };
    let (least, most) = setting.bounds();
    if value < least || most < value {
        return None;
    }
    let (small, large) = (u8::try_from(value).ok(), u32::try_from(value).ok());
    match setting {
        Setting::EscalateAfterUnsatisfied => rules.escalate_after_unsatisfied = small?,
        Setting::LongestPromiseMinutes => rules.longest_promise_minutes = large?,
        Setting::MajorAmount => rules.major_amount = Money(value),
        Setting::GroupSize => rules.group_size = large?,
        Setting::UnreachableAttempts => rules.unreachable_attempts = small?,
        Setting::UnreachableDays => rules.unreachable_days = small?,
        Setting::RepeatDays => rules.repeat_days = large?,
        Setting::ArchiveAfterDays => rules.archive_after_days = large?,
        Setting::MissedReportsToSupervise => rules.missed_reports_to_supervise = small?,
        Setting::CallbackMinutes => rules.callback_minutes = small?,
        Setting::MonthCutOff => rules.month_cut_off = Some(small?),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn takes(setting: Setting, typed: &str, then: Option<&str>) {
        let mut rules = Rules::default();
        let taken = read(setting, typed).ok().and_then(|it| put(&mut rules, setting, it));
        let taken = taken.map(|()| written(&rules, setting));
        assert_eq!(taken.as_deref(), then, "{setting:?} {typed:?}");
    }

    #[test]
    fn only_numbers_within_their_bounds_are_taken() {
        takes(Setting::MajorAmount, "¥3,000", Some("3000"));
        takes(Setting::MajorAmount, "0", None);
        takes(Setting::MajorAmount, "two thousand", None);
        takes(Setting::MajorAmount, "9223372036854775807", None);
        takes(Setting::EscalateAfterUnsatisfied, "0", None);
        takes(Setting::EscalateAfterUnsatisfied, "10", None);
        takes(Setting::EscalateAfterUnsatisfied, "", None);
        takes(Setting::EscalateAfterUnsatisfied, " 3 ", Some("3"));
        takes(Setting::GroupSize, "-2", None);
        takes(Setting::MonthCutOff, "", Some(""));
        takes(Setting::MonthCutOff, "25", Some("25"));
        takes(Setting::MonthCutOff, "29", None);
        takes(Setting::CallbackMinutes, "3.5", None);
    }
}
