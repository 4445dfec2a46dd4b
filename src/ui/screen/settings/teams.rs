//! 处理小组: people of several departments under one leader (A11, A22).

use iced::{Length, widget::column};

use super::Message as Outer;
use super::entries::{self, Drawn, Page, add};
use super::parts::{NAME, Pen, SIDE, in_use, people, required, text};
use crate::domain::id::{PersonId, TeamId};
use crate::domain::office::command::TeamWords;
use crate::domain::office::{Command, Office, Subject, Team};
use crate::i18n::Texts;
use crate::ui::icon;
use crate::ui::part::form::toggled;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::Element;
use crate::ui::widget::{body, chips, small, small_strong};

/// What is being edited.
pub type State = entries::State<Form>;
/// What the person did.
pub type Message = entries::Message<TeamId, Change>;

/// A team as it is being typed.
#[derive(Debug, PartialEq)]
pub struct Form {
    id: Option<TeamId>,
    name: String,
    leader: Option<PersonId>,
    members: Vec<PersonId>,
}

/// What can be typed or chosen.
#[derive(Debug, Clone)]
pub enum Change {
    /// Its name.
    Name(String),
    /// 组长
    Leader(Option<PersonId>),
    /// One more or less member.
    Member(PersonId),
}

/// Draws the page.
pub(super) fn view<'a>(state: &'a State, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
    let (env, texts) = (pen.env, pen.env.texts);
    let actions = add::<Form>(pen, (texts.set_add_team(), icon::PLUS));
    let columns = vec![
        (texts.set_name(), Length::FillPortion(3)),
        (texts.set_leader(), Length::FillPortion(2)),
        (texts.set_members(), Length::FillPortion(5)),
        (texts.set_state(), Length::FillPortion(1)),
    ];
    let about = (texts.set_teams(), texts.set_teams_words().to_owned());
    let rows = env.office().teams().map(|it: &Team| {
        let person = |it: PersonId| texts.person(env.office(), it);
        let members = texts.list(it.members.iter().map(|it| person(*it)));
        let (name, state) = in_use(&env, Subject::Team(it.id), body(it.name.as_str()));
        (it.id, vec![name.into(), small(person(it.leader)).into(), small(members).into(), state.into()])
    });
    entries::view(state, pen, Page { about, actions, columns, none: Some(texts.set_teams_none()) }, rows.collect())
}

impl entries::Form for Form {
    type Id = TeamId;
    type Change = Change;

    fn of(office: &Office, id: TeamId) -> Option<Self> {
        let it = office.team(id)?;
        let (leader, members) = (Some(it.leader), it.members.clone());
        Some(Self { id: Some(id), name: it.name.to_string(), leader, members })
    }

    fn fresh(_office: &Office, _below: Option<TeamId>) -> Option<Self> {
        Some(Self { id: None, name: String::new(), leader: None, members: Vec::new() })
    }

    fn id(&self) -> Option<TeamId> {
        self.id
    }

    fn subject(id: TeamId) -> Subject {
        Subject::Team(id)
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Name(name) => self.name = name,
            Change::Leader(leader) => {
                self.leader = leader;
                // Who leads is no member besides.
                self.members.retain(|it| Some(*it) != leader);
            }
            Change::Member(person) => toggled(&mut self.members, person),
        }
    }

    fn command(&self) -> Option<Command> {
        let to = TeamWords { name: text(&self.name)?, leader: self.leader?, members: self.members.clone() };
        Some(match self.id {
            Some(id) => Command::ChangeTeam { id, to },
            None => Command::AddTeam(to),
        })
    }

    fn says(message: Message) -> Outer {
        Outer::Teams(message)
    }
}

impl Drawn for Form {
    fn title<'a>(&'a self, texts: &'a Texts) -> &'a str {
        if self.id.is_some() { &self.name } else { texts.set_add_team() }
    }

    fn fields<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Change::Name(it)));
        let leaders = people(&env, env.office(), |_| true);
        let leader = pen.pick(Spot("set-leader", 0), (leaders, self.leader), |it| send(Change::Leader(it)));
        let others = env.office().people().filter(|it| it.active && Some(it.id) != self.leader);
        let members: Vec<_> = others
            .enumerate()
            .map(|(place, it)| {
                let chosen = self.members.contains(&it.id);
                pen.chip(Spot("set-member", place), (it.name.as_str(), chosen), send(Change::Member(it.id)))
            })
            .collect();
        pen.keys.within(None);
        column![
            required(&env, texts.set_name(), name),
            required(&env, texts.set_leader(), leader),
            small_strong(texts.set_members()).style(style::text::ink3),
            chips(members),
        ]
        .spacing(10)
        .into()
    }
}

fn send(change: Change) -> Outer {
    Outer::Teams(Message::Changed(change))
}
