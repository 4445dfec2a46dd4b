//! 设置 in a practice office: every page drawn, changed by the administrator, read by others.

use std::sync::Arc;

use iced::keyboard::{Modifiers, key::Named};
use redress::domain::complaint::terms::Priority;
use redress::domain::limits::ClockName;
use redress::domain::office::{ApprovalScope, Office, Setting};
use redress::domain::phrase::{Phrase, PhrasePlace};
use redress::domain::role::Role;
use redress::domain::script::{Placeholder, ScriptKind, StepKind};
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::ui::screen::settings::limits::Which;
use redress::ui::screen::settings::{self, Page, calendar, channels, entries, limits, people, rules, scripts, teams};
use redress::ui::screen::{Message, Place};

use crate::app::Hall;
use crate::board_screen::{LARGE, Room, SMALL};
use crate::window::Window;

const PAGES: [Page; 12] = [
    Page::People,
    Page::Departments,
    Page::Teams,
    Page::Categories,
    Page::Channels,
    Page::Limits,
    Page::Calendar,
    Page::Scripts,
    Page::Phrases,
    Page::Rules,
    Page::Office,
    Page::Appearance,
];

fn opened(role: Role) -> Room {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let person = room.world.person(role, None);
    room.enter(person).go(Place::Settings);
    room
}

fn say(room: &mut Room, message: settings::Message) {
    room.say(Message::Settings(message));
}

fn save(room: &mut Room) {
    room.key(iced::keyboard::Key::Character("s".into()), Modifiers::COMMAND);
}

#[test]
fn every_page_in_every_language_and_look() {
    let dark = std::iter::once((Locale::ZhCn, Appearance::Dark));
    for (locale, appearance) in Locale::ALL.into_iter().map(|it| (it, Appearance::Light)).chain(dark) {
        let mut room = opened(Role::Admin);
        room.speak(locale, appearance);
        for page in PAGES {
            say(&mut room, settings::Message::PageChosen(page));
            let tag = format!("settings-{page:?}-{}-{appearance:?}", locale.tag());
            room.keep(&tag, LARGE);
            room.keep(&format!("{tag}-min"), SMALL);
        }
        say(&mut room, settings::Message::PageChosen(Page::People));
        let person = room.world.handler();
        say(&mut room, settings::Message::People(people::Message::Entry(entries::Message::Chosen(person))));
        room.keep(&format!("settings-person-{}-{appearance:?}", locale.tag()), LARGE);
    }
}

#[test]
fn a_limit_is_changed_and_counts_from_the_next_case() {
    let mut room = opened(Role::Admin);
    say(&mut room, settings::Message::PageChosen(Page::Limits));
    let amount = |text: &str| {
        settings::Message::Limits(limits::Message::Amount(Which::Clock(ClockName::Accept), text.to_owned()))
    };
    say(&mut room, amount("abc"));
    save(&mut room);
    assert_eq!(room.office().limits().of(ClockName::Accept).amount, 15, "no number, nothing written");
    say(&mut room, amount("20"));
    room.sees("保存并生效");
    save(&mut room);
    assert_eq!(room.office().limits().of(ClockName::Accept).amount, 20);
    assert_eq!(room.office().limits().edition, 2);
    room.misses("保存并生效");
}

#[test]
fn a_day_becomes_free_and_a_wrong_file_names_its_line() {
    let mut room = opened(Role::Admin);
    say(&mut room, settings::Message::PageChosen(Page::Calendar));
    let day: chrono::NaiveDate = "2026-03-16".parse().unwrap();
    assert!(room.office().calendar().is_working_day(day));
    say(&mut room, settings::Message::Calendar(calendar::Message::DayPressed(day)));
    save(&mut room);
    assert!(!room.office().calendar().is_working_day(day));
    let file = "date,kind,name\n2027-01-01,off,元旦\n2027-02-30,off,春节\n";
    let read = calendar::Message::Imported(Box::new(Ok(Some(file.to_owned()))));
    say(&mut room, settings::Message::Calendar(read));
    room.sees("第 3 行：“2027-02-30”不是日期，请写成 2027-01-01");
}

