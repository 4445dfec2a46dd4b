//! Who plays which part.

use rand::Rng;
use rand::seq::IndexedRandom;

use super::life::{Life, Stop};
use crate::domain::complaint::words::Assignment;
use crate::domain::id::{CategoryId, DepartmentId, PersonId};
use crate::domain::office::{DepartmentKind, Person, Presence};
use crate::domain::role::Role;

impl Life<'_> {
    fn any(&mut self, what: &'static str, who: &[PersonId]) -> Result<PersonId, Stop> {
        who.choose(&mut self.dice).copied().ok_or(Stop::lacks(what))
    }

    fn with(&self, role: Role) -> Vec<PersonId> {
        self.office.holders(role).filter(|it| it.presence == Presence::Present).map(|it| it.id).collect()
    }

    /// Somebody at the desk. The first one takes most calls.
    pub(super) fn clerk(&mut self) -> Result<PersonId, Stop> {
        let desk = self.with(Role::FrontDesk);
        match desk.first() {
            Some(first) if self.dice.random_bool(0.45) => Ok(*first),
            Some(_) | None => self.any("front desk", &desk),
        }
    }

    pub(super) fn supervisor(&mut self) -> Result<PersonId, Stop> {
        let who = self.with(Role::FrontDeskSupervisor);
        self.any("supervisor", &who)
    }

    pub(super) fn management(&mut self) -> Result<PersonId, Stop> {
        let who = self.with(Role::Manager);
        self.any("management", &who)
    }

    /// Somebody of the department who handles complaints.
    pub(super) fn handler_in(&mut self, department: DepartmentId) -> Result<PersonId, Stop> {
        let who: Vec<PersonId> = self
            .office
            .holders(Role::DepartmentHandler)
            .filter(|it| it.department == department && it.presence == Presence::Present)
            .map(|it| it.id)
            .collect();
        self.any("handler", &who)
    }

    /// Who signs a slip of the department (D17).
    pub(super) fn signatory(&self, department: DepartmentId) -> Result<PersonId, Stop> {
        let leads = self.office.managers_of(department).map(|it| it.id).next();
        let above = || self.office.approvers_of(department).first().map(|it| it.id);
        leads.or_else(above).ok_or(Stop::lacks("signatory"))
    }

    /// Who approves a plan of this author and amount in the department.
    pub(super) fn approver(
        &self,
        department: DepartmentId,
        author: PersonId,
        amount: crate::domain::complaint::terms::Money,
    ) -> Result<PersonId, Stop> {
        let fits = |it: &&Person| it.id != author && it.approval_limit.is_none_or(|limit| amount <= limit);
        let present = |it: &&Person| it.presence == Presence::Present;
        let own = self.office.managers_of(department).filter(fits).find(present);
        let above = || self.office.holders(Role::EscalationManager).filter(fits).find(present);
        let top = || self.office.holders(Role::Manager).find(fits);
        own.or_else(above).or_else(top).map(|it| it.id).ok_or(Stop::lacks("approver"))
    }

    /// Where complaints of a category go, with a handler who is at work.
    pub(super) fn assignment(&mut self, category: CategoryId) -> Result<Assignment, Stop> {
        let responsible = self.office.responsible(category);
        let department = match responsible.department {
            Some(department) => department,
            None => self.other_department(&[])?,
        };
        // Some departments share their work out.
        let handler = match responsible.handler {
            Some(handler) if self.dice.random_bool(0.6) => Some(handler),
            Some(_) => Some(self.handler_in(department)?),
            None => self.handler_in(department).ok(),
        };
        Ok(Assignment { department, handler, assistants: Vec::new() })
    }

    /// A handling department that is none of these.
    pub(super) fn other_department(&mut self, not: &[DepartmentId]) -> Result<DepartmentId, Stop> {
        let fits: Vec<DepartmentId> = self
            .office
            .departments()
            .filter(|it| it.active && it.kind == DepartmentKind::Handling && !not.contains(&it.id))
            .map(|it| it.id)
            .filter(|it| self.office.responsible_handler(*it))
            .collect();
        fits.choose(&mut self.dice).copied().ok_or(Stop::lacks("department"))
    }

    /// A region, for the second hop (A05).
    pub(super) fn region(&mut self) -> Result<Assignment, Stop> {
        let regions: Vec<DepartmentId> = self
            .office
            .departments()
            .filter(|it| it.active && it.kind == DepartmentKind::Region)
            .map(|it| it.id)
            .collect();
        let department = regions.choose(&mut self.dice).copied().ok_or(Stop::lacks("region"))?;
        let handler = Some(self.handler_in(department)?);
        Ok(Assignment { department, handler, assistants: Vec::new() })
    }
}

trait Handles {
    fn responsible_handler(&self, department: DepartmentId) -> bool;
}

impl Handles for crate::domain::office::Office {
    fn responsible_handler(&self, department: DepartmentId) -> bool {
        self.holders(Role::DepartmentHandler).any(|it| {
            it.department == department && it.presence == Presence::Present && !it.is(Role::DepartmentManager)
        })
    }
}
