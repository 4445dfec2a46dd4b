//! What the values of the domain are called on the screen.
//!
//! Every match is exhaustive: a new term does not compile without a name. To add a list, add one block to `names!`.

use super::Texts;
use crate::domain::calendar::Festival;
use crate::domain::complaint::moves::{OrderStage, Stage, Verb};
use crate::domain::complaint::terms::{
    AcceptanceMethod, ApprovalMethod, CallOutcome, CloseCode, Complexity, ContactMethod, ExemptionReason, FollowUpKind,
    Kind, LinkKind, MajorReason, Method, PauseReason, Priority, Progress, Remedy, ReturnReason, Salutation,
    Satisfaction, Severity, Urgency, Validity,
};
use crate::domain::complaint::words::{Agreement, Quality, ReplyOutcome, Visibility};
use crate::domain::limits::{ClockName, Unit};
use crate::domain::office::{DepartmentKind, Presence};
use crate::domain::phrase::PhrasePlace;
use crate::domain::role::Role;
use crate::domain::script::Placeholder;

/// A value of the domain that has a name in every language.
pub trait Named: Copy {
    /// The name in the language of `texts`.
    fn named(self, texts: &Texts) -> &str;
}

impl Texts {
    /// The name of a value of the domain: `texts.name(Validity::Founded)` is `成立`.
    #[must_use]
    pub fn name(&self, value: impl Named) -> &str {
        value.named(self)
    }
}

macro_rules! names {
    ($($list:ident { $($term:ident => $text:ident),+ $(,)? })*) => {$(
        impl Named for $list {
            fn named(self, texts: &Texts) -> &str {
                match self {
                    $(Self::$term => texts.$text()),+
                }
            }
        }
    )*};
}

