//! The laws that every keeper obeys, listed once and run against each.
//!
//! What only a kept log can show (kills, cuts, damage) stands in `tests/it/crash.rs` and `tests/it/damage.rs`.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use chrono::DateTime;
use tempfile::TempDir;
use uuid::Uuid;

use super::chain::Link;
use super::envelope::{Bundle, Envelope, Piece};
use super::*;
use crate::domain::complaint;
use crate::domain::id::{ComplaintId, PersonId, PressId};
use crate::domain::text::Prose;

/// A keeper under the laws.
trait House: Sized {
    fn new() -> Self;
    fn keeper(&self) -> Arc<dyn Keeper>;
    /// Closed and opened again, where it can be closed.
    fn reopened(self) -> Self;
}

struct InMemory(Arc<Memory>);

impl House for InMemory {
    fn new() -> Self {
        Self(Arc::default())
    }

    fn keeper(&self) -> Arc<dyn Keeper> {
        self.0.clone()
    }

    fn reopened(self) -> Self {
        self
    }
}

struct OnDisk(Arc<Embedded>, TempDir);

impl House for OnDisk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let opened = Embedded::create(folder.path(), Seal::Open).unwrap();
        Self(Arc::new(opened.log), folder)
    }

    fn keeper(&self) -> Arc<dyn Keeper> {
        self.0.clone()
    }

    fn reopened(self) -> Self {
        let Self(log, folder) = self;
        drop(Arc::into_inner(log).unwrap());
        let opened = Embedded::open(folder.path(), Seal::Open, &mut |_| ()).unwrap();
        assert!(opened.report.repairs.is_empty(), "{:?}", opened.report);
        Self(Arc::new(opened.log), folder)
    }
}

