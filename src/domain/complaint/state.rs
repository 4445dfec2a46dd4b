//! One complaint as its facts left it.

use serde::{Deserialize, Serialize};

use super::moves::{OrderStage, Stage, Verb};
use super::sights::Sights;
use super::terms::{
    ApprovalMethod, CallOutcome, CloseCode, ContactMethod, Kind, MajorReason, Money, PauseReason, Priority, Progress,
    ReturnReason, Satisfaction, Validity,
};
use super::words::{
    Accountability, Acknowledgement, Agreement, Answer, Assignment, Attachment, CallbackRecord, Communication, Details,
    FollowUp, Group, Improvement, Investigation, Judgement, Link, Meeting, Proposal, Reply, Slip, VerbalApproval,
};
use crate::domain::clock::Clocks;
use crate::domain::id::{ComplaintId, DepartmentId, OrderNo, PersonId, Round};
use crate::domain::moment::{self, Moment};
use crate::domain::record::Version;
use crate::domain::text::{Line, Prose};

/// Who and when (A23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// When.
    #[serde(with = "moment::exact")]
    pub at: Moment,
    /// Who.
    pub by: PersonId,
}

/// Something with its author and instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamped<T> {
    /// Who and when.
    pub stamp: Stamp,
    /// What.
    pub what: T,
}

/// One complaint (B07).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Complaint {
    /// Its number.
    pub id: ComplaintId,
    /// How many facts it has.
    pub version: Version,
    /// What was registered, as last corrected.
    pub details: Details,
    /// 登记.
    pub registered: Stamp,
    /// Where it stands.
    pub stage: Stage,
    /// Which round it is in (F01).
    pub round: Round,
    /// Why it counts as major; empty: it does not (X20).
    pub major: Vec<MajorReason>,
    /// 判断.
    pub judgement: Option<Stamped<Judgement>>,
    /// 首次答复.
    pub acknowledgement: Option<Stamped<Acknowledgement>>,
    /// 答复 to an unfounded complaint or an inquiry.
    pub reply: Option<Stamped<Reply>>,
    /// 当场解决.
    pub solution: Option<Stamped<Prose>>,
    /// First dispatch of the first round.
    pub dispatched: Option<Stamp>,
    /// Work orders of all rounds, in the order of their numbers.
    pub orders: Vec<WorkOrder>,
    /// Callbacks, attempts among them, of all rounds.
    pub callbacks: Vec<Callback>,
    /// 约定回访时间, until it was used.
    #[serde(default, with = "moment::perhaps")]
    pub appointment: Option<Moment>,
    /// Who is to call back, until the round is over; `None`: nobody in particular.
    #[serde(default)]
    pub calls_back: Option<PersonId>,
    /// How often the customer was dissatisfied (F02).
    pub dissatisfactions: u8,
    /// 升级, the last.
    pub escalation: Option<Escalation>,
    /// 结案.
    pub closing: Option<Closing>,
    /// 跟踪责任人 (A21).
    pub tracking: PersonId,
    /// 处理小组.
    pub group: Option<Group>,
    /// Links to other complaints.
    pub links: Vec<Link>,
    /// 并入, while it is.
    #[serde(default)]
    pub merged: Option<Merger>,
    /// 协调会议.
    pub meetings: Vec<Meeting>,
    /// 沟通记录.
    pub communications: Vec<Stamped<Communication>>,
    /// 内部备注.
    pub notes: Vec<Stamped<Prose>>,
    /// 复查.
    pub reviews: Vec<Stamped<Prose>>,
    /// 问责.
    pub accountability: Vec<Stamped<Accountability>>,
    /// 改进措施.
    pub improvements: Vec<Planned<Improvement>>,
    /// 后续跟进.
    pub follow_ups: Vec<Planned<FollowUp>>,
    /// 附件.
    pub attachments: Vec<Stamped<Attachment>>,
    /// 查看申请, the oldest first (A24).
    #[serde(default)]
    pub sights: Sights,
    /// Every clock that ever ran; breaches are kept.
    pub clocks: Clocks,
}

/// Something planned, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned<T> {
    /// Who planned it, and when.
    pub stamp: Stamp,
    /// What.
    pub what: T,
    /// What came of it.
    pub finished: Option<Stamped<Prose>>,
}

