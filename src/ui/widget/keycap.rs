//! Keys as they stand on the keyboard.

use iced::{
    Center,
    widget::{container, row},
};

use super::{caption, icon_large};
use crate::ui::{
    keys::{Cap, Shortcut},
    style,
    theme::{Element, Theme},
};

/// The keys of a shortcut, side by side.
#[must_use]
pub fn keycaps<'a, Message: 'a>(shortcut: Shortcut) -> Element<'a, Message> {
    drawn(shortcut.caps(), style::badge::keycap)
}

/// The same on a solid button.
#[must_use]
pub fn keycaps_on_accent<'a, Message: 'a>(shortcut: Shortcut) -> Element<'a, Message> {
    drawn(shortcut.caps(), style::badge::keycap_on_accent)
}

/// One key.
#[must_use]
pub fn keycap<'a, Message: 'a>(cap: Cap) -> Element<'a, Message> {
    drawn(vec![cap], style::badge::keycap)
}

fn drawn<'a, Message: 'a>(caps: Vec<Cap>, look: fn(&Theme) -> container::Style) -> Element<'a, Message> {
    row(caps.into_iter().map(|cap| {
        let face: Element<'a, Message> = match cap {
            Cap::Words(words) => caption(words).into(),
            Cap::Sign(sign) => caption(sign.to_string()).into(),
            Cap::Icon(icon) => icon_large(icon, 10.0).into(),
        };
        container(face).height(16).padding([0, 4]).align_y(Center).style(look).into()
    }))
    .spacing(3)
    .into()
}
