//! Dates, times, durations and numbers as UI.md §10 and §14 write them.
//!
//! Everything here takes the office's local time; this layer knows no time zone.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use super::Texts;
use crate::domain::complaint::terms::Money;

/// What stands where a number has no meaning (a rate without a denominator).
pub const NONE: &str = "—";

/// From this much working time on, lateness is told in days.
const A_WORKING_DAY: TimeDelta = TimeDelta::hours(8);

impl Texts {
    /// `1,286`; negative numbers with a real minus.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if number < 0 {
            grouped.push('−');
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A change of a count: `+3`, `−2`, `0`.
    #[must_use]
    pub fn change(&self, change: i64) -> String {
        if change > 0 { format!("+{}", self.number(change)) } else { self.number(change) }
    }

    /// `¥2,600`, with fen only where there are some.
    #[must_use]
    pub fn money(&self, money: Money) -> String {
        let sign = if money.0 < 0 { "−" } else { "" };
        let fen = money.0.unsigned_abs();
        let yuan = self.number(i64::try_from(fen / 100).unwrap_or(i64::MAX));
        match fen % 100 {
            0 => format!("{sign}¥{yuan}"),
            rest => format!("{sign}¥{yuan}.{rest:02}"),
        }
    }

    /// `97.62%`, rounded half up; `—` when there is no whole.
    #[must_use]
    pub fn percent(&self, part: u64, whole: u64) -> String {
        match basis_points(part, whole) {
            Some(points) => format!("{}.{:02}%", points / 100, points % 100),
            None => NONE.to_owned(),
        }
    }

    /// The change of a rate, both as (part, whole): `+1.25 点`; `—` when either has no whole.
    #[must_use]
    pub fn points(&self, before: (u64, u64), after: (u64, u64)) -> String {
        let (Some(before), Some(after)) = (basis_points(before.0, before.1), basis_points(after.0, after.1)) else {
            return NONE.to_owned();
        };
        let change = i128::from(after) - i128::from(before);
        let sign = match change.signum() {
            1 => "+",
            -1 => "−",
            _ => "",
        };
        let size = change.unsigned_abs();
        self.percentage_points(format!("{sign}{}.{:02}", size / 100, size % 100))
    }

    /// `10:42`
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    /// `10:41:58`
    #[must_use]
    pub fn time_to_the_second(&self, time: NaiveTime) -> String {
        time.format("%H:%M:%S").to_string()
    }

