//! `redress show`

use serde_json::{Value, json};

use super::command::Show;
use super::failure::Failure;
use super::mask::{self, Shown};
use super::output::Output;
use super::{asked, reveal};
use crate::app::{NotKept, Opened};
use crate::books::timeline::{Happened, Kept, Passage, timeline};
use crate::domain::clock::{Clock, Explanation, Standing, Why};
use crate::domain::complaint::{Complaint, Event, Verb};
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::domain::record::Recorded;
use crate::i18n::Texts;
use crate::store::wait;

pub(super) fn show(words: &Show, opened: &Opened, output: &Output) -> Result<(), Failure> {
    let id = asked::number(&words.number)?;
    let none = || Failure::NoComplaint(words.number.clone());
    let office = opened.desk.office();
    let at = match &words.at {
        Some(text) => asked::instant(&office, text)?,
        None => opened.desk.now(),
    };
    if opened.books.row(id).is_none() {
        return Err(none());
    }
    let shown = reveal::reveal(&words.disclosure, opened, &[id])?;
    let history = wait(Box::pin(opened.desk.history(id))).map_err(|it: NotKept| Failure::NotKept(it))?;
    let facts: Vec<Recorded> = history.into_iter().filter(|it| it.at <= at).collect();
    let complaint = Complaint::fold(&facts).ok_or_else(none)?;
    let sheet = Sheet { office: &office, texts: &output.texts, at, shown };
    if output.json { output.value(&sheet.value(&complaint, &facts)) } else { sheet.print(&complaint, &facts, output) }
}

struct Sheet<'a> {
    office: &'a Office,
    texts: &'a Texts,
    at: Moment,
    shown: Shown,
}

