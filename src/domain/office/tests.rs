//! Rows over a standard office in which one thing is wished for.

mod calendar;
mod first_facts;
mod permission;
mod reports;
mod shapes;
mod unbroken;
mod work;

use chrono::{NaiveDate, NaiveTime};

use super::command::{CategoryWords, ChannelWords, DepartmentWords, PersonWords, TeamWords};
use super::*;
use crate::domain::complaint::terms::Severity;
use crate::domain::role::Roles;

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn fold(facts: &[Event]) -> Office {
    let mut office = Office::default();
    for fact in facts {
        evolve(&mut office, fact);
    }
    office
}

fn house() -> Office {
    fold(&founding::standard(line("恒川电器"), "zh-CN"))
}

#[track_caller]
fn person(office: &Office, name: &str) -> PersonId {
    office.people().find(|it| &*it.name == name).unwrap().id
}

#[track_caller]
fn department(office: &Office, name: &str) -> DepartmentId {
    office.departments().find(|it| &*it.name == name).unwrap().id
}

#[track_caller]
fn category(office: &Office, name: &str) -> CategoryId {
    office.categories().find(|it| &*it.name == name).unwrap().id
}

#[track_caller]
fn channel(office: &Office, name: &str) -> ChannelId {
    office.channels().find(|it| &*it.name == name).unwrap().id
}

fn noon(year: i32, month: u32, day: u32) -> Moment {
    let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    Calendar::mainland().moment(day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap()))
}

/// The named person wishes something on 12 March 2026 and it happens, or not.
fn wish(office: &mut Office, name: &str, command: Command) -> Result<Vec<Event>, Rejection> {
    let ctx = Ctx { actor: person(office, name), now: noon(2026, 3, 12) };
    let facts = decide(&ctx, office, command)?;
    for fact in &facts {
        evolve(office, fact);
    }
    Ok(facts)
}

/// The administrator's wish comes true.
#[track_caller]
fn done(office: &mut Office, command: Command) {
    let facts = wish(office, "管理员", command);
    assert!(facts.is_ok(), "{facts:?}");
}

fn person_words(it: &Person) -> PersonWords {
    let Person { name, department, roles, region, approval_limit, deputy, share, .. } = it.clone();
    PersonWords { name, department, roles, region, approval_limit, deputy, share }
}

fn category_words(it: &Category) -> CategoryWords {
    let Category { parent, name, route, department, handler, severity, escalation, words, .. } = it.clone();
    CategoryWords { parent, name, route, department, handler, severity, escalation, words }
}

/// Change one person's entry.
#[track_caller]
fn person_changed(office: &Office, name: &str, change: impl FnOnce(&mut PersonWords)) -> Command {
    let id = person(office, name);
    let mut to = person_words(office.person(id).unwrap());
    change(&mut to);
    Command::ChangePerson { id, to }
}

/// Change one category.
#[track_caller]
fn category_changed(office: &Office, name: &str, change: impl FnOnce(&mut CategoryWords)) -> Command {
    let id = category(office, name);
    let mut to = category_words(office.category(id).unwrap());
    change(&mut to);
    Command::ChangeCategory { id, to }
}

fn somebody(office: &Office, name: &str, roles: impl Into<Roles>) -> PersonWords {
    PersonWords {
        name: line(name),
        department: department(office, "综合部"),
        roles: roles.into(),
        region: None,
        approval_limit: None,
        deputy: None,
        share: Share::default(),
    }
}

fn plain_category(name: &str) -> CategoryWords {
    CategoryWords {
        parent: None,
        name: line(name),
        route: Route::Direct,
        department: None,
        handler: None,
        severity: Severity::Minor,
        escalation: None,
        words: Vec::new(),
    }
}
