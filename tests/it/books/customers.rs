//! Customers: files and callers, found, counted, compared.

use redress::books::customers::{Alike, Field, Filter, Who};
use redress::books::repeats::{Draft, Likeness};
use redress::domain::complaint::Details;
use redress::domain::customer::{Command, Member, Phone, Profile};
use redress::domain::id::{ComplaintId, CustomerId};

use super::log::Log;
use crate::world::text;

fn phone(text: &str) -> Phone {
    Phone::new(text).unwrap()
}

/// A complaint by somebody.
fn call(log: &mut Log, name: &str, number: &str) -> ComplaintId {
    log.register(|it: &mut Details| {
        it.complainant.name = text(name);
        it.complainant.phone = phone(number);
        it.complainant.member = None;
        it.complainant.organisation = None;
    })
}

fn profile(log: &Log, id: ComplaintId) -> Profile {
    Profile::of(&log.case(id).details.complainant)
}

/// 王海燕 with a file and two numbers, 李强 and 曾志伟 without.
fn three() -> (Log, CustomerId, [ComplaintId; 3]) {
    let mut log = Log::new();
    let first = call(log.at("2026-03-02 09:00"), "王海燕", "13806172206");
    let li = call(log.at("2026-03-03 09:00"), "李强", "13900001111");
    let zeng = call(log.at("2026-03-04 09:00"), "曾志伟", "0512-6512-2206");
    let mut known = profile(&log, first);
    known.phones.push(phone("13700009999"));
    known.organisation = Some(text("远大设备有限公司"));
    known.member = Some(Member { number: Some(text("VIP-20118")), tier: Some(text("金卡")) });
    known.tags = vec![text("老客户")];
    let file = log.at("2026-03-05 09:00").open(known);
    (log, file, [first, li, zeng])
}

#[test]
fn customers_are_found_by_digits_names_pinyin_company_and_card() {
    let (log, file, [_, li, zeng]) = three();
    let books = log.books();
    let (file, li, zeng) = (Who::File(file), Who::Caller(li), Who::Caller(zeng));
    for (query, hits) in [
        ("2206", vec![(file, Field::Phone), (zeng, Field::Phone)]),
        ("138-0617-2206", vec![(file, Field::Phone)]),
        ("138061", vec![(file, Field::Phone)]),
        ("9999", vec![(file, Field::Phone)]),
        ("0617", vec![]),
        ("王海", vec![(file, Field::Name)]),
        ("why", vec![(file, Field::Name)]),
        ("haiyan", vec![(file, Field::Name)]),
        ("zzw", vec![(zeng, Field::Name)]),
        ("CZW", vec![(zeng, Field::Name)]),
        ("liq", vec![(li, Field::Name)]),
        ("远大", vec![(file, Field::Organisation)]),
        ("ydsb", vec![(file, Field::Organisation)]),
        ("vip-201", vec![(file, Field::Member)]),
        ("老客户", vec![(file, Field::Tag)]),
        ("K1", vec![(file, Field::File)]),
        ("王 9999", vec![(file, Field::Name)]),
        ("王 1111", vec![]),
        ("没有这个人", vec![]),
    ] {
        let found: Vec<_> =
            books.customers().find(query, 9).into_iter().map(|it| (it.who, it.field.unwrap())).collect();
        assert_eq!(found, hits, "{query}");
    }
    let newest: Vec<_> = books.customers().find("", 2).into_iter().map(|it| it.who).collect();
    assert_eq!(newest, [file, zeng], "nothing asked: the newest");
    assert_eq!(books.customers().count(), 3);
}

