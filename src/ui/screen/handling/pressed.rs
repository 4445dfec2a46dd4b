//! Which key means what, and where Tab goes.

use super::ask::{Ask, Gate, OVERSIGHT, Seat};
use super::draft::Stop;
use super::fields::{Group, Slot};
use super::form::{QUICK_KEYS, submit_key};
use super::{FOOT_LEFT, FOOT_RIGHT, Face, Key, Message, State, THREE_PANES, beside};
use crate::ui::env::Env;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::attachments::{self};
use crate::ui::part::form::Step;
use crate::ui::part::phrasing::Phrasing as _;
use crate::ui::part::seek;
use crate::ui::screen::customers;
use iced::keyboard::key::Named;

impl State {
    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |shortcut: Shortcut| shortcut.matches(press);
        let pressed = |key| Message::Pressed(key, press.focus().cloned());
        let open = self.draft().and_then(|it| it.open);
        if let Some(message) = self.pressed_for_phrases(env, press) {
            return Some(message);
        }
        if let Some(step) = Step::of(press) {
            return Some(pressed(Key::Tab(step)));
        }
        // Esc leaves the field, then the form; a modal is left at once.
        if is(Shortcut::named(Named::Escape)) {
            let rests = self.ring.at().is_some() && !open.is_some_and(|it| it.seat() == Seat::Modal);
            return if rests { Some(Message::Rested) } else { open.map(|_| Message::Left) };
        }
        if is(submit_key()) {
            return Some(pressed(Key::Submit));
        }
        if is(submit_key().with_shift()) {
            return Some(match open {
                Some(Ask::HandIn) => Message::Asked(Ask::HandIn),
                Some(_) | None => Message::Opened(Ask::HandIn),
            });
        }
        if is(Shortcut::named(Named::Backspace).with_command()) && self.approves(env) {
            return Some(Message::Asked(Ask::SendBack));
        }
        if is(Shortcut::named(Named::Tab).with_command()) && env.window.width < THREE_PANES {
            return Some(Message::FaceChosen(match self.face {
                Face::Sheet => Face::History,
                Face::History => Face::Sheet,
            }));
        }
        if is(beside::ATTACH) && self.complaint(env).is_some_and(|it| Self::attaches(env, it)) {
            return Some(Message::Files(attachments::Message::Asked));
        }
        let quick = QUICK_KEYS.into_iter().position(|it| is(Shortcut::named(it)));
        if let Some(index) = quick {
            return Some(Message::Numbered(Group::Progress, index));
        }
        self.pressed_at_stop(env, press)
    }

    pub(super) fn pressed_at_stop(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |named: Named| Shortcut::named(named).matches(press);
        let pressed = |key| Message::Pressed(key, press.focus().cloned());
        if is(Named::Enter) {
            return Some(pressed(Key::Enter));
        }
        match self.ring.at() {
            Some(Stop::Group(group)) if is(Named::ArrowRight) => Some(Message::Shifted(group, Step::Next)),
            Some(Stop::Group(group)) if is(Named::ArrowLeft) => Some(Message::Shifted(group, Step::Previous)),
            Some(Stop::Group(group)) => {
                let digit = press.alone()?.to_digit(10)?;
                Some(Message::Numbered(group, usize::try_from(digit).ok()?.checked_sub(1)?))
            }
            Some(Stop::Submit(ask)) if is(Named::Space) => Some(Message::Asked(ask)),
            Some(Stop::Link(place)) if is(Named::Delete) => {
                let bond = beside::bonds(env, self.complaint(env)?).into_iter().nth(place)?;
                bond.undo.map(|(says, _)| says)
            }
            Some(Stop::Foot(_) | Stop::Eye | Stop::Customer | Stop::Link(_) | Stop::File(_)) if is(Named::Space) => {
                Some(pressed(Key::Enter))
            }
            None if is(Named::ArrowDown) => Some(pressed(Key::Arrow(Step::Next))),
            None if is(Named::ArrowUp) => Some(pressed(Key::Arrow(Step::Previous))),
            None if press.alone() == Some('a') => Some(Message::Asked(Ask::Accept)),
            None if seek::digit(press).is_some() => seek::digit(press).map(Message::Sought),
            Some(
                Stop::Submit(_)
                | Stop::Foot(_)
                | Stop::Slot(_)
                | Stop::Eye
                | Stop::Customer
                | Stop::Link(_)
                | Stop::File(_),
            )
            | None => None,
        }
    }

    /// Where the keyboard can go, in reading order.
    pub(super) fn stops(&self, env: &Env<'_>) -> Vec<Stop> {
        let (Some(case), Some(draft)) = (self.case(env), self.draft()) else { return Vec::new() };
        let sheet = self.sheet(case, draft);
        let mut stops = Vec::new();
        if !super::concerns(env, case.complaint) {
            let asks = case.gate(env, Ask::AskSight) == Gate::Open;
            return match draft.open {
                Some(Ask::AskSight) => Ask::AskSight.stops(),
                Some(_) | None => asks.then_some(Stop::Foot(Ask::AskSight)).into_iter().collect(),
            };
        }
        if let Some(ask) = draft.open.filter(|it| it.seat() == Seat::Modal) {
            stops = ask.stops();
        } else {
            let decides = sheet.decides(env);
            if !decides && case.gate(env, Ask::Report) == Gate::Open {
                stops.extend(Ask::Report.stops());
            }
            if case.gate(env, Ask::AnswerSight) == Gate::Open && draft.open != Some(Ask::AnswerSight) {
                stops.push(Stop::Foot(Ask::AnswerSight));
            }
            let eye = sheet.reveals(env, self.sight(env, case.complaint));
            stops.extend(eye.then_some(Stop::Eye));
            stops.extend(customers::leads_to(env, case.complaint.id).then_some(Stop::Customer));
            stops.extend((0..beside::bonds(env, case.complaint).len()).map(Stop::Link));
            stops.extend((0..case.complaint.attachments.len()).map(Stop::File));
            if case.gate(env, Ask::Dispatch) == Gate::Open {
                stops.extend(Ask::Dispatch.stops());
            }
            for ask in sheet.inline(env) {
                stops.extend(ask.stops());
            }
            if let Some(ask) = draft.open.filter(|it| it.seat() == Seat::Panel) {
                stops.extend(ask.stops());
            }
            if decides {
                stops.extend(Ask::Approve.stops());
                stops.insert(stops.len() - 1, Stop::Submit(Ask::SendBack));
            } else {
                let foot = OVERSIGHT
                    .into_iter()
                    .chain(FOOT_LEFT)
                    .chain(FOOT_RIGHT)
                    .filter(|it| case.gate(env, *it) == Gate::Open);
                stops.extend(foot.map(Stop::Foot));
            }
            if case.gate(env, Ask::Note) == Gate::Open
                && (THREE_PANES <= env.window.width || self.face == Face::History)
            {
                stops.push(Stop::Slot(Slot::Note));
            }
        }
        stops.retain(|it| match it {
            Stop::Group(group) => !case.options(env, draft, *group).is_empty(),
            Stop::Slot(_)
            | Stop::Submit(_)
            | Stop::Foot(_)
            | Stop::Eye
            | Stop::Customer
            | Stop::Link(_)
            | Stop::File(_) => true,
        });
        stops.dedup();
        stops
    }

    /// The form that a stop belongs to.
    pub(super) fn form_at(&self, env: &Env<'_>, stop: Stop) -> Option<Ask> {
        let (case, draft) = (self.case(env)?, self.draft()?);
        let sheet = self.sheet(case, draft);
        let mut open: Vec<Ask> = draft.open.into_iter().collect();
        open.extend(sheet.inline(env));
        open.extend([Ask::Report, Ask::Dispatch, Ask::Approve, Ask::Note]);
        open.into_iter().find(|it| it.stops().contains(&stop))
    }
}
