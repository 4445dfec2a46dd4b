//! Customers (客户档案, B11, L18): files, and callers who are known from complaints alone until somebody opens a file.
//!
//! - A complaint belongs to the customer whose number it came from; nothing of it is kept twice. Where several files have
//!   the number, it belongs to the one that is called like the caller, else to the first of them.
//! - Callers without a file are one customer where number and name are the same: a family has one telephone.
//! - A merged file is found under the one that speaks for it, and adds its numbers to those.

mod doubles;
mod find;
mod index;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Books;
use super::fold::fold;
use super::ledger::Row;
use crate::domain::complaint::Stamp;
use crate::domain::customer::allot;
use crate::domain::customer::{Customer, Event, Member, Numbers, Owner, Phone, Profile, RestHours, Verb};
use crate::domain::id::{ComplaintId, CustomerId, PersonId};
use crate::domain::moment::{self, Moment};
use crate::domain::text::Line;

pub use doubles::{Alike, Double};
pub use find::{Counts, Field, Filter, Hit, List};

/// A customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Who has a file.
    File(CustomerId),
    /// Who has none yet: the newest complaint from that number under that name.
    Caller(ComplaintId),
}

/// All customer files, as the facts made them, and what is found by.
#[derive(Clone, Default)]
pub(super) struct Files {
    all: BTreeMap<CustomerId, Customer>,
    numbers: Numbers,
    days: BTreeSet<Entry>,
    /// Files that speak for themselves whose keeper has yet to contact the customer (T13).
    waiting: BTreeMap<CustomerId, Owner>,
    index: index::Index,
}

/// Something that was written into a file (T12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Entry {
    #[serde(with = "moment::exact")]
    at: Moment,
    file: CustomerId,
    verb: Verb,
}

/// Files are what they were told; the index follows from that.
impl PartialEq for Files {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all && self.days == other.days
    }
}

impl Files {
    /// Files that were put together before.
    pub(super) fn of(files: Vec<Customer>, days: Vec<Entry>) -> Self {
        let mut numbers = Numbers::default();
        for it in &files {
            numbers.set(it.id, &it.profile);
            if it.into.is_some() {
                numbers.merge(it.id, it.into);
            }
        }
        let waiting = files.iter().filter_map(|it| Some((it.id, waits(it)?))).collect();
        let all = files.into_iter().map(|it| (it.id, it)).collect();
        Self { all, numbers, days: days.into_iter().collect(), waiting, index: index::Index::default() }
    }

    pub(super) fn all(&self) -> Vec<&Customer> {
        self.all.values().collect()
    }

    pub(super) fn days(&self) -> Vec<Entry> {
        self.days.iter().copied().collect()
    }

    /// Takes a fact over; the index is brought up by who knows the complaints. Tells the numbers that it concerns.
    pub(super) fn take(&mut self, id: CustomerId, event: &Event, stamp: Stamp) -> Vec<Phone> {
        let before = self.all.get(&id).map(|it| it.profile.phones.clone()).unwrap_or_default();
        match self.all.get_mut(&id) {
            Some(file) => file.apply(event, stamp),
            None => match Customer::born(event, stamp) {
                Some(file) => {
                    self.all.insert(id, file);
                }
                None => return Vec::new(),
            },
        }
        self.numbers.take(id, event);
        match self.all.get(&id).and_then(waits) {
            Some(owner) => self.waiting.insert(id, owner),
            None => self.waiting.remove(&id),
        };
        if event.tells_of_customer() {
            self.days.insert(Entry { at: stamp.at, file: id, verb: verb_of(event) });
        }
        let mut phones = before;
        if let Event::Changed { profile } | Event::Opened { profile, .. } = event {
            phones.extend(profile.phones.iter().cloned());
        }
        phones
    }
}

/// Since when, and with whom, a customer waits for the first contact.
fn waits(file: &Customer) -> Option<Owner> {
    file.owner.filter(|_| file.contacted.is_none() && file.into.is_none())
}

