//! What somebody typed and chose for one case, kept while other cases are looked at.

use std::collections::HashMap;

use iced::widget::{Id, text_editor};

use super::ask::Ask;
use super::conflict::Conflict;
use crate::app::Refused;
use crate::domain::complaint::terms::{
    AcceptanceMethod, ApprovalMethod, CloseCode, ContactMethod, FollowUpKind, Method, PauseReason, Progress, Remedy,
    ReturnReason,
};
use crate::domain::complaint::words::{Agreement, Quality};
use crate::domain::id::{ComplaintId, DepartmentId, PersonId, TeamId};
use crate::domain::record::Version;
use crate::domain::text::{Line, Prose};
use crate::ui::part::form;
use crate::ui::part::phrases::{Field, Seen};

macro_rules! slots {
    ($($kind:ident { $($(#[$doc:meta])* $slot:ident),+ $(,)? })+) => {
        /// A text that can be typed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Slot { $($($(#[$doc])* $slot),+),+ }

        impl Slot {
            /// One line, or several.
            pub const fn kind(self) -> Kind {
                match self { $($(Self::$slot => Kind::$kind),+),+ }
            }

            const ALL: &'static [Self] = &[$($(Self::$slot),+),+];
        }
    };
}

/// How long a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Line,
    /// Several lines.
    Prose,
}

slots! {
    Line {
        /// 汇报
        Report,
        /// 需要更久: why
        PromiseReason,
        /// 责任人
        Liable,
        /// 客户希望的结果
        Hoped,
        /// 补偿金额, in yuan
        Amount,
        /// 依据
        Policy,
        /// When it was said: 10:38
        VerbalTime,
        /// 暂停计时: why
        PauseWords,
        /// 内部备注
        Note,
        /// 查看完整信息: what for
        Purpose,
        /// 催办, 督办
        RemindWords,
        /// 转为投诉: why
        ConvertReason,
        /// 换处理人: why
        ReassignReason,
        /// 问责: who
        HeldPerson,
        /// 问责: what follows
        HeldMeasure,
        /// 改进措施: until when
        ImproveBy,
        /// 后续跟进: until when
        FollowBy,
        /// 申请查看: what for
        SightReason,
        /// 答复查看申请: what is to be minded, or why not
        SightWords,
    }
    Prose {
        /// 联系客户: what was said
        ContactWords,
        /// 客户陈述
        CustomerSaid,
        /// 部门陈述
        DepartmentSaid,
        /// 根本原因
        RootCause,
        /// 解决措施
        Measures,
        /// 客户意见
        AnswerWords,
        /// 批示
        Instruction,
        /// 口头批准: its words
        VerbalWords,
        /// 执行情况
        ExecuteWords,
        /// 处理结果
        Result,
        /// 效果确认
        Effect,
        /// 客户反馈
        Feedback,
        /// 未完成部分
        Unfinished,
        /// 退单: why
        GiveBackWords,
        /// 转办: why
        TransferWords,
        /// 派单: what they are to know
        DispatchNote,
        /// 结案说明
        CloseReason,
        /// 重新打开: why
        ReopenReason,
        /// 复查: what it showed
        ReviewWords,
        /// 问责: why
        HeldWords,
        /// 改进措施: the problem
        Problem,
        /// 改进措施
        Improvement,
        /// 验证结果
        Verified,
        /// 后续跟进: what is to be done
        FollowWords,
        /// 跟进完成: what came of it
        Outcome,
    }
}

/// Something chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// 汇报: how far
    Progress(Progress),
    /// 需要更久: working minutes
    Minutes(u32),
    /// 联系客户: how
    Contact(ContactMethod),
    /// 调查方法; several
    Method(Method),
    /// 质量判定
    Quality(Quality),
    /// 补偿
    Remedy(Remedy),
    /// 客户意见
    Agreement(Agreement),
    /// How the customer said so
    Acceptance(AcceptanceMethod),
    /// 批准方式
    Approval(ApprovalMethod),
    /// 口头批准: who
    Approver(PersonId),
    /// 口头批准: who heard it too
    Witness(PersonId),
    /// 退单
    Return(ReturnReason),
    /// 暂停计时
    Pause(PauseReason),
    /// 派单, 转办: where
    Department(DepartmentId),
    /// 派单, 转办, 换处理人: who
    Handler(PersonId),
    /// 部门负责人签名
    Signatory(PersonId),
    /// 结案
    Code(CloseCode),
    /// 跟踪责任人
    Tracker(PersonId),
    /// 处理小组, as the office has it
    Team(TeamId),
    /// 组长
    Leader(PersonId),
    /// 成员; several
    Member(PersonId),
    /// 改进措施, 后续跟进: by whom
    Owner(PersonId),
    /// 后续跟进: what for
    FollowKind(FollowUpKind),
    /// Which improvement, from 0
    Improvement(u16),
    /// Which follow-up, from 0
    FollowUp(u16),
    /// 查看申请: whose
    Asker(PersonId),
    /// 答复查看申请: allowed for so many hours
    Shown(u16),
    /// 答复查看申请: not allowed
    NotShown,
    /// 并入: the earlier complaint
    Into(ComplaintId),
}

/// Choices of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Progress,
    Minutes,
    Contact,
    Method,
    Quality,
    Remedy,
    Agreement,
    Acceptance,
    Approval,
    Approver,
    Witness,
    Return,
    Pause,
    Department,
    Handler,
    Signatory,
    Code,
    Tracker,
    Team,
    Leader,
    Member,
    Owner,
    FollowKind,
    Improvement,
    FollowUp,
    Asker,
    Sight,
    Into,
}

impl Choice {
    /// Whether it is a person, a department or something that was written: any number of them, of any length.
    #[must_use]
    pub const fn is_somebody(self) -> bool {
        match self.group() {
            Group::Approver
            | Group::Witness
            | Group::Department
            | Group::Handler
            | Group::Signatory
            | Group::Tracker
            | Group::Team
            | Group::Leader
            | Group::Member
            | Group::Owner
            | Group::Improvement
            | Group::FollowUp
            | Group::Asker
            | Group::Into => true,
            Group::Progress
            | Group::Minutes
            | Group::Contact
            | Group::Method
            | Group::Quality
            | Group::Remedy
            | Group::Agreement
            | Group::Acceptance
            | Group::Approval
            | Group::Return
            | Group::Pause
            | Group::FollowKind
            | Group::Sight
            | Group::Code => false,
        }
    }

    /// What it is one of.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Progress(_) => Group::Progress,
            Self::Minutes(_) => Group::Minutes,
            Self::Contact(_) => Group::Contact,
            Self::Method(_) => Group::Method,
            Self::Quality(_) => Group::Quality,
            Self::Remedy(_) => Group::Remedy,
            Self::Agreement(_) => Group::Agreement,
            Self::Acceptance(_) => Group::Acceptance,
            Self::Approval(_) => Group::Approval,
            Self::Approver(_) => Group::Approver,
            Self::Witness(_) => Group::Witness,
            Self::Return(_) => Group::Return,
            Self::Pause(_) => Group::Pause,
            Self::Department(_) => Group::Department,
            Self::Handler(_) => Group::Handler,
            Self::Signatory(_) => Group::Signatory,
            Self::Code(_) => Group::Code,
            Self::Tracker(_) => Group::Tracker,
            Self::Team(_) => Group::Team,
            Self::Leader(_) => Group::Leader,
            Self::Member(_) => Group::Member,
            Self::Owner(_) => Group::Owner,
            Self::FollowKind(_) => Group::FollowKind,
            Self::Improvement(_) => Group::Improvement,
            Self::FollowUp(_) => Group::FollowUp,
            Self::Asker(_) => Group::Asker,
            Self::Shown(_) | Self::NotShown => Group::Sight,
            Self::Into(_) => Group::Into,
        }
    }
}

