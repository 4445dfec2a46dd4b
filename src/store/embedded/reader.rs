//! The thread that reads, so that no reader waits for a sync.

use std::ops::Range;
use std::sync::mpsc::Receiver;

use super::super::chain::{self, Link};
use super::super::envelope::{Envelope, Page};
use super::super::mirror::{Mirror, MirrorError};
use super::super::seal::Seal;
use super::super::trouble::ReadError;
use super::Shelf;
use crate::domain::id::StreamId;
use crate::domain::record::{Position, Version};

pub(super) type Job = Box<dyn FnOnce(&Shelf) + Send>;

/// Reads until nobody can ask any more.
pub(super) fn run(shelf: &Shelf, jobs: &Receiver<Job>) {
    for job in jobs {
        job(shelf);
    }
}

impl From<MirrorError> for ReadError {
    fn from(cause: MirrorError) -> Self {
        Self::Broken(cause.to_string())
    }
}

/// Facts after the start of the range; those up to its end must be there.
pub(super) fn past(
    mirror: &Mirror,
    range: Range<Position>,
    limit: usize,
    seal: &Seal,
) -> Result<Vec<Envelope>, ReadError> {
    let mut facts = Vec::new();
    let mut next = range.start.next();
    let Some(begin) = mirror.page(next)? else {
        return if range.end < next { Ok(facts) } else { Err(missing(next)) };
    };
    for page in mirror.pages(begin.first()) {
        if limit <= facts.len() {
            return Ok(facts);
        }
        let page = page?;
        if next < page.first() {
            return Err(missing(next));
        }
        match &page {
            Page::Sheaf(sheaf) => {
                let wanted = sheaf.envelopes(seal).filter(|it| next <= it.position);
                facts.extend(wanted.take(limit - facts.len()));
            }
            Page::Lost { .. } if !facts.is_empty() => return Ok(facts),
            Page::Lost { last, .. } => return Err(ReadError::Lost { first: next, last: *last }),
        }
        next = page.last().next();
    }
    if limit <= facts.len() || range.end < next { Ok(facts) } else { Err(missing(next)) }
}

/// The facts of a stream.
pub(super) fn of_stream(mirror: &Mirror, stream: StreamId, seal: &Seal) -> Result<Vec<Envelope>, ReadError> {
    let mut facts = Vec::new();
    let mut behind = Position::START;
    let mut version = Version::NONE;
    for sheaf in mirror.stream(stream)? {
        if sheaf.version != version.next() {
            return Err(lost_between(mirror, behind, sheaf.first)?);
        }
        facts.extend(sheaf.envelopes(seal));
        (behind, version) = (sheaf.last(), sheaf.head());
    }
    Ok(facts)
}

/// The link of a fact.
pub(super) fn link(mirror: &Mirror, position: Position) -> Result<Option<Link>, ReadError> {
    if position == Position::START {
        return Ok(Some(Link::START));
    }
    Ok(match mirror.page(position)? {
        Some(Page::Sheaf(sheaf)) => Some(chain::link_of(&sheaf, position)),
        Some(Page::Lost { .. }) | None => None,
    })
}

/// Why versions of a stream are missing between two positions.
fn lost_between(mirror: &Mirror, after: Position, before: Position) -> Result<ReadError, ReadError> {
    for page in mirror.pages(after.next()) {
        let page = page?;
        if before <= page.first() {
            break;
        }
        if let Page::Lost { first, last } = page {
            return Ok(ReadError::Lost { first, last });
        }
    }
    Ok(missing(after.next()))
}

fn missing(position: Position) -> ReadError {
    ReadError::Broken(format!("fact {} is not where it should be", position.0))
}
