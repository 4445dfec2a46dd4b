//! Which alerts stand now for a person (C03, C08, C14): a ladder a clock climbs, and what the clocks don't tell.
//!
//! - Nothing is kept: an alert follows from clocks, calendar and `now`, so any number of desks says the same, and it
//!   is gone when the clock is.
//! - Alerts obey the working calendar: a rung that is reached while the office is shut is raised when it opens.
//! - A clock that stands still or is exempt raises nothing.

use chrono::Duration;

use super::Books;
use super::sights::Subject;
use super::standing::{View, order_of};
use crate::domain::calendar::Calendar;
use crate::domain::clock::{Clock, ClockKey, Standing};
use crate::domain::complaint::{Complaint, WorkOrder};
use crate::domain::id::{OrderNo, PersonId};
use crate::domain::limits::{ClockName, Unit};
use crate::domain::moment::Moment;
use crate::domain::office::Person;
use crate::domain::role::Role;

/// How high a clock has climbed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// 80 % of its time is gone: whoever has it is told.
    Near,
    /// It is due: who tracks it and the supervisor are told, too.
    Due,
    /// Another interval has passed: the manager is told, too.
    Overdue,
}

impl Rung {
    /// Every one, from the lowest.
    pub const ALL: [Self; 3] = [Self::Near, Self::Due, Self::Overdue];
}

/// Why somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// It is theirs to do.
    Owns,
    /// They track it, or supervise.
    Supervises,
    /// They manage.
    Manages,
}

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// A clock on its ladder.
    Clock(ClockKey, Rung),
    /// So many reports in a row that the supervisor steps in (C08). Takes the place of its clock.
    Silent(OrderNo, u32),
    /// Whoever should handle it is not in use any more, and nobody stands in (C05).
    Ownerless(OrderNo),
    /// Somebody whom it does not concern asks to see it, a case or a customer's file (A24).
    SightAsked(PersonId),
    /// The viewer asked to see it, and was answered.
    SightAnswered,
    /// Somebody asked to be reminded of the callback (E12). It is kept on that person's machine, not in the log.
    Reminded,
}

/// An alert that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Alert {
    /// On which complaint; a request may be about a customer's file.
    pub about: Subject,
    /// What it is about.
    pub matter: Matter,
    /// Since when it stands, in working time.
    pub raised: Moment,
    /// Why the viewer is told.
    pub part: Part,
}

/// A work order that was not reported on in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Silence<'a> {
    /// Of which complaint.
    pub complaint: &'a Complaint,
    /// The work order; its last report has the last words.
    pub order: &'a WorkOrder,
    /// Reports missed in a row.
    pub missed: u32,
}

impl Alert {
    /// Whether it asks for attention outside the window: a limit is broken, somebody waits for the viewer's answer or the
    /// viewer for somebody's, or it was wanted.
    #[must_use]
    pub const fn rings(&self) -> bool {
        self.is_late() || matches!(self.matter, Matter::SightAsked(_) | Matter::SightAnswered | Matter::Reminded)
    }

    /// Whether a limit is broken: worth the attention of somebody who looks elsewhere.
    #[must_use]
    pub const fn is_late(&self) -> bool {
        match self.matter {
            Matter::Clock(_, rung) => match rung {
                Rung::Near => false,
                Rung::Due | Rung::Overdue => true,
            },
            Matter::Silent(..) => true,
            Matter::Ownerless(_) | Matter::SightAsked(_) | Matter::SightAnswered | Matter::Reminded => false,
        }
    }
}

/// How much of a limit is gone on a rung, in percent.
#[must_use]
pub const fn share(rung: Rung) -> u32 {
    match rung {
        Rung::Near => 80,
        Rung::Due => 100,
        Rung::Overdue => 200,
    }
}

/// Who is told on the last rung: who leads the department that has the order, where it has such a one; otherwise the
/// management.
#[must_use]
pub const fn manager_of(clock: ClockName) -> Role {
    if clock.lies_with_department() { Role::DepartmentManager } else { Role::Manager }
}

/// When each rung of a clock is raised, from the lowest: 80 %, 100 % and one interval more of the limit it started
/// with, in its own unit, pauses left out; moved to the next opening where the office is shut then.
#[must_use]
pub fn ladder(calendar: &Calendar, clock: &Clock) -> [(Rung, Moment); 3] {
    Rung::ALL.map(|rung| (rung, raised(calendar, clock, rung)))
}

/// When a rung of a clock is raised.
fn raised(calendar: &Calendar, clock: &Clock, rung: Rung) -> Moment {
    let reached = match rung {
        Rung::Near => near(calendar, clock),
        Rung::Due => clock.due,
        Rung::Overdue => overdue(calendar, clock),
    };
    opened(calendar, reached)
}

