//! The law of the fold, and the archive.

use std::sync::LazyLock;

use proptest::prelude::*;
use redress::books::search::Within;
use redress::books::tally::{Dimension, Filter};
use redress::books::{Books, CheckpointError, Row};
use redress::domain::calendar::Calendar;
use redress::domain::clock::ClockKey;
use redress::domain::complaint::terms::{CloseCode, ExemptionReason, Satisfaction, Validity};
use redress::domain::complaint::{Command, Complaint, Stage};
use redress::domain::customer::{self, Phone, Profile};
use redress::domain::limits::ClockName;
use redress::domain::office::{self, Rules};
use redress::domain::record::{PROGRAM, Recorded};

use super::log::Log;
use crate::world::{FIRST, judged, text};

/// Complaints in many stages, with the office changing under them.
fn history() -> Log {
    let mut log = Log::new();
    log.at("2026-01-12 09:00");
    let archived = log.register(|_| {});
    log.on(archived, |it| {
        it.founded().dispatched().accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
    });
    let waiting = log.register(|it| it.product = text("KF-72 空调柜机"));
    log.at("2026-01-13 10:00").on(archived, |it| {
        it.called_back(Satisfaction::Satisfied).unwrap();
    });
    log.office(office::Event::RulesSet(Rules { month_cut_off: Some(25), ..Rules::default() }));
    let twice = log.register(|_| {});
    log.on(twice, |it| {
        it.founded().dispatched().accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
    });
    log.at("2026-01-14 10:00").on(twice, |it| {
        it.called_back(Satisfaction::Dissatisfied).unwrap();
    });
    let unfounded = log.register(|_| {});
    log.on(unfounded, |it| {
        it.act(it.desk(), judged(Validity::Unfounded)).unwrap();
    });
    let mut calendar = Calendar::mainland();
    calendar.set_offset(9 * 3600);
    log.office(office::Event::CalendarSet(calendar));
    let desk = log.world.desk();
    let exempt = Command::Exempt {
        clock: ClockKey::of(ClockName::Dispatch),
        reason: ExemptionReason::MissingInformation,
        words: text("订单号待查"),
    };
    log.act(waiting, desk, exempt);
    log.at("2026-03-01 10:00").act(archived, PROGRAM, Command::Archive);
    let caller = log.case(waiting).details.complainant.clone();
    let (first, second) = (log.open(Profile::of(&caller)), log.open(Profile::of(&caller)));
    let supervisor = log.world.supervisor();
    log.keep(first, supervisor, customer::Command::Assign { owner: Some(desk) }).unwrap();
    log.keep(first, desk, customer::Command::Note { words: text("喜欢微信联系") }).unwrap();
    log.keep(second, desk, customer::Command::Merge { into: first }).unwrap();
    let mut moved = Profile::of(&caller);
    moved.phones = vec![Phone::new("13900007777").unwrap()];
    log.keep(first, desk, customer::Command::Change { profile: Box::new(moved) }).unwrap();
    let purpose = text("客户索要记录");
    log.act(archived, desk, Command::Reveal { purpose, department: None });
    log
}

fn told(pages: impl IntoIterator<Item = Vec<Recorded>>) -> Books {
    let mut books = Books::default();
    for page in pages {
        books.absorb(&page);
    }
    books
}

/// Its facts.
static HISTORY: LazyLock<Vec<Recorded>> = LazyLock::new(|| history().facts);

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Pages of any size, each beginning with facts that were told before.
    #[test]
    fn the_same_facts_in_any_paging_give_the_same_books(sizes in prop::collection::vec((1_usize..9, 0_usize..5), 1..80)) {
        let facts = HISTORY.clone();
        let (mut from, mut pages) = (0, Vec::new());
        for (size, again) in sizes {
            let until = (from + size).min(facts.len());
            pages.push(facts[from.saturating_sub(again)..until].to_vec());
            from = until;
        }
        pages.push(facts[from..].to_vec());
        let (paged, whole) = (told(pages), told([facts]));
        for query in ["", "why", "2206", "7777", "13806172206"] {
            prop_assert_eq!(paged.customers().find(query, 9), whole.customers().find(query, 9));
        }
        prop_assert_eq!(paged, whole);
    }
}

