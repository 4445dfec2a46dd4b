//! Who calls, and what the books know: looked for whenever the form changes.

use super::choices::Choices;
use super::form::{Decision, Sending, Way};
use super::found::{By, Found, LEAST_DIGITS};
use super::stop::{Section, Stop};
use super::{Marking, Message, State, found, layout};
use crate::books::customers::Who;
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::{Step, Stop as _};
use crate::ui::screen::Action;
use iced::widget::operation;

/// Looking into the books.
impl State {
    /// The form changed.
    pub(super) fn look_for(&mut self, env: &Env<'_>) {
        self.found = Found::ask(env, &self.form);
        self.find_last(env);
    }

    /// The books or the office changed, too.
    pub(super) fn look_again(&mut self, env: &Env<'_>) {
        self.look_for(env);
        self.choices = Choices::of(env, self.form.department, layout::channels_shown(env).len());
    }

    /// Whether what is typed here leads to customers who are not filled in yet.
    pub(super) fn offers_callers(&self, stop: Stop) -> bool {
        let nobody = self.form.line(Stop::Name).trim().is_empty();
        let here = match stop {
            Stop::Phone => nobody,
            Stop::Name => self.found.by == By::Name && !nobody,
            _ => false,
        };
        here && !self.found.callers.is_empty()
    }

    pub(super) fn mark_caller(&mut self, step: Step) -> Effect<Message, Action> {
        let last = self.found.callers.len().saturating_sub(1);
        // The first arrow in the name marks the first of those found.
        let first = self.ring.at() == Some(Stop::Name) && self.marking == Marking::No;
        self.marking = Marking::Yes;
        if first {
            return Effect::none();
        }
        self.marked = match step {
            Step::Next => (self.marked + 1).min(last),
            Step::Previous => self.marked.saturating_sub(1),
        };
        Effect::none()
    }

    pub(super) fn take_caller(&mut self, env: &Env<'_>, index: usize) -> Effect<Message, Action> {
        let Some(id) = self.found.callers.get(index).copied() else { return Effect::none() };
        if let Some(known) = found::known(env.books, id, self.form.line(Stop::Phone)) {
            self.form.meet(env, &known);
            self.met = Some(id);
            self.marking = Marking::No;
            self.look_again(env);
        }
        let gaps = self.form.gaps(env, Sending::Whole(self.form.way()));
        let next = gaps.into_iter().find(|it| it.section() == Some(Section::Caller));
        self.go(env, next.unwrap_or(Stop::Channel)).into()
    }

    /// Whoever is called as the form says and has its number was filled in.
    pub(super) fn recognise(&mut self, env: &Env<'_>) {
        let (name, number) = (self.form.line(Stop::Name).trim(), self.form.line(Stop::Phone));
        let called_so = |it: &&Who| found::known(env.books, **it, number).is_some_and(|it| it.name.as_str() == name);
        let by_number = self.found.by == By::Number && !name.is_empty();
        self.met = self.found.callers.iter().find(called_so).copied().filter(|_| by_number);
    }

    /// Whether somebody was looked for, by a number or a name.
    pub(super) fn asked(&self) -> bool {
        self.form.named().is_some() || self.form.phone().is_some_and(|it| LEAST_DIGITS <= it.main().len())
    }

    /// Whether 换一位 means something: somebody was filled in, or nobody was found.
    pub(super) fn offers_another(&self) -> bool {
        let nobody = self.found.callers.is_empty();
        if self.met.is_some() { !nobody } else { nobody && self.asked() }
    }

    /// 换一位: whoever was filled in is taken back; what was typed by hand stays. Somebody else is looked for.
    pub(super) fn forget_caller(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if self.met.take().is_some() {
            self.form.forget();
        }
        self.marked = 0;
        self.look_again(env);
        let gone = self.go(env, Stop::Phone);
        Effect::task(gone.chain(operation::select_all(Stop::Phone.id())))
    }

    pub(super) fn decide(&mut self, env: &Env<'_>, index: u8, decision: Option<Decision>) -> Effect<Message, Action> {
        let Some((id, _)) = self.found.candidates.get(usize::from(index)).copied() else { return Effect::none() };
        self.form.decide(id, decision);
        let open = self.found.undecided(&self.form);
        let next = open.first().map(|it| Stop::Link(*it)).filter(|_| self.form.way() == Way::Dispatch);
        let next = next.or_else(|| self.form.gaps(env, Sending::Whole(self.form.way())).first().copied());
        self.go(env, next.unwrap_or(Stop::Primary)).into()
    }

    /// An order typed before: its product and number.
    pub(super) fn take_order(&mut self, env: &Env<'_>, index: u8) -> Effect<Message, Action> {
        let row = self.found.orders.get(usize::from(index)).and_then(|it| env.books.row(*it));
        let Some(row) = row else { return Effect::none() };
        self.form.set_line(Stop::Product, row.product.to_string());
        if let Some(order) = &row.order_number {
            self.form.set_line(Stop::Order, order.to_string());
        }
        self.look_again(env);
        let gaps = self.form.gaps(env, Sending::Whole(self.form.way()));
        let next = gaps.into_iter().find(|it| it.section() == Some(Section::Matter));
        self.go(env, next.unwrap_or(Stop::Category)).into()
    }

    /// Lays an earlier complaint open, or closes it.
    pub(super) fn compare(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        self.compared = (self.compared != Some(id)).then_some(id);
        match self.ring.at().filter(|it| it.is_beside()) {
            Some(stop) => self.go(env, stop).into(),
            None => Effect::none(),
        }
    }
}
