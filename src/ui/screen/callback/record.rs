//! The record beside the script: every field that the form needs, what saving brings about, 保存并下一位.

use iced::{
    Center, Length,
    widget::{column, container, row, space},
};

use super::form::{Again, Consequence, Form, Reason, Solved};
use super::{Message, Panel, Pending, State, Stop, queue, quiet};
use crate::books::callbacks::Waiting;
use crate::domain::complaint::Complaint;
use crate::domain::complaint::terms::{CallOutcome, Satisfaction};
use crate::domain::office::DepartmentKind;
use crate::domain::script::forbidden;
use crate::i18n::Locale;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::form::Stop as _;
use crate::ui::part::phrasing::Phrasing as _;
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    FieldWidth, Note, Part, Segment, body, button, chip, chips, editor, field, heading, icon_small, label,
    label_required, labelled, labelled_left, measure, named, note, pane_foot, pane_head, scroll_named, segment, small,
};
use iced::keyboard::key::Named;

/// The list that scrolls.
const LIST: &str = "callback-record";

pub(super) fn view<'a>(state: &'a State, env: &Env<'a>, waiting: &Waiting<'a>, width: f32) -> Element<'a, Message> {
    let complaint = waiting.complaint;
    let form = &state.form;
    let (filled, needed) = form.filled();
    let number = env.office().forms().callback_number(complaint.id, complaint.callbacks.len());
    let (name, required) = (env.texts.call_record_title(), env.texts.call_required(filled, needed));
    let room = width - 32.0 - measure(name, Face::Heading) - measure(&required, Face::Small) - 30.0;
    // The number gives way, never the counter.
    let number = (measure(&number, Face::Small) <= room).then(|| small(number).style(style::text::ink3));
    let head = row![heading(name)]
        .push(number)
        .push(space().width(Length::Fill))
        .push(small(required).wrapping(iced::widget::text::Wrapping::None))
        .spacing(10)
        .align_y(Center);
    let mut fields = column![].spacing(8).padding(16).width(Length::Fill);
    fields = fields.push(outcome(state, env));
    fields = if form.is_unreached() {
        fields.push(line_field(state, env, Stop::Remark))
    } else {
        answers(state, env, fields)
    };
    fields = fields.push(quiet::panel(state, env, complaint));
    let appoint = button(env.texts.call_appoint())
        .quiet()
        .icon(icon::CALENDAR_CLOCK)
        .id(Stop::Reschedule.id())
        .focus(state.ring.focus(Stop::Reschedule))
        .on_press_maybe(state.pending.is_none().then_some(Message::AppointToggled));
    let mut save = button(env.texts.call_save_next())
        .primary()
        .icon(icon::CHECK)
        .id(Stop::Save.id())
        .focus(state.ring.focus(Stop::Save));
    if env.room() == Room::Ample {
        save = save.keys(Shortcut::named(Named::Enter).with_command());
    }
    let save = match state.pending {
        Some(Pending::Save) => save.busy(),
        Some(Pending::Dial | Pending::Appoint | Pending::Share) => save,
        None => save.on_press(Message::Saved),
    };
    let foot = row![Element::from(appoint), space().width(Length::Fill), Element::from(save)].align_y(Center);
    // In sight whatever is scrolled: it is read before anything is saved.
    let told = state.conflict_note(env, &[Pending::Save, Pending::Appoint, Pending::Dial]);
    let follows = told.or_else(|| consequence(state, env, complaint)).map(|it| container(it).padding([8, 16]));
    container(column![pane_head(head), scroll_named(LIST, fields)].push(follows).push(pane_foot(foot)))
        .width(width)
        .height(Length::Fill)
        .style(style::surface::pane)
        .into()
}

fn answers<'a>(
    state: &'a State,
    env: &Env<'a>,
    mut fields: iced::widget::Column<'a, Message, crate::ui::theme::Theme>,
) -> iced::widget::Column<'a, Message, crate::ui::theme::Theme> {
    let form = &state.form;
    let texts = env.texts;
    fields = fields
        .push(required(env, texts.call_field_result(), satisfaction(state, env, Stop::Result)))
        .push(required(env, texts.call_field_process(), satisfaction(state, env, Stop::Process)));
    if form.result != Some(Satisfaction::Satisfied) {
        let reasons = Reason::ALL
            .into_iter()
            .map(|it| chip(it.words(texts), form.reasons.contains(&it), Some(Message::ReasonToggled(it))));
        let drawn = named(Stop::Reasons.id(), state.ring.focus(Stop::Reasons), chips(reasons));
        fields = fields.push(required(env, texts.call_field_reasons(), drawn));
    }
    fields = fields.push(suggestions(state, env));
    let solved = segment(
        [
            Part::new(Solved::Yes, texts.call_yes()).tone(Tone::Success),
            Part::new(Solved::No, texts.call_no()).tone(Tone::Late),
        ],
        form.solved,
    )
    .on_choose(Message::SolvedChosen);
    fields = fields
        .push(required(env, texts.call_field_solved(), placed((state, env), Stop::Solved, solved)))
        .push(line_field(state, env, Stop::NewProblem))
        .push(line_field(state, env, Stop::Convenient));
    if form.asks_again() {
        let again = segment(
            [Part::new(Again::No, texts.call_no()), Part::new(Again::Yes, texts.call_yes()).tone(Tone::Soon)],
            Some(form.again),
        )
        .on_choose(Message::AgainChosen);
        fields = fields.push(required(env, texts.call_field_again(), placed((state, env), Stop::Again, again)));
        if form.again == Again::Yes {
            fields = fields.push(line_field(state, env, Stop::Note));
        }
    }
    fields
}

