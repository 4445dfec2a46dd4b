//! The must-pass scenarios 1–7 of REQUIREMENTS.md, and what else the rules promise from end to end.

use redress::domain::clock::Standing;
use redress::domain::complaint::state::OrderEnd;
use redress::domain::complaint::terms::{
    AcceptanceMethod, ApprovalMethod, CallOutcome, CloseCode, ContactMethod, ExemptionReason, Kind, MajorReason, Money,
    ReturnReason, Satisfaction, Severity, Validity,
};
use redress::domain::complaint::words::{
    Agreement, Answer, Assignment, Redispatch, Reply, ReplyOutcome, VerbalApproval,
};
use redress::domain::complaint::{Command, Ctx, Event, Needed, OrderStage, Rejection, Stage, Verb, decide};
use redress::domain::customer::{Member, RestHours};
use redress::domain::id::{OrderNo, PersonId, Round};
use redress::domain::limits::ClockName;
use redress::domain::office::{self, ApprovalScope, NeutralAnswer, Route, Rules, Signature};
use redress::domain::role::Role;

use crate::world::{FIRST, World, answered, judged, missed, proposed, reached, text};

fn set_rules(world: &mut World, change: impl FnOnce(&mut Rules)) {
    let mut rules = world.office.rules().clone();
    change(&mut rules);
    redress::domain::office::evolve(&mut world.office, &redress::domain::office::Event::RulesSet(rules));
}

#[test]
fn scenario_1_a_dispatch_at_09_11_is_one_minute_late() {
    let mut world = World::new();
    world.at("2026-03-12 09:00").register();
    assert_eq!(world.wall(world.clock(ClockName::Dispatch, None).due), "2026-03-12 09:10");
    world.at("09:11").founded().dispatched();
    let clock = world.clock(ClockName::Dispatch, None);
    assert!(matches!(clock.standing(world.now), Standing::Done { on_time: false, .. }));
}

#[test]
fn scenario_1_over_a_holiday_and_into_a_make_up_saturday() {
    // 2026-04-03 is the Friday before 清明; Monday the 6th is a holiday. 2026-02-14 is a make-up Saturday.
    for (registered, due) in [("2026-04-03 17:55", "2026-04-07 09:05"), ("2026-02-13 17:55", "2026-02-14 09:05")] {
        let mut world = World::new();
        world.at(registered).register();
        assert_eq!(world.wall(world.clock(ClockName::Dispatch, None).due), due);
    }
}

#[test]
fn scenario_2_a_missed_report_turns_late_and_the_third_one_brings_the_supervisor() {
    let mut world = World::new();
    world.at("2026-03-12 09:00").register();
    world.founded().dispatched().accepted(FIRST);
    for (at, on_time) in [("09:30", 1), ("10:00", 1)] {
        let made = world.at(at).reported(FIRST).unwrap();
        assert!(
            matches!(made[0].event, Event::Reported { due: 1, on_time: it, .. } if it == on_time),
            "{at}: {made:?}"
        );
    }
    let late = |world: &World| {
        matches!(world.clock(ClockName::Report, Some(FIRST)).standing(world.now), Standing::Late { .. })
    };
    assert!(!late(world.at("10:29")));
    assert!(late(world.at("10:30")), "the ring is red at 10:30");
    assert_eq!(world.at("11:29").program(supervise()), Err(Rejection::DoneAlready));
    let made = world.at("11:30").program(supervise()).unwrap();
    assert!(matches!(made[0].event, Event::Supervised { missed: 3, .. }), "{made:?}");
    assert_eq!(
        world.at("11:40").program(supervise()),
        Err(Rejection::DoneAlready),
        "asked again by ten desks, written once"
    );
    let made = world.at("11:50").reported(FIRST).unwrap();
    assert!(matches!(made[0].event, Event::Reported { due: 3, on_time: 0, .. }), "{made:?}");
    // Lunch from 12:00 to 13:30 does not count.
    assert_eq!(world.wall(world.clock(ClockName::Report, Some(FIRST)).due), "2026-03-12 13:50");
    assert_eq!(world.case().order(FIRST).map(|it| (it.reports_due, it.reports_on_time)), Some((5, 2)));
}

