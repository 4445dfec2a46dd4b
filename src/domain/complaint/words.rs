//! What people write down about a complaint: the payloads that commands and events share.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::terms::{
    AcceptanceMethod, CallOutcome, Complexity, ContactMethod, FollowUpKind, Kind, LinkKind, Method, Money, Remedy,
    Satisfaction, Severity, Urgency,
};
use crate::domain::customer::Complainant;
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId, PersonId};
use crate::domain::moment::{self, Moment};
use crate::domain::text::{Line, Prose};

/// Everything the record form asks at intake (B06–B12, B16–B18, B22, B23; FORMS 4.2 and 4.3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Details {
    /// Complaint, inquiry, suggestion or praise (B14).
    pub kind: Kind,
    /// Who complains.
    pub complainant: Complainant,
    /// By which channel it came.
    pub channel: ChannelId,
    /// The dealer or department that passed it on (B03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_party: Option<Line>,
    /// How the identity was checked (B10); missing: it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity_checked: Option<Line>,
    /// Product or service (B23).
    pub product: Line,
    /// Order or service number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_number: Option<Line>,
    /// When it happened.
    #[serde(default, with = "moment::perhaps", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub occurred: Option<Moment>,
    /// Where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Line>,
    /// Amount in dispute, in fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Category, or rather subcategory (B16).
    pub category: CategoryId,
    /// The problem in the customer's words.
    pub content: Prose,
    /// What the customer hopes for (B22), from the list …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// … and in words.
    pub requested_remedy: Line,
    /// 要求答复时间: when the customer wants an answer.
    #[serde(default, with = "moment::perhaps", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub wanted_by: Option<Moment>,
    /// 已与客户复述并确认 (B12).
    #[serde(default)]
    pub restated: bool,
    /// Severity (B17).
    pub severity: Severity,
    /// Urgency (B17).
    pub urgency: Urgency,
    /// Complexity (B18).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complexity: Option<Complexity>,
    /// Safety or injury is involved (X20).
    #[serde(default)]
    pub safety: bool,
    /// Media or a regulator is involved (X20).
    #[serde(default)]
    pub media: bool,
    /// How many customers are affected (群诉, X20); 0 and 1 both mean this one.
    #[serde(default)]
    pub customers: u32,
}

/// 判断 (B19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Judgement {
    /// Founded, partly founded, unfounded.
    pub validity: super::terms::Validity,
    /// Why.
    pub reason: Prose,
}

/// 婉转答复, or the answer to an inquiry (B20, K13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reply {
    /// What was said.
    pub words: Prose,
    /// By which means.
    pub method: ContactMethod,
    /// Whether the customer could follow it.
    pub outcome: ReplyOutcome,
}

/// How a reply was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReplyOutcome {
    /// 客户谅解: the misunderstanding is removed.
    Understood,
    /// 客户有异议: the desk judges again.
    Disputed,
}

/// 首次答复 (B15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Acknowledgement {
    /// By which means.
    pub method: ContactMethod,
    /// 预计答复时间, as told to the customer (T14).
    #[serde(default, with = "moment::perhaps", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub promised_by: Option<Moment>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Line>,
}

/// Whom the desk asks (C04); one work order each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Assignment {
    /// Responsible department.
    pub department: DepartmentId,
    /// Handler; missing: whoever accepts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<PersonId>,
    /// 协办人 (A04).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assistants: Vec<PersonId>,
}

/// 调查 (D02–D07, A14).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Investigation {
    /// At least one of the three methods (D03–D05).
    pub methods: Vec<Method>,
    /// 客户陈述 (D07).
    pub customer_statement: Prose,
    /// 部门陈述 (D07).
    pub department_statement: Prose,
    /// 根本原因 (D06).
    pub root_cause: Prose,
    /// 责任人 (D06): a name, perhaps from outside the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liable_person: Option<Line>,
    /// 客户希望的结果 (D05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hoped_result: Option<Line>,
    /// 是否产品质量问题, 程度 (A14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<Quality>,
}

impl fmt::Debug for Investigation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Investigation")
            .field("methods", &self.methods)
            .field("quality", &self.quality)
            .finish_non_exhaustive()
    }
}

/// The product department's finding (A14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// No quality problem.
    Sound,
    /// A single piece.
    SinglePiece,
    /// A batch.
    Batch,
    /// The design.
    Design,
}

/// 补偿 (D13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Compensation {
    /// What kind.
    pub remedy: Remedy,
    /// How much, in fen.
    pub amount: Money,
}

/// One version of a plan (D09, D12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Proposal {
    /// 解决措施.
    pub measures: Prose,
    /// 补偿.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compensation: Option<Compensation>,
    /// 依据 (D08): the company rule it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<Line>,
    /// 备选方案 that were discussed (D09).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Prose>,
}

/// The customer's answer to a plan (D11, D12, D14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// 一致 or 不一致.
    pub agreement: Agreement,
    /// How it was given (X10).
    pub method: AcceptanceMethod,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Prose>,
}

/// 与客户协商结果.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// 一致.
    Agreed,
    /// 不一致: a new version is needed.
    Refused,
}

/// 口头批准 (D10, X7), written down by somebody else than the approver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VerbalApproval {
    /// Who approved.
    pub approver: PersonId,
    /// When, not in the future.
    #[serde(with = "moment::exact")]
    #[schemars(with = "String")]
    pub given: Moment,
    /// Who heard it too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<PersonId>,
    /// 批示.
    pub words: Prose,
}