macro_rules! laws {
    ($($law:ident)*) => {
        mod memory {
            $(#[test] fn $law() { super::$law::<super::InMemory>(); })*
        }
        mod embedded {
            $(#[test] fn $law() { super::$law::<super::OnDisk>(); })*
        }
    };
}

laws! {
    positions_are_dense_and_in_order_of_commit
    a_conflict_tells_both_versions
    what_was_looked_at_beside_must_not_have_moved
    a_retried_press_is_written_once
    a_press_sent_twice_in_one_go_is_written_once
    an_empty_batch_is_refused
    a_batch_too_large_is_refused
    a_refused_batch_does_not_stop_those_behind_it
    a_stream_is_its_facts_in_order
    an_unknown_stream_has_no_facts
    paging_misses_nothing
    one_of_eight_writers_wins
    what_was_acknowledged_survives_reopening
    chinese_emoji_and_a_mebibyte_come_back
    an_instant_is_kept_to_the_millisecond
    beyond_wakes_for_a_write_that_came_before_it_was_asked
    beyond_wakes_for_a_write_that_comes_later
    every_fact_has_its_link
    facts_come_back_as_facts
    an_unknown_kind_is_unreadable_and_named
    a_newer_format_is_unreadable_and_named
}

fn case(sequence: u32) -> StreamId {
    let packed = (20_260_312_u64 << 32) | u64::from(sequence);
    StreamId::Complaint(ComplaintId::unpacked(packed).unwrap())
}

fn fact(text: &str) -> Piece {
    Piece { kind: "law.tested".into(), format: 1, body: text.into() }
}

/// A batch of `facts` to a complaint whose version the author saw as `expected`.
fn batch(sequence: u32, expected: u32, facts: &[&str]) -> Bundle {
    Bundle {
        stream: case(sequence),
        expected: Version(expected),
        beside: Vec::new(),
        press: PressId(Uuid::now_v7()),
        at: DateTime::from_timestamp_millis(1_773_273_600_123).unwrap(),
        by: PersonId(7),
        pieces: facts.iter().copied().map(fact).collect(),
    }
}

fn put(keeper: &dyn Keeper, bundle: Bundle) -> Result<Receipt, AppendError> {
    let mut answers = wait(keeper.put(vec![bundle]));
    assert_eq!(answers.len(), 1);
    answers.pop().unwrap()
}

fn all(keeper: &dyn Keeper) -> Vec<Envelope> {
    wait(keeper.past(Position::START, usize::MAX)).unwrap()
}

fn texts(facts: &[Envelope]) -> Vec<String> {
    let text = |it: &Envelope| String::from_utf8(it.piece.clone().unwrap().body).unwrap();
    facts.iter().map(text).collect()
}

fn positions_are_dense_and_in_order_of_commit<H: House>() {
    let house = H::new();
    let keeper = house.keeper();
    let first = put(&*keeper, batch(1, 0, &["a", "b"])).unwrap();
    let second = put(&*keeper, batch(2, 0, &["c"])).unwrap();
    let third = put(&*keeper, batch(1, 2, &["d", "e"])).unwrap();
    assert_eq!((first.first, first.last, first.version), (Position(1), Position(2), Version(2)));
    assert_eq!((second.first, second.last, second.version), (Position(3), Position(3), Version(1)));
    assert_eq!((third.first, third.last, third.version), (Position(4), Position(5), Version(4)));
    let facts = all(&*keeper);
    assert_eq!(facts.iter().map(|it| it.position.0).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(facts.iter().map(|it| it.version.0).collect::<Vec<_>>(), [1, 2, 1, 3, 4]);
    assert_eq!(texts(&facts), ["a", "b", "c", "d", "e"]);
}

fn a_conflict_tells_both_versions<H: House>() {
    let house = H::new();
    let keeper = house.keeper();
    for version in 0..12 {
        put(&*keeper, batch(1, version, &["fact"])).unwrap();
    }
    for seen in [0, 9, 10, 11, 13] {
        let told = put(&*keeper, batch(1, seen, &["late"]));
        assert_eq!(told, Err(AppendError::Overtaken { expected: Version(seen), actual: Version(12) }));
    }
    let told = put(&*keeper, batch(2, 1, &["nothing there"]));
    assert_eq!(told, Err(AppendError::Overtaken { expected: Version(1), actual: Version(0) }));
    assert_eq!(all(&*keeper).len(), 12);
}

fn what_was_looked_at_beside_must_not_have_moved<H: House>() {
    let house = H::new();
    let keeper = house.keeper();
    put(&*keeper, batch(1, 0, &["a", "b"])).unwrap();
    let looked_at =
        |sequence: u32, seen: u32| Bundle { beside: vec![(case(sequence), Version(seen))], ..batch(2, 0, &["c"]) };
    for (sequence, seen, is) in [(1, 1, 2), (1, 3, 2), (3, 1, 0)] {
        let (stream, expected, actual) = (case(sequence), Version(seen), Version(is));
        let told = put(&*keeper, looked_at(sequence, seen));
        assert_eq!(told, Err(AppendError::OvertakenBeside { stream, expected, actual }));
    }
    assert_eq!(all(&*keeper).len(), 2, "nothing was written");
    // What stands before it in the same go counts.
    let answers = wait(keeper.put(vec![batch(1, 2, &["closed"]), looked_at(1, 2)]));
    assert!(matches!(answers.as_slice(), [Ok(_), Err(AppendError::OvertakenBeside { .. })]), "{answers:?}");
    put(&*keeper, looked_at(1, 3)).unwrap();
    put(&*keeper, Bundle { beside: vec![(case(4), Version::NONE)], ..batch(3, 0, &["d"]) }).unwrap();
    assert_eq!(texts(&all(&*keeper)), ["a", "b", "closed", "c", "d"]);
}

fn a_retried_press_is_written_once<H: House>() {
    let house = H::new();
    let sent = batch(1, 0, &["a", "b"]);
    let receipt = put(&*house.keeper(), sent.clone()).unwrap();
    assert!(!receipt.repeated);
    let again = Receipt { repeated: true, ..receipt };
    assert_eq!(put(&*house.keeper(), sent.clone()), Ok(again));
    let house = house.reopened();
    assert_eq!(put(&*house.keeper(), sent.clone()), Ok(again));
    // A desk that was not told and took the next number all the same.
    assert_eq!(put(&*house.keeper(), Bundle { stream: case(2), ..sent }), Ok(again));
    assert_eq!(all(&*house.keeper()).len(), 2);
}

fn a_press_sent_twice_in_one_go_is_written_once<H: House>() {
    let house = H::new();
    let sent = batch(1, 0, &["a"]);
    let answers = wait(house.keeper().put(vec![sent.clone(), sent]));
    let receipt = answers[0].clone().unwrap();
    assert_eq!(answers[1], Ok(Receipt { repeated: true, ..receipt }));
    assert_eq!(all(&*house.keeper()).len(), 1);
}

fn an_empty_batch_is_refused<H: House>() {
    let house = H::new();
    assert_eq!(put(&*house.keeper(), batch(1, 0, &[])), Err(AppendError::Empty));
    assert!(all(&*house.keeper()).is_empty());
}

fn a_batch_too_large_is_refused<H: House>() {
    let house = H::new();
    let text = "x".repeat(usize::try_from(LARGEST).unwrap());
    let told = put(&*house.keeper(), batch(1, 0, &[&text]));
    assert_eq!(told, Err(AppendError::TooLarge { bytes: LARGEST + 10, limit: LARGEST }));
    assert!(all(&*house.keeper()).is_empty());
}

fn a_refused_batch_does_not_stop_those_behind_it<H: House>() {
    let house = H::new();
    let asked = vec![batch(1, 0, &["a"]), batch(1, 0, &["late"]), batch(2, 0, &["b"]), batch(1, 1, &["c"])];
    let answers = wait(house.keeper().put(asked));
    let refused: Vec<_> = answers.iter().map(Result::is_err).collect();
    assert_eq!(refused, [false, true, false, false]);
    assert_eq!(texts(&all(&*house.keeper())), ["a", "b", "c"]);
    assert!(wait(house.keeper().put(Vec::new())).is_empty());
}

fn a_stream_is_its_facts_in_order<H: House>() {
    let house = H::new();
    let keeper = house.keeper();
    for version in 0..40 {
        put(&*keeper, batch(1 + version % 2, version / 2, &[&version.to_string()])).unwrap();
    }
    drop(keeper);
    let house = house.reopened();
    let facts = wait(house.keeper().of_stream(case(2))).unwrap();
    assert_eq!(facts.iter().map(|it| it.version.0).collect::<Vec<_>>(), (1..=20).collect::<Vec<_>>());
    assert_eq!(texts(&facts), (0..40).filter(|it| it % 2 == 1).map(|it| it.to_string()).collect::<Vec<_>>());
    assert!(facts.iter().all(|it| it.stream == case(2) && it.by == PersonId(7)));
}

fn an_unknown_stream_has_no_facts<H: House>() {
    let house = H::new();
    put(&*house.keeper(), batch(1, 0, &["a"])).unwrap();
    assert_eq!(wait(house.keeper().of_stream(case(2))), Ok(Vec::new()));
    assert_eq!(wait(house.keeper().of_stream(StreamId::Office)), Ok(Vec::new()));
}

fn paging_misses_nothing<H: House>() {
    let house = H::new();
    let keeper = house.keeper();
    for sequence in 1..=9 {
        let facts: Vec<_> = (0..sequence).map(|it| format!("{sequence}.{it}")).collect();
        put(&*keeper, batch(sequence, 0, &facts.iter().map(String::as_str).collect::<Vec<_>>())).unwrap();
    }
    let whole = all(&*keeper);
    assert_eq!(whole.len(), 45);
    for limit in 1..=46 {
        let mut paged = Vec::new();
        loop {
            let after = paged.last().map_or(Position::START, |it: &Envelope| it.position);
            let page = wait(keeper.past(after, limit)).unwrap();
            if page.is_empty() {
                break;
            }
            assert!(page.len() <= limit);
            paged.extend(page);
        }
        assert_eq!(paged, whole, "pages of {limit}");
    }
    assert_eq!(wait(keeper.past(Position(45), 9)), Ok(Vec::new()));
    assert_eq!(wait(keeper.past(Position(99), 9)), Ok(Vec::new()));
    assert_eq!(wait(keeper.past(Position(3), 0)), Ok(Vec::new()));
}

fn one_of_eight_writers_wins<H: House>() {
    let house = H::new();
    for round in 0..10 {
        let writers: Vec<_> = (0..8)
            .map(|writer| {
                let keeper = house.keeper();
                thread::spawn(move || put(&*keeper, batch(1, round, &[&format!("{round} by {writer}")])))
            })
            .collect();
        let answers: Vec<_> = writers.into_iter().map(|it| it.join().unwrap()).collect();
        assert_eq!(answers.iter().filter(|it| it.is_ok()).count(), 1);
        let overtaken = AppendError::Overtaken { expected: Version(round), actual: Version(round + 1) };
        assert_eq!(answers.iter().filter(|it| it.as_ref() == Err(&overtaken)).count(), 7);
    }
    assert_eq!(all(&*house.keeper()).len(), 10);
}

fn what_was_acknowledged_survives_reopening<H: House>() {
    let mut house = H::new();
    for round in 0..5 {
        let keeper = house.keeper();
        let asked: Vec<_> = (1..=50).map(|it| batch(it, round * 2, &["one", "two"])).collect();
        assert!(wait(keeper.put(asked)).iter().all(Result::is_ok));
        let before = all(&*keeper);
        drop(keeper);
        house = house.reopened();
        assert_eq!(all(&*house.keeper()), before);
        assert_eq!(before.len(), 100 * (usize::try_from(round).unwrap() + 1));
    }
}

fn chinese_emoji_and_a_mebibyte_come_back<H: House>() {
    let house = H::new();
    let long = "空调不制冷🥵，客户要求退货。".repeat(1 << 15)[..].chars().take(1 << 18).collect::<String>();
    let mebibyte = "x".repeat(1 << 20);
    let written = ["", "投诉", "👩‍🔧🧊", &long, &mebibyte, "3 KiB and a bit", &"y".repeat(3064), &"z".repeat(6136)];
    for (text, sequence) in written.iter().zip(1..) {
        put(&*house.keeper(), batch(sequence, 0, &[text])).unwrap();
    }
    put(&*house.keeper(), batch(99, 0, &written)).unwrap();
    let house = house.reopened();
    let facts = texts(&all(&*house.keeper()));
    assert_eq!(facts[..8], written);
    assert_eq!(facts[8..], written);
}

fn an_instant_is_kept_to_the_millisecond<H: House>() {
    let house = H::new();
    let exact = DateTime::from_timestamp_nanos(1_773_273_600_123_456_789);
    put(&*house.keeper(), Bundle { at: exact, ..batch(1, 0, &["a"]) }).unwrap();
    let kept = all(&*house.keeper())[0].at;
    assert_eq!(kept, DateTime::from_timestamp_millis(1_773_273_600_123).unwrap());
}

fn beyond_wakes_for_a_write_that_came_before_it_was_asked<H: House>() {
    let house = H::new();
    put(&*house.keeper(), batch(1, 0, &["a", "b"])).unwrap();
    assert_eq!(wait(house.keeper().grown(Position::START)), Ok(()));
    assert_eq!(wait(house.keeper().grown(Position(1))), Ok(()));
}

fn beyond_wakes_for_a_write_that_comes_later<H: House>() {
    let house = H::new();
    put(&*house.keeper(), batch(1, 0, &["a"])).unwrap();
    let mut pending = house.keeper().grown(Position(1));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let patience = Duration::from_millis(20);
    assert!(runtime.block_on(async { tokio::time::timeout(patience, &mut pending).await }).is_err());
    put(&*house.keeper(), batch(2, 0, &["b"])).unwrap();
    assert_eq!(wait(pending), Ok(()));
}

fn every_fact_has_its_link<H: House>() {
    let house = H::new();
    let link = |house: &H, position| wait(house.keeper().link(Position(position))).unwrap();
    put(&*house.keeper(), batch(1, 0, &["a", "b", "b"])).unwrap();
    put(&*house.keeper(), batch(2, 0, &["a"])).unwrap();
    let links: Vec<_> = (0..=4).map(|it| link(&house, it).unwrap()).collect();
    assert_eq!(links[0], Link::START);
    for (place, one) in links.iter().enumerate() {
        assert!(!links[..place].contains(one), "fact {place}");
    }
    assert_eq!(link(&house, 5), None);
    let house = house.reopened();
    assert_eq!((0..=4).map(|it| link(&house, it).unwrap()).collect::<Vec<_>>(), links);
}

fn noted(words: &str) -> Fact {
    let entry = complaint::Event::Noted { words: Prose::new(words).unwrap() };
    Fact::Complaint(complaint::Entry { event: entry, clocks: Vec::new() })
}

fn facts_come_back_as_facts<H: House>() {
    let house = H::new();
    let log = house.keeper();
    let facts = vec![noted("客户来电催办"), noted("客户同意换货")];
    let Bundle { stream, expected, beside, press, at, by, .. } = batch(1, 0, &[]);
    let receipt = wait(log.append(Batch { stream, expected, beside, press, at, by, facts: facts.clone() })).unwrap();
    let told: Vec<_> = wait(log.after(Position::START, 9)).unwrap();
    assert_eq!(told.iter().map(|it| it.fact.clone()).collect::<Vec<_>>(), facts);
    assert_eq!(told[1].position, receipt.last);
    assert_eq!((told[0].at, told[0].by, told[0].press), (at, by, press));
    assert_eq!(wait(log.history(stream)), Ok(told));
}

fn unreadable<H: House>(strange: Piece) {
    let house = H::new();
    let log = house.keeper();
    let known = wire::piece(&noted("a")).unwrap();
    put(&*log, Bundle { pieces: vec![known.clone(), strange, known], ..batch(1, 0, &[]) }).unwrap();
    let readable = wait(log.after(Position::START, 9)).unwrap();
    assert_eq!(readable.iter().map(|it| it.position.0).collect::<Vec<_>>(), [1]);
    assert_eq!(wait(log.after(Position(1), 9)), Err(ReadError::Unreadable(Position(2))));
    assert_eq!(wait(log.after(Position(2), 9)).unwrap()[0].position, Position(3));
    assert_eq!(wait(log.history(case(1))), Err(ReadError::Unreadable(Position(2))));
}

fn an_unknown_kind_is_unreadable_and_named<H: House>() {
    let known = wire::piece(&noted("a")).unwrap();
    unreadable::<H>(Piece { kind: "complaint.beamed_up".into(), ..known.clone() });
    unreadable::<H>(Piece { kind: "future".into(), ..known });
}

fn a_newer_format_is_unreadable_and_named<H: House>() {
    let known = wire::piece(&noted("a")).unwrap();
    unreadable::<H>(Piece { format: known.format + 1, ..known });
}
