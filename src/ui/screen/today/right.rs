//! 我的待办, 提醒, 今日回访.

use iced::{
    Length, Top,
    widget::{column, container, mouse_area, row, text::Wrapping},
};

use super::facts::{Facts, ReportStep};
use super::lines::{Line, right_id};
use super::{Message, State, strip};
use crate::books::View;
use crate::domain::id::ComplaintId;
use crate::domain::office::month_report;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::part::{case_words, clock_chip};
use crate::ui::screen::Place;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Focus, badge, button, card, card_head, fitted, hint, icon as glyph, line_across, named, scroll_named, small,
};

/// What a line of the right column says.
struct Item {
    line: Line,
    icon: Icon,
    tone: Tone,
    title: String,
    more: String,
    badge: Option<(Tone, String)>,
}

impl State {
    pub(super) fn right<'a>(&'a self, env: &Env<'a>, facts: &Facts, width: f32) -> Element<'a, Message> {
        let texts = env.texts;
        let todo = todos(env, facts);
        let reminders = reminders(env, facts);
        let mut cards = column![
            self.list(env, (icon::LIST_CHECKS, texts.today_todo(), texts.today_todo_none()), (todo, width)),
            self.list(
                env,
                (icon::MEGAPHONE, texts.today_reminders(), texts.today_reminders_none()),
                (reminders, width)
            ),
        ]
        .spacing(12);
        if env.may(crate::domain::complaint::Verb::Dial) {
            cards = cards.push(calls(env, width));
        }
        scroll_named(right_id(), cards).into()
    }

    fn list<'a>(
        &'a self,
        _env: &Env<'a>,
        (icon, name, none): (Icon, &'a str, &'a str),
        (items, width): (Vec<Item>, f32),
    ) -> Element<'a, Message> {
        let count = if items.is_empty() { String::new() } else { items.len().to_string() };
        let head = card_head(Some(icon), name, count, None);
        if items.is_empty() {
            let nothing = row![
                glyph(icon::CIRCLE_CHECK).style(style::text::toned(Tone::Success)),
                small(none).style(style::text::toned(Tone::Success))
            ]
            .spacing(8)
            .align_y(iced::Center);
            return card(column![head, container(nothing).padding([10, 14])]).width(Length::Fill).into();
        }
        let last = items.len() - 1;
        let rows = items.into_iter().enumerate().map(|(index, it)| {
            let drawn = self.item(it, width);
            if index < last { column![drawn, line_across()].into() } else { drawn }
        });
        card(column![head].extend(rows)).width(Length::Fill).into()
    }

    fn item(&self, it: Item, width: f32) -> Element<'_, Message> {
        let line = it.line;
        let beside =
            it.badge.as_ref().map_or(0.0, |(_, words)| crate::ui::widget::measure(words, Face::Caption) + 22.0);
        let px = width - 28.0 - 24.0 - 2.0;
        let badge = it.badge.map(|(tone, words)| badge(tone, words));
        let content = row![
            container(glyph(it.icon).style(style::text::toned(it.tone))).padding([2, 0]),
            column![
                fitted(&it.title, Face::Body, px - beside),
                container(fitted(&it.more, Face::Small, px - beside)).style(style::surface::quiet)
            ]
            .width(Length::Fill)
        ]
        .push(badge)
        .spacing(8)
        .align_y(Top);
        let standing = if self.cursor == Some(line) {
            Standing::Cursor
        } else if self.hovered == Some(line) {
            Standing::Hovered
        } else {
            Standing::Rest
        };
        let drawn = container(content).width(Length::Fill).padding([8, 14]).style(style::row::row(standing));
        let area = mouse_area(drawn)
            .on_press(Message::Opened(line))
            .on_enter(Message::Hovered(Some(line)))
            .on_exit(Message::Hovered(None))
            .interaction(iced::mouse::Interaction::Pointer);
        named(line.id(), Focus::Elsewhere, area)
    }
}

