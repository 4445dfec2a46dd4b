//! To whom a case can go: suggested, or any department, with what each has to do.

use std::collections::HashMap;
use std::rc::Rc;

use super::{Dock, Work};
use crate::books::Books;
use crate::books::pinyin::{Called, called};
use crate::domain::clock::Standing;
use crate::domain::complaint::{Complaint, WorkOrder};
use crate::domain::id::{CategoryId, DepartmentId, PersonId, Round};
use crate::domain::moment::Moment;
use crate::domain::office::{DepartmentKind, Office, Person, Presence, Route};
use crate::domain::role::Role;
use crate::ui::env::Env;

/// A department, and who of it handles the case; nobody named: whoever accepts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pick {
    pub(super) department: DepartmentId,
    pub(super) handler: Option<PersonId>,
}

/// A suggestion and what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Suggestion {
    pub(super) pick: Pick,
    pub(super) why: Why,
}

/// What speaks for a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// The category goes there.
    Route,
    /// Had it in the last round.
    LastRound,
    /// Of the last closed cases of the same category: so many of so many.
    Closed(usize, usize),
    /// It was dispatched to that department.
    Meant,
}

/// A line of the dock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) pick: Pick,
    /// `None`: one of all departments.
    pub(super) why: Option<Why>,
    /// Whether it can be chosen: the department has no open work order in this round.
    pub(super) open: bool,
}

/// The lines of the dock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Targets {
    /// In order; the suggested ones come first.
    pub(super) all: Vec<Target>,
    /// How many are suggested.
    pub(super) suggested: usize,
}

/// Open work and what of it is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Load {
    pub(super) open: usize,
    pub(super) late: usize,
}

/// What everybody has to do.
#[derive(Debug, Default)]
pub(super) struct Loads {
    departments: HashMap<DepartmentId, Load>,
    people: HashMap<PersonId, Load>,
}

impl Loads {
    fn of(books: &Books, now: Moment) -> Self {
        let mut loads = Self::default();
        for complaint in books.open() {
            for order in complaint.current_orders().filter(|it| it.stage.is_open()) {
                let late = complaint
                    .clocks
                    .running()
                    .any(|it| it.key.order == Some(order.no) && matches!(it.standing(now), Standing::Late { .. }));
                loads.departments.entry(order.department).or_default().add(late);
                if let Some(handler) = order.handler {
                    loads.people.entry(handler).or_default().add(late);
                }
            }
        }
        loads
    }

    /// The load of the handler where one is named, else of the department.
    pub(super) fn at(&self, pick: Pick) -> Load {
        match pick.handler {
            Some(it) => self.people.get(&it).copied().unwrap_or_default(),
            None => self.departments.get(&pick.department).copied().unwrap_or_default(),
        }
    }
}

/// What a department or a person did lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lately {
    /// Cases of the same category on top that it got.
    pub(super) like: usize,
    slips: i32,
    worked: i64,
}

impl Lately {
    fn add(&mut self, like: bool, slip: Option<i64>) {
        self.like += usize::from(like);
        if let Some(minutes) = slip {
            self.slips += 1;
            self.worked += minutes;
        }
    }

    /// The mean working time from dispatch to slip, in tenths of an hour; `None`: there was no slip.
    pub(super) fn tenths(self) -> Option<i64> {
        (0 < self.slips).then(|| (self.worked / i64::from(self.slips) * 10 + 30) / 60)
    }
}

/// What everybody did in the last [`DAYS`] days.
#[derive(Debug, Default)]
pub(super) struct Past {
    departments: HashMap<DepartmentId, Lately>,
    people: HashMap<PersonId, Lately>,
}

/// So many days are looked back.
pub(super) const DAYS: i64 = 30;

