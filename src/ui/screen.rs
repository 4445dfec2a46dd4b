//! The screens, and how they are reached.
//!
//! A screen is a module of its own, `screen/NAME.rs`, with a `State`, a `Message` and the methods that the `screens!`
//! list below calls: `update` (an index of named methods), `entered`, `show`, `told`, `view`, `summary`, `pressed`,
//! `counts_seconds`. To add one: a variant of [`Place`] and a line in the list. [`Action`] is what any screen may ask
//! of the shell.

pub mod board;
pub mod callback;
pub mod charts;
pub mod customers;
pub mod handling;
pub mod intake;
pub mod reports;
pub mod settings;
pub mod today;

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use iced::Task;

use super::{
    effect::Effect,
    env::Env,
    icon::{self, Icon},
    keys::Press,
    theme::Element,
};
use crate::books::board::Given;
use crate::books::customers::Who;
use crate::domain::id::ComplaintId;
use crate::domain::record::Recorded;
use crate::i18n::{Locale, Texts};
use crate::platform::preferences::{Appearance, Contrast, Notify, Rendering, Zoom};

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
    /// 客户档案
    Customers,
    /// 统计图表
    Charts,
    /// 报表
    Reports,
    /// 设置
    Settings,
}

impl Place {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Today,
        Self::Intake,
        Self::Board,
        Self::Handling,
        Self::Callback,
        Self::Customers,
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
            Self::Customers => texts.nav_customers(),
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
            Self::Customers => icon::CONTACT,
            Self::Charts => icon::CHART_COLUMN,
            Self::Reports => icon::FILE_SPREADSHEET,
            Self::Settings => icon::SETTINGS,
        }
    }
}

/// What any screen may ask of the shell.
#[derive(Debug, Clone)]
pub enum Action {
    /// Go somewhere else.
    Go(Place),
    /// Go somewhere else, to a complaint.
    Show(Place, ComplaintId),
    /// Go to a complaint with a form open.
    Ask(ComplaintId, handling::Ask),
    /// Go to a complaint on the board with one of its small forms open.
    Form(ComplaintId, board::Purpose),
    /// Show these complaints as a list.
    List(Given),
    /// Go to a customer's file, or to a caller who has none yet.
    Customer(Who),
    /// Say what was done, with a way back if there is one.
    Say(Said),
    /// Put words on the clipboard.
    Copy(String),
    /// Another preference of this machine.
    Prefer(Preference),
    /// Keep something of the screen on this machine.
    Keep(Keepsake),
    /// Fill the whole screen, or be a window again (投屏).
    Fill(Filling),
}

/// What the program fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    /// The whole screen.
    Screen,
    /// A window.
    Window,
}

/// Something of a screen that is kept on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keepsake {
    /// Under which name: the screen's, and whose it is.
    pub key: String,
    /// What.
    pub value: serde_json::Value,
}

/// A preference of this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// Language.
    Locale(Locale),
    /// Light, dark, as the system.
    Appearance(Appearance),
    /// High contrast.
    Contrast(Contrast),
    /// Larger or smaller.
    Zoom(Zoom),
    /// Late clocks on the desktop.
    Notify(Notify),
    /// Who draws, from the next start on.
    Rendering(Rendering),
}

/// Files that are pulled over the window.
#[derive(Clone, PartialEq, Eq)]
pub enum Drag {
    /// One is held over it.
    Over,
    /// It is no longer.
    Gone,
    /// One was dropped.
    Dropped(PathBuf),
}

impl fmt::Debug for Drag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Over => "Over",
            Self::Gone => "Gone",
            Self::Dropped(_) => "Dropped",
        })
    }
}

impl From<Drag> for super::part::attachments::Message {
    fn from(drag: Drag) -> Self {
        use super::part::attachments::Hover;
        match drag {
            Drag::Over => Self::Hovered(Hover::Over),
            Drag::Gone => Self::Hovered(Hover::Gone),
            Drag::Dropped(path) => Self::Dropped(path.into()),
        }
    }
}

/// What a toast says.
#[derive(Debug, Clone)]
pub struct Said {
    /// Verb, object, result.
    pub words: String,
    /// What takes it back, for 8 s.
    pub undo: Option<Box<Message>>,
}

