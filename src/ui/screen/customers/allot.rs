//! 分配 (L17, A16): who gets how many, proposed evenly and by ability, carried out at one press, and taken back at one.

use std::collections::BTreeMap;

use iced::Length;
use iced::widget::{column, container, row};

use super::{Message, Pen, State};
use crate::books::customers::Who;
use crate::domain::id::PersonId;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    Width, avatar, body, button, hint, line_across, modal, modal_foot, scrimmed, small, small_strong, strong,
};

/// 按此分配
pub(super) const DO: Spot = Spot("cust-allot-do", 0);

impl State {
    pub(super) fn allot_view<'a>(
        &'a self,
        pen: &mut Pen<'_, 'a>,
        proposed: &'a [(Who, PersonId)],
    ) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let mut gets: BTreeMap<PersonId, usize> = BTreeMap::new();
        for (_, person) in proposed {
            *gets.entry(*person).or_default() += 1;
        }
        let cell = |words: String, strong: bool| {
            let drawn = if strong { small_strong(words) } else { small(words) };
            container(drawn).width(84).align_x(iced::Right)
        };
        let head = row![
            hint(texts.cust_owner()).width(Length::Fill),
            container(hint(texts.cust_allot_share())).width(84).align_x(iced::Right),
            container(hint(texts.cust_allot_has())).width(84).align_x(iced::Right),
            container(hint(texts.cust_allot_open())).width(84).align_x(iced::Right),
            container(hint(texts.cust_allot_gets())).width(84).align_x(iced::Right),
        ]
        .spacing(8);
        let mut table = column![container(head).padding([6, 12]).style(style::surface::canvas)];
        for (person, count) in &gets {
            let load = env.books.customers().load(*person);
            let name = texts.person(env.office(), *person);
            let share = env.office().person(*person).map(|it| it.share.0).unwrap_or_default();
            let line = row![
                avatar(&name),
                strong(name).width(Length::Fill),
                cell(format!("{share}%"), false),
                cell(load.files.to_string(), false),
                cell(load.open.to_string(), false),
                cell(format!("+{count}"), true),
            ]
            .spacing(8)
            .align_y(iced::Center);
            table = table.push(line_across()).push(container(line).padding([6, 12]));
        }
        let words = if proposed.is_empty() {
            texts.cust_allot_nobody().to_owned()
        } else {
            texts.cust_allot_words(proposed.len(), gets.len())
        };
        let refused = self
            .refused
            .as_ref()
            .map(|it| small(texts.refused(it, env.office())).style(style::text::toned(Tone::Late)));
        let content = column![body(words).style(style::text::ink2)]
            .push(
                (!gets.is_empty()).then(|| container(table).padding(1).width(Length::Fill).style(style::surface::card)),
            )
            .push(hint(texts.cust_allot_how()))
            .push(refused)
            .spacing(12);
        let safe = button(texts.cancel()).keys(Shortcut::named(iced::keyboard::key::Named::Escape));
        let safe = pen.keys.button(Spot("cust-allot-not", 0), safe, Some(Message::Closed));
        let does = Shortcut::named(iced::keyboard::key::Named::Enter).with_command();
        let primary = button(texts.cust_allot_do(proposed.len())).primary().keys(does);
        let primary = if self.busy { primary.busy() } else { primary };
        let ready = (!proposed.is_empty() && !self.busy).then_some(Message::Allot);
        let primary = pen.keys.button(DO, primary, ready);
        let look = (Width::Wide, Tone::Info, icon::SCALE);
        scrimmed(modal(look, texts.cust_allot_title(), content, modal_foot(safe, primary)), Some(Message::Closed))
    }
}
