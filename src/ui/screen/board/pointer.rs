//! What the pointer does to cards and rows.

use iced::Task;

use super::drag::Drag;
use super::{Message, State};
use crate::books::board::Lane;
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::screen::{Action, Place};
use crate::ui::widget::Window;

impl State {
    /// A card was pressed: with Ctrl it is ticked, with Shift everything up to it; else the cursor goes there, and it
    /// may be dragged from now on.
    pub(super) fn press(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        self.menu = None;
        self.case_menu = None;
        if env.modifiers.command() && self.dock.is_none() {
            return self.toggle_check(id);
        }
        if env.modifiers.shift() {
            return self.check_until(env, id);
        }
        self.cursor = Some(id);
        self.drag = Some(Drag::of(id));
        let left: Task<Message> = self.ring.leave();
        match &self.dock {
            Some(dock) if dock.id() != id && dock.is_pristine() => {
                Effect::task(left).and_task(Task::done(Message::DockAsked(id)))
            }
            Some(_) | None => Effect::task(left),
        }
    }

    pub(super) fn open(&mut self, id: ComplaintId) -> Effect<Message, Action> {
        self.drag = None;
        Effect::action(Action::Show(Place::Handling, id))
    }

    pub(super) fn hover(&mut self, id: Option<ComplaintId>) -> Effect<Message, Action> {
        self.hovered = id;
        Effect::none()
    }

    pub(super) fn scroll(&mut self, window: Window) -> Effect<Message, Action> {
        self.window = window;
        Effect::none()
    }

    pub(super) fn scroll_lane(&mut self, lane: Lane, window: Window) -> Effect<Message, Action> {
        if let Some(scrolled) = self.scrolled.get_mut(lane.place()) {
            *scrolled = window;
        }
        Effect::none()
    }
}
