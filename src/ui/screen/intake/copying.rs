//! 照抄: what was said about the last complaint, for the next one like it.
//!
//! Only what is still open is filled in, never the customer, and it can be taken back.

use super::form::{Form, Pick, written};
use super::paper::Paper;
use super::stop::Stop;
use super::{Message, State};
use crate::books::Row;
use crate::domain::complaint::Details;
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::Shortcut;
use crate::ui::screen::{self, Action, Said};
use iced::keyboard::key::Named;

/// F3
pub const COPY: Shortcut = Shortcut::named(Named::F3);

impl State {
    /// What 照抄 would copy now.
    pub(super) fn find_last(&mut self, env: &Env<'_>) {
        let mine = || env.books.ledger().rows().iter().rev().find(|it| it.registered.by == env.me).map(|it| it.id);
        self.last = self.found.history.first().copied().or_else(mine);
    }

    pub(super) fn copy_last(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        match self.last {
            Some(id) => self.copy(env, id),
            None => Effect::none(),
        }
    }

    pub(super) fn copy(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let Some(row) = env.books.row(id) else { return Effect::none() };
        self.before_copy = Some(Box::new(Paper::of(&self.form)));
        match env.books.complaint(id) {
            Some(case) => self.form.copy(env, &case.details),
            None => self.form.copy_row(env, row),
        }
        self.look_again(env);
        let undo = Some(Box::new(screen::Message::Intake(Message::CopyUndone)));
        let said = Said { words: env.texts.intake_said_copied(id.short()), undo };
        Effect::from(self.go(env, Stop::Content)).and_action(Action::Say(said))
    }

    pub(super) fn undo_copy(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if let Some(before) = self.before_copy.take() {
            self.form = before.form(env.office());
            self.look_again(env);
        }
        self.go(env, Stop::Product).into()
    }
}

impl Form {
    /// Fills in what is open yet.
    fn copy(&mut self, env: &Env<'_>, from: &Details) {
        let line = |it: &Option<crate::domain::text::Line>| it.as_ref().map(ToString::to_string).unwrap_or_default();
        self.fill(Stop::SourceParty, &line(&from.source_party));
        self.fill(Stop::Order, &line(&from.order_number));
        self.fill(Stop::Place, &line(&from.place));
        self.complexity = self.complexity.or(from.complexity);
        self.copy_matter(env, (from.channel, from.category), (&from.product, &from.content));
        self.copy_wish(&from.remedies, &from.requested_remedy);
    }

    /// The same for a complaint that is archived: less is known of it.
    fn copy_row(&mut self, env: &Env<'_>, from: &Row) {
        self.fill(Stop::Order, from.order_number.as_deref().unwrap_or_default());
        self.copy_matter(env, (from.channel, from.category), (&from.product, &from.content));
        self.copy_wish(&from.remedies, &from.requested_remedy);
    }

    fn copy_matter(
        &mut self,
        env: &Env<'_>,
        (channel, category): (crate::domain::id::ChannelId, crate::domain::id::CategoryId),
        (product, content): (&str, &str),
    ) {
        self.fill(Stop::Product, product);
        let office = env.office();
        if self.channel.is_none() && office.channel(channel).is_some_and(|it| it.active) {
            self.channel = Some(channel);
        }
        if self.category.is_none() && office.category(category).is_some_and(|it| it.active) {
            self.pick(env, Pick::Category(category));
        }
        if self.content.text().trim().is_empty() {
            self.content = written(content);
        }
    }

    fn copy_wish(&mut self, remedies: &[crate::domain::complaint::terms::Remedy], words: &str) {
        if self.remedies.is_empty() && self.line(Stop::RemedyWords).trim().is_empty() {
            self.remedies.extend(remedies);
            self.fill(Stop::RemedyWords, words);
        }
    }

    fn fill(&mut self, stop: Stop, words: &str) {
        if self.line(stop).trim().is_empty() {
            self.set_line(stop, words.to_owned());
        }
    }
}
