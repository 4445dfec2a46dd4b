//! What is exported says what the value says.
#![expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "counts of a test are small and exact")]

mod charts;
mod forms;

use std::io::Cursor;

use calamine::{Data, DataType, Range, Reader, Xlsx};
use redress::export::csv::{csv, defused};
use redress::export::paper::{self, Block, Filing, Number, Paper};
use redress::export::xlsx::workbook;
use redress::i18n::{Locale, Texts};

use crate::report::march::March;

fn zh() -> Texts {
    Texts::new(Locale::ZhCn)
}

struct Sheets(Vec<(String, Range<Data>)>);

fn read(bytes: Vec<u8>) -> Sheets {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    Sheets(names.into_iter().map(|it| (it.clone(), book.worksheet_range(&it).unwrap())).collect())
}

impl Sheets {
    fn named(&self, name: &str) -> &Range<Data> {
        &self.0.iter().find(|it| it.0 == name).unwrap_or_else(|| panic!("no sheet {name}")).1
    }
}

/// The row of a sheet whose first or second cell says `label`.
#[track_caller]
fn row(sheet: &Range<Data>, label: &str) -> Vec<Data> {
    let found = sheet.rows().find(|row| row.iter().take(2).any(|it| it.get_string() == Some(label)));
    found.unwrap_or_else(|| panic!("no row {label}")).to_vec()
}

fn number(cell: &Data) -> f64 {
    match cell {
        Data::Int(it) => *it as f64,
        Data::Float(it) => *it,
        other => panic!("not a number: {other:?}"),
    }
}

fn month(march: &March, texts: &Texts) -> Paper {
    paper::month_summary(&march.summary(), Filing::Draft, texts)
}

#[test]
fn scenario_9_a_reader_that_does_not_calculate_sees_the_same_numbers() {
    let march = March::new();
    let summary = march.summary();
    let sheets = read(workbook(&[&month(&march, &zh())], &[], &zh()).unwrap());
    let overview = sheets.named("一、总体情况");
    let this = row(overview, "本月");
    // 期初 新增 成立 不成立 应处理 结案 期末 超时 结案率 首次解决率 满意率
    let counts: Vec<f64> = this[1..=8].iter().map(number).collect();
    assert_eq!(counts, [1.0, 5.0, 3.0, 1.0, 6.0, 5.0, 1.0, 1.0]);
    for (cell, share) in this[9..=11].iter().zip([5.0 / 6.0, 2.0 / 5.0, 2.0 / 3.0]) {
        assert!((number(cell) - share).abs() < 1e-12, "{cell:?}");
    }
    let departments = sheets.named("二、按责任部门");
    let total = row(departments, "合计");
    let expected = &summary.departments_total;
    for (place, value) in [
        (2, expected.opening),
        (3, expected.new),
        (4, expected.to_handle()),
        (5, expected.closed),
        (6, expected.closing),
    ] {
        assert_eq!(number(&total[place]), value as f64, "{place}");
    }
    let categories = sheets.named("三、按投诉类别");
    assert_eq!(number(&row(categories, "合计")[2]), 5.0);
    let details = sheets.named("五、投诉明细");
    let first = row(details, &summary.details[0].number);
    assert_eq!(first[2].as_datetime().unwrap().to_string(), "2026-02-27 00:00:00", "a date is a date");
}

