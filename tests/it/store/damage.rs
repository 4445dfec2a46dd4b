//! Files that were cut, changed or deleted: what was acknowledged is there again, or the loss is named.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use redress::domain::record::Position;
use redress::store::checkpoint::{Checkpoint, Refused};
use redress::store::report::{Closed, Loss, Repair};
use redress::store::trouble::Part;
use redress::store::verify::{Bad, Fault};
use redress::store::{AppendError, Embedded, Keeper, OpenError, ReadError, Seal, wait};

use super::house::{self, House, all};

const MARK: [u8; 4] = [0xF5, b'R', b'D', 0xFF];

/// Where the frames of a segment begin.
fn frames(bytes: &[u8]) -> Vec<usize> {
    (0..bytes.len()).filter(|&it| bytes[it..].starts_with(&MARK)).collect()
}

fn flip(path: &Path, place: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[place] ^= 0x10;
    fs::write(path, bytes).unwrap();
}

fn kinds(repairs: &[Repair]) -> Vec<&'static str> {
    let kind = |it: &Repair| match it {
        Repair::TailCut { .. } => "tail cut",
        Repair::CaughtUp { .. } => "caught up",
        Repair::JournalCompleted { .. } => "journal completed",
        Repair::JournalRewritten { .. } => "journal rewritten",
        Repair::DatabaseRebuilt { .. } => "database rebuilt",
        Repair::IdentityRewritten { .. } => "identity rewritten",
    };
    repairs.iter().map(kind).collect()
}

#[test]
fn an_orderly_office_opens_without_a_word() {
    let report = House::with(9).is_whole();
    assert_eq!(report.closed, Closed::Orderly);
    assert!(report.is_quiet() && report.repairs.is_empty());
}

#[test]
fn a_killed_office_is_read_whole_and_needs_nothing() {
    let report = House::with(9).killed().is_whole();
    assert_eq!((report.closed, report.repairs), (Closed::Abruptly, vec![]));
}

#[test]
fn a_tail_cut_at_any_byte_is_whole_again_from_the_database() {
    let house = House::with(7);
    let bytes = fs::read(house.segment()).unwrap();
    let last = frames(&bytes).pop().unwrap();
    for cut in last..bytes.len() {
        let house = house.killed();
        fs::write(house.segment(), &bytes[..cut]).unwrap();
        let report = house.is_whole();
        let expected: &[_] = if cut == last { &["journal completed"] } else { &["tail cut", "journal completed"] };
        assert_eq!(kinds(&report.repairs), expected, "cut at {cut}");
    }
}

#[test]
fn zeros_that_were_written_ahead_are_no_damage_and_what_was_torn_among_them_is_cut() {
    let house = House::with(7);
    let bytes = fs::read(house.segment()).unwrap();
    let last = frames(&bytes).pop().unwrap();
    for cut in (last..=bytes.len()).step_by(7).chain([last + 1, bytes.len() - 1, bytes.len()]) {
        let house = house.killed();
        let mut ahead = bytes[..cut].to_vec();
        ahead.resize(bytes.len() + 5_000, 0);
        fs::write(house.segment(), &ahead).unwrap();
        let report = house.is_whole();
        let expected: &[_] = match cut {
            _ if cut == last => &["journal completed"],
            _ if cut == bytes.len() => &[],
            _ => &["tail cut", "journal completed"],
        };
        assert_eq!(kinds(&report.repairs), expected, "zeros after {cut}");
    }
}

#[test]
fn a_tail_cut_at_any_byte_without_a_database_ends_at_the_last_whole_batch_and_says_so() {
    let house = House::with(7);
    let bytes = fs::read(house.segment()).unwrap();
    let last = frames(&bytes).pop().unwrap();
    let kept = house.facts.len() - 1;
    for cut in last + 1..bytes.len() {
        let house = house.killed();
        fs::write(house.segment(), &bytes[..cut]).unwrap();
        fs::remove_dir_all(house.path("sled")).unwrap();
        let (log, report) = house.open().unwrap();
        assert_eq!(all(&log), house.facts[..kept], "cut at {cut}");
        // Zeros at the end might have been written ahead.
        let bytes = bytes[last..cut].iter().rposition(|it| *it != 0).unwrap() as u64 + 1;
        let cut = Repair::TailCut { after: Position(kept as u64), bytes, loss: Loss::Possible };
        assert_eq!(report.repairs[0], cut);
        assert!(!report.is_quiet());
        // What is written next takes the place of what was torn.
        let answers = wait(log.put(vec![house::bundle(9, 0, 1, 0)]));
        assert_eq!(answers[0].as_ref().unwrap().first, Position(kept as u64 + 1));
    }
}

