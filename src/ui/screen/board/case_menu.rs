//! The menu of a case: everything that this viewer can do about it now, drawn from `may()` (STYLE 11).

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{self, column, container, row, scrollable, space, text::Wrapping},
};

use super::dock::{self, Kind, Purpose};
use super::{Message, State, sending};
use crate::domain::complaint::{Complaint, Verb};
use crate::domain::id::{ComplaintId, OrderNo};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::{Cap, Press, Shortcut};
use crate::ui::part::case_words;
use crate::ui::part::form::{Step, reveal};
use crate::ui::screen::Action;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Height};
use crate::ui::widget::{body, dropdown, icon_small, keycap, measure, popover};

/// The menu that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CaseMenu {
    pub(super) id: ComplaintId,
    marked: usize,
}

/// A line of it.
struct Item {
    sign: Icon,
    name: String,
    letter: Option<char>,
    message: Message,
}

/// What concerns a work order, with its letter.
const OF_ORDERS: [(Kind, char); 6] = [
    (Kind::Remind, 'w'),
    (Kind::Supervise, 's'),
    (Kind::GiveBack, 'r'),
    (Kind::Transfer, 't'),
    (Kind::Assist, 'a'),
    (Kind::Reassign, 'h'),
];
/// What concerns the case.
const OF_CASES: [(Kind, char); 6] = [
    (Kind::Meet, 'g'),
    (Kind::Communicate, 'c'),
    (Kind::Note, 'n'),
    (Kind::AssignTracking, 'k'),
    (Kind::Escalate, 'q'),
    (Kind::Review, 'f'),
];

impl State {
    pub(super) fn want_menu(&mut self, id: ComplaintId) -> Effect<Message, Action> {
        self.cursor = Some(id);
        self.menu = None;
        self.drag = None;
        self.case_menu = Some(CaseMenu { id, marked: 0 });
        Effect::task(self.ring.leave())
    }

    pub(super) fn leave_case_menu(&mut self) -> Effect<Message, Action> {
        self.case_menu = None;
        Effect::none()
    }

    pub(super) fn move_in_case_menu(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        if let Some(menu) = &mut self.case_menu {
            let last = items(env, menu.id).len().saturating_sub(1);
            menu.marked = match step {
                Step::Next if menu.marked == last => 0,
                Step::Next => menu.marked + 1,
                Step::Previous => menu.marked.checked_sub(1).unwrap_or(last),
            };
        }
        Effect::task(reveal(LIST, MARKED))
    }

    pub(super) fn take_case_item(&mut self, env: &Env<'_>, place: usize) -> Effect<Message, Action> {
        let Some(menu) = self.case_menu.take() else { return Effect::none() };
        match items(env, menu.id).into_iter().nth(place) {
            Some(item) => self.update(env, item.message),
            None => Effect::none(),
        }
    }

    pub(super) fn pressed_in_case_menu(env: &Env<'_>, menu: CaseMenu, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Escape) || Step::of(press).is_some() {
            return Some(Message::CaseMenuLeft);
        }
        if is(Named::ArrowDown) {
            return Some(Message::CaseMenuMoved(Step::Next));
        }
        if is(Named::ArrowUp) {
            return Some(Message::CaseMenuMoved(Step::Previous));
        }
        if is(Named::Enter) || is(Named::Space) {
            return Some(Message::CaseItemTaken(menu.marked));
        }
        let letter = press.alone()?;
        items(env, menu.id).iter().position(|it| it.letter == Some(letter)).map(Message::CaseItemTaken)
    }

    /// Hangs the menu below the card or row of its case.
    pub(super) fn with_menu<'a>(
        &'a self,
        env: &Env<'a>,
        id: ComplaintId,
        drawn: Element<'a, Message>,
    ) -> Element<'a, Message> {
        let Some(menu) = self.case_menu.filter(|it| it.id == id) else { return drawn };
        let all = items(env, id);
        let widest = all.iter().map(|it| measure(&it.name, Face::Body)).fold(0.0, f32::max);
        #[expect(clippy::cast_precision_loss, reason = "a menu has few lines")]
        let height = (all.len().min(LINES) as f32 * LINE).min((env.window.height - AROUND).max(4.0 * LINE));
        let lines = all.into_iter().enumerate().map(|(place, it)| line(it, (place, menu.marked)));
        let list = scrollable(column(lines)).id(LIST).direction(style::scroll::beside());
        let list = list.width(Length::Fill).height(height);
        let width = (widest + 86.0).clamp(180.0, 320.0);
        dropdown(drawn, Some(popover(Length::Fill, list)), Some(width), Message::CaseMenuLeft)
    }
}

/// Lines in sight before the menu scrolls.
const LINES: usize = 18;
/// Above and below a menu.
const AROUND: f32 = 60.0;
/// The lines of the menu.
const LIST: &str = "board-case-menu";
/// The marked one.
const MARKED: &str = "board-case-menu-marked";
/// A line.
const LINE: f32 = 28.0;

