//! What lists and cards say about a case, hidden where the cloak is on (UI.md §11).

use super::super::env::{Cloak, Env};
use crate::books::board::Owner;
use crate::domain::complaint::Complaint;
use crate::domain::id::{CategoryId, DepartmentId, PersonId};

/// The customer as a list may show them.
#[must_use]
pub fn customer(env: &Env<'_>, complaint: &Complaint) -> String {
    match env.cloak {
        Cloak::Off => env.texts.customer(&complaint.details.complainant),
        Cloak::On => env.texts.customer_cloaked().to_owned(),
    }
}

/// What it is about, on one line.
#[must_use]
pub fn summary(env: &Env<'_>, complaint: &Complaint) -> String {
    match env.cloak {
        Cloak::Off => complaint.details.content.as_str().split_whitespace().collect::<Vec<_>>().join(" "),
        Cloak::On => env.texts.customer_cloaked().to_owned(),
    }
}

/// 大类: the category on top.
#[must_use]
pub fn top_category<'a>(env: &Env<'a>, category: CategoryId) -> &'a str {
    let office = env.office();
    office.category(office.parent(category)).map_or("", |it| it.name.as_str())
}

/// 安全 › 冒烟异味.
#[must_use]
pub fn category(env: &Env<'_>, category: CategoryId) -> String {
    let own = env.office().category(category).map_or("", |it| it.name.as_str());
    let top = top_category(env, category);
    if own == top { own.to_owned() } else { format!("{top} › {own}") }
}

/// 苏禾·质检部; a department where nobody has taken it yet.
#[must_use]
pub fn owner(env: &Env<'_>, owner: Owner) -> String {
    match owner {
        Owner::Person(id) => person(env, id),
        Owner::Department(id) => department(env, id).to_owned(),
    }
}

/// A person with the department.
#[must_use]
pub fn person(env: &Env<'_>, id: PersonId) -> String {
    let name = env.texts.person(env.office(), id);
    match env.office().person(id) {
        Some(it) => format!("{name}·{}", department(env, it.department)),
        None => name,
    }
}

/// A department's name.
#[must_use]
pub fn department<'a>(env: &Env<'a>, id: DepartmentId) -> &'a str {
    env.office().department(id).map_or("", |it| it.name.as_str())
}
