//! Six lanes of cards, ten thousand in one of them if need be: only the cards in sight are built.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use iced::{
    Center, Length, Size,
    widget::{Id, column, container, mouse_area, row, scrollable, space, stack, text::Wrapping},
};

use super::{Message, State};
use crate::books::View;
use crate::books::board::{Card, Lane, Lineup, Owner};
use crate::domain::complaint::{Complaint, Stage};
use crate::domain::id::ComplaintId;
use crate::domain::record::Version;
use crate::i18n::{Locale, Texts};
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::part::{case_words, clock_chip, flags};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Clock, Focus, Window, avatar_icon, avatar_plain, caption, fit, fit_two, fitted, icon_small, keyed, measure, named,
    scroll_named, small, small_strong, strong, tip, wider, words,
};

/// No lane is narrower.
const NARROWEST: f32 = 184.0;
const GAP: f32 = 8.0;
pub(super) const SIDE: f32 = 16.0;
/// The head of a lane.
const HEAD: f32 = 36.0;
/// What a card's frame and the lane's take of its width.
const FRAME: f32 = 2.0 * 6.0 + 2.0 * 10.0;
/// A card whose summary stands on one line, with what follows it.
const SHORT: f32 = 111.0;
/// A second line.
const LINE: f32 = 19.0;
/// Between two cards.
const BETWEEN: f32 = 6.0;

/// The list of a lane, to scroll it.
pub(super) fn lane_id(lane: Lane) -> Id {
    Id::from(format!("board-lane-{}", lane.place()))
}

/// The lanes, to scroll them sideways where they do not fit beside each other.
pub(super) const ACROSS: &str = "board-across";

/// A lane, to bring it into sight.
pub(super) fn column_id(lane: Lane) -> Id {
    Id::from(format!("board-column-{}", lane.place()))
}

/// A card, to find it.
pub(super) fn card_id(id: ComplaintId) -> Id {
    Id::from(format!("board-card-{id}"))
}

/// Which cards have a second line, and where the cards of each lane begin; worked out when something changed.
#[derive(Default)]
pub(super) struct Heights {
    /// Whether the summary of a complaint needs two lines, as it was at a version.
    tall: RefCell<HashMap<ComplaintId, (Version, bool)>>,
    tops: RefCell<Option<(Question, Tops)>>,
}

/// Where the cards of each lane begin, and at last where the last one ends.
type Tops = [Rc<Vec<f32>>; 6];

/// What the heights depend on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Question {
    edition: u64,
    px: f32,
    cloak: Cloak,
}

impl fmt::Debug for Heights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Heights")
    }
}

impl Heights {
    fn all(&self, env: &Env<'_>, shown: &Lineup, (edition, px): (u64, f32)) -> Tops {
        let question = Question { edition, px, cloak: env.cloak };
        if let Some((known, tops)) = &*self.tops.borrow() {
            if *known == question {
                return tops.clone();
            }
            if known.px.to_bits() != px.to_bits() || known.cloak != env.cloak {
                self.tall.borrow_mut().clear();
            }
        }
        let tops = [0, 1, 2, 3, 4, 5].map(|place| {
            let spots = Lane::ALL.get(place).map(|it| shown.lane(*it)).unwrap_or_default();
            let mut top = 0.0;
            let ends = spots.iter().map(|it| {
                top += self.card(env, it.id, px) + BETWEEN;
                top
            });
            Rc::new(std::iter::once(0.0).chain(ends).collect::<Vec<f32>>())
        });
        *self.tops.borrow_mut() = Some((question, tops.clone()));
        tops
    }

    /// How high a card is.
    fn card(&self, env: &Env<'_>, id: ComplaintId, px: f32) -> f32 {
        let Some(complaint) = env.books.complaint(id) else { return SHORT };
        let known = self.tall.borrow().get(&id).copied().filter(|(version, _)| *version == complaint.version);
        let tall = known.map_or_else(
            || {
                let tall = wider(&case_words::summary(env, complaint), Face::Body, px);
                self.tall.borrow_mut().insert(id, (complaint.version, tall));
                tall
            },
            |(_, tall)| tall,
        );
        if tall { SHORT + LINE } else { SHORT }
    }
}

/// How wide a lane is, and whether all of them fit.
fn width(env: &Env<'_>, room: f32) -> (f32, Fits) {
    let narrowest = match env.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => NARROWEST,
        Locale::En => 208.0,
    };
    let each = (room - 2.0 * SIDE - 5.0 * GAP) / 6.0;
    (each.max(narrowest).floor(), if each < narrowest { Fits::No } else { Fits::Yes })
}

