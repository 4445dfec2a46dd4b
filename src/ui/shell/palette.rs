//! Ctrl+K: complaints by number, telephone tail, name, pinyin or words in the text; customers, actions, people, pages
//! (UI.md 5.10).
//!
//! `>` looks for actions only, `@` for people only. What is typed is compared as it stands; whole telephone numbers
//! are never drawn.

mod deed;
mod line;

use iced::{
    Center, Length, Padding,
    keyboard::key::Named,
    widget::{Id, column, container, mouse_area, row, space},
};

pub use self::deed::Deed;
use super::Message;
use crate::books::customers::Who;
use crate::books::pinyin::called;
use crate::books::search::Within;
use crate::domain::customer::Phone;
use crate::domain::id::{ComplaintId, PersonId};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::screen::Place;
use crate::ui::style;
use crate::ui::theme::Element;
use crate::ui::widget::{Button, body, button, caption, caption_strong, field, keycaps, lift, line_across, scroll};

/// The field of the palette.
pub const FIELD: &str = "palette";

/// Where one can get from the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a complaint.
    Complaint(ComplaintId),
    /// To a customer's file; who may not read it gets the complaints of that customer.
    Customer(Who),
    /// To something that can be done.
    Deed(Deed),
    /// To somebody of the office: what lies with them.
    Person(PersonId),
    /// To a page.
    Page(Place),
}

/// The groups, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Complaints,
    Customers,
    Deeds,
    People,
    Pages,
}

/// What is typed and which row is marked.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    query: String,
    marked: usize,
    /// Only complaints of this customer.
    of: Option<Who>,
    /// The archive, too.
    archive: bool,
    /// The case that is selected on the screen.
    selected: Option<ComplaintId>,
}

/// Rows at the most.
const MOST: usize = 9;
/// Complaints beside other groups.
const COMPLAINTS: usize = 5;
/// Actions while nothing is typed.
const FIRST: usize = 5;
/// Customers.
const CUSTOMERS: usize = 2;
const ROW: f32 = 40.0;
const WIDTH: f32 = 680.0;

impl Palette {
    /// Fresh, on the screen where this case is selected.
    #[must_use]
    pub fn on(selected: Option<ComplaintId>) -> Self {
        Self { selected, ..Self::default() }
    }

    /// Takes what was typed.
    pub fn typed(&mut self, query: String) {
        self.query = query;
        self.marked = 0;
    }

    /// Marks a row.
    pub fn mark(&mut self, row: usize) {
        self.marked = row;
    }

    /// Only the complaints of a customer, from now on.
    pub fn narrow(&mut self, of: Who) {
        (self.of, self.marked) = (Some(of), 0);
        self.query.clear();
    }

    /// Looks into the archive, too.
    pub fn widen(&mut self) {
        (self.archive, self.marked) = (true, 0);
    }

    /// Forgets what was typed.
    pub fn clear(&mut self) {
        (self.of, self.marked) = (None, 0);
        self.query.clear();
    }

    /// What is offered for what is typed, by groups.
    #[must_use]
    pub fn targets(&self, env: &Env<'_>) -> Vec<Target> {
        self.grouped(env).into_iter().flat_map(|(_, it)| it).collect()
    }

    fn grouped(&self, env: &Env<'_>) -> Vec<(Group, Vec<Target>)> {
        let query = self.query.trim();
        let mut groups = if let Some(query) = prefixed(query, ['>', '》', '＞']) {
            vec![(Group::Deeds, self.deeds(env, query))]
        } else if let Some(query) = prefixed(query, ['@', '＠', '@']) {
            vec![(Group::People, people(env, query))]
        } else if let Some(of) = self.of {
            vec![(Group::Complaints, Self::complaints_of(env, of, query))]
        } else {
            self.everything(env, query)
        };
        let mut room = MOST;
        for (_, targets) in &mut groups {
            targets.truncate(room);
            room -= targets.len();
        }
        groups.retain(|(_, targets)| !targets.is_empty());
        groups
    }

