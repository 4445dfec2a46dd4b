//! The first facts of an office. There is no blank office: a founding brings everything that the first complaint
//! needs, so that it can be registered within a minute of the first start.
//!
//! Structure (who sits where, what goes to whom) stands once in `resources/office/structure.json`; names stand in one
//! file a language. Tests hold the files together.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::domain::calendar::Calendar;
use crate::domain::complaint::terms::{Money, Severity};
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId, TeamId};
use crate::domain::limits::Limits;
use crate::domain::office::Office;
use crate::domain::office::directory::{
    Category, Channel, ChannelKind, Department, DepartmentKind, Person, Presence, Route, Share, Team,
};
use crate::domain::office::event::{Event, Purpose};
use crate::domain::office::evolve::evolve;
use crate::domain::office::forms::Forms;
use crate::domain::office::laws;
use crate::domain::office::rejection::Rejection;
use crate::domain::office::rules::Rules;
use crate::domain::phrase::Phrase;
use crate::domain::role::Role;
use crate::domain::script::{Script, blessings};
use crate::domain::text::Line;

/// What an office begins with. The set-up screen starts from [`Founding::standard`] and changes what it likes.
#[derive(Debug, Clone, PartialEq)]
pub struct Founding {
    /// The company.
    pub name: Line,
    /// Language tag of the content.
    pub language: Line,
    /// Work or practice.
    pub purpose: Purpose,
    /// Departments.
    pub departments: Vec<Department>,
    /// People; at least one administrator, one at the desk, one supervisor.
    pub people: Vec<Person>,
    /// Teams.
    pub teams: Vec<Team>,
    /// Channels.
    pub channels: Vec<Channel>,
    /// Categories and subcategories.
    pub categories: Vec<Category>,
    /// Time limits.
    pub limits: Limits,
    /// Working time.
    pub calendar: Calendar,
    /// The settings that are no time limits.
    pub rules: Rules,
    /// Callback scripts.
    pub scripts: Vec<Script>,
    /// Phrases that forms offer.
    pub phrases: Vec<Phrase>,
    /// Numbers and names on forms.
    pub forms: Forms,
}

/// Founds an office. Anybody may: there is nobody yet who could be asked.
///
/// # Errors
/// A law of [`laws`] that the new office would break.
pub fn found(words: Founding) -> Result<Vec<Event>, Rejection> {
    let facts = words.facts();
    let mut office = Office::default();
    for fact in &facts {
        evolve(&mut office, fact);
    }
    match laws::broken(&office).into_iter().next() {
        Some(law) => Err(law),
        None => Ok(facts),
    }
}

/// The office of a company that starts today: role words for names, to be changed in the settings.
///
/// Takes `zh-CN`, `zh-TW`, `en` and whatever comes near; of anything else the original, `zh-CN`.
#[must_use]
pub fn standard(company: Line, language_tag: &str) -> Vec<Event> {
    Founding::standard(company, language_tag).map(Founding::facts).unwrap_or_default()
}

/// The practice office (演练) with invented people, marked as such.
#[must_use]
pub fn practice(language_tag: &str) -> Vec<Event> {
    Founding::practice(language_tag).map(Founding::facts).unwrap_or_default()
}

impl Founding {
    /// The office of a company that starts today. `None` only were the built-in files broken, which a test rules out.
    #[must_use]
    pub fn standard(company: Line, language_tag: &str) -> Option<Self> {
        let (structure, names) = (structure()?, Names::in_language(language_tag)?);
        Plan { structure: &structure, names: &names, purpose: Purpose::Work }.draw(company)
    }

    /// The practice office. `None` only were the built-in files broken, which a test rules out.
    #[must_use]
    pub fn practice(language_tag: &str) -> Option<Self> {
        let (structure, names) = (structure()?, Names::in_language(language_tag)?);
        let company = names.practice.company.clone();
        Plan { structure: &structure, names: &names, purpose: Purpose::Practice }.draw(company)
    }