impl Sheet<'_> {
    fn value(&self, complaint: &Complaint, facts: &[Recorded]) -> Value {
        let mut state = serde_json::to_value(complaint).unwrap_or_default();
        let complainant = mask::complainant(self.texts, &complaint.details.complainant, self.shown);
        if let Some(details) = state.get_mut("details").and_then(Value::as_object_mut) {
            details.insert("complainant".to_owned(), complainant);
        }
        if let Some(state) = state.as_object_mut() {
            state.remove("clocks");
        }
        let clocks: Vec<Value> = complaint.clocks.all().map(|it| self.clock_value(it)).collect();
        json!({
            "number": complaint.id,
            "at": self.at,
            "stage": complaint.stage,
            "state": state,
            "clocks": clocks,
            "timeline": happened(&timeline(facts)).map(|it| self.happened_value(it)).collect::<Vec<_>>(),
        })
    }

    fn clock_value(&self, clock: &Clock) -> Value {
        let standing = match clock.standing(self.at) {
            Standing::OnTime { .. } => "on_time",
            Standing::Soon { .. } => "soon",
            Standing::Late { .. } => "late",
            Standing::Paused { .. } => "paused",
            Standing::Exempt { .. } => "exempt",
            Standing::Done { on_time: true, .. } => "done_on_time",
            Standing::Done { on_time: false, .. } => "done_late",
            Standing::Cancelled => "cancelled",
        };
        json!({
            "clock": clock.key,
            "started": clock.started,
            "due": clock.due,
            "standing": standing,
            "left_minutes": clock.left(self.office.calendar(), self.at).num_minutes(),
            "text": self.texts.clock_words(clock, self.office.calendar(), self.at),
            "explained": clock.explain(self.office.calendar()),
        })
    }

    fn happened_value(&self, it: &Happened<'_>) -> Value {
        let (name, detail) = match serde_json::to_value(it.event) {
            Ok(Value::Object(event)) => event.into_iter().next().unwrap_or_default(),
            Ok(Value::String(name)) => (name, Value::Null),
            Ok(_) | Err(_) => (String::new(), Value::Null),
        };
        // What was registered stands in `state`, masked.
        let detail = match it.event {
            Event::Registered { .. } | Event::Amended { .. } => Value::Null,
            _ => detail,
        };
        json!({
            "position": it.position,
            "at": it.at,
            "by": it.by,
            "person": self.texts.person(self.office, it.by),
            "event": name,
            "detail": detail,
            "on_time": it.on_time(),
        })
    }

    fn print(&self, complaint: &Complaint, facts: &[Recorded], output: &Output) -> Result<(), Failure> {
        let (texts, office) = (self.texts, self.office);
        let details = &complaint.details;
        output.line(format!("{}  {}", office.forms().number(complaint.id), texts.name(complaint.stage)))?;
        output.line(mask::customer(texts, &details.complainant, self.shown))?;
        let category = office.category(details.category).map_or("", |it| it.name.as_str());
        output.line(format!("{category} · {} · {}", details.product, texts.name(complaint.priority())))?;
        output.line(&*details.content)?;
        output.line("")?;
        for it in complaint.clocks.all() {
            self.print_clock(it, output)?;
        }
        output.line("")?;
        for it in &timeline(facts) {
            match it {
                Passage::Round(round) => output.line(texts.cli_round(round.to_string()))?,
                Passage::Fact(it) => output.line(self.happened(it))?,
            }
        }
        Ok(())
    }

    fn print_clock(&self, clock: &Clock, output: &Output) -> Result<(), Failure> {
        let calendar = self.office.calendar();
        let name = self.texts.name(clock.key.name);
        let order = clock.key.order.map(|it| format!(" {it}")).unwrap_or_default();
        let due = calendar.local(clock.due).format("%Y-%m-%d %H:%M");
        output.line(format!("{name}{order}  {due}  {}", self.texts.clock_words(clock, calendar, self.at)))?;
        match clock.standing(self.at) {
            Standing::OnTime { .. } | Standing::Soon { .. } | Standing::Late { .. } | Standing::Paused { .. } => {
                self.explained(&clock.explain(calendar), output)
            }
            Standing::Exempt { .. } | Standing::Done { .. } | Standing::Cancelled => Ok(()),
        }
    }

    /// 为什么是这个时间, one line a day.
    fn explained(&self, explanation: &Explanation, output: &Output) -> Result<(), Failure> {
        let calendar = self.office.calendar();
        for day in &explanation.days {
            let time = |at: Moment| calendar.local(at).format("%H:%M").to_string();
            let counted: Vec<String> =
                day.counted.iter().map(|it| format!("{}–{}", time(it.from), time(it.until))).collect();
            let mut why: Vec<String> = Vec::new();
            for gap in &day.gaps {
                let word = match &gap.why {
                    Why::OffHours => continue,
                    Why::Weekend => self.texts.cli_weekend().to_owned(),
                    Why::Holiday { name } if name.is_empty() => self.texts.cli_holiday().to_owned(),
                    Why::Holiday { name } => name.clone(),
                    Why::Paused { reason } => self.texts.clock_paused(self.texts.name(*reason)),
                };
                if !why.contains(&word) {
                    why.push(word);
                }
            }
            why.extend(day.make_up.clone());
            output.line(format!("    {}  {}  {}", day.day, counted.join(" "), why.join(" ")).trim_end())?;
        }
        for year in &explanation.years_without_data {
            output.line(format!("    {}", self.texts.cli_no_calendar(year.to_string())))?;
        }
        Ok(())
    }

    fn happened(&self, it: &Happened<'_>) -> String {
        let at = self.office.calendar().local(it.at).format("%Y-%m-%d %H:%M");
        let what = match verb(it.event) {
            Some(verb) => self.texts.name(verb),
            None => self.texts.cli_by_itself(),
        };
        let late: Vec<String> = it
            .stopped
            .iter()
            .map(|(clock, kept)| match kept {
                Kept::InTime => format!("{} {}", self.texts.name(*clock), self.texts.on_time()),
                Kept::Late(by) => format!("{} {}", self.texts.name(*clock), self.texts.done(*by)),
            })
            .collect();
        let who = self.texts.person(self.office, it.by);
        format!("{at}  {who}  {what}  {}", late.join(" ")).trim_end().to_owned()
    }
}

