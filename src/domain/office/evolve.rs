//! Folds facts into an office. Holds no rule: whatever is told has happened.

use crate::domain::month::Month;
use crate::domain::office::directory::Subject;
use crate::domain::office::event::Event;
use crate::domain::office::month_report::{MonthReport, ReportState, Verdict};
use crate::domain::office::{Identity, Office};

/// Takes in one fact.
pub fn evolve(office: &mut Office, event: &Event) {
    match event {
        Event::Founded { name, language, purpose } => {
            office.identity = Some(Identity { name: name.clone(), language: language.clone(), purpose: *purpose });
        }
        Event::Renamed { name } => {
            if let Some(identity) = &mut office.identity {
                identity.name = name.clone();
            }
        }
        Event::DepartmentAdded(it) | Event::DepartmentChanged(it) => {
            office.departments.insert(it.id, it.clone());
        }
        Event::PersonAdded(it) | Event::PersonChanged(it) => {
            office.people.insert(it.id, it.clone());
        }
        Event::PresenceSet { person, presence } => {
            if let Some(person) = office.people.get_mut(person) {
                person.presence = *presence;
            }
        }
        Event::TeamAdded(it) | Event::TeamChanged(it) => {
            office.teams.insert(it.id, it.clone());
        }
        Event::CategoryAdded(it) | Event::CategoryChanged(it) => {
            office.categories.insert(it.id, it.clone());
        }
        Event::ChannelAdded(it) | Event::ChannelChanged(it) => {
            office.channels.insert(it.id, it.clone());
        }
        Event::Retired { what } => {
            if let Some(active) = active(office, *what) {
                *active = false;
            }
        }
        Event::Restored { what } => {
            if let Some(active) = active(office, *what) {
                *active = true;
            }
        }
        Event::LimitsSet(limits) => office.limits = limits.clone(),
        Event::CalendarSet(calendar) => office.calendar = calendar.clone(),
        Event::CalendarChanged { changes } => changes.iter().for_each(|it| it.apply(&mut office.calendar)),
        Event::RulesSet(rules) => office.rules = rules.clone(),
        Event::ScriptsSet { scripts } => office.scripts.clone_from(scripts),
        Event::PhrasesSet { phrases } => office.phrases.clone_from(phrases),
        Event::FormsSet(forms) => office.forms = forms.clone(),
        Event::MonthReportSubmitted { month, version, checksum, position, by, at, note } => {
            office.reports.retain(|it| it.month != *month || !it.is_waiting());
            office.reports.push(MonthReport {
                month: *month,
                version: *version,
                checksum: checksum.clone(),
                position: *position,
                submitted: Verdict { by: *by, at: *at, note: note.clone() },
                state: ReportState::Waiting,
            });
        }
        Event::MonthReportFiled { month, version, checksum: _, by, at, note } => {
            let verdict = Verdict { by: *by, at: *at, note: note.clone() };
            settle(office, (*month, *version), ReportState::Filed(verdict));
        }
        Event::MonthReportSentBack { month, version, by, at, note } => {
            let verdict = Verdict { by: *by, at: *at, note: Some(note.clone()) };
            settle(office, (*month, *version), ReportState::SentBack(verdict));
        }
    }
}

/// The flag that says whether something is in use.
fn active(office: &mut Office, what: Subject) -> Option<&mut bool> {
    match what {
        Subject::Department(id) => office.departments.get_mut(&id).map(|it| &mut it.active),
        Subject::Person(id) => office.people.get_mut(&id).map(|it| &mut it.active),
        Subject::Category(id) => office.categories.get_mut(&id).map(|it| &mut it.active),
        Subject::Channel(id) => office.channels.get_mut(&id).map(|it| &mut it.active),
        Subject::Team(id) => office.teams.get_mut(&id).map(|it| &mut it.active),
    }
}

fn settle(office: &mut Office, (month, version): (Month, u16), state: ReportState) {
    let waiting = office.reports.iter_mut().find(|it| it.month == month && it.version == version && it.is_waiting());
    if let Some(report) = waiting {
        report.state = state;
    }
}
