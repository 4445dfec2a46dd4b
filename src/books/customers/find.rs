//! Finding customers (B11): by digits of a number, by name, pinyin, company, member number; the newest first.

use std::cmp::Reverse;

use chrono::{Days, NaiveDate};
use memchr::memmem::Finder;

use super::index::Standing;
use super::{Customers, Who};
use crate::books::fold::fold;
use crate::books::pinyin::{Letters, Spelling};
use crate::books::search::{FIELD, LEAST_LETTERS};
use crate::domain::clock::{self, Clock, ClockKey, Clocks, Move};
use crate::domain::customer::{Phone, Verb};
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;

/// So many digits and fewer mean the tail of a number.
const TAIL: usize = 4;
/// From so many digits on, a query with blanks and hyphens is one telephone number.
const WHOLE: usize = 5;

/// Where a customer was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The number of the file.
    File,
    /// A telephone number.
    Phone,
    /// The name; by pinyin too.
    Name,
    /// The company; by pinyin too.
    Organisation,
    /// The number of the member's card.
    Member,
    /// A tag of the file.
    Tag,
}

/// The order in which the fields stand in a text.
const FIELDS: [Field; 5] = [Field::Phone, Field::Name, Field::Organisation, Field::Member, Field::Tag];

/// A customer who was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Who.
    pub who: Who,
    /// Where the first word was found; `None` where nothing was asked.
    pub field: Option<Field>,
    /// The last time that something was written or complained about.
    pub latest: Moment,
}

/// Which customers a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those whom somebody keeps.
    Of(PersonId),
    /// Those who are new on a day: opened, or calling for the first time (T12).
    NewOn(NaiveDate),
    /// Those about whom something was written on a day, and who were no news (T12).
    ChangedOn(NaiveDate),
    /// Members.
    Members,
    /// Whom nobody keeps yet.
    Unallotted,
    /// Who got a keeper and was not contacted since, the longest waiting first (T13).
    Uncontacted,
}

/// A list of customers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// The newest, as many as were asked for.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub total: usize,
}

/// How many customers each filter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// [`Filter::All`].
    pub all: usize,
    /// [`Filter::Of`] who was asked about.
    pub own: usize,
    /// [`Filter::NewOn`] the day.
    pub new: usize,
    /// [`Filter::ChangedOn`] the day.
    pub changed: usize,
    /// [`Filter::Members`].
    pub members: usize,
    /// [`Filter::Unallotted`].
    pub unallotted: usize,
    /// [`Filter::Uncontacted`].
    pub uncontacted: usize,
}

