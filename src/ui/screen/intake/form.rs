//! What was typed and chosen, what is missing, and what becomes of it.

mod choice;
mod reading;
mod request;

pub use self::choice::{Decision, Fault, Helper, Pick, Proof, Sending, Tick, Way};
use super::paper::{ByHand, Paper};
use super::stop::Stop;
use crate::domain::complaint::terms::{
    Complexity, ContactMethod, Kind, Remedy, Salutation, Severity, Urgency, Validity,
};
use crate::domain::complaint::words::{Attachment, ReplyOutcome};
use crate::domain::customer::Complainant;
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId, PersonId};
use crate::domain::text::Line;
use crate::ui::env::Env;
use iced::widget::text_editor::{Action, Content, Motion};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Everything on the form. `Debug` tells nothing of it.
#[derive(Clone)]
pub struct Form {
    /// 投诉, 咨询, 建议, 表扬.
    pub kind: Kind,
    lines: BTreeMap<Stop, String>,
    /// 投诉内容
    pub content: Content,
    /// 婉转答复
    pub answer: Content,
    /// 当场解决
    pub solution: Content,
    /// 称谓
    pub salutation: Option<Salutation>,
    /// 投诉方式
    pub channel: Option<ChannelId>,
    /// 身份核对
    pub proofs: BTreeSet<Proof>,
    /// 投诉类别
    pub category: Option<CategoryId>,
    /// What was ticked.
    pub ticks: BTreeSet<Tick>,
    /// 客户诉求
    pub remedies: BTreeSet<Remedy>,
    /// 复杂程度
    pub complexity: Option<Complexity>,
    /// 投诉判断
    pub validity: Option<Validity>,
    /// 严重程度
    pub severity: Option<Severity>,
    /// 紧急程度
    pub urgency: Option<Urgency>,
    /// 责任部门
    pub department: Option<DepartmentId>,
    /// 处理人
    pub handler: Option<PersonId>,
    /// 协办
    pub helpers: BTreeSet<Helper>,
    /// 答复方式
    pub method: ContactMethod,
    /// 告知方式 (B15)
    pub told_by: ContactMethod,
    /// 客户态度
    pub outcome: Option<ReplyOutcome>,
    /// 当场解决 was chosen.
    pub solving: bool,
    /// What was decided about earlier complaints.
    pub decisions: BTreeMap<ComplaintId, Decision>,
    /// Department, handler, severity chosen by hand: a new category leaves them alone.
    pub by_hand: BTreeSet<ByHand>,
    /// 附件, on disk already.
    pub attachments: Vec<Attachment>,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form").field("kind", &self.kind).field("lines", &self.lines.len()).finish_non_exhaustive()
    }
}

impl Default for Form {
    fn default() -> Self {
        Self {
            kind: Kind::Complaint,
            lines: BTreeMap::new(),
            content: Content::new(),
            answer: Content::new(),
            solution: Content::new(),
            salutation: None,
            channel: None,
            proofs: BTreeSet::new(),
            category: None,
            ticks: BTreeSet::new(),
            remedies: BTreeSet::new(),
            complexity: None,
            validity: None,
            severity: None,
            urgency: None,
            department: None,
            handler: None,
            helpers: BTreeSet::new(),
            method: ContactMethod::Phone,
            told_by: ContactMethod::Phone,
            outcome: None,
            solving: false,
            decisions: BTreeMap::new(),
            by_hand: BTreeSet::new(),
            attachments: Vec::new(),
        }
    }
}

/// Words to go on with: the caret stands behind them.
pub fn written(words: &str) -> Content {
    let mut content = Content::with_text(words);
    content.perform(Action::Move(Motion::DocumentEnd));
    content
}

/// Typing and choosing.
impl Form {
    /// What was typed in a one-line field.
    pub fn line(&self, stop: Stop) -> &str {
        self.lines.get(&stop).map_or("", String::as_str)
    }

    /// Types into a one-line field.
    pub fn set_line(&mut self, stop: Stop, words: String) {
        if words.is_empty() {
            self.lines.remove(&stop);
        } else {
            self.lines.insert(stop, words);
        }
    }

    /// The editor of a stop.
    pub fn editor(&mut self, stop: Stop) -> Option<&mut Content> {
        match stop {
            Stop::Content => Some(&mut self.content),
            Stop::Answer => Some(&mut self.answer),
            Stop::Solution => Some(&mut self.solution),
            _ => None,
        }
    }

    /// Whether nothing was typed or chosen.
    pub fn is_empty(&self) -> bool {
        Paper::of(self).is_empty()
    }

    /// Whether something is ticked.
    pub fn has_tick(&self, tick: Tick) -> bool {
        self.ticks.contains(&tick)
    }

    /// How the call ends.
    pub fn way(&self) -> Way {
        if self.merges_into().is_some() {
            Way::Merge
        } else if self.solving {
            Way::Solve
        } else if self.kind != Kind::Complaint || self.validity == Some(Validity::Unfounded) {
            Way::Reply
        } else {
            Way::Dispatch
        }
    }

    /// The earlier complaint that the call is merged into.
    pub fn merges_into(&self) -> Option<ComplaintId> {
        self.decisions.iter().find(|(_, it)| **it == Decision::Merged).map(|(id, _)| *id)
    }

    /// Decides about an earlier complaint, or not any more; a call belongs to one matter.
    pub fn decide(&mut self, id: ComplaintId, decision: Option<Decision>) {
        if decision == Some(Decision::Merged) {
            self.decisions.retain(|_, it| *it != Decision::Merged);
        }
        match decision {
            Some(it) => self.decisions.insert(id, it),
            None => self.decisions.remove(&id),
        };
    }

