//! 投屏: the board on a wall: number, department and clock only, in large type; pages turn by themselves (UI.md 5.11).

use iced::{
    Center, Length, Size,
    keyboard::key::Named,
    widget::{column, container, responsive, row, space, text::LineHeight, text::Wrapping},
};

use super::{Message, State};
use crate::books::View;
use crate::books::board::{Card, Lane, Lineup, Owner};
use crate::domain::complaint::Stage;
use crate::domain::moment::Moment;
use crate::i18n::Locale;
use crate::ui::effect::Effect;
use crate::ui::env::{Env, Frame};
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::form::Step;
use crate::ui::part::{case_words, clock_chip};
use crate::ui::screen::{Action, Filling};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Empty, body, empty, fit, icon_button, icon_large, keycaps, line_across, measure, title, words,
};

/// A row.
const ROW: f32 = 56.0;
/// The type of a row.
const TYPE: f32 = 24.0;
const HEAD: f32 = 56.0;
const COLUMNS: u16 = 4;
/// A column of Chinese words needs so much …
const CHINESE: f32 = 320.0;
/// … and one of English words so much; where four have less, there are fewer.
const ENGLISH: f32 = 420.0;
const SIDE: f32 = 16.0;
const GAP: f32 = 20.0;
/// How long a page stays.
const TURN: i64 = 15;

/// The board is on the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Projection {
    since: Moment,
    /// Pages that were turned by hand.
    turned: i64,
}

impl State {
    pub(super) fn project(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.menu = None;
        self.case_menu = None;
        self.dock = None;
        self.projection = Some(Projection { since: env.now, turned: 0 });
        Effect::action(Action::Fill(Filling::Screen))
    }

    pub(super) fn stop_projecting(&mut self) -> Effect<Message, Action> {
        self.projection = None;
        Effect::action(Action::Fill(Filling::Window))
    }

    pub(super) fn turn_page(&mut self, step: Step) -> Effect<Message, Action> {
        if let Some(it) = &mut self.projection {
            it.turned += match step {
                Step::Next => 1,
                Step::Previous => -1,
            };
        }
        Effect::none()
    }

    pub(super) fn pressed_on_wall(press: &Press) -> Option<Message> {
        let is = |named| Shortcut::named(named).matches(press);
        if is(Named::Escape) {
            Some(Message::ProjectionLeft)
        } else if is(Named::ArrowRight) || is(Named::PageDown) || is(Named::Space) {
            Some(Message::PageTurned(Step::Next))
        } else if is(Named::ArrowLeft) || is(Named::PageUp) {
            Some(Message::PageTurned(Step::Previous))
        } else {
            None
        }
    }

    /// What fills the whole window while the board is on the wall.
    #[must_use]
    pub fn projected<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let projection = self.projection?;
        let env = *env;
        // The wall tells how large it is itself: the window may have been smaller a moment ago.
        let drawn = responsive(move |size| self.wall(&env, projection, size));
        Some(container(drawn).width(Length::Fill).height(Length::Fill).style(style::surface::canvas).into())
    }

    fn wall<'a>(&'a self, env: &Env<'a>, projection: Projection, size: Size) -> Element<'a, Message> {
        let shown = self.shown(env);
        let open = shown.open().len();
        if open == 0 {
            let nothing = empty(Empty {
                tone: Tone::Success,
                icon: icon::CIRCLE_CHECK,
                title: env.texts.board_empty_title().into(),
                words: env.texts.board_empty_words().into(),
                actions: Vec::new(),
            });
            return column![head(env, &shown, (1, 1)), line_across(), nothing].into();
        }
        let columns_now = columns(env, (open, size));
        let a_page = rows_in(size) * usize::from(columns_now);
        // Few rows stand beside each other, each with more room.
        let a_column = rows_in(size).min(open.div_ceil(usize::from(columns_now)).max(1));
        let pages = open.div_ceil(a_page).max(1);
        let page = page(projection, env, pages);
        let width = each(size, columns_now);
        let spots = shown.open().iter().skip(page * a_page).take(a_page);
        let rows: Vec<Element<'a, Message>> = spots
            .filter_map(|it| env.books.card(View { viewer: env.me, now: env.now }, env.books.complaint(it.id)?))
            .map(|it| line(env, &it, width))
            .collect();
        let mut columns = row![].spacing(GAP);
        let mut rows = rows.into_iter();
        for _ in 0..columns_now {
            columns = columns.push(column(rows.by_ref().take(a_column)).width(width));
        }
        column![
            head(env, &shown, (page + 1, pages)),
            line_across(),
            container(columns).padding([8.0, SIDE]).height(Length::Fill)
        ]
        .into()
    }
}

/// How wide a column is where there are so many.
fn each(size: Size, columns: u16) -> f32 {
    (size.width - 2.0 * SIDE - f32::from(columns - 1) * GAP) / f32::from(columns)
}

/// How many columns there are for so many cases: no more than they fill, and never one alone.
fn columns(frame: &Frame<'_>, (open, size): (usize, Size)) -> u16 {
    let least = match frame.texts.locale() {
        Locale::En => ENGLISH,
        Locale::ZhCn | Locale::ZhTw => CHINESE,
    };
    let fits = |it: &u16| least <= each(size, *it);
    let most = (2..=COLUMNS).rev().find(fits).unwrap_or(2);
    u16::try_from(open.div_ceil(rows_in(size))).unwrap_or(most).clamp(2, most)
}

/// Rows of a column.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window has few rows")]
fn rows_in(size: Size) -> usize {
    (((size.height - HEAD - 16.0) / ROW) as usize).max(1)
}

