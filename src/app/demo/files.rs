//! Customer files of the practice year: who calls again and who is a member gets one, most are allotted and contacted,
//! one customer was entered twice, and another was until somebody merged the two.

use std::collections::HashMap;

use rand::Rng;
use rand::seq::IndexedRandom;

use super::life::Caller;
use super::phrases::{List, Phrases};
use super::{Broken, Plan, births, hours};
use crate::domain::complaint::Stamp;
use crate::domain::complaint::terms::ContactMethod;
use crate::domain::customer::{self, Command, Customer, Event, Numbers, Phone, Profile};
use crate::domain::id::{CustomerId, PersonId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::domain::record::{Fact, Version};
use crate::domain::role::Role;
use crate::domain::text::Text;
use crate::store::Batch;

/// Something that is done to the entry at a place, in the order of time.
struct Deed {
    at: Moment,
    by: PersonId,
    entry: usize,
    what: What,
}

enum What {
    Open(Box<Profile>),
    Do(Command),
    MergeInto(usize),
}

/// The batches of the files.
pub(super) fn kept(
    callers: &[Caller],
    (office, phrases): (&Office, &Phrases),
    plan: &Plan,
) -> Result<Vec<Batch>, Broken> {
    let mut clerks = Clerks::new(office, phrases, plan)?;
    let mut calls: Vec<(&Caller, u32)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for caller in callers {
        let place = *places.entry(caller.details.complainant.phone.main()).or_insert(calls.len());
        match calls.get_mut(place) {
            Some((_, times)) => *times += 1,
            None => calls.push((caller, 1)),
        }
    }
    let mut doubled = Vec::new();
    for (caller, times) in calls {
        let member = caller.details.complainant.member.is_some();
        let percent = if 1 < times {
            90.0
        } else if member {
            70.0
        } else {
            14.0
        };
        if clerks.dice.random_bool(percent / 100.0) {
            let entry = clerks.file(caller)?;
            if member && doubled.len() < 2 {
                doubled.push((caller, entry));
            }
        }
    }
    if let Some((caller, entry)) = doubled.first() {
        let (again, at) = clerks.again(caller)?;
        let merged = hours::later(office.calendar(), at, 45);
        clerks.deed(merged, (again, What::MergeInto(*entry)));
    }
    if let Some((caller, _)) = doubled.get(1) {
        clerks.again(caller)?;
    }
    clerks.written()
}

struct Clerks<'a> {
    office: &'a Office,
    phrases: &'a Phrases,
    until: Moment,
    dice: rand_chacha::ChaCha8Rng,
    desk: Vec<PersonId>,
    supervisor: PersonId,
    entries: usize,
    in_hand: HashMap<PersonId, u32>,
    deeds: Vec<Deed>,
}

impl<'a> Clerks<'a> {
    fn new(office: &'a Office, phrases: &'a Phrases, plan: &Plan) -> Result<Self, Broken> {
        let desk: Vec<PersonId> = office.holders(Role::FrontDesk).map(|it| it.id).collect();
        let supervisor = office.holders(Role::FrontDeskSupervisor).next().ok_or(Broken::Lacks("supervisor"))?.id;
        let dice = births::dice(plan.seed, u64::MAX - 3);
        let (in_hand, deeds) = (HashMap::new(), Vec::new());
        Ok(Self { office, phrases, until: plan.until, dice, desk, supervisor, entries: 0, in_hand, deeds })
    }

    fn clerk(&mut self) -> PersonId {
        self.desk.choose(&mut self.dice).copied().unwrap_or(self.supervisor)
    }

    fn deed(&mut self, at: Moment, (entry, what): (usize, What)) {
        let by = match &what {
            What::Do(Command::Assign { .. }) => self.supervisor,
            What::Open(_) | What::Do(_) | What::MergeInto(_) => self.clerk(),
        };
        self.deeds.push(Deed { at, by, entry, what });
    }

    fn pass(&mut self, from: Moment, minutes: std::ops::Range<i64>) -> Moment {
        let minutes = self.dice.random_range(minutes);
        hours::later(self.office.calendar(), from, minutes)
    }

    fn say<const N: usize>(&mut self, list: &List) -> Result<Text<N>, Broken> {
        Ok(Text::new(list.choose(&mut self.dice).map_or("", String::as_str))?)
    }

