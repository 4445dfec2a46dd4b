//! 工作台 in a practice office: what it says, where its lines lead, and what one press does.

use iced::keyboard::{Modifiers, key::Named};
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::FollowUpKind;
use redress::domain::complaint::words::FollowUp;
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::ui::screen::Place;
use redress::ui::screen::today::Message as Today;

use crate::board_screen::{LARGE, Room, SMALL};
use crate::world::text;

fn at_work() -> (Room, Vec<redress::domain::id::ComplaintId>) {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    room.at("10:40");
    let desk = room.world.desk();
    let what =
        FollowUp {
            kind: FollowUpKind::Promise, words: text("给陈女士回电说明到货时间"), owner: desk, due: None
        };
    room.act(desk, cases[5], Command::FollowUp(what));
    room.enter(desk).go(Place::Today);
    (room, cases)
}

#[test]
fn the_workbench_in_every_language_and_look() {
    let dark = std::iter::once((Locale::ZhCn, Appearance::Dark));
    for (locale, appearance) in Locale::ALL.into_iter().map(|it| (it, Appearance::Light)).chain(dark) {
        let (mut room, _) = at_work();
        room.speak(locale, appearance);
        let tag = format!("{}-{appearance:?}", locale.tag());
        room.keep(&format!("today-{tag}"), LARGE);
        room.keep(&format!("today-{tag}-min"), SMALL);
    }
}

#[test]
fn an_office_without_cases_is_green() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Today);
    room.sees("没有今天到期的时限").sees("没有待办").sees("没有提醒").sees("没有待回访");
    room.keep("today-empty", LARGE);
}

#[test]
fn enter_opens_the_case_and_ctrl_enter_goes_to_what_is_due() {
    let (mut room, cases) = at_work();
    room.sees("昨日新增 0 件、结案 0 件。今天先处理 5 件超时。");
    room.named(Named::Enter);
    assert_eq!(room.place(), Place::Handling);
    room.go(Place::Today).key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(room.place(), Place::Board);
    room.sees("判断投诉").sees(&format!("TS-{}", cases[0]));
}

#[test]
fn who_is_late_is_reminded_by_one_press() {
    let (mut room, cases) = at_work();
    let reminders = |room: &Room| room.complaint(cases[5]).orders[0].reminders;
    assert_eq!(reminders(&room), 0);
    // The late report is below the others: they were due before it.
    while room.complaint(cases[5]).orders[0].reminders + room.complaint(cases[4]).orders[0].reminders == 0 {
        room.named(Named::ArrowDown).sign("u");
        assert_eq!(room.place(), Place::Today);
    }
    room.sees(&format!("已催办 {}→赵明诚", cases[4].short()));
}

#[test]
fn mine_are_those_i_track_or_handle() {
    let (mut room, cases) = at_work();
    room.sees(&cases[0].short());
    let other = room.world.supervisor();
    room.enter(other).go(Place::Today).sees(&cases[0].short()).click("我的 0").sees("没有今天到期的时限");
}

#[test]
fn a_promise_is_a_to_do_and_leads_to_its_case() {
    let (mut room, _) = at_work();
    room.sees("给陈女士回电说明到货时间");
    room.click("给陈女士回电说明到货时间");
    assert_eq!(room.place(), Place::Handling);
}

#[test]
fn the_supervisor_sees_who_owes_reports_and_what_can_be_done() {
    for locale in Locale::ALL {
        let (mut room, _) = at_work();
        room.speak(locale, Appearance::Light);
        room.at("10:52");
        let supervisor = room.world.supervisor();
        room.enter(supervisor).go(Place::Today);
        room.photograph(&format!("today-supervisor-{}", locale.tag()), LARGE);
        room.photograph(&format!("today-supervisor-{}-min", locale.tag()), SMALL);
        room.sees(room.shell.world.texts.today_supervised().to_owned().as_str());
    }
    let (mut room, cases) = at_work();
    room.at("10:52");
    let supervisor = room.world.supervisor();
    room.enter(supervisor).go(Place::Today).sees("签收后还没有汇报");
    room.click("报部门经理");
    let order = &room.complaint(cases[5]).orders[0];
    assert_eq!(order.supervised, 3);
    room.sees("打电话…").click("打电话…").sees("沟通对象");
    room.keep("today-call", LARGE);
    room.named(Named::Escape).go(Place::Today);
    room.sees("签收后还没有汇报").click("换人…");
    assert_eq!(room.place(), Place::Handling);
}

#[test]
fn a_handler_sees_own_clocks_and_no_supervision() {
    let (mut room, _) = at_work();
    room.at("10:52");
    let handler = room.world.handler();
    room.enter(handler).go(Place::Today).misses("督办").misses("今日回访").sees("汇报");
    room.photograph("today-handler", LARGE);
}

#[test]
fn the_management_sees_the_month() {
    let (mut room, _) = at_work();
    let manager = room.world.person(redress::domain::role::Role::Manager, None);
    room.enter(manager).go(Place::Today).sees("本月").sees("看图表");
    room.photograph("today-management", LARGE);
    room.click("看图表");
    assert_eq!(room.place(), Place::Charts);
}

