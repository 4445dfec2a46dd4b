//! 投诉, 回访, 订单, 偏好与备注, 经过.

use iced::widget::{column, container, mouse_area, row, space, text::Wrapping};
use iced::{Center, Length};

use super::card::fact;
use super::list::Card;
use super::sight::{self, Sight};
use super::{History, Message, Pen, State, Tab};
use crate::books::Row;
use crate::books::customers::Who;
use crate::books::ledger::CallRow;
use crate::domain::complaint::terms::{CallOutcome, ContactMethod, Satisfaction};
use crate::domain::complaint::{Stage, Stamp};
use crate::domain::customer::{Event, Profile, Verb};
use crate::domain::id::ComplaintId;
use crate::domain::record::{Fact, Recorded};
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::part::keyed::Spot;
use crate::ui::part::lookup::Choice;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    self, Note, badge, body, button, field, fitted, hint, icon_small, line_across, note, skeleton, small, small_strong,
    strong,
};

/// So many rows of a tab are drawn.
const MOST: usize = 100;

impl State {
    pub(super) fn tab_view<'a>(
        &'a self,
        pen: &mut Pen<'_, 'a>,
        who: Who,
        (profile, sight): (&Profile, Sight),
    ) -> Element<'a, Message> {
        match self.tab {
            Tab::Complaints => complaints(pen, who, sight),
            Tab::Calls => calls(pen, who, sight),
            Tab::Orders => orders(pen, who, sight),
            Tab::Notes => self.notes(pen, who, (profile, sight)),
            Tab::History => self.history(pen, who, sight),
        }
    }

    fn notes<'a>(
        &'a self,
        pen: &mut Pen<'_, 'a>,
        who: Who,
        (profile, sight): (&Profile, Sight),
    ) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let rests = profile.rests.map(|it| texts.cust_rests_words(texts.time(it.from), texts.time(it.until)));
        let way = profile.contact_by.map(|it| texts.name(it).to_owned());
        let preference = profile.preference.as_ref().map(|it| sight.text(&env, it));
        let known = [
            (icon::MOON, texts.cust_rests(), rests),
            (icon::PHONE_OUTGOING, texts.cust_way(), way),
            (icon::HEART, texts.cust_preference(), preference),
        ];
        let known: Vec<_> =
            known.into_iter().filter_map(|(sign, name, words)| Some(fact(&env, sign, name, words?))).collect();
        let likes: Element<'a, Message> =
            if known.is_empty() { hint(texts.cust_no_preference()).into() } else { column(known).spacing(6).into() };
        let jot = sight::may_do(&env, Verb::Note).then(|| self.jot_view(pen));
        let file = match who {
            Who::File(id) => env.books.customers().file(id),
            Who::Caller(_) => None,
        };
        let notes = file.into_iter().flat_map(|it| it.notes.iter().rev()).take(MOST).map(|it| {
            let words = sight.text(&env, &it.what);
            column![by(&env, it.stamp), body(words)].spacing(2).into()
        });
        let notes: Vec<Element<'a, Message>> = notes.collect();
        let notes: Element<'a, Message> =
            if notes.is_empty() { hint(texts.cust_no_notes()).into() } else { column(notes).spacing(10).into() };
        container(column![likes, line_across()].push(jot).push(notes).spacing(12)).padding([12, 16]).into()
    }

    /// A note, or that the customer was contacted (T13).
    fn jot_view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let methods =
            ContactMethod::ALL.iter().map(|it| Choice::new(Some(*it), texts.cust_contacted_by(texts.name(*it))));
        let choices = std::iter::once(Choice::new(None, texts.name(Verb::Note))).chain(methods).collect();
        let kind = pen.keys.pick(&env, Spot("cust-jot-kind", 0), (choices, self.jotting.contacted), Message::Contacted);
        let input = field(texts.cust_jot(), &self.jotting.words).on_input(Message::Jotted);
        let input = pen.keys.field(Spot("cust-jot", 0), input);
        let ready = (!self.jotting.words.trim().is_empty() && !self.busy).then_some(Message::JottingSaved);
        let save = pen.keys.button(Spot("cust-jot-save", 0), button(texts.cust_jot_save()).icon(icon::PLUS), ready);
        match Card::of(&env) {
            Card::Wide => {
                row![container(kind).width(150), Element::from(input), save].spacing(8).align_y(Center).into()
            }
            Card::Narrow => column![kind, Element::from(input), save].spacing(8).into(),
        }
    }

    fn history<'a>(&'a self, pen: &mut Pen<'_, 'a>, who: Who, sight: Sight) -> Element<'a, Message> {
        let (env, texts) = (&pen.env, pen.env.texts);
        let drawn: Element<'a, Message> = match (who, &self.history) {
            (Who::Caller(_), _) => hint(texts.cust_no_file_words()).into(),
            (Who::File(id), History::Here(of, facts)) if id == *of => timeline(env, facts, sight),
            (Who::File(_), History::Failed(trouble)) => {
                let again = button(texts.retry()).compact();
                let again =
                    pen.keys.button(Spot("cust-history-again", 0), again, Some(Message::TabChosen(Tab::History)));
                note(Note {
                    tone: Tone::Late,
                    icon: icon::TRIANGLE_ALERT,
                    title: texts.handling_history_unread().into(),
                    words: texts.not_kept(*trouble).into(),
                    actions: vec![again],
                })
            }
            (Who::File(_), History::Here(..) | History::Nothing) => skeleton(3),
        };
        container(drawn).padding([12, 16]).width(Length::Fill).into()
    }
}

