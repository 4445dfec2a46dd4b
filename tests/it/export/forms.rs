//! The ledger, the callback record and summary, the category statistics.

use redress::export::Disclosure;
use redress::export::csv::csv;
use redress::export::json::json;
use redress::export::paper::{self, Paper, RowKind};
use redress::export::xlsx::{Picture, workbook};
use redress::i18n::{Locale, Texts};
use redress::report::callback_sheet::Next;
use redress::report::chart::{Breadth, Matrix, Pareto, Trend, kpis, satisfaction};
use redress::report::figures::{Rate, Votes};
use redress::report::period::Period;
use redress::report::{CallbackSheet, CallbackSummary, CategoryStatistics, Figures, LedgerReport, Measure, Source};

use crate::report::march::{March, april_2, month};

/// Asks over March 2026 as it is known on 2 April.
fn ask<T>(march: &March, ask: impl FnOnce(&Source<'_>, Period) -> T) -> T {
    let books = march.log.books();
    let source = Source { books: &books, now: april_2(&march.log.world) };
    ask(&source, Period::month(books.office().rules(), month("2026-03")))
}

fn papers(march: &March, disclosure: Disclosure, texts: &Texts) -> Vec<Paper> {
    vec![
        paper::ledger(&ask(march, |it, period| LedgerReport::of(it, period, |_| true)), disclosure, texts),
        paper::callback_sheet(&ask(march, |it, period| CallbackSheet::of(it, period, None)), disclosure, texts),
        paper::callback_summary(&ask(march, CallbackSummary::of), texts),
        paper::category_statistics(&ask(march, CategoryStatistics::of), texts),
    ]
}

#[test]
fn no_form_has_ragged_rows_and_every_one_becomes_a_workbook_and_a_table() {
    let march = March::new();
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        let papers = papers(&march, Disclosure::Masked, &texts);
        for paper in &papers {
            for table in paper.tables() {
                for row in &table.rows {
                    assert_eq!(row.cells.len(), table.columns.len(), "{} {:?}", paper.name, row.kind);
                }
            }
            assert!(!csv(paper).unwrap().is_empty());
            assert!(!paper.pages().is_empty());
        }
        let all: Vec<&Paper> = papers.iter().collect();
        let picture = Picture { name: texts.category_charts().to_owned(), images: Vec::new() };
        assert!(workbook(&all, &[picture], &texts).unwrap().starts_with(b"PK"));
    }
}

#[test]
fn names_and_numbers_are_masked_unless_disclosed() {
    let march = March::new();
    let texts = Texts::new(Locale::ZhCn);
    let all = |disclosure| {
        let tables = papers(&march, disclosure, &texts);
        String::from_utf8(tables.iter().flat_map(|it| csv(it).unwrap()).collect()).unwrap()
    };
    let masked = all(Disclosure::Masked);
    assert!(!masked.contains("王海燕") && !masked.contains("13806172206"));
    assert!(masked.contains("王女士") && masked.contains("138****2206"));
    let full = all(Disclosure::Full);
    assert!(full.contains("王海燕") && full.contains("13806172206"));
}

#[test]
fn the_ledger_adds_up_in_its_last_line() {
    let march = March::new();
    let ledger = ask(&march, |it, period| LedgerReport::of(it, period, |_| true));
    assert_eq!(ledger.rows.len(), 5);
    assert_eq!(ledger.compensation.0, 50_000);
    let twice = &ledger.rows[0];
    assert_eq!((twice.dispatch_minutes, twice.handling_minutes, twice.round.0), (Some(11), Some(1_520), 2));
    let paper = paper::ledger(&ledger, Disclosure::Masked, &Texts::new(Locale::ZhCn));
    let table = paper.tables().next().unwrap();
    assert_eq!(table.columns.len(), 33);
    let total = table.rows.iter().find(|it| it.kind == RowKind::Total).unwrap();
    assert_eq!((total.cells[0].text.as_str(), total.cells[1].text.as_str()), ("合计", "5"));
    assert_eq!(total.cells[21].text, "500.00");
}

