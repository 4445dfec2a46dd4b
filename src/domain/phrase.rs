//! 常用语: words that are written again and again, put in by a short code or from a list (F10).
//!
//! - The words may ask for what scripts ask for (`{customer}`, `{service}` …); `script::fill_words` fills them.
//! - A phrase is content of the office: every change is a fact, and what is retired is kept.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::script::{TemplateProblem, check_words, standard_phrases};

/// The longest code, in characters.
pub const MOST_CODE: usize = 12;
/// The longest name, in characters.
pub const MOST_NAME: usize = 30;
/// The longest words, in characters.
pub const MOST_WORDS: usize = 500;

/// Where a phrase is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhrasePlace {
    /// 投诉内容
    Content,
    /// 客户诉求
    Remedy,
    /// 婉转答复, 当场解决: what the customer is told at the desk (B20, B13).
    Reply,
    /// 汇报 (C06)
    Report,
    /// 联系客户 (D01)
    Contact,
    /// 回单 (D16)
    Slip,
    /// 回访记录 (E06)
    Callback,
}

impl PhrasePlace {
    /// Every one, in the order of the work.
    pub const ALL: &'static [Self] =
        &[Self::Content, Self::Remedy, Self::Reply, Self::Report, Self::Contact, Self::Slip, Self::Callback];
}

/// Words to put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Phrase {
    /// What is typed after a slash: letters and digits, such as `wx`; capitals do not matter.
    pub code: String,
    /// What it is called in the list.
    pub name: String,
    /// Where it is offered.
    pub places: BTreeSet<PhrasePlace>,
    /// The words, with placeholders such as `{customer}`; a brace itself is written twice.
    pub words: String,
    /// In use. What is retired is kept and not offered.
    #[serde(default = "in_use")]
    pub active: bool,
}

/// A phrase that is written down without saying so is in use.
const fn in_use() -> bool {
    true
}

/// What is wrong with a phrase.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PhraseFault {
    /// It has no code.
    #[error("the phrase has no code")]
    NoCode,
    /// The code is no letters and digits, or too long.
    #[error("a code is made of letters and digits, {most} at the most")]
    Code {
        /// How many at the most.
        most: usize,
    },
    /// It has no name.
    #[error("the phrase has no name")]
    NoName,
    /// The name is too long for a list.
    #[error("the name has {got} characters; {most} at the most")]
    NameTooLong {
        /// How many.
        got: usize,
        /// The most.
        most: usize,
    },
    /// It is offered nowhere.
    #[error("the phrase is offered nowhere")]
    Nowhere,
    /// It has no words.
    #[error("the phrase has no words")]
    NoWords,
    /// The words are too long.
    #[error("the words have {got} characters; {most} at the most")]
    WordsTooLong {
        /// How many.
        got: usize,
        /// The most.
        most: usize,
    },
    /// A mistake in the placeholders.
    #[error("{0}")]
    Words(TemplateProblem),
}

impl Phrase {
    /// The standard phrases of a language (`zh-CN`, `zh-TW`, `en`; other tags get the nearest).
    #[must_use]
    pub fn standard(language_tag: &str) -> &'static [Self] {
        standard_phrases(language_tag)
    }

    /// Whether it is offered at a place.
    #[must_use]
    pub fn is_offered(&self, place: PhrasePlace) -> bool {
        self.active && self.places.contains(&place)
    }

    /// Whether a code means it.
    #[must_use]
    pub fn answers(&self, code: &str) -> bool {
        self.code.eq_ignore_ascii_case(code)
    }

    /// What is wrong with it, in the order of its fields; nothing: it can be used.
    #[must_use]
    pub fn check(&self) -> Vec<PhraseFault> {
        let mut faults = Vec::new();
        if self.code.is_empty() {
            faults.push(PhraseFault::NoCode);
        } else if MOST_CODE < self.code.len() || !self.code.bytes().all(|it| it.is_ascii_alphanumeric()) {
            faults.push(PhraseFault::Code { most: MOST_CODE });
        }
        let got = self.name.chars().count();
        if self.name.trim().is_empty() {
            faults.push(PhraseFault::NoName);
        } else if MOST_NAME < got {
            faults.push(PhraseFault::NameTooLong { got, most: MOST_NAME });
        }
        if self.places.is_empty() {
            faults.push(PhraseFault::Nowhere);
        }
        let got = self.words.chars().count();
        if self.words.trim().is_empty() {
            faults.push(PhraseFault::NoWords);
        } else if MOST_WORDS < got {
            faults.push(PhraseFault::WordsTooLong { got, most: MOST_WORDS });
        }
        faults.extend(check_words(&self.words).into_iter().map(|(_, problem)| PhraseFault::Words(problem)));
        faults
    }
}