macro_rules! screens {
    ($($place:ident => $screen:ident),+ $(,)?) => {
        /// The state of every screen; kept while another one is shown.
        #[derive(Debug, Default)]
        pub struct Screens {
            $(
                #[doc = concat!("See [`", stringify!($screen), "`].")]
                pub $screen: $screen::State,
            )+
        }

        /// What somebody did on a screen.
        #[derive(Debug, Clone)]
        pub enum Message {
            $(
                #[doc = concat!("On [`", stringify!($screen), "`].")]
                $place($screen::Message),
            )+
        }

        impl Screens {
            /// Routes a message to its screen.
            pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
                match message {
                    $(Message::$place(it) => self.$screen.update(env, it).map(Message::$place, |it| it)),+
                }
            }

            /// A screen was opened.
            pub fn entered(&mut self, env: &Env<'_>, place: Place) -> Effect<Message, Action> {
                match place {
                    $(Place::$place => self.$screen.entered(env).map(Message::$place, |it| it)),+
                }
            }

            /// A complaint was asked for on a screen.
            pub fn show(&mut self, env: &Env<'_>, place: Place, id: ComplaintId) -> Effect<Message, Action> {
                match place {
                    $(Place::$place => self.$screen.show(env, id).map(Message::$place, |it| it)),+
                }
            }

            /// A customer was asked for.
            pub fn show_customer(&mut self, env: &Env<'_>, who: Who) -> Effect<Message, Action> {
                self.customers.show_who(env, who).map(Message::Customers, |it| it)
            }

            /// A list of complaints was asked for.
            pub fn show_given(&mut self, env: &Env<'_>, given: Given) -> Effect<Message, Action> {
                self.board.show_given(env, given).map(Message::Board, |it| it)
            }

            /// Another screen is opened instead of this one.
            pub fn left(&mut self, env: &Env<'_>, place: Place) -> Effect<Message, Action> {
                match place {
                    Place::Intake => self.intake.left(env).map(Message::Intake, |it| it),
                    Place::Today
                    | Place::Board
                    | Place::Handling
                    | Place::Callback
                    | Place::Customers
                    | Place::Charts
                    | Place::Reports
                    | Place::Settings => Effect::none(),
                }
            }

            /// The screen that is open was asked for once more.
            pub fn again(&mut self, env: &Env<'_>, place: Place) -> Effect<Message, Action> {
                match place {
                    Place::Intake => self.intake.again(env).map(Message::Intake, |it| it),
                    Place::Today
                    | Place::Board
                    | Place::Handling
                    | Place::Callback
                    | Place::Customers
                    | Place::Charts
                    | Place::Reports
                    | Place::Settings => self.entered(env, place),
                }
            }

            /// A file is held over the screen, or dropped on it.
            pub fn dragged(&mut self, env: &Env<'_>, place: Place, drag: Drag) -> Effect<Message, Action> {
                match place {
                    Place::Intake => self.intake.dragged(env, drag).map(Message::Intake, |it| it),
                    Place::Handling => self.handling.dragged(env, drag).map(Message::Handling, |it| it),
                    Place::Today
                    | Place::Board
                    | Place::Callback
                    | Place::Customers
                    | Place::Charts
                    | Place::Reports
                    | Place::Settings => Effect::none(),
                }
            }

            /// The window is closing: what is typed is on disk when this is done.
            pub fn close(&mut self, env: &Env<'_>) -> Task<Message> {
                self.intake.close(env).map(Message::Intake)
            }

            /// The log told facts; every screen may look whether they concern it.
            pub fn told(&mut self, env: &Env<'_>, facts: &[Recorded]) -> Vec<Effect<Message, Action>> {
                vec![$(self.$screen.told(env, facts).map(Message::$place, |it| it)),+]
            }

            /// Somebody else works here: what only the one before was shown is hidden at once.
            pub fn seat(&mut self, env: &Env<'_>) {
                self.customers.seat(env);
                self.handling.seat(env);
            }

            /// Draws a screen.
            #[must_use]
            pub fn view<'a>(&'a self, env: &Env<'a>, place: Place) -> Element<'a, Message> {
                match place {
                    $(Place::$place => self.$screen.view(env).map(Message::$place)),+
                }
            }

            /// Draws what a screen lays over the whole window: a modal (UI.md 9.6).
            #[must_use]
            pub fn over<'a>(&'a self, env: &Env<'a>, place: Place) -> Option<Element<'a, Message>> {
                match place {
                    Place::Today => self.today.over(env).map(|it| it.map(Message::Today)),
                    Place::Handling => self.handling.over(env).map(|it| it.map(Message::Handling)),
                    Place::Customers => self.customers.over(env).map(|it| it.map(Message::Customers)),
                    Place::Intake
                    | Place::Board
                    | Place::Callback
                    | Place::Charts
                    | Place::Reports
                    | Place::Settings => None,
                }
            }

            /// What stands beside the title in the top bar.
            #[must_use]
            pub fn summary(&self, env: &Env<'_>, place: Place) -> String {
                match place {
                    $(Place::$place => self.$screen.summary(env)),+
                }
            }

            /// What a key means to the screen that is shown.
            #[must_use]
            pub fn pressed(&self, env: &Env<'_>, place: Place, press: &Press) -> Option<Message> {
                match place {
                    $(Place::$place => self.$screen.pressed(env, press).map(Message::$place)),+
                }
            }

            /// How often the screen that is shown wants the time.
            #[must_use]
            pub fn cadence(&self, env: &Env<'_>, place: Place) -> Duration {
                let seconds = match place {
                    $(Place::$place => self.$screen.counts_seconds(env)),+
                };
                if seconds { Duration::from_secs(1) } else { Duration::from_secs(30) }
            }
        }
    };
}

screens! {
    Today => today,
    Intake => intake,
    Board => board,
    Handling => handling,
    Callback => callback,
    Customers => customers,
    Charts => charts,
    Reports => reports,
    Settings => settings,
}
