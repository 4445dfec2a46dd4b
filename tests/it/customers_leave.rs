//! 向主管申请查看 of a customer's file (A24): asked from the case, answered from 工作台, over by itself.

use std::sync::Arc;

use iced::keyboard::{Modifiers, key::Named};
use redress::app::Request;
use redress::books::Books;
use redress::books::View;
use redress::books::customers::Who;
use redress::domain::complaint::terms::Validity;
use redress::domain::complaint::{self, words::SightRuling};
use redress::domain::customer::{Command, Customer, Profile, Verb};
use redress::domain::id::{ComplaintId, CustomerId, PersonId};
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::ui::screen::{Place, customers, handling};
use redress::ui::shell::Message;

use crate::app::{Hall, done};
use crate::board_screen::{LARGE, SMALL};
use crate::books::log::Log;
use crate::window::Window;
use crate::world::text;

const ASKED: &str = "同一客户在本部门另有工单";
const FILE: CustomerId = CustomerId(1);

/// A dispatched complaint, and a file of who complained.
fn house() -> (Hall, ComplaintId) {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let desk = hall.world.desk();
    let request = Request::register(desk, hall.world.details())
        .then(crate::world::judged(Validity::Founded))
        .then(complaint::Command::Dispatch { to: hall.world.to_department(), note: None });
    let id = done(hall.desk().act(request)).unwrap().complaint().unwrap();
    let profile = Profile { email: Some(text("haiyan@example.com")), ..Profile::of(&hall.world.details().complainant) };
    done(hall.desk().act(Request::open(desk, profile))).unwrap();
    (hall, id)
}

fn file(hall: &Hall) -> Customer {
    Customer::fold(done(hall.desk().customer_history(FILE)).unwrap().iter()).unwrap()
}

fn window(hall: &Hall, me: PersonId, locale: Locale) -> Window {
    Window::open(hall.desk(), Arc::clone(&hall.clock), me, (locale, LARGE))
}

/// The handler goes from the case to the customer's file.
fn from_the_case(hall: &Hall, id: ComplaintId, (me, locale): (PersonId, Locale)) -> Window {
    let mut window = window(hall, me, locale);
    window.send(Message::Went(Place::Handling));
    let opened = handling::Message::CustomerOpened(id);
    window.send(Message::Screen(redress::ui::screen::Message::Handling(opened)));
    window
}

#[test]
fn asked_from_the_case_answered_in_today_and_over_by_itself() {
    let (mut hall, id) = house();
    let (handler, supervisor) = (hall.world.handler(), hall.world.supervisor());
    let number = hall.world.details().complainant.phone;
    let mut asking = from_the_case(&hall, id, (handler, Locale::ZhCn));
    asking.until_shown("客户档案·K000001");
    assert!(asking.find("haiyan@example.com").is_none() && asking.find(&number.masked()).is_none(), "number only");
    asking.picture("leave-locked");
    // What was written is sent by keys alone.
    asking.press(Named::Enter).write(ASKED);
    asking.picture("leave-form");
    asking.press_with(Named::Enter, Modifiers::COMMAND);
    asking.until_shown("等主管答复");
    asking.picture("leave-waits");
    assert_eq!(file(&hall).sights.asked().count(), 1);

    hall.at("2026-03-12 09:10");
    let mut answering = window(&hall, supervisor, Locale::ZhCn);
    answering.send(Message::Went(Place::Today));
    answering.until_shown(ASKED);
    answering.picture("leave-today");
    answering.click(ASKED);
    answering.picture("leave-asked");
    // One day, nothing to be minded.
    answering.press(Named::Tab).press(Named::Tab).press(Named::Enter);
    answering.until(|_| file(&hall).sights.asked().count() == 0);
    let until = hall.world.moment("2026-03-13 09:10");
    assert_eq!(file(&hall).sights.shown_until(handler, hall.world.now), Some(until));

    let mut reading = window(&hall, handler, Locale::ZhCn);
    reading.send(Message::Went(Place::Today));
    reading.click("您申请查看 K000001，主管已答复");
    reading.until_shown("主管允许您查看到 明天 09:10，只读");
    assert!(reading.find(&number.masked()).is_some(), "masked, until it is said what for");
    assert!(reading.find("修改").is_none() && reading.find("合并…").is_none(), "nothing can be done");
    reading.picture("leave-shown");
    let request = Request::customer(handler, FILE, Command::Reveal { purpose: text("核对地址") });
    done(hall.desk().act(request)).unwrap();
    let note = Request::customer(handler, FILE, Command::Note { words: text("看过") });
    assert!(done(hall.desk().act(note)).is_err());

    hall.at("2026-03-13 09:10");
    let mut later = from_the_case(&hall, id, (handler, Locale::ZhCn));
    later.until_shown("查看期限已于 09:10 结束");
    later.until_shown("向主管申请查看");
    assert!(later.find(&number.masked()).is_none());
    later.picture("leave-over");
    let reveal = Request::customer(handler, FILE, Command::Reveal { purpose: text("核对地址") });
    assert!(done(hall.desk().act(reveal)).is_err(), "the desk knows, too");
}

