//! Widgets and parts, drawn and used without a display.

use iced::{
    Length, Size,
    widget::{Id, column, container, row, space},
};
use iced_test::simulator::Simulator;
use redress::{
    i18n::{Locale, Texts},
    platform::preferences::{Preferences, Rail},
    ui::{
        env::{Cloak, Frame},
        icon,
        keys::Shortcut,
        part::{
            lookup::{self, Choice, Lookup},
            period::{self, Period},
        },
        picture::{self, Camera},
        style::{self, field::Mood, row::Standing},
        theme::{Element, Theme, Tone, font},
        widget::{self, Clock, Empty, Event, FieldWidth, Focus, Note, Part, Width, Window},
    },
};

fn env(texts: &Texts) -> Frame<'_> {
    Frame {
        texts,
        theme: Theme::light(),
        now: "2026-03-12T02:42:00Z".parse().unwrap(),
        offset: chrono::FixedOffset::east_opt(8 * 3600).unwrap(),
        window: Size::new(1440.0, 900.0),
        cloak: Cloak::Off,
        modifiers: iced::keyboard::Modifiers::empty(),
        preferences: &PREFERENCES,
    }
}

static PREFERENCES: std::sync::LazyLock<Preferences> = std::sync::LazyLock::new(Default::default);

/// What a screen reckons its widths by is what the rail really leaves, chosen slim (Ctrl+B) or for want of room.
#[test]
fn what_the_rail_leaves_is_what_a_screen_reckons_with() {
    let texts = Texts::new(Locale::ZhCn);
    let rows = [(1440.0, Rail::Wide, 1236.0), (1440.0, Rail::Slim, 1384.0), (1240.0, Rail::Wide, 1036.0)];
    let narrow = [(1239.0, Rail::Wide, 1183.0), (720.0, Rail::Slim, 664.0)];
    for (width, rail, left) in rows.into_iter().chain(narrow) {
        let preferences = Preferences { rail, ..Preferences::default() };
        let frame = Frame { window: Size::new(width, 900.0), preferences: &preferences, ..env(&texts) };
        assert!((frame.beside_rail() - left).abs() < 0.1, "{width} {rail:?}");
    }
}

