//! 投诉登记, by keys alone and with the pointer.

use std::sync::Arc;

use iced::Size;
use iced::keyboard::{Modifiers, key::Named};
use redress::app::Request;
use redress::domain::complaint::terms::{ContactMethod, Kind, LinkKind, Salutation, Urgency, Validity};
use redress::domain::complaint::{Complaint, Stage};
use redress::domain::office::Subject;
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::ui::screen::{self, Place, handling};
use redress::ui::shell::Message;

use crate::app::Hall;
use crate::window::Window;
use crate::world::text;

pub const LARGE: Size = Size::new(1440.0, 900.0);
const SMALL: Size = Size::new(1100.0, 700.0);

/// The window on the form, with the desk at work.
pub fn open(hall: &Hall, locale: Locale, size: Size) -> Window {
    let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), hall.world.desk(), (locale, size));
    window.send(Message::Went(Place::Intake));
    window
}

/// The one complaint whose number ends so.
pub fn case(window: &Window, sequence: u32) -> Complaint {
    let books = &window.shell.world.house.as_ref().unwrap().books;
    books.complaints().find(|it| it.id.sequence() == sequence).unwrap().clone()
}

fn count(window: &Window) -> usize {
    window.shell.world.house.as_ref().unwrap().books.ledger().len()
}

/// What the caller says, by keys alone, up to the judgement.
fn matter(window: &mut Window) {
    let next = Named::Enter;
    window.write("138 0617 2206").press(next);
    window.write("王海燕").press(next);
    // 女士, 电话, past 更多 and what confirms the section.
    window.write("1").press(next).write("1").press(Named::F7);
    what_happened(window);
}

fn what_happened(window: &mut Window) {
    let next = Named::Enter;
    window.write("恒川 KF-35 空调挂机").press(next).write("HC26021800417").press(next);
    window.write("维修").press(next);
    window.write("昨天 16:30").press(Named::F8);
    window.write("空调不制冷，师傅三次上门没有修好").press(Named::F8);
    window.write("2").press(Named::Tab).write("换新机").press(Named::F8);
}

/// The judgement, up to the promise.
fn judgement(window: &mut Window) {
    window.write("1").press(Named::Enter).write("保修期内，三次维修无效").press(Named::F8);
}

#[test]
fn a_complaint_is_registered_and_dispatched_by_keys_alone() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    matter(&mut window);
    judgement(&mut window);
    window.picture("intake-judging");
    // The category has brought its severity; the urgency is what is missing.
    window.write("2").press(Named::F8);
    window.picture("intake-promise");
    window.press(Named::ArrowRight).press(Named::Tab).press(Named::Space);
    window.picture("intake-full");
    assert!(window.find("必填项齐了").is_some());
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    window.picture("intake-sent");

    let case = case(&window, 1);
    assert_eq!(case.stage, Stage::InHandling);
    assert_eq!(case.details.complainant.name.as_str(), "王海燕");
    assert_eq!(case.details.complainant.phone.reveal(), "13806172206");
    assert_eq!(case.details.order_number, Some(text("HC26021800417")));
    assert_eq!(case.details.requested_remedy.as_str(), "换新机");
    assert_eq!(case.details.urgency, Urgency::Urgent);
    assert_eq!(hall.world.wall(case.details.occurred.unwrap()), "2026-03-11 16:30");
    assert_eq!(case.judgement.as_ref().unwrap().what.validity, Validity::Founded);
    assert!(case.acknowledgement.as_ref().unwrap().what.promised_by.is_some());
    let responsible = hall.world.office.responsible(case.details.category);
    assert_eq!(Some(case.orders[0].department), responsible.department);
    assert_eq!(case.orders[0].handler, responsible.handler);
    // The form is empty, the keyboard is in 来电号码 again.
    assert!(window.find("必填 0 / 12").is_some());
    window.write("139");
    assert!(window.find("通话中 00:00").is_some());
}

