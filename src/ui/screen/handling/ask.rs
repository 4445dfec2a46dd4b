//! What can be asked for here, what each form holds, and the command that it makes.

mod options;
mod reading;

use crate::domain::complaint::terms::{CloseCode, Progress};
use crate::domain::complaint::{Complaint, Stage, Verb, WorkOrder, endable, may};
use crate::domain::id::OrderNo;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};

pub use self::reading::way_back;

use super::draft::Stop;
use super::fields::{Group, Slot};

/// Where a form opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// In its place on the sheet, or nowhere where it needs no words.
    Sheet,
    /// Above the foot.
    Panel,
    /// Over everything: what cannot be taken back lightly (UI.md §9.4).
    Modal,
}

/// What a form is about: whoever fills it in minds that others changed this meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// It only adds to the case.
    Nothing,
    /// The investigation of a work order.
    Investigation,
    /// The plan of a work order.
    Plan,
    /// The return slip of a work order, and its plan.
    Slip,
    /// Who has a work order.
    Holder,
    /// Whether a work order stands still.
    Pause,
    /// What the case's next round is.
    Round,
    /// How the case ends.
    End,
    /// Who tracks the case.
    Tracking,
    /// The task group.
    Team,
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// One of several that are equal.
    Plain,
    /// Less than the others.
    Quiet,
    /// A line of words.
    Link,
    /// What comes next.
    Primary,
    /// What comes next, once its gate is open.
    Gated,
    /// What comes next; Ctrl+Enter does it.
    Main,
}

/// One row of a form.
#[derive(Debug, Clone, Copy)]
pub enum Row {
    /// One text.
    Text(Slot),
    /// Two texts side by side.
    Pair(Slot, Slot),
    /// Chips.
    Pick(Group),
}

macro_rules! row {
    (Text $slot:ident) => {
        Row::Text(Slot::$slot)
    };
    (Pair $one:ident $other:ident) => {
        Row::Pair(Slot::$one, Slot::$other)
    };
    (Pick $group:ident) => {
        Row::Pick(Group::$group)
    };
}

macro_rules! asks {
    ($($(#[$doc:meta])* $ask:ident => $verb:ident $icon:ident $foot:ident $submit:ident [$($row:ident($($of:ident),+)),*] $seat:ident $about:ident;)+) => {
        /// Something that can be asked for: a button, and where it needs words, a form.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Ask { $($(#[$doc])* $ask),+ }

        impl Ask {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$ask),+];

            /// The verb of the domain.
            pub const fn verb(self) -> Verb {
                match self { $(Self::$ask => Verb::$verb),+ }
            }

            /// The icon of its button.
            #[must_use]
            pub const fn icon(self) -> Icon {
                match self { $(Self::$ask => icon::$icon),+ }
            }

            /// How its button looks in the foot, where it opens a form or does it at once.
            pub const fn in_foot(self) -> Look {
                match self { $(Self::$ask => Look::$foot),+ }
            }

            /// How its button looks under its form.
            pub const fn under_form(self) -> Look {
                match self { $(Self::$ask => Look::$submit),+ }
            }

            /// The rows of its form, in reading order.
            pub const fn rows(self) -> &'static [Row] {
                match self { $(Self::$ask => &[$(row!($row $($of)+)),*]),+ }
            }

            /// Where its form opens.
            pub const fn seat(self) -> Seat {
                match self { $(Self::$ask => Seat::$seat),+ }
            }

            /// What its form is about.
            pub const fn about(self) -> About {
                match self { $(Self::$ask => About::$about),+ }
            }
        }
    };
}

