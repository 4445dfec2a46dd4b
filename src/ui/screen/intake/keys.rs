//! What a key means at the place where the keyboard is.

use super::form::{Decision, Pick, Proof, Sending, Tick};
use super::keeping::List;
use super::stop::Stop;
use super::{Marking, Message, State};
use crate::domain::complaint::terms::{
    Complexity, ContactMethod, Kind, LinkKind, Remedy, Salutation, Severity, Urgency, Validity,
};
use crate::domain::complaint::words::ReplyOutcome;
use crate::ui::env::Env;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::Step;
use crate::ui::part::{attachments, lookup};
use iced::keyboard::key::Named;

/// Keys at a stop.
impl State {
    pub(super) fn pressed_at_stop(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let stop = self.ring.at();
        if let Some(message) = stop.and_then(|it| self.pressed_in_lookup(it, press)) {
            return Some(message);
        }
        let stepped = |step| Message::Focused(Some(step), press.focus().cloned());
        if let Some(towards) = Step::of(press) {
            return Some(stepped(towards));
        }
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Escape) {
            return Some(Message::Left);
        }
        let stop = stop?;
        if stop == Stop::Promise && is(Named::ArrowRight) && self.form.line(stop).is_empty() {
            return Some(Message::SuggestionTaken);
        }
        if self.offers_callers(stop) {
            if is(Named::ArrowDown) {
                return Some(Message::CallerMarked(Step::Next));
            } else if is(Named::ArrowUp) {
                return Some(Message::CallerMarked(Step::Previous));
            } else if is(Named::Enter) && (stop == Stop::Phone || self.marking == Marking::Yes) {
                return Some(Message::CallerTaken(self.marked));
            }
        }
        if stop.is_beside() && (is(Named::ArrowDown) || is(Named::ArrowUp)) {
            return Some(stepped(if is(Named::ArrowDown) { Step::Next } else { Step::Previous }));
        }
        if press.field() == Field::Took {
            return None;
        }
        if let Some(message) = self.pressed_at_files(stop, press) {
            return Some(message);
        }
        let options = Self::options(env, stop);
        if let Some(pick) = press
            .alone()
            .and_then(|it| it.to_digit(10))
            .and_then(|it| options.get(usize::try_from(it).ok()?.checked_sub(1)?))
        {
            return Some(Message::Picked(stop, *pick));
        }
        if is(Named::ArrowLeft) || is(Named::ArrowRight) {
            let towards = if is(Named::ArrowRight) { Step::Next } else { Step::Previous };
            return self.neighbour(stop, &options, towards).map(|it| Message::Picked(stop, it));
        }
        let acts = self.act_of(stop);
        if is(Named::Space) {
            return acts;
        }
        if is(Named::Enter) {
            return if stop.is_button() { acts } else { Some(stepped(Step::Next)) };
        }
        None
    }

    /// A key in the list of drafts.
    pub(super) fn pressed_in_drafts(&self, press: &Press) -> Option<Message> {
        let List::Open(marked) = self.keeping.list else { return None };
        let is = |named| Shortcut::named(named).matches(press);
        let here = || self.drafts().get(marked).map(|(id, _)| *id);
        if is(Named::ArrowDown) {
            Some(Message::DraftMarked(Step::Next))
        } else if is(Named::ArrowUp) {
            Some(Message::DraftMarked(Step::Previous))
        } else if is(Named::Enter) {
            here().map(Message::DraftTaken)
        } else if is(Named::Delete) || is(Named::Backspace) {
            here().map(Message::DraftDiscarded)
        } else if is(Named::Escape) {
            Some(Message::DraftsToggled)
        } else {
            None
        }
    }

    /// Ctrl+V pastes a path where the keyboard is at 附件; Delete takes a file away.
    fn pressed_at_files(&self, stop: Stop, press: &Press) -> Option<Message> {
        let file = match stop {
            Stop::File(it) => Some(it),
            Stop::Attach => None,
            _ => return None,
        };
        if Shortcut::command('v').matches(press) {
            return Some(Message::Files(attachments::Message::PasteAsked));
        }
        let removes = [Named::Delete, Named::Backspace].into_iter().any(|it| Shortcut::named(it).matches(press));
        let file = file.filter(|_| removes).and_then(|it| self.attachment(it))?;
        Some(Message::Files(attachments::Message::RemoveAsked(file.clone())))
    }

    pub(super) fn pressed_in_lookup(&self, stop: Stop, press: &Press) -> Option<Message> {
        match stop {
            Stop::Category => {
                let it = &self.lookups.category;
                in_lookup(it, &self.choices.categories, press).map(Message::Category)
            }
            Stop::Department => {
                in_lookup(&self.lookups.department, &self.choices.departments, press).map(Message::Department)
            }
            Stop::Handler => in_lookup(&self.lookups.handler, &self.choices.handlers, press).map(Message::Handler),
            Stop::Helpers => in_lookup(&self.lookups.helpers, &self.choices.helpers, press).map(Message::Helpers),
            Stop::MoreChannels => {
                in_lookup(&self.lookups.channels, &self.choices.channels, press).map(Message::Channels)
            }
            _ => None,
        }
    }

    /// What Space does, and Enter on a button.
    pub(super) fn act_of(&self, stop: Stop) -> Option<Message> {
        let pick = |it| Some(Message::Picked(stop, it));
        match stop {
            Stop::Restated => pick(Pick::Tick(Tick::Restated)),
            Stop::Told => pick(Pick::Tick(Tick::Told)),
            Stop::Safety => pick(Pick::Tick(Tick::Safety)),
            Stop::Media => pick(Pick::Tick(Tick::Media)),
            Stop::Satisfied => pick(Pick::Tick(Tick::Satisfied)),
            Stop::MoreCaller | Stop::MoreMatter => Some(Message::MoreToggled(stop)),
            Stop::Attach => Some(Message::Files(attachments::Message::Asked)),
            Stop::File(it) => self.attachment(it).cloned().map(attachments::Message::OpenAsked).map(Message::Files),
            Stop::Suggestion(it) => pick(Pick::Category(*self.found.suggestions.get(usize::from(it))?)),
            Stop::Caller(it) => Some(Message::CallerTaken(it.into())),
            Stop::Link(it) => Some(Message::Decided(it, Some(Decision::Linked(self.link_kind(it)?)))),
            Stop::Same(it) => Some(Message::Decided(it, Some(Decision::Merged))),
            Stop::Apart(it) => match self.found.decision(&self.form, it) {
                Some(_) => Some(Message::Decided(it, None)),
                None => Some(Message::Decided(it, Some(Decision::Apart))),
            },
            Stop::Compare(it) => self.found.candidates.get(usize::from(it)).map(|(id, _)| Message::Compared(*id)),
            Stop::Bought(it) => Some(Message::OrderTaken(it)),
            Stop::History(it) => self.found.history.get(usize::from(it)).map(|id| Message::Compared(*id)),
            Stop::Copy => Some(Message::CopyAsked),
            Stop::Another => Some(Message::CallerForgotten),
            Stop::Customer => self.file_asked(),
            Stop::Drafts => Some(Message::DraftsToggled),
            Stop::Keep => Some(Message::DraftAsked),
            Stop::Solve => Some(Message::SolveToggled),
            Stop::RegisterOnly => Some(Message::SendAsked(Sending::RegisterOnly)),
            Stop::Primary => Some(Message::PrimaryAsked),
            _ => None,
        }
    }

    /// The file of the caller whom the pane is about; whoever may not read it has no such stop.
    fn file_asked(&self) -> Option<Message> {
        self.met.or_else(|| self.found.callers.first().copied()).map(Message::CustomerAsked)
    }

    /// How a repeat is linked, and an open one.
    pub(super) fn link_kind(&self, index: u8) -> Option<LinkKind> {
        let (_, likeness) = self.found.candidates.get(usize::from(index))?;
        Some(if likeness.is_repeat() { LinkKind::RepeatOf } else { LinkKind::RelatedTo })
    }

    /// What the digits choose at a stop, in order.
    pub(super) fn options(env: &Env<'_>, stop: Stop) -> Vec<Pick> {
        fn all<T: Copy>(values: &[T], pick: impl Fn(T) -> Pick) -> Vec<Pick> {
            values.iter().map(|it| pick(*it)).collect()
        }
        match stop {
            Stop::Kind => all(Kind::ALL, Pick::Kind),
            Stop::Salutation => all(Salutation::ALL, Pick::Salutation),
            Stop::Channel => {
                env.office().channels().filter(|it| it.active).map(|it| Pick::Channel(it.id)).take(9).collect()
            }
            Stop::Identity => all(&Proof::ALL, Pick::Proof),
            Stop::Remedies => all(Remedy::ALL, Pick::Remedy),
            Stop::Complexity => all(Complexity::ALL, Pick::Complexity),
            Stop::Validity => all(Validity::ALL, Pick::Validity),
            Stop::Severity => all(Severity::ALL, Pick::Severity),
            Stop::Urgency => all(Urgency::ALL, Pick::Urgency),
            Stop::Method => all(ContactMethod::ALL, Pick::Method),
            Stop::ToldBy => all(ContactMethod::ALL, Pick::ToldBy),
            Stop::Outcome => all(&[ReplyOutcome::Understood, ReplyOutcome::Disputed], Pick::Outcome),
            _ => Vec::new(),
        }
    }

    /// The choice beside the one that is made.
    pub(super) fn neighbour(&self, stop: Stop, options: &[Pick], towards: Step) -> Option<Pick> {
        if matches!(stop, Stop::Identity | Stop::Remedies | Stop::Complexity) {
            return None;
        }
        let here = options.iter().position(|it| self.form.holds(*it));
        let to = match (here, towards) {
            (None, Step::Next) => 0,
            (None, Step::Previous) => return None,
            (Some(here), Step::Next) => here + 1,
            (Some(here), Step::Previous) => here.checked_sub(1)?,
        };
        options.get(to).copied()
    }
}

/// A key in a lookup. Tab takes what was looked for and goes on, as Enter does.
fn in_lookup<T: Copy>(it: &lookup::Lookup, choices: &[lookup::Choice<T>], press: &Press) -> Option<lookup::Message<T>> {
    if it.is_open() && Shortcut::named(Named::Tab).matches(press) {
        return Some(it.marked(choices).map_or(lookup::Message::Closed, lookup::Message::Taken));
    }
    it.pressed(choices, press)
}
