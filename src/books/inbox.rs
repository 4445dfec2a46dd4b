//! What lies with one person: work orders, approvals, what a manager is to pass on (UI.md 5.4), and how well reports
//! were kept (J10).

use super::Books;
use super::board::Lane;
use super::ledger::OrderRow;
use super::standing::{Reading, View, works_on};
use super::tally::{Days, Filter};
use crate::domain::clock::ClockKey;
use crate::domain::complaint::{Complaint, OrderStage, WorkOrder};
use crate::domain::id::{DepartmentId, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::office::Person;
use crate::domain::role::Role;

/// The work of one person, each list by the time that is left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inbox<'a> {
    /// 待我审批, for approvers.
    pub to_approve: Vec<Item<'a>>,
    /// 待二段派单, for the manager on the way (A05).
    pub to_forward: Vec<Item<'a>>,
    /// 待签收.
    pub to_accept: Vec<Item<'a>>,
    /// 在办.
    pub in_work: Vec<Item<'a>>,
    /// 已回单: handed in, the complaint still open; the newest first.
    pub handed_in: Vec<Item<'a>>,
    /// 已升级 to this person (F02).
    pub escalated: Vec<&'a Complaint>,
}

/// A work order in the inbox.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item<'a> {
    /// Of which complaint.
    pub complaint: &'a Complaint,
    /// The work order.
    pub order: &'a WorkOrder,
    /// Its most urgent clock.
    pub clock: Option<Reading<'a>>,
}

/// Whose reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// Of one person.
    Person(PersonId),
    /// Of one department.
    Department(DepartmentId),
    /// Of everybody.
    Everybody,
}

/// How well reports were kept (J10): 按时汇报次数 ÷ 应汇报次数, exempted work orders left out and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compliance {
    /// In time: the numerator.
    pub on_time: u32,
    /// Due: the denominator.
    pub due: u32,
    /// Work orders whose report clock was exempted (X19).
    pub exempt: u32,
}

impl Books {
    /// What lies with the viewer now.
    #[must_use]
    pub fn inbox(&self, view: View) -> Inbox<'_> {
        let mut inbox = Inbox::default();
        let Some(viewer) = self.office.person(view.viewer) else { return inbox };
        for complaint in self.open() {
            if Lane::of(complaint) == Some(Lane::Escalated)
                && complaint.escalation.as_ref().is_some_and(|it| it.to == viewer.id)
            {
                inbox.escalated.push(complaint);
            }
            for order in complaint.current_orders() {
                self.sort_in(
                    &mut inbox,
                    viewer,
                    Item { complaint, order, clock: self.clock_of(complaint, order, view.now) },
                );
            }
        }
        inbox.escalated.sort_by_key(|it| it.escalation.as_ref().map(|it| it.stamp.at));
        inbox.handed_in.sort_by_key(|it| std::cmp::Reverse(it.order.slip.as_ref().map(|it| it.stamp.at)));
        for list in [&mut inbox.to_approve, &mut inbox.to_forward, &mut inbox.to_accept, &mut inbox.in_work] {
            list.sort_by_key(Item::urgency);
        }
        inbox
    }

    fn sort_in<'a>(&self, inbox: &mut Inbox<'a>, viewer: &Person, item: Item<'a>) {
        let works = works_on(viewer, item.order);
        // Leading a department is reading along: what others handle is not the manager's own work.
        let own = item.order.involves(viewer.id) || item.order.handler.is_none() && works;
        let list = match item.order.stage {
            OrderStage::ToForward if item.order.via == Some(viewer.id) => &mut inbox.to_forward,
            OrderStage::ToAccept if own => &mut inbox.to_accept,
            OrderStage::AwaitingApproval if self.approves(viewer, item.order) && approver(viewer) => {
                &mut inbox.to_approve
            }
            OrderStage::Handling | OrderStage::AwaitingApproval | OrderStage::Executed if own => &mut inbox.in_work,
            OrderStage::HandedIn if own => &mut inbox.handed_in,
            OrderStage::ToForward
            | OrderStage::ToAccept
            | OrderStage::Handling
            | OrderStage::AwaitingApproval
            | OrderStage::Executed
            | OrderStage::HandedIn
            | OrderStage::Ended => return,
        };
        list.push(item);
    }

    fn clock_of<'a>(&self, complaint: &'a Complaint, order: &WorkOrder, now: Moment) -> Option<Reading<'a>> {
        let own = |it: &crate::domain::clock::Clock| {
            it.key.order == Some(order.no) && it.key.name != ClockName::OtherCallback
        };
        complaint.clocks.most_urgent(own).map(|it| self.read(it, now))
    }

    /// How well reports were kept on work orders that were dispatched in a reporting month. Reports that are missed
    /// right now count as due.
    #[must_use]
    pub fn compliance(&self, whose: Whose, month: Month, now: Moment) -> Compliance {
        let days = Days::of(self.office.rules(), month);
        let before = self.slots(&Filter::complaints().open_when_began(days.first));
        let during = self.slots(&Filter::complaints().registered(days));
        let mut compliance = Compliance::default();
        for row in before.into_iter().chain(during).filter_map(|it| self.ledger.at(it)) {
            let in_month = |it: &&OrderRow| days.contain(self.office.calendar().day_of(it.dispatched.at));
            for order in row.orders.iter().filter(in_month).filter(|it| whose.has(it)) {
                if order.reports_exempt {
                    compliance.exempt += 1;
                } else {
                    compliance.on_time += order.reports_on_time;
                    compliance.due += order.reports_due + self.missed_now(row.id, order, now);
                }
            }
        }
        compliance
    }

    fn missed_now(&self, id: crate::domain::id::ComplaintId, order: &OrderRow, now: Moment) -> u32 {
        let key = ClockKey::of_order(ClockName::Report, order.no);
        let clock = self.complaint(id).and_then(|it| it.clocks.find(key)).filter(|it| it.is_running());
        clock.map_or(0, |it| it.missed(self.office.calendar(), now))
    }
}

impl Whose {
    fn has(self, order: &OrderRow) -> bool {
        match self {
            Self::Person(it) => order.handler == Some(it),
            Self::Department(it) => order.department == it,
            Self::Everybody => true,
        }
    }
}

impl Item<'_> {
    fn urgency(&self) -> (bool, bool, Moment) {
        match &self.clock {
            Some(it) => (false, it.clock.paused().is_some(), it.clock.due),
            None => (true, false, self.order.dispatched.at),
        }
    }
}

fn approver(viewer: &Person) -> bool {
    viewer.active && viewer.roles.has_any(&[Role::DepartmentManager, Role::EscalationManager, Role::Manager])
}
