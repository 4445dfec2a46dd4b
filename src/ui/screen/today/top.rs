//! The greeting with what to do first, the figures, and the briefing as text.

use chrono::Timelike as _;
use iced::{
    Center, Length,
    widget::{column, container, row, text::Wrapping},
};

use super::facts::{Facts, ReportStep};
use super::{Column, Columns, Control, Message, State, columns};
use crate::app::Refused;
use crate::domain::calendar::TimeSpan;
use crate::domain::given_name::given_name;
use crate::domain::id::ComplaintId;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::part::form::Stop;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Note, body, button, caption, card, figure, fit, fitted, hint, icon_button, icon_small, line_down, measure, note,
    small, tip, title,
};

impl State {
    pub(super) fn greeting<'a>(&'a self, env: &Env<'a>, facts: &Facts) -> Element<'a, Message> {
        let texts = env.texts;
        let name = env.person().map(|it| given_name(&it.name).to_owned()).unwrap_or_default();
        let hello = match env.local_now().hour() {
            0..12 => texts.today_morning(name),
            12..18 => texts.today_afternoon(name),
            _ => texts.today_evening(name),
        };
        let day = format!("{}{}{}", texts.date_in_words(env.today()), texts.today_comma(), hours(env));
        let mut briefing = button(texts.today_briefing())
            .icon(icon::PRINTER)
            .focus(self.ring.focus(Control::Briefing))
            .id(Control::Briefing.id())
            .on_press(Message::BriefingAsked);
        // To the other column, where one is in sight.
        let other = match (columns(env), self.column) {
            (Columns::Both, _) => None,
            (Columns::One, Column::Urgent) => Some(texts.today_todo()),
            (Columns::One, Column::Beside) => Some(texts.today_urgent()),
        };
        if other.is_none() {
            briefing = briefing.keys(super::brief::PRINT);
        }
        let beside = measure(texts.today_briefing(), Face::Strong) + 110.0;
        let beside = beside + other.map_or(0.0, |it| measure(it, Face::Strong) + 50.0);
        let room = self::room(env) - beside - measure(&hello, Face::Title) - 20.0;
        let other = other.map(|it| button(it).icon(icon::PANEL_RIGHT).on_press(Message::Crossed));
        // With the hours where there is room for them.
        let day = [day, texts.date_in_words(env.today())].into_iter().find(|it| measure(it, Face::Small) <= room);
        let words = column![
            row![title(hello).wrapping(Wrapping::None)]
                .push(day.map(|it| hint(it).wrapping(Wrapping::None)))
                .spacing(8)
                .align_y(Center),
            body(sentence(env, facts)).style(style::text::ink2)
        ]
        .spacing(2);
        row![container(words).width(Length::Fill)]
            .push(other.map(Element::from))
            .push(Element::from(briefing))
            .spacing(8)
            .align_y(Center)
            .into()
    }
}

/// What the page has in its width.
fn room(env: &Env<'_>) -> f32 {
    env.beside_rail() - 32.0
}

/// 工作日 9:00–12:00、13:30–18:00, or 休息日.
fn hours(env: &Env<'_>) -> String {
    let calendar = env.calendar();
    let shifts = calendar.shifts_on(env.today());
    if !calendar.is_working_day(env.today()) || shifts.is_empty() {
        return env.texts.today_day_off().to_owned();
    }
    env.texts.today_working_day(env.texts.list(shifts.iter().map(|it| span(*it))))
}

fn span(it: TimeSpan) -> String {
    format!("{}–{}", clock(it.from()), clock(it.until()))
}

