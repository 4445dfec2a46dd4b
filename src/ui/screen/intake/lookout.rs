//! Who calls, and what the books know: looked for whenever the form changes.

use super::choices::Choices;
use super::form::{Decision, Sending};
use super::found::Found;
use super::stop::{Section, Stop};
use super::{Message, State, found, sections};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::Step;
use crate::ui::screen::Action;

/// Looking into the books.
impl State {
    /// The form changed.
    pub(super) fn look_for(&mut self, env: &Env<'_>) {
        self.found = Found::ask(env, &self.form);
    }

    /// The books or the office changed, too.
    pub(super) fn look_again(&mut self, env: &Env<'_>) {
        self.look_for(env);
        self.choices = Choices::of(env, self.form.department, sections::channels_shown(env).len());
    }

    /// Whether the number leads to customers who are not filled in yet.
    pub(super) fn offers_callers(&self) -> bool {
        !self.found.callers.is_empty() && self.form.line(Stop::Name).trim().is_empty()
    }

    pub(super) fn mark_caller(&mut self, step: Step) -> Effect<Message, Action> {
        let last = self.found.callers.len().saturating_sub(1);
        self.marked = match step {
            Step::Next => (self.marked + 1).min(last),
            Step::Previous => self.marked.saturating_sub(1),
        };
        Effect::none()
    }

    pub(super) fn take_caller(&mut self, env: &Env<'_>, index: usize) -> Effect<Message, Action> {
        let Some(id) = self.found.callers.get(index).copied() else { return Effect::none() };
        if let Some(known) = found::known(env.books, id) {
            self.form.meet(env, &known);
            self.met = Some(id);
            self.look_again(env);
        }
        let gaps = self.form.gaps(env, Sending::Whole(self.form.way()));
        let next = gaps.into_iter().find(|it| it.section() == Some(Section::Caller));
        self.go(env, next.unwrap_or(Stop::Channel)).into()
    }

    pub(super) fn forget_caller(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.form.forget();
        self.met = None;
        self.marked = 0;
        self.look_again(env);
        self.go(env, Stop::Phone).into()
    }

    pub(super) fn decide(&mut self, env: &Env<'_>, index: u8, decision: Option<Decision>) -> Effect<Message, Action> {
        let Some((id, _)) = self.found.candidates.get(usize::from(index)).copied() else { return Effect::none() };
        match decision {
            Some(it) => self.form.decisions.insert(id, it),
            None => self.form.decisions.remove(&id),
        };
        let next = self.found.undecided(&self.form).first().map(|it| Stop::Link(*it));
        let next = next.or_else(|| self.form.gaps(env, Sending::Whole(self.form.way())).first().copied());
        self.go(env, next.unwrap_or(Stop::Primary)).into()
    }

    pub(super) fn take_history(&mut self, env: &Env<'_>, index: u8) -> Effect<Message, Action> {
        let row = self.found.history.get(usize::from(index)).and_then(|it| env.books.row(*it));
        let Some(row) = row else { return Effect::none() };
        self.form.set_line(Stop::Product, row.product.to_string());
        if let Some(order) = &row.order_number {
            self.form.set_line(Stop::Order, order.to_string());
        }
        self.look_again(env);
        self.go(env, Stop::Product).into()
    }
}
