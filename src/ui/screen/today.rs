//! 工作台: what burns most, and what else waits for who works here (UI.md 5.1).
//!
//! Nothing here is kept but the cursor and whose cases are shown; every number is asked of the books.

mod brief;
mod facts;
mod lines;
mod right;
mod rows;
mod strip;
mod supervised;
mod top;

use std::rc::Rc;

use iced::{
    Length,
    keyboard::key::Named,
    widget::{Id, column, container, responsive, row, stack},
};

use self::brief::Brief;
use self::facts::Facts;
pub use self::lines::Line;
use super::board::{Reminder, reminder};
use super::{Action, Place, Said};
use crate::app::{Done, Refused, Request};
use crate::books::board::{Due, Narrow, Sort, Spot};
use crate::books::customers::Who;
use crate::books::{Heat, View};
use crate::domain::complaint::{Command, Stage, Verb};
use crate::domain::id::{ComplaintId, OrderNo, PersonId};
use crate::domain::record::{Position, Recorded};
use crate::domain::text::Prose;
use crate::ui::effect::Effect;
use crate::ui::env::{Env, Room};
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{self, FocusRing, Step, Stop};
use crate::ui::part::memo::Memo;
use crate::ui::theme::Element;

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    whose: Whose,
    cursor: Option<Line>,
    hovered: Option<Line>,
    ring: FocusRing<Control>,
    trouble: Option<(ComplaintId, Refused)>,
    all: Memo<(Position, PersonId), Vec<Spot>>,
    mine: Memo<(Position, PersonId), Vec<Spot>>,
    facts: Memo<(Position, PersonId, i64), Facts>,
    brief: Option<Brief>,
    finishing: Option<Finishing>,
}

/// What came of a promise, while it is typed.
#[derive(Debug, Clone)]
struct Finishing {
    id: ComplaintId,
    index: u16,
    words: String,
}

/// Whose cases are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Whose {
    /// Everything that the viewer answers for.
    #[default]
    All,
    /// What the viewer handles or tracks.
    Mine,
}

/// Where the keyboard can be besides the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// 晨会简报
    Briefing,
    /// 全部/我的
    Whose,
    /// The rows of both columns.
    Rows,
}

impl Stop for Control {
    fn id(self) -> Id {
        match self {
            Self::Briefing => Id::new("today-briefing"),
            Self::Whose => Id::new("today-whose"),
            Self::Rows => Id::new("today-rows"),
        }
    }
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose whose cases are shown.
    WhoseChosen(Whose),
    /// Moved the cursor up or down.
    Moved(Step),
    /// To the first line, or the last.
    Jumped(Step),
    /// To the other column.
    Crossed,
    /// The pointer is over a line.
    Hovered(Option<Line>),
    /// Opened a line.
    Opened(Line),
    /// Did, or went to do, what is due on a case.
    DueAsked(ComplaintId),
    /// Moved the keyboard between the controls.
    Stepped(Step),
    /// Left the controls for the rows.
    ControlLeft,
    /// Wants the morning briefing.
    BriefingAsked,
    /// Put it away.
    BriefingClosed,
    /// Wants it as text.
    BriefingCopyAsked,
    /// Wants it as a picture to keep.
    BriefingSaveAsked,
    /// Wants it on paper.
    BriefingPrintAsked,
    /// It lies there now, was given up, or could not be written.
    BriefingLeft(brief::Left),
    /// 催办 in the list of missed reports.
    Reminded(ComplaintId, OrderNo),
    /// 打电话
    CallAsked(ComplaintId, OrderNo),
    /// 换人
    ReassignAsked(ComplaintId),
    /// 报部门经理
    TakenUp(ComplaintId, OrderNo),
    /// A promise was kept: what came of it?
    FinishAsked(ComplaintId, u16),
    /// Typed what came of it.
    FinishTyped(String),
    /// Sends it.
    FinishSent,
    /// Leaves it.
    FinishLeft,
    /// It is on the clipboard.
    BriefingCopied,
    /// Goes to a page.
    Went(Place),
    /// What was sent came back.
    Acted(ComplaintId, String, Box<Result<Done, Refused>>),
    /// Put a trouble away.
    TroubleRead,
}

/// Rows at the most.
const MOST: usize = 20;

