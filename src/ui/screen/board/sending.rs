//! What the board asks of the desk, and what it says when the answer comes.

use super::dock::{self, Dock, Purpose};
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
    /// Whom.
    pub(crate) whom: String,
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
    let said = env.texts.board_reminded(id.short(), to.as_str());
    Some(Reminder { order, words: Line::new(&words).ok()?, said, whom: to })
}

impl State {
    pub(super) fn remind(env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let Some(it) = reminder(env, id) else { return Effect::none() };
        let command = Command::Remind { order: it.order, words: it.words };
        let sent = Sent { id, said: it.said, undo: Undo::No, from: From::Board };
        send(env, sent, vec![command])
    }

    /// 撤销 on the toast of a dispatch: what went out at that instant comes back, as long as nobody accepted it.
    pub(super) fn take_back(env: &Env<'_>, what: &[(ComplaintId, Moment)]) -> Effect<Message, Action> {
        let requests = what.iter().filter_map(|(id, at)| Some((*id, recall(env, *id, *at)?)));
        let requests: Vec<(ComplaintId, Request)> = requests.collect();
        let said = match requests.as_slice() {
            [(id, _)] => env.texts.board_taken_back(id.short()),
            all => env.texts.board_taken_back_all(all.len()),
        };
        send_all(env, Batch { said, undo: Undo::No }, requests)
    }

    pub(super) fn open_dock(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        self.open_dock_for(env, id, Purpose::Due)
    }

    /// The dock for one verb.
    pub(super) fn open_dock_for(
        &mut self,
        env: &Env<'_>,
        id: ComplaintId,
        purpose: Purpose,
    ) -> Effect<Message, Action> {
        self.cursor = Some(id);
        self.menu = None;
        self.exemptions = super::exemptions::Panel::Closed;
        let left = self.ring.leave();
        let opened = env.books.complaint(id).map(|complaint| Dock::open_for(env, complaint, purpose));
        let (dock, focus) = opened.map_or((None, iced::Task::none()), |(dock, focus)| (Some(dock), focus));
        self.dock = dock;
        self.reveal(env).and_task(left.chain(focus.map(Message::Dock)))
    }

    /// The dock for several to which the same is done.
    pub(super) fn open_dock_on(
        &mut self,
        env: &Env<'_>,
        all: &[ComplaintId],
        purpose: Purpose,
    ) -> Effect<Message, Action> {
        self.menu = None;
        let left = self.ring.leave();
        let opened = Dock::open_on(env, all, purpose);
        let (dock, focus) = opened.map_or((None, iced::Task::none()), |(dock, focus)| (Some(dock), focus));
        self.dock = dock;
        Effect::task(left.chain(focus.map(Message::Dock)))
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
            dock::Outcome::Send(wish) if 1 < dock.all().count() => {
                let undo = if wish.dispatches() { Undo::Recall } else { Undo::No };
                let all: Vec<ComplaintId> = dock.all().filter(|it| wish.changes(env, *it)).collect();
                let requests = all.into_iter().filter_map(|id| Some((id, request(env, id, wish.commands.clone())?)));
                send_all(env, Batch { said: wish.said, undo }, requests.collect())
            }
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
                self.trouble = None;
                let undo = match sent.undo {
                    Undo::Recall => {
                        Some(Box::new(screen::Message::Board(Message::TakenBack(vec![(sent.id, done.at)]))))
                    }
                    Undo::No => None,
                };
                Effect::action(Action::Say(Said { words: sent.said, undo }))
            }
            Err(refused) => {
                if let Some(dock) = dock {
                    dock.refused(refused);
                } else {
                    let title = env.texts.board_refused(sent.id.short());
                    self.trouble = Some(Trouble::plain(title, env.texts.refused(&refused, env.office())));
                }
                Effect::none()
            }
        }
    }

    /// Several were sent: what was done is said, what was refused stays ticked with the reason in sight.
    pub(super) fn acted_on_all(
        &mut self,
        env: &Env<'_>,
        batch: Batch,
        outcomes: &[(ComplaintId, Result<Done, Refused>)],
    ) -> Effect<Message, Action> {
        let done: Vec<(ComplaintId, Moment)> =
            outcomes.iter().filter_map(|(id, it)| it.as_ref().ok().map(|it| (*id, it.at))).collect();
        let failed = outcomes.iter().filter_map(|(id, it)| it.as_ref().err().map(|it| (*id, it)));
        let failed: Vec<(ComplaintId, &Refused)> = failed.collect();
        if self.dock.as_ref().is_some_and(|dock| 1 < dock.all().count()) {
            self.dock = None;
        }
        for (id, _) in &done {
            self.checked.remove(id);
        }
        self.trouble = failed.first().map(|(_, refused)| {
            let numbers = env.texts.list(failed.iter().map(|(id, _)| id.short()));
            let title = env.texts.board_refused(numbers);
            Trouble::plain(title, env.texts.refused(refused, env.office()))
        });
        let undo = match batch.undo {
            Undo::Recall if !done.is_empty() => {
                Some(Box::new(screen::Message::Board(Message::TakenBack(done.clone()))))
            }
            Undo::Recall | Undo::No => None,
        };
        if done.is_empty() {
            return Effect::none();
        }
        let words = if failed.is_empty() { batch.said } else { env.texts.board_done_some(done.len(), outcomes.len()) };
        Effect::action(Action::Say(Said { words, undo }))
    }
}

/// What was sent for several, and what to say when it is done.
#[derive(Debug, Clone)]
pub struct Batch {
    pub(super) said: String,
    pub(super) undo: Undo,
}

/// One after the other; what is refused for one stops none of the others.
pub(super) fn send_all(env: &Env<'_>, batch: Batch, requests: Vec<(ComplaintId, Request)>) -> Effect<Message, Action> {
    if requests.is_empty() {
        return Effect::none();
    }
    Effect::perform(env.desk.act_all(requests), move |outcomes| Message::ActedOnAll(batch, outcomes))
}

/// The recall of what went out at an instant.
fn recall(env: &Env<'_>, id: ComplaintId, at: Moment) -> Option<Request> {
    let complaint = env.books.complaint(id)?;
    let reason = Line::new(env.texts.board_taken_back_reason()).ok()?;
    let sent_then = complaint.orders.iter().filter(|it| it.dispatched.at == at && it.dispatched.by == env.me);
    request(env, id, sent_then.map(|it| Command::Recall { order: it.no, reason: reason.clone() }).collect())
}

/// Commands to one complaint, decided on what this desk has seen.
fn request(env: &Env<'_>, id: ComplaintId, commands: Vec<Command>) -> Option<Request> {
    let mut commands = commands.into_iter();
    let first = commands.next()?;
    Some(env.decided(id, commands.fold(Request::complaint(env.me, id, first), Request::then)))
}

fn send(env: &Env<'_>, sent: Sent, commands: Vec<Command>) -> Effect<Message, Action> {
    match request(env, sent.id, commands) {
        Some(request) => Effect::perform(env.desk.act(request), move |outcome| Message::Acted(sent, Box::new(outcome))),
        None => Effect::none(),
    }
}
