//! The dispatch board and the workbench (UI.md 5.1, 5.3): who has what, and how long it can wait.

mod card;
mod lineup;
mod spot;
mod urgent;

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::Books;
use super::ledger::Row;
use super::standing::View;
use crate::domain::calendar::Calendar;
use crate::domain::complaint::terms::Priority;
use crate::domain::complaint::{Complaint, OrderStage, Stage};
use crate::domain::id::{CategoryId, ComplaintId, DepartmentId, PersonId, Round};
use crate::domain::moment::Moment;

pub use card::{Card, Due, Flag, Owner};
pub use lineup::{Change, Closed, Given, Lineup, Wanted};
pub use spot::{Hand, Spot};
pub use urgent::{Figures, Urgent};

/// A lane of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// 待派单, 待判断 and 待答复 among them.
    ToDispatch,
    /// 待签收, 待二段派单 among them.
    ToAccept,
    /// 处理中, paused ones among them.
    Handling,
    /// 待审批.
    Approval,
    /// 待回访.
    Callback,
    /// 已升级.
    Escalated,
}

impl Lane {
    /// Every lane, from the left.
    pub const ALL: &'static [Self] =
        &[Self::ToDispatch, Self::ToAccept, Self::Handling, Self::Approval, Self::Callback, Self::Escalated];

    /// Its place, from the left.
    #[must_use]
    pub const fn place(self) -> usize {
        match self {
            Self::ToDispatch => 0,
            Self::ToAccept => 1,
            Self::Handling => 2,
            Self::Approval => 3,
            Self::Callback => 4,
            Self::Escalated => 5,
        }
    }

    /// The lane of a complaint: of several work orders the one that is furthest behind decides. Closed ones are in
    /// none.
    #[must_use]
    pub fn of(complaint: &Complaint) -> Option<Self> {
        match complaint.stage {
            Stage::ToJudge | Stage::ToReply | Stage::ToDispatch => Some(Self::ToDispatch),
            Stage::InHandling => {
                let lanes = complaint.current_orders().filter_map(|it| Self::of_order(it.stage));
                Some(lanes.min().unwrap_or(Self::Handling))
            }
            Stage::ToCallBack => Some(Self::Callback),
            Stage::Escalated => Some(Self::Escalated),
            Stage::Closed | Stage::Archived | Stage::Merged => None,
        }
    }

    /// The lane of a work order; one that is over is in none.
    const fn of_order(stage: OrderStage) -> Option<Self> {
        match stage {
            OrderStage::ToForward | OrderStage::ToAccept => Some(Self::ToAccept),
            OrderStage::Handling | OrderStage::Executed => Some(Self::Handling),
            OrderStage::AwaitingApproval => Some(Self::Approval),
            OrderStage::HandedIn | OrderStage::Ended => None,
        }
    }
}

/// Which cards are shown. The default is all that the viewer sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Narrow {
    /// Of this department.
    pub department: Option<DepartmentId>,
    /// Handled or tracked by this person.
    pub person: Option<PersonId>,
    /// Of this category, or of one below it.
    pub category: Option<CategoryId>,
    /// Of this priority.
    pub priority: Option<Priority>,
    /// In this lane.
    pub lane: Option<Lane>,
    /// With this mark.
    pub mark: Option<Mark>,
    /// Registered on one of the last so many days, today among them.
    pub days: Option<u16>,
}

/// What a complaint can be picked by besides where it belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// 重大.
    Major,
    /// 会员.
    Member,
    /// 第 2 轮 or later (F01).
    Again,
    /// The customer complained before (I06).
    Repeated,
    /// 漏报 (C06).
    Missed,
    /// 两段 (A05).
    TwoHops,
    /// 暂停.
    Paused,
    /// 豁免 (X19).
    Exempted,
}

