//! A card under the pointer: pressed, moved, let go (UI.md 3, 5.3).
//!
//! A department in the dock takes a dispatch as soon as the card is let go. A lane takes nothing that needs data: the
//! form for it opens there.

use iced::{
    Length, Point,
    widget::{column, container, mouse_area, pin, row, space, text::Wrapping},
};

use super::dock::{self, Dock};
use super::{Message, State};
use crate::books::View;
use crate::books::board::Lane;
use crate::domain::complaint::{Stage, Verb};
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::{clock_chip, flags};
use crate::ui::screen::{Action, Place};
use crate::ui::style::{self, Elevation};
use crate::ui::theme::{Element, Radius};
use crate::ui::widget::{lift, small};

/// A pointer that moved less did not mean to drag.
const THRESHOLD: f32 = 4.0;
/// The mini card at the pointer.
const GHOST: iced::Size = iced::Size::new(168.0, 52.0);

/// A card that was pressed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drag {
    id: ComplaintId,
    from: Option<Point>,
    at: Point,
    standing: Standing,
    over: Option<Lane>,
}

/// Whether it is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Pressed, perhaps only that.
    Pressed,
    /// On its way.
    UnderWay,
}

/// What letting a card go on a lane means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Landing {
    /// Its own lane, or one that it cannot come to by this viewer's hand.
    Back,
    /// The form in the dock does it.
    Form(dock::Purpose),
    /// The case sheet does it.
    Sheet(Place),
}

impl Drag {
    pub(super) fn of(id: ComplaintId) -> Self {
        Self { id, from: None, at: Point::ORIGIN, standing: Standing::Pressed, over: None }
    }

    pub(super) fn is_under_way(&self) -> bool {
        self.standing == Standing::UnderWay
    }
}

impl State {
    /// Where the pointer goes is asked only while a card is pressed: else every move would draw the board anew.
    pub(super) fn draggable<'a>(&'a self, content: Element<'a, Message>) -> Element<'a, Message> {
        // The area is always there: what stands in it keeps its place in the tree, and with it how far it is scrolled.
        let area = mouse_area(content);
        if self.drag.is_none() {
            return area.into();
        }
        let area = area.on_move(Message::Dragged).on_release(Message::Dropped).on_exit(Message::DragLeft);
        let under_way = self.dragged().is_some();
        if under_way { area.interaction(iced::mouse::Interaction::Grabbing).into() } else { area.into() }
    }

    /// The card that is on its way.
    pub(super) fn dragged(&self) -> Option<ComplaintId> {
        self.drag.as_ref().filter(|it| it.is_under_way()).map(|it| it.id)
    }

