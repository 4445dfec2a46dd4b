//! The standard words in three languages. The files are part of the program; a test reads each.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::phrase::Phrase;
use crate::domain::script::{Blessing, Manners, Script};

/// The languages that have standard words, the original first.
pub(super) const LANGUAGES: &[&str] = &["zh-CN", "zh-TW", "en"];

/// What a file holds.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Content {
    pub(super) scripts: Vec<Script>,
    pub(super) blessings: Vec<Blessing>,
    pub(super) phrases: Vec<Phrase>,
    pub(super) manners: Manners,
}

/// The content for a language tag; the original for tags without words of their own.
pub(super) fn content(language_tag: &str) -> &'static Content {
    static MAINLAND: LazyLock<Content> =
        LazyLock::new(|| parsed(include_str!("../../../resources/scripts/zh-CN.json")));
    static TAIWAN: LazyLock<Content> = LazyLock::new(|| parsed(include_str!("../../../resources/scripts/zh-TW.json")));
    static ENGLISH: LazyLock<Content> = LazyLock::new(|| parsed(include_str!("../../../resources/scripts/en.json")));

    let tag = language_tag.to_ascii_lowercase().replace('_', "-");
    let has = |part: &str| tag.split('-').any(|it| it == part);
    if has("en") {
        &ENGLISH
    } else if has("zh") && ["tw", "hk", "mo", "hant"].into_iter().any(has) {
        &TAIWAN
    } else {
        &MAINLAND
    }
}

/// Reads a file; were it broken, there would be no standard words, and a test says so.
fn parsed(json: &str) -> Content {
    read(json).unwrap_or_default()
}

fn read(json: &str) -> serde_json::Result<Content> {
    serde_json::from_str(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        for json in [
            include_str!("../../../resources/scripts/zh-CN.json"),
            include_str!("../../../resources/scripts/zh-TW.json"),
            include_str!("../../../resources/scripts/en.json"),
        ] {
            assert_eq!(read(json).err().map(|it| it.to_string()), None);
        }
    }

    #[test]
    fn a_tag_leads_to_the_nearest_words() {
        let first = |tag: &str| content(tag).blessings[0].words.clone();
        for (tag, like) in [
            ("zh-Hant-TW", "zh-TW"),
            ("zh-HK", "zh-TW"),
            ("zh_CN", "zh-CN"),
            ("zh-Hans", "zh-CN"),
            ("en-GB", "en"),
            ("fr", "zh-CN"),
            ("", "zh-CN"),
        ] {
            assert!(std::ptr::eq(content(tag), content(like)), "{tag}");
        }
        assert_ne!(first("en"), first("zh-CN"));
    }
}
