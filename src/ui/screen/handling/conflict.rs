//! Somebody else was quicker (UI.md §8): what they did to the thing that a form is about, and what becomes of one's own
//! words. What they did to anything else is taken over silently.

use iced::widget::{column, row};

use super::Message;
use super::ask::{About, Ask};
use crate::domain::complaint::Event;
use crate::domain::id::{OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::record::{Fact, Recorded, Version};
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Note, button, hint, note, small};

/// What others did meanwhile.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// To what.
    pub ask: Ask,
    /// What they did, in order.
    pub facts: Vec<Recorded>,
    /// The version that they left.
    pub version: Version,
    /// Whether it is shown.
    pub shown: Shown,
}

/// Whether the difference is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// 查看差别
    Yes,
    /// Folded.
    No,
}

/// Whose words count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// 用我的
    Mine,
    /// 用新的
    Theirs,
}

/// Whether a wish is refused where others changed something first. What only adds to a case never is.
pub fn minds(ask: Ask) -> bool {
    ask.about() != About::Nothing
}

/// Whether an event touches what a form is about: then its author is told, and decides.
pub fn touches(ask: Ask, event: &Event, order: Option<OrderNo>) -> bool {
    let own = |it: &OrderNo| order.is_none_or(|order| order == *it);
    let plan = || {
        matches!(event, Event::Proposed { order, .. } | Event::Answered { order, .. } | Event::Approved { order, .. }
            | Event::VerballyApproved { order, .. } | Event::PlanSentBack { order, .. } | Event::Executed { order, .. }
            if own(order))
    };
    let end = || matches!(event, Event::Closed { .. } | Event::Reopened { .. } | Event::RoundOpened { .. });
    match ask.about() {
        About::Nothing => false,
        About::Investigation => matches!(event, Event::Investigated { order, .. } if own(order)),
        About::Plan => plan(),
        About::Slip => plan() || matches!(event, Event::HandedIn { order, .. } if own(order)),
        About::Holder => {
            matches!(event, Event::Accepted { order, .. } | Event::GivenBack { order, .. }
                | Event::Transferred { order, .. } | Event::Reassigned { order, .. } | Event::Forwarded { order, .. }
                if own(order))
        }
        About::Pause => matches!(event, Event::Paused { order, .. } | Event::Resumed { order, .. } if own(order)),
        About::Round => end() || matches!(event, Event::Dispatched { .. }),
        About::End => end() || matches!(event, Event::CallbackRecorded { .. }),
        About::Tracking => matches!(event, Event::TrackingAssigned { .. }),
        About::Team => matches!(event, Event::GroupFormed(_)),
    }
}

impl Conflict {
    /// What of a history, after the version that was seen, touches a form; `None`: nothing does.
    pub fn of(ask: Ask, order: Option<OrderNo>, (facts, seen): (&[Recorded], Version)) -> Option<Self> {
        let version = facts.last()?.version;
        let touching = facts.iter().filter(|it| seen < it.version).filter(|it| match &it.fact {
            Fact::Complaint(entry) => touches(ask, &entry.event, order),
            Fact::Office(_) | Fact::Customer(_) => false,
        });
        let facts: Vec<Recorded> = touching.cloned().collect();
        (!facts.is_empty()).then_some(Self { ask, facts, version, shown: Shown::No })
    }

    fn last(&self) -> Option<(PersonId, Moment)> {
        self.facts.last().map(|it| (it.by, it.at))
    }

    /// 何静怡 刚改了这一件: 查看差别, 用我的, 用新的.
    pub fn view<'a>(&self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let (who, when) = match self.last() {
            Some((by, at)) => (texts.person(env.office(), by), texts.moment(env.calendar().local(at), env.today())),
            None => (String::new(), String::new()),
        };
        let difference = match self.shown {
            Shown::No => button(texts.handling_conflict_show()).link().compact().icon(icon::CHEVRON_DOWN),
            Shown::Yes => button(texts.handling_conflict_hide()).link().compact().icon(icon::CHEVRON_UP),
        };
        let actions = vec![
            difference.on_press(Message::DifferenceTurned).into(),
            button(texts.handling_conflict_mine()).compact().on_press(Message::Resolved(Side::Mine)).into(),
            button(texts.handling_conflict_theirs()).compact().on_press(Message::Resolved(Side::Theirs)).into(),
        ];
        let told = note(Note {
            tone: Tone::Soon,
            icon: icon::USERS,
            title: texts.handling_conflict(who).into(),
            words: texts.handling_conflict_words(when).into(),
            actions,
        });
        let shown = (self.shown == Shown::Yes).then(|| {
            let lines = self.facts.iter().filter_map(|it| match &it.fact {
                Fact::Complaint(entry) => {
                    let told = texts.event(env.office(), &entry.event, it.by);
                    let at = texts.moment(env.calendar().local(it.at), env.today());
                    let head = texts.joined([at, texts.person(env.office(), it.by), told.verb, told.more]);
                    let words = if env.cloak == Cloak::On { String::new() } else { told.words };
                    Some(column![hint(head), small(words)].spacing(2).into())
                }
                Fact::Office(_) | Fact::Customer(_) => None,
            });
            iced::widget::Column::with_children(lines.collect::<Vec<Element<'a, Message>>>())
                .spacing(6)
                .padding([4, 12])
        });
        column![row![told]].push(shown).spacing(4).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::{Line, Prose};

    fn reminded(order: u16) -> Event {
        Event::Reminded { order: OrderNo(order), words: Line::new("请今天联系").unwrap() }
    }

    fn executed(order: u16) -> Event {
        Event::Executed { order: OrderNo(order), version: 1, words: Prose::new("已换新").unwrap() }
    }

    #[track_caller]
    fn check(ask: Ask, event: &Event, then: bool) {
        assert_eq!(touches(ask, event, Some(OrderNo(1))), then, "{ask:?}");
    }

    #[test]
    fn only_what_a_form_is_about_is_a_conflict() {
        check(Ask::Propose, &reminded(1), false);
        check(Ask::Propose, &executed(1), true);
        check(Ask::Propose, &executed(2), false);
        check(Ask::Report, &executed(1), false);
        check(Ask::Investigate, &executed(1), false);
        check(Ask::Close, &executed(1), false);
    }
}