    /// As facts, in the order in which an office is built. Holds no rule: see [`found`].
    #[must_use]
    pub fn facts(self) -> Vec<Event> {
        let mut facts = vec![Event::Founded { name: self.name, language: self.language, purpose: self.purpose }];
        facts.extend(self.departments.into_iter().map(Event::DepartmentAdded));
        facts.extend(self.people.into_iter().map(Event::PersonAdded));
        facts.extend(self.teams.into_iter().map(Event::TeamAdded));
        facts.extend(self.channels.into_iter().map(Event::ChannelAdded));
        facts.extend(self.categories.into_iter().map(Event::CategoryAdded));
        facts.push(Event::LimitsSet(self.limits));
        facts.push(Event::CalendarSet(self.calendar));
        facts.push(Event::RulesSet(self.rules));
        facts.push(Event::ScriptsSet { scripts: self.scripts });
        facts.push(Event::PhrasesSet { phrases: self.phrases });
        facts.push(Event::FormsSet(self.forms));
        facts
    }
}

/// The languages that have names.
const LANGUAGES: [(&str, &str); 3] = [
    ("zh-CN", include_str!("../../../resources/office/zh-CN.json")),
    ("zh-TW", include_str!("../../../resources/office/zh-TW.json")),
    ("en", include_str!("../../../resources/office/en.json")),
];

/// The nearest language that has names: `zh-Hant-HK` is read as `zh-TW`, `en-GB` as `en`, the rest as `zh-CN`.
fn nearest(language_tag: &str) -> usize {
    let tag = language_tag.to_ascii_lowercase().replace('_', "-");
    let mut parts = tag.split('-');
    match parts.next() {
        Some("en") => 2,
        Some("zh") if parts.any(|it| matches!(it, "tw" | "hk" | "mo" | "hant")) => 1,
        Some(_) | None => 0,
    }
}

