//! What was typed and chosen, what is missing, and what becomes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveTime;
use iced::widget::text_editor::Content;

use super::stop::Stop;
use crate::app::Request;
use crate::books::repeats::Draft;
use crate::domain::complaint::terms::{
    Complexity, ContactMethod, Kind, LinkKind, MajorReason, Money, Priority, Remedy, Salutation, Satisfaction,
    Severity, Urgency, Validity,
};
use crate::domain::complaint::words::{Acknowledgement, Assignment, Judgement, Link, Reply, ReplyOutcome};
use crate::domain::complaint::{Command, Details, Weight};
use crate::domain::customer::{Complainant, Member, Phone, RestHours};
use crate::domain::id::{CategoryId, ChannelId, ComplaintId, DepartmentId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::ChannelKind;
use crate::domain::text::{Line, Prose, TextError};
use crate::ui::env::Env;
use crate::ui::part::typed_time;

/// What identity can be checked by (B10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// 姓名
    Name,
    /// 电话
    Phone,
    /// 地址
    Address,
}

impl Proof {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Name, Self::Phone, Self::Address];
}

/// Who helps: another department with a work order of its own (C04), or a person beside the handler (A04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Helper {
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
}

/// What is ticked or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tick {
    /// 已与客户复述并确认
    Restated,
    /// 已告知客户
    Told,
    /// Safety or injury.
    Safety,
    /// Media or a regulator.
    Media,
    /// 客户表示满意
    Satisfied,
}

/// What is chosen without typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// 投诉, 咨询 …
    Kind(Kind),
    /// 女士, 先生 …
    Salutation(Salutation),
    /// 电话, 来访 …
    Channel(ChannelId),
    /// 身份核对; on and off.
    Proof(Proof),
    /// 投诉类别
    Category(CategoryId),
    /// 客户诉求; on and off.
    Remedy(Remedy),
    /// On and off.
    Tick(Tick),
    /// 复杂程度; on and off.
    Complexity(Complexity),
    /// 成立 …
    Validity(Validity),
    /// 一般 …
    Severity(Severity),
    /// 普通 …
    Urgency(Urgency),
    /// 责任部门
    Department(DepartmentId),
    /// 处理人
    Handler(PersonId),
    /// 协办; on and off.
    Helper(Helper),
    /// 答复方式
    Method(ContactMethod),
    /// 客户谅解 …
    Outcome(ReplyOutcome),
}

/// How the call ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// 登记并派单
    Dispatch,
    /// 登记并答复: unfounded, or no complaint (B14, B20).
    Reply,
    /// 当场解决 (B13)
    Solve,
}

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// 仅登记
    RegisterOnly,
    /// The primary verb of the way.
    Whole(Way),
}

/// Whether an earlier complaint belongs to this one. Nothing is ever merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Linked when this one is registered.
    Linked(LinkKind),
    /// Has nothing to do with it.
    Apart,
}

