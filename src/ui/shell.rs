//! The frame round every screen: rail, top bar, status bar, overlays. It routes and obeys, nothing else.

mod aside;
mod bell;
mod frame;
mod key_table;
mod keyboard;
mod keys_sheet;
mod mark;
mod menu;
mod message;
mod office;
mod overlays;
mod palette;
mod rail;
mod status_bar;
mod toasts;
mod top_bar;
mod wishes;
mod world;

use std::path::PathBuf;
use std::time::Duration;

use iced::{
    Length, Point, Size, Subscription, Task, system, time,
    widget::{Id, column, container, row, stack},
    window,
};

use super::{
    env::Cloak,
    keys::Composer,
    opening::{self, Opening},
    screen::{Drag, Place, Screens},
    style,
    theme::{Element, Theme},
    widget::{self, Note, listener},
};
use crate::{
    domain::moment::Moment,
    platform::preferences::{Preferences, Rail},
};

pub use bell::Bell;
pub use message::{Layer, Message};
pub use palette::{Deed, Palette, Target};
pub use toasts::{Toast, ToastId, Toasts};
pub use world::{Banner, Count, Person, Status, World};

/// The window at 100 % zoom.
pub const DEFAULT_SIZE: Size = Size::new(1440.0, 900.0);
/// Not smaller than this at 100 % zoom.
pub const SMALLEST: Size = Size::new(1100.0, 700.0);

/// Where the shell keeps things on disk. `None` everywhere: nowhere (tests, pictures).
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// The preferences of this machine.
    pub preferences: Option<PathBuf>,
    /// Removed when the first picture is on the screen.
    pub first_frame_marker: Option<PathBuf>,
    /// The office to open.
    pub office: Option<PathBuf>,
}

/// The whole window.
#[derive(Debug)]
pub struct Shell {
    /// What all screens share.
    pub world: World,
    /// The screens.
    pub screens: Screens,
    place: Place,
    layer: Layer,
    palette: Palette,
    aside: aside::Aside,
    bell: Bell,
    toasts: Toasts,
    /// The text field that had the focus before the palette.
    focus: Option<Id>,
    composer: Composer,
    files: Files,
    frames: u8,
    swept: Option<Moment>,
    window: Option<window::Id>,
    at: Option<Point>,
    monitor: Option<Size>,
}

impl Shell {
    /// A shell with nothing open, and what to do first.
    pub fn new(preferences: Preferences, files: Files) -> (Self, Task<Message>) {
        let mut shell = Self {
            world: World::new(preferences),
            screens: Screens::default(),
            place: Place::Today,
            layer: Layer::None,
            palette: Palette::default(),
            aside: aside::Aside::default(),
            bell: Bell::default(),
            toasts: Toasts::default(),
            focus: None,
            composer: Composer::default(),
            files,
            frames: 0,
            swept: None,
            window: None,
            at: None,
            monitor: None,
        };
        let opening = shell.open_office();
        (shell, Task::batch([system::theme().map(Message::SystemTurned), opening]))
    }

    /// The page that is open.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// The title of the window.
    #[must_use]
    pub fn title(&self) -> String {
        self.world.texts.window_title(self.place.name(&self.world.texts))
    }

