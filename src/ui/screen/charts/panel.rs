//! The drill panel: what stands behind a mark, and the cases themselves.

use std::rc::Rc;

use iced::widget::{Id, column, container, row, space};
use iced::{Center, Color, Length};

use super::model::{Found, Mark, Part};
use super::pareto::number;
use super::{Message, State, Stop};
use crate::books::Row;
use crate::domain::complaint::terms::Satisfaction;
use crate::domain::id::{CategoryId, DepartmentId};
use crate::report::chart::Unit;
use crate::report::reading;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::period::{Length as Long, Period};
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Theme, Tone};
use crate::ui::widget::{
    Focus, Note, badge, button, fitted, hint, icon_button, line_across, list_row, measure, named, note, scroll_named,
    small, small_strong,
};

/// As wide as it is.
pub const WIDTH: f32 = 316.0;
/// As rows of lists have it.
const PAD: f32 = 14.0;
/// So many parts by themselves.
const PARTS: usize = 8;
/// The list, to scroll in.
pub const LIST: &str = "charts.cases";

/// The id of a row of the list.
#[must_use]
pub fn row_id(place: usize) -> Id {
    Id::from(format!("charts.case.{place}"))
}

/// The panel.
pub fn panel<'a>((env, state): (&Env<'a>, &'a State), (mark, found): (Mark, &Rc<Found>)) -> Element<'a, Message> {
    let texts = env.texts;
    let name = title(env, mark);
    let head = column![
        row![
            container(fitted(&name, Face::Heading, WIDTH - PAD * 2.0 - 40.0)).width(Length::Fill),
            icon_button(icon::X, texts.close(), Some(Message::PanelClosed), 0),
        ]
        .align_y(Center),
        container(fitted(&about(env, state, (mark, found)), Face::Small, WIDTH - PAD * 2.0)).style(faint),
    ]
    .padding(iced::Padding { top: 9.0, right: PAD - 6.0, bottom: 10.0, left: PAD });
    let cases_head = row![
        small_strong(texts.charts_cases(number(texts, found.cases.len() as u64))).style(style::text::ink3),
        space().width(Length::Fill),
    ]
    .push((!found.cases.is_empty()).then(|| {
        Element::from(button(texts.charts_open()).link().compact().icon(icon::LIST).on_press(Message::ListOpened))
    }))
    .align_y(Center)
    .height(36)
    .padding(iced::Padding { top: 0.0, right: PAD - 8.0, bottom: 0.0, left: PAD });
    let export = (!found.cases.is_empty()).then(|| {
        let words = texts.charts_cases_export(number(texts, found.cases.len() as u64));
        let export = button(words).compact().icon(icon::DOWNLOAD).keys(Shortcut::command('e'));
        container(Element::from(export.on_press(Message::CasesAsked))).padding([8.0, PAD])
    });
    let trouble = state.cases_trouble.as_ref().map(|it| {
        container(note(Note {
            tone: Tone::Late,
            icon: icon::CIRCLE_ALERT,
            title: texts.charts_cases_not_exported().into(),
            words: it.words(texts).into(),
            actions: Vec::new(),
        }))
        .padding(8)
    });
    let mut list = column![];
    for (place, id) in found.cases.iter().enumerate().take(state.shown) {
        if let Some(row) = env.books.row(*id) {
            list = list.push(case(env, state, (place, row)));
        }
    }
    if state.shown < found.cases.len() {
        let more = button(texts.show_more()).quiet().compact().on_press(Message::MoreShown);
        list = list.push(container(Element::from(more)).center_x(Length::Fill).padding(8));
    }
    let parts = (!found.parts.is_empty()).then(|| column![parts(env, mark, found), line_across()]);
    container(
        column![head, line_across()]
            .push(parts)
            .push(cases_head)
            .push(line_across())
            .push(container(scroll_named(LIST, list)).height(Length::Fill))
            .push(trouble)
            .push(export.map(|it| column![line_across(), it])),
    )
    .width(WIDTH)
    .height(Length::Fill)
    .style(style::surface::pane)
    .into()
}

fn faint(theme: &Theme) -> container::Style {
    container::Style { text_color: Some(theme.ink3), ..container::Style::default() }
}

fn category(env: &Env<'_>, id: Option<CategoryId>) -> String {
    id.map_or_else(|| env.texts.report_others().to_owned(), |id| reading::category(env.office(), id).0)
}

fn department(env: &Env<'_>, id: Option<DepartmentId>) -> String {
    let name = reading::department(env.office(), id);
    if name.is_empty() { env.texts.report_undispatched().to_owned() } else { name }
}

fn unit(env: &Env<'_>, unit: Unit) -> String {
    match unit {
        Unit::Department(id) => department(env, Some(id)),
        Unit::Undispatched | Unit::Rest => env.texts.unit(unit, "").to_owned(),
    }
}

/// What was chosen.
pub(super) fn title(env: &Env<'_>, mark: Mark) -> String {
    match mark {
        Mark::Bar(id) => category(env, id),
        Mark::Month(month) => env.texts.month(month.first_day()),
        Mark::Cell(row, column) => env.texts.charts_panel_cell(category(env, column), unit(env, row)),
        Mark::Votes(id) => env.texts.charts_panel_votes(unit(env, id)),
    }
}

