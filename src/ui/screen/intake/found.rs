//! Who calls, and what was complained about before: asked from the books whenever the form changes.

use super::form::{Decision, Form};
use crate::books::Books;
use crate::books::customers::{Field, Who};
use crate::books::repeats::Likeness;
use crate::domain::customer::{Complainant, Phone};
use crate::domain::id::{CategoryId, ComplaintId};
use crate::ui::env::Env;
use std::collections::BTreeSet;

/// Fewer digits find nobody.
pub const LEAST_DIGITS: usize = 4;
/// So many customers are offered to choose from.
const MOST_CALLERS: usize = 6;
/// So many orders are offered to fill in.
const MOST_ORDERS: usize = 4;
/// So many earlier complaints are put before the desk.
const MOST_CANDIDATES: usize = 5;

/// How a caller was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// The whole number.
    #[default]
    Number,
    /// Some of its digits.
    Tail,
    /// A name, or its pinyin.
    Name,
}

/// What the books know about the draft.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The customers, the newest first.
    pub callers: Vec<Who>,
    /// How they were found.
    pub by: By,
    /// Earlier complaints that may be the same matter.
    pub candidates: Vec<(ComplaintId, Likeness)>,
    /// Those of them that take a further call: open, and of the same customer.
    pub takes_call: BTreeSet<ComplaintId>,
    /// Every complaint of the one customer, newest first.
    pub history: Vec<ComplaintId>,
    /// The newest complaint about each order of the one customer, newest first.
    pub orders: Vec<ComplaintId>,
    /// Categories that the words suggest.
    pub suggestions: Vec<CategoryId>,
}

impl Found {
    /// Asks the books.
    pub fn ask(env: &Env<'_>, form: &Form) -> Self {
        let (content, phone) = (form.content.text(), form.phone());
        let enough = phone.as_ref().filter(|it| LEAST_DIGITS <= it.main().len());
        let books = env.books;
        let mut found = Self::default();
        if let Some(phone) = enough {
            (found.callers, found.by) = callers(books, phone);
            if let (By::Number, Some(who)) = (found.by, found.callers.first()) {
                let customers = books.customers();
                found.history = customers.complaints(*who).into_iter().map(|it| it.id).collect();
                found.orders = customers.orders(*who).into_iter().map(|it| it.row.id).take(MOST_ORDERS).collect();
            }
        } else if let Some(name) = form.named() {
            let hits = books.customers().find(name, MOST_CALLERS);
            (found.callers, found.by) = (hits.into_iter().map(|it| it.who).collect(), By::Name);
        }
        let whole = enough.filter(|_| found.by == By::Number);
        let candidates = books.candidates(form.draft(whole, &content), env.now);
        found.candidates = candidates.iter().map(|it| (it.row.id, it.likeness)).take(MOST_CANDIDATES).collect();
        let takes = candidates.iter().filter(|it| it.row.is_open() && it.likeness != Likeness::AlikeElsewhere);
        found.takes_call = takes.map(|it| it.row.id).collect();
        found.suggestions = env.office().suggest(&content);
        found.suggestions.retain(|it| Some(*it) != form.category);
        found.suggestions.truncate(3);
        found
    }

    /// Repeat complaints that nobody has decided about yet: they block 登记并派单.
    pub fn undecided(&self, form: &Form) -> Vec<u8> {
        let open = |(id, likeness): &(ComplaintId, Likeness)| likeness.is_repeat() && !form.decisions.contains_key(id);
        (0..).zip(&self.candidates).filter(|(_, it)| open(it)).map(|(index, _)| index).collect()
    }

    /// The which complaint of its matter this one is, if it is one: one more than the last that it repeats.
    pub fn times(&self, books: &Books) -> u32 {
        let repeated = self.candidates.iter().filter(|(_, likeness)| likeness.is_repeat());
        1 + repeated.map(|(id, _)| books.times(*id)).max().unwrap_or_default()
    }

    /// What was decided about one of them.
    pub fn decision(&self, form: &Form, index: u8) -> Option<Decision> {
        let (id, _) = self.candidates.get(usize::from(index))?;
        form.decisions.get(id).copied()
    }
}

/// Customers with this number, or else with a number that has these digits.
fn callers(books: &Books, phone: &Phone) -> (Vec<Who>, By) {
    let customers = books.customers();
    let mut exact: Vec<Who> = customers.of(phone).into_iter().collect();
    for id in customers.numbers().with(phone) {
        let who = customers.now(Who::File(id));
        if !exact.contains(&who) {
            exact.push(who);
        }
    }
    if !exact.is_empty() {
        return (exact, By::Number);
    }
    let like = customers.find(phone.main(), MOST_CALLERS).into_iter();
    let like: Vec<Who> = like.filter(|it| it.field == Some(Field::Phone)).map(|it| it.who).collect();
    if like.is_empty() { (like, By::Number) } else { (like, By::Tail) }
}

/// What is known of a customer, as the complainant of a new complaint from the number that was typed.
pub fn known(books: &Books, who: Who, typed: &str) -> Option<Complainant> {
    let customers = books.customers();
    let mut profile = customers.profile(who)?;
    profile.phones = customers.phones(who).into_iter().cloned().collect();
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let from = profile.phones.iter().find(|it| LEAST_DIGITS <= digits.len() && it.main().contains(&digits)).cloned();
    profile.complainant(from.as_ref())
}
