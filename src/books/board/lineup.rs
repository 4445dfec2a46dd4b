//! The line-up of a board: ten thousand open complaints in order, as one list and by lane, and how many of each lane
//! burn. It is kept: a fact moves the complaint it is about and nothing else, and counting at an instant is a search
//! among sorted instants, never a walk over the complaints.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Lane, Narrow, Sort, Spot};
use crate::books::search::Within;
use crate::books::{Books, Row, View};
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::moment::Moment;

/// What somebody wants to see of the board. The default is all that is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// Which of them.
    pub narrow: Narrow,
    /// In which order.
    pub sort: Sort,
    /// Words that have to be found in them, as a search does; empty: none.
    pub words: String,
    /// Whether those that are closed are shown too.
    pub closed: Closed,
    /// Only these; it is no part of a view that is kept.
    #[serde(skip)]
    pub given: Option<Given>,
}

/// A list of complaints that came from elsewhere: what stands behind a mark of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What they are.
    pub name: String,
    /// Which.
    pub ids: Arc<BTreeSet<ComplaintId>>,
}

/// Whether closed complaints, archived ones among them, are shown too: the list is then the ledger (台账).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closed {
    /// 未结.
    #[default]
    Without,
    /// 含已结案.
    With,
}

/// The complaints of a board, in order.
#[derive(Debug, Clone, Default)]
pub struct Lineup {
    viewer: PersonId,
    wanted: Wanted,
    spots: HashMap<ComplaintId, Spot>,
    list: Vec<Spot>,
    lanes: [Vec<Spot>; 6],
    burning: [Burning; 6],
    /// Open and closed ones as one list; `None`: the open ones alone.
    ledger: Option<Vec<ComplaintId>>,
}

/// The instants at which clocks that run turn amber and late, sorted.
#[derive(Debug, Clone, Default)]
struct Burning {
    warn: Vec<Moment>,
    due: Vec<Moment>,
}

impl Burning {
    fn add(&mut self, spot: &Spot) {
        if let Some(hand) = spot.clock.filter(|it| !it.stands_still) {
            insert(&mut self.warn, hand.warn.min(hand.due));
            insert(&mut self.due, hand.due);
        }
    }

    fn remove(&mut self, spot: &Spot) {
        if let Some(hand) = spot.clock.filter(|it| !it.stands_still) {
            take(&mut self.warn, hand.warn.min(hand.due));
            take(&mut self.due, hand.due);
        }
    }
}

fn insert(sorted: &mut Vec<Moment>, at: Moment) {
    sorted.insert(sorted.partition_point(|it| *it < at), at);
}

fn take(sorted: &mut Vec<Moment>, at: Moment) {
    if let Ok(place) = sorted.binary_search(&at) {
        sorted.remove(place);
    }
}

/// Whether a fact would move something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It stays where it is.
    Nothing,
    /// It comes, goes, or stands elsewhere.
    Moves,
}

impl Books {
    /// What somebody wants to see of the board, in order. Whom it does not concern sees nothing (A24).
    #[must_use]
    pub fn lineup(&self, view: View, wanted: Wanted) -> Lineup {
        let Some(viewer) = self.office.person(view.viewer) else { return Lineup::default() };
        let found = self.found(&wanted);
        let passes = |id: ComplaintId| found.as_ref().is_none_or(|it| it.contains(&id));
        let mut lineup = Lineup { viewer: view.viewer, ..Lineup::default() };
        lineup.list = self.spots(view, wanted.narrow, wanted.sort);
        lineup.list.retain(|it| passes(it.id));
        for spot in &lineup.list {
            let place = spot.lane.place();
            lineup.lanes[place].push(*spot);
            if let Some(hand) = spot.clock.filter(|it| !it.stands_still) {
                lineup.burning[place].warn.push(hand.warn.min(hand.due));
                lineup.burning[place].due.push(hand.due);
            }
        }
        for burning in &mut lineup.burning {
            burning.warn.sort_unstable();
            burning.due.sort_unstable();
        }
        lineup.spots = lineup.list.iter().map(|it| (it.id, *it)).collect();
        if wanted.closed == Closed::With {
            let rows = self.ledger.rows().iter().rev().filter(|it| !it.stage.is_open());
            let closed = rows.filter(|it| passes(it.id) && self.row_passes(wanted.narrow, it, view.now));
            let seen = closed.filter(|it| self.sees_row(viewer, it)).map(|it| it.id);
            let mut all: Vec<ComplaintId> = lineup.list.iter().map(|it| it.id).chain(seen).collect();
            match wanted.sort {
                Sort::Urgency | Sort::Priority => {}
                Sort::Newest => all.sort_unstable_by_key(|it| std::cmp::Reverse(*it)),
                Sort::Oldest => all.sort_unstable(),
            }
            lineup.ledger = Some(all);
        }
        lineup.wanted = wanted;
        lineup
    }

