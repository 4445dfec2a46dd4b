//! What was done here: typed, chosen, opened, asked for, answered.

use std::sync::Arc;

use iced::Task;
use iced::widget::text_editor;

use super::ask::{self, Ask, Gate, Seat};
use super::conflict::{self, Conflict};
use super::draft::{Draft, Section, Stop, Trouble};
use super::fields::{Choice, Group, Slot};
use super::inbox::{self, Item, Tab};
use super::known::known;
use super::{Back, Face, History, Message, Open, REVEALED, State, sheet};
use crate::app::{Done, NotKept, Refused, Request};
use crate::domain::complaint::{Command, Complaint};
use crate::domain::id::{ComplaintId, OrderNo};
use crate::domain::record::{Recorded, Version};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::{Meant, Stop as _, is_meant, reveal};
use crate::ui::screen::{Action, Message as OnScreen, Said, board};
use crate::ui::ticket::Ticket;

/// What was done.
impl State {
    pub(super) fn with_draft(&mut self, change: impl FnOnce(&mut Draft)) -> Effect<Message, Action> {
        if let Some(open) = self.open {
            change(self.drafts.entry(open.id).or_default());
        }
        Effect::none()
    }

    pub(in crate::ui::screen) fn seat(&mut self, env: &Env<'_>) {
        if self.me != Some(env.me) {
            *self = Self { me: Some(env.me), ..Self::default() };
        }
    }

    pub(super) fn choose_tab(&mut self, env: &Env<'_>, tab: Tab) -> Effect<Message, Action> {
        self.tab = Some(tab);
        let left = self.ring.leave();
        self.pick_first(env).and_task(left)
    }

    pub(super) fn pick_first(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let first = self.tab(env).and_then(|it| inbox::items(env, it).first().map(Item::key));
        match first {
            // Facts come while another screen has the keyboard: it is not taken away.
            Some((id, order)) => self.turn_to(env, Open { id, order }),
            None => Effect::none(),
        }
    }

    pub(super) fn pick(&mut self, env: &Env<'_>, open: Open) -> Effect<Message, Action> {
        let left = self.ring.leave();
        self.turn_to(env, open).and_task(left)
    }

    pub(super) fn turn_to(&mut self, env: &Env<'_>, open: Open) -> Effect<Message, Action> {
        if self.open.map(|it| it.id) != Some(open.id) {
            self.history = History::Away;
            self.folded = None;
            self.revealed = None;
        }
        self.open = Some(open);
        self.drafts.entry(open.id).or_default();
        self.fetch(env)
    }

    pub(super) fn choose_order(&mut self, order: OrderNo) -> Effect<Message, Action> {
        if let Some(open) = &mut self.open {
            open.order = Some(order);
        }
        self.with_draft(|it| it.version = None)
    }

    /// Reads the facts of the case. What was here stays until they come.
    pub(super) fn fetch(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(open) = self.open else { return Effect::none() };
        if !matches!(self.history, History::Here(_)) {
            self.history = History::Asked;
        }
        let ticket = self.tickets.draw();
        let history = env.desk.history(open.id);
        Effect::perform(async move { history.await.map(Arc::new) }, move |it| Message::Fetched(ticket, it))
    }

    pub(super) fn fetched(
        &mut self,
        env: &Env<'_>,
        ticket: Ticket,
        facts: Result<Arc<Vec<Recorded>>, NotKept>,
    ) -> Effect<Message, Action> {
        if self.tickets.is_current(ticket) {
            self.history = match facts {
                Ok(facts) => {
                    self.folded = Complaint::fold(facts.iter()).map(Box::new);
                    History::Here(facts)
                }
                Err(trouble) => History::Failed(trouble),
            };
            let settled = self.settle(env);
            let wanted = self.want_files(env);
            return settled.and_task(wanted.task);
        }
        Effect::none()
    }

    /// The version of the case that is looked at.
    fn version(&self) -> Option<Version> {
        match &self.history {
            History::Here(facts) => facts.last().map(|it| it.version),
            History::Away | History::Asked | History::Failed(_) => None,
        }
    }

    /// Somebody begins a form: what is in sight now is what he or she knows.
    pub(super) fn begin(&mut self, env: &Env<'_>, stop: Stop) {
        if let (Some(version), Some(ask)) = (self.version(), self.form_at(env, stop)) {
            let _begun = self.with_draft(|it| {
                it.begun.entry(ask).or_insert(version);
            });
        }
    }

