//! The report strip: the ring, the next report, five quick chips, one line (C06, X8).

use chrono::TimeDelta;
use iced::widget::{column, container, row, space};
use iced::{Center, Length};

use super::Message;
use super::ask::{Ask, Gate};
use super::fields::{Group, Slot};
use super::form::Sheet;
use crate::domain::clock::{Clock, ClockKey, Standing};
use crate::domain::limits::ClockName;
use crate::ui::env::Env;
use crate::ui::part::clock_chip;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{hint, line_across, ring72, small, strong};

impl<'a> Sheet<'a> {
    /// The strip; nothing where no report is due and none can be made.
    pub fn strip(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        // The approver decides; the decision bar is below.
        if self.decides(env) {
            return None;
        }
        let order = self.case.order.filter(|it| it.stage.is_open() && it.accepted.is_some())?;
        let key = ClockKey::of_order(ClockName::Report, order.no);
        let clock = self.case.complaint.clocks.find(key).filter(|it| it.is_running())?;
        let today = order.reports.iter().filter(|it| env.calendar().day_of(it.stamp.at) == env.today());
        let (count, on_time) = today.fold((0, 0), |(all, good), it| (all + 1, good + u32::from(it.on_time)));
        let told = match (count, count == on_time) {
            (0, _) => env.texts.handling_reported_none().to_owned(),
            (_, true) => env.texts.handling_reported_well(count),
            (_, false) => env.texts.handling_reported(count, on_time),
        };
        let promise = self.case.gate(env, Ask::Promise) == Gate::Open && clock.paused().is_none();
        let over = matches!(clock.standing(env.now), Standing::Late { .. }).then(|| {
            small(env.texts.clock_words(clock, env.calendar(), env.now)).style(style::text::toned(Tone::Late))
        });
        let head = row![strong(next(env, clock))]
            .push(over)
            .push(hint(told))
            .push(space().width(Length::Fill))
            .push(promise.then(|| {
                super::view::form_link(
                    Ask::Promise,
                    crate::ui::icon::TIMER,
                    format!("{}…", env.texts.name(Ask::Promise.verb())),
                )
            }))
            .spacing(8)
            .align_y(Center);
        let may = self.case.gate(env, Ask::Report) == Gate::Open;
        let line = may.then(|| {
            row![container(self.text(env, Slot::Report)).width(Length::Fill), self.submit(env, Ask::Report)].spacing(8)
        });
        let chips = may.then(|| self.picks(env, Group::Progress)).flatten();
        let content =
            column![head].push(chips).push(line).push(self.trouble(env, Ask::Report)).spacing(6).width(Length::Fill);
        let strip = container(row![dial(env, clock), content].spacing(16).align_y(Center))
            .padding([10, 16])
            .width(Length::Fill)
            .style(style::surface::canvas);
        Some(column![line_across(), strip, line_across()].into())
    }
}

/// `下次汇报 11:00`, `汇报已停，等客户`.
fn next(env: &Env<'_>, clock: &Clock) -> String {
    match clock.standing(env.now) {
        Standing::Paused { reason } => env.texts.handling_report_paused(env.texts.name(reason)),
        Standing::Exempt { reason } => env.texts.handling_report_exempt(env.texts.name(reason)),
        Standing::OnTime { .. } | Standing::Soon { .. } | Standing::Late { .. } => {
            let at = env.texts.moment(env.calendar().local(clock.due), env.today());
            if clock.extended { env.texts.handling_report_promised(at) } else { env.texts.handling_report_next(at) }
        }
        Standing::Done { .. } | Standing::Cancelled => String::new(),
    }
}

/// Minutes in the ring: left while there is time, `!` and how much over after it.
fn dial<'a>(env: &Env<'a>, clock: &Clock) -> Element<'a, Message> {
    let left = clock.left(env.calendar(), env.now);
    let standing = clock.standing(env.now);
    let tone = clock_chip::tone(standing);
    let share = clock.share_left(env.calendar(), env.now);
    let (number, unit) = match standing {
        Standing::Paused { .. } | Standing::Exempt { .. } | Standing::Done { .. } | Standing::Cancelled => {
            ("–".to_owned(), env.texts.handling_still().to_owned())
        }
        Standing::Late { .. } if -left < TimeDelta::hours(1) => {
            ("!".to_owned(), env.texts.clock_words(clock, env.calendar(), env.now))
        }
        // Hours do not fit into the ring: they stand beside it.
        Standing::Late { .. } => ("!".to_owned(), env.texts.handling_overdue().to_owned()),
        Standing::OnTime { .. } | Standing::Soon { .. } => {
            (((left.num_seconds().max(0) + 59) / 60).to_string(), env.texts.handling_minutes().to_owned())
        }
    };
    let share = if tone == Tone::Late { 1.0 } else { share };
    if env.calendar().is_open(env.now) || tone == Tone::Late {
        ring72(tone, share, number, unit)
    } else {
        // Outside working time nothing runs down.
        column![
            ring72(Tone::Paused, share, number, unit),
            small(env.texts.handling_after_hours()).style(style::text::ink3)
        ]
        .align_x(Center)
        .into()
    }
}
