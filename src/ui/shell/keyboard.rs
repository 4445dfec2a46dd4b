//! Keys: overlays first, then the whole program, then the screen.

use iced::Task;
use iced::keyboard::key::Named;

use super::{Layer, Message, Shell};
use crate::platform::preferences::Zoom;
use crate::ui::keys::{Heard, Press, Shortcut};
use crate::ui::screen::Place;

impl Shell {
    pub(super) fn hear(&mut self, heard: Heard) -> Task<Message> {
        if let Heard::Modifiers(modifiers) = heard {
            self.world.modifiers = modifiers;
        }
        let Some(press) = self.composer.filter(heard) else { return Task::none() };
        match self.meant(&press) {
            Some(message) => self.update(message),
            None => Task::none(),
        }
    }

    /// What a key means: overlays first, then the whole program, then the screen.
    pub(super) fn meant(&self, press: &Press) -> Option<Message> {
        if self.layer != Layer::None && Shortcut::named(Named::Escape).matches(press) {
            return Some(Message::LayerClosed);
        }
        if self.layer == Layer::Palette {
            let env = self.world.env()?;
            return self.palette.pressed(&env, press);
        }
        let zoom = self.world.preferences.zoom;
        let global = [
            (Shortcut::command('n'), Message::Went(Place::Intake)),
            (Shortcut::command('1'), Message::Went(Place::Today)),
            (Shortcut::command('2'), Message::Went(Place::Board)),
            (Shortcut::command('3'), Message::Went(Place::Handling)),
            (Shortcut::command('4'), Message::Went(Place::Callback)),
            (Shortcut::command('5'), Message::Went(Place::Charts)),
            (Shortcut::command('6'), Message::Went(Place::Reports)),
            (Shortcut::command(','), Message::Went(Place::Settings)),
            (Shortcut::command('b'), Message::RailToggled),
            (Shortcut::command('k'), Message::SearchAsked),
            (Shortcut::command('='), Message::ZoomChosen(zoom.larger())),
            (Shortcut::command('+'), Message::ZoomChosen(zoom.larger())),
            (Shortcut::command('-'), Message::ZoomChosen(zoom.smaller())),
            (Shortcut::command('0'), Message::ZoomChosen(Zoom::default())),
            (Shortcut::named(Named::F1), Message::LayerToggled(Layer::Keys)),
            (Shortcut::named(Named::F9), Message::CloakToggled),
        ];
        let global = global.into_iter().find(|(shortcut, _)| shortcut.matches(press)).map(|(_, message)| message);
        global.or_else(|| {
            let env = self.world.env()?;
            self.screens.pressed(&env, self.place, press).map(Message::Screen)
        })
    }
}
