//! Redress: customer complaints, from the telephone call to the month's report.
//!
//! The map, in reading order. Each layer may name only those above it in this list
//! (`tests/it/layers.rs` holds the border):
//!
//! - [`domain`]: every rule of the business, and nothing else. It cannot ask for the time, the disk or the screen.
//! - [`books`]: compact read models in memory: a fold over the log, asked by every screen and report.
//! - [`store`]: the log of an office: what lies on disk and survives a kill and a power cut. No rule of business.
//! - [`app`]: the use cases: the desk that decides and writes, the feed that tells what was written.
//! - [`i18n`]: every text of the program, in three complete languages; the locale is a value.
//! - [`report`]: month reports, statistics, ledgers and charts as values without any language in them.
//! - [`export`]: a value in, bytes out: printed forms, workbooks, tables, pictures. It never picks a path.
//! - [`platform`]: the operating system: folders, dialogs, preferences of this machine, log files.
//! - [`cli`]: the same use cases without a window.
//! - [`ui`]: the window: screens, parts, widgets, theme. It shows what the books say and asks the desk.

pub mod app;
pub mod books;
pub mod cli;
pub mod domain;
pub mod export;
pub mod i18n;
pub mod platform;
pub mod report;
pub mod store;
pub mod ui;
