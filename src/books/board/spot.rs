//! Where complaints stand on the board: what is needed to order, count and find ten thousand of them at once. What a
//! card shows is asked when it is drawn.

use std::cmp::{Ordering, Reverse};

use super::{Lane, Narrow, Sort};
use crate::books::Books;
use crate::books::standing::{Heat, View};
use crate::domain::calendar::Calendar;
use crate::domain::complaint::Complaint;
use crate::domain::complaint::terms::Priority;
use crate::domain::id::ComplaintId;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::Person;

/// A complaint's place on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The complaint.
    pub id: ComplaintId,
    /// Its lane.
    pub lane: Lane,
    /// The most urgent clock of the viewer's responsibility; `None`: none runs.
    pub clock: Option<Hand>,
    registered: Moment,
    priority: Priority,
}

/// What is needed of a clock to tell how near it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// Which limit.
    pub name: ClockName,
    /// Until when.
    pub due: Moment,
    pub(super) warn: Moment,
    pub(super) stands_still: bool,
}

impl Spot {
    /// How near its limit is: the same as the card's clock says.
    #[must_use]
    pub fn heat(&self, calendar: &Calendar, now: Moment) -> Heat {
        match self.clock {
            None => Heat::Cold,
            Some(it) if it.stands_still => Heat::Still,
            Some(it) if it.due <= now => Heat::Late,
            Some(it) if it.warn <= now => Heat::Soon,
            Some(it) if calendar.day_of(it.due) == calendar.day_of(now) => Heat::Today,
            Some(_) => Heat::Later,
        }
    }

    /// As cards are: running clocks by when they are due; then those that stand still, then those without a clock.
    fn urgency(&self) -> (u8, Moment, ComplaintId) {
        match self.clock {
            Some(it) if !it.stands_still => (0, it.due, self.id),
            Some(it) => (1, it.due, self.id),
            None => (2, self.registered, self.id),
        }
    }

    /// Which of two comes first.
    pub(super) fn compare(sort: Sort, one: &Self, other: &Self) -> Ordering {
        match sort {
            Sort::Urgency => one.urgency().cmp(&other.urgency()),
            Sort::Priority => (one.priority, one.urgency()).cmp(&(other.priority, other.urgency())),
            Sort::Newest => Reverse(one.id).cmp(&Reverse(other.id)),
            Sort::Oldest => one.id.cmp(&other.id),
        }
    }
}

impl Books {
    /// Where the complaints stand that [`Books::cards`] would draw, in the same order.
    #[must_use]
    pub fn spots(&self, view: View, narrow: Narrow, sort: Sort) -> Vec<Spot> {
        let Some(viewer) = self.office.person(view.viewer) else { return Vec::new() };
        let seen = self.open().filter(|it| self.passes(narrow, it, view.now) && self.sees(viewer, it));
        let mut spots: Vec<Spot> = seen.filter_map(|it| self.spot(viewer, it)).collect();
        spots.sort_unstable_by(|one, other| Spot::compare(sort, one, other));
        spots
    }

    /// Where a complaint stands; `None`: it is closed.
    pub(super) fn spot(&self, viewer: &Person, complaint: &Complaint) -> Option<Spot> {
        let clock = complaint.clocks.most_urgent(|clock| self.is_responsible(viewer, complaint, clock));
        Some(Spot {
            id: complaint.id,
            lane: Lane::of(complaint)?,
            clock: clock.map(|it| Hand {
                name: it.key.name,
                due: it.due,
                warn: it.warn,
                stands_still: it.paused().is_some(),
            }),
            registered: complaint.registered.at,
            priority: complaint.priority(),
        })
    }
}