    /// What letting the card go on the lane below it leads to, in words; `None`: it is not there, or it would go back.
    pub(super) fn landing<'a>(&self, env: &Env<'a>, lane: Lane) -> Option<&'a str> {
        let elsewhere = self.dock.as_ref().is_some_and(Dock::is_hot);
        let drag = self.drag.as_ref().filter(|it| !elsewhere && it.is_under_way() && it.over == Some(lane))?;
        match landing(env, drag.id, lane) {
            Landing::Back => None,
            Landing::Sheet(_) => Some(env.texts.board_open_case()),
            Landing::Form(dock::Purpose::Due) => {
                let (verb, _) = dock::due_verb(env, env.books.complaint(drag.id)?)?;
                Some(env.texts.name(verb))
            }
            Landing::Form(dock::Purpose::Recall(_)) => Some(env.texts.name(Verb::Recall)),
            Landing::Form(dock::Purpose::Exempt) => Some(env.texts.name(Verb::Exempt)),
            Landing::Form(dock::Purpose::Deed(kind, _)) => Some(env.texts.name(kind.verb())),
            Landing::Form(dock::Purpose::Called) => Some(env.texts.name(Verb::Communicate)),
        }
    }

    pub(super) fn drag_to(&mut self, env: &Env<'_>, to: Point) -> Effect<Message, Action> {
        let Some(drag) = &mut self.drag else { return Effect::none() };
        drag.at = to;
        let from = *drag.from.get_or_insert(to);
        if drag.standing == Standing::UnderWay || from.distance(to) < THRESHOLD {
            return Effect::none();
        }
        drag.standing = Standing::UnderWay;
        let id = drag.id;
        // The departments stand ready at the right where the case can go to one.
        let ready = env.books.complaint(id).is_some_and(|it| dock::can_dispatch(env, it));
        match &self.dock {
            Some(dock) if dock.id() == id => Effect::none(),
            Some(dock) if !dock.is_pristine() => Effect::none(),
            Some(_) | None if ready => {
                self.dock = env.books.complaint(id).map(|it| Dock::open(env, it));
                Effect::none()
            }
            Some(_) | None => Effect::none(),
        }
    }

    pub(super) fn drag_over(&mut self, lane: Lane) -> Effect<Message, Action> {
        if let Some(drag) = &mut self.drag {
            drag.over = Some(lane);
        }
        Effect::none()
    }

    pub(super) fn drag_off(&mut self, lane: Lane) -> Effect<Message, Action> {
        if let Some(drag) = self.drag.as_mut().filter(|it| it.over == Some(lane)) {
            drag.over = None;
        }
        Effect::none()
    }

    pub(super) fn stop_dragging(&mut self) -> Effect<Message, Action> {
        let was = self.drag.take().is_some_and(|it| it.is_under_way());
        if let Some(dock) = self.dock.as_mut().filter(|_| was) {
            dock.cool();
            if dock.is_pristine() {
                self.dock = None;
            }
        }
        Effect::none()
    }

    /// The card was let go: over a department it is dispatched, over a lane its form opens.
    pub(super) fn drop_card(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(drag) = self.drag.take().filter(Drag::is_under_way) else { return Effect::none() };
        if let Some(target) = self.dock.as_mut().filter(|it| it.id() == drag.id).and_then(Dock::take_hot) {
            return self.in_dock(env, target);
        }
        match drag.over.map(|lane| landing(env, drag.id, lane)) {
            Some(Landing::Form(purpose)) => self.open_dock_for(env, drag.id, purpose),
            Some(Landing::Sheet(place)) => Effect::action(Action::Show(place, drag.id)),
            // Let go over the dock, beside its targets: it stays open to choose from.
            None => Effect::none(),
            Some(Landing::Back) => {
                if self.dock.as_ref().is_some_and(|it| it.id() == drag.id && it.is_pristine()) {
                    self.dock = None;
                }
                Effect::none()
            }
        }
    }

    /// The mini card at the pointer's left.
    pub(super) fn ghost<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let drag = self.drag.as_ref().filter(|it| it.is_under_way())?;
        let complaint = env.books.complaint(drag.id)?;
        let card = env.books.card(View { viewer: env.me, now: env.now }, complaint)?;
        let clock = clock_chip::case_chip(env, complaint, card.clock.map(|it| it.clock));
        let head = row![small(drag.id.short()).style(style::text::ink2).wrapping(Wrapping::None)]
            .push(space().width(Length::Fill))
            .push(flags::priority(env, complaint.priority()))
            .align_y(iced::Center);
        let drawn = container(column![head].push(clock).spacing(2))
            .width(GHOST.width)
            .height(GHOST.height)
            .padding([4, 10])
            .clip(true)
            .style(style::surface::card_ghost);
        let y = drag.at.y - GHOST.height / 2.0;
        let at = Point::new((drag.at.x - GHOST.width - 6.0).max(0.0), y.max(0.0));
        Some(pin(lift(Elevation::Drag, Radius::Card, drawn)).position(at).into())
    }
}

/// What letting a card go on a lane means; every one of them needs words or a choice.
fn landing(env: &Env<'_>, id: ComplaintId, lane: Lane) -> Landing {
    let Some(complaint) = env.books.complaint(id) else { return Landing::Back };
    if Lane::of(complaint) == Some(lane) {
        return Landing::Back;
    }
    let waits = matches!(complaint.stage, Stage::ToJudge | Stage::ToReply | Stage::ToDispatch);
    match lane {
        // Dispatching, or what has to be done before it; from the callback or the manager it is a new round.
        Lane::ToAccept if waits || dock::can_dispatch(env, complaint) => Landing::Form(dock::Purpose::Due),
        // What is not accepted yet can be recalled, which wants a reason.
        Lane::ToDispatch => match dock::recallable(env, complaint) {
            Some(order) => Landing::Form(dock::Purpose::Recall(order)),
            None => Landing::Back,
        },
        Lane::Handling | Lane::Approval | Lane::Callback if complaint.stage == Stage::InHandling => {
            Landing::Sheet(Place::Handling)
        }
        Lane::Escalated if dock::can(env, complaint, (Verb::Escalate, None)) => {
            Landing::Form(dock::Purpose::Deed(dock::Kind::Escalate, None))
        }
        Lane::ToAccept | Lane::Handling | Lane::Approval | Lane::Callback | Lane::Escalated => Landing::Back,
    }
}
