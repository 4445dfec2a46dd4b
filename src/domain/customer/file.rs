//! One customer file (客户档案, H11, L18): what it says, who keeps it, what was written into it.

use std::collections::BTreeSet;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::{Complainant, Member, Phone, RestHours};
use crate::domain::clock::{Clock, ClockKey, Clocks, Move};
use crate::domain::complaint::sights::Sights;
use crate::domain::complaint::terms::{ContactMethod, Salutation};
use crate::domain::complaint::{Stamp, Stamped};
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::moment::{self, Moment};
use crate::domain::record::{Fact, Recorded, Version};
use crate::domain::text::{Line, Prose};

/// What kind of customer it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// 个人
    #[default]
    Private,
    /// 企业
    Company,
    /// 经销商
    Dealer,
    /// 其他
    Other,
}

impl CustomerKind {
    /// Every one, in the order of the form.
    pub const ALL: &'static [Self] = &[Self::Private, Self::Company, Self::Dealer, Self::Other];
}

/// What a file says about a customer (B11, L18). `Debug` tells nothing of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Profile {
    /// Name.
    pub name: Line,
    /// 先生/女士 (K12).
    pub salutation: Salutation,
    /// Every number that calls from it belong to this customer, the one to call first; 1 to 8.
    pub phones: Vec<Phone>,
    /// 个人, 企业, 经销商 …
    #[serde(default)]
    pub kind: CustomerKind,
    /// Company or organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Line>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Line>,
    /// Region (A04).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Line>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Line>,
    /// A member must be called back (E13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<Member>,
    /// How the customer prefers to be reached …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_by: Option<ContactMethod>,
    /// … and what else is to be minded: 可加微信.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preference: Option<Line>,
    /// When not to call (E12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rests: Option<RestHours>,
    /// Words to find the customer by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Line>,
}

impl Profile {
    /// What a complaint tells of who complained: how the file of a caller begins.
    #[must_use]
    pub fn of(caller: &Complainant) -> Self {
        Self {
            name: caller.name.clone(),
            salutation: caller.salutation,
            phones: vec![caller.phone.clone()],
            kind: if caller.organisation.is_some() { CustomerKind::Company } else { CustomerKind::Private },
            organisation: caller.organisation.clone(),
            address: caller.address.clone(),
            region: caller.region.clone(),
            email: None,
            member: caller.member.clone(),
            contact_by: None,
            preference: caller.preference.clone(),
            rests: caller.rests,
            tags: Vec::new(),
        }
    }

    /// The customer as the complainant of a new complaint from one of the numbers; from the first where it is none of
    /// them. `None` where there is no number at all.
    #[must_use]
    pub fn complainant(&self, from: Option<&Phone>) -> Option<Complainant> {
        let from = from.and_then(|from| self.phones.iter().find(|it| it.main() == from.main()));
        Some(Complainant {
            name: self.name.clone(),
            salutation: self.salutation,
            phone: from.or_else(|| self.phones.first())?.clone(),
            organisation: self.organisation.clone(),
            address: self.address.clone(),
            region: self.region.clone(),
            member: self.member.clone(),
            preference: self.preference.clone(),
            rests: self.rests,
        })
    }

