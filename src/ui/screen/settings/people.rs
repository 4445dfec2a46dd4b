//! 人员与权限: who works here, as what, and what that lets them do.

use iced::{
    Length,
    widget::{column, row, space},
};

use super::Message as Outer;
use super::entries::{self, Drawn, Page, add};
use super::parts::{Choice, NAME, Pen, SIDE, labelled, people, required, text};
use crate::books::pinyin::called;
use crate::domain::complaint::Verb;
use crate::domain::complaint::permission::Reach;
use crate::domain::complaint::terms::Money;
use crate::domain::id::{DepartmentId, PersonId};
use crate::domain::office::command::PersonWords;
use crate::domain::office::{Command, Office, Person, Presence, Share, Subject};
use crate::domain::role::Role;
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::form::toggled;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    avatar, body, button, chips, field, hint, icon_small, line_across, small, small_strong, strong,
};

/// What the list of abilities tells.
const TOLD: [Verb; 14] = [
    Verb::Register,
    Verb::Judge,
    Verb::Dispatch,
    Verb::Accept,
    Verb::Report,
    Verb::Propose,
    Verb::Approve,
    Verb::HandIn,
    Verb::RecordCallback,
    Verb::Close,
    Verb::Reopen,
    Verb::Supervise,
    Verb::Exempt,
    Verb::Reveal,
];

/// What is being edited, and what is searched for.
#[derive(Debug, Default)]
pub struct State {
    query: String,
    entries: entries::State<Form>,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Searched.
    Searched(String),
    /// 在岗 or 离岗
    PresenceToggled(PersonId),
    /// In the list, or in the form.
    Entry(entries::Message<PersonId, Change>),
}

/// Somebody as is being typed.
#[derive(Debug, PartialEq)]
pub struct Form {
    id: Option<PersonId>,
    name: String,
    department: DepartmentId,
    roles: Vec<Role>,
    limit: String,
    deputy: Option<PersonId>,
    region: String,
    share: String,
}

/// What can be typed or chosen.
#[derive(Debug, Clone)]
pub enum Change {
    /// The name.
    Name(String),
    /// The department.
    Department(DepartmentId),
    /// One more or less role.
    Role(Role),
    /// 审批额度, in yuan.
    Limit(String),
    /// 不在时代理
    Deputy(Option<PersonId>),
    /// 片区
    Region(String),
    /// 分配比例, in percent.
    Share(String),
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        match message {
            Message::Searched(query) => {
                self.query = query;
                Vec::new()
            }
            Message::PresenceToggled(person) => presence(env, person),
            Message::Entry(message) => self.entries.update(env, message),
        }
    }

    /// What was changed is in force; what is searched for stays.
    pub fn done(&mut self) {
        self.entries.done();
    }

    /// Whether Esc may close what is open: nothing was typed.
    #[must_use]
    pub fn untouched(&self, env: &Env<'_>) -> bool {
        self.entries.untouched(env)
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let active = env.office().people().filter(|it| it.active).count();
        let away = env.office().people().filter(|it| it.active && it.presence == Presence::Away).count();
        let retired = env.office().people().count() - active;
        let search = field(texts.set_search_people(), &self.query)
            .icon(icon::SEARCH)
            .width(180)
            .on_input(|it| Outer::People(Message::Searched(it)));
        let search = pen.keys.field(Spot("set-search", 0), search);
        let add = add::<Form>(pen, (texts.set_add_person(), icon::USER_PLUS));
        let actions = Some(row![Element::from(search)].push(add).spacing(8).into());
        let columns = vec![
            ("", Length::Fixed(24.0)),
            (texts.set_person_name(), Length::FillPortion(2)),
            (texts.set_department(), Length::FillPortion(2)),
            (texts.set_roles(), Length::FillPortion(4)),
            (texts.set_state(), Length::FillPortion(2)),
        ];
        let about = (texts.set_people(), texts.set_people_words(active, away, retired));
        let found = env.office().people().filter(|it| self.finds(&env, it));
        let rows = found.map(|it| (it.id, self.cells(&env, it))).collect();
        entries::view(&self.entries, pen, Page { about, actions, columns, none: None }, rows)
    }

    fn finds(&self, env: &Env<'_>, it: &Person) -> bool {
        let query = self.query.trim();
        let department = env.office().department(it.department).map_or("", |it| it.name.as_str());
        called(&it.name, query).is_some() || called(department, query).is_some()
    }

    fn cells<'a>(&self, env: &Env<'a>, it: &'a Person) -> Vec<Element<'a, Outer>> {
        let department = env.office().department(it.department).map_or("", |it| it.name.as_str());
        let roles = env.texts.list(it.roles.iter().map(|it| env.texts.name(it)));
        let state = match (it.active, it.presence) {
            (false, _) => small(env.texts.set_retired()).style(style::text::ink3),
            (true, Presence::Present) => small(env.texts.name(it.presence)),
            (true, Presence::Away) => {
                let deputy = it.deputy.map(|it| env.texts.person(env.office(), it)).unwrap_or_default();
                small(env.texts.set_away(deputy)).style(style::text::toned(Tone::Soon))
            }
        };
        let name = if self.entries.has_chosen(it.id) { strong(it.name.as_str()) } else { body(it.name.as_str()) };
        let name = if it.active { name } else { name.style(style::text::ink3) };
        vec![avatar(&it.name), name.into(), small(department).into(), small(roles).into(), state.into()]
    }
}

