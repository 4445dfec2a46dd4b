//! A segment: one of a few, all in sight.

use std::borrow::Cow;

use iced::{
    Center, Length, border,
    widget::{self, Id, container, row, text::Wrapping},
};

use super::{Focus, icon_small, keycap, line_down, measure, words};
use crate::ui::{
    icon::Icon,
    keys::Cap,
    style::{self, field::Mood},
    theme::{Element, Face, Height, Tone},
};

/// One choice of a segment.
#[derive(Debug, Clone)]
pub struct Part<'a, T> {
    value: T,
    label: Cow<'a, str>,
    icon: Option<Icon>,
    tone: Tone,
}

impl<'a, T> Part<'a, T> {
    /// A choice.
    pub fn new(value: T, label: impl Into<Cow<'a, str>>) -> Self {
        Self { value, label: label.into(), icon: None, tone: Tone::Accent }
    }

    /// What it means when chosen (成立 success, 紧急 soon, 不满意 late).
    #[must_use]
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// An icon before the words.
    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }
}

impl<T: Copy> Part<'_, T> {
    /// What it chooses.
    #[must_use]
    pub fn value(&self) -> T {
        self.value
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Field,
    Quiet,
}

/// A segment being put together.
pub struct Segment<'a, T, Message> {
    parts: Vec<Part<'a, T>>,
    chosen: Option<T>,
    on_choose: Option<Box<dyn Fn(T) -> Message + 'a>>,
    numbers: Option<usize>,
    frame: Frame,
    mood: Mood,
    height: f32,
    width: Length,
    shares: Shares,
    focus: Focus,
    id: Option<Id>,
}

/// How the parts of a segment share its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shares {
    Alike,
    ByWords,
}

/// One of `parts`; say [`Segment::on_choose`] or it can only be read.
pub fn segment<'a, T: Copy + PartialEq + 'a, Message: Clone + 'a>(
    parts: impl IntoIterator<Item = Part<'a, T>>,
    chosen: Option<T>,
) -> Segment<'a, T, Message> {
    Segment {
        parts: parts.into_iter().collect(),
        chosen,
        on_choose: None,
        numbers: None,
        frame: Frame::Field,
        mood: Mood::Fine,
        height: Height::CONTROL,
        width: Length::Shrink,
        shares: Shares::Alike,
        focus: Focus::Elsewhere,
        id: None,
    }
}

/// The same with the digits that choose, from 1 on.
pub fn segment_keyed<'a, T: Copy + PartialEq + 'a, Message: Clone + 'a>(
    parts: impl IntoIterator<Item = Part<'a, T>>,
    chosen: Option<T>,
) -> Segment<'a, T, Message> {
    Segment { numbers: Some(1), ..segment(parts, chosen) }
}

impl<'a, T: Copy + PartialEq + 'a, Message: Clone + 'a> Segment<'a, T, Message> {
    /// What choosing says.
    #[must_use]
    pub fn on_choose(self, message: impl Fn(T) -> Message + 'a) -> Self {
        Self { on_choose: Some(Box::new(message)), ..self }
    }

    /// Outside a form: a calmer frame.
    #[must_use]
    pub fn quiet(self) -> Self {
        Self { frame: Frame::Quiet, ..self }
    }

    /// 26 high.
    #[must_use]
    pub fn compact(self) -> Self {
        Self { height: Height::COMPACT, ..self }
    }

    /// As wide as there is room, all parts alike.
    #[must_use]
    pub fn fill(self) -> Self {
        Self { width: Length::Fill, ..self }
    }

    /// A part with more words is wider: for a narrow place.
    #[must_use]
    pub fn uneven(self) -> Self {
        Self { shares: Shares::ByWords, ..self }
    }

    /// What the frame says.
    #[must_use]
    pub fn mood(self, mood: Mood) -> Self {
        Self { mood, ..self }
    }

    /// Whether the focus is here.
    #[must_use]
    pub fn focus(self, focus: impl Into<Focus>) -> Self {
        Self { focus: focus.into(), ..self }
    }

    /// Its id.
    #[must_use]
    pub fn id(self, id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), ..self }
    }
}

impl<'a, T: Copy + PartialEq + 'a, Message: Clone + 'a> From<Segment<'a, T, Message>> for Element<'a, Message> {
    fn from(it: Segment<'a, T, Message>) -> Self {
        let compact = it.height < Height::CONTROL;
        let last = it.parts.len().saturating_sub(1);
        let mut drawn = row![].height(Length::Fill);
        for (index, part) in it.parts.into_iter().enumerate() {
            let chosen = it.chosen == Some(part.value);
            let face = match (compact, chosen) {
                (true, false) => Face::Small,
                (true, true) => Face::SmallStrong,
                (false, false) => Face::Body,
                (false, true) => Face::Strong,
            };
            let digit =
                it.numbers.and_then(|first| u32::try_from(first + index).ok()).and_then(|it| char::from_digit(it, 10));
            let share = match it.shares {
                Shares::Alike => Length::Fill,
                Shares::ByWords => {
                    Length::FillPortion(portion(&part, if digit.is_some() { Keyed::Yes } else { Keyed::No }))
                }
            };
            let content = row![]
                .push(digit.map(|it| keycap(Cap::Sign(it))))
                .push(part.icon.map(icon_small))
                .push(words(face, part.label).wrapping(Wrapping::None))
                .spacing(5)
                .align_y(Center);
            let content = container(content).height(Length::Fill).align_y(Center);
            let (content, width, beside) = match it.width {
                Length::Shrink => (content, Length::Shrink, if compact { 9.0 } else { 11.0 }),
                // Words in the middle of equal parts keep away from the edges by themselves.
                Length::Fill | Length::FillPortion(_) | Length::Fixed(_) => {
                    (content.center_x(Length::Fill), share, 2.0)
                }
            };
            let tone = part.tone;
            let corner = border::Radius {
                top_left: if index == 0 { 5.0 } else { 0.0 },
                bottom_left: if index == 0 { 5.0 } else { 0.0 },
                top_right: if index == last { 5.0 } else { 0.0 },
                bottom_right: if index == last { 5.0 } else { 0.0 },
            };
            let button = widget::button(content)
                .height(Length::Fill)
                .width(width)
                .padding([0.0, beside])
                .on_press_maybe(it.on_choose.as_ref().map(|it| it(part.value)))
                .style(move |theme, status| {
                    let style = if chosen {
                        style::button::part_chosen(tone)(theme, status)
                    } else {
                        style::button::part(theme, status)
                    };
                    widget::button::Style { border: border::rounded(corner), ..style }
                });
            if index > 0 {
                drawn = drawn.push(line_down());
            }
            drawn = drawn.push(button);
        }
        let frame = container(drawn).height(it.height).width(it.width).padding(1);
        let mood = it.mood;
        let frame = match it.frame {
            Frame::Field => frame.style(style::field::boxed(mood)),
            Frame::Quiet => frame.style(style::field::boxed_quiet),
        };
        super::framed(it.id, it.focus, frame)
    }
}

/// What a part takes of the width: its words, the key before them and some air.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part has few words")]
fn portion<T>(part: &Part<'_, T>, key: Keyed) -> u16 {
    let before = match key {
        Keyed::Yes => 21.0,
        Keyed::No => 0.0,
    };
    (measure(&part.label, Face::Strong) + before + 8.0).max(1.0) as u16
}

/// Whether a digit stands before the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keyed {
    Yes,
    No,
}
