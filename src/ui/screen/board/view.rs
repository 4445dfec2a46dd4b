//! The board, drawn: the tool bar, the cards or rows, and what lies over them.

use iced::{
    Length,
    keyboard::key::Named,
    widget::{column, container, mouse_area, responsive, row, space, stack},
};

use super::{Layout, Message, State, Trouble, Way, dock};
use crate::books::board::{Closed, Lane};
use crate::domain::complaint::Verb;
use crate::domain::moment::Moment;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Empty, Note, button, empty, icon_button, note};

impl State {
    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let env = *env;
        let trouble = self.trouble.as_ref().map(|it| container(trouble_note(&env, it)).padding([8, 16]).into());
        let body = responsive(move |size| self.body(&env, size));
        let body = mouse_area(container(body).width(Length::Fill).height(Length::Fill))
            .on_enter(Message::PointerCame)
            .on_exit(Message::PointerLeft);
        let carried = if self.dragged().is_some() { dock::Carried::Yes } else { dock::Carried::No };
        let docked =
            self.dock.as_ref().map(|it| row![space().width(Length::Fill), it.view(&env, carried).map(Message::Dock)]);

        // In a low window the dock needs the height of the tool bar, too.
        let (over_all, beside) = if env.window.height < dock::LOW { (docked, None) } else { (None, docked) };

        // Each has its own layer, there or not: what is typed in the dock keeps its place when another comes or goes.
        let layer = |it: Option<Element<'a, Message>>| it.unwrap_or_else(|| space().into());
        let below = stack![
            body,
            layer(self.news(&env)),
            layer(self.bulk_bar(&env)),
            layer(beside.map(Element::from)),
            layer(self.exemption_list(&env))
        ];
        let drawn = column![self.tools(&env), layer(trouble), below.height(Length::Fill)];
        self.draggable(stack![drawn, layer(over_all.map(Element::from)), layer(self.ghost(&env))].into())
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        let shown = self.shown(env);
        let sum = |count: fn(&crate::books::board::Lineup, Lane, Moment) -> usize| {
            Lane::ALL.iter().map(|it| count(&shown, *it, env.now)).sum::<usize>()
        };
        let (late, soon) = (sum(crate::books::board::Lineup::late), sum(crate::books::board::Lineup::soon));
        env.texts.board_summary(late, shown.open().len(), soon)
    }

    fn body<'a>(&'a self, env: &Env<'a>, size: iced::Size) -> Element<'a, Message> {
        let shown = self.shown(env);
        if shown.is_empty() {
            return self.nothing(env);
        }
        match self.layout {
            Layout::Lanes => self.lanes(env, &shown, size),
            Layout::Rows => self.rows(env, &shown, size.width),
        }
    }

    fn nothing<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let words = self.choice.wanted.words.trim();
        if !self.choice.is_filtered() {
            let register = env
                .may(Verb::Register)
                .then(|| button(texts.nav_register()).icon(icon::FILE_PEN_LINE))
                .map(|it| it.keys(Shortcut::command('n')).on_press(Message::Moved(Way::Intake)));
            return empty(Empty {
                tone: Tone::Success,
                icon: icon::CIRCLE_CHECK,
                title: texts.board_empty_title().into(),
                words: texts.board_empty_words().into(),
                actions: register.map(Element::from).into_iter().collect(),
            });
        }
        let clear = button(texts.board_clear()).on_press(Message::Chosen(Box::new(self.choice.cleared())));
        let mut actions: Vec<Element<'a, Message>> = Vec::new();
        if !words.is_empty() && self.choice.wanted.closed == Closed::Without {
            let with = self.choice.with_closed(Closed::With);
            actions.push(button(texts.board_search_closed()).on_press(Message::Chosen(Box::new(with))).into());
        }
        actions.push(clear.into());
        let title = if words.is_empty() { texts.board_none_title().to_owned() } else { texts.board_not_found(words) };
        let (sign, hint) = if words.is_empty() {
            (icon::FUNNEL, texts.board_none_words())
        } else {
            (icon::SEARCH, texts.board_not_found_words())
        };
        empty(Empty { tone: Tone::Paused, icon: sign, title: title.into(), words: hint.into(), actions })
    }

    /// n 项更新, over the upper edge of the cards.
    fn news<'a>(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let count = self.waiting();
        if count == 0 {
            return None;
        }
        let chip = button(env.texts.board_updates(count))
            .compact()
            .icon(icon::REFRESH_CW)
            .keys(Shortcut::named(Named::F5))
            .on_press(Message::UpdatesWanted);
        let chip = crate::ui::widget::lift(style::Elevation::Popover, crate::ui::theme::Radius::Control, chip);
        Some(container(chip).width(Length::Fill).align_x(iced::Center).padding([4, 0]).into())
    }
}

fn trouble_note<'a>(env: &Env<'a>, trouble: &'a Trouble) -> Element<'a, Message> {
    let way =
        trouble.way.as_ref().map(|it| Element::from(button(it.name.as_str()).compact().on_press(it.message.clone())));
    let close = icon_button(icon::X, env.texts.close(), Some(Message::TroubleRead), 0);
    note(Note {
        tone: Tone::Late,
        icon: icon::CIRCLE_ALERT,
        title: trouble.title.as_str().into(),
        words: trouble.words.as_str().into(),
        actions: way.into_iter().chain([close]).collect(),
    })
}

/// Above and below the controls of the tool bar: with one line of them it is as high as the head of a pane.
const EDGE: f32 = (crate::ui::theme::Height::PANE_HEAD - 1.0 - crate::ui::theme::Height::CONTROL) / 2.0;

/// The ground of the tool bar.
pub(super) fn bar<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    column![
        container(content).width(Length::Fill).padding([EDGE, 16.0]).style(style::surface::pane),
        crate::ui::widget::line_across()
    ]
    .into()
}
