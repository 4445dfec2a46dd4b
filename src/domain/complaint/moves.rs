//! The one table of legal moves: which verb is possible in which stage. `decide` obeys it, buttons and menus are
//! drawn from it, and a test walks over all stages × verbs × roles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident { $($(#[$term_doc:meta])* $term:ident),+ $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$term_doc])* $term),+ }

        impl $name {
            /// Every one, in the order of the work.
            pub const ALL: &'static [Self] = &[$(Self::$term),+];
        }
    )*};
}

lists! {
    /// Where a complaint stands.
    Stage {
        /// 待判断: registered, not yet judged (B19).
        ToJudge,
        /// 待答复: unfounded, or no complaint at all: the customer gets an answer from the desk (B20, B14).
        ToReply,
        /// 待派单 (C01).
        ToDispatch,
        /// 处理中: at least one work order of the round is open.
        InHandling,
        /// 待回访: every work order of the round came back (E01).
        ToCallBack,
        /// 已升级: lies with the manager, who arranges the next round (F02).
        Escalated,
        /// 已结案.
        Closed,
        /// 已归档: read-only (F06).
        Archived,
        /// 已并入: a further call in the matter of an earlier complaint, until it is taken apart again.
        Merged,
    }

    /// Where a work order stands.
    OrderStage {
        /// 待二段派单: with the manager on the way (A05, X4).
        ToForward,
        /// 待签收.
        ToAccept,
        /// 处理中.
        Handling,
        /// 待审批 (D10).
        AwaitingApproval,
        /// 已执行: the slip is due the same day (D18).
        Executed,
        /// 已回单.
        HandedIn,
        /// 已退单, 已撤回: ended without a result.
        Ended,
    }

    /// What somebody can do to a complaint or one of its work orders.
    Verb {
        /// 登记 (B06)
        Register,
        /// 判断 (B19)
        Judge,
        /// 答复 (B20, K13)
        Reply,
        /// 首次答复 (B15, T04)
        Acknowledge,
        /// 当场解决 (B13)
        Solve,
        /// 咨询转投诉 (B14)
        Convert,
        /// 更正登记内容
        Amend,
        /// 定为重大 (X20)
        MarkMajor,
        /// 派单 (C01, C04); 重新派单 in later rounds (F01)
        Dispatch,
        /// 撤回派单, until it is accepted
        Recall,
        /// 升级 by hand (F02 does it by itself)
        Escalate,
        /// 二段派单 (A05)
        Forward,
        /// 签收
        Accept,
        /// 退单 (C15)
        GiveBack,
        /// 转办 (C12)
        Transfer,
        /// 换处理人
        Reassign,
        /// 协办 (A04)
        Assist,
        /// 汇报 (C06)
        Report,
        /// 需要更久 (X8)
        PromiseReport,
        /// 联系客户 (D01)
        Contact,
        /// 调查 (D02–D07)
        Investigate,
        /// 拟方案 (D09, D12)
        Propose,
        /// 客户对方案的意见 (D11, D14)
        RecordAnswer,
        /// 提交审批 (D10)
        Submit,
        /// 批准 (D10, A19)
        Approve,
        /// 记录口头批准 (X7)
        RecordVerbalApproval,
        /// 退回修改
        SendPlanBack,
        /// 执行方案
        Execute,
        /// 回单 (D16–D18, H07)
        HandIn,
        /// 暂停计时
        Pause,
        /// 恢复计时
        Resume,
        /// 豁免 (X19)
        Exempt,
        /// 催办 (C08)
        Remind,
        /// 督办 (C08, D24)
        Supervise,
        /// 拨打 (E01, E12)
        Dial,
        /// 回访记录 (E03–E08)
        RecordCallback,
        /// 约定回访时间 (E15)
        Appoint,
        /// 分配回访 (E01, X13)
        AssignCallback,
        /// 结案 (F05, X15)
        Close,
        /// 重新打开
        Reopen,
        /// 归档 (F06)
        Archive,
        /// 沟通记录 (C09)
        Communicate,
        /// 内部备注 (X16)
        Note,
        /// 协调会议 (C11)
        Meet,
        /// 关联 (I06)
        Link,
        /// 取消关联
        Unlink,
        /// 并入: the call belongs to an earlier complaint; reversible, and no facts move.
        Merge,
        /// 拆开: it is a complaint of its own again.
        Unmerge,
        /// 指定跟踪责任人 (A21)
        AssignTracking,
        /// 成立处理小组 (A11)
        FormGroup,
        /// 复查 (F04)
        Review,
        /// 问责 (D20, X18)
        HoldAccountable,
        /// 改进措施 (D21, E17)
        PlanImprovement,
        /// 改进措施完成
        FinishImprovement,
        /// 后续跟进, 其他回访 (D23, E09, E10, E19)
        FollowUp,
        /// 跟进完成
        FinishFollowUp,
        /// 附件
        Attach,
        /// 查看完整个人信息 (A24, L04): recorded
        Reveal,
        /// 申请查看: by whom the complaint does not concern (A24)
        AskSight,
        /// 答复查看申请: allowed for a time, or declined (A24)
        AnswerSight,
    }
}

