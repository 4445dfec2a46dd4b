//! What values of reports are called on paper.

use crate::export::Disclosure;
use crate::export::paper::{Align, Cell, Column, Row, RowKind};
use crate::i18n::Texts;
use crate::report::chart::Unit;
use crate::report::figures::Measure;
use crate::report::monthly::{Check, Outcome};
use crate::report::period::{Period, PeriodKind};
use crate::report::reading::{Contact, Customer};

impl Texts {
    /// What a row of a chart by department is called.
    #[must_use]
    pub fn unit<'a>(&'a self, unit: Unit, name: &'a str) -> &'a str {
        match unit {
            Unit::Department(_) => name,
            Unit::Undispatched => self.report_undispatched(),
            Unit::Rest => self.report_rest_departments(),
        }
    }

    /// `2026年02月`, as it stands in a title.
    #[must_use]
    pub fn paper_period(&self, period: Period) -> String {
        match period.kind {
            PeriodKind::Month(month) => {
                self.report_month_of(format!("{:02}", month.number()), format!("{:04}", month.year()))
            }
            PeriodKind::Quarter { year, quarter } => self.report_quarter_of(quarter, year.to_string()),
            PeriodKind::Year(year) => self.report_year_of(year.to_string()),
            PeriodKind::Custom => self.paper_days(period),
        }
    }

    /// `2026-02-01 至 2026-02-28`
    #[must_use]
    pub fn paper_days(&self, period: Period) -> String {
        self.report_days(self.date(period.first), self.date(period.last))
    }

    /// `王女士`
    #[must_use]
    pub fn paper_customer(&self, customer: &Customer) -> String {
        if customer.surname.is_empty() { String::new() } else { self.masked(&customer.surname, customer.salutation) }
    }

    /// The name, whole only where disclosed.
    #[must_use]
    pub fn paper_name(&self, contact: &Contact, disclosure: Disclosure) -> String {
        match disclosure {
            Disclosure::Masked => self.paper_customer(&contact.customer),
            Disclosure::Full => contact.name.clone(),
        }
    }

    /// The number, whole only where disclosed.
    #[must_use]
    pub fn paper_phone(&self, contact: &Contact, disclosure: Disclosure) -> String {
        match disclosure {
            Disclosure::Masked => contact.masked_phone.clone(),
            Disclosure::Full => contact.phone.clone(),
        }
    }

    /// `满意结案`, `处理中`
    #[must_use]
    pub fn paper_outcome(&self, outcome: Outcome) -> &str {
        match outcome {
            Outcome::Closed(code) => self.name(code),
            Outcome::Open(stage) => self.name(stage),
        }
    }

    /// A department, or that there was none.
    #[must_use]
    pub fn paper_department<'a>(&'a self, name: &'a str) -> &'a str {
        if name.is_empty() { self.report_undispatched() } else { name }
    }

    /// `是`, `否`
    #[must_use]
    pub fn paper_yes(&self, yes: Yes) -> &str {
        if yes.0 { self.report_yes() } else { self.report_no() }
    }

    /// What a figure is called.
    #[must_use]
    pub fn measure(&self, measure: Measure) -> &str {
        match measure {
            Measure::Opening => self.measure_opening(),
            Measure::New => self.measure_new(),
            Measure::Founded => self.measure_founded(),
            Measure::Unfounded => self.measure_unfounded(),
            Measure::ToHandle => self.measure_to_handle(),
            Measure::Closed => self.measure_closed(),
            Measure::Closing => self.measure_closing(),
            Measure::LateOpen => self.measure_late_open(),
            Measure::Closure => self.measure_closure(),
            Measure::FirstResolution => self.measure_first_resolution(),
            Measure::Satisfaction => self.measure_satisfaction(),
            Measure::Response => self.measure_response(),
            Measure::Dispatch => self.measure_dispatch(),
            Measure::Reports => self.measure_reports(),
            Measure::Callback => self.measure_callback(),
            Measure::MemberCallback => self.measure_member_callback(),
            Measure::CallbackOnTime => self.measure_callback_on_time(),
            Measure::Redispatched => self.measure_redispatched(),
            Measure::Escalated => self.measure_escalated(),
            Measure::Repeats => self.measure_repeats(),
            Measure::Compensation => self.measure_compensation(),
            Measure::Handling => self.measure_handling(),
        }
    }

    /// What a check before submitting says.
    #[must_use]
    pub fn check(&self, check: &Check) -> String {
        let passed = check.passed();
        match *check {
            Check::Balance { .. } if passed => self.check_balance().to_owned(),
            Check::Balance { opening, new, closed, closing } => {
                self.check_balance_broken((opening + new).abs_diff(closed + closing))
            }
            Check::Categories { new, .. } if passed => self.check_categories(new),
            Check::Categories { sum, new } => self.check_categories_broken(new, sum),
            Check::Departments { new, .. } if passed => self.check_departments(new),
            Check::Departments { sum, new } => self.check_departments_broken(new, sum),
            Check::Exemptions { count: 0, .. } => self.check_exemptions_none().to_owned(),
            Check::Exemptions { count, lacking: 0 } => self.check_exemptions(count),
            Check::Exemptions { count, lacking } => self.check_exemptions_lacking(count, lacking),
            Check::MemberCallbacks { missing: 0 } => self.check_members().to_owned(),
            Check::MemberCallbacks { missing } => self.check_members_missing(missing),
            Check::Improvements { missing: 0 } => self.check_improvements().to_owned(),
            Check::Improvements { missing } => self.check_improvements_missing(missing),
        }
    }
}

/// 是 or 否.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yes(pub bool);

/// Columns from their widths and alignments: `c` in the middle, `l` left, `r` right.
pub(super) fn columns(widths: &[(f32, char)]) -> Vec<Column> {
    let align = |it| match it {
        'l' => Align::Left,
        'r' => Align::Right,
        _ => Align::Centre,
    };
    widths.iter().map(|(width, at)| Column { width: *width, align: align(*at) }).collect()
}

/// A row of heads.
pub(super) fn head(names: &[&str]) -> Row {
    Row::new(RowKind::Head, names.iter().map(|it| Cell::text(*it)).collect())
}

/// A body row.
pub(super) fn body(cells: Vec<Cell>) -> Row {
    Row::new(RowKind::Body, cells)
}
