//! The life of a month's report: submitted, then filed or sent back (I01, A07).
//!
//! A filed version is never changed: a correction is the next version, and the old one stays.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::PersonId;
use crate::domain::moment::{Moment, exact};
use crate::domain::month::Month;
use crate::domain::office::forms::Forms;
use crate::domain::record::Position;
use crate::domain::text::Prose;

/// The checksum of a report's numbers: 8 to 128 hexadecimal digits, kept in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Checksum(Box<str>);

/// A text that is no checksum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a checksum has 8 to 128 hexadecimal digits")]
pub struct NotAChecksum;

impl Checksum {
    /// Takes a text of hexadecimal digits.
    ///
    /// # Errors
    /// Anything else than 8 to 128 hexadecimal digits.
    pub fn new(text: &str) -> Result<Self, NotAChecksum> {
        let fits = (8..=128).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_hexdigit());
        if fits { Ok(Self(text.to_ascii_lowercase().into())) } else { Err(NotAChecksum) }
    }

    /// `3F9A 77C2`: how people compare it.
    #[must_use]
    pub fn short(&self) -> String {
        let (first, rest) = self.0.split_at(4);
        let (second, _) = rest.split_at(4);
        format!("{first} {second}").to_ascii_uppercase()
    }
}

impl Deref for Checksum {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<String> for Checksum {
    type Error = NotAChecksum;

    fn try_from(text: String) -> Result<Self, NotAChecksum> {
        Self::new(&text)
    }
}

impl From<Checksum> for String {
    fn from(checksum: Checksum) -> Self {
        checksum.0.into()
    }
}

impl JsonSchema for Checksum {
    fn schema_name() -> Cow<'static, str> {
        "Checksum".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9A-Fa-f]{8,128}$" })
    }
}

/// Who said what about a report, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Who.
    pub by: PersonId,
    /// When.
    #[serde(with = "exact")]
    pub at: Moment,
    /// 批示, correction, reason.
    #[serde(default)]
    pub note: Option<Prose>,
}

/// Where a report stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// 待主管审批
    Waiting,
    /// 已备案
    Filed(Verdict),
    /// 退回
    SentBack(Verdict),
}

/// One version of a month's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthReport {
    /// Which month.
    pub month: Month,
    /// From 1; a correction of a filed report is the next one.
    pub version: u16,
    /// Of its numbers.
    pub checksum: Checksum,
    /// The log position that its numbers were computed at.
    pub position: Position,
    /// Who submitted it, when, with which words.
    pub submitted: Verdict,
    /// Waiting, filed or sent back.
    pub state: ReportState,
}

impl MonthReport {
    /// `YB-202602-V1` (FORMS.md 4.1).
    #[must_use]
    pub fn number(&self, forms: &Forms) -> String {
        number(forms, self.month, self.version)
    }

    /// Waits for the supervisor.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        matches!(self.state, ReportState::Waiting)
    }

    /// Filed for good.
    #[must_use]
    pub const fn is_filed(&self) -> bool {
        matches!(self.state, ReportState::Filed(_))
    }
}

/// `YB-202602-V1`: the number that a version of a month's report has or would get.
#[must_use]
pub fn number(forms: &Forms, month: Month, version: u16) -> String {
    format!("{}{}-V{version}", forms.report_prefix, month.compact())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_hexadecimal_and_shown_in_two_groups() {
        assert_eq!(Checksum::new("3f9A77c2aa00").map(|it| it.short()), Ok("3F9A 77C2".to_owned()));
        assert_eq!(Checksum::new("3f9a77c"), Err(NotAChecksum));
        assert_eq!(Checksum::new("3f9a77cg"), Err(NotAChecksum));
        assert_eq!(Checksum::new("校验码校验码校"), Err(NotAChecksum));
    }

    #[test]
    fn a_report_is_numbered_by_month_and_version() {
        let month: Month = "2026-02".parse().unwrap();
        assert_eq!(number(&Forms::default(), month, 2), "YB-202602-V2");
    }
}
