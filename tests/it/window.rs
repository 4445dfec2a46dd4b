//! A window without a display: it hears keys and the pointer, keeps the focus, and carries out what the program asks.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{clipboard, mouse};
use iced::futures::Stream;
use iced::keyboard::key::{Named, NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};
use iced::theme::Base as _;
use iced::{Event, Pixels, Point, Size, Task};
use iced_runtime::{Action, UserInterface, task, user_interface};
use iced_test::Selector;
use iced_test::selector::Candidate;
use redress::app::{Desk, Given, Now as _, Opened};
use redress::books::Books;
use redress::domain::id::PersonId;
use redress::domain::record::Position;
use redress::i18n::Locale;
use redress::platform::preferences::Preferences;
use redress::store::wait;
use redress::ui::house::{House, Told};
use redress::ui::keys::{Field, Heard, Press};
use redress::ui::shell::{Files, Message, Shell};
use redress::ui::theme::{Appearance, Face, font};
use redress::ui::widget::measure;

/// The whole program on an office in memory.
pub struct Window {
    pub shell: Shell,
    pub desk: Desk,
    clock: Arc<Given>,
    pub size: Size,
    cache: Option<user_interface::Cache>,
    renderer: iced::Renderer,
    runtime: tokio::runtime::Runtime,
    told: Position,
    /// Tasks that wait for another thread, or for time to go by.
    waiting: Vec<Waiting>,
    /// Keys that were pressed.
    pub strokes: usize,
}

type Waiting = iced::futures::stream::BoxStream<'static, Action<Message>>;

impl Window {
    /// Opens the window with somebody at work.
    pub fn open(desk: Desk, clock: Arc<Given>, me: PersonId, (locale, size): (Locale, Size)) -> Self {
        let mut books = Books::default();
        books.absorb(&there(&desk, Position::START));
        let house = House::new(desk, books, Some(me)).unwrap();
        Self::with(house, clock, (locale, size))
    }

    /// The same on an office that lies in a folder.
    pub fn at_home(opened: Opened, clock: Arc<Given>, me: PersonId, (locale, size): (Locale, Size)) -> Self {
        let house = House::new(opened.desk, opened.books, Some(me)).unwrap().of(opened.house);
        Self::with(house, clock, (locale, size))
    }

