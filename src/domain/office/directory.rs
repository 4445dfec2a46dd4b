//! Who and what the office consists of: departments, people, teams, channels, categories.
//!
//! Nothing here is ever deleted: what is retired stays, because a report of last year needs its name.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::complaint::terms::{Money, Severity};
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId, TeamId};
use crate::domain::role::{Role, Roles};
use crate::domain::text::Line;

/// One thing of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
    /// A category or subcategory.
    Category(CategoryId),
    /// A channel.
    Channel(ChannelId),
    /// A team.
    Team(TeamId),
}

/// What a department is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DepartmentKind {
    /// 综合部, 客服部: takes calls, dispatches, calls back (A01, X17).
    FrontDesk,
    /// Handles complaints (A03).
    Handling,
    /// 片区: handles those of its region, usually on the second hop (A04–A06).
    Region,
    /// Management, information technology: nothing is dispatched to it.
    Staff,
}

/// A department of the company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Department {
    /// Given once.
    pub id: DepartmentId,
    /// What it is called; unique among those in use.
    pub name: Line,
    /// What it is for.
    pub kind: DepartmentKind,
    /// Who gets what names no handler.
    #[serde(default)]
    pub default_handler: Option<PersonId>,
    /// In use, not retired.
    pub active: bool,
}

/// Whether a person is at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// 在岗
    #[default]
    Present,
    /// 出差, 休假: the deputy stands in.
    Away,
}

/// How much a person takes of what is handed out evenly, in percent of a full load; 0 takes none (L17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Share(pub u8);

impl Default for Share {
    /// A full load.
    fn default() -> Self {
        Self(100)
    }
}

/// A person of the office. No step of a complaint is without one (A23). `Debug` tells no name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// Given once.
    pub id: PersonId,
    /// Unique among those in use.
    pub name: Line,
    /// Where the person works.
    pub department: DepartmentId,
    /// What the person is trusted with.
    pub roles: Roles,
    /// The area that the person looks after (A04).
    #[serde(default)]
    pub region: Option<Line>,
    /// Plans up to this amount may be approved by this person; `None`: any amount.
    #[serde(default)]
    pub approval_limit: Option<Money>,
    /// Who stands in while the person is away.
    #[serde(default)]
    pub deputy: Option<PersonId>,
    /// At work or away.
    #[serde(default)]
    pub presence: Presence,
    /// How much of a full load is handed out to the person (L17).
    #[serde(default)]
    pub share: Share,
    /// In use, not retired.
    pub active: bool,
}

impl Person {
    /// In use and trusted with the role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.active && self.roles.has(role)
    }
}

/// 客户反馈处理小组: people of several departments under one leader (A11, A22).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Team {
    /// Given once.
    pub id: TeamId,
    /// Unique among those in use.
    pub name: Line,
    /// 组长
    pub leader: PersonId,
    /// 成员, without the leader.
    pub members: Vec<PersonId>,
    /// In use, not retired.
    pub active: bool,
}

/// How a complaint travels to who handles it (X4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// To the responsible department.
    #[default]
    Direct,
    /// To a manager, who passes it on to a regional head (A05).
    ViaManager(PersonId),
}

/// A category of complaints, or a subcategory where it has a parent (B16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Category {
    /// Given once.
    pub id: CategoryId,
    /// The category above; two levels, no more.
    #[serde(default)]
    pub parent: Option<CategoryId>,
    /// Unique under its parent among those in use.
    pub name: Line,
    /// Direct, or through a manager.
    #[serde(default)]
    pub route: Route,
    /// Responsible by default (A20); `None`: as the category above.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// Handles by default; `None`: as the department says.
    #[serde(default)]
    pub handler: Option<PersonId>,
    /// Suggested at intake (B17).
    pub severity: Severity,
    /// Who takes what failed twice (X6); `None`: as the category above.
    #[serde(default)]
    pub escalation: Option<PersonId>,
    /// Customers' words that suggest this category while typing.
    #[serde(default)]
    pub words: Vec<Line>,
    /// In use, not retired.
    pub active: bool,
}

/// Who brings a complaint in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// The customer.
    #[default]
    Direct,
    /// A dealer or another department: who passed it on is asked (B03).
    Relayed,
}

/// A way by which complaints arrive (B01–B04).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Channel {
    /// Given once.
    pub id: ChannelId,
    /// Unique among those in use.
    pub name: Line,
    /// From the customer, or passed on.
    #[serde(default)]
    pub kind: ChannelKind,
    /// Who watches it (B05).
    #[serde(default)]
    pub owner: Option<PersonId>,
    /// In use, not retired.
    pub active: bool,
}
