//! 提交前核对: what should be right before the report is submitted.

use crate::report::monthly::MonthlySummary;

/// One thing that was compared, with what was found. Each passes or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// 期初 + 新增 = 结案 + 期末
    Balance {
        /// 期初
        opening: u64,
        /// 新增
        new: u64,
        /// 结案
        closed: u64,
        /// 期末
        closing: u64,
    },
    /// 类别合计与新增一致
    Categories {
        /// The sum over the categories.
        sum: u64,
        /// 新增
        new: u64,
    },
    /// 部门合计与新增一致
    Departments {
        /// The sum over the departments.
        sum: u64,
        /// 新增
        new: u64,
    },
    /// 豁免均有原因和批准人
    Exemptions {
        /// How many there are.
        count: usize,
        /// How many lack a reason in words or an approver.
        lacking: usize,
    },
    /// 会员回访
    MemberCallbacks {
        /// How many members were not called back.
        missing: usize,
    },
    /// 改进措施
    Improvements {
        /// How many are wanted and not written.
        missing: usize,
    },
}

impl Check {
    /// Whether it is as it should be. None of them forbids submitting: the report says what is so.
    #[must_use]
    pub const fn passed(&self) -> bool {
        match self {
            Self::Balance { opening, new, closed, closing } => *opening + *new == *closed + *closing,
            Self::Categories { sum, new } | Self::Departments { sum, new } => *sum == *new,
            Self::Exemptions { lacking: 0, .. }
            | Self::MemberCallbacks { missing: 0 }
            | Self::Improvements { missing: 0 } => true,
            Self::Exemptions { .. } | Self::MemberCallbacks { .. } | Self::Improvements { .. } => false,
        }
    }
}

/// The six checks of a report, in the order of the screen.
#[must_use]
pub fn checks(of: &MonthlySummary) -> Vec<Check> {
    let this = &of.overview.this;
    let lacking = of.exemptions.iter().filter(|it| it.words.is_empty() || it.approver.is_empty()).count();
    vec![
        Check::Balance { opening: this.opening, new: this.new, closed: this.closed, closing: this.closing },
        Check::Categories { sum: of.categories.iter().map(|it| it.count).sum(), new: this.new },
        Check::Departments { sum: of.departments.iter().map(|it| it.new).sum(), new: this.new },
        Check::Exemptions { count: of.exemptions.len(), lacking },
        Check::MemberCallbacks { missing: of.members_missing.len() },
        Check::Improvements { missing: of.improvements.iter().filter(|it| it.measure.is_none()).count() },
    ]
}
