//! Hours of a day: shifts, and the hours in which customers are not called.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Minutes of a whole day.
pub const DAY_MINUTES: u16 = 24 * 60;

/// A part of a day, in minutes after local midnight: `from` is inside, `until` (at most 1440) is not.
///
/// `until` before `from` runs past midnight (20:00–09:00); only quiet hours may do that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "(u16, u16)", into = "(u16, u16)")]
pub struct TimeSpan {
    from: u16,
    until: u16,
}

/// One shift of a working day; it does not run past midnight (a night is two shifts).
pub type Shift = TimeSpan;

/// Why hours were not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HoursError {
    /// Not two times of a day; write 09:00-12:00.
    #[error("not hours of a day: {0:?}; write them like 09:00-12:00")]
    NotHours(String),
    /// A span that begins where it ends.
    #[error("the hours begin where they end: give a beginning and an end")]
    Empty,
    /// A shift that runs past midnight; enter it as two.
    #[error("the shift {0} runs past midnight; enter it as two shifts")]
    PastMidnight(TimeSpan),
    /// Two shifts that share some time.
    #[error("the shifts {0} and {1} overlap; let one begin where the other ends")]
    Overlap(TimeSpan, TimeSpan),
    /// No shift on any day: nothing could ever become due.
    #[error("the week has no working time; enter at least one shift")]
    NoWorkingTime,
    /// Quiet hours that leave no time to call anybody.
    #[error("the quiet hours cover the whole day; leave some time for calls")]
    NeverCallable,
}

impl TimeSpan {
    /// A part of a day, in minutes after midnight.
    ///
    /// # Errors
    /// A time beyond 24:00, or a span without length.
    pub fn new(from: u16, until: u16) -> Result<Self, HoursError> {
        if from >= DAY_MINUTES || until > DAY_MINUTES {
            return Err(HoursError::NotHours(format!("{from}-{until}")));
        }
        if from == until {
            return Err(HoursError::Empty);
        }
        Ok(Self { from, until })
    }

    /// From hour and minute to hour and minute; known to be right where it is written.
    pub(super) const fn hm(from: (u16, u16), until: (u16, u16)) -> Self {
        Self { from: from.0 * 60 + from.1, until: until.0 * 60 + until.1 }
    }

    /// The first minute, after midnight.
    #[must_use]
    pub const fn from(self) -> u16 {
        self.from
    }

    /// The minute at which it is over, after midnight; before [`TimeSpan::from`] when it runs past midnight.
    #[must_use]
    pub const fn until(self) -> u16 {
        self.until
    }

    /// Whether it runs past midnight.
    #[must_use]
    pub const fn is_overnight(self) -> bool {
        self.until < self.from
    }

    /// Whether a second of the day lies inside.
    #[must_use]
    pub const fn contains(self, second: u32) -> bool {
        let (from, until) = (self.from as u32 * 60, self.until as u32 * 60);
        if self.is_overnight() { from <= second || second < until } else { from <= second && second < until }
    }
}

/// Checks the shifts of one day and puts them in order.
pub(super) fn in_order(mut shifts: Vec<TimeSpan>) -> Result<Vec<TimeSpan>, HoursError> {
    if let Some(shift) = shifts.iter().find(|it| it.is_overnight()) {
        return Err(HoursError::PastMidnight(*shift));
    }
    shifts.sort_unstable();
    for (earlier, later) in shifts.iter().zip(shifts.iter().skip(1)) {
        if later.from < earlier.until {
            return Err(HoursError::Overlap(*earlier, *later));
        }
    }
    Ok(shifts)
}

impl TryFrom<(u16, u16)> for TimeSpan {
    type Error = HoursError;

    fn try_from((from, until): (u16, u16)) -> Result<Self, HoursError> {
        Self::new(from, until)
    }
}

impl From<TimeSpan> for (u16, u16) {
    fn from(span: TimeSpan) -> Self {
        (span.from, span.until)
    }
}

impl fmt::Display for TimeSpan {
    /// `09:00–12:00`, the same in every language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, until) = (self.from, self.until);
        write!(f, "{:02}:{:02}–{:02}:{:02}", from / 60, from % 60, until / 60, until % 60)
    }
}

impl FromStr for TimeSpan {
    type Err = HoursError;

    /// Reads `9:00-12:00` with any dash, full-width colons and blanks, as people type it.
    fn from_str(text: &str) -> Result<Self, HoursError> {
        let wrong = || HoursError::NotHours(text.chars().take(40).collect());
        let minute = |part: &str| {
            let (hour, minute) = part.trim().split_once([':', '：'])?;
            let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
            (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
        };
        let (from, until) = text.split_once(['-', '–', '—', '~', '～', '至']).ok_or_else(wrong)?;
        Self::new(minute(from).ok_or_else(wrong)?, minute(until).ok_or_else(wrong)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, then: Result<&str, HoursError>) {
        let read = typed.parse::<TimeSpan>().map(|it| it.to_string());
        assert_eq!(read, then.map(ToOwned::to_owned), "{typed}");
    }

    #[test]
    fn hours_are_read_as_people_type_them() {
        check("9:00-12:00", Ok("09:00–12:00"));
        check(" 13：30 – 18：00 ", Ok("13:30–18:00"));
        check("20:00至9:00", Ok("20:00–09:00"));
        check("18:00-24:00", Ok("18:00–24:00"));
        check("9:00", Err(HoursError::NotHours("9:00".into())));
        check("9:60-10:00", Err(HoursError::NotHours("9:60-10:00".into())));
        check("24:00-25:00", Err(HoursError::NotHours("24:00-25:00".into())));
        check("9:00-9:00", Err(HoursError::Empty));
    }

    #[test]
    fn shifts_are_put_in_order_and_may_touch_but_not_overlap() {
        let (morning, noon) = (TimeSpan::hm((9, 0), (12, 0)), TimeSpan::hm((12, 0), (13, 0)));
        let long = TimeSpan::hm((8, 0), (12, 30));
        assert_eq!(in_order(vec![noon, morning]), Ok(vec![morning, noon]));
        assert_eq!(in_order(vec![noon, long]), Err(HoursError::Overlap(long, noon)));
        let night = TimeSpan::hm((22, 0), (6, 0));
        assert_eq!(in_order(vec![night]), Err(HoursError::PastMidnight(night)));
    }
}