#[test]
fn a_complaint_belongs_to_the_file_that_has_the_number() {
    let (mut log, file, [first, li, _]) = three();
    let second = call(log.at("2026-03-06 09:00"), "王海燕", "13700009999");
    let books = log.books();
    let customers = books.customers();
    assert_eq!(customers.of(&phone("+8613806172206")), Some(Who::File(file)));
    assert_eq!(customers.of(&phone("13900001111")), Some(Who::Caller(li)));
    assert_eq!(customers.of(&phone("13900002222")), None);
    let rows: Vec<_> = customers.complaints(Who::File(file)).into_iter().map(|it| it.id).collect();
    assert_eq!(rows, [second, first]);
    assert_eq!(customers.orders(Who::File(file)).len(), usize::from(log.case(first).details.order_number.is_some()));
    assert_eq!(customers.now(Who::Caller(first)), Who::File(file), "a caller who got a file since");
    assert_eq!(customers.profile(Who::Caller(li)).unwrap().name, text("李强"));
}

#[test]
fn two_people_with_one_number_keep_their_own_complaints() {
    let (mut log, file, _) = three();
    let husband = call(log.at("2026-03-06 09:00"), "陈建国", "13806172206");
    let other = profile(&log, husband);
    let second = log.open(other);
    let books = log.books();
    let ids = |who| books.customers().complaints(who).into_iter().map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(ids(Who::File(second)), [husband]);
    assert_eq!(ids(Who::File(file)).len(), 1);
    assert_eq!(books.customers().of(&phone("13806172206")), Some(Who::File(second)), "who called last");
}

#[test]
fn a_merged_file_is_found_under_the_one_that_speaks_and_comes_back() {
    let (mut log, file, [_, li, _]) = three();
    let other = profile(&log, li);
    let second = log.at("2026-03-07 09:00").open(other);
    let desk = log.world.desk();
    log.keep(second, desk, Command::Merge { into: file }).unwrap();
    let books = log.books();
    assert_eq!(books.customers().find("liqiang", 9)[0].who, Who::File(file));
    assert_eq!(books.customers().count(), 2);
    assert_eq!(books.customers().complaints(Who::File(file)).len(), 2);
    assert_eq!(books.customers().phones(Who::File(file)).len(), 3);
    log.keep(second, desk, Command::Unmerge).unwrap();
    let books = log.books();
    assert_eq!(books.customers().find("liqiang", 9)[0].who, Who::File(second));
    assert_eq!(books.customers().complaints(Who::File(file)).len(), 1);
}

#[test]
fn a_number_that_leaves_a_file_is_a_caller_again() {
    let (mut log, file, [first, _, _]) = three();
    let mut moved = profile(&log, first);
    moved.phones = vec![phone("13700009999")];
    let desk = log.world.desk();
    log.keep(file, desk, Command::Change { profile: Box::new(moved) }).unwrap();
    let books = log.books();
    assert_eq!(books.customers().find("13806172206", 9)[0].who, Who::Caller(first));
    assert!(books.customers().complaints(Who::File(file)).is_empty());
}

#[test]
fn each_day_has_its_new_and_its_changed_customers() {
    let (mut log, file, [_, li, _]) = three();
    let desk = log.world.desk();
    log.at("2026-03-09 09:00").keep(file, desk, Command::Note { words: text("备注") }).unwrap();
    let stranger = call(&mut log, "赵敏", "13611112222");
    log.keep(file, desk, Command::Reveal { purpose: text("核对") }).unwrap();
    let books = log.books();
    let list = |filter| books.customers().list(filter, "", 9).hits.into_iter().map(|it| it.who).collect::<Vec<_>>();
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(list(Filter::NewOn(day("2026-03-03"))), [Who::Caller(li)]);
    assert!(list(Filter::NewOn(day("2026-03-05"))).is_empty(), "the file of somebody who had called before");
    assert_eq!(list(Filter::ChangedOn(day("2026-03-05"))), [Who::File(file)]);
    assert_eq!(list(Filter::NewOn(day("2026-03-09"))), [Who::Caller(stranger)]);
    assert_eq!(list(Filter::ChangedOn(day("2026-03-09"))), [Who::File(file)]);
    assert!(list(Filter::ChangedOn(day("2026-03-10"))).is_empty());
}

