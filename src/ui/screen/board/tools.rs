//! The tool bar: lanes or rows, which cards, in which order.

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{self, column, container, row, scrollable, space, text::Wrapping},
};

use super::{Control, Layout, Message, State, bar};
use crate::books::board::{Narrow, Sort};
use crate::domain::complaint::terms::Priority;
use crate::domain::office::DepartmentKind;
use crate::i18n::Texts;
use crate::ui::effect::Effect;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::case_words;
use crate::ui::part::form::{Step, Stop};
use crate::ui::screen::Action;
use crate::ui::style;
use crate::ui::theme::{Element, Height};
use crate::ui::widget::{
    Part, body, button, chip_removable, dropdown, icon_small, line_down, measure, popover, segment, small,
};

/// A menu of the tool bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// 责任部门
    Department,
    /// 投诉类别
    Category,
    /// 优先级
    Priority,
    /// The order.
    Sort,
}

/// The menu that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Menu {
    filter: Filter,
    marked: usize,
}

/// A line of a menu.
struct Choice {
    name: String,
    taken: Message,
    chosen: bool,
}

impl Menu {
    pub(super) fn pressed(press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Escape) || Step::of(press).is_some() {
            Some(Message::MenuLeft)
        } else if is(Named::ArrowDown) {
            Some(Message::MenuMoved(Step::Next))
        } else if is(Named::ArrowUp) {
            Some(Message::MenuMoved(Step::Previous))
        } else if is(Named::Enter) || is(Named::Space) {
            Some(Message::MenuTaken)
        } else {
            None
        }
    }
}

impl State {
    pub(super) fn toggle_menu(&mut self, filter: Filter) -> Effect<Message, Action> {
        self.menu = match self.menu {
            Some(it) if it.filter == filter => None,
            Some(_) | None => Some(Menu { filter, marked: 0 }),
        };
        Effect::none()
    }

    pub(super) fn leave_menu(&mut self) -> Effect<Message, Action> {
        self.menu = None;
        Effect::none()
    }

    pub(super) fn move_in_menu(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let Some(menu) = self.menu else { return Effect::none() };
        let last = self.choices(env, menu.filter).len().saturating_sub(1);
        let marked = match step {
            Step::Next => (menu.marked + 1).min(last),
            Step::Previous => menu.marked.saturating_sub(1),
        };
        self.menu = Some(Menu { marked, ..menu });
        Effect::none()
    }

    pub(super) fn take_from_menu(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(menu) = self.menu else { return Effect::none() };
        match self.choices(env, menu.filter).into_iter().nth(menu.marked) {
            Some(choice) => self.update(env, choice.taken),
            None => Effect::none(),
        }
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
        let filters = [Filter::Department, Filter::Category, Filter::Priority];
        let mut tools =
            row![Element::from(layout), container(line_down()).height(22).padding([0, 4]),].spacing(8).align_y(Center);
        for filter in filters {
            tools = tools.push(self.menu_button(env, filter));
        }
        let chips = self.active(env);
        let any = !chips.is_empty();
        tools = tools.extend(chips);
        if any {
            tools = tools.push(
                button(texts.board_clear())
                    .link()
                    .focus(self.ring.focus(Control::Clear))
                    .id(Control::Clear.id())
                    .on_press(Message::Narrowed(Narrow::default())),
            );
        }
        bar(tools.push(space().width(Length::Fill)).push(self.menu_button(env, Filter::Sort)))
    }

    fn menu_button<'a>(&'a self, env: &Env<'a>, filter: Filter) -> Element<'a, Message> {
        let control = Control::Menu(filter);
        let face = match filter {
            Filter::Department => button(env.texts.board_department()).trailing(icon::CHEVRON_DOWN),
            Filter::Category => button(env.texts.board_category()).trailing(icon::CHEVRON_DOWN),
            Filter::Priority => button(env.texts.board_priority()).trailing(icon::CHEVRON_DOWN),
            // The order is told on its button; where it is tight the icon has to do.
            Filter::Sort => match env.room() {
                Room::Ample => button(sort_name(env.texts, self.sort)).quiet().icon(icon::ARROW_UP_DOWN),
                Room::Tight => button("").quiet().icon(icon::ARROW_UP_DOWN),
            },
        };
        let face = face.focus(self.ring.focus(control)).id(control.id()).on_press(Message::MenuToggled(filter));
        let open = self.menu.filter(|it| it.filter == filter);
        let list = open.map(|it| lines(self.choices(env, filter), it.marked));
        let width = open.map(|_| {
            let names = self.choices(env, filter);
            let widest = names.iter().map(|it| measure(&it.name, crate::ui::theme::Face::Body)).fold(0.0, f32::max);
            (widest + 60.0).clamp(160.0, 320.0)
        });
        dropdown(face, list, width, Message::MenuLeft)
    }

