//! The desk: takes wishes, decides them, writes them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;

use super::done::{Done, Several};
use super::feed::{Feed, PAGE};
use super::now::{Now, exact};
use super::refused::{NotKept, Refused};
use super::request::{Request, Wish};
use super::ruling::{self, Around, Asked};
use crate::domain::complaint::{self, Complaint, Details, Event};
use crate::domain::customer::{self, Customer, Numbers, Phone, RestHours};
use crate::domain::id::{ComplaintId, CustomerId, PressId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::office::{self, Office, Subject, retiring};
use crate::domain::record::{Fact, Position, Recorded, Version};
use crate::store::{AppendError, Batch, EventLog, ReadError};

/// How often a wish that claims to have seen nothing is decided anew when others write to the same complaint.
const TRIES: usize = 5;

/// A handle on the office's log; clones share what they know. The only caller of `decide`, the only writer.
#[derive(Clone)]
pub struct Desk {
    log: Arc<dyn EventLog>,
    now: Arc<dyn Now>,
    known: Arc<Mutex<Known>>,
}

/// What the desk keeps in mind, caught up before every decision.
struct Known {
    office: Arc<Office>,
    /// Whose telephone numbers are whose.
    customers: Arc<Numbers>,
    position: Position,
    /// The highest number given on a day, as far as facts were seen.
    numbers: HashMap<NaiveDate, u32>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Desk(at {})", self.known().position.0)
    }
}

impl Desk {
    /// A desk that has read nothing yet; it reads the whole log before its first decision.
    #[must_use]
    pub fn new(log: Arc<dyn EventLog>, now: Arc<dyn Now>) -> Self {
        Self::knowing(log, now, (Office::default(), Numbers::default(), Position::START))
    }

    /// A desk that knows the office and its customers as they were at a position.
    #[must_use]
    pub fn knowing(
        log: Arc<dyn EventLog>,
        now: Arc<dyn Now>,
        (office, customers, position): (Office, Numbers, Position),
    ) -> Self {
        let known =
            Known { office: Arc::new(office), customers: Arc::new(customers), position, numbers: HashMap::new() };
        Self { log, now, known: Arc::new(Mutex::new(known)) }
    }

