//! Counting: month × everything, answered from columns of fixed-size cells and never from a scan over rows.
//!
//! A month is the office's (cut-off day, offset; T11): columns of days and months follow the office when it changes.

mod columns;

use chrono::NaiveDate;

use super::Books;
use super::ledger::{Row, Slot};
use crate::domain::complaint::Stage;
use crate::domain::complaint::terms::{CloseCode, Kind, Priority, Satisfaction, Severity, Urgency, Validity};
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId, Round};
use crate::domain::month::Month;
use crate::domain::office::Rules;

pub(super) use columns::Columns;

/// By what complaints are counted and chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// The reporting month of registration.
    RegisteredMonth,
    /// The office's day of registration.
    RegisteredDay,
    /// The reporting month of closing; nothing while it is open.
    ClosedMonth,
    /// The office's day of closing.
    ClosedDay,
    /// Complaint, inquiry …
    Kind,
    /// Where it stands.
    Stage,
    /// By which channel it came.
    Channel,
    /// Category or subcategory, as it was chosen.
    Category,
    /// The category above, or the category itself where none is above.
    TopCategory,
    /// 责任部门 of the last round.
    Department,
    /// 责任人 of the last round.
    Handler,
    /// 地区.
    Region,
    /// 产品/服务.
    Product,
    /// 严重程度.
    Severity,
    /// 紧急程度.
    Urgency,
    /// Severity × urgency.
    Priority,
    /// 是否成立.
    Validity,
    /// The last answer about the result.
    Satisfaction,
    /// The last answer about the handling.
    Process,
    /// 结案方式.
    CloseCode,
    /// 会员.
    Member,
    /// 是否升级.
    Escalated,
    /// 重大.
    Major,
    /// 轮次.
    Round,
}

/// A value of a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key<'a> {
    /// It has none: not judged, not dispatched, not closed …
    Nothing,
    /// A reporting month.
    Month(Month),
    /// A day.
    Day(NaiveDate),
    /// A kind.
    Kind(Kind),
    /// A stage.
    Stage(Stage),
    /// A channel.
    Channel(ChannelId),
    /// A category, or a top category.
    Category(CategoryId),
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
    /// A region or a product, as it was written.
    Text(&'a str),
    /// A severity.
    Severity(Severity),
    /// An urgency.
    Urgency(Urgency),
    /// A priority.
    Priority(Priority),
    /// A judgement.
    Validity(Validity),
    /// An answer.
    Satisfaction(Satisfaction),
    /// How it ended.
    CloseCode(CloseCode),
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// A round.
    Round(Round),
}

/// A stretch of days, both ends among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
}

impl Days {
    /// The days that a month's report covers (T11).
    #[must_use]
    pub fn of(rules: &Rules, month: Month) -> Self {
        let (first, last) = rules.days_of(month);
        Self { first, last }
    }

    /// Whether a day is among them.
    #[must_use]
    pub fn contain(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// Which complaints count. The default is all of them, inquiries too. A call that was merged into an earlier complaint
/// counts nowhere, unless its stage is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter<'a> {
    /// Registered on these days.
    pub registered: Option<Days>,
    /// Closed on these days.
    pub closed: Option<Days>,
    /// Open when this day began (期初未结): registered before it and not closed before it.
    pub open_when_began: Option<NaiveDate>,
    /// Only those with these values; of several values of one dimension any will do.
    pub only: Vec<(Dimension, Key<'a>)>,
}

impl<'a> Filter<'a> {
    /// Complaints alone, without inquiries, suggestions and praise.
    #[must_use]
    pub fn complaints() -> Self {
        Self::default().only(Dimension::Kind, Key::Kind(Kind::Complaint))
    }

    /// Only those registered on these days.
    #[must_use]
    pub fn registered(mut self, days: Days) -> Self {
        self.registered = Some(days);
        self
    }

    /// Only those closed on these days.
    #[must_use]
    pub fn closed(mut self, days: Days) -> Self {
        self.closed = Some(days);
        self
    }

    /// Only those that were open when a day began.
    #[must_use]
    pub fn open_when_began(mut self, day: NaiveDate) -> Self {
        self.open_when_began = Some(day);
        self
    }

    /// Only those with this value, or another one named for the same dimension.
    #[must_use]
    pub fn only(mut self, dimension: Dimension, key: Key<'a>) -> Self {
        self.only.push((dimension, key));
        self
    }
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cell {
    /// 件数.
    pub complaints: u32,
    /// 人数: customers affected.
    pub customers: u32,
}

impl std::ops::AddAssign for Cell {
    fn add_assign(&mut self, other: Self) {
        self.complaints += other.complaints;
        self.customers += other.customers;
    }
}

impl Books {
    /// How many there are of each value, in the order of the values; values that nothing has are left out.
    #[must_use]
    pub fn count(&self, filter: &Filter<'_>, by: Dimension) -> Vec<(Key<'_>, Cell)> {
        let cells = self.columns.cross(&self.office, filter, (by, None));
        in_order(cells.into_iter().map(|(key, _, cell)| (self.above(by, key), cell)).collect())
    }

    /// How many there are of each pair of values, in their order; pairs that nothing has are left out.
    #[must_use]
    pub fn cross(&self, filter: &Filter<'_>, (down, across): (Dimension, Dimension)) -> Vec<(Key<'_>, Key<'_>, Cell)> {
        let cells = self.columns.cross(&self.office, filter, (down, Some(across))).into_iter();
        let counts = cells.map(|(one, other, cell)| ((self.above(down, one), self.above(across, other)), cell));
        in_order(counts.collect()).into_iter().map(|((one, other), cell)| (one, other, cell)).collect()
    }

    /// How many in all.
    #[must_use]
    pub fn total(&self, filter: &Filter<'_>) -> Cell {
        self.columns.total(&self.office, filter)
    }

    /// The places of those that pass, in the order of registration.
    #[must_use]
    pub fn slots(&self, filter: &Filter<'_>) -> Vec<Slot> {
        self.columns.slots(&self.office, filter)
    }

    /// The rows of those that pass, in the order of registration.
    pub fn chosen(&self, filter: &Filter<'_>) -> impl Iterator<Item = &Row> {
        self.slots(filter).into_iter().filter_map(|it| self.ledger.at(it))
    }

    fn above<'a>(&self, dimension: Dimension, key: Key<'a>) -> Key<'a> {
        match (dimension, key) {
            (Dimension::TopCategory, Key::Category(id)) => Key::Category(self.office.parent(id)),
            (_, key) => key,
        }
    }
}

/// Counts in the order of their keys, each key once. They come almost in order, so sorting beats a tree.
fn in_order<K: Ord>(mut counts: Vec<(K, Cell)>) -> Vec<(K, Cell)> {
    counts.sort_by(|(one, _), (other, _)| one.cmp(other));
    counts.dedup_by(|(key, cell), (kept, sum)| {
        let same = key == kept;
        if same {
            *sum += *cell;
        }
        same
    });
    counts
}
