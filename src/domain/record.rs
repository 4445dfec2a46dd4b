//! Facts as the log keeps them: what happened, who did it, when, and by which press.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::complaint;
use super::customer;
use super::id::{PersonId, PressId, StreamId};
use super::moment::{self, Moment};
use super::office;

/// Place of a fact in the log: 1, 2, 3 … without gaps, in the order of commit. 0 is before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Position(pub u64);

impl Position {
    /// Before the first fact.
    pub const START: Self = Self(0);

    /// The place after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// How many facts a stream has; also the place of a fact in its stream, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Version(pub u32);

impl Version {
    /// A stream without facts.
    pub const NONE: Self = Self(0);

    /// The version after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Whatever can happen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// To the office.
    Office(office::Event),
    /// To a complaint.
    Complaint(complaint::Entry),
    /// To a customer file.
    Customer(customer::Event),
}

/// A fact in its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// Place in the log.
    pub position: Position,
    /// What it belongs to.
    pub stream: StreamId,
    /// Place in its stream, from 1.
    pub version: Version,
    /// When it happened.
    #[serde(with = "moment::exact")]
    pub at: Moment,
    /// Who did it (A23: no step is anonymous). [`PersonId`] 0 is the program itself, for what time alone brings about.
    pub by: PersonId,
    /// By which press.
    pub press: PressId,
    /// What happened.
    pub fact: Fact,
}

/// The program as the author of a fact.
pub const PROGRAM: PersonId = PersonId(0);
