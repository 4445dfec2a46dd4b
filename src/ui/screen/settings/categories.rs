//! 投诉类别: the two-level tree, and where a complaint of a category goes.

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::parts::{
    Choice, NAME, Pen, SIDE, in_use, inspector, labelled, page_head, people, required, standing, text, toggle,
};
use crate::domain::complaint::terms::Severity;
use crate::domain::id::{CategoryId, DepartmentId, PersonId};
use crate::domain::office::command::CategoryWords;
use crate::domain::office::{Category, Command, Route, Subject};
use crate::domain::role::Role;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::theme::Element;
use crate::ui::widget::{Chosen, body, button, heading, hint, line_down, list_row, small, strong, table_head};

/// What is being edited.
#[derive(Debug, Default)]
pub struct State {
    draft: Option<Draft>,
}

#[derive(Debug, PartialEq)]
struct Draft {
    id: Option<CategoryId>,
    parent: Option<CategoryId>,
    name: String,
    via: Option<PersonId>,
    department: Option<DepartmentId>,
    handler: Option<PersonId>,
    severity: Severity,
    escalation: Option<PersonId>,
    words: String,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a category.
    Chosen(CategoryId),
    /// 添加大类, or 添加小类 below one.
    Added(Option<CategoryId>),
    /// Its name.
    Named(String),
    /// 直接派单, or through a manager.
    ViaChosen(Option<PersonId>),
    /// The responsible department.
    DepartmentChosen(Option<DepartmentId>),
    /// Who handles it first.
    HandlerChosen(Option<PersonId>),
    /// How serious it is by itself.
    SeverityChosen(Severity),
    /// To whom a second dissatisfaction goes.
    EscalationChosen(Option<PersonId>),
    /// The words by which it is suggested.
    WordsTyped(String),
    /// 停用 or 恢复
    Toggled(CategoryId),
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        match (message, &mut self.draft) {
            (Message::Chosen(id), draft) => *draft = env.office().category(id).map(Draft::of),
            (Message::Added(parent), draft) => *draft = Some(Draft::blank(parent)),
            (Message::Named(name), Some(draft)) => draft.name = name,
            (Message::ViaChosen(via), Some(draft)) => draft.via = via,
            (Message::DepartmentChosen(department), Some(draft)) => draft.department = department,
            (Message::HandlerChosen(handler), Some(draft)) => draft.handler = handler,
            (Message::SeverityChosen(severity), Some(draft)) => draft.severity = severity,
            (Message::EscalationChosen(escalation), Some(draft)) => draft.escalation = escalation,
            (Message::WordsTyped(words), Some(draft)) => draft.words = words,
            (Message::Toggled(id), _) => return vec![toggle(env.office(), Subject::Category(id))],
            (Message::Saved, Some(draft)) => return draft.command().into_iter().collect(),
            (Message::Dropped, draft) => *draft = None,
            (
                Message::Named(_)
                | Message::ViaChosen(_)
                | Message::DepartmentChosen(_)
                | Message::HandlerChosen(_)
                | Message::SeverityChosen(_)
                | Message::EscalationChosen(_)
                | Message::WordsTyped(_)
                | Message::Saved,
                None,
            ) => {}
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
        let was = |id| env.office().category(id).map(Draft::of);
        self.draft.as_ref().is_some_and(|it| it.id.and_then(was).as_ref() == Some(it))
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let add = button(texts.set_add_category()).primary().icon(icon::PLUS);
        let add = pen.button(Spot("set-add", 0), add, Some(send(Message::Added(None))));
        let head = table_head(
            [
                (texts.set_name().into(), Length::FillPortion(3)),
                (texts.set_department().into(), Length::FillPortion(2)),
                (texts.set_severity().into(), Length::FillPortion(1)),
                (texts.set_state().into(), Length::FillPortion(1)),
            ],
            12.0,
        );
        let mut rows = Vec::new();
        for top in env.office().categories().filter(|it| it.parent.is_none()) {
            rows.push(self.row(&env, top));
            let below = env.office().categories().filter(|it| it.parent == Some(top.id));
            rows.extend(below.map(|it| self.row(&env, it)));
        }
        let list = pen.list(rows);
        let table = column![page_head(texts.set_categories(), texts.set_categories_words(), add), head, list];
        row![table.width(Length::Fill), line_down()].push(self.draft.as_ref().map(|it| it.view(pen))).into()
    }

    fn row<'a>(&self, env: &Env<'a>, it: &'a Category) -> (Outer, Chosen, Element<'a, Outer>) {
        let (standing, chosen) = standing(self.draft.as_ref().is_some_and(|draft| draft.id == Some(it.id)));
        let department = it.department.and_then(|it| env.office().department(it)).map_or("", |it| it.name.as_str());
        let below = it.parent.is_some();
        let name = if below { body(it.name.as_str()) } else { strong(it.name.as_str()) };
        let (name, state) = in_use(env, Subject::Category(it.id), name);
        let indent = below.then(|| space().width(18));
        let content = row![
            container(row![].push(indent).push(name)).width(Length::FillPortion(3)),
            container(small(department)).width(Length::FillPortion(2)),
            container(small(env.texts.name(it.severity))).width(Length::FillPortion(1)),
            container(state).width(Length::FillPortion(1)),
        ]
        .spacing(12)
        .align_y(iced::Center);
        let message = send(Message::Chosen(it.id));
        (message.clone(), chosen, list_row((32.0, standing), content, message, None))
    }
}

