//! What one acknowledged command costs, beside what the disk asks at the least and what SQLite asks.
//!
//! Interleaved in one run on one disk: a raw append and sync of the same bytes, the log, and the same logical write in
//! SQLite (WAL, `synchronous=FULL`). Goals: at most 1.5 × the raw append; less than SQLite. Prints medians and ratios.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench that cannot go on stops; its output is its result"
)]

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::DateTime;
use redress::domain::complaint::{Entry, Event};
use redress::domain::id::{ComplaintId, PersonId, PressId, StreamId};
use redress::domain::record::{Fact, Version};
use redress::domain::text::Prose;
use redress::store::{Batch, Embedded, EventLog, Keeper, Seal, wait, wire};
use rusqlite::{Connection, params};
use uuid::Uuid;

const ROUNDS: u32 = 600;
const WARM_UP: usize = 100;
const WORDS: &str = "客户来电：空调制冷效果差，维修师傅上门两次仍未解决，要求更换压缩机或退货，请尽快安排。";

/// The next command: two facts to one of many complaints.
fn batch(round: u32) -> Batch {
    let noted = Entry { event: Event::Noted { words: Prose::new(WORDS).unwrap() }, clocks: Vec::new() };
    let packed = (20_260_312_u64 << 32) | u64::from(round % 200 + 1);
    Batch {
        stream: StreamId::Complaint(ComplaintId::unpacked(packed).unwrap()),
        expected: Version(round / 200 * 2),
        beside: Vec::new(),
        press: PressId(Uuid::now_v7()),
        at: DateTime::from_timestamp_millis(1_773_273_600_000 + i64::from(round)).unwrap(),
        by: PersonId(7),
        facts: vec![Fact::Complaint(noted.clone()), Fact::Complaint(noted)],
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

struct Sqlite(Connection);

impl Sqlite {
    fn open(path: &Path) -> Self {
        let db = Connection::open(path).unwrap();
        db.execute_batch(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
             CREATE TABLE facts (position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, version INTEGER NOT NULL,
                 at INTEGER NOT NULL, author INTEGER NOT NULL, press BLOB NOT NULL, kind TEXT NOT NULL,
                 format INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (stream, version));
             CREATE TABLE presses (press BLOB PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;",
        )
        .unwrap();
        Self(db)
    }

    /// The same logical write: look for the press, check the version, write facts and press, all or nothing.
    fn append(&mut self, batch: &Batch) {
        let bundle = wire::bundle(batch).unwrap();
        let StreamId::Complaint(complaint) = bundle.stream else { return };
        let stream = i64::try_from(complaint.packed()).unwrap();
        let press = bundle.press.0.into_bytes();
        let work = self.0.transaction().unwrap();
        let seen: u32 = work
            .prepare_cached("SELECT count(*) FROM presses WHERE press = ?")
            .unwrap()
            .query_row([press], |it| it.get(0))
            .unwrap();
        assert_eq!(seen, 0);
        let version: u32 = work
            .prepare_cached("SELECT coalesce(max(version), 0) FROM facts WHERE stream = ?")
            .unwrap()
            .query_row([stream], |it| it.get(0))
            .unwrap();
        assert_eq!(version, bundle.expected.0);
        let mut insert = work
            .prepare_cached(
                "INSERT INTO facts (stream, version, at, author, press, kind, format, body) VALUES (?,?,?,?,?,?,?,?)",
            )
            .unwrap();
        for (piece, version) in bundle.pieces.iter().zip(version + 1..) {
            let at = bundle.at.timestamp_millis();
            insert
                .execute(params![stream, version, at, bundle.by.0, press, piece.kind, piece.format, piece.body])
                .unwrap();
        }
        drop(insert);
        let position = work.last_insert_rowid();
        work.prepare_cached("INSERT INTO presses VALUES (?, ?)").unwrap().execute(params![press, position]).unwrap();
        work.commit().unwrap();
    }
}

fn length_of_journal(root: &Path) -> u64 {
    // Behind the last frame are zeros.
    let written = |bytes: Vec<u8>| bytes.iter().rposition(|it| *it != 0).map_or(0, |it| it as u64 + 1);
    fs::read_dir(root.join("journal")).unwrap().map(|it| written(fs::read(it.unwrap().path()).unwrap())).sum()
}

/// The median and the tenth percentile, in microseconds. On a busy machine the latter is closer to what the disk asks.
fn summed(times: &mut [Duration]) -> [f64; 2] {
    times.sort();
    [times.len() / 2, times.len() / 10].map(|it| times[it].as_secs_f64() * 1e6)
}

fn main() {
    let folder = tempfile::tempdir_in(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| ".".into())).unwrap();
    let office = folder.path().join("office");
    let log = Embedded::create(&office, Seal::Open).unwrap().log;
    let before = length_of_journal(&office);
    wait(log.append(batch(0))).unwrap();
    let bytes = vec![0xA5; usize::try_from(length_of_journal(&office) - before).unwrap()];
    let mut raw: File = OpenOptions::new().create_new(true).append(true).open(folder.path().join("raw")).unwrap();
    let mut sqlite = Sqlite::open(&folder.path().join("sqlite"));
    sqlite.append(&batch(0));
    let [mut appends, mut acknowledged, mut settled, mut transactions] = [const { Vec::new() }; 4];
    for round in 1..ROUNDS {
        let batch = batch(round);
        // Who comes first changes, so that nobody always profits from an idle disk.
        for turn in 0..3 {
            match (round + turn) % 3 {
                0 => appends.push(timed(|| {
                    raw.write_all(&bytes).unwrap();
                    raw.sync_data().unwrap();
                })),
                1 => transactions.push(timed(|| sqlite.append(&batch))),
                _ => {
                    let begin = Instant::now();
                    wait(log.append(batch.clone())).unwrap();
                    acknowledged.push(begin.elapsed());
                    // Answered once the database is synced too: what a second command in the same instant waits for.
                    assert!(wait(log.put(Vec::new())).is_empty());
                    settled.push(begin.elapsed());
                }
            }
        }
    }
    let peers = [
        ("raw append + sync", &mut appends),
        ("acknowledged", &mut acknowledged),
        ("acknowledged, database synced", &mut settled),
        ("SQLite, WAL, FULL", &mut transactions),
    ];
    let peers = peers.map(|(name, times)| (name, summed(&mut times[WARM_UP..])));
    println!("{} bytes a command, {ROUNDS} commands", bytes.len());
    for (place, percentile) in ["median", "10th percentile"].into_iter().enumerate() {
        println!("{percentile}");
        let [(_, raw), .., (_, sqlite)] = peers;
        for (name, times) in peers {
            let one = times[place];
            println!("  {name:30} {one:7.0} µs  {:6.2} × raw  {:6.2} × SQLite", one / raw[place], one / sqlite[place]);
        }
    }
}