impl Past {
    fn of(env: &Env<'_>, category: CategoryId) -> Self {
        let (office, calendar) = (env.office(), env.calendar());
        let top = office.parent(category);
        let since = env.now - chrono::Duration::days(DAYS);
        let mut past = Self::default();
        // Rows stand in the order of registration; orders of older complaints are older, but for later rounds.
        let rows = env.books.ledger().rows().iter().rev().take(NEWEST);
        for row in rows {
            let like = office.parent(row.category) == top;
            for order in row.orders.iter().filter(|it| since <= it.dispatched.at) {
                let slip = order.slip.map(|it| calendar.worked(order.dispatched.at, it.at).num_minutes());
                past.departments.entry(order.department).or_default().add(like, slip);
                if let Some(handler) = order.handler {
                    past.people.entry(handler).or_default().add(like, slip);
                }
            }
        }
        past
    }

    pub(super) fn at(&self, pick: Pick) -> Lately {
        match pick.handler {
            Some(it) => self.people.get(&it).copied().unwrap_or_default(),
            None => self.departments.get(&pick.department).copied().unwrap_or_default(),
        }
    }
}

impl Load {
    fn add(&mut self, late: bool) {
        self.open += 1;
        self.late += usize::from(late);
    }
}

/// Suggestions at the most.
const MOST: usize = 2;
/// So many of the last closed cases are asked who closed them …
const LIKE: usize = 3;
/// … among so many of the newest.
const NEWEST: usize = 3000;

/// Who is suggested for a case: as the category says, who had it before, who closed the like.
pub(super) fn suggestions(env: &Env<'_>, complaint: &Complaint) -> Vec<Suggestion> {
    let office = env.office();
    let category = complaint.details.category;
    let responsible = office.responsible(category);
    let mut found: Vec<Suggestion> = Vec::new();
    let mut add = |pick: Pick, why: Why| {
        if takes(office, pick) && !found.iter().any(|it| it.pick == pick) && found.len() < MOST {
            found.push(Suggestion { pick, why });
        }
    };
    if let Some(order) = complaint.orders.iter().rev().find(|it| it.slip.is_some()) {
        add(Pick { department: order.department, handler: order.handler }, Why::LastRound);
    }
    if let Some(department) = responsible.department {
        let handler = responsible.handler.filter(|it| works_in(office, *it, department));
        add(Pick { department, handler }, Why::Route);
    }
    for (pick, count, of) in closers(env, category) {
        add(pick, Why::Closed(count, of));
    }
    found
}

/// The department that a work order was meant for, with who takes what names nobody.
pub(super) fn second_hop(env: &Env<'_>, order: &WorkOrder) -> Vec<Suggestion> {
    let handler = order.handler.or_else(|| default_handler(env.office(), order.department));
    vec![Suggestion { pick: Pick { department: order.department, handler }, why: Why::Meant }]
}

/// Who closed the last cases of the category on top, the most often first.
fn closers(env: &Env<'_>, category: CategoryId) -> Vec<(Pick, usize, usize)> {
    let office = env.office();
    let top = office.parent(category);
    let rows = env.books.ledger().rows().iter().rev().take(NEWEST);
    let like = rows.filter(|it| it.closing.is_some() && office.parent(it.category) == top);
    let picks: Vec<Pick> = like
        .filter_map(|it| it.main_order())
        .map(|it| Pick { department: it.department, handler: it.handler })
        .take(LIKE)
        .collect();
    let mut counted: Vec<(Pick, usize, usize)> = Vec::new();
    for pick in &picks {
        match counted.iter_mut().find(|(it, _, _)| it == pick) {
            Some((_, count, _)) => *count += 1,
            None => counted.push((*pick, 1, picks.len())),
        }
    }
    counted.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    counted
}

/// Who of a department can handle a case, those present first.
pub(super) fn handlers(env: &Env<'_>, department: DepartmentId) -> Vec<PersonId> {
    let mut people: Vec<&Person> =
        env.office().people().filter(|it| it.department == department && handles(it)).collect();
    people.sort_by_key(|it| it.presence == Presence::Away);
    people.into_iter().map(|it| it.id).collect()
}

