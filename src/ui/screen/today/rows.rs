//! 现在最急.

use iced::{
    Center, Length,
    widget::{column, container, row, space, text::Wrapping},
};

use super::lines::{Line, left_id, pressable};
use super::{Control, Message, State, Urgent, Whose};
use crate::books::View;
use crate::books::board::{Card, Spot};
use crate::domain::complaint::{Stage, Verb};
use crate::i18n::Locale;
use crate::ui::env::{Env, Room};
use crate::ui::icon::{self, Icon};
use crate::ui::part::form::Stop;
use crate::ui::part::{case_words, clock_chip, flags};
use crate::ui::screen::Place;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Height, Tone};
use crate::ui::widget::{
    Empty, Part, button, card, card_head_toned, empty, fit, fitted, group_head, hint, line_across, measure,
    scroll_named, segment, small,
};

/// Between two columns.
const GAP: f32 = 12.0;
/// Narrower than this a summary tells nothing.
const LEAST: f32 = 60.0;
/// Between what it is about and its flag.
const FLAG_GAP: f32 = 8.0;

/// Widths of the columns that do not fill.
struct Widths {
    clock: f32,
    number: f32,
    customer: f32,
    owner: Option<f32>,
    verb: f32,
    summary: f32,
}

impl Widths {
    fn of(env: &Env<'_>, width: f32) -> Self {
        let owner = (env.room() == Room::Ample).then_some(132.0);
        let (clock, customer, verb) = match env.texts.locale() {
            Locale::ZhCn | Locale::ZhTw => (164.0, 46.0, 70.0),
            Locale::En => (204.0, 62.0, verb_width(env)),
        };
        let columns = if owner.is_some() { 5.0 } else { 4.0 };
        let taken = clock + 58.0 + customer + verb + owner.unwrap_or(0.0) + columns * GAP + 2.0 * 14.0 + 2.0;
        Self { clock, number: 58.0, customer, owner, verb, summary: (width - taken).max(60.0) }
    }
}

/// As wide as the widest verb that can be due.
fn verb_width(env: &Env<'_>) -> f32 {
    let due = Verb::ALL.iter().filter(|it| DUE.contains(it)).map(|it| env.texts.name(*it));
    let wide = |words: &str| measure(words, Face::Strong) + 26.0;
    due.chain([env.texts.today_look()]).map(wide).fold(70.0, f32::max).min(116.0)
}

/// What a row's button may say.
const DUE: [Verb; 17] = [
    Verb::Judge,
    Verb::Close,
    Verb::Reply,
    Verb::Dispatch,
    Verb::Forward,
    Verb::Accept,
    Verb::Report,
    Verb::Contact,
    Verb::Investigate,
    Verb::Propose,
    Verb::Execute,
    Verb::RecordAnswer,
    Verb::Approve,
    Verb::HandIn,
    Verb::Remind,
    Verb::RecordCallback,
    Verb::Dial,
];

