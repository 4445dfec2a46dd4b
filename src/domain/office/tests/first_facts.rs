//! The first facts: complete, lawful, and the same office in every language.

use std::collections::BTreeSet;

use super::super::founding::{Founding, found, practice, standard};
use super::super::laws;
use super::*;
use crate::domain::role::Role;

const TAGS: [&str; 3] = ["zh-CN", "zh-TW", "en"];

/// What an office is apart from its names.
fn skeleton(facts: &[Event]) -> Vec<Event> {
    let blank = line("-");
    let strip = |event: &Event| match event.clone() {
        Event::Founded { purpose, .. } => Event::Founded { name: blank.clone(), language: blank.clone(), purpose },
        Event::DepartmentAdded(it) => Event::DepartmentAdded(Department { name: blank.clone(), ..it }),
        Event::PersonAdded(it) => {
            let region = it.region.as_ref().map(|_| blank.clone());
            Event::PersonAdded(Person { name: blank.clone(), region, ..it })
        }
        Event::TeamAdded(it) => Event::TeamAdded(Team { name: blank.clone(), ..it }),
        Event::ChannelAdded(it) => Event::ChannelAdded(Channel { name: blank.clone(), ..it }),
        Event::CategoryAdded(it) => {
            let words = it.words.iter().take(1).map(|_| blank.clone()).collect();
            Event::CategoryAdded(Category { name: blank.clone(), words, ..it })
        }
        Event::FormsSet(it) => Event::FormsSet(Forms { blessings: Vec::new(), ..it }),
        Event::ScriptsSet { scripts } => {
            Event::ScriptsSet { scripts: scripts.into_iter().map(|it| Script { steps: Vec::new(), ..it }).collect() }
        }
        Event::PhrasesSet { phrases } => {
            let blank = |it: Phrase| Phrase { code: String::new(), name: String::new(), words: String::new(), ..it };
            Event::PhrasesSet { phrases: phrases.into_iter().map(blank).collect() }
        }
        other => other,
    };
    facts.iter().map(strip).collect()
}

#[test]
fn every_founding_is_lawful_in_every_language() {
    for tag in TAGS {
        for words in [Founding::standard(line("A"), tag), Founding::practice(tag)] {
            let words = words.unwrap();
            let facts = words.clone().facts();
            assert_eq!(laws::broken(&fold(&facts)), vec![], "{tag}");
            assert_eq!(found(words), Ok(facts), "{tag}");
        }
    }
}

#[test]
fn an_office_is_the_same_in_every_language() {
    for tag in TAGS {
        assert_eq!(skeleton(&standard(line("A"), tag)), skeleton(&standard(line("A"), "zh-CN")), "{tag}");
        assert_eq!(skeleton(&practice(tag)), skeleton(&practice("zh-CN")), "{tag}");
        let office = fold(&standard(line("A"), tag));
        assert_eq!(office.language(), tag);
    }
}

#[test]
fn no_language_leaves_a_name_to_another() {
    let han = |it: &str| it.chars().any(|it| ('\u{4e00}'..='\u{9fff}').contains(&it));
    for facts in [standard(line("A"), "en"), practice("en")] {
        let office = fold(&facts);
        let categories: Vec<_> = office.categories().flat_map(|it| it.words.iter().chain([&it.name])).collect();
        let names = office.departments().map(|it| &it.name).chain(office.people().map(|it| &it.name));
        let names = names.chain(office.channels().map(|it| &it.name)).chain(categories);
        let names = names.chain(office.teams().map(|it| &it.name));
        assert_eq!(names.filter(|it| han(it)).collect::<Vec<_>>(), Vec::<&Line>::new());
    }
    // Characters that only the one script has.
    let simplified = ["综", "售后", "质", "务", "产", "运", "应", "经", "处"];
    let text = serde_json::to_string(&standard(line("A"), "zh-TW")[..40]).unwrap();
    assert_eq!(simplified.iter().filter(|it| text.contains(**it)).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[track_caller]
fn speaks(tag: &str, then: &str) {
    assert_eq!(fold(&standard(line("A"), tag)).language(), then, "{tag}");
}

#[test]
fn the_nearest_language_is_taken() {
    speaks("en-GB", "en");
    speaks("en_US", "en");
    speaks("zh-Hant-HK", "zh-TW");
    speaks("zh_TW", "zh-TW");
    speaks("zh-Hans-SG", "zh-CN");
    speaks("zh", "zh-CN");
    speaks("fr", "zh-CN");
    speaks("", "zh-CN");
}

#[test]
fn the_first_complaint_finds_all_it_needs() {
    let office = house();
    assert!(office.is_founded() && !office.is_practice());
    assert_eq!((office.name(), office.company()), ("恒川电器", "恒川电器"));
    assert_eq!(office.front_desk().map(|it| &*it.name), Some("综合部"));
    for role in Role::ALL {
        assert!(office.holders(*role).next().is_some(), "{role:?}");
    }
    assert_eq!(office.channels().count(), 11);
    assert_eq!(office.categories().filter(|it| it.parent.is_none()).count(), 12);
    for category in office.categories().filter(|it| &*it.name != "其他") {
        let responsible = office.responsible(category.id);
        let department = responsible.department.unwrap_or_default();
        assert!(!office.approvers_of(department).is_empty(), "{}", category.name);
        let to = match responsible.route {
            Route::Direct => responsible.handler,
            Route::ViaManager(manager) => Some(manager),
        };
        assert!(to.is_some(), "{}", category.name);
        assert!(office.escalation_target(category.id).is_some(), "{}", category.name);
        assert!(!category.words.is_empty(), "{}", category.name);
    }
}

#[test]
fn safety_is_major_from_the_start() {
    let office = house();
    let safety = category(&office, "安全");
    let below: BTreeSet<_> = office.subcategories(safety).map(|it| it.severity).collect();
    assert_eq!(below, BTreeSet::from([Severity::Major]));
}

#[test]
fn the_practice_office_says_so_and_has_its_people() {
    let office = fold(&practice("zh-CN"));
    assert!(office.is_practice());
    assert_eq!(office.name(), "恒川电器");
    assert_eq!(office.people().count(), 22);
    let away = office.person(person(&office, "郑海峰")).unwrap();
    assert_eq!((away.presence, office.stand_in(away.id)), (Presence::Away, person(&office, "吴建波")));
    assert!(!office.person(person(&office, "秦可")).unwrap().active);
}

#[test]
fn an_office_without_an_administrator_is_not_founded() {
    let mut words = Founding::standard(line("A"), "zh-CN").unwrap();
    words.people.retain(|it| !it.roles.has(Role::Admin));
    assert_eq!(found(words), Err(Rejection::LastOf { role: Role::Admin }));
}

#[test]
fn the_calendar_of_the_founding_fits_into_one_small_fact() {
    for fact in standard(line("A"), "zh-CN") {
        let bytes = rmp_serde::to_vec_named(&fact).unwrap().len();
        assert!(bytes < 60_000, "{bytes} bytes");
    }
}
