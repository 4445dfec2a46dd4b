//! Pictures of charts: they can be read back, and they say the numbers.

use redress::domain::id::{CategoryId, DepartmentId};
use redress::export::chart::{Caption, Chart, png, size, svg};
use redress::i18n::{Locale, Texts};
use redress::report::chart::{Bar, Matrix, Pareto, Said, Trend, Unit};
use redress::report::figures::{Rate, Votes};

const NAMES: [&str; 9] =
    ["产品质量", "售后退换", "物流配送", "服务质量", "服务态度", "价格费用", "直播体验", "宣传不实（夸大）", ""];
const COUNTS: [u64; 9] = [31, 24, 21, 14, 11, 9, 7, 5, 4];

fn pareto() -> Pareto {
    let mut sum = 0;
    let bars = NAMES.iter().zip(COUNTS).zip(1..).map(|((name, count), id)| {
        let vital = sum * 5 < 126 * 4 && !name.is_empty();
        sum += count;
        let category = (!name.is_empty()).then_some(CategoryId(id));
        Bar { category, name: (*name).to_owned(), count, cumulative: Rate { part: sum, whole: 126 }, vital }
    });
    Pareto { bars: bars.collect() }
}

fn trend() -> Trend {
    let months =
        std::iter::successors(Some("2025-03".parse().unwrap()), |it: &redress::domain::month::Month| Some(it.next()));
    Trend {
        months: months.take(12).collect(),
        new: vec![118, 124, 131, 128, 142, 150, 147, 139, 149, 161, 154, 126],
        closed: vec![115, 121, 128, 131, 138, 147, 148, 137, 145, 157, 155, 122],
        categories: Vec::new(),
    }
}

fn matrix() -> Matrix<Unit> {
    let names = ["售后服务部", "物流部", "质检部", "华东片区", "运营部", "华南片区", "产品部", ""];
    let cells = (0..8_u64).map(|row| (0..9_u64).map(|column| (row * 7 + column * 5) % 19).collect()).collect();
    let department = |name: &str, id| (!name.is_empty()).then_some(DepartmentId(id));
    Matrix {
        rows: names.iter().zip(1..).map(|(name, id)| (department(name, id), (*name).to_owned())).collect(),
        columns: NAMES
            .iter()
            .zip(1..)
            .map(|(name, id)| ((!name.is_empty()).then_some(CategoryId(id)), (*name).to_owned()))
            .collect(),
        cells,
    }
    .folded()
}

fn said() -> Vec<Said> {
    let said = |name: &str, satisfied, neutral, dissatisfied| Said {
        unit: Unit::Department(DepartmentId(1)),
        name: name.to_owned(),
        votes: Votes { satisfied, neutral, dissatisfied },
    };
    vec![
        said("售后服务部", 26, 2, 2),
        said("物流部", 18, 1, 1),
        said("质检部", 13, 1, 0),
        said("华东片区与其他", 12, 0, 1),
    ]
}

fn caption() -> Caption {
    Caption { source: "恒川电器·2026-02-01 至 2026-02-28".to_owned() }
}

#[test]
fn a_picture_can_be_read_back_and_is_not_blank() {
    let (pareto, trend, matrix, said) = (pareto(), trend(), matrix(), said());
    let charts = [
        ("pareto", Chart::Pareto(&pareto)),
        ("trend", Chart::Trend(&trend)),
        ("heatmap", Chart::Heatmap(&matrix)),
        ("satisfaction", Chart::Satisfaction(&said)),
    ];
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        for (name, chart) in charts {
            let bytes = png(chart, &caption(), &texts).unwrap();
            if let Ok(folder) = std::env::var("REDRESS_PICTURES") {
                std::fs::write(format!("{folder}/{name}-{}.png", locale.tag()), &bytes).unwrap();
            }
            let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
            let (width, height) = size(chart);
            assert_eq!(picture.dimensions(), (width * 2, height * 2));
            let inked = picture.pixels().filter(|it| it.0 != [255, 255, 255]).count();
            assert!(inked > 20_000, "{name}: {inked}");
        }
    }
}

