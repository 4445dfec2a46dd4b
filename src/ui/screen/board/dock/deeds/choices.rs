//! Whom and which department each of the deeds lets one choose.

use super::super::targets;
use super::{Deed, Kind};
use crate::domain::complaint::Complaint;
use crate::domain::id::{DepartmentId, OrderNo, PersonId};
use crate::domain::office::DepartmentKind;
use crate::domain::role::Role;
use crate::ui::env::Env;
use crate::ui::part::case_words;

/// Who is to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Crowd {
    One,
    Many,
}

impl Deed {
    /// How many people are chosen.
    pub(in super::super) fn crowd(&self) -> Crowd {
        match self.kind {
            Kind::Transfer | Kind::Reassign | Kind::AssignTracking => Crowd::One,
            Kind::GiveBack
            | Kind::Assist
            | Kind::Remind
            | Kind::Supervise
            | Kind::Communicate
            | Kind::Meet
            | Kind::Escalate
            | Kind::Review
            | Kind::Note => Crowd::Many,
        }
    }

    /// Who can be chosen.
    pub(in super::super) fn candidates(&self, env: &Env<'_>, complaint: &Complaint) -> Vec<PersonId> {
        let office = env.office();
        let order = self.order.and_then(|it| complaint.order(it));
        let active = || office.people().filter(|it| it.active);
        match self.kind {
            Kind::Transfer => self.department.map(|it| targets::handlers(env, it)).unwrap_or_default(),
            Kind::Reassign => {
                let own = order.map(|it| targets::handlers(env, it.department)).unwrap_or_default();
                own.into_iter().filter(|it| order.and_then(|it| it.handler) != Some(*it)).collect()
            }
            Kind::Assist => {
                let helps = |it: &&crate::domain::office::Person| {
                    it.roles.has_any(&[Role::DepartmentHandler, Role::DepartmentManager])
                        && order.and_then(|it| it.handler) != Some(it.id)
                };
                active().filter(helps).map(|it| it.id).collect()
            }
            Kind::AssignTracking => active()
                .filter(|it| it.roles.has_any(&[Role::FrontDesk, Role::FrontDeskSupervisor]))
                .filter(|it| self.trackers.iter().any(|tracker| *tracker != it.id))
                .map(|it| it.id)
                .collect(),
            Kind::Meet => {
                let departments: Vec<DepartmentId> = self.duties.iter().map(|it| it.department).collect();
                let of = |it: &&crate::domain::office::Person| {
                    departments.contains(&it.department)
                        || it.roles.has_any(&[Role::FrontDesk, Role::FrontDeskSupervisor, Role::EscalationManager])
                };
                active().filter(of).map(|it| it.id).collect()
            }
            Kind::GiveBack
            | Kind::Remind
            | Kind::Supervise
            | Kind::Communicate
            | Kind::Escalate
            | Kind::Review
            | Kind::Note => Vec::new(),
        }
    }

    /// The departments that can be chosen.
    pub(in super::super) fn departments(&self, env: &Env<'_>, complaint: &Complaint) -> Vec<DepartmentId> {
        let works = |kind| matches!(kind, DepartmentKind::Handling | DepartmentKind::Region);
        let busy = |id: DepartmentId| complaint.current_orders().any(|it| it.stage.is_open() && it.department == id);
        let all = env.office().departments().filter(|it| it.active && works(it.kind)).map(|it| it.id);
        all.filter(|it| self.kind == Kind::Meet || !busy(*it)).collect()
    }
}

/// Who has a part in it, and who leads those who have.
pub(super) fn attendees(env: &Env<'_>, complaint: &Complaint) -> Vec<PersonId> {
    let mut all: Vec<PersonId> = vec![env.me];
    let handlers = complaint.current_orders().filter(|it| it.stage.is_open()).filter_map(|it| it.handler);
    for id in handlers.chain([complaint.tracking]) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

/// With whom one would talk about a work order.
pub(super) fn first_with(env: &Env<'_>, complaint: &Complaint, order: Option<OrderNo>) -> Option<String> {
    let order = order.and_then(|it| complaint.order(it)).or_else(|| complaint.current_orders().next())?;
    Some(match order.handler {
        Some(it) => case_words::person(env, it),
        None => case_words::department(env, order.department).to_owned(),
    })
}
