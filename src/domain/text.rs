//! Texts that cannot be empty or endless.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Trimmed text of 1 to `MAX` characters; `MAX` counts characters, not bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(Box<str>);

/// A name, a product, an order number: up to 200 characters.
pub type Line = Text<200>;

/// What somebody wrote: up to 4,000 characters.
pub type Prose = Text<4000>;

/// Why a text was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TextError {
    /// Nothing but blanks.
    #[error("the text is empty")]
    Empty,
    /// More characters than fit.
    #[error("the text has {got} characters; {max} fit")]
    TooLong {
        /// The most that fit.
        max: usize,
        /// How many there were.
        got: usize,
    },
}

impl<const MAX: usize> Text<MAX> {
    /// Takes a text: blanks at both ends go, control characters other than line breaks and tabs go.
    ///
    /// # Errors
    /// Nothing left, or more than `MAX` characters.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let clean: String = text.trim().chars().filter(|it| !it.is_control() || matches!(it, '\n' | '\t')).collect();
        let clean = clean.trim();
        match clean.chars().count() {
            0 => Err(TextError::Empty),
            got if got > MAX => Err(TextError::TooLong { max: MAX, got }),
            _ => Ok(Self(clean.into())),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> Deref for Text<MAX> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(&text)
    }
}

impl<const MAX: usize> TryFrom<&str> for Text<MAX> {
    type Error = TextError;

    fn try_from(text: &str) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0.into()
    }
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<const MAX: usize> fmt::Debug for Text<MAX> {
    /// What somebody wrote may be personal: only its length is told.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

impl<const MAX: usize> JsonSchema for Text<MAX> {
    fn schema_name() -> Cow<'static, str> {
        format!("Text{MAX}").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": MAX })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(given: &str, then: Result<&str, TextError>) {
        let made = Text::<4>::new(given);
        assert_eq!(made.as_ref().map(Text::as_str), then.as_ref().map(|it| *it), "{given:?}");
    }

    #[test]
    fn a_text_is_trimmed_counted_in_characters_and_never_empty() {
        check(" 王海燕 ", Ok("王海燕"));
        check("四个汉字", Ok("四个汉字"));
        check("五个汉字了", Err(TextError::TooLong { max: 4, got: 5 }));
        check(" \n\t", Err(TextError::Empty));
        check("\u{0}\u{7}", Err(TextError::Empty));
        check("a\u{0}b", Ok("ab"));
    }

    #[test]
    fn debug_tells_no_content() {
        assert_eq!(format!("{:?}", Line::new("王海燕")), "Ok(Text(3 characters))");
    }
}