/// A code that stands right before the caret, with its slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedCode<'a> {
    /// Where the slash stands, in bytes.
    pub start: usize,
    /// The code.
    pub code: &'a str,
}

/// The code that the words before the caret end with: `…/wx`.
///
/// Chinese input methods turn the slash into `／` or `、`, so these count too; but what may be ordinary writing does not:
/// no slash after a Latin letter, a digit or another slash (`km/h`, `1/2`, `https://wx`), and `、` only where nothing is
/// listed before it.
#[must_use]
pub fn typed_code(before: &str) -> Option<TypedCode<'_>> {
    let rest = before.trim_end_matches(|it: char| it.is_ascii_alphanumeric());
    let code = before.get(rest.len()..).filter(|it| !it.is_empty())?;
    let slash = rest.chars().next_back()?;
    let start = rest.len() - slash.len_utf8();
    let previous = rest.get(..start)?.chars().next_back();
    let leads = match slash {
        '/' => !previous.is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, '/' | ':')),
        '／' => true,
        '、' => previous.is_none_or(|it| it.is_whitespace() || matches!(it, '，' | '。' | '；' | '：' | '！' | '？')),
        _ => false,
    };
    leads.then_some(TypedCode { start, code })
}

/// Those whose code another one in use, further up, has already.
pub fn twice(phrases: &[Phrase]) -> impl Iterator<Item = (usize, &Phrase)> {
    let taken = |at: usize, it: &Phrase| {
        let mut above = phrases.iter().take(at);
        above.any(|other| other.active && other.answers(&it.code))
    };
    let active = phrases.iter().enumerate().filter(|(_, it)| it.active && !it.code.is_empty());
    active.filter(move |(at, it)| taken(*at, it))
}

/// What is offered at a place, in the order of the settings.
pub fn offered(phrases: &[Phrase], place: PhrasePlace) -> impl Iterator<Item = &Phrase> {
    phrases.iter().filter(move |it| it.is_offered(place))
}

