//! What was typed, as values; what is missing and what is wrong.

use super::super::stop::Stop;
use super::{Fault, Form, Sending, Tick, Way};
use crate::books::repeats::Draft;
use crate::domain::complaint::Weight;
use crate::domain::complaint::terms::{Kind, MajorReason, Money, Priority};
use crate::domain::customer::{Phone, RestHours};
use crate::domain::moment::Moment;
use crate::domain::text::{Line, Prose, TextError};
use crate::ui::env::Env;
use crate::ui::part::typed_time;
use chrono::NaiveTime;
use std::collections::BTreeSet;

/// Reading what was typed.
impl Form {
    /// The caller's number, once it is one.
    pub fn phone(&self) -> Option<Phone> {
        Phone::new(self.line(Stop::Phone)).ok()
    }

    /// A name to look for: typed where the number goes, or where it goes while there is no number.
    pub fn named(&self) -> Option<&str> {
        let (phone, name) = (self.line(Stop::Phone).trim(), self.line(Stop::Name).trim());
        let typed = if phone.is_empty() { name } else { phone };
        let letters = phone.is_empty() || phone.chars().any(char::is_alphabetic);
        Some(typed).filter(|it| letters && 2 <= it.chars().count())
    }

    /// What the books are asked about repeat complaints.
    pub fn draft<'a>(&'a self, phone: Option<&'a Phone>, content: &'a str) -> Draft<'a> {
        let some = |it: &'a str| Some(it.trim()).filter(|it| !it.is_empty());
        Draft {
            phone,
            name: some(self.line(Stop::Name)),
            order_number: some(self.line(Stop::Order)),
            product: some(self.line(Stop::Product)),
            category: self.category,
            content: some(content),
        }
    }

    /// The instant in a field; `None` while it is empty or cannot be understood.
    pub fn instant(&self, env: &Env<'_>, stop: Stop) -> Option<Moment> {
        let typed = self.line(stop).trim();
        let read = typed_time::read(env.texts, typed, env.local_now(), stop.lean()?)?;
        Some(env.calendar().moment(read))
    }

    /// Writes an instant out, so that `+2` does not move on, and a number as it is read aloud.
    pub fn settle(&mut self, env: &Env<'_>, stop: Stop) {
        if let Some(at) = self.instant(env, stop) {
            self.set_line(stop, env.texts.date_time(env.calendar().local(at)));
        }
        // A mobile number in groups, as everywhere else; anything else stays as it was typed.
        let grouped = self.phone().map(|it| it.spaced()).filter(|it| stop == Stop::Phone && it.contains(' '));
        if let Some(number) = grouped {
            self.set_line(stop, number);
        }
    }

    pub(super) fn money(&self) -> Option<Money> {
        let typed = self.line(Stop::Amount).replace(['¥', '￥', ',', '，', '元', ' '], "");
        let (yuan, fen) = typed.split_once('.').unwrap_or((&typed, ""));
        let yuan: i64 = yuan.parse().ok().filter(|it| (0..=1_000_000_000_000).contains(it))?;
        let fen: i64 = match fen.len() {
            0 => 0,
            1 => fen.parse::<i64>().ok()? * 10,
            2 => fen.parse().ok()?,
            _ => return None,
        };
        (0..100).contains(&fen).then_some(Money(yuan * 100 + fen))
    }

    pub(super) fn customers(&self) -> Option<u32> {
        self.line(Stop::Customers).trim().parse().ok().filter(|it| (1..=1_000_000).contains(it))
    }

    pub(super) fn rests(&self) -> Option<RestHours> {
        let typed = self.line(Stop::Rests).replace('：', ":").replace(['–', '—', '~', '～', '至'], "-");
        let (from, until) = typed.split_once('-')?;
        let time = |it: &str| NaiveTime::parse_from_str(it.trim(), "%H:%M").ok();
        Some(RestHours { from: time(from)?, until: time(until)? }).filter(|it| it.from != it.until)
    }

    /// Why a complaint counts as major from the start (X20).
    pub fn major(&self, env: &Env<'_>) -> Vec<MajorReason> {
        if self.kind != Kind::Complaint {
            return Vec::new();
        }
        let weight = Weight {
            safety: self.has_tick(Tick::Safety),
            media: self.has_tick(Tick::Media),
            amount: self.money(),
            customers: self.customers().unwrap_or_default(),
            severity: self.severity,
        };
        weight.reasons(env.office().rules())
    }

    /// Severity × urgency; a major complaint is P1 (B17).
    pub fn priority(&self, env: &Env<'_>) -> Option<Priority> {
        if !self.major(env).is_empty() {
            return Some(Priority::P1);
        }
        Some(self.severity?.priority(self.urgency?))
    }

    /// Why what was typed at a stop is not taken; `None` while it is empty or fine.
    pub fn fault(&self, env: &Env<'_>, stop: Stop) -> Option<Fault> {
        match stop {
            Stop::Content => return too_long(Prose::new(&self.content.text()).err()),
            // What the script leaves open has to be said before it is recorded as said.
            Stop::Answer if self.answer.text().contains(env.texts.intake_blank()) => return Some(Fault::Blank),
            Stop::Answer => return too_long(Prose::new(&self.answer.text()).err()),
            Stop::Solution => return too_long(Prose::new(&self.solution.text()).err()),
            _ => {}
        }
        let typed = self.line(stop).trim();
        if typed.is_empty() {
            return None;
        }
        if stop.lean().is_some() {
            return self.time_fault(env, stop);
        }
        match stop {
            Stop::Phone => Phone::new(typed).err().map(|_| Fault::Phone),
            Stop::Amount => self.money().is_none().then_some(Fault::Amount),
            Stop::Customers => self.customers().is_none().then_some(Fault::Number),
            Stop::Rests => self.rests().is_none().then_some(Fault::Rests),
            Stop::Reason => too_long(Prose::new(typed).err()),
            _ => too_long(Line::new(typed).err()),
        }
    }

    pub(super) fn time_fault(&self, env: &Env<'_>, stop: Stop) -> Option<Fault> {
        match self.instant(env, stop) {
            None => Some(Fault::Time),
            Some(at) if stop == Stop::Occurred && env.now < at => Some(Fault::Future),
            Some(at) if stop == Stop::Promise && at <= env.now => Some(Fault::Past),
            Some(_) => None,
        }
    }

    /// Whether a required field holds something.
    pub(super) fn has(&self, stop: Stop) -> bool {
        match stop {
            Stop::Channel => self.channel.is_some(),
            Stop::Category => self.category.is_some(),
            Stop::Content => !self.content.text().trim().is_empty(),
            Stop::Remedies => !self.remedies.is_empty() || !self.line(Stop::RemedyWords).trim().is_empty(),
            Stop::Validity => self.validity.is_some(),
            Stop::Severity => self.severity.is_some(),
            Stop::Urgency => self.urgency.is_some(),
            Stop::Department => self.department.is_some(),
            Stop::Answer => !self.answer.text().trim().is_empty(),
            Stop::Outcome => self.outcome.is_some(),
            Stop::Solution => !self.solution.text().trim().is_empty(),
            Stop::Satisfied => self.has_tick(Tick::Satisfied),
            _ => !self.line(stop).trim().is_empty(),
        }
    }

    /// What has to be filled in for what is to be sent (B08), in the order of the form.
    pub fn required(&self, sending: Sending) -> Vec<Stop> {
        if sending == Sending::Whole(Way::Merge) {
            return vec![Stop::Phone, Stop::Name, Stop::Channel, Stop::Content];
        }
        let mut all = vec![Stop::Phone, Stop::Name, Stop::Channel, Stop::Product, Stop::Category, Stop::Content];
        let complaint = self.kind == Kind::Complaint;
        if complaint {
            all.push(Stop::Remedies);
        }
        match sending {
            Sending::RegisterOnly if complaint => all.extend([Stop::Severity, Stop::Urgency]),
            Sending::RegisterOnly | Sending::Whole(Way::Merge) => {}
            Sending::Whole(Way::Dispatch) => {
                all.extend([Stop::Validity, Stop::Severity, Stop::Urgency, Stop::Promise, Stop::Department]);
            }
            Sending::Whole(Way::Reply) => {
                if complaint {
                    all.extend([Stop::Validity, Stop::Severity, Stop::Urgency]);
                }
                all.extend([Stop::Answer, Stop::Outcome]);
            }
            Sending::Whole(Way::Solve) => {
                if complaint {
                    all.extend([Stop::Severity, Stop::Urgency]);
                }
                all.extend([Stop::Solution, Stop::Satisfied]);
            }
        }
        all
    }

    /// The required fields that hold nothing, and a judgement without its reason.
    pub fn missing(&self, sending: Sending) -> Vec<Stop> {
        let required = self.required(sending);
        let judged = required.contains(&Stop::Validity) && self.validity.is_some();
        let mut missing: Vec<Stop> = required.into_iter().filter(|it| !self.has(*it)).collect();
        if judged && !self.has(Stop::Reason) {
            missing.push(Stop::Reason);
        }
        missing.sort_unstable();
        missing
    }

    /// What stands in the way, in the order of the form: what is missing, and what cannot be taken as typed.
    pub fn gaps(&self, env: &Env<'_>, sending: Sending) -> Vec<Stop> {
        let mut gaps: BTreeSet<Stop> = self.missing(sending).into_iter().collect();
        let written = self.lines.keys().copied().chain([Stop::Content]).chain(match sending {
            Sending::Whole(Way::Reply) => Some(Stop::Answer),
            Sending::Whole(Way::Solve) => Some(Stop::Solution),
            Sending::Whole(Way::Dispatch | Way::Merge) | Sending::RegisterOnly => None,
        });
        let shown = |it: &Stop| *it != Stop::Promise || self.promises(sending);
        gaps.extend(written.filter(shown).filter(|it| self.fault(env, *it).is_some()));
        gaps.into_iter().collect()
    }

    /// Whether the promise to the customer matters.
    pub(super) fn promises(&self, sending: Sending) -> bool {
        match sending {
            Sending::Whole(Way::Dispatch) => true,
            Sending::RegisterOnly => self.kind == Kind::Complaint,
            Sending::Whole(Way::Reply | Way::Solve | Way::Merge) => false,
        }
    }
}

fn too_long(error: Option<TextError>) -> Option<Fault> {
    match error {
        Some(TextError::TooLong { max, .. }) => Some(Fault::TooLong { most: max }),
        Some(TextError::Empty) | None => None,
    }
}