fn outcome<'a>(state: &'a State, env: &Env<'a>) -> Element<'a, Message> {
    if env.texts.locale() == Locale::En {
        // Four English words do not fit side by side.
        let all = CallOutcome::ALL
            .iter()
            .map(|it| chip(env.texts.name(*it), state.form.outcome == Some(*it), Some(Message::OutcomeChosen(*it))));
        let drawn = named(Stop::Outcome.id(), state.ring.focus(Stop::Outcome), chips(all));
        return required(env, env.texts.call_field_outcome(), drawn);
    }
    let parts = CallOutcome::ALL.iter().map(|it| Part::new(*it, env.texts.name(*it)));
    let drawn = segment(parts, state.form.outcome).on_choose(Message::OutcomeChosen);
    required(env, env.texts.call_field_outcome(), placed((state, env), Stop::Outcome, drawn))
}

fn satisfaction<'a>(state: &'a State, env: &Env<'a>, stop: Stop) -> Element<'a, Message> {
    let parts = Satisfaction::ALL.iter().map(|it| Part::new(*it, env.texts.name(*it)).tone(queue::tone(*it)));
    let process = stop == Stop::Process;
    let chosen = if process { state.form.process } else { state.form.result };
    let drawn = segment(parts, chosen)
        .on_choose(move |it| if process { Message::ProcessChosen(it) } else { Message::ResultChosen(it) });
    placed((state, env), stop, drawn)
}

fn placed<'a, T: Copy + PartialEq + 'a>(
    (state, env): (&State, &Env<'a>),
    stop: Stop,
    drawn: Segment<'a, T, Message>,
) -> Element<'a, Message> {
    let long = env.texts.locale() == Locale::En && env.room() == Room::Tight;
    let drawn = if long { drawn.compact() } else { drawn };
    drawn.fill().id(stop.id()).focus(state.ring.focus(stop)).into()
}

/// 意见建议, with the words to avoid flagged below (K10).
fn suggestions<'a>(state: &'a State, env: &Env<'a>) -> Element<'a, Message> {
    let form = &state.form;
    let found = forbidden(env.office().language(), &form.suggestions.text());
    let mood = if found.is_empty() { Mood::Fine } else { Mood::Warning };
    let drawn = editor(
        Stop::Suggestions.id(),
        (&form.suggestions, env.texts.call_suggestions_hint()),
        (96.0, mood),
        Message::Suggested,
    );
    let flags = found.into_iter().take(3).map(|it| {
        row![
            icon_small(icon::CIRCLE_ALERT).style(style::text::toned(Tone::Late)),
            small(env.texts.call_forbidden(it.instead, it.word)).style(style::text::toned(Tone::Late))
        ]
        .spacing(6)
        .align_y(Center)
        .into()
    });
    let drawn = column![state.with_phrases(env, Stop::Suggestions, drawn)].extend(flags).spacing(4);
    let name = env.texts.call_field_suggestions();
    if form.result == Some(Satisfaction::Satisfied) { optional(env, name, drawn) } else { required(env, name, drawn) }
}

fn line_field<'a>(state: &'a State, env: &Env<'a>, stop: Stop) -> Element<'a, Message> {
    let form = &state.form;
    let texts = env.texts;
    let (name, value, hint): (&str, &str, &str) = match stop {
        Stop::NewProblem => (texts.call_field_new_problem(), &form.new_problem, texts.optional()),
        Stop::Convenient => (texts.call_field_convenient(), &form.convenient, texts.call_convenient_hint()),
        Stop::Note => (texts.call_field_note(), &form.note, texts.call_note_hint()),
        Stop::Remark
        | Stop::Dial
        | Stop::Remind
        | Stop::Reschedule
        | Stop::MessageFirst
        | Stop::Rush
        | Stop::Share
        | Stop::HangUp
        | Stop::File
        | Stop::Outcome
        | Stop::Result
        | Stop::Process
        | Stop::Reasons
        | Stop::Suggestions
        | Stop::Solved
        | Stop::Again
        | Stop::Save
        | Stop::At
        | Stop::Words
        | Stop::Urgent => (texts.call_field_remark(), &form.remark, texts.call_remark_hint()),
    };
    let drawn = field(hint, value)
        .id(stop.id())
        .on_input(move |text| Message::Typed(stop, text))
        .on_submit(Message::Stepped(crate::ui::part::form::Step::Next));
    let drawn = state.with_phrases(env, stop, drawn);
    if stop == Stop::Note { required(env, name, drawn) } else { optional(env, name, drawn) }
}

