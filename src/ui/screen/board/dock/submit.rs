//! From what was typed to what is asked of the desk.

use super::forms::{Dispatch, Exempt, Judge, Recall, Reply};
use super::targets::Pick;
use super::{Dock, Outcome, Sending, Wish, Work};
use crate::domain::complaint::words::{Assignment, Judgement, Reply as Replied};
use crate::domain::complaint::{Command, Complaint};
use crate::domain::id::OrderNo;
use crate::domain::text::{Line, Prose};
use crate::ui::env::Env;
use crate::ui::part::case_words;

impl Dock {
    /// What is still missing, in words; `None`: it can be done.
    pub(super) fn missing<'a>(&self, env: &Env<'a>) -> Option<&'a str> {
        let texts = env.texts;
        match &self.work {
            Work::Dispatch(it) | Work::Forward(_, it) => it.chosen.is_empty().then(|| texts.board_missing_target()),
            Work::Judge(it) if it.validity.is_none() => Some(texts.board_missing_validity()),
            Work::Judge(it) => Prose::new(&it.words.text()).is_err().then(|| texts.board_missing_reason()),
            Work::Reply(it) if Prose::new(&it.words.text()).is_err() => Some(texts.board_missing_words()),
            Work::Reply(it) => it.outcome.is_none().then(|| texts.board_missing_outcome()),
            Work::Exempt(it) if it.clock.is_none() => Some(texts.board_missing_clock()),
            Work::Exempt(it) if it.reason.is_none() => Some(texts.board_missing_exemption()),
            Work::Exempt(it) => Line::new(&it.line).is_err().then(|| texts.board_missing_line()),
            Work::Recall(it) => Line::new(&it.line).is_err().then(|| texts.board_missing_line()),
            Work::Deed(it) => it.missing(env),
            Work::Look => None,
        }
    }

    pub(super) fn submit(&mut self, env: &Env<'_>) -> Outcome {
        if self.sending != Sending::Idle || self.missing(env).is_some() {
            return Outcome::Nothing;
        }
        let Some(complaint) = env.books.complaint(self.id) else { return Outcome::Nothing };
        let wish = match &self.work {
            Work::Dispatch(it) => dispatch(env, (complaint, self.all().count()), it),
            Work::Forward(order, it) => forward(env, complaint, (*order, it)),
            Work::Judge(it) => judge(env, complaint, it),
            Work::Reply(it) => reply(env, complaint, it),
            Work::Exempt(it) => exempt(env, complaint, it),
            Work::Recall(it) => recall(env, complaint, it),
            Work::Deed(it) => it.wish(env, complaint),
            Work::Look => None,
        };
        match wish {
            None => Outcome::Nothing,
            Some(wish) => {
                self.sending = Sending::Waiting;
                self.trouble = None;
                Outcome::Send(wish)
            }
        }
    }
}

fn assignment(pick: Pick) -> Assignment {
    Assignment { department: pick.department, handler: pick.handler, assistants: Vec::new() }
}

/// 苏禾（质检部）, or the department.
fn target(env: &Env<'_>, pick: Pick) -> String {
    let department = case_words::department(env, pick.department);
    match pick.handler {
        Some(it) => env.texts.board_person_of(department, env.texts.person(env.office(), it)),
        None => department.to_owned(),
    }
}

fn dispatch(env: &Env<'_>, (complaint, count): (&Complaint, usize), form: &Dispatch) -> Option<Wish> {
    let to: Vec<Assignment> = form.chosen.iter().map(|it| assignment(*it)).collect();
    let note = if form.note.trim().is_empty() { None } else { Some(Prose::new(&form.note).ok()?) };
    let names = env.texts.list(form.chosen.iter().map(|it| target(env, *it)));
    let used = env.calendar().worked(complaint.registered.at, env.now);
    let said = if 1 < count {
        env.texts.board_dispatched_all(count, names)
    } else if complaint.dispatched.is_none() {
        env.texts.board_dispatched_in(names, complaint.id.short(), env.texts.span(used))
    } else {
        env.texts.board_dispatched(names, complaint.id.short())
    };
    Some(Wish { commands: vec![Command::Dispatch { to, note }], said })
}

fn forward(env: &Env<'_>, complaint: &Complaint, (order, form): (OrderNo, &Dispatch)) -> Option<Wish> {
    let pick = *form.chosen.first()?;
    let said = env.texts.board_forwarded(target(env, pick), complaint.id.short());
    Some(Wish { commands: vec![Command::Forward { order, to: assignment(pick) }], said })
}

fn judge(env: &Env<'_>, complaint: &Complaint, form: &Judge) -> Option<Wish> {
    let validity = form.validity?;
    let reason = Prose::new(&form.words.text()).ok()?;
    let said = env.texts.board_judged(complaint.id.short(), env.texts.name(validity));
    Some(Wish { commands: vec![Command::Judge(Judgement { validity, reason })], said })
}

fn reply(env: &Env<'_>, complaint: &Complaint, form: &Reply) -> Option<Wish> {
    let words = Prose::new(&form.words.text()).ok()?;
    let outcome = form.outcome?;
    let said = env.texts.board_replied(complaint.id.short(), env.texts.name(outcome));
    Some(Wish { commands: vec![Command::Reply(Replied { words, method: form.method, outcome })], said })
}

fn exempt(env: &Env<'_>, complaint: &Complaint, form: &Exempt) -> Option<Wish> {
    let (clock, reason) = (form.clock?, form.reason?);
    let words = Line::new(&form.line).ok()?;
    let said = env.texts.board_exempted(env.texts.name(clock.name), complaint.id.short(), env.texts.name(reason));
    Some(Wish { commands: vec![Command::Exempt { clock, reason, words }], said })
}

fn recall(env: &Env<'_>, complaint: &Complaint, form: &Recall) -> Option<Wish> {
    let reason = Line::new(&form.line).ok()?;
    let department =
        complaint.order(form.order).map(|it| case_words::department(env, it.department)).unwrap_or_default();
    let said = env.texts.board_recalled(department, complaint.id.short());
    Some(Wish { commands: vec![Command::Recall { order: form.order, reason }], said })
}
