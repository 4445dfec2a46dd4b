//! 客户档案 in a practice office: listed, opened by the first note, edited, merged and parted, allotted and given back,
//! masked.

use std::sync::Arc;

use iced::keyboard::{Key, Modifiers, key::Named};
use redress::app::Request;
use redress::books::customers::Who;
use redress::domain::complaint::terms::Severity;
use redress::domain::customer::{Command, Profile, RestHours};
use redress::domain::id::{ComplaintId, CustomerId, PersonId};
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::store::wait;
use redress::ui::screen::customers::{self, Slot, Tab, Which};
use redress::ui::screen::{Message, Place};
use redress::ui::shell;

use crate::app::Hall;
use crate::board_screen::{LARGE, Room, SMALL};
use crate::window::Window;
use crate::world::text;

/// Three callers; the first has a file with everything in it, the second one that looks like it.
fn office(locale: Locale) -> (Room, [ComplaintId; 3]) {
    let room = Room::new(locale, Appearance::Light);
    let register = |name: &str, phone: &str| {
        let mut details = room.details(name, "空调不制冷，要求换新机", Severity::Minor);
        details.complainant.phone = redress::domain::customer::Phone::new(phone).unwrap();
        room.registered(details)
    };
    let first = register("王海燕", "13806172206");
    let second = register("王海燕", "15906172206");
    let third = register("李强", "13900001111");
    (room, [first, second, third])
}

fn profile(room: &Room, id: ComplaintId) -> Profile {
    Profile::of(&room.complaint(id).details.complainant)
}

pub fn opened(locale: Locale, role: Role) -> (Room, [ComplaintId; 3]) {
    let (mut room, ids) = office(locale);
    let person = room.world.person(role, None);
    room.at("09:30").enter(person);
    let desk = room.world.desk();
    let noon = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let whole = Profile {
        organisation: Some(text("远大设备有限公司")),
        email: Some(text("haiyan@example.com")),
        rests: Some(RestHours { from: noon(15), until: noon(16) }),
        preference: Some(text("可加微信")),
        tags: vec![text("老客户")],
        ..profile(&room, ids[0])
    };
    let done = wait(Box::pin(
        room.desk().act(Request::open(desk, whole).and(Command::Note { words: text("说话声音小，先确认身份") })),
    ));
    assert_eq!(done.unwrap().customer(), Some(CustomerId(1)));
    room.enter(person).go(Place::Customers);
    (room, ids)
}

pub fn say(room: &mut Room, message: customers::Message) {
    room.say(Message::Customers(message));
}

#[track_caller]
fn sees(room: &mut Room, words: &[&str]) {
    for it in words {
        assert!(room.reads(it), "{it} is not in sight");
    }
}

#[track_caller]
fn misses(room: &mut Room, words: &[&str]) {
    for it in words {
        assert!(!room.reads(it), "{it} is in sight");
    }
}

fn owner(room: &Room, id: u32) -> Option<PersonId> {
    room.books().customers().file(CustomerId(id)).unwrap().owner.map(|it| it.person)
}

const ENTER: Key = Key::Named(Named::Enter);

#[test]
fn every_view_in_every_language_and_look() {
    let dark = std::iter::once((Locale::ZhCn, Appearance::Dark));
    for (locale, appearance) in Locale::ALL.into_iter().map(|it| (it, Appearance::Light)).chain(dark) {
        let (mut room, ids) = opened(locale, Role::FrontDeskSupervisor);
        room.speak(locale, appearance);
        say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
        let tag = format!("customers-{}-{appearance:?}", locale.tag());
        for tab in [Tab::Complaints, Tab::Notes, Tab::History] {
            say(&mut room, customers::Message::TabChosen(tab));
            room.keep(&format!("{tag}-{tab:?}"), LARGE);
            room.keep(&format!("{tag}-{tab:?}-min"), SMALL);
        }
        say(&mut room, customers::Message::Edited);
        room.keep(&format!("{tag}-edit"), LARGE);
        room.keep(&format!("{tag}-edit-min"), SMALL);
        say(&mut room, customers::Message::Dropped);
        say(&mut room, customers::Message::Filtered(Which::Doubles));
        room.keep(&format!("{tag}-doubles"), LARGE);
        say(&mut room, customers::Message::MergeAsked(Who::File(CustomerId(1)), Some(Who::Caller(ids[1]))));
        room.keep(&format!("{tag}-merge"), LARGE);
        say(&mut room, customers::Message::Closed);
        say(&mut room, customers::Message::Filtered(Which::Unallotted));
        say(&mut room, customers::Message::AllotAsked);
        room.keep(&format!("{tag}-allot"), LARGE);
    }
}

