//! What somebody wants done to the office.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::Calendar;
use crate::domain::complaint::terms::{Money, Severity};
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId, TeamId};
use crate::domain::limits::Limits;
use crate::domain::month::Month;
use crate::domain::office::directory::{ChannelKind, DepartmentKind, Presence, Route, Share, Subject};
use crate::domain::office::forms::Forms;
use crate::domain::office::month_report::Checksum;
use crate::domain::office::rules::Rules;
use crate::domain::phrase::Phrase;
use crate::domain::record::Position;
use crate::domain::role::{Role, Roles};
use crate::domain::script::Script;
use crate::domain::text::{Line, Prose};

/// A department as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DepartmentWords {
    /// What it is called.
    pub name: Line,
    /// What it is for.
    pub kind: DepartmentKind,
    /// Who gets what names no handler.
    #[serde(default)]
    pub default_handler: Option<PersonId>,
}

/// A person as he or she is to be entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonWords {
    /// What the person is called.
    pub name: Line,
    /// Where the person works.
    pub department: DepartmentId,
    /// What the person is trusted with.
    pub roles: Roles,
    /// The area that the person looks after (A04).
    #[serde(default)]
    pub region: Option<Line>,
    /// Plans up to this amount may be approved by this person, in fen; left out: any amount.
    #[serde(default)]
    pub approval_limit: Option<Money>,
    /// Who stands in while the person is away.
    #[serde(default)]
    pub deputy: Option<PersonId>,
    /// Percent of a full load (L17).
    #[serde(default)]
    pub share: Share,
}

/// A team as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TeamWords {
    /// What it is called.
    pub name: Line,
    /// 组长
    pub leader: PersonId,
    /// 成员, without the leader.
    #[serde(default)]
    pub members: Vec<PersonId>,
}

/// A category or subcategory as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CategoryWords {
    /// The category above, for a subcategory.
    #[serde(default)]
    pub parent: Option<CategoryId>,
    /// What it is called.
    pub name: Line,
    /// Direct, or through a manager (X4).
    #[serde(default)]
    pub route: Route,
    /// Responsible by default (A20).
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// Handles by default.
    #[serde(default)]
    pub handler: Option<PersonId>,
    /// Suggested at intake.
    pub severity: Severity,
    /// Who takes what failed twice (X6).
    #[serde(default)]
    pub escalation: Option<PersonId>,
    /// Customers' words that suggest this category.
    #[serde(default)]
    pub words: Vec<Line>,
}

/// A channel as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChannelWords {
    /// What it is called.
    pub name: Line,
    /// From the customer, or passed on.
    #[serde(default)]
    pub kind: ChannelKind,
    /// Who watches it (B05).
    #[serde(default)]
    pub owner: Option<PersonId>,
}

/// A wish to change the office: `{"do": "add_person", "name": …}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Command {
    /// Call the company differently.
    Rename {
        /// The new name.
        name: Line,
    },
    /// Add a department.
    AddDepartment(DepartmentWords),
    /// Change a department.
    ChangeDepartment {
        /// Which.
        id: DepartmentId,
        /// What it is to be.
        to: DepartmentWords,
    },
    /// Add a person.
    AddPerson(PersonWords),
    /// Change a person's entry.
    ChangePerson {
        /// Whose.
        id: PersonId,
        /// What it is to be.
        to: PersonWords,
    },
    /// Say that a person is away or back; one may say it of oneself.
    SetPresence {
        /// Who.
        person: PersonId,
        /// At work or away.
        presence: Presence,
    },
    /// Form a team (A22).
    AddTeam(TeamWords),
    /// Change a team.
    ChangeTeam {
        /// Which.
        id: TeamId,
        /// What it is to be.
        to: TeamWords,
    },
    /// Add a category or subcategory.
    AddCategory(CategoryWords),
    /// Change a category or subcategory.
    ChangeCategory {
        /// Which.
        id: CategoryId,
        /// What it is to be.
        to: CategoryWords,
    },
    /// Add a channel.
    AddChannel(ChannelWords),
    /// Change a channel.
    ChangeChannel {
        /// Which.
        id: ChannelId,
        /// What it is to be.
        to: ChannelWords,
    },
    /// Take a department, person, team, category or channel out of use.
    Retire {
        /// What.
        what: Subject,
    },
    /// Take something retired into use again.
    Restore {
        /// What.
        what: Subject,
    },
    /// Set the time limits; clocks that run keep theirs. The edition is counted by the office.
    SetLimits {
        /// All of them.
        limits: Limits,
    },
    /// Set shifts, holidays and make-up workdays.
    SetCalendar {
        /// The whole calendar; the fact holds what differs.
        #[schemars(with = "serde_json::Value")]
        calendar: Calendar,
    },
    /// Set the rules that are no time limits.
    SetRules {
        /// All of them.
        rules: Rules,
    },
    /// Set the callback scripts.
    SetScripts {
        /// All of them.
        scripts: Vec<Script>,
    },
    /// Set the phrases that forms offer (F10), in the order of their lists.
    SetPhrases {
        /// All of them, retired ones too.
        phrases: Vec<Phrase>,
    },
    /// Set numbers and names on forms.
    SetForms {
        /// All of them.
        forms: Forms,
    },
    /// Lay a month's report before the supervisor (I01).
    SubmitMonthReport {
        /// Which month.
        month: Month,
        /// Of its numbers.
        checksum: Checksum,
        /// The log position that its numbers were computed at.
        position: Position,
        /// What is corrected, what is to be known.
        #[serde(default)]
        note: Option<Prose>,
    },
    /// Approve the waiting report and file it for good (A07).
    FileMonthReport {
        /// Which month.
        month: Month,
        /// Of the numbers that are approved; another submission since then is not filed by mistake.
        checksum: Checksum,
        /// 批示
        #[serde(default)]
        note: Option<Prose>,
    },
    /// Send the waiting report back.
    SendBackMonthReport {
        /// Which month.
        month: Month,
        /// What is to be done.
        note: Prose,
    },
}

impl Command {
    /// Who may do it. That one may say of oneself that one is away stands in `decide`.
    #[must_use]
    pub const fn may(&self) -> &'static [Role] {
        match self {
            Self::Rename { .. }
            | Self::AddDepartment(_)
            | Self::ChangeDepartment { .. }
            | Self::AddPerson(_)
            | Self::ChangePerson { .. }
            | Self::SetPresence { .. }
            | Self::AddTeam(_)
            | Self::ChangeTeam { .. }
            | Self::AddCategory(_)
            | Self::ChangeCategory { .. }
            | Self::AddChannel(_)
            | Self::ChangeChannel { .. }
            | Self::Retire { .. }
            | Self::Restore { .. }
            | Self::SetLimits { .. }
            | Self::SetCalendar { .. }
            | Self::SetRules { .. }
            | Self::SetScripts { .. }
            | Self::SetPhrases { .. }
            | Self::SetForms { .. } => &[Role::Admin],
            Self::SubmitMonthReport { .. } => &[Role::FrontDesk, Role::FrontDeskSupervisor],
            Self::FileMonthReport { .. } | Self::SendBackMonthReport { .. } => &[Role::FrontDeskSupervisor],
        }
    }
}
