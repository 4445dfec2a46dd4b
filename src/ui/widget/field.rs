//! Fields to type in, with their labels.

use std::borrow::Cow;

use iced::{
    Center, Length, Padding, Top,
    widget::{
        Column, Id, Row, column, container, row, stack,
        text::{LineHeight, Wrapping},
        text_input,
    },
};

use super::{caption, icon_small, label, small};
use crate::ui::{
    icon::Icon,
    style::{self, field::Mood},
    theme::{Element, Face, Height, Theme, Tone, font},
};

/// How wide the label at the left of a field is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FieldWidth {
    /// The left column: 72, in English 116.
    Left,
    /// The right column: 56, in English 96.
    Right,
    /// As said.
    Px(f32),
}

impl FieldWidth {
    fn px(self, locale: crate::i18n::Locale) -> f32 {
        use crate::i18n::Locale;
        match (self, locale) {
            (Self::Left, Locale::ZhCn | Locale::ZhTw) => 72.0,
            (Self::Left, Locale::En) => 116.0,
            (Self::Right, Locale::ZhCn | Locale::ZhTw) => 56.0,
            (Self::Right, Locale::En) => 96.0,
            (Self::Px(px), _) => px,
        }
    }
}

/// A one-line field. Without [`Field::on_input`] it can only be read.
pub struct Field<'a, Message> {
    input: text_input::TextInput<'a, Message, Theme>,
    icon: Option<Icon>,
    trailing: Option<(f32, Element<'a, Message>)>,
    mood: Mood,
    width: Length,
    size: f32,
    frame: Frame,
}

/// Whether a frame is drawn round it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Own,
    None,
}

/// A one-line field showing `value`, or `placeholder` while it is empty.
#[must_use]
pub fn field<'a, Message: Clone + 'a>(placeholder: &str, value: &str) -> Field<'a, Message> {
    Field {
        input: text_input::TextInput::new(placeholder, value)
            .size(Face::Body.size())
            .line_height(LineHeight::Absolute(Face::Body.line().into()))
            .font(font::REGULAR),
        icon: None,
        trailing: None,
        mood: Mood::Fine,
        width: Length::Fill,
        size: Height::CONTROL,
        frame: Frame::Own,
    }
}

/// A field that can be read, not written.
#[must_use]
pub fn read_only<'a, Message: Clone + 'a>(value: &str) -> Element<'a, Message> {
    field("", value).mood(Mood::ReadOnly).into()
}

impl<'a, Message: Clone + 'a> Field<'a, Message> {
    /// Its id, the stop of the focus.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.input = self.input.id(id);
        self
    }

    /// What typing says.
    #[must_use]
    pub fn on_input(mut self, message: impl Fn(String) -> Message + 'a) -> Self {
        self.input = self.input.on_input(message);
        self
    }

    /// What Enter says: go to the next field.
    #[must_use]
    pub fn on_submit(mut self, message: Message) -> Self {
        self.input = self.input.on_submit(message);
        self
    }

    /// Dots instead of letters.
    #[must_use]
    pub fn secret(mut self) -> Self {
        self.input = self.input.secure(true);
        self
    }

    /// An icon before the text.
    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Something at the right inside the frame that takes `px`.
    #[must_use]
    pub fn trailing(self, px: f32, content: impl Into<Element<'a, Message>>) -> Self {
        Self { trailing: Some((px, content.into())), ..self }
    }

    /// What the frame says.
    #[must_use]
    pub fn mood(self, mood: Mood) -> Self {
        Self { mood, ..self }
    }

    /// Its width.
    #[must_use]
    pub fn width(self, width: impl Into<Length>) -> Self {
        Self { width: width.into(), ..self }
    }

    /// 26 high.
    #[must_use]
    pub fn compact(self) -> Self {
        Self { size: Height::COMPACT, ..self }
    }

    /// In larger letters and without a frame, where something else has one round it.
    #[must_use]
    pub fn bare(self) -> Self {
        let line = LineHeight::Absolute(Face::Heading.line().into());
        Self { input: self.input.size(Face::Heading.size()).line_height(line), frame: Frame::None, ..self }
    }

    /// 36 high.
    #[must_use]
    pub fn large(self) -> Self {
        Self { size: Height::LARGE, ..self }
    }
}

impl<'a, Message: Clone + 'a> From<Field<'a, Message>> for Element<'a, Message> {
    fn from(it: Field<'a, Message>) -> Self {
        if it.frame == Frame::None {
            return it.input.width(it.width).padding(0).style(style::field::naked).into();
        }
        let vertical = (it.size - Face::Body.line()) / 2.0;
        let left = if it.icon.is_some() { 30.0 } else { 9.0 };
        let right = it.trailing.as_ref().map_or(9.0, |(px, _)| px + 14.0);
        let input = it
            .input
            .width(it.width)
            .padding(Padding { top: vertical, bottom: vertical, left, right })
            .style(style::field::moody(it.mood));
        if it.icon.is_none() && it.trailing.is_none() {
            return input.into();
        }
        let mut layers = stack![input].width(it.width);
        if let Some(icon) = it.icon {
            layers = layers.push(
                container(icon_small(icon).style(style::text::ink3))
                    .height(Length::Fill)
                    .padding([0, 9])
                    .align_y(Center),
            );
        }
        if let Some((_, content)) = it.trailing {
            layers = layers.push(
                container(content)
                    .width(Length::Fill)
                    .height(Length::Fill)
                    .padding([0, 9])
                    .align_x(iced::Right)
                    .align_y(Center),
            );
        }
        layers.into()
    }
}

/// A label with the mark of a required field.
#[must_use]
pub fn label_required<'a, Message: 'a>(words: impl Into<Cow<'a, str>>) -> Element<'a, Message> {
    row![label(words.into()).wrapping(Wrapping::None), small("*").style(style::text::toned(Tone::Late)),]
        .spacing(2)
        .into()
}

/// A field under its label, with a line of hint or complaint below where there is one.
pub fn labelled<'a, Message: 'a>(
    label: impl Into<Element<'a, Message>>,
    field: impl Into<Element<'a, Message>>,
    below: Option<(Mood, Cow<'a, str>)>,
) -> Column<'a, Message, Theme> {
    column![label.into(), field.into()].push(below.map(line_below)).spacing(4)
}

/// A field right of its label, as wide as the language needs, with a line of hint or complaint below.
pub fn labelled_left<'a, Message: 'a>(
    (width, locale): (FieldWidth, crate::i18n::Locale),
    label: impl Into<Element<'a, Message>>,
    field: impl Into<Element<'a, Message>>,
    below: Option<(Mood, Cow<'a, str>)>,
) -> Row<'a, Message, Theme> {
    let label = container(label.into()).width(width.px(locale)).height(Height::CONTROL).align_y(Center);
    row![label, column![field.into()].push(below.map(line_below)).spacing(4).width(Length::Fill)]
        .spacing(8)
        .align_y(Top)
}

fn line_below<'a, Message: 'a>((mood, words): (Mood, Cow<'a, str>)) -> Element<'a, Message> {
    let line = caption(words);
    match mood {
        Mood::Fine | Mood::ReadOnly => line.style(style::text::ink3).into(),
        Mood::Warning | Mood::Wrong => line.style(style::text::toned(style::field::tone(mood))).into(),
    }
}
