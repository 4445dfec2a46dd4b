//! 客户 with 100,000 customers, one in five with a file: what a keystroke in the search costs, beside a table of SQLite
//! with the same texts; and what a fact costs, with the counts of the filters and the double entries after it, beside an
//! office of a hundredth of the size and beside a look at everybody.
//!
//! `cargo bench --bench customers --no-default-features`. Goals: the 95th of 100 keystrokes under 20 ms; a fact with its
//! counts and doubles under 2 ms. `REDRESS_CUSTOMERS=5000` makes a smaller office.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement that cannot go on says so by stopping")]

#[path = "../tests/it/crowd.rs"]
mod crowd;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::hint::black_box;
use std::time::{Duration, Instant};

use redress::books::Books;
use redress::books::customers::{Filter, Who};
use redress::domain::customer::{Event, Profile};
use redress::domain::id::{CustomerId, PressId, StreamId};
use redress::domain::record::{Fact, Position, Recorded, Version};
use redress::domain::text::Line;

use crowd::Crowd;

const CUSTOMERS: u32 = 100_000;
/// So many times smaller is the office beside it.
const SMALLER: u32 = 100;
/// Rows that the list shows at first.
const ROWS: usize = 200;
/// What a keystroke may take, at the 95th of 100.
const GOAL: Duration = Duration::from_millis(20);
/// What a fact may take, with the counts and the doubles after it, at the 95th of 100.
const GOAL_OF_A_FACT: Duration = Duration::from_millis(2);
const SURNAMES: [&str; 16] =
    ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "欧阳"];
const GIVEN: [&str; 20] = [
    "海燕", "建国", "志伟", "秀英", "强", "敏", "静怡", "磊", "洋", "艳", "勇", "娜", "杰", "涛", "明诚", "霞", "平",
    "晓芸", "鹏", "雪",
];

/// Names in plenty, so that words find few and letters find many; scattered, so that no more of them than chance has it
/// come with numbers that end alike.
fn name(index: u32) -> Line {
    let mut hasher = DefaultHasher::new();
    index.hash(&mut hasher);
    let place = usize::try_from(hasher.finish() >> 32).unwrap();
    let (surname, given) = (SURNAMES[place % SURNAMES.len()], GIVEN[place / SURNAMES.len() % GIVEN.len()]);
    Line::new(&format!("{surname}{given}")).unwrap()
}

/// The middle and the 95th of 100.
fn spread(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() * 95 / 100])
}

fn measured<T>(runs: usize, mut run: impl FnMut() -> T) -> (Duration, Duration) {
    spread(
        (0..runs)
            .map(|_| {
                let start = Instant::now();
                black_box(run());
                start.elapsed()
            })
            .collect(),
    )
}

fn books(customers: u32) -> Books {
    let mut crowd = Crowd::of(customers);
    let mut renamed = 0;
    for it in &mut crowd.facts {
        if let Fact::Complaint(entry) = &mut it.fact
            && let redress::domain::complaint::Event::Registered { details, .. } = &mut entry.event
        {
            details.complainant.name = name(renamed);
            renamed += 1;
        }
    }
    let mut books = crowd.books();
    let callers: Vec<Who> = books.customers().find("", usize::MAX).into_iter().map(|it| it.who).collect();
    let mut position = u64::try_from(crowd.facts.len()).unwrap();
    let mut page = Vec::new();
    for (who, number) in callers.iter().step_by(5).zip(1..) {
        position += 1;
        let id = CustomerId(number);
        let profile: Box<Profile> = Box::new(books.customers().profile(*who).unwrap());
        page.push(Recorded {
            position: Position(position),
            stream: StreamId::Customer(id),
            version: Version(1),
            at: crowd.now,
            by: crowd.desk(),
            press: PressId(uuid::Uuid::nil()),
            fact: Fact::Customer(Event::Opened { id, profile }),
        });
    }
    books.absorb(&page);
    books
}

