//! 统计图表: the figures of a period, four charts, and the cases behind every mark (UI.md 5.6, 12; I03, I04, I11,
//! J01–J15).
//!
//! What is drawn is computed once for a version of the books, a period and a minute. Figures and charts count as the
//! month report does: both ask `report`.

mod cases;
mod filters;
mod grid;
mod heat;
pub mod model;
mod panel;
mod pareto;
pub mod picture;
mod strip;
pub mod trend;
mod votes;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::widget::{column, container, mouse_area, row, space, stack};
use iced::{Center, Length, Padding, Point, Size};

pub use self::filters::Shelf;
use self::grid::Painted;
use self::model::{Found, Mark, Model, Which};
use self::picture::{Format, Sheet, Trouble};
use self::trend::Lines;
use super::{Action, Place, Said};
use crate::books::board::Given;
use crate::domain::id::ComplaintId;
use crate::domain::record::{Position, Recorded};
use crate::i18n::{Locale, Texts};
use crate::report::{Narrow, Pick, Source, reading};
use crate::ui::effect::Effect;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::{Step, reveal};
use crate::ui::part::period::{self, Length as Long, Period, Picker};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Height, Theme, Tone};
use crate::ui::ticket::{Ticket, Tickets};
use crate::ui::widget::{
    Empty, Note, button, empty, fitted, line_across, line_down, measure, note, overlay_head, pane_head, place, popover,
    scroll, small,
};

/// Cases shown before 显示更多, and by how many it goes on.
const CASES: usize = 200;
const PAD: f32 = 16.0;
const MENU: f32 = 420.0;
const TRAY: &str = "charts.export";

/// What the screen remembers while another one is shown.
#[derive(Debug)]
pub struct State {
    /// `None`: nobody chose one; the last whole month.
    period: Option<Period>,
    picker: Picker,
    narrow: Narrow,
    menu: Option<filters::Menu>,
    lines: Lines,
    chosen: Option<Mark>,
    panel: Panel,
    stop: Stop,
    row: usize,
    shown: usize,
    hovered: Option<(Which, String)>,
    export: Export,
    tickets: Tickets,
    trouble: Option<(Which, Format, Trouble)>,
    cases_trouble: Option<Trouble>,
    kept: RefCell<Option<Kept>>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            period: None,
            picker: Picker::default(),
            narrow: Narrow::default(),
            menu: None,
            lines: Lines::default(),
            chosen: None,
            panel: Panel::Closed,
            stop: Stop::Charts,
            row: 0,
            shown: CASES,
            hovered: None,
            export: Export::Idle,
            tickets: Tickets::default(),
            trouble: None,
            cases_trouble: None,
            kept: RefCell::new(None),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Panel {
    Closed,
    Open,
}

/// Where the arrow keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Charts,
    Cases,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Export {
    Idle,
    /// Which chart as what: the arrows are there.
    Asking(Which, Format),
    Busy(Ticket),
}

/// What was computed, and for what.
#[derive(Debug)]
struct Kept {
    key: Key,
    model: Rc<Model>,
    painted: Painted,
    found: Option<(Mark, Rc<Found>)>,
}

/// What a model depends on.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    position: Position,
    period: Period,
    narrow: Narrow,
    minute: i64,
    look: (Locale, Theme),
    lines: Lines,
}

/// What the person did, and what came of it.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the choice of the period.
    Period(period::Message),
    /// Another period.
    PeriodChosen(Period),
    /// Opened a menu of the tool bar, or closed it.
    MenuTurned(Shelf),
    /// Out of it.
    MenuLeft,
    /// An arrow key in it.
    MenuMoved(Step),
    /// Enter in it.
    MenuTaken,
    /// One more filter, or one less.
    Picked(Pick),
    /// 清除筛选
    PicksCleared,
    /// 在列表中打开
    ListOpened,
    /// Other lines of the trend.
    LinesChosen(Lines),
    /// A mark was pressed.
    Pressed(Mark),
    /// An arrow key, `(right, down)`.
    Moved(isize, isize),
    /// Tab: the next chart, or the one before; into the list of cases and out of it.
    Stepped(isize),
    /// Enter on a mark.
    Drilled,
    /// Esc.
    Back,
    /// The panel's ✕.
    PanelClosed,
    /// The pointer is over a mark, or no longer.
    Hovered(Which, Option<String>),
    /// A case of the list.
    CaseOpened(ComplaintId),
    /// 显示更多
    MoreShown,
    /// 导出 n 件: the cases behind the mark.
    CasesAsked,
    /// They are written, or not.
    CasesSaved(Result<Option<String>, Trouble>),
    /// 导出图片
    ExportAsked,
    /// A chart and a kind of file.
    ExportChosen(Which, Format),
    /// What came of it.
    Exported(Ticket, (Which, Format), Result<Option<String>, Trouble>),
    /// The note was closed.
    TroubleClosed,
    /// 生成月报
    MonthlyAsked,
}

