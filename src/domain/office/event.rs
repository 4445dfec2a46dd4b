//! What happened to the office.

use serde::{Deserialize, Serialize};

use crate::domain::calendar::Calendar;
use crate::domain::id::PersonId;
use crate::domain::limits::Limits;
use crate::domain::moment::{Moment, exact};
use crate::domain::month::Month;
use crate::domain::office::calendar_change::CalendarChange;
use crate::domain::office::directory::{Category, Channel, Department, Person, Presence, Subject, Team};
use crate::domain::office::forms::Forms;
use crate::domain::office::month_report::Checksum;
use crate::domain::office::rules::Rules;
use crate::domain::phrase::Phrase;
use crate::domain::record::Position;
use crate::domain::script::Script;
use crate::domain::text::{Line, Prose};

/// What an office is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Real complaints.
    Work,
    /// 演练: invented people and complaints.
    Practice,
}

/// A fact of the office. What is added or changed stands in it whole, as it is from then on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The office came into being.
    Founded {
        /// The company.
        name: Line,
        /// Language tag of the first content, such as `zh-CN`.
        language: Line,
        /// Work or practice.
        purpose: Purpose,
    },
    /// The company is called differently.
    Renamed {
        /// The new name.
        name: Line,
    },
    /// A department was added.
    DepartmentAdded(Department),
    /// A department was changed.
    DepartmentChanged(Department),
    /// A person joined.
    PersonAdded(Person),
    /// A person's entry was changed.
    PersonChanged(Person),
    /// A person left for a while or is back.
    PresenceSet {
        /// Who.
        person: PersonId,
        /// At work or away.
        presence: Presence,
    },
    /// A team was formed (A22).
    TeamAdded(Team),
    /// A team was changed.
    TeamChanged(Team),
    /// A category or subcategory was added.
    CategoryAdded(Category),
    /// A category or subcategory was changed.
    CategoryChanged(Category),
    /// A channel was added.
    ChannelAdded(Channel),
    /// A channel was changed.
    ChannelChanged(Channel),
    /// Something of the directory went out of use; its name stays for old records.
    Retired {
        /// What.
        what: Subject,
    },
    /// Something retired came back into use.
    Restored {
        /// What.
        what: Subject,
    },
    /// Time limits for clocks that start from now on (X14).
    LimitsSet(Limits),
    /// Shifts, holidays, make-up workdays: all of it, at the founding.
    CalendarSet(Calendar),
    /// Some of it was changed.
    CalendarChanged {
        /// What, in this order.
        changes: Vec<CalendarChange>,
    },
    /// The settings that are no time limits.
    RulesSet(Rules),
    /// The callback scripts.
    ScriptsSet {
        /// All of them.
        scripts: Vec<Script>,
    },
    /// The phrases that forms offer (F10).
    PhrasesSet {
        /// All of them, in the order of their lists.
        phrases: Vec<Phrase>,
    },
    /// Numbers and names on forms.
    FormsSet(Forms),
    /// A month's report lies before the supervisor (I01). A second submission replaces the first.
    MonthReportSubmitted {
        /// Which month.
        month: Month,
        /// Which version.
        version: u16,
        /// Of its numbers.
        checksum: Checksum,
        /// The log position that its numbers were computed at.
        position: Position,
        /// Who.
        by: PersonId,
        /// When.
        #[serde(with = "exact")]
        at: Moment,
        /// What is corrected, what is to be known.
        #[serde(default)]
        note: Option<Prose>,
    },
    /// The supervisor approved it and it was filed for good (A07).
    MonthReportFiled {
        /// Which month.
        month: Month,
        /// Which version.
        version: u16,
        /// Of the numbers that were approved.
        checksum: Checksum,
        /// Who.
        by: PersonId,
        /// When.
        #[serde(with = "exact")]
        at: Moment,
        /// 批示
        #[serde(default)]
        note: Option<Prose>,
    },
    /// The supervisor sent it back.
    MonthReportSentBack {
        /// Which month.
        month: Month,
        /// Which version.
        version: u16,
        /// Who.
        by: PersonId,
        /// When.
        #[serde(with = "exact")]
        at: Moment,
        /// What is to be done.
        note: Prose,
    },
}
