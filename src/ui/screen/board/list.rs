//! The same as one list, ten thousand rows of it if need be; with closed ones it is the ledger.

use iced::{
    Center, Length,
    widget::{Id, column, container, mouse_area, row, space, text::Wrapping},
};

use super::choice::Column;
use super::{Message, State, tools};
use crate::books::board::{Card, Lineup, Sort};
use crate::books::{Row, View};
use crate::domain::complaint::terms::Priority;
use crate::domain::id::{CategoryId, ComplaintId};
use crate::domain::moment::Moment;
use crate::i18n::Locale;
use crate::ui::env::{Cloak, Env, Room};
use crate::ui::icon;
use crate::ui::part::{case_words, clock_chip, flags};
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Height};
use crate::ui::widget::{caption, check, fitted, icon_small, line_across, small, virtual_list};

/// A row.
pub(super) const ROW: f32 = 32.0;
const GAP: f32 = 14.0;
const PAD: f32 = 14.0;
/// The least that the summary needs.
const LEAST: f32 = 140.0;
/// The tick of a row.
const TICK: f32 = 16.0;

/// The rows, to scroll them.
pub(super) fn id() -> Id {
    Id::new("board-rows")
}

/// The columns that are shown, from the left, and how wide each is; the summary fills what is left.
struct Widths {
    shown: Vec<(Column, f32)>,
    number: f32,
    summary: f32,
}

impl Widths {
    fn of(env: &Env<'_>, width: f32, hidden: &[Column]) -> Self {
        // Where it is tight the summary gets what the owner and the flags give.
        let tight = env.room() == Room::Tight;
        let chinese = match env.texts.locale() {
            Locale::ZhCn | Locale::ZhTw => true,
            Locale::En => false,
        };
        let wide = |column: Column| match column {
            Column::Clock => (166.0, 208.0),
            Column::Customer => (50.0, 66.0),
            Column::Category => (58.0, 96.0),
            Column::Stage => (50.0, 108.0),
            Column::Owner if tight => (84.0, 84.0),
            Column::Owner => (140.0, 140.0),
            Column::Flags if tight => (76.0, 76.0),
            Column::Flags => (96.0, 96.0),
            Column::Priority => (32.0, 50.0),
            Column::Registered => (40.0, 66.0),
        };
        let shown: Vec<(Column, f32)> = Column::ALL
            .into_iter()
            .filter(|it| !hidden.contains(it))
            .map(|it| (it, if chinese { wide(it).0 } else { wide(it).1 }))
            .collect();
        let number = 60.0;
        let left = |shown: &[(Column, f32)]| {
            let taken: f32 = shown.iter().map(|(_, width)| width + GAP).sum();
            width - TICK - GAP - number - taken - 2.0 * GAP - 2.0 * PAD
        };
        // Where the summary would be too narrow to tell anything, columns give way that the sheet tells as well.
        let mut shown = shown;
        for column in [Column::Registered, Column::Category, Column::Flags, Column::Owner, Column::Customer] {
            if left(&shown) < LEAST {
                shown.retain(|(it, _)| *it != column);
            }
        }
        let summary = left(&shown).max(80.0);
        Self { shown, number, summary }
    }

    /// Puts the cells in their order: the clock, the number, then the others with the summary before the stage.
    fn arrange<'a>(&self, mut cell: impl FnMut(Cell) -> Element<'a, Message>) -> Vec<Element<'a, Message>> {
        let of = |wanted: Column| self.shown.iter().find(|(column, _)| *column == wanted).copied();
        let before = [Column::Clock, Column::Customer, Column::Category];
        let after = [Column::Stage, Column::Owner, Column::Flags, Column::Priority, Column::Registered];
        let mut cells = Vec::new();
        for column in before {
            if let Some((column, width)) = of(column) {
                cells.push(cell(Cell::Of(column, width)));
            }
            if column == Column::Clock {
                cells.push(cell(Cell::Number(self.number)));
            }
        }
        cells.push(cell(Cell::Summary(self.summary)));
        for (column, width) in after.into_iter().filter_map(of) {
            cells.push(cell(Cell::Of(column, width)));
        }
        cells
    }
}

/// A cell of a row, with its width.
#[derive(Clone, Copy)]
enum Cell {
    Of(Column, f32),
    Number(f32),
    Summary(f32),
}

/// What a row says of a complaint that is closed.
struct Past<'a> {
    row: &'a Row,
    summary: String,
    customer: String,
    ended: String,
}