#[test]
fn a_hole_among_batches_that_were_never_synced_is_cut_off() {
    let mut house = House::with(5);
    // Twelve batches with one sync, which the power cut: the database has not heard of them.
    let kept = house.killed();
    let (log, _) = house.open().unwrap();
    assert!(wait(log.put((20..32).map(|it| house::bundle(it, 0, 1, 40)).collect())).iter().all(Result::is_ok));
    drop(log);
    let bytes = fs::read(house.segment()).unwrap();
    let begin = fs::read(kept.segment()).unwrap().len();
    let later: Vec<_> = frames(&bytes).into_iter().filter(|it| begin <= *it).collect();
    assert_eq!(later.len(), 12);
    for (whole, hole) in [(0, 0..1), (0, 0..11), (3, 3..5), (7, 7..11)] {
        let house = kept.copy();
        let mut torn = bytes.clone();
        torn[later[hole.start]..later[hole.end]].fill(0);
        fs::write(house.segment(), &torn).unwrap();
        let (log, report) = house.open().unwrap();
        assert_eq!(report.lost, []);
        assert_eq!(all(&log).len(), house.facts.len() + whole, "{report:?}");
        assert!(report.is_quiet(), "{report:?}");
        assert!(wait(log.verify(|_| ())).unwrap().is_sound());
    }
    // The same hole in what was synced is damage, and the database has it.
    house = house.killed();
    let (log, _) = house.open().unwrap();
    assert!(wait(log.put(vec![house::bundle(40, 0, 1, 0)]))[0].is_ok());
    house.facts = all(&log);
    drop(log);
    let mut bytes = fs::read(house.segment()).unwrap();
    bytes[later[3]..later[5]].fill(0);
    fs::write(house.segment(), &bytes).unwrap();
    assert_eq!(kinds(&house.killed().is_whole().repairs), ["journal rewritten"]);
}

#[test]
fn a_database_behind_the_journal_is_caught_up() {
    let house = House::with(7);
    let old = house.killed();
    let (log, _) = house.open().unwrap();
    assert!(wait(log.put((20..90).map(|it| house::bundle(it, 0, 2, 900)).collect())).iter().all(Result::is_ok));
    let facts = all(&log);
    drop(log);
    fs::remove_dir_all(house.path("sled")).unwrap();
    fs::rename(old.path("sled"), house.path("sled")).unwrap();
    let house = House { facts, ..house };
    let (first, last) = (old.facts.last().unwrap().position.next(), house.facts.last().unwrap().position);
    assert_eq!(house.is_whole().repairs, [Repair::CaughtUp { first, last }]);
}

#[test]
fn a_byte_changed_anywhere_in_the_journal_is_mended_from_the_database() {
    let house = House::with(6);
    let length = fs::read(house.segment()).unwrap().len();
    for place in (0..length).step_by(5) {
        let killed = house.killed();
        flip(&killed.segment(), place);
        assert_ne!(killed.is_whole().repairs, [], "byte {place}");
        let closed = house.copy();
        flip(&closed.segment(), place);
        assert_ne!(closed.is_whole().repairs, [], "byte {place}");
    }
}

#[test]
fn bytes_changed_in_the_database_never_give_wrong_facts() {
    let house = House::with(60);
    let length = fs::read(house.path("sled/db")).unwrap().len();
    let mut random = ChaCha8Rng::seed_from_u64(7);
    for _ in 0..25 {
        // Most of the file is empty; half of the flips go where the facts are.
        let place =
            if random.random() { random.random_range(0..length) } else { random.random_range(0..length.min(40_000)) };
        let killed = house.killed();
        flip(&killed.path("sled/db"), place);
        killed.is_whole();
        let closed = house.copy();
        flip(&closed.path("sled/db"), place);
        let (log, report) = closed.open().unwrap();
        match wait(log.past(Position::START, usize::MAX)) {
            Ok(facts) => assert!(facts == house.facts, "byte {place}: {report:?}"),
            Err(ReadError::Broken(_)) => {
                drop(log);
                closed.is_whole();
            }
            Err(other) => panic!("byte {place}: {other}"),
        }
    }
}

