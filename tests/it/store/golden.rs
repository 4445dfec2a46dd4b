//! One golden file a shape and format: the fact as JSON, and its bytes in hex. They are added to, never edited.
//!
//! A new shape: put its fact as JSON into `tests/golden/<kind>.<format>.json` and run this once with `REDRESS_GOLDEN=write`,
//! which writes bytes that are missing and touches none that are there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use redress::domain::record::Fact;
use redress::store::envelope::Piece;
use redress::store::wire::{self, SHAPES, Shape};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Kind and format of every golden file.
fn kept() -> Vec<(String, u16)> {
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(shape) = name.strip_suffix(".json") {
            let (kind, format) = shape.rsplit_once('.').unwrap();
            kept.push((kind.to_owned(), format.parse().unwrap()));
        }
    }
    kept.sort();
    kept
}

fn fact(kind: &str, format: u16) -> Fact {
    let text = fs::read_to_string(folder().join(format!("{kind}.{format}.json"))).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|it| panic!("{kind}.{format}.json: {it}"))
}

fn hex(bytes: &[u8]) -> String {
    let digits: Vec<_> = bytes.iter().map(|it| format!("{it:02x}")).collect();
    digits.chunks(60).map(|it| it.concat() + "\n").collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<_> = hex.bytes().filter(|it| !it.is_ascii_whitespace()).collect();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(byte).collect()
}

#[test]
fn every_shape_has_a_golden_file() {
    let kept = kept();
    for Shape { kind, format } in SHAPES {
        assert!(kept.contains(&((*kind).to_owned(), *format)), "tests/golden/{kind}.{format}.json is missing");
        let written = wire::shape(&fact(kind, *format));
        assert_eq!(written, Shape { kind, format: *format }, "the golden file of another shape");
    }
}

#[test]
fn every_golden_file_is_still_read() {
    let kept = kept();
    assert!(SHAPES.len() <= kept.len());
    for (kind, format) in kept {
        let fact = fact(&kind, format);
        let path = folder().join(format!("{kind}.{format}.hex"));
        if !path.exists() && env::var("REDRESS_GOLDEN").is_ok_and(|it| it == "write") {
            fs::write(&path, hex(&wire::piece(&fact).unwrap().body)).unwrap();
        }
        let body = bytes(&fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display())));
        let read = wire::fact(&Piece { kind: kind.clone(), format, body });
        assert!(read.as_ref() == Some(&fact), "{kind}.{format} is not read as it was written");
    }
}
