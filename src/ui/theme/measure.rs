//! Spaces, radii, heights and sizes of text (UI.md §2.2, §2.3), in logical pixels.

use iced::{Font, Padding, Pixels, border};

use super::font;

/// A distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// 2
    Hair,
    /// 4
    Tight,
    /// 8
    Snug,
    /// 12
    Roomy,
    /// 16
    Wide,
    /// 24
    Vast,
}

impl Space {
    /// In logical pixels.
    #[must_use]
    pub const fn px(self) -> f32 {
        match self {
            Self::Hair => 2.0,
            Self::Tight => 4.0,
            Self::Snug => 8.0,
            Self::Roomy => 12.0,
            Self::Wide => 16.0,
            Self::Vast => 24.0,
        }
    }
}

impl From<Space> for Pixels {
    fn from(space: Space) -> Self {
        Self(space.px())
    }
}

impl From<Space> for Padding {
    fn from(space: Space) -> Self {
        Self::new(space.px())
    }
}

/// How round a corner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Radius {
    /// 4
    Chip,
    /// 6
    Control,
    /// 8
    Card,
    /// 12
    Modal,
    /// Half the height.
    Pill,
}

impl From<Radius> for border::Radius {
    fn from(radius: Radius) -> Self {
        border::radius(match radius {
            Radius::Chip => 4.0,
            Radius::Control => 6.0,
            Radius::Card => 8.0,
            Radius::Modal => 12.0,
            Radius::Pill => 999.0,
        })
    }
}

/// Heights of controls and bars.
pub struct Height;

impl Height {
    /// A small control.
    pub const COMPACT: f32 = 26.0;
    /// A control.
    pub const CONTROL: f32 = 30.0;
    /// The rail's button, sign-in.
    pub const LARGE: f32 = 36.0;
    /// A row of a list.
    pub const ROW: f32 = 34.0;
    /// A row where it is tight.
    pub const ROW_COMPACT: f32 = 28.0;
    /// A row on Today.
    pub const ROW_TODAY: f32 = 36.0;
    /// A row where there is room.
    pub const ROW_ROOMY: f32 = 40.0;
    /// The bar on top.
    pub const TOP_BAR: f32 = 48.0;
    /// A tool bar, a pane's head, a banner.
    pub const PANE_HEAD: f32 = 46.0;
    /// The head of a card.
    pub const CARD_HEAD: f32 = 40.0;
    /// The foot of a pane.
    pub const FOOTER: f32 = 54.0;
    /// The status bar.
    pub const STATUS_BAR: f32 = 26.0;
    /// The head of a table.
    pub const TABLE_HEAD: f32 = 28.0;
    /// The head of a group.
    pub const GROUP_HEAD: f32 = 30.0;
    /// A clock chip.
    pub const CLOCK: f32 = 22.0;
    /// A badge.
    pub const BADGE: f32 = 18.0;
    /// A chip to choose.
    pub const CHIP: f32 = 24.0;
    /// A toast.
    pub const TOAST: f32 = 46.0;
}

/// A role of text: size, line and weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// 11/16: table heads, badges, keycaps, status bar.
    Caption,
    /// 11/16 bold.
    CaptionStrong,
    /// 12/18: labels, secondary lines, numbers of cases.
    Small,
    /// 12/18 bold.
    SmallStrong,
    /// 13/20
    Body,
    /// 13/20 bold: names, what is selected.
    Strong,
    /// 14/22: customer's name, preview of a script.
    Lead,
    /// 14/22 bold.
    LeadStrong,
    /// 15/22 bold: titles of panes.
    Heading,
    /// 18/26 bold: title of a case or modal.
    Title,
    /// 22/28 bold: numbers that count.
    Figure,
    /// 20/34: the line being read.
    Prompter,
}

impl Face {
    /// Size in logical pixels.
    #[must_use]
    pub const fn size(self) -> f32 {
        match self {
            Self::Caption | Self::CaptionStrong => 11.0,
            Self::Small | Self::SmallStrong => 12.0,
            Self::Body | Self::Strong => 13.0,
            Self::Lead | Self::LeadStrong => 14.0,
            Self::Heading => 15.0,
            Self::Title => 18.0,
            Self::Figure => 22.0,
            Self::Prompter => 20.0,
        }
    }

    /// Height of a line in logical pixels.
    #[must_use]
    pub const fn line(self) -> f32 {
        match self {
            Self::Caption | Self::CaptionStrong => 16.0,
            Self::Small | Self::SmallStrong => 18.0,
            Self::Body | Self::Strong => 20.0,
            Self::Lead | Self::LeadStrong | Self::Heading => 22.0,
            Self::Title => 26.0,
            Self::Figure => 28.0,
            Self::Prompter => 34.0,
        }
    }

    /// The weight.
    #[must_use]
    pub const fn font(self) -> Font {
        match self {
            Self::Caption | Self::Small | Self::Body | Self::Lead | Self::Prompter => font::REGULAR,
            Self::CaptionStrong
            | Self::SmallStrong
            | Self::Strong
            | Self::LeadStrong
            | Self::Heading
            | Self::Title
            | Self::Figure => font::BOLD,
        }
    }
}