    /// Whether a number is among those of the customer.
    #[must_use]
    pub fn has(&self, phone: &Phone) -> bool {
        self.phones.iter().any(|it| it.main() == phone.main())
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profile").field("phones", &self.phones).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// Who keeps a file (负责人, L17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Who.
    pub person: PersonId,
    /// Since when; from then on the clock of the first contact runs (T13).
    #[serde(with = "moment::exact")]
    pub since: Moment,
}

/// A customer file as its facts made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Its number.
    pub id: CustomerId,
    /// How many facts it has.
    pub version: Version,
    /// What it says.
    pub profile: Profile,
    /// Who opened it, and when.
    pub opened: Stamp,
    /// The last time that something about the customer was written: all but readings.
    pub changed: Stamp,
    /// 负责人.
    pub owner: Option<Owner>,
    /// When the owner, or somebody for him, first contacted the customer after the allotment (T13).
    #[serde(default)]
    pub contacted: Option<Stamp>,
    /// Notes, the oldest first; they are added to, never changed.
    #[serde(default)]
    pub notes: Vec<Stamped<Prose>>,
    /// The file that speaks for this one: both are one customer.
    #[serde(default)]
    pub into: Option<CustomerId>,
    /// Files that look alike and are other customers, as somebody decided.
    #[serde(default)]
    pub apart: BTreeSet<CustomerId>,
    /// The clock of the first contact after each allotment (T13).
    #[serde(default)]
    pub clocks: Clocks,
    /// Who asked to be shown it, and what the answer was, in order (A24).
    #[serde(default)]
    pub sights: Sights,
}

/// The clock of the first contact (T13).
const FIRST_CONTACT: ClockKey = ClockKey::of(ClockName::FirstContact);

impl Customer {
    /// The file that its facts leave behind; `None` where they do not begin with the opening. Facts of other streams
    /// are passed over.
    #[must_use]
    pub fn fold<'a>(facts: impl IntoIterator<Item = &'a Recorded>) -> Option<Self> {
        let mut customer: Option<Self> = None;
        for recorded in facts {
            if let Fact::Customer(event) = &recorded.fact {
                let stamp = Stamp { at: recorded.at, by: recorded.by };
                match &mut customer {
                    None => customer = Self::born(event, stamp),
                    Some(customer) => customer.apply(event, stamp),
                }
            }
        }
        customer
    }

    /// The file that an opening makes; `None` for any other fact.
    #[must_use]
    pub fn born(event: &Event, stamp: Stamp) -> Option<Self> {
        let Event::Opened { id, profile } = event else { return None };
        Some(Self {
            id: *id,
            version: Version::NONE.next(),
            profile: (**profile).clone(),
            opened: stamp,
            changed: stamp,
            owner: None,
            contacted: None,
            notes: Vec::new(),
            into: None,
            apart: BTreeSet::new(),
            clocks: Clocks::default(),
            sights: Sights::default(),
        })
    }

    /// Takes one more fact over. No rule lives here: what a fact says is taken as it stands.
    pub fn apply(&mut self, event: &Event, stamp: Stamp) {
        self.version = self.version.next();
        if event.tells_of_customer() {
            self.changed = stamp;
        }
        match event {
            Event::Opened { .. } | Event::Revealed { .. } => {}
            Event::Changed { profile } => self.profile = (**profile).clone(),
            Event::Assigned { owner, clock } => {
                self.owner = owner.map(|person| Owner { person, since: stamp.at });
                self.contacted = None;
                self.clocks.apply(clock.as_ref().unwrap_or(&Move::Cancel { key: FIRST_CONTACT }), stamp.at);
            }
            Event::Noted { words } => self.notes.push(Stamped { stamp, what: words.clone() }),
            Event::Contacted { .. } => {
                self.contacted = self.contacted.or(Some(stamp));
                self.clocks.apply(&Move::Stop { key: FIRST_CONTACT }, stamp.at);
            }
            Event::Merged { into } => self.into = Some(*into),
            Event::Unmerged => self.into = None,
            Event::ToldApart { other } => {
                self.apart.insert(*other);
            }
            Event::SightAsked { reason } => self.sights.ask(stamp, reason.clone()),
            Event::SightAnswered { person, answer } => {
                self.sights.answer(*person, Stamped { stamp, what: answer.clone() });
            }
        }
    }

    /// The clock of the first contact after the last allotment, as it was started then (T13). `None` where nobody keeps
    /// the file, and where an earlier program allotted it and started none.
    #[must_use]
    pub fn first_contact(&self) -> Option<&Clock> {
        let owner = self.owner?;
        self.clocks.find(FIRST_CONTACT).filter(|it| it.started == owner.since)
    }
}
