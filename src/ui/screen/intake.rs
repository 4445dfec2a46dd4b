//! 投诉登记: the form filled in while the customer speaks (UI.md 5.2).

use super::{Action, Place};
use crate::domain::id::ComplaintId;
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::Press;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Empty, empty};

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {}

/// What the person did.
#[derive(Debug, Clone, Copy)]
pub enum Message {}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, _env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {}
    }

    /// The screen was opened: its first stop gets the focus.
    pub fn entered(&mut self, _env: &Env<'_>) -> Effect<Message, Action> {
        Effect::none()
    }

    /// A complaint was asked for from another screen.
    pub fn show(&mut self, _env: &Env<'_>, _id: ComplaintId) -> Effect<Message, Action> {
        Effect::none()
    }

    /// The log told facts; the books have taken them over already.
    pub fn told(&mut self, _env: &Env<'_>, _facts: &[Recorded]) -> Effect<Message, Action> {
        Effect::none()
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        empty(Empty {
            tone: Tone::Paused,
            icon: Place::Intake.icon(),
            title: env.texts.screen_empty_title().into(),
            words: env.texts.screen_empty_words().into(),
            actions: Vec::new(),
        })
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, _env: &Env<'_>) -> String {
        String::new()
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, _env: &Env<'_>, _press: &Press) -> Option<Message> {
        None
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, _env: &Env<'_>) -> bool {
        false
    }
}
