//! Whom the call is about: the head over the script, and the summary of the case before the call.

use iced::{
    Center, Length,
    widget::{column, container, row, space},
};

use super::{Message, Pending, State, Stop, customer, is_mine, queue, quiet, why_not};
use crate::books::callbacks::Waiting;
use crate::domain::complaint::terms::{CloseCode, ContactMethod, Satisfaction};
use crate::domain::complaint::{self, Complaint, Verb};
use crate::domain::script::Manners;
use crate::ui::env::{Cloak, Env, Room};
use crate::ui::icon;
use crate::ui::part::form::Stop as _;
use crate::ui::screen::customers::leads_to;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Note, avatar_large, badge_icon, body, button, down, fitted, heading, hint, icon as glyph, icon_small, line_across,
    line_down, measure, note, pane_foot, pane_head, scroll, small, words,
};

/// Name, number, stopwatch, the one verb; below it the hours, who handled it, which attempt.
pub(super) fn head<'a>(state: &'a State, env: &Env<'a>, waiting: &Waiting<'a>, middle: f32) -> Element<'a, Message> {
    let complaint = waiting.complaint;
    let member = complaint.is_member().then(|| badge_icon(Tone::Accent, icon::CROWN, env.texts.flag_member()));
    let first =
        row![heading(customer(env, complaint))].push(member).push(number(env, complaint)).spacing(8).align_y(Center);
    let department = complaint.current_orders().next().and_then(|it| env.office().department(it.department));
    let mut line = match env.room() {
        Room::Ample => env.office().forms().number(complaint.id),
        Room::Tight => complaint.id.short(),
    };
    if env.cloak == Cloak::Off {
        line = format!("{line}·{}", queue::about(complaint));
    }
    if let Some(department) = department {
        line = format!("{line}·{}", department.name);
    }
    // What stands beside it: the disc and the verb, and the stopwatch while a call goes on.
    let verbs = [env.texts.call_dial(), env.texts.call_hang_up()];
    let verbs = verbs.iter().map(|it| measure(it, Face::Strong)).fold(0.0, f32::max) + 46.0;
    let watch = env.texts.call_soft_limit(env.office().rules().callback_minutes);
    let watch = if complaint.open_call().is_some() { measure(&watch, Face::Small).max(76.0) + 12.0 } else { 0.0 };
    let room = middle - 36.0 - 28.0 - 24.0 - 8.0 - verbs - watch;
    let about = column![first, fitted(&line, Face::Small, room.max(120.0))].spacing(2).width(Length::Fill);
    let initial = match env.cloak {
        Cloak::Off => complaint.details.complainant.surname().to_owned(),
        Cloak::On => customer(env, complaint),
    };
    let top = row![avatar_large(&initial), about]
        .push(stopwatch(state, env, complaint))
        .push(verb(state, env, waiting))
        .spacing(12)
        .align_y(Center);
    let top = container(top).height(63).padding([0, 18]).align_y(Center).style(style::surface::pane);
    let second =
        container(facts(state, env, waiting)).height(33).padding([0, 18]).align_y(Center).style(style::surface::pane);
    column![top, line_across(), second, line_across()].into()
}

/// The whole number only while the viewer is on the phone with this customer (UI.md 11).
fn number<'a>(env: &Env<'a>, complaint: &Complaint) -> Option<Element<'a, Message>> {
    if env.cloak == Cloak::On {
        return None;
    }
    let phone = &complaint.details.complainant.phone;
    let shown = if is_mine(env, complaint) { phone.spaced() } else { phone.masked() };
    Some(words(Face::Lead, shown).into())
}

fn stopwatch<'a>(state: &State, env: &Env<'a>, complaint: &Complaint) -> Option<Element<'a, Message>> {
    let call = complaint.open_call()?;
    let run = state.form.hung_up.filter(|_| is_mine(env, complaint)).unwrap_or(env.now) - call.dialled.at;
    let minutes = env.office().rules().callback_minutes;
    let tone = if chrono::Duration::minutes(minutes.into()) < run { Tone::Soon } else { Tone::Success };
    let drawn = column![
        row![
            icon_small(icon::PHONE_CALL).style(style::text::toned(tone)),
            words(Face::Heading, env.texts.stopwatch(run)).style(style::text::toned(tone))
        ]
        .spacing(6)
        .align_y(Center),
        hint(env.texts.call_soft_limit(minutes))
    ]
    .align_x(iced::Right);
    Some(drawn.into())
}

