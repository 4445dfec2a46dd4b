//! The middle of the screen: the sheet with its strip, the form that stands above the foot, the decision bar.

use iced::widget::{button as pressed, column, container, row};
use iced::{Center, Length};

use super::ask::{Ask, Case, Gate, Seat};
use super::draft::Draft;
use super::form::Sheet;
use super::{Face, History, Message, State, THREE_PANES, inbox, side};
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::screen::Place;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Empty, Part, across, empty, heading, icon_small, line_across, pane_head, segment, small};

/// Drawing.
impl State {
    pub(super) fn middle<'a>(&'a self, env: &Env<'a>, case: Case<'a>, draft: &'a Draft) -> Element<'a, Message> {
        let sheet = self.sheet(case, draft);
        let ample = THREE_PANES <= env.window.width;
        let side = if ample { side::WIDTH } else { 0.0 };
        let width = (env.beside_rail() - inbox::WIDTH - side - 2.0).max(320.0);
        let mut all = column![sheet.head(env, self.sight(env, case.complaint), width)].width(Length::Fill);
        if !ample {
            let parts = [
                Part::new(Face::Sheet, env.texts.handling_face_sheet()),
                Part::new(Face::History, env.texts.handling_history()),
            ];
            let faces = segment(parts, Some(self.face)).quiet().compact().on_choose(Message::FaceChosen);
            all = all.push(container(faces).padding(iced::Padding { left: 16.0, bottom: 8.0, ..iced::Padding::ZERO }));
        }
        if !ample && self.face == Face::History {
            return container(all.push(line_across()).push(self.side(env, case, draft)))
                .height(Length::Fill)
                .style(style::surface::pane)
                .into();
        }
        all = match sheet.strip(env) {
            Some(strip) => all.push(strip),
            None => all.push(line_across()),
        };
        all = all.push(sheet.orders(env));
        all = all.extend(sheet.sights(env));
        all = all.push(self.links(env, case.complaint));
        all = all.push(self.attachments(env, case.complaint));
        all = all.push(container(sheet.sections(env, width)).height(Length::Fill));
        if let Some(ask) = draft.open.filter(|it| it.seat() == Seat::Panel && case.gate(env, *it) == Gate::Open) {
            let title =
                row![icon_small(icon::CHEVRON_RIGHT), heading(env.texts.name(ask.verb()))].spacing(6).align_y(Center);
            let form = column![title, sheet.form(env, ask)].spacing(8);
            all = all
                .push(line_across())
                .push(container(form).padding([12, 16]).width(Length::Fill).style(style::surface::canvas));
        } else if sheet.decides(env) {
            all = all.push(line_across()).push(decision(env, &sheet));
        }
        all = all.push(sheet.foot_bar(env));
        container(all).width(Length::Fill).height(Length::Fill).style(style::surface::pane).into()
    }
}

/// 批准方式, 批示, 退回修改, 批准第 n 版.
fn decision<'a>(env: &Env<'a>, sheet: &Sheet<'a>) -> Element<'a, Message> {
    let kept = across(
        4.0,
        [
            icon_small(icon::SHIELD_CHECK).style(style::text::ink3).into(),
            small(env.texts.handling_instruction_kept()).style(style::text::ink3).into(),
        ],
    );
    let over = match sheet.case.gate(env, Ask::Approve) {
        Gate::Locked(why) => Some(small(why).style(style::text::toned(Tone::Late))),
        Gate::Open | Gate::Absent => None,
    };
    let buttons = row![sheet.submit(env, Ask::SendBack)]
        .push(container(over_or(over)).width(Length::Fill))
        .push(sheet.submit(env, Ask::Approve))
        .spacing(8)
        .align_y(Center);
    let content = column![sheet.rows(env, Ask::Approve), kept, buttons]
        .push(sheet.trouble(env, Ask::Approve))
        .push(sheet.trouble(env, Ask::SendBack))
        .spacing(8);
    container(content).padding([12, 16]).width(Length::Fill).style(style::surface::canvas).into()
}

fn over_or(words: Option<crate::ui::widget::Text<'_>>) -> Element<'_, Message> {
    words.map_or_else(|| iced::widget::space().into(), Into::into)
}

/// A link that opens a form.
pub(super) fn form_link<'a>(ask: Ask, sign: icon::Icon, label: String) -> Element<'a, Message> {
    let link = row![icon_small(sign), small(label)].spacing(4).align_y(Center);
    pressed(link).padding([2, 6]).style(style::button::link).on_press(Message::Opened(ask)).into()
}

pub(super) fn nothing_open<'a>(env: &Env<'a>, history: &History) -> Element<'a, Message> {
    if matches!(history, History::Asked) {
        return column![pane_head(heading("")), crate::ui::widget::skeleton(6)].into();
    }
    empty(Empty {
        tone: Tone::Paused,
        icon: Place::Handling.icon(),
        title: env.texts.handling_choose_case().into(),
        words: env.texts.handling_choose_case_words().into(),
        actions: Vec::new(),
    })
}
