//! 派单看板: lanes and list, and to whom a complaint goes (UI.md 5.3).
//!
//! What is shown is worked out from the books when something changed; the screen remembers only what was chosen: the
//! layout, the filters, the cursor, and the dock with what was typed into it.

mod dock;
mod lanes;
mod list;
mod moves;
mod sending;
mod tools;

use std::rc::Rc;

use iced::{
    Length, Task,
    keyboard::key::Named,
    widget::{Id, column, container, responsive, row, space, stack},
};

use self::{dock::Dock, tools::Menu};
use super::{Action, Place};
use crate::app::{Done, Refused};
use crate::books::board::{Lane, Narrow, Sort, Spot};
use crate::books::{Heat, View};
use crate::domain::complaint::Verb;
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::record::{Position, Recorded};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{FocusRing, Step, Stop};
use crate::ui::part::memo::Memo;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Empty, Note, Window, button, empty, icon_button, note};

pub use dock::Message as DockMessage;
pub use moves::Way;
pub use sending::Sent;
pub(crate) use sending::{Reminder, reminder};
pub use tools::Filter;

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    layout: Layout,
    narrow: Narrow,
    sort: Sort,
    cursor: Option<ComplaintId>,
    hovered: Option<ComplaintId>,
    menu: Option<Menu>,
    ring: FocusRing<Control>,
    dock: Option<Dock>,
    window: Window,
    /// How many more cards were asked for, a lane.
    more: [usize; 6],
    trouble: Option<Trouble>,
    spots: Memo<Question, Vec<Spot>>,
}

/// Lanes or rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// 看板
    #[default]
    Lanes,
    /// 列表
    Rows,
}

/// What the spots depend on.
#[derive(Debug, Clone, PartialEq)]
struct Question {
    position: Position,
    viewer: PersonId,
    narrow: Narrow,
    sort: Sort,
}

/// Something outside the dock was refused; it stays in sight until it is put away.
#[derive(Debug)]
struct Trouble {
    id: ComplaintId,
    refused: Refused,
}

/// Where the keyboard can be besides the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// 看板/列表
    Layout,
    /// A menu of the tool bar.
    Menu(Filter),
    /// 清除
    Clear,
    /// The cards or rows.
    Cards,
}

