//! 经过: the timeline of one case, newest day first. Words come from `Texts::event`; here are icons, colours, days.

use chrono::NaiveDate;

use super::super::{
    env::{Cloak, Env},
    icon::{self, Icon},
    theme::{Element, Tone},
    widget,
};
use crate::books::Row;
use crate::books::timeline::{Happened, Kept, Passage, timeline};
use crate::domain::complaint::Event;
use crate::domain::complaint::terms::{CallOutcome, Satisfaction};
use crate::domain::id::StreamId;
use crate::domain::record::Recorded;

/// What is shown of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// 全部
    #[default]
    Everything,
    /// 汇报
    Reports,
    /// 沟通
    Talks,
}

impl Filter {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Everything, Self::Reports, Self::Talks];

    /// Whether an event belongs to it.
    #[must_use]
    pub fn takes(self, event: &Event) -> bool {
        match self {
            Self::Everything => true,
            Self::Reports => sort(event) == Sort::Report,
            Self::Talks => sort(event) == Sort::Talk,
        }
    }
}

/// How many facts a filter shows.
#[must_use]
pub fn count(env: &Env<'_>, facts: &[Recorded], filter: Filter) -> usize {
    let shown = |it: &Passage<'_>| match it {
        Passage::Fact(it) => filter.takes(it.event),
        Passage::Round(_) => false,
    };
    timeline(facts).iter().filter(|it| shown(it)).count() + further_calls(env, facts, filter).len()
}

/// The further calls in the matter that the facts are about; a filter of reports shows none.
fn further_calls<'a>(env: &Env<'a>, facts: &[Recorded], filter: Filter) -> Vec<&'a Row> {
    let id = facts.first().and_then(|it| match it.stream {
        StreamId::Complaint(id) => Some(id),
        StreamId::Office | StreamId::Customer(_) => None,
    });
    match (id, filter) {
        (Some(id), Filter::Everything | Filter::Talks) => env.books.further_calls(id),
        (Some(_), Filter::Reports) | (None, _) => Vec::new(),
    }
}

/// A further call: who took it, and what was said.
fn call<'a>(env: &Env<'a>, row: &Row) -> widget::Event<'a> {
    let words = match env.cloak {
        Cloak::On => String::new(),
        Cloak::Off => row.content.to_string(),
    };
    widget::Event {
        time: env.texts.time(env.calendar().local(row.registered.at).time()).into(),
        icon: icon::PHONE_INCOMING,
        tone: Tone::Soon,
        verb: env.texts.timeline_further_call().into(),
        who: env.texts.joined([env.texts.person(env.office(), row.registered.by), row.id.short()]).into(),
        words: words.into(),
    }
}

