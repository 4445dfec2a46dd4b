//! Why a command was refused. For a person: each has a text in every language that says what to do next.

use super::sights::NoLeave;
use serde::{Deserialize, Serialize};

use super::moves::{OrderStage, Stage, Verb};
use super::terms::Money;
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId, OrderNo, PersonId};
use crate::domain::moment::{self, Moment};

/// Why a command was refused. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "refused", rename_all = "snake_case")]
#[error("refused: {self:?}")]
pub enum Rejection {
    /// Nobody of that number works here (any more).
    NotAMember {
        /// Who.
        person: PersonId,
    },
    /// None of the person's roles may do it.
    NotAllowed {
        /// What.
        verb: Verb,
    },
    /// The complaint is not where this can be done.
    NotNow {
        /// What.
        verb: Verb,
        /// Where it is.
        stage: Stage,
    },
    /// The work order is not where this can be done.
    OrderNotNow {
        /// What.
        verb: Verb,
        /// Which one.
        order: OrderNo,
        /// Where it is.
        stage: OrderStage,
    },
    /// There is no such work order.
    NoSuchOrder {
        /// Which.
        order: OrderNo,
    },
    /// The work order belongs to other people (A24).
    NotYours {
        /// Which.
        order: OrderNo,
    },
    /// The complaint is none of this person's: another department has it (A24).
    NotConcerned,
    /// No such person, or retired.
    UnknownPerson {
        /// Who.
        person: PersonId,
    },
    /// No such department, or retired.
    UnknownDepartment {
        /// Which.
        department: DepartmentId,
    },
    /// No such category, or retired.
    UnknownCategory {
        /// Which.
        category: CategoryId,
    },
    /// No such channel, or retired.
    UnknownChannel {
        /// Which.
        channel: ChannelId,
    },
    /// The handler does not belong to the department.
    HandlerElsewhere {
        /// Who.
        person: PersonId,
        /// Where not.
        department: DepartmentId,
    },
    /// Nobody to dispatch to was named.
    NobodyNamed,
    /// The department has an open work order in this round already, or was named twice.
    AlreadyThere {
        /// Which.
        department: DepartmentId,
    },
    /// Not judged yet, or judged unfounded: nothing to dispatch.
    NotFounded,
    /// A reason is needed.
    ReasonMissing,
    /// Something the form needs is missing.
    Missing {
        /// What.
        what: Needed,
    },
    /// A plan needs an approval first (D10).
    ApprovalMissing {
        /// Which work order.
        order: OrderNo,
    },
    /// The customer has not agreed to the plan (D11, D12).
    AgreementMissing {
        /// Which work order.
        order: OrderNo,
    },
    /// The last version was refused or sent back: a new one is needed (D12).
    NewVersionNeeded {
        /// Which work order.
        order: OrderNo,
    },
    /// The plan is approved already.
    ApprovedAlready {
        /// Which work order.
        order: OrderNo,
    },
    /// This person cannot approve for that department.
    NotTheApprover {
        /// Who.
        person: PersonId,
    },
    /// Nobody approves a plan of their own.
    OwnPlan,
    /// More money than the approver may grant.
    OverLimit {
        /// What may be granted.
        limit: Money,
    },
    /// The signatory does not lead the department (D17).
    NotTheSignatory {
        /// Who.
        person: PersonId,
    },
    /// The customer rests (E12).
    QuietHours {
        /// When calling is possible again.
        #[serde(with = "moment::exact")]
        until: Moment,
    },
    /// Who handled it cannot call back (X13).
    CallerHandled,
    /// This person handled it and is not to be the one who calls back (X13).
    HandledIt {
        /// Who.
        person: PersonId,
    },
    /// None of this person's roles may call back.
    CannotCall {
        /// Who.
        person: PersonId,
    },
    /// A call goes on: it has to be recorded first.
    CallGoesOn,
    /// Nothing was dialled.
    NotDialled,
    /// Somebody else dialled.
    NotYourCall {
        /// Who.
        caller: PersonId,
    },
    /// The customer is not satisfied: this code does not fit (F05).
    NotSatisfied,
    /// Too few attempts to reach the customer (X15).
    TooFewAttempts {
        /// How many there were.
        attempts: u16,
        /// On how many days.
        days: u16,
        /// How many are needed.
        attempts_needed: u8,
        /// On how many days.
        days_needed: u8,
    },
    /// This way of closing is a supervisor's or manager's decision (X15, X5).
    SupervisorNeeded,
    /// Longer than a handler may promise (X8).
    PromiseTooLong {
        /// The longest, in working minutes.
        longest: u32,
    },
    /// The instant lies in the past.
    InThePast,
    /// The instant lies in the future.
    InTheFuture,
    /// No such clock runs.
    ClockNotRunning,
    /// It is done already; nothing changes.
    DoneAlready,
    /// A complaint cannot be linked to itself.
    LinkToItself,
    /// No such link.
    NotLinked,
    /// The other complaint takes no further call: it is closed, or merged itself.
    TakesNoCall {
        /// Which.
        other: ComplaintId,
        /// Where it is.
        stage: Stage,
    },
    /// No such entry in the list.
    NoSuchEntry {
        /// Which, from 0.
        index: u16,
    },
    /// Nobody is set up to take escalated complaints (A09): the office's settings have to name one.
    NobodyToEscalateTo,
    /// The complaint is not the kind that runs through departments (B14).
    NotAComplaint,
    /// There is no complaint of that number.
    NoSuchComplaint,
    /// Who asks to see it sees it already (A24).
    SeesAlready,
    /// Who asks to see it has asked already, and nobody answered yet.
    AskedAlready,
    /// This person does not wait for an answer.
    NotAsked {
        /// Who.
        person: PersonId,
    },
    /// For no time at all, or longer than a complaint is shown to whom it does not concern.
    SightHours {
        /// The longest, in natural hours.
        most: u16,
    },
}

impl From<NoLeave> for Rejection {
    fn from(why: NoLeave) -> Self {
        match why {
            NoLeave::AskedAlready => Self::AskedAlready,
            NoLeave::SeesAlready => Self::SeesAlready,
            NoLeave::NotAsked { person } => Self::NotAsked { person },
            NoLeave::Hours { most } => Self::SightHours { most },
        }
    }
}

/// What a form can lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// The department's first contact with the customer (D01).
    Contact,
    /// The investigation (D02).
    Investigation,
    /// An investigation method.
    Method,
    /// A plan (D09).
    Plan,
    /// The customer's answers.
    Answers,
    /// No answers: nobody was reached.
    NoAnswers,
    /// Why the customer is not satisfied (K06).
    DissatisfactionReason,
    /// Suggestions of a customer who is not satisfied (E14).
    Suggestions,
    /// The note to a redispatch after a neutral answer (X9).
    RedispatchNote,
    /// The courteous reply (B20).
    Reply,
    /// Attendees or duties of a meeting.
    MeetingContent,
    /// A hash of 64 hexadecimal digits.
    Hash,
    /// A witness, or somebody else than the approver to write it down.
    Witness,
    /// The customer's signature (X10).
    Signature,
}
