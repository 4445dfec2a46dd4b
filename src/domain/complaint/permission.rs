//! Who may do what: the one place (A01–A25, A24).

use super::moves::Verb;
use super::state::Complaint;
use crate::domain::office::Person;
use crate::domain::role::Role;

/// Whether a role may act on every case, or only on those of its own department and those it takes part in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Every case.
    Everywhere,
    /// Its own cases (A03).
    OwnCases,
}

impl Role {
    /// How far the role reaches.
    #[must_use]
    pub const fn reach(self) -> Reach {
        match self {
            Self::FrontDesk | Self::FrontDeskSupervisor | Self::EscalationManager | Self::Manager | Self::Admin => {
                Reach::Everywhere
            }
            Self::DepartmentHandler | Self::DepartmentManager => Reach::OwnCases,
        }
    }

    /// Whether the role may do it, where the stage allows it.
    #[must_use]
    pub const fn may(self, verb: Verb) -> bool {
        match self {
            Self::FrontDesk => front_desk(verb),
            Self::FrontDeskSupervisor => front_desk(verb) || supervisor(verb),
            Self::DepartmentHandler => handler(verb),
            Self::DepartmentManager => handler(verb) || department_manager(verb),
            Self::EscalationManager => escalation_manager(verb),
            Self::Manager => manager(verb),
            // The office's own settings are the administrator's; cases are not.
            Self::Admin => matches!(verb, Verb::AskSight),
        }
    }
}

impl Role {
    /// Whether every case concerns the role: the desk, its supervisor, who takes over, the management (A24).
    #[must_use]
    pub const fn sees_every_case(self) -> bool {
        match self {
            Self::FrontDesk | Self::FrontDeskSupervisor | Self::EscalationManager | Self::Manager => true,
            Self::DepartmentHandler | Self::DepartmentManager | Self::Admin => false,
        }
    }
}

/// Whether a complaint concerns somebody (A24): the desk and the management are concerned by every one, departments by
/// those they have or had a work order of, and whoever takes part. Others may be shown it for a time: see
/// [`Complaint::sights`].
#[must_use]
pub fn concerns(person: &Person, complaint: &Complaint) -> bool {
    person.active && person.roles.iter().any(Role::sees_every_case)
        || complaint.tracking == person.id
        || complaint.orders.iter().any(|it| it.department == person.department || it.involves(person.id))
        || complaint.follow_ups.iter().any(|it| it.what.owner == person.id)
}

/// What the program does by itself when time has come.
#[must_use]
pub const fn program(verb: Verb) -> bool {
    matches!(verb, Verb::Supervise | Verb::Archive)
}

/// A01, A02, A12, A17.
const fn front_desk(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Register
            | Verb::Judge
            | Verb::Reply
            | Verb::Acknowledge
            | Verb::Solve
            | Verb::Convert
            | Verb::Amend
            | Verb::MarkMajor
            | Verb::Dispatch
            | Verb::Recall
            | Verb::Remind
            | Verb::Exempt
            | Verb::Dial
            | Verb::RecordCallback
            | Verb::Appoint
            | Verb::AssignCallback
            | Verb::Close
            | Verb::Communicate
            | Verb::Note
            | Verb::Meet
            | Verb::Link
            | Verb::Unlink
            | Verb::Merge
            | Verb::Unmerge
            | Verb::AssignTracking
            | Verb::FollowUp
            | Verb::FinishFollowUp
            | Verb::Attach
            | Verb::Reveal
    )
}

/// A07, A16, A22, F04.
const fn supervisor(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Supervise
            | Verb::Reassign
            | Verb::Escalate
            | Verb::Reopen
            | Verb::Archive
            | Verb::FormGroup
            | Verb::Review
            | Verb::HoldAccountable
            | Verb::PlanImprovement
            | Verb::FinishImprovement
            | Verb::AnswerSight
    )
}

/// A03, A06, A15.
const fn handler(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Accept
            | Verb::GiveBack
            | Verb::Transfer
            | Verb::Assist
            | Verb::Report
            | Verb::PromiseReport
            | Verb::AskSight
            | Verb::Contact
            | Verb::Investigate
            | Verb::Propose
            | Verb::RecordAnswer
            | Verb::Submit
            | Verb::RecordVerbalApproval
            | Verb::Execute
            | Verb::HandIn
            | Verb::Pause
            | Verb::Resume
            | Verb::Communicate
            | Verb::Note
            | Verb::Attach
            | Verb::Reveal
    )
}

/// A08, A10.
const fn department_manager(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Approve
            | Verb::SendPlanBack
            | Verb::Reassign
            | Verb::Remind
            | Verb::Forward
            | Verb::Exempt
            | Verb::Meet
            | Verb::MarkMajor
            | Verb::PlanImprovement
            | Verb::FinishImprovement
            | Verb::HoldAccountable
    )
}

/// A05, A09, A19, X5: sub-assigns, takes over escalated complaints, decides where nobody can be satisfied.
const fn escalation_manager(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Forward
            | Verb::Dispatch
            | Verb::Recall
            | Verb::Reassign
            | Verb::Approve
            | Verb::SendPlanBack
            | Verb::Remind
            | Verb::Supervise
            | Verb::MarkMajor
            | Verb::Exempt
            | Verb::Close
            | Verb::Reopen
            | Verb::Communicate
            | Verb::Note
            | Verb::Meet
            | Verb::Review
            | Verb::HoldAccountable
            | Verb::PlanImprovement
            | Verb::FinishImprovement
            | Verb::FormGroup
            | Verb::Attach
            | Verb::Reveal
    )
}

/// A25: reads, approves, urges.
const fn manager(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Approve
            | Verb::SendPlanBack
            | Verb::Remind
            | Verb::Supervise
            | Verb::Escalate
            | Verb::Close
            | Verb::Reopen
            | Verb::Note
            | Verb::Meet
            | Verb::Review
            | Verb::HoldAccountable
            | Verb::PlanImprovement
            | Verb::FinishImprovement
            | Verb::FormGroup
    )
}