fn main() {
    let size = std::env::var("REDRESS_CUSTOMERS").ok().and_then(|it| it.parse().ok()).unwrap_or(CUSTOMERS);
    let mut small = books((size / SMALLER).max(10));
    let mut books = books(size);
    after_a_fact(&mut small, &mut books);
    let customers = books.customers();
    let (all, today) =
        (customers.count(), books.office().calendar().day_of(books.ledger().rows().last().unwrap().registered.at));
    println!("{all} customers");
    // What somebody types, letter by letter.
    let mut keystrokes = Vec::new();
    for whole in ["why", "wanghaiyan", "欧阳静怡", "2206", "138000012", "13800001234", "并无此人"] {
        let letters: Vec<char> = whole.chars().collect();
        for end in 1..=letters.len() {
            let typed: String = letters[..end].iter().collect();
            let (middle, most) = measured(9, || customers.list(Filter::All, &typed, ROWS).total);
            keystrokes.extend([middle, most]);
            if end == letters.len() {
                let found = customers.list(Filter::All, &typed, ROWS).total;
                println!("  {typed:<14} {middle:>10.2?}   {found} found");
            }
        }
    }
    let (middle, most) = spread(keystrokes);
    let kept = if most < GOAL { "kept" } else { "NOT kept" };
    println!("a keystroke     {middle:>10.2?} median {most:>10.2?} p95   goal {GOAL:.0?} {kept}");
    for filter in [Filter::All, Filter::Members, Filter::Unallotted, Filter::NewOn(today)] {
        let (middle, most) = measured(21, || customers.list(filter, "", ROWS).total);
        println!("{filter:<15?} {middle:>10.2?} median {most:>10.2?} p95");
    }
    peer(&books);
}

/// A note is written into one file after another: what it costs until the chips and 疑似重复 say what they say now.
fn after_a_fact(small: &mut Books, large: &mut Books) {
    let (little, much) = (facts(small), facts(large));
    let kept = if much.1 < GOAL_OF_A_FACT { "kept" } else { "NOT kept" };
    println!("a fact          {:>10.2?} median {:>10.2?} p95   goal {GOAL_OF_A_FACT:.0?} {kept}", much.0, much.1);
    let ratio = much.0.as_secs_f64() / little.0.as_secs_f64();
    println!("  in a small office {:>6.2?}   of {} customers; ratio {ratio:.1}", little.0, small.customers().count());
    let customers = large.customers();
    let (everybody, _) = measured(5, || {
        let all = customers.find("", usize::MAX);
        let kept = all.iter().filter(|it| customers.owner(it.who).is_some()).count();
        let members = all.iter().filter(|it| customers.is_member(it.who)).count();
        (kept, members)
    });
    let ratio = everybody.as_secs_f64() / much.0.as_secs_f64();
    println!("  a look at all {everybody:>10.2?}   for two of the counts alone; ratio {ratio:.0}");
    println!("  {} pairs of doubles", customers.doubles().len());
}

/// The middle and the 95th of 100 facts, each with the counts and the doubles after it.
fn facts(books: &mut Books) -> (Duration, Duration) {
    let me = books.office().people().next().unwrap().id;
    let files: Vec<_> = books.customers().find("", usize::MAX);
    let files: Vec<CustomerId> = files
        .into_iter()
        .filter_map(|it| match it.who {
            Who::File(id) => Some(id),
            Who::Caller(_) => None,
        })
        .collect();
    let last = books.ledger().rows().last().unwrap().registered.at;
    let times = (0..101).map(|index| {
        let file = files[index * 7 % files.len()];
        // A day without any other fact: what an import wrote on one day is no usual one.
        let at = last + chrono::Duration::days(30);
        let fact = Recorded {
            position: books.position().next(),
            stream: StreamId::Customer(file),
            version: books.customers().file(file).unwrap().version.next(),
            at,
            by: me,
            press: PressId(uuid::Uuid::nil()),
            fact: Fact::Customer(Event::Noted { words: "约周末上门".try_into().unwrap() }),
        };
        let day = books.office().calendar().day_of(at);
        let start = Instant::now();
        books.absorb(std::slice::from_ref(&fact));
        black_box((books.customers().counts(me, day), books.customers().doubles().len()));
        start.elapsed()
    });
    spread(times.collect())
}

/// The same list from a table of SQLite in memory: name or number contains the words, the newest first.
fn peer(books: &Books) {
    let mut table = rusqlite::Connection::open_in_memory().unwrap();
    table.execute_batch("create table t (name text, phone text, at integer)").unwrap();
    let write = table.transaction().unwrap();
    for it in books.ledger().rows() {
        let values = (it.caller.name.as_str(), it.caller.phone.main(), it.registered.at.timestamp());
        write.execute("insert into t values (?1, ?2, ?3)", values).unwrap();
    }
    write.commit().unwrap();
    for typed in ["2206", "静怡", "并无此人"] {
        let ours = measured(21, || books.customers().list(Filter::All, typed, ROWS).hits.len()).0;
        let mut query = table
            .prepare("select rowid from t where name like '%' || ?1 || '%' or phone like '%' || ?1 order by at desc limit 200")
            .unwrap();
        let theirs = measured(9, || {
            query.query_map([typed], |it| it.get::<_, u32>(0)).unwrap().map(Result::unwrap).collect::<Vec<_>>().len()
        });
        let ratio = theirs.0.as_secs_f64() / ours.as_secs_f64();
        println!("SQLite {typed:<10} {:>8.2?}   ours {ours:>8.2?}   ratio {ratio:.1}", theirs.0);
    }
}
