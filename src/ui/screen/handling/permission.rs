//! A case that does not concern somebody: number and stage only, and the way to ask a supervisor for more (A24).

use iced::Length;
use iced::widget::{column, container};

use super::Message;
use super::ask::{Ask, Gate};
use super::draft::Stop;
use super::form::Sheet;
use crate::domain::complaint::Complaint;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::form::Stop as _;
use crate::ui::part::sight;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Empty, button, empty};

/// As wide as the form of a request.
const FORM: f32 = 560.0;
/// As high as what is told above it.
const TOLD: f32 = 240.0;

impl<'a> Sheet<'a> {
    /// Number and stage only, and what became of the request to see more.
    pub fn locked(&self, env: &Env<'a>) -> Element<'a, Message> {
        let (texts, complaint) = (env.texts, self.case.complaint);
        let number = env.office().forms().number(complaint.id);
        let title = texts.joined([number, texts.name(complaint.stage).to_owned()]);
        let open = self.draft.open == Some(Ask::AskSight);
        let asks = self.case.gate(env, Ask::AskSight) == Gate::Open;
        let ask = (asks && !open).then(|| self.foot(env, Ask::AskSight));
        let told = empty(Empty {
            tone: Tone::Paused,
            icon: icon::LOCK,
            title: title.into(),
            words: texts.handling_not_concerned().into(),
            actions: ask.into_iter().collect(),
        });
        let answer = complaint.sights.of(env.me).map(|it| sight::answered(env, it));
        let form =
            open.then(|| container(self.form(env, Ask::AskSight)).padding([12, 16]).style(style::surface::inset));
        let below = column![].push(answer).push(form).spacing(12).width(Length::Fill);
        let below = container(container(below).max_width(FORM)).center_x(Length::Fill).padding([0, 16]);
        let all = column![container(told).height(TOLD), below].spacing(4).width(Length::Fill);
        container(all).center_y(Length::Fill).width(Length::Fill).style(style::surface::pane).into()
    }

    /// Who asks to see the case, for who may allow it; until when it is shown, for whom it does not concern.
    pub fn sights(&self, env: &Env<'a>) -> Vec<Element<'a, Message>> {
        let complaint = self.case.complaint;
        let padded = |it: Element<'a, Message>| container(it).padding([6, 16]).into();
        if let Some(until) = complaint.sights.shown_until(env.me, env.now).filter(|_| !concerned(env, complaint)) {
            return vec![padded(sight::shown(env, until, complaint.sights.of(env.me)))];
        }
        if self.case.gate(env, Ask::AnswerSight) != Gate::Open {
            return Vec::new();
        }
        let waiting = complaint.sights.asked().enumerate();
        let drawn = waiting.map(|(place, it)| {
            // One button for all: the form asks whose request it is about.
            let answer = (place == 0 && self.draft.open != Some(Ask::AnswerSight)).then(|| {
                let stop = Stop::Foot(Ask::AnswerSight);
                let answer = button(super::form::words(env, &self.case, Ask::AnswerSight, true)).compact();
                answer.id(stop.id()).focus(self.ring.focus(stop)).on_press(Message::Opened(Ask::AnswerSight)).into()
            });
            padded(sight::wanted(env, it, answer.into_iter().collect()))
        });
        drawn.collect()
    }
}

fn concerned(env: &Env<'_>, complaint: &Complaint) -> bool {
    env.person().is_some_and(|it| env.books.sees(it, complaint))
}
