//! How much somebody has to do, how full something is.

use iced::widget::{container, progress_bar, row, space};

use crate::ui::{
    style,
    theme::{Element, Tone},
};

/// The most blocks a load shows.
const BLOCKS: usize = 8;

/// Open work as blocks of eight; the `late` ones are red. More than eight fills all of them.
#[must_use]
pub fn load<'a, Message: 'a>(open: usize, late: usize) -> Element<'a, Message> {
    row((0..BLOCKS).map(|index| {
        let tone = if index < late.min(open) {
            Tone::Late
        } else if index < open {
            Tone::Accent
        } else {
            Tone::Plain
        };
        block(7.0, 8.0, tone)
    }))
    .spacing(2)
    .into()
}

/// How many of the required fields are filled: one block a field.
#[must_use]
pub fn completeness<'a, Message: 'a>(filled: usize, required: usize) -> Element<'a, Message> {
    row((0..required).map(|index| block(14.0, 6.0, if index < filled { Tone::Ontime } else { Tone::Plain })))
        .spacing(2)
        .into()
}

/// A bar, 6 high, filled to `share` (0 to 1).
#[must_use]
pub fn meter<'a, Message: 'a>(share: f32, tone: Tone) -> Element<'a, Message> {
    progress_bar(0.0..=1.0, share.clamp(0.0, 1.0))
        .girth(6)
        .style(move |theme| style::surface::meter(theme, tone))
        .into()
}

fn block<'a, Message: 'a>(width: f32, height: f32, tone: Tone) -> Element<'a, Message> {
    container(space().width(width).height(height)).style(style::badge::block(tone)).into()
}
