//! Why something was not done, and what to do next: every refusal has words in every language.

use super::Texts;
use crate::app::NotKept;

impl Texts {
    /// Why the log could not keep or read.
    #[must_use]
    pub fn not_kept(&self, trouble: NotKept) -> String {
        match trouble {
            NotKept::DiskFull => self.refused_not_kept_disk_full().to_owned(),
            NotKept::TooLarge => self.refused_not_kept_too_large().to_owned(),
            NotKept::Failed => self.refused_not_kept_failed().to_owned(),
            NotKept::Closed => self.refused_not_kept_closed().to_owned(),
            NotKept::Unreadable { position } => self.refused_not_kept_unreadable(position.0.to_string()),
            NotKept::Lost { first, last } => self.refused_not_kept_lost(first.0.to_string(), last.0.to_string()),
            NotKept::FileMissing => self.refused_not_kept_file_missing().to_owned(),
            NotKept::FileDamaged => self.refused_not_kept_file_damaged().to_owned(),
        }
    }
}
