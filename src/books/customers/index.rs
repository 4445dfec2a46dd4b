//! What customers are found by: one folded text each, in places that never change; what they count for follows them.

use std::collections::HashMap;

use super::Who;
use super::census::{Census, Counted, Mark};
use crate::books::fold::push;
use crate::books::ledger::Row;
use crate::books::pinyin::Letters;
use crate::books::search::{FIELD, Texts};
use crate::domain::customer::{Customer, Phone};
use crate::domain::id::CustomerId;
use crate::domain::moment::Moment;
use crate::domain::text::Line;

/// The places of all customers, those who got a file or were merged among them.
#[derive(Clone, Default)]
pub(in crate::books) struct Index {
    pub(super) texts: Texts,
    pub(super) places: Vec<Place>,
    census: Census,
    of_file: HashMap<CustomerId, u32>,
    /// The callers of each number, by folded name.
    of_phone: HashMap<Box<str>, Vec<(Box<str>, u32)>>,
}

/// A customer's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) who: Who,
    /// The last time that something was written or complained about.
    pub(super) latest: Moment,
    pub(super) standing: Standing,
}

/// Whether a place is a customer of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is, and counts.
    Own(Counted),
    /// A file that another one speaks for.
    Merged,
    /// A caller who has a file now, or who never called from there after all.
    Gone,
}

/// Everybody who calls from a number without a file under one name.
#[derive(Debug, Clone)]
pub(super) struct Namesakes<'a> {
    /// The name, folded.
    pub(super) name: String,
    /// The newest complaint.
    pub(super) newest: &'a Row,
    /// When the first one came.
    pub(super) began: Moment,
}

impl Index {
    pub(super) const fn census(&self) -> &Census {
        &self.census
    }

    /// Who has a place.
    pub(super) fn who(&self, place: u32) -> Option<Who> {
        self.places.get(place as usize).map(|it| it.who)
    }

    /// The place of a file.
    pub(super) fn of_file(&self, id: CustomerId) -> Option<&Place> {
        self.of_file.get(&id).and_then(|it| self.places.get(*it as usize))
    }

    pub(super) fn set_file(&mut self, file: &Customer, (latest, standing): (Moment, Standing)) {
        let profile = &file.profile;
        let phones: Vec<&str> = profile.phones.iter().map(Phone::main).collect();
        let organisation = profile.organisation.as_deref().unwrap_or_default();
        let card = profile.member.as_ref().and_then(|it| it.number.as_deref()).unwrap_or_default();
        let tags: Vec<&str> = profile.tags.iter().map(Line::as_str).collect();
        let text = text([&phones.join(" "), &profile.name, organisation, card, &tags.join(" ")]);
        let letters = Letters::of([&profile.name, organisation]);
        let place = self.of_file.get(&file.id).copied();
        let place = self.put(place, Place { who: Who::File(file.id), latest, standing }, (&text, letters));
        self.of_file.insert(file.id, place);
    }

    /// Everybody of a number without a file; nobody: nobody of that number is to be found here.
    pub(super) fn set_callers(&mut self, phone: &Phone, callers: &[Namesakes<'_>]) {
        let known = self.of_phone.get(phone.main()).map(Vec::as_slice).unwrap_or_default();
        let gone = known.iter().filter(|(name, _)| !callers.iter().any(|it| it.name.as_str() == &**name));
        for place in gone.map(|(_, place)| *place).collect::<Vec<_>>() {
            self.stand(place, Standing::Gone);
        }
        for it in callers {
            self.set_caller(phone, it);
        }
    }

    /// Who calls from a number without a file under one name.
    pub(super) fn set_caller(&mut self, phone: &Phone, it: &Namesakes<'_>) {
        let known = self.of_phone.get(phone.main()).map(Vec::as_slice).unwrap_or_default();
        let place = known.iter().find(|(name, _)| **name == *it.name).map(|(_, place)| *place);
        let caller = &it.newest.caller;
        let organisation = caller.organisation.as_deref().unwrap_or_default();
        let card = caller.card.as_deref().unwrap_or_default();
        let text = text([caller.phone.main(), &caller.name, organisation, card, ""]);
        let letters = Letters::of([&caller.name, organisation]);
        let counted = Counted {
            owner: None,
            waits: false,
            member: caller.member,
            began: it.began,
            marks: Mark::all(&caller.name, caller.card.as_deref(), std::iter::once(&caller.phone)),
        };
        let who = Who::Caller(it.newest.id);
        let entry = Place { who, latest: it.newest.registered.at, standing: Standing::Own(counted) };
        let put = self.put(place, entry, (&text, letters));
        if place.is_none() {
            self.of_phone.entry(phone.main().into()).or_default().push((it.name.as_str().into(), put));
        }
    }

    fn put(&mut self, place: Option<u32>, entry: Place, (text, letters): (&str, Letters)) -> u32 {
        let place = place.unwrap_or_else(|| {
            let gone = Place { who: entry.who, latest: entry.latest, standing: Standing::Gone };
            self.places.push(gone);
            u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
        });
        if let Some(it) = self.places.get_mut(place as usize) {
            (it.who, it.latest) = (entry.who, entry.latest);
        }
        self.stand(place, entry.standing);
        self.texts.set(place, text, letters);
        place
    }

    /// The one way to another standing: what is counted follows.
    fn stand(&mut self, place: u32, standing: Standing) {
        let Some(it) = self.places.get_mut(place as usize) else { return };
        if it.standing == standing {
            return;
        }
        if let Standing::Own(counted) = &it.standing {
            self.census.leave(place, counted);
        }
        if let Standing::Own(counted) = &standing {
            self.census.enter(place, counted);
        }
        it.standing = standing;
    }
}

fn text(fields: [&str; 5]) -> String {
    let mut text = String::new();
    for (place, field) in fields.into_iter().enumerate() {
        if 0 < place {
            text.push(FIELD);
        }
        push(&mut text, field);
    }
    text
}
