//! When nobody is called: the customer rests (E12), or the viewer handled the case (X13).

use std::borrow::Cow;

use chrono::{Duration, NaiveDateTime, NaiveTime, Timelike};
use iced::{
    Center, Length, Point, Rectangle, Renderer, Size,
    advanced::mouse,
    widget::{
        Canvas, canvas,
        canvas::{Frame, Geometry, Path, Stroke},
        center, column, container, row, space,
    },
};

use super::doing::asked_for;
use super::{Message, Panel, Pending, State, Stop, days_ahead, why_not};
use crate::app::Refused;
use crate::books::callbacks::Waiting;
use crate::domain::complaint::terms::ContactMethod;
use crate::domain::complaint::{Complaint, Verb};
use crate::domain::moment::Moment;
use crate::i18n::Locale;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::form::Stop as _;
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Face, Palette, Theme, Tone, font};
use crate::ui::widget::{
    Note, across, body, button, card, field, hint, icon_large, label, labelled, line_across, note, small, title,
};

/// Now is a time of rest: when it ends, what can be done meanwhile.
pub(super) fn resting<'a>(state: &'a State, env: &Env<'a>, waiting: &Waiting<'a>) -> Element<'a, Message> {
    let complaint = waiting.complaint;
    let until = waiting.quiet_until.unwrap_or(env.now);
    let at = env.texts.moment(env.local(until), env.today());
    let left = env.texts.span(until - env.now);
    let latest = waiting.clock.map(|it| env.texts.moment(env.local(it.clock.due), env.today()));
    let words = match latest {
        Some(latest) => env.texts.call_quiet_words(at.clone(), latest, left),
        None => env.texts.call_quiet_words_open(at.clone(), left),
    };
    let idle = state.pending.is_none();
    let stopped = |it: crate::ui::widget::Button<'a, Message>, stop: Stop| {
        Element::from(it.id(stop.id()).focus(state.ring.focus(stop)))
    };
    let remind = match asked_for(env, complaint.id) {
        None => button(remind_words(env, until)).primary().icon(icon::BELL),
        Some(at) => button(env.texts.call_reminded(env.texts.moment(env.local(at), env.today()))).icon(icon::BELL_RING),
    };
    let remind = stopped(remind.on_press_maybe(state.reminder(env)), Stop::Remind);
    let message = button(env.texts.call_message_first())
        .icon(icon::MESSAGE_SQUARE_TEXT)
        .on_press_maybe(idle.then_some(Message::Dialled(ContactMethod::Message)));
    let appoint = button(env.texts.call_appoint_time())
        .icon(icon::CALENDAR_CLOCK)
        .on_press_maybe(idle.then_some(Message::AppointToggled));
    let urgent = button(env.texts.call_urgent()).link().on_press_maybe(idle.then_some(Message::UrgentToggled));
    let urgent = stopped(urgent, Stop::Rush);
    let others = [stopped(appoint, Stop::Reschedule), stopped(message, Stop::MessageFirst)];
    let may = why_not(env, complaint, Verb::Dial);
    let actions: Element<'a, Message> = match (may, env.texts.locale()) {
        (Some(why), _) => hint(why).into(),
        (None, Locale::ZhCn | Locale::ZhTw) => {
            row![remind].extend(others).push(space().width(Length::Fill)).push(urgent).spacing(8).align_y(Center).into()
        }
        // Four English buttons do not fit side by side.
        (None, Locale::En) => {
            let second = row(others).push(space().width(Length::Fill)).push(urgent).spacing(8).align_y(Center);
            column![remind, second].spacing(8).into()
        }
    };
    let hours = env.calendar().quiet_hours().iter().map(|it| format!("{}–{}", minutes(it.from()), minutes(it.until())));
    let caller = &complaint.details.complainant;
    let mut own = env.books.customers().rests(&caller.phone);
    own.extend(caller.rests.filter(|it| !own.contains(it)));
    let own = own
        .into_iter()
        .map(|it| hint(env.texts.call_quiet_own(env.texts.time(it.from), env.texts.time(it.until))).into());
    let content =
        column![head(Tone::Paused, icon::MOON, env.texts.call_quiet_title(), words), strip(env, complaint), actions,]
            .push(state.conflict_note(env, &[Pending::Appoint, Pending::Dial]))
            .push(panel(state, env, complaint))
            .push(line_across())
            .push(
                column![hint(env.texts.call_quiet_hours(env.texts.list(hours)))]
                    .extend(own)
                    .push(hint(env.texts.call_quiet_urgent_counts()))
                    .spacing(2),
            )
            .spacing(14);
    framed(content)
}

/// X13: who handled it does not ask whether it was handled well.
pub(super) fn handler<'a>(env: &Env<'a>, _waiting: &Waiting<'a>) -> Element<'a, Message> {
    framed(column![head(
        Tone::Soon,
        icon::USERS,
        env.texts.call_handler_title(),
        env.texts.call_handler_words().to_owned()
    )])
}

