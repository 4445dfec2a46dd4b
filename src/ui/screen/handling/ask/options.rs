//! What each group of a form offers, and what of it is chosen.

use crate::domain::complaint::terms::{
    AcceptanceMethod, ApprovalMethod, ContactMethod, FollowUpKind, Method, PauseReason, Remedy, ReturnReason,
};
use crate::domain::complaint::words::{Agreement, Quality};
use crate::domain::complaint::{Complaint, takes_call};
use crate::domain::id::DepartmentId;
use crate::domain::office::{DepartmentKind, Person};
use crate::report::reading::excerpt;
use crate::ui::env::{Cloak, Env};

use super::super::draft::Draft;
use super::super::fields::{Choice, Group};
use super::{Ask, CODES, Case, QUICK};
use crate::ui::part::sight;

/// Characters of something written that is to be chosen.
const CHOICE: usize = 17;

impl Case<'_> {
    /// What a group offers, in order.
    pub fn options(&self, env: &Env<'_>, draft: &Draft, group: Group) -> Vec<(Choice, String)> {
        let name = |it: &Person| it.name.to_string();
        let terms = |all: &[Choice], names: Vec<&str>| {
            all.iter().copied().zip(names.into_iter().map(str::to_owned)).collect::<Vec<_>>()
        };
        macro_rules! list {
            ($wrap:path, $all:expr) => {{
                let all = $all;
                terms(
                    &all.iter().map(|it| $wrap(*it)).collect::<Vec<_>>(),
                    all.iter().map(|it| env.texts.name(*it)).collect(),
                )
            }};
        }
        match group {
            Group::Progress => list!(Choice::Progress, QUICK),
            Group::Minutes => {
                let longest = env.office().rules().longest_promise_minutes;
                let all = [60, 90, 120, 180, 240].into_iter().filter(|it| *it <= longest);
                all.map(|it| (Choice::Minutes(it), env.texts.span(chrono::TimeDelta::minutes(i64::from(it))))).collect()
            }
            Group::Contact => list!(Choice::Contact, ContactMethod::ALL),
            Group::Method => list!(Choice::Method, Method::ALL),
            Group::Quality => {
                list!(Choice::Quality, [Quality::Sound, Quality::SinglePiece, Quality::Batch, Quality::Design])
            }
            Group::Remedy => list!(Choice::Remedy, Remedy::ALL),
            Group::Agreement => list!(Choice::Agreement, [Agreement::Agreed, Agreement::Refused]),
            Group::Acceptance => list!(Choice::Acceptance, AcceptanceMethod::ALL),
            Group::Approval => list!(Choice::Approval, [ApprovalMethod::System, ApprovalMethod::Written]),
            Group::Approver => self.approvers(env).into_iter().map(|it| (Choice::Approver(it.id), name(it))).collect(),
            Group::Witness => {
                let department = self.order.map(|it| it.department);
                let approvers: Vec<_> = self.approvers(env).into_iter().map(|it| it.id).collect();
                let others = env.office().people().filter(|it| {
                    it.active && Some(it.department) == department && it.id != env.me && !approvers.contains(&it.id)
                });
                others.map(|it| (Choice::Witness(it.id), name(it))).collect()
            }
            Group::Into => self.earlier(env).into_iter().map(|it| (Choice::Into(it.id), told(env, it))).collect(),
            Group::Return => list!(Choice::Return, ReturnReason::ALL),
            Group::Pause => list!(
                Choice::Pause,
                [
                    PauseReason::WaitingForCustomer,
                    PauseReason::WaitingForThirdParty,
                    PauseReason::WaitingForParts,
                    PauseReason::Other
                ]
            ),
            Group::Department => {
                let handles = |it: DepartmentKind| matches!(it, DepartmentKind::Handling | DepartmentKind::Region);
                let own = self.order.filter(|_| draft.open == Some(Ask::Transfer)).map(|it| it.department);
                let all = env.office().departments().filter(|it| it.active && handles(it.kind) && Some(it.id) != own);
                all.map(|it| (Choice::Department(it.id), it.name.to_string())).collect()
            }
            Group::Handler => {
                let open = draft.open;
                let department = match open {
                    Some(Ask::Reassign) => self.order.map(|it| it.department),
                    Some(_) | None => department(draft),
                };
                let before = self.order.filter(|_| open == Some(Ask::Reassign)).and_then(|it| it.handler);
                let people = env.office().people().filter(|it| {
                    it.is(crate::domain::role::Role::DepartmentHandler)
                        && Some(it.department) == department
                        && Some(it.id) != before
                });
                people.map(|it| (Choice::Handler(it.id), name(it))).collect()
            }
            Group::Signatory => {
                self.signatories(env).into_iter().map(|it| (Choice::Signatory(it.id), name(it))).collect()
            }
            Group::Code => list!(Choice::Code, CODES),
            // One request needs no choice.
            Group::Asker if self.complaint.sights.asked().count() < 2 => Vec::new(),
            Group::Asker => {
                let people = self.complaint.sights.asked().map(|it| it.asked.stamp.by);
                people.map(|it| (Choice::Asker(it), crate::ui::part::case_words::person(env, it))).collect()
            }
            Group::Sight => {
                let hours = sight::HOURS.into_iter().map(|it| (Choice::Shown(it), sight::span(env, it)));
                hours.chain([(Choice::NotShown, env.texts.sight_none().to_owned())]).collect()
            }
            Group::FollowKind => list!(Choice::FollowKind, FollowUpKind::ALL),
            Group::Team
            | Group::Tracker
            | Group::Leader
            | Group::Member
            | Group::Owner
            | Group::Improvement
            | Group::FollowUp => self.options_of_oversight(env, draft, group),
        }
    }

    /// The complaints that the case may be a further call of: the same customer's, registered before and open, the
    /// newest first.
    pub(super) fn earlier<'e>(&self, env: &Env<'e>) -> Vec<&'e Complaint> {
        let (customers, id) = (env.books.customers(), self.complaint.id);
        let Some(row) = env.books.row(id) else { return Vec::new() };
        let before = customers.complaints(customers.of_row(row)).into_iter().map(|it| it.id).filter(|it| *it < id);
        let open = |it: &&Complaint| takes_call(it.id, Some(it)).is_ok();
        let mut all: Vec<_> = before.filter_map(|it| env.books.complaint(it)).filter(open).collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.id));
        all
    }

    /// Who may approve the newest plan of the order.
    pub fn approvers<'e>(&self, env: &Env<'e>) -> Vec<&'e Person> {
        self.order.map(|it| env.office().approvers_of(it.department)).unwrap_or_default()
    }

    fn signatories<'e>(&self, env: &Env<'e>) -> Vec<&'e Person> {
        // The managers of the department, or where it has none those who approve for it (D17).
        self.approvers(env)
    }

    /// What is chosen of a group: by the person, or because nothing else can be.
    pub fn chosen(&self, env: &Env<'_>, draft: &Draft, group: Group) -> Option<Choice> {
        let by_hand = draft.chosen(group).last();
        by_hand.or_else(|| match group {
            Group::Contact => Some(Choice::Contact(ContactMethod::Phone)),
            Group::Acceptance => Some(Choice::Acceptance(AcceptanceMethod::Phone)),
            Group::Approval => Some(Choice::Approval(ApprovalMethod::System)),
            Group::Minutes => Some(Choice::Minutes(60)),
            Group::Owner => Some(Choice::Owner(env.me)),
            // A team brings its leader.
            Group::Leader => match draft.chosen(Group::Team).last() {
                Some(Choice::Team(team)) => env.office().team(team).map(|it| Choice::Leader(it.leader)),
                Some(_) | None => None,
            },
            Group::Asker => {
                let mut asked = self.complaint.sights.asked().map(|it| it.asked.stamp.by);
                asked.next().filter(|_| asked.next().is_none()).map(Choice::Asker)
            }
            Group::Approver | Group::Signatory | Group::Improvement | Group::FollowUp | Group::Into => {
                match self.options(env, draft, group).as_slice() {
                    [(only, _)] => Some(*only),
                    _ => None,
                }
            }
            Group::Progress
            | Group::Method
            | Group::Quality
            | Group::Remedy
            | Group::Agreement
            | Group::Witness
            | Group::Return
            | Group::Pause
            | Group::Department
            | Group::Handler
            | Group::Tracker
            | Group::Team
            | Group::Member
            | Group::FollowKind
            | Group::Sight
            | Group::Code => None,
        })
    }

    /// What the forms of 跟进与复查 offer: people, teams, what is still open.
    fn options_of_oversight(&self, env: &Env<'_>, draft: &Draft, group: Group) -> Vec<(Choice, String)> {
        let name = |it: &Person| it.name.to_string();
        match group {
            Group::Team => {
                let all = env.office().teams().filter(|it| it.active);
                all.map(|it| (Choice::Team(it.id), it.name.to_string())).collect()
            }
            Group::Tracker => {
                let now = self.complaint.tracking;
                let all = env.office().people().filter(|it| it.active && it.id != now && follows(it));
                all.map(|it| (Choice::Tracker(it.id), name(it))).collect()
            }
            Group::Leader => {
                let all = env.office().people().filter(|it| it.active);
                all.map(|it| (Choice::Leader(it.id), name(it))).collect()
            }
            Group::Member => {
                let leader = self.chosen(env, draft, Group::Leader);
                let all = env.office().people().filter(|it| it.active && leader != Some(Choice::Leader(it.id)));
                all.map(|it| (Choice::Member(it.id), name(it))).collect()
            }
            Group::Owner => {
                let all = env.office().people().filter(|it| it.active);
                all.map(|it| (Choice::Owner(it.id), name(it))).collect()
            }
            Group::Improvement => {
                let open = (0..).zip(&self.complaint.improvements).filter(|(_, it)| it.finished.is_none());
                open.map(|(place, it)| (Choice::Improvement(place), excerpt(&it.what.measure, CHOICE))).collect()
            }
            Group::FollowUp => {
                let open = (0..).zip(&self.complaint.follow_ups).filter(|(_, it)| it.finished.is_none());
                open.map(|(place, it)| (Choice::FollowUp(place), excerpt(&it.what.words, CHOICE))).collect()
            }
            Group::Progress
            | Group::Minutes
            | Group::Contact
            | Group::Method
            | Group::Quality
            | Group::Remedy
            | Group::Agreement
            | Group::Acceptance
            | Group::Approval
            | Group::Approver
            | Group::Witness
            | Group::Return
            | Group::Pause
            | Group::Department
            | Group::Handler
            | Group::Signatory
            | Group::FollowKind
            | Group::Asker
            | Group::Sight
            | Group::Into
            | Group::Code => Vec::new(),
        }
    }
}

/// `0312-001·待判断·空调不制冷`; without its words where the cloak is on.
fn told(env: &Env<'_>, it: &Complaint) -> String {
    let content = match env.cloak {
        Cloak::On => String::new(),
        Cloak::Off => excerpt(&it.details.content, CHOICE),
    };
    env.texts.joined([it.id.short(), env.texts.name(it.stage).to_owned(), content])
}

pub(super) fn department(draft: &Draft) -> Option<DepartmentId> {
    match draft.chosen(Group::Department).last() {
        Some(Choice::Department(it)) => Some(it),
        Some(_) | None => None,
    }
}

/// Who may follow a case through: the desk and its supervisor (A21).
fn follows(it: &Person) -> bool {
    use crate::domain::role::Role;
    it.is(Role::FrontDesk) || it.is(Role::FrontDeskSupervisor)
}
