//! What the desk keeps in mind, caught up before every decision.

use std::collections::HashMap;
use std::sync::{Arc, MutexGuard, PoisonError};

use chrono::NaiveDate;

use super::Desk;
use crate::app::feed::PAGE;
use crate::app::refused::NotKept;
use crate::domain::complaint::Event;
use crate::domain::customer::{Numbers, Phone, RestHours};
use crate::domain::id::{ComplaintId, StreamId};
use crate::domain::office::{self, Office};
use crate::domain::record::{Fact, Position, Recorded};
use crate::store::ReadError;

/// What the desk keeps in mind, caught up before every decision.
pub(super) struct Known {
    pub(super) office: Arc<Office>,
    /// Whose telephone numbers are whose.
    pub(super) customers: Arc<Numbers>,
    pub(super) position: Position,
    /// The highest number given on a day, as far as facts were seen.
    pub(super) numbers: HashMap<NaiveDate, u32>,
}

impl Desk {
    /// Reads what was written since, by whomever.
    pub(super) async fn catch_up(&self) -> Result<Arc<Office>, NotKept> {
        loop {
            let position = self.known().position;
            match self.log.after(position, PAGE).await {
                Ok(facts) => {
                    let mut known = self.known();
                    if facts.is_empty() {
                        return Ok(Arc::clone(&known.office));
                    }
                    known.absorb(&facts);
                }
                Err(ReadError::Lost { last, .. }) => {
                    let mut known = self.known();
                    known.position = known.position.max(last);
                }
                Err(trouble @ (ReadError::Unreadable(_) | ReadError::Broken(_) | ReadError::Stopped)) => {
                    return Err(trouble.into());
                }
            }
        }
    }

    /// The first free number of a day. Numbers of a day are dense, so where none was seen yet a few looks find it.
    pub(super) async fn next_number(&self, day: NaiveDate) -> Result<u32, NotKept> {
        let seen = self.known().numbers.get(&day).copied();
        if let Some(highest) = seen {
            return Ok(highest.saturating_add(1));
        }
        let (mut taken, mut free) = (0, 1);
        while self.is_taken(ComplaintId::new(day, free)).await? {
            (taken, free) = (free, free.saturating_mul(2));
        }
        while taken.saturating_add(1) < free {
            let middle = taken.midpoint(free);
            if self.is_taken(ComplaintId::new(day, middle)).await? {
                taken = middle;
            } else {
                free = middle;
            }
        }
        Ok(free)
    }

    async fn is_taken(&self, id: ComplaintId) -> Result<bool, NotKept> {
        Ok(!self.log.history(StreamId::Complaint(id)).await?.is_empty())
    }

    pub(super) fn customers(&self) -> Arc<Numbers> {
        Arc::clone(&self.known().customers)
    }

    /// When the customer with a number rests, as the files say (E12).
    pub(super) fn rests(&self, phone: &Phone) -> Vec<RestHours> {
        self.known().customers.rests(phone)
    }

    pub(super) fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Told twice changes nothing.
    fn absorb(&mut self, facts: &[Recorded]) {
        for it in facts.iter().filter(|it| self.position < it.position).collect::<Vec<_>>() {
            self.position = it.position;
            match &it.fact {
                Fact::Office(event) => office::evolve(Arc::make_mut(&mut self.office), event),
                Fact::Customer(event) => {
                    if let StreamId::Customer(id) = it.stream {
                        Arc::make_mut(&mut self.customers).take(id, event);
                    }
                }
                Fact::Complaint(entry) => {
                    if let Event::Registered { id, .. } = &entry.event {
                        self.took(id.day(), id.sequence());
                    }
                }
            }
        }
    }

    pub(super) fn took(&mut self, day: NaiveDate, sequence: u32) {
        // Where the day's earlier numbers were never seen, one of them alone says nothing about the gaps: but numbers
        // are dense, so whatever was seen, all below it are taken.
        let highest = self.numbers.entry(day).or_insert(sequence);
        *highest = (*highest).max(sequence);
    }
}
