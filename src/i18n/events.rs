//! What happened, in words: every event of a complaint has a sentence in every language.
//!
//! The match is exhaustive: a new event does not compile without words.

use super::Texts;
use crate::domain::complaint::words::{Assignment, CallbackRecord, Duty, SightAnswer};
use crate::domain::complaint::{Event, Verb};
use crate::domain::id::{PersonId, Round};
use crate::domain::moment::Moment;
use crate::domain::office::Office;

/// A sentence of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// What was done.
    pub verb: String,
    /// To whom, by which means, how it came out. May be empty.
    pub more: String,
    /// In the words of who did it. May be empty.
    pub words: String,
}

impl Told {
    fn of(verb: &str) -> Self {
        Self { verb: verb.to_owned(), ..Self::default() }
    }

    fn more(self, more: impl Into<String>) -> Self {
        Self { more: more.into(), ..self }
    }

    fn words(self, words: &str) -> Self {
        Self { words: words.to_owned(), ..self }
    }

    fn perhaps(self, words: Option<&str>) -> Self {
        self.words(words.unwrap_or_default())
    }
}

impl Texts {
    /// What happened, told with the names of the office.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one arm an event: the list is the point")]
    pub fn event(&self, office: &Office, event: &Event, by: PersonId) -> Told {
        let verb = |verb: Verb| Told::of(self.name(verb));
        let person = |id: PersonId| self.person(office, id);
        match event {
            Event::Registered { details, .. } => {
                let channel = office.channel(details.channel).map(|it| it.name.to_string()).unwrap_or_default();
                verb(Verb::Register).more(channel).words(&details.content)
            }
            Event::Judged(it) => verb(Verb::Judge).more(self.name(it.validity)).words(&it.reason),
            Event::Replied(it) => {
                verb(Verb::Reply).more(self.joined([self.name(it.method), self.name(it.outcome)])).words(&it.words)
            }
            Event::Acknowledged(it) => {
                let promised = it.promised_by.map(|at| self.event_promised_by(self.wall(office, at)));
                let more = self.joined([self.name(it.method), promised.as_deref().unwrap_or_default()]);
                verb(Verb::Acknowledge).more(more).perhaps(it.words.as_deref())
            }
            Event::Solved { solution, satisfaction } => {
                verb(Verb::Solve).more(self.name(*satisfaction)).words(solution)
            }
            Event::Converted { reason } => verb(Verb::Convert).words(reason),
            Event::Amended { details: _, reason } => verb(Verb::Amend).words(reason),
            Event::MarkedMajor { reason } => verb(Verb::MarkMajor).more(self.name(*reason)),
            Event::Dispatched { round, orders, note } => {
                let to = self.list(orders.iter().map(|it| self.assignment(office, &it.to)));
                let told =
                    if *round == Round::FIRST { verb(Verb::Dispatch) } else { Told::of(self.event_redispatched()) };
                told.more(self.event_to(to)).perhaps(note.as_deref())
            }
            Event::Recalled { order: _, reason } => verb(Verb::Recall).words(reason),
            Event::Forwarded { order: _, to } => verb(Verb::Forward).more(self.event_to(self.assignment(office, to))),
            Event::Accepted { order: _, handler } => {
                verb(Verb::Accept).more(if *handler == by { String::new() } else { self.event_to(person(*handler)) })
            }
            Event::GivenBack { order: _, reason, words } => verb(Verb::GiveBack).more(self.name(*reason)).words(words),
            Event::Transferred { order: _, to, reason } => {
                verb(Verb::Transfer).more(self.event_to(self.assignment(office, to))).words(reason)
            }
            Event::Reassigned { order: _, handler, reason } => {
                verb(Verb::Reassign).more(self.event_to(person(*handler))).words(reason)
            }
            Event::AssistantsSet { order: _, assistants } => {
                verb(Verb::Assist).more(self.list(assistants.iter().map(|it| person(*it))))
            }
            Event::Reported { progress, words, .. } => {
                // A quick chip is its own words.
                let more = if words.as_str() == self.name(*progress) { "" } else { self.name(*progress) };
                verb(Verb::Report).more(more).words(words)
            }
            Event::ReportPromised { minutes, reason, .. } => {
                let span = self.span(chrono::TimeDelta::minutes(i64::from(*minutes)));
                verb(Verb::PromiseReport).more(span).words(reason)
            }
            Event::Contacted { order: _, method, words } => verb(Verb::Contact).more(self.name(*method)).words(words),
            Event::Investigated { order: _, findings } => {
                let methods = self.list(findings.methods.iter().map(|it| self.name(*it)));
                verb(Verb::Investigate).more(methods).words(&findings.root_cause)
            }
            Event::Proposed { order: _, version, plan } => {
                verb(Verb::Propose).more(self.event_version(*version)).words(&plan.measures)
            }
            Event::Answered { order: _, version, answer } => {
                let parts = [self.event_version(*version), self.name(answer.agreement).to_owned()];
                verb(Verb::RecordAnswer).more(self.joined(parts)).perhaps(answer.words.as_deref())
            }
            Event::Submitted { order: _, version } => verb(Verb::Submit).more(self.event_version(*version)),
            Event::Approved { order: _, version, method, words } => {
                let parts = [self.event_version(*version), self.name(*method).to_owned()];
                verb(Verb::Approve).more(self.joined(parts)).perhaps(words.as_deref())
            }
            Event::VerballyApproved { order: _, version, approval } => {
                let given = self.event_given(self.wall(office, approval.given), person(approval.approver));
                let parts = [self.event_version(*version), given];
                Told::of(self.event_verbal_approval()).more(self.joined(parts)).words(&approval.words)
            }
            Event::PlanSentBack { order: _, version, words } => {
                verb(Verb::SendPlanBack).more(self.event_version(*version)).words(words)
            }
            Event::Executed { order: _, version, words } => {
                verb(Verb::Execute).more(self.event_version(*version)).words(words)
            }
            Event::HandedIn { order: _, slip, .. } => {
                let signed = self.event_signed(person(slip.signed_by));
                Told::of(self.event_slip()).more(signed).words(&slip.result)
            }
            Event::RoundCompleted { round } => Told::of(&self.event_round_completed(round.0)),
            Event::RoundEmptied { round } => Told::of(&self.event_round_emptied(round.0)),
            Event::Paused { order: _, reason, words } => verb(Verb::Pause).more(self.name(*reason)).words(words),
            Event::Resumed { order: _ } => verb(Verb::Resume),
            Event::Exempted { clock, reason, words } => {
                verb(Verb::Exempt).more(self.joined([self.name(clock.name), self.name(*reason)])).words(words)
            }
            Event::Reminded { order: _, words } => verb(Verb::Remind).words(words),
            Event::Supervised { order: _, missed, words } => {
                let missed = if *missed == 0 { String::new() } else { self.event_missed(*missed) };
                verb(Verb::Supervise).more(missed).perhaps(words.as_deref())
            }
            Event::Dialled { method, attempt, urgent } => {
                let parts = [self.event_attempt(*attempt), self.name(*method).to_owned()];
                verb(Verb::Dial).more(self.joined(parts)).perhaps(urgent.as_deref())
            }
            Event::CallbackRecorded { record, attempt } => self.called_back(record, *attempt),
            Event::RoundOpened { round } => Told::of(&self.event_round_opened(round.0)),
            Event::Escalated { to, dissatisfactions, reason } => {
                let times = (0 < *dissatisfactions).then(|| self.event_dissatisfied(*dissatisfactions));
                let parts = [self.event_to(person(*to)), times.unwrap_or_default()];
                verb(Verb::Escalate).more(self.joined(parts)).perhaps(reason.as_deref())
            }
            Event::Appointed { at, words } => {
                verb(Verb::Appoint).more(self.wall(office, *at)).perhaps(words.as_deref())
            }
            Event::CallbackAssigned { person: it } => {
                let to = it.map_or_else(|| self.event_to_nobody().to_owned(), |it| self.event_to(person(it)));
                verb(Verb::AssignCallback).more(to)
            }
            Event::Closed { code, reason } => verb(Verb::Close).more(self.name(*code)).perhaps(reason.as_deref()),
            Event::Reopened { reason, round: _ } => verb(Verb::Reopen).words(reason),
            Event::Archived => verb(Verb::Archive),
            Event::Communicated(it) => {
                verb(Verb::Communicate).more(self.joined([it.with.as_str(), self.name(it.method)])).words(&it.words)
            }
            Event::Noted { words } => verb(Verb::Note).words(words),
            Event::Met(it) => {
                let who = self.list(it.attendees.iter().map(|it| person(*it)));
                let duty = |it: &Duty| {
                    let department = office.department(it.department).map(|it| it.name.to_string()).unwrap_or_default();
                    self.event_duty(department, self.wall(office, it.due), it.words.to_string())
                };
                let lines = it.duties.iter().map(duty).chain(it.words.as_deref().map(str::to_owned));
                let words = lines.collect::<Vec<_>>().join("\n");
                verb(Verb::Meet).more(self.joined([self.wall(office, it.held), who])).words(&words)
            }
            Event::Linked(it) => verb(Verb::Link)
                .more(self.joined([self.name(it.kind).to_owned(), it.other.short()]))
                .perhaps(it.words.as_deref()),
            Event::Merged { into } => verb(Verb::Merge).more(into.short()),
            Event::Unmerged => verb(Verb::Unmerge),
            Event::Unlinked { kind, other } => {
                verb(Verb::Unlink).more(self.joined([self.name(*kind).to_owned(), other.short()]))
            }
            Event::TrackingAssigned { person: it } => verb(Verb::AssignTracking).more(self.event_to(person(*it))),
            Event::GroupFormed(it) => {
                let who = self.list([it.leader].iter().chain(&it.members).map(|it| person(*it)));
                verb(Verb::FormGroup).more(who)
            }
            Event::Reviewed { words } => verb(Verb::Review).words(words),
            Event::HeldAccountable(it) => {
                let parts = [it.person.as_str(), it.measure.as_str()];
                verb(Verb::HoldAccountable).more(self.joined(parts)).words(&it.words)
            }
            Event::ImprovementPlanned(it) => {
                let parts = [person(it.owner), self.wall(office, it.due)];
                verb(Verb::PlanImprovement).more(self.joined(parts)).words(&it.measure)
            }
            Event::ImprovementFinished { index: _, words } => verb(Verb::FinishImprovement).words(words),
            Event::FollowUpPlanned(it) => {
                let parts = [self.name(it.kind).to_owned(), person(it.owner)];
                verb(Verb::FollowUp).more(self.joined(parts)).words(&it.words)
            }
            Event::FollowUpFinished { index: _, words } => verb(Verb::FinishFollowUp).words(words),
            Event::Attached(it) => verb(Verb::Attach).words(&it.name),
            Event::Revealed { purpose, department } => {
                let who = department.and_then(|it| office.department(it)).map(|it| it.name.to_string());
                verb(Verb::Reveal).more(who.unwrap_or_default()).words(purpose)
            }
            Event::SightAsked { reason } => verb(Verb::AskSight).words(reason),
            Event::SightAnswered { person: it, answer } => {
                let (said, words) = self.sight_answer(office, answer);
                verb(Verb::AnswerSight).more(self.joined([person(*it), said])).perhaps(words)
            }
        }
    }