fn supervise() -> Command {
    Command::Supervise { order: FIRST, words: None }
}

#[test]
fn scenario_3_a_major_complaint_is_not_executed_before_it_is_approved() {
    let mut world = World::new();
    let mut details = world.details();
    details.safety = true;
    world.register_with(details).unwrap();
    assert_eq!(world.case().major, vec![MajorReason::Safety]);
    world.founded().dispatched().accepted(FIRST).planned(FIRST);
    let execute = || Command::Execute { order: FIRST, words: text("已执行") };
    assert_eq!(world.act(world.handler(), execute()), Err(Rejection::ApprovalMissing { order: FIRST }));

    world.act(world.handler(), Command::Submit { order: FIRST }).unwrap();
    let report = world.clock(ClockName::Report, Some(FIRST));
    assert!(
        matches!(report.standing(world.now), Standing::Paused { .. }),
        "nobody reports while the plan lies with the approver"
    );
    let stage = OrderStage::AwaitingApproval;
    let not_now = Rejection::OrderNotNow { verb: Verb::Execute, order: FIRST, stage };
    assert_eq!(world.act(world.handler(), execute()), Err(not_now));

    let verbal = |world: &World, approver, witness| {
        let approval = VerbalApproval { approver, given: world.now, witness, words: text("同意，先赔付") };
        Command::RecordVerbalApproval { order: FIRST, approval }
    };
    let (handler, manager, desk) = (world.handler(), world.manager(), world.desk());
    let colleague = verbal(&world, desk, None);
    assert_eq!(world.act(handler, colleague), Err(Rejection::NotTheApprover { person: desk }));
    let own_witness = verbal(&world, manager, Some(manager));
    assert_eq!(world.act(handler, own_witness), Err(Rejection::Missing { what: Needed::Witness }));
    let right = verbal(&world, manager, Some(desk));
    world.act(handler, right).unwrap();
    world.act(handler, execute()).unwrap();
    assert_eq!(world.case().orders[0].stage, OrderStage::Executed);
}

#[test]
fn scenario_4_the_callback_is_due_on_the_second_working_day() {
    for (slip, target, limit) in [
        ("2026-03-13 16:00", "2026-03-16 18:00", "2026-03-17 18:00"),
        // Monday the 6th of April is a holiday.
        ("2026-04-03 16:00", "2026-04-07 18:00", "2026-04-08 18:00"),
        // Saturday the 14th of February is worked; from the 15th to the 23rd is the Spring Festival.
        ("2026-02-12 16:00", "2026-02-13 18:00", "2026-02-14 18:00"),
    ] {
        let mut world = World::new();
        world.at(slip).come_to_callback();
        let clock = world.clock(ClockName::Callback, None);
        assert_eq!(
            (world.wall(clock.warn).as_str(), world.wall(clock.due).as_str()),
            (target, limit),
            "slip on {slip}"
        );
    }
}

#[test]
fn scenario_4_with_the_extra_limit_the_earlier_one_counts() {
    let mut world = World::new();
    let mut limits = world.office.limits().clone();
    limits.callback_extra = Some(redress::domain::limits::Limits::callback_extra_standard());
    redress::domain::office::evolve(&mut world.office, &redress::domain::office::Event::LimitsSet(limits));
    world.at("2026-03-13 16:00").come_to_callback();
    assert_eq!(world.wall(world.clock(ClockName::Callback, None).due), "2026-03-16 16:00");
}

