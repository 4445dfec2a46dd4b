//! A field that finds: type a name or its pinyin, arrows choose, Enter or Tab takes, Esc closes.
//!
//! What can be chosen and what is chosen belong to the screen; here is only what was typed and which line is marked.

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{Id, button, column, container, row, scrollable, text::Wrapping},
};

use crate::books::pinyin::called;
use crate::ui::{
    env::Frame,
    icon,
    keys::{Press, Shortcut},
    part::form::Step,
    style::{self, field::Mood},
    theme::{Element, Face, Height},
    widget::{body, dropdown, field, fit, hint, icon_small, measure, popover, small},
};

/// A list is no wider than this, unless its field is.
const WIDEST: f32 = 440.0;
/// The frame of a list, the edges of a line, the bar.
const EDGES: f32 = 38.0;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// Its name.
    pub name: String,
    /// More about it, at the right: 在办 3·超时 0. May be empty.
    pub more: String,
}

impl<T> Choice<T> {
    /// A choice with a name only.
    pub fn new(value: T, name: impl Into<String>) -> Self {
        Self { value, name: name.into(), more: String::new() }
    }
}

/// What was typed, and which line is marked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lookup {
    /// Shows what is chosen.
    #[default]
    Closed,
    /// Somebody is choosing.
    Open {
        /// What was typed.
        query: String,
        /// The marked line among those that answer.
        marked: usize,
    },
}

/// What somebody did to a lookup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message<T> {
    /// Wants to choose.
    Opened,
    /// Typed something.
    Typed(String),
    /// Moved the mark.
    Moved(Step),
    /// Took a choice.
    Taken(T),
    /// Gave up.
    Closed,
}

/// Lines in sight before the list scrolls.
const LINES: usize = 8;

impl Lookup {
    /// Whether the list is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Closed => false,
            Self::Open { .. } => true,
        }
    }

    /// Does what a message says; `Some` is what was taken, which the screen keeps.
    pub fn update<T: Copy>(&mut self, choices: &[Choice<T>], message: Message<T>) -> Option<T> {
        match message {
            Message::Opened => *self = Self::Open { query: String::new(), marked: 0 },
            Message::Typed(query) => *self = Self::Open { query, marked: 0 },
            Message::Moved(step) => self.step(choices, step),
            Message::Closed => *self = Self::Closed,
            Message::Taken(value) => {
                *self = Self::Closed;
                return Some(value);
            }
        }
        None
    }

    /// What a key means while the focus is here. Tab takes the marked line and is left for the form to go on: `None`
    /// here, and [`Lookup::marked`] tells what to take.
    #[must_use]
    pub fn pressed<T: Copy>(&self, choices: &[Choice<T>], press: &Press) -> Option<Message<T>> {
        let is = |named| Shortcut::named(named).matches(press);
        match self {
            Self::Closed if is(Named::ArrowDown) => Some(Message::Opened),
            Self::Open { .. } if is(Named::ArrowDown) => Some(Message::Moved(Step::Next)),
            Self::Open { .. } if is(Named::ArrowUp) => Some(Message::Moved(Step::Previous)),
            Self::Open { .. } if is(Named::Escape) => Some(Message::Closed),
            Self::Open { .. } if is(Named::Enter) => self.marked(choices).map(Message::Taken),
            Self::Closed | Self::Open { .. } => None,
        }
    }

    /// Puts the mark on a line, while the list is open.
    pub fn mark(&mut self, line: usize) {
        if let Self::Open { marked, .. } = self {
            *marked = line;
        }
    }

    /// What Enter or Tab would take: the marked line, once something was typed or the mark was moved.
    #[must_use]
    pub fn marked<T: Copy>(&self, choices: &[Choice<T>]) -> Option<T> {
        match self {
            Self::Closed => None,
            Self::Open { query, marked } => answers(choices, query).get(*marked).map(|it| it.value),
        }
    }

    /// What a field is left with when the form goes on by itself: the marked line, once something was typed.
    #[must_use]
    pub fn typed<T: Copy>(&self, choices: &[Choice<T>]) -> Option<T> {
        match self {
            Self::Open { query, .. } if !query.trim().is_empty() => self.marked(choices),
            Self::Open { .. } | Self::Closed => None,
        }
    }

    /// The field, with its list below while it is open.
    pub fn view<'a, T: Copy + PartialEq + 'a>(
        &self,
        env: &Frame<'a>,
        (choices, chosen): (&[Choice<T>], Option<T>),
        (id, placeholder): (Id, &str),
        mood: Mood,
    ) -> Element<'a, Message<T>> {
        let name = chosen.and_then(|it| choices.iter().find(|choice| choice.value == it));
        let shown = match self {
            Self::Closed => name.map_or("", |it| it.name.as_str()),
            Self::Open { query, .. } => query.as_str(),
        };
        let waiting = match self {
            Self::Closed => placeholder,
            Self::Open { .. } => name.map_or(env.texts.lookup_hint(), |it| it.name.as_str()),
        };
        let more = match self {
            Self::Closed => name.map_or("", |it| it.more.as_str()),
            Self::Open { .. } => "",
        };
        let width = 20.0 + measure(more, Face::Small);
        let behind = row![
            small(more.to_owned()).style(style::text::ink2).wrapping(Wrapping::None),
            button(icon_small(icon::CHEVRON_DOWN)).padding(0).style(style::button::bare).on_press(if self.is_open() {
                Message::Closed
            } else {
                Message::Opened
            })
        ]
        .spacing(6)
        .align_y(Center);
        let input = field(waiting, shown).id(id).mood(mood).on_input(Message::Typed).trailing(width, behind);
        let list = match self {
            Self::Closed => None,
            Self::Open { query, marked } => Some(list(env, choices, query, *marked)),
        };
        let wide = match self {
            Self::Closed => None,
            Self::Open { .. } => Some(widest(choices)),
        };
        dropdown(input, list, wide, Message::Closed)
    }

    fn step<T>(&mut self, choices: &[Choice<T>], step: Step) {
        if let Self::Open { query, marked } = self {
            let last = answers(choices, query).len().saturating_sub(1);
            *marked = match step {
                Step::Next => (*marked + 1).min(last),
                Step::Previous => marked.saturating_sub(1),
            };
        }
    }
}

