//! 派单看板: lanes and list, and to whom a complaint goes (UI.md 5.3).
//!
//! What is shown is worked out from the books when something changed; the screen remembers only what was chosen: the
//! layout, the filters, the cursor, the ticks, and the dock with what was typed into it.

mod case_menu;
mod checked;
mod choice;
mod dock;
mod drag;
mod exemptions;
mod lanes;
mod list;
mod live;
mod moves;
mod projection;
mod saving;
mod sending;
mod tools;

use std::collections::{BTreeSet, HashSet};

use iced::{
    Length, Point, Task,
    keyboard::key::Named,
    widget::{Id, column, container, mouse_area, responsive, row, space, stack},
};
use serde::{Deserialize, Serialize};

use self::case_menu::CaseMenu;
use self::choice::{Kept, SavedView};
use self::dock::Dock;
use self::drag::Drag;
use self::live::{Live, Pointer};
use self::projection::Projection;
use self::tools::Menu;
use super::{Action, Place};
use crate::app::{Done, Refused};
use crate::books::board::{Closed, Given, Lane, Sort, Wanted};
use crate::domain::complaint::Verb;
use crate::domain::id::{ComplaintId, OrderNo};
use crate::domain::moment::Moment;
use crate::domain::record::Recorded;
use crate::platform::clipboard::NotTaken;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{FocusRing, Meant, Step, Stop, is_meant};
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Empty, Note, Window, button, empty, icon_button, note};

pub use choice::{Choice, Column};
pub use dock::{Change as DeedChange, Kind as Deed, Message as DockMessage, Purpose};
pub use moves::Way;
pub use saving::NotSaved;
pub use sending::{Batch, Sent};
pub(crate) use sending::{Reminder, reminder};
pub use tools::Filter;

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    layout: Layout,
    choice: Choice,
    kept: Kept,
    /// The name of a view that is about to be kept.
    naming: String,
    live: Live,
    heights: lanes::Heights,
    cursor: Option<ComplaintId>,
    checked: BTreeSet<ComplaintId>,
    hovered: Option<ComplaintId>,
    menu: Option<Menu>,
    case_menu: Option<CaseMenu>,
    ring: FocusRing<Control>,
    dock: Option<Dock>,
    drag: Option<Drag>,
    window: Window,
    /// How far each lane is scrolled.
    scrolled: [Window; 6],
    trouble: Option<Trouble>,
    projection: Option<Projection>,
    exemptions: exemptions::Panel,
}

/// Lanes or rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// 看板
    #[default]
    Lanes,
    /// 列表
    Rows,
}

impl Layout {
    fn other(self) -> Self {
        match self {
            Self::Lanes => Self::Rows,
            Self::Rows => Self::Lanes,
        }
    }
}

/// Something outside the dock was refused; it stays in sight until it is put away.
#[derive(Debug)]
struct Trouble {
    title: String,
    words: String,
    way: Option<OtherWay>,
}

/// What can be done instead.
#[derive(Debug)]
struct OtherWay {
    name: String,
    message: Message,
}

