//! Whether two names may be one: heard on the telephone and written down in haste.

use crate::books::pinyin::sound_alike;

/// What may stand behind a surname in the place of a given name.
const TITLES: [&str; 6] = ["先生", "女士", "小姐", "太太", "經理", "经理"];

/// Whether two folded names may be one that was mistyped or cut short: one begins with the other (王, 王海燕), one stands
/// with a title (王先生, 王建国), one character or letter is another one, too many or missing (王海燕, 王海艳), or all
/// of them sound alike. Two different titles are two people.
pub(in crate::books) fn may_be_one(one: &str, other: &str) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let (one, title) = untitled(one);
    let (other, another) = untitled(other);
    if title.zip(another).is_some_and(|(title, another)| title != another) {
        return false;
    }
    one.starts_with(other) || other.starts_with(one) || nearly(one, other)
}

/// The name before a title, and the title.
fn untitled(name: &str) -> (&str, Option<&str>) {
    let title =
        TITLES.iter().find_map(|it| name.strip_suffix(it).filter(|it| !it.is_empty()).map(|name| (name, Some(*it))));
    title.unwrap_or((name, None))
}

fn nearly(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let alike = short.iter().zip(long.iter()).take_while(|(one, other)| one == other).count();
    match long.len() - short.len() {
        // Of one character nothing is left when it is another one.
        0 if long.len() < 2 => false,
        0 => short[alike + 1..] == long[alike + 1..] || short.iter().zip(long).all(|(one, it)| sound_alike(*one, *it)),
        1 => short[alike..] == long[alike + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_be_written_in_many_ways() {
        for (one, other, then) in [
            ("王海燕", "王海燕", true),
            ("王", "王海燕", true),
            ("王先生", "王", true),
            ("王先生", "王建国", true),
            ("王先生", "王女士", false),
            ("王先生", "陈先生", false),
            ("王先生", "陈建国", false),
            ("先生", "陈建国", false),
            ("王海燕", "王海艳", true),
            ("王海燕", "汪海艳", true),
            ("王海燕", "陈建国", false),
            ("王海燕", "王建国", false),
            ("王海燕", "王燕", true),
            ("王伟", "李强", false),
            ("王", "李", false),
            ("欧阳", "欧阳修文", true),
            ("anna berg", "ana berg", true),
            ("anna berg", "anne berg", true),
            ("anna", "anna berg", true),
            ("anna berg", "otto berg", false),
            ("", "王", false),
        ] {
            assert_eq!(may_be_one(one, other), then, "{one} {other}");
            assert_eq!(may_be_one(other, one), then, "{other} {one}");
        }
    }
}
