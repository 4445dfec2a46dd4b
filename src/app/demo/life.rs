//! One complaint on its way: where it stands, what time it is, what was written.

use chrono::{Duration, NaiveTime};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::births::{self, Birth};
use super::phrases::{List, Phrases, Product, filled};
use super::{Broken, Plan, hours};
use crate::domain::calendar::Calendar;
use crate::domain::complaint::terms::{Kind, Money, Remedy, Salutation, Severity, Urgency};
use crate::domain::complaint::{self, Command, Complaint, Ctx, Details, Entry, Rejection, Stage, Stamp};
use crate::domain::customer::{Complainant, Member, Phone, RestHours};
use crate::domain::id::{CategoryId, ComplaintId, PersonId, StreamId};
use crate::domain::moment::Moment;
use crate::domain::office::{ChannelKind, Office};
use crate::domain::record::{Fact, Version};
use crate::domain::text::Text;
use crate::store::Batch;

/// Why a story does not go on.
#[derive(Debug)]
pub(super) enum Stop {
    /// The end of the year comes first: the complaint stays open.
    Later,
    /// A fault of the story.
    Broken(Broken),
}

pub(super) type Flow<T = ()> = Result<T, Stop>;

impl Stop {
    pub(super) const fn lacks(what: &'static str) -> Self {
        Self::Broken(Broken::Lacks(what))
    }
}

impl From<Rejection> for Stop {
    fn from(rejection: Rejection) -> Self {
        Self::Broken(Broken::Complaint(rejection))
    }
}

impl From<crate::domain::text::TextError> for Stop {
    fn from(trouble: crate::domain::text::TextError) -> Self {
        Self::Broken(trouble.into())
    }
}

/// A customer who may call again.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    pub id: ComplaintId,
    pub at: Moment,
    /// Where the complaint stands when the year ends.
    pub stage: Stage,
    pub details: Details,
    pub goods: Product,
}

pub(super) struct Life<'a> {
    pub office: &'a Office,
    pub phrases: &'a Phrases,
    pub dice: ChaCha8Rng,
    pub now: Moment,
    pub until: Moment,
    pub batches: Vec<Batch>,
    /// Who took the call.
    pub clerk: PersonId,
    /// What was bought.
    pub goods: Product,
    id: ComplaintId,
    complaint: Option<Complaint>,
}

impl<'a> Life<'a> {
    pub(super) fn new((office, phrases): (&'a Office, &'a Phrases), birth: &Birth, plan: &Plan) -> Self {
        let dice = births::dice(plan.seed, birth.index);
        let (now, until) = (birth.at, plan.until);
        let (batches, clerk, goods) = (Vec::new(), PersonId::default(), Product::default());
        Self { office, phrases, dice, now, until, batches, clerk, goods, id: birth.id, complaint: None }
    }

    /// What the next ones may remember of it.
    pub(super) fn caller(&self, at: Moment) -> Option<Caller> {
        let complaint = self.complaint.as_ref().filter(|it| it.is_complaint())?;
        let (details, goods) = (complaint.details.clone(), self.goods.clone());
        Some(Caller { id: self.id, at, stage: complaint.stage, details, goods })
    }