/// The phrase that a code means at a place.
#[must_use]
pub fn meant<'a>(phrases: &'a [Phrase], place: PhrasePlace, code: &str) -> Option<&'a Phrase> {
    offered(phrases, place).find(|it| it.answers(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::script::Placeholder;

    fn phrase() -> Phrase {
        let places = BTreeSet::from([PhrasePlace::Content]);
        Phrase {
            code: "wx".into(), name: "维修".into(), places, words: "{customer}要求维修。".into(), active: true
        }
    }

    #[track_caller]
    fn wrong(change: impl FnOnce(&mut Phrase), then: &[PhraseFault]) {
        let mut given = phrase();
        change(&mut given);
        assert_eq!(given.check(), then, "{given:?}");
    }

    #[test]
    fn a_phrase_has_a_code_a_name_a_place_and_words() {
        let unknown = |name: &str, meant| PhraseFault::Words(TemplateProblem::Unknown { name: name.into(), meant });
        wrong(|_| (), &[]);
        wrong(|it| it.code = "Wx2".into(), &[]);
        wrong(|it| it.code.clear(), &[PhraseFault::NoCode]);
        for code in ["w x", "维修", "wx!", "/wx", "ｗｘ", "abcdefghijklm", " "] {
            wrong(|it| it.code = code.into(), &[PhraseFault::Code { most: MOST_CODE }]);
        }
        wrong(|it| it.name = " ".into(), &[PhraseFault::NoName]);
        let got = MOST_NAME + 1;
        wrong(|it| it.name = "长".repeat(got), &[PhraseFault::NameTooLong { got, most: MOST_NAME }]);
        wrong(|it| it.places.clear(), &[PhraseFault::Nowhere]);
        wrong(|it| it.words = "\n".into(), &[PhraseFault::NoWords]);
        wrong(|it| it.words = "长".repeat(MOST_WORDS), &[]);
        let got = MOST_WORDS + 1;
        wrong(|it| it.words = "长".repeat(got), &[PhraseFault::WordsTooLong { got, most: MOST_WORDS }]);
        wrong(|it| it.words = "{costumer}好".into(), &[unknown("costumer", Some(Placeholder::Customer))]);
        wrong(|it| it.words = "{}，｛".into(), &[unknown("", None), PhraseFault::Words(TemplateProblem::FullWidth)]);
        wrong(|it| it.words = "{time".into(), &[PhraseFault::Words(TemplateProblem::Unclosed)]);
        let all = [PhraseFault::NoCode, PhraseFault::NoName, PhraseFault::Nowhere, PhraseFault::NoWords];
        let nothing = |it: &mut Phrase| {
            *it = Phrase { code: String::new(), name: String::new(), words: String::new(), ..it.clone() };
            it.places.clear();
        };
        wrong(nothing, &all);
    }

    #[track_caller]
    fn typed(before: &str, then: Option<(&str, &str)>) {
        let found = typed_code(before).map(|it| (&before[..it.start], it.code));
        assert_eq!(found, then, "{before}");
    }

    #[test]
    fn a_code_stands_after_a_slash_and_right_before_the_caret() {
        typed("/wx", Some(("", "wx")));
        typed("客户要求/wx", Some(("客户要求", "wx")));
        typed("the customer asked /wx2", Some(("the customer asked ", "wx2")));
        typed("已核实。\n/WX", Some(("已核实。\n", "WX")));
        typed("客户要求／wx", Some(("客户要求", "wx")));
        typed("、wx", Some(("", "wx")));
        typed("已核实。、wx", Some(("已核实。", "wx")));
        typed("（/wx", Some(("（", "wx")));
    }

    #[test]
    fn ordinary_writing_holds_no_code() {
        for before in ["", "/", "wx", "客户要求wx", "/wx ", "/维修", "/wx维", "80 km/h", "1/2", "and/or", "A/wx"]
        {
            typed(before, None);
        }
        typed("https://wx", None);
        typed("支付宝、wx", None);
        typed("支付宝、 wx", None);
    }

    #[test]
    fn a_phrase_is_found_by_its_code_where_it_is_offered() {
        let retired = Phrase { active: false, code: "old".into(), ..phrase() };
        let all = [phrase(), retired];
        let found = |place, code| meant(&all, place, code).map(|it| it.code.as_str());
        assert_eq!(found(PhrasePlace::Content, "WX"), Some("wx"));
        assert_eq!(found(PhrasePlace::Content, "w"), None);
        assert_eq!(found(PhrasePlace::Content, "old"), None);
        assert_eq!(found(PhrasePlace::Report, "wx"), None);
        assert_eq!(offered(&all, PhrasePlace::Content).count(), 1);
    }

    #[test]
    fn the_standard_phrases_are_sound_and_the_same_in_every_language() {
        let shape = |tag| Phrase::standard(tag).iter().map(|it| &it.places).collect::<Vec<_>>();
        let original = shape("zh-CN");
        for tag in ["zh-CN", "zh-TW", "en"] {
            assert_eq!(shape(tag), original, "{tag}");
            let codes: BTreeSet<_> = Phrase::standard(tag).iter().map(|it| it.code.as_str()).collect();
            assert_eq!(codes.len(), original.len(), "{tag}: every code once");
            for it in Phrase::standard(tag) {
                assert_eq!(it.check(), [], "{tag} {}", it.code);
                assert!(it.active);
                assert!(!it.words.contains('!') && !it.words.contains('！'), "{tag} {}", it.code);
            }
        }
        for place in PhrasePlace::ALL {
            assert!(offered(Phrase::standard("zh-CN"), *place).nth(1).is_some(), "{place:?} has at least two");
        }
    }
}
