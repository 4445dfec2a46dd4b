//! Why something was not done, and what to do next: every refusal has words in every language.

use super::Texts;
use crate::app::attachments::{LARGEST, NotAttached};
use crate::app::{NotKept, NotOpened, Refused};
use crate::domain::complaint::{self, Needed};
use crate::domain::limits::LimitError;
use crate::domain::office::rejection::Need;
use crate::domain::office::{self, Office, Subject};
use crate::domain::phrase::PhraseFault;
use crate::domain::script::TemplateProblem;

/// As many complaints are named in a refusal.
const MOST_NUMBERS: usize = 5;

/// What is too large never reads as large as what is not.
const A_TENTH: u64 = (1 << 20) / 10;

impl Texts {
    /// Why a wish was not carried out; names are those of the office.
    #[must_use]
    pub fn refused(&self, refused: &Refused, office: &Office) -> String {
        let wall = |at| self.date_time(office.calendar().local(at));
        match refused {
            Refused::Complaint(rejection) => self.complaint_refused(rejection, office),
            Refused::Customer(rejection) => self.customer_refused(rejection, office),
            Refused::Office(rejection) => self.office_refused(rejection, office),
            Refused::Overtaken { by, at, .. } => self.refused_overtaken(wall(*at), self.person(office, *by)),
            Refused::Nothing => self.refused_nothing().to_owned(),
            Refused::NotPractice => self.refused_not_practice().to_owned(),
            Refused::BeforeLastFact { last } => self.refused_before_last_fact(wall(*last)),
            Refused::NotKept(trouble) => self.not_kept(*trouble),
        }
    }

    /// Why the rules of a complaint refused.
    #[must_use]
    pub fn complaint_refused(&self, rejection: &complaint::Rejection, office: &Office) -> String {
        use complaint::Rejection as R;
        let person = |it| self.person(office, it);
        match rejection {
            R::NotAMember { person: it } => self.refused_not_a_member(person(*it)),
            R::NotAllowed { verb } => self.refused_not_allowed(self.name(*verb)),
            R::NotNow { verb, stage } => self.refused_not_now(self.name(*stage), self.name(*verb)),
            R::OrderNotNow { verb, order, stage } => {
                self.refused_order_not_now(order.to_string(), self.name(*stage), self.name(*verb))
            }
            R::NoSuchOrder { order } => self.refused_no_such_order(order.to_string()),
            R::NotYours { order } => self.refused_not_yours(order.to_string()),
            R::NotConcerned => self.refused_not_concerned().to_owned(),
            R::UnknownPerson { person: it } => self.refused_unknown_person(person(*it)),
            R::UnknownDepartment { department } => {
                self.refused_unknown_department(self.subject(office, Subject::Department(*department)))
            }
            R::UnknownCategory { category } => {
                self.refused_unknown_category(self.subject(office, Subject::Category(*category)))
            }
            R::UnknownChannel { channel } => {
                self.refused_unknown_channel(self.subject(office, Subject::Channel(*channel)))
            }
            R::HandlerElsewhere { person: it, department } => {
                self.refused_handler_elsewhere(self.subject(office, Subject::Department(*department)), person(*it))
            }
            R::NobodyNamed => self.refused_nobody_named().to_owned(),
            R::AlreadyThere { department } => {
                self.refused_already_there(self.subject(office, Subject::Department(*department)))
            }
            R::NotFounded => self.refused_not_founded().to_owned(),
            R::ReasonMissing => self.refused_reason_missing().to_owned(),
            R::Missing { what } => self.needed(*what).to_owned(),
            R::ApprovalMissing { .. } => self.refused_approval_missing().to_owned(),
            R::AgreementMissing { .. } => self.refused_agreement_missing().to_owned(),
            R::NewVersionNeeded { .. } => self.refused_new_version_needed().to_owned(),
            R::ApprovedAlready { .. } => self.refused_approved_already().to_owned(),
            R::NotTheApprover { person: it } => self.refused_not_the_approver(person(*it)),
            R::OwnPlan => self.refused_own_plan().to_owned(),
            R::OverLimit { limit } => self.refused_over_limit(self.money(*limit)),
            R::NotTheSignatory { person: it } => self.refused_not_the_signatory(person(*it)),
            R::QuietHours { until } => self.refused_quiet_hours(self.date_time(office.calendar().local(*until))),
            R::CallerHandled => self.refused_caller_handled().to_owned(),
            R::HandledIt { person: it } => self.refused_handled_it(person(*it)),
            R::CannotCall { person: it } => self.refused_cannot_call(person(*it)),
            R::CallGoesOn => self.refused_call_goes_on().to_owned(),
            R::NotDialled => self.refused_not_dialled().to_owned(),
            R::NotYourCall { caller } => self.refused_not_your_call(person(*caller)),
            R::NotSatisfied => self.refused_not_satisfied().to_owned(),
            R::TooFewAttempts { attempts, days, attempts_needed, days_needed } => self.refused_too_few_attempts(
                u32::from(*attempts),
                u32::from(*attempts_needed),
                u32::from(*days),
                u32::from(*days_needed),
            ),
            R::SupervisorNeeded => self.refused_supervisor_needed().to_owned(),
            R::PromiseTooLong { longest } => self.refused_promise_too_long(*longest),
            R::InThePast => self.refused_in_the_past().to_owned(),
            R::InTheFuture => self.refused_in_the_future().to_owned(),
            R::ClockNotRunning => self.refused_clock_not_running().to_owned(),
            R::DoneAlready => self.refused_done_already().to_owned(),
            R::LinkToItself => self.refused_link_to_itself().to_owned(),
            R::NotLinked => self.refused_not_linked().to_owned(),
            R::TakesNoCall { other, stage } => self.refused_takes_no_call(other.short(), self.name(*stage)),
            R::NoSuchEntry { index } => self.refused_no_such_entry(u32::from(*index) + 1),
            R::NobodyToEscalateTo => self.refused_nobody_to_escalate_to().to_owned(),
            R::NotAComplaint => self.refused_not_a_complaint().to_owned(),
            R::NoSuchComplaint => self.refused_no_such_complaint().to_owned(),
            R::SeesAlready => self.refused_sees_already().to_owned(),
            R::AskedAlready => self.refused_asked_already().to_owned(),
            R::NotAsked { person: it } => self.refused_not_asked(person(*it)),
            R::SightHours { most } => self.refused_sight_hours(u32::from(*most)),
        }
    }

