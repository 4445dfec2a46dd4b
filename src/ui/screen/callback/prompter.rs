//! The prompter: what was said, what is being said, what comes next (K03–K08, K12).

use iced::{
    Center, Length,
    widget::{Column, column, container, row, space},
};

use super::{Message, State, queue};
use crate::books::callbacks::Waiting;
use crate::domain::complaint::Complaint;
use crate::domain::complaint::terms::{Salutation, Satisfaction};
use crate::domain::script::{Manners, Piece, Scene, Script, ScriptKind, Step, StepKind, Values, fill_words};
use crate::ui::env::{Cloak, Env, Room};
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::part::said::{said, step_name};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Theme, Tone};
use crate::ui::widget::{button, caption, caption_strong, icon as glyph, keycaps, scroll, small, strong};
use iced::keyboard::key::Named;

/// The callback script of the office; the standard one of its language where it has none.
pub(super) fn script<'a>(env: &Env<'a>) -> Option<&'a Script> {
    let office = env.office();
    let own = office.scripts().iter().find(|it| it.kind == ScriptKind::Callback);
    own.or_else(|| Script::standard_of(office.language(), ScriptKind::Callback))
}

/// The place of the question that branches.
pub(super) fn question(env: &Env<'_>) -> Option<usize> {
    script(env)?.path(None).position(|it| it.kind == StepKind::BranchQuestion)
}

/// How many lines there are to say.
pub(super) fn length(env: &Env<'_>, answer: Option<Satisfaction>) -> usize {
    script(env).map_or(0, |it| it.path(answer).count())
}

pub(super) fn view<'a>(state: &'a State, env: &Env<'a>, waiting: &Waiting<'a>, width: f32) -> Element<'a, Message> {
    let Some(script) = script(env) else { return space().into() };
    let values = values(env, waiting.complaint);
    let mut lines: Column<'a, Message, Theme> = column![].spacing(9).padding([16, 18]).width(Length::Fill);
    for (place, step) in script.path(state.form.result).enumerate() {
        let turn = state.reading.turns.get(&place).copied().unwrap_or_default();
        let pieces = fill_words(step.saying(turn), &values);
        lines = lines.push(line(env, step, pieces, place.cmp(&state.reading.line)));
        if step.kind == StepKind::BranchQuestion {
            lines = lines.push(branches(state, env, width));
        }
    }
    let manners = (state.manners == super::Manners::Shown).then(|| manners(env));
    let content =
        container(column![container(scroll(lines)).height(Length::Fill)].push(manners).push(foot(state, env, script)))
            .height(Length::Fill)
            .width(Length::Fill)
            .style(style::surface::canvas);
    content.into()
}

fn line<'a>(env: &Env<'a>, step: &'a Step, pieces: Vec<Piece>, place: std::cmp::Ordering) -> Element<'a, Message> {
    let name = step_name(env.texts, step.kind);
    match place {
        std::cmp::Ordering::Less => container(
            row![
                glyph(icon::CHECK).style(style::text::toned(Tone::Success)),
                column![caption(name).style(style::text::ink3), said(env, pieces, Face::Lead)].spacing(2)
            ]
            .spacing(12),
        )
        .padding([6, 16])
        .width(Length::Fill)
        .into(),
        std::cmp::Ordering::Equal => {
            let hint = step.hint.as_deref().map(|it| small(it).style(style::text::ink3));
            container(
                row![
                    glyph(icon::PLAY).style(style::text::link),
                    column![caption_strong(name).style(style::text::link), said(env, pieces, Face::Prompter)]
                        .push(hint)
                        .spacing(4)
                ]
                .spacing(12),
            )
            .padding([14, 16])
            .width(Length::Fill)
            .style(style::surface::card_cursor)
            .into()
        }
        std::cmp::Ordering::Greater => container(
            row![
                glyph(icon::CORNER_DOWN_LEFT).style(style::text::ink3),
                column![caption(name).style(style::text::ink3), said(env, pieces, Face::Lead)].spacing(2)
            ]
            .spacing(12),
        )
        .padding([10, 16])
        .width(Length::Fill)
        .style(style::surface::card)
        .into(),
    }
}

/// 1 满意, 2 一般, 3 不满意: icon, word and colour.
fn branches<'a>(state: &State, env: &Env<'a>, width: f32) -> Element<'a, Message> {
    let compact = width < 460.0;
    let keys = ['1', '2', '3'];
    let drawn = Satisfaction::ALL.iter().zip(keys).map(|(answer, key)| {
        let chosen = state.form.result == Some(*answer);
        let tone = queue::tone(*answer);
        let name = env.texts.name(*answer);
        let label = if chosen { strong(name) } else { crate::ui::widget::body(name) };
        let caps = (!compact).then(|| keycaps(Shortcut::sign(key)));
        let content = row![].push(caps).push(glyph(face_of(*answer))).push(label).spacing(9).align_y(Center);
        iced::widget::button(container(content).center(Length::Fill))
            .height(46)
            .width(Length::Fill)
            .padding(0)
            .on_press(Message::ResultChosen(*answer))
            .style(move |theme: &Theme, status| {
                let plain = style::button::plain(theme, status);
                if !chosen {
                    return plain;
                }
                let tint = theme.tint(tone);
                iced::widget::button::Style {
                    background: Some(tint.bg.into()),
                    text_color: tint.fg,
                    border: iced::Border { color: tint.fg, width: 2.0, ..plain.border },
                    ..plain
                }
            })
            .into()
    });
    row(drawn).spacing(8).into()
}