fn todos(env: &Env<'_>, facts: &Facts) -> Vec<Item> {
    let texts = env.texts;
    let promised = env.books.promised(env.now);
    let mine = facts.promises.iter().filter_map(|(id, index)| {
        let it = promised.iter().find(|it| it.complaint.id == *id && it.index == *index)?;
        let what = &it.follow_up.what;
        let clock = it.clock.map(|it| {
            let chip = clock_chip::of_clock(env, it.clock);
            (chip.tone, chip.words.into_owned())
        });
        Some(Item {
            line: Line::Promise(*id, *index),
            icon: icon::PHONE_OUTGOING,
            tone: Tone::Info,
            title: what.words.as_str().split_whitespace().collect::<Vec<_>>().join(" "),
            more: format!("{}·{}·{}", id.short(), case_words::customer(env, it.complaint), texts.name(what.kind)),
            badge: clock,
        })
    });
    let report = facts.report.map(|it| {
        let month = texts.month(it.month.first_day());
        let late = (env.now - it.due).num_days();
        let badge = if it.due <= env.now {
            (Tone::Late, texts.late_days(late.max(1)))
        } else {
            (Tone::Soon, texts.day_time(env.calendar().local(it.due), env.today()))
        };
        let version = env.office().next_version(it.month);
        Item {
            line: Line::MonthReport,
            icon: icon::FILE_SPREADSHEET,
            tone: Tone::Info,
            title: match it.step {
                ReportStep::Submit => texts.today_submit_report(month),
                ReportStep::Approve => texts.today_approve_report(month),
            },
            more: month_report::number(env.office().forms(), it.month, version),
            badge: Some(badge),
        }
    });
    mine.chain(report).collect()
}

fn reminders(env: &Env<'_>, facts: &Facts) -> Vec<Item> {
    let texts = env.texts;
    let who = |id: ComplaintId| {
        let complaint = env.books.complaint(id)?;
        let card = env.books.card(View { viewer: env.me, now: env.now }, complaint)?;
        Some(case_words::owner(env, card.owner))
    };
    let missed = facts.missed.iter().map(|(id, missed)| Item {
        line: Line::Missed(*id),
        icon: icon::CIRCLE_ALERT,
        tone: Tone::Late,
        title: texts.today_missed(*missed, id.short()),
        more: who(*id).unwrap_or_default(),
        badge: None,
    });
    let members = facts.members_missing.first().map(|first| {
        let name = env.books.complaint(*first).map(|it| case_words::customer(env, it));
        Item {
            line: Line::Members,
            icon: icon::CROWN,
            tone: Tone::Info,
            title: texts.today_members_left(facts.members_missing.len()),
            more: name.map_or_else(|| first.short(), |it| format!("{it}·{}", first.short())),
            badge: None,
        }
    });
    let repeats = facts.repeats.iter().map(|(id, other)| {
        let of = env
            .books
            .complaint(*id)
            .map(|it| format!("{}·{}", case_words::customer(env, it), case_words::category(env, it.details.category)));
        Item {
            line: Line::Repeat(*id),
            icon: icon::LAYERS,
            tone: Tone::Soon,
            title: texts.today_repeat(id.short(), other.short()),
            more: of.unwrap_or_default(),
            badge: None,
        }
    });
    missed.chain(members).chain(repeats).collect()
}

/// 今日回访: how many, and the day as a strip.
fn calls<'a>(env: &Env<'a>, width: f32) -> Element<'a, Message> {
    let queue = env.books.callbacks(View { viewer: env.me, now: env.now });
    let today = env.today();
    let appointed =
        queue.iter().filter(|it| it.appointment.is_some_and(|at| env.calendar().day_of(at) == today)).count();
    let go = button(env.texts.today_to_callbacks()).link().compact().on_press(Message::Went(Place::Callback));
    let head = card_head(
        Some(icon::PHONE_CALL),
        env.texts.today_calls(),
        env.texts.today_calls_count(queue.len(), appointed),
        Some(go.into()),
    );
    let content: Element<'a, Message> = if queue.is_empty() {
        row![
            glyph(icon::CIRCLE_CHECK).style(style::text::toned(Tone::Success)),
            small(env.texts.today_calls_none()).style(style::text::toned(Tone::Success)).wrapping(Wrapping::None)
        ]
        .spacing(8)
        .align_y(iced::Center)
        .into()
    } else {
        match strip::day(env, &queue, width - 30.0) {
            Some(day) => day,
            None => hint(env.texts.today_calls_day_off()).into(),
        }
    };
    card(column![head, container(content).padding([10, 14])]).width(Length::Fill).into()
}