#[test]
fn a_person_gets_a_role_and_who_is_no_administrator_only_reads() {
    let mut room = opened(Role::Admin);
    let handler = room.world.handler();
    let change = |room: &mut Room| {
        say(room, settings::Message::People(people::Message::Entry(entries::Message::Chosen(handler))));
        say(
            room,
            settings::Message::People(people::Message::Entry(entries::Message::Changed(people::Change::Role(
                Role::FrontDesk,
            )))),
        );
        save(room);
    };
    change(&mut room);
    assert!(room.office().person(handler).unwrap().roles.has(Role::FrontDesk));

    let mut room = opened(Role::FrontDesk);
    room.sees("您可以查看，不能修改").misses("添加人员");
    change(&mut room);
    assert!(!room.office().person(handler).unwrap().roles.has(Role::FrontDesk));
}

/// The whole window on the settings, with the administrator at the keyboard.
fn at_the_keys(hall: &Hall, locale: Locale) -> Window {
    let admin = hall.world.person(Role::Admin, None);
    let mut window = Window::open(hall.desk(), Arc::clone(&hall.clock), admin, (locale, LARGE));
    window.command(",");
    window
}

fn office(window: &Window) -> Office {
    window.shell.world.house.as_ref().unwrap().books.office().clone()
}

fn tab(window: &mut Window, times: usize) -> &mut Window {
    for _ in 0..times {
        window.press(Named::Tab);
    }
    window
}

#[test]
fn a_person_is_added_by_keys_alone_in_every_language() {
    for locale in Locale::ALL {
        let hall = Hall::practice();
        let mut window = at_the_keys(&hall, locale);
        let before = office(&window).people().count();
        // The list of pages, the search, the button: Enter opens a blank entry and goes to its name.
        tab(&mut window, 2).press(Named::Enter).write("王小明");
        // The list of departments opens below the field, and what is typed finds.
        tab(&mut window, 1).press(Named::Enter).write("wulb").press(Named::Enter);
        // The first two roles.
        tab(&mut window, 1).press(Named::Space).press(Named::Tab).press(Named::Space);
        window.picture(&format!("settings-add-{}", locale.tag()));
        window.press_with(Named::Enter, Modifiers::COMMAND);
        let office = office(&window);
        assert_eq!(office.people().count(), before + 1, "{locale:?}");
        let person = office.people().last().unwrap();
        assert_eq!((person.name.as_str(), person.roles.iter().count()), ("王小明", 2));
        assert_eq!(office.department(person.department).unwrap().name.as_str(), "物流部");
    }
}

#[test]
fn pages_and_rows_are_walked_with_the_arrows() {
    let hall = Hall::practice();
    let mut window = at_the_keys(&hall, Locale::ZhCn);
    window.press(Named::ArrowDown);
    assert!(window.find("停用的部门不再派单，历史记录保留原名称").is_some());
    // 添加部门, then the list: the second row opens beside it, Tab leads into its fields.
    tab(&mut window, 2).press(Named::ArrowDown).press(Named::ArrowDown).press(Named::Tab);
    window.write("甲");
    // Esc leaves the field and what was typed stays; a second one does not throw it away.
    window.press(Named::Escape).press(Named::Escape);
    window.press_with(Named::Enter, Modifiers::COMMAND);
    let names: Vec<_> = office(&window).departments().map(|it| it.name.to_string()).collect();
    assert_eq!(names.iter().filter(|it| it.ends_with('甲')).count(), 1, "{names:?}");
}

#[test]
fn a_refused_change_keeps_what_was_typed() {
    let hall = Hall::practice();
    let mut window = at_the_keys(&hall, Locale::ZhCn);
    let taken = office(&window).departments().next().unwrap().name.to_string();
    let before = office(&window).departments().count();
    window.press(Named::ArrowDown);
    tab(&mut window, 1).press(Named::Enter).write(&taken);
    window.press_with(Named::Enter, Modifiers::COMMAND);
    assert_eq!(office(&window).departments().count(), before);
    assert!(window.find("没有保存，已填内容都在").is_some());
    window.write("二").press_with(Named::Enter, Modifiers::COMMAND);
    assert_eq!(office(&window).departments().last().unwrap().name.as_str(), format!("{taken}二"));
}

