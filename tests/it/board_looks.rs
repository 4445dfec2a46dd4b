//! 派单看板 and 工作台 in every state that UI.md names and in every look: no text is cut without saying so.
//!
//! `REDRESS_PICTURES=folder` keeps the pictures, to look at beside `ui/01-*` and `ui/03-*`. With `LOOK_ALL` set every
//! state is drawn in every look; `LOOK_SCENE`, `LOOK_TAG` and `LOOK_LOCALE` choose some (names with commas between).

use iced::Size;
use iced::keyboard::{Key, Modifiers, key::Named};
use redress::domain::clock::ClockKey;
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::ExemptionReason;
use redress::domain::limits::ClockName;
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::ui::screen::{Message as OnScreen, Place, board, today};
use redress::ui::shell::Message;

use crate::board_screen::{LARGE, Room, SMALL};
use crate::world::text;

type Scene = (&'static str, fn(&mut Room));

fn board(room: &mut Room, message: board::Message) {
    room.tell_screen(Message::Screen(OnScreen::Board(message)));
}

fn key(room: &mut Room, sign: &str) {
    room.key(Key::Character(sign.into()), Modifiers::COMMAND);
}

/// The first card of the lane 待派单.
fn chosen(room: &mut Room) {
    let id = room.shell.world.env().unwrap().books.open().find(|it| it.clocks.is_running(dispatch())).unwrap().id;
    board(room, board::Message::Pressed(id));
    board(room, board::Message::DragLeft);
}

fn dispatch() -> ClockKey {
    ClockKey::of(ClockName::Dispatch)
}

fn search(room: &mut Room, words: &str) {
    board(room, board::Message::WordsAsked);
    board(room, board::Message::WordsTyped(words.into()));
}

const SCENES: [Scene; 21] = [
    ("rest", |_| {}),
    ("dock", |it| {
        chosen(it);
        it.sign("d");
    }),
    ("exempt", |it| {
        chosen(it);
        let id = it.shell.world.env().unwrap().books.open().find(|it| it.clocks.is_running(dispatch())).unwrap().id;
        board(it, board::Message::FormAsked(id, board::Purpose::Exempt));
    }),
    ("menu", |it| {
        it.sign("m");
    }),
    ("ticked", |it| key(it, "a")),
    ("several-dock", |it| {
        key(it, "a");
        it.sign("d");
    }),
    ("list", |it| {
        it.sign("v");
    }),
    ("list-ticked", |it| {
        it.sign("v");
        key(it, "a");
    }),
    ("views", |it| board(it, board::Message::MenuToggled(board::Filter::View))),
    ("departments", |it| board(it, board::Message::MenuToggled(board::Filter::Department))),
    ("more", |it| board(it, board::Message::MenuToggled(board::Filter::More))),
    ("exemptions", |it| {
        it.sign("x");
    }),
    ("not-found", |it| search(it, "退宽")),
    ("found", |it| search(it, "冰箱")),
    ("wall", |it| {
        it.sign("p");
    }),
    ("cloak", |it| {
        it.named(Named::F9);
    }),
    ("full", |it| {
        it.space(0);
        key(it, "a");
        it.sign("u");
    }),
    ("full-dock", |it| {
        chosen(it);
        it.space(0).sign("d").named(Named::Enter);
    }),
    ("today", |it| {
        it.go(Place::Today);
    }),
    ("today-brief", |it| {
        it.go(Place::Today);
        key(it, "p");
    }),
    ("today-full", |it| {
        let id = it.shell.world.env().unwrap().books.open().last().unwrap().id;
        it.go(Place::Today).space(0);
        it.tell_screen(Message::Screen(OnScreen::Today(today::Message::DueAsked(id))));
    }),
];

/// A window in one language, of one size, light or dark.
type Look = (&'static str, Locale, Size, Appearance);

const OUT: Size = Size::new(1800.0, 1125.0);
const HALF: Size = Size::new(960.0, 600.0);
const TWICE: Size = Size::new(720.0, 450.0);

const LOOKS: [Look; 12] = [
    ("large", Locale::ZhCn, LARGE, Appearance::Light),
    ("dark", Locale::ZhCn, LARGE, Appearance::Dark),
    ("min", Locale::ZhCn, SMALL, Appearance::Light),
    ("80", Locale::En, OUT, Appearance::Light),
    ("150", Locale::ZhCn, HALF, Appearance::Light),
    ("200", Locale::ZhCn, TWICE, Appearance::Light),
    ("large", Locale::ZhTw, LARGE, Appearance::Light),
    ("150", Locale::ZhTw, HALF, Appearance::Dark),
    ("large", Locale::En, LARGE, Appearance::Light),
    ("min", Locale::En, SMALL, Appearance::Light),
    ("150", Locale::En, HALF, Appearance::Light),
    ("200", Locale::En, TWICE, Appearance::Dark),
];

/// Those in which there is the least room, of each language.
fn is_tight((tag, locale, _, _): Look) -> bool {
    matches!((tag, locale), ("200", _) | ("150", Locale::ZhTw))
}

fn room(locale: Locale, appearance: Appearance) -> Room {
    let mut room = Room::new(locale, appearance);
    let cases = room.filled();
    let desk = room.world.desk();
    let clock = dispatch();
    let words = text("客户出差，下午补订单号，补齐后立即派单");
    room.act(desk, cases[2], Command::Exempt { clock, reason: ExemptionReason::ALL[0], words });
    room.at("10:42");
    room.enter(desk).go(Place::Board);
    room
}

fn lanes(texts: &redress::i18n::Texts) -> [&str; 12] {
    [
        texts.board_lane_to_dispatch(),
        texts.board_lane_to_accept(),
        texts.board_lane_handling(),
        texts.board_lane_approval(),
        texts.board_lane_callback(),
        texts.board_lane_escalated(),
        texts.board_none_to_dispatch(),
        texts.board_none_to_accept(),
        texts.board_none_handling(),
        texts.board_none_approval(),
        texts.board_none_callback(),
        texts.board_none_escalated(),
    ]
}

#[test]
fn every_state_of_board_and_workbench_is_drawn_whole() {
    let asked = |given: &str, name: &str| Some(std::env::var(given).ok()?.split(',').any(|it| it == name));
    let everything = std::env::var_os("LOOK_ALL").is_some();
    let mut found = Vec::new();
    for look @ (tag, locale, size, appearance) in LOOKS {
        let chosen = asked("LOOK_TAG", tag).unwrap_or(true) && asked("LOOK_LOCALE", locale.tag()).unwrap_or(true);
        if !(everything && chosen || !everything && is_tight(look)) {
            continue;
        }
        for (name, scene) in SCENES {
            if !asked("LOOK_SCENE", name).unwrap_or(true) {
                continue;
            }
            let mut room = room(locale, appearance);
            room.shell.world.window = size;
            scene(&mut room);
            let name = format!("state-{name}-{}-{tag}-{appearance:?}", locale.tag());
            if std::env::var_os("REDRESS_PICTURES").is_some() {
                room.photograph(&name, size);
            }
            // Lanes are scrolled sideways where they do not all fit.
            let texts = redress::i18n::Texts::new(locale);
            let aside = lanes(&texts);
            let cut = room.cuts(size).into_iter().filter(|it| !aside.contains(&it.as_str()));
            found.extend(cut.map(|it| format!("{name}: {it}")));
        }
    }
    assert!(found.is_empty(), "{} texts are cut:\n{}", found.len(), found.join("\n"));
}

/// No complaint at all: good emptiness is green, and the lanes are drawn nowhere.
#[test]
fn an_empty_office_and_empty_lanes_say_what_will_come() {
    for appearance in [Appearance::Light, Appearance::Dark] {
        let mut room = Room::new(Locale::ZhCn, appearance);
        let desk = room.world.desk();
        room.enter(desk).go(Place::Board).sees("没有未结投诉");
        room.keep(&format!("state-empty-{appearance:?}"), LARGE);
        // With one case the other lanes are empty.
        room.at("2026-03-12 09:00");
        let details = room.world.details();
        room.registered(details);
        room.enter(desk).go(Place::Board);
        room.keep(&format!("state-empty-lanes-{appearance:?}"), LARGE);
        room.misses("没有未结投诉");
    }
}

#[test]
fn digits_on_a_list_go_to_the_case_with_that_number() {
    let words = "洗衣机外箱破损、内筒变形，要求换新";
    for places in ["lanes", "rows"] {
        let mut room = room(Locale::ZhCn, Appearance::Light);
        if places == "rows" {
            room.sign("v");
        }
        room.sign("5").named(Named::Enter);
        assert_eq!(room.shell.place(), Place::Handling, "{places}");
        room.sees(words);
        // The day's number with its zeros, and the whole number.
        for typed in ["005", "0312005"] {
            room.at("10:45").follow();
            room.go(Place::Board).named(Named::Home);
            for digit in typed.chars() {
                room.sign(&digit.to_string());
            }
            room.named(Named::Enter).sees(words);
        }
        // No such number: the cursor stays.
        room.at("10:50").follow();
        room.go(Place::Board);
        room.sign("9").sign("9").named(Named::Enter).sees(words);
    }
    let mut room = room(Locale::ZhCn, Appearance::Light);
    room.go(Place::Today).sign("0").sign("0").sign("5").named(Named::Enter).sees(words);
}

#[test]
fn who_works_here_is_greeted_by_the_given_name_and_told_of_the_same_time_yesterday() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    for when in ["2026-03-11 09:10", "2026-03-11 10:42", "2026-03-11 10:43", "2026-03-11 16:00", "2026-03-12 09:00"] {
        room.at(when);
        let details =
            room.details("何佳", &format!("{when} 空调不制冷"), redress::domain::complaint::terms::Severity::Minor);
        room.registered(details);
    }
    room.at("2026-03-12 10:42");
    let desk = room.world.desk();
    room.enter(desk).go(Place::Today);
    room.sees("上午好，晓芸").sees("昨日同时 2").sees("昨日新增 4 件、结案 0 件。今天先处理 5 件超时。");
    room.keep("today-greeting", LARGE);
}

/// Who types into the search of the dock goes on typing there, whatever comes or goes above it: Enter takes what was
/// found, and dispatches to nobody who was only proposed.
#[test]
fn what_is_searched_for_in_the_dock_is_taken_and_not_what_was_proposed() {
    use std::sync::Arc;

    use redress::app::Request;
    use redress::domain::complaint::terms::Validity;

    use crate::app::{Hall, done};
    use crate::window::Window;
    use crate::world::judged;

    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let (desk, me) = (hall.desk(), hall.world.desk());
    let id = done(desk.act(Request::register(me, hall.world.details()))).unwrap().complaint().unwrap();
    done(desk.act(Request::complaint(me, id, judged(Validity::Founded)))).unwrap();
    let mut window = Window::open(desk.clone(), Arc::clone(&hall.clock), me, (Locale::ZhCn, LARGE));
    window.send(Message::Went(Place::Board));
    window.send(Message::Screen(OnScreen::Board(board::Message::DockAsked(id))));
    assert!(window.find("已选").is_some(), "somebody is proposed");
    window.click("部门、姓名、拼音").write("运营").press(Named::Enter);
    let orders = |desk: &redress::app::Desk| {
        let facts = done(desk.history(id)).unwrap();
        redress::domain::complaint::Complaint::fold(&facts).unwrap().orders
    };
    assert!(orders(&desk).is_empty(), "Enter in the search sends nothing");
    assert!(window.find("运营部处理人").is_some());
    window.press(Named::Escape).press(Named::Enter);
    let sent = orders(&desk);
    let office = desk.office();
    let name = |it: redress::domain::id::DepartmentId| office.department(it).unwrap().name.to_string();
    assert_eq!(sent.iter().map(|it| name(it.department)).collect::<Vec<_>>(), ["运营部"]);
}