    /// A wish was overtaken, and what overtook it is here now: where it is about something else the wish is sent
    /// again, otherwise its author is asked.
    fn settle(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let (Some(open), History::Here(facts)) = (self.open, &self.history) else { return Effect::none() };
        let Some(draft) = self.drafts.get_mut(&open.id) else { return Effect::none() };
        let Some(Trouble { ask, refused: Refused::Overtaken { version, .. } }) = &draft.trouble else {
            return Effect::none();
        };
        let (ask, left) = (*ask, *version);
        let newest = facts.last().map_or(left, |it| it.version);
        if draft.conflict.is_some() || newest < left {
            return Effect::none();
        }
        let seen = draft.begun.get(&ask).copied().unwrap_or(newest);
        let touches = |event: &_| conflict::touches(ask, event, open.order);
        if let Some(conflict) = Conflict::of(ask, touches, (facts, seen)) {
            draft.conflict = Some(conflict);
            return Effect::none();
        }
        draft.trouble = None;
        draft.begun.insert(ask, newest);
        self.act(env, ask)
    }

    /// 查看差别
    pub(super) fn turn_difference(&mut self) -> Effect<Message, Action> {
        self.with_draft(|it| {
            if let Some(conflict) = &mut it.conflict {
                conflict.turn();
            }
        })
    }

    /// 用我的 sends the wish on what is now; 用新的 forgets it and shows what the others wrote.
    pub(super) fn resolve(&mut self, env: &Env<'_>, side: conflict::Side) -> Effect<Message, Action> {
        let Some(draft) = self.open.and_then(|it| self.drafts.get_mut(&it.id)) else { return Effect::none() };
        let Some(Conflict { about: ask, version, .. }) = draft.conflict.take() else { return Effect::none() };
        draft.trouble = None;
        match side {
            conflict::Side::Mine => {
                draft.begun.insert(ask, version);
                self.act(env, ask)
            }
            conflict::Side::Theirs => {
                draft.begun.remove(&ask);
                draft.clear(ask);
                if draft.open == Some(ask) {
                    draft.open = None;
                }
                Effect::task(self.ring.leave())
            }
        }
    }

    pub(super) fn typed(&mut self, env: &Env<'_>, slot: Slot, words: String) -> Effect<Message, Action> {
        let before = self.draft().map(|it| it.line(slot).to_owned()).unwrap_or_default();
        if is_meant(env, &before, &words) == Meant::No {
            return Effect::none();
        }
        let stops = self.stops(env);
        self.ring.found(&stops, Some(&Stop::Slot(slot).id()));
        self.begin(env, Stop::Slot(slot));
        self.phrases.typed(Stop::Slot(slot), (&before, &words));
        self.with_draft(|it| it.typed(slot, words))
    }

    pub(super) fn edited(&mut self, env: &Env<'_>, slot: Slot, action: text_editor::Action) -> Effect<Message, Action> {
        let stops = self.stops(env);
        self.ring.found(&stops, Some(&Stop::Slot(slot).id()));
        self.begin(env, Stop::Slot(slot));
        self.with_draft(|it| it.edited(slot, action))
    }

    pub(super) fn choose(&mut self, env: &Env<'_>, choice: Choice) -> Effect<Message, Action> {
        self.begin(env, Stop::Group(choice.group()));
        let _chosen = self.with_draft(|it| it.choose(choice));
        // The line waits for words after a quick chip; other chips keep the keyboard.
        let stop =
            if choice.group() == Group::Progress { Stop::Slot(Slot::Report) } else { Stop::Group(choice.group()) };
        if self.stops(env).contains(&stop) { Effect::task(self.ring.pressed(stop)) } else { Effect::none() }
    }

    /// Opens a form with what is known already, and goes to its first stop.
    pub(super) fn open_form(&mut self, env: &Env<'_>, ask: Ask) -> Effect<Message, Action> {
        let Some(case) = self.case(env) else { return Effect::none() };
        if case.gate(env, ask) != Gate::Open {
            return Effect::none();
        }
        let known = known(&case, ask);
        let _opened = self.with_draft(|it| {
            it.open = Some(ask);
            it.trouble = None;
            it.gaps.clear();
            for (slot, words) in known.words {
                it.prefill(slot, &words);
            }
            // What was chosen before the form was left stays as it is.
            let open = |choice: &Choice| it.chosen(choice.group()).next().is_none();
            let fresh: Vec<Choice> = known.choices.into_iter().filter(open).collect();
            for choice in fresh {
                it.choose(choice);
            }
        });
        self.face = Face::Sheet;
        let there = self.stops(env);
        match ask.stops().into_iter().find(|it| there.contains(it)) {
            Some(first) => {
                Effect::task(Task::batch([self.ring.go(first), reveal(sheet::SCROLL, Stop::Submit(ask).id())]))
            }
            None => Effect::none(),
        }
    }

