//! The one integration binary: one file a subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::missing_panics_doc,
    clippy::too_many_lines,
    missing_docs,
    reason = "a test that cannot go on says so by stopping; its sentences are its names"
)]

mod app;
mod attachments;
mod board_crowd;
mod board_faults;
mod board_looks;
mod board_more;
mod board_screen;
mod books;
mod callback_screen;
mod charts_screen;
mod cli;
mod commands;
mod coverage;
mod crowd;
mod customers_leave;
mod customers_screen;
mod desk_looks;
mod desk_states;
mod everywhere;
mod export;
mod full_disk;
mod intake_drafts;
mod intake_phrases;
mod intake_screen;
mod layers;
mod model;
mod moves;
mod overlay_looks;
mod report;
mod reports_screen;
mod scenarios;
mod settings_screen;
mod sight;
mod today_screen;
mod world;

mod handling_screen;
mod shell;
mod store;
mod widgets;
mod window;
