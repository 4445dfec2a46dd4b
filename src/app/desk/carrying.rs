//! One wish carried out: read, decided, written as one batch.

use std::collections::HashMap;

use super::Desk;
use super::letter::{Letter, Place};
use crate::app::done::Done;
use crate::app::feed::PAGE;
use crate::app::refused::{NotKept, Refused};
use crate::app::ruling::{self, Around, Asked};
use crate::domain::complaint::{self, Complaint, Details, Event};
use crate::domain::customer::{self, Customer};
use crate::domain::id::{ComplaintId, CustomerId, StreamId};
use crate::domain::office::{self, Office, Subject, retiring};
use crate::domain::record::{Fact, Position, Recorded, Version};
use crate::store::{AppendError, Batch, ReadError};

impl Desk {
    /// A number that others took meanwhile is no conflict: the next one is taken (B07).
    pub(super) async fn register(
        &self,
        office: &Office,
        letter: Letter,
        (details, then): (Box<Details>, Vec<complaint::Command>),
    ) -> Result<Done, Refused> {
        let asked = letter.asked(None)?;
        let day = office.calendar().day_of(asked.at);
        let mut sequence = self.next_number(day).await?;
        let rests = self.rests(&details.complainant.phone);
        let around = Around { office, rests: &rests };
        loop {
            let beside = self.unless_no_call_is_taken(&then).await?;
            let id = ComplaintId::new(day, sequence);
            let facts = ruling::registered(around, asked, id, (details.clone(), then.clone()))?;
            match self.append(letter, (asked, Place::first(StreamId::Complaint(id), beside)), facts).await {
                Err(AppendError::OvertakenBeside { .. }) => {}
                Err(AppendError::Overtaken { .. }) => {
                    self.known().took(day, sequence);
                    sequence = sequence.saturating_add(1);
                }
                answer => return self.answered(answer, (letter, asked)).await,
            }
        }
    }

    pub(super) async fn on_complaint(
        &self,
        office: &Office,
        letter: Letter,
        (id, commands): (ComplaintId, Vec<complaint::Command>),
    ) -> Result<Done, Refused> {
        let stream = StreamId::Complaint(id);
        let mut tries = 0;
        loop {
            let history = self.log.history(stream).await.map_err(NotKept::from)?;
            if let Some(done) = letter.sent_before(&history) {
                return Ok(done);
            }
            let beside = self.unless_no_call_is_taken(&commands).await?;
            let last = history.last().ok_or(complaint::Rejection::NoSuchComplaint)?;
            letter.unless_overtaken(last, tries)?;
            let complaint = Complaint::fold(&history).ok_or(complaint::Rejection::NoSuchComplaint)?;
            let asked = letter.asked(Some(last.at))?;
            let rests = self.rests(&complaint.details.complainant.phone);
            let around = Around { office, rests: &rests };
            let facts = ruling::on_complaint(around, asked, complaint, commands.clone())?;
            match self.append(letter, (asked, Place { stream, expected: last.version, beside }), facts).await {
                Err(AppendError::Overtaken { .. } | AppendError::OvertakenBeside { .. }) => tries += 1,
                answer => return self.answered(answer, (letter, asked)).await,
            }
        }
    }

    /// What a call is merged into is open, as the log has it: each of them with the version at which it is. Were it
    /// closed by another desk meanwhile, the log refuses the merge, and this is asked anew.
    async fn unless_no_call_is_taken(
        &self,
        commands: &[complaint::Command],
    ) -> Result<Vec<(StreamId, Version)>, Refused> {
        let mut looked_at = Vec::new();
        for command in commands {
            let complaint::Command::Merge { into } = command else { continue };
            let stream = StreamId::Complaint(*into);
            let history = self.log.history(stream).await.map_err(NotKept::from)?;
            complaint::takes_call(*into, Complaint::fold(&history).as_ref())?;
            looked_at.extend(history.last().map(|it| (stream, it.version)));
        }
        Ok(looked_at)
    }

    /// A number that others took meanwhile is no conflict: the next one is taken.
    pub(super) async fn open(
        &self,
        office: &Office,
        letter: Letter,
        commands: Vec<customer::Command>,
    ) -> Result<Done, Refused> {
        let asked = letter.asked(None)?;
        let numbers = self.customers();
        let mut id = numbers.next();
        loop {
            let facts = ruling::opened((office, &numbers), asked, id, commands.clone())?;
            match self.append(letter, (asked, Place::first(StreamId::Customer(id), Vec::new())), facts).await {
                Err(AppendError::Overtaken { .. }) => id = CustomerId(id.0.saturating_add(1)),
                answer => return self.answered(answer, (letter, asked)).await,
            }
        }
    }