    fn everything(&self, env: &Env<'_>, query: &str) -> Vec<(Group, Vec<Target>)> {
        let pages = Place::ALL.into_iter().filter(|it| says(it.name(env.texts), query)).map(Target::Page).collect();
        if query.is_empty() {
            let mut deeds = self.deeds(env, query);
            deeds.truncate(FIRST);
            return vec![(Group::Deeds, deeds), (Group::Pages, pages)];
        }
        let within = if self.archive { Within::Everything } else { Within::Current };
        let hits = env.books.search(query, within, COMPLAINTS).into_iter();
        let complaints: Vec<Target> = hits.map(|it| Target::Complaint(it.row.id)).collect();
        let customers = env.books.customers().find(query, CUSTOMERS).into_iter();
        let customers = customers.map(|it| Target::Customer(it.who)).collect();
        // Where complaints were found they can be had as cards, too.
        let filter = (!complaints.is_empty()).then(|| Target::Deed(Deed::Filter(query.to_owned())));
        vec![
            (Group::Complaints, complaints),
            (Group::Customers, customers),
            (Group::Deeds, self.deeds(env, query).into_iter().chain(filter).collect()),
            (Group::Pages, pages),
        ]
    }

    fn complaints_of(env: &Env<'_>, of: Who, query: &str) -> Vec<Target> {
        let rows = env.books.customers().complaints(of).into_iter().filter(|it| says(&it.content, query));
        rows.take(MOST).map(|it| Target::Complaint(it.id)).collect()
    }

    fn deeds(&self, env: &Env<'_>, query: &str) -> Vec<Target> {
        let all = deed::all(env, self.selected).into_iter();
        let phone = Phone::new(query).ok().filter(|it| 7 <= it.main().len()).map(Deed::Register);
        all.chain(phone)
            .filter(|it| matches!(it, Deed::Register(_)) || says(&it.name(env), query))
            .map(Target::Deed)
            .collect()
    }

