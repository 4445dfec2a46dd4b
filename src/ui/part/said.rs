//! The words of a script as they are said: what was filled in is tinted, what is missing is named (K12).

use iced::{
    Length,
    widget::{rich_text, span, text::LineHeight, text::Span},
};

use crate::domain::script::{Piece, StepKind};
use crate::i18n::Texts;
use crate::ui::env::Frame;
use crate::ui::theme::{Element, Face, Tone};

/// Words with what was filled in tinted, and what is missing named.
#[must_use]
pub fn said<'a, Message: 'a>(env: &Frame<'a>, pieces: Vec<Piece>, face: Face) -> Element<'a, Message> {
    let theme = env.theme;
    let spans: Vec<Span<'a, (), iced::Font>> = pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => span(words).color(if face == Face::Prompter { theme.ink } else { theme.ink2 }),
            Piece::Filled(_, value) => {
                span(value).color(theme.accent_ink).background(theme.accent_soft).border(iced::border::rounded(3))
            }
            Piece::Missing(what) => {
                let tint = theme.tint(Tone::Soon);
                span(env.texts.call_missing(env.texts.name(what))).color(tint.fg).background(tint.bg)
            }
            Piece::Unknown(name) => {
                let tint = theme.tint(Tone::Late);
                span(format!("{{{name}}}")).color(tint.fg).background(tint.bg)
            }
        })
        .collect();
    rich_text(spans)
        .size(face.size())
        .line_height(LineHeight::Absolute(face.line().into()))
        .font(face.font())
        .width(Length::Fill)
        .into()
}

/// What a step of a script is called.
#[must_use]
pub fn step_name(texts: &Texts, kind: StepKind) -> &str {
    match kind {
        StepKind::Greeting => texts.call_step_greeting(),
        StepKind::Introduction => texts.call_step_introduction(),
        StepKind::Opening => texts.call_step_opening(),
        StepKind::Body => texts.call_step_body(),
        StepKind::BranchQuestion => texts.call_step_question(),
        StepKind::FollowUp => texts.call_step_follow_up(),
        StepKind::Closing => texts.call_step_closing(),
    }
}
