//! 附件 beside the case: looked at, and added while it is not archived.

use iced::widget::{Id, column, container, row};
use iced::{Center, Length};

use super::{Message, State};
use crate::app::{Done, Refused, Request};
use crate::domain::complaint::{Command, Complaint, Verb, may};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::attachments::{self, Outcome, Removable, Shown};
use crate::ui::screen::{Action, Drag};
use crate::ui::theme::Element;
use crate::ui::widget::{Focus, button, hint};

/// Ctrl+O
pub const ATTACH: Shortcut = Shortcut::command('o');

impl State {
    pub(super) fn file(&mut self, env: &Env<'_>, message: attachments::Message) -> Effect<Message, Action> {
        let (task, outcome) = self.files.update(env, message);
        let task = task.map(Message::Files);
        let Some(open) = self.open else { return task.into() };
        match outcome {
            Some(Outcome::Added(file)) => {
                let name = file.name.to_string();
                let request = Request::complaint(env.me, open.id, Command::Attach(file));
                Effect::perform(env.desk.act(request), move |it| Message::Attached(name, it)).and_task(task)
            }
            // What is part of the record stays there.
            Some(Outcome::Removed(_)) | None => task.into(),
        }
    }

    pub(super) fn attached(
        &mut self,
        env: &Env<'_>,
        name: &str,
        outcome: &Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        if let Err(refused) = outcome {
            self.files.refused(name, env.texts.refused(refused, env.office()));
        }
        Effect::none()
    }

    /// The small pictures of the case that is looked at.
    pub(super) fn want_files(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let files = self.complaint(env).map(|it| it.attachments.clone()).unwrap_or_default();
        self.files.want(env, files.iter().map(|it| &it.what)).map(Message::Files).into()
    }

    /// A file is held over the case, or dropped on it.
    pub fn dragged(&mut self, env: &Env<'_>, drag: Drag) -> Effect<Message, Action> {
        match self.complaint(env) {
            Some(it) if Self::attaches(env, it) => self.file(env, drag.into()),
            Some(_) | None => Effect::none(),
        }
    }

    /// Whether who works here may add a file now.
    pub(super) fn attaches(env: &Env<'_>, complaint: &Complaint) -> bool {
        env.folder.is_some() && may(&env.ctx(), complaint, Verb::Attach, None).is_ok()
    }

    /// The strip under the head: nothing where there is nothing and nothing may be added.
    pub(super) fn attachments<'a>(&'a self, env: &Env<'a>, complaint: &'a Complaint) -> Option<Element<'a, Message>> {
        let attaches = Self::attaches(env, complaint);
        let all = &complaint.attachments;
        if !attaches && all.is_empty() {
            return None;
        }
        let notes = self.files.notes(env).map(|it| it.map(Message::Files));
        let add = attaches.then(|| {
            let words = if all.is_empty() { env.texts.files_add() } else { env.texts.files_add_short() };
            button(words)
                .link()
                .compact()
                .icon(icon::PAPERCLIP)
                .keys(ATTACH)
                .on_press(Message::Files(attachments::Message::Asked))
        });
        let shown = all.iter().map(|it| Shown {
            file: &it.what,
            id: Id::from(format!("handling-file-{}", it.what.hash)),
            focus: Focus::Elsewhere,
        });
        let tiles = (!all.is_empty() || self.files.is_keeping())
            .then(|| self.files.view(env, shown, Removable::No).map(Message::Files));
        let count = (!all.is_empty()).then(|| hint(env.texts.files_count(all.len())));
        let line = row![].push(count).push(tiles.map(|it| container(it).width(Length::Fill))).push(add).spacing(8);
        let drawn = column![].push(notes).push(line.align_y(Center)).spacing(6);
        Some(container(drawn).padding([4, 16]).into())
    }
}
