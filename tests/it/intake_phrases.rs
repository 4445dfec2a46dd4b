//! 常用语 on the form: by a code and Tab, from the list, and taken back.

use std::sync::Arc;

use iced::keyboard::{Modifiers, key::Named};
use iced::widget::text_editor::{self, Edit};
use redress::app::Request;
use redress::domain::complaint::terms::{ContactMethod, Satisfaction, Validity};
use redress::domain::complaint::words::Agreement;
use redress::domain::complaint::{Command, Complaint};
use redress::domain::phrase::Phrase;
use redress::i18n::Locale;
use redress::ui::screen::{self, Place, callback, handling};
use redress::ui::shell::Message;

use crate::app::Hall;
use crate::intake_screen::{LARGE, case, open};
use crate::window::Window;
use crate::world::{FIRST, answered, investigated, judged, proposed, text};

/// Who calls and about what, up to the content.
fn begin(window: &mut Window) {
    let next = Named::Enter;
    window.write("138 0617 2206").press(next).write("王海燕").press(next);
    window.write("1").press(next).write("1").press(Named::F7);
    window.write("空调挂机").press(next).write("HC26021800417").press(next).write("维修").press(next).press(next);
}

fn register(window: &mut Window) -> Complaint {
    // Past the judgement and its reason to the urgency.
    window.press(Named::F8).press(Named::Tab).press(Named::Tab).press(Named::Tab).write("1");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    case(window, 1)
}

fn words_of(code: &str) -> String {
    let found = Phrase::standard("zh-CN").iter().find(|it| it.code == code).unwrap();
    found.words.replace("{service}", "空调挂机").replace("{customer}", "王女士")
}

#[test]
fn a_code_and_tab_put_the_words_in_with_what_the_form_knows() {
    let hall = Hall::practice();
    for locale in Locale::ALL {
        let mut window = open(&hall, locale, LARGE);
        begin(&mut window);
        window.write("昨天起不制冷。/dc").press(Named::Tab);
        window.picture(&format!("intake-phrase-{}", locale.tag()));
        window.write("家里有老人。").press(Named::F8);
        // Past the chips of the remedy to its words.
        window.press(Named::Tab).write("/HX").press(Named::Tab).write("，尽快");
        let case = register(&mut window);
        let content = format!("昨天起不制冷。{}家里有老人。", words_of("dc"));
        assert_eq!(case.details.content.as_str(), content, "{}", locale.tag());
        assert_eq!(case.details.requested_remedy.as_str(), format!("{}，尽快", words_of("hx")));
    }
}

#[test]
fn what_no_phrase_answers_stays_as_it_was_typed() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    begin(&mut window);
    // A remedy's code means nothing in the content; Tab goes on to the chips, and from there to the words.
    window.write("不制冷/hx").press(Named::Tab);
    window.press(Named::Tab).write("80 km/hx").press(Named::Tab);
    let case = register(&mut window);
    assert_eq!(case.details.content.as_str(), "不制冷/hx");
    assert_eq!(case.details.requested_remedy.as_str(), "80 km/hx");
}

#[test]
fn the_list_finds_by_name_pinyin_and_code_and_gives_the_field_back() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    begin(&mut window);
    window.write("客户很着急。").command("t");
    assert!(window.find("/dc 多次未解决").is_some());
    window.picture("intake-phrases-list");
    assert!(window.find("/hx 换新").is_none(), "offered at the remedy");
    // What nobody is called finds nothing; Esc gives the field back as it was.
    window.write("xyz").press(Named::Enter);
    assert!(window.find("/dc 多次未解决").is_none());
    window.press(Named::Escape);
    window.write("请回电。").command("t").write("失约").press(Named::Tab);
    window.write("好。");
    window.press(Named::F8).press(Named::Tab).command("t").write("tuik").press(Named::Enter).write("。");
    let case = register(&mut window);
    assert_eq!(case.details.content.as_str(), format!("客户很着急。请回电。{}好。", words_of("sy")));
    assert_eq!(case.details.requested_remedy.as_str(), format!("{}。", words_of("tk")));
}

