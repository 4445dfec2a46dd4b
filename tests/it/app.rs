//! The desk: who wishes what, what is written, what is told.

use std::sync::Arc;

use redress::app::{Desk, Done, EventLog, Given, Now, Refused, Request, Wish, press};
use redress::domain::complaint::{self, Command, Rejection, Stage};
use redress::domain::customer::Numbers;
use redress::domain::id::{PersonId, PressId, StreamId};
use redress::domain::moment::Moment;
use redress::domain::office::{self, founding};
use redress::domain::record::{Fact, PROGRAM, Position, Version};
use redress::domain::role::Role;
use redress::store::{Batch, Memory, wait};

use crate::world::{World, judged, text};
use redress::domain::complaint::terms::Validity;

mod dated;
mod merging;
mod months;
mod opening;
mod practice;
mod sweeping;

/// An office in memory, and the world that knows who is who in it.
pub struct Hall {
    pub log: Arc<Memory>,
    pub world: World,
    pub clock: Arc<Given>,
}

pub fn done<T>(future: impl Future<Output = T> + Send + 'static) -> T {
    wait(Box::pin(future))
}

impl Hall {
    pub fn of(events: Vec<office::Event>) -> Self {
        let world = World::new();
        let log = Arc::new(Memory::default());
        let facts = events.into_iter().map(Fact::Office).collect();
        let (stream, expected) = (StreamId::Office, Version::NONE);
        let batch = Batch { stream, expected, beside: Vec::new(), press: press(), at: world.now, by: PROGRAM, facts };
        wait(log.append(batch)).unwrap();
        let clock = Arc::new(Given::at(world.now));
        Self { log, world, clock }
    }

    pub fn practice() -> Self {
        Self::of(founding::practice("zh-CN"))
    }

    pub fn desk(&self) -> Desk {
        let log: Arc<dyn EventLog> = Arc::<Memory>::clone(&self.log);
        let clock: Arc<dyn Now> = Arc::<Given>::clone(&self.clock);
        Desk::new(log, clock)
    }

    pub fn at(&mut self, when: &str) {
        self.world.at(when);
        self.clock.set(self.world.now);
    }

    fn registration(&self) -> Request {
        Request::register(self.world.desk(), self.world.details())
    }

    fn facts(&self) -> usize {
        wait(self.log.after(Position::START, usize::MAX)).unwrap().len()
    }
}

fn act(desk: &Desk, request: Request) -> Result<Done, Refused> {
    done(desk.act(request))
}

#[test]
fn registering_gives_the_numbers_of_the_day_in_order() {
    let mut hall = Hall::practice();
    let desk = hall.desk();
    let number = |desk: &Desk, hall: &Hall| {
        act(desk, hall.registration()).unwrap().complaint().map(|it| it.to_string()).unwrap()
    };
    assert_eq!(number(&desk, &hall), "20260312-001");
    assert_eq!(number(&desk, &hall), "20260312-002");
    // Midnight in the office, not in Greenwich: 00:30 there is the evening before here.
    hall.at("2026-03-13 00:30");
    assert_eq!(number(&desk, &hall), "20260313-001");
}

#[test]
fn a_desk_that_begins_in_the_middle_of_a_day_finds_the_first_free_number() {
    let hall = Hall::practice();
    for already in 0..13 {
        let head = wait(hall.log.after(Position::START, usize::MAX)).unwrap().last().map(|it| it.position).unwrap();
        let log: Arc<dyn EventLog> = Arc::<Memory>::clone(&hall.log);
        let fresh = Desk::knowing(
            log,
            Arc::<Given>::clone(&hall.clock),
            ((*hall.world_office()).clone(), Numbers::default(), head),
        );
        let id = act(&fresh, hall.registration()).unwrap().complaint().unwrap();
        assert_eq!(id.sequence(), already + 1);
    }
}

impl Hall {
    fn world_office(&self) -> &office::Office {
        &self.world.office
    }
}

