//! Counting, months, search and repeats.

use chrono::NaiveDate;
use redress::books::repeats::{Draft, Likeness};
use redress::books::search::{Field, Within};
use redress::books::tally::{Cell, Days, Dimension, Filter, Key};
use redress::domain::complaint::terms::{Kind, Satisfaction, Severity};
use redress::domain::complaint::{Command, Details};
use redress::domain::customer::Phone;
use redress::domain::id::{CategoryId, ComplaintId};
use redress::domain::month::Month;
use redress::domain::office::{self, Rules, Subject};
use redress::domain::record::PROGRAM;

use super::log::Log;
use crate::world::{FIRST, text};

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn cell(complaints: u32) -> Cell {
    Cell { complaints, customers: complaints }
}

/// Two subcategories under different top categories.
fn two_categories(log: &Log) -> [CategoryId; 2] {
    let office = &log.world.office;
    let first = log.world.category(Severity::Minor);
    let other = office.categories().find(|it| it.parent.is_some() && it.parent != Some(office.parent(first))).unwrap();
    [first, other.id]
}

#[test]
fn months_end_at_the_cut_off_day_and_follow_the_office() {
    let mut log = Log::new();
    for at in ["2026-01-25 17:00", "2026-01-26 09:00", "2026-02-25 17:00", "2026-02-26 09:00"] {
        log.at(at).register(|_| {});
    }
    let check = |log: &Log, then: &[(&str, u32)]| {
        let books = log.books();
        let counts: Vec<_> = then.iter().map(|(at, count)| (Key::Month(month(at)), cell(*count))).collect();
        assert_eq!(books.count(&Filter::default(), Dimension::RegisteredMonth), counts);
    };
    check(&log, &[("2026-01", 2), ("2026-02", 2)]);
    log.office(office::Event::RulesSet(Rules { month_cut_off: Some(25), ..Rules::default() }));
    check(&log, &[("2026-01", 1), ("2026-02", 2), ("2026-03", 1)]);
    let days = Days::of(log.world.office.rules(), month("2026-02"));
    assert_eq!(log.books().total(&Filter::default().registered(days)), cell(2));
}

#[test]
fn a_day_is_the_offices_day() {
    let mut log = Log::new();
    // 00:30 in Shanghai is the evening before in Greenwich.
    log.at("2026-03-01 00:30").register(|_| {});
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let books = log.books();
    assert_eq!(books.count(&Filter::default(), Dimension::RegisteredDay), vec![(Key::Day(day), cell(1))]);
    assert_eq!(books.next_number(day), ComplaintId::new(day, 2));
    assert_eq!(books.next_number(day.succ_opt().unwrap()).sequence(), 1);
}

#[test]
fn categories_are_counted_themselves_and_under_the_one_above() {
    let mut log = Log::new();
    let [one, other] = two_categories(&log);
    log.at("2026-03-02 09:00");
    for (category, customers) in [(one, 1), (one, 3), (other, 1)] {
        log.register(|it| {
            it.category = category;
            it.customers = customers;
        });
    }
    log.register(|it| it.kind = Kind::Inquiry);
    log.office(office::Event::Retired { what: Subject::Category(other) });
    let books = log.books();
    let march = Key::Month(month("2026-03"));
    let mut expected =
        vec![(march, Key::Category(one), Cell { complaints: 2, customers: 4 }), (march, Key::Category(other), cell(1))];
    expected.sort();
    let by = (Dimension::RegisteredMonth, Dimension::Category);
    assert_eq!(books.cross(&Filter::complaints(), by), expected);
    let top = Key::Category(books.office().parent(one));
    let above = books.count(&Filter::complaints(), Dimension::TopCategory);
    assert!(above.contains(&(top, Cell { complaints: 2, customers: 4 })), "{above:?}");
    assert_eq!(books.total(&Filter::complaints().only(Dimension::TopCategory, top)).complaints, 2);
    assert_eq!(books.total(&Filter::default()).complaints, 4);
    assert!(books.office().category(other).is_some(), "a report of last year finds the name");
}