/// A place where the keyboard can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stop {
    /// A text.
    Slot(Slot),
    /// Chips of a kind: arrows and digits choose.
    Group(Group),
    /// The button under a form.
    Submit(Ask),
    /// A button in the foot.
    Foot(Ask),
    /// A complaint that belongs together with the case, by its place.
    Link(usize),
    /// A file of the case, by its place.
    File(usize),
}

impl form::Stop for Stop {
    fn id(self) -> Id {
        Id::from(format!("handling-{self:?}"))
    }
}

/// A part of the sheet that folds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// 投诉内容
    Content,
    /// 调查
    Investigation,
    /// 联系客户
    Contact,
    /// 方案
    Plan,
    /// 审批
    Approval,
    /// 执行
    Execution,
    /// 回单
    Slip,
}

/// Why the last wish was not carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// What was wished.
    pub ask: Ask,
    /// Why not.
    pub refused: Refused,
}

/// What was typed and chosen for one case.
#[derive(Debug)]
pub struct Draft {
    lines: HashMap<Slot, String>,
    editors: HashMap<Slot, text_editor::Content>,
    chosen: Vec<Choice>,
    /// The form that was asked for.
    pub open: Option<Ask>,
    /// What is missing in the form that was sent.
    pub gaps: Vec<Stop>,
    /// Why the last wish was not carried out.
    pub trouble: Option<Trouble>,
    /// Which version somebody saw when a form was begun.
    pub begun: HashMap<Ask, Version>,
    /// What others did meanwhile to what a form is about.
    pub conflict: Option<Conflict>,
    /// What is being written.
    pub busy: Option<Ask>,
    /// Sections that stand otherwise than by themselves.
    pub turned: Vec<Section>,
    /// The version of the plan that is looked at; `None`: the newest.
    pub version: Option<u16>,
}

