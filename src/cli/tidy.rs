//! `redress tidy`

use chrono::Days;
use serde_json::json;

use super::command::Tidy;
use super::failure::Failure;
use super::output::Output;
use crate::app::Opened;
use crate::app::tidy::{How, NotTidied};

pub(super) fn tidy(words: &Tidy, opened: &Opened, output: &Output) -> Result<(), Failure> {
    let how = if words.remove { How::Remove } else { How::Look };
    let found = opened.house.tidy(opened.desk.now(), Days::new(words.days), how).map_err(|it| match it {
        NotTidied::NotKept(trouble) => Failure::NotKept(trouble),
        NotTidied::Drafts(paths) => Failure::Drafts(paths),
    })?;
    if output.json {
        let (files, bytes, young) = (found.files, found.bytes, found.young);
        return output.value(&json!({ "files": files, "bytes": bytes, "young": young, "removed": words.remove }));
    }
    let texts = &output.texts;
    let (count, size, days) = (found.files.to_string(), texts.bytes(found.bytes), words.days.to_string());
    output.line(match how {
        How::Look => texts.cli_tidy_found(size, count, days.as_str()),
        How::Remove => texts.cli_tidy_removed(size, count),
    })?;
    if 0 < found.young { output.line(texts.cli_tidy_young(found.young.to_string(), days)) } else { Ok(()) }
}
