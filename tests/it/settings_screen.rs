//! 设置 in a practice office: every page drawn, changed by the administrator, read by others.

use iced::keyboard::Modifiers;
use redress::domain::limits::ClockName;
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::ui::screen::settings::{self, Page, calendar, limits, people};
use redress::ui::screen::{Message, Place};

use crate::board_screen::{LARGE, Room, SMALL};

const PAGES: [Page; 7] =
    [Page::People, Page::Departments, Page::Categories, Page::Limits, Page::Calendar, Page::Office, Page::Appearance];

fn opened(role: Role) -> Room {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let person = room.world.person(role, None);
    room.enter(person).go(Place::Settings);
    room
}

fn say(room: &mut Room, message: settings::Message) {
    room.say(Message::Settings(message));
}

fn save(room: &mut Room) {
    room.key(iced::keyboard::Key::Character("s".into()), Modifiers::COMMAND);
}

#[test]
fn every_page_in_every_language_and_look() {
    let dark = std::iter::once((Locale::ZhCn, Appearance::Dark));
    for (locale, appearance) in Locale::ALL.into_iter().map(|it| (it, Appearance::Light)).chain(dark) {
        let mut room = opened(Role::Admin);
        room.speak(locale, appearance);
        for page in PAGES {
            say(&mut room, settings::Message::PageChosen(page));
            let tag = format!("settings-{page:?}-{}-{appearance:?}", locale.tag());
            room.keep(&tag, LARGE);
            room.keep(&format!("{tag}-min"), SMALL);
        }
        say(&mut room, settings::Message::PageChosen(Page::People));
        let person = room.world.handler();
        say(&mut room, settings::Message::People(people::Message::Chosen(person)));
        room.keep(&format!("settings-person-{}-{appearance:?}", locale.tag()), LARGE);
    }
}

#[test]
fn a_limit_is_changed_and_counts_from_the_next_case() {
    let mut room = opened(Role::Admin);
    say(&mut room, settings::Message::PageChosen(Page::Limits));
    let amount = |text: &str| settings::Message::Limits(limits::Message::Amount(ClockName::Accept, text.to_owned()));
    say(&mut room, amount("abc"));
    save(&mut room);
    assert_eq!(room.office().limits().of(ClockName::Accept).amount, 15, "no number, nothing written");
    say(&mut room, amount("20"));
    room.sees("保存并生效");
    save(&mut room);
    assert_eq!(room.office().limits().of(ClockName::Accept).amount, 20);
    assert_eq!(room.office().limits().edition, 2);
    room.misses("保存并生效");
}

#[test]
fn a_day_becomes_free_and_a_wrong_file_names_its_line() {
    let mut room = opened(Role::Admin);
    say(&mut room, settings::Message::PageChosen(Page::Calendar));
    let day: chrono::NaiveDate = "2026-03-16".parse().unwrap();
    assert!(room.office().calendar().is_working_day(day));
    say(&mut room, settings::Message::Calendar(calendar::Message::DayPressed(day)));
    save(&mut room);
    assert!(!room.office().calendar().is_working_day(day));
    let file = "date,kind,name\n2027-01-01,off,元旦\n2027-02-30,off,春节\n";
    let read = calendar::Message::Imported(Box::new(Ok(Some(file.to_owned()))));
    say(&mut room, settings::Message::Calendar(read));
    room.sees("第 3 行：“2027-02-30”不是日期，请写成 2027-01-01");
}

#[test]
fn a_person_gets_a_role_and_who_is_no_administrator_only_reads() {
    let mut room = opened(Role::Admin);
    let handler = room.world.handler();
    let change = |room: &mut Room| {
        say(room, settings::Message::People(people::Message::Chosen(handler)));
        say(room, settings::Message::People(people::Message::RoleToggled(Role::FrontDesk)));
        save(room);
    };
    change(&mut room);
    assert!(room.office().person(handler).unwrap().roles.has(Role::FrontDesk));

    let mut room = opened(Role::FrontDesk);
    room.sees("您可以查看，不能修改").misses("添加人员");
    change(&mut room);
    assert!(!room.office().person(handler).unwrap().roles.has(Role::FrontDesk));
}
