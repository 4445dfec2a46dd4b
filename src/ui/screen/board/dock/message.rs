//! What somebody did in the dock, and whose work each of it is.

use iced::{widget::Id, widget::text_editor};

use super::targets::Pick;
use super::{Change, Dock, Outcome};
use crate::domain::clock::ClockKey;
use crate::domain::complaint::terms::{ContactMethod, ExemptionReason, Validity};
use crate::domain::complaint::words::ReplyOutcome;
use crate::domain::id::{DepartmentId, OrderNo, PersonId};
use crate::ui::env::Env;
use crate::ui::part::form::Step;

/// What somebody did in the dock.
#[derive(Debug, Clone)]
pub enum Message {
    /// Closed it.
    Closed,
    /// Went to the case.
    CaseAsked,
    /// Typed into the search.
    QueryTyped(String),
    /// Began to type a name.
    LetterTyped(char),
    /// Took a target.
    TargetTaken(DepartmentId, Option<PersonId>),
    /// Took the target with this number, from 0.
    TargetNumbered(usize),
    /// A card is carried over the target with this number.
    TargetEntered(usize),
    /// It was carried away from there.
    TargetLeft(usize),
    /// It was let go there.
    TargetDropped(usize),
    /// Took the next or previous target.
    TargetStepped(Step),
    /// Chose who of a department handles it.
    HandlerChosen(DepartmentId, Option<PersonId>),
    /// Wants several departments, or one again.
    SeveralToggled,
    /// Typed a note.
    NoteTyped(String),
    /// Judged.
    ValidityChosen(Validity),
    /// Edited the reason or the reply.
    Edited(text_editor::Action),
    /// Chose how the customer was answered.
    MethodChosen(ContactMethod),
    /// Chose how the customer took it.
    OutcomeChosen(ReplyOutcome),
    /// Chose the clock that is exempted.
    ClockChosen(ClockKey),
    /// Chose why.
    ReasonChosen(ExemptionReason),
    /// Typed why.
    LineTyped(String),
    /// Chose or typed something for a deed.
    DeedChanged(Change),
    /// 暂时派不了….
    ExemptAsked,
    /// 撤回….
    RecallAsked(OrderNo),
    /// Back to the work that is due.
    Returned,
    /// Do it.
    Submitted,
    /// Tab, and which field has the focus.
    Stepped(Step, Option<Id>),
    /// Left a field.
    FieldLeft,
}

impl Dock {
    pub(in super::super) fn update(&mut self, env: &Env<'_>, message: Message) -> Outcome {
        match message {
            Message::Closed => return Outcome::Close,
            Message::CaseAsked => return Outcome::Go,
            Message::QueryTyped(query) => self.search(env, query),
            Message::LetterTyped(letter) => return self.begin_search(letter),
            Message::TargetTaken(department, handler) => self.take(env, Pick { department, handler }),
            Message::TargetNumbered(index) => self.take_numbered(env, index),
            Message::TargetEntered(index) => self.hot = Some(index),
            Message::TargetLeft(index) => self.hot = self.hot.filter(|it| *it != index),
            Message::TargetDropped(index) => return self.drop_on(env, index),
            Message::TargetStepped(step) => return self.step_target(env, step),
            Message::HandlerChosen(department, handler) => self.choose_handler(Pick { department, handler }),
            Message::SeveralToggled => self.toggle_several(),
            Message::NoteTyped(note) => self.note(env, note),
            Message::ValidityChosen(validity) => self.judge(validity),
            Message::Edited(action) => self.edit(action),
            Message::MethodChosen(method) => self.choose_method(method),
            Message::OutcomeChosen(outcome) => self.choose_outcome(outcome),
            Message::ClockChosen(clock) => self.choose_clock(clock),
            Message::ReasonChosen(reason) => self.choose_reason(reason),
            Message::LineTyped(line) => self.type_line(env, line),
            Message::DeedChanged(change) => self.change_deed(env, change),
            Message::ExemptAsked => return self.ask_exemption(env),
            Message::RecallAsked(order) => return self.ask_recall(order),
            Message::Returned => self.return_to_due(env),
            Message::Submitted => return self.submit(env),
            Message::Stepped(step, id) => return self.step(env, step, id.as_ref()),
            Message::FieldLeft => return Outcome::Focus(self.ring.leave()),
        }
        Outcome::Nothing
    }
}
