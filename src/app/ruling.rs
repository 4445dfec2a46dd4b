//! From commands to the facts of one batch: each command is decided on what the one before it made.

use crate::domain::complaint::{self, Complaint, Details, Entry, Stamp};
use crate::domain::customer::{self, Customer, Numbers, RestHours};
use crate::domain::id::{ComplaintId, CustomerId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::{self, Office};
use crate::domain::record::Fact;

/// Who asks, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub by: PersonId,
    pub at: Moment,
}

/// What is known besides the complaint: the office, and when the customer rests as his or her file says (E12).
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub office: &'a Office,
    pub rests: &'a [RestHours],
}

impl Asked {
    const fn ctx(self, around: Around<'_>) -> complaint::Ctx<'_> {
        complaint::Ctx { office: around.office, actor: self.by, now: self.at, rests: around.rests }
    }

    const fn stamp(self) -> Stamp {
        Stamp { at: self.at, by: self.by }
    }
}

/// The facts of a registration and what is to follow at once.
pub(super) fn registered(
    around: Around<'_>,
    asked: Asked,
    id: ComplaintId,
    (details, then): (Box<Details>, Vec<complaint::Command>),
) -> Result<Vec<Fact>, complaint::Rejection> {
    let mut entries = complaint::register(&asked.ctx(around), id, details)?;
    let mut born = entries.iter();
    let complaint = born.next().and_then(|it| Complaint::born(it, asked.stamp()));
    // A registration begins with what makes a complaint; `domain` proves it.
    let Some(mut complaint) = complaint else { return Err(complaint::Rejection::NoSuchComplaint) };
    for it in born {
        complaint.apply(it, asked.stamp());
    }
    entries.extend(decided(around, asked, complaint, then)?);
    Ok(facts(entries))
}

/// The facts of commands to a complaint.
pub(super) fn on_complaint(
    around: Around<'_>,
    asked: Asked,
    complaint: Complaint,
    commands: Vec<complaint::Command>,
) -> Result<Vec<Fact>, complaint::Rejection> {
    decided(around, asked, complaint, commands).map(facts)
}

fn decided(
    around: Around<'_>,
    asked: Asked,
    mut complaint: Complaint,
    commands: Vec<complaint::Command>,
) -> Result<Vec<Entry>, complaint::Rejection> {
    let mut made = Vec::new();
    for command in commands {
        let entries = complaint::decide(&asked.ctx(around), &complaint, command)?;
        for it in &entries {
            complaint.apply(it, asked.stamp());
        }
        made.extend(entries);
    }
    Ok(made)
}

fn facts(entries: Vec<Entry>) -> Vec<Fact> {
    entries.into_iter().map(Fact::Complaint).collect()
}

/// The facts of a new file and what is to follow at once.
pub(super) fn opened(
    (office, numbers): (&Office, &Numbers),
    asked: Asked,
    id: CustomerId,
    commands: Vec<customer::Command>,
) -> Result<Vec<Fact>, customer::Rejection> {
    let ctx = customer::Ctx { office, actor: asked.by, now: asked.at, numbers };
    let mut commands = commands.into_iter();
    let Some(customer::Command::Open { profile }) = commands.next() else {
        return Err(customer::Rejection::OpenFirst);
    };
    let mut events = customer::open(&ctx, id, profile)?;
    let customer = events.first().and_then(|it| Customer::born(it, asked.stamp()));
    let customer = customer.ok_or(customer::Rejection::OpenFirst)?;
    events.extend(kept(&ctx, asked, customer, commands.collect())?);
    Ok(events.into_iter().map(Fact::Customer).collect())
}

/// The facts of commands to a file.
pub(super) fn on_customer(
    (office, numbers): (&Office, &Numbers),
    asked: Asked,
    customer: Customer,
    commands: Vec<customer::Command>,
) -> Result<Vec<Fact>, customer::Rejection> {
    let ctx = customer::Ctx { office, actor: asked.by, now: asked.at, numbers };
    Ok(kept(&ctx, asked, customer, commands)?.into_iter().map(Fact::Customer).collect())
}

fn kept(
    ctx: &customer::Ctx<'_>,
    asked: Asked,
    mut customer: Customer,
    commands: Vec<customer::Command>,
) -> Result<Vec<customer::Event>, customer::Rejection> {
    let mut made = Vec::new();
    for command in commands {
        let events = customer::decide(ctx, &customer, command)?;
        for it in &events {
            customer.apply(it, asked.stamp());
        }
        made.extend(events);
    }
    Ok(made)
}

/// The facts of commands to the office.
pub(super) fn on_office(
    office: &Office,
    asked: Asked,
    commands: Vec<office::Command>,
) -> Result<Vec<Fact>, office::Rejection> {
    let ctx = office::Ctx { actor: asked.by, now: asked.at };
    let mut office = office.clone();
    let mut made = Vec::new();
    for command in commands {
        let events = office::decide(&ctx, &office, command)?;
        for it in &events {
            office::evolve(&mut office, it);
        }
        made.extend(events);
    }
    Ok(made.into_iter().map(Fact::Office).collect())
}
