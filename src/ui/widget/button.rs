//! The button: icon, words, keys; locked, busy, with a focus ring.

use std::borrow::Cow;

use iced::{
    Center, Length,
    widget::{self, Id, container, row},
};

use super::{Focus, icon_large, keycaps, keycaps_on_accent, pip, ring, tip, words};
use crate::ui::{
    icon::{self, Icon},
    keys::Shortcut,
    style,
    theme::{Element, Face, Height, Theme},
};

/// How large a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// 26 high.
    Compact,
    /// 30 high.
    #[default]
    Ordinary,
    /// 36 high.
    Large,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Plain,
    Quiet,
    Link,
    Danger,
    DangerPlain,
    Register,
}

enum State<'a, Message> {
    /// Does something.
    Ready(Message),
    /// Is doing it.
    Busy,
    /// Cannot be done now, and why.
    Locked(Cow<'a, str>),
    /// Cannot be done now; the reason is in plain sight.
    Off,
}

/// A button. Outlined until it is told otherwise; without [`Button::on_press`] it is off.
pub struct Button<'a, Message> {
    label: Cow<'a, str>,
    kind: Kind,
    size: Size,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    keys: Option<Shortcut>,
    state: State<'a, Message>,
    focus: Focus,
    id: Option<Id>,
    width: Length,
    leading: bool,
}

/// A button with words.
#[must_use]
pub fn button<'a, Message>(label: impl Into<Cow<'a, str>>) -> Button<'a, Message> {
    Button {
        label: label.into(),
        kind: Kind::Plain,
        size: Size::Ordinary,
        icon: None,
        trailing: None,
        keys: None,
        state: State::Off,
        focus: Focus::Elsewhere,
        id: None,
        width: Length::Shrink,
        leading: false,
    }
}

impl<'a, Message: Clone + 'a> Button<'a, Message> {
    /// The one solid button of a region.
    #[must_use]
    pub fn primary(self) -> Self {
        Self { kind: Kind::Primary, ..self }
    }

    /// Without a frame.
    #[must_use]
    pub fn quiet(self) -> Self {
        Self { kind: Kind::Quiet, ..self }
    }

    /// Words that lead somewhere.
    #[must_use]
    pub fn link(self) -> Self {
        Self { kind: Kind::Link, ..self }
    }

    /// Destroys what cannot be brought back.
    #[must_use]
    pub fn danger(self) -> Self {
        Self { kind: Kind::Danger, ..self }
    }

    /// Outlined in red: ends or refuses something.
    #[must_use]
    pub fn danger_plain(self) -> Self {
        Self { kind: Kind::DangerPlain, ..self }
    }

    /// 登记投诉 in the rail.
    #[must_use]
    pub fn register(self) -> Self {
        Self { kind: Kind::Register, ..self }
    }

    /// 26 high.
    #[must_use]
    pub fn compact(self) -> Self {
        Self { size: Size::Compact, ..self }
    }

    /// 36 high.
    #[must_use]
    pub fn large(self) -> Self {
        Self { size: Size::Large, ..self }
    }

    /// An icon before the words.
    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// An icon behind the words.
    #[must_use]
    pub fn trailing(self, icon: Icon) -> Self {
        Self { trailing: Some(icon), ..self }
    }

    /// The keys that do the same.
    #[must_use]
    pub fn keys(self, keys: Shortcut) -> Self {
        Self { keys: Some(keys), ..self }
    }

    /// What it does.
    #[must_use]
    pub fn on_press(self, message: Message) -> Self {
        Self { state: State::Ready(message), ..self }
    }

    /// What it does, if it can be done now.
    #[must_use]
    pub fn on_press_maybe(self, message: Option<Message>) -> Self {
        Self { state: message.map_or(State::Off, State::Ready), ..self }
    }

    /// Is being done.
    #[must_use]
    pub fn busy(self) -> Self {
        Self { state: State::Busy, ..self }
    }

    /// A gate shows its key: stays visible with a lock, and says what opens it.
    #[must_use]
    pub fn locked(self, why: impl Into<Cow<'a, str>>) -> Self {
        Self { state: State::Locked(why.into()), ..self }
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

    /// Its width.
    #[must_use]
    pub fn width(self, width: impl Into<Length>) -> Self {
        Self { width: width.into(), ..self }
    }

    /// Words at the left and keys at the right, instead of everything in the middle.
    #[must_use]
    pub fn spread(self) -> Self {
        Self { leading: true, ..self }
    }
}