/// 2026 年 2 月·13 件·比 2026 年 1 月多 4.
fn about(env: &Env<'_>, state: &State, (mark, found): (Mark, &Found)) -> String {
    let texts = env.texts;
    let period = match mark {
        Mark::Month(month) => Period::of(Long::Month, month.first_day()),
        Mark::Bar(_) | Mark::Cell(..) | Mark::Votes(_) => state.period(env),
    };
    let (name, before) = (period.name(texts), period.previous().name(texts));
    let now = match mark {
        Mark::Votes(_) => texts.charts_panel_answers(number(texts, found.count), name),
        Mark::Bar(_) | Mark::Cell(..) | Mark::Month(_) => texts.charts_panel_count(number(texts, found.count), name),
    };
    let by = number(texts, found.count.abs_diff(found.before));
    match found.count.cmp(&found.before) {
        std::cmp::Ordering::Greater => texts.charts_panel_more(before, by, now),
        std::cmp::Ordering::Less => texts.charts_panel_less(before, by, now),
        std::cmp::Ordering::Equal => texts.charts_panel_same(before, now),
    }
}

fn parts<'a>(env: &Env<'a>, mark: Mark, found: &Found) -> Element<'a, Message> {
    let texts = env.texts;
    let heading_words = match mark {
        Mark::Bar(Some(_)) | Mark::Cell(_, Some(_)) => texts.charts_parts_subcategories(),
        Mark::Bar(None) | Mark::Cell(_, None) | Mark::Month(_) => texts.charts_parts_categories(),
        Mark::Votes(_) => texts.charts_parts_answers(),
    };
    let below_one = matches!(mark, Mark::Bar(Some(_)) | Mark::Cell(_, Some(_)));
    let name = |part: Part| match part {
        Part::Category(id) if below_one => {
            let (_, lower) = reading::category(env.office(), id);
            if lower.is_empty() { texts.charts_parts_unsaid().to_owned() } else { lower }
        }
        Part::Category(id) => category(env, Some(id)),
        Part::Answer(answer) => texts.name(answer).to_owned(),
    };
    let many = if found.parts.len() <= PARTS { found.parts.len() } else { PARTS - 1 };
    let (shown, rest) = found.parts.split_at(many);
    let mut all: Vec<(String, u64, Color)> =
        shown.iter().map(|(part, count)| (name(*part), *count, colour(&env.theme, *part))).collect();
    if !rest.is_empty() {
        let count = rest.iter().map(|it| it.1).sum();
        all.push((texts.charts_parts_rest(rest.len()), count, env.theme.chart[7]));
    }
    let most = all.iter().map(|it| it.1).max().unwrap_or(1).max(1);
    let longest = all.iter().map(|it| measure(&it.0, Face::Small)).fold(0.0, f32::max).clamp(40.0, 104.0) + 1.0;
    let mut drawn = column![small_strong(heading_words).style(style::text::ink3)].spacing(6);
    for (name, count, colour) in all {
        let share = texts.percent(count, found.count);
        let portion = |count: u64| Length::FillPortion(u16::try_from(count).unwrap_or(u16::MAX));
        let filled = container(space().width(Length::Fill).height(10)).width(portion(count)).style(bar(colour));
        let rest = (count < most).then(|| space().width(portion(most - count)).height(10));
        let well = container(row![filled].push(rest)).width(Length::Fill).style(style::surface::well);
        drawn = drawn.push(
            row![
                container(fitted(&name, Face::Small, longest)).width(longest),
                well,
                small_strong(number(texts, count)).width(24).align_x(iced::Right),
                container(hint(share)).width(50).align_x(iced::Right),
            ]
            .spacing(8)
            .height(22)
            .align_y(Center),
        );
    }
    container(drawn).padding([12.0, PAD]).into()
}

fn colour(theme: &Theme, part: Part) -> Color {
    match part {
        Part::Category(_) => theme.chart[0],
        Part::Answer(Satisfaction::Satisfied) => theme.satisfaction[0],
        Part::Answer(Satisfaction::Neutral) => theme.satisfaction[1],
        Part::Answer(Satisfaction::Dissatisfied) => theme.satisfaction[2],
    }
}

fn bar(colour: Color) -> impl Fn(&Theme) -> container::Style {
    move |_| container::Style {
        background: Some(colour.into()),
        border: iced::border::rounded(3.0),
        ..container::Style::default()
    }
}

fn case<'a>(env: &Env<'a>, state: &State, (place, row): (usize, &Row)) -> Element<'a, Message> {
    let texts = env.texts;
    let (words, tone) = match reading::satisfaction(row) {
        Some(answer) => (texts.name(answer), tone(answer)),
        None => (texts.name(row.stage), Tone::Plain),
    };
    let number = row.id.short();
    let taken = measure(words, Face::Caption) + 14.0 + measure(&number, Face::Small) + 16.0 + 28.0 + 6.0;
    // Nothing that a customer said while the screen may be seen by others.
    let about = match env.cloak {
        Cloak::Off => reading::excerpt(&row.content, 60),
        Cloak::On => department(env, row.department()),
    };
    let drawn = row![
        small(number).style(style::text::ink2),
        container(fitted(&about, Face::Body, WIDTH - taken)).width(Length::Fill).clip(true),
        badge(tone, words),
    ]
    .spacing(8)
    .align_y(Center);
    let here = state.stop == Stop::Cases && state.row == place;
    let standing = if here { Standing::Cursor } else { Standing::Rest };
    named(row_id(place), Focus::Elsewhere, list_row((36.0, standing), drawn, Message::CaseOpened(row.id), None))
}

const fn tone(answer: Satisfaction) -> Tone {
    match answer {
        Satisfaction::Satisfied => Tone::Success,
        Satisfaction::Neutral => Tone::Soon,
        Satisfaction::Dissatisfied => Tone::Late,
    }
}
