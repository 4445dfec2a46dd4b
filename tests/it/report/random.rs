//! Totals that add up whatever the complaints are.

use proptest::prelude::*;
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::{CloseCode, Satisfaction, Validity};
use redress::domain::complaint::words::{Reply, ReplyOutcome};
use redress::domain::customer::Phone;
use redress::domain::office::Route;
use redress::report::monthly::{Check, checks};
use redress::report::{MonthlySummary, Source};

use crate::books::log::Log;
use crate::report::march::month;
use crate::world::{FIRST, World, judged, text};

/// One complaint: on which day of February to April, whose, which category, how far it came.
#[derive(Debug, Clone, Copy)]
struct Story {
    days: u64,
    customer: u8,
    category: prop::sample::Index,
    steps: u8,
}

fn story() -> impl Strategy<Value = Story> {
    (0_u64..80, 0_u8..5, any::<prop::sample::Index>(), 0_u8..8).prop_map(|(days, customer, category, steps)| Story {
        days,
        customer,
        category,
        steps,
    })
}

fn live(world: &mut World, day: &str, steps: u8) {
    let desk = world.desk();
    let at = |world: &mut World, time: &str| {
        world.at(&format!("{day} {time}"));
    };
    match steps {
        0 => {}
        1 => {
            at(world, "09:30");
            world.act(desk, judged(Validity::Unfounded)).unwrap();
            let method = redress::domain::complaint::terms::ContactMethod::Phone;
            let reply = Reply { words: text("说明"), method, outcome: ReplyOutcome::Understood };
            world.act(desk, Command::Reply(reply)).unwrap();
        }
        2 => {
            let solve = Command::Solve { solution: text("换电池"), satisfaction: Satisfaction::Satisfied };
            world.act(desk, solve).unwrap();
        }
        3.. => {
            at(world, "09:40");
            world.founded().dispatched();
            if 3 < steps {
                world.accepted(FIRST).planned(FIRST).executed(FIRST);
                at(world, "10:30");
                world.handed_in(FIRST);
            }
            if 4 < steps {
                at(world, "11:00");
                if world.calendar().is_quiet(world.now) {
                    return;
                }
                let said = [Satisfaction::Satisfied, Satisfaction::Dissatisfied, Satisfaction::Neutral];
                world.called_back(said[usize::from(steps) % 3]).unwrap();
            }
            if steps == 7 && world.case().closing.is_none() {
                at(world, "17:00");
                let close = Command::Close { code: CloseCode::Withdrawn, reason: Some(text("撤诉")) };
                world.act(world.supervisor(), close).unwrap();
            }
        }
    }
}

fn told(stories: &[Story]) -> Log {
    let mut stories = stories.to_vec();
    stories.sort_by_key(|it| it.days);
    stories.dedup_by_key(|it| it.days);
    let mut log = Log::new();
    let categories: Vec<_> = log
        .world
        .office
        .categories()
        .filter(|it| it.parent.is_some() && it.route == Route::Direct)
        .map(|it| it.id)
        .collect();
    let first: chrono::NaiveDate = "2026-02-02".parse().unwrap();
    for it in stories {
        let day = (first + chrono::Days::new(it.days)).to_string();
        let category = *it.category.get(&categories);
        let id = log.at(&format!("{day} 09:00")).register(|details| {
            details.complainant.phone = Phone::new(&format!("1380000000{}", it.customer)).unwrap();
            details.category = category;
        });
        log.on(id, |world| live(world, &day, it.steps));
    }
    log
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_stock_the_categories_and_the_departments_add_up(
        stories in prop::collection::vec(story(), 0..30), now in 0_i64..90
    ) {
        let log = told(&stories);
        let books = log.books();
        // Any instant within or after the month, even in its middle.
        let now = log.world.moment("2026-02-20 12:00") + chrono::Duration::days(now);
        let source = Source { books: &books, now };
        let mut closing = None;
        for text in ["2026-02", "2026-03", "2026-04"] {
            let summary = MonthlySummary::of(&source, month(text));
            let figures = summary.overview.this;
            prop_assert!(figures.balances(), "{text}: {figures:?}");
            let departments = &summary.departments_total;
            prop_assert_eq!(
                (departments.opening, departments.new, departments.closed, departments.closing),
                (figures.opening, figures.new, figures.closed, figures.closing)
            );
            prop_assert_eq!(departments.votes, figures.votes);
            prop_assert_eq!(departments.handling, figures.handling);
            for rows in [&summary.channels, &summary.regions, &summary.products] {
                prop_assert_eq!(rows.iter().map(|it| it.count).sum::<u64>(), figures.new);
            }
            prop_assert_eq!(summary.details.len() as u64, figures.to_handle());
            prop_assert_eq!(figures.callback.whole - figures.callback.part >= summary.members_missing.len() as u64, true);
            for check in checks(&summary) {
                let sums = matches!(check, Check::Balance { .. } | Check::Categories { .. } | Check::Departments { .. });
                prop_assert!(check.passed() || !sums, "{check:?}");
            }
            // What one month leaves, the next one finds.
            if let Some(closing) = closing {
                prop_assert_eq!(figures.opening, closing);
            }
            closing = (source.now >= log.world.moment("2026-05-01 00:00")).then_some(figures.closing);
        }
    }
}