    /// What a form lacks.
    #[must_use]
    pub fn needed(&self, what: Needed) -> &str {
        match what {
            Needed::Contact => self.needed_contact(),
            Needed::Investigation => self.needed_investigation(),
            Needed::Method => self.needed_method(),
            Needed::Plan => self.needed_plan(),
            Needed::Answers => self.needed_answers(),
            Needed::NoAnswers => self.needed_no_answers(),
            Needed::DissatisfactionReason => self.needed_dissatisfaction_reason(),
            Needed::Suggestions => self.needed_suggestions(),
            Needed::RedispatchNote => self.needed_redispatch_note(),
            Needed::Reply => self.needed_reply(),
            Needed::MeetingContent => self.needed_meeting_content(),
            Needed::Hash => self.needed_hash(),
            Needed::Witness => self.needed_witness(),
            Needed::Signature => self.needed_signature(),
        }
    }

    /// Why the office was not changed.
    #[must_use]
    pub fn office_refused(&self, rejection: &office::Rejection, office: &Office) -> String {
        use office::Rejection as R;
        let what = |it: &Subject| self.subject(office, *it);
        let person = |it| self.person(office, it);
        let month = |it: &crate::domain::month::Month| self.month(it.first_day());
        match rejection {
            R::NotFounded => self.office_refused_not_founded().to_owned(),
            R::NotAllowed { may } => self.office_refused_not_allowed(self.list(may.iter().map(|it| self.name(*it)))),
            R::Unknown { what: it } => self.office_refused_unknown(what(it)),
            R::AlreadyRetired { what: it } => self.office_refused_already_retired(what(it)),
            R::NotRetired { what: it } => self.office_refused_not_retired(what(it)),
            R::IsRetired { what: it } => self.office_refused_is_retired(what(it)),
            R::NothingChanged => self.office_refused_nothing_changed().to_owned(),
            R::NameTaken { name, .. } => self.office_refused_name_taken(name.as_str()),
            R::Needed { what: it, need } => self.office_refused_needed(self.need(*need, office), what(it)),
            R::RoleMissing { person: it, role, need } => {
                self.office_refused_role_missing(self.need(*need, office), person(*it), self.name(*role))
            }
            R::StillAtWork { what: it, complaints } => {
                let numbers = complaints.iter().take(MOST_NUMBERS).map(|it| it.short());
                self.office_refused_still_at_work(complaints.len(), self.list(numbers), what(it))
            }
            R::NoRole { person: it } => self.office_refused_no_role(person(*it)),
            R::LastOf { role } => self.office_refused_last_of(self.name(*role)),
            R::DeputyOfOneself { person: it } => self.office_refused_deputy_of_oneself(person(*it)),
            R::MemberTwice { person: it, .. } => self.office_refused_member_twice(person(*it)),
            R::TooDeep { .. } => self.office_refused_too_deep().to_owned(),
            R::NotAHandlingDepartment { department, .. } => {
                self.office_refused_not_a_handling_department(what(&Subject::Department(*department)))
            }
            R::NoFrontDesk => self.office_refused_no_front_desk().to_owned(),
            R::NoChannel => self.office_refused_no_channel().to_owned(),
            R::NoCategory => self.office_refused_no_category().to_owned(),
            R::OutOfBounds { least, most, .. } => self.office_refused_out_of_bounds(*least, *most),
            R::Limit { clock, why } => match why {
                LimitError::OutOfBounds { least, most } => {
                    self.office_refused_limit_bounds(self.name(*clock), *least, *most)
                }
                LimitError::Warn | LimitError::WarnUnit => self.office_refused_limit_warn(self.name(*clock)),
            },
            R::NoScript => self.office_refused_no_script().to_owned(),
            R::ScriptTwice { .. } => self.office_refused_script_twice().to_owned(),
            R::Script { .. } => self.office_refused_script().to_owned(),
            R::PhraseTwice { code } => self.phrase_refused(code.as_str(), self.phrase_fault_twice(code.as_str())),
            R::Phrase { code, fault } => self.phrase_refused(code.as_str(), self.phrase_fault(fault)),
            R::MoreDaysThanAttempts => self.office_refused_more_days_than_attempts().to_owned(),
            R::NegativeAmount { .. } => self.office_refused_negative_amount().to_owned(),
            R::PrefixesAlike => self.office_refused_prefixes_alike().to_owned(),
            R::MonthNotOver { month: it } => self.office_refused_month_not_over(month(it)),
            R::NoReportWaiting { month: it } => self.office_refused_no_report_waiting(month(it)),
            R::ReportReplaced { month: it, version } => {
                self.office_refused_report_replaced(month(it), version.to_string())
            }
            R::ReportUnchanged { month: it, version } => {
                self.office_refused_report_unchanged(month(it), version.to_string())
            }
            R::ReportOutdated { month: it, version } => {
                self.office_refused_report_outdated(month(it), version.to_string())
            }
        }
    }

