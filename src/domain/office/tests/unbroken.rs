//! What a wish may not break: one row each.

use super::super::rejection::Need;
use super::super::rules::Setting;
use super::*;
use crate::domain::complaint::terms::Money;
use crate::domain::limits::{ClockName, LimitError};
use crate::domain::phrase::{MOST_CODE, MOST_WORDS, PhraseFault};
use crate::domain::role::Role;
use crate::domain::script::{Placeholder, ScriptKind, TemplateProblem};

/// The administrator's wish about a standard office is refused for this reason.
#[track_caller]
fn refused(command: impl FnOnce(&Office) -> Command, then: impl FnOnce(&Office) -> Rejection) {
    let mut office = house();
    let (command, then) = (command(&office), then(&office));
    assert_eq!(wish(&mut office, "管理员", command), Err(then));
}

/// The administrator's wish about a standard office comes true.
#[track_caller]
fn taken(command: impl FnOnce(&Office) -> Command) {
    let mut office = house();
    let command = command(&office);
    done(&mut office, command);
}

fn person_subject(office: &Office, name: &str) -> Subject {
    Subject::Person(person(office, name))
}

fn retire_person(name: &str) -> impl FnOnce(&Office) -> Command {
    move |it| Command::Retire { what: person_subject(it, name) }
}

#[test]
fn names_are_unique_among_those_in_use_of_a_kind() {
    refused(
        |it| Command::AddPerson(somebody(it, "前台", Role::FrontDesk)),
        |it| Rejection::NameTaken { by: person_subject(it, "前台"), name: line("前台") },
    );
    refused(
        |it| person_changed(it, "回访专员", |it| it.name = line("前台")),
        |it| Rejection::NameTaken { by: person_subject(it, "前台"), name: line("前台") },
    );
    refused(
        |_| {
            let kind = DepartmentKind::Handling;
            Command::AddDepartment(DepartmentWords { name: line("物流部"), kind, default_handler: None })
        },
        |it| Rejection::NameTaken { by: Subject::Department(department(it, "物流部")), name: line("物流部") },
    );
    refused(
        |_| Command::AddCategory(plain_category("安全")),
        |it| Rejection::NameTaken { by: Subject::Category(category(it, "安全")), name: line("安全") },
    );
    // Under another category, and of another kind, a name is free.
    taken(|it| {
        let parent = Some(category(it, "安全"));
        Command::AddCategory(CategoryWords { parent, ..plain_category("外观") })
    });
    taken(|it| Command::AddPerson(somebody(it, "物流部", Role::FrontDesk)));
}

#[test]
fn a_retired_name_is_free_but_does_not_come_back_beside_its_heir() {
    let mut office = house();
    let old = channel(&office, "信函");
    done(&mut office, Command::Retire { what: Subject::Channel(old) });
    let words = ChannelWords { name: line("信函"), kind: ChannelKind::Direct, owner: None };
    done(&mut office, Command::AddChannel(words));
    let heir = office.channels().find(|it| it.active && &*it.name == "信函").unwrap().id;
    assert_eq!(heir, ChannelId(12), "a number is never given twice");
    let by = Subject::Channel(old);
    let restored = wish(&mut office, "管理员", Command::Restore { what: by });
    assert_eq!(restored, Err(Rejection::NameTaken { by, name: line("信函") }));
}

