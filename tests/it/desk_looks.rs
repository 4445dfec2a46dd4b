//! 投诉登记 and 工作台 in every look: no text is cut without saying so, in any language, size, zoom and state.
//!
//! `REDRESS_PICTURES=folder` keeps the pictures to look at.

use std::sync::Arc;

use iced::Size;
use iced::keyboard::{Modifiers, key::Named};
use redress::app::Request;
use redress::domain::customer::Phone;
use redress::domain::office::founding;
use redress::i18n::Locale;
use redress::ui::screen::Place;
use redress::ui::shell::Message;

use crate::app::{Hall, done};
use crate::window::Window;
use crate::world::text;

const LARGE: Size = Size::new(1440.0, 900.0);
const SMALL: Size = Size::new(1100.0, 700.0);
/// 1440×900 at 80 % and at 200 %, in logical pixels.
const ZOOMED_OUT: Size = Size::new(1800.0, 1125.0);
const ZOOMED_IN: Size = Size::new(720.0, 450.0);

/// An office in the language that is shown, with earlier complaints of the caller and others.
fn hall(locale: Locale) -> Hall {
    let mut hall = Hall::of(founding::practice(locale.tag()));
    let desk = hall.desk();
    let me = hall.world.desk();
    let mut details = hall.world.details();
    details.order_number = Some(text("HC26021800417"));
    details.complainant.address = Some(text("苏州市姑苏区平江路 118 号 3 幢 402"));
    details.complainant.preference = Some(text("可加微信"));
    done(desk.act(Request::register(me, details.clone()))).unwrap();
    hall.at("2026-03-12 09:30");
    details.content = text("空调不制冷，师傅又没有来，客户情绪激动");
    done(desk.act(Request::register(me, details.clone()))).unwrap();
    for (index, name) in ["王海涛", "王海燕", "汪晓燕"].into_iter().enumerate() {
        let mut other = details.clone();
        other.complainant.name = text(name);
        other.complainant.phone = Phone::new(&format!("1390617220{index}")).unwrap();
        other.order_number = None;
        done(desk.act(Request::register(me, other))).unwrap();
    }
    hall.at("2026-03-12 10:42");
    hall
}

fn open(hall: &Hall, locale: Locale, size: Size) -> Window {
    let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), hall.world.desk(), (locale, size));
    window.send(Message::Went(Place::Intake));
    window
}

fn begin(window: &mut Window, phone: &str, name: &str) {
    window.write(phone).press(Named::Enter).write(name).press(Named::F8).write("1").press(Named::F8);
    window.write("KF-35").press(Named::F8).press(Named::ArrowDown).press(Named::Enter).press(Named::F8);
    window.write("空调不制冷，师傅三次上门没有修好，客户情绪激动").press(Named::F8).write("2").press(Named::F8);
}