impl Customers<'_> {
    /// How many customers each filter holds, in one pass; those of a person and of a day among them.
    #[must_use]
    pub fn counts(self, person: PersonId, day: NaiveDate) -> Counts {
        let (new, written) = (self.new_on(day), self.files_written_on(day));
        let mut counts = Counts { uncontacted: self.books.files.waiting.len(), ..Counts::default() };
        for place in self.books.files.index.places.iter().filter(|it| it.standing == Standing::Own) {
            let owner = self.owner(place.who);
            counts.all += 1;
            counts.own += usize::from(owner == Some(person));
            counts.unallotted += usize::from(owner.is_none());
            counts.members += usize::from(self.is_member(place.who));
        }
        counts.new = new.len();
        counts.changed = written.iter().filter(|it| new.binary_search(it).is_err()).count();
        counts
    }

    /// The newest customers, `most` at the most, in whom every word is found. Nothing asked: the newest of all.
    #[must_use]
    pub fn find(self, query: &str, most: usize) -> Vec<Hit> {
        self.list(Filter::All, query, most).hits
    }

    /// The same among those whom a filter holds, with how many there are.
    #[must_use]
    pub fn list(self, filter: Filter, query: &str, most: usize) -> List {
        let mut hits = self.candidates(query);
        let new = match filter {
            Filter::NewOn(day) | Filter::ChangedOn(day) => self.new_on(day),
            Filter::All | Filter::Of(_) | Filter::Members | Filter::Unallotted | Filter::Uncontacted => Vec::new(),
        };
        let written = match filter {
            Filter::ChangedOn(day) => self.files_written_on(day),
            Filter::All
            | Filter::Of(_)
            | Filter::NewOn(_)
            | Filter::Members
            | Filter::Unallotted
            | Filter::Uncontacted => Vec::new(),
        };
        hits.retain(|it| match filter {
            Filter::All => true,
            Filter::Of(person) => self.owner(it.who) == Some(person),
            Filter::NewOn(_) => new.binary_search(&it.who).is_ok(),
            Filter::ChangedOn(_) => written.binary_search(&it.who).is_ok() && new.binary_search(&it.who).is_err(),
            Filter::Members => self.is_member(it.who),
            Filter::Unallotted => self.owner(it.who).is_none(),
            Filter::Uncontacted => self.waits_since(it.who).is_some(),
        });
        let total = hits.len();
        if filter == Filter::Uncontacted {
            hits.sort_by_key(|it| (self.waits_since(it.who), it.who));
        } else {
            let newest = |it: &Hit| (Reverse(it.latest), it.who);
            if most < hits.len() {
                hits.select_nth_unstable_by_key(most, newest);
                hits.truncate(most);
            }
            hits.sort_unstable_by_key(newest);
        }
        hits.truncate(most);
        List { hits, total }
    }

    /// Whether a customer is a member (E13).
    #[must_use]
    pub fn is_member(self, who: Who) -> bool {
        match who {
            Who::File(id) => self.file(id).is_some_and(|it| it.profile.member.is_some()),
            Who::Caller(id) => self.books.row(id).is_some_and(|it| it.caller.member),
        }
    }

    /// Since when a customer who got a keeper waits to be contacted (T13).
    #[must_use]
    pub fn waits_since(self, who: Who) -> Option<Moment> {
        match who {
            Who::File(id) => self.file(id).filter(|it| it.contacted.is_none())?.owner.map(|it| it.since),
            Who::Caller(_) => None,
        }
    }

    /// The clock of the first contact with an allotted customer, by the office's limit of now (T13). `None` where
    /// nobody keeps the customer.
    #[must_use]
    pub fn first_contact(self, who: Who) -> Option<Clock> {
        let Who::File(id) = who else { return None };
        let file = self.file(id)?;
        let (calendar, limits) = (self.books.office().calendar(), self.books.office().limits());
        let mut clocks = Clocks::default();
        let key = ClockKey::of(ClockName::FirstContact);
        let since = file.owner?.since;
        clocks.apply(&clock::start(calendar, limits, key.name, None, since), since);
        if let Some(contacted) = file.contacted {
            clocks.apply(&Move::Stop { key }, contacted.at);
        }
        clocks.find(key).cloned()
    }

    /// Files whose keeper has not contacted the customer yet, in no order: all, or those of one keeper (T13).
    pub fn uncontacted(self, of: Option<PersonId>) -> impl Iterator<Item = Who> {
        let waiting = self.books.files.waiting.iter().filter(move |(_, it)| of.is_none_or(|of| it.person == of));
        waiting.map(|(id, _)| Who::File(*id))
    }

    /// Who keeps a customer.
    #[must_use]
    pub fn owner(self, who: Who) -> Option<PersonId> {
        match who {
            Who::File(id) => self.file(id)?.owner.map(|it| it.person),
            Who::Caller(_) => None,
        }
    }

    /// Whose files something was written into on a day, in order.
    fn files_written_on(self, day: NaiveDate) -> Vec<Who> {
        let files = self.written_on(day).into_iter().map(|(id, _)| Who::File(self.numbers().principal(id)));
        let mut files: Vec<Who> = files.collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// Who is new on a day, in order.
    fn new_on(self, day: NaiveDate) -> Vec<Who> {
        let opened = self.written_on(day).into_iter().filter(|(_, verb)| *verb == Verb::Open);
        // Who called before the file was opened is no news.
        let files = opened
            .map(|(id, _)| Who::File(self.numbers().principal(id)))
            .filter(|it| self.complaints(*it).last().is_none_or(|row| day <= self.day_of(row.registered.at)));
        let recent = self.books.ledger().rows().iter().rev().take_while(|it| day <= it.id.day() + Days::new(1));
        let first_call = recent.filter(|row| {
            let mut calls = self.complaints(self.of_row(row)).into_iter();
            self.day_of(row.registered.at) == day && calls.all(|it| day <= self.day_of(it.registered.at))
        });
        let callers = first_call.map(|row| self.of_row(row)).filter(|it| match it {
            // A file that is older than the first call of its number is no news either.
            Who::File(id) => self.file(*id).is_some_and(|it| day <= self.day_of(it.opened.at)),
            Who::Caller(_) => true,
        });
        let mut new: Vec<Who> = files.chain(callers).collect();
        new.sort_unstable();
        new.dedup();
        new
    }

    fn day_of(self, at: Moment) -> NaiveDate {
        self.books.office().calendar().day_of(at)
    }

    /// Everybody in whom every word is found, in no order; merged files by the one that speaks for them.
    fn candidates(self, query: &str) -> Vec<Hit> {
        let index = &self.books.files.index;
        if let Some(id) = CustomerId::read(query).filter(|it| self.file(*it).is_some()) {
            let who = Who::File(self.numbers().principal(id));
            let latest = index.places.iter().find(|it| it.who == who).map(|it| it.latest).unwrap_or_default();
            return vec![Hit { who, field: Some(Field::File), latest }];
        }
        let words = words(query);
        let Some((first, others)) = words.split_first() else {
            let own = index.places.iter().filter(|it| it.standing == Standing::Own);
            return own.map(|it| Hit { who: it.who, field: None, latest: it.latest }).collect();
        };
        let (first, others) = (Word::new(first), others.iter().map(|it| Word::new(it)).collect::<Vec<_>>());
        let mut hits: Vec<Hit> = Vec::new();
        let mut merged = false;
        for (slot, place) in (0..).zip(&index.places) {
            let who = match (place.standing, place.who) {
                (Standing::Gone, _) => continue,
                (Standing::Merged, Who::File(id)) => Who::File(self.numbers().principal(id)),
                (Standing::Own, who) | (Standing::Merged, who @ Who::Caller(_)) => who,
            };
            let (text, letters) = index.texts.text(slot);
            let Some(field) = first.find_in(text, letters) else { continue };
            if others.iter().all(|it| it.find_in(text, letters).is_some()) {
                merged |= place.standing == Standing::Merged;
                hits.push(Hit { who, field: Some(field), latest: place.latest });
            }
        }
        if merged {
            hits.sort_unstable_by_key(|it| (it.who, Reverse(it.latest)));
            hits.dedup_by_key(|it| it.who);
        }
        hits
    }
}