fn structure() -> Option<Structure> {
    serde_json::from_str(include_str!("../../../resources/office/structure.json")).ok()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Structure {
    departments: Vec<DepartmentPlan>,
    people: Vec<PersonPlan>,
    teams: Vec<TeamPlan>,
    channels: Vec<ChannelPlan>,
    categories: Vec<CategoryPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DepartmentPlan {
    key: String,
    kind: DepartmentKind,
    handler: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonPlan {
    key: String,
    department: String,
    roles: BTreeSet<Role>,
    seat: Seat,
    approval_limit: Option<Money>,
    deputy: Option<String>,
    region: Option<RegionPlan>,
    #[serde(default)]
    standing: Standing,
}

/// Where a person is entered.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Seat {
    Standard,
    Practice,
}

/// The region is called as the department.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RegionPlan {
    Department,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Standing {
    #[default]
    Present,
    AwayInPractice,
    Retired,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TeamPlan {
    key: String,
    leader: String,
    members: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChannelPlan {
    key: String,
    kind: ChannelKind,
    owner: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryPlan {
    key: String,
    department: Option<String>,
    handler: Option<String>,
    severity: Severity,
    escalation: Option<String>,
    via: Option<String>,
    #[serde(default)]
    below: Vec<CategoryPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    #[serde(skip)]
    language: &'static str,
    departments: BTreeMap<String, Line>,
    people: BTreeMap<String, Line>,
    teams: BTreeMap<String, Line>,
    channels: BTreeMap<String, Line>,
    categories: BTreeMap<String, CategoryNames>,
    practice: PracticeNames,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryNames {
    name: Line,
    words: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PracticeNames {
    company: Line,
    people: BTreeMap<String, Line>,
}

impl Names {
    fn in_language(tag: &str) -> Option<Self> {
        let (language, text) = LANGUAGES.get(nearest(tag))?;
        Some(Self { language, ..serde_json::from_str(text).ok()? })
    }
}

/// Structure and names about to become an office. Every lookup that fails ends the drawing.
struct Plan<'a> {
    structure: &'a Structure,
    names: &'a Names,
    purpose: Purpose,
}

impl Plan<'_> {
    fn draw(&self, company: Line) -> Option<Founding> {
        let structure = self.structure;
        Some(Founding {
            name: company,
            language: Line::new(self.names.language).ok()?,
            purpose: self.purpose,
            departments: structure.departments.iter().map(|it| self.department(it)).collect::<Option<_>>()?,
            people: self.seats().map(|it| self.person(it)).collect::<Option<_>>()?,
            teams: structure.teams.iter().map(|it| self.team(it)).collect::<Option<_>>()?,
            channels: structure.channels.iter().map(|it| self.channel(it)).collect::<Option<_>>()?,
            categories: self.categories()?,
            limits: Limits::standard(),
            calendar: Calendar::mainland(),
            rules: Rules::default(),
            scripts: Script::standard(self.names.language).to_vec(),
            phrases: Phrase::standard(self.names.language).to_vec(),
            forms: Forms { blessings: blessings(self.names.language).to_vec(), ..Forms::default() },
        })
    }

    fn seats(&self) -> impl Iterator<Item = &PersonPlan> {
        let all = self.purpose == Purpose::Practice;
        self.structure.people.iter().filter(move |it| all || it.seat == Seat::Standard)
    }

    fn department(&self, plan: &DepartmentPlan) -> Option<Department> {
        Some(Department {
            id: self.department_id(&plan.key)?,
            name: self.names.departments.get(&plan.key)?.clone(),
            kind: plan.kind,
            default_handler: self.person_named(plan.handler.as_ref())?,
            active: true,
        })
    }

    fn person(&self, plan: &PersonPlan) -> Option<Person> {
        let (names, away) = match self.purpose {
            Purpose::Work => (&self.names.people, false),
            Purpose::Practice => (&self.names.practice.people, plan.standing == Standing::AwayInPractice),
        };
        let region = match plan.region {
            Some(RegionPlan::Department) => Some(self.names.departments.get(&plan.department)?.clone()),
            None => None,
        };
        Some(Person {
            id: self.person_id(&plan.key)?,
            name: names.get(&plan.key)?.clone(),
            department: self.department_id(&plan.department)?,
            roles: plan.roles.iter().copied().collect(),
            region,
            approval_limit: plan.approval_limit,
            deputy: self.person_named(plan.deputy.as_ref())?,
            presence: if away { Presence::Away } else { Presence::Present },
            share: Share::default(),
            active: plan.standing != Standing::Retired,
        })
    }

    fn team(&self, plan: &TeamPlan) -> Option<Team> {
        let place = self.structure.teams.iter().position(|it| it.key == plan.key)?;
        Some(Team {
            id: TeamId(number(place)?),
            name: self.names.teams.get(&plan.key)?.clone(),
            leader: self.person_id(&plan.leader)?,
            members: plan.members.iter().map(|it| self.person_id(it)).collect::<Option<_>>()?,
            active: true,
        })
    }

    fn channel(&self, plan: &ChannelPlan) -> Option<Channel> {
        let place = self.structure.channels.iter().position(|it| it.key == plan.key)?;
        Some(Channel {
            id: ChannelId(number(place)?),
            name: self.names.channels.get(&plan.key)?.clone(),
            kind: plan.kind,
            owner: self.person_named(plan.owner.as_ref())?,
            active: true,
        })
    }

    /// Each category is followed by its subcategories.
    fn categories(&self) -> Option<Vec<Category>> {
        let mut drawn: Vec<Category> = Vec::new();
        for top in &self.structure.categories {
            let parent = CategoryId(number(drawn.len())?);
            drawn.push(self.category(top, (parent, None))?);
            for below in &top.below {
                let id = CategoryId(number(drawn.len())?);
                drawn.push(self.category(below, (id, Some(parent)))?);
            }
        }
        Some(drawn)
    }

    fn category(&self, plan: &CategoryPlan, (id, parent): (CategoryId, Option<CategoryId>)) -> Option<Category> {
        let names = self.names.categories.get(&plan.key)?;
        let department = match &plan.department {
            Some(key) => Some(self.department_id(key)?),
            None => None,
        };
        Some(Category {
            id,
            parent,
            name: names.name.clone(),
            route: self.person_named(plan.via.as_ref())?.map_or(Route::Direct, Route::ViaManager),
            department,
            handler: self.person_named(plan.handler.as_ref())?,
            severity: plan.severity,
            escalation: self.person_named(plan.escalation.as_ref())?,
            words: names.words.clone(),
            active: true,
        })
    }

    fn department_id(&self, key: &str) -> Option<DepartmentId> {
        let place = self.structure.departments.iter().position(|it| it.key == key)?;
        number(place).map(DepartmentId)
    }

    fn person_id(&self, key: &str) -> Option<PersonId> {
        let place = self.seats().position(|it| it.key == key)?;
        number(place).map(PersonId)
    }

    /// Nobody named is nobody meant; a name that nobody has ends the drawing.
    #[expect(clippy::option_option, reason = "`?` on the outer one: the plan is broken; the inner one: nobody")]
    fn person_named(&self, key: Option<&String>) -> Option<Option<PersonId>> {
        match key {
            Some(key) => self.person_id(key).map(Some),
            None => Some(None),
        }
    }
}

/// Numbers begin at 1.
fn number(place: usize) -> Option<u32> {
    u32::try_from(place).ok()?.checked_add(1)
}
