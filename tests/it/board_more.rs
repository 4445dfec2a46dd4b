//! 派单看板 by pointer and keys: cards that are carried, several at once, views, updates, small forms, the wall, slips.

use iced::keyboard::{Modifiers, key::Named};
use iced::{Point, mouse};
use redress::app::Request;
use redress::domain::clock::ClockKey;
use redress::domain::complaint::terms::{ExemptionReason, Satisfaction, Severity, Validity};
use redress::domain::complaint::{Command, OrderStage, Stage};
use redress::domain::id::{ComplaintId, OrderNo};
use redress::domain::limits::ClockName;
use redress::export::Disclosure;
use redress::export::paper::{dispatch_slip, dispatch_words};
use redress::i18n::{Locale, Texts};
use redress::platform::clipboard::NotTaken;
use redress::platform::preferences::Appearance;
use redress::report::{DispatchSlip, Source};
use redress::store::wait;
use redress::ui::screen::{Message as OnScreen, Place, board};
use redress::ui::shell::Message;

use crate::board_screen::{LARGE, Room, SMALL};
use crate::world::{FIRST, answered, investigated, judged, proposed, reached, text};

fn opened() -> (Room, Vec<ComplaintId>) {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    (room, cases)
}

/// Ctrl+Z takes back what the newest toast offers.
fn undo(room: &mut Room) {
    room.key(iced::keyboard::Key::Character("z".into()), Modifiers::COMMAND);
}

fn on_board(message: board::Message) -> Message {
    Message::Screen(OnScreen::Board(message))
}