fn simulator<'a, Message: 'a>(element: impl Into<Element<'a, Message>>) -> Simulator<'a, Message, Theme> {
    font::use_faces(Locale::ZhCn);
    let settings = iced::Settings { default_font: font::REGULAR, ..iced::Settings::default() };
    Simulator::with_size(settings, Size::new(400.0, 400.0), element)
}

fn departments() -> Vec<Choice<u8>> {
    [("售后服务部", "在办 3·超时 0"), ("物流部", "在办 5·超时 1"), ("质检部", "在办 2·超时 0")]
        .into_iter()
        .zip(1..)
        .map(|((name, more), value)| Choice { more: more.into(), ..Choice::new(value, name) })
        .collect()
}

#[test]
fn a_lookup_opens_below_its_field_and_a_press_takes_a_line() {
    let texts = Texts::new(Locale::ZhCn);
    let choices = departments();
    let mut lookup = Lookup::default();
    let mut chosen = None;
    lookup.update(&choices, lookup::Message::Opened);
    let messages = {
        let view = lookup.view(&env(&texts), (&choices, chosen), (Id::new("department"), ""), Mood::Fine);
        let mut simulator = simulator(view);
        simulator.click("物流部").unwrap();
        simulator.into_messages().collect::<Vec<_>>()
    };
    for message in messages {
        chosen = lookup.update(&choices, message).or(chosen);
    }
    assert_eq!(chosen, Some(2));
    assert!(!lookup.is_open());
    let view = lookup.view(&env(&texts), (&choices, chosen), (Id::new("department"), ""), Mood::Fine);
    let mut simulator = simulator(view);
    assert!(simulator.find("质检部").is_err(), "the list is closed");
    simulator.find("在办 5·超时 1").unwrap();
}

#[test]
fn typing_opens_the_list_and_a_press_beside_closes_it() {
    let texts = Texts::new(Locale::ZhCn);
    let choices = departments();
    let mut lookup = Lookup::Open { query: "质".into(), marked: 0 };
    let env = env(&texts);
    let view = container(lookup.view(&env, (&choices, None), (Id::new("department"), ""), Mood::Fine)).width(200);
    let mut simulator = simulator(view);
    simulator.find("质检部").unwrap();
    assert!(simulator.find("物流部").is_err());
    simulator.point_at(iced::Point::new(390.0, 390.0));
    simulator.simulate(iced_test::simulator::click());
    let messages = simulator.into_messages().collect::<Vec<_>>();
    assert_eq!(messages, [lookup::Message::Closed]);
    for message in messages {
        lookup.update(&choices, message);
    }
    assert_eq!(lookup, Lookup::Closed);
}

#[test]
fn a_locked_button_cannot_be_pressed_and_a_busy_one_neither() {
    for button in [widget::button("提交回单").locked("批准后可填"), widget::button("提交回单").busy()] {
        let mut simulator = simulator(Element::from(button));
        simulator.click("提交回单").unwrap();
        assert_eq!(simulator.into_messages().collect::<Vec<()>>(), []);
    }
    let mut simulator = simulator(Element::from(widget::button("提交回单").on_press(7)));
    simulator.click("提交回单").unwrap();
    assert_eq!(simulator.into_messages().collect::<Vec<_>>(), [7]);
}

#[test]
fn a_segment_says_what_was_chosen() {
    let parts = [Part::new(1, "满意"), Part::new(2, "一般"), Part::new(3, "不满意").tone(Tone::Late)];
    let mut simulator = simulator(Element::from(widget::segment(parts, Some(1)).on_choose(|it| it)));
    simulator.click("不满意").unwrap();
    assert_eq!(simulator.into_messages().collect::<Vec<_>>(), [3]);
}

#[test]
fn a_list_of_ten_thousand_builds_only_what_is_in_sight() {
    let built = std::cell::Cell::new(0);
    let list = widget::virtual_list(
        (Id::new("list"), Window::default()),
        (10_000, 34.0),
        |index| {
            built.set(built.get() + 1);
            widget::body(index.to_string()).height(34).into()
        },
        |_| (),
    );
    let mut simulator = simulator(list);
    simulator.find("3").unwrap();
    assert!(simulator.find("9000").is_err());
    assert!(built.get() < 80, "{}", built.get());
}

#[test]
fn the_future_is_not_offered() {
    let texts = Texts::new(Locale::ZhCn);
    let env = env(&texts);
    let now = Period::of(period::Length::Month, env.today());
    let picker = period::Picker::default();
    let mut simulator = simulator(picker.view(&env, now.previous()));
    simulator.find("2026 年 2 月").unwrap();
    simulator.click("本期").unwrap();
    let said: Vec<_> = simulator.into_messages().collect();
    assert!(matches!(said[..], [period::Message::Chosen(it)] if it == now), "{said:?}");
}

/// One sheet with everything on it, in both themes; `REDRESS_PICTURES=folder` keeps it.
#[test]
fn every_widget_can_be_drawn() {
    let texts = Texts::new(Locale::ZhCn);
    let choices = departments();
    let open = Lookup::Open { query: String::new(), marked: 1 };
    let editor = iced::widget::text_editor::Content::with_text(
        "空调 2 月 18 日购买，3 月 1 日起不制冷。\n约好 11 日下午第四次上门。",
    );
    for theme in [Theme::light(), Theme::dark()] {
        let env = Frame { theme, ..env(&texts) };
        let size = Size::new(1240.0, 900.0);
        let sheet = sheet(&env, (&choices, &open), &editor);
        let camera = Camera { size, scale: 1.0, theme, locale: Locale::ZhCn };
        let picture = picture::take(camera, container(sheet).padding(16).style(style::surface::canvas)).unwrap();
        assert!(picture::ink(&picture, theme.canvas) > 0.2);
        if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
            let name = if theme.is_dark() { "widgets-dark.png" } else { "widgets-light.png" };
            std::fs::write(std::path::Path::new(&folder).join(name), picture::png(&picture).unwrap()).unwrap();
        }
    }
}

fn sheet<'a>(
    env: &Frame<'a>,
    (choices, open): (&'a [Choice<u8>], &'a Lookup),
    content: &'a iced::widget::text_editor::Content,
) -> Element<'a, ()> {
    row![
        column![buttons(), fields(env, choices, open), editors(content)].spacing(12).width(400),
        column![lists(), clocks(), badges()].spacing(12).width(400),
        column![notes(), states(), papers()].spacing(12).width(Length::Fill),
    ]
    .spacing(16)
    .into()
}

fn card<'a>(content: impl Into<Element<'a, ()>>) -> Element<'a, ()> {
    widget::card(container(content).padding(12).width(Length::Fill)).into()
}

