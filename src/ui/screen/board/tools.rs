//! The tool bar: lanes or rows, which cards, in which order.

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{self, column, container, row, scrollable, space, text::Wrapping},
};

use super::choice::{self, Burns, Column, SavedView, mark_name};
use super::{Control, Layout, Message, State, bar};
use crate::books::board::{Closed, Mark, Narrow, Sort};
use crate::domain::complaint::terms::Priority;
use crate::domain::office::DepartmentKind;
use crate::i18n::Texts;
use crate::ui::effect::Effect;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::form::{Step, Stop};
use crate::ui::screen::Action;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Height};
use crate::ui::widget::{
    Part, body, button, caption, chip_removable, dropdown, field, fit, hint, icon_button, icon_small, line_across,
    line_down, measure, popover, segment, small,
};

/// A menu of the tool bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// The views.
    View,
    /// 责任部门
    Department,
    /// 投诉类别
    Category,
    /// 优先级
    Priority,
    /// Limits, marks, days, people, closed ones.
    More,
    /// The order.
    Sort,
    /// The columns of the list.
    Columns,
}

impl Filter {
    /// Those before the filters that are on.
    pub(super) const ON_THE_LEFT: [Self; 5] =
        [Self::View, Self::Department, Self::Category, Self::Priority, Self::More];
}

/// The menu that is open.
#[derive(Debug, Clone)]
pub(super) struct Menu {
    filter: Filter,
    marked: usize,
    /// How many each view shows, counted when the menu was opened.
    counts: Vec<usize>,
}

/// A line of a menu.
enum Line {
    /// The name of those below it.
    Heading(String),
    /// Something to take.
    Entry(Entry),
}

struct Entry {
    name: String,
    taken: Message,
    chosen: bool,
    count: Option<usize>,
    forgets: Option<Message>,
}

impl Entry {
    fn new(name: impl Into<String>, taken: Message, chosen: bool) -> Self {
        Self { name: name.into(), taken, chosen, count: None, forgets: None }
    }
}

impl From<Entry> for Line {
    fn from(entry: Entry) -> Self {
        Self::Entry(entry)
    }
}

impl Menu {
    pub(super) fn pressed(press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        let typing = press.field() == crate::ui::keys::Field::Took;
        if is(Named::Escape) || Step::of(press).is_some() {
            Some(Message::MenuLeft)
        } else if is(Named::ArrowDown) {
            Some(Message::MenuMoved(Step::Next))
        } else if is(Named::ArrowUp) {
            Some(Message::MenuMoved(Step::Previous))
        } else if typing {
            None
        } else if is(Named::Enter) || is(Named::Space) {
            Some(Message::MenuTaken)
        } else {
            None
        }
    }
}

impl State {
    pub(super) fn toggle_menu(&mut self, env: &Env<'_>, filter: Filter) -> Effect<Message, Action> {
        let counts = match filter {
            Filter::View => self.views(env).iter().map(|it| choice::count(env, &it.choice)).collect(),
            Filter::Department
            | Filter::Category
            | Filter::Priority
            | Filter::More
            | Filter::Sort
            | Filter::Columns => Vec::new(),
        };
        self.menu = match &self.menu {
            Some(it) if it.filter == filter => None,
            Some(_) | None => Some(Menu { filter, marked: 0, counts }),
        };
        Effect::none()
    }

    pub(super) fn leave_menu(&mut self) -> Effect<Message, Action> {
        self.menu = None;
        self.naming.clear();
        Effect::none()
    }

    pub(super) fn move_in_menu(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let Some(filter) = self.menu.as_ref().map(|it| it.filter) else { return Effect::none() };
        let last = self.entries(env, filter).count().saturating_sub(1);
        if let Some(menu) = &mut self.menu {
            menu.marked = match step {
                Step::Next => (menu.marked + 1).min(last),
                Step::Previous => menu.marked.saturating_sub(1),
            };
        }
        Effect::none()
    }

    pub(super) fn take_from_menu(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some((filter, marked)) = self.menu.as_ref().map(|it| (it.filter, it.marked)) else {
            return Effect::none();
        };
        let taken = self.entries(env, filter).nth(marked).map(|it| it.taken);
        taken.map_or_else(Effect::none, |it| self.update(env, it))
    }

    /// The views that are there from the start, then this person's own.
    fn views(&self, env: &Env<'_>) -> Vec<SavedView> {
        choice::ready(env).into_iter().chain(self.kept.views.iter().cloned()).collect()
    }