#[test]
fn scenario_5_dissatisfied_once_is_a_new_round_twice_goes_to_the_manager_by_itself() {
    let mut world = World::new();
    world.come_to_callback();
    let number = world.case().id;
    world.at("14:30").called_back(Satisfaction::Dissatisfied).unwrap();
    assert_eq!((world.case().id, world.case().round, world.case().stage), (number, Round(2), Stage::InHandling));
    let second = OrderNo(2);
    let again = world.case().order(second).map(|it| (it.department, it.handler, it.stage));
    assert_eq!(again, Some((world.department(), Some(world.handler()), OrderStage::ToAccept)));

    world.accepted(second).planned(second).executed(second).handed_in(second);
    let made = world.at("16:00").called_back(Satisfaction::Dissatisfied).unwrap();
    let target = world.office.escalation_target(world.case().details.category).unwrap();
    assert!(made.iter().any(|it| matches!(it.event, Event::Escalated { to, dissatisfactions: 2, .. } if to == target)));
    world.stage(Stage::Escalated);
    assert!(world.case().major.contains(&MajorReason::SecondDissatisfaction));

    let close = |code| Command::Close { code, reason: Some(text("不再跟进")) };
    assert_eq!(world.act(world.desk(), close(CloseCode::Satisfied)), Err(Rejection::NotSatisfied));
    let by_supervisor = world.act(world.supervisor(), close(CloseCode::SupervisorApproved));
    assert_eq!(by_supervisor, Err(Rejection::SupervisorNeeded), "once escalated, only a manager ends it");

    // The manager arranges the next round (X5); then the customer is satisfied.
    let to = world.to_department();
    world.act(target, Command::Dispatch { to, note: Some(text("由我督办")) }).unwrap();
    let third = OrderNo(3);
    assert_eq!(world.case().round, Round(3));
    world.accepted(third).planned(third);
    world.act(world.handler(), Command::Submit { order: third }).unwrap();
    let approve = Command::Approve { order: third, method: ApprovalMethod::System, words: None };
    world.act(world.manager(), approve).unwrap();
    world.executed(third).handed_in(third);
    world.at("2026-03-13 09:30").called_back(Satisfaction::Satisfied).unwrap();
    world.stage(Stage::Closed);
    assert_eq!(world.case().closing.as_ref().map(|it| it.code), Some(CloseCode::Satisfied));
    assert_eq!(world.case().clocks.running().count(), 0, "a closed complaint has no running clock");
}

#[test]
fn scenario_6_an_unfounded_complaint_gets_a_courteous_reply_and_is_closed_as_such() {
    let mut world = World::new();
    world.register();
    let desk = world.desk();
    world.act(desk, judged(Validity::Unfounded)).unwrap();
    world.stage(Stage::ToReply);
    let close = Command::Close { code: CloseCode::Unfounded, reason: None };
    assert_eq!(world.act(desk, close), Err(Rejection::Missing { what: Needed::Reply }));
    let to = world.to_department();
    let stage = Stage::ToReply;
    assert_eq!(
        world.act(desk, Command::Dispatch { to, note: None }),
        Err(Rejection::NotNow { verb: Verb::Dispatch, stage })
    );
    world.act(desk, replied(ReplyOutcome::Understood)).unwrap();
    world.stage(Stage::Closed);
    assert_eq!(world.case().closing.as_ref().map(|it| it.code), Some(CloseCode::Unfounded));
    assert_eq!(world.case().satisfaction(), None, "it takes no part in satisfaction");
}

fn replied(outcome: ReplyOutcome) -> Command {
    Command::Reply(Reply {
        words: text("感谢您的反映，情况是这样的"), method: ContactMethod::Phone, outcome
    })
}

#[test]
fn a_disputed_reply_is_judged_again() {
    let mut world = World::new();
    world.register();
    world.act(world.desk(), judged(Validity::Unfounded)).unwrap();
    world.act(world.desk(), replied(ReplyOutcome::Disputed)).unwrap();
    world.stage(Stage::ToJudge);
    world.founded().stage(Stage::ToDispatch);
}

#[test]
fn scenario_7_nobody_dials_while_the_customer_rests_unless_it_is_urgent_and_written_down() {
    let mut world = World::new();
    world.come_to_callback();
    let desk = world.desk();
    let dial = |urgent: Option<&str>| Command::Dial { method: ContactMethod::Phone, urgent: urgent.map(text) };
    let until = world.moment("14:00");
    assert_eq!(world.at("12:30").act(desk, dial(None)), Err(Rejection::QuietHours { until }));
    let made = world.act(desk, dial(Some("客户要求午间回电"))).unwrap();
    assert!(matches!(&made[0].event, Event::Dialled { urgent: Some(_), attempt: 1, .. }));
    world.act(desk, Command::RecordCallback(Box::new(missed(CallOutcome::NoAnswer)))).unwrap();
    let made = world.at("14:00").act(desk, dial(None)).unwrap();
    assert!(matches!(&made[0].event, Event::Dialled { urgent: None, attempt: 2, .. }));
}

