//! 工作台 in a practice office: what it says, where its lines lead, and what one press does.

use iced::keyboard::{Modifiers, key::Named};
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::FollowUpKind;
use redress::domain::complaint::words::FollowUp;
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::ui::screen::Place;

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