#[test]
fn a_database_cut_short_is_built_anew() {
    let house = House::with(60);
    let bytes = fs::read(house.path("sled/db")).unwrap();
    for cut in [0, 1, 500, 20_000, bytes.len() / 2, bytes.len() - 1] {
        let house = house.killed();
        fs::write(house.path("sled/db"), &bytes[..cut]).unwrap();
        house.is_whole();
    }
}

#[test]
fn half_a_snapshot_of_the_database_does_no_harm() {
    let house = House::with(5).killed();
    fs::write(house.path("sled/snap.00000000000000FF.generating"), b"half").unwrap();
    assert_eq!(house.is_whole().repairs, []);
}

#[test]
fn a_deleted_journal_is_written_from_the_database() {
    for house in [House::with(40), House::with(40).killed()] {
        fs::remove_dir_all(house.path("journal")).unwrap();
        assert_eq!(kinds(&house.is_whole().repairs), ["journal rewritten"]);
    }
}

#[test]
fn a_deleted_database_is_built_from_the_journal() {
    for house in [House::with(40), House::with(40).killed()] {
        fs::remove_dir_all(house.path("sled")).unwrap();
        assert_eq!(kinds(&house.is_whole().repairs), ["database rebuilt"]);
    }
}

#[test]
fn a_deleted_identity_is_known_from_the_journal_or_the_database() {
    let house = House::with(3);
    for also in [None, Some("journal")] {
        let house = house.copy();
        let (log, _) = house.open().unwrap();
        let office = log.office();
        drop(log);
        fs::remove_file(house.path("office.redress")).unwrap();
        if let Some(also) = also {
            fs::remove_dir_all(house.path(also)).unwrap();
        }
        assert_eq!(kinds(&house.is_whole().repairs)[0], "identity rewritten");
        assert_eq!(house.open().unwrap().0.office(), office);
    }
    let garbled = house.copy();
    flip(&garbled.path("office.redress"), 12);
    let report = garbled.is_whole();
    assert!(matches!(&report.repairs[..], [Repair::IdentityRewritten { aside: Some(aside) }] if aside.exists()));
}

#[test]
fn both_deleted_is_a_named_loss() {
    let house = House::with(10);
    let last = house.facts.last().unwrap().position;
    let killed = house.killed();
    for house in [&house, &killed] {
        fs::remove_dir_all(house.path("journal")).unwrap();
        fs::remove_dir_all(house.path("sled")).unwrap();
    }
    let (log, report) = house.open().unwrap();
    assert_eq!(report.lost, [(Position(1), last)]);
    assert_eq!(wait(log.past(Position::START, 9)), Err(ReadError::Lost { first: Position(1), last }));
    let next = wait(log.put(vec![house::bundle(1, 0, 1, 0)]))[0].clone().unwrap();
    assert_eq!(next.first, last.next(), "no number is given twice");
    assert_eq!(wait(log.past(last, 9)).unwrap().len(), 1);
    // Without the mark of an orderly close nobody knows what there was.
    assert!(matches!(killed.open(), Err(OpenError::Damaged { part: Part::Journal, .. })));
}

#[test]
fn damage_in_both_loses_only_what_it_names() {
    let house = House::with(40);
    let mut random = ChaCha8Rng::seed_from_u64(11);
    for round in 0..12 {
        let house = house.killed();
        let length = fs::read(house.segment()).unwrap().len();
        for _ in 0..2 {
            flip(&house.segment(), random.random_range(78..length));
        }
        if round % 3 == 0 {
            fs::remove_dir_all(house.path("sled")).unwrap();
        } else {
            for _ in 0..30 {
                flip(&house.path("sled/db"), random.random_range(0..20_000));
            }
        }
        let (log, report) = house.open().unwrap();
        let mut found = Vec::new();
        let mut from = Position::START;
        loop {
            match wait(log.past(from, usize::MAX)) {
                Ok(facts) if facts.is_empty() => break,
                Ok(facts) => {
                    from = facts.last().unwrap().position;
                    found.extend(facts);
                }
                Err(ReadError::Lost { first, last }) => {
                    assert!(report.lost.contains(&(first, last)), "round {round}: {report:?}");
                    from = last;
                }
                Err(other) => panic!("round {round}: {other}"),
            }
        }
        let cut = report.repairs.iter().find_map(|it| match it {
            Repair::TailCut { after, loss: Loss::Possible, .. } => Some(*after),
            _ => None,
        });
        for fact in &house.facts {
            let named = report.lost.iter().any(|(first, last)| (*first..=*last).contains(&fact.position));
            let doubted = cut.is_some_and(|after| after < fact.position);
            assert!(found.contains(fact) || named || doubted, "round {round}: {} in {report:?}", fact.position.0);
        }
        assert!(found.iter().all(|it| house.facts.contains(it)), "round {round}");
        assert!(wait(log.verify(|_| ())).unwrap().is_sound(), "round {round}");
    }
}