#[test]
fn a_customer_is_found_by_pinyin_and_the_first_note_opens_a_file() {
    for locale in Locale::ALL {
        let (mut room, ids) = opened(locale, Role::FrontDesk);
        say(&mut room, customers::Message::Searched("liqiang".to_owned()));
        room.named(Named::ArrowDown);
        say(&mut room, customers::Message::Picked(Who::Caller(ids[2])));
        say(&mut room, customers::Message::TabChosen(Tab::Notes));
        say(&mut room, customers::Message::Jotted("约周末上门".to_owned()));
        say(&mut room, customers::Message::JottingSaved);
        sees(&mut room, &["约周末上门", "K000002"]);
        let file = room.books().customers().file(CustomerId(2)).unwrap();
        assert_eq!((file.profile.name.as_str(), file.notes.len()), ("李强", 1));
    }
}

/// The whole window, with somebody of the desk at the keyboard, and two callers.
fn at_the_keys(locale: Locale) -> Window {
    let hall = Hall::practice();
    let clerk = hall.world.desk();
    for (name, phone) in [("李强", "13900001111"), ("王海燕", "13806172206")] {
        let mut details = hall.world.details();
        details.complainant.name = text(name);
        details.complainant.phone = redress::domain::customer::Phone::new(phone).unwrap();
        wait(Box::pin(hall.desk().act(Request::register(clerk, details)))).unwrap();
    }
    let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), clerk, (locale, LARGE));
    window.command("7");
    window
}

#[test]
fn a_note_is_written_by_keys_alone_in_every_language() {
    for locale in Locale::ALL {
        let mut window = at_the_keys(locale);
        window.command("f").write("liqiang");
        // The button, the filters, the rows; Enter goes on to the card.
        window.press(Named::Tab).press(Named::Tab).press(Named::Tab).press(Named::ArrowDown).press(Named::Enter);
        // 建档, 合并, the tabs: three to the right are the notes.
        window.press(Named::Tab).press(Named::Tab);
        window.press(Named::ArrowRight).press(Named::ArrowRight).press(Named::ArrowRight);
        window.press(Named::Tab).press(Named::Tab).write("约周末上门").press(Named::Tab).press(Named::Enter);
        window.until(|it| it.shell.world.house.as_ref().unwrap().books.customers().file(CustomerId(1)).is_some());
        let file = window.shell.world.house.as_ref().unwrap().books.customers().file(CustomerId(1)).cloned().unwrap();
        assert_eq!((file.profile.name.as_str(), file.notes.len()), ("李强", 1), "{locale:?}");
    }
}

#[test]
fn a_file_is_edited_in_place_and_what_is_wrong_stays() {
    let (mut room, _) = opened(Locale::ZhCn, Role::FrontDesk);
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    say(&mut room, customers::Message::Edited);
    say(&mut room, customers::Message::Typed(Slot::Rests, "12:00".to_owned()));
    sees(&mut room, &["休息时段写成 12:00-14:00。"]);
    room.key(Key::Character("s".into()), Modifiers::COMMAND);
    assert_eq!(room.books().customers().file(CustomerId(1)).unwrap().version.0, 2, "nothing written");
    say(&mut room, customers::Message::Typed(Slot::Rests, "13：00–15：00".to_owned()));
    say(&mut room, customers::Message::Typed(Slot::Email, "nobody".to_owned()));
    room.key(Key::Character("s".into()), Modifiers::COMMAND);
    sees(&mut room, &["邮箱不完整。请核对。"]);
    say(&mut room, customers::Message::Typed(Slot::Email, "hy@example.com".to_owned()));
    say(&mut room, customers::Message::Typed(Slot::Phones, "13806172206、0512-6512 3456".to_owned()));
    room.key(Key::Character("s".into()), Modifiers::COMMAND);
    sees(&mut room, &["hy@example.com", "051265123456"]);
    let file = room.books().customers().file(CustomerId(1)).unwrap();
    assert_eq!(file.profile.rests.map(|it| it.from.format("%H:%M").to_string()).as_deref(), Some("13:00"));
}

