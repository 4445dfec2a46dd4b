//! Files that only discarded drafts had attached go, where somebody asks for it (`redress tidy`).
//!
//! - What any fact of the log or any draft on this machine names stays, whatever its shape: the bytes are searched, not
//!   what this program makes of them.
//! - What was kept lately stays: it may belong to what is being typed.
//! - Where one fact or one draft cannot be read nothing goes at all.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::SystemTime;

use super::house::House;
use super::refused::NotKept;
use crate::domain::moment::Moment;
use crate::domain::record::Position;
use crate::store::blob::{BlobId, named_in};
use crate::store::drafts::everything;
use crate::store::{Keeper as _, Seal, wait};

/// Younger files than this never go, whatever is asked for.
pub const YOUNGEST: chrono::Days = chrono::Days::new(7);

/// So many facts are read at once.
const PAGE: usize = 4_096;

/// Whether files go, or are only counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Nothing is changed.
    Look,
    /// They are taken away for good.
    Remove,
}

/// What was found, or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tidied {
    /// So many files are old enough and named by nobody.
    pub files: usize,
    /// The bytes that they take.
    pub bytes: u64,
    /// So many more are named by nobody, but too young.
    pub young: usize,
}

/// Why nothing went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTidied {
    /// The log or the folder cannot be read, or a file cannot be taken away.
    NotKept(NotKept),
    /// Drafts that cannot be read may name any file.
    Drafts(Vec<PathBuf>),
}

impl<T: Into<NotKept>> From<T> for NotTidied {
    fn from(trouble: T) -> Self {
        Self::NotKept(trouble.into())
    }
}

impl House {
    /// Files that nobody names and that were kept before a day long enough ago: counted, or taken away. The office is
    /// open here alone, so nobody attaches one meanwhile. On this very thread; reads the whole log.
    ///
    /// # Errors
    /// [`NotTidied`]; with it nothing went, or what came before the file that the disk would not give up.
    pub fn tidy(&self, now: Moment, days: chrono::Days, how: How) -> Result<Tidied, NotTidied> {
        let named = self.named()?;
        let blobs = self.files();
        let mut tidied = Tidied::default();
        let before = now.checked_sub_days(days.max(YOUNGEST)).map_or(SystemTime::UNIX_EPOCH, SystemTime::from);
        for (id, bytes) in blobs.all()?.into_iter().filter(|(id, _)| !named.contains(id)) {
            // A file from the future was kept by a clock that is wrong now or was then.
            if before <= blobs.kept_at(id)? {
                tidied.young += 1;
                continue;
            }
            if how == How::Remove {
                blobs.remove(id)?;
            }
            tidied.files += 1;
            tidied.bytes += bytes;
        }
        Ok(tidied)
    }

    /// Every file that a fact or a draft names.
    fn named(&self) -> Result<BTreeSet<BlobId>, NotTidied> {
        let mut named = BTreeSet::new();
        let mut at = Position::START;
        loop {
            let page = wait(self.log.past(at, PAGE))?;
            let Some(last) = page.last() else { break };
            at = last.position;
            for envelope in page {
                // What cannot be opened may name any file.
                let piece = envelope.piece.ok_or(NotKept::Unreadable { position: envelope.position })?;
                named.extend(named_in(&piece.body));
            }
        }
        let drafts = everything(&self.log.folder().drafts(), &Seal::Open)?;
        if !drafts.unreadable.is_empty() {
            return Err(NotTidied::Drafts(drafts.unreadable));
        }
        named.extend(drafts.drafts.iter().flat_map(|it| named_in(it)));
        Ok(named)
    }
}
