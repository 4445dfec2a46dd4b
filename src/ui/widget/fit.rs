//! Words cut to a width. iced has no ellipsis, so the width is measured with the very faces that are drawn.

use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef};
use iced::widget::text::Wrapping;

use super::{tip, words};
use crate::i18n::faces;
use crate::ui::theme::{Element, Face, font};

static REGULAR: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::try_from_slice(faces::SC_REGULAR).ok());
static BOLD: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::try_from_slice(faces::SC_BOLD).ok());

/// How wide one line of words is, in logical pixels.
#[must_use]
pub fn measure(words: &str, face: Face) -> f32 {
    words.chars().map(|it| advance(it, face)).sum()
}

/// Whether one line of words is wider than `px`: the same as measuring them, without reading to the end.
#[must_use]
pub fn wider(words: &str, face: Face, px: f32) -> bool {
    let mut room = px;
    words.chars().any(|it| {
        room -= advance(it, face);
        room < 0.0
    })
}

/// Words that are not wider than `px`, cut at the end with `…` if need be.
#[must_use]
pub fn fit(words: &str, face: Face, px: f32) -> String {
    let mut room = px;
    let mut cut = None;
    let dots = advance('…', face);
    for (index, character) in words.char_indices() {
        if cut.is_none() && room - advance(character, face) < dots {
            cut = Some(index);
        }
        room -= advance(character, face);
        if room < 0.0 {
            let kept = words[..cut.unwrap_or(index)].trim_end();
            return format!("{kept}…");
        }
    }
    words.to_owned()
}

/// Words on at most two lines of `px`, the second cut with `…` if need be. Latin words are not broken unless one alone
/// is too wide.
#[must_use]
pub fn fit_two(words: &str, face: Face, px: f32) -> String {
    let mut width = 0.0;
    let mut space = None;
    for (index, character) in words.char_indices() {
        width += advance(character, face);
        if px < width {
            let glued = |it: char| it.is_ascii_alphanumeric();
            let inside = glued(character) && words[..index].chars().next_back().is_some_and(glued);
            let closing = "，。、；：！？）》”".contains(character);
            let at = if inside {
                space.filter(|it| index < it + 24).unwrap_or(index)
            } else if closing {
                words[..index].char_indices().next_back().map_or(index, |(it, _)| it)
            } else {
                index
            };
            let (first, rest) = words.split_at(at);
            return format!("{}\n{}", first.trim_end(), fit(rest.trim_start(), face, px));
        }
        if character == ' ' || !character.is_ascii() {
            space = Some(index + character.len_utf8());
        }
    }
    words.to_owned()
}

/// One line of words in at most `px`; what is cut can be read in full under the pointer.
#[must_use]
pub fn fitted<'a, Message: 'a>(words_: &str, face: Face, px: f32) -> Element<'a, Message> {
    let kept = fit(words_, face, px);
    let is_cut = kept != words_;
    let line = words(face, kept).wrapping(Wrapping::None);
    if is_cut { tip(line, words_.to_owned()) } else { line.into() }
}

fn advance(character: char, face: Face) -> f32 {
    let bold = face.font() == font::BOLD;
    let Some(font) = (if bold { BOLD.as_ref() } else { REGULAR.as_ref() }) else { return face.size() };
    let glyph = font.glyph_id(character);
    let units = font.units_per_em().unwrap_or(1000.0);
    // What the face lacks comes from another face; an em is the widest guess.
    if glyph.0 == 0 { face.size() } else { font.h_advance_unscaled(glyph) / units * face.size() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_one_em_and_digits_are_tabular() {
        assert!((measure("投诉", Face::Body) - 26.0).abs() < 0.1);
        assert!((measure("11", Face::Body) - measure("88", Face::Body)).abs() < 0.01);
        assert!((measure("11", Face::Strong) - measure("88", Face::Strong)).abs() < 0.01);
    }

    #[test]
    fn wider_is_what_measuring_says() {
        for words in ["", "经销商拒绝七天无理由退货", "The dealer refuses 七天"] {
            for px in [0.0, 20.0, 100.0, 156.0, 300.0] {
                assert_eq!(wider(words, Face::Body, px), px < measure(words, Face::Body), "{words} in {px}");
            }
        }
    }

    #[test]
    fn two_lines_break_where_words_do() {
        assert_eq!(fit_two("经销商拒绝", Face::Body, 65.0), "经销商拒绝");
        assert_eq!(fit_two("经销商拒绝七天无理由", Face::Body, 65.0), "经销商拒绝\n七天无理由");
        assert_eq!(fit_two("经销商拒绝七天无理由退货", Face::Body, 65.0), "经销商拒绝\n七天无理…");
        assert_eq!(fit_two("经销商拒绝，七天无理由", Face::Body, 65.0), "经销商拒\n绝，七天…");
        let english = fit_two("The dealer refuses to take it back", Face::Body, 90.0);
        assert!(english.starts_with("The dealer\n"), "{english}");
        for line in english.lines() {
            assert!(measure(line, Face::Body) <= 90.0, "{line}");
        }
    }

    #[test]
    fn what_fits_is_kept_and_what_does_not_ends_with_dots() {
        assert_eq!(fit("经销商拒绝", Face::Body, 65.0), "经销商拒绝");
        assert_eq!(fit("经销商拒绝", Face::Body, 64.0), "经销商…");
        assert_eq!(fit("", Face::Body, 0.0), "");
        for px in [0.0, 20.0, 40.0, 55.0, 100.0, 300.0] {
            let cut = fit("The dealer refuses 七天无理由退货 and wants…", Face::Small, px);
            assert!(measure(&cut, Face::Small) <= px.max(measure("…", Face::Small)), "{cut} in {px}");
        }
    }
}
