//! What is done from 工作台: one press where one is enough, else the way to where it is done.

use iced::widget::Id;

use super::{Line, Message, State};
use crate::app::{Done, Refused, Request};
use crate::books::View;
use crate::books::board::Due;
use crate::books::customers::Who;
use crate::books::sights::Subject;
use crate::domain::complaint::{Command, Stage, Verb};
use crate::domain::id::ComplaintId;
use crate::domain::text::Prose;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::screen::board::{Reminder, reminder};
use crate::ui::screen::{Action, Place, Said, handling};

/// What came of a promise, while it is typed.
#[derive(Debug, Clone)]
pub(super) struct Finishing {
    pub(super) id: ComplaintId,
    pub(super) index: u16,
    pub(super) words: String,
}

impl State {
    pub(super) fn open(&mut self, line: Line) -> Effect<Message, Action> {
        self.cursor = Some(line);
        Effect::action(match line {
            Line::Case(id)
            | Line::Promise(id, _)
            | Line::Approval(id)
            | Line::Missed(id, _)
            | Line::Repeat(id)
            | Line::Answered(Subject::Case(id)) => Action::Show(Place::Handling, id),
            Line::Sight(Subject::Case(id), _) => Action::Ask(id, handling::Ask::AnswerSight),
            Line::Sight(Subject::File(id), _) | Line::Answered(Subject::File(id)) => Action::Customer(Who::File(id)),
            Line::MonthReport => Action::Go(Place::Reports),
            Line::Review => Action::Go(Place::Charts),
            Line::Members => Action::Go(Place::Callback),
            Line::Contacts => Action::Go(Place::Customers),
        })
    }

    /// Does what is due on a case where one press does it; otherwise leads to where it is done.
    pub(super) fn do_due(env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let Some(complaint) = env.books.complaint(id) else { return Effect::none() };
        let due = env.books.card(View { viewer: env.me, now: env.now }, complaint).and_then(|it| it.due);
        match due.map_or(Leads::Handling, |it| leads(it, complaint.stage)) {
            Leads::Board => Effect::action(Action::Show(Place::Board, id)),
            Leads::Handling => Effect::action(Action::Show(Place::Handling, id)),
            Leads::Callback => Effect::action(Action::Show(Place::Callback, id)),
            Leads::Here => match reminder(env, id) {
                Some(it) => remind(env, id, it),
                None => Effect::none(),
            },
        }
    }

    pub(super) fn acted(
        &mut self,
        (id, said): (ComplaintId, String),
        outcome: Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        match outcome {
            Ok(_) => {
                self.trouble = None;
                if self.finishing.as_ref().is_some_and(|it| it.id == id) {
                    self.finishing = None;
                }
                Effect::action(Action::Say(Said { words: said, undo: None }))
            }
            Err(refused) => {
                self.trouble = Some((id, refused));
                Effect::none()
            }
        }
    }

    pub(super) fn ask_finish(&mut self, id: ComplaintId, index: u16) -> Effect<Message, Action> {
        self.finishing = Some(Finishing { id, index, words: String::new() });
        Effect::task(iced::widget::operation::focus(finish_id()))
    }

    pub(super) fn type_finish(&mut self, words: String) -> Effect<Message, Action> {
        if let Some(it) = &mut self.finishing {
            it.words = words;
        }
        Effect::none()
    }

    /// An empty answer helps nobody: the field stays.
    pub(super) fn send_finish(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(it) = &self.finishing else { return Effect::none() };
        let Ok(words) = Prose::new(&it.words) else { return Effect::none() };
        let (id, index) = (it.id, it.index);
        let said = env.texts.today_finished(id.short());
        let request = Request::complaint(env.me, id, Command::FinishFollowUp { index, words });
        Effect::perform(env.desk.act(request), move |outcome| Message::Acted(id, said, Box::new(outcome)))
    }

    pub(super) fn leave_finish(&mut self) -> Effect<Message, Action> {
        self.finishing = None;
        Effect::none()
    }
}

/// The field in which a promise's outcome is typed.
pub(super) fn finish_id() -> Id {
    Id::new("today-finish")
}

/// Where what is due is done.
enum Leads {
    /// In the dock of the board.
    Board,
    /// On the sheet.
    Handling,
    /// On the telephone.
    Callback,
    /// At once.
    Here,
}

fn leads(due: Due, stage: Stage) -> Leads {
    let on_board = [Verb::Judge, Verb::Reply, Verb::Dispatch, Verb::Forward, Verb::Recall].contains(&due.verb);
    if due.verb == Verb::Remind {
        Leads::Here
    } else if on_board {
        Leads::Board
    } else if stage == Stage::ToCallBack {
        Leads::Callback
    } else {
        Leads::Handling
    }
}

pub(super) fn remind(env: &Env<'_>, id: ComplaintId, it: Reminder) -> Effect<Message, Action> {
    let request = Request::complaint(env.me, id, Command::Remind { order: it.order, words: it.words });
    let said = it.said;
    Effect::perform(env.desk.act(request), move |outcome| Message::Acted(id, said, Box::new(outcome)))
}