#[test]
fn a_customers_own_rest_hours_count_too() {
    let mut world = World::new();
    let mut details = world.details();
    let at = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    details.complainant.rests = Some(RestHours { from: at(14), until: at(16) });
    world.register_with(details).unwrap();
    world.founded().dispatched().accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
    for (now, until) in [("12:30", "16:00"), ("14:30", "16:00"), ("2026-03-12 23:00", "2026-03-13 09:00")] {
        let until = world.moment(until);
        let dial = Command::Dial { method: ContactMethod::Phone, urgent: None };
        let desk = world.desk();
        assert_eq!(world.at(now).act(desk, dial), Err(Rejection::QuietHours { until }), "{now}");
    }
    let sms = Command::Dial { method: ContactMethod::Message, urgent: None };
    let desk = world.desk();
    world.at("2026-03-12 12:30").act(desk, sms).unwrap();
}

#[test]
fn the_rest_hours_of_the_customers_file_count_too() {
    let mut world = World::new();
    world.come_to_callback();
    let at = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let rests = [RestHours { from: at(15), until: at(16) }];
    let (desk, until) = (world.desk(), world.moment("2026-03-12 16:00"));
    for (now, then) in [("2026-03-12 14:30", None), ("2026-03-12 15:30", Some(Rejection::QuietHours { until }))] {
        world.at(now);
        let ctx = Ctx { rests: &rests, ..world.ctx(desk) };
        let dial = Command::Dial { method: ContactMethod::Phone, urgent: None };
        assert_eq!(decide(&ctx, world.case(), dial).err(), then, "{now}");
    }
}

#[test]
fn who_handled_it_does_not_call_back() {
    let mut world = World::new();
    let desk = world.desk();
    world.register();
    world.founded();
    let department = world.office.person(desk).unwrap().department;
    let to =
        vec![Assignment { department: world.department(), handler: Some(world.handler()), assistants: vec![desk] }];
    world.act(desk, Command::Dispatch { to, note: None }).unwrap();
    world.accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
    let dial = || Command::Dial { method: ContactMethod::Phone, urgent: None };
    assert_eq!(world.act(desk, dial()), Err(Rejection::CallerHandled));
    let colleague = world
        .office
        .people()
        .find(|it| it.active && it.id != desk && it.department == department && it.roles.has(Role::FrontDesk));
    let colleague = colleague.unwrap().id;
    world.act(colleague, dial()).unwrap();
    let record = Command::RecordCallback(Box::new(reached(Satisfaction::Satisfied)));
    assert_eq!(world.act(desk, record), Err(Rejection::NotYourCall { caller: colleague }));
}

