//! 投诉登记 in the states that are no part of an ordinary call (UI.md 8): what could not be kept, what is damaged, who
//! may not register, many drafts, many files; in any language and size no text is cut without saying so.
//!
//! `REDRESS_PICTURES=folder` keeps the pictures; `LOOK_LOCALE`, `LOOK_SIZE`, `LOOK_SCENE` and `LOOK_DARK` choose.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::Size;
use iced::keyboard::{Modifiers, key::Named};
use redress::app::attachments::LARGEST;
use redress::app::{Desk, Now, Request};
use redress::domain::customer::Phone;
use redress::domain::id::StreamId;
use redress::domain::record::{Position, Recorded};
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::store::chain::Link;
use redress::store::{AppendError, Batch, EventLog, Memory, Pending, ReadError, Receipt};
use redress::ui::part::attachments;
use redress::ui::screen::{self, Place, intake};
use redress::ui::shell::Message;

use crate::app::{Hall, done};
use crate::intake_drafts::Home;
use crate::window::Window;
use crate::world::text;

type Look = (Locale, Size);

/// A log whose disk is full.
struct Full(Arc<Memory>);

impl EventLog for Full {
    fn append(&self, _batch: Batch) -> Pending<Result<Receipt, AppendError>> {
        Box::pin(async { Err(AppendError::Full) })
    }

    fn append_many(&self, batches: Vec<Batch>) -> Pending<Vec<Result<Receipt, AppendError>>> {
        Box::pin(async move { batches.iter().map(|_| Err(AppendError::Full)).collect() })
    }

    fn history(&self, stream: StreamId) -> Pending<Result<Vec<Recorded>, ReadError>> {
        self.0.history(stream)
    }

    fn after(&self, position: Position, limit: usize) -> Pending<Result<Vec<Recorded>, ReadError>> {
        self.0.after(position, limit)
    }

    fn beyond(&self, position: Position) -> Pending<Result<(), ReadError>> {
        self.0.beyond(position)
    }

    fn link_at(&self, position: Position) -> Pending<Result<Option<Link>, ReadError>> {
        self.0.link_at(position)
    }
}

/// An office in which the customer's complaint is still open, and two others have numbers that end alike.
fn hall() -> Hall {
    let mut hall = Hall::practice();
    let mut details = hall.world.details();
    details.order_number = Some(text("HC26021800417"));
    done(hall.desk().act(Request::register(hall.world.desk(), details.clone()))).unwrap();
    for (index, name) in ["欧阳雪晴", "司马长风"].into_iter().enumerate() {
        let mut other = details.clone();
        (other.complainant.name, other.order_number) = (text(name), None);
        other.complainant.phone = Phone::new(&format!("139061{index}2206")).unwrap();
        done(hall.desk().act(Request::register(hall.world.desk(), other))).unwrap();
    }
    hall.at("2026-03-12 10:42");
    hall
}

fn at_desk(hall: &Hall, desk: Desk, look: Look) -> Window {
    let mut window = Window::open(desk, Arc::clone(&hall.clock), hall.world.desk(), look);
    window.send(Message::Went(Place::Intake));
    window
}

/// Everything that 仅登记 needs.
fn begin(window: &mut Window, phone: &str, name: &str) {
    what_happened(window, phone, name);
    window.press(Named::F8).press(Named::F8).write("1");
}

/// Who calls and what happened; the keyboard stays there.
fn what_happened(window: &mut Window, phone: &str, name: &str) {
    window.write(phone).press(Named::Enter).write(name).press(Named::F8).write("1").press(Named::F8);
    window.write("KF-35").press(Named::F8).press(Named::ArrowDown).press(Named::Enter).press(Named::F8);
    window.write("空调不制冷，师傅三次上门没有修好，客户情绪激动").press(Named::F8).write("2");
}

fn files(window: &mut Window, paths: &[PathBuf]) {
    let places = paths.iter().cloned().map(attachments::Place::from).collect();
    let message = intake::Message::Files(attachments::Message::Chosen(Ok(places)));
    window.send(Message::Screen(screen::Message::Intake(message)));
}

