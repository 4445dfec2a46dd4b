//! 回访 in a practice office: called, recorded and driven by keys without a display.

use iced::keyboard::{Modifiers, key::Named};
use iced::widget::text_editor::{Action, Edit};
use redress::domain::complaint::terms::{ContactMethod, Severity, Validity};
use redress::domain::complaint::{Command, Stage};
use redress::domain::id::{ComplaintId, OrderNo};
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::ui::screen::{Message, Place, callback};

use crate::board_screen::{LARGE, Room, SMALL};
use crate::world::{answered, investigated, judged, proposed, text};
use redress::domain::complaint::words::Agreement;

const FIRST: OrderNo = OrderNo(1);

/// Two customers who wait for their callback.
fn waiting(locale: Locale, appearance: Appearance) -> (Room, Vec<ComplaintId>) {
    let mut room = Room::new(locale, appearance);
    room.at("2026-03-12 09:00");
    let (desk, handler) = (room.world.desk(), room.world.handler());
    let mut cases = Vec::new();
    for (name, words) in [("吴鹏", "电视屏幕坏点，要求换机"), ("丁磊", "退款迟迟不到账")] {
        let id = room.registered(room.details(name, words, Severity::Minor));
        room.act(desk, id, judged(Validity::Founded));
        room.act(desk, id, Command::Dispatch { to: room.world.to_department(), note: None });
        room.act(handler, id, Command::Accept { order: FIRST });
        let words = text("已约上门时间");
        room.act(handler, id, Command::Contact { order: FIRST, method: ContactMethod::Phone, words });
        room.act(handler, id, investigated(FIRST));
        room.act(handler, id, proposed(FIRST, 0));
        room.act(handler, id, answered(FIRST, Agreement::Agreed));
        room.act(handler, id, Command::Execute { order: FIRST, words: text("已换新机") });
        room.act(handler, id, Command::HandIn { order: FIRST, slip: Box::new(room.world.slip()) });
        cases.push(id);
    }
    room.at("2026-03-12 10:42");
    (room, cases)
}

fn suggest(room: &mut Room, words: &str) {
    let paste = Action::Edit(Edit::Paste(std::sync::Arc::new(words.to_owned())));
    room.say(Message::Callback(callback::Message::Suggested(paste)));
}

#[test]
fn the_screen_in_every_language_and_look() {
    let dark = std::iter::once((Locale::ZhCn, Appearance::Dark));
    for (locale, appearance) in Locale::ALL.into_iter().map(|it| (it, Appearance::Light)).chain(dark) {
        let tag = format!("{}-{appearance:?}", locale.tag());
        let (mut room, _) = waiting(locale, appearance);
        let desk = room.world.desk();
        room.enter(desk).go(Place::Callback);
        room.keep(&format!("callback-{tag}"), LARGE);
        room.say(Message::Callback(callback::Message::Dialled(ContactMethod::Phone)));
        room.named(Named::F4);
        suggest(&mut room, "客户要求换未拆封的，我说不行的话会再帮他申请");
        room.keep(&format!("callback-call-{tag}"), LARGE);
        room.keep(&format!("callback-call-{tag}-min"), SMALL);
        let (mut room, _) = waiting(locale, appearance);
        room.at("12:20").enter(desk).go(Place::Callback);
        room.keep(&format!("callback-quiet-{tag}"), LARGE);
        room.say(Message::Callback(callback::Message::AppointToggled));
        room.keep(&format!("callback-appoint-{tag}"), LARGE);
    }
}

#[test]
fn a_satisfied_customer_is_called_and_the_case_closes_by_keys() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Callback);
    // Before the call the number is masked; nothing can be saved yet.
    room.click("拨打").sees("回访记录");
    assert!(room.complaint(cases[0]).open_call().is_some());
    room.named(Named::F2).sees("保存后结案");
    room.key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(room.stage(cases[0]), Stage::ToCallBack, "过程满意度 is missing");
    room.sign("1").named(Named::Tab).named(Named::Tab).sign("1").sees("必填 4 / 4");
    room.key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(room.stage(cases[0]), Stage::Closed);
    // The next one is at the head already.
    let next = room.complaint(cases[1]).details.complainant.phone.masked();
    room.sees(&next);
    assert_eq!(room.stage(cases[1]), Stage::ToCallBack);
}

