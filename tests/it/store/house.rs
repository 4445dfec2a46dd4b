//! Offices to kill, cut and damage.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use redress::domain::id::{ComplaintId, PersonId, PressId, StreamId};
use redress::domain::record::{Position, Version};
use redress::store::envelope::{Bundle, Envelope, Piece};
use redress::store::report::Report;
use redress::store::{Embedded, Keeper, OpenError, Seal, wait};
use tempfile::TempDir;
use uuid::Uuid;

/// The stream of a complaint.
pub fn stream(sequence: u32) -> StreamId {
    let packed = (20_260_312_u64 << 32) | u64::from(sequence);
    StreamId::Complaint(ComplaintId::unpacked(packed).unwrap())
}

/// A batch of `count` facts, each of which says which of how many it is.
pub fn bundle(sequence: u32, expected: u32, count: usize, padding: usize) -> Bundle {
    let piece = |place: usize| Piece {
        kind: "law.tested".into(),
        format: 1,
        body: format!("{place} of {count} {}", "投".repeat(padding)).into_bytes(),
    };
    Bundle {
        stream: stream(sequence),
        expected: Version(expected),
        beside: Vec::new(),
        press: PressId(Uuid::now_v7()),
        at: DateTime::from_timestamp_millis(1_773_273_600_123).unwrap(),
        by: PersonId(7),
        pieces: (1..=count).map(piece).collect(),
    }
}

/// An office with some facts, closed in order, and what is in it.
pub struct House {
    pub root: TempDir,
    pub facts: Vec<Envelope>,
}

impl House {
    /// An office with `batches` batches of one to three facts in three complaints.
    pub fn with(batches: u32) -> Self {
        let root = tempfile::tempdir().unwrap();
        let log = Embedded::create(root.path(), Seal::Open).unwrap().log;
        let mut versions = [0; 3];
        let bundles = (0..batches).map(|it| {
            let version = &mut versions[it as usize % 3];
            let count = 1 + it % 3;
            *version += count;
            bundle(it % 3 + 1, *version - count, count as usize, 4)
        });
        assert!(wait(log.put(bundles.collect())).iter().all(Result::is_ok));
        let facts = all(&log);
        drop(log);
        Self { root, facts }
    }

    /// A copy of it in a folder of its own.
    pub fn copy(&self) -> Self {
        let root = tempfile::tempdir().unwrap();
        copy_folder(self.root.path(), root.path());
        Self { root, facts: self.facts.clone() }
    }

    /// A copy that looks as if the program had been killed.
    pub fn killed(&self) -> Self {
        let copy = self.copy();
        fs::remove_file(copy.root.path().join("clean")).unwrap();
        copy
    }

    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.path().join(inside)
    }

    pub fn open(&self) -> Result<(Embedded, Report), OpenError> {
        open(self.root.path())
    }

    /// The files of the journal, oldest first.
    pub fn segments(&self) -> Vec<PathBuf> {
        let mut found: Vec<_> = fs::read_dir(self.path("journal")).unwrap().map(|it| it.unwrap().path()).collect();
        found.sort();
        found
    }

    /// The last file of the journal.
    pub fn segment(&self) -> PathBuf {
        self.segments().pop().unwrap()
    }

    /// Everything is there again, in both copies, and stays there.
    #[track_caller]
    pub fn is_whole(&self) -> Report {
        let (log, report) = self.open().unwrap();
        assert_eq!(report.lost, [], "{report:?}");
        assert!(all(&log) == self.facts, "{report:?}");
        let verification = wait(log.verify(|_| ())).unwrap();
        assert!(verification.is_sound(), "{verification:?} after {report:?}");
        drop(log);
        let (log, again) = self.open().unwrap();
        assert_eq!(again.repairs, [], "mended twice after {report:?}");
        assert!(all(&log) == self.facts);
        report
    }
}

pub fn open(root: &Path) -> Result<(Embedded, Report), OpenError> {
    Embedded::open(root, Seal::Open, &mut |_| ()).map(|it| (it.log, it.report))
}

pub fn all(log: &Embedded) -> Vec<Envelope> {
    wait(log.past(Position::START, usize::MAX)).unwrap()
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}
