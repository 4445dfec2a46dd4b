//! From commands to the facts of one batch: each command is decided on what the one before it made.

use crate::domain::complaint::{self, Complaint, Details, Entry, Stamp};
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::{self, Office};
use crate::domain::record::Fact;

/// Who asks, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub by: PersonId,
    pub at: Moment,
}

impl Asked {
    const fn ctx(self, office: &Office) -> complaint::Ctx<'_> {
        complaint::Ctx { office, actor: self.by, now: self.at }
    }

    const fn stamp(self) -> Stamp {
        Stamp { at: self.at, by: self.by }
    }
}

/// The facts of a registration and what is to follow at once.
pub(super) fn registered(
    office: &Office,
    asked: Asked,
    id: ComplaintId,
    (details, then): (Box<Details>, Vec<complaint::Command>),
) -> Result<Vec<Fact>, complaint::Rejection> {
    let mut entries = complaint::register(&asked.ctx(office), id, details)?;
    let mut born = entries.iter();
    let complaint = born.next().and_then(|it| Complaint::born(it, asked.stamp()));
    // A registration begins with what makes a complaint; `domain` proves it.
    let Some(mut complaint) = complaint else { return Err(complaint::Rejection::NoSuchComplaint) };
    for it in born {
        complaint.apply(it, asked.stamp());
    }
    entries.extend(decided(office, asked, complaint, then)?);
    Ok(facts(entries))
}

/// The facts of commands to a complaint.
pub(super) fn on_complaint(
    office: &Office,
    asked: Asked,
    complaint: Complaint,
    commands: Vec<complaint::Command>,
) -> Result<Vec<Fact>, complaint::Rejection> {
    decided(office, asked, complaint, commands).map(facts)
}

fn decided(
    office: &Office,
    asked: Asked,
    mut complaint: Complaint,
    commands: Vec<complaint::Command>,
) -> Result<Vec<Entry>, complaint::Rejection> {
    let mut made = Vec::new();
    for command in commands {
        let entries = complaint::decide(&asked.ctx(office), &complaint, command)?;
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
