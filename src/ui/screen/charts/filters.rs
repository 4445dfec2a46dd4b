//! Which complaints the charts count: 责任部门, 投诉渠道 and 更多筛选 in the tool bar, and what was picked below it.

use iced::keyboard::key::Named;
use iced::widget::{Id, column, container, row, space, text::Wrapping};
use iced::{Center, Length};

use super::{Action, Message, State};
use crate::books::tally::{Dimension, Filter, Key};
use crate::domain::complaint::terms::{Priority, Satisfaction, Severity, Validity};
use crate::domain::office::DepartmentKind;
use crate::i18n::Texts;
use crate::report::{Narrow, Pick};
use crate::ui::effect::Effect;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::form::{Step, reveal};
use crate::ui::style;
use crate::ui::theme::{Element, Face};
use crate::ui::widget::{
    Focus, button, chip, chip_removable, chips, dropdown, fit, line_across, measure, named, popover, scroll_named,
    small, small_strong,
};

/// A menu of the tool bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// 全部部门
    Departments,
    /// 全部渠道
    Channels,
    /// 更多筛选
    More,
}

/// The menu that is open, and where the arrow keys are in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Menu {
    which: Shelf,
    /// `None`: no key was pressed yet.
    marked: Option<usize>,
}

/// What hangs below a button of the tool bar is at the most so wide and so high.
const WIDE: f32 = 460.0;
const NARROW: f32 = 320.0;
const HIGH: f32 = 520.0;
/// A name of the company's is cut at this width.
const NAME: f32 = 150.0;
/// Regions are people's own words: so many of them are offered, the most frequent ones.
const REGIONS: usize = 16;
/// What was picked stands in a line of its own.
pub(super) const BAR: f32 = 37.0;
const LIST: &str = "charts.picks";

fn pick_id(place: usize) -> Id {
    Id::from(format!("charts.pick.{place}"))
}

/// The picks of one kind.
struct Group<'a> {
    name: &'a str,
    picks: Vec<Pick>,
}

/// What can be picked in a menu.
fn groups<'a>(env: &Env<'a>, which: Shelf) -> Vec<Group<'a>> {
    let (texts, office) = (env.texts, env.office());
    let handles = |kind| match kind {
        DepartmentKind::FrontDesk => false,
        DepartmentKind::Handling | DepartmentKind::Region | DepartmentKind::Staff => true,
    };
    let departments = || Group {
        name: texts.column_department(),
        picks: office
            .departments()
            .filter(|it| it.active && handles(it.kind))
            .map(|it| Pick::Department(it.id))
            .collect(),
    };
    let channels = || Group {
        name: texts.column_channel(),
        picks: office.channels().filter(|it| it.active).map(|it| Pick::Channel(it.id)).collect(),
    };
    let regions = || {
        let mut counted = env.books.count(&Filter::complaints(), Dimension::Region);
        counted.sort_by_key(|(_, cell)| std::cmp::Reverse(cell.complaints));
        let named = counted.into_iter().filter_map(|(key, _)| match key {
            Key::Text(text) => Some(Pick::Region(text.into())),
            _ => None,
        });
        Group { name: texts.charts_by_region(), picks: named.take(REGIONS).collect() }
    };
    let rest = || {
        let categories = office.categories().filter(|it| it.active && it.parent.is_none());
        let group = |name, picks| Group { name, picks };
        vec![
            group(texts.charts_by_category(), categories.map(|it| Pick::Category(it.id)).collect()),
            group(texts.charts_by_member(), vec![Pick::Member, Pick::NoMember]),
            group(texts.charts_by_validity(), Validity::ALL.iter().copied().map(Pick::Validity).collect()),
            group(texts.charts_by_severity(), Severity::ALL.iter().copied().map(Pick::Severity).collect()),
            group(texts.charts_by_priority(), Priority::ALL.iter().copied().map(Pick::Priority).collect()),
            group(texts.charts_by_answer(), Satisfaction::ALL.iter().copied().map(Pick::Satisfaction).collect()),
            group(texts.charts_by_mark(), vec![Pick::Major, Pick::Escalated]),
            regions(),
        ]
    };
    let mut all = match (which, env.room()) {
        (Shelf::Departments, _) => vec![departments()],
        (Shelf::Channels, _) => vec![channels()],
        (Shelf::More, Room::Ample) => rest(),
        // There is no room for the other two buttons.
        (Shelf::More, Room::Tight) => [departments(), channels()].into_iter().chain(rest()).collect(),
    };
    all.retain(|it| !it.picks.is_empty());
    all
}