    /// The complaints in which the words are found, of those that are given; `None`: there are no words, and all are
    /// given.
    fn found(&self, wanted: &Wanted) -> Option<HashSet<ComplaintId>> {
        let words = wanted.words.trim();
        let given = wanted.given.as_ref().map(|it| &it.ids);
        let within = match wanted.closed {
            Closed::Without => Within::Current,
            Closed::With => Within::Everything,
        };
        if words.is_empty() {
            return given.map(|it| it.iter().copied().collect());
        }
        let found = self.search(words, within, usize::MAX);
        Some(found.iter().map(|it| it.row.id).filter(|it| given.is_none_or(|given| given.contains(it))).collect())
    }

    /// Where a complaint would stand; `None`: it is not shown.
    fn stands(&self, view: View, wanted: &Wanted, id: ComplaintId) -> Option<Spot> {
        let viewer = self.office.person(view.viewer)?;
        let complaint = self.complaint(id).filter(|it| it.stage.is_open())?;
        let shown = self.passes(wanted.narrow, complaint, view.now) && self.sees(viewer, complaint);
        if shown { self.spot(viewer, complaint) } else { None }
    }

    fn row_passes(&self, narrow: Narrow, row: &Row, now: Moment) -> bool {
        let calendar = self.office.calendar();
        let of_person = |it| row.tracking == it || row.orders.iter().any(|order| order.handler == Some(it));
        narrow.lane.is_none()
            && narrow.department.is_none_or(|it| row.orders.iter().any(|order| order.department == it))
            && narrow.person.is_none_or(of_person)
            && narrow.category.is_none_or(|it| it == row.category || it == self.office.parent(row.category))
            && narrow.priority.is_none_or(|it| it == row.priority)
            && narrow.mark.is_none_or(|it| it.is_of_row(self, row))
            && narrow.days.is_none_or(|it| super::recent(calendar, row.registered.at, (now, it)))
    }
}

/// Asking.
impl Lineup {
    /// What it was made for.
    #[must_use]
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// Whose board it is.
    #[must_use]
    pub fn viewer(&self) -> PersonId {
        self.viewer
    }

    /// The open ones, in order.
    #[must_use]
    pub fn open(&self) -> &[Spot] {
        &self.list
    }

    /// Those of a lane, in order.
    #[must_use]
    pub fn lane(&self, lane: Lane) -> &[Spot] {
        &self.lanes[lane.place()]
    }