/// The highest rung that a clock has climbed by `now`, and since when; `None`: below the lowest, or nothing runs.
#[must_use]
pub fn reached(calendar: &Calendar, clock: &Clock, now: Moment) -> Option<(Rung, Moment)> {
    match clock.standing(now) {
        Standing::Paused { .. } | Standing::Exempt { .. } | Standing::Done { .. } | Standing::Cancelled => None,
        Standing::OnTime { .. } | Standing::Soon { .. } | Standing::Late { .. } => {
            // Nothing is reckoned for a rung that cannot be there yet: ten thousand clocks are asked at once.
            let possible: &[Rung] = if now < clock.due { &[Rung::Near] } else { &Rung::ALL };
            let rungs = possible.iter().rev().map(|it| (*it, raised(calendar, clock, *it)));
            rungs.into_iter().find(|(_, raised)| *raised <= now)
        }
    }
}

/// 80 % gone: of the time between start and due instant, without that in which it stood still.
fn near(calendar: &Calendar, clock: &Clock) -> Moment {
    let unit = clock.limit.unit;
    let pauses = || clock.pauses.iter().filter_map(|it| Some((it.from, it.until?)));
    let still = pauses().fold(Duration::zero(), |sum, (from, until)| sum + unit.between(calendar, from, until));
    let whole = (unit.between(calendar, clock.started, clock.due) - still).max(Duration::zero());
    let mut near = unit.later(calendar, clock.started, whole * i32::try_from(share(Rung::Near)).unwrap_or(100) / 100);
    for (from, until) in pauses() {
        if from < near {
            near = unit.later(calendar, near, unit.between(calendar, from, until));
        }
    }
    near.min(clock.due)
}

fn overdue(calendar: &Calendar, clock: &Clock) -> Moment {
    match clock.limit.unit {
        // Another end of a day.
        Unit::EndOfDay => calendar.end_of_working_day(clock.due, 1),
        Unit::WorkingMinutes | Unit::NaturalHours | Unit::WorkingDays | Unit::NaturalDays => {
            clock.limit.due(calendar, clock.due)
        }
    }
}

/// The instant itself while people are at work, closing time included; otherwise the next opening.
fn opened(calendar: &Calendar, at: Moment) -> Moment {
    let at_work = calendar.is_open(at) || calendar.is_open(at - Duration::seconds(1));
    if at_work { at } else { calendar.next_change(at).unwrap_or(at) }
}

impl Books {
    /// The alerts that stand for the viewer: broken limits first, the newest before the older ones.
    #[must_use]
    pub fn alerts(&self, view: View) -> Vec<Alert> {
        let Some(viewer) = self.office.person(view.viewer).filter(|it| it.active) else { return Vec::new() };
        let mut alerts = Vec::new();
        for complaint in self.open() {
            self.alerts_of(viewer, complaint, view.now, &mut alerts);
        }
        alerts.extend(self.alerts_of_sights(viewer, view));
        alerts.sort_by_key(|it| (!it.is_late(), std::cmp::Reverse(it.raised), it.about, it.matter));
        alerts
    }

    /// Who asks to see a case or a file is the supervisor's business; that it was answered is for who asked.
    fn alerts_of_sights(&self, viewer: &Person, view: View) -> impl Iterator<Item = Alert> {
        let calendar = self.office.calendar();
        let supervises = viewer.is(Role::FrontDeskSupervisor);
        let asked = if supervises { self.sights_asked() } else { Vec::new() };
        let asked = asked.into_iter().map(move |(about, it)| Alert {
            about,
            matter: Matter::SightAsked(it.stamp.by),
            raised: opened(calendar, it.stamp.at),
            part: Part::Supervises,
        });
        let answered = self.sights_answered(view).into_iter().map(|(about, answer)| Alert {
            about,
            matter: Matter::SightAnswered,
            raised: answer.stamp.at,
            part: Part::Owns,
        });
        asked.chain(answered)
    }

    fn alerts_of(&self, viewer: &Person, complaint: &Complaint, now: Moment, alerts: &mut Vec<Alert>) {
        let calendar = self.office.calendar();
        let enough = u32::from(self.office.rules().missed_reports_to_supervise);
        for clock in complaint.clocks.running().filter(|it| it.started < now) {
            let Some(part) = self.part(viewer, complaint, clock) else { continue };
            if now < clock.due && !part.is_told_at(Rung::Near) {
                continue;
            }
            let Some((rung, raised)) = reached(calendar, clock, now) else { continue };
            if !part.is_told_at(rung) {
                continue;
            }
            let missed = if clock.key.name == ClockName::Report { clock.missed(calendar, now) } else { 0 };
            let matter = match clock.key.order {
                Some(order) if enough <= missed => Matter::Silent(order, missed),
                Some(_) | None => Matter::Clock(clock.key, rung),
            };
            alerts.push(Alert { about: Subject::Case(complaint.id), matter, raised, part });
        }
        if viewer.is(Role::FrontDeskSupervisor) || complaint.tracking == viewer.id {
            let ownerless = complaint.current_orders().filter(|it| it.stage.is_open() && self.is_ownerless(it));
            alerts.extend(ownerless.map(|it| Alert {
                about: Subject::Case(complaint.id),
                matter: Matter::Ownerless(it.no),
                raised: it.dispatched.at,
                part: Part::Supervises,
            }));
        }
    }