pub(super) fn framed<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let drawn = card(content).padding(28).max_width(560).width(Length::Fill);
    container(center(drawn).padding(18)).style(style::surface::canvas).into()
}

/// Icon, title and a sentence: what stands in the way.
pub(super) fn head<'a>(
    tone: Tone,
    sign: icon::Icon,
    name: impl Into<Cow<'a, str>>,
    words: String,
) -> Element<'a, Message> {
    row![
        container(icon_large(sign, 19.0)).center(38).style(style::surface::disc(tone)),
        column![title(name.into()), body(words).style(style::text::ink2)].spacing(2).width(Length::Fill),
    ]
    .spacing(12)
    .align_y(Center)
    .into()
}

/// `14:00 提醒我`.
fn remind_words(env: &Env<'_>, until: Moment) -> String {
    let (at, today) = (env.local(until), env.today());
    if at.date() == today {
        env.texts.call_remind(env.texts.time(at.time()))
    } else {
        env.texts.call_remind_day(env.texts.day_time(at, today))
    }
}

/// Why a wish was not carried out; everything written is still there.
pub(super) fn refused<'a>(env: &Env<'a>, why: &Refused) -> Element<'a, Message> {
    note(Note {
        tone: Tone::Late,
        icon: icon::CIRCLE_ALERT,
        title: env.texts.call_refused().into(),
        words: env.texts.refused(why, env.office()).into(),
        actions: Vec::new(),
    })
}

/// The small form that is open: an appointment, or why it is urgent.
pub(super) fn panel<'a>(state: &'a State, env: &Env<'a>, complaint: &Complaint) -> Option<Element<'a, Message>> {
    let refused = state.refused.as_ref().map(|it| refused(env, it));
    match &state.panel {
        Panel::None | Panel::Departments => refused,
        Panel::Urgent { reason } => {
            let reason_field = field(env.texts.call_urgent_hint(), reason)
                .id(Stop::Urgent.id())
                .on_input(|text| Message::Typed(Stop::Urgent, text))
                .on_submit(Message::Dialled(ContactMethod::Phone));
            let ready = !reason.trim().is_empty() && state.pending.is_none();
            let go = button(env.texts.call_urgent_dial())
                .danger_plain()
                .icon(icon::PHONE)
                .on_press_maybe(ready.then_some(Message::Dialled(ContactMethod::Phone)));
            let cancel = button(env.texts.cancel()).quiet().on_press(Message::UrgentToggled);
            let form = labelled(label(env.texts.call_urgent_reason()), reason_field, None);
            Some(column![form, across(8.0, [go.into(), cancel.into()])].push(refused).spacing(8).into())
        }
        Panel::Appoint { at, words } => {
            let offers = offers(env, complaint).into_iter().map(|it| {
                let chosen = super::time_of(at) == Some(it);
                let words = env.texts.day_time(it, env.today());
                crate::ui::widget::chip(words, chosen, Some(Message::TimeOffered(it)))
            });
            let wrong = super::time_of(at).is_none();
            let mood = if wrong { Mood::Wrong } else { Mood::Fine };
            let below = wrong.then(|| (Mood::Wrong, env.texts.call_appoint_wrong().into()));
            let time = field("2026-03-13 14:30", at)
                .id(Stop::At.id())
                .icon(icon::CALENDAR_CLOCK)
                .mood(mood)
                .on_input(|text| Message::Typed(Stop::At, text))
                .on_submit(Message::Stepped(crate::ui::part::form::Step::Next));
            let remark = field(env.texts.optional(), words)
                .id(Stop::Words.id())
                .on_input(|text| Message::Typed(Stop::Words, text))
                .on_submit(Message::Appointed);
            let ready = !wrong && state.pending.is_none();
            let go = button(env.texts.call_appoint_do())
                .primary()
                .icon(icon::CHECK)
                .on_press_maybe(ready.then_some(Message::Appointed));
            let go = if state.pending == Some(Pending::Appoint) { go.busy() } else { go };
            let cancel = button(env.texts.cancel()).quiet().on_press(Message::AppointToggled);
            Some(
                column![
                    labelled(label(env.texts.call_appoint_at()), time, below),
                    crate::ui::widget::chips(offers),
                    labelled(label(env.texts.call_appoint_remark()), remark, None),
                    across(8.0, [go.into(), cancel.into()])
                ]
                .push(refused)
                .spacing(8)
                .into(),
            )
        }
    }
}

/// Times to offer: as soon as the customer may be called, and the mornings of the next two days.
pub(super) fn offers(env: &Env<'_>, complaint: &Complaint) -> Vec<NaiveDateTime> {
    let calendar = env.calendar();
    let soon = rounded(env.local_now() + Duration::hours(1));
    let wanted = [Some(soon), days_ahead(env, 1), days_ahead(env, 2)];
    let mut offers: Vec<NaiveDateTime> = Vec::new();
    for at in wanted.into_iter().flatten() {
        let at = calendar.moment(at);
        let awake: Moment = env.books.quiet_until(complaint, at).unwrap_or(at);
        let awake = calendar.local(awake);
        if !offers.contains(&awake) {
            offers.push(awake);
        }
    }
    offers
}

