//! The record of one call while it is written (E06, E14), and what saving it would bring about.
//!
//! What follows from a record is asked of the rules themselves: nothing of them stands here.

use iced::widget::text_editor::Content;

use crate::domain::complaint::terms::{CallOutcome, Satisfaction};
use crate::domain::complaint::words::{Answers, Assignment, CallbackRecord, Redispatch};
use crate::domain::complaint::{self, Command, Complaint, Ctx, Event, Rejection};
use crate::domain::id::{DepartmentId, PersonId, Round};
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::domain::text::Text;
use crate::i18n::Texts;

/// Why a customer is not satisfied, as chips (K06).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// 处理结果
    Result,
    /// 等待时间
    Waiting,
    /// 服务态度
    Attitude,
    /// 未兑现承诺
    Promise,
    /// 补偿不足
    Compensation,
    /// 其他
    Other,
}

impl Reason {
    /// Every one, in the order of the chips.
    pub const ALL: [Self; 6] =
        [Self::Result, Self::Waiting, Self::Attitude, Self::Promise, Self::Compensation, Self::Other];

    /// Its words; they are what the record keeps.
    #[must_use]
    pub fn words(self, texts: &Texts) -> &str {
        match self {
            Self::Result => texts.call_reason_result(),
            Self::Waiting => texts.call_reason_waiting(),
            Self::Attitude => texts.call_reason_attitude(),
            Self::Promise => texts.call_reason_promise(),
            Self::Compensation => texts.call_reason_compensation(),
            Self::Other => texts.call_reason_other(),
        }
    }
}

/// 是否重新派单 after 一般 (X9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Again {
    /// Not: the supervisor decides.
    #[default]
    No,
    /// With a reason.
    Yes,
}

/// 问题已解决.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Solved {
    /// Solved.
    Yes,
    /// Not solved.
    No,
}

/// What was written so far.
#[derive(Default)]
pub struct Form {
    /// 接通情况
    pub outcome: Option<CallOutcome>,
    /// 结果满意度
    pub result: Option<Satisfaction>,
    /// 过程满意度
    pub process: Option<Satisfaction>,
    /// 不满意原因
    pub reasons: Vec<Reason>,
    /// 意见建议
    pub suggestions: Content,
    /// 问题已解决
    pub solved: Option<Solved>,
    /// 新问题
    pub new_problem: String,
    /// 方便时间
    pub convenient: String,
    /// Of an attempt that reached nobody.
    pub remark: String,
    /// 是否重新派单
    pub again: Again,
    /// Why, or what the departments are to know.
    pub note: String,
    /// 改派其他部门: empty is the same ones as before.
    pub departments: Vec<DepartmentId>,
    /// When the receiver was put down; the stopwatch stands still from then on.
    pub hung_up: Option<Moment>,
}

impl std::fmt::Debug for Form {
    /// What the customer said stays out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Form").field("outcome", &self.outcome).field("result", &self.result).finish_non_exhaustive()
    }
}

/// A field that the record needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// 接通情况
    Outcome,
    /// 结果满意度
    Result,
    /// 过程满意度
    Process,
    /// 不满意原因
    Reasons,
    /// 意见建议
    Suggestions,
    /// 问题已解决
    Solved,
    /// The reason of a redispatch after 一般.
    Note,
}

/// What saving brings about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// 结案
    Closes,
    /// 重新派单第 n 轮, to these departments; to none: the desk dispatches by hand.
    NextRound(Round, Vec<(DepartmentId, Option<PersonId>)>),
    /// 升级
    Escalates(PersonId),
    /// Nothing by itself: it stays 待回访 and the supervisor decides.
    Stays,
    /// Nobody was reached: another attempt.
    TriesAgain,
    /// The rules refuse it.
    Refused(Rejection),
}