    pub(super) fn leave(&mut self) -> Effect<Message, Action> {
        let _left = self.with_draft(|it| {
            it.open = None;
            it.gaps.clear();
            it.trouble = None;
        });
        Effect::task(self.ring.leave())
    }

    pub(super) fn turn(&mut self, section: Section) -> Effect<Message, Action> {
        self.with_draft(|it| {
            if it.turned.contains(&section) {
                it.turned.retain(|it| *it != section);
            } else {
                it.turned.push(section);
            }
        })
    }

    /// Asks the desk. What the form lacks is marked, and the keyboard goes there.
    pub(super) fn act(&mut self, env: &Env<'_>, ask: Ask) -> Effect<Message, Action> {
        let (Some(case), Some(draft)) = (self.case(env), self.draft()) else { return Effect::none() };
        if draft.busy.is_some() || case.gate(env, ask) != Gate::Open {
            return Effect::none();
        }
        // 归档 has no words, but states its consequence first.
        if ask.seat() == Seat::Modal && draft.open != Some(ask) {
            return self.open_form(env, ask);
        }
        let id = case.complaint.id;
        match case.command(env, draft, ask) {
            Ok(command) => {
                let back = ask::way_back(env, &case, &command).map(|it| (id, it));
                let saying = if let Command::Merge { into } = &command {
                    Some((id, env.texts.intake_said_merged(into.short(), id.short())))
                } else {
                    None
                };
                let request = Request::complaint(env.me, id, command);
                let seen = draft.begun.get(&ask).copied().or(self.version()).filter(|_| conflict::minds(ask));
                let request = seen.into_iter().fold(request, Request::seen);
                self.back = back;
                self.saying = saying;
                let _busy = self.with_draft(|it| {
                    it.busy = Some(ask);
                    it.trouble = None;
                    it.conflict = None;
                    it.gaps.clear();
                });
                Effect::perform(env.desk.act(request), move |it| Message::Acted(id, ask, it))
            }
            Err(gaps) => {
                let first = gaps.first().copied();
                let _marked = self.with_draft(|it| it.gaps = gaps);
                match first {
                    Some(stop) => Effect::task(self.ring.go(stop)),
                    None => Effect::none(),
                }
            }
        }
    }

    pub(super) fn acted(
        &mut self,
        env: &Env<'_>,
        (id, ask): (ComplaintId, Ask),
        outcome: Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        let Some(draft) = self.drafts.get_mut(&id) else { return Effect::none() };
        draft.busy = None;
        match outcome {
            Ok(done) => {
                draft.clear(ask);
                draft.begun.remove(&ask);
                if draft.open == Some(ask) {
                    draft.open = None;
                }
                if ask == Ask::Reveal {
                    self.revealed = Some((id, done.at + REVEALED));
                }
                let said_so = self.saying.take().filter(|it| it.0 == id).map(|it| it.1);
                let words = said_so.unwrap_or_else(|| env.texts.handling_done(id.short(), env.texts.name(ask.verb())));
                let undo = self.back.take().filter(|it| it.0 == id).map(|(_, back)| {
                    Box::new(match back {
                        Back::Command(command) => OnScreen::Handling(Message::TakenBack(id, ask, command)),
                        Back::Recall => OnScreen::Board(board::Message::TakenBack(vec![(id, done.at)])),
                    })
                });
                let said = Effect::action(Action::Say(Said { words, undo }));
                // A report may be followed by the next one; after everything else the list has the keyboard.
                if ask == Ask::Report { said } else { said.and_task(self.ring.leave()) }
            }
            Err(refused) => {
                let overtaken = matches!(refused, Refused::Overtaken { .. });
                draft.trouble = Some(Trouble { ask, refused });
                // What overtook it is read, so that it can be told.
                if overtaken && self.open.map(|it| it.id) == Some(id) { self.fetch(env) } else { Effect::none() }
            }
        }
    }

    pub(super) fn take_back(env: &Env<'_>, (id, ask): (ComplaintId, Ask), command: Command) -> Effect<Message, Action> {
        let request = Request::complaint(env.me, id, command);
        Effect::perform(env.desk.act(request), move |it| Message::WentBack(id, ask, it))
    }

    pub(super) fn went_back(
        &mut self,
        env: &Env<'_>,
        (id, ask): (ComplaintId, Ask),
        outcome: Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        match outcome {
            Ok(_) => {
                let words = env.texts.handling_taken_back(id.short(), env.texts.name(ask.verb()));
                Effect::action(Action::Say(Said { words, undo: None }))
            }
            Err(refused) => {
                if let Some(draft) = self.drafts.get_mut(&id) {
                    draft.trouble = Some(Trouble { ask, refused });
                }
                Effect::none()
            }
        }
    }
}
