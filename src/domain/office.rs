//! The second aggregate: the office that handles complaints, with its people, departments, categories, channels,
//! limits, calendar, rules, scripts, forms and filed reports.
//!
//! - Every change is a fact with an author and a date; nothing is deleted, only retired.
//! - [`decide`](decide::decide) holds every rule, [`evolve`](evolve::evolve) none.
//! - [`laws`] hold over the whole office: a change that would break one is refused, whatever it changes.

pub mod allot;
pub mod calendar_change;
pub mod command;
pub mod decide;
pub mod directory;
pub mod event;
pub mod evolve;
pub mod forms;
pub mod founding;
pub mod laws;
pub mod month_report;
pub mod rejection;
pub mod retiring;
pub mod rules;
pub mod suggest;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::calendar::Calendar;
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId, TeamId};
use crate::domain::limits::Limits;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::phrase::Phrase;
use crate::domain::role::Role;
use crate::domain::script::Script;
use crate::domain::text::Line;

pub use command::Command;
pub use decide::decide;
pub use directory::{
    Category, Channel, ChannelKind, Department, DepartmentKind, Person, Presence, Route, Share, Subject, Team,
};
pub use event::{Event, Purpose};
pub use evolve::evolve;
pub use forms::{FormNumbers, Forms, Mark};
pub use month_report::{Checksum, MonthReport, ReportState, Verdict};
pub use rejection::Rejection;
pub use rules::{
    Accountability, ApprovalScope, NeutralAnswer, ReportsUntil, Rule, Rules, Setting, Signature, last_changed,
};

/// Who acts, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ctx {
    /// Who.
    pub actor: PersonId,
    /// When.
    pub now: Moment,
}

/// An office; [`Office::default`] is not founded yet. It is the fold of its facts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Office {
    identity: Option<Identity>,
    departments: BTreeMap<DepartmentId, Department>,
    people: BTreeMap<PersonId, Person>,
    teams: BTreeMap<TeamId, Team>,
    categories: BTreeMap<CategoryId, Category>,
    channels: BTreeMap<ChannelId, Channel>,
    limits: Limits,
    calendar: Calendar,
    rules: Rules,
    scripts: Vec<Script>,
    #[serde(default)]
    phrases: Vec<Phrase>,
    forms: Forms,
    reports: Vec<MonthReport>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Identity {
    name: Line,
    language: Line,
    purpose: Purpose,
}

impl Default for Office {
    fn default() -> Self {
        Self {
            identity: None,
            departments: BTreeMap::new(),
            people: BTreeMap::new(),
            teams: BTreeMap::new(),
            categories: BTreeMap::new(),
            channels: BTreeMap::new(),
            limits: Limits::standard(),
            calendar: Calendar::mainland(),
            rules: Rules::default(),
            scripts: Vec::new(),
            phrases: Vec::new(),
            forms: Forms::default(),
            reports: Vec::new(),
        }
    }
}

/// What it is.
impl Office {
    /// Has it been founded?
    #[must_use]
    pub const fn is_founded(&self) -> bool {
        self.identity.is_some()
    }

    /// The company's name; empty before the founding.
    #[must_use]
    pub fn name(&self) -> &str {
        self.identity.as_ref().map_or("", |it| it.name.as_str())
    }

    /// The language in which it was founded, such as `zh-CN`; empty before the founding.
    #[must_use]
    pub fn language(&self) -> &str {
        self.identity.as_ref().map_or("", |it| it.language.as_str())
    }

    /// 演练: its complaints are invented.
    #[must_use]
    pub fn is_practice(&self) -> bool {
        self.identity.as_ref().is_some_and(|it| it.purpose == Purpose::Practice)
    }

    /// The company as it stands on forms and in scripts (K12).
    #[must_use]
    pub fn company(&self) -> &str {
        self.forms.company.as_ref().map_or_else(|| self.name(), |it| it.as_str())
    }

    /// The time limits in force.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Shifts, holidays, make-up workdays, quiet hours.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The settings that are no time limits.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The callback scripts.
    #[must_use]
    pub fn scripts(&self) -> &[Script] {
        &self.scripts
    }

