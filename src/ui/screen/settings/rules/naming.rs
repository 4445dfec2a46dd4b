//! What the rules and their values are called.

use crate::domain::office::{
    Accountability, ApprovalScope, NeutralAnswer, ReportsUntil, Rule, Rules, Setting, Signature,
};
use crate::i18n::Texts;

/// What a rule stands at, in words.
pub(super) fn words(texts: &Texts, rules: &Rules, rule: Rule) -> String {
    match rule {
        Rule::Number(Setting::MajorAmount) => texts.set_rule_from(texts.money(rules.major_amount)),
        Rule::Number(Setting::MonthCutOff) => match rules.month_cut_off {
            Some(day) => texts.set_rule_cut_off(day),
            None => texts.set_rule_calendar_month().to_owned(),
        },
        Rule::Number(setting) => {
            texts.set_limit_words(rules.value(setting).unwrap_or_default().to_string(), unit(texts, setting))
        }
        Rule::ApprovalScope => scope(texts, rules.approval_scope).to_owned(),
        Rule::ReportsUntil => until(texts, rules.reports_until).to_owned(),
        Rule::NeutralAnswer => neutral(texts, rules.neutral_answer).to_owned(),
        Rule::Signature => signature(texts, rules.signature).to_owned(),
        Rule::Accountability => accountability(texts, rules.accountability).to_owned(),
    }
}

pub(super) fn unit(texts: &Texts, setting: Setting) -> &str {
    match setting {
        Setting::EscalateAfterUnsatisfied => texts.set_unit_times_dissatisfied(),
        Setting::LongestPromiseMinutes => texts.set_unit_working_minutes(),
        Setting::MajorAmount => texts.set_unit_yuan(),
        Setting::GroupSize => texts.set_unit_customers(),
        Setting::UnreachableAttempts => texts.set_unit_calls(),
        Setting::UnreachableDays | Setting::RepeatDays | Setting::ArchiveAfterDays => texts.set_unit_days(),
        Setting::MissedReportsToSupervise => texts.set_unit_times(),
        Setting::CallbackMinutes => texts.set_unit_minutes(),
        Setting::MonthCutOff => texts.set_unit_day_of_month(),
    }
}

pub(super) fn scope(texts: &Texts, it: ApprovalScope) -> &str {
    match it {
        ApprovalScope::Major => texts.set_scope_major(),
        ApprovalScope::All => texts.set_scope_all(),
    }
}

pub(super) fn until(texts: &Texts, it: ReportsUntil) -> &str {
    match it {
        ReportsUntil::ReturnSlip => texts.set_until_slip(),
        ReportsUntil::Closed => texts.set_until_closed(),
    }
}

pub(super) fn neutral(texts: &Texts, it: NeutralAnswer) -> &str {
    match it {
        NeutralAnswer::CallerDecides => texts.set_neutral_asks(),
        NeutralAnswer::Redispatch => texts.set_neutral_redispatch(),
    }
}

pub(super) fn signature(texts: &Texts, it: Signature) -> &str {
    match it {
        Signature::Optional => texts.set_signature_optional(),
        Signature::Required => texts.set_signature_required(),
    }
}

pub(super) fn accountability(texts: &Texts, it: Accountability) -> &str {
    match it {
        Accountability::Hidden => texts.set_accountability_hidden(),
        Accountability::Shown => texts.set_accountability_shown(),
    }
}

pub(super) fn rule_name(texts: &Texts, rule: Rule) -> &str {
    match rule {
        Rule::Number(Setting::EscalateAfterUnsatisfied) => texts.set_rule_escalate(),
        Rule::Number(Setting::LongestPromiseMinutes) => texts.set_rule_promise(),
        Rule::Number(Setting::MajorAmount) => texts.set_rule_major_amount(),
        Rule::Number(Setting::GroupSize) => texts.set_rule_group(),
        Rule::Number(Setting::UnreachableAttempts) => texts.set_rule_attempts(),
        Rule::Number(Setting::UnreachableDays) => texts.set_rule_days(),
        Rule::Number(Setting::RepeatDays) => texts.set_rule_repeat(),
        Rule::Number(Setting::ArchiveAfterDays) => texts.set_rule_archive(),
        Rule::Number(Setting::MissedReportsToSupervise) => texts.set_rule_missed(),
        Rule::Number(Setting::CallbackMinutes) => texts.set_rule_minutes(),
        Rule::Number(Setting::MonthCutOff) => texts.set_rule_month_end(),
        Rule::ApprovalScope => texts.set_rule_scope(),
        Rule::ReportsUntil => texts.set_rule_until(),
        Rule::NeutralAnswer => texts.set_rule_neutral(),
        Rule::Signature => texts.set_rule_signature(),
        Rule::Accountability => texts.set_rule_accountability(),
    }
}