/// Whether all lanes fit beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fits {
    Yes,
    No,
}

impl State {
    /// Where the cards of a lane begin, and at last where the last one ends.
    pub(super) fn tops(&self, env: &Env<'_>, shown: &Lineup, lane: Lane) -> Rc<Vec<f32>> {
        let px = self.heights.tops.borrow().as_ref().map_or(NARROWEST - FRAME, |(known, _)| known.px);
        let all = self.heights.all(env, shown, (self.edition(), px));
        all.get(lane.place()).cloned().unwrap_or_default()
    }

    pub(super) fn lanes<'a>(&'a self, env: &Env<'a>, shown: &Rc<Lineup>, size: Size) -> Element<'a, Message> {
        let (width, fits) = width(env, size.width);
        let tops = self.heights.all(env, shown, (self.edition(), width - FRAME));
        let lanes = Lane::ALL.iter().zip(&tops).map(|(lane, tops)| self.lane(env, *lane, (shown, tops, width)));
        let all = container(row(lanes).spacing(GAP)).padding([12.0, SIDE]).height(Length::Fill);
        match fits {
            Fits::No => {
                let all = scrollable(all).id(ACROSS).direction(style::scroll::horizontal());
                all.width(Length::Fill).height(Length::Fill).into()
            }
            Fits::Yes => all.into(),
        }
    }

