//! Checking a log: journal and database are each walked from the first fact to the last.

use std::path::Path;

use super::chain::Link;
use super::envelope::Page;
use super::folder::OfficeId;
use super::journal::End;
use super::journal::scan::{Pages, Spot};
use super::mirror::Mirror;
use super::report::{Progress, Step};
use super::trouble::ReadError;
use crate::domain::record::Position;

/// What checking a log has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The last fact when checking began.
    pub head: Position,
    /// The journal.
    pub journal: Side,
    /// The database.
    pub database: Side,
}

/// One of the two copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// How many facts were found.
    pub facts: u64,
    /// Facts that an earlier opening has already named as lost, each range with both ends.
    pub lost: Vec<(Position, Position)>,
    /// The link of the last fact.
    pub link: Link,
    /// The first thing that is wrong.
    pub bad: Option<Bad>,
}

/// Something wrong in a copy, at its first bad position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bad {
    /// The fact at which it shows.
    pub position: Position,
    /// What it is.
    pub fault: Fault,
}

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The fact is missing, or its bytes are damaged.
    Missing,
    /// It does not continue the chain: the fact before it was changed.
    BrokenLink,
    /// The database does not find it by its stream or press.
    NotIndexed,
    /// The two copies differ.
    Differs,
}

impl Verification {
    /// Whether both copies are whole and equal. Facts lost earlier and named then do not count again.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.journal.bad.is_none() && self.database.bad.is_none()
    }

    /// The first bad position in either copy.
    #[must_use]
    pub fn first_bad(&self) -> Option<Bad> {
        [self.journal.bad, self.database.bad].into_iter().flatten().min_by_key(|it| it.position)
    }
}

/// The two copies of a log.
#[derive(Debug, Clone, Copy)]
pub(super) struct Copies<'a> {
    pub journal: &'a Path,
    pub office: OfficeId,
    pub mirror: &'a Mirror,
}

/// Checks everything up to a position.
pub(super) fn verify(
    copies: &Copies<'_>,
    until: Position,
    progress: &mut dyn FnMut(Progress),
) -> Result<Verification, ReadError> {
    let failed = |it: std::io::Error| ReadError::Broken(it.to_string());
    let mut journal = Walk::new(Step::CheckingJournal, until);
    for spot in Pages::since(copies.journal, Some(copies.office), Position::START).map_err(failed)? {
        let going = match spot.map_err(failed)? {
            Spot::Page(page) => journal.add(&page, None, progress),
            Spot::Junk | Spot::Torn { .. } | Spot::Newer(_) | Spot::Foreign(_) => {
                journal.sees_junk();
                journal.going()
            }
        };
        if !going {
            break;
        }
    }
    let mut database = Walk::new(Step::CheckingDatabase, until);
    for page in copies.mirror.pages(Position(1)) {
        let Ok(page) = page else { break };
        let fault = match &page {
            Page::Sheaf(sheaf) => (!copies.mirror.knows(sheaf).unwrap_or(false)).then_some(Fault::NotIndexed),
            Page::Lost { .. } => None,
        };
        if !database.add(&page, fault, progress) {
            break;
        }
    }
    let (journal, mut database) = (journal.finish(), database.finish());
    if journal.bad.is_none() && database.bad.is_none() && journal.link != database.link {
        let position = first_difference(copies).map_err(failed)?;
        database.bad = Some(Bad { position: position.unwrap_or(until), fault: Fault::Differs });
    }
    Ok(Verification { head: until, journal, database })
}

fn first_difference(copies: &Copies<'_>) -> std::io::Result<Option<Position>> {
    for spot in Pages::since(copies.journal, Some(copies.office), Position::START)? {
        if let Spot::Page(page) = spot?
            && copies.mirror.page(page.first()).ok().flatten().as_ref() != Some(&page)
        {
            return Ok(Some(page.first()));
        }
    }
    Ok(None)
}

/// A walk along one copy.
struct Walk {
    step: Step,
    until: Position,
    end: End,
    known: bool,
    next: u64,
    side: Side,
}

impl Walk {
    fn new(step: Step, until: Position) -> Self {
        let side = Side { facts: 0, lost: Vec::new(), link: Link::START, bad: None };
        Self { step, until, end: End::START, known: true, next: 0, side }
    }

    fn going(&self) -> bool {
        self.side.bad.is_none() && self.end.head < self.until
    }

    fn sees_junk(&mut self) {
        // Bytes behind the end are a batch that is being written.
        if self.end.head < self.until {
            self.bad(Fault::Missing);
        }
    }

    fn bad(&mut self, fault: Fault) {
        self.side.bad.get_or_insert(Bad { position: self.end.head.next(), fault });
    }

    fn add(&mut self, page: &Page, fault: Option<Fault>, progress: &mut dyn FnMut(Progress)) -> bool {
        if self.until < page.first() {
            return false;
        }
        if page.first() != self.end.head.next() {
            self.bad(Fault::Missing);
        }
        match page {
            Page::Sheaf(sheaf) if self.known && sheaf.before != self.end.link => self.bad(Fault::BrokenLink),
            Page::Sheaf(_) => (),
            Page::Lost { first, last } => self.side.lost.push((*first, *last)),
        }
        if let Some(fault) = fault {
            self.bad(fault);
        }
        if self.side.bad.is_some() {
            return false;
        }
        if matches!(page, Page::Sheaf(_)) {
            self.side.facts += page.last().0 - self.end.head.0;
        }
        self.known = matches!(page, Page::Sheaf(_));
        self.end = self.end.after(page);
        if self.next <= self.end.head.0 {
            self.next = self.end.head.0 + 4096;
            progress(Progress { step: self.step, done: self.end.head, total: Some(self.until) });
        }
        self.going()
    }

    fn finish(mut self) -> Side {
        if self.end.head < self.until {
            self.bad(Fault::Missing);
        }
        self.side.link = self.end.link;
        self.side
    }
}