fn by<'a>(env: &Env<'a>, stamp: Stamp) -> Element<'a, Message> {
    let at = env.texts.moment(env.calendar().local(stamp.at), env.today());
    hint(env.texts.joined([env.texts.person(env.office(), stamp.by), at])).into()
}

/// A row that opens a complaint.
fn pressable<'a>(
    pen: &mut Pen<'_, 'a>,
    (name, place): (&'static str, usize),
    (content, says): (Element<'a, Message>, Message),
) -> Element<'a, Message> {
    let drawn = container(content)
        .height(36)
        .width(Length::Fill)
        .padding([0, 16])
        .align_y(Center)
        .style(style::row::row(Standing::Rest));
    let area = mouse_area(drawn).on_press(says.clone()).interaction(iced::mouse::Interaction::Pointer);
    column![pen.keys.pressable(Spot(name, place), says, area), line_across()].into()
}

fn nothing(words: &str) -> Element<'_, Message> {
    container(hint(words)).padding([16, 16]).into()
}

fn standing(env: &Env<'_>, row: &Row) -> (Tone, String) {
    let texts = env.texts;
    match (row.stage, row.satisfaction()) {
        (Stage::Closed | Stage::Archived, Some(it)) => {
            let tone = match it {
                Satisfaction::Satisfied => Tone::Success,
                Satisfaction::Neutral => Tone::Plain,
                Satisfaction::Dissatisfied => Tone::Late,
            };
            (tone, texts.name(it).to_owned())
        }
        (Stage::Merged, _) | (Stage::Closed | Stage::Archived, None) => (Tone::Plain, texts.name(row.stage).to_owned()),
        (Stage::Escalated, _) => (Tone::Escalated, texts.name(row.stage).to_owned()),
        (
            Stage::ToJudge | Stage::ToReply | Stage::ToDispatch | Stage::InHandling | Stage::ToCallBack,
            Some(_) | None,
        ) => (Tone::Info, texts.name(row.stage).to_owned()),
    }
}

fn complaints<'a>(pen: &mut Pen<'_, 'a>, who: Who, sight: Sight) -> Element<'a, Message> {
    let (env, texts) = (pen.env, pen.env.texts);
    let rows = env.books.customers().complaints(who);
    if rows.is_empty() {
        return nothing(texts.cust_no_complaints());
    }
    let drawn = rows.into_iter().take(MOST).enumerate().map(|(place, row_)| {
        let (tone, became) = standing(&env, row_);
        let day = texts.day(env.calendar().day_of(row_.registered.at), env.today());
        let content = row_.content.split_whitespace().collect::<Vec<_>>().join(" ");
        // Who may read the file by leave reads of the complaints what concerns him or her (A24).
        let summary = if sight::may_read(&env) || concerned(&env, row_.id) {
            sight.plain(&env, &texts.joined([&*row_.product, content.as_str()]))
        } else {
            texts.cust_hidden().to_owned()
        };
        let line = row![
            small(row_.id.short()).style(style::text::ink2).wrapping(Wrapping::None).width(66),
            container(fitted(&summary, Face::Body, room(&env))).width(Length::Fill).clip(true),
            hint(day).wrapping(Wrapping::None),
            badge(tone, became),
        ]
        .spacing(10)
        .align_y(Center);
        pressable(pen, ("cust-complaint", place), (line.into(), Message::ComplaintOpened(row_.id)))
    });
    column(drawn.collect::<Vec<_>>()).into()
}

fn concerned(env: &Env<'_>, id: ComplaintId) -> bool {
    let complaint = || env.books.complaint(id);
    env.person().is_some_and(|it| complaint().is_some_and(|complaint| env.books.sees(it, complaint)))
}

/// What is left for a summary.
fn room(env: &Env<'_>) -> f32 {
    (env.beside_rail() - super::list::width(env) - 330.0).max(120.0)
}

