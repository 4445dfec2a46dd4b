//! 统计图表: drawn, pressed and moved through without a display, over a practice year.

use std::sync::{Arc, OnceLock};

use iced::keyboard::{Modifiers, key::Named};
use iced::{Point, Size};
use iced_test::simulator::Simulator;
use redress::app::demo::{Plan, year};
use redress::app::{Desk, Given};
use redress::books::Books;
use redress::domain::id::PersonId;
use redress::domain::office::founding;
use redress::domain::record::{Position, Recorded};
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::platform::preferences::{Appearance, Preferences};
use redress::report::chart::{Pareto, satisfaction};
use redress::report::{Figures, Period, Source};
use redress::store::{Batch, EventLog, Memory, wait};
use redress::ui::house::House;
use redress::ui::keys::{Field, Heard, Press};
use redress::ui::picture::{self, Camera};
use redress::ui::screen::Place;
use redress::ui::screen::charts::model::{Model, Which};
use redress::ui::screen::charts::picture::{Format, Sheet};
use redress::ui::shell::{Files, Message, Shell};
use redress::ui::theme::{Theme, font};

use crate::world::World;

const LARGE: Size = Size::new(1440.0, 900.0);
const SMALL: Size = Size::new(1100.0, 700.0);

/// The practice year, told once.
fn batches() -> Vec<Batch> {
    static YEAR: OnceLock<Vec<Batch>> = OnceLock::new();
    let made = || {
        let mut world = World::new();
        world.at("2026-03-12 10:42");
        year(founding::practice("zh-CN"), &Plan { complaints: 450, months: 12, seed: 7, until: world.now }).unwrap()
    };
    YEAR.get_or_init(made).clone()
}

fn house(complaints: usize) -> House {
    let log = Arc::new(Memory::default());
    let all = batches();
    let many = if complaints == 0 { 1 } else { all.len() };
    for answer in wait(log.append_many(all.into_iter().take(many).collect())) {
        answer.unwrap();
    }
    let facts: Vec<Recorded> = wait(log.after(Position::START, usize::MAX)).unwrap();
    let mut books = Books::default();
    books.absorb(&facts);
    let manager = books.office().people().find(|it| it.roles.has(Role::FrontDeskSupervisor)).map(|it| it.id);
    let now = World::new().moment("2026-03-12 10:42");
    let desk = Desk::new(log, Arc::new(Given::at(now)));
    House::new(desk, books, manager.or(Some(PersonId(1)))).unwrap()
}

fn shell_of(house: House, (locale, appearance, size): (Locale, Appearance, Size)) -> Shell {
    let preferences = Preferences { locale: Some(locale), appearance, ..Preferences::default() };
    let mut shell = Shell::new(preferences, Files::default()).0;
    let world = World::new();
    shell.world.now = world.moment("2026-03-12 10:42");
    shell.world.offset = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
    shell.world.window = size;
    let _task = shell.enter(house);
    shell.world.now = world.moment("2026-03-12 10:42");
    let _task = shell.update(Message::Went(Place::Charts));
    shell
}

fn shell() -> Shell {
    shell_of(house(450), (Locale::ZhCn, Appearance::Light, LARGE))
}

fn simulator(shell: &Shell, size: Size) -> Simulator<'_, Message, Theme> {
    font::use_faces(shell.world.texts.locale());
    let settings = iced::Settings { default_font: font::REGULAR, ..iced::Settings::default() };
    Simulator::with_size(settings, size, shell.view())
}

fn shows(shell: &Shell, words: &str) -> bool {
    simulator(shell, shell.world.window).find(words).is_ok()
}

fn click(shell: &mut Shell, words: &str) {
    let size = shell.world.window;
    let messages = {
        let mut simulator = simulator(shell, size);
        simulator.click(words).unwrap();
        simulator.into_messages().collect::<Vec<_>>()
    };
    for message in messages {
        let _task = shell.update(message);
    }
}

/// Presses the pointer at a place of the window.
fn press_at(shell: &mut Shell, at: Point) {
    use iced::{Event, mouse};
    let size = shell.world.window;
    let messages = {
        let mut simulator = simulator(shell, size);
        simulator.point_at(at);
        let _ = simulator.simulate([
            Event::Mouse(mouse::Event::CursorMoved { position: at }),
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
        ]);
        simulator.into_messages().collect::<Vec<_>>()
    };
    for message in messages {
        let _task = shell.update(message);
    }
}

fn press(shell: &mut Shell, named: Named, modifiers: Modifiers) {
    let key = iced::keyboard::Key::Named(named);
    let event = iced::keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: iced::keyboard::key::Physical::Unidentified(iced::keyboard::key::NativeCode::Unidentified),
        location: iced::keyboard::Location::Standard,
        modifiers,
        text: None,
        repeat: false,
    };
    let press = Press::of(&event, Field::Passed).unwrap();
    let _task = shell.update(Message::Heard(Heard::Pressed(press)));
}

