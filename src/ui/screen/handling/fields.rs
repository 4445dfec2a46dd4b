//! What can be typed and chosen in the forms: each text and each choice stands here once, with how long it may be,
//! whether a form waits for it, and its words.

use crate::domain::complaint::terms::{
    AcceptanceMethod, ApprovalMethod, CloseCode, ContactMethod, FollowUpKind, Method, PauseReason, Progress, Remedy,
    ReturnReason,
};
use crate::domain::complaint::words::{Agreement, Quality};
use crate::domain::id::{ComplaintId, DepartmentId, PersonId, TeamId};
use crate::i18n::Texts;

/// How long a text may be, and how much of it is seen at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Line,
    /// Several lines; two are seen.
    Short,
    /// Several lines; three are seen.
    Tall,
}

impl Kind {
    /// Whether it has several lines.
    pub const fn is_prose(self) -> bool {
        self.height().is_some()
    }

    /// How high the editor of several lines is.
    pub const fn height(self) -> Option<f32> {
        match self {
            Self::Line => None,
            Self::Short => Some(52.0),
            Self::Tall => Some(72.0),
        }
    }
}

/// Whether a form waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// It does.
    Yes,
    /// It may be left out.
    No,
}

/// What a choice is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Among {
    /// A few words that the program knows.
    Terms,
    /// People, departments, something that was written: any number of them, of any length.
    Somebody,
}

macro_rules! slots {
    ($($(#[$doc:meta])* $slot:ident => $kind:ident $needed:ident $name:ident $($hint:ident)?;)+) => {
        /// A text that can be typed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Slot { $($(#[$doc])* $slot),+ }

        impl Slot {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$slot),+];

            /// One line, or several.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$slot => Kind::$kind),+ }
            }

            /// Whether a form waits for it.
            pub const fn needed(self) -> Needed {
                match self { $(Self::$slot => Needed::$needed),+ }
            }

            /// Its label.
            pub fn name(self, texts: &Texts) -> &str {
                match self { $(Self::$slot => texts.$name()),+ }
            }

            /// What stands in it while it is empty; nothing where the label says all.
            pub fn hint(self, texts: &Texts) -> &str {
                let hint: Option<&str> = match self { $(Self::$slot => None$(.or(Some(texts.$hint())))?),+ };
                hint.unwrap_or_default()
            }
        }
    };
}

