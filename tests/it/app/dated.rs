//! Practice offices can be driven at stated times; others cannot.

use redress::app::{Refused, Request};
use redress::domain::complaint::terms::Validity;
use redress::domain::office::founding;

use super::{Hall, act, done};
use crate::world::{judged, text};

#[test]
fn a_practice_office_takes_the_time_from_outside() {
    let hall = Hall::practice();
    let desk = hall.desk();
    let nine = hall.world.moment("2026-02-02 09:00");
    let registration = Request::register(hall.world.desk(), hall.world.details()).at(nine);
    let registered = act(&desk, registration).unwrap();
    assert_eq!((registered.at, registered.complaint().unwrap().to_string().as_str()), (nine, "20260202-001"));
    let id = registered.complaint().unwrap();
    let earlier = hall.world.moment("2026-02-02 08:59");
    let judgement = || Request::complaint(hall.world.desk(), id, judged(Validity::Founded));
    assert_eq!(act(&desk, judgement().at(earlier)), Err(Refused::BeforeLastFact { last: nine }));
    let later = hall.world.moment("2026-02-02 09:04");
    act(&desk, judgement().at(later)).unwrap();
    assert_eq!(done(desk.history(id)).unwrap()[1].at, later);
}

#[test]
fn a_work_office_does_not() {
    let hall = Hall::of(founding::standard(text("恒川电器"), "zh-CN"));
    let registration = Request::register(hall.world.desk(), hall.world.details()).at(hall.world.now);
    assert_eq!(act(&hall.desk(), registration), Err(Refused::NotPractice));
}
