//! 回访总结报告 (F6, H04, I10; FORMS 4.7): its numbers and lists.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::complaint::terms::{CallOutcome, Satisfaction};
use crate::domain::id::PersonId;
use crate::report::Source;
use crate::report::figures::{Figures, Rate, Votes};
use crate::report::monthly::{self, ImprovementRow};
use crate::report::period::Period;
use crate::report::reading::{self, DutyState};

/// 应访, 实访, 成功, 未接, 拒访, 空号.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Calls {
    /// 应访: duties.
    pub owed: u64,
    /// 实访: duties that were reached.
    pub done: u64,
    /// Calls made.
    pub made: u64,
    /// 接通
    pub reached: u64,
    /// 未接
    pub no_answer: u64,
    /// 拒访
    pub refused: u64,
    /// 空号
    pub bad_number: u64,
}

/// What a caller did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CallerRow {
    /// Who.
    pub name: String,
    /// Calls made.
    pub calls: u64,
    /// 接通
    pub reached: u64,
    /// 按时率
    pub on_time: Rate,
    /// 完整率: answers with everything that they need (J15).
    pub complete: Rate,
    /// Seconds talked.
    pub seconds: u64,
}

/// What a dissatisfied customer said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// 投诉编号
    pub number: String,
    /// 责任部门
    pub department: String,
    /// The answer.
    pub said: Satisfaction,
    /// The words.
    pub words: String,
}

/// The report of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallbackSummary {
    /// The company, as it stands on forms.
    pub company: String,
    /// 编制单位
    pub unit: String,
    /// `ZHB-TS-06`
    pub form_number: String,
    /// Which days.
    pub period: Period,
    /// 一
    pub calls: Calls,
    /// 二: all, members, others
    pub all: Votes,
    /// 二: members
    pub members: Votes,
    /// 二: the period before
    pub before: Votes,
    /// 二: by department
    pub departments: Vec<(String, Votes)>,
    /// 二: by top category
    pub categories: Vec<(String, Votes)>,
    /// 三: reasons, the most frequent first.
    pub reasons: Vec<(String, u64)>,
    /// 四
    pub suggestions: Vec<Voice>,
    /// 五: those who were not satisfied.
    pub cases: Vec<Voice>,
    /// 六: 按时率
    pub on_time: Rate,
    /// 六: 会员回访率
    pub member_callback: Rate,
    /// 六: by caller
    pub callers: Vec<CallerRow>,
    /// 七
    pub improvements: Vec<ImprovementRow>,
}

impl CallbackSummary {
    /// Of a period, as known at `source.now`.
    #[must_use]
    pub fn of(source: &Source<'_>, period: Period) -> Self {
        let (office, window) = (source.office(), source.window(period));
        let figures = Figures::of(source, period);
        let before = Figures::of(source, period.before(office.rules())).votes;
        let mut tally = Tally::default();
        for row in source.complaints() {
            for call in row.calls.iter().filter(|it| window.contains(it.dialled.at)) {
                tally.count_call(row, call, source);
            }
            for duty in reading::duties(row, source) {
                let Some(state) = duty.state(window) else { continue };
                let reached = state == DutyState::Reached;
                tally.calls.owed += u64::from(!duty.exempt);
                tally.calls.done += u64::from(!duty.exempt && reached);
                let Some(call) = duty.call.filter(|_| reached) else { continue };
                tally.callers.entry(call.dialled.by).or_default().on_time.count(duty.on_time);
                if let Some(said) = call.result {
                    if row.caller.member {
                        tally.members.count(said);
                    }
                    tally.departments.entry(reading::department(office, duty.department)).or_default().count(said);
                    tally.categories.entry(reading::category(office, row.category).0).or_default().count(said);
                }
            }
        }
        let callers = tally.callers.into_iter().map(|(id, row)| CallerRow { name: reading::person(office, id), ..row });
        Self {
            company: office.company().to_owned(),
            unit: source.unit(),
            form_number: office.forms().numbers.callback_summary.to_string(),
            period,
            calls: tally.calls,
            all: figures.votes,
            members: tally.members,
            before,
            departments: by_weight(tally.departments, |it| it.total()),
            categories: by_weight(tally.categories, |it| it.total()),
            reasons: by_weight(tally.reasons, |it| *it),
            suggestions: tally.suggestions,
            cases: tally.cases,
            on_time: figures.callback_on_time,
            member_callback: figures.member_callback,
            callers: callers.collect(),
            improvements: monthly::improvements_in(source, window),
        }
    }
}

#[derive(Default)]
struct Tally {
    calls: Calls,
    members: Votes,
    departments: BTreeMap<String, Votes>,
    categories: BTreeMap<String, Votes>,
    reasons: BTreeMap<String, u64>,
    suggestions: Vec<Voice>,
    cases: Vec<Voice>,
    callers: BTreeMap<PersonId, CallerRow>,
}

impl Tally {
    fn count_call(&mut self, row: &crate::books::Row, call: &crate::books::ledger::CallRow, source: &Source<'_>) {
        let caller = self.callers.entry(call.dialled.by).or_default();
        caller.calls += 1;
        caller.seconds += u64::from(call.seconds);
        self.calls.made += 1;
        match call.outcome {
            Some(CallOutcome::Reached) => {
                self.calls.reached += 1;
                caller.reached += 1;
                caller.complete.count(call.process.is_some() && 0 < call.seconds);
            }
            Some(CallOutcome::NoAnswer) => self.calls.no_answer += 1,
            Some(CallOutcome::Refused) => self.calls.refused += 1,
            Some(CallOutcome::BadNumber) => self.calls.bad_number += 1,
            None => {}
        }
        let Some(said) = call.result else { return };
        let voice = |words: String| Voice {
            number: source.office().forms().number(row.id),
            department: reading::department(source.office(), row.department()),
            said,
            words,
        };
        for reason in &call.reasons {
            *self.reasons.entry(reason.to_string()).or_default() += 1;
        }
        if let Some(words) = &call.suggestions {
            self.suggestions.push(voice(words.to_string()));
        }
        if said == Satisfaction::Dissatisfied {
            self.cases.push(voice(reading::excerpt(&row.content, 60)));
        }
    }
}

/// The heaviest first, equal ones by name.
fn by_weight<T>(map: BTreeMap<String, T>, weight: impl Fn(&T) -> u64) -> Vec<(String, T)> {
    let mut rows: Vec<_> = map.into_iter().collect();
    rows.sort_by_key(|(_, it)| std::cmp::Reverse(weight(it)));
    rows
}