/// 升级 (F02).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// To whom.
    pub to: PersonId,
    /// When and by whom.
    pub stamp: Stamp,
    /// Why, by hand.
    pub reason: Option<Prose>,
}

/// 并入: whose further call this is, and where the complaint stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merger {
    /// The earlier complaint.
    pub into: ComplaintId,
    /// When and by whom.
    pub stamp: Stamp,
    /// Where it comes back to.
    pub from: Stage,
}

/// 结案 (X15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// How it ended.
    pub code: CloseCode,
    /// Why.
    pub reason: Option<Prose>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// One call to the customer after handling (E01).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callback {
    /// Of which round.
    pub round: Round,
    /// Which attempt of the round, from 1.
    pub attempt: u16,
    /// When it was dialled and by whom.
    pub dialled: Stamp,
    /// By which means.
    pub method: ContactMethod,
    /// Why inside quiet hours.
    pub urgent: Option<Line>,
    /// What came of it; missing while the talk goes on.
    pub record: Option<Stamped<CallbackRecord>>,
}

/// A department's share of one round (C04).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkOrder {
    /// Its number in the complaint.
    pub no: OrderNo,
    /// Its round.
    pub round: Round,
    /// Where it stands.
    pub stage: OrderStage,
    /// Responsible department.
    pub department: DepartmentId,
    /// Handler, once somebody is.
    pub handler: Option<PersonId>,
    /// The manager on the way (A05).
    pub via: Option<PersonId>,
    /// 协办人.
    pub assistants: Vec<PersonId>,
    /// 派单.
    pub dispatched: Stamp,
    /// What the desk wrote with it.
    pub note: Option<Prose>,
    /// 二段派单.
    pub forwarded: Option<Stamp>,
    /// 签收.
    pub accepted: Option<Stamp>,
    /// 汇报.
    pub reports: Vec<Report>,
    /// Reports that were due in all (J10).
    pub reports_due: u32,
    /// Reports that came in time (J10).
    pub reports_on_time: u32,
    /// 联系客户; the first is the department's first contact (D01).
    pub contacts: Vec<Contact>,
    /// 调查, as last written.
    pub investigation: Option<Stamped<Investigation>>,
    /// Plan versions, dense from 1.
    pub plans: Vec<Plan>,
    /// 回单.
    pub slip: Option<Stamped<Slip>>,
    /// Why it ended without one.
    pub ended: Option<Stamped<OrderEnd>>,
    /// How often it was reminded.
    pub reminders: u16,
    /// Missed reports in a row at the last 督办; 0: none.
    pub supervised: u32,
    /// Why its clocks stand still.
    pub paused: Option<PauseReason>,
}

/// Why a work order ended without a slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderEnd {
    /// 退单.
    GivenBack(ReturnReason, Prose),
    /// 撤回.
    Recalled(Line),
    /// The complaint was closed over it.
    ClosedOver,
}

/// 汇报 (C06).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Who and when.
    pub stamp: Stamp,
    /// How far.
    pub progress: Progress,
    /// In words.
    pub words: Prose,
    /// Whether it came in time.
    pub on_time: bool,
}

/// 联系客户 (D01).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who and when.
    pub stamp: Stamp,
    /// By which means.
    pub method: ContactMethod,
    /// What was said.
    pub words: Prose,
}

/// One version of a plan (D12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// From 1, dense.
    pub version: u16,
    /// Who wrote it, and when.
    pub stamp: Stamp,
    /// What it says.
    pub proposal: Proposal,
    /// What the customer said.
    pub answer: Option<Stamped<Answer>>,
    /// What the approver said.
    pub ruling: Option<Stamped<Ruling>>,
    /// What was done.
    pub executed: Option<Stamped<Prose>>,
}

/// What an approver said to a plan (D10, A19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// 批准.
    Approved {
        /// In writing or in the program.
        method: ApprovalMethod,
        /// 批示.
        words: Option<Prose>,
    },
    /// 口头批准, as recorded.
    Verbal(VerbalApproval),
    /// 退回修改.
    SentBack(Prose),
}

impl Ruling {
    /// Whether the plan may be executed after it.
    #[must_use]
    pub const fn is_approval(&self) -> bool {
        match self {
            Self::Approved { .. } | Self::Verbal(_) => true,
            Self::SentBack(_) => false,
        }
    }
}

