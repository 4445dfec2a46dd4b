//! 统计图表: drawn, pressed and moved through without a display, over a practice year.

use std::sync::{Arc, OnceLock};

use iced::keyboard::{Key, Modifiers, key::Named};
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
use redress::report::{Figures, Narrow, Period, Pick, Source};
use redress::store::{Batch, EventLog, Memory, wait};
use redress::ui::house::House;
use redress::ui::part::period;
use redress::ui::picture::{self, Camera};
use redress::ui::screen::charts::model::{Model, Which};
use redress::ui::screen::charts::picture::{Format, Sheet};
use redress::ui::screen::{Place, charts};
use redress::ui::shell::{Files, Message, Shell};
use redress::ui::theme::{Theme, font};

use crate::window::heard;
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

fn press(shell: &mut Shell, key: impl Into<Key>, modifiers: Modifiers) {
    let _task = shell.update(heard(key, modifiers));
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
    let first = satisfaction(&source, period, |_| true).remove(0);
    let before = satisfaction(&source, period.before(env.office().rules()), |_| true);
    let then = before.iter().find(|it| it.unit == first.unit).map_or(0, |it| it.votes.total());
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
    click(&mut shell, "导出图表");
    assert!(shows(&shell, "导出哪一张图，什么格式"));
    let menu = picture::take(camera, shell.view()).unwrap();
    keep("charts-menu", &menu);
    assert_ne!(lines, menu);
    key(&mut shell, Named::Escape);
    assert!(!shows(&shell, "导出哪一张图，什么格式"));
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
    let model = Model::of(&source, february, &Narrow::default());
    for which in Which::ALL {
        let about = (env.texts, env.office().name());
        let sheet = Sheet::of(&model, which, about, (&february.name(env.texts), ""));
        assert!(sheet.bytes(Format::Png).unwrap().starts_with(b"\x89PNG"));
        let drawing = String::from_utf8(sheet.bytes(Format::Svg).unwrap()).unwrap();
        assert!(
            drawing.contains("<svg")
                && drawing.contains(if which == Which::Trend { "2025-03-01" } else { "2026-02-01" }),
            "{which:?}"
        );
    }
}

fn keep(name: &str, picture: &image::RgbaImage) {
    if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
        let path = std::path::Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(path, picture::png(picture).unwrap()).unwrap();
    }
}

/// A letter, with Ctrl or alone.
fn sign(shell: &mut Shell, sign: &str, modifiers: Modifiers) {
    press(shell, Key::Character(sign.into()), modifiers);
}

fn on_charts(shell: &mut Shell, message: charts::Message) {
    let _task = shell.update(Message::Screen(redress::ui::screen::Message::Charts(message)));
}

fn typed(shell: &mut Shell, from: &str, until: &str) {
    for (end, text) in [(period::End::From, from), (period::End::Until, until)] {
        on_charts(shell, charts::Message::Period(period::Message::Typed(end, text.to_owned())));
    }
}

fn photograph(shell: &Shell, name: &str) {
    let locale = shell.world.texts.locale();
    let camera = Camera { size: shell.world.window, scale: 1.0, theme: shell.theme(), locale };
    keep(name, &picture::take(camera, shell.view()).unwrap());
}

#[test]
fn a_period_of_ones_own_is_typed_and_what_is_wrong_is_said() {
    let mut shell = shell();
    sign(&mut shell, "p", Modifiers::empty());
    assert!(shows(&shell, "共 28 天"), "it begins with what is shown");
    photograph(&shell, "charts-days");
    for (from, until, words) in [
        ("2026-02-30", "2026-03-12", "开始日期请按“2026-03-01”填写"),
        ("2026-03-01", "下周", "结束日期请按“2026-03-12”填写"),
        ("2026-03-12", "2026-03-01", "结束日期早于开始日期"),
        ("2026-05-01", "2026-05-03", "开始日期还没有到"),
    ] {
        typed(&mut shell, from, until);
        assert!(shows(&shell, words), "{words}");
        press(&mut shell, Named::Enter, Modifiers::COMMAND);
        assert!(shows(&shell, words), "nothing is taken: {words}");
    }
    photograph(&shell, "charts-days-wrong");
    typed(&mut shell, "2.23", "3月8日");
    assert!(shows(&shell, "共 14 天"));
    press(&mut shell, Named::Enter, Modifiers::COMMAND);
    let env = shell.world.env().unwrap();
    let source = Source { books: env.books, now: env.now };
    let day = |text: &str| text.parse().unwrap();
    let days = Period::days(day("2026-02-23"), day("2026-03-08"));
    let figures = Figures::of(&source, days);
    assert!(shows(&shell, "2026-02-23 – 2026-03-08"));
    assert!(shows(&shell, &figures.new.to_string()));
    photograph(&shell, "charts-own-days");
    // As many days before, and what lies ahead is not offered.
    key(&mut shell, Named::ArrowLeft);
    assert!(shows(&shell, "2026-02-09 – 2026-02-22"));
    key(&mut shell, Named::ArrowRight);
    key(&mut shell, Named::ArrowRight);
    assert!(shows(&shell, "2026-03-09 – 2026-03-22"));
    key(&mut shell, Named::ArrowRight);
    assert!(shows(&shell, "2026-03-09 – 2026-03-22"));
    // Esc leaves the days as they were.
    sign(&mut shell, "p", Modifiers::empty());
    typed(&mut shell, "2026-01-01", "2026-01-02");
    key(&mut shell, Named::Escape);
    assert!(shows(&shell, "2026-03-09 – 2026-03-22"));
}

