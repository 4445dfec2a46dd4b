//! Reports: values, computed from the books.
//!
//! A report has no language in it: names that the company gave (departments, categories) stand in it as they are,
//! everything else is a value that `export` puts into words. It holds no pixels, no file, no wall clock.
//!
//! - Every figure counts with the functions of [`reading`]; charts and month reports can't mean different things.
//! - A rate keeps its numerator and denominator.
//! - What is 豁免 counts neither for nor against, and is listed.

pub mod briefing;
pub mod callback_sheet;
pub mod callback_summary;
pub mod category;
pub mod chart;
pub mod figures;
pub mod ledger;
pub mod monthly;
pub mod narrow;
pub mod period;
pub mod reading;
pub mod slip;

pub use briefing::Briefing;
pub use callback_sheet::CallbackSheet;
pub use callback_summary::CallbackSummary;
pub use category::CategoryStatistics;
pub use figures::{Change, Figures, Mean, Measure, Rate, Value, Votes};
pub use ledger::LedgerReport;
pub use monthly::{Check, MonthlySummary};
pub use narrow::{Narrow, Pick};
pub use period::{Period, PeriodKind, Window};
pub use slip::DispatchSlip;

use crate::books::{Books, Row};
use crate::domain::moment::Moment;
use crate::domain::office::Office;

/// What reports are computed from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Every complaint and the office. To compute a filed report again, read the log up to its position.
    pub books: &'a Books,
    /// What is due later is not late yet; what lies later is not over.
    pub now: Moment,
}

impl<'a> Source<'a> {
    /// Names, calendar, rules.
    #[must_use]
    pub const fn office(&self) -> &'a Office {
        self.books.office()
    }

    /// Complaints only, in the order of registration: inquiries, suggestions and praise are no part of a report
    /// (B14).
    pub fn complaints(&self) -> impl Iterator<Item = &'a Row> + use<'a> {
        self.books.ledger().rows().iter().filter(|it| it.is_complaint())
    }

    /// 编制单位: the department that takes the calls.
    #[must_use]
    pub fn unit(&self) -> String {
        self.office().front_desk().map(|it| it.name.to_string()).unwrap_or_default()
    }

    /// The part of a period that has passed.
    #[must_use]
    pub fn window(&self, period: Period) -> Window {
        period.span(self.office().calendar()).up_to(self.now)
    }
}
