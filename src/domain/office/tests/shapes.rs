//! Samples of every command and event, and their way through JSON and the packed form.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde::de::DeserializeOwned;

use super::*;
use crate::domain::complaint::terms::Money;
use crate::domain::limits::ClockName;
use crate::domain::record::Position;
use crate::domain::text::Prose;

pub fn checksum(digit: char) -> Checksum {
    Checksum::new(&digit.to_string().repeat(64)).unwrap()
}

fn february() -> Month {
    "2026-02".parse().unwrap()
}

fn note() -> Prose {
    Prose::new("请补充改进措施").unwrap()
}

/// A standard office in which February's report waits and one channel is retired.
pub fn prepared() -> Office {
    let mut office = house();
    let submit =
        Command::SubmitMonthReport { month: february(), checksum: checksum('a'), position: Position(100), note: None };
    wish(&mut office, "前台", submit).unwrap();
    let what = Subject::Channel(channel(&office, "信函"));
    done(&mut office, Command::Retire { what });
    office
}

/// One of each, all of which the prepared office takes from who may.
pub fn every_command(office: &Office) -> Vec<Command> {
    let mut limits = office.limits().clone();
    let mut longer = limits.of(ClockName::Dispatch);
    longer.amount = 15;
    limits.set(ClockName::Dispatch, longer).unwrap();
    let mut calendar = office.calendar().clone();
    calendar.confirm_year(2031);
    let handler = person(office, "售后处理人");
    let desk = DepartmentWords { name: line("客服部"), kind: DepartmentKind::FrontDesk, default_handler: None };
    let region =
        DepartmentWords { name: line("华北片区"), kind: DepartmentKind::Region, default_handler: Some(handler) };
    let team = TeamWords { name: line("快速反应小组"), leader: handler, members: vec![person(office, "前台")] };
    let watched =
        ChannelWords { name: line("门店转来"), kind: ChannelKind::Relayed, owner: Some(person(office, "前台")) };
    let subcategory = CategoryWords {
        parent: Some(category(office, "产品质量")),
        route: Route::ViaManager(person(office, "销售经理")),
        department: Some(department(office, "质检部")),
        handler: Some(handler),
        escalation: Some(person(office, "质检部主管")),
        words: vec![line("噪音")],
        ..plain_category("噪音")
    };
    vec![
        Command::Rename { name: line("恒川电器集团") },
        Command::AddDepartment(region),
        Command::ChangeDepartment { id: department(office, "综合部"), to: desk },
        Command::AddPerson(PersonWords {
            region: Some(line("华北")),
            approval_limit: Some(Money::yuan(5_000)),
            deputy: Some(handler),
            share: Share(50),
            ..somebody(office, "李想", [Role::DepartmentHandler, Role::DepartmentManager])
        }),
        person_changed(office, "前台", |it| it.name = line("林晓芸")),
        Command::SetPresence { person: handler, presence: Presence::Away },
        Command::AddTeam(team.clone()),
        Command::ChangeTeam { id: TeamId(1), to: team },
        Command::AddCategory(subcategory),
        category_changed(office, "外观", |it| it.severity = Severity::Major),
        Command::AddChannel(watched.clone()),
        Command::ChangeChannel { id: channel(office, "电话"), to: watched },
        Command::Retire { what: Subject::Channel(channel(office, "其他")) },
        Command::Restore { what: Subject::Channel(channel(office, "信函")) },
        Command::SetLimits { limits },
        Command::SetCalendar { calendar },
        Command::SetRules { rules: Rules { month_cut_off: Some(25), ..office.rules().clone() } },
        Command::SetScripts { scripts: office.scripts().iter().take(3).cloned().collect() },
        Command::SetPhrases { phrases: office.phrases().iter().skip(2).cloned().collect() },
        Command::SetForms { forms: Forms { company: Some(line("恒川")), ..office.forms().clone() } },
        Command::SubmitMonthReport {
            month: february(),
            checksum: checksum('b'),
            position: Position(120),
            note: Some(note()),
        },
        Command::FileMonthReport { month: february(), checksum: checksum('a'), note: Some(note()) },
        Command::SendBackMonthReport { month: february(), note: note() },
    ]
}

