//! What a report reads out of one row. Every figure counts with these functions, so that two reports can never mean
//! different things by one word.

use serde::{Deserialize, Serialize};

use crate::books::Row;
use crate::books::ledger::{CallRow, Caller};
use crate::domain::complaint::terms::{CallOutcome, CloseCode, Salutation, Satisfaction, Validity};
use crate::domain::customer::surname;
use crate::domain::id::{CategoryId, DepartmentId, PersonId, Round};
use crate::domain::limits::ClockName;
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::report::Source;
use crate::report::period::Window;

/// A customer as far as a report may name one; more is a matter of disclosure (UI.md 11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// 王
    pub surname: String,
    /// 女士, as a value.
    pub salutation: Salutation,
}

impl Default for Customer {
    fn default() -> Self {
        Self { surname: String::new(), salutation: Salutation::Unknown }
    }
}

impl Customer {
    /// What may be told of a caller.
    #[must_use]
    pub fn of(caller: &Caller) -> Self {
        Self { surname: surname(&caller.name).to_owned(), salutation: caller.salutation }
    }
}

/// The customer with everything that an explicit disclosure may show. `Debug` tells the masked number only.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// What is always shown.
    pub customer: Customer,
    /// The whole name.
    pub name: String,
    /// The whole number.
    pub phone: String,
    /// `138****2206`
    pub masked_phone: String,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Contact").field("phone", &self.masked_phone).finish_non_exhaustive()
    }
}

impl Contact {
    /// Of a caller.
    #[must_use]
    pub fn of(caller: &Caller) -> Self {
        Self {
            customer: Customer::of(caller),
            name: caller.name.to_string(),
            phone: caller.phone.reveal().to_owned(),
            masked_phone: caller.phone.masked(),
        }
    }
}

/// Registered before an instant and not closed by then.
#[must_use]
pub fn open_at(it: &Row, at: Moment) -> bool {
    it.registered.at < at && it.closed_at().is_none_or(|closed| at <= closed)
}

/// Registered within a window.
#[must_use]
pub fn new_in(it: &Row, window: Window) -> bool {
    window.contains(it.registered.at)
}

/// Closed within a window.
#[must_use]
pub fn closed_in(it: &Row, window: Window) -> bool {
    it.closed_at().is_some_and(|at| window.contains(at))
}

/// To be handled in a window: open when it began, or registered within it.
#[must_use]
pub fn to_handle_in(it: &Row, window: Window) -> bool {
    open_at(it, window.from) || new_in(it, window)
}

/// Whether some limit had passed unkept at an instant, as it was then.
#[must_use]
pub fn late_at(it: &Row, at: Moment) -> bool {
    it.is_overdue(at) || it.late.iter().any(|it| it.from <= at && at < it.until)
}

/// Whether a limit of a work order (not of the desk) passed unkept within a window.
#[must_use]
pub fn department_late_in(it: &Row, window: Window) -> bool {
    it.late.iter().any(|it| it.order.is_some() && window.contains(it.from))
        || it.running.iter().any(|it| it.order.is_some() && it.breaks.is_some_and(|at| window.contains(at)))
}

/// 处理时长 in natural minutes: from the registration to the last return slip, or else to the closing.
#[must_use]
pub fn handling_minutes(it: &Row) -> Option<u64> {
    it.handling_time().and_then(|it| u64::try_from(it.num_minutes()).ok())
}

/// Founded or partly founded.
#[must_use]
pub fn is_founded(it: &Row) -> bool {
    match it.validity {
        Some(Validity::Founded | Validity::PartlyFounded) => true,
        Some(Validity::Unfounded) | None => false,
    }
}

/// The customer's last answer; none for an unfounded complaint (scenario 6).
#[must_use]
pub fn satisfaction(it: &Row) -> Option<Satisfaction> {
    if it.validity == Some(Validity::Unfounded) { None } else { it.satisfaction() }
}

/// Rounds after the first that were dispatched within a window (F01).
#[must_use]
pub fn redispatches_in(it: &Row, window: Window) -> u64 {
    let mut rounds: Vec<(Round, Moment)> =
        it.orders.iter().filter(|it| Round::FIRST < it.round).map(|it| (it.round, it.dispatched.at)).collect();
    rounds.sort_unstable();
    rounds.dedup_by_key(|it| it.0);
    rounds.iter().filter(|(_, at)| window.contains(*at)).count() as u64
}

/// Escalated within a window (F02).
#[must_use]
pub fn escalated_in(it: &Row, window: Window) -> bool {
    it.escalated.as_ref().is_some_and(|it| window.contains(it.stamp.at))
}

/// A callback that was owed to a customer: one for each round that came back (E01), and one for a complaint that was
/// closed by decision without any (E13, scenario 8).
#[derive(Debug, Clone)]
pub struct Duty<'a> {
    /// Whose.
    pub row: &'a Row,
    /// The department whose handling it is about.
    pub department: Option<DepartmentId>,
    /// Until when.
    pub due: Moment,
    /// When the customer was reached.
    pub reached: Option<Moment>,
    /// In time.
    pub on_time: bool,
    /// The call that brought the customer's last answer.
    pub call: Option<&'a CallRow>,
    /// 豁免: counts neither for nor against.
    pub exempt: bool,
    missed: Moment,
}

/// Where a duty stands in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyState {
    /// The customer was reached within it.
    Reached,
    /// It should have been done within it, and was not done by its end.
    Missed,
}

