//! 部门与路由: who there is to dispatch to, and who gets it first.

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::parts::{
    Choice, NAME, Pen, SIDE, in_use, inspector, labelled, page_head, people, required, standing, text, toggle,
};
use crate::domain::id::{DepartmentId, PersonId};
use crate::domain::office::command::DepartmentWords;
use crate::domain::office::{Command, Department, DepartmentKind, Subject};
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::theme::Element;
use crate::ui::widget::{Chosen, body, button, heading, line_down, list_row, small, table_head};

const KINDS: [DepartmentKind; 4] =
    [DepartmentKind::FrontDesk, DepartmentKind::Handling, DepartmentKind::Region, DepartmentKind::Staff];

/// What is being edited.
#[derive(Debug, Default)]
pub struct State {
    draft: Option<Draft>,
}

#[derive(Debug, PartialEq)]
struct Draft {
    id: Option<DepartmentId>,
    name: String,
    kind: DepartmentKind,
    handler: Option<PersonId>,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a department.
    Chosen(DepartmentId),
    /// 添加部门
    Added,
    /// Its name.
    Named(String),
    /// Its kind.
    KindChosen(DepartmentKind),
    /// Who gets what is dispatched to it.
    HandlerChosen(Option<PersonId>),
    /// 停用 or 恢复
    Toggled(DepartmentId),
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        match (message, &mut self.draft) {
            (Message::Chosen(id), draft) => *draft = env.office().department(id).map(Draft::of),
            (Message::Added, draft) => {
                let (name, kind) = (String::new(), DepartmentKind::Handling);
                *draft = Some(Draft { id: None, name, kind, handler: None });
            }
            (Message::Named(name), Some(draft)) => draft.name = name,
            (Message::KindChosen(kind), Some(draft)) => draft.kind = kind,
            (Message::HandlerChosen(handler), Some(draft)) => draft.handler = handler,
            (Message::Toggled(id), _) => return vec![toggle(env.office(), Subject::Department(id))],
            (Message::Saved, Some(draft)) => return draft.command().into_iter().collect(),
            (Message::Dropped, draft) => *draft = None,
            (Message::Named(_) | Message::KindChosen(_) | Message::HandlerChosen(_) | Message::Saved, None) => {}
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
        let was = |id| env.office().department(id).map(Draft::of);
        self.draft.as_ref().is_some_and(|it| it.id.and_then(was).as_ref() == Some(it))
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let add = button(texts.set_add_department()).primary().icon(icon::PLUS);
        let add = pen.button(Spot("set-add", 0), add, Some(send(Message::Added)));
        let head = table_head(
            [
                (texts.set_name().into(), Length::FillPortion(3)),
                (texts.set_kind().into(), Length::FillPortion(2)),
                (texts.set_handler().into(), Length::FillPortion(3)),
                (texts.set_state().into(), Length::FillPortion(1)),
            ],
            12.0,
        );
        let rows: Vec<_> = env.office().departments().map(|it| self.row(&env, it)).collect();
        let list = pen.list(rows);
        let table = column![page_head(texts.set_departments(), texts.set_departments_words(), add), head, list];
        row![table.width(Length::Fill), line_down()].push(self.draft.as_ref().map(|it| it.view(pen))).into()
    }

    fn row<'a>(&self, env: &Env<'a>, it: &'a Department) -> (Outer, Chosen, Element<'a, Outer>) {
        let (standing, chosen) = standing(self.draft.as_ref().is_some_and(|draft| draft.id == Some(it.id)));
        let handler = it.default_handler.map(|it| env.texts.person(env.office(), it)).unwrap_or_default();
        let (name, state) = in_use(env, Subject::Department(it.id), body(it.name.as_str()));
        let content = row![
            container(name).width(Length::FillPortion(3)),
            container(small(env.texts.name(it.kind))).width(Length::FillPortion(2)),
            container(small(handler)).width(Length::FillPortion(3)),
            container(state).width(Length::FillPortion(1)),
        ]
        .spacing(12)
        .align_y(iced::Center);
        let message = send(Message::Chosen(it.id));
        (message.clone(), chosen, list_row((34.0, standing), content, message, None))
    }
}

impl Draft {
    fn of(it: &Department) -> Self {
        Self { id: Some(it.id), name: it.name.to_string(), kind: it.kind, handler: it.default_handler }
    }

    fn command(&self) -> Option<Command> {
        let to = DepartmentWords { name: text(&self.name)?, kind: self.kind, default_handler: self.handler };
        Some(match self.id {
            Some(id) => Command::ChangeDepartment { id, to },
            None => Command::AddDepartment(to),
        })
    }

    fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let kinds = KINDS.into_iter().map(|it| Choice::new(it, texts.name(it))).collect();
        let own = self.id;
        let handlers = people(&env, env.office(), |it| own.is_some_and(|id| it.department == id));
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Message::Named(it)));
        let kind = pen.pick(Spot("set-kind", 0), (kinds, self.kind), |it| send(Message::KindChosen(it)));
        let handler = pen.pick(Spot("set-handler", 0), (handlers, self.handler), |it| send(Message::HandlerChosen(it)));
        pen.keys.within(None);
        let department = self.id.and_then(|it| env.office().department(it));
        let retire = department.and_then(|it| pen.retire(it.active, send(Message::Toggled(it.id))));
        let content = column![
            required(&env, texts.set_name(), name),
            labelled(&env, texts.set_kind(), kind),
            labelled(&env, texts.set_handler(), handler),
        ]
        .spacing(10);
        let title = if self.id.is_some() { self.name.as_str() } else { texts.set_add_department() };
        let head = row![heading(title), space().width(Length::Fill)].push(retire).align_y(iced::Center);
        let foot = pen.foot(self.command().map(|_| Outer::Saved), send(Message::Dropped));
        inspector(&env, head, content, foot)
    }
}

fn send(message: Message) -> Outer {
    Outer::Departments(message)
}
