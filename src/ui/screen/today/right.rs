//! 我的待办, 提醒, 今日回访.

use chrono::Datelike as _;
use iced::{
    Length, Top,
    widget::{column, container, mouse_area, row, space, text::Wrapping},
};

use super::facts::{Facts, ReportStep};
use super::lines::{Line, right_id};
use super::{Message, State, strip};
use crate::books::View;
use crate::books::board::Owner;
use crate::domain::complaint::Verb;
use crate::domain::office::month_report;
use crate::report::figures::Value;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon::{self, Icon};
use crate::ui::part::{case_words, clock_chip};
use crate::ui::screen::Place;
use crate::ui::style::{self};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    badge, button, card, card_head, field, fitted, hint, icon as glyph, line_across, scroll_named, small, strong, tip,
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
        let todo = (icon::LIST_CHECKS, texts.today_todo(), texts.today_todo_none());
        let told = (icon::MEGAPHONE, texts.today_reminders(), texts.today_reminders_none());
        let mut cards = column![].spacing(12);
        if facts.supervises && !facts.missed.is_empty() {
            cards = cards.push(self.supervised(env, facts, width));
        }
        let approvals = approvals(env, facts);
        if !approvals.is_empty() {
            let head = (icon::STAMP, texts.today_approvals(), "");
            cards = cards.push(self.list(env, head, (approvals, width)));
        }
        if !facts.month.is_empty() {
            cards = cards.push(month(env, facts, width));
        }
        cards = cards.push(self.list(env, todo, (todos(env, facts), width)));
        cards = cards.push(self.list(env, told, (reminders(env, facts), width)));
        if env.may(Verb::Dial) {
            cards = cards.push(calls(env, width));
        }
        scroll_named(right_id(), cards).into()
    }

    fn list<'a>(
        &'a self,
        env: &Env<'a>,
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
            let drawn = self.item(env, it, width);
            if index < last { column![drawn, line_across()].into() } else { drawn }
        });
        card(column![head].extend(rows)).width(Length::Fill).into()
    }

    fn item<'a>(&'a self, env: &Env<'a>, it: Item, width: f32) -> Element<'a, Message> {
        let line = it.line;
        let beside =
            it.badge.as_ref().map_or(0.0, |(_, words)| crate::ui::widget::measure(words, Face::Caption) + 22.0);
        let px = width - 28.0 - 24.0 - 2.0;
        let badge = it.badge.map(|(tone, words)| badge(tone, words));
        let sign: Element<'a, Message> = match line {
            Line::Promise(id, index) if env.may(Verb::FinishFollowUp) => {
                let tick = container(space()).width(16).height(16).style(style::surface::tick_box);
                let area = mouse_area(tick)
                    .on_press(Message::FinishAsked(id, index))
                    .interaction(iced::mouse::Interaction::Pointer);
                tip(container(area).padding([2, 0]), env.texts.today_finish())
            }
            Line::Promise(..)
            | Line::Case(_)
            | Line::MonthReport
            | Line::Approval(_)
            | Line::Missed(..)
            | Line::Members
            | Line::Contacts
            | Line::Repeat(_)
            | Line::Sight(..)
            | Line::Answered(_)
            | Line::Review => container(glyph(it.icon).style(style::text::toned(it.tone))).padding([2, 0]).into(),
        };
        let content = row![
            sign,
            column![
                fitted(&it.title, Face::Body, px - beside),
                container(fitted(&it.more, Face::Small, px - beside)).style(style::surface::quiet)
            ]
            .push(self.finish(env, line))
            .width(Length::Fill)
        ]
        .push(badge)
        .spacing(8)
        .align_y(Top);
        self.openable(line, content)
    }

    /// What came of a promise, in one line.
    fn finish<'a>(&'a self, env: &Env<'a>, line: Line) -> Option<Element<'a, Message>> {
        let it = self.finishing.as_ref().filter(|it| line == Line::Promise(it.id, it.index))?;
        let typed = field(env.texts.today_finish_hint(), &it.words)
            .id(super::doing::finish_id())
            .on_input(Message::FinishTyped);
        let done = button(env.texts.today_finish_done()).compact().primary();
        let done = if it.words.trim().is_empty() { done } else { done.on_press(Message::FinishSent) };
        let line = row![Element::from(typed), Element::from(done)].spacing(6).align_y(iced::Center);
        Some(container(line).padding(iced::Padding { top: 6.0, ..iced::Padding::ZERO }).into())
    }
}

/// 待审批: plans, and the month's report where the viewer files it.
fn approvals(env: &Env<'_>, facts: &Facts) -> Vec<Item> {
    let inbox = env.books.inbox(View { viewer: env.me, now: env.now });
    let plans = facts.approvals.iter().filter_map(|id| {
        let it = inbox.to_approve.iter().find(|it| it.complaint.id == *id)?;
        let clock = it.clock.map(|it| {
            let chip = clock_chip::of_clock(env, it.clock);
            (chip.tone, chip.words.into_owned())
        });
        Some(Item {
            line: Line::Approval(*id),
            icon: icon::STAMP,
            tone: Tone::Info,
            title: case_words::summary(env, it.complaint),
            more: format!("{}·{}", id.short(), case_words::department(env, it.order.department)),
            badge: clock,
        })
    });
    plans.chain(sights(env, facts)).chain(report(env, facts, ReportStep::Approve)).collect()
}

