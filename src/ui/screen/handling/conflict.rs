//! Somebody else was quicker (UI.md §8): which of their facts touch which form here. The rest is `part::conflict`.

use super::ask::{About, Ask};
use crate::domain::complaint::Event;
use crate::domain::id::OrderNo;
use crate::ui::part::conflict;

pub use crate::ui::part::conflict::Side;

/// What others did meanwhile to what was asked for.
pub type Conflict = conflict::Conflict<Ask>;

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
