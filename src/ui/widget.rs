//! Stateless things to draw: each is a function or a builder that turns values into an element.
//!
//! What has state of its own and is shared between screens is in `part`.

mod avatar;
mod badge;
mod button;
pub mod chart;
mod chip;
mod clock;
mod decorated;
mod dropdown;
mod editor;
mod field;
mod fit;
mod keycap;
mod keyed;
mod lift;
mod listener;
mod load;
mod note;
mod overlay;
mod passing;
mod ring;
mod row;
mod segment;
mod state;
mod surface;
mod table;
mod text;
mod timeline;
mod virtual_list;

pub use avatar::{avatar, avatar_icon, avatar_large, avatar_nobody, avatar_plain};
pub use badge::{badge, badge_icon, dot, p1, pip};
pub use button::{Button, Size, button, icon_button};
pub use chip::{Chosen, check, chip, chip_keyed, chip_removable, chips, radio, switch};
pub use clock::{Clock, clock, ring72};
pub use dropdown::dropdown;
pub use editor::{binding, editor};
pub use field::{Field, FieldWidth, field, label_required, labelled, labelled_left, read_only};
pub use fit::{fit, fit_two, fitted, measure, wider};
pub use keycap::{keycap, keycaps, keycaps_on_accent};
pub use keyed::keyed;
pub use lift::lift;
pub use listener::{FieldInFocus, listener};
pub use load::{completeness, load, meter};
pub use note::{Note, banner, note};
pub use overlay::{Toast, Width, foot_of_modal, modal, modal_foot, overlay_head, place, popover, scrimmed, tip, toast};
pub use ring::{Focus, framed, named, named_within, ring};
pub use row::{group_head, list_row, table_head};
pub use segment::{Part, Segment, segment, segment_keyed};
pub use state::{Empty, empty, skeleton};
pub use surface::{
    across, card, card_head, card_head_toned, down, line_across, line_down, page_head, pane_foot, pane_head, scroll,
    scroll_named, section_head,
};
pub use table::{Align, Cell, Column, paper_table, table};
pub use text::{
    body, caption, caption_strong, figure, heading, hint, icon, icon_large, icon_small, icon_tiny, label, lead,
    lead_strong, link, prompter, small, small_strong, strong, title, words,
};
pub use timeline::{Event, timeline, timeline_day};
pub use virtual_list::{Window, virtual_list};

/// Text drawn with our theme.
pub type Text<'a> = iced::widget::Text<'a, super::theme::Theme>;
