//! Names found by what is typed on a Latin keyboard: initials (`wnh`), whole syllables (`wangnvhai`) or both (`wangnh`),
//! in either script. A character with several readings is found by each of them; a Latin word counts as one syllable.

use pinyin::ToPinyinMulti;

use super::fold::fold;

/// A name, to be compared with what somebody typed.
#[derive(Debug, Clone, Copy)]
pub struct Spelling<'a>(&'a str);

/// Where in a name the typed letters were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// From its first syllable on.
    Start,
    /// From a later syllable on.
    Inside,
}

impl<'a> Spelling<'a> {
    /// Looks nothing up yet.
    #[must_use]
    pub const fn of(name: &'a str) -> Self {
        Self(name)
    }

    /// Where the typed letters spell the name. Each syllable is answered by its first letter (or `zh`, `ch`, `sh`), by the
    /// whole of it, or, where the typing ends, by as much of it as was typed; a character of the name may stand among
    /// the letters. `v` and `u` both mean ü. `None` for nothing, and for what holds no Latin letter.
    #[must_use]
    pub fn matches(self, typed: &str) -> Option<Place> {
        if !typed.bytes().any(|it| it.is_ascii_alphabetic()) {
            return None;
        }
        let mut place = Place::Start;
        let mut name = self.0;
        while let Some((syllable, rest)) = syllable(name) {
            if syllable.spells(rest, typed) {
                return Some(place);
            }
            name = rest;
            place = Place::Inside;
        }
        None
    }
}

/// How well a name answers what was typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Called {
    /// It begins so.
    Begins,
    /// It is spelled so from its first syllable on.
    SpelledFromStart,
    /// It has it inside.
    Holds,
    /// It is spelled so from a later syllable on.
    Spelled,
}

/// Whether a name is what was typed, whatever the case and the width of the letters, or spelled so; nothing typed is the
/// beginning of every name. `None`: not at all.
#[must_use]
pub fn called(name: &str, typed: &str) -> Option<Called> {
    let (folded, typed) = (fold(name), fold(typed));
    if folded.starts_with(&typed) {
        return Some(Called::Begins);
    }
    let spelled = Spelling::of(name).matches(&typed);
    match (spelled, folded.contains(&typed)) {
        (Some(Place::Start), _) => Some(Called::SpelledFromStart),
        (Some(Place::Inside) | None, true) => Some(Called::Holds),
        (Some(Place::Inside), false) => Some(Called::Spelled),
        (None, false) => None,
    }
}

/// Which letters a name can be typed with, so that most names are passed over without spelling them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Letters(u32);

impl Letters {
    /// Every letter of every reading of some names.
    pub(super) fn of(names: [&str; 2]) -> Self {
        let mut letters = 0;
        let mut add = |text: &str| {
            for it in text.chars() {
                letters |= bit(it);
            }
        };
        for name in names {
            for it in name.chars() {
                if it.is_ascii() {
                    add(it.encode_utf8(&mut [0; 4]));
                } else {
                    it.to_pinyin_multi().into_iter().flatten().for_each(|it| add(it.plain()));
                }
            }
        }
        Self(letters)
    }

    /// Whether typed letters are all among these.
    pub(super) const fn hold(self, typed: Self) -> bool {
        typed.0 & !self.0 == 0
    }

    /// The Latin letters of what was typed.
    pub(super) fn typed(text: &str) -> Self {
        Self(text.chars().filter(char::is_ascii).map(bit).fold(0, |all, it| all | it))
    }
}

/// ü is typed as either of two letters.
fn bit(it: char) -> u32 {
    match it.to_ascii_lowercase() {
        'ü' => bit('u') | bit('v'),
        it @ 'a'..='z' => 1 << (u32::from(it) - u32::from('a')),
        _ => 0,
    }
}

/// Whether two characters are read alike, in one of their readings, whatever the tone.
pub(super) fn sound_alike(one: char, other: char) -> bool {
    let readings = |it: char| it.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain);
    one == other || readings(one).any(|it| readings(other).any(|other| other == it))
}

/// A Chinese character, or a word of letters and digits.
struct Syllable<'a>(&'a str);

/// The first syllable of a name and what is behind it.
fn syllable(name: &str) -> Option<(Syllable<'_>, &str)> {
    let name = name.trim_start_matches(|it: char| !it.is_alphanumeric());
    let first = name.chars().next()?;
    let latin = |it: char| it.is_alphanumeric() && it.to_pinyin_multi().is_none();
    let end = if latin(first) { name.find(|it| !latin(it)).unwrap_or(name.len()) } else { first.len_utf8() };
    let (word, rest) = name.split_at(end);
    Some((Syllable(word), rest))
}

impl Syllable<'_> {
    /// Whether this syllable and those behind it answer what was typed.
    fn spells(&self, rest: &str, typed: &str) -> bool {
        let typed = typed.trim_start_matches([' ', '\'', '’']);
        let Some(first) = typed.chars().next() else { return true };
        let readings = self.0.chars().next().and_then(|it| it.to_pinyin_multi());
        let Some(readings) = readings else { return answers(self.0, rest, typed) };
        if self.0.starts_with(first) {
            return follows(rest, &typed[first.len_utf8()..]);
        }
        let reading = |index| readings.get_opt(index).map(pinyin::Pinyin::plain);
        let said_before = |index: usize| (0..index).any(|it| reading(it) == reading(index));
        (0..readings.count())
            .filter(|it| !said_before(*it))
            .filter_map(reading)
            .any(|reading| answers(reading, rest, typed))
    }
}