/// The manager through whom cases of this category go in the first round, unless it is the viewer (A05).
pub(super) fn by_way_of(env: &Env<'_>, complaint: &Complaint) -> Option<PersonId> {
    if complaint.round != Round::FIRST || complaint.stage == crate::domain::complaint::Stage::Escalated {
        return None;
    }
    match env.office().category(complaint.details.category)?.route {
        Route::Direct => None,
        Route::ViaManager(manager) => (manager != env.me).then_some(manager),
    }
}

fn handles(person: &Person) -> bool {
    person.active && person.roles.has_any(&[Role::DepartmentHandler, Role::DepartmentManager])
}

fn works_in(office: &Office, person: PersonId, department: DepartmentId) -> bool {
    office.person(person).is_some_and(|it| it.active && it.department == department)
}

/// Whether a case can go there at all.
fn takes(office: &Office, pick: Pick) -> bool {
    office.department(pick.department).is_some_and(|it| it.active)
        && pick.handler.is_none_or(|it| works_in(office, it, pick.department))
}

fn default_handler(office: &Office, department: DepartmentId) -> Option<PersonId> {
    let handler = office.department(department)?.default_handler.map(|it| office.stand_in(it));
    handler.filter(|it| works_in(office, *it, department))
}

impl Dock {
    pub(super) fn loads(&self, env: &Env<'_>) -> Rc<Loads> {
        self.loads.get((env.books.position(), env.now), || Loads::of(env.books, env.now))
    }

    pub(super) fn past(&self, env: &Env<'_>) -> Rc<Past> {
        let category = env.books.complaint(self.id).map(|it| it.details.category).unwrap_or_default();
        self.past.get((env.books.position(), category), || Past::of(env, category))
    }

    /// The lines: suggestions, then every department; while something is typed, what it finds.
    pub(super) fn targets(&self, env: &Env<'_>) -> Targets {
        let (Work::Dispatch(form) | Work::Forward(_, form)) = &self.work else { return Targets::default() };
        let office = env.office();
        let busy: Vec<DepartmentId> = match (&self.work, env.books.complaint(self.id)) {
            (Work::Dispatch(_), Some(it)) => {
                it.current_orders().filter(|it| it.stage.is_open()).map(|it| it.department).collect()
            }
            _ => Vec::new(),
        };
        let target = |pick: Pick, why| Target { pick, why, open: !busy.contains(&pick.department) };
        let query = form.query.trim();
        let kinds = |kind| matches!(kind, DepartmentKind::Handling | DepartmentKind::Region);
        let departments = office.departments().filter(|it| it.active && kinds(it.kind));
        if query.is_empty() {
            let suggested = form.suggested.iter().map(|it| target(it.pick, Some(it.why)));
            let known = |pick: Pick| form.suggested.iter().any(|it| it.pick == pick);
            let rest = departments
                .map(|it| Pick { department: it.id, handler: default_handler(office, it.id) })
                .filter(|it| !known(*it))
                .map(|it| target(it, None));
            let all = suggested.chain(rest).collect();
            return Targets { all, suggested: form.suggested.len() };
        }
        // Who is called so from the first letter on stands before those whose name has it inside: Enter takes the first.
        let mut found: Vec<(Called, Pick)> = Vec::new();
        let mut find = |how: Called, pick: Pick| match found.iter_mut().find(|(_, it)| *it == pick) {
            Some((best, _)) => *best = (*best).min(how),
            None => found.push((how, pick)),
        };
        for department in departments {
            if let Some(how) = called(&department.name, query) {
                find(how, Pick { department: department.id, handler: default_handler(office, department.id) });
            }
            for person in office.people().filter(|it| it.department == department.id && handles(it)) {
                if let Some(how) = called(&person.name, query) {
                    find(how, Pick { department: department.id, handler: Some(person.id) });
                }
            }
        }
        found.sort_by_key(|(how, _)| *how);
        Targets { all: found.into_iter().map(|(_, pick)| target(pick, None)).collect(), suggested: 0 }
    }
}