asks! {
    /// 签收
    Accept => Accept USER_CHECK Primary Primary [] Sheet Holder;
    /// 汇报
    Report => Report MESSAGE_SQUARE_TEXT Main Main [Pick(Progress), Text(Report)] Sheet Nothing;
    /// 需要更久…
    Promise => PromiseReport TIMER Plain Primary [Pick(Minutes), Text(PromiseReason)] Panel Nothing;
    /// 联系客户
    Contact => Contact PHONE Plain Plain [Pick(Contact), Text(ContactWords)] Sheet Nothing;
    /// 调查
    Investigate => Investigate CHECK Plain Plain [Pick(Method), Pair(CustomerSaid, DepartmentSaid), Text(RootCause), Text(Liable), Text(Hoped), Pick(Quality)] Sheet Investigation;
    /// 拟方案
    Propose => Propose GIT_BRANCH Plain Plain [Text(Measures), Pick(Remedy), Text(Amount), Text(Policy)] Sheet Plan;
    /// 客户意见
    RecordAnswer => RecordAnswer MESSAGE_CIRCLE Plain Plain [Pick(Agreement), Pick(Acceptance), Text(AnswerWords)] Sheet Plan;
    /// 提交审批
    Submit => Submit STAMP Plain Plain [] Sheet Plan;
    /// 记录口头批准…
    Verbal => RecordVerbalApproval MIC Plain Plain [Pick(Approver), Text(VerbalTime), Pick(Witness), Text(VerbalWords)] Sheet Plan;
    /// 批准
    Approve => Approve STAMP Main Main [Pick(Approval), Text(Instruction)] Sheet Plan;
    /// 退回修改
    SendBack => SendPlanBack UNDO_2 Plain Plain [Text(Instruction)] Sheet Plan;
    /// 执行方案
    Execute => Execute WRENCH Gated Plain [Text(ExecuteWords)] Sheet Plan;
    /// 提交回单
    HandIn => HandIn UNDO_2 Gated Plain [Text(Result), Text(Effect), Text(Feedback), Text(Unfinished), Pick(Signatory)] Sheet Slip;
    /// 退单…
    GiveBack => GiveBack UNDO_2 Quiet Primary [Pick(Return), Text(GiveBackWords)] Panel Holder;
    /// 转办…
    Transfer => Transfer ROUTE Quiet Primary [Pick(Department), Pick(Handler), Text(TransferWords)] Panel Holder;
    /// 暂停计时…
    Pause => Pause CIRCLE_PAUSE Quiet Primary [Pick(Pause), Text(PauseWords)] Panel Pause;
    /// 恢复计时
    Resume => Resume PLAY Quiet Plain [] Sheet Pause;
    /// 换处理人…
    Reassign => Reassign USER Quiet Primary [Pick(Handler), Text(ReassignReason)] Panel Holder;
    /// 催办…
    Remind => Remind BELL_RING Quiet Primary [Text(RemindWords)] Panel Nothing;
    /// 转为投诉…
    Convert => Convert SPLIT Quiet Primary [Text(ConvertReason)] Panel Nothing;
    /// 并入…: a further call in an earlier matter of the same customer
    Merge => Merge MERGE Quiet Primary [Pick(Into)] Panel Round;
    /// 二段派单
    Forward => Forward ROUTE Plain Primary [Pick(Department), Pick(Handler)] Panel Holder;
    /// 派单: the next round of an escalated case
    Dispatch => Dispatch SEND Plain Primary [Pick(Department), Pick(Handler), Text(DispatchNote)] Sheet Round;
    /// 结案… without a satisfied customer
    Close => Close CIRCLE_CHECK Quiet Main [Pick(Code), Text(CloseReason)] Modal End;
    /// 重新打开…
    Reopen => Reopen REPEAT_2 Quiet Main [Text(ReopenReason)] Modal End;
    /// 归档…
    Archive => Archive ARCHIVE Quiet Main [] Modal End;
    /// 内部备注
    Note => Note LOCK Plain Plain [Text(Note)] Sheet Nothing;
    /// 查看完整信息…
    Reveal => Reveal EYE Plain Primary [Text(Purpose)] Panel Nothing;
    /// 指定跟踪责任人…
    Track => AssignTracking USER_CHECK Link Primary [Pick(Tracker)] Panel Tracking;
    /// 成立处理小组…
    FormGroup => FormGroup USERS Link Primary [Pick(Team), Pick(Leader), Pick(Member)] Panel Team;
    /// 复查…
    Review => Review SEARCH Link Primary [Text(ReviewWords)] Panel Nothing;
    /// 问责…
    Hold => HoldAccountable SCALE Link Primary [Text(HeldPerson), Text(HeldMeasure), Text(HeldWords)] Panel Nothing;
    /// 改进措施…
    Improve => PlanImprovement TRENDING_UP Link Primary [Text(Problem), Text(Improvement), Pick(Owner), Text(ImproveBy)] Panel Nothing;
    /// 改进措施完成…
    Improved => FinishImprovement CHECK Link Primary [Pick(Improvement), Text(Verified)] Panel Nothing;
    /// 后续跟进…
    FollowUp => FollowUp CALENDAR_CLOCK Link Primary [Pick(FollowKind), Text(FollowWords), Pick(Owner), Text(FollowBy)] Panel Nothing;
    /// 跟进完成…
    Followed => FinishFollowUp CHECK Link Primary [Pick(FollowUp), Text(Outcome)] Panel Nothing;
    /// 向主管申请查看…
    AskSight => AskSight EYE Plain Primary [Text(SightReason)] Panel Nothing;
    /// 答复查看申请…
    AnswerSight => AnswerSight EYE Plain Primary [Pick(Asker), Pick(Sight), Text(SightWords)] Panel Nothing;
}

