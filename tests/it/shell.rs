//! The frame round every screen, drawn and clicked without a display.

use iced::{Size, keyboard::key::Named, theme::Mode};
use iced_test::simulator::Simulator;
use redress::{
    i18n::Locale,
    platform::preferences::{Appearance, Preferences, Zoom},
    ui::{
        keys::{Field, Heard, Press},
        picture::{self, Camera},
        screen::Place,
        shell::{Count, Files, Message, Person, Shell, Status, Toast},
        theme::{Theme, font},
    },
};

use crate::window::stroke;

fn shell(preferences: Preferences) -> Shell {
    Shell::new(preferences, Files::default()).0
}

fn in_locale(locale: Locale) -> Shell {
    shell(Preferences { locale: Some(locale), ..Preferences::default() })
}

/// A shell with somebody at work, as in the mock-up.
fn at_work(locale: Locale, appearance: Appearance) -> Shell {
    let mut shell = shell(Preferences { locale: Some(locale), appearance, ..Preferences::default() });
    shell.world.system = Mode::Light;
    shell.world.person = Some(Person { name: "林晓芸".into(), role: "综合部·前台".into() });
    shell.world.counts = vec![
        (Place::Board, Count { all: 25, late: 0 }),
        (Place::Handling, Count { all: 30, late: 9 }),
        (Place::Callback, Count { all: 7, late: 0 }),
    ];
    shell.world.status = Status {
        shift: "工作时间·距午休 1 小时 18 分".into(),
        calendar: "2026 年历已核对".into(),
        saved: "已保存 10:41:58".into(),
        backup: "上次可用备份 10:05".into(),
        book: "本机账本".into(),
    };
    shell.world.reminders = 3;
    shell
}

fn simulator(shell: &Shell, size: Size) -> Simulator<'_, Message, Theme> {
    font::use_faces(shell.world.texts.locale());
    let settings = iced::Settings { default_font: font::REGULAR, ..iced::Settings::default() };
    Simulator::with_size(settings, size, shell.view())
}

fn click(shell: &mut Shell, size: Size, words: &str) {
    let messages = {
        let mut simulator = simulator(shell, size);
        simulator.click(words).unwrap();
        simulator.into_messages().collect::<Vec<_>>()
    };
    for message in messages {
        let _task = shell.update(message);
    }
}

fn press(shell: &mut Shell, event: &iced::keyboard::Event) {
    if let Some(press) = Press::of(event, Field::Passed) {
        let _task = shell.update(Message::Heard(Heard::Pressed(press)));
    }
}

fn key(key: iced::keyboard::Key, modifiers: iced::keyboard::Modifiers) -> iced::keyboard::Event {
    stroke(key, modifiers, None)
}

fn command(sign: &str) -> iced::keyboard::Event {
    key(iced::keyboard::Key::Character(sign.into()), iced::keyboard::Modifiers::COMMAND)
}

const LARGE: Size = Size::new(1440.0, 900.0);
const SMALL: Size = Size::new(1100.0, 700.0);

#[test]
fn every_language_names_every_page() {
    for locale in Locale::ALL {
        let shell = in_locale(locale);
        let mut simulator = simulator(&shell, LARGE);
        for place in Place::ALL {
            // Registering is a button of its own; customers are for the roles that may read their files.
            if !matches!(place, Place::Intake | Place::Customers) {
                simulator.find(place.name(&shell.world.texts)).unwrap();
            }
        }
        simulator.find(shell.world.texts.nav_register()).unwrap();
    }
}

#[test]
fn a_page_in_the_rail_opens() {
    let mut shell = in_locale(Locale::ZhCn);
    click(&mut shell, LARGE, "回访");
    assert_eq!(shell.place(), Place::Callback);
    click(&mut shell, LARGE, "登记投诉");
    assert_eq!(shell.place(), Place::Intake);
    assert_eq!(shell.title(), "投诉登记·Redress");
}

#[test]
fn below_1240_the_rail_has_icons_only() {
    let mut shell = in_locale(Locale::ZhCn);
    simulator(&shell, LARGE).find("派单看板").unwrap();
    shell.world.window = SMALL;
    assert!(simulator(&shell, SMALL).find("派单看板").is_err());
    assert!(simulator(&shell, SMALL).find("客户投诉处理").is_err());
}

