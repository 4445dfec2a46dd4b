//! A menu of the tool bar: open, walked through, drawn.

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{self, column, container, row, scrollable, space},
};

use super::super::choice;
use super::super::{Control, Message, State};
use super::{Entry, Filter, Line};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{Step, Stop, reveal};
use crate::ui::screen::Action;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Height};
use crate::ui::widget::{button, caption, field, fitted, hint, icon_button, icon_small, line_across, popover};

/// The menu that is open.
#[derive(Debug, Clone)]
pub(in super::super) struct Menu {
    pub(super) filter: Filter,
    marked: usize,
    /// How many each view shows, counted when the menu was opened.
    pub(super) counts: Vec<usize>,
}

impl Menu {
    /// A view was forgotten: those behind it move up.
    pub(in super::super) fn forget(&mut self, place: usize) {
        if place < self.counts.len() {
            self.counts.remove(place);
        }
        self.marked = self.marked.min(self.counts.len().saturating_sub(1));
    }
}

impl Menu {
    fn pressed(press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        let typing = press.field() == Field::Took;
        if is(Named::Escape) || Step::of(press).is_some() {
            Some(Message::MenuLeft)
        } else if is(Named::ArrowDown) {
            Some(Message::MenuMoved(Step::Next))
        } else if is(Named::ArrowUp) {
            Some(Message::MenuMoved(Step::Previous))
        } else if typing {
            None
        } else if is(Named::Enter) || is(Named::Space) {
            Some(Message::MenuTaken)
        } else {
            None
        }
    }
}

impl State {
    pub(in super::super) fn toggle_menu(&mut self, env: &Env<'_>, filter: Filter) -> Effect<Message, Action> {
        let counts = match filter {
            Filter::View => self.views(env).iter().map(|it| choice::count(env, &it.choice)).collect(),
            Filter::Department
            | Filter::Category
            | Filter::Priority
            | Filter::More
            | Filter::Sort
            | Filter::Columns => Vec::new(),
        };
        self.menu = match &self.menu {
            Some(it) if it.filter == filter => None,
            Some(_) | None => Some(Menu { filter, marked: 0, counts }),
        };
        // The mark begins where the choice is.
        let chosen = self.entries(env, filter).position(|it| it.chosen).unwrap_or(0);
        let single = match filter {
            Filter::View | Filter::Department | Filter::Category | Filter::Priority | Filter::Sort => true,
            Filter::More | Filter::Columns => false,
        };
        if let Some(menu) = self.menu.as_mut().filter(|_| single) {
            menu.marked = chosen;
        }
        Effect::task(reveal(LIST, MARKED))
    }

    pub(in super::super) fn leave_menu(&mut self) -> Effect<Message, Action> {
        self.menu = None;
        self.naming.clear();
        match self.ring.at() {
            Some(Control::Name) => Effect::task(self.ring.go(Control::Menu(Filter::View))),
            Some(_) | None => Effect::none(),
        }
    }

    pub(in super::super) fn move_in_menu(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let Some(filter) = self.menu.as_ref().map(|it| it.filter) else { return Effect::none() };
        let last = self.entries(env, filter).count().saturating_sub(1);
        if let Some(menu) = &mut self.menu {
            menu.marked = match step {
                Step::Next => (menu.marked + 1).min(last),
                Step::Previous => menu.marked.saturating_sub(1),
            };
        }
        Effect::task(reveal(LIST, MARKED))
    }

    /// The name of what is shown is typed, to keep it as a view.
    pub(in super::super) fn ask_name(&mut self) -> Effect<Message, Action> {
        Effect::task(self.ring.go(Control::Name))
    }

    /// The marked view is forgotten, if it is one that can be.
    pub(in super::super) fn forget_marked(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some((filter, marked)) = self.menu.as_ref().map(|it| (it.filter, it.marked)) else {
            return Effect::none();
        };
        let forgets = self.entries(env, filter).nth(marked).and_then(|it| it.forgets);
        forgets.map_or_else(Effect::none, |it| self.update(env, it))
    }

