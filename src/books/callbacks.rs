//! The callback queue and how far the month's callbacks are (UI.md 5.5; E01, E13, J08).

use chrono::NaiveDate;

use super::Books;
use super::ledger::Row;
use super::standing::{Reading, View};
use super::tally::{Days, Dimension, Filter, Key};
use crate::domain::clock::ClockKey;
use crate::domain::complaint::state::{Callback, Planned};
use crate::domain::complaint::terms::CallOutcome;
use crate::domain::complaint::words::FollowUp;
use crate::domain::complaint::{Complaint, Stage, Verb, quiet_until};
use crate::domain::id::{ComplaintId, OrderNo, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::month::Month;

/// Which of the three groups of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// 已约时间.
    Appointed,
    /// 会员.
    Member,
    /// 其他.
    Other,
}

/// A callback that waits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waiting<'a> {
    /// Of which complaint.
    pub complaint: &'a Complaint,
    /// Its group.
    pub group: Group,
    /// 预约 (E15).
    pub appointment: Option<Moment>,
    /// Its clock (T07).
    pub clock: Option<Reading<'a>>,
    /// Which attempt the next call is, from 1.
    pub attempt: u16,
    /// Until when the customer rests (E12); `None`: can be called now.
    pub quiet_until: Option<Moment>,
    /// The viewer handled it and does not call (X13).
    pub handled_by_viewer: bool,
}

/// A promise or another callback (D23, E09, E10, E19).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Promised<'a> {
    /// Of which complaint.
    pub complaint: &'a Complaint,
    /// Its place in the complaint, from 0.
    pub index: u16,
    /// What.
    pub follow_up: &'a Planned<FollowUp>,
    /// Its clock (T08).
    pub clock: Option<Reading<'a>>,
}

/// 会员回访率 of a month (E13, J08): 100 % is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gauge<'a> {
    /// Members' complaints of the month that were called back: the numerator.
    pub reached: u32,
    /// Members' complaints that were closed in the month: the denominator.
    pub closed: u32,
    /// Those that were closed without.
    pub missing: Vec<&'a Row>,
}

/// How callbacks are divided among callers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Division {
    /// Who gets which, in the order of the queue; those that have the same caller already are among them.
    pub given: Vec<(ComplaintId, PersonId)>,
    /// Those that nobody of the callers can get: all of them handled it, or a call goes on.
    pub left: Vec<ComplaintId>,
}

impl Books {
    /// Who could call back, in the order of the office's list.
    pub fn callers(&self) -> impl Iterator<Item = PersonId> {
        let may = |it: &&crate::domain::office::Person| it.active && it.roles.iter().any(|role| role.may(Verb::Dial));
        self.office.people().filter(may).map(|it| it.id)
    }

    /// How many callbacks were given to somebody and wait.
    #[must_use]
    pub fn callbacks_of(&self, person: PersonId) -> usize {
        self.to_call_back().filter(|it| it.calls_back == Some(person)).count()
    }

    /// Whether a callback was given to the viewer, or to whom the viewer stands in for.
    #[must_use]
    pub fn is_to_call(&self, viewer: PersonId, complaint: &Complaint) -> bool {
        complaint.calls_back.is_some_and(|it| it == viewer || self.office.stand_in(it) == viewer)
    }

    /// The chosen callbacks evenly among the callers: each goes to whoever will have the fewest and did not handle it
    /// (X13). Of equals the one who was named first.
    #[must_use]
    pub fn divide(&self, (chosen, now): (&[ComplaintId], Moment), callers: &[PersonId]) -> Division {
        let of_others = |person: &PersonId| {
            let waits = self.to_call_back().filter(|it| it.calls_back == Some(*person) && !chosen.contains(&it.id));
            (*person, waits.count())
        };
        let mut loads: Vec<(PersonId, usize)> = callers.iter().map(of_others).collect();
        let mut division = Division::default();
        // The order of the queue is the same for every viewer.
        let queue = self.callbacks(View { viewer: PersonId(0), now });
        for it in queue.iter().map(|it| it.complaint).filter(|it| chosen.contains(&it.id)) {
            let free = loads.iter_mut().filter(|(person, _)| it.open_call().is_none() && !it.was_handled_by(*person));
            match free.min_by_key(|(_, load)| *load) {
                Some((person, load)) => {
                    *load += 1;
                    division.given.push((it.id, *person));
                }
                None => division.left.push(it.id),
            }
        }
        division
    }

