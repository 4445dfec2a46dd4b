//! What somebody did to the frame.

use std::sync::Arc;

use iced::{Point, Size, theme::Mode, widget::Id, window};

use super::{Target, ToastId};
use crate::app::NotKept;
use crate::books::alerts::Alert;
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::record::Recorded;
use crate::i18n::Locale;
use crate::platform::preferences::{Notify, Zoom};
use crate::ui::house::Told;
use crate::ui::keys::Heard;
use crate::ui::opening::News;
use crate::ui::part::form::Step;
use crate::ui::screen::{self, Drag, Place, settings};
use crate::ui::theme::{Appearance, Contrast};
use crate::ui::ticket::Ticket;

/// What lies over the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layer {
    /// Nothing.
    #[default]
    None,
    /// Account, appearance, language, zoom.
    Menu,
    /// The bell.
    Bell,
    /// The keys of this screen.
    Keys,
    /// The palette.
    Palette,
}

/// What somebody did to the frame.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something on a screen.
    Screen(screen::Message),
    /// Go there.
    Went(Place),
    /// The rail, wide or slim.
    RailToggled,
    /// Opened or closed something over the screen.
    LayerToggled(Layer),
    /// Scrolled the sheet of keys.
    KeysScrolled(Step),
    /// Closed whatever is over the screen.
    LayerClosed,
    /// Another language.
    LocaleChosen(Locale),
    /// Light, dark, as the system.
    AppearanceChosen(Appearance),
    /// High contrast.
    ContrastChosen(Contrast),
    /// The office shall be opened, again.
    OpeningAsked,
    /// The opening thread says something.
    OpeningWent(News),
    /// What time alone brings about was done, or not.
    Swept(Result<usize, NotKept>),
    /// Somebody else sits here now.
    PersonChosen(PersonId),
    /// The log told facts.
    Told(Told),
    /// Larger or smaller.
    ZoomChosen(Zoom),
    /// Hide or show personal data.
    CloakToggled,
    /// Search was asked for.
    SearchAsked,
    /// Something was typed into the palette.
    PaletteTyped(String),
    /// A row of the palette was marked.
    PaletteMarked(usize),
    /// Everything that was typed into the palette is forgotten.
    PaletteCleared,
    /// The palette looks into the archive, too.
    PaletteWidened,
    /// A row of the palette was chosen.
    PaletteChosen(Target),
    /// The same, to be looked at beside what is shown.
    PaletteBeside(Target),
    /// A case is opened beside the screen.
    AsideAsked(ComplaintId),
    /// The facts of the case beside the screen, or why there are none.
    AsideFetched(Ticket, Result<Arc<Vec<Recorded>>, NotKept>),
    /// It is scrolled.
    AsideScrolled(Step),
    /// To its sheet.
    AsideOpened,
    /// It is no longer wanted.
    AsideClosed,
    /// Keys and the input method.
    Heard(Heard),
    /// The system turned light or dark.
    SystemTurned(Mode),
    /// The window has a new size, in logical pixels with zoom.
    Resized(window::Id, Size),
    /// The window was moved.
    Moved(Point),
    /// A file is held over the window, or dropped on it.
    Dragged(Drag),
    /// The window is there.
    Opened(window::Id),
    /// A picture was drawn.
    Drawn,
    /// Time goes by.
    Ticked,
    /// The window shall close.
    CloseAsked(window::Id),
    /// The window's last size and place are known.
    Closing {
        /// Which window.
        window: window::Id,
        /// Whether it filled the screen.
        maximized: bool,
    },
    /// A toast has been up for another second.
    ToastAged(ToastId),
    /// The pointer came onto the toasts: they stay.
    ToastsEntered,
    /// The pointer left the toasts.
    ToastsLeft,
    /// A toast's way back was taken.
    ToastUndone(ToastId),
    /// The text field that had the focus when an overlay opened.
    FocusNoted(Option<Id>),
    /// Another line of the bell is marked.
    BellMarked(usize),
    /// A line of the bell was opened.
    BellOpened(Alert),
    /// Everything in the bell is read.
    BellRead,
    /// Alerts on the desktop, or not.
    NotifyChosen(Notify),
    /// Go to a page of the settings.
    SettingsWent(settings::Page),
    /// When the last fact of the log was written.
    LastFact(Option<Moment>),
    /// The screen that the window is on.
    MonitorFound(window::Id, Option<Size>),
    /// The preferences are on disk, or not.
    PreferencesWritten(Result<(), String>),
}
