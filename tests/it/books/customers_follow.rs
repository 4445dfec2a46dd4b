//! What is known of customers follows the facts one by one, and is the same as worked out from nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;
use redress::books::Books;
use redress::books::customers::{Customers, Double, Filter, Hit, Who};
use redress::domain::complaint::terms::ContactMethod;
use redress::domain::complaint::{self, Command as OnComplaint, Details};
use redress::domain::customer::{Command, Customer, Event, Member, Phone, Profile};
use redress::domain::id::{ComplaintId, CustomerId, PersonId};

use super::log::Log;
use crate::world::text;

const NAMES: [&str; 5] = ["王海燕", "王海艳", "王先生", "陈建国", "Anna Berg"];
const PHONES: [&str; 4] = ["13806172206", "15906172206", "13900001111", "0512-6512-2206"];

/// What somebody does next; numbers choose among what there is.
#[derive(Debug, Clone, Copy)]
struct Turn {
    what: u8,
    one: usize,
    other: usize,
    minutes: i64,
}

fn turn() -> impl Strategy<Value = Turn> {
    let minutes = prop_oneof![4 => 0_i64..30, 1 => 600_i64..3_000];
    (0_u8..14, 0_usize..24, 0_usize..24, minutes).prop_map(|(what, one, other, minutes)| Turn {
        what,
        one,
        other,
        minutes,
    })
}

fn phone(at: usize) -> Phone {
    Phone::new(PHONES[at % PHONES.len()]).unwrap()
}

fn member(at: usize) -> Option<Member> {
    let card = ["VIP-20118", "ＶＩＰ-20118", "VIP-7"].get(at % 5)?;
    Some(Member { number: Some(text(card)), tier: None })
}

struct Run {
    log: Log,
    calls: Vec<ComplaintId>,
    files: u32,
}

impl Run {
    fn file(&self, at: usize) -> Option<CustomerId> {
        (0 < self.files).then(|| CustomerId(1 + u32::try_from(at).unwrap() % self.files))
    }

    fn profile(&self, at: usize, other: usize) -> Option<Profile> {
        let call = self.calls.get(at % self.calls.len().max(1))?;
        let mut profile = Profile::of(&self.log.case(*call).details.complainant);
        if other.is_multiple_of(3) {
            profile.phones.push(phone(other));
            profile.phones.dedup_by(|one, it| one.main() == it.main());
        }
        profile.name = text(NAMES[(at + other) % NAMES.len()]);
        profile.member = member(other);
        Some(profile)
    }

    fn take(&mut self, turn: Turn) {
        self.log.world.now += chrono::Duration::minutes(turn.minutes);
        let (desk, supervisor) = (self.log.world.desk(), self.log.world.supervisor());
        let (one, other) = (turn.one, turn.other);
        let caller = move |it: &mut Details| {
            it.complainant.name = text(NAMES[one % NAMES.len()]);
            it.complainant.phone = phone(other);
            it.complainant.member = member(one + other);
        };
        let keep = |run: &mut Self, who: PersonId, command: Command| {
            if let Some(file) = run.file(one) {
                let _refused = run.log.keep(file, who, command);
            }
        };
        match turn.what {
            0..=2 => self.calls.push(self.log.register(caller)),
            3 => {
                let Some(id) = self.calls.get(one % self.calls.len().max(1)).copied() else { return };
                let mut details = self.log.case(id).details.clone();
                caller(&mut details);
                self.log.on(id, |world| {
                    let amend = OnComplaint::Amend { details: Box::new(details), reason: text("听错") };
                    let _refused: Result<Vec<complaint::Entry>, _> = world.act(desk, amend);
                });
            }
            4 | 5 => {
                if let Some(profile) = self.profile(one, other) {
                    self.log.open(profile);
                    self.files += 1;
                }
            }
            6 => {
                if let Some(profile) = self.profile(other, one) {
                    keep(self, desk, Command::Change { profile: Box::new(profile) });
                }
            }
            7 => keep(self, supervisor, Command::Assign { owner: [None, Some(desk), Some(supervisor)][other % 3] }),
            8 => keep(self, desk, Command::Contact { method: ContactMethod::Phone, words: text("问候") }),
            9 => keep(self, desk, Command::Note { words: text("备注") }),
            10 | 11 => {
                if let Some(into) = self.file(other) {
                    keep(self, desk, Command::Merge { into });
                }
            }
            12 => keep(self, desk, Command::Unmerge),
            // Another desk merges the other way round at the same instant.
            _ => {
                if let (Some(file), Some(into)) = (self.file(one), self.file(other)) {
                    if file == into {
                        keep(self, desk, Command::TellApart { other: CustomerId(1) });
                    } else {
                        self.log.keep_unasked(file, Event::Merged { into });
                    }
                }
            }
        }
    }
}