fn key(shell: &mut Shell, named: Named) {
    press(shell, named, Modifiers::empty());
}

fn february(shell: &Shell) -> (Figures, Pareto) {
    let env = shell.world.env().unwrap();
    let source = Source { books: env.books, now: env.now };
    let period = Period::month(env.office().rules(), "2026-02".parse().unwrap());
    (Figures::of(&source, period), Pareto::of(&source, period, |_| true))
}

#[test]
fn the_last_whole_month_is_shown_with_its_figures() {
    let shell = shell();
    let (figures, _) = february(&shell);
    assert!(shows(&shell, "2026 年 2 月"));
    assert!(shows(&shell, &figures.new.to_string()));
    let closure = figures.closure();
    assert!(shows(&shell, &shell.world.texts.percent(closure.part, closure.whole)));
    assert!(shows(&shell, &format!("{} / {}", closure.part, closure.whole)));
}

#[test]
fn arrows_change_the_period_until_a_mark_is_chosen() {
    let mut shell = shell();
    key(&mut shell, Named::ArrowLeft);
    assert!(shows(&shell, "2026 年 1 月"));
    key(&mut shell, Named::ArrowRight);
    key(&mut shell, Named::ArrowRight);
    assert!(shows(&shell, "2026 年 3 月"));
    // What lies ahead is not offered.
    key(&mut shell, Named::ArrowRight);
    assert!(shows(&shell, "2026 年 3 月"));
    key(&mut shell, Named::Tab);
    key(&mut shell, Named::ArrowRight);
    assert!(shows(&shell, "2026 年 3 月"));
}

#[test]
fn enter_opens_the_cases_of_a_mark_and_escape_closes_them() {
    let mut shell = shell();
    let (_, pareto) = february(&shell);
    key(&mut shell, Named::Tab);
    key(&mut shell, Named::ArrowRight);
    key(&mut shell, Named::Enter);
    assert!(shows(&shell, &format!("案件 {}", pareto.bars[1].count)));
    assert!(shows(&shell, &pareto.bars[1].name));
    // The panel follows the mark.
    key(&mut shell, Named::ArrowLeft);
    assert!(shows(&shell, &format!("案件 {}", pareto.bars[0].count)));
    key(&mut shell, Named::Escape);
    assert!(!shows(&shell, &format!("案件 {}", pareto.bars[0].count)));
}

#[test]
fn a_case_of_the_list_opens_in_handling() {
    let mut shell = shell();
    key(&mut shell, Named::Tab);
    key(&mut shell, Named::Enter);
    key(&mut shell, Named::Tab);
    key(&mut shell, Named::ArrowDown);
    key(&mut shell, Named::Enter);
    assert_eq!(shell.place(), Place::Handling);
}

#[test]
fn a_press_on_the_largest_bar_opens_its_cases() {
    let mut shell = shell();
    let (_, pareto) = february(&shell);
    // The first bar stands at the left of the first card, on the axis.
    press_at(&mut shell, Point::new(204.0 + 16.0 + 15.0 + 34.0 + 38.0, 48.0 + 46.0 + 80.0 + 12.0 + 38.0 + 200.0));
    assert!(shows(&shell, &format!("案件 {}", pareto.bars[0].count)));
}

#[test]
fn what_customers_said_adds_up_behind_a_department() {
    let mut shell = shell();
    press(&mut shell, Named::Tab, Modifiers::SHIFT);
    key(&mut shell, Named::Enter);
    let env = shell.world.env().unwrap();
    let source = Source { books: env.books, now: env.now };
    let period = Period::month(env.office().rules(), "2026-02".parse().unwrap());
    let first = satisfaction(&source, period).remove(0);
    let before = satisfaction(&source, period.before(env.office().rules()));
    let then = before.iter().find(|it| it.department == first.department).map_or(0, |it| it.votes.total());
    let now = format!("2026 年 2 月·{} 次答复", first.votes.total());
    let wanted = match first.votes.total().cmp(&then) {
        std::cmp::Ordering::Greater => format!("{now}·比 2026 年 1 月多 {}", first.votes.total() - then),
        std::cmp::Ordering::Less => format!("{now}·比 2026 年 1 月少 {}", then - first.votes.total()),
        std::cmp::Ordering::Equal => format!("{now}·与 2026 年 1 月相同"),
    };
    assert!(shows(&shell, &wanted), "{wanted}");
}

