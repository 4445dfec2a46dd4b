//! Scenario 9: a month's report is filed; a correction makes V2 and keeps V1.

use std::sync::Arc;

use redress::app::filing::{filing, month_summary, submission};
use redress::app::{Refused, Request};
use redress::books::Books;
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::Satisfaction;
use redress::domain::office;
use redress::domain::record::Position;
use redress::report::MonthlySummary;
use redress::store::{EventLog, Memory, wait};

use super::{Hall, act, done};
use crate::world::text;

fn summary(hall: &Hall) -> MonthlySummary {
    let mut books = Books::default();
    let log = Arc::<Memory>::clone(&hall.log);
    books.absorb(&wait(log.after(Position::START, usize::MAX)).unwrap());
    month_summary(&books, "2026-03".parse().unwrap(), hall.world.now)
}

#[test]
fn scenario_9_a_correction_makes_version_two_and_version_one_can_be_shown_again() {
    let mut hall = Hall::practice();
    let desk = hall.desk();
    let solve = || Command::Solve { solution: text("电话指导"), satisfaction: Satisfaction::Satisfied };
    let closed = act(&desk, hall.registration().then(solve())).unwrap().complaint().unwrap();
    let march = "2026-03".parse().unwrap();
    let early = submission(hall.world.desk(), &summary(&hall), None);
    assert_eq!(act(&desk, early), Err(Refused::Office(office::Rejection::MonthNotOver { month: march })));

    hall.at("2026-04-02 10:00");
    let first = summary(&hall);
    assert_eq!((first.head.number.as_str(), first.overview.this.new), ("YB-202603-V1", 1));
    act(&desk, submission(hall.world.desk(), &first, None)).unwrap();
    let by_the_clerk = filing(hall.world.desk(), (march, first.checksum()), None);
    assert!(matches!(act(&desk, by_the_clerk), Err(Refused::Office(office::Rejection::NotAllowed { .. }))));
    act(&desk, filing(hall.world.supervisor(), (march, first.checksum()), None)).unwrap();
    let unchanged = act(&desk, submission(hall.world.desk(), &summary(&hall), None));
    let same = office::Rejection::ReportUnchanged { month: march, version: 1 };
    assert_eq!(unchanged, Err(Refused::Office(same)));

    // Something of March comes to light: a complaint that had not been written down.
    hall.at("2026-04-03 10:00");
    let late = hall.registration().at(hall.world.moment("2026-03-20 11:00"));
    act(&desk, late.then(solve())).unwrap();
    let second = summary(&hall);
    assert_eq!((second.head.number.as_str(), second.overview.this.new), ("YB-202603-V2", 2));
    act(&desk, submission(hall.world.desk(), &second, Some(text("补登一件")))).unwrap();
    act(&desk, filing(hall.world.supervisor(), (march, second.checksum()), None)).unwrap();

    act(&desk, Request::complaint(hall.world.desk(), closed, Command::Note { words: text("备查") })).unwrap();
    let filed: Vec<_> = desk.office().filed_reports().cloned().collect();
    assert_eq!(filed.len(), 2);
    for (report, was) in filed.iter().zip([&first, &second]) {
        let again = done(desk.report_again(report)).unwrap();
        assert!(again.proven, "V{}", report.version);
        assert_eq!((again.summary.checksum(), &again.summary.overview), (was.checksum(), &was.overview));
    }
}
