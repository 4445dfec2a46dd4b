//! Sending the form, and what the log answers.

use super::form::{Helper, Sending, Way};
use super::stop::Stop;
use super::{Message, State, Trouble};
use crate::app::{Done, Refused, Request};
use crate::domain::complaint::Command;
use crate::domain::id::{ComplaintId, OrderNo};
use crate::domain::office::Route;
use crate::domain::text::Line;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::screen;
use crate::ui::screen::{Action, Said};
use crate::ui::ticket::Ticket;
use iced::Task;

/// Sending.
impl State {
    pub(super) fn send(&mut self, env: &Env<'_>, sending: Sending) -> Effect<Message, Action> {
        if self.sent.is_some() {
            return Effect::none();
        }
        // A further call has one way only.
        let sending = if self.form.way() == Way::Merge { Sending::Whole(Way::Merge) } else { sending };
        self.take_typed(env);
        if let Some(at) = self.ring.at() {
            self.form.settle(env, at);
        }
        if let Some(gap) = self.gaps(env, sending).first().copied() {
            self.tried = true;
            self.show_stop(gap);
            return self.go(env, gap).into();
        }
        match self.form.request(env, sending) {
            Some(request) => {
                let request = request.of(self.press());
                self.carry_out(env, request, sending)
            }
            None => Effect::none(),
        }
    }

    pub(super) fn carry_out(&mut self, env: &Env<'_>, request: Request, sending: Sending) -> Effect<Message, Action> {
        let ticket = self.tickets.draw();
        self.sent = Some(sending);
        self.trouble = None;
        let kept = request.clone();
        Effect::perform(env.desk.act(request), move |outcome| Message::Acted(ticket, Box::new((kept, outcome))))
    }

    /// The very same press: were it written after all, it is not written twice.
    pub(super) fn retry(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        match self.trouble.take() {
            Some(trouble) => self.carry_out(env, trouble.request, trouble.sending),
            None => Effect::none(),
        }
    }

    pub(super) fn acted(
        &mut self,
        env: &Env<'_>,
        ticket: Ticket,
        (request, outcome): (Request, Result<Done, Refused>),
    ) -> Effect<Message, Action> {
        let Some(sending) = self.sent.take_if(|_| self.tickets.is_current(ticket)) else { return Effect::none() };
        match outcome {
            Ok(done) => {
                let again = done.receipt.repeated && self.trouble.is_none();
                let said = done.complaint().map(|id| {
                    // The draft of a press that came through before the program was cut off.
                    let before = || Said { words: env.texts.intake_said_before(id.short()), undo: None };
                    if again { before() } else { self.said(env, id, sending) }
                });
                let gone = self.draft_sent();
                self.start_anew(env);
                let focus = Task::batch([gone, self.go(env, Stop::Phone)]);
                match said {
                    Some(said) => Effect::task(focus).and_action(Action::Say(said)),
                    None => Effect::task(focus),
                }
            }
            Err(refused) => {
                self.trouble = Some(Trouble { refused, request, sending });
                Effect::none()
            }
        }
    }

    /// Verb, object, result; a dispatch can be taken back until it is accepted.
    pub(super) fn said(&self, env: &Env<'_>, id: ComplaintId, sending: Sending) -> Said {
        let (texts, number) = (env.texts, id.short());
        match sending {
            Sending::RegisterOnly => Said { words: texts.intake_said_registered(number), undo: None },
            Sending::Whole(Way::Reply) => Said { words: texts.intake_said_replied(number), undo: None },
            Sending::Whole(Way::Solve) => Said { words: texts.intake_said_solved(number), undo: None },
            Sending::Whole(Way::Merge) => {
                let into = self.form.merges_into().map(ComplaintId::short).unwrap_or_default();
                let undo = Some(Box::new(screen::Message::Intake(Message::UnmergeAsked(id))));
                Said { words: texts.intake_said_merged(into, number), undo }
            }
            Sending::Whole(Way::Dispatch) => {
                let orders = self.form.helpers.iter().filter(|it| matches!(it, Helper::Department(_))).count();
                let orders = u16::try_from(orders).unwrap_or_default() + 1;
                let undo = Message::RecallAsked(id, orders);
                Said {
                    words: texts.intake_said_dispatched(number, self.recipient(env)),
                    undo: Some(Box::new(screen::Message::Intake(undo))),
                }
            }
        }
    }

    /// 苏禾（质检部）; where a manager passes it on, that manager.
    pub(super) fn recipient(&self, env: &Env<'_>) -> String {
        let office = env.office();
        let department = self.form.department.and_then(|it| office.department(it)).map(|it| it.name.as_str());
        let department = department.unwrap_or_default();
        let via = self.form.category.map(|it| office.responsible(it).route);
        let person = match via {
            Some(Route::ViaManager(it)) if it != env.me && self.form.handler != Some(it) => Some(it),
            Some(Route::ViaManager(_) | Route::Direct) | None => self.form.handler,
        };
        match person {
            Some(person) => env.texts.intake_recipient(department, env.texts.person(office, person)),
            None => department.to_owned(),
        }
    }

    pub(super) fn recall(env: &Env<'_>, id: ComplaintId, orders: u16) -> Effect<Message, Action> {
        let Ok(reason) = Line::new(env.texts.intake_recall_reason()) else { return Effect::none() };
        let command = |no| Command::Recall { order: OrderNo(no), reason: reason.clone() };
        let request =
            (2..=orders).fold(Request::complaint(env.me, id, command(1)), |request, no| request.then(command(no)));
        Effect::perform(env.desk.act(request), move |outcome| Message::Recalled(id, outcome))
    }

    pub(super) fn unmerge(env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let request = Request::complaint(env.me, id, Command::Unmerge);
        Effect::perform(env.desk.act(request), move |outcome| Message::Unmerged(id, outcome))
    }

    pub(super) fn unmerged(env: &Env<'_>, id: ComplaintId, outcome: &Result<Done, Refused>) -> Effect<Message, Action> {
        let words = match outcome {
            Ok(_) => env.texts.intake_said_unmerged(id.short()),
            Err(refused) => env.texts.refused(refused, env.office()),
        };
        Effect::action(Action::Say(Said { words, undo: None }))
    }

    pub(super) fn recalled(env: &Env<'_>, id: ComplaintId, outcome: &Result<Done, Refused>) -> Effect<Message, Action> {
        let words = match outcome {
            Ok(_) => env.texts.intake_said_recalled(id.short()),
            Err(refused) => env.texts.intake_not_recalled(id.short(), env.texts.refused(refused, env.office())),
        };
        Effect::action(Action::Say(Said { words, undo: None }))
    }
}
