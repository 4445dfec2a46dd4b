//! Who cannot be taken out of use yet: open complaints still rest with them.
//!
//! The office's own laws see what the office says (a category's handler, a channel's owner, a deputy); complaints are
//! streams of their own, so whoever decides brings those that are open.

use crate::domain::complaint::{Complaint, OrderStage, Stage};
use crate::domain::id::ComplaintId;
use crate::domain::office::directory::Subject;
use crate::domain::office::rejection::Rejection;

/// Whether nothing open rests with what is to be retired: no work order of a person or a department, no escalation
/// and no callback of a person. Categories, channels and teams hold no work.
///
/// # Errors
/// [`Rejection::StillAtWork`] with the complaints, in order.
pub fn free<'a>(what: Subject, complaints: impl IntoIterator<Item = &'a Complaint>) -> Result<(), Rejection> {
    let mut held: Vec<ComplaintId> =
        complaints.into_iter().filter(|it| it.stage.is_open() && rests(it, what)).map(|it| it.id).collect();
    held.sort_unstable();
    held.dedup();
    if held.is_empty() { Ok(()) } else { Err(Rejection::StillAtWork { what, complaints: held }) }
}

fn rests(complaint: &Complaint, what: Subject) -> bool {
    let open = || {
        complaint.current_orders().filter(|it| match it.stage {
            OrderStage::ToForward
            | OrderStage::ToAccept
            | OrderStage::Handling
            | OrderStage::AwaitingApproval
            | OrderStage::Executed => true,
            OrderStage::HandedIn | OrderStage::Ended => false,
        })
    };
    match what {
        Subject::Person(person) => {
            let escalated = complaint.escalation.as_ref().is_some_and(|it| it.to == person);
            let holds = |it: &crate::domain::complaint::WorkOrder| match it.stage {
                // On the way it lies with the manager.
                OrderStage::ToForward => it.via == Some(person),
                OrderStage::ToAccept
                | OrderStage::Handling
                | OrderStage::AwaitingApproval
                | OrderStage::Executed
                | OrderStage::HandedIn
                | OrderStage::Ended => it.handler == Some(person),
            };
            let calls = complaint.stage == Stage::ToCallBack && complaint.calls_back == Some(person);
            complaint.stage == Stage::Escalated && escalated || calls || open().any(holds)
        }
        Subject::Department(department) => open().any(|it| it.department == department),
        Subject::Category(_) | Subject::Channel(_) | Subject::Team(_) => false,
    }
}
