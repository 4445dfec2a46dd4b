//! The person who complains, and the file that the office keeps of a customer (客户档案, H11, L18). Personal data knows
//! that it is personal: `Debug` never tells it.
//!
//! A complaint tells what was said at intake; a file is an aggregate of its own, found by telephone number. A caller
//! without a file is known from complaints alone: the first thing that is said about him or her opens one.

pub mod allot;
mod decide;
mod event;
mod file;
mod numbers;
mod permission;
mod rejection;
#[cfg(test)]
mod tests;

use std::fmt;

use chrono::NaiveTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::complaint::terms::Salutation;
use super::text::Line;

pub use decide::{Ctx, MOST_PHONES, MOST_TAGS, decide, may, open};
pub use event::{Command, Event, Verb};
pub use file::{Customer, CustomerKind, Owner, Profile};
pub use numbers::Numbers;
pub use rejection::Rejection;

/// A telephone number: 3 to 20 digits, perhaps with a leading `+`, perhaps an extension behind `#`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(Box<str>);

/// Not a telephone number: 3 to 20 digits are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("a telephone number has 3 to 20 digits")]
pub struct NotAPhone;

impl Phone {
    /// Reads a number as people write it: `138 0617 2206`, `+86-138…`, `(0512)6512 3456 转 8`, full-width digits.
    ///
    /// # Errors
    /// Other characters, or not 3 to 20 digits.
    pub fn new(text: &str) -> Result<Self, NotAPhone> {
        let mut kept = String::new();
        for it in text.trim().chars() {
            match it {
                '0'..='9' => kept.push(it),
                '０'..='９' => kept.extend(char::from_digit(u32::from(it) - u32::from('０'), 10)),
                '+' | '＋' if kept.is_empty() => kept.push('+'),
                '转' | '轉' | '#' | 'x' | 'X' if !kept.is_empty() && !kept.contains('#') => kept.push('#'),
                ' ' | '\u{3000}' | '-' | '－' | '–' | '(' | ')' | '（' | '）' | '.' | '\t' => {}
                _ => return Err(NotAPhone),
            }
        }
        let digits = kept.bytes().filter(u8::is_ascii_digit).count();
        if (3..=20).contains(&digits) && !kept.ends_with('#') { Ok(Self(kept.into())) } else { Err(NotAPhone) }
    }

    /// The whole number. Only what the caller's role may see is to reach a screen or a file (A24, L04).
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The last four digits.
    #[must_use]
    pub fn tail(&self) -> &str {
        let main = self.main();
        &main[main.len().saturating_sub(4)..]
    }

    /// `138****2206`; a landline keeps its last four digits only (UI.md 11).
    #[must_use]
    pub fn masked(&self) -> String {
        let main = self.main();
        if main.len() == 11 && main.starts_with('1') {
            format!("{}****{}", &main[..3], self.tail())
        } else {
            format!("****{}", self.tail())
        }
    }

    /// `138 0617 2206`: a mobile number in groups, as it is read aloud; others as they stand.
    #[must_use]
    pub fn spaced(&self) -> String {
        let number = self.reveal();
        if number.len() == 11 && number.starts_with('1') {
            format!("{} {} {}", &number[..3], &number[3..7], &number[7..])
        } else {
            number.to_owned()
        }
    }

    /// Digits without country code and extension, to find one person under two spellings.
    #[must_use]
    pub fn main(&self) -> &str {
        let main = self.0.split('#').next().unwrap_or_default();
        main.strip_prefix("+86").unwrap_or_else(|| main.trim_start_matches('+'))
    }
}

impl TryFrom<String> for Phone {
    type Error = NotAPhone;

    fn try_from(text: String) -> Result<Self, NotAPhone> {
        Self::new(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0.into()
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone(…{})", self.tail())
    }
}

impl JsonSchema for Phone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Phone".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "3 to 20 digits" })
    }
}

/// Hours in which a customer rests and is not to be called (E12), in the office's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RestHours {
    /// From this time of day …
    #[schemars(with = "String")]
    pub from: NaiveTime,
    /// … to this one; earlier than `from` means over midnight.
    #[schemars(with = "String")]
    pub until: NaiveTime,
}

