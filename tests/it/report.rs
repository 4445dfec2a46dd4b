//! Reports: figures worked out by hand, and totals that add up whatever happens.

pub mod march;
mod random;

use redress::domain::complaint::terms::{CallOutcome, CloseCode, ContactMethod, Money, Satisfaction};
use redress::domain::complaint::{Command, Stage};
use redress::domain::limits::ClockName;
use redress::export::paper;
use redress::i18n::{Locale, Texts};
use redress::report::figures::{Change, Mean, Rate, Value, Votes, in_percent};
use redress::report::monthly::{Check, Outcome, checks};
use redress::report::period::Period;
use redress::report::{Figures, Measure, MonthlySummary, Source};

use crate::books::log::Log;
use crate::world::{missed, text};
use march::{March, april_2, month};

fn rate(part: u64, whole: u64) -> Rate {
    Rate { part, whole }
}

#[test]
fn accountability_stands_in_the_report_only_where_the_office_wants_it() {
    use redress::domain::office::Accountability;
    let mut march = March::new();
    march.hold_somebody_accountable();
    assert_eq!(march.summary().accountability, None);
    march.account(Accountability::Shown);
    let rows = march.summary().accountability.unwrap();
    let told: Vec<_> = rows.iter().map(|it| (it.person.as_str(), it.measure.as_str(), it.words.as_str())).collect();
    assert_eq!(told, [("物流处理人", "口头警告", "未按约定送达")]);
    march.account(Accountability::Hidden);
    assert_eq!(march.summary().accountability, None);
}

#[test]
fn every_figure_of_the_month_is_what_was_counted_by_hand() {
    let march = March::new();
    let summary = march.summary();
    let it = &summary.overview.this;
    assert_eq!((it.opening, it.new, it.closed, it.closing), (1, 5, 5, 1));
    assert_eq!((it.founded, it.unfounded, it.late_open), (3, 1, 1));
    assert_eq!(it.closure(), rate(5, 6));
    assert_eq!(it.first_resolution, rate(2, 5), "A in its first round, F at the desk");
    assert_eq!(it.votes, Votes { satisfied: 2, neutral: 0, dissatisfied: 1 }, "A; B twice");
    assert_eq!(it.response, rate(5, 5));
    assert_eq!(it.dispatch, rate(2, 3), "B at 09:11 is late, its second round is not; E is exempt");
    assert_eq!(it.reports, rate(1, 1));
    assert_eq!(it.callback, rate(3, 4), "D was closed without one");
    assert_eq!(it.callback_on_time, rate(3, 4));
    assert_eq!(it.member_callback, rate(2, 3));
    assert_eq!((it.redispatched, it.escalated, it.repeats), (1, 0, 1));
    assert_eq!(it.compensation, Money::yuan(500));
    assert_eq!(it.handling, Mean { minutes: 20 + 1_520 + 3 + 20 + 5, cases: 5 });
    assert_eq!(it.working_days, 22);
}

#[test]
fn the_month_before_and_the_year_before_stand_beside_it() {
    let summary = March::new().summary();
    let (last, year_before) = (&summary.overview.last, &summary.overview.year_before);
    assert_eq!((last.opening, last.new, last.closed, last.closing), (0, 1, 0, 1));
    assert_eq!((year_before.opening, year_before.new, year_before.closing), (0, 0, 0));
    let change =
        |measure| Change::of(measure, summary.overview.last.value(measure), summary.overview.this.value(measure));
    assert_eq!(change(Measure::New), Change::Percent(Some(40_000)));
    assert_eq!(change(Measure::Closed), Change::Percent(None), "from nothing there is no percentage");
    assert_eq!(change(Measure::Redispatched), Change::Difference(1));
    assert_eq!(change(Measure::Closure), Change::Points { before: rate(0, 1), after: rate(5, 6) });
    assert_eq!(in_percent(154, 126), Some(-1_818));
}

#[test]
fn departments_add_up_and_what_was_not_dispatched_has_a_line_of_its_own() {
    let march = March::new();
    let summary = march.summary();
    let [handled, desk] = summary.departments.as_slice() else { panic!("{:?}", summary.departments) };
    assert_eq!((handled.opening, handled.new, handled.closed, handled.closing), (1, 3, 3, 1));
    assert_eq!((handled.on_time, handled.late, handled.redispatched, handled.rank), (rate(3, 3), 1, 1, Some(1)));
    assert_eq!(handled.votes, Votes { satisfied: 2, neutral: 0, dissatisfied: 1 });
    assert_eq!((desk.department, desk.opening, desk.new, desk.closed, desk.closing), (None, 0, 2, 2, 0));
    assert_eq!(desk.rank, None);
    let total = &summary.departments_total;
    assert_eq!((total.opening, total.new, total.closed, total.closing), (1, 5, 5, 1));
}

