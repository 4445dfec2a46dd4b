//! Search: a newest-first scan over one folded text column (scenario 12). Two Chinese characters are found like any
//! other word, and so is one.

use memchr::memmem::Finder;

use super::fold::{fold, push};
use super::ledger::{Row, Slot};
use super::pinyin::{Letters, Spelling};
use super::{Books, Ledger};
use crate::domain::complaint::Stage;
use crate::domain::customer::Phone;
use crate::domain::id::{CategoryId, ComplaintId};

/// So many rows share one stretch of text.
const LEAF: usize = 256;
/// Between the fields of a row; no folded text contains it.
pub(super) const FIELD: char = '\u{1F}';
/// After each row.
const END: char = '\u{1E}';
/// Fewer letters are no pinyin: one letter begins every tenth name.
pub(super) const LEAST_LETTERS: usize = 2;
/// So many digits alone mean the tail of a telephone number.
const TAIL: usize = 4;

/// Where a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The complaint's number, long or short.
    Number,
    /// The telephone number: its tail, or five digits of it and more.
    Phone,
    /// 投诉人, or the company; by pinyin too.
    Name,
    /// 产品/服务.
    Product,
    /// 订单号.
    Order,
    /// 投诉内容.
    Content,
    /// 客户诉求.
    Remedy,
    /// The name of the category or of the one above it.
    Category,
}

/// The order in which a row's fields stand in its text.
const FIELDS: [Field; 7] =
    [Field::Number, Field::Phone, Field::Name, Field::Product, Field::Order, Field::Content, Field::Remedy];

/// What is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Everything but the archive.
    Current,
    /// The archive too (连同归档一起找).
    Everything,
}

/// A complaint that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Its row.
    pub row: &'a Row,
    /// Where the first word was found.
    pub field: Field,
}

impl Books {
    /// The newest complaints, `most` at the most, in which every word is found. Width and case make no difference.
    /// A complaint number or a whole telephone number counts as one word, however it is written.
    #[must_use]
    pub fn search(&self, words: &str, within: Within, most: usize) -> Vec<Hit<'_>> {
        let words = needles(words);
        let Some((first, others)) = words.split_first() else { return Vec::new() };
        let first = Word::new(self, first);
        let others: Vec<Word<'_>> = others.iter().map(|it| Word::new(self, it)).collect();
        let wanted = |slot: Slot| {
            let row = self.ledger.at(slot)?;
            let archived = row.stage == Stage::Archived && within == Within::Current;
            let text = self.texts.text(slot);
            (!archived && others.iter().all(|it| it.find_in(row, text).is_some())).then_some(row)
        };
        let mut hits = Vec::new();
        for leaf in (0..self.texts.0.len()).rev() {
            let mut found = first.scan(&self.texts, &self.ledger, leaf);
            while let Some((slot, field)) = found.pop() {
                if let Some(row) = wanted(slot) {
                    hits.push(Hit { row, field });
                    if hits.len() == most {
                        return hits;
                    }
                }
            }
        }
        hits
    }
}

/// The words of a query.
fn needles(query: &str) -> Vec<String> {
    if let Ok(id) = query.parse::<ComplaintId>() {
        return vec![id.to_string()];
    }
    if !is_short_number(query)
        && let Ok(phone) = Phone::new(query)
        && 7 <= phone.main().len()
    {
        return vec![phone.main().to_owned()];
    }
    fold(query).split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// `0312-009`: month and day, and a sequence of three to five digits. An area code has more behind it.
fn is_short_number(query: &str) -> bool {
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    query.trim().split_once('-').is_some_and(|(day, sequence)| {
        day.len() == 4 && (3..=5).contains(&sequence.len()) && digits(day) && digits(sequence)
    })
}

/// A word with what it means besides its letters.
struct Word<'a> {
    finder: Finder<'a>,
    folded: &'a str,
    /// Few digits: in a telephone number they must be the last.
    tail: bool,
    /// Categories that are called so, or spelled so.
    categories: Vec<CategoryId>,
    /// The letters that a name must have to be spelled so; `None` where the word is no pinyin.
    letters: Option<Letters>,
}

impl<'a> Word<'a> {
    fn new(books: &Books, word: &'a str) -> Self {
        let office = books.office();
        let named = |id: CategoryId| office.category(id).is_some_and(|it| is_called(&it.name, word));
        let categories =
            office.categories().filter(|it| named(it.id) || named(office.parent(it.id))).map(|it| it.id).collect();
        let tail = word.len() <= TAIL && word.bytes().all(|it| it.is_ascii_digit());
        let spelled = LEAST_LETTERS <= word.len() && word.bytes().all(|it| it.is_ascii_lowercase() || it == b'\'');
        let letters = spelled.then(|| Letters::typed(word));
        Self { finder: Finder::new(word), folded: word, tail, categories, letters }
    }

    /// Whether the caller or the company is spelled so.
    fn spells(&self, row: &Row, letters: Letters) -> bool {
        let caller = &row.caller;
        let spelled = |name: &str| Spelling::of(name).matches(self.folded).is_some();
        self.letters.is_some_and(|it| letters.hold(it))
            && (spelled(&caller.name) || caller.organisation.as_deref().is_some_and(spelled))
    }

    /// Where a row has the word.
    fn find_in(&self, row: &Row, (text, letters): (&str, Letters)) -> Option<Field> {
        let found = self.finder.find_iter(text.as_bytes()).find_map(|it| self.judge(text, it));
        let found = found.or_else(|| self.spells(row, letters).then_some(Field::Name));
        found.or_else(|| self.categories.contains(&row.category).then_some(Field::Category))
    }

