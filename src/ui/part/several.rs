//! What was not done of several that were wished at once: which, and why.

use crate::app::{Refused, Several};
use crate::domain::id::ComplaintId;
use crate::ui::env::Env;

/// So many numbers stand by themselves; more are counted.
const NAMED: usize = 6;
/// So many reasons are told; more are counted.
const TOLD: usize = 3;

/// For a note beside what was wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotDone {
    /// Which.
    pub title: String,
    /// Why, a line a reason.
    pub words: String,
    /// Which, to wish it once more.
    pub left: Vec<ComplaintId>,
    /// Whether the same wish may be written at the next try: it was no rule that refused it, and nobody was quicker.
    pub again: Again,
}

/// Whether trying once more makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// The log or the disk was in the way.
    Yes,
    /// The rules were.
    No,
}

impl Again {
    /// Whether the same wish may be written at the next try.
    #[must_use]
    pub const fn of(refused: &Refused) -> Self {
        match refused {
            Refused::NotKept(_) => Self::Yes,
            Refused::Complaint(_)
            | Refused::Customer(_)
            | Refused::Office(_)
            | Refused::Overtaken { .. }
            | Refused::Nothing
            | Refused::NotPractice
            | Refused::BeforeLastFact { .. } => Self::No,
        }
    }
}

/// What was not done of several complaints; `None`: all was.
#[must_use]
pub fn not_done(env: &Env<'_>, several: &Several<ComplaintId>) -> Option<NotDone> {
    let reasons = several.by_reason();
    let left: Vec<ComplaintId> = reasons.iter().flat_map(|(all, _)| all.iter().copied()).collect();
    let (_, first) = reasons.first()?;
    let words = if reasons.len() == 1 {
        env.texts.refused(first, env.office())
    } else {
        let told = reasons.iter().take(TOLD);
        let mut lines: Vec<String> = told
            .map(|(all, why)| env.texts.several_reason(numbers(env, all), env.texts.refused(why, env.office())))
            .collect();
        let more: usize = reasons.iter().skip(TOLD).map(|(all, _)| all.len()).sum();
        if 0 < more {
            lines.push(env.texts.several_more_reasons(more));
        }
        lines.join("\n")
    };
    let again = if reasons.iter().all(|(_, it)| Again::of(it) == Again::Yes) { Again::Yes } else { Again::No };
    Some(NotDone { title: env.texts.board_refused(numbers(env, &left)), words, left, again })
}

/// 1123-001、1123-004, or 12 件.
fn numbers(env: &Env<'_>, all: &[ComplaintId]) -> String {
    if all.len() <= NAMED {
        env.texts.list(all.iter().map(|it| it.short()))
    } else {
        env.texts.several_count(all.len())
    }
}
