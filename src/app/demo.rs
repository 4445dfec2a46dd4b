//! The practice year (演练): a believable company's complaints, made by real commands of invented people.
//!
//! - Nothing here makes a fact by hand: every one comes out of `register` or `decide`, so a practice office obeys every
//!   rule that a real one obeys.
//! - The same plan makes the same facts, press ids included.
//! - What people say is Simplified Chinese, whatever language the office was founded in.

mod births;
mod cast;
mod errand;
mod files;
mod filing;
mod fill;
mod hours;
mod life;
mod phrases;
mod staged;
mod story;
mod walk;

use crate::domain::complaint::Rejection;
use crate::domain::customer;
use crate::domain::moment::Moment;
use crate::domain::office::{self, Office};
use crate::domain::record::{Fact, PROGRAM, Version};
use crate::domain::text::TextError;
use crate::store::Batch;

use births::Birth;
pub use fill::{Failed, fill};
use life::{Life, Stop};
use phrases::Phrases;
pub use walk::{Stopped, Walked, walk};

/// What is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many calls, inquiries among them.
    pub complaints: u32,
    /// Over how many months back.
    pub months: u32,
    /// The same seed makes the same facts.
    pub seed: u64,
    /// The instant at which the year ends; what is open then has its clocks running.
    pub until: Moment,
}

/// A fault of the stories: a phrase that does not fit, a step that the rules refuse. Tests rule it out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Broken {
    /// The phrases cannot be read.
    #[error("the phrases of the practice office cannot be read: {0}")]
    Phrases(String),
    /// A phrase is empty or too long.
    #[error("a phrase of the practice office does not fit: {0}")]
    Phrase(#[from] TextError),
    /// The rules refuse a step of a story.
    #[error("the practice office breaks a rule of complaints: {0:?}")]
    Complaint(Rejection),
    /// The rules refuse a customer file.
    #[error("the practice office breaks a rule of customer files: {0:?}")]
    Customer(customer::Rejection),
    /// The rules refuse the office.
    #[error("the practice office breaks a rule of offices: {0:?}")]
    Office(office::Rejection),
    /// The office lacks somebody or something that a story needs.
    #[error("the practice office has no {0}")]
    Lacks(&'static str),
}

/// The whole year as batches, in the order of time. The first founds the office.
///
/// # Errors
/// [`Broken`].
pub fn year(founding: Vec<office::Event>, plan: &Plan) -> Result<Vec<Batch>, Broken> {
    let mut office = Office::default();
    for it in &founding {
        office::evolve(&mut office, it);
    }
    let phrases = Phrases::read()?;
    let births = births::births(&office, plan);
    let mut dice = births::dice(plan.seed, u64::MAX);
    let opening = births.first().map_or(plan.until, |it| it.at).min(plan.until);
    let mut batches = vec![Batch {
        stream: crate::domain::id::StreamId::Office,
        expected: Version::NONE,
        beside: Vec::new(),
        press: births::press(&mut dice),
        at: opening - chrono::Duration::hours(1),
        by: PROGRAM,
        facts: founding.into_iter().map(Fact::Office).collect(),
    }];
    let mut callers = Vec::new();
    for birth in &births {
        let mut life = Life::new((&office, &phrases), birth, plan);
        match tell(&mut life, birth, &callers) {
            Ok(()) | Err(Stop::Later) => {}
            Err(Stop::Broken(broken)) => return Err(broken),
        }
        callers.extend(life.caller(birth.at));
        batches.append(&mut life.batches);
    }
    batches.extend(files::kept(&callers, (&office, &phrases), plan)?);
    // Stable: the batches of one complaint stay in their order.
    batches.sort_by_key(|it| it.at);
    filing::filed(batches, &office, plan)
}

fn tell(life: &mut Life<'_>, birth: &Birth, callers: &[life::Caller]) -> Result<(), Stop> {
    match birth.staged {
        Some(scene) => life.play(scene, callers),
        None => life.run(callers),
    }
}
