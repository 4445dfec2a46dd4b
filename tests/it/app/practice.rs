//! The practice year.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use redress::app::demo::{Plan, year};
use redress::books::Books;
use redress::domain::complaint::terms::CloseCode;
use redress::domain::complaint::{Complaint, Event, OrderStage, Stage};
use redress::domain::office::founding;
use redress::domain::record::{Fact, Position, Recorded};
use redress::store::{Batch, EventLog, Memory, wait};

use crate::world::World;

fn plan(complaints: u32) -> Plan {
    let mut world = World::new();
    world.at("2026-03-12 10:42");
    Plan { complaints, months: 12, seed: 7, until: world.now }
}

fn made(complaints: u32) -> Vec<Batch> {
    year(founding::practice("zh-CN"), &plan(complaints)).unwrap()
}

fn told(batches: Vec<Batch>) -> (Books, Vec<Recorded>) {
    let log = Arc::new(Memory::default());
    for answer in wait(log.append_many(batches)) {
        answer.unwrap();
    }
    let facts = wait(log.after(Position::START, usize::MAX)).unwrap();
    let mut books = Books::default();
    books.absorb(&facts);
    (books, facts)
}

#[test]
fn the_same_plan_makes_the_same_year() {
    assert_eq!(made(40), made(40));
    assert_ne!(made(40), year(founding::practice("zh-CN"), &Plan { seed: 8, ..plan(40) }).unwrap());
}

#[test]
fn a_year_is_in_the_order_of_time_and_ends_at_its_end() {
    let batches = made(120);
    assert!(batches.windows(2).all(|it| it[0].at <= it[1].at));
    assert!(batches.iter().all(|it| it.at <= plan(1).until));
    let (books, _) = told(batches);
    assert_eq!(books.ledger().len(), 120);
}

#[test]
fn a_year_of_five_hundred_reaches_every_stage_and_every_way_of_closing() {
    let (books, facts) = told(made(500));
    let mut complaints: BTreeMap<_, Complaint> = BTreeMap::new();
    for id in books.ledger().rows().iter().map(|it| it.id) {
        let own: Vec<&Recorded> =
            facts.iter().filter(|it| it.stream == redress::domain::id::StreamId::Complaint(id)).collect();
        complaints.insert(id, Complaint::fold(own).unwrap());
    }
    let stages: BTreeSet<Stage> = complaints.values().map(|it| it.stage).collect();
    let closings: BTreeSet<CloseCode> =
        complaints.values().filter_map(|it| it.closing.as_ref().map(|it| it.code)).collect();
    assert_eq!(stages, Stage::ALL.iter().copied().collect());
    assert_eq!(closings, CloseCode::ALL.iter().copied().collect());
    let open: Vec<&Complaint> = complaints.values().filter(|it| it.stage.is_open()).collect();
    assert!((20..=45).contains(&open.len()), "{} open", open.len());
    let orders: BTreeSet<OrderStage> =
        open.iter().flat_map(|it| it.current_orders()).map(|it| it.stage).filter(|it| it.is_open()).collect();
    let wanted = [OrderStage::ToForward, OrderStage::ToAccept, OrderStage::Handling, OrderStage::AwaitingApproval];
    assert!(wanted.iter().all(|it| orders.contains(it)), "{orders:?}");

    let kinds: BTreeSet<&str> = facts
        .iter()
        .filter_map(|it| match &it.fact {
            Fact::Complaint(entry) => Some(&entry.event),
            Fact::Office(_) | Fact::Customer(_) => None,
        })
        .map(name)
        .collect();
    for wanted in [
        "given back",
        "transferred",
        "paused",
        "exempted",
        "verbal",
        "sent back",
        "promised",
        "supervised",
        "escalated",
        "reopened",
        "improved",
        "met",
        "linked",
        "archived",
        "followed up",
        "converted",
        "revealed",
    ] {
        assert!(kinds.contains(wanted), "nothing was {wanted}");
    }
    // Mostly on time, and not always.
    let calendar_late = |it: &&Complaint| it.clocks.all().any(|clock| clock.is_broken(plan(1).until));
    let late = complaints.values().filter(calendar_late).count();
    assert!((20..350).contains(&late), "{late} with a broken clock");
}

fn name(event: &Event) -> &'static str {
    match event {
        Event::GivenBack { .. } => "given back",
        Event::Transferred { .. } => "transferred",
        Event::Paused { .. } => "paused",
        Event::Exempted { .. } => "exempted",
        Event::VerballyApproved { .. } => "verbal",
        Event::PlanSentBack { .. } => "sent back",
        Event::ReportPromised { .. } => "promised",
        Event::Supervised { .. } => "supervised",
        Event::Escalated { .. } => "escalated",
        Event::Reopened { .. } => "reopened",
        Event::ImprovementPlanned(_) => "improved",
        Event::Met(_) => "met",
        Event::Linked(_) => "linked",
        Event::Archived => "archived",
        Event::FollowUpFinished { .. } => "followed up",
        Event::Converted { .. } => "converted",
        Event::Revealed { .. } => "revealed",
        _ => "",
    }
}

#[test]
fn small_and_odd_plans_work() {
    for (complaints, months, until) in [
        (0, 1, "2026-03-12 10:42"),
        (1, 1, "2026-03-15 22:00"),
        (5, 0, "2026-10-03 12:30"),
        (30, 3, "2026-02-18 03:00"),
    ] {
        for seed in 0..6 {
            let mut world = World::new();
            world.at(until);
            let plan = Plan { complaints, months, seed, until: world.now };
            let batches = year(founding::practice("en"), &plan).unwrap();
            let (books, _) = told(batches);
            assert_eq!(books.ledger().len(), complaints as usize, "{plan:?}");
        }
    }
}

#[test]
fn many_seeds_break_no_rule() {
    for seed in 100..112 {
        year(founding::practice("zh-CN"), &Plan { seed, ..plan(60) }).unwrap();
    }
}
