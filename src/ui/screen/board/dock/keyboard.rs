//! Where the keyboard can be in the dock, and what the keys mean there.

use iced::{Task, keyboard::key::Named, widget::Id};

use super::view::LIST;
use super::{Change, Dock, Message, Outcome, Work, deeds, forms};
use crate::domain::complaint::terms::{ExemptionReason, ReturnReason, Validity};
use crate::ui::env::Env;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{Step, Stop, reveal};

/// Where the keyboard can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seat {
    Search,
    Target(usize),
    Handler,
    Several,
    Note,
    Validity,
    Words,
    Method,
    Result,
    Clock,
    Reason,
    Line,
    Department,
    People,
    Visibility,
    When,
    Duty(usize),
    Due(usize),
    Later,
    Back,
    Submit,
}

impl Stop for Seat {
    fn id(self) -> Id {
        Id::from(format!("board-dock-{self:?}"))
    }
}

impl Dock {
    pub(in super::super) fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if let Some(step) = Step::of(press) {
            return Some(Message::Stepped(step, press.focus().cloned()));
        }
        if Shortcut::named(Named::Enter).with_command().matches(press) {
            return Some(Message::Submitted);
        }
        if press.field() == Field::Took {
            return is(Named::Escape).then_some(Message::FieldLeft);
        }
        if is(Named::Escape) {
            return Some(match self.work {
                Work::Exempt(_) | Work::Recall(_) => Message::Returned,
                Work::Deed(_)
                | Work::Dispatch(_)
                | Work::Forward(..)
                | Work::Judge(_)
                | Work::Reply(_)
                | Work::Look => Message::Closed,
            });
        }
        if is(Named::Enter) {
            let does = if self.only_looks() { Message::CaseAsked } else { Message::Submitted };
            return Some(self.activated(env).unwrap_or(does));
        }
        if is(Named::Space) {
            return self.activated(env);
        }
        self.chosen_by_arrow(press).or_else(|| self.chosen_by_sign(env, press.alone()?))
    }

    /// What Enter or Space does where the keyboard is.
    fn activated(&self, env: &Env<'_>) -> Option<Message> {
        match self.ring.at()? {
            Seat::Target(index) => {
                let target = self.targets(env).all.into_iter().nth(index)?;
                Some(Message::TargetTaken(target.pick.department, target.pick.handler))
            }
            Seat::Several => Some(Message::SeveralToggled),
            Seat::Later => Some(Message::ExemptAsked),
            Seat::Back => Some(Message::Returned),
            Seat::Submit => Some(Message::Submitted),
            Seat::Search
            | Seat::Handler
            | Seat::Note
            | Seat::Validity
            | Seat::Words
            | Seat::Method
            | Seat::Result
            | Seat::Clock
            | Seat::Reason
            | Seat::Line
            | Seat::Department
            | Seat::People
            | Seat::Visibility
            | Seat::When
            | Seat::Duty(_)
            | Seat::Due(_) => None,
        }
    }

    fn chosen_by_arrow(&self, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        let step = match (is(Named::ArrowRight) || is(Named::ArrowDown), is(Named::ArrowLeft) || is(Named::ArrowUp)) {
            (true, _) => Step::Next,
            (_, true) => Step::Previous,
            (false, false) => return None,
        };
        match (&self.work, self.ring.at()) {
            (Work::Dispatch(it) | Work::Forward(_, it), Some(Seat::Handler)) => it.next_handler(step),
            (Work::Dispatch(_) | Work::Forward(..), _) if is(Named::ArrowDown) || is(Named::ArrowUp) => {
                Some(Message::TargetStepped(step))
            }
            (Work::Judge(it), _) => next(Validity::ALL, it.validity, step).map(Message::ValidityChosen),
            (Work::Reply(it), Some(Seat::Result)) => {
                next(forms::OUTCOMES, it.outcome, step).map(Message::OutcomeChosen)
            }
            (Work::Reply(it), _) => next(forms::METHODS, Some(it.method), step).map(Message::MethodChosen),
            (Work::Exempt(it), Some(Seat::Clock)) => next(&it.clocks, it.clock, step).map(Message::ClockChosen),
            (Work::Exempt(it), _) => next(ExemptionReason::ALL, it.reason, step).map(Message::ReasonChosen),
            (Work::Deed(it), Some(Seat::Method)) => {
                next(forms::METHODS, Some(it.method), step).map(Message::MethodChosen)
            }
            (Work::Deed(it), Some(Seat::Reason)) => {
                next(ReturnReason::ALL, it.reason, step).map(|it| Message::DeedChanged(Change::Reason(it)))
            }
            (Work::Deed(it), Some(Seat::Visibility)) => next(&deeds::VISIBILITIES, Some(it.visibility), step)
                .map(|it| Message::DeedChanged(Change::Visibility(it))),
            (Work::Dispatch(_) | Work::Forward(..) | Work::Recall(_) | Work::Look | Work::Deed(_), _) => None,
        }
    }

    fn chosen_by_sign(&self, env: &Env<'_>, sign: char) -> Option<Message> {
        let place = sign.to_digit(10).and_then(|it| usize::try_from(it).ok()?.checked_sub(1));
        match (&self.work, place) {
            (Work::Dispatch(_) | Work::Forward(..), Some(place)) => Some(Message::TargetNumbered(place)),
            (Work::Dispatch(_) | Work::Forward(..), None) => sign.is_alphabetic().then_some(Message::LetterTyped(sign)),
            (Work::Judge(_), Some(place)) => Validity::ALL.get(place).copied().map(Message::ValidityChosen),
            (Work::Reply(_), Some(place)) => forms::OUTCOMES.get(place).copied().map(Message::OutcomeChosen),
            (Work::Exempt(_), Some(place)) => ExemptionReason::ALL.get(place).copied().map(Message::ReasonChosen),
            (Work::Deed(_), Some(place)) => self.numbered_in_deed(env, place),
            (Work::Recall(_) | Work::Look, _)
            | (Work::Judge(_) | Work::Reply(_) | Work::Exempt(_) | Work::Deed(_), None) => None,
        }
    }

    pub(super) fn step(&mut self, env: &Env<'_>, step: Step, id: Option<&Id>) -> Outcome {
        let seats = self.seats(env);
        if id.is_some() {
            self.ring.found(&seats, id);
        }
        let moved = self.ring.step(&seats, step);
        Outcome::Focus(moved.chain(self.in_sight()))
    }

    /// Scrolls to where the keyboard is.
    fn in_sight(&self) -> Task<Message> {
        self.ring.at().map_or_else(Task::none, |it| reveal(LIST, it.id()))
    }

    /// The stops in reading order.
    fn seats(&self, env: &Env<'_>) -> Vec<Seat> {
        let later = self.may_wait(env).then_some(Seat::Later);
        let seats = match &self.work {
            Work::Dispatch(_) => {
                let targets = (0..self.targets(env).all.len()).map(Seat::Target);
                let rest = [Seat::Handler, Seat::Several, Seat::Note];
                std::iter::once(Seat::Search).chain(targets).chain(rest).chain(later).collect()
            }
            Work::Forward(..) => {
                let targets = (0..self.targets(env).all.len()).map(Seat::Target);
                std::iter::once(Seat::Search).chain(targets).chain([Seat::Handler]).chain(later).collect()
            }
            Work::Judge(_) => [Seat::Validity, Seat::Words].into_iter().chain(later).collect(),
            Work::Reply(_) => vec![Seat::Words, Seat::Method, Seat::Result],
            Work::Exempt(_) => vec![Seat::Clock, Seat::Reason, Seat::Line, Seat::Back],
            Work::Recall(_) => vec![Seat::Line, Seat::Back],
            Work::Deed(it) => it.seats(),
            Work::Look => Vec::new(),
        };
        seats.into_iter().chain([Seat::Submit]).collect()
    }
}

/// The one after or before, not round at the ends; the first where none is chosen.
pub(super) fn next<T: Copy + PartialEq>(all: &[T], chosen: Option<T>, step: Step) -> Option<T> {
    let here = chosen.and_then(|it| all.iter().position(|other| *other == it));
    let place = match (here, step) {
        (None, _) => 0,
        (Some(here), Step::Next) => here + 1,
        (Some(here), Step::Previous) => here.checked_sub(1)?,
    };
    all.get(place).copied()
}