#[test]
fn a_row_is_that_of_the_folded_complaint() {
    let log = history();
    let books = log.books();
    assert_eq!(books.ledger().len(), 4);
    for row in books.ledger().rows() {
        let folded = Complaint::fold(
            log.facts.iter().filter(|it| it.stream == redress::domain::id::StreamId::Complaint(row.id)),
        );
        assert!(*row == Row::of(&folded.unwrap()), "{row:?}");
    }
}

#[test]
fn the_archive_drops_the_complaint_and_keeps_its_row() {
    let log = history();
    let books = log.books();
    let row = &books.ledger().rows()[0];
    assert_eq!(row.stage, Stage::Archived);
    assert_eq!(row.closing.as_ref().map(|it| it.code), Some(CloseCode::Satisfied));
    assert_eq!(row.satisfaction(), Some(Satisfaction::Satisfied));
    assert!(books.complaint(row.id).is_none());
    assert_eq!(books.complaints().count(), 3);
    assert_eq!(books.open().count(), 3);
}

#[test]
fn exemptions_are_listed_with_their_author() {
    let log = history();
    let books = log.books();
    let [it] = books.exemptions() else { panic!("one exemption") };
    assert_eq!((it.clock, it.stamp.by), (ClockKey::of(ClockName::Dispatch), log.world.desk()));
    assert_eq!(books.row(it.complaint).unwrap().results(ClockName::Dispatch, log.world.now).exempt, 1);
}

#[test]
fn debug_of_rows_and_books_tells_no_personal_data() {
    let log = history();
    let books = log.books();
    let shown = format!("{books:?} {:?} {:?}", books.ledger(), books.ledger().rows()[0].caller);
    for secret in ["王海燕", "13806172206", "不制冷"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

/// The bytes of that history.
static WRITTEN: LazyLock<Vec<u8>> = LazyLock::new(|| history().books().to_bytes().unwrap());

#[test]
fn books_come_back_from_their_bytes_with_every_index() {
    let log = history();
    let books = log.books();
    let bytes = books.to_bytes().unwrap();
    let mut back = Books::from_bytes(&bytes).unwrap();
    assert!(back == books);
    assert_eq!(back.to_bytes().unwrap(), bytes);
    let all = Filter::default();
    let by = (Dimension::RegisteredMonth, Dimension::Category);
    assert_eq!(back.cross(&all, by), books.cross(&all, by));
    assert_eq!(back.search("2206", Within::Everything, 9), books.search("2206", Within::Everything, 9));
    for query in ["", "why", "2206", "7777"] {
        assert_eq!(back.customers().find(query, 9), books.customers().find(query, 9), "{query}");
    }
    for row in books.ledger().rows() {
        assert_eq!(back.times(row.id), books.times(row.id));
        assert_eq!(back.next_number(row.id.day()), books.next_number(row.id.day()));
    }
    back.absorb(&log.facts);
    assert!(back == books, "told again, nothing changes");
}

#[test]
fn a_checkpoint_goes_on_where_it_was_taken() {
    let facts = history().facts;
    for place in 0..=facts.len() {
        let bytes = told([facts[..place].to_vec()]).to_bytes().unwrap();
        let mut books = Books::from_bytes(&bytes).unwrap();
        books.absorb(&facts);
        assert!(books == told([facts.clone()]), "after {place} facts");
    }
}

proptest! {
    /// No byte can be changed and no end cut off without being noticed; nothing panics.
    #[test]
    fn damaged_bytes_are_refused(place in any::<prop::sample::Index>(), bit in 0_u8..8, cut in any::<bool>()) {
        let mut bytes = WRITTEN.clone();
        let place = place.index(bytes.len());
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] ^= 1 << bit;
        }
        prop_assert!(Books::from_bytes(&bytes).is_err());
    }

    /// Nor does anything that was never a checkpoint, whatever its checksum says.
    #[test]
    fn foreign_bytes_are_refused(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = WRITTEN[..4].to_vec();
        bytes.extend(crc32fast::hash(&body).to_le_bytes());
        bytes.extend(body);
        prop_assert_eq!(Books::from_bytes(&bytes).err(), Some(CheckpointError::Damaged));
    }
}

#[test]
fn books_of_another_format_are_told_from_damaged_ones() {
    let mut bytes = Books::default().to_bytes().unwrap();
    bytes[3] += 1;
    assert_eq!(Books::from_bytes(&bytes), Err(CheckpointError::OtherFormat));
    assert_eq!(Books::from_bytes(b"PK"), Err(CheckpointError::NotBooks));
}
