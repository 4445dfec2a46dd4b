//! Repeat complaints (I06): the same customer with the same product or the same top category, within the office's
//! number of days. Asked on the form (第 n 次投诉) and while somebody is still typing.

use std::collections::{BTreeSet, HashMap};

use chrono::Duration;

use super::Books;
use super::fold::fold;
use super::ledger::{Row, Slot};
use crate::domain::customer::Phone;
use crate::domain::id::{CategoryId, ComplaintId};
use crate::domain::moment::Moment;

/// The rows of each telephone number, in the order of registration.
#[derive(Clone, Default)]
pub(super) struct Callers(HashMap<Box<str>, Vec<Slot>>);

impl Callers {
    /// A row came, or its telephone number was corrected.
    pub(super) fn set(&mut self, slot: Slot, old: Option<&Row>, row: &Row) {
        let phone = row.caller.phone.main();
        if let Some(old) = old.map(|it| it.caller.phone.main()) {
            if old == phone {
                return;
            }
            if let Some(slots) = self.0.get_mut(old) {
                slots.retain(|it| *it != slot);
            }
        }
        let slots = self.0.entry(phone.into()).or_default();
        if let Err(place) = slots.binary_search(&slot) {
            slots.insert(place, slot);
        }
    }

    fn slots(&self, phone: &Phone) -> &[Slot] {
        self.0.get(phone.main()).map_or(&[], Vec::as_slice)
    }
}

/// What is known of a complaint while it is being typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Draft<'a> {
    /// The caller's number.
    pub phone: Option<&'a Phone>,
    /// 订单号.
    pub order_number: Option<&'a str>,
    /// 产品/服务.
    pub product: Option<&'a str>,
    /// Category or subcategory.
    pub category: Option<CategoryId>,
    /// 投诉内容.
    pub content: Option<&'a str>,
}

/// Why an earlier complaint is shown before another one is registered; the strongest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The same order number: most likely the same matter.
    SameOrder,
    /// The same customer in much the same words.
    SameWords,
    /// The same customer and product: a repeat complaint.
    SameProduct,
    /// The same customer and top category: a repeat complaint.
    SameCategory,
    /// The same customer, with another complaint that is still open.
    StillOpen,
}

impl Likeness {
    /// Whether the new one would be a repeat complaint (I06).
    #[must_use]
    pub const fn is_repeat(self) -> bool {
        match self {
            Self::SameOrder | Self::SameWords | Self::SameProduct | Self::SameCategory => true,
            Self::StillOpen => false,
        }
    }
}

/// An earlier complaint that may be the same matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Its row.
    pub row: &'a Row,
    /// Why it is shown.
    pub likeness: Likeness,
}

/// So much of the shorter text's pairs of characters in the longer one: much the same words.
const MUCH_THE_SAME: f64 = 0.6;

impl Books {
    /// Every complaint from a telephone number, the newest first: the history of that caller.
    pub fn customer(&self, phone: &Phone) -> impl Iterator<Item = &Row> {
        self.callers.slots(phone).iter().rev().filter_map(|it| self.ledger.at(*it))
    }

    /// 第 n 次投诉: 1 where it is the first of its matter, one more than the one it repeats otherwise; 0 for a number
    /// that nobody gave.
    #[must_use]
    pub fn times(&self, id: ComplaintId) -> u32 {
        self.ledger.slot(id).map_or(0, |it| self.times_at(it))
    }

    /// The same for the row at a place.
    #[must_use]
    pub fn times_at(&self, slot: Slot) -> u32 {
        let mut times = 0;
        let mut next = Some(slot);
        while let Some(slot) = next {
            times += 1;
            next = self.repeated_by(slot);
        }
        times
    }

    /// The complaint that another one repeats (关联编号): the latest before it.
    #[must_use]
    pub fn repeats(&self, id: ComplaintId) -> Option<&Row> {
        self.ledger.slot(id).and_then(|it| self.repeated_by(it)).and_then(|it| self.ledger.at(it))
    }