    /// The phrases that forms offer, retired ones too, in the order of their lists (F10).
    #[must_use]
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// Numbers and names on forms.
    #[must_use]
    pub const fn forms(&self) -> &Forms {
        &self.forms
    }
}

/// Who and what belongs to it. Retired ones are found too: reports of last year need their names.
impl Office {
    /// A person.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// Everybody, in the order of joining.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    /// A department.
    #[must_use]
    pub fn department(&self, id: DepartmentId) -> Option<&Department> {
        self.departments.get(&id)
    }

    /// Every department, in the order of founding.
    pub fn departments(&self) -> impl Iterator<Item = &Department> {
        self.departments.values()
    }

    /// The department that takes the calls (X17); its name stands on the forms.
    #[must_use]
    pub fn front_desk(&self) -> Option<&Department> {
        self.departments().find(|it| it.active && it.kind == DepartmentKind::FrontDesk)
    }

    /// Whether something is in use, and not retired; `None`: there is no such thing.
    #[must_use]
    pub fn is_active(&self, what: Subject) -> Option<bool> {
        match what {
            Subject::Department(id) => self.department(id).map(|it| it.active),
            Subject::Person(id) => self.person(id).map(|it| it.active),
            Subject::Category(id) => self.category(id).map(|it| it.active),
            Subject::Channel(id) => self.channel(id).map(|it| it.active),
            Subject::Team(id) => self.team(id).map(|it| it.active),
        }
    }

    /// A team.
    #[must_use]
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.teams.get(&id)
    }

    /// Every team.
    pub fn teams(&self) -> impl Iterator<Item = &Team> {
        self.teams.values()
    }

    /// A category or subcategory.
    #[must_use]
    pub fn category(&self, id: CategoryId) -> Option<&Category> {
        self.categories.get(&id)
    }

    /// Every category and subcategory, in the order of adding.
    pub fn categories(&self) -> impl Iterator<Item = &Category> {
        self.categories.values()
    }

    /// The subcategories of a category that are in use.
    pub fn subcategories(&self, of: CategoryId) -> impl Iterator<Item = &Category> {
        self.categories().filter(move |it| it.active && it.parent == Some(of))
    }

    /// The category above, or the category itself where none is above.
    #[must_use]
    pub fn parent(&self, id: CategoryId) -> CategoryId {
        self.category(id).and_then(|it| it.parent).unwrap_or(id)
    }

    /// A channel.
    #[must_use]
    pub fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.get(&id)
    }

    /// Every channel.
    pub fn channels(&self) -> impl Iterator<Item = &Channel> {
        self.channels.values()
    }
}

/// Who is asked for what.
impl Office {
    /// People in use who hold a role.
    pub fn holders(&self, role: Role) -> impl Iterator<Item = &Person> {
        self.people().filter(move |it| it.is(role))
    }

    /// The managers of a department (A08).
    pub fn managers_of(&self, department: DepartmentId) -> impl Iterator<Item = &Person> {
        self.holders(Role::DepartmentManager).filter(move |it| it.department == department)
    }

    /// Who approves the plans of a department: its managers, or where it has none (a region) those who take
    /// escalations and the management (A08, A19).
    #[must_use]
    pub fn approvers_of(&self, department: DepartmentId) -> Vec<&Person> {
        let above = |it: &&Person| it.is(Role::EscalationManager) || it.is(Role::Manager);
        let managers: Vec<_> = self.managers_of(department).collect();
        if managers.is_empty() {
            return self.people().filter(above).collect();
        }
        // While a manager is away the deputy rules, if trusted to; where nobody could, the managers do it from afar.
        let rules = |it: &&Person| above(it) || it.is(Role::DepartmentManager) && it.department == department;
        let mut here: Vec<&Person> = Vec::new();
        for manager in &managers {
            let stands_in = self.person(self.stand_in(manager.id)).filter(|it| it.presence == Presence::Present);
            if let Some(it) = stands_in.filter(rules)
                && !here.iter().any(|known| known.id == it.id)
            {
                here.push(it);
            }
        }
        if here.is_empty() { managers } else { here }
    }