#[test]
fn what_is_used_is_not_retired() {
    let needed = |what, need| Rejection::Needed { what, need };
    refused(
        |it| Command::Retire { what: Subject::Department(department(it, "华东片区")) },
        |it| {
            let what = Subject::Department(department(it, "华东片区"));
            needed(what, Need::HomeOf(person(it, "华东片区负责人")))
        },
    );
    refused(retire_person("物流处理人"), |it| {
        let what = person_subject(it, "物流处理人");
        needed(what, Need::HandlerOf(Subject::Department(department(it, "物流部"))))
    });
    refused(retire_person("质检部主管"), |it| {
        needed(person_subject(it, "质检部主管"), Need::EscalationOf(category(it, "产品质量")))
    });
    refused(retire_person("综合部主管"), |it| {
        needed(person_subject(it, "综合部主管"), Need::MemberOf(Subject::Team(TeamId(1))))
    });
    refused(retire_person("前台"), |it| {
        let chat = Subject::Channel(channel(it, "在线客服"));
        needed(person_subject(it, "前台"), Need::OwnerOf(chat))
    });
    refused(
        |it| Command::Retire { what: Subject::Category(category(it, "安全")) },
        |it| {
            let what = Subject::Category(category(it, "安全"));
            needed(what, Need::ParentOf(category(it, "冒烟异味")))
        },
    );
    taken(retire_person("回访专员"));
    taken(|it| Command::Retire { what: Subject::Category(category(it, "冒烟异味")) });
}

#[test]
fn a_department_is_retired_once_its_people_have_moved() {
    let mut office = house();
    let (east, sales) = (department(&office, "华东片区"), department(&office, "销售部"));
    let what = Subject::Department(east);
    let moved = person_changed(&office, "华东片区负责人", |it| it.department = sales);
    done(&mut office, moved);
    done(&mut office, Command::Retire { what });
    assert!(office.department(east).is_some_and(|it| !it.active && &*it.name == "华东片区"));
    assert_eq!(wish(&mut office, "管理员", Command::Retire { what }), Err(Rejection::AlreadyRetired { what }));
    let to = DepartmentWords { name: line("东区"), kind: DepartmentKind::Region, default_handler: None };
    let changed = wish(&mut office, "管理员", Command::ChangeDepartment { id: east, to });
    assert_eq!(changed, Err(Rejection::IsRetired { what }));
    done(&mut office, Command::Restore { what });
    assert_eq!(wish(&mut office, "管理员", Command::Restore { what }), Err(Rejection::NotRetired { what }));
}

#[test]
fn an_administrator_a_desk_and_a_supervisor_remain() {
    refused(retire_person("管理员"), |_| Rejection::LastOf { role: Role::Admin });
    refused(
        |it| person_changed(it, "管理员", |it| it.roles = Role::Manager.into()),
        |_| Rejection::LastOf { role: Role::Admin },
    );
    refused(
        |it| person_changed(it, "综合部主管", |it| it.roles = Role::FrontDesk.into()),
        |_| Rejection::LastOf { role: Role::FrontDeskSupervisor },
    );
    let mut office = house();
    let caller = person(&office, "回访专员");
    done(&mut office, Command::Retire { what: Subject::Person(caller) });
    let last = person_changed(&office, "前台", |it| it.roles = Role::Manager.into());
    assert_eq!(wish(&mut office, "管理员", last), Err(Rejection::LastOf { role: Role::FrontDesk }));
    let words = somebody(&office, "第二管理员", Role::Admin);
    done(&mut office, Command::AddPerson(words));
    let first = person(&office, "管理员");
    done(&mut office, Command::Retire { what: Subject::Person(first) });
}

#[test]
fn a_desk_a_channel_and_a_category_remain() {
    refused(
        |it| {
            let to = DepartmentWords { name: line("综合部"), kind: DepartmentKind::Staff, default_handler: None };
            Command::ChangeDepartment { id: department(it, "综合部"), to }
        },
        |_| Rejection::NoFrontDesk,
    );
    let mut office = house();
    let channels: Vec<_> = office.channels().map(|it| Subject::Channel(it.id)).collect();
    let results: Vec<_> =
        channels.iter().map(|it| wish(&mut office, "管理员", Command::Retire { what: *it })).collect();
    assert!(results[..10].iter().all(Result::is_ok));
    assert_eq!(results[10], Err(Rejection::NoChannel));
    let mut categories: Vec<_> = office.categories().map(|it| (it.parent.is_none(), it.id)).collect();
    categories.sort_unstable();
    let retired = categories.iter().map(|(_, it)| Command::Retire { what: Subject::Category(*it) });
    let results: Vec<_> = retired.map(|it| wish(&mut office, "管理员", it)).collect();
    let (last, others) = results.split_last().unwrap();
    assert!(others.iter().all(Result::is_ok));
    assert_eq!(*last, Err(Rejection::NoCategory));
}

