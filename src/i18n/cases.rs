//! How a case is told: the customer masked as a list may show it, a clock in words (UI.md 10, 11).

use chrono::NaiveDateTime;

use super::Texts;
use crate::domain::calendar::Calendar;
use crate::domain::clock::{Clock, Standing};
use crate::domain::complaint::terms::Salutation;
use crate::domain::customer::{Complainant, surname};
use crate::domain::id::PersonId;
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::domain::record::PROGRAM;

impl Texts {
    /// `王女士`; where the salutation is unknown `王**`. Never the whole name.
    #[must_use]
    pub fn customer(&self, complainant: &Complainant) -> String {
        self.masked_name(&complainant.name, complainant.salutation)
    }

    /// The same of a whole name.
    #[must_use]
    pub fn masked_name(&self, name: &str, salutation: Salutation) -> String {
        self.masked(surname(name), salutation)
    }

    /// The same from its parts.
    #[must_use]
    pub fn masked(&self, surname: &str, salutation: Salutation) -> String {
        match salutation {
            Salutation::Madam => self.customer_madam(surname),
            Salutation::Sir => self.customer_sir(surname),
            Salutation::Unknown => self.customer_unknown(surname),
        }
    }

    /// A person of the office; the program by its own name, somebody unknown by the number.
    #[must_use]
    pub fn person(&self, office: &Office, id: PersonId) -> String {
        match office.person(id) {
            Some(person) => person.name.to_string(),
            None if id == PROGRAM => self.program_itself().to_owned(),
            None => format!("#{id}"),
        }
    }

    /// The name of a clock where there is little room: 联系 for 联系客户.
    #[must_use]
    pub fn clock_in_short(&self, name: ClockName) -> &str {
        match name {
            ClockName::SecondHop => self.clock_short_second_hop(),
            ClockName::Accept => self.clock_short_accept(),
            ClockName::Acknowledge => self.clock_short_acknowledge(),
            ClockName::Contact => self.clock_short_contact(),
            ClockName::Result => self.clock_short_result(),
            ClockName::OtherCallback => self.clock_short_other_callback(),
            ClockName::Promise => self.clock_short_promise(),
            ClockName::FirstContact => self.clock_short_first_contact(),
            ClockName::MonthReport => self.clock_short_month_report(),
            ClockName::Dispatch | ClockName::Report | ClockName::Approval | ClockName::Callback => self.name(name),
        }
    }

    /// What a clock says, complete without its ring: `剩 13 分`, `超 1 时 20 分`, `已停，等客户`, `按时`.
    #[must_use]
    pub fn clock_words(&self, clock: &Clock, calendar: &Calendar, now: Moment) -> String {
        let (due, wall) = (calendar.local(clock.due), calendar.local(now));
        match clock.standing(now) {
            Standing::OnTime { .. } | Standing::Soon { .. } => self.left(clock.left(calendar, now), due, wall),
            Standing::Late { .. } => self.over(-clock.left(calendar, now), due, wall),
            Standing::Paused { reason } => self.clock_paused(self.name(reason)),
            Standing::Exempt { reason } => self.clock_exempt(self.name(reason)),
            Standing::Done { on_time: true, .. } => self.on_time().to_owned(),
            Standing::Done { ended, due, .. } => self.done(clock.limit.unit.between(calendar, due, ended)),
            Standing::Cancelled => self.clock_cancelled().to_owned(),
        }
    }

    /// The due instant by the wall clock: `应于 03-16 18:00`.
    #[must_use]
    pub fn clock_due(&self, clock: &Clock, calendar: &Calendar, now: Moment) -> String {
        let today: NaiveDateTime = calendar.local(now);
        self.clock_due_at(self.moment(calendar.local(clock.due), today.date()))
    }
}