#[test]
fn two_entries_are_merged_side_by_side_and_parted_again() {
    let (mut room, ids) = opened(Locale::ZhCn, Role::FrontDesk);
    say(&mut room, customers::Message::Filtered(Which::Doubles));
    sees(&mut room, &["姓名、尾号相同"]);
    say(&mut room, customers::Message::MergeAsked(Who::File(CustomerId(1)), Some(Who::Caller(ids[1]))));
    sees(&mut room, &["这两份是同一位客户吗", "保留，代表两份"]);
    room.key(ENTER, Modifiers::COMMAND);
    let customers = room.books().customers();
    assert_eq!(customers.file(CustomerId(2)).unwrap().into, Some(CustomerId(1)));
    assert_eq!(customers.complaints(Who::File(CustomerId(1))).len(), 2);
    assert!(customers.doubles().is_empty());
    sees(&mut room, &["已把 K000002 并入 K000001"]);
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    sees(&mut room, &["已并入本档案", "取消合并"]);
    room.key(Key::Character("z".into()), Modifiers::COMMAND);
    assert_eq!(room.books().customers().file(CustomerId(2)).unwrap().into, None, "the toast's undo");
}

#[test]
fn pairs_are_gone_through_by_arrows_and_callers_are_told_apart() {
    let (mut room, ids) = opened(Locale::ZhCn, Role::FrontDesk);
    // 李强 once more, his name mistyped: a second pair, neither of whom has a file.
    let mut details = room.details("李弶", "空调不制冷，要求换新机", Severity::Minor);
    details.complainant.phone = redress::domain::customer::Phone::new("13900001111").unwrap();
    room.registered(details);
    room.follow();
    say(&mut room, customers::Message::Filtered(Which::Doubles));
    assert_eq!(room.books().customers().doubles().len(), 2);
    sees(&mut room, &["姓名、尾号相同", "号码相同，姓名相近"]);
    say(&mut room, customers::Message::PairChosen(0));
    say(&mut room, customers::Message::PairChosen(1));
    say(&mut room, customers::Message::MergeAsked(Who::Caller(ids[2]), None));
    say(&mut room, customers::Message::Closed);
    let second = room.books().customers().doubles()[1];
    say(&mut room, customers::Message::MergeAsked(second.first, Some(second.second)));
    say(&mut room, customers::Message::ToldApart);
    let customers = room.books().customers();
    assert_eq!(customers.doubles().len(), 1, "both have a file now, and are two");
    assert_eq!(customers.count(), 4);
    assert_eq!(customers.complaints(Who::Caller(ids[2])).len(), 1);
}

#[test]
fn a_card_zoomed_to_200_percent_reads_downward() {
    for locale in Locale::ALL {
        let (mut room, _) = opened(locale, Role::FrontDeskSupervisor);
        say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
        say(&mut room, customers::Message::TabChosen(Tab::Notes));
        let logical = iced::Size::new(720.0, 450.0);
        room.keep(&format!("customers-{}-200", locale.tag()), logical);
        let edit = room.shell.world.texts.cust_edit().to_owned();
        assert!(room.is_in_sight(&edit, logical), "{locale:?}");
    }
}