#[test]
fn categories_channels_regions_and_products_add_up_to_the_new_ones() {
    let summary = March::new().summary();
    let [row] = summary.categories.as_slice() else { panic!("{:?}", summary.categories) };
    assert_eq!((row.count, row.people, row.share, row.before), (5, 4, rate(5, 5), 1), "B and D are one customer");
    for rows in [&summary.channels, &summary.regions, &summary.products] {
        assert_eq!(rows.iter().map(|it| it.count).sum::<u64>(), 5);
        assert!(rows.iter().all(|it| it.share == rate(it.count, 5)));
    }
    assert_eq!(summary.products.len(), 2);
    assert_eq!(summary.regions.last().map(|it| it.name.as_str()), Some(""), "what was not said comes last");
}

#[test]
fn scenario_6_an_unfounded_complaint_counts_in_the_report_and_not_in_satisfaction() {
    let march = March::new();
    let summary = march.summary();
    let row = summary.details.iter().find(|it| it.id == march.unfounded).unwrap();
    assert_eq!((row.outcome, row.satisfaction), (Outcome::Closed(CloseCode::Unfounded), None));
    assert_eq!(summary.overview.this.unfounded, 1);
    assert_eq!(summary.overview.this.votes.total(), 3);
}

#[test]
fn scenario_8_a_member_closed_without_a_callback_is_named() {
    let march = March::new();
    let summary = march.summary();
    let [missing] = summary.members_missing.as_slice() else { panic!("{:?}", summary.members_missing) };
    assert_eq!((missing.id, missing.customer.surname.as_str()), (march.not_called, "王"));
    assert!(!summary.overview.this.member_callback.is_full());
    assert!(checks(&summary).contains(&Check::MemberCallbacks { missing: 1 }));
}

#[test]
fn what_is_exempt_counts_neither_way_and_is_listed_with_clock_reason_and_approver() {
    let march = March::new();
    let summary = march.summary();
    let [exemption] = summary.exemptions.as_slice() else { panic!("{:?}", summary.exemptions) };
    assert_eq!((exemption.id, exemption.clock), (march.open, ClockName::Dispatch));
    assert!(!exemption.words.is_empty() && !exemption.approver.is_empty());
    assert!(checks(&summary).contains(&Check::Exemptions { count: 1, lacking: 0 }));
}

#[test]
fn an_urgent_call_stands_in_the_report_of_its_month_and_another_call_does_not() {
    // When it was dialled, why, and whether March's and April's reports have it.
    for (at, why, march, april) in [
        ("2026-03-27 12:30", Some("客户要求午间回电"), 1, 0),
        ("2026-03-27 14:30", None, 0, 0),
        ("2026-03-31 23:30", Some("客户要求夜间回电"), 1, 0),
        ("2026-04-01 07:30", Some("客户要出门"), 0, 1),
    ] {
        let mut log = Log::new();
        let id = log.at("2026-03-26 09:00").register(|_| {});
        log.on(id, |world| {
            world.come_to_callback();
            let dial = Command::Dial { method: ContactMethod::Phone, urgent: why.map(text) };
            world.at(at);
            world.act(world.desk(), dial).unwrap();
            let record = missed(CallOutcome::NoAnswer);
            world.act(world.desk(), Command::RecordCallback(Box::new(record))).unwrap();
        });
        let books = log.books();
        let source = Source { books: &books, now: log.world.moment("2026-04-20 09:00") };
        let of = |name| MonthlySummary::of(&source, month(name));
        assert_eq!(of("2026-03").urgent_calls.len(), march, "{at}");
        assert_eq!(of("2026-04").urgent_calls.len(), april, "{at}");
        for locale in Locale::ALL {
            let texts = Texts::new(locale);
            let summary = of(if april == 1 { "2026-04" } else { "2026-03" });
            let told = format!("{:?}", paper::month_summary(&summary, paper::Filing::Draft, &texts));
            assert_eq!(told.contains(&texts.report_part_urgent(1)), 1 == march + april, "{at}");
            assert_eq!(why.is_some_and(|why| told.contains(why)), 1 == march + april, "{at}");
        }
        // Words are no part of the checksum, the call is.
        let (mut other, whole) = (of("2026-03"), of("2026-03"));
        other.urgent_calls.iter_mut().for_each(|it| it.words.clear());
        assert_eq!(other.checksum(), whole.checksum(), "{at}");
        other.urgent_calls.clear();
        assert_eq!(other.checksum() == whole.checksum(), march == 0, "{at}");
    }
}

