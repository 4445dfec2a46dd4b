//! 工作台: what burns most, and what else waits for who works here (UI.md 5.1).
//!
//! Nothing here is kept but the cursor and whose cases are shown; every number is asked of the books.

mod brief;
mod doing;
mod facts;
mod keys;
mod lines;
mod message;
mod right;
mod rows;
mod strip;
mod supervised;
mod top;
mod urgent;

use std::rc::Rc;

use iced::{
    Length,
    widget::{Id, column, container, responsive, row},
};

use self::brief::Brief;
use self::doing::Finishing;
use self::facts::Facts;
pub use self::lines::Line;
pub use self::message::Message;
use self::urgent::{MOST, Urgent};
use super::{Action, Said};
use crate::app::Refused;
use crate::books::View;
use crate::books::board::{Narrow, Sort, Spot};
use crate::books::sights::Subject;
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::record::{Position, Recorded};
use crate::i18n::Locale;
use crate::ui::effect::Effect;
use crate::ui::env::{Env, Room};
use crate::ui::part::form::{self, FocusRing, Step, Stop};
use crate::ui::part::memo::Memo;
use crate::ui::part::seek::Seek;
use crate::ui::theme::Element;

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    whose: Whose,
    cursor: Option<Line>,
    seek: Seek,
    hovered: Option<Line>,
    ring: FocusRing<Control>,
    trouble: Option<(ComplaintId, Refused)>,
    all: Memo<(Position, PersonId), Vec<Spot>>,
    mine: Memo<(Position, PersonId), Vec<Spot>>,
    facts: Memo<(Position, PersonId, i64), Facts>,
    brief: Option<Brief>,
    /// Which column is in sight where there is room for one.
    column: Column,
    finishing: Option<Finishing>,
}

/// The two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Column {
    /// 现在最急
    #[default]
    Urgent,
    /// What else waits.
    Beside,
}

impl Column {
    const fn other(self) -> Self {
        match self {
            Self::Urgent => Self::Beside,
            Self::Beside => Self::Urgent,
        }
    }
}

/// Whether both columns are in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Columns {
    Both,
    /// One at a time: zoom makes the window narrow.
    One,
}

fn columns(env: &Env<'_>) -> Columns {
    // Below this width there is room for one column; English clocks and verbs leave the summary less.
    let both = match env.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => 960.0,
        Locale::En => 1080.0,
    };
    if env.window.width < both { Columns::One } else { Columns::Both }
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

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::WhoseChosen(whose) => self.choose_whose(env, whose),
            Message::Moved(step) => self.move_cursor(env, step),
            Message::Sought(digit) => self.seek(env, digit),
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
        self.column = Column::Urgent;
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
            | Line::Sight(Subject::Case(id), _)
            | Line::Answered(Subject::Case(id)) => Some(id),
            Line::MonthReport
            | Line::Members
            | Line::Contacts
            | Line::Review
            | Line::Sight(Subject::File(_), _)
            | Line::Answered(Subject::File(_)) => None,
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
        let columns = match (columns(&env), self.column) {
            (Columns::Both, _) => row![
                container(left).width(Length::Fill).height(Length::Fill),
                container(self.right(&env, &facts, side)).width(side).height(Length::Fill)
            ],
            (Columns::One, Column::Urgent) => row![container(left).width(Length::Fill)],
            (Columns::One, Column::Beside) => {
                row![self.right(&env, &facts, env.beside_rail() - padding.left - padding.right)]
            }
        };
        let columns = columns.spacing(12).height(Length::Fill);
        let base = container(column![top, columns].spacing(12)).padding(padding).height(Length::Fill);
        base.into()
    }

    /// Draws the sheet that lies over the whole window.
    #[must_use]
    pub fn over<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        self.brief.as_ref().map(|it| it.view(env))
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, _env: &Env<'_>) -> String {
        String::new()
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        let soon = env.now + chrono::TimeDelta::hours(1);
        let spots = self.spots(env, self.whose);
        spots.iter().take(MOST).any(|it| it.clock.is_some_and(|it| env.now < it.due && it.due < soon))
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

    fn step(&mut self, step: Step) -> Effect<Message, Action> {
        Effect::task(self.ring.step(&[Control::Briefing, Control::Whose, Control::Rows], step))
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

impl Whose {
    const fn other(self) -> Self {
        match self {
            Self::All => Self::Mine,
            Self::Mine => Self::All,
        }
    }
}
