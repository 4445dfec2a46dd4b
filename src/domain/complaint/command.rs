//! What people ask for. As JSON: `{"do": "dispatch", "to": [{"department": 3}]}`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::moves::Verb;
use super::terms::{
    ApprovalMethod, CloseCode, ContactMethod, ExemptionReason, LinkKind, MajorReason, PauseReason, Progress,
    ReturnReason, Satisfaction,
};
use super::words::{
    Accountability, Acknowledgement, Answer, Assignment, Attachment, CallbackRecord, Communication, Details, FollowUp,
    Group, Improvement, Investigation, Judgement, Link, Meeting, Proposal, Reply, SightRuling, Slip, VerbalApproval,
};
use crate::domain::clock::ClockKey;
use crate::domain::id::{ComplaintId, DepartmentId, OrderNo, PersonId};
use crate::domain::moment::{self, Moment};
use crate::domain::text::{Line, Prose};

/// A command to one complaint. Each is one [`Verb`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Command {
    /// 登记: the birth of a complaint.
    Register {
        /// What the customer said.
        details: Box<Details>,
    },
    /// 判断.
    Judge(Judgement),
    /// 答复.
    Reply(Reply),
    /// 首次答复.
    Acknowledge(Acknowledgement),
    /// 当场解决.
    Solve {
        /// How.
        solution: Prose,
        /// What the customer said to it; only 满意 closes.
        satisfaction: Satisfaction,
    },
    /// 咨询转投诉.
    Convert {
        /// Why.
        reason: Line,
    },
    /// 更正登记内容: the whole of it, as it should be.
    Amend {
        /// The right contents.
        details: Box<Details>,
        /// Why.
        reason: Line,
    },
    /// 定为重大.
    MarkMajor {
        /// Why.
        reason: MajorReason,
    },
    /// 派单.
    Dispatch {
        /// To whom.
        to: Vec<Assignment>,
        /// What they are to know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Prose>,
    },
    /// 撤回派单.
    Recall {
        /// Which work order.
        order: OrderNo,
        /// Why.
        reason: Line,
    },
    /// 升级 by hand.
    Escalate {
        /// Why.
        reason: Prose,
    },
    /// 二段派单.
    Forward {
        /// Which work order.
        order: OrderNo,
        /// To whom.
        to: Assignment,
    },
    /// 签收.
    Accept {
        /// Which work order.
        order: OrderNo,
    },
    /// 退单.
    GiveBack {
        /// Which work order.
        order: OrderNo,
        /// Why …
        reason: ReturnReason,
        /// … and in words.
        words: Prose,
    },
    /// 转办.
    Transfer {
        /// Which work order.
        order: OrderNo,
        /// To whom.
        to: Assignment,
        /// Why.
        reason: Prose,
    },
    /// 换处理人.
    Reassign {
        /// Which work order.
        order: OrderNo,
        /// To whom, of the same department.
        handler: PersonId,
        /// Why.
        reason: Line,
    },
    /// 协办.
    Assist {
        /// Which work order.
        order: OrderNo,
        /// Who helps, in all.
        assistants: Vec<PersonId>,
    },
    /// 汇报.
    Report {
        /// Which work order.
        order: OrderNo,
        /// How far.
        progress: Progress,
        /// In words.
        words: Prose,
    },
    /// 需要更久.
    PromiseReport {
        /// Which work order.
        order: OrderNo,
        /// Working minutes until the next report, at most four hours by default (X8).
        minutes: u32,
        /// Why.
        reason: Line,
    },
    /// 联系客户.
    Contact {
        /// Which work order.
        order: OrderNo,
        /// By which means.
        method: ContactMethod,
        /// What was said.
        words: Prose,
    },
    /// 调查.
    Investigate {
        /// Which work order.
        order: OrderNo,
        /// The findings.
        findings: Box<Investigation>,
    },
    /// 拟方案.
    Propose {
        /// Which work order.
        order: OrderNo,
        /// The plan.
        plan: Box<Proposal>,
    },
    /// 客户对方案的意见.
    RecordAnswer {
        /// Which work order.
        order: OrderNo,
        /// The answer.
        answer: Answer,
    },
    /// 提交审批.
    Submit {
        /// Which work order.
        order: OrderNo,
    },
    /// 批准, by the approver.
    Approve {
        /// Which work order.
        order: OrderNo,
        /// In writing or in the program.
        method: ApprovalMethod,
        /// 批示.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Prose>,
    },
    /// 记录口头批准.
    RecordVerbalApproval {
        /// Which work order.
        order: OrderNo,
        /// Who, when, which words.
        approval: VerbalApproval,
    },
    /// 退回修改.
    SendPlanBack {
        /// Which work order.
        order: OrderNo,
        /// 批示.
        words: Prose,
    },
    /// 执行方案.
    Execute {
        /// Which work order.
        order: OrderNo,
        /// What was done.
        words: Prose,
    },
    /// 回单.
    HandIn {
        /// Which work order.
        order: OrderNo,
        /// The slip.
        slip: Box<Slip>,
    },
    /// 暂停计时.
    Pause {
        /// Which work order.
        order: OrderNo,
        /// Why …
        reason: PauseReason,
        /// … and in words.
        words: Line,
    },
    /// 恢复计时.
    Resume {
        /// Which work order.
        order: OrderNo,
    },
    /// 豁免.
    Exempt {
        /// Which clock.
        clock: ClockKey,
        /// Why …
        reason: ExemptionReason,
        /// … and in words.
        words: Line,
    },
    /// 催办.
    Remind {
        /// Which work order.
        order: OrderNo,
        /// What to say.
        words: Line,
    },
    /// 督办; by the program after the third missed report.
    Supervise {
        /// Which work order.
        order: OrderNo,
        /// What to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Line>,
    },
    /// 拨打.
    Dial {
        /// By which means.
        method: ContactMethod,
        /// Why it cannot wait for the end of the quiet hours; needed inside them (E12).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        urgent: Option<Line>,
    },
    /// 回访记录.
    RecordCallback(Box<CallbackRecord>),
    /// 约定回访时间.
    Appoint {
        /// When.
        #[serde(with = "moment::exact")]
        #[schemars(with = "String")]
        at: Moment,
        /// Remark.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Line>,
    },
    /// 分配回访.
    AssignCallback {
        /// Who is to call; left out: nobody in particular again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
    },
    /// 结案.
    Close {
        /// How it ended.
        code: CloseCode,
        /// Why; needed unless satisfied.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Prose>,
    },
    /// 重新打开.
    Reopen {
        /// Why.
        reason: Prose,
    },
    /// 归档; by the program some days after closing.
    Archive,
    /// 沟通记录.
    Communicate(Communication),
    /// 内部备注.
    Note {
        /// The note.
        words: Prose,
    },
    /// 协调会议.
    Meet(Meeting),
    /// 关联.
    Link(Link),
    /// 取消关联.
    Unlink {
        /// Which kind.
        kind: LinkKind,
        /// To which complaint.
        other: ComplaintId,
    },
    /// 并入: this call belongs to the matter of an earlier, open complaint. It can be taken apart again.
    Merge {
        /// Which one.
        into: ComplaintId,
    },
    /// 拆开: a complaint of its own again, where it stood, with its clocks.
    Unmerge,
    /// 指定跟踪责任人.
    AssignTracking {
        /// Who.
        person: PersonId,
    },
    /// 成立处理小组.
    FormGroup(Group),
    /// 复查.
    Review {
        /// What it showed.
        words: Prose,
    },
    /// 问责.
    HoldAccountable(Accountability),
    /// 改进措施.
    PlanImprovement(Improvement),
    /// 改进措施完成.
    FinishImprovement {
        /// Which, from 0.
        index: u16,
        /// 验证结果.
        words: Prose,
    },
    /// 后续跟进.
    FollowUp(FollowUp),
    /// 跟进完成.
    FinishFollowUp {
        /// Which, from 0.
        index: u16,
        /// What came of it.
        words: Prose,
    },
    /// 附件.
    Attach(Attachment),
    /// 查看完整个人信息.
    Reveal {
        /// What for; needed where data leave the case (export).
        purpose: Line,
        /// The department that asks, where it is another one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        department: Option<DepartmentId>,
    },
    /// 申请查看.
    AskSight {
        /// What for.
        reason: Line,
    },
    /// 答复查看申请.
    AnswerSight {
        /// Who asked.
        person: PersonId,
        /// Allowed, or not.
        ruling: SightRuling,
    },
}

