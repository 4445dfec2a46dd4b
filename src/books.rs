//! The compact read models of every desk: what a board, a search or a month of charts is answered from.
//!
//! - Books are a fold over the log: the same facts in any paging give the same value, and told twice they change
//!   nothing.
//! - A row depends on its complaint alone; what the office adds (names, months, working time) is asked when it is
//!   shown, so that a change of the office never leaves an old row behind.
//! - Books know no disk, no screen and no time: `now` comes with the question.

pub mod alerts;
pub mod board;
mod bonds;
pub mod callbacks;
mod checkpoint;
pub mod customers;
mod fold;
pub mod inbox;
pub mod ledger;
pub mod pinyin;
pub mod repeats;
pub mod search;
pub mod sights;
pub mod standing;
mod sweep;
pub mod tally;
pub mod timeline;
pub mod trial;
mod wording;

use std::collections::HashMap;
use std::fmt;

use chrono::NaiveDate;

use crate::domain::clock::ClockKey;
use crate::domain::complaint::terms::ExemptionReason;
use crate::domain::complaint::words::Accountability;
use crate::domain::complaint::{Complaint, Entry, Event, Stamp};
use crate::domain::id::{ComplaintId, StreamId};
use crate::domain::office::{self, Office};
use crate::domain::record::{Fact, Position, Recorded};
use crate::domain::text::Line;

pub use checkpoint::CheckpointError;
pub use fold::fold;
pub use ledger::{Ledger, Row, Slot};
pub use standing::{Heat, Reading, View};
pub use timeline::timeline;

/// The books of one desk.
#[derive(Clone, Default)]
pub struct Books {
    office: Office,
    position: Position,
    /// Every complaint that is not archived.
    live: HashMap<ComplaintId, Complaint>,
    ledger: Ledger,
    exemptions: Vec<Exemption>,
    files: customers::Files,
    accounted: Vec<Accounted>,
    sights: sights::Sights,
    // What follows from the rows, and from the office's days and months.
    columns: tally::Columns,
    texts: search::Texts,
    callers: repeats::Callers,
    orders: repeats::Orders,
    wordings: wording::Wordings,
    numbers: HashMap<NaiveDate, u32>,
    bonds: bonds::Bonds,
}

/// 豁免, for the list in the month's report (X19, F5 八).
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Exemption {
    /// Of which complaint.
    pub complaint: ComplaintId,
    /// Which clock.
    pub clock: ClockKey,
    /// Why …
    pub reason: ExemptionReason,
    /// … and in words.
    pub words: Line,
    /// By whom and when.
    pub stamp: Stamp,
}

/// 问责, for the list in the month's report where the office wants one (D20, X18).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Accounted {
    /// Of which complaint.
    pub complaint: ComplaintId,
    /// Who, what follows, why.
    pub what: Accountability,
    /// By whom and when.
    pub stamp: Stamp,
}

impl fmt::Debug for Exemption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exemption")
            .field("complaint", &self.complaint)
            .field("clock", &self.clock)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Books {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Books")
            .field("position", &self.position)
            .field("live", &self.live.len())
            .field("rows", &self.ledger.len())
            .finish_non_exhaustive()
    }
}

/// Books are what they were told; indexes follow from that.
impl PartialEq for Books {
    fn eq(&self, other: &Self) -> bool {
        self.position == other.position
            && self.office == other.office
            && self.live == other.live
            && self.ledger == other.ledger
            && self.exemptions == other.exemptions
            && self.files == other.files
            && self.accounted == other.accounted
            && self.sights == other.sights
    }
}

/// Telling.
impl Books {
    /// Takes facts over, in the order of the log. What they have been told already changes nothing.
    pub fn absorb(&mut self, facts: &[Recorded]) {
        let mut page = Page::default();
        let reckoning = self.reckoning();
        for fact in facts {
            if self.position < fact.position {
                self.take(fact, &mut page);
                self.position = fact.position;
            }
        }
        self.project(page);
        if self.reckoning() != reckoning {
            self.columns.set_all(&self.office, &self.ledger);
        }
    }

    fn take(&mut self, recorded: &Recorded, page: &mut Page) {
        match (&recorded.fact, recorded.stream) {
            (Fact::Office(event), StreamId::Office) => {
                office::evolve(&mut self.office, event);
            }
            (Fact::Complaint(entry), StreamId::Complaint(id)) => {
                self.take_entry(id, entry, Stamp { at: recorded.at, by: recorded.by }, page);
            }
            (Fact::Customer(event), StreamId::Customer(id)) => {
                self.take_customer(id, event, Stamp { at: recorded.at, by: recorded.by });
            }
            // A fact in a stream of another kind cannot be; it says nothing.
            (Fact::Office(_), StreamId::Complaint(_) | StreamId::Customer(_))
            | (Fact::Complaint(_), StreamId::Office | StreamId::Customer(_))
            | (Fact::Customer(_), StreamId::Office | StreamId::Complaint(_)) => {}
        }
    }