/// What is most urgent, by how near its limit is.
#[derive(Debug, Default)]
struct Urgent {
    late: Vec<Spot>,
    soon: Vec<Spot>,
    today: Vec<Spot>,
    /// So many of these groups did not fit …
    cut: usize,
    /// … and so many are due later, stand still or have no clock.
    later: usize,
}

impl Urgent {
    fn of(env: &Env<'_>, spots: &[Spot]) -> Self {
        let mut urgent = Self::default();
        for spot in spots {
            let shown = urgent.len();
            match spot.heat(env.calendar(), env.now) {
                Heat::Late | Heat::Soon | Heat::Today if MOST <= shown => urgent.cut += 1,
                Heat::Late => urgent.late.push(*spot),
                Heat::Soon => urgent.soon.push(*spot),
                Heat::Today => urgent.today.push(*spot),
                Heat::Later | Heat::Still | Heat::Cold => urgent.later += 1,
            }
        }
        urgent
    }

    fn len(&self) -> usize {
        self.late.len() + self.soon.len() + self.today.len()
    }

    fn ids(&self) -> impl Iterator<Item = ComplaintId> {
        self.late.iter().chain(&self.soon).chain(&self.today).map(|it| it.id)
    }
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::WhoseChosen(whose) => self.choose_whose(env, whose),
            Message::Moved(step) => self.move_cursor(env, step),
            Message::Jumped(step) => self.jump(env, step),
            Message::Crossed => self.cross(env),
            Message::Hovered(line) => self.hover(line),
            Message::Opened(line) => self.open(line),
            Message::DueAsked(id) => Self::do_due(env, id),
            Message::Stepped(step) => self.step(step),
            Message::ControlLeft => Effect::task(self.ring.leave()),
            Message::BriefingAsked => self.brief(env),
            Message::BriefingClosed => self.close_brief(),
            Message::BriefingCopyAsked => self.copy_brief(env),
            Message::BriefingSaveAsked => self.save_brief(env),
            Message::BriefingPrintAsked => self.print_brief(env),
            Message::BriefingLeft(left) => self.brief_left(env, left),
            Message::Reminded(id, order) => supervised::remind(env, id, order),
            Message::CallAsked(id, order) => supervised::call(id, order),
            Message::ReassignAsked(id) => Effect::action(Action::Ask(id, super::handling::Ask::Reassign)),
            Message::TakenUp(id, order) => supervised::take_up(env, id, order),
            Message::FinishAsked(id, index) => self.ask_finish(id, index),
            Message::FinishTyped(words) => self.type_finish(words),
            Message::FinishSent => self.send_finish(env),
            Message::FinishLeft => self.leave_finish(),
            Message::BriefingCopied => {
                let words = env.texts.today_briefing_copied().to_owned();
                Effect::action(Action::Say(Said { words, undo: None }))
            }
            Message::Went(place) => Effect::action(Action::Go(place)),
            Message::Acted(id, said, outcome) => self.acted((id, said), *outcome),
            Message::TroubleRead => self.forget_trouble(),
        }
    }

    /// The screen was opened: the cursor stands on what burns most.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.hovered = None;
        self.cursor = None;
        self.settle(env);
        Effect::task(self.ring.leave())
    }

    /// A complaint was asked for here.
    pub fn show(&mut self, _env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        self.cursor = Some(Line::Case(id));
        Effect::none()
    }

    /// The log told facts.
    pub fn told(&mut self, env: &Env<'_>, _facts: &[Recorded]) -> Effect<Message, Action> {
        self.settle(env);
        Effect::none()
    }

    /// The case on which the cursor stands.
    #[must_use]
    pub fn selected(&self) -> Option<ComplaintId> {
        match self.cursor? {
            Line::Case(id)
            | Line::Promise(id, _)
            | Line::Approval(id)
            | Line::Missed(id, _)
            | Line::Repeat(id)
            | Line::Sight(id, _) => Some(id),
            Line::MonthReport
            | Line::Members
            | Line::Contacts
            | Line::Review
            | Line::FileAsked(..)
            | Line::FileAnswered(_) => None,
        }
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let env = *env;
        let facts = self.facts(&env);
        let urgent = self.urgent(&env);
        let side = match env.room() {
            Room::Ample => 384.0,
            Room::Tight => 300.0,
        };
        let top = column![self.greeting(&env, &facts), top::figures(&env, &facts)]
            .push(self.trouble.as_ref().map(|it| top::trouble(&env, it)))
            .spacing(12);
        let padding = match env.room() {
            Room::Ample => iced::Padding { top: 14.0, right: 16.0, bottom: 16.0, left: 16.0 },
            Room::Tight => iced::Padding { top: 12.0, right: 12.0, bottom: 0.0, left: 12.0 },
        };
        let left = responsive(move |size| self.most_urgent(&env, &urgent, size.width));
        let columns = row![
            container(left).width(Length::Fill).height(Length::Fill),
            container(self.right(&env, &facts, side)).width(side).height(Length::Fill)
        ]
        .spacing(12)
        .height(Length::Fill);
        let base = container(column![top, columns].spacing(12)).padding(padding).height(Length::Fill);
        match &self.brief {
            Some(brief) => stack![base, brief.view(&env)].width(Length::Fill).height(Length::Fill).into(),
            None => base.into(),
        }
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, _env: &Env<'_>) -> String {
        String::new()
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if self.brief.is_some() {
            return is(Named::Escape).then_some(Message::BriefingClosed);
        }
        if self.finishing.is_some() && is(Named::Escape) {
            return Some(Message::FinishLeft);
        }
        if press.field() == Field::Took {
            return (self.finishing.is_some() && is(Named::Enter)).then_some(Message::FinishSent);
        }
        if let Some(step) = Step::of(press) {
            return Some(Message::Stepped(step));
        }
        let used = is(Named::Enter) || is(Named::Space);
        match self.ring.at() {
            Some(Control::Briefing) if used => return Some(Message::BriefingAsked),
            Some(Control::Whose) if used || is(Named::ArrowLeft) || is(Named::ArrowRight) => {
                return Some(Message::WhoseChosen(self.whose.other()));
            }
            Some(Control::Briefing | Control::Whose) if is(Named::Escape) => return Some(Message::ControlLeft),
            Some(Control::Briefing | Control::Whose | Control::Rows) | None => {}
        }
        if is(Named::ArrowDown) {
            Some(Message::Moved(Step::Next))
        } else if is(Named::ArrowUp) {
            Some(Message::Moved(Step::Previous))
        } else if is(Named::Home) {
            Some(Message::Jumped(Step::Previous))
        } else if is(Named::End) {
            Some(Message::Jumped(Step::Next))
        } else if is(Named::ArrowLeft)
            || is(Named::ArrowRight)
            || Shortcut::named(Named::Tab).with_command().matches(press)
        {
            Some(Message::Crossed)
        } else {
            self.pressed_on_line(env, press)
        }
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        let soon = env.now + chrono::TimeDelta::hours(1);
        let spots = self.spots(env, self.whose);
        spots.iter().take(MOST).any(|it| it.clock.is_some_and(|it| env.now < it.due && it.due < soon))
    }

    fn pressed_on_line(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let cursor = self.cursor?;
        if Shortcut::named(Named::Enter).matches(press) {
            return Some(Message::Opened(cursor));
        }
        match cursor {
            Line::Case(id) if Shortcut::named(Named::Enter).with_command().matches(press) => {
                Some(Message::DueAsked(id))
            }
            Line::Missed(id, order) if press.alone() == Some('u') && supervised::reminds(env, id, order) => {
                Some(Message::Reminded(id, order))
            }
            Line::Missed(id, order) if press.alone() == Some('c') && supervised::calls(env, id, order) => {
                Some(Message::CallAsked(id, order))
            }
            Line::Case(id) if press.alone() == Some('u') && reminder(env, id).is_some() => Some(Message::DueAsked(id)),
            Line::Case(_)
            | Line::Promise(..)
            | Line::MonthReport
            | Line::Approval(_)
            | Line::Sight(..)
            | Line::FileAsked(..)
            | Line::FileAnswered(_)
            | Line::Missed(..)
            | Line::Members
            | Line::Contacts
            | Line::Repeat(_)
            | Line::Review => None,
        }
    }

    fn spots(&self, env: &Env<'_>, whose: Whose) -> Rc<Vec<Spot>> {
        let view = View { viewer: env.me, now: env.now };
        let key = (env.books.position(), env.me);
        match whose {
            Whose::All => self.all.get(key, || env.books.spots(view, Narrow::default(), Sort::Urgency)),
            Whose::Mine => {
                let narrow = Narrow { person: Some(env.me), ..Narrow::default() };
                self.mine.get(key, || env.books.spots(view, narrow, Sort::Urgency))
            }
        }
    }

    fn facts(&self, env: &Env<'_>) -> Rc<Facts> {
        // Days, counts and queues: once a minute is often enough.
        let minute = env.now.timestamp().div_euclid(60);
        self.facts.get((env.books.position(), env.me, minute), || Facts::of(env))
    }

    fn urgent(&self, env: &Env<'_>) -> Urgent {
        Urgent::of(env, &self.spots(env, self.whose))
    }

    fn settle(&mut self, env: &Env<'_>) {
        let lines = self.lines(env);
        if !self.cursor.is_some_and(|it| lines.contains(&it)) {
            self.cursor = lines.first().copied();
        }
    }

    fn choose_whose(&mut self, env: &Env<'_>, whose: Whose) -> Effect<Message, Action> {
        self.whose = whose;
        self.settle(env);
        Effect::none()
    }

    fn hover(&mut self, line: Option<Line>) -> Effect<Message, Action> {
        self.hovered = line;
        Effect::none()
    }

    fn open(&mut self, line: Line) -> Effect<Message, Action> {
        self.cursor = Some(line);
        Effect::action(match line {
            Line::Case(id) | Line::Promise(id, _) | Line::Approval(id) | Line::Missed(id, _) | Line::Repeat(id) => {
                Action::Show(Place::Handling, id)
            }
            Line::Sight(id, _) => Action::Ask(id, super::handling::Ask::AnswerSight),
            Line::FileAsked(id, _) | Line::FileAnswered(id) => Action::Customer(Who::File(id)),
            Line::MonthReport => Action::Go(Place::Reports),
            Line::Review => Action::Go(Place::Charts),
            Line::Members => Action::Go(Place::Callback),
            Line::Contacts => Action::Go(Place::Customers),
        })
    }

    /// Does what is due on a case where one press does it; otherwise leads to where it is done.
    fn do_due(env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
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

    fn acted(&mut self, (id, said): (ComplaintId, String), outcome: Result<Done, Refused>) -> Effect<Message, Action> {
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

    fn step(&mut self, step: Step) -> Effect<Message, Action> {
        Effect::task(self.ring.step(&[Control::Briefing, Control::Whose, Control::Rows], step))
    }

    fn ask_finish(&mut self, id: ComplaintId, index: u16) -> Effect<Message, Action> {
        self.finishing = Some(Finishing { id, index, words: String::new() });
        Effect::task(iced::widget::operation::focus(finish_id()))
    }

    fn type_finish(&mut self, words: String) -> Effect<Message, Action> {
        if let Some(it) = &mut self.finishing {
            it.words = words;
        }
        Effect::none()
    }

    /// An empty answer helps nobody: the field stays.
    fn send_finish(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(it) = &self.finishing else { return Effect::none() };
        let Ok(words) = Prose::new(&it.words) else { return Effect::none() };
        let (id, index) = (it.id, it.index);
        let said = env.texts.today_finished(id.short());
        let request = Request::complaint(env.me, id, Command::FinishFollowUp { index, words });
        Effect::perform(env.desk.act(request), move |outcome| Message::Acted(id, said, Box::new(outcome)))
    }

    fn leave_finish(&mut self) -> Effect<Message, Action> {
        self.finishing = None;
        Effect::none()
    }

    fn forget_trouble(&mut self) -> Effect<Message, Action> {
        self.trouble = None;
        Effect::none()
    }

    fn reveal(&self) -> Effect<Message, Action> {
        let Some(line) = self.cursor else { return Effect::none() };
        let list = if line.is_left() { lines::left_id() } else { lines::right_id() };
        Effect::task(form::reveal(list, line.id()))
    }
}

/// The field in which a promise's outcome is typed.
fn finish_id() -> Id {
    Id::new("today-finish")
}

impl Whose {
    const fn other(self) -> Self {
        match self {
            Self::All => Self::Mine,
            Self::Mine => Self::All,
        }
    }
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

fn remind(env: &Env<'_>, id: ComplaintId, it: Reminder) -> Effect<Message, Action> {
    let request = Request::complaint(env.me, id, Command::Remind { order: it.order, words: it.words });
    let said = it.said;
    Effect::perform(env.desk.act(request), move |outcome| Message::Acted(id, said, Box::new(outcome)))
}
