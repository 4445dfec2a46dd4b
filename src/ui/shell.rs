//! The frame round every screen: rail, top bar, status bar, overlays. It routes and obeys, nothing else.

mod keys_sheet;
mod mark;
mod menu;
mod palette;
mod rail;
mod status_bar;
mod toasts;
mod top_bar;

use std::path::PathBuf;
use std::time::Duration;

use chrono::{FixedOffset, Local, Offset as _, Utc};
use iced::{
    Length, Point, Size, Subscription, Task, clipboard,
    keyboard::{Modifiers, key::Named},
    system,
    theme::Mode,
    time,
    widget::{Id, column, container, row, stack},
    window,
};

use super::{
    effect::Effect,
    env::{Cloak, Env, Frame, Room},
    house::{House, Told},
    icon,
    keys::{self, Composer, Heard, Press, Shortcut},
    opening::{self, News, Opening},
    screen::{self, Action, Place, Preference, Screens},
    style,
    theme::{Appearance, Contrast, Element, Theme, Tone, font},
    widget::{self, Note},
};
use crate::{
    app::{NotKept, NotOpened, Opened},
    domain::{
        id::{ComplaintId, PersonId},
        moment::Moment,
    },
    i18n::{Locale, Texts},
    platform::{
        preferences::{Preferences, Rail, WindowPlace, Zoom},
        rendering,
    },
};

pub use palette::{Palette, Target};
pub use toasts::{Toast, ToastId, Toasts};

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

/// What all screens share. The screens themselves are beside it, so that an [`Frame`] can borrow this one.
#[derive(Debug)]
pub struct World {
    /// The words.
    pub texts: Texts,
    /// What was chosen on this machine.
    pub preferences: Preferences,
    /// What the system shows.
    pub system: Mode,
    /// The moment everything is judged at.
    pub now: Moment,
    /// The office's offset from UTC.
    pub offset: FixedOffset,
    /// The window in logical pixels at 100 % zoom.
    pub window: Size,
    /// Whether personal data is hidden.
    pub cloak: Cloak,
    /// Who works here now.
    pub person: Option<Person>,
    /// What the rail counts.
    pub counts: Vec<(Place, Count)>,
    /// What the status bar tells beside the time.
    pub status: Status,
    /// Unsaved, offline, read-only.
    pub banner: Option<Banner>,
    /// Reminders that wait in the bell.
    pub reminders: usize,
    /// The modifiers that are held.
    pub modifiers: Modifiers,
    /// The open office; `None` while there is none.
    pub house: Option<House>,
    /// Where opening stands, while there is none.
    pub opening: Opening,
}

/// Who works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// 林晓芸
    pub name: String,
    /// 综合部·前台
    pub role: String,
}

/// How much waits on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// All of it.
    pub all: usize,
    /// What is late.
    pub late: usize,
}

/// What the status bar tells. Empty words are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// Behind the time: 工作时间·距午休 1 小时 18 分.
    pub shift: String,
    /// 2026 年历已核对
    pub calendar: String,
    /// 已保存 10:41:58
    pub saved: String,
    /// 上次可用备份 10:05
    pub backup: String,
    /// 本机账本; empty: no book is open.
    pub book: String,
}

/// A bar under the top bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// What it means.
    pub tone: Tone,
    /// Its icon.
    pub icon: super::icon::Icon,
    /// What happened.
    pub title: String,
    /// The way out.
    pub words: String,
}

impl World {
    fn new(preferences: Preferences) -> Self {
        let texts = Texts::new(preferences.locale.unwrap_or_else(Locale::of_system));
        font::use_faces(texts.locale());
        let window = preferences.window.map_or(DEFAULT_SIZE, |it| Size::new(it.width, it.height));
        Self {
            texts,
            preferences,
            system: Mode::None,
            now: Utc::now(),
            offset: Local::now().offset().fix(),
            window,
            cloak: Cloak::Off,
            person: None,
            counts: Vec::new(),
            status: Status::default(),
            banner: None,
            reminders: 0,
            modifiers: Modifiers::empty(),
            house: None,
            opening: Opening::default(),
        }
    }