#[test]
fn what_reaches_a_busy_window_in_one_go_lands_where_it_was_meant() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    // Number, name, 女士, 电话; then product, order number, category and into the content.
    window.write_at_once("138 0617 2206\n王海燕\n1\n1");
    window.press(Named::F7);
    window.write_at_once("恒川 KF-35 空调挂机\tHC26021800417\t维修\t昨天 16:30\t空调不制冷");
    window.press(Named::F8).write_at_once("2\t换新机");
    window.press(Named::F8).write_at_once("\t\t\t1");
    window.picture("intake-at-once");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    let details = case(&window, 1).details;
    assert_eq!(details.complainant.phone.reveal(), "13806172206");
    assert_eq!(details.complainant.name.as_str(), "王海燕");
    assert_eq!(details.complainant.salutation, Salutation::Madam);
    assert_eq!(details.product.as_str(), "恒川 KF-35 空调挂机");
    assert_eq!(details.order_number, Some(text("HC26021800417")));
    assert_eq!(hall.world.wall(details.occurred.unwrap()), "2026-03-11 16:30");
    assert_eq!(details.content.as_str(), "空调不制冷");
}

#[test]
fn what_was_typed_for_a_category_is_taken_whichever_key_goes_on() {
    let hall = Hall::practice();
    for (key, modifiers) in [
        (Named::Tab, Modifiers::empty()),
        (Named::Enter, Modifiers::empty()),
        (Named::F8, Modifiers::empty()),
        (Named::Enter, Modifiers::COMMAND),
        (Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT),
    ] {
        let mut window = open(&hall, Locale::ZhCn, LARGE);
        window.press(Named::F7).press(Named::Tab).press(Named::Tab).write("性能").press_with(key, modifiers);
        assert!(window.find("产品质量 › 性能故障").is_some(), "{key:?} {modifiers:?}");
    }
}

#[test]
fn the_primary_verb_leads_to_the_first_gap_and_nothing_is_written() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("13806172206");
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    assert_eq!(count(&window), 0);
    window.write("王海燕");
    assert!(window.find("还缺：投诉方式").is_some());
}

#[test]
fn registering_only_needs_no_judgement() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    matter(&mut window);
    window.press(Named::Tab).press(Named::Tab).press(Named::Tab).write("1");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    assert_eq!(case(&window, 1).stage, Stage::ToJudge);
}

#[test]
fn what_is_typed_stays_while_other_screens_are_shown() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    matter(&mut window);
    window.press(Named::Escape);
    window.command("1").command("n");
    judgement(&mut window);
    assert!(window.find("必填 9 / 12").is_some() || window.find("必填 10 / 12").is_some());
}

#[test]
fn what_is_unfounded_is_answered_with_tact_and_closed() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    matter(&mut window);
    window.write("3").press(Named::Enter).write("超出保修期，客户自行拆机").press(Named::F8).write("1");
    // The script leaves open what was found out: nothing is sent before that is said.
    window.press(Named::F8);
    window.picture("intake-reply");
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    assert_eq!(count(&window), 0);
    window.command("a").write("王女士您好，保修期已过，拆机的痕迹请您谅解。").press(Named::F8).write("1");
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    let case = case(&window, 1);
    assert_eq!(case.stage, Stage::Closed);
    assert!(case.reply.unwrap().what.words.contains("王女士"), "what was said is kept");
}

#[test]
fn solved_at_the_desk_is_recorded_and_closed() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    matter(&mut window);
    window.press(Named::F7).press_with(Named::F7, Modifiers::SHIFT);
    window.press(Named::Tab).press(Named::Tab).press(Named::Tab).write("1");
    window.command("d");
    window.write("电话里重设了遥控器，已制冷").press(Named::Tab).press(Named::Space);
    window.picture("intake-solved");
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    let case = case(&window, 1);
    assert_eq!(case.stage, Stage::Closed);
    assert!(case.solution.is_some());
}

