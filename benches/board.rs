//! One picture of the board with 10,000 open complaints beside the same board with 100: `view`, layout and draw, and
//! what the software renderer needs to fill a whole window of pixels.
//!
//! `cargo bench --bench board --no-default-features`. Both boards are measured in turns in one run, so that what the
//! machine does meanwhile hits both. Every picture is another one: the lanes are scrolled and the cursor goes on.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement that cannot go on says so by stopping"
)]

#[path = "../tests/it/crowd.rs"]
mod crowd;

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::theme::Base as _;
use iced::{Event, Pixels, Size, window};
use iced_runtime::{UserInterface, user_interface};
use redress::app::{Desk, EventLog, Given, Now};
use redress::books::Books;
use redress::i18n::Locale;
use redress::platform::preferences::{Appearance, Preferences};
use redress::store::Memory;
use redress::ui::house::House;
use redress::ui::keys::{Field, Heard, Press};
use redress::ui::screen::{Message as OnScreen, Place, board};
use redress::ui::shell::{Files, Message, Shell};
use redress::ui::theme::font;

use crowd::Crowd;

const SIZE: Size = Size::new(1440.0, 900.0);
/// Pictures of each board.
const PICTURES: u32 = 300;
/// What a picture may take, at the 95th of 100.
const GOAL: Duration = Duration::from_millis(16);

/// A window without a display.
struct Board {
    shell: Shell,
    renderer: iced::Renderer,
    cache: user_interface::Cache,
    /// Making the view, laying it out, drawing it.
    frames: Vec<Duration>,
    /// Filling every pixel of the window.
    pixels: Vec<Duration>,
}

impl Board {
    fn new(crowd: &Crowd, books: Books) -> Self {
        font::use_faces(Locale::ZhCn);
        let log = Arc::new(Memory::default()) as Arc<dyn EventLog>;
        let desk = Desk::new(log, Arc::new(Given::at(crowd.now)) as Arc<dyn Now>);
        let preferences =
            Preferences { locale: Some(Locale::ZhCn), appearance: Appearance::Light, ..Preferences::default() };
        let mut shell = Shell::new(preferences, Files::default()).0;
        shell.world.now = crowd.now;
        let _task = shell.enter(House::new(desk, books, Some(crowd.desk())).unwrap());
        shell.world.now = crowd.now;
        let _task = shell.update(Message::Went(Place::Board));
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(13.0), Some("tiny-skia"));
        let Poll::Ready(Some(renderer)) = pin!(renderer).poll(&mut Context::from_waker(Waker::noop())) else {
            unreachable!("the software renderer waits for nothing")
        };
        Self { shell, renderer, cache: user_interface::Cache::default(), frames: Vec::new(), pixels: Vec::new() }
    }

    fn press(&mut self, key: Key) {
        let event = keyboard::Event::KeyPressed {
            modified_key: key.clone(),
            key,
            physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
            location: keyboard::Location::Standard,
            modifiers: Modifiers::empty(),
            text: None,
            repeat: false,
        };
        let press = Press::of(&event, Field::Passed).unwrap();
        let _task = self.shell.update(Message::Heard(Heard::Pressed(press)));
    }

    /// What somebody does between two pictures.
    fn step(&mut self, picture: u32) {
        self.shell.world.now += chrono::TimeDelta::seconds(1);
        self.press(Key::Named(if picture % 50 == 49 { Named::ArrowRight } else { Named::ArrowDown }));
    }

    /// Scrolls the list that the pointer is over, and draws.
    fn picture(&mut self, mut measured: impl FnMut(&mut Self, Duration, Duration)) {
        let at = iced::Point::new(330.0, 500.0);
        let cursor = mouse::Cursor::Available(at);
        let scrolled = Event::Mouse(iced::mouse::Event::WheelScrolled {
            delta: iced::mouse::ScrollDelta::Pixels { x: 0.0, y: -60.0 },
        });
        let begun = Instant::now();
        let cache = std::mem::take(&mut self.cache);
        let mut messages: Vec<Message> = Vec::new();
        let mut ui = UserInterface::build(self.shell.view(), SIZE, cache, &mut self.renderer);
        let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
        for event in [Event::Mouse(iced::mouse::Event::CursorMoved { position: at }), scrolled, redraw] {
            let _ = ui.update(&[event], cursor, &mut self.renderer, &mut clipboard::Null, &mut messages);
        }
        let theme = self.shell.theme();
        let base = theme.base();
        let style = Style { text_color: base.text_color };
        ui.draw(&mut self.renderer, &theme, &style, cursor);
        let drawn = begun.elapsed();
        self.cache = ui.into_cache();
        let begun = Instant::now();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window has few pixels")]
        let size = Size::new(SIZE.width as u32, SIZE.height as u32);
        let pixels = self.renderer.screenshot(size, 1.0, base.background_color);
        assert!(!pixels.is_empty());
        let filled = begun.elapsed();
        for message in messages {
            let _task = self.shell.update(message);
        }
        measured(self, drawn, filled);
    }
}

fn at(times: &mut [Duration], share: f64) -> Duration {
    times.sort_unstable();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a short list")]
    let place = ((times.len() - 1) as f64 * share).round() as usize;
    times[place]
}

fn main() {
    let many = std::env::args().skip(1).find_map(|it| it.parse().ok()).unwrap_or(10_000);
    let begun = Instant::now();
    let crowds = [100, many].map(Crowd::of);
    let mut boards: Vec<Board> = crowds.iter().map(|it| Board::new(it, it.books())).collect();
    println!("{} and {many} open complaints made in {:.1?}", 100, begun.elapsed());
    for layout in [board::Layout::Lanes, board::Layout::Rows] {
        for board in &mut boards {
            let chosen = board::Message::LayoutChosen(layout);
            let _task = board.shell.update(Message::Screen(OnScreen::Board(chosen)));
            board.frames.clear();
            board.pixels.clear();
        }
        for picture in 0..PICTURES {
            for board in &mut boards {
                board.step(picture);
                board.picture(|it, drawn, filled| {
                    // The first ones load glyphs.
                    if 20 <= picture {
                        it.frames.push(drawn);
                        it.pixels.push(filled);
                    }
                });
            }
        }
        println!("{layout:?}, {PICTURES} pictures each, in turns");
        println!("{:>8} {:>31} {:>31}", "open", "view + layout + draw", "every pixel filled anew");
        println!("{:>8} {:>15} {:>15} {:>15} {:>15}", "", "median", "p95", "median", "p95");
        for (board, open) in boards.iter_mut().zip([100, many]) {
            let frame = (at(&mut board.frames, 0.5), at(&mut board.frames, 0.95));
            let pixels = (at(&mut board.pixels, 0.5), at(&mut board.pixels, 0.95));
            println!("{open:>8} {:>15.2?} {:>15.2?} {:>15.2?} {:>15.2?}", frame.0, frame.1, pixels.0, pixels.1);
            println!(
                "{:>8} view + layout + draw at p95 is {:.2} of the goal",
                "",
                frame.1.as_secs_f64() / GOAL.as_secs_f64()
            );
        }
    }
}