    /// A lane without a card. That nobody waits for this desk is good news, but for what a filter leaves out.
    fn nothing_in<'a>(&self, env: &Env<'a>, lane: Lane) -> Element<'a, Message> {
        let words = small(empty_words(env.texts, lane));
        let good = match lane {
            Lane::ToDispatch | Lane::Callback => !self.choice.is_filtered(),
            Lane::ToAccept | Lane::Handling | Lane::Approval | Lane::Escalated => false,
        };
        let drawn = if good {
            let tone = style::text::toned(Tone::Success);
            row![icon_small(icon::CIRCLE_CHECK).style(tone), words.style(style::text::toned(Tone::Success))]
        } else {
            row![words.style(style::text::ink3)]
        };
        container(drawn.spacing(6).align_y(iced::Center)).padding([6, 10]).into()
    }

    fn lane<'a>(
        &'a self,
        env: &Env<'a>,
        lane: Lane,
        (shown, tops, width): (&Lineup, &[f32], f32),
    ) -> Element<'a, Message> {
        let spots = shown.lane(lane);
        let content: Element<'a, Message> = if spots.is_empty() {
            self.nothing_in(env, lane)
        } else {
            let window = self.scrolled.get(lane.place()).copied().unwrap_or_default();
            let (first, end) = window.range_of(tops);
            let at = |place: usize| tops.get(place).copied().unwrap_or_default();
            let (above, below) = (at(first), at(spots.len()) - at(end));
            let cards = spots.iter().take(end).skip(first).map(|it| (it.id, self.slot(env, it.id, width - FRAME)));
            let list = keyed(BETWEEN, cards);
            let list = container(list).padding(iced::Padding { top: 0.0, right: 6.0, bottom: BETWEEN, left: 6.0 });
            scroll_named(lane_id(lane), column![space().height(above), list, space().height(below)])
                .on_scroll(move |viewport| Message::LaneScrolled(lane, Window::from(viewport)))
                .into()
        };
        let landing = self.landing(env, lane);
        let hot = landing.is_some();
        let look = if hot { style::surface::well_hot } else { style::surface::well };
        let drawn = container(column![head(env, (lane, landing), shown), content])
            .width(width)
            .height(Length::Fill)
            .style(look);
        let dragged = self.dragged();
        // What the card does not come from is veiled; where the pointer is the veil lifts.
        let veiled = dragged.and_then(|it| shown.spot(it)).is_some_and(|it| it.lane != lane) && !hot;
        let veil = veiled.then(|| container(space()).width(width).height(Length::Fill).style(style::surface::veil));
        let area = mouse_area(stack![drawn].push(veil));
        let place = column_id(lane);
        if dragged.is_none() {
            return named(place, Focus::Elsewhere, area);
        }
        let area = area
            .on_enter(Message::DraggedOver(lane))
            .on_move(move |_| Message::DraggedOver(lane))
            .on_exit(Message::DraggedOff(lane));
        named(place, Focus::Elsewhere, area)
    }

    /// What stands at the place of a complaint.
    fn slot<'a>(&'a self, env: &Env<'a>, id: ComplaintId, px: f32) -> Element<'a, Message> {
        let view = View { viewer: env.me, now: env.now };
        if self.dragged() == Some(id) {
            let height = self.heights.card(env, id, px);
            return container(space()).width(Length::Fill).height(height).style(style::surface::card_hole).into();
        }
        let complaint = env.books.complaint(id);
        match complaint.and_then(|it| env.books.card(view, it)) {
            Some(card) => self.card(env, &card, px),
            // Somebody closed it while it was looked at: it keeps its place until the updates are taken over.
            None => closed(env, id, complaint, self.heights.card(env, id, px)),
        }
    }

    fn card<'a>(&'a self, env: &Env<'a>, card: &Card<'a>, px: f32) -> Element<'a, Message> {
        let complaint = card.complaint;
        let id = complaint.id;
        let height = self.heights.card(env, id, px);
        let number = id.short();
        let priority = flags::priority(env, complaint.priority());
        let room = px - measure(&number, Face::Small) - if priority.is_some() { 26.0 + 2.0 * flags::GAP } else { 8.0 };
        let ticked = self.checked.contains(&id);
        let room = if ticked { room - 18.0 } else { room };
        let tick = ticked.then(|| icon_small(icon::SQUARE_CHECK).style(style::text::link));
        let head = row![]
            .push(tick)
            .push(small(number).style(style::text::ink2).wrapping(Wrapping::None))
            .push(space().width(Length::Fill))
            .extend(flags::flags(env, &card.flags, room))
            .push(priority)
            .spacing(flags::GAP)
            .height(18)
            .align_y(Center);
        let full = case_words::summary(env, complaint);
        let shown = fit_two(&full, Face::Body, px);
        let cut = shown.ends_with('…') && !full.ends_with('…');
        let text = words(Face::Body, shown)
            .line_height(iced::widget::text::LineHeight::Absolute(LINE.into()))
            .wrapping(Wrapping::None);
        let summary: Element<'a, Message> = if cut { tip(text, full) } else { text.into() };
        let top = case_words::top_category(env, complaint.details.category);
        let whose = format!("{}·{top}", case_words::customer(env, complaint));
        let which = card.clock.map(|it| it.clock);
        let short = which.map(|it| env.texts.clock_in_short(it.key.name)).unwrap_or_default();
        let clock = clock_chip::of_case(env, complaint, which);
        // Where not even the short name has room beside the face, the face stands one line higher: no clock goes unnamed.
        let crowded = clock.as_ref().is_some_and(|it| px - FACE < least(it, short));
        let beside = if crowded { 0.0 } else { FACE };
        let clock = clock.map(|it| crate::ui::widget::clock(named_shorter(it, short, px - beside)));
        let (higher, lower) = if crowded { (Some(face(env, card)), None) } else { (None, Some(face(env, card))) };
        let foot = row![container(row![].push(clock)).width(Length::Fill).clip(true)].push(lower);
        let foot = foot.spacing(6).height(22).align_y(Center);
        let said = container(fitted(&whose, Face::Small, px - FACE + beside)).width(Length::Fill);
        let under = row![said.style(style::surface::quiet)].push(higher).spacing(6).align_y(Center);
        let under = container(under).height(if crowded { 22 } else { 18 });
        let look = match (self.cursor == Some(id), ticked) {
            (true, true) => style::surface::card_checked_cursor,
            (true, false) => style::surface::card_cursor,
            (false, true) => style::surface::card_checked,
            (false, false) => style::surface::card,
        };
        let between = if crowded { 4 } else { 5 };
        let summary = container(summary).height(height - SHORT + LINE);
        let inner = container(column![head, summary, under, foot].spacing(between))
            .width(Length::Fill)
            .height(height)
            .padding([9, 10])
            .style(look);
        let drawn = mouse_area(inner)
            .on_press(Message::Pressed(id))
            .on_right_press(Message::MenuWanted(id))
            .on_double_click(Message::Opened(id))
            .interaction(iced::mouse::Interaction::Pointer);
        self.with_menu(env, id, named(card_id(id), Focus::Elsewhere, drawn))
    }
}

/// What a face and the room before it take of a card's foot.
const FACE: f32 = 22.0 + 6.0;

