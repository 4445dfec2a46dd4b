//! `redress demo --headless`: the main job without a window, and what it leaves behind.

use std::path::Path;

use serde_json::json;

use super::failure::Failure;
use super::month::{Shape, filing, write};
use super::output::Output;
use crate::app::Opened;
use crate::app::demo::{Stopped, walk};

/// Walks from the call to the month report; leaves workbook, table and value of the month in the folder.
pub(super) fn leave(opened: &mut Opened, folder: &Path, output: &Output) -> Result<(), Failure> {
    let until = opened.desk.now();
    let walked = walk(opened, until).map_err(|it| match it {
        Stopped::Broken(broken) => Failure::Practice(broken),
        Stopped::Refused(refused) => Failure::Refused(Box::new((refused, opened.desk.office()))),
    })?;
    let number = opened.desk.office().forms().number(walked.complaint);
    let mut summary = walked.summary;
    let standing = filing(opened, &mut summary);
    let month = summary.head.month;
    let mut written = Vec::new();
    for (ending, shape) in [("xlsx", Shape::Workbook), ("csv", Shape::Table), ("json", Shape::Value)] {
        let path = folder.join(format!("month-{month}.{ending}"));
        write((&summary, standing), (&path, shape), output)?;
        written.push(path.display().to_string());
    }
    if output.json {
        return output.value(&json!({
            "complaint": walked.complaint,
            "steps": walked.steps,
            "report": summary.head.number,
            "checksum": summary.checksum(),
            "written": written,
        }));
    }
    for step in &walked.steps {
        output.line(output.texts.cli_step_done(&number, output.texts.name(*step)))?;
    }
    output.line(&summary.head.number)?;
    written.iter().try_for_each(|it| output.line(output.texts.cli_written(it)))
}