impl Trouble {
    /// There is no other way.
    fn plain(title: String, words: String) -> Self {
        Self { title, words, way: None }
    }
}

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
    Chosen(Box<Choice>),
    /// Chose one of the views: its place in the menu.
    ViewChosen(usize),
    /// Typed the name of a view.
    ViewNamed(String),
    /// Keeps what is shown under that name.
    ViewKept,
    /// Forgets a view.
    ViewForgotten(String),
    /// Shows a column of the list, or puts it away.
    ColumnToggled(Column),
    /// Wants to type words to search for.
    WordsAsked,
    /// Typed them.
    WordsTyped(String),
    /// Moved the keyboard between the controls.
    Stepped(Step),
    /// Left the controls for the cards.
    ControlLeft,
    /// Pressed a card or row.
    Pressed(ComplaintId),
    /// Moved the cursor.
    Moved(Way),
    /// The pointer is over a row.
    Hovered(Option<ComplaintId>),
    /// The pointer came to the cards or left them.
    PointerCame,
    /// The pointer left the cards.
    PointerLeft,
    /// Puts what changed meanwhile in its place.
    UpdatesWanted,
    /// Scrolled the rows.
    Scrolled(Window),
    /// Scrolled a lane.
    LaneScrolled(Lane, Window),
    /// Moved the pointer with a card.
    Dragged(Point),
    /// The pointer with a card is over a lane.
    DraggedOver(Lane),
    /// The pointer with a card left a lane.
    DraggedOff(Lane),
    /// Let the card go.
    Dropped,
    /// Took the card out of the window: it goes back.
    DragLeft,
    /// Ticked a card or row.
    Checked(ComplaintId),
    /// Ticked all of them.
    AllChecked,
    /// Takes every tick away.
    Unchecked,
    /// 派单 of the ticked ones.
    CheckedDispatched,
    /// 催办 of the ticked ones.
    CheckedReminded,
    /// Somebody else is to track the ticked ones.
    CheckedTracked,
    /// Copies the numbers of the ticked ones.
    NumbersCopied,
    /// Exports the ticked ones, or all that are shown.
    ExportAsked,
    /// A file is there, or not.
    Saved(Result<Option<String>, NotSaved>),
    /// Something was done that only needs to be said.
    Told(String),
    /// Opened the case.
    Opened(ComplaintId),
    /// Wants to see what can be done about a case.
    MenuWanted(ComplaintId),
    /// Left that menu.
    CaseMenuLeft,
    /// Moved the mark in it.
    CaseMenuMoved(Step),
    /// Took one of its lines.
    CaseItemTaken(usize),
    /// Asked for the form of something.
    FormAsked(ComplaintId, Purpose),
    /// Copies a number.
    NumberCopied(ComplaintId),
    /// Copies the dispatch of a work order as a message for a chat.
    SlipCopied(ComplaintId, OrderNo),
    /// Puts a picture of its slip on the clipboard.
    SlipPictured(ComplaintId, OrderNo),
    /// It lies there, or the clipboard did not take it.
    SlipTaken(ComplaintId, OrderNo, Result<(), NotTaken>),
    /// Saves the picture of its slip as a file.
    SlipSaved(ComplaintId, OrderNo),
    /// 豁免清单.
    ExemptionsAsked,
    /// Closed it.
    ExemptionsLeft,
    /// 投屏.
    ProjectionAsked,
    /// Off the wall.
    ProjectionLeft,
    /// Turned a page on the wall.
    PageTurned(Step),
    /// Opened the dock on a case.
    DockAsked(ComplaintId),
    /// Did something in the dock.
    Dock(dock::Message),
    /// Reminded who has a case.
    Reminded(ComplaintId),
    /// Took back what was dispatched at an instant, of each complaint.
    TakenBack(Vec<(ComplaintId, Moment)>),
    /// What was sent came back.
    Acted(Sent, Box<Result<Done, Refused>>),
    /// What was sent for several came back.
    ActedOnAll(Batch, Vec<(ComplaintId, Result<Done, Refused>)>),
    /// Put a trouble away.
    TroubleRead,
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::LayoutChosen(layout) => self.choose_layout(env, layout),
            Message::MenuToggled(filter) => self.toggle_menu(env, filter),
            Message::MenuLeft => self.leave_menu(),
            Message::MenuMoved(step) => self.move_in_menu(env, step),
            Message::MenuTaken => self.take_from_menu(env),
            Message::Chosen(choice) => self.choose(env, *choice),
            Message::ViewChosen(place) => self.view_chosen(env, place),
            Message::ViewNamed(name) => self.name_view(env, name),
            Message::ViewKept => self.keep_view(env),
            Message::ViewForgotten(name) => self.forget_view(env, &name),
            Message::ColumnToggled(column) => self.toggle_column(env, column),
            Message::WordsAsked => self.ask_words(),
            Message::WordsTyped(words) => self.type_words(env, words),
            Message::Stepped(step) => self.step(step),
            Message::ControlLeft => Effect::task(self.ring.leave()),
            Message::Pressed(id) => self.press(env, id),
            Message::Moved(way) => self.move_cursor(env, way),
            Message::Hovered(id) => self.hover(id),
            Message::PointerCame => self.point(env, Pointer::Inside),
            Message::PointerLeft => self.point(env, Pointer::Outside),
            Message::UpdatesWanted => self.apply_updates(env),
            Message::Scrolled(window) => self.scroll(window),
            Message::LaneScrolled(lane, window) => self.scroll_lane(lane, window),
            Message::Dragged(to) => self.drag_to(env, to),
            Message::DraggedOver(lane) => self.drag_over(lane),
            Message::DraggedOff(lane) => self.drag_off(lane),
            Message::Dropped => self.drop_card(env),
            Message::DragLeft => self.stop_dragging(),
            Message::Checked(id) => self.toggle_check(id),
            Message::AllChecked => self.toggle_all(env),
            Message::Unchecked => self.uncheck(env),
            Message::CheckedDispatched => self.dispatch_checked(env),
            Message::CheckedReminded => self.remind_checked(env),
            Message::CheckedTracked => self.track_checked(env),
            Message::NumbersCopied => self.copy_numbers(env),
            Message::ExportAsked => self.export(env),
            Message::Saved(outcome) => self.saved(env, outcome),
            Message::Told(words) => Self::tell(words),
            Message::Opened(id) => self.open(id),
            Message::MenuWanted(id) => self.want_menu(id),
            Message::CaseMenuLeft => self.leave_case_menu(),
            Message::CaseMenuMoved(step) => self.move_in_case_menu(env, step),
            Message::CaseItemTaken(place) => self.take_case_item(env, place),
            Message::FormAsked(id, purpose) => self.open_dock_for(env, id, purpose),
            Message::NumberCopied(id) => Self::copy_number(env, id),
            Message::SlipCopied(id, order) => Self::copy_slip(env, id, order),
            Message::SlipPictured(id, order) => Self::picture_slip(env, id, order),
            Message::SlipTaken(id, order, outcome) => self.slip_taken(env, (id, order), outcome),
            Message::SlipSaved(id, order) => Self::save_slip(env, id, order),
            Message::ExemptionsAsked => self.list_exemptions(),
            Message::ExemptionsLeft => self.leave_exemptions(),
            Message::ProjectionAsked => self.project(env),
            Message::ProjectionLeft => self.stop_projecting(),
            Message::PageTurned(step) => self.turn_page(step),
            Message::DockAsked(id) => self.open_dock(env, id),
            Message::Dock(message) => self.in_dock(env, message),
            Message::Reminded(id) => Self::remind(env, id),
            Message::TakenBack(what) => Self::take_back(env, &what),
            Message::Acted(sent, outcome) => self.acted(env, sent, *outcome),
            Message::ActedOnAll(batch, outcomes) => self.acted_on_all(env, batch, &outcomes),
            Message::TroubleRead => self.forget_trouble(),
        }
    }

    /// The case on which the cursor stands.
    #[must_use]
    pub fn selected(&self) -> Option<ComplaintId> {
        self.cursor
    }

    /// The screen was opened: the cursor stands on the first card.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.menu = None;
        self.case_menu = None;
        self.hovered = None;
        self.drag = None;
        self.checked.clear();
        self.let_go();
        self.kept = Kept::of(env);
        self.arrange(env);
        self.settle(env);
        Effect::task(self.ring.leave())
    }

    /// A complaint was asked for here: the cursor goes to it and the dock opens.
    pub fn show(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        if self.shown(env).row_of(id).is_none() {
            self.choice = Choice::default();
            self.arrange(env);
        }
        self.open_dock(env, id)
    }

    /// A list of complaints was asked for: the rows show these and no others, closed ones too.
    pub fn show_given(&mut self, env: &Env<'_>, given: Given) -> Effect<Message, Action> {
        let wanted = Wanted { given: Some(given), closed: Closed::With, sort: Sort::Newest, ..Wanted::default() };
        self.choice = Choice { wanted, burns: None };
        self.layout = Layout::Rows;
        self.checked.clear();
        self.dock = None;
        self.arrange(env);
        self.cursor = self.shown(env).row(0);
        Effect::task(self.ring.leave())
    }

    /// The log told facts.
    pub fn told(&mut self, env: &Env<'_>, facts: &[Recorded]) -> Effect<Message, Action> {
        self.follow(env, facts);
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
        let trouble = self.trouble.as_ref().map(|it| container(trouble_note(&env, it)).padding([8, 16]).into());
        let body = responsive(move |size| self.body(&env, size));
        let body = mouse_area(container(body).width(Length::Fill).height(Length::Fill))
            .on_enter(Message::PointerCame)
            .on_exit(Message::PointerLeft);
        let carried = if self.dragged().is_some() { dock::Carried::Yes } else { dock::Carried::No };
        let docked =
            self.dock.as_ref().map(|it| row![space().width(Length::Fill), it.view(&env, carried).map(Message::Dock)]);

        // Each has its own layer, there or not: what is typed in the dock keeps its place when another comes or goes.
        let layer = |it: Option<Element<'a, Message>>| it.unwrap_or_else(|| space().into());
        let below = stack![
            body,
            layer(self.news(&env)),
            layer(self.bulk_bar(&env)),
            layer(docked.map(Element::from)),
            layer(self.exemption_list(&env)),
            layer(self.ghost(&env))
        ];
        self.draggable(column![self.tools(&env), layer(trouble), below.height(Length::Fill)].into())
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        let shown = self.shown(env);
        let sum = |count: fn(&crate::books::board::Lineup, Lane, Moment) -> usize| {
            Lane::ALL.iter().map(|it| count(&shown, *it, env.now)).sum::<usize>()
        };
        let (late, soon) = (sum(crate::books::board::Lineup::late), sum(crate::books::board::Lineup::soon));
        env.texts.board_summary(late, shown.open().len(), soon)
    }

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
        if self.menu.is_some() {
            return Menu::pressed(press);
        }
        if self.exemptions == exemptions::Panel::Open && Shortcut::named(Named::Escape).matches(press) {
            return Some(Message::ExemptionsLeft);
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

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        self.projection.is_some() || self.shown(env).runs_out(env.now, env.now + chrono::TimeDelta::hours(1))
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

    /// The cursor stands on something that is there.
    fn settle(&mut self, env: &Env<'_>) {
        let shown = self.shown(env);
        let there = |id: ComplaintId| match self.layout {
            Layout::Rows => shown.row_of(id).is_some(),
            Layout::Lanes => shown.spot(id).is_some(),
        };
        if !self.cursor.is_some_and(there) {
            self.cursor = match self.layout {
                Layout::Rows => shown.row(0),
                Layout::Lanes => Lane::ALL.iter().find_map(|it| shown.lane(*it).first()).map(|it| it.id),
            };
        }
        if !self.checked.is_empty() {
            let there: HashSet<ComplaintId> = shown.ids().collect();
            self.checked.retain(|it| there.contains(it));
        }
    }

    fn body<'a>(&'a self, env: &Env<'a>, size: iced::Size) -> Element<'a, Message> {
        let shown = self.shown(env);
        if shown.is_empty() {
            return self.nothing(env);
        }
        match self.layout {
            Layout::Lanes => self.lanes(env, &shown, size),
            Layout::Rows => self.rows(env, &shown, size.width),
        }
    }

    fn nothing<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let words = self.choice.wanted.words.trim();
        if !self.choice.is_filtered() {
            let register = env
                .may(Verb::Register)
                .then(|| button(texts.nav_register()).icon(icon::FILE_PEN_LINE).on_press(Message::Moved(Way::Intake)));
            return empty(Empty {
                tone: Tone::Success,
                icon: icon::CIRCLE_CHECK,
                title: texts.board_empty_title().into(),
                words: texts.board_empty_words().into(),
                actions: register.map(Element::from).into_iter().collect(),
            });
        }
        let clear = button(texts.board_clear()).on_press(Message::Chosen(Box::new(self.choice.cleared())));
        let mut actions: Vec<Element<'a, Message>> = Vec::new();
        if !words.is_empty() && self.choice.wanted.closed == Closed::Without {
            let with = self.choice.with_closed(Closed::With);
            actions.push(button(texts.board_search_closed()).on_press(Message::Chosen(Box::new(with))).into());
        }
        actions.push(clear.into());
        let title = if words.is_empty() { texts.board_none_title().to_owned() } else { texts.board_not_found(words) };
        empty(Empty {
            tone: Tone::Paused,
            icon: icon::FUNNEL,
            title: title.into(),
            words: texts.board_none_words().into(),
            actions,
        })
    }

    /// n 项更新, over the upper edge of the cards.
    fn news<'a>(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let count = self.waiting();
        if count == 0 {
            return None;
        }
        let chip = button(env.texts.board_updates(count))
            .compact()
            .icon(icon::REFRESH_CW)
            .keys(Shortcut::named(Named::F5))
            .on_press(Message::UpdatesWanted);
        let chip = crate::ui::widget::lift(style::Elevation::Popover, crate::ui::theme::Radius::Control, chip);
        Some(container(chip).width(Length::Fill).align_x(iced::Center).padding([4, 0]).into())
    }

    fn choose_layout(&mut self, env: &Env<'_>, layout: Layout) -> Effect<Message, Action> {
        self.layout = layout;
        self.menu = None;
        self.hovered = None;
        if layout == Layout::Lanes && self.choice.wanted.closed == Closed::With {
            return self.choose(env, self.choice.with_closed(Closed::Without));
        }
        self.settle(env);
        self.reveal(env)
    }

    fn view_chosen(&mut self, env: &Env<'_>, place: usize) -> Effect<Message, Action> {
        let all: Vec<SavedView> = choice::ready(env).into_iter().chain(self.kept.views.iter().cloned()).collect();
        match all.into_iter().nth(place) {
            Some(view) => self.choose_view(env, view),
            None => Effect::none(),
        }
    }

    fn name_view(&mut self, env: &Env<'_>, name: String) -> Effect<Message, Action> {
        if is_meant(env, &self.naming, &name) == Meant::Yes {
            self.naming = name;
        }
        Effect::none()
    }

    fn ask_words(&mut self) -> Effect<Message, Action> {
        Effect::task(self.ring.go(Control::Words))
    }

    fn type_words(&mut self, env: &Env<'_>, words: String) -> Effect<Message, Action> {
        if is_meant(env, &self.choice.wanted.words, &words) == Meant::No {
            return Effect::none();
        }
        self.choose(env, self.choice.with_words(words))
    }

    fn step(&mut self, step: Step) -> Effect<Message, Action> {
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
    fn words_shown(&self) -> bool {
        self.ring.at() == Some(Control::Words) || !self.choice.wanted.words.is_empty()
    }

    /// A card was pressed: with Ctrl it is ticked, with Shift everything up to it; else the cursor goes there, and it
    /// may be dragged from now on.
    fn press(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
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

    fn open(&mut self, id: ComplaintId) -> Effect<Message, Action> {
        self.drag = None;
        Effect::action(Action::Show(Place::Handling, id))
    }

    fn hover(&mut self, id: Option<ComplaintId>) -> Effect<Message, Action> {
        self.hovered = id;
        Effect::none()
    }

    fn scroll(&mut self, window: Window) -> Effect<Message, Action> {
        self.window = window;
        Effect::none()
    }

    fn scroll_lane(&mut self, lane: Lane, window: Window) -> Effect<Message, Action> {
        if let Some(scrolled) = self.scrolled.get_mut(lane.place()) {
            *scrolled = window;
        }
        Effect::none()
    }

    fn forget_trouble(&mut self) -> Effect<Message, Action> {
        self.trouble = None;
        Effect::none()
    }
}

fn trouble_note<'a>(env: &Env<'a>, trouble: &'a Trouble) -> Element<'a, Message> {
    let way =
        trouble.way.as_ref().map(|it| Element::from(button(it.name.as_str()).compact().on_press(it.message.clone())));
    let close = icon_button(icon::X, env.texts.close(), Some(Message::TroubleRead), 0);
    note(Note {
        tone: Tone::Late,
        icon: icon::CIRCLE_ALERT,
        title: trouble.title.as_str().into(),
        words: trouble.words.as_str().into(),
        actions: way.into_iter().chain([close]).collect(),
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
