//! The cursor: arrows across the lanes and through the rows.

use iced::{
    Task,
    keyboard::key::Named,
    widget::operation::{AbsoluteOffset, scroll_to},
};

use super::{Layout, Message, State, lanes, list};
use crate::books::board::{Lane, Spot};
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::form;
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
    /// Away, to register a complaint.
    Intake,
}

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
        ];
        ways.into_iter().find(|(key, _)| Shortcut::named(*key).matches(press)).map(|(_, way)| way)
    }
}

impl State {
    pub(super) fn move_cursor(&mut self, env: &Env<'_>, way: Way) -> Effect<Message, Action> {
        if way == Way::Intake {
            return Effect::action(Action::Go(Place::Intake));
        }
        let spots = self.spots(env);
        let target = match self.layout {
            Layout::Rows => in_row(spots.iter(), self.cursor, way),
            Layout::Lanes => self.in_lanes(&spots, way),
        };
        self.cursor = target.or(self.cursor);
        self.reveal(env)
    }

    fn in_lanes(&self, spots: &[Spot], way: Way) -> Option<ComplaintId> {
        let here = self.cursor.and_then(|id| spots.iter().find(|it| it.id == id))?;
        let of = |lane: Lane| spots.iter().filter(move |it| it.lane == lane);
        let filled = |it: &&Lane| of(**it).next().is_some();
        let beside = |lane: Option<&Lane>| {
            let row = of(here.lane).position(|it| it.id == here.id).unwrap_or(0);
            of(*lane?).take(row + 1).last().map(|it| it.id)
        };
        let place = lanes::place(here.lane);
        match way {
            Way::Left => beside(Lane::ALL.iter().take(place).rev().find(filled)),
            Way::Right => beside(Lane::ALL.iter().skip(place + 1).find(filled)),
            Way::Up | Way::Down | Way::First | Way::Last => in_row(of(here.lane), self.cursor, way),
            Way::Intake => None,
        }
    }

    /// Scrolls the cursor into sight.
    pub(super) fn reveal(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(cursor) = self.cursor else { return Effect::none() };
        let spots = self.spots(env);
        match self.layout {
            Layout::Rows => {
                let row = spots.iter().position(|it| it.id == cursor);
                let to = row.and_then(|it| self.window.reveal(it, list::ROW));
                Effect::task(
                    to.map_or_else(Task::none, |y| scroll_to(list::id(), AbsoluteOffset { x: None, y: Some(y) })),
                )
            }
            Layout::Lanes => {
                let Some(spot) = spots.iter().find(|it| it.id == cursor) else { return Effect::none() };
                let row = spots.iter().filter(|it| it.lane == spot.lane).position(|it| it.id == cursor).unwrap_or(0);
                if let Some(more) = self.more.get_mut(lanes::place(spot.lane)) {
                    while lanes::PAGE + *more <= row {
                        *more += lanes::PAGE;
                    }
                }
                Effect::task(form::reveal(lanes::lane_id(spot.lane), lanes::card_id(cursor)))
            }
        }
    }
}

fn in_row<'a>(
    mut spots: impl DoubleEndedIterator<Item = &'a Spot> + Clone,
    cursor: Option<ComplaintId>,
    way: Way,
) -> Option<ComplaintId> {
    let here = cursor.and_then(|id| spots.clone().position(|it| it.id == id));
    let found = match (way, here) {
        (Way::First, _) | (_, None) => spots.next(),
        (Way::Last, _) => spots.next_back(),
        (Way::Up, Some(here)) => spots.nth(here.checked_sub(1)?),
        (Way::Down, Some(here)) => spots.nth(here + 1),
        (Way::Left | Way::Right | Way::Intake, Some(_)) => None,
    };
    found.map(|it| it.id)
}
