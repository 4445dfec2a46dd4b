//! What is everywhere: the bell, F1, toasts, banners, and the window's place, in a practice office.

use iced::keyboard::{Modifiers, key::Named};
use redress::books::customers::Who;
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::Validity;
use redress::domain::complaint::words::Assignment;
use redress::domain::id::{ComplaintId, OrderNo};
use redress::i18n::Locale;
use redress::platform::preferences::{Appearance, Notify};
use redress::ui::keys::Shortcut;
use redress::ui::part::reminders::Reminders;
use redress::ui::screen::Place;
use redress::ui::screen::handling;
use redress::ui::shell::{Deed, Layer, Message, Palette, Status, Target};

use crate::board_screen::{LARGE, Room, SMALL};
use crate::world::{judged, text};

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
        let mine = |it: &&redress::books::alerts::Alert| it.about == redress::books::sights::Subject::Case(cases[0]);
        let orders: Vec<_> = alerts
            .iter()
            .filter(mine)
            .map(|it| match it.matter {
                redress::books::alerts::Matter::Clock(key, _) => key.order,
                redress::books::alerts::Matter::Silent(order, _) | redress::books::alerts::Matter::Ownerless(order) => {
                    Some(order)
                }
                redress::books::alerts::Matter::SightAsked(_)
                | redress::books::alerts::Matter::SightAnswered
                | redress::books::alerts::Matter::Reminded => None,
            })
            .collect();
        assert_eq!(orders, [Some(order)], "{department:?}");
    }
}

/// What the palette offers for what is typed.
fn offered(room: &mut Room, query: &str) -> Vec<Target> {
    let _task = room.shell.update(Message::SearchAsked);
    let _task = room.shell.update(Message::PaletteTyped(query.to_owned()));
    let mut palette = Palette::default();
    palette.typed(query.to_owned());
    palette.targets(&room.shell.world.env().unwrap())
}

#[test]
fn the_palette_finds_complaints_however_they_are_named() {
    let (mut room, cases) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    let phone = room.complaint(cases[4]).details.complainant.phone.main().to_owned();
    let tail = &phone[phone.len() - 4..];
    for query in [cases[4].short().as_str(), tail, "郭敏", "gm", "guomin", "外箱破损"] {
        let offered = offered(&mut room, query);
        assert!(offered.contains(&Target::Complaint(cases[4])), "{query}: {offered:?}");
    }
    // A name or a tail names the customer, too; the number is never drawn whole.
    let offered = offered(&mut room, tail);
    let customer = Target::Customer(Who::Caller(cases[4]));
    assert!(offered.contains(&customer), "{offered:?}");
    room.sees("投诉 1 次").misses(&phone);
    room.photograph("palette-tail", LARGE);
    let _task = room.shell.update(Message::PaletteChosen(customer));
    assert_eq!(room.place(), Place::Customers);
    room.sees(&cases[4].short());
}

