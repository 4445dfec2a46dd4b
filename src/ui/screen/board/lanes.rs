//! Six lanes of cards.

use iced::{
    Center, Length, Size,
    widget::{Id, column, container, mouse_area, row, scrollable, space, text::Wrapping},
};

use super::{Message, State};
use crate::books::board::{Card, Lane, Owner, Spot};
use crate::books::{Heat, View};
use crate::domain::complaint::Stage;
use crate::domain::id::ComplaintId;
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::{case_words, clock_chip, flags};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Focus, avatar_icon, avatar_plain, button, caption, fit_two, fitted, icon_small, measure, named, scroll_named,
    small, strong, tip, words,
};

/// Cards of a lane before more are asked for.
pub(super) const PAGE: usize = 40;
/// No lane is narrower.
const NARROWEST: f32 = 184.0;
const GAP: f32 = 8.0;
const SIDE: f32 = 16.0;
/// What a card's frame and the lane's take of its width.
const FRAME: f32 = 2.0 * 6.0 + 2.0 * 10.0;

/// The place of a lane, from the left.
pub(super) fn place(lane: Lane) -> usize {
    Lane::ALL.iter().position(|it| *it == lane).unwrap_or(0)
}

/// The list of a lane, to scroll it.
pub(super) fn lane_id(lane: Lane) -> Id {
    Id::from(format!("board-lane-{}", place(lane)))
}

/// A card, to find it.
pub(super) fn card_id(id: ComplaintId) -> Id {
    Id::from(format!("board-card-{id}"))
}

impl State {
    pub(super) fn lanes<'a>(&'a self, env: &Env<'a>, spots: &[Spot], size: Size) -> Element<'a, Message> {
        let room = (size.width - 2.0 * SIDE - 5.0 * GAP) / 6.0;
        let narrowest = match env.texts.locale() {
            crate::i18n::Locale::ZhCn | crate::i18n::Locale::ZhTw => NARROWEST,
            crate::i18n::Locale::En => 208.0,
        };
        let width = room.max(narrowest).floor();
        let lanes = Lane::ALL.iter().map(|lane| self.lane(env, *lane, (spots, width)));
        let all = container(row(lanes).spacing(GAP)).padding([12.0, SIDE]).height(Length::Fill);
        if room < narrowest {
            scrollable(all).direction(style::scroll::horizontal()).width(Length::Fill).height(Length::Fill).into()
        } else {
            all.into()
        }
    }

