//! The line-up of ten thousand open complaints: kept as facts come, counted without looking at each.

use chrono::Duration;
use redress::books::View;
use redress::books::board::{Change, Closed, Lane, Mark, Narrow, Sort, Wanted};
use redress::books::{Books, Heat};
use redress::domain::id::{ComplaintId, StreamId};
use redress::domain::record::Recorded;

use crate::crowd::Crowd;

fn touched_by(facts: &[Recorded]) -> Vec<ComplaintId> {
    let of = |it: &Recorded| match it.stream {
        StreamId::Complaint(id) => Some(id),
        StreamId::Office | StreamId::Customer(_) => None,
    };
    facts.iter().filter_map(of).collect()
}

fn counts(books: &Books, view: View, wanted: &Wanted) -> Vec<(usize, usize, usize)> {
    let lineup = books.lineup(view, wanted.clone());
    let calendar = books.office().calendar();
    let hot = |lane: Lane, heat| lineup.lane(lane).iter().filter(|it| it.heat(calendar, view.now) == heat).count();
    for lane in Lane::ALL {
        assert_eq!(lineup.late(*lane, view.now), hot(*lane, Heat::Late), "{lane:?}");
        assert_eq!(lineup.soon(*lane, view.now), hot(*lane, Heat::Soon), "{lane:?}");
    }
    Lane::ALL
        .iter()
        .map(|it| (lineup.lane(*it).len(), lineup.late(*it, view.now), lineup.soon(*it, view.now)))
        .collect()
}

#[test]
fn ten_thousand_open_complaints_are_lined_up() {
    let crowd = Crowd::of(10_000);
    let books = crowd.books();
    let view = View { viewer: crowd.desk(), now: crowd.now };
    let counted = counts(&books, view, &Wanted::default());
    let all: usize = counted.iter().map(|it| it.0).sum();
    assert_eq!(all, books.open().count());
    assert!(9_000 < all, "{all}");
    assert!(counted.iter().filter(|it| 1_000 < it.0).count() >= 3, "several lanes are long: {counted:?}");
    let lineup = books.lineup(view, Wanted::default());
    for (place, id) in lineup.ids().enumerate().step_by(997) {
        assert_eq!(lineup.row_of(id), Some(place));
        let (lane, row) = lineup.place_of(id).unwrap();
        assert_eq!(lineup.lane(lane)[row].id, id);
    }
}

#[test]
fn a_line_up_that_follows_is_the_one_that_is_made_anew() {
    for sort in [Sort::Urgency, Sort::Priority, Sort::Newest, Sort::Oldest] {
        let narrow = Narrow { mark: (sort == Sort::Oldest).then_some(Mark::Major), ..Narrow::default() };
        let wanted = Wanted { narrow, sort, ..Wanted::default() };
        let crowd = Crowd::of(120);
        let view = View { viewer: crowd.desk(), now: crowd.now };
        let mut books = Books::default();
        let (before, after) = crowd.facts.split_at(crowd.facts.len() / 2);
        books.absorb(before);
        let mut kept = books.lineup(view, wanted.clone());
        for page in after.chunks(7) {
            books.absorb(page);
            let mut touched: Vec<ComplaintId> = touched_by(page);
            for id in touched.iter().filter(|it| kept.change(&books, view, **it) == Change::Nothing) {
                assert_eq!(kept.place_of(*id).is_some(), books.lineup(view, wanted.clone()).place_of(*id).is_some());
            }
            touched.sort_unstable();
            touched.dedup();
            kept.follow(&books, view, &touched);
            let fresh = books.lineup(view, wanted.clone());
            assert_eq!(kept.open(), fresh.open(), "{sort:?}");
            for lane in Lane::ALL {
                assert_eq!(kept.lane(*lane), fresh.lane(*lane));
                let later = view.now + Duration::minutes(9);
                assert_eq!(
                    (kept.late(*lane, later), kept.soon(*lane, later)),
                    (fresh.late(*lane, later), fresh.soon(*lane, later))
                );
            }
        }
    }
}

#[test]
fn words_days_and_marks_choose_what_is_shown() {
    let crowd = Crowd::of(300);
    let books = crowd.books();
    let view = View { viewer: crowd.desk(), now: crowd.now };
    let count = |wanted: Wanted| books.lineup(view, wanted).rows();
    let all = count(Wanted::default());
    let smoke = count(Wanted { words: "烧焦味".into(), ..Wanted::default() });
    assert!(0 < smoke && smoke < all, "{smoke} of {all}");
    let narrowed = |narrow| count(Wanted { narrow, ..Wanted::default() });
    let today = narrowed(Narrow { days: Some(1), ..Narrow::default() });
    assert!(0 < today && today < all, "{today} of {all}");
    let major = narrowed(Narrow { mark: Some(Mark::Major), ..Narrow::default() });
    let really = books.open().filter(|it| it.is_major()).count();
    assert_eq!(major, really);
    let lane = narrowed(Narrow { lane: Some(Lane::Handling), ..Narrow::default() });
    assert_eq!(lane, books.lineup(view, Wanted::default()).lane(Lane::Handling).len());
    assert_eq!(count(Wanted { closed: Closed::With, ..Wanted::default() }), books.ledger().len());
}