#[test]
fn a_route_names_people_in_use_who_hold_the_role() {
    refused(
        |it| {
            let desk = person(it, "前台");
            category_changed(it, "物流配送", |it| it.route = Route::ViaManager(desk))
        },
        |it| Rejection::RoleMissing {
            person: person(it, "前台"),
            role: Role::EscalationManager,
            need: Need::RouteOf(category(it, "物流配送")),
        },
    );
    refused(
        |it| category_changed(it, "物流配送", |it| it.escalation = Some(PersonId(99))),
        |it| Rejection::Needed {
            what: Subject::Person(PersonId(99)),
            need: Need::EscalationOf(category(it, "物流配送")),
        },
    );
    refused(
        |it| {
            let manager = person(it, "物流部门经理");
            category_changed(it, "延误", |it| it.handler = Some(manager))
        },
        |it| Rejection::RoleMissing {
            person: person(it, "物流部门经理"),
            role: Role::DepartmentHandler,
            need: Need::HandlerOf(Subject::Category(category(it, "延误"))),
        },
    );
    refused(
        |it| {
            let staff = department(it, "信息部");
            category_changed(it, "延误", |it| it.department = Some(staff))
        },
        |it| Rejection::NotAHandlingDepartment {
            department: department(it, "信息部"), category: category(it, "延误")
        },
    );
    refused(
        |it| category_changed(it, "延误", |it| it.department = Some(DepartmentId(99))),
        |it| Rejection::Needed {
            what: Subject::Department(DepartmentId(99)),
            need: Need::ResponsibleFor(category(it, "延误")),
        },
    );
}

#[test]
fn categories_have_two_levels() {
    refused(
        |it| {
            let parent = Some(category(it, "外观"));
            Command::AddCategory(CategoryWords { parent, ..plain_category("划痕") })
        },
        |_| Rejection::TooDeep { category: CategoryId(44) },
    );
    refused(
        |it| {
            let parent = Some(category(it, "其他"));
            category_changed(it, "安全", |it| it.parent = parent)
        },
        |it| Rejection::TooDeep { category: category(it, "冒烟异味") },
    );
    refused(
        |it| {
            let own = Some(category(it, "其他"));
            category_changed(it, "其他", |it| it.parent = own)
        },
        |it| Rejection::TooDeep { category: category(it, "其他") },
    );
    refused(
        |it| category_changed(it, "外观", |it| it.parent = Some(CategoryId(99))),
        |it| Rejection::Needed {
            what: Subject::Category(CategoryId(99)), need: Need::ParentOf(category(it, "外观"))
        },
    );
}

#[test]
fn a_person_has_a_role_another_deputy_and_a_sound_limit() {
    refused(
        |it| {
            let own = Some(person(it, "前台"));
            person_changed(it, "前台", |it| it.deputy = own)
        },
        |it| Rejection::DeputyOfOneself { person: person(it, "前台") },
    );
    refused(
        |it| person_changed(it, "前台", |it| it.deputy = Some(PersonId(99))),
        |it| Rejection::Needed { what: Subject::Person(PersonId(99)), need: Need::DeputyOf(person(it, "前台")) },
    );
    refused(
        |it| person_changed(it, "前台", |it| it.roles = Roles::default()),
        |it| Rejection::NoRole { person: person(it, "前台") },
    );
    refused(
        |it| person_changed(it, "售后部门经理", |it| it.approval_limit = Some(Money(-1))),
        |it| Rejection::NegativeAmount { person: person(it, "售后部门经理") },
    );
    taken(|it| person_changed(it, "售后部门经理", |it| it.approval_limit = Some(Money::ZERO)));
}