    /// What is wrong with a phrase.
    #[must_use]
    pub fn phrase_fault(&self, fault: &PhraseFault) -> String {
        match fault {
            PhraseFault::NoCode => self.phrase_fault_no_code().to_owned(),
            PhraseFault::Code { most } => self.phrase_fault_code(*most),
            PhraseFault::NoName => self.phrase_fault_no_name().to_owned(),
            PhraseFault::NameTooLong { got, most } => self.phrase_fault_name_too_long(*got, *most),
            PhraseFault::Nowhere => self.phrase_fault_nowhere().to_owned(),
            PhraseFault::NoWords => self.phrase_fault_no_words().to_owned(),
            PhraseFault::WordsTooLong { got, most } => self.phrase_fault_too_long(*got, *most),
            PhraseFault::Words(problem) => self.template_problem(problem),
        }
    }

    /// A mistake in words with placeholders.
    #[must_use]
    pub fn template_problem(&self, problem: &TemplateProblem) -> String {
        match problem {
            TemplateProblem::Unknown { name, meant: Some(meant) } => {
                let written = format!("{{{}}}", meant.word());
                self.set_script_unknown_meant(self.name(*meant), name.as_str(), written.as_str())
            }
            TemplateProblem::Unknown { name, meant: None } => self.set_script_unknown(name.as_str()),
            TemplateProblem::Unclosed => self.set_script_unclosed().to_owned(),
            TemplateProblem::Unopened => self.set_script_unopened().to_owned(),
            TemplateProblem::FullWidth => self.set_script_full_width().to_owned(),
        }
    }

    /// Why a file was not attached.
    #[must_use]
    pub fn not_attached(&self, why: &NotAttached) -> String {
        match why {
            NotAttached::Absent => self.files_absent().to_owned(),
            NotAttached::NotAFile => self.files_not_a_file().to_owned(),
            NotAttached::Empty => self.files_empty().to_owned(),
            NotAttached::TooLarge { bytes } => {
                self.files_too_large(self.bytes(LARGEST), self.bytes((*bytes).max(LARGEST + A_TENTH)))
            }
            NotAttached::Unreadable(cause) => self.files_unreadable(cause.as_str()),
            NotAttached::NotKept(trouble) => self.not_kept(*trouble),
        }
    }

