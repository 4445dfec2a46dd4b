//! Where complaints stand on the board: what is needed to order, count and find ten thousand of them at once. What a
//! card shows is asked when it is drawn.

use std::cmp::Reverse;

use super::{Lane, Narrow, Sort};
use crate::books::Books;
use crate::books::standing::{Heat, View};
use crate::domain::calendar::Calendar;
use crate::domain::complaint::Complaint;
use crate::domain::complaint::terms::Priority;
use crate::domain::id::ComplaintId;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;

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
    warn: Moment,
    stands_still: bool,
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
}

impl Books {
    /// Where the complaints stand that [`Books::cards`] would draw, in the same order.
    #[must_use]
    pub fn spots(&self, view: View, narrow: Narrow, sort: Sort) -> Vec<Spot> {
        let Some(viewer) = self.office.person(view.viewer) else { return Vec::new() };
        let passing = self.open().filter(|it| self.passes(narrow, it) && self.sees(viewer, it));
        let spot = |it: &Complaint| {
            let clock = it.clocks.most_urgent(|clock| self.is_responsible(viewer, it, clock));
            Some(Spot {
                id: it.id,
                lane: Lane::of(it)?,
                clock: clock.map(|it| Hand {
                    name: it.key.name,
                    due: it.due,
                    warn: it.warn,
                    stands_still: it.paused().is_some(),
                }),
                registered: it.registered.at,
                priority: it.priority(),
            })
        };
        let mut spots: Vec<Spot> = passing.filter_map(spot).collect();
        match sort {
            Sort::Urgency => spots.sort_by_key(Spot::urgency),
            Sort::Priority => spots.sort_by_key(|it| (it.priority, it.urgency())),
            Sort::Newest => spots.sort_by_key(|it| Reverse(it.id)),
            Sort::Oldest => spots.sort_by_key(|it| it.id),
        }
        spots
    }
}
