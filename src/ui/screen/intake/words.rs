//! What the form calls its fields, faults and findings.

use super::form::{Fault, Proof, Way};
use super::stop::{Section, Stop};
use crate::books::repeats::Likeness;
use crate::domain::complaint::terms::Kind;
use crate::domain::id::CategoryId;
use crate::domain::office::Office;
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::part::typed_time::Lean;

/// What identity was checked by.
pub fn proof(texts: &Texts, proof: Proof) -> &str {
    match proof {
        Proof::Name => texts.intake_proof_name(),
        Proof::Phone => texts.intake_proof_phone(),
        Proof::Address => texts.intake_proof_address(),
    }
}

/// The name of a field, for its label and for 还缺.
pub fn field(texts: &Texts, stop: Stop) -> &str {
    match stop {
        Stop::Kind => texts.intake_kind(),
        Stop::Phone => texts.intake_phone(),
        Stop::Name => texts.intake_name(),
        Stop::Salutation => texts.intake_salutation(),
        Stop::Channel | Stop::MoreChannels => texts.intake_channel(),
        Stop::SourceParty => texts.intake_source_party(),
        Stop::Identity => texts.intake_identity(),
        Stop::MoreCaller | Stop::MoreMatter => texts.intake_more(),
        Stop::Organisation => texts.intake_organisation(),
        Stop::Region => texts.intake_region(),
        Stop::Address => texts.intake_address(),
        Stop::Card => texts.intake_card(),
        Stop::Preference => texts.intake_preference(),
        Stop::Rests => texts.intake_rests(),
        Stop::Product => texts.intake_product(),
        Stop::Order | Stop::Bought(_) => texts.intake_order(),
        Stop::Category => texts.intake_category(),
        Stop::Occurred => texts.intake_occurred(),
        Stop::Suggestion(_) => texts.intake_suggested(),
        Stop::Content => texts.intake_content(),
        Stop::Remedies | Stop::RemedyWords => texts.intake_remedy(),
        Stop::Restated => texts.intake_restated(),
        Stop::File(_) => texts.files(),
        Stop::Attach => texts.files_still(),
        Stop::Place => texts.intake_place(),
        Stop::Amount => texts.intake_amount(),
        Stop::WantedBy => texts.intake_wanted_by(),
        Stop::Customers => texts.intake_customers(),
        Stop::Complexity => texts.intake_complexity(),
        Stop::Validity => texts.intake_validity(),
        Stop::Reason => texts.intake_reason(),
        Stop::Severity => texts.intake_severity(),
        Stop::Urgency => texts.intake_urgency(),
        Stop::Promise => texts.intake_promise(),
        Stop::Told => texts.intake_told(),
        Stop::ToldBy => texts.intake_told_by(),
        Stop::Safety => texts.intake_safety(),
        Stop::Media => texts.intake_media(),
        Stop::Department => texts.intake_department(),
        Stop::Handler => texts.intake_handler(),
        Stop::Helpers => texts.intake_helpers(),
        Stop::Answer => texts.intake_answer(),
        Stop::Method => texts.intake_method(),
        Stop::Outcome => texts.intake_outcome(),
        Stop::Solution => texts.intake_solution(),
        Stop::Satisfied => texts.intake_satisfied(),
        Stop::Another => texts.intake_caller_another(),
        Stop::Customer | Stop::Caller(_) => texts.intake_caller_title(),
        Stop::Compare(_) | Stop::Link(_) | Stop::Same(_) | Stop::Apart(_) => texts.intake_check_gap(),
        Stop::Copy => texts.intake_copy(),
        Stop::History(_) => texts.intake_history(),
        Stop::Drafts => texts.intake_drafts(),
        Stop::Keep => texts.intake_keep(),
        Stop::Solve => texts.intake_solve(),
        Stop::RegisterOnly => texts.intake_register_only(),
        Stop::Primary => texts.intake_send_dispatch(),
    }
}

/// The name of a section.
pub fn section(texts: &Texts, section: Section, (kind, way): (Kind, Way)) -> &str {
    match (section, way) {
        (Section::Caller, _) => texts.intake_section_caller(),
        (Section::Matter, _) => texts.intake_section_matter(),
        (Section::Judgement, _) => texts.intake_section_judgement(),
        (Section::Ending, Way::Dispatch) => texts.intake_section_dispatch(),
        (Section::Ending, Way::Reply) if kind == Kind::Complaint => texts.intake_section_reply(),
        (Section::Ending, Way::Reply) => texts.intake_section_answer(),
        (Section::Ending, Way::Solve) => texts.intake_section_solve(),
        (Section::Ending, Way::Merge) => texts.intake_section_merge(),
    }
}

/// The primary verb.
pub fn primary(texts: &Texts, way: Way) -> &str {
    match way {
        Way::Dispatch => texts.intake_send_dispatch(),
        Way::Reply => texts.intake_send_reply(),
        Way::Solve => texts.intake_send_solve(),
        Way::Merge => texts.intake_send_merge(),
    }
}

/// What is wrong with what was typed.
pub fn fault(texts: &Texts, stop: Stop, fault: Fault) -> String {
    match fault {
        Fault::Phone => texts.intake_fault_phone().to_owned(),
        Fault::Time if stop.lean() == Some(Lean::Future) => texts.intake_fault_time_ahead().to_owned(),
        Fault::Time => texts.intake_fault_time().to_owned(),
        Fault::Future => texts.intake_fault_future().to_owned(),
        Fault::Past => texts.intake_fault_past().to_owned(),
        Fault::Amount => texts.intake_fault_amount().to_owned(),
        Fault::Number => texts.intake_fault_number().to_owned(),
        Fault::Rests => texts.intake_fault_rests().to_owned(),
        Fault::Blank => texts.intake_fault_blank(texts.intake_blank()),
        Fault::TooLong { most } => texts.intake_fault_too_long(most),
    }
}

/// Why an earlier complaint is shown.
pub fn likeness(env: &Env<'_>, likeness: Likeness) -> String {
    let (texts, days) = (env.texts, env.office().rules().repeat_days);
    match likeness {
        Likeness::SameOrder => texts.intake_same_order().to_owned(),
        Likeness::SameWords => texts.intake_same_words().to_owned(),
        Likeness::SameProduct => texts.intake_same_product(days),
        Likeness::SameCategory => texts.intake_same_category(days),
        Likeness::NearName => texts.intake_near_name().to_owned(),
        Likeness::SameNumber => texts.intake_same_number_why().to_owned(),
        Likeness::SameName => texts.intake_same_name().to_owned(),
        Likeness::StillOpen => texts.intake_still_open_why().to_owned(),
        Likeness::AlikeElsewhere => texts.intake_alike_elsewhere_why().to_owned(),
    }
}

/// `售后退换 › 维修`
pub fn category(office: &Office, id: CategoryId) -> String {
    let name = |id| office.category(id).map(|it| it.name.to_string()).unwrap_or_default();
    match office.category(id).and_then(|it| it.parent) {
        Some(parent) => format!("{} › {}", name(parent), name(id)),
        None => name(id),
    }
}