#[test]
fn a_refusal_needs_a_reason_and_is_told_in_every_language() {
    for locale in Locale::ALL {
        let (hall, id) = house();
        let (handler, supervisor) = (hall.world.handler(), hall.world.supervisor());
        let ask = Command::AskSight { reason: text(ASKED) };
        done(hall.desk().act(Request::customer(handler, FILE, ask))).unwrap();
        let mut answering = window(&hall, supervisor, locale);
        answering.send(Message::Went(Place::Today));
        answering.click(ASKED);
        let say = |window: &mut Window, message| {
            window.send(Message::Screen(redress::ui::screen::Message::Customers(message)));
        };
        say(&mut answering, customers::Message::RulingChosen(None));
        say(&mut answering, customers::Message::Ruled(handler));
        assert_eq!(file(&hall).sights.asked().count(), 1, "without a reason nothing is said");
        answering.press(Named::Tab).write("与您部门无关");
        answering.picture(&format!("leave-decline-{}", locale.tag()));
        answering.press(Named::Tab).press(Named::Enter);
        answering.until(|_| file(&hall).sights.asked().count() == 0);
        let mut reading = from_the_case(&hall, id, (handler, locale));
        reading.until_shown("与您部门无关");
        reading.picture(&format!("leave-declined-{}", locale.tag()));
        let mut small = Window::open(hall.desk(), Arc::clone(&hall.clock), handler, (locale, SMALL));
        small.send(Message::Went(Place::Customers));
        small.until_shown("K000001");
        small.picture(&format!("leave-declined-{}-min", locale.tag()));
    }
}

#[test]
fn who_may_ask_and_who_is_led_to_the_file() {
    for role in Role::ALL {
        let reads = role.may_read_files();
        let whole = role.sees_customers_whole() || role.may_keep(Verb::Reveal);
        assert_eq!(role.may_keep(Verb::AskSight), !whole, "{role:?}: who cannot see it whole asks");
        assert!(reads || role.may_keep(Verb::AskSight), "{role:?}: nobody stands before a closed door");
        assert_eq!(role.may_keep(Verb::AnswerSight), *role == Role::FrontDeskSupervisor, "{role:?}");
    }
}