#[test]
fn a_callback_is_given_to_somebody_who_may_call_and_did_not_handle_it() {
    let mut world = World::new();
    world.come_to_callback();
    let (desk, supervisor, handler) = (world.desk(), world.supervisor(), world.handler());
    let assign = |person| Command::AssignCallback { person };
    // Of the desk, and yet who assisted with it does not call.
    let helper = PersonId(900);
    let sample = world.office.person(handler).unwrap().clone();
    let roles = [Role::DepartmentHandler, Role::FrontDesk].into_iter().collect();
    let both = office::Person { id: helper, name: text("郑敏"), roles, ..sample };
    office::evolve(&mut world.office, &office::Event::PersonAdded(both));
    let mut assisted = World::new();
    assisted.office = world.office.clone();
    assisted.register();
    assisted.founded().dispatched().accepted(FIRST);
    assisted.act(handler, Command::Assist { order: FIRST, assistants: vec![helper] }).unwrap();
    assisted.planned(FIRST).executed(FIRST).handed_in(FIRST);
    let refused = assisted.act(supervisor, assign(Some(helper)));
    assert_eq!(refused, Err(Rejection::HandledIt { person: helper }));
    let rows = [
        (handler, Some(desk), Err(Rejection::NotAllowed { verb: Verb::AssignCallback })),
        (desk, None, Err(Rejection::DoneAlready)),
        (desk, Some(handler), Err(Rejection::CannotCall { person: handler })),
        (desk, Some(PersonId(999)), Err(Rejection::UnknownPerson { person: PersonId(999) })),
        (desk, Some(supervisor), Ok(Some(supervisor))),
        (desk, Some(supervisor), Err(Rejection::DoneAlready)),
        (supervisor, Some(desk), Ok(Some(desk))),
        (desk, None, Ok(None)),
        (desk, Some(supervisor), Ok(Some(supervisor))),
    ];
    for (by, to, then) in rows {
        let made = world.act(by, assign(to)).map(|_| world.case().calls_back);
        assert_eq!(made, then, "{by:?} gives it to {to:?}");
    }
    // It divides work and locks nothing; while a call goes on, and once the round is over, there is nothing to divide.
    world.act(desk, Command::Dial { method: ContactMethod::Phone, urgent: None }).unwrap();
    assert_eq!(world.act(desk, assign(Some(desk))), Err(Rejection::CallGoesOn));
    world.act(desk, Command::RecordCallback(Box::new(reached(Satisfaction::Dissatisfied)))).unwrap();
    assert_eq!(world.case().calls_back, None, "the next round is given out anew");
}

#[test]
fn a_neutral_answer_is_no_satisfaction_and_asks_for_a_decision() {
    let mut world = World::new();
    world.come_to_callback();
    world.at("14:30").called_back(Satisfaction::Neutral).unwrap();
    world.stage(Stage::ToCallBack);
    assert_eq!(world.case().dissatisfactions, 0);
    let close = |code| Command::Close { code, reason: Some(text("客户接受现状")) };
    assert_eq!(world.act(world.desk(), close(CloseCode::Satisfied)), Err(Rejection::NotSatisfied));
    assert_eq!(world.act(world.desk(), close(CloseCode::SupervisorApproved)), Err(Rejection::SupervisorNeeded));
    world.act(world.supervisor(), close(CloseCode::SupervisorApproved)).unwrap();
    world.stage(Stage::Closed);
}

#[test]
fn a_neutral_answer_can_be_redispatched_with_a_reason() {
    let mut world = World::new();
    world.come_to_callback();
    let desk = world.desk();
    world.act(desk, Command::Dial { method: ContactMethod::Phone, urgent: None }).unwrap();
    let with = |note: Option<&str>| {
        let mut record = reached(Satisfaction::Neutral);
        record.answers.as_mut().unwrap().redispatch = Some(Redispatch { to: Vec::new(), note: note.map(text) });
        Command::RecordCallback(Box::new(record))
    };
    assert_eq!(world.act(desk, with(None)), Err(Rejection::Missing { what: Needed::RedispatchNote }));
    world.act(desk, with(Some("客户希望再看一次"))).unwrap();
    assert_eq!(
        (world.case().round, world.case().stage, world.case().dissatisfactions),
        (Round(2), Stage::InHandling, 0)
    );
}

#[test]
fn an_office_may_redispatch_after_every_neutral_answer() {
    let mut world = World::new();
    set_rules(&mut world, |it| it.neutral_answer = NeutralAnswer::Redispatch);
    world.come_to_callback();
    world.at("14:30").called_back(Satisfaction::Neutral).unwrap();
    assert_eq!((world.case().round, world.case().stage), (Round(2), Stage::InHandling));
    assert_eq!(world.case().dissatisfactions, 0);
}