    pub(super) async fn on_customer(
        &self,
        office: &Office,
        letter: Letter,
        (id, commands): (CustomerId, Vec<customer::Command>),
    ) -> Result<Done, Refused> {
        let stream = StreamId::Customer(id);
        let mut tries = 0;
        loop {
            let history = self.log.history(stream).await.map_err(NotKept::from)?;
            if let Some(done) = letter.sent_before(&history) {
                return Ok(done);
            }
            let nobody = customer::Rejection::NoSuchFile { id };
            let last = history.last().ok_or(nobody)?;
            letter.unless_overtaken(last, tries)?;
            let customer = Customer::fold(&history).ok_or(nobody)?;
            let asked = letter.asked(Some(last.at))?;
            let facts = ruling::on_customer((office, &self.customers()), asked, customer, commands.clone())?;
            match self.append(letter, (asked, Place::after(stream, last.version)), facts).await {
                Err(AppendError::Overtaken { .. }) => tries += 1,
                answer => return self.answered(answer, (letter, asked)).await,
            }
        }
    }

    pub(super) async fn on_office(&self, letter: Letter, commands: Vec<office::Command>) -> Result<Done, Refused> {
        self.unless_at_work(&commands).await?;
        let mut tries = 0;
        loop {
            let history = self.log.history(StreamId::Office).await.map_err(NotKept::from)?;
            if let Some(done) = letter.sent_before(&history) {
                return Ok(done);
            }
            let last = history.last().ok_or(office::Rejection::NotFounded)?;
            letter.unless_overtaken(last, tries)?;
            let asked = letter.asked(Some(last.at))?;
            let facts = ruling::on_office(&folded(&history), asked, commands.clone())?;
            match self.append(letter, (asked, Place::after(StreamId::Office, last.version)), facts).await {
                Err(AppendError::Overtaken { .. }) => tries += 1,
                answer => return self.answered(answer, (letter, asked)).await,
            }
        }
    }

    /// Whoever is to be retired holds no open work. The books know it sooner, but a decision is made on the log; it is
    /// read through, because people and departments are rarely retired.
    async fn unless_at_work(&self, commands: &[office::Command]) -> Result<(), Refused> {
        let retired = commands.iter().filter_map(|it| match it {
            office::Command::Retire { what: what @ (Subject::Person(_) | Subject::Department(_)) } => Some(*what),
            _ => None,
        });
        let retired: Vec<Subject> = retired.collect();
        if retired.is_empty() {
            return Ok(());
        }
        let open = self.open_complaints().await?;
        retired.into_iter().try_for_each(|it| retiring::free(it, open.values())).map_err(Refused::Office)
    }

    /// Every complaint that is not archived, as the log has it.
    async fn open_complaints(&self) -> Result<HashMap<ComplaintId, Complaint>, NotKept> {
        let mut all: HashMap<ComplaintId, Complaint> = HashMap::new();
        let mut position = Position::START;
        loop {
            let facts = match self.log.after(position, PAGE).await {
                Ok(facts) => facts,
                Err(ReadError::Lost { last, .. }) => {
                    position = position.max(last);
                    continue;
                }
                Err(trouble @ (ReadError::Unreadable(_) | ReadError::Broken(_) | ReadError::Stopped)) => {
                    return Err(trouble.into());
                }
            };
            let Some(last) = facts.last() else { return Ok(all) };
            position = last.position;
            for it in &facts {
                let (Fact::Complaint(entry), StreamId::Complaint(id)) = (&it.fact, it.stream) else { continue };
                let stamp = complaint::Stamp { at: it.at, by: it.by };
                match all.get_mut(&id) {
                    Some(complaint) => complaint.apply(entry, stamp),
                    None => all.extend(Complaint::born(entry, stamp).map(|it| (id, it))),
                }
                if entry.event == Event::Archived {
                    all.remove(&id);
                }
            }
        }
    }

    async fn append(
        &self,
        letter: Letter,
        (asked, place): (Asked, Place),
        facts: Vec<Fact>,
    ) -> Result<crate::store::Receipt, AppendError> {
        let Place { stream, expected, beside } = place;
        let batch = Batch { stream, expected, beside, press: letter.press, at: asked.at, by: asked.by, facts };
        self.log.append(batch).await
    }

    /// The answer of the log; of a press that had been sent before, with the time of that one.
    async fn answered(
        &self,
        answer: Result<crate::store::Receipt, AppendError>,
        (letter, asked): (Letter, Asked),
    ) -> Result<Done, Refused> {
        let receipt = answer.map_err(NotKept::from)?;
        if receipt.repeated {
            let history = self.log.history(receipt.stream).await.map_err(NotKept::from)?;
            if let Some(done) = letter.sent_before(&history) {
                return Ok(done);
            }
        }
        Ok(Done { receipt, at: asked.at })
    }
}

fn folded(history: &[Recorded]) -> Office {
    let mut office = Office::default();
    for it in history {
        if let Fact::Office(event) = &it.fact {
            office::evolve(&mut office, event);
        }
    }
    office
}