/// What the ring or icon, the gaps and the ground of a clock take, and its words.
fn beside_name(clock: &Clock<'_>) -> f32 {
    let burning = matches!(clock.tone, Tone::Soon | Tone::Late);
    let told = measure(&clock.words, if burning { Face::SmallStrong } else { Face::Small });
    let padding = match clock.tone {
        Tone::Plain | Tone::Accent | Tone::Info | Tone::Ontime => 0.0,
        Tone::Soon | Tone::Late | Tone::Paused | Tone::Success | Tone::Escalated => 2.0 * 6.0,
    };
    told + 14.0 + 2.0 * 5.0 + padding
}

/// The room that a clock needs with its short name, or with its name where that is shorter.
fn least(clock: &Clock<'_>, short: &str) -> f32 {
    let short = if clock.tone == Tone::Escalated { &clock.name } else { short };
    beside_name(clock) + measure(short, Face::Small).min(measure(&clock.name, Face::Small))
}

/// A clock with its short name where name and words do not fit beside each other, and with less of that where even
/// this does not; the whole of it is in the hint.
fn named_shorter<'a>(clock: Clock<'a>, short: &str, px: f32) -> Clock<'a> {
    let room = px - beside_name(&clock);
    if measure(&clock.name, Face::Small) <= room {
        return clock;
    }
    // Escalated cases have no limit to be named.
    let short = if clock.tone == Tone::Escalated { clock.name.as_ref() } else { short };
    let name = fit(short, Face::Small, room.max(0.0));
    let hint = format!("{} {}", clock.name, clock.hint);
    Clock { name: name.into(), hint: hint.into(), ..clock }
}

/// The name of a lane, how many it has, and how many of them burn.
fn head<'a>(env: &Env<'a>, (of, landing): (Lane, Option<&'a str>), shown: &Lineup) -> Element<'a, Message> {
    let texts = env.texts;
    let (late, soon) = (shown.late(of, env.now), shown.soon(of, env.now));
    let burning = |count: usize, tone: Tone, sign, words: String| {
        (0 < count).then(|| {
            let drawn = row![icon_small(sign), caption(words).wrapping(Wrapping::None)].spacing(4).align_y(Center);
            container(drawn).style(style::surface::inked(tone))
        })
    };
    // What is late says so in words; what is near it has to do with a number where both would not fit.
    let near = if late == 0 { texts.board_soon(soon) } else { soon.to_string() };
    let hint = texts.board_burning(late, soon);
    let drawn = row![]
        .push(burning(soon, Tone::Soon, icon::HOURGLASS, near))
        .push(burning(late, Tone::Late, icon::ALARM_CLOCK, texts.board_late(late)))
        .spacing(8);
    let drawn: Element<'a, Message> = match landing {
        // A card is over it: what letting it go leads to.
        Some(verb) => {
            let sign = icon_small(icon::CORNER_DOWN_LEFT).style(style::text::link);
            row![sign, small_strong(verb).style(style::text::link).wrapping(Wrapping::None)]
                .spacing(4)
                .align_y(Center)
                .into()
        }
        None if late + soon == 0 => drawn.into(),
        None => tip(drawn, hint),
    };
    container(
        row![
            strong(name(texts, of)).wrapping(Wrapping::None),
            small(texts.number(i64::try_from(shown.lane(of).len()).unwrap_or(i64::MAX)))
                .style(style::text::ink3)
                .wrapping(Wrapping::None),
            space().width(Length::Fill),
            drawn
        ]
        .spacing(6)
        .align_y(Center),
    )
    .height(HEAD)
    .padding([0, 10])
    .align_y(Center)
    .clip(true)
    .into()
}

/// A card whose complaint is closed by now.
fn closed<'a>(env: &Env<'a>, id: ComplaintId, complaint: Option<&'a Complaint>, height: f32) -> Element<'a, Message> {
    let stage = complaint.map_or(Stage::Archived, |it| it.stage);
    let drawn = column![
        small(id.short()).style(style::text::ink3),
        row![
            icon_small(icon::CIRCLE_CHECK).style(style::text::toned(Tone::Success)),
            small(env.texts.name(stage)).style(style::text::ink3)
        ]
        .spacing(5)
        .align_y(Center)
    ];
    container(drawn.spacing(5))
        .width(Length::Fill)
        .height(height)
        .padding([9, 10])
        .style(style::surface::card_hole)
        .into()
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
        | Stage::Archived
        | Stage::Merged => texts.name(card.complaint.stage),
    }
}
