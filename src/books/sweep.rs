//! What time alone brings about (C08, F06). Asked again it gives the same until it is done; `decide` refuses what
//! another desk has done meanwhile, so any number of desks may sweep.

use chrono::Duration;

use super::Books;
use crate::domain::clock::ClockKey;
use crate::domain::complaint::{Command, Complaint, OrderStage, Stage, WorkOrder};
use crate::domain::id::ComplaintId;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;

impl Books {
    /// What the program is to do by now, in the order of the complaints.
    #[must_use]
    pub fn sweep(&self, now: Moment) -> Vec<(ComplaintId, Command)> {
        let mut commands: Vec<(ComplaintId, Command)> = Vec::new();
        for complaint in self.complaints() {
            if self.rests(complaint, now) {
                commands.push((complaint.id, Command::Archive));
            }
            let silent = complaint.current_orders().filter(|it| self.is_silent(complaint, it, now));
            commands.extend(silent.map(|it| (complaint.id, Command::Supervise { order: it.no, words: None })));
        }
        commands.sort_by_key(|(id, _)| *id);
        commands
    }

    /// Closed for so many days that it belongs into the archive (F06).
    fn rests(&self, complaint: &Complaint, now: Moment) -> bool {
        let rest = Duration::days(self.office.rules().archive_after_days.into());
        let closed = complaint.closing.as_ref().filter(|_| complaint.stage == Stage::Closed);
        closed.is_some_and(|it| it.stamp.at + rest <= now)
    }

    /// So many reports missed in a row that the supervisor gets a card, once (scenario 2).
    fn is_silent(&self, complaint: &Complaint, order: &WorkOrder, now: Moment) -> bool {
        let handled = match order.stage {
            OrderStage::ToForward
            | OrderStage::ToAccept
            | OrderStage::Handling
            | OrderStage::AwaitingApproval
            | OrderStage::Executed => complaint.stage == Stage::InHandling,
            OrderStage::HandedIn | OrderStage::Ended => false,
        };
        let key = ClockKey::of_order(ClockName::Report, order.no);
        let clock = complaint.clocks.find(key).filter(|it| it.is_running() && it.exempt.is_none());
        let enough = u32::from(self.office.rules().missed_reports_to_supervise);
        handled && order.supervised == 0 && clock.is_some_and(|it| enough <= it.missed(self.office.calendar(), now))
    }
}
