//! Opening an office: its log, what was mended, its books, its desk.

use std::path::Path;
use std::sync::Arc;

use super::desk::Desk;
use super::feed::Feed;
use super::house::House;
use super::now::Now;
use super::refused::{NotKept, NotOpened};
use super::request::press;
use crate::books::Books;
use crate::domain::id::StreamId;
use crate::domain::moment::Moment;
use crate::domain::office;
use crate::domain::office::founding::{self, Founding};
use crate::domain::record::{Fact, PROGRAM, Position, Version};
use crate::store::report::{self, Report};
use crate::store::{self, Batch, Embedded, EventLog, OpenError, Seal, wait};

/// An open office.
#[derive(Debug)]
pub struct Opened {
    /// Takes wishes.
    pub desk: Desk,
    /// What the log says so far; the feed goes on at their position.
    pub books: Books,
    /// What was found and mended.
    pub report: Report,
    /// Folder, files, proof.
    pub house: House,
}

/// How far opening is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// Facts behind.
    pub done: u64,
    /// Facts altogether, where known.
    pub total: Option<u64>,
}

/// The long steps of opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// After an abrupt end: journal and database are read and compared.
    Checking,
    /// What was damaged is written anew from the other copy.
    Mending,
    /// The books are told what they do not know yet.
    Reading,
}

impl From<report::Progress> for Progress {
    fn from(progress: report::Progress) -> Self {
        let step = match progress.step {
            report::Step::CheckingJournal | report::Step::CheckingDatabase => Step::Checking,
            report::Step::RewritingJournal | report::Step::WritingDatabase => Step::Mending,
        };
        Self { step, done: progress.done.0, total: progress.total.map(|it| it.0) }
    }
}

/// Opens the office in a folder. Blocks: give it a thread of its own.
///
/// # Errors
/// [`NotOpened`]; nothing is deleted.
pub fn open(folder: &Path, now: Arc<dyn Now>, progress: &mut dyn FnMut(Progress)) -> Result<Opened, NotOpened> {
    let opened = Embedded::open(folder, Seal::Open, &mut |it| progress(it.into()))?;
    let house = House::new(opened.log);
    let books = house.books();
    told(house, opened.report, books, (now, progress))
}

/// Founds an office in a folder that holds none, or one whose founding was cut off. Blocks.
///
/// # Errors
/// [`NotOpened`]; `Taken` where an office lies there already.
pub fn found(folder: &Path, now: Arc<dyn Now>, founding: Founding) -> Result<Opened, NotOpened> {
    let facts = founding::found(founding).map_err(NotOpened::Office)?;
    let opened = match Embedded::create(folder, Seal::Open) {
        Err(taken @ OpenError::Taken { .. }) => cut_off(folder).ok_or(taken)?,
        opened => opened?,
    };
    let house = House::new(opened.log);
    settle(&house, facts, now.now())?;
    told(house, opened.report, Books::default(), (now, &mut |_| {}))
}

/// An office whose founding was cut off between the folder and its first facts: the disk was full, the power went.
fn cut_off(folder: &Path) -> Option<store::Opened> {
    let opened = Embedded::open(folder, Seal::Open, &mut |_| {}).ok()?;
    (opened.log.head() == Position::START).then_some(opened)
}

/// The first facts of an office.
fn settle(house: &House, facts: Vec<office::Event>, at: Moment) -> Result<(), NotOpened> {
    let facts = facts.into_iter().map(Fact::Office).collect();
    let batch = Batch {
        stream: StreamId::Office,
        expected: Version::NONE,
        beside: Vec::new(),
        press: press(),
        at,
        by: PROGRAM,
        facts,
    };
    wait(house.log.append(batch)).map_err(NotKept::from)?;
    Ok(())
}

/// Opens the office in a folder, or founds one there: the first start. Blocks.
///
/// # Errors
/// [`NotOpened`].
pub fn open_or_found(
    folder: &Path,
    now: Arc<dyn Now>,
    founding: impl FnOnce() -> Founding,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, NotOpened> {
    match open(folder, Arc::clone(&now), progress) {
        Err(NotOpened::NotAnOffice { .. }) => found(folder, now, founding()),
        // The founding was cut off between the folder and its first facts.
        Ok(Opened { house, report, books, .. }) if !books.office().is_founded() => {
            settle(&house, founding::found(founding()).map_err(NotOpened::Office)?, now.now())?;
            told(house, report, books, (now, progress))
        }
        opened => opened,
    }
}

/// Tells the books what they do not know yet.
fn told(
    house: House,
    report: Report,
    mut books: Books,
    (now, progress): (Arc<dyn Now>, &mut dyn FnMut(Progress)),
) -> Result<Opened, NotOpened> {
    let total = house.head().0;
    let log: Arc<dyn EventLog> = Arc::<Embedded>::clone(&house.log);
    let mut feed = Feed::new(log, books.position());
    let mut next = || {
        let mut ahead = feed.clone();
        let page = wait(Box::pin(async move { ahead.there().await.map(|it| (it, ahead)) }));
        page.map(|(page, ahead)| {
            feed = ahead;
            page
        })
    };
    while let Some(page) = next()? {
        books.absorb(&page.facts);
        progress(Progress { step: Step::Reading, done: books.position().0, total: Some(total) });
    }
    if house.wants_checkpoint(&books) {
        // Disposable: that there is none was traced, and costs the next opening time only.
        let () = wait(Box::pin(house.keep_checkpoint(&books)));
    }
    let desk = house.desk(now, &books);
    Ok(Opened { desk, books, report, house })
}
