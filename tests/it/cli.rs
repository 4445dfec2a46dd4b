//! The built program, driven as people and other programs drive it.

mod attach;
mod customers;
mod killed;
mod lines;
mod practice;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A home of its own, with a practice office in it.
pub struct Home {
    pub folder: TempDir,
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub fn values(output: &Output) -> Vec<Value> {
    out(output).lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn practice() -> Self {
        let home = Self::new();
        let made = home.run(&["new", "--practice", "--lang", "zh-CN"]);
        assert!(made.status.success(), "{}", err(&made));
        home
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_redress"));
        command.args(arguments).env("REDRESS_HOME", self.folder.path()).env("LANG", "zh_CN.UTF-8");
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").current_dir(self.folder.path());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).stdin(Stdio::null()).output().unwrap()
    }

    pub fn fed(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        child.wait_with_output().unwrap()
    }

    pub fn act(&self, lines: &str) -> Output {
        self.fed(&["act"], lines.as_bytes())
    }
}

/// A registration at a stated time by the first person of the practice office.
pub fn registration(at: &str) -> String {
    let details = r#"{"kind":"complaint","complainant":{"name":"王海燕","salutation":"madam","phone":"138 0617 2206"},
        "channel":1,"product":"KF-35 空调挂机","category":2,"content":"空调不制冷，要求退款","requested_remedy":"换新机",
        "severity":"minor","urgency":"normal"}"#
        .replace('\n', "");
    format!(r#"{{"by":1,"to":"new","at":"{at}","commands":[{{"do":"register","details":{details}}}]}}"#)
}

#[track_caller]
fn refuses(home: &Home, arguments: &[&str], status: i32, says: &str) {
    let output = home.run(arguments);
    assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", err(&output));
    assert!(err(&output).contains(says), "{arguments:?}: {}", err(&output));
    assert!(!err(&output).contains("panicked"), "{arguments:?}: {}", err(&output));
    assert!(out(&output).is_empty(), "{arguments:?}: {}", out(&output));
}

#[test]
fn a_wrong_command_line_is_refused_in_words() {
    let home = Home::practice();
    for (arguments, status, says) in [
        (vec!["show", "banana"], 2, "banana"),
        (vec!["show", "TS-20260312-009"], 1, "TS-20260312-009"),
        (vec!["show", "TS-20260312-009", "--at", "yesterday"], 2, "yesterday"),
        (vec!["list", "--department", "火星部"], 2, "火星部"),
        (vec!["list", "--category", "9999"], 2, "9999"),
        (vec!["list", "--handler", "无此人"], 2, "无此人"),
        (vec!["list", "--stage", "lost"], 2, "to_call_back"),
        (vec!["list", "--from", "2026-13-01"], 2, "2026-13-01"),
        (vec!["list", "--full"], 2, "--purpose"),
        (vec!["list", "--full", "--purpose", "  ", "--by", "1"], 2, "--purpose"),
        (vec!["report", "month", "2026-13", "--out", "x.xlsx"], 2, "2026-13"),
        (vec!["report", "month", "2026-02", "--out", "x.pdf"], 2, "x.pdf"),
        (vec!["report", "month", "2026-02", "--out", "x"], 2, ".csv"),
        (vec!["new", "--practice"], 1, "book"),
        (vec!["fly"], 2, "fly"),
        (vec!["--office", "nowhere", "list"], 1, "nowhere"),
        (vec!["demo"], 1, "--headless"),
        (vec!["demo", "--complaints", "many"], 2, "complaints"),
    ] {
        refuses(&home, &arguments, status, says);
    }
}

#[test]
fn a_file_that_is_no_office_is_refused_and_left_alone() {
    let home = Home::new();
    let file = home.folder.path().join("book");
    std::fs::write(&file, "my novel").unwrap();
    let output = home.run(&["list"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!err(&output).contains("panicked"), "{}", err(&output));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "my novel");
}

#[test]
fn the_schema_is_a_schema_that_names_every_command() {
    let home = Home::new();
    let schema: Value = serde_json::from_str(&out(&home.run(&["schema"]))).unwrap();
    let text = schema.to_string();
    for word in ["register", "record_callback", "hand_in", "submit_month_report", "add_person", "seen", "press"] {
        assert!(text.contains(&format!("\"{word}\"")), "{word}");
    }
    let by_path = &schema["$defs"]["ByPath"]["oneOf"][0];
    assert_eq!(by_path["properties"]["do"]["const"], "attach", "{by_path}");
    assert_eq!(
        (&by_path["required"], &by_path["properties"]["path"]["type"]),
        (&json!(["do", "path"]), &json!("string"))
    );
    assert!(by_path["description"].as_str().is_some_and(|it| it.contains("50 MiB")), "{by_path}");
}

#[test]
fn help_and_version_are_no_errors() {
    let home = Home::new();
    for arguments in [["--help"], ["--version"]] {
        let output = home.run(&arguments);
        assert!(output.status.success() && out(&output).contains("redress"));
    }
}

#[test]
fn what_is_shown_is_masked_until_somebody_says_what_for() {
    let home = Home::practice();
    assert!(home.act(&registration("2026-03-12T09:00:00+08:00")).status.success());
    for arguments in [vec!["show", "20260312-001"], vec!["list"], vec!["show", "20260312-001", "--json"]] {
        let shown = out(&home.run(&arguments));
        assert!(shown.contains("王女士") && shown.contains("138****2206"), "{shown}");
        assert!(!shown.contains("王海燕") && !shown.contains("13806172206"), "{shown}");
    }
    let why = ["--full", "--purpose", "向承运商索赔", "--by", "林晓芸"];
    let shown = home.run(&[&["show", "20260312-001"], &why[..]].concat());
    assert!(out(&shown).contains("王海燕 13806172206"), "{}{}", out(&shown), err(&shown));
    let timeline = values(&home.run(&["show", "20260312-001", "--json"]));
    assert!(timeline[0]["timeline"].to_string().contains("向承运商索赔"), "the reading is recorded");
}

#[test]
fn a_complaint_is_shown_as_it_stood_with_clocks_that_explain_themselves() {
    let home = Home::practice();
    let judge = r#"{"by":1,"to":"last","at":"2026-03-12T09:03:00+08:00","commands":[{"do":"judge","validity":"founded","reason":"属实"}]}"#;
    let acted = home.act(&format!("{}\n{judge}\n", registration("2026-03-12T09:00:00+08:00")));
    assert!(acted.status.success(), "{}", out(&acted));
    let at = |when: &str| values(&home.run(&["show", "TS-20260312-001", "--json", "--at", when])).remove(0);
    assert_eq!(at("2026-03-12 09:01")["stage"], "to_judge");
    let later = at("2026-03-12T09:11:00+08:00");
    assert_eq!(later["stage"], "to_dispatch");
    let clock = &later["clocks"][0];
    assert_eq!((clock["standing"].as_str(), clock["clock"]["name"].as_str()), (Some("late"), Some("dispatch")));
    assert_eq!(clock["explained"]["counted"], 600, "ten minutes, in seconds");
    let early = home.run(&["show", "TS-20260312-001", "--at", "2026-03-12 08:59"]);
    assert_eq!(early.status.code(), Some(1), "before it was registered there was none");
}

#[test]
fn search_finds_by_words_and_by_the_last_digits_of_the_phone() {
    let home = Home::practice();
    assert!(home.act(&registration("2026-03-12T09:00:00+08:00")).status.success());
    for words in ["退款", "2206", "款"] {
        assert_eq!(values(&home.run(&["list", "--json", "--text", words])).len(), 1, "{words}");
    }
    assert!(values(&home.run(&["list", "--json", "--text", "洗衣机"])).is_empty());
    assert_eq!(values(&home.run(&["list", "--json", "--open", "--category", "产品质量"])).len(), 1);
    assert!(values(&home.run(&["list", "--json", "--to", "2026-03-11"])).is_empty());
}

#[test]
fn verify_says_that_both_copies_are_whole() {
    let home = Home::practice();
    assert!(home.act(&registration("2026-03-12T09:00:00+08:00")).status.success());
    let verified = values(&home.run(&["verify", "--json"])).remove(0);
    assert_eq!((verified["sound"].as_bool(), &verified["journal"]["facts"]), (Some(true), &verified["head"]));
}

#[test]
fn a_report_is_written_whole_in_three_shapes() {
    let home = Home::practice();
    assert!(home.act(&registration("2026-03-12T09:00:00+08:00")).status.success());
    for name in ["月报.xlsx", "month.csv", "month.json"] {
        let written = home.run(&["report", "month", "2026-03", "--out", name]);
        assert!(written.status.success(), "{name}: {}", err(&written));
        let bytes = std::fs::read(home.folder.path().join(name)).unwrap();
        assert!(bytes.len() > 500, "{name}");
    }
    let value: Value = serde_json::from_slice(&std::fs::read(home.folder.path().join("month.json")).unwrap()).unwrap();
    assert_eq!(value["overview"]["this"]["new"], 1);
    let nowhere = home.run(&["report", "month", "2026-03", "--out", "book/month.csv/x.csv"]);
    assert!(nowhere.status.success() || !err(&nowhere).contains("panicked"));
}

/// Files below a folder, for comparing.
pub fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