/// The page that is up now, from 0.
fn page(projection: Projection, env: &Env<'_>, pages: usize) -> usize {
    let turns = (env.now - projection.since).num_seconds().max(0) / TURN + projection.turned;
    let pages = i64::try_from(pages).unwrap_or(1).max(1);
    usize::try_from(turns.rem_euclid(pages)).unwrap_or(0)
}

fn head<'a>(env: &Env<'a>, shown: &Lineup, (page, pages): (usize, usize)) -> Element<'a, Message> {
    let texts = env.texts;
    let sum = |count: fn(&Lineup, Lane, Moment) -> usize| -> usize {
        Lane::ALL.iter().map(|it| count(shown, *it, env.now)).sum()
    };
    let late = sum(Lineup::late);
    let summary = texts.board_summary(late, shown.open().len(), sum(Lineup::soon));
    let tone = if late == 0 { style::text::ink2 } else { late_ink };
    let drawn = row![
        title(texts.nav_board()),
        words(Face::Title, summary).style(tone).wrapping(Wrapping::None),
        space().width(Length::Fill),
        words(Face::Title, texts.time(env.local_now().time())).style(style::text::ink2),
        body(texts.board_page(page, pages)).style(style::text::ink3),
        keycaps(Shortcut::named(Named::Escape)),
        icon_button(icon::X, texts.close(), Some(Message::ProjectionLeft), 0)
    ];
    container(drawn.spacing(16).align_y(Center)).height(HEAD).padding([0.0, SIDE]).align_y(Center).into()
}

fn late_ink(theme: &crate::ui::theme::Theme) -> iced::widget::text::Style {
    iced::widget::text::Style { color: Some(theme.tint(Tone::Late).fg) }
}

/// How wide words are in the type of a row.
fn wide(shown: &str) -> f32 {
    measure(shown, Face::Strong) * TYPE / Face::Strong.size()
}

/// Words in the type of a row, cut to `px`.
fn large<'a>(shown: &str, px: f32) -> iced::widget::Text<'a, crate::ui::theme::Theme> {
    let kept = fit(shown, Face::Strong, px * Face::Strong.size() / TYPE);
    words(Face::Strong, kept).size(TYPE).line_height(LineHeight::Absolute(ROW.into())).wrapping(Wrapping::None)
}

/// What a department has beside its clock at the least: two characters and the dots.
const LEAST: f32 = 3.0 * TYPE;

/// Number, department, clock: nothing about the customer.
fn line<'a>(env: &Env<'a>, card: &Card<'a>, width: f32) -> Element<'a, Message> {
    let complaint = card.complaint;
    let number = complaint.id.short();
    let department = match (complaint.stage, card.owner) {
        (Stage::ToJudge | Stage::ToReply | Stage::ToDispatch | Stage::ToCallBack, _) => None,
        (_, Owner::Department(id)) => Some(id),
        (_, Owner::Person(id)) => env.office().person(id).map(|it| it.department),
    };
    let department =
        department.map_or_else(|| super::lanes::name(env.texts, card.lane), |it| case_words::department(env, it));
    let clock = clock_chip::of_case(env, complaint, card.clock.map(|it| it.clock));
    let (name, told, tone) = clock.map_or((String::new(), String::new(), Tone::Plain), |it| {
        (it.name.into_owned(), it.words.into_owned(), it.tone)
    });
    let sign = match tone {
        Tone::Late => Some(icon::ALARM_CLOCK),
        Tone::Soon => Some(icon::HOURGLASS),
        Tone::Paused => Some(icon::CIRCLE_PAUSE),
        Tone::Escalated => Some(icon::CHEVRONS_UP),
        Tone::Plain | Tone::Accent | Tone::Info | Tone::Ontime | Tone::Success => None,
    };
    let tinted = tone;
    let room = width - wide(&number) - 2.0 * 12.0;
    let signed = if sign.is_some() { 30.0 } else { 0.0 };
    // Every clock is named: in short where there is no room beside the whole of the department, and where that is too
    // much as well the department is cut.
    let short = card.clock.map(|it| env.texts.clock_in_short(it.clock.key.name)).unwrap_or_default();
    let fits = |named: &String| wide(named) + signed + wide(department) + 1.0 <= room;
    let named = [name.as_str(), short].into_iter().map(|it| format!("{it} {told}")).find(fits);
    let in_short = Some(format!("{short} {told}")).filter(|it| !short.is_empty() && wide(it) + signed + LEAST <= room);
    let told = named.or(in_short).unwrap_or(told);
    // Of the two the clock is the one that is looked for.
    let clock_width = (wide(&told) + signed + 1.0).min(room - 48.0);
    let clock = row![]
        .push(sign.map(|it| icon_large(it, 22.0)))
        .push(large(&told, clock_width - signed))
        .spacing(8)
        .align_y(Center);
    let clock = container(clock).style(move |theme| iced::widget::container::Style {
        text_color: Some(match tinted {
            Tone::Plain | Tone::Accent | Tone::Info | Tone::Ontime | Tone::Success => theme.ink2,
            Tone::Late | Tone::Soon | Tone::Paused | Tone::Escalated => theme.tint(tinted).fg,
        }),
        ..iced::widget::container::Style::default()
    });
    let drawn = row![
        large(&number, wide(&number) + 1.0),
        container(large(department, room - clock_width)).width(Length::Fill).style(style::surface::quiet),
        clock
    ];
    let drawn = container(drawn.spacing(12).height(ROW - 1.0).align_y(Center)).height(ROW - 1.0).clip(true);
    column![drawn, line_across()].into()
}