/// The words of a query; a telephone number is one word, however it is written.
fn words(query: &str) -> Vec<String> {
    if let Ok(phone) = Phone::new(query)
        && WHOLE <= phone.main().len()
    {
        return vec![phone.main().to_owned()];
    }
    fold(query).split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

struct Word<'a> {
    finder: Finder<'a>,
    folded: &'a str,
    tail: bool,
    letters: Option<Letters>,
}

impl<'a> Word<'a> {
    fn new(folded: &'a str) -> Self {
        let tail = folded.len() <= TAIL && folded.bytes().all(|it| it.is_ascii_digit());
        let letter = |it: u8| it.is_ascii_lowercase() || it == b'\'';
        let spelled = LEAST_LETTERS <= folded.len() && folded.bytes().all(letter);
        let letters = spelled.then(|| Letters::typed(folded));
        Self { finder: Finder::new(folded), folded, tail, letters }
    }

    fn find_in(&self, text: &str, letters: Letters) -> Option<Field> {
        let found = self.finder.find_iter(text.as_bytes()).find_map(|it| self.judge(text, it));
        found.or_else(|| {
            self.letters.filter(|it| letters.hold(*it))?;
            let spelled = |(text, field): (&str, Field)| {
                let named = matches!(field, Field::Name | Field::Organisation);
                (named && Spelling::of(text).matches(self.folded).is_some()).then_some(field)
            };
            text.split(FIELD).zip(FIELDS).find_map(spelled)
        })
    }

    /// The field of a hit, if the hit counts there: few digits must be the last of a number.
    fn judge(&self, text: &str, hit: usize) -> Option<Field> {
        let place = text.get(..hit)?.matches(FIELD).count();
        let field = FIELDS.get(place).copied()?;
        let next = text.as_bytes().get(hit + self.folded.len());
        let last = next.is_none_or(|it| *it == FIELD as u8 || *it == b' ');
        (field != Field::Phone || !self.tail || last).then_some(field)
    }
}