/// Whether a verb is about the complaint or about one of its work orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The complaint as a whole.
    Complaint,
    /// One work order.
    Order,
}

impl Verb {
    /// What the verb is about.
    #[must_use]
    pub const fn scope(self) -> Scope {
        match self {
            Self::Recall
            | Self::Forward
            | Self::Accept
            | Self::GiveBack
            | Self::Transfer
            | Self::Reassign
            | Self::Assist
            | Self::Report
            | Self::PromiseReport
            | Self::Contact
            | Self::Investigate
            | Self::Propose
            | Self::RecordAnswer
            | Self::Submit
            | Self::Approve
            | Self::RecordVerbalApproval
            | Self::SendPlanBack
            | Self::Execute
            | Self::HandIn
            | Self::Pause
            | Self::Resume
            | Self::Remind
            | Self::Supervise => Scope::Order,
            Self::Register
            | Self::Judge
            | Self::Reply
            | Self::Acknowledge
            | Self::Solve
            | Self::Convert
            | Self::Amend
            | Self::MarkMajor
            | Self::Dispatch
            | Self::Escalate
            | Self::Exempt
            | Self::Dial
            | Self::RecordCallback
            | Self::Appoint
            | Self::AssignCallback
            | Self::Close
            | Self::Reopen
            | Self::Archive
            | Self::Communicate
            | Self::Note
            | Self::Meet
            | Self::Link
            | Self::Unlink
            | Self::Merge
            | Self::Unmerge
            | Self::AssignTracking
            | Self::FormGroup
            | Self::Review
            | Self::HoldAccountable
            | Self::PlanImprovement
            | Self::FinishImprovement
            | Self::FollowUp
            | Self::FinishFollowUp
            | Self::Attach
            | Self::Reveal
            | Self::AskSight
            | Self::AnswerSight => Scope::Complaint,
        }
    }
}

impl Stage {
    /// Whether a verb is possible in this stage. For a verb about a work order [`OrderStage::allows`] has to agree.
    #[must_use]
    pub const fn allows(self, verb: Verb) -> bool {
        match verb {
            // There is no blank complaint: registering is a birth.
            Verb::Register => false,
            Verb::Judge => matches!(self, Self::ToJudge | Self::ToReply | Self::ToDispatch),
            Verb::Reply | Verb::Convert => matches!(self, Self::ToReply),
            Verb::Acknowledge => {
                matches!(self, Self::ToJudge | Self::ToReply | Self::ToDispatch | Self::InHandling | Self::Escalated)
            }
            Verb::Solve => matches!(self, Self::ToJudge | Self::ToReply | Self::ToDispatch),
            Verb::Amend | Verb::MarkMajor | Verb::AssignTracking | Verb::FormGroup | Verb::Exempt => self.is_open(),
            Verb::Dispatch => matches!(self, Self::ToDispatch | Self::InHandling | Self::Escalated),
            Verb::Escalate => matches!(self, Self::ToDispatch | Self::InHandling | Self::ToCallBack),
            Verb::Recall
            | Verb::Forward
            | Verb::Accept
            | Verb::GiveBack
            | Verb::Transfer
            | Verb::Reassign
            | Verb::Assist
            | Verb::PromiseReport
            | Verb::Contact
            | Verb::Investigate
            | Verb::Propose
            | Verb::RecordAnswer
            | Verb::Submit
            | Verb::Approve
            | Verb::RecordVerbalApproval
            | Verb::SendPlanBack
            | Verb::Execute
            | Verb::HandIn
            | Verb::Pause
            | Verb::Resume
            | Verb::Remind
            | Verb::Supervise => matches!(self, Self::InHandling),
            // X8: where reports go on until closing, they are taken while the callback is awaited too.
            Verb::Report => matches!(self, Self::InHandling | Self::ToCallBack),
            Verb::Dial | Verb::RecordCallback | Verb::Appoint | Verb::AssignCallback => {
                matches!(self, Self::ToCallBack)
            }
            Verb::Close => matches!(
                self,
                Self::ToJudge
                    | Self::ToReply
                    | Self::ToDispatch
                    | Self::InHandling
                    | Self::ToCallBack
                    | Self::Escalated
            ),
            Verb::Reopen | Verb::Archive => matches!(self, Self::Closed),
            // What is dispatched already is recalled first: nobody works on it then.
            Verb::Merge => matches!(self, Self::ToJudge | Self::ToReply | Self::ToDispatch),
            Verb::Unmerge => matches!(self, Self::Merged),
            // What concerns the matter is written on the earlier complaint while this one is merged.
            Verb::Communicate
            | Verb::Meet
            | Verb::Review
            | Verb::HoldAccountable
            | Verb::PlanImprovement
            | Verb::FollowUp => !matches!(self, Self::Archived | Self::Merged),
            Verb::Note | Verb::Link | Verb::Unlink | Verb::FinishImprovement | Verb::FinishFollowUp | Verb::Attach => {
                !matches!(self, Self::Archived)
            }
            // Reading is possible for ever, and recorded for ever.
            Verb::Reveal | Verb::AskSight | Verb::AnswerSight => true,
        }
    }