impl Default for Draft {
    fn default() -> Self {
        let editors = Slot::ALL.iter().filter(|it| it.kind() == Kind::Prose);
        Self {
            lines: HashMap::new(),
            editors: editors.map(|it| (*it, text_editor::Content::new())).collect(),
            chosen: Vec::new(),
            open: None,
            gaps: Vec::new(),
            trouble: None,
            begun: HashMap::new(),
            conflict: None,
            busy: None,
            turned: Vec::new(),
            version: None,
        }
    }
}

impl Draft {
    /// One line as it stands.
    pub fn line(&self, slot: Slot) -> &str {
        self.lines.get(&slot).map_or("", String::as_str)
    }

    /// The editor of a text; `None` for one line.
    pub fn editor(&self, slot: Slot) -> Option<&text_editor::Content> {
        self.editors.get(&slot)
    }

    /// A text, whatever its kind.
    pub fn text(&self, slot: Slot) -> String {
        match self.editors.get(&slot) {
            Some(content) => content.text(),
            None => self.line(slot).to_owned(),
        }
    }

    /// A text, to be looked at by phrases.
    pub fn seen(&self, slot: Slot) -> Seen<'_> {
        self.editor(slot).map_or_else(|| Seen::Line(self.line(slot)), Seen::Editor)
    }

    /// Lets phrases be put into a text.
    pub fn rewrite<T>(&mut self, slot: Slot, change: impl FnOnce(Field<'_>) -> T) -> T {
        self.gaps.retain(|it| *it != Stop::Slot(slot));
        match self.editors.get_mut(&slot) {
            Some(content) => change(Field::Editor(content)),
            None => change(Field::Line(self.lines.entry(slot).or_default())),
        }
    }

    /// One line was typed.
    pub fn typed(&mut self, slot: Slot, words: String) {
        self.gaps.retain(|it| *it != Stop::Slot(slot));
        self.lines.insert(slot, words);
    }

    /// Something was done in an editor.
    pub fn edited(&mut self, slot: Slot, action: text_editor::Action) {
        if action.is_edit() {
            self.gaps.retain(|it| *it != Stop::Slot(slot));
        }
        if let Some(content) = self.editors.get_mut(&slot) {
            content.perform(action);
        }
    }

    /// Writes a text where there is none yet: a form that is opened again shows what it said.
    pub fn prefill(&mut self, slot: Slot, words: &str) {
        if self.text(slot).trim().is_empty() {
            match self.editors.get_mut(&slot) {
                Some(content) => *content = text_editor::Content::with_text(words),
                None => self.typed(slot, words.to_owned()),
            }
        }
    }

    /// Chooses; what can be left out is taken back by choosing it again.
    pub fn choose(&mut self, choice: Choice) {
        let group = choice.group();
        self.gaps.retain(|it| *it != Stop::Group(group));
        let had = self.chosen.contains(&choice);
        match group {
            Group::Method | Group::Member => self.chosen.retain(|it| *it != choice),
            Group::Department => self.chosen.retain(|it| !matches!(it.group(), Group::Department | Group::Handler)),
            Group::Progress
            | Group::Minutes
            | Group::Contact
            | Group::Quality
            | Group::Remedy
            | Group::Agreement
            | Group::Acceptance
            | Group::Approval
            | Group::Approver
            | Group::Witness
            | Group::Return
            | Group::Pause
            | Group::Handler
            | Group::Signatory
            | Group::Tracker
            | Group::Team
            | Group::Leader
            | Group::Owner
            | Group::FollowKind
            | Group::Improvement
            | Group::FollowUp
            | Group::Asker
            | Group::Sight
            | Group::Into
            | Group::Code => self.chosen.retain(|it| it.group() != group),
        }
        if !had {
            self.chosen.push(choice);
        }
    }

    /// What was chosen of a kind, in the order of choosing.
    pub fn chosen(&self, group: Group) -> impl Iterator<Item = Choice> + '_ {
        self.chosen.iter().copied().filter(move |it| it.group() == group)
    }

    /// It is done: the form is empty again.
    pub fn clear(&mut self, slots: &[Slot], groups: &[Group]) {
        for slot in slots {
            match self.editors.get_mut(slot) {
                Some(content) => *content = text_editor::Content::new(),
                None => {
                    self.lines.remove(slot);
                }
            }
        }
        self.chosen.retain(|it| !groups.contains(&it.group()));
        self.gaps.clear();
        self.trouble = None;
    }
}

