//! Where the keyboard can be on the form, in reading order.
//!
//! What stands at the right of a section's head confirms the section, so it comes after the section's fields.

use iced::widget::Id;

use crate::ui::part::{form, typed_time::Lean};

/// A place of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stop {
    /// The list of drafts.
    Drafts,
    /// 投诉, 咨询, 建议, 表扬 (B14).
    Kind,
    /// 来电号码
    Phone,
    /// 投诉人
    Name,
    /// 称谓
    Salutation,
    /// 投诉方式
    Channel,
    /// 投诉方式: the rest of them.
    MoreChannels,
    /// Who passed it on (B03).
    SourceParty,
    /// 身份核对 (B10)
    Identity,
    /// Shows more about the complainant.
    MoreCaller,
    /// 单位
    Organisation,
    /// 地区
    Region,
    /// 地址
    Address,
    /// 会员号
    Card,
    /// 联系偏好
    Preference,
    /// 勿扰时段
    Rests,
    /// 产品/服务
    Product,
    /// 订单号
    Order,
    /// 投诉类别
    Category,
    /// 发生时间
    Occurred,
    /// A category that the words suggest.
    Suggestion(u8),
    /// 投诉内容
    Content,
    /// 客户诉求, from the list.
    Remedies,
    /// 客户诉求, in words.
    RemedyWords,
    /// One of the attachments.
    File(u8),
    /// 已与客户复述并确认 (B12)
    Restated,
    /// 附件 (B22)
    Attach,
    /// Shows more about the matter.
    MoreMatter,
    /// 发生地点
    Place,
    /// 争议金额
    Amount,
    /// 要求答复
    WantedBy,
    /// 涉及人数
    Customers,
    /// 复杂程度 (B18)
    Complexity,
    /// 投诉判断
    Validity,
    /// 判断理由
    Reason,
    /// 严重程度
    Severity,
    /// 紧急程度
    Urgency,
    /// 预计答复
    Promise,
    /// 已告知客户
    Told,
    /// 告知方式
    ToldBy,
    /// 安全或人身伤害 (X20)
    Safety,
    /// 媒体或监管介入 (X20)
    Media,
    /// 责任部门
    Department,
    /// 处理人
    Handler,
    /// 协办
    Helpers,
    /// 婉转答复, the words.
    Answer,
    /// 答复方式
    Method,
    /// 客户态度
    Outcome,
    /// 当场解决, how.
    Solution,
    /// 客户表示满意
    Satisfied,
    /// 换一位
    Another,
    /// One of several customers with that number.
    Caller(u8),
    /// 对比 with an earlier complaint.
    Compare(u8),
    /// 关联 an earlier complaint.
    Link(u8),
    /// 同一件事
    Same(u8),
    /// 不关联
    Apart(u8),
    /// 客户档案 of the caller.
    Customer,
    /// An order typed before, to fill in.
    Bought(u8),
    /// An earlier complaint, to look at.
    History(u8),
    /// 照抄上一件
    Copy,
    /// 存草稿
    Keep,
    /// 当场解决
    Solve,
    /// 仅登记
    RegisterOnly,
    /// 登记并派单
    Primary,
}

/// The numbered sections of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// 来电与投诉人
    Caller,
    /// 投诉内容
    Matter,
    /// 判断与分级
    Judgement,
    /// 派单, 婉转答复 or 当场解决
    Ending,
}

impl Section {
    /// Every one, downwards.
    pub const ALL: [Self; 4] = [Self::Caller, Self::Matter, Self::Judgement, Self::Ending];
}

impl Stop {
    /// The section that it stands in.
    pub const fn section(self) -> Option<Section> {
        match self {
            Self::Kind
            | Self::Phone
            | Self::Name
            | Self::Salutation
            | Self::Channel
            | Self::MoreChannels
            | Self::SourceParty
            | Self::Identity
            | Self::MoreCaller
            | Self::Organisation
            | Self::Region
            | Self::Address
            | Self::Card
            | Self::Preference
            | Self::Rests => Some(Section::Caller),
            Self::Product
            | Self::Order
            | Self::Category
            | Self::Occurred
            | Self::Suggestion(_)
            | Self::Content
            | Self::Remedies
            | Self::RemedyWords
            | Self::Restated
            | Self::File(_)
            | Self::Attach
            | Self::MoreMatter
            | Self::Place
            | Self::Amount
            | Self::WantedBy
            | Self::Customers
            | Self::Complexity => Some(Section::Matter),
            Self::Validity
            | Self::Reason
            | Self::Severity
            | Self::Urgency
            | Self::Promise
            | Self::Told
            | Self::ToldBy
            | Self::Safety
            | Self::Media => Some(Section::Judgement),
            Self::Department
            | Self::Handler
            | Self::Helpers
            | Self::Answer
            | Self::Method
            | Self::Outcome
            | Self::Solution
            | Self::Satisfied => Some(Section::Ending),
            Self::Another
            | Self::Customer
            | Self::Caller(_)
            | Self::Compare(_)
            | Self::Link(_)
            | Self::Bought(_)
            | Self::Copy
            | Self::Same(_)
            | Self::Apart(_)
            | Self::History(_)
            | Self::Drafts
            | Self::Keep
            | Self::Solve
            | Self::RegisterOnly
            | Self::Primary => None,
        }
    }

    /// Whether it stands in the right pane.
    pub fn is_beside(self) -> bool {
        matches!(
            self,
            Self::Another
                | Self::Customer
                | Self::Caller(_)
                | Self::Compare(_)
                | Self::Link(_)
                | Self::Same(_)
                | Self::Apart(_)
                | Self::Bought(_)
                | Self::History(_)
                | Self::Copy
        )
    }

    /// Whether Enter presses it instead of going on.
    pub fn is_button(self) -> bool {
        self.section().is_none()
            || matches!(self, Self::Suggestion(_) | Self::File(_) | Self::Attach | Self::MoreCaller | Self::MoreMatter)
    }

    /// Whether an instant is typed here, and which way it leans.
    pub fn lean(self) -> Option<Lean> {
        if self == Self::Occurred {
            Some(Lean::Past)
        } else if matches!(self, Self::Promise | Self::WantedBy) {
            Some(Lean::Future)
        } else {
            None
        }
    }
}

impl form::Stop for Stop {
    fn id(self) -> Id {
        Id::from(format!("intake-{self:?}"))
    }
}
