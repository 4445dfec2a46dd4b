//! Parts three and four: by category, channel, region and product.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::books::Row;
use crate::domain::id::CategoryId;
use crate::report::Source;
use crate::report::figures::Rate;
use crate::report::period::Period;
use crate::report::reading;

/// One subcategory of part three.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryRow {
    /// 大类
    pub parent: CategoryId,
    /// Its name then.
    pub parent_name: String,
    /// 小类; empty where the complaint was only put under the upper one.
    pub name: String,
    /// The subcategory, or the category itself.
    pub category: CategoryId,
    /// 件数
    pub count: u64,
    /// 人数: different customers, by their numbers.
    pub people: u64,
    /// 占比: of all new ones.
    pub share: Rate,
    /// 件数 of the month before.
    pub before: u64,
}

/// One line of part four.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareRow {
    /// What; empty: not said.
    pub name: String,
    /// 件数
    pub count: u64,
    /// 占比: of all new ones.
    pub share: Rate,
}

fn new_ones<'a>(source: &Source<'a>, period: Period) -> Vec<&'a Row> {
    let window = source.window(period);
    source.complaints().filter(|it| reading::new_in(it, window)).collect()
}

/// By category and subcategory, those with the most first, subcategories beside one another.
pub(super) fn categories(source: &Source<'_>, period: Period) -> Vec<CategoryRow> {
    let new = new_ones(source, period);
    let mut counts: BTreeMap<CategoryId, (u64, BTreeSet<&str>, u64)> = BTreeMap::new();
    for it in &new {
        let entry = counts.entry(it.category).or_default();
        entry.0 += 1;
        entry.1.insert(it.caller.phone.main());
    }
    for it in new_ones(source, period.before(source.office().rules())) {
        counts.entry(it.category).or_default().2 += 1;
    }
    let mut by_parent: BTreeMap<CategoryId, u64> = BTreeMap::new();
    for (category, (count, ..)) in &counts {
        *by_parent.entry(source.office().parent(*category)).or_default() += count;
    }
    let whole = new.len() as u64;
    let mut rows: Vec<_> = counts
        .into_iter()
        .map(|(category, (count, people, before))| {
            let (parent_name, name) = reading::category(source.office(), category);
            CategoryRow {
                parent: source.office().parent(category),
                parent_name,
                name,
                category,
                count,
                people: people.len() as u64,
                share: Rate { part: count, whole },
                before,
            }
        })
        .collect();
    let weight = |it: &CategoryRow| by_parent.get(&it.parent).copied().unwrap_or(0);
    rows.sort_by_key(|it| {
        (
            std::cmp::Reverse(weight(it)),
            it.parent,
            std::cmp::Reverse(it.count),
            std::cmp::Reverse(it.before),
            it.category,
        )
    });
    rows
}

fn shares(source: &Source<'_>, period: Period, name: impl Fn(&Row) -> String) -> Vec<ShareRow> {
    let new = new_ones(source, period);
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for it in &new {
        *counts.entry(name(it)).or_default() += 1;
    }
    let whole = new.len() as u64;
    let mut rows: Vec<_> =
        counts.into_iter().map(|(name, count)| ShareRow { name, count, share: Rate { part: count, whole } }).collect();
    rows.sort_by(|one, other| {
        let key = |it: &ShareRow| (it.name.is_empty(), std::cmp::Reverse(it.count));
        key(one).cmp(&key(other)).then_with(|| one.name.cmp(&other.name))
    });
    rows
}

pub(super) fn channels(source: &Source<'_>, period: Period) -> Vec<ShareRow> {
    shares(source, period, |it| reading::channel(source.office(), it))
}

pub(super) fn regions(source: &Source<'_>, period: Period) -> Vec<ShareRow> {
    shares(source, period, |it| it.caller.region.as_deref().unwrap_or_default().to_owned())
}

pub(super) fn products(source: &Source<'_>, period: Period) -> Vec<ShareRow> {
    shares(source, period, |it| it.product.to_string())
}
