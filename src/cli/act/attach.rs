//! A file attached by its path: it is kept first, and then named like any other (B22).

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Trouble;
use crate::app::attachments::{Attachments, NotAttached};
use crate::domain::complaint::Command;
use crate::domain::complaint::words::Attachment;

/// What is attached by its path instead of by its hash; only to complaints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum ByPath {
    /// 附件, by its path: the file is kept in the office before the complaint names it. At most 50 MiB, not empty, no
    /// folder; nothing of the line happens where it cannot be kept.
    Attach {
        /// Where it lies; a relative path begins at the working directory.
        path: PathBuf,
    },
}

/// A command to a complaint as a line has it.
#[derive(Debug)]
enum Asked {
    Plain(Command),
    ByPath(PathBuf),
}

/// Reads commands to a complaint, and keeps the files that they name by path. All is read and looked at before the
/// first file is kept.
pub(super) fn commands(values: &[Value], files: &Attachments) -> Result<Vec<Command>, Trouble> {
    let read =
        |(place, it): (usize, &Value)| asked(it).map_err(|it| Trouble::Unreadable(format!("commands[{place}]{it}")));
    let asked = values.iter().enumerate().map(read).collect::<Result<Vec<Asked>, Trouble>>()?;
    for (place, it) in asked.iter().enumerate() {
        match it {
            Asked::ByPath(path) => files.look(path).map_err(|it| troubled(place, "path", it))?,
            Asked::Plain(Command::Attach(file)) if is_name(file) => {
                files.find(file).map_err(|it| troubled(place, "hash", NotAttached::NotKept(it)))?;
            }
            Asked::Plain(_) => {}
        }
    }
    let kept = asked.into_iter().enumerate().map(|(place, it)| match it {
        Asked::Plain(command) => Ok(command),
        Asked::ByPath(path) => files.keep_now(&path).map(Command::Attach).map_err(|it| troubled(place, "path", it)),
    });
    kept.collect()
}

fn asked(value: &Value) -> Result<Asked, String> {
    if value.get("do").is_some_and(|it| it == "attach") && value.get("path").is_some() {
        let ByPath::Attach { path } = ByPath::deserialize(value).map_err(|it| format!(": {it}"))?;
        return Ok(Asked::ByPath(path));
    }
    super::command(value).map(Asked::Plain)
}

/// What is no hash at all is refused by the complaint itself.
fn is_name(file: &Attachment) -> bool {
    file.hash.len() == 64 && file.hash.bytes().all(|it| it.is_ascii_hexdigit())
}

fn troubled(place: usize, field: &'static str, why: NotAttached) -> Trouble {
    Trouble::NotAttached { place, field, why }
}