#[test]
fn what_is_picked_narrows_figures_charts_and_cases_alike() {
    let mut shell = shell();
    let env = shell.world.env().unwrap();
    let source = Source { books: env.books, now: env.now };
    let rules = env.office().rules();
    let february = Period::month(rules, "2026-02".parse().unwrap());
    let (whole, pareto) = (Figures::of(&source, february), Pareto::of(&source, february, |_| true));
    // Two channels that have some, and members.
    let channels: Vec<_> = {
        let mut counts = std::collections::BTreeMap::new();
        for row in source.complaints() {
            *counts.entry(row.channel).or_insert(0_u32) += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|it| std::cmp::Reverse(it.1));
        counts.into_iter().map(|it| it.0).take(2).collect()
    };
    let picks = [Pick::Channel(channels[0]), Pick::Channel(channels[1]), Pick::Member];
    let counted = |it: &redress::books::Row| channels.contains(&it.channel) && it.caller.member;
    let then = Figures::of_chosen(&source, february, counted);
    assert!(0 < then.new && then.new < whole.new, "{} of {}", then.new, whole.new);
    let top = Pareto::of(&source, february, counted).bars[0].clone();
    for pick in picks {
        on_charts(&mut shell, charts::Message::Picked(pick));
    }
    assert!(shows(&shell, &then.new.to_string()));
    assert!(shows(&shell, "2 个渠道") && shows(&shell, "会员"));
    photograph(&shell, "charts-narrowed");
    key(&mut shell, Named::Tab);
    key(&mut shell, Named::Enter);
    assert!(shows(&shell, &format!("案件 {}", top.count)), "the cases are narrowed, too");
    on_charts(&mut shell, charts::Message::PicksCleared);
    assert!(shows(&shell, &whole.new.to_string()));
    assert!(shows(
        &shell,
        &format!("案件 {}", pareto.bars.iter().find(|it| it.category == top.category).unwrap().count)
    ));
}

#[test]
fn filters_are_picked_by_keys_alone_and_an_empty_choice_says_so() {
    let mut shell = shell();
    sign(&mut shell, "f", Modifiers::COMMAND);
    assert!(shows(&shell, "非会员"));
    key(&mut shell, Named::ArrowDown);
    photograph(&shell, "charts-filters");
    key(&mut shell, Named::Space);
    key(&mut shell, Named::ArrowRight);
    key(&mut shell, Named::Enter);
    key(&mut shell, Named::Escape);
    assert!(!shows(&shell, "非会员"));
    assert!(shows(&shell, "只看") && shows(&shell, "清除筛选"));
    // Nobody can be both, and no complaint can have been nowhere.
    on_charts(&mut shell, charts::Message::Picked(Pick::Region("没有的地区".into())));
    assert!(shows(&shell, "这样筛选没有投诉"));
    photograph(&shell, "charts-narrowed-empty");
    sign(&mut shell, "f", Modifiers::COMMAND);
    key(&mut shell, Named::Delete);
    key(&mut shell, Named::Escape);
    assert!(!shows(&shell, "只看"));
}

#[test]
fn the_cases_behind_a_mark_open_as_a_list_on_the_board() {
    let mut shell = shell();
    let (_, pareto) = february(&shell);
    key(&mut shell, Named::Tab);
    key(&mut shell, Named::Enter);
    click(&mut shell, "在列表中打开");
    assert_eq!(shell.place(), Place::Board);
    let (name, count) = (pareto.bars[0].name.clone(), pareto.bars[0].count);
    photograph(&shell, "charts-list");
    assert!(shows(&shell, &format!("图表·{name}")), "what they are is a filter that can be taken away");
    assert!(shows(&shell, &format!("共 {count} 件，显示 1–{count}")));
    // By key, from the panel.
    let _task = shell.update(Message::Went(Place::Charts));
    sign(&mut shell, "l", Modifiers::empty());
    assert_eq!(shell.place(), Place::Board);
}

#[test]
fn departments_are_at_most_eight_and_the_rest_and_the_rest_has_its_cases() {
    let shell = shell();
    let env = shell.world.env().unwrap();
    let source = Source { books: env.books, now: env.now };
    let year = period::Period::of(period::Length::Year, chrono::NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
    let model = Model::of(&source, year, &Narrow::default());
    assert!(model.heat.rows.len() <= 10 && model.votes.len() <= 10);
    // Whatever is shown adds up, the rest among it.
    let total: u64 = model.heat.rows.iter().enumerate().map(|(row, _)| model.heat.row_total(row)).sum();
    assert_eq!(total, model.figures.new);
    for (row, (unit, _)) in model.heat.rows.iter().enumerate() {
        let found: u64 = model
            .heat
            .columns
            .iter()
            .map(|(category, _)| model.found(&source, charts::model::Mark::Cell(*unit, *category)).count)
            .sum();
        assert_eq!(found, model.heat.row_total(row), "{unit:?}");
    }
    let answers: u64 =
        model.votes.iter().map(|it| model.found(&source, charts::model::Mark::Votes(it.unit)).count).sum();
    assert_eq!(answers, model.figures.votes.total());
}
