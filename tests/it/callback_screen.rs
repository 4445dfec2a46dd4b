//! 回访 in a practice office: called, recorded and driven by keys without a display.

use iced::keyboard::{Modifiers, key::Named};
use iced::widget::text_editor::{Action, Edit};
use redress::domain::complaint::terms::{ContactMethod, Severity, Validity};
use redress::domain::complaint::{Command, Details, Stage};
use redress::domain::id::{ComplaintId, OrderNo};
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::ui::screen::{Message, Place, callback};
use redress::ui::shell::Message::Ticked;

use crate::board_screen::{LARGE, Room, SMALL};
use crate::world::{answered, investigated, judged, proposed, text};
use redress::domain::complaint::words::Agreement;

const FIRST: OrderNo = OrderNo(1);

/// Two customers who wait for their callback.
fn waiting(locale: Locale, appearance: Appearance) -> (Room, Vec<ComplaintId>) {
    let mut room = Room::new(locale, appearance);
    room.at("2026-03-12 09:00");
    let mut cases = Vec::new();
    for (name, words) in [("吴鹏", "电视屏幕坏点，要求换机"), ("丁磊", "退款迟迟不到账")] {
        let details = room.details(name, words, Severity::Minor);
        cases.push(handed_in(&room, details));
    }
    room.at("2026-03-12 10:42");
    (room, cases)
}

/// From the call to the slip that is handed in: the customer is to be called back.
pub fn handed_in(room: &Room, details: Details) -> ComplaintId {
    let (desk, handler) = (room.world.desk(), room.world.handler());
    let id = room.registered(details);
    room.act(desk, id, judged(Validity::Founded));
    room.act(desk, id, Command::Dispatch { to: room.world.to_department(), note: None });
    handled(room, id, (FIRST, handler));
    id
}

/// From 签收 to the return slip.
fn handled(room: &Room, id: ComplaintId, (order, handler): (OrderNo, redress::domain::id::PersonId)) {
    room.act(handler, id, Command::Accept { order });
    let words = text("已约上门时间");
    room.act(handler, id, Command::Contact { order, method: ContactMethod::Phone, words });
    room.act(handler, id, investigated(order));
    room.act(handler, id, proposed(order, 0));
    room.act(handler, id, answered(order, Agreement::Agreed));
    room.act(handler, id, Command::Execute { order, words: text("已换新机") });
    room.act(handler, id, Command::HandIn { order, slip: Box::new(room.world.slip()) });
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
    let to = room.office().department(case.current_orders().next().unwrap().department).unwrap().name.to_string();
    room.sees(&format!("{} 第 2 轮已开始，重新派给{to}", cases[0].short()));
}

#[test]
fn a_second_dissatisfaction_says_whose_it_is_now_in_every_language() {
    for locale in Locale::ALL {
        let (mut room, cases) = waiting(locale, Appearance::Light);
        let desk = room.world.desk();
        let dissatisfied = |room: &mut Room| {
            room.say(Message::Callback(callback::Message::Chosen(cases[0])));
            room.say(Message::Callback(callback::Message::Dialled(ContactMethod::Phone)));
            suggest(room, "等了太久");
            for message in [
                callback::Message::ResultChosen(redress::domain::complaint::terms::Satisfaction::Dissatisfied),
                callback::Message::ProcessChosen(redress::domain::complaint::terms::Satisfaction::Neutral),
                callback::Message::ReasonToggled(callback::Reason::Waiting),
                callback::Message::SolvedChosen(callback::Solved::No),
                callback::Message::Saved,
            ] {
                room.say(Message::Callback(message));
            }
        };
        room.enter(desk).go(Place::Callback);
        dissatisfied(&mut room);
        let case = room.complaint_in_log(cases[0]);
        let order = case.current_orders().next().unwrap();
        let (no, handler) = (order.no, order.handler.unwrap_or_else(|| room.world.handler()));
        handled(&room, cases[0], (no, handler));
        room.enter(desk).go(Place::Callback);
        dissatisfied(&mut room);
        let case = room.complaint_in_log(cases[0]);
        assert_eq!(case.stage, Stage::Escalated, "{locale:?}");
        let to = room.office().person(case.escalation.as_ref().unwrap().to).unwrap().name.to_string();
        let words = room.shell.world.texts.call_said_escalated(cases[0].short(), to);
        room.sees(&words);
        room.keep(&format!("callback-escalated-{}", locale.tag()), LARGE);
    }
}

