//! The coverage table names tests; each has to exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn functions(dir: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            functions(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let names = text.split("fn ").skip(1).filter_map(|it| it.split(['(', '<']).next());
            found.extend(names.map(|it| it.trim().to_owned()));
        }
    }
}

#[test]
fn every_test_of_the_coverage_table_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeSet::new();
    functions(&root.join("tests"), &mut found);
    functions(&root.join("src"), &mut found);
    let table = fs::read_to_string(root.join("tests/COVERAGE.md")).unwrap();
    let rows: Vec<&str> = table.lines().filter(|it| it.starts_with("| ") && it.contains('`')).collect();
    assert!(rows.len() > 50, "the table has only {} rows", rows.len());
    for row in rows {
        let column = row.split('|').nth(3).unwrap_or_default();
        for name in column.split('`').skip(1).step_by(2) {
            assert!(found.contains(name), "no test is called {name}: {row}");
        }
    }
}
