//! F1 and `?`: what this screen is for, and the keys that work here. Every one also exists as a button.

use iced::{
    Center, Length, Task,
    keyboard::key::Named,
    widget::{column, container, operation::AbsoluteOffset, row, space, text::Wrapping},
};

use super::key_table::{self, Words};
use super::{Message, Shell};
use crate::i18n::Texts;
use crate::ui::env::Frame;
use crate::ui::icon;
use crate::ui::keys::{Cap, Press, Shortcut};
use crate::ui::part::form::Step;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Height, Tone};
use crate::ui::widget::{
    Width, body, button, caption, caption_strong, fitted, keycaps, line_across, measure, modal, modal_foot, scrimmed,
    scroll,
};

/// The columns, to scroll them.
const LIST: &str = "keys-sheet";
/// More keys of one line than these are drawn as the first and the last.
const MANY: usize = 5;
/// How far a key scrolls them: four lines.
const STEP: f32 = 4.0 * 29.0;
/// A column of the sheet.
const COLUMN: f32 = 300.0;
/// What title, sentence, foot and the window's edges take.
const AROUND: f32 = 230.0;
/// As high as the columns grow before they scroll.
const MOST: f32 = 470.0;

/// Whether a key does something here and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Works {
    Now,
    Later,
}

pub(super) fn view<'a>(env: &Frame<'a>, shell: &'a Shell) -> Element<'a, Message> {
    let texts = env.texts;
    let place = shell.place();
    let mut here = column![head(place.name(texts))].width(COLUMN);
    for (words, keys) in key_table::of(place) {
        let works = if keys.iter().any(|it| shell.answers(*it)) { Works::Now } else { Works::Later };
        here = here.push(line(texts, (*words, works), keys.iter().copied()));
    }
    let mut everywhere = column![head(texts.keys_global())].width(COLUMN);
    let mut rest = key_table::GLOBAL;
    while let Some((words, _, _)) = rest.first() {
        let same = rest.iter().take_while(|(it, _, _)| it(texts) == words(texts)).count();
        let (group, others) = rest.split_at(same);
        rest = others;
        // Six pages are `1` to `6`.
        let shown = match group {
            [(_, first, _), .., (_, last, _)] if 4 < group.len() => vec![*first, *last],
            // `+` is `=` with Shift on most keyboards.
            all => all.iter().map(|(_, it, _)| *it).filter(|it| *it != Shortcut::command('+')).collect(),
        };
        let works = group.iter().any(|(_, _, does)| shell.does(*does).is_some());
        let works = if works { Works::Now } else { Works::Later };
        everywhere = everywhere.push(line(texts, (*words, works), shown.into_iter()));
    }
    let about = container(body(key_table::about(texts, place)).style(style::text::ink2));
    let columns = scroll(row![here, space().width(Length::Fill), everywhere]).direction(style::scroll::beside());
    let columns = columns.id(LIST).height(Length::Shrink);
    let high = (env.window.height - AROUND).clamp(120.0, MOST);
    let content = column![about, container(columns).max_height(high)].spacing(10);
    let close = button(texts.close()).keys(Shortcut::named(Named::Escape)).on_press(Message::LayerClosed);
    let legend = caption(texts.keys_legend()).style(style::text::ink3);
    scrimmed(
        modal((Width::Wide, Tone::Accent, icon::KEYBOARD), texts.keys_title(), content, modal_foot(legend, close)),
        Some(Message::LayerClosed),
    )
}

/// How wide the keycaps of a shortcut are, with the room before the next ones.
fn wide(shortcut: Shortcut) -> f32 {
    let cap = |it: Cap| match it {
        Cap::Words(words) => measure(words, Face::Caption) + 12.0,
        Cap::Sign(_) | Cap::Icon(_) => 20.0,
    };
    shortcut.caps().into_iter().map(|it| cap(it) + 3.0).sum::<f32>() + 6.0
}

fn head(name: &str) -> Element<'_, Message> {
    column![
        container(caption_strong(name).wrapping(Wrapping::None).style(style::text::ink3)).height(24).align_y(Center),
        line_across()
    ]
    .into()
}

fn line(texts: &Texts, (name, works): (Words, Works), keys: impl Iterator<Item = Shortcut>) -> Element<'_, Message> {
    // Ten digits are `0` to `9`.
    let keys = match keys.collect::<Vec<_>>().as_slice() {
        all @ [first, .., last] if MANY < all.len() => vec![*first, *last],
        all => all.to_vec(),
    };
    let taken: f32 = keys.iter().map(|it| wide(*it)).sum();
    let said = container(fitted(name(texts), Face::Body, (COLUMN - taken - 8.0).max(80.0)));
    let said = match works {
        Works::Now => said,
        Works::Later => said.style(style::surface::quiet),
    };
    let caps = row(keys.into_iter().map(keycaps)).spacing(6);
    let line = row![said.width(Length::Fill), caps].align_y(Center).height(Height::ROW_COMPACT);
    column![line, line_across()].into()
}

/// What a key means while the sheet is open.
pub(super) fn pressed(press: &Press) -> Option<Message> {
    let is = |named| Shortcut::named(named).matches(press);
    if is(Named::ArrowDown) || is(Named::PageDown) {
        Some(Message::KeysScrolled(Step::Next))
    } else if is(Named::ArrowUp) || is(Named::PageUp) {
        Some(Message::KeysScrolled(Step::Previous))
    } else {
        None
    }
}

/// Scrolls the sheet.
pub(super) fn scroll_by(step: Step) -> Task<Message> {
    let y = match step {
        Step::Next => STEP,
        Step::Previous => -STEP,
    };
    iced::widget::operation::scroll_by(LIST, AbsoluteOffset { x: 0.0, y })
}

impl Shell {
    /// Whether the screen that is shown would do something with a key now.
    #[must_use]
    pub fn answers(&self, shortcut: Shortcut) -> bool {
        let press = Press::from(shortcut);
        self.world.env().is_some_and(|env| self.screens.pressed(&env, self.place, &press).is_some())
    }

    /// Whether F1 names a key on the page that is shown.
    #[must_use]
    pub fn names(&self, shortcut: Shortcut) -> bool {
        let global = key_table::GLOBAL.iter().any(|(_, it, _)| *it == shortcut);
        global || key_table::of(self.place).iter().any(|(_, keys)| keys.contains(&shortcut))
    }
}
