//! 派单看板: what a picky customer found wrong once.

use iced::keyboard::{Modifiers, key::Named};
use iced::{Point, Size, mouse};
use redress::domain::clock::ClockKey;
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::{ExemptionReason, Severity, Validity};
use redress::domain::id::{ComplaintId, OrderNo};
use redress::domain::limits::ClockName;
use redress::domain::office::DepartmentKind;
use redress::i18n::{Locale, Texts};
use redress::platform::preferences::Appearance;
use redress::ui::screen::{Message as OnScreen, Place, board};
use redress::ui::shell::{Deed, Message, Palette, Target};

use crate::board_screen::{LARGE, Room};
use crate::world::{judged, text};

/// A window of 1440×900 at 200 %.
const DOUBLED: Size = Size::new(720.0, 450.0);

fn opened(locale: Locale) -> (Room, Vec<ComplaintId>) {
    let mut room = Room::new(locale, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    (room, cases)
}

fn on_board(message: board::Message) -> Message {
    Message::Screen(OnScreen::Board(message))
}

fn in_dock(message: board::DockMessage) -> Message {
    on_board(board::Message::Dock(message))
}

/// Presses a card and carries it to the head of a lane, without letting it go.
fn carry(room: &mut Room, card: &str, lane: &str) -> Point {
    let (at, to) = (room.place_of(card), room.place_of(lane));
    room.pointer(at, &[mouse::Event::ButtonPressed(mouse::Button::Left)]);
    room.pointer(at, &[]);
    room.pointer(Point::new(at.x + 40.0, at.y + 12.0), &[]);
    room.pointer(to, &[]);
    to
}

#[test]
fn a_lane_says_what_letting_a_card_go_leads_to_and_stays_dark_where_it_leads_nowhere() {
    // Which card, over which lane, what the lane says.
    let rows = [
        (0, "待签收", Some("判断")),
        (3, "待签收", Some("答复")),
        (4, "待派单", Some("撤回派单")),
        (5, "待审批", Some("打开这一件")),
        (0, "已升级", None),
        (0, "待回访", None),
        (5, "待派单", None),
    ];
    for (card, lane, words) in rows {
        let (mut room, cases) = opened(Locale::ZhCn);
        let to = carry(&mut room, &cases[card].short(), lane);
        for it in ["判断", "答复", "撤回派单", "打开这一件", "升级"] {
            if Some(it) == words {
                room.sees(it);
            } else {
                room.misses(it);
            }
        }
        room.photograph(&format!("board-landing-{card}-{}", words.is_some()), LARGE);
        room.pointer(to, &[mouse::Event::ButtonReleased(mouse::Button::Left)]);
        let dock = matches!(words, Some("判断" | "答复" | "撤回派单"));
        assert_eq!(room.is_in_sight("Esc", LARGE), dock, "{card} → {lane}");
    }
}

#[test]
fn who_is_called_so_from_the_first_letter_is_found_first() {
    // 服务 in 售后服务部 is spelled so inside; 吴建波 begins with it.
    let (mut room, cases) = opened(Locale::ZhCn);
    room.tell_screen(on_board(board::Message::DockAsked(cases[2])));
    room.tell_screen(in_dock(board::DockMessage::QueryTyped("wu".into())));
    room.photograph("board-dock-found", LARGE);
    room.tell_screen(in_dock(board::DockMessage::TargetNumbered(0)));
    room.named(Named::Enter);
    let handler = room.complaint(cases[2]).order(OrderNo(1)).unwrap().handler.unwrap();
    assert!(room.world.office.person(handler).unwrap().name.as_str().starts_with('吴'));
}

#[test]
fn what_is_left_out_of_several_is_said() {
    for locale in Locale::ALL {
        let (mut room, cases) = opened(locale);
        let texts = Texts::new(locale);
        // One waits to be dispatched, one to be judged, one is handled.
        for id in [cases[2], cases[0], cases[5]] {
            room.tell_screen(on_board(board::Message::Checked(id)));
        }
        room.sign("d").sees(&texts.board_left_out(2));
        room.keep(&format!("board-left-out-{}", locale.tag()), LARGE);
        room.named(Named::Escape).sign("u").sees(&texts.board_reminded_some(1, 2));
    }
}

#[test]
fn several_have_no_common_clock_to_exempt() {
    let (mut room, cases) = opened(Locale::ZhCn);
    for id in [cases[1], cases[2]] {
        room.tell_screen(on_board(board::Message::Checked(id)));
    }
    room.sign("d").sees("已选 2 件").misses("暂时派不了…");
    room.named(Named::Escape).named(Named::Escape);
    room.tell_screen(on_board(board::Message::DockAsked(cases[2]))).sees("暂时派不了…");
}

#[test]
fn a_menu_begins_where_the_choice_is() {
    let (mut room, _) = opened(Locale::ZhCn);
    let works = |kind| matches!(kind, DepartmentKind::Handling | DepartmentKind::Region);
    let all = room.world.office.departments().filter(|it| it.active && works(it.kind));
    let names: Vec<String> = all.map(|it| it.name.to_string()).collect();
    let toggle = || on_board(board::Message::MenuToggled(board::Filter::Department));
    room.tell_screen(toggle()).named(Named::ArrowDown).named(Named::ArrowDown).named(Named::Enter);
    room.sees(&names[1]);
    // One further than the one that is chosen.
    room.tell_screen(toggle()).named(Named::ArrowDown).named(Named::Enter);
    room.sees(&names[2]).misses(&names[1]);
}

#[test]
fn a_view_is_named_and_forgotten_by_keys() {
    let (mut room, _) = opened(Locale::ZhCn);
    let views = || on_board(board::Message::MenuToggled(board::Filter::View));
    room.tell_screen(on_board(board::Message::WordsTyped("冒烟".into())));
    room.tell_screen(views()).named(Named::Tab);
    room.tell_screen(on_board(board::Message::ViewNamed("冒烟的".into())));
    room.tell_screen(on_board(board::Message::ViewKept)).sees("冒烟的");
    room.tell_screen(views());
    // The mark stands on it already.
    room.named(Named::Delete).named(Named::Escape).misses("冒烟的");
    assert!(!serde_json::to_string(&room.shell.world.preferences.kept).unwrap().contains("冒烟的"));
}

#[test]
fn in_a_narrow_list_columns_give_way_and_nothing_leaves_the_window() {
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        let (mut room, cases) = opened(locale);
        room.sign("v");
        // How wide, and whether the day, the flags and who has it still have a column.
        let rows = [(1440.0, [true, true, true]), (1100.0, [locale != Locale::En, true, true]), (720.0, [false; 3])];
        for (width, there) in rows {
            let size = Size::new(width, 700.0);
            room.shell.world.window = size;
            let columns = [texts.board_column_registered(), texts.board_column_flags(), texts.board_column_owner()];
            for (name, there) in columns.into_iter().zip(there) {
                assert_eq!(room.is_within(name, size), there, "{} {width} {name}", locale.tag());
            }
            for name in [texts.board_column_stage(), texts.board_column_priority(), &cases[0].short()] {
                assert!(room.is_within(name, size), "{} {width} {name}", locale.tag());
            }
            room.keep(&format!("board-list-{}-{width}", locale.tag()), size);
        }
    }
}