#[test]
fn columns_say_what_rows_say() {
    let mut log = Log::new();
    log.at("2026-03-02 09:00");
    let closed = log.register(|it| it.complainant.region = Some(text("苏州")));
    log.register(|_| {});
    log.on(closed, |it| {
        it.founded().dispatched().accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
    });
    log.at("2026-04-03 10:00").on(closed, |it| {
        it.called_back(Satisfaction::Satisfied).unwrap();
    });
    let books = log.books();
    let department = log.world.department();
    for (dimension, key) in [
        (Dimension::Satisfaction, Key::Satisfaction(Satisfaction::Satisfied)),
        (Dimension::Department, Key::Department(department)),
        (Dimension::Region, Key::Text("苏州")),
        (Dimension::ClosedMonth, Key::Month(month("2026-04"))),
    ] {
        let found: Vec<_> = books.chosen(&Filter::default().only(dimension, key)).map(|it| it.id).collect();
        assert_eq!(found, vec![closed], "{dimension:?}");
        let counted = books.count(&Filter::default(), dimension);
        assert_eq!(counted, vec![(Key::Nothing, cell(1)), (key, cell(1))], "{dimension:?}");
    }
    assert_eq!(books.total(&Filter::default().only(Dimension::Region, Key::Text("杭州"))).complaints, 0);
    let when = |day: &str| books.total(&Filter::default().open_when_began(day.parse().unwrap())).complaints;
    assert_eq!((when("2026-03-02"), when("2026-03-03"), when("2026-04-03"), when("2026-04-04")), (0, 2, 2, 1));
}

fn sought() -> (Log, [ComplaintId; 2]) {
    let mut log = Log::new();
    let refund = log.at("2026-03-12 09:00").register(|it| {
        it.content = text("安装后漏水，要求退款，工单 ＷＳ－７７");
        it.order_number = Some(text("DD-2026-0099"));
        it.complainant.phone = Phone::new("139 2206 1357").unwrap();
        it.complainant.name = text("何静怡");
    });
    let cold = log.register(|_| {});
    (log, [refund, cold])
}

#[test]
fn scenario_12_search_finds_words_numbers_and_tails() {
    let (log, [refund, cold]) = sought();
    let books = log.books();
    let category = log.world.office.category(log.world.category(Severity::Minor)).unwrap();
    let top = log.world.office.category(log.world.office.parent(category.id)).unwrap();
    for (query, hits) in [
        ("退款", vec![(refund, Field::Content)]),
        ("退", vec![(refund, Field::Content)]),
        ("漏水，要求", vec![(refund, Field::Content)]),
        ("空调不制冷", vec![(cold, Field::Content)]),
        ("1357", vec![(refund, Field::Phone)]),
        ("2206", vec![(cold, Field::Phone)]),
        ("139-2206-1357", vec![(refund, Field::Phone)]),
        ("１３９２２０６", vec![(refund, Field::Phone)]),
        ("ws-77", vec![(refund, Field::Content)]),
        ("ＤＤ－２０２６", vec![(refund, Field::Order)]),
        ("TS-20260312-002", vec![(cold, Field::Number)]),
        ("0312-001", vec![(refund, Field::Number)]),
        ("何静怡 退款", vec![(refund, Field::Name)]),
        ("何静怡 制冷", vec![]),
        ("hjy", vec![(refund, Field::Name)]),
        ("HEJINGYI 退款", vec![(refund, Field::Name)]),
        ("jy", vec![(refund, Field::Name)]),
        ("hjx", vec![]),
        ("kf-35", vec![(cold, Field::Product), (refund, Field::Product)]),
        (&category.name, vec![(cold, Field::Category), (refund, Field::Category)]),
        (&top.name, vec![(cold, Field::Category), (refund, Field::Category)]),
        ("没有的词", vec![]),
        ("  ", vec![]),
    ] {
        let found: Vec<_> =
            books.search(query, Within::Current, 10).into_iter().map(|it| (it.row.id, it.field)).collect();
        assert_eq!(found, hits, "{query}");
    }
    assert_eq!(books.search("换新机", Within::Current, 1).len(), 1, "no more than asked for");
}

#[test]
fn corrected_text_is_found_and_the_old_one_is_not() {
    let (mut log, [refund, _]) = sought();
    let mut details: Details = log.world.details();
    details.content = text("改为要求换货");
    details.complainant.phone = Phone::new("13900009999").unwrap();
    let desk = log.world.desk();
    log.act(refund, desk, Command::Amend { details: Box::new(details), reason: text("听错") });
    let books = log.books();
    assert!(books.search("退款", Within::Current, 9).is_empty());
    assert_eq!(books.search("9999", Within::Current, 9).len(), 1);
    assert_eq!(books.customer(&Phone::new("13922061357").unwrap()).count(), 0);
    assert_eq!(books.customer(&Phone::new("13900009999").unwrap()).count(), 1);
}

