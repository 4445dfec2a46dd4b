//! The bar of rounds, and what comes of another refusal.

use super::Message;
use super::form::Sheet;
use crate::domain::complaint::Stage;
use crate::domain::complaint::terms::Satisfaction;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Theme, Tone};
use crate::ui::widget::{icon_small, icon_tiny, words};
use iced::widget::{button as pressed, container, row};
use iced::{Center, Length};

impl<'a> Sheet<'a> {
    /// `第 1 轮 不满意 › 第 2 轮 处理中 › 再不满意则升级销售经理`.
    pub(super) fn rounds(&self, env: &Env<'a>) -> Element<'a, Message> {
        let complaint = self.case.complaint;
        let shown = self.case.order.map_or(complaint.round, |it| it.round);
        let mut steps: Vec<Element<'a, Message>> = Vec::new();
        for round in 1..=complaint.round.0 {
            let first = complaint.orders.iter().find(|it| it.round.0 == round).map(|it| it.no);
            let answered = complaint
                .callbacks
                .iter()
                .filter(|it| it.round.0 == round)
                .filter_map(|it| it.record.as_ref()?.what.answers.as_ref())
                .next_back();
            let current = round == complaint.round.0;
            let (icon, tone, state) = match (current, answered.map(|it| it.result), self.case.order) {
                (_, Some(Satisfaction::Satisfied), _) => {
                    (icon::SMILE, Tone::Success, env.texts.name(Satisfaction::Satisfied))
                }
                (_, Some(it), _) if !current || complaint.stage == Stage::Escalated => {
                    (icon::FROWN, Tone::Plain, env.texts.name(it))
                }
                (true, _, Some(order)) if complaint.stage == Stage::InHandling && order.round == complaint.round => {
                    (icon::REPEAT_2, Tone::Soon, env.texts.name(order.stage))
                }
                (_, _, _) if current => (icon::REPEAT_2, Tone::Soon, env.texts.name(complaint.stage)),
                (_, _, _) => (icon::MEH, Tone::Plain, ""),
            };
            if !steps.is_empty() {
                steps.push(chevron());
            }
            let words = env.texts.handling_round(round, state);
            let bold = round == shown.0;
            steps.push(step(icon, tone, words, (bold, first.map(Message::OrderChosen))));
        }
        if let Some(last) = self.consequence(env) {
            steps.push(chevron());
            steps.push(last);
        }
        container(row(steps).height(Length::Fill).align_y(Center))
            .height(26)
            .padding(1)
            .style(style::field::boxed_quiet)
            .into()
    }

    /// What a dissatisfied answer would bring next, or has brought.
    pub(super) fn consequence(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let complaint = self.case.complaint;
        let person = |id| env.texts.person(env.office(), id);
        match complaint.stage {
            Stage::Escalated => {
                let to = complaint.escalation.as_ref().map(|it| person(it.to)).unwrap_or_default();
                let words = env.texts.handling_escalated_to(to);
                Some(step(icon::CHEVRONS_UP, Tone::Escalated, words, (true, None)))
            }
            Stage::InHandling | Stage::ToCallBack if 0 < complaint.dissatisfactions => {
                let last = env.office().rules().escalate_after_unsatisfied <= complaint.dissatisfactions + 1;
                let to = env.office().escalation_target(complaint.details.category).filter(|_| last)?;
                let words = env.texts.handling_would_escalate(person(to));
                Some(step(icon::CHEVRONS_UP, Tone::Accent, words, (false, None)))
            }
            Stage::Closed | Stage::Archived => {
                let code = complaint.closing.as_ref().map(|it| env.texts.name(it.code)).unwrap_or_default();
                Some(step(icon::CIRCLE_CHECK, Tone::Success, code.to_owned(), (true, None)))
            }
            Stage::ToJudge
            | Stage::ToReply
            | Stage::ToDispatch
            | Stage::InHandling
            | Stage::ToCallBack
            | Stage::Merged => None,
        }
    }
}

pub(super) fn step<'a>(
    icon: Icon,
    tone: Tone,
    name: String,
    (bold, on_press): (bool, Option<Message>),
) -> Element<'a, Message> {
    let face = if bold { Face::SmallStrong } else { Face::Small };
    let content = row![icon_tiny(icon), words(face, name).wrapping(iced::widget::text::Wrapping::None)]
        .spacing(4)
        .height(Length::Fill)
        .align_y(Center);
    let drawn = container(content).padding([0, 10]).height(Length::Fill).style(move |theme: &Theme| match tone {
        Tone::Plain => container::Style {
            background: Some(theme.canvas.into()),
            text_color: Some(theme.ink2),
            ..container::Style::default()
        },
        Tone::Accent => container::Style { text_color: Some(theme.ink3), ..container::Style::default() },
        Tone::Ontime | Tone::Soon | Tone::Late | Tone::Paused | Tone::Success | Tone::Info | Tone::Escalated => {
            container::Style {
                background: Some(theme.tint(tone).bg.into()),
                text_color: Some(theme.tint(tone).fg),
                ..container::Style::default()
            }
        }
    });
    match on_press {
        Some(message) => pressed(drawn).padding(0).style(style::button::bare).on_press(message).into(),
        None => drawn.into(),
    }
}

pub(super) fn chevron<'a>() -> Element<'a, Message> {
    icon_small(icon::CHEVRON_RIGHT).style(style::text::ink3).into()
}
