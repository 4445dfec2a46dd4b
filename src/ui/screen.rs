//! The screens, and how they are reached.
//!
//! A screen is a module of its own, `screen/NAME.rs`, with the same five things:
//!
//! ```text
//! pub struct State                         what it remembers while another screen is shown
//! pub enum Message                         what the person did (Chosen, Typed, Pressed…)
//! impl State {
//!     pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action>
//!     pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message>
//!     pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message>     its keys
//! }
//! ```
//!
//! and `update` is an index of named methods. To add one: a field in [`Screens`], a variant in [`Message`], a line in
//! each `match` below. [`Action`] is what any screen may ask of the shell.

use std::time::Duration;

use super::{
    effect::Effect,
    env::Env,
    icon::{self, Icon},
    keys::Press,
    theme::{Element, Tone},
    widget::{Empty, empty},
};
use crate::i18n::Texts;

/// Where one can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// 工作台
    Today,
    /// 投诉登记
    Intake,
    /// 派单看板
    Board,
    /// 部门处理
    Handling,
    /// 回访
    Callback,
    /// 统计图表
    Charts,
    /// 报表
    Reports,
    /// 设置
    Settings,
}

impl Place {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Today,
        Self::Intake,
        Self::Board,
        Self::Handling,
        Self::Callback,
        Self::Charts,
        Self::Reports,
        Self::Settings,
    ];

    /// Its name in the top bar and the rail.
    #[must_use]
    pub fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Today => texts.nav_today(),
            Self::Intake => texts.nav_intake(),
            Self::Board => texts.nav_board(),
            Self::Handling => texts.nav_handling(),
            Self::Callback => texts.nav_callback(),
            Self::Charts => texts.nav_charts(),
            Self::Reports => texts.nav_reports(),
            Self::Settings => texts.nav_settings(),
        }
    }

    /// Its icon in the rail.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Today => icon::LAYOUT_DASHBOARD,
            Self::Intake => icon::FILE_PEN_LINE,
            Self::Board => icon::SQUARE_KANBAN,
            Self::Handling => icon::INBOX,
            Self::Callback => icon::PHONE_CALL,
            Self::Charts => icon::CHART_COLUMN,
            Self::Reports => icon::FILE_SPREADSHEET,
            Self::Settings => icon::SETTINGS,
        }
    }
}

/// The state of every screen; kept while another one is shown.
#[derive(Debug, Default)]
pub struct Screens {}

/// What somebody did on a screen.
#[derive(Debug, Clone)]
pub enum Message {}

/// What any screen may ask of the shell.
#[derive(Debug, Clone)]
pub enum Action {
    /// Go somewhere else.
    Go(Place),
    /// Say what was done, with a way back if there is one.
    Say(Said),
    /// Put words on the clipboard.
    Copy(String),
}

/// What a toast says.
#[derive(Debug, Clone)]
pub struct Said {
    /// Verb, object, result.
    pub words: String,
    /// What takes it back, for 8 s.
    pub undo: Option<Box<Message>>,
}

impl Screens {
    /// Routes a message to its screen.
    #[expect(clippy::needless_pass_by_value, reason = "no screen has a message yet")]
    pub fn update(&mut self, _env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {}
    }

    /// Draws a screen.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>, place: Place) -> Element<'a, Message> {
        match place {
            Place::Today
            | Place::Intake
            | Place::Board
            | Place::Handling
            | Place::Callback
            | Place::Charts
            | Place::Reports
            | Place::Settings => empty(Empty {
                tone: Tone::Paused,
                icon: place.icon(),
                title: env.texts.screen_empty_title().into(),
                words: env.texts.screen_empty_words().into(),
                actions: Vec::new(),
            }),
        }
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, _env: &Env<'_>, place: Place) -> String {
        match place {
            Place::Today
            | Place::Intake
            | Place::Board
            | Place::Handling
            | Place::Callback
            | Place::Charts
            | Place::Reports
            | Place::Settings => String::new(),
        }
    }

    /// What a key means to the screen that is shown.
    #[must_use]
    pub fn pressed(&self, _env: &Env<'_>, place: Place, _press: &Press) -> Option<Message> {
        match place {
            Place::Today
            | Place::Intake
            | Place::Board
            | Place::Handling
            | Place::Callback
            | Place::Charts
            | Place::Reports
            | Place::Settings => None,
        }
    }

    /// How often the screen that is shown wants the time: a countdown in sight, every second.
    #[must_use]
    pub fn cadence(&self, place: Place) -> Duration {
        match place {
            Place::Today
            | Place::Intake
            | Place::Board
            | Place::Handling
            | Place::Callback
            | Place::Charts
            | Place::Reports
            | Place::Settings => Duration::from_secs(30),
        }
    }
}
