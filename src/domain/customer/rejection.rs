//! Why nothing was done to a customer file. Data only; the words stand in i18n.

use crate::domain::complaint::sights::NoLeave;
use serde::Serialize;

use super::event::Verb;
use crate::domain::id::{CustomerId, PersonId};

/// Why a wish about a customer file was refused. Nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "refused", rename_all = "snake_case")]
#[error("refused: {self:?}")]
pub enum Rejection {
    /// Nobody of that number works here (any more).
    NotAMember {
        /// Who.
        person: PersonId,
    },
    /// None of the person's roles may do it.
    NotAllowed {
        /// What.
        verb: Verb,
    },
    /// There is no such file.
    NoSuchFile {
        /// Which.
        id: CustomerId,
    },
    /// A new file begins with its opening, and only a new one.
    OpenFirst,
    /// A file without a telephone number, or with more than fit.
    Phones {
        /// So many fit.
        most: usize,
    },
    /// The same number twice.
    PhoneTwice,
    /// No e-mail address.
    Email,
    /// Rest hours that last the whole day or no time at all.
    RestHours,
    /// More tags than fit, or the same one twice.
    Tags {
        /// So many fit.
        most: usize,
    },
    /// Everything is as it was.
    NothingChanged,
    /// The file was merged: the other one speaks for both.
    MergedInto {
        /// The other one.
        into: CustomerId,
    },
    /// Only somebody of the front desk, at work here, keeps files.
    NotAKeeper {
        /// Who.
        person: PersonId,
    },
    /// A file and itself.
    SameFile,
    /// The other file is merged into this one, or into one that is: merging them both ways would leave none.
    Circle,
    /// The other file is merged itself: name the one that speaks for it.
    OtherIsMerged {
        /// The one that speaks for it.
        into: CustomerId,
    },
    /// It is not merged.
    NotMerged,
    /// The person asked to see it and was not answered yet.
    AskedAlready,
    /// The person may see it already.
    SeesAlready,
    /// That person did not ask to see it, or was answered.
    NotAsked {
        /// Who.
        person: PersonId,
    },
    /// Leave is given for one hour or more, up to so many.
    SightHours {
        /// So many.
        most: u16,
    },
}

impl From<NoLeave> for Rejection {
    fn from(why: NoLeave) -> Self {
        match why {
            NoLeave::AskedAlready => Self::AskedAlready,
            NoLeave::SeesAlready => Self::SeesAlready,
            NoLeave::NotAsked { person } => Self::NotAsked { person },
            NoLeave::Hours { most } => Self::SightHours { most },
        }
    }
}