/// What a pick is called.
pub(super) fn pick_name(env: &Env<'_>, pick: &Pick) -> String {
    let (texts, office) = (env.texts, env.office());
    match pick {
        Pick::Department(id) => crate::report::reading::department(office, Some(*id)),
        Pick::Channel(id) => office.channel(*id).map(|it| it.name.to_string()).unwrap_or_default(),
        Pick::Category(id) => crate::report::reading::category(office, *id).0,
        Pick::Member => texts.flag_member().to_owned(),
        Pick::NoMember => texts.charts_no_member().to_owned(),
        Pick::Validity(it) => texts.name(*it).to_owned(),
        Pick::Severity(it) => texts.name(*it).to_owned(),
        Pick::Priority(it) => texts.name(*it).to_owned(),
        Pick::Major => texts.flag_major().to_owned(),
        Pick::Escalated => texts.charts_escalated().to_owned(),
        Pick::Satisfaction(it) => texts.name(*it).to_owned(),
        Pick::Region(it) => it.to_string(),
    }
}

/// Everything that was picked, in a sentence for a file.
pub(super) fn in_words(env: &Env<'_>, narrow: &Narrow) -> String {
    if narrow.is_empty() {
        return String::new();
    }
    env.texts.charts_narrowed(env.texts.list(narrow.picks().map(|it| pick_name(env, it))))
}

impl State {
    pub(super) fn turn_menu(&mut self, which: Shelf) -> Effect<Message, Action> {
        self.menu = match self.menu {
            Some(it) if it.which == which => None,
            Some(_) | None => Some(Menu { which, marked: None }),
        };
        Effect::none()
    }

    pub(super) fn pick(&mut self, env: &Env<'_>, pick: Pick) -> Effect<Message, Action> {
        self.narrow = std::mem::take(&mut self.narrow).toggled(pick);
        self.narrowed(env)
    }

    pub(super) fn clear_picks(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.narrow = Narrow::default();
        self.narrowed(env)
    }

    fn narrowed(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.hovered = None;
        self.begin_anew();
        if self.mark(env).is_none() {
            self.panel = super::Panel::Closed;
        }
        Effect::none()
    }

    pub(super) fn move_in_menu(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let Some(menu) = &mut self.menu else { return Effect::none() };
        let last = groups(env, menu.which).iter().map(|it| it.picks.len()).sum::<usize>().saturating_sub(1);
        let marked = match (menu.marked, step) {
            (None, _) => 0,
            (Some(marked), Step::Next) => (marked + 1).min(last),
            (Some(marked), Step::Previous) => marked.saturating_sub(1),
        };
        menu.marked = Some(marked);
        reveal(LIST, pick_id(marked)).into()
    }

    pub(super) fn take_in_menu(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some((menu, marked)) = self.menu.and_then(|it| Some((it, it.marked?))) else { return Effect::none() };
        match groups(env, menu.which).into_iter().flat_map(|it| it.picks).nth(marked) {
            Some(pick) => self.pick(env, pick),
            None => Effect::none(),
        }
    }