    /// What a key means while a menu is open.
    pub(in super::super) fn pressed_in_menu(&self, env: &Env<'_>, menu: &Menu, press: &Press) -> Option<Message> {
        let views = menu.filter == Filter::View;
        if views && Shortcut::named(Named::Tab).matches(press) && self.is_new(env) {
            return Some(Message::NameAsked);
        }
        if views && Shortcut::named(Named::Delete).matches(press) && press.field() == Field::Passed {
            return Some(Message::MarkedForgotten);
        }
        Menu::pressed(press)
    }

    pub(in super::super) fn take_from_menu(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some((filter, marked)) = self.menu.as_ref().map(|it| (it.filter, it.marked)) else {
            return Effect::none();
        };
        let taken = self.entries(env, filter).nth(marked).map(|it| it.taken);
        taken.map_or_else(Effect::none, |it| self.update(env, it))
    }

    /// The list of a menu, with so much room for the name of a line.
    pub(super) fn popup<'a>(&'a self, env: &Env<'a>, menu: &Menu, room: f32) -> Element<'a, Message> {
        let list = lines(env, self.lines(env, menu.filter), (menu.marked, room));
        if menu.filter != Filter::View || !self.is_new(env) {
            return popover(Length::Fill, list);
        }
        let texts = env.texts;
        let name = field(texts.board_view_name(), &self.naming)
            .id(Control::Name.id())
            .on_input(Message::ViewNamed)
            .on_submit(Message::ViewKept);
        let keep = button(texts.board_view_keep()).compact().icon(icon::SAVE);
        let keep = if self.naming.trim().is_empty() {
            keep.locked(texts.board_view_unnamed())
        } else {
            keep.on_press(Message::ViewKept)
        };
        let naming = row![container(Element::from(name)).width(Length::Fill), Element::from(keep)];
        let naming = container(naming.spacing(6).align_y(Center)).padding([6, 4]);
        popover(Length::Fill, column![list, line_across(), naming].spacing(4))
    }
}

type Look = fn(&crate::ui::theme::Theme, widget::button::Status) -> widget::button::Style;

/// Lines in sight before the menu scrolls.
const LINES: usize = 14;
/// What the bars above and the room below a menu take of the window.
const AROUND: f32 = 150.0;
/// The lines of the menu that is open.
const LIST: &str = "board-menu-lines";
/// The marked one of them.
const MARKED: &str = "board-menu-marked";

#[expect(clippy::cast_precision_loss, reason = "a menu has few lines")]
fn lines<'a>(env: &Env<'a>, all: Vec<Line>, (marked, room): (usize, f32)) -> Element<'a, Message> {
    let forget = env.texts.board_view_forget();
    let most = (env.window.height - AROUND).max(4.0 * Height::CONTROL);
    let height = (all.len().min(LINES) as f32 * Height::CONTROL).min(most);
    let mut place = 0;
    let drawn: Vec<Element<'a, Message>> = all
        .into_iter()
        .map(|it| match it {
            Line::Heading(name) => container(caption(name).style(style::text::ink3))
                .height(Height::CONTROL)
                .padding([0, 8])
                .align_y(Center)
                .into(),
            Line::Entry(entry) => {
                place += 1;
                if place - 1 == marked {
                    let drawn = line(entry, style::button::option_marked, (forget, room));
                    container(drawn).id(MARKED).into()
                } else {
                    line(entry, style::button::option, (forget, room))
                }
            }
        })
        .collect();
    scrollable(column(drawn)).id(LIST).direction(style::scroll::beside()).width(Length::Fill).height(height).into()
}

fn line(it: Entry, look: Look, (forget, room): (&str, f32)) -> Element<'_, Message> {
    let tick: Element<'_, Message> = if it.chosen { icon_small(icon::CHECK).into() } else { space().width(14).into() };
    let content = row![tick, fitted(&it.name, Face::Body, room), space().width(Length::Fill)]
        .push(it.count.map(|it| hint(it.to_string())))
        .spacing(8)
        .height(Length::Fill)
        .align_y(Center);
    let drawn = widget::button(content)
        .width(Length::Fill)
        .height(Height::CONTROL)
        .padding([0, 8])
        .style(look)
        .on_press(it.taken);
    match it.forgets {
        Some(message) => row![drawn, icon_button(icon::X, forget, Some(message), 0)].align_y(Center).into(),
        None => drawn.into(),
    }
}
