//! Finding customers (B11): by digits of a number, by name, pinyin, company, member number; the newest first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use memchr::memmem::Finder;

use super::index::Standing;
use super::{Customers, Who};
use crate::books::fold::fold;
use crate::books::pinyin::{Letters, Spelling};
use crate::books::search::{FIELD, LEAST_LETTERS};
use crate::domain::clock::{self, Clock, ClockKey, Clocks, Move};
use crate::domain::customer::Phone;
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

impl Customers<'_> {
    /// The newest customers, `most` at the most, in whom every word is found. Nothing asked: the newest of all.
    #[must_use]
    pub fn find(self, query: &str, most: usize) -> Vec<Hit> {
        self.list(Filter::All, query, most).hits
    }

    /// The same among those whom a filter holds, with how many there are.
    #[must_use]
    pub fn list(self, filter: Filter, query: &str, most: usize) -> List {
        let few = self.few(filter);
        let mut hits = match &few {
            // Some of all of them, and no words to look for: nobody else is asked.
            Some(few) if query.trim().is_empty() => few.iter().filter_map(|it| self.hit(*it)).collect(),
            Some(_) | None => self.candidates(query),
        };
        hits.retain(|it| match filter {
            Filter::All => true,
            Filter::Of(person) => self.owner(it.who) == Some(person),
            Filter::Members => self.is_member(it.who),
            Filter::Unallotted => self.owner(it.who).is_none(),
            Filter::NewOn(_) | Filter::ChangedOn(_) | Filter::Uncontacted => {
                few.as_ref().is_some_and(|few| few.contains(&it.who))
            }
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

    /// Those whom a filter holds, where they are known without a look at everybody.
    fn few(self, filter: Filter) -> Option<BTreeSet<Who>> {
        match filter {
            Filter::NewOn(day) => Some(self.new_on(day)),
            Filter::ChangedOn(day) => Some(self.changed_on(day)),
            Filter::Uncontacted => Some(self.uncontacted(None).collect()),
            Filter::All | Filter::Of(_) | Filter::Members | Filter::Unallotted => None,
        }
    }

    /// A file that was not searched for.
    fn hit(self, who: Who) -> Option<Hit> {
        let latest = match who {
            Who::File(id) => self.books.files.index.of_file(id)?.latest,
            Who::Caller(id) => self.books.row(id)?.registered.at,
        };
        Some(Hit { who, field: None, latest })
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

    /// The clock of the first contact with an allotted customer, with the limit of the day of the allotment (T13). What
    /// an earlier program allotted without a clock is reckoned by the limit of now. `None` where nobody keeps the
    /// customer.
    #[must_use]
    pub fn first_contact(self, who: Who) -> Option<Clock> {
        let Who::File(id) = who else { return None };
        let file = self.file(id)?;
        if let Some(clock) = file.first_contact() {
            return Some(clock.clone());
        }
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

    /// Files whose keeper has not contacted the customer yet, the longest waiting first: all, or those of one keeper
    /// (T13).
    pub fn uncontacted(self, of: Option<PersonId>) -> impl Iterator<Item = Who> {
        let index = &self.books.files.index;
        let waiting = index.census().waiting().iter().filter(move |(_, person, _)| of.is_none_or(|of| *person == of));
        waiting.filter_map(|(_, _, place)| index.who(*place))
    }

    /// Who keeps a customer.
    #[must_use]
    pub fn owner(self, who: Who) -> Option<PersonId> {
        match who {
            Who::File(id) => self.file(id)?.owner.map(|it| it.person),
            Who::Caller(_) => None,
        }
    }

    /// Everybody in whom every word is found, in no order; merged files by the one that speaks for them.
    fn candidates(self, query: &str) -> Vec<Hit> {
        let index = &self.books.files.index;
        if let Some(id) = CustomerId::read(query).filter(|it| self.file(*it).is_some()) {
            let who = Who::File(self.numbers().principal(id));
            return self.hit(who).map(|it| Hit { field: Some(Field::File), ..it }).into_iter().collect();
        }
        let words = words(query);
        let Some((first, others)) = words.split_first() else {
            let own = index.places.iter().filter(|it| matches!(it.standing, Standing::Own(_)));
            return own.map(|it| Hit { who: it.who, field: None, latest: it.latest }).collect();
        };
        let (first, others) = (Word::new(first), others.iter().map(|it| Word::new(it)).collect::<Vec<_>>());
        let mut hits: Vec<Hit> = Vec::new();
        let mut merged = false;
        for (slot, place) in (0..).zip(&index.places) {
            if place.standing == Standing::Gone {
                continue;
            }
            let (text, letters) = index.texts.text(slot);
            let Some(field) = first.find_in(text, letters) else { continue };
            if others.iter().all(|it| it.find_in(text, letters).is_some()) {
                let speaks = match (&place.standing, place.who) {
                    (Standing::Merged, Who::File(id)) => self.hit(Who::File(self.numbers().principal(id))),
                    (Standing::Own(_) | Standing::Gone, _) | (Standing::Merged, Who::Caller(_)) => None,
                };
                merged |= speaks.is_some();
                let (who, latest) = speaks.map_or((place.who, place.latest), |it| (it.who, it.latest));
                hits.push(Hit { who, field: Some(field), latest });
            }
        }
        if merged {
            hits.sort_unstable_by_key(|it| (it.who, it.field));
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
