//! Every rule about changing the office. Only an administrator changes it; the desk submits the month's report and
//! the supervisor files it (A07).

use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId, TeamId};
use crate::domain::month::Month;
use crate::domain::office::calendar_change;
use crate::domain::office::command::{CategoryWords, ChannelWords, Command, DepartmentWords, PersonWords, TeamWords};
use crate::domain::office::directory::{Category, Channel, Department, Person, Presence, Subject, Team};
use crate::domain::office::event::Event;
use crate::domain::office::evolve::evolve;
use crate::domain::office::laws;
use crate::domain::office::month_report::{Checksum, MonthReport};
use crate::domain::office::rejection::Rejection;
use crate::domain::office::{Ctx, Office};
use crate::domain::record::Position;
use crate::domain::text::Prose;

/// Turns a wish into facts, or says why not.
///
/// # Errors
/// No office, no permission, nothing to change, or a law of [`laws`] that would be broken.
pub fn decide(ctx: &Ctx, office: &Office, command: Command) -> Result<Vec<Event>, Rejection> {
    if !office.is_founded() {
        return Err(Rejection::NotFounded);
    }
    permitted(ctx, office, &command)?;
    let event = fact(ctx, office, command)?;
    let mut after = office.clone();
    evolve(&mut after, &event);
    if after == *office {
        return Err(Rejection::NothingChanged);
    }
    let known = laws::broken(office);
    match laws::broken(&after).into_iter().find(|it| !known.contains(it)) {
        Some(law) => Err(law),
        None => Ok(vec![event]),
    }
}

fn permitted(ctx: &Ctx, office: &Office, command: &Command) -> Result<(), Rejection> {
    let actor = office.person(ctx.actor).filter(|it| it.active);
    let of_oneself = matches!(command, Command::SetPresence { person, .. } if *person == ctx.actor);
    let may = command.may();
    if actor.is_some_and(|it| of_oneself || it.roles.has_any(may)) {
        Ok(())
    } else {
        Err(Rejection::NotAllowed { may: may.to_vec() })
    }
}

fn fact(ctx: &Ctx, office: &Office, command: Command) -> Result<Event, Rejection> {
    Ok(match command {
        Command::Rename { name } => Event::Renamed { name },
        Command::AddDepartment(words) => {
            let id = DepartmentId(next(office.departments().map(|it| it.id.0)));
            Event::DepartmentAdded(words.entry(id))
        }
        Command::ChangeDepartment { id, to } => {
            in_use(office, Subject::Department(id))?;
            Event::DepartmentChanged(to.entry(id))
        }
        Command::AddPerson(words) => {
            let id = PersonId(next(office.people().map(|it| it.id.0)));
            Event::PersonAdded(words.entry(id, Presence::Present))
        }
        Command::ChangePerson { id, to } => {
            in_use(office, Subject::Person(id))?;
            let presence = office.person(id).map_or(Presence::Present, |it| it.presence);
            Event::PersonChanged(to.entry(id, presence))
        }
        Command::SetPresence { person, presence } => {
            in_use(office, Subject::Person(person))?;
            Event::PresenceSet { person, presence }
        }
        Command::AddTeam(words) => Event::TeamAdded(words.entry(TeamId(next(office.teams().map(|it| it.id.0))))),
        Command::ChangeTeam { id, to } => {
            in_use(office, Subject::Team(id))?;
            Event::TeamChanged(to.entry(id))
        }
        Command::AddCategory(words) => {
            let id = CategoryId(next(office.categories().map(|it| it.id.0)));
            Event::CategoryAdded(words.entry(id))
        }
        Command::ChangeCategory { id, to } => {
            in_use(office, Subject::Category(id))?;
            if to.parent.is_some()
                && let Some(below) = office.subcategories(id).next()
            {
                return Err(Rejection::TooDeep { category: below.id });
            }
            Event::CategoryChanged(to.entry(id))
        }
        Command::AddChannel(words) => {
            let id = ChannelId(next(office.channels().map(|it| it.id.0)));
            Event::ChannelAdded(words.entry(id))
        }
        Command::ChangeChannel { id, to } => {
            in_use(office, Subject::Channel(id))?;
            Event::ChannelChanged(to.entry(id))
        }
        Command::Retire { what } => match state(office, what)? {
            Use::Active => Event::Retired { what },
            Use::Retired => return Err(Rejection::AlreadyRetired { what }),
        },
        Command::Restore { what } => match state(office, what)? {
            Use::Active => return Err(Rejection::NotRetired { what }),
            Use::Retired => Event::Restored { what },
        },
        Command::SetLimits { mut limits } => {
            limits.edition = office.limits().edition;
            if limits != *office.limits() {
                limits.edition = limits.edition.saturating_add(1);
            }
            Event::LimitsSet(limits)
        }
        Command::SetCalendar { calendar } => match calendar_change::between(office.calendar(), &calendar) {
            Some(changes) => Event::CalendarChanged { changes },
            None => Event::CalendarSet(calendar),
        },
        Command::SetRules { rules } => Event::RulesSet(rules),
        Command::SetScripts { scripts } => Event::ScriptsSet { scripts },
        Command::SetPhrases { phrases } => Event::PhrasesSet { phrases },
        Command::SetForms { forms } => Event::FormsSet(forms),
        Command::SubmitMonthReport { month, checksum, position, note } => {
            submit(ctx, office, Submission { month, checksum, position, note })?
        }
        Command::FileMonthReport { month, checksum, note } => {
            let waiting = waiting(office, month)?;
            if waiting.checksum != checksum {
                return Err(Rejection::ReportReplaced { month, version: waiting.version });
            }
            Event::MonthReportFiled { month, version: waiting.version, checksum, by: ctx.actor, at: ctx.now, note }
        }
        Command::SendBackMonthReport { month, note } => {
            let version = waiting(office, month)?.version;
            Event::MonthReportSentBack { month, version, by: ctx.actor, at: ctx.now, note }
        }
    })
}