/// Up to the next half hour.
fn rounded(at: NaiveDateTime) -> NaiveDateTime {
    let over = i64::from(at.minute() % 30 * 60 + at.second());
    let whole = at - Duration::seconds(over);
    if over == 0 { whole } else { whole + Duration::minutes(30) }
}

fn minutes(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// The day as a strip: when the customer may be called, and where now is.
fn strip<'a>(env: &Env<'a>, complaint: &Complaint) -> Element<'a, Message> {
    let calendar = env.calendar();
    let today = env.today();
    let free = |minute: u32| {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap_or_default();
        env.books.quiet_until(complaint, calendar.moment(today.and_time(time))).is_none()
    };
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for minute in (0..DAY).step_by(15) {
        match spans.last_mut() {
            Some((_, end)) if *end == minute && free(minute) => *end = minute + 15,
            Some(_) | None if free(minute) => spans.push((minute, minute + 15)),
            Some(_) | None => {}
        }
    }
    let now = env.local_now().num_seconds_from_midnight() / 60;
    let labels = Labels {
        callable: env.texts.call_callable().to_owned(),
        now: env.texts.call_now(env.texts.time(env.local_now().time())),
    };
    Canvas::new(Strip { spans, now, labels }).width(Length::Fill).height(64).into()
}

/// Minutes.
const DAY: u32 = 24 * 60;
/// The strip shows the day from 6:00 to midnight: nobody is called at night.
const FIRST: u32 = 6 * 60;

struct Labels {
    callable: String,
    now: String,
}

struct Strip {
    spans: Vec<(u32, u32)>,
    now: u32,
    labels: Labels,
}

impl canvas::Program<Message, Theme> for Strip {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let palette: &Palette = theme;
        let mut frame = Frame::new(renderer, bounds.size());
        let (top, height) = (20.0, 22.0);
        let x = |minute: u32| {
            let share = f64::from(minute.max(FIRST) - FIRST) / f64::from(DAY - FIRST);
            #[expect(clippy::cast_possible_truncation, reason = "pixels")]
            let share = share as f32;
            share * bounds.width
        };
        let ground = Path::rounded_rectangle(Point::new(0.0, top), Size::new(bounds.width, height), 4.0.into());
        frame.fill(&ground, palette.paused.border);
        let write = |frame: &mut Frame, words: &str, at: Point, color: iced::Color, face: Face| {
            frame.fill_text(canvas::Text {
                content: words.to_owned(),
                position: at,
                color,
                size: face.size().into(),
                font: if face == Face::CaptionStrong { font::BOLD } else { font::REGULAR },
                align_x: Center.into(),
                align_y: iced::alignment::Vertical::Center,
                ..canvas::Text::default()
            });
        };
        for (from, until) in &self.spans {
            let (left, right) = (x(*from), x(*until));
            if right <= left {
                continue;
            }
            let block = Path::rectangle(Point::new(left, top), Size::new(right - left, height));
            frame.fill(&block, palette.ontime.bg);
            frame.stroke(&block, Stroke::default().with_color(palette.ontime.border).with_width(1.0));
            if right - left > 52.0 {
                let middle = Point::new(f32::midpoint(left, right), top + height / 2.0);
                write(&mut frame, &self.labels.callable, middle, palette.ontime.fg, Face::Caption);
            }
            for (edge, at) in [(*from, left), (*until, right)] {
                if FIRST < edge && edge < DAY {
                    let words = format!("{}:{:02}", edge / 60, edge % 60);
                    write(&mut frame, &words, Point::new(at, top + height + 11.0), palette.ink3, Face::Caption);
                }
            }
        }
        if FIRST <= self.now {
            let at = x(self.now);
            let line = Path::line(Point::new(at, top - 4.0), Point::new(at, top + height + 4.0));
            frame.stroke(&line, Stroke::default().with_color(palette.late.solid).with_width(2.0));
            let at = at.clamp(34.0, (bounds.width - 34.0).max(34.0));
            write(&mut frame, &self.labels.now, Point::new(at, 8.0), palette.late.fg, Face::CaptionStrong);
        }
        vec![frame.into_geometry()]
    }
}

/// Allowed hours as words: `9:00–12:00、14:00–20:00`.
pub(super) fn call_hours(env: &Env<'_>) -> String {
    let hours = env.calendar().call_hours();
    env.texts.list(hours.iter().map(|it| format!("{}–{}", minutes(it.from()), minutes(it.until()))))
}

/// A line of words with the hours in it.
pub(super) fn hours_line<'a>(env: &Env<'a>) -> Element<'a, Message> {
    small(env.texts.call_call_hours(call_hours(env))).style(style::text::ink2).into()
}