fn buttons<'a>() -> Element<'a, ()> {
    let enter = Shortcut::named(iced::keyboard::key::Named::Enter).with_command();
    let all: Vec<Element<'a, ()>> = vec![
        widget::button("登记并派单").primary().icon(icon::SEND).keys(enter.with_shift()).on_press(()).into(),
        widget::button("仅登记").keys(enter).on_press(()).into(),
        widget::button("存草稿").quiet().keys(Shortcut::command('s')).on_press(()).into(),
        widget::button("焦点在此").focus(Focus::Here).on_press(()).into(),
        widget::button("催办").compact().on_press(()).into(),
        widget::button("派单").compact().primary().on_press(()).into(),
        widget::button("查看").link().on_press(()).into(),
        widget::button("挂断").danger_plain().icon(icon::PHONE_OFF).on_press(()).into(),
        widget::button("匿名化").danger().on_press(()).into(),
        widget::button("执行方案").locked("批准后可执行").into(),
        widget::button("正在导出").busy().into(),
        widget::icon_button(icon::BELL, "提醒", Some(()), 12),
    ];
    card(iced::widget::Row::with_children(all).spacing(8).wrap().vertical_spacing(8))
}

fn fields<'a>(env: &Frame<'a>, choices: &'a [Choice<u8>], open: &'a Lookup) -> Element<'a, ()> {
    let locale = env.texts.locale();
    let line = |label: &'a str, content: Element<'a, ()>, below| {
        Element::from(widget::labelled_left((FieldWidth::Left, locale), widget::label_required(label), content, below))
    };
    let ways = ["电话", "来访", "在线客服"].into_iter().zip(1..).map(|(name, value)| Part::new(value, name));
    let founded =
        [Part::new(1, "成立").tone(Tone::Success).icon(icon::CHECK), Part::new(2, "部分成立"), Part::new(3, "不成立")];
    let chips = ["退货", "换货", "维修", "道歉"].map(|it| widget::chip(it, it == "换货", Some(())));
    card(
        column![
            line(
                "来电号码",
                widget::field("", "138 0617 2206")
                    .on_input(|_| ())
                    .trailing(70.0, widget::small("老客户").style(style::text::toned(Tone::Success)))
                    .into(),
                None
            ),
            line("投诉人", widget::field("姓名", "").icon(icon::USER).on_input(|_| ()).into(), None),
            line(
                "订单号",
                widget::field("", "HC260").mood(Mood::Wrong).on_input(|_| ()).into(),
                Some((Mood::Wrong, "订单号应为 13 位".into()))
            ),
            line("投诉方式", widget::segment_keyed(ways, Some(1)).on_choose(|_| ()).into(), None),
            line("投诉判断", widget::segment(founded, Some(1)).on_choose(|_| ()).fill().into(), None),
            line("客户诉求", widget::chips(chips), None),
            line("只读", widget::read_only("物流配送 › 延误"), None),
            row![
                widget::check("已复述", true, false, Some(())),
                widget::check("已告知", false, Focus::Here, Some(())),
                widget::radio("本机", true, false, ()),
                widget::switch("高对比", true, false, Some(())),
            ]
            .spacing(14),
            line("处理人", closed(env, choices), None),
            line("责任部门", open.view(env, (choices, Some(1)), (Id::new("open"), ""), Mood::Fine).map(|_| ()), None),
            space().height(100),
        ]
        .spacing(8),
    )
}

static CLOSED: Lookup = Lookup::Closed;

fn closed<'a>(env: &Frame<'a>, choices: &'a [Choice<u8>]) -> Element<'a, ()> {
    CLOSED.view(env, (choices, Some(2)), (Id::new("closed"), ""), Mood::Warning).map(|_| ())
}

fn editors(content: &iced::widget::text_editor::Content) -> Element<'_, ()> {
    card(widget::editor("words", (content, ""), (76.0, Mood::Fine), |_| ()))
}

fn lists<'a>() -> Element<'a, ()> {
    let line = |standing, clock: Element<'a, ()>, words: &'a str| {
        let content = row![
            container(clock).width(150),
            widget::small("0309-007").width(58),
            widget::fitted(words, redress::ui::theme::Face::Body, 96.0),
        ]
        .spacing(12)
        .align_y(iced::Center);
        widget::list_row((36.0, standing), content, (), None)
    };
    widget::card(column![
        widget::card_head(Some(icon::FLAME), "现在最急", "按剩余工作时间排序", None),
        widget::group_head(Tone::Late, Some(icon::ALARM_CLOCK), "已超时", "2 件"),
        line(Standing::Cursor, chip(Tone::Late, 0.0, "联系客户", "超 42 分"), "经销商拒绝七天无理由退货"),
        line(Standing::Rest, chip(Tone::Late, 0.0, "汇报", "超 7 分"), "冰箱约定 3 月 7 日送达"),
        widget::group_head(Tone::Soon, Some(icon::TIMER), "预警", "1 件"),
        line(Standing::Hovered, chip(Tone::Soon, 0.4, "回访", "剩 5 时 48 分"), "电视屏幕坏点，已换新机"),
    ])
    .into()
}

