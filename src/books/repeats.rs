//! Repeat complaints (I06): the same customer with the same product or the same top category, within the office's
//! number of days. Asked on the form (第 n 次投诉) and while somebody is still typing.

use std::collections::{BTreeSet, HashMap};

use chrono::Duration;

use super::Books;
use super::customers::may_be_one;
use super::fold::fold;
use super::ledger::{Row, Slot};
use super::wording::{Measure, Pairs};
use crate::domain::complaint::terms::LinkKind;
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

    pub(super) fn slots(&self, phone: &Phone) -> &[Slot] {
        self.0.get(phone.main()).map_or(&[], Vec::as_slice)
    }
}

/// The rows of each order number, folded, in the order of registration.
#[derive(Clone, Default)]
pub(super) struct Orders(HashMap<String, Vec<Slot>>);

impl Orders {
    /// A row came, or its order number was corrected.
    pub(super) fn set(&mut self, slot: Slot, old: Option<&Row>, row: &Row) {
        let (old, new) = (old.and_then(order_of), order_of(row));
        if old == new {
            return;
        }
        if let Some(slots) = old.and_then(|it| self.0.get_mut(&it)) {
            slots.retain(|it| *it != slot);
        }
        let Some(new) = new else { return };
        let slots = self.0.entry(new).or_default();
        if let Err(place) = slots.binary_search(&slot) {
            slots.insert(place, slot);
        }
    }

    fn slots(&self, folded: &str) -> &[Slot] {
        self.0.get(folded).map_or(&[], Vec::as_slice)
    }
}

fn order_of(row: &Row) -> Option<String> {
    row.order_number.as_deref().map(fold).filter(|it| !it.is_empty())
}

/// What is known of a complaint while it is being typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Draft<'a> {
    /// The caller's number.
    pub phone: Option<&'a Phone>,
    /// The caller's name: the same person may call from another number.
    pub name: Option<&'a str>,
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
    /// The same number under nearly the same name, and the order, the words, the product or the category: a repeat
    /// complaint if it is the same customer, which is for a person to say. Unless somebody says so, no report counts it.
    NearName,
    /// The same name and much the same words, from another number: perhaps the same customer.
    SameName,
    /// The same customer, with another complaint that is still open.
    StillOpen,
    /// The same number under another name, on the same matter or under nearly the same name and still open.
    SameNumber,
    /// Another customer in nearly the same words: perhaps the same cause (群诉).
    AlikeElsewhere,
}

impl Likeness {
    /// Whether the new one would be a repeat complaint, or is one if somebody says so (I06).
    #[must_use]
    pub const fn is_repeat(self) -> bool {
        match self {
            Self::SameOrder | Self::SameWords | Self::SameProduct | Self::SameCategory | Self::NearName => true,
            Self::SameName | Self::StillOpen | Self::SameNumber | Self::AlikeElsewhere => false,
        }
    }
}

impl Likeness {
    /// What is left of it where the number is the same and the name another one, nearly the same or not.
    const fn under(self, name: NameIs) -> Option<Self> {
        match (self, name) {
            (Self::SameOrder | Self::SameWords | Self::SameProduct | Self::SameCategory, NameIs::Near) => {
                Some(Self::NearName)
            }
            (Self::SameOrder | Self::SameWords | Self::SameProduct | Self::SameCategory, NameIs::Another)
            | (Self::StillOpen, NameIs::Near) => Some(Self::SameNumber),
            (Self::StillOpen, NameIs::Another) => None,
            (Self::NearName | Self::SameName | Self::SameNumber | Self::AlikeElsewhere, _) => Some(self),
        }
    }
}

/// How the name of somebody who called before is like the name of who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameIs {
    Near,
    Another,
}

