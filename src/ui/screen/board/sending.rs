//! What the board asks of the desk, and what it says when the answer comes.

use super::dock::{self, Dock, Purpose};
use super::{Message, OtherWay, State, Trouble};
use crate::app::{Done, Refused, Request, Several};
use crate::books::View;
use crate::domain::complaint::{Command, OrderStage, Verb, may};
use crate::domain::id::{ComplaintId, OrderNo};
use crate::domain::moment::Moment;
use crate::domain::text::Line;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::several::{Again as Retry, not_done};
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
        send_all(env, (said, Undo::No), requests)
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
                send_all(env, (wish.said, undo), requests.collect())
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
        (sent, request): (Sent, Request),
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
                    let words = env.texts.refused(&refused, env.office());
                    let way = match Retry::of(&refused) {
                        Retry::Yes => Some(OtherWay::again(env, Again::One(sent, request))),
                        Retry::No => None,
                    };
                    self.trouble = Some(Trouble { title, words, way });
                }
                Effect::none()
            }
        }
    }

    /// Several were sent: what was done is said; what was not stays ticked, and in the dock with what was typed there,
    /// with the reasons in sight.
    pub(super) fn acted_on_all(
        &mut self,
        env: &Env<'_>,
        batch: Batch,
        several: &Several<ComplaintId>,
    ) -> Effect<Message, Action> {
        let done: Vec<(ComplaintId, Moment)> = several.done.iter().map(|(id, it)| (*id, it.at)).collect();
        let failed = not_done(env, several);
        for (id, _) in &done {
            self.checked.remove(id);
        }
        let left = failed.as_ref().map(|it| it.left.as_slice()).unwrap_or_default();
        if let Some(dock) = self.dock.as_mut().filter(|it| 1 < it.all().count())
            && dock.narrow(left) == dock::Then::Close
        {
            self.dock = None;
        }
        let words = if failed.is_none() { batch.said } else { env.texts.board_done_some(several.wished(), done.len()) };
        // In the dock its own button tries again.
        let requests = batch.requests.into_iter().filter(|(id, _)| left.contains(id)).collect();
        let again = Again::All(Batch { said: env.texts.board_done_later(left.len()), undo: batch.undo, requests });
        self.trouble = failed.map(|it| {
            let way = (it.again == Retry::Yes && self.dock.is_none()).then(|| OtherWay::again(env, again));
            Trouble { title: it.title, words: it.words, way }
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
        Effect::action(Action::Say(Said { words, undo }))
    }

    /// 重试: the same press, so that what was written after all is not written twice.
    pub(super) fn try_again(env: &Env<'_>, what: Again) -> Effect<Message, Action> {
        match what {
            Again::One(sent, request) => send_request(env, sent, request),
            Again::All(batch) => send_batch(env, batch),
        }
    }
}

/// What could not be kept, to be sent once more.
#[derive(Debug, Clone)]
pub enum Again {
    /// To one complaint.
    One(Sent, Request),
    /// To several.
    All(Batch),
}

impl OtherWay {
    /// 重试
    fn again(env: &Env<'_>, what: Again) -> Self {
        Self { name: env.texts.retry().to_owned(), message: Message::TriedAgain(Box::new(what)) }
    }
}

/// What was sent for several, and what to say when it is done.
#[derive(Debug, Clone)]
pub struct Batch {
    said: String,
    undo: Undo,
    requests: Vec<(ComplaintId, Request)>,
}

/// One after the other; what is refused for one stops none of the others.
pub(super) fn send_all(
    env: &Env<'_>,
    (said, undo): (String, Undo),
    requests: Vec<(ComplaintId, Request)>,
) -> Effect<Message, Action> {
    send_batch(env, Batch { said, undo, requests })
}

fn send_batch(env: &Env<'_>, batch: Batch) -> Effect<Message, Action> {
    if batch.requests.is_empty() {
        return Effect::none();
    }
    let outcome = env.desk.each(batch.requests.clone());
    Effect::perform(outcome, move |several| Message::ActedOnAll(batch, Box::new(several)))
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
        Some(request) => send_request(env, sent, request),
        None => Effect::none(),
    }
}

fn send_request(env: &Env<'_>, sent: Sent, request: Request) -> Effect<Message, Action> {
    let outcome = env.desk.act(request.clone());
    Effect::perform(outcome, move |outcome| Message::Acted(Box::new((sent, request)), Box::new(outcome)))
}
