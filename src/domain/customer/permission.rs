//! Who may do what with customer files: the one place (A16, A17, A24).

use super::event::Verb;
use crate::domain::role::Role;

impl Role {
    /// Whether the role may do it.
    #[must_use]
    pub const fn may_keep(self, verb: Verb) -> bool {
        match self {
            Self::FrontDesk => front_desk(verb),
            // A16: the supervisor allots, and says who else may read.
            Self::FrontDeskSupervisor => front_desk(verb) || matches!(verb, Verb::Assign | Verb::AnswerSight),
            Self::EscalationManager => matches!(verb, Verb::Note | Verb::Contact | Verb::Reveal),
            // A department knows the customers of its own cases from those; management reads masked. More is asked for.
            Self::DepartmentHandler | Self::DepartmentManager | Self::Manager | Self::Admin => {
                matches!(verb, Verb::AskSight)
            }
        }
    }

    /// Whether the role may look at customer files at all (A24).
    #[must_use]
    pub const fn may_read_files(self) -> bool {
        match self {
            Self::FrontDesk | Self::FrontDeskSupervisor | Self::EscalationManager | Self::Manager => true,
            Self::DepartmentHandler | Self::DepartmentManager | Self::Admin => false,
        }
    }

    /// Whether files are shown to the role unmasked: it talks with these customers every day (UI.md 11).
    #[must_use]
    pub const fn sees_customers_whole(self) -> bool {
        match self {
            Self::FrontDesk | Self::FrontDeskSupervisor => true,
            Self::EscalationManager
            | Self::Manager
            | Self::DepartmentHandler
            | Self::DepartmentManager
            | Self::Admin => false,
        }
    }
}

/// A17, B11.
const fn front_desk(verb: Verb) -> bool {
    match verb {
        Verb::Open
        | Verb::Change
        | Verb::Note
        | Verb::Contact
        | Verb::Merge
        | Verb::Unmerge
        | Verb::TellApart
        | Verb::Reveal => true,
        Verb::Assign | Verb::AskSight | Verb::AnswerSight => false,
    }
}
