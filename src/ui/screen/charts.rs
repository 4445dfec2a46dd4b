//! 统计图表: the figures of a period, four charts, and the cases behind every mark (UI.md 5.6, 12; I03, I04, I11,
//! J01–J15).
//!
//! What is drawn is computed once for a version of the books, a period and a minute. Figures and charts count as the
//! month report does: both ask `report`.

mod cases;
mod doing;
mod filters;
mod grid;
mod heat;
pub mod model;
mod panel;
mod pareto;
pub mod picture;
mod strip;
pub mod trend;
mod view;
mod votes;

use std::cell::RefCell;
use std::rc::Rc;

use iced::keyboard::key::Named;

pub use self::filters::Shelf;
use self::grid::Painted;
use self::model::{Found, Mark, Model, Which};
use self::picture::{Format, Trouble};
use self::trend::Lines;
use super::{Action, Place};
use crate::domain::id::ComplaintId;
use crate::domain::record::{Position, Recorded};
use crate::i18n::{Locale, Texts};
use crate::report::{Narrow, Pick, Source, reading};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::part::form::Step;
use crate::ui::part::period::{self, Length as Long, Period, Picker};
use crate::ui::theme::Theme;
use crate::ui::ticket::{Ticket, Tickets};

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
}

fn source<'a>(env: &Env<'a>) -> Source<'a> {
    Source { books: env.books, now: env.now }
}
