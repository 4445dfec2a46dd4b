//! What holds over the whole office, whatever was changed last.
//!
//! `decide` carries a wish out on a copy and asks for the laws that are broken then and were not before. So no
//! change needs a list of its own side effects, and an office older than a law can still be mended step by step.

use std::collections::BTreeMap;

use crate::domain::id::{DepartmentId, PersonId};
use crate::domain::office::Office;
use crate::domain::office::directory::{Category, DepartmentKind, Route, Subject};
use crate::domain::office::rejection::{Need, Rejection};
use crate::domain::office::rules::Setting;
use crate::domain::phrase::{self, Phrase};
use crate::domain::role::Role;
use crate::domain::script::{Manners, ScriptKind};

/// Roles without which no complaint runs to its end.
pub const NEEDED: &[Role] = &[Role::Admin, Role::FrontDesk, Role::FrontDeskSupervisor];

/// The laws that are broken; empty for a sound office.
#[must_use]
pub fn broken(office: &Office) -> Vec<Rejection> {
    let mut found = Vec::new();
    found.extend(names(office));
    found.extend(departments(office));
    found.extend(people(office));
    found.extend(teams(office));
    office.categories().filter(|it| it.active).for_each(|it| found.extend(category(office, it)));
    found.extend(channels(office));
    found.extend(enough(office));
    found.extend(settings(office));
    found.extend(scripts(office));
    found.extend(phrases(office));
    found
}

/// Names are unique among those in use: of a kind, and for subcategories under one category.
fn names(office: &Office) -> Vec<Rejection> {
    let departments =
        office.departments().filter(|it| it.active).map(|it| (("d", 0), &it.name, Subject::Department(it.id)));
    let people = office.people().filter(|it| it.active).map(|it| (("p", 0), &it.name, Subject::Person(it.id)));
    let teams = office.teams().filter(|it| it.active).map(|it| (("t", 0), &it.name, Subject::Team(it.id)));
    let channels = office.channels().filter(|it| it.active).map(|it| (("h", 0), &it.name, Subject::Channel(it.id)));
    let categories = office.categories().filter(|it| it.active);
    let categories =
        categories.map(|it| (("c", it.parent.map_or(0, |it| u64::from(it.0) + 1)), &it.name, Subject::Category(it.id)));
    let mut first = BTreeMap::new();
    let mut taken = Vec::new();
    for (space, name, what) in departments.chain(people).chain(teams).chain(channels).chain(categories) {
        let by = *first.entry((space, name)).or_insert(what);
        if by != what {
            taken.push(Rejection::NameTaken { by, name: name.clone() });
        }
    }
    taken
}

fn departments(office: &Office) -> Vec<Rejection> {
    let active = office.departments().filter(|it| it.active);
    active.filter_map(|it| handler(office, it.default_handler?, Need::HandlerOf(Subject::Department(it.id)))).collect()
}

fn people(office: &Office) -> Vec<Rejection> {
    let mut found = Vec::new();
    for person in office.people().filter(|it| it.active) {
        found.extend(department(office, person.department, Need::HomeOf(person.id)));
        if person.roles.is_empty() {
            found.push(Rejection::NoRole { person: person.id });
        }
        if person.deputy == Some(person.id) {
            found.push(Rejection::DeputyOfOneself { person: person.id });
        }
        found.extend(person.deputy.and_then(|it| at_work(office, it, Need::DeputyOf(person.id))));
        if person.approval_limit.is_some_and(|it| it.0 < 0) {
            found.push(Rejection::NegativeAmount { person: person.id });
        }
    }
    found
}

fn teams(office: &Office) -> Vec<Rejection> {
    let mut found = Vec::new();
    for team in office.teams().filter(|it| it.active) {
        let what = Subject::Team(team.id);
        for (place, person) in team.members.iter().enumerate() {
            if *person == team.leader || team.members.iter().take(place).any(|it| it == person) {
                found.push(Rejection::MemberTwice { team: what, person: *person });
            }
        }
        let everybody = std::iter::once(&team.leader).chain(&team.members);
        found.extend(everybody.filter_map(|it| at_work(office, *it, Need::MemberOf(what))));
    }
    found
}

fn category(office: &Office, it: &Category) -> Vec<Rejection> {
    let own = Subject::Category(it.id);
    let mut found = Vec::new();
    if let Some(parent) = it.parent {
        match office.category(parent) {
            Some(above) if above.parent.is_some() || parent == it.id => {
                found.push(Rejection::TooDeep { category: it.id });
            }
            Some(above) if above.active => {}
            Some(_) | None => {
                found.push(Rejection::Needed { what: Subject::Category(parent), need: Need::ParentOf(it.id) });
            }
        }
    }
    if let Some(id) = it.department {
        found.extend(department(office, id, Need::ResponsibleFor(it.id)));
        let kind = office.department(id).map(|it| it.kind);
        if kind == Some(DepartmentKind::Staff) {
            found.push(Rejection::NotAHandlingDepartment { department: id, category: it.id });
        }
    }
    found.extend(it.handler.and_then(|person| handler(office, person, Need::HandlerOf(own))));
    found.extend(it.escalation.and_then(|person| manager(office, person, Need::EscalationOf(it.id))));
    match it.route {
        Route::Direct => {}
        Route::ViaManager(person) => found.extend(manager(office, person, Need::RouteOf(it.id))),
    }
    found
}