#[test]
fn a_day_is_turned_and_a_limit_changed_by_keys() {
    let hall = Hall::practice();
    let mut window = at_the_keys(&hall, Locale::ZhCn);
    // 时限 is the sixth page; its list begins after 恢复默认, the third row is 签收.
    for _ in 0..5 {
        window.press(Named::ArrowDown);
    }
    tab(&mut window, 2).press(Named::Home).press(Named::ArrowDown).press(Named::ArrowDown).press(Named::Tab);
    window.write("0");
    window.picture("settings-limit-keys");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    assert_eq!(office(&window).limits().of(ClockName::Accept).amount, 150);
    // 工作日历 is the next page: two buttons of the year, 导入, then the days; today is a Thursday.
    let today = hall.world.calendar().day_of(hall.world.now);
    assert!(office(&window).calendar().is_working_day(today));
    window.press_with(Named::Tab, Modifiers::SHIFT);
    window.send(redress::ui::shell::Message::Screen(Message::Settings(settings::Message::PageChosen(Page::Calendar))));
    let focus = |name| settings::Message::Calendar(calendar::Message::DayReached(name));
    window.send(redress::ui::shell::Message::Screen(Message::Settings(focus(today))));
    let days = (0..12).find(|_| {
        window.press(Named::Tab).press(Named::Space);
        window.command("s");
        !office(&window).calendar().is_working_day(today)
    });
    assert!(days.is_some(), "the days are a stop");
}

#[test]
fn limits_of_their_own_are_switched_on_and_off() {
    let mut room = opened(Role::Admin);
    say(&mut room, settings::Message::PageChosen(Page::Limits));
    let limit = |message| settings::Message::Limits(message);
    let priority = Priority::ALL[0];
    say(&mut room, limit(limits::Message::OwnToggled(Which::Reports(priority))));
    say(&mut room, limit(limits::Message::Amount(Which::Reports(priority), "15".to_owned())));
    say(&mut room, limit(limits::Message::OwnToggled(Which::ExtraCallback)));
    save(&mut room);
    let limits = room.office().limits().clone();
    assert_eq!(limits.report_for(priority).amount, 15);
    assert_eq!(limits.report_for(Priority::ALL[1]).amount, 30);
    assert_eq!(limits.callback_extra.map(|it| it.amount), Some(3));
    say(&mut room, limit(limits::Message::OwnToggled(Which::ExtraCallback)));
    save(&mut room);
    assert_eq!(room.office().limits().callback_extra, None);
}

#[test]
fn teams_and_channels_are_kept() {
    let mut room = opened(Role::Admin);
    let (leader, member) = (room.world.supervisor(), room.world.handler());
    let team = |message| settings::Message::Teams(message);
    say(&mut room, settings::Message::PageChosen(Page::Teams));
    for message in [
        entries::Message::Added(None),
        entries::Message::Changed(teams::Change::Name("春节应急小组".to_owned())),
        entries::Message::Changed(teams::Change::Leader(Some(leader))),
        entries::Message::Changed(teams::Change::Member(member)),
    ] {
        say(&mut room, team(message));
    }
    save(&mut room);
    let kept = room.office().teams().last().unwrap().clone();
    assert_eq!((kept.name.as_str(), kept.leader, kept.members), ("春节应急小组", leader, vec![member]));
    room.sees("春节应急小组");

    let channel = |message| settings::Message::Channels(message);
    say(&mut room, settings::Message::PageChosen(Page::Channels));
    let id = room.office().channels().next().unwrap().id;
    say(&mut room, channel(entries::Message::Chosen(id)));
    say(&mut room, channel(entries::Message::Changed(channels::Change::Owner(Some(leader)))));
    save(&mut room);
    assert_eq!(room.office().channel(id).unwrap().owner, Some(leader));
    say(&mut room, channel(entries::Message::Chosen(id)));
    say(&mut room, channel(entries::Message::Toggled(id)));
    assert!(!room.office().channel(id).unwrap().active);
}