    fn take_entry(&mut self, id: ComplaintId, entry: &Entry, stamp: Stamp, page: &mut Page) {
        self.sights.take(id, &entry.event, stamp);
        match self.live.get_mut(&id) {
            Some(complaint) => complaint.apply(entry, stamp),
            // After the archive only a reading is recorded, and a row is final.
            None if self.ledger.slot(id).is_some() => return,
            None => match Complaint::born(entry, stamp) {
                Some(complaint) => {
                    // The place in the ledger is that of the registration, whatever the page.
                    self.put(Row::of(&complaint));
                    self.live.insert(id, complaint);
                }
                None => return,
            },
        }
        page.touch(id);
        if let Event::Exempted { clock, reason, words } = &entry.event {
            let (clock, reason, words) = (*clock, *reason, words.clone());
            self.exemptions.push(Exemption { complaint: id, clock, reason, words, stamp });
        }
        if let Event::HeldAccountable(what) = &entry.event {
            self.accounted.push(Accounted { complaint: id, what: what.clone(), stamp });
        }
        if entry.event == Event::Archived
            && let Some(complaint) = self.live.remove(&id)
        {
            self.put(Row::of(&complaint));
        }
    }

    fn project(&mut self, mut page: Page) {
        page.touched.sort_unstable();
        page.touched.dedup();
        for id in page.touched {
            if let Some(complaint) = self.live.get(&id) {
                self.put(Row::of(complaint));
            }
        }
    }

    fn put(&mut self, row: Row) {
        let (slot, old) = self.ledger.put(row);
        self.index_at(slot, old.as_ref());
    }

    /// Makes every index from the rows, those that take longest beside the others.
    fn index(&mut self) {
        let rows = self.ledger.rows();
        let (columns, callers, numbers) = (&mut self.columns, &mut self.callers, &mut self.numbers);
        let bonds = &mut self.bonds;
        let (office, texts) = (&self.office, &mut self.texts);
        let (orders, wordings, files) = (&mut self.orders, &mut self.wordings, &mut self.files);
        std::thread::scope(|scope| {
            scope.spawn(|| rows.iter().zip(0..).for_each(|(row, slot)| texts.set_row(slot, row)));
            scope.spawn(|| rows.iter().zip(0..).for_each(|(row, slot)| wordings.set(slot, row)));
            scope.spawn(|| files.index(rows));
            for (row, slot) in rows.iter().zip(0..) {
                columns.set(office, slot, row);
                callers.set(slot, None, row);
                orders.set(slot, None, row);
                bonds.set(None, row);
                count_number(numbers, row.id);
            }
        });
    }

    fn index_at(&mut self, slot: Slot, old: Option<&Row>) {
        if let Some(row) = self.ledger.at(slot) {
            self.columns.set(&self.office, slot, row);
            self.texts.set_row(slot, row);
            self.callers.set(slot, old, row);
            self.orders.set(slot, old, row);
            self.bonds.set(old, row);
            if old.is_none_or(|it| it.content != row.content) {
                self.wordings.set(slot, row);
            }
            count_number(&mut self.numbers, row.id);
            // Most facts of a complaint say nothing of who complained.
            if old.is_some_and(|it| it.caller == row.caller) {
                return;
            }
            let phone = row.caller.phone.clone();
            if let Some(old) = old.map(|it| &it.caller.phone).filter(|it| it.main() != phone.main()) {
                self.index_caller(old);
            }
            self.index_caller(&phone);
        }
    }

    /// What days and months depend on.
    fn reckoning(&self) -> (i32, Option<u8>) {
        (self.office.calendar().offset(), self.office.rules().month_cut_off)
    }
}

/// Keeps the highest number of each day.
fn count_number(numbers: &mut HashMap<NaiveDate, u32>, id: ComplaintId) {
    let highest = numbers.entry(id.day()).or_default();
    *highest = id.sequence().max(*highest);
}

/// What a page of facts touched.
#[derive(Default)]
struct Page {
    touched: Vec<ComplaintId>,
}

impl Page {
    fn touch(&mut self, id: ComplaintId) {
        if self.touched.last() != Some(&id) {
            self.touched.push(id);
        }
    }
}

/// Asking.
impl Books {
    /// The last fact they were told.
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }

    /// The office as it is now; retired people, departments and categories keep their names.
    #[must_use]
    pub const fn office(&self) -> &Office {
        &self.office
    }

    /// A complaint that is not archived. The archive is read from the log.
    #[must_use]
    pub fn complaint(&self, id: ComplaintId) -> Option<&Complaint> {
        self.live.get(&id)
    }

    /// Every complaint that is not archived, in no order.
    pub fn complaints(&self) -> impl Iterator<Item = &Complaint> {
        self.live.values()
    }

    /// Every complaint that is neither closed nor archived, in no order.
    pub fn open(&self) -> impl Iterator<Item = &Complaint> {
        self.complaints().filter(|it| it.stage.is_open())
    }

    /// The rows of all complaints.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The row of a complaint.
    #[must_use]
    pub fn row(&self, id: ComplaintId) -> Option<&Row> {
        self.ledger.row(id)
    }

    /// Every exemption that was ever given, in order (X19).
    #[must_use]
    pub fn exemptions(&self) -> &[Exemption] {
        &self.exemptions
    }

    /// Every accountability record, in order (D20, X18).
    #[must_use]
    pub fn accounted(&self) -> &[Accounted] {
        &self.accounted
    }

    /// The number that the next complaint of a day would get here (B07). A hint: another desk may have given it by
    /// then, and the log refuses the second.
    #[must_use]
    pub fn next_number(&self, day: NaiveDate) -> ComplaintId {
        ComplaintId::new(day, self.numbers.get(&day).copied().unwrap_or_default().saturating_add(1))
    }
}
