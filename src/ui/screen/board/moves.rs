//! The cursor: arrows across the lanes and through the rows.

use iced::{
    Task,
    keyboard::key::Named,
    widget::operation::{AbsoluteOffset, scroll_to},
};

use super::{Layout, Message, State, lanes, list};
use crate::books::board::{Lane, Lineup};
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::form::reveal_across;
use crate::ui::part::seek::numbered;
use crate::ui::screen::{Action, Place};

/// Where the cursor goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the card above.
    Up,
    /// To the card below.
    Down,
    /// To the lane at the left that has cards.
    Left,
    /// To the lane at the right that has cards.
    Right,
    /// To the first card of the lane or list.
    First,
    /// To the last one.
    Last,
    /// So many rows up.
    PageUp,
    /// So many rows down.
    PageDown,
    /// Away, to register a complaint.
    Intake,
}

/// Rows of a page.
const PAGE: usize = 10;

impl Way {
    /// The way that a key means.
    #[must_use]
    pub fn of(press: &Press) -> Option<Self> {
        let ways = [
            (Named::ArrowUp, Self::Up),
            (Named::ArrowDown, Self::Down),
            (Named::ArrowLeft, Self::Left),
            (Named::ArrowRight, Self::Right),
            (Named::Home, Self::First),
            (Named::End, Self::Last),
            (Named::PageUp, Self::PageUp),
            (Named::PageDown, Self::PageDown),
        ];
        ways.into_iter().find(|(key, _)| Shortcut::named(*key).matches(press)).map(|(_, way)| way)
    }

    /// Where it leads among `rows` rows; sideways it leads nowhere.
    fn from(self, here: usize, rows: usize) -> Option<usize> {
        let last = rows.checked_sub(1)?;
        match self {
            Self::Up => here.checked_sub(1),
            Self::Down => (here < last).then_some(here + 1),
            Self::First => Some(0),
            Self::Last => Some(last),
            Self::PageUp => Some(here.saturating_sub(PAGE)),
            Self::PageDown => Some((here + PAGE).min(last)),
            Self::Left | Self::Right | Self::Intake => None,
        }
    }
}

impl State {
    pub(super) fn move_cursor(&mut self, env: &Env<'_>, way: Way) -> Effect<Message, Action> {
        if way == Way::Intake {
            return Effect::action(Action::Go(Place::Intake));
        }
        self.steer();
        let shown = self.shown(env);
        let target = match self.layout {
            Layout::Rows => match self.cursor.and_then(|it| shown.row_of(it)) {
                Some(here) => way.from(here, shown.rows()).and_then(|it| shown.row(it)),
                None => shown.row(0),
            },
            Layout::Lanes => in_lanes(&shown, self.cursor, way),
        };
        self.cursor = target.or(self.cursor);
        self.reveal(env)
    }

    /// To the next case whose number begins as was typed (UI.md 7).
    pub(super) fn seek(&mut self, env: &Env<'_>, digit: char) -> Effect<Message, Action> {
        self.steer();
        let shown = self.shown(env);
        let all: Vec<ComplaintId> = match self.layout {
            Layout::Rows => shown.ids().collect(),
            Layout::Lanes => Lane::ALL.iter().flat_map(|it| shown.lane(*it)).map(|it| it.id).collect(),
        };
        let here = all.iter().position(|it| Some(*it) == self.cursor);
        let begins = |row: usize, typed: &str| all.get(row).is_some_and(|it| numbered(*it, typed));
        let found = self.seek.typed((digit, env.desk.now()), (here, all.len()), begins);
        self.cursor = found.and_then(|it| all.get(it).copied()).or(self.cursor);
        self.reveal(env)
    }

    /// Scrolls the cursor into sight.
    pub(super) fn reveal(&self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(cursor) = self.cursor else { return Effect::none() };
        let shown = self.shown(env);
        let to = |id, y| scroll_to(id, AbsoluteOffset { x: None, y: Some(y) });
        let moved = match self.layout {
            Layout::Rows => {
                let row = shown.row_of(cursor);
                row.and_then(|it| self.window.reveal(it, list::ROW)).map(|y| to(list::id(), y))
            }
            Layout::Lanes => shown.place_of(cursor).and_then(|(lane, row)| {
                let tops = self.tops(env, &shown, lane);
                let (top, bottom) = (tops.get(row)?, tops.get(row + 1)?);
                let window = self.scrolled.get(lane.place())?;
                window.reveal_between(*top, *bottom).map(|y| to(lanes::lane_id(lane), y))
            }),
        };
        let lane = match self.layout {
            Layout::Rows => None,
            Layout::Lanes => shown.place_of(cursor).map(|(lane, _)| lane),
        };
        let across = lane.map(|it| reveal_across(lanes::ACROSS, lanes::column_id(it)));
        Effect::task(Task::batch(moved.into_iter().chain(across)))
    }

    /// Everything is scrolled up.
    pub(super) fn scroll_up(&mut self) -> Task<Message> {
        self.window = self.window.at_top();
        self.scrolled = self.scrolled.map(crate::ui::widget::Window::at_top);
        let lists = Lane::ALL.iter().map(|it| lanes::lane_id(*it)).chain([list::id()]);
        Task::batch(lists.map(|it| scroll_to(it, AbsoluteOffset { x: None, y: Some(0.0) })))
    }
}

fn in_lanes(shown: &Lineup, cursor: Option<ComplaintId>, way: Way) -> Option<ComplaintId> {
    let (lane, row) = shown.place_of(cursor?)?;
    let beside = |lane: Option<&Lane>| {
        let spots = shown.lane(*lane?);
        spots.get(row.min(spots.len().saturating_sub(1))).map(|it| it.id)
    };
    let filled = |it: &&Lane| !shown.lane(**it).is_empty();
    match way {
        Way::Left => beside(Lane::ALL.iter().take(lane.place()).rev().find(filled)),
        Way::Right => beside(Lane::ALL.iter().skip(lane.place() + 1).find(filled)),
        Way::Up | Way::Down | Way::First | Way::Last | Way::PageUp | Way::PageDown => {
            let spots = shown.lane(lane);
            way.from(row, spots.len()).and_then(|it| spots.get(it)).map(|it| it.id)
        }
        Way::Intake => None,
    }
}
