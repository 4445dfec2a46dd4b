//! Who sits here now.
//!
//! There are no passwords yet: the person is chosen in the rail, and every fact names that person (A23).

use crate::domain::complaint::Verb;
use crate::domain::id::{DepartmentId, PersonId};
use crate::domain::office::{Office, Person};
use crate::domain::role::Role;

/// Who sits here now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// The person.
    pub person: PersonId,
}

impl Session {
    /// The person who sat here last, if still in the office; or else whoever takes the calls.
    #[must_use]
    pub fn begin(office: &Office, last: Option<PersonId>) -> Option<Self> {
        let still = last.filter(|it| office.person(*it).is_some_and(|it| it.active));
        let desk = || office.holders(Role::FrontDesk).next().map(|it| it.id);
        let anybody = || choices(office).next().map(|it| it.id);
        still.or_else(desk).or_else(anybody).map(|person| Self { person })
    }

    /// The person's entry; `None` once the office is another one.
    #[must_use]
    pub fn entry(self, office: &Office) -> Option<&Person> {
        office.person(self.person).filter(|it| it.active)
    }

    /// Where the person works.
    #[must_use]
    pub fn department(self, office: &Office) -> Option<DepartmentId> {
        self.entry(office).map(|it| it.department)
    }

    /// Whether any of the person's roles may do it, where a complaint allows it.
    #[must_use]
    pub fn may(self, office: &Office, verb: Verb) -> bool {
        self.entry(office).is_some_and(|it| it.roles.iter().any(|it| it.may(verb)))
    }

    /// Whether the person holds a role.
    #[must_use]
    pub fn is(self, office: &Office, role: Role) -> bool {
        self.entry(office).is_some_and(|it| it.is(role))
    }
}

/// Who can sit here: everybody in the office, in the order of joining.
pub fn choices(office: &Office) -> impl Iterator<Item = &Person> {
    office.people().filter(|it| it.active)
}
