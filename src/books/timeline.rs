//! 经过: the facts of one complaint as a timeline. Data only; words are the screen's.

use crate::domain::clock::{Clocks, Move};
use crate::domain::complaint::{Event, Stamp};
use crate::domain::id::{PersonId, Round};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::record::{Fact, Position, Recorded};

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub enum Passage<'a> {
    /// A round begins.
    Round(Round),
    /// Something happened.
    Fact(Happened<'a>),
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened<'a> {
    /// Its place in the log.
    pub position: Position,
    /// When.
    pub at: Moment,
    /// Who; `PROGRAM` for what time alone brought about.
    pub by: PersonId,
    /// What.
    pub event: &'a Event,
    /// Which clocks it stopped, and whether it was in time; exempt ones are left out.
    pub stopped: Vec<(ClockName, Kept)>,
}

/// Whether a limit was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kept {
    /// 按时.
    InTime,
    /// 迟: so long after it was due, natural time.
    Late(chrono::Duration),
}

impl Happened<'_> {
    /// Whether everything that it stopped was in time; `None`: no limit ended here.
    #[must_use]
    pub fn on_time(&self) -> Option<bool> {
        let all = self.stopped.iter().all(|(_, kept)| *kept == Kept::InTime);
        (!self.stopped.is_empty()).then_some(all)
    }
}

/// The timeline of one complaint, in order; facts of other streams are passed over.
#[must_use]
pub fn timeline(facts: &[Recorded]) -> Vec<Passage<'_>> {
    let mut passages = Vec::new();
    let mut clocks = Clocks::default();
    let mut round = None;
    for recorded in facts {
        let Fact::Complaint(entry) = &recorded.fact else { continue };
        let begins = round_of(&entry.event);
        if begins.is_some() && begins != round {
            round = begins;
            passages.extend(begins.map(Passage::Round));
        }
        let stamp = Stamp { at: recorded.at, by: recorded.by };
        let stopped = entry.clocks.iter().filter_map(|it| ended_by(&clocks, it, stamp.at)).collect();
        passages.push(Passage::Fact(Happened {
            position: recorded.position,
            at: stamp.at,
            by: stamp.by,
            event: &entry.event,
            stopped,
        }));
        for it in &entry.clocks {
            clocks.apply(it, stamp.at);
        }
    }
    passages
}

/// The round that an event begins.
fn round_of(event: &Event) -> Option<Round> {
    if let Event::Registered { .. } = event {
        return Some(Round::FIRST);
    }
    if let Event::Dispatched { round, .. } | Event::RoundOpened { round } | Event::Reopened { round, .. } = event {
        return Some(*round);
    }
    None
}

/// The clock that a move ends. A report ends its clock by starting the next one.
fn ended_by(clocks: &Clocks, it: &Move, at: Moment) -> Option<(ClockName, Kept)> {
    let key = match it {
        Move::Stop { key } => *key,
        Move::Start { key, .. } if key.name == ClockName::Report => *key,
        Move::Start { .. }
        | Move::Cancel { .. }
        | Move::Pause { .. }
        | Move::Resume { .. }
        | Move::Extend { .. }
        | Move::Exempt { .. } => return None,
    };
    let clock = clocks.find(key).filter(|it| it.is_running() && it.exempt.is_none())?;
    let late = clock.reached(at) - clock.due;
    let kept = if late <= chrono::Duration::zero() { Kept::InTime } else { Kept::Late(late) };
    Some((key.name, kept))
}