fn line<'a>(it: Item, (place, marked): (usize, usize)) -> Element<'a, Message> {
    let content = row![icon_small(it.sign), body(it.name).wrapping(Wrapping::None), space().width(Length::Fill)]
        .push(it.letter.map(|letter| keycap(Cap::Sign(letter.to_ascii_uppercase()))))
        .spacing(8)
        .align_y(Center);
    let look = if place == marked { style::button::option_marked } else { style::button::option };
    let drawn = widget::button(container(content).height(Length::Fill).align_y(Center))
        .width(Length::Fill)
        .height(LINE.min(Height::CONTROL))
        .padding([0, 8])
        .style(look)
        .on_press(Message::CaseItemTaken(place));
    if place == marked { container(drawn).id(MARKED).into() } else { drawn.into() }
}

/// Everything that can be done about a case from here.
fn items(env: &Env<'_>, id: ComplaintId) -> Vec<Item> {
    let texts = env.texts;
    let mut all = vec![Item {
        sign: icon::EXTERNAL_LINK,
        name: texts.board_open_case().to_owned(),
        letter: Some('e'),
        message: Message::Opened(id),
    }];
    if let Some(complaint) = env.books.complaint(id) {
        if let Some((verb, sign)) = dock::due_verb(env, complaint) {
            let name = texts.board_form_of(texts.name(verb));
            all.push(Item { sign, name, letter: Some('d'), message: Message::DockAsked(id) });
        }
        if let Some(reminder) = sending::reminder(env, id) {
            let name = texts.board_remind_whom(reminder.whom);
            all.push(Item { sign: icon::BELL, name, letter: Some('u'), message: Message::Reminded(id) });
        }
        all.extend(of_orders(env, complaint));
        all.extend(of_case(env, complaint));
    }
    let last = env.books.complaint(id).and_then(|it| it.orders.last()).map(|it| it.no);
    if let Some(order) = last {
        let message = Message::SlipCopied(id, order);
        let name = texts.board_copy_slip().to_owned();
        all.push(Item { sign: icon::MESSAGE_SQUARE, name, letter: Some('p'), message });
        let name = texts.board_picture_slip().to_owned();
        all.push(Item { sign: icon::IMAGE, name, letter: Some('i'), message: Message::SlipPictured(id, order) });
        let name = texts.board_save_slip().to_owned();
        all.push(Item { sign: icon::DOWNLOAD, name, letter: Some('o'), message: Message::SlipSaved(id, order) });
    }
    all.push(Item {
        sign: icon::COPY,
        name: texts.board_copy_number().to_owned(),
        letter: Some('y'),
        message: Message::NumberCopied(id),
    });
    all
}

fn of_orders(env: &Env<'_>, complaint: &Complaint) -> Vec<Item> {
    let open: Vec<OrderNo> = complaint.current_orders().filter(|it| it.stage.is_open()).map(|it| it.no).collect();
    let mut all = Vec::new();
    for (kind, letter) in OF_ORDERS {
        let able = open.iter().filter(|it| dock::can(env, complaint, (kind.verb(), Some(**it))));
        for (place, order) in able.enumerate() {
            let name = named(env, complaint, (kind.verb(), (*order, open.len())));
            let letter = (place == 0).then_some(letter);
            let message = Message::FormAsked(complaint.id, Purpose::Deed(kind, Some(*order)));
            all.push(Item { sign: dock::sign(kind), name, letter, message });
        }
    }
    if let Some(order) = dock::recallable(env, complaint) {
        let name = named(env, complaint, (Verb::Recall, (order, open.len())));
        let message = Message::FormAsked(complaint.id, Purpose::Recall(order));
        all.push(Item { sign: icon::UNDO_2, name, letter: Some('b'), message });
    }
    all
}

/// The name of a verb on a work order; with the department where there are several.
fn named(env: &Env<'_>, complaint: &Complaint, (verb, (order, of)): (Verb, (OrderNo, usize))) -> String {
    let name = env.texts.board_form_of(env.texts.name(verb));
    match complaint.order(order).filter(|_| 1 < of) {
        Some(it) => format!("{name} {}", case_words::department(env, it.department)),
        None => name,
    }
}

fn of_case(env: &Env<'_>, complaint: &Complaint) -> Vec<Item> {
    let texts = env.texts;
    let mut all = Vec::new();
    if dock::may_exempt(env, complaint) {
        let message = Message::FormAsked(complaint.id, Purpose::Exempt);
        let name = texts.board_form_of(texts.name(Verb::Exempt));
        all.push(Item { sign: icon::CIRCLE_PAUSE, name, letter: Some('x'), message });
    }
    for (kind, letter) in OF_CASES {
        if dock::can(env, complaint, (kind.verb(), None)) {
            let message = Message::FormAsked(complaint.id, Purpose::Deed(kind, None));
            let name = texts.board_form_of(kind.name(texts));
            all.push(Item { sign: dock::sign(kind), name, letter: Some(letter), message });
        }
    }
    all
}
