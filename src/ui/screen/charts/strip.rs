//! The strip of eight figures: value, change, numerator and denominator.

use std::cmp::Ordering;

use iced::widget::{column, container, row, rule};
use iced::{Center, Length};

use super::Message;
use super::model::Model;
use super::pareto::number;
use crate::domain::limits::{ClockName, Unit};
use crate::i18n::format::NONE;
use crate::report::chart::Kpi;
use crate::report::figures::{Change, Measure, Value};
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{caption, fitted, icon_tiny, line_across, measure, tip, words};

/// As high as it is, with the line below it.
pub const HEIGHT: f32 = 80.0;

/// The eight cells.
pub fn strip<'a>(env: &Env<'a>, model: &Model, width: f32) -> Element<'a, Message> {
    // A count has more beside it than a rate.
    let portion = |kpi: &Kpi| match kpi.value {
        Value::Count(_) | Value::Money(_) | Value::Mean(_) => 10_u16,
        Value::Rate(_) => 9,
    };
    let all: u16 = model.kpis.iter().map(portion).sum();
    let lines = f32::from(u16::try_from(model.kpis.len()).unwrap_or(u16::MAX)) - 1.0;
    let mut cells = row![].padding([0, 4]).height(HEIGHT - 1.0);
    for (place, kpi) in model.kpis.iter().enumerate() {
        if 0 < place {
            cells = cells.push(container(rule::vertical(1)).padding([14, 0]));
        }
        let room = (width - 8.0 - lines) * f32::from(portion(kpi)) / f32::from(all) - 24.0;
        cells = cells.push(container(cell(env, kpi, room)).width(Length::FillPortion(portion(kpi))).padding([9, 12]));
    }
    column![container(cells).width(Length::Fill).style(style::surface::pane), line_across()].into()
}

fn cell<'a>(env: &Env<'a>, kpi: &Kpi, room: f32) -> Element<'a, Message> {
    let texts = env.texts;
    let (value, beside) = match kpi.value {
        Value::Count(count) => {
            let change = kpi.per_working_day.map(|it| texts.charts_per_day(percent(it)));
            (number(texts, count), change.unwrap_or_default())
        }
        Value::Rate(rate) => (
            texts.percent(rate.part, rate.whole),
            texts.charts_fraction(number(texts, rate.part), number(texts, rate.whole)),
        ),
        Value::Money(money) => (texts.money(money), String::new()),
        Value::Mean(_) => (NONE.to_owned(), String::new()),
    };
    let (mark, change, tone) = change(env, kpi);
    let whole = format!("{change} {beside}");
    // Numerator and denominator stay; the arrow, which the sign repeats, and then the unit give way.
    let signed = change.starts_with(['+', '−']);
    let short = change.split(' ').next().filter(|_| signed).unwrap_or(&change).to_owned();
    let wide = |words: &str| measure(words, Face::Caption);
    let fits = |it: &&(Option<Icon>, &str)| {
        let arrow = if it.0.is_some() { 16.0 } else { 0.0 };
        arrow + wide(it.1) + 4.0 + wide(&beside) <= room
    };
    let ways = [(mark, change.as_str()), (None, change.as_str()), (mark, short.as_str()), (None, short.as_str())];
    let way = ways.iter().find(fits).copied();
    let is_whole = way == Some(ways[0]);
    let (mark, said) = way.unwrap_or(ways[0]);
    let (said, beside) = (said.to_owned(), way.map(|_| caption(beside.clone()).style(style::text::ink3)));
    let last: Element<'a, Message> = row![]
        .push(mark.map(|it| icon_tiny(it).style(style::text::toned(tone))))
        .push(caption(said).style(style::text::toned(tone)))
        .push(beside)
        .spacing(4)
        .align_y(Center)
        .into();
    column![
        container(fitted(&name(env, kpi.measure), Face::Small, room)).style(|theme: &crate::ui::theme::Theme| {
            container::Style { text_color: Some(theme.ink2), ..container::Style::default() }
        }),
        words(Face::Figure, value).size(20).line_height(iced::Pixels(26.0)),
        if is_whole { last } else { tip(last, whole) },
    ]
    .spacing(1)
    .into()
}

/// What a figure is called; limits as the office has them now.
fn name(env: &Env<'_>, measure: Measure) -> String {
    let texts = env.texts;
    let minutes = |clock| {
        let limit = env.office().limits().of(clock);
        (limit.unit == Unit::WorkingMinutes).then_some(limit.amount)
    };
    let said = match measure {
        Measure::New => Some(texts.charts_kpi_new().to_owned()),
        Measure::Dispatch => minutes(ClockName::Dispatch).map(|it| texts.charts_kpi_dispatch(it)),
        Measure::Reports => minutes(ClockName::Report).map(|it| texts.charts_kpi_reports(it)),
        Measure::Opening
        | Measure::Founded
        | Measure::Unfounded
        | Measure::ToHandle
        | Measure::Closed
        | Measure::Closing
        | Measure::LateOpen
        | Measure::Closure
        | Measure::FirstResolution
        | Measure::Satisfaction
        | Measure::Response
        | Measure::Callback
        | Measure::MemberCallback
        | Measure::CallbackOnTime
        | Measure::Redispatched
        | Measure::Escalated
        | Measure::Repeats
        | Measure::Compensation
        | Measure::Handling => None,
    };
    said.unwrap_or_else(|| texts.measure(measure).to_owned())
}

/// Arrow, words, and whether that is good.
fn change(env: &Env<'_>, kpi: &Kpi) -> (Option<Icon>, String, Tone) {
    let texts = env.texts;
    // All members must be called back: who is missing counts more than a change.
    if let (Measure::MemberCallback, Value::Rate(rate)) = (kpi.measure, kpi.value)
        && rate.part < rate.whole
    {
        let missing = number(texts, rate.whole - rate.part);
        return (Some(icon::CIRCLE_ALERT), texts.charts_members_missing(missing), Tone::Late);
    }
    let words = match kpi.change {
        Change::Percent(Some(change)) => percent(change),
        Change::Percent(None) => NONE.to_owned(),
        Change::Difference(change) => texts.change(change),
        Change::Points { before, after } => texts.points((before.part, before.whole), (after.part, after.whole)),
    };
    if words == NONE {
        return (None, words, Tone::Plain);
    }
    let direction = kpi.change.direction();
    let mark = match direction {
        Ordering::Greater => Some(icon::TRENDING_UP),
        Ordering::Less => Some(icon::TRENDING_DOWN),
        Ordering::Equal => None,
    };
    let good = kpi.measure.more_is_better().and_then(|more| match direction {
        Ordering::Greater => Some(more),
        Ordering::Less => Some(!more),
        Ordering::Equal => None,
    });
    let tone = match good {
        Some(true) => Tone::Ontime,
        Some(false) => Tone::Late,
        None => Tone::Plain,
    };
    (mark, words, tone)
}

/// `+7.39%` of hundredths of a percent.
fn percent(change: i64) -> String {
    let sign = match change.signum() {
        1 => "+",
        -1 => "−",
        _ => "",
    };
    let size = change.unsigned_abs();
    format!("{sign}{}.{:02}%", size / 100, size % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_a_sign_and_two_decimals() {
        assert_eq!(percent(739), "+7.39%");
        assert_eq!(percent(-1_818), "−18.18%");
        assert_eq!(percent(5), "+0.05%");
        assert_eq!(percent(0), "0.00%");
    }
}
