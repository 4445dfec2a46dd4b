//! Every text of the program, in three complete languages.
//!
//! The locale is a value that is handed on, never a global: a report in Chinese and a window in English can be drawn
//! at the same moment. `build.rs` writes one function a text, so a missing text or argument does not compile.
//! Arguments stand in the order of the alphabet: `left-hours = 剩 { $hours } 时 { $minutes } 分` is
//! `texts.left_hours(hours, minutes)`.

mod cases;
mod customers;
pub mod events;
pub mod faces;
pub mod format;
mod names;
mod refusals;

use std::{fmt, sync::Arc};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};

pub use names::Named;

mod written {
    //! One function a text, written by `build.rs`.
    use super::{FluentValue, Texts};
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Locale {
    /// 简体中文, the original.
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// 繁體中文, written for Taiwan.
    #[serde(rename = "zh-TW")]
    ZhTw,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// Every one, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::ZhCn, Self::ZhTw, Self::En];

    /// The language of this system.
    #[must_use]
    pub fn of_system() -> Self {
        Self::parse(&sys_locale::get_locale().unwrap_or_default())
    }

    /// The language for a system's tag (`zh-Hant-TW`, `en_US.UTF-8`, `C`). What is unknown is 简体中文.
    #[must_use]
    pub fn parse(tag: &str) -> Self {
        let tag = tag.to_lowercase().replace('_', "-");
        let mut parts = tag.split(['-', '.', '@']);
        match parts.next() {
            Some("en") => Self::En,
            Some("zh") if parts.any(|it| matches!(it, "hant" | "tw" | "hk" | "mo")) => Self::ZhTw,
            Some(_) | None => Self::ZhCn,
        }
    }

    /// The tag of BCP 47.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::ZhTw => "zh-TW",
            Self::En => "en",
        }
    }

    /// What this language calls itself: the one text that is the same in every language.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::ZhCn => "简体中文",
            Self::ZhTw => "繁體中文",
            Self::En => "English",
        }
    }

    const fn sources(self) -> &'static [&'static str] {
        match self {
            Self::ZhCn => written::ZH_CN,
            Self::ZhTw => written::ZH_TW,
            Self::En => written::EN,
        }
    }
}

/// The texts of one language. Cheap to clone.
#[derive(Clone)]
pub struct Texts(Arc<Words>);

struct Words {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
    plain: Vec<Box<str>>,
}

impl Texts {
    /// Reads the texts of a language. Those without arguments are formatted once, here.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        for source in locale.sources() {
            // The build has parsed these very sources; what it could not parse is not here.
            bundle.add_resource_overriding(
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource),
            );
        }
        let plain = written::PLAIN.iter().map(|id| look_up(&bundle, id, None).into()).collect();
        Self(Arc::new(Words { locale, bundle, plain }))
    }

    /// The language.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    fn plain(&self, index: usize) -> &str {
        &self.0.plain[index]
    }

    fn filled<'a, const N: usize>(&self, id: &str, arguments: [(&'static str, FluentValue<'a>); N]) -> String {
        let arguments: FluentArgs<'a> = arguments.into_iter().collect();
        look_up(&self.0.bundle, id, Some(&arguments))
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Texts({})", self.0.locale.tag())
    }
}

/// The build guarantees that every id is there.
fn look_up(bundle: &FluentBundle<FluentResource>, id: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    let mut errors = Vec::new();
    match bundle.get_message(id).and_then(|it| it.value()) {
        Some(pattern) => bundle.format_pattern(pattern, arguments, &mut errors).into_owned(),
        None => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use ab_glyph::{Font as _, FontRef};

    use super::*;

    #[test]
    fn system_tags_find_their_language() {
        #[track_caller]
        fn check(tag: &str, locale: Locale) {
            assert_eq!(Locale::parse(tag), locale, "{tag}");
        }
        check("zh-CN", Locale::ZhCn);
        check("zh_CN.UTF-8", Locale::ZhCn);
        check("zh-Hans-HK", Locale::ZhTw);
        check("zh-Hant-TW", Locale::ZhTw);
        check("zh-HK", Locale::ZhTw);
        check("zh-MO", Locale::ZhTw);
        check("zh_TW.UTF-8", Locale::ZhTw);
        check("zh-SG", Locale::ZhCn);
        check("en-US", Locale::En);
        check("en", Locale::En);
        check("C", Locale::ZhCn);
        check("", Locale::ZhCn);
        check("fr-FR", Locale::ZhCn);
    }

    #[test]
    fn every_text_can_be_formatted_in_every_language() {
        for locale in Locale::ALL {
            let texts = Texts::new(locale);
            for (id, variables) in written::ALL {
                let arguments: FluentArgs<'_> = variables.iter().map(|it| (*it, FluentValue::from("7"))).collect();
                let words = look_up(&texts.0.bundle, id, Some(&arguments));
                assert!(!words.trim().is_empty(), "{id} is empty in {locale:?}");
                for leftover in ["{", "}", "$", "\u{2068}", "\u{2069}", "TODO", "XXX", "???"] {
                    assert!(!words.contains(leftover), "{id} in {locale:?} has a leftover {leftover:?}: {words}");
                }
            }
        }
    }

    #[test]
    fn a_text_with_an_argument_is_filled() {
        assert_eq!(Texts::new(Locale::ZhCn).left_minutes(13), "剩 13 分");
        assert_eq!(Texts::new(Locale::En).left_minutes(13), "13 min left");
    }

    /// Simplified forms that Big5 also holds, and so the font test below cannot see.
    const SIMPLIFIED_IN_BIG5: &str = "号与万无体几后里叶听咸园圣坏坛夸宁尽岩帘广旧术杰栋柜";

    #[test]
    fn zh_tw_has_no_simplified_characters_and_no_character_without_a_glyph() {
        let font = FontRef::try_from_slice(faces::TC_REGULAR).unwrap();
        for character in written::ZH_TW.iter().flat_map(|it| it.chars()).filter(|it| !it.is_control()) {
            assert!(font.glyph_id(character).0 != 0, "{character:?} is not a character of Big5");
            assert!(!SIMPLIFIED_IN_BIG5.contains(character), "{character:?} is a simplified form");
        }
    }

    /// UI.md 14: 客訴, everywhere and nothing else.
    #[test]
    fn zh_tw_has_one_word_for_a_complaint() {
        let mixed: Vec<_> = written::ZH_TW.iter().filter(|it| it.contains("投訴")).collect();
        assert!(mixed.is_empty(), "{mixed:?}");
    }

    /// In the bundled face curly quotation marks are as wide as a Chinese character.
    #[test]
    fn english_has_no_quotation_marks_of_the_chinese_face() {
        let script = include_str!("../resources/scripts/en.json");
        let office = include_str!("../resources/office/en.json");
        for words in written::EN.iter().copied().chain([script, office]) {
            let wide = words.lines().find(|it| it.contains(['“', '”', '‘', '’', '「', '」']));
            assert_eq!(wide, None);
        }
    }

    #[test]
    fn every_character_of_the_other_languages_has_a_glyph_in_both_weights() {
        for bytes in [faces::SC_REGULAR, faces::SC_BOLD] {
            let font = FontRef::try_from_slice(bytes).unwrap();
            for character in
                written::ZH_CN.iter().chain(written::EN).flat_map(|it| it.chars()).filter(|it| !it.is_control())
            {
                assert!(font.glyph_id(character).0 != 0, "{character:?}");
            }
        }
    }
}
