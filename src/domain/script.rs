//! Scripts for calls, as data (K01–K14): steps, branches by satisfaction, placeholders, and the six don'ts.
//!
//! The standard words stand in `resources/scripts/` in three languages; they are content, not texts of the program,
//! and an office may change them. A placeholder without a value is always told, never said aloud as it stands.

mod check;
mod manners;
mod standard;
mod template;

use chrono::Duration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::check::{Problem, ScriptProblem};
pub use self::manners::{Avoid, Dont, Found, Manners, Rule, forbidden};
pub use self::template::{Piece, Placeholder, TemplateProblem, Values, check_words, fill, fill_words};
use crate::domain::complaint::terms::{FollowUpKind, Satisfaction};
use crate::domain::phrase::Phrase;

/// A callback should not take longer (E11); the timer turns amber, nothing more.
pub const SOFT_LIMIT: Duration = Duration::minutes(3);

/// A callback should not ask more questions (E11).
pub const MOST_QUESTIONS: usize = 6;

/// What a script is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScriptKind {
    /// 投诉回访 (K03–K08).
    Callback,
    /// 服务回访 (K04, E19).
    Service,
    /// 节日、店庆、促销回访 (E09).
    Occasion,
    /// 友情提醒 (E10).
    Reminder,
    /// 承诺跟进 (D23).
    Promise,
    /// 接听热线 (K01, K02, K09).
    Hotline,
    /// 不成立的婉转答复 (K13, B20).
    Unfounded,
}

impl ScriptKind {
    /// Every one, in the order of the settings page.
    pub const ALL: &'static [Self] =
        &[Self::Callback, Self::Service, Self::Occasion, Self::Reminder, Self::Promise, Self::Hotline, Self::Unfounded];

    /// The script of a callback that follows no complaint's handling.
    #[must_use]
    pub const fn of(follow_up: FollowUpKind) -> Self {
        match follow_up {
            FollowUpKind::Promise => Self::Promise,
            FollowUpKind::Service => Self::Service,
            FollowUpKind::Occasion => Self::Occasion,
            FollowUpKind::Reminder => Self::Reminder,
        }
    }
}

/// What a step of a script does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// 问候 (K01).
    Greeting,
    /// 自我介绍 (K02).
    Introduction,
    /// 开场白 (K03).
    Opening,
    /// 正文
    Body,
    /// 询问是否满意: the answer chooses the branch (K04).
    BranchQuestion,
    /// 追问 (K05, K06).
    FollowUp,
    /// 结束语 (K07–K09).
    Closing,
}

impl StepKind {
    /// Every one, in the order of a call.
    pub const ALL: &'static [Self] = &[
        Self::Greeting,
        Self::Introduction,
        Self::Opening,
        Self::Body,
        Self::BranchQuestion,
        Self::FollowUp,
        Self::Closing,
    ];
}

/// To which answers a step belongs. 一般 follows the words for 不满意 (K06, X9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Branch {
    /// Said whatever the answer.
    #[default]
    Always,
    /// 满意
    Satisfied,
    /// 不满意 and 一般
    Dissatisfied,
}

impl Branch {
    /// The branch that an answer leads to.
    #[must_use]
    pub const fn after(answer: Satisfaction) -> Self {
        match answer {
            Satisfaction::Satisfied => Self::Satisfied,
            Satisfaction::Neutral | Satisfaction::Dissatisfied => Self::Dissatisfied,
        }
    }

    /// Whether a step of this branch is said after an answer.
    #[must_use]
    pub fn includes(self, answer: Satisfaction) -> bool {
        self == Self::Always || self == Self::after(answer)
    }
}

/// One thing that the caller says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    /// What it does.
    pub kind: StepKind,
    /// After which answers it is said.
    #[serde(default)]
    pub branch: Branch,
    /// The words, with placeholders such as `{customer}`; a brace itself is written twice.
    pub words: String,
    /// 换一种说法: other words for the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// What the caller should mind; not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl Step {
    /// The `turn`-th way to say it, round and round from 0.
    #[must_use]
    pub fn saying(&self, turn: usize) -> &str {
        match turn % (self.others.len() + 1) {
            0 => &self.words,
            nth => self.others.get(nth - 1).map_or(self.words.as_str(), String::as_str),
        }
    }

    /// Every way to say it.
    pub fn sayings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.words.as_str()).chain(self.others.iter().map(String::as_str))
    }
}

/// A script: steps in the order of the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Script {
    /// What it is for.
    pub kind: ScriptKind,
    /// What is said.
    pub steps: Vec<Step>,
}

impl Script {
    /// The standard scripts of a language (`zh-CN`, `zh-TW`, `en`; other tags get the nearest), one of each kind, in
    /// the order of [`ScriptKind::ALL`].
    #[must_use]
    pub fn standard(language_tag: &str) -> &'static [Self] {
        &standard::content(language_tag).scripts
    }

    /// The standard script of a kind.
    #[must_use]
    pub fn standard_of(language_tag: &str, kind: ScriptKind) -> Option<&'static Self> {
        Self::standard(language_tag).iter().find(|it| it.kind == kind)
    }

    /// The steps to say. Until the customer has answered, those up to the question; then those of the answer's
    /// branch. A script without a question is one path.
    pub fn path(&self, answer: Option<Satisfaction>) -> impl Iterator<Item = &Step> {
        let question = self.steps.iter().position(|it| it.kind == StepKind::BranchQuestion);
        let end = match (answer, question) {
            (None, Some(place)) => place + 1,
            (Some(_), _) | (None, None) => self.steps.len(),
        };
        let steps = self.steps.iter().take(end);
        steps.filter(move |it| answer.map_or(it.branch == Branch::Always, |answer| it.branch.includes(answer)))
    }
}

/// The standard phrases of a language, which stand beside the scripts.
pub(super) fn standard_phrases(language_tag: &str) -> &'static [Phrase] {
    &standard::content(language_tag).phrases
}

/// The blessings at the end of a call, by scene (K12): 生活愉快, 开车愉快, 节日快乐 …
#[must_use]
pub fn blessings(language_tag: &str) -> &'static [Blessing] {
    &standard::content(language_tag).blessings
}

/// What is wished at the end of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Blessing {
    /// When it fits.
    pub scene: Scene,
    /// The words that follow 祝您.
    pub words: String,
}

/// When a blessing fits (K12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    /// On any day.
    Everyday,
    /// To somebody with a car.
    Driving,
    /// Before and on holidays.
    Festival,
    /// Before a weekend.
    Weekend,
}

#[cfg(test)]
mod tests;
