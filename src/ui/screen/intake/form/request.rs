//! From the form to the one request that does it all.

use super::super::stop::Stop;
use super::{Decision, Form, Helper, Sending, Tick, Way};
use crate::app::Request;
use crate::books::Row;
use crate::domain::complaint::terms::{Kind, Salutation, Satisfaction, Severity, Urgency};
use crate::domain::complaint::words::{Acknowledgement, Assignment, Judgement, Link, Reply};
use crate::domain::complaint::{Command, Details};
use crate::domain::customer::{Complainant, Member};
use crate::domain::office::ChannelKind;
use crate::domain::text::{Line, Prose};
use crate::ui::env::Env;

/// Sending.
impl Form {
    /// The one request that does it all; `None` while something stands in the way.
    pub fn request(&self, env: &Env<'_>, sending: Sending) -> Option<Request> {
        if !self.gaps(env, sending).is_empty() {
            return None;
        }
        let mut request = Request::register(env.me, self.details(env)?);
        for command in self.commands(env, sending)? {
            request = request.then(command);
        }
        Some(request)
    }

    fn details(&self, env: &Env<'_>) -> Option<Details> {
        let line = |stop| Line::new(self.line(stop)).ok();
        // What a further call does not say again is as the earlier complaint has it.
        let row = self.merges_into().and_then(|it| env.books.row(it));
        let complaint = self.kind == Kind::Complaint;
        let channel = self.channel?;
        let relayed = env.office().channel(channel).is_some_and(|it| it.kind == ChannelKind::Relayed);
        let proofs = env.texts.list(self.proofs.iter().map(|it| super::super::words::proof(env.texts, *it)));
        let member = line(Stop::Card).map(|number| Member { number: Some(number), tier: None });
        let complainant = Complainant {
            name: line(Stop::Name)?,
            salutation: self.salutation.unwrap_or(Salutation::Unknown),
            phone: self.phone()?,
            organisation: line(Stop::Organisation),
            address: line(Stop::Address),
            region: line(Stop::Region),
            member,
            preference: line(Stop::Preference),
            rests: self.rests(),
        };
        Some(Details {
            kind: self.kind,
            complainant,
            channel,
            source_party: line(Stop::SourceParty).filter(|_| relayed),
            identity_checked: Line::new(&proofs).ok(),
            product: line(Stop::Product).or(row.and_then(|it| Line::new(&it.product).ok()))?,
            order_number: line(Stop::Order),
            occurred: self.instant(env, Stop::Occurred),
            place: line(Stop::Place),
            amount: self.money(),
            category: self.category.or(row.map(|it| it.category))?,
            content: Prose::new(&self.content.text()).ok()?,
            remedies: self.remedies.iter().copied().collect(),
            requested_remedy: self.requested(env, row)?,
            wanted_by: self.instant(env, Stop::WantedBy),
            restated: self.has_tick(Tick::Restated),
            severity: if complaint { self.severity.or(row.map(|it| it.severity))? } else { Severity::Minor },
            urgency: if complaint { self.urgency.or(row.map(|it| it.urgency))? } else { Urgency::Normal },
            complexity: self.complexity,
            safety: complaint && self.has_tick(Tick::Safety),
            media: complaint && self.has_tick(Tick::Media),
            customers: self.customers().unwrap_or(1),
        })
    }

    /// The customer's wish in words: as typed, or else what was chosen from the list.
    fn requested(&self, env: &Env<'_>, merged: Option<&Row>) -> Option<Line> {
        if let Ok(words) = Line::new(self.line(Stop::RemedyWords)) {
            return Some(words);
        }
        if let Some(row) = merged.filter(|_| self.remedies.is_empty()) {
            return Line::new(&row.requested_remedy).ok();
        }
        let chosen = env.texts.list(self.remedies.iter().map(|it| env.texts.name(*it)));
        Line::new(if chosen.is_empty() { env.texts.intake_no_request() } else { &chosen }).ok()
    }

    fn commands(&self, env: &Env<'_>, sending: Sending) -> Option<Vec<Command>> {
        let mut commands = Vec::new();
        // A further call is not judged: its matter is.
        let judgement = self.judgement().filter(|_| self.merges_into().is_none());
        commands.extend(judgement.map(Command::Judge));
        match sending {
            Sending::RegisterOnly => commands.extend(self.acknowledgement(env).map(Command::Acknowledge)),
            Sending::Whole(Way::Dispatch) => {
                commands.extend(self.acknowledgement(env).map(Command::Acknowledge));
                commands.push(Command::Dispatch { to: self.assignments(env)?, note: self.note(env) });
            }
            Sending::Whole(Way::Reply) => {
                let words = Prose::new(&self.answer.text()).ok()?;
                commands.push(Command::Reply(Reply { words, method: self.method, outcome: self.outcome? }));
            }
            Sending::Whole(Way::Solve) => {
                let solution = Prose::new(&self.solution.text()).ok()?;
                commands.push(Command::Solve { solution, satisfaction: Satisfaction::Satisfied });
            }
            Sending::Whole(Way::Merge) => {}
        }
        commands.extend(self.links());
        commands.extend(self.attachments.iter().cloned().map(Command::Attach));
        commands.extend(self.merges_into().map(|into| Command::Merge { into }));
        Some(commands)
    }

    /// The judgement, where it was made with its reason.
    fn judgement(&self) -> Option<Judgement> {
        let reason = Prose::new(self.line(Stop::Reason)).ok()?;
        (self.kind == Kind::Complaint).then_some(Judgement { validity: self.validity?, reason })
    }

    /// B15: only what the customer was told is an acknowledgement.
    fn acknowledgement(&self, env: &Env<'_>) -> Option<Acknowledgement> {
        let promised_by = self.instant(env, Stop::Promise);
        let said = self.has_tick(Tick::Told) && self.kind == Kind::Complaint;
        said.then_some(Acknowledgement { method: self.told_by, promised_by, words: None })
    }

    /// What the department is to know: an answer is foreseen that the customer was not told of.
    fn note(&self, env: &Env<'_>) -> Option<Prose> {
        let at = self.instant(env, Stop::Promise).filter(|_| !self.has_tick(Tick::Told))?;
        let when = env.texts.date_time(env.calendar().local(at));
        Prose::new(&env.texts.intake_note_untold(when)).ok()
    }

    fn assignments(&self, env: &Env<'_>) -> Option<Vec<Assignment>> {
        let people = self.helpers.iter().filter_map(|it| match it {
            Helper::Person(it) => Some(*it),
            Helper::Department(_) => None,
        });
        let first = Assignment { department: self.department?, handler: self.handler, assistants: people.collect() };
        let others = self.helpers.iter().filter_map(|it| match it {
            Helper::Department(it) => Some(*it),
            Helper::Person(_) => None,
        });
        let office = env.office();
        let others = others.map(|department| Assignment {
            department,
            handler: office.department(department).and_then(|it| it.default_handler).map(|it| office.stand_in(it)),
            assistants: Vec::new(),
        });
        Some(std::iter::once(first).chain(others).collect())
    }

    fn links(&self) -> impl Iterator<Item = Command> {
        self.decisions.iter().filter_map(|(other, decision)| match decision {
            Decision::Linked(kind) => Some(Command::Link(Link { kind: *kind, other: *other, words: None })),
            Decision::Merged | Decision::Apart => None,
        })
    }
}