impl Which {
    /// Its title.
    #[must_use]
    pub fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Pareto => texts.charts_pareto(),
            Self::Trend => texts.charts_trend(),
            Self::Heat => texts.charts_heat(),
            Self::Votes => texts.charts_votes(),
        }
    }
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::Period(message) => self.turn_period(env, message),
            Message::PeriodChosen(period) => self.choose_period(env, period),
            Message::MenuTurned(which) => self.turn_menu(which),
            Message::MenuLeft => {
                self.menu = None;
                Effect::none()
            }
            Message::MenuMoved(step) => self.move_in_menu(env, step),
            Message::MenuTaken => self.take_in_menu(env),
            Message::Picked(pick) => self.pick(env, pick),
            Message::PicksCleared => self.clear_picks(env),
            Message::ListOpened => self.open_list(env),
            Message::LinesChosen(lines) => {
                self.lines = lines;
                Effect::none()
            }
            Message::Pressed(mark) => self.drill(mark),
            Message::Moved(right, down) => self.moved(env, (right, down)),
            Message::Stepped(by) => self.stepped(env, by),
            Message::Drilled => self.enter(env),
            Message::Back => self.back(),
            Message::PanelClosed => self.close_panel(),
            Message::Hovered(which, words) => self.hover(which, words),
            Message::CaseOpened(id) => Effect::action(Action::Show(Place::Handling, id)),
            Message::MoreShown => {
                self.shown += CASES;
                Effect::none()
            }
            Message::CasesAsked => match self.mark(env) {
                Some(mark) => self.export_cases(env, mark),
                None => Effect::none(),
            },
            Message::CasesSaved(outcome) => self.cases_saved(env, outcome),
            Message::ExportAsked => self.ask_export(env),
            Message::ExportChosen(which, format) => self.export(env, (which, format)),
            Message::Exported(ticket, what, outcome) => self.exported(env, ticket, (what, outcome)),
            Message::TroubleClosed => {
                self.trouble = None;
                Effect::none()
            }
            Message::MonthlyAsked => Effect::action(Action::Go(Place::Reports)),
        }
    }

    /// The screen was opened: its first stop gets the focus.
    pub fn entered(&mut self, _env: &Env<'_>) -> Effect<Message, Action> {
        self.hovered = None;
        self.menu = None;
        Effect::none()
    }

    /// A complaint was asked for from another screen.
    pub fn show(&mut self, _env: &Env<'_>, _id: ComplaintId) -> Effect<Message, Action> {
        Effect::none()
    }

    /// The log told facts; the books have taken them over already, and what is kept is of another position.
    pub fn told(&mut self, _env: &Env<'_>, _facts: &[Recorded]) -> Effect<Message, Action> {
        Effect::none()
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        env.texts.charts_summary(env.texts.date_time(env.calendar().local(env.now)))
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, _env: &Env<'_>) -> bool {
        false
    }

    /// What a key means here (UI.md 7): with a mark chosen the arrows move it, without one ← and → change the
    /// period.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if self.picker.is_open() {
            return self.picker.pressed(press).map(Message::Period);
        }
        if self.menu.is_some() {
            return Self::pressed_in_menu(press);
        }
        if Shortcut::command('f').matches(press) {
            return Some(Message::MenuTurned(Shelf::More));
        }
        if Shortcut::command('e').matches(press) {
            // In the list of cases it is the list that is exported.
            let cases = self.stop == Stop::Cases && self.mark(env).is_some();
            return Some(if cases { Message::CasesAsked } else { Message::ExportAsked });
        }
        if press.field() == Field::Took || press.modifiers().command() || press.modifiers().alt() {
            return None;
        }
        if Shortcut::sign('p').matches(press) {
            return Some(Message::Period(period::Message::Turned));
        }
        if Shortcut::sign('l').matches(press) && self.panel == Panel::Open && self.mark(env).is_some() {
            return Some(Message::ListOpened);
        }
        let marked = self.mark(env).is_some() || self.export != Export::Idle || self.stop == Stop::Cases;
        match press.named()? {
            Named::Escape => self.can_go_back().then_some(Message::Back),
            Named::Enter => marked.then_some(Message::Drilled),
            Named::Tab => Some(Message::Stepped(if press.modifiers().shift() { -1 } else { 1 })),
            Named::ArrowUp => Some(Message::Moved(0, -1)),
            Named::ArrowDown => Some(Message::Moved(0, 1)),
            Named::ArrowLeft if marked => Some(Message::Moved(-1, 0)),
            Named::ArrowRight if marked => Some(Message::Moved(1, 0)),
            Named::ArrowLeft | Named::ArrowRight => {
                let period = self.period(env).pressed(press)?;
                (period.first() <= env.today()).then_some(Message::PeriodChosen(period))
            }
            _ => None,
        }
    }

    /// The period that is shown: until somebody chooses, the last whole month; in an office's first month this one.
    fn period(&self, env: &Env<'_>) -> Period {
        self.period.unwrap_or_else(|| {
            let this = Period::of(Long::Month, env.today());
            let before = this.previous();
            let source = source(env);
            let window = source.window(model::days(env.office().rules(), before));
            if source.complaints().any(|it| reading::new_in(it, window)) { before } else { this }
        })
    }

    /// The model, computed anew only when something that it depends on has changed.
    fn model(&self, env: &Env<'_>) -> (Rc<Model>, Painted) {
        let key = Key {
            position: env.books.position(),
            period: self.period(env),
            narrow: self.narrow.clone(),
            minute: env.now.timestamp().div_euclid(60),
            look: (env.texts.locale(), env.theme),
            lines: self.lines,
        };
        let mut kept = self.kept.borrow_mut();
        if let Some(kept) = kept.as_ref().filter(|it| it.key == key) {
            return (Rc::clone(&kept.model), kept.painted.clone());
        }
        let model = Rc::new(Model::of(&source(env), key.period, &key.narrow));
        let painted = Painted::default();
        *kept = Some(Kept { key, model: Rc::clone(&model), painted: painted.clone(), found: None });
        (model, painted)
    }

    /// The chosen mark, if this period has it.
    fn mark(&self, env: &Env<'_>) -> Option<Mark> {
        self.chosen.filter(|it| self.model(env).0.has(*it))
    }

    /// What stands behind a mark.
    fn found(&self, env: &Env<'_>, mark: Mark) -> Rc<Found> {
        let (model, _) = self.model(env);
        if let Some((_, found)) =
            self.kept.borrow().as_ref().and_then(|it| it.found.as_ref()).filter(|(of, _)| *of == mark)
        {
            return Rc::clone(found);
        }
        let found = Rc::new(model.found(&source(env), mark));
        if let Some(kept) = self.kept.borrow_mut().as_mut() {
            kept.found = Some((mark, Rc::clone(&found)));
        }
        found
    }

    fn turn_period(&mut self, env: &Env<'_>, message: period::Message) -> Effect<Message, Action> {
        self.menu = None;
        let shown = self.period(env);
        let (task, chosen) = self.picker.update(&env.frame, shown, message);
        let effect = chosen.map_or_else(Effect::none, |it| self.choose_period(env, it));
        effect.and_task(task.map(Message::Period))
    }

    /// 在列表中打开: the cases behind the mark on the board, as a list.
    fn open_list(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(mark) = self.mark(env) else { return Effect::none() };
        let found = self.found(env, mark);
        let name = env.texts.charts_list_name(panel::title(env, mark));
        Effect::action(Action::List(Given { name, ids: Arc::new(found.cases.iter().copied().collect()) }))
    }

    fn choose_period(&mut self, env: &Env<'_>, period: Period) -> Effect<Message, Action> {
        self.period = Some(period);
        self.hovered = None;
        self.begin_anew();
        if self.mark(env).is_none() {
            self.panel = Panel::Closed;
        }
        Effect::none()
    }

    fn begin_anew(&mut self) {
        (self.stop, self.row, self.shown) = (Stop::Charts, 0, CASES);
    }

    fn drill(&mut self, mark: Mark) -> Effect<Message, Action> {
        self.chosen = Some(mark);
        self.panel = Panel::Open;
        self.hovered = None;
        self.begin_anew();
        Effect::none()
    }

    fn moved(&mut self, env: &Env<'_>, (right, down): (isize, isize)) -> Effect<Message, Action> {
        if let Export::Asking(which, format) = self.export {
            self.export = Export::Asking(which.beside(down), format.beside(right));
            return Effect::none();
        }
        let Some(mark) = self.mark(env) else {
            self.chosen = self.model(env).0.first(Which::Pareto);
            return Effect::none();
        };
        match self.stop {
            Stop::Charts => {
                self.chosen = Some(self.model(env).0.moved(mark, (right, down)));
                self.begin_anew();
                Effect::none()
            }
            Stop::Cases => {
                let last = self.found(env, mark).cases.len().min(self.shown).saturating_sub(1);
                self.row = self.row.saturating_add_signed(down).min(last);
                reveal(panel::LIST, panel::row_id(self.row)).into()
            }
        }
    }

    fn stepped(&mut self, env: &Env<'_>, by: isize) -> Effect<Message, Action> {
        let open = self.panel == Panel::Open && self.mark(env).is_some_and(|it| !self.found(env, it).cases.is_empty());
        if self.stop == Stop::Cases {
            self.stop = Stop::Charts;
        } else if open {
            self.stop = Stop::Cases;
        } else {
            let (model, _) = self.model(env);
            let from = self.mark(env).map(Mark::chart);
            let start = match from {
                Some(which) => which.beside(by),
                None if by < 0 => Which::Votes,
                None => Which::Pareto,
            };
            let mut order = (0..4).map(|it| start.beside(it * by.signum()));
            self.chosen = order.find_map(|it| model.first(it));
        }
        Effect::none()
    }

    fn enter(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if let Export::Asking(which, format) = self.export {
            return self.export(env, (which, format));
        }
        let Some(mark) = self.mark(env) else { return Effect::none() };
        if self.stop == Stop::Cases {
            let found = self.found(env, mark);
            return match found.cases.get(self.row) {
                Some(id) => Effect::action(Action::Show(Place::Handling, *id)),
                None => Effect::none(),
            };
        }
        self.drill(mark)
    }

    fn can_go_back(&self) -> bool {
        matches!(self.export, Export::Asking(..))
            || self.stop == Stop::Cases
            || self.panel == Panel::Open
            || self.chosen.is_some()
    }

    /// One step out: the menu, the list, the panel, the mark.
    fn back(&mut self) -> Effect<Message, Action> {
        if matches!(self.export, Export::Asking(..)) {
            self.export = Export::Idle;
        } else if self.stop == Stop::Cases {
            self.stop = Stop::Charts;
        } else if self.panel == Panel::Open {
            self.panel = Panel::Closed;
        } else {
            self.chosen = None;
        }
        Effect::none()
    }

    fn close_panel(&mut self) -> Effect<Message, Action> {
        self.panel = Panel::Closed;
        self.stop = Stop::Charts;
        Effect::none()
    }

    /// A chart that is left may say so after the next one was entered.
    fn hover(&mut self, which: Which, words: Option<String>) -> Effect<Message, Action> {
        match words {
            Some(words) => self.hovered = Some((which, words)),
            None if self.hovered.as_ref().is_some_and(|it| it.0 == which) => self.hovered = None,
            None => {}
        }
        Effect::none()
    }

    fn ask_export(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.export = match self.export {
            Export::Idle if !self.model(env).0.is_empty() => {
                Export::Asking(self.mark(env).map_or(Which::Pareto, Mark::chart), Format::Png)
            }
            Export::Idle | Export::Asking(..) => Export::Idle,
            Export::Busy(ticket) => Export::Busy(ticket),
        };
        Effect::none()
    }

    fn export(&mut self, env: &Env<'_>, (which, format): (Which, Format)) -> Effect<Message, Action> {
        let (model, _) = self.model(env);
        let period = match which {
            Which::Trend => Period::of(Long::Month, model.trend.months.last().map_or(env.today(), |it| it.first_day())),
            Which::Pareto | Which::Heat | Which::Votes => self.period(env),
        };
        let about = (env.texts, env.office().name());
        let narrow = filters::in_words(env, &self.narrow);
        let sheet = Sheet::of(&model, which, about, (&period.name(env.texts), &narrow));
        let ticket = self.tickets.draw();
        self.export = Export::Busy(ticket);
        self.trouble = None;
        Effect::perform(sheet.save(format), move |outcome| Message::Exported(ticket, (which, format), outcome))
    }

    fn exported(
        &mut self,
        env: &Env<'_>,
        ticket: Ticket,
        ((which, format), outcome): ((Which, Format), Result<Option<String>, Trouble>),
    ) -> Effect<Message, Action> {
        if self.export != Export::Busy(ticket) {
            return Effect::none();
        }
        self.export = Export::Idle;
        match outcome {
            Ok(None) => Effect::none(),
            Ok(Some(file)) => {
                let words = env.texts.charts_export_done(which.name(env.texts), file);
                Effect::action(Action::Say(Said { words, undo: None }))
            }
            Err(trouble) => {
                self.trouble = Some((which, format, trouble));
                Effect::none()
            }
        }
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let (model, painted) = self.model(env);
        let rail = match env.room() {
            Room::Ample => 204.0,
            Room::Tight => 56.0,
        };
        let width = env.window.width - rail;
        let drawn = column![self.tools(env, &model, width)]
            .push(self.picked(env, width))
            .push(strip::strip(env, &model, width))
            .push(self.trouble.as_ref().map(|it| trouble(env, it)))
            .push(self.body(env, (&model, &painted), width));
        match self.export {
            Export::Asking(which, format) => {
                let menu = place(
                    Point::new(width - MENU - PAD, Height::PANE_HEAD - 4.0),
                    self::menu(env, &model, (which, format)),
                );
                stack![
                    drawn,
                    mouse_area(space().width(Length::Fill).height(Length::Fill)).on_press(Message::Back),
                    menu
                ]
                .into()
            }
            Export::Idle | Export::Busy(_) => drawn.into(),
        }
    }

    fn tools<'a>(&'a self, env: &Env<'a>, model: &Model, width: f32) -> Element<'a, Message> {
        let texts = env.texts;
        let period = self.period(env);
        let (before, days) = (period.previous().name(texts), model.figures.working_days);
        let compared =
            if model.over { texts.charts_compared(before, days) } else { texts.charts_compared_open(before, days) };
        let export = match self.export {
            Export::Busy(_) => button(texts.charts_export_busy()).busy(),
            Export::Idle | Export::Asking(..) => button(texts.charts_export())
                .icon(icon::IMAGE)
                .on_press_maybe((!model.is_empty()).then_some(Message::ExportAsked)),
        };
        let monthly = button(texts.charts_monthly()).primary().icon(icon::FILE_TEXT).on_press(Message::MonthlyAsked);
        let buttons = [texts.charts_export(), texts.charts_monthly()];
        let buttons: f32 = buttons.iter().map(|it| measure(it, Face::Strong) + 46.0).sum();
        let taken = Picker::width(texts, period) + self.shelves_width(env) + buttons + 32.0 + 16.0;
        let room = width - taken;
        let compared = (80.0 <= room).then(|| container(fitted(&compared, Face::Small, room)).style(faint));
        pane_head(
            row![self.picker.view(&env.frame, period).map(Message::Period)]
                .push(compared)
                .extend(self.shelves(env))
                .extend([space().width(Length::Fill).into(), Element::from(export.id(TRAY)), Element::from(monthly)])
                .spacing(8)
                .align_y(Center),
        )
    }

    fn body<'a>(&'a self, env: &Env<'a>, (model, painted): (&Rc<Model>, &Painted), width: f32) -> Element<'a, Message> {
        let texts = env.texts;
        if model.is_empty() {
            let period = self.period(env);
            if !self.narrow.is_empty() {
                let clear = button(texts.charts_clear()).icon(icon::FUNNEL).on_press(Message::PicksCleared);
                return empty(Empty {
                    tone: Tone::Paused,
                    icon: icon::FUNNEL,
                    title: texts.charts_narrow_empty_title().into(),
                    words: texts.charts_narrow_empty_words(period.name(texts)).into(),
                    actions: vec![clear.into()],
                });
            }
            let back = button(texts.charts_empty_back())
                .icon(icon::CHEVRON_LEFT)
                .on_press(Message::PeriodChosen(period.previous()));
            return empty(Empty {
                tone: Tone::Paused,
                icon: Place::Charts.icon(),
                title: texts.charts_empty_title(period.name(texts)).into(),
                words: texts.charts_empty_words().into(),
                actions: vec![back.into()],
            });
        }
        let mark = self.mark(env);
        let open = mark.filter(|_| self.panel == Panel::Open);
        let beside = if open.is_some() { panel::WIDTH + 1.0 } else { 0.0 };
        // Top bar, status bar, tool bar, strip, and the room above and below.
        let bar = if self.narrow.is_empty() { 0.0 } else { filters::BAR };
        let fixed = Height::TOP_BAR + Height::STATUS_BAR + Height::PANE_HEAD + strip::HEIGHT + 24.0 + bar;
        let room = Size::new(width - beside - PAD * 2.0, env.window.height - fixed);
        let grid = grid::grid((env, self), (model, painted), (mark, room));
        let grid = scroll(container(grid).padding(Padding { top: 12.0, right: PAD, bottom: 12.0, left: PAD }));
        match open {
            Some(mark) => {
                let found = self.found(env, mark);
                row![grid, line_down(), panel::panel((env, self), (mark, &found))].into()
            }
            None => grid.into(),
        }
    }
}

