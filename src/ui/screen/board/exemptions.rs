//! The list of exemptions: which limit, why, in which words, by whom (X19). It lies where the dock lies.

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{column, container, mouse_area, opaque, row, space, text::Wrapping},
};

use super::{Message, State};
use crate::books::Exemption;
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::case_words;
use crate::ui::part::form::{Step, reveal};
use crate::ui::screen::Action;
use crate::ui::style::{self, Elevation, row::Standing};
use crate::ui::theme::{Element, Height, Radius, Tone};
use crate::ui::widget::{
    badge, body, heading, hint, icon as glyph, icon_button, keycaps, lift, line_across, scroll_named, small,
    small_strong,
};

const WIDTH: f32 = 372.0;
/// The lines.
const LIST: &str = "board-exemptions";
/// The one with the keyboard.
const MARKED: &str = "board-exemption-marked";
/// The newest ones that are shown.
const MOST: usize = 200;

impl State {
    pub(super) fn list_exemptions(&mut self) -> Effect<Message, Action> {
        self.menu = None;
        self.dock = None;
        self.exemptions = Panel::Open { marked: 0 };
        Effect::task(self.ring.leave())
    }

    pub(super) fn leave_exemptions(&mut self) -> Effect<Message, Action> {
        self.exemptions = Panel::Closed;
        Effect::none()
    }

    pub(super) fn move_in_exemptions(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let Panel::Open { marked } = &mut self.exemptions else { return Effect::none() };
        let last = seen(env).len().min(MOST).saturating_sub(1);
        *marked = match step {
            Step::Next => (*marked + 1).min(last),
            Step::Previous => marked.saturating_sub(1),
        };
        Effect::task(reveal(LIST, MARKED))
    }

    /// What a key means while the list is open: the board has none of them.
    pub(super) fn pressed_in_exemptions(env: &Env<'_>, marked: usize, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Escape) {
            Some(Message::ExemptionsLeft)
        } else if is(Named::ArrowDown) {
            Some(Message::ExemptionMoved(Step::Next))
        } else if is(Named::ArrowUp) {
            Some(Message::ExemptionMoved(Step::Previous))
        } else if is(Named::Enter) {
            seen(env).get(marked).map(|it| Message::Opened(it.complaint))
        } else {
            None
        }
    }

    pub(super) fn exemption_list<'a>(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let Panel::Open { marked } = self.exemptions else { return None };
        let texts = env.texts;
        let all: Vec<&Exemption> = seen(env);
        let head = row![
            glyph(icon::SHIELD).style(style::text::link),
            heading(texts.board_exemptions()).wrapping(Wrapping::None),
            hint(all.len().to_string()),
            space().width(Length::Fill),
            keycaps(Shortcut::named(Named::Escape)),
            icon_button(icon::X, texts.close(), Some(Message::ExemptionsLeft), 0)
        ];
        let head =
            container(head.spacing(8).align_y(Center)).height(Height::PANE_HEAD - 1.0).padding([0, 16]).align_y(Center);
        let lines = all.iter().take(MOST).enumerate().map(|(place, it)| {
            let standing = if place == marked { Standing::Cursor } else { Standing::Rest };
            line(env, it, standing)
        });
        let content: Element<'a, Message> = if all.is_empty() {
            container(hint(texts.board_no_exemptions())).padding(16).into()
        } else {
            scroll_named(LIST, column(lines)).into()
        };
        let drawn = column![head, line_across(), hint_line(env), content];
        let panel = container(drawn).width(WIDTH).height(Length::Fill).padding(1).style(style::surface::dock);
        let panel = opaque(lift(Elevation::Popover, Radius::Chip, panel));
        Some(row![space().width(Length::Fill), panel].into())
    }
}

/// Whether the list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Panel {
    /// With the keyboard on one of them.
    Open { marked: usize },
    #[default]
    Closed,
}

/// Those that this viewer may see, the newest first.
fn seen<'a>(env: &Env<'a>) -> Vec<&'a Exemption> {
    let Some(viewer) = env.person() else { return Vec::new() };
    let sees = |id: ComplaintId| env.books.row(id).is_some_and(|it| env.books.sees_row(viewer, it));
    env.books.exemptions().iter().rev().filter(|it| sees(it.complaint)).collect()
}

fn hint_line<'a>(env: &Env<'a>) -> Element<'a, Message> {
    container(hint(env.texts.board_exempt_hint())).padding([8, 16]).into()
}

fn line<'a>(env: &Env<'a>, it: &'a Exemption, standing: Standing) -> Element<'a, Message> {
    let texts = env.texts;
    let when = texts.moment(env.calendar().local(it.stamp.at), env.today());
    let head = row![
        small_strong(it.complaint.short()).wrapping(Wrapping::None),
        badge(Tone::Paused, texts.name(it.clock.name)),
        small(texts.name(it.reason)).wrapping(Wrapping::None),
        space().width(Length::Fill),
        hint(when)
    ];
    let words = match env.cloak {
        Cloak::Off => it.words.as_str(),
        Cloak::On => texts.customer_cloaked(),
    };
    let by = small(case_words::person(env, it.stamp.by)).style(style::text::ink3);
    let drawn = column![head.spacing(8).align_y(Center), body(words), by].spacing(2);
    let drawn = container(drawn).padding([8, 16]).width(Length::Fill).style(style::row::row(standing));
    let drawn = if standing == Standing::Cursor { drawn.id(MARKED) } else { drawn };
    let drawn = column![drawn, line_across()];
    mouse_area(drawn).on_press(Message::Opened(it.complaint)).interaction(iced::mouse::Interaction::Pointer).into()
}
