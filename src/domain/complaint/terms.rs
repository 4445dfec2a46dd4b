//! The closed lists of the field (GLOSSARY.md). Lists that a company changes itself (departments, categories,
//! channels, reasons) belong to the office.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($(#[$term_doc:meta])* $term:ident),+ $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$term_doc])* $term),+ }

        impl $name {
            /// Every one, in the order of the printed forms.
            pub const ALL: &'static [Self] = &[$(Self::$term),+];
        }
    )*};
}

terms! {
    /// What a customer's call is (B14). Only a complaint runs through dispatch and callback.
    Kind {
        /// 投诉
        Complaint,
        /// 咨询
        Inquiry,
        /// 建议
        Suggestion,
        /// 表扬
        Praise,
    }

    /// How the complainant is addressed (K12).
    Salutation {
        /// 女士
        Madam,
        /// 先生
        Sir,
        /// Not said.
        Unknown,
    }

    /// 投诉判断 (B19–B21). Never "valid".
    Validity {
        /// 成立
        Founded,
        /// 部分成立
        PartlyFounded,
        /// 不成立
        Unfounded,
    }

    /// 严重程度 (B17).
    Severity {
        /// 一般
        Minor,
        /// 较重
        Serious,
        /// 重大
        Major,
    }

    /// 紧急程度 (B17).
    Urgency {
        /// 普通
        Normal,
        /// 紧急
        Urgent,
        /// 特急
        Critical,
    }

    /// Severity × urgency (B17).
    Priority {
        /// At once.
        P1,
        /// Today.
        P2,
        /// In turn.
        P3,
    }

    /// Complexity at first assessment (B18).
    Complexity {
        /// One department, known solution.
        Simple,
        /// One department, to be investigated.
        Ordinary,
        /// Several departments, or unknown cause.
        Complex,
    }

    /// Why a complaint counts as major (X20).
    MajorReason {
        /// Safety or injury.
        Safety,
        /// Media or a regulator takes part.
        MediaOrRegulator,
        /// The amount reaches the office's threshold.
        Amount,
        /// Several customers (群诉).
        Group,
        /// The second dissatisfaction.
        SecondDissatisfaction,
        /// Somebody said so.
        Manual,
    }

    /// Investigation methods (D03–D05).
    Method {
        /// 联系其他部门
        OtherDepartments,
        /// 查阅档案
        Files,
        /// 分析原因背景
        Background,
    }

    /// Remedies (A15, D13).
    Remedy {
        /// 退货
        Return,
        /// 换货
        Exchange,
        /// 维修
        Repair,
        /// 退款
        Refund,
        /// 赔偿
        Damages,
        /// 优惠/赠品
        Goodwill,
        /// 道歉
        Apology,
        /// 其他
        Other,
    }

    /// How an approval was given (D10, X7).
    ApprovalMethod {
        /// 书面
        Written,
        /// 口头
        Verbal,
        /// 系统
        System,
    }

    /// How the customer accepted a plan (D14, X10).
    AcceptanceMethod {
        /// 签字
        Signature,
        /// 电话
        Phone,
        /// 短信
        Message,
        /// 当面
        InPerson,
    }

    /// How somebody was spoken with (C10, E04).
    ContactMethod {
        /// 电话
        Phone,
        /// 短信
        Message,
        /// 邮件
        Mail,
        /// 即时通讯
        Chat,
        /// 上门
        Visit,
    }

    /// 接通情况 (E06).
    CallOutcome {
        /// 接通
        Reached,
        /// 未接
        NoAnswer,
        /// 拒访
        Refused,
        /// 空号
        BadNumber,
    }

    /// 满意度 in three levels (X9).
    Satisfaction {
        /// 满意
        Satisfied,
        /// 一般
        Neutral,
        /// 不满意
        Dissatisfied,
    }

    /// How a complaint ended (X15).
    CloseCode {
        /// 满意结案
        Satisfied,
        /// 不成立结案
        Unfounded,
        /// 客户撤诉
        Withdrawn,
        /// 联系不上结案
        Unreachable,
        /// 主管批准结案
        SupervisorApproved,
        /// 当场解决 (B13) and answered inquiries, suggestions, praise (B14)
        SolvedAtDesk,
    }

    /// Why a clock does not count (C02, D01, X19 特殊情况).
    ExemptionReason {
        /// 客户要求改期
        CustomerAsked,
        /// 联系不上客户
        CustomerUnreachable,
        /// 等待第三方（厂家、检测机构）
        ThirdParty,
        /// 自然灾害、停电等
        ForceMajeure,
        /// 系统故障
        SystemFailure,
        /// 信息不全，无法派单
        MissingInformation,
        /// 其他
        Other,
    }

    /// Why a clock stands still.
    PauseReason {
        /// 等客户
        WaitingForCustomer,
        /// 等第三方
        WaitingForThirdParty,
        /// 等配件
        WaitingForParts,
        /// 等审批: by the program, while a plan lies with the approver
        WaitingForApproval,
        /// 其他
        Other,
        /// 已并入: by the program, while the call belongs to an earlier complaint
        Merged,
    }

    /// Why a department gave a work order back (C15).
    ReturnReason {
        /// 非本部门职责
        NotOurs,
        /// 信息不全
        MissingInformation,
        /// 重复派单
        Duplicate,
        /// 其他
        Other,
    }

    /// How two complaints belong together. A link can be taken back; it never moves facts.
    LinkKind {
        /// 重复投诉: the same customer again (I06)
        RepeatOf,
        /// 合并: the same matter registered twice
        SameMatterAs,
        /// 关联
        RelatedTo,
        /// 群诉/专题: one systemic problem
        SystemicIssue,
    }

    /// What one quick line of a progress report says (UI.md 5.4, F2–F6).
    Progress {
        /// 已联系客户
        Contacted,
        /// 正在调查
        Investigating,
        /// 等待部门
        WaitingForDepartment,
        /// 方案已拟
        PlanDrafted,
        /// 已执行
        Executed,
        /// Something else, see the words.
        Other,
    }

    /// Callbacks that follow no complaint's handling, and promises to the customer (D23, E09, E10, E19).
    FollowUpKind {
        /// 未完成部分的承诺 (D23)
        Promise,
        /// 服务回访 (E19)
        Service,
        /// 节日、店庆、促销回访 (E09)
        Occasion,
        /// 保养等友情提醒 (E10)
        Reminder,
    }
}

impl Severity {
    /// Severity × urgency (B17).
    #[must_use]
    pub const fn priority(self, urgency: Urgency) -> Priority {
        match (self, urgency) {
            (Self::Major, _) | (Self::Serious, Urgency::Critical) => Priority::P1,
            (Self::Serious, Urgency::Normal | Urgency::Urgent) | (Self::Minor, Urgency::Urgent | Urgency::Critical) => {
                Priority::P2
            }
            (Self::Minor, Urgency::Normal) => Priority::P3,
        }
    }
}

/// An amount of money in fen (¥0.01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount in whole yuan.
    #[must_use]
    pub const fn yuan(yuan: i64) -> Self {
        Self(yuan * 100)
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|it| it.0).fold(0, i64::saturating_add))
    }
}
