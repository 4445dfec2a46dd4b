//! What the board asks of the desk, and what it says when the answer comes.

use super::dock::{self, Dock};
use super::{Message, State, Trouble};
use crate::app::{Done, Refused, Request};
use crate::books::View;
use crate::domain::complaint::{Command, OrderStage, Verb, may};
use crate::domain::id::{ComplaintId, OrderNo};
use crate::domain::moment::Moment;
use crate::domain::text::Line;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::screen::{self, Action, Said};

/// What was sent, and what to say when it is done.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Which complaint.
    pub(super) id: ComplaintId,
    said: String,
    undo: Undo,
    from: From,
}

/// Whether what was done can be taken back from the toast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undo {
    /// 撤回派单.
    Recall,
    /// It cannot.
    No,
}

/// Where it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// In the dock.
    Dock,
    /// On a card or a toast.
    Board,
}

/// Who can be reminded, and in which words.
#[derive(Debug, Clone)]
pub(crate) struct Reminder {
    /// Which work order.
    pub(crate) order: OrderNo,
    /// What they read.
    pub(crate) words: Line,
    /// What the toast says.
    pub(crate) said: String,
}

/// The reminder to whoever has the most urgent work order of a complaint; `None`: nobody can be reminded by this
/// viewer.
#[must_use]
pub(crate) fn reminder(env: &Env<'_>, id: ComplaintId) -> Option<Reminder> {
    let complaint = env.books.complaint(id)?;
    let card = env.books.card(View { viewer: env.me, now: env.now }, complaint)?;
    let urgent = card.clock.and_then(|it| it.clock.key.order).filter(|it| complaint.order(*it).is_some());
    let open = complaint.current_orders().filter(|it| it.stage.is_open()).map(|it| it.no);
    let order =
        urgent.into_iter().chain(open).find(|it| may(&env.ctx(), complaint, Verb::Remind, Some(*it)).is_ok())?;
    let clock = card.clock.map(|it| {
        let name = env.texts.name(it.clock.key.name);
        format!("{name} {}", env.texts.clock_words(it.clock, env.calendar(), env.now))
    });
    let words =
        env.texts.board_reminder(clock.unwrap_or_else(|| env.texts.name(complaint.stage).to_owned()), id.short());
    let work = complaint.order(order)?;
    let to = match (work.stage, work.via, work.handler) {
        (OrderStage::ToForward, Some(via), _) => env.texts.person(env.office(), via),
        (_, _, Some(handler)) => env.texts.person(env.office(), handler),
        (_, _, None) => crate::ui::part::case_words::department(env, work.department).to_owned(),
    };
    Some(Reminder { order, words: Line::new(&words).ok()?, said: env.texts.board_reminded(id.short(), to) })
}

impl State {
    pub(super) fn remind(env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let Some(it) = reminder(env, id) else { return Effect::none() };
        let command = Command::Remind { order: it.order, words: it.words };
        let sent = Sent { id, said: it.said, undo: Undo::No, from: From::Board };
        send(env, sent, vec![command])
    }

    /// 撤销 on the toast of a dispatch: what went out at that instant comes back, as long as nobody accepted it.
    pub(super) fn take_back(env: &Env<'_>, id: ComplaintId, at: Moment) -> Effect<Message, Action> {
        let Some(complaint) = env.books.complaint(id) else { return Effect::none() };
        let Ok(reason) = Line::new(env.texts.board_taken_back_reason()) else { return Effect::none() };
        let sent_then = complaint.orders.iter().filter(|it| it.dispatched.at == at && it.dispatched.by == env.me);
        let commands: Vec<Command> =
            sent_then.map(|it| Command::Recall { order: it.no, reason: reason.clone() }).collect();
        let said = env.texts.board_taken_back(id.short());
        let sent = Sent { id, said, undo: Undo::No, from: From::Board };
        send(env, sent, commands)
    }

    pub(super) fn open_dock(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        self.cursor = Some(id);
        self.menu = None;
        self.dock = env.books.complaint(id).map(|complaint| Dock::open(env, complaint));
        let revealed = self.reveal(env);
        revealed.and_task(self.ring.leave())
    }

    pub(super) fn in_dock(&mut self, env: &Env<'_>, message: dock::Message) -> Effect<Message, Action> {
        let Some(dock) = &mut self.dock else { return Effect::none() };
        let (id, outcome) = (dock.id(), dock.update(env, message));
        match outcome {
            dock::Outcome::Nothing => Effect::none(),
            dock::Outcome::Focus(task) => Effect::task(task.map(Message::Dock)),
            dock::Outcome::Close => {
                self.dock = None;
                Effect::none()
            }
            dock::Outcome::Go => Effect::action(Action::Show(screen::Place::Handling, id)),
            dock::Outcome::Send(wish) => {
                let undo = if wish.dispatches() { Undo::Recall } else { Undo::No };
                let sent = Sent { id, said: wish.said, undo, from: From::Dock };
                send(env, sent, wish.commands)
            }
        }
    }

    pub(super) fn acted(
        &mut self,
        env: &Env<'_>,
        sent: Sent,
        outcome: Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        let dock = self.dock.as_mut().filter(|it| sent.from == From::Dock && it.id() == sent.id);
        match outcome {
            Ok(done) => {
                if let Some(dock) = dock
                    && dock.done(env, &done) == dock::Then::Close
                {
                    self.dock = None;
                }
                if self.trouble.as_ref().is_some_and(|it| it.id == sent.id) {
                    self.trouble = None;
                }
                let undo = match sent.undo {
                    Undo::Recall => Some(Box::new(screen::Message::Board(Message::TakenBack(sent.id, done.at)))),
                    Undo::No => None,
                };
                Effect::action(Action::Say(Said { words: sent.said, undo }))
            }
            Err(refused) => {
                match dock {
                    Some(dock) => dock.refused(refused),
                    None => self.trouble = Some(Trouble { id: sent.id, refused }),
                }
                Effect::none()
            }
        }
    }
}

fn send(env: &Env<'_>, sent: Sent, commands: Vec<Command>) -> Effect<Message, Action> {
    let mut commands = commands.into_iter();
    let Some(first) = commands.next() else { return Effect::none() };
    let request = commands.fold(Request::complaint(env.me, sent.id, first), Request::then);
    // Decided on what this desk has seen: what somebody else did meanwhile is told, not overwritten.
    let request = match env.books.complaint(sent.id) {
        Some(complaint) => request.seen(complaint.version),
        None => request,
    };
    Effect::perform(env.desk.act(request), move |outcome| Message::Acted(sent, Box::new(outcome)))
}