    /// The rows of a leaf that have the word, in order.
    fn scan(&self, texts: &Texts, ledger: &Ledger, leaf: usize) -> Vec<(Slot, Field)> {
        let Some(it) = texts.0.get(leaf) else { return Vec::new() };
        let base = slot_of(leaf * LEAF);
        let mut found: Vec<(Slot, Field)> = Vec::new();
        for hit in self.finder.find_iter(it.text.as_bytes()) {
            let place = it.starts.partition_point(|start| (*start as usize) <= hit).saturating_sub(1);
            let slot = base + slot_of(place);
            if found.last().is_some_and(|it| it.0 == slot) {
                continue;
            }
            let text = it.text(place);
            let start = it.starts.get(place).map_or(0, |it| *it as usize);
            found.extend(self.judge(text, hit - start).map(|field| (slot, field)));
        }
        if self.letters.is_some() || !self.categories.is_empty() {
            let rows = ledger.rows().iter().zip(0..).skip(leaf * LEAF).zip(&it.letters);
            let other = |row: &Row, letters: Letters| {
                let category = || self.categories.contains(&row.category).then_some(Field::Category);
                self.spells(row, letters).then_some(Field::Name).or_else(category)
            };
            let missing: Vec<_> = rows
                .filter(|((_, slot), _)| found.binary_search_by_key(slot, |it| it.0).is_err())
                .filter_map(|((row, slot), letters)| other(row, *letters).map(|it| (slot, it)))
                .collect();
            found.extend(missing);
            found.sort_unstable_by_key(|it| it.0);
        }
        found
    }

    /// The field of a hit, if the hit counts there.
    fn judge(&self, text: &str, hit: usize) -> Option<Field> {
        let place = text.get(..hit)?.matches(FIELD).count();
        let field = FIELDS.get(place).copied()?;
        let last = text.as_bytes().get(hit + self.folded.len()).is_none_or(|it| *it == FIELD as u8);
        (field != Field::Phone || !self.tail || last).then_some(field)
    }
}

/// Whether a name has a folded word in it, or is spelled so.
fn is_called(name: &str, word: &str) -> bool {
    fold(name).contains(word) || (LEAST_LETTERS <= word.len() && Spelling::of(name).matches(word).is_some())
}

fn slot_of(place: usize) -> Slot {
    Slot::try_from(place).unwrap_or(Slot::MAX)
}

/// The folded texts of all rows, in their order.
#[derive(Clone, Default)]
pub(super) struct Texts(Vec<Leaf>);

/// The texts of up to [`LEAF`] rows, one behind the other.
#[derive(Clone, Default)]
struct Leaf {
    text: String,
    starts: Vec<u32>,
    /// What the names of each row can be typed with.
    letters: Vec<Letters>,
}

impl Leaf {
    /// The text of the row at a place, without its end.
    fn text(&self, place: usize) -> &str {
        let from = self.starts.get(place).map_or(self.text.len(), |it| *it as usize);
        let until = self.starts.get(place + 1).map_or(self.text.len(), |it| *it as usize);
        self.text.get(from..until).unwrap_or_default().trim_end_matches(END)
    }

    fn letters_at(&self, place: usize) -> Letters {
        self.letters.get(place).copied().unwrap_or_default()
    }

    fn append(&mut self, text: &str, letters: Letters) {
        self.letters.push(letters);
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push_str(text);
        self.text.push(END);
    }
}

impl Texts {
    pub(super) fn text(&self, slot: Slot) -> (&str, Letters) {
        let slot = slot as usize;
        self.0
            .get(slot / LEAF)
            .map_or(("", Letters::default()), |it| (it.text(slot % LEAF), it.letters_at(slot % LEAF)))
    }

    /// Sets the text of a row of the ledger.
    pub(super) fn set_row(&mut self, slot: Slot, row: &Row) {
        let letters = Letters::of([&row.caller.name, row.caller.organisation.as_deref().unwrap_or_default()]);
        self.set(slot, &text_of(row), letters);
    }

    /// Sets the text of a row; a new row is the next one.
    pub(super) fn set(&mut self, slot: Slot, text: &str, letters: Letters) {
        let (leaf, place) = (slot as usize / LEAF, slot as usize % LEAF);
        if self.0.len() <= leaf {
            self.0.resize_with(leaf + 1, Leaf::default);
        }
        let Some(leaf) = self.0.get_mut(leaf) else { return };
        if leaf.starts.len() <= place {
            leaf.append(text, letters);
        } else if leaf.text(place) != text {
            let mut fresh = Leaf::default();
            for it in 0..leaf.starts.len() {
                if it == place {
                    fresh.append(text, letters);
                } else {
                    fresh.append(leaf.text(it), leaf.letters_at(it));
                }
            }
            *leaf = fresh;
        }
    }
}

fn text_of(row: &Row) -> String {
    let mut text = row.id.to_string();
    let mut field = |parts: [&str; 2]| {
        text.push(FIELD);
        push(&mut text, parts[0]);
        if !parts[1].is_empty() {
            text.push(' ');
            push(&mut text, parts[1]);
        }
    };
    field([row.caller.phone.main(), ""]);
    field([&row.caller.name, row.caller.organisation.as_deref().unwrap_or_default()]);
    field([&row.product, ""]);
    field([row.order_number.as_deref().unwrap_or_default(), ""]);
    field([&row.content, ""]);
    field([&row.requested_remedy, ""]);
    text
}
