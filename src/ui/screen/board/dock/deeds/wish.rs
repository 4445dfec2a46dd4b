//! From a deed as it was typed to what is asked of the desk.

use super::super::Wish;
use super::{Deed, Kind, Task};
use crate::domain::complaint::words::{Assignment, Communication, Duty, Meeting};
use crate::domain::complaint::{Command, Complaint};
use crate::domain::id::{DepartmentId, OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::text::{Line, Prose};
use crate::ui::env::Env;
use crate::ui::part::case_words;
use crate::ui::part::typed_time::{self, Lean};

impl Deed {
    /// What is still missing, in words.
    pub(in super::super) fn missing<'a>(&self, env: &Env<'a>) -> Option<&'a str> {
        let texts = env.texts;
        let no_words = Prose::new(&self.words.text()).is_err();
        let no_line = Line::new(&self.line).is_err();
        match self.kind {
            Kind::GiveBack if self.reason.is_none() => Some(texts.board_missing_return_reason()),
            Kind::Transfer if self.department.is_none() => Some(texts.board_missing_target()),
            Kind::Reassign | Kind::AssignTracking if self.people.is_empty() => Some(texts.board_missing_person()),
            Kind::Assist if self.people == self.first => Some(texts.board_missing_assistants()),
            Kind::Communicate if no_line => Some(texts.board_missing_with()),
            Kind::Meet if moment(env, &self.when, Lean::Past).is_none() => Some(texts.board_missing_when()),
            Kind::Meet if self.people.is_empty() => Some(texts.board_missing_attendees()),
            Kind::Meet if self.duties.is_empty() => Some(texts.board_missing_duties()),
            Kind::Meet => self
                .duties
                .iter()
                .any(|it| Line::new(&it.words).is_err() || moment(env, &it.due, Lean::Future).is_none())
                .then(|| texts.board_missing_duty()),
            Kind::Reassign | Kind::Remind => no_line.then(|| texts.board_missing_line()),
            Kind::Assist | Kind::AssignTracking | Kind::Supervise => None,
            Kind::GiveBack | Kind::Transfer | Kind::Communicate | Kind::Escalate | Kind::Review | Kind::Note => {
                no_words.then(|| texts.board_missing_said())
            }
        }
    }

    /// The command, and what is said when it is done.
    pub(in super::super) fn wish(&self, env: &Env<'_>, complaint: &Complaint) -> Option<Wish> {
        let texts = env.texts;
        let number = complaint.id.short();
        let prose = || Prose::new(&self.words.text()).ok();
        let line = || Line::new(&self.line).ok();
        let person = |id: PersonId| texts.person(env.office(), id);
        let names = |all: &[PersonId]| texts.list(all.iter().map(|it| person(*it)));
        let department = |id: DepartmentId| case_words::department(env, id);
        let of = |order: Option<OrderNo>| {
            order.and_then(|it| complaint.order(it)).map(|it| department(it.department)).unwrap_or_default()
        };
        let (command, said) = match self.kind {
            Kind::GiveBack => {
                let (order, reason, words) = (self.order?, self.reason?, prose()?);
                (Command::GiveBack { order, reason, words }, texts.board_given_back(number, texts.name(reason)))
            }
            Kind::Transfer => {
                let to = self.department?;
                let handler = self.people.first().copied();
                let to_whom = Assignment { department: to, handler, assistants: Vec::new() };
                let command = Command::Transfer { order: self.order?, to: to_whom, reason: prose()? };
                (command, texts.board_transferred(department(to), number))
            }
            Kind::Reassign => {
                let handler = *self.people.first()?;
                let command = Command::Reassign { order: self.order?, handler, reason: line()? };
                (command, texts.board_reassigned(number, person(handler)))
            }
            Kind::Assist => {
                let command = Command::Assist { order: self.order?, assistants: self.people.clone() };
                (command, texts.board_assisted(names(&self.people), number))
            }
            Kind::Remind => {
                (Command::Remind { order: self.order?, words: line()? }, texts.board_reminded(number, of(self.order)))
            }
            Kind::Supervise => {
                let command = Command::Supervise { order: self.order?, words: line() };
                (command, texts.board_supervised(of(self.order), number))
            }
            Kind::Communicate => {
                let (with, method, words) = (line()?, self.method, prose()?);
                let said = texts.board_communicated(number, with.to_string());
                (Command::Communicate(Communication { with, method, words, visibility: self.visibility }), said)
            }
            Kind::Meet => {
                let command = Command::Meet(self.meeting(env)?);
                (command, texts.board_met(self.duties.len(), number))
            }
            Kind::Escalate => (Command::Escalate { reason: prose()? }, texts.board_escalated(number)),
            Kind::AssignTracking => {
                let person = *self.people.first()?;
                let name = texts.person(env.office(), person);
                let said = match self.trackers.iter().filter(|it| **it != person).count() {
                    0 | 1 => texts.board_tracked(name, number),
                    several => texts.board_tracked_all(several, name),
                };
                (Command::AssignTracking { person }, said)
            }
            Kind::Review => (Command::Review { words: prose()? }, texts.board_reviewed(number)),
            Kind::Note => (Command::Note { words: prose()? }, texts.board_noted(number)),
        };
        Some(Wish { commands: vec![command], said })
    }

    fn meeting(&self, env: &Env<'_>) -> Option<Meeting> {
        let duty = |it: &Task| {
            let (words, due) = (Line::new(&it.words).ok()?, moment(env, &it.due, Lean::Future)?);
            Some(Duty { department: it.department, words, due })
        };
        let duties = self.duties.iter().map(duty).collect::<Option<Vec<Duty>>>()?;
        let held = moment(env, &self.when, Lean::Past)?;
        Some(Meeting { held, attendees: self.people.clone(), duties, words: Prose::new(&self.words.text()).ok() })
    }
}

/// An instant as it was typed.
pub(in super::super) fn moment(env: &Env<'_>, typed: &str, lean: Lean) -> Option<Moment> {
    let local = typed_time::read(env.texts, typed, env.local_now(), lean)?;
    Some(env.calendar().moment(local))
}