const fn verb_of(event: &Event) -> Verb {
    match event {
        Event::Opened { .. } => Verb::Open,
        Event::Changed { .. } => Verb::Change,
        Event::Assigned { .. } => Verb::Assign,
        Event::Noted { .. } => Verb::Note,
        Event::Contacted { .. } => Verb::Contact,
        Event::Merged { .. } => Verb::Merge,
        Event::Unmerged => Verb::Unmerge,
        Event::ToldApart { .. } => Verb::TellApart,
        Event::Revealed { .. } => Verb::Reveal,
    }
}

/// Questions about customers.
#[derive(Debug, Clone, Copy)]
pub struct Customers<'a> {
    books: &'a Books,
}

/// An order or service number that a customer gave with a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order<'a> {
    /// The number.
    pub number: &'a str,
    /// Of what.
    pub product: &'a str,
    /// The newest complaint that names it.
    pub row: &'a Row,
}

/// What somebody keeps already (L17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// Files.
    pub files: u32,
    /// Open complaints that he or she tracks.
    pub open: u32,
}

impl Books {
    /// Questions about customers.
    #[must_use]
    pub const fn customers(&self) -> Customers<'_> {
        Customers { books: self }
    }
}

impl<'a> Customers<'a> {
    /// Whose telephone numbers are whose.
    #[must_use]
    pub const fn numbers(self) -> &'a Numbers {
        &self.books.files.numbers
    }

    /// A file.
    #[must_use]
    pub fn file(self, id: CustomerId) -> Option<&'a Customer> {
        self.books.files.all.get(&id)
    }

    /// How many customers there are: files that speak for themselves, and callers without one.
    #[must_use]
    pub fn count(self) -> usize {
        self.books.files.index.shown()
    }

    /// Whose a number is; the newest complaint decides which file where several have it. `None` for a stranger.
    #[must_use]
    pub fn of(self, phone: &Phone) -> Option<Who> {
        match self.books.customer(phone).next() {
            Some(row) => Some(self.of_row(row)),
            None => self.numbers().with(phone).first().map(|it| Who::File(*it)),
        }
    }

    /// Whose a complaint is.
    #[must_use]
    pub fn of_row(self, row: &Row) -> Who {
        let files = self.numbers().with(&row.caller.phone);
        let called_so = |id: &&CustomerId| {
            let group = self.numbers().group(**id);
            group.into_iter().filter_map(|it| self.file(it)).any(|it| it.profile.name == row.caller.name)
        };
        match files.iter().find(called_so).or_else(|| files.first()) {
            Some(id) => Who::File(*id),
            None => Who::Caller(self.namesakes(row).next().map_or(row.id, |it| it.id)),
        }
    }

    /// Every complaint from the number of a row under its name, the newest first.
    fn namesakes(self, row: &'a Row) -> impl Iterator<Item = &'a Row> {
        let name = fold(&row.caller.name);
        self.books.customer(&row.caller.phone).filter(move |it| it.id == row.id || fold(&it.caller.name) == name)
    }

    /// Whether two complaints from one number are one customer's: a file has the number, or they give one name.
    #[must_use]
    pub fn is_one(self, one: &Row, other: &Row) -> bool {
        if self.numbers().is_known(&one.caller.phone) {
            self.of_row(one) == self.of_row(other)
        } else {
            fold(&one.caller.name) == fold(&other.caller.name)
        }
    }

    /// Who calls from a number under a name; `None` for a stranger. Without a name: who called from there last.
    #[must_use]
    pub fn calling(self, phone: &Phone, name: Option<&str>) -> Option<Who> {
        let name = name.map(fold).filter(|it| !it.is_empty());
        let Some(name) = name else { return self.of(phone) };
        let named = |it: &Customer| fold(&it.profile.name) == name;
        let files = self.numbers().with(phone);
        let group = |id: CustomerId| self.numbers().group(id).into_iter().filter_map(|it| self.file(it));
        let file = files.iter().find(|id| group(**id).any(named)).or_else(|| files.first());
        let row = || self.books.customer(phone).find(|it| fold(&it.caller.name) == name);
        file.map(|it| Who::File(*it)).or_else(|| row().map(|it| Who::Caller(it.id)))
    }

    /// The same customer as of now: a caller who got a file since, a file that was merged, a newer complaint.
    #[must_use]
    pub fn now(self, who: Who) -> Who {
        match who {
            Who::File(id) => Who::File(self.numbers().principal(id)),
            Who::Caller(id) => self.books.row(id).map_or(who, |it| self.of_row(it)),
        }
    }

    /// What is known of a customer: what the file says, or what the newest complaint told. Personal: see UI.md 11.
    #[must_use]
    pub fn profile(self, who: Who) -> Option<Profile> {
        match who {
            Who::File(id) => self.file(id).map(|it| it.profile.clone()),
            Who::Caller(id) => match self.books.complaint(id) {
                Some(complaint) => Some(Profile::of(&complaint.details.complainant)),
                None => self.books.row(id).map(profile_of),
            },
        }
    }

    /// Every number of a customer: the file's, then those of files that were merged into it.
    #[must_use]
    pub fn phones(self, who: Who) -> Vec<&'a Phone> {
        match who {
            Who::Caller(id) => self.books.row(id).map(|it| &it.caller.phone).into_iter().collect(),
            Who::File(id) => {
                let mut phones: Vec<&Phone> = Vec::new();
                for file in self.numbers().group(id).into_iter().filter_map(|it| self.file(it)) {
                    for phone in &file.profile.phones {
                        if !phones.iter().any(|it| it.main() == phone.main()) {
                            phones.push(phone);
                        }
                    }
                }
                phones
            }
        }
    }

    /// When the customer with a number rests, as files say (E12); add it to what the complaint says.
    #[must_use]
    pub fn rests(self, phone: &Phone) -> Vec<RestHours> {
        self.numbers().rests(phone)
    }

    /// Every complaint of a customer, the newest first; its calls are in the rows.
    #[must_use]
    pub fn complaints(self, who: Who) -> Vec<&'a Row> {
        let mut rows: Vec<&Row> = match who {
            Who::Caller(id) => self.books.row(id).map(|it| self.namesakes(it).collect()).unwrap_or_default(),
            Who::File(_) => self.phones(who).into_iter().flat_map(|it| self.books.customer(it)).collect(),
        };
        // Two files may have one number: each has the complaints in its own name.
        rows.retain(|it| matches!(who, Who::Caller(_)) || self.of_row(it) == who);
        rows.sort_unstable_by_key(|it| std::cmp::Reverse((it.registered.at, it.id)));
        rows
    }

    /// Order and service numbers that a customer gave, the newest first.
    #[must_use]
    pub fn orders(self, who: Who) -> Vec<Order<'a>> {
        let mut seen = HashSet::new();
        let named = |row: &'a Row| {
            let number = row.order_number.as_deref()?;
            seen.insert(number).then_some(Order { number, product: &row.product, row })
        };
        self.complaints(who).into_iter().filter_map(named).collect()
    }

    /// What was written into files on a day of the office, in order (T12).
    #[must_use]
    pub fn written_on(self, day: NaiveDate) -> Vec<(CustomerId, Verb)> {
        let calendar = self.books.office().calendar();
        let midnight = |day: NaiveDate| calendar.moment(day.and_time(chrono::NaiveTime::MIN));
        let least = |at| Entry { at, file: CustomerId(0), verb: Verb::Open };
        let (from, until) = (least(midnight(day)), least(midnight(day + chrono::Days::new(1))));
        self.books.files.days.range(from..until).map(|it| (it.file, it.verb)).collect()
    }

    /// What somebody keeps.
    #[must_use]
    pub fn load(self, person: PersonId) -> Load {
        let files = self.books.files.all.values().filter(|it| it.into.is_none());
        let files = files.filter(|it| it.owner.is_some_and(|it| it.person == person)).count();
        let open = self.books.open().filter(|it| it.tracking == person).count();
        Load { files: u32::try_from(files).unwrap_or(u32::MAX), open: u32::try_from(open).unwrap_or(u32::MAX) }
    }

    /// Who should keep these customers: evenly by files and open work, weighed by what each person can take (L17).
    #[must_use]
    pub fn allotment(self, customers: &[Who]) -> Vec<(Who, PersonId)> {
        let people = self.books.office().people();
        let loads: BTreeMap<PersonId, Load> = people.map(|it| (it.id, self.load(it.id))).collect();
        allot::propose(self.books.office(), customers, |it| {
            loads.get(&it).map_or(0, |it| it.files.saturating_add(it.open))
        })
    }
}