impl RestHours {
    /// Whether a time of day lies inside.
    #[must_use]
    pub fn contain(self, time: NaiveTime) -> bool {
        if self.from <= self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        }
    }
}

/// Membership, as far as it is known.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Member {
    /// Number of the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Line>,
    /// 金卡, 银卡 …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Line>,
}

/// The complainant of one complaint (B08–B11): what was said at intake.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Complainant {
    /// Name.
    pub name: Line,
    /// 先生/女士 (K12).
    pub salutation: Salutation,
    /// Number to call back.
    pub phone: Phone,
    /// Company or organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Line>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Line>,
    /// Region (A04).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Line>,
    /// A member must be called back (E13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<Member>,
    /// 联系偏好, e.g. 可加微信.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preference: Option<Line>,
    /// When not to call (E12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rests: Option<RestHours>,
}

impl Complainant {
    /// See [`surname`].
    #[must_use]
    pub fn surname(&self) -> &str {
        surname(&self.name)
    }

    /// Whether both are one customer, as far as the number tells.
    #[must_use]
    pub fn same_phone(&self, other: &Phone) -> bool {
        self.phone.main() == other.main()
    }
}

/// What a list may show of a name beside 先生/女士: the first character of a Chinese name, of two where the surname has
/// two, the last word of another.
#[must_use]
pub fn surname(name: &str) -> &str {
    let double = DOUBLE_SURNAMES.iter().find(|it| name.starts_with(**it) && it.len() < name.len());
    match (double, name.chars().next()) {
        (Some(double), _) => &name[..double.len()],
        (None, Some(first)) if first.is_ascii() => name.split_whitespace().last().unwrap_or(name),
        (None, Some(first)) => &name[..first.len_utf8()],
        (None, None) => name,
    }
}

/// The surnames of two characters that are common today, in both scripts.
const DOUBLE_SURNAMES: &[&str] = &[
    "欧阳", "歐陽", "上官", "司马", "司馬", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫",
    "慕容", "令狐", "司徒", "夏侯", "端木", "南宫", "南宮", "轩辕", "軒轅", "宇文", "长孙", "長孫", "独孤", "獨孤",
    "呼延",
];

impl fmt::Debug for Complainant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Complainant")
            .field("phone", &self.phone)
            .field("member", &self.member.is_some())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Member")
    }
}

#[cfg(test)]
mod phone_tests {
    use super::*;

    #[track_caller]
    fn check(given: &str, whole: Option<&str>, masked: &str) {
        let phone = Phone::new(given);
        assert_eq!(phone.as_ref().ok().map(Phone::reveal), whole, "{given}");
        assert_eq!(phone.map(|it| it.masked()).unwrap_or_default(), masked, "{given}");
    }

    #[test]
    fn a_phone_is_read_as_people_write_it() {
        check("138 0617 2206", Some("13806172206"), "138****2206");
        check("+86-138-0617-2206", Some("+8613806172206"), "138****2206");
        check("（0512）6512 3456 转 8", Some("051265123456#8"), "****3456");
        check("１３８０６１７２２０６", Some("13806172206"), "138****2206");
        check("12345", Some("12345"), "****2345");
        check("12", None, "");
        check("138abc", None, "");
        check("123#", None, "");
        check("", None, "");
        check("123456789012345678901", None, "");
    }

    #[test]
    fn a_list_shows_the_surname_only() {
        for (name, then) in
            [("王海燕", "王"), ("欧阳修", "欧阳"), ("上官", "上"), ("Anna Berg", "Berg"), ("Berg", "Berg"), ("é", "é")]
        {
            assert_eq!(surname(name), then);
        }
    }

    #[test]
    fn debug_tells_the_tail_only() {
        assert_eq!(format!("{:?}", Phone::new("13806172206").unwrap()), "Phone(…2206)");
    }

    #[test]
    fn rest_hours_may_cross_midnight() {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let night = RestHours { from: at(22), until: at(8) };
        let noon = RestHours { from: at(12), until: at(14) };
        for (rests, hour, inside) in
            [(night, 23, true), (night, 7, true), (night, 8, false), (noon, 12, true), (noon, 14, false)]
        {
            assert_eq!(rests.contain(at(hour)), inside, "{rests:?} {hour}");
        }
    }
}