/// 查看申请: who asks to see what, and why.
fn sights<'a>(env: &Env<'a>, facts: &'a Facts) -> impl Iterator<Item = Item> + 'a {
    let env = *env;
    let asked = env.books.sights_asked();
    facts.sights.iter().filter_map(move |(about, person)| {
        let (_, it) = asked.iter().find(|(of, it)| (of, it.stamp.by) == (about, *person))?;
        Some(Item {
            line: Line::Sight(*about, *person),
            icon: icon::EYE,
            tone: Tone::Info,
            title: env.texts.bell_sight_asked(about.number(), env.texts.person(env.office(), *person)),
            more: it.what.to_string(),
            badge: None,
        })
    })
}

/// What became of the viewer's own requests.
fn answered<'a>(env: &Env<'a>, facts: &'a Facts) -> impl Iterator<Item = Item> + 'a {
    let env = *env;
    let answers = env.books.sights_answered(View { viewer: env.me, now: env.now });
    facts.answered.iter().filter_map(move |about| {
        let (_, answer) = answers.iter().find(|(of, _)| of == about)?;
        let (became, words) = env.texts.sight_answer(env.office(), &answer.what);
        Some(Item {
            line: Line::Answered(*about),
            icon: icon::EYE,
            tone: Tone::Info,
            title: env.texts.bell_sight_answered(about.number()),
            more: env.texts.joined([became, words.unwrap_or_default().to_owned()]),
            badge: None,
        })
    })
}

/// The month's report, where this is the viewer's step.
fn report(env: &Env<'_>, facts: &Facts, step: ReportStep) -> Option<Item> {
    let texts = env.texts;
    let it = facts.report.filter(|it| it.step == step)?;
    let month = texts.month(it.month.first_day());
    let late = (env.now - it.due).num_days();
    let badge = if it.due <= env.now {
        (Tone::Late, texts.late_days(late.max(1)))
    } else {
        (Tone::Soon, texts.day_time(env.calendar().local(it.due), env.today()))
    };
    let version = env.office().next_version(it.month);
    Some(Item {
        line: Line::MonthReport,
        icon: icon::FILE_SPREADSHEET,
        tone: Tone::Info,
        title: match it.step {
            ReportStep::Submit => texts.today_submit_report(month),
            ReportStep::Approve => texts.today_approve_report(month),
        },
        more: month_report::number(env.office().forms(), it.month, version),
        badge: Some(badge),
    })
}

/// 本月: eight figures with what they are made of.
fn month<'a>(env: &Env<'a>, facts: &Facts, width: f32) -> Element<'a, Message> {
    let texts = env.texts;
    let go = button(texts.today_to_charts()).link().compact().on_press(Message::Went(Place::Charts));
    let name = texts.month(env.office().rules().month_of(env.today()).first_day());
    let head = card_head(Some(icon::CHART_COLUMN), texts.today_month(), name, Some(go.into()));
    let number = |it: u64| texts.number(i64::try_from(it).unwrap_or(i64::MAX));
    let rows = facts.month.iter().map(|it| {
        let (value, made_of) = match it.value {
            Value::Count(count) => (number(count), String::new()),
            Value::Rate(rate) => {
                (texts.percent(rate.part, rate.whole), texts.charts_fraction(number(rate.part), number(rate.whole)))
            }
            Value::Money(money) => (texts.money(money), String::new()),
            Value::Mean(_) => (String::new(), String::new()),
        };
        row![
            container(fitted(texts.measure(it.measure), Face::Small, width - 28.0 - 160.0)).width(Length::Fill),
            small(made_of).style(style::text::ink3).wrapping(Wrapping::None),
            container(strong(value).wrapping(Wrapping::None)).width(72).align_x(iced::Right),
        ]
        .spacing(8)
        .height(28)
        .align_y(iced::Center)
        .into()
    });
    card(column![head, container(column(rows)).padding([6, 14])]).width(Length::Fill).into()
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
            title: match env.cloak {
                Cloak::Off => what.words.as_str().split_whitespace().collect::<Vec<_>>().join(" "),
                Cloak::On => texts.customer_cloaked().to_owned(),
            },
            more: format!("{}·{}·{}", id.short(), case_words::customer(env, it.complaint), texts.name(what.kind)),
            badge: clock,
        })
    });
    answered(env, facts).chain(mine).chain(report(env, facts, ReportStep::Submit)).collect()
}

fn reminders(env: &Env<'_>, facts: &Facts) -> Vec<Item> {
    let texts = env.texts;
    // Who supervises has a card of them.
    let silent = if facts.supervises { &[][..] } else { &facts.missed[..] };
    let missed = silent.iter().map(|it| Item {
        line: Line::Missed(it.id, it.order),
        icon: icon::CIRCLE_ALERT,
        tone: Tone::Late,
        title: texts.today_missed(it.count, it.id.short()),
        more: case_words::owner(env, it.handler.map_or(Owner::Department(it.department), Owner::Person)),
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
    let (waiting, late) = facts.contacts;
    let contacts = (0 < waiting).then(|| Item {
        line: Line::Contacts,
        icon: icon::CONTACT,
        tone: if 0 < late { Tone::Late } else { Tone::Info },
        title: texts.today_contacts(waiting),
        more: texts.today_contacts_words().to_owned(),
        badge: (0 < late).then(|| (Tone::Late, texts.handling_late(late))),
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
    let review = facts.review.map(|first| Item {
        line: Line::Review,
        icon: icon::CLIPBOARD_CHECK,
        tone: Tone::Info,
        title: texts.today_review(first.month0() / 3 + 1, first.year().to_string()),
        more: texts.today_review_words().to_owned(),
        badge: None,
    });
    missed.chain(members).chain(contacts).chain(repeats).chain(review).collect()
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