#[test]
fn every_control_and_target_is_to_be_had_in_a_low_and_narrow_window() {
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        let (mut room, cases) = opened(locale);
        room.tell_screen(on_board(board::Message::Chosen(Box::default())));
        room.shell.world.window = DOUBLED;
        for name in
            [texts.board_department(), texts.board_category(), texts.board_priority(), texts.board_more_filters()]
        {
            assert!(room.is_within(name, DOUBLED), "{} {name}", locale.tag());
        }
        room.tell_screen(on_board(board::Message::DockAsked(cases[2])));
        assert!(room.is_within(texts.board_why_route(), DOUBLED), "{}: the whole of the first target", locale.tag());
        room.photograph(&format!("board-dock-200-{}", locale.tag()), DOUBLED);
        // Every stop of the dock is scrolled to; the last one before the button is the note.
        for _ in 0..14 {
            room.named(Named::Tab);
        }
    }
}

#[test]
fn the_list_of_exemptions_is_walked_by_keys() {
    let (mut room, cases) = opened(Locale::ZhCn);
    let desk = room.world.desk();
    for id in [cases[1], cases[2]] {
        let clock = ClockKey { name: ClockName::Dispatch, order: None };
        let words = text("等客户补单号");
        room.act(desk, id, Command::Exempt { clock, reason: ExemptionReason::ALL[0], words });
    }
    room.follow();
    // The newest stands first; one below it is the other.
    room.sign("x").named(Named::ArrowDown).named(Named::ArrowDown).named(Named::Enter);
    assert_eq!(room.shell.place(), Place::Handling);
    room.sees("扫地机器人充电座冒烟，有烧焦味，要求尽快上门检查并说明原因");
}

#[test]
fn the_palette_shows_what_it_found_on_the_board() {
    let (mut room, cases) = opened(Locale::ZhCn);
    let mut palette = Palette::default();
    palette.typed("烧焦味".into());
    let targets = palette.targets(&room.shell.world.env().unwrap());
    let filter = Target::Deed(Deed::Filter("烧焦味".into()));
    assert!(targets.contains(&filter));
    room.send(Message::PaletteChosen(filter));
    room.sees(&cases[1].short()).misses(&cases[2].short());
    palette.typed("并无此词".into());
    assert!(palette.targets(&room.shell.world.env().unwrap()).is_empty(), "nothing found stays nothing");
}

#[test]
fn names_of_200_characters_push_nothing_out_of_the_window() {
    let long = "欧阳".repeat(50);
    let latin = "Featherstonehaugh ".repeat(11);
    for (place, name) in [long.as_str(), latin.trim()].into_iter().enumerate() {
        let mut room = Room::new(Locale::ZhCn, Appearance::Light);
        room.at("2026-03-12 09:00");
        let words = format!("{}。", "空调不制冷三次上门仍未修好".repeat(30));
        let mut details = room.details("何佳", &words, Severity::Minor);
        details.complainant.name = text(name);
        details.product = text(&"恒川".repeat(60));
        let id = room.registered(details);
        let desk = room.world.desk();
        room.act(desk, id, judged(Validity::Founded));
        room.enter(desk).go(Place::Board);
        room.keep(&format!("board-long-{place}"), LARGE);
        assert!(room.is_within("待派单", LARGE) && room.is_within("已升级", LARGE));
        room.sign("d");
        room.keep(&format!("board-long-dock-{place}"), LARGE);
        room.named(Named::Escape).sign("v");
        room.keep(&format!("board-long-list-{place}"), LARGE);
        assert!(room.is_within("登记", LARGE), "the last column");
        room.key(iced::keyboard::Key::Character("k".into()), Modifiers::COMMAND);
        room.photograph(&format!("board-long-palette-{place}"), LARGE);
    }
}
