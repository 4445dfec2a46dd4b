//! What people say, from `resources/demo`.

use rand::seq::IndexedRandom;
use rand::{Rng, RngCore};
use serde::Deserialize;

use super::Broken;
use crate::domain::complaint::terms::Remedy;
use crate::domain::id::CategoryId;

/// A list of phrases.
pub(super) type List = Vec<String>;

macro_rules! phrases {
    ($($list:ident),+ $(,)?) => {
        /// All phrases.
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Phrases {
            pub surnames: String,
            products: List,
            #[serde(skip)]
            pub goods: Vec<Product>,
            pub categories: Vec<Matter>,
            $(pub $list: List),+
        }

        impl Phrases {
            #[cfg(test)]
            fn lists(&self) -> Vec<(&'static str, &List)> {
                vec![$((stringify!($list), &self.$list)),+]
            }
        }
    };
}

phrases! {
    women, men, places, dealers, organisations, preferences, checks, tiers, inquiries, suggestions, praises, answers,
    founded, partly, unfounded, tactful, disputed, rejudged, acknowledgements, solutions, notes, exemptions, give_backs,
    transfers, contacts, reports, promises, pauses, statements, own_statements, policies, alternatives, approvals,
    verbal, send_backs, refusals, agreements, executions, effects, feedback, unfinished, finished, not_reached,
    refused_call, bad_number, complaints_again, suggestions_again, praise_again, again, supervisor_closes,
    manager_closes, withdrawals, unreachable, escalations, reopenings, reminders, reviews,
    meeting_duties, minutes, problems, improvements, improved, accountability, accountability_words, communications,
    counterparts, inner_notes, amendments, conversions, follow_ups, purposes,
    customer_notes, customer_contacts, customer_tags,
}

/// Something the company sells.
#[derive(Debug, Clone, Default)]
pub(super) struct Product {
    /// `KF-35GW 空调挂机`
    pub name: String,
    /// `空调`
    pub short: String,
    /// Which problems it can have.
    pub kind: String,
    /// In yuan.
    pub price: i64,
}

/// What can be complained about in a category.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Matter {
    pub id: CategoryId,
    /// How often, compared with others.
    pub weight: u32,
    pub remedies: Vec<Remedy>,
    /// `air,fridge: {p}…`, or `*: …` for every product.
    contents: List,
    pub wants: List,
    pub causes: List,
    pub measures: List,
}

impl Phrases {
    pub(super) fn read() -> Result<Self, Broken> {
        let text = include_str!("../../../resources/demo/zh-CN.json");
        let mut phrases: Self = serde_json::from_str(text).map_err(|it| Broken::Phrases(it.to_string()))?;
        phrases.goods = phrases.products.iter().filter_map(|it| product(it)).collect();
        Ok(phrases)
    }

    /// A matter by its weight.
    pub(super) fn matter(&self, dice: &mut impl Rng) -> Option<&Matter> {
        self.categories.choose_weighted(dice, |it| it.weight).ok()
    }

    /// The matter of a category.
    pub(super) fn of(&self, category: CategoryId) -> Option<&Matter> {
        self.categories.iter().find(|it| it.id == category)
    }
}

impl Matter {
    /// A product and what is wrong with it. `favours` weighs the kinds of products by season.
    pub(super) fn problem(
        &self,
        goods: &[Product],
        favours: impl Fn(&str) -> u32,
        dice: &mut impl Rng,
    ) -> (Product, String) {
        let goods: Vec<&Product> = goods.iter().filter(|it| self.contents_for(&it.kind).next().is_some()).collect();
        let product = goods.choose_weighted(dice, |it| favours(&it.kind)).ok().copied().cloned().unwrap_or_default();
        let contents: Vec<&str> = self.contents_for(&product.kind).collect();
        let content = contents.choose(dice).copied().unwrap_or_default();
        let content = filled(content, &product, dice);
        (product, content)
    }

    fn contents_for<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        self.contents.iter().filter_map(move |it| {
            let (kinds, content) = it.split_once(": ")?;
            kinds.split(',').any(|it| it == "*" || it == kind).then_some(content)
        })
    }
}

/// Puts product, numbers, an amount and a day into a phrase.
pub(super) fn filled(phrase: &str, product: &Product, dice: &mut dyn RngCore) -> String {
    let (month, day) = (dice.random_range(1..=12), dice.random_range(1..=28));
    phrase
        .replace("{p}", &product.short)
        .replace("{n}", &dice.random_range(2..=4).to_string())
        .replace("{d}", &dice.random_range(3..=15).to_string())
        .replace("{y}", &(dice.random_range(3..=40) * 10).to_string())
        .replace("{m}", &format!("{month} 月 {day} 日"))
}

fn product(line: &str) -> Option<Product> {
    let mut parts = line.split('|').map(str::to_owned);
    let (name, short, kind) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Product { name, short, kind, price: parts.next()?.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::office::{Office, evolve, founding};
    use crate::domain::text::Prose;

    #[test]
    fn every_list_has_phrases_that_fit() {
        let phrases = Phrases::read().unwrap();
        assert_eq!(phrases.goods.len(), phrases.products.len(), "a product line that cannot be read");
        for (name, list) in phrases.lists() {
            assert!(!list.is_empty(), "{name} is empty");
            for it in list {
                assert!(Prose::new(it).is_ok(), "{name}: {it}");
            }
        }
    }

    #[test]
    fn every_subcategory_has_problems_and_no_other_has() {
        let mut office = Office::default();
        for it in &founding::practice("zh-CN") {
            evolve(&mut office, it);
        }
        let phrases = Phrases::read().unwrap();
        let leaves: Vec<_> =
            office.categories().filter(|it| office.subcategories(it.id).next().is_none()).map(|it| it.id).collect();
        assert_eq!(phrases.categories.iter().map(|it| it.id).collect::<Vec<_>>(), leaves);
        for matter in &phrases.categories {
            for product in &phrases.goods {
                for content in matter.contents_for(&product.kind) {
                    assert!(content.chars().count() > 5, "{content}");
                }
            }
            assert!(phrases.goods.iter().any(|it| matter.contents_for(&it.kind).next().is_some()));
        }
    }
}