impl Stop for Control {
    fn id(self) -> Id {
        match self {
            Self::Layout => Id::new("board-layout"),
            Self::Menu(Filter::Department) => Id::new("board-department"),
            Self::Menu(Filter::Category) => Id::new("board-category"),
            Self::Menu(Filter::Priority) => Id::new("board-priority"),
            Self::Menu(Filter::Sort) => Id::new("board-sort"),
            Self::Clear => Id::new("board-clear"),
            Self::Cards => Id::new("board-cards"),
        }
    }
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose lanes or rows.
    LayoutChosen(Layout),
    /// Opened or closed a menu of the tool bar.
    MenuToggled(Filter),
    /// Left the menu.
    MenuLeft,
    /// Moved the mark in the menu.
    MenuMoved(Step),
    /// Took the marked line of the menu.
    MenuTaken,
    /// Chose what is shown.
    Narrowed(Narrow),
    /// Chose the order.
    Sorted(Sort),
    /// Moved the keyboard between the controls.
    Stepped(Step),
    /// Left the controls for the cards.
    ControlLeft,
    /// Put the cursor on a card.
    Picked(ComplaintId),
    /// Moved the cursor.
    Moved(Way),
    /// The pointer is over a row.
    Hovered(Option<ComplaintId>),
    /// Scrolled the rows.
    Scrolled(Window),
    /// Wants more cards of a lane.
    MoreAsked(Lane),
    /// Opened the case.
    Opened(ComplaintId),
    /// Opened the dock on a case.
    DockAsked(ComplaintId),
    /// Did something in the dock.
    Dock(dock::Message),
    /// Reminded who has a case.
    Reminded(ComplaintId),
    /// Took back what was dispatched at an instant.
    TakenBack(ComplaintId, Moment),
    /// What was sent came back.
    Acted(Sent, Box<Result<Done, Refused>>),
    /// Put a trouble away.
    TroubleRead,
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::LayoutChosen(layout) => self.choose_layout(env, layout),
            Message::MenuToggled(filter) => self.toggle_menu(filter),
            Message::MenuLeft => self.leave_menu(),
            Message::MenuMoved(step) => self.move_in_menu(env, step),
            Message::MenuTaken => self.take_from_menu(env),
            Message::Narrowed(narrow) => self.narrow_to(narrow),
            Message::Sorted(sort) => self.sort_by(sort),
            Message::Stepped(step) => self.step(step),
            Message::ControlLeft => Effect::task(self.ring.leave()),
            Message::Picked(id) => self.pick(id),
            Message::Moved(way) => self.move_cursor(env, way),
            Message::Hovered(id) => self.hover(id),
            Message::Scrolled(window) => self.scroll(window),
            Message::MoreAsked(lane) => self.show_more(lane),
            Message::Opened(id) => Effect::action(Action::Show(Place::Handling, id)),
            Message::DockAsked(id) => self.open_dock(env, id),
            Message::Dock(message) => self.in_dock(env, message),
            Message::Reminded(id) => Self::remind(env, id),
            Message::TakenBack(id, at) => Self::take_back(env, id, at),
            Message::Acted(sent, outcome) => self.acted(env, sent, *outcome),
            Message::TroubleRead => self.forget_trouble(),
        }
    }

    /// The screen was opened: the cursor stands on the first card.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.menu = None;
        self.hovered = None;
        self.settle(env);
        Effect::task(self.ring.leave())
    }

    /// A complaint was asked for here: the cursor goes to it and the dock opens.
    pub fn show(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        if !self.spots(env).iter().any(|it| it.id == id) {
            self.narrow = Narrow::default();
        }
        self.open_dock(env, id)
    }

    /// The log told facts.
    pub fn told(&mut self, env: &Env<'_>, _facts: &[Recorded]) -> Effect<Message, Action> {
        self.settle(env);
        if self.dock.as_mut().is_some_and(|it| it.follow(env) == dock::Then::Close) {
            self.dock = None;
        }
        Effect::none()
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let env = *env;
        let trouble = self.trouble.as_ref().map(|it| container(trouble_note(&env, it)).padding([8, 16]));
        let body = responsive(move |size| self.body(&env, size));
        let docked = self.dock.as_ref().map(|it| row![space().width(Length::Fill), it.view(&env).map(Message::Dock)]);
        let below = stack![container(body).width(Length::Fill).height(Length::Fill)].push(docked);
        column![self.tools(&env)].push(trouble).push(below.height(Length::Fill)).into()
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        let spots = self.spots(env);
        let count = |heat| spots.iter().filter(|it| it.heat(env.calendar(), env.now) == heat).count();
        env.texts.board_summary(count(Heat::Late), spots.len(), count(Heat::Soon))
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if let Some(dock) = &self.dock {
            return dock.pressed(env, press).map(Message::Dock);
        }
        if self.menu.is_some() {
            return Menu::pressed(press);
        }
        if let Some(step) = Step::of(press) {
            return Some(Message::Stepped(step));
        }
        match self.ring.at() {
            Some(Control::Cards) | None => self.pressed_on_cards(env, press),
            Some(control) => self.pressed_on_control(control, press),
        }
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        let soon = env.now + chrono::TimeDelta::hours(1);
        let running = |it: &Spot| it.clock.is_some_and(|it| env.now < it.due && it.due < soon);
        self.spots(env).iter().any(|it| running(it) && it.heat(env.calendar(), env.now) != Heat::Still)
    }

    fn pressed_on_cards(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if press.field() == Field::Took {
            return None;
        }
        if let Some(way) = Way::of(press) {
            return Some(Message::Moved(way));
        }
        if press.alone() == Some('v') {
            let other = if self.layout == Layout::Lanes { Layout::Rows } else { Layout::Lanes };
            return Some(Message::LayoutChosen(other));
        }
        let cursor = self.cursor?;
        if Shortcut::named(Named::Enter).matches(press) || press.alone() == Some('e') {
            return Some(Message::Opened(cursor));
        }
        match press.alone() {
            Some('d') => Some(Message::DockAsked(cursor)),
            Some('u') if sending::reminder(env, cursor).is_some() => Some(Message::Reminded(cursor)),
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
                let other = if self.layout == Layout::Lanes { Layout::Rows } else { Layout::Lanes };
                Some(Message::LayoutChosen(other))
            }
            Control::Menu(filter) if used || is(Named::ArrowDown) => Some(Message::MenuToggled(filter)),
            Control::Clear if used => Some(Message::Narrowed(Narrow::default())),
            Control::Layout | Control::Menu(_) | Control::Clear | Control::Cards => None,
        }
    }

    fn spots(&self, env: &Env<'_>) -> Rc<Vec<Spot>> {
        let question =
            Question { position: env.books.position(), viewer: env.me, narrow: self.narrow, sort: self.sort };
        let view = View { viewer: env.me, now: env.now };
        self.spots.get(question, || env.books.spots(view, self.narrow, self.sort))
    }

    /// The cursor stands on something that is there.
    fn settle(&mut self, env: &Env<'_>) {
        let spots = self.spots(env);
        let there = |id: ComplaintId| spots.iter().any(|it| it.id == id);
        if !self.cursor.is_some_and(there) {
            self.cursor = match self.layout {
                Layout::Rows => spots.first().map(|it| it.id),
                Layout::Lanes => {
                    Lane::ALL.iter().find_map(|lane| spots.iter().find(|it| it.lane == *lane)).map(|it| it.id)
                }
            };
        }
    }

    fn body<'a>(&'a self, env: &Env<'a>, size: iced::Size) -> Element<'a, Message> {
        let spots = self.spots(env);
        if spots.is_empty() {
            return self.nothing(env);
        }
        match self.layout {
            Layout::Lanes => self.lanes(env, &spots, size),
            Layout::Rows => self.rows(env, &spots, size.width),
        }
    }

    fn nothing<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        if self.narrow == Narrow::default() {
            let register = env.may(Verb::Register).then(|| {
                button(env.texts.nav_register()).icon(icon::FILE_PEN_LINE).on_press(Message::Moved(Way::Intake))
            });
            return empty(Empty {
                tone: Tone::Success,
                icon: icon::CIRCLE_CHECK,
                title: env.texts.board_empty_title().into(),
                words: env.texts.board_empty_words().into(),
                actions: register.map(Element::from).into_iter().collect(),
            });
        }
        empty(Empty {
            tone: Tone::Paused,
            icon: icon::FUNNEL,
            title: env.texts.board_none_title().into(),
            words: env.texts.board_none_words().into(),
            actions: vec![button(env.texts.board_clear()).on_press(Message::Narrowed(Narrow::default())).into()],
        })
    }

    fn choose_layout(&mut self, env: &Env<'_>, layout: Layout) -> Effect<Message, Action> {
        self.layout = layout;
        self.menu = None;
        self.hovered = None;
        self.settle(env);
        self.reveal(env)
    }

    fn narrow_to(&mut self, narrow: Narrow) -> Effect<Message, Action> {
        self.narrow = narrow;
        self.menu = None;
        self.window = Window::default();
        if narrow == Narrow::default() && self.ring.at() == Some(Control::Clear) {
            return Effect::task(self.ring.leave());
        }
        Effect::none()
    }

    fn sort_by(&mut self, sort: Sort) -> Effect<Message, Action> {
        self.sort = sort;
        self.menu = None;
        Effect::none()
    }

    fn step(&mut self, step: Step) -> Effect<Message, Action> {
        let mut stops = vec![
            Control::Layout,
            Control::Menu(Filter::Department),
            Control::Menu(Filter::Category),
            Control::Menu(Filter::Priority),
        ];
        if self.narrow != Narrow::default() {
            stops.push(Control::Clear);
        }
        stops.extend([Control::Menu(Filter::Sort), Control::Cards]);
        Effect::task(self.ring.step(&stops, step))
    }

    fn pick(&mut self, id: ComplaintId) -> Effect<Message, Action> {
        self.cursor = Some(id);
        self.menu = None;
        let left: Task<Message> = self.ring.leave();
        match &self.dock {
            Some(dock) if dock.id() != id && dock.is_pristine() => {
                Effect::task(left).and_task(Task::done(Message::DockAsked(id)))
            }
            Some(_) | None => Effect::task(left),
        }
    }

    fn hover(&mut self, id: Option<ComplaintId>) -> Effect<Message, Action> {
        self.hovered = id;
        Effect::none()
    }

    fn scroll(&mut self, window: Window) -> Effect<Message, Action> {
        self.window = window;
        Effect::none()
    }

    fn show_more(&mut self, lane: Lane) -> Effect<Message, Action> {
        if let Some(more) = self.more.get_mut(lanes::place(lane)) {
            *more += lanes::PAGE;
        }
        Effect::none()
    }

    fn forget_trouble(&mut self) -> Effect<Message, Action> {
        self.trouble = None;
        Effect::none()
    }
}

fn trouble_note<'a>(env: &Env<'a>, trouble: &Trouble) -> Element<'a, Message> {
    note(Note {
        tone: Tone::Late,
        icon: icon::CIRCLE_ALERT,
        title: env.texts.board_refused(trouble.id.short()).into(),
        words: env.texts.refused(&trouble.refused, env.office()).into(),
        actions: vec![icon_button(icon::X, env.texts.close(), Some(Message::TroubleRead), 0)],
    })
}

/// The ground of the tool bar.
fn bar<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    column![
        container(content)
            .height(crate::ui::theme::Height::PANE_HEAD - 1.0)
            .width(Length::Fill)
            .padding([0, 16])
            .align_y(iced::Center)
            .clip(true)
            .style(style::surface::pane),
        crate::ui::widget::line_across()
    ]
    .into()
}