#[test]
fn the_supervisor_allots_at_one_press_and_takes_it_back() {
    let (mut room, _) = opened(Locale::ZhCn, Role::FrontDeskSupervisor);
    say(&mut room, customers::Message::Filtered(Which::Unallotted));
    say(&mut room, customers::Message::AllotAsked);
    sees(&mut room, &["分配 3 位"]);
    room.key(ENTER, Modifiers::COMMAND);
    assert_eq!(room.books().customers().count(), 3);
    let owners: Vec<_> = (1..=3).map(|it| owner(&room, it).unwrap()).collect();
    let different = owners.iter().collect::<std::collections::BTreeSet<_>>().len();
    assert!(1 < different, "evenly");
    room.key(Key::Character("z".into()), Modifiers::COMMAND);
    assert!((1..=3).all(|it| owner(&room, it).is_none()));
}

#[test]
fn who_may_not_see_a_number_sees_none() {
    let whole = ["13806172206", "138 0617 2206", "王海燕", "haiyan@example.com"];
    let (mut room, _) = opened(Locale::ZhCn, Role::FrontDesk);
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    sees(&mut room, &["138 0617 2206", "138****2206"]);
    let (mut room, _) = opened(Locale::ZhCn, Role::EscalationManager);
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    sees(&mut room, &["138****2206"]);
    misses(&mut room, &whole);
    say(&mut room, customers::Message::RevealAsked);
    say(&mut room, customers::Message::PurposeTyped("核对合同".to_owned()));
    say(&mut room, customers::Message::Revealed);
    sees(&mut room, &["138 0617 2206"]);
    let (mut room, _) = opened(Locale::ZhCn, Role::Manager);
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    misses(&mut room, &whole);
    misses(&mut room, &["138****2206", "修改"]);
    let (mut room, _) = opened(Locale::ZhCn, Role::FrontDesk);
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    room.named(Named::F9);
    misses(&mut room, &whole);
    let (mut room, _) = opened(Locale::ZhCn, Role::DepartmentHandler);
    sees(&mut room, &["客户档案由前台保管"]);
}

#[test]
fn the_rest_hours_of_the_file_hold_for_every_call() {
    let (room, ids) = opened(Locale::ZhCn, Role::FrontDesk);
    let complaint = room.complaint(ids[0]);
    let awake = room.world.moment("2026-03-12 14:30");
    let noon = room.world.moment("2026-03-12 15:30");
    assert_eq!(complaint.details.complainant.rests, None, "the complaint says nothing of it");
    assert_eq!(room.books().quiet_until(complaint, awake), None);
    assert_eq!(room.books().quiet_until(complaint, noon), Some(room.world.moment("2026-03-12 16:00")));
}

#[test]
fn the_case_leads_to_the_customer_and_back() {
    let (mut room, ids) = opened(Locale::ZhCn, Role::FrontDesk);
    room.go(Place::Today);
    let _task = room.shell.update(shell::Message::Screen(Message::Customers(customers::Message::SearchAsked)));
    let action = redress::ui::screen::Action::Customer(Who::Caller(ids[0]));
    assert!(format!("{action:?}").contains("Customer"));
    room.go(Place::Customers);
    say(&mut room, customers::Message::ComplaintOpened(ids[2]));
    assert_eq!(room.place(), Place::Handling);
}

#[test]
fn the_supervisor_gives_one_person_more_this_time_by_keys_and_by_pointer() {
    let (mut room, _) = opened(Locale::ZhCn, Role::FrontDeskSupervisor);
    say(&mut room, customers::Message::Filtered(Which::Unallotted));
    say(&mut room, customers::Message::AllotAsked);
    let desk: Vec<PersonId> = room.world.office.holders(Role::FrontDesk).map(|it| it.id).collect();
    let kept = room.world.office.person(desk[0]).unwrap().share;
    // Nobody but the first takes any: everything is proposed to that one.
    for person in &desk[1..] {
        say(&mut room, customers::Message::ShareChosen(*person, redress::domain::office::Share(0)));
    }
    room.keep("customers-allot-share", LARGE);
    sees(&mut room, &["+3", "0%"]);
    room.key(ENTER, Modifiers::COMMAND);
    assert_eq!((1..=3).map(|it| owner(&room, it)).collect::<Vec<_>>(), [Some(desk[0]); 3]);
    assert_eq!(room.books().office().person(desk[0]).unwrap().share, kept, "what is kept of the person is not touched");
}

