//! 时限: every clock with its limit, unit and warning; and why a due time is what it is (X14).

use std::collections::BTreeMap;

use chrono::{Days, NaiveDateTime};
use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::parts::{Choice, Hand, inspector, labelled, line, page_head, pick};
use crate::domain::clock::{ExplainedDay, Why, explain};
use crate::domain::limits::{ClockName, Limit, LimitError, Limits, Unit, Warn};
use crate::domain::moment::Moment;
use crate::domain::office::Command;
use crate::i18n::Texts;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    badge, body, button, card, down, heading, hint, line_across, line_down, list_row, pane_foot, scroll, small,
    small_strong, strong, table_head, title,
};

/// What was changed, which clock is explained, from when on.
#[derive(Debug, Default)]
pub struct State {
    changes: BTreeMap<ClockName, Row>,
    chosen: Option<ClockName>,
    from: Option<String>,
}

/// A limit while it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    amount: String,
    unit: Unit,
    warn: String,
    kind: Warning,
}

/// How a warning is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Before the due time.
    Before(Unit),
    /// After so many working days.
    After,
}

const WARNINGS: [Warning; 5] = [
    Warning::Before(Unit::WorkingMinutes),
    Warning::Before(Unit::NaturalHours),
    Warning::Before(Unit::WorkingDays),
    Warning::Before(Unit::NaturalDays),
    Warning::After,
];

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a clock.
    Chosen(ClockName),
    /// Its amount.
    Amount(ClockName, String),
    /// Its unit.
    UnitChosen(ClockName, Unit),
    /// When it warns.
    Warn(ClockName, String),
    /// How the warning is counted.
    WarningChosen(ClockName, Warning),
    /// The instant of the what-if.
    From(String),
    /// 恢复默认
    Reset,
    /// 保存并生效
    Saved,
    /// 放弃修改
    Dropped,
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        let limits = env.office().limits();
        match message {
            Message::Chosen(clock) => self.chosen = Some(clock),
            Message::Amount(clock, text) => self.change(limits, clock, |it| it.amount = text),
            Message::UnitChosen(clock, unit) => self.change(limits, clock, |it| it.unit = unit),
            Message::Warn(clock, text) => self.change(limits, clock, |it| it.warn = text),
            Message::WarningChosen(clock, kind) => self.change(limits, clock, |it| it.kind = kind),
            Message::From(text) => self.from = Some(text),
            Message::Reset => self.reset(limits),
            Message::Saved => {
                return self.limits(limits).map(|limits| Command::SetLimits { limits }).into_iter().collect();
            }
            Message::Dropped => self.changes.clear(),
        }
        Vec::new()
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.changes.clear();
    }

    fn change(&mut self, limits: &Limits, clock: ClockName, change: impl FnOnce(&mut Row)) {
        self.chosen = Some(clock);
        let was = Row::of(limits.of(clock));
        let row = self.changes.entry(clock).or_insert_with(|| was.clone());
        change(row);
        if *row == was {
            self.changes.remove(&clock);
        }
    }

    fn reset(&mut self, limits: &Limits) {
        let standard = ClockName::ALL.iter().map(|it| (*it, Row::of(it.standard())));
        self.changes = standard.filter(|(clock, row)| *row != Row::of(limits.of(*clock))).collect();
    }

    /// The limits with the changes, when all of them can be read and hold.
    fn limits(&self, before: &Limits) -> Option<Limits> {
        let mut limits = before.clone();
        for (clock, row) in &self.changes {
            limits.set(*clock, row.limit()?).ok()?;
        }
        (!self.changes.is_empty()).then_some(limits)
    }

    fn row_of(&self, env: &Env<'_>, clock: ClockName) -> Row {
        self.changes.get(&clock).cloned().unwrap_or_else(|| Row::of(env.office().limits().of(clock)))
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Outer> {
        let texts = env.texts;
        let edits = Hand::of(env) == Hand::Edits;
        let reset = edits.then(|| {
            Element::from(button(texts.set_reset()).quiet().icon(icon::ROTATE_CCW).on_press(send(Message::Reset)))
        });
        let name = (texts.set_limit_name().into(), Length::FillPortion(3));
        let limit = (texts.set_limit().into(), Length::FillPortion(3));
        let warning = (texts.set_warning().into(), Length::FillPortion(3));
        let head = match env.room() {
            Room::Ample => table_head([name, limit, warning], 12.0),
            Room::Tight => {
                let both = texts.list([texts.set_limit(), texts.set_warning()]).into();
                table_head([name, (both, Length::FillPortion(4))], 12.0)
            }
        };
        let rows = ClockName::ALL.iter().map(|it| self.row(env, *it));
        let edition = env.office().limits().edition;
        let table = column![
            page_head(texts.set_limits(), texts.set_limits_words(), reset),
            head,
            scroll(down(0.0, rows).push(container(hint(texts.set_limits_edition(edition))).padding([10, 20]))),
        ]
        .push((edits && !self.changes.is_empty()).then(|| self.foot(env)));
        row![table.width(Length::Fill), line_down(), self.why(env)].into()
    }

    fn row<'a>(&self, env: &Env<'a>, clock: ClockName) -> Element<'a, Outer> {
        let (texts, hand) = (env.texts, Hand::of(env));
        let row_ = self.row_of(env, clock);
        let standing = if self.chosen == Some(clock) { Standing::Cursor } else { Standing::Rest };
        let units = Unit::ALL.iter().map(|it| Choice::new(*it, texts.name(*it))).collect();
        let warnings = WARNINGS.iter().map(|it| Choice::new(*it, warning_name(texts, *it))).collect();
        let wrong = row_.problem(texts).map(|it| small(it).style(style::text::toned(Tone::Late)));
        let end_of_day = row_.unit == Unit::EndOfDay;
        let amount = (!end_of_day)
            .then(|| container(line(hand, &row_.amount, move |it| send(Message::Amount(clock, it)))).width(64));
        let limit = row![]
            .push(amount)
            .push(pick(hand, units, row_.unit, move |it| send(Message::UnitChosen(clock, it))))
            .spacing(6);
        let warn = row![
            container(line(hand, &row_.warn, move |it| send(Message::Warn(clock, it)))).width(56),
            pick(hand, warnings, row_.kind, move |it| send(Message::WarningChosen(clock, it)))
        ]
        .spacing(6);
        let name = column![strong(texts.name(clock)), hint(course(texts, clock))].push(wrong);
        let (fields, least): (Element<'a, Outer>, f32) = match env.room() {
            Room::Ample => (row![limit, warn].spacing(12).into(), 0.0),
            // One below the other: the names of units do not fit otherwise.
            Room::Tight => (column![limit, warn].spacing(4).into(), 78.0),
        };
        let content = row![
            container(name).width(Length::FillPortion(3)),
            container(fields).width(Length::FillPortion(if least > 0.0 { 4 } else { 6 })),
        ]
        .spacing(12)
        .align_y(iced::Center);
        let height: f32 = if row_.problem(texts).is_some() { 66.0 } else { 48.0 };
        let height = height.max(least);
        list_row((height, standing), content, send(Message::Chosen(clock)), None)
    }

    fn foot<'a>(&self, env: &Env<'a>) -> Element<'a, Outer> {
        let texts = env.texts;
        let names = self.changes.keys().map(|it| texts.name(*it));
        let words = small(texts.set_changed(self.changes.len(), texts.list(names))).style(style::text::ink2);
        let ready = self.limits(env.office().limits()).map(|_| Outer::Saved);
        let save = button(texts.set_save_limits()).primary().icon(icon::CHECK).on_press_maybe(ready);
        let drop_ = button(texts.set_drop()).on_press(send(Message::Dropped));
        let drawn = row![words, space().width(Length::Fill), Element::from(drop_), Element::from(save)];
        pane_foot(drawn.spacing(8).align_y(iced::Center))
    }

    /// 为什么是这个时间: the spans that count, day by day.
    fn why<'a>(&self, env: &Env<'a>) -> Element<'a, Outer> {
        let texts = env.texts;
        let clock = self.chosen.unwrap_or(ClockName::Dispatch);
        let asked = self.from.clone().unwrap_or_else(|| env.local_now().format(FORMAT).to_string());
        let from = NaiveDateTime::parse_from_str(asked.trim(), FORMAT).ok();
        let limit = self.row_of(env, clock).limit();
        let mut content = column![
            labelled(
                env,
                texts.set_what_if_from(),
                crate::ui::widget::field("2026-03-12 10:00", &asked).on_input(|it| send(Message::From(it)))
            ),
            labelled(env, texts.set_limit_name(), body(texts.name(clock))),
        ]
        .spacing(10);
        if let (Some(from), Some(limit)) = (from, limit) {
            let from = env.calendar().moment(from);
            let told = explain(env.calendar(), limit, from);
            let due = env.local(told.due);
            let words = format!("{} {}", texts.date_in_words(due.date()), texts.time(due.time()));
            content = content
                .push(card(column![hint(texts.set_due()), title(words)].spacing(4)).padding(14).width(Length::Fill));
            let shown: Vec<&ExplainedDay> = told.days.iter().take(MOST_DAYS).collect();
            let rest = told.days.len().saturating_sub(shown.len());
            content = content.push(line_across()).extend(shown.into_iter().map(|it| day(env, it)));
            content = content.push((0 < rest).then(|| hint(texts.set_more_days(rest))));
            for year in &told.years_without_data {
                content = content.push(badge(Tone::Soon, texts.status_calendar_unknown(year.to_string())));
            }
        } else {
            content = content.push(hint(texts.set_what_if_wrong()).style(style::text::toned(Tone::Late)));
        }
        inspector(env, heading(texts.set_why()), content, None)
    }
}

