//! What customers count for, and by what two of them look alike: kept up with every change of a customer's place, so
//! that a fact costs as much as its own customer, however many there are.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::books::fold::fold;
use crate::domain::customer::{Owner, Phone};
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;

/// What a customer counts for who speaks for himself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) owner: Option<Owner>,
    /// Whether the owner has yet to contact the customer (T13).
    pub(super) waits: bool,
    pub(super) member: bool,
    /// The first call, or the opening of the first file, whichever came before.
    pub(super) began: Moment,
    pub(super) marks: Box<[Mark]>,
}

/// Something by which two customers look alike, hashed: of 100,000 customers two share one by chance once in a thousand
/// million offices, and then a person sees two strangers side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Mark {
    /// A member number.
    Card(u64),
    /// A name, and the tail of a number.
    Named(u64),
    /// A number.
    Number(u64),
}

impl Mark {
    /// The marks of a customer.
    pub(super) fn all<'a>(name: &str, card: Option<&str>, phones: impl Iterator<Item = &'a Phone>) -> Box<[Self]> {
        let name = fold(name);
        let card = card.map(fold).filter(|it| !it.is_empty()).map(|it| Self::Card(hash(&it)));
        let of_number = |it: &Phone| [Self::Named(hash(&(&name, it.tail()))), Self::Number(hash(it.main()))];
        let mut marks: Vec<Self> = phones.flat_map(of_number).chain(card).collect();
        marks.sort_unstable();
        marks.dedup();
        marks.into()
    }
}

fn hash(it: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    it.hash(&mut hasher);
    hasher.finish()
}

/// The counts, the beginnings and the likenesses of everybody, each by the number of his place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Census {
    all: usize,
    members: usize,
    unallotted: usize,
    kept: BTreeMap<PersonId, usize>,
    began: BTreeSet<(Moment, u32)>,
    waiting: BTreeSet<(Moment, PersonId, u32)>,
    /// Marks that one customer has …
    sole: HashMap<Mark, u32>,
    /// … and those that several have.
    several: BTreeMap<Mark, BTreeSet<u32>>,
}

impl Census {
    /// A customer came.
    pub(super) fn enter(&mut self, place: u32, it: &Counted) {
        self.all += 1;
        self.members += usize::from(it.member);
        match it.owner {
            Some(owner) => *self.kept.entry(owner.person).or_default() += 1,
            None => self.unallotted += 1,
        }
        if let Some(owner) = it.owner.filter(|_| it.waits) {
            self.waiting.insert((owner.since, owner.person, place));
        }
        self.began.insert((it.began, place));
        for mark in &it.marks {
            match (self.several.get_mut(mark), self.sole.get(mark).copied()) {
                (Some(several), _) => {
                    several.insert(place);
                }
                (None, Some(other)) => {
                    self.sole.remove(mark);
                    self.several.insert(*mark, BTreeSet::from([other, place]));
                }
                (None, None) => {
                    self.sole.insert(*mark, place);
                }
            }
        }
    }

    /// A customer went, who had come as the same.
    pub(super) fn leave(&mut self, place: u32, it: &Counted) {
        self.all -= 1;
        self.members -= usize::from(it.member);
        match it.owner {
            Some(owner) => {
                if let Some(kept) = self.kept.get_mut(&owner.person) {
                    *kept -= 1;
                    if *kept == 0 {
                        self.kept.remove(&owner.person);
                    }
                }
            }
            None => self.unallotted -= 1,
        }
        if let Some(owner) = it.owner {
            self.waiting.remove(&(owner.since, owner.person, place));
        }
        self.began.remove(&(it.began, place));
        for mark in &it.marks {
            let Some(several) = self.several.get_mut(mark) else {
                self.sole.remove(mark);
                continue;
            };
            several.remove(&place);
            if several.len() < 2
                && let Some(last) = self.several.remove(mark).and_then(|it| it.first().copied())
            {
                self.sole.insert(*mark, last);
            }
        }
    }

    pub(super) const fn all(&self) -> usize {
        self.all
    }

    pub(super) const fn members(&self) -> usize {
        self.members
    }

    pub(super) const fn unallotted(&self) -> usize {
        self.unallotted
    }

    pub(super) fn kept_by(&self, person: PersonId) -> usize {
        self.kept.get(&person).copied().unwrap_or_default()
    }

    /// Who began within a time, in order.
    pub(super) fn began(&self, from: Moment, until: Moment) -> impl Iterator<Item = u32> {
        self.began.range((from, 0)..(until, 0)).map(|(_, place)| *place)
    }

    /// Who waits for the first contact, since when and with whom, the longest first.
    pub(super) const fn waiting(&self) -> &BTreeSet<(Moment, PersonId, u32)> {
        &self.waiting
    }

    /// The places that share a mark.
    pub(super) fn alike(&self) -> impl Iterator<Item = (Mark, &BTreeSet<u32>)> {
        self.several.iter().map(|(mark, places)| (*mark, places))
    }
}