/// The timeline, newest first, under the heads of its days.
#[must_use]
pub fn view<'a, Message: 'a>(env: &Env<'a>, facts: &[Recorded], filter: Filter) -> Vec<Element<'a, Message>> {
    let mut days: Vec<(NaiveDate, u8, Vec<widget::Event<'a>>)> = Vec::new();
    let mut round = 1;
    let mut calls = further_calls(env, facts, filter).into_iter().peekable();
    let mut lines: Vec<(NaiveDate, u8, widget::Event<'a>)> = Vec::new();
    for passage in timeline(facts) {
        match passage {
            Passage::Round(it) => round = it.0,
            Passage::Fact(it) => {
                while let Some(earlier) = calls.next_if(|call| call.registered.at < it.at) {
                    lines.push((env.calendar().day_of(earlier.registered.at), round, call(env, earlier)));
                }
                if filter.takes(it.event) {
                    lines.push((env.calendar().day_of(it.at), round, line(env, &it)));
                }
            }
        }
    }
    lines.extend(calls.map(|it| (env.calendar().day_of(it.registered.at), round, call(env, it))));
    for (day, round, line) in lines {
        match days.last_mut().filter(|(known, of, _)| (*known, *of) == (day, round)) {
            Some((_, _, lines)) => lines.push(line),
            None => days.push((day, round, vec![line])),
        }
    }
    let mut drawn = Vec::new();
    for (day, round, lines) in days.into_iter().rev() {
        drawn.push(widget::timeline_day(head(env, day, round)));
        drawn.push(widget::timeline(lines.into_iter().rev()));
    }
    drawn
}

/// `今天 第 2 轮`, `昨天 3 月 11 日`.
fn head(env: &Env<'_>, day: NaiveDate, round: u8) -> String {
    let near = env.texts.day(day, env.today());
    let day = if env.today() == day { near } else { env.texts.joined([near, env.texts.date_short_words(day)]) };
    if round <= 1 { day } else { env.texts.timeline_day_round(day, round) }
}

fn line<'a>(env: &Env<'a>, it: &Happened<'_>) -> widget::Event<'a> {
    let told = env.texts.event(env.office(), it.event, it.by);
    let (icon, tone) = look(it);
    let kept = match it.stopped.iter().map(|(_, kept)| *kept).max_by_key(|it| match it {
        Kept::InTime => chrono::Duration::zero(),
        Kept::Late(by) => *by,
    }) {
        None => String::new(),
        Some(Kept::InTime) => env.texts.on_time().to_owned(),
        Some(Kept::Late(by)) => env.texts.done(by),
    };
    let words = match env.cloak {
        Cloak::On => String::new(),
        Cloak::Off => told.words,
    };
    widget::Event {
        time: env.texts.time(env.calendar().local(it.at).time()).into(),
        icon,
        tone,
        verb: told.verb.into(),
        who: env.texts.joined([env.texts.person(env.office(), it.by), told.more, kept]).into(),
        words: words.into(),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Report,
    Talk,
    Other,
}

/// Reports are what the department tells the desk; talks are with the customer or among colleagues (C07, C09).
fn sort(event: &Event) -> Sort {
    match event {
        Event::Reported { .. } | Event::ReportPromised { .. } | Event::HandedIn { .. } => Sort::Report,
        Event::Replied(_)
        | Event::Acknowledged(_)
        | Event::Contacted { .. }
        | Event::Answered { .. }
        | Event::Reminded { .. }
        | Event::Supervised { .. }
        | Event::Dialled { .. }
        | Event::CallbackRecorded { .. }
        | Event::Appointed { .. }
        | Event::CallbackAssigned { .. }
        | Event::Communicated(_)
        | Event::Noted { .. }
        | Event::Met(_) => Sort::Talk,
        Event::Registered { .. }
        | Event::Judged(_)
        | Event::Solved { .. }
        | Event::Converted { .. }
        | Event::Amended { .. }
        | Event::MarkedMajor { .. }
        | Event::Dispatched { .. }
        | Event::Recalled { .. }
        | Event::Forwarded { .. }
        | Event::Accepted { .. }
        | Event::GivenBack { .. }
        | Event::Transferred { .. }
        | Event::Reassigned { .. }
        | Event::AssistantsSet { .. }
        | Event::Investigated { .. }
        | Event::Proposed { .. }
        | Event::Submitted { .. }
        | Event::Approved { .. }
        | Event::VerballyApproved { .. }
        | Event::PlanSentBack { .. }
        | Event::Executed { .. }
        | Event::RoundCompleted { .. }
        | Event::RoundEmptied { .. }
        | Event::Paused { .. }
        | Event::Resumed { .. }
        | Event::Exempted { .. }
        | Event::RoundOpened { .. }
        | Event::Escalated { .. }
        | Event::Closed { .. }
        | Event::Reopened { .. }
        | Event::Archived
        | Event::Linked(_)
        | Event::Unlinked { .. }
        | Event::Merged { .. }
        | Event::Unmerged
        | Event::TrackingAssigned { .. }
        | Event::GroupFormed(_)
        | Event::Reviewed { .. }
        | Event::HeldAccountable(_)
        | Event::ImprovementPlanned(_)
        | Event::ImprovementFinished { .. }
        | Event::FollowUpPlanned(_)
        | Event::FollowUpFinished { .. }
        | Event::Attached(_)
        | Event::Revealed { .. }
        | Event::SightAsked { .. }
        | Event::SightAnswered { .. } => Sort::Other,
    }
}

/// The icon of an event, and its colour. What came late is red.
fn look(it: &Happened<'_>) -> (Icon, Tone) {
    let (icon, tone) = sign(it.event);
    if it.on_time() == Some(false) { (icon, Tone::Late) } else { (icon, tone) }
}

fn sign(event: &Event) -> (Icon, Tone) {
    match event {
        Event::Registered { .. } | Event::Amended { .. } => (icon::FILE_PEN_LINE, Tone::Plain),
        Event::Judged(_) => (icon::SCALE, Tone::Plain),
        Event::Replied(_) | Event::Acknowledged(_) => (icon::REPLY, Tone::Plain),
        Event::Solved { .. } => (icon::BADGE_CHECK, Tone::Success),
        Event::Converted { .. } => (icon::SPLIT, Tone::Plain),
        Event::MarkedMajor { .. } => (icon::FLAG, Tone::Late),
        Event::Dispatched { round, .. } if round.0 > 1 => (icon::REPEAT_2, Tone::Soon),
        Event::Dispatched { .. } => (icon::SEND, Tone::Plain),
        Event::Recalled { .. } | Event::GivenBack { .. } => (icon::UNDO_2, Tone::Soon),
        Event::Forwarded { .. } | Event::Transferred { .. } => (icon::ROUTE, Tone::Plain),
        Event::Accepted { .. } => (icon::USER_CHECK, Tone::Plain),
        Event::Reassigned { .. } | Event::TrackingAssigned { .. } | Event::CallbackAssigned { .. } => {
            (icon::USER, Tone::Plain)
        }
        Event::AssistantsSet { .. } | Event::GroupFormed(_) | Event::Met(_) => (icon::USERS, Tone::Plain),
        Event::Reported { .. } => (icon::MESSAGE_SQUARE_TEXT, Tone::Ontime),
        Event::ReportPromised { .. } => (icon::TIMER, Tone::Plain),
        Event::Contacted { .. } | Event::Dialled { .. } => (icon::PHONE, Tone::Plain),
        Event::Investigated { .. } => (icon::SEARCH, Tone::Plain),
        Event::Proposed { .. } => (icon::GIT_BRANCH, Tone::Plain),
        Event::Answered { .. } | Event::Communicated(_) => (icon::MESSAGE_CIRCLE, Tone::Plain),
        Event::Submitted { .. } => (icon::SHIELD_CHECK, Tone::Soon),
        Event::Approved { .. } => (icon::STAMP, Tone::Success),
        Event::VerballyApproved { .. } => (icon::MIC, Tone::Success),
        Event::PlanSentBack { .. } => (icon::UNDO_2, Tone::Late),
        Event::Executed { .. } => (icon::WRENCH, Tone::Plain),
        Event::HandedIn { .. } => (icon::UNDO_2, Tone::Plain),
        Event::RoundCompleted { .. } | Event::Closed { .. } => (icon::CIRCLE_CHECK, Tone::Success),
        Event::RoundEmptied { .. } | Event::RoundOpened { .. } | Event::Reopened { .. } => (icon::REPEAT_2, Tone::Soon),
        Event::Paused { .. } => (icon::CIRCLE_PAUSE, Tone::Paused),
        Event::Resumed { .. } => (icon::PLAY, Tone::Plain),
        Event::Exempted { .. } => (icon::SHIELD, Tone::Paused),
        Event::Reminded { .. } => (icon::BELL_RING, Tone::Soon),
        Event::Supervised { .. } => (icon::MEGAPHONE, Tone::Late),
        Event::CallbackRecorded { record, .. } => match (record.outcome, record.answers.as_ref().map(|it| it.result)) {
            (CallOutcome::Reached, Some(Satisfaction::Satisfied)) => (icon::SMILE, Tone::Success),
            (CallOutcome::Reached, Some(Satisfaction::Neutral)) => (icon::MEH, Tone::Soon),
            (CallOutcome::Reached, Some(Satisfaction::Dissatisfied)) => (icon::FROWN, Tone::Late),
            (CallOutcome::Reached, None) => (icon::PHONE_CALL, Tone::Plain),
            (CallOutcome::NoAnswer | CallOutcome::Refused | CallOutcome::BadNumber, _) => {
                (icon::PHONE_MISSED, Tone::Soon)
            }
        },
        Event::Escalated { .. } => (icon::CHEVRONS_UP, Tone::Escalated),
        Event::Appointed { .. } => (icon::CALENDAR_CLOCK, Tone::Plain),
        Event::Archived => (icon::ARCHIVE, Tone::Plain),
        Event::Noted { .. } => (icon::LOCK, Tone::Plain),
        Event::Linked(_) => (icon::LINK, Tone::Plain),
        Event::Unlinked { .. } | Event::Unmerged => (icon::UNLINK, Tone::Plain),
        Event::Merged { .. } => (icon::MERGE, Tone::Plain),
        Event::Reviewed { .. } => (icon::FILE_SEARCH, Tone::Plain),
        Event::HeldAccountable(_) => (icon::SCALE, Tone::Late),
        Event::ImprovementPlanned(_) | Event::ImprovementFinished { .. } => (icon::TRENDING_UP, Tone::Plain),
        Event::FollowUpPlanned(_) | Event::FollowUpFinished { .. } => (icon::CALENDAR_DAYS, Tone::Plain),
        Event::Attached(_) => (icon::PAPERCLIP, Tone::Plain),
        Event::Revealed { .. } | Event::SightAsked { .. } | Event::SightAnswered { .. } => (icon::EYE, Tone::Plain),
    }
}