    fn lane<'a>(&'a self, env: &Env<'a>, lane: Lane, (spots, width): (&[Spot], f32)) -> Element<'a, Message> {
        let own: Vec<&Spot> = spots.iter().filter(|it| it.lane == lane).collect();
        let overdue = own.iter().filter(|it| it.heat(env.calendar(), env.now) == Heat::Late).count();
        let burning = (0 < overdue).then(|| {
            row![icon_small(icon::ALARM_CLOCK), caption(env.texts.board_late(overdue)).wrapping(Wrapping::None)]
                .spacing(4)
                .align_y(Center)
        });
        let burning = burning.map(|it| container(it).style(style::surface::inked(Tone::Late)));
        let head = container(
            row![
                strong(name(env.texts, lane)).wrapping(Wrapping::None),
                small(own.len().to_string()).style(style::text::ink3)
            ]
            .push(space().width(Length::Fill))
            .push(burning)
            .spacing(6)
            .align_y(Center),
        )
        .height(36)
        .padding([0, 10])
        .align_y(Center);
        let most = PAGE + self.more.get(place(lane)).copied().unwrap_or_default();
        let view = View { viewer: env.me, now: env.now };
        let cards = own.iter().take(most).filter_map(|it| env.books.card(view, env.books.complaint(it.id)?));
        let cards = cards.map(|it| self.card(env, &it, width - FRAME));
        let more = (most < own.len()).then(|| {
            let words = env.texts.board_more(own.len() - most);
            Element::from(button(words).quiet().width(Length::Fill).on_press(Message::MoreAsked(lane)))
        });
        let content: Element<'a, Message> = if own.is_empty() {
            container(small(empty_words(env.texts, lane)).style(style::text::ink3)).padding([6, 10]).into()
        } else {
            let list = column(cards).extend(more).spacing(6).width(Length::Fill);
            scroll_named(
                lane_id(lane),
                container(list).padding(iced::Padding { top: 0.0, right: 6.0, bottom: 6.0, left: 6.0 }),
            )
            .into()
        };
        container(column![head, content]).width(width).height(Length::Fill).style(style::surface::well).into()
    }

    fn card<'a>(&'a self, env: &Env<'a>, card: &Card<'a>, px: f32) -> Element<'a, Message> {
        let complaint = card.complaint;
        let id = complaint.id;
        let number = id.short();
        let priority = flags::priority(env, complaint.priority());
        let room = px - measure(&number, Face::Small) - if priority.is_some() { 38.0 } else { 8.0 };
        let head = row![small(number).style(style::text::ink2).wrapping(Wrapping::None), space().width(Length::Fill)]
            .extend(flags::flags(env, &card.flags, room))
            .push(priority)
            .spacing(flags::GAP)
            .height(18)
            .align_y(Center);
        let full = case_words::summary(env, complaint);
        let shown = fit_two(&full, Face::Body, px);
        let cut = shown.ends_with('…') && !full.ends_with('…');
        let text = words(Face::Body, shown)
            .line_height(iced::widget::text::LineHeight::Absolute(19.into()))
            .wrapping(Wrapping::None);
        let summary: Element<'a, Message> = if cut { tip(text, full) } else { text.into() };
        let top = case_words::top_category(env, complaint.details.category);
        let whose = format!("{}·{top}", case_words::customer(env, complaint));
        let clock = clock_chip::case_chip(env, complaint, card.clock.map(|it| it.clock));
        let foot = row![container(row![].push(clock)).width(Length::Fill).clip(true), face(env, card)]
            .spacing(6)
            .height(22)
            .align_y(Center);
        let under = container(fitted(&whose, Face::Small, px)).style(style::surface::quiet);
        let cursor = self.cursor == Some(id);
        let inner = container(column![head, summary, under, foot].spacing(5))
            .width(Length::Fill)
            .padding([9, 10])
            .style(if cursor { style::surface::card_cursor } else { style::surface::card });
        let drawn = mouse_area(inner)
            .on_press(Message::Picked(id))
            .on_double_click(Message::Opened(id))
            .interaction(iced::mouse::Interaction::Pointer);
        named(card_id(id), Focus::Elsewhere, drawn)
    }
}

/// Who has it, as a disc; who still has to be found is a plus.
fn face<'a>(env: &Env<'a>, card: &Card<'a>) -> Element<'a, Message> {
    let waits = matches!(card.complaint.stage, Stage::ToJudge | Stage::ToDispatch);
    if waits {
        return tip(avatar_icon(icon::USER_PLUS), env.texts.nobody());
    }
    let (name, full) = match card.owner {
        Owner::Person(id) => (env.texts.person(env.office(), id), case_words::person(env, id)),
        Owner::Department(id) => {
            let name = case_words::department(env, id).to_owned();
            (name.clone(), name)
        }
    };
    tip(avatar_plain(&name), full)
}

/// The name of a lane.
pub(super) fn name(texts: &Texts, lane: Lane) -> &str {
    match lane {
        Lane::ToDispatch => texts.board_lane_to_dispatch(),
        Lane::ToAccept => texts.board_lane_to_accept(),
        Lane::Handling => texts.board_lane_handling(),
        Lane::Approval => texts.board_lane_approval(),
        Lane::Callback => texts.board_lane_callback(),
        Lane::Escalated => texts.board_lane_escalated(),
    }
}

fn empty_words(texts: &Texts, lane: Lane) -> &str {
    match lane {
        Lane::ToDispatch => texts.board_none_to_dispatch(),
        Lane::ToAccept => texts.board_none_to_accept(),
        Lane::Handling => texts.board_none_handling(),
        Lane::Approval => texts.board_none_approval(),
        Lane::Callback => texts.board_none_callback(),
        Lane::Escalated => texts.board_none_escalated(),
    }
}

/// Where a case stands: the stage of the complaint, and while it is handled that of its lane.
pub(super) fn stage<'a>(texts: &'a Texts, card: &Card<'_>) -> &'a str {
    match card.complaint.stage {
        Stage::InHandling => name(texts, card.lane),
        Stage::ToJudge
        | Stage::ToReply
        | Stage::ToDispatch
        | Stage::ToCallBack
        | Stage::Escalated
        | Stage::Closed
        | Stage::Archived => texts.name(card.complaint.stage),
    }
}
