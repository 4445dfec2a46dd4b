//! From values to bytes: workbooks, tables, pictures, and printed forms for the screen.
//!
//! A value goes in, bytes come out. Nothing here picks a path, opens a file or asks for the time. Everything goes
//! through [`paper`]: what the screen shows, what is printed and what the workbook holds is one thing.

pub mod chart;
pub mod csv;
pub mod json;
pub mod paper;
pub mod text;
pub mod xlsx;

use serde::{Deserialize, Serialize};

/// How much of a customer an export shows (UI.md 11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Disclosure {
    /// 王女士, 138****2206.
    #[default]
    Masked,
    /// Whole names and numbers: for those who may, with a stated purpose that is recorded (A24, L04).
    Full,
}

/// Why nothing could be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The workbook: too many rows for a sheet, or the like.
    #[error("the workbook could not be written: {0}")]
    Workbook(String),
    /// The table.
    #[error("the table could not be written: {0}")]
    Table(String),
    /// The picture.
    #[error("the picture could not be drawn: {0}")]
    Picture(String),
}
