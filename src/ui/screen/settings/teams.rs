//! 处理小组: people of several departments under one leader (A11, A22).

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::parts::{Choice, NAME, Pen, SIDE, in_use, inspector, page_head, people, required, standing, text, toggle};
use crate::domain::id::{PersonId, TeamId};
use crate::domain::office::command::TeamWords;
use crate::domain::office::{Command, Subject, Team};
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::Element;
use crate::ui::widget::{
    Chosen, body, button, chips, heading, hint, line_down, list_row, small, small_strong, table_head,
};

/// What is being edited.
#[derive(Debug, Default)]
pub struct State {
    draft: Option<Draft>,
}

#[derive(Debug, PartialEq)]
struct Draft {
    id: Option<TeamId>,
    name: String,
    leader: Option<PersonId>,
    members: Vec<PersonId>,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a team.
    Chosen(TeamId),
    /// 添加小组
    Added,
    /// Its name.
    Named(String),
    /// 组长
    LeaderChosen(Option<PersonId>),
    /// One more or less member.
    MemberToggled(PersonId),
    /// 停用 or 恢复
    Toggled(TeamId),
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        match (message, &mut self.draft) {
            (Message::Chosen(id), draft) => *draft = env.office().team(id).map(Draft::of),
            (Message::Added, draft) => {
                *draft = Some(Draft { id: None, name: String::new(), leader: None, members: Vec::new() });
            }
            (Message::Named(name), Some(draft)) => draft.name = name,
            (Message::LeaderChosen(leader), Some(draft)) => {
                draft.leader = leader;
                // Who leads is no member besides.
                draft.members.retain(|it| Some(*it) != leader);
            }
            (Message::MemberToggled(person), Some(draft)) => match draft.members.iter().position(|it| *it == person) {
                Some(place) => drop(draft.members.remove(place)),
                None => draft.members.push(person),
            },
            (Message::Toggled(id), _) => return vec![toggle(env.office(), Subject::Team(id))],
            (Message::Saved, Some(draft)) => return draft.command().into_iter().collect(),
            (Message::Dropped, draft) => *draft = None,
            (Message::Named(_) | Message::LeaderChosen(_) | Message::MemberToggled(_) | Message::Saved, None) => {}
        }
        Vec::new()
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.draft = None;
    }

    /// Whether Esc may close what is open: nothing was typed.
    #[must_use]
    pub fn untouched(&self, env: &Env<'_>) -> bool {
        let was = |id| env.office().team(id).map(Draft::of);
        self.draft.as_ref().is_some_and(|it| it.id.and_then(was).as_ref() == Some(it))
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let add = button(texts.set_add_team()).primary().icon(icon::PLUS);
        let add = pen.button(Spot("set-add", 0), add, Some(send(Message::Added)));
        let head = table_head(
            [
                (texts.set_name().into(), Length::FillPortion(3)),
                (texts.set_leader().into(), Length::FillPortion(2)),
                (texts.set_members().into(), Length::FillPortion(5)),
                (texts.set_state().into(), Length::FillPortion(1)),
            ],
            12.0,
        );
        let rows: Vec<_> = env.office().teams().map(|it| self.row(&env, it)).collect();
        let nothing = rows.is_empty().then(|| container(hint(texts.set_teams_none())).padding([14, 20]));
        let list = pen.list(rows);
        let page = page_head(texts.set_teams(), texts.set_teams_words(), add);
        let table = column![page, head].push(nothing).push(list);
        row![table.width(Length::Fill), line_down()].push(self.draft.as_ref().map(|it| it.view(pen))).into()
    }

    fn row<'a>(&self, env: &Env<'a>, it: &'a Team) -> (Outer, Chosen, Element<'a, Outer>) {
        let (standing, chosen) = standing(self.draft.as_ref().is_some_and(|draft| draft.id == Some(it.id)));
        let person = |it: PersonId| env.texts.person(env.office(), it);
        let members = env.texts.list(it.members.iter().map(|it| person(*it)));
        let (name, state) = in_use(env, Subject::Team(it.id), body(it.name.as_str()));
        let content = row![
            container(name).width(Length::FillPortion(3)).clip(true),
            container(small(person(it.leader))).width(Length::FillPortion(2)).clip(true),
            container(small(members)).width(Length::FillPortion(5)).clip(true),
            container(state).width(Length::FillPortion(1)),
        ]
        .spacing(12)
        .align_y(iced::Center);
        let message = send(Message::Chosen(it.id));
        (message.clone(), chosen, list_row((34.0, standing), content, message, None))
    }
}

impl Draft {
    fn of(it: &Team) -> Self {
        Self { id: Some(it.id), name: it.name.to_string(), leader: Some(it.leader), members: it.members.clone() }
    }

    fn command(&self) -> Option<Command> {
        let to = TeamWords { name: text(&self.name)?, leader: self.leader?, members: self.members.clone() };
        Some(match self.id {
            Some(id) => Command::ChangeTeam { id, to },
            None => Command::AddTeam(to),
        })
    }

    fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Message::Named(it)));
        let leaders: Vec<Choice<Option<PersonId>>> = people(&env, env.office(), |_| true);
        let leader = pen.pick(Spot("set-leader", 0), (leaders, self.leader), |it| send(Message::LeaderChosen(it)));
        let others = env.office().people().filter(|it| it.active && Some(it.id) != self.leader);
        let members: Vec<_> = others
            .enumerate()
            .map(|(place, it)| {
                let chosen = self.members.contains(&it.id);
                pen.chip(Spot("set-member", place), (it.name.as_str(), chosen), send(Message::MemberToggled(it.id)))
            })
            .collect();
        pen.keys.within(None);
        let team = self.id.and_then(|it| env.office().team(it));
        let retire = team.and_then(|it| pen.retire(it.active, send(Message::Toggled(it.id))));
        let content = column![
            required(&env, texts.set_name(), name),
            required(&env, texts.set_leader(), leader),
            small_strong(texts.set_members()).style(style::text::ink3),
            chips(members),
        ]
        .spacing(10);
        let title = if self.id.is_some() { self.name.as_str() } else { texts.set_add_team() };
        let head = row![heading(title), space().width(Length::Fill)].push(retire).align_y(iced::Center);
        let foot = pen.foot(self.command().map(|_| Outer::Saved), send(Message::Dropped));
        inspector(&env, head, content, foot)
    }
}

fn send(message: Message) -> Outer {
    Outer::Teams(message)
}