fn chip<'a>(tone: Tone, share: f32, name: &'a str, words: &'a str) -> Element<'a, ()> {
    widget::clock(Clock { tone, share, name: name.into(), words: words.into(), hint: "".into() })
}

fn clocks<'a>() -> Element<'a, ()> {
    card(
        row![
            widget::ring72(Tone::Ontime, 0.6, "18", "分钟"),
            column![
                chip(Tone::Ontime, 0.43, "汇报", "剩 13 分"),
                chip(Tone::Paused, 0.5, "汇报", "已停，等客户寄回"),
                chip(Tone::Escalated, 0.0, "", "经理处理中"),
            ]
            .spacing(4),
            column![
                chip(Tone::Success, 0.0, "派单", "按时"),
                chip(Tone::Soon, 0.2, "派单", "剩 4 分"),
                widget::load(5, 1),
                widget::completeness(11, 12),
                widget::meter(0.88, Tone::Ontime),
            ]
            .spacing(4)
            .width(170),
        ]
        .spacing(14),
    )
}

fn badges<'a>() -> Element<'a, ()> {
    let events = [
        Event {
            time: "10:30".into(),
            icon: icon::MESSAGE_SQUARE_TEXT,
            tone: Tone::Ontime,
            verb: "汇报".into(),
            who: "赵明诚·按时".into(),
            words: "方案已与客户谈妥，准备报批。".into(),
        },
        Event {
            time: "10:24".into(),
            icon: icon::GIT_BRANCH,
            tone: Tone::Plain,
            verb: "拟方案".into(),
            who: "第 2 版·赵明诚".into(),
            words: "".into(),
        },
    ];
    card(
        column![
            row![
                widget::badge(Tone::Soon, "第 2 轮"),
                widget::badge_icon(Tone::Late, icon::FLAG, "重大"),
                widget::badge_icon(Tone::Accent, icon::CROWN, "会员"),
                widget::badge(Tone::Success, "满意结案"),
                widget::badge(Tone::Info, "处理中"),
                widget::p1("P1"),
                widget::pip(3),
                widget::avatar("赵明诚"),
                widget::avatar_nobody(),
            ]
            .spacing(6)
            .align_y(iced::Center),
            widget::timeline_day("今天 第 2 轮"),
            widget::timeline(events),
        ]
        .spacing(8),
    )
}

fn notes<'a>() -> Element<'a, ()> {
    column![
        widget::note(Note {
            tone: Tone::Soon,
            icon: icon::LOCK,
            title: "重大投诉，批准后才能执行".into(),
            words: "由 顾长青（部门经理）90 分钟内批示，提交后汇报暂停".into(),
            actions: vec![widget::button("提交审批").icon(icon::STAMP).on_press(()).into()],
        }),
        widget::banner(Note {
            tone: Tone::Late,
            icon: icon::CIRCLE_ALERT,
            title: "未保存".into(),
            words: "磁盘 D: 已满，2 项修改只在内存里。".into(),
            actions: vec![widget::button("重试").compact().on_press(()).into()],
        }),
        widget::toast(widget::Toast {
            icon: icon::CIRCLE_CHECK,
            words: "已派单 0312-009→苏禾（质检部），用时 6 分".into(),
            undo: Some(("撤销".into(), ())),
        }),
    ]
    .spacing(8)
    .into()
}

fn states<'a>() -> Element<'a, ()> {
    column![
        container(widget::modal(
            (Width::Narrow, Tone::Soon, icon::PHONE_MISSED),
            "按“联系不上”结案？",
            widget::body("结案后编号保留、转为只读。"),
            widget::modal_foot(widget::button("先不结案").on_press(()), widget::button("结案").primary().on_press(())),
        )),
        widget::card(
            container(widget::empty(Empty {
                tone: Tone::Success,
                icon: icon::CIRCLE_CHECK,
                title: "没有待派单的投诉".into(),
                words: "新登记的投诉会出现在这里，10 分钟内派出。".into(),
                actions: vec![widget::button("登记投诉").on_press(()).into()],
            }))
            .height(190)
        ),
        widget::card(widget::skeleton(2)),
    ]
    .spacing(8)
    .into()
}

fn papers<'a>() -> Element<'a, ()> {
    let columns = [
        widget::Column::new("类别", Length::Fill),
        widget::Column::new("件数", 60).right(),
        widget::Column::new("占比", 80).right(),
    ];
    let rows = [["产品质量", "12", "41.38%"], ["服务态度", "17", "58.62%"]];
    let rows = rows.map(|it| it.map(Into::into).to_vec());
    container(widget::paper_table(&columns, rows, 0.85)).padding(16).style(style::surface::paper).into()
}
