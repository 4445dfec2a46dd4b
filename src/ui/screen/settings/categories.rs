//! 投诉类别: the two-level tree, and where a complaint of a category goes.

use iced::{
    Length,
    widget::{column, row, space},
};

use super::Message as Outer;
use super::entries::{self, Drawn, Page, add};
use super::parts::{Choice, NAME, Pen, SIDE, in_use, labelled, people, required, text};
use crate::domain::complaint::terms::Severity;
use crate::domain::id::{CategoryId, DepartmentId, PersonId};
use crate::domain::office::command::CategoryWords;
use crate::domain::office::{Category, Command, Office, Route, Subject};
use crate::domain::role::Role;
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::theme::Element;
use crate::ui::widget::{body, button, hint, small, strong};

/// What is being edited.
pub type State = entries::State<Form>;
/// What the person did.
pub type Message = entries::Message<CategoryId, Change>;

/// A category as it is being typed.
#[derive(Debug, PartialEq)]
pub struct Form {
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

/// What can be typed or chosen.
#[derive(Debug, Clone)]
pub enum Change {
    /// Its name.
    Name(String),
    /// 直接派单, or through a manager.
    Via(Option<PersonId>),
    /// The responsible department.
    Department(Option<DepartmentId>),
    /// Who handles it first.
    Handler(Option<PersonId>),
    /// How serious it is by itself.
    Severity(Severity),
    /// To whom a second dissatisfaction goes.
    Escalation(Option<PersonId>),
    /// The words by which it is suggested.
    Words(String),
}

/// Draws the page.
pub(super) fn view<'a>(state: &'a State, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
    let (env, texts) = (pen.env, pen.env.texts);
    let actions = add::<Form>(pen, (texts.set_add_category(), icon::PLUS));
    let columns = vec![
        (texts.set_name(), Length::FillPortion(3)),
        (texts.set_department(), Length::FillPortion(2)),
        (texts.set_severity(), Length::FillPortion(1)),
        (texts.set_state(), Length::FillPortion(1)),
    ];
    let about = (texts.set_categories(), texts.set_categories_words().to_owned());
    let office = env.office();
    let tops = office.categories().filter(|it| it.parent.is_none());
    let tree = tops.flat_map(|top| {
        let below = office.categories().filter(|it| it.parent == Some(top.id));
        std::iter::once(top).chain(below)
    });
    let rows = tree.map(|it| (it.id, cells(&env, it))).collect();
    entries::view(state, pen, Page { about, actions, columns, none: None }, rows)
}

fn cells<'a>(env: &Env<'a>, it: &'a Category) -> Vec<Element<'a, Outer>> {
    let department = it.department.and_then(|it| env.office().department(it)).map_or("", |it| it.name.as_str());
    let below = it.parent.is_some();
    let name = if below { body(it.name.as_str()) } else { strong(it.name.as_str()) };
    let (name, state) = in_use(env, Subject::Category(it.id), name);
    let indent = below.then(|| space().width(18));
    let severity = small(env.texts.name(it.severity));
    vec![row![].push(indent).push(name).into(), small(department).into(), severity.into(), state.into()]
}

impl entries::Form for Form {
    type Id = CategoryId;
    type Change = Change;

    fn of(office: &Office, id: CategoryId) -> Option<Self> {
        let it = office.category(id)?;
        Some(Self {
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
        })
    }

    fn fresh(_office: &Office, below: Option<CategoryId>) -> Option<Self> {
        Some(Self {
            id: None,
            parent: below,
            name: String::new(),
            via: None,
            department: None,
            handler: None,
            severity: Severity::Minor,
            escalation: None,
            words: String::new(),
        })
    }

    fn id(&self) -> Option<CategoryId> {
        self.id
    }

    fn subject(id: CategoryId) -> Subject {
        Subject::Category(id)
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Name(name) => self.name = name,
            Change::Via(via) => self.via = via,
            Change::Department(department) => self.department = department,
            Change::Handler(handler) => self.handler = handler,
            Change::Severity(severity) => self.severity = severity,
            Change::Escalation(escalation) => self.escalation = escalation,
            Change::Words(words) => self.words = words,
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

    fn says(message: Message) -> Outer {
        Outer::Categories(message)
    }
}

impl Drawn for Form {
    fn title<'a>(&'a self, texts: &'a Texts) -> &'a str {
        match (self.id, self.parent) {
            (Some(_), _) => &self.name,
            (None, None) => texts.set_add_category(),
            (None, Some(_)) => texts.set_add_subcategory(),
        }
    }

    fn fields<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
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
        let name = pen.line(NAME, &self.name, |it| send(Change::Name(it)));
        let route = pen.pick(Spot("set-route", 0), (routes, self.via), |it| send(Change::Via(it)));
        let departments = (departments.collect(), self.department);
        let department = pen.pick(Spot("set-department", 0), departments, |it| send(Change::Department(it)));
        let handler = pen.pick(Spot("set-handler", 0), (handlers, self.handler), |it| send(Change::Handler(it)));
        let severities = (severities, self.severity);
        let severity = pen.segment(Spot("set-severity", 0), severities, |it| send(Change::Severity(it)));
        let managers = (managers, self.escalation);
        let escalation = pen.pick(Spot("set-escalation", 0), managers, |it| send(Change::Escalation(it)));
        let words = pen.line(Spot("set-words", 0), &self.words, |it| send(Change::Words(it)));
        let below = self.below(pen);
        pen.keys.within(None);
        column![
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
        .spacing(10)
        .into()
    }
}

impl Form {
    fn below<'a>(&self, pen: &mut Pen<'_, 'a>) -> Option<Element<'a, Outer>> {
        let id = self.id.filter(|_| self.parent.is_none())?;
        let add = button(pen.env.texts.set_add_subcategory()).link().compact().icon(icon::PLUS);
        pen.button(Spot("set-add-below", 0), add, Some(Outer::Categories(Message::Added(Some(id)))))
    }
}

fn send(change: Change) -> Outer {
    Outer::Categories(Message::Changed(change))
}