/// Why what was typed is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not 3 to 20 digits.
    Phone,
    /// No instant.
    Time,
    /// Has not happened yet.
    Future,
    /// Has gone by.
    Past,
    /// No amount of money.
    Amount,
    /// No number of people.
    Number,
    /// Not `12:00-14:30`.
    Rests,
    /// More characters than fit.
    TooLong {
        /// How many fit.
        most: usize,
    },
}

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
    /// 客户态度
    pub outcome: Option<ReplyOutcome>,
    /// 当场解决 was chosen.
    pub solving: bool,
    /// What was decided about earlier complaints.
    pub decisions: BTreeMap<ComplaintId, Decision>,
    /// Department, handler, severity chosen by hand: a new category leaves them alone.
    by_hand: BTreeSet<Stop>,
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
            outcome: None,
            solving: false,
            decisions: BTreeMap::new(),
            by_hand: BTreeSet::new(),
        }
    }
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

    /// Whether anything was typed or chosen.
    pub fn is_empty(&self) -> bool {
        let Self { kind, lines, content, answer, solution, .. } = self;
        *kind == Kind::Complaint
            && lines.is_empty()
            && [content, answer, solution].iter().all(|it| it.text().trim().is_empty())
            && self.salutation.is_none()
            && self.channel.is_none()
            && self.proofs.is_empty()
            && self.category.is_none()
            && self.remedies.is_empty()
            && self.validity.is_none()
            && self.urgency.is_none()
            && self.ticks.is_empty()
            && !self.solving
            && self.department.is_none()
    }

    /// Whether something is ticked.
    pub fn has_tick(&self, tick: Tick) -> bool {
        self.ticks.contains(&tick)
    }

    /// How the call ends.
    pub fn way(&self) -> Way {
        if self.solving {
            Way::Solve
        } else if self.kind != Kind::Complaint || self.validity == Some(Validity::Unfounded) {
            Way::Reply
        } else {
            Way::Dispatch
        }
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
                self.by_hand.insert(Stop::Severity);
                self.severity = Some(it);
            }
            Pick::Urgency(it) => self.urgency = Some(it),
            Pick::Department(it) => {
                self.by_hand.insert(Stop::Department);
                self.entrust(env, it);
            }
            Pick::Handler(it) => {
                self.by_hand.insert(Stop::Department);
                self.handler = Some(it);
            }
            Pick::Helper(it) => toggle(&mut self.helpers, it),
            Pick::Method(it) => self.method = it,
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
            Pick::Outcome(it) => self.outcome == Some(it),
        }
    }

    /// The category brings its department, handler and severity along (A20, B17), where nobody chose them by hand.
    fn categorise(&mut self, env: &Env<'_>, category: CategoryId) {
        self.category = Some(category);
        if !self.by_hand.contains(&Stop::Department) {
            let responsible = env.office().responsible(category);
            self.department = responsible.department;
            self.handler = responsible.handler;
            self.tidy_helpers();
        }
        if !self.by_hand.contains(&Stop::Severity) {
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
        self.set_line(Stop::Phone, spaced(known.phone.reveal()));
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

/// Reading what was typed.
impl Form {
    /// The caller's number, once it is one.
    pub fn phone(&self) -> Option<Phone> {
        Phone::new(self.line(Stop::Phone)).ok()
    }

    /// What the books are asked about repeat complaints.
    pub fn draft<'a>(&'a self, phone: Option<&'a Phone>, content: &'a str) -> Draft<'a> {
        let some = |it: &'a str| Some(it.trim()).filter(|it| !it.is_empty());
        Draft {
            phone,
            order_number: some(self.line(Stop::Order)),
            product: some(self.line(Stop::Product)),
            category: self.category,
            content: some(content),
        }
    }

    /// The instant in a field; `None` while it is empty or cannot be understood.
    pub fn instant(&self, env: &Env<'_>, stop: Stop) -> Option<Moment> {
        let typed = self.line(stop).trim();
        let read = typed_time::read(env.texts, typed, env.local_now(), stop.lean()?)?;
        Some(env.calendar().moment(read))
    }

    /// Writes an instant out, so that `+2` does not move on.
    pub fn settle(&mut self, env: &Env<'_>, stop: Stop) {
        if let Some(at) = self.instant(env, stop) {
            self.set_line(stop, env.texts.date_time(env.calendar().local(at)));
        }
    }

    fn money(&self) -> Option<Money> {
        let typed = self.line(Stop::Amount).replace(['¥', '￥', ',', '，', '元', ' '], "");
        let (yuan, fen) = typed.split_once('.').unwrap_or((&typed, ""));
        let yuan: i64 = yuan.parse().ok().filter(|it| (0..=1_000_000_000_000).contains(it))?;
        let fen: i64 = match fen.len() {
            0 => 0,
            1 => fen.parse::<i64>().ok()? * 10,
            2 => fen.parse().ok()?,
            _ => return None,
        };
        (0..100).contains(&fen).then_some(Money(yuan * 100 + fen))
    }

    fn customers(&self) -> Option<u32> {
        self.line(Stop::Customers).trim().parse().ok().filter(|it| (1..=1_000_000).contains(it))
    }

    fn rests(&self) -> Option<RestHours> {
        let typed = self.line(Stop::Rests).replace('：', ":").replace(['–', '—', '~', '～', '至'], "-");
        let (from, until) = typed.split_once('-')?;
        let time = |it: &str| NaiveTime::parse_from_str(it.trim(), "%H:%M").ok();
        Some(RestHours { from: time(from)?, until: time(until)? }).filter(|it| it.from != it.until)
    }

    /// Why a complaint counts as major from the start (X20).
    pub fn major(&self, env: &Env<'_>) -> Vec<MajorReason> {
        if self.kind != Kind::Complaint {
            return Vec::new();
        }
        let weight = Weight {
            safety: self.has_tick(Tick::Safety),
            media: self.has_tick(Tick::Media),
            amount: self.money(),
            customers: self.customers().unwrap_or_default(),
            severity: self.severity,
        };
        weight.reasons(env.office().rules())
    }

    /// Severity × urgency; a major complaint is P1 (B17).
    pub fn priority(&self, env: &Env<'_>) -> Option<Priority> {
        if !self.major(env).is_empty() {
            return Some(Priority::P1);
        }
        Some(self.severity?.priority(self.urgency?))
    }

    /// Why what was typed at a stop is not taken; `None` while it is empty or fine.
    pub fn fault(&self, env: &Env<'_>, stop: Stop) -> Option<Fault> {
        match stop {
            Stop::Content => return too_long(Prose::new(&self.content.text()).err()),
            Stop::Answer => return too_long(Prose::new(&self.answer.text()).err()),
            Stop::Solution => return too_long(Prose::new(&self.solution.text()).err()),
            _ => {}
        }
        let typed = self.line(stop).trim();
        if typed.is_empty() {
            return None;
        }
        if stop.lean().is_some() {
            return self.time_fault(env, stop);
        }
        match stop {
            Stop::Phone => Phone::new(typed).err().map(|_| Fault::Phone),
            Stop::Amount => self.money().is_none().then_some(Fault::Amount),
            Stop::Customers => self.customers().is_none().then_some(Fault::Number),
            Stop::Rests => self.rests().is_none().then_some(Fault::Rests),
            Stop::Reason => too_long(Prose::new(typed).err()),
            _ => too_long(Line::new(typed).err()),
        }
    }

    fn time_fault(&self, env: &Env<'_>, stop: Stop) -> Option<Fault> {
        match self.instant(env, stop) {
            None => Some(Fault::Time),
            Some(at) if stop == Stop::Occurred && env.now < at => Some(Fault::Future),
            Some(at) if stop == Stop::Promise && at <= env.now => Some(Fault::Past),
            Some(_) => None,
        }
    }

    /// Whether a required field holds something.
    fn has(&self, stop: Stop) -> bool {
        match stop {
            Stop::Channel => self.channel.is_some(),
            Stop::Category => self.category.is_some(),
            Stop::Content => !self.content.text().trim().is_empty(),
            Stop::Remedies => !self.remedies.is_empty() || !self.line(Stop::RemedyWords).trim().is_empty(),
            Stop::Validity => self.validity.is_some(),
            Stop::Severity => self.severity.is_some(),
            Stop::Urgency => self.urgency.is_some(),
            Stop::Department => self.department.is_some(),
            Stop::Answer => !self.answer.text().trim().is_empty(),
            Stop::Outcome => self.outcome.is_some(),
            Stop::Solution => !self.solution.text().trim().is_empty(),
            Stop::Satisfied => self.has_tick(Tick::Satisfied),
            _ => !self.line(stop).trim().is_empty(),
        }
    }

    /// What has to be filled in for what is to be sent (B08), in the order of the form.
    pub fn required(&self, sending: Sending) -> Vec<Stop> {
        let mut all = vec![Stop::Phone, Stop::Name, Stop::Channel, Stop::Product, Stop::Category, Stop::Content];
        let complaint = self.kind == Kind::Complaint;
        if complaint {
            all.push(Stop::Remedies);
        }
        match sending {
            Sending::RegisterOnly if complaint => all.extend([Stop::Severity, Stop::Urgency]),
            Sending::RegisterOnly => {}
            Sending::Whole(Way::Dispatch) => {
                all.extend([Stop::Validity, Stop::Severity, Stop::Urgency, Stop::Promise, Stop::Department]);
            }
            Sending::Whole(Way::Reply) => {
                if complaint {
                    all.extend([Stop::Validity, Stop::Severity, Stop::Urgency]);
                }
                all.extend([Stop::Answer, Stop::Outcome]);
            }
            Sending::Whole(Way::Solve) => {
                if complaint {
                    all.extend([Stop::Severity, Stop::Urgency]);
                }
                all.extend([Stop::Solution, Stop::Satisfied]);
            }
        }
        all
    }

    /// The required fields that hold nothing, and a judgement without its reason.
    pub fn missing(&self, sending: Sending) -> Vec<Stop> {
        let required = self.required(sending);
        let judged = required.contains(&Stop::Validity) && self.validity.is_some();
        let mut missing: Vec<Stop> = required.into_iter().filter(|it| !self.has(*it)).collect();
        if judged && !self.has(Stop::Reason) {
            missing.push(Stop::Reason);
        }
        missing.sort_unstable();
        missing
    }

    /// What stands in the way, in the order of the form: what is missing, and what cannot be taken as typed.
    pub fn gaps(&self, env: &Env<'_>, sending: Sending) -> Vec<Stop> {
        let mut gaps: BTreeSet<Stop> = self.missing(sending).into_iter().collect();
        let written = self.lines.keys().copied().chain([Stop::Content]).chain(match sending {
            Sending::Whole(Way::Reply) => Some(Stop::Answer),
            Sending::Whole(Way::Solve) => Some(Stop::Solution),
            Sending::Whole(Way::Dispatch) | Sending::RegisterOnly => None,
        });
        let shown = |it: &Stop| *it != Stop::Promise || self.promises(sending);
        gaps.extend(written.filter(shown).filter(|it| self.fault(env, *it).is_some()));
        gaps.into_iter().collect()
    }

    /// Whether the promise to the customer matters.
    fn promises(&self, sending: Sending) -> bool {
        match sending {
            Sending::Whole(Way::Dispatch) => true,
            Sending::RegisterOnly => self.kind == Kind::Complaint,
            Sending::Whole(Way::Reply | Way::Solve) => false,
        }
    }
}

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
        let complaint = self.kind == Kind::Complaint;
        let channel = self.channel?;
        let relayed = env.office().channel(channel).is_some_and(|it| it.kind == ChannelKind::Relayed);
        let proofs = env.texts.list(self.proofs.iter().map(|it| super::words::proof(env.texts, *it)));
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
            product: line(Stop::Product)?,
            order_number: line(Stop::Order),
            occurred: self.instant(env, Stop::Occurred),
            place: line(Stop::Place),
            amount: self.money(),
            category: self.category?,
            content: Prose::new(&self.content.text()).ok()?,
            remedies: self.remedies.iter().copied().collect(),
            requested_remedy: self.requested(env)?,
            wanted_by: self.instant(env, Stop::WantedBy),
            restated: self.has_tick(Tick::Restated),
            severity: if complaint { self.severity? } else { Severity::Minor },
            urgency: if complaint { self.urgency? } else { Urgency::Normal },
            complexity: self.complexity,
            safety: complaint && self.has_tick(Tick::Safety),
            media: complaint && self.has_tick(Tick::Media),
            customers: self.customers().unwrap_or(1),
        })
    }

    /// The customer's wish in words: as typed, or else what was chosen from the list.
    fn requested(&self, env: &Env<'_>) -> Option<Line> {
        if let Ok(words) = Line::new(self.line(Stop::RemedyWords)) {
            return Some(words);
        }
        let chosen = env.texts.list(self.remedies.iter().map(|it| env.texts.name(*it)));
        Line::new(if chosen.is_empty() { env.texts.intake_no_request() } else { &chosen }).ok()
    }

    fn commands(&self, env: &Env<'_>, sending: Sending) -> Option<Vec<Command>> {
        let mut commands = Vec::new();
        commands.extend(self.judgement().map(Command::Judge));
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
        }
        commands.extend(self.links());
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
        said.then_some(Acknowledgement { method: ContactMethod::Phone, promised_by, words: None })
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
            Decision::Apart => None,
        })
    }
}

fn toggle<T: Ord>(all: &mut BTreeSet<T>, it: T) {
    if !all.remove(&it) {
        all.insert(it);
    }
}

fn too_long(error: Option<TextError>) -> Option<Fault> {
    match error {
        Some(TextError::TooLong { max, .. }) => Some(Fault::TooLong { most: max }),
        Some(TextError::Empty) | None => None,
    }
}

/// `138 0617 2206`, as numbers are read aloud; others as they stand.
pub fn spaced(phone: &str) -> String {
    if phone.len() == 11 && phone.starts_with('1') && phone.is_ascii() {
        format!("{} {} {}", &phone[..3], &phone[3..7], &phone[7..])
    } else {
        phone.to_owned()
    }
}
