//! A call is merged into a complaint that another desk closes at that very instant.

use std::sync::{Arc, Mutex};

use redress::app::{Desk, EventLog, Given, Now, Refused, Request};
use redress::domain::complaint::terms::Satisfaction;
use redress::domain::complaint::{Command, Complaint, Rejection, Stage};
use redress::domain::id::{ComplaintId, StreamId};
use redress::domain::record::Position;
use redress::store::chain::Link;
use redress::store::envelope::{Bundle, Envelope};
use redress::store::{AppendError, Keeper, Memory, Pending, ReadError, Receipt, wait};

use super::{Hall, act};
use crate::world::text;

/// A log on which another desk is quicker, once: what it does comes between the decision of a merge and its writing.
struct Beaten {
    log: Arc<Memory>,
    quicker: Mutex<Option<(Desk, Request)>>,
}

impl Keeper for Beaten {
    fn put(&self, bundles: Vec<Bundle>) -> Pending<Vec<Result<Receipt, AppendError>>> {
        if bundles.iter().any(|it| !it.beside.is_empty())
            && let Some((desk, request)) = self.quicker.lock().unwrap().take()
        {
            act(&desk, request).unwrap();
        }
        self.log.put(bundles)
    }

    fn of_stream(&self, stream: StreamId) -> Pending<Result<Vec<Envelope>, ReadError>> {
        self.log.of_stream(stream)
    }

    fn past(&self, position: Position, limit: usize) -> Pending<Result<Vec<Envelope>, ReadError>> {
        self.log.past(position, limit)
    }

    fn grown(&self, position: Position) -> Pending<Result<(), ReadError>> {
        self.log.grown(position)
    }

    fn link(&self, position: Position) -> Pending<Result<Option<Link>, ReadError>> {
        self.log.link(position)
    }
}

fn close() -> Command {
    Command::Solve { solution: text("指导复位"), satisfaction: Satisfaction::Satisfied }
}

fn complaint(hall: &Hall, id: ComplaintId) -> Option<Complaint> {
    Complaint::fold(&wait(hall.log.history(StreamId::Complaint(id))).unwrap())
}

/// Merges a call into the first complaint while another desk does something to that one, and tells how the merge went
/// and where the call stands.
#[track_caller]
fn merged_while(meanwhile: Command, standing: Standing) -> (Result<(), Refused>, Option<Stage>) {
    let hall = Hall::practice();
    let (me, plain) = (hall.world.desk(), hall.desk());
    let first = act(&plain, hall.registration()).unwrap().complaint().unwrap();
    let quicker = Mutex::new(Some((hall.desk(), Request::complaint(me, first, meanwhile))));
    let log: Arc<dyn EventLog> = Arc::new(Beaten { log: Arc::clone(&hall.log), quicker });
    let clock: Arc<dyn Now> = Arc::<Given>::clone(&hall.clock);
    let slower = Desk::new(log, clock);
    let merge = Command::Merge { into: first };
    let request = match standing {
        Standing::New => hall.registration().then(merge),
        Standing::Registered => {
            let second = act(&plain, hall.registration()).unwrap().complaint().unwrap();
            Request::complaint(me, second, merge)
        }
    };
    let outcome = act(&slower, request).map(|_| ());
    let second = ComplaintId::new(first.day(), 2);
    (outcome, complaint(&hall, second).map(|it| it.stage))
}

/// The call that is merged.
#[derive(Debug, Clone, Copy)]
enum Standing {
    /// It comes in now.
    New,
    /// It has been registered before.
    Registered,
}

#[test]
fn a_merge_into_what_is_closed_at_that_instant_is_refused() {
    for (standing, left) in [(Standing::New, None), (Standing::Registered, Some(Stage::ToJudge))] {
        let (outcome, stage) = merged_while(close(), standing);
        let refused = outcome.unwrap_err();
        let closed = |it: &Refused| matches!(it, Refused::Complaint(Rejection::TakesNoCall { stage, .. }) if *stage == Stage::Closed);
        assert!(closed(&refused), "{standing:?}: {refused:?}");
        assert_eq!(stage, left, "{standing:?}");
    }
}

#[test]
fn a_merge_into_what_only_went_on_at_that_instant_is_done() {
    for standing in [Standing::New, Standing::Registered] {
        let (outcome, stage) = merged_while(Command::Note { words: text("客户又来电") }, standing);
        assert_eq!(outcome, Ok(()), "{standing:?}");
        assert_eq!(stage, Some(Stage::Merged), "{standing:?}");
    }
}
