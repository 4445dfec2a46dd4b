//! `redress act` attaches files by path: kept before they are named, all of a line or nothing of it.

use std::fs;
use std::path::{Path, PathBuf};

use redress::app::attachments::LARGEST;
use serde_json::{Value, json};

use super::{Home, out, registration, values};

const MORNING: &str = "2026-03-12T09:00:00+08:00";
const LATER: &str = "2026-03-12T09:05:00+08:00";

fn to_last(commands: &Value) -> String {
    json!({ "by": 1, "to": "last", "at": LATER, "commands": commands }).to_string()
}

fn attach(path: &str) -> Value {
    json!({ "do": "attach", "path": path })
}

/// Where what is kept lies on the disk.
fn places(home: &Home) -> Vec<PathBuf> {
    let list = |it: &Path| -> Vec<PathBuf> {
        fs::read_dir(it).map(|all| all.map(|it| it.unwrap().path()).collect()).unwrap_or_default()
    };
    list(&home.folder.path().join("book").join("files")).iter().flat_map(|it| list(it)).collect()
}

/// The plain text of what is kept (a mark of how it is sealed, then the content), by its hash.
fn kept(home: &Home) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = places(home)
        .iter()
        .map(|it| (it.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(it).unwrap()[1..].to_vec()))
        .collect();
    all.sort();
    all
}

/// The facts that attach something to the complaint that a line was about.
fn attached(home: &Home, number: &Value) -> Vec<Value> {
    let shown = values(&home.run(&["show", number.as_str().unwrap(), "--json"])).remove(0);
    let mut found = Vec::new();
    search(&shown, &mut found);
    found
}

