//! Which shape a fact has on disk.
//!
//! Every fact has a kind and a format number. A fact that this table does not name does not compile. A shape may gain
//! fields that have a default; any other change is a further format, and the old one is lifted in [`recorded`]. One
//! golden file a shape in `tests/golden/` holds every format ever written; they are added to, never edited.

use super::Batch;
use super::envelope::{Bundle, Envelope, Piece};
use super::trouble::{AppendError, ReadError};
use crate::domain::record::{Fact, Recorded};
use crate::domain::{complaint, customer, office};

/// The name and format number of a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shape {
    /// The name: `complaint.registered`.
    pub kind: &'static str,
    /// The format, from 1.
    pub format: u16,
}

macro_rules! shapes {
    (
        office { $($office:pat => $office_kind:literal, $office_format:literal;)* }
        complaint { $($complaint:pat => $complaint_kind:literal, $complaint_format:literal;)* }
        customer { $($customer:pat => $customer_kind:literal, $customer_format:literal;)* }
    ) => {
        /// Every shape that is written today.
        pub const SHAPES: &[Shape] = &[
            $(Shape { kind: $office_kind, format: $office_format },)*
            $(Shape { kind: $complaint_kind, format: $complaint_format },)*
            $(Shape { kind: $customer_kind, format: $customer_format },)*
        ];

        /// The shape of a fact.
        #[must_use]
        pub const fn shape(fact: &Fact) -> Shape {
            match fact {
                Fact::Office(event) => {
                    use office::Event::*;
                    match event { $($office => Shape { kind: $office_kind, format: $office_format },)* }
                }
                Fact::Complaint(entry) => {
                    use complaint::Event::*;
                    match &entry.event {
                        $($complaint => Shape { kind: $complaint_kind, format: $complaint_format },)*
                    }
                }
                Fact::Customer(event) => {
                    use customer::Event::*;
                    match event { $($customer => Shape { kind: $customer_kind, format: $customer_format },)* }
                }
            }
        }
    };
}

shapes! {
    office {
        Founded { .. } => "office.founded", 1;
        Renamed { .. } => "office.renamed", 1;
        DepartmentAdded(..) => "office.department_added", 1;
        DepartmentChanged(..) => "office.department_changed", 1;
        PersonAdded(..) => "office.person_added", 1;
        PersonChanged(..) => "office.person_changed", 1;
        PresenceSet { .. } => "office.presence_set", 1;
        TeamAdded(..) => "office.team_added", 1;
        TeamChanged(..) => "office.team_changed", 1;
        CategoryAdded(..) => "office.category_added", 1;
        CategoryChanged(..) => "office.category_changed", 1;
        ChannelAdded(..) => "office.channel_added", 1;
        ChannelChanged(..) => "office.channel_changed", 1;
        Retired { .. } => "office.retired", 1;
        Restored { .. } => "office.restored", 1;
        LimitsSet(..) => "office.limits_set", 1;
        CalendarSet(..) => "office.calendar_set", 1;
        CalendarChanged { .. } => "office.calendar_changed", 1;
        RulesSet(..) => "office.rules_set", 1;
        ScriptsSet { .. } => "office.scripts_set", 1;
        PhrasesSet { .. } => "office.phrases_set", 1;
        FormsSet(..) => "office.forms_set", 1;
        MonthReportSubmitted { .. } => "office.month_report_submitted", 1;
        MonthReportFiled { .. } => "office.month_report_filed", 1;
        MonthReportSentBack { .. } => "office.month_report_sent_back", 1;
    }
    complaint {
        Registered { .. } => "complaint.registered", 1;
        Judged(..) => "complaint.judged", 1;
        Replied(..) => "complaint.replied", 1;
        Acknowledged(..) => "complaint.acknowledged", 1;
        Solved { .. } => "complaint.solved", 1;
        Converted { .. } => "complaint.converted", 1;
        Amended { .. } => "complaint.amended", 1;
        MarkedMajor { .. } => "complaint.marked_major", 1;
        Dispatched { .. } => "complaint.dispatched", 1;
        Recalled { .. } => "complaint.recalled", 1;
        Forwarded { .. } => "complaint.forwarded", 1;
        Accepted { .. } => "complaint.accepted", 1;
        GivenBack { .. } => "complaint.given_back", 1;
        Transferred { .. } => "complaint.transferred", 1;
        Reassigned { .. } => "complaint.reassigned", 1;
        AssistantsSet { .. } => "complaint.assistants_set", 1;
        Reported { .. } => "complaint.reported", 1;
        ReportPromised { .. } => "complaint.report_promised", 1;
        Contacted { .. } => "complaint.contacted", 1;
        Investigated { .. } => "complaint.investigated", 1;
        Proposed { .. } => "complaint.proposed", 1;
        Answered { .. } => "complaint.answered", 1;
        Submitted { .. } => "complaint.submitted", 1;
        Approved { .. } => "complaint.approved", 1;
        VerballyApproved { .. } => "complaint.verbally_approved", 1;
        PlanSentBack { .. } => "complaint.plan_sent_back", 1;
        Executed { .. } => "complaint.executed", 1;
        HandedIn { .. } => "complaint.handed_in", 1;
        RoundCompleted { .. } => "complaint.round_completed", 1;
        RoundEmptied { .. } => "complaint.round_emptied", 1;
        Paused { .. } => "complaint.paused", 1;
        Resumed { .. } => "complaint.resumed", 1;
        Exempted { .. } => "complaint.exempted", 1;
        Reminded { .. } => "complaint.reminded", 1;
        Supervised { .. } => "complaint.supervised", 1;
        Dialled { .. } => "complaint.dialled", 1;
        CallbackRecorded { .. } => "complaint.callback_recorded", 1;
        RoundOpened { .. } => "complaint.round_opened", 1;
        Escalated { .. } => "complaint.escalated", 1;
        Appointed { .. } => "complaint.appointed", 1;
        CallbackAssigned { .. } => "complaint.callback_assigned", 1;
        Closed { .. } => "complaint.closed", 1;
        Reopened { .. } => "complaint.reopened", 1;
        Archived => "complaint.archived", 1;
        Communicated(..) => "complaint.communicated", 1;
        Noted { .. } => "complaint.noted", 1;
        Met(..) => "complaint.met", 1;
        Linked(..) => "complaint.linked", 1;
        Unlinked { .. } => "complaint.unlinked", 1;
        Merged { .. } => "complaint.merged", 1;
        Unmerged => "complaint.unmerged", 1;
        TrackingAssigned { .. } => "complaint.tracking_assigned", 1;
        GroupFormed(..) => "complaint.group_formed", 1;
        Reviewed { .. } => "complaint.reviewed", 1;
        HeldAccountable(..) => "complaint.held_accountable", 1;
        ImprovementPlanned(..) => "complaint.improvement_planned", 1;
        ImprovementFinished { .. } => "complaint.improvement_finished", 1;
        FollowUpPlanned(..) => "complaint.follow_up_planned", 1;
        FollowUpFinished { .. } => "complaint.follow_up_finished", 1;
        Attached(..) => "complaint.attached", 1;
        Revealed { .. } => "complaint.revealed", 1;
        SightAsked { .. } => "complaint.sight_asked", 1;
        SightAnswered { .. } => "complaint.sight_answered", 1;
    }
    customer {
        Opened { .. } => "customer.opened", 1;
        Changed { .. } => "customer.changed", 1;
        Assigned { .. } => "customer.assigned", 1;
        Noted { .. } => "customer.noted", 1;
        Contacted { .. } => "customer.contacted", 1;
        Merged { .. } => "customer.merged", 1;
        Unmerged => "customer.unmerged", 1;
        ToldApart { .. } => "customer.told_apart", 1;
        Revealed { .. } => "customer.revealed", 1;
        SightAsked { .. } => "customer.sight_asked", 1;
        SightAnswered { .. } => "customer.sight_answered", 1;
    }
}