impl Duty<'_> {
    /// Where it stands in a window that reaches no further than `now`; `None`: it belongs to another one, or it is
    /// not yet due.
    #[must_use]
    pub fn state(&self, window: Window) -> Option<DutyState> {
        match self.reached.filter(|it| *it < window.until) {
            Some(at) => window.contains(at).then_some(DutyState::Reached),
            None => window.contains(self.missed).then_some(DutyState::Missed),
        }
    }
}

/// The callbacks owed for one complaint. None for an unfounded one (scenario 6), nor for one solved at the desk.
#[must_use]
pub fn duties<'a>(row: &'a Row, source: &Source<'_>) -> Vec<Duty<'a>> {
    if !row.is_complaint() || row.validity == Some(Validity::Unfounded) {
        return Vec::new();
    }
    let mut duties: Vec<Duty<'a>> = Vec::new();
    // Calls of one round's callback carry the instant at which it was due; a later round has a later one.
    let mut calls: Vec<(Moment, Vec<&CallRow>)> = Vec::new();
    for call in row.calls.iter().filter(|it| it.outcome.is_some()) {
        let Some(due) = call.due else { continue };
        match calls.iter_mut().find(|it| it.0 == due) {
            Some(of) => of.1.push(call),
            None => calls.push((due, vec![call])),
        }
    }
    let running = row.running.iter().find(|it| it.name == ClockName::Callback);
    if let Some(due) = running.and_then(|it| it.breaks)
        && calls.iter().all(|it| it.0 != due)
    {
        calls.push((due, Vec::new()));
    }
    let last = calls.len();
    for (place, (due, calls)) in calls.into_iter().enumerate() {
        let reached = || calls.iter().copied().filter(|it| it.outcome == Some(CallOutcome::Reached));
        let first = reached().next().map(|it| it.dialled.at);
        // What was closed over is missed by then at the latest; what was not reached in an earlier round was left.
        let closed = row.closed_at().filter(|_| place + 1 == last);
        duties.push(Duty {
            row,
            department: department_at(row, first.unwrap_or(due)),
            due,
            reached: first,
            on_time: first.is_some_and(|at| at <= due),
            call: reached().next_back(),
            exempt: false,
            missed: closed.map_or(due, |at| at.min(due)),
        });
    }
    duties.extend(never_called(row, &duties));
    exempt(&mut duties, source);
    duties
}

/// Closed by decision, and the customer was not reached in that round.
fn never_called<'a>(row: &'a Row, duties: &[Duty<'_>]) -> Option<Duty<'a>> {
    let closing = row.closing.as_ref()?;
    match closing.code {
        CloseCode::Withdrawn | CloseCode::Unreachable | CloseCode::SupervisorApproved => {}
        CloseCode::Satisfied | CloseCode::Unfounded | CloseCode::SolvedAtDesk => return None,
    }
    let at = closing.stamp.at;
    let reached = row.calls.iter().any(|it| it.round == row.round && it.outcome == Some(CallOutcome::Reached));
    let counted = duties.last().is_some_and(|it| it.reached.is_none());
    let (department, due, missed) = (row.department(), at, at);
    let none = Duty { row, department, due, reached: None, on_time: false, call: None, exempt: false, missed };
    (!reached && !counted).then_some(none)
}

/// An exemption belongs to the duty that was owed when it was given.
fn exempt(duties: &mut [Duty<'_>], source: &Source<'_>) {
    let Some(id) = duties.first().map(|it| it.row.id) else { return };
    let given = source.books.exemptions().iter().filter(|it| it.complaint == id);
    for it in given.filter(|it| it.clock.name == ClockName::Callback) {
        let at = it.stamp.at;
        let owed = duties.iter().position(|it| it.reached.is_none_or(|reached| at <= reached));
        let last = duties.len() - 1;
        if let Some(duty) = duties.get_mut(owed.unwrap_or(last)) {
            duty.exempt = true;
        }
    }
}

/// The department whose slip was the last one by an instant: the one that the callback is about.
fn department_at(row: &Row, at: Moment) -> Option<DepartmentId> {
    let slips = || row.orders.iter().filter(|it| it.slip.is_some_and(|it| it.at <= at));
    let round = slips().map(|it| it.round).max()?;
    slips().find(|it| it.round == round).map(|it| it.department)
}

/// The name of a person, retired ones too.
#[must_use]
pub fn person(office: &Office, id: PersonId) -> String {
    office.person(id).map(|it| it.name.to_string()).unwrap_or_default()
}

/// The name of a department, retired ones too; empty for none.
#[must_use]
pub fn department(office: &Office, id: Option<DepartmentId>) -> String {
    id.and_then(|it| office.department(it)).map(|it| it.name.to_string()).unwrap_or_default()
}

/// The names of a category: the upper one, and the lower one, empty where there is none.
#[must_use]
pub fn category(office: &Office, id: CategoryId) -> (String, String) {
    let name = |id| office.category(id).map(|it| it.name.to_string()).unwrap_or_default();
    let parent = office.parent(id);
    (name(parent), if parent == id { String::new() } else { name(id) })
}

/// The name of a row's channel.
#[must_use]
pub fn channel(office: &Office, it: &Row) -> String {
    office.channel(it.channel).map(|it| it.name.to_string()).unwrap_or_default()
}

/// 处理结果: the slip's, else what was done at the desk.
#[must_use]
pub fn result(it: &Row) -> &str {
    it.result.as_deref().or(it.measures.as_deref()).unwrap_or_default()
}

/// At most so many characters of a text in one line, with `…` where something is missing.
#[must_use]
pub fn excerpt(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    line.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