fn profile_of(row: &Row) -> Profile {
    let caller = &row.caller;
    let line = |it: &Option<Box<str>>| it.as_deref().and_then(|it| Line::new(it).ok());
    Profile::of(&crate::domain::customer::Complainant {
        name: caller.name.clone(),
        salutation: caller.salutation,
        phone: caller.phone.clone(),
        organisation: line(&caller.organisation),
        address: line(&caller.address),
        region: line(&caller.region),
        member: caller.member.then(|| Member { number: line(&caller.card), tier: None }),
        preference: None,
        rests: None,
    })
}

/// Keeping the index.
impl Books {
    /// A fact of a file.
    pub(super) fn take_customer(&mut self, id: CustomerId, event: &Event, stamp: Stamp) {
        let phones = self.files.take(id, event, stamp);
        self.index_file(id);
        if let Event::Merged { into } = event {
            self.index_file(*into);
        }
        for phone in phones {
            self.index_caller(&phone);
        }
    }

    fn index_file(&mut self, id: CustomerId) {
        let Some(file) = self.files.all.get(&id) else { return };
        let called = file.profile.phones.iter().filter_map(|it| self.customer(it).next());
        let latest = called.map(|it| it.registered.at).max().unwrap_or_default().max(file.changed.at);
        self.files.index.set_file(file, latest);
    }

