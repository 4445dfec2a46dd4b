//! Texts in much the same words, found among all complaints while somebody types.
//!
//! A text is the set of its pairs of neighbouring letters. Every row has a signature of its pairs, so that most rows
//! are passed over without looking at their text.

use super::fold::fold;
use super::ledger::{Row, Slot};

/// Words of a signature: 512 bits take the pairs of a long complaint and stay half empty.
const WORDS: usize = 8;

/// The signatures agree in so many of 100 bits before the texts themselves are compared. Fewer than the pairs that
/// have to agree, because two pairs may share a bit.
const BITS_OF_100: u32 = 60;

/// A set of pairs of neighbouring letters, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pairs(Vec<(char, char)>);

/// So much of the shorter text must stand in the longer one, in percent, and so many pairs must the shorter one have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub percent: usize,
    pub least: usize,
}

impl Pairs {
    /// Of a text; width, case, blanks and signs make no difference.
    pub(super) fn of(text: &str) -> Self {
        let mut pairs = Vec::new();
        each_pair(text, |pair| pairs.push(pair));
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    /// Whether most pairs of the shorter text stand in the longer one too.
    pub(super) fn like(&self, other: &Self, measure: Measure) -> bool {
        let least = self.0.len().min(other.0.len());
        measure.least <= least && measure.percent * least <= 100 * self.common(other)
    }

    fn common(&self, other: &Self) -> usize {
        let (short, long) = if self.0.len() < other.0.len() { (self, other) } else { (other, self) };
        short.0.iter().filter(|it| long.0.binary_search(it).is_ok()).count()
    }

    fn signature(&self) -> Signature {
        let mut signature = Signature::default();
        self.0.iter().for_each(|it| signature.add(*it));
        signature
    }
}

/// Every pair of neighbouring letters of a text, in order and as often as it stands there.
fn each_pair(text: &str, mut tell: impl FnMut((char, char))) {
    let folded = fold(text);
    let letters = || folded.chars().filter(|it| it.is_alphanumeric());
    letters().zip(letters().skip(1)).for_each(&mut tell);
}

#[derive(Debug, Clone, Copy, Default)]
struct Signature([u64; WORDS]);

impl Signature {
    /// That of all pairs of a text.
    fn of(text: &str) -> Self {
        let mut signature = Self::default();
        each_pair(text, |it| signature.add(it));
        signature
    }

    fn add(&mut self, (one, other): (char, char)) {
        // Fibonacci hashing: the high bits of the product are well mixed.
        let hash = (u64::from(u32::from(one)) << 21 ^ u64::from(u32::from(other))).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let bit = hash >> (64 - 9);
        if let Some(word) = self.0.get_mut((bit / 64) as usize) {
            *word |= 1_u64 << (bit % 64);
        }
    }

    fn count(self) -> u32 {
        self.0.iter().map(|it| it.count_ones()).sum()
    }

    /// Whether the texts may be alike; says no only where they are not.
    fn may_be_like(self, own: u32, other: Self) -> bool {
        let common: u32 = self.0.iter().zip(other.0).map(|(one, other)| (one & other).count_ones()).sum();
        // What the shorter text has is at the least what both have.
        BITS_OF_100 * own.min(other.count()) <= 100 * common
    }
}

/// The signatures of all rows, in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Wordings(Vec<Signature>);

impl Wordings {
    /// Sets the signature of a row; a new row is the next one.
    pub(super) fn set(&mut self, slot: Slot, row: &Row) {
        let slot = slot as usize;
        if self.0.len() <= slot {
            self.0.resize(slot + 1, Signature::default());
        }
        if let Some(place) = self.0.get_mut(slot) {
            *place = Signature::of(&row.content);
        }
    }

    /// The places from `from` on whose texts may be like this one, the newest first.
    pub(super) fn like<'a>(&'a self, pairs: &Pairs, from: Slot) -> impl Iterator<Item = Slot> + use<'a> {
        let wanted = pairs.signature();
        let own = wanted.count();
        let recent = self.0.get(from as usize..).unwrap_or_default();
        let until = from + Slot::try_from(recent.len()).unwrap_or_default();
        let alike = move |(it, slot): (&Signature, Slot)| wanted.may_be_like(own, *it).then_some(slot);
        recent.iter().rev().zip((from..until).rev()).filter_map(alike)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: Measure = Measure { percent: 60, least: 3 };

    #[test]
    fn much_the_same_words_are_seen_in_either_order_and_whatever_their_length() {
        for (one, other, alike) in [
            ("空调不制冷，三次上门都没修好", "空调还是不制冷，三次上门都没修好", true),
            ("空调不制冷", "客户来电：空调不制冷，三次上门都没修好，要求退货", true),
            ("ＫＦ－３５ 不制冷", "kf-35不制冷了", true),
            ("空调不制冷，三次上门都没修好", "快递员把包裹扔在楼道里", false),
            ("空调", "空调", false),
            ("", "空调不制冷", false),
        ] {
            let signatures = [one, other].map(Signature::of);
            let (one, other) = (Pairs::of(one), Pairs::of(other));
            assert_eq!(signatures.map(|it| it.0), [&one, &other].map(|it| it.signature().0));
            assert_eq!((one.like(&other, MOST), other.like(&one, MOST)), (alike, alike), "{one:?} {other:?}");
            if alike {
                let (one, other) = (one.signature(), other.signature());
                assert!(one.may_be_like(one.count(), other) && other.may_be_like(other.count(), one));
            }
        }
    }
}