    /// What a key means while a menu is open.
    pub(super) fn pressed_in_menu(press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Escape) || Step::of(press).is_some() || Shortcut::command('f').matches(press) {
            Some(Message::MenuLeft)
        } else if is(Named::ArrowRight) || is(Named::ArrowDown) {
            Some(Message::MenuMoved(Step::Next))
        } else if is(Named::ArrowLeft) || is(Named::ArrowUp) {
            Some(Message::MenuMoved(Step::Previous))
        } else if is(Named::Space) || is(Named::Enter) {
            Some(Message::MenuTaken)
        } else if is(Named::Delete) {
            Some(Message::PicksCleared)
        } else {
            None
        }
    }

    /// What stands on the buttons of the tool bar that narrow what is counted.
    fn shelf_names(&self, env: &Env<'_>) -> Vec<(Shelf, String)> {
        let texts = env.texts;
        let named = |dimension: Dimension, none: &str, several: fn(&Texts, usize) -> String| {
            let picks: Vec<&Pick> = self.narrow.picks().filter(|it| it.dimension() == dimension).collect();
            match picks[..] {
                [] => none.to_owned(),
                [one] => fit(&pick_name(env, one), Face::Body, 110.0),
                _ => several(texts, picks.len()),
            }
        };
        let mut all = Vec::new();
        if env.room() == Room::Ample {
            let departments = named(Dimension::Department, texts.charts_all_departments(), Texts::charts_departments);
            let channels = named(Dimension::Channel, texts.charts_all_channels(), Texts::charts_channels);
            all.extend([(Shelf::Departments, departments), (Shelf::Channels, channels)]);
        }
        all.push((Shelf::More, texts.charts_more_filters().to_owned()));
        all
    }

    /// The buttons.
    pub(super) fn shelves<'a>(&'a self, env: &Env<'a>) -> Vec<Element<'a, Message>> {
        let drawn = self.shelf_names(env).into_iter().map(|(which, words)| {
            let control = match which {
                Shelf::Departments | Shelf::Channels => button(words).trailing(icon::CHEVRON_DOWN),
                Shelf::More => button(words).quiet().icon(icon::FUNNEL),
            };
            self.hung(env, which, control.on_press(Message::MenuTurned(which)).into())
        });
        drawn.collect()
    }

    /// How wide the buttons are, with the room between them.
    pub(super) fn shelves_width(&self, env: &Env<'_>) -> f32 {
        self.shelf_names(env).iter().map(|(_, words)| measure(words, Face::Body) + 52.0).sum()
    }

    fn hung<'a>(&self, env: &Env<'a>, which: Shelf, control: Element<'a, Message>) -> Element<'a, Message> {
        let open = self.menu.filter(|it| it.which == which);
        let width = match which {
            Shelf::Departments | Shelf::Channels => NARROW,
            Shelf::More => WIDE,
        };
        let popup = open.map(|menu| self.menu_view(env, menu, width));
        dropdown(control, popup, Some(width), Message::MenuLeft)
    }

    fn menu_view<'a>(&self, env: &Env<'a>, menu: Menu, width: f32) -> Element<'a, Message> {
        let texts = env.texts;
        let mut place = 0;
        let mut content = column![].spacing(12).padding(12);
        for group in groups(env, menu.which) {
            let drawn = group.picks.into_iter().map(|pick| {
                let focus = Focus::from(menu.marked == Some(place));
                let id = pick_id(place);
                place += 1;
                let name = fit(&pick_name(env, &pick), Face::Body, NAME);
                named(id, focus, chip(name, self.narrow.has(&pick), Some(Message::Picked(pick))))
            });
            let drawn: Vec<_> = drawn.collect();
            content = content.push(column![small_strong(group.name).style(style::text::ink3), chips(drawn)].spacing(6));
        }
        let list = scroll_named(LIST, content).height(Length::Shrink);
        let high = (env.window.height - 220.0).clamp(160.0, HIGH);
        let clear = button(texts.charts_clear()).link().compact();
        let clear = clear.on_press_maybe((!self.narrow.is_empty()).then_some(Message::PicksCleared));
        let done = button(texts.close()).compact().keys(Shortcut::named(Named::Escape)).on_press(Message::MenuLeft);
        let foot = row![Element::from(clear), space().width(Length::Fill), Element::from(done)]
            .align_y(Center)
            .padding([6, 12]);
        popover(width, column![container(list).max_height(high), line_across(), foot])
    }

    /// What was picked, each to be taken away.
    pub(super) fn picked<'a>(&'a self, env: &Env<'a>, width: f32) -> Option<Element<'a, Message>> {
        if self.narrow.is_empty() {
            return None;
        }
        let texts = env.texts;
        let clear = button(texts.charts_clear()).link().compact().on_press(Message::PicksCleared);
        let said = small(texts.charts_narrowed_to()).style(style::text::ink3).wrapping(Wrapping::None);
        let mut left = width - 32.0 - measure(texts.charts_narrowed_to(), Face::Small) - 90.0;
        let (mut drawn, mut more) = (row![said].spacing(6).align_y(Center), 0_usize);
        for pick in self.narrow.picks() {
            let name = fit(&pick_name(env, pick), Face::Body, NAME);
            let wide = measure(&name, Face::Body) + 44.0;
            if left < wide {
                more += 1;
                continue;
            }
            left -= wide;
            drawn = drawn.push(chip_removable(name, Message::Picked(pick.clone())));
        }
        let more = (0 < more).then(|| small(texts.charts_picks_more(more)).style(style::text::ink3));
        let bar = drawn.push(more).push(Element::from(clear));
        let bar = container(bar).height(BAR - 1.0).padding([0, 16]).width(Length::Fill).align_y(Center);
        Some(column![bar.style(style::surface::pane), line_across()].into())
    }
}