fn photo(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    image::RgbaImage::from_fn(64, 48, |x, y| image::Rgba([x, y, 30, 63].map(|it| u8::try_from(it * 4).unwrap())))
        .save(&path)
        .unwrap();
    path
}

/// 12 small files, a picture among them, then one that is too large and one that is not there.
fn many(folder: &Path) -> Vec<PathBuf> {
    let mut paths = vec![photo(folder, "压缩机 照片.png")];
    for index in 1..12 {
        let path = folder.join(format!("现场第 {index} 次上门的通话录音.m4a"));
        std::fs::write(&path, vec![index; 90_000 * usize::from(index)]).unwrap();
        paths.push(path);
    }
    let large = folder.join("监控.mp4");
    std::fs::File::create(&large).unwrap().set_len(LARGEST + 1).unwrap();
    paths.extend([large, folder.join("不见了.jpg")]);
    paths
}

/// Draws a state; what has to outlive it is given back.
type Scene = (&'static str, fn(Look, &mut dyn FnMut(&mut Window)));

const SCENES: [Scene; 11] = [
    ("stranger", |look, see| {
        let hall = hall();
        let mut window = at_desk(&hall, hall.desk(), look);
        window.write("13711112222").press(Named::Enter);
        see(&mut window);
    }),
    ("tail", |look, see| {
        let hall = hall();
        let mut window = at_desk(&hall, hall.desk(), look);
        window.write("2206").press(Named::ArrowDown);
        see(&mut window);
    }),
    ("compared", |look, see| {
        let hall = hall();
        let mut window = at_desk(&hall, hall.desk(), look);
        window.write("13806172206").press(Named::Enter).write("1").press(Named::F7);
        window.write("KF-35 空调挂机").press(Named::Enter).write("HC26021800417").press(Named::Enter);
        window.press_with(Named::Tab, Modifiers::COMMAND).press_with(Named::Tab, Modifiers::SHIFT).press(Named::Enter);
        see(&mut window);
    }),
    ("cloak", |look, see| {
        let hall = hall();
        let mut window = at_desk(&hall, hall.desk(), look);
        window.write("13806172206").press(Named::Enter).press(Named::F9);
        see(&mut window);
    }),
    ("closed", |look, see| {
        let hall = hall();
        let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), hall.world.handler(), look);
        window.send(Message::Went(Place::Intake));
        see(&mut window);
    }),
    ("unsaved", |look, see| {
        let hall = hall();
        let clock: Arc<dyn Now> = Arc::clone(&hall.clock) as Arc<dyn Now>;
        let desk = Desk::new(Arc::new(Full(Arc::clone(&hall.log))), clock);
        let mut window = at_desk(&hall, desk, look);
        begin(&mut window, "13900001111", "陈思远");
        window.press_with(Named::Enter, Modifiers::COMMAND);
        see(&mut window);
    }),
    ("drafts", |look, see| {
        let home = Home::new();
        let mut window = home.window_in(home.desk(), look);
        for (phone, name) in [("13800001111", "王海燕"), ("13900002222", "欧阳雪晴"), ("13700003333", "李")] {
            begin(&mut window, phone, name);
            window.command("n");
        }
        window.write("13711112222").press(Named::F6);
        see(&mut window);
    }),
    ("draft-trouble", |look, see| {
        let home = Home::new();
        let mut window = home.window_in(home.desk(), look);
        std::fs::write(home.path().join("drafts"), b"").unwrap();
        let said = window.shell.world.texts.intake_draft_not_kept().to_owned();
        window.write("13806172206").command("s").until_shown(&said);
        see(&mut window);
    }),
    ("draft-damaged", |look, see| {
        let home = Home::new();
        let mut window = home.window_in(home.desk(), look);
        window.write("13806172206").command("s").until(|_| home.draft_files().len() == 1);
        drop(window);
        std::fs::write(&home.draft_files()[0], b"half of a draft").unwrap();
        let mut window = home.window_in(home.desk(), look);
        let said = window.shell.world.texts.intake_draft_damaged(1);
        window.until_shown(&said);
        see(&mut window);
    }),
    ("files", |look, see| {
        let (home, elsewhere) = (Home::new(), tempfile::tempdir().unwrap());
        let mut window = home.window_in(home.desk(), look);
        what_happened(&mut window, "13900001111", "陈思远");
        files(&mut window, &many(elsewhere.path()));
        window.until(|it| it.shell.screens.intake.pictures() == 1);
        // At twice the size it lies below what is in sight.
        if 800.0 < look.1.width {
            let trouble = window.shell.world.texts.files_trouble().to_owned();
            window.until_shown(&trouble);
        }
        see(&mut window);
    }),
    ("vanished", |look, see| {
        let (home, elsewhere) = (Home::new(), tempfile::tempdir().unwrap());
        let mut window = home.window_in(home.desk(), look);
        what_happened(&mut window, "13900001111", "陈思远");
        files(&mut window, &[photo(elsewhere.path(), "压缩机 照片.png")]);
        window.until(|it| it.shell.screens.intake.pictures() == 1);
        std::fs::remove_dir_all(home.path().join("files")).unwrap();
        if 800.0 < look.1.width {
            let trouble = window.shell.world.texts.files_trouble().to_owned();
            window.click("压缩机 照片.png").until_shown(&trouble);
        }
        see(&mut window);
    }),
];