#[test]
fn details_list_what_was_to_be_handled_in_order() {
    let march = March::new();
    let summary = march.summary();
    let ids: Vec<_> = summary.details.iter().map(|it| it.id).collect();
    assert_eq!(ids, [march.carried, march.twice, march.unfounded, march.not_called, march.open, march.solved]);
    let open = summary.details.iter().find(|it| it.id == march.open).unwrap();
    assert_eq!((open.outcome, open.closed, open.late), (Outcome::Open(Stage::InHandling), None, true));
    let twice = summary.details.iter().find(|it| it.id == march.twice).unwrap();
    assert_eq!((twice.round.0, twice.satisfaction), (2, Some(Satisfaction::Satisfied)));
}

#[test]
fn the_six_checks_say_what_is_wrong() {
    let mut summary = March::new().summary();
    let failed = |of: &MonthlySummary| checks(of).into_iter().filter(|it| !it.passed()).collect::<Vec<_>>();
    assert_eq!(checks(&summary).len(), 6);
    assert_eq!(failed(&summary), [Check::MemberCallbacks { missing: 1 }]);
    summary.overview.this.closing = 2;
    assert_eq!(failed(&summary)[0], Check::Balance { opening: 1, new: 5, closed: 5, closing: 2 });
    summary.categories.clear();
    assert_eq!(failed(&summary)[1], Check::Categories { sum: 0, new: 5 });
}

#[test]
fn the_past_month_reads_the_same_whenever_it_is_asked() {
    let mut march = March::new();
    let before = march.summary();
    // E is closed in April: March must still say that it was open and late then.
    march.close_the_open_one();
    let after = march.summary_at("2026-05-04 09:00");
    let (before, after) = (before.overview.this, after.overview.this);
    assert_eq!((before.closing, before.late_open), (1, 1));
    assert_eq!((after.closing, after.late_open, after.closed), (1, 1, 5));
    let april = Figures::of(
        &Source { books: &march.log.books(), now: march.log.world.moment("2026-05-04 09:00") },
        Period::month(march.log.world.office.rules(), month("2026-04")),
    );
    assert_eq!((april.opening, april.new, april.closed, april.closing), (1, 0, 1, 0));
}

#[test]
fn scenario_9_a_correction_changes_the_checksum_and_the_same_facts_do_not() {
    let mut march = March::new();
    let first = march.summary();
    assert_eq!(first.checksum(), march.summary().checksum());
    assert_eq!(first.head.number, "YB-202603-V1");
    march.file_first_version(&first);
    let again = march.summary();
    assert_eq!((again.head.number.as_str(), again.head.version), ("YB-202603-V2", 2));
    assert_eq!(again.checksum(), first.checksum(), "the number of a version is no number of the report");
    march.late_callback_of_march();
    let corrected = march.summary();
    assert_ne!(corrected.checksum(), first.checksum());
    let kept: MonthlySummary = serde_json::from_slice(&serde_json::to_vec(&first).unwrap()).unwrap();
    assert_eq!((kept.checksum(), &kept), (first.checksum(), &first), "what was filed is kept as it was");
}

#[test]
fn scenario_11_what_a_customer_is_called_is_no_part_of_the_checksum() {
    let summary = March::new().summary();
    let mut anonymous = summary.clone();
    for it in &mut anonymous.details {
        it.customer.surname = "*".to_owned();
        it.summary = "*".to_owned();
    }
    for it in &mut anonymous.members_missing {
        it.customer.surname = "*".to_owned();
    }
    assert_eq!(anonymous.checksum(), summary.checksum());
}

#[test]
fn a_value_can_be_asked_for_by_its_measure() {
    let march = March::new();
    let books = march.log.books();
    let source = Source { books: &books, now: april_2(&march.log.world) };
    let figures = Figures::of(&source, Period::month(books.office().rules(), month("2026-03")));
    assert_eq!(figures.value(Measure::ToHandle), Value::Count(6));
    assert_eq!(figures.value(Measure::Satisfaction), Value::Rate(rate(2, 3)));
    assert_eq!(Measure::ALL.len(), 22);
    let none = Figures::of_chosen(&source, Period::month(books.office().rules(), month("2026-03")), |_| false);
    assert_eq!(none.to_handle(), 0);
}