    fn with(house: House, clock: Arc<Given>, (locale, size): (Locale, Size)) -> Self {
        let preferences = Preferences { locale: Some(locale), appearance: Appearance::Light, ..Preferences::default() };
        let mut shell = Shell::new(preferences, Files::default()).0;
        font::use_faces(locale);
        shell.world.window = size;
        let (desk, told) = (house.desk.clone(), house.books.position());
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(13.0), Some("tiny-skia"));
        let Poll::Ready(Some(renderer)) = pin!(renderer).poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("no renderer");
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let cache = Some(user_interface::Cache::default());
        let mut window =
            Self { shell, desk, clock, size, cache, renderer, runtime, told, waiting: Vec::new(), strokes: 0 };
        window.shell.world.now = window.clock.now();
        let task = window.shell.enter(house);
        window.run(task);
        window
    }

    /// Does what a message says, and everything that follows.
    pub fn send(&mut self, message: Message) {
        let handle = self.runtime.handle().clone();
        let task = {
            let _inside = handle.enter();
            self.shell.update(message)
        };
        self.shell.world.now = self.clock.now();
        self.run(task);
    }

    fn run(&mut self, task: Task<Message>) {
        if let Some(stream) = task::into_stream(task) {
            self.follow(stream);
        }
        let facts = there(&self.desk, self.told);
        if let Some(last) = facts.last() {
            self.told = last.position;
            self.send(Message::Told(Told::Facts(Arc::new(facts))));
        }
    }

    fn follow(&mut self, mut stream: Waiting) {
        let handle = self.runtime.handle().clone();
        let mut patience = 32;
        loop {
            let next = {
                let _inside = handle.enter();
                Pin::new(&mut stream).poll_next(&mut Context::from_waker(Waker::noop()))
            };
            match next {
                Poll::Ready(Some(Action::Output(message))) => self.send(message),
                Poll::Ready(Some(Action::Widget(operation))) => self.operate(operation),
                Poll::Ready(Some(_)) => {}
                // iced's tasks give way once before each output; what waits for time to go by waits for ever here.
                Poll::Pending if patience > 0 => patience -= 1,
                Poll::Ready(None) => break,
                Poll::Pending => {
                    self.waiting.push(stream);
                    break;
                }
            }
        }
    }

    /// Lets other threads do their work until something is so.
    #[track_caller]
    pub fn until(&mut self, mut is_so: impl FnMut(&mut Self) -> bool) -> &mut Self {
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
        while !is_so(self) {
            assert!(std::time::Instant::now() < deadline, "it never came to pass");
            for stream in std::mem::take(&mut self.waiting) {
                self.follow(stream);
            }
            std::thread::yield_now();
        }
        self
    }

    /// The same until words are in sight.
    #[track_caller]
    pub fn until_shown(&mut self, words: &str) -> &mut Self {
        self.until(|it| it.find(words).is_some())
    }

    fn operate(&mut self, operation: Box<dyn Operation>) {
        let cache = self.cache.take().unwrap();
        let mut ui = UserInterface::build(self.shell.view(), self.size, cache, &mut self.renderer);
        let mut next = Some(operation);
        while let Some(mut operation) = next.take() {
            ui.operate(&self.renderer, operation.as_mut());
            if let Outcome::Chain(chained) = operation.finish() {
                next = Some(chained);
            }
        }
        self.cache = Some(ui.into_cache());
    }

    fn hear(&mut self, events: &[Event], cursor: mouse::Cursor) {
        let cache = self.cache.take().unwrap();
        let mut ui = UserInterface::build(self.shell.view(), self.size, cache, &mut self.renderer);
        let mut messages = Vec::new();
        let _ = ui.update(events, cursor, &mut self.renderer, &mut clipboard::Null, &mut messages);
        self.cache = Some(ui.into_cache());
        for message in messages {
            self.send(message);
        }
    }

    fn stroke(&mut self, key: &Key, modifiers: Modifiers, text: Option<&str>) {
        self.strokes += 1;
        self.hear(&[Event::Keyboard(stroke(key.clone(), modifiers, text))], mouse::Cursor::Unavailable);
    }

    /// Types words that reach a busy program in one go, Tab and Enter among them; then it draws until it has caught up.
    pub fn write_at_once(&mut self, words: &str) -> &mut Self {
        let event = |letter: char| match letter {
            '\t' => stroke(Named::Tab, Modifiers::empty(), None),
            '\n' => stroke(Named::Enter, Modifiers::empty(), None),
            letter => {
                let letter = letter.to_string();
                stroke(Key::Character(letter.as_str().into()), Modifiers::empty(), Some(&letter))
            }
        };
        let events: Vec<Event> = words.chars().map(event).map(Event::Keyboard).collect();
        self.strokes += events.len();
        self.hear(&events, mouse::Cursor::Unavailable);
        for _ in events {
            let redraw = iced::window::Event::RedrawRequested(std::time::Instant::now());
            self.hear(&[Event::Window(redraw)], mouse::Cursor::Unavailable);
        }
        self
    }

    /// Types words, letter by letter.
    pub fn write(&mut self, words: &str) -> &mut Self {
        for letter in words.chars() {
            let letter = letter.to_string();
            self.stroke(&Key::Character(letter.as_str().into()), Modifiers::empty(), Some(&letter));
        }
        self
    }

    /// Presses a key.
    pub fn press(&mut self, named: Named) -> &mut Self {
        self.press_with(named, Modifiers::empty())
    }

    /// Presses a key with others held.
    pub fn press_with(&mut self, named: Named, modifiers: Modifiers) -> &mut Self {
        let text = (named == Named::Space).then_some(" ");
        self.stroke(&Key::Named(named), modifiers, text);
        self
    }

    /// Ctrl or ⌘ and a letter.
    pub fn command(&mut self, sign: &str) -> &mut Self {
        self.stroke(&Key::Character(sign.into()), Modifiers::COMMAND, None);
        self
    }

    /// Where words stand, if they are in sight.
    pub fn find(&mut self, words: &str) -> Option<Point> {
        let cache = self.cache.take().unwrap();
        let mut ui = UserInterface::build(self.shell.view(), self.size, cache, &mut self.renderer);
        let mut operation = Selector::find(words);
        ui.operate(&self.renderer, &mut iced::advanced::widget::operation::black_box(&mut operation));
        let found = match operation.finish() {
            Outcome::Some(Some(found)) => found.visible_bounds().map(|it| it.center()),
            _ => None,
        };
        self.cache = Some(ui.into_cache());
        found
    }

    /// Takes over what others wrote meanwhile, as the feed would.
    pub fn hear_of_facts(&mut self) -> &mut Self {
        self.run(Task::none());
        self
    }

    /// Every text that is drawn.
    pub fn words(&mut self) -> Vec<String> {
        let cache = self.cache.take().unwrap();
        let mut ui = UserInterface::build(self.shell.view(), self.size, cache, &mut self.renderer);
        let mut operation = (|it: Candidate<'_>| Drawn::of(&it)).find_all();
        ui.operate(&self.renderer, &mut iced::advanced::widget::operation::black_box(&mut operation));
        self.cache = Some(ui.into_cache());
        match operation.finish() {
            Outcome::Some(found) => found.into_iter().map(|it: Drawn| it.words).collect(),
            Outcome::None | Outcome::Chain(_) => Vec::new(),
        }
    }

    /// See [`cuts`].
    pub fn cuts(&mut self) -> Vec<String> {
        let cache = self.cache.take().unwrap();
        let mut ui = UserInterface::build(self.shell.view(), self.size, cache, &mut self.renderer);
        let mut operation = (|it: Candidate<'_>| Drawn::of(&it)).find_all();
        ui.operate(&self.renderer, &mut iced::advanced::widget::operation::black_box(&mut operation));
        self.cache = Some(ui.into_cache());
        match operation.finish() {
            Outcome::Some(found) => cuts(found),
            Outcome::None | Outcome::Chain(_) => Vec::new(),
        }
    }

    /// Clicks on words.
    #[track_caller]
    pub fn click(&mut self, words: &str) -> &mut Self {
        let at = self.find(words).unwrap_or_else(|| panic!("{words} is not in sight"));
        let cursor = mouse::Cursor::Available(at);
        for event in [
            iced::mouse::Event::CursorMoved { position: at },
            iced::mouse::Event::ButtonPressed(iced::mouse::Button::Left),
            iced::mouse::Event::ButtonReleased(iced::mouse::Button::Left),
        ] {
            self.hear(&[Event::Mouse(event)], cursor);
        }
        self
    }

    /// A picture of what is shown, kept in the folder of `REDRESS_PICTURES` where there is one.
    pub fn picture(&mut self, name: &str) -> image::RgbaImage {
        let cache = self.cache.take().unwrap();
        let theme = self.shell.theme();
        let mut ui = UserInterface::build(self.shell.view(), self.size, cache, &mut self.renderer);
        let redraw = Event::Window(iced::window::Event::RedrawRequested(std::time::Instant::now()));
        for _ in 0..2 {
            let _ = ui.update(
                std::slice::from_ref(&redraw),
                mouse::Cursor::Unavailable,
                &mut self.renderer,
                &mut clipboard::Null,
                &mut Vec::new(),
            );
        }
        let base = theme.base();
        let style = Style { text_color: base.text_color };
        ui.draw(&mut self.renderer, &theme, &style, mouse::Cursor::Unavailable);
        self.cache = Some(ui.into_cache());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window has few pixels")]
        let size = Size::new(self.size.width as u32, self.size.height as u32);
        let pixels = self.renderer.screenshot(size, 1.0, base.background_color);
        let picture = image::RgbaImage::from_raw(size.width, size.height, pixels).unwrap();
        if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
            let path = std::path::Path::new(&folder).join(format!("{name}.png"));
            std::fs::write(path, redress::ui::picture::png(&picture).unwrap()).unwrap();
        }
        picture
    }
}