    /// What may be the same matter as a complaint that is being typed: the strongest reason first, then the newest.
    #[must_use]
    pub fn candidates(&self, draft: Draft<'_>, now: Moment) -> Vec<Candidate<'_>> {
        let since = now - self.repeat_window();
        let mut found: Vec<Candidate<'_>> = Vec::new();
        let mut seen = BTreeSet::new();
        if let Some(phone) = draft.phone {
            for row in self.customer(phone) {
                if let Some(likeness) = self.likeness(row, draft, since) {
                    seen.insert(row.id);
                    found.push(Candidate { row, likeness });
                }
            }
        }
        if let Some(order) = draft.order_number.map(fold).filter(|it| !it.is_empty()) {
            let recent = self.ledger.rows().iter().rev().take_while(|it| since <= it.registered.at);
            let same = recent.filter(|it| has_order(it, &order));
            found.extend(
                same.filter(|it| !seen.contains(&it.id)).map(|row| Candidate { row, likeness: Likeness::SameOrder }),
            );
        }
        found.sort_by_key(|it| (it.likeness, std::cmp::Reverse(it.row.id)));
        found
    }

    fn repeat_window(&self) -> Duration {
        Duration::days(self.office.rules().repeat_days.into())
    }

    fn repeated_by(&self, slot: Slot) -> Option<Slot> {
        let row = self.ledger.at(slot).filter(|it| it.is_complaint())?;
        let since = row.registered.at - self.repeat_window();
        let slots = self.callers.slots(&row.caller.phone);
        let earlier = slots.get(..slots.partition_point(|it| *it < slot))?;
        earlier.iter().rev().copied().find(|it| {
            self.ledger.at(*it).is_some_and(|it| {
                it.is_complaint()
                    && since <= it.registered.at
                    && it.registered.at <= row.registered.at
                    && (fold(&it.product) == fold(&row.product) || self.same_top(it.category, row.category))
            })
        })
    }

    fn same_top(&self, one: CategoryId, other: CategoryId) -> bool {
        self.office.parent(one) == self.office.parent(other)
    }

    /// How an earlier complaint of the same caller is like the one being typed.
    fn likeness(&self, row: &Row, draft: Draft<'_>, since: Moment) -> Option<Likeness> {
        let recent = since <= row.registered.at && row.is_complaint();
        let order = || draft.order_number.map(fold).is_some_and(|it| !it.is_empty() && has_order(row, &it));
        let words = || draft.content.is_some_and(|it| much_the_same(it, &row.content));
        let product = || draft.product.map(fold).is_some_and(|it| !it.is_empty() && it == fold(&row.product));
        let category = || draft.category.is_some_and(|it| self.same_top(it, row.category));
        match recent {
            true if order() => Some(Likeness::SameOrder),
            true if words() => Some(Likeness::SameWords),
            true if product() => Some(Likeness::SameProduct),
            true if category() => Some(Likeness::SameCategory),
            true | false => row.is_open().then_some(Likeness::StillOpen),
        }
    }
}

fn has_order(row: &Row, folded: &str) -> bool {
    row.order_number.as_deref().is_some_and(|it| fold(it) == folded)
}

/// Whether most pairs of neighbouring characters of the shorter text stand in the longer one too.
fn much_the_same(one: &str, other: &str) -> bool {
    let (one, other) = (pairs(one), pairs(other));
    let least = one.len().min(other.len());
    if least < 3 {
        return false;
    }
    let common = u32::try_from(one.intersection(&other).count()).unwrap_or(u32::MAX);
    MUCH_THE_SAME <= f64::from(common) / f64::from(u32::try_from(least).unwrap_or(u32::MAX))
}

fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = fold(text).chars().filter(|it| it.is_alphanumeric()).collect();
    letters.iter().copied().zip(letters.iter().copied().skip(1)).collect()
}
