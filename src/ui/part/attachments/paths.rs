//! Names and paths of files, as they are pasted.

use std::path::{Path, PathBuf};

/// The last part of a path.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The paths in what was pasted: one a line, in quotation marks or not, `file:` addresses too.
pub(super) fn paths(words: &str) -> Vec<PathBuf> {
    let line = |it: &str| {
        let it = it.trim().trim_matches(['"', '\'']);
        let path = it.strip_prefix("file://").map_or_else(|| it.to_owned(), decoded);
        let path = PathBuf::from(path);
        path.is_absolute().then_some(path)
    };
    words.lines().filter_map(line).collect()
}

/// `%20` and its like.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|it| std::str::from_utf8(it).ok()).filter(|_| *first == b'%');
        if let Some(byte) = hex.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn pasted_paths_are_found_however_they_are_written() {
        #[track_caller]
        fn check(pasted: &str, found: &[&str]) {
            assert_eq!(paths(pasted), found.iter().map(PathBuf::from).collect::<Vec<_>>());
        }
        check("/home/lin/照片.png", &["/home/lin/照片.png"]);
        check("\"/home/lin/a b.png\"\n'/tmp/c'\r\n", &["/home/lin/a b.png", "/tmp/c"]);
        check("file:///tmp/a%20b%E7%85%A7.png", &["/tmp/a b照.png"]);
        check("空调不制冷\nC:not absolute", &[]);
        check("", &[]);
    }
}
