//! 附件 of the complaint that is being registered.

use iced::Task;
use iced::widget::column;

use super::sheet::Sheet;
use super::stop::Stop;
use super::{Message, State};
use crate::domain::complaint::words::Attachment;
use crate::domain::id::PressId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::attachments::{self, Outcome, Removable, Shown};
use crate::ui::part::form::Stop as _;
use crate::ui::screen::{Action, Drag};
use crate::ui::theme::Element;
use crate::ui::widget::{button, label};

/// Ctrl+O
pub const ATTACH: Shortcut = Shortcut::command('o');

impl State {
    /// What becomes of a file; it belongs to the draft that was on the form when it was asked for, wherever that is now.
    pub(super) fn file(
        &mut self,
        env: &Env<'_>,
        id: PressId,
        message: attachments::Message,
    ) -> Effect<Message, Action> {
        let (task, outcome) = self.files.update(env, message);
        let task = task.map(move |it| Message::FilesOf(id, it));
        let kept = match outcome {
            Some(Outcome::Added(file)) if self.is_here(id) => {
                // The same file twice is one file.
                if self.form.attachments.iter().all(|it| it.hash != file.hash) {
                    self.form.attachments.push(file);
                }
                Task::none()
            }
            Some(Outcome::Added(file)) => self.attach_to(id, &file).unwrap_or_else(|| {
                self.files.refused(&file.name, env.texts.files_gone().to_owned());
                Task::none()
            }),
            Some(Outcome::Removed(file)) => {
                self.form.attachments.retain(|it| *it != file);
                Task::none()
            }
            None => Task::none(),
        };
        Effect::from(Task::batch([task, kept])).and_task(self.want_files(env))
    }

    /// The small pictures of what is on the form.
    pub(super) fn want_files(&mut self, env: &Env<'_>) -> Task<Message> {
        self.files.want(env, &self.form.attachments).map(Message::Files)
    }

    /// A file is held over the form, or dropped on it.
    pub fn dragged(&mut self, env: &Env<'_>, drag: Drag) -> Effect<Message, Action> {
        if !Self::is_open_to(env) || env.folder.is_none() {
            return Effect::none();
        }
        self.update(env, Message::Files(drag.into()))
    }

    /// How many small pictures are shown, for whoever drives the window without looking at it.
    #[must_use]
    pub fn pictures(&self) -> usize {
        self.files.pictures()
    }

    pub(super) fn attachment(&self, index: u8) -> Option<&Attachment> {
        self.form.attachments.get(usize::from(index))
    }
}

impl<'a> Sheet<'a> {
    /// 附件, in the head of the section.
    pub fn attach(&self) -> Option<Element<'a, Message>> {
        // Without a folder there is nowhere to keep a file.
        self.env.folder?;
        let (texts, count) = (self.texts(), self.form().attachments.len());
        let words = if count == 0 { texts.files().to_owned() } else { texts.files_count(count) };
        let drawn = button(words)
            .link()
            .compact()
            .icon(icon::PAPERCLIP)
            .id(Stop::Attach.id())
            .focus(self.focus(Stop::Attach))
            .on_press(Message::Files(attachments::Message::Asked));
        Some(drawn.into())
    }

    /// The files, what is on its way and what went wrong.
    pub fn files(&self) -> Option<Element<'a, Message>> {
        let (state, all) = (self.state, &self.form().attachments);
        let notes = state.files.notes(&self.env);
        let tiles = (!all.is_empty() || state.files.is_keeping()).then(|| {
            let shown = (0..).zip(all).map(|(index, file)| {
                let stop = Stop::File(index);
                Shown { file, id: stop.id(), focus: self.focus(stop) }
            });
            state.files.view(&self.env, shown, Removable::Yes)
        });
        if notes.is_none() && tiles.is_none() {
            return None;
        }
        let drawn: Element<'a, attachments::Message> = column![].push(notes).push(tiles).spacing(6).into();
        let name = label(self.texts().files());
        Some(self.beside(name, drawn.map(Message::Files)))
    }
}
