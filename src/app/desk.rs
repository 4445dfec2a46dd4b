//! The desk: takes wishes, decides them, writes them.

mod carrying;
mod known;
mod letter;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use self::known::Known;
use self::letter::{Instant, Letter};
use super::done::{Done, Several};
use super::feed::Feed;
use super::now::{Now, exact};
use super::refused::{NotKept, Refused};
use super::request::{Request, Wish};
use crate::domain::customer::Numbers;
use crate::domain::id::{ComplaintId, CustomerId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::domain::record::{Position, Recorded};
use crate::store::EventLog;

/// A handle on the office's log; clones share what they know. The only caller of `decide`, the only writer.
#[derive(Clone)]
pub struct Desk {
    log: Arc<dyn EventLog>,
    now: Arc<dyn Now>,
    known: Arc<Mutex<Known>>,
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

    /// Carries several wishes out, one after the other: each is a batch of its own, named by what it is about. What the
    /// rules refuse, or others were quicker with, stops none of the others; trouble of the log that meets every one of
    /// them ends it ([`NotKept::meets_all`]), and what was not tried any more is told.
    pub fn each<K: Send + 'static>(
        &self,
        wishes: Vec<(K, Request)>,
    ) -> impl Future<Output = Several<K>> + Send + use<K> {
        let desk = self.clone();
        async move {
            let mut several = Several::default();
            let mut wishes = wishes.into_iter();
            for (about, request) in wishes.by_ref() {
                match desk.carry_out(request).await {
                    Ok(done) => several.done.push((about, done)),
                    Err(refused) => {
                        let ends = matches!(refused, Refused::NotKept(why) if why.meets_all());
                        several.refused.push((about, refused));
                        if ends {
                            break;
                        }
                    }
                }
            }
            several.untried = wishes.map(|(about, _)| about).collect();
            several
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
}
