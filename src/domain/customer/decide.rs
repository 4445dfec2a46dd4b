//! Every rule about customer files.

use super::event::{Command, Event, Verb};
use super::file::{Customer, Profile};
use super::numbers::Numbers;
use super::rejection::Rejection;
use crate::domain::clock;
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::{Office, Person};
use crate::domain::role::Role;

/// So many telephone numbers fit into a file.
pub const MOST_PHONES: usize = 8;
/// So many tags fit into a file.
pub const MOST_TAGS: usize = 12;

/// Who asks, when, in which office, and what is known of all files.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The office as it is now.
    pub office: &'a Office,
    /// Who asks.
    pub actor: PersonId,
    /// When.
    pub now: Moment,
    /// All files.
    pub numbers: &'a Numbers,
}

/// The birth of a file.
///
/// # Errors
/// The actor may not; the profile is wrong.
pub fn open(ctx: &Ctx<'_>, id: CustomerId, profile: Box<Profile>) -> Result<Vec<Event>, Rejection> {
    may(ctx.office, ctx.actor, Verb::Open)?;
    check(&profile)?;
    Ok(vec![Event::Opened { id, profile }])
}

/// The facts that follow from a command, in order; they belong into one batch.
///
/// # Errors
/// A [`Rejection`] that says what stands in the way. Nothing has happened then.
pub fn decide(ctx: &Ctx<'_>, customer: &Customer, command: Command) -> Result<Vec<Event>, Rejection> {
    match command.verb() {
        // Who was given leave to read the file may read all of it, and that is recorded.
        Verb::Reveal if customer.sights.shown_until(ctx.actor, ctx.now).is_some() => {
            member(ctx.office, ctx.actor)?;
        }
        verb => may(ctx.office, ctx.actor, verb)?,
    }
    match (&command, customer.into) {
        (Command::Unmerge | Command::Reveal { .. } | Command::AnswerSight { .. }, _) | (_, None) => {}
        (_, Some(into)) => return Err(Rejection::MergedInto { into: ctx.numbers.principal(into) }),
    }
    let event = match command {
        Command::Open { .. } => return Err(Rejection::OpenFirst),
        Command::Change { profile } => {
            check(&profile)?;
            changed(*profile == customer.profile)?;
            Event::Changed { profile }
        }
        Command::Assign { owner } => {
            changed(owner == customer.owner.map(|it| it.person))?;
            owner.map(|it| keeper(ctx, it)).transpose()?;
            Event::Assigned { owner, clock: owner.map(|_| first_contact(ctx)) }
        }
        Command::Note { words } => Event::Noted { words },
        Command::Contact { method, words } => Event::Contacted { method, words },
        Command::Merge { into } => merge(ctx, customer, into)?,
        Command::Unmerge if customer.into.is_none() => return Err(Rejection::NotMerged),
        Command::Unmerge => Event::Unmerged,
        Command::TellApart { other } => {
            other_file(ctx, customer, other)?;
            changed(customer.apart.contains(&other))?;
            Event::ToldApart { other }
        }
        Command::Reveal { purpose } => Event::Revealed { purpose },
        Command::AskSight { reason } => {
            customer.sights.may_ask(ctx.actor, ctx.now)?;
            Event::SightAsked { reason }
        }
        Command::AnswerSight { person, ruling } => {
            Event::SightAnswered { person, answer: customer.sights.ruled((person, ruling), ctx.now)? }
        }
    };
    Ok(vec![event])
}

/// Whether somebody could do something with customer files, as far as roles tell. Buttons are drawn from it.
///
/// # Errors
/// The same [`Rejection`] that [`decide`] would give before it looks at the file.
pub fn may(office: &Office, actor: PersonId, verb: Verb) -> Result<(), Rejection> {
    let person = member(office, actor)?;
    let may = person.roles.iter().any(|it| it.may_keep(verb));
    if may { Ok(()) } else { Err(Rejection::NotAllowed { verb }) }
}

fn member(office: &Office, actor: PersonId) -> Result<&Person, Rejection> {
    office.person(actor).filter(|it| it.active).ok_or(Rejection::NotAMember { person: actor })
}

/// T13: frozen as of now, whatever the limits become.
fn first_contact(ctx: &Ctx<'_>) -> clock::Move {
    clock::start(ctx.office.calendar(), ctx.office.limits(), ClockName::FirstContact, None, ctx.now)
}

/// L17: kept by a named person, of the front desk.
fn keeper(ctx: &Ctx<'_>, person: PersonId) -> Result<(), Rejection> {
    let keeps = |it: &&Person| it.is(Role::FrontDesk) || it.is(Role::FrontDeskSupervisor);
    ctx.office.person(person).filter(keeps).map(|_| ()).ok_or(Rejection::NotAKeeper { person })
}

/// Merging is a decision of a person, and nothing is copied: undone, both files are as they were.
fn merge(ctx: &Ctx<'_>, customer: &Customer, into: CustomerId) -> Result<Event, Rejection> {
    other_file(ctx, customer, into)?;
    let principal = ctx.numbers.principal(into);
    if principal == customer.id {
        return Err(Rejection::Circle);
    }
    if principal != into {
        return Err(Rejection::OtherIsMerged { into: principal });
    }
    Ok(Event::Merged { into })
}

fn other_file(ctx: &Ctx<'_>, customer: &Customer, other: CustomerId) -> Result<(), Rejection> {
    if other == customer.id {
        return Err(Rejection::SameFile);
    }
    if ctx.numbers.knows(other) { Ok(()) } else { Err(Rejection::NoSuchFile { id: other }) }
}

fn changed(same: bool) -> Result<(), Rejection> {
    if same { Err(Rejection::NothingChanged) } else { Ok(()) }
}

fn check(profile: &Profile) -> Result<(), Rejection> {
    if profile.phones.is_empty() || MOST_PHONES < profile.phones.len() {
        return Err(Rejection::Phones { most: MOST_PHONES });
    }
    let twice = |(place, it): (usize, &super::Phone)| {
        profile.phones.iter().take(place).any(|earlier| earlier.main() == it.main())
    };
    if profile.phones.iter().enumerate().any(twice) {
        return Err(Rejection::PhoneTwice);
    }
    if profile.email.as_ref().is_some_and(|it| !is_email(it)) {
        return Err(Rejection::Email);
    }
    if profile.rests.is_some_and(|it| it.from == it.until) {
        return Err(Rejection::RestHours);
    }
    let tag_twice = profile.tags.iter().enumerate().any(|(place, it)| profile.tags.iter().take(place).any(|e| e == it));
    if MOST_TAGS < profile.tags.len() || tag_twice {
        return Err(Rejection::Tags { most: MOST_TAGS });
    }
    Ok(())
}

/// Something, one @, something with a dot inside; no blanks.
fn is_email(text: &str) -> bool {
    let (name, host) = text.rsplit_once('@').unwrap_or_default();
    let dotted = host.split('.').count() > 1 && host.split('.').all(|it| !it.is_empty());
    !name.is_empty() && !name.contains('@') && dotted && !text.contains(char::is_whitespace)
}
