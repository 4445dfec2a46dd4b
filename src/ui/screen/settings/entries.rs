//! A page that lists the office's entries of one kind, with the form of the chosen one beside the list.

use std::fmt::Debug;

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::parts::{NAME, Pen, ROWS, inspector, page_head, standing, toggle};
use crate::domain::office::{Command, Office, Subject};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon::Icon;
use crate::ui::part::keyed::Spot;
use crate::ui::theme::Element;
use crate::ui::widget::{button, heading, hint, line_down, list_row, table_head};

/// An entry as it is being typed.
pub trait Form: Debug + PartialEq + Sized {
    /// Names an entry.
    type Id: Copy + PartialEq;
    /// What can be typed or chosen.
    type Change;

    /// An entry as the office has it; `None` where there is none.
    fn of(office: &Office, id: Self::Id) -> Option<Self>;

    /// A new one, below another where it was asked for there; `None` where the office has no place for it.
    fn fresh(office: &Office, below: Option<Self::Id>) -> Option<Self>;

    /// Which entry it is of; `None`: a new one.
    fn id(&self) -> Option<Self::Id>;

    /// The entry as something that can be retired.
    fn subject(id: Self::Id) -> Subject;

    /// Takes over what was typed or chosen.
    fn change(&mut self, change: Self::Change);

    /// What makes the office have it so; `None` while it is not whole.
    fn command(&self) -> Option<Command>;

    /// What the page says.
    fn says(message: Message<Self::Id, Self::Change>) -> Outer;
}

/// How a form is drawn.
pub(super) trait Drawn: Form {
    /// What stands above it.
    fn title<'a>(&'a self, texts: &'a Texts) -> &'a str;

    /// Its fields, and what stands below them.
    fn fields<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer>;

    /// What retires the entry and takes it back.
    fn retire<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Option<Element<'a, Outer>> {
        let id = self.id()?;
        let active = pen.env.office().is_active(Self::subject(id))?;
        pen.retire(active, Self::says(Message::Toggled(id)))
    }
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message<Id, Change> {
    /// Chose an entry.
    Chosen(Id),
    /// 添加…, below another entry or not.
    Added(Option<Id>),
    /// Typed or chose something.
    Changed(Change),
    /// 停用 or 恢复
    Toggled(Id),
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

impl<Id, Change> Message<Id, Change> {
    /// Where the keyboard goes with it: a new entry begins with its name.
    pub(super) const fn goes_to(&self) -> Option<Spot> {
        match self {
            Self::Added(_) => Some(NAME),
            Self::Dropped => Some(ROWS),
            Self::Chosen(_) | Self::Changed(_) | Self::Toggled(_) | Self::Saved => None,
        }
    }
}

/// What is being edited.
#[derive(Debug)]
pub struct State<F> {
    form: Option<F>,
}

impl<F> Default for State<F> {
    fn default() -> Self {
        Self { form: None }
    }
}

/// What stands above the list, and in it where it is empty.
pub(super) struct Page<'a> {
    /// The page's name, and what it is for.
    pub(super) about: (&'a str, String),
    /// What can be done at the right of it.
    pub(super) actions: Option<Element<'a, Outer>>,
    /// The columns with their widths.
    pub(super) columns: Vec<(&'a str, Length)>,
    /// What stands there instead of rows.
    pub(super) none: Option<&'a str>,
}

impl<F: Form> State<F> {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message<F::Id, F::Change>) -> Vec<Command> {
        match message {
            Message::Chosen(id) => self.form = F::of(env.office(), id),
            Message::Added(below) => self.form = F::fresh(env.office(), below),
            Message::Changed(change) => {
                if let Some(form) = &mut self.form {
                    form.change(change);
                }
            }
            Message::Toggled(id) => return vec![toggle(env.office(), F::subject(id))],
            Message::Saved => return self.form.as_ref().and_then(F::command).into_iter().collect(),
            Message::Dropped => self.form = None,
        }
        Vec::new()
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.form = None;
    }

    /// Whether Esc may close what is open: nothing was typed.
    #[must_use]
    pub fn untouched(&self, env: &Env<'_>) -> bool {
        let was = |id| F::of(env.office(), id);
        self.form.as_ref().is_some_and(|it| it.id().and_then(was).as_ref() == Some(it))
    }

    /// Whether an entry is the chosen one.
    pub(super) fn has_chosen(&self, id: F::Id) -> bool {
        self.form.as_ref().is_some_and(|it| it.id() == Some(id))
    }
}

/// Draws the list of entries, each with what stands in its columns, and the form of the chosen one.
pub(super) fn view<'a, F: Drawn>(
    state: &'a State<F>,
    pen: &mut Pen<'_, 'a>,
    page: Page<'a>,
    entries: Vec<(F::Id, Vec<Element<'a, Outer>>)>,
) -> Element<'a, Outer> {
    const GAP: f32 = 12.0;
    let head = table_head(page.columns.iter().map(|(name, width)| ((*name).into(), *width)), GAP);
    let none = page.none.filter(|_| entries.is_empty()).map(|it| container(hint(it)).padding([14, 20]));
    let rows = entries.into_iter().map(|(id, cells)| {
        let (standing, chosen) = standing(state.has_chosen(id));
        let cells = cells.into_iter().zip(&page.columns);
        let cells = cells.map(|(it, (_, width))| container(it).width(*width).clip(true).into());
        let content = iced::widget::Row::with_children(cells).spacing(GAP).align_y(iced::Center);
        let message = F::says(Message::Chosen(id));
        (message.clone(), chosen, list_row((34.0, standing), content, message, None))
    });
    let list = pen.list(rows.collect::<Vec<_>>());
    let (name, words) = page.about;
    let table = column![page_head(name, words, page.actions), head].push(none).push(list);
    row![table.width(Length::Fill), line_down()].push(state.form.as_ref().map(|it| form(it, pen))).into()
}

fn form<'a, F: Drawn>(form: &'a F, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
    let env = pen.env;
    let content = form.fields(pen);
    let retire = form.retire(pen);
    let head = row![heading(form.title(env.texts)), space().width(Length::Fill)].push(retire).align_y(iced::Center);
    let foot = pen.foot(form.command().map(|_| Outer::Saved), F::says(Message::Dropped));
    inspector(&env, head, content, foot)
}

/// 添加…
pub(super) fn add<'a, F: Form>(pen: &mut Pen<'_, 'a>, (words, icon): (&'a str, Icon)) -> Option<Element<'a, Outer>> {
    let drawn = button(words).primary().icon(icon);
    pen.button(Spot("set-add", 0), drawn, Some(F::says(Message::Added(None))))
}