impl State {
    pub(super) fn rows<'a>(&'a self, env: &Env<'a>, shown: &Lineup, width: f32) -> Element<'a, Message> {
        let (env, texts) = (*env, env.texts);
        let widths = Widths::of(&env, width, &self.kept.hidden);
        let draw = |index: usize| -> Element<'a, Message> {
            shown.row(index).map_or_else(|| space().height(ROW).into(), |it| self.row(&env, it, &widths))
        };
        let list = virtual_list((id(), self.window), (shown.rows(), ROW), draw, Message::Scrolled);
        let (first, end) = self.window.seen(shown.rows(), ROW);
        let foot = container(
            row![
                tools::quiet(texts.board_foot(shown.rows(), first + 1, end)),
                space().width(Length::Fill),
                tools::quiet(texts.board_foot_keys())
            ]
            .align_y(Center),
        )
        .height(34)
        .padding([0, 16])
        .align_y(Center)
        .style(style::surface::pane);
        container(column![self.head(&env, shown, &widths), list, line_across(), foot])
            .height(Length::Fill)
            .style(style::surface::pane)
            .into()
    }

    fn head<'a>(&'a self, env: &Env<'a>, shown: &Lineup, widths: &Widths) -> Element<'a, Message> {
        let texts = env.texts;
        let all = !shown.is_empty() && self.checked.len() == shown.rows();
        let tick = check("", all, crate::ui::widget::Focus::Elsewhere, Some(Message::AllChecked));
        let cells = widths.arrange(|cell| {
            let (name, width) = match cell {
                Cell::Of(column, width) => return self.column_head(env, column, width),
                Cell::Number(width) => (texts.board_column_number(), width),
                Cell::Summary(width) => (texts.board_column_summary(), width),
            };
            container(caption(name).wrapping(Wrapping::None)).width(width).clip(true).into()
        });
        let drawn = container(row![container(tick).width(TICK)].extend(cells).spacing(GAP).align_y(Center))
            .height(Height::TABLE_HEAD - 1.0)
            .width(Length::Fill)
            .padding([0.0, PAD])
            .align_y(Center)
            .style(style::row::table_head);
        column![drawn, line_across()].into()
    }

    /// The name of a column; one by which the rows can be put in order is pressed for that, and has an arrow while they
    /// are.
    fn column_head<'a>(&self, env: &Env<'a>, column: Column, width: f32) -> Element<'a, Message> {
        let now = self.choice.wanted.sort;
        let (sort, sign) = match (column, now) {
            (Column::Clock, _) => (Sort::Urgency, icon::ARROW_UP),
            (Column::Priority, _) => (Sort::Priority, icon::ARROW_UP),
            (Column::Registered, Sort::Newest) => (Sort::Oldest, icon::ARROW_DOWN),
            (Column::Registered, _) => (Sort::Newest, icon::ARROW_UP),
            (Column::Customer | Column::Category | Column::Stage | Column::Owner | Column::Flags, _) => {
                return container(caption(column.name(env.texts)).wrapping(Wrapping::None))
                    .width(width)
                    .clip(true)
                    .into();
            }
        };
        let on = match column {
            Column::Clock => now == Sort::Urgency,
            Column::Priority => now == Sort::Priority,
            Column::Registered => matches!(now, Sort::Newest | Sort::Oldest),
            Column::Customer | Column::Category | Column::Stage | Column::Owner | Column::Flags => false,
        };
        let arrow = on.then(|| icon_small(sign).size(10));
        let name =
            row![caption(column.name(env.texts)).wrapping(Wrapping::None)].push(arrow).spacing(1).align_y(Center);
        let chosen = Message::Chosen(Box::new(self.choice.sorted(sort)));
        mouse_area(container(name).width(width).height(Length::Fill).align_y(Center).clip(true))
            .on_press(chosen)
            .interaction(iced::mouse::Interaction::Pointer)
            .into()
    }

    fn row<'a>(&'a self, env: &Env<'a>, id: ComplaintId, widths: &Widths) -> Element<'a, Message> {
        let view = View { viewer: env.me, now: env.now };
        let card = env.books.complaint(id).and_then(|it| env.books.card(view, it));
        let cells = match (&card, env.books.row(id)) {
            (Some(card), _) => widths.arrange(|it| live(env, card, it)),
            (None, Some(row)) => {
                let past = Past::of(env, row);
                widths.arrange(|it| ended(env, &past, it))
            }
            (None, None) => Vec::new(),
        };
        let standing = if self.cursor == Some(id) {
            Standing::Cursor
        } else if self.checked.contains(&id) {
            Standing::Checked
        } else if self.hovered == Some(id) {
            Standing::Hovered
        } else {
            Standing::Rest
        };
        let tick =
            check("", self.checked.contains(&id), crate::ui::widget::Focus::Elsewhere, Some(Message::Checked(id)));
        let drawn = container(row![container(tick).width(TICK)].extend(cells).spacing(GAP).align_y(Center))
            .height(ROW - 1.0)
            .width(Length::Fill)
            .padding([0.0, PAD])
            .align_y(Center)
            .style(style::row::row(standing));
        let drawn = mouse_area(column![drawn, line_across()])
            .on_press(Message::Pressed(id))
            .on_right_press(Message::MenuWanted(id))
            .on_double_click(Message::Opened(id))
            .on_enter(Message::Hovered(Some(id)))
            .interaction(iced::mouse::Interaction::Pointer);
        self.with_menu(env, id, drawn.into())
    }
}

