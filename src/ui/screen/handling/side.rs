//! 经过 at the right: what happened, newest first, filters, the internal note at the foot (C07, X16).

use iced::widget::{column, container, row, space};
use iced::{Center, Length};

use super::ask::{Ask, Case, Gate};
use super::draft::{Draft, Stop};
use super::fields::Slot;
use super::{History, Message, State};
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::form::Stop as _;
use crate::ui::part::timeline::{self, Filter};
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    Note, Part, button, field, hint, line_across, note, pane_head, scroll, segment, skeleton, strong,
};

/// The pane is as wide as this.
pub const WIDTH: f32 = 304.0;

impl State {
    /// The timeline with its filters and the note.
    pub fn side<'a>(&'a self, env: &Env<'a>, case: Case<'a>, draft: &'a Draft) -> Element<'a, Message> {
        let name = |it: Filter| match it {
            Filter::Everything => env.texts.handling_filter_all(),
            Filter::Reports => env.texts.handling_filter_reports(),
            Filter::Talks => env.texts.handling_filter_talks(),
        };
        let parts = Filter::ALL.into_iter().map(|it| Part::new(it, name(it))).collect::<Vec<_>>();
        let filters = segment(parts, Some(self.filter)).quiet().compact().on_choose(Message::FilterChosen);
        let count = match &self.history {
            History::Here(facts) => env.texts.handling_entries(timeline::count(env, facts, self.filter)),
            History::Away | History::Asked | History::Failed(_) => String::new(),
        };
        let head = pane_head(
            row![strong(env.texts.handling_history()), hint(count)]
                .push(space().width(Length::Fill))
                .push(filters)
                .spacing(8)
                .align_y(Center),
        );
        let body: Element<'a, Message> = match &self.history {
            History::Away => space().into(),
            History::Asked => skeleton(6),
            History::Here(facts) => {
                let drawn = timeline::view(env, facts, self.filter);
                let nothing = drawn.is_empty().then(|| hint(env.texts.handling_no_entries()));
                scroll(column(drawn).push(nothing).padding([6, 14])).into()
            }
            History::Failed(trouble) => container(note(Note {
                tone: Tone::Late,
                icon: icon::TRIANGLE_ALERT,
                title: env.texts.handling_history_unread().into(),
                words: env.texts.not_kept(*trouble).into(),
                actions: vec![button(env.texts.retry()).compact().on_press(Message::HistoryAsked).into()],
            }))
            .padding(14)
            .into(),
        };
        let foot = (case.gate(env, Ask::Note) == Gate::Open).then(|| {
            let input = field(env.texts.handling_hint_note(), draft.line(Slot::Note))
                .id(Stop::Slot(Slot::Note).id())
                .icon(icon::LOCK)
                .on_input(|it| Message::Typed(Slot::Note, it));
            let sheet = self.sheet(case, draft);
            let trouble = sheet.trouble(env, Ask::Note);
            let hint = (!draft.line(Slot::Note).trim().is_empty()).then(|| {
                button(env.texts.handling_save_note())
                    .compact()
                    .keys(Shortcut::named(iced::keyboard::key::Named::Enter))
                    .on_press(Message::Asked(Ask::Note))
            });
            column![line_across(), container(column![input].push(hint).push(trouble).spacing(6)).padding([10, 14])]
        });
        container(column![head, container(body).height(Length::Fill)].push(foot))
            .height(Length::Fill)
            .style(style::surface::pane)
            .into()
    }
}
