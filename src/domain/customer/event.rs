//! What happened to a customer file, and what somebody wants done to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::file::Profile;
use crate::domain::clock::Move;
use crate::domain::complaint::terms::ContactMethod;
use crate::domain::complaint::words::{SightAnswer, SightRuling};
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::text::{Line, Prose};

/// A fact of a customer file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The file was opened.
    Opened {
        /// Its number.
        id: CustomerId,
        /// What it says.
        profile: Box<Profile>,
    },
    /// It says something else from here on.
    Changed {
        /// All of it.
        profile: Box<Profile>,
    },
    /// Somebody keeps it from now on, or nobody (L17).
    Assigned {
        /// 负责人.
        owner: Option<PersonId>,
        /// The clock of the first contact, with the limit of that day (T13). Facts of earlier programs have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clock: Option<Move>,
    },
    /// Somebody wrote something down.
    Noted {
        /// What.
        words: Prose,
    },
    /// The customer was contacted outside of any complaint (T13).
    Contacted {
        /// By which means.
        method: ContactMethod,
        /// What was said.
        words: Prose,
    },
    /// It turned out to be the same customer as another file, which speaks for both. Nothing is copied.
    Merged {
        /// The other file.
        into: CustomerId,
    },
    /// It speaks for itself again.
    Unmerged,
    /// It looks like another file and is another customer.
    ToldApart {
        /// The other file.
        other: CustomerId,
    },
    /// Somebody read what is masked for a purpose outside the office's daily work (A24, L04).
    Revealed {
        /// What for.
        purpose: Line,
    },
    /// Somebody who may not read it asks the supervisor to be shown it (A24).
    SightAsked {
        /// What for.
        reason: Line,
    },
    /// The supervisor answered.
    SightAnswered {
        /// Whom.
        person: PersonId,
        /// What came of it.
        answer: SightAnswer,
    },
}

impl Event {
    /// Whether it tells something about the customer: readings do not (T12).
    #[must_use]
    pub const fn tells_of_customer(&self) -> bool {
        match self {
            Self::Opened { .. }
            | Self::Changed { .. }
            | Self::Assigned { .. }
            | Self::Noted { .. }
            | Self::Contacted { .. }
            | Self::Merged { .. }
            | Self::Unmerged
            | Self::ToldApart { .. } => true,
            Self::Revealed { .. } | Self::SightAsked { .. } | Self::SightAnswered { .. } => false,
        }
    }
}

/// A wish about a customer file: `{"do": "note", "words": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Command {
    /// Open a file; the first command of a new one.
    Open {
        /// What it is to say.
        profile: Box<Profile>,
    },
    /// Say something else.
    Change {
        /// All of it.
        profile: Box<Profile>,
    },
    /// Give it to somebody to keep, or take it back.
    Assign {
        /// 负责人; nobody: left out.
        #[serde(default)]
        owner: Option<PersonId>,
    },
    /// Write something down.
    Note {
        /// What.
        words: Prose,
    },
    /// Write down that the customer was contacted outside of any complaint (T13).
    Contact {
        /// By which means.
        method: ContactMethod,
        /// What was said.
        words: Prose,
    },
    /// Say that it is the same customer as another file, which shall speak for both.
    Merge {
        /// The other file.
        into: CustomerId,
    },
    /// Say that it is a customer of its own after all.
    Unmerge,
    /// Say that it looks like another file and is another customer.
    TellApart {
        /// The other file.
        other: CustomerId,
    },
    /// Read what is masked.
    Reveal {
        /// What for.
        purpose: Line,
    },
    /// Ask the supervisor to be shown a file that one may not read (A24).
    AskSight {
        /// What for.
        reason: Line,
    },
    /// Answer somebody who asked.
    AnswerSight {
        /// Whom.
        person: PersonId,
        /// Whether it may be read, and until when.
        ruling: SightRuling,
    },
}

/// What can be done with a customer file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// 建档
    Open,
    /// 修改
    Change,
    /// 分配
    Assign,
    /// 备注
    Note,
    /// 联系
    Contact,
    /// 合并
    Merge,
    /// 取消合并
    Unmerge,
    /// 不是同一人
    TellApart,
    /// 查看完整资料
    Reveal,
    /// 申请查看
    AskSight,
    /// 答复查看申请
    AnswerSight,
}

impl Verb {
    /// Every one.
    pub const ALL: &'static [Self] = &[
        Self::Open,
        Self::Change,
        Self::Assign,
        Self::Note,
        Self::Contact,
        Self::Merge,
        Self::Unmerge,
        Self::TellApart,
        Self::Reveal,
        Self::AskSight,
        Self::AnswerSight,
    ];
}

impl Command {
    /// What it does.
    #[must_use]
    pub const fn verb(&self) -> Verb {
        match self {
            Self::Open { .. } => Verb::Open,
            Self::Change { .. } => Verb::Change,
            Self::Assign { .. } => Verb::Assign,
            Self::Note { .. } => Verb::Note,
            Self::Contact { .. } => Verb::Contact,
            Self::Merge { .. } => Verb::Merge,
            Self::Unmerge => Verb::Unmerge,
            Self::TellApart { .. } => Verb::TellApart,
            Self::Reveal { .. } => Verb::Reveal,
            Self::AskSight { .. } => Verb::AskSight,
            Self::AnswerSight { .. } => Verb::AnswerSight,
        }
    }
}