#[test]
fn safety_makes_it_major_and_p1() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.click("安全或人身伤害");
    assert!(window.find("优先级 P1").is_some());
    window.picture("intake-major");
    assert!(window.find("按重大投诉办理：安全或人身伤害").is_some());
}

/// An office in which the same customer has complained before.
fn known() -> Hall {
    let mut hall = Hall::practice();
    let desk = hall.desk();
    let mut details = hall.world.details();
    details.order_number = Some(text("HC26021800417"));
    details.complainant.address = Some(text("苏州市姑苏区平江路 118 号 3 幢 402"));
    let request = Request::register(hall.world.desk(), details);
    crate::app::done(desk.act(request)).unwrap();
    hall.at("2026-03-12 10:42");
    hall
}

#[test]
fn a_known_number_fills_in_the_customer() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("2206").press(Named::Enter);
    window.picture("intake-known");
    assert!(window.find("老客户").is_some());
    window.press(Named::F7);
    window.write("KF-35 空调挂机").press(Named::Enter).write("HC26021800417");
    assert!(window.find("登记前请确认 1 项").is_some());
    window.picture("intake-repeat");
    window.click("关联 0312-001");
    assert!(window.find("登记时关联").is_some());
}

#[test]
fn a_repeat_is_linked_only_when_somebody_says_so() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    // Enter fills in who is known; the channel is what is missing of the caller.
    window.write("138 0617 2206").press(Named::Enter).write("1").press(Named::F7);
    what_happened(&mut window);
    judgement(&mut window);
    window.write("1").press(Named::F8).press(Named::ArrowRight);
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    assert_eq!(count(&window), 1, "first it has to be said whether they belong together");
    // The keyboard stands on 关联.
    window.press(Named::Enter);
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    let case = case(&window, 2);
    assert_eq!(case.links.len(), 1);
    assert_eq!(case.links[0].kind, LinkKind::RepeatOf);
    assert_eq!(case.links[0].other.short(), "0312-001");
}

#[test]
fn a_refusal_keeps_every_input_and_says_what_to_do() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    matter(&mut window);
    judgement(&mut window);
    window.write("1").press(Named::F8).press(Named::ArrowRight);
    // The channel is retired between the typing and the sending.
    let admin = hall.world.person(Role::Admin, None);
    let channel = hall.world.office.channels().next().unwrap().id;
    let retire = redress::domain::office::Command::Retire { what: Subject::Channel(channel) };
    crate::app::done(window.desk.clone().act(Request::office(admin, retire))).unwrap();
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    window.picture("intake-refused");
    assert_eq!(count(&window), 0);
    assert!(window.find("没有登记，已填的内容都在").is_some());
    assert!(window.find("重试").is_some());
}

#[test]
fn who_may_not_register_sees_why() {
    let hall = Hall::practice();
    let handler = hall.world.handler();
    let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), handler, (Locale::ZhCn, LARGE));
    window.send(Message::Went(Place::Intake));
    assert!(window.find("登记由前台办理").is_some());
    window.write("138").press(Named::F8);
    assert!(window.find("还缺：来电号码").is_none());
}

#[test]
fn every_language_and_size_shows_the_whole_form() {
    for locale in Locale::ALL {
        for size in [LARGE, SMALL] {
            let hall = known();
            let mut window = open(&hall, locale, size);
            window.write("13806172206").press(Named::Enter);
            let name = format!("intake-{}-{}", locale.tag(), size.width);
            let picture = window.picture(&name);
            let share = redress::ui::picture::ink(&picture, window.shell.theme().surface);
            assert!((0.05..0.95).contains(&share), "{name}: {share}");
        }
    }
}

#[test]
fn the_cloak_hides_the_customer() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("13806172206").press(Named::Enter);
    assert!(window.find("苏州市姑苏区平江路 118 号 3 幢 402").is_some());
    window.press(Named::F9);
    assert!(window.find("苏州市姑苏区平江路 118 号 3 幢 402").is_none());
    window.picture("intake-cloaked");
}