    /// Takes a choice over, and what follows from it.
    pub fn pick(&mut self, env: &Env<'_>, pick: Pick) {
        match pick {
            Pick::Kind(it) => self.kind = it,
            Pick::Salutation(it) => self.salutation = Some(it),
            Pick::Channel(it) => self.channel = Some(it),
            Pick::Proof(it) => toggle(&mut self.proofs, it),
            Pick::Category(it) => self.categorise(env, it),
            Pick::Remedy(it) => toggle(&mut self.remedies, it),
            Pick::Tick(it) => toggle(&mut self.ticks, it),
            Pick::Complexity(it) => self.complexity = (self.complexity != Some(it)).then_some(it),
            Pick::Validity(it) => self.validity = Some(it),
            Pick::Severity(it) => {
                self.by_hand.insert(ByHand::Severity);
                self.severity = Some(it);
            }
            Pick::Urgency(it) => self.urgency = Some(it),
            Pick::Department(it) => {
                self.by_hand.insert(ByHand::Department);
                self.entrust(env, it);
            }
            Pick::Handler(it) => {
                self.by_hand.insert(ByHand::Department);
                self.handler = Some(it);
            }
            Pick::Helper(it) => toggle(&mut self.helpers, it),
            Pick::Method(it) => self.method = it,
            Pick::ToldBy(it) => self.told_by = it,
            Pick::Outcome(it) => self.outcome = Some(it),
        }
    }

    /// Whether a choice is made.
    pub fn holds(&self, pick: Pick) -> bool {
        match pick {
            Pick::Kind(it) => self.kind == it,
            Pick::Salutation(it) => self.salutation == Some(it),
            Pick::Channel(it) => self.channel == Some(it),
            Pick::Proof(it) => self.proofs.contains(&it),
            Pick::Category(it) => self.category == Some(it),
            Pick::Remedy(it) => self.remedies.contains(&it),
            Pick::Tick(it) => self.has_tick(it),
            Pick::Complexity(it) => self.complexity == Some(it),
            Pick::Validity(it) => self.validity == Some(it),
            Pick::Severity(it) => self.severity == Some(it),
            Pick::Urgency(it) => self.urgency == Some(it),
            Pick::Department(it) => self.department == Some(it),
            Pick::Handler(it) => self.handler == Some(it),
            Pick::Helper(it) => self.helpers.contains(&it),
            Pick::Method(it) => self.method == it,
            Pick::ToldBy(it) => self.told_by == it,
            Pick::Outcome(it) => self.outcome == Some(it),
        }
    }

    /// The category brings its department, handler and severity along (A20, B17), where nobody chose them by hand.
    fn categorise(&mut self, env: &Env<'_>, category: CategoryId) {
        self.category = Some(category);
        if !self.by_hand.contains(&ByHand::Department) {
            let responsible = env.office().responsible(category);
            self.department = responsible.department;
            self.handler = responsible.handler;
            self.tidy_helpers();
        }
        if !self.by_hand.contains(&ByHand::Severity) {
            self.severity = env.office().category(category).map(|it| it.severity);
        }
    }

    fn entrust(&mut self, env: &Env<'_>, department: DepartmentId) {
        let office = env.office();
        let usual = self.category.map(|it| office.responsible(it)).filter(|it| it.department == Some(department));
        let handler = usual
            .and_then(|it| it.handler)
            .or_else(|| office.department(department)?.default_handler.map(|it| office.stand_in(it)));
        self.department = Some(department);
        self.handler = handler
            .filter(|it| office.person(*it).is_some_and(|person| person.active && person.department == department));
        self.tidy_helpers();
    }

    /// Nobody helps himself.
    fn tidy_helpers(&mut self) {
        let (department, handler) = (self.department, self.handler);
        self.helpers.retain(|it| match it {
            Helper::Department(it) => Some(*it) != department,
            Helper::Person(it) => Some(*it) != handler,
        });
    }

    /// Fills in who is known; what was typed already stays.
    pub fn meet(&mut self, env: &Env<'_>, known: &Complainant) {
        self.set_line(Stop::Phone, known.phone.spaced());
        let rests = known.rests.map(|it| format!("{}-{}", it.from.format("%H:%M"), it.until.format("%H:%M")));
        let card = known.member.as_ref().map(|it| it.number.as_ref().or(it.tier.as_ref()));
        let card = card.map(|it| it.map_or_else(|| env.texts.intake_member().to_owned(), ToString::to_string));
        let words = |it: &Option<Line>| it.as_ref().map(ToString::to_string);
        let all = [
            (Stop::Name, Some(known.name.to_string())),
            (Stop::Organisation, words(&known.organisation)),
            (Stop::Region, words(&known.region)),
            (Stop::Address, words(&known.address)),
            (Stop::Card, card),
            (Stop::Preference, words(&known.preference)),
            (Stop::Rests, rests),
        ];
        for (stop, words) in all {
            if let Some(words) = words.filter(|_| self.line(stop).trim().is_empty()) {
                self.set_line(stop, words);
            }
        }
        self.salutation = self.salutation.or(Some(known.salutation));
    }

    /// Takes back who was filled in.
    pub fn forget(&mut self) {
        for stop in
            [Stop::Name, Stop::Organisation, Stop::Region, Stop::Address, Stop::Card, Stop::Preference, Stop::Rests]
        {
            self.lines.remove(&stop);
        }
        self.salutation = None;
        self.proofs.clear();
    }
}

fn toggle<T: Ord>(all: &mut BTreeSet<T>, it: T) {
    if !all.remove(&it) {
        all.insert(it);
    }
}
