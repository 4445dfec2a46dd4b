//! Customers who may be one and the same (L18): for a person to decide, never merged by themselves.

use std::collections::HashMap;

use super::index::Standing;
use super::{Customers, Who};
use crate::books::fold::fold;

/// Why two customers are shown side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alike {
    /// The same member number.
    MemberNumber,
    /// The same name, and numbers that end alike.
    NameAndTail,
}

/// Two customers who may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Double {
    /// The older file, or the one who has a file.
    pub first: Who,
    /// The other one.
    pub second: Who,
    /// Why.
    pub alike: Alike,
}

impl Customers<'_> {
    /// Customers who may be one, as far as nobody told them apart; each pair once.
    #[must_use]
    pub fn doubles(self) -> Vec<Double> {
        let index = &self.books.files.index;
        let mut by_card: HashMap<String, Vec<Who>> = HashMap::new();
        let mut by_name: HashMap<(String, &str), Vec<Who>> = HashMap::new();
        for who in index.places.iter().filter(|it| it.standing == Standing::Own).map(|it| it.who) {
            let Some((name, card)) = self.name_and_card(who) else { continue };
            if let Some(card) = card {
                by_card.entry(fold(card)).or_default().push(who);
            }
            for phone in self.phones(who) {
                let alike = by_name.entry((fold(name), phone.tail())).or_default();
                if !alike.contains(&who) {
                    alike.push(who);
                }
            }
        }
        let mut doubles: Vec<Double> = Vec::new();
        let cards = by_card.into_values().map(|it| (Alike::MemberNumber, it));
        let names = by_name.into_values().map(|it| (Alike::NameAndTail, it));
        for (alike, mut group) in cards.chain(names) {
            group.sort_unstable();
            let Some((first, others)) = group.split_first() else { continue };
            let pairs = others.iter().map(|second| Double { first: *first, second: *second, alike });
            doubles.extend(pairs.filter(|it| !self.told_apart(it.first, it.second)));
        }
        doubles.sort_unstable_by_key(|it| (it.first, it.second, it.alike));
        doubles.dedup_by_key(|it| (it.first, it.second));
        doubles
    }

    fn name_and_card(&self, who: Who) -> Option<(&str, Option<&str>)> {
        match who {
            Who::File(id) => {
                let profile = &self.file(id)?.profile;
                Some((&profile.name, profile.member.as_ref().and_then(|it| it.number.as_deref())))
            }
            Who::Caller(id) => {
                let caller = &self.books.row(id)?.caller;
                Some((&caller.name, caller.card.as_deref()))
            }
        }
    }

    fn told_apart(self, one: Who, other: Who) -> bool {
        let (Who::File(one), Who::File(other)) = (one, other) else { return false };
        let says = |it, other| self.file(it).is_some_and(|it| it.apart.contains(&other));
        says(one, other) || says(other, one)
    }
}