#[test]
fn no_state_of_the_form_cuts_a_text_without_saying_so() {
    let sizes = [
        ("large", Size::new(1440.0, 900.0)),
        ("small", Size::new(1100.0, 700.0)),
        ("out", Size::new(1800.0, 1125.0)),
        ("in", Size::new(960.0, 600.0)),
        ("twice", Size::new(720.0, 450.0)),
    ];
    let asked = |given: &str, name: &str| Some(std::env::var(given).ok()?.split(',').any(|it| it == name));
    let mut found = Vec::new();
    for locale in Locale::ALL {
        for (tag, size) in sizes {
            let tight = match locale {
                Locale::En => tag == "small",
                Locale::ZhCn | Locale::ZhTw => false,
            };
            let wanted = match (asked("LOOK_LOCALE", locale.tag()), asked("LOOK_SIZE", tag)) {
                (None, None) => tight,
                (it, other) => it.unwrap_or(true) && other.unwrap_or(true),
            };
            for (name, scene) in SCENES.iter().filter(|(name, _)| wanted && asked("LOOK_SCENE", name).unwrap_or(true)) {
                scene((locale, size), &mut |window| {
                    if std::env::var_os("LOOK_DARK").is_some() {
                        window.send(Message::AppearanceChosen(Appearance::Dark));
                    }
                    let name = format!("state-{name}-{}-{tag}", locale.tag());
                    window.picture(&name);
                    found.extend(window.cuts().into_iter().map(|it| format!("{name}: {it}")));
                });
            }
        }
    }
    assert!(found.is_empty(), "{} texts are cut:\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_the_disk_does_not_take_stays_on_the_form_and_is_sent_again() {
    let hall = hall();
    let clock: Arc<dyn Now> = Arc::clone(&hall.clock) as Arc<dyn Now>;
    let desk = Desk::new(Arc::new(Full(Arc::clone(&hall.log))), clock);
    let mut window = at_desk(&hall, desk, (Locale::ZhCn, Size::new(1440.0, 900.0)));
    begin(&mut window, "13900001111", "陈思远");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    assert!(window.find("没有登记，已填的内容都在").is_some());
    // Again the same: it is not written, and everything is still there.
    window.click("重试");
    assert!(window.find("没有登记，已填的内容都在").is_some());
    assert!(window.shell.screens.intake.summary_of_draft().unwrap().starts_with("陈思远·空调不制冷"));
    assert_eq!(window.shell.world.house.as_ref().unwrap().books.ledger().len(), 3);
}
