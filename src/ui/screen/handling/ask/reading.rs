//! The command that a form makes, and what makes up for it.

use crate::domain::complaint::Command;
use crate::domain::complaint::terms::{Method, Money, Progress};
use crate::domain::complaint::words::{
    Accountability, Answer, Assignment, Compensation, FollowUp, Group as Together, Improvement, Investigation,
    Proposal, SightRuling, Slip, VerbalApproval,
};
use crate::domain::id::{OrderNo, PersonId};
use crate::domain::moment::Moment;
use crate::domain::text::Line;
use crate::ui::env::Env;
use crate::ui::part::typed_time;

use super::super::Back;
use super::super::draft::{Draft, Reader, Stop};
use super::super::fields::{Choice, Group, Slot};
use super::options::department;
use super::{Ask, Case};

impl Case<'_> {
    /// The command that a form makes.
    ///
    /// # Errors
    /// What is missing.
    pub fn command(&self, env: &Env<'_>, draft: &Draft, ask: Ask) -> Result<Command, Vec<Stop>> {
        let mut reader = Reader::new(draft);
        let command = self.read(env, draft, ask, &mut reader);
        match command {
            Some(command) if reader.gaps.is_empty() => Ok(command),
            Some(_) | None => Err(reader.gaps),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm a form; each is a few lines")]
    fn read(&self, env: &Env<'_>, draft: &Draft, ask: Ask, reader: &mut Reader<'_>) -> Option<Command> {
        let order = self.no().unwrap_or(OrderNo(0));
        let chosen = |group| self.chosen(env, draft, group);
        macro_rules! one {
            ($variant:ident) => {
                match chosen(Group::$variant) {
                    Some(Choice::$variant(it)) => Some(it),
                    Some(_) | None => None,
                }
            };
        }
        match ask {
            Ask::Accept => Some(Command::Accept { order }),
            Ask::Report => {
                let progress = one!(Progress);
                let quick = progress.filter(|_| draft.line(Slot::Report).trim().is_empty());
                // A quick chip alone is a report.
                let words = match quick.and_then(|it| crate::domain::text::Prose::new(env.texts.name(it)).ok()) {
                    Some(words) => Some(words),
                    None => reader.prose(Slot::Report),
                };
                Some(Command::Report { order, progress: progress.unwrap_or(Progress::Other), words: words? })
            }
            Ask::Promise => {
                let minutes = reader.needed(Stop::Group(Group::Minutes), one!(Minutes));
                let reason = reader.line(Slot::PromiseReason);
                Some(Command::PromiseReport { order, minutes: minutes?, reason: reason? })
            }
            Ask::Contact => {
                let method = one!(Contact)?;
                Some(Command::Contact { order, method, words: reader.prose(Slot::ContactWords)? })
            }
            Ask::Investigate => {
                let methods: Vec<Method> = Method::ALL
                    .iter()
                    .copied()
                    .filter(|it| draft.chosen(Group::Method).any(|chosen| chosen == Choice::Method(*it)))
                    .collect();
                reader.needed(Stop::Group(Group::Method), methods.first());
                let customer_statement = reader.prose(Slot::CustomerSaid);
                let department_statement = reader.prose(Slot::DepartmentSaid);
                let root_cause = reader.prose(Slot::RootCause);
                let findings = Investigation {
                    methods,
                    customer_statement: customer_statement?,
                    department_statement: department_statement?,
                    root_cause: root_cause?,
                    liable_person: reader.perhaps_line(Slot::Liable),
                    hoped_result: reader.perhaps_line(Slot::Hoped),
                    quality: one!(Quality),
                };
                Some(Command::Investigate { order, findings: Box::new(findings) })
            }
            Ask::Propose => {
                let measures = reader.prose(Slot::Measures);
                let amount = money(draft.line(Slot::Amount));
                let remedy = one!(Remedy);
                let compensation = match (remedy, amount) {
                    (_, Err(NotMoney)) => reader.needed(Stop::Slot(Slot::Amount), None),
                    (None, Ok(None)) => None,
                    (None, Ok(Some(_))) => reader.needed(Stop::Group(Group::Remedy), None),
                    (Some(remedy), Ok(amount)) => Some(Compensation { remedy, amount: amount.unwrap_or(Money::ZERO) }),
                };
                let policy = reader.perhaps_line(Slot::Policy);
                let plan = Proposal { measures: measures?, compensation, policy, alternatives: Vec::new() };
                Some(Command::Propose { order, plan: Box::new(plan) })
            }
            Ask::RecordAnswer => {
                let agreement = reader.needed(Stop::Group(Group::Agreement), one!(Agreement));
                let words = reader.perhaps_prose(Slot::AnswerWords);
                let answer = Answer { agreement: agreement?, method: one!(Acceptance)?, words };
                Some(Command::RecordAnswer { order, answer })
            }
            Ask::Submit => Some(Command::Submit { order }),
            Ask::Verbal => {
                let approver = reader.needed(Stop::Group(Group::Approver), one!(Approver));
                let given = reader.needed(Stop::Slot(Slot::VerbalTime), at(env, draft.line(Slot::VerbalTime)));
                let words = reader.prose(Slot::VerbalWords);
                let approval =
                    VerbalApproval { approver: approver?, given: given?, witness: one!(Witness), words: words? };
                Some(Command::RecordVerbalApproval { order, approval })
            }
            Ask::Approve => {
                let words = reader.perhaps_prose(Slot::Instruction);
                Some(Command::Approve { order, method: one!(Approval)?, words })
            }
            Ask::SendBack => Some(Command::SendPlanBack { order, words: reader.prose(Slot::Instruction)? }),
            Ask::Execute => Some(Command::Execute { order, words: reader.prose(Slot::ExecuteWords)? }),
            Ask::HandIn => {
                let result = reader.prose(Slot::Result);
                let effect = reader.prose(Slot::Effect);
                let customer_feedback = reader.perhaps_prose(Slot::Feedback);
                let unfinished = reader.perhaps_prose(Slot::Unfinished);
                let signed_by = reader.needed(Stop::Group(Group::Signatory), one!(Signatory));
                let slip =
                    Slip { result: result?, effect: effect?, customer_feedback, unfinished, signed_by: signed_by? };
                Some(Command::HandIn { order, slip: Box::new(slip) })
            }
            Ask::GiveBack => {
                let reason = reader.needed(Stop::Group(Group::Return), one!(Return));
                let words = reader.prose(Slot::GiveBackWords);
                Some(Command::GiveBack { order, reason: reason?, words: words? })
            }
            Ask::Transfer => {
                let to = target(draft, reader);
                let reason = reader.prose(Slot::TransferWords);
                Some(Command::Transfer { order, to: to?, reason: reason? })
            }
            Ask::Pause => {
                let reason = reader.needed(Stop::Group(Group::Pause), one!(Pause));
                let words = reader.line(Slot::PauseWords);
                Some(Command::Pause { order, reason: reason?, words: words? })
            }
            Ask::Resume => Some(Command::Resume { order }),
            Ask::Reassign => {
                let handler = reader.needed(Stop::Group(Group::Handler), one!(Handler));
                let reason = reader.line(Slot::ReassignReason);
                Some(Command::Reassign { order, handler: handler?, reason: reason? })
            }
            Ask::Remind => Some(Command::Remind { order, words: reader.line(Slot::RemindWords)? }),
            Ask::Convert => Some(Command::Convert { reason: reader.line(Slot::ConvertReason)? }),
            Ask::Merge => {
                let into = reader.needed(Stop::Group(Group::Into), one!(Into))?;
                Some(Command::Merge { into })
            }
            Ask::Forward => Some(Command::Forward { order, to: target(draft, reader)? }),
            Ask::Dispatch => {
                let to = target(draft, reader);
                let note = reader.perhaps_prose(Slot::DispatchNote);
                Some(Command::Dispatch { to: vec![to?], note })
            }
            Ask::Close => {
                let code = reader.needed(Stop::Group(Group::Code), one!(Code));
                let reason = reader.prose(Slot::CloseReason);
                Some(Command::Close { code: code?, reason: Some(reason?) })
            }
            Ask::Reopen => Some(Command::Reopen { reason: reader.prose(Slot::ReopenReason)? }),
            Ask::Archive => Some(Command::Archive),
            Ask::Note => {
                let words = crate::domain::text::Prose::new(draft.line(Slot::Note)).ok();
                Some(Command::Note { words: reader.needed(Stop::Slot(Slot::Note), words)? })
            }
            Ask::Reveal => Some(Command::Reveal { purpose: reader.line(Slot::Purpose)?, department: None }),
            Ask::Track => {
                let person = reader.needed(Stop::Group(Group::Tracker), one!(Tracker))?;
                Some(Command::AssignTracking { person })
            }
            Ask::FormGroup => {
                let leader = reader.needed(Stop::Group(Group::Leader), one!(Leader))?;
                Some(Command::FormGroup(Together { leader, members: members(env, draft, leader) }))
            }
            Ask::Review => Some(Command::Review { words: reader.prose(Slot::ReviewWords)? }),
            Ask::Hold => {
                let person = reader.line(Slot::HeldPerson);
                let measure = reader.line(Slot::HeldMeasure);
                let words = reader.prose(Slot::HeldWords);
                Some(Command::HoldAccountable(Accountability { person: person?, measure: measure?, words: words? }))
            }
            Ask::Improve => {
                let problem = reader.prose(Slot::Problem);
                let measure = reader.prose(Slot::Improvement);
                let due = reader.needed(Stop::Slot(Slot::ImproveBy), later(env, draft.line(Slot::ImproveBy)));
                let owner = one!(Owner)?;
                let what = Improvement { problem: problem?, measure: measure?, owner, due: due? };
                Some(Command::PlanImprovement(what))
            }
            Ask::Improved => {
                let index = reader.needed(Stop::Group(Group::Improvement), one!(Improvement));
                let words = reader.prose(Slot::Verified);
                Some(Command::FinishImprovement { index: index?, words: words? })
            }
            Ask::FollowUp => {
                let kind = reader.needed(Stop::Group(Group::FollowKind), one!(FollowKind));
                let words = reader.prose(Slot::FollowWords);
                let typed = draft.line(Slot::FollowBy);
                let due = if typed.trim().is_empty() {
                    None
                } else {
                    reader.needed(Stop::Slot(Slot::FollowBy), later(env, typed))
                };
                let owner = one!(Owner)?;
                Some(Command::FollowUp(FollowUp { kind: kind?, words: words?, owner, due }))
            }
            Ask::Followed => {
                let index = reader.needed(Stop::Group(Group::FollowUp), one!(FollowUp));
                let words = reader.prose(Slot::Outcome);
                Some(Command::FinishFollowUp { index: index?, words: words? })
            }
            Ask::AskSight => Some(Command::AskSight { reason: reader.line(Slot::SightReason)? }),
            Ask::AnswerSight => {
                let person = reader.needed(Stop::Group(Group::Asker), one!(Asker));
                let chosen = reader.needed(Stop::Group(Group::Sight), chosen(Group::Sight));
                let ruling = if let Choice::Shown(hours) = chosen? {
                    SightRuling::Grant { hours, words: reader.perhaps_line(Slot::SightWords) }
                } else {
                    // A refusal says why.
                    SightRuling::Decline { reason: reader.line(Slot::SightWords)? }
                };
                Some(Command::AnswerSight { person: person?, ruling })
            }
        }
    }
}

fn target(draft: &Draft, reader: &mut Reader<'_>) -> Option<Assignment> {
    let handler: Option<PersonId> = match draft.chosen(Group::Handler).last() {
        Some(Choice::Handler(it)) => Some(it),
        Some(_) | None => None,
    };
    let department = reader.needed(Stop::Group(Group::Department), department(draft))?;
    Some(Assignment { department, handler, assistants: Vec::new() })
}

/// No amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NotMoney;

/// `2600`, `2,600.50`, `¥2600`: fen. Nothing typed is no amount.
fn money(text: &str) -> Result<Option<Money>, NotMoney> {
    let clean: String = text.trim().chars().filter(|it| !matches!(it, ',' | '，' | '¥' | '￥' | ' ' | '元')).collect();
    if clean.is_empty() {
        return Ok(None);
    }
    let (yuan, fen) = clean.split_once('.').unwrap_or((&clean, ""));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 9 || fen.len() > 2 || !digits(yuan) || !digits(fen) {
        return Err(NotMoney);
    }
    let fen: i64 = format!("{fen:0<2}").parse().map_err(|_| NotMoney)?;
    let yuan: i64 = yuan.parse().map_err(|_| NotMoney)?;
    Ok(Some(Money(yuan * 100 + fen)))
}

/// The members of the group that is being formed: as chosen, with those of the team.
fn members(env: &Env<'_>, draft: &Draft, leader: PersonId) -> Vec<PersonId> {
    let team = match draft.chosen(Group::Team).last() {
        Some(Choice::Team(team)) => env.office().team(team),
        Some(_) | None => None,
    };
    let mut all: Vec<PersonId> = team.map(|it| it.members.clone()).unwrap_or_default();
    for it in draft.chosen(Group::Member) {
        if let Choice::Member(person) = it
            && !all.contains(&person)
        {
            all.push(person);
        }
    }
    all.retain(|it| *it != leader);
    all
}

/// `+2`, `3月20日`, `明天 18:00`; `None`: it cannot be understood.
fn later(env: &Env<'_>, text: &str) -> Option<Moment> {
    let at = typed_time::read(env.texts, text, env.local_now(), typed_time::Lean::Future)?;
    Some(env.calendar().moment(at))
}

/// `10:38`, today; nothing typed is now.
fn at(env: &Env<'_>, text: &str) -> Option<Moment> {
    let text = text.trim().replace('：', ":");
    if text.is_empty() {
        return Some(env.now);
    }
    let time = chrono::NaiveTime::parse_from_str(&text, "%H:%M").ok()?;
    Some(env.calendar().moment(env.today().and_time(time)))
}

/// What makes up for a command, where the domain knows a way back; `None`: what was said stays said (签收, 汇报, 催办).
pub fn way_back(env: &Env<'_>, case: &Case<'_>, command: &Command) -> Option<Back> {
    let words = || Line::new(env.texts.handling_taken_back_words()).ok();
    if let Command::Dispatch { .. } = command {
        return Some(Back::Recall);
    }
    let back = if let Command::Reassign { order, .. } = command {
        Command::Reassign { order: *order, handler: case.order?.handler?, reason: words()? }
    } else if let Command::Pause { order, .. } = command {
        Command::Resume { order: *order }
    } else if let Command::Resume { order } = command {
        Command::Pause { order: *order, reason: case.order?.paused?, words: words()? }
    } else if let Command::Merge { .. } = command {
        Command::Unmerge
    } else {
        return None;
    };
    Some(Back::Command(Box::new(back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_people_write_it() {
        assert_eq!(money("2600"), Ok(Some(Money::yuan(2600))));
        assert_eq!(money("¥2,600.5"), Ok(Some(Money(260_050))));
        assert_eq!(money("0.05元"), Ok(Some(Money(5))));
        assert_eq!(money("  "), Ok(None));
        for wrong in ["两千", "1.234", "-5", ".", "1.2.3", "12345678901"] {
            assert_eq!(money(wrong), Err(NotMoney), "{wrong}");
        }
    }
}
