//! Texts as they are compared and searched: lower case, half width, single blanks.

/// Folds a text: full-width letters, digits and signs become half-width, capitals small, runs of blanks one blank,
/// and what would be in the way of the separators goes. Chinese stays as it is.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push(&mut folded, text);
    folded
}

/// The same, behind what is there already.
pub(super) fn push(folded: &mut String, text: &str) {
    let start = folded.len();
    for it in text.chars() {
        match half_width(it) {
            ' ' if folded.len() == start || folded.ends_with(' ') => {}
            it if it.is_ascii() => folded.push(it.to_ascii_lowercase()),
            it => folded.extend(it.to_lowercase()),
        }
    }
    if start < folded.len() && folded.ends_with(' ') {
        folded.pop();
    }
}

/// The half-width form of a full-width character, as NFKC has it; blanks and controls of every kind are a blank.
fn half_width(it: char) -> char {
    match it {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(it) - 0xFEE0).unwrap_or(it),
        '\u{FFE5}' => '¥',
        it if it.is_whitespace() || it.is_control() => ' ',
        it => it,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_case_and_blanks_make_no_difference() {
        for (given, then) in [
            ("ＫＦ－３５ 空调", "kf-35 空调"),
            ("  a\t\u{3000}b\n", "a b"),
            ("退款", "退款"),
            ("（ＡＢＣ）", "(abc)"),
            ("ÄÖ", "äö"),
            ("a\u{1f}b", "a b"),
            ("", ""),
        ] {
            assert_eq!(fold(given), then, "{given:?}");
        }
    }
}
