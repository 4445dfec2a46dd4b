//! Who calls, and what was complained about before: asked from the books whenever the form changes.

use std::collections::HashSet;

use super::form::{Decision, Form};
use crate::books::repeats::Likeness;
use crate::books::{Books, Row};
use crate::domain::customer::{Complainant, Member, Phone};
use crate::domain::id::{CategoryId, ComplaintId};
use crate::domain::text::Line;
use crate::ui::env::Env;

/// Fewer digits find nobody.
const LEAST_DIGITS: usize = 4;
/// So many customers are offered to choose from.
const MOST_CALLERS: usize = 6;
/// So many earlier complaints are put before the desk.
const MOST_CANDIDATES: usize = 5;

/// How a number was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// The whole number.
    #[default]
    Number,
    /// Its last digits.
    Tail,
}

/// What the books know about the draft.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The newest complaint of each customer with that number.
    pub callers: Vec<ComplaintId>,
    /// How they were found.
    pub by: By,
    /// Earlier complaints that may be the same matter.
    pub candidates: Vec<(ComplaintId, Likeness)>,
    /// Every complaint of the one customer, newest first.
    pub history: Vec<ComplaintId>,
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
            if found.by == By::Number {
                found.history = books.customer(phone).map(|it| it.id).collect();
            }
        }
        let whole = enough.filter(|_| found.by == By::Number);
        let candidates = books.candidates(form.draft(whole, &content), env.now);
        found.candidates = candidates.iter().map(|it| (it.row.id, it.likeness)).take(MOST_CANDIDATES).collect();
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

    /// What was decided about one of them.
    pub fn decision(&self, form: &Form, index: u8) -> Option<Decision> {
        let (id, _) = self.candidates.get(usize::from(index))?;
        form.decisions.get(id).copied()
    }
}

/// Customers with this number, or else with a number that ends like it; one for each name.
fn callers(books: &Books, phone: &Phone) -> (Vec<ComplaintId>, By) {
    let exact = apart(books.customer(phone));
    if !exact.is_empty() {
        return (exact, By::Number);
    }
    let tail = phone.main();
    let like = books.ledger().rows().iter().rev().filter(|it| it.caller.phone.main().ends_with(tail));
    let like = apart(like);
    if like.is_empty() { (like, By::Number) } else { (like, By::Tail) }
}

fn apart<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<ComplaintId> {
    let mut seen = HashSet::new();
    rows.filter(|it| seen.insert((it.caller.phone.main(), it.caller.name.as_str())))
        .map(|it| it.id)
        .take(MOST_CALLERS)
        .collect()
}

/// What is known of the customer of an earlier complaint; more where it is not archived yet.
pub fn known(books: &Books, id: ComplaintId) -> Option<Complainant> {
    if let Some(complaint) = books.complaint(id) {
        return Some(complaint.details.complainant.clone());
    }
    let caller = &books.row(id)?.caller;
    let line = |it: &Option<Box<str>>| it.as_deref().and_then(|it| Line::new(it).ok());
    Some(Complainant {
        name: caller.name.clone(),
        salutation: caller.salutation,
        phone: caller.phone.clone(),
        organisation: line(&caller.organisation),
        address: line(&caller.address),
        region: line(&caller.region),
        member: caller.member.then(|| Member { number: line(&caller.card), tier: None }),
        preference: None,
        rests: None,
    })
}
