//! Numbers and names that stand on printed forms (FORMS.md 4.1).

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::{ComplaintId, Round};
use crate::domain::script::{Blessing, Scene};
use crate::domain::text::Line;

/// A prefix or a form number such as `TS-` or `ZHB-TS-01`: up to 24 characters without blanks; may be empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mark(Box<str>);

/// A text that is no mark: too long, or with blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a mark has up to {} characters and no blanks", Mark::MAX)]
pub struct NotAMark;

impl Mark {
    /// The most characters.
    pub const MAX: usize = 24;

    /// Takes a text; blanks at both ends go.
    ///
    /// # Errors
    /// More than [`Mark::MAX`] characters, or a blank or control character inside.
    pub fn new(text: &str) -> Result<Self, NotAMark> {
        let text = text.trim();
        let fits = text.chars().count() <= Self::MAX && !text.chars().any(|it| it.is_whitespace() || it.is_control());
        if fits { Ok(Self(text.into())) } else { Err(NotAMark) }
    }
}

impl Deref for Mark {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<String> for Mark {
    type Error = NotAMark;

    fn try_from(text: String) -> Result<Self, NotAMark> {
        Self::new(&text)
    }
}

impl From<Mark> for String {
    fn from(mark: Mark) -> Self {
        mark.0.into()
    }
}

impl JsonSchema for Mark {
    fn schema_name() -> Cow<'static, str> {
        "Mark".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "maxLength": Mark::MAX })
    }
}

/// The number that a kind of form carries at its top right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct FormNumbers {
    /// 投诉记录表 (H01)
    pub record: Mark,
    /// 顾客投诉登记表 (H02)
    pub registration: Mark,
    /// 回访记录表 (H03)
    pub callback_record: Mark,
    /// 顾客投诉分类统计表 (H05)
    pub category_statistics: Mark,
    /// 投诉信息月汇总报表 (H06)
    pub monthly_summary: Mark,
    /// 回访总结报告 (H04)
    pub callback_summary: Mark,
    /// 派单/回单 (H07)
    pub slip: Mark,
}

impl Default for FormNumbers {
    fn default() -> Self {
        let number = |it: &str| Mark(it.into());
        Self {
            record: number("ZHB-TS-01"),
            registration: number("ZHB-TS-02"),
            callback_record: number("ZHB-TS-03"),
            category_statistics: number("ZHB-TS-04"),
            monthly_summary: number("ZHB-TS-05"),
            callback_summary: number("ZHB-TS-06"),
            slip: number("ZHB-TS-07"),
        }
    }
}

/// How forms, numbers and scripts name things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Forms {
    /// Before the number of a complaint (X12).
    pub number_prefix: Mark,
    /// Before the number of a callback record.
    pub callback_prefix: Mark,
    /// Before the number of a month's report.
    pub report_prefix: Mark,
    /// Form numbers.
    pub numbers: FormNumbers,
    /// The company as it stands on forms and in scripts; `None`: as the office is called.
    pub company: Option<Line>,
    /// The hotline that slips and letters name.
    pub hotline: Option<Line>,
    /// Good wishes at the end of a callback, by scene (K07, K12).
    pub blessings: Vec<Blessing>,
}

impl Default for Forms {
    fn default() -> Self {
        Self {
            number_prefix: Mark("TS-".into()),
            callback_prefix: Mark("HF-".into()),
            report_prefix: Mark("YB-".into()),
            numbers: FormNumbers::default(),
            company: None,
            hotline: None,
            blessings: Vec::new(),
        }
    }
}

impl Forms {
    /// `TS-20260312-009`: a complaint as forms and people call it (B07).
    #[must_use]
    pub fn number(&self, complaint: ComplaintId) -> String {
        format!("{}{complaint}", self.number_prefix)
    }

    /// `TS-20260312-009-R2`: the slip of a round; the first round carries no suffix (X12).
    #[must_use]
    pub fn slip(&self, complaint: ComplaintId, round: Round) -> String {
        if round == Round::FIRST { self.number(complaint) } else { format!("{}-R{round}", self.number(complaint)) }
    }

    /// `HF-20260312-009-2`: the second call about a complaint, as the callback record carries it (H03).
    #[must_use]
    pub fn callback_number(&self, complaint: ComplaintId, nth: usize) -> String {
        format!("{}{complaint}-{nth}", self.callback_prefix)
    }

    /// The good wish for a scene, or where the office has none for it the usual one (K12).
    #[must_use]
    pub fn blessing(&self, scene: Scene) -> Option<&str> {
        let wanted = |scene| self.blessings.iter().find(|it| it.scene == scene);
        wanted(scene).or_else(|| wanted(Scene::Everyday)).map(|it| it.words.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn a_number_carries_the_prefix_and_from_round_two_the_round() {
        let complaint = ComplaintId::new(NaiveDate::from_ymd_opt(2026, 3, 12).unwrap(), 9);
        let forms = Forms::default();
        assert_eq!(forms.number(complaint), "TS-20260312-009");
        assert_eq!(forms.slip(complaint, Round::FIRST), "TS-20260312-009");
        assert_eq!(forms.slip(complaint, Round(2)), "TS-20260312-009-R2");
        assert_eq!(forms.slip(complaint, Round(2)).parse(), Ok(complaint));
    }

    #[test]
    fn a_scene_without_a_wish_of_its_own_gets_the_usual_one() {
        let wish = |scene, words: &str| Blessing { scene, words: words.to_owned() };
        let blessings = vec![wish(Scene::Festival, "节日快乐"), wish(Scene::Everyday, "生活愉快")];
        let forms = Forms { blessings, ..Forms::default() };
        assert_eq!(forms.blessing(Scene::Festival), Some("节日快乐"));
        assert_eq!(forms.blessing(Scene::Driving), Some("生活愉快"));
        assert_eq!(Forms::default().blessing(Scene::Driving), None);
    }

    #[track_caller]
    fn takes(text: &str, then: Option<&str>) {
        assert_eq!(Mark::new(text).ok().as_deref(), then, "{text:?}");
    }

    #[test]
    fn a_mark_is_short_and_has_no_blanks() {
        takes(" ZHB-TS-01 ", Some("ZHB-TS-01"));
        takes("综办-01", Some("综办-01"));
        takes("", Some(""));
        takes("TS 01", None);
        takes("1234567890123456789012345", None);
    }

    #[test]
    fn the_default_marks_are_marks() {
        let text = serde_json::to_string(&Forms::default()).unwrap();
        assert_eq!(serde_json::from_str::<Forms>(&text).unwrap(), Forms::default());
    }
}
