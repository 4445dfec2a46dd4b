//! The tool bar: lanes or rows, which cards, in which order.

mod entries;
mod menu;

use iced::{
    Center, Length,
    widget::{self, container, row, text::Wrapping},
};

use self::entries::{Entry, Line};
use super::choice::{self, SavedView};
use super::view::bar;
use super::{Control, Layout, Message, State};
use crate::books::board::Sort;
use crate::i18n::Texts;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::part::form::Stop;
use crate::ui::style;
use crate::ui::theme::{Element, Face};
use crate::ui::widget::{Part, button, chip_removable, dropdown, field, fit, line_down, measure, segment, small};

pub(super) use self::menu::Menu;

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

impl State {
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
        let clear = self.choice.is_filtered().then(|| {
            button(texts.board_clear())
                .link()
                .focus(self.ring.focus(Control::Clear))
                .id(Control::Clear.id())
                .on_press(Message::Chosen(Box::new(self.choice.cleared())))
        });
        let left = tools.extend(chips).push(clear.map(Element::from)).wrap().vertical_spacing(8);
        let columns = (self.layout == Layout::Rows).then(|| self.menu_button(env, Filter::Columns));
        let wall = match env.room() {
            Room::Ample => button(texts.board_project()).quiet().icon(icon::MONITOR),
            Room::Tight => button("").quiet().icon(icon::MONITOR),
        };
        let wall = wall.focus(self.ring.focus(Control::Project)).id(Control::Project.id());
        let wall = crate::ui::widget::tip(wall.on_press(Message::ProjectionAsked), texts.board_project());
        let right = row![self.menu_button(env, Filter::Sort), wall].push(columns).spacing(4).align_y(Center);
        // What does not fit beside the rest stands below it; the order and the columns stay where they are.
        bar(row![container(left).width(Length::Fill), right].spacing(8))
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
        let widest = self.entries(env, filter).map(|it| measure(&it.name, Face::Body)).fold(0.0, f32::max);
        // Tick, edges, the bar that scrolls; of a view also its count and what forgets it.
        let (extra, least) = if filter == Filter::View { (116.0, 240.0) } else { (72.0, 160.0) };
        let width = (widest.ceil() + extra).clamp(least, 340.0);
        let list = open.map(|it| self.popup(env, it, width - extra));
        let width = open.map(|_| width);
        dropdown(face, list, width, Message::MenuLeft)
    }

    /// The name of the view that is shown; what was changed since has none.
    fn view_name(&self, env: &Env<'_>) -> String {
        let shown = self.views(env).into_iter().find(|it| it.choice == self.choice);
        shown.map_or_else(|| env.texts.board_view_own().to_owned(), |it| it.name)
    }

    /// Whether what is shown is none of the views.
    fn is_new(&self, env: &Env<'_>) -> bool {
        !self.views(env).iter().any(|it| it.choice == self.choice)
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

/// A caption of the tool bar and the foot.
pub(super) fn quiet<'a>(words: impl widget::text::IntoFragment<'a>) -> widget::Text<'a, crate::ui::theme::Theme> {
    small(words).style(style::text::ink3).wrapping(Wrapping::None)
}