#[test]
fn leave_of_a_merged_file_holds_for_the_customer_and_survives_a_checkpoint() {
    let mut log = Log::new();
    let (desk, supervisor, handler) = (log.world.desk(), log.world.supervisor(), log.world.handler());
    let profile = Profile::of(&log.world.details().complainant);
    let files = [log.open(profile.clone()), log.open(profile)];
    log.keep(files[1], handler, Command::AskSight { reason: text(ASKED) }).unwrap();
    let view = |log: &Log| View { viewer: handler, now: log.world.now };
    let shown = |books: &Books, log: &Log| books.customers().leave(Who::File(files[0]), view(log)).is_some();
    assert_eq!(log.books().customers().sights_asked().map(|it| it.0).collect::<Vec<_>>(), [files[1]]);
    assert_eq!(log.books().customers().sights_of(view(&log)).count(), 1);
    log.keep(files[1], desk, Command::Merge { into: files[0] }).unwrap();
    let ruling = SightRuling::Grant { hours: 2, words: None };
    log.keep(files[1], supervisor, Command::AnswerSight { person: handler, ruling }).unwrap();
    let books = log.books();
    assert!(shown(&books, &log), "the file that speaks for it");
    let read = Books::from_bytes(&books.to_bytes().unwrap()).unwrap();
    assert!(read == books && shown(&read, &log));
    assert_eq!(read.customers().sights_of(view(&log)).count(), 1);
    log.world.now += chrono::Duration::hours(2);
    assert!(!shown(&log.books(), &log), "over by itself");
    assert_eq!(log.books().customers().sights_of(view(&log)).count(), 0);
}

/// A file with a number, the file that speaks for it, and a third that was merged into the same customer.
fn merged() -> (Hall, [CustomerId; 3]) {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let (desk, handler, supervisor) = (hall.world.desk(), hall.world.handler(), hall.world.supervisor());
    let caller = Profile::of(&hall.world.details().complainant);
    let phones = ["13900000001", "13900000002", "13900000003"];
    let files = phones.map(|it| {
        let phone = redress::domain::customer::Phone::new(it).unwrap();
        let profile = Profile { phones: vec![phone], ..caller.clone() };
        done(hall.desk().act(Request::open(desk, profile))).unwrap().customer().unwrap()
    });
    let keep = |by, file, command| done(hall.desk().act(Request::customer(by, file, command))).map(|_| ());
    keep(handler, files[1], Command::AskSight { reason: text(ASKED) }).unwrap();
    let ruling = SightRuling::Grant { hours: 2, words: None };
    keep(supervisor, files[1], Command::AnswerSight { person: handler, ruling }).unwrap();
    for it in [files[1], files[2]] {
        keep(desk, it, Command::Merge { into: files[0] }).unwrap();
    }
    (hall, files)
}

#[test]
fn leave_for_a_merged_file_reads_the_customer_whole_and_nothing_beyond_it() {
    let (hall, files) = merged();
    let (handler, desk) = (hall.world.handler(), hall.world.desk());
    let mut reading = window(&hall, handler, Locale::ZhCn);
    reading.send(Message::Went(Place::Customers));
    let say = |window: &mut Window, message| {
        window.send(Message::Screen(redress::ui::screen::Message::Customers(message)));
    };
    say(&mut reading, customers::Message::Picked(Who::File(files[1])));
    reading.until_shown("主管允许您查看到 11:00，只读");
    // The number of the file that speaks for it is masked until it is said what for.
    assert!(reading.find("139 0000 0001").is_none());
    say(&mut reading, customers::Message::RevealAsked);
    say(&mut reading, customers::Message::PurposeTyped("核对地址".to_owned()));
    say(&mut reading, customers::Message::Revealed);
    let (first, second, third) = ("139 0000 0001", "139 0000 0002", "139 0000 0003");
    let drawn = |window: &mut Window| -> Vec<bool> {
        let words = window.words().join("\n");
        [first, second, third].iter().map(|it| words.contains(it)).collect()
    };
    reading.until(|it| drawn(it)[0]);
    assert_eq!(drawn(&mut reading), [true, true, false], "what else was merged into the customer was not asked for");
    reading.picture("leave-merged");
    // It is recorded where leave was given.
    let facts = done(hall.desk().customer_history(files[1])).unwrap();
    let last = facts.last().unwrap();
    let purpose = |it: &redress::domain::customer::Event| match it {
        redress::domain::customer::Event::Revealed { purpose } => Some(purpose.to_string()),
        _ => None,
    };
    let redress::domain::record::Fact::Customer(event) = &last.fact else { panic!("a fact of the file") };
    assert_eq!((purpose(event).as_deref(), last.by), (Some("核对地址"), handler));
    // Parted again, it is the file that was asked for and no other.
    let part = Request::customer(desk, files[1], Command::Unmerge);
    done(hall.desk().act(part)).unwrap();
    let mut later = window(&hall, handler, Locale::ZhCn);
    later.send(Message::Went(Place::Customers));
    say(&mut later, customers::Message::Picked(Who::File(files[0])));
    later.until_shown("向主管申请查看");
    assert!(done(hall.desk().act(Request::customer(handler, files[0], reveal()))).is_err());
    assert!(done(hall.desk().act(Request::customer(handler, files[2], reveal()))).is_err());
    done(hall.desk().act(Request::customer(handler, files[1], reveal()))).unwrap();
}