fn calls<'a>(pen: &mut Pen<'_, 'a>, who: Who, sight: Sight) -> Element<'a, Message> {
    let (env, texts) = (pen.env, pen.env.texts);
    let rows = env.books.customers().complaints(who);
    let mut calls: Vec<(&Row, &CallRow)> = rows.iter().flat_map(|row| row.calls.iter().map(|it| (*row, it))).collect();
    calls.sort_by_key(|(_, it)| std::cmp::Reverse(it.dialled.at));
    if calls.is_empty() {
        return nothing(texts.cust_no_calls());
    }
    let drawn = calls.into_iter().take(MOST).enumerate().map(|(place, (row_, call))| {
        let (sign, tone): (Icon, Tone) = match (call.outcome, call.result) {
            (_, Some(Satisfaction::Satisfied)) => (icon::SMILE, Tone::Success),
            (_, Some(Satisfaction::Neutral)) => (icon::MEH, Tone::Soon),
            (_, Some(Satisfaction::Dissatisfied)) => (icon::FROWN, Tone::Late),
            (Some(CallOutcome::NoAnswer), None) => (icon::PHONE_MISSED, Tone::Soon),
            (Some(CallOutcome::Refused | CallOutcome::BadNumber), None) => (icon::PHONE_OFF, Tone::Soon),
            (Some(CallOutcome::Reached) | None, None) => (icon::PHONE, Tone::Plain),
        };
        let outcome = call.outcome.map(|it| texts.name(it)).unwrap_or_default();
        let result = call.result.map(|it| texts.name(it)).unwrap_or_default();
        let said = call.suggestions.as_deref().map(|it| sight.text(&env, it)).unwrap_or_default();
        let words = texts.joined([outcome, result, said.as_str()]);
        let at = texts.moment(env.calendar().local(call.dialled.at), env.today());
        let line = row![
            icon_small(sign).style(style::text::toned(tone)),
            container(small(at).wrapping(Wrapping::None)).width(96),
            container(fitted(&words, Face::Body, room(&env))).width(Length::Fill).clip(true),
            hint(texts.person(env.office(), call.dialled.by)).wrapping(Wrapping::None),
            hint(row_.id.short()).wrapping(Wrapping::None),
        ]
        .spacing(10)
        .align_y(Center);
        pressable(pen, ("cust-call", place), (line.into(), Message::ComplaintOpened(row_.id)))
    });
    column(drawn.collect::<Vec<_>>()).into()
}

fn orders<'a>(pen: &mut Pen<'_, 'a>, who: Who, sight: Sight) -> Element<'a, Message> {
    let (env, texts) = (pen.env, pen.env.texts);
    let orders = env.books.customers().orders(who);
    if orders.is_empty() {
        return nothing(texts.cust_no_orders());
    }
    let drawn = orders.into_iter().take(MOST).enumerate().map(|(place, order)| {
        let day = texts.day(env.calendar().day_of(order.row.registered.at), env.today());
        let line = row![
            container(strong(sight.plain(&env, order.number)).wrapping(Wrapping::None)).width(200),
            container(fitted(&sight.plain(&env, order.product), Face::Body, room(&env))).width(Length::Fill).clip(true),
            hint(day).wrapping(Wrapping::None),
            hint(order.row.id.short()).wrapping(Wrapping::None),
        ]
        .spacing(10)
        .align_y(Center);
        pressable(pen, ("cust-order", place), (line.into(), Message::ComplaintOpened(order.row.id)))
    });
    column(drawn.collect::<Vec<_>>()).into()
}

fn timeline<'a>(env: &Env<'a>, facts: &[Recorded], sight: Sight) -> Element<'a, Message> {
    let texts = env.texts;
    let mut drawn = column![].spacing(6);
    let mut day = None;
    let mut lines: Vec<widget::Event<'a>> = Vec::new();
    for it in facts.iter().rev() {
        let Fact::Customer(event) = &it.fact else { continue };
        let of = env.calendar().day_of(it.at);
        if day != Some(of) {
            if !lines.is_empty() {
                drawn = drawn.push(widget::timeline(std::mem::take(&mut lines)));
            }
            day = Some(of);
            drawn = drawn.push(small_strong(texts.day(of, env.today())).style(style::text::ink3));
        }
        let told = texts.customer_event(env.office(), event);
        let words = if told.words.is_empty() { String::new() } else { sight.text(env, &told.words) };
        lines.push(widget::Event {
            time: texts.time(env.calendar().local(it.at).time()).into(),
            icon: sign(event),
            tone: Tone::Plain,
            verb: told.verb.into(),
            who: texts.joined([texts.person(env.office(), it.by), told.more]).into(),
            words: words.into(),
        });
    }
    drawn.push(widget::timeline(lines)).push(space()).into()
}

fn sign(event: &Event) -> Icon {
    match event {
        Event::Opened { .. } => icon::USER_PLUS,
        Event::Changed { .. } => icon::PENCIL,
        Event::Assigned { .. } => icon::USER_CHECK,
        Event::Noted { .. } => icon::MESSAGE_SQUARE_TEXT,
        Event::Contacted { .. } => icon::PHONE,
        Event::Merged { .. } => icon::MERGE,
        Event::Unmerged | Event::ToldApart { .. } => icon::SPLIT,
        Event::Revealed { .. } | Event::SightAsked { .. } | Event::SightAnswered { .. } => icon::EYE,
    }
}
