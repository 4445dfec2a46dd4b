//! One cell: what it says, which number it is, how that number comes about.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::complaint::terms::Money;
use crate::i18n::Texts;
use crate::report::figures::{Change, Mean, Rate, Value};

/// The number behind a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// Pieces.
    Integer(i64),
    /// A part of a whole: 0.9126 for 91.26%.
    Percent(f64),
    /// A change in pieces, shown with its sign.
    Change(i64),
    /// A change in percent, shown with its sign: 0.2222 for +22.22%.
    ChangePercent(f64),
    /// A change of a rate in points, shown with its sign.
    Points(f64),
    /// Yuan.
    Yuan(f64),
    /// Hours, to a tenth.
    Hours(f64),
    /// A day.
    Day(NaiveDate),
    /// An instant in the office's time.
    Instant(NaiveDateTime),
}

/// How a number comes about within its table; columns are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// The sum of the body rows above, in this column.
    SumOfBody,
    /// The sum of the last so many rows above, in this column (小计).
    SumOfLast(u32),
    /// The sum of these columns of this row.
    SumOf(Vec<u16>),
    /// A column of this row over the sum of others: a rate.
    Ratio {
        /// Numerator.
        part: u16,
        /// Columns that add up to the denominator.
        whole: Vec<u16>,
    },
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What is read in it.
    pub text: String,
    /// The number it is.
    pub number: Option<Number>,
    /// How that number comes about.
    pub formula: Option<Formula>,
    /// Over so many columns.
    pub columns: u16,
    /// Over so many rows.
    pub rows: u16,
    /// A label: grey and bold, as in a single-case form.
    pub label: bool,
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), number: None, formula: None, columns: 1, rows: 1, label: false }
    }

    /// A label.
    #[must_use]
    pub fn label(text: impl Into<String>) -> Self {
        Self { label: true, ..Self::text(text) }
    }

    /// Nothing.
    #[must_use]
    pub fn blank() -> Self {
        Self::text("")
    }

    /// Lies under a cell that spans it.
    #[must_use]
    pub fn covered() -> Self {
        Self { columns: 0, rows: 0, ..Self::blank() }
    }

    /// Whether a spanning cell lies over it.
    #[must_use]
    pub const fn is_covered(&self) -> bool {
        self.columns == 0 || self.rows == 0
    }

    /// The same over several columns.
    #[must_use]
    pub fn across(self, columns: u16) -> Self {
        Self { columns, ..self }
    }

    /// The same over several rows.
    #[must_use]
    pub fn down(self, rows: u16) -> Self {
        Self { rows, ..self }
    }

    /// The same with a formula.
    #[must_use]
    pub fn by(self, formula: Formula) -> Self {
        Self { formula: Some(formula), ..self }
    }

    fn with(text: String, number: Number) -> Self {
        Self { number: Some(number), ..Self::text(text) }
    }

    /// A count in the body: `-` for none (FORMS 4.1).
    #[must_use]
    pub fn count(texts: &Texts, count: u64) -> Self {
        if count == 0 { Self::with("-".to_owned(), Number::Integer(0)) } else { Self::total(texts, count) }
    }

    /// A count in a total: `0` for none.
    #[must_use]
    pub fn total(texts: &Texts, count: u64) -> Self {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        Self::with(texts.number(count), Number::Integer(count))
    }

    /// A running number.
    #[must_use]
    pub fn ordinal(place: usize) -> Self {
        Self::with(place.to_string(), Number::Integer(i64::try_from(place).unwrap_or(i64::MAX)))
    }

    /// A change of a count: `+3`.
    #[must_use]
    pub fn change(texts: &Texts, change: i64) -> Self {
        Self::with(texts.change(change), Number::Change(change))
    }

    /// A rate, two decimals; `—` without a whole.
    #[must_use]
    pub fn rate(texts: &Texts, rate: Rate) -> Self {
        let text = texts.percent(rate.part, rate.whole);
        match rate.share() {
            Some(share) => Self::with(text, Number::Percent(share)),
            None => Self::text(text),
        }
    }

    /// How a figure changed; `—` where there was nothing to compare with.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "hundredths of percent of what an office counts")]
    pub fn figure_change(texts: &Texts, change: Change) -> Self {
        match change {
            Change::Difference(change) => Self::change(texts, change),
            Change::Percent(None) => Self::text("—"),
            Change::Percent(Some(hundredths)) => {
                Self::with(format!("{}%", signed(hundredths)), Number::ChangePercent(hundredths as f64 / 10_000.0))
            }
            Change::Points { before, after } => match (before.basis_points(), after.basis_points()) {
                (Some(before), Some(after)) => {
                    Self::with(signed(after - before), Number::Points((after - before) as f64 / 100.0))
                }
                (None, _) | (_, None) => Self::text("—"),
            },
        }
    }

    /// A figure of the overview.
    #[must_use]
    pub fn figure(texts: &Texts, value: Value) -> Self {
        match value {
            Value::Count(count) => Self::total(texts, count),
            Value::Rate(rate) => Self::rate(texts, rate),
            Value::Money(money) => Self::money(texts, money),
            Value::Mean(mean) => Self::hours(mean),
        }
    }

    /// Money with two decimals, without a sign of currency.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "amounts lie far below 2^52 fen")]
    pub fn money(texts: &Texts, money: Money) -> Self {
        let fen = money.0.unsigned_abs();
        let sign = if money.0 < 0 { "−" } else { "" };
        let yuan = texts.number(i64::try_from(fen / 100).unwrap_or(i64::MAX));
        Self::with(format!("{sign}{yuan}.{:02}", fen % 100), Number::Yuan(money.0 as f64 / 100.0))
    }

    /// A mean in hours, one decimal; `—` over nothing.
    #[must_use]
    pub fn hours(mean: Mean) -> Self {
        match mean.tenths_of_hours() {
            Some(tenths) => Self::tenths(tenths),
            None => Self::text("—"),
        }
    }

    /// Tenths of hours.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "hours of handling lie far below 2^52")]
    pub fn tenths(tenths: u64) -> Self {
        Self::with(format!("{}.{}", tenths / 10, tenths % 10), Number::Hours(tenths as f64 / 10.0))
    }

    /// A day.
    #[must_use]
    pub fn day(texts: &Texts, day: Option<NaiveDate>) -> Self {
        day.map_or_else(Self::blank, |day| Self::with(texts.date(day), Number::Day(day)))
    }

    /// An instant in the office's time.
    #[must_use]
    pub fn instant(texts: &Texts, at: Option<NaiveDateTime>) -> Self {
        at.map_or_else(Self::blank, |at| Self::with(texts.date_time(at), Number::Instant(at)))
    }
}

/// Hundredths with their sign: `+22.22`, `−4.88`, `0.00`.
fn signed(hundredths: i64) -> String {
    let sign = match hundredths.signum() {
        1 => "+",
        -1 => "−",
        _ => "",
    };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}