macro_rules! choices {
    ($($group:ident $needed:ident $among:ident $name:ident {
        $($(#[$doc:meta])* $choice:ident $(($of:ty))?,)+
    })+) => {
        /// Something chosen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Choice { $($($(#[$doc])* $choice $(($of))?),+),+ }

        /// Choices of one kind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Group { $($group),+ }

        impl Choice {
            /// What it is one of.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $($(Self::$choice { .. } => Group::$group),+),+ }
            }

            /// Whether it is a person, a department or something that was written.
            #[must_use]
            pub const fn is_somebody(self) -> bool {
                match self.group() {
                    $(Group::$group => matches!(Among::$among, Among::Somebody)),+
                }
            }
        }

        impl Group {
            /// Whether a form waits for it; one with a choice of its own is never missing.
            pub const fn needed(self) -> Needed {
                match self { $(Self::$group => Needed::$needed),+ }
            }

            /// Its label.
            pub fn name(self, texts: &Texts) -> &str {
                match self { $(Self::$group => texts.$name()),+ }
            }
        }
    };
}

impl Group {
    /// Whether several of it are chosen side by side, each taken back by choosing it again.
    pub const fn takes_several(self) -> bool {
        matches!(self, Self::Method | Self::Member)
    }
}

slots! {
    /// 汇报
    Report => Line Yes handling_field_progress handling_hint_report;
    /// 需要更久: why
    PromiseReason => Line Yes handling_field_reason;
    /// 责任人
    Liable => Line No handling_field_liable;
    /// 客户希望的结果
    Hoped => Line No handling_field_hoped;
    /// 补偿金额, in yuan
    Amount => Line No handling_field_amount handling_hint_amount;
    /// 依据
    Policy => Line No handling_field_policy;
    /// When it was said: 10:38
    VerbalTime => Line No handling_field_time handling_hint_time;
    /// 暂停计时: why
    PauseWords => Line Yes handling_field_reason;
    /// 内部备注
    Note => Line Yes handling_field_note handling_hint_note;
    /// 查看完整信息: what for
    Purpose => Line Yes handling_field_purpose handling_hint_purpose;
    /// 催办, 督办
    RemindWords => Line Yes handling_field_remind;
    /// 转为投诉: why
    ConvertReason => Line Yes handling_field_reason;
    /// 换处理人: why
    ReassignReason => Line Yes handling_field_reason;
    /// 问责: who
    HeldPerson => Line Yes handling_field_liable;
    /// 问责: what follows
    HeldMeasure => Line Yes handling_field_held handling_hint_held;
    /// 改进措施: until when
    ImproveBy => Line Yes handling_field_by handling_hint_by;
    /// 后续跟进: until when
    FollowBy => Line No handling_field_by handling_hint_follow_by;
    /// 申请查看: what for
    SightReason => Line Yes handling_field_reason handling_hint_sight;
    /// 答复查看申请: what is to be minded, or why not
    SightWords => Line No handling_field_sight_words handling_hint_sight_words;
    /// 联系客户: what was said
    ContactWords => Short Yes handling_field_talk;
    /// 客户陈述
    CustomerSaid => Tall Yes handling_field_customer_said;
    /// 部门陈述
    DepartmentSaid => Tall Yes handling_field_department_said;
    /// 根本原因
    RootCause => Short Yes handling_field_root_cause;
    /// 解决措施
    Measures => Tall Yes handling_field_measures;
    /// 客户意见
    AnswerWords => Short No handling_field_answer;
    /// 批示
    Instruction => Tall No handling_field_instruction handling_hint_instruction;
    /// 口头批准: its words
    VerbalWords => Short Yes handling_field_instruction;
    /// 执行情况
    ExecuteWords => Short Yes handling_field_executed;
    /// 处理结果
    Result => Tall Yes handling_field_result;
    /// 效果确认
    Effect => Short Yes handling_field_effect;
    /// 客户反馈
    Feedback => Short No handling_field_feedback;
    /// 未完成部分
    Unfinished => Short No handling_field_unfinished handling_hint_unfinished;
    /// 退单: why
    GiveBackWords => Short Yes handling_field_reason;
    /// 转办: why
    TransferWords => Short Yes handling_field_reason;
    /// 派单: what they are to know
    DispatchNote => Short No handling_field_dispatch_note;
    /// 结案说明
    CloseReason => Short Yes handling_field_close_reason;
    /// 重新打开: why
    ReopenReason => Short Yes handling_field_reason;
    /// 复查: what it showed
    ReviewWords => Short Yes handling_field_review;
    /// 问责: why
    HeldWords => Short Yes handling_field_reason;
    /// 改进措施: the problem
    Problem => Short Yes handling_field_problem;
    /// 改进措施
    Improvement => Short Yes handling_field_improvement;
    /// 验证结果
    Verified => Short Yes handling_field_verified;
    /// 后续跟进: what is to be done
    FollowWords => Short Yes handling_field_follow;
    /// 跟进完成: what came of it
    Outcome => Short Yes handling_field_outcome;
}

choices! {
    Progress No Terms handling_field_progress {
        /// 汇报: how far
        Progress(Progress),
    }
    Minutes No Terms handling_field_minutes {
        /// 需要更久: working minutes
        Minutes(u32),
    }
    Contact No Terms handling_field_contact {
        /// 联系客户: how
        Contact(ContactMethod),
    }
    Method Yes Terms handling_field_method {
        /// 调查方法; several
        Method(Method),
    }
    Quality No Terms handling_field_quality {
        /// 质量判定
        Quality(Quality),
    }
    Remedy No Terms handling_field_remedy {
        /// 补偿
        Remedy(Remedy),
    }
    Agreement Yes Terms handling_field_agreement {
        /// 客户意见
        Agreement(Agreement),
    }
    Acceptance No Terms handling_field_acceptance {
        /// How the customer said so
        Acceptance(AcceptanceMethod),
    }
    Approval No Terms handling_field_approval {
        /// 批准方式
        Approval(ApprovalMethod),
    }
    Approver Yes Somebody handling_field_approver {
        /// 口头批准: who
        Approver(PersonId),
    }
    Witness No Somebody handling_field_witness {
        /// 口头批准: who heard it too
        Witness(PersonId),
    }
    Return Yes Terms handling_field_why {
        /// 退单
        Return(ReturnReason),
    }
    Pause Yes Terms handling_field_why {
        /// 暂停计时
        Pause(PauseReason),
    }
    Department Yes Somebody handling_field_department {
        /// 派单, 转办: where
        Department(DepartmentId),
    }
    Handler No Somebody handling_field_handler {
        /// 派单, 转办, 换处理人: who
        Handler(PersonId),
    }
    Signatory Yes Somebody handling_field_signatory {
        /// 部门负责人签名
        Signatory(PersonId),
    }
    Code Yes Terms handling_field_code {
        /// 结案
        Code(CloseCode),
    }
    Tracker Yes Somebody handling_field_tracker {
        /// 跟踪责任人
        Tracker(PersonId),
    }
    Team No Somebody handling_field_team {
        /// 处理小组, as the office has it
        Team(TeamId),
    }
    Leader Yes Somebody handling_field_leader {
        /// 组长
        Leader(PersonId),
    }
    Member No Somebody handling_field_members {
        /// 成员; several
        Member(PersonId),
    }
    Owner No Somebody handling_field_owner {
        /// 改进措施, 后续跟进: by whom
        Owner(PersonId),
    }
    FollowKind Yes Terms handling_field_follow_kind {
        /// 后续跟进: what for
        FollowKind(FollowUpKind),
    }
    Improvement Yes Somebody handling_field_which {
        /// Which improvement, from 0
        Improvement(u16),
    }
    FollowUp Yes Somebody handling_field_which {
        /// Which follow-up, from 0
        FollowUp(u16),
    }
    Asker Yes Somebody handling_field_asker {
        /// 查看申请: whose
        Asker(PersonId),
    }
    Sight Yes Terms handling_field_sight {
        /// 答复查看申请: allowed for so many hours
        Shown(u16),
        /// 答复查看申请: not allowed
        NotShown,
    }
    Into Yes Somebody handling_field_into {
        /// 并入: the earlier complaint
        Into(ComplaintId),
    }
}