/// The most keys that a trained person needs for a known customer, the letters of the words included.
const MOST_KEYS: usize = 44;

#[test]
fn a_trained_person_registers_and_dispatches_with_few_keys() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    // Who calls, by the tail; by telephone.
    window.write("2206").press(Named::Enter).write("1").press(Named::F7);
    // The order typed before, from the pane beside.
    window.press_with(Named::Tab, Modifiers::COMMAND).press(Named::Enter);
    window.write("维修").press(Named::Enter).press(Named::F8);
    window.write("空调又不制冷，师傅没有来").press(Named::F8).write("2").press(Named::F8);
    window.write("1").press(Named::Enter).write("保修期内").press(Named::F8).write("2").press(Named::F8);
    // The suggested time; the earlier complaint is the one that this repeats.
    window.press(Named::ArrowRight).press(Named::F8);
    window.picture("intake-trained");
    window.press(Named::Enter);
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    let case = case(&window, 2);
    assert_eq!(case.stage, Stage::InHandling);
    assert_eq!(case.details.order_number, Some(text("HC26021800417")));
    assert_eq!(case.links[0].other.short(), "0312-001");
    println!("registered and dispatched with {} keys", window.strokes);
    assert!(window.strokes <= MOST_KEYS, "{} keys", window.strokes);
}

#[test]
fn in_every_language_the_same_keys_register_and_dispatch() {
    for locale in Locale::ALL {
        let hall = Hall::practice();
        let mut window = open(&hall, locale, SMALL);
        window.write("13806172206").press(Named::Enter).write("王海燕").press(Named::F8).write("1").press(Named::F8);
        window.write("KF-35").press(Named::F8).write("维修").press(Named::Enter);
        window.write("2026-03-11 16:30").press(Named::F8);
        window.write("不制冷").press(Named::F8).write("2").press(Named::F8);
        window.write("1").press(Named::Enter).write("保修期内").press(Named::F8).write("2").press(Named::F8);
        window.press(Named::ArrowRight).press(Named::Tab).press(Named::Space).press(Named::Tab).write("2");
        window.picture(&format!("intake-told-{}", locale.tag()));
        window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
        let case = case(&window, 1);
        assert_eq!(case.stage, Stage::InHandling, "{locale:?}");
        let told = case.acknowledgement.unwrap().what;
        assert_eq!(told.method, ContactMethod::Message, "by which means the customer was told is kept");
        assert!(told.promised_by.is_some());
    }
}

#[test]
fn a_name_or_its_initials_find_the_customer() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("why");
    assert!(window.find("按姓名找到 1 位").is_some());
    window.picture("intake-by-name");
    window.press(Named::Enter);
    assert!(window.find("老客户").is_some());
    // Without a number the name itself looks; only an arrow makes Enter take somebody.
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.press(Named::Tab).write("王海燕").press(Named::Enter);
    assert!(window.find("老客户").is_none(), "it may be another one of that name");
    window.press_with(Named::Tab, Modifiers::SHIFT).press(Named::ArrowDown).press(Named::Enter);
    assert!(window.find("老客户").is_some());
}

#[test]
fn the_last_complaint_is_copied_into_what_is_open_and_taken_back() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("13900001111").press(Named::Enter).write("陈思远").press(Named::F3);
    window.picture("intake-copied");
    assert!(window.find("已照抄 0312-001 的内容").is_some());
    let draft = |window: &Window| window.shell.screens.intake.summary_of_draft().unwrap();
    let content = hall.world.details().content.to_string();
    assert_eq!(draft(&window), format!("陈思远·{content}"), "the customer is not copied");
    window.command("z");
    assert_eq!(draft(&window), "陈思远·");
}

#[test]
fn an_earlier_complaint_is_laid_open_beside_the_form() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("13806172206").press(Named::Enter).write("1").press(Named::F7);
    window.press_with(Named::Tab, Modifiers::COMMAND).press(Named::Enter);
    window.click("对比");
    window.picture("intake-compared");
    assert!(window.find("打开 0312-001").is_some());
    window.click("对比");
    assert!(window.find("打开 0312-001").is_none());
}

