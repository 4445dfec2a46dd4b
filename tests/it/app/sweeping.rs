//! What time alone brings about.

use redress::app::Request;
use redress::books::Books;
use redress::domain::complaint::terms::{Satisfaction, Validity};
use redress::domain::complaint::{Command, Event, Stage};
use redress::domain::record::{Fact, PROGRAM, Position};
use redress::store::{EventLog, wait};

use super::{Hall, act, done};
use crate::world::{FIRST, judged, text};

fn books(hall: &Hall) -> Books {
    let mut books = Books::default();
    books.absorb(&wait(hall.log.after(Position::START, usize::MAX)).unwrap());
    books
}

#[test]
fn the_third_missed_report_and_the_archive_are_swept_once() {
    let mut hall = Hall::practice();
    let desk = hall.desk();
    let dispatch = Command::Dispatch { to: hall.world.to_department(), note: None };
    let silent = act(&desk, hall.registration().then(judged(Validity::Founded)).then(dispatch)).unwrap();
    let silent = silent.complaint().unwrap();
    act(&desk, Request::complaint(hall.world.handler(), silent, Command::Accept { order: FIRST })).unwrap();
    let solve = Command::Solve { solution: text("电话指导"), satisfaction: Satisfaction::Satisfied };
    let solved = act(&desk, hall.registration().then(solve)).unwrap().complaint().unwrap();

    assert_eq!(done(desk.sweep(&books(&hall))), Ok(0), "nothing is due yet");
    hall.at("2026-03-12 10:35");
    let before = books(&hall);
    let (one, two) = (hall.desk(), hall.desk());
    assert_eq!(done(one.sweep(&before)), Ok(1));
    assert_eq!(done(two.sweep(&before)), Ok(0), "with the same old books");
    let facts = done(desk.history(silent)).unwrap();
    let supervised = |it: &&redress::domain::record::Recorded| match &it.fact {
        Fact::Complaint(entry) => matches!(entry.event, Event::Supervised { .. }) && it.by == PROGRAM,
        Fact::Office(_) | Fact::Customer(_) => false,
    };
    assert_eq!(facts.iter().filter(supervised).count(), 1);

    hall.at("2026-04-12 10:00");
    assert_eq!(done(desk.sweep(&books(&hall))), Ok(1));
    assert_eq!(done(desk.sweep(&books(&hall))), Ok(0));
    assert!(books(&hall).complaint(solved).is_none_or(|it| it.stage == Stage::Archived));
}