/// Every formula is read again and worked out: its cached result is what Excel would show.
#[test]
fn the_cached_results_are_those_of_the_formulas() {
    let march = March::new();
    let bytes = workbook(&[&month(&march, &zh())], &[], &zh()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut seen = 0;
    for name in book.sheet_names() {
        let values = book.worksheet_range(&name).unwrap();
        let formulas = book.worksheet_formula(&name).unwrap();
        let at = |cell: &str| {
            let letters = cell.trim_matches(|it: char| it.is_ascii_digit());
            let column = letters.bytes().fold(0, |sum, it| sum * 26 + u32::from(it - b'A') + 1) - 1;
            let line: u32 = cell.trim_matches(|it: char| it.is_ascii_uppercase()).parse().unwrap();
            (line - 1, column)
        };
        let value =
            |place: (u32, u32)| values.get_value(place).map_or(0.0, |it| if it.is_empty() { 0.0 } else { number(it) });
        let sum = |text: &str| text.trim_matches(['(', ')']).split('+').map(|it| value(at(it))).sum::<f64>();
        let start = formulas.start().unwrap_or_default();
        for (line, column, formula) in formulas.used_cells() {
            let place = (start.0 + u32::try_from(line).unwrap(), start.1 + u32::try_from(column).unwrap());
            let worked = if let Some(range) = formula.strip_prefix("SUM(").and_then(|it| it.strip_suffix(')')) {
                let (from, until) = range.split_once(':').unwrap();
                (at(from).0..=at(until).0).map(|line| value((line, at(from).1))).sum()
            } else if let Some((part, whole)) = formula.split_once('/') {
                value(at(part)) / sum(whole)
            } else {
                sum(formula)
            };
            assert!((worked - value(place)).abs() < 1e-9, "{name} {place:?} ={formula}: {worked} {}", value(place));
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_customer_never_writes_a_formula() {
    let march = March::new();
    let paper = month(&march, &zh());
    let bytes = workbook(&[&paper], &[], &zh()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        for (_, _, formula) in book.worksheet_formula(&name).unwrap().used_cells() {
            assert!(!formula.contains("1+1") && !formula.contains("客户"), "{formula}");
        }
    }
    let sheets = read(workbook(&[&paper], &[], &zh()).unwrap());
    let shares = sheets.named("四、按投诉渠道、地区、产品");
    assert_eq!(row(shares, "=1+1 遥控器")[0].get_string(), Some("=1+1 遥控器"));
    let table = String::from_utf8(csv(&paper).unwrap()).unwrap();
    assert!(table.starts_with('\u{feff}'));
    assert!(table.contains("'=1+1 遥控器") && table.contains("'=客户出国"));
    assert!(table.contains("\r\n") && !table.replace("\r\n", "").contains('\n'));
}

#[test]
fn a_text_that_looks_like_a_formula_is_defused() {
    for (given, then) in [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-5", "'-5"),
        ("@SUM", "'@SUM"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("王海燕", "王海燕"),
        ("a=1", "a=1"),
        ("", ""),
    ] {
        assert_eq!(defused(given), then, "{given:?}");
    }
}

#[test]
fn a_csv_number_is_a_number() {
    let march = March::new();
    let bytes = csv(&month(&march, &zh())).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(&bytes[3..]);
    let rows: Vec<Vec<String>> =
        reader.records().map(|it| it.unwrap().iter().map(ToOwned::to_owned).collect()).collect();
    let this = rows.iter().find(|it| it[0] == "本月").unwrap();
    assert_eq!(this[1..=9], ["1", "5", "3", "1", "6", "5", "1", "1", "83.33%"]);
}

#[test]
fn the_month_on_paper_says_the_figures_in_every_language_and_no_whole_name() {
    let march = March::new();
    for (locale, title, rate) in [
        (Locale::ZhCn, "2026年03月 投诉信息月汇总报表", "83.33%"),
        (Locale::ZhTw, "2026年03月 客訴資訊月彙總報表", "83.33%"),
        (Locale::En, "2026-03 Monthly complaint summary", "83.33%"),
    ] {
        let texts = Texts::new(locale);
        let paper = month(&march, &texts);
        assert!(paper.title.ends_with(title), "{}", paper.title);
        assert_eq!(paper.form_number, "ZHB-TS-05");
        let cells: Vec<_> = paper.tables().flat_map(|it| &it.rows).flat_map(|it| &it.cells).collect();
        assert!(cells.iter().any(|it| it.text == rate));
        assert!(cells.iter().all(|it| !it.text.contains("海燕") && !it.text.contains("13806172206")));
        for table in paper.tables() {
            assert!(table.rows.iter().all(|it| it.cells.len() == table.columns.len()), "a table has no ragged rows");
        }
    }
}

#[test]
fn pages_hold_every_row_once_and_repeat_the_heads() {
    let march = March::new();
    let mut summary = march.summary();
    let row = summary.details[0].clone();
    summary.details.extend(std::iter::repeat_n(row, 200));
    let paper = paper::month_summary(&summary, Filing::Filed, &zh());
    let pages = paper.pages();
    assert!(pages.len() > 5, "{}", pages.len());
    assert_eq!(pages.iter().map(|it| it.number).collect::<Vec<_>>(), (1..=pages.len()).collect::<Vec<_>>());
    let rows = |blocks: &[Block]| -> usize {
        let tables = blocks.iter().map(|it| match it {
            Block::Table(table) => table.rows.len() - table.heads(),
            Block::Heading(_) | Block::Line(_) | Block::Notes { .. } | Block::Signatures(_) => 0,
        });
        tables.sum()
    };
    assert_eq!(pages.iter().map(|it| rows(&it.blocks)).sum::<usize>(), rows(&paper.blocks));
    for page in &pages {
        assert!(
            !matches!(page.blocks.last(), Some(Block::Heading(_))),
            "a heading stands alone on page {}",
            page.number
        );
        for block in &page.blocks {
            if let Block::Table(table) = block {
                assert_eq!(table.heads(), 1);
            }
        }
    }
}

#[test]
fn what_has_no_denominator_is_a_dash_and_no_number() {
    let mut march = March::new().summary();
    march.overview.this = redress::report::Figures::default();
    let paper = paper::month_summary(&march, Filing::Draft, &zh());
    let cells: Vec<_> = paper.tables().take(2).flat_map(|it| &it.rows[1].cells).collect();
    assert_eq!(cells.iter().filter(|it| it.text == "—").count(), 10);
    assert!(cells.iter().all(|it| it.number != Some(Number::Percent(0.0))));
}
