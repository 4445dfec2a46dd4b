//! What of some bundles is written, and where: the same answer from every keeper.

use std::collections::HashMap;

use super::envelope::{Bundle, Sheaf};
use super::journal::End;
use super::seal::Seal;
use super::trouble::AppendError;
use super::{LARGEST, Receipt};
use crate::domain::id::{PressId, StreamId};
use crate::domain::record::Version;

/// What a keeper knows of before.
pub(super) trait Known {
    /// The version of a stream.
    fn version(&self, stream: StreamId) -> Result<Version, AppendError>;
    /// What a press has written.
    fn receipt(&self, press: PressId) -> Result<Option<Receipt>, AppendError>;
}

/// Batches that are written together: each whole or not at all, all with one sync.
#[derive(Debug)]
pub(super) struct Group {
    /// Where the log ends once they are written.
    pub end: End,
    /// What is to be written, in order.
    pub sheaves: Vec<Sheaf>,
    /// What to answer once it is, one a bundle.
    pub answers: Vec<Result<Receipt, AppendError>>,
    versions: HashMap<StreamId, Version>,
    presses: HashMap<PressId, Receipt>,
}

impl Group {
    pub(super) fn after(end: End) -> Self {
        Self { end, sheaves: Vec::new(), answers: Vec::new(), versions: HashMap::new(), presses: HashMap::new() }
    }

    /// Judges one more bundle.
    pub(super) fn add(&mut self, bundle: &Bundle, known: &impl Known, seal: &Seal) {
        let answer = self.judge(bundle, known, seal);
        self.answers.push(answer);
    }

    fn judge(&mut self, bundle: &Bundle, known: &impl Known, seal: &Seal) -> Result<Receipt, AppendError> {
        if bundle.pieces.is_empty() {
            return Err(AppendError::Empty);
        }
        check_size(bundle)?;
        let before = match self.presses.get(&bundle.press) {
            Some(receipt) => Some(*receipt),
            None => known.receipt(bundle.press)?,
        };
        if let Some(receipt) = before {
            return Ok(Receipt { repeated: true, ..receipt });
        }
        let actual = self.version(bundle.stream, known)?;
        if actual != bundle.expected {
            return Err(AppendError::Overtaken { expected: bundle.expected, actual });
        }
        for (stream, expected) in bundle.beside.iter().copied() {
            let actual = self.version(stream, known)?;
            if actual != expected {
                return Err(AppendError::OvertakenBeside { stream, expected, actual });
            }
        }
        let sheaf = Sheaf::place(bundle, self.end.head.next(), self.end.link, seal);
        let receipt = Receipt::of(&sheaf);
        self.end = End { head: sheaf.last(), link: sheaf.after() };
        self.versions.insert(sheaf.stream, sheaf.head());
        self.presses.insert(sheaf.press, receipt);
        self.sheaves.push(sheaf);
        Ok(receipt)
    }

    /// Where a stream stands once what was judged so far is written.
    fn version(&self, stream: StreamId, known: &impl Known) -> Result<Version, AppendError> {
        match self.versions.get(&stream) {
            Some(version) => Ok(*version),
            None => known.version(stream),
        }
    }
}

fn check_size(bundle: &Bundle) -> Result<(), AppendError> {
    let bytes: usize = bundle.pieces.iter().map(|it| it.body.len() + it.kind.len()).sum();
    let bytes = bytes as u64;
    let long_kind = bundle.pieces.iter().any(|it| usize::from(u8::MAX) < it.kind.len());
    if LARGEST < bytes || usize::from(u16::MAX) < bundle.pieces.len() || long_kind {
        return Err(AppendError::TooLarge { bytes, limit: LARGEST });
    }
    Ok(())
}