impl Command {
    /// The verb of the command.
    #[must_use]
    pub const fn verb(&self) -> Verb {
        match self {
            Self::Register { .. } => Verb::Register,
            Self::Judge(_) => Verb::Judge,
            Self::Reply(_) => Verb::Reply,
            Self::Acknowledge(_) => Verb::Acknowledge,
            Self::Solve { .. } => Verb::Solve,
            Self::Convert { .. } => Verb::Convert,
            Self::Amend { .. } => Verb::Amend,
            Self::MarkMajor { .. } => Verb::MarkMajor,
            Self::Dispatch { .. } => Verb::Dispatch,
            Self::Recall { .. } => Verb::Recall,
            Self::Escalate { .. } => Verb::Escalate,
            Self::Forward { .. } => Verb::Forward,
            Self::Accept { .. } => Verb::Accept,
            Self::GiveBack { .. } => Verb::GiveBack,
            Self::Transfer { .. } => Verb::Transfer,
            Self::Reassign { .. } => Verb::Reassign,
            Self::Assist { .. } => Verb::Assist,
            Self::Report { .. } => Verb::Report,
            Self::PromiseReport { .. } => Verb::PromiseReport,
            Self::Contact { .. } => Verb::Contact,
            Self::Investigate { .. } => Verb::Investigate,
            Self::Propose { .. } => Verb::Propose,
            Self::RecordAnswer { .. } => Verb::RecordAnswer,
            Self::Submit { .. } => Verb::Submit,
            Self::Approve { .. } => Verb::Approve,
            Self::RecordVerbalApproval { .. } => Verb::RecordVerbalApproval,
            Self::SendPlanBack { .. } => Verb::SendPlanBack,
            Self::Execute { .. } => Verb::Execute,
            Self::HandIn { .. } => Verb::HandIn,
            Self::Pause { .. } => Verb::Pause,
            Self::Resume { .. } => Verb::Resume,
            Self::Exempt { .. } => Verb::Exempt,
            Self::Remind { .. } => Verb::Remind,
            Self::Supervise { .. } => Verb::Supervise,
            Self::Dial { .. } => Verb::Dial,
            Self::RecordCallback(_) => Verb::RecordCallback,
            Self::Appoint { .. } => Verb::Appoint,
            Self::AssignCallback { .. } => Verb::AssignCallback,
            Self::Close { .. } => Verb::Close,
            Self::Reopen { .. } => Verb::Reopen,
            Self::Archive => Verb::Archive,
            Self::Communicate(_) => Verb::Communicate,
            Self::Note { .. } => Verb::Note,
            Self::Meet(_) => Verb::Meet,
            Self::Link(_) => Verb::Link,
            Self::Unlink { .. } => Verb::Unlink,
            Self::Merge { .. } => Verb::Merge,
            Self::Unmerge => Verb::Unmerge,
            Self::AssignTracking { .. } => Verb::AssignTracking,
            Self::FormGroup(_) => Verb::FormGroup,
            Self::Review { .. } => Verb::Review,
            Self::HoldAccountable(_) => Verb::HoldAccountable,
            Self::PlanImprovement(_) => Verb::PlanImprovement,
            Self::FinishImprovement { .. } => Verb::FinishImprovement,
            Self::FollowUp(_) => Verb::FollowUp,
            Self::FinishFollowUp { .. } => Verb::FinishFollowUp,
            Self::Attach(_) => Verb::Attach,
            Self::Reveal { .. } => Verb::Reveal,
            Self::AskSight { .. } => Verb::AskSight,
            Self::AnswerSight { .. } => Verb::AnswerSight,
        }
    }

