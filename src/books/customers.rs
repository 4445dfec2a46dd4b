//! Customers (客户档案, B11, L18): files, and callers who are known from complaints alone until somebody opens a file.
//!
//! - A complaint belongs to the customer whose number it came from; nothing of it is kept twice. Where several files have
//!   the number, it belongs to the one that is called like the caller, else to the first of them.
//! - Callers without a file are one customer where number and name are the same: a family has one telephone.
//! - A merged file is found under the one that speaks for it, and adds its numbers to those.

mod census;
mod counts;
mod doubles;
mod find;
mod follow;
mod index;
mod names;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use super::Books;
use super::fold::fold;
use super::ledger::Row;
use crate::domain::complaint::Stamp;
use crate::domain::customer::{Customer, Event, Member, Numbers, Phone, Profile, RestHours, Verb};
use crate::domain::id::{ComplaintId, CustomerId};
use crate::domain::moment::{self, Moment};
use crate::domain::text::Line;

pub use counts::{Counts, Load};
pub use doubles::{Alike, Double};
pub use find::{Field, Filter, Hit, List};
pub(super) use names::may_be_one;

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
    /// Files that somebody asked to be shown (A24).
    asked: BTreeSet<CustomerId>,
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
        let asked = files.iter().filter(|it| !it.sights.all().is_empty()).map(|it| it.id).collect();
        let all = files.into_iter().map(|it| (it.id, it)).collect();
        Self { all, numbers, days: days.into_iter().collect(), asked, index: index::Index::default() }
    }

    pub(super) fn all(&self) -> Vec<&Customer> {
        self.all.values().collect()
    }

    pub(super) fn days(&self) -> Vec<Entry> {
        self.days.iter().copied().collect()
    }

    /// Takes a fact over; the index is brought up by who knows the complaints.
    fn take(&mut self, id: CustomerId, event: &Event, stamp: Stamp) {
        match self.all.get_mut(&id) {
            Some(file) => file.apply(event, stamp),
            None => match Customer::born(event, stamp) {
                Some(file) => {
                    self.all.insert(id, file);
                }
                None => return,
            },
        }
        self.numbers.take(id, event);
        if let Event::SightAsked { .. } = event {
            self.asked.insert(id);
        }
        if event.tells_of_customer() {
            self.days.insert(Entry { at: stamp.at, file: id, verb: verb_of(event) });
        }
    }

    /// The file whose a call from a number under a name is: the one that is called so, else the first that has the
    /// number.
    fn file_of(&self, phone: &Phone, name: &str) -> Option<CustomerId> {
        let files = self.numbers.with(phone);
        if files.len() < 2 {
            return files.first().copied();
        }
        let name = fold(name);
        let called_so = |id: &&CustomerId| {
            let group = self.numbers.group(**id);
            group.iter().filter_map(|it| self.all.get(it)).any(|it| fold(&it.profile.name) == name)
        };
        files.iter().find(called_so).or_else(|| files.first()).copied()
    }
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
        Event::SightAsked { .. } => Verb::AskSight,
        Event::SightAnswered { .. } => Verb::AnswerSight,
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

    /// Files that somebody asked to be shown.
    pub(super) fn asked(self) -> impl Iterator<Item = &'a Customer> {
        self.books.files.asked.iter().filter_map(move |it| self.file(*it))
    }

    /// How many customers there are: files that speak for themselves, and callers without one.
    #[must_use]
    pub fn count(self) -> usize {
        self.books.files.index.census().all()
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
        match self.books.files.file_of(&row.caller.phone, &row.caller.name) {
            Some(id) => Who::File(id),
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
        let row = || self.books.customer(phone).find(|it| fold(&it.caller.name) == name);
        let file = self.books.files.file_of(phone, &name).map(Who::File);
        file.or_else(|| row().map(|it| Who::Caller(it.id)))
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