impl entries::Form for Form {
    type Id = PersonId;
    type Change = Change;

    fn of(office: &Office, id: PersonId) -> Option<Self> {
        let it = office.person(id)?;
        Some(Self {
            id: Some(it.id),
            name: it.name.to_string(),
            department: it.department,
            roles: it.roles.iter().collect(),
            limit: it.approval_limit.map(|it| (it.0 / 100).to_string()).unwrap_or_default(),
            deputy: it.deputy,
            region: it.region.as_ref().map(ToString::to_string).unwrap_or_default(),
            share: it.share.0.to_string(),
        })
    }

    fn fresh(office: &Office, _below: Option<PersonId>) -> Option<Self> {
        let department = office.departments().find(|it| it.active)?.id;
        let (name, limit) = (String::new(), String::new());
        let (region, share) = (String::new(), Share::default().0.to_string());
        Some(Self { id: None, name, department, roles: Vec::new(), limit, deputy: None, region, share })
    }

    fn id(&self) -> Option<PersonId> {
        self.id
    }

    fn subject(id: PersonId) -> Subject {
        Subject::Person(id)
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Name(name) => self.name = name,
            Change::Department(department) => self.department = department,
            Change::Role(role) => toggled(&mut self.roles, role),
            Change::Limit(limit) => self.limit = limit,
            Change::Deputy(deputy) => self.deputy = deputy,
            Change::Region(region) => self.region = region,
            Change::Share(share) => self.share = share,
        }
    }

    fn command(&self) -> Option<Command> {
        let to = PersonWords {
            name: text(&self.name)?,
            department: self.department,
            roles: self.roles.iter().copied().collect(),
            region: text(&self.region),
            approval_limit: self.amount().ok()?,
            deputy: self.deputy,
            share: self.percent()?,
        };
        Some(match self.id {
            Some(id) => Command::ChangePerson { id, to },
            None => Command::AddPerson(to),
        })
    }

    fn says(message: entries::Message<PersonId, Change>) -> Outer {
        Outer::People(Message::Entry(message))
    }
}

impl Drawn for Form {
    fn title<'a>(&'a self, texts: &'a Texts) -> &'a str {
        if self.id.is_some() { &self.name } else { texts.set_add_person() }
    }