fn verb<'a>(state: &State, env: &Env<'a>, waiting: &Waiting<'a>) -> Element<'a, Message> {
    let complaint = waiting.complaint;
    if let Some(call) = complaint.open_call() {
        if call.dialled.by != env.me {
            let by = env.texts.person(env.office(), call.dialled.by);
            return small(env.texts.call_in_call(by)).into();
        }
        let hang_up = button(env.texts.call_hang_up())
            .danger_plain()
            .icon(icon::PHONE_OFF)
            .id(Stop::HangUp.id())
            .focus(state.ring.focus(Stop::HangUp));
        return hang_up.on_press_maybe(state.form.hung_up.is_none().then_some(Message::HungUp)).into();
    }
    let dial = button(env.texts.call_dial()).icon(icon::PHONE).id(Stop::Dial.id()).focus(state.ring.focus(Stop::Dial));
    if let Some(why) = why_not(env, complaint, Verb::Dial) {
        return dial.locked(why).into();
    }
    if waiting.handled_by_viewer {
        return dial.locked(env.texts.call_handler_words()).into();
    }
    if let Some(until) = waiting.quiet_until {
        let at = env.texts.moment(env.local(until), env.today());
        return dial.locked(env.texts.call_dial_from(at)).into();
    }
    match state.pending {
        Some(Pending::Dial) => dial.primary().busy().into(),
        Some(Pending::Save | Pending::Appoint | Pending::Share) => dial.into(),
        None => dial.primary().on_press(Message::Dialled(ContactMethod::Phone)).into(),
    }
}

fn facts<'a>(state: &State, env: &Env<'a>, waiting: &Waiting<'a>) -> Element<'a, Message> {
    let complaint = waiting.complaint;
    let handler = complaint.current_orders().filter_map(|it| it.handler).last();
    let handler = handler.map(|it| env.texts.person(env.office(), it)).unwrap_or_default();
    let by_whom = if waiting.handled_by_viewer {
        env.texts.call_handled_by_you().to_owned()
    } else {
        env.texts.call_handled_by(handler)
    };
    let open = (complaint.open_call().is_some() || waiting.quiet_until.is_none()) && env.room() == Room::Ample;
    let hours = open.then(|| {
        row![
            icon_small(icon::CIRCLE_CHECK).style(style::text::toned(Tone::Success)),
            quiet::hours_line(env),
            container(line_down()).height(14),
        ]
        .spacing(6)
        .align_y(Center)
    });
    let file = leads_to(env, complaint.id).then(|| {
        let file = button(env.texts.cust_file()).quiet().compact().icon(icon::CONTACT);
        let file = file.id(Stop::File.id()).focus(state.ring.focus(Stop::File));
        Element::from(file.on_press(Message::CustomerOpened(complaint.id)))
    });
    let attempt = complaint.open_call().map_or(waiting.attempt, |it| it.attempt);
    row![]
        .push(hours)
        .push(icon_small(icon::USERS).style(style::text::ink2))
        .push(small(by_whom).style(style::text::ink2).wrapping(iced::widget::text::Wrapping::None))
        .push(space().width(Length::Fill))
        .push(file)
        .push(
            small(env.texts.call_attempt(attempt))
                .style(style::text::ink2)
                .wrapping(iced::widget::text::Wrapping::None),
        )
        .spacing(6)
        .align_y(Center)
        .into()
}