#[test]
fn an_unreachable_customer_is_closed_after_three_attempts_on_two_days() {
    let mut world = World::new();
    world.come_to_callback();
    let close = || Command::Close { code: CloseCode::Unreachable, reason: Some(text("多次未接")) };
    let supervisor = world.supervisor();
    for (at, attempts, days) in [("10:00", 1, 1), ("11:00", 2, 1), ("15:00", 3, 1)] {
        let desk = world.desk();
        world.at(at).act(desk, Command::Dial { method: ContactMethod::Phone, urgent: None }).unwrap();
        world.act(desk, Command::RecordCallback(Box::new(missed(CallOutcome::NoAnswer)))).unwrap();
        let few = Rejection::TooFewAttempts { attempts, days, attempts_needed: 3, days_needed: 2 };
        assert_eq!(world.act(supervisor, close()), Err(few), "{at}");
    }
    let desk = world.desk();
    world.at("2026-03-13 10:00").act(desk, Command::Dial { method: ContactMethod::Phone, urgent: None }).unwrap();
    world.act(desk, Command::RecordCallback(Box::new(missed(CallOutcome::Refused)))).unwrap();
    assert_eq!(world.act(desk, close()), Err(Rejection::SupervisorNeeded));
    world.act(supervisor, close()).unwrap();
}

#[test]
fn the_manager_on_the_way_sub_assigns_and_has_a_clock_of_its_own() {
    let mut world = World::new();
    let routed = world.office.categories().find(|it| matches!(it.route, Route::ViaManager(_))).unwrap().clone();
    let Route::ViaManager(manager) = routed.route else { unreachable!() };
    let mut details = world.details();
    details.category = routed.id;
    world.at("2026-03-12 09:00").register_with(details).unwrap();
    world.founded();
    let to = vec![Assignment { department: world.department(), handler: None, assistants: Vec::new() }];
    let desk = world.desk();
    world.at("09:05").act(desk, Command::Dispatch { to: to.clone(), note: None }).unwrap();
    assert_eq!(world.case().orders[0].stage, OrderStage::ToForward);
    assert_eq!(world.wall(world.clock(ClockName::SecondHop, Some(FIRST)).due), "2026-03-12 09:15");
    assert!(!world.clock(ClockName::Dispatch, None).is_running(), "the dispatch clock stops at the first hop");
    let forward = || Command::Forward { order: FIRST, to: to[0].clone() };
    assert_eq!(world.act(world.desk(), forward()), Err(Rejection::NotAllowed { verb: Verb::Forward }));
    world.at("09:12").act(manager, forward()).unwrap();
    assert_eq!(world.case().orders[0].stage, OrderStage::ToAccept);
    assert_eq!(world.wall(world.clock(ClockName::Accept, Some(FIRST)).due), "2026-03-12 09:27");
}

#[test]
fn several_departments_come_back_before_the_customer_is_called() {
    let mut world = World::new();
    world.register();
    world.founded();
    let second = world.second_department();
    let mut to = world.to_department();
    to.push(Assignment { department: second, handler: None, assistants: Vec::new() });
    world.act(world.desk(), Command::Dispatch { to, note: None }).unwrap();
    world.accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST);
    world.stage(Stage::InHandling);
    let other = world.person(Role::DepartmentHandler, Some(second));
    let give_back =
        Command::GiveBack { order: OrderNo(2), reason: ReturnReason::NotOurs, words: text("与我部无关") };
    assert_eq!(world.act(world.handler(), give_back.clone()), Err(Rejection::NotYours { order: OrderNo(2) }));
    world.act(other, give_back).unwrap();
    world.stage(Stage::ToCallBack);
    assert!(matches!(world.case().orders[1].ended.as_ref().map(|it| &it.what), Some(OrderEnd::GivenBack(..))));
}

#[test]
fn a_complaint_that_everybody_gave_back_is_dispatched_anew() {
    let mut world = World::new();
    world.register();
    world.founded().dispatched();
    let give_back = Command::GiveBack { order: FIRST, reason: ReturnReason::NotOurs, words: text("不属于我部") };
    world.act(world.handler(), give_back).unwrap();
    world.stage(Stage::ToDispatch);
    assert!(world.clock(ClockName::Dispatch, None).is_running());
    world.dispatched();
    assert_eq!(world.case().orders.len(), 2, "no work order is lost");
}

