//! What can be asked for here, what each form holds, and the command that it makes.

use crate::domain::complaint::terms::{
    AcceptanceMethod, ApprovalMethod, CloseCode, ContactMethod, FollowUpKind, Method, Money, PauseReason, Progress,
    Remedy, ReturnReason,
};
use crate::domain::complaint::words::{
    Accountability, Agreement, Answer, Assignment, Compensation, FollowUp, Group as Together, Improvement,
    Investigation, MOST_SIGHT_HOURS, Proposal, Quality, SightRuling, Slip, VerbalApproval,
};
use crate::domain::complaint::{Command, Complaint, Stage, Verb, WorkOrder, endable, may, takes_call};
use crate::domain::id::{DepartmentId, OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::{DepartmentKind, Person};
use crate::domain::text::Line;
use crate::report::reading::excerpt;
use crate::ui::env::{Cloak, Env};
use crate::ui::part::typed_time;

use super::Back;
use super::draft::{Choice, Draft, Group, Reader, Slot, Stop};

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

macro_rules! asks {
    ($($(#[$doc:meta])* $ask:ident => $verb:ident [$($slot:ident),*] [$($group:ident),*] $seat:ident $about:ident;)+) => {
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

            /// The texts of its form.
            pub const fn slots(self) -> &'static [Slot] {
                match self { $(Self::$ask => &[$(Slot::$slot),*]),+ }
            }

            /// The choices of its form.
            pub const fn groups(self) -> &'static [Group] {
                match self { $(Self::$ask => &[$(Group::$group),*]),+ }
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
    Accept => Accept [] [] Sheet Holder;
    /// 汇报
    Report => Report [Report] [Progress] Sheet Nothing;
    /// 需要更久…
    Promise => PromiseReport [PromiseReason] [Minutes] Panel Nothing;
    /// 联系客户
    Contact => Contact [ContactWords] [Contact] Sheet Nothing;
    /// 调查
    Investigate => Investigate [CustomerSaid, DepartmentSaid, RootCause, Liable, Hoped] [Method, Quality] Sheet Investigation;
    /// 拟方案
    Propose => Propose [Measures, Amount, Policy] [Remedy] Sheet Plan;
    /// 客户意见
    RecordAnswer => RecordAnswer [AnswerWords] [Agreement, Acceptance] Sheet Plan;
    /// 提交审批
    Submit => Submit [] [] Sheet Plan;
    /// 记录口头批准…
    Verbal => RecordVerbalApproval [VerbalTime, VerbalWords] [Approver, Witness] Sheet Plan;
    /// 批准
    Approve => Approve [Instruction] [Approval] Sheet Plan;
    /// 退回修改
    SendBack => SendPlanBack [Instruction] [] Sheet Plan;
    /// 执行方案
    Execute => Execute [ExecuteWords] [] Sheet Plan;
    /// 提交回单
    HandIn => HandIn [Result, Effect, Feedback, Unfinished] [Signatory] Sheet Slip;
    /// 退单…
    GiveBack => GiveBack [GiveBackWords] [Return] Panel Holder;
    /// 转办…
    Transfer => Transfer [TransferWords] [Department, Handler] Panel Holder;
    /// 暂停计时…
    Pause => Pause [PauseWords] [Pause] Panel Pause;
    /// 恢复计时
    Resume => Resume [] [] Sheet Pause;
    /// 换处理人…
    Reassign => Reassign [ReassignReason] [Handler] Panel Holder;
    /// 催办…
    Remind => Remind [RemindWords] [] Panel Nothing;
    /// 转为投诉…
    Convert => Convert [ConvertReason] [] Panel Nothing;
    /// 并入…: a further call in an earlier matter of the same customer
    Merge => Merge [] [Into] Panel Round;
    /// 二段派单
    Forward => Forward [] [Department, Handler] Panel Holder;
    /// 派单: the next round of an escalated case
    Dispatch => Dispatch [DispatchNote] [Department, Handler] Sheet Round;
    /// 结案… without a satisfied customer
    Close => Close [CloseReason] [Code] Modal End;
    /// 重新打开…
    Reopen => Reopen [ReopenReason] [] Modal End;
    /// 归档…
    Archive => Archive [] [] Modal End;
    /// 内部备注
    Note => Note [Note] [] Sheet Nothing;
    /// 查看完整信息…
    Reveal => Reveal [Purpose] [] Panel Nothing;
    /// 指定跟踪责任人…
    Track => AssignTracking [] [Tracker] Panel Tracking;
    /// 成立处理小组…
    FormGroup => FormGroup [] [Team, Leader, Member] Panel Team;
    /// 复查…
    Review => Review [ReviewWords] [] Panel Nothing;
    /// 问责…
    Hold => HoldAccountable [HeldPerson, HeldMeasure, HeldWords] [] Panel Nothing;
    /// 改进措施…
    Improve => PlanImprovement [Problem, Improvement, ImproveBy] [Owner] Panel Nothing;
    /// 改进措施完成…
    Improved => FinishImprovement [Verified] [Improvement] Panel Nothing;
    /// 后续跟进…
    FollowUp => FollowUp [FollowWords, FollowBy] [FollowKind, Owner] Panel Nothing;
    /// 跟进完成…
    Followed => FinishFollowUp [Outcome] [FollowUp] Panel Nothing;
    /// 向主管申请查看…
    AskSight => AskSight [SightReason] [] Panel Nothing;
    /// 答复查看申请…
    AnswerSight => AnswerSight [SightWords] [Asker, Sight] Panel Nothing;
}

/// What goes with a case as a whole: who watches it, what was learnt, what is still to be done.
pub const OVERSIGHT: [Ask; 8] =
    [Ask::Track, Ask::FormGroup, Ask::Review, Ask::Hold, Ask::Improve, Ask::Improved, Ask::FollowUp, Ask::Followed];

/// Characters of something written that is to be chosen.
const CHOICE: usize = 17;

/// For how long a case is shown to whom it does not concern, in hours.
pub const SIGHTS: [u16; 4] = [2, 24, 72, MOST_SIGHT_HOURS];

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
            Ask::AskSight if self.complaint.shown_until(env.me, env.now).is_some() => return Gate::Absent,
            Ask::AskSight if self.complaint.sights_asked().any(|it| it.asked.stamp.by == env.me) => {
                return Gate::Absent;
            }
            Ask::AnswerSight if self.complaint.sights_asked().next().is_none() => return Gate::Absent,
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

    /// What a group offers, in order.
    pub fn options(&self, env: &Env<'_>, draft: &Draft, group: Group) -> Vec<(Choice, String)> {
        let name = |it: &Person| it.name.to_string();
        let terms = |all: &[Choice], names: Vec<&str>| {
            all.iter().copied().zip(names.into_iter().map(str::to_owned)).collect::<Vec<_>>()
        };
        macro_rules! list {
            ($wrap:path, $all:expr) => {{
                let all = $all;
                terms(
                    &all.iter().map(|it| $wrap(*it)).collect::<Vec<_>>(),
                    all.iter().map(|it| env.texts.name(*it)).collect(),
                )
            }};
        }
        match group {
            Group::Progress => list!(Choice::Progress, QUICK),
            Group::Minutes => {
                let longest = env.office().rules().longest_promise_minutes;
                let all = [60, 90, 120, 180, 240].into_iter().filter(|it| *it <= longest);
                all.map(|it| (Choice::Minutes(it), env.texts.span(chrono::TimeDelta::minutes(i64::from(it))))).collect()
            }
            Group::Contact => list!(Choice::Contact, ContactMethod::ALL),
            Group::Method => list!(Choice::Method, Method::ALL),
            Group::Quality => {
                list!(Choice::Quality, [Quality::Sound, Quality::SinglePiece, Quality::Batch, Quality::Design])
            }
            Group::Remedy => list!(Choice::Remedy, Remedy::ALL),
            Group::Agreement => list!(Choice::Agreement, [Agreement::Agreed, Agreement::Refused]),
            Group::Acceptance => list!(Choice::Acceptance, AcceptanceMethod::ALL),
            Group::Approval => list!(Choice::Approval, [ApprovalMethod::System, ApprovalMethod::Written]),
            Group::Approver => self.approvers(env).into_iter().map(|it| (Choice::Approver(it.id), name(it))).collect(),
            Group::Witness => {
                let department = self.order.map(|it| it.department);
                let approvers: Vec<_> = self.approvers(env).into_iter().map(|it| it.id).collect();
                let others = env.office().people().filter(|it| {
                    it.active && Some(it.department) == department && it.id != env.me && !approvers.contains(&it.id)
                });
                others.map(|it| (Choice::Witness(it.id), name(it))).collect()
            }
            Group::Into => self.earlier(env).into_iter().map(|it| (Choice::Into(it.id), told(env, it))).collect(),
            Group::Return => list!(Choice::Return, ReturnReason::ALL),
            Group::Pause => list!(
                Choice::Pause,
                [
                    PauseReason::WaitingForCustomer,
                    PauseReason::WaitingForThirdParty,
                    PauseReason::WaitingForParts,
                    PauseReason::Other
                ]
            ),
            Group::Department => {
                let handles = |it: DepartmentKind| matches!(it, DepartmentKind::Handling | DepartmentKind::Region);
                let own = self.order.filter(|_| draft.open == Some(Ask::Transfer)).map(|it| it.department);
                let all = env.office().departments().filter(|it| it.active && handles(it.kind) && Some(it.id) != own);
                all.map(|it| (Choice::Department(it.id), it.name.to_string())).collect()
            }
            Group::Handler => {
                let open = draft.open;
                let department = match open {
                    Some(Ask::Reassign) => self.order.map(|it| it.department),
                    Some(_) | None => department(draft),
                };
                let before = self.order.filter(|_| open == Some(Ask::Reassign)).and_then(|it| it.handler);
                let people = env.office().people().filter(|it| {
                    it.is(crate::domain::role::Role::DepartmentHandler)
                        && Some(it.department) == department
                        && Some(it.id) != before
                });
                people.map(|it| (Choice::Handler(it.id), name(it))).collect()
            }
            Group::Signatory => {
                self.signatories(env).into_iter().map(|it| (Choice::Signatory(it.id), name(it))).collect()
            }
            Group::Code => list!(Choice::Code, CODES),
            // One request needs no choice.
            Group::Asker if self.complaint.sights_asked().count() < 2 => Vec::new(),
            Group::Asker => {
                let people = self.complaint.sights_asked().map(|it| it.asked.stamp.by);
                people.map(|it| (Choice::Asker(it), crate::ui::part::case_words::person(env, it))).collect()
            }
            Group::Sight => {
                let hours = SIGHTS.into_iter().map(|it| {
                    let words = if it < 24 {
                        env.texts.handling_sight_hours(u32::from(it))
                    } else {
                        env.texts.handling_sight_days(u32::from(it / 24))
                    };
                    (Choice::Shown(it), words)
                });
                hours.chain([(Choice::NotShown, env.texts.handling_sight_none().to_owned())]).collect()
            }
            Group::FollowKind => list!(Choice::FollowKind, FollowUpKind::ALL),
            Group::Team
            | Group::Tracker
            | Group::Leader
            | Group::Member
            | Group::Owner
            | Group::Improvement
            | Group::FollowUp => self.options_of_oversight(env, draft, group),
        }
    }

    /// The complaints that the case may be a further call of: the same customer's, registered before and open, the
    /// newest first.
    fn earlier<'e>(&self, env: &Env<'e>) -> Vec<&'e Complaint> {
        let (customers, id) = (env.books.customers(), self.complaint.id);
        let Some(row) = env.books.row(id) else { return Vec::new() };
        let before = customers.complaints(customers.of_row(row)).into_iter().map(|it| it.id).filter(|it| *it < id);
        let open = |it: &&Complaint| takes_call(it.id, Some(it)).is_ok();
        let mut all: Vec<_> = before.filter_map(|it| env.books.complaint(it)).filter(open).collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.id));
        all
    }

    /// Who may approve the newest plan of the order.
    pub fn approvers<'e>(&self, env: &Env<'e>) -> Vec<&'e Person> {
        self.order.map(|it| env.office().approvers_of(it.department)).unwrap_or_default()
    }

    fn signatories<'e>(&self, env: &Env<'e>) -> Vec<&'e Person> {
        // The managers of the department, or where it has none those who approve for it (D17).
        self.approvers(env)
    }

    /// What is chosen of a group: by the person, or because nothing else can be.
    pub fn chosen(&self, env: &Env<'_>, draft: &Draft, group: Group) -> Option<Choice> {
        let by_hand = draft.chosen(group).last();
        by_hand.or_else(|| match group {
            Group::Contact => Some(Choice::Contact(ContactMethod::Phone)),
            Group::Acceptance => Some(Choice::Acceptance(AcceptanceMethod::Phone)),
            Group::Approval => Some(Choice::Approval(ApprovalMethod::System)),
            Group::Minutes => Some(Choice::Minutes(60)),
            Group::Owner => Some(Choice::Owner(env.me)),
            // A team brings its leader.
            Group::Leader => match draft.chosen(Group::Team).last() {
                Some(Choice::Team(team)) => env.office().team(team).map(|it| Choice::Leader(it.leader)),
                Some(_) | None => None,
            },
            Group::Asker => {
                let mut asked = self.complaint.sights_asked().map(|it| it.asked.stamp.by);
                asked.next().filter(|_| asked.next().is_none()).map(Choice::Asker)
            }
            Group::Approver | Group::Signatory | Group::Improvement | Group::FollowUp | Group::Into => {
                match self.options(env, draft, group).as_slice() {
                    [(only, _)] => Some(*only),
                    _ => None,
                }
            }
            Group::Progress
            | Group::Method
            | Group::Quality
            | Group::Remedy
            | Group::Agreement
            | Group::Witness
            | Group::Return
            | Group::Pause
            | Group::Department
            | Group::Handler
            | Group::Tracker
            | Group::Team
            | Group::Member
            | Group::FollowKind
            | Group::Sight
            | Group::Code => None,
        })
    }

    /// What the forms of 跟进与复查 offer: people, teams, what is still open.
    fn options_of_oversight(&self, env: &Env<'_>, draft: &Draft, group: Group) -> Vec<(Choice, String)> {
        let name = |it: &Person| it.name.to_string();
        match group {
            Group::Team => {
                let all = env.office().teams().filter(|it| it.active);
                all.map(|it| (Choice::Team(it.id), it.name.to_string())).collect()
            }
            Group::Tracker => {
                let now = self.complaint.tracking;
                let all = env.office().people().filter(|it| it.active && it.id != now && follows(it));
                all.map(|it| (Choice::Tracker(it.id), name(it))).collect()
            }
            Group::Leader => {
                let all = env.office().people().filter(|it| it.active);
                all.map(|it| (Choice::Leader(it.id), name(it))).collect()
            }
            Group::Member => {
                let leader = self.chosen(env, draft, Group::Leader);
                let all = env.office().people().filter(|it| it.active && leader != Some(Choice::Leader(it.id)));
                all.map(|it| (Choice::Member(it.id), name(it))).collect()
            }
            Group::Owner => {
                let all = env.office().people().filter(|it| it.active);
                all.map(|it| (Choice::Owner(it.id), name(it))).collect()
            }
            Group::Improvement => {
                let open = (0..).zip(&self.complaint.improvements).filter(|(_, it)| it.finished.is_none());
                open.map(|(place, it)| (Choice::Improvement(place), excerpt(&it.what.measure, CHOICE))).collect()
            }
            Group::FollowUp => {
                let open = (0..).zip(&self.complaint.follow_ups).filter(|(_, it)| it.finished.is_none());
                open.map(|(place, it)| (Choice::FollowUp(place), excerpt(&it.what.words, CHOICE))).collect()
            }
            Group::Progress
            | Group::Minutes
            | Group::Contact
            | Group::Method
            | Group::Quality
            | Group::Remedy
            | Group::Agreement
            | Group::Acceptance
            | Group::Approval
            | Group::Approver
            | Group::Witness
            | Group::Return
            | Group::Pause
            | Group::Department
            | Group::Handler
            | Group::Signatory
            | Group::FollowKind
            | Group::Asker
            | Group::Sight
            | Group::Into
            | Group::Code => Vec::new(),
        }
    }

    /// The command that a form makes.
    ///
    /// # Errors
    /// What is missing.
    pub fn command(&self, env: &Env<'_>, draft: &Draft, ask: Ask) -> Result<Command, Vec<Stop>> {
        let mut reader = Reader::new(draft);
        let command = self.read(env, draft, ask, &mut reader);
        match command {
            Some(command) if reader.gaps.is_empty() => Ok(command),
            Some(_) | None => Err(reader.gaps),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm a form; each is a few lines")]
    fn read(&self, env: &Env<'_>, draft: &Draft, ask: Ask, reader: &mut Reader<'_>) -> Option<Command> {
        let order = self.no().unwrap_or(OrderNo(0));
        let chosen = |group| self.chosen(env, draft, group);
        macro_rules! one {
            ($variant:ident) => {
                match chosen(Group::$variant) {
                    Some(Choice::$variant(it)) => Some(it),
                    Some(_) | None => None,
                }
            };
        }
        match ask {
            Ask::Accept => Some(Command::Accept { order }),
            Ask::Report => {
                let progress = one!(Progress);
                let quick = progress.filter(|_| draft.line(Slot::Report).trim().is_empty());
                // A quick chip alone is a report.
                let words = match quick.and_then(|it| crate::domain::text::Prose::new(env.texts.name(it)).ok()) {
                    Some(words) => Some(words),
                    None => reader.prose(Slot::Report),
                };
                Some(Command::Report { order, progress: progress.unwrap_or(Progress::Other), words: words? })
            }
            Ask::Promise => {
                let minutes = reader.needed(Stop::Group(Group::Minutes), one!(Minutes));
                let reason = reader.line(Slot::PromiseReason);
                Some(Command::PromiseReport { order, minutes: minutes?, reason: reason? })
            }
            Ask::Contact => {
                let method = one!(Contact)?;
                Some(Command::Contact { order, method, words: reader.prose(Slot::ContactWords)? })
            }
            Ask::Investigate => {
                let methods: Vec<Method> = Method::ALL
                    .iter()
                    .copied()
                    .filter(|it| draft.chosen(Group::Method).any(|chosen| chosen == Choice::Method(*it)))
                    .collect();
                reader.needed(Stop::Group(Group::Method), methods.first());
                let customer_statement = reader.prose(Slot::CustomerSaid);
                let department_statement = reader.prose(Slot::DepartmentSaid);
                let root_cause = reader.prose(Slot::RootCause);
                let findings = Investigation {
                    methods,
                    customer_statement: customer_statement?,
                    department_statement: department_statement?,
                    root_cause: root_cause?,
                    liable_person: reader.perhaps_line(Slot::Liable),
                    hoped_result: reader.perhaps_line(Slot::Hoped),
                    quality: one!(Quality),
                };
                Some(Command::Investigate { order, findings: Box::new(findings) })
            }
            Ask::Propose => {
                let measures = reader.prose(Slot::Measures);
                let amount = money(draft.line(Slot::Amount));
                let remedy = one!(Remedy);
                let compensation = match (remedy, amount) {
                    (_, Err(NotMoney)) => reader.needed(Stop::Slot(Slot::Amount), None),
                    (None, Ok(None)) => None,
                    (None, Ok(Some(_))) => reader.needed(Stop::Group(Group::Remedy), None),
                    (Some(remedy), Ok(amount)) => Some(Compensation { remedy, amount: amount.unwrap_or(Money::ZERO) }),
                };
                let policy = reader.perhaps_line(Slot::Policy);
                let plan = Proposal { measures: measures?, compensation, policy, alternatives: Vec::new() };
                Some(Command::Propose { order, plan: Box::new(plan) })
            }
            Ask::RecordAnswer => {
                let agreement = reader.needed(Stop::Group(Group::Agreement), one!(Agreement));
                let words = reader.perhaps_prose(Slot::AnswerWords);
                let answer = Answer { agreement: agreement?, method: one!(Acceptance)?, words };
                Some(Command::RecordAnswer { order, answer })
            }
            Ask::Submit => Some(Command::Submit { order }),
            Ask::Verbal => {
                let approver = reader.needed(Stop::Group(Group::Approver), one!(Approver));
                let given = reader.needed(Stop::Slot(Slot::VerbalTime), at(env, draft.line(Slot::VerbalTime)));
                let words = reader.prose(Slot::VerbalWords);
                let approval =
                    VerbalApproval { approver: approver?, given: given?, witness: one!(Witness), words: words? };
                Some(Command::RecordVerbalApproval { order, approval })
            }
            Ask::Approve => {
                let words = reader.perhaps_prose(Slot::Instruction);
                Some(Command::Approve { order, method: one!(Approval)?, words })
            }
            Ask::SendBack => Some(Command::SendPlanBack { order, words: reader.prose(Slot::Instruction)? }),
            Ask::Execute => Some(Command::Execute { order, words: reader.prose(Slot::ExecuteWords)? }),
            Ask::HandIn => {
                let result = reader.prose(Slot::Result);
                let effect = reader.prose(Slot::Effect);
                let customer_feedback = reader.perhaps_prose(Slot::Feedback);
                let unfinished = reader.perhaps_prose(Slot::Unfinished);
                let signed_by = reader.needed(Stop::Group(Group::Signatory), one!(Signatory));
                let slip =
                    Slip { result: result?, effect: effect?, customer_feedback, unfinished, signed_by: signed_by? };
                Some(Command::HandIn { order, slip: Box::new(slip) })
            }
            Ask::GiveBack => {
                let reason = reader.needed(Stop::Group(Group::Return), one!(Return));
                let words = reader.prose(Slot::GiveBackWords);
                Some(Command::GiveBack { order, reason: reason?, words: words? })
            }
            Ask::Transfer => {
                let to = target(draft, reader);
                let reason = reader.prose(Slot::TransferWords);
                Some(Command::Transfer { order, to: to?, reason: reason? })
            }
            Ask::Pause => {
                let reason = reader.needed(Stop::Group(Group::Pause), one!(Pause));
                let words = reader.line(Slot::PauseWords);
                Some(Command::Pause { order, reason: reason?, words: words? })
            }
            Ask::Resume => Some(Command::Resume { order }),
            Ask::Reassign => {
                let handler = reader.needed(Stop::Group(Group::Handler), one!(Handler));
                let reason = reader.line(Slot::ReassignReason);
                Some(Command::Reassign { order, handler: handler?, reason: reason? })
            }
            Ask::Remind => Some(Command::Remind { order, words: reader.line(Slot::RemindWords)? }),
            Ask::Convert => Some(Command::Convert { reason: reader.line(Slot::ConvertReason)? }),
            Ask::Merge => {
                let into = reader.needed(Stop::Group(Group::Into), one!(Into))?;
                Some(Command::Merge { into })
            }
            Ask::Forward => Some(Command::Forward { order, to: target(draft, reader)? }),
            Ask::Dispatch => {
                let to = target(draft, reader);
                let note = reader.perhaps_prose(Slot::DispatchNote);
                Some(Command::Dispatch { to: vec![to?], note })
            }
            Ask::Close => {
                let code = reader.needed(Stop::Group(Group::Code), one!(Code));
                let reason = reader.prose(Slot::CloseReason);
                Some(Command::Close { code: code?, reason: Some(reason?) })
            }
            Ask::Reopen => Some(Command::Reopen { reason: reader.prose(Slot::ReopenReason)? }),
            Ask::Archive => Some(Command::Archive),
            Ask::Note => {
                let words = crate::domain::text::Prose::new(draft.line(Slot::Note)).ok();
                Some(Command::Note { words: reader.needed(Stop::Slot(Slot::Note), words)? })
            }
            Ask::Reveal => Some(Command::Reveal { purpose: reader.line(Slot::Purpose)?, department: None }),
            Ask::Track => {
                let person = reader.needed(Stop::Group(Group::Tracker), one!(Tracker))?;
                Some(Command::AssignTracking { person })
            }
            Ask::FormGroup => {
                let leader = reader.needed(Stop::Group(Group::Leader), one!(Leader))?;
                Some(Command::FormGroup(Together { leader, members: members(env, draft, leader) }))
            }
            Ask::Review => Some(Command::Review { words: reader.prose(Slot::ReviewWords)? }),
            Ask::Hold => {
                let person = reader.line(Slot::HeldPerson);
                let measure = reader.line(Slot::HeldMeasure);
                let words = reader.prose(Slot::HeldWords);
                Some(Command::HoldAccountable(Accountability { person: person?, measure: measure?, words: words? }))
            }
            Ask::Improve => {
                let problem = reader.prose(Slot::Problem);
                let measure = reader.prose(Slot::Improvement);
                let due = reader.needed(Stop::Slot(Slot::ImproveBy), later(env, draft.line(Slot::ImproveBy)));
                let owner = one!(Owner)?;
                let what = Improvement { problem: problem?, measure: measure?, owner, due: due? };
                Some(Command::PlanImprovement(what))
            }
            Ask::Improved => {
                let index = reader.needed(Stop::Group(Group::Improvement), one!(Improvement));
                let words = reader.prose(Slot::Verified);
                Some(Command::FinishImprovement { index: index?, words: words? })
            }
            Ask::FollowUp => {
                let kind = reader.needed(Stop::Group(Group::FollowKind), one!(FollowKind));
                let words = reader.prose(Slot::FollowWords);
                let typed = draft.line(Slot::FollowBy);
                let due = if typed.trim().is_empty() {
                    None
                } else {
                    reader.needed(Stop::Slot(Slot::FollowBy), later(env, typed))
                };
                let owner = one!(Owner)?;
                Some(Command::FollowUp(FollowUp { kind: kind?, words: words?, owner, due }))
            }
            Ask::Followed => {
                let index = reader.needed(Stop::Group(Group::FollowUp), one!(FollowUp));
                let words = reader.prose(Slot::Outcome);
                Some(Command::FinishFollowUp { index: index?, words: words? })
            }
            Ask::AskSight => Some(Command::AskSight { reason: reader.line(Slot::SightReason)? }),
            Ask::AnswerSight => {
                let person = reader.needed(Stop::Group(Group::Asker), one!(Asker));
                let chosen = reader.needed(Stop::Group(Group::Sight), chosen(Group::Sight));
                let ruling = if let Choice::Shown(hours) = chosen? {
                    SightRuling::Grant { hours, words: reader.perhaps_line(Slot::SightWords) }
                } else {
                    // A refusal says why.
                    SightRuling::Decline { reason: reader.line(Slot::SightWords)? }
                };
                Some(Command::AnswerSight { person: person?, ruling })
            }
        }
    }
}

/// `0312-001·待判断·空调不制冷`; without its words where the cloak is on.
fn told(env: &Env<'_>, it: &Complaint) -> String {
    let content = match env.cloak {
        Cloak::On => String::new(),
        Cloak::Off => excerpt(&it.details.content, CHOICE),
    };
    env.texts.joined([it.id.short(), env.texts.name(it.stage).to_owned(), content])
}

/// F2–F6, in that order.
pub const QUICK: [Progress; 5] = [
    Progress::Contacted,
    Progress::Investigating,
    Progress::WaitingForDepartment,
    Progress::PlanDrafted,
    Progress::Executed,
];

fn department(draft: &Draft) -> Option<DepartmentId> {
    match draft.chosen(Group::Department).last() {
        Some(Choice::Department(it)) => Some(it),
        Some(_) | None => None,
    }
}

fn target(draft: &Draft, reader: &mut Reader<'_>) -> Option<Assignment> {
    let handler: Option<PersonId> = match draft.chosen(Group::Handler).last() {
        Some(Choice::Handler(it)) => Some(it),
        Some(_) | None => None,
    };
    let department = reader.needed(Stop::Group(Group::Department), department(draft))?;
    Some(Assignment { department, handler, assistants: Vec::new() })
}

/// No amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NotMoney;

/// `2600`, `2,600.50`, `¥2600`: fen. Nothing typed is no amount.
fn money(text: &str) -> Result<Option<Money>, NotMoney> {
    let clean: String = text.trim().chars().filter(|it| !matches!(it, ',' | '，' | '¥' | '￥' | ' ' | '元')).collect();
    if clean.is_empty() {
        return Ok(None);
    }
    let (yuan, fen) = clean.split_once('.').unwrap_or((&clean, ""));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 9 || fen.len() > 2 || !digits(yuan) || !digits(fen) {
        return Err(NotMoney);
    }
    let fen: i64 = format!("{fen:0<2}").parse().map_err(|_| NotMoney)?;
    let yuan: i64 = yuan.parse().map_err(|_| NotMoney)?;
    Ok(Some(Money(yuan * 100 + fen)))
}

/// The members of the group that is being formed: as chosen, with those of the team.
fn members(env: &Env<'_>, draft: &Draft, leader: PersonId) -> Vec<PersonId> {
    let team = match draft.chosen(Group::Team).last() {
        Some(Choice::Team(team)) => env.office().team(team),
        Some(_) | None => None,
    };
    let mut all: Vec<PersonId> = team.map(|it| it.members.clone()).unwrap_or_default();
    for it in draft.chosen(Group::Member) {
        if let Choice::Member(person) = it
            && !all.contains(&person)
        {
            all.push(person);
        }
    }
    all.retain(|it| *it != leader);
    all
}

/// Who may follow a case through: the desk and its supervisor (A21).
fn follows(it: &Person) -> bool {
    use crate::domain::role::Role;
    it.is(Role::FrontDesk) || it.is(Role::FrontDeskSupervisor)
}

/// `+2`, `3月20日`, `明天 18:00`; `None`: it cannot be understood.
fn later(env: &Env<'_>, text: &str) -> Option<Moment> {
    let at = typed_time::read(env.texts, text, env.local_now(), typed_time::Lean::Future)?;
    Some(env.calendar().moment(at))
}

/// `10:38`, today; nothing typed is now.
fn at(env: &Env<'_>, text: &str) -> Option<Moment> {
    let text = text.trim().replace('：', ":");
    if text.is_empty() {
        return Some(env.now);
    }
    let time = chrono::NaiveTime::parse_from_str(&text, "%H:%M").ok()?;
    Some(env.calendar().moment(env.today().and_time(time)))
}

/// What makes up for a command, where the domain knows a way back; `None`: what was said stays said (签收, 汇报, 催办).
pub fn way_back(env: &Env<'_>, case: &Case<'_>, command: &Command) -> Option<Back> {
    let words = || Line::new(env.texts.handling_taken_back_words()).ok();
    if let Command::Dispatch { .. } = command {
        return Some(Back::Recall);
    }
    let back = if let Command::Reassign { order, .. } = command {
        Command::Reassign { order: *order, handler: case.order?.handler?, reason: words()? }
    } else if let Command::Pause { order, .. } = command {
        Command::Resume { order: *order }
    } else if let Command::Resume { order } = command {
        Command::Pause { order: *order, reason: case.order?.paused?, words: words()? }
    } else if let Command::Merge { .. } = command {
        Command::Unmerge
    } else {
        return None;
    };
    Some(Back::Command(Box::new(back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_people_write_it() {
        assert_eq!(money("2600"), Ok(Some(Money::yuan(2600))));
        assert_eq!(money("¥2,600.5"), Ok(Some(Money(260_050))));
        assert_eq!(money("0.05元"), Ok(Some(Money(5))));
        assert_eq!(money("  "), Ok(None));
        for wrong in ["两千", "1.234", "-5", ".", "1.2.3", "12345678901"] {
            assert_eq!(money(wrong), Err(NotMoney), "{wrong}");
        }
    }
}