/// A new event stops the build here and then fails until a sample of it goes both ways.
fn tag(event: &Event) -> &'static str {
    match event {
        Event::Founded { .. } => "founded",
        Event::Renamed { .. } => "renamed",
        Event::DepartmentAdded(_) => "department_added",
        Event::DepartmentChanged(_) => "department_changed",
        Event::PersonAdded(_) => "person_added",
        Event::PersonChanged(_) => "person_changed",
        Event::PresenceSet { .. } => "presence_set",
        Event::TeamAdded(_) => "team_added",
        Event::TeamChanged(_) => "team_changed",
        Event::CategoryAdded(_) => "category_added",
        Event::CategoryChanged(_) => "category_changed",
        Event::ChannelAdded(_) => "channel_added",
        Event::ChannelChanged(_) => "channel_changed",
        Event::Retired { .. } => "retired",
        Event::Restored { .. } => "restored",
        Event::LimitsSet(_) => "limits_set",
        Event::CalendarSet(_) => "calendar_set",
        Event::CalendarChanged { .. } => "calendar_changed",
        Event::RulesSet(_) => "rules_set",
        Event::ScriptsSet { .. } => "scripts_set",
        Event::PhrasesSet { .. } => "phrases_set",
        Event::FormsSet(_) => "forms_set",
        Event::MonthReportSubmitted { .. } => "month_report_submitted",
        Event::MonthReportFiled { .. } => "month_report_filed",
        Event::MonthReportSentBack { .. } => "month_report_sent_back",
    }
}

const TAGS: [&str; 25] = [
    "founded",
    "renamed",
    "department_added",
    "department_changed",
    "person_added",
    "person_changed",
    "presence_set",
    "team_added",
    "team_changed",
    "category_added",
    "category_changed",
    "channel_added",
    "channel_changed",
    "retired",
    "restored",
    "limits_set",
    "calendar_set",
    "calendar_changed",
    "rules_set",
    "scripts_set",
    "phrases_set",
    "forms_set",
    "month_report_submitted",
    "month_report_filed",
    "month_report_sent_back",
];

/// The founding and what every command makes.
fn every_event() -> Vec<Event> {
    let office = prepared();
    let actors = ["管理员", "综合部主管"];
    let made = every_command(&office).into_iter().flat_map(|command| {
        let try_as = |name: &&str| wish(&mut office.clone(), name, command.clone()).ok();
        actors.iter().find_map(try_as).unwrap()
    });
    founding::standard(line("恒川电器"), "zh-CN").into_iter().chain(made).collect()
}

#[track_caller]
fn goes_both_ways<T: Serialize + DeserializeOwned + PartialEq + Debug>(it: &T) {
    let text = serde_json::to_string(it).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), it, "{text}");
    let packed = rmp_serde::to_vec_named(it).unwrap();
    assert_eq!(&rmp_serde::from_slice::<T>(&packed).unwrap(), it, "{text}");
}

#[test]
fn every_event_goes_both_ways() {
    let events = every_event();
    events.iter().for_each(goes_both_ways);
    assert_eq!(events.iter().map(tag).collect::<BTreeSet<_>>(), TAGS.into());
    for event in &events {
        let value = serde_json::to_value(event).unwrap();
        assert!(value.get(tag(event)).is_some(), "{value}");
    }
}

#[test]
fn every_command_goes_both_ways() {
    every_command(&prepared()).iter().for_each(goes_both_ways);
}

#[test]
fn an_office_goes_both_ways() {
    goes_both_ways(&prepared());
    goes_both_ways(&Office::default());
    goes_both_ways(&fold(&founding::practice("zh-TW")));
}

#[test]
fn a_command_reads_as_a_wish() {
    let text = r#"{"do":"add_person","name":"李想","department":1,"roles":["front_desk"]}"#;
    let command: Command = serde_json::from_str(text).unwrap();
    assert_eq!(command, Command::AddPerson(somebody(&house(), "李想", Role::FrontDesk)));
}

#[test]
fn debug_tells_no_names() {
    let office = house();
    let told = format!("{office:?} {:?}", every_command(&office));
    assert!(!told.contains("恒川") && !told.contains("李想") && !told.contains("前台"));
}
