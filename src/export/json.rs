//! A report as JSON: the value itself, for other programs.

use serde::Serialize;

use crate::export::ExportError;

/// The value in indented JSON, UTF-8.
///
/// # Errors
/// A value that JSON cannot say (a map with keys that are no texts).
pub fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, ExportError> {
    serde_json::to_vec_pretty(value).map_err(|it| ExportError::Table(it.to_string()))
}