impl State {
    pub(super) fn most_urgent<'a>(&'a self, env: &Env<'a>, urgent: &Urgent, width: f32) -> Element<'a, Message> {
        let texts = env.texts;
        let count = |whose: Whose| {
            let urgent = Urgent::of(env, &self.spots(env, whose));
            urgent.len() + urgent.cut
        };
        let whose = segment(
            [
                Part::new(Whose::All, texts.today_all(count(Whose::All))),
                Part::new(Whose::Mine, texts.today_mine(count(Whose::Mine))),
            ],
            Some(self.whose),
        )
        .on_choose(Message::WhoseChosen)
        .compact()
        .quiet()
        .focus(self.ring.focus(Control::Whose))
        .id(Control::Whose.id());
        let burns = if urgent.late.is_empty() { Tone::Plain } else { Tone::Late };
        let head =
            card_head_toned((icon::FLAME, burns), texts.today_urgent(), texts.today_urgent_by(), Some(whose.into()));
        let groups = [
            (Tone::Late, icon::ALARM_CLOCK, texts.today_group_late(), &urgent.late),
            (Tone::Soon, icon::TIMER, texts.today_group_soon(), &urgent.soon),
            (Tone::Plain, icon::CALENDAR_CLOCK, texts.today_group_today(), &urgent.today),
        ];
        let widths = Widths::of(env, width);
        let drawn = groups.into_iter().filter(|(_, _, _, spots)| !spots.is_empty());
        let drawn = drawn.map(|(tone, icon, name, spots)| self.group(env, (tone, icon, name), (spots, &widths)));
        let content: Element<'a, Message> = if urgent.len() == 0 {
            empty(Empty {
                tone: Tone::Success,
                icon: icon::CIRCLE_CHECK,
                title: texts.today_none_title().into(),
                words: texts.today_none_words().into(),
                actions: Vec::new(),
            })
        } else {
            scroll_named(left_id(), column(drawn)).into()
        };
        let rest = if 0 < urgent.cut {
            texts.today_rest_cut(urgent.cut, urgent.later)
        } else {
            texts.today_rest(urgent.later)
        };
        let foot = row![
            hint(rest).wrapping(Wrapping::None),
            space().width(Length::Fill),
            Element::from(button(texts.today_on_board()).link().compact().on_press(Message::Went(Place::Board)))
        ]
        .align_y(Center);
        let foot = container(foot).height(34).padding([0, 14]).align_y(Center);
        card(column![head, container(content).height(Length::Fill), line_across(), foot]).height(Length::Fill).into()
    }

    fn group<'a>(
        &'a self,
        env: &Env<'a>,
        (tone, icon, name): (Tone, Icon, &'a str),
        (spots, widths): (&[Spot], &Widths),
    ) -> Element<'a, Message> {
        let view = View { viewer: env.me, now: env.now };
        let cards = spots.iter().filter_map(|it| env.books.card(view, env.books.complaint(it.id)?));
        let rows = cards.map(|it| self.row(env, &it, widths));
        column![group_head(tone, Some(icon), name, env.texts.today_count(spots.len()))].extend(rows).into()
    }

    fn row<'a>(&'a self, env: &Env<'a>, card: &Card<'a>, widths: &Widths) -> Element<'a, Message> {
        let complaint = card.complaint;
        let line = Line::Case(complaint.id);
        let standing = self.standing(line);
        let chip = clock_chip::case_chip(env, complaint, card.clock.map(|it| it.clock));
        // There is room for the weightiest one, where the summary still tells something beside it.
        let flag = card.flags.first().copied();
        let flag = flag.filter(|it| LEAST <= widths.summary - flags::width(env, *it) - FLAG_GAP);
        let taken = flag.map_or(0.0, |it| flags::width(env, it) + FLAG_GAP);
        let flag = flag.map(|it| flags::flag(env, it));
        let room = (widths.summary - taken).max(40.0);
        let verb = card.due.map_or(env.texts.today_look(), |it| env.texts.name(it.verb));
        let press = match card.due {
            Some(_) => Message::DueAsked(complaint.id),
            None => Message::Opened(line),
        };
        let verb = button(fit(verb, Face::Strong, widths.verb - 20.0)).compact().width(Length::Fill).on_press(press);
        let verb = if standing == Standing::Cursor { verb.primary() } else { verb };
        let owner = widths.owner.map(|px| {
            let words = match complaint.stage {
                Stage::ToDispatch | Stage::ToJudge => {
                    format!(
                        "{}·{}",
                        env.texts.name(complaint.stage),
                        env.texts.person(env.office(), complaint.tracking)
                    )
                }
                Stage::ToReply
                | Stage::InHandling
                | Stage::ToCallBack
                | Stage::Escalated
                | Stage::Closed
                | Stage::Archived
                | Stage::Merged => case_words::owner(env, card.owner),
            };
            container(fitted(&words, Face::Small, px)).width(px).style(style::surface::quiet)
        });
        let text = row![container(fitted(&case_words::summary(env, complaint), Face::Body, room)).width(Length::Fill)]
            .push(flag)
            .spacing(FLAG_GAP)
            .align_y(Center);
        let cells = row![
            container(row![].push(chip)).width(widths.clock).clip(true),
            container(small(complaint.id.short()).style(style::text::ink2).wrapping(Wrapping::None))
                .width(widths.number),
            container(fitted(&case_words::customer(env, complaint), Face::Body, widths.customer))
                .width(widths.customer),
            text.width(Length::Fill),
        ]
        .push(owner)
        .push(container(Element::from(verb)).width(widths.verb))
        .spacing(GAP)
        .align_y(Center);
        let drawn = container(cells)
            .height(Height::ROW_TODAY - 1.0)
            .width(Length::Fill)
            .padding([0, 14])
            .align_y(Center)
            .style(style::row::row(standing));
        pressable(line, column![drawn, line_across()])
    }
}
