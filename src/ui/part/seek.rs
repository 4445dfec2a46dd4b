//! The first letters of a row jump to it (UI.md 7): typing on a list goes to the next row that begins so.
//!
//! Where single letters are verbs of a screen only digits are typed: a name would do something on its way.

use chrono::TimeDelta;

use crate::books::pinyin::{Called, called};
use crate::domain::id::{ComplaintId, CustomerId};
use crate::domain::moment::Moment;
use crate::ui::keys::Press;

/// What comes after so long begins anew.
const PAUSE: TimeDelta = TimeDelta::seconds(2);

/// What was typed on a list so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seek {
    typed: String,
    last: Option<Moment>,
}

/// The digit that is typed on a list whose letters are verbs.
#[must_use]
pub fn digit(press: &Press) -> Option<char> {
    press.alone().filter(char::is_ascii_digit)
}

/// The letter or digit that is typed on a list without verbs of one letter.
#[must_use]
pub fn sign(press: &Press) -> Option<char> {
    press.alone().filter(char::is_ascii_alphanumeric)
}

impl Seek {
    /// Which of so many rows is meant, coming from one of them. What follows at once makes the word longer; one sign
    /// again and again goes from row to row that begins with it. `None`: no row begins so.
    pub fn typed(
        &mut self,
        (sign, now): (char, Moment),
        (here, rows): (Option<usize>, usize),
        begins: impl Fn(usize, &str) -> bool,
    ) -> Option<usize> {
        let goes_on = self.last.is_some_and(|it| it <= now && now - it < PAUSE) && !self.typed.is_empty();
        self.last = Some(now);
        let from = |first: usize, word: &str| (0..rows).map(|it| (first + it) % rows).find(|it| begins(*it, word));
        let next = here.map_or(0, |it| it + 1);
        if !goes_on {
            self.typed = sign.to_string();
            return from(next, &self.typed);
        }
        let again = self.typed.chars().all(|it| it == sign);
        self.typed.push(sign);
        let longer = from(here.unwrap_or(0), &self.typed);
        if longer.is_none() && again {
            self.typed = sign.to_string();
            return from(next, &self.typed);
        }
        longer
    }
}

/// Whether the short number of a complaint begins so, the day's number in it, or that without its zeros: `1123-006` is
/// `1123…`, `006` and `6`.
#[must_use]
pub fn numbered(id: ComplaintId, typed: &str) -> bool {
    let short = id.short();
    let (day, sequence) = short.split_once('-').unwrap_or_default();
    format!("{day}{sequence}").starts_with(typed) || begins_without_zeros(sequence, typed)
}

/// Whether the number of a customer's file begins so, with or without its letter and zeros.
#[must_use]
pub fn filed(id: CustomerId, typed: &str) -> bool {
    let written = id.written().to_lowercase();
    let number = written.trim_start_matches('k');
    written.starts_with(typed) || begins_without_zeros(number, typed)
}

/// Whether a number begins so, whatever zeros before it are left out.
fn begins_without_zeros(number: &str, typed: &str) -> bool {
    let zeros = number.len() - number.trim_start_matches('0').len();
    (0..=zeros).any(|from| number[from..].starts_with(typed))
}

/// Whether somebody is called so from the first letter on, or spelled so.
#[must_use]
pub fn named(name: &str, typed: &str) -> bool {
    matches!(called(name, typed), Some(Called::Begins | Called::SpelledFromStart))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> Moment {
        Moment::UNIX_EPOCH + TimeDelta::milliseconds(milliseconds)
    }

    /// Typed at these times on a list, from its first row on: where each sign led.
    #[track_caller]
    fn check(rows: &[&str], typed: &[(char, i64)], led: &[Option<usize>]) {
        let mut seek = Seek::default();
        let mut here = Some(0);
        let found = typed.iter().map(|(sign, when)| {
            let to = seek.typed((*sign, at(*when)), (here, rows.len()), |row, word| named(rows[row], word));
            here = to.or(here);
            to
        });
        assert_eq!(found.collect::<Vec<_>>(), led, "{typed:?}");
    }

    #[test]
    fn typing_goes_to_the_row_that_begins_so() {
        let rows = ["王海燕", "陈思远", "王敏", "程立", "Smith"];
        check(&rows, &[('c', 0)], &[Some(1)]);
        check(&rows, &[('w', 0)], &[Some(2)]);
        check(&rows, &[('w', 0), ('h', 300)], &[Some(2), Some(0)]);
        check(&rows, &[('s', 0), ('m', 200)], &[Some(4), Some(4)]);
        check(&rows, &[('x', 0)], &[None]);
        // One letter again and again, quickly or slowly, goes through all that begin with it.
        check(&rows, &[('c', 0), ('c', 200), ('c', 400)], &[Some(1), Some(3), Some(1)]);
        check(&rows, &[('w', 0), ('w', 5000)], &[Some(2), Some(0)]);
        // After a pause another word begins.
        check(&rows, &[('w', 0), ('c', 2000)], &[Some(2), Some(3)]);
        // What begins nowhere stays where it is.
        check(&rows, &[('w', 0), ('x', 100), ('y', 200)], &[Some(2), None, None]);
        check(&[], &[('w', 0)], &[None]);
    }

    #[test]
    fn a_number_is_typed_with_its_day_or_without() {
        let id = |sequence| ComplaintId::new("2026-11-23".parse().unwrap(), sequence);
        let rows =
            [("1123", true), ("1123006", true), ("006", true), ("6", true), ("06", true), ("123", false), ("7", false)];
        for (typed, found) in rows {
            assert_eq!(numbered(id(6), typed), found, "{typed}");
        }
        for (typed, found) in [("k000123", true), ("000123", true), ("12", true), ("k1", false), ("23", false)] {
            assert_eq!(filed(CustomerId(123), typed), found, "{typed}");
        }
    }
}