impl Kind {
    const fn style(self) -> fn(&Theme, widget::button::Status) -> widget::button::Style {
        match self {
            Self::Primary => style::button::primary,
            Self::Plain => style::button::plain,
            Self::Quiet => style::button::quiet,
            Self::Link => style::button::link,
            Self::Danger => style::button::danger,
            Self::DangerPlain => style::button::danger_plain,
            Self::Register => style::button::register,
        }
    }

    const fn is_solid(self) -> bool {
        match self {
            Self::Primary | Self::Danger => true,
            Self::Plain | Self::Quiet | Self::Link | Self::DangerPlain | Self::Register => false,
        }
    }

    const fn is_bold(self) -> bool {
        match self {
            Self::Primary | Self::Danger | Self::Register => true,
            Self::Plain | Self::Quiet | Self::Link | Self::DangerPlain => false,
        }
    }
}

impl<'a, Message: Clone + 'a> From<Button<'a, Message>> for Element<'a, Message> {
    fn from(it: Button<'a, Message>) -> Self {
        let (height, side, gap, glyph) = match it.size {
            Size::Compact => (Height::COMPACT, 9.0, 5.0, 14.0),
            Size::Ordinary => (Height::CONTROL, 12.0, 6.0, 15.0),
            Size::Large if it.leading => (Height::LARGE, 10.0, 6.0, 16.0),
            Size::Large => (Height::LARGE, 16.0, 6.0, 16.0),
        };
        let side = if it.kind == Kind::Link { 6.0 } else { side };
        let face = match (it.size, it.kind.is_bold()) {
            (Size::Compact, false) => Face::Small,
            (Size::Compact, true) => Face::SmallStrong,
            (Size::Ordinary | Size::Large, false) => Face::Body,
            (Size::Ordinary | Size::Large, true) => Face::Strong,
        };
        let (sign, press, why) = match it.state {
            State::Ready(message) => (it.icon, Some(message), None),
            State::Busy => (Some(icon::LOADER_CIRCLE), None, None),
            State::Locked(why) => (Some(icon::LOCK), None, Some(why)),
            State::Off => (it.icon, None, None),
        };
        let solid = it.kind.is_solid() && press.is_some();
        let bare = it.label.is_empty();
        let label = words(face, it.label).wrapping(widget::text::Wrapping::None);
        let content = row![]
            .push(sign.map(|icon| icon_large(icon, glyph)))
            .push(match (it.leading, bare) {
                (true, _) => Some(container(label).width(Length::Fill).clip(true)),
                (false, false) => Some(container(label)),
                // An icon alone stands in the middle.
                (false, true) => None,
            })
            .push(it.keys.map(|keys| if solid { keycaps_on_accent(keys) } else { keycaps(keys) }))
            .push(it.trailing.map(|icon| icon_large(icon, 14.0)))
            .spacing(gap)
            .align_y(Center);
        let content = container(content).height(Length::Fill).align_y(Center);
        let content = match (it.width, it.leading) {
            (Length::Shrink, _) => content,
            (_, true) => content.width(Length::Fill),
            (_, false) => content.center_x(Length::Fill),
        };
        let drawn = widget::button(content)
            .on_press_maybe(press)
            .height(height)
            .width(it.width)
            .padding([0.0, side])
            .style(it.kind.style());
        let drawn = match it.id {
            Some(id) => super::named(id, it.focus, drawn),
            None => ring(it.focus, drawn),
        };
        match why {
            Some(why) => tip(drawn, why),
            None => drawn,
        }
    }
}

/// A square button with an icon; `hint` says what it does and appears under the pointer. `count` stands in a red
/// disc unless it is 0.
pub fn icon_button<'a, Message: Clone + 'a>(
    icon: Icon,
    hint: impl Into<Cow<'a, str>>,
    on_press: Option<Message>,
    count: usize,
) -> Element<'a, Message> {
    let square = widget::button(container(icon_large(icon, 16.0)).center(Length::Fill))
        .width(Height::CONTROL)
        .height(Height::CONTROL)
        .padding(0)
        .on_press_maybe(on_press)
        .style(style::button::quiet);
    let drawn: Element<'a, Message> = if count == 0 {
        square.into()
    } else {
        widget::stack![square, container(pip(count)).width(Height::CONTROL).padding([3.0, 2.0]).align_x(iced::Right)]
            .into()
    };
    tip(drawn, hint)
}
