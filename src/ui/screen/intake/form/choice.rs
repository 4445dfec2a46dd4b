//! What is chosen without typing, how the call ends, and what is wrong with what was typed.

use serde::{Deserialize, Serialize};

use crate::domain::complaint::terms::{
    Complexity, ContactMethod, Kind, LinkKind, Remedy, Salutation, Severity, Urgency, Validity,
};
use crate::domain::complaint::words::ReplyOutcome;
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId};

/// What identity can be checked by (B10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// 姓名
    Name,
    /// 电话
    Phone,
    /// 地址
    Address,
}

impl Proof {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Name, Self::Phone, Self::Address];
}

/// Who helps: another department with a work order of its own (C04), or a person beside the handler (A04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Helper {
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
}

/// What is ticked or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tick {
    /// 已与客户复述并确认
    Restated,
    /// 已告知客户
    Told,
    /// Safety or injury.
    Safety,
    /// Media or a regulator.
    Media,
    /// 客户表示满意
    Satisfied,
}

/// What is chosen without typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// 投诉, 咨询 …
    Kind(Kind),
    /// 女士, 先生 …
    Salutation(Salutation),
    /// 电话, 来访 …
    Channel(ChannelId),
    /// 身份核对; on and off.
    Proof(Proof),
    /// 投诉类别
    Category(CategoryId),
    /// 客户诉求; on and off.
    Remedy(Remedy),
    /// On and off.
    Tick(Tick),
    /// 复杂程度; on and off.
    Complexity(Complexity),
    /// 成立 …
    Validity(Validity),
    /// 一般 …
    Severity(Severity),
    /// 普通 …
    Urgency(Urgency),
    /// 责任部门
    Department(DepartmentId),
    /// 处理人
    Handler(PersonId),
    /// 协办; on and off.
    Helper(Helper),
    /// 答复方式
    Method(ContactMethod),
    /// 告知方式
    ToldBy(ContactMethod),
    /// 客户谅解 …
    Outcome(ReplyOutcome),
}

/// How the call ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// 登记并派单
    Dispatch,
    /// 登记并答复: unfounded, or no complaint (B14, B20).
    Reply,
    /// 当场解决 (B13)
    Solve,
    /// 并入: a further call in the matter of an earlier complaint.
    Merge,
}

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// 仅登记
    RegisterOnly,
    /// The primary verb of the way.
    Whole(Way),
}

/// Whether an earlier complaint belongs to this one. Nothing is ever merged by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Linked when this one is registered.
    Linked(LinkKind),
    /// The call is merged into that one: the very same matter, still open.
    Merged,
    /// Has nothing to do with it.
    Apart,
}

/// Why what was typed is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not 3 to 20 digits.
    Phone,
    /// No instant.
    Time,
    /// Has not happened yet.
    Future,
    /// Has gone by.
    Past,
    /// No amount of money.
    Amount,
    /// No number of people.
    Number,
    /// Not `12:00-14:30`.
    Rests,
    /// A place that the script leaves open.
    Blank,
    /// More characters than fit.
    TooLong {
        /// How many fit.
        most: usize,
    },
}
