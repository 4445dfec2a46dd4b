//! What the pages share: a pen that draws controls and knows their keys, a labelled line, an editor's frame.

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message;
use crate::domain::id::PersonId;
use crate::domain::office::{Command, Office, Person, Subject};
use crate::domain::role::Role;
use crate::domain::script::Placeholder;
use crate::domain::text::Text;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::{Keyboard, Keyed, Spot, Stops};
pub(super) use crate::ui::part::lookup::Choice;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::Element;
use crate::ui::widget::{
    Button, Chosen, FieldWidth, Part, Segment, Text as Words, button, check, chip, chips, field, heading, hint, label,
    label_required, labelled_left, line_across, pane_foot, pane_head, read_only, scroll_named,
};

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

/// Draws a page; every control it draws is a stop of the keyboard.
pub(super) struct Pen<'k, 'a> {
    pub(super) env: Env<'a>,
    pub(super) hand: Hand,
    pub(super) keys: Keyed<'k, Message>,
}

/// What scrolls in the middle, and at the right.
pub(super) const TABLE: &str = "set-table";
pub(super) const SIDE: &str = "set-side";

impl<'k, 'a> Pen<'k, 'a> {
    pub(super) fn new(env: &Env<'a>, keyboard: &'k Keyboard) -> Self {
        Self { env: *env, hand: Hand::of(env), keys: Keyed::new(keyboard, Message::Keys) }
    }

    pub(super) fn stops(self) -> Stops<Message> {
        self.keys.stops()
    }

    /// A line to type in; who only reads gets the words.
    pub(super) fn line(
        &mut self,
        spot: Spot,
        value: &str,
        on_input: impl Fn(String) -> Message + 'a,
    ) -> Element<'a, Message> {
        match self.hand {
            Hand::Reads => read_only(value),
            Hand::Edits => self.keys.field(spot, field("", value).on_input(on_input)).into(),
        }
    }

    /// One of many; who only reads gets the words.
    pub(super) fn pick<T: Copy + PartialEq>(
        &mut self,
        spot: Spot,
        (choices, chosen): (Vec<Choice<T>>, T),
        says: impl Fn(T) -> Message,
    ) -> Element<'a, Message> {
        match self.hand {
            Hand::Reads => {
                let name = choices.into_iter().find(|it| it.value == chosen).map(|it| it.name);
                read_only(&name.unwrap_or_default())
            }
            Hand::Edits => {
                let env = self.env;
                self.keys.pick(&env, spot, (choices, chosen), says)
            }
        }
    }

    /// One of a few, all in sight; who only reads gets the word.
    pub(super) fn segment<T: Copy + PartialEq + 'a>(
        &mut self,
        spot: Spot,
        (choices, chosen): (Vec<Choice<T>>, T),
        says: impl Fn(T) -> Message + 'a,
    ) -> Element<'a, Message> {
        match self.hand {
            Hand::Reads => self.pick(spot, (choices, chosen), says),
            Hand::Edits => {
                let parts = choices.into_iter().map(|it| Part::new(it.value, it.name)).collect();
                let drawn: Segment<'a, T, Message> = self.keys.segment(spot, (parts, Some(chosen)), says);
                drawn.into()
            }
        }
    }

    /// Yes or no, with words.
    pub(super) fn tick(&mut self, spot: Spot, (words, chosen): (&'a str, bool), says: Message) -> Element<'a, Message> {
        match self.hand {
            Hand::Reads => check(words, chosen, false, None),
            Hand::Edits => {
                let drawn = check(words, chosen, false, Some(says.clone()));
                self.keys.pressable(spot, says, drawn)
            }
        }
    }

    /// A chip that is chosen or not.
    pub(super) fn chip(
        &mut self,
        spot: Spot,
        (words, chosen): (impl Into<std::borrow::Cow<'a, str>>, bool),
        says: Message,
    ) -> Element<'a, Message> {
        match self.hand {
            Hand::Reads => chip(words, chosen, None),
            Hand::Edits => {
                let drawn = chip(words, chosen, Some(says.clone()));
                self.keys.pressable(spot, says, drawn)
            }
        }
    }

    /// A button of who may edit.
    pub(super) fn button(
        &mut self,
        spot: Spot,
        button: Button<'a, Message>,
        says: Option<Message>,
    ) -> Option<Element<'a, Message>> {
        (self.hand == Hand::Edits).then(|| self.keys.button(spot, button, says))
    }

    /// The rows of the page's list, in their scrollable.
    pub(super) fn list(
        &mut self,
        rows: impl IntoIterator<Item = (Message, Chosen, Element<'a, Message>)>,
    ) -> Element<'a, Message> {
        self.keys.within(Some(TABLE));
        let rows = self.keys.rows(ROWS, rows);
        self.keys.within(None);
        scroll_named(TABLE, iced::widget::Column::with_children(rows)).into()
    }

    /// 停用 or 恢复.
    pub(super) fn retire(&mut self, active: bool, says: Message) -> Option<Element<'a, Message>> {
        let words = if active { self.env.texts.set_retire() } else { self.env.texts.set_restore() };
        self.button(Spot("set-retire", 0), button(words).quiet().compact(), Some(says))
    }

    /// 放弃 and 保存; nothing for who only reads.
    pub(super) fn foot(&mut self, ready: Option<Message>, dropped: Message) -> Option<Element<'a, Message>> {
        let texts = self.env.texts;
        self.keys.within(None);
        let drop_ = self.button(Spot("set-drop", 0), button(texts.set_drop()), Some(dropped))?;
        let save = button(texts.set_save()).primary().icon(icon::SAVE).keys(Shortcut::command('s'));
        let save = self.button(Spot("set-save", 0), save, ready)?;
        Some(row![space().width(Length::Fill), drop_, save].spacing(8).into())
    }
}