#[test]
fn an_inquiry_is_answered_without_a_judgement() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.press_with(Named::Tab, Modifiers::SHIFT).write("2").press(Named::Tab);
    window.write("13806172206").press(Named::Enter).write("王海燕").press(Named::F8).write("1").press(Named::F8);
    window.write("KF-35").press(Named::F8).write("维修").press(Named::Enter).press(Named::F8);
    window.write("保修几年").press(Named::F8);
    assert!(window.find("判断与分级").is_none());
    window.write("整机三年").press(Named::F8).write("1");
    window.picture("intake-inquiry");
    window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    let case = case(&window, 1);
    assert_eq!((case.details.kind, case.stage), (Kind::Inquiry, Stage::Closed));
}

#[test]
fn an_inquiry_that_did_not_satisfy_becomes_a_complaint_on_its_sheet() {
    let hall = Hall::practice();
    let mut details = hall.world.details();
    details.kind = Kind::Inquiry;
    crate::app::done(hall.desk().act(Request::register(hall.world.desk(), details))).unwrap();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    let id = case(&window, 1).id;
    window.send(Message::Went(Place::Handling));
    window.send(Message::Screen(screen::Message::Handling(handling::Message::Picked(id, None))));
    window.click("转为投诉…");
    window.write("客户不满意答复");
    window.picture("handling-convert");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    assert_eq!(case(&window, 1).stage, Stage::ToJudge);
}

#[test]
fn a_further_call_is_merged_into_the_open_complaint_and_taken_apart_again() {
    for locale in Locale::ALL {
        let hall = known();
        let texts = redress::i18n::Texts::new(locale);
        let mut window = open(&hall, locale, LARGE);
        window.write("138 0617 2206").press(Named::Enter).write("1").press(Named::F7);
        window
            .write("恒川 KF-35 空调挂机")
            .press(Named::Enter)
            .write("HC26021800417")
            .press(Named::F8)
            .press(Named::F8);
        window.click(&texts.intake_same("0312-001"));
        window.picture(&format!("intake-merge-{}", locale.tag()));
        // What the call itself brings is all that is asked: the content.
        assert!(window.find(texts.intake_send_merge()).is_some());
        assert!(window.find(texts.intake_section_judgement()).is_none(), "its matter is judged already");
        window.press(Named::F8).write("又来电催问，师傅还没有联系");
        window.picture(&format!("intake-merge-whole-{}", locale.tag()));
        window.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
        let call = case(&window, 2);
        assert_eq!(call.stage, Stage::Merged, "{}", locale.tag());
        assert_eq!(call.merged.map(|it| it.into), Some(case(&window, 1).id));
        assert_eq!(call.details.category, case(&window, 1).details.category);

        // Both sheets tell it; the earlier one with what was said.
        window.send(Message::Went(Place::Handling));
        let look = |window: &mut Window, id| {
            window.send(Message::Screen(screen::Message::Handling(handling::Message::Picked(id, None))));
        };
        let first = case(&window, 1).id;
        look(&mut window, first);
        window.picture(&format!("handling-calls-{}", locale.tag()));
        assert!(window.find(&texts.handling_further_call("0312-002")).is_some());
        assert!(window.find(&texts.flag_calls(2)).is_some());
        assert!(window.find(texts.timeline_further_call()).is_some());
        look(&mut window, call.id);
        window.picture(&format!("handling-merged-{}", locale.tag()));
        assert!(window.find(&texts.handling_merged_into("0312-001")).is_some());
        window.send(Message::Screen(screen::Message::Handling(handling::Message::UnmergeAsked(call.id))));
        assert_eq!(case(&window, 2).stage, Stage::ToJudge);
        window.command("z");
        assert_eq!(case(&window, 2).stage, Stage::Merged);
    }
}