/// 案件摘要: what the caller should know before the call.
pub(super) fn summary<'a>(state: &'a State, env: &Env<'a>, waiting: &Waiting<'a>, width: f32) -> Element<'a, Message> {
    let complaint = waiting.complaint;
    let open = button(env.texts.call_open_case()).link().compact().on_press(Message::Opened(complaint.id));
    let head =
        row![heading(env.texts.call_summary_title()), space().width(Length::Fill), Element::from(open)].align_y(Center);
    let mut content = column![].spacing(14).padding(16).width(Length::Fill);
    if env.cloak == Cloak::Off {
        content = content
            .push(queue::line(env.texts.call_content(), complaint.details.content.to_string()))
            .push(queue::line(env.texts.call_remedy(), complaint.details.requested_remedy.to_string()));
        for slip in complaint.current_orders().filter_map(|it| it.slip.as_ref()) {
            content = content.push(queue::line(env.texts.call_result(), slip.what.result.to_string()));
            if let Some(unfinished) = &slip.what.unfinished {
                content = content.push(queue::line(env.texts.call_unfinished(), unfinished.to_string()));
            }
        }
        if let Some(preference) = &complaint.details.complainant.preference {
            content = content.push(queue::line(env.texts.call_preference(), preference.to_string()));
        }
    }
    content = content.push(neutral(env, complaint)).push(line_across()).push(attempts(env, complaint));
    let rules = Manners::standard(env.office().language()).callback_rules.iter().map(|it| {
        row![glyph(icon::CHECK).size(12).style(style::text::ink3), small(it.as_str()).style(style::text::ink2)]
            .spacing(6)
            .into()
    });
    content = content.push(line_across()).push(down(4.0, rules));
    let in_card = waiting.quiet_until.is_some() && !waiting.handled_by_viewer;
    if !in_card {
        content = content.push(state.conflict_note(env, &[Pending::Appoint, Pending::Dial]));
        content = content.push(quiet::panel(state, env, complaint));
    }
    let may = why_not(env, complaint, Verb::Appoint).is_none() && complaint.open_call().is_none() && !in_card;
    let foot = may.then(|| {
        let appoint = button(env.texts.call_appoint())
            .icon(icon::CALENDAR_CLOCK)
            .id(Stop::Reschedule.id())
            .focus(state.ring.focus(Stop::Reschedule))
            .on_press(Message::AppointToggled);
        pane_foot(Element::from(appoint))
    });
    container(column![pane_head(head), scroll(content)].push(foot))
        .width(width)
        .height(Length::Fill)
        .style(style::surface::pane)
        .into()
}

/// After 一般 without another round the complaint waits: it is called again, or the supervisor closes it (X9, X15).
fn neutral<'a>(env: &Env<'a>, complaint: &'a Complaint) -> Option<Element<'a, Message>> {
    if complaint.satisfaction() != Some(Satisfaction::Neutral) {
        return None;
    }
    let may = complaint::endable(&env.ctx(), complaint, CloseCode::SupervisorApproved).is_ok();
    let close = may.then(|| {
        let close = button(env.texts.call_neutral_close()).compact().icon(icon::CIRCLE_CHECK);
        Element::from(close.on_press(Message::Opened(complaint.id)))
    });
    Some(note(Note {
        tone: Tone::Soon,
        icon: icon::MEH,
        title: env.texts.call_neutral().into(),
        words: env.texts.call_neutral_words().into(),
        actions: close.into_iter().collect(),
    }))
}

fn attempts<'a>(env: &Env<'a>, complaint: &'a Complaint) -> Element<'a, Message> {
    let name = crate::ui::widget::small_strong(env.texts.call_attempts()).style(style::text::ink3);
    if complaint.callbacks.is_empty() {
        return column![name, body(env.texts.call_attempts_none()).style(style::text::ink2)].spacing(3).into();
    }
    let rows = complaint.callbacks.iter().rev().map(|call| {
        let at = env.texts.moment(env.local(call.dialled.at), env.today());
        let by = env.texts.person(env.office(), call.dialled.by);
        let outcome = call.record.as_ref().map(|it| match &it.what.answers {
            Some(answers) => env.texts.name(answers.result),
            None => env.texts.name(it.what.outcome),
        });
        let line = format!("{at} {} {by} {}", env.texts.name(call.method), outcome.unwrap_or_default());
        let remark = call.record.as_ref().and_then(|it| it.what.remark.as_ref());
        column![small(line)].push(remark.map(|it| hint(it.as_str()))).into()
    });
    column![name, down(3.0, rows)].spacing(3).into()
}
