//! How a form is drawn: its rows stand here once, and the stops of the keyboard follow from them.

use iced::widget::{Space, column, container, row, space};
use iced::{Center, Length, Top};

use super::Message;
use super::ask::{Ask, Case, Gate, QUICK};
use super::draft::{Choice, Draft, Group, Kind, Slot, Stop};
use super::phrasing;
use crate::domain::complaint::Verb;
use crate::domain::complaint::terms::{ContactMethod, Progress};
use crate::domain::complaint::words::Agreement;
use crate::i18n::{Locale, Texts};
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::part::conflict;
use crate::ui::part::form::{FocusRing, Stop as _};
use crate::ui::part::phrases::Phrases;
use crate::ui::style::field::Mood;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    self, Note, Part, button, chip, chip_keyed, chips, editor, field, label, label_required, measure, named, note,
    segment,
};

/// One row of a form.
#[derive(Debug, Clone, Copy)]
enum Row {
    /// One text.
    Text(Slot),
    /// Two texts side by side.
    Pair(Slot, Slot),
    /// Chips.
    Pick(Group),
}

/// The rows of a form, in reading order.
const fn rows(ask: Ask) -> &'static [Row] {
    use Row::{Pair, Pick, Text};
    match ask {
        Ask::Accept | Ask::Submit | Ask::Resume | Ask::Archive => &[],
        Ask::Report => &[Pick(Group::Progress), Text(Slot::Report)],
        Ask::Promise => &[Pick(Group::Minutes), Text(Slot::PromiseReason)],
        Ask::Contact => &[Pick(Group::Contact), Text(Slot::ContactWords)],
        Ask::Investigate => &[
            Pick(Group::Method),
            Pair(Slot::CustomerSaid, Slot::DepartmentSaid),
            Text(Slot::RootCause),
            Text(Slot::Liable),
            Text(Slot::Hoped),
            Pick(Group::Quality),
        ],
        Ask::Propose => &[Text(Slot::Measures), Pick(Group::Remedy), Text(Slot::Amount), Text(Slot::Policy)],
        Ask::RecordAnswer => &[Pick(Group::Agreement), Pick(Group::Acceptance), Text(Slot::AnswerWords)],
        Ask::Verbal => &[Pick(Group::Approver), Text(Slot::VerbalTime), Pick(Group::Witness), Text(Slot::VerbalWords)],
        Ask::Approve => &[Pick(Group::Approval), Text(Slot::Instruction)],
        Ask::SendBack => &[Text(Slot::Instruction)],
        Ask::Execute => &[Text(Slot::ExecuteWords)],
        Ask::HandIn => &[
            Text(Slot::Result),
            Text(Slot::Effect),
            Text(Slot::Feedback),
            Text(Slot::Unfinished),
            Pick(Group::Signatory),
        ],
        Ask::GiveBack => &[Pick(Group::Return), Text(Slot::GiveBackWords)],
        Ask::Transfer => &[Pick(Group::Department), Pick(Group::Handler), Text(Slot::TransferWords)],
        Ask::Pause => &[Pick(Group::Pause), Text(Slot::PauseWords)],
        Ask::Reassign => &[Pick(Group::Handler), Text(Slot::ReassignReason)],
        Ask::Remind => &[Text(Slot::RemindWords)],
        Ask::Convert => &[Text(Slot::ConvertReason)],
        Ask::Merge => &[Pick(Group::Into)],
        Ask::Forward => &[Pick(Group::Department), Pick(Group::Handler)],
        Ask::Dispatch => &[Pick(Group::Department), Pick(Group::Handler), Text(Slot::DispatchNote)],
        Ask::Close => &[Pick(Group::Code), Text(Slot::CloseReason)],
        Ask::Reopen => &[Text(Slot::ReopenReason)],
        Ask::Note => &[Text(Slot::Note)],
        Ask::Reveal => &[Text(Slot::Purpose)],
        Ask::Track => &[Pick(Group::Tracker)],
        Ask::FormGroup => &[Pick(Group::Team), Pick(Group::Leader), Pick(Group::Member)],
        Ask::Review => &[Text(Slot::ReviewWords)],
        Ask::Hold => &[Text(Slot::HeldPerson), Text(Slot::HeldMeasure), Text(Slot::HeldWords)],
        Ask::Improve => &[Text(Slot::Problem), Text(Slot::Improvement), Pick(Group::Owner), Text(Slot::ImproveBy)],
        Ask::Improved => &[Pick(Group::Improvement), Text(Slot::Verified)],
        Ask::FollowUp => &[Pick(Group::FollowKind), Text(Slot::FollowWords), Pick(Group::Owner), Text(Slot::FollowBy)],
        Ask::Followed => &[Pick(Group::FollowUp), Text(Slot::Outcome)],
        Ask::AskSight => &[Text(Slot::SightReason)],
        Ask::AnswerSight => &[Pick(Group::Asker), Pick(Group::Sight), Text(Slot::SightWords)],
    }
}