/// The sheet offers the earlier open complaints of the same customer, and nobody else's; one press takes it back.
#[test]
fn a_complaint_that_stands_already_is_merged_from_its_sheet_by_keys() {
    for locale in Locale::ALL {
        let hall = known();
        let texts = redress::i18n::Texts::new(locale);
        let (desk, me) = (hall.desk(), hall.world.desk());
        let register = |request: Request| crate::app::done(desk.act(request)).unwrap().complaint().unwrap();
        let second = register(Request::register(me, hall.world.details()));
        let mut other = hall.world.details();
        other.complainant.phone = redress::domain::customer::Phone::new("13900001111").unwrap();
        other.complainant.name = text("赵敏");
        let stranger = register(Request::register(me, other));
        let last = register(Request::register(me, hall.world.details()));
        let mut window = open(&hall, locale, LARGE);
        window.send(Message::Went(Place::Handling));
        let look = |window: &mut Window, id| {
            window.send(Message::Screen(screen::Message::Handling(handling::Message::Picked(id, None))));
        };
        let verb = format!("{}…", texts.verb_merge());
        let first = case(&window, 1).id;
        for id in [first, stranger] {
            look(&mut window, id);
            assert!(window.find(&verb).is_none(), "{} {id:?}: nothing to merge it into", locale.tag());
        }
        look(&mut window, last);
        window.click(&verb);
        // Which one is not guessed among several.
        window.press_with(Named::Enter, Modifiers::COMMAND);
        assert!(window.find(texts.handling_choose()).is_some());
        assert_eq!(case(&window, 4).stage, Stage::ToJudge);
        window.picture(&format!("handling-merge-{}", locale.tag()));
        // The newest stands first.
        window.write("2").press_with(Named::Enter, Modifiers::COMMAND);
        assert_eq!(case(&window, 4).merged.map(|it| it.into), Some(first), "{}", locale.tag());
        window.picture(&format!("handling-merge-done-{}", locale.tag()));
        assert!(window.find(&texts.intake_said_merged("0312-001", "0312-004")).is_some());
        assert!(window.find(&texts.handling_merged_into("0312-001")).is_some());
        window.command("z");
        assert_eq!(case(&window, 4).stage, Stage::ToJudge);

        // What is closed takes no call: one is left, and chosen already.
        let solve = redress::domain::complaint::Command::Solve {
            solution: text("指导复位"),
            satisfaction: redress::domain::complaint::terms::Satisfaction::Satisfied,
        };
        crate::app::done(desk.act(Request::complaint(me, first, solve))).unwrap();
        window.send(Message::Went(Place::Handling));
        look(&mut window, last);
        window.click(&verb).press_with(Named::Enter, Modifiers::COMMAND);
        assert_eq!(case(&window, 4).merged.map(|it| it.into), Some(second), "{}", locale.tag());
    }
}

#[test]
fn a_merge_is_undone_from_its_toast() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("138 0617 2206").press(Named::Enter).write("1").press(Named::F7);
    window.write("恒川 KF-35 空调挂机").press(Named::Enter).write("HC26021800417").press(Named::F8).press(Named::F8);
    window.click("并入 0312-001").press(Named::F8).write("催问进度");
    // 仅登记 has no meaning here: the call has one way.
    window.press_with(Named::Enter, Modifiers::COMMAND);
    assert_eq!(case(&window, 2).stage, Stage::Merged);
    window.command("z");
    assert_eq!(case(&window, 2).stage, Stage::ToJudge, "registered as a complaint of its own");
}

