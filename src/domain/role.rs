//! Who may do what: the roles of an office (A01–A25).

use std::collections::{BTreeSet, btree_set};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a person of the office is trusted with. One person may hold several (a small office has three people).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 前台, 回访专员: intake, dispatch, tracking, callbacks, closing (A01, A12, A17).
    FrontDesk,
    /// 综合部主管, 客服主管: supervises, approves and files the month's report (A07, A16).
    FrontDeskSupervisor,
    /// 处理人, 地区负责人: handles the work orders of the own department (A03, A06).
    DepartmentHandler,
    /// 部门经理: approves plans of the own department (A08).
    DepartmentManager,
    /// 销售经理, 质检部主管: takes what failed twice, and passes on what is routed through them (A05, A09).
    EscalationManager,
    /// 管理层: reads, approves, exports (A19, A25).
    Manager,
    /// 管理员: changes the office itself.
    Admin,
}

impl Role {
    /// Every role, from the desk to the administrator.
    pub const ALL: &'static [Self] = &[
        Self::FrontDesk,
        Self::FrontDeskSupervisor,
        Self::DepartmentHandler,
        Self::DepartmentManager,
        Self::EscalationManager,
        Self::Manager,
        Self::Admin,
    ];
}

/// The roles that one person holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Roles(BTreeSet<Role>);

impl Roles {
    /// Is the role among them?
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// Is one of these roles among them?
    #[must_use]
    pub fn has_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|it| self.has(*it))
    }

    /// No role at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In the order of [`Role::ALL`].
    pub fn iter(&self) -> std::iter::Copied<btree_set::Iter<'_, Role>> {
        self.0.iter().copied()
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        Self(roles.into_iter().collect())
    }
}

impl<const N: usize> From<[Role; N]> for Roles {
    fn from(roles: [Role; N]) -> Self {
        Self(roles.into())
    }
}

impl From<Role> for Roles {
    fn from(role: Role) -> Self {
        [role].into()
    }
}

impl<'a> IntoIterator for &'a Roles {
    type Item = Role;
    type IntoIter = std::iter::Copied<btree_set::Iter<'a, Role>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_every_role_once_and_in_order() {
        let sorted: Roles = Role::ALL.iter().copied().collect();
        assert_eq!(sorted.iter().collect::<Vec<_>>(), Role::ALL);
    }

    #[test]
    fn roles_travel_as_a_list_of_words() {
        let roles = Roles::from([Role::Admin, Role::FrontDesk]);
        let text = serde_json::to_string(&roles).unwrap();
        assert_eq!(text, r#"["front_desk","admin"]"#);
        assert_eq!(serde_json::from_str::<Roles>(&text).unwrap(), roles);
    }
}