    /// A running time: `02:14`, `1:02:14`.
    #[must_use]
    pub fn stopwatch(&self, run: TimeDelta) -> String {
        let seconds = run.num_seconds().max(0);
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes:02}:{seconds:02}") }
    }

    /// `今天`, `昨天`, `明天`, else `03-16`, else (another year) `2025-12-30`.
    #[must_use]
    pub fn day(&self, day: NaiveDate, today: NaiveDate) -> String {
        if day == today {
            self.today().to_owned()
        } else if today.checked_sub_days(Days::new(1)) == Some(day) {
            self.yesterday().to_owned()
        } else if today.checked_add_days(Days::new(1)) == Some(day) {
            self.tomorrow().to_owned()
        } else if day.year() == today.year() {
            day.format("%m-%d").to_string()
        } else {
            self.date(day)
        }
    }

    /// `2026-03-12`
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        day.format("%Y-%m-%d").to_string()
    }

    /// `2026-03-12 10:42`
    #[must_use]
    pub fn date_time(&self, at: NaiveDateTime) -> String {
        at.format("%Y-%m-%d %H:%M").to_string()
    }

    /// `3 月 12 日 周四`
    #[must_use]
    pub fn date_in_words(&self, day: NaiveDate) -> String {
        self.day_month_weekday(day.day(), day.month(), self.weekday(day.weekday()))
    }

    /// `3 月 12 日`
    #[must_use]
    pub fn date_short_words(&self, day: NaiveDate) -> String {
        self.day_month(day.day(), day.month())
    }

    /// `今天 15:30`, `03-16 18:00`
    #[must_use]
    pub fn day_time(&self, at: NaiveDateTime, today: NaiveDate) -> String {
        self.day_at(self.day(at.date(), today), self.time(at.time()))
    }

    /// `10:05` today, else `昨天 10:05`, `03-09 10:05`
    #[must_use]
    pub fn moment(&self, at: NaiveDateTime, today: NaiveDate) -> String {
        if at.date() == today { self.time(at.time()) } else { self.day_time(at, today) }
    }

    /// `2026 年 3 月`
    #[must_use]
    pub fn month(&self, first: NaiveDate) -> String {
        // The year travels as text: numbers are never grouped or rounded on the way.
        self.month_of_year(first.month(), first.year().to_string())
    }

    /// `周四`
    #[must_use]
    pub fn weekday(&self, day: Weekday) -> &str {
        match day {
            Weekday::Mon => self.monday(),
            Weekday::Tue => self.tuesday(),
            Weekday::Wed => self.wednesday(),
            Weekday::Thu => self.thursday(),
            Weekday::Fri => self.friday(),
            Weekday::Sat => self.saturday(),
            Weekday::Sun => self.sunday(),
        }
    }

    /// `45 秒`, `18 分`, `2 小时`, `1 小时 18 分`, from two days on `3 天`.
    #[must_use]
    pub fn span(&self, span: TimeDelta) -> String {
        let minutes = span.num_minutes();
        if minutes < 1 {
            self.span_seconds(span.num_seconds().max(0))
        } else if minutes < 60 {
            self.span_minutes(minutes)
        } else if span.num_hours() >= 48 {
            self.span_days(span.num_days())
        } else if minutes % 60 == 0 {
            self.span_hours(minutes / 60)
        } else {
            self.span_hours_minutes(minutes / 60, minutes % 60)
        }
    }

    /// The size of a file: `812 B`, `340 KB`, `2.4 MB`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "no file is that large")]
    pub fn bytes(&self, bytes: u64) -> String {
        let with = |unit: u64| format!("{:.1}", bytes as f64 / unit as f64);
        let size = |it: String| it.strip_suffix(".0").map_or(it.clone(), str::to_owned);
        match bytes {
            0..1_024 => self.size_bytes(bytes),
            1_024..1_048_576 => self.size_kilobytes(bytes.div_ceil(1_024)),
            _ => self.size_megabytes(size(with(1_048_576))),
        }
    }

    /// What a running clock says before its due time: `剩 13 分`, `剩 5 时 48 分` while due today, else `明天 18:00`,
    /// `03-16 18:00`. `left` is working time; a begun minute counts as one.
    #[must_use]
    pub fn left(&self, left: TimeDelta, due: NaiveDateTime, now: NaiveDateTime) -> String {
        let minutes = (left.num_seconds().max(0) + 59) / 60;
        if minutes < 60 {
            self.left_minutes(minutes)
        } else if due.date() == now.date() {
            self.left_hours(minutes / 60, format!("{:02}", minutes % 60))
        } else {
            self.day_time(due, now.date())
        }
    }

    /// What a running clock says after its due time: `超 7 分`, `超 1 时 20 分`, from a working day on `迟 2 天`.
    /// `over` is working time.
    #[must_use]
    pub fn over(&self, over: TimeDelta, due: NaiveDateTime, now: NaiveDateTime) -> String {
        let minutes = over.num_minutes().max(0);
        if A_WORKING_DAY <= over {
            self.late_days((now.date() - due.date()).num_days().max(1))
        } else if minutes < 60 {
            self.over_minutes(minutes.max(1))
        } else {
            self.over_hours(minutes / 60, minutes % 60)
        }
    }

    /// What a stopped clock says for ever: `按时`, `迟 12 分`, `迟 1 时 5 分`, `迟 2 天`. `late` is working time.
    #[must_use]
    pub fn done(&self, late: TimeDelta) -> String {
        let minutes = late.num_minutes();
        if late <= TimeDelta::zero() {
            self.on_time().to_owned()
        } else if A_WORKING_DAY <= late {
            self.late_days(minutes / A_WORKING_DAY.num_minutes())
        } else if minutes < 60 {
            self.late_minutes(minutes.max(1))
        } else {
            self.late_hours(minutes / 60, minutes % 60)
        }
    }

    /// `甲、乙、丙`
    #[must_use]
    pub fn list(&self, parts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        let mut all = String::new();
        for part in parts {
            if !all.is_empty() {
                all.push_str(self.list_separator());
            }
            all.push_str(part.as_ref());
        }
        all
    }
}

