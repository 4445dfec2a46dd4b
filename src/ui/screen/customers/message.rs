//! What somebody does on the page, and which customers are listed.

use std::sync::Arc;

use super::draft::Slot;
use crate::app::{NotKept, Refused, Several};
use crate::books::customers::Who;
use crate::domain::complaint::terms::{ContactMethod, Salutation};
use crate::domain::customer::{CustomerKind, Verb};
use crate::domain::id::{ComplaintId, CustomerId, PersonId};
use crate::domain::office::Share;
use crate::domain::record::Recorded;
use crate::ui::part::keyed::Event;
use crate::ui::ticket::Ticket;
use crate::ui::widget::Window;

/// Which customers are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// 全部
    #[default]
    All,
    /// 我负责的
    Mine,
    /// 今日新增
    New,
    /// 今日变动
    Changed,
    /// 会员
    Members,
    /// 待分配
    Unallotted,
    /// 待首次联系
    Uncontacted,
    /// 疑似重复
    Doubles,
}

impl Which {
    /// Every one, in the order of the chips.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Mine,
        Self::New,
        Self::Changed,
        Self::Members,
        Self::Unallotted,
        Self::Uncontacted,
        Self::Doubles,
    ];
}

/// What of a customer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// 投诉
    #[default]
    Complaints,
    /// 回访
    Calls,
    /// 订单
    Orders,
    /// 偏好与备注
    Notes,
    /// 经过
    History,
}

/// What somebody did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something happened to the keyboard or a list.
    Keys(Event),
    /// Went to the field that searches.
    SearchAsked,
    /// Typed something to search for.
    Searched(String),
    /// Chose which customers.
    Filtered(Which),
    /// Typed what the customer to go to is called, or the number of the file.
    Sought(char),
    /// Chose a customer.
    Picked(Who),
    /// Went to a pair of 疑似重复, by its place.
    PairChosen(usize),
    /// 显示更多
    More,
    /// The list was scrolled.
    Scrolled(Window),
    /// Chose what is shown of the customer.
    TabChosen(Tab),
    /// 打开投诉
    ComplaintOpened(ComplaintId),
    /// 新建档案
    New,
    /// 修改
    Edited,
    /// Typed something into the form.
    Typed(Slot, String),
    /// 称谓
    SalutationChosen(Salutation),
    /// 类型
    KindChosen(CustomerKind),
    /// 偏好的联系方式
    PreferredChosen(Option<ContactMethod>),
    /// 会员
    MemberToggled,
    /// 保存
    Saved,
    /// 放弃
    Dropped,
    /// Typed a note.
    Jotted(String),
    /// How the customer was contacted; `None`: it is a note only.
    Contacted(Option<ContactMethod>),
    /// 写入
    JottingSaved,
    /// 负责人
    OwnerChosen(Option<PersonId>),
    /// To the day before, or the one after.
    DayTurned(Turn),
    /// 查看完整资料…, and what for.
    RevealAsked,
    /// Typed what for.
    PurposeTyped(String),
    /// 查看
    Revealed,
    /// 向主管申请查看…
    LeaveAsked,
    /// Typed why.
    LeaveTyped(String),
    /// 提交申请
    LeaveSent,
    /// How long it may be read; `None`: not at all.
    RulingChosen(Option<u16>),
    /// Typed what is to be minded, or why not.
    RulingTyped(String),
    /// 答复, to somebody who asked.
    Ruled(PersonId),
    /// 合并…, with whom if that is known.
    MergeAsked(Who, Option<Who>),
    /// Typed whom to merge with.
    MergeSearched(String),
    /// Chose whom to merge with.
    MergeWith(Who),
    /// The other file speaks for both.
    MergeTurned,
    /// 合并
    Merge,
    /// 不是同一人
    ToldApart,
    /// 取消合并
    Unmerge(CustomerId),
    /// 分配…
    AllotAsked,
    /// Somebody takes another share this time.
    ShareChosen(PersonId, Share),
    /// 按此分配
    Allot,
    /// What lies over the screen goes.
    Closed,
    /// 撤销: gives files back to who kept them before.
    Reassign(Vec<(CustomerId, Option<PersonId>)>),
    /// The desk answered who asked.
    Acted(PersonId, Did, Box<Result<CustomerId, Refused>>),
    /// The desk answered several wishes of who asked.
    ActedMany(PersonId, Did, Box<Several<Who>>),
    /// The facts of a file came.
    Fetched(Ticket, CustomerId, Result<Arc<Vec<Recorded>>, NotKept>),
}

impl Message {
    /// Whether something is asked of the desk.
    pub(super) const fn wishes(&self) -> bool {
        matches!(
            self,
            Self::Saved
                | Self::JottingSaved
                | Self::OwnerChosen(_)
                | Self::Revealed
                | Self::LeaveSent
                | Self::Ruled(_)
                | Self::Merge
                | Self::ToldApart
                | Self::Unmerge(_)
                | Self::Allot
                | Self::Reassign(_)
        )
    }
}

/// What was asked of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Did {
    /// Something simple.
    Plain(Verb),
    /// Another keeper; who kept it before.
    Assigned(Option<PersonId>),
    /// Merged: the file that no longer speaks for itself.
    Merged,
    /// Allotted to keepers.
    Allotted,
    /// Gave back.
    Reassigned,
}

/// Which way among days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The day before.
    Back,
    /// The day after, today at the latest.
    On,
    /// Today.
    Today,
}