#[test]
fn a_team_names_everybody_once() {
    let team = |members: &[&str]| {
        let members: Vec<_> = members.iter().map(|it| (*it).to_owned()).collect();
        move |it: &Office| {
            let members = members.iter().map(|name| person(it, name)).collect();
            Command::AddTeam(TeamWords { name: line("小组"), leader: person(it, "综合部主管"), members })
        }
    };
    let twice = |name: &'static str| {
        move |it: &Office| Rejection::MemberTwice { team: Subject::Team(TeamId(2)), person: person(it, name) }
    };
    refused(team(&["综合部主管"]), twice("综合部主管"));
    refused(team(&["前台", "前台"]), twice("前台"));
    taken(team(&["前台", "回访专员"]));
}

#[test]
fn what_nobody_knows_is_neither_changed_nor_retired() {
    for what in [
        Subject::Department(DepartmentId(99)),
        Subject::Person(PersonId(99)),
        Subject::Category(CategoryId(99)),
        Subject::Channel(ChannelId(99)),
        Subject::Team(TeamId(99)),
    ] {
        refused(|_| Command::Retire { what }, |_| Rejection::Unknown { what });
        refused(|_| Command::Restore { what }, |_| Rejection::Unknown { what });
    }
    refused(
        |it| Command::ChangePerson { id: PersonId(99), to: somebody(it, "李想", Role::Manager) },
        |_| Rejection::Unknown { what: Subject::Person(PersonId(99)) },
    );
}

#[test]
fn settings_stay_within_their_bounds() {
    let out = |setting: Setting| {
        let (least, most) = setting.bounds();
        move |_: &Office| Rejection::OutOfBounds { setting, least, most }
    };
    let set = |change: fn(&mut Rules)| {
        move |it: &Office| {
            let mut rules = it.rules().clone();
            change(&mut rules);
            Command::SetRules { rules }
        }
    };
    refused(set(|it| it.escalate_after_unsatisfied = 0), out(Setting::EscalateAfterUnsatisfied));
    refused(set(|it| it.longest_promise_minutes = 29), out(Setting::LongestPromiseMinutes));
    refused(set(|it| it.major_amount = Money::ZERO), out(Setting::MajorAmount));
    refused(set(|it| it.group_size = 1), out(Setting::GroupSize));
    refused(set(|it| it.unreachable_attempts = 21), out(Setting::UnreachableAttempts));
    refused(set(|it| it.unreachable_days = 0), out(Setting::UnreachableDays));
    refused(set(|it| it.repeat_days = 0), out(Setting::RepeatDays));
    refused(set(|it| it.archive_after_days = 0), out(Setting::ArchiveAfterDays));
    refused(set(|it| it.missed_reports_to_supervise = 0), out(Setting::MissedReportsToSupervise));
    refused(set(|it| it.callback_minutes = 0), out(Setting::CallbackMinutes));
    refused(set(|it| it.month_cut_off = Some(29)), out(Setting::MonthCutOff));
    refused(set(|it| it.unreachable_days = 4), |_| Rejection::MoreDaysThanAttempts);
    taken(set(|it| it.month_cut_off = Some(28)));
}

#[test]
fn a_time_limit_stays_within_its_bounds_and_makes_an_edition() {
    let mut office = house();
    let mut limits = office.limits().clone();
    assert_eq!(
        wish(&mut office, "管理员", Command::SetLimits { limits: limits.clone() }),
        Err(Rejection::NothingChanged)
    );
    let mut dispatch = limits.of(ClockName::Dispatch);
    dispatch.amount = 15;
    limits.set(ClockName::Dispatch, dispatch).unwrap();
    limits.edition = 77;
    done(&mut office, Command::SetLimits { limits: limits.clone() });
    assert_eq!(office.limits().edition, 2, "editions are counted by the office");
    limits.approval_ordinary.amount = 0;
    let refused = wish(&mut office, "管理员", Command::SetLimits { limits });
    let why = LimitError::OutOfBounds { least: 1, most: 60 };
    assert_eq!(refused, Err(Rejection::Limit { clock: ClockName::Approval, why }));
}