/// Hundredths of a percent, rounded half up.
fn basis_points(part: u64, whole: u64) -> Option<u64> {
    let whole = u128::from(whole);
    (whole > 0).then(|| u64::try_from((u128::from(part) * 20_000 + whole) / (2 * whole)).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn zh() -> Texts {
        Texts::new(Locale::ZhCn)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn numbers_money_and_rates() {
        let texts = zh();
        assert_eq!(texts.number(1_286), "1,286");
        assert_eq!(texts.number(12), "12");
        assert_eq!(texts.number(-1_234_567), "−1,234,567");
        assert_eq!(texts.change(3), "+3");
        assert_eq!(texts.change(-2), "−2");
        assert_eq!(texts.change(0), "0");
        assert_eq!(texts.money(Money::yuan(2_600)), "¥2,600");
        assert_eq!(texts.money(Money(260_050)), "¥2,600.50");
        assert_eq!(texts.percent(41, 42), "97.62%");
        assert_eq!(texts.percent(1, 1), "100.00%");
        assert_eq!(texts.percent(0, 0), "—");
        assert_eq!(texts.points((1, 2), (3, 4)), "+25.00 点");
        assert_eq!(texts.points((3, 4), (1, 2)), "−25.00 点");
        assert_eq!(texts.points((0, 0), (1, 2)), "—");
    }

    #[test]
    fn days_are_near_or_dated() {
        let texts = zh();
        let today = day("2026-03-12");
        assert_eq!(texts.day(day("2026-03-12"), today), "今天");
        assert_eq!(texts.day(day("2026-03-11"), today), "昨天");
        assert_eq!(texts.day(day("2026-03-13"), today), "明天");
        assert_eq!(texts.day(day("2026-03-16"), today), "03-16");
        assert_eq!(texts.day(day("2025-12-30"), today), "2025-12-30");
        assert_eq!(texts.day_time(at("2026-03-13 18:00"), today), "明天 18:00");
        assert_eq!(texts.date_in_words(today), "3 月 12 日 周四");
        assert_eq!(texts.month(day("2026-03-01")), "2026 年 3 月");
        assert_eq!(Texts::new(Locale::En).date_in_words(today), "Thu Mar 12");
        assert_eq!(Texts::new(Locale::En).month(today), "March 2026");
        assert_eq!(Texts::new(Locale::ZhTw).date_in_words(today), "3 月 12 日 週四");
    }

    #[test]
    fn clocks_say_what_is_left_or_over() {
        let texts = zh();
        let now = at("2026-03-12 10:42");
        assert_eq!(texts.left(TimeDelta::minutes(13), at("2026-03-12 10:55"), now), "剩 13 分");
        assert_eq!(texts.left(TimeDelta::seconds(61), at("2026-03-12 10:43"), now), "剩 2 分");
        assert_eq!(texts.left(TimeDelta::minutes(348), at("2026-03-12 18:00"), now), "剩 5 时 48 分");
        assert_eq!(texts.left(TimeDelta::minutes(800), at("2026-03-13 18:00"), now), "明天 18:00");
        assert_eq!(texts.left(TimeDelta::minutes(1_800), at("2026-03-16 18:00"), now), "03-16 18:00");
        assert_eq!(texts.over(TimeDelta::minutes(7), at("2026-03-12 10:35"), now), "超 7 分");
        assert_eq!(texts.over(TimeDelta::minutes(80), at("2026-03-12 09:22"), now), "超 1 时 20 分");
        assert_eq!(texts.over(TimeDelta::hours(13), at("2026-03-10 18:00"), now), "迟 2 天");
        assert_eq!(texts.done(TimeDelta::zero()), "按时");
        assert_eq!(texts.done(TimeDelta::minutes(12)), "迟 12 分");
        assert_eq!(Texts::new(Locale::En).late_days(1), "1 day late");
        assert_eq!(Texts::new(Locale::En).late_days(2), "2 days late");
    }

    #[test]
    fn spans_lists_and_stopwatches() {
        let texts = zh();
        assert_eq!(texts.span(TimeDelta::minutes(78)), "1 小时 18 分");
        assert_eq!(texts.span(TimeDelta::minutes(120)), "2 小时");
        assert_eq!(texts.span(TimeDelta::seconds(45)), "45 秒");
        assert_eq!(texts.span(TimeDelta::days(3)), "3 天");
        assert_eq!(texts.stopwatch(TimeDelta::seconds(134)), "02:14");
        assert_eq!(texts.stopwatch(TimeDelta::seconds(3734)), "1:02:14");
        assert_eq!(texts.list(["甲", "乙"]), "甲、乙");
        assert_eq!(Texts::new(Locale::En).list(["a", "b"]), "a, b");
    }
}