    /// How many rows the list has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ledger.as_ref().map_or(self.list.len(), Vec::len)
    }

    /// A row of the list.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<ComplaintId> {
        match &self.ledger {
            Some(all) => all.get(place).copied(),
            None => self.list.get(place).map(|it| it.id),
        }
    }

    /// Every row of the list, in order.
    pub fn ids(&self) -> impl Iterator<Item = ComplaintId> {
        (0..self.rows()).filter_map(|it| self.row(it))
    }

    /// Where an open complaint stands.
    #[must_use]
    pub fn spot(&self, id: ComplaintId) -> Option<Spot> {
        self.spots.get(&id).copied()
    }

    /// The place of a complaint in the list.
    #[must_use]
    pub fn row_of(&self, id: ComplaintId) -> Option<usize> {
        match &self.ledger {
            Some(all) => all.iter().position(|it| *it == id),
            None => place_of(&self.list, self.wanted.sort, self.spots.get(&id)?),
        }
    }

    /// The lane of a complaint, and its place there.
    #[must_use]
    pub fn place_of(&self, id: ComplaintId) -> Option<(Lane, usize)> {
        let spot = self.spots.get(&id)?;
        Some((spot.lane, place_of(self.lane(spot.lane), self.wanted.sort, spot)?))
    }

    /// Whether nothing is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows() == 0
    }

    /// How many of a lane are past their limit.
    #[must_use]
    pub fn late(&self, lane: Lane, now: Moment) -> usize {
        self.burning[lane.place()].due.partition_point(|it| *it <= now)
    }

    /// How many of a lane are near it.
    #[must_use]
    pub fn soon(&self, lane: Lane, now: Moment) -> usize {
        self.burning[lane.place()].warn.partition_point(|it| *it <= now).saturating_sub(self.late(lane, now))
    }

    /// Whether a clock runs out between two instants: the time is then wanted every second.
    #[must_use]
    pub fn runs_out(&self, from: Moment, until: Moment) -> bool {
        let some = |due: &[Moment]| due.partition_point(|it| *it <= from) < due.partition_point(|it| *it < until);
        self.burning.iter().any(|it| some(&it.due))
    }

    /// Only those that are late, or near it: a board of its own, made at an instant.
    #[must_use]
    pub fn burning(&self, at: Moment, keep: impl Fn(&Spot) -> bool) -> Self {
        let mut kept = Self { viewer: self.viewer, wanted: self.wanted.clone(), ..Self::default() };
        for spot in self.list.iter().filter(|it| keep(it)) {
            kept.list.push(*spot);
            kept.lanes[spot.lane.place()].push(*spot);
            kept.burning[spot.lane.place()].add(spot);
            kept.spots.insert(spot.id, *spot);
        }
        debug_assert!(kept.late_in_all(at) <= kept.list.len(), "what is counted is shown");
        kept
    }

    fn late_in_all(&self, now: Moment) -> usize {
        Lane::ALL.iter().map(|it| self.late(*it, now)).sum()
    }
}

/// Following.
impl Lineup {
    /// Whether a complaint would stand elsewhere after what the books were told.
    #[must_use]
    pub fn change(&self, books: &Books, view: View, id: ComplaintId) -> Change {
        let before = self.spots.get(&id);
        let after = books.stands(view, &self.wanted, id);
        let same = match (before, &after) {
            (None, None) => true,
            (Some(one), Some(other)) => {
                one.lane == other.lane && Spot::compare(self.wanted.sort, one, other) == Ordering::Equal
            }
            (None, Some(_)) | (Some(_), None) => false,
        };
        if same { Change::Nothing } else { Change::Moves }
    }

    /// Puts complaints where they stand after what the books were told. Where words are searched for or closed ones
    /// are shown, everything is asked anew.
    pub fn follow(&mut self, books: &Books, view: View, touched: &[ComplaintId]) {
        if self.ledger.is_some() || !self.wanted.words.trim().is_empty() || self.wanted.given.is_some() {
            *self = books.lineup(view, std::mem::take(&mut self.wanted));
            return;
        }
        for id in touched {
            if let Some(before) = self.spots.remove(id) {
                let (sort, lane) = (self.wanted.sort, before.lane.place());
                remove(&mut self.list, sort, &before);
                remove(&mut self.lanes[lane], sort, &before);
                self.burning[lane].remove(&before);
            }
            if let Some(after) = books.stands(view, &self.wanted, *id) {
                let (sort, lane) = (self.wanted.sort, after.lane.place());
                put(&mut self.list, sort, after);
                put(&mut self.lanes[lane], sort, after);
                self.burning[lane].add(&after);
                self.spots.insert(*id, after);
            }
        }
    }
}

fn place_of(spots: &[Spot], sort: Sort, spot: &Spot) -> Option<usize> {
    spots.binary_search_by(|it| Spot::compare(sort, it, spot)).ok()
}

fn remove(spots: &mut Vec<Spot>, sort: Sort, spot: &Spot) {
    if let Some(place) = place_of(spots, sort, spot) {
        spots.remove(place);
    }
}

fn put(spots: &mut Vec<Spot>, sort: Sort, spot: Spot) {
    let place = spots.partition_point(|it| Spot::compare(sort, it, &spot) == Ordering::Less);
    spots.insert(place, spot);
}
