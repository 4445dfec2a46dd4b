//! 部门与路由: who there is to dispatch to, and who gets it first.

use iced::{Length, widget::column};

use super::Message as Outer;
use super::entries::{self, Drawn, Page, add};
use super::parts::{Choice, NAME, Pen, SIDE, in_use, labelled, people, required, text};
use crate::domain::id::{DepartmentId, PersonId};
use crate::domain::office::command::DepartmentWords;
use crate::domain::office::{Command, Department, DepartmentKind, Office, Subject};
use crate::i18n::Texts;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::theme::Element;
use crate::ui::widget::{body, small};

const KINDS: [DepartmentKind; 4] =
    [DepartmentKind::FrontDesk, DepartmentKind::Handling, DepartmentKind::Region, DepartmentKind::Staff];

/// What is being edited.
pub type State = entries::State<Form>;
/// What the person did.
pub type Message = entries::Message<DepartmentId, Change>;

/// A department as it is being typed.
#[derive(Debug, PartialEq)]
pub struct Form {
    id: Option<DepartmentId>,
    name: String,
    kind: DepartmentKind,
    handler: Option<PersonId>,
}

/// What can be typed or chosen.
#[derive(Debug, Clone)]
pub enum Change {
    /// Its name.
    Name(String),
    /// Its kind.
    Kind(DepartmentKind),
    /// Who gets what is dispatched to it.
    Handler(Option<PersonId>),
}

/// Draws the page.
pub(super) fn view<'a>(state: &'a State, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
    let (env, texts) = (pen.env, pen.env.texts);
    let actions = add::<Form>(pen, (texts.set_add_department(), icon::PLUS));
    let columns = vec![
        (texts.set_name(), Length::FillPortion(3)),
        (texts.set_kind(), Length::FillPortion(2)),
        (texts.set_handler(), Length::FillPortion(3)),
        (texts.set_state(), Length::FillPortion(1)),
    ];
    let about = (texts.set_departments(), texts.set_departments_words().to_owned());
    let rows = env.office().departments().map(|it: &Department| {
        let handler = it.default_handler.map(|it| texts.person(env.office(), it)).unwrap_or_default();
        let (name, state) = in_use(&env, Subject::Department(it.id), body(it.name.as_str()));
        (it.id, vec![name.into(), small(texts.name(it.kind)).into(), small(handler).into(), state.into()])
    });
    entries::view(state, pen, Page { about, actions, columns, none: None }, rows.collect())
}

impl entries::Form for Form {
    type Id = DepartmentId;
    type Change = Change;

    fn of(office: &Office, id: DepartmentId) -> Option<Self> {
        let it = office.department(id)?;
        Some(Self { id: Some(id), name: it.name.to_string(), kind: it.kind, handler: it.default_handler })
    }

    fn fresh(_office: &Office, _below: Option<DepartmentId>) -> Option<Self> {
        Some(Self { id: None, name: String::new(), kind: DepartmentKind::Handling, handler: None })
    }

    fn id(&self) -> Option<DepartmentId> {
        self.id
    }

    fn subject(id: DepartmentId) -> Subject {
        Subject::Department(id)
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Name(name) => self.name = name,
            Change::Kind(kind) => self.kind = kind,
            Change::Handler(handler) => self.handler = handler,
        }
    }

    fn command(&self) -> Option<Command> {
        let to = DepartmentWords { name: text(&self.name)?, kind: self.kind, default_handler: self.handler };
        Some(match self.id {
            Some(id) => Command::ChangeDepartment { id, to },
            None => Command::AddDepartment(to),
        })
    }

    fn says(message: Message) -> Outer {
        Outer::Departments(message)
    }
}

impl Drawn for Form {
    fn title<'a>(&'a self, texts: &'a Texts) -> &'a str {
        if self.id.is_some() { &self.name } else { texts.set_add_department() }
    }

    fn fields<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let kinds = KINDS.into_iter().map(|it| Choice::new(it, texts.name(it))).collect();
        let own = self.id;
        let handlers = people(&env, env.office(), |it| own.is_some_and(|id| it.department == id));
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Change::Name(it)));
        let kind = pen.pick(Spot("set-kind", 0), (kinds, self.kind), |it| send(Change::Kind(it)));
        let handler = pen.pick(Spot("set-handler", 0), (handlers, self.handler), |it| send(Change::Handler(it)));
        pen.keys.within(None);
        column![
            required(&env, texts.set_name(), name),
            labelled(&env, texts.set_kind(), kind),
            labelled(&env, texts.set_handler(), handler),
        ]
        .spacing(10)
        .into()
    }
}

fn send(change: Change) -> Outer {
    Outer::Departments(Message::Changed(change))
}