#[test]
fn allotment_members_and_first_contact_are_lists() {
    let (mut log, file, _) = three();
    let desk = log.world.desk();
    let supervisor = log.world.supervisor();
    let total = |log: &Log, filter| log.books().customers().list(filter, "", 1).total;
    assert_eq!(total(&log, Filter::Unallotted), 3);
    log.keep(file, supervisor, Command::Assign { owner: Some(desk) }).unwrap();
    assert_eq!(total(&log, Filter::Unallotted), 2);
    assert_eq!(total(&log, Filter::Of(desk)), 1);
    assert_eq!(total(&log, Filter::Members), 1);
    assert_eq!(total(&log, Filter::Uncontacted), 1);
    let method = redress::domain::complaint::terms::ContactMethod::Phone;
    log.keep(file, desk, Command::Contact { method, words: text("问候") }).unwrap();
    assert_eq!(total(&log, Filter::Uncontacted), 0);
    let books = log.books();
    assert_eq!(books.customers().load(desk).files, 1);
    let unallotted: Vec<_> =
        books.customers().list(Filter::Unallotted, "", 9).hits.into_iter().map(|it| it.who).collect();
    assert_eq!(books.customers().allotment(&unallotted, &std::collections::BTreeMap::new()).len(), 2);
}

#[test]
fn double_entries_are_shown_until_somebody_decides() {
    let (mut log, file, [first, _, _]) = three();
    let desk = log.world.desk();
    let again = call(log.at("2026-03-06 09:00"), "王海燕", "15906172206");
    let books = log.books();
    let [double] = books.customers().doubles()[..] else { panic!("one pair") };
    assert_eq!((double.first, double.second), (Who::File(file), Who::Caller(again)));
    assert_eq!(double.alike, Alike::NameAndTail);
    let mut same_card = profile(&log, first);
    same_card.name = text("王燕");
    same_card.phones = vec![phone("18900001234")];
    same_card.member = Some(Member { number: Some(text("ＶＩＰ-20118")), tier: None });
    let second = log.open(same_card);
    let other = profile(&log, again);
    let third = log.open(other);
    assert_eq!(log.books().customers().doubles().len(), 2);
    log.keep(second, desk, Command::Merge { into: file }).unwrap();
    log.keep(third, desk, Command::TellApart { other: file }).unwrap();
    assert!(log.books().customers().doubles().is_empty());
}

#[test]
fn a_mistyped_name_on_one_number_is_a_double_until_somebody_decides() {
    for (one, other, then) in [
        ("王海燕", "王海艳", Some(Alike::NumberAndNearName)),
        ("王先生", "王", Some(Alike::NumberAndNearName)),
        ("王海燕", "陈建国", None),
        ("王先生", "王女士", None),
    ] {
        let mut log = Log::new();
        let first = call(log.at("2026-03-02 09:00"), one, "13806172206");
        let second = call(log.at("2026-03-03 09:00"), other, "13806172206");
        let doubles = log.books().customers().doubles();
        assert_eq!(doubles.first().map(|it| it.alike), then, "{one} {other}");
        // Two files of one number, told apart.
        let (first, second) = (profile(&log, first), profile(&log, second));
        let (first, second) = (log.open(first), log.open(second));
        assert_eq!(log.books().customers().doubles().len(), usize::from(then.is_some()), "{one} {other}");
        let desk = log.world.desk();
        log.keep(second, desk, Command::TellApart { other: first }).unwrap();
        assert!(log.books().customers().doubles().is_empty(), "{one} {other}");
        // What a person says counts in the reports; what only looks alike does not.
        assert!(log.books().ledger().rows().iter().all(|it| !log.books().is_repeat(it)));
    }
}

#[test]
fn of_three_who_are_alike_each_is_shown_until_told_apart() {
    let mut log = Log::new();
    let calls = ["13806172206", "15906172206", "18806172206"].map(|it| call(log.at("2026-03-02 09:00"), "王海燕", it));
    let files = calls.map(|it| {
        let profile = profile(&log, it);
        log.open(profile)
    });
    let pairs =
        |log: &Log| log.books().customers().doubles().into_iter().map(|it| (it.first, it.second)).collect::<Vec<_>>();
    let [a, b, c] = files.map(Who::File);
    assert_eq!(pairs(&log), [(a, b), (a, c)]);
    let desk = log.world.desk();
    log.keep(files[2], desk, Command::TellApart { other: files[0] }).unwrap();
    assert_eq!(pairs(&log), [(a, b), (b, c)], "beside the next who is like it");
    log.keep(files[1], desk, Command::TellApart { other: files[0] }).unwrap();
    log.keep(files[1], desk, Command::TellApart { other: files[2] }).unwrap();
    assert_eq!(pairs(&log), []);
}