names! {
    Placeholder {
        Company => call_value_company,
        Agent => call_value_agent,
        Customer => call_value_customer,
        Time => call_value_time,
        Service => call_value_service,
        Result => call_value_result,
        Blessing => call_value_blessing,
    }
    PhrasePlace {
        Content => phrase_place_content,
        Remedy => phrase_place_remedy,
        Reply => phrase_place_reply,
        Report => phrase_place_report,
        Contact => phrase_place_contact,
        Slip => phrase_place_slip,
        Callback => phrase_place_callback,
    }
    Festival {
        NewYear => festival_new_year,
        SpringFestival => festival_spring,
        TombSweeping => festival_tomb_sweeping,
        Labour => festival_labour,
        DragonBoat => festival_dragon_boat,
        MidAutumn => festival_mid_autumn,
        National => festival_national,
        VictoryDay => festival_victory,
    }
    Kind {
        Complaint => kind_complaint,
        Inquiry => kind_inquiry,
        Suggestion => kind_suggestion,
        Praise => kind_praise,
    }
    Salutation {
        Madam => salutation_madam,
        Sir => salutation_sir,
        Unknown => salutation_unknown,
    }
    Validity {
        Founded => validity_founded,
        PartlyFounded => validity_partly_founded,
        Unfounded => validity_unfounded,
    }
    Severity {
        Minor => severity_minor,
        Serious => severity_serious,
        Major => severity_major,
    }
    Urgency {
        Normal => urgency_normal,
        Urgent => urgency_urgent,
        Critical => urgency_critical,
    }
    Priority {
        P1 => priority_p1,
        P2 => priority_p2,
        P3 => priority_p3,
    }
    Complexity {
        Simple => complexity_simple,
        Ordinary => complexity_ordinary,
        Complex => complexity_complex,
    }
    MajorReason {
        Safety => major_reason_safety,
        MediaOrRegulator => major_reason_media_or_regulator,
        Amount => major_reason_amount,
        Group => major_reason_group,
        SecondDissatisfaction => major_reason_second_dissatisfaction,
        Manual => major_reason_manual,
    }
    Method {
        OtherDepartments => method_other_departments,
        Files => method_files,
        Background => method_background,
    }
    Remedy {
        Return => remedy_return,
        Exchange => remedy_exchange,
        Repair => remedy_repair,
        Refund => remedy_refund,
        Damages => remedy_damages,
        Goodwill => remedy_goodwill,
        Apology => remedy_apology,
        Other => remedy_other,
    }
    ApprovalMethod {
        Written => approval_method_written,
        Verbal => approval_method_verbal,
        System => approval_method_system,
    }
    AcceptanceMethod {
        Signature => acceptance_method_signature,
        Phone => acceptance_method_phone,
        Message => acceptance_method_message,
        InPerson => acceptance_method_in_person,
    }
    ContactMethod {
        Phone => contact_method_phone,
        Message => contact_method_message,
        Mail => contact_method_mail,
        Chat => contact_method_chat,
        Visit => contact_method_visit,
    }
    CallOutcome {
        Reached => call_outcome_reached,
        NoAnswer => call_outcome_no_answer,
        Refused => call_outcome_refused,
        BadNumber => call_outcome_bad_number,
    }
    Satisfaction {
        Satisfied => satisfaction_satisfied,
        Neutral => satisfaction_neutral,
        Dissatisfied => satisfaction_dissatisfied,
    }
    CloseCode {
        Satisfied => close_code_satisfied,
        Unfounded => close_code_unfounded,
        Withdrawn => close_code_withdrawn,
        Unreachable => close_code_unreachable,
        SupervisorApproved => close_code_supervisor_approved,
        SolvedAtDesk => close_code_solved_at_desk,
    }
    ExemptionReason {
        CustomerAsked => exemption_customer_asked,
        CustomerUnreachable => exemption_customer_unreachable,
        ThirdParty => exemption_third_party,
        ForceMajeure => exemption_force_majeure,
        SystemFailure => exemption_system_failure,
        MissingInformation => exemption_missing_information,
        Other => exemption_other,
    }
    PauseReason {
        WaitingForCustomer => pause_waiting_for_customer,
        WaitingForThirdParty => pause_waiting_for_third_party,
        WaitingForParts => pause_waiting_for_parts,
        WaitingForApproval => pause_waiting_for_approval,
        Merged => pause_merged,
        Other => pause_other,
    }
    ReturnReason {
        NotOurs => return_not_ours,
        MissingInformation => return_missing_information,
        Duplicate => return_duplicate,
        Other => return_other,
    }
    LinkKind {
        RepeatOf => link_repeat_of,
        SameMatterAs => link_same_matter_as,
        RelatedTo => link_related_to,
        SystemicIssue => link_systemic_issue,
    }
    Progress {
        Contacted => progress_contacted,
        Investigating => progress_investigating,
        WaitingForDepartment => progress_waiting_for_department,
        PlanDrafted => progress_plan_drafted,
        Executed => progress_executed,
        Other => progress_other,
    }
    FollowUpKind {
        Promise => follow_up_promise,
        Service => follow_up_service,
        Occasion => follow_up_occasion,
        Reminder => follow_up_reminder,
    }
    Stage {
        ToJudge => stage_to_judge,
        ToReply => stage_to_reply,
        ToDispatch => stage_to_dispatch,
        InHandling => stage_in_handling,
        ToCallBack => stage_to_call_back,
        Escalated => stage_escalated,
        Closed => stage_closed,
        Archived => stage_archived,
        Merged => stage_merged,
    }
    OrderStage {
        ToForward => order_stage_to_forward,
        ToAccept => order_stage_to_accept,
        Handling => order_stage_handling,
        AwaitingApproval => order_stage_awaiting_approval,
        Executed => order_stage_executed,
        HandedIn => order_stage_handed_in,
        Ended => order_stage_ended,
    }
    ClockName {
        Dispatch => clock_dispatch,
        SecondHop => clock_second_hop,
        Accept => clock_accept,
        Report => clock_report,
        Acknowledge => clock_acknowledge,
        Contact => clock_contact,
        Result => clock_result,
        Approval => clock_approval,
        Callback => clock_callback,
        OtherCallback => clock_other_callback,
        Promise => clock_promise,
        FirstContact => clock_first_contact,
        MonthReport => clock_month_report,
    }
    Unit {
        WorkingMinutes => unit_working_minutes,
        NaturalHours => unit_natural_hours,
        WorkingDays => unit_working_days,
        NaturalDays => unit_natural_days,
        EndOfDay => unit_end_of_day,
    }
    Role {
        FrontDesk => role_front_desk,
        FrontDeskSupervisor => role_front_desk_supervisor,
        DepartmentHandler => role_department_handler,
        DepartmentManager => role_department_manager,
        EscalationManager => role_escalation_manager,
        Manager => role_manager,
        Admin => role_admin,
    }
    Agreement {
        Agreed => agreement_agreed,
        Refused => agreement_refused,
    }
    ReplyOutcome {
        Understood => reply_outcome_understood,
        Disputed => reply_outcome_disputed,
    }
    Quality {
        Sound => quality_sound,
        SinglePiece => quality_single_piece,
        Batch => quality_batch,
        Design => quality_design,
    }
    Visibility {
        Internal => visibility_internal,
        Customer => visibility_customer,
    }
    DepartmentKind {
        FrontDesk => department_kind_front_desk,
        Handling => department_kind_handling,
        Region => department_kind_region,
        Staff => department_kind_staff,
    }
    Presence {
        Present => presence_present,
        Away => presence_away,
    }
    Verb {
        Register => verb_register,
        Judge => verb_judge,
        Reply => verb_reply,
        Acknowledge => verb_acknowledge,
        Solve => verb_solve,
        Convert => verb_convert,
        Amend => verb_amend,
        MarkMajor => verb_mark_major,
        Dispatch => verb_dispatch,
        Recall => verb_recall,
        Escalate => verb_escalate,
        Forward => verb_forward,
        Accept => verb_accept,
        GiveBack => verb_give_back,
        Transfer => verb_transfer,
        Reassign => verb_reassign,
        Assist => verb_assist,
        Report => verb_report,
        PromiseReport => verb_promise_report,
        Contact => verb_contact,
        Investigate => verb_investigate,
        Propose => verb_propose,
        RecordAnswer => verb_record_answer,
        Submit => verb_submit,
        Approve => verb_approve,
        RecordVerbalApproval => verb_record_verbal_approval,
        SendPlanBack => verb_send_plan_back,
        Execute => verb_execute,
        HandIn => verb_hand_in,
        Pause => verb_pause,
        Resume => verb_resume,
        Exempt => verb_exempt,
        Remind => verb_remind,
        Supervise => verb_supervise,
        Dial => verb_dial,
        RecordCallback => verb_record_callback,
        Appoint => verb_appoint,
        AssignCallback => verb_assign_callback,
        Close => verb_close,
        Reopen => verb_reopen,
        Archive => verb_archive,
        Communicate => verb_communicate,
        Note => verb_note,
        Meet => verb_meet,
        Link => verb_link,
        Unlink => verb_unlink,
        Merge => verb_merge,
        Unmerge => verb_unmerge,
        AssignTracking => verb_assign_tracking,
        FormGroup => verb_form_group,
        Review => verb_review,
        HoldAccountable => verb_hold_accountable,
        PlanImprovement => verb_plan_improvement,
        FinishImprovement => verb_finish_improvement,
        FollowUp => verb_follow_up,
        FinishFollowUp => verb_finish_follow_up,
        Attach => verb_attach,
        Reveal => verb_reveal,
        AskSight => verb_ask_sight,
        AnswerSight => verb_answer_sight,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_term_has_a_name_of_its_own_in_its_list() {
        fn check<T: Named>(terms: &[T]) {
            for locale in Locale::ALL {
                let texts = Texts::new(locale);
                let mut names = terms.iter().map(|it| texts.name(*it)).collect::<Vec<_>>();
                names.sort_unstable();
                let before = names.len();
                names.dedup();
                assert_eq!(names.len(), before, "{names:?}");
            }
        }
        check(Kind::ALL);
        check(Validity::ALL);
        check(Remedy::ALL);
        check(CloseCode::ALL);
        check(ExemptionReason::ALL);
        check(PauseReason::ALL);
        check(ReturnReason::ALL);
        check(MajorReason::ALL);
        check(Progress::ALL);
        check(FollowUpKind::ALL);
        check(Stage::ALL);
        check(OrderStage::ALL);
        check(ClockName::ALL);
        check(Role::ALL);
    }
}