#[test]
fn what_was_put_in_is_taken_back_with_one_press() {
    let hall = Hall::practice();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    begin(&mut window);
    window.write("不制冷/dc").press(Named::Tab).command("z");
    window.write("！").press(Named::F8);
    window.press(Named::Tab).write("尽快/hx").press(Named::Tab).command("z").write("好");
    let case = register(&mut window);
    assert_eq!(case.details.content.as_str(), "不制冷/dc！");
    assert_eq!(case.details.requested_remedy.as_str(), "尽快/hx好");
}

#[test]
fn reports_and_callbacks_take_phrases_too() {
    let mut hall = Hall::practice();
    let desk = hall.desk();
    let (at_the_desk, handler) = (hall.world.desk(), hall.world.handler());
    let request = Request::register(at_the_desk, hall.world.details());
    let request = request.then(judged(Validity::Founded));
    let request = request.then(Command::Dispatch { to: hall.world.to_department(), note: None });
    let id = crate::app::done(desk.act(request)).unwrap().complaint().unwrap();
    let act = |by, command| crate::app::done(desk.act(Request::complaint(by, id, command))).unwrap();
    act(handler, Command::Accept { order: FIRST });

    let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), handler, (Locale::ZhCn, LARGE));
    window.send(Message::Went(Place::Handling));
    window.send(Message::Screen(screen::Message::Handling(handling::Message::Picked(id, None))));
    // A quick chip leads to the line.
    window.press(Named::F2).write("/lx").press(Named::Tab).write("下午回复。");
    window.picture("handling-phrase");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    let reported = case(&window, 1).orders[0].reports.last().unwrap().words.to_string();
    assert_eq!(reported, format!("{}下午回复。", words_of("lx")));

    act(handler, Command::Contact { order: FIRST, method: ContactMethod::Phone, words: text("已约上门时间") });
    act(handler, investigated(FIRST));
    act(handler, proposed(FIRST, 0));
    act(handler, answered(FIRST, Agreement::Agreed));
    act(handler, Command::Execute { order: FIRST, words: text("已换新机") });
    act(handler, Command::HandIn { order: FIRST, slip: Box::new(hall.world.slip()) });
    hall.at("2026-03-12 10:42");
    let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), at_the_desk, (Locale::ZhCn, LARGE));
    window.send(Message::Went(Place::Callback));
    let paste = Edit::Paste(Arc::new("/my".to_owned()));
    for message in [
        callback::Message::Chosen(id),
        callback::Message::Dialled(ContactMethod::Phone),
        callback::Message::ResultChosen(Satisfaction::Satisfied),
        callback::Message::ProcessChosen(Satisfaction::Satisfied),
        callback::Message::SolvedChosen(callback::Solved::Yes),
        callback::Message::Suggested(text_editor::Action::Edit(paste)),
    ] {
        window.send(Message::Screen(screen::Message::Callback(message)));
    }
    window.press(Named::Tab);
    window.picture("callback-phrase");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    let recorded = case(&window, 1).callbacks.last().unwrap().record.clone().unwrap().what;
    assert_eq!(recorded.answers.unwrap().suggestions.unwrap().to_string(), words_of("my"));
}

#[test]
fn the_callers_file_is_one_press_away_and_the_form_is_as_it_was() {
    let hall = Hall::practice();
    let desk = hall.desk();
    crate::app::done(desk.act(Request::register(hall.world.desk(), hall.world.details()))).unwrap();
    let mut window = open(&hall, Locale::ZhCn, LARGE);
    window.write("138 0617 2206").press(Named::Enter).write("1").press(Named::F7).write("洗衣机");
    window.picture("intake-file");
    window.click("客户档案");
    assert_eq!(window.shell.place(), Place::Customers);
    window.command("n");
    assert_eq!(window.shell.place(), Place::Intake);
    // The keyboard is where it was, and so is what was typed: going on makes one complaint of both.
    window.write("排水慢").press(Named::Enter).press(Named::Enter).write("维修").press(Named::Enter).press(Named::F8);
    window.write("脱水时停机").press(Named::F8).write("3");
    window.picture("intake-file-back");
    window.press(Named::F8).press(Named::Tab).press(Named::Tab).press(Named::Tab).write("1");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    assert_eq!(case(&window, 2).details.product.as_str(), "洗衣机排水慢");
}