    /// The filters that are on, each to be taken away.
    fn active<'a>(&self, env: &Env<'a>) -> Vec<Element<'a, Message>> {
        let narrow = self.narrow;
        let department = narrow.department.map(|it| {
            let name = case_words::department(env, it).to_owned();
            chip_removable(name, Message::Narrowed(Narrow { department: None, ..narrow }))
        });
        let category = narrow.category.map(|it| {
            let name = case_words::category(env, it);
            chip_removable(name, Message::Narrowed(Narrow { category: None, ..narrow }))
        });
        let priority = narrow
            .priority
            .map(|it| chip_removable(env.texts.name(it), Message::Narrowed(Narrow { priority: None, ..narrow })));
        [department, category, priority].into_iter().flatten().collect()
    }

    fn choices(&self, env: &Env<'_>, filter: Filter) -> Vec<Choice> {
        let (narrow, office, texts) = (self.narrow, env.office(), env.texts);
        let all = |name: &str, to: Narrow| Choice {
            name: name.to_owned(),
            chosen: to == narrow,
            taken: Message::Narrowed(to),
        };
        match filter {
            Filter::Department => {
                let works = |kind| matches!(kind, DepartmentKind::Handling | DepartmentKind::Region);
                let each = office.departments().filter(|it| it.active && works(it.kind));
                let each = each.map(|it| all(&it.name, Narrow { department: Some(it.id), ..narrow }));
                std::iter::once(all(texts.board_all_departments(), Narrow { department: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::Category => {
                let each = office.categories().filter(|it| it.active && it.parent.is_none());
                let each = each.map(|it| all(&it.name, Narrow { category: Some(it.id), ..narrow }));
                std::iter::once(all(texts.board_all_categories(), Narrow { category: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::Priority => {
                let each = [Priority::P1, Priority::P2, Priority::P3];
                let each = each.map(|it| all(texts.name(it), Narrow { priority: Some(it), ..narrow }));
                std::iter::once(all(texts.board_all_priorities(), Narrow { priority: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::Sort => [Sort::Urgency, Sort::Priority, Sort::Newest, Sort::Oldest]
                .into_iter()
                .map(|it| Choice {
                    name: sort_name(texts, it).to_owned(),
                    chosen: it == self.sort,
                    taken: Message::Sorted(it),
                })
                .collect(),
        }
    }
}

fn sort_name(texts: &Texts, sort: Sort) -> &str {
    match sort {
        Sort::Urgency => texts.board_sort_urgency(),
        Sort::Priority => texts.board_sort_priority(),
        Sort::Newest => texts.board_sort_newest(),
        Sort::Oldest => texts.board_sort_oldest(),
    }
}

/// Lines in sight before the menu scrolls.
const LINES: usize = 12;

#[expect(clippy::cast_precision_loss, reason = "a menu has few lines")]
fn lines<'a>(choices: Vec<Choice>, marked: usize) -> Element<'a, Message> {
    let height = choices.len().min(LINES) as f32 * Height::CONTROL;
    let drawn = choices.into_iter().enumerate().map(|(index, it)| {
        let tick: Element<'_, Message> =
            if it.chosen { icon_small(icon::CHECK).into() } else { space().width(14).into() };
        let content =
            row![tick, body(it.name).wrapping(Wrapping::None)].spacing(8).height(Length::Fill).align_y(Center);
        let look = if index == marked { style::button::option_marked } else { style::button::option };
        widget::button(content)
            .width(Length::Fill)
            .height(Height::CONTROL)
            .padding([0, 8])
            .style(look)
            .on_press(it.taken)
            .into()
    });
    let list = scrollable(column(drawn)).direction(style::scroll::vertical()).width(Length::Fill).height(height);
    popover(Length::Fill, list)
}

/// A caption of the tool bar and the foot.
pub(super) fn quiet<'a>(words: impl widget::text::IntoFragment<'a>) -> widget::Text<'a, crate::ui::theme::Theme> {
    small(words).style(style::text::ink3).wrapping(Wrapping::None)
}