#[test]
fn a_script_is_there_once_and_does_not_break_off() {
    let set = |change: fn(&mut Vec<Script>)| {
        move |it: &Office| {
            let mut scripts = it.scripts().to_vec();
            change(&mut scripts);
            Command::SetScripts { scripts }
        }
    };
    refused(set(Vec::clear), |_| Rejection::NoScript);
    refused(
        set(|it| {
            let first = it[0].clone();
            it.push(first);
        }),
        |_| Rejection::ScriptTwice { kind: ScriptKind::Callback },
    );
    let mut office = house();
    let mut scripts = office.scripts().to_vec();
    scripts[0].steps[0].words = " ".to_owned();
    let broken = wish(&mut office, "管理员", Command::SetScripts { scripts });
    assert!(
        matches!(&broken, Err(Rejection::Script { kind: ScriptKind::Callback, problem }) if problem.step == Some(0)),
        "{broken:?}"
    );
    // A word to avoid is marked in the settings, not forbidden.
    taken(set(|it| it[0].steps[0].words.push_str("不行")));
}

#[test]
fn a_phrase_is_sound_and_its_code_means_one_thing() {
    let set = |change: fn(&mut Vec<Phrase>)| {
        move |it: &Office| {
            let mut phrases = it.phrases().to_vec();
            change(&mut phrases);
            Command::SetPhrases { phrases }
        }
    };
    let fault = |code: &'static str, fault| move |_: &Office| Rejection::Phrase { code: code.to_owned(), fault };
    taken(set(Vec::clear));
    taken(set(|it| it.swap(0, 1)));
    taken(set(|it| it[0].active = false));
    refused(set(|_| ()), |_| Rejection::NothingChanged);
    refused(set(|it| it[1].code = it[0].code.to_uppercase()), |_| Rejection::PhraseTwice { code: "JG".to_owned() });
    taken(set(|it| {
        it[0].active = false;
        it[1].code = it[0].code.clone();
    }));
    refused(set(|it| it[0].code.clear()), fault("", PhraseFault::NoCode));
    refused(set(|it| it[0].code = "经过".to_owned()), fault("经过", PhraseFault::Code { most: MOST_CODE }));
    refused(set(|it| it[0].name.clear()), fault("jg", PhraseFault::NoName));
    refused(set(|it| it[0].places.clear()), fault("jg", PhraseFault::Nowhere));
    refused(set(|it| it[0].words.clear()), fault("jg", PhraseFault::NoWords));
    let (got, most) = (MOST_WORDS + 1, MOST_WORDS);
    refused(set(|it| it[0].words = "长".repeat(MOST_WORDS + 1)), fault("jg", PhraseFault::WordsTooLong { got, most }));
    let unknown = TemplateProblem::Unknown { name: "costumer".to_owned(), meant: Some(Placeholder::Customer) };
    refused(set(|it| it[0].words = "{costumer}".to_owned()), fault("jg", PhraseFault::Words(unknown)));
}

#[test]
fn numbers_of_different_things_begin_differently() {
    refused(
        |it| {
            let callback_prefix = it.forms().number_prefix.clone();
            Command::SetForms { forms: Forms { callback_prefix, ..it.forms().clone() } }
        },
        |_| Rejection::PrefixesAlike,
    );
}

#[test]
fn what_is_as_it_was_makes_no_fact() {
    refused(|it| person_changed(it, "前台", |_| ()), |_| Rejection::NothingChanged);
    refused(|it| Command::Rename { name: line(it.name()) }, |_| Rejection::NothingChanged);
    refused(|it| Command::SetCalendar { calendar: it.calendar().clone() }, |_| Rejection::NothingChanged);
}

#[test]
fn an_office_older_than_a_law_can_still_be_changed() {
    let mut facts = founding::standard(line("A"), "zh-CN");
    facts.push(Event::RulesSet(Rules { group_size: 0, ..Rules::default() }));
    let mut office = fold(&facts);
    done(&mut office, Command::Rename { name: line("B") });
    done(&mut office, Command::SetRules { rules: Rules::default() });
}