    /// The file of a caller, from the first call on.
    fn file(&mut self, caller: &Caller) -> Result<usize, Broken> {
        let mut profile = Profile::of(&caller.details.complainant);
        if self.dice.random_bool(0.2) {
            profile.contact_by = Some(ContactMethod::Chat);
        }
        if self.dice.random_bool(0.15) {
            profile.tags = vec![self.say(&self.phrases.customer_tags)?];
        }
        let opened = self.pass(caller.at, 15..500);
        let entry = self.opened(opened, profile);
        let mut at = opened;
        if self.dice.random_bool(0.8) {
            at = self.pass(at, 300..900);
            let held = |it: PersonId| self.in_hand.get(&it).copied().unwrap_or_default();
            if let Some(owner) = self.office.next_in_turn(Role::FrontDesk, &[], held) {
                *self.in_hand.entry(owner).or_default() += 1;
                self.deed(at, (entry, What::Do(Command::Assign { owner: Some(owner) })));
                if self.dice.random_bool(0.85) {
                    at = self.pass(at, 60..2_000);
                    let words = self.say(&self.phrases.customer_contacts)?;
                    self.deed(at, (entry, What::Do(Command::Contact { method: ContactMethod::Phone, words })));
                }
            }
        }
        if self.dice.random_bool(0.35) {
            at = self.pass(at, 30..4_000);
            let words = self.say(&self.phrases.customer_notes)?;
            self.deed(at, (entry, What::Do(Command::Note { words })));
        }
        Ok(entry)
    }

    /// The same customer once more, from another telephone; when, and in which place.
    fn again(&mut self, caller: &Caller) -> Result<(usize, Moment), Broken> {
        let mut profile = Profile::of(&caller.details.complainant);
        let middle = self.dice.random_range(1_000..10_000);
        let phone = format!("177{middle}{}", caller.details.complainant.phone.tail());
        profile.phones = vec![Phone::new(&phone).map_err(|_| Broken::Lacks("telephone number"))?];
        let minutes = self.dice.random_range(200..400);
        let at = hours::ago(self.office.calendar(), self.until, minutes).max(caller.at);
        Ok((self.opened(at, profile), at))
    }

    fn opened(&mut self, at: Moment, profile: Profile) -> usize {
        let entry = self.entries;
        self.entries += 1;
        self.deed(at, (entry, What::Open(Box::new(profile))));
        entry
    }

    /// Decides every deed in the order of time; what would come after the end of the year is left out.
    fn written(mut self) -> Result<Vec<Batch>, Broken> {
        self.deeds.retain(|it| it.at <= self.until);
        self.deeds.sort_by_key(|it| (it.at, it.entry));
        let mut numbers = Numbers::default();
        let mut files: HashMap<usize, Customer> = HashMap::new();
        let mut batches = Vec::with_capacity(self.deeds.len());
        for deed in std::mem::take(&mut self.deeds) {
            let ctx = customer::Ctx { office: self.office, actor: deed.by, now: deed.at, numbers: &numbers };
            let (id, expected, events) = match (deed.what, files.get(&deed.entry)) {
                (What::Open(profile), _) => {
                    let id = numbers.next();
                    (id, Version::NONE, customer::open(&ctx, id, profile))
                }
                (What::Do(command), Some(file)) => (file.id, file.version, customer::decide(&ctx, file, command)),
                (What::MergeInto(other), Some(file)) => match files.get(&other) {
                    Some(other) => {
                        (file.id, file.version, customer::decide(&ctx, file, Command::Merge { into: other.id }))
                    }
                    None => continue,
                },
                (What::Do(_) | What::MergeInto(_), None) => continue,
            };
            let events: Vec<Event> = events.map_err(Broken::Customer)?;
            take((&mut files, &mut numbers), (deed.entry, id), (&events, Stamp { at: deed.at, by: deed.by }));
            let press = births::press(&mut self.dice);
            let facts = events.into_iter().map(Fact::Customer).collect();
            batches.push(Batch {
                stream: StreamId::Customer(id),
                expected,
                beside: Vec::new(),
                press,
                at: deed.at,
                by: deed.by,
                facts,
            });
        }
        Ok(batches)
    }
}

fn take(
    (files, numbers): (&mut HashMap<usize, Customer>, &mut Numbers),
    (entry, id): (usize, CustomerId),
    (events, stamp): (&[Event], Stamp),
) {
    for event in events {
        numbers.take(id, event);
        match files.get_mut(&entry) {
            Some(file) => file.apply(event, stamp),
            None => {
                if let Some(file) = Customer::born(event, stamp) {
                    files.insert(entry, file);
                }
            }
        }
    }
}
