//! What customers are found by: one folded text each, in places that never change.

use std::collections::HashMap;

use super::Who;
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
    of_file: HashMap<CustomerId, u32>,
    /// The callers of each number, by folded name.
    of_phone: HashMap<Box<str>, Vec<(Box<str>, u32)>>,
}

/// A customer's place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) who: Who,
    /// The last time that something was written or complained about.
    pub(super) latest: Moment,
    pub(super) standing: Standing,
}

/// Whether a place is a customer of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is.
    Own,
    /// A file that another one speaks for.
    Merged,
    /// A caller who has a file now, or who never called from there after all.
    Gone,
}

impl Index {
    pub(super) fn shown(&self) -> usize {
        self.places.iter().filter(|it| it.standing == Standing::Own).count()
    }

    pub(super) fn set_file(&mut self, file: &Customer, latest: Moment) {
        let place = self.of_file.get(&file.id).copied();
        let standing = if file.into.is_some() { Standing::Merged } else { Standing::Own };
        let known = place.and_then(|it| self.places.get(it as usize)).map(|it| it.latest);
        let latest = known.map_or(latest, |it| it.max(latest));
        let profile = &file.profile;
        let phones: Vec<&str> = profile.phones.iter().map(Phone::main).collect();
        let organisation = profile.organisation.as_deref().unwrap_or_default();
        let card = profile.member.as_ref().and_then(|it| it.number.as_deref()).unwrap_or_default();
        let tags: Vec<&str> = profile.tags.iter().map(Line::as_str).collect();
        let text = text([&phones.join(" "), &profile.name, organisation, card, &tags.join(" ")]);
        let letters = Letters::of([&profile.name, organisation]);
        let place = self.put(place, Place { who: Who::File(file.id), latest, standing }, (&text, letters));
        self.of_file.insert(file.id, place);
    }

    /// The newest complaint of a number without a file under each folded name; none: nobody of that number is to be
    /// found here.
    pub(super) fn set_callers(&mut self, phone: &Phone, newest: &[(String, &Row)]) {
        let known = self.of_phone.get(phone.main()).map(Vec::as_slice).unwrap_or_default();
        let gone: Vec<u32> = known
            .iter()
            .filter(|(name, _)| !newest.iter().any(|(it, _)| it.as_str() == &**name))
            .map(|(_, place)| *place)
            .collect();
        for place in gone {
            if let Some(it) = self.places.get_mut(place as usize) {
                it.standing = Standing::Gone;
            }
        }
        for (name, row) in newest {
            self.add_caller(phone, (name.clone(), row));
        }
    }

    /// The newest complaint of a number under a folded name.
    pub(super) fn add_caller(&mut self, phone: &Phone, (name, row): (String, &Row)) {
        let known = self.of_phone.get(phone.main()).map(Vec::as_slice).unwrap_or_default();
        let place = known.iter().find(|(it, _)| **it == *name).map(|(_, place)| *place);
        let caller = &row.caller;
        let organisation = caller.organisation.as_deref().unwrap_or_default();
        let card = caller.card.as_deref().unwrap_or_default();
        let text = text([caller.phone.main(), &caller.name, organisation, card, ""]);
        let letters = Letters::of([&caller.name, organisation]);
        let entry = Place { who: Who::Caller(row.id), latest: row.registered.at, standing: Standing::Own };
        let put = self.put(place, entry, (&text, letters));
        if place.is_none() {
            self.of_phone.entry(phone.main().into()).or_default().push((name.into(), put));
        }
    }

    /// A file's customer complained.
    pub(super) fn touch(&mut self, id: CustomerId, at: Moment) {
        if let Some(it) = self.of_file.get(&id).and_then(|it| self.places.get_mut(*it as usize)) {
            it.latest = it.latest.max(at);
        }
    }

    fn put(&mut self, place: Option<u32>, entry: Place, (text, letters): (&str, Letters)) -> u32 {
        let place = place.unwrap_or_else(|| u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        match self.places.get_mut(place as usize) {
            Some(it) => *it = entry,
            None => self.places.push(entry),
        }
        self.texts.set(place, text, letters);
        place
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