#[test]
fn two_desks_that_register_at_once_get_two_numbers() {
    let hall = Hall::practice();
    let (one, two) = (hall.desk(), hall.desk());
    // Both have caught up before either writes: polled in turns, neither runs ahead.
    let both = async { tokio::join!(one.act(hall.registration()), two.act(hall.registration())) };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (first, second) = runtime.block_on(both);
    let mut numbers = [first, second].map(|it| it.unwrap().complaint().unwrap().sequence());
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(act(&two, hall.registration()).unwrap().complaint().unwrap().sequence(), 3);
}

#[test]
fn eight_desks_on_threads_leave_no_gap_and_no_number_twice() {
    let hall = Hall::practice();
    let mut numbers: Vec<u32> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let (desk, hall) = (hall.desk(), &hall);
                scope.spawn(move || {
                    (0..5)
                        .map(|_| act(&desk, hall.registration()).unwrap().complaint().unwrap().sequence())
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads.into_iter().flat_map(|it| it.join().unwrap()).collect()
    });
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=40).collect::<Vec<_>>());
}

#[test]
fn a_press_sent_twice_is_written_once_and_answers_the_same() {
    let mut hall = Hall::practice();
    let desk = hall.desk();
    let registration = hall.registration();
    let first = act(&desk, registration.clone()).unwrap();
    let before = hall.facts();
    hall.at("2026-03-12 09:05");
    // A desk that was started anew knows of no press.
    for desk in [desk.clone(), hall.desk()] {
        let again = act(&desk, registration.clone()).unwrap();
        assert!(again.receipt.repeated);
        assert_eq!(
            (again.receipt.first, again.receipt.last, again.complaint(), again.at),
            (first.receipt.first, first.receipt.last, first.complaint(), first.at)
        );
    }
    let id = first.complaint().unwrap();
    let judgement = Request::complaint(hall.world.desk(), id, judged(Validity::Founded));
    let first = act(&desk, judgement.clone()).unwrap();
    let again = act(&hall.desk(), judgement).unwrap();
    assert!(again.receipt.repeated && !first.receipt.repeated);
    assert_eq!((again.receipt.last, again.at), (first.receipt.last, first.at));
    assert_eq!(hall.facts(), before + 1);
}

#[test]
fn an_office_press_sent_twice_is_written_once() {
    let hall = Hall::practice();
    let desk = hall.desk();
    let admin = hall.world.person(Role::Admin, None);
    let rename = Request::office(admin, office::Command::Rename { name: text("恒川家电") });
    let first = act(&desk, rename.clone()).unwrap();
    let again = act(&desk, rename.clone()).unwrap();
    assert_eq!((again.receipt.last, again.receipt.repeated), (first.receipt.last, true));
    let other = Request { press: press(), ..rename };
    assert_eq!(act(&desk, other), Err(Refused::Office(office::Rejection::NothingChanged)));
    assert_eq!(desk.office().name(), "恒川家电");
}

#[test]
fn several_commands_are_one_batch_or_none() {
    let hall = Hall::practice();
    let desk = hall.desk();
    let dispatch = || Command::Dispatch { to: hall.world.to_department(), note: None };
    let before = hall.facts();
    let refused = act(&desk, hall.registration().then(dispatch()).then(judged(Validity::Founded)));
    assert_eq!(
        refused,
        Err(Refused::Complaint(Rejection::NotNow { verb: complaint::Verb::Dispatch, stage: Stage::ToJudge }))
    );
    assert_eq!(hall.facts(), before, "not even the registration was written");
    let done_ = act(&desk, hall.registration().then(judged(Validity::Founded)).then(dispatch())).unwrap();
    assert_eq!(done_.version(), Version(3));
    let history = done(desk.history(done_.complaint().unwrap())).unwrap();
    let press: Vec<PressId> = history.iter().map(|it| it.press).collect();
    assert!(press.iter().all(|it| *it == press[0]));
    assert_eq!(complaint::Complaint::fold(&history).unwrap().stage, Stage::InHandling);
}

