//! A program that is killed while it writes: what it was told is on disk is on disk, and nothing is torn.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use redress::domain::id::StreamId;
use redress::domain::record::Version;
use redress::store::envelope::Bundle;
use redress::store::report::Report;
use redress::store::{Embedded, Keeper, Seal, wait};

use super::house;

const CHILD: &str = "REDRESS_TEST_CHILD";
const BATCHES: &str = "REDRESS_TEST_BATCHES";
const IMAGE: &str = "REDRESS_TEST_IMAGE";
const ACKNOWLEDGED: &str = "REDRESS_TEST_ACKNOWLEDGED";
const ROUNDS: &str = "REDRESS_ROUNDS";

/// Not a law of its own: the program that [`a_killed_program_loses_nothing_acknowledged`] starts and kills. Started
/// otherwise it does nothing.
#[test]
fn child_that_appends() {
    let Some(root) = env::var_os(CHILD).map(PathBuf::from) else { return };
    let log = if root.join("office.redress").exists() {
        house::open(&root).unwrap().0
    } else {
        Embedded::create(&root, Seal::Open).unwrap().log
    };
    let mut versions: HashMap<StreamId, u32> = HashMap::new();
    for fact in house::all(&log) {
        versions.insert(fact.stream, fact.version.0);
    }
    let mut random = ChaCha8Rng::seed_from_u64(u64::from(std::process::id()));
    let rounds = env::var(BATCHES).ok().and_then(|it| it.parse().ok()).unwrap_or(u64::MAX);
    for _ in 0..rounds {
        let batches = if random.random_ratio(1, 6) { random.random_range(2..=20) } else { 1 };
        let mut bundles = Vec::new();
        for _ in 0..batches {
            let count = random.random_range(1..=4);
            let padding = if random.random_ratio(1, 20) { 9_000 } else { random.random_range(0..300) };
            let bundle = house::bundle(random.random_range(1..=60), 0, count, padding);
            let version = versions.entry(bundle.stream).or_default();
            let expected = Version(*version);
            *version += u32::try_from(count).unwrap();
            bundles.push(Bundle { expected, ..bundle });
        }
        for (answer, bundle) in wait(log.put(bundles.clone())).iter().zip(&bundles) {
            let line = format!("acknowledged {} {}\n", answer.as_ref().unwrap().last.0, bundle.press);
            // Not `println`: the test harness would keep the line to itself.
            stdout().write_all(line.as_bytes()).unwrap();
        }
        stdout().flush().unwrap();
    }
}

/// Not a law of its own: judges the image of a disk after a replayed power cut. Started otherwise it does nothing.
///
/// The child above writes under a recorder; images are rebuilt from the trace at random cuts; this opens each. The
/// file named by `REDRESS_TEST_ACKNOWLEDGED` holds what the child had printed by then.
#[test]
fn image_that_is_checked() {
    let Some(root) = env::var_os(IMAGE).map(PathBuf::from) else { return };
    let told = fs::read_to_string(env::var_os(ACKNOWLEDGED).unwrap()).unwrap();
    let acknowledged: Vec<_> = told.lines().filter_map(acknowledgement).collect();
    let report = check(&root, &acknowledged, 0);
    println!("checked {report:?}");
}

#[test]
fn a_killed_program_loses_nothing_acknowledged() {
    let root = tempfile::tempdir().unwrap();
    drop(Embedded::create(root.path(), Seal::Open).unwrap());
    let rounds = env::var(ROUNDS).ok().and_then(|it| it.parse().ok()).unwrap_or(50);
    let mut random = ChaCha8Rng::seed_from_u64(20_260_312);
    let mut acknowledged: Vec<(u64, String)> = Vec::new();
    for round in 0..rounds {
        acknowledged.extend(killed_after(root.path(), random.random_range(0..40), random.random_range(0..20_000)));
        let report = check(root.path(), &acknowledged, round);
        assert!(report.is_quiet(), "round {round}: {report:?}");
    }
    assert!(rounds < acknowledged.len(), "the children hardly wrote");
}

/// Starts the child, waits for some acknowledgements and a moment more, and kills it. All that it was told.
fn killed_after(root: &Path, lines: u32, micros: u64) -> Vec<(u64, String)> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["store::crash::child_that_appends", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, root)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (tell, told) = mpsc::channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    let reader = thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            if let Some(one) = acknowledgement(&line) {
                tell.send(one).unwrap();
            }
        }
    });
    let mut acknowledged = Vec::new();
    for _ in 0..lines {
        acknowledged.push(told.recv().unwrap());
    }
    if let Ok(one) = told.recv_timeout(Duration::from_micros(micros)) {
        acknowledged.push(one);
    }
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    acknowledged.extend(told);
    acknowledged
}

fn acknowledgement(line: &str) -> Option<(u64, String)> {
    let mut words = line.split(' ');
    match (words.next(), words.next(), words.next()) {
        (Some("acknowledged"), Some(last), Some(press)) => Some((last.parse().unwrap(), press.to_owned())),
        _ => None,
    }
}

/// All that was acknowledged is there, every batch is whole, both copies are sound.
#[track_caller]
fn check(root: &Path, acknowledged: &[(u64, String)], round: usize) -> Report {
    let (log, report) = house::open(root).unwrap();
    assert_eq!(report.lost, [], "round {round}");
    let facts = house::all(&log);
    for (last, press) in acknowledged {
        let fact = usize::try_from(*last).ok().and_then(|it| facts.get(it - 1));
        let found = fact.map(|it| (it.position.0, it.press.to_string()));
        assert_eq!(found.as_ref(), Some(&(*last, press.clone())), "round {round}: {report:?}");
    }
    let mut versions: HashMap<StreamId, u32> = HashMap::new();
    let mut left = 0;
    for (fact, position) in facts.iter().zip(1..) {
        let version = versions.entry(fact.stream).or_default();
        *version += 1;
        assert_eq!((fact.position.0, fact.version.0), (position, *version), "round {round}");
        let body = String::from_utf8(fact.piece.clone().unwrap().body).unwrap();
        let mut words = body.split(' ');
        let place: u32 = words.next().unwrap().parse().unwrap();
        let count: u32 = words.nth(1).unwrap().parse().unwrap();
        let expected = if left == 0 { 1 } else { count - left + 1 };
        assert_eq!(place, expected, "round {round}: a torn batch at {position}");
        left = count - place;
    }
    assert_eq!(left, 0, "round {round}: a torn batch at the end");
    assert!(wait(log.verify(|_| ())).unwrap().is_sound(), "round {round}");
    report
}