impl Ask {
    /// The stops of its form, the button last.
    #[must_use]
    pub fn stops(self) -> Vec<Stop> {
        let of = |it: &Row| match it {
            Row::Text(slot) => vec![Stop::Slot(*slot)],
            Row::Pair(one, other) => vec![Stop::Slot(*one), Stop::Slot(*other)],
            Row::Pick(group) => vec![Stop::Group(*group)],
        };
        self.rows().iter().flat_map(of).chain([Stop::Submit(self)]).collect()
    }
}

/// What goes with a case as a whole: who watches it, what was learnt, what is still to be done.
pub const OVERSIGHT: [Ask; 8] =
    [Ask::Track, Ask::FormGroup, Ask::Review, Ask::Hold, Ask::Improve, Ask::Improved, Ask::FollowUp, Ask::Followed];

/// F2–F6, in that order.
pub const QUICK: [Progress; 5] = [
    Progress::Contacted,
    Progress::Investigating,
    Progress::WaitingForDepartment,
    Progress::PlanDrafted,
    Progress::Executed,
];

/// The three ways to end without a satisfied customer (X15).
pub const CODES: [CloseCode; 3] = [CloseCode::Withdrawn, CloseCode::Unreachable, CloseCode::SupervisorApproved];

/// The case that is open: the complaint, the work order looked at.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The complaint.
    pub complaint: &'a Complaint,
    /// The work order.
    pub order: Option<&'a WorkOrder>,
}

/// Whether something can be asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Gate {
    /// Now.
    Open,
    /// Not now; what opens it.
    Locked(String),
    /// Never by this person.
    Absent,
}