#[test]
fn a_journal_of_several_segments_is_one_log() {
    let house = House::with(3);
    let (log, _) = house.open().unwrap();
    for sequence in 10..30 {
        let answers = wait(log.put(vec![house::bundle(sequence, 0, 2, 170_000)]));
        assert!(answers[0].is_ok());
    }
    let house = House { facts: all(&log), ..house };
    drop(log);
    assert_eq!(house.segments().len(), 3);
    assert_eq!(house.is_whole().repairs, []);
    assert_eq!(house.killed().is_whole().repairs, []);
    fs::remove_file(&house.segments()[1]).unwrap();
    assert_eq!(kinds(&house.killed().is_whole().repairs), ["journal rewritten"]);
}

#[test]
fn a_changed_fact_is_found_and_named() {
    let house = House::with(40);
    let (log, _) = house.open().unwrap();
    let path = house.segment();
    let mut bytes = fs::read(&path).unwrap();
    let begin = frames(&bytes)[10];
    let end = frames(&bytes)[11];
    bytes[end - 1] ^= 1;
    let sum = crc32fast::hash(&[&bytes[begin + 4..begin + 8], &bytes[begin + 12..end]].concat());
    bytes[begin + 8..begin + 12].copy_from_slice(&sum.to_le_bytes());
    fs::write(&path, bytes).unwrap();
    let verification = wait(log.verify(|_| ())).unwrap();
    // Batches of 1, 2, 3 facts: ten of them hold 19, the eleventh two.
    let bad = Bad { position: Position(22), fault: Fault::BrokenLink };
    assert_eq!((verification.journal.bad, verification.database.bad), (Some(bad), None));
    assert_eq!(verification.first_bad(), Some(bad));
    drop(log);
    assert_eq!(kinds(&house.is_whole().repairs), ["journal rewritten"]);
}

#[test]
fn a_full_disk_refuses_whole_batches_and_takes_them_once_there_is_room() {
    let house = House::with(5);
    let (log, _) = house.open().unwrap();
    let (head, begin) = (log.head(), fs::read(house.segment()).unwrap().len());
    // More than any disk has: it counts as full.
    log.leave(u64::MAX / 2);
    let bundles: Vec<_> = (40..43).map(|it| house::bundle(it, 0, 2, 40)).collect();
    for answer in wait(log.put(bundles.clone())) {
        assert_eq!(answer, Err(AppendError::Full));
    }
    assert_eq!((log.head(), fs::read(house.segment()).unwrap().len()), (head, begin), "nothing was written");
    assert_eq!(all(&log), house.facts, "reading goes on");
    log.leave(0);
    assert!(wait(log.put(bundles.clone())).iter().all(|it| it.as_ref().is_ok_and(|it| !it.repeated)));
    drop(log);
    let (log, report) = house.open().unwrap();
    assert!(report.is_quiet());
    assert_eq!(log.head(), Position(head.0 + 6));
    // The same presses again are not written twice.
    assert!(wait(log.put(bundles)).iter().all(|it| it.as_ref().is_ok_and(|it| it.repeated)));
}

#[test]
fn a_second_opening_is_told_that_it_is_open() {
    let house = House::with(2);
    let (log, _) = house.open().unwrap();
    let folder = house.root.path().to_owned();
    assert_eq!(house.open().err(), Some(OpenError::Locked { folder: folder.clone() }));
    assert_eq!(Embedded::create(&folder, Seal::Open).err(), Some(OpenError::Locked { folder: folder.clone() }));
    drop(log);
    house.is_whole();
    assert_eq!(Embedded::create(&folder, Seal::Open).err(), Some(OpenError::Taken { folder }));
}

#[test]
fn a_folder_without_an_office_stays_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let none = OpenError::NotAnOffice { folder: folder.path().to_owned() };
    assert_eq!(house::open(folder.path()).err(), Some(none));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let absent = folder.path().join("absent");
    assert_eq!(house::open(&absent).err(), Some(OpenError::NotAnOffice { folder: absent.clone() }));
    assert!(!absent.exists());
}

