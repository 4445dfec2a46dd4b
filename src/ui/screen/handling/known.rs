//! What a form shows when it is opened: what was written before.

use super::ask::{Ask, Case};
use super::fields::{Choice, Slot};

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
    let Some(order) = case.order else { return Known::default() };
    match ask {
        Ask::Investigate => {
            let Some(found) = order.investigation.as_ref().map(|it| &it.what) else { return Known::default() };
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
        Ask::Propose => {
            let Some(plan) = order.plan().map(|it| &it.proposal) else { return Known::default() };
            let mut words = vec![(Slot::Measures, plan.measures.to_string())];
            words.extend(plan.policy.as_ref().map(|it| (Slot::Policy, it.to_string())));
            let paid = plan.compensation;
            words.extend(paid.filter(|it| it.amount.0 > 0).map(|it| (Slot::Amount, plain(it.amount.0))));
            Known { words, choices: paid.map(|it| Choice::Remedy(it.remedy)).into_iter().collect() }
        }
        Ask::Accept
        | Ask::Report
        | Ask::Promise
        | Ask::Contact
        | Ask::RecordAnswer
        | Ask::Submit
        | Ask::Verbal
        | Ask::Approve
        | Ask::SendBack
        | Ask::Execute
        | Ask::HandIn
        | Ask::GiveBack
        | Ask::Transfer
        | Ask::Pause
        | Ask::Resume
        | Ask::Reassign
        | Ask::Remind
        | Ask::Convert
        | Ask::Merge
        | Ask::Forward
        | Ask::Dispatch
        | Ask::Close
        | Ask::Reopen
        | Ask::Archive
        | Ask::Note
        | Ask::Reveal
        | Ask::Track
        | Ask::FormGroup
        | Ask::Review
        | Ask::Hold
        | Ask::Improve
        | Ask::Improved
        | Ask::FollowUp
        | Ask::Followed
        | Ask::AskSight
        | Ask::AnswerSight => Known::default(),
    }
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
