//! The six don'ts with the words to avoid (K10), and tips for attitude and voice (K11, K14, E18).

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::script::standard;

/// The six don'ts (K10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Dont {
    /// 不争论；不恶言；不动怒
    Argue,
    /// 不轻易承诺，不失言
    PromiseLightly,
    /// 不推卸责任
    Shirk,
    /// 不提高说话音调
    RaiseVoice,
    /// 杜绝“不行、不知道、不可以”
    RefuseFlatly,
    /// 不怀疑顾客的诚实品格
    Doubt,
}

impl Dont {
    /// Every one, in the order of the rules.
    pub const ALL: &'static [Self] =
        &[Self::Argue, Self::PromiseLightly, Self::Shirk, Self::RaiseVoice, Self::RefuseFlatly, Self::Doubt];
}

/// A don't in words, and the words that break it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// Which.
    pub dont: Dont,
    /// The rule, as it is shown.
    pub words: String,
    /// Words to avoid.
    #[serde(default)]
    pub avoid: Vec<Avoid>,
}

/// A word to avoid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Avoid {
    /// The word.
    pub word: String,
    /// What to say instead.
    pub instead: String,
    /// Longer words in which it does no harm (行不行).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<String>,
}

/// How to speak with customers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Manners {
    /// The six don'ts, in order.
    pub donts: Vec<Rule>,
    /// 态度 (K11, E18).
    pub attitude: Vec<String>,
    /// 声音技巧 (K14).
    pub voice: Vec<String>,
    /// 一个避免，三个必保 (E11–E15).
    pub callback_rules: Vec<String>,
}

/// A word to avoid that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// The word, as the list has it.
    pub word: String,
    /// What to say instead.
    pub instead: String,
    /// The rule that it breaks.
    pub dont: Dont,
}

impl Manners {
    /// The standard manners of a language.
    #[must_use]
    pub fn standard(language_tag: &str) -> &'static Self {
        &standard::content(language_tag).manners
    }

    /// The words to avoid in a text, in order and apart; of two in one place the longer.
    #[must_use]
    pub fn forbidden(&self, text: &str) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for rule in &self.donts {
            for avoid in &rule.avoid {
                let harmless: Vec<Range<usize>> = avoid.except.iter().flat_map(|it| places(text, it)).collect();
                let inside = |it: &Range<usize>| harmless.iter().any(|not| not.start <= it.start && it.end <= not.end);
                let places = places(text, &avoid.word).into_iter().filter(|it| !inside(it));
                found.extend(places.map(|range| {
                    let (word, instead) = (avoid.word.clone(), avoid.instead.clone());
                    Found { range, word, instead, dont: rule.dont }
                }));
            }
        }
        apart(found)
    }
}

/// The words to avoid in a text, whatever its language; suggestions in the given language where both know the word.
#[must_use]
pub fn forbidden(language_tag: &str, text: &str) -> Vec<Found> {
    let own = Manners::standard(language_tag);
    let others = standard::LANGUAGES.iter().map(|it| Manners::standard(it)).filter(|it| *it != own);
    // `apart` keeps the first of equals, so the own language wins.
    apart(std::iter::once(own).chain(others).flat_map(|it| it.forbidden(text)).collect())
}

/// Sorts by place and drops what overlaps something longer or earlier.
fn apart(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
    let mut end = 0;
    found.retain(|it| {
        let free = end <= it.range.start;
        if free {
            end = it.range.end;
        }
        free
    });
    found
}

/// Where a word stands: letters of either case, either apostrophe, and a Latin word only as a whole.
fn places(text: &str, word: &str) -> Vec<Range<usize>> {
    let text = text.to_ascii_lowercase();
    let straight = word.to_ascii_lowercase();
    let curly = straight.replace('\'', "’");
    let spellings = if curly == straight { vec![straight] } else { vec![straight, curly] };
    let mut places = Vec::new();
    for spelling in spellings.iter().filter(|it| !it.is_empty()) {
        let letter = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
        let (latin_start, latin_end) = (letter(spelling.chars().next()), letter(spelling.chars().next_back()));
        places.extend(text.match_indices(spelling.as_str()).map(|(at, it)| at..at + it.len()).filter(|it| {
            let before = letter(text[..it.start].chars().next_back());
            let after = letter(text[it.end..].chars().next());
            !(latin_start && before || latin_end && after)
        }));
    }
    places
}
