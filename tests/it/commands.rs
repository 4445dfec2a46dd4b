//! A command of each verb, to be tried anywhere.

use redress::domain::complaint::terms::{
    ApprovalMethod, CallOutcome, CloseCode, ContactMethod, ExemptionReason, FollowUpKind, LinkKind, MajorReason,
    PauseReason, Progress, ReturnReason, Satisfaction, Validity,
};
use redress::domain::complaint::words::{
    Accountability, Acknowledgement, Agreement, Assignment, Attachment, Communication, Duty, FollowUp, Group,
    Improvement, Link, Meeting, Reply, ReplyOutcome, SightRuling, VerbalApproval, Visibility,
};
use redress::domain::complaint::{Command, Verb};
use redress::domain::id::{ComplaintId, OrderNo};
use redress::domain::limits::ClockName;

use crate::world::{World, answered, investigated, judged, missed, proposed, reached, text};

fn pick<T: Copy>(from: &[T], variety: usize) -> T {
    from[variety % from.len()]
}

/// A command of each verb whose contents are right, as far as one can be right everywhere. `variety` chooses among
/// contents that lead to different places; 0 is the plain one.
pub fn sample(world: &World, verb: Verb, order: OrderNo, variety: usize) -> Command {
    let handler = world.handler();
    let to = || Assignment { department: world.second_department(), handler: None, assistants: Vec::new() };
    let later = world.now + chrono::Duration::hours(1);
    let other = ComplaintId::new(world.calendar().day_of(world.now), 7);
    match verb {
        Verb::Register => Command::Register { details: Box::new(world.details()) },
        Verb::Judge => judged(pick(&[Validity::Founded, Validity::PartlyFounded, Validity::Unfounded], variety)),
        Verb::Reply => Command::Reply(Reply {
            words: text("情况说明"),
            method: ContactMethod::Phone,
            outcome: pick(&[ReplyOutcome::Understood, ReplyOutcome::Disputed], variety),
        }),
        Verb::Acknowledge => Command::Acknowledge(Acknowledgement {
            method: ContactMethod::Phone,
            promised_by: Some(later),
            words: None,
        }),
        Verb::Solve => Command::Solve { solution: text("指导复位"), satisfaction: Satisfaction::Satisfied },
        Verb::Convert => Command::Convert { reason: text("不满意答复") },
        Verb::Amend => {
            let mut details = world.details();
            details.product = text("KF-36");
            Command::Amend { details: Box::new(details), reason: text("型号写错") }
        }
        Verb::MarkMajor => Command::MarkMajor { reason: pick(MajorReason::ALL, MajorReason::ALL.len() - 1 + variety) },
        Verb::Dispatch => {
            let to = if variety.is_multiple_of(2) { vec![to()] } else { world.to_department() };
            Command::Dispatch { to, note: None }
        }
        Verb::Recall => Command::Recall { order, reason: text("派错") },
        Verb::Escalate => Command::Escalate { reason: text("反复无效") },
        Verb::Forward => Command::Forward { order, to: to() },
        Verb::Accept => Command::Accept { order },
        Verb::GiveBack => Command::GiveBack { order, reason: ReturnReason::NotOurs, words: text("不属我部") },
        Verb::Transfer => Command::Transfer { order, to: to(), reason: text("应由他部") },
        Verb::Reassign => Command::Reassign { order, handler, reason: text("轮休") },
        Verb::Assist => Command::Assist { order, assistants: vec![world.manager()] },
        Verb::Report => Command::Report { order, progress: Progress::Investigating, words: text("核查中") },
        Verb::PromiseReport => Command::PromiseReport { order, minutes: 120, reason: text("等配件") },
        Verb::Contact => Command::Contact { order, method: ContactMethod::Phone, words: text("已联系") },
        Verb::Investigate => investigated(order),
        Verb::Propose => proposed(order, pick(&[0, 100, 3_000, 90_000], variety)),
        Verb::RecordAnswer => {
            answered(order, pick(&[Agreement::Agreed, Agreement::Agreed, Agreement::Refused], variety))
        }
        Verb::Submit => Command::Submit { order },
        Verb::Approve => Command::Approve { order, method: ApprovalMethod::System, words: None },
        Verb::RecordVerbalApproval => {
            let approval =
                VerbalApproval { approver: world.manager(), given: world.now, witness: None, words: text("同意") };
            Command::RecordVerbalApproval { order, approval }
        }
        Verb::SendPlanBack => Command::SendPlanBack { order, words: text("请补充依据") },
        Verb::Execute => Command::Execute { order, words: text("已执行") },
        Verb::HandIn => Command::HandIn { order, slip: Box::new(world.slip()) },
        Verb::Pause => Command::Pause { order, reason: PauseReason::WaitingForParts, words: text("等件") },
        Verb::Resume => Command::Resume { order },
        Verb::Exempt => {
            let running = world.case().clocks.running().next().map(|it| it.key);
            let clock = running.unwrap_or_else(|| redress::domain::clock::ClockKey::of(ClockName::Dispatch));
            Command::Exempt { clock, reason: ExemptionReason::ThirdParty, words: text("等检测") }
        }
        Verb::Remind => Command::Remind { order, words: text("请尽快") },
        Verb::Supervise => Command::Supervise { order, words: None },
        Verb::Dial => Command::Dial { method: ContactMethod::Phone, urgent: (variety % 3 == 1).then(|| text("急")) },
        Verb::RecordCallback => {
            let records = [
                missed(CallOutcome::NoAnswer),
                reached(Satisfaction::Satisfied),
                reached(Satisfaction::Dissatisfied),
                reached(Satisfaction::Neutral),
                missed(CallOutcome::BadNumber),
                reached(Satisfaction::Dissatisfied),
            ];
            Command::RecordCallback(Box::new(records[variety % records.len()].clone()))
        }
        Verb::Appoint => Command::Appoint { at: later, words: None },
        Verb::AssignCallback => Command::AssignCallback { person: (variety % 3 < 2).then(|| world.supervisor()) },
        Verb::Close => Command::Close {
            code: pick(
                &[
                    CloseCode::Withdrawn,
                    CloseCode::Satisfied,
                    CloseCode::Unfounded,
                    CloseCode::Unreachable,
                    CloseCode::SupervisorApproved,
                    CloseCode::SolvedAtDesk,
                ],
                variety,
            ),
            reason: Some(text("客户撤诉")),
        },
        Verb::Reopen => Command::Reopen { reason: text("再次来电") },
        Verb::Archive => Command::Archive,
        Verb::Communicate => Command::Communicate(Communication {
            with: text("物流公司"),
            method: ContactMethod::Phone,
            words: text("核对签收"),
            visibility: Visibility::Internal,
        }),
        Verb::Note => Command::Note { words: text("备注") },
        Verb::Meet => Command::Meet(Meeting {
            held: world.now,
            attendees: vec![handler],
            duties: vec![Duty { department: world.department(), words: text("核对批次"), due: later }],
            words: None,
        }),
        Verb::Link => Command::Link(Link { kind: LinkKind::RelatedTo, other, words: None }),
        Verb::Unlink => Command::Unlink { kind: LinkKind::RelatedTo, other },
        Verb::Merge => Command::Merge { into: other },
        Verb::Unmerge => Command::Unmerge,
        Verb::AssignTracking => Command::AssignTracking { person: handler },
        Verb::FormGroup => Command::FormGroup(Group { leader: world.supervisor(), members: vec![handler] }),
        Verb::Review => Command::Review { words: text("复查结论") },
        Verb::HoldAccountable => Command::HoldAccountable(Accountability {
            person: text("韩越"),
            measure: text("口头警告"),
            words: text("未做保压"),
        }),
        Verb::PlanImprovement => Command::PlanImprovement(Improvement {
            problem: text("领料未核对"),
            measure: text("加复核"),
            owner: handler,
            due: later,
        }),
        Verb::FinishImprovement => Command::FinishImprovement { index: 0, words: text("已验证") },
        Verb::FollowUp => Command::FollowUp(FollowUp {
            kind: FollowUpKind::Promise,
            words: text("送赠品"),
            owner: handler,
            due: None,
        }),
        Verb::FinishFollowUp => Command::FinishFollowUp { index: 0, words: text("已送") },
        Verb::Attach => Command::Attach(Attachment { name: text("照片.jpg"), hash: text(&"0".repeat(64)), bytes: 1 }),
        Verb::Reveal => Command::Reveal { purpose: text("上门维修"), department: None },
        Verb::AskSight => Command::AskSight { reason: text("同批次问题") },
        Verb::AnswerSight => Command::AnswerSight {
            person: handler,
            ruling: SightRuling::Decline { reason: text("与您部门无关") },
        },
    }
}
