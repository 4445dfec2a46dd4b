//! What cannot be taken back lightly: closing without a satisfied customer, reopening, archiving (UI.md §9.4). Each
//! states its consequence, shows the evidence, and needs Ctrl+Enter.

use iced::widget::{column, container, row, space};
use iced::{Center, Length};

use super::Message;
use super::ask::{Ask, Gate, Seat};
use super::fields::{Choice, Group};
use super::form::Sheet;
use super::inbox::customer;
use crate::domain::complaint::terms::{CallOutcome, CloseCode};
use crate::domain::complaint::{Rejection, endable};
use crate::ui::env::{Cloak, Env};
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::style;
use crate::ui::theme::{Element, Height, Tone};
use crate::ui::widget::{Width, body, button, hint, icon_small, line_across, modal, scrimmed, small, small_strong};

impl<'a> Sheet<'a> {
    /// The modal that is open.
    pub fn modal(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let ask = self.draft.open.filter(|it| it.seat() == Seat::Modal && self.case.gate(env, *it) == Gate::Open)?;
        let case = self.case.complaint;
        let who = env.texts.joined([case.id.short(), customer(env, case)]);
        let code = match self.case.chosen(env, self.draft, Group::Code) {
            Some(Choice::Code(it)) => Some(it),
            Some(_) | None => None,
        };
        let (sign, title, words): (Icon, String, String) = match (ask, code) {
            (Ask::Reopen, _) => {
                (icon::REPEAT_2, env.texts.handling_reopen_title().to_owned(), env.texts.handling_reopen_words(who))
            }
            (Ask::Archive, _) => {
                (icon::ARCHIVE, env.texts.handling_archive_title().to_owned(), env.texts.handling_archive_words(who))
            }
            (_, Some(code)) => {
                let sign = match code {
                    CloseCode::Unreachable => icon::PHONE_OFF,
                    CloseCode::Withdrawn => icon::UNDO_2,
                    CloseCode::Satisfied
                    | CloseCode::Unfounded
                    | CloseCode::SupervisorApproved
                    | CloseCode::SolvedAtDesk => icon::STAMP,
                };
                (sign, env.texts.handling_close_title_as(env.texts.name(code)), env.texts.handling_close_words(who))
            }
            (_, None) => {
                (icon::CIRCLE_CHECK, env.texts.handling_close_title().to_owned(), env.texts.handling_close_words(who))
            }
        };
        let shut = code.and_then(|it| endable(&env.ctx(), case, it).err());
        let evidence = (ask == Ask::Close).then(|| self.calls(env, shut.as_ref(), code));
        let content = column![body(words).style(style::text::ink2)]
            .push(evidence)
            .push(self.rows(env, ask))
            .push(self.trouble(env, ask))
            .spacing(12);
        let safe = button(env.texts.cancel())
            .keys(Shortcut::named(iced::keyboard::key::Named::Escape))
            .on_press(Message::Left);
        let primary: Element<'a, Message> = match &shut {
            Some(why) => button(super::form::words(env, &self.case, ask, false))
                .locked(env.texts.complaint_refused(why, env.office()))
                .into(),
            None => self.submit(env, ask),
        };
        let counted = (ask == Ask::Close).then(|| hint(env.texts.handling_close_counted()));
        let foot = container(
            row![].push(counted).push(space().width(Length::Fill)).push(safe).push(primary).spacing(8).align_y(Center),
        )
        .height(Height::FOOTER)
        .padding([0, 16])
        .align_y(Center);
        Some(scrimmed(modal((Width::Ordinary, Tone::Soon, sign), title, content, foot), None))
    }

    /// 拨打记录: the evidence for 联系不上 (X15), and how the customer answered.
    fn calls(&self, env: &Env<'a>, shut: Option<&Rejection>, code: Option<CloseCode>) -> Element<'a, Message> {
        let calls = &self.case.complaint.callbacks;
        let verdict = match (code, shut) {
            (Some(CloseCode::Unreachable), None) => {
                Some(small(env.texts.handling_calls_enough()).style(style::text::toned(Tone::Success)))
            }
            (Some(_), Some(why)) => {
                Some(small(env.texts.complaint_refused(why, env.office())).style(style::text::toned(Tone::Late)))
            }
            (Some(_), None) | (None, _) => None,
        };
        let head = container(column![small_strong(env.texts.handling_calls())].push(verdict).spacing(2))
            .padding([6, 12])
            .width(Length::Fill)
            .style(style::surface::canvas);
        let mut table = column![head];
        if calls.is_empty() {
            table = table.push(line_across()).push(container(hint(env.texts.handling_no_calls())).padding([6, 12]));
        }
        for it in calls.iter().rev().take(5) {
            let record = it.record.as_ref().map(|it| &it.what);
            let (sign, said) = match record {
                None => (icon::PHONE_CALL, String::new()),
                Some(record) => {
                    let sign = match record.outcome {
                        CallOutcome::Reached => icon::PHONE,
                        CallOutcome::NoAnswer => icon::PHONE_MISSED,
                        CallOutcome::Refused | CallOutcome::BadNumber => icon::PHONE_OFF,
                    };
                    let answer = record.answers.as_ref().map(|it| env.texts.name(it.result)).unwrap_or_default();
                    let remark = record.remark.as_deref().filter(|_| env.cloak == Cloak::Off).unwrap_or_default();
                    (sign, env.texts.joined([env.texts.name(record.outcome), answer, remark]))
                }
            };
            let at = env.texts.moment(env.calendar().local(it.dialled.at), env.today());
            let line = row![
                container(small(at)).width(92),
                icon_small(sign),
                container(body(said)).width(Length::Fill),
                small(env.texts.person(env.office(), it.dialled.by)).style(style::text::ink2)
            ]
            .spacing(8)
            .align_y(Center);
            table = table.push(line_across()).push(container(line).padding([5, 12]));
        }
        container(table).padding(1).width(Length::Fill).style(style::surface::card).into()
    }
}