fn search(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(fields) => {
            let is_one = fields.contains_key("hash") && fields.contains_key("bytes");
            if is_one && !found.contains(value) {
                found.push(value.clone());
            }
            fields.values().for_each(|it| search(it, found));
        }
        Value::Array(list) => list.iter().for_each(|it| search(it, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn a_file_is_attached_by_its_path_and_comes_back_whole() {
    let home = Home::practice();
    // The program runs in the home: a relative path begins there.
    fs::create_dir(home.folder.path().join("照片")).unwrap();
    fs::write(home.folder.path().join("照片/外机 1.jpg"), b"outside").unwrap();
    let whole = home.folder.path().join("录音.mp3");
    fs::write(&whole, b"voice").unwrap();
    let mut new: Value = serde_json::from_str(&registration(MORNING)).unwrap();
    new["commands"].as_array_mut().unwrap().push(attach("照片/外机 1.jpg"));
    let then = to_last(&json!([attach(whole.to_str().unwrap()), { "do": "note", "words": "客户发来录音" }]));
    let output = home.act(&format!("{new}\n{then}\n"));
    assert!(output.status.success(), "{:?}", values(&output));
    let number = values(&output)[0]["done"]["complaint"].clone();

    fs::remove_file(&whole).unwrap();
    let held = attached(&home, &number);
    let names: Vec<_> = held.iter().map(|it| (it["name"].clone(), it["bytes"].clone())).collect();
    assert_eq!(names, [(json!("外机 1.jpg"), json!(7)), (json!("录音.mp3"), json!(5))]);
    for (file, content) in held.iter().zip([b"outside".as_slice(), b"voice"]) {
        let hash = file["hash"].as_str().unwrap().to_owned();
        assert!(kept(&home).contains(&(hash, content.to_vec())), "{file}");
    }

    // What is kept may be named by its hash, and a file that is there already is not there twice.
    let hash = |hash: &str, bytes: u64| json!([{ "do": "attach", "name": "录音.mp3", "hash": hash, "bytes": bytes }]);
    let voice = held[1]["hash"].as_str().unwrap();
    let again = to_last(&hash(voice, 5)).replace(LATER, "2026-03-12T09:10:00+08:00");
    let second = home.act(&format!("{}\n{again}\n{again}\n", registration(LATER)));
    let answers = values(&second);
    assert!(answers[1]["done"].is_object(), "{}", answers[1]);
    assert_eq!(answers[2]["refused"]["complaint"]["refused"], "done_already", "{}", answers[2]);
}

#[test]
fn what_cannot_be_attached_is_named_and_nothing_of_its_line_happens() {
    let home = Home::practice();
    let at = |name: &str| home.folder.path().join(name);
    fs::write(at("good.jpg"), b"good").unwrap();
    fs::write(at("empty.txt"), b"").unwrap();
    fs::create_dir(at("folder")).unwrap();
    fs::File::create(at("film.mp4")).unwrap().set_len(LARGEST + 1).unwrap();
    let nowhere = "0".repeat(64);
    let rows = [
        (attach("missing.jpg"), "commands[1].path: no such file", "已不在"),
        (attach(""), "commands[1].path: no such file", ""),
        (attach("folder"), "commands[1].path: not a file", "文件夹"),
        (attach("empty.txt"), "commands[1].path: empty", "空"),
        (attach("film.mp4"), "commands[1].path: 52428801 bytes", "50 MB"),
        (attach("good.jpg/inside"), "commands[1].path: ", ""),
        (attach("nul\0.jpg"), "commands[1].path: ", ""),
        (attach(&"x".repeat(70_000)), "commands[1].path: ", ""),
        (json!({ "do": "attach", "path": 7 }), "commands[1]: ", ""),
        (json!({ "do": "attach", "path": "good.jpg", "hash": nowhere }), "unknown field", ""),
        (json!({ "do": "attach", "name": "x", "hash": nowhere, "bytes": 4 }), "commands[1].hash: not kept", "文件"),
        (json!({ "do": "fly", "path": "good.jpg" }), "fly", ""),
        (json!({ "do": "note", "words": "" }), "empty", ""),
    ];
    // Each time a good file stands before what is wrong.
    let lines = rows.iter().map(|it| to_last(&json!([attach("good.jpg"), it.0])) + "\n");
    let input = format!("{}\n{}", registration(MORNING), lines.collect::<String>());
    let output = home.act(&input);
    assert_eq!(output.status.code(), Some(1));
    let answers = values(&output);
    assert_eq!(answers.len(), 1 + rows.len());
    for ((command, error, text), told) in rows.iter().zip(&answers[1..]) {
        let shown = command.to_string().chars().take(120).collect::<String>();
        assert!(told["error"].as_str().is_some_and(|it| it.contains(error)), "{shown}: {told}");
        assert!(text.is_empty() || told["text"].as_str().is_some_and(|it| it.contains(text)), "{shown}: {told}");
    }
    assert!(attached(&home, &answers[0]["done"]["complaint"]).is_empty());
    assert!(kept(&home).is_empty(), "{:?}", kept(&home));

    // Nothing but a complaint has files, and a new one begins with its registration.
    for to in ["office", "customer", "new"] {
        let line = json!({ "by": 1, "to": to, "at": LATER, "commands": [attach("good.jpg")] }).to_string();
        assert!(values(&home.act(&line))[0]["error"].is_string(), "{to}");
    }
    assert!(kept(&home).is_empty());
}

#[test]
fn verify_reads_every_file_and_names_the_complaint_of_a_bad_one() {
    let home = Home::practice();
    let at = |name: &str| home.folder.path().join(name);
    for name in ["a.jpg", "b.jpg", "c.jpg"] {
        fs::write(at(name), name).unwrap();
    }
    let mut new: Value = serde_json::from_str(&registration(MORNING)).unwrap();
    new["commands"].as_array_mut().unwrap().extend([attach("a.jpg"), attach("b.jpg")]);
    // What a refused line has kept is named by nobody.
    let refused = to_last(&json!([attach("c.jpg"), { "do": "accept", "order": 1 }]));
    let output = home.act(&format!("{new}\n{refused}\n"));
    let answers = values(&output);
    let number = answers[0]["done"]["complaint"].as_str().unwrap().to_owned();
    assert!(answers[1]["refused"].is_object(), "{}", answers[1]);
    let stock = |home: &Home| values(&home.run(&["verify", "--json"])).remove(0);

    let whole = stock(&home);
    assert_eq!(whole["sound"], true);
    assert_eq!((&whole["files"]["whole"], &whole["files"]["unnamed"]), (&json!(2), &json!(1)));
    let said = home.run(&["verify"]);
    assert!(out(&said).contains("附件 2 个，全部完好") && out(&said).contains("另有 1 个文件"), "{}", out(&said));

    let hashes: Vec<_> = attached(&home, &json!(number)).iter().map(|it| it["hash"].clone()).collect();
    let place = |hash: &Value| {
        places(&home).into_iter().find(|it| it.ends_with(hash.as_str().unwrap())).expect("a file of that name")
    };
    fs::write(place(&hashes[0]), b"\0changed").unwrap();
    fs::remove_file(place(&hashes[1])).unwrap();
    let bad = stock(&home);
    assert_eq!(bad["sound"], false);
    let troubles: Vec<_> = bad["files"]["bad"].as_array().unwrap().iter().map(|it| it["trouble"].clone()).collect();
    assert_eq!(troubles, [json!("file_damaged"), json!("file_missing")]);
    let said = home.run(&["verify"]);
    assert!(!said.status.success());
    for words in [&number, "损坏", "缺失", &hashes[0].as_str().unwrap()[..12]] {
        assert!(out(&said).contains(words), "{words}: {}", out(&said));
    }
    assert!(!out(&said).contains("a.jpg"), "the name of a file may be a customer's");
}

#[test]
fn tidy_takes_away_what_nobody_names_and_only_what_is_old() {
    let home = Home::practice();
    for name in ["a.jpg", "c.jpg", "d.jpg"] {
        fs::write(home.folder.path().join(name), name).unwrap();
    }
    let mut new: Value = serde_json::from_str(&registration(MORNING)).unwrap();
    new["commands"].as_array_mut().unwrap().push(attach("a.jpg"));
    // What refused lines have kept is named by nobody.
    let refused = to_last(&json!([attach("c.jpg"), attach("d.jpg"), { "do": "accept", "order": 1 }]));
    home.act(&format!("{new}\n{refused}\n"));
    let tidy = |more: &[&str]| values(&home.run(&[&["tidy", "--json"], more].concat())).remove(0);
    let found = |files: usize, young: usize| (json!(files), json!(young));
    let told = |it: &Value| (it["files"].clone(), it["young"].clone());
    assert_eq!(told(&tidy(&["--remove"])), found(0, 2), "what was kept today stays");

    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(40 * 24);
    for (path, (_, content)) in places(&home).iter().zip(kept_by_place(&home)) {
        if content != b"d.jpg" {
            fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
        }
    }
    assert_eq!(told(&tidy(&[])), found(1, 1));
    assert_eq!(kept(&home).len(), 3, "it was only counted");
    assert_eq!(told(&tidy(&["--days", "60", "--remove"])), found(0, 2));
    assert_eq!(told(&tidy(&["--remove"])), found(1, 1));
    let mut left: Vec<_> = kept(&home).into_iter().map(|(_, content)| content).collect();
    left.sort();
    assert_eq!(left, [b"a.jpg".to_vec(), b"d.jpg".to_vec()]);
    assert_eq!(values(&home.run(&["verify", "--json"]))[0]["sound"], true);
    assert!(!home.run(&["tidy", "--days", "6"]).status.success(), "a week is the least");
}

/// The same as [`kept`], in the order of the places.
fn kept_by_place(home: &Home) -> Vec<(String, Vec<u8>)> {
    let all = places(home).into_iter();
    all.map(|it| (it.display().to_string(), fs::read(it).unwrap()[1..].to_vec())).collect()
}
