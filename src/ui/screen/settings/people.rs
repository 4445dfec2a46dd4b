//! 人员与权限: who works here, as what, and what that lets them do.

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::parts::{Choice, NAME, Pen, SIDE, inspector, labelled, page_head, people, required, standing, text, toggle};
use crate::books::pinyin::called;
use crate::domain::complaint::Verb;
use crate::domain::complaint::permission::Reach;
use crate::domain::complaint::terms::Money;
use crate::domain::id::{DepartmentId, PersonId};
use crate::domain::office::command::PersonWords;
use crate::domain::office::{Command, Person, Presence, Share, Subject};
use crate::domain::role::Role;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    Chosen, avatar, body, button, chips, field, heading, hint, icon_small, line_across, line_down, list_row, small,
    small_strong, strong, table_head,
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
    draft: Option<Draft>,
}

#[derive(Debug, PartialEq)]
struct Draft {
    id: Option<PersonId>,
    name: String,
    department: DepartmentId,
    roles: Vec<Role>,
    limit: String,
    deputy: Option<PersonId>,
    region: String,
    share: String,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Searched.
    Searched(String),
    /// Chose somebody.
    Chosen(PersonId),
    /// 添加人员
    Added,
    /// The name.
    Named(String),
    /// The department.
    DepartmentChosen(DepartmentId),
    /// One more or less role.
    RoleToggled(Role),
    /// 审批额度, in yuan.
    LimitTyped(String),
    /// 不在时代理
    DeputyChosen(Option<PersonId>),
    /// 片区
    RegionTyped(String),
    /// 分配比例, in percent.
    ShareTyped(String),
    /// 在岗 or 离岗
    PresenceToggled(PersonId),
    /// 停用 or 恢复
    Toggled(PersonId),
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        match (message, &mut self.draft) {
            (Message::Searched(query), _) => self.query = query,
            (Message::Chosen(id), draft) => *draft = env.office().person(id).map(Draft::of),
            (Message::Added, draft) => *draft = Draft::blank(env),
            (Message::Named(name), Some(draft)) => draft.name = name,
            (Message::DepartmentChosen(department), Some(draft)) => draft.department = department,
            (Message::RoleToggled(role), Some(draft)) => match draft.roles.iter().position(|it| *it == role) {
                Some(place) => drop(draft.roles.remove(place)),
                None => draft.roles.push(role),
            },
            (Message::LimitTyped(limit), Some(draft)) => draft.limit = limit,
            (Message::DeputyChosen(deputy), Some(draft)) => draft.deputy = deputy,
            (Message::RegionTyped(region), Some(draft)) => draft.region = region,
            (Message::ShareTyped(share), Some(draft)) => draft.share = share,
            (Message::PresenceToggled(person), _) => return presence(env, person),
            (Message::Toggled(id), _) => return vec![toggle(env.office(), Subject::Person(id))],
            (Message::Saved, Some(draft)) => return draft.command().into_iter().collect(),
            (Message::Dropped, draft) => *draft = None,
            (
                Message::Named(_)
                | Message::DepartmentChosen(_)
                | Message::RoleToggled(_)
                | Message::LimitTyped(_)
                | Message::DeputyChosen(_)
                | Message::RegionTyped(_)
                | Message::ShareTyped(_)
                | Message::Saved,
                None,
            ) => {}
        }
        Vec::new()
    }

    /// What was changed is in force; what is searched for stays.
    pub fn done(&mut self) {
        self.draft = None;
    }

    /// Whether Esc may close what is open: nothing was typed.
    #[must_use]
    pub fn untouched(&self, env: &Env<'_>) -> bool {
        let draft = self.draft.as_ref();
        draft.is_some_and(|it| it.id.and_then(|id| env.office().person(id)).is_some_and(|was| Draft::of(was) == *it))
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let env = pen.env;
        let texts = env.texts;
        let active = env.office().people().filter(|it| it.active).count();
        let away = env.office().people().filter(|it| it.active && it.presence == Presence::Away).count();
        let retired = env.office().people().count() - active;
        let search = field(texts.set_search_people(), &self.query)
            .icon(icon::SEARCH)
            .width(180)
            .on_input(|it| send(Message::Searched(it)));
        let search = pen.keys.field(Spot("set-search", 0), search);
        let add = button(texts.set_add_person()).primary().icon(icon::USER_PLUS);
        let add = pen.button(Spot("set-add", 0), add, Some(send(Message::Added)));
        let actions = row![Element::from(search)].push(add).spacing(8);
        let words = texts.set_people_words(active, away, retired);
        let head = table_head(
            [
                ("".into(), Length::Fixed(24.0)),
                (texts.set_person_name().into(), Length::FillPortion(2)),
                (texts.set_department().into(), Length::FillPortion(2)),
                (texts.set_roles().into(), Length::FillPortion(4)),
                (texts.set_state().into(), Length::FillPortion(2)),
            ],
            12.0,
        );
        let rows = env.office().people().filter(|it| self.finds(&env, it)).map(|it| self.row(&env, it));
        let list = pen.list(rows.collect::<Vec<_>>());
        let table = column![page_head(texts.set_people(), words, Some(actions.into())), head, list];
        row![table.width(Length::Fill), line_down()].push(self.draft.as_ref().map(|it| it.view(pen))).into()
    }

    fn finds(&self, env: &Env<'_>, it: &Person) -> bool {
        let query = self.query.trim();
        let department = env.office().department(it.department).map_or("", |it| it.name.as_str());
        called(&it.name, query).is_some() || called(department, query).is_some()
    }

    fn row<'a>(&self, env: &Env<'a>, it: &'a Person) -> (Outer, Chosen, Element<'a, Outer>) {
        let chosen = self.draft.as_ref().is_some_and(|draft| draft.id == Some(it.id));
        let (standing, chosen_row) = standing(chosen);
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
        let name = if chosen { strong(it.name.as_str()) } else { body(it.name.as_str()) };
        let name = if it.active { name } else { name.style(style::text::ink3) };
        let content = row![
            avatar(&it.name),
            container(name).width(Length::FillPortion(2)).clip(true),
            container(small(department)).width(Length::FillPortion(2)).clip(true),
            container(small(roles)).width(Length::FillPortion(4)).clip(true),
            container(state).width(Length::FillPortion(2)).clip(true),
        ]
        .spacing(12)
        .align_y(iced::Center);
        let message = send(Message::Chosen(it.id));
        (message.clone(), chosen_row, list_row((34.0, standing), content, message, None))
    }
}

