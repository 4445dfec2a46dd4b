//! Parts with a state of their own that several screens share.

pub mod attachments;
pub mod case_words;
pub mod clock_chip;
pub mod conflict;
pub mod difference;
pub mod flags;
pub mod form;
pub mod keepsakes;
pub mod keyed;
pub mod lookup;
pub mod memo;
pub mod period;
pub mod phrases;
pub mod phrasing;
pub mod reminders;
pub mod said;
pub mod seek;
pub mod several;
pub mod sheet;
pub mod sight;
pub mod timeline;
pub mod typed_time;
