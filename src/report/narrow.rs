//! Which complaints charts are about (UI.md 5.6): chosen by what the columns of the books hold.

use std::collections::{BTreeSet, HashSet};

use crate::books::tally::{Dimension, Filter, Key};
use crate::books::{Books, Row};
use crate::domain::complaint::terms::{Priority, Satisfaction, Severity, Validity};
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId};

/// One thing that a complaint may be or have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// 责任部门 of the last round.
    Department(DepartmentId),
    /// 投诉渠道
    Channel(ChannelId),
    /// 投诉类别, the upper one.
    Category(CategoryId),
    /// 会员
    Member,
    /// 非会员
    NoMember,
    /// 判断
    Validity(Validity),
    /// 严重程度
    Severity(Severity),
    /// 级别
    Priority(Priority),
    /// 重大
    Major,
    /// 升级
    Escalated,
    /// What the customer said last about the result.
    Satisfaction(Satisfaction),
    /// 地区, as it was written.
    Region(Box<str>),
}

impl Pick {
    /// By what complaints are chosen. Picks of one dimension widen the choice, those of several narrow it.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        match self {
            Self::Department(_) => Dimension::Department,
            Self::Channel(_) => Dimension::Channel,
            Self::Category(_) => Dimension::TopCategory,
            Self::Member | Self::NoMember => Dimension::Member,
            Self::Validity(_) => Dimension::Validity,
            Self::Severity(_) => Dimension::Severity,
            Self::Priority(_) => Dimension::Priority,
            Self::Major => Dimension::Major,
            Self::Escalated => Dimension::Escalated,
            Self::Satisfaction(_) => Dimension::Satisfaction,
            Self::Region(_) => Dimension::Region,
        }
    }

    fn key(&self) -> Key<'_> {
        match self {
            Self::Department(it) => Key::Department(*it),
            Self::Channel(it) => Key::Channel(*it),
            Self::Category(it) => Key::Category(*it),
            Self::Member | Self::Major | Self::Escalated => Key::Yes,
            Self::NoMember => Key::No,
            Self::Validity(it) => Key::Validity(*it),
            Self::Severity(it) => Key::Severity(*it),
            Self::Priority(it) => Key::Priority(*it),
            Self::Satisfaction(it) => Key::Satisfaction(*it),
            Self::Region(it) => Key::Text(it),
        }
    }
}

/// Everything that was picked; nothing: every complaint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Narrow {
    picks: BTreeSet<Pick>,
}

impl Narrow {
    /// What was picked, in the order of the kinds.
    pub fn picks(&self) -> impl Iterator<Item = &Pick> {
        self.picks.iter()
    }

    /// Whether every complaint counts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.picks.is_empty()
    }

    /// Whether something was picked.
    #[must_use]
    pub fn has(&self, pick: &Pick) -> bool {
        self.picks.contains(pick)
    }

    /// With one more, or without it.
    #[must_use]
    pub fn toggled(mut self, pick: Pick) -> Self {
        if !self.picks.remove(&pick) {
            self.picks.insert(pick);
        }
        self
    }

    /// Without those of a dimension.
    #[must_use]
    pub fn without(mut self, dimension: Dimension) -> Self {
        self.picks.retain(|it| it.dimension() != dimension);
        self
    }

    /// The complaints that count: those that have any of what was picked of each dimension.
    #[must_use]
    pub fn chosen(&self, books: &Books) -> Chosen {
        if self.is_empty() {
            return Chosen(None);
        }
        let filter = self.picks.iter().fold(Filter::default(), |filter, it| filter.only(it.dimension(), it.key()));
        Chosen(Some(books.chosen(&filter).map(|it| it.id).collect()))
    }
}

impl FromIterator<Pick> for Narrow {
    fn from_iter<T: IntoIterator<Item = Pick>>(picks: T) -> Self {
        Self { picks: picks.into_iter().collect() }
    }
}

/// The complaints that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen(Option<HashSet<ComplaintId>>);

impl Chosen {
    /// Every one.
    pub const ALL: Self = Self(None);

    /// Whether a complaint counts.
    #[must_use]
    pub fn has(&self, row: &Row) -> bool {
        self.0.as_ref().is_none_or(|it| it.contains(&row.id))
    }
}
