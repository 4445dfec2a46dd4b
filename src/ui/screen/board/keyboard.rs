//! What the keys mean on the board, and where the keyboard can be besides the cards.

use iced::{keyboard::key::Named, widget::Id};

use super::drag::Drag;
use super::{Deed, Filter, Layout, Message, Purpose, State, Way, dock, exemptions, sending};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{Step, Stop};
use crate::ui::part::seek;
use crate::ui::screen::Action;

/// Where the keyboard can be besides the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// 看板/列表
    Layout,
    /// A menu of the tool bar.
    Menu(Filter),
    /// The words that are searched for.
    Words,
    /// The name of a view.
    Name,
    /// 清除
    Clear,
    /// 投屏
    Project,
    /// The cards or rows.
    Cards,
}

impl Stop for Control {
    fn id(self) -> Id {
        match self {
            Self::Layout => Id::new("board-layout"),
            Self::Menu(filter) => Id::from(format!("board-menu-{filter:?}")),
            Self::Words => Id::new("board-words"),
            Self::Name => Id::new("board-view-name"),
            Self::Clear => Id::new("board-clear"),
            Self::Project => Id::new("board-project"),
            Self::Cards => Id::new("board-cards"),
        }
    }
}

impl State {
    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if self.projection.is_some() {
            return Self::pressed_on_wall(press);
        }
        if self.drag.as_ref().is_some_and(Drag::is_under_way) && Shortcut::named(Named::Escape).matches(press) {
            return Some(Message::DragLeft);
        }
        if let Some(menu) = self.case_menu {
            return Self::pressed_in_case_menu(env, menu, press);
        }
        if let Some(dock) = &self.dock {
            return dock.pressed(env, press).map(Message::Dock);
        }
        if let Some(menu) = &self.menu {
            return self.pressed_in_menu(env, menu, press);
        }
        if let exemptions::Panel::Open { marked } = self.exemptions {
            return Self::pressed_in_exemptions(env, marked, press);
        }
        if Shortcut::command('f').matches(press) {
            return Some(Message::WordsAsked);
        }
        if let Some(step) = Step::of(press) {
            return Some(Message::Stepped(step));
        }
        match self.ring.at() {
            Some(Control::Cards) | None => self.pressed_on_cards(env, press),
            Some(control) => self.pressed_on_control(control, press),
        }
    }

    fn pressed_on_cards(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if press.field() == Field::Took {
            return None;
        }
        let is = |named| Shortcut::named(named).matches(press);
        if let Some(way) = Way::of(press) {
            return Some(Message::Moved(way));
        }
        if Shortcut::command('a').matches(press) {
            return Some(Message::AllChecked);
        }
        if Shortcut::command('e').matches(press) {
            return Some(Message::ExportAsked);
        }
        if is(Named::F5) && 0 < self.waiting() {
            return Some(Message::UpdatesWanted);
        }
        if is(Named::Escape) {
            return Some(Message::Unchecked);
        }
        if press.alone() == Some('x') {
            return Some(Message::ExemptionsAsked);
        }
        if press.alone() == Some('p') {
            return Some(Message::ProjectionAsked);
        }
        if press.alone() == Some('v') {
            return Some(Message::LayoutChosen(self.layout.other()));
        }
        if !self.checked.is_empty() {
            match press.alone() {
                Some('d') => return Some(Message::CheckedDispatched),
                Some('u') => return Some(Message::CheckedReminded),
                Some('k') => return Some(Message::CheckedTracked),
                _ => {}
            }
        }
        if let Some(digit) = seek::digit(press) {
            return Some(Message::Sought(digit));
        }
        let cursor = self.cursor?;
        if is(Named::Enter) || press.alone() == Some('e') {
            return Some(Message::Opened(cursor));
        }
        if is(Named::Space) {
            return Some(Message::Checked(cursor));
        }
        if is(Named::ContextMenu) {
            return Some(Message::MenuWanted(cursor));
        }
        match press.alone() {
            Some('d') => Some(Message::DockAsked(cursor)),
            Some('m') => Some(Message::MenuWanted(cursor)),
            Some('u') if sending::reminder(env, cursor).is_some() => Some(Message::Reminded(cursor)),
            Some('k') if dock::trackable(env, cursor) => {
                Some(Message::FormAsked(cursor, Purpose::Deed(Deed::AssignTracking, None)))
            }
            _ => None,
        }
    }

    fn pressed_on_control(&self, control: Control, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Escape) {
            return Some(Message::ControlLeft);
        }
        let used = is(Named::Enter) || is(Named::Space);
        match control {
            Control::Layout if used || is(Named::ArrowLeft) || is(Named::ArrowRight) => {
                Some(Message::LayoutChosen(self.layout.other()))
            }
            Control::Menu(filter) if used || is(Named::ArrowDown) => Some(Message::MenuToggled(filter)),
            Control::Clear if used => Some(Message::Chosen(Box::new(self.choice.cleared()))),
            Control::Project if used => Some(Message::ProjectionAsked),
            Control::Words if is(Named::Enter) => Some(Message::ControlLeft),
            Control::Layout
            | Control::Menu(_)
            | Control::Words
            | Control::Name
            | Control::Clear
            | Control::Project
            | Control::Cards => None,
        }
    }

    pub(super) fn ask_words(&mut self) -> Effect<Message, Action> {
        Effect::task(self.ring.go(Control::Words))
    }

    pub(super) fn step(&mut self, step: Step) -> Effect<Message, Action> {
        let mut stops = vec![Control::Layout];
        stops.extend(Filter::ON_THE_LEFT.map(Control::Menu));
        if self.words_shown() {
            stops.push(Control::Words);
        }
        if self.choice.is_filtered() {
            stops.push(Control::Clear);
        }
        stops.extend([Control::Menu(Filter::Sort), Control::Project]);
        if self.layout == Layout::Rows {
            stops.push(Control::Menu(Filter::Columns));
        }
        stops.push(Control::Cards);
        Effect::task(self.ring.step(&stops, step))
    }

    /// Whether the field for words is in sight.
    pub(super) fn words_shown(&self) -> bool {
        self.ring.at() == Some(Control::Words) || !self.choice.wanted.words.is_empty()
    }
}
