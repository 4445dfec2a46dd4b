//! Drafts: what is typed is never lost (UI.md 1, 9.3). Each is kept by the press that will send it, so that a draft
//! that comes back after a crash cannot be registered twice.
//!
//! What a draft looks like is the business of the screen that it belongs to; here it is kept and found again.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::refused::NotKept;
use crate::domain::id::PressId;
use crate::store::blob::BlobError;
use crate::store::drafts::Drawer;

/// The drafts of one person on this machine. Clones share the order of what was asked: an older wish never overtakes
/// a newer one, however the threads run.
#[derive(Debug, Clone)]
pub struct Drafts {
    drawer: Drawer,
    order: Arc<Order>,
}

/// Who asked first.
#[derive(Debug, Default)]
struct Order {
    asked: AtomicU64,
    done: Mutex<HashMap<PressId, u64>>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// What can be read, in the order in which it was begun.
    pub drafts: Vec<(PressId, T)>,
    /// What could not be read: where each file lies now. Nothing was deleted.
    pub aside: Vec<String>,
}

impl Drafts {
    pub(super) fn of(drawer: Drawer) -> Self {
        Self { drawer, order: Arc::default() }
    }

    /// Keeps a draft in the place of its older self. Done means on disk.
    ///
    /// # Errors
    /// Why it is not; the older self is whole.
    pub fn keep<T: Serialize>(
        &self,
        id: PressId,
        draft: &T,
    ) -> impl Future<Output = Result<(), NotKept>> + Send + use<T> {
        let bytes = rmp_serde::to_vec_named(draft);
        self.in_turn(id, move |drawer| match bytes {
            Ok(bytes) => drawer.keep(id, &bytes),
            Err(cause) => Err(BlobError::Io(cause.to_string())),
        })
    }

    /// Takes a draft away: it was registered, or its author wants it no more.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn remove(&self, id: PressId) -> impl Future<Output = Result<(), NotKept>> + Send + use<> {
        self.in_turn(id, move |drawer| drawer.remove(id))
    }

    fn in_turn<W>(&self, id: PressId, work: W) -> impl Future<Output = Result<(), NotKept>> + Send + use<W>
    where
        W: FnOnce(&Drawer) -> Result<(), BlobError> + Send + 'static,
    {
        let Self { drawer, order } = self.clone();
        let turn = order.asked.fetch_add(1, Ordering::Relaxed) + 1;
        apart(move || {
            let mut done = order.done.lock().unwrap_or_else(PoisonError::into_inner);
            if done.get(&id).is_some_and(|it| turn < *it) {
                return Ok(());
            }
            work(&drawer)?;
            done.insert(id, turn);
            Ok(())
        })
    }

    /// Everything that was kept; what cannot be read is set aside and named.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn all<T: DeserializeOwned + Send + 'static>(
        &self,
    ) -> impl Future<Output = Result<Found<T>, NotKept>> + Send + use<T> {
        let drawer = self.drawer.clone();
        apart(move || read(&drawer))
    }
}

fn read<T: DeserializeOwned>(drawer: &Drawer) -> Result<Found<T>, BlobError> {
    let contents = drawer.contents()?;
    let (mut drafts, mut aside) = (Vec::new(), contents.aside);
    for kept in contents.drafts {
        match rmp_serde::from_slice(&kept.bytes) {
            Ok(draft) => drafts.push((kept.id, draft)),
            Err(cause) => {
                tracing::warn!(%cause, "a draft of another shape");
                aside.push(drawer.set_aside(kept.id)?);
            }
        }
    }
    Ok(Found { drafts, aside: aside.iter().map(|it| it.display().to_string()).collect() })
}

/// Asks the disk on another thread.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T, BlobError> + Send + 'static) -> Result<T, NotKept> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done?),
        Err(cause) => {
            tracing::error!(%cause, "a thread that asked the disk");
            Err(NotKept::Failed)
        }
    }
}
