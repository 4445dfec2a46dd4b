//! Why the office was not changed. Data only; the words stand in i18n.

use serde::Serialize;

use crate::domain::id::{CategoryId, ComplaintId, DepartmentId, PersonId};
use crate::domain::limits::{ClockName, LimitError};
use crate::domain::month::Month;
use crate::domain::office::directory::Subject;
use crate::domain::office::rules::Setting;
use crate::domain::phrase::PhraseFault;
use crate::domain::role::Role;
use crate::domain::script::{ScriptKind, ScriptProblem};
use crate::domain::text::Line;

/// What something in use is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Is the home of this person.
    HomeOf(PersonId),
    /// Handles by default for this department or category.
    HandlerOf(Subject),
    /// This category's complaints go through this manager (X4).
    RouteOf(CategoryId),
    /// Takes the escalations of this category (X6).
    EscalationOf(CategoryId),
    /// Is responsible for this category.
    ResponsibleFor(CategoryId),
    /// Is the category above this one.
    ParentOf(CategoryId),
    /// Stands in for this person.
    DeputyOf(PersonId),
    /// Watches this channel (B05).
    OwnerOf(Subject),
    /// Leads or belongs to this team.
    MemberOf(Subject),
}

/// Why a wish was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// There is no office yet.
    NotFounded,
    /// The actor holds none of the roles that may do it.
    NotAllowed {
        /// Who may.
        may: Vec<Role>,
    },
    /// No such department, person, category, channel, team.
    Unknown {
        /// What was named.
        what: Subject,
    },
    /// It is out of use already.
    AlreadyRetired {
        /// What.
        what: Subject,
    },
    /// It is in use.
    NotRetired {
        /// What.
        what: Subject,
    },
    /// What is retired is not changed; restore it first.
    IsRetired {
        /// What.
        what: Subject,
    },
    /// Everything is as it was.
    NothingChanged,
    /// Another one in use is called the same.
    NameTaken {
        /// The other one.
        by: Subject,
        /// The name.
        name: Line,
    },
    /// Something points at what is unknown or out of use: name another one first.
    Needed {
        /// What is missing, or would be.
        what: Subject,
        /// What it is needed for.
        need: Need,
    },
    /// A person is given a task without the role for it.
    RoleMissing {
        /// Who.
        person: PersonId,
        /// The role that is needed.
        role: Role,
        /// The task.
        need: Need,
    },
    /// Open complaints still rest with it: hand them over first.
    StillAtWork {
        /// A person or a department.
        what: Subject,
        /// Which complaints, in order.
        complaints: Vec<ComplaintId>,
    },
    /// A person without any role.
    NoRole {
        /// Who.
        person: PersonId,
    },
    /// Nobody in use would hold this role: an office needs a desk, a supervisor, an administrator.
    LastOf {
        /// The role.
        role: Role,
    },
    /// One cannot stand in for oneself.
    DeputyOfOneself {
        /// Who.
        person: PersonId,
    },
    /// The leader stands among the members, or a member stands twice.
    MemberTwice {
        /// The team.
        team: Subject,
        /// Who.
        person: PersonId,
    },
    /// A category below a subcategory: there are two levels.
    TooDeep {
        /// Which.
        category: CategoryId,
    },
    /// Nothing can be dispatched to a department of this kind.
    NotAHandlingDepartment {
        /// The department.
        department: DepartmentId,
        /// The category that names it.
        category: CategoryId,
    },
    /// No front desk would be left.
    NoFrontDesk,
    /// No channel in use would be left.
    NoChannel,
    /// No category in use would be left.
    NoCategory,
    /// A setting outside what makes sense.
    OutOfBounds {
        /// Which.
        setting: Setting,
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A time limit outside what makes sense (X14).
    Limit {
        /// Which clock.
        clock: ClockName,
        /// What is wrong with it.
        why: LimitError,
    },
    /// No callback script would be left (E01).
    NoScript,
    /// Two scripts of one kind.
    ScriptTwice {
        /// Which kind.
        kind: ScriptKind,
    },
    /// A script that would break off during a call.
    Script {
        /// Which kind.
        kind: ScriptKind,
        /// What is wrong, and where.
        problem: ScriptProblem,
    },
    /// Two phrases in use have one code (F10).
    PhraseTwice {
        /// The code.
        code: String,
    },
    /// A phrase that cannot be offered.
    Phrase {
        /// Its code.
        code: String,
        /// What is wrong with it.
        fault: PhraseFault,
    },
    /// More days than attempts can never be reached (X15).
    MoreDaysThanAttempts,
    /// An amount below nothing.
    NegativeAmount {
        /// Whose approval limit.
        person: PersonId,
    },
    /// Complaints, callbacks and reports need prefixes that differ.
    PrefixesAlike,
    /// The month is not over yet.
    MonthNotOver {
        /// Which.
        month: Month,
    },
    /// Nothing of that month waits for the supervisor.
    NoReportWaiting {
        /// Which.
        month: Month,
    },
    /// The waiting report is not the one that was approved: look at it again.
    ReportReplaced {
        /// Which.
        month: Month,
        /// The version that waits now.
        version: u16,
    },
    /// The same numbers are filed already.
    ReportUnchanged {
        /// Which.
        month: Month,
        /// The version that holds them.
        version: u16,
    },
    /// The numbers were computed before those of the version that is filed.
    ReportOutdated {
        /// Which.
        month: Month,
        /// The filed version.
        version: u16,
    },
}