fn happened<'a, 'b>(passages: &'b [Passage<'a>]) -> impl Iterator<Item = &'b Happened<'a>> {
    passages.iter().filter_map(|it| match it {
        Passage::Fact(it) => Some(it),
        Passage::Round(_) => None,
    })
}

/// What somebody did; `None` for what followed by itself.
const fn verb(event: &Event) -> Option<Verb> {
    Some(match event {
        Event::Registered { .. } => Verb::Register,
        Event::Judged(_) => Verb::Judge,
        Event::Replied(_) => Verb::Reply,
        Event::Acknowledged(_) => Verb::Acknowledge,
        Event::Solved { .. } => Verb::Solve,
        Event::Converted { .. } => Verb::Convert,
        Event::Amended { .. } => Verb::Amend,
        Event::MarkedMajor { .. } => Verb::MarkMajor,
        Event::Dispatched { .. } => Verb::Dispatch,
        Event::Recalled { .. } => Verb::Recall,
        Event::Escalated { .. } => Verb::Escalate,
        Event::Forwarded { .. } => Verb::Forward,
        Event::Accepted { .. } => Verb::Accept,
        Event::GivenBack { .. } => Verb::GiveBack,
        Event::Transferred { .. } => Verb::Transfer,
        Event::Reassigned { .. } => Verb::Reassign,
        Event::AssistantsSet { .. } => Verb::Assist,
        Event::Reported { .. } => Verb::Report,
        Event::ReportPromised { .. } => Verb::PromiseReport,
        Event::Contacted { .. } => Verb::Contact,
        Event::Investigated { .. } => Verb::Investigate,
        Event::Proposed { .. } => Verb::Propose,
        Event::Answered { .. } => Verb::RecordAnswer,
        Event::Submitted { .. } => Verb::Submit,
        Event::Approved { .. } => Verb::Approve,
        Event::VerballyApproved { .. } => Verb::RecordVerbalApproval,
        Event::PlanSentBack { .. } => Verb::SendPlanBack,
        Event::Executed { .. } => Verb::Execute,
        Event::HandedIn { .. } => Verb::HandIn,
        Event::Paused { .. } => Verb::Pause,
        Event::Resumed { .. } => Verb::Resume,
        Event::Exempted { .. } => Verb::Exempt,
        Event::Reminded { .. } => Verb::Remind,
        Event::Supervised { .. } => Verb::Supervise,
        Event::Dialled { .. } => Verb::Dial,
        Event::CallbackRecorded { .. } => Verb::RecordCallback,
        Event::Appointed { .. } => Verb::Appoint,
        Event::CallbackAssigned { .. } => Verb::AssignCallback,
        Event::Closed { .. } => Verb::Close,
        Event::Reopened { .. } => Verb::Reopen,
        Event::Archived => Verb::Archive,
        Event::Communicated(_) => Verb::Communicate,
        Event::Noted { .. } => Verb::Note,
        Event::Met(_) => Verb::Meet,
        Event::Linked(_) => Verb::Link,
        Event::Unlinked { .. } => Verb::Unlink,
        Event::Merged { .. } => Verb::Merge,
        Event::Unmerged => Verb::Unmerge,
        Event::TrackingAssigned { .. } => Verb::AssignTracking,
        Event::GroupFormed(_) => Verb::FormGroup,
        Event::Reviewed { .. } => Verb::Review,
        Event::HeldAccountable(_) => Verb::HoldAccountable,
        Event::ImprovementPlanned(_) => Verb::PlanImprovement,
        Event::ImprovementFinished { .. } => Verb::FinishImprovement,
        Event::FollowUpPlanned(_) => Verb::FollowUp,
        Event::FollowUpFinished { .. } => Verb::FinishFollowUp,
        Event::Attached(_) => Verb::Attach,
        Event::Revealed { .. } => Verb::Reveal,
        Event::SightAsked { .. } => Verb::AskSight,
        Event::SightAnswered { .. } => Verb::AnswerSight,
        Event::RoundOpened { .. } | Event::RoundCompleted { .. } | Event::RoundEmptied { .. } => return None,
    })
}
