//! The reference keeper: the laws in the fewest lines, for tests and for trying things out. It forgets on closing.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::chain::{self, Link};
use super::envelope::{Bundle, Envelope, Sheaf};
use super::group::{Group, Known};
use super::journal::End;
use super::keeper::{self, Keeper};
use super::seal::Seal;
use super::trouble::{AppendError, ReadError};
use super::{Pending, Receipt};
use crate::domain::id::{PressId, StreamId};
use crate::domain::record::{Position, Version};

/// A log in memory.
#[derive(Debug)]
pub struct Memory {
    kept: Mutex<Kept>,
    head: watch::Sender<Position>,
}

#[derive(Debug)]
struct Kept {
    sheaves: Vec<Sheaf>,
    streams: HashMap<StreamId, Vec<usize>>,
    presses: HashMap<PressId, Receipt>,
    end: End,
}

impl Default for Memory {
    fn default() -> Self {
        let kept = Kept { sheaves: Vec::new(), streams: HashMap::new(), presses: HashMap::new(), end: End::START };
        Self { kept: Mutex::new(kept), head: watch::Sender::new(Position::START) }
    }
}

impl Known for Kept {
    fn version(&self, stream: StreamId) -> Result<Version, AppendError> {
        let last = self.streams.get(&stream).and_then(|it| it.last()).and_then(|&it| self.sheaves.get(it));
        Ok(last.map_or(Version::NONE, Sheaf::head))
    }

    fn receipt(&self, press: PressId) -> Result<Option<Receipt>, AppendError> {
        Ok(self.presses.get(&press).copied())
    }
}

impl Memory {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keeper for Memory {
    fn put(&self, bundles: Vec<Bundle>) -> Pending<Vec<Result<Receipt, AppendError>>> {
        let mut kept = self.kept();
        let mut group = Group::after(kept.end);
        for bundle in &bundles {
            group.add(bundle, &*kept, &Seal::Open);
        }
        kept.end = group.end;
        for sheaf in group.sheaves {
            let place = kept.sheaves.len();
            kept.presses.insert(sheaf.press, Receipt::of(&sheaf));
            kept.streams.entry(sheaf.stream).or_default().push(place);
            kept.sheaves.push(sheaf);
        }
        self.head.send_replace(kept.end.head);
        keeper::ready(group.answers)
    }

    fn of_stream(&self, stream: StreamId) -> Pending<Result<Vec<Envelope>, ReadError>> {
        let kept = self.kept();
        let places = kept.streams.get(&stream).into_iter().flatten();
        let sheaves = places.filter_map(|&it| kept.sheaves.get(it));
        keeper::ready(Ok(sheaves.flat_map(|it| it.envelopes(&Seal::Open)).collect()))
    }

    fn past(&self, position: Position, limit: usize) -> Pending<Result<Vec<Envelope>, ReadError>> {
        let kept = self.kept();
        let begin = kept.sheaves.partition_point(|it| it.last() <= position);
        let facts = kept.sheaves[begin..].iter().flat_map(|it| it.envelopes(&Seal::Open));
        keeper::ready(Ok(facts.filter(|it| position < it.position).take(limit).collect()))
    }

    fn grown(&self, position: Position) -> Pending<Result<(), ReadError>> {
        keeper::grown(self.head.subscribe(), position)
    }

    fn link(&self, position: Position) -> Pending<Result<Option<Link>, ReadError>> {
        if position == Position::START {
            return keeper::ready(Ok(Some(Link::START)));
        }
        let kept = self.kept();
        let place = kept.sheaves.partition_point(|it| it.last() < position);
        let link = kept.sheaves.get(place).map(|it| chain::link_of(it, position));
        keeper::ready(Ok(link))
    }
}
