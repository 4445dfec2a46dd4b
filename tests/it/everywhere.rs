//! What is everywhere: the bell, F1, toasts, banners, and the window's place, in a practice office.

use iced::keyboard::{Modifiers, key::Named};
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::Validity;
use redress::domain::complaint::words::Assignment;
use redress::domain::id::{ComplaintId, OrderNo};
use redress::i18n::Locale;
use redress::platform::preferences::{Appearance, Notify};
use redress::ui::keys::Shortcut;
use redress::ui::screen::Place;
use redress::ui::shell::{Layer, Message, Status};

use crate::board_screen::{LARGE, Room, SMALL};
use crate::world::judged;

fn room(locale: Locale) -> (Room, Vec<ComplaintId>) {
    let mut room = Room::new(locale, Appearance::Light);
    let cases = room.filled();
    (room, cases)
}

fn bell(room: &mut Room) -> &mut Room {
    let _task = room.shell.update(Message::LayerToggled(Layer::Bell));
    room
}

#[test]
fn the_bell_lists_what_stands_and_leads_to_it() {
    let (mut room, cases) = room(Locale::ZhCn);
    room.at("09:38");
    let handler = room.world.handler();
    room.enter(handler).go(Place::Today);
    let alerts = room.shell.bell().alerts().len();
    assert_eq!(room.shell.bell().unread(), alerts);
    let number = cases[5].short();
    bell(&mut room).sees(&format!("{number} 汇报 剩 2 分")).sees("陈女士·赵明诚·售后服务部");
    room.photograph("bell", LARGE);
    room.named(Named::Enter);
    assert_eq!(room.place(), Place::Handling);
    assert_eq!(room.shell.bell().unread(), alerts - 1);
    bell(&mut room).click("全部标为已读");
    assert_eq!(room.shell.bell().unread(), 0);
    // It climbs: read before is not read now.
    room.at("09:52");
    let _task = room.shell.update(Message::Ticked);
    assert!(0 < room.shell.bell().unread());
}

#[test]
fn the_bell_in_every_language() {
    for locale in Locale::ALL {
        let (mut room, _) = room(locale);
        room.at("10:40");
        let supervisor = room.world.supervisor();
        room.enter(supervisor).go(Place::Today);
        bell(&mut room).photograph(&format!("bell-{}", locale.tag()), LARGE);
        assert!(!room.shell.bell().alerts().is_empty());
    }
}

#[test]
fn somebody_else_has_another_bell() {
    let (mut room, _) = room(Locale::ZhCn);
    room.at("10:40");
    let (desk, other) = (room.world.desk(), room.world.person(redress::domain::role::Role::Admin, None));
    room.enter(desk);
    assert!(0 < room.shell.bell().unread());
    room.enter(other);
    assert_eq!(room.shell.bell().unread(), 0);
    bell(&mut room).sees("没有提醒");
}

#[test]
fn notices_can_be_switched_off() {
    let (mut room, _) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk);
    assert_eq!(room.shell.world.preferences.notify, Notify::Silent);
    let _task = room.shell.update(Message::LayerToggled(Layer::Menu));
    room.click("不提醒");
    assert_eq!(room.shell.world.preferences.notify, Notify::Off);
}

/// Every key that a person might press, alone and with Ctrl and Shift.
fn keyboard() -> Vec<Shortcut> {
    let signs = ('a'..='z').chain('0'..='9').map(Shortcut::sign);
    let named = [
        Named::Enter,
        Named::Tab,
        Named::Space,
        Named::Backspace,
        Named::Delete,
        Named::ArrowUp,
        Named::ArrowDown,
        Named::ArrowLeft,
        Named::ArrowRight,
        Named::Home,
        Named::End,
        Named::PageUp,
        Named::PageDown,
        Named::Escape,
        Named::F2,
        Named::F3,
        Named::F4,
        Named::F5,
        Named::F6,
        Named::F7,
        Named::F8,
        Named::F10,
        Named::F11,
        Named::F12,
    ];
    let all = signs.chain(named.map(Shortcut::named));
    let back = [Named::Tab, Named::F7].map(|it| Shortcut::named(it).with_shift());
    let last = [Shortcut::named(Named::Enter).with_command().with_shift()];
    all.flat_map(|it| [it, it.with_command()]).chain(back).chain(last).collect()
}

