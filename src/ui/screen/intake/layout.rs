//! How the form and the pane beside it share the window, and what fits into a row.
//!
//! Widths are logical pixels: zoom makes the window narrow (UI.md 13).

use super::State;
use super::stop::Stop;
use crate::domain::office::Channel;
use crate::i18n::Locale;
use crate::ui::env::{Env, Room};
use crate::ui::theme::Face;
use crate::ui::widget::measure;

/// Below this width the form and the pane are shown one at a time.
const BOTH: f32 = 1040.0;
/// Left and right of what a pane holds.
const MARGIN: f32 = 16.0;
/// Between a label and its field.
const LABEL_GAP: f32 = 8.0;
/// Between two blocks of a row.
const BLOCK_GAP: f32 = 16.0;
/// So many channels have a place in the segment at the most.
const MOST_CHANNELS: usize = 6;
/// The rest of the channels.
pub const MORE_CHANNELS: f32 = 112.0;

/// Which of the two is in sight where there is room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// What is filled in.
    #[default]
    Form,
    /// Who calls.
    Caller,
}

/// The width of the pane beside the form; `None` where there is room for one of them.
pub fn beside(env: &Env<'_>) -> Option<f32> {
    (BOTH <= env.window.width).then(|| match env.room() {
        Room::Ample => 432.0,
        Room::Tight => 324.0,
    })
}

/// How wide the rows of the form are.
pub fn rows(env: &Env<'_>) -> f32 {
    env.beside_rail() - beside(env).unwrap_or_default() - 2.0 * MARGIN
}

/// How wide the lines of the pane are.
pub fn pane(env: &Env<'_>) -> f32 {
    beside(env).unwrap_or_else(|| env.beside_rail()) - 2.0 * MARGIN
}

/// The right block of a row of two.
pub fn right_block(env: &Env<'_>) -> f32 {
    match (env.texts.locale(), env.room()) {
        (Locale::ZhCn | Locale::ZhTw, _) => 300.0,
        (Locale::En, Room::Ample) => 340.0,
        (Locale::En, Room::Tight) => 330.0,
    }
}

/// The label of a left block with the space behind it.
pub fn left_label(env: &Env<'_>) -> f32 {
    LABEL_GAP
        + match env.texts.locale() {
            Locale::ZhCn | Locale::ZhTw => 72.0,
            Locale::En => 116.0,
        }
}

/// The same of a right block.
pub fn right_label(env: &Env<'_>) -> f32 {
    LABEL_GAP
        + match env.texts.locale() {
            Locale::ZhCn | Locale::ZhTw => 56.0,
            Locale::En => 96.0,
        }
}

/// What a field has in a left block beside a right one.
pub fn left_field(env: &Env<'_>) -> f32 {
    rows(env) - right_block(env) - BLOCK_GAP - left_label(env)
}

/// How wide a segment of these words is, whichever of them is chosen.
pub fn segment_of<'a>(words: impl IntoIterator<Item = &'a str>) -> f32 {
    words.into_iter().map(|it| measure(it, Face::Strong) + 2.0 * 11.0 + 1.0).sum::<f32>() + 2.0
}

/// Two blocks with controls so wide: side by side where both fit, or else below each other.
pub fn fits_in_pair(env: &Env<'_>, left: f32, right: f32) -> bool {
    left <= left_field(env) && right <= right_block(env) - right_label(env)
}

/// The channels for which the segment has room.
pub fn channels_shown<'a>(env: &Env<'a>) -> Vec<&'a Channel> {
    let mut room = rows(env) - left_label(env) - 8.0 - MORE_CHANNELS;
    let all = env.office().channels().filter(|it| it.active).take(MOST_CHANNELS);
    all.take_while(|it| {
        // Bold when chosen, padding, the digit's key.
        room -= measure(&it.name, Face::Strong) + 2.0 * 11.0 + 5.0 + 16.0 + 1.0;
        room > 0.0
    })
    .collect()
}

impl State {
    /// Whether the pane is in sight instead of the form.
    pub(super) fn shows_caller_only(&self, env: &Env<'_>) -> bool {
        beside(env).is_none() && self.pane == Pane::Caller
    }

    /// The keyboard goes to a stop: what holds it comes into sight.
    pub(super) fn turn_to(&mut self, stop: Stop) {
        self.pane = if stop.is_beside() { Pane::Caller } else { Pane::Form };
    }
}
