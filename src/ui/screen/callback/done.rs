//! 已完成: a callback of today, looked at again; nothing of it can be changed (E06, E14).

use iced::{
    Center, Length,
    widget::{column, container, row, space},
};

use super::{Message, customer, queue};
use crate::domain::complaint::Complaint;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Note, badge, button, heading, hint, note, pane_head, scroll, small};

pub(super) fn view<'a>(env: &Env<'a>, complaint: &'a Complaint, place: usize) -> Element<'a, Message> {
    let Some(call) = complaint.callbacks.get(place) else { return space().into() };
    let texts = env.texts;
    let number = env.office().forms().callback_number(complaint.id, place + 1);
    let open = button(texts.call_open_case()).link().compact().on_press(Message::Opened(complaint.id));
    let head = row![heading(customer(env, complaint)), small(number).style(style::text::ink2)]
        .push(space().width(Length::Fill))
        .push(Element::from(open))
        .spacing(10)
        .align_y(Center);
    let by = texts.person(env.office(), call.dialled.by);
    let at = texts.moment(env.local(call.dialled.at), env.today());
    let read_only = note(Note {
        tone: Tone::Paused,
        icon: icon::LOCK,
        title: texts.call_done_read_only().into(),
        words: texts.joined([by, at, texts.name(call.method).to_owned()]).into(),
        actions: Vec::new(),
    });
    let mut content = column![read_only].spacing(14).padding(16).max_width(640);
    let Some(record) = call.record.as_ref().map(|it| &it.what) else {
        return column![pane_head(head), scroll(content.push(hint(texts.call_done_no_record())))].into();
    };
    content = content.push(queue::line(texts.call_field_outcome(), texts.name(record.outcome)));
    if let Some(answers) = &record.answers {
        let word = |it| badge(queue::tone(it), texts.name(it));
        let votes = row![word(answers.result), word(answers.process)].spacing(6);
        content = content.push(column![hint(texts.call_done_votes()), votes].spacing(3));
        let solved = if answers.solved { texts.call_done_solved() } else { texts.call_done_not_solved() };
        content = content.push(queue::line(texts.call_field_solved(), solved));
        if env.cloak == Cloak::Off {
            let reasons = texts.list(answers.reasons.iter().map(|it| it.as_str().to_owned()));
            let told = [
                (texts.call_field_reasons(), Some(reasons).filter(|it| !it.is_empty())),
                (texts.call_field_suggestions(), answers.suggestions.as_ref().map(ToString::to_string)),
                (texts.call_field_new_problem(), answers.new_problem.as_ref().map(ToString::to_string)),
            ];
            let told = told.into_iter().filter_map(|(name, words)| Some(queue::line(name, words?)));
            content = content.extend(told.collect::<Vec<_>>());
        }
    }
    if let Some(remark) = record.remark.as_ref().filter(|_| env.cloak == Cloak::Off) {
        content = content.push(queue::line(texts.call_field_remark(), remark.to_string()));
    }
    container(column![pane_head(head), scroll(container(content).width(Length::Fill))])
        .width(Length::Fill)
        .height(Length::Fill)
        .style(style::surface::pane)
        .into()
}
