//! Words with placeholders: `{customer}` stands for a value, `{{` and `}}` for a brace.

use std::fmt;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::script::Step;

macro_rules! placeholders {
    ($($(#[$doc:meta])* $name:ident = $field:ident),+ $(,)?) => {
        /// What the words of a script may ask for (K12).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Placeholder { $($(#[$doc])* $name),+ }

        impl Placeholder {
            /// Every one, in the order of the settings page.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// How it is written between braces.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => stringify!($field)),+ }
            }
        }

        /// What is known when a script is read. `Debug` tells only what is there.
        #[derive(Clone, PartialEq, Eq, Default)]
        pub struct Values { $($(#[$doc])* pub $field: Option<String>),+ }

        impl Values {
            /// The value of a placeholder; blank counts as missing.
            #[must_use]
            pub fn get(&self, placeholder: Placeholder) -> Option<&str> {
                let value = match placeholder { $(Placeholder::$name => &self.$field),+ };
                value.as_deref().map(str::trim).filter(|it| !it.is_empty())
            }
        }
    };
}

placeholders! {
    /// The company's name.
    Company = company,
    /// Who calls: own name (K02).
    Agent = agent,
    /// Who is called, with 先生 or 女士.
    Customer = customer,
    /// The day of the complaint or the service.
    Time = time,
    /// The service or product.
    Service = service,
    /// What was done for the customer.
    Result = result,
    /// The wish at the end (开车愉快 …).
    Blessing = blessing,
}

impl fmt::Debug for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = Placeholder::ALL.iter().filter(|it| self.get(**it).is_some());
        f.debug_set().entries(there.map(|it| it.word())).finish()
    }
}

/// A part of a filled line, so that the screen can tint what was filled in.
#[derive(Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of the script.
    Words(String),
    /// A value.
    Filled(Placeholder, String),
    /// The value is not known: the screen names what is missing.
    Missing(Placeholder),
    /// Something between braces that is no placeholder: the screen says so.
    Unknown(String),
}

impl fmt::Debug for Piece {
    /// A value may be a customer's name: only its length is told.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => write!(f, "Words({words:?})"),
            Self::Filled(what, value) => write!(f, "Filled({what:?}, {} characters)", value.chars().count()),
            Self::Missing(what) => write!(f, "Missing({what:?})"),
            Self::Unknown(name) => write!(f, "Unknown({name:?})"),
        }
    }
}

/// A mistake in words with placeholders.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateProblem {
    /// No placeholder has that name.
    #[error("there is no placeholder {{{name}}}")]
    Unknown {
        /// What stands between the braces.
        name: String,
        /// What was probably meant.
        meant: Option<Placeholder>,
    },
    /// A brace that is never closed.
    #[error("a brace is opened and never closed")]
    Unclosed,
    /// A brace that was never opened.
    #[error("a brace is closed that was never opened")]
    Unopened,
    /// ｛ or ｝ instead of { or }.
    #[error("full-width braces are only words; type {{ and }}")]
    FullWidth,
}

/// Fills the first saying of a step.
#[must_use]
pub fn fill(step: &Step, values: &Values) -> Vec<Piece> {
    fill_words(&step.words, values)
}

/// Fills words. Neighbouring words are one piece; nothing between braces is ever shown as it stands.
#[must_use]
pub fn fill_words(words: &str, values: &Values) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for token in tokens(words) {
        let piece = match token.what {
            What::Words(text) => match pieces.last_mut() {
                Some(Piece::Words(before)) => {
                    before.push_str(text);
                    continue;
                }
                Some(Piece::Filled(..) | Piece::Missing(_) | Piece::Unknown(_)) | None => Piece::Words(text.to_owned()),
            },
            What::Placeholder(name) => match named(name) {
                None => Piece::Unknown(name.to_owned()),
                Some(it) => values.get(it).map_or(Piece::Missing(it), |value| Piece::Filled(it, value.to_owned())),
            },
            What::Stray(TemplateProblem::FullWidth) => Piece::Words(words[token.range].to_owned()),
            What::Stray(_) => Piece::Unknown(words[token.range].to_owned()),
        };
        pieces.push(piece);
    }
    pieces
}

/// The mistakes in words, with their place in bytes; none: the words are fine.
#[must_use]
pub fn check_words(words: &str) -> Vec<(Range<usize>, TemplateProblem)> {
    let problem = |token: Token<'_>| match token.what {
        What::Words(_) => None,
        What::Placeholder(name) if named(name).is_some() => None,
        What::Placeholder(name) => {
            Some((token.range, TemplateProblem::Unknown { name: name.to_owned(), meant: nearest(name) }))
        }
        What::Stray(problem) => Some((token.range, problem)),
    };
    tokens(words).into_iter().filter_map(problem).collect()
}

struct Token<'a> {
    range: Range<usize>,
    what: What<'a>,
}

