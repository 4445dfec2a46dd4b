//! 为什么是这个时间: the spans that count, day by day; and what last month would have been under the changed limit.

use chrono::{Days, NaiveDateTime};
use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::{Message, State, Which, after, send};
use crate::books::trial::Trial;
use crate::domain::clock::{ExplainedDay, Why, explain};
use crate::domain::limits::{ClockName, Limit};
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::ui::env::Env;
use crate::ui::part::keyed::Spot;
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::settings::parts::{Pen, SIDE, inspector, labelled};
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{badge, body, card, field, heading, hint, line_across, small, small_strong, strong, title};

/// How an instant is typed.
const FORMAT: &str = "%Y-%m-%d %H:%M";
/// As many days as are told one by one.
const MOST_DAYS: usize = 14;

pub(super) fn view<'a>(state: &State, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
    let (env, texts) = (pen.env, pen.env.texts);
    let which = state.chosen();
    let asked = state.from.clone().unwrap_or_else(|| env.local_now().format(FORMAT).to_string());
    let from = NaiveDateTime::parse_from_str(asked.trim(), FORMAT).ok();
    let limit = state.row_of(env.office().limits(), which).and_then(|it| it.limit());
    pen.keys.within(Some(SIDE));
    let typed = field("2026-03-12 10:00", &asked).on_input(|it| send(Message::From(it)));
    let typed = pen.keys.field(Spot("set-from", 0), typed);
    pen.keys.within(None);
    let mut content = column![
        labelled(&env, texts.set_what_if_from(), typed),
        labelled(&env, texts.set_limit_name(), container(body(which.name(texts))).height(30).align_y(iced::Center)),
    ]
    .spacing(10);
    match (from, limit) {
        (Some(from), Some(limit)) => content = content.push(explained(&env, from, limit)),
        (Some(_), None) => content = content.push(hint(texts.set_limit_none())),
        (None, _) => {
            content = content.push(hint(texts.set_what_if_wrong()).style(style::text::toned(Tone::Late)));
        }
    }
    content = content.push(line_across()).push(after::told(&env, which, limit));
    content = content.push(line_across()).push(trial(&env, state));
    inspector(&env, heading(texts.set_why()), content, None)
}

fn explained<'a>(env: &Env<'a>, from: NaiveDateTime, limit: Limit) -> Element<'a, Outer> {
    let texts = env.texts;
    let told = explain(env.calendar(), limit, env.calendar().moment(from));
    let due = env.local(told.due);
    let words = format!("{} {}", texts.date_in_words(due.date()), texts.time(due.time()));
    let mut content =
        column![card(column![hint(texts.set_due()), title(words)].spacing(4)).padding(14).width(Length::Fill)]
            .spacing(10);
    let shown: Vec<&ExplainedDay> = told.days.iter().take(MOST_DAYS).collect();
    let rest = told.days.len().saturating_sub(shown.len());
    content = content.extend(shown.into_iter().map(|it| day(env, it)));
    content = content.push((0 < rest).then(|| hint(texts.set_more_days(rest))));
    for year in &told.years_without_data {
        content = content.push(badge(Tone::Soon, texts.status_calendar_unknown(year.to_string())));
    }
    content.into()
}

/// 按上月数据试算: who would have been late under the limit that is typed.
fn trial<'a>(env: &Env<'a>, state: &State) -> Element<'a, Outer> {
    let texts = env.texts;
    let which = state.chosen();
    let month = env.office().rules().month_of(env.today()).before();
    let head = small_strong(texts.set_trial(texts.month(month.first_day()))).style(style::text::ink3);
    let content = column![head].spacing(6);
    let Some(told) = tried(env, state, month) else {
        return content.push(hint(texts.set_trial_none())).into();
    };
    if told.measured == 0 {
        return content.push(hint(texts.set_trial_empty())).push(archived(env, told)).into();
    }
    let line = |name: String, late: u32| {
        row![
            small(name),
            space().width(Length::Fill),
            strong(texts.set_trial_late(late)),
            hint(texts.set_trial_of(told.measured))
        ]
        .spacing(6)
        .align_y(iced::Center)
    };
    let mut content = content.push(line(texts.set_trial_was().to_owned(), told.late));
    if state.changes.contains_key(&which) {
        let name = texts.set_trial_then().to_owned();
        content = content.push(line(name, told.would_be_late));
        let difference = i64::from(told.would_be_late) - i64::from(told.late);
        let tone = match difference {
            ..0 => Tone::Success,
            0 => Tone::Paused,
            1.. => Tone::Soon,
        };
        let words = match difference {
            ..0 => texts.set_trial_fewer(difference.unsigned_abs()),
            0 => texts.set_trial_same().to_owned(),
            1.. => texts.set_trial_more(difference.unsigned_abs()),
        };
        content = content.push(badge(tone, words));
    } else {
        content = content.push(hint(texts.set_trial_change()));
    }
    content.push(archived(env, told)).into()
}

fn archived<'a>(env: &Env<'a>, told: Trial) -> Option<Element<'a, Outer>> {
    (0 < told.archived).then(|| hint(env.texts.set_trial_archived(told.archived)).into())
}

/// `None` where a limit cannot be tried.
fn tried(env: &Env<'_>, state: &State, month: Month) -> Option<Trial> {
    let which = state.chosen();
    let limits = env.office().limits();
    let limit = |which: Which| state.row_of(limits, which).and_then(|it| it.limit());
    let (usual, own) = (limit(Which::Clock(which.clock())), limit(which));
    let asked = (month, env.now);
    match which {
        Which::Reports(_)
        | Which::Clock(
            ClockName::Report
            | ClockName::Promise
            | ClockName::MonthReport
            | ClockName::OtherCallback
            | ClockName::FirstContact,
        ) => None,
        Which::OrdinaryApproval => {
            Some(env.books.trial(asked, ClockName::Approval, |it| own.filter(|_| !it.is_major()).into_iter().collect()))
        }
        Which::Clock(ClockName::Approval) => {
            Some(env.books.trial(asked, ClockName::Approval, |it| own.filter(|_| it.is_major()).into_iter().collect()))
        }
        Which::ExtraCallback | Which::Clock(ClockName::Callback) => {
            let both: Vec<Limit> = usual.into_iter().chain(limit(Which::ExtraCallback)).collect();
            Some(env.books.trial(asked, ClockName::Callback, |_| both.clone()))
        }
        Which::Clock(
            clock @ (ClockName::Dispatch
            | ClockName::SecondHop
            | ClockName::Accept
            | ClockName::Acknowledge
            | ClockName::Contact
            | ClockName::Result),
        ) => Some(env.books.trial(asked, clock, |_| own.into_iter().collect())),
    }
}

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
