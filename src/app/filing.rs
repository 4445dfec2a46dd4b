//! Month reports: submitted with checksum and position, filed or sent back; a filed version can always be shown again
//! (I01, A07, scenario 9).
//!
//! A version is not copied: the log up to its position makes the same numbers again, and the checksum proves it. So
//! nothing about a customer outlives an anonymisation in a file beside the log.

use super::desk::Desk;
use super::feed::Feed;
use super::refused::NotKept;
use super::request::Request;
use crate::books::Books;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::office::{Checksum, Command, MonthReport, Office};
use crate::domain::record::Position;
use crate::domain::text::Prose;
use crate::report::{MonthlySummary, Source};

/// The report of a month as these books know it now.
#[must_use]
pub fn month_summary(books: &Books, month: Month, now: Moment) -> MonthlySummary {
    MonthlySummary::of(&Source { books, now }, month)
}

/// Where the numbers of a month stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has laid them before the supervisor.
    Draft,
    /// They wait for the supervisor.
    Waiting,
    /// They are those that were filed.
    Filed,
}

/// Where these numbers stand. What is filed or waits with the very same numbers bears the version that it has there.
#[must_use]
pub fn stands(office: &Office, summary: &mut MonthlySummary) -> Stands {
    let (month, checksum) = (summary.head.month, summary.checksum());
    let same = |it: &&MonthReport| it.checksum == checksum;
    let known = office.waiting_report(month).filter(same).or_else(|| office.filed_report(month).filter(same));
    let Some(report) = known else { return Stands::Draft };
    summary.head.version = report.version;
    summary.head.number = report.number(office.forms());
    if report.is_waiting() { Stands::Waiting } else { Stands::Filed }
}

/// Lays these numbers before the supervisor.
#[must_use]
pub fn submission(by: PersonId, summary: &MonthlySummary, note: Option<Prose>) -> Request {
    let (month, position) = (summary.head.month, summary.head.position);
    Request::office(by, Command::SubmitMonthReport { month, checksum: summary.checksum(), position, note })
}

/// Files the waiting report with these numbers for good.
#[must_use]
pub fn filing(by: PersonId, (month, checksum): (Month, Checksum), note: Option<Prose>) -> Request {
    Request::office(by, Command::FileMonthReport { month, checksum, note })
}

/// Sends the waiting report back.
#[must_use]
pub fn sending_back(by: PersonId, month: Month, note: Prose) -> Request {
    Request::office(by, Command::SendBackMonthReport { month, note })
}

/// A submitted or filed version, made again from the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Again {
    /// Its numbers.
    pub summary: MonthlySummary,
    /// Whether they are those that were submitted; not so only if the log was changed or the program counts otherwise.
    pub proven: bool,
}

impl Desk {
    /// Makes a version of a month's report again: reads the log up to its position, so it takes a moment.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn report_again(&self, report: &MonthReport) -> impl Future<Output = Result<Again, NotKept>> + Send + use<> {
        let feed = self.feed(Position::START);
        let report = report.clone();
        async move { again(feed, report).await }
    }
}

async fn again(mut feed: Feed, report: MonthReport) -> Result<Again, NotKept> {
    let until = report.position;
    let mut books = Books::default();
    while books.position() < until
        && let Some(mut page) = feed.there().await?
    {
        page.facts.retain(|it| it.position <= until);
        if page.facts.is_empty() {
            break;
        }
        books.absorb(&page.facts);
    }
    let summary = month_summary(&books, report.month, report.submitted.at);
    let proven = summary.checksum() == report.checksum;
    Ok(Again { summary, proven })
}
