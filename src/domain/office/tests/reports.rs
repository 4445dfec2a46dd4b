//! The life of a month's report (I01, A07, scenario 9).

use super::shapes::checksum;
use super::*;
use crate::domain::record::Position;
use crate::domain::role::Role;
use crate::domain::text::Prose;

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn submit(text: &str, digit: char, position: u64) -> Command {
    Command::SubmitMonthReport {
        month: month(text),
        checksum: checksum(digit),
        position: Position(position),
        note: None,
    }
}

fn file(text: &str, digit: char) -> Command {
    Command::FileMonthReport { month: month(text), checksum: checksum(digit), note: None }
}

fn send_back(text: &str) -> Command {
    Command::SendBackMonthReport { month: month(text), note: Prose::new("补充第七部分").unwrap() }
}

fn told(office: &Office) -> Vec<(String, bool)> {
    office.month_reports().map(|it| (it.number(office.forms()), it.is_filed())).collect()
}

fn row(number: &str, filed: bool) -> (String, bool) {
    (number.to_owned(), filed)
}

#[test]
fn a_reissue_makes_version_two_and_keeps_version_one() {
    let mut office = house();
    wish(&mut office, "前台", submit("2026-02", 'a', 100)).unwrap();
    wish(&mut office, "综合部主管", file("2026-02", 'a')).unwrap();
    let first = office.filed_report(month("2026-02")).cloned();
    wish(&mut office, "综合部主管", submit("2026-02", 'b', 130)).unwrap();
    assert_eq!(office.filed_report(month("2026-02")), first.as_ref(), "V1 stands until V2 is filed");
    wish(&mut office, "综合部主管", file("2026-02", 'b')).unwrap();
    assert_eq!(told(&office), [row("YB-202602-V1", true), row("YB-202602-V2", true)]);
    assert_eq!(office.month_reports().next(), first.as_ref());
    assert_eq!(office.filed_report(month("2026-02")).map(|it| it.position), Some(Position(130)));
}

#[test]
fn what_was_sent_back_comes_again_as_the_same_version() {
    let mut office = house();
    wish(&mut office, "前台", submit("2026-02", 'a', 100)).unwrap();
    wish(&mut office, "综合部主管", send_back("2026-02")).unwrap();
    assert_eq!(office.waiting_report(month("2026-02")), None);
    wish(&mut office, "前台", submit("2026-02", 'a', 100)).unwrap();
    wish(&mut office, "综合部主管", file("2026-02", 'a')).unwrap();
    assert_eq!(told(&office), [row("YB-202602-V1", false), row("YB-202602-V1", true)]);
}

#[test]
fn a_second_submission_takes_the_place_of_the_first_and_is_not_filed_by_mistake() {
    let mut office = house();
    wish(&mut office, "前台", submit("2026-02", 'a', 100)).unwrap();
    assert_eq!(wish(&mut office, "前台", submit("2026-02", 'a', 100)), Err(Rejection::NothingChanged));
    wish(&mut office, "回访专员", submit("2026-02", 'b', 101)).unwrap();
    assert_eq!(told(&office), [row("YB-202602-V1", false)]);
    let replaced = Err(Rejection::ReportReplaced { month: month("2026-02"), version: 1 });
    assert_eq!(wish(&mut office, "综合部主管", file("2026-02", 'a')), replaced);
    wish(&mut office, "综合部主管", file("2026-02", 'b')).unwrap();
}

#[test]
fn only_other_and_later_numbers_correct_a_filed_report() {
    let mut office = house();
    wish(&mut office, "前台", submit("2026-02", 'a', 100)).unwrap();
    wish(&mut office, "综合部主管", file("2026-02", 'a')).unwrap();
    let month = month("2026-02");
    let unchanged = Err(Rejection::ReportUnchanged { month, version: 1 });
    assert_eq!(wish(&mut office, "前台", submit("2026-02", 'a', 100)), unchanged);
    let outdated = Err(Rejection::ReportOutdated { month, version: 1 });
    assert_eq!(wish(&mut office, "前台", submit("2026-02", 'b', 99)), outdated);
}

#[test]
fn nothing_is_filed_or_sent_back_that_does_not_wait() {
    let mut office = house();
    let none = Rejection::NoReportWaiting { month: month("2026-02") };
    assert_eq!(wish(&mut office, "综合部主管", file("2026-02", 'a')), Err(none.clone()));
    assert_eq!(wish(&mut office, "综合部主管", send_back("2026-02")), Err(none.clone()));
    wish(&mut office, "前台", submit("2026-02", 'a', 100)).unwrap();
    wish(&mut office, "综合部主管", file("2026-02", 'a')).unwrap();
    assert_eq!(wish(&mut office, "综合部主管", send_back("2026-02")), Err(none));
}

#[test]
fn a_month_is_reported_once_it_is_over_in_the_office() {
    let mut office = house();
    let early = |text| Err(Rejection::MonthNotOver { month: month(text) });
    assert_eq!(wish(&mut office, "前台", submit("2026-03", 'a', 1)), early("2026-03"));
    done(&mut office, Command::SetRules { rules: Rules { month_cut_off: Some(11), ..Rules::default() } });
    assert!(wish(&mut office, "前台", submit("2026-03", 'a', 1)).is_ok());
    done(&mut office, Command::SetRules { rules: Rules { month_cut_off: Some(12), ..Rules::default() } });
    assert_eq!(wish(&mut office, "前台", submit("2026-03", 'b', 2)), early("2026-03"));
    // 28 February, 16:30 in Greenwich, is 1 March in the office.
    let ctx = Ctx { actor: person(&office, "前台"), now: "2026-02-28T16:30:00Z".parse().unwrap() };
    assert!(decide(&ctx, &house(), submit("2026-02", 'a', 1)).is_ok());
    let ctx = Ctx { now: "2026-02-28T15:59:59Z".parse().unwrap(), ..ctx };
    assert_eq!(decide(&ctx, &house(), submit("2026-02", 'a', 1)), early("2026-02"));
}

#[test]
fn the_desk_submits_and_the_supervisor_files() {
    let mut office = house();
    wish(&mut office, "前台", submit("2026-02", 'a', 100)).unwrap();
    let refused = Err(Rejection::NotAllowed { may: vec![Role::FrontDeskSupervisor] });
    assert_eq!(wish(&mut office, "前台", file("2026-02", 'a')), refused);
    assert_eq!(wish(&mut office, "管理员", file("2026-02", 'a')), refused);
    wish(&mut office, "综合部主管", file("2026-02", 'a')).unwrap();
    let filed = office.filed_reports().next().unwrap();
    let supervisor = person(&office, "综合部主管");
    assert!(matches!(&filed.state, ReportState::Filed(it) if it.by == supervisor));
    assert_eq!(filed.submitted.by, person(&office, "前台"));
}
