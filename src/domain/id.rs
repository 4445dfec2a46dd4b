//! Identifiers. They hold no personal data, so they may stand in keys and logs.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use uuid::Uuid;

macro_rules! number {
    ($($(#[$doc:meta])* $name:ident($of:ty))*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub $of);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

number! {
    /// A person of the office; given once, never reused.
    PersonId(u32)
    /// A department of the office.
    DepartmentId(u32)
    /// A category or subcategory of complaints (B16).
    CategoryId(u32)
    /// A way by which complaints arrive (B01–B04).
    ChannelId(u32)
    /// A customer file: 1, 2, 3 … over all years (H11).
    CustomerId(u32)
    /// A team of people from several departments (A11, A22).
    TeamId(u32)
    /// A work order inside its complaint: 1, 2, 3 … over all rounds (C04).
    OrderNo(u16)
}

impl CustomerId {
    /// `K000123`: how people write it.
    #[must_use]
    pub fn written(self) -> String {
        format!("K{:06}", self.0)
    }

    /// Reads `K000123`, in any width and case, with or without the zeros and a hyphen.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix(['K', 'k', 'Ｋ', 'ｋ'])?.trim_start_matches('-');
        digits.parse().ok().filter(|it| 0 < *it).map(Self)
    }
}

/// The round of a complaint: 1, and one more after each redispatch (F01, X12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Round(pub u8);

impl Round {
    /// The first round.
    pub const FIRST: Self = Self(1);

    /// The round after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The number of a complaint: its day of registration in the office's time and a sequence from 1 (B07, X12).
///
/// It is also the name of the complaint's stream, so that two desks can never give one number twice.
/// Written `20260312-009`; a prefix such as `TS-` belongs to the office's form numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComplaintId {
    day: u32,
    sequence: u32,
}

impl ComplaintId {
    /// The number `sequence` (from 1) of a day.
    #[must_use]
    pub fn new(day: NaiveDate, sequence: u32) -> Self {
        let year = u32::try_from(day.year()).unwrap_or_default();
        Self { day: year * 10_000 + day.month() * 100 + day.day(), sequence }
    }

    /// The day of registration, in the office's time.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        let year = i32::try_from(self.day / 10_000).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, self.day / 100 % 100, self.day % 100).unwrap_or_default()
    }

    /// The place within its day, from 1.
    #[must_use]
    pub const fn sequence(self) -> u32 {
        self.sequence
    }

    /// `0312-009`: how lists show it.
    #[must_use]
    pub fn short(self) -> String {
        format!("{:04}-{:03}", self.day % 10_000, self.sequence)
    }

    /// Day and sequence in one number, in the order of registration.
    #[must_use]
    pub const fn packed(self) -> u64 {
        ((self.day as u64) << 32) | self.sequence as u64
    }

    /// The inverse of [`ComplaintId::packed`]; `None` where the day is no date or the sequence is 0.
    #[must_use]
    pub fn unpacked(packed: u64) -> Option<Self> {
        let day = u32::try_from(packed >> 32).ok()?;
        let sequence = u32::try_from(packed & u64::from(u32::MAX)).ok()?;
        let year = i32::try_from(day / 10_000).ok()?;
        NaiveDate::from_ymd_opt(year, day / 100 % 100, day % 100)?;
        (sequence > 0).then_some(Self { day, sequence })
    }
}

impl fmt::Display for ComplaintId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}-{:03}", self.day, self.sequence)
    }
}

impl fmt::Debug for ComplaintId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ComplaintId({self})")
    }
}

/// A text that names no complaint; the number looks like `TS-20260312-009`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a complaint number: {0:?} (one looks like TS-20260312-009)")]
pub struct NotANumber(pub String);

impl FromStr for ComplaintId {
    type Err = NotANumber;

    /// Reads `20260312-009`, with any prefix and with or without the `-R2` of a slip.
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let wrong = || NotANumber(text.chars().take(40).collect());
        let mut parts = text.trim().split('-').peekable();
        let day = loop {
            let part = parts.next().ok_or_else(wrong)?;
            if part.len() == 8 && part.bytes().all(|it| it.is_ascii_digit()) {
                break part.parse::<u64>().map_err(|_| wrong())?;
            }
        };
        let sequence = parts.next().ok_or_else(wrong)?;
        let rest: Vec<&str> = parts.collect();
        let slip = match rest.as_slice() {
            [] => true,
            [round] => round.strip_prefix(['R', 'r']).is_some_and(|it| it.parse::<u8>().is_ok()),
            _ => false,
        };
        if !slip || !sequence.bytes().all(|it| it.is_ascii_digit()) {
            return Err(wrong());
        }
        let sequence: u32 = sequence.parse().map_err(|_| wrong())?;
        Self::unpacked((day << 32) | u64::from(sequence)).ok_or_else(wrong)
    }
}

impl Serialize for ComplaintId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { to.collect_str(self) } else { to.serialize_u64(self.packed()) }
    }
}

impl<'de> Deserialize<'de> for ComplaintId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            String::deserialize(from)?.parse().map_err(D::Error::custom)
        } else {
            Self::unpacked(u64::deserialize(from)?).ok_or_else(|| D::Error::custom("not a complaint number"))
        }
    }
}

impl JsonSchema for ComplaintId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ComplaintId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{8}-[0-9]{3,}$" })
    }
}

/// One press of a button. A press that arrives twice is written once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct PressId(pub Uuid);

impl fmt::Display for PressId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a fact belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StreamId {
    /// The office: departments, people, categories, limits, calendar, scripts.
    Office,
    /// One complaint.
    Complaint(ComplaintId),
    /// One customer file.
    Customer(CustomerId),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, as_number: Option<&str>) {
        let read = text.parse::<ComplaintId>().ok().map(|it| it.to_string());
        assert_eq!(read.as_deref(), as_number, "{text}");
    }

    #[test]
    fn a_number_is_read_with_and_without_prefix_and_round() {
        reads("TS-20260312-009", Some("20260312-009"));
        reads("20260312-009", Some("20260312-009"));
        reads("TS-20260312-009-R2", Some("20260312-009"));
        reads("A-B-20260312-1234", Some("20260312-1234"));
        reads("TS-20260230-001", None);
        reads("TS-20260312-000", None);
        reads("TS-20260312-009-X", None);
        reads("TS-20260312", None);
        reads("20260312-+9", None);
        reads("", None);
        reads("投诉", None);
    }

    #[test]
    fn a_file_number_is_read_as_people_write_it() {
        for (text, then) in
            [("K000123", Some(123)), ("k-7", Some(7)), ("Ｋ7", Some(7)), ("K0", None), ("7", None), ("Kx", None)]
        {
            assert_eq!(CustomerId::read(text), then.map(CustomerId), "{text}");
        }
        assert_eq!(CustomerId::read(&CustomerId(42).written()), Some(CustomerId(42)));
    }

    #[test]
    fn a_packed_number_keeps_the_order_of_registration() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap_or_default();
        let earlier = ComplaintId::new(day, 999);
        let later = ComplaintId::new(day.succ_opt().unwrap_or_default(), 1);
        assert!(earlier.packed() < later.packed());
        assert_eq!(ComplaintId::unpacked(later.packed()), Some(later));
        assert_eq!(earlier.short(), "0312-999");
        assert_eq!(earlier.day(), day);
    }
}