/// 回单 (D16–D18, H07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Slip {
    /// 处理结果 (D19).
    pub result: Prose,
    /// 实施效果确认 (D16).
    pub effect: Prose,
    /// 客户反馈 (D15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_feedback: Option<Prose>,
    /// 未完成部分 (D23): becomes a promise to be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unfinished: Option<Prose>,
    /// 部门负责人签名 (D17): a manager of the department.
    pub signed_by: PersonId,
}

/// 回访记录 (E03–E08, E14, E20; FORMS 4.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CallbackRecord {
    /// Whether the customer was reached.
    pub outcome: CallOutcome,
    /// By which means (E04).
    pub method: ContactMethod,
    /// Length of the talk in seconds (E11).
    #[serde(default)]
    pub seconds: u32,
    /// What the customer said; needed when reached, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Answers>,
    /// For an unsuccessful attempt: what happened, when to try again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Prose>,
}

/// The customer's answers (E03, E08, E20, D22).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answers {
    /// With the result.
    pub result: Satisfaction,
    /// With the handling (ISO 10004).
    pub process: Satisfaction,
    /// Whether the problem is solved (D22).
    pub solved: bool,
    /// 不满意原因: needed unless satisfied (K06).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Line>,
    /// 意见与建议 (K05, K06): needed unless satisfied (E14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestions: Option<Prose>,
    /// 回访中新问题.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_problem: Option<Prose>,
    /// 方便时间 (E15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convenient: Option<Line>,
    /// What follows from a neutral answer (X9), or whom a new round goes to. Missing: a dissatisfied customer's
    /// round goes to the same departments again; a neutral one's matter is left to the supervisor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redispatch: Option<Redispatch>,
}

/// The next round, ordered on the telephone (F01).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Redispatch {
    /// To whom; empty: to those who had it in this round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Assignment>,
    /// What they are to know. Needed where a neutral answer is redispatched (X9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose>,
}

/// 沟通记录 (C09, C10, D11, H12).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Communication {
    /// With whom.
    pub with: Line,
    /// By which means.
    pub method: ContactMethod,
    /// What was said.
    pub words: Prose,
    /// Whether a letter to the customer may quote it (X16).
    pub visibility: Visibility,
}

impl fmt::Debug for Communication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Communication")
            .field("method", &self.method)
            .field("visibility", &self.visibility)
            .finish_non_exhaustive()
    }
}

/// Who may read it (X16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The office only.
    Internal,
    /// The customer too.
    Customer,
}

/// 协调会议 (C11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Meeting {
    /// When.
    #[serde(with = "moment::exact")]
    #[schemars(with = "String")]
    pub held: Moment,
    /// Who took part.
    pub attendees: Vec<PersonId>,
    /// What each department is to do.
    pub duties: Vec<Duty>,
    /// Minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Prose>,
}

/// A duty from a meeting (C11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Duty {
    /// Whose.
    pub department: DepartmentId,
    /// What.
    pub words: Line,
    /// Until when.
    #[serde(with = "moment::exact")]
    #[schemars(with = "String")]
    pub due: Moment,
}

/// A link to another complaint (I06, D04). It can be taken back and moves nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// How they belong together.
    pub kind: LinkKind,
    /// The other one.
    pub other: ComplaintId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Line>,
}

/// 改进措施 (D21, E17, F4's table).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Improvement {
    /// 问题.
    pub problem: Prose,
    /// 改进措施.
    pub measure: Prose,
    /// 责任人.
    pub owner: PersonId,
    /// 完成期限.
    #[serde(with = "moment::exact")]
    #[schemars(with = "String")]
    pub due: Moment,
}

/// 问责 (D20, X18).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Accountability {
    /// Who.
    pub person: Line,
    /// What follows.
    pub measure: Line,
    /// Why.
    pub words: Prose,
}

impl fmt::Debug for Accountability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Accountability")
    }
}

/// A later contact with the customer, or a promise (D23, E09, E10, E19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FollowUp {
    /// What for.
    pub kind: FollowUpKind,
    /// What is to be done.
    pub words: Prose,
    /// By whom.
    pub owner: PersonId,
    /// Until when; missing: by the limit for other callbacks (T08).
    #[serde(default, with = "moment::perhaps", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub due: Option<Moment>,
}

/// A file beside the complaint, named by its content.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attachment {
    /// Its name as the person had it.
    pub name: Line,
    /// BLAKE3 of its content, in hex (64 digits).
    pub hash: Line,
    /// Its size in bytes.
    pub bytes: u64,
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attachment")
            .field("hash", &self.hash.as_str())
            .field("bytes", &self.bytes)
            .finish_non_exhaustive()
    }
}

/// 处理小组 (A11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Group {
    /// Its leader.
    pub leader: PersonId,
    /// Its members.
    pub members: Vec<PersonId>,
}

/// What a supervisor says to somebody who asked to see a complaint (A24).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SightRuling {
    /// It may be read from now on, for so many hours: 1 to [`MOST_SIGHT_HOURS`].
    Grant {
        /// Natural hours.
        hours: u16,
        /// What is to be minded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Line>,
    },
    /// It may not.
    Decline {
        /// Why.
        reason: Line,
    },
}

/// Longer than a week nobody sees what does not concern him or her.
pub const MOST_SIGHT_HOURS: u16 = 168;

/// What came of a request to see a complaint (A24).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SightAnswer {
    /// It may be read.
    Granted {
        /// Until then.
        #[serde(with = "moment::exact")]
        until: Moment,
        /// What is to be minded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Line>,
    },
    /// It may not.
    Declined {
        /// Why.
        reason: Line,
    },
}