fn required<'a>(env: &Env<'a>, name: &'a str, drawn: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    beside(env, label_required(name), drawn.into())
}

fn optional<'a>(env: &Env<'a>, name: &'a str, drawn: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    beside(env, label(name).into(), drawn.into())
}

/// The label at the left; above where words are long.
fn beside<'a>(env: &Env<'a>, name: Element<'a, Message>, drawn: Element<'a, Message>) -> Element<'a, Message> {
    match env.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => labelled_left((FieldWidth::Left, env.texts.locale()), name, drawn, None).into(),
        Locale::En => labelled(name, drawn, None).into(),
    }
}

/// What saving will bring about, before it is saved (UI.md 9.4): as the rules say it.
fn consequence<'a>(state: &'a State, env: &Env<'a>, complaint: &Complaint) -> Option<Element<'a, Message>> {
    let form = &state.form;
    let consequence = form.consequence(env.texts, &env.ctx(), complaint)?;
    let texts = env.texts;
    let (tone, icon, title, words) = match &consequence {
        Consequence::Closes => {
            let words = texts.call_closes_words().to_owned();
            (Tone::Success, icon::CIRCLE_CHECK, texts.call_closes().to_owned(), words)
        }
        Consequence::NextRound(round, to) if to.is_empty() => {
            let words = texts.call_round_by_hand(round.0);
            (Tone::Soon, icon::REPEAT_2, texts.call_round().to_owned(), words)
        }
        Consequence::NextRound(round, to) => {
            let to = texts.list(to.iter().map(|(department, handler)| {
                let name = env.office().department(*department).map_or("", |it| it.name.as_str());
                let handler = handler.map(|it| texts.person(env.office(), it)).unwrap_or_default();
                format!("{name}{}{handler}", if handler.is_empty() { "" } else { " " })
            }));
            let words = texts.call_round_words(round.0, to);
            (Tone::Soon, icon::REPEAT_2, texts.call_round().to_owned(), words)
        }
        Consequence::Escalates(to) => {
            let words = texts.call_escalates_words(texts.person(env.office(), *to));
            (Tone::Escalated, icon::CHEVRONS_UP, texts.call_escalates().to_owned(), words)
        }
        Consequence::Stays => {
            let words = texts.call_stays_words().to_owned();
            (Tone::Info, icon::HOURGLASS, texts.call_stays().to_owned(), words)
        }
        Consequence::TriesAgain => {
            let words = texts.call_again_words().to_owned();
            (Tone::Paused, icon::PHONE_MISSED, texts.call_again().to_owned(), words)
        }
        Consequence::Refused(why) => {
            let words = texts.complaint_refused(why, env.office());
            (Tone::Late, icon::CIRCLE_ALERT, texts.call_refused().to_owned(), words)
        }
    };
    let card = note(Note { tone, icon, title: title.into(), words: words.into(), actions: Vec::new() });
    let changeable = matches!(consequence, Consequence::NextRound(..));
    Some(column![card].push(changeable.then(|| departments(state, env, form))).spacing(6).into())
}

/// 改派其他部门…
fn departments<'a>(state: &'a State, env: &Env<'a>, form: &'a Form) -> Element<'a, Message> {
    let toggle = button(env.texts.call_other_departments())
        .link()
        .compact()
        .icon(icon::PENCIL)
        .on_press(Message::DepartmentsToggled);
    if state.panel != Panel::Departments {
        return Element::from(toggle);
    }
    let handles = |kind| match kind {
        DepartmentKind::FrontDesk => false,
        DepartmentKind::Handling | DepartmentKind::Region | DepartmentKind::Staff => true,
    };
    let all =
        env.office().departments().filter(|it| it.active && handles(it.kind)).map(|it| {
            chip(it.name.as_str(), form.departments.contains(&it.id), Some(Message::DepartmentToggled(it.id)))
        });
    let words = if form.departments.is_empty() {
        env.texts.call_same_departments()
    } else {
        env.texts.call_chosen_departments()
    };
    column![Element::from(toggle), body(words).style(style::text::ink2), chips(all)].spacing(4).into()
}