/// Who calls from which number, in order; the customers that are counted, and whose the last complaint is a repeat of.
#[track_caller]
fn check_calls(calls: &[(&str, &str)], customers: usize, repeats: Option<usize>) {
    let mut log = Log::new();
    let ids: Vec<ComplaintId> = calls
        .iter()
        .zip(2..)
        .map(|((name, number), day)| call(log.at(&format!("2026-03-{day:02} 09:00")), name, number))
        .collect();
    let books = log.books();
    assert_eq!(books.customers().count(), customers, "{calls:?}");
    let last = *ids.last().unwrap();
    assert_eq!(books.repeats(last).map(|it| it.id), repeats.map(|it| ids[it]), "{calls:?}");
    let who = books.customers().of_row(books.row(last).unwrap());
    assert_eq!(who, Who::Caller(last));
    let own = books.customers().complaints(who).len();
    let named = calls.iter().filter(|it| it.1 == calls[ids.len() - 1].1).filter(|it| it.0 == calls[ids.len() - 1].0);
    assert_eq!(own, named.count(), "{calls:?}");
    // The checkpoint's index says the same.
    let read = redress::books::Books::from_bytes(&books.to_bytes().unwrap()).unwrap();
    assert_eq!(read.customers().count(), customers, "{calls:?}");
    let found = |it: &redress::books::Books| {
        let mut all: Vec<Who> = it.customers().find(calls[0].1, 9).into_iter().map(|it| it.who).collect();
        all.sort_unstable();
        all
    };
    assert_eq!(found(&read), found(&books), "{calls:?}");
}

#[test]
fn a_family_has_one_telephone_and_as_many_customers_as_names() {
    let (one, other) = ("13806172206", "13900001111");
    check_calls(&[("王海燕", one)], 1, None);
    check_calls(&[("王海燕", one), ("王海燕", one)], 1, Some(0));
    check_calls(&[("王海燕", one), ("陈建国", one)], 2, None);
    check_calls(&[("王海燕", one), ("陈建国", one), ("王海燕", one)], 2, Some(0));
    check_calls(&[("王海燕", one), ("王海燕", other)], 2, None);
}

#[test]
fn who_calls_under_a_name_is_known_by_it() {
    let mut log = Log::new();
    let wang = call(log.at("2026-03-02 09:00"), "Anna Berg", "13806172206");
    let chen = call(log.at("2026-03-03 09:00"), "陈建国", "13806172206");
    let number = phone("13806172206");
    let books = log.books();
    for (name, who) in [
        (None, Some(Who::Caller(chen))),
        (Some(""), Some(Who::Caller(chen))),
        (Some("anna  BERG"), Some(Who::Caller(wang))),
        (Some("陈建国"), Some(Who::Caller(chen))),
        (Some("王海燕"), None),
    ] {
        assert_eq!(books.customers().calling(&number, name), who, "{name:?}");
    }
    // What is typed now is a repeat of complaints of the same person; those of the number under other names are shown.
    let now = log.world.moment("2026-03-04 09:00");
    let like = |name, product| {
        let draft = Draft { phone: Some(&number), name, product, ..Default::default() };
        books.candidates(draft, now).into_iter().map(|it| (it.row.id, it.likeness)).collect::<Vec<_>>()
    };
    let (same, other) = (Some("KF-35 空调挂机"), Some("电饭煲"));
    for (name, product, then) in [
        (None, same, vec![(chen, Likeness::SameProduct), (wang, Likeness::SameProduct)]),
        (Some("陈建国"), same, vec![(chen, Likeness::SameProduct), (wang, Likeness::SameNumber)]),
        (Some("陈先生"), same, vec![(chen, Likeness::NearName), (wang, Likeness::SameNumber)]),
        (Some("陈"), same, vec![(chen, Likeness::NearName), (wang, Likeness::SameNumber)]),
        (Some("陈建"), other, vec![(chen, Likeness::SameNumber)]),
        (Some("anne berg"), same, vec![(wang, Likeness::NearName), (chen, Likeness::SameNumber)]),
        (Some("Anna Berg"), other, vec![(wang, Likeness::StillOpen)]),
        (Some("王海燕"), same, vec![(chen, Likeness::SameNumber), (wang, Likeness::SameNumber)]),
        (Some("王海燕"), other, vec![]),
    ] {
        assert_eq!(like(name, product), then, "{name:?} {product:?}");
    }
    // A file takes every caller of its number, whatever name was written down.
    let known = profile(&log, wang);
    let file = log.open(known);
    let books = log.books();
    assert_eq!(books.customers().calling(&number, Some("王海燕")), Some(Who::File(file)));
    assert_eq!(books.customers().complaints(Who::File(file)).len(), 2);
    assert_eq!(books.repeats(chen).map(|it| it.id), Some(wang));
}