impl Case<'_> {
    fn no(&self) -> Option<OrderNo> {
        self.order.map(|it| it.no)
    }

    /// Whether something can be asked for: roles and stages first, then what else stands in the way.
    pub fn gate(&self, env: &Env<'_>, ask: Ask) -> Gate {
        use crate::domain::complaint::Rejection;
        if ask.verb().scope() == crate::domain::complaint::Scope::Order && self.order.is_none() {
            return Gate::Absent;
        }
        let locked = |it: &Rejection| Gate::Locked(env.texts.complaint_refused(it, env.office()));
        let first = may(&env.ctx(), self.complaint, ask.verb(), self.no());
        match (&first, ask) {
            (Err(Rejection::OrderNotNow { .. }), Ask::Execute) if self.waits() => {
                return Gate::Locked(env.texts.handling_locked_execute().to_owned());
            }
            (Err(Rejection::OrderNotNow { .. }), Ask::HandIn) if self.waits() => {
                return Gate::Locked(env.texts.handling_locked_slip().to_owned());
            }
            (Err(_), _) => return Gate::Absent,
            (Ok(()), _) => {}
        }
        let order = self.no().unwrap_or(OrderNo(0));
        let more = match ask {
            Ask::Execute => crate::domain::complaint::gate(&env.ctx(), self.complaint, order),
            Ask::Approve => crate::domain::complaint::approvable(&env.ctx(), self.complaint, order),
            Ask::Pause if self.order.is_some_and(|it| it.paused.is_some()) => return Gate::Absent,
            Ask::Resume if self.order.is_some_and(|it| it.paused.is_none()) => return Gate::Absent,
            // In writing or by word: only a plan that was not ruled upon.
            Ask::Submit | Ask::Verbal if self.order.and_then(WorkOrder::plan).is_none_or(|it| it.ruling.is_some()) => {
                return Gate::Absent;
            }
            Ask::Dispatch if self.complaint.stage != Stage::Escalated => return Gate::Absent,
            Ask::RecordAnswer if self.order.is_some_and(|it| it.plans.is_empty()) => return Gate::Absent,
            Ask::Propose if self.order.is_some_and(|it| it.investigation.is_none()) => {
                return Gate::Locked(env.texts.handling_locked_plan().to_owned());
            }
            Ask::Improved if self.complaint.improvements.iter().all(|it| it.finished.is_some()) => return Gate::Absent,
            Ask::Followed if self.complaint.follow_ups.iter().all(|it| it.finished.is_some()) => return Gate::Absent,
            Ask::AskSight if self.complaint.sights.may_ask(env.me, env.now).is_err() => return Gate::Absent,
            Ask::AnswerSight if self.complaint.sights.asked().next().is_none() => return Gate::Absent,
            Ask::Merge if self.earlier(env).is_empty() => return Gate::Absent,
            Ask::Close if CODES.iter().all(|it| self.is_supervisors(env, *it)) => return Gate::Absent,
            Ask::Accept
            | Ask::Report
            | Ask::Promise
            | Ask::Contact
            | Ask::Investigate
            | Ask::Propose
            | Ask::RecordAnswer
            | Ask::Submit
            | Ask::Verbal
            | Ask::SendBack
            | Ask::HandIn
            | Ask::GiveBack
            | Ask::Transfer
            | Ask::Pause
            | Ask::Resume
            | Ask::Reassign
            | Ask::Remind
            | Ask::Convert
            | Ask::Merge
            | Ask::Forward
            | Ask::Dispatch
            | Ask::Close
            | Ask::Reopen
            | Ask::Archive
            | Ask::Note
            | Ask::Reveal
            | Ask::Track
            | Ask::FormGroup
            | Ask::Review
            | Ask::Hold
            | Ask::Improve
            | Ask::Improved
            | Ask::FollowUp
            | Ask::Followed
            | Ask::AskSight
            | Ask::AnswerSight => Ok(()),
        };
        match more {
            Ok(()) => Gate::Open,
            Err(it) => locked(&it),
        }
    }

    /// The order waits for an earlier step of its own: a gate that will open.
    fn waits(&self) -> bool {
        self.order.is_some_and(|it| it.stage.is_open() && it.accepted.is_some())
            && self.order.is_some_and(|it| it.plans.iter().all(|it| it.executed.is_none()))
    }

    fn is_supervisors(&self, env: &Env<'_>, code: CloseCode) -> bool {
        endable(&env.ctx(), self.complaint, code) == Err(crate::domain::complaint::Rejection::SupervisorNeeded)
    }
}
