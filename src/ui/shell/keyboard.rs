//! Keys: overlays first, then the whole program, then the screen.

use iced::Task;
use iced::keyboard::key::Named;

use super::key_table::{Does, GLOBAL};
use super::{Layer, Message, Shell, keys_sheet};
use crate::platform::preferences::Zoom;
use crate::ui::keys::{Field, Heard, Press, Shortcut};

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

    /// What a key means.
    pub(super) fn meant(&self, press: &Press) -> Option<Message> {
        if self.layer != Layer::None && Shortcut::named(Named::Escape).matches(press) {
            return Some(Message::LayerClosed);
        }
        match self.layer {
            Layer::Palette => {
                // Hiding what is on the screen must work everywhere.
                let hides = GLOBAL.iter().find(|(_, it, does)| *does == Does::Cloak && it.matches(press));
                if let Some((_, _, does)) = hides {
                    return self.does(*does);
                }
                let env = self.world.env()?;
                return self.palette.pressed(&env, press);
            }
            Layer::Bell => {
                if let Some(message) = self.bell.pressed(press) {
                    return Some(message);
                }
            }
            Layer::Keys => {
                if let Some(message) = keys_sheet::pressed(press) {
                    return Some(message);
                }
            }
            Layer::None | Layer::Menu => {}
        }
        let global = GLOBAL.iter().find(|(_, shortcut, _)| shortcut.matches(press)).map(|(_, _, does)| *does);
        if let Some(message) =
            global.filter(|_| press.field() == Field::Passed || !is_bare(press)).and_then(|it| self.does(it))
        {
            return Some(message);
        }
        if press.asks() {
            return Some(Message::LayerToggled(Layer::Keys));
        }
        if self.layer != Layer::None {
            return None;
        }
        let env = self.world.env()?;
        self.screens.pressed(&env, self.place, press).map(Message::Screen)
    }

    /// What a key of the whole program does now; `None`: nothing.
    pub(super) fn does(&self, it: Does) -> Option<Message> {
        let zoom = self.world.preferences.zoom;
        Some(match it {
            Does::Palette => Message::SearchAsked,
            Does::Go(place) => Message::Went(place),
            Does::Rail => Message::RailToggled,
            Does::Larger => Message::ZoomChosen(zoom.larger()),
            Does::Smaller => Message::ZoomChosen(zoom.smaller()),
            Does::Ordinary => Message::ZoomChosen(Zoom::default()),
            Does::Help => Message::LayerToggled(Layer::Keys),
            Does::Cloak => Message::CloakToggled,
            // Nothing stands beside the screen: the key is somebody else's.
            Does::CloseAside => self.world.beside.map(|_| Message::AsideClosed)?,
            Does::ScrollAside(step) => self.world.beside.map(|_| Message::AsideScrolled(step))?,
            // Nothing to take back: the key is the text field's.
            Does::Undo => Message::ToastUndone(self.toasts.newest_undo()?),
        })
    }
}

/// A letter or sign without Ctrl: text, where a field has the focus.
fn is_bare(press: &Press) -> bool {
    press.named().is_none() && !press.modifiers().command()
}