/// The choices that answer a query, best first, otherwise in their own order.
#[must_use]
pub fn answers<'a, T>(choices: &'a [Choice<T>], query: &str) -> Vec<&'a Choice<T>> {
    let mut found = choices.iter().filter_map(|it| Some((called(&it.name, query)?, it))).collect::<Vec<_>>();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, it)| it).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a list has few lines")]
fn list<'a, T: Copy + 'a>(
    env: &Frame<'a>,
    choices: &[Choice<T>],
    query: &str,
    marked: usize,
) -> Element<'a, Message<T>> {
    let found = answers(choices, query);
    if found.is_empty() {
        return popover_wide(container(hint(env.texts.lookup_none())).padding([8, 10]).into());
    }
    let rows = found.len();
    let lines = found.into_iter().enumerate().map(|(index, choice)| {
        let content = row![
            body(fit(&choice.name, Face::Body, room(choice, WIDEST))).wrapping(Wrapping::None).width(Length::Fill),
            hint(choice.more.clone()).wrapping(Wrapping::None)
        ]
        .spacing(8)
        .height(Length::Fill)
        .align_y(Center);
        let look = if index == marked { style::button::option_marked } else { style::button::option };
        button(content)
            .width(Length::Fill)
            .height(Height::CONTROL)
            .padding([0, 8])
            .style(look)
            .on_press(Message::Taken(choice.value))
            .into()
    });
    let height = rows.min(LINES) as f32 * Height::CONTROL;
    let content = scrollable(column(lines)).direction(style::scroll::vertical()).width(Length::Fill).height(height);
    popover_wide(content.into())
}

/// What the name of a choice has in a list so wide: less what stands behind it, the edges and the bar.
fn room<T>(choice: &Choice<T>, list: f32) -> f32 {
    list - EDGES - if choice.more.is_empty() { 0.0 } else { measure(&choice.more, Face::Small) + 8.0 }
}

/// As wide as the longest name, within reason.
fn widest<T>(choices: &[Choice<T>]) -> f32 {
    let wide = |it: &Choice<T>| measure(&it.name, Face::Body) + WIDEST - room(it, WIDEST);
    choices.iter().map(wide).fold(0.0, f32::max).min(WIDEST)
}

fn popover_wide<'a, T: 'a>(content: Element<'a, Message<T>>) -> Element<'a, Message<T>> {
    popover(Length::Fill, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn departments() -> Vec<Choice<u8>> {
        ["售后服务部", "物流部", "质检部", "华东片区"]
            .into_iter()
            .zip(1..)
            .map(|(name, value)| Choice::new(value, name))
            .collect()
    }

    #[test]
    fn names_and_initials_find() {
        let all = departments();
        let names = |query: &str| answers(&all, query).into_iter().map(|it| it.name.as_str()).collect::<Vec<_>>();
        assert_eq!(names(""), ["售后服务部", "物流部", "质检部", "华东片区"]);
        assert_eq!(names("物"), ["物流部"]);
        assert_eq!(names("zj"), ["质检部"]);
        assert_eq!(names("ZJ"), ["质检部"]);
        assert_eq!(names("shouhou"), ["售后服务部"]);
        assert_eq!(names("部"), ["售后服务部", "物流部", "质检部"]);
        assert_eq!(names("w"), ["物流部", "售后服务部"], "those that begin with it come first");
        assert!(names("x").is_empty());
    }

    #[test]
    fn the_mark_stays_in_the_list_and_enter_takes_it() {
        let all = departments();
        let mut lookup = Lookup::default();
        assert_eq!(lookup.marked(&all), None);
        assert_eq!(lookup.update(&all, Message::Opened), None);
        for _ in 0..9 {
            lookup.update(&all, Message::Moved(Step::Next));
        }
        assert_eq!(lookup.marked(&all), Some(4));
        lookup.update(&all, Message::Typed("wl".into()));
        assert_eq!(lookup.marked(&all), Some(2));
        lookup.update(&all, Message::Moved(Step::Previous));
        assert_eq!(lookup.marked(&all), Some(2));
        assert_eq!(lookup.update(&all, Message::Taken(2)), Some(2));
        assert_eq!(lookup, Lookup::Closed);
    }
}