    /// The instant.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now.now()
    }

    /// The office as the desk last knew it.
    #[must_use]
    pub fn office(&self) -> Arc<Office> {
        Arc::clone(&self.known().office)
    }

    /// The facts after a position, as they come.
    #[must_use]
    pub fn feed(&self, after: Position) -> Feed {
        Feed::new(Arc::clone(&self.log), after)
    }

    /// All facts of a complaint, in order; none where there is no such complaint.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn history(&self, id: ComplaintId) -> impl Future<Output = Result<Vec<Recorded>, NotKept>> + Send + use<> {
        let history = self.log.history(StreamId::Complaint(id));
        async move { history.await.map_err(NotKept::from) }
    }

    /// All facts of a customer file, in order; none where there is no such file.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn customer_history(
        &self,
        id: CustomerId,
    ) -> impl Future<Output = Result<Vec<Recorded>, NotKept>> + Send + use<> {
        let history = self.log.history(StreamId::Customer(id));
        async move { history.await.map_err(NotKept::from) }
    }

    /// Carries several wishes out, one after the other: each is a batch of its own. What others were quicker with, or the
    /// rules refuse, is left out; trouble with the log ends it.
    pub fn each(&self, requests: Vec<Request>) -> impl Future<Output = Several> + Send + use<> {
        let desk = self.clone();
        async move {
            let mut several = Several::default();
            for request in requests {
                match desk.carry_out(request).await {
                    Ok(done) => several.done.push(done),
                    Err(refused) => {
                        let ends = matches!(refused, Refused::NotKept(_));
                        several.refused.push(refused);
                        if ends {
                            break;
                        }
                    }
                }
            }
            several
        }
    }

    /// All facts of the office itself, in order: who changed what, and when.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn office_history(&self) -> impl Future<Output = Result<Vec<Recorded>, NotKept>> + Send + use<> {
        let history = self.log.history(StreamId::Office);
        async move { history.await.map_err(NotKept::from) }
    }

    /// Carries a wish out: reads, decides, writes one batch. What was done is on disk.
    ///
    /// # Errors
    /// [`Refused`]; nothing was written then, but see [`NotKept::Failed`].
    pub fn act(&self, request: Request) -> impl Future<Output = Result<Done, Refused>> + Send + use<> {
        let desk = self.clone();
        async move { desk.carry_out(request).await }
    }

    /// Carries out several wishes, one after the other; what is refused for one stops none of the others.
    pub fn act_all(
        &self,
        requests: Vec<(ComplaintId, Request)>,
    ) -> impl Future<Output = Vec<(ComplaintId, Result<Done, Refused>)>> + Send + use<> {
        let desk = self.clone();
        async move {
            let mut outcomes = Vec::with_capacity(requests.len());
            for (id, request) in requests {
                outcomes.push((id, desk.carry_out(request).await));
            }
            outcomes
        }
    }

    async fn carry_out(&self, request: Request) -> Result<Done, Refused> {
        let office = self.catch_up().await?;
        let at = match request.at {
            Some(_) if !office.is_practice() => return Err(Refused::NotPractice),
            Some(at) => Instant::Given(exact(at)),
            None => Instant::Now(self.now()),
        };
        let Request { press, by, seen, wish, .. } = request;
        let letter = Letter { press, seen, at, by };
        match wish {
            Wish::Register { details, then } => self.register(&office, letter, (details, then)).await,
            Wish::Complaint { commands, .. } if commands.is_empty() => Err(Refused::Nothing),
            Wish::Complaint { id, commands } => self.on_complaint(&office, letter, (id, commands)).await,
            Wish::Open { commands } => self.open(&office, letter, commands).await,
            Wish::Customer { commands, .. } if commands.is_empty() => Err(Refused::Nothing),
            Wish::Customer { id, commands } => self.on_customer(&office, letter, (id, commands)).await,
            Wish::Office { commands } if commands.is_empty() => Err(Refused::Nothing),
            Wish::Office { commands } => self.on_office(letter, commands).await,
        }
    }

    /// A number that others took meanwhile is no conflict: the next one is taken (B07).
    async fn register(
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

    async fn on_complaint(
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
    async fn open(&self, office: &Office, letter: Letter, commands: Vec<customer::Command>) -> Result<Done, Refused> {
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

    async fn on_customer(
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

    async fn on_office(&self, letter: Letter, commands: Vec<office::Command>) -> Result<Done, Refused> {
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

    /// Reads what was written since, by whomever.
    async fn catch_up(&self) -> Result<Arc<Office>, NotKept> {
        loop {
            let position = self.known().position;
            match self.log.after(position, PAGE).await {
                Ok(facts) => {
                    let mut known = self.known();
                    if facts.is_empty() {
                        return Ok(Arc::clone(&known.office));
                    }
                    known.absorb(&facts);
                }
                Err(ReadError::Lost { last, .. }) => {
                    let mut known = self.known();
                    known.position = known.position.max(last);
                }
                Err(trouble @ (ReadError::Unreadable(_) | ReadError::Broken(_) | ReadError::Stopped)) => {
                    return Err(trouble.into());
                }
            }
        }
    }

    /// The first free number of a day. Numbers of a day are dense, so where none was seen yet a few looks find it.
    async fn next_number(&self, day: NaiveDate) -> Result<u32, NotKept> {
        let seen = self.known().numbers.get(&day).copied();
        if let Some(highest) = seen {
            return Ok(highest.saturating_add(1));
        }
        let (mut taken, mut free) = (0, 1);
        while self.is_taken(ComplaintId::new(day, free)).await? {
            (taken, free) = (free, free.saturating_mul(2));
        }
        while taken.saturating_add(1) < free {
            let middle = taken.midpoint(free);
            if self.is_taken(ComplaintId::new(day, middle)).await? {
                taken = middle;
            } else {
                free = middle;
            }
        }
        Ok(free)
    }

    async fn is_taken(&self, id: ComplaintId) -> Result<bool, NotKept> {
        Ok(!self.log.history(StreamId::Complaint(id)).await?.is_empty())
    }

    fn customers(&self) -> Arc<Numbers> {
        Arc::clone(&self.known().customers)
    }

    /// When the customer with a number rests, as the files say (E12).
    fn rests(&self, phone: &Phone) -> Vec<RestHours> {
        self.known().customers.rests(phone)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Told twice changes nothing.
    fn absorb(&mut self, facts: &[Recorded]) {
        for it in facts.iter().filter(|it| self.position < it.position).collect::<Vec<_>>() {
            self.position = it.position;
            match &it.fact {
                Fact::Office(event) => office::evolve(Arc::make_mut(&mut self.office), event),
                Fact::Customer(event) => {
                    if let StreamId::Customer(id) = it.stream {
                        Arc::make_mut(&mut self.customers).take(id, event);
                    }
                }
                Fact::Complaint(entry) => {
                    if let Event::Registered { id, .. } = &entry.event {
                        self.took(id.day(), id.sequence());
                    }
                }
            }
        }
    }

    fn took(&mut self, day: NaiveDate, sequence: u32) {
        // Where the day's earlier numbers were never seen, one of them alone says nothing about the gaps: but numbers
        // are dense, so whatever was seen, all below it are taken.
        let highest = self.numbers.entry(day).or_insert(sequence);
        *highest = (*highest).max(sequence);
    }
}

/// Where facts go, and what the decision was made on.
#[derive(Debug)]
struct Place {
    stream: StreamId,
    /// The version of the stream that was seen.
    expected: Version,
    /// Other streams, each at the version that was seen.
    beside: Vec<(StreamId, Version)>,
}

impl Place {
    /// The first facts of a stream.
    fn first(stream: StreamId, beside: Vec<(StreamId, Version)>) -> Self {
        Self { stream, expected: Version::NONE, beside }
    }

    /// After what was seen of a stream.
    fn after(stream: StreamId, seen: Version) -> Self {
        Self { stream, expected: seen, beside: Vec::new() }
    }
}

/// When a wish happens.
#[derive(Debug, Clone, Copy)]
enum Instant {
    /// As somebody says, in practice.
    Given(Moment),
    /// By the clock.
    Now(Moment),
}

/// What of a request stays the same however often it is decided.
#[derive(Debug, Clone, Copy)]
struct Letter {
    press: PressId,
    seen: Option<Version>,
    at: Instant,
    by: crate::domain::id::PersonId,
}

impl Letter {
    /// The instant, never before the last fact: a clock that was set back does not turn the order of facts.
    fn asked(self, last: Option<Moment>) -> Result<Asked, Refused> {
        let by = self.by;
        match (self.at, last) {
            (Instant::Given(at), Some(last)) if at < last => Err(Refused::BeforeLastFact { last }),
            (Instant::Given(at) | Instant::Now(at), None) | (Instant::Given(at), Some(_)) => Ok(Asked { by, at }),
            (Instant::Now(at), Some(last)) => Ok(Asked { by, at: at.max(last) }),
        }
    }

    fn sent_before(self, history: &[Recorded]) -> Option<Done> {
        Done::before(history.iter().filter(|it| it.press == self.press))
    }

    /// Whoever claims to have seen a version is told of a newer one; others are decided anew a few times.
    fn unless_overtaken(self, last: &Recorded, tries: usize) -> Result<(), Refused> {
        let missed = self.seen.is_some_and(|it| it != last.version);
        if missed || TRIES <= tries {
            return Err(Refused::Overtaken { by: last.by, at: last.at, version: last.version });
        }
        Ok(())
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