impl Form {
    /// Whether nothing was written yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.outcome.is_none() && self.result.is_none() && self.process.is_none() && self.said().is_empty()
    }

    /// 意见建议, without what stands around it.
    #[must_use]
    pub fn said(&self) -> String {
        self.suggestions.text().trim().to_owned()
    }

    /// What was written, in one paragraph; nothing: nothing was.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> String {
        let named = |name: &str, words: &str| {
            if words.trim().is_empty() { String::new() } else { texts.call_named(name, words.trim()) }
        };
        let reasons = texts.list(self.reasons.iter().map(|it| it.words(texts)));
        texts.joined([
            named(texts.call_field_outcome(), self.outcome.map_or("", |it| texts.name(it))),
            named(texts.call_field_result(), self.result.map_or("", |it| texts.name(it))),
            named(texts.call_field_process(), self.process.map_or("", |it| texts.name(it))),
            named(texts.call_field_reasons(), &reasons),
            named(texts.call_field_suggestions(), &self.said()),
            named(texts.call_field_new_problem(), &self.new_problem),
            named(texts.call_field_convenient(), &self.convenient),
            named(texts.call_field_remark(), &self.remark),
        ])
    }

    /// Whether somebody was reached, as far as it is known.
    #[must_use]
    pub fn is_unreached(&self) -> bool {
        self.outcome.is_some_and(|it| it != CallOutcome::Reached)
    }

    /// The fields that are needed now, and whether each is filled.
    #[must_use]
    pub fn required(&self) -> Vec<(Field, bool)> {
        let outcome = (Field::Outcome, self.outcome.is_some());
        if self.is_unreached() {
            return vec![outcome];
        }
        let mut fields = vec![
            outcome,
            (Field::Result, self.result.is_some()),
            (Field::Process, self.process.is_some()),
            (Field::Solved, self.solved.is_some()),
        ];
        if self.result != Some(Satisfaction::Satisfied) {
            fields.insert(3, (Field::Reasons, !self.reasons.is_empty()));
            fields.insert(4, (Field::Suggestions, !self.said().is_empty()));
        }
        if self.asks_again() && self.again == Again::Yes {
            fields.push((Field::Note, !self.note.trim().is_empty()));
        }
        fields
    }

    /// How many of the needed fields are filled, and how many are needed.
    #[must_use]
    pub fn filled(&self) -> (usize, usize) {
        let required = self.required();
        (required.iter().filter(|(_, filled)| *filled).count(), required.len())
    }

    /// The first needed field that is empty.
    #[must_use]
    pub fn gap(&self) -> Option<Field> {
        self.required().into_iter().find(|(_, filled)| !filled).map(|(field, _)| field)
    }

    /// Whether 是否重新派单 is asked.
    #[must_use]
    pub fn asks_again(&self) -> bool {
        !self.is_unreached() && self.result == Some(Satisfaction::Neutral)
    }

    /// The record, if nothing is missing.
    #[must_use]
    pub fn record(&self, texts: &Texts, office: &Office, call: &Call) -> Option<CallbackRecord> {
        if self.gap().is_some() {
            return None;
        }
        let outcome = self.outcome?;
        let answers = if outcome == CallOutcome::Reached { Some(self.answers(texts, office)?) } else { None };
        let remark = Text::new(&self.remark).ok().filter(|_| outcome != CallOutcome::Reached);
        Some(CallbackRecord { outcome, method: call.method, seconds: call.seconds, answers, remark })
    }

    fn answers(&self, texts: &Texts, office: &Office) -> Option<Answers> {
        let result = self.result?;
        let content = result != Satisfaction::Satisfied;
        let reasons = self.reasons.iter().filter(|_| content).filter_map(|it| Text::new(it.words(texts)).ok());
        Some(Answers {
            result,
            process: self.process?,
            solved: self.solved? == Solved::Yes,
            reasons: reasons.collect(),
            suggestions: Text::new(&self.said()).ok(),
            new_problem: Text::new(&self.new_problem).ok(),
            convenient: Text::new(&self.convenient).ok(),
            redispatch: self.redispatch(office),
        })
    }

    fn redispatch(&self, office: &Office) -> Option<Redispatch> {
        let wanted = match self.result? {
            Satisfaction::Neutral => self.again == Again::Yes,
            Satisfaction::Satisfied | Satisfaction::Dissatisfied => {
                !self.departments.is_empty() || !self.note.trim().is_empty()
            }
        };
        let to = self.departments.iter().map(|it| Assignment {
            department: *it,
            handler: office.department(*it).and_then(|it| it.default_handler),
            assistants: Vec::new(),
        });
        wanted.then(|| Redispatch { to: to.collect(), note: Text::new(&self.note).ok() })
    }

    /// What saving would bring about, judged by the rules on what is known so far. `None`: too little is known.
    #[must_use]
    pub fn consequence(&self, texts: &Texts, ctx: &Ctx<'_>, complaint: &Complaint) -> Option<Consequence> {
        let call = Call::of(complaint, ctx.now)?;
        let outcome = self.outcome?;
        let answers = match outcome {
            CallOutcome::NoAnswer | CallOutcome::Refused | CallOutcome::BadNumber => None,
            CallOutcome::Reached => Some(self.foreseen(texts, ctx.office)?),
        };
        let (method, seconds) = (call.method, call.seconds);
        let record = CallbackRecord { outcome, method, seconds, answers, remark: None };
        Some(match complaint::decide(ctx, complaint, Command::RecordCallback(Box::new(record))) {
            Ok(entries) => follows(outcome, entries.into_iter().map(|it| it.event)),
            Err(rejection) => Consequence::Refused(rejection),
        })
    }

    /// The answers as they will be once the fields that decide nothing are filled too.
    fn foreseen(&self, texts: &Texts, office: &Office) -> Option<Answers> {
        let result = self.result?;
        let solved = self.solved.unwrap_or(match result {
            Satisfaction::Satisfied => Solved::Yes,
            Satisfaction::Neutral | Satisfaction::Dissatisfied => Solved::No,
        });
        let some = texts.call_reason_other();
        let mut redispatch = self.redispatch(office);
        if let Some(it) = redispatch.as_mut().filter(|it| it.note.is_none()) {
            it.note = Text::new(some).ok();
        }
        Some(Answers {
            result,
            process: self.process.unwrap_or(result),
            solved: solved == Solved::Yes,
            reasons: Text::new(some).into_iter().collect(),
            suggestions: Text::new(some).ok(),
            new_problem: None,
            convenient: None,
            redispatch,
        })
    }
}

