//! Whose telephone numbers are whose: what the rules need to know of all files at once.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use super::event::Event;
use super::file::Profile;
use super::{Phone, RestHours};
use crate::domain::id::CustomerId;

/// Every file's telephone numbers, rest hours and merging. A fold over the facts of all files. `Debug` tells no number.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    files: BTreeMap<CustomerId, Entry>,
    /// Which files have a number, in the order of their own.
    phones: HashMap<Box<str>, Vec<CustomerId>>,
}

#[derive(Clone, PartialEq, Eq)]
struct Entry {
    phones: Box<[Box<str>]>,
    rests: Option<RestHours>,
    into: Option<CustomerId>,
    /// The files merged into this one, in the order of their numbers.
    merged: Vec<CustomerId>,
}

impl fmt::Debug for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Numbers({} files)", self.files.len())
    }
}

impl Numbers {
    /// Takes a fact of a file over.
    pub fn take(&mut self, id: CustomerId, event: &Event) {
        match event {
            Event::Opened { profile, .. } | Event::Changed { profile } => self.set(id, profile),
            Event::Merged { into } => self.merge(id, Some(*into)),
            Event::Unmerged => self.merge(id, None),
            Event::Assigned { .. }
            | Event::Noted { .. }
            | Event::Contacted { .. }
            | Event::ToldApart { .. }
            | Event::Revealed { .. }
            | Event::SightAsked { .. }
            | Event::SightAnswered { .. } => {}
        }
    }

    /// Enters what a file says.
    pub fn set(&mut self, id: CustomerId, profile: &Profile) {
        let phones: Box<[Box<str>]> = profile.phones.iter().map(|it| it.main().into()).collect();
        let entry = self.entry(id);
        entry.rests = profile.rests;
        let old = std::mem::replace(&mut entry.phones, phones.clone());
        for phone in old.iter().filter(|it| !phones.contains(*it)) {
            if let Some(files) = self.phones.get_mut(phone) {
                files.retain(|it| *it != id);
                if files.is_empty() {
                    self.phones.remove(phone);
                }
            }
        }
        for phone in phones {
            let files = self.phones.entry(phone).or_default();
            if let Err(place) = files.binary_search(&id) {
                files.insert(place, id);
            }
        }
    }

    /// Enters which file speaks for one.
    pub fn merge(&mut self, id: CustomerId, into: Option<CustomerId>) {
        let old = std::mem::replace(&mut self.entry(id).into, into);
        if let Some(old) = old {
            self.entry(old).merged.retain(|it| *it != id);
        }
        if let Some(into) = into {
            let merged = &mut self.entry(into).merged;
            if let Err(place) = merged.binary_search(&id) {
                merged.insert(place, id);
            }
        }
    }

    fn entry(&mut self, id: CustomerId) -> &mut Entry {
        let blank = || Entry { phones: Box::default(), rests: None, into: None, merged: Vec::new() };
        self.files.entry(id).or_insert_with(blank)
    }

    /// Whether there is such a file.
    #[must_use]
    pub fn knows(&self, id: CustomerId) -> bool {
        self.files.get(&id).is_some_and(|it| !it.phones.is_empty())
    }

    /// The number that the next file would get. Another desk may have given it by then; the log refuses the second.
    #[must_use]
    pub fn next(&self) -> CustomerId {
        CustomerId(self.files.last_key_value().map_or(0, |(id, _)| id.0).saturating_add(1))
    }

    /// The file that speaks for one: itself, unless it was merged. Should two desks have merged two files both ways at
    /// one instant, the one with the smaller number speaks.
    #[must_use]
    pub fn principal(&self, id: CustomerId) -> CustomerId {
        let mut way = vec![id];
        while let Some(into) = way.last().and_then(|it| self.files.get(it)).and_then(|it| it.into) {
            if let Some(place) = way.iter().position(|it| *it == into) {
                return way.get(place..).and_then(|it| it.iter().min()).copied().unwrap_or(id);
            }
            way.push(into);
        }
        way.last().copied().unwrap_or(id)
    }

    /// A file and all that were merged into it, itself first, then in the order of their numbers.
    #[must_use]
    pub fn group(&self, principal: CustomerId) -> Vec<CustomerId> {
        let mut group = vec![principal];
        let mut next = 0;
        while let Some(id) = group.get(next).copied() {
            next += 1;
            for it in self.files.get(&id).map(|it| it.merged.as_slice()).unwrap_or_default() {
                if !group.contains(it) {
                    group.push(*it);
                }
            }
        }
        group[1..].sort_unstable();
        group
    }

    /// The files that have a number, each by the one that speaks for it, in the order of their own numbers.
    #[must_use]
    pub fn with(&self, phone: &Phone) -> Vec<CustomerId> {
        let mut files: Vec<CustomerId> = Vec::new();
        for it in self.phones.get(phone.main()).map(Vec::as_slice).unwrap_or_default() {
            let principal = self.principal(*it);
            if !files.contains(&principal) {
                files.push(principal);
            }
        }
        files
    }

    /// Whether any file has a number.
    #[must_use]
    pub fn is_known(&self, phone: &Phone) -> bool {
        self.phones.contains_key(phone.main())
    }

    /// When the customers who have a number rest, as their files say (E12).
    #[must_use]
    pub fn rests(&self, phone: &Phone) -> Vec<RestHours> {
        let groups = self.with(phone).into_iter().flat_map(|it| self.group(it));
        let mut rests: Vec<RestHours> = Vec::new();
        for it in groups.filter_map(|it| self.files.get(&it)?.rests) {
            if !rests.contains(&it) {
                rests.push(it);
            }
        }
        rests
    }
}
