//! What of a text is new beside what it was.

/// What stands between the beginning and the end that two texts share: where it begins and ends in the later one, in
/// bytes.
#[must_use]
pub fn changed(before: &str, after: &str) -> (usize, usize) {
    let same = |one: (char, char)| one.0 == one.1;
    let head: usize = before.chars().zip(after.chars()).take_while(|it| same(*it)).map(|it| it.1.len_utf8()).sum();
    let (rest_before, rest) = (&before[head..], &after[head..]);
    let backwards = rest_before.chars().rev().zip(rest.chars().rev());
    let tail: usize = backwards.take_while(|it| same(*it)).map(|it| it.1.len_utf8()).sum();
    (head, after.len() - tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str, new: &str) {
        let (from, to) = changed(before, after);
        assert_eq!(&after[from..to], new);
    }

    #[test]
    fn what_is_new_lies_between_what_stayed() {
        check("更换密封圈，保压 10 分钟", "更换密封圈，保压 30 分钟", "3");
        check("更换密封圈", "更换 DN20 密封圈", " DN20 ");
        check("道歉", "换新机", "换新机");
        check("甲甲", "甲甲甲", "甲");
        check("甲乙", "甲", "");
    }
}
