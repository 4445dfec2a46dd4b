//! From the customer's words to the office's categories, without a network (FIELD.md 3.1, 17).

use std::cmp::Reverse;

use crate::domain::id::CategoryId;
use crate::domain::office::Office;

/// No more suggestions than fit beside the field.
const MOST: usize = 4;

impl Office {
    /// Categories in use whose words stand in the text, the best first, at most four.
    ///
    /// A long word says more than a short one, so each counts by its length; case does not matter. A Latin word
    /// counts only where it begins a word of the text.
    #[must_use]
    pub fn suggest(&self, text: &str) -> Vec<CategoryId> {
        let text = text.to_lowercase();
        let weight = |word: &str| if stands_in(&text, &word.to_lowercase()) { word.chars().count() } else { 0 };
        let mut hits: Vec<(usize, CategoryId)> = self
            .categories()
            .filter(|it| it.active)
            .map(|it| (it.words.iter().map(|word| weight(word)).sum(), it.id))
            .filter(|(weight, _)| *weight > 0)
            .collect();
        hits.sort_by_key(|(weight, id)| (Reverse(*weight), *id));
        hits.into_iter().take(MOST).map(|(_, id)| id).collect()
    }
}

fn stands_in(text: &str, word: &str) -> bool {
    let latin = word.starts_with(|it: char| it.is_ascii_alphanumeric());
    let begins =
        |at: usize| text.get(..at).and_then(|it| it.chars().next_back()).is_none_or(|it| !it.is_ascii_alphanumeric());
    text.match_indices(word).any(|(at, _)| !latin || begins(at))
}