/// A cell of an open complaint.
fn live<'a>(env: &Env<'a>, card: &Card<'a>, cell: Cell) -> Element<'a, Message> {
    let complaint = card.complaint;
    match cell {
        Cell::Number(width) => number(complaint.id, width),
        Cell::Summary(width) => summary(&case_words::summary(env, complaint), width),
        Cell::Of(Column::Clock, width) => {
            let chip = clock_chip::case_chip(env, complaint, card.clock.map(|it| it.clock));
            container(row![].push(chip)).width(width).clip(true).into()
        }
        Cell::Of(Column::Customer, width) => told(&case_words::customer(env, complaint), (Face::Body, width)),
        Cell::Of(Column::Category, width) => category(env, complaint.details.category, width),
        Cell::Of(Column::Stage, width) => muted(super::lanes::stage(env.texts, card), (Face::Body, width)),
        Cell::Of(Column::Owner, width) => muted(&case_words::owner(env, card.owner), (Face::Small, width)),
        Cell::Of(Column::Flags, width) => {
            row(flags::flags(env, &card.flags, width)).spacing(flags::GAP).width(width).into()
        }
        Cell::Of(Column::Priority, width) => priority(env, complaint.priority(), width),
        Cell::Of(Column::Registered, width) => registered(env, complaint.registered.at, width),
    }
}

impl<'a> Past<'a> {
    fn of(env: &Env<'_>, row: &'a Row) -> Self {
        let (summary, customer) = match env.cloak {
            Cloak::Off => (
                row.content.split_whitespace().collect::<Vec<_>>().join(" "),
                env.texts.masked_name(&row.caller.name, row.caller.salutation),
            ),
            Cloak::On => (env.texts.customer_cloaked().to_owned(), env.texts.customer_cloaked().to_owned()),
        };
        let ended = row.closing.as_ref().map_or_else(String::new, |it| {
            let day = env.texts.day(env.calendar().day_of(it.stamp.at), env.today());
            env.texts.board_closed_on(env.texts.name(it.code), day)
        });
        Self { row, summary, customer, ended }
    }
}

/// A cell of a closed complaint.
fn ended<'a>(env: &Env<'a>, past: &Past<'_>, cell: Cell) -> Element<'a, Message> {
    let row = past.row;
    match cell {
        Cell::Number(width) => number(row.id, width),
        Cell::Summary(width) => summary(&past.summary, width),
        Cell::Of(Column::Clock, width) => muted(&past.ended, (Face::Small, width)),
        Cell::Of(Column::Customer, width) => told(&past.customer, (Face::Body, width)),
        Cell::Of(Column::Category, width) => category(env, row.category, width),
        Cell::Of(Column::Stage, width) => muted(env.texts.name(row.stage), (Face::Body, width)),
        Cell::Of(Column::Owner, width) => {
            let owner = row.handler().map(|it| case_words::person(env, it));
            let owner = owner.or_else(|| row.department().map(|it| case_words::department(env, it).to_owned()));
            muted(&owner.unwrap_or_default(), (Face::Small, width))
        }
        Cell::Of(Column::Flags, width) => space().width(width).into(),
        Cell::Of(Column::Priority, width) => priority(env, row.priority, width),
        Cell::Of(Column::Registered, width) => registered(env, row.registered.at, width),
    }
}

fn number<'a>(id: ComplaintId, width: f32) -> Element<'a, Message> {
    container(small(id.short()).style(style::text::ink2)).width(width).into()
}

fn summary<'a>(words: &str, width: f32) -> Element<'a, Message> {
    container(fitted(words, Face::Body, width)).width(width).clip(true).into()
}

fn told<'a>(words: &str, (face, width): (Face, f32)) -> Element<'a, Message> {
    container(fitted(words, face, width)).width(width).into()
}

fn muted<'a>(words: &str, (face, width): (Face, f32)) -> Element<'a, Message> {
    container(fitted(words, face, width)).width(width).style(style::surface::quiet).into()
}

fn category<'a>(env: &Env<'a>, category: CategoryId, width: f32) -> Element<'a, Message> {
    muted(case_words::top_category(env, category), (Face::Body, width))
}

fn priority<'a>(env: &Env<'a>, it: Priority, width: f32) -> Element<'a, Message> {
    let drawn = flags::priority(env, it)
        .unwrap_or_else(|| container(caption(env.texts.name(it)).style(style::text::ink3)).padding([0, 7]).into());
    container(drawn).width(width).into()
}

fn registered<'a>(env: &Env<'a>, at: Moment, width: f32) -> Element<'a, Message> {
    let day = env.texts.day(env.calendar().day_of(at), env.today());
    container(small(day).style(style::text::ink3).wrapping(Wrapping::None)).width(width).into()
}
