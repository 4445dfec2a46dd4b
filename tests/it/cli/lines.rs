//! `redress act`: what comes in, one answer a line.

use serde_json::Value;

use super::{Home, err, registration, values};

const MORNING: &str = "2026-03-12T09:00:00+08:00";

/// What bad lines are answered with; after each a good one is carried out all the same.
#[track_caller]
fn answered(rows: &[(Vec<u8>, &str, &str)]) {
    let home = Home::practice();
    let good = registration(MORNING);
    let input: Vec<u8> = rows.iter().flat_map(|it| [it.0.as_slice(), b"\n", good.as_bytes(), b"\n"].concat()).collect();
    let output = home.fed(&["act"], &input);
    let answers = values(&output);
    assert_eq!(answers.len(), 2 * rows.len());
    for (place, ((line, with, says), told)) in rows.iter().zip(answers.chunks(2)).enumerate() {
        let shown = String::from_utf8_lossy(line).chars().take(120).collect::<String>();
        assert_eq!(told[0]["line"], 2 * place + 1, "{shown}");
        assert!(told[0][with].to_string().contains(says), "{shown}: {}", told[0]);
        assert!(told[1]["done"]["complaint"].is_string(), "{shown}: {}", told[1]);
    }
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains(&rows.len().to_string()) && !err(&output).contains("panicked"), "{}", err(&output));
}

fn to_last(command: &str) -> String {
    format!(r#"{{"by":1,"to":"20260311-001","commands":[{command}]}}"#)
}

#[test]
fn bad_input_is_named_and_the_next_line_goes_on() {
    let dated = registration(MORNING);
    let rows = [
        ("{".to_owned(), "error", "EOF"),
        ("[]".to_owned(), "error", "object"),
        ("\"register\"".to_owned(), "error", "object"),
        (r#"{"by":1,"to":"new"}"#.to_owned(), "error", "commands"),
        (r#"{"by":1,"to":"new","commands":[]}"#.to_owned(), "error", "register"),
        (r#"{"by":1,"to":"office","commands":[]}"#.to_owned(), "refused", "nothing"),
        (r#"[1,"new",[]]"#.to_owned(), "error", "object"),
        (r#"{"by":1,"to":"banana","commands":[]}"#.to_owned(), "error", "banana"),
        (r#"{"by":-1,"to":"new","commands":[]}"#.to_owned(), "error", "u32"),
        (r#"{"by":1,"to":"new","comands":[]}"#.to_owned(), "error", "comands"),
        (r#"{"by":1,"by":2,"to":"new","commands":[]}"#.to_owned(), "error", "duplicate"),
        (to_last(r#"{"do":"fly"}"#), "error", "fly"),
        (to_last(r#"{"do":"note","words":""}"#), "error", "empty"),
        (to_last(&format!(r#"{{"do":"note","words":"{}"}}"#, "很".repeat(5_000))), "error", "4000"),
        (to_last(r#"{"do":"note","words":"嗯"}"#), "refused", "no_such_complaint"),
        (dated.replace("\"content\"", "\"contents\":\"x\",\"content\""), "error", "contents"),
        (dated.replace("\"name\"", "\"nick\":\"x\",\"name\""), "error", "commands[0].details.complainant.nick"),
        (dated.replace("138 0617 2206", "call me"), "error", "telephone"),
        (dated.replace("\"category\":2", "\"category\":999"), "refused", "unknown_category"),
        (dated.replace("\"by\":1", "\"by\":999"), "refused", "not_a_member"),
        (dated.replace(MORNING, "noon"), "error", "premature end"),
        (dated.replace("\"severity\":\"minor\"", "\"severity\":\"terrible\""), "error", "terrible"),
        (dated.replace("{\"do\":\"register\"", "{\"do\":\"archive\"},{\"do\":\"register\""), "error", "register"),
    ];
    answered(&rows.map(|(line, with, says)| (line.into_bytes(), with, says)));
}

#[test]
fn bytes_that_are_no_text_and_lines_without_end_are_named() {
    let deep = format!(r#"{{"by":1,"to":"new","commands":[{}"#, "[".repeat(4_000)).into_bytes();
    answered(&[
        (b"{\"by\":1,\xff}".to_vec(), "error", "UTF-8"),
        (vec![b'x'; 5 << 20], "error", "longer"),
        (deep, "error", "recursion"),
    ]);
    let nothing_before = Home::practice().act(r#"{"by":1,"to":"last","commands":[]}"#);
    assert!(values(&nothing_before)[0]["error"].to_string().contains("no line before"));
}

#[test]
fn blank_lines_a_mark_at_the_head_and_windows_line_ends_do_no_harm() {
    let home = Home::practice();
    let input = format!("\u{feff}{}\r\n\r\n   \n{}\r\n", registration(MORNING), registration(MORNING));
    let output = home.act(&input);
    assert!(output.status.success(), "{:?}", values(&output));
    let lines: Vec<Value> = values(&output).iter().map(|it| it["line"].clone()).collect();
    assert_eq!(lines, [1, 4]);
}

#[test]
fn a_press_that_is_sent_again_is_written_once() {
    let home = Home::practice();
    let press = "\"press\":\"0190163d-8694-739b-aea5-966c26f8ad91\",\"by\":1";
    let line = registration(MORNING).replace("\"by\":1", press);
    let first = values(&home.act(&line)).remove(0);
    let again = values(&home.act(&line)).remove(0);
    assert_eq!(first["done"]["complaint"], again["done"]["complaint"]);
    assert_eq!((&first["done"]["repeated"], &again["done"]["repeated"]), (&false.into(), &true.into()));
}

#[test]
fn a_stale_view_is_told() {
    let home = Home::practice();
    let judge = r#"{"by":1,"to":"last","seen":1,"at":"2026-03-12T09:03:00+08:00","commands":[{"do":"judge","validity":"founded","reason":"属实"}]}"#;
    let answers = values(&home.act(&format!("{}\n{judge}\n{judge}\n", registration(MORNING))));
    assert!(answers[1]["done"].is_object(), "{}", answers[1]);
    assert_eq!(answers[2]["refused"]["overtaken"]["by"], 1, "{}", answers[2]);
    assert!(answers[2]["text"].as_str().is_some_and(|it| it.contains("林晓芸")), "{}", answers[2]);
}

#[test]
fn a_work_office_takes_no_time_from_outside() {
    let home = Home::new();
    assert!(home.run(&["new", "--name", "恒川电器"]).status.success());
    let answers = values(&home.act(&registration(MORNING)));
    assert_eq!(answers[0]["refused"], "not_practice");
    let now = registration(MORNING).replace(&format!("\"at\":\"{MORNING}\","), "");
    assert!(values(&home.act(&now))[0]["done"].is_object());
}
