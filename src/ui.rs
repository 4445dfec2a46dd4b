//! The window. It shows what the books say and asks the desk; it holds no rule of business.

pub mod icon;
pub mod keys;
pub mod style;
pub mod theme;
pub mod widget;
