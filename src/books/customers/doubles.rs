//! Customers who may be one and the same (L18): for a person to decide, never merged by themselves.

use super::census::Mark;
use super::names::may_be_one;
use super::{Customers, Who};
use crate::books::fold::fold;

/// Why two customers are shown side by side, the strongest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alike {
    /// The same member number.
    MemberNumber,
    /// The same name, and numbers that end alike.
    NameAndTail,
    /// The same number, and names that may be one, mistyped or cut short.
    NumberAndNearName,
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
    /// Customers who may be one, as far as nobody told them apart; each pair once, each of several with the first. Costs
    /// what looks alike, however many customers there are.
    #[must_use]
    pub fn doubles(self) -> Vec<Double> {
        let index = &self.books.files.index;
        let mut doubles: Vec<Double> = Vec::new();
        for (mark, places) in index.census().alike() {
            let mut group: Vec<Who> = places.iter().filter_map(|it| index.who(*it)).collect();
            group.sort_unstable();
            match mark {
                Mark::Card(_) => doubles.extend(self.pairs(&group, Alike::MemberNumber, |_, _| true)),
                Mark::Named(_) => doubles.extend(self.pairs(&group, Alike::NameAndTail, |_, _| true)),
                Mark::Number(_) => {
                    let names: Vec<String> = group.iter().map(|it| fold(self.name(*it))).collect();
                    let near = |one: usize, other: usize| may_be_one(&names[one], &names[other]);
                    doubles.extend(self.pairs(&group, Alike::NumberAndNearName, near));
                }
            }
        }
        doubles.sort_unstable_by_key(|it| (it.first, it.second, it.alike));
        doubles.dedup_by_key(|it| (it.first, it.second));
        doubles
    }

    /// Each of a group beside the first before it who is like it and was not told apart from it.
    fn pairs(self, group: &[Who], alike: Alike, like: impl Fn(usize, usize) -> bool) -> Vec<Double> {
        let before = |second: usize| {
            let first = (0..second).find(|it| like(*it, second) && !self.told_apart(group[*it], group[second]))?;
            Some(Double { first: group[first], second: group[second], alike })
        };
        (1..group.len()).filter_map(before).collect()
    }

    fn name(&self, who: Who) -> &str {
        match who {
            Who::File(id) => self.file(id).map_or("", |it| &it.profile.name),
            Who::Caller(id) => self.books.row(id).map_or("", |it| &it.caller.name),
        }
    }

    fn told_apart(self, one: Who, other: Who) -> bool {
        let (Who::File(one), Who::File(other)) = (one, other) else { return false };
        let says = |it, other| self.file(it).is_some_and(|it| it.apart.contains(&other));
        says(one, other) || says(other, one)
    }
}