    /// Why the log could not keep or read.
    #[must_use]
    pub fn not_kept(&self, trouble: NotKept) -> String {
        match trouble {
            NotKept::DiskFull => self.refused_not_kept_disk_full().to_owned(),
            NotKept::TooLarge => self.refused_not_kept_too_large().to_owned(),
            NotKept::Failed => self.refused_not_kept_failed().to_owned(),
            NotKept::Closed => self.refused_not_kept_closed().to_owned(),
            NotKept::Unreadable { position } => self.refused_not_kept_unreadable(position.0.to_string()),
            NotKept::Lost { first, last } => self.refused_not_kept_lost(first.0.to_string(), last.0.to_string()),
            NotKept::FileMissing => self.refused_not_kept_file_missing().to_owned(),
            NotKept::FileDamaged => self.refused_not_kept_file_damaged().to_owned(),
        }
    }

    /// Why an office was not opened.
    #[must_use]
    pub fn not_opened(&self, trouble: &NotOpened) -> String {
        match trouble {
            NotOpened::Locked { folder } => self.not_opened_locked(folder.as_str()),
            NotOpened::Damaged { place } => self.not_opened_damaged(place.as_str()),
            NotOpened::Newer => self.not_opened_newer().to_owned(),
            NotOpened::DiskFull { place } => self.not_opened_disk_full(place.as_str()),
            NotOpened::NoPermission { place } => self.not_opened_no_permission(place.as_str()),
            NotOpened::NotAnOffice { folder } => self.not_opened_not_an_office(folder.as_str()),
            NotOpened::Taken { folder } => self.not_opened_taken(folder.as_str()),
            NotOpened::System { place, cause } => self.not_opened_system(cause.as_str(), place.as_str()),
            NotOpened::NotKept(trouble) => self.not_kept(*trouble),
            NotOpened::Office(rejection) => self.office_refused(rejection, &Office::default()),
        }
    }

    /// The name of something of the directory; its number where it is unknown.
    #[must_use]
    pub fn subject(&self, office: &Office, subject: Subject) -> String {
        let (name, number) = match subject {
            Subject::Department(id) => (office.department(id).map(|it| it.name.as_str()), id.0),
            Subject::Person(id) => (office.person(id).map(|it| it.name.as_str()), id.0),
            Subject::Category(id) => (office.category(id).map(|it| it.name.as_str()), id.0),
            Subject::Channel(id) => (office.channel(id).map(|it| it.name.as_str()), id.0),
            Subject::Team(id) => (office.team(id).map(|it| it.name.as_str()), id.0),
        };
        name.map_or_else(|| format!("#{number}"), str::to_owned)
    }

    fn need(&self, need: Need, office: &Office) -> String {
        let named = |it| self.subject(office, it);
        match need {
            Need::HomeOf(it) => self.need_home(named(Subject::Person(it))),
            Need::HandlerOf(it) => self.need_handler(named(it)),
            Need::RouteOf(it) => self.need_route(named(Subject::Category(it))),
            Need::EscalationOf(it) => self.need_escalation(named(Subject::Category(it))),
            Need::ResponsibleFor(it) => self.need_responsible(named(Subject::Category(it))),
            Need::ParentOf(it) => self.need_parent(named(Subject::Category(it))),
            Need::DeputyOf(it) => self.need_deputy(named(Subject::Person(it))),
            Need::OwnerOf(it) => self.need_owner(named(it)),
            Need::MemberOf(it) => self.need_member(named(it)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::complaint::terms::Money;
    use crate::domain::complaint::{OrderStage, Rejection, Stage, Verb};
    use crate::domain::id::{DepartmentId, OrderNo, PersonId};
    use crate::i18n::Locale;

    #[track_caller]
    fn says(rejection: &Rejection, then: &str) {
        let mut office = Office::default();
        for event in office::founding::practice("zh-CN") {
            office::evolve(&mut office, &event);
        }
        assert_eq!(Texts::new(Locale::ZhCn).complaint_refused(rejection, &office), then);
    }

    #[test]
    fn a_refusal_names_things_in_their_places() {
        says(
            &Rejection::NotNow { verb: Verb::Dispatch, stage: Stage::Closed },
            "这一件现在是“已结案”，不能办理“派单”。",
        );
        says(
            &Rejection::OrderNotNow { verb: Verb::Execute, order: OrderNo(2), stage: OrderStage::AwaitingApproval },
            "第 2 张工单现在是“待审批”，不能办理“执行方案”。",
        );
        says(
            &Rejection::TooFewAttempts { attempts: 2, days: 1, attempts_needed: 3, days_needed: 2 },
            "联系不上结案至少要在 2 天内拨打 3 次；现为 1 天 2 次。",
        );
        says(&Rejection::OverLimit { limit: Money::yuan(5_000) }, "补偿超过可批额度 ¥5,000。请报上级审批。");
        says(
            &Rejection::HandlerElsewhere { person: PersonId(9_999), department: DepartmentId(1) },
            "#9999 不属于综合部。请选该部门的人员。",
        );
    }
}