#[test]
fn a_closed_complaint_takes_no_further_call() {
    let hall = known();
    let desk = hall.desk();
    let id = redress::domain::id::ComplaintId::new("2026-03-12".parse().unwrap(), 1);
    let solve = redress::domain::complaint::Command::Solve {
        solution: text("指导复位"),
        satisfaction: redress::domain::complaint::terms::Satisfaction::Satisfied,
    };
    crate::app::done(desk.act(Request::complaint(hall.world.desk(), id, solve))).unwrap();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("138 0617 2206").press(Named::Enter).write("1").press(Named::F7);
    window.write("恒川 KF-35 空调挂机").press(Named::Enter).write("HC26021800417").press(Named::F8);
    assert!(window.find("关联 0312-001").is_some());
    assert!(window.find("并入 0312-001").is_none());
    let second = Request::register(hall.world.desk(), hall.world.details());
    let merge = redress::domain::complaint::Command::Merge { into: id };
    let refused = crate::app::done(desk.act(second.then(merge))).unwrap_err();
    let texts = redress::i18n::Texts::new(Locale::ZhCn);
    let office = window.shell.world.house.as_ref().unwrap().books.office().clone();
    assert_eq!(texts.refused(&refused, &office), "0312-001 现在是“已结案”，不能再并入来电。");
}

#[test]
fn a_link_is_taken_back_with_one_press() {
    let hall = known();
    let first = hall.desk();
    let other = redress::domain::id::ComplaintId::new("2026-03-12".parse().unwrap(), 1);
    let link = redress::domain::complaint::words::Link { kind: LinkKind::RelatedTo, other, words: None };
    let second = Request::register(hall.world.desk(), hall.world.details());
    let second = second.then(redress::domain::complaint::Command::Link(link));
    let id = crate::app::done(first.act(second)).unwrap().complaint().unwrap();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.send(Message::Went(Place::Handling));
    let picked = handling::Message::Picked(id, None);
    window.send(Message::Screen(screen::Message::Handling(picked)));
    assert!(window.find("关联 0312-001").is_some());
    // Behind the eye and the customer's file.
    window.press(Named::Tab).press(Named::Tab).press(Named::Tab);
    window.picture("handling-link-keys");
    window.press(Named::Delete);
    assert!(case(&window, 2).links.is_empty());
    window.command("z");
    assert_eq!(case(&window, 2).links.len(), 1);
    // By keys to the other one, which tells it, too.
    let picked = handling::Message::Picked(id, None);
    window.send(Message::Screen(screen::Message::Handling(picked)));
    window.press(Named::Tab).press(Named::Tab).press(Named::Tab).press(Named::Enter);
    assert!(window.find("0312-002 记为关联").is_some());
}

#[test]
fn a_complete_form_folds_no_more_than_it_must() {
    // 昨天 is no day in English.
    for locale in [Locale::ZhCn, Locale::ZhTw] {
        let hall = Hall::practice();
        let mut window = open(&hall, locale, SMALL);
        matter(&mut window);
        judgement(&mut window);
        window.write("1").press(Named::F8).press(Named::ArrowRight);
        window.picture(&format!("intake-complete-{}", locale.tag()));
        // The judgement was written last: its promise stands open, with what else there is room for.
        let texts = redress::i18n::Texts::new(locale);
        assert!(window.find(texts.intake_promise()).is_some(), "{}", locale.tag());
        assert!(window.find(texts.intake_edit()).is_some(), "{}: something folds", locale.tag());
    }
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    matter(&mut window);
    judgement(&mut window);
    window.write("1").press(Named::F8).press(Named::ArrowRight);
    window.picture("intake-complete-large");
    assert!(window.find("修改").is_none(), "all of it fits in 900 pixels");
}

#[test]
fn suggestions_and_digits_move_nothing_below_them() {
    for size in [LARGE, SMALL] {
        let hall = Hall::practice();
        let mut window = open(&hall, Locale::ZhCn, size);
        window.press(Named::F7);
        // The form may scroll; what counts is how far the next section is from the row above the suggestions.
        let place = |window: &mut Window| Some(window.find("判断与分级")?.y - window.find("投诉类别")?.y);
        let before = place(&mut window);
        for _ in 0..4 {
            window.press(Named::Tab);
        }
        window.write("空调不制冷");
        assert!(window.find("产品质量 › 性能故障").is_some() || window.find("产品质量›性能故障").is_some());
        assert_eq!(place(&mut window), before, "suggestions");
        window.press(Named::F7).press_with(Named::F7, Modifiers::SHIFT);
        window.picture("intake-digits");
        assert_eq!(place(&mut window), before);
    }
}