#[test]
fn a_share_goes_up_and_down_by_arrows() {
    let mut window = {
        let hall = Hall::practice();
        let mut details = hall.world.details();
        details.complainant.name = text("李强");
        wait(Box::pin(hall.desk().act(Request::register(hall.world.desk(), details)))).unwrap();
        let supervisor = hall.world.supervisor();
        Window::open(hall.desk(), Arc::clone(&hall.clock), supervisor, (Locale::ZhCn, LARGE))
    };
    window.command("7");
    let say = |window: &mut Window, message| window.send(shell::Message::Screen(Message::Customers(message)));
    say(&mut window, customers::Message::Filtered(Which::Unallotted));
    say(&mut window, customers::Message::AllotAsked);
    let shares = |window: &mut Window| -> Vec<String> {
        window.words().into_iter().filter(|it| it.ends_with('%') && it.len() <= 4).collect()
    };
    let before = shares(&mut window);
    // The button has the keyboard; the first share is the stop behind it.
    window.press(Named::Tab).press(Named::ArrowLeft).press(Named::ArrowLeft).press(Named::ArrowRight);
    let after = shares(&mut window);
    assert_eq!(before.len(), after.len());
    let changed: Vec<_> = before.iter().zip(&after).filter(|(one, other)| one != other).collect();
    assert_eq!(changed, [(&"100%".to_owned(), &"90%".to_owned())], "{before:?} {after:?}");
    window.picture("customers-allot-keys");
}

#[test]
fn nothing_shown_or_done_by_one_person_is_left_to_the_next() {
    let (mut room, _) = opened(Locale::ZhCn, Role::EscalationManager);
    let (first, desk) = (room.world.person(Role::EscalationManager, None), room.world.supervisor());
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    say(&mut room, customers::Message::RevealAsked);
    say(&mut room, customers::Message::PurposeTyped("核对合同".to_owned()));
    say(&mut room, customers::Message::Revealed);
    sees(&mut room, &["138 0617 2206"]);
    let manager = room.world.person(Role::Manager, None);
    room.send(shell::Message::PersonChosen(manager));
    misses(&mut room, &["138 0617 2206", "王海燕"]);
    room.send(shell::Message::PersonChosen(first));
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    misses(&mut room, &["138 0617 2206"]);
    sees(&mut room, &["138****2206"]);
    // What one person did is not taken back in another's name.
    room.send(shell::Message::PersonChosen(desk));
    say(&mut room, customers::Message::Picked(Who::File(CustomerId(1))));
    let keeper = room.world.desk();
    say(&mut room, customers::Message::OwnerChosen(Some(keeper)));
    assert_eq!(owner(&room, 1), Some(room.world.desk()));
    room.send(shell::Message::PersonChosen(first));
    room.key(Key::Character("z".into()), Modifiers::COMMAND);
    room.follow();
    assert_eq!(owner(&room, 1), Some(room.world.desk()));
    assert!(room.shell.toasts().next().is_none());
}

#[test]
fn what_somebody_half_wrote_waits_for_its_author() {
    let (mut room, _) = opened(Locale::ZhCn, Role::FrontDesk);
    let (author, other) = (room.world.desk(), room.world.supervisor());
    room.send(shell::Message::PersonChosen(other));
    room.send(shell::Message::PersonChosen(author));
    say(&mut room, customers::Message::New);
    say(&mut room, customers::Message::Typed(Slot::Name, "周小川".to_owned()));
    room.send(shell::Message::PersonChosen(other));
    misses(&mut room, &["周小川"]);
    room.send(shell::Message::PersonChosen(author));
    sees(&mut room, &["新建客户档案"]);
}