    /// Neither closed nor merged into another one.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::ToJudge
            | Self::ToReply
            | Self::ToDispatch
            | Self::InHandling
            | Self::ToCallBack
            | Self::Escalated => true,
            Self::Closed | Self::Archived | Self::Merged => false,
        }
    }
}

impl OrderStage {
    /// Whether a verb about a work order is possible in this stage; a verb about the complaint never is.
    #[must_use]
    pub const fn allows(self, verb: Verb) -> bool {
        match verb {
            Verb::Recall => matches!(self, Self::ToForward | Self::ToAccept),
            Verb::Forward => matches!(self, Self::ToForward),
            Verb::Accept => matches!(self, Self::ToAccept),
            Verb::GiveBack | Verb::Transfer => matches!(self, Self::ToForward | Self::ToAccept | Self::Handling),
            Verb::Reassign | Verb::Remind | Verb::Supervise => self.is_open(),
            Verb::Assist => matches!(self, Self::ToAccept | Self::Handling | Self::AwaitingApproval | Self::Executed),
            // After the slip only where reports go on until closing (X8): `decide` asks the office's rules.
            Verb::Report => matches!(self, Self::Handling | Self::AwaitingApproval | Self::Executed | Self::HandedIn),
            Verb::PromiseReport | Verb::Pause | Verb::Resume => matches!(self, Self::Handling | Self::Executed),
            Verb::Contact => matches!(self, Self::Handling | Self::AwaitingApproval | Self::Executed),
            Verb::RecordAnswer => matches!(self, Self::Handling | Self::AwaitingApproval),
            Verb::Investigate => matches!(self, Self::Handling | Self::AwaitingApproval),
            Verb::Propose | Verb::Submit | Verb::Execute => matches!(self, Self::Handling),
            Verb::Approve | Verb::SendPlanBack => matches!(self, Self::AwaitingApproval),
            Verb::RecordVerbalApproval => matches!(self, Self::Handling | Self::AwaitingApproval),
            Verb::HandIn => matches!(self, Self::Executed),
            Verb::Register
            | Verb::Judge
            | Verb::Reply
            | Verb::Acknowledge
            | Verb::Solve
            | Verb::Convert
            | Verb::Amend
            | Verb::MarkMajor
            | Verb::Dispatch
            | Verb::Escalate
            | Verb::Exempt
            | Verb::Dial
            | Verb::RecordCallback
            | Verb::Appoint
            | Verb::AssignCallback
            | Verb::Close
            | Verb::Reopen
            | Verb::Archive
            | Verb::Communicate
            | Verb::Note
            | Verb::Meet
            | Verb::Link
            | Verb::Unlink
            | Verb::Merge
            | Verb::Unmerge
            | Verb::AssignTracking
            | Verb::FormGroup
            | Verb::Review
            | Verb::HoldAccountable
            | Verb::PlanImprovement
            | Verb::FinishImprovement
            | Verb::FollowUp
            | Verb::FinishFollowUp
            | Verb::Attach
            | Verb::Reveal
            | Verb::AskSight
            | Verb::AnswerSight => false,
        }
    }

    /// Somebody still has to do something.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::ToForward | Self::ToAccept | Self::Handling | Self::AwaitingApproval | Self::Executed => true,
            Self::HandedIn | Self::Ended => false,
        }
    }
}
