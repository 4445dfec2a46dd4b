//! What the pages share: a choice from a list, a labelled line, an editor's frame.

use std::fmt;

use iced::{
    Length,
    widget::{column, container, pick_list, row, space, text::LineHeight},
};

use super::Message;
use crate::domain::id::PersonId;
use crate::domain::office::{Office, Person};
use crate::domain::role::Role;
use crate::domain::text::Text;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::style;
use crate::ui::theme::{Element, Face, font};
use crate::ui::widget::{
    FieldWidth, button, field, heading, hint, label, label_required, labelled_left, line_across, pane_foot, pane_head,
    read_only, scroll,
};

/// One entry of a list to choose from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice<T> {
    pub(super) value: T,
    pub(super) name: String,
}

impl<T> Choice<T> {
    pub(super) fn new(value: T, name: impl Into<String>) -> Self {
        Self { value, name: name.into() }
    }
}

impl<T> fmt::Display for Choice<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}

/// Whether who looks may change anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    Edits,
    Reads,
}

impl Hand {
    pub(super) fn of(env: &Env<'_>) -> Self {
        if env.is(Role::Admin) { Self::Edits } else { Self::Reads }
    }
}

/// One of many; who only reads gets the words.
pub(super) fn pick<'a, T: Copy + PartialEq + 'a>(
    hand: Hand,
    choices: Vec<Choice<T>>,
    chosen: T,
    on_choose: impl Fn(T) -> Message + 'a,
) -> Element<'a, Message> {
    let selected = choices.iter().find(|it| it.value == chosen).cloned();
    match hand {
        Hand::Reads => read_only(&selected.map(|it| it.name).unwrap_or_default()),
        Hand::Edits => pick_list(choices, selected, move |it: Choice<T>| on_choose(it.value))
            .width(Length::Fill)
            .padding([5, 9])
            .text_size(Face::Body.size())
            .text_line_height(LineHeight::Absolute(Face::Body.line().into()))
            .font(font::REGULAR)
            .into(),
    }
}

/// A line to type in; who only reads gets the words.
pub(super) fn line<'a>(hand: Hand, value: &str, on_input: impl Fn(String) -> Message + 'a) -> Element<'a, Message> {
    match hand {
        Hand::Reads => read_only(value),
        Hand::Edits => field("", value).on_input(on_input).into(),
    }
}

pub(super) fn labelled<'a>(
    env: &Env<'a>,
    name: &'a str,
    drawn: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    labelled_left((FieldWidth::Px(label_width(env)), env.texts.locale()), label(name), drawn, None).into()
}

pub(super) fn required<'a>(
    env: &Env<'a>,
    name: &'a str,
    drawn: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    labelled_left((FieldWidth::Px(label_width(env)), env.texts.locale()), label_required(name), drawn, None).into()
}

fn label_width(env: &Env<'_>) -> f32 {
    match env.texts.locale() {
        crate::i18n::Locale::ZhCn | crate::i18n::Locale::ZhTw => 84.0,
        crate::i18n::Locale::En => 116.0,
    }
}

/// The head of a page: its name, what it is for, what can be done.
pub(super) fn page_head<'a>(
    name: &'a str,
    words: impl Into<String>,
    actions: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let about: String = words.into();
    let drawn = row![column![heading(name), hint(about)].width(Length::Fill)].push(actions).align_y(iced::Center);
    column![
        container(drawn).height(57).padding([0, 20]).align_y(iced::Center).style(style::surface::pane),
        line_across()
    ]
    .into()
}

/// The list of pages.
pub(super) const PAGES: f32 = 188.0;

/// How wide the pane at the right is.
pub(super) fn width(env: &Env<'_>) -> f32 {
    match env.room() {
        Room::Ample => 330.0,
        Room::Tight => 300.0,
    }
}

/// The pane at the right: what is being edited, and 放弃 and 保存.
pub(super) fn inspector<'a>(
    env: &Env<'a>,
    head: impl Into<Element<'a, Message>>,
    content: impl Into<Element<'a, Message>>,
    foot: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    container(column![pane_head(head), scroll(container(content).padding(16))].push(foot.map(pane_foot)))
        .width(width(env))
        .height(Length::Fill)
        .style(style::surface::pane)
        .into()
}

/// 放弃 and 保存; nothing for who only reads.
pub(super) fn foot<'a>(env: &Env<'a>, ready: Option<Message>, dropped: Message) -> Option<Element<'a, Message>> {
    if Hand::of(env) == Hand::Reads {
        return None;
    }
    let save = button(env.texts.set_save()).primary().icon(icon::SAVE).on_press_maybe(ready);
    let drop_ = button(env.texts.set_drop()).on_press(dropped);
    Some(row![space().width(Length::Fill), Element::from(drop_), Element::from(save)].spacing(8).into())
}

/// People in work, with 未指定 before them.
pub(super) fn people<'a>(
    env: &Env<'_>,
    office: &'a Office,
    of: impl Fn(&&'a Person) -> bool,
) -> Vec<Choice<Option<PersonId>>> {
    let nobody = std::iter::once(Choice::new(None, env.texts.nobody()));
    nobody
        .chain(office.people().filter(|it| it.active).filter(of).map(|it| Choice::new(Some(it.id), it.name.as_str())))
        .collect()
}

/// A text of the domain, when there is one.
pub(super) fn text<const N: usize>(words: &str) -> Option<Text<N>> {
    Text::new(words).ok()
}