/// The list of a page.
pub(super) const ROWS: Spot = Spot("set-rows", 0);
/// The first field of what is edited.
pub(super) const NAME: Spot = Spot("set-name", 0);

/// 停用 where something is in use, 恢复 where it is retired.
pub(super) fn toggle(office: &Office, what: Subject) -> Command {
    if office.is_active(what) == Some(true) { Command::Retire { what } } else { Command::Restore { what } }
}

/// The name of an entry, pale where it is retired, and 启用 or 停用.
pub(super) fn in_use<'a>(env: &Env<'a>, what: Subject, name: Words<'a>) -> (Words<'a>, Words<'a>) {
    if env.office().is_active(what) == Some(true) {
        (name, hint(env.texts.set_active()))
    } else {
        (name.style(style::text::ink3), hint(env.texts.set_retired()))
    }
}

/// How a row stands, and whether it is the chosen one.
pub(super) fn standing(chosen: bool) -> (Standing, Chosen) {
    if chosen { (Standing::Cursor, Chosen::Yes) } else { (Standing::Rest, Chosen::No) }
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
    container(column![pane_head(head), scroll_named(SIDE, container(content).padding(16))].push(foot.map(pane_foot)))
        .width(width(env))
        .height(Length::Fill)
        .style(style::surface::pane)
        .into()
}

/// Chips that put a placeholder where the cursor is; nothing for who only reads.
pub(super) fn placeholders<'a>(
    pen: &mut Pen<'_, 'a>,
    says: impl Fn(Placeholder) -> Message,
) -> Option<Element<'a, Message>> {
    if pen.hand == Hand::Reads {
        return None;
    }
    let texts = pen.env.texts;
    let all: Vec<_> = Placeholder::ALL
        .iter()
        .enumerate()
        .map(|(place, it)| pen.chip(Spot("set-put", place), (texts.set_put(texts.name(*it)), false), says(*it)))
        .collect();
    Some(chips(all))
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