/// Presses on words, moves over other words, and lets go there unless told otherwise.
fn carry(room: &mut Room, from: &str, to: Point, letting_go: Hand) {
    let at = room.place_of(from);
    room.pointer(at, &[mouse::Event::ButtonPressed(mouse::Button::Left)]);
    room.pointer(at, &[]);
    room.pointer(Point::new(at.x + 40.0, at.y + 12.0), &[]);
    room.pointer(to, &[]);
    if letting_go == Hand::LetsGo {
        room.pointer(to, &[mouse::Event::ButtonReleased(mouse::Button::Left)]);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hand {
    LetsGo,
    Holds,
}

#[test]
fn a_card_let_go_over_a_department_is_dispatched() {
    let (mut room, cases) = opened();
    // The dock shows where it can go as soon as the card is on its way.
    carry(&mut room, &cases[2].short(), Point::new(700.0, 500.0), Hand::Holds);
    room.sees("派给谁");
    let load = room.place_of("物流部");
    room.pointer(load, &[]);
    room.sees("松开即派单");
    room.keep("board-drag", LARGE);
    room.pointer(load, &[mouse::Event::ButtonReleased(mouse::Button::Left)]);
    assert_eq!(room.stage(cases[2]), Stage::InHandling);
    room.misses("派给谁");
    undo(&mut room);
    assert_eq!(room.stage(cases[2]), Stage::ToDispatch, "a dispatch by hand is taken back like any other");
}

#[test]
fn a_lane_takes_nothing_that_needs_data_but_opens_its_form() {
    let (mut room, cases) = opened();
    carry(&mut room, &cases[2].short(), Point::new(520.0, 500.0), Hand::LetsGo);
    assert_eq!(room.stage(cases[2]), Stage::ToDispatch);
    room.sees("派给谁").named(Named::Escape).misses("派给谁");
    // Back on its own lane nothing is left of it.
    carry(&mut room, &cases[2].short(), Point::new(320.0, 800.0), Hand::LetsGo);
    room.misses("派给谁");
    // From 待签收 back to 待派单: the recall asks why.
    carry(&mut room, &cases[4].short(), Point::new(320.0, 800.0), Hand::LetsGo);
    assert_eq!(room.stage(cases[4]), Stage::InHandling);
    room.sees("撤回派单");
}

#[test]
fn a_press_that_does_not_move_is_no_drag() {
    let (mut room, cases) = opened();
    let at = room.place_of(&cases[2].short());
    room.pointer(at, &[mouse::Event::ButtonPressed(mouse::Button::Left)]);
    room.pointer(at, &[]);
    room.pointer(Point::new(at.x + 2.0, at.y + 2.0), &[]);
    room.misses("派给谁");
    room.pointer(at, &[mouse::Event::ButtonReleased(mouse::Button::Left)]);
    room.misses("派给谁");
    // Esc puts a card back that is on its way.
    carry(&mut room, &cases[2].short(), Point::new(700.0, 500.0), Hand::Holds);
    room.sees("派给谁").named(Named::Escape).misses("派给谁");
    assert_eq!(room.stage(cases[2]), Stage::ToDispatch);
}

#[test]
fn several_are_ticked_and_dispatched_to_one_department() {
    let (mut room, cases) = opened();
    room.click(&cases[1].short()).named(Named::Space);
    room.click(&cases[2].short()).named(Named::Space).sees("已选 2 件");
    room.keep("board-checked", LARGE);
    room.sign("d").sees("派给谁").sign("1").named(Named::Enter);
    assert_eq!((room.stage(cases[1]), room.stage(cases[2])), (Stage::InHandling, Stage::InHandling));
    room.misses("已选 2 件");
    undo(&mut room);
    assert_eq!((room.stage(cases[1]), room.stage(cases[2])), (Stage::ToDispatch, Stage::ToDispatch));
}

#[test]
fn several_get_another_tracker_in_one_go() {
    let (mut room, cases) = opened();
    let supervisor = room.world.supervisor();
    let tracking = |room: &Room, id| room.complaint(id).tracking;
    // One of them is the supervisor's already: nothing is asked of that one.
    room.act(supervisor, cases[4], Command::AssignTracking { person: supervisor });
    room.follow();
    for it in [1, 2, 4] {
        room.click(&cases[it].short()).named(Named::Space);
    }
    room.sees("已选 3 件").sees("改跟踪人").sign("k").sees("人员");
    room.keep("board-tracked", LARGE);
    let name = room.world.office.person(supervisor).unwrap().name.to_string();
    room.click(&name).key(iced::keyboard::Key::Named(Named::Enter), Modifiers::COMMAND);
    for it in [1, 2, 4] {
        assert_eq!(tracking(&room, cases[it]), supervisor, "{it}");
    }
    room.sees(&format!("2 件由{name}跟踪"));
}

#[test]
fn where_the_clipboard_takes_no_picture_a_file_is_offered() {
    let (mut room, cases) = opened();
    room.click(&cases[4].short()).sign("m").sees("复制派单、回单图片").sees("派单、回单图片存为文件…");
    room.named(Named::Escape);
    room.send(on_board(board::Message::SlipTaken(cases[4], FIRST, Ok(()))));
    let number = format!("TS-{}", cases[4]);
    room.sees(&format!("已复制 {number} 的派单、回单图片，姓名和电话已遮蔽")).misses("剪贴板放不下图片");
    let nothing = Err(NotTaken("no clipboard".to_owned()));
    room.send(on_board(board::Message::SlipTaken(cases[4], FIRST, nothing)));
    room.sees("剪贴板放不下图片").sees("存为文件…");
}

#[test]
fn what_cannot_be_done_to_one_of_several_stops_none_of_the_others() {
    let (mut room, cases) = opened();
    room.click(&cases[4].short()).named(Named::Space);
    room.click(&cases[5].short()).named(Named::Space).sign("u");
    let reminders = |room: &Room, id| room.complaint(id).order(FIRST).unwrap().reminders;
    assert_eq!((reminders(&room, cases[4]), reminders(&room, cases[5])), (1, 1));
    room.key(iced::keyboard::Key::Character("a".into()), Modifiers::COMMAND).sees("已选 6 件");
    room.named(Named::Escape).misses("已选 6 件");
}

#[test]
fn what_was_exempted_is_listed_with_reason_words_and_author() {
    let (mut room, cases) = opened();
    let desk = room.world.desk();
    let clock = ClockKey::of(ClockName::Dispatch);
    let reason = ExemptionReason::ALL[0];
    room.act(desk, cases[2], Command::Exempt { clock, reason, words: text("客户出差，周五再联系") });
    room.follow();
    room.sign("x").sees("豁免清单").sees("客户出差，周五再联系");
    room.sees("林晓芸·综合部");
    room.keep("board-exemptions", LARGE);
    room.named(Named::Escape).misses("豁免清单");
}

#[test]
fn forms_and_menus_in_every_language_and_in_a_small_window() {
    for locale in Locale::ALL {
        let mut room = Room::new(locale, Appearance::Dark);
        let cases = room.filled();
        let supervisor = room.world.supervisor();
        room.enter(supervisor).go(Place::Board);
        room.tell_screen(on_board(board::Message::Pressed(cases[5])));
        room.tell_screen(on_board(board::Message::DragLeft));
        room.sign("m");
        room.keep(&format!("board-menu-{}", locale.tag()), SMALL);
        room.sign("g");
        room.keep(&format!("board-form-{}", locale.tag()), SMALL);
        room.named(Named::Escape);
        room.tell_screen(on_board(board::Message::MenuToggled(board::Filter::More)));
        room.keep(&format!("board-more-{}", locale.tag()), SMALL);
    }
}

#[test]
fn a_view_is_kept_for_the_person_and_counts_what_it_shows() {
    let (mut room, cases) = opened();
    room.click("更多").named(Named::ArrowDown).named(Named::ArrowDown).named(Named::Enter);
    room.sees(&cases[1].short()).misses(&cases[2].short()).sees("清除");
    room.tell_screen(on_board(board::Message::MenuToggled(board::Filter::View)));
    room.tell_screen(on_board(board::Message::ViewNamed("我的重大".into())));
    room.tell_screen(on_board(board::Message::ViewKept));
    room.click("清除").sees(&cases[2].short());
    let kept = room.shell.world.preferences.kept.clone();
    assert!(serde_json::to_string(&kept).unwrap().contains("我的重大"));
    room.go(Place::Today).go(Place::Board);
    room.tell_screen(on_board(board::Message::MenuToggled(board::Filter::View)));
    room.keep("board-views", LARGE);
    room.click("我的重大").misses(&cases[2].short()).sees(&cases[1].short());
    // Somebody else has views of their own.
    let supervisor = room.world.supervisor();
    room.enter(supervisor).go(Place::Board);
    room.tell_screen(on_board(board::Message::MenuToggled(board::Filter::View)));
    room.misses("我的重大");
}

#[test]
fn words_find_and_nothing_found_says_so() {
    let (mut room, cases) = opened();
    let words = |it: &str| on_board(board::Message::WordsTyped(it.into()));
    room.tell_screen(words("烧焦味"));
    room.sees(&cases[1].short()).misses(&cases[2].short());
    room.tell_screen(words("并无此词"));
    room.sees("没有找到“并无此词”").sees("连同已结案一起找");
    room.tell_screen(words(""));
    room.sees(&cases[2].short());
}

#[test]
fn what_others_do_waits_while_somebody_is_among_the_cards() {
    let (mut room, cases) = opened();
    room.named(Named::ArrowDown);
    let handler = room.world.handler();
    room.at("09:22");
    room.act(handler, cases[4], Command::Accept { order: OrderNo(1) });
    room.follow();
    room.sees("1 项更新");
    room.keep("board-updates", LARGE);
    room.named(Named::F5).misses("1 项更新");
    // Nobody is among the cards: it moves at once.
    room.named(Named::Escape);
    room.at("09:24");
    let desk = room.world.desk();
    let judge = Request::complaint(desk, cases[0], judged(Validity::Founded));
    wait(Box::pin(room.desk.act(judge))).unwrap();
    room.follow();
    room.misses("1 项更新");
    assert_eq!(room.stage(cases[0]), Stage::ToDispatch);
}

#[test]
fn a_handler_gives_a_work_order_back_with_a_reason() {
    let (mut room, cases) = opened();
    let handler = room.world.handler();
    room.enter(handler).go(Place::Board);
    room.click(&cases[5].short()).sign("m").sees("退单…").sees("转办…").sees("协办…");
    room.keep("board-case-menu", LARGE);
    room.sign("r").sees("退单原因").sign("2");
    room.key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(room.complaint(cases[5]).order(FIRST).unwrap().stage, OrderStage::Handling, "words are missing");
    room.types("地址和型号都没有写");
    room.keep("board-give-back", LARGE);
    room.key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(room.stage(cases[5]), Stage::ToDispatch);
}

#[test]
fn the_menu_offers_only_what_may_be_done() {
    let (mut room, cases) = opened();
    room.click(&cases[5].short()).sign("m").sees("协调会议…").sees("沟通…").misses("退单…").misses("督办…");
    room.named(Named::Escape).misses("协调会议…");
    let supervisor = room.world.supervisor();
    room.enter(supervisor).go(Place::Board).click(&cases[5].short()).sign("m").sees("督办…").sign("s");
    room.types("三天没有进展");
    room.key(Named::Enter, Modifiers::COMMAND);
    room.follow();
    let house = room.shell.world.house.as_ref().unwrap();
    let timeline = wait(Box::pin(house.desk.history(cases[5]))).unwrap();
    assert!(format!("{:?}", timeline.last().unwrap().fact).contains("Supervised"));
}

#[test]
fn a_coordination_meeting_is_recorded_with_a_duty_for_each_department() {
    let (mut room, cases) = opened();
    room.click(&cases[5].short()).sign("m").sign("g").sees("会议时间").sees("参会人");
    let duty = |change| on_board(board::Message::Dock(board::DockMessage::DeedChanged(change)));
    room.tell_screen(duty(board::DeedChange::Duty(0, "三天内给出结论".into())));
    room.tell_screen(duty(board::DeedChange::Due(0, "明天 17:00".into())));
    room.keep("board-meeting", LARGE);
    room.key(Named::Enter, Modifiers::COMMAND);
    let meetings = &room.complaint(cases[5]).meetings;
    assert_eq!(meetings.len(), 1);
    assert_eq!(meetings[0].duties[0].words.as_str(), "三天内给出结论");
    assert_eq!(room.world.wall(meetings[0].duties[0].due), "2026-03-13 17:00");
    assert!(!meetings[0].attendees.is_empty());
    // Every department reads in the timeline what it is to do.
    let env = room.shell.world.env().unwrap();
    let facts = room.facts(cases[5]);
    let met = facts.iter().rev().find_map(|it| match &it.fact {
        redress::domain::record::Fact::Complaint(entry) => Some(env.texts.event(env.office(), &entry.event, it.by)),
        redress::domain::record::Fact::Office(_) | redress::domain::record::Fact::Customer(_) => None,
    });
    assert_eq!(met.unwrap().words, "售后服务部：三天内给出结论，03-13 17:00 前");
}

#[test]
fn the_wall_shows_numbers_departments_and_clocks_alone() {
    for (locale, customer) in [(Locale::ZhCn, "何女士"), (Locale::ZhTw, "何女士"), (Locale::En, "Ms He")] {
        let mut room = Room::new(locale, Appearance::Dark);
        let cases = room.filled();
        let desk = room.world.desk();
        room.enter(desk).go(Place::Board).sign("p");
        for id in &cases {
            room.sees(&id.short());
        }
        room.misses(customer).misses("直播间承诺的赠品电水壶未随货发出").misses("林晓芸");
        room.keep(&format!("board-wall-{}", locale.tag()), LARGE);
        room.keep(&format!("board-wall-{}-min", locale.tag()), SMALL);
        room.shell.world.window = LARGE;
        room.named(Named::Escape).sees("林晓芸");
    }
}

#[test]
fn pages_of_the_wall_turn_every_15_seconds() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    room.at("2026-03-12 09:00");
    let ids: Vec<ComplaintId> = (0..60)
        .map(|place| room.registered(room.details("何佳", &format!("第 {place} 件"), Severity::Minor)))
        .collect();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    room.sign("p").sees("第 1/2 页").sees(&ids[0].short()).misses(&ids[59].short());
    room.shell.world.now += chrono::TimeDelta::seconds(15);
    room.sees("第 2/2 页").sees(&ids[59].short()).misses(&ids[0].short());
    room.shell.world.now += chrono::TimeDelta::seconds(15);
    room.sees("第 1/2 页");
    room.named(Named::ArrowRight).sees("第 2/2 页");
}

fn slip(room: &Room, id: ComplaintId, order: OrderNo) -> DispatchSlip {
    let books = &room.shell.world.house.as_ref().unwrap().books;
    DispatchSlip::of(&Source { books, now: room.world.now }, id, order).unwrap()
}

#[test]
fn a_slip_for_a_chat_holds_no_whole_name_and_no_whole_number() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    room.at("2026-03-12 09:00");
    let mut details = room.details("王海燕", "王海燕说师傅电话 13912345678 打不通", Severity::Minor);
    details.requested_remedy = text("请打 010-62345678 联系");
    let id = room.registered(details);
    let desk = room.world.desk();
    room.act(desk, id, judged(Validity::Founded));
    let to = room.world.to_department();
    room.act(desk, id, Command::Dispatch { to, note: None });
    room.enter(desk);
    let slip = slip(&room, id, FIRST);
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        let paper = dispatch_slip(&slip, Disclosure::Masked, &texts);
        let printed = format!("{paper:?}");
        for shown in [dispatch_words(&slip, &texts), printed] {
            assert!(shown.contains("TS-20260312-001"), "{shown}");
            for hidden in ["王海燕", "13912345678", "62345678", slip.contact.phone.as_str()] {
                assert!(!shown.contains(hidden), "{hidden} in {shown}");
            }
        }
        let full = format!("{:?}", dispatch_slip(&slip, Disclosure::Full, &texts));
        assert!(full.contains("王海燕") && full.contains("13912345678"));
    }
}