impl NameIs {
    fn of(one: &str, other: &str) -> Self {
        if may_be_one(one, other) { Self::Near } else { Self::Another }
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

/// Much the same words, from the same customer.
const MUCH_THE_SAME: Measure = Measure { percent: 60, least: 3 };

/// Nearly the same words, from whomever.
const NEARLY_THE_SAME: Measure = Measure { percent: 75, least: 8 };

/// So many complaints of other customers are shown at the most, …
const MOST_ELSEWHERE: usize = 3;

/// … and so many are compared word by word.
const MOST_COMPARED: usize = 500;

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

    /// Whether a complaint repeats an earlier one: somebody said so by a link, or the same customer complained about
    /// the same product or top category within the office's days (I06).
    #[must_use]
    pub fn is_repeat(&self, row: &Row) -> bool {
        row.links.iter().any(|(kind, _)| *kind == LinkKind::RepeatOf) || self.repeats(row.id).is_some()
    }

    /// What may be the same matter as a complaint that is being typed: the strongest reason first, then the newest.
    #[must_use]
    pub fn candidates(&self, draft: Draft<'_>, now: Moment) -> Vec<Candidate<'_>> {
        let since = now - self.repeat_window();
        let words = draft.content.map(Pairs::of).unwrap_or_default();
        let mut found: Vec<Candidate<'_>> = Vec::new();
        let mut seen = BTreeSet::new();
        if let Some(phone) = draft.phone {
            // Until a name is typed, everybody of the number may be calling.
            let named = draft.name.map(fold).filter(|it| !it.is_empty());
            let calling = self.customers().calling(phone, draft.name);
            let own = |row: &Row| named.is_none() || calling == Some(self.customers().of_row(row));
            for row in self.customer(phone) {
                let likeness = self.likeness(row, draft, &words, since);
                let likeness = match &named {
                    Some(name) if !own(row) => {
                        likeness.and_then(|it| it.under(NameIs::of(name, &fold(&row.caller.name))))
                    }
                    Some(_) | None => likeness,
                };
                if let Some(likeness) = likeness {
                    found.push(Candidate { row, likeness });
                    seen.insert(row.id);
                } else if own(row) {
                    seen.insert(row.id);
                }
            }
        }
        if let Some(order) = draft.order_number.map(fold).filter(|it| !it.is_empty()) {
            let rows = self.orders.slots(&order).iter().filter_map(|it| self.ledger.at(*it));
            for row in rows.filter(|it| since <= it.registered.at) {
                if seen.insert(row.id) {
                    found.push(Candidate { row, likeness: Likeness::SameOrder });
                }
            }
        }
        let others = self.elsewhere(draft.name, &words, since);
        found.extend(others.filter(|it| !seen.contains(&it.row.id)).take(MOST_ELSEWHERE));
        found.sort_by_key(|it| (it.likeness, std::cmp::Reverse(it.row.id)));
        found
    }

    /// Recent complaints in nearly the same words, or in much the same words under the same name; newest first.
    fn elsewhere<'a>(
        &'a self,
        name: Option<&str>,
        words: &Pairs,
        since: Moment,
    ) -> impl Iterator<Item = Candidate<'a>> + use<'a> {
        let from = self.ledger.rows().partition_point(|it| it.registered.at < since);
        let from = Slot::try_from(from).unwrap_or(Slot::MAX);
        // 王 alone says nothing, 王海燕 does.
        let name = name.map(fold).filter(|it| 2 <= it.chars().count());
        let words = words.clone();
        let rows = self.wordings.like(&words, from).take(MOST_COMPARED).filter_map(|it| self.ledger.at(it));
        rows.filter(|it| it.is_complaint()).filter_map(move |row| {
            let theirs = Pairs::of(&row.content);
            let named = name.as_ref().is_some_and(|it| *it == fold(&row.caller.name));
            let likeness = match named {
                true if words.like(&theirs, MUCH_THE_SAME) => Likeness::SameName,
                false if words.like(&theirs, NEARLY_THE_SAME) => Likeness::AlikeElsewhere,
                true | false => return None,
            };
            Some(Candidate { row, likeness })
        })
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
                    && (self.same_top(it.category, row.category) || fold(&it.product) == fold(&row.product))
                    && self.customers().is_one(row, it)
            })
        })
    }

    fn same_top(&self, one: CategoryId, other: CategoryId) -> bool {
        self.office.parent(one) == self.office.parent(other)
    }

    /// How an earlier complaint of the same caller is like the one being typed.
    fn likeness(&self, row: &Row, draft: Draft<'_>, words: &Pairs, since: Moment) -> Option<Likeness> {
        let recent = since <= row.registered.at && row.is_complaint();
        let order = || draft.order_number.map(fold).is_some_and(|it| !it.is_empty() && order_of(row) == Some(it));
        let alike = || words.like(&Pairs::of(&row.content), MUCH_THE_SAME);
        let product = || draft.product.map(fold).is_some_and(|it| !it.is_empty() && it == fold(&row.product));
        let category = || draft.category.is_some_and(|it| self.same_top(it, row.category));
        match recent {
            true if order() => Some(Likeness::SameOrder),
            true if alike() => Some(Likeness::SameWords),
            true if product() => Some(Likeness::SameProduct),
            true if category() => Some(Likeness::SameCategory),
            true | false => row.is_open().then_some(Likeness::StillOpen),
        }
    }
}
