//! The form as it is kept on disk while it is not sent.
//!
//! Fields are only ever added, and each may be missing: a draft of an older program is read, what a newer one wrote
//! besides is left out. Names of fields on disk are those of [`TYPED`], never those of the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use iced::widget::text_editor::Content;
use serde::{Deserialize, Serialize};

use super::form::{Decision, Form, Helper, Proof, Tick, written};
use super::stop::Stop;
use crate::domain::complaint::terms::{
    Complexity, ContactMethod, Kind, Remedy, Salutation, Severity, Urgency, Validity,
};
use crate::domain::complaint::words::{Attachment, ReplyOutcome};
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId, PersonId};
use crate::domain::moment::{self, Moment};
use crate::domain::office::Office;

/// What is typed in one line, and how it is called on disk.
const TYPED: [(Stop, &str); 19] = [
    (Stop::Phone, "phone"),
    (Stop::Name, "name"),
    (Stop::SourceParty, "source_party"),
    (Stop::Organisation, "organisation"),
    (Stop::Region, "region"),
    (Stop::Address, "address"),
    (Stop::Card, "card"),
    (Stop::Preference, "preference"),
    (Stop::Rests, "rests"),
    (Stop::Product, "product"),
    (Stop::Order, "order"),
    (Stop::Occurred, "occurred"),
    (Stop::RemedyWords, "remedy"),
    (Stop::Place, "place"),
    (Stop::Amount, "amount"),
    (Stop::WantedBy, "wanted_by"),
    (Stop::Customers, "customers"),
    (Stop::Reason, "reason"),
    (Stop::Promise, "promise"),
];

/// Where a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lies {
    /// On the form: after a crash it is there again.
    #[default]
    AtHand,
    /// Put away among the drafts.
    Away,
}

/// A form on paper. `Debug` tells nothing of it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Paper {
    /// When it was last changed.
    #[serde(with = "moment::exact")]
    pub changed: Moment,
    /// Since when somebody speaks.
    #[serde(with = "moment::perhaps")]
    pub call: Option<Moment>,
    /// Where it is.
    pub lies: Lies,
    kind: Kind,
    typed: BTreeMap<String, String>,
    content: String,
    answer: String,
    solution: String,
    salutation: Option<Salutation>,
    channel: Option<ChannelId>,
    proofs: BTreeSet<Proof>,
    category: Option<CategoryId>,
    ticks: BTreeSet<Tick>,
    remedies: BTreeSet<Remedy>,
    complexity: Option<Complexity>,
    validity: Option<Validity>,
    severity: Option<Severity>,
    urgency: Option<Urgency>,
    department: Option<DepartmentId>,
    handler: Option<PersonId>,
    helpers: Vec<Helper>,
    method: ContactMethod,
    told_by: ContactMethod,
    outcome: Option<ReplyOutcome>,
    solving: bool,
    decisions: Vec<(ComplaintId, Decision)>,
    by_hand: BTreeSet<ByHand>,
    attachments: Vec<Attachment>,
}

/// What was chosen by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ByHand {
    /// Department or handler.
    Department,
    /// 严重程度
    Severity,
}

impl fmt::Debug for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Paper").field("changed", &self.changed).field("lies", &self.lies).finish_non_exhaustive()
    }
}

impl Default for Paper {
    fn default() -> Self {
        Self::of(&Form::default())
    }
}

impl Paper {
    /// What stands on a form.
    pub fn of(form: &Form) -> Self {
        let typed = TYPED.iter().map(|(stop, name)| ((*name).to_owned(), form.line(*stop).to_owned()));
        let text = |it: &Content| it.text().trim_end().to_owned();
        Self {
            changed: Moment::UNIX_EPOCH,
            call: None,
            lies: Lies::AtHand,
            kind: form.kind,
            typed: typed.filter(|(_, words)| !words.is_empty()).collect(),
            content: text(&form.content),
            answer: text(&form.answer),
            solution: text(&form.solution),
            salutation: form.salutation,
            channel: form.channel,
            proofs: form.proofs.clone(),
            category: form.category,
            ticks: form.ticks.clone(),
            remedies: form.remedies.clone(),
            complexity: form.complexity,
            validity: form.validity,
            severity: form.severity,
            urgency: form.urgency,
            department: form.department,
            handler: form.handler,
            helpers: form.helpers.iter().copied().collect(),
            method: form.method,
            told_by: form.told_by,
            outcome: form.outcome,
            solving: form.solving,
            decisions: form.decisions.iter().map(|(id, it)| (*id, *it)).collect(),
            by_hand: form.by_hand.clone(),
            attachments: form.attachments.clone(),
        }
    }

    /// The form again. What the office does not have any more is left open.
    pub fn form(&self, office: &Office) -> Form {
        let mut form = Form::default();
        form.kind = self.kind;
        for (stop, name) in TYPED {
            if let Some(words) = self.typed.get(name) {
                form.set_line(stop, words.clone());
            }
        }
        let department = |it: &DepartmentId| office.department(*it).is_some_and(|it| it.active);
        let person = |it: &PersonId| office.person(*it).is_some_and(|it| it.active);
        form.content = written(&self.content);
        form.answer = written(&self.answer);
        form.solution = written(&self.solution);
        form.salutation = self.salutation;
        form.channel = self.channel.filter(|it| office.channel(*it).is_some_and(|it| it.active));
        form.proofs.clone_from(&self.proofs);
        form.category = self.category.filter(|it| office.category(*it).is_some_and(|it| it.active));
        form.ticks.clone_from(&self.ticks);
        form.remedies.clone_from(&self.remedies);
        form.complexity = self.complexity;
        form.validity = self.validity;
        form.severity = self.severity;
        form.urgency = self.urgency;
        form.department = self.department.filter(department);
        form.handler = self.handler.filter(person);
        form.helpers = self.helpers.iter().copied().collect();
        form.helpers.retain(|it| match it {
            Helper::Department(it) => department(it),
            Helper::Person(it) => person(it),
        });
        form.method = self.method;
        form.told_by = self.told_by;
        form.outcome = self.outcome;
        form.solving = self.solving;
        form.decisions = self.decisions.iter().copied().collect();
        form.by_hand.clone_from(&self.by_hand);
        form.attachments.clone_from(&self.attachments);
        form
    }

