//! Parts with a state of their own that several screens share.

pub mod form;
pub mod lookup;
pub mod period;
