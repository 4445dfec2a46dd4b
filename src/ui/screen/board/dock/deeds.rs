//! What else can be done about a case from the board, each with the small form that it wants (UI.md 9.4): 退单, 转办,
//! 协办, 换处理人, 催办, 督办, 协调会议, 沟通, 升级, 跟踪责任人, 备注.

use iced::widget::text_editor;

use super::targets;
use super::{Dock, Message, Outcome, Seat, Sending, Wish, Work};
use crate::domain::complaint::terms::{ContactMethod, ReturnReason};
use crate::domain::complaint::words::{Assignment, Communication, Duty, Meeting, Visibility};
use crate::domain::complaint::{Command, Complaint, Verb};
use crate::domain::id::{ComplaintId, DepartmentId, OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::DepartmentKind;
use crate::domain::role::Role;
use crate::domain::text::{Line, Prose};
use crate::ui::env::Env;
use crate::ui::part::case_words;
use crate::ui::part::form::{Meant, is_meant};
use crate::ui::part::typed_time::{self, Lean};

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

/// Who is to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Crowd {
    One,
    Many,
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

    /// How many people are chosen.
    pub(super) fn crowd(&self) -> Crowd {
        match self.kind {
            Kind::Transfer | Kind::Reassign | Kind::AssignTracking => Crowd::One,
            Kind::GiveBack
            | Kind::Assist
            | Kind::Remind
            | Kind::Supervise
            | Kind::Communicate
            | Kind::Meet
            | Kind::Escalate
            | Kind::Review
            | Kind::Note => Crowd::Many,
        }
    }

    /// Who can be chosen.
    pub(super) fn candidates(&self, env: &Env<'_>, complaint: &Complaint) -> Vec<PersonId> {
        let office = env.office();
        let order = self.order.and_then(|it| complaint.order(it));
        let active = || office.people().filter(|it| it.active);
        match self.kind {
            Kind::Transfer => self.department.map(|it| targets::handlers(env, it)).unwrap_or_default(),
            Kind::Reassign => {
                let own = order.map(|it| targets::handlers(env, it.department)).unwrap_or_default();
                own.into_iter().filter(|it| order.and_then(|it| it.handler) != Some(*it)).collect()
            }
            Kind::Assist => {
                let helps = |it: &&crate::domain::office::Person| {
                    it.roles.has_any(&[Role::DepartmentHandler, Role::DepartmentManager])
                        && order.and_then(|it| it.handler) != Some(it.id)
                };
                active().filter(helps).map(|it| it.id).collect()
            }
            Kind::AssignTracking => active()
                .filter(|it| it.roles.has_any(&[Role::FrontDesk, Role::FrontDeskSupervisor]))
                .filter(|it| self.trackers.iter().any(|tracker| *tracker != it.id))
                .map(|it| it.id)
                .collect(),
            Kind::Meet => {
                let departments: Vec<DepartmentId> = self.duties.iter().map(|it| it.department).collect();
                let of = |it: &&crate::domain::office::Person| {
                    departments.contains(&it.department)
                        || it.roles.has_any(&[Role::FrontDesk, Role::FrontDeskSupervisor, Role::EscalationManager])
                };
                active().filter(of).map(|it| it.id).collect()
            }
            Kind::GiveBack
            | Kind::Remind
            | Kind::Supervise
            | Kind::Communicate
            | Kind::Escalate
            | Kind::Review
            | Kind::Note => Vec::new(),
        }
    }

    /// The departments that can be chosen.
    pub(super) fn departments(&self, env: &Env<'_>, complaint: &Complaint) -> Vec<DepartmentId> {
        let works = |kind| matches!(kind, DepartmentKind::Handling | DepartmentKind::Region);
        let busy = |id: DepartmentId| complaint.current_orders().any(|it| it.stage.is_open() && it.department == id);
        let all = env.office().departments().filter(|it| it.active && works(it.kind)).map(|it| it.id);
        all.filter(|it| self.kind == Kind::Meet || !busy(*it)).collect()
    }

    /// What is still missing, in words.
    pub(super) fn missing<'a>(&self, env: &Env<'a>) -> Option<&'a str> {
        let texts = env.texts;
        let no_words = Prose::new(&self.words.text()).is_err();
        let no_line = Line::new(&self.line).is_err();
        match self.kind {
            Kind::GiveBack if self.reason.is_none() => Some(texts.board_missing_return_reason()),
            Kind::Transfer if self.department.is_none() => Some(texts.board_missing_target()),
            Kind::Reassign | Kind::AssignTracking if self.people.is_empty() => Some(texts.board_missing_person()),
            Kind::Assist if self.people == self.first => Some(texts.board_missing_assistants()),
            Kind::Communicate if no_line => Some(texts.board_missing_with()),
            Kind::Meet if moment(env, &self.when, Lean::Past).is_none() => Some(texts.board_missing_when()),
            Kind::Meet if self.people.is_empty() => Some(texts.board_missing_attendees()),
            Kind::Meet if self.duties.is_empty() => Some(texts.board_missing_duties()),
            Kind::Meet => self
                .duties
                .iter()
                .any(|it| Line::new(&it.words).is_err() || moment(env, &it.due, Lean::Future).is_none())
                .then(|| texts.board_missing_duty()),
            Kind::Reassign | Kind::Remind => no_line.then(|| texts.board_missing_line()),
            Kind::Assist | Kind::AssignTracking | Kind::Supervise => None,
            Kind::GiveBack | Kind::Transfer | Kind::Communicate | Kind::Escalate | Kind::Review | Kind::Note => {
                no_words.then(|| texts.board_missing_said())
            }
        }
    }

    /// The command, and what is said when it is done.
    pub(super) fn wish(&self, env: &Env<'_>, complaint: &Complaint) -> Option<Wish> {
        let texts = env.texts;
        let number = complaint.id.short();
        let prose = || Prose::new(&self.words.text()).ok();
        let line = || Line::new(&self.line).ok();
        let person = |id: PersonId| texts.person(env.office(), id);
        let names = |all: &[PersonId]| texts.list(all.iter().map(|it| person(*it)));
        let department = |id: DepartmentId| case_words::department(env, id);
        let of = |order: Option<OrderNo>| {
            order.and_then(|it| complaint.order(it)).map(|it| department(it.department)).unwrap_or_default()
        };
        let (command, said) = match self.kind {
            Kind::GiveBack => {
                let (order, reason, words) = (self.order?, self.reason?, prose()?);
                (Command::GiveBack { order, reason, words }, texts.board_given_back(number, texts.name(reason)))
            }
            Kind::Transfer => {
                let to = self.department?;
                let handler = self.people.first().copied();
                let to_whom = Assignment { department: to, handler, assistants: Vec::new() };
                let command = Command::Transfer { order: self.order?, to: to_whom, reason: prose()? };
                (command, texts.board_transferred(department(to), number))
            }
            Kind::Reassign => {
                let handler = *self.people.first()?;
                let command = Command::Reassign { order: self.order?, handler, reason: line()? };
                (command, texts.board_reassigned(number, person(handler)))
            }
            Kind::Assist => {
                let command = Command::Assist { order: self.order?, assistants: self.people.clone() };
                (command, texts.board_assisted(names(&self.people), number))
            }
            Kind::Remind => {
                (Command::Remind { order: self.order?, words: line()? }, texts.board_reminded(number, of(self.order)))
            }
            Kind::Supervise => {
                let command = Command::Supervise { order: self.order?, words: line() };
                (command, texts.board_supervised(of(self.order), number))
            }
            Kind::Communicate => {
                let (with, method, words) = (line()?, self.method, prose()?);
                let said = texts.board_communicated(number, with.to_string());
                (Command::Communicate(Communication { with, method, words, visibility: self.visibility }), said)
            }
            Kind::Meet => {
                let command = Command::Meet(self.meeting(env)?);
                (command, texts.board_met(self.duties.len(), number))
            }
            Kind::Escalate => (Command::Escalate { reason: prose()? }, texts.board_escalated(number)),
            Kind::AssignTracking => {
                let person = *self.people.first()?;
                let name = texts.person(env.office(), person);
                let said = match self.trackers.iter().filter(|it| **it != person).count() {
                    0 | 1 => texts.board_tracked(name, number),
                    several => texts.board_tracked_all(several, name),
                };
                (Command::AssignTracking { person }, said)
            }
            Kind::Review => (Command::Review { words: prose()? }, texts.board_reviewed(number)),
            Kind::Note => (Command::Note { words: prose()? }, texts.board_noted(number)),
        };
        Some(Wish { commands: vec![command], said })
    }

    fn meeting(&self, env: &Env<'_>) -> Option<Meeting> {
        let duty = |it: &Task| {
            let (words, due) = (Line::new(&it.words).ok()?, moment(env, &it.due, Lean::Future)?);
            Some(Duty { department: it.department, words, due })
        };
        let duties = self.duties.iter().map(duty).collect::<Option<Vec<Duty>>>()?;
        let held = moment(env, &self.when, Lean::Past)?;
        Some(Meeting { held, attendees: self.people.clone(), duties, words: Prose::new(&self.words.text()).ok() })
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

/// An instant as it was typed.
pub(super) fn moment(env: &Env<'_>, typed: &str, lean: Lean) -> Option<Moment> {
    let local = typed_time::read(env.texts, typed, env.local_now(), lean)?;
    Some(env.calendar().moment(local))
}

/// Who has a part in it, and who leads those who have.
fn attendees(env: &Env<'_>, complaint: &Complaint) -> Vec<PersonId> {
    let mut all: Vec<PersonId> = vec![env.me];
    let handlers = complaint.current_orders().filter(|it| it.stage.is_open()).filter_map(|it| it.handler);
    for id in handlers.chain([complaint.tracking]) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

/// With whom one would talk about a work order.
fn first_with(env: &Env<'_>, complaint: &Complaint, order: Option<OrderNo>) -> Option<String> {
    let order = order.and_then(|it| complaint.order(it)).or_else(|| complaint.current_orders().next())?;
    Some(match order.handler {
        Some(it) => case_words::person(env, it),
        None => case_words::department(env, order.department).to_owned(),
    })
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