    pub(super) fn calendar(&self) -> &'a Calendar {
        self.office.calendar()
    }

    pub(super) fn case(&self) -> Flow<&Complaint> {
        self.complaint.as_ref().ok_or(Stop::lacks("complaint"))
    }

    /// The year ends before this.
    fn in_time(&self) -> Flow {
        if self.until < self.now { Err(Stop::Later) } else { Ok(()) }
    }

    /// So many working minutes pass.
    pub(super) fn pass(&mut self, minutes: i64) {
        self.now = hours::later(self.calendar(), self.now, minutes);
    }

    /// A number of working minutes between two passes.
    pub(super) fn wait(&mut self, from: i64, to: i64) {
        let minutes = self.dice.random_range(from..=to);
        self.pass(minutes);
        let seconds = self.dice.random_range(0..50);
        if self.calendar().is_open(self.now + Duration::seconds(seconds)) {
            self.now += Duration::seconds(seconds);
        }
    }

    /// Out of a hundred cases in so many.
    pub(super) fn chance(&mut self, percent: f64) -> bool {
        self.dice.random_bool(percent / 100.0)
    }

    /// A phrase of a list, filled in.
    pub(super) fn say<const N: usize>(&mut self, list: &List) -> Flow<Text<N>> {
        let phrase = list.choose(&mut self.dice).map_or("", String::as_str);
        Ok(Text::new(&filled(phrase, &self.goods, &mut self.dice))?)
    }

    pub(super) fn register(&mut self, details: Details) -> Flow {
        self.in_time()?;
        self.clerk = self.clerk()?;
        let ctx = Ctx { office: self.office, actor: self.clerk, now: self.now, rests: &[] };
        let entries = complaint::register(&ctx, self.id, Box::new(details))?;
        self.write(self.clerk, entries);
        Ok(())
    }

    /// One command, one press.
    pub(super) fn act(&mut self, by: PersonId, command: Command) -> Flow {
        self.press(by, vec![command])
    }

    /// Several commands of one press.
    pub(super) fn press(&mut self, by: PersonId, commands: Vec<Command>) -> Flow {
        self.in_time()?;
        let ctx = Ctx { office: self.office, actor: by, now: self.now, rests: &[] };
        let mut ahead = self.case()?.clone();
        let mut made = Vec::new();
        for command in commands {
            let entries = complaint::decide(&ctx, &ahead, command)?;
            for it in &entries {
                ahead.apply(it, Stamp { at: self.now, by });
            }
            made.extend(entries);
        }
        self.write(by, made);
        Ok(())
    }

    fn write(&mut self, by: PersonId, entries: Vec<Entry>) {
        let expected = self.complaint.as_ref().map_or(Version::NONE, |it| it.version);
        let stamp = Stamp { at: self.now, by };
        for it in &entries {
            match &mut self.complaint {
                None => self.complaint = Complaint::born(it, stamp),
                Some(complaint) => complaint.apply(it, stamp),
            }
        }
        let press = births::press(&mut self.dice);
        let facts = entries.into_iter().map(Fact::Complaint).collect();
        let stream = StreamId::Complaint(self.id);
        self.batches.push(Batch { stream, expected, beside: Vec::new(), press, at: self.now, by, facts });
    }
}

