//! Instants. Stored in UTC; the office's offset belongs to its calendar.

use chrono::{DateTime, Utc};

/// An instant, UTC, kept to the millisecond.
pub type Moment = DateTime<Utc>;

/// Serde for a [`Moment`]: RFC 3339 where people read it, milliseconds since 1970 on disk.
///
/// Use as `#[serde(with = "crate::domain::moment::exact")]`.
pub mod exact {
    use super::{DateTime, Moment, Utc};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(moment: &Moment, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            moment.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true).serialize(to)
        } else {
            moment.timestamp_millis().serialize(to)
        }
    }

    /// # Errors
    /// A text that is no RFC 3339 instant; a number outside the range of dates.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Moment, D::Error> {
        if from.is_human_readable() {
            let text = String::deserialize(from)?;
            DateTime::parse_from_rfc3339(&text).map(|it| it.with_timezone(&Utc)).map_err(Error::custom)
        } else {
            let millis = i64::deserialize(from)?;
            DateTime::from_timestamp_millis(millis).ok_or_else(|| Error::custom("instant out of range"))
        }
    }
}

/// The same for an instant that may be missing; add `default` beside it.
///
/// Use as `#[serde(default, with = "crate::domain::moment::perhaps")]`.
pub mod perhaps {
    use super::Moment;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Exact(#[serde(with = "super::exact")] Moment);

    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(moment: &Option<Moment>, to: S) -> Result<S::Ok, S::Error> {
        moment.map(Exact).serialize(to)
    }

    /// # Errors
    /// As `exact::deserialize`.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Moment>, D::Error> {
        Ok(Option::<Exact>::deserialize(from)?.map(|it| it.0))
    }
}
