//! How the page is drawn: the queue, the script being read, the record beside it.

use iced::{
    Length,
    widget::{column, row},
};

use super::{Message, State, Tab, done, is_mine, prompter, queue, quiet, record, share, sheet};
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Empty, empty, line_down};

impl State {
    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let (left, right) = match env.room() {
            Room::Ample => (284.0, 352.0),
            Room::Tight => (236.0, 312.0),
        };
        let queue = queue::view(self, env, left);
        if self.tab == Tab::Done
            && let Some((complaint, place)) = self.looked_at(env)
        {
            return row![queue, line_down(), done::view(env, complaint, place)].into();
        }
        if let Some(sharing) = &self.sharing {
            return row![queue, line_down(), share::view(self, env, sharing)].into();
        }
        if let Some(gone) = self.gone(env) {
            return row![queue, line_down(), gone].into();
        }
        let Some(waiting) = self.waiting(env) else {
            let nobody = empty(Empty {
                tone: Tone::Success,
                icon: icon::PHONE_CALL,
                title: env.texts.call_empty_title().into(),
                words: env.texts.call_empty_words().into(),
                actions: Vec::new(),
            });
            return row![queue, line_down(), nobody].into();
        };
        let middle_width = env.beside_rail() - left - right;
        let middle = column![
            sheet::head(self, env, &waiting, middle_width),
            if waiting.complaint.open_call().is_none() && waiting.handled_by_viewer {
                quiet::handler(env, &waiting)
            } else if waiting.complaint.open_call().is_none() && waiting.quiet_until.is_some() {
                quiet::resting(self, env, &waiting)
            } else {
                prompter::view(self, env, &waiting, middle_width)
            },
        ]
        .width(Length::Fill);
        let side = if is_mine(env, waiting.complaint) {
            record::view(self, env, &waiting, right)
        } else {
            sheet::summary(self, env, &waiting, right)
        };
        row![queue, line_down(), middle, line_down(), side].into()
    }
}
