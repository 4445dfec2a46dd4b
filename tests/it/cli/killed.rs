//! Scenario 10: killed while writing, every acknowledged fact is there and the chain verifies.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::Value;

use super::{Home, registration, values};

#[test]
fn scenario_10_a_killed_program_leaves_everything_it_acknowledged() {
    let home = Home::practice();
    let mut child = home.command(&["act"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writing = std::thread::spawn(move || {
        for number in 0..2_000 {
            let line = registration("2026-03-12T09:00:00+08:00").replace("不制冷", &format!("第{number}次不制冷"));
            // The reader dies: that is what is tried here.
            if writeln!(input, "{line}").is_err() {
                break;
            }
        }
    });
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    let acknowledged: Vec<Value> =
        answers.by_ref().take(25).map(|it| serde_json::from_str(&it.unwrap()).unwrap()).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had said before it died counts too.
    let rest = answers.map_while(Result::ok).filter_map(|it| serde_json::from_str(&it).ok());
    let acknowledged: Vec<Value> = acknowledged.into_iter().chain(rest).collect();
    writing.join().unwrap();

    let verified = home.run(&["verify", "--json"]);
    assert!(verified.status.success(), "{}", super::err(&verified));
    let listed = values(&home.run(&["list", "--json", "--limit", "100000"]));
    assert!(25 <= acknowledged.len() && acknowledged.len() <= listed.len());
    for it in &acknowledged {
        assert!(listed.iter().any(|row| row["number"] == it["done"]["complaint"]), "{it}");
    }
}