    /// The work order that a command is about.
    #[must_use]
    pub const fn order(&self) -> Option<OrderNo> {
        match self {
            Self::Recall { order, .. }
            | Self::Forward { order, .. }
            | Self::Accept { order }
            | Self::GiveBack { order, .. }
            | Self::Transfer { order, .. }
            | Self::Reassign { order, .. }
            | Self::Assist { order, .. }
            | Self::Report { order, .. }
            | Self::PromiseReport { order, .. }
            | Self::Contact { order, .. }
            | Self::Investigate { order, .. }
            | Self::Propose { order, .. }
            | Self::RecordAnswer { order, .. }
            | Self::Submit { order }
            | Self::Approve { order, .. }
            | Self::RecordVerbalApproval { order, .. }
            | Self::SendPlanBack { order, .. }
            | Self::Execute { order, .. }
            | Self::HandIn { order, .. }
            | Self::Pause { order, .. }
            | Self::Resume { order }
            | Self::Remind { order, .. }
            | Self::Supervise { order, .. } => Some(*order),
            Self::Register { .. }
            | Self::Judge(_)
            | Self::Reply(_)
            | Self::Acknowledge(_)
            | Self::Solve { .. }
            | Self::Convert { .. }
            | Self::Amend { .. }
            | Self::MarkMajor { .. }
            | Self::Dispatch { .. }
            | Self::Escalate { .. }
            | Self::Exempt { .. }
            | Self::Dial { .. }
            | Self::RecordCallback(_)
            | Self::Appoint { .. }
            | Self::AssignCallback { .. }
            | Self::Close { .. }
            | Self::Reopen { .. }
            | Self::Archive
            | Self::Communicate(_)
            | Self::Note { .. }
            | Self::Meet(_)
            | Self::Link(_)
            | Self::Unlink { .. }
            | Self::Merge { .. }
            | Self::Unmerge
            | Self::AssignTracking { .. }
            | Self::FormGroup(_)
            | Self::Review { .. }
            | Self::HoldAccountable(_)
            | Self::PlanImprovement(_)
            | Self::FinishImprovement { .. }
            | Self::FollowUp(_)
            | Self::FinishFollowUp { .. }
            | Self::Attach(_)
            | Self::Reveal { .. }
            | Self::AskSight { .. }
            | Self::AnswerSight { .. } => None,
        }
    }
}
