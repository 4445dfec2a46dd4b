//! A form as plain text, to be put into a chat: a line a row, nothing that a chat would break.

use super::paper::{Block, Paper, Table};

/// The form, line by line. It says what the sheet says, no more.
#[must_use]
pub fn text(paper: &Paper) -> String {
    let mut lines = vec![paper.title.clone()];
    lines.push(paper.meta.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join("  "));
    for block in &paper.blocks {
        match block {
            Block::Heading(words) => {
                lines.push(String::new());
                lines.push(words.clone());
            }
            Block::Line(words) => lines.push(words.clone()),
            Block::Table(table) => lines.extend(rows(table)),
            Block::Notes { title, lines: notes } => {
                lines.push(String::new());
                lines.push(title.clone());
                lines.extend(notes.iter().cloned());
            }
            Block::Signatures(_) => {}
        }
    }
    lines.join("\n")
}

/// A table with one body row is read as pairs, others row by row without their head.
fn rows(table: &Table) -> Vec<String> {
    let (heads, body) = table.rows.split_at(table.heads());
    let filled = |row: &super::paper::Row| {
        row.cells.iter().map(|it| it.text.replace('\n', " ")).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("  ")
    };
    match (heads, body) {
        ([head], [only]) if 1 < only.cells.iter().filter(|it| it.number.is_some()).count() => {
            let pairs = head.cells.iter().zip(&only.cells).map(|(name, it)| format!("{} {}", name.text, it.text));
            vec![pairs.collect::<Vec<_>>().join("  ")]
        }
        (_, body) => body.iter().map(filled).collect(),
    }
}