    /// The context for everything that reads.
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        let factor = self.preferences.zoom.factor();
        Frame {
            texts: &self.texts,
            theme: self.theme(),
            now: self.now,
            offset: self.offset,
            window: Size::new(self.window.width / factor, self.window.height / factor),
            cloak: self.cloak,
            modifiers: self.modifiers,
            preferences: &self.preferences,
        }
    }

    /// The colours.
    #[must_use]
    pub fn theme(&self) -> Theme {
        Theme::new(self.preferences.appearance, self.system, self.preferences.contrast)
    }

    /// The context of the screens; `None` while no office is open.
    #[must_use]
    pub fn env(&self) -> Option<Env<'_>> {
        self.house.as_ref().map(|it| it.env(self.frame()))
    }

    /// What rail and status bar tell is worked out anew: facts came, time went by, somebody else sits here.
    fn refresh(&mut self) {
        let Some(house) = &self.house else { return };
        self.person = house.person(&self.texts);
        self.counts = house.counts(self.now);
        self.status = house.status(&self.texts, self.now);
        let offset = FixedOffset::east_opt(house.books.office().calendar().offset());
        self.offset = offset.unwrap_or(self.offset);
    }

    fn count(&self, place: Place) -> Option<Count> {
        self.counts.iter().find(|(it, _)| *it == place).map(|(_, count)| *count)
    }
}

/// What lies over the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layer {
    /// Nothing.
    #[default]
    None,
    /// Account, appearance, language, zoom.
    Menu,
    /// The bell.
    Bell,
    /// The keys of this screen.
    Keys,
    /// The palette.
    Palette,
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
    toasts: Toasts,
    composer: Composer,
    files: Files,
    frames: u8,
    swept: Option<Moment>,
    window: Option<window::Id>,
    at: Option<Point>,
}