/// A text that is drawn: where it lies, how much of it is in sight, and its words.
#[derive(Clone)]
pub struct Drawn {
    bounds: iced::Rectangle,
    seen: iced::Rectangle,
    words: String,
}

impl Drawn {
    pub fn of(candidate: &Candidate<'_>) -> Option<Self> {
        match candidate {
            Candidate::Text { bounds, visible_bounds, content, .. } => {
                Some(Self { bounds: *bounds, seen: (*visible_bounds)?, words: (*content).to_owned() })
            }
            Candidate::Container { .. }
            | Candidate::Focusable { .. }
            | Candidate::Scrollable { .. }
            | Candidate::TextInput { .. }
            | Candidate::Custom { .. } => None,
        }
    }

    /// Signs of one letter are drawn in discs, wider than they are measured.
    fn is_cut(&self) -> bool {
        let faces = [Face::Caption, Face::Small, Face::Body, Face::Lead, Face::Title, Face::Figure];
        let Some(face) = faces.into_iter().find(|it| (it.line() - self.bounds.height).abs() < 0.5) else {
            return false;
        };
        let (px, words) = (self.bounds.width, &self.words);
        1.0 <= self.seen.width
            && !words.ends_with('…')
            && 1 < words.chars().count()
            // Latin letters are drawn somewhat closer than they are measured.
            && (px * 1.02 + 1.5 < measure(words, face) || self.seen.width + 1.5 < px)
    }
}

/// Texts of one line that are wider than their place and not cut by us: the rest of them is in nobody's sight.
pub fn cuts(drawn: Vec<Drawn>) -> Vec<String> {
    drawn.into_iter().filter(Drawn::is_cut).map(|it| it.words).collect()
}

fn there(desk: &Desk, after: Position) -> Vec<redress::domain::record::Recorded> {
    let mut feed = desk.feed(after);
    let mut all = Vec::new();
    loop {
        let mut follow = feed.clone();
        let (page, moved) = wait(Box::pin(async move {
            let page = follow.there().await;
            (page, follow)
        }));
        feed = moved;
        match page.unwrap() {
            Some(page) => all.extend(page.facts),
            None => return all,
        }
    }
}

/// A key that goes down, with what it writes into a field.
pub fn stroke(key: impl Into<Key>, modifiers: Modifiers, text: Option<&str>) -> keyboard::Event {
    let key = key.into();
    keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: Physical::Unidentified(NativeCode::Unidentified),
        location: Location::Standard,
        modifiers,
        text: text.map(Into::into),
        repeat: false,
    }
}

/// What the window hears of a key where no field takes it.
pub fn heard(key: impl Into<Key>, modifiers: Modifiers) -> Message {
    Message::Heard(Heard::Pressed(Press::of(&stroke(key, modifiers, None), Field::Passed).unwrap()))
}