#[test]
fn the_briefing_is_one_sheet_without_telephone_numbers() {
    for locale in Locale::ALL {
        let (mut room, _) = at_work();
        room.speak(locale, Appearance::Light);
        let name = room.shell.world.texts.today_briefing().to_owned();
        room.click(&name);
        room.photograph(&format!("briefing-{}", locale.tag()), LARGE);
        let close = room.shell.world.texts.close().to_owned();
        room.click(&close).misses(&close);
    }
    let (mut room, cases) = at_work();
    let house = room.shell.world.house.as_ref().unwrap();
    let source = redress::report::Source { books: &house.books, now: room.world.now };
    let briefing = redress::report::Briefing::of(&source, house.me);
    assert_eq!(briefing.late.len(), 5);
    let paper = redress::export::paper::briefing(&briefing, &room.shell.world.texts);
    assert_eq!(paper.pages().len(), 1);
    let words = redress::export::text::text(&paper);
    assert!(words.contains(&cases[1].short()) && words.contains("张女士"), "{words}");
    assert!(words.contains("昨日新增 0") && words.contains("已超时 5"), "{words}");
    for id in cases {
        let complainant = &room.complaint(id).details.complainant;
        assert!(!words.contains(complainant.phone.reveal()) && !words.contains(complainant.name.as_str()), "{words}");
    }
    room.click("晨会简报").click("复制文字");
    room.sees("晨会简报已复制，姓名已遮蔽");
}

#[test]
fn a_promise_is_kept_from_the_workbench_with_what_came_of_it() {
    let (mut room, cases) = at_work();
    let message = |it| redress::ui::shell::Message::Screen(redress::ui::screen::Message::Today(it));
    let _task = room.shell.update(message(Today::FinishAsked(cases[5], 0)));
    room.sees("办完");
    // Nothing typed: nothing sent.
    room.send(message(Today::FinishSent));
    assert!(room.complaint(cases[5]).follow_ups[0].finished.is_none());
    let _task = room.shell.update(message(Today::FinishTyped("已回电，周五到货".into())));
    room.photograph("today-finish", LARGE);
    room.send(message(Today::FinishSent));
    assert!(room.complaint(cases[5]).follow_ups[0].finished.is_some());
    room.sees("没有待办");
}

#[test]
fn a_rate_of_members_leaves_nobody_out_who_waits() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    room.at("2026-03-12 09:00");
    let mut details = room.details("刘芳", "消毒柜门铰链断裂", redress::domain::complaint::terms::Severity::Minor);
    details.complainant.member = Some(redress::domain::customer::Member { number: None, tier: Some(text("金卡")) });
    crate::callback_screen::handed_in(&room, details);
    room.at("10:40");
    let manager = room.world.person(redress::domain::role::Role::Manager, None);
    // Also for who calls nobody back: nobody is told that all of them were reached.
    for person in [room.world.desk(), manager] {
        room.enter(person).go(Place::Today).sees("0.00%").sees("还差 1 人");
    }
    room.keep("today-members", LARGE);
}

#[test]
fn whatever_a_line_offers_has_a_key() {
    let (mut room, cases) = at_work();
    // A to-do is ticked off with Space, from its line.
    room.named(Named::ArrowRight).named(Named::Space).sees("办完").named(Named::Escape);
    room.misses("办完");
    room.at("10:52");
    let supervisor = room.world.supervisor();
    room.enter(supervisor).go(Place::Today).named(Named::ArrowRight).sign("m");
    assert_eq!(room.complaint(cases[5]).orders[0].supervised, 3, "M takes it up with the manager");
    room.sign("r");
    assert_eq!(room.place(), Place::Handling, "R gives it to somebody else");
    room.named(Named::Escape).go(Place::Today);
    let print = |room: &mut Room| {
        room.key(iced::keyboard::Key::Character("p".into()), Modifiers::COMMAND);
    };
    print(&mut room);
    room.sees("姓名只留姓，不含电话，可以传阅。");
    room.key(iced::keyboard::Key::Character("c".into()), Modifiers::COMMAND);
    room.sees("晨会简报已复制，姓名已遮蔽");
}

/// 1440×900 at 200 %: one column has the whole width, the other is one press away.
#[test]
fn at_twice_the_size_the_columns_take_turns() {
    let twice = iced::Size::new(720.0, 450.0);
    let (mut room, _) = at_work();
    room.shell.world.window = twice;
    room.sees("派单").misses("给陈女士回电说明到货时间");
    room.named(Named::ArrowRight).sees("给陈女士回电说明到货时间").misses("按剩余工作时间排序");
    room.named(Named::ArrowLeft).sees("按剩余工作时间排序");
    room.click("我的待办").sees("给陈女士回电说明到货时间").click("现在最急").sees("按剩余工作时间排序");
}

/// 80 % and 200 % of 1440×900, the smallest window, every language.
#[test]
fn nothing_on_the_workbench_is_cut_without_saying_so() {
    let mut found = Vec::new();
    for locale in Locale::ALL {
        for (tag, size) in [("large", LARGE), ("small", SMALL), ("in", iced::Size::new(720.0, 450.0))] {
            let (mut room, _) = at_work();
            room.speak(locale, Appearance::Light);
            for person in [room.world.desk(), room.world.supervisor()] {
                room.enter(person).go(Place::Today);
                let name = format!("look-today-{person}-{}-{tag}", locale.tag());
                room.photograph(&name, size);
                found.extend(room.cuts(size).into_iter().map(|it| format!("{name}: {it}")));
            }
        }
    }
    assert!(found.is_empty(), "{} texts are cut:\n{}", found.len(), found.join("\n"));
}
