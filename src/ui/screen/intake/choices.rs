//! What the lookups of the form offer.

use super::form::Helper;
use super::words;
use crate::domain::clock::{Clock, Standing};
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId};
use crate::domain::office::{Department, DepartmentKind};
use crate::domain::role::Role;
use crate::ui::env::Env;
use crate::ui::part::lookup::{Choice, Lookup};
use std::collections::HashMap;

/// What can be chosen.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// 投诉类别
    pub categories: Vec<Choice<CategoryId>>,
    /// 责任部门
    pub departments: Vec<Choice<DepartmentId>>,
    /// 处理人
    pub handlers: Vec<Choice<PersonId>>,
    /// 协办
    pub helpers: Vec<Choice<Helper>>,
    /// 投诉方式 beyond the segment.
    pub channels: Vec<Choice<ChannelId>>,
}

/// Which lookups are open.
#[derive(Debug, Clone, Default)]
pub struct Lookups {
    /// 投诉类别
    pub category: Lookup,
    /// 责任部门
    pub department: Lookup,
    /// 处理人
    pub handler: Lookup,
    /// 协办
    pub helpers: Lookup,
    /// 投诉方式 beyond the segment.
    pub channels: Lookup,
}

impl Choices {
    /// What the office offers now; handlers of the chosen department.
    pub fn of(env: &Env<'_>, department: Option<DepartmentId>, shown: usize) -> Self {
        let office = env.office();
        let loads = Loads::of(env);
        let split = |id: CategoryId| office.subcategories(id).next().is_some();
        let categories = office.categories().filter(|it| it.active && !split(it.id));
        let mut categories: Vec<_> =
            categories.map(|it| (office.parent(it.id), Choice::new(it.id, words::category(office, it.id)))).collect();
        categories.sort_by_key(|(parent, _)| *parent);
        let (mine, others): (Vec<_>, Vec<_>) = office
            .people()
            .filter(|it| it.active && (it.is(Role::DepartmentHandler) || it.is(Role::DepartmentManager)))
            .partition(|it| Some(it.department) == department);
        let handlers = mine
            .into_iter()
            .map(|it| Choice { more: loads.of_person(env, it.id), ..Choice::new(it.id, it.name.as_str()) });
        let apart = office.departments().filter(|it| is_asked(it) && Some(it.id) != department);
        let apart = apart.map(|it| Choice {
            more: env.texts.intake_own_order().to_owned(),
            ..Choice::new(Helper::Department(it.id), it.name.as_str())
        });
        let helping = others.into_iter().map(|it| Choice {
            more: office.department(it.department).map(|it| it.name.to_string()).unwrap_or_default(),
            ..Choice::new(Helper::Person(it.id), it.name.as_str())
        });
        let channels = office.channels().filter(|it| it.active).skip(shown);
        Self {
            categories: categories.into_iter().map(|(_, it)| it).collect(),
            departments: office
                .departments()
                .filter(|it| is_asked(it))
                .map(|it| Choice { more: loads.of_department(env, it.id), ..Choice::new(it.id, it.name.as_str()) })
                .collect(),
            handlers: handlers.collect(),
            helpers: apart.chain(helping).collect(),
            channels: channels.map(|it| Choice::new(it.id, it.name.as_str())).collect(),
        }
    }
}

/// Whether complaints are dispatched to a department.
fn is_asked(department: &Department) -> bool {
    department.active
        && match department.kind {
            DepartmentKind::Handling | DepartmentKind::Region => true,
            DepartmentKind::FrontDesk | DepartmentKind::Staff => false,
        }
}

/// What people and departments have in hand: open work orders, and late ones among them.
#[derive(Debug, Default)]
struct Loads {
    people: HashMap<PersonId, (usize, usize)>,
    departments: HashMap<DepartmentId, (usize, usize)>,
}

impl Loads {
    fn of(env: &Env<'_>) -> Self {
        let mut loads = Self::default();
        for complaint in env.books.open() {
            for order in complaint.orders.iter().filter(|it| it.stage.is_open()) {
                let own = |it: &&Clock| it.key.order == Some(order.no);
                let is_late = |it: &Clock| matches!(it.standing(env.now), Standing::Late { .. });
                let late = usize::from(complaint.clocks.running().filter(own).any(is_late));
                let department = loads.departments.entry(order.department).or_default();
                *department = (department.0 + 1, department.1 + late);
                if let Some(handler) = order.handler {
                    let person = loads.people.entry(handler).or_default();
                    *person = (person.0 + 1, person.1 + late);
                }
            }
        }
        loads
    }

    /// 在办 3·超时 0
    fn of_person(&self, env: &Env<'_>, person: PersonId) -> String {
        let (open, late) = self.people.get(&person).copied().unwrap_or_default();
        env.texts.intake_load(late, open)
    }

    fn of_department(&self, env: &Env<'_>, department: DepartmentId) -> String {
        let (open, late) = self.departments.get(&department).copied().unwrap_or_default();
        env.texts.intake_load(late, open)
    }
}
