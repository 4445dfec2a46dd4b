//! The dispatch board and the workbench (UI.md 5.1, 5.3): who has what, and how long it can wait.

mod card;
mod spot;
mod urgent;

use super::Books;
use super::standing::View;
use crate::domain::complaint::terms::Priority;
use crate::domain::complaint::{Complaint, OrderStage, Stage};
use crate::domain::id::{CategoryId, DepartmentId, PersonId};

pub use card::{Card, Due, Flag, Owner};
pub use spot::{Hand, Spot};
pub use urgent::{Figures, Urgent};

/// A lane of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
            Stage::Closed | Stage::Archived => None,
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Of this department.
    pub department: Option<DepartmentId>,
    /// Handled or tracked by this person.
    pub person: Option<PersonId>,
    /// Of this category, or of one below it.
    pub category: Option<CategoryId>,
    /// Of this priority.
    pub priority: Option<Priority>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
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
        let passing = self.open().filter(|it| self.passes(narrow, it) && self.sees(viewer, it));
        let mut cards: Vec<Card<'_>> = passing.filter_map(|it| self.card(view, it)).collect();
        match sort {
            Sort::Urgency => cards.sort_by_key(Card::urgency),
            Sort::Priority => cards.sort_by_key(|it| (it.complaint.priority(), it.urgency())),
            Sort::Newest => cards.sort_by_key(|it| std::cmp::Reverse(it.complaint.id)),
            Sort::Oldest => cards.sort_by_key(|it| it.complaint.id),
        }
        cards
    }

    fn passes(&self, narrow: Narrow, complaint: &Complaint) -> bool {
        let category = complaint.details.category;
        let of_person = |it| complaint.tracking == it || complaint.current_orders().any(|order| order.involves(it));
        narrow.department.is_none_or(|it| complaint.current_orders().any(|order| order.department == it))
            && narrow.person.is_none_or(of_person)
            && narrow.category.is_none_or(|it| it == category || it == self.office.parent(category))
            && narrow.priority.is_none_or(|it| it == complaint.priority())
    }
}