#[test]
fn the_head_leads_to_the_customers_file_and_back_to_what_was_written() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.enter(desk).go(Place::Callback).click("拨打");
    let typed = callback::Message::Typed(callback::Stop::NewProblem, "下次请准时".to_owned());
    room.say(Message::Callback(typed));
    // The last stop of the record is the file.
    for _ in 0..5 {
        room.say(Message::Callback(callback::Message::Stepped(redress::ui::part::form::Step::Next)));
    }
    room.named(Named::Enter);
    assert_eq!(room.place(), Place::Customers);
    let name = room.complaint(cases[0]).details.complainant.name.to_string();
    assert!(room.reads(&name) && room.reads("还没有档案，以下来自投诉记录；第一次修改、备注或分配时自动建档。"));
    room.go(Place::Callback);
    assert!(room.reads("下次请准时"));
    room.click("客户档案");
    assert_eq!(room.place(), Place::Customers);
}

#[test]
fn that_nobody_waits_is_said_once() {
    for locale in Locale::ALL {
        let mut room = Room::new(locale, Appearance::Light);
        let desk = room.world.desk();
        room.at("2026-03-12 10:42").enter(desk).go(Place::Callback);
        let words = room.shell.world.texts.call_empty_title().to_owned();
        room.sees(&words);
        room.keep(&format!("callback-empty-{}", locale.tag()), LARGE);
        assert_eq!(room.times_read(&words), 1, "{locale:?}");
    }
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

fn on_callback(room: &mut Room, message: callback::Message) -> &mut Room {
    room.say(Message::Callback(message))
}

/// Whom a complaint was given to.
fn given_to(room: &Room, id: ComplaintId) -> Option<redress::domain::id::PersonId> {
    room.complaint(id).calls_back
}

#[test]
fn callbacks_are_given_out_by_keys_and_taken_back() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let (desk, supervisor) = (room.world.desk(), room.world.supervisor());
    room.enter(desk).go(Place::Callback).misses("未分配 2");
    let callers: Vec<_> = room.shell.world.house.as_ref().unwrap().books.callers().collect();
    let key = |who| (callers.iter().position(|it| *it == who).unwrap() + 1).to_string();
    // What nobody has is ticked, and the front desk is chosen.
    room.sign("b").sees("已选 2 件").sees("分配 2 件");
    room.keep("callback-share", LARGE);
    // One caller gets all.
    for other in callers.iter().filter(|it| **it != desk && **it != supervisor) {
        let front = room.world.office.person(*other).unwrap().is(redress::domain::role::Role::FrontDesk);
        if front {
            let digit = key(*other);
            room.sign(&digit);
        }
    }
    let digit = key(supervisor);
    room.sign(&digit).key(Named::Enter, Modifiers::COMMAND);
    let both: Vec<_> = cases.iter().map(|it| given_to(&room, *it).unwrap()).collect();
    assert!(both.contains(&desk) && both.contains(&supervisor), "evenly: {both:?}");
    room.sees("我的 1").sees("未分配 0");
    room.keep("callback-shared", LARGE);
    room.keep("callback-shared-min", SMALL);
    let mine = cases.iter().copied().find(|it| given_to(&room, *it) == Some(desk)).unwrap();
    let other = cases.iter().copied().find(|it| *it != mine).unwrap();
    // 我的 lists what was given to the viewer.
    on_callback(&mut room, callback::Message::Chosen(mine));
    let name = |room: &Room, id: ComplaintId| room.shell.world.texts.customer(&room.complaint(id).details.complainant);
    let (one, two) = (name(&room, mine), name(&room, other));
    room.sign("m").sees(&one).misses(&two).sign("m").sees(&two);
    // 撤销: both are nobody's again.
    room.click("撤销 8");
    assert!(cases.iter().all(|it| given_to(&room, *it).is_none()));
    room.misses("我的 1");
}