/// What the caller says.
impl Life<'_> {
    /// A problem of a category, or of any.
    pub(super) fn problem(&mut self, category: Option<CategoryId>) -> Flow<Details> {
        let month = chrono::Datelike::month(&self.calendar().day_of(self.now));
        let matter = match category {
            Some(category) => self.phrases.of(category),
            None => self.phrases.matter(&mut self.dice),
        };
        let matter = matter.ok_or(Stop::lacks("matter"))?;
        let (goods, content) = matter.problem(&self.phrases.goods, |it| season(it, month), &mut self.dice);
        self.goods = goods;
        let severity = self.office.category(matter.id).map_or(Severity::Minor, |it| it.severity);
        let mut details = self.details(matter.id, &content)?;
        details.severity = severity;
        details.safety = severity == Severity::Major;
        details.requested_remedy = self.say(&matter.wants)?;
        details.remedies = matter.remedies.iter().take(self.dice.random_range(1..=2)).copied().collect();
        details.urgency = match self.dice.random_range(0..10) {
            0 => Urgency::Critical,
            1 | 2 => Urgency::Urgent,
            _ => Urgency::Normal,
        };
        if matter.remedies.iter().any(|it| matches!(it, Remedy::Refund | Remedy::Return | Remedy::Damages)) {
            let yuan = if self.chance(85.0) { self.goods.price.min(1_980) } else { self.goods.price };
            details.amount = Some(Money::yuan(yuan));
        }
        details.media = self.chance(0.6);
        details.customers = if self.chance(0.8) { self.dice.random_range(3..=6) } else { 1 };
        Ok(details)
    }

    /// A call that is no complaint.
    pub(super) fn chat(&mut self, kind: Kind) -> Flow<Details> {
        let list = match kind {
            Kind::Suggestion => &self.phrases.suggestions,
            Kind::Praise => &self.phrases.praises,
            Kind::Inquiry | Kind::Complaint => &self.phrases.inquiries,
        };
        self.goods = self.phrases.goods.choose(&mut self.dice).cloned().unwrap_or_default();
        let content: Text<4000> = self.say(list)?;
        let matter = self.phrases.categories.last().ok_or(Stop::lacks("matter"))?;
        let mut details = self.details(matter.id, &content)?;
        details.kind = kind;
        details.requested_remedy = self.say(&self.phrases.answers)?;
        Ok(details)
    }

    fn details(&mut self, category: CategoryId, content: &str) -> Flow<Details> {
        let complainant = self.complainant()?;
        let day = self.calendar().day_of(self.now);
        let ordered = day - chrono::Days::new(self.dice.random_range(3..120));
        let order = format!("{}{:06}", ordered.format("%Y%m%d"), self.dice.random_range(0..1_000_000));
        // One in three calls reaches the desk by another way than the telephone.
        let channels: Vec<_> = self.office.channels().filter(|it| it.active).collect();
        let channel = match channels.first() {
            Some(phone) if self.dice.random_bool(0.62) => Some(*phone),
            Some(_) | None => channels.choose(&mut self.dice).copied(),
        };
        let channel = channel.ok_or(Stop::lacks("channel"))?;
        let relayed = channel.kind == ChannelKind::Relayed;
        Ok(Details {
            kind: Kind::Complaint,
            complainant,
            channel: channel.id,
            source_party: if relayed { Some(self.say(&self.phrases.dealers)?) } else { None },
            identity_checked: if self.chance(80.0) { Some(self.say(&self.phrases.checks)?) } else { None },
            product: Text::new(&self.goods.name)?,
            order_number: if self.chance(75.0) { Some(Text::new(&order)?) } else { None },
            occurred: self.chance(60.0).then(|| self.now - Duration::hours(self.dice.random_range(2..96))),
            place: None,
            amount: None,
            category,
            content: Text::new(content)?,
            remedies: Vec::new(),
            requested_remedy: Text::new("-")?,
            wanted_by: None,
            restated: self.chance(92.0),
            severity: Severity::Minor,
            urgency: Urgency::Normal,
            complexity: None,
            safety: false,
            media: false,
            customers: 1,
        })
    }

    fn complainant(&mut self) -> Flow<Complainant> {
        let surnames: Vec<char> = self.phrases.surnames.chars().collect();
        let surname = surnames.choose(&mut self.dice).copied().unwrap_or('王');
        let (salutation, given) = if self.dice.random_bool(0.55) {
            (Salutation::Madam, &self.phrases.women)
        } else {
            (Salutation::Sir, &self.phrases.men)
        };
        let given: Text<200> = self.say(given)?;
        let prefix = ["138", "139", "136", "150", "151", "158", "186", "187", "189", "199"];
        let prefix = prefix.choose(&mut self.dice).copied().unwrap_or("138");
        let phone = format!("{prefix}{:08}", self.dice.random_range(0..100_000_000_u32));
        let member = self.chance(24.0);
        let tier = self.say(&self.phrases.tiers)?;
        let number = Text::new(&format!("HC{:07}", self.dice.random_range(0..10_000_000)))?;
        let rests = self.chance(4.0).then(|| RestHours {
            from: NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default(),
            until: NaiveTime::from_hms_opt(10, 30, 0).unwrap_or_default(),
        });
        Ok(Complainant {
            name: Text::new(&format!("{surname}{given}"))?,
            salutation,
            phone: Phone::new(&phone).map_err(|_| Stop::lacks("telephone number"))?,
            organisation: if self.chance(5.0) { Some(self.say(&self.phrases.organisations)?) } else { None },
            address: if self.chance(70.0) { Some(self.say(&self.phrases.places)?) } else { None },
            region: None,
            member: member.then_some(Member { number: Some(number), tier: Some(tier) }),
            preference: if self.chance(12.0) { Some(self.say(&self.phrases.preferences)?) } else { None },
            rests,
        })
    }
}

fn season(kind: &str, month: u32) -> u32 {
    match (kind, month) {
        ("air", 5..=9) | ("heater", 10..=12 | 1..=2) => 5,
        ("air" | "heater", _) => 1,
        ("robot" | "fridge" | "washer", _) => 3,
        _ => 2,
    }
}