/// What somebody did to the frame.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something on a screen.
    Screen(screen::Message),
    /// Go there.
    Went(Place),
    /// The rail, wide or slim.
    RailToggled,
    /// Opened or closed something over the screen.
    LayerToggled(Layer),
    /// Closed whatever is over the screen.
    LayerClosed,
    /// Another language.
    LocaleChosen(Locale),
    /// Light, dark, as the system.
    AppearanceChosen(Appearance),
    /// High contrast.
    ContrastChosen(Contrast),
    /// The office shall be opened, again.
    OpeningAsked,
    /// The opening thread says something.
    OpeningWent(News),
    /// What time alone brings about was done, or not.
    Swept(Result<usize, NotKept>),
    /// Somebody else sits here now.
    PersonChosen(PersonId),
    /// The log told facts.
    Told(Told),
    /// Larger or smaller.
    ZoomChosen(Zoom),
    /// Hide or show personal data.
    CloakToggled,
    /// Search was asked for.
    SearchAsked,
    /// Something was typed into the palette.
    PaletteTyped(String),
    /// A row of the palette was marked.
    PaletteMarked(usize),
    /// A row of the palette was chosen.
    PaletteChosen(Target),
    /// Keys and the input method.
    Heard(Heard),
    /// The system turned light or dark.
    SystemTurned(Mode),
    /// The window has a new size, in logical pixels with zoom.
    Resized(window::Id, Size),
    /// The window was moved.
    Moved(Point),
    /// The window is there.
    Opened(window::Id),
    /// A picture was drawn.
    Drawn,
    /// Time goes by.
    Ticked,
    /// The window shall close.
    CloseAsked(window::Id),
    /// The window's last size and place are known.
    Closing {
        /// Which window.
        window: window::Id,
        /// Whether it filled the screen.
        maximized: bool,
    },
    /// A toast has been up long enough.
    ToastExpired(ToastId),
    /// The pointer came onto the toasts: they stay.
    ToastsEntered,
    /// The pointer left the toasts.
    ToastsLeft,
    /// A toast's way back was taken.
    ToastUndone(ToastId),
    /// The preferences are on disk, or not.
    PreferencesWritten(Result<(), String>),
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
            toasts: Toasts::default(),
            composer: Composer::default(),
            files,
            frames: 0,
            swept: None,
            window: None,
            at: None,
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
            keys::presses().map(Message::Heard),
            system::theme_changes().map(Message::SystemTurned),
            window::events().filter_map(|(id, event)| match event {
                window::Event::Opened { .. } => Some(Message::Opened(id)),
                window::Event::Resized(size) => Some(Message::Resized(id, size)),
                window::Event::Moved(at) => Some(Message::Moved(at)),
                window::Event::CloseRequested => Some(Message::CloseAsked(id)),
                window::Event::Closed
                | window::Event::RedrawRequested(_)
                | window::Event::Rescaled(_)
                | window::Event::Focused
                | window::Event::Unfocused
                | window::Event::FileHovered(_)
                | window::Event::FileDropped(_)
                | window::Event::FilesHoveredLeft => None,
            }),
            time::every(self.cadence()).map(|_| Message::Ticked),
        ];
        if let Some(house) = &self.world.house {
            all.push(house.feed().map(Message::Told));
        }
        if self.frames < FIRST_FRAMES {
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
            Message::LayerToggled(layer) => self.toggle_layer(layer),
            Message::LayerClosed => self.close_layer(),
            Message::LocaleChosen(locale) => self.choose_locale(locale),
            Message::AppearanceChosen(appearance) => self.prefer(|it| it.appearance = appearance),
            Message::ContrastChosen(contrast) => self.prefer(|it| it.contrast = contrast),
            Message::OpeningAsked => self.open_office(),
            Message::OpeningWent(news) => self.opening_went(news),
            Message::Swept(outcome) => swept(outcome),
            Message::PersonChosen(person) => self.seat(person),
            Message::Told(told) => self.take_over(told),
            Message::ZoomChosen(zoom) => self.choose_zoom(zoom),
            Message::CloakToggled => self.toggle_cloak(),
            Message::SearchAsked => self.ask_palette(),
            Message::PaletteTyped(query) => self.palette_typed(query),
            Message::PaletteMarked(row) => self.palette_marked(row),
            Message::PaletteChosen(target) => self.palette_chosen(target),
            Message::Heard(heard) => self.hear(heard),
            Message::SystemTurned(mode) => self.turn(mode),
            Message::Resized(id, size) => self.resize(id, size),
            Message::Moved(at) => self.moved(at),
            Message::Opened(id) => self.opened(id),
            Message::Drawn => self.drawn(),
            Message::Ticked => self.tick(),
            Message::CloseAsked(id) => ask_last_place(id),
            Message::Closing { window, maximized } => self.close(window, maximized),
            Message::ToastExpired(id) => self.toasts.expire(id),
            Message::ToastsEntered => self.toasts.entered(),
            Message::ToastsLeft => self.toasts.left(),
            Message::ToastUndone(id) => self.undo(id),
            Message::PreferencesWritten(outcome) => self.preferences_written(outcome),
        }
    }

    /// Draws the window.
    #[must_use]
    pub fn view(&self) -> Element<'_, Message> {
        let frame = self.world.frame();
        let env = frame;
        let slim = self.is_slim();
        let body = container(self.body()).width(Length::Fill).height(Length::Fill).style(style::surface::canvas);
        let main = column![top_bar::view(&env, self)]
            .push(self.world.banner.as_ref().map(banner))
            .push(body)
            .push(status_bar::view(&env, self));
        let base = row![rail::view(&env, self, slim), main];
        let mut layers = stack![base].width(Length::Fill).height(Length::Fill);
        match self.layer {
            Layer::None => {}
            Layer::Menu => layers = layers.push(menu::view(&env, &self.world, slim)),
            Layer::Bell => layers = layers.push(top_bar::bell(&env)),
            Layer::Keys => layers = layers.push(keys_sheet::view(&env)),
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

    /// Whether the rail shows icons only: chosen, for want of room, or because paper is shown.
    #[must_use]
    pub fn is_slim(&self) -> rail::Slim {
        if self.place == Place::Reports {
            return rail::Slim::Yes;
        }
        match (self.world.frame().room(), self.world.preferences.rail) {
            (Room::Tight, _) | (Room::Ample, Rail::Slim) => rail::Slim::Yes,
            (Room::Ample, Rail::Wide) => rail::Slim::No,
        }
    }

    /// Shows a toast.
    pub fn say(&mut self, toast: Toast) -> Task<Message> {
        self.toasts.push(toast)
    }

    fn ask_palette(&mut self) -> Task<Message> {
        if self.world.house.is_none() {
            return self.say(Toast::told(self.world.texts.search_needs_book().to_owned()));
        }
        self.palette = Palette::default();
        self.layer = Layer::Palette;
        iced::widget::operation::focus(Id::new(palette::FIELD))
    }

    fn palette_typed(&mut self, query: String) -> Task<Message> {
        self.palette.typed(query);
        Task::none()
    }

    fn palette_marked(&mut self, row: usize) -> Task<Message> {
        self.palette.mark(row);
        Task::none()
    }

    fn palette_chosen(&mut self, target: Target) -> Task<Message> {
        match target {
            Target::Page(place) => self.go(place),
            Target::Complaint(id) => self.show(Place::Handling, id),
        }
    }

    /// Opens the office that the window was started for, if any.
    fn open_office(&mut self) -> Task<Message> {
        let Some(folder) = self.files.office.clone() else { return Task::none() };
        self.world.opening = Opening::AtWork(None);
        let texts = &self.world.texts;
        opening::open(folder, (texts.opening_company().to_owned(), texts.locale().tag())).map(Message::OpeningWent)
    }

    fn opening_went(&mut self, news: News) -> Task<Message> {
        match news {
            News::Progress(progress) => {
                self.world.opening = Opening::AtWork(Some(progress));
                Task::none()
            }
            News::Failed(trouble) => {
                tracing::error!(%trouble, "the office was not opened");
                self.world.opening = Opening::Failed(trouble);
                Task::none()
            }
            News::Opened(parcel) => parcel.unpack().map_or_else(Task::none, |opened| self.move_in(opened)),
        }
    }

    fn move_in(&mut self, opened: Opened) -> Task<Message> {
        let last = self.world.preferences.person.map(PersonId);
        let Some(house) = House::new(opened.desk, opened.books, last) else {
            let folder = self.files.office.as_ref().map(|it| it.display().to_string()).unwrap_or_default();
            self.world.opening = Opening::Failed(NotOpened::NotAnOffice { folder });
            return Task::none();
        };
        let entered = self.enter(house.of(opened.house));
        self.world.banner = opening::found_missing(&self.world.texts, &opened.report);
        let mended = !opened.report.is_quiet() && self.world.banner.is_none();
        let told =
            if mended { self.say(Toast::told(self.world.texts.opening_mended().to_owned())) } else { Task::none() };
        Task::batch([entered, told])
    }

    /// An office is open: the screens come to life.
    pub fn enter(&mut self, house: House) -> Task<Message> {
        self.world.house = Some(house);
        self.world.refresh();
        self.entered()
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
        self.world.env().map_or(Duration::from_secs(30), |env| self.screens.cadence(&env, self.place))
    }

    fn screen(&mut self, message: screen::Message) -> Task<Message> {
        let Some(env) = self.world.env() else { return Task::none() };
        let effect = self.screens.update(&env, message);
        self.carry(effect)
    }

    fn entered(&mut self) -> Task<Message> {
        let Some(env) = self.world.env() else { return Task::none() };
        let effect = self.screens.entered(&env, self.place);
        self.carry(effect)
    }

    fn carry(&mut self, effect: Effect<screen::Message, Action>) -> Task<Message> {
        let task = effect.task.map(Message::Screen);
        match effect.action {
            None => task,
            Some(action) => Task::batch([task, self.obey(action)]),
        }
    }

    fn seat(&mut self, person: PersonId) -> Task<Message> {
        let Some(house) = &mut self.world.house else { return Task::none() };
        house.me = person;
        self.world.preferences.person = Some(person.0);
        self.layer = Layer::None;
        self.world.refresh();
        Task::batch([self.entered(), self.write_preferences()])
    }

    fn take_over(&mut self, told: Told) -> Task<Message> {
        let facts = match told {
            Told::Facts(facts) => facts,
            Told::Trouble(trouble) => {
                let words = self.world.texts.not_kept(trouble);
                self.world.banner = Some(Banner {
                    tone: Tone::Late,
                    icon: icon::TRIANGLE_ALERT,
                    title: self.world.texts.banner_log_unread().to_owned(),
                    words,
                });
                return Task::none();
            }
        };
        let unread = self.world.texts.banner_log_unread();
        if self.world.banner.as_ref().is_some_and(|it| it.title == unread) {
            self.world.banner = None;
        }
        self.world.now = Utc::now().max(self.world.now);
        if let Some(house) = &mut self.world.house {
            house.absorb(&facts);
        }
        self.world.refresh();
        let Some(env) = self.world.env() else { return Task::none() };
        let effects = self.screens.told(&env, &facts);
        let tasks: Vec<_> = effects.into_iter().map(|it| self.carry(it)).collect();
        Task::batch(tasks)
    }

    fn obey(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::Go(place) => self.go(place),
            Action::Show(place, id) => self.show(place, id),
            Action::Say(said) => self.say(Toast::of(said)),
            Action::Copy(words) => clipboard::write(words),
            Action::Prefer(preference) => self.prefer_as(preference),
        }
    }

    fn prefer_as(&mut self, preference: Preference) -> Task<Message> {
        match preference {
            Preference::Locale(locale) => self.choose_locale(locale),
            Preference::Appearance(appearance) => self.prefer(|it| it.appearance = appearance),
            Preference::Contrast(contrast) => self.prefer(|it| it.contrast = contrast),
            Preference::Zoom(zoom) => self.choose_zoom(zoom),
            Preference::Rendering(rendering) => self.prefer(|it| it.rendering = rendering),
        }
    }

    fn go(&mut self, place: Place) -> Task<Message> {
        self.place = place;
        self.layer = Layer::None;
        self.entered()
    }

    fn show(&mut self, place: Place, id: ComplaintId) -> Task<Message> {
        let gone = self.go(place);
        let Some(env) = self.world.env() else { return gone };
        let effect = self.screens.show(&env, place, id);
        Task::batch([gone, self.carry(effect)])
    }

    fn toggle_rail(&mut self) -> Task<Message> {
        self.prefer(|it| {
            it.rail = match it.rail {
                Rail::Wide => Rail::Slim,
                Rail::Slim => Rail::Wide,
            };
        })
    }

    fn toggle_layer(&mut self, layer: Layer) -> Task<Message> {
        self.layer = if self.layer == layer { Layer::None } else { layer };
        Task::none()
    }

    fn close_layer(&mut self) -> Task<Message> {
        self.layer = Layer::None;
        Task::none()
    }

    fn choose_locale(&mut self, locale: Locale) -> Task<Message> {
        self.world.texts = Texts::new(locale);
        font::use_faces(locale);
        self.world.refresh();
        let written = self.prefer(|it| it.locale = Some(locale));
        Task::batch([written, self.entered()])
    }

    fn choose_zoom(&mut self, zoom: Zoom) -> Task<Message> {
        let grow = self.window.map_or_else(Task::none, |id| limit(id, zoom));
        Task::batch([self.prefer(|it| it.zoom = zoom), grow])
    }

    fn toggle_cloak(&mut self) -> Task<Message> {
        self.world.cloak = match self.world.cloak {
            Cloak::Off => Cloak::On,
            Cloak::On => Cloak::Off,
        };
        Task::none()
    }

    /// Changes the preferences and writes them.
    fn prefer(&mut self, change: impl FnOnce(&mut Preferences)) -> Task<Message> {
        change(&mut self.world.preferences);
        self.write_preferences()
    }

    fn write_preferences(&self) -> Task<Message> {
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

    fn preferences_written(&mut self, outcome: Result<(), String>) -> Task<Message> {
        let Err(reason) = outcome else { return Task::none() };
        tracing::warn!(reason, "preferences cannot be written");
        let path = self.files.preferences.as_ref().map(|it| it.display().to_string()).unwrap_or_default();
        self.say(Toast::told(self.world.texts.write_failed(path, reason)))
    }

    fn hear(&mut self, heard: Heard) -> Task<Message> {
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
    fn meant(&self, press: &Press) -> Option<Message> {
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

    fn turn(&mut self, mode: Mode) -> Task<Message> {
        self.world.system = mode;
        Task::none()
    }

    fn resize(&mut self, id: window::Id, size: Size) -> Task<Message> {
        self.window = Some(id);
        let factor = self.world.preferences.zoom.factor();
        if size.width > 0.0 && size.height > 0.0 {
            self.world.window = Size::new(size.width * factor, size.height * factor);
        }
        Task::none()
    }

    fn moved(&mut self, at: Point) -> Task<Message> {
        let factor = self.world.preferences.zoom.factor();
        self.at = Some(Point::new(at.x * factor, at.y * factor));
        Task::none()
    }

    fn opened(&mut self, id: window::Id) -> Task<Message> {
        self.window = Some(id);
        limit(id, self.world.preferences.zoom)
    }

    fn drawn(&mut self) -> Task<Message> {
        self.frames = self.frames.saturating_add(1);
        if self.frames == FIRST_FRAMES
            && let Some(marker) = &self.files.first_frame_marker
        {
            rendering::first_frame_drawn(marker);
        }
        Task::none()
    }

    fn tick(&mut self) -> Task<Message> {
        self.world.now = Utc::now();
        self.world.refresh();
        self.sweep()
    }

    /// Asks for what time alone brings about, once a minute; ten desks may ask at once.
    fn sweep(&mut self) -> Task<Message> {
        let due = self.swept.is_none_or(|it| it + chrono::Duration::minutes(1) <= self.world.now);
        match &self.world.house {
            Some(house) if due => {
                self.swept = Some(self.world.now);
                let wanted = house.folder().is_some_and(|it| it.wants_checkpoint(&house.books));
                let kept = if wanted { self.checkpoint() } else { Task::none() };
                Task::batch([Task::perform(house.desk.sweep(&house.books), Message::Swept), kept])
            }
            Some(_) | None => Task::none(),
        }
    }

    fn close(&mut self, window: window::Id, maximized: bool) -> Task<Message> {
        let at = self.at.filter(|it| it.x > -10_000.0 && it.y > -10_000.0).map(|it| (it.x, it.y));
        let before = self.world.preferences.window;
        self.world.preferences.window = Some(if maximized {
            let normal = before.unwrap_or(WindowPlace {
                width: DEFAULT_SIZE.width,
                height: DEFAULT_SIZE.height,
                at: None,
                maximized: false,
            });
            WindowPlace { maximized: true, ..normal }
        } else {
            WindowPlace { width: self.world.window.width, height: self.world.window.height, at, maximized: false }
        });
        if let Some(path) = &self.files.preferences
            && let Err(error) = self.world.preferences.write(path)
        {
            tracing::warn!(%error, "preferences cannot be written");
        }
        // The office opens quickly next time; closing waits for it, and no longer.
        self.checkpoint().chain(window::close(window))
    }

    /// Keeps the books beside the log, if anything was told since.
    fn checkpoint(&self) -> Task<Message> {
        let folder = self.world.house.as_ref().and_then(|house| Some((house.folder()?, &house.books)));
        folder.map_or_else(Task::none, |(folder, books)| Task::future(folder.keep_checkpoint(books)).discard())
    }

    fn undo(&mut self, id: ToastId) -> Task<Message> {
        match self.toasts.take(id).and_then(|it| it.undo) {
            Some(message) => self.screen(message),
            None => Task::none(),
        }
    }
}

/// The second frame is asked for when the first one is on the screen.
const FIRST_FRAMES: u8 = 2;

/// The smallest window grows with the zoom, up to the screen. iced applies the zoom to what it is given.
fn limit(id: window::Id, zoom: Zoom) -> Task<Message> {
    window::monitor_size(id).then(move |monitor| {
        let room = monitor.map_or(SMALLEST, |it| Size::new(it.width / zoom.factor(), it.height / zoom.factor()));
        window::set_min_size(id, Some(Size::new(SMALLEST.width.min(room.width), SMALLEST.height.min(room.height))))
    })
}

fn ask_last_place(id: window::Id) -> Task<Message> {
    window::is_maximized(id).map(move |maximized| Message::Closing { window: id, maximized })
}

/// Nobody is told what the program did by itself; the facts tell.
fn swept(outcome: Result<usize, NotKept>) -> Task<Message> {
    match outcome {
        Ok(done) => tracing::debug!(done, "swept"),
        Err(trouble) => tracing::warn!(?trouble, "the sweep did not come through"),
    }
    Task::none()
}

fn banner(it: &Banner) -> Element<'_, Message> {
    widget::banner(Note {
        tone: it.tone,
        icon: it.icon,
        title: it.title.as_str().into(),
        words: it.words.as_str().into(),
        actions: Vec::new(),
    })
}
