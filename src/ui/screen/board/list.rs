//! The same as one list, ten thousand rows of it if need be.

use std::borrow::Cow;

use iced::{
    Center, Length,
    widget::{Id, column, container, mouse_area, row, space},
};

use super::{Message, State, tools};
use crate::books::View;
use crate::books::board::{Card, Spot};
use crate::i18n::Locale;
use crate::ui::env::{Env, Room};
use crate::ui::part::{case_words, clock_chip, flags};
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face};
use crate::ui::widget::{body, caption, fitted, line_across, small, table_head, virtual_list};

/// A row.
pub(super) const ROW: f32 = 32.0;
const GAP: f32 = 14.0;

/// The rows, to scroll them.
pub(super) fn id() -> Id {
    Id::new("board-rows")
}

/// Widths of the columns that do not fill.
struct Widths {
    clock: f32,
    number: f32,
    customer: f32,
    category: f32,
    stage: f32,
    owner: f32,
    flags: f32,
    priority: f32,
    registered: f32,
    /// What is left for the summary.
    summary: f32,
}

impl Widths {
    fn of(env: &Env<'_>, width: f32) -> Self {
        // Where it is tight the summary gets what the owner and the flags give.
        let (owner, flags) = match env.room() {
            Room::Ample => (140.0, 96.0),
            Room::Tight => (84.0, 76.0),
        };
        let mut widths = match env.texts.locale() {
            Locale::ZhCn | Locale::ZhTw => Self {
                clock: 166.0,
                number: 60.0,
                customer: 50.0,
                category: 58.0,
                stage: 50.0,
                owner,
                flags,
                priority: 32.0,
                registered: 40.0,
                summary: 0.0,
            },
            Locale::En => Self {
                clock: 208.0,
                number: 60.0,
                customer: 66.0,
                category: 96.0,
                stage: 92.0,
                owner,
                flags,
                priority: 44.0,
                registered: 66.0,
                summary: 0.0,
            },
        };
        let taken = widths.clock + widths.number + widths.customer + widths.category + widths.stage;
        let taken = taken + widths.owner + widths.flags + widths.priority + widths.registered;
        widths.summary = (width - taken - 9.0 * GAP - 2.0 * 14.0).max(80.0);
        widths
    }
}

impl State {
    pub(super) fn rows<'a>(&'a self, env: &Env<'a>, spots: &[Spot], width: f32) -> Element<'a, Message> {
        let (env, texts) = (*env, env.texts);
        let widths = Widths::of(&env, width);
        let head = table_head(
            [
                (Cow::from(texts.board_column_clock()), widths.clock.into()),
                (texts.board_column_number().into(), widths.number.into()),
                (texts.board_column_customer().into(), widths.customer.into()),
                (texts.board_column_category().into(), widths.category.into()),
                (texts.board_column_summary().into(), Length::Fill),
                (texts.board_column_stage().into(), widths.stage.into()),
                (texts.board_column_owner().into(), widths.owner.into()),
                (texts.board_column_flags().into(), widths.flags.into()),
                (texts.board_column_priority().into(), widths.priority.into()),
                (texts.board_column_registered().into(), widths.registered.into()),
            ],
            GAP,
        );
        let view = View { viewer: env.me, now: env.now };
        let draw = |index: usize| -> Element<'a, Message> {
            let card = spots.get(index).and_then(|it| env.books.card(view, env.books.complaint(it.id)?));
            card.map_or_else(|| space().height(ROW).into(), |it| self.row(&env, &it, &widths))
        };
        let list = virtual_list((id(), self.window), (spots.len(), ROW), draw, Message::Scrolled);
        let (first, end) = self.window.seen(spots.len(), ROW);
        let foot = container(
            row![
                tools::quiet(texts.board_foot(spots.len(), first + 1, end)),
                space().width(Length::Fill),
                tools::quiet(texts.board_foot_keys())
            ]
            .align_y(Center),
        )
        .height(34)
        .padding([0, 16])
        .align_y(Center)
        .style(style::surface::pane);
        container(column![head, list, line_across(), foot]).height(Length::Fill).style(style::surface::pane).into()
    }

    fn row<'a>(&'a self, env: &Env<'a>, card: &Card<'a>, widths: &Widths) -> Element<'a, Message> {
        let complaint = card.complaint;
        let id = complaint.id;
        let chip = clock_chip::case_chip(env, complaint, card.clock.map(|it| it.clock));
        let priority = flags::priority(env, complaint.priority()).unwrap_or_else(|| {
            container(caption(env.texts.name(complaint.priority())).style(style::text::ink3)).padding([0, 7]).into()
        });
        let day = env.calendar().day_of(complaint.registered.at);
        let top = case_words::top_category(env, complaint.details.category);
        let full = case_words::summary(env, complaint);
        let summary = container(fitted(&full, Face::Body, widths.summary)).width(Length::Fill).clip(true);
        let stage = super::lanes::stage(env.texts, card);
        let cells = row![
            container(row![].push(chip)).width(widths.clock).clip(true),
            container(small(id.short()).style(style::text::ink2)).width(widths.number),
            container(fitted(&case_words::customer(env, complaint), Face::Body, widths.customer))
                .width(widths.customer),
            container(fitted(top, Face::Body, widths.category)).width(widths.category).style(style::surface::quiet),
            summary,
            container(fitted(stage, Face::Body, widths.stage)).width(widths.stage).style(style::surface::quiet),
            container(fitted(&case_words::owner(env, card.owner), Face::Small, widths.owner))
                .width(widths.owner)
                .style(style::surface::quiet),
            row(flags::flags(env, &card.flags, widths.flags)).spacing(flags::GAP).width(widths.flags),
            container(priority).width(widths.priority),
            container(body(env.texts.day(day, env.today())).size(Face::Small.size()).style(style::text::ink3))
                .width(widths.registered)
        ]
        .spacing(GAP)
        .align_y(Center);
        let standing = if self.cursor == Some(id) {
            Standing::Cursor
        } else if self.hovered == Some(id) {
            Standing::Hovered
        } else {
            Standing::Rest
        };
        let drawn = container(cells)
            .height(ROW - 1.0)
            .width(Length::Fill)
            .padding([0, 14])
            .align_y(Center)
            .style(style::row::row(standing));
        mouse_area(column![drawn, line_across()])
            .on_press(Message::Picked(id))
            .on_double_click(Message::Opened(id))
            .on_enter(Message::Hovered(Some(id)))
            .interaction(iced::mouse::Interaction::Pointer)
            .into()
    }
}