impl Plan {
    /// The customer agreed.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        self.answer.as_ref().is_some_and(|it| it.what.agreement == Agreement::Agreed)
    }

    /// An approver approved.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        self.ruling.as_ref().is_some_and(|it| it.what.is_approval())
    }

    /// Its compensation, in fen.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.proposal.compensation.map_or(Money::ZERO, |it| it.amount)
    }
}

impl WorkOrder {
    /// The newest version of the plan.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.plans.last()
    }

    /// Whether somebody takes part in it.
    #[must_use]
    pub fn involves(&self, person: PersonId) -> bool {
        self.handler == Some(person) || self.assistants.contains(&person) || self.via == Some(person)
    }

    /// To whom it would go again.
    #[must_use]
    pub fn assignment(&self) -> Assignment {
        Assignment { department: self.department, handler: self.handler, assistants: self.assistants.clone() }
    }
}

impl Complaint {
    /// A work order by its number.
    #[must_use]
    pub fn order(&self, no: OrderNo) -> Option<&WorkOrder> {
        self.orders.iter().find(|it| it.no == no)
    }

    /// The work orders of this round.
    pub fn current_orders(&self) -> impl Iterator<Item = &WorkOrder> {
        self.orders.iter().filter(|it| it.round == self.round)
    }

    /// Severity × urgency (B17); a major complaint is never less than P1.
    #[must_use]
    pub fn priority(&self) -> Priority {
        if self.is_major() { Priority::P1 } else { self.details.severity.priority(self.details.urgency) }
    }

    /// Whether plans need an approval before they are executed (D10, X20).
    #[must_use]
    pub fn is_major(&self) -> bool {
        !self.major.is_empty()
    }

    /// The member promise holds (E13).
    #[must_use]
    pub fn is_member(&self) -> bool {
        self.details.complainant.member.is_some()
    }

    /// A complaint, and not an inquiry, a suggestion or praise.
    #[must_use]
    pub fn is_complaint(&self) -> bool {
        self.details.kind == Kind::Complaint
    }

    /// What the desk judged.
    #[must_use]
    pub fn validity(&self) -> Option<Validity> {
        self.judgement.as_ref().map(|it| it.what.validity)
    }

    /// The call that goes on: dialled, not yet recorded.
    #[must_use]
    pub fn open_call(&self) -> Option<&Callback> {
        self.callbacks.last().filter(|it| it.record.is_none() && it.round == self.round)
    }

    /// Callbacks of this round that were recorded.
    pub fn attempts(&self) -> impl Iterator<Item = &Callback> {
        self.callbacks.iter().filter(|it| it.round == self.round)
    }

    /// The last answer of the customer, in any round.
    #[must_use]
    pub fn satisfaction(&self) -> Option<Satisfaction> {
        self.callbacks
            .iter()
            .rev()
            .filter_map(|it| it.record.as_ref())
            .filter(|it| it.what.outcome == CallOutcome::Reached)
            .find_map(|it| it.what.answers.as_ref().map(|answers| answers.result))
    }

    /// Whether a person handled it, in whatever round: then another one calls back (X13).
    #[must_use]
    pub fn was_handled_by(&self, person: PersonId) -> bool {
        self.orders.iter().any(|it| it.handler == Some(person) || it.assistants.contains(&person))
    }

    /// Compensation of all executed plans, in fen.
    #[must_use]
    pub fn compensation(&self) -> Money {
        self.orders.iter().flat_map(|it| &it.plans).filter(|it| it.executed.is_some()).map(Plan::amount).sum()
    }

    /// Whether a verb is possible now, for anybody, on the complaint or on one of its work orders.
    #[must_use]
    pub fn allows(&self, verb: Verb, order: Option<OrderNo>) -> bool {
        self.stage.allows(verb)
            && match (verb.scope(), order) {
                (super::moves::Scope::Complaint, _) => true,
                (super::moves::Scope::Order, Some(no)) => self.order(no).is_some_and(|it| it.stage.allows(verb)),
                (super::moves::Scope::Order, None) => self.orders.iter().any(|it| it.stage.allows(verb)),
            }
    }
}