#[test]
fn the_archive_is_searched_on_request_only() {
    let (mut log, [refund, _]) = sought();
    log.on(refund, |it| {
        let command = Command::Solve { solution: text("当场退款"), satisfaction: Satisfaction::Satisfied };
        it.act(it.desk(), command).unwrap();
    });
    log.at("2026-05-01 09:00").act(refund, PROGRAM, Command::Archive);
    let books = log.books();
    assert!(books.search("退款", Within::Current, 9).is_empty());
    assert_eq!(books.search("退款", Within::Everything, 9).len(), 1);
}

#[test]
fn a_repeat_has_the_same_caller_and_matter_within_thirty_days() {
    let mut log = Log::new();
    let [one, other] = two_categories(&log);
    let first = log.at("2026-01-05 09:00").register(|it| it.category = one);
    let second = log.at("2026-02-03 09:00").register(|it| {
        it.category = one;
        it.product = text("别的产品");
        it.complainant.phone = Phone::new("+86 138 0617 2206").unwrap();
    });
    let third = log.at("2026-02-20 09:00").register(|it| {
        it.category = other;
        it.product = text("ＫＦ－３５ 空调挂机");
    });
    let inquiry = log.register(|it| it.kind = Kind::Inquiry);
    let stranger = log.register(|it| it.complainant.phone = Phone::new("13900000000").unwrap());
    let late = log.at("2026-04-01 09:00").register(|it| it.category = one);
    let books = log.books();
    let times = |id| (books.times(id), books.repeats(id).map(|it| it.id));
    assert_eq!(times(first), (1, None));
    assert_eq!(times(second), (2, Some(first)), "another product, the same category");
    assert_eq!(times(third), (1, None), "another category, the product of 46 days ago");
    assert_eq!(times(inquiry), (1, None));
    assert_eq!(times(stranger), (1, None));
    assert_eq!(times(late), (1, None), "40 days later");
    assert_eq!(books.times(ComplaintId::new(NaiveDate::MAX, 1)), 0);
    let caller = Phone::new("13806172206").unwrap();
    let history: Vec<_> = books.customer(&caller).map(|it| it.id).collect();
    assert_eq!(history, vec![late, inquiry, third, second, first]);
}

#[test]
fn what_is_alike_shows_while_typing() {
    let mut log = Log::new();
    let [one, other] = two_categories(&log);
    let same = log.at("2026-03-02 09:00").register(|it| it.category = one);
    let ordered = log.register(|it| {
        it.complainant.phone = Phone::new("13900000000").unwrap();
        it.order_number = Some(text("DD-1"));
    });
    let books = log.books();
    let phone = Phone::new("13806172206").unwrap();
    let now = log.world.now;
    let blank = Draft { phone: Some(&phone), ..Draft::default() };
    let check = |draft: Draft<'_>, then: &[(ComplaintId, Likeness)]| {
        let found: Vec<_> = books.candidates(draft, now).into_iter().map(|it| (it.row.id, it.likeness)).collect();
        assert_eq!(found, then);
    };
    check(blank, &[(same, Likeness::StillOpen)]);
    check(Draft { category: Some(one), ..blank }, &[(same, Likeness::SameCategory)]);
    check(Draft { category: Some(other), ..blank }, &[(same, Likeness::StillOpen)]);
    check(Draft { product: Some("kf-35 空调挂机"), ..blank }, &[(same, Likeness::SameProduct)]);
    check(Draft { content: Some("空调还是不制冷，三次上门都没修好"), ..blank }, &[(same, Likeness::SameWords)]);
    check(
        Draft { order_number: Some("ｄｄ－１"), ..blank },
        &[(ordered, Likeness::SameOrder), (same, Likeness::StillOpen)],
    );
    check(Draft::default(), &[]);
    // Without the number: the same name in much the same words; nearly the same words from whomever.
    let nearly = books.row(same).unwrap().content.to_string();
    let name = books.row(same).unwrap().caller.name.to_string();
    let stranger = Phone::new("13700000000").unwrap();
    let blank = Draft { phone: Some(&stranger), content: Some(&nearly), ..Draft::default() };
    check(Draft { name: Some(&name), ..blank }, &[(ordered, Likeness::SameName), (same, Likeness::SameName)]);
    check(
        Draft { name: Some("李四"), ..blank },
        &[(ordered, Likeness::AlikeElsewhere), (same, Likeness::AlikeElsewhere)],
    );
    check(Draft { content: Some("快递员把包裹扔在楼道里，外箱破损，没有人通知"), ..blank }, &[]);
}