    /// What a key means while the palette is open.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Backspace) && self.query.is_empty() && self.of.is_some() {
            return Some(Message::PaletteCleared);
        }
        let arrow = is(Named::ArrowDown) || is(Named::ArrowUp) || is(Named::Enter);
        if !arrow {
            return None;
        }
        let targets = self.targets(env);
        let last = targets.len().saturating_sub(1);
        if is(Named::ArrowDown) {
            Some(Message::PaletteMarked((self.marked + 1).min(last)))
        } else if is(Named::ArrowUp) {
            Some(Message::PaletteMarked(self.marked.saturating_sub(1)))
        } else {
            targets.get(self.marked.min(last)).cloned().map(Message::PaletteChosen)
        }
    }

    /// Draws it.
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let groups = self.grouped(env);
        let input = field(texts.palette_hint(), &self.query)
            .id(Id::new(FIELD))
            .icon(icon::SEARCH)
            .large()
            .on_input(Message::PaletteTyped);
        let scope = self.of.and_then(|it| env.books.customers().profile(it)).map(|it| {
            let name = line::masked(env, &it.name, it.salutation);
            let drop = button(name).compact().trailing(icon::X).on_press(Message::PaletteCleared);
            container(Element::from(drop))
        });
        let head = row![]
            .push(scope)
            .push(container(Element::from(input)).width(Length::Fill))
            .push(keycaps(Shortcut::named(Named::Escape)))
            .spacing(8)
            .align_y(Center);
        let mut list = column![];
        let mut index = 0;
        for (group, targets) in &groups {
            let name = format!("{} {}", group_name(texts, *group), targets.len());
            list = list.push(container(caption_strong(name).style(style::text::ink2)).padding(Padding {
                top: 10.0,
                right: 14.0,
                bottom: 4.0,
                left: 14.0,
            }));
            for target in targets {
                let look = if index == self.marked { style::button::option_marked } else { style::button::option };
                let drawn = container(line::line(env, target, self.bare_query())).height(ROW).align_y(Center);
                let row = iced::widget::button(drawn).width(Length::Fill).padding([0, 12]).style(look);
                let row = row.on_press(Message::PaletteChosen(target.clone()));
                list = list.push(container(row).padding([0, 6]));
                index += 1;
            }
        }
        let list: Element<'a, Message> = if groups.is_empty() { self.nothing(env) } else { list.into() };
        // The head, the foot and the room above and below.
        let high = (env.window.height - 112.0 - 58.0 - 40.0 - 40.0).max(160.0);
        let panel = container(column![
            container(head).padding([8, 12]),
            line_across(),
            container(scroll(list).height(Length::Shrink))
                .max_height(high)
                .padding(Padding { bottom: 8.0, ..Padding::ZERO }),
            line_across(),
            foot(texts),
        ])
        .width(WIDTH)
        .style(style::surface::modal);
        let panel = lift(style::Elevation::Modal, crate::ui::theme::Radius::Modal, panel);
        let placed = container(iced::widget::opaque(panel))
            .width(Length::Fill)
            .height(Length::Fill)
            .align_x(Center)
            .style(style::surface::scrim)
            .padding(Padding { top: 112.0, ..Padding::ZERO });
        mouse_area(placed).on_press(Message::LayerClosed).into()
    }

    /// The query without its first sign, to mark hits.
    fn bare_query(&self) -> &str {
        let query = self.query.trim();
        query.trim_start_matches(['>', '》', '＞', '@', '＠']).trim()
    }

    /// Nothing was found: what was looked for, and two ways on.
    fn nothing<'a>(&self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let words = body(texts.palette_nothing(self.bare_query())).style(style::text::ink2);
        let wider =
            (!self.archive).then(|| Element::from(plain(texts.palette_archive()).on_press(Message::PaletteWidened)));
        let ways = row![]
            .push(wider)
            .push(Element::from(plain(texts.palette_clear()).quiet().on_press(Message::PaletteCleared)))
            .spacing(8);
        container(column![words, ways].spacing(10).align_x(Center))
            .width(Length::Fill)
            .center_x(Length::Fill)
            .padding([28, 24])
            .into()
    }
}

fn plain(name: &str) -> Button<'_, Message> {
    button(name).compact()
}

fn foot(texts: &Texts) -> Element<'_, Message> {
    let key = |named| keycaps(Shortcut::named(named));
    let said = |words: &str| caption(words.to_owned()).style(style::text::ink2);
    container(
        row![
            key(Named::ArrowUp),
            key(Named::ArrowDown),
            said(texts.palette_choose()),
            space().width(10),
            key(Named::Enter),
            said(texts.palette_open()),
            space().width(Length::Fill),
            said(texts.palette_only_deeds()),
            space().width(10),
            said(texts.palette_only_people()),
        ]
        .spacing(5)
        .align_y(Center),
    )
    .height(34)
    .padding([0, 16])
    .align_y(Center)
    .into()
}

fn group_name(texts: &Texts, group: Group) -> &str {
    match group {
        Group::Complaints => texts.palette_complaints(),
        Group::Customers => texts.palette_customers(),
        Group::Deeds => texts.palette_deeds(),
        Group::People => texts.palette_people(),
        Group::Pages => texts.palette_pages(),
    }
}

fn prefixed<const N: usize>(query: &str, signs: [char; N]) -> Option<&str> {
    query.strip_prefix(signs).map(str::trim)
}

/// Whether words hold what was typed: as it stands whatever the case, or in pinyin.
fn says(words: &str, query: &str) -> bool {
    called(words, query).is_some()
}

fn people(env: &Env<'_>, query: &str) -> Vec<Target> {
    let office = env.office();
    let department = |id| office.department(id).map(|it| it.name.as_str()).unwrap_or_default();
    let active = office.people().filter(|it| it.active);
    let found = active.filter(|it| says(it.name.as_str(), query) || says(department(it.department), query));
    found.map(|it| Target::Person(it.id)).collect()
}