#[test]
fn what_a_dissatisfied_customer_brings_about_is_said_before_it_is_saved() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Callback).click("拨打").named(Named::F4);
    room.sees("保存后自动重新派单");
    suggest(&mut room, "我说不行");
    room.sees("必填 3 / 6");
    for message in [
        callback::Message::ProcessChosen(redress::domain::complaint::terms::Satisfaction::Neutral),
        callback::Message::ReasonToggled(callback::Reason::Waiting),
        callback::Message::SolvedChosen(callback::Solved::No),
    ] {
        room.say(Message::Callback(message));
    }
    room.key(Named::Enter, Modifiers::COMMAND);
    let case = room.complaint(cases[0]);
    assert_eq!((case.stage, case.round.0), (Stage::InHandling, 2));
}

#[test]
fn nobody_dials_while_the_customer_rests_without_a_reason() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.at("12:20").enter(desk).go(Place::Callback);
    room.sees("现在是客户休息时段，暂不拨打").misses("回访记录");
    room.click("紧急拨打…");
    room.key(Named::Enter, Modifiers::COMMAND);
    assert!(room.complaint(cases[0]).open_call().is_none(), "no reason, no call");
    let reason = callback::Message::Typed(callback::Stop::Urgent, "客户要求立即回电".to_owned());
    room.say(Message::Callback(reason)).key(Named::Enter, Modifiers::COMMAND);
    assert!(room.complaint(cases[0]).open_call().is_some_and(|it| it.urgent.is_some()));
    room.sees("回访记录");
}

#[test]
fn who_handled_it_does_not_call() {
    let (mut room, _) = waiting(Locale::ZhCn, Appearance::Light);
    let handler = room.world.handler();
    room.enter(handler).go(Place::Callback);
    room.sees("您是本件处理人，请交给其他同事回访").misses("回访记录");
}

#[test]
fn a_number_is_whole_only_during_the_call() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Callback);
    let phone = room.complaint(cases[0]).details.complainant.phone.clone();
    let whole = phone.reveal();
    let spaced = format!("{} {} {}", &whole[..3], &whole[3..7], &whole[7..]);
    room.sees(&phone.masked()).misses(&spaced);
    room.click("拨打").sees(&spaced);
}

#[test]
fn a_finished_callback_is_looked_at_again_and_a_neutral_one_waits_for_the_supervisor() {
    use redress::domain::complaint::terms::Satisfaction;
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.act(desk, cases[0], Command::Dial { method: ContactMethod::Phone, urgent: None });
    let record = crate::world::reached(Satisfaction::Neutral);
    room.act(desk, cases[0], Command::RecordCallback(Box::new(record)));
    room.enter(desk).go(Place::Callback);
    room.say(Message::Callback(callback::Message::Chosen(cases[0])));
    room.sees("客户答“一般”，没有重新派单").misses("去结案…");
    room.say(Message::Callback(callback::Message::TabChosen(callback::Tab::Done)));
    room.say(Message::Callback(callback::Message::Looked(cases[0], 0)));
    room.sees("已完成的回访记录，只能查看").sees(&format!("HF-{}-1", cases[0]));
    let supervisor = room.world.supervisor();
    room.enter(supervisor).go(Place::Callback);
    room.say(Message::Callback(callback::Message::TabChosen(callback::Tab::Waiting)));
    room.say(Message::Callback(callback::Message::Chosen(cases[0])));
    room.sees("去结案…");
}

#[test]
fn the_six_donts_are_one_press_away() {
    let (mut room, _) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Callback);
    room.misses("不推卸责任").click("礼仪六不").sees("不推卸责任");
    room.keep("callback-manners", LARGE);
    room.click("礼仪六不").misses("不推卸责任");
}