type Scene = (&'static str, fn(&mut Window));

const SCENES: [Scene; 13] = [
    ("empty", |_| {}),
    ("known", |it| {
        it.write("13806172206").press(Named::Enter).write("1").press(Named::F7);
        it.write("KF-35 空调挂机").press(Named::Enter).write("HC26021800417").press(Named::Enter);
    }),
    ("several", |it| {
        it.write("why");
    }),
    ("full", |it| {
        begin(it, "13900001111", "陈思远");
        it.write("1").press(Named::Enter).write("保修期内，三次维修无效").press(Named::F8).write("2").press(Named::F8);
        it.press(Named::ArrowRight).press(Named::Tab).press(Named::Space);
    }),
    ("major", |it| {
        begin(it, "13900001111", "陈思远");
        it.write("1").press(Named::Enter).write("属实").press(Named::F8).write("3").press(Named::Tab);
        it.press_with(Named::F7, Modifiers::SHIFT).press(Named::F7);
        for _ in 0..2 {
            it.press(Named::Space).press(Named::Tab);
        }
    }),
    ("reply", |it| {
        begin(it, "13900001111", "陈思远");
        it.write("3").press(Named::Enter).write("超出保修期").press(Named::F8).write("1").press(Named::F8);
    }),
    ("solve", |it| {
        begin(it, "13900001111", "陈思远");
        it.command("d");
    }),
    ("inquiry", |it| {
        it.press_with(Named::Tab, Modifiers::SHIFT).write("2").press(Named::Tab);
        begin(it, "13900001111", "陈思远");
    }),
    ("more", |it| {
        begin(it, "13900001111", "陈思远");
        it.press_with(Named::F7, Modifiers::SHIFT).press_with(Named::F7, Modifiers::SHIFT);
    }),
    ("long", |it| {
        let name = "欧阳".repeat(20);
        it.write("13900001111").press(Named::Enter).write(&name).press(Named::F8).write("1").press(Named::F8);
        it.write(&"Vollwaschtrocknerkombination".repeat(2)).press(Named::F8);
    }),
    ("refused", |it| {
        it.press_with(Named::Enter, Modifiers::COMMAND | Modifiers::SHIFT);
    }),
    ("category", |it| {
        it.press(Named::F7).press(Named::Tab).press(Named::Tab).press(Named::ArrowDown);
    }),
    ("phrases", |it| {
        begin(it, "13900001111", "陈思远");
        it.press(Named::F7).press_with(Named::F7, Modifiers::SHIFT);
        it.command("t");
    }),
];

fn look(locale: Locale, (tag, size): (&str, Size), scenes: &[Scene]) -> Vec<String> {
    let hall = hall(locale);
    let mut found = Vec::new();
    for (name, scene) in scenes {
        let mut window = open(&hall, locale, size);
        if std::env::var_os("LOOK_DARK").is_some() {
            window.send(Message::AppearanceChosen(redress::platform::preferences::Appearance::Dark));
        }
        scene(&mut window);
        let name = format!("look-{name}-{}-{tag}", locale.tag());
        window.picture(&name);
        found.extend(window.cuts().into_iter().map(|it| format!("{name}: {it}")));
    }
    found
}

/// Every look where there is little room; `LOOK_LOCALE`, `LOOK_SIZE` and `LOOK_SCENE` choose others to look at.
#[test]
fn nothing_on_the_form_is_cut_without_saying_so() {
    let sizes = [("large", LARGE), ("small", SMALL), ("out", ZOOMED_OUT), ("in", ZOOMED_IN)];
    let tight = |locale: Locale, tag: &str| match locale {
        Locale::En => tag == "small" || tag == "in",
        Locale::ZhCn => tag == "in",
        Locale::ZhTw => tag == "small",
    };
    let asked = |given: &str, name: &str| Some(std::env::var(given).ok()?.split(',').any(|it| it == name));
    let scenes: Vec<Scene> = SCENES.into_iter().filter(|(name, _)| asked("LOOK_SCENE", name).unwrap_or(true)).collect();
    let mut found = Vec::new();
    for locale in Locale::ALL {
        for (tag, size) in sizes {
            let wanted = match (asked("LOOK_LOCALE", locale.tag()), asked("LOOK_SIZE", tag)) {
                (None, None) => tight(locale, tag),
                (it, other) => it.unwrap_or(true) && other.unwrap_or(true),
            };
            if wanted {
                found.extend(look(locale, (tag, size), &scenes));
            }
        }
    }
    assert!(found.is_empty(), "{} texts are cut:\n{}", found.len(), found.join("\n"));
}

/// 1440×900 at 200 %: the form has the whole width, and who calls is one press away and comes by itself when asked for.
#[test]
fn at_twice_the_size_the_pane_takes_turns_with_the_form() {
    for locale in Locale::ALL {
        let hall = hall(locale);
        let texts = redress::i18n::Texts::new(locale);
        let mut window = open(&hall, locale, ZOOMED_IN);
        assert!(window.find(texts.intake_waiting_title()).is_none(), "{}", locale.tag());
        // Nothing there takes the keyboard yet: it is read all the same, and left as it was come to.
        window.press_with(Named::Tab, Modifiers::COMMAND);
        assert!(window.find(texts.intake_waiting_title()).is_some());
        assert!(window.find(texts.intake_phone()).is_none());
        window.press_with(Named::Tab, Modifiers::COMMAND);
        window.write("13806172206").press(Named::Enter).write("1").press(Named::F7);
        window.write("KF-35 空调挂机").press(Named::Enter).write("HC26021800417").press(Named::Enter);
        window.click(&format!("{}·2", texts.intake_caller_title()));
        assert!(window.find(&texts.intake_check(2)).is_some(), "{}", locale.tag());
        window.picture(&format!("look-pane-{}", locale.tag()));
        // One is decided, the other has the keyboard; then the first gap of the form is in sight again.
        window.press(Named::Enter).press(Named::Enter);
        assert!(window.find(texts.intake_category()).is_some(), "{}", locale.tag());
        window.press_with(Named::Tab, Modifiers::COMMAND).click(texts.intake_to_form());
        assert!(window.find(texts.intake_category()).is_some(), "{}", locale.tag());
    }
}
