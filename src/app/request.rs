//! What somebody wants done, and by which press.

use uuid::Uuid;

use crate::domain::complaint::{self, Details};
use crate::domain::customer::{self, Profile};
use crate::domain::id::{ComplaintId, CustomerId, PersonId, PressId};
use crate::domain::moment::Moment;
use crate::domain::office;
use crate::domain::record::Version;

/// One press of a button, or one line of a program. It is written whole or not at all, and once.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Which press. Sent twice, it is written once.
    pub press: PressId,
    /// Who.
    pub by: PersonId,
    /// When; practice offices only. `None`: now.
    pub at: Option<Moment>,
    /// The version that the person saw. If there is a newer one, the wish is refused as overtaken; `None`: it is
    /// decided on whatever is.
    pub seen: Option<Version>,
    /// What.
    pub wish: Wish,
}

/// What is wanted. Several commands are decided one after the other, each on what the one before it made.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// A new complaint, which gets the next number of its day, and what is to be done with it at once.
    Register {
        /// What the customer said.
        details: Box<Details>,
        /// 登记并派单: judge, acknowledge, dispatch …
        then: Vec<complaint::Command>,
    },
    /// Something to one complaint.
    Complaint {
        /// Which.
        id: ComplaintId,
        /// What, in order.
        commands: Vec<complaint::Command>,
    },
    /// A new customer file, which gets the next number; the first command opens it.
    Open {
        /// What, in order.
        commands: Vec<customer::Command>,
    },
    /// Something to one customer file.
    Customer {
        /// Which.
        id: CustomerId,
        /// What, in order.
        commands: Vec<customer::Command>,
    },
    /// Something to the office.
    Office {
        /// What, in order.
        commands: Vec<office::Command>,
    },
}

/// A press that was never seen before.
#[must_use]
pub fn press() -> PressId {
    PressId(Uuid::now_v7())
}

impl Request {
    /// A new press by somebody, now, on whatever is.
    #[must_use]
    pub fn new(by: PersonId, wish: Wish) -> Self {
        Self { press: press(), by, at: None, seen: None, wish }
    }

    /// Registers a complaint; see [`Request::then`].
    #[must_use]
    pub fn register(by: PersonId, details: Details) -> Self {
        Self::new(by, Wish::Register { details: Box::new(details), then: Vec::new() })
    }

    /// One command to a complaint; see [`Request::then`].
    #[must_use]
    pub fn complaint(by: PersonId, id: ComplaintId, command: complaint::Command) -> Self {
        Self::new(by, Wish::Complaint { id, commands: vec![command] })
    }

    /// Opens a customer file; see [`Request::and`].
    #[must_use]
    pub fn open(by: PersonId, profile: Profile) -> Self {
        Self::new(by, Wish::Open { commands: vec![customer::Command::Open { profile: Box::new(profile) }] })
    }

    /// One command to a customer file; see [`Request::and`].
    #[must_use]
    pub fn customer(by: PersonId, id: CustomerId, command: customer::Command) -> Self {
        Self::new(by, Wish::Customer { id, commands: vec![command] })
    }

    /// One command to the office.
    #[must_use]
    pub fn office(by: PersonId, command: office::Command) -> Self {
        Self::new(by, Wish::Office { commands: vec![command] })
    }

    /// One more command to the same complaint, in the same batch. Other wishes stay as they are.
    #[must_use]
    pub fn then(mut self, command: complaint::Command) -> Self {
        match &mut self.wish {
            Wish::Register { then: commands, .. } | Wish::Complaint { commands, .. } => commands.push(command),
            Wish::Open { .. } | Wish::Customer { .. } | Wish::Office { .. } => {}
        }
        self
    }

    /// One more command to the same customer file, in the same batch. Other wishes stay as they are.
    #[must_use]
    pub fn and(mut self, command: customer::Command) -> Self {
        match &mut self.wish {
            Wish::Open { commands } | Wish::Customer { commands, .. } => commands.push(command),
            Wish::Register { .. } | Wish::Complaint { .. } | Wish::Office { .. } => {}
        }
        self
    }

    /// At a stated instant; practice offices only.
    #[must_use]
    pub const fn at(mut self, at: Moment) -> Self {
        self.at = Some(at);
        self
    }

    /// Refused where there is a newer version than this one.
    #[must_use]
    pub const fn seen(mut self, version: Version) -> Self {
        self.seen = Some(version);
        self
    }

    /// Of this press instead of a new one.
    #[must_use]
    pub const fn of(mut self, press: PressId) -> Self {
        self.press = press;
        self
    }
}