fn follows(rest: &str, typed: &str) -> bool {
    let typed = typed.trim_start_matches([' ', '\'', '’']);
    typed.is_empty() || syllable(rest).is_some_and(|(next, rest)| next.spells(rest, typed))
}

/// Whether one reading, and the name behind it, answer what was typed.
fn answers(reading: &str, rest: &str, typed: &str) -> bool {
    let mut common = 0;
    let mut keys = typed.chars();
    let mut whole = true;
    for sound in reading.chars() {
        match keys.next() {
            None => return true,
            Some(key) if same(sound, key) => common += key.len_utf8(),
            Some(_) => {
                whole = false;
                break;
            }
        }
    }
    let cut = |length: usize| length <= common && follows(rest, &typed[length..]);
    let initial = typed.chars().next().map_or(0, char::len_utf8);
    let double = ["zh", "ch", "sh"].iter().any(|it| reading.starts_with(it));
    (whole && cut(common)) || (0 < common && cut(initial)) || (double && cut(2))
}

fn same(sound: char, key: char) -> bool {
    match sound {
        'ü' => matches!(key, 'v' | 'V' | 'u' | 'U' | 'ü'),
        sound if sound.is_ascii() => sound.eq_ignore_ascii_case(&key),
        sound => sound == key || sound.to_lowercase().eq(key.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, typed: &str, then: Option<Place>) {
        assert_eq!(Spelling::of(name).matches(typed), then, "{name} {typed}");
        if then.is_some() {
            assert!(Letters::of([name, ""]).hold(Letters::typed(typed)), "{name} {typed}");
        }
    }

    #[test]
    fn a_name_is_found_by_initials_and_by_syllables() {
        use Place::{Inside, Start};
        check("王女海", "wnh", Some(Start));
        check("王海燕", "WHY", Some(Start));
        check("王海燕", "why", Some(Start));
        check("王海燕", "wanghaiyan", Some(Start));
        check("王海燕", "wang haiyan", Some(Start));
        check("王海燕", "wanghy", Some(Start));
        check("王海燕", "whyan", Some(Start));
        check("王海燕", "wangh", Some(Start));
        check("王海燕", "wan", Some(Start));
        check("王海燕", "王hy", Some(Start));
        check("王海燕", "hy", Some(Inside));
        check("王海燕", "haiyan", Some(Inside));
        check("王海燕", "xh", None);
        check("王海燕", "angh", None);
        check("王海燕", "wanhy", None);
        check("王海燕", "whyx", None);
        check("售后服务部", "shfwb", Some(Start));
        check("周叔昌", "zhshch", Some(Start));
        check("西安", "xi'an", Some(Start));
    }

    #[test]
    fn every_reading_of_a_character_finds() {
        for (name, typed) in [
            ("曾志伟", "zzw"),
            ("曾志伟", "czw"),
            ("单雄信", "shanxx"),
            ("单雄信", "dxx"),
            ("解缙", "xj"),
            ("解缙", "jiejin"),
            ("仇英", "qiuy"),
            ("重庆", "cq"),
            ("重庆", "zhongqing"),
            ("吕布", "lvbu"),
            ("吕布", "lubu"),
            ("歐陽鋒", "oyf"),
            ("劉備", "liub"),
        ] {
            check(name, typed, Some(Place::Start));
        }
    }

    #[test]
    fn latin_words_and_signs_stand_among_them() {
        use Place::{Inside, Start};
        check("Anna Berg", "ab", Some(Start));
        check("Anna Berg", "be", Some(Inside));
        check("Anna Berg", "nn", None);
        check("ÉVA Kiss", "k", Some(Inside));
        check("（苏州）远大有限公司", "szyd", Some(Start));
        check("VIP客户", "vipkh", Some(Start));
        check("3号门店", "hmd", Some(Inside));
    }

    #[test]
    fn what_holds_no_letter_spells_nothing() {
        for typed in ["", "王", "138", "-", " "] {
            check("王138", typed, None);
        }
        check("", "w", None);
        check("——", "w", None);
    }

    #[test]
    fn a_name_is_called_so_or_spelled_so() {
        for (name, typed, then) in [
            ("王海燕", "", Some(Called::Begins)),
            ("王海燕", " 王海 ", Some(Called::Begins)),
            ("KF-35 空调挂机", "ｋｆ－35", Some(Called::Begins)),
            ("王海燕", "ＷＨＹ", Some(Called::SpelledFromStart)),
            ("售后服务部", "服务", Some(Called::Holds)),
            ("Anna Berg", "BERG", Some(Called::Holds)),
            ("王海燕", "haiyan", Some(Called::Spelled)),
            ("王海燕", "李", None),
            ("王海燕", "xh", None),
        ] {
            assert_eq!(called(name, typed), then, "{name} {typed}");
        }
    }
}
