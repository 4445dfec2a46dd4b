//! How the index of customers follows the facts, one customer at a time, and how it is made anew from all of them. Both
//! ways give the same.

use std::collections::{BTreeSet, HashMap};

use super::census::{Counted, Mark};
use super::index::{Namesakes, Standing};
use super::{Files, Who};
use crate::books::Books;
use crate::books::fold::fold;
use crate::books::ledger::Row;
use crate::domain::complaint::Stamp;
use crate::domain::customer::{Customer, Event, Phone};
use crate::domain::id::CustomerId;
use crate::domain::moment::Moment;

/// The first and the last complaint of a customer.
type Span = Option<(Moment, Moment)>;

impl Books {
    /// A fact of a file.
    pub(in crate::books) fn take_customer(&mut self, id: CustomerId, event: &Event, stamp: Stamp) {
        let before = self.files.concerned(id);
        self.files.take(id, event, stamp);
        let now = self.files.concerned(id);
        let mut files = BTreeSet::from([id]);
        files.extend(before.0.into_iter().chain(now.0));
        let mut phones: Vec<Phone> = before.1;
        phones.extend(now.1);
        phones.sort_unstable_by(|one, other| one.main().cmp(other.main()));
        phones.dedup_by(|one, other| one.main() == other.main());
        for phone in &phones {
            // Whose complaint is whose may have changed for everybody who has the number.
            files.extend(self.files.numbers.with(phone));
            self.index_strangers(phone);
        }
        for file in files {
            self.index_file(file);
        }
    }

    /// The customers of a number, after a complaint of it came or was corrected.
    pub(in crate::books) fn index_caller(&mut self, phone: &Phone) {
        self.index_strangers(phone);
        for file in self.files.numbers.with(phone) {
            self.index_file(file);
        }
    }

    fn index_file(&mut self, id: CustomerId) {
        let span = match self.customers().complaints(Who::File(id))[..] {
            [] => None,
            [one] => Some((one.registered.at, one.registered.at)),
            [last, .., first] => Some((first.registered.at, last.registered.at)),
        };
        self.files.index_file(id, span);
    }

    /// Who calls from a number without a file.
    fn index_strangers(&mut self, phone: &Phone) {
        let mut callers: Vec<Namesakes<'_>> = Vec::new();
        if !self.files.numbers.is_known(phone) {
            let slots = self.callers.slots(phone).iter().rev();
            for row in slots.filter_map(|it| self.ledger.at(*it)) {
                let name = fold(&row.caller.name);
                match callers.iter_mut().find(|it| it.name == name) {
                    Some(it) => it.began = it.began.min(row.registered.at),
                    None => callers.push(Namesakes { name, newest: row, began: row.registered.at }),
                }
            }
        }
        self.files.index.set_callers(phone, &callers);
    }
}

impl Files {
    /// The files that a fact of one concerns, and their numbers: its own, and those of the file that speaks for it.
    fn concerned(&self, id: CustomerId) -> (Vec<CustomerId>, Vec<Phone>) {
        let principal = self.numbers.principal(id);
        let group = self.numbers.group(principal).into_iter().chain([id]).filter_map(|it| self.all.get(&it));
        (vec![id, principal], group.flat_map(|it| it.profile.phones.iter().cloned()).collect())
    }

    fn index_file(&mut self, id: CustomerId, span: Span) {
        let Some(file) = self.all.get(&id) else { return };
        let latest = span.map_or(file.changed.at, |(_, last)| last.max(file.changed.at));
        let standing = self.standing(file, span);
        self.index.set_file(file, (latest, standing));
    }

    fn standing(&self, file: &Customer, span: Span) -> Standing {
        if self.numbers.principal(file.id) != file.id {
            return Standing::Merged;
        }
        let group = self.numbers.group(file.id);
        let files = || group.iter().filter_map(|it| self.all.get(it));
        let opened = files().map(|it| it.opened.at).min().unwrap_or(file.opened.at);
        let card = file.profile.member.as_ref().and_then(|it| it.number.as_deref());
        Standing::Own(Counted {
            owner: file.owner,
            waits: file.owner.is_some() && file.contacted.is_none(),
            member: file.profile.member.is_some(),
            began: span.map_or(opened, |(first, _)| first.min(opened)),
            marks: Mark::all(&file.profile.name, card, files().flat_map(|it| &it.profile.phones)),
        })
    }

    /// Makes the index anew.
    pub(in crate::books) fn index(&mut self, rows: &[Row]) {
        let mut spans: HashMap<CustomerId, (Moment, Moment)> = HashMap::new();
        let mut callers: Vec<Namesakes<'_>> = Vec::new();
        let mut known: HashMap<(&str, String), usize> = HashMap::with_capacity(rows.len());
        for row in rows {
            let at = row.registered.at;
            if let Some(id) = self.file_of(&row.caller.phone, &row.caller.name) {
                let span = spans.entry(id).or_insert((at, at));
                *span = (span.0.min(at), span.1.max(at));
                continue;
            }
            let name = fold(&row.caller.name);
            let place = *known.entry((row.caller.phone.main(), name.clone())).or_insert(callers.len());
            match callers.get_mut(place) {
                Some(it) => (it.newest, it.began) = (row, it.began.min(at)),
                None => callers.push(Namesakes { name, newest: row, began: at }),
            }
        }
        for id in self.all.keys().copied().collect::<Vec<_>>() {
            self.index_file(id, spans.get(&id).copied());
        }
        for it in &callers {
            self.index.set_caller(&it.newest.caller.phone, it);
        }
    }
}