#[test]
fn a_refused_plan_needs_a_new_version() {
    let mut world = World::new();
    world.register();
    world.founded().dispatched().accepted(FIRST).planned(FIRST);
    let handler = world.handler();
    world.act(handler, answered(FIRST, Agreement::Refused)).unwrap();
    let execute = || Command::Execute { order: FIRST, words: text("已执行") };
    assert_eq!(world.act(handler, execute()), Err(Rejection::NewVersionNeeded { order: FIRST }));
    world.act(handler, proposed(FIRST, 0)).unwrap();
    assert_eq!(world.act(handler, execute()), Err(Rejection::AgreementMissing { order: FIRST }));
    world.act(handler, answered(FIRST, Agreement::Agreed)).unwrap();
    world.act(handler, execute()).unwrap();
    let versions: Vec<u16> = world.case().orders[0].plans.iter().map(|it| it.version).collect();
    assert_eq!(versions, [1, 2]);
}

#[test]
fn money_over_the_approvers_limit_goes_to_somebody_else() {
    let mut world = World::new();
    set_rules(&mut world, |it| it.approval_scope = ApprovalScope::All);
    let manager = world.manager();
    let mut person = world.office.person(manager).unwrap().clone();
    person.approval_limit = Some(Money::yuan(5_000));
    redress::domain::office::evolve(&mut world.office, &redress::domain::office::Event::PersonChanged(person));
    world.register();
    world.founded().dispatched().accepted(FIRST).planned(FIRST);
    world.act(world.handler(), proposed(FIRST, 5_001)).unwrap();
    world.act(world.handler(), Command::Submit { order: FIRST }).unwrap();
    let approve = || Command::Approve { order: FIRST, method: ApprovalMethod::System, words: None };
    assert_eq!(world.act(manager, approve()), Err(Rejection::OverLimit { limit: Money::yuan(5_000) }));
    let above = world.person(Role::EscalationManager, None);
    world.act(above, approve()).unwrap();
}

#[test]
fn where_the_office_wants_a_signature_a_telephone_call_is_no_agreement() {
    let mut world = World::new();
    world.register();
    world.founded().dispatched().accepted(FIRST).planned(FIRST);
    set_rules(&mut world, |it| it.signature = Signature::Required);
    let handler = world.handler();
    let by = |method| Command::RecordAnswer {
        order: FIRST,
        answer: Answer { agreement: Agreement::Agreed, method, words: None },
    };
    let missing = Err(Rejection::Missing { what: Needed::Signature });
    assert_eq!(world.act(handler, by(AcceptanceMethod::Phone)), missing);
    world.act(handler, by(AcceptanceMethod::Signature)).unwrap();
}

#[test]
fn an_inquiry_that_does_not_satisfy_becomes_a_complaint() {
    let mut world = World::new();
    let mut details = world.details();
    details.kind = Kind::Inquiry;
    world.register_with(details).unwrap();
    world.stage(Stage::ToReply);
    world.act(world.desk(), Command::Convert { reason: text("客户不满意答复") }).unwrap();
    world.stage(Stage::ToJudge);
    assert!(world.clock(ClockName::Dispatch, None).is_running());
    world.founded().dispatched().stage(Stage::InHandling);
}

#[test]
fn solved_at_the_desk_only_if_the_customer_says_so() {
    let mut world = World::new();
    world.register();
    let solve = |satisfaction| Command::Solve { solution: text("远程指导复位"), satisfaction };
    assert_eq!(world.act(world.desk(), solve(Satisfaction::Neutral)), Err(Rejection::NotSatisfied));
    world.act(world.desk(), solve(Satisfaction::Satisfied)).unwrap();
    assert_eq!(world.case().closing.as_ref().map(|it| it.code), Some(CloseCode::SolvedAtDesk));
}

#[test]
fn a_promised_report_may_wait_four_working_hours_and_no_longer() {
    let mut world = World::new();
    world.at("2026-03-12 09:00").register();
    world.founded().dispatched().accepted(FIRST);
    let promise = |minutes| Command::PromiseReport { order: FIRST, minutes, reason: text("等配件到货") };
    let handler = world.handler();
    assert_eq!(world.act(handler, promise(241)), Err(Rejection::PromiseTooLong { longest: 240 }));
    assert_eq!(world.act(handler, promise(0)), Err(Rejection::PromiseTooLong { longest: 240 }));
    world.act(handler, promise(240)).unwrap();
    assert_eq!(world.wall(world.clock(ClockName::Report, Some(FIRST)).due), "2026-03-12 14:30");
}

