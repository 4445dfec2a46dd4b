//! What else can be done about a case from the board, each with the small form that it wants (UI.md 9.4): 退单, 转办,
//! 协办, 换处理人, 催办, 督办, 协调会议, 沟通, 升级, 跟踪责任人, 备注.

mod choices;
mod wish;

use iced::widget::text_editor;

use self::choices::{attendees, first_with};
use super::{Dock, Message, Outcome, Seat, Sending, Work};
use crate::domain::complaint::terms::{ContactMethod, ReturnReason};
use crate::domain::complaint::words::Visibility;
use crate::domain::complaint::{Complaint, Verb};
use crate::domain::id::{ComplaintId, DepartmentId, OrderNo, PersonId};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::part::form::{Meant, is_meant};

pub(super) use self::choices::Crowd;
pub(super) use self::wish::moment;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 退单
    GiveBack,
    /// 转办
    Transfer,
    /// 换处理人
    Reassign,
    /// 协办
    Assist,
    /// 催办, in words of one's own
    Remind,
    /// 督办
    Supervise,
    /// 沟通记录
    Communicate,
    /// 协调会议
    Meet,
    /// 升级
    Escalate,
    /// 跟踪责任人
    AssignTracking,
    /// 复查 (F04)
    Review,
    /// 内部备注
    Note,
}

impl Kind {
    /// What its form and its button are called.
    #[must_use]
    pub fn name(self, texts: &Texts) -> &str {
        // The verb of the domain is the name of an office; what one does is to change who holds it.
        if self == Self::AssignTracking { texts.board_track_checked() } else { texts.name(self.verb()) }
    }

    /// What it is to the domain.
    #[must_use]
    pub const fn verb(self) -> Verb {
        match self {
            Self::GiveBack => Verb::GiveBack,
            Self::Transfer => Verb::Transfer,
            Self::Reassign => Verb::Reassign,
            Self::Assist => Verb::Assist,
            Self::Remind => Verb::Remind,
            Self::Supervise => Verb::Supervise,
            Self::Communicate => Verb::Communicate,
            Self::Meet => Verb::Meet,
            Self::Escalate => Verb::Escalate,
            Self::AssignTracking => Verb::AssignTracking,
            Self::Review => Verb::Review,
            Self::Note => Verb::Note,
        }
    }
}

/// A verb with what is typed and chosen for it.
#[derive(Debug)]
pub(super) struct Deed {
    pub(super) kind: Kind,
    pub(super) order: Option<OrderNo>,
    pub(super) words: text_editor::Content,
    pub(super) line: String,
    pub(super) people: Vec<PersonId>,
    first: Vec<PersonId>,
    pub(super) department: Option<DepartmentId>,
    pub(super) reason: Option<ReturnReason>,
    pub(super) method: ContactMethod,
    pub(super) visibility: Visibility,
    pub(super) when: String,
    pub(super) duties: Vec<Task>,
    /// Who tracks each of the complaints that it is about.
    trackers: Vec<PersonId>,
}

/// Who may read a record.
pub(super) const VISIBILITIES: [Visibility; 2] = [Visibility::Internal, Visibility::Customer];

/// What a department is to do after a meeting, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Task {
    pub(super) department: DepartmentId,
    pub(super) words: String,
    pub(super) due: String,
}

/// What somebody did in the form of a deed.
#[derive(Debug, Clone)]
pub enum Change {
    /// Chose why a work order is given back.
    Reason(ReturnReason),
    /// Chose a department, or took it away.
    Department(DepartmentId),
    /// Chose a person, or took them away.
    Person(PersonId),
    /// Chose who may read it.
    Visibility(Visibility),
    /// Typed when it was.
    When(String),
    /// Typed what a department is to do.
    Duty(usize, String),
    /// Typed until when.
    Due(usize, String),
}

impl Deed {
    fn of(env: &Env<'_>, complaint: &Complaint, (kind, order): (Kind, Option<OrderNo>)) -> Self {
        let people = match kind {
            Kind::Assist => order.and_then(|it| complaint.order(it)).map(|it| it.assistants.clone()),
            Kind::Meet => Some(attendees(env, complaint)),
            Kind::GiveBack
            | Kind::Transfer
            | Kind::Reassign
            | Kind::Remind
            | Kind::Supervise
            | Kind::Communicate
            | Kind::Escalate
            | Kind::AssignTracking
            | Kind::Review
            | Kind::Note => None,
        };
        let people = people.unwrap_or_default();
        let departments: Vec<DepartmentId> =
            complaint.current_orders().filter(|it| it.stage.is_open()).map(|it| it.department).collect();
        let due = env.texts.tomorrow();
        let duty = |department| Task { department, words: String::new(), due: due.to_owned() };
        let line = match kind {
            Kind::Remind => super::super::sending::reminder(env, complaint.id).map(|it| it.words.to_string()),
            Kind::Communicate => first_with(env, complaint, order),
            Kind::GiveBack
            | Kind::Transfer
            | Kind::Reassign
            | Kind::Assist
            | Kind::Supervise
            | Kind::Meet
            | Kind::Escalate
            | Kind::AssignTracking
            | Kind::Review
            | Kind::Note => None,
        };
        Self {
            kind,
            order,
            words: text_editor::Content::new(),
            line: line.unwrap_or_default(),
            first: people.clone(),
            people,
            department: None,
            reason: None,
            method: ContactMethod::Phone,
            visibility: Visibility::Internal,
            when: env.local_now().format("%H:%M").to_string(),
            duties: if kind == Kind::Meet { departments.into_iter().map(duty).collect() } else { Vec::new() },
            trackers: vec![complaint.tracking],
        }
    }

