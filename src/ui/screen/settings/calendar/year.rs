//! A year, drawn: months, days, what each of them is.

use super::super::Message as Outer;
use super::super::parts::{Hand, PAGES, Pen, TABLE, width};
use super::{CELL, DAYS, GAP, Message, State, WEEK, send};
use crate::domain::calendar::{Calendar, Day};
use crate::ui::env::Env;
use crate::ui::part::form::Stop as _;
use crate::ui::part::keyed::Spot;
use crate::ui::theme::{Element, Theme, Tone};
use crate::ui::widget::{Focus, Note, button, caption, icon_button, named, note, small, small_strong};
use crate::ui::{icon, style};
use chrono::{Datelike as _, NaiveDate};
use iced::Length;
use iced::keyboard::key::Named;
use iced::widget::{self, column, container, row, space};

impl State {
    /// The days are one stop: arrows go from day to day, Page up and down from month to month, Space turns a day.
    pub(super) fn days(&self, pen: &mut Pen<'_, '_>, year: i32) -> Focus {
        let Some(day) = self.cursor(&pen.env, year) else { return Focus::Elsewhere };
        let by = |days: i64| day.checked_add_signed(chrono::Duration::days(days));
        let months = [
            (Named::PageUp, day.checked_sub_months(chrono::Months::new(1))),
            (Named::PageDown, day.checked_add_months(chrono::Months::new(1))),
        ];
        let days = [
            (Named::ArrowLeft, by(-1)),
            (Named::ArrowRight, by(1)),
            (Named::ArrowUp, by(-7)),
            (Named::ArrowDown, by(7)),
        ];
        let moves = days.into_iter().chain(months);
        let mut keys: Vec<(Named, Outer)> =
            moves.filter_map(|(named, day)| Some((named, send(Message::DayReached(day?))))).collect();
        if pen.hand == Hand::Edits {
            keys.push((Named::Space, send(Message::DayPressed(day))));
            keys.push((Named::Enter, send(Message::DayPressed(day))));
        }
        pen.keys.within(Some(TABLE));
        let focus = pen.keys.keys(DAYS, keys);
        pen.keys.within(None);
        focus
    }

    /// The day where the arrows are, in the year that is shown.
    pub(super) fn cursor(&self, env: &Env<'_>, year: i32) -> Option<NaiveDate> {
        let day = self.day.filter(|it| it.year() == year);
        let today = Some(env.today()).filter(|it| it.year() == year);
        day.or(today).or_else(|| NaiveDate::from_ymd_opt(year, 1, 1))
    }
}

/// Whether a year's data are there, and who may say that they are.
pub(super) fn known<'a>(pen: &mut Pen<'_, 'a>, calendar: &Calendar, year: i32) -> Element<'a, Outer> {
    let texts = pen.env.texts;
    if calendar.has_data(year) {
        return note(Note {
            tone: Tone::Success,
            icon: icon::CIRCLE_CHECK,
            title: texts.status_calendar_known(year.to_string()).into(),
            words: "".into(),
            actions: Vec::new(),
        });
    }
    let spot = Spot("set-confirm", usize::try_from(year).unwrap_or_default());
    let confirm =
        pen.button(spot, button(texts.set_confirm_year()).compact(), Some(send(Message::YearConfirmed(year))));
    note(Note {
        tone: Tone::Soon,
        icon: icon::CALENDAR_OFF,
        title: texts.set_year_missing(year.to_string()).into(),
        words: texts.set_year_missing_words().into(),
        actions: confirm.into_iter().collect(),
    })
}

/// A month: days off are filled, make-up days framed, so that colour is not alone.
pub(super) fn month<'a>(
    env: &Env<'a>,
    calendar: &Calendar,
    ((year, month), (cursor, focus)): ((i32, u32), (Option<NaiveDate>, Focus)),
) -> Element<'a, Outer> {
    let texts = env.texts;
    let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else { return space().into() };
    let names = WEEK.into_iter().map(|it| {
        let name = texts.weekday(it);
        let short: String = match texts.locale() {
            crate::i18n::Locale::ZhCn | crate::i18n::Locale::ZhTw => name.chars().last().into_iter().collect(),
            crate::i18n::Locale::En => name.chars().take(2).collect(),
        };
        container(caption(short).style(style::text::ink3)).center_x(CELL).into()
    });
    let offset = first.weekday().num_days_from_monday() as usize;
    let days: Vec<NaiveDate> = first.iter_days().take_while(|it| it.month() == month).collect();
    let blanks = (0..offset).map(|_| None);
    let cells: Vec<Option<NaiveDate>> = blanks.chain(days.into_iter().map(Some)).collect();
    let weeks = cells.chunks(7).map(|week| {
        widget::row(week.iter().map(|day| match day {
            None => space().width(CELL).height(CELL).into(),
            Some(day) if Some(*day) == cursor => named(DAYS.id(), focus, cell(env, calendar, *day)),
            Some(day) => cell(env, calendar, *day),
        }))
        .into()
    });
    column![small_strong(texts.month(first)), widget::row(names)].extend(weeks).spacing(2).width(CELL * 7.0).into()
}

/// How many months stand side by side.
pub(super) fn per_line(env: &Env<'_>) -> usize {
    let room = env.beside_rail() - PAGES - width(env) - 56.0;
    let needed = |months: f32| months * (CELL * 7.0 + GAP) - GAP;
    if needed(4.0) <= room {
        4
    } else if needed(3.0) <= room {
        3
    } else {
        2
    }
}

pub(super) fn cell<'a>(env: &Env<'a>, calendar: &Calendar, day: NaiveDate) -> Element<'a, Outer> {
    let (tone, name) = match calendar.day(day) {
        Day::Holiday(name) => (Some(Tone::Late), name.to_owned()),
        Day::MakeUp(name) => (Some(Tone::Info), name.to_owned()),
        Day::Working | Day::Weekend => (None, String::new()),
    };
    let weekend = matches!(calendar.day(day), Day::Weekend);
    let today = day == env.today();
    let number = caption(day.day().to_string());
    let framed = tone == Some(Tone::Info);
    let drawn = widget::button(container(number).center(Length::Fill))
        .width(CELL)
        .height(CELL)
        .padding(0)
        .style(move |theme: &Theme, status| {
            let mut look = style::button::bare(theme, status);
            look.text_color = if weekend { theme.ink_off } else { theme.ink };
            if let Some(tone) = tone {
                let tint = theme.tint(tone);
                look.background = Some(tint.bg.into());
                look.text_color = tint.fg;
                look.border =
                    iced::Border { color: tint.border, width: if framed { 1.0 } else { 0.0 }, radius: 4.0.into() };
            }
            if today {
                look.background = Some(theme.accent.into());
                look.text_color = theme.on_accent;
                look.border = iced::border::rounded(4.0);
            }
            look
        })
        .on_press_maybe((Hand::of(env) == Hand::Edits).then(|| send(Message::DayPressed(day))));
    if name.is_empty() { drawn.into() } else { crate::ui::widget::tip(drawn, name) }
}

pub(super) fn sample<'a>(tone: Tone, words: String) -> Element<'a, Outer> {
    row![crate::ui::widget::dot(tone), small(words)].spacing(6).align_y(iced::Center).into()
}

pub(super) fn step<'a>(
    pen: &mut Pen<'_, 'a>,
    (sign, words): (icon::Icon, &'a str),
    (spot, year): (Spot, i32),
) -> Element<'a, Outer> {
    let says = send(Message::YearChosen(year));
    let drawn = icon_button(sign, words, Some(says.clone()), 0);
    pen.keys.pressable(spot, says, drawn)
}
