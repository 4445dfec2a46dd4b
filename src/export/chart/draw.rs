//! The four charts.

use plotters_backend::DrawingBackend;

use crate::domain::complaint::terms::Satisfaction;
use crate::export::ExportError;
use crate::export::chart::ink::{Hold, Ink, Look};
use crate::export::chart::palette::{Rgb, heat_step};
use crate::export::chart::{Caption, Chart};
use crate::i18n::Texts;
use crate::report::chart::{Matrix, Pareto, Said, Trend, Unit};

type Done = Result<(), ExportError>;

const PAD: f32 = 20.0;
/// Title above, source below.
const TOP: f32 = 64.0;
const WIDTH: u32 = 720;
const PLOT: u32 = 300;
const LINE: u32 = 34;

/// Width and height in logical pixels.
pub(super) fn size(chart: Chart<'_>) -> (u32, u32) {
    let lines = |count: usize| u32::try_from(count).unwrap_or(200).clamp(1, 200) * LINE;
    let around = 104;
    match chart {
        Chart::Pareto(_) | Chart::Trend(_) => (WIDTH, PLOT + around + 20),
        Chart::Heatmap(matrix) => (WIDTH, lines(matrix.rows.len() + 2) + around - 20),
        Chart::Satisfaction(said) => (WIDTH, lines(said.len()) + around),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts and pixels lie far below 2^23")]
const fn float(count: u64) -> f32 {
    count as f32
}

pub(super) fn chart<B: DrawingBackend>(
    ink: &mut Ink<'_, B>,
    chart: Chart<'_>,
    caption: &Caption,
    texts: &Texts,
) -> Done {
    let (width, height) = size(chart);
    let (width, height) = (float(width.into()), float(height.into()));
    ink.rect((0.0, 0.0), (width, height), ink.palette.ground)?;
    let (few, share) = match chart {
        Chart::Pareto(pareto) => pareto.few(),
        Chart::Trend(_) | Chart::Heatmap(_) | Chart::Satisfaction(_) => (0, crate::report::Rate::default()),
    };
    let (title, remark) = match chart {
        Chart::Pareto(_) if 0 < few => {
            (texts.chart_pareto(), texts.chart_few(few, texts.percent(share.part, share.whole)))
        }
        Chart::Pareto(_) => (texts.chart_pareto(), String::new()),
        Chart::Trend(_) => (texts.chart_trend(), texts.chart_unit().to_owned()),
        Chart::Heatmap(_) => (texts.chart_heatmap(), texts.chart_unit().to_owned()),
        Chart::Satisfaction(_) => (texts.chart_satisfaction(), String::new()),
    };
    let bold = ink.bold(16.0);
    ink.text(title, (PAD, 28.0), bold, Hold::Left)?;
    let after = PAD + ink.width(title, bold) + 12.0;
    ink.text(&remark, (after, 29.0), ink.plain(12.0), Hold::Left)?;
    ink.text(&caption.source, (PAD, height - 18.0), ink.plain(11.0), Hold::Left)?;
    match chart {
        Chart::Pareto(it) => pareto(ink, it, texts),
        Chart::Trend(it) => trend(ink, it, texts),
        Chart::Heatmap(it) => heatmap(ink, it, texts),
        Chart::Satisfaction(it) => satisfaction(ink, it, texts),
    }
}

/// A round number above `most`, and the step between three or four gridlines.
fn axis(most: u64) -> (u64, u64) {
    let rough = most.max(3).div_ceil(4);
    let mut unit = 1;
    loop {
        for step in [1, 2, 5] {
            if rough <= step * unit {
                let step = step * unit;
                return (most.max(3).div_ceil(step) * step, step);
            }
        }
        unit *= 10;
    }
}

/// Gridlines with their numbers at the left.
fn grid<B: DrawingBackend>(
    ink: &mut Ink<'_, B>,
    (left, right): (f32, f32),
    (top, step): (u64, u64),
    texts: &Texts,
) -> Done {
    let mut value = 0;
    while value <= top {
        let y = level(value, top);
        ink.path(&[(left, y), (right, y)], 1.0, ink.palette.line)?;
        let number = texts.number(i64::try_from(value).unwrap_or(0));
        ink.text(&number, (left - 8.0, y), ink.plain(11.0), Hold::Right)?;
        value += step;
    }
    Ok(())
}

/// Where a value lies in the plot.
fn level(value: u64, top: u64) -> f32 {
    let plot = float(PLOT.into());
    TOP + plot - plot * float(value) / float(top.max(1))
}

fn legend<B: DrawingBackend>(ink: &mut Ink<'_, B>, entries: &[(&str, Rgb)]) -> Done {
    let look = ink.plain(12.0);
    let mut right = float(WIDTH.into()) - PAD;
    for (name, colour) in entries.iter().rev() {
        ink.text(name, (right, 29.0), look, Hold::Right)?;
        right -= ink.width(name, look) + 16.0;
        ink.rect((right, 24.0), (10.0, 10.0), *colour)?;
        right -= 16.0;
    }
    Ok(())
}

fn pareto<B: DrawingBackend>(ink: &mut Ink<'_, B>, it: &Pareto, texts: &Texts) -> Done {
    let (bar, curve) = (ink.palette.series[0], ink.palette.series[1]);
    legend(ink, &[(texts.chart_count(), bar), (texts.chart_cumulative(), curve)])?;
    let (left, right) = (PAD + 36.0, float(WIDTH.into()) - PAD - 44.0);
    let (top, step) = axis(it.bars.iter().map(|it| it.count).max().unwrap_or(0));
    grid(ink, (left, right), (top, step), texts)?;
    let slot = (right - left) / float(it.bars.len().max(1) as u64);
    let percent = |part: u64, whole: u64| level(part, whole);
    let mut points = Vec::new();
    for (place, bar) in it.bars.iter().enumerate() {
        let middle = left + slot * (float(place as u64) + 0.5);
        let wide = (slot * 0.62).min(56.0);
        let y = level(bar.count, top);
        let colour = match (bar.category, bar.vital) {
            (None, _) => ink.palette.rest,
            (Some(_), true) => ink.palette.series[0],
            (Some(_), false) => ink.palette.heat[3],
        };
        ink.rect((middle - wide / 2.0, y), (wide, level(0, top) - y), colour)?;
        let name = if bar.category.is_none() { texts.report_others() } else { &bar.name };
        let look = ink.plain(11.0);
        let name = ink.fit(name, slot - 4.0, look);
        ink.text(&name, (middle, level(0, top) + 14.0), look, Hold::Middle)?;
        points.push((middle, percent(bar.cumulative.part, bar.cumulative.whole)));
    }
    let rule = level(4, 5);
    ink.dashed(&[(left, rule), (right, rule)], 1.0, curve)?;
    for (share, words) in [(2, "40%"), (4, "80%"), (5, "100%")] {
        let look = if share == 4 { Look { colour: curve, ..ink.bold(11.0) } } else { ink.plain(11.0) };
        ink.text(words, (right + 8.0, level(share, 5)), look, Hold::Left)?;
    }
    ink.path(&points, 2.0, curve)?;
    for point in &points {
        ink.ring(*point, 4.0, curve)?;
    }
    for (place, bar) in it.bars.iter().enumerate() {
        // Above its bar, or inside where the curve runs.
        let middle = left + slot * (float(place as u64) + 0.5);
        let y = level(bar.count, top);
        let label = y - 9.0;
        let crossed = points.get(place).is_some_and(|point| (point.1 - label).abs() < 12.0);
        let near = crossed || (rule - label).abs() < 9.0;
        let inside = near && 26.0 < level(0, top) - y;
        let look = if inside { Look { colour: ink.palette.ground, ..ink.bold(12.0) } } else { ink.bold(12.0) };
        let y = if inside { y + 12.0 } else { y - 9.0 };
        ink.text(&texts.number(i64::try_from(bar.count).unwrap_or(0)), (middle, y), look, Hold::Middle)?;
    }
    Ok(())
}

fn trend<B: DrawingBackend>(ink: &mut Ink<'_, B>, it: &Trend, texts: &Texts) -> Done {
    let (left, right) = (PAD + 36.0, float(WIDTH.into()) - PAD - 84.0);
    let most = it.new.iter().chain(&it.closed).copied().max().unwrap_or(0);
    let (top, step) = axis(most);
    grid(ink, (left, right), (top, step), texts)?;
    let slot = (right - left - 20.0) / float((it.months.len().max(2) - 1) as u64);
    let x = |place: usize| left + 10.0 + slot * float(place as u64);
    for (place, month) in it.months.iter().enumerate() {
        let last = place + 1 == it.months.len();
        let look = if last { ink.bold(11.0) } else { ink.plain(11.0) };
        ink.text(&texts.chart_month(month.number()), (x(place), level(0, top) + 14.0), look, Hold::Middle)?;
    }
    let points = |counts: &[u64]| -> Vec<(f32, f32)> {
        counts.iter().enumerate().map(|(place, count)| (x(place), level(*count, top))).collect()
    };
    let (new, closed) = (points(&it.new), points(&it.closed));
    let (first, second) = (ink.palette.series[0], ink.palette.series[2]);
    ink.dashed(&closed, 2.0, second)?;
    ink.path(&new, 2.0, first)?;
    let mut labels: Vec<(f32, String, Rgb)> = Vec::new();
    for (points, counts, name, colour) in
        [(&new, &it.new, texts.column_new(), first), (&closed, &it.closed, texts.column_closed(), second)]
    {
        if let (Some(end), Some(count)) = (points.last(), counts.last()) {
            ink.ring(*end, 4.0, colour)?;
            labels.push((end.1, format!("{name} {count}"), colour));
        }
    }
    labels.sort_by(|one, other| one.0.total_cmp(&other.0));
    // Two labels never lie on one another.
    if let [one, other] = labels.as_mut_slice()
        && other.0 - one.0 < 16.0
    {
        let middle = f32::midpoint(one.0, other.0);
        (one.0, other.0) = (middle - 8.0, middle + 8.0);
    }
    for (y, words, colour) in labels {
        ink.text(&words, (right + 2.0, y), Look { colour, ..ink.bold(12.0) }, Hold::Left)?;
    }
    Ok(())
}

fn heatmap<B: DrawingBackend>(ink: &mut Ink<'_, B>, it: &Matrix<Unit>, texts: &Texts) -> Done {
    let (left, right) = (PAD + 96.0, float(WIDTH.into()) - PAD - 48.0);
    let slot = (right - left) / float(it.columns.len().max(1) as u64);
    let line = float(LINE.into());
    let (plain, bold) = (ink.plain(11.0), ink.bold(12.0));
    let x = |column: usize| left + slot * float(column as u64);
    let y = |row: usize| TOP - 20.0 + line * (float(row as u64) + 1.0);
    for (column, (id, name)) in it.columns.iter().enumerate() {
        let name = if id.is_none() { texts.report_others() } else { name };
        let name = ink.fit(name, slot - 4.0, plain);
        ink.text(&name, (x(column) + slot / 2.0, TOP - 20.0 + line * 0.6), plain, Hold::Middle)?;
    }
    ink.text(texts.report_total(), (right + 24.0, TOP - 20.0 + line * 0.6), plain, Hold::Middle)?;
    let number = |count: u64| texts.number(i64::try_from(count).unwrap_or(0));
    for (row, ((unit, name), cells)) in it.rows.iter().zip(&it.cells).enumerate() {
        let name = texts.unit(*unit, name);
        let look = Look { colour: ink.palette.ink, ..ink.plain(12.0) };
        let name = ink.fit(name, 88.0, look);
        let middle = y(row) + line / 2.0;
        ink.text(&name, (left - 8.0, middle), look, Hold::Right)?;
        for (column, count) in cells.iter().enumerate() {
            let step = heat_step(*count);
            ink.rect((x(column) + 1.0, y(row) + 1.0), (slot - 2.0, line - 2.0), ink.palette.heat[step])?;
            let colour = if 4 <= step { ink.palette.ground } else { ink.palette.ink };
            let (words, colour) =
                if *count == 0 { ("-".to_owned(), ink.palette.faint) } else { (number(*count), colour) };
            ink.text(&words, (x(column) + slot / 2.0, middle), Look { colour, ..bold }, Hold::Middle)?;
        }
        ink.text(&number(it.row_total(row)), (right + 24.0, middle), bold, Hold::Middle)?;
    }
    let middle = y(it.rows.len()) + line / 2.0;
    ink.text(texts.report_total(), (left - 8.0, middle), plain, Hold::Right)?;
    for column in 0..it.columns.len() {
        ink.text(&number(it.column_total(column)), (x(column) + slot / 2.0, middle), bold, Hold::Middle)?;
    }
    ink.text(&number(it.total()), (right + 24.0, middle), bold, Hold::Middle)
}

fn satisfaction<B: DrawingBackend>(ink: &mut Ink<'_, B>, said: &[Said], texts: &Texts) -> Done {
    let votes = ink.palette.votes;
    let names = Satisfaction::ALL.iter().map(|it| texts.name(*it));
    let entries: Vec<(&str, Rgb)> = names.zip(votes).collect();
    legend(ink, &entries)?;
    let (left, right) = (PAD + 96.0, float(WIDTH.into()) - PAD - 132.0);
    let line = float(LINE.into());
    for (place, it) in said.iter().enumerate() {
        let top = TOP + line * float(place as u64) - 8.0;
        let middle = top + line / 2.0;
        let look = Look { colour: ink.palette.ink, ..ink.plain(12.0) };
        let name = texts.unit(it.unit, &it.name);
        let name = ink.fit(name, 88.0, look);
        ink.text(&name, (left - 8.0, middle), look, Hold::Right)?;
        let whole = float(it.votes.total().max(1));
        let mut x = left;
        for (count, colour) in [it.votes.satisfied, it.votes.neutral, it.votes.dissatisfied].into_iter().zip(votes) {
            let wide = (right - left) * float(count) / whole;
            ink.rect((x, top + 8.0), ((wide - 1.0).max(0.0), line - 16.0), colour)?;
            x += wide;
        }
        let rate = it.votes.rate();
        ink.text(&texts.percent(rate.part, rate.whole), (right + 68.0, middle), ink.bold(12.0), Hold::Right)?;
        let parts = format!("{}/{}", rate.part, rate.whole);
        ink.text(&parts, (right + 132.0, middle), ink.plain(11.0), Hold::Right)?;
    }
    Ok(())
}
