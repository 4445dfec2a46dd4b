//! The border between the layers (DESIGN.md 2), held by a tool and not by goodwill.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What a layer must not name: ours, and outside.
struct Border {
    layer: &'static str,
    /// Our layers that it may name, itself aside.
    ours: &'static [&'static str],
    /// Crates and modules that it must not name.
    never: &'static [&'static str],
}

const PURE: &[&str] =
    &["iced", "tokio", "sled", "rfd", "std::fs", "std::net", "std::process", "Utc::now", "SystemTime", "Instant::now"];

const BORDERS: &[Border] = &[
    Border { layer: "domain", ours: &[], never: PURE },
    Border { layer: "books", ours: &["domain"], never: PURE },
    Border { layer: "report", ours: &["domain", "books"], never: PURE },
    Border { layer: "store", ours: &["domain"], never: &["iced", "rfd"] },
    // Refusals of the desk, reports and books have words too.
    Border {
        layer: "i18n",
        ours: &["domain", "books", "report", "store", "app"],
        never: &["iced", "sled", "rfd", "tokio"],
    },
    Border {
        layer: "export",
        ours: &["domain", "books", "report", "i18n"],
        never: &["iced", "sled", "rfd", "std::fs"],
    },
    Border { layer: "app", ours: &["domain", "books", "store", "report"], never: &["iced", "rfd", "sled"] },
    // The preferences of a machine hold its language, its dialogs speak it.
    Border { layer: "platform", ours: &["i18n"], never: &["iced", "sled"] },
    Border {
        layer: "ui",
        ours: &["domain", "books", "report", "i18n", "export", "app", "platform"],
        never: &["sled", "tokio_postgres"],
    },
    Border {
        layer: "cli",
        ours: &["domain", "books", "report", "store", "i18n", "export", "app", "platform"],
        never: &["iced", "sled"],
    },
];

const LAYERS: &[&str] = &["domain", "books", "report", "store", "i18n", "export", "app", "platform", "ui", "cli"];

fn sources(layer: &str) -> Vec<PathBuf> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push(path);
            }
        }
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let root = src.join(format!("{layer}.rs"));
    if root.exists() {
        found.push(root);
    }
    walk(&src.join(layer), &mut found);
    found
}

/// The code of a file without comments, texts and its test module.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines()
        .map(|it| it.split("//").next().unwrap_or_default())
        .map(|it| {
            let mut outside = true;
            it.chars()
                .filter(|c| {
                    if *c == '"' {
                        outside = !outside;
                    }
                    outside
                })
                .collect::<String>()
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// The layers of ours that a text names by `crate::…`.
fn named(code: &str) -> BTreeSet<&'static str> {
    let flat: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = BTreeSet::new();
    for layer in LAYERS {
        for (at, _) in flat.match_indices("crate::") {
            let rest = &flat[at + "crate::".len()..];
            if word(rest) == *layer {
                found.insert(*layer);
            }
            if let Some(group) = rest.strip_prefix('{') {
                let names = top_level(group);
                if names.iter().any(|it| word(it.trim()) == *layer) {
                    found.insert(*layer);
                }
            }
        }
    }
    found
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

/// The members of a `use crate::{…}` group.
fn top_level(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut name) = (0_i32, Vec::new(), String::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(std::mem::take(&mut name));
                continue;
            }
            _ => {}
        }
        name.push(c);
    }
    names.push(name);
    names
}

fn breaches(border: &Border) -> Vec<String> {
    let mut found = Vec::new();
    for path in sources(border.layer) {
        let code = code(&path);
        let file = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&path).display().to_string();
        for layer in named(&code) {
            if layer != border.layer && !border.ours.contains(&layer) {
                found.push(format!("{file} names {layer}"));
            }
        }
        for never in border.never {
            let hit = code.match_indices(never).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                let after = code[at + never.len()..].chars().next();
                let whole = |c: Option<char>| c.is_none_or(|c| !(c.is_alphanumeric() || c == '_'));
                let path = never.contains("::") || code[at + never.len()..].starts_with("::");
                whole(before) && whole(after) && path
            });
            if hit {
                found.push(format!("{file} names {never}"));
            }
        }
    }
    found
}

#[test]
fn no_layer_names_what_it_must_not() {
    let found: Vec<String> = BORDERS.iter().flat_map(breaches).collect();
    assert!(found.is_empty(), "the border is crossed:\n{}", found.join("\n"));
}

#[test]
fn every_folder_of_src_is_a_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).unwrap().flatten() {
        let name = entry.path().file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        assert!(
            matches!(name.as_str(), "lib" | "main") || LAYERS.contains(&name.as_str()),
            "{name} is no layer of DESIGN.md"
        );
    }
}

#[test]
fn composition_stays_short() {
    let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/main.rs")).unwrap();
    assert!(main.lines().count() < 100, "main.rs composes, it does nothing itself");
}

#[test]
fn the_tool_sees_what_it_looks_for() {
    let rows: &[(&str, &[&str])] = &[
        ("use crate::store::Log;", &["store"]),
        ("use crate::{domain::id, ui::{a, b}};", &["domain", "ui"]),
        ("use crate::{\n    books,\n    app::Desk,\n};", &["books", "app"]),
        ("let it = crate::export::csv(x);", &["export"]),
        ("use iced::Task;", &[]),
    ];
    for (given, then) in rows {
        assert_eq!(named(given), then.iter().copied().collect::<BTreeSet<_>>(), "{given}");
    }
}