#[test]
fn the_callback_record_lists_every_call_and_what_it_led_to() {
    let march = March::new();
    let sheet = ask(&march, |it, period| CallbackSheet::of(it, period, None));
    let calls: Vec<_> = sheet.lines.iter().map(|it| (it.id, it.next)).collect();
    let next = |it| Some(it);
    assert_eq!(
        calls,
        [
            (march.carried, next(Next::Closed)),
            (march.twice, next(Next::Redispatched)),
            (march.twice, next(Next::Closed)),
        ]
    );
    assert_eq!((sheet.callback, sheet.members), (Rate { part: 3, whole: 4 }, Rate { part: 2, whole: 3 }));
    assert_eq!((sheet.success, sheet.votes.total()), (Rate { part: 3, whole: 3 }, 3));
    assert_eq!(sheet.lines[1].callback_number, "HF-20260303-001-1");
}

#[test]
fn the_callback_summary_says_the_same_as_the_month() {
    let march = March::new();
    let summary = ask(&march, CallbackSummary::of);
    assert_eq!((summary.calls.owed, summary.calls.done, summary.calls.made), (4, 3, 3));
    assert_eq!(summary.all, Votes { satisfied: 2, neutral: 0, dissatisfied: 1 });
    assert_eq!(summary.members, Votes { satisfied: 1, neutral: 0, dissatisfied: 1 });
    assert_eq!(summary.reasons, [("新机有瑕疵".to_owned(), 1)]);
    assert_eq!(summary.suggestions.len(), 1);
    let [caller] = summary.callers.as_slice() else { panic!("one caller") };
    assert_eq!((caller.calls, caller.on_time), (3, Rate { part: 3, whole: 3 }));
}

#[test]
fn category_statistics_have_subtotals_and_agree_with_the_month() {
    let march = March::new();
    let it = ask(&march, CategoryStatistics::of);
    assert_eq!((it.total.count, it.total.before, it.total.people), (5, 1, 4));
    assert_eq!((it.total.founded, it.total.unfounded, it.total.closed, it.total.open()), (3, 1, 4, 1));
    assert_eq!(it.groups.iter().map(|it| it.counts.count).sum::<u64>(), 5);
    for group in &it.groups {
        assert_eq!(group.subs.iter().map(|it| it.counts.count).sum::<u64>(), group.counts.count);
    }
    assert_eq!((it.departments.total(), it.channels.total()), (5, 5));
    assert_eq!(it.trend.months.len(), 12);
    assert_eq!((it.trend.new[10], it.trend.new[11], it.trend.closed[11]), (1, 5, 5));
    let of_categories: u64 = it.trend.categories.iter().map(|it| it.2[11]).sum();
    assert_eq!(of_categories, 5);
    assert_eq!(it.pareto.few(), (1, Rate { part: 5, whole: 5 }));
    let value: serde_json::Value = serde_json::from_slice(&json(&it).unwrap()).unwrap();
    assert_eq!(value["total"]["count"], 5);
}

#[test]
fn charts_say_the_same_as_the_month() {
    let march = March::new();
    ask(&march, |source, period| {
        let matrix = Matrix::departments(source, period, Breadth::Screen, |_| true);
        assert_eq!((matrix.total(), matrix.rows.len(), matrix.row_total(0)), (5, 2, 3));
        assert_eq!((0..matrix.columns.len()).map(|it| matrix.column_total(it)).sum::<u64>(), 5);
        let few = Pareto::of(source, period, |it| it.caller.member);
        assert_eq!(few.bars.iter().map(|it| it.count).sum::<u64>(), 2, "a filter filters");
        let trend = Trend::of(source, month("2026-03"), |_| true);
        assert_eq!(trend.months.first(), Some(&month("2025-04")));
        let said = satisfaction(source, period, |_| true);
        assert_eq!(said.iter().map(|it| it.votes.total()).sum::<u64>(), 3);
        let this = Figures::of(source, period);
        let before = Figures::of(source, period.before(source.office().rules()));
        let strip = kpis(&this, &before);
        assert_eq!(strip.len(), 8);
        assert_eq!(strip[0].measure, Measure::New);
        // 5 over 22 working days against 1 over 16: 5/22 ÷ 1/16 − 1 = 263.64 %.
        assert_eq!(strip[0].per_working_day, Some(26_364));
    });
}