fn reveal() -> Command {
    Command::Reveal { purpose: text("核对地址") }
}

#[test]
fn the_bell_rings_for_who_answers_and_for_who_was_answered() {
    use redress::books::alerts::Matter;
    use redress::books::sights::Subject;
    let (hall, _) = house();
    let (handler, supervisor, desk) = (hall.world.handler(), hall.world.supervisor(), hall.world.desk());
    let mut there = window(&hall, supervisor, Locale::ZhCn);
    let ask = Command::AskSight { reason: text(ASKED) };
    done(hall.desk().act(Request::customer(handler, FILE, ask))).unwrap();
    let stands = |me: PersonId| -> Vec<Matter> {
        let window = window(&hall, me, Locale::ZhCn);
        let own = window.shell.bell().alerts().iter().filter(|it| it.about == Subject::File(FILE));
        own.inspect(|it| assert!(it.rings())).map(|it| it.matter).collect()
    };
    assert_eq!(stands(supervisor), [Matter::SightAsked(handler)]);
    assert_eq!((stands(handler), stands(desk)), (vec![], vec![]));
    // The window that was open hears of it, and the line leads to the file.
    let unread = there.shell.bell().unread();
    there.send(Message::Ticked);
    there.hear_of_facts();
    assert_eq!(there.shell.bell().unread(), unread + 1);
    there.send(Message::LayerToggled(redress::ui::shell::Layer::Bell));
    there.picture("bell-file");
    there.click("赵明诚·售后服务部申请查看 K000001");
    assert_eq!(there.shell.place(), Place::Customers);
    assert!(there.find("赵明诚·售后服务部申请查看").is_some());
    let ruling = SightRuling::Decline { reason: text("与您部门无关") };
    done(hall.desk().act(Request::customer(supervisor, FILE, Command::AnswerSight { person: handler, ruling })))
        .unwrap();
    assert_eq!((stands(supervisor), stands(handler)), (vec![], vec![Matter::SightAnswered]));
}

#[test]
fn management_that_reads_masked_asks_for_more_on_the_card() {
    let (hall, _) = house();
    let manager = hall.world.manager();
    let mut asking = window(&hall, manager, Locale::ZhCn);
    asking.send(Message::Went(Place::Customers));
    asking.until_shown("客户");
    let picked = customers::Message::Picked(Who::File(FILE));
    asking.send(Message::Screen(redress::ui::screen::Message::Customers(picked)));
    asking.click("向主管申请查看").write(ASKED);
    asking.picture("leave-manager");
    asking.press_with(Named::Enter, Modifiers::COMMAND);
    asking.until(|_| file(&hall).sights.asked().count() == 1);
    asking.until_shown("已于 09:00 申请查看，等主管答复");
    assert!(asking.find("向主管申请查看").is_none());
}