#[test]
fn the_palette_does_what_buttons_do_and_no_more() {
    let (mut room, cases) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    let _task = room.shell.update(Message::SearchAsked);
    room.sees("判断").photograph("palette-actions", LARGE);
    let deeds = offered(&mut room, ">晨会");
    assert_eq!(deeds, [Target::Deed(Deed::Briefing)]);
    let deeds = offered(&mut room, ">dengji");
    assert_eq!(deeds, [Target::Deed(Deed::New)]);
    let people = offered(&mut room, "@zmm");
    let names: Vec<_> = people
        .iter()
        .map(|it| match it {
            Target::Person(id) => room.world.office.person(*id).unwrap().name.to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(names.is_empty() || names.iter().all(|it| it.starts_with('赵')), "{names:?}");
    assert_eq!(offered(&mut room, "@赵明诚").len(), 1);
    room.photograph("palette-people", LARGE);
    // The handler may not dispatch: it is not offered.
    let handler = room.world.handler();
    room.enter(handler).go(Place::Handling);
    let _task = room.shell.update(Message::SearchAsked);
    let _task = room.shell.update(Message::PaletteTyped(">".into()));
    room.misses("派单").sees("签收");
    room.photograph("palette-handler", SMALL);
    assert!(!cases.is_empty());
}

#[test]
fn a_number_that_calls_is_taken_to_the_form() {
    let (mut room, _) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    let deeds = offered(&mut room, "13912345678");
    let register = deeds.iter().find(|it| matches!(it, Target::Deed(Deed::Register(_)))).unwrap().clone();
    room.sees("来电号码填入 139****5678").misses("13912345678·");
    room.send(Message::PaletteChosen(register));
    assert_eq!(room.place(), Place::Intake);
}

#[test]
fn nothing_found_says_so_and_offers_two_ways_on() {
    for locale in Locale::ALL {
        let (mut room, _) = room(locale);
        let desk = room.world.desk();
        room.enter(desk).go(Place::Board);
        assert!(offered(&mut room, "退宽退宽").is_empty());
        let archive = room.shell.world.texts.palette_archive().to_owned();
        room.photograph(&format!("palette-nothing-{}", locale.tag()), LARGE);
        room.click(&archive).misses(&archive);
        let clear = room.shell.world.texts.palette_clear().to_owned();
        room.click(&clear).misses(&clear);
    }
}

#[test]
fn another_handler_and_a_pause_can_be_taken_back_but_a_report_can_not() {
    use redress::domain::complaint::terms::{PauseReason, Progress};
    let (mut room, cases) = room(Locale::ZhCn);
    let (id, handler) = (cases[5], room.world.handler());
    room.enter(handler).go(Place::Handling);
    // A pause by the screen's own way: its form, its reason.
    let pause = Command::Pause { order: OrderNo(1), reason: PauseReason::WaitingForCustomer, words: text("等寄回") };
    let before = room.complaint(id).clone();
    assert!(before.orders[0].paused.is_none());
    room.act(handler, id, pause);
    room.enter(handler).go(Place::Handling);
    room.send(on_handling(handling::Message::Picked(id, None)));
    room.send(on_handling(handling::Message::Asked(handling::Ask::Resume)));
    assert!(room.complaint(id).orders[0].paused.is_none());
    room.sees("撤销 8").key(iced::keyboard::Key::Character("z".into()), Modifiers::COMMAND);
    assert_eq!(room.complaint(id).orders[0].paused, Some(PauseReason::WaitingForCustomer));
    // What was reported stays reported.
    room.act(handler, id, Command::Resume { order: OrderNo(1) });
    let report = Command::Report { order: OrderNo(1), progress: Progress::Investigating, words: text("核查中") };
    room.act(handler, id, report);
    let version = room.complaint(id).version;
    room.enter(handler).key(iced::keyboard::Key::Character("z".into()), Modifiers::COMMAND);
    assert!(version <= room.complaint(id).version);
    assert_eq!(room.complaint(id).orders[0].reports.len(), 1);
}

fn on_handling(message: handling::Message) -> Message {
    Message::Screen(redress::ui::screen::Message::Handling(message))
}

/// From 150 % on the rules of the smallest window hold; nothing grows out of it.
#[test]
fn what_lies_over_the_screen_fits_a_zoomed_window() {
    use redress::platform::preferences::{Contrast, Zoom};
    let (mut room, _) = room(Locale::ZhCn);
    room.at("10:40");
    let supervisor = room.world.supervisor();
    room.enter(supervisor).go(Place::Today);
    let _task = room.shell.update(Message::ZoomChosen(Zoom::from(150)));
    let logical = iced::Size::new(960.0, 600.0);
    let close = room.shell.world.texts.close().to_owned();
    for (name, layer) in [
        ("none", Layer::None),
        ("menu", Layer::Menu),
        ("bell", Layer::Bell),
        ("keys", Layer::Keys),
        ("palette", Layer::Palette),
    ] {
        let _task = room.shell.update(Message::LayerClosed);
        if layer == Layer::Palette {
            let _task = room.shell.update(Message::SearchAsked);
        } else if layer != Layer::None {
            let _task = room.shell.update(Message::LayerToggled(layer));
        }
        room.zoomed(&format!("zoom-150-{name}"), LARGE, logical);
    }
    let _task = room.shell.update(Message::LayerClosed);
    let _task = room.shell.update(Message::LayerToggled(Layer::Keys));
    assert!(room.is_in_sight(&close, logical), "the foot of the sheet");
    let _task = room.shell.update(Message::LayerClosed);
    let _task = room.shell.update(Message::ZoomChosen(Zoom::from(100)));
    let _task = room.shell.update(Message::ContrastChosen(Contrast::High));
    room.photograph("contrast", LARGE);
    room.key(Named::F9, Modifiers::empty()).photograph("cloak", LARGE);
    room.sees("已遮蔽").misses("0312-006 陈女士").sees("0312-006 ••");
    room.click("晨会简报").sees("已遮蔽客户资料，取消遮蔽后可看");
}

#[test]
fn opening_a_large_book_says_how_far_it_is() {
    use redress::app::{Progress, Step};
    use redress::ui::opening::Opening;
    use std::time::{Duration, Instant};
    for (locale, words) in [(Locale::ZhCn, "正在读取账本，18,942 条中的 12,400 条"), (Locale::En, "12,400")]
    {
        let mut shell = redress::ui::shell::Shell::new(
            redress::platform::preferences::Preferences { locale: Some(locale), ..Default::default() },
            redress::ui::shell::Files::default(),
        )
        .0;
        let progress = Progress { step: Step::Reading, done: 12_400, total: Some(18_942) };
        let mut seen = Vec::new();
        for ago in [0, 500, 1_500] {
            let since = Instant::now().checked_sub(Duration::from_millis(ago)).unwrap();
            shell.world.opening = Opening::AtWork(since, Some(progress));
            let settings =
                iced::Settings { default_font: redress::ui::theme::font::REGULAR, ..iced::Settings::default() };
            let mut simulator = iced_test::simulator::Simulator::with_size(settings, LARGE, shell.view());
            seen.push(simulator.find("65%").is_ok());
            if locale == Locale::ZhCn && ago == 1_500 {
                simulator.find(words).unwrap();
            }
        }
        assert_eq!(seen, [false, false, true]);
    }
}

#[test]
fn f9_hides_customers_under_the_palette_too() {
    let (mut room, cases) = room(Locale::ZhCn);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    assert!(offered(&mut room, "外箱破损").contains(&Target::Complaint(cases[4])));
    room.sees("郭女士").named(Named::F9).misses("郭女士").sees("••");
    let _task = room.shell.update(Message::LayerClosed);
    assert_eq!(room.place(), Place::Board);
}

/// What was late before somebody came is no news; what was read is read.
#[test]
fn a_crowded_bell_is_no_news_and_can_be_read_at_once() {
    let crowd = crate::crowd::Crowd::of(300);
    let mut bell = redress::ui::shell::Bell::default();
    let view = redress::books::View { viewer: crowd.desk(), now: crowd.now + chrono::Duration::hours(5) };
    let books = crowd.books();
    // What was late before anybody looked is no news; later on it is.
    assert!(bell.look(&books, view, &Reminders::default()).is_empty());
    assert!(100 < bell.alerts().len(), "{}", bell.alerts().len());
    assert_eq!(bell.unread(), bell.alerts().len());
    bell.read_all();
    assert_eq!(bell.unread(), 0);
}