#[test]
fn a_month_without_complaints_says_so_and_rates_without_a_whole_are_a_dash() {
    let mut shell = shell_of(house(0), (Locale::ZhCn, Appearance::Light, LARGE));
    assert!(shows(&shell, "2026 年 3 月没有投诉"));
    assert!(shows(&shell, "—"));
    click(&mut shell, "看上一期");
    assert!(shows(&shell, "2026 年 2 月没有投诉"));
}

#[test]
fn the_monthly_report_is_one_press_away() {
    let mut shell = shell();
    click(&mut shell, "生成月报");
    assert_eq!(shell.place(), Place::Reports);
}

#[test]
fn nothing_that_a_customer_said_is_shown_under_the_cloak() {
    let mut shell = shell();
    key(&mut shell, Named::Tab);
    key(&mut shell, Named::Enter);
    let content = |shell: &Shell| {
        let env = shell.world.env().unwrap();
        let (_, pareto) = february(shell);
        let top = pareto.bars[0].category.unwrap();
        let rows = env.books.ledger().rows();
        let of = rows.iter().rev().find(|it| {
            env.office().parent(it.category) == top
                && it.is_complaint()
                && env.calendar().day_of(it.registered.at).format("%Y-%m").to_string() == "2026-02"
        });
        redress::ui::widget::fit(&of.unwrap().content, redress::ui::theme::Face::Body, 80.0)
            .trim_end_matches('…')
            .to_owned()
    };
    let said = content(&shell);
    let seen = |shell: &Shell| {
        let mut simulator = simulator(shell, LARGE);
        simulator
            .find(|it: iced_test::selector::Candidate<'_>| match it {
                iced_test::selector::Candidate::Text { content, .. } if content.starts_with(&said) => Some(()),
                _ => None,
            })
            .is_ok()
    };
    assert!(seen(&shell));
    key(&mut shell, Named::F9);
    assert!(!seen(&shell));
}

/// Every look in every language has something on it; `REDRESS_PICTURES=folder` keeps the pictures to look at.
#[test]
fn every_look_in_every_language_can_be_drawn() {
    for locale in Locale::ALL {
        let mut shell = shell_of(house(450), (locale, Appearance::Light, LARGE));
        for appearance in [Appearance::Light, Appearance::Dark] {
            for size in [LARGE, SMALL] {
                shell.world.preferences.appearance = appearance;
                shell.world.window = size;
                let name = format!("charts-{}-{appearance:?}-{}", locale.tag(), size.width);
                let camera = Camera { size, scale: 1.0, theme: shell.theme(), locale };
                let plain = picture::take(camera, shell.view()).unwrap();
                keep(&name, &plain);
                // A cell of the heatmap with its cases.
                for named in [Named::Tab, Named::Tab, Named::Tab, Named::ArrowRight, Named::Enter] {
                    key(&mut shell, named);
                }
                let drilled = picture::take(camera, shell.view()).unwrap();
                keep(&format!("{name}-drill"), &drilled);
                for picture in [plain, drilled] {
                    let share = picture::ink(&picture, shell.theme().canvas);
                    assert!((0.3..1.0).contains(&share), "{name}: {share}");
                }
                for _ in 0..2 {
                    key(&mut shell, Named::Escape);
                }
            }
        }
    }
}

#[test]
fn the_trend_has_a_line_a_category_and_the_picture_a_menu_by_key() {
    let mut shell = shell();
    let camera = Camera { size: LARGE, scale: 1.0, theme: shell.theme(), locale: Locale::ZhCn };
    click(&mut shell, "按类别");
    let lines = picture::take(camera, shell.view()).unwrap();
    keep("charts-lines", &lines);
    click(&mut shell, "导出图片");
    assert!(shows(&shell, "导出哪一张图"));
    let menu = picture::take(camera, shell.view()).unwrap();
    keep("charts-menu", &menu);
    assert_ne!(lines, menu);
    key(&mut shell, Named::Escape);
    assert!(!shows(&shell, "导出哪一张图"));
}

#[test]
fn every_chart_becomes_a_file_with_its_title_and_its_days() {
    let shell = shell();
    let env = shell.world.env().unwrap();
    let source = Source { books: env.books, now: env.now };
    let february = redress::ui::part::period::Period::of(
        redress::ui::part::period::Length::Month,
        chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap(),
    );
    let model = Model::of(&source, february);
    for which in Which::ALL {
        let sheet = Sheet::of(&model, which, (env.texts, env.office().name(), &february.name(env.texts)));
        assert!(sheet.bytes(Format::Png).unwrap().starts_with(b"\x89PNG"));
        let drawing = String::from_utf8(sheet.bytes(Format::Svg).unwrap()).unwrap();
        assert!(drawing.contains("<svg") && drawing.contains("2026-02-01"), "{which:?}");
    }
}

fn keep(name: &str, picture: &image::RgbaImage) {
    if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
        let path = std::path::Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(path, picture::png(picture).unwrap()).unwrap();
    }
}
