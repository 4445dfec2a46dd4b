//! What a key means on 工作台.

use iced::keyboard::key::Named;

use super::{Control, Line, Message, State, brief, supervised};
use crate::domain::complaint::Verb;
use crate::ui::env::Env;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::Step;
use crate::ui::part::seek;
use crate::ui::screen::board::reminder;

impl State {
    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if self.brief.is_some() {
            let keys = [
                (Shortcut::named(Named::Escape), Message::BriefingClosed),
                (brief::COPY, Message::BriefingCopyAsked),
                (brief::SAVE, Message::BriefingSaveAsked),
                (brief::PRINT, Message::BriefingPrintAsked),
            ];
            return keys.into_iter().find(|(it, _)| it.matches(press)).map(|(_, message)| message);
        }
        if brief::PRINT.matches(press) {
            return Some(Message::BriefingAsked);
        }
        if self.finishing.is_some() && is(Named::Escape) {
            return Some(Message::FinishLeft);
        }
        if press.field() == Field::Took {
            return (self.finishing.is_some() && is(Named::Enter)).then_some(Message::FinishSent);
        }
        if let Some(step) = Step::of(press) {
            return Some(Message::Stepped(step));
        }
        let used = is(Named::Enter) || is(Named::Space);
        match self.ring.at() {
            Some(Control::Briefing) if used => return Some(Message::BriefingAsked),
            Some(Control::Whose) if used || is(Named::ArrowLeft) || is(Named::ArrowRight) => {
                return Some(Message::WhoseChosen(self.whose.other()));
            }
            Some(Control::Briefing | Control::Whose) if is(Named::Escape) => return Some(Message::ControlLeft),
            Some(Control::Briefing | Control::Whose | Control::Rows) | None => {}
        }
        if is(Named::ArrowDown) {
            Some(Message::Moved(Step::Next))
        } else if is(Named::ArrowUp) {
            Some(Message::Moved(Step::Previous))
        } else if is(Named::Home) {
            Some(Message::Jumped(Step::Previous))
        } else if is(Named::End) {
            Some(Message::Jumped(Step::Next))
        } else if is(Named::ArrowLeft)
            || is(Named::ArrowRight)
            || Shortcut::named(Named::Tab).with_command().matches(press)
        {
            Some(Message::Crossed)
        } else {
            self.pressed_on_line(env, press)
        }
    }

    fn pressed_on_line(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if let Some(digit) = seek::digit(press) {
            return Some(Message::Sought(digit));
        }
        let cursor = self.cursor?;
        if Shortcut::named(Named::Enter).matches(press) {
            return Some(Message::Opened(cursor));
        }
        match cursor {
            Line::Case(id) if Shortcut::named(Named::Enter).with_command().matches(press) => {
                Some(Message::DueAsked(id))
            }
            Line::Missed(id, order) if press.alone() == Some('u') && supervised::reminds(env, id, order) => {
                Some(Message::Reminded(id, order))
            }
            Line::Missed(id, order) if press.alone() == Some('c') && supervised::calls(env, id, order) => {
                Some(Message::CallAsked(id, order))
            }
            Line::Missed(id, order) if press.alone() == Some('r') && supervised::reassigns(env, id, order) => {
                Some(Message::ReassignAsked(id))
            }
            Line::Missed(id, order) if press.alone() == Some('m') && supervised::takes_up(env, id, order) => {
                Some(Message::TakenUp(id, order))
            }
            Line::Promise(id, index)
                if Shortcut::named(Named::Space).matches(press) && env.may(Verb::FinishFollowUp) =>
            {
                Some(Message::FinishAsked(id, index))
            }
            Line::Case(id) if press.alone() == Some('u') && reminder(env, id).is_some() => Some(Message::DueAsked(id)),
            Line::Case(_)
            | Line::Promise(..)
            | Line::MonthReport
            | Line::Approval(_)
            | Line::Sight(..)
            | Line::Answered(_)
            | Line::Missed(..)
            | Line::Members
            | Line::Contacts
            | Line::Repeat(_)
            | Line::Review => None,
        }
    }
}
