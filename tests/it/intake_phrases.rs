//! 常用语 on the form: by a code and Tab, from the list, and taken back.

use std::sync::Arc;

use iced::Size;
use iced::keyboard::{Modifiers, key::Named};
use redress::domain::complaint::Complaint;
use redress::domain::phrase::Phrase;
use redress::i18n::Locale;
use redress::ui::screen::Place;
use redress::ui::shell::Message;

use crate::app::Hall;
use crate::window::Window;

const LARGE: Size = Size::new(1440.0, 900.0);

fn open(hall: &Hall, locale: Locale) -> Window {
    let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), hall.world.desk(), (locale, LARGE));
    window.send(Message::Went(Place::Intake));
    window
}

fn case(window: &Window, sequence: u32) -> Complaint {
    let books = &window.shell.world.house.as_ref().unwrap().books;
    books.complaints().find(|it| it.id.sequence() == sequence).unwrap().clone()
}

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
        let mut window = open(&hall, locale);
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
    let mut window = open(&hall, Locale::ZhCn);
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
    let mut window = open(&hall, Locale::ZhCn);
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
    let mut window = open(&hall, Locale::ZhCn);
    begin(&mut window);
    window.write("不制冷/dc").press(Named::Tab).command("z");
    window.write("！").press(Named::F8);
    window.press(Named::Tab).write("尽快/hx").press(Named::Tab).command("z").write("好");
    let case = register(&mut window);
    assert_eq!(case.details.content.as_str(), "不制冷/dc！");
    assert_eq!(case.details.requested_remedy.as_str(), "尽快/hx好");
}