/// Everything that is asked about customers.
#[derive(Debug, PartialEq)]
struct Answers {
    counts: Vec<redress::books::customers::Counts>,
    lists: Vec<Vec<Hit>>,
    doubles: Vec<Double>,
    loads: Vec<redress::books::customers::Load>,
}

fn days(log: &Log) -> Vec<NaiveDate> {
    let days: BTreeSet<NaiveDate> = log.facts.iter().map(|it| log.world.calendar().day_of(it.at)).collect();
    days.into_iter().rev().take(3).collect()
}

fn answers(books: &Books, log: &Log) -> Answers {
    let customers = books.customers();
    let people = [log.world.desk(), log.world.supervisor()];
    let days = days(log);
    let daily = days.iter().flat_map(|it| [Filter::NewOn(*it), Filter::ChangedOn(*it)]);
    let filters = [Filter::All, Filter::Of(people[0]), Filter::Members, Filter::Unallotted, Filter::Uncontacted];
    let lists = filters.into_iter().chain(daily).map(|it| customers.list(it, "", usize::MAX).hits);
    let found = ["wang", "2206", "vip", "王"].map(|it| customers.find(it, usize::MAX));
    Answers {
        counts: people.iter().flat_map(|who| days.iter().map(|day| customers.counts(*who, *day))).collect(),
        lists: lists.chain(found).collect(),
        doubles: customers.doubles(),
        loads: people.iter().map(|it| customers.load(*it)).collect(),
    }
}

/// The day on which a customer began, by a look at everything.
fn began(customers: Customers<'_>, log: &Log, who: Who) -> NaiveDate {
    let files = match who {
        Who::File(id) => customers.numbers().group(id),
        Who::Caller(_) => Vec::new(),
    };
    let opened = files.into_iter().filter_map(|it| customers.file(it)).map(|it: &Customer| it.opened.at);
    let called = customers.complaints(who).into_iter().map(|it| it.registered.at);
    log.world.calendar().day_of(opened.chain(called).min().unwrap())
}

fn agrees_with_a_look_at_everybody(books: &Books, log: &Log) {
    let customers = books.customers();
    let everybody: Vec<Who> = customers.find("", usize::MAX).into_iter().map(|it| it.who).collect();
    let count = |wanted: &dyn Fn(Who) -> bool| everybody.iter().filter(|it| wanted(**it)).count();
    let desk = log.world.desk();
    for day in days(log) {
        let counts = customers.counts(desk, day);
        let written: BTreeSet<Who> =
            customers.written_on(day).into_iter().map(|(id, _)| Who::File(customers.numbers().principal(id))).collect();
        let new = |it: Who| began(customers, log, it) == day;
        assert_eq!(counts.all, everybody.len());
        assert_eq!(counts.members, count(&|it| customers.is_member(it)));
        assert_eq!(counts.own, count(&|it| customers.owner(it) == Some(desk)));
        assert_eq!(counts.unallotted, count(&|it| customers.owner(it).is_none()));
        assert_eq!(counts.uncontacted, count(&|it| customers.waits_since(it).is_some()));
        assert_eq!(counts.new, count(&new));
        assert_eq!(counts.changed, count(&|it| written.contains(&it) && !new(it)));
    }
    // Every complaint is one customer's, and he is listed.
    for row in books.ledger().rows() {
        let who = customers.of_row(row);
        assert!(everybody.contains(&who), "whose complaint is {}", row.id);
        assert!(customers.complaints(who).iter().any(|it| it.id == row.id));
    }
    let different: BTreeSet<Who> = everybody.iter().copied().collect();
    assert_eq!(different.len(), everybody.len(), "nobody twice");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn customers_that_follow_the_facts_are_those_worked_out_from_nothing(
        turns in prop::collection::vec(turn(), 1..40),
    ) {
        let mut log = Log::new();
        log.at("2026-03-02 09:00");
        let mut run = Run { log, calls: Vec::new(), files: 0 };
        let mut follows = Books::default();
        let mut told = 0;
        for turn in turns {
            run.take(turn);
            // Fact by fact, as they come in.
            for fact in &run.log.facts[told..] {
                follows.absorb(std::slice::from_ref(fact));
            }
            told = run.log.facts.len();
        }
        let now = answers(&follows, &run.log);
        prop_assert_eq!(&now, &answers(&run.log.books(), &run.log), "all at once");
        let nothing = Books::from_bytes(&follows.to_bytes().unwrap()).unwrap();
        prop_assert_eq!(&now, &answers(&nothing, &run.log), "from the rows");
        agrees_with_a_look_at_everybody(&follows, &run.log);
    }
}