/// F1 is asked from the screen itself, so it cannot promise too much; here it is asked whether it forgets anything.
#[test]
fn whatever_a_screen_does_with_a_key_stands_in_its_help() {
    let (mut room, _) = room(Locale::ZhCn);
    room.at("09:30");
    let people = [room.world.desk(), room.world.handler(), room.world.supervisor(), room.world.manager()];
    let mut forgotten = Vec::new();
    for person in people {
        room.enter(person);
        for place in Place::ALL {
            room.go(place);
            for key in keyboard() {
                let named = room.shell.names(key);
                if room.shell.answers(key) && !named && !is_like_another(key) {
                    forgotten.push((place, key));
                }
            }
        }
    }
    assert!(forgotten.is_empty(), "{forgotten:?}");
}

/// `4` does for the fourth option what `1` does for the first.
fn is_like_another(key: Shortcut) -> bool {
    ('4'..='9').any(|it| key == Shortcut::sign(it))
}

#[test]
fn every_page_has_its_help_in_every_language() {
    for locale in Locale::ALL {
        let (mut room, _) = room(locale);
        let desk = room.world.desk();
        room.enter(desk);
        for place in Place::ALL {
            room.go(place).named(Named::F1);
            room.sees(room.shell.world.texts.keys_global().to_owned().as_str());
            room.photograph(&format!("help-{}-{place:?}", locale.tag()), LARGE);
            room.named(Named::Escape);
        }
    }
}

#[test]
fn a_question_mark_asks_for_help_only_outside_text() {
    let (mut room, _) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Today).key(iced::keyboard::Key::Character("/".into()), Modifiers::SHIFT);
    room.sees("全局");
}

#[test]
fn a_dispatch_is_taken_back_by_ctrl_z_while_its_toast_is_up() {
    let (mut room, cases) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    let _task = room.shell.update(Message::Screen(redress::ui::screen::Message::Board(
        redress::ui::screen::board::Message::DockAsked(cases[2]),
    )));
    room.sign("1").named(Named::Enter);
    assert_eq!(room.complaint(cases[2]).orders.len(), 1);
    room.sees("撤销 8");
    room.key(iced::keyboard::Key::Character("z".into()), Modifiers::COMMAND);
    assert!(room.complaint(cases[2]).orders.iter().all(|it| it.ended.is_some()));
    // Nothing left to take back.
    let before = room.complaint(cases[2]).version;
    room.key(iced::keyboard::Key::Character("z".into()), Modifiers::COMMAND);
    assert_eq!(room.complaint(cases[2]).version, before);
}

#[test]
fn a_year_without_a_calendar_is_said_and_leads_to_the_calendar() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    room.at("2031-03-12 10:00");
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board).sees("2031 年历缺数据");
    room.photograph("caveat-calendar", SMALL);
    room.click("工作日历");
    assert_eq!(room.place(), Place::Settings);
}

#[test]
fn a_machine_whose_clock_is_behind_is_told() {
    let (mut room, _) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Today);
    assert_eq!(room.shell.world.caveat, None);
    let last = room.world.now + chrono::Duration::minutes(5);
    let _task = room.shell.update(Message::LastFact(Some(last)));
    room.sees("本机时间偏慢");
    room.photograph("caveat-clock", LARGE);
}

#[test]
fn the_status_bar_leads_to_its_pages() {
    let (mut room, _) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Today);
    room.shell.world.status = Status { calendar: "2026 年历已核对".into(), ..room.shell.world.status.clone() };
    room.click("2026 年历已核对");
    assert_eq!(room.place(), Place::Settings);
}

#[test]
fn a_case_that_two_departments_have_is_in_both_bells() {
    let (mut room, cases) = room(Locale::ZhCn);
    let desk = room.world.desk();
    let of =
        |room: &Room, department| room.world.person(redress::domain::role::Role::DepartmentHandler, Some(department));
    let (first, second) = (room.world.department(), room.world.second_department());
    let both = [first, second].map(|department| Assignment {
        department,
        handler: Some(of(&room, department)),
        assistants: Vec::new(),
    });
    room.act(desk, cases[0], judged(Validity::Founded));
    room.act(desk, cases[0], Command::Dispatch { to: both.to_vec(), note: None });
    room.at("09:40");
    for (department, order) in [(first, OrderNo(1)), (second, OrderNo(2))] {
        let handler = of(&room, department);
        room.enter(handler);
        let alerts = room.shell.bell().alerts();
        let mine = |it: &&redress::books::alerts::Alert| it.complaint == cases[0];
        let orders: Vec<_> = alerts
            .iter()
            .filter(mine)
            .map(|it| match it.matter {
                redress::books::alerts::Matter::Clock(key, _) => key.order,
                redress::books::alerts::Matter::Silent(order, _) | redress::books::alerts::Matter::Ownerless(order) => {
                    Some(order)
                }
            })
            .collect();
        assert_eq!(orders, [Some(order)], "{department:?}");
    }
}
