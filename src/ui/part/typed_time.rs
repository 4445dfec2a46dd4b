//! Instants as people type them: `2026-03-11 16:30`, `11.21 9:30`, `3月11日`, `今天 15:30`, `15:30`, `+2`, `+30分`, `+1天`.

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use crate::i18n::Texts;

/// What is meant where a part of the instant is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// It has happened: the last such day or time; a day alone begins at midnight.
    Past,
    /// It will happen: the next such day or time; a day alone ends with work.
    Future,
}

/// A day that somebody promises ends at this hour where none is said.
const END_OF_WORK: u32 = 18;

/// Reads an instant by the office's wall clock; `None`: it cannot be understood.
#[must_use]
pub fn read(texts: &Texts, typed: &str, now: NaiveDateTime, lean: Lean) -> Option<NaiveDateTime> {
    let typed = narrow(typed);
    let typed = typed.trim();
    if let Some(span) = typed.strip_prefix('+') {
        return now.checked_add_signed(length(span)?);
    }
    if let Some(span) = typed.strip_prefix('-') {
        return now.checked_sub_signed(length(span)?);
    }
    if let Some(time) = time(typed) {
        let at = now.date().and_time(time);
        return match lean {
            Lean::Past if now < at => Some(now.date().checked_sub_days(Days::new(1))?.and_time(time)),
            Lean::Future if at < now => Some(now.date().checked_add_days(Days::new(1))?.and_time(time)),
            Lean::Past | Lean::Future => Some(at),
        };
    }
    let (day, rest) = day(texts, typed, now.date(), lean)?;
    let rest = rest.trim_start_matches([' ', 't', ',']);
    if !rest.is_empty() {
        return Some(day.and_time(time(rest)?));
    }
    match lean {
        Lean::Past => day.and_hms_opt(0, 0, 0),
        Lean::Future => day.and_hms_opt(END_OF_WORK, 0, 0),
    }
}

/// Lower case, half width, one way to write colons and blanks.
fn narrow(typed: &str) -> String {
    let narrow = |it: char| match it {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
        '\u{2212}' => '-',
        other => other.to_ascii_lowercase(),
    };
    typed.chars().map(narrow).collect()
}

/// `2` and `2h` are hours, `30m` and `30分` minutes, `1d` and `1天` days.
fn length(span: &str) -> Option<Duration> {
    let span = span.trim();
    let digits = span.len() - span.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.').len();
    let (amount, unit) = span.split_at(digits);
    let amount: f64 = amount.parse().ok()?;
    let minutes = match unit.trim().chars().next() {
        None | Some('h' | '\u{5c0f}' | '\u{65f6}' | '\u{6642}') => 60.0,
        Some('m' | '\u{5206}') => 1.0,
        Some('d' | '\u{5929}' | '\u{65e5}') => 24.0 * 60.0,
        Some(_) => return None,
    };
    let minutes = (amount * minutes).round();
    if !(0.0..=366.0 * 24.0 * 60.0).contains(&minutes) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and the minutes of a year")]
    Some(Duration::minutes(minutes as i64))
}

/// `16:30`, `9:5`, `16点`, `16点30`, `16.30` is a day.
fn time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim().trim_end_matches('\u{5206}');
    let (hour, minute) = typed.split_once([':', '\u{70b9}', '\u{9ede}'])?;
    let minute = minute.trim();
    let minute = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    NaiveTime::from_hms_opt(hour.trim().parse().ok()?, minute, 0)
}

/// The day at the beginning, and what follows it.
fn day<'a>(texts: &Texts, typed: &'a str, today: NaiveDate, lean: Lean) -> Option<(NaiveDate, &'a str)> {
    let words = [
        (texts.today(), Some(today)),
        (texts.yesterday(), today.checked_sub_days(Days::new(1))),
        (texts.tomorrow(), today.checked_add_days(Days::new(1))),
    ];
    for (word, day) in words {
        if let Some(rest) = typed.strip_prefix(word.to_lowercase().as_str()) {
            return Some((day?, rest));
        }
    }
    let is_part =
        |it: char| it.is_ascii_digit() || matches!(it, '-' | '/' | '.' | '\u{5e74}' | '\u{6708}' | '\u{65e5}');
    let end = typed.find(|it: char| !is_part(it)).unwrap_or(typed.len());
    let (day, rest) = typed.split_at(end);
    let numbers = day
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| !it.is_empty())
        .map(str::parse::<u32>)
        .collect::<Result<Vec<_>, _>>()
        .ok()?;
    let day = match numbers[..] {
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?,
        [month, day] => nearest(today, (month, day), lean)?,
        _ => return None,
    };
    Some((day, rest))
}

/// The last or next day of that name.
fn nearest(today: NaiveDate, (month, day): (u32, u32), lean: Lean) -> Option<NaiveDate> {
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let this = in_year(today.year());
    match lean {
        Lean::Past => this.filter(|it| *it <= today).or_else(|| in_year(today.year() - 1)),
        Lean::Future => this.filter(|it| today <= *it).or_else(|| in_year(today.year() + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[track_caller]
    fn check(typed: &str, lean: Lean, then: Option<&str>) {
        let now = NaiveDateTime::parse_from_str("2026-03-12 10:42", "%Y-%m-%d %H:%M").unwrap();
        let read = read(&Texts::new(Locale::ZhCn), typed, now, lean);
        assert_eq!(read.map(|it| it.format("%Y-%m-%d %H:%M").to_string()).as_deref(), then, "{typed}");
    }

    #[test]
    fn a_whole_instant_is_taken_as_it_stands() {
        for typed in ["2026-03-11 16:30", "2026/3/11 16:30", "2026.3.11　16：30", "2026年3月11日 16:30"] {
            check(typed, Lean::Past, Some("2026-03-11 16:30"));
        }
    }

    #[test]
    fn what_is_left_out_leans_to_the_past_or_the_future() {
        check("11.21 9:30", Lean::Past, Some("2025-11-21 09:30"));
        check("11.21 9:30", Lean::Future, Some("2026-11-21 09:30"));
        check("15:30", Lean::Past, Some("2026-03-11 15:30"));
        check("15:30", Lean::Future, Some("2026-03-12 15:30"));
        check("9点", Lean::Future, Some("2026-03-13 09:00"));
        check("3月11日", Lean::Past, Some("2026-03-11 00:00"));
        check("3-16", Lean::Future, Some("2026-03-16 18:00"));
    }

    #[test]
    fn days_have_names_and_lengths_count_from_now() {
        check("今天 15:30", Lean::Future, Some("2026-03-12 15:30"));
        check("昨天16:30", Lean::Past, Some("2026-03-11 16:30"));
        check("明天", Lean::Future, Some("2026-03-13 18:00"));
        check("+2", Lean::Future, Some("2026-03-12 12:42"));
        check("+30分", Lean::Future, Some("2026-03-12 11:12"));
        check("+1.5h", Lean::Future, Some("2026-03-12 12:12"));
        check("+1天", Lean::Future, Some("2026-03-13 10:42"));
        check("-2", Lean::Past, Some("2026-03-12 08:42"));
    }

    #[test]
    fn nonsense_is_no_instant() {
        for typed in ["", "soon", "25:00", "2026-02-30", "13.40 9:00", "+", "+9999d", "11", "今天 26:00", "3.11 x"] {
            check(typed, Lean::Past, None);
        }
    }
}
