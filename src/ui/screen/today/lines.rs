//! The lines of both columns that the arrows reach.

use iced::{
    Length,
    widget::{Id, container, mouse_area},
};

use super::{Column, Columns, Message, State};
use crate::books::sights::Subject;
use crate::domain::id::{ComplaintId, OrderNo, PersonId};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::Step;
use crate::ui::part::seek::numbered;
use crate::ui::screen::Action;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::Element;
use crate::ui::widget::{Focus, named};

/// A line that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// 现在最急
    Case(ComplaintId),
    /// A follow-up of a case, by its place.
    Promise(ComplaintId, u16),
    /// The month's report that is not filed.
    MonthReport,
    /// A plan that waits for the viewer.
    Approval(ComplaintId),
    /// Reports missed in a row, of a work order.
    Missed(ComplaintId, OrderNo),
    /// Members who wait for their callback.
    Members,
    /// Customers who wait for the first contact (T13).
    Contacts,
    /// Perhaps a repeat complaint.
    Repeat(ComplaintId),
    /// Somebody asks to see a case that does not concern him or her, or a customer's file (A24).
    Sight(Subject, PersonId),
    /// The viewer asked to see one, and was answered.
    Answered(Subject),
    /// The quarter is over: flow, rules and effect are looked at (T16).
    Review,
}

/// The left column, to scroll it.
pub(super) fn left_id() -> Id {
    Id::new("today-left")
}

/// The right column, to scroll it.
pub(super) fn right_id() -> Id {
    Id::new("today-right")
}

impl Line {
    /// The complaint that it is about, if it is about one.
    const fn complaint(self) -> Option<ComplaintId> {
        match self {
            Self::Case(id) | Self::Promise(id, _) | Self::Approval(id) | Self::Missed(id, _) | Self::Repeat(id) => {
                Some(id)
            }
            Self::Sight(about, _) | Self::Answered(about) => about.case(),
            Self::MonthReport | Self::Members | Self::Contacts | Self::Review => None,
        }
    }

    /// To find it.
    pub(super) fn id(self) -> Id {
        Id::from(match self {
            Self::Case(id) => format!("today-case-{id}"),
            Self::Promise(id, index) => format!("today-promise-{id}-{index}"),
            Self::MonthReport => "today-month-report".to_owned(),
            Self::Approval(id) => format!("today-approval-{id}"),
            Self::Missed(id, order) => format!("today-missed-{id}-{}", order.0),
            Self::Members => "today-members".to_owned(),
            Self::Contacts => "today-contacts".to_owned(),
            Self::Repeat(id) => format!("today-repeat-{id}"),
            Self::Sight(about, person) => format!("today-sight-{}-{}", about.number(), person.0),
            Self::Answered(about) => format!("today-answered-{}", about.number()),
            Self::Review => "today-review".to_owned(),
        })
    }

    pub(super) const fn is_left(self) -> bool {
        match self {
            Self::Case(_) => true,
            Self::Promise(..)
            | Self::MonthReport
            | Self::Approval(_)
            | Self::Missed(..)
            | Self::Members
            | Self::Contacts
            | Self::Repeat(_)
            | Self::Sight(..)
            | Self::Answered(_)
            | Self::Review => false,
        }
    }
}

/// What is drawn of a line, where a press opens it.
pub(super) fn pressable<'a>(line: Line, drawn: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let area = mouse_area(drawn)
        .on_press(Message::Opened(line))
        .on_enter(Message::Hovered(Some(line)))
        .on_exit(Message::Hovered(None))
        .interaction(iced::mouse::Interaction::Pointer);
    named(line.id(), Focus::Elsewhere, area)
}

impl State {
    /// How a line stands.
    pub(super) fn standing(&self, line: Line) -> Standing {
        if self.cursor == Some(line) {
            Standing::Cursor
        } else if self.hovered == Some(line) {
            Standing::Hovered
        } else {
            Standing::Rest
        }
    }

    /// A line of the right column.
    pub(super) fn openable<'a>(&self, line: Line, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
        let style = style::row::row(self.standing(line));
        pressable(line, container(content).width(Length::Fill).padding([8, 14]).style(style))
    }

    /// Every line, the left column first.
    pub(super) fn lines(&self, env: &Env<'_>) -> Vec<Line> {
        let left: Vec<Line> = self.urgent(env).ids().map(Line::Case).collect();
        left.into_iter().chain(self.facts(env).lines()).collect()
    }

    /// Up and down inside a column.
    pub(super) fn move_cursor(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let column = self.column(env);
        let here = self.cursor.and_then(|it| column.iter().position(|line| *line == it));
        let next = match (here, step) {
            (None, _) => Some(0),
            (Some(here), Step::Next) => Some(here + 1),
            (Some(here), Step::Previous) => here.checked_sub(1),
        };
        self.cursor = next.and_then(|it| column.get(it).copied()).or(self.cursor);
        self.reveal()
    }

    /// To the first or last line of a column.
    pub(super) fn jump(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let column = self.column(env);
        let target = match step {
            Step::Previous => column.first(),
            Step::Next => column.last(),
        };
        self.cursor = target.copied().or(self.cursor);
        self.reveal()
    }

    /// To the next line of a column whose complaint has a number that begins as was typed (UI.md 7).
    pub(super) fn seek(&mut self, env: &Env<'_>, digit: char) -> Effect<Message, Action> {
        let column = self.column(env);
        let here = self.cursor.and_then(|it| column.iter().position(|line| *line == it));
        let begins = |row: usize, typed: &str| {
            column.get(row).and_then(|it| it.complaint()).is_some_and(|it| numbered(it, typed))
        };
        let found = self.seek.typed((digit, env.desk.now()), (here, column.len()), begins);
        self.cursor = found.and_then(|it| column.get(it).copied()).or(self.cursor);
        self.reveal()
    }

    /// To the first line of the other column, if it has one.
    pub(super) fn cross(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        // In a narrow window it is seen, whether it has a line or not.
        let shown = self.column.other();
        let left = match super::columns(env) {
            Columns::Both => self.cursor.is_none_or(Line::is_left),
            Columns::One => self.column == Column::Urgent,
        };
        let other = self.lines(env).into_iter().find(|it| it.is_left() != left);
        self.cursor = other.or(self.cursor);
        self.column = match super::columns(env) {
            Columns::Both => Column::Urgent,
            Columns::One => shown,
        };
        self.reveal()
    }

    fn column(&self, env: &Env<'_>) -> Vec<Line> {
        let left = self.cursor.is_none_or(Line::is_left);
        self.lines(env).into_iter().filter(|it| it.is_left() == left).collect()
    }
}