#[test]
fn a_script_is_edited_and_what_is_wrong_stands_under_it() {
    let mut room = opened(Role::Admin);
    let script = |message| settings::Message::Scripts(message);
    let edit = |words: &str| {
        let edit = iced::widget::text_editor::Edit::Paste(Arc::new(words.to_owned()));
        scripts::Message::Edited(iced::widget::text_editor::Action::Edit(edit))
    };
    say(&mut room, settings::Message::PageChosen(Page::Scripts));
    room.sees("六不").sees("通话时的样子");
    let before = room.office().scripts().to_vec();
    say(&mut room, script(scripts::Message::StepAdded));
    room.sees("这一步还没有话");
    // What would break off during a call is not saved, and stays.
    save(&mut room);
    assert_eq!(room.office().scripts(), before);
    say(&mut room, script(edit("{time")));
    save(&mut room);
    assert_eq!(room.office().scripts(), before);
    say(&mut room, script(scripts::Message::StepRemoved));
    say(&mut room, script(scripts::Message::StepAdded));
    say(&mut room, script(edit("产品是")));
    say(&mut room, script(scripts::Message::PlaceholderPut(Placeholder::Service)));
    say(&mut room, script(scripts::Message::SayingAdded));
    room.keep("settings-script-edited", LARGE);
    save(&mut room);
    let callback = room.office().scripts().iter().find(|it| it.kind == ScriptKind::Callback).unwrap().clone();
    let step = callback.steps.iter().find(|it| it.words == "产品是{service}").unwrap();
    assert_eq!((step.kind, step.others.len()), (StepKind::Body, 1));
}

#[test]
fn mistakes_in_a_script_are_told_in_words() {
    #[track_caller]
    fn told(words: &str, then: &str) {
        let mut room = opened(Role::Admin);
        say(&mut room, settings::Message::PageChosen(Page::Scripts));
        say(&mut room, settings::Message::Scripts(scripts::Message::StepAdded));
        let edit = iced::widget::text_editor::Edit::Paste(Arc::new(words.to_owned()));
        let edit = scripts::Message::Edited(iced::widget::text_editor::Action::Edit(edit));
        say(&mut room, settings::Message::Scripts(edit));
        room.sees(then);
    }
    told("您好{costumer}", "没有“costumer”这个占位；是不是客户，写作 {customer}？");
    told("您好{abc}", "没有“abc”这个占位");
    told("您好{time", "花括号没有合上");
    told("您好}", "多了一个右花括号");
    told("您好｛time｝", "全角花括号不起作用，请用半角");
    told(&"好".repeat(301), "有 301 字，一口气说不完；最多 300 字");
}

#[test]
fn a_rule_is_changed_within_its_bounds_and_says_by_whom() {
    let mut room = opened(Role::Admin);
    let rule = |message| settings::Message::Rules(message);
    say(&mut room, settings::Message::PageChosen(Page::Rules));
    // X5 is the fifth line.
    say(&mut room, rule(rules::Message::Chosen(4)));
    room.sees("默认：2 次").sees("建账以来没有改过");
    for wrong in ["", "0", "10", "两次", "-1", "2.5"] {
        say(&mut room, rule(rules::Message::Typed(Setting::EscalateAfterUnsatisfied, wrong.to_owned())));
        room.sees("请填 1 到 9 之间的整数");
        save(&mut room);
        assert_eq!(room.office().rules().escalate_after_unsatisfied, 2, "{wrong:?}");
    }
    say(&mut room, rule(rules::Message::Typed(Setting::EscalateAfterUnsatisfied, "3".to_owned())));
    say(&mut room, rule(rules::Message::Chose(rules::Choosing::Scope(ApprovalScope::All))));
    save(&mut room);
    assert_eq!(room.office().rules().escalate_after_unsatisfied, 3);
    assert_eq!(room.office().rules().approval_scope, ApprovalScope::All);
    let admin = room.world.person(Role::Admin, None);
    let name = room.office().person(admin).unwrap().name.to_string();
    let when = room.world.wall(room.world.now);
    let told = format!("{when} {name} 改过");
    room.keep("settings-rule", LARGE);
    room.sees(&told);
}

