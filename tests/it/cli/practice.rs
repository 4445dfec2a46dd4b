//! `redress demo --headless`

use super::{Home, err, files, out, values};

#[test]
fn without_a_display_the_main_job_leaves_its_papers() {
    let home = Home::new();
    let made = home.run(&["demo", "--headless", "left", "--complaints", "30", "--months", "3", "--lang", "zh-CN"]);
    assert!(made.status.success(), "{}", err(&made));
    assert!(err(&made).is_empty(), "{}", err(&made));
    let left = files(&home.folder.path().join("left"));
    for ending in ["xlsx", "csv", "json", "png"] {
        assert!(left.iter().any(|it| it.ends_with(ending)), "{ending}: {left:?}");
    }
    assert!(out(&made).contains("回访") && out(&made).contains("YB-"), "{}", out(&made));
    let listed = values(&home.run(&["--office", "left/office", "list", "--json", "--limit", "1000"]));
    assert_eq!(listed.len(), 31, "thirty, and the one that was walked");
    assert!(home.run(&["--office", "left/office", "verify"]).status.success());
    let again = home.run(&["demo", "--headless", "left"]);
    assert_eq!(again.status.code(), Some(1), "an office that is there is not overwritten");
}