    /// 督办: work orders whose reports stay away, those that missed most first (C06, C08, L11).
    #[must_use]
    pub fn silences(&self, view: View) -> Vec<Silence<'_>> {
        let Some(viewer) = self.office.person(view.viewer).filter(|it| it.active) else { return Vec::new() };
        let calendar = self.office.calendar();
        let mut all = Vec::new();
        for complaint in self.open().filter(|it| self.sees(viewer, it)) {
            for clock in complaint.clocks.running().filter(|it| it.key.name == ClockName::Report) {
                let order = order_of(complaint, clock).filter(|it| it.stage.is_open());
                let missed = if clock.exempt.is_none() { clock.missed(calendar, view.now) } else { 0 };
                let Some(order) = order.filter(|_| 0 < missed) else { continue };
                all.push(Silence { complaint, order, missed });
            }
        }
        all.sort_by_key(|it| (std::cmp::Reverse(it.missed), it.complaint.id, it.order.no));
        all
    }

    /// Why the viewer would be told of a clock, if at all: the nearest reason.
    fn part(&self, viewer: &Person, complaint: &Complaint, clock: &Clock) -> Option<Part> {
        let order = order_of(complaint, clock);
        let manages = match order {
            Some(it) if self.office.managers_of(it.department).next().is_some() => {
                viewer.is(Role::DepartmentManager) && it.department == viewer.department
            }
            Some(_) | None => viewer.is(Role::Manager),
        };
        if self
            .owners(complaint, clock, order)
            .iter()
            .any(|it| self.office.stand_in(*it) == viewer.id || *it == viewer.id)
        {
            Some(Part::Owns)
        } else if viewer.is(Role::FrontDeskSupervisor) || complaint.tracking == viewer.id {
            Some(Part::Supervises)
        } else {
            manages.then_some(Part::Manages)
        }
    }

    /// Who has to do what a clock measures.
    #[must_use]
    pub fn owners(&self, complaint: &Complaint, clock: &Clock, order: Option<&WorkOrder>) -> Vec<PersonId> {
        match clock.key.name {
            ClockName::Callback => vec![complaint.calls_back.unwrap_or(complaint.tracking)],
            ClockName::Dispatch
            | ClockName::Acknowledge
            | ClockName::Promise
            | ClockName::FirstContact
            | ClockName::MonthReport => {
                vec![complaint.tracking]
            }
            ClockName::SecondHop => {
                order.map_or_else(|| complaint.escalation.as_ref().map(|it| it.to), |it| it.via).into_iter().collect()
            }
            ClockName::Approval => order.map_or_else(Vec::new, |it| {
                self.office.approvers_of(it.department).into_iter().map(|it| it.id).collect()
            }),
            ClockName::OtherCallback => {
                let place = clock.key.order.and_then(|it| usize::from(it.0).checked_sub(1));
                let it = place.and_then(|it| complaint.follow_ups.get(it));
                it.map(|it| it.what.owner).into_iter().collect()
            }
            ClockName::Accept | ClockName::Report | ClockName::Contact | ClockName::Result => {
                order.map_or_else(Vec::new, |it| self.workers(it))
            }
        }
    }

    /// The handler; where nobody has taken it, everybody of the department who could.
    fn workers(&self, order: &WorkOrder) -> Vec<PersonId> {
        if let Some(handler) = order.handler {
            return vec![handler];
        }
        let handlers = self.office.holders(Role::DepartmentHandler);
        handlers.filter(|it| it.department == order.department).map(|it| it.id).collect()
    }

    fn is_ownerless(&self, order: &WorkOrder) -> bool {
        let gone = |it: PersonId| {
            let stand_in = self.office.stand_in(it);
            !self.office.person(stand_in).is_some_and(|it| it.active)
        };
        match order.handler {
            Some(handler) => gone(handler),
            None => self.workers(order).is_empty(),
        }
    }
}

impl Part {
    const fn is_told_at(self, rung: Rung) -> bool {
        match (self, rung) {
            (Self::Owns, Rung::Near | Rung::Due | Rung::Overdue)
            | (Self::Supervises, Rung::Due | Rung::Overdue)
            | (Self::Manages, Rung::Overdue) => true,
            (Self::Supervises, Rung::Near) | (Self::Manages, Rung::Near | Rung::Due) => false,
        }
    }
}