#[test]
fn what_somebody_else_gave_out_meanwhile_is_told_and_not_overwritten() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let (desk, supervisor) = (room.world.desk(), room.world.supervisor());
    room.enter(desk).go(Place::Callback).sign("b");
    room.act(supervisor, cases[0], Command::AssignCallback { person: Some(supervisor) });
    room.key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(given_to(&room, cases[0]), Some(supervisor));
    assert!(given_to(&room, cases[1]).is_some_and(|it| it != supervisor));
    room.sees("已选 1 件").sees(&format!("{} 没有办成", cases[0].short()));
    room.named(Named::Escape).misses("已选 1 件");
}

#[test]
fn a_department_cannot_give_callbacks_out() {
    let (mut room, _) = waiting(Locale::ZhCn, Appearance::Light);
    let handler = room.world.handler();
    room.enter(handler).go(Place::Callback).misses("批量分配").sign("b").misses("已选 2 件");
}

#[test]
fn the_bell_rings_when_the_customer_may_be_called_again_even_after_a_restart() {
    use redress::books::alerts::Matter;
    use redress::platform::preferences::Preferences;
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.at("12:20").enter(desk).go(Place::Callback).click("14:00 提醒我").sees("已设 14:00 提醒，取消");
    room.keep("callback-reminded", LARGE);
    let asked = |room: &Room| {
        let all = room.shell.bell().alerts().iter().filter(|it| it.matter == Matter::Reminded);
        all.filter_map(|it| it.about.case()).collect::<Vec<_>>()
    };
    room.at("13:59").send(Ticked);
    assert!(asked(&room).is_empty());
    // Closed and opened again: it is kept with the machine's preferences, without a name or a number to call.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("preferences.json");
    room.shell.world.preferences.write(&path).unwrap();
    let phone = room.complaint(cases[0]).details.complainant.phone.clone();
    assert!(!std::fs::read_to_string(&path).unwrap().contains(phone.reveal()));
    room.shell.world.preferences = Preferences::read(&path).preferences;
    room.at("14:00").enter(desk);
    assert_eq!(asked(&room), [cases[0]]);
    assert!(0 < room.shell.bell().unread());
    // Following it leads to the customer, and it is done.
    room.go(Place::Today);
    let alert = *room.shell.bell().alerts().iter().find(|it| it.matter == Matter::Reminded).unwrap();
    room.send(redress::ui::shell::Message::BellOpened(alert));
    assert_eq!(room.shell.place(), Place::Callback);
    let name = room.shell.world.texts.customer(&room.complaint(cases[0]).details.complainant);
    room.sees(&name).at("14:01").send(Ticked);
    assert!(asked(&room).is_empty());
}

#[test]
fn a_reminder_is_dropped_by_the_same_button_and_by_a_call() {
    use redress::books::alerts::Matter;
    let asked = |room: &Room| room.shell.bell().alerts().iter().any(|it| it.matter == Matter::Reminded);
    for dropped in [true, false] {
        let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
        let desk = room.world.desk();
        room.at("12:20").enter(desk).go(Place::Callback).click("14:00 提醒我");
        if dropped {
            room.click("已设 14:00 提醒，取消").sees("14:00 提醒我");
        }
        room.at("14:00");
        if !dropped {
            // Whoever calls first.
            let dial = Command::Dial { method: ContactMethod::Phone, urgent: None };
            room.act(room.world.supervisor(), cases[0], dial);
        }
        room.follow().send(Ticked);
        assert!(!asked(&room), "dropped by the button: {dropped}");
    }
}