    /// Whether the same stands on both, whenever it was written and wherever it lies.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self { changed, call, lies, .. } = other.clone();
        Self { changed, call, lies, ..self.clone() } == *other
    }

    /// Whether nothing was typed or chosen.
    pub fn is_empty(&self) -> bool {
        self.says_the_same(&Self::default())
    }

    /// Whose it is, as far as it was typed.
    pub fn who(&self) -> Option<&str> {
        self.name().or_else(|| self.phone())
    }

    /// 投诉人
    pub fn name(&self) -> Option<&str> {
        self.typed("name")
    }

    /// 来电号码
    pub fn phone(&self) -> Option<&str> {
        self.typed("phone")
    }

    /// 称谓
    pub fn salutation(&self) -> Salutation {
        self.salutation.unwrap_or(Salutation::Unknown)
    }

    /// The same file twice is one file.
    pub fn attach(&mut self, file: &Attachment) {
        if self.attachments.iter().all(|it| it.hash != file.hash) {
            self.attachments.push(file.clone());
        }
    }

    fn typed(&self, name: &str) -> Option<&str> {
        self.typed.get(name).map(|it| it.trim()).filter(|it| !it.is_empty())
    }

    /// Its first words.
    pub fn words(&self) -> &str {
        let product = self.typed.get("product").map_or("", |it| it.trim());
        [self.content.trim(), self.solution.trim(), self.answer.trim(), product]
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::office::founding;
    use crate::domain::text::Line;

    fn office() -> Office {
        let mut office = Office::default();
        for event in founding::practice("zh-CN") {
            crate::domain::office::evolve(&mut office, &event);
        }
        office
    }

    fn full(office: &Office) -> Form {
        let mut form = Form::default();
        form.kind = Kind::Inquiry;
        for (stop, name) in TYPED {
            form.set_line(stop, format!("words of {name}"));
        }
        form.content = Content::with_text("空调不制冷\n三次上门");
        form.answer = Content::with_text("王女士您好");
        form.solution = Content::with_text("已重设");
        form.salutation = Some(Salutation::Madam);
        form.channel = office.channels().next().map(|it| it.id);
        form.proofs = Proof::ALL.into_iter().collect();
        form.category = office.categories().next().map(|it| it.id);
        form.ticks = [Tick::Told, Tick::Media].into_iter().collect();
        form.remedies = Remedy::ALL.iter().copied().collect();
        form.complexity = Some(Complexity::Complex);
        form.validity = Some(Validity::PartlyFounded);
        form.severity = Some(Severity::Major);
        form.urgency = Some(Urgency::Critical);
        form.department = office.departments().next().map(|it| it.id);
        form.handler = office.people().next().map(|it| it.id);
        form.helpers = office.departments().skip(1).take(1).map(|it| Helper::Department(it.id)).collect();
        form.method = ContactMethod::Message;
        form.told_by = ContactMethod::Mail;
        form.outcome = Some(ReplyOutcome::Disputed);
        form.solving = true;
        let other = ComplaintId::new(chrono::NaiveDate::from_ymd_opt(2026, 3, 3).unwrap(), 12);
        form.decisions.insert(other, Decision::Apart);
        form.by_hand.insert(ByHand::Severity);
        let hash = Line::new(&"a".repeat(64)).unwrap();
        form.attachments.push(Attachment { name: Line::new("照片.png").unwrap(), hash, bytes: 7 });
        form
    }

    #[test]
    fn every_field_comes_back_from_the_disk() {
        let office = office();
        let written = Paper::of(&full(&office));
        let bytes = rmp_serde::to_vec_named(&written).unwrap();
        let read: Paper = rmp_serde::from_slice(&bytes).unwrap();
        assert_eq!(read, written);
        assert!(Paper::of(&read.form(&office)).says_the_same(&written));
        assert!(!written.is_empty());
        assert!(Paper::default().is_empty());
    }

    #[test]
    fn a_draft_of_an_older_and_of_a_newer_program_is_read() {
        #[derive(Serialize)]
        struct Other {
            content: &'static str,
            mood: u8,
        }
        let bytes = rmp_serde::to_vec_named(&Other { content: "空调不制冷", mood: 3 }).unwrap();
        let read: Paper = rmp_serde::from_slice(&bytes).unwrap();
        assert_eq!(read.words(), "空调不制冷");
    }

    #[test]
    fn what_the_office_retired_is_left_open() {
        let office = office();
        let paper = Paper::of(&full(&office));
        let form = paper.form(&Office::default());
        assert!(form.channel.is_none() && form.category.is_none() && form.department.is_none());
        assert!(form.helpers.is_empty());
        assert_eq!(form.line(Stop::Name), "words of name");
    }

    #[test]
    fn nothing_of_a_draft_is_told_in_a_trace() {
        let shown = format!("{:?}", Paper::of(&full(&office())));
        assert!(!shown.contains("words of") && !shown.contains("空调"), "{shown}");
    }
}