#[test]
fn what_is_exempted_counts_neither_way() {
    let mut world = World::new();
    world.at("2026-03-12 09:00").register();
    let clock = world.clock(ClockName::Dispatch, None).key;
    let exempt =
        || Command::Exempt { clock, reason: ExemptionReason::MissingInformation, words: text("等客户补订单号") };
    world.act(world.desk(), exempt()).unwrap();
    assert_eq!(world.act(world.desk(), exempt()), Err(Rejection::DoneAlready));
    world.at("11:00");
    assert!(matches!(world.clock(ClockName::Dispatch, None).standing(world.now), Standing::Exempt { .. }));
}

#[test]
fn a_paused_clock_loses_nothing() {
    let mut world = World::new();
    world.at("2026-03-12 09:00").register();
    world.founded().dispatched().accepted(FIRST);
    let handler = world.handler();
    let pause = Command::Pause {
        order: FIRST,
        reason: redress::domain::complaint::terms::PauseReason::WaitingForCustomer,
        words: text("等客户寄回"),
    };
    world.at("09:20").act(handler, pause).unwrap();
    world.at("2026-03-13 10:00").act(handler, Command::Resume { order: FIRST }).unwrap();
    assert_eq!(world.wall(world.clock(ClockName::Report, Some(FIRST)).due), "2026-03-13 10:10");
}

#[test]
fn a_reopened_complaint_keeps_its_number_and_takes_the_next_round() {
    let mut world = World::new();
    world.come_to_callback();
    world.at("14:30").called_back(Satisfaction::Satisfied).unwrap();
    let number = world.case().id;
    let reopen = || Command::Reopen { reason: text("客户来电：又坏了") };
    assert_eq!(world.act(world.desk(), reopen()), Err(Rejection::NotAllowed { verb: Verb::Reopen }));
    world.act(world.supervisor(), reopen()).unwrap();
    assert_eq!((world.case().id, world.case().round, world.case().stage), (number, Round(2), Stage::ToDispatch));
    assert!(world.case().closing.is_none());
}

#[test]
fn the_program_archives_after_thirty_days_and_then_nothing_moves() {
    let mut world = World::new();
    world.come_to_callback();
    world.at("14:30").called_back(Satisfaction::Satisfied).unwrap();
    assert!(world.at("2026-04-10 09:00").program(Command::Archive).is_err());
    world.at("2026-04-13 09:00").program(Command::Archive).unwrap();
    let note = Command::Note { words: text("补记") };
    let stage = Stage::Archived;
    assert_eq!(world.act(world.desk(), note), Err(Rejection::NotNow { verb: Verb::Note, stage }));
}

#[test]
fn a_member_and_a_severity_are_seen_in_what_the_case_says() {
    let mut world = World::new();
    let mut details = world.details();
    details.complainant.member = Some(Member { number: None, tier: Some(text("金卡")) });
    details.severity = Severity::Major;
    world.register_with(details).unwrap();
    assert!(world.case().is_member() && world.case().is_major());
}

#[test]
fn what_can_stand_still_does_when_the_handler_waits() {
    let mut world = World::new();
    world.register();
    world.founded().dispatched().accepted(FIRST);
    let pause = Command::Pause {
        order: FIRST,
        reason: redress::domain::complaint::terms::PauseReason::WaitingForCustomer,
        words: text("等客户寄回"),
    };
    world.act(world.handler(), pause).unwrap();
    let stands = |world: &World| -> Vec<_> {
        world.case().clocks.running().map(|it| (it.key.name, it.paused().is_some())).collect()
    };
    assert!(stands(&world).iter().any(|it| it.1), "{:?}", stands(&world));
    for (name, still) in stands(&world) {
        assert_eq!(still, name.can_stand_still(), "{name:?}");
    }
}