impl Mark {
    /// Every one, in the order of weight.
    pub const ALL: &'static [Self] = &[
        Self::Major,
        Self::Again,
        Self::Repeated,
        Self::Missed,
        Self::Member,
        Self::TwoHops,
        Self::Paused,
        Self::Exempted,
    ];

    fn is_of(self, books: &Books, complaint: &Complaint, now: Moment) -> bool {
        let open = || complaint.current_orders().filter(|it| it.stage.is_open());
        match self {
            Self::Major => complaint.is_major(),
            Self::Member => complaint.is_member(),
            Self::Again => Round::FIRST < complaint.round,
            Self::Repeated => 1 < books.times(complaint.id),
            Self::Missed => 0 < books.missed_reports(complaint, now),
            Self::TwoHops => open().any(|it| it.via.is_some()),
            Self::Paused => open().any(|it| it.paused.is_some() && it.stage != OrderStage::AwaitingApproval),
            Self::Exempted => complaint.clocks.all().any(|it| it.exempt.is_some()),
        }
    }

    /// What a row of the ledger tells of it; nothing is missed, paused or on its way once it is closed.
    fn is_of_row(self, books: &Books, row: &Row) -> bool {
        match self {
            Self::Major => !row.major.is_empty(),
            Self::Member => row.caller.member,
            Self::Again => Round::FIRST < row.round,
            Self::Repeated => 1 < books.times(row.id),
            Self::Exempted => row.orders.iter().any(|it| it.exempt) || books.is_exempted(row.id),
            Self::Missed | Self::TwoHops | Self::Paused => false,
        }
    }
}

/// Whether something was registered on one of the last so many days, today among them.
fn recent(calendar: &Calendar, registered: Moment, (now, days): (Moment, u16)) -> bool {
    let first = calendar.day_of(now) - Duration::days(i64::from(days.saturating_sub(1)));
    first <= calendar.day_of(registered)
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// By the time that is left, late first.
    #[default]
    Urgency,
    /// P1 first, then by the time that is left.
    Priority,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
}

impl Books {
    /// The board: every lane, from the left, with its cards in order.
    #[must_use]
    pub fn lanes(&self, view: View, narrow: Narrow, sort: Sort) -> Vec<(Lane, Vec<Card<'_>>)> {
        let mut lanes: Vec<(Lane, Vec<Card<'_>>)> = Lane::ALL.iter().map(|it| (*it, Vec::new())).collect();
        for card in self.cards(view, narrow, sort) {
            if let Some((_, cards)) = lanes.iter_mut().find(|(lane, _)| *lane == card.lane) {
                cards.push(card);
            }
        }
        lanes
    }

    /// The same as one list.
    #[must_use]
    pub fn cards(&self, view: View, narrow: Narrow, sort: Sort) -> Vec<Card<'_>> {
        let Some(viewer) = self.office.person(view.viewer) else { return Vec::new() };
        let passing = self.open().filter(|it| self.passes(narrow, it, view.now) && self.sees(viewer, it));
        let mut cards: Vec<Card<'_>> = passing.filter_map(|it| self.card(view, it)).collect();
        match sort {
            Sort::Urgency => cards.sort_by_key(Card::urgency),
            Sort::Priority => cards.sort_by_key(|it| (it.complaint.priority(), it.urgency())),
            Sort::Newest => cards.sort_by_key(|it| std::cmp::Reverse(it.complaint.id)),
            Sort::Oldest => cards.sort_by_key(|it| it.complaint.id),
        }
        cards
    }

    fn passes(&self, narrow: Narrow, complaint: &Complaint, now: Moment) -> bool {
        let category = complaint.details.category;
        let of_person = |it| complaint.tracking == it || complaint.current_orders().any(|order| order.involves(it));
        narrow.department.is_none_or(|it| complaint.current_orders().any(|order| order.department == it))
            && narrow.person.is_none_or(of_person)
            && narrow.category.is_none_or(|it| it == category || it == self.office.parent(category))
            && narrow.priority.is_none_or(|it| it == complaint.priority())
            && narrow.lane.is_none_or(|it| Lane::of(complaint) == Some(it))
            && narrow.mark.is_none_or(|it| it.is_of(self, complaint, now))
            && narrow.days.is_none_or(|it| recent(self.office.calendar(), complaint.registered.at, (now, it)))
    }

    fn is_exempted(&self, id: ComplaintId) -> bool {
        self.exemptions.iter().any(|it| it.complaint == id)
    }
}