    fn fields<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let departments: Vec<_> =
            env.office().departments().filter(|it| it.active).map(|it| Choice::new(it.id, it.name.as_str())).collect();
        let own = self.id;
        let deputies = people(&env, env.office(), |it| Some(it.id) != own);
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Change::Name(it)));
        let department =
            pen.pick(Spot("set-department", 0), (departments, self.department), |it| send(Change::Department(it)));
        let roles = Role::ALL.iter().enumerate().map(|(place, it)| {
            let chosen = self.roles.contains(it);
            pen.chip(Spot("set-role", place), (texts.name(*it), chosen), send(Change::Role(*it)))
        });
        let roles: Vec<_> = roles.collect();
        let limit = pen.line(Spot("set-approval-limit", 0), &self.limit, |it| send(Change::Limit(it)));
        let limit_wrong = self.amount().is_err().then(|| wrong(texts.set_amount_wrong()));
        let deputy = pen.pick(Spot("set-deputy", 0), (deputies, self.deputy), |it| send(Change::Deputy(it)));
        let region = pen.line(Spot("set-region", 0), &self.region, |it| send(Change::Region(it)));
        let share = pen.line(Spot("set-share", 0), &self.share, |it| send(Change::Share(it)));
        let share_wrong = self.percent().is_none().then(|| wrong(texts.set_share_wrong()));
        let person = self.id.and_then(|it| env.office().person(it));
        let presence = person.filter(|it| it.active).and_then(|it| {
            let words = match it.presence {
                Presence::Present => texts.set_go_away(),
                Presence::Away => texts.set_come_back(),
            };
            let says = Outer::People(Message::PresenceToggled(it.id));
            pen.button(Spot("set-presence", 0), button(words).link().compact(), Some(says))
        });
        pen.keys.within(None);
        column![
            required(&env, texts.set_person_name(), name),
            required(&env, texts.set_department(), department),
            small_strong(texts.set_roles()).style(style::text::ink3),
            chips(roles),
            labelled(&env, texts.set_approval_limit(), limit),
        ]
        .push(limit_wrong)
        .push(hint(texts.set_approval_limit_hint()))
        .push(labelled(&env, texts.set_deputy(), deputy))
        .push(labelled(&env, texts.set_region(), region))
        .push(labelled(&env, texts.set_share(), share))
        .push(share_wrong)
        .push(hint(texts.set_share_hint()))
        .push(presence)
        .push(line_across())
        .push(small_strong(texts.set_abilities()).style(style::text::ink3))
        .extend(TOLD.into_iter().map(|it| self.ability(&env, it)))
        .push(self.settings(&env))
        .spacing(8)
        .into()
    }
}

impl Form {
    /// An error where it is no amount.
    fn amount(&self) -> Result<Option<Money>, std::num::ParseIntError> {
        let typed: String = self.limit.chars().filter(|it| !matches!(it, ',' | '¥' | ' ')).collect();
        if typed.is_empty() { Ok(None) } else { typed.parse::<u32>().map(|it| Some(Money::yuan(it.into()))) }
    }

    /// 0 to 100.
    fn percent(&self) -> Option<Share> {
        self.share.trim().trim_end_matches('%').trim().parse().ok().filter(|it| *it <= 100).map(Share)
    }

    /// As the roles say it: nothing here knows who may do what.
    fn ability<'a>(&self, env: &Env<'a>, verb: Verb) -> Element<'a, Outer> {
        let able = self.roles.iter().filter(|it| it.may(verb));
        let reach = able.map(|it| it.reach()).fold(None, |all, it| match (all, it) {
            (Some(Reach::Everywhere), _) | (_, Reach::Everywhere) => Some(Reach::Everywhere),
            (Some(Reach::OwnCases) | None, Reach::OwnCases) => Some(Reach::OwnCases),
        });
        let within = reach.map(|it| match it {
            Reach::OwnCases => env.texts.set_own_cases(),
            Reach::Everywhere => "",
        });
        let words = within.map(|it| match (verb, self.amount()) {
            (Verb::Approve, Ok(Some(most))) => env.texts.set_within_amount(env.texts.money(most)),
            (_, _) => it.to_owned(),
        });
        told(env.texts.name(verb), words)
    }

    fn settings<'a>(&self, env: &Env<'a>) -> Element<'a, Outer> {
        told(env.texts.set_change_settings(), self.roles.contains(&Role::Admin).then(String::new))
    }
}

/// An ability and how far it reaches; `None`: not able.
fn told(words: &str, within: Option<String>) -> Element<'_, Outer> {
    let (sign, words) = if within.is_some() {
        (icon_small(icon::CHECK).style(style::text::toned(Tone::Success)), body(words))
    } else {
        (icon_small(icon::MINUS).style(style::text::ink3), body(words).style(style::text::ink3))
    };
    row![sign, words, space().width(Length::Fill), hint(within.unwrap_or_default())]
        .spacing(8)
        .align_y(iced::Center)
        .into()
}

fn wrong(words: &str) -> Element<'_, Outer> {
    small(words).style(style::text::toned(Tone::Late)).into()
}

fn presence(env: &Env<'_>, person: PersonId) -> Vec<Command> {
    let now = env.office().person(person).map(|it| it.presence);
    let presence = match now {
        Some(Presence::Present) | None => Presence::Away,
        Some(Presence::Away) => Presence::Present,
    };
    vec![Command::SetPresence { person, presence }]
}

fn send(change: Change) -> Outer {
    Outer::People(Message::Entry(entries::Message::Changed(change)))
}