#[test]
fn an_office_of_a_newer_program_is_told_apart_and_left_alone() {
    for (part, file) in [(Part::Identity, "office.redress"), (Part::Journal, "")] {
        let house = House::with(4);
        let path = if file.is_empty() { house.segment() } else { house.path(file) };
        let mut bytes = fs::read(&path).unwrap();
        bytes[8..10].copy_from_slice(&7_u16.to_le_bytes());
        fs::write(&path, &bytes).unwrap();
        assert_eq!(house.open().err(), Some(OpenError::Newer { part, format: 7, known: 1 }));
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn a_journal_of_another_office_is_not_mixed_in() {
    let (house, other) = (House::with(4), House::with(5));
    fs::remove_dir_all(house.path("journal")).unwrap();
    fs::rename(other.path("journal"), house.path("journal")).unwrap();
    assert!(matches!(house.open(), Err(OpenError::Damaged { part: Part::Journal, .. })));
}

#[test]
fn a_database_of_another_office_is_moved_aside() {
    let (house, other) = (House::with(4), House::with(5));
    fs::remove_dir_all(house.path("sled")).unwrap();
    fs::rename(other.path("sled"), house.path("sled")).unwrap();
    let report = house.is_whole();
    assert!(matches!(&report.repairs[..], [Repair::DatabaseRebuilt { aside: Some(aside), .. }] if aside.exists()));
}

#[test]
fn a_journal_that_was_being_written_anew_is_taken_up_or_set_aside() {
    let house = House::with(8);
    let swapping = house.killed();
    fs::rename(swapping.path("journal"), swapping.path("journal.new")).unwrap();
    assert_eq!(swapping.is_whole().repairs, []);
    let writing = house.killed();
    fs::create_dir(writing.path("journal.new")).unwrap();
    fs::write(writing.path("journal.new/00000000000000000001.journal"), b"half").unwrap();
    assert_eq!(writing.is_whole().repairs, []);
    assert!(!writing.path("journal.new").exists());
}

#[test]
fn a_checkpoint_is_taken_only_by_the_log_it_belongs_to() {
    let house = House::with(8);
    let (log, _) = house.open().unwrap();
    let position = house.facts[4].position;
    let kept = Checkpoint { name: "books", format: 3, position, bytes: b"columns".to_vec() };
    assert_eq!(wait(log.checkpoint("books", 3)), Err(Refused::Absent));
    assert_eq!(wait(log.keep_checkpoint(kept.clone())), Ok(()));
    let beyond = Checkpoint { position: Position(999), ..kept.clone() };
    assert_eq!(wait(log.keep_checkpoint(beyond)), Err(Refused::OtherLog));
    drop(log);
    let (log, _) = house.open().unwrap();
    assert_eq!(wait(log.checkpoint("books", 3)), Ok(kept));
    assert_eq!(wait(log.checkpoint("books", 4)), Err(Refused::OtherFormat(3)));
    drop(log);
    let other = House::with(8);
    fs::rename(house.path("checkpoints"), other.path("checkpoints")).unwrap();
    assert_eq!(wait(other.open().unwrap().0.checkpoint("books", 3)), Err(Refused::OtherLog));
}

#[test]
fn after_an_import_the_database_is_opened_anew_and_goes_on() {
    let house = House::with(2);
    let (log, _) = house.open().unwrap();
    let bundles: Vec<_> = (10..300).map(|it| house::bundle(it, 0, 3, 20)).collect();
    assert!(wait(log.put(bundles)).iter().all(Result::is_ok));
    assert_eq!(wait(log.settle()), Ok(()));
    assert!(wait(log.put(vec![house::bundle(900, 0, 1, 0)]))[0].is_ok());
    let house = House { facts: all(&log), ..house };
    drop(log);
    assert_eq!(house.is_whole().repairs, []);
}

#[test]
fn every_step_of_a_long_opening_is_told() {
    let house = House::with(40).killed();
    fs::remove_dir_all(house.path("sled")).unwrap();
    let mut steps = Vec::new();
    drop(Embedded::open(house.root.path(), Seal::Open, &mut |it| steps.push(it.step)).unwrap());
    steps.dedup();
    assert_eq!(steps.len(), 2, "{steps:?}");
    assert!(matches!(fs::read_dir(house.path("sled.new")), Err(it) if it.kind() == ErrorKind::NotFound));
}