    fn to_call_back(&self) -> impl Iterator<Item = &Complaint> {
        self.complaints().filter(|it| it.stage == Stage::ToCallBack)
    }

    /// The queue: appointments by their time, then members, then the others, each by the time that is left.
    #[must_use]
    pub fn callbacks(&self, view: View) -> Vec<Waiting<'_>> {
        let mut waiting: Vec<Waiting<'_>> = self.to_call_back().map(|it| self.waiting(view, it)).collect();
        waiting.sort_by_key(|it| {
            let due = it.clock.map_or(it.complaint.registered.at, |it| it.clock.due);
            (it.group, it.appointment.unwrap_or(due), it.complaint.id)
        });
        waiting
    }

    fn waiting<'a>(&self, view: View, complaint: &'a Complaint) -> Waiting<'a> {
        let group = match complaint.appointment {
            Some(_) => Group::Appointed,
            None if complaint.is_member() => Group::Member,
            None => Group::Other,
        };
        let clock = complaint.clocks.find(ClockKey::of(ClockName::Callback)).filter(|it| it.is_running());
        Waiting {
            complaint,
            group,
            appointment: complaint.appointment,
            clock: clock.map(|it| self.read(it, view.now)),
            attempt: u16::try_from(complaint.attempts().count() + 1).unwrap_or(u16::MAX),
            quiet_until: self.quiet_until(complaint, view.now),
            handled_by_viewer: complaint.was_handled_by(view.viewer),
        }
    }

    /// When the customer can be called, if not at this instant (E12): as the rules have it, the file's rest hours among
    /// them.
    #[must_use]
    pub fn quiet_until(&self, complaint: &Complaint, at: Moment) -> Option<Moment> {
        let rests = self.customers().rests(&complaint.details.complainant.phone);
        quiet_until(self.office.calendar(), (complaint, &rests), at)
    }

    /// Promises and other callbacks that nobody has finished yet, by when they are due.
    #[must_use]
    pub fn promised(&self, now: Moment) -> Vec<Promised<'_>> {
        let mut promised: Vec<Promised<'_>> = Vec::new();
        for complaint in self.complaints() {
            for (follow_up, index) in complaint.follow_ups.iter().zip(0..).filter(|(it, _)| it.finished.is_none()) {
                let key = ClockKey::of_order(ClockName::OtherCallback, OrderNo(index + 1));
                let clock = complaint.clocks.find(key).filter(|it| it.is_running()).map(|it| self.read(it, now));
                promised.push(Promised { complaint, index, follow_up, clock });
            }
        }
        promised.sort_by_key(|it| (it.clock.is_none(), it.clock.map(|it| it.clock.due), it.complaint.id, it.index));
        promised
    }

    /// Calls that were recorded on a day, the newest first. Those of complaints that went to the archive the same day
    /// are not among them.
    #[must_use]
    pub fn called_on(&self, day: NaiveDate) -> Vec<(&Complaint, &Callback)> {
        let on_day =
            |it: &&Callback| it.record.as_ref().is_some_and(|it| self.office.calendar().day_of(it.stamp.at) == day);
        let calls = self.complaints().flat_map(|it| it.callbacks.iter().filter(on_day).map(move |call| (it, call)));
        let mut calls: Vec<_> = calls.collect();
        calls.sort_by_key(|(complaint, call)| std::cmp::Reverse((call.dialled.at, complaint.id)));
        calls
    }

    /// 会员回访率 of a reporting month, with the names that are missing (scenario 8).
    #[must_use]
    pub fn member_gauge(&self, month: Month) -> Gauge<'_> {
        let filter =
            Filter::complaints().closed(Days::of(self.office.rules(), month)).only(Dimension::Member, Key::Yes);
        let mut gauge = Gauge::default();
        for row in self.chosen(&filter) {
            gauge.closed += 1;
            if row.calls.iter().any(|it| it.outcome == Some(CallOutcome::Reached)) {
                gauge.reached += 1;
            } else {
                gauge.missing.push(row);
            }
        }
        gauge
    }

    /// The complaints of a phone call that goes on: dialled by the viewer, not recorded yet.
    #[must_use]
    pub fn on_the_phone(&self, view: View) -> Option<ComplaintId> {
        let mine = |it: &&Complaint| it.open_call().is_some_and(|call| call.dialled.by == view.viewer);
        self.open().filter(mine).map(|it| it.id).min()
    }
}
