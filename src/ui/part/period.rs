//! A month, a quarter, a year or any days, and the way to the period before and after (charts).

mod picker;

use chrono::{Datelike, Days, Months, NaiveDate};

pub use self::picker::{End, Message, Picker, Wrong};
use crate::{
    i18n::Texts,
    ui::keys::{Press, Shortcut},
};

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// 月
    Month,
    /// 季
    Quarter,
    /// 年
    Year,
    /// 自定义: from a day to a day.
    Days,
}

impl Length {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Year, Self::Days];

    /// `None`: it is not made of months.
    const fn months(self) -> Option<u32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Year => Some(12),
            Self::Days => None,
        }
    }
}

/// A period of whole months, or any days; never without a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    length: Length,
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// The period of this length that holds a day; of any days the day alone.
    #[must_use]
    pub fn of(length: Length, day: NaiveDate) -> Self {
        let Some(months) = length.months() else { return Self::days(day, day) };
        let month = day.month0() / months * months + 1;
        // The first of a month that exists.
        let first = NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        let end = first.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
        Self { length, first, last: end.pred_opt().unwrap_or(first) }
    }

    /// Any days, the later of the two last.
    #[must_use]
    pub fn days(one: NaiveDate, other: NaiveDate) -> Self {
        Self { length: Length::Days, first: one.min(other), last: one.max(other) }
    }

    /// How long it is.
    #[must_use]
    pub fn length(self) -> Length {
        self.length
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// The first day after it.
    #[must_use]
    pub fn end(self) -> NaiveDate {
        self.last.succ_opt().unwrap_or(NaiveDate::MAX)
    }

    /// So many days.
    fn count(self) -> Days {
        Days::new(u64::try_from((self.last - self.first).num_days() + 1).unwrap_or(1))
    }

    /// The one before: as long, and ending the day before it begins.
    #[must_use]
    pub fn previous(self) -> Self {
        if let Some(months) = self.length.months() {
            return Self::of(self.length, self.first.checked_sub_months(Months::new(months)).unwrap_or(self.first));
        }
        let back = |day: NaiveDate| day.checked_sub_days(self.count()).unwrap_or(day);
        Self::days(back(self.first), back(self.last))
    }

    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.length != Length::Days {
            return Self::of(self.length, self.end());
        }
        let on = |day: NaiveDate| day.checked_add_days(self.count()).unwrap_or(day);
        Self::days(on(self.first), on(self.last))
    }

    /// The same time in another length.
    #[must_use]
    pub fn with(self, length: Length) -> Self {
        match length {
            Length::Month | Length::Quarter | Length::Year => Self::of(length, self.first),
            Length::Days => Self::days(self.first, self.last),
        }
    }

    /// Its name: 2026 年 3 月.
    #[must_use]
    pub fn name(self, texts: &Texts) -> String {
        let year = self.first.year().to_string();
        match self.length {
            Length::Month => texts.month(self.first),
            Length::Quarter => texts.quarter_of_year(self.first.month0() / 3 + 1, year),
            Length::Year => texts.year_alone(year),
            Length::Days if self.first == self.last => self.first.to_string(),
            Length::Days => format!("{} – {}", self.first, self.last),
        }
    }

    /// What ← and → mean where no text field has the focus.
    #[must_use]
    pub fn pressed(self, press: &Press) -> Option<Self> {
        use iced::keyboard::key::Named;
        if press.field() == crate::ui::keys::Field::Took {
            None
        } else if Shortcut::named(Named::ArrowLeft).matches(press) {
            Some(self.previous())
        } else if Shortcut::named(Named::ArrowRight).matches(press) {
            Some(self.next())
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_hold_their_days_and_touch() {
        #[track_caller]
        fn check(length: Length, inside: &str, first: &str, end: &str) {
            let period = Period::of(length, day(inside));
            assert_eq!((period.first(), period.end()), (day(first), day(end)));
            assert_eq!(period.next().previous(), period);
            assert_eq!(period.next().first(), period.end());
        }
        check(Length::Month, "2026-02-28", "2026-02-01", "2026-03-01");
        check(Length::Month, "2025-12-31", "2025-12-01", "2026-01-01");
        check(Length::Quarter, "2026-05-15", "2026-04-01", "2026-07-01");
        check(Length::Year, "2026-05-15", "2026-01-01", "2027-01-01");
        check(Length::Days, "2026-05-15", "2026-05-15", "2026-05-16");
    }

    #[test]
    fn any_days_are_followed_by_as_many() {
        let nine = Period::days(day("2026-03-12"), day("2026-03-04"));
        assert_eq!((nine.first(), nine.last()), (day("2026-03-04"), day("2026-03-12")));
        assert_eq!(nine.previous(), Period::days(day("2026-02-23"), day("2026-03-03")));
        assert_eq!(nine.next().first(), nine.end());
        assert_eq!(nine.with(Length::Month), Period::of(Length::Month, day("2026-03-04")));
        let march = Period::of(Length::Month, day("2026-03-04"));
        assert_eq!(march.with(Length::Days), Period::days(day("2026-03-01"), day("2026-03-31")));
    }

    #[test]
    fn periods_have_names() {
        let texts = Texts::new(Locale::ZhCn);
        assert_eq!(Period::of(Length::Month, day("2026-03-12")).name(&texts), "2026 年 3 月");
        assert_eq!(Period::of(Length::Quarter, day("2026-03-12")).name(&texts), "2026 年第 1 季度");
        assert_eq!(Period::of(Length::Year, day("2026-03-12")).name(&texts), "2026 年");
        let days = Period::days(day("2026-03-01"), day("2026-03-12"));
        assert_eq!(days.name(&texts), "2026-03-01 – 2026-03-12");
    }
}
