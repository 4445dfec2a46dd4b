//! When the telephone rings: by working day, weekday, season and hour.

use std::collections::HashMap;

use chrono::{Datelike, Duration, Months, NaiveDate, Weekday};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Builder;

use super::staged::{SCENES, Scene};
use super::{Plan, hours};
use crate::domain::id::{ComplaintId, PressId};
use crate::domain::moment::Moment;
use crate::domain::office::Office;

/// One call that becomes a record.
pub(super) struct Birth {
    /// Its own dice: stories do not disturb one another.
    pub index: u64,
    pub id: ComplaintId,
    pub at: Moment,
    /// Set for those that are to lie open at the end.
    pub staged: Option<Scene>,
}

/// The dice of one story.
pub(super) fn dice(seed: u64, index: u64) -> ChaCha8Rng {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    dice.set_stream(index);
    dice
}

/// A press of the dice.
pub(super) fn press(dice: &mut ChaCha8Rng) -> PressId {
    PressId(Builder::from_random_bytes(dice.random()).into_uuid())
}

/// Every call of the year, in the order of time, with its number.
pub(super) fn births(office: &Office, plan: &Plan) -> Vec<Birth> {
    let calendar = office.calendar();
    let mut dice = dice(plan.seed, u64::MAX - 1);
    let staged = SCENES.len().min(plan.complaints as usize / 3 + 1).min(plan.complaints as usize);
    let scenes = SCENES.iter().take(staged).map(|it| (hours::ago(calendar, plan.until, it.begins()), Some(*it)));
    let mut calls: Vec<(Moment, Option<Scene>)> = scenes.collect();
    let days = days(office, plan);
    let ordinary = plan.complaints as usize - staged;
    calls.extend((0..ordinary).map(|_| (call(office, &days, (plan.until, &mut dice)), None)));
    calls.sort_by_key(|it| it.0);
    let mut numbers: HashMap<NaiveDate, u32> = HashMap::new();
    (0..)
        .zip(calls)
        .map(|(index, (at, staged))| {
            let day = calendar.day_of(at);
            let number = numbers.entry(day).or_default();
            *number += 1;
            Birth { index, id: ComplaintId::new(day, *number), at, staged }
        })
        .collect()
}

/// Working days with their weights, summed up.
fn days(office: &Office, plan: &Plan) -> Vec<(NaiveDate, u32)> {
    let calendar = office.calendar();
    let last = calendar.day_of(plan.until);
    let first = last.checked_sub_months(Months::new(plan.months.max(1))).unwrap_or(last);
    let mut sum = 0;
    let open = first.iter_days().take_while(|it| *it <= last).filter(|it| {
        calendar.is_working_day(*it)
            && calendar.spans_from(calendar.whole_day(*it).from).next().is_some_and(|span| span.from < plan.until)
    });
    let weighed: Vec<_> = open
        .map(|day| {
            sum += weight(day);
            (day, sum)
        })
        .collect();
    if weighed.is_empty() { vec![(first, 1)] } else { weighed }
}

fn weight(day: NaiveDate) -> u32 {
    let weekday = match day.weekday() {
        Weekday::Mon => 135,
        Weekday::Tue | Weekday::Fri => 105,
        Weekday::Wed => 100,
        Weekday::Thu => 95,
        Weekday::Sat | Weekday::Sun => 70,
    };
    let season = match (day.month(), day.day()) {
        // The weeks after 双11 and 618: much was bought.
        (11, 12..=28) => 165,
        (6, 19..=30) => 145,
        // Summer: air conditioners.
        (7 | 8, _) => 130,
        (12 | 1, _) => 110,
        (2, _) => 80,
        _ => 100,
    };
    weekday * season
}

fn call(office: &Office, days: &[(NaiveDate, u32)], (until, dice): (Moment, &mut ChaCha8Rng)) -> Moment {
    let calendar = office.calendar();
    let sum = days.last().map_or(1, |it| it.1);
    // A day that has begun only may have no time left before the end: then the dice are cast again.
    for _ in 0..50 {
        let throw = dice.random_range(0..sum);
        let place = days.partition_point(|it| it.1 <= throw);
        let day = days.get(place).map_or(until, |it| calendar.whole_day(it.0).from);
        let open = hours::opening(calendar, day);
        // Most call in the first hours of a shift, few towards its end.
        let early: i64 = dice.random_range(0..240);
        let minute = if dice.random_bool(0.55) { early } else { dice.random_range(0..430) };
        let at = hours::later(calendar, open, minute) + Duration::seconds(dice.random_range(0..60));
        if at < until - Duration::minutes(30) {
            return at;
        }
    }
    hours::ago(calendar, until, 600)
}