/// Reads off the facts what a person wants to know.
fn follows(outcome: CallOutcome, events: impl Iterator<Item = Event>) -> Consequence {
    let mut consequence = if outcome == CallOutcome::Reached { Consequence::Stays } else { Consequence::TriesAgain };
    for event in events {
        if let Event::Closed { .. } = event {
            consequence = Consequence::Closes;
        } else if let Event::Escalated { to, .. } = event {
            consequence = Consequence::Escalates(to);
        } else if let Event::RoundOpened { round } = event {
            consequence = Consequence::NextRound(round, Vec::new());
        } else if let Event::Dispatched { round, orders, .. } = event {
            let to = orders.into_iter().map(|it| (it.to.department, it.to.handler));
            consequence = Consequence::NextRound(round, to.collect());
        }
    }
    consequence
}

/// The call that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// By which means.
    pub method: complaint::terms::ContactMethod,
    /// Since when.
    pub since: Moment,
    /// How long, in seconds.
    pub seconds: u32,
}

impl Call {
    /// The open call of a complaint, as long as it is at `until`.
    #[must_use]
    pub fn of(complaint: &Complaint, until: Moment) -> Option<Self> {
        let call = complaint.open_call()?;
        let seconds = (until - call.dialled.at).num_seconds();
        Some(Self {
            method: call.method,
            since: call.dialled.at,
            seconds: u32::try_from(seconds.max(0)).unwrap_or(u32::MAX),
        })
    }
}
