//! A practice office on the disk.

use std::path::Path;
use std::sync::Arc;

use super::{Broken, Plan, year};
use crate::app::now::Now;
use crate::app::opening::{Opened, Progress, Step, open};
use crate::app::refused::{NotKept, NotOpened};
use crate::domain::office;
use crate::store::{AppendError, Embedded, EventLog, Seal, wait};

/// So many batches with one sync: a power cut among more has cost a database (DESIGN 5).
const AT_ONCE: usize = 40;

/// Why there is no practice office.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Failed {
    /// The stories.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// The disk.
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
}

/// Makes a practice office in a folder that holds none, and opens it. Blocks.
///
/// # Errors
/// See [`Failed`].
pub fn fill(
    folder: &Path,
    now: Arc<dyn Now>,
    (founding, plan): (Vec<office::Event>, &Plan),
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, Failed> {
    let batches = year(founding, plan)?;
    let log = Embedded::create(folder, Seal::Open).map_err(NotOpened::from)?.log;
    let (mut done, total) = (0, batches.len());
    for some in batches.chunks(AT_ONCE) {
        let written = wait(log.append_many(some.to_vec())).into_iter().collect::<Result<Vec<_>, AppendError>>();
        written.map_err(|it| NotOpened::NotKept(NotKept::from(it)))?;
        done += some.len();
        progress(Progress { step: Step::Reading, done: done as u64, total: Some(total as u64) });
    }
    wait(log.settle()).map_err(|it| NotOpened::NotKept(NotKept::from(it)))?;
    drop(log);
    Ok(open(folder, now, progress)?)
}
