//! What lies in the folder of files, held against what the complaints name (B22).

use std::collections::BTreeMap;

use super::attachments::Attachments;
use super::refused::NotKept;
use crate::books::Books;
use crate::domain::complaint::words::Attachment;
use crate::domain::id::ComplaintId;

/// What was found among the files of an office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inventory {
    /// So many files are named by complaints and whole.
    pub whole: usize,
    /// Files that a complaint names and that cannot be read, by complaint.
    pub bad: Vec<Bad>,
    /// So many files nobody names: from drafts, those in work and those that were given up. They are kept.
    pub unnamed: usize,
    /// The bytes that they take.
    pub unnamed_bytes: u64,
}

/// A file that a complaint names and that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Who names it.
    pub complaint: ComplaintId,
    /// What it is said to be.
    pub file: Attachment,
    /// What is wrong: it is missing, damaged, or of another size than was said, or the disk does not give it.
    pub trouble: NotKept,
}

impl Attachments {
    /// Reads every file that a complaint names, and counts those that nobody names. Nothing is changed. On this very
    /// thread.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn take_stock(&self, books: &Books) -> Result<Inventory, NotKept> {
        let mut unnamed = self.blobs().all()?;
        let mut known = BTreeMap::new();
        let mut inventory = Inventory::default();
        let named = books.complaints().flat_map(|it| it.attachments.iter().map(|file| (it.id, &file.what)));
        for (complaint, file) in named {
            let found = *known.entry((file.hash.as_str(), file.bytes)).or_insert_with(|| self.find(file));
            if let Ok(id) = file.hash.parse() {
                unnamed.remove(&id);
            }
            match found {
                Ok(()) => inventory.whole += 1,
                Err(trouble) => inventory.bad.push(Bad { complaint, file: file.clone(), trouble }),
            }
        }
        inventory.unnamed = unnamed.len();
        inventory.unnamed_bytes = unnamed.values().sum();
        Ok(inventory)
    }
}