    /// The customers of a number, after a complaint of it came or was corrected.
    pub(super) fn index_caller(&mut self, phone: &Phone) {
        if self.files.numbers.is_known(phone) {
            self.files.index.set_callers(phone, &[]);
            let newest = self.callers.newest(phone).and_then(|it| self.ledger.at(it));
            if let Some(row) = newest {
                for id in self.files.numbers.with(phone) {
                    self.files.index.touch(id, row.registered.at);
                }
            }
            return;
        }
        // The newest complaint under each name.
        let mut newest: Vec<(String, &Row)> = Vec::new();
        let slots = self.callers.slots(phone).iter().rev();
        for row in slots.filter_map(|it| self.ledger.at(*it)) {
            let name = fold(&row.caller.name);
            if !newest.iter().any(|(it, _)| *it == name) {
                newest.push((name, row));
            }
        }
        self.files.index.set_callers(phone, &newest);
    }
}

impl Files {
    /// Makes the index anew.
    pub(super) fn index(&mut self, rows: &[Row]) {
        let mut seen: HashSet<(&str, String)> = HashSet::with_capacity(rows.len());
        let named = |row: &Row| fold(&row.caller.name);
        let newest: Vec<&Row> =
            rows.iter().rev().filter(|it| seen.insert((it.caller.phone.main(), named(it)))).collect();
        for file in self.all.values() {
            self.index.set_file(file, file.changed.at);
        }
        for row in newest.into_iter().rev() {
            let phone = &row.caller.phone;
            if self.numbers.is_known(phone) {
                for id in self.numbers.with(phone) {
                    self.index.touch(id, row.registered.at);
                }
            } else {
                self.index.add_caller(phone, (fold(&row.caller.name), row));
            }
        }
    }
}
