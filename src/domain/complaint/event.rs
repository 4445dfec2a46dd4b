//! What has happened to a complaint.

use serde::{Deserialize, Serialize};

use super::terms::{
    ApprovalMethod, CloseCode, ContactMethod, ExemptionReason, LinkKind, MajorReason, PauseReason, Progress,
    ReturnReason, Satisfaction,
};
use super::words::{
    Accountability, Acknowledgement, Answer, Assignment, Attachment, CallbackRecord, Communication, Details, FollowUp,
    Group, Improvement, Investigation, Judgement, Link, Meeting, Proposal, Reply, SightAnswer, Slip, VerbalApproval,
};
use crate::domain::clock::{ClockKey, Move};
use crate::domain::id::{ComplaintId, DepartmentId, OrderNo, PersonId, Round};
use crate::domain::moment::{self, Moment};
use crate::domain::text::{Line, Prose};

/// An event with what it did to the clocks. Due instants were worked out when it happened and stay as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What happened.
    pub event: Event,
    /// Clocks that it started, stopped, paused, resumed, extended or exempted, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<Move>,
}

/// A work order as it was made (C04).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewOrder {
    /// Its number in the complaint.
    pub order: OrderNo,
    /// To whom.
    pub to: Assignment,
    /// The manager who sub-assigns it (A05, X4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<PersonId>,
}