fn face_of(answer: Satisfaction) -> Icon {
    match answer {
        Satisfaction::Satisfied => icon::SMILE,
        Satisfaction::Neutral => icon::MEH,
        Satisfaction::Dissatisfied => icon::FROWN,
    }
}

fn foot<'a>(state: &State, env: &Env<'a>, script: &'a Script) -> Element<'a, Message> {
    let step = script.path(state.form.result).nth(state.reading.line);
    let rephrase = step.is_some_and(|it| !it.others.is_empty()).then_some(Message::Rephrased);
    let hint = |keys: Shortcut, words: &'a str| {
        row![keycaps(keys), small(words).style(style::text::ink2)].spacing(6).align_y(Center)
    };
    let next = hint(Shortcut::named(Named::Space), env.texts.call_next_line());
    let before = hint(Shortcut::named(Named::ArrowLeft), env.texts.call_previous_line());
    let answers = (env.room() == Room::Ample).then(|| {
        row![
            keycaps(Shortcut::named(Named::F2)),
            keycaps(Shortcut::named(Named::F3)),
            keycaps(Shortcut::named(Named::F4)),
            small(env.texts.call_answer_keys()).style(style::text::ink2)
        ]
        .spacing(4)
        .align_y(Center)
    });
    let reword = button(env.texts.call_rephrase()).link().compact().icon(icon::QUOTE).on_press_maybe(rephrase);
    let dont = button(env.texts.call_manners()).link().compact().icon(icon::SMILE).on_press(Message::MannersTurned);
    container(
        row![
            iced::widget::mouse_area(next).on_press(Message::Next),
            iced::widget::mouse_area(before).on_press(Message::Previous),
        ]
        .push(answers)
        .push(space().width(Length::Fill))
        .push(Element::from(dont))
        .push(Element::from(reword))
        .spacing(14)
        .align_y(Center),
    )
    .padding([8, 18])
    .into()
}

/// 礼仪六不 (K10), attitude and voice (K11, K14), while somebody talks.
fn manners<'a>(env: &Env<'a>) -> Element<'a, Message> {
    let manners = Manners::standard(env.office().language());
    let donts = manners.donts.iter().map(|it| {
        row![glyph(icon::X).size(12).style(style::text::toned(Tone::Late)), small(it.words.as_str())].spacing(6).into()
    });
    let dos = manners.attitude.iter().chain(&manners.voice).map(|it| {
        row![glyph(icon::CHECK).size(12).style(style::text::toned(Tone::Success)), small(it.as_str())].spacing(6).into()
    });
    let donts = Column::with_children(donts.collect::<Vec<Element<'a, Message>>>()).spacing(4).width(Length::Fill);
    let dos = Column::with_children(dos.collect::<Vec<Element<'a, Message>>>()).spacing(4).width(Length::Fill);
    let card =
        container(row![donts, dos].spacing(16)).padding([10, 14]).width(Length::Fill).style(style::surface::card);
    container(card).padding([0, 18]).into()
}

/// What is known when the script is read (K12).
pub(super) fn values(env: &Env<'_>, complaint: &Complaint) -> Values {
    let details = &complaint.details;
    let slip = complaint.current_orders().filter_map(|it| it.slip.as_ref()).last();
    let scene = match chrono::Datelike::weekday(&env.today()) {
        chrono::Weekday::Fri => Scene::Weekend,
        chrono::Weekday::Mon
        | chrono::Weekday::Tue
        | chrono::Weekday::Wed
        | chrono::Weekday::Thu
        | chrono::Weekday::Sat
        | chrono::Weekday::Sun => Scene::Everyday,
    };
    let customer = match (env.cloak, details.complainant.salutation) {
        (Cloak::On, _) => env.texts.customer_cloaked().to_owned(),
        (Cloak::Off, Salutation::Madam | Salutation::Sir) => env.texts.customer(&details.complainant),
        // What is read aloud is a name, not its mask.
        (Cloak::Off, Salutation::Unknown) => details.complainant.name.to_string(),
    };
    Values {
        company: Some(env.office().company().to_owned()),
        agent: env.person().map(|it| it.name.to_string()),
        customer: Some(customer),
        time: Some(env.texts.date_short_words(env.local(complaint.registered.at).date())),
        service: Some(details.product.to_string()),
        result: slip.map(|it| short(&it.what.result)),
        blessing: env.office().forms().blessing(scene).map(str::to_owned),
    }
}

/// The first clause of a text: a script names the result, it does not read the slip aloud.
fn short(words: &str) -> String {
    let end = words.find(['，', '。', '；', ',', '.', ';', '\n']).unwrap_or(words.len());
    words[..end].to_owned()
}
