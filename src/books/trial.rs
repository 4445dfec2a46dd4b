//! 试算: what would have been late in a month under another limit. For whoever is about to change one.

use crate::books::Books;
use crate::domain::clock::Clock;
use crate::domain::complaint::{Complaint, Stage};
use crate::domain::limits::{ClockName, Limit};
use crate::domain::moment::Moment;
use crate::domain::month::Month;

/// A month under the limits that were in force, and under others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Trial {
    /// Clocks of the month that can be tried.
    pub measured: u32,
    /// How many of them were late.
    pub late: u32,
    /// How many would have been late.
    pub would_be_late: u32,
    /// Complaints of the month that lie in the archive: their clocks are no longer at hand.
    pub archived: u32,
}

impl Books {
    /// Tries limits on the clocks of one name that started in a month. `limits`: those that a complaint would get, of
    /// which the earliest counts (X1); none where the change does not concern it. Exempt, cancelled and promised ones
    /// do not count.
    ///
    /// Progress reports and promises to customers cannot be tried: of the former only the last is kept, and of the
    /// latter no limit says when they are due.
    #[must_use]
    pub fn trial(
        &self,
        (month, now): (Month, Moment),
        name: ClockName,
        limits: impl Fn(&Complaint) -> Vec<Limit>,
    ) -> Trial {
        let calendar = self.office().calendar();
        let (first, last) = self.office().rules().days_of(month);
        let within = |at: Moment| (first..=last).contains(&calendar.day_of(at));
        let archived = self.ledger().rows().iter().filter(|it| it.stage == Stage::Archived);
        let archived = archived.filter(|it| within(it.registered.at)).count();
        let mut trial = Trial { archived: u32::try_from(archived).unwrap_or(u32::MAX), ..Trial::default() };
        for complaint in self.complaints() {
            let limits = limits(complaint);
            let counts = |it: &&Clock| it.key.name == name && within(it.started) && counts(it);
            for clock in complaint.clocks.all().filter(counts) {
                let due = limits.iter().map(|it| clock.due_under(calendar, *it, now)).min();
                let Some(due) = due else { continue };
                trial.measured += 1;
                trial.late += u32::from(clock.is_broken(now));
                trial.would_be_late += u32::from(due < clock.reached(now));
            }
        }
        trial
    }
}

fn counts(clock: &Clock) -> bool {
    use crate::domain::clock::Ended;
    clock.exempt.is_none() && !clock.extended && !matches!(clock.ended, Some(Ended::Cancelled(_)))
}
