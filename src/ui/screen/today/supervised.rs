//! 督办: reports that stay away, with who owes them, how many, the last words, and what can be done about it
//! (C08, L11, UI.md 5.11).

use iced::{
    Length,
    widget::{column, container, row, text::Wrapping},
};

use super::facts::{Facts, Missed};
use super::lines::Line;
use super::{Message, State};
use crate::app::Request;
use crate::books::board::Owner;
use crate::domain::clock::ClockKey;
use crate::domain::complaint::{Command, Verb, may};
use crate::domain::id::{ComplaintId, OrderNo};
use crate::domain::limits::ClockName;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::case_words;
use crate::ui::screen::Action;
use crate::ui::screen::board::{Deed, Purpose, Reminder};
use crate::ui::style::{self};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{badge, button, card, card_head, fitted, hint, icon as glyph, line_across, measure};

/// Rows at the most; the others are counted.
pub(super) const MOST: usize = 5;

impl State {
    pub(super) fn supervised<'a>(&'a self, env: &Env<'a>, facts: &Facts, width: f32) -> Element<'a, Message> {
        let texts = env.texts;
        let all = facts.missed.len() + facts.missed_more;
        let head = card_head(Some(icon::CIRCLE_ALERT), texts.today_supervised(), all.to_string(), None);
        let rows = facts.missed.iter().enumerate().map(|(index, it)| {
            let drawn = self.missed(env, it, width);
            if 0 < index { column![line_across(), drawn].into() } else { drawn }
        });
        let more = (0 < facts.missed_more).then(|| {
            let words = hint(texts.today_supervised_more(facts.missed_more)).wrapping(Wrapping::None);
            column![line_across(), container(words).padding([6, 14])]
        });
        card(column![head].extend(rows).push(more)).width(Length::Fill).into()
    }

    fn missed<'a>(&'a self, env: &Env<'a>, it: &Missed, width: f32) -> Element<'a, Message> {
        let texts = env.texts;
        let line = Line::Missed(it.id, it.order);
        let count = texts.flag_missed(it.count);
        let px = width - 28.0 - 24.0 - 2.0;
        let beside = measure(&count, Face::Caption) + 22.0;
        let who = case_words::owner(env, it.handler.map_or(Owner::Department(it.department), Owner::Person));
        let last = match (&it.last, env.cloak) {
            (Some((words, at)), crate::ui::env::Cloak::Off) => {
                let at = texts.moment(env.calendar().local(*at), env.today());
                texts.today_last_words(at, words.as_str())
            }
            (Some(_), crate::ui::env::Cloak::On) => String::new(),
            (None, _) => texts.today_never_reported().to_owned(),
        };
        let customer = env.books.complaint(it.id).map(|it| case_words::customer(env, it)).unwrap_or_default();
        let about = format!("{} {customer}", it.id.short());
        let mut verbs = row![].spacing(6);
        if calls(env, it.id, it.order) {
            verbs = verbs.push(Element::from(
                button(texts.today_call()).icon(icon::PHONE).compact().on_press(Message::CallAsked(it.id, it.order)),
            ));
        }
        if reminds(env, it.id, it.order) {
            verbs = verbs.push(Element::from(
                button(texts.name(Verb::Remind)).compact().on_press(Message::Reminded(it.id, it.order)),
            ));
        }
        if reassigns(env, it.id, it.order) {
            verbs = verbs
                .push(Element::from(button(texts.today_reassign()).compact().on_press(Message::ReassignAsked(it.id))));
        }
        if takes_up(env, it.id, it.order) {
            verbs = verbs.push(Element::from(
                button(texts.today_take_up()).compact().on_press(Message::TakenUp(it.id, it.order)),
            ));
        }
        let content = row![
            container(glyph(icon::ALARM_CLOCK).style(style::text::toned(Tone::Late))).padding([2, 0]),
            column![
                row![container(fitted(&about, Face::Body, px - beside)).width(Length::Fill), badge(Tone::Late, count)]
                    .align_y(iced::Center),
                container(fitted(&who, Face::Small, px)).style(style::surface::quiet),
                container(fitted(&last, Face::Small, px)).style(style::surface::quiet),
                container(verbs.wrap()).padding(iced::Padding { top: 4.0, ..iced::Padding::ZERO }),
            ]
            .width(Length::Fill)
        ]
        .spacing(8);
        self.openable(line, content)
    }
}

fn allowed(env: &Env<'_>, id: ComplaintId, order: OrderNo, verb: Verb) -> bool {
    env.books.complaint(id).is_some_and(|it| may(&env.ctx(), it, verb, Some(order)).is_ok())
}

/// Whether the viewer may remind whoever owes the report.
pub(super) fn reminds(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> bool {
    allowed(env, id, order, Verb::Remind)
}

/// Whether the viewer may write down a talk with whoever owes the report.
pub(super) fn calls(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> bool {
    allowed(env, id, order, Verb::Communicate)
}

/// Whether the viewer may give the work order to somebody else.
pub(super) fn reassigns(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> bool {
    allowed(env, id, order, Verb::Reassign)
}

/// Whether the viewer may take it up with the manager of the department.
pub(super) fn takes_up(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> bool {
    manager(env, id, order).is_some() && allowed(env, id, order, Verb::Supervise)
}

/// 打电话: what was said is written down while it is said, with who is called filled in (C09).
pub(super) fn call(id: ComplaintId, order: OrderNo) -> Effect<Message, Action> {
    Effect::action(Action::Form(id, Purpose::Deed(Deed::Communicate, Some(order))))
}

/// The manager of the department that owes the report.
fn manager(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> Option<String> {
    let department = env.books.complaint(id)?.order(order)?.department;
    env.office().managers_of(department).next().map(|it| it.name.to_string())
}

pub(super) fn remind(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> Effect<Message, Action> {
    let texts = env.texts;
    let Some(work) = env.books.complaint(id).and_then(|it| it.order(order)) else { return Effect::none() };
    let key = ClockKey::of_order(ClockName::Report, order);
    let clock = env
        .books
        .complaint(id)
        .and_then(|it| it.clocks.find(key))
        .map(|it| format!("{} {}", texts.name(ClockName::Report), texts.clock_words(it, env.calendar(), env.now)));
    let words = texts.board_reminder(clock.unwrap_or_default(), id.short());
    let Ok(words) = crate::domain::text::Line::new(&words) else { return Effect::none() };
    let to = match work.handler {
        Some(handler) => texts.person(env.office(), handler),
        None => case_words::department(env, work.department).to_owned(),
    };
    let said = texts.board_reminded(id.short(), to.as_str());
    super::doing::remind(env, id, Reminder { order, words, said, whom: to })
}

/// 报部门经理: kept on the case, so that everybody sees that the manager knows.
pub(super) fn take_up(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> Effect<Message, Action> {
    let Some(manager) = manager(env, id, order) else { return Effect::none() };
    let words = crate::domain::text::Line::new(&env.texts.today_taken_up_words(manager.as_str())).ok();
    let said = env.texts.today_taken_up(id.short(), manager);
    let request = Request::complaint(env.me, id, Command::Supervise { order, words });
    Effect::perform(env.desk.act(request), move |outcome| Message::Acted(id, said, Box::new(outcome)))
}
