//! One limit: in words, and while it is chosen in fields.

use iced::{
    Length,
    widget::{column, container, row},
};

use super::{Message, State, Warning, Which, after, send};
use crate::domain::limits::{ClockName, Limit, LimitError, Unit, Warn};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::part::form::Stop as _;
use crate::ui::part::keyed::Spot;
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::settings::parts::{Choice, Hand, Pen, ROWS, TABLE, standing};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{Focus, badge, body, fitted, hint, list_row, named_within, small, table_head};

/// A limit while it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) amount: String,
    pub(super) unit: Unit,
    pub(super) warn: String,
    pub(super) kind: Warning,
}

/// Between the cells.
pub(super) const GAP: f32 = 12.0;
/// Shares of the room, of all five columns.
pub(super) const PARTS: u16 = 4 + 3 + 4 + after::AFTER + after::SPECIAL;

const WARNINGS: [Warning; 5] = [
    Warning::Before(Unit::WorkingMinutes),
    Warning::Before(Unit::NaturalHours),
    Warning::Before(Unit::WorkingDays),
    Warning::Before(Unit::NaturalDays),
    Warning::After,
];

pub(super) fn head<'a>(env: &Env<'a>) -> Element<'a, Outer> {
    let texts = env.texts;
    let mut columns = vec![
        (texts.set_limit_name().into(), Length::FillPortion(4)),
        (texts.set_limit().into(), Length::FillPortion(3)),
        (texts.set_warning().into(), Length::FillPortion(4)),
    ];
    if after::room(env).is_some() {
        columns.push((texts.set_after().into(), Length::FillPortion(after::AFTER)));
        columns.push((texts.set_special().into(), Length::FillPortion(after::SPECIAL)));
    }
    table_head(columns, GAP)
}

pub(super) fn view<'a>(state: &State, pen: &mut Pen<'_, 'a>, (which, focus): (Which, Focus)) -> Element<'a, Outer> {
    let (env, texts) = (pen.env, pen.env.texts);
    let limits = env.office().limits();
    let now = state.row_of(limits, which);
    let is_chosen = state.chosen() == which;
    let edits = is_chosen && pen.hand == Hand::Edits;
    let (look, _) = standing(is_chosen);
    let changed = state.changes.contains_key(&which).then(|| badge(Tone::Accent, texts.set_limit_changed()));
    let px = after::names(&env);
    let name = column![
        row![fitted(&which.name(texts), Face::Strong, px - if changed.is_some() { 48.0 } else { 0.0 })]
            .push(changed)
            .spacing(6)
            .align_y(iced::Center),
        container(fitted(course(texts, which), Face::Small, px)).style(style::surface::quiet)
    ];
    let wrong = now.as_ref().and_then(|it| it.problem(texts));
    let (amount, warn, height): (Element<'a, Outer>, Element<'a, Outer>, f32) = if edits {
        pen.keys.within(Some(TABLE));
        let own = which.may_be_off().then(|| {
            pen.tick(Spot("set-own", 0), (texts.set_limit_own(), now.is_some()), send(Message::OwnToggled(which)))
        });
        let height = if own.is_some() { 110.0 } else { 78.0 };
        let (amount, warn) = fields(pen, (which, now));
        pen.keys.within(None);
        (column![].push(own).push(amount).spacing(4).into(), warn, height)
    } else {
        let (amount, warn) = match &now {
            Some(row) => (row.amount_words(texts), row.warn_words(texts)),
            None => (texts.set_limit_as_usual().to_owned(), String::new()),
        };
        (body(amount).into(), small(warn).style(style::text::ink2).into(), 46.0)
    };
    let warn = column![warn].push(wrong.map(|it| small(it).style(style::text::toned(Tone::Late)))).spacing(2);
    let content = row![
        container(name).width(Length::FillPortion(4)).clip(true),
        container(amount).width(Length::FillPortion(3)),
        container(warn).width(Length::FillPortion(4)),
    ]
    .extend(after::room(&env).into_iter().flat_map(|(after, special)| {
        [
            container(after::after(&env, which).view(after)).width(Length::FillPortion(after::AFTER)).into(),
            container(after::special(&env, which).view(special)).width(Length::FillPortion(after::SPECIAL)).into(),
        ]
    }))
    .spacing(GAP)
    .align_y(iced::Center);
    let drawn = list_row((height, look), content, send(Message::Chosen(which)), None);
    if is_chosen { named_within(ROWS.id(), focus, drawn) } else { drawn }
}

/// The fields of the chosen limit: amount above its unit, warning above how it counts.
fn fields<'a>(pen: &mut Pen<'_, 'a>, (which, now): (Which, Option<Row>)) -> (Element<'a, Outer>, Element<'a, Outer>) {
    let texts = pen.env.texts;
    let Some(now) = now else { return (hint(texts.set_limit_as_usual()).into(), hint("").into()) };
    let units = Unit::ALL.iter().map(|it| Choice::new(*it, texts.name(*it))).collect();
    let warnings = WARNINGS.iter().map(|it| Choice::new(*it, warning_name(texts, *it))).collect();
    let amount = (now.unit != Unit::EndOfDay)
        .then(|| pen.line(Spot("set-amount", 0), &now.amount, move |it| send(Message::Amount(which, it))));
    let unit = pen.pick(Spot("set-unit", 0), (units, now.unit), |it| send(Message::UnitChosen(which, it)));
    let warn = pen.line(Spot("set-warn", 0), &now.warn, move |it| send(Message::Warn(which, it)));
    let kind = pen.pick(Spot("set-warning", 0), (warnings, now.kind), |it| send(Message::WarningChosen(which, it)));
    (
        column![].push(amount.map(|it| container(it).width(80))).push(unit).spacing(4).into(),
        column![container(warn).width(80), kind].spacing(4).into(),
    )
}

impl Row {
    pub(super) fn of(limit: Limit) -> Self {
        let (warn, kind) = match limit.warn {
            Warn::Before { amount, unit } => (amount, Warning::Before(unit)),
            Warn::AfterWorkingDays { days } => (days, Warning::After),
        };
        Self { amount: limit.amount.to_string(), unit: limit.unit, warn: warn.to_string(), kind }
    }

    /// `None` where something is no number.
    pub(super) fn limit(&self) -> Option<Limit> {
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

    fn amount_words(&self, texts: &Texts) -> String {
        match self.unit {
            Unit::EndOfDay => texts.name(self.unit).to_owned(),
            Unit::WorkingMinutes | Unit::NaturalHours | Unit::WorkingDays | Unit::NaturalDays => {
                texts.set_limit_words(self.amount.clone(), texts.name(self.unit))
            }
        }
    }

    fn warn_words(&self, texts: &Texts) -> String {
        match self.kind {
            Warning::Before(unit) => texts.set_warn_words(self.warn.clone(), texts.name(unit)),
            Warning::After => texts.set_warn_after_words(self.warn.clone()),
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
fn course(texts: &Texts, which: Which) -> &str {
    let clock = match which {
        Which::Reports(_) => return texts.set_course_reports(),
        Which::OrdinaryApproval => return texts.set_course_ordinary(),
        Which::ExtraCallback => return texts.set_course_extra(),
        Which::Clock(clock) => clock,
    };
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
        ClockName::FirstContact => texts.set_course_first_contact(),
        ClockName::Promise => texts.set_course_promise(),
        ClockName::MonthReport => texts.set_course_month_report(),
    }
}