/// The stops of a form, its button last.
pub fn stops(ask: Ask) -> Vec<Stop> {
    let mut stops = Vec::new();
    for it in rows(ask) {
        match it {
            Row::Text(slot) => stops.push(Stop::Slot(*slot)),
            Row::Pair(one, other) => stops.extend([Stop::Slot(*one), Stop::Slot(*other)]),
            Row::Pick(group) => stops.push(Stop::Group(*group)),
        }
    }
    stops.push(Stop::Submit(ask));
    stops
}

/// What a form is drawn from.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The case.
    pub case: Case<'a>,
    /// What was typed.
    pub draft: &'a Draft,
    /// Where the keyboard is.
    pub ring: &'a FocusRing<Stop>,
    /// 常用语
    pub phrases: &'a Phrases<Stop>,
}

impl<'a> Sheet<'a> {
    /// The rows of a form with its button.
    pub fn form(&self, env: &Env<'a>, ask: Ask) -> Element<'a, Message> {
        let foot = row![]
            .push(space().width(Length::Fill))
            .push((self.draft.open == Some(ask)).then(|| Self::leave(env)))
            .push(self.submit(env, ask))
            .spacing(8)
            .align_y(Center);
        column![self.rows(env, ask), foot].push(self.trouble(env, ask)).spacing(8).width(Length::Fill).into()
    }

    /// The rows alone.
    pub fn rows(&self, env: &Env<'a>, ask: Ask) -> Element<'a, Message> {
        column(rows(ask).iter().filter_map(|it| self.row(env, *it))).spacing(8).width(Length::Fill).into()
    }

    fn row(&self, env: &Env<'a>, it: Row) -> Option<Element<'a, Message>> {
        match it {
            Row::Text(slot) => Some(beside(env, name(env.texts, Stop::Slot(slot)), self.text(env, slot), needed(slot))),
            Row::Pair(one, other) => {
                let half = |slot| {
                    column![heading(name(env.texts, Stop::Slot(slot)), needed(slot)), self.text(env, slot)]
                        .spacing(4)
                        .width(Length::Fill)
                };
                Some(row![half(one), half(other)].spacing(8).into())
            }
            Row::Pick(group) => {
                let picks = self.picks(env, group)?;
                Some(beside(env, name(env.texts, Stop::Group(group)), picks, group_needed(group)))
            }
        }
    }

    /// The field of a text.
    pub fn text(&self, env: &Env<'a>, slot: Slot) -> Element<'a, Message> {
        let stop = Stop::Slot(slot);
        let mood = if self.draft.gaps.contains(&stop) { Mood::Wrong } else { Mood::Fine };
        let hint = placeholder(env.texts, slot);
        let drawn: Element<'a, Message> = match (slot.kind(), self.draft.editor(slot)) {
            (Kind::Prose, Some(content)) => {
                editor(stop.id(), (content, hint), (height(slot), mood), move |it| Message::Edited(slot, it))
            }
            (Kind::Prose | Kind::Line, _) => field(hint, self.draft.line(slot))
                .id(stop.id())
                .mood(mood)
                .on_input(move |it| Message::Typed(slot, it))
                .into(),
        };
        match phrasing::place_of(slot) {
            Some(place) => self.phrases.over(env, (stop, place), drawn, Message::Phrases),
            None => drawn,
        }
    }

    /// The chips of a group; `None` where there is nothing to choose from.
    pub fn picks(&self, env: &Env<'a>, group: Group) -> Option<Element<'a, Message>> {
        let options = self.case.options(env, self.draft, group);
        if options.is_empty() {
            return None;
        }
        let stop = Stop::Group(group);
        let many = matches!(group, Group::Method | Group::Member);
        let one = self.case.chosen(env, self.draft, group);
        let is_chosen = |it: &Choice| {
            if many { self.draft.chosen(group).any(|chosen| chosen == *it) } else { one == Some(*it) }
        };
        let drawn: Element<'a, Message> = if group == Group::Progress {
            chips(options.into_iter().zip(QUICK_KEYS).map(|((it, words), key)| {
                let chosen = is_chosen(&it);
                chip_keyed(Shortcut::named(key), words, chosen, Some(Message::Chose(it)))
            }))
        } else if !many && in_one_row(env, &options) {
            let parts = options.iter().map(|(it, words)| Part::new(*it, words.clone()).tone(tone(*it)));
            segment(parts.collect::<Vec<_>>(), one).on_choose(Message::Chose).into()
        } else {
            chips(options.into_iter().map(|(it, words)| {
                let chosen = is_chosen(&it);
                chip(words, chosen, Some(Message::Chose(it)))
            }))
        };
        let drawn = named(stop.id(), self.ring.focus(stop), drawn);
        let gap = self
            .draft
            .gaps
            .contains(&stop)
            .then(|| widget::caption(env.texts.handling_choose()).style(crate::ui::style::text::toned(Tone::Late)));
        Some(column![drawn].push(gap).spacing(2).into())
    }

    /// The button that sends a form.
    pub fn submit(&self, env: &Env<'a>, ask: Ask) -> Element<'a, Message> {
        self.button(env, ask, Stop::Submit(ask), Message::Asked(ask))
    }

    /// A button of the foot: opens a form, or does it where none is needed.
    pub fn foot(&self, env: &Env<'a>, ask: Ask) -> Element<'a, Message> {
        let message = if rows(ask).is_empty() { Message::Asked(ask) } else { Message::Opened(ask) };
        self.button(env, ask, Stop::Foot(ask), message)
    }

    fn button(&self, env: &Env<'a>, ask: Ask, stop: Stop, message: Message) -> Element<'a, Message> {
        let opens = matches!(stop, Stop::Foot(_)) && !rows(ask).is_empty();
        let drawn =
            button(words(env, &self.case, ask, opens)).icon(sign(ask)).id(stop.id()).focus(self.ring.focus(stop));
        let drawn = match (ask, stop) {
            (Ask::Accept, _) => drawn.primary().keys(Shortcut::sign('a')),
            (Ask::Execute | Ask::HandIn, Stop::Foot(_)) if self.case.gate(env, ask) == Gate::Open => drawn.primary(),
            (
                Ask::GiveBack
                | Ask::Transfer
                | Ask::Pause
                | Ask::Resume
                | Ask::Reassign
                | Ask::Remind
                | Ask::Convert
                | Ask::Merge
                | Ask::Close
                | Ask::Archive
                | Ask::Reopen,
                Stop::Foot(_),
            ) => drawn.quiet(),
            (Ask::Report | Ask::Approve | Ask::Close | Ask::Reopen | Ask::Archive, _) => {
                drawn.primary().keys(submit_key())
            }
            (
                Ask::Dispatch
                | Ask::Forward
                | Ask::Merge
                | Ask::Promise
                | Ask::GiveBack
                | Ask::Transfer
                | Ask::Pause
                | Ask::Track
                | Ask::FormGroup
                | Ask::Review
                | Ask::Hold
                | Ask::Improve
                | Ask::Improved
                | Ask::FollowUp
                | Ask::Followed
                | Ask::AskSight
                | Ask::AnswerSight,
                Stop::Submit(_),
            ) => drawn.primary(),
            (
                Ask::Promise
                | Ask::Contact
                | Ask::Investigate
                | Ask::Propose
                | Ask::RecordAnswer
                | Ask::Submit
                | Ask::Verbal
                | Ask::SendBack
                | Ask::Execute
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
                | Ask::Note
                | Ask::Reveal
                | Ask::AskSight
                | Ask::AnswerSight,
                _,
            ) => drawn,
            (
                Ask::Track
                | Ask::FormGroup
                | Ask::Review
                | Ask::Hold
                | Ask::Improve
                | Ask::Improved
                | Ask::FollowUp
                | Ask::Followed,
                _,
            ) => drawn.link().compact(),
        };
        if self.draft.busy == Some(ask) {
            return drawn.busy().into();
        }
        match self.case.gate(env, ask) {
            Gate::Open => drawn.on_press(message).into(),
            Gate::Locked(why) => drawn.locked(why).into(),
            Gate::Absent => Space::new().into(),
        }
    }

    /// 取消.
    fn leave(env: &Env<'a>) -> Element<'a, Message> {
        button(env.texts.cancel()).quiet().on_press(Message::Left).into()
    }

    /// Why the last wish was not carried out, in place; everything typed is still there.
    pub fn trouble(&self, env: &Env<'a>, ask: Ask) -> Option<Element<'a, Message>> {
        if let Some(conflict) = self.draft.conflict.as_ref().filter(|it| it.about == ask) {
            let ways = conflict::sides(env, Message::Resolved);
            return Some(conflict.view(env, Message::DifferenceTurned, ways));
        }
        let trouble = self.draft.trouble.as_ref().filter(|it| it.ask == ask)?;
        let again = button(env.texts.retry()).compact().on_press(Message::Asked(ask));
        let title = env.texts.handling_not_done(words(env, &self.case, ask, false));
        Some(note(Note {
            tone: Tone::Late,
            icon: icon::CIRCLE_ALERT,
            title: title.into(),
            words: env.texts.refused(&trouble.refused, env.office()).into(),
            actions: vec![again.into()],
        }))
    }
}

/// One of a few is a segment, as long as it fits beside its label; people and long lists are chips.
fn in_one_row(env: &Env<'_>, options: &[(Choice, String)]) -> bool {
    let people = options.iter().any(|(it, _)| it.is_somebody());
    let taken: f32 = options.iter().map(|(_, words)| measure(words, Face::Strong) + 23.0).sum();
    let ample = super::THREE_PANES <= env.window.width;
    let rail = if env.window.width < crate::ui::env::AMPLE { 56.0 } else { 204.0 };
    let side = if ample { super::side::WIDTH } else { 0.0 };
    let room = env.window.width - rail - super::inbox::WIDTH - side - 116.0 - 56.0;
    options.len() <= 6 && !people && taken <= room
}

/// F2 to F6.
pub const QUICK_KEYS: [iced::keyboard::key::Named; QUICK.len()] = [
    iced::keyboard::key::Named::F2,
    iced::keyboard::key::Named::F3,
    iced::keyboard::key::Named::F4,
    iced::keyboard::key::Named::F5,
    iced::keyboard::key::Named::F6,
];

/// Ctrl+Enter.
pub const fn submit_key() -> Shortcut {
    Shortcut::named(iced::keyboard::key::Named::Enter).with_command()
}

/// A label and what stands right of it.
pub fn beside<'a>(
    env: &Env<'a>,
    name: &'a str,
    content: impl Into<Element<'a, Message>>,
    needed: Needed,
) -> Element<'a, Message> {
    let width = match env.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => 72.0,
        Locale::En => 116.0,
    };
    let head = container(heading(name, needed)).width(width).padding([5, 0]);
    row![head, container(content).width(Length::Fill)].spacing(8).align_y(Top).into()
}

fn heading(name: &str, needed: Needed) -> Element<'_, Message> {
    match needed {
        Needed::Yes => label_required(name),
        Needed::No => label(name).into(),
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

const fn needed(slot: Slot) -> Needed {
    match slot {
        Slot::Liable
        | Slot::Hoped
        | Slot::Amount
        | Slot::Policy
        | Slot::VerbalTime
        | Slot::AnswerWords
        | Slot::Instruction
        | Slot::Feedback
        | Slot::Unfinished
        | Slot::FollowBy
        | Slot::SightWords
        | Slot::DispatchNote => Needed::No,
        Slot::Report
        | Slot::PromiseReason
        | Slot::PauseWords
        | Slot::Note
        | Slot::Purpose
        | Slot::RemindWords
        | Slot::ConvertReason
        | Slot::ReassignReason
        | Slot::ContactWords
        | Slot::CustomerSaid
        | Slot::DepartmentSaid
        | Slot::RootCause
        | Slot::Measures
        | Slot::VerbalWords
        | Slot::ExecuteWords
        | Slot::Result
        | Slot::Effect
        | Slot::GiveBackWords
        | Slot::TransferWords
        | Slot::CloseReason
        | Slot::HeldPerson
        | Slot::HeldMeasure
        | Slot::ReviewWords
        | Slot::HeldWords
        | Slot::Problem
        | Slot::Improvement
        | Slot::ImproveBy
        | Slot::Verified
        | Slot::FollowWords
        | Slot::Outcome
        | Slot::SightReason
        | Slot::ReopenReason => Needed::Yes,
    }
}

const fn group_needed(group: Group) -> Needed {
    match group {
        // Those with a choice of their own are never missing.
        Group::Progress
        | Group::Quality
        | Group::Remedy
        | Group::Witness
        | Group::Handler
        | Group::Minutes
        | Group::Contact
        | Group::Acceptance
        | Group::Team
        | Group::Member
        | Group::Owner
        | Group::Approval => Needed::No,
        Group::Method
        | Group::Agreement
        | Group::Approver
        | Group::Return
        | Group::Pause
        | Group::Department
        | Group::Signatory
        | Group::Tracker
        | Group::Leader
        | Group::FollowKind
        | Group::Improvement
        | Group::FollowUp
        | Group::Asker
        | Group::Sight
        | Group::Into
        | Group::Code => Needed::Yes,
    }
}

const fn height(slot: Slot) -> f32 {
    match slot {
        Slot::CustomerSaid | Slot::DepartmentSaid | Slot::Measures | Slot::Result | Slot::Instruction => 72.0,
        Slot::Report
        | Slot::PromiseReason
        | Slot::Liable
        | Slot::Hoped
        | Slot::Amount
        | Slot::Policy
        | Slot::VerbalTime
        | Slot::PauseWords
        | Slot::Note
        | Slot::Purpose
        | Slot::RemindWords
        | Slot::ConvertReason
        | Slot::ReassignReason
        | Slot::ContactWords
        | Slot::RootCause
        | Slot::AnswerWords
        | Slot::VerbalWords
        | Slot::ExecuteWords
        | Slot::Effect
        | Slot::Feedback
        | Slot::Unfinished
        | Slot::GiveBackWords
        | Slot::TransferWords
        | Slot::DispatchNote
        | Slot::CloseReason
        | Slot::HeldPerson
        | Slot::HeldMeasure
        | Slot::ReviewWords
        | Slot::HeldWords
        | Slot::Problem
        | Slot::Improvement
        | Slot::ImproveBy
        | Slot::Verified
        | Slot::FollowWords
        | Slot::Outcome
        | Slot::FollowBy
        | Slot::SightReason
        | Slot::SightWords
        | Slot::ReopenReason => 52.0,
    }
}

/// The label of a text or group.
fn name(texts: &Texts, stop: Stop) -> &str {
    match stop {
        Stop::Slot(slot) => slot_name(texts, slot),
        Stop::Group(group) => group_name(texts, group),
        Stop::Submit(ask) | Stop::Foot(ask) => texts.name(ask.verb()),
        Stop::Link(_) => texts.name(Verb::Link),
        Stop::File(_) => texts.files(),
    }
}

fn slot_name(texts: &Texts, slot: Slot) -> &str {
    match slot {
        Slot::Report => texts.handling_field_progress(),
        Slot::PromiseReason
        | Slot::PauseWords
        | Slot::ReassignReason
        | Slot::GiveBackWords
        | Slot::TransferWords
        | Slot::ConvertReason
        | Slot::HeldWords
        | Slot::SightReason
        | Slot::ReopenReason => texts.handling_field_reason(),
        Slot::SightWords => texts.handling_field_sight_words(),
        Slot::Liable | Slot::HeldPerson => texts.handling_field_liable(),
        Slot::Hoped => texts.handling_field_hoped(),
        Slot::Amount => texts.handling_field_amount(),
        Slot::Policy => texts.handling_field_policy(),
        Slot::VerbalTime => texts.handling_field_time(),
        Slot::Note => texts.handling_field_note(),
        Slot::Purpose => texts.handling_field_purpose(),
        Slot::RemindWords => texts.handling_field_remind(),
        Slot::ContactWords => texts.handling_field_talk(),
        Slot::CustomerSaid => texts.handling_field_customer_said(),
        Slot::DepartmentSaid => texts.handling_field_department_said(),
        Slot::RootCause => texts.handling_field_root_cause(),
        Slot::Measures => texts.handling_field_measures(),
        Slot::AnswerWords => texts.handling_field_answer(),
        Slot::Instruction | Slot::VerbalWords => texts.handling_field_instruction(),
        Slot::ExecuteWords => texts.handling_field_executed(),
        Slot::Result => texts.handling_field_result(),
        Slot::Effect => texts.handling_field_effect(),
        Slot::Feedback => texts.handling_field_feedback(),
        Slot::Unfinished => texts.handling_field_unfinished(),
        Slot::DispatchNote => texts.handling_field_dispatch_note(),
        Slot::CloseReason => texts.handling_field_close_reason(),
        Slot::HeldMeasure => texts.handling_field_held(),
        Slot::ReviewWords => texts.handling_field_review(),
        Slot::Problem => texts.handling_field_problem(),
        Slot::Improvement => texts.handling_field_improvement(),
        Slot::ImproveBy | Slot::FollowBy => texts.handling_field_by(),
        Slot::Verified => texts.handling_field_verified(),
        Slot::FollowWords => texts.handling_field_follow(),
        Slot::Outcome => texts.handling_field_outcome(),
    }
}

fn group_name(texts: &Texts, group: Group) -> &str {
    match group {
        Group::Progress => texts.handling_field_progress(),
        Group::Minutes => texts.handling_field_minutes(),
        Group::Contact => texts.handling_field_contact(),
        Group::Method => texts.handling_field_method(),
        Group::Quality => texts.handling_field_quality(),
        Group::Remedy => texts.handling_field_remedy(),
        Group::Agreement => texts.handling_field_agreement(),
        Group::Acceptance => texts.handling_field_acceptance(),
        Group::Approval => texts.handling_field_approval(),
        Group::Approver => texts.handling_field_approver(),
        Group::Witness => texts.handling_field_witness(),
        Group::Return | Group::Pause => texts.handling_field_why(),
        Group::Department => texts.handling_field_department(),
        Group::Handler => texts.handling_field_handler(),
        Group::Signatory => texts.handling_field_signatory(),
        Group::Code => texts.handling_field_code(),
        Group::Tracker => texts.handling_field_tracker(),
        Group::Team => texts.handling_field_team(),
        Group::Leader => texts.handling_field_leader(),
        Group::Member => texts.handling_field_members(),
        Group::Owner => texts.handling_field_owner(),
        Group::FollowKind => texts.handling_field_follow_kind(),
        Group::Improvement | Group::FollowUp => texts.handling_field_which(),
        Group::Asker => texts.handling_field_asker(),
        Group::Sight => texts.handling_field_sight(),
        Group::Into => texts.handling_field_into(),
    }
}

fn placeholder(texts: &Texts, slot: Slot) -> &str {
    match slot {
        Slot::Report => texts.handling_hint_report(),
        Slot::VerbalTime => texts.handling_hint_time(),
        Slot::Note => texts.handling_hint_note(),
        Slot::Instruction => texts.handling_hint_instruction(),
        Slot::Unfinished => texts.handling_hint_unfinished(),
        Slot::Purpose => texts.handling_hint_purpose(),
        Slot::Amount => texts.handling_hint_amount(),
        Slot::ImproveBy => texts.handling_hint_by(),
        Slot::FollowBy => texts.handling_hint_follow_by(),
        Slot::HeldMeasure => texts.handling_hint_held(),
        Slot::SightReason => texts.handling_hint_sight(),
        Slot::SightWords => texts.handling_hint_sight_words(),
        Slot::PromiseReason
        | Slot::Liable
        | Slot::Hoped
        | Slot::Policy
        | Slot::PauseWords
        | Slot::RemindWords
        | Slot::ConvertReason
        | Slot::ReassignReason
        | Slot::ContactWords
        | Slot::CustomerSaid
        | Slot::DepartmentSaid
        | Slot::RootCause
        | Slot::Measures
        | Slot::AnswerWords
        | Slot::VerbalWords
        | Slot::ExecuteWords
        | Slot::Result
        | Slot::Effect
        | Slot::Feedback
        | Slot::GiveBackWords
        | Slot::TransferWords
        | Slot::DispatchNote
        | Slot::CloseReason
        | Slot::HeldPerson
        | Slot::ReviewWords
        | Slot::HeldWords
        | Slot::Problem
        | Slot::Improvement
        | Slot::Verified
        | Slot::FollowWords
        | Slot::Outcome
        | Slot::ReopenReason => "",
    }
}

fn tone(choice: Choice) -> Tone {
    match choice {
        Choice::Agreement(Agreement::Agreed) => Tone::Success,
        Choice::Agreement(Agreement::Refused) => Tone::Late,
        Choice::Progress(
            Progress::Contacted
            | Progress::Investigating
            | Progress::WaitingForDepartment
            | Progress::PlanDrafted
            | Progress::Executed
            | Progress::Other,
        )
        | Choice::Contact(
            ContactMethod::Phone
            | ContactMethod::Message
            | ContactMethod::Mail
            | ContactMethod::Chat
            | ContactMethod::Visit,
        )
        | Choice::Minutes(_)
        | Choice::Method(_)
        | Choice::Quality(_)
        | Choice::Remedy(_)
        | Choice::Acceptance(_)
        | Choice::Approval(_)
        | Choice::Approver(_)
        | Choice::Witness(_)
        | Choice::Return(_)
        | Choice::Pause(_)
        | Choice::Department(_)
        | Choice::Handler(_)
        | Choice::Signatory(_)
        | Choice::Tracker(_)
        | Choice::Team(_)
        | Choice::Leader(_)
        | Choice::Member(_)
        | Choice::Owner(_)
        | Choice::FollowKind(_)
        | Choice::Improvement(_)
        | Choice::FollowUp(_)
        | Choice::Asker(_)
        | Choice::Shown(_)
        | Choice::NotShown
        | Choice::Into(_)
        | Choice::Code(_) => Tone::Accent,
    }
}

/// What a button says; `…` where a form follows.
pub fn words(env: &Env<'_>, case: &Case<'_>, ask: Ask, opens: bool) -> String {
    let texts = env.texts;
    let verb = match ask {
        Ask::Approve => {
            let version = case.order.and_then(|it| it.plan()).map_or(1, |it| it.version);
            return texts.handling_approve_version(version);
        }
        Ask::Contact => texts.handling_save_contact(),
        Ask::Investigate => texts.handling_save_investigation(),
        Ask::Propose => texts.handling_save_plan(),
        Ask::RecordAnswer => texts.handling_save_answer(),
        Ask::Close if !opens => texts.handling_close_confirm(),
        Ask::Dispatch => texts.handling_next_round(),
        Ask::AskSight if opens => texts.handling_ask_sight(),
        Ask::AskSight => texts.handling_send_sight(),
        Ask::AnswerSight => texts.handling_answer_sight(),
        Ask::Accept
        | Ask::Report
        | Ask::Promise
        | Ask::Submit
        | Ask::Verbal
        | Ask::SendBack
        | Ask::Execute
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
        | Ask::Close
        | Ask::Reopen
        | Ask::Archive
        | Ask::Note
        | Ask::Track
        | Ask::FormGroup
        | Ask::Review
        | Ask::Hold
        | Ask::Improve
        | Ask::Improved
        | Ask::FollowUp
        | Ask::Followed
        | Ask::Reveal => texts.name(ask.verb()),
    };
    if opens && !matches!(ask, Ask::Execute | Ask::HandIn) { format!("{verb}…") } else { verb.to_owned() }
}

/// The icon of a button.
#[must_use]
pub const fn sign(ask: Ask) -> Icon {
    match ask {
        Ask::Accept | Ask::Track => icon::USER_CHECK,
        Ask::Report => icon::MESSAGE_SQUARE_TEXT,
        Ask::Promise => icon::TIMER,
        Ask::Contact => icon::PHONE,
        Ask::Investigate | Ask::Improved | Ask::Followed => icon::CHECK,
        Ask::Propose => icon::GIT_BRANCH,
        Ask::RecordAnswer => icon::MESSAGE_CIRCLE,
        Ask::Submit | Ask::Approve => icon::STAMP,
        Ask::Verbal => icon::MIC,
        Ask::SendBack | Ask::GiveBack | Ask::HandIn => icon::UNDO_2,
        Ask::Execute => icon::WRENCH,
        Ask::Transfer | Ask::Forward => icon::ROUTE,
        Ask::Pause => icon::CIRCLE_PAUSE,
        Ask::Resume => icon::PLAY,
        Ask::Reassign => icon::USER,
        Ask::Remind => icon::BELL_RING,
        Ask::Convert => icon::SPLIT,
        Ask::Merge => icon::MERGE,
        Ask::Dispatch => icon::SEND,
        Ask::Close => icon::CIRCLE_CHECK,
        Ask::Reopen => icon::REPEAT_2,
        Ask::Archive => icon::ARCHIVE,
        Ask::Note => icon::LOCK,
        Ask::Reveal | Ask::AskSight | Ask::AnswerSight => icon::EYE,
        Ask::FormGroup => icon::USERS,
        Ask::Review => icon::SEARCH,
        Ask::Hold => icon::SCALE,
        Ask::Improve => icon::TRENDING_UP,
        Ask::FollowUp => icon::CALENDAR_CLOCK,
    }
}