/// Minutes after midnight as `9:00`.
pub(super) fn clock(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// What came and went yesterday, and what to do first.
pub(super) fn sentence(env: &Env<'_>, facts: &Facts) -> String {
    let texts = env.texts;
    let figures = &facts.figures;
    let mut words = texts.today_yesterday(facts.closed_yesterday, facts.new_yesterday);
    words.push_str(&if 0 < figures.late {
        texts.today_first_late(figures.late)
    } else if 0 < figures.due_today {
        texts.today_first_due(figures.due_today)
    } else {
        texts.today_nothing_urgent().to_owned()
    });
    if let Some(report) = facts.report {
        let month = texts.month(report.month.first_day());
        words.push_str(&match report.step {
            ReportStep::Submit => texts.today_report_unsent(month),
            ReportStep::Approve => texts.today_report_waits(month),
        });
    }
    words
}

/// Six figures over the columns.
pub(super) fn figures<'a>(env: &Env<'a>, facts: &Facts) -> Element<'a, Message> {
    let (texts, it) = (env.texts, &facts.figures);
    let late = it.late_clocks.iter().map(|(name, count)| format!("{} {count}", texts.name(*name)));
    let late = late.collect::<Vec<_>>();
    let (reached, closed) = facts.members;
    let missing = closed.saturating_sub(reached);
    let members = match (closed, missing) {
        (0, 0) => texts.today_members_none().to_owned(),
        (_, 0) => texts.today_members_all(reached.to_string()),
        (_, missing) => texts.today_members_missing(missing),
    };
    let cells = [
        (texts.today_open(), it.open.to_string(), texts.today_before(facts.open_before), Tone::Plain),
        (texts.today_new(), it.new_today.to_string(), texts.today_same_time(facts.new_by_now), Tone::Plain),
        (texts.today_due(), it.due_today.to_string(), texts.today_callbacks_among(facts.callbacks_due), Tone::Plain),
        (texts.today_late(), it.late.to_string(), late.join("·"), if 0 < it.late { Tone::Late } else { Tone::Plain }),
        (
            texts.today_to_call_back(),
            it.to_call_back.to_string(),
            texts.today_members_among(it.members_to_call_back),
            Tone::Plain,
        ),
        (texts.today_members(), texts.percent(reached.into(), closed.into()), members, Tone::Plain),
    ];
    let (height, side) = match env.room() {
        Room::Ample => (72.0, 16.0),
        Room::Tight => (64.0, 10.0),
    };
    // Less the rules between the cells and the frame.
    let width = room(env) / 6.0 - 2.0 * side - 2.0;
    let mut drawn = row![].align_y(Center);
    for (index, (name, number, more, tone)) in cells.into_iter().enumerate() {
        if 0 < index {
            drawn = drawn.push(container(line_down()).height(height - 28.0));
        }
        let sign = (tone == Tone::Late).then(|| icon_small(icon::ALARM_CLOCK).style(style::text::toned(Tone::Late)));
        let sign_px = if sign.is_some() { 18.0 } else { 0.0 };
        let room = (width - measure(&number, Face::Figure) - 12.0).max(0.0);
        let number = figure(number);
        let number = if tone == Tone::Late { number.style(style::text::toned(Tone::Late)) } else { number };
        let cell = column![
            row![]
                .push(sign)
                .push(small(fit(name, Face::Small, width - sign_px)).style(style::text::ink2).wrapping(Wrapping::None))
                .spacing(4)
                .align_y(Center),
            row![number.wrapping(Wrapping::None), container(whole_parts(&more, room)).style(style::surface::quiet)]
                .spacing(8)
                .align_y(Center)
        ];
        drawn = drawn.push(container(cell).width(Length::FillPortion(1)).padding([0.0, side]).clip(true));
    }
    container(card(drawn).width(Length::Fill).height(height).align_y(Center)).into()
}

/// As many whole parts of `派单 1·汇报 1` as there is room for; all of them under the pointer.
fn whole_parts<'a>(all: &str, room: f32) -> Element<'a, Message> {
    let parts: Vec<&str> = all.split('·').collect();
    let some = (1..parts.len()).rev().map(|count| format!("{}·…", parts[..count].join("·")));
    match some.into_iter().find(|it| measure(it, Face::Caption) <= room) {
        Some(some) if room < measure(all, Face::Caption) => tip(caption(some).wrapping(Wrapping::None), all.to_owned()),
        Some(_) | None => fitted(all, Face::Caption, room),
    }
}

/// Something was refused; it stays in sight until it is put away.
pub(super) fn trouble<'a>(env: &Env<'a>, (id, refused): &(ComplaintId, Refused)) -> Element<'a, Message> {
    note(Note {
        tone: Tone::Late,
        icon: icon::CIRCLE_ALERT,
        title: env.texts.board_refused(id.short()).into(),
        words: env.texts.refused(refused, env.office()).into(),
        actions: vec![
            button(env.texts.retry()).compact().on_press(Message::DueAsked(*id)).into(),
            icon_button(icon::X, env.texts.close(), Some(Message::TroubleRead), 0),
        ],
    })
}