#[test]
fn who_saw_an_old_version_is_told_who_was_faster() {
    let mut hall = Hall::practice();
    let (one, two) = (hall.desk(), hall.desk());
    let registered = act(&one, hall.registration()).unwrap();
    let id = registered.complaint().unwrap();
    let supervisor = hall.world.supervisor();
    hall.at("2026-03-12 09:03");
    act(&two, Request::complaint(supervisor, id, judged(Validity::Founded))).unwrap();
    let stale = Request::complaint(hall.world.desk(), id, judged(Validity::Unfounded)).seen(registered.version());
    let told = Refused::Overtaken { by: supervisor, at: hall.world.now, version: Version(2) };
    assert_eq!(act(&one, stale.clone()), Err(told));
    let fresh = stale.seen(Version(2)).of(press());
    assert_eq!(act(&one, fresh).unwrap().version(), Version(3));
}

#[test]
fn what_claims_to_have_seen_nothing_is_decided_on_what_is() {
    let hall = Hall::practice();
    let desk = hall.desk();
    let id = act(&desk, hall.registration()).unwrap().complaint().unwrap();
    let note = |by: PersonId| Request::complaint(by, id, Command::Note { words: text("客户来电") });
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let (desk, request) = (hall.desk(), note(hall.world.desk()));
            scope.spawn(move || {
                // Others may be faster five times in a row; that is told, and the same press is sent again.
                while let Err(refused) = act(&desk, request.clone()) {
                    assert!(matches!(refused, Refused::Overtaken { .. }), "{refused:?}");
                }
            });
        }
    });
    assert_eq!(done(desk.history(id)).unwrap().len(), 5);
}

#[test]
fn what_is_refused_says_why() {
    let hall = Hall::practice();
    let desk = hall.desk();
    let desk_person = hall.world.desk();
    let nobody = redress::domain::id::ComplaintId::new(hall.world.calendar().day_of(hall.world.now), 77);
    assert_eq!(
        act(&desk, Request::complaint(desk_person, nobody, Command::Archive)),
        Err(Rejection::NoSuchComplaint.into())
    );
    let nothing = Request::new(desk_person, Wish::Complaint { id: nobody, commands: Vec::new() });
    assert_eq!(act(&desk, nothing), Err(Refused::Nothing));
    let stranger = Request::register(PersonId(999), hall.world.details());
    assert_eq!(act(&desk, stranger), Err(Rejection::NotAMember { person: PersonId(999) }.into()));
    let empty = Desk::new(Arc::new(Memory::default()), Arc::<Given>::clone(&hall.clock));
    let rename = Request::office(desk_person, office::Command::Rename { name: text("无") });
    assert_eq!(act(&empty, rename), Err(office::Rejection::NotFounded.into()));
}

#[test]
fn the_feed_tells_every_fact_once_and_waits_for_the_next() {
    let hall = Hall::practice();
    let desk = hall.desk();
    let mut feed = desk.feed(Position::START);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let first = runtime.block_on(feed.next()).unwrap();
    assert_eq!(first.facts.len(), hall.facts());
    assert_eq!(runtime.block_on(feed.there()).unwrap(), None);
    let (page, written) = runtime.block_on(async { tokio::join!(feed.next(), desk.act(hall.registration())) });
    let (page, written) = (page.unwrap(), written.unwrap());
    assert_eq!(page.facts.iter().map(|it| it.position).collect::<Vec<_>>(), vec![written.receipt.first]);
    assert_eq!(feed.position(), written.receipt.last);
}

#[test]
fn a_clock_that_was_set_back_does_not_turn_the_order_of_facts() {
    let mut hall = Hall::practice();
    let desk = hall.desk();
    hall.at("2026-03-12 10:00");
    let id = act(&desk, hall.registration()).unwrap().complaint().unwrap();
    let ten: Moment = hall.world.now;
    hall.at("2026-03-12 09:30");
    let judged = act(&desk, Request::complaint(hall.world.desk(), id, judged(Validity::Founded))).unwrap();
    assert_eq!(judged.at, ten);
}
