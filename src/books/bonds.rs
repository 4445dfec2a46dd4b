//! What belongs together, asked the other way round: only the later complaint knows whose further call it is (并入), or
//! what it is linked to (关联).

use std::collections::HashMap;

use super::Books;
use super::ledger::Row;
use crate::domain::complaint::terms::LinkKind;
use crate::domain::id::ComplaintId;

/// Calls and links, by the complaint that they point to.
#[derive(Clone, Default)]
pub(super) struct Bonds {
    calls: HashMap<ComplaintId, Vec<ComplaintId>>,
    links: HashMap<ComplaintId, Vec<(LinkKind, ComplaintId)>>,
}

impl Bonds {
    /// A row came, or what it points to changed.
    pub(super) fn set(&mut self, old: Option<&Row>, row: &Row) {
        let before = old.and_then(|it| it.merged);
        if before != row.merged {
            if let Some(calls) = before.and_then(|it| self.calls.get_mut(&it)) {
                calls.retain(|it| *it != row.id);
            }
            if let Some(into) = row.merged {
                self.calls.entry(into).or_default().push(row.id);
            }
        }
        let before = old.map_or(&[][..], |it| &it.links);
        if *before != *row.links {
            for (_, other) in before {
                if let Some(links) = self.links.get_mut(other) {
                    links.retain(|(_, it)| *it != row.id);
                }
            }
            for (kind, other) in &row.links {
                self.links.entry(*other).or_default().push((*kind, row.id));
            }
        }
    }
}

impl Books {
    /// The further calls in the matter of a complaint, the oldest first; of calls that were merged into those, too.
    #[must_use]
    pub fn further_calls(&self, id: ComplaintId) -> Vec<&Row> {
        let mut found: Vec<ComplaintId> = Vec::new();
        let mut next = vec![id];
        while let Some(here) = next.pop() {
            for call in self.bonds.calls.get(&here).into_iter().flatten() {
                // Two desks could merge two complaints into each other at one instant: each is told once.
                if *call != id && !found.contains(call) {
                    found.push(*call);
                    next.push(*call);
                }
            }
        }
        found.sort_unstable();
        found.iter().filter_map(|it| self.row(*it)).collect()
    }

    /// n 次来电: the first one and the further ones.
    #[must_use]
    pub fn calls(&self, id: ComplaintId) -> u32 {
        let further = if self.bonds.calls.is_empty() { 0 } else { self.further_calls(id).len() };
        u32::try_from(further).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The complaints that were linked to this one, and how.
    #[must_use]
    pub fn linked_from(&self, id: ComplaintId) -> &[(LinkKind, ComplaintId)] {
        self.bonds.links.get(&id).map_or(&[], Vec::as_slice)
    }
}