impl Draft {
    fn of(it: &Category) -> Self {
        Self {
            id: Some(it.id),
            parent: it.parent,
            name: it.name.to_string(),
            via: match it.route {
                Route::Direct => None,
                Route::ViaManager(person) => Some(person),
            },
            department: it.department,
            handler: it.handler,
            severity: it.severity,
            escalation: it.escalation,
            words: it.words.iter().map(crate::domain::text::Text::as_str).collect::<Vec<_>>().join(" "),
        }
    }

    fn blank(parent: Option<CategoryId>) -> Self {
        Self {
            id: None,
            parent,
            name: String::new(),
            via: None,
            department: None,
            handler: None,
            severity: Severity::Minor,
            escalation: None,
            words: String::new(),
        }
    }

    fn command(&self) -> Option<Command> {
        let words = self.words.split([' ', '、', '，', ',', '　']).filter_map(text);
        let to = CategoryWords {
            parent: self.parent,
            name: text(&self.name)?,
            route: self.via.map_or(Route::Direct, Route::ViaManager),
            department: self.department,
            handler: self.handler,
            severity: self.severity,
            escalation: self.escalation,
            words: words.collect(),
        };
        Some(match self.id {
            Some(id) => Command::ChangeCategory { id, to },
            None => Command::AddCategory(to),
        })
    }

    fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts, office) = (pen.env, pen.env.texts, pen.env.office());
        let nobody = std::iter::once(Choice::new(None, texts.set_as_parent()));
        let departments = nobody
            .chain(office.departments().filter(|it| it.active).map(|it| Choice::new(Some(it.id), it.name.as_str())));
        let mut routes = people(&env, office, |it| it.is(Role::EscalationManager));
        if let Some(first) = routes.first_mut() {
            texts.set_direct().clone_into(&mut first.name);
        }
        let handlers = people(&env, office, |it| {
            it.is(Role::DepartmentHandler) && self.department.is_none_or(|own| it.department == own)
        });
        let managers = people(&env, office, |it| it.is(Role::EscalationManager));
        let severities = Severity::ALL.iter().map(|it| Choice::new(*it, texts.name(*it))).collect();
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Message::Named(it)));
        let route = pen.pick(Spot("set-route", 0), (routes, self.via), |it| send(Message::ViaChosen(it)));
        let departments = (departments.collect(), self.department);
        let department = pen.pick(Spot("set-department", 0), departments, |it| send(Message::DepartmentChosen(it)));
        let handler = pen.pick(Spot("set-handler", 0), (handlers, self.handler), |it| send(Message::HandlerChosen(it)));
        let severities = (severities, self.severity);
        let severity = pen.segment(Spot("set-severity", 0), severities, |it| send(Message::SeverityChosen(it)));
        let managers = (managers, self.escalation);
        let escalation = pen.pick(Spot("set-escalation", 0), managers, |it| send(Message::EscalationChosen(it)));
        let words = pen.line(Spot("set-words", 0), &self.words, |it| send(Message::WordsTyped(it)));
        let below = self.below(pen);
        pen.keys.within(None);
        let category = self.id.and_then(|it| office.category(it));
        let retire = category.and_then(|it| pen.retire(it.active, send(Message::Toggled(it.id))));
        let content = column![
            required(&env, texts.set_name(), name),
            labelled(&env, texts.set_route(), route),
            labelled(&env, texts.set_department(), department),
            labelled(&env, texts.set_handler(), handler),
            labelled(&env, texts.set_severity(), severity),
            labelled(&env, texts.set_escalation(), escalation),
            labelled(&env, texts.set_words(), words),
            hint(texts.set_words_hint()),
        ]
        .push(below)
        .spacing(10);
        let title = match (self.id, self.parent) {
            (Some(_), _) => self.name.as_str(),
            (None, None) => texts.set_add_category(),
            (None, Some(_)) => texts.set_add_subcategory(),
        };
        let head = row![heading(title), space().width(Length::Fill)].push(retire).align_y(iced::Center);
        let foot = pen.foot(self.command().map(|_| Outer::Saved), send(Message::Dropped));
        inspector(&env, head, content, foot)
    }

    fn below<'a>(&self, pen: &mut Pen<'_, 'a>) -> Option<Element<'a, Outer>> {
        let id = self.id.filter(|_| self.parent.is_none())?;
        let add = button(pen.env.texts.set_add_subcategory()).link().compact().icon(icon::PLUS);
        pen.button(Spot("set-add-below", 0), add, Some(send(Message::Added(Some(id)))))
    }
}

fn send(message: Message) -> Outer {
    Outer::Categories(message)
}
