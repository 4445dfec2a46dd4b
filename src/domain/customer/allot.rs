//! Handing customers out evenly: by number, weighed by what a person can take (L17, A16).

use std::collections::HashMap;

use crate::domain::id::PersonId;
use crate::domain::office::{Office, Person, Share};
use crate::domain::role::Role;

/// An owner for each of these customers, in their order; `in_hand` tells how much a person has already: files, and
/// open work if that shall count; `share` how much he or she can take. Who is away or takes no share gets none; nobody
/// to take them: nothing is proposed.
#[must_use]
pub fn propose<T: Copy>(
    office: &Office,
    customers: &[T],
    in_hand: impl Fn(PersonId) -> u32,
    share: impl Fn(&Person) -> Share,
) -> Vec<(T, PersonId)> {
    let mut given: HashMap<PersonId, u32> = HashMap::new();
    let mut proposed = Vec::with_capacity(customers.len());
    for customer in customers {
        let held = |it: PersonId| in_hand(it).saturating_add(given.get(&it).copied().unwrap_or_default());
        let Some(next) = office.next_by_share(Role::FrontDesk, &[], |it| (held(it.id), share(it))) else { break };
        *given.entry(next).or_default() += 1;
        proposed.push((*customer, next));
    }
    proposed
}
