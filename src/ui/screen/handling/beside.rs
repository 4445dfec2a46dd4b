//! What lies beside the case: links to others, which can be taken back, and files, which can be added.

use iced::widget::{button as pressed, column, container, row};
use iced::{Center, Length};

use super::draft::Stop;
use super::{Message, State};
use crate::app::{Done, Refused, Request};
use crate::domain::complaint::terms::LinkKind;
use crate::domain::complaint::words::Link;
use crate::domain::complaint::{Command, Complaint, Verb, may};
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::part::attachments::{self, Outcome, Removable, Shown};
use crate::ui::part::form::Stop as _;
use crate::ui::screen::{self, Action, Drag, Said};
use crate::ui::style;
use crate::ui::theme::Element;
use crate::ui::widget::{button, chips, hint, icon_tiny, tip};

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
        let shown = all.iter().enumerate().map(|(place, it)| {
            let stop = Stop::File(place);
            Shown { file: &it.what, id: stop.id(), focus: self.ring.focus(stop) }
        });
        let tiles = (!all.is_empty() || self.files.is_keeping())
            .then(|| self.files.view(env, shown, Removable::No).map(Message::Files));
        let count = (!all.is_empty()).then(|| hint(env.texts.files_count(all.len())));
        let line = row![].push(count).push(tiles.map(|it| container(it).width(Length::Fill))).push(add).spacing(8);
        let drawn = column![].push(notes).push(line.align_y(Center)).spacing(6);
        Some(container(drawn).padding([4, 16]).into())
    }
}

/// Links.
impl State {
    pub(super) fn unlink(&mut self, env: &Env<'_>, kind: LinkKind, other: ComplaintId) -> Effect<Message, Action> {
        let Some(open) = self.open else { return Effect::none() };
        let request = Request::complaint(env.me, open.id, Command::Unlink { kind, other });
        Effect::perform(env.desk.act(request), move |it| Message::Unlinked(open.id, kind, other, it))
    }

    pub(super) fn unlinked(
        env: &Env<'_>,
        (id, kind, other): (ComplaintId, LinkKind, ComplaintId),
        outcome: &Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        let said = match outcome {
            Ok(_) => Said {
                words: env.texts.handling_said_unlinked(env.texts.name(kind), other.short()),
                undo: Some(Box::new(screen::Message::Handling(Message::LinkAsked(id, kind, other)))),
            },
            Err(refused) => Said { words: env.texts.refused(refused, env.office()), undo: None },
        };
        Effect::action(Action::Say(said))
    }

    /// 拆开: the call is a complaint of its own again.
    pub(super) fn unmerge(env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let Some(into) = env.books.complaint(id).and_then(|it| it.merged).map(|it| it.into) else {
            return Effect::none();
        };
        let request = Request::complaint(env.me, id, Command::Unmerge);
        Effect::perform(env.desk.act(request), move |it| Message::Unmerged(id, into, it))
    }

    pub(super) fn unmerged(
        env: &Env<'_>,
        (id, into): (ComplaintId, ComplaintId),
        outcome: &Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        let said = match outcome {
            Ok(_) => Said {
                words: env.texts.intake_said_unmerged(id.short()),
                undo: Some(Box::new(screen::Message::Handling(Message::MergeAsked(id, into)))),
            },
            Err(refused) => Said { words: env.texts.refused(refused, env.office()), undo: None },
        };
        Effect::action(Action::Say(said))
    }

    pub(super) fn merge(env: &Env<'_>, id: ComplaintId, into: ComplaintId) -> Effect<Message, Action> {
        let request = Request::complaint(env.me, id, Command::Merge { into });
        Effect::perform(env.desk.act(request), Message::Linked)
    }

    pub(super) fn link(
        env: &Env<'_>,
        (id, kind, other): (ComplaintId, LinkKind, ComplaintId),
    ) -> Effect<Message, Action> {
        let request = Request::complaint(env.me, id, Command::Link(Link { kind, other, words: None }));
        Effect::perform(env.desk.act(request), Message::Linked)
    }

    pub(super) fn linked(env: &Env<'_>, outcome: &Result<Done, Refused>) -> Effect<Message, Action> {
        match outcome {
            Ok(_) => Effect::none(),
            Err(refused) => {
                Effect::action(Action::Say(Said { words: env.texts.refused(refused, env.office()), undo: None }))
            }
        }
    }
}

/// A complaint that belongs to this one: its sign, its words, and what takes that back.
pub(super) struct Bond<'a> {
    sign: Icon,
    words: String,
    pub(super) other: ComplaintId,
    pub(super) undo: Option<(Message, &'a str)>,
}

/// The complaints that belong together with this one: what it was linked to or merged into, what was linked to it, and
/// the further calls in its matter. What was said by hand is taken back with one press.
pub(super) fn bonds<'a>(env: &Env<'a>, complaint: &Complaint) -> Vec<Bond<'a>> {
    let texts = env.texts;
    let undoes = may(&env.ctx(), complaint, Verb::Unlink, None).is_ok();
    let mut all = Vec::new();
    if let Some(merger) = complaint.merged {
        let parts = may(&env.ctx(), complaint, Verb::Unmerge, None).is_ok();
        let undo = parts.then(|| (Message::UnmergeAsked(complaint.id), texts.name(Verb::Unmerge)));
        let words = texts.handling_merged_into(merger.into.short());
        all.push(Bond { sign: icon::MERGE, words, other: merger.into, undo });
    }
    for call in env.books.further_calls(complaint.id) {
        let other = env.books.complaint(call.id);
        let parts = other.is_some_and(|it| may(&env.ctx(), it, Verb::Unmerge, None).is_ok());
        let undo = parts.then(|| (Message::UnmergeAsked(call.id), texts.name(Verb::Unmerge)));
        let words = texts.handling_further_call(call.id.short());
        all.push(Bond { sign: icon::PHONE_INCOMING, words, other: call.id, undo });
    }
    for it in &complaint.links {
        let words = format!("{} {}", texts.name(it.kind), it.other.short());
        let undo = undoes.then(|| (Message::UnlinkAsked(it.kind, it.other), texts.handling_unlink()));
        all.push(Bond { sign: icon::LINK, words, other: it.other, undo });
    }
    for (kind, other) in env.books.linked_from(complaint.id) {
        let words = texts.handling_linked_from(texts.name(*kind), other.short());
        all.push(Bond { sign: icon::LINK, words, other: *other, undo: None });
    }
    all
}

impl State {
    /// What belongs together with the case: each leads there, by keys too.
    pub(super) fn links<'a>(&self, env: &Env<'a>, complaint: &Complaint) -> Option<Element<'a, Message>> {
        let all = bonds(env, complaint).into_iter().enumerate().map(|(place, it)| {
            let stop = Stop::Link(place);
            let open = button(it.words).link().compact().icon(it.sign).id(stop.id()).focus(self.ring.focus(stop));
            let cut = it.undo.map(|(says, words)| {
                let cross = pressed(icon_tiny(icon::X)).padding(4).style(style::button::quiet);
                tip(cross.on_press(says), words)
            });
            row![iced::Element::from(open.on_press(Message::Picked(it.other, None)))].push(cut).align_y(Center).into()
        });
        let all: Vec<Element<'a, Message>> = all.collect();
        (!all.is_empty()).then(|| container(chips(all)).padding([2, 12]).into())
    }
}