#[test]
fn the_which_complaint_it_is_counts_every_one_before_it() {
    let mut hall = known();
    let mut details = hall.world.details();
    details.content = text("空调又不制冷了");
    crate::app::done(hall.desk().act(Request::register(hall.world.desk(), details))).unwrap();
    hall.at("2026-03-12 11:10");
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("13806172206").press(Named::Enter).write("1").press(Named::F7);
    window.write("KF-35 空调挂机").press(Named::Enter);
    assert!(window.find("第 3 次投诉").is_some());
    assert!(window.find("第 2 次投诉").is_none(), "both of them are of the same matter");
}

#[test]
fn a_call_begins_with_its_own_number() {
    let mut hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("1").press(Named::Backspace);
    assert!(window.find("等待来电").is_some());
    hall.at("2026-03-12 10:50");
    window.write("138");
    assert!(window.find("通话中 00:00").is_some());
}

#[test]
fn somebody_else_is_looked_for_and_what_was_typed_by_hand_stays() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("13900001111").press(Named::Enter).write("陈思远").click("换一位");
    // The number is selected: the next key takes its place.
    window.write("2206");
    assert!(window.find("按尾号找到 1 位").is_some());
    assert_eq!(window.shell.screens.intake.summary_of_draft(), Some("陈思远·".to_owned()));
    // Reached by keys, and whoever was filled in is taken back.
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("13806172206").press(Named::Enter).press_with(Named::Tab, Modifiers::COMMAND);
    for _ in 0..6 {
        window.press_with(Named::Tab, Modifiers::SHIFT);
    }
    window.picture("intake-another");
    window.press(Named::Enter);
    assert!(window.find("填入").is_some(), "whoever was filled in is offered again");
}

#[test]
fn a_promise_that_is_no_time_is_answered_with_times_to_come() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.press(Named::F7).press(Named::F7);
    for _ in 0..4 {
        window.press(Named::Tab);
    }
    window.write("3").press(Named::Tab);
    assert!(window.find("看不懂这个时间，可填 明天 15:30、3-16 9:30 或 +2").is_some());
}

#[test]
fn going_to_the_foot_leaves_the_pane_beside_where_it_is() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, SMALL);
    window.write("13806172206").press(Named::Enter).write("1").press(Named::F7);
    window.write("KF-35 空调挂机").press(Named::Enter).write("HC26021800417").press(Named::Enter);
    assert!(window.find("登记前请确认 1 项").is_some());
    // From 来电号码 backwards round to the last stop of all.
    window.press_with(Named::F7, Modifiers::SHIFT);
    for _ in 0..3 {
        window.press_with(Named::Tab, Modifiers::SHIFT);
    }
    window.picture("intake-foot");
    assert!(window.find("登记前请确认 1 项").is_some(), "what has to be decided stays in sight");
}

#[test]
fn a_number_from_elsewhere_is_a_call_of_its_own() {
    let hall = known();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("13900001111").press(Named::Enter).write("陈思远");
    let called = |number: &str| {
        let phone = redress::domain::customer::Phone::new(number).unwrap();
        Message::Screen(screen::Message::Intake(screen::intake::Message::called(&phone)))
    };
    window.send(called("2206"));
    assert!(window.find("按尾号找到 1 位").is_some(), "a few digits are enough to look");
    assert!(window.shell.toasts().any(|it| it == "已存草稿：陈**"), "what was begun for somebody else waits");
    window.press(Named::Enter);
    assert_eq!(window.shell.screens.intake.summary_of_draft(), Some("王海燕·".to_owned()));
    // Once more the same number is the same call.
    window.send(called("13806172206"));
    assert_eq!(window.shell.screens.intake.summary_of_draft(), Some("王海燕·".to_owned()));
}