struct Submission {
    month: Month,
    checksum: Checksum,
    position: Position,
    note: Option<Prose>,
}

/// A month is reported once it is over; after a version is filed only other, later numbers make the next one.
fn submit(ctx: &Ctx, office: &Office, submission: Submission) -> Result<Event, Rejection> {
    let Submission { month, checksum, position, note } = submission;
    if office.calendar().day_of(ctx.now) <= office.rules().days_of(month).1 {
        return Err(Rejection::MonthNotOver { month });
    }
    if let Some(filed) = office.filed_report(month) {
        if filed.checksum == checksum {
            return Err(Rejection::ReportUnchanged { month, version: filed.version });
        }
        if position < filed.position {
            return Err(Rejection::ReportOutdated { month, version: filed.version });
        }
    }
    if office.waiting_report(month).is_some_and(|it| it.checksum == checksum) {
        return Err(Rejection::NothingChanged);
    }
    let version = office.next_version(month);
    Ok(Event::MonthReportSubmitted { month, version, checksum, position, by: ctx.actor, at: ctx.now, note })
}

fn waiting(office: &Office, month: Month) -> Result<&MonthReport, Rejection> {
    office.waiting_report(month).ok_or(Rejection::NoReportWaiting { month })
}

/// A number that nobody had: what is retired keeps its own.
fn next(taken: impl Iterator<Item = u32>) -> u32 {
    taken.max().unwrap_or(0).saturating_add(1)
}

enum Use {
    Active,
    Retired,
}

fn state(office: &Office, what: Subject) -> Result<Use, Rejection> {
    match office.is_active(what) {
        Some(true) => Ok(Use::Active),
        Some(false) => Ok(Use::Retired),
        None => Err(Rejection::Unknown { what }),
    }
}

fn in_use(office: &Office, what: Subject) -> Result<(), Rejection> {
    match state(office, what)? {
        Use::Active => Ok(()),
        Use::Retired => Err(Rejection::IsRetired { what }),
    }
}

impl DepartmentWords {
    pub(super) fn entry(self, id: DepartmentId) -> Department {
        let Self { name, kind, default_handler } = self;
        Department { id, name, kind, default_handler, active: true }
    }
}

impl PersonWords {
    pub(super) fn entry(self, id: PersonId, presence: Presence) -> Person {
        let Self { name, department, roles, region, approval_limit, deputy, share } = self;
        Person { id, name, department, roles, region, approval_limit, deputy, presence, share, active: true }
    }
}

impl TeamWords {
    pub(super) fn entry(self, id: TeamId) -> Team {
        let Self { name, leader, members } = self;
        Team { id, name, leader, members, active: true }
    }
}

impl CategoryWords {
    pub(super) fn entry(self, id: CategoryId) -> Category {
        let Self { parent, name, route, department, handler, severity, escalation, words } = self;
        Category { id, parent, name, route, department, handler, severity, escalation, words, active: true }
    }
}

impl ChannelWords {
    pub(super) fn entry(self, id: ChannelId) -> Channel {
        let Self { name, kind, owner } = self;
        Channel { id, name, kind, owner, active: true }
    }
}