    /// What came of a request to see something, and the words that go with it.
    #[must_use]
    pub fn sight_answer<'a>(&self, office: &Office, answer: &'a SightAnswer) -> (String, Option<&'a str>) {
        match answer {
            SightAnswer::Granted { until, words } => {
                (self.event_sight_granted(self.wall(office, *until)), words.as_deref())
            }
            SightAnswer::Declined { reason } => (self.event_sight_declined().to_owned(), Some(reason.as_str())),
        }
    }

    fn called_back(&self, record: &CallbackRecord, attempt: u16) -> Told {
        let told = Told::of(self.name(Verb::RecordCallback));
        if let Some(answers) = &record.answers {
            let reasons = self.list(answers.reasons.iter().map(crate::domain::text::Text::as_str));
            let said = [reasons.as_str(), answers.suggestions.as_deref().unwrap_or_default()];
            return told.more(self.name(answers.result)).words(&self.joined(said));
        }
        let parts = [self.event_attempt(attempt), self.name(record.outcome).to_owned()];
        told.more(self.joined(parts)).perhaps(record.remark.as_deref())
    }

    /// 售后服务部 赵明诚.
    #[must_use]
    pub fn assignment(&self, office: &Office, to: &Assignment) -> String {
        let department = office.department(to.department).map(|it| it.name.to_string()).unwrap_or_default();
        match to.handler {
            Some(handler) => format!("{department} {}", self.person(office, handler)),
            None => department,
        }
    }

    /// Parts with the point between them; empty ones are left out, and an arrow needs none: 电话·客户谅解, 前台→质检部.
    #[must_use]
    pub fn joined(&self, parts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        let mut all = String::new();
        for part in parts {
            let part = part.as_ref();
            if !part.is_empty() {
                if !all.is_empty() {
                    let blank = if self.point().starts_with(' ') { " " } else { "" };
                    all.push_str(if part.starts_with('→') { blank } else { self.point() });
                }
                all.push_str(part);
            }
        }
        all
    }

    /// An instant on the office's wall, without the year.
    fn wall(&self, office: &Office, at: Moment) -> String {
        let at = office.calendar().local(at);
        self.day_at(at.format("%m-%d").to_string(), self.time(at.time()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn parts_have_a_point_between_them_and_arrows_have_none() {
        for (locale, parts, joined) in [
            (Locale::ZhCn, ["前台", "→质检部", "按时"], "前台→质检部·按时"),
            (Locale::ZhTw, ["電話", "", "客戶諒解"], "電話·客戶諒解"),
            (Locale::En, ["Front desk", "→ Quality", "on time"], "Front desk → Quality · on time"),
        ] {
            assert_eq!(Texts::new(locale).joined(parts), joined);
        }
    }
}