    /// Who takes a complaint of this category after the second dissatisfaction (A09, X6): as the category says, or
    /// the one above it, or else whoever takes escalations; while away, the deputy who takes them too.
    #[must_use]
    pub fn escalation_target(&self, category: CategoryId) -> Option<PersonId> {
        let takes = |id: &PersonId| self.person(*id).is_some_and(|it| it.is(Role::EscalationManager));
        self.line(category)
            .filter_map(|it| it.escalation)
            .find(takes)
            .or_else(|| self.holders(Role::EscalationManager).map(|it| it.id).next())
            .map(|it| self.stand_in_as(it, Role::EscalationManager))
    }

    /// Where complaints of this category go by default (A20, X4); what a subcategory leaves open, its category says.
    #[must_use]
    pub fn responsible(&self, category: CategoryId) -> Responsible {
        let department = self
            .line(category)
            .filter_map(|it| it.department)
            .find(|it| self.department(*it).is_some_and(|it| it.active));
        let named = self.line(category).take_while(|it| it.department.is_none_or(|own| Some(own) == department));
        let handler = named
            .filter_map(|it| it.handler)
            .chain(department.and_then(|it| self.department(it)?.default_handler))
            .find(|it| self.person(*it).is_some_and(|it| it.active));
        let route = match self.category(category).map_or(Route::Direct, |it| it.route) {
            Route::Direct => Route::Direct,
            Route::ViaManager(manager) => Route::ViaManager(self.stand_in_as(manager, Role::EscalationManager)),
        };
        Responsible { route, department, handler: handler.map(|it| self.stand_in(it)) }
    }

    /// The person, or while away the deputy, if that one is at work.
    #[must_use]
    pub fn stand_in(&self, person: PersonId) -> PersonId {
        let deputy = self
            .person(person)
            .filter(|it| it.presence == Presence::Away)
            .and_then(|it| self.person(it.deputy?))
            .filter(|it| it.active && it.presence == Presence::Present);
        deputy.map_or(person, |it| it.id)
    }

    /// The same for a task that needs a role: a deputy without it does not stand in.
    fn stand_in_as(&self, person: PersonId, role: Role) -> PersonId {
        let deputy = self.stand_in(person);
        if self.person(deputy).is_some_and(|it| it.is(role)) { deputy } else { person }
    }

    /// The category and, if any, the one above it.
    fn line(&self, category: CategoryId) -> impl Iterator<Item = &Category> {
        let own = self.category(category);
        own.into_iter().chain(own.and_then(|it| self.category(it.parent?)))
    }
}

/// Default responsible party of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Responsible {
    /// Direct, or through a manager.
    pub route: Route,
    /// The responsible department, if the category names one.
    pub department: Option<DepartmentId>,
    /// Who handles it; while away, the deputy.
    pub handler: Option<PersonId>,
}

/// Month reports (I01).
impl Office {
    /// Every version of every month's report, in the order of submission.
    pub fn month_reports(&self) -> impl Iterator<Item = &MonthReport> {
        self.reports.iter()
    }

    /// Those filed for good, in the order of submission.
    pub fn filed_reports(&self) -> impl Iterator<Item = &MonthReport> {
        self.month_reports().filter(|it| it.is_filed())
    }

    /// The last filed version of a month.
    #[must_use]
    pub fn filed_report(&self, month: Month) -> Option<&MonthReport> {
        self.filed_reports().filter(|it| it.month == month).last()
    }

    /// The version of a month that waits for the supervisor.
    #[must_use]
    pub fn waiting_report(&self, month: Month) -> Option<&MonthReport> {
        self.month_reports().find(|it| it.month == month && it.is_waiting())
    }

    /// The version that a report of the month would get now: one more than the last filed.
    #[must_use]
    pub fn next_version(&self, month: Month) -> u16 {
        self.filed_report(month).map_or(1, |it| it.version.saturating_add(1))
    }
}

#[cfg(test)]
mod tests;