    pub(super) fn tools<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let layout = segment(
            [
                Part::new(Layout::Lanes, texts.board_lanes()).icon(icon::SQUARE_KANBAN),
                Part::new(Layout::Rows, texts.board_rows()).icon(icon::LIST),
            ],
            Some(self.layout),
        )
        .on_choose(Message::LayoutChosen)
        .focus(self.ring.focus(Control::Layout))
        .id(Control::Layout.id());
        let mut tools =
            row![Element::from(layout), container(line_down()).height(22).padding([0, 4])].spacing(8).align_y(Center);
        for filter in Filter::ON_THE_LEFT {
            tools = tools.push(self.menu_button(env, filter));
        }
        if self.words_shown() {
            let words = field(texts.board_words(), &self.choice.wanted.words)
                .id(Control::Words.id())
                .icon(icon::SEARCH)
                .width(150)
                .on_input(Message::WordsTyped)
                .on_submit(Message::ControlLeft);
            tools = tools.push(Element::from(words));
        }
        let chips = self.choice.filters(env).into_iter().map(|(name, without)| {
            chip_removable(fit(&name, Face::SmallStrong, 120.0), Message::Chosen(Box::new(without)))
        });
        let chips = row(chips).spacing(6).align_y(Center);
        let clear = self.choice.is_filtered().then(|| {
            button(texts.board_clear())
                .link()
                .focus(self.ring.focus(Control::Clear))
                .id(Control::Clear.id())
                .on_press(Message::Chosen(Box::new(self.choice.cleared())))
        });
        let left = tools.push(chips).push(clear.map(Element::from));
        let columns = (self.layout == Layout::Rows).then(|| self.menu_button(env, Filter::Columns));
        let wall = match env.room() {
            Room::Ample => button(texts.board_project()).quiet().icon(icon::MONITOR),
            Room::Tight => button("").quiet().icon(icon::MONITOR),
        };
        let wall = wall.focus(self.ring.focus(Control::Project)).id(Control::Project.id());
        let wall = crate::ui::widget::tip(wall.on_press(Message::ProjectionAsked), texts.board_project());
        let right = row![self.menu_button(env, Filter::Sort), wall].push(columns).spacing(4).align_y(Center);
        // What does not fit is cut at the left group's end; the order and the columns stay.
        bar(row![container(left).width(Length::Fill).clip(true), right].spacing(8).align_y(Center))
    }

    fn menu_button<'a>(&'a self, env: &Env<'a>, filter: Filter) -> Element<'a, Message> {
        let texts = env.texts;
        let control = Control::Menu(filter);
        let tight = env.room() == Room::Tight;
        let face = match filter {
            Filter::View => {
                let name = self.view_name(env);
                let name = fit(&name, Face::Body, if tight { 84.0 } else { 120.0 });
                button(name).icon(icon::BOOKMARK).trailing(icon::CHEVRON_DOWN)
            }
            Filter::Department => button(texts.board_department()).trailing(icon::CHEVRON_DOWN),
            Filter::Category => button(texts.board_category()).trailing(icon::CHEVRON_DOWN),
            Filter::Priority => button(texts.board_priority()).trailing(icon::CHEVRON_DOWN),
            Filter::More => button(texts.board_more_filters()).trailing(icon::CHEVRON_DOWN),
            // The order is told on its button; where it is tight the icon has to do.
            Filter::Sort if tight => button("").quiet().icon(icon::ARROW_UP_DOWN),
            Filter::Sort => button(sort_name(texts, self.choice.wanted.sort)).quiet().icon(icon::ARROW_UP_DOWN),
            Filter::Columns => button("").quiet().icon(icon::SLIDERS_HORIZONTAL),
        };
        let face = face.focus(self.ring.focus(control)).id(control.id()).on_press(Message::MenuToggled(filter));
        let face: Element<'a, Message> = match filter {
            Filter::Columns => crate::ui::widget::tip(face, texts.board_columns()),
            Filter::Sort if tight => crate::ui::widget::tip(face, sort_name(texts, self.choice.wanted.sort)),
            Filter::View | Filter::Department | Filter::Category | Filter::Priority | Filter::More | Filter::Sort => {
                face.into()
            }
        };
        let open = self.menu.as_ref().filter(|it| it.filter == filter);
        let list = open.map(|it| self.popup(env, it));
        let width = open.map(|_| {
            let widest = self.entries(env, filter).map(|it| measure(&it.name, Face::Body)).fold(0.0, f32::max);
            let extra = if filter == Filter::View { 110.0 } else { 60.0 };
            (widest + extra).clamp(if filter == Filter::View { 240.0 } else { 160.0 }, 340.0)
        });
        dropdown(face, list, width, Message::MenuLeft)
    }

    /// The name of the view that is shown; what was changed since has none.
    fn view_name(&self, env: &Env<'_>) -> String {
        let shown = self.views(env).into_iter().find(|it| it.choice == self.choice);
        shown.map_or_else(|| env.texts.board_view_own().to_owned(), |it| it.name)
    }

    fn popup<'a>(&'a self, env: &Env<'a>, menu: &Menu) -> Element<'a, Message> {
        let list = lines(self.lines(env, menu.filter), menu.marked, env.texts.board_view_forget());
        if menu.filter != Filter::View || !self.is_new(env) {
            return popover(Length::Fill, list);
        }
        let texts = env.texts;
        let name = field(texts.board_view_name(), &self.naming)
            .id(Control::Name.id())
            .on_input(Message::ViewNamed)
            .on_submit(Message::ViewKept);
        let keep = button(texts.board_view_keep()).compact().icon(icon::SAVE);
        let keep = if self.naming.trim().is_empty() {
            keep.locked(texts.board_view_unnamed())
        } else {
            keep.on_press(Message::ViewKept)
        };
        let naming = row![container(Element::from(name)).width(Length::Fill), Element::from(keep)];
        let naming = container(naming.spacing(6).align_y(Center)).padding([6, 4]);
        popover(Length::Fill, column![list, line_across(), naming].spacing(4))
    }

    /// Whether what is shown is none of the views.
    fn is_new(&self, env: &Env<'_>) -> bool {
        !self.views(env).iter().any(|it| it.choice == self.choice)
    }

    fn entries(&self, env: &Env<'_>, filter: Filter) -> impl Iterator<Item = Entry> {
        self.lines(env, filter).into_iter().filter_map(|it| match it {
            Line::Heading(_) => None,
            Line::Entry(entry) => Some(entry),
        })
    }

    fn lines(&self, env: &Env<'_>, filter: Filter) -> Vec<Line> {
        let (narrow, office, texts) = (self.choice.wanted.narrow, env.office(), env.texts);
        let to = |choice| Message::Chosen(Box::new(choice));
        let one = |name: &str, narrow_to: Narrow| {
            Line::from(Entry::new(name, to(self.choice.narrowed(narrow_to)), narrow_to == narrow))
        };
        match filter {
            Filter::View => self.view_lines(env),
            Filter::Department => {
                let works = |kind| matches!(kind, DepartmentKind::Handling | DepartmentKind::Region);
                let each = office.departments().filter(|it| it.active && works(it.kind));
                let each = each.map(|it| one(&it.name, Narrow { department: Some(it.id), ..narrow }));
                std::iter::once(one(texts.board_all_departments(), Narrow { department: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::Category => {
                let each = office.categories().filter(|it| it.active && it.parent.is_none());
                let each = each.map(|it| one(&it.name, Narrow { category: Some(it.id), ..narrow }));
                std::iter::once(one(texts.board_all_categories(), Narrow { category: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::Priority => {
                let each = [Priority::P1, Priority::P2, Priority::P3];
                let each = each.map(|it| one(texts.name(it), Narrow { priority: Some(it), ..narrow }));
                std::iter::once(one(texts.board_all_priorities(), Narrow { priority: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::More => self.more_lines(env),
            Filter::Sort => [Sort::Urgency, Sort::Priority, Sort::Newest, Sort::Oldest]
                .into_iter()
                .map(|it| {
                    let chosen = it == self.choice.wanted.sort;
                    Entry::new(sort_name(texts, it), to(self.choice.sorted(it)), chosen).into()
                })
                .collect(),
            Filter::Columns => Column::ALL
                .into_iter()
                .map(|it| {
                    let shown = !self.kept.hidden.contains(&it);
                    Entry::new(it.name(texts), Message::ColumnToggled(it), shown).into()
                })
                .collect(),
        }
    }

    fn view_lines(&self, env: &Env<'_>) -> Vec<Line> {
        let ready = choice::ready(env).len();
        let counts = self.menu.as_ref().map(|it| it.counts.as_slice()).unwrap_or_default();
        let entry = |(place, view): (usize, SavedView)| {
            let forgets = (ready <= place).then(|| Message::ViewForgotten(view.name.clone()));
            let chosen = view.choice == self.choice;
            let count = counts.get(place).copied();
            Entry { name: view.name, taken: Message::ViewChosen(place), chosen, count, forgets }
        };
        let mut lines: Vec<Line> = Vec::new();
        for (place, view) in self.views(env).into_iter().enumerate() {
            if place == ready {
                lines.push(Line::Heading(env.texts.board_views_own().to_owned()));
            }
            lines.push(entry((place, view)).into());
        }
        lines
    }

    fn more_lines(&self, env: &Env<'_>) -> Vec<Line> {
        let (choice, narrow, texts) = (&self.choice, self.choice.wanted.narrow, env.texts);
        let to = |choice| Message::Chosen(Box::new(choice));
        let mut lines = vec![Line::Heading(texts.board_heading_limits().to_owned())];
        for it in Burns::ALL {
            let on = choice.burns == Some(it);
            let next = super::Choice { burns: (!on).then_some(it), ..choice.clone() };
            lines.push(Entry::new(it.name(texts), to(next), on).into());
        }
        lines.push(Line::Heading(texts.board_heading_marks().to_owned()));
        for it in Mark::ALL {
            let on = narrow.mark == Some(*it);
            let next = choice.narrowed(Narrow { mark: (!on).then_some(*it), ..narrow });
            lines.push(Entry::new(mark_name(texts, *it), to(next), on).into());
        }
        lines.push(Line::Heading(texts.board_heading_days().to_owned()));
        for days in [1, 7, 30] {
            let on = narrow.days == Some(days);
            let next = choice.narrowed(Narrow { days: (!on).then_some(days), ..narrow });
            lines.push(Entry::new(texts.board_within(days), to(next), on).into());
        }
        let with = choice.wanted.closed == Closed::With;
        let next = choice.with_closed(if with { Closed::Without } else { Closed::With });
        lines.push(Entry::new(texts.board_with_closed(), to(next), with).into());
        let list = Entry::new(texts.board_exemptions(), Message::ExemptionsAsked, false);
        lines.push(list.into());
        lines.push(Line::Heading(texts.board_heading_people().to_owned()));
        let handlers = env.office().people().filter(|it| it.active && it.roles.iter().any(|role| role.may(VERB)));
        let me = env.office().person(env.me).into_iter();
        for person in me.chain(handlers.filter(|it| it.id != env.me)) {
            let on = narrow.person == Some(person.id);
            let next = choice.narrowed(Narrow { person: (!on).then_some(person.id), ..narrow });
            lines.push(Entry::new(person.name.to_string(), to(next), on).into());
        }
        lines
    }
}

/// Who handles complaints reports on them.
const VERB: crate::domain::complaint::Verb = crate::domain::complaint::Verb::Report;

fn sort_name(texts: &Texts, sort: Sort) -> &str {
    match sort {
        Sort::Urgency => texts.board_sort_urgency(),
        Sort::Priority => texts.board_sort_priority(),
        Sort::Newest => texts.board_sort_newest(),
        Sort::Oldest => texts.board_sort_oldest(),
    }
}

type Look = fn(&crate::ui::theme::Theme, widget::button::Status) -> widget::button::Style;

/// Lines in sight before the menu scrolls.
const LINES: usize = 14;

#[expect(clippy::cast_precision_loss, reason = "a menu has few lines")]
fn lines<'a>(all: Vec<Line>, marked: usize, forget: &'a str) -> Element<'a, Message> {
    let height = all.len().min(LINES) as f32 * Height::CONTROL;
    let mut place = 0;
    let drawn: Vec<Element<'a, Message>> = all
        .into_iter()
        .map(|it| match it {
            Line::Heading(name) => container(caption(name).style(style::text::ink3))
                .height(Height::CONTROL)
                .padding([0, 8])
                .align_y(Center)
                .into(),
            Line::Entry(entry) => {
                let look = if place == marked { style::button::option_marked } else { style::button::option };
                place += 1;
                line(entry, look, forget)
            }
        })
        .collect();
    scrollable(column(drawn)).direction(style::scroll::vertical()).width(Length::Fill).height(height).into()
}

fn line(it: Entry, look: Look, forget: &str) -> Element<'_, Message> {
    let tick: Element<'_, Message> = if it.chosen { icon_small(icon::CHECK).into() } else { space().width(14).into() };
    let content = row![tick, body(it.name).wrapping(Wrapping::None), space().width(Length::Fill)]
        .push(it.count.map(|it| hint(it.to_string())))
        .spacing(8)
        .height(Length::Fill)
        .align_y(Center);
    let drawn = widget::button(content)
        .width(Length::Fill)
        .height(Height::CONTROL)
        .padding([0, 8])
        .style(look)
        .on_press(it.taken);
    match it.forgets {
        Some(message) => row![drawn, icon_button(icon::X, forget, Some(message), 0)].align_y(Center).into(),
        None => drawn.into(),
    }
}

/// A caption of the tool bar and the foot.
pub(super) fn quiet<'a>(words: impl widget::text::IntoFragment<'a>) -> widget::Text<'a, crate::ui::theme::Theme> {
    small(words).style(style::text::ink3).wrapping(Wrapping::None)
}