#[test]
fn a_vector_picture_says_every_number() {
    let texts = Texts::new(Locale::ZhCn);
    let pareto = pareto();
    let picture = svg(Chart::Pareto(&pareto), &caption(), &texts).unwrap();
    for words in ["投诉类别", "前5类占80.16%", "产品质量", "其余", ">\n31\n<", ">\n4\n<", "100%", "恒川电器"]
    {
        assert!(picture.contains(words), "{words}: {picture}");
    }
    let said = said();
    let picture = svg(Chart::Satisfaction(&said), &caption(), &texts).unwrap();
    assert!(picture.contains("86.67%") && picture.contains("26/30"));
}

#[test]
fn nothing_to_draw_is_no_failure() {
    let texts = Texts::new(Locale::En);
    let (pareto, matrix) = (Pareto::default(), Matrix { rows: Vec::new(), columns: Vec::new(), cells: Vec::new() });
    let trend = Trend { months: Vec::new(), new: Vec::new(), closed: Vec::new(), categories: Vec::new() };
    for chart in [Chart::Pareto(&pareto), Chart::Trend(&trend), Chart::Heatmap(&matrix), Chart::Satisfaction(&[])] {
        assert!(png(chart, &caption(), &texts).is_ok());
        assert!(svg(chart, &caption(), &texts).is_ok());
    }
}

#[test]
fn the_numbers_behind_every_chart_go_to_a_workbook_and_a_table() {
    use redress::export::paper::{Above, series};
    use redress::export::{csv, xlsx};
    use redress::report::Period;
    let (pareto, trend, matrix, said) = (pareto(), trend(), matrix(), said());
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let period = Period::days(day("2026-02-01"), day("2026-02-28"));
    let above = Above { company: "恒川电器".to_owned(), period, narrow: "只含会员".to_owned() };
    let texts = Texts::new(Locale::ZhCn);
    let charts = [
        // Head, a row a bar, the total with all that is shown.
        (Chart::Pareto(&pareto), "大类,件数,占比,累计占比", "合计,126,100.00%,", pareto.bars.len()),
        (Chart::Trend(&trend), "月份,新增,结案", "合计,1669,1644", 12),
        (Chart::Heatmap(&matrix), "责任部门,产品质量", "合计,", matrix.rows.len()),
        (Chart::Satisfaction(&said), "责任部门,满意,一般,不满意,合计,满意率", "合计,69,4,4,77,89.61%", said.len()),
    ];
    for (chart, head, total, rows) in charts {
        let paper = series(chart, &above, &texts);
        let table = String::from_utf8(csv::csv(&paper).unwrap()).unwrap();
        let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].starts_with(head), "{}", lines[0]);
        assert!(lines[lines.len() - 1].starts_with(total), "{}", lines[lines.len() - 1]);
        assert_eq!(lines.len(), rows + 2, "head, rows, total");
        assert!(xlsx::workbook(&[&paper], &[], &texts).unwrap().starts_with(b"PK"));
        assert_eq!(paper.meta[1], "只含会员");
    }
}

#[test]
fn nine_departments_are_eight_and_the_rest_and_nothing_is_lost() {
    let row = |id: Option<u32>, counts: [u64; 2]| {
        let name = id.map_or(String::new(), |it| format!("部门{it}"));
        ((id.map(DepartmentId), name), counts.to_vec())
    };
    let of = |departments: u32| {
        let departments = (1..=departments).map(|it| row(Some(it), [u64::from(20 - it), 1]));
        let (rows, cells) = departments.chain([row(None, [3, 2])]).unzip();
        Matrix { rows, columns: vec![(Some(CategoryId(1)), "产品".to_owned()), (None, String::new())], cells }
    };
    let units = |it: &Matrix<Unit>| it.rows.iter().map(|it| it.0).collect::<Vec<_>>();
    // Eight stand by themselves, with what was not dispatched.
    let eight = of(8).folded();
    assert_eq!(eight.rows.len(), 9);
    assert_eq!(units(&eight).last(), Some(&Unit::Undispatched));
    // Of eleven the last three are one row, after everything else.
    let (whole, eleven) = (of(11), of(11).folded());
    assert_eq!(eleven.rows.len(), 10);
    assert_eq!(units(&eleven)[8..], [Unit::Undispatched, Unit::Rest]);
    assert_eq!(eleven.cells[9], [11 + 10 + 9, 3]);
    assert_eq!(eleven.total(), whole.total());
}