/// Encodes a batch.
///
/// # Errors
/// [`AppendError::Shapeless`] where a fact cannot be encoded.
pub fn bundle(batch: &Batch) -> Result<Bundle, AppendError> {
    Ok(Bundle {
        stream: batch.stream,
        expected: batch.expected,
        beside: batch.beside.clone(),
        press: batch.press,
        at: batch.at,
        by: batch.by,
        pieces: batch.facts.iter().map(piece).collect::<Result<_, _>>()?,
    })
}

/// Encodes a fact.
///
/// # Errors
/// [`AppendError::Shapeless`] where it cannot be encoded.
pub fn piece(fact: &Fact) -> Result<Piece, AppendError> {
    let Shape { kind, format } = shape(fact);
    let body = match fact {
        Fact::Office(event) => rmp_serde::to_vec_named(event),
        Fact::Complaint(entry) => rmp_serde::to_vec_named(entry),
        Fact::Customer(event) => rmp_serde::to_vec_named(event),
    };
    let body = body.map_err(|it| AppendError::Shapeless(it.to_string()))?;
    Ok(Piece { kind: kind.to_owned(), format, body })
}

/// Decodes a fact in its place.
///
/// # Errors
/// [`ReadError::Unreadable`] for a kind or format that this program does not know.
pub fn recorded(envelope: Envelope) -> Result<Recorded, ReadError> {
    let Envelope { position, stream, version, at, by, press, piece } = envelope;
    let fact = piece.as_ref().and_then(fact).ok_or(ReadError::Unreadable(position))?;
    Ok(Recorded { position, stream, version, at, by, press, fact })
}

/// Decodes a fact; `None` for a kind or format that this program does not know.
#[must_use]
pub fn fact(piece: &Piece) -> Option<Fact> {
    let decoded = match piece.kind.split_once('.') {
        Some(("office", _)) => rmp_serde::from_slice(&piece.body).map(Fact::Office),
        Some(("complaint", _)) => rmp_serde::from_slice(&piece.body).map(Fact::Complaint),
        Some(("customer", _)) => rmp_serde::from_slice(&piece.body).map(Fact::Customer),
        Some(_) | None => {
            tracing::error!(kind = piece.kind, "a fact of an unknown kind");
            return None;
        }
    };
    match decoded {
        // Formats older than the shape's are lifted before decoding, once there are any.
        Ok(fact) if shape(&fact).kind == piece.kind && shape(&fact).format == piece.format => Some(fact),
        Ok(_) => {
            tracing::error!(kind = piece.kind, format = piece.format, "a fact of an unknown format");
            None
        }
        // Without the cause: it may quote what a customer said.
        Err(_) => {
            tracing::error!(kind = piece.kind, format = piece.format, "a fact that cannot be decoded");
            None
        }
    }
}