    /// It is done to others, too.
    pub(super) fn also(&mut self, env: &Env<'_>, others: &[ComplaintId]) {
        self.trackers.extend(others.iter().filter_map(|it| env.books.complaint(*it)).map(|it| it.tracking));
    }

    pub(super) fn is_pristine(&self) -> bool {
        let line = matches!(self.kind, Kind::Remind | Kind::Communicate) || self.line.trim().is_empty();
        self.words.text().trim().is_empty()
            && line
            && self.people == self.first
            && self.department.is_none()
            && self.reason.is_none()
            && self.duties.iter().all(|it| it.words.trim().is_empty())
    }

    /// What is asked for, in reading order.
    pub(super) fn seats(&self) -> Vec<Seat> {
        match self.kind {
            Kind::GiveBack => vec![Seat::Reason, Seat::Words],
            Kind::Transfer => vec![Seat::Department, Seat::People, Seat::Words],
            Kind::Reassign => vec![Seat::People, Seat::Line],
            Kind::Assist | Kind::AssignTracking => vec![Seat::People],
            Kind::Remind | Kind::Supervise => vec![Seat::Line],
            Kind::Communicate => vec![Seat::Line, Seat::Method, Seat::Visibility, Seat::Words],
            Kind::Meet => {
                let duties = (0..self.duties.len()).flat_map(|it| [Seat::Duty(it), Seat::Due(it)]);
                [Seat::When, Seat::People, Seat::Department].into_iter().chain(duties).chain([Seat::Words]).collect()
            }
            Kind::Escalate | Kind::Review | Kind::Note => vec![Seat::Words],
        }
    }

    fn change(&mut self, env: &Env<'_>, change: Change) {
        let typed = |before: &mut String, after: String| {
            if is_meant(env, before, &after) == Meant::Yes {
                *before = after;
            }
        };
        match change {
            Change::Reason(reason) => self.reason = Some(reason),
            Change::Department(id) if self.kind == Kind::Meet => {
                if let Some(place) = self.duties.iter().position(|it| it.department == id) {
                    self.duties.remove(place);
                } else {
                    let due = env.texts.tomorrow().to_owned();
                    self.duties.push(Task { department: id, words: String::new(), due });
                }
            }
            Change::Department(id) => {
                self.department = Some(id);
                self.people.clear();
            }
            Change::Person(id) => {
                let there = self.people.iter().position(|it| *it == id);
                match (self.crowd(), there) {
                    (_, Some(place)) => {
                        self.people.remove(place);
                    }
                    (Crowd::One, None) => self.people = vec![id],
                    (Crowd::Many, None) => self.people.push(id),
                }
            }
            Change::Visibility(visibility) => self.visibility = visibility,
            Change::When(when) => typed(&mut self.when, when),
            Change::Duty(place, words) => {
                if let Some(it) = self.duties.get_mut(place) {
                    typed(&mut it.words, words);
                }
            }
            Change::Due(place, due) => {
                if let Some(it) = self.duties.get_mut(place) {
                    typed(&mut it.due, due);
                }
            }
        }
    }
}

impl Dock {
    /// Opens the form of a verb.
    pub(super) fn ask_deed(&mut self, env: &Env<'_>, (kind, order): (Kind, Option<OrderNo>)) -> Outcome {
        let Some(complaint) = env.books.complaint(self.id) else { return Outcome::Nothing };
        self.trouble = None;
        self.sending = Sending::Idle;
        let deed = Deed::of(env, complaint, (kind, order));
        let first = deed.seats().first().copied().unwrap_or(Seat::Submit);
        self.work = Work::Deed(Box::new(deed));
        Outcome::Focus(self.ring.go(first))
    }

    /// The form of a talk with the customer, who has called: only what was said is left to be written.
    pub(super) fn ask_called(&mut self, env: &Env<'_>) -> Outcome {
        let outcome = self.ask_deed(env, (Kind::Communicate, None));
        if let (Work::Deed(deed), Some(complaint)) = (&mut self.work, env.books.complaint(self.id)) {
            deed.line = env.texts.customer(&complaint.details.complainant);
            return Outcome::Focus(self.ring.go(Seat::Words));
        }
        outcome
    }

    pub(super) fn change_deed(&mut self, env: &Env<'_>, change: Change) {
        if let Work::Deed(deed) = &mut self.work {
            deed.change(env, change);
        }
    }

    /// The choice with a number, from 0, where the keyboard is.
    pub(super) fn numbered_in_deed(&self, env: &Env<'_>, place: usize) -> Option<Message> {
        let Work::Deed(deed) = &self.work else { return None };
        let complaint = env.books.complaint(self.id)?;
        let seats = deed.seats();
        let here = self.ring.at().filter(|it| seats.contains(it)).or_else(|| seats.first().copied())?;
        let change = if here == Seat::Reason {
            Change::Reason(*ReturnReason::ALL.get(place)?)
        } else if here == Seat::Department {
            Change::Department(*deed.departments(env, complaint).get(place)?)
        } else if here == Seat::People {
            Change::Person(*deed.candidates(env, complaint).get(place)?)
        } else if here == Seat::Visibility {
            Change::Visibility(*VISIBILITIES.get(place)?)
        } else {
            return None;
        };
        Some(Message::DeedChanged(change))
    }
}
