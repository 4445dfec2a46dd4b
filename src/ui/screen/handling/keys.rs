//! Keys whose meaning depends on which field has the focus.

use iced::Task;
use iced::widget::Id;

use super::ask::{Ask, Gate, Seat};
use super::beside::bonds;
use super::draft::Stop;
use super::fields::{Choice, Group, Slot};
use super::inbox::{self, Item};
use super::{Key, Message, Open, State, sheet};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::attachments;
use crate::ui::part::form::{Step, Stop as _, reveal};
use crate::ui::part::phrasing::Phrasing as _;
use crate::ui::part::seek::numbered;
use crate::ui::screen::Action;

/// What keys do.
impl State {
    pub(super) fn landed(&mut self, env: &Env<'_>, key: Key, id: Option<&Id>) -> Effect<Message, Action> {
        let stops = self.stops(env);
        self.ring.found(&stops, id);
        if key == Key::Tab(Step::Next)
            && let Some(meant) = self.phrase_meant(env)
        {
            return self.put_phrase(env, meant);
        }
        match key {
            Key::Tab(step) => {
                let step = self.ring.step(&stops, step);
                let shown = self.ring.at().map_or_else(Task::none, |it| reveal(sheet::SCROLL, it.id()));
                Effect::task(Task::batch([step, shown]))
            }
            Key::Enter => match self.ring.at() {
                Some(Stop::Foot(ask)) if ask.stops().len() > 1 => self.open_form(env, ask),
                Some(Stop::Submit(ask) | Stop::Foot(ask)) => self.act(env, ask),
                Some(Stop::Eye) => self.open_form(env, Ask::Reveal),
                Some(Stop::Customer) => self.complaint(env).map(|it| it.id).map_or_else(Effect::none, |id| {
                    Effect::action(Action::Show(crate::ui::screen::Place::Customers, id))
                }),
                Some(Stop::Link(place)) => {
                    let bond = self.complaint(env).and_then(|it| bonds(env, it).into_iter().nth(place));
                    bond.map_or_else(Effect::none, |it| self.pick(env, Open { id: it.other, order: None }))
                }
                Some(Stop::File(place)) => {
                    let file = self.complaint(env).and_then(|it| it.attachments.get(place)).map(|it| it.what.clone());
                    file.map_or_else(Effect::none, |it| self.file(env, attachments::Message::OpenAsked(it)))
                }
                Some(Stop::Slot(Slot::Note)) => self.act(env, Ask::Note),
                Some(Stop::Slot(slot)) if slot.kind().is_prose() => Effect::none(),
                Some(Stop::Slot(_) | Stop::Group(_)) => Effect::task(self.ring.step(&stops, Step::Next)),
                None => Effect::none(),
            },
            Key::Submit => {
                let open = self.draft().and_then(|it| it.open);
                let here = self.ring.at().and_then(|it| self.form_at(env, it));
                let fallback = if self.approves(env) { Ask::Approve } else { Ask::Report };
                let modal = open.filter(|it| it.seat() == Seat::Modal);
                self.act(env, modal.or(here).or(open).unwrap_or(fallback))
            }
            Key::Arrow(_) if id.is_some() => Effect::none(),
            Key::Arrow(step) => self.step_in_list(env, step),
        }
    }

    pub(super) fn step_in_list(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let Some(tab) = self.tab(env) else { return Effect::none() };
        let all = inbox::items(env, tab);
        let here = self.open.and_then(|open| all.iter().position(|it| it.complaint.id == open.id));
        let next = match (here, step) {
            (None, _) => 0,
            (Some(here), Step::Next) => (here + 1).min(all.len().saturating_sub(1)),
            (Some(here), Step::Previous) => here.saturating_sub(1),
        };
        match all.get(next).map(Item::key) {
            Some((id, order)) => self.pick(env, Open { id, order }),
            None => Effect::none(),
        }
    }

    /// To the next case of the list whose number begins as was typed (UI.md 7).
    pub(super) fn seek(&mut self, env: &Env<'_>, digit: char) -> Effect<Message, Action> {
        let Some(tab) = self.tab(env) else { return Effect::none() };
        let all = inbox::items(env, tab);
        let here = self.open.and_then(|open| all.iter().position(|it| it.complaint.id == open.id));
        let begins = |row: usize, typed: &str| all.get(row).is_some_and(|it| numbered(it.complaint.id, typed));
        let found = self.seek.typed((digit, env.desk.now()), (here, all.len()), begins);
        match found.and_then(|it| all.get(it)).map(Item::key) {
            Some((id, order)) => self.pick(env, Open { id, order }),
            None => Effect::none(),
        }
    }

    pub(super) fn shift(&mut self, env: &Env<'_>, group: Group, step: Step) -> Effect<Message, Action> {
        let (Some(case), Some(draft)) = (self.case(env), self.draft()) else { return Effect::none() };
        let options = case.options(env, draft, group);
        let here = case.chosen(env, draft, group).and_then(|it| options.iter().position(|(option, _)| *option == it));
        // Of several the arrows add the next one that is not chosen; digits and clicks take one back.
        let free = |at: &usize| {
            let chosen = |it: &Choice| draft.chosen(group).any(|chosen| chosen == *it);
            !group.takes_several() || options.get(*at).is_some_and(|(it, _)| !chosen(it))
        };
        let next = match (here, step) {
            (None, _) => Some(0),
            (Some(here), Step::Next) => (here + 1..options.len()).find(free),
            (Some(here), Step::Previous) => (0..here).rev().find(free),
        };
        next.map_or_else(Effect::none, |next| self.number(env, group, next))
    }

    pub(super) fn number(&mut self, env: &Env<'_>, group: Group, index: usize) -> Effect<Message, Action> {
        let (Some(case), Some(draft)) = (self.case(env), self.draft()) else { return Effect::none() };
        if group == Group::Progress && case.gate(env, Ask::Report) != Gate::Open {
            return Effect::none();
        }
        match case.options(env, draft, group).get(index) {
            // Going on to the same one with the arrows is no second press.
            Some((choice, _)) if !group.takes_several() && draft.chosen(group).last() == Some(*choice) => {
                Effect::none()
            }
            Some((choice, _)) => self.choose(env, *choice),
            None => Effect::none(),
        }
    }
}
