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
    widget::{Id, column, container, mouse_area, row, space, text::Wrapping},
};

pub use self::deed::{Deed, Dialled};
use super::Message;
use crate::books::customers::Who;
use crate::books::ledger::Row;
use crate::books::pinyin::called;
use crate::books::search::{Field, Hit, Within};
use crate::domain::complaint::Verb;
use crate::domain::id::{ComplaintId, PersonId};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::screen::Place;
use crate::ui::screen::customers::may_read;
use crate::ui::style;
use crate::ui::theme::Element;
use crate::ui::widget::{
    Button, body, button, caption_strong, field, foot_of_modal, icon_large, keycaps, lift, line_across, scroll, small,
};

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
/// So many are found before those are left out that who works here may not read.
const LOOKED: usize = 200;
/// Complaints beside other groups.
const COMPLAINTS: usize = 5;
/// Actions while nothing is typed.
const FIRST: usize = 5;
/// Customers.
const CUSTOMERS: usize = 2;
/// Actions beside complaints and customers.
const DEEDS: usize = 3;
/// 并排打开
const BESIDE: Shortcut = Shortcut::named(Named::Enter).with_command();
const ROW: f32 = 40.0;
const FOOT: f32 = 34.0;
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
        // Whom a case does not concern finds it by its number only (A24).
        let shown =
            |it: &Hit<'_>| reads(env, it.row) || (it.field == Field::Number && !query.contains(char::is_whitespace));
        let hits = env.books.search(query, within, LOOKED).into_iter().filter(shown).take(COMPLAINTS);
        let hits: Vec<ComplaintId> = hits.map(|it| it.row.id).collect();
        let customers = env.books.customers().find(query, LOOKED).into_iter().map(|it| it.who);
        let customers = customers.filter(|it| knows(env, *it)).take(CUSTOMERS);
        let customers: Vec<Target> = customers.map(Target::Customer).collect();
        let dialled = Dialled::of(query).filter(|_| env.may(Verb::Register)).map(Deed::Register);
        // Where complaints were found they can be had as cards, too, and a call in the matter can be noted.
        let filter = (!hits.is_empty()).then(|| Deed::Filter(query.to_owned()));
        let log = hits.iter().copied().find(|it| deed::logs(env, *it)).map(Deed::Log);
        let deeds = dialled.into_iter().chain(filter).chain(log).map(Target::Deed);
        let deeds: Vec<Target> = deeds.chain(self.deeds(env, query)).collect();
        // What can be done with what is found is never crowded out by it.
        let room = MOST - customers.len() - deeds.len().min(DEEDS);
        let complaints = hits.into_iter().map(Target::Complaint).take(room).collect();
        vec![
            (Group::Complaints, complaints),
            (Group::Customers, customers),
            (Group::Deeds, deeds),
            (Group::Pages, pages),
        ]
    }

    fn complaints_of(env: &Env<'_>, of: Who, query: &str) -> Vec<Target> {
        let rows = env.books.customers().complaints(of).into_iter().filter(|it| reads(env, it));
        let rows = rows.filter(|it| says(&it.content, query));
        rows.take(MOST).map(|it| Target::Complaint(it.id)).collect()
    }

    fn deeds(&self, env: &Env<'_>, query: &str) -> Vec<Target> {
        let all = deed::all(env, self.selected).into_iter();
        all.filter(|it| says(&it.name(env), query)).map(Target::Deed).collect()
    }

    /// What a key means while the palette is open.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Backspace) && self.query.is_empty() && self.of.is_some() {
            return Some(Message::PaletteCleared);
        }
        let beside = BESIDE.matches(press);
        let arrow = is(Named::ArrowDown) || is(Named::ArrowUp) || is(Named::Enter) || beside;
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
            let says = if beside { Message::PaletteBeside } else { Message::PaletteChosen };
            targets.get(self.marked.min(last)).cloned().map(says)
        }
    }

    /// Draws it.
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let groups = self.grouped(env);
        let input = field(texts.palette_hint(), &self.query).id(Id::new(FIELD)).bare().on_input(Message::PaletteTyped);
        let scope = self.of.and_then(|it| env.books.customers().profile(it)).map(|it| {
            let name = line::masked(env, &it.name, it.salutation);
            let drop = button(name).compact().trailing(icon::X).on_press(Message::PaletteCleared);
            container(Element::from(drop))
        });
        let head = row![icon_large(icon::SEARCH, 18.0).style(style::text::ink3)]
            .push(scope)
            .push(container(Element::from(input)).width(Length::Fill))
            .push(keycaps(Shortcut::named(Named::Escape)))
            .spacing(12)
            .align_y(Center);
        let mut list = column![];
        let mut index = 0;
        let mut marked = None;
        for (group, targets) in &groups {
            let top = if index == 0 { 6.0 } else { 10.0 };
            let name = caption_strong(group_name(texts, *group, targets.len())).style(style::text::ink3);
            let room = Padding { top, right: 20.0, bottom: 4.0, left: 20.0 };
            list = list.push(container(name).padding(room));
            for target in targets {
                let here = index == self.marked;
                let look = if here { style::button::option_marked } else { style::button::option };
                let drawn = container(line::line(env, target, self.bare_query(), here)).height(ROW).align_y(Center);
                let row = iced::widget::button(drawn).width(Length::Fill).padding([0, 14]).style(look);
                let row = row.on_press(Message::PaletteChosen(target.clone()));
                list = list.push(container(row).padding([0, 6]));
                marked = marked.or(here.then_some(target));
                index += 1;
            }
        }
        let list: Element<'a, Message> = if groups.is_empty() { self.nothing(env) } else { list.into() };
        // The head, the foot and the room above and below.
        let high = (env.window.height - 112.0 - 58.0 - 40.0 - 40.0).max(160.0);
        let panel = container(column![
            container(head).height(52).padding([0, 20]).align_y(Center),
            line_across(),
            container(scroll(list).height(Length::Shrink))
                .max_height(high)
                .padding(Padding { bottom: 8.0, ..Padding::ZERO }),
            line_across(),
            foot(texts, marked),
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

/// The keys, on the ground of table heads.
fn foot<'a>(texts: &'a Texts, marked: Option<&Target>) -> Element<'a, Message> {
    let key = |named| keycaps(Shortcut::named(named));
    let said = |words: &str| small(words.to_owned()).style(style::text::ink2).wrapping(Wrapping::None);
    let beside = matches!(marked, Some(Target::Complaint(_)))
        .then(|| row![keycaps(BESIDE), said(texts.palette_beside())].spacing(4).align_y(Center));
    let keys = row![
        row![key(Named::ArrowUp), key(Named::ArrowDown), said(texts.palette_choose())].spacing(4).align_y(Center),
        row![key(Named::Enter), said(texts.palette_open())].spacing(4).align_y(Center),
    ]
    .push(beside)
    .push(space().width(Length::Fill))
    .push(said(texts.palette_only_deeds()))
    .push(said(texts.palette_only_people()));
    foot_of_modal(FOOT, keys.spacing(16).align_y(Center))
}

/// What is found is counted; what can be done is not.
fn group_name(texts: &Texts, group: Group, count: usize) -> String {
    match group {
        Group::Complaints => format!("{} {count}", texts.palette_complaints()),
        Group::Customers => format!("{} {count}", texts.palette_customers()),
        Group::People => format!("{} {count}", texts.palette_people()),
        Group::Deeds => texts.palette_deeds().to_owned(),
        Group::Pages => texts.palette_pages().to_owned(),
    }
}

/// Whether who works here may read what a complaint is about: it concerns him or her, or a supervisor allowed it (A24).
fn reads(env: &Env<'_>, row: &Row) -> bool {
    let leave = || env.books.complaint(row.id).is_some_and(|it| it.sights.shown_until(env.me, env.now).is_some());
    env.person().is_some_and(|it| env.books.sees_row(it, row)) || leave()
}

/// Whether who works here may know of a customer: files may be read, or a complaint may be.
fn knows(env: &Env<'_>, who: Who) -> bool {
    may_read(env) || env.books.customers().complaints(who).into_iter().any(|it| reads(env, it))
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
