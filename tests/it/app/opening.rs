//! Offices on the disk: founded, opened, opened again, refused.

use std::path::Path;
use std::sync::Arc;

use redress::app::{self, Given, NotOpened, Now, Opened, Request};
use redress::domain::office::founding::Founding;
use redress::domain::record::Position;

use super::{Hall, act, done};
use crate::world::text;

fn clock() -> Arc<dyn Now> {
    Arc::new(Given::at(crate::world::World::new().now))
}

fn founding() -> Founding {
    Founding::standard(text("恒川电器"), "zh-CN").unwrap()
}

fn found(folder: &Path) -> Opened {
    app::found(folder, clock(), founding()).unwrap()
}

#[test]
fn a_founded_office_is_ready_for_its_first_complaint_and_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::practice();
    let opened = found(folder.path());
    assert_eq!(opened.books.office().name(), "恒川电器");
    let registration = Request::register(opened.books.office().people().next().unwrap().id, hall.world.details());
    let id = act(&opened.desk, registration).unwrap().complaint().unwrap();
    drop(opened);

    let mut steps = 0;
    let again = app::open(folder.path(), clock(), &mut |_| steps += 1).unwrap();
    assert!(again.report.is_quiet(), "{:?}", again.report);
    assert!(again.books.complaint(id).is_some());
    assert_eq!(again.books.position(), again.house.head());
    assert!(steps > 0);
    assert!(done(again.house.verify(|_| {})).unwrap().is_sound());
}

#[test]
fn opened_or_founded_an_office_has_the_same_books() {
    let folder = tempfile::tempdir().unwrap();
    let first = app::open_or_found(folder.path(), clock(), founding, &mut |_| {}).unwrap();
    let books = first.books.clone();
    drop(first);
    let second = app::open_or_found(folder.path(), clock(), founding, &mut |_| {}).unwrap();
    assert!(second.books == books && books.position() > Position::START);
}

#[test]
fn a_second_window_is_told_and_so_is_a_second_founding() {
    let folder = tempfile::tempdir().unwrap();
    let open = found(folder.path());
    let shown = folder.path().display().to_string();
    let second = app::open(folder.path(), clock(), &mut |_| {}).map(|_| ());
    assert_eq!(second, Err(NotOpened::Locked { folder: shown.clone() }));
    drop(open);
    let again = app::found(folder.path(), clock(), founding()).map(|_| ());
    assert_eq!(again, Err(NotOpened::Taken { folder: shown }));
}

#[test]
fn no_office_is_no_office() {
    let folder = tempfile::tempdir().unwrap();
    let none = app::open(&folder.path().join("nothing"), clock(), &mut |_| {}).map(|_| ());
    assert!(matches!(none, Err(NotOpened::NotAnOffice { .. })), "{none:?}");
}

#[test]
fn a_founding_that_was_cut_off_is_finished_by_the_window_and_by_the_command_line() {
    type Start = fn(&Path) -> Result<Opened, NotOpened>;
    let window: Start = |folder| app::open_or_found(folder, clock(), founding, &mut |_| {});
    let line: Start = |folder| app::found(folder, clock(), founding());
    for start in [window, line] {
        let folder = tempfile::tempdir().unwrap();
        // The folder is there, its first facts are not.
        drop(redress::store::Embedded::create(folder.path(), redress::store::Seal::Open).unwrap());
        let opened = start(folder.path()).unwrap();
        assert_eq!(opened.books.office().name(), "恒川电器");
        assert_eq!(opened.desk.office().name(), "恒川电器");
    }
}

#[test]
fn books_from_a_checkpoint_are_the_books_of_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::practice();
    let opened = found(folder.path());
    assert!(!opened.house.wants_checkpoint(&opened.books), "a handful of facts is read quickly");
    done(opened.house.keep_checkpoint(&opened.books));
    let person = opened.books.office().people().next().unwrap().id;
    let id = act(&opened.desk, Request::register(person, hall.world.details())).unwrap().complaint().unwrap();
    drop(opened);

    let with = app::open(folder.path(), clock(), &mut |_| {}).unwrap();
    let books = with.books.clone();
    assert!(books.complaint(id).is_some(), "what came after the checkpoint is told");
    drop(with);
    std::fs::remove_dir_all(folder.path().join("checkpoints")).unwrap();
    let without = app::open(folder.path(), clock(), &mut |_| {}).unwrap();
    assert!(without.books == books);
}