#[test]
fn the_card_of_the_quiet_hours_is_used_by_keys() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.at("12:20").enter(desk).go(Place::Callback);
    room.named(Named::Tab).named(Named::Enter).sees("已设 14:00 提醒，取消");
    room.named(Named::Tab).named(Named::Enter).sees("约定时间");
    room.named(Named::Escape).named(Named::Tab).named(Named::Tab).named(Named::Tab).named(Named::Enter);
    assert!(room.complaint(cases[0]).open_call().is_some_and(|it| it.method == ContactMethod::Message));
}

#[test]
fn a_case_that_was_closed_during_the_call_keeps_what_the_customer_said() {
    use redress::domain::complaint::terms::CloseCode;
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let (desk, supervisor) = (room.world.desk(), room.world.supervisor());
    room.enter(desk).go(Place::Callback).click("拨打").named(Named::F4);
    suggest(&mut room, "客户要求换未拆封的");
    let reason = Some(text("客户来电撤诉"));
    room.act(supervisor, cases[0], Command::Close { code: CloseCode::Withdrawn, reason });
    room.follow();
    let who = room.shell.world.texts.person(&room.world.office, supervisor);
    room.sees(&format!("{who} 刚改了这一件")).sees("本件已经是“已结案”，回访不必再做");
    room.keep("callback-gone", LARGE);
    room.click("查看差别").sees("客户来电撤诉").click("存为内部备注");
    let notes = room.complaint(cases[0]).notes.clone();
    assert!(notes.iter().any(|it| it.what.as_str().contains("客户要求换未拆封的")), "{notes:?}");
    // The next customer is there, with an empty form.
    let next = room.complaint(cases[1]).details.complainant.phone.masked();
    room.sees(&next).misses("存为内部备注");
}

#[test]
fn an_appointment_that_somebody_else_made_first_is_shown_beside_ones_own() {
    for mine in [true, false] {
        let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
        let (desk, supervisor) = (room.world.desk(), room.world.supervisor());
        let at = |room: &Room, when: &str| room.world.moment(when);
        room.enter(desk).go(Place::Callback);
        on_callback(&mut room, callback::Message::AppointToggled);
        on_callback(&mut room, callback::Message::Typed(callback::Stop::At, "2026-03-12 15:00".to_owned()));
        let theirs = at(&room, "16:30");
        room.act(supervisor, cases[0], Command::Appoint { at: theirs, words: Some(text("下班后")) });
        // Not told yet: sent on what was in sight, refused, told, shown.
        on_callback(&mut room, callback::Message::Appointed);
        assert_eq!(room.complaint(cases[0]).appointment, Some(theirs), "not overwritten");
        let who = room.shell.world.texts.person(&room.world.office, supervisor);
        room.sees(&format!("{who} 刚改了这一件"));
        room.keep("callback-conflict", LARGE);
        room.click(if mine { "用我的" } else { "用新的" }).misses(&format!("{who} 刚改了这一件"));
        let then = if mine { at(&room, "15:00") } else { theirs };
        assert_eq!(room.complaint(cases[0]).appointment, Some(then), "mine: {mine}");
    }
}

#[test]
fn what_does_not_touch_the_call_is_taken_over_silently() {
    let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
    let (desk, supervisor) = (room.world.desk(), room.world.supervisor());
    room.enter(desk).go(Place::Callback);
    room.act(supervisor, cases[0], Command::Note { words: text("已联系门店") });
    room.click("拨打").sees("回访记录");
    assert!(room.complaint(cases[0]).open_call().is_some());
}

#[test]
fn who_asked_for_a_later_time_is_called_then_and_not_next() {
    for (now, first) in [("10:50", 1), ("15:05", 0)] {
        let (mut room, cases) = waiting(Locale::ZhCn, Appearance::Light);
        let desk = room.world.desk();
        let at = room.world.moment("15:00");
        room.act(desk, cases[0], Command::Appoint { at, words: Some(text("下午")) });
        room.at(now).enter(desk).go(Place::Callback).click("拨打");
        let called: Vec<bool> = cases.iter().map(|it| room.complaint(*it).open_call().is_some()).collect();
        assert_eq!(called, [first == 0, first == 1], "at {now}");
    }
}