/// Reads a form; notes what is missing.
pub struct Reader<'a> {
    draft: &'a Draft,
    /// What is missing.
    pub gaps: Vec<Stop>,
}

impl<'a> Reader<'a> {
    /// A reader of a draft.
    pub fn new(draft: &'a Draft) -> Self {
        Self { draft, gaps: Vec::new() }
    }

    /// One line that is needed.
    pub fn line(&mut self, slot: Slot) -> Option<Line> {
        let read = Line::new(&self.draft.text(slot)).ok();
        self.needed(Stop::Slot(slot), read)
    }

    /// Words that are needed.
    pub fn prose(&mut self, slot: Slot) -> Option<Prose> {
        let read = Prose::new(&self.draft.text(slot)).ok();
        self.needed(Stop::Slot(slot), read)
    }

    /// One line that may be left out.
    pub fn perhaps_line(&mut self, slot: Slot) -> Option<Line> {
        let text = self.draft.text(slot);
        if text.trim().is_empty() { None } else { self.line(slot) }
    }

    /// Words that may be left out.
    pub fn perhaps_prose(&mut self, slot: Slot) -> Option<Prose> {
        let text = self.draft.text(slot);
        if text.trim().is_empty() { None } else { self.prose(slot) }
    }

    /// What is there, or a gap.
    pub fn needed<T>(&mut self, stop: Stop, read: Option<T>) -> Option<T> {
        if read.is_none() {
            self.gaps.push(stop);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_takes_the_place_of_another_and_methods_add_up() {
        let mut draft = Draft::default();
        draft.choose(Choice::Contact(ContactMethod::Phone));
        draft.choose(Choice::Contact(ContactMethod::Visit));
        assert_eq!(draft.chosen(Group::Contact).collect::<Vec<_>>(), [Choice::Contact(ContactMethod::Visit)]);
        draft.choose(Choice::Method(Method::Files));
        draft.choose(Choice::Method(Method::Background));
        assert_eq!(draft.chosen(Group::Method).count(), 2);
        draft.choose(Choice::Method(Method::Files));
        assert_eq!(draft.chosen(Group::Method).collect::<Vec<_>>(), [Choice::Method(Method::Background)]);
    }

    #[test]
    fn another_department_forgets_the_handler() {
        let mut draft = Draft::default();
        draft.choose(Choice::Department(DepartmentId(1)));
        draft.choose(Choice::Handler(PersonId(7)));
        draft.choose(Choice::Department(DepartmentId(2)));
        assert_eq!(draft.chosen(Group::Handler).count(), 0);
    }

    #[test]
    fn what_is_missing_is_named() {
        let mut draft = Draft::default();
        draft.typed(Slot::Note, "  ".into());
        let mut reader = Reader::new(&draft);
        assert!(reader.line(Slot::Note).is_none() && reader.perhaps_line(Slot::Policy).is_none());
        assert_eq!(reader.gaps, [Stop::Slot(Slot::Note)]);
    }
}
