//! The operating system: folders, preferences of this machine, dialogs, log files, opening things, notices on the desktop.

pub mod clipboard;
pub mod crash;
pub mod dialog;
pub mod dirs;
pub mod files;
pub mod notify;
pub mod open;
pub mod preferences;
pub mod rendering;
pub mod trace;
