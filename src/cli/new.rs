//! `redress new`

use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use super::command::New;
use super::failure::Failure;
use super::output::Output;
use crate::app::{self, Wall};
use crate::domain::office::founding::Founding;
use crate::domain::text::Line;

pub(super) fn new(words: &New, folder: &Path, output: &Output) -> Result<(), Failure> {
    let tag = output.texts.locale().tag();
    let name = words.name.as_deref().unwrap_or_else(|| output.texts.cli_company());
    let name = Line::new(name).map_err(|_| Failure::BadText("--name".to_owned()))?;
    let founding = if words.practice {
        Founding::practice(tag).map(|it| if words.name.is_some() { Founding { name: name.clone(), ..it } } else { it })
    } else {
        Founding::standard(name.clone(), tag)
    };
    let founding = founding.ok_or_else(|| Failure::BadText("--lang".to_owned()))?;
    let opened = app::found(folder, Arc::new(Wall), founding).map_err(Failure::NotOpened)?;
    let office = opened.books.office();
    let folder = folder.display().to_string();
    if output.json {
        return output.value(&json!({
            "office": folder,
            "name": office.name(),
            "language": office.language(),
            "practice": office.is_practice(),
        }));
    }
    output.line(output.texts.cli_founded(folder, office.name()))
}