    /// The colours.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.world.theme()
    }

    /// How large everything is.
    #[must_use]
    pub fn scale_factor(&self) -> f32 {
        self.world.preferences.zoom.factor()
    }

    /// What the shell listens to.
    pub fn subscription(&self) -> Subscription<Message> {
        let mut all = vec![
            system::theme_changes().map(Message::SystemTurned),
            window::events().filter_map(|(id, event)| match event {
                window::Event::Opened { .. } => Some(Message::Opened(id)),
                window::Event::Resized(size) => Some(Message::Resized(id, size)),
                window::Event::Moved(at) => Some(Message::Moved(at)),
                window::Event::CloseRequested => Some(Message::CloseAsked(id)),
                window::Event::FileHovered(_) => Some(Message::Dragged(Drag::Over)),
                window::Event::FilesHoveredLeft => Some(Message::Dragged(Drag::Gone)),
                window::Event::FileDropped(path) => Some(Message::Dragged(Drag::Dropped(path))),
                window::Event::Closed
                | window::Event::RedrawRequested(_)
                | window::Event::Rescaled(_)
                | window::Event::Focused
                | window::Event::Unfocused => None,
            }),
            time::every(self.cadence()).map(|_| Message::Ticked),
        ];
        if let Some(house) = &self.world.house {
            all.push(house.feed().map(Message::Told));
        }
        if self.frames < frame::FIRST_FRAMES {
            all.push(window::frames().map(|_| Message::Drawn));
        }
        Subscription::batch(all)
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Screen(message) => self.screen(message),
            Message::Went(place) => self.go(place),
            Message::RailToggled => self.toggle_rail(),
            Message::KeysScrolled(step) => keys_sheet::scroll_by(step),
            Message::LayerToggled(layer) => self.toggle_layer(layer),
            Message::LayerClosed => self.close_layer(),
            Message::LocaleChosen(locale) => self.choose_locale(locale),
            Message::AppearanceChosen(appearance) => self.prefer(|it| it.appearance = appearance),
            Message::ContrastChosen(contrast) => self.prefer(|it| it.contrast = contrast),
            Message::OpeningAsked => self.open_office(),
            Message::OpeningWent(news) => self.opening_went(news),
            Message::Swept(outcome) => office::swept(outcome),
            Message::PersonChosen(person) => self.seat(person),
            Message::Told(told) => self.take_over(told),
            Message::ZoomChosen(zoom) => self.choose_zoom(zoom),
            Message::CloakToggled => self.toggle_cloak(),
            Message::SearchAsked => self.ask_palette(),
            Message::PaletteTyped(query) => self.palette_typed(query),
            Message::PaletteMarked(row) => self.palette_marked(row),
            Message::PaletteCleared => self.palette_cleared(),
            Message::PaletteWidened => self.palette_widened(),
            Message::PaletteChosen(target) => self.palette_chosen(target),
            Message::PaletteBeside(target) => self.palette_beside(target),
            Message::AsideAsked(id) => self.ask_aside(id),
            Message::AsideFetched(ticket, facts) => self.aside_fetched(ticket, facts),
            Message::AsideScrolled(step) => aside::scroll_by(step),
            Message::AsideOpened => self.open_aside(),
            Message::AsideClosed => self.close_aside(),
            Message::Heard(heard) => self.hear(heard),
            Message::SystemTurned(mode) => self.turn(mode),
            Message::Resized(id, size) => self.resize(id, size),
            Message::Moved(at) => self.moved(at),
            Message::Dragged(drag) => self.dragged(drag),
            Message::Opened(id) => self.opened(id),
            Message::Drawn => self.drawn(),
            Message::Ticked => self.tick(),
            Message::CloseAsked(id) => frame::ask_last_place(id),
            Message::Closing { window, maximized } => self.close(window, maximized),
            Message::ToastAged(id) => self.toasts.aged(id),
            Message::ToastsEntered => self.toasts.entered(),
            Message::ToastsLeft => self.toasts.left(),
            Message::ToastUndone(id) => self.undo(id),
            Message::FocusNoted(id) => self.note_focus(id),
            Message::BellMarked(line) => self.mark_alert(line),
            Message::BellOpened(alert) => self.open_alert(&alert),
            Message::BellRead => self.read_alerts(),
            Message::NotifyChosen(notify) => self.prefer(|it| it.notify = notify),
            Message::LastFact(at) => self.learn_last_fact(at),
            Message::MonitorFound(id, size) => self.monitor_found(id, size),
            Message::SettingsWent(page) => self.go_to_settings(page),
            Message::PreferencesWritten(outcome) => self.preferences_written(outcome),
        }
    }

    /// What fills the whole window instead of everything else: the board on a wall.
    fn wall(&self) -> Option<Element<'_, Message>> {
        let env = self.world.env().filter(|_| self.place == Place::Board && self.layer == Layer::None)?;
        let wall = self.screens.board.projected(&env)?;
        Some(wall.map(|it| Message::Screen(super::screen::Message::Board(it))))
    }

    /// Draws the window.
    #[must_use]
    pub fn view(&self) -> Element<'_, Message> {
        listener(self.wall().unwrap_or_else(|| self.all()), Message::Heard)
    }

    /// The frame with what stands in it.
    fn all(&self) -> Element<'_, Message> {
        let frame = self.world.frame();
        let env = frame;
        let rail = self.rail();
        let body = container(self.body()).width(Length::Fill).height(Length::Fill).style(style::surface::canvas);
        let main = column![top_bar::view(&env, self)]
            .push(self.world.banner.as_ref().map(banner))
            .push(self.world.caveat.as_ref().map(banner))
            .push(body)
            .push(status_bar::view(&env, self));
        let beside = self.world.beside.unwrap_or_default();
        let aside = self.world.beside.and_then(|px| self.aside.view(&self.world.env()?, px));
        let base = row![rail::view(&env, self, rail), main].push(aside);
        let over = self.world.env().and_then(|env| self.screens.over(&env, self.place));
        let over = over.map(|it| it.map(Message::Screen));
        let mut layers = stack![base].push(over).width(Length::Fill).height(Length::Fill);
        match self.layer {
            Layer::None => {}
            Layer::Menu => layers = layers.push(menu::view(&env, &self.world, rail)),
            Layer::Bell => {
                // The bell hangs where the top bar ends.
                let bell = self.bell.view(&env, self.world.env().as_ref());
                layers = layers.push(row![bell, iced::widget::space().width(beside)]);
            }
            Layer::Keys => layers = layers.push(keys_sheet::view(&env, self)),
            Layer::Palette => layers = layers.push(self.world.env().map(|env| self.palette.view(&env))),
        }
        if let Some(toasts) = self.toasts.view(&env) {
            layers = layers.push(toasts);
        }
        if self.world.cloak == Cloak::On {
            layers = layers.push(top_bar::cloak_frame());
        }
        layers.into()
    }

    /// How the rail is drawn: slim also because paper is shown.
    #[must_use]
    pub fn rail(&self) -> Rail {
        if self.place == Place::Reports { Rail::Slim } else { self.world.frame().rail() }
    }

    fn body(&self) -> Element<'_, Message> {
        match self.world.env() {
            Some(env) => self.screens.view(&env, self.place).map(Message::Screen),
            None => opening::view(&self.world.frame(), &self.world.opening, Message::OpeningAsked),
        }
    }

    /// What stands beside the title.
    fn summary(&self) -> String {
        self.world.env().map(|env| self.screens.summary(&env, self.place)).unwrap_or_default()
    }

    fn cadence(&self) -> Duration {
        match (self.world.env(), &self.world.opening) {
            (Some(env), _) => self.screens.cadence(&env, self.place),
            // The skeleton comes after a moment, the sentence after a second.
            (None, Opening::AtWork(..)) => Duration::from_millis(150),
            (None, Opening::NotAsked | Opening::Failed(_)) => Duration::from_secs(30),
        }
    }
}

fn banner(it: &Banner) -> Element<'_, Message> {
    let way = it.leads.as_ref().map(|(name, page)| {
        Element::from(widget::button(name.as_str()).compact().on_press(Message::SettingsWent(*page)))
    });
    widget::banner(Note {
        tone: it.tone,
        icon: it.icon,
        title: it.title.as_str().into(),
        words: it.words.as_str().into(),
        actions: way.into_iter().collect(),
    })
}