#[test]
fn one_pass_counts_what_every_list_holds() {
    let (mut log, file, _) = three();
    let (desk, supervisor) = (log.world.desk(), log.world.supervisor());
    log.keep(file, supervisor, Command::Assign { owner: Some(desk) }).unwrap();
    log.at("2026-03-09 09:00").keep(file, desk, Command::Note { words: text("备注") }).unwrap();
    call(&mut log, "赵敏", "13611112222");
    let books = log.books();
    for day in ["2026-03-02", "2026-03-05", "2026-03-09", "2026-03-10"] {
        let day = day.parse().unwrap();
        let total = |filter| books.customers().list(filter, "", 0).total;
        let counts = books.customers().counts(desk, day);
        for (counted, filter) in [
            (counts.all, Filter::All),
            (counts.own, Filter::Of(desk)),
            (counts.new, Filter::NewOn(day)),
            (counts.changed, Filter::ChangedOn(day)),
            (counts.members, Filter::Members),
            (counts.unallotted, Filter::Unallotted),
            (counts.uncontacted, Filter::Uncontacted),
        ] {
            assert_eq!(counted, total(filter), "{filter:?} on {day}");
        }
    }
}

#[test]
fn an_allotted_customer_has_a_clock_until_the_first_contact() {
    use redress::domain::clock::Standing;
    let (mut log, file, _) = three();
    let (desk, supervisor) = (log.world.desk(), log.world.supervisor());
    let clock = |log: &Log| log.books().customers().first_contact(Who::File(file));
    assert_eq!(clock(&log), None, "nobody keeps it");
    log.at("2026-03-09 09:00").keep(file, supervisor, Command::Assign { owner: Some(desk) }).unwrap();
    let running = clock(&log).unwrap();
    assert_eq!(
        (log.world.wall(running.warn), log.world.wall(running.due)),
        ("2026-03-14 09:00".to_owned(), "2026-03-16 09:00".to_owned())
    );
    assert!(matches!(running.standing(log.world.moment("2026-03-14 09:00")), Standing::Soon { .. }));
    assert!(matches!(running.standing(log.world.moment("2026-03-16 09:01")), Standing::Late { .. }));
    assert_eq!(log.books().customers().uncontacted(Some(desk)).count(), 1);
    assert_eq!(log.books().customers().uncontacted(Some(supervisor)).count(), 0);
    let method = redress::domain::complaint::terms::ContactMethod::Phone;
    log.at("2026-03-17 09:00").keep(file, desk, Command::Contact { method, words: text("问候") }).unwrap();
    let done = clock(&log).unwrap();
    assert!(matches!(done.standing(log.world.now), Standing::Done { on_time: false, .. }));
    assert_eq!(log.books().customers().uncontacted(None).count(), 0);
}
