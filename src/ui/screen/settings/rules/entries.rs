//! The lines of the page: what each question of the papers is called, what it decides, which rules answer it, and on
//! which page else it is settled.

use crate::domain::office::{Rule, Setting};
use crate::i18n::Texts;

use super::super::Page;

/// A line of the page.
pub(super) struct Entry {
    /// How the papers' question is counted.
    pub code: &'static str,
    /// What the question is called.
    pub name: fn(&Texts) -> &str,
    /// What the rule decides.
    pub decides: fn(&Texts) -> &str,
    /// The rules that answer it.
    pub rules: &'static [Rule],
    /// Where else it is settled.
    pub page: Option<Page>,
}

macro_rules! page {
    () => {
        None
    };
    ($page:ident) => {
        Some(Page::$page)
    };
}

macro_rules! entries {
    ($($code:literal $name:ident $decides:ident [$($rule:expr),*] $($page:ident)?;)+) => {
        /// Every line, in order.
        pub(super) const ENTRIES: &[Entry] = &[$(Entry {
            code: $code,
            name: Texts::$name,
            decides: Texts::$decides,
            rules: &[$($rule),*],
            page: page!($($page)?),
        }),+];
    };
}

entries! {
    "X1" set_x1 set_x1_decides [] Limits;
    "X2" set_x2 set_x2_decides [] Limits;
    "X3" set_x3 set_x3_decides [];
    "X4" set_x4 set_x4_decides [] Categories;
    "X5" set_x5 set_x5_decides [Rule::Number(Setting::EscalateAfterUnsatisfied)];
    "X6" set_x6 set_x6_decides [] Categories;
    "X7" set_x7 set_x7_decides [Rule::ApprovalScope] Limits;
    "X8" set_x8 set_x8_decides [Rule::ReportsUntil, Rule::Number(Setting::LongestPromiseMinutes)] Limits;
    "X9" set_x9 set_x9_decides [Rule::NeutralAnswer];
    "X10" set_x10 set_x10_decides [Rule::Signature];
    "X11" set_x11 set_x11_decides [];
    "X12" set_x12 set_x12_decides [] Office;
    "X13" set_x13 set_x13_decides [];
    "X14" set_x14 set_x14_decides [] Limits;
    "X15" set_x15 set_x15_decides [Rule::Number(Setting::UnreachableAttempts), Rule::Number(Setting::UnreachableDays)];
    "X16" set_x16 set_x16_decides [];
    "X17" set_x17 set_x17_decides [] Departments;
    "X18" set_x18 set_x18_decides [Rule::Accountability];
    "X19" set_x19 set_x19_decides [];
    "X20" set_x20 set_x20_decides [Rule::Number(Setting::MajorAmount), Rule::Number(Setting::GroupSize)];
    "I06" set_i06 set_i06_decides [Rule::Number(Setting::RepeatDays)];
    "F06" set_f06 set_f06_decides [Rule::Number(Setting::ArchiveAfterDays)];
    "C08" set_c08 set_c08_decides [Rule::Number(Setting::MissedReportsToSupervise)];
    "E11" set_e11 set_e11_decides [Rule::Number(Setting::CallbackMinutes)];
    "T11" set_t11 set_t11_decides [Rule::Number(Setting::MonthCutOff)];
}