#[test]
fn rules_and_scripts_are_walked_by_keys() {
    for locale in Locale::ALL {
        let hall = Hall::practice();
        let mut window = at_the_keys(&hall, locale);
        // 规则 is the tenth page; 恢复默认, then the list: X5, whose number is the next stop.
        for _ in 0..9 {
            window.press(Named::ArrowDown);
        }
        tab(&mut window, 2).press(Named::Home);
        for _ in 0..4 {
            window.press(Named::ArrowDown);
        }
        window.press(Named::Tab).press(Named::End).press_with(Named::Backspace, Modifiers::empty()).write("4");
        window.picture(&format!("settings-rule-keys-{}", locale.tag()));
        window.press_with(Named::Enter, Modifiers::COMMAND);
        assert_eq!(office(&window).rules().escalate_after_unsatisfied, 4, "{locale:?}");
    }
}

#[test]
fn who_still_holds_open_work_is_not_retired_and_the_note_says_what_is_in_the_way() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let admin = room.world.person(Role::Admin, None);
    let handler = room.complaint_in_log(cases[5]).orders[0].handler.unwrap();
    room.enter(admin).go(Place::Settings);
    let retire = settings::Message::People(people::Message::Entry(entries::Message::Toggled(handler)));
    say(&mut room, retire.clone());
    assert!(room.office().person(handler).unwrap().active);
    let name = room.office().person(handler).unwrap().name.to_string();
    let numbers = [cases[4].short(), cases[5].short()].join("、");
    room.sees(&format!("{name}手上还有 2 件没有办结：{numbers}。请先换处理人或办完，再停用。"));
    room.keep("settings-retire-refused", LARGE);
    // Somebody who is named by a category is in the way too, and the note names the category.
    let department = room.office().person(handler).unwrap().department;
    say(&mut room, settings::Message::Departments(entries::Message::Toggled(department)));
    assert!(room.office().department(department).unwrap().active);
}

/// The page says what the rules do: who is told, what stands still, how much longer a handler may take.
#[test]
fn what_follows_from_a_broken_limit_is_said_as_the_rules_have_it() {
    let mut room = opened(Role::Admin);
    say(&mut room, settings::Message::PageChosen(Page::Limits));
    room.sees("超时后").sees("特殊情况").sees("漏 3 次生成督办").sees("可延长 240 工作分钟");
    let report = limits::Message::Chosen(Which::Clock(ClockName::Report));
    say(&mut room, settings::Message::Limits(report));
    room.sees("连续漏报 3 次：自动生成督办。").sees("再过 30 工作分钟：提醒部门经理。");
    // Another rule, another word.
    let mut rules = room.office().rules().clone();
    (rules.missed_reports_to_supervise, rules.longest_promise_minutes) = (5, 90);
    let command = redress::domain::office::Command::SetRules { rules };
    let admin = room.world.person(Role::Admin, None);
    let request = redress::app::Request::office(admin, command);
    redress::store::wait(Box::pin(room.desk.act(request))).unwrap();
    room.follow().sees("漏 5 次生成督办").sees("可延长 90 工作分钟");
}

fn phrases(window: &Window) -> Vec<Phrase> {
    office(window).phrases().to_vec()
}

fn codes(window: &Window) -> Vec<String> {
    phrases(window).into_iter().map(|it| it.code).collect()
}

/// 常用语 is the ninth page; 补上标准常用语 and 添加常用语 come before the list.
fn at_the_phrases(hall: &Hall, locale: Locale) -> Window {
    let mut window = at_the_keys(hall, locale);
    for _ in 0..8 {
        window.press(Named::ArrowDown);
    }
    window
}

