//! What stands above the sections: who wants a decision, why the case is here.

use super::Message;
use super::ask::{Ask, Gate};
use super::form::Sheet;
use super::sheet::{section_head, stamp};
use crate::domain::complaint::state::Plan;
use crate::domain::complaint::{Stage, WorkOrder};
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Note, icon as glyph, icon_small, note, small, small_strong, strong};
use iced::widget::{column, container, row};
use iced::{Length, Top};

impl<'a> Sheet<'a> {
    /// Closed, escalated, waiting for an approver, given back: said before everything else.
    pub(super) fn banners(&self, env: &Env<'a>) -> Vec<Element<'a, Message>> {
        let complaint = self.case.complaint;
        let mut all = Vec::new();
        if let (Stage::Closed | Stage::Archived, Some(closing)) = (complaint.stage, &complaint.closing) {
            all.push(note(Note {
                tone: Tone::Paused,
                icon: icon::LOCK,
                title: env
                    .texts
                    .handling_read_only(env.texts.name(closing.code), env.texts.name(complaint.stage))
                    .into(),
                words: env
                    .texts
                    .joined([stamp(env, closing.stamp), closing.reason.as_deref().unwrap_or_default().to_owned()])
                    .into(),
                actions: Vec::new(),
            }));
        }
        if complaint.stage == Stage::Escalated {
            all.push(self.escalated(env));
        }
        if self.decides(env) {
            let why = env.texts.list(complaint.major.iter().map(|it| env.texts.name(*it)));
            let amount = self.case.order.and_then(WorkOrder::plan).map(Plan::amount).filter(|it| it.0 > 0);
            let amount = amount.map(|it| env.texts.handling_amount(env.texts.money(it))).unwrap_or_default();
            all.push(note(Note {
                tone: Tone::Soon,
                icon: icon::FLAG,
                title: env.texts.handling_yours_to_approve().into(),
                words: env.texts.joined([why, amount]).into(),
                actions: Vec::new(),
            }));
        }
        if let Some(ended) = self.case.order.and_then(|it| it.ended.as_ref()) {
            use crate::domain::complaint::state::OrderEnd;
            let (title, words) = match &ended.what {
                OrderEnd::GivenBack(reason, words) => {
                    (env.texts.handling_given_back(env.texts.name(*reason)), words.as_str())
                }
                OrderEnd::Recalled(words) => (env.texts.handling_recalled().to_owned(), words.as_str()),
                OrderEnd::ClosedOver => (env.texts.handling_closed_over().to_owned(), ""),
            };
            all.push(note(Note {
                tone: Tone::Paused,
                icon: icon::UNDO_2,
                title: title.into(),
                words: env.texts.joined([stamp(env, ended.stamp), words.to_owned()]).into(),
                actions: Vec::new(),
            }));
        }
        all
    }

    /// Who was dissatisfied, twice; what the manager arranges next (F02, F03).
    pub(super) fn escalated(&self, env: &Env<'a>) -> Element<'a, Message> {
        let complaint = self.case.complaint;
        let mut lines = column![].spacing(4).width(Length::Fill);
        for call in &complaint.callbacks {
            let Some(answers) = call.record.as_ref().and_then(|it| it.what.answers.as_ref()) else { continue };
            let reasons = env.texts.list(answers.reasons.iter().map(crate::domain::text::Text::as_str));
            let said = env.texts.joined([reasons.as_str(), answers.suggestions.as_deref().unwrap_or_default()]);
            lines = lines.push(
                row![
                    icon_small(icon::FROWN),
                    small_strong(env.texts.handling_round(call.round.0, env.texts.name(answers.result))),
                    small(stamp(env, call.dialled)).style(style::text::ink2),
                    small(if env.cloak == Cloak::On { String::new() } else { said })
                        .style(style::text::ink)
                        .width(Length::Fill),
                ]
                .spacing(8)
                .align_y(Top),
            );
        }
        let reason = complaint.escalation.as_ref().and_then(|it| it.reason.as_ref()).map(|it| small(it.as_str()));
        let card = container(
            column![row![glyph(icon::CHEVRONS_UP), strong(env.texts.handling_escalated_title())].spacing(8), lines]
                .push(reason)
                .spacing(8),
        )
        .padding([10, 12])
        .width(Length::Fill)
        .style(style::surface::note(Tone::Escalated));
        let next = (self.case.gate(env, Ask::Dispatch) == Gate::Open).then(|| {
            column![
                section_head(icon::SEND, env.texts.handling_next_round_title(), None),
                self.form(env, Ask::Dispatch)
            ]
            .spacing(4)
        });
        column![card].push(next).spacing(6).into()
    }
}
