//! Standard output and standard error.

use std::io::{self, Write};

use serde::Serialize;

use super::failure::Failure;
use crate::i18n::Texts;

/// Where answers go, and in which shape.
#[derive(Debug)]
pub(super) struct Output {
    pub json: bool,
    pub texts: Texts,
    out: io::Stdout,
}

impl Output {
    pub(super) fn new(json: bool, texts: Texts) -> Self {
        Self { json, texts, out: io::stdout() }
    }

    /// One line for people.
    pub(super) fn line(&self, words: impl AsRef<str>) -> Result<(), Failure> {
        self.put(words.as_ref().as_bytes())
    }

    /// One JSON value on one line, told at once: another program may wait for it.
    pub(super) fn value(&self, value: &impl Serialize) -> Result<(), Failure> {
        // Numbers, texts, lists: nothing in our values can fail to be JSON.
        self.put(&serde_json::to_vec(value).unwrap_or_default())
    }

    fn put(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = self.out.lock();
        let written = out.write_all(bytes).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
        written.map_err(|cause| match cause.kind() {
            io::ErrorKind::BrokenPipe => Failure::Reader,
            _ => Failure::Input(cause.to_string()),
        })
    }

    /// To standard error.
    pub(super) fn complain(&self, failure: &Failure) {
        warn(&failure.words(&self.texts));
    }
}

/// One line to standard error.
pub fn warn(words: &str) {
    // Where nobody reads, nobody is to be told.
    let _ = writeln!(io::stderr().lock(), "redress: {words}");
}
