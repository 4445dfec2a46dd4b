//! The line-up that is shown, and how it follows what happens: nothing jumps under the pointer (UI.md 9.7).

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Message, State};
use crate::books::View;
use crate::books::board::{Change, Lane, Lineup};
use crate::domain::id::{ComplaintId, StreamId};
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::memo::Memo;
use crate::ui::screen::Action;

/// What is shown, in order, and what waits to be put in its place.
#[derive(Debug, Default)]
pub(super) struct Live {
    lineup: Rc<Lineup>,
    /// Another number whenever something moved.
    edition: u64,
    waiting: BTreeSet<ComplaintId>,
    burning: Memo<(u64, usize, usize), Rc<Lineup>>,
    pointer: Pointer,
    /// Whether the cursor is being moved by keys.
    steering: Steering,
}

/// Where the pointer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Pointer {
    /// Over the cards or rows.
    Inside,
    /// Elsewhere.
    #[default]
    Outside,
}

/// Whether the keyboard is among the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Steering {
    /// The arrows were used.
    Yes,
    /// Not since the list was opened or left.
    #[default]
    No,
}

fn view(env: &Env<'_>) -> View {
    View { viewer: env.me, now: env.now }
}

impl State {
    /// What is shown now.
    pub(super) fn shown(&self, env: &Env<'_>) -> Rc<Lineup> {
        let Some(burns) = self.choice.burns else { return Rc::clone(&self.live.lineup) };
        let lineup = &self.live.lineup;
        let sum = |count: fn(&Lineup, Lane, _) -> usize| Lane::ALL.iter().map(|it| count(lineup, *it, env.now)).sum();
        let key = (self.edition(), sum(Lineup::late), sum(Lineup::soon));
        let keep = || {
            let heat = burns.heat();
            Rc::new(lineup.burning(env.now, |it| it.heat(env.calendar(), env.now) == heat))
        };
        Rc::clone(&self.live.burning.get(key, keep))
    }

    /// Another number whenever something moved.
    pub(super) fn edition(&self) -> u64 {
        self.live.edition
    }

    /// How many wait to be put in their places.
    pub(super) fn waiting(&self) -> usize {
        self.live.waiting.len()
    }

    /// Everything is asked anew.
    pub(super) fn arrange(&mut self, env: &Env<'_>) {
        self.live.lineup = Rc::new(env.books.lineup(view(env), self.choice.wanted.clone()));
        self.live.edition += 1;
        self.live.waiting.clear();
    }

    /// Nobody is among the cards any more.
    pub(super) fn let_go(&mut self) {
        self.live.pointer = Pointer::Outside;
        self.live.steering = Steering::No;
    }

    pub(super) fn steer(&mut self) {
        self.live.steering = Steering::Yes;
    }

    fn is_held(&self) -> bool {
        self.live.pointer == Pointer::Inside || self.live.steering == Steering::Yes || !self.checked.is_empty()
    }

    /// Follows facts. What this viewer did moves at once; what others did waits while somebody is among the cards.
    pub(super) fn follow(&mut self, env: &Env<'_>, facts: &[Recorded]) {
        let other = self.live.lineup.viewer() != env.me || *self.live.lineup.wanted() != self.choice.wanted;
        if other || facts.iter().any(|it| it.stream == StreamId::Office) {
            self.arrange(env);
            return;
        }
        let held = self.is_held();
        let mut now: Vec<ComplaintId> = Vec::new();
        for fact in facts {
            let StreamId::Complaint(id) = fact.stream else { continue };
            let mine = fact.by == env.me;
            if !held || mine || self.live.lineup.change(env.books, view(env), id) == Change::Nothing {
                now.push(id);
                self.live.waiting.remove(&id);
            } else {
                self.live.waiting.insert(id);
            }
        }
        now.retain(|it| !self.live.waiting.contains(it));
        now.sort_unstable();
        now.dedup();
        self.put(env, &now);
    }

    fn put(&mut self, env: &Env<'_>, touched: &[ComplaintId]) {
        if !touched.is_empty() {
            Rc::make_mut(&mut self.live.lineup).follow(env.books, view(env), touched);
            self.live.edition += 1;
        }
    }

    /// n 项更新 was pressed, or everybody left.
    pub(super) fn apply_updates(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let waiting: Vec<ComplaintId> = std::mem::take(&mut self.live.waiting).into_iter().collect();
        self.put(env, &waiting);
        self.settle(env);
        Effect::none()
    }

    pub(super) fn point(&mut self, env: &Env<'_>, pointer: Pointer) -> Effect<Message, Action> {
        self.live.pointer = pointer;
        if pointer == Pointer::Outside {
            self.hovered = None;
        }
        if self.is_held() { Effect::none() } else { self.apply_updates(env) }
    }
}