/// How an instant is typed.
const FORMAT: &str = "%Y-%m-%d %H:%M";
/// As many days as are told one by one.
const MOST_DAYS: usize = 14;

/// A day with what counted and what did not.
fn day<'a>(env: &Env<'a>, it: &ExplainedDay) -> Element<'a, Outer> {
    let texts = env.texts;
    let head = texts.date_in_words(it.day);
    let span = |from: Moment, until: Moment| {
        let end = env.local(until);
        // A span that ends at midnight ends at 24:00 of its day.
        let next = it.day.checked_add_days(Days::new(1)) == Some(end.date());
        let end = if next { "24:00".to_owned() } else { texts.time(end.time()) };
        format!("{}–{end}", texts.time(env.local(from).time()))
    };
    let counted = it.counted.iter().map(|it| {
        row![
            small(texts.set_counted(span(it.from, it.until))),
            space().width(Length::Fill),
            small_strong(texts.span(it.length()))
        ]
        .into()
    });
    let gaps = it.gaps.iter().map(|gap| {
        let why = match &gap.why {
            Why::OffHours => texts.set_off_hours().to_owned(),
            Why::Weekend => texts.set_weekend().to_owned(),
            Why::Holiday { name } => texts.set_holiday(name.clone()),
            Why::Paused { reason } => texts.clock_paused(texts.name(*reason)),
        };
        hint(texts.set_not_counted(span(gap.span.from, gap.span.until), why)).into()
    });
    let make_up = it.make_up.as_ref().map(|_| badge(Tone::Info, texts.set_make_up()));
    let lines: Vec<Element<'a, Outer>> = counted.chain(gaps).collect();
    column![row![small_strong(head)].push(make_up).spacing(6)].extend(lines).spacing(2).into()
}

