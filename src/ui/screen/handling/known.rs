//! What a form shows when it is opened: what was written before.

use super::ask::{Ask, Case};
use super::fields::{Choice, Slot};
use crate::domain::complaint::WorkOrder;
use crate::domain::complaint::words::{Investigation, Proposal};

/// What a form shows when it is opened: what was written before.
#[derive(Default)]
pub(super) struct Known {
    pub(super) words: Vec<(Slot, String)>,
    pub(super) choices: Vec<Choice>,
}

pub(super) fn known(case: &Case<'_>, ask: Ask) -> Known {
    if ask == Ask::Hold {
        return liable(case);
    }
    let order = case.order;
    if ask == Ask::Investigate {
        return order.and_then(|it| it.investigation.as_ref()).map(|it| found(&it.what)).unwrap_or_default();
    }
    if ask == Ask::Propose {
        return order.and_then(WorkOrder::plan).map(|it| proposed(&it.proposal)).unwrap_or_default();
    }
    Known::default()
}

fn found(found: &Investigation) -> Known {
    let mut words = vec![
        (Slot::CustomerSaid, found.customer_statement.to_string()),
        (Slot::DepartmentSaid, found.department_statement.to_string()),
        (Slot::RootCause, found.root_cause.to_string()),
    ];
    words.extend(found.liable_person.as_ref().map(|it| (Slot::Liable, it.to_string())));
    words.extend(found.hoped_result.as_ref().map(|it| (Slot::Hoped, it.to_string())));
    let mut choices: Vec<Choice> = found.methods.iter().map(|it| Choice::Method(*it)).collect();
    choices.extend(found.quality.map(Choice::Quality));
    Known { words, choices }
}

fn proposed(plan: &Proposal) -> Known {
    let mut words = vec![(Slot::Measures, plan.measures.to_string())];
    words.extend(plan.policy.as_ref().map(|it| (Slot::Policy, it.to_string())));
    let paid = plan.compensation;
    words.extend(paid.filter(|it| it.amount.0 > 0).map(|it| (Slot::Amount, plain(it.amount.0))));
    Known { words, choices: paid.map(|it| Choice::Remedy(it.remedy)).into_iter().collect() }
}

/// Fen as somebody would type yuan.
fn plain(fen: i64) -> String {
    if fen % 100 == 0 { (fen / 100).to_string() } else { format!("{}.{:02}", fen / 100, fen % 100) }
}

/// Who is held accountable is first of all whom the investigation names (D06, D20).
fn liable(case: &Case<'_>) -> Known {
    let mut found = case.complaint.orders.iter().rev().filter_map(|it| it.investigation.as_ref());
    let person = found.find_map(|it| it.what.liable_person.as_ref());
    Known { words: person.map(|it| (Slot::HeldPerson, it.to_string())).into_iter().collect(), choices: Vec::new() }
}
