//! One compact row a complaint (台账), in the order of registration. Rows of archived complaints are final.

mod project;
mod row;

use std::collections::HashMap;

use crate::domain::id::ComplaintId;

pub use row::{
    CallRow, Caller, ClockRow, ClosingRow, EscalationRow, ImprovementRow, Lateness, OrderRow, Results, Row,
    RunningClock,
};

/// The place of a row: 0, 1, 2 … in the order of registration. It never changes.
pub type Slot = u32;

/// The rows of all complaints.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    rows: Vec<Row>,
    places: HashMap<ComplaintId, Slot>,
}

impl Ledger {
    /// A ledger of rows that were put together before, in their order.
    #[must_use]
    pub fn of(rows: Vec<Row>) -> Self {
        let places = rows.iter().zip(0..).map(|(row, slot)| (row.id, slot)).collect();
        Self { rows, places }
    }

    /// How many complaints there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Nothing was registered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every row, in the order of registration.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of a complaint.
    #[must_use]
    pub fn row(&self, id: ComplaintId) -> Option<&Row> {
        self.at(self.slot(id)?)
    }

    /// Where the row of a complaint stands.
    #[must_use]
    pub fn slot(&self, id: ComplaintId) -> Option<Slot> {
        self.places.get(&id).copied()
    }

    /// The row at a place.
    #[must_use]
    pub fn at(&self, slot: Slot) -> Option<&Row> {
        self.rows.get(slot as usize)
    }

    /// Puts a row into its place; a new one goes to the end. Tells the place, and the row that stood there.
    pub(super) fn put(&mut self, row: Row) -> (Slot, Option<Row>) {
        if let Some(slot) = self.slot(row.id)
            && let Some(place) = self.rows.get_mut(slot as usize)
        {
            return (slot, Some(std::mem::replace(place, row)));
        }
        // A log of four thousand million complaints is not to be expected.
        let slot = Slot::try_from(self.rows.len()).unwrap_or(Slot::MAX);
        self.places.insert(row.id, slot);
        self.rows.push(row);
        (slot, None)
    }
}
