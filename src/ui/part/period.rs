//! A month, a quarter or a year, and the way to the one before and after (charts, reports).

use chrono::{Datelike, Months, NaiveDate};
use iced::{
    Center,
    widget::{container, row},
};

use crate::{
    i18n::Texts,
    ui::{
        env::Frame,
        icon,
        keys::{Press, Shortcut},
        theme::Element,
        widget::{Part, button, icon_button, segment, strong},
    },
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
}

impl Length {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

/// A period of whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    length: Length,
    first: NaiveDate,
}

impl Period {
    /// The period of this length that holds a day.
    #[must_use]
    pub fn of(length: Length, day: NaiveDate) -> Self {
        let months = length.months();
        let month = day.month0() / months * months + 1;
        // The first of a month that exists.
        let first = NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        Self { length, first }
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

    /// The first day after it.
    #[must_use]
    pub fn end(self) -> NaiveDate {
        self.first.checked_add_months(Months::new(self.length.months())).unwrap_or(NaiveDate::MAX)
    }

    /// The one before.
    #[must_use]
    pub fn previous(self) -> Self {
        let first = self.first.checked_sub_months(Months::new(self.length.months())).unwrap_or(self.first);
        Self { first, ..self }
    }

    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.end(), ..self }
    }

    /// The same time in another length.
    #[must_use]
    pub fn with(self, length: Length) -> Self {
        Self::of(length, self.first)
    }

    /// Its name: 2026 年 3 月.
    #[must_use]
    pub fn name(self, texts: &Texts) -> String {
        let year = self.first.year().to_string();
        match self.length {
            Length::Month => texts.month(self.first),
            Length::Quarter => texts.quarter_of_year(self.first.month0() / 3 + 1, year),
            Length::Year => texts.year_alone(year),
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

    /// 月 季 年 ‹ 2026 年 3 月 › 本期. Periods after the one that holds today are not offered.
    #[must_use]
    pub fn view<'a>(self, env: &Frame<'a>) -> Element<'a, Self> {
        let texts = env.texts;
        let lengths = segment(Length::ALL.map(|it| Part::new(it, name(texts, it))), Some(self.length))
            .on_choose(move |length| self.with(length))
            .compact()
            .quiet();
        let now = Self::of(self.length, env.today());
        let next = (self.first < now.first).then(|| self.next());
        let back = (self != now).then(|| Element::from(button(texts.period_now()).quiet().compact().on_press(now)));
        row![
            Element::from(lengths),
            icon_button(icon::CHEVRON_LEFT, texts.period_previous(), Some(self.previous()), 0),
            container(strong(self.name(texts))).center_x(112),
            icon_button(icon::CHEVRON_RIGHT, texts.period_next(), next, 0),
        ]
        .push(back)
        .spacing(4)
        .align_y(Center)
        .into()
    }
}

fn name(texts: &Texts, length: Length) -> &str {
    match length {
        Length::Month => texts.period_month(),
        Length::Quarter => texts.period_quarter(),
        Length::Year => texts.period_year(),
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
    }

    #[test]
    fn periods_have_names() {
        let texts = Texts::new(Locale::ZhCn);
        assert_eq!(Period::of(Length::Month, day("2026-03-12")).name(&texts), "2026 年 3 月");
        assert_eq!(Period::of(Length::Quarter, day("2026-03-12")).name(&texts), "2026 年第 1 季度");
        assert_eq!(Period::of(Length::Year, day("2026-03-12")).name(&texts), "2026 年");
    }
}
