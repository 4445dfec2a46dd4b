//! The month reports of the practice year: submitted and filed in the first days of the next month, but for the last,
//! which waits for somebody to do it.

use std::collections::{HashMap, VecDeque};

use chrono::{Duration, NaiveTime};

use super::births;
use super::{Broken, Plan, hours};
use crate::app::filing::month_summary;
use crate::books::Books;
use crate::domain::id::{PersonId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::office::{self, Checksum, Command, Ctx, Office};
use crate::domain::record::{Fact, Position, Recorded, Version};
use crate::domain::role::Role;
use crate::store::Batch;

enum Act {
    Submit(Month),
    File(Month),
}

/// The same year with its reports.
pub(super) fn filed(batches: Vec<Batch>, office: &Office, plan: &Plan) -> Result<Vec<Batch>, Broken> {
    let mut desk = Filing::new(office, plan)?;
    let mut acts = acts(&batches, office, plan);
    let mut out = Vec::with_capacity(batches.len() + acts.len());
    for batch in batches {
        while let Some((at, act)) = acts.pop_front_if(|it| it.0 <= batch.at) {
            out.push(desk.take(at, &act)?);
        }
        desk.tell(&batch);
        out.push(batch);
    }
    for (at, act) in acts {
        out.push(desk.take(at, &act)?);
    }
    Ok(out)
}

/// On the third working day of the next month it is submitted, some hours later filed.
fn acts(batches: &[Batch], office: &Office, plan: &Plan) -> VecDeque<(Moment, Act)> {
    let calendar = office.calendar();
    let first = batches.iter().find(|it| it.stream != StreamId::Office).map_or(plan.until, |it| it.at);
    let last = Month::of(calendar.day_of(plan.until)).before();
    let mut month = Month::of(calendar.day_of(first));
    let mut acts = VecDeque::new();
    while month < last {
        let begin = calendar.moment(month.next().first_day().and_time(NaiveTime::MIN));
        let at = hours::later(calendar, begin, 2 * 450 + 80);
        acts.push_back((at, Act::Submit(month)));
        acts.push_back((hours::later(calendar, at, 200), Act::File(month)));
        month = month.next();
    }
    acts.retain(|it| it.0 <= plan.until);
    acts
}

struct Filing {
    office: Office,
    books: Books,
    position: Position,
    versions: HashMap<StreamId, Version>,
    checksums: HashMap<Month, Checksum>,
    dice: rand_chacha::ChaCha8Rng,
    clerk: PersonId,
    supervisor: PersonId,
}

impl Filing {
    fn new(office: &Office, plan: &Plan) -> Result<Self, Broken> {
        let who = |role, what| office.holders(role).next().map(|it| it.id).ok_or(Broken::Lacks(what));
        Ok(Self {
            office: office.clone(),
            books: Books::default(),
            position: Position::START,
            versions: HashMap::new(),
            checksums: HashMap::new(),
            dice: births::dice(plan.seed, u64::MAX - 2),
            clerk: who(Role::FrontDesk, "front desk")?,
            supervisor: who(Role::FrontDeskSupervisor, "supervisor")?,
        })
    }

    /// Tells the books a batch in the place that the log will give it.
    fn tell(&mut self, batch: &Batch) {
        let version = self.versions.entry(batch.stream).or_default();
        let mut facts = Vec::with_capacity(batch.facts.len());
        for fact in &batch.facts {
            self.position = self.position.next();
            *version = version.next();
            let (position, version) = (self.position, *version);
            let (stream, at, by, press) = (batch.stream, batch.at, batch.by, batch.press);
            facts.push(Recorded { position, stream, version, at, by, press, fact: fact.clone() });
        }
        self.books.absorb(&facts);
    }

    fn take(&mut self, at: Moment, act: &Act) -> Result<Batch, Broken> {
        let (by, command) = match act {
            Act::Submit(month) => {
                let summary = month_summary(&self.books, *month, at - Duration::minutes(5));
                let checksum = summary.checksum();
                self.checksums.insert(*month, checksum.clone());
                let position = self.position;
                (self.clerk, Command::SubmitMonthReport { month: *month, checksum, position, note: None })
            }
            Act::File(month) => {
                let checksum = self.checksums.remove(month).ok_or(Broken::Lacks("report"))?;
                (self.supervisor, Command::FileMonthReport { month: *month, checksum, note: None })
            }
        };
        let events = office::decide(&Ctx { actor: by, now: at }, &self.office, command).map_err(Broken::Office)?;
        for it in &events {
            office::evolve(&mut self.office, it);
        }
        let expected = self.versions.get(&StreamId::Office).copied().unwrap_or_default();
        let press = births::press(&mut self.dice);
        let facts = events.into_iter().map(Fact::Office).collect();
        let batch = Batch { stream: StreamId::Office, expected, beside: Vec::new(), press, at, by, facts };
        self.tell(&batch);
        Ok(batch)
    }
}