fn source<'a>(env: &Env<'a>) -> Source<'a> {
    Source { books: env.books, now: env.now }
}

fn faint(theme: &Theme) -> container::Style {
    container::Style { text_color: Some(theme.ink3), ..container::Style::default() }
}

/// Why there is no picture, and again.
fn trouble<'a>(env: &Env<'a>, (which, format, trouble): &(Which, Format, Trouble)) -> Element<'a, Message> {
    let texts = env.texts;
    let retry = button(texts.retry()).compact().on_press(Message::ExportChosen(*which, *format));
    let close = button(texts.close()).quiet().compact().on_press(Message::TroubleClosed);
    container(note(Note {
        tone: Tone::Late,
        icon: icon::CIRCLE_ALERT,
        title: texts.charts_export_failed(which.name(texts)).into(),
        words: trouble.words(texts).into(),
        actions: vec![retry.into(), close.into()],
    }))
    .padding(Padding { top: 12.0, right: PAD, bottom: 0.0, left: PAD })
    .into()
}

/// Each chart, as pixels or as lines.
fn menu<'a>(env: &Env<'a>, model: &Model, (which, format): (Which, Format)) -> Element<'a, Message> {
    let texts = env.texts;
    let mut drawn = column![overlay_head(texts.charts_export_title(), (texts.close(), Message::Back)), line_across()];
    for chart in Which::ALL {
        if chart == Which::Votes && model.votes.is_empty() {
            continue;
        }
        let formats = Format::ALL.map(|it| {
            button(it.name(texts))
                .compact()
                .focus((chart, it) == (which, format))
                .on_press(Message::ExportChosen(chart, it))
                .into()
        });
        let name = small(chart.name(texts).to_owned()).style(style::text::ink2).width(Length::Fill);
        drawn = drawn.push(row![name].extend(formats).spacing(8).height(40).padding([0, 16]).align_y(Center));
    }
    popover(MENU, drawn)
}
