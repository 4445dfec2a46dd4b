//! `redress verify`

use serde_json::json;

use super::failure::Failure;
use super::output::{Output, warn};
use crate::app::{Fault, Inventory, Loss, NotKept, Opened, Repair, Report, Verification};
use crate::domain::record::Position;
use crate::store::verify::Side;
use crate::store::wait;

/// So much of a file's name on the disk tells it from all others.
const SHORT: usize = 12;

pub(super) fn verify(opened: &Opened, output: &Output) -> Result<(), Failure> {
    let found = wait(opened.house.verify(|_| {}))?;
    let files = opened.house.attachments().take_stock(&opened.books)?;
    let is_sound = found.is_sound() && opened.report.broken_links.is_empty() && files.bad.is_empty();
    if output.json {
        output.value(&json!({
            "sound": is_sound,
            "head": found.head,
            "journal": side(&found.journal),
            "database": side(&found.database),
            "repairs": opened.report.repairs.iter().map(|it| repair(it, output)).collect::<Vec<_>>(),
            "lost": ranges(&opened.report.lost),
            "broken_links": opened.report.broken_links,
            "files": stock(&files),
        }))?;
    } else {
        say(&found, output)?;
        say_files(&files, output)?;
    }
    if is_sound { Ok(()) } else { Err(Failure::Unsound) }
}

fn say(found: &Verification, output: &Output) -> Result<(), Failure> {
    let texts = &output.texts;
    let sides = [(texts.cli_journal(), &found.journal), (texts.cli_database(), &found.database)];
    for (name, side) in sides {
        output.line(texts.cli_side(side.facts.to_string(), name))?;
        for (first, last) in &side.lost {
            output.line(texts.cli_lost(first.0.to_string(), last.0.to_string()))?;
        }
        if let Some(bad) = side.bad {
            let what = match bad.fault {
                Fault::Missing => texts.cli_fault_missing(),
                Fault::BrokenLink => texts.cli_fault_broken_link(),
                Fault::NotIndexed => texts.cli_fault_not_indexed(),
                Fault::Differs => texts.cli_fault_differs(),
            };
            output.line(texts.cli_bad(bad.position.0.to_string(), what))?;
        }
    }
    if found.is_sound() { output.line(texts.cli_sound(found.head.0.to_string())) } else { Ok(()) }
}

/// A file is named by its complaint and the beginning of its name on the disk: its own name may be a customer's.
fn say_files(files: &Inventory, output: &Output) -> Result<(), Failure> {
    let texts = &output.texts;
    for bad in &files.bad {
        let file = bad.file.hash.chars().take(SHORT).collect::<String>();
        let what = match bad.trouble {
            NotKept::FileMissing => texts.cli_file_missing().to_owned(),
            NotKept::FileDamaged => texts.cli_file_damaged().to_owned(),
            trouble => texts.not_kept(trouble),
        };
        output.line(texts.cli_file_bad(file, bad.complaint.to_string(), what))?;
    }
    if 0 < files.unnamed {
        output.line(texts.cli_files_unnamed(texts.bytes(files.unnamed_bytes), files.unnamed.to_string()))?;
    }
    if files.bad.is_empty() { output.line(texts.cli_files_whole(files.whole.to_string())) } else { Ok(()) }
}

fn stock(files: &Inventory) -> serde_json::Value {
    let bad = files.bad.iter().map(|it| {
        let (complaint, hash) = (it.complaint.to_string(), it.file.hash.as_str());
        json!({ "complaint": complaint, "hash": hash, "bytes": it.file.bytes, "trouble": it.trouble })
    });
    json!({
        "whole": files.whole,
        "bad": bad.collect::<Vec<_>>(),
        "unnamed": files.unnamed,
        "unnamed_bytes": files.unnamed_bytes,
    })
}

/// What was mended while opening, to standard error.
pub(super) fn say_mended(report: &Report, output: &Output) {
    for it in report.repairs.iter().filter(|it| !it.is_routine()) {
        warn(&repair(it, output));
    }
    for (first, last) in &report.lost {
        warn(&output.texts.cli_lost(first.0.to_string(), last.0.to_string()));
    }
    for it in &report.broken_links {
        warn(&output.texts.cli_bad(it.0.to_string(), output.texts.cli_fault_broken_link()));
    }
}

fn repair(repair: &Repair, output: &Output) -> String {
    let texts = &output.texts;
    match repair {
        Repair::TailCut { after, loss: Loss::None, .. } => texts.cli_tail_cut(after.0.to_string()),
        Repair::TailCut { after, loss: Loss::Possible, .. } => texts.cli_tail_cut_perhaps_lost(after.0.to_string()),
        Repair::CaughtUp { first, last } => texts.cli_caught_up(first.0.to_string(), last.0.to_string()),
        Repair::JournalCompleted { first, last } => {
            texts.cli_journal_completed(first.0.to_string(), last.0.to_string())
        }
        Repair::JournalRewritten { .. } => texts.cli_journal_rewritten().to_owned(),
        Repair::DatabaseRebuilt { .. } => texts.cli_database_rebuilt().to_owned(),
        Repair::IdentityRewritten { .. } => texts.cli_identity_rewritten().to_owned(),
    }
}

fn side(side: &Side) -> serde_json::Value {
    let bad = side.bad.map(|it| {
        let fault = match it.fault {
            Fault::Missing => "missing",
            Fault::BrokenLink => "broken_link",
            Fault::NotIndexed => "not_indexed",
            Fault::Differs => "differs",
        };
        json!({ "position": it.position, "fault": fault })
    });
    json!({ "facts": side.facts, "lost": ranges(&side.lost), "bad": bad })
}

fn ranges(lost: &[(Position, Position)]) -> Vec<serde_json::Value> {
    lost.iter().map(|(first, last)| json!({ "first": first, "last": last })).collect()
}
