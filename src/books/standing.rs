//! What a clock says, ready for words: UI.md 10. And whose clock it is.

use chrono::Duration;

use super::tally::Filter;
use super::{Books, Row};
use crate::domain::clock::{Clock, Standing};
use crate::domain::complaint::permission::concerns;
use crate::domain::complaint::{Complaint, WorkOrder};
use crate::domain::id::PersonId;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::Person;
use crate::domain::role::Role;

/// Who looks, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Who.
    pub viewer: PersonId,
    /// When.
    pub now: Moment,
}

/// How near the limit is: the order of the workbench.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heat {
    /// 已超时.
    Late,
    /// 预警.
    Soon,
    /// 今天到期.
    Today,
    /// Due on a later day.
    Later,
    /// It stands still.
    Still,
    /// Nothing is due: exempt, done or cancelled.
    Cold,
}

/// A clock as it stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading<'a> {
    /// Which clock.
    pub clock: &'a Clock,
    /// What it says.
    pub standing: Standing,
    /// How near its limit is.
    pub heat: Heat,
    /// Working time that is left until it is due, whatever its limit is counted in; negative when late. What stands
    /// still keeps what it had.
    pub left: Duration,
    /// The part that is left, from 1 down to 0, for the ring.
    pub share: f32,
}

impl Books {
    /// A clock as it stands at `now`.
    #[must_use]
    pub fn read<'a>(&self, clock: &'a Clock, now: Moment) -> Reading<'a> {
        let calendar = self.office.calendar();
        let standing = clock.standing(now);
        let heat = match standing {
            Standing::Late { .. } => Heat::Late,
            Standing::Soon { .. } => Heat::Soon,
            Standing::OnTime { due } if calendar.day_of(due) == calendar.day_of(now) => Heat::Today,
            Standing::OnTime { .. } => Heat::Later,
            Standing::Paused { .. } => Heat::Still,
            Standing::Exempt { .. } | Standing::Done { .. } | Standing::Cancelled => Heat::Cold,
        };
        let left = calendar.worked(clock.reached(now), clock.due);
        Reading { clock, standing, heat, left, share: clock.share_left(calendar, now) }
    }

    /// The most urgent open clock of this viewer's responsibility.
    #[must_use]
    pub fn most_urgent<'a>(&self, view: View, complaint: &'a Complaint) -> Option<Reading<'a>> {
        let viewer = self.office.person(view.viewer)?;
        let clock = complaint.clocks.most_urgent(|it| self.is_responsible(viewer, complaint, it))?;
        Some(self.read(clock, view.now))
    }

    /// Whether the viewer answers for a clock. The desk tracks every one of them, and so do its supervisor and the
    /// management; departments answer for their work orders, managers for what lies with them.
    #[must_use]
    pub fn is_responsible(&self, viewer: &Person, complaint: &Complaint, clock: &Clock) -> bool {
        let own = |name| match name {
            ClockName::OtherCallback => follow_up_owner(complaint, clock) == Some(viewer.id),
            ClockName::Approval => order_of(complaint, clock).is_some_and(|it| self.approves(viewer, it)),
            ClockName::SecondHop => match order_of(complaint, clock) {
                Some(order) => order.via == Some(viewer.id),
                None => complaint.escalation.as_ref().is_some_and(|it| it.to == viewer.id),
            },
            ClockName::Accept | ClockName::Report | ClockName::Contact | ClockName::Result => {
                order_of(complaint, clock).is_some_and(|it| works_on(viewer, it))
            }
            ClockName::Callback => complaint.calls_back.unwrap_or(complaint.tracking) == viewer.id,
            ClockName::Dispatch
            | ClockName::Acknowledge
            | ClockName::Promise
            | ClockName::FirstContact
            | ClockName::MonthReport => complaint.tracking == viewer.id,
        };
        tracks(viewer) || own(clock.key.name)
    }

    /// Whether the viewer sees a complaint at all (A24): the desk and the management see every one, departments those
    /// they have or had a work order of, and whoever takes part.
    #[must_use]
    pub fn sees(&self, viewer: &Person, complaint: &Complaint) -> bool {
        concerns(viewer, complaint)
    }

    /// The same of a row of the ledger.
    #[must_use]
    pub fn sees_row(&self, viewer: &Person, row: &Row) -> bool {
        tracks(viewer)
            || viewer.is(Role::EscalationManager)
            || row.tracking == viewer.id
            || row.orders.iter().any(|it| it.department == viewer.department || it.handler == Some(viewer.id))
    }

    /// How many of those that pass the viewer sees: a figure beside another one counts the same complaints.
    #[must_use]
    pub fn seen(&self, viewer: PersonId, filter: &Filter<'_>) -> u32 {
        let Some(viewer) = self.office.person(viewer) else { return 0 };
        if tracks(viewer) || viewer.is(Role::EscalationManager) {
            return self.total(filter).complaints;
        }
        let seen = self.chosen(filter).filter(|it| self.sees_row(viewer, it));
        u32::try_from(seen.count()).unwrap_or(u32::MAX)
    }

    /// Whether the viewer may approve the plans of a work order, as far as the office's ladder tells (A08, A19).
    #[must_use]
    pub fn approves(&self, viewer: &Person, order: &WorkOrder) -> bool {
        self.office.approvers_of(order.department).iter().any(|it| it.id == viewer.id)
    }
}

/// The desk, its supervisor and the management.
pub(super) fn tracks(viewer: &Person) -> bool {
    viewer.active && viewer.roles.has_any(&[Role::FrontDesk, Role::FrontDeskSupervisor, Role::Manager])
}

/// Whether the viewer works on an order: takes part, or it lies with the department and with nobody in it, or the
/// viewer leads the department.
pub(super) fn works_on(viewer: &Person, order: &WorkOrder) -> bool {
    let department = order.department == viewer.department;
    let nobodys = order.handler.is_none() && viewer.is(Role::DepartmentHandler);
    order.involves(viewer.id) || department && (nobodys || viewer.is(Role::DepartmentManager))
}

/// The work order of a clock.
pub(super) fn order_of<'a>(complaint: &'a Complaint, clock: &Clock) -> Option<&'a WorkOrder> {
    match clock.key.name {
        // Follow-ups carry their own number in that place.
        ClockName::OtherCallback => None,
        ClockName::Dispatch
        | ClockName::SecondHop
        | ClockName::Accept
        | ClockName::Report
        | ClockName::Acknowledge
        | ClockName::Contact
        | ClockName::Result
        | ClockName::Approval
        | ClockName::Callback
        | ClockName::Promise
        | ClockName::FirstContact
        | ClockName::MonthReport => clock.key.order.and_then(|it| complaint.order(it)),
    }
}

/// Who keeps a follow-up (D23, E09): its clock carries its place, from 1.
fn follow_up_owner(complaint: &Complaint, clock: &Clock) -> Option<PersonId> {
    let place = usize::from(clock.key.order?.0).checked_sub(1)?;
    complaint.follow_ups.get(place).map(|it| it.what.owner)
}
