//! Ctrl+K: complaints by number, telephone tail, name or words in the text; places to go (UI.md 5.10).

use iced::{
    Center, Length, Padding,
    keyboard::key::Named,
    widget::{Id, column, container, mouse_area, row, space, text::Wrapping},
};

use super::Message;
use crate::books::ledger::Row;
use crate::books::search::Within;
use crate::domain::id::ComplaintId;
use crate::i18n::Texts;
use crate::ui::{
    env::{Cloak, Env},
    icon,
    keys::{Press, Shortcut},
    screen::Place,
    style::{self, row::Standing},
    theme::{Element, Face, Tone},
    widget::{badge, caption, field, fitted, group_head, icon as glyph, list_row, popover, small, strong},
};

/// The field of the palette.
pub const FIELD: &str = "palette";

/// Where one can get from the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To a complaint.
    Complaint(ComplaintId),
    /// To a page.
    Page(Place),
}

/// What is typed and which row is marked.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    query: String,
    marked: usize,
}

const MOST: usize = 9;
const ROW: f32 = 40.0;
const WIDTH: f32 = 680.0;

impl Palette {
    /// Takes what was typed.
    pub fn typed(&mut self, query: String) {
        self.query = query;
        self.marked = 0;
    }

    /// Marks a row.
    pub fn mark(&mut self, row: usize) {
        self.marked = row;
    }

    /// What is offered for what is typed, complaints first, the newest before the older ones.
    #[must_use]
    pub fn targets(&self, env: &Env<'_>) -> Vec<Target> {
        let query = self.query.trim();
        let hits = env.books.search(query, Within::Everything, MOST);
        let pages = Place::ALL.into_iter().filter(|it| query.is_empty() || it.name(env.texts).contains(query));
        let mut all: Vec<Target> = hits.into_iter().map(|it| Target::Complaint(it.row.id)).collect();
        all.extend(pages.map(Target::Page));
        all.truncate(MOST);
        all
    }

    /// What a key means while the palette is open.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let targets = self.targets(env);
        let last = targets.len().saturating_sub(1);
        if Shortcut::named(Named::ArrowDown).matches(press) {
            Some(Message::PaletteMarked((self.marked + 1).min(last)))
        } else if Shortcut::named(Named::ArrowUp).matches(press) {
            Some(Message::PaletteMarked(self.marked.saturating_sub(1)))
        } else if Shortcut::named(Named::Enter).matches(press) {
            targets.get(self.marked.min(last)).copied().map(Message::PaletteChosen)
        } else {
            None
        }
    }

    /// Draws it.
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let targets = self.targets(env);
        let input = field(texts.palette_hint(), &self.query)
            .id(Id::new(FIELD))
            .icon(icon::SEARCH)
            .large()
            .on_input(Message::PaletteTyped);
        let mut list = column![];
        let mut group = None;
        for (index, target) in targets.iter().enumerate() {
            let named = match target {
                Target::Complaint(_) => texts.palette_complaints(),
                Target::Page(_) => texts.palette_pages(),
            };
            if group != Some(named) {
                group = Some(named);
                list = list.push(group_head(Tone::Plain, None, named, ""));
            }
            let standing = if index == self.marked { Standing::Cursor } else { Standing::Rest };
            let message = Message::PaletteChosen(*target);
            list = list.push(list_row((ROW, standing), line(env, *target), message, None));
        }
        if targets.is_empty() {
            let words = texts.palette_nothing(self.query.as_str());
            list = list.push(container(small(words).style(style::text::ink2)).padding([14, 14]));
        }
        let panel = popover(WIDTH, column![container(Element::from(input)).padding([4, 4]), list].spacing(4));
        let placed = container(panel)
            .width(Length::Fill)
            .height(Length::Fill)
            .align_x(Center)
            .padding(Padding { top: 112.0, ..Padding::ZERO });
        mouse_area(placed).on_press(Message::LayerClosed).into()
    }
}

fn line<'a>(env: &Env<'a>, target: Target) -> Element<'a, Message> {
    match target {
        Target::Complaint(id) => env.books.row(id).map_or_else(|| space().into(), |it| complaint(env, it)),
        Target::Page(place) => {
            row![glyph(place.icon()), strong(place.name(env.texts))].spacing(10).align_y(Center).into()
        }
    }
}

fn complaint<'a>(env: &Env<'a>, it: &Row) -> Element<'a, Message> {
    let who = match env.cloak {
        Cloak::Off => env.texts.masked(crate::domain::customer::surname(&it.caller.name), it.caller.salutation),
        Cloak::On => env.texts.customer_cloaked().to_owned(),
    };
    let words = match env.cloak {
        Cloak::Off => it.content.to_string(),
        Cloak::On => String::new(),
    };
    row![
        container(small(it.id.short()).style(style::text::ink2).wrapping(Wrapping::None)).width(78),
        container(strong(who).wrapping(Wrapping::None)).width(78).clip(true),
        container(fitted(&words, Face::Body, 360.0)).width(Length::Fill),
        badge(tone(it), stage(env.texts, it)),
        caption(it.id.day().format("%m-%d").to_string()).style(style::text::ink3),
    ]
    .spacing(10)
    .align_y(Center)
    .into()
}

fn stage<'a>(texts: &'a Texts, it: &Row) -> &'a str {
    match &it.closing {
        Some(closing) => texts.name(closing.code),
        None => texts.name(it.stage),
    }
}

fn tone(it: &Row) -> Tone {
    if it.closing.is_some() {
        Tone::Success
    } else if it.escalated.is_some() {
        Tone::Escalated
    } else {
        Tone::Info
    }
}
