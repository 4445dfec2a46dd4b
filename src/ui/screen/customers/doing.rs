//! What the page does by itself: choosing, opening and dropping forms, reading the facts of a file.

use std::sync::Arc;

use chrono::NaiveDate;
use iced::Task;
use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::widget::operation;

use super::draft::Draft;
use super::leave::Leave;
use super::merge::Merging;
use super::message::{Message, Tab, Turn};
use super::{Action, History, LIST, NAME, Over, ROWS, State, Which, list, merge};
use crate::app::NotKept;
use crate::books::customers::Who;
use crate::domain::customer::Customer;
use crate::domain::id::CustomerId;
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::{Cloak, Env};
use crate::ui::part::seek;
use crate::ui::ticket::Ticket;

impl State {
    /// The chosen customer as of now.
    pub(super) fn who(&self, env: &Env<'_>) -> Option<Who> {
        self.chosen.map(|it| env.books.customers().now(it))
    }

    /// The chosen customer's file.
    pub(super) fn file<'a>(&self, env: &Env<'a>) -> Option<&'a Customer> {
        match self.who(env)? {
            Who::File(id) => env.books.customers().file(id),
            Who::Caller(_) => None,
        }
    }

    pub(super) fn listed(&mut self, change: impl FnOnce(&mut Self)) -> Effect<Message, Action> {
        change(self);
        self.more = 0;
        self.pair = None;
        Effect::task(operation::scroll_to(LIST, AbsoluteOffset { x: None, y: Some(0.0) }))
    }

    pub(super) fn pick(&mut self, env: &Env<'_>, who: Who) -> Effect<Message, Action> {
        if self.chosen != Some(who) {
            // What was half written stays with its customer.
            let jotting = std::mem::take(&mut self.jotting);
            if let Some(before) = self.chosen.filter(|_| !jotting.words.is_empty()) {
                self.jottings.insert(before, jotting);
            }
            self.jotting = self.jottings.remove(&who).unwrap_or_default();
            self.chosen = Some(who);
            self.purpose = None;
            self.leave = Leave::default();
            self.revealed = None;
            self.refused = None;
            self.history = History::Nothing;
            if self.draft.as_ref().is_some_and(|it| it.untouched(env)) {
                self.draft = None;
            }
        }
        self.fetch(env).and_task(self.reveal_row(env, who))
    }

    /// To the next row whose customer is called so, or whose file has the number (UI.md 7).
    pub(super) fn seek(&mut self, env: &Env<'_>, sign: char) -> Effect<Message, Action> {
        let lines = self.lines(env);
        let here = match self.pair {
            Some(pair) if self.which == Which::Doubles => Some(pair),
            Some(_) | None => lines.rows.iter().position(|it| Some(it.who()) == self.chosen),
        };
        let begins = |row: usize, typed: &str| lines.rows.get(row).is_some_and(|it| is_called(env, it.who(), typed));
        match self.seek.typed((sign, env.desk.now()), (here, lines.rows.len()), begins) {
            Some(row) if self.which == Which::Doubles => self.pick_pair(env, row),
            Some(row) => lines.rows.get(row).map_or_else(Effect::none, |it| self.pick(env, it.who())),
            None => Effect::none(),
        }
    }

    /// A pair of 疑似重复: the card shows the first of them.
    pub(super) fn pick_pair(&mut self, env: &Env<'_>, place: usize) -> Effect<Message, Action> {
        let first = self.lines(env).rows.get(place).map(list::Line::who);
        self.pair = Some(place);
        let picked = first.map_or_else(Effect::none, |it| self.pick(env, it));
        let offset = self.window.reveal(place, list::ROW);
        let scrolled = offset.map(|y| operation::scroll_to(LIST, AbsoluteOffset { x: None, y: Some(y) }));
        picked.and_task(scrolled.unwrap_or_else(Task::none))
    }

    /// Scrolls the list to a row.
    pub(super) fn reveal_row(&self, env: &Env<'_>, who: Who) -> Task<Message> {
        let place = self.lines(env).rows.iter().position(|it| it.who() == who);
        let offset = place.and_then(|it| self.window.reveal(it, list::ROW));
        offset.map_or_else(Task::none, |y| operation::scroll_to(LIST, AbsoluteOffset { x: None, y: Some(y) }))
    }

    /// Another day of the daily lists: never one that is to come.
    pub(super) fn turn(&mut self, env: &Env<'_>, turn: Turn) -> Effect<Message, Action> {
        let (today, day) = (env.today(), self.day(env));
        let day = match turn {
            Turn::Back => day.pred_opt(),
            Turn::On => day.succ_opt(),
            Turn::Today => None,
        };
        self.listed(|it| it.day = day.filter(|it| *it < today))
    }

    /// The day of the daily lists.
    pub(super) fn day(&self, env: &Env<'_>) -> NaiveDate {
        self.day.unwrap_or_else(|| env.today())
    }

    pub(super) fn edit(&mut self, draft: Draft) -> Effect<Message, Action> {
        self.draft = Some(draft);
        self.refused = None;
        Effect::task(self.keyboard.go(NAME))
    }

    pub(super) fn with_draft(&mut self, change: impl FnOnce(&mut Draft)) -> Effect<Message, Action> {
        if let Some(draft) = &mut self.draft {
            change(draft);
        }
        Effect::none()
    }

    pub(super) fn drop_draft(&mut self) -> Effect<Message, Action> {
        self.draft = None;
        self.refused = None;
        Effect::task(self.keyboard.go(ROWS))
    }

    pub(super) fn with_merging(&mut self, change: impl FnOnce(&mut Merging)) -> Effect<Message, Action> {
        if let Over::Merge(merging) = &mut self.over {
            change(merging);
        }
        Effect::none()
    }

    pub(super) fn ask_merge(&mut self, first: Who, second: Option<Who>) -> Effect<Message, Action> {
        self.over = Over::Merge(Merging { first, second, query: String::new() });
        self.refused = None;
        Effect::task(self.keyboard.go(if second.is_some() { merge::SIDE } else { merge::SEARCH }))
    }

    pub(super) fn close(&mut self) -> Effect<Message, Action> {
        self.over = Over::Nothing;
        self.refused = None;
        Effect::task(self.keyboard.go(ROWS))
    }

    /// Reads the facts of the file where they are shown. What was here stays until they come.
    pub(super) fn fetch(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(file) = self.file(env).filter(|_| self.tab == Tab::History) else { return Effect::none() };
        let (id, ticket) = (file.id, self.tickets.draw());
        let history = env.desk.customer_history(id);
        Effect::perform(async move { history.await.map(Arc::new) }, move |it| Message::Fetched(ticket, id, it))
    }

    pub(super) fn fetched(
        &mut self,
        ticket: Ticket,
        id: CustomerId,
        facts: Result<Arc<Vec<Recorded>>, NotKept>,
    ) -> Effect<Message, Action> {
        if self.tickets.is_current(ticket) {
            self.history = match facts {
                Ok(facts) => History::Here(id, facts),
                Err(trouble) => History::Failed(trouble),
            };
        }
        Effect::none()
    }
}

/// Whether a customer is called so from the first letter on, or the file has such a number. A name that is hidden is
/// not found.
fn is_called(env: &Env<'_>, who: Who, typed: &str) -> bool {
    let filed = match who {
        Who::File(id) => seek::filed(id, typed),
        Who::Caller(_) => false,
    };
    let named = || match (who, env.cloak) {
        (_, Cloak::On) => false,
        (Who::File(id), Cloak::Off) => {
            env.books.customers().file(id).is_some_and(|it| seek::named(&it.profile.name, typed))
        }
        (Who::Caller(id), Cloak::Off) => env.books.row(id).is_some_and(|it| seek::named(&it.caller.name, typed)),
    };
    filed || named()
}
