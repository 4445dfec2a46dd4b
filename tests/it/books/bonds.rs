//! 并入: a further call is no second complaint, and comes back wholly when it is taken apart.

use redress::books::Books;
use redress::books::board::{Flag, Lane};
use redress::books::tally::{Dimension, Filter, Key};
use redress::domain::complaint::terms::{LinkKind, Validity};
use redress::domain::complaint::words::Link;
use redress::domain::complaint::{Command, Complaint, Rejection, Stage, takes_call};
use redress::domain::id::ComplaintId;

use super::log::Log;
use crate::world::{FIRST, World, judged, text};

/// What a complaint is apart from its number of facts.
fn substance(complaint: &Complaint) -> Complaint {
    Complaint {
        version: redress::domain::record::Version::NONE,
        clocks: redress::domain::clock::Clocks::default(),
        ..complaint.clone()
    }
}

/// Merged where it stands and taken apart two working hours later, it is what it was, each clock with what was left.
#[track_caller]
fn comes_back(steps: fn(&mut World)) {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let earlier = log.register(|_| {});
    let later = log.register(|_| {});
    log.on(later, steps);
    let before = log.case(later).clone();
    let desk = log.world.desk();
    log.at("2026-03-12 09:05").act(later, desk, Command::Merge { into: earlier });
    let merged = log.case(later);
    assert_eq!((merged.stage, merged.merged.map(|it| it.into)), (Stage::Merged, Some(earlier)));
    assert!(merged.clocks.running().all(|it| it.paused().is_some()), "every clock stands still");
    let five_minutes: Vec<_> = before.clocks.running().map(|it| (it.key, it.due)).collect();
    log.at("2026-03-12 11:05").act(later, desk, Command::Unmerge);
    let after = log.case(later);
    assert_eq!(substance(after), substance(&before));
    let now = log.world.now;
    for (key, due) in five_minutes {
        let clock = after.clocks.find(key).unwrap();
        assert!(clock.paused().is_none(), "{key:?}");
        assert_eq!(clock.due - now, due - (now - chrono::Duration::hours(2)), "{key:?} has as much left as it had");
    }
}

#[test]
fn taken_apart_a_complaint_stands_where_it_stood() {
    comes_back(|_| {});
    comes_back(|it| {
        it.act(it.desk(), judged(Validity::Unfounded)).unwrap();
    });
    comes_back(|it| {
        it.founded();
    });
    comes_back(|it| {
        it.founded().dispatched();
        it.act(it.desk(), Command::Recall { order: FIRST, reason: text("派错") }).unwrap();
    });
}

#[test]
fn only_an_open_complaint_takes_a_further_call() {
    let id = ComplaintId::new("2026-03-12".parse().unwrap(), 4);
    assert_eq!(takes_call(id, None), Err(Rejection::NoSuchComplaint));
    let mut world = World::new();
    let mut complaint = world.register().clone();
    for stage in Stage::ALL {
        complaint.stage = *stage;
        let then = match stage {
            Stage::ToJudge
            | Stage::ToReply
            | Stage::ToDispatch
            | Stage::InHandling
            | Stage::ToCallBack
            | Stage::Escalated => Ok(()),
            Stage::Closed | Stage::Archived | Stage::Merged => Err(Rejection::TakesNoCall { other: id, stage: *stage }),
        };
        assert_eq!(takes_call(id, Some(&complaint)), then);
    }
    let own = complaint.id;
    complaint.stage = Stage::ToJudge;
    let made = redress::domain::complaint::decide(&world.ctx(world.desk()), &complaint, Command::Merge { into: own });
    assert_eq!(made, Err(Rejection::LinkToItself));
}

#[track_caller]
fn counted(books: &Books, complaints: u32, times: (ComplaintId, u32)) {
    assert_eq!(books.total(&Filter::complaints()).complaints, complaints);
    assert_eq!(books.total(&Filter::default()).complaints, complaints);
    let by_month: u32 =
        books.count(&Filter::complaints(), Dimension::RegisteredMonth).iter().map(|(_, it)| it.complaints).sum();
    assert_eq!(by_month, complaints);
    assert_eq!(books.times(times.0), times.1, "第 n 次投诉");
    let bytes = books.to_bytes().unwrap();
    let read = Books::from_bytes(&bytes).unwrap();
    assert!(read == *books);
    assert_eq!(read.total(&Filter::complaints()).complaints, complaints);
    assert_eq!(read.times(times.0), times.1);
}

#[test]
fn a_merged_call_is_counted_nowhere_and_a_repeat_still_is() {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let first = log.register(|_| {});
    log.at("2026-03-13 09:00");
    let second = log.register(|_| {});
    let desk = log.world.desk();
    counted(&log.books(), 2, (second, 2));
    log.at("2026-03-13 09:01").act(second, desk, Command::Merge { into: first });
    log.at("2026-03-16 09:00");
    let third = log.register(|_| {});
    let books = log.books();
    // The third repeats the first; the call between them was no complaint.
    counted(&books, 2, (third, 2));
    assert_eq!(books.repeats(third).unwrap().id, first);
    let merged = Filter::default().only(Dimension::Stage, Key::Stage(Stage::Merged));
    assert_eq!(books.total(&merged).complaints, 1, "who asks for them finds them");
    assert_eq!(books.further_calls(first).iter().map(|it| it.id).collect::<Vec<_>>(), [second]);
    assert_eq!((books.calls(first), books.calls(second), books.calls(third)), (2, 1, 1));
    assert!(books.flags(log.case(first), log.world.now).contains(&Flag::Calls(2)));
    assert_eq!(Lane::of(log.case(second)), None, "nothing is to be dispatched");
    log.act(second, desk, Command::Unmerge);
    counted(&log.books(), 3, (third, 3));
    assert_eq!(log.books().calls(first), 1);
    assert_eq!(Lane::of(log.case(second)), Some(Lane::ToDispatch));
}

#[test]
fn calls_into_calls_belong_to_the_first_and_links_are_seen_from_both_sides() {
    let mut log = Log::new();
    log.at("2026-03-12 09:00");
    let ids = [log.register(|_| {}), log.register(|_| {}), log.register(|_| {})];
    let desk = log.world.desk();
    log.act(ids[2], desk, Command::Merge { into: ids[1] });
    log.act(ids[1], desk, Command::Merge { into: ids[0] });
    let link = Link { kind: LinkKind::RelatedTo, other: ids[0], words: None };
    log.act(ids[2], desk, Command::Link(link));
    let books = log.books();
    assert_eq!(books.calls(ids[0]), 3);
    assert_eq!(books.linked_from(ids[0]), [(LinkKind::RelatedTo, ids[2])]);
    log.act(ids[2], desk, Command::Unlink { kind: LinkKind::RelatedTo, other: ids[0] });
    assert_eq!(log.books().linked_from(ids[0]), []);
}