fn channels(office: &Office) -> Vec<Rejection> {
    let active = office.channels().filter(|it| it.active);
    active.filter_map(|it| at_work(office, it.owner?, Need::OwnerOf(Subject::Channel(it.id)))).collect()
}

/// An office needs a desk, somebody at it, a supervisor, an administrator, and something to choose from at intake.
fn enough(office: &Office) -> Vec<Rejection> {
    let nobody = |role: &&Role| office.holders(**role).next().is_none();
    let mut found: Vec<_> = NEEDED.iter().filter(nobody).map(|role| Rejection::LastOf { role: *role }).collect();
    if office.front_desk().is_none() {
        found.push(Rejection::NoFrontDesk);
    }
    if !office.channels().any(|it| it.active) {
        found.push(Rejection::NoChannel);
    }
    if !office.categories().any(|it| it.active) {
        found.push(Rejection::NoCategory);
    }
    if !office.scripts().iter().any(|it| it.kind == ScriptKind::Callback) {
        found.push(Rejection::NoScript);
    }
    found
}

/// One script of a kind, and none that breaks off during a call. Advice on words stays advice.
fn scripts(office: &Office) -> Vec<Rejection> {
    let manners = Manners::standard(office.language());
    let mut found = Vec::new();
    for (place, script) in office.scripts().iter().enumerate() {
        let kind = script.kind;
        if office.scripts().iter().take(place).any(|it| it.kind == kind) {
            found.push(Rejection::ScriptTwice { kind });
        }
        let problems = script.check(manners).into_iter().filter(|it| it.problem.breaks_off());
        found.extend(problems.map(|problem| Rejection::Script { kind, problem }));
    }
    found
}

/// Every phrase is sound, and among those in use a code means one thing.
fn phrases(office: &Office) -> Vec<Rejection> {
    let all = office.phrases();
    let twice = phrase::twice(all).map(|(_, it)| Rejection::PhraseTwice { code: it.code.clone() });
    let faults = |it: &Phrase| {
        let code = it.code.clone();
        it.check().into_iter().map(move |fault| Rejection::Phrase { code: code.clone(), fault })
    };
    twice.chain(all.iter().flat_map(faults)).collect()
}

fn settings(office: &Office) -> Vec<Rejection> {
    let mut found = Vec::new();
    for setting in Setting::ALL {
        let (least, most) = setting.bounds();
        let value = office.rules().value(*setting);
        if value.is_some_and(|it| it < least || most < it) {
            found.push(Rejection::OutOfBounds { setting: *setting, least, most });
        }
    }
    if office.rules().unreachable_attempts < office.rules().unreachable_days {
        found.push(Rejection::MoreDaysThanAttempts);
    }
    if let Err((clock, why)) = office.limits().check() {
        found.push(Rejection::Limit { clock, why });
    }
    let forms = office.forms();
    let [a, b, c] = [&forms.number_prefix, &forms.callback_prefix, &forms.report_prefix];
    if a == b || b == c || a == c {
        found.push(Rejection::PrefixesAlike);
    }
    found
}

/// The department must be in use.
fn department(office: &Office, id: DepartmentId, need: Need) -> Option<Rejection> {
    let missing = !office.department(id).is_some_and(|it| it.active);
    missing.then_some(Rejection::Needed { what: Subject::Department(id), need })
}

/// The person must be in use.
fn at_work(office: &Office, id: PersonId, need: Need) -> Option<Rejection> {
    let missing = !office.person(id).is_some_and(|it| it.active);
    missing.then_some(Rejection::Needed { what: Subject::Person(id), need })
}

/// The person must be in use and handle work orders.
fn handler(office: &Office, id: PersonId, need: Need) -> Option<Rejection> {
    with_role(office, (id, Role::DepartmentHandler), need)
}

/// The person must be in use and take escalations.
fn manager(office: &Office, id: PersonId, need: Need) -> Option<Rejection> {
    with_role(office, (id, Role::EscalationManager), need)
}

fn with_role(office: &Office, (id, role): (PersonId, Role), need: Need) -> Option<Rejection> {
    at_work(office, id, need).or_else(|| {
        let trusted = office.person(id).is_some_and(|it| it.is(role));
        (!trusted).then_some(Rejection::RoleMissing { person: id, role, need })
    })
}