impl Draft {
    fn of(it: &Person) -> Self {
        Self {
            id: Some(it.id),
            name: it.name.to_string(),
            department: it.department,
            roles: it.roles.iter().collect(),
            limit: it.approval_limit.map(|it| (it.0 / 100).to_string()).unwrap_or_default(),
            deputy: it.deputy,
            region: it.region.as_ref().map(ToString::to_string).unwrap_or_default(),
            share: it.share.0.to_string(),
        }
    }

    fn blank(env: &Env<'_>) -> Option<Self> {
        let department = env.office().departments().find(|it| it.active)?.id;
        let (name, limit) = (String::new(), String::new());
        let (region, share) = (String::new(), Share::default().0.to_string());
        Some(Self { id: None, name, department, roles: Vec::new(), limit, deputy: None, region, share })
    }

    /// An error where it is no amount.
    fn amount(&self) -> Result<Option<Money>, std::num::ParseIntError> {
        let typed: String = self.limit.chars().filter(|it| !matches!(it, ',' | '¥' | ' ')).collect();
        if typed.is_empty() { Ok(None) } else { typed.parse::<u32>().map(|it| Some(Money::yuan(it.into()))) }
    }

    /// 0 to 100.
    fn percent(&self) -> Option<Share> {
        self.share.trim().trim_end_matches('%').trim().parse().ok().filter(|it| *it <= 100).map(Share)
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

    fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let departments: Vec<_> =
            env.office().departments().filter(|it| it.active).map(|it| Choice::new(it.id, it.name.as_str())).collect();
        let own = self.id;
        let deputies = people(&env, env.office(), |it| Some(it.id) != own);
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Message::Named(it)));
        let department = pen
            .pick(Spot("set-department", 0), (departments, self.department), |it| send(Message::DepartmentChosen(it)));
        let roles = Role::ALL.iter().enumerate().map(|(place, it)| {
            let chosen = self.roles.contains(it);
            pen.chip(Spot("set-role", place), (texts.name(*it), chosen), send(Message::RoleToggled(*it)))
        });
        let roles: Vec<_> = roles.collect();
        let limit = pen.line(Spot("set-approval-limit", 0), &self.limit, |it| send(Message::LimitTyped(it)));
        let limit_wrong = self.amount().is_err().then(|| wrong(texts.set_amount_wrong()));
        let deputy = pen.pick(Spot("set-deputy", 0), (deputies, self.deputy), |it| send(Message::DeputyChosen(it)));
        let region = pen.line(Spot("set-region", 0), &self.region, |it| send(Message::RegionTyped(it)));
        let share = pen.line(Spot("set-share", 0), &self.share, |it| send(Message::ShareTyped(it)));
        let share_wrong = self.percent().is_none().then(|| wrong(texts.set_share_wrong()));
        let person = self.id.and_then(|it| env.office().person(it));
        let presence = person.filter(|it| it.active).and_then(|it| {
            let words = match it.presence {
                Presence::Present => texts.set_go_away(),
                Presence::Away => texts.set_come_back(),
            };
            let says = send(Message::PresenceToggled(it.id));
            pen.button(Spot("set-presence", 0), button(words).link().compact(), Some(says))
        });
        pen.keys.within(None);
        let retire = person.and_then(|it| pen.retire(it.active, send(Message::Toggled(it.id))));
        let content = column![
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
        .spacing(8);
        let title = if self.id.is_some() { self.name.as_str() } else { texts.set_add_person() };
        let head = row![heading(title), space().width(Length::Fill)].push(retire).align_y(iced::Center);
        let ready = self.command().is_some().then_some(Outer::Saved);
        let foot = pen.foot(ready, send(Message::Dropped));
        inspector(&env, head, content, foot)
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

fn send(message: Message) -> Outer {
    Outer::People(message)
}