impl Row {
    fn of(limit: Limit) -> Self {
        let (warn, kind) = match limit.warn {
            Warn::Before { amount, unit } => (amount, Warning::Before(unit)),
            Warn::AfterWorkingDays { days } => (days, Warning::After),
        };
        Self { amount: limit.amount.to_string(), unit: limit.unit, warn: warn.to_string(), kind }
    }

    /// `None` where something is no number.
    fn limit(&self) -> Option<Limit> {
        let warn = self.warn.trim().parse().ok()?;
        let warn = match self.kind {
            Warning::Before(unit) => Warn::Before { amount: warn, unit },
            Warning::After => Warn::AfterWorkingDays { days: warn },
        };
        let amount = if self.unit == Unit::EndOfDay { 0 } else { self.amount.trim().parse().ok()? };
        Some(Limit { amount, unit: self.unit, warn })
    }

    fn problem(&self, texts: &Texts) -> Option<String> {
        let Some(limit) = self.limit() else { return Some(texts.set_no_number().to_owned()) };
        match limit.check().err()? {
            LimitError::OutOfBounds { least, most } => Some(texts.set_limit_bounds(least, most)),
            LimitError::Warn | LimitError::WarnUnit => Some(texts.set_limit_warn().to_owned()),
        }
    }
}

fn warning_name(texts: &Texts, warning: Warning) -> String {
    match warning {
        Warning::Before(unit) => texts.set_warn_before(texts.name(unit)),
        Warning::After => texts.set_warn_after().to_owned(),
    }
}

/// From what to what a clock runs.
fn course(texts: &Texts, clock: ClockName) -> &str {
    match clock {
        ClockName::Dispatch => texts.set_course_dispatch(),
        ClockName::SecondHop => texts.set_course_second_hop(),
        ClockName::Accept => texts.set_course_accept(),
        ClockName::Report => texts.set_course_report(),
        ClockName::Acknowledge => texts.set_course_acknowledge(),
        ClockName::Contact => texts.set_course_contact(),
        ClockName::Result => texts.set_course_result(),
        ClockName::Approval => texts.set_course_approval(),
        ClockName::Callback => texts.set_course_callback(),
        ClockName::OtherCallback => texts.set_course_other_callback(),
        ClockName::Promise => texts.set_course_promise(),
        ClockName::MonthReport => texts.set_course_month_report(),
    }
}

fn send(message: Message) -> Outer {
    Outer::Limits(message)
}
