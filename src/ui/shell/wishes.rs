//! What screens ask of the shell, and what is chosen for this machine.

use iced::{Task, clipboard, window};

use super::{Layer, Message, Shell, Toast};
use crate::books::board::Given;
use crate::books::customers::Who;
use crate::domain::id::ComplaintId;
use crate::i18n::{Locale, Texts};
use crate::platform::preferences::{Preferences, Rail};
use crate::ui::effect::Effect;
use crate::ui::env::Cloak;
use crate::ui::screen::{self, Action, Drag, Filling, Place, Preference, board, handling, settings};
use crate::ui::theme::font;

impl Shell {
    pub(super) fn screen(&mut self, message: screen::Message) -> Task<Message> {
        let Some(env) = self.world.env() else { return Task::none() };
        let effect = self.screens.update(&env, message);
        self.carry(effect)
    }

    /// What is dropped belongs to the screen that is open, unless something lies over it.
    pub(super) fn dragged(&mut self, drag: Drag) -> Task<Message> {
        if self.layer != Layer::None {
            return Task::none();
        }
        let Some(env) = self.world.env() else { return Task::none() };
        let effect = self.screens.dragged(&env, self.place, drag);
        self.carry(effect)
    }

    pub(super) fn entered(&mut self) -> Task<Message> {
        let Some(env) = self.world.env() else { return Task::none() };
        let effect = self.screens.entered(&env, self.place);
        self.carry(effect)
    }

    pub(super) fn carry(&mut self, effect: Effect<screen::Message, Action>) -> Task<Message> {
        let task = effect.task.map(Message::Screen);
        match effect.action {
            None => task,
            Some(action) => Task::batch([task, self.obey(action)]),
        }
    }

    pub(super) fn obey(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::Go(place) => self.go(place),
            Action::Show(place, id) => self.show(place, id),
            Action::Ask(id, ask) => self.ask(id, ask),
            Action::Form(id, purpose) => self.form(id, purpose),
            Action::List(given) => self.show_given(given),
            Action::Customer(who) => self.show_customer(who),
            Action::Say(said) => self.say(Toast::of(said)),
            Action::Copy(words) => clipboard::write(words),
            Action::Prefer(preference) => self.prefer_as(preference),
            Action::Fill(filling) => self.fill(filling),
            Action::Keep(it) => self.prefer(|preferences| {
                preferences.kept.insert(it.key, it.value);
            }),
        }
    }

    /// The whole screen, or a window again.
    fn fill(&self, filling: Filling) -> Task<Message> {
        let mode = match filling {
            Filling::Screen => window::Mode::Fullscreen,
            Filling::Window => window::Mode::Windowed,
        };
        self.window.map_or_else(Task::none, |id| window::set_mode(id, mode))
    }

    pub(super) fn prefer_as(&mut self, preference: Preference) -> Task<Message> {
        match preference {
            Preference::Locale(locale) => self.choose_locale(locale),
            Preference::Appearance(appearance) => self.prefer(|it| it.appearance = appearance),
            Preference::Contrast(contrast) => self.prefer(|it| it.contrast = contrast),
            Preference::Zoom(zoom) => self.choose_zoom(zoom),
            Preference::Notify(notify) => self.prefer(|it| it.notify = notify),
            Preference::Rendering(rendering) => self.prefer(|it| it.rendering = rendering),
        }
    }

    pub(super) fn go(&mut self, place: Place) -> Task<Message> {
        let before = std::mem::replace(&mut self.place, place);
        self.layer = Layer::None;
        let Some(env) = self.world.env() else { return Task::none() };
        if before == place {
            let effect = self.screens.again(&env, place);
            return self.carry(effect);
        }
        let left = self.screens.left(&env, before);
        let left = self.carry(left);
        Task::batch([left, self.entered()])
    }

    pub(super) fn go_to_settings(&mut self, page: settings::Page) -> Task<Message> {
        let gone = self.go(Place::Settings);
        let turned = self.screen(screen::Message::Settings(settings::Message::PageChosen(page)));
        Task::batch([gone, turned])
    }

    pub(super) fn show(&mut self, place: Place, id: ComplaintId) -> Task<Message> {
        let gone = self.go(place);
        let Some(env) = self.world.env() else { return gone };
        let effect = self.screens.show(&env, place, id);
        Task::batch([gone, self.carry(effect)])
    }

    /// To a complaint, with a form open: what cannot be asked for there now is not opened.
    pub(super) fn ask(&mut self, id: ComplaintId, ask: handling::Ask) -> Task<Message> {
        let shown = self.show(Place::Handling, id);
        let opened = self.screen(screen::Message::Handling(handling::Message::Opened(ask)));
        Task::batch([shown, opened])
    }

    /// To the board, with a small form on a complaint.
    pub(super) fn form(&mut self, id: ComplaintId, purpose: board::Purpose) -> Task<Message> {
        let gone = self.go(Place::Board);
        let opened = self.screen(screen::Message::Board(board::Message::FormAsked(id, purpose)));
        Task::batch([gone, opened])
    }

    pub(super) fn show_customer(&mut self, who: Who) -> Task<Message> {
        let gone = self.go(Place::Customers);
        let Some(env) = self.world.env() else { return gone };
        let effect = self.screens.show_customer(&env, who);
        Task::batch([gone, self.carry(effect)])
    }

    fn show_given(&mut self, given: Given) -> Task<Message> {
        let gone = self.go(Place::Board);
        let Some(env) = self.world.env() else { return gone };
        let effect = self.screens.show_given(&env, given);
        Task::batch([gone, self.carry(effect)])
    }

    pub(super) fn toggle_rail(&mut self) -> Task<Message> {
        self.prefer(|it| {
            it.rail = match it.rail {
                Rail::Wide => Rail::Slim,
                Rail::Slim => Rail::Wide,
            };
        })
    }

    pub(super) fn choose_locale(&mut self, locale: Locale) -> Task<Message> {
        self.world.texts = Texts::new(locale);
        font::use_faces(locale);
        self.world.refresh();
        let written = self.prefer(|it| it.locale = Some(locale));
        Task::batch([written, self.entered()])
    }

    pub(super) fn toggle_cloak(&mut self) -> Task<Message> {
        self.world.cloak = match self.world.cloak {
            Cloak::Off => Cloak::On,
            Cloak::On => Cloak::Off,
        };
        Task::none()
    }

    /// Changes the preferences and writes them.
    pub(super) fn prefer(&mut self, change: impl FnOnce(&mut Preferences)) -> Task<Message> {
        change(&mut self.world.preferences);
        self.write_preferences()
    }

    pub(super) fn write_preferences(&self) -> Task<Message> {
        let Some(path) = self.files.preferences.clone() else { return Task::none() };
        let preferences = self.world.preferences.clone();
        Task::perform(
            async move {
                let written = tokio::task::spawn_blocking(move || preferences.write(&path)).await;
                match written {
                    Ok(outcome) => outcome.map_err(|it| it.to_string()),
                    Err(error) => Err(error.to_string()),
                }
            },
            Message::PreferencesWritten,
        )
    }

    pub(super) fn preferences_written(&mut self, outcome: Result<(), String>) -> Task<Message> {
        let Err(reason) = outcome else { return Task::none() };
        tracing::warn!(reason, "preferences cannot be written");
        let path = self.files.preferences.as_ref().map(|it| it.display().to_string()).unwrap_or_default();
        self.say(Toast::told(self.world.texts.write_failed(path, reason)))
    }
}
