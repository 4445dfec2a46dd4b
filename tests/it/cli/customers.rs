//! `redress list --customers`, `redress show K000123`

use super::{Home, err, out, registration, values};

/// Two callers; the first gets a file with a second number, a note and a keeper.
fn office() -> Home {
    let home = Home::practice();
    let second =
        registration("2026-03-12T10:00:00+08:00").replace("王海燕", "李强").replace("138 0617 2206", "13900001111");
    let profile = r#"{"name":"王海燕","salutation":"madam","phones":["13806172206","13700009999"],"kind":"private",
        "address":"人民路 8 号","member":{"number":"VIP-20118","tier":"金卡"}}"#
        .replace('\n', "");
    let lines = [
        registration("2026-03-12T09:00:00+08:00"),
        second,
        format!(
            r#"{{"by":1,"to":"customer","at":"2026-03-12T11:00:00+08:00","commands":[{{"do":"open","profile":{profile}}},{{"do":"note","words":"说话声音小"}}]}}"#
        ),
    ];
    let acted = home.act(&lines.join("\n"));
    assert!(acted.status.success(), "{} {}", err(&acted), out(&acted));
    home
}

/// What `arguments` say to people: every line holds what it should and nothing that is hidden.
#[track_caller]
fn check(home: &Home, arguments: &[&str], then: &[&[&str]], hidden: &[&str]) {
    let output = home.run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    let text = out(&output);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), then.len(), "{arguments:?}: {text}");
    for (line, words) in lines.iter().zip(then) {
        for it in *words {
            assert!(line.contains(it), "{arguments:?}: {it} is not in {line}");
        }
    }
    for it in hidden {
        assert!(!text.contains(it), "{arguments:?}: {it} is in {text}");
    }
}

const WANG: &[&str] = &["K000001", "王女士", "138****2206", "1"];
const LI: &[&str] = &["未建档", "李女士", "139****1111", "1"];
const HIDDEN: &[&str] = &["王海燕", "李强", "13806172206", "13700009999", "13900001111", "人民路", "说话声音小"];

#[test]
fn customers_are_listed_masked_and_found_by_words() {
    let home = office();
    for (arguments, then) in [
        (vec!["list", "--customers"], vec![WANG, LI]),
        (vec!["list", "--customers", "--limit", "1"], vec![WANG]),
        (vec!["list", "--customers", "--text", "2206"], vec![WANG]),
        (vec!["list", "--customers", "--text", "9999"], vec![WANG]),
        (vec!["list", "--customers", "--text", "why"], vec![WANG]),
        (vec!["list", "--customers", "--text", "VIP-20118"], vec![WANG]),
        (vec!["list", "--customers", "--text", "李强"], vec![LI]),
        (vec!["list", "--customers", "--text", "无此人"], vec![]),
    ] {
        check(&home, &arguments, &then, HIDDEN);
    }
    let told = values(&home.run(&["list", "--customers", "--json"]));
    let files: Vec<_> = told.iter().map(|it| (it["file"].as_str(), it["complaints"].as_u64())).collect();
    assert_eq!(files, [(Some("K000001"), Some(1)), (None, Some(1))]);
    assert!(told.iter().all(|it| HIDDEN.iter().all(|hidden| !it.to_string().contains(hidden))), "{told:?}");
}

#[test]
fn a_file_is_shown_masked_and_whole_only_for_a_purpose_that_is_recorded() {
    let home = office();
    let facts = |home: &Home| values(&home.run(&["show", "K000001", "--json"]))[0]["facts"].as_u64();
    assert_eq!(facts(&home), Some(2));
    let history: &[&[&str]] =
        &[&["K000001", "王女士"], &["138****2206", "137****9999"], &["20260312-001"], &["建档"], &["备注"]];
    check(&home, &["show", "K000001"], history, HIDDEN);
    assert_eq!(facts(&home), Some(2), "masked reading leaves nothing behind");
    let whole = home.run(&["show", "K000001", "--full", "--purpose", "客户索要记录", "--by", "1"]);
    assert!(whole.status.success(), "{}", err(&whole));
    for it in ["王海燕", "13806172206", "13700009999", "说话声音小"] {
        assert!(out(&whole).contains(it), "{it} is not in {}", out(&whole));
    }
    assert_eq!(facts(&home), Some(3), "who read it, and what for, is a fact");
    check(
        &home,
        &["show", "K000001"],
        &[history[0], history[1], history[2], history[3], history[4], &["查看完整资料"]],
        HIDDEN,
    );
}

#[test]
fn what_is_no_file_is_refused() {
    let home = office();
    for (arguments, status, says) in [
        (vec!["show", "K000009"], 1, "K000009"),
        (vec!["show", "K"], 2, "K"),
        (vec!["show", "K000001", "--full"], 2, "--purpose"),
        (vec!["show", "K000001", "--full", "--purpose", "核对", "--by", "无此人"], 2, "无此人"),
        (vec!["list", "--customers", "--full"], 2, "--purpose"),
    ] {
        super::refuses(&home, &arguments, status, says);
    }
}