enum What<'a> {
    Words(&'a str),
    Placeholder(&'a str),
    Stray(TemplateProblem),
}

fn tokens(words: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|it| !it.is_empty()) {
        let brace = rest.find(['{', '}', '｛', '｝']);
        let (length, what) = match brace {
            None => (rest.len(), What::Words(rest)),
            Some(place) if 0 < place => (place, What::Words(&rest[..place])),
            Some(_) if rest.starts_with("{{") || rest.starts_with("}}") => (2, What::Words(&rest[..1])),
            Some(_) if rest.starts_with('}') => (1, What::Stray(TemplateProblem::Unopened)),
            Some(_) if rest.starts_with(['｛', '｝']) => ('｛'.len_utf8(), What::Stray(TemplateProblem::FullWidth)),
            Some(_) => match rest[1..].find(['{', '}']).map(|it| it + 1) {
                Some(end) if rest[end..].starts_with('}') => (end + 1, What::Placeholder(&rest[1..end])),
                Some(end) => (end, What::Stray(TemplateProblem::Unclosed)),
                None => (rest.len(), What::Stray(TemplateProblem::Unclosed)),
            },
        };
        tokens.push(Token { range: at..at + length, what });
        at += length;
    }
    tokens
}

fn named(name: &str) -> Option<Placeholder> {
    Placeholder::ALL.iter().copied().find(|it| it.word() == name)
}

/// The placeholder that differs least, when it differs little.
fn nearest(name: &str) -> Option<Placeholder> {
    let name = name.trim().to_lowercase();
    let distances = Placeholder::ALL.iter().map(|it| (distance(&name, it.word()), *it));
    distances.min().filter(|(distance, it)| *distance <= it.word().len() / 3).map(|(_, it)| it)
}

/// How many letters must be added, dropped or changed.
fn distance(one: &str, two: &str) -> usize {
    let two: Vec<char> = two.chars().collect();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (above, a) in one.chars().enumerate() {
        let mut corner = above;
        let mut left = above + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(&two) {
            let changed = corner + usize::from(a != *b);
            corner = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = above + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values() -> Values {
        Values {
            customer: Some("吴先生".into()),
            company: Some("恒川电器".into()),
            time: Some(" ".into()),
            ..Values::default()
        }
    }

    #[track_caller]
    fn check(given: &str, then: &[Piece]) {
        assert_eq!(fill_words(given, &values()), then, "{given}");
    }

    fn words(text: &str) -> Piece {
        Piece::Words(text.to_owned())
    }

    #[test]
    fn a_line_is_filled_piece_by_piece() {
        let (who, company) = (Piece::Filled(Placeholder::Customer, "吴先生".into()), Placeholder::Company);
        let company = Piece::Filled(company, "恒川电器".into());
        check("您好，我是{company}的客服。", &[words("您好，我是"), company, words("的客服。")]);
        check("{customer}", &[who]);
        check("{{customer}}", &[words("{customer}")]);
        check("", &[]);
    }

    #[test]
    fn what_is_missing_or_unknown_is_told_and_never_said_as_it_stands() {
        check("{agent}您好", &[Piece::Missing(Placeholder::Agent), words("您好")]);
        check("在{time}", &[words("在"), Piece::Missing(Placeholder::Time)]);
        check("{costumer}好", &[Piece::Unknown("costumer".into()), words("好")]);
        check("好{customer", &[words("好"), Piece::Unknown("{customer".into())]);
        check("好}", &[words("好"), Piece::Unknown("}".into())]);
    }

    #[track_caller]
    fn wrong(given: &str, then: &[(&str, TemplateProblem)]) {
        let found = check_words(given);
        let found: Vec<(&str, TemplateProblem)> = found.into_iter().map(|(range, it)| (&given[range], it)).collect();
        assert_eq!(found, then, "{given}");
    }

    #[test]
    fn mistakes_are_told_with_their_place_and_what_was_meant() {
        let unknown = |name: &str, meant| TemplateProblem::Unknown { name: name.to_owned(), meant };
        wrong("您好{customer}，{{不}}", &[]);
        wrong("{costumer}", &[("{costumer}", unknown("costumer", Some(Placeholder::Customer)))]);
        wrong("{Company }", &[("{Company }", unknown("Company ", Some(Placeholder::Company)))]);
        wrong("{服务}和{}", &[("{服务}", unknown("服务", None)), ("{}", unknown("", None))]);
        wrong("{time，{agent}", &[("{time，", TemplateProblem::Unclosed)]);
        wrong("祝您}！", &[("}", TemplateProblem::Unopened)]);
        wrong("｛time｝", &[("｛", TemplateProblem::FullWidth), ("｝", TemplateProblem::FullWidth)]);
    }

    #[test]
    fn debug_tells_no_name() {
        let told = format!("{:?} {:?}", values(), fill_words("{customer}", &values()));
        assert_eq!(told, r#"{"company", "customer"} [Filled(Customer, 3 characters)]"#);
    }

    proptest! {
        #[test]
        fn any_words_are_cut_without_loss(given in "[{}｛ab客{}]{0,12}|(\\{(time|agent|x)\\}|您好){0,6}") {
            let tokens = tokens(&given);
            let whole: String = tokens.iter().map(|it| &given[it.range.clone()]).collect();
            prop_assert_eq!(&whole, &given);
            let fine = check_words(&given).is_empty();
            let told = fill_words(&given, &values()).iter().any(|it| matches!(it, Piece::Unknown(_)));
            prop_assert!(!fine || !told, "what passes the check has nothing unknown");
        }
    }
}