#[test]
fn zoom_counts_as_want_of_room() {
    let mut shell = in_locale(Locale::ZhCn);
    let _task = shell.update(Message::ZoomChosen(Zoom::from(150)));
    assert!(simulator(&shell, Size::new(960.0, 600.0)).find("派单看板").is_err());
}

#[test]
fn keys_lead_to_pages_and_back_out_of_overlays() {
    let mut shell = in_locale(Locale::ZhCn);
    press(&mut shell, &command("3"));
    assert_eq!(shell.place(), Place::Handling);
    press(&mut shell, &command("n"));
    assert_eq!(shell.place(), Place::Intake);
    press(&mut shell, &command(","));
    assert_eq!(shell.place(), Place::Settings);
    press(&mut shell, &key(Named::F1.into(), iced::keyboard::Modifiers::empty()));
    simulator(&shell, LARGE).find("本页快捷键").unwrap();
    press(&mut shell, &key(Named::Escape.into(), iced::keyboard::Modifiers::empty()));
    assert!(simulator(&shell, LARGE).find("本页快捷键").is_err());
    press(&mut shell, &command("="));
    assert_eq!(shell.world.preferences.zoom.percent(), 110);
    press(&mut shell, &command("0"));
    assert_eq!(shell.world.preferences.zoom.percent(), 100);
}

#[test]
fn no_key_works_while_an_input_method_composes() {
    let mut shell = in_locale(Locale::ZhCn);
    let _task = shell.update(Message::Heard(Heard::Composing(2)));
    press(&mut shell, &command("3"));
    assert_eq!(shell.place(), Place::Today);
    let _task = shell.update(Message::Heard(Heard::Composing(0)));
    press(&mut shell, &command("3"));
    assert_eq!(shell.place(), Place::Handling);
}

#[test]
fn language_and_look_change_while_running() {
    let mut shell = in_locale(Locale::ZhCn);
    click(&mut shell, LARGE, "未登录");
    click(&mut shell, LARGE, "繁體中文");
    assert_eq!(shell.world.texts.locale(), Locale::ZhTw);
    simulator(&shell, LARGE).find("統計圖表").unwrap();
    click(&mut shell, LARGE, "深色");
    assert!(shell.theme().is_dark());
    click(&mut shell, LARGE, "English");
    simulator(&shell, LARGE).find("Dispatch board").unwrap();
}

#[test]
fn the_system_turns_dark_and_the_window_follows() {
    let mut shell = in_locale(Locale::ZhCn);
    assert!(!shell.theme().is_dark());
    let _task = shell.update(Message::SystemTurned(Mode::Dark));
    assert!(shell.theme().is_dark());
}

#[test]
fn three_toasts_at_most() {
    let mut shell = in_locale(Locale::ZhCn);
    for number in 1..=4 {
        let _task = shell.say(Toast::told(format!("第 {number} 句")));
    }
    let mut simulator = simulator(&shell, LARGE);
    assert!(simulator.find("第 1 句").is_err());
    simulator.find("第 4 句").unwrap();
}

/// Every look in every language has something on it; `REDRESS_PICTURES=folder` keeps the pictures to look at.
#[test]
fn every_look_in_every_language_can_be_drawn() {
    for locale in Locale::ALL {
        for appearance in [Appearance::Light, Appearance::Dark] {
            for size in [LARGE, SMALL] {
                let mut shell = at_work(locale, appearance);
                shell.world.window = size;
                let camera = Camera { size, scale: 1.0, theme: shell.theme(), locale };
                let picture = picture::take(camera, shell.view()).unwrap();
                let share = picture::ink(&picture, shell.theme().canvas);
                assert!((0.05..0.95).contains(&share), "{locale:?} {appearance:?} {size:?}: {share}");
                keep(&format!("{}-{appearance:?}-{}", locale.tag(), size.width), &picture);
            }
        }
    }
}

fn keep(name: &str, picture: &image::RgbaImage) {
    if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
        let path = std::path::Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(path, picture::png(picture).unwrap()).unwrap();
    }
}
