//! 客户, the palette, what stands beside the screen and what lies over it, in every look: no text is cut without saying
//! so, in any language, size, zoom and state.
//!
//! `REDRESS_PICTURES=folder` keeps the pictures to look at; `LOOK_LOCALE`, `LOOK_SIZE`, `LOOK_SCENE` choose others.

use iced::Size;
use redress::books::customers::Who;
use redress::domain::id::CustomerId;
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::ui::screen::customers::{self, Slot, Tab, Which};
use redress::ui::screen::{self, Place};
use redress::ui::shell::{Layer, Message, Target};

use crate::board_screen::{LARGE, Room, SMALL};
use crate::customers_screen::{opened, say};
use crate::world::text;

/// 1440×900 at 80 %, at 150 % and at 200 %, in logical pixels.
const SIZES: [(&str, Size); 5] = [
    ("large", LARGE),
    ("small", SMALL),
    ("out", Size::new(1800.0, 1125.0)),
    ("half", Size::new(960.0, 600.0)),
    ("in", Size::new(720.0, 450.0)),
];

/// What is shown, and who looks.
type Scene = (&'static str, Role, fn(&mut Room));

const FIRST: Who = Who::File(CustomerId(1));

fn card(room: &mut Room, tab: Tab) {
    say(room, customers::Message::Picked(FIRST));
    say(room, customers::Message::TabChosen(tab));
}

fn typed(room: &mut Room, query: &str) {
    room.send(Message::SearchAsked);
    room.send(Message::PaletteTyped(query.to_owned()));
}

/// The first complaint that stands in the books.
fn case(room: &Room) -> redress::domain::id::ComplaintId {
    room.books().open().next().unwrap().id
}

const CUSTOMERS: [Scene; 16] = [
    ("complaints", Role::FrontDeskSupervisor, |it| card(it, Tab::Complaints)),
    ("calls", Role::FrontDesk, |it| card(it, Tab::Calls)),
    ("orders", Role::FrontDesk, |it| card(it, Tab::Orders)),
    ("notes", Role::FrontDesk, |it| card(it, Tab::Notes)),
    ("history", Role::FrontDesk, |it| card(it, Tab::History)),
    ("caller", Role::FrontDesk, |it| {
        let id = it.books().open().last().unwrap().id;
        say(it, customers::Message::Picked(Who::Caller(id)));
    }),
    ("edit", Role::FrontDesk, |it| {
        card(it, Tab::Notes);
        say(it, customers::Message::Edited);
        say(it, customers::Message::Typed(Slot::Rests, "12:00".to_owned()));
    }),
    ("nothing", Role::FrontDesk, |it| say(it, customers::Message::Searched("退宽退宽退宽退宽退宽".to_owned()))),
    ("none", Role::FrontDesk, |it| say(it, customers::Message::Filtered(Which::Mine))),
    ("day", Role::FrontDesk, |it| {
        say(it, customers::Message::Filtered(Which::New));
        say(it, customers::Message::DayTurned(customers::Turn::Back));
    }),
    ("merge", Role::FrontDesk, |it| {
        let second = it.books().customers().doubles()[0];
        say(it, customers::Message::MergeAsked(second.first, Some(second.second)));
    }),
    ("merge-search", Role::FrontDesk, |it| {
        say(it, customers::Message::MergeAsked(FIRST, None));
        say(it, customers::Message::MergeSearched("139".to_owned()));
    }),
    ("allot", Role::FrontDeskSupervisor, |it| {
        say(it, customers::Message::Filtered(Which::Unallotted));
        say(it, customers::Message::AllotAsked);
    }),
    ("reveal", Role::EscalationManager, |it| {
        card(it, Tab::Notes);
        say(it, customers::Message::RevealAsked);
    }),
    ("ask", Role::Manager, |it| {
        card(it, Tab::Complaints);
        say(it, customers::Message::LeaveAsked);
    }),
    ("locked", Role::DepartmentHandler, |it| say(it, customers::Message::Picked(FIRST))),
];

const OVERLAYS: [Scene; 11] = [
    ("palette", Role::FrontDeskSupervisor, |it| typed(it, "")),
    ("palette-tail", Role::FrontDeskSupervisor, |it| typed(it, "2206")),
    ("palette-words", Role::FrontDesk, |it| typed(it, "空调")),
    ("palette-stranger", Role::FrontDesk, |it| typed(it, "13912345678")),
    ("palette-deeds", Role::FrontDesk, |it| typed(it, ">")),
    ("palette-people", Role::FrontDesk, |it| typed(it, "@")),
    ("palette-nothing", Role::FrontDesk, |it| typed(it, "退宽退宽退宽退宽退宽")),
    ("beside", Role::FrontDesk, |it| {
        let id = case(it);
        it.send(Message::PaletteBeside(Target::Complaint(id)));
    }),
    ("bell", Role::FrontDeskSupervisor, |it| {
        it.send(Message::LayerToggled(Layer::Bell));
    }),
    ("menu", Role::FrontDesk, |it| {
        it.send(Message::LayerToggled(Layer::Menu));
    }),
    ("keys", Role::FrontDesk, |it| {
        it.send(Message::LayerToggled(Layer::Keys));
    }),
];

/// Somebody of a role looks at a scene.
fn set(locale: Locale, (_, role, scene): &Scene) -> Room {
    let (mut room, _) = opened(locale, *role);
    if std::env::var_os("LOOK_DARK").is_some() {
        room.speak(locale, Appearance::Dark);
    }
    scene(&mut room);
    room
}

/// The window has another size: what stands beside the screen comes and goes.
fn resized(room: &mut Room, size: Size) {
    room.send(Message::Resized(iced::window::Id::unique(), size));
}

fn asked(given: &str, name: &str) -> Option<bool> {
    Some(std::env::var(given).ok()?.split(',').any(|it| it == name))
}

/// Where there is least room for a language.
fn is_tight(locale: Locale, tag: &str) -> bool {
    match locale {
        Locale::En => tag != "large" && tag != "out",
        Locale::ZhCn => tag == "in",
        Locale::ZhTw => tag == "small",
    }
}

#[track_caller]
fn nothing_is_cut(scenes: &[Scene]) {
    let mut found = Vec::new();
    for locale in Locale::ALL.into_iter().filter(|it| asked("LOOK_LOCALE", it.tag()) != Some(false)) {
        for it in scenes.iter().filter(|it| asked("LOOK_SCENE", it.0) != Some(false)) {
            let mut room = set(locale, it);
            for (tag, size) in SIZES {
                if !asked("LOOK_SIZE", tag).unwrap_or_else(|| is_tight(locale, tag)) {
                    continue;
                }
                resized(&mut room, size);
                let name = format!("over-{}-{}-{tag}", it.0, locale.tag());
                if std::env::var_os("REDRESS_PICTURES").is_some() {
                    room.photograph(&name, size);
                }
                found.extend(room.cuts(size).into_iter().map(|it| format!("{name}: {it}")));
            }
        }
    }
    assert!(found.is_empty(), "{} texts are cut:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nothing_about_customers_is_cut_without_saying_so() {
    nothing_is_cut(&CUSTOMERS);
}

#[test]
fn nothing_over_or_beside_a_screen_is_cut_without_saying_so() {
    nothing_is_cut(&OVERLAYS);
}

/// What must be pressed is in the window, however large everything is.
#[test]
fn what_lies_over_the_screen_keeps_its_buttons_in_sight() {
    let at = |name: &str| CUSTOMERS.into_iter().find(|it| it.0 == name).unwrap();
    for locale in Locale::ALL {
        let texts = redress::i18n::Texts::new(locale);
        for (name, does) in [("merge", texts.cust_merge_do().to_owned()), ("allot", texts.cust_allot_do(3))] {
            let mut room = set(locale, &at(name));
            for (tag, size) in SIZES {
                resized(&mut room, size);
                assert!(room.is_within(&does, size), "{name} {tag} {}", locale.tag());
            }
        }
    }
}

/// Two numbers: one that calls for the first time, one that has called.
#[test]
fn a_call_is_taken_up_from_the_palette() {
    let (mut room, ids) = opened(Locale::ZhCn, Role::FrontDesk);
    let deeds = |room: &mut Room, query: &str| -> Vec<Target> {
        typed(room, query);
        let mut palette = redress::ui::shell::Palette::default();
        palette.typed(query.to_owned());
        let all = palette.targets(&room.shell.world.env().unwrap());
        all.into_iter().filter(|it| matches!(it, Target::Deed(_))).collect()
    };
    // Nobody has the number: it is taken to the form, and looked up there.
    assert_eq!(deeds(&mut room, "13912345678").len(), 1);
    room.sees("来电号码填入 139****5678").misses("记录一次来电");
    // The end of one that called: the form, the board, a call in the matter.
    let offered = deeds(&mut room, "1111");
    room.sees("来电号码填入 …1111").sees("电话后四位 1111");
    room.sees(&format!("{}·客户询问进度，不新建投诉", ids[2].short()));
    assert_eq!(offered.len(), 3, "{offered:?}");
    assert!(!format!("{offered:?}").contains("139000"), "no number in a log");
    // Too few digits look nobody up.
    assert!(
        deeds(&mut room, "111").iter().all(|it| !matches!(it, Target::Deed(redress::ui::shell::Deed::Register(_))))
    );
    room.send(Message::PaletteChosen(offered[0].clone()));
    assert_eq!(room.place(), Place::Intake);
    assert!(room.reads("李强") || room.reads("李先生") || room.reads("李女士"), "who may be calling is listed");
    // The call is noted on the complaint: with whom is filled in, what was said is left to be written.
    room.send(Message::PaletteChosen(offered[2].clone()));
    assert_eq!(room.place(), Place::Board);
    let form = room.shell.world.texts.name(redress::domain::complaint::Verb::Communicate).to_owned();
    room.sees(&form);
    let caller = room.shell.world.texts.customer(&room.complaint(ids[2]).details.complainant);
    assert!(room.reads(&caller));
}

/// Ctrl+Enter keeps the screen, and reads the case beside it; what happens to the case is told there, too.
#[test]
fn a_case_stands_beside_the_screen_until_it_is_closed() {
    use iced::keyboard::{Key, Modifiers, key::Named};
    let (mut room, ids) = opened(Locale::ZhCn, Role::FrontDesk);
    room.go(Place::Board);
    let id = ids[2];
    typed(&mut room, &id.short());
    room.sees("并排打开").photograph("beside-asked", LARGE);
    room.key(Key::Named(Named::Enter), Modifiers::COMMAND);
    room.follow();
    assert_eq!((room.place(), room.shell.beside()), (Place::Board, Some(id)));
    room.sees("到部门处理").photograph("beside", LARGE);
    assert_eq!(room.times_read("经过"), 1);
    let note = redress::domain::complaint::Command::Note { words: text("客户在赶时间") };
    room.act(room.world.desk(), id, note);
    room.follow();
    room.sees("客户在赶时间");
    // F9 hides it there as everywhere; somebody else finds it closed.
    room.named(Named::F9).misses("客户在赶时间").named(Named::F9);
    room.key(Key::Character("w".into()), Modifiers::COMMAND);
    assert_eq!(room.shell.beside(), None);
    room.misses("到部门处理");
    room.send(Message::AsideAsked(id));
    let other = room.world.supervisor();
    room.send(Message::PersonChosen(other));
    assert_eq!(room.shell.beside(), None);
    // Where there is no room for both it opens as ever.
    resized(&mut room, Size::new(720.0, 450.0));
    room.send(Message::PaletteBeside(Target::Complaint(id)));
    assert_eq!((room.place(), room.shell.beside()), (Place::Handling, None));
}

#[test]
fn number_and_stage_only_stand_beside_for_whom_a_case_does_not_concern() {
    let (mut room, ids) = opened(Locale::ZhCn, Role::DepartmentHandler);
    room.send(Message::AsideAsked(ids[0]));
    room.follow();
    room.misses("空调不制冷，要求换新机").sees("到部门处理");
}

/// The sheet of a case leads to the customer's file by the keyboard, too.
#[test]
fn tab_reaches_the_eye_and_the_file_of_the_customer() {
    let (mut room, ids) = opened(Locale::ZhCn, Role::FrontDesk);
    room.go(Place::Handling);
    room.tell_screen(Message::Screen(screen::Message::Handling(screen::handling::Message::Picked(ids[0], None))));
    let found = (1..20).find(|tabs| {
        for _ in 0..*tabs {
            room.named(iced::keyboard::key::Named::Tab);
        }
        room.named(iced::keyboard::key::Named::Enter);
        let there = room.place() == Place::Customers;
        // Out of whatever was opened: of the stop, of its form.
        room.named(iced::keyboard::key::Named::Escape).named(iced::keyboard::key::Named::Escape);
        there
    });
    assert!(found.is_some());
}

/// A24: whom a case does not concern finds it by its number, and reads of it no more than where it stands.
#[test]
fn the_palette_tells_nobody_what_is_not_his_or_hers() {
    let (mut room, ids) = opened(Locale::ZhCn, Role::DepartmentHandler);
    for query in ["空调", "王海燕", "wanghaiyan", "2206", "李强"] {
        typed(&mut room, query);
        let mut palette = redress::ui::shell::Palette::default();
        palette.typed(query.to_owned());
        let all = palette.targets(&room.shell.world.env().unwrap());
        let found = all.iter().any(|it| matches!(it, Target::Complaint(_) | Target::Customer(_)));
        assert!(!found, "{query}: {all:?}");
    }
    typed(&mut room, &ids[0].short());
    let stage = room.shell.world.texts.name(room.complaint(ids[0]).stage).to_owned();
    room.sees(&stage).misses("空调不制冷，要求换新机").misses("王女士");
    room.photograph("palette-locked", LARGE);
}

/// F9: number, department and clock, on every page and beside it.
#[test]
fn a_cloaked_window_tells_nothing_of_a_customer_on_any_page() {
    let secrets =
        ["王海燕", "王女士", "李强", "李女士", "2206", "不制冷", "远大设备", "haiyan", "可加微信", "说话声音小"];
    let mut leaks = Vec::new();
    for role in [Role::FrontDesk, Role::FrontDeskSupervisor, Role::DepartmentHandler, Role::Manager] {
        let (mut room, ids) = opened(Locale::ZhCn, role);
        room.named(iced::keyboard::key::Named::F9);
        room.send(Message::AsideAsked(ids[0]));
        for place in Place::ALL {
            room.go(place);
            if place == Place::Handling {
                let picked = screen::handling::Message::Picked(ids[0], None);
                room.tell_screen(Message::Screen(screen::Message::Handling(picked)));
            }
            if place == Place::Customers {
                card(&mut room, Tab::Notes);
            }
            room.sees("已遮蔽");
            let read = |room: &mut Room, it: &str| room.reads(it) || room.shell.title().contains(it);
            leaks.extend(secrets.iter().filter(|it| read(&mut room, it)).map(|it| format!("{role:?} {place:?}: {it}")));
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}