/// What has happened. Who and when stand beside it in `Recorded`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// 登记.
    Registered {
        /// Its number.
        id: ComplaintId,
        /// What the customer said.
        details: Box<Details>,
        /// Why it counts as major from the start (X20).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        major: Vec<MajorReason>,
    },
    /// 判断.
    Judged(Judgement),
    /// 答复.
    Replied(Reply),
    /// 首次答复.
    Acknowledged(Acknowledgement),
    /// 当场解决.
    Solved {
        /// How.
        solution: Prose,
        /// What the customer said.
        satisfaction: Satisfaction,
    },
    /// 转为投诉.
    Converted {
        /// Why.
        reason: Line,
    },
    /// 更正.
    Amended {
        /// The right contents.
        details: Box<Details>,
        /// Why.
        reason: Line,
    },
    /// 定为重大.
    MarkedMajor {
        /// Why.
        reason: MajorReason,
    },
    /// 派单, 重新派单.
    Dispatched {
        /// In which round.
        round: Round,
        /// The work orders.
        orders: Vec<NewOrder>,
        /// What they are to know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Prose>,
    },
    /// 撤回派单.
    Recalled {
        /// Which work order.
        order: OrderNo,
        /// Why.
        reason: Line,
    },
    /// 二段派单.
    Forwarded {
        /// Which work order.
        order: OrderNo,
        /// To whom.
        to: Assignment,
    },
    /// 签收.
    Accepted {
        /// Which work order.
        order: OrderNo,
        /// Who handles it from now on.
        handler: PersonId,
    },
    /// 退单.
    GivenBack {
        /// Which work order.
        order: OrderNo,
        /// Why …
        reason: ReturnReason,
        /// … and in words.
        words: Prose,
    },
    /// 转办.
    Transferred {
        /// Which work order.
        order: OrderNo,
        /// To whom.
        to: Assignment,
        /// Why.
        reason: Prose,
    },
    /// 换处理人.
    Reassigned {
        /// Which work order.
        order: OrderNo,
        /// To whom.
        handler: PersonId,
        /// Why.
        reason: Line,
    },
    /// 协办.
    AssistantsSet {
        /// Which work order.
        order: OrderNo,
        /// Who helps.
        assistants: Vec<PersonId>,
    },
    /// 汇报.
    Reported {
        /// Which work order.
        order: OrderNo,
        /// How far.
        progress: Progress,
        /// In words.
        words: Prose,
        /// Reports that were due since the last one, this one among them (J10); 0 where none was due.
        due: u32,
        /// Those of them that came in time: 0 or 1.
        on_time: u32,
    },
    /// 需要更久.
    ReportPromised {
        /// Which work order.
        order: OrderNo,
        /// Working minutes.
        minutes: u32,
        /// Why.
        reason: Line,
        /// Reports missed before the promise was made.
        missed: u32,
    },
    /// 联系客户.
    Contacted {
        /// Which work order.
        order: OrderNo,
        /// By which means.
        method: ContactMethod,
        /// What was said.
        words: Prose,
    },
    /// 调查.
    Investigated {
        /// Which work order.
        order: OrderNo,
        /// The findings.
        findings: Box<Investigation>,
    },
    /// 拟方案.
    Proposed {
        /// Which work order.
        order: OrderNo,
        /// Version, dense from 1 in its work order (D12).
        version: u16,
        /// The plan.
        plan: Box<Proposal>,
    },
    /// 客户对方案的意见.
    Answered {
        /// Which work order.
        order: OrderNo,
        /// To which version.
        version: u16,
        /// The answer.
        answer: Answer,
    },
    /// 提交审批.
    Submitted {
        /// Which work order.
        order: OrderNo,
        /// Which version.
        version: u16,
    },
    /// 批准.
    Approved {
        /// Which work order.
        order: OrderNo,
        /// Which version.
        version: u16,
        /// In writing or in the program.
        method: ApprovalMethod,
        /// 批示.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Prose>,
    },
    /// 口头批准, as recorded.
    VerballyApproved {
        /// Which work order.
        order: OrderNo,
        /// Which version.
        version: u16,
        /// Who, when, which words.
        approval: VerbalApproval,
    },
    /// 退回修改.
    PlanSentBack {
        /// Which work order.
        order: OrderNo,
        /// Which version.
        version: u16,
        /// 批示.
        words: Prose,
    },
    /// 执行方案.
    Executed {
        /// Which work order.
        order: OrderNo,
        /// Which version.
        version: u16,
        /// What was done.
        words: Prose,
    },
    /// 回单.
    HandedIn {
        /// Which work order.
        order: OrderNo,
        /// The slip.
        slip: Box<Slip>,
        /// Reports missed since the last one, until the slip (J10).
        missed: u32,
    },
    /// The round is complete: every work order came back. The callback is due (E01).
    RoundCompleted {
        /// Which round.
        round: Round,
    },
    /// No work order of the round is left that could come back: the desk dispatches anew.
    RoundEmptied {
        /// Which round.
        round: Round,
    },
    /// 暂停计时.
    Paused {
        /// Which work order.
        order: OrderNo,
        /// Why …
        reason: PauseReason,
        /// … and in words.
        words: Line,
    },
    /// 恢复计时.
    Resumed {
        /// Which work order.
        order: OrderNo,
    },
    /// 豁免.
    Exempted {
        /// Which clock.
        clock: ClockKey,
        /// Why …
        reason: ExemptionReason,
        /// … and in words.
        words: Line,
    },
    /// 催办.
    Reminded {
        /// Which work order.
        order: OrderNo,
        /// What was said.
        words: Line,
    },
    /// 督办.
    Supervised {
        /// Which work order.
        order: OrderNo,
        /// Missed reports in a row by then.
        missed: u32,
        /// What was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Line>,
    },
    /// 拨打.
    Dialled {
        /// By which means.
        method: ContactMethod,
        /// Which attempt of the round, from 1.
        attempt: u16,
        /// Why inside quiet hours (scenario 7: the override is logged).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        urgent: Option<Line>,
    },
    /// 回访记录.
    CallbackRecorded {
        /// What came of it.
        record: Box<CallbackRecord>,
        /// Which attempt of the round, from 1.
        attempt: u16,
    },
    /// A new round begins (F01).
    RoundOpened {
        /// Which.
        round: Round,
    },
    /// 升级 (F02).
    Escalated {
        /// To whom (X6).
        to: PersonId,
        /// After how many dissatisfactions; 0 by hand.
        dissatisfactions: u8,
        /// Why, by hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Prose>,
    },
    /// 约定回访时间.
    Appointed {
        /// When.
        #[serde(with = "moment::exact")]
        at: Moment,
        /// Remark.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Line>,
    },
    /// 分配回访.
    CallbackAssigned {
        /// Who is to call; `None`: nobody in particular again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
    },
    /// 结案.
    Closed {
        /// How it ended.
        code: CloseCode,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Prose>,
    },
    /// 重新打开.
    Reopened {
        /// Why.
        reason: Prose,
        /// The round that begins.
        round: Round,
    },
    /// 归档.
    Archived,
    /// 沟通记录.
    Communicated(Communication),
    /// 内部备注.
    Noted {
        /// The note.
        words: Prose,
    },
    /// 协调会议.
    Met(Meeting),
    /// 关联.
    Linked(Link),
    /// 取消关联.
    Unlinked {
        /// Which kind.
        kind: LinkKind,
        /// To which complaint.
        other: ComplaintId,
    },
    /// 并入: a further call in the matter of an earlier complaint.
    Merged {
        /// Which one.
        into: ComplaintId,
    },
    /// 拆开: a complaint of its own again, where it stood.
    Unmerged,
    /// 指定跟踪责任人.
    TrackingAssigned {
        /// Who.
        person: PersonId,
    },
    /// 成立处理小组.
    GroupFormed(Group),
    /// 复查.
    Reviewed {
        /// What it showed.
        words: Prose,
    },
    /// 问责.
    HeldAccountable(Accountability),
    /// 改进措施.
    ImprovementPlanned(Improvement),
    /// 改进措施完成.
    ImprovementFinished {
        /// Which, from 0.
        index: u16,
        /// 验证结果.
        words: Prose,
    },
    /// 后续跟进.
    FollowUpPlanned(FollowUp),
    /// 跟进完成.
    FollowUpFinished {
        /// Which, from 0.
        index: u16,
        /// What came of it.
        words: Prose,
    },
    /// 附件.
    Attached(Attachment),
    /// 查看完整个人信息.
    Revealed {
        /// What for.
        purpose: Line,
        /// The department that asked, where it is another one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        department: Option<DepartmentId>,
    },
    /// 申请查看: by whom it does not concern (A24).
    SightAsked {
        /// What for.
        reason: Line,
    },
    /// 答复查看申请.
    SightAnswered {
        /// Who asked.
        person: PersonId,
        /// Allowed until then, or not.
        answer: SightAnswer,
    },
}