/// From the code to the words: past the name and the places, of which the first is chosen.
fn fill(window: &mut Window, (code, name): (&str, &str), words: &str) {
    window.write(code).press(Named::Tab).write(name).press(Named::Tab).press(Named::Space);
    tab(window, PhrasePlace::ALL.len()).write(words);
}

#[test]
fn phrases_are_kept_by_keys_alone_in_every_language() {
    for locale in Locale::ALL {
        let hall = Hall::practice();
        let mut window = at_the_phrases(&hall, locale);
        let before = codes(&window);
        // Added: the code has the keyboard at once, the words are written in the editor, a placeholder is put in.
        tab(&mut window, 2).press(Named::Enter);
        // The blank row is brought into sight at the end of a long list.
        assert!(window.find("/").is_some(), "{locale:?}");
        fill(&mut window, ("tui7", "七天退货"), "七天内可退货，");
        window.press(Named::Tab).press(Named::Enter);
        window.picture(&format!("settings-phrase-keys-{}", locale.tag()));
        assert_eq!(codes(&window), before, "{locale:?}: nothing is in force before it is saved");
        window.command("s");
        let kept = phrases(&window).pop().unwrap();
        assert_eq!((kept.code.as_str(), kept.name.as_str(), kept.active), ("tui7", "七天退货", true));
        assert_eq!(kept.places.iter().copied().collect::<Vec<_>>(), [PhrasePlace::Content]);
        let word = Placeholder::ALL[0].word();
        assert_eq!(kept.words, format!("七天内可退货，{{{word}}}"), "{locale:?}");

        // Moved: after saving the list has the keyboard, at the new one; 上移 is the next stop. At the top that button
        // goes, and 下移 has the keyboard.
        window.press(Named::Tab);
        for _ in 0..before.len() {
            window.press(Named::Enter);
        }
        window.press(Named::Enter).command("s");
        let mut moved = before.clone();
        moved.insert(1, "tui7".to_owned());
        assert_eq!(codes(&window), moved, "{locale:?}: to the top, and one down again");

        // Edited and retired: the name gets a word more, 停用 is the last stop of the side.
        tab(&mut window, 4).press(Named::End).write("说明");
        tab(&mut window, 2 + PhrasePlace::ALL.len() + Placeholder::ALL.len()).press(Named::Enter);
        window.press_with(Named::Enter, Modifiers::COMMAND);
        let kept = phrases(&window).into_iter().find(|it| it.code == "tui7").unwrap();
        assert_eq!((kept.name.as_str(), kept.active), ("七天退货说明", false), "{locale:?}");
    }
}

#[test]
fn a_code_that_is_taken_is_refused_in_place_and_what_was_typed_stays() {
    let hall = Hall::practice();
    let mut window = at_the_phrases(&hall, Locale::ZhCn);
    let before = phrases(&window);
    let taken = before[0].code.clone();
    tab(&mut window, 2).press(Named::Enter);
    // Capitals make no other code.
    fill(&mut window, (&taken.to_uppercase(), "又一条"), "照旧");
    let told = format!("代码“{}”已有别的常用语在用，请换一个", taken.to_uppercase());
    assert!(window.find(&told).is_some());
    window.command("s");
    window.picture("settings-phrase-twice");
    assert_eq!(phrases(&window), before);
    assert!(window.find("没有保存，已填内容都在").is_some() && window.find(&told).is_some());
    // The keyboard is still in the words; the code is put right and everything else is as it was.
    for _ in 0..=PhrasePlace::ALL.len() + 1 {
        window.press_with(Named::Tab, Modifiers::SHIFT);
    }
    window.press(Named::End).write("2");
    assert!(window.find(&told).is_none() && window.find("没有保存，已填内容都在").is_none());
    window.command("s");
    let kept = phrases(&window).pop().unwrap();
    assert_eq!(kept.code, format!("{}2", taken.to_uppercase()));
    assert_eq!((kept.name.as_str(), kept.words.as_str(), phrases(&window).len()), ("又一条", "照旧", before.len() + 1));
}
