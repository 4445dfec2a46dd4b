//! How many customers each filter holds, what a day brought (T12), what somebody keeps (L17).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::{Customers, Entry, Who};
use crate::domain::customer::{Verb, allot};
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::{Person, Share};

/// How many customers each filter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// [`Filter::All`](super::Filter::All).
    pub all: usize,
    /// [`Filter::Of`](super::Filter::Of) who was asked about.
    pub own: usize,
    /// [`Filter::NewOn`](super::Filter::NewOn) the day.
    pub new: usize,
    /// [`Filter::ChangedOn`](super::Filter::ChangedOn) the day.
    pub changed: usize,
    /// [`Filter::Members`](super::Filter::Members).
    pub members: usize,
    /// [`Filter::Unallotted`](super::Filter::Unallotted).
    pub unallotted: usize,
    /// [`Filter::Uncontacted`](super::Filter::Uncontacted).
    pub uncontacted: usize,
}

/// What somebody keeps already (L17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// Files.
    pub files: u32,
    /// Open complaints that he or she tracks.
    pub open: u32,
}

impl Customers<'_> {
    /// How many customers each filter holds; those of a person and of a day among them. Costs what the day brought,
    /// however many customers there are.
    #[must_use]
    pub fn counts(self, person: PersonId, day: NaiveDate) -> Counts {
        let census = self.books.files.index.census();
        Counts {
            all: census.all(),
            own: census.kept_by(person),
            new: self.new_on(day).len(),
            changed: self.changed_on(day).len(),
            members: census.members(),
            unallotted: census.unallotted(),
            uncontacted: census.waiting().len(),
        }
    }

    /// What was written into files on a day of the office, in order (T12).
    #[must_use]
    pub fn written_on(self, day: NaiveDate) -> Vec<(CustomerId, Verb)> {
        let least = |at| Entry { at, file: CustomerId(0), verb: Verb::Open };
        let (from, until) = self.whole(day);
        self.books.files.days.range(least(from)..least(until)).map(|it| (it.file, it.verb)).collect()
    }

    /// Who is new on a day: called for the first time, or got a file and had never called.
    pub(super) fn new_on(self, day: NaiveDate) -> BTreeSet<Who> {
        let (from, until) = self.whole(day);
        let index = &self.books.files.index;
        index.census().began(from, until).filter_map(|it| index.who(it)).collect()
    }

    /// Into whose files something was written on a day, and who were no news.
    pub(super) fn changed_on(self, day: NaiveDate) -> BTreeSet<Who> {
        let new = self.new_on(day);
        let files: BTreeSet<CustomerId> = self.written_on(day).into_iter().map(|(id, _)| id).collect();
        let files = files.into_iter().map(|id| Who::File(self.numbers().principal(id)));
        files.filter(|it| !new.contains(it)).collect()
    }

    /// A day of the office from midnight to midnight.
    fn whole(self, day: NaiveDate) -> (Moment, Moment) {
        let calendar = self.books.office().calendar();
        let midnight = |day: NaiveDate| calendar.moment(day.and_time(chrono::NaiveTime::MIN));
        (midnight(day), midnight(day + Days::new(1)))
    }

    /// What somebody keeps.
    #[must_use]
    pub fn load(self, person: PersonId) -> Load {
        self.loads().get(&person).copied().unwrap_or_default()
    }

    /// What everybody keeps who works here.
    #[must_use]
    pub fn loads(self) -> BTreeMap<PersonId, Load> {
        let census = self.books.files.index.census();
        let files = |it| u32::try_from(census.kept_by(it)).unwrap_or(u32::MAX);
        let people = self.books.office().people().map(|it| it.id);
        let mut loads: BTreeMap<PersonId, Load> = people.map(|it| (it, Load { files: files(it), open: 0 })).collect();
        for complaint in self.books.open() {
            if let Some(load) = loads.get_mut(&complaint.tracking) {
                load.open += 1;
            }
        }
        loads
    }

    /// Who should keep these customers: evenly by files and open work, weighed by what each person can take: the share
    /// that is kept of the person, or the one that `shares` gives instead (L17).
    #[must_use]
    pub fn allotment(self, customers: &[Who], shares: &BTreeMap<PersonId, Share>) -> Vec<(Who, PersonId)> {
        let loads = self.loads();
        let in_hand = |it| loads.get(&it).map_or(0, |it: &Load| it.files.saturating_add(it.open));
        let share = |it: &Person| shares.get(&it.id).copied().unwrap_or(it.share);
        allot::propose(self.books.office(), customers, in_hand, share)
    }
}