#[test]
fn a_slip_names_through_whose_hands_it_goes_on_paper_and_in_a_chat() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    room.at("2026-03-12 09:00");
    let id = room.registered(room.details("王海燕", "空调不制冷", Severity::Minor));
    let desk = room.world.desk();
    room.act(desk, id, judged(Validity::Founded));
    let to = room.world.to_department();
    room.act(desk, id, Command::Dispatch { to, note: None });
    room.enter(desk);
    let slip = slip(&room, id, FIRST);
    let texts = Texts::new(Locale::ZhCn);
    let rows = [("周立衡", "", "周立衡"), ("周立衡", "苏禾", "周立衡→苏禾"), ("", "苏禾", "苏禾")];
    for (via, handler, shown) in rows {
        let slip = DispatchSlip { via: via.to_owned(), handler: handler.to_owned(), ..slip.clone() };
        let paper = format!("{:?}", dispatch_slip(&slip, Disclosure::Masked, &texts));
        assert!(paper.contains(&format!("\"{shown}\"")), "{paper}");
        let chat = dispatch_words(&slip, &texts);
        assert!(chat.contains(&format!("{} {shown}\n", slip.department)), "{chat}");
    }
}

#[test]
fn a_slip_of_the_second_round_tells_of_the_first() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    room.at("2026-03-12 09:00");
    let id = room.registered(room.details("王海燕", "空调不制冷", Severity::Minor));
    let (desk, handler) = (room.world.desk(), room.world.handler());
    room.act(desk, id, judged(Validity::Founded));
    let to = room.world.to_department();
    room.act(desk, id, Command::Dispatch { to: to.clone(), note: None });
    room.act(handler, id, Command::Accept { order: FIRST });
    let contact = redress::domain::complaint::terms::ContactMethod::Phone;
    room.act(handler, id, Command::Contact { order: FIRST, method: contact, words: text("已约上门时间") });
    room.act(handler, id, investigated(FIRST));
    room.act(handler, id, proposed(FIRST, 0));
    room.act(handler, id, answered(FIRST, redress::domain::complaint::words::Agreement::Agreed));
    room.act(handler, id, Command::Execute { order: FIRST, words: text("已换新机") });
    let back = room.world.slip();
    room.act(handler, id, Command::HandIn { order: FIRST, slip: Box::new(back) });
    room.at("2026-03-13 10:00");
    room.act(desk, id, Command::Dial { method: contact, urgent: None });
    room.act(desk, id, Command::RecordCallback(Box::new(reached(Satisfaction::Dissatisfied))));
    room.enter(desk);
    let second = room.complaint(id).current_orders().next().map(|it| it.no);
    let order = second.unwrap_or_else(|| {
        room.act(desk, id, Command::Dispatch { to, note: None });
        room.enter(desk);
        room.complaint(id).current_orders().next().unwrap().no
    });
    let slip = slip(&room, id, order);
    assert_eq!(slip.number, "TS-20260312-001-R2");
    let before = slip.before.clone().unwrap();
    assert_eq!((before.number.as_str(), before.measures.as_str()), ("TS-20260312-001", "换新机并道歉"));
    assert_eq!(before.reasons, ["新机有瑕疵"]);
    let words = dispatch_words(&slip, &Texts::new(Locale::ZhCn));
    assert!(words.contains("-R2") && words.contains("新机有瑕疵"), "{words}");
}
